package py

import (
	"context"
)

// Callable is a Python value that can be called.
type Callable interface {
	Call(ctx context.Context, args []any, kw []Kw) (any, error)
}

// Kw is one keyword argument of a call.
type Kw struct {
	Name  string
	Value any
}

// ParamKind says how an argument reaches a parameter.
type ParamKind uint8

// The kinds of parameters.
const (
	PosOrKw    ParamKind = iota // def f(a)
	PosOnlyArg                  // def f(a, /)
	KwOnlyArg                   // def f(*, a)
	VarPos                      // def f(*a)
	VarKeyword                  // def f(**a)
)

// Param is one parameter of a Func.
type Param struct {
	Name   string
	Kind   ParamKind
	HasDef bool
	Def    any
}

// Pos is a parameter that takes a positional or a keyword argument.
func Pos(name string) Param { return Param{Name: name} }

// PosOnly is a positional-only parameter.
func PosOnly(name string) Param { return Param{Name: name, Kind: PosOnlyArg} }

// KwOnly is a keyword-only parameter.
func KwOnly(name string) Param { return Param{Name: name, Kind: KwOnlyArg} }

// VarArgs is *name.
func VarArgs(name string) Param { return Param{Name: name, Kind: VarPos} }

// VarKw is **name.
func VarKw(name string) Param { return Param{Name: name, Kind: VarKeyword} }

// Default gives the parameter a default value.
func (p Param) Default(v any) Param {
	p.HasDef, p.Def = true, v
	return p
}

// Optional lets the caller leave the parameter out: its slot then holds
// NotGiven.
func (p Param) Optional() Param { return p.Default(NotGiven) }

// Func is a Python function object. A builtin function is a Func too, with
// CPython's wording and repr of builtins.
type Func struct {
	name     string
	qualname string
	module   any
	doc      any
	params   []Param
	fn       func(ctx context.Context, args []any) (any, error)

	npos    int // positional parameters
	nreq    int // of these, how many lead without a default
	nkwonly int
	varPos  int // index of *args, or -1
	varKw   int // index of **kw, or -1
	plain   bool

	place  string // where it stands, "orders.py:12"
	native bool   // a builtin function or method
	owner  *Class // class of a builtin method
	kwName string // the name in the TypeError for a wrong keyword, when it is another's

	attrs       attrTable
	annotations *Dict[any, any]
	hints       func() []any // annotations as values, where they are kept as texts

	// IsCoroutine, IsGenerator and IsAsyncGen tell what a call makes:
	// async def, def with yield, async def with yield.
	IsCoroutine, IsGenerator, IsAsyncGen bool
}

// NewFunc returns a Python function. fn gets one slot for each parameter, in
// order, with defaults filled in; the *args slot holds a *Tuple[any], the
// **kw slot a *Dict[any, any]. fn must not keep args after it returns.
func NewFunc(name string, params []Param, fn func(ctx context.Context, args []any) (any, error)) *Func {
	f := &Func{name: name, qualname: name, module: "__main__", params: params, fn: fn, varPos: -1, varKw: -1}
	f.index()
	return f
}

// NewBuiltin returns a builtin function of module builtins.
func NewBuiltin(name string, params []Param, fn func(ctx context.Context, args []any) (any, error)) *Func {
	f := NewFunc(name, params, fn)
	f.native, f.module = true, "builtins"
	return f
}

func (f *Func) index() {
	f.npos, f.nreq, f.nkwonly, f.varPos, f.varKw, f.plain = 0, 0, 0, -1, -1, true
	for i, p := range f.params {
		switch p.Kind {
		case PosOrKw, PosOnlyArg:
			f.npos++
			if !p.HasDef {
				f.nreq++
			}
		case KwOnlyArg:
			f.nkwonly++
			f.plain = false
		case VarPos:
			f.varPos = i
			f.plain = false
		case VarKeyword:
			f.varKw = i
			f.plain = false
		}
	}
}

// WithDoc sets __doc__.
func (f *Func) WithDoc(s string) *Func {
	f.doc = s
	return f
}

// WithPlace tells where the function stands, "orders.py:12".
func (f *Func) WithPlace(place string) *Func {
	f.place = place
	return f
}

// Place is where the function stands, "" when that was not told.
func (f *Func) Place() string { return f.place }

// WithQualname sets __qualname__.
func (f *Func) WithQualname(s string) *Func {
	f.qualname = s
	return f
}

// WithModule sets __module__.
func (f *Func) WithModule(s string) *Func {
	f.module = s
	return f
}

// WithAnnotations sets __annotations__; the pairs are name, annotation.
func (f *Func) WithAnnotations(pairs ...any) *Func {
	f.annotations = NewDict[any, any]()
	for i := 0; i+1 < len(pairs); i += 2 {
		f.annotations.Set(pairs[i], pairs[i+1])
	}
	return f
}

// WithTypeHints sets what the annotations mean where they are kept as texts:
// a function that gives pairs of name and value, which may be defined later.
func (f *Func) WithTypeHints(pairs func() []any) *Func {
	f.hints = pairs
	return f
}

// TypeHints is the annotations of a function as values: those that
// typing.get_type_hints finds. It is nil for other objects.
func TypeHints(fn any) *Dict[any, any] {
	if f, ok := fn.(*Func); ok && f.hints != nil {
		d := NewDict[any, any]()
		pairs := f.hints()
		for i := 0; i+1 < len(pairs); i += 2 {
			d.Set(pairs[i], pairs[i+1])
		}
		return d
	}
	d, _ := GetAttrDefault(fn, "__annotations__", nil).(*Dict[any, any])
	return d
}

// AsCoroutine marks an async def; AsGenerator a def with yield; AsAsyncGen an
// async def with yield.
func (f *Func) AsCoroutine() *Func { f.IsCoroutine = true; return f }

// AsGenerator marks a def with yield.
func (f *Func) AsGenerator() *Func { f.IsGenerator = true; return f }

// AsAsyncGen marks an async def with yield.
func (f *Func) AsAsyncGen() *Func { f.IsAsyncGen = true; return f }

// Name returns __name__.
func (f *Func) Name() string { return f.name }

// QualName returns __qualname__.
func (f *Func) QualName() string { return f.qualname }

// Params returns the parameters.
func (f *Func) Params() []Param { return f.params }

// Call calls the function: arguments are bound as Python binds them.
func (f *Func) Call(ctx context.Context, args []any, kw []Kw) (any, error) {
	CheckRecursion()
	if f.plain && len(kw) == 0 && len(args) == f.npos {
		return f.fn(ctx, args)
	}
	slots, err := f.bind(args, kw)
	if err != nil {
		return nil, err
	}
	return f.fn(ctx, slots)
}

func (f *Func) attrTable() *attrTable { return &f.attrs }

func (f *Func) pyType() *Class {
	switch {
	case !f.native:
		return FunctionType
	case f.owner != nil:
		return MethodDescriptorType
	}
	return BuiltinFunctionType
}

func (f *Func) pyRepr() string {
	switch {
	case !f.native:
		return "<function " + f.qualname + at(f) + ">"
	case f.owner != nil && len(f.name) > 4 && f.name[:2] == "__":
		return "<slot wrapper '" + f.name + "' of '" + f.owner.name + "' objects>"
	case f.owner != nil:
		return "<method '" + f.name + "' of '" + f.owner.name + "' objects>"
	}
	return "<built-in function " + f.name + ">"
}

// BoundMethod is a function bound to its first argument.
type BoundMethod struct {
	self any
	fn   any
}

// Bind returns fn bound to self, a method object.
func Bind(fn, self any) *BoundMethod { return &BoundMethod{self: self, fn: fn} }

// Self returns __self__.
func (m *BoundMethod) Self() any { return m.self }

// Func returns __func__.
func (m *BoundMethod) Func() any { return m.fn }

// Call calls the function with self before the other arguments.
func (m *BoundMethod) Call(ctx context.Context, args []any, kw []Kw) (any, error) {
	return callSlice(ctx, m.fn, argsWith(m.self, args), kw)
}

func (m *BoundMethod) pyType() *Class {
	if f, ok := m.fn.(*Func); ok && f.native {
		return BuiltinFunctionType
	}
	return MethodType
}

func (m *BoundMethod) pyRepr() string {
	if f, ok := m.fn.(*Func); ok && f.native {
		if f.name[0] == '_' {
			return "<method-wrapper '" + f.name + "' of " + TypeOf(m.self).name + " object" + at(m.self) + ">"
		}
		if c, ok := m.self.(*Class); ok {
			return "<built-in method " + f.name + " of type object" + at(c) + ">"
		}
		return "<built-in method " + f.name + " of " + TypeOf(m.self).name + " object" + at(m.self) + ">"
	}
	name := "?"
	if q, ok := GetAttrDefault(m.fn, "__qualname__", nil).(string); ok {
		name = q
	}
	return "<bound method " + name + " of " + Repr(m.self) + ">"
}

func (m *BoundMethod) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, isMethod := other.(*BoundMethod)
	if !isMethod || op > OpNe {
		return false, false
	}
	same := identical(m.self, o.self) && (identical(m.fn, o.fn) || Eq(m.fn, o.fn))
	return same == (op == OpEq), true
}

// Hash is hash() of the method: equal methods have equal hashes.
func (m *BoundMethod) Hash() int { return hashAddress(address(m.self)) ^ Hash(m.fn) }
