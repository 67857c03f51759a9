package py

import (
	"context"
	"strings"
)

// CurrentContext is the context of the running task, for Python code that is
// called where there is none: by operators. runtime/asyncio sets it.
var CurrentContext = context.Background

// CurrentTaskName is the name of the running task, None outside tasks: for the
// records of logging. runtime/asyncio sets it.
var CurrentTaskName = func() any { return nil }

// Call is f(*args).
func Call(ctx context.Context, f any, args ...any) (any, error) {
	if fn, ok := f.(*Func); ok {
		return fn.Call(ctx, copyArgs(args), nil)
	}
	return callSlice(ctx, f, copyArgs(args), nil)
}

// CallKw is a call with keyword arguments, in source order. A name given
// twice (through **) raises TypeError.
func CallKw(ctx context.Context, f any, args []any, kw []Kw) (any, error) {
	for i := 1; i < len(kw); i++ {
		for j := range i {
			if kw[i].Name == kw[j].Name {
				return nil, Errorf(TypeError, "%s got multiple values for keyword argument '%s'", calleeName(f), kw[i].Name)
			}
		}
	}
	return callSlice(ctx, f, args, kw)
}

// calleeName names a callable in the TypeErrors of argument unpacking.
func calleeName(f any) string {
	if q, ok := GetAttrDefault(f, "__qualname__", nil).(string); ok {
		if m, ok := GetAttrDefault(f, "__module__", nil).(string); ok && m != "builtins" {
			q = m + "." + q
		}
		return q + "()"
	}
	return Str(f)
}

func callSlice(ctx context.Context, f any, args []any, kw []Kw) (any, error) {
	switch f := f.(type) {
	case *Func:
		return f.Call(ctx, args, kw)
	case *BoundMethod:
		return f.Call(ctx, args, kw)
	case *Class:
		return f.Call(ctx, args, kw)
	case *Object:
		if call, ok := f.class.slot(dCall); ok {
			bound, err := descrGet(call, f, true, f.class)
			if err != nil {
				return nil, err
			}
			return callSlice(ctx, bound, args, kw)
		}
	case Callable:
		return f.Call(ctx, args, kw)
	default:
		if call, ok := TypeOf(f).slot(dCall); ok {
			return callSlice(ctx, call, argsWith(f, args), kw)
		}
	}
	return nil, Errorf(TypeError, "'%s' object is not callable", TypeOf(f).name)
}

// IsCallable is callable(x).
func IsCallable(x any) bool {
	switch x := x.(type) {
	case *Object:
		_, ok := x.class.slot(dCall)
		return ok
	case Callable:
		return true
	}
	_, ok := TypeOf(x).slot(dCall)
	return ok
}

// CallMethod is x.name(*args), without the bound method between.
func CallMethod(ctx context.Context, x any, name string, args ...any) (any, error) {
	if fn, ok := methodOf(x, name); ok {
		if s, ok := x.(*SuperObject); ok {
			x = s.self
		}
		return fn.Call(ctx, argsWith(x, args), nil)
	}
	f, err := GetAttrErr(x, name)
	if err != nil {
		return nil, err
	}
	return callSlice(ctx, f, copyArgs(args), nil)
}

// CallMethodKw is CallMethod with keyword arguments.
func CallMethodKw(ctx context.Context, x any, name string, args []any, kw []Kw) (any, error) {
	f, err := GetAttrErr(x, name)
	if err != nil {
		return nil, err
	}
	return CallKw(ctx, f, args, kw)
}

// methodOf returns the function that x.name() calls with x first, when the
// attribute is an ordinary method.
func methodOf(x any, name string) (*Func, bool) {
	switch o := x.(type) {
	case *Object:
		c := o.class
		if !c.plainGet() {
			return nil, false
		}
		v, ok := c.lookup(name)
		if !ok {
			return nil, false
		}
		fn, ok := v.(*Func)
		if !ok || fn.native && fn.owner == nil {
			return nil, false
		}
		if o.shape.find(name) >= 0 {
			return nil, false
		}
		if o.dict != nil {
			if _, ok := o.dict.Lookup(name); ok {
				return nil, false
			}
		}
		return fn, true
	case *SuperObject:
		if o.onType || name == "__class__" {
			return nil, false
		}
		v, _ := o.find(name)
		fn, ok := v.(*Func)
		return fn, ok && (!fn.native || fn.owner != nil)
	case *Class, *BoundMethod, attrHolder:
		return nil, false
	}
	v, ok := TypeOf(x).lookup(name)
	if !ok {
		return nil, false
	}
	fn, ok := v.(*Func)
	return fn, ok && (!fn.native || fn.owner != nil)
}

// StarArgs appends the items of an iterable to positional arguments: f(*xs).
// f is the callee, for the TypeError.
func StarArgs(args []any, f, xs any) []any {
	it, ok := tryIter(xs)
	if !ok {
		Throwf(TypeError, "%s argument after * must be an iterable, not %s", calleeName(f), TypeOf(xs).name)
	}
	for {
		v, ok := it.Next()
		if !ok {
			return args
		}
		args = append(args, v)
	}
}

// StarKw appends the items of a mapping to keyword arguments: f(**m).
func StarKw(kw []Kw, f, m any) []Kw {
	if d, ok := baseOf(m).(AnyDict); ok {
		d.EachItem(func(k, v any) bool {
			kw = append(kw, Kw{keywordName(k), v})
			return true
		})
		return kw
	}
	if d, ok := m.(*Dict[string, any]); ok { // of a typed caller
		for k, v := range d.Items() {
			kw = append(kw, Kw{k, v})
		}
		return kw
	}
	if !HasAttr(m, "keys") {
		Throwf(TypeError, "%s argument after ** must be a mapping, not %s", calleeName(f), TypeOf(m).name)
	}
	for k := range Each(Must(CallMethod(CurrentContext(), m, "keys"))) {
		kw = append(kw, Kw{keywordName(k), GetItem(m, k)})
	}
	return kw
}

func keywordName(k any) string {
	s, ok := baseOf(k).(string)
	if !ok {
		Throw(TypeError.New("keywords must be strings"))
	}
	return s
}

// baseOf returns the builtin value of an instance of a subclass of a builtin;
// any other value is returned as it is.
func baseOf(x any) any {
	if o, ok := x.(*Object); ok && o.base != nil {
		return o.base
	}
	return x
}

// Itself is what methods like int.conjugate return: the value, as an instance of the builtin type.
func Itself(x any) any {
	x = baseOf(x)
	if b, ok := x.(bool); ok {
		return IntFromBool(b)
	}
	return x
}

// Call makes an instance: type.__call__, or the metaclass's __call__.
func (c *Class) Call(ctx context.Context, args []any, kw []Kw) (any, error) {
	if c.meta != nil {
		if call := c.meta.override(dCall); call != nil {
			bound, err := descrGet(call, c, true, c.meta)
			if err != nil {
				return nil, err
			}
			return callSlice(ctx, bound, args, kw)
		}
	}
	return c.instantiate(ctx, args, kw)
}

// instantiate is type.__call__: __new__, then __init__.
func (c *Class) instantiate(ctx context.Context, args []any, kw []Kw) (any, error) {
	if !c.heap || c.builtin != nil && c.builtin.construct != nil {
		return c.construct(ctx, args, kw)
	}
	newM, initM := c.override(dNew), c.override(dInit)
	if newM == nil && initM == nil && c.layout == layoutObject && (len(args) > 0 || len(kw) > 0) && len(c.abstract) == 0 {
		return nil, Errorf(TypeError, "%s() takes no arguments", c.name)
	}
	var x any
	var err error
	if newM != nil {
		all := argsWith(c, args)
		if s, ok := newM.(*StaticMethod); ok {
			newM = s.fn
		}
		x, err = callSlice(ctx, newM, all, kw)
	} else {
		x, err = c.nativeNew(ctx, args, kw)
	}
	if err != nil {
		return nil, err
	}
	xc := TypeOf(x)
	if xc != c && !xc.IsSubclassOf(c) {
		return x, nil
	}
	initM = xc.override(dInit)
	if initM == nil {
		return x, nativeInit(ctx, x, xc, args, kw, newM != nil, false)
	}
	var r any
	if f, ok := initM.(*Func); ok {
		r, err = f.Call(ctx, argsWith(x, args), kw)
	} else {
		bound, berr := descrGet(initM, x, true, xc)
		if berr != nil {
			return nil, berr
		}
		r, err = callSlice(ctx, bound, args, kw)
	}
	if err != nil {
		return nil, err
	}
	if r != nil {
		return nil, Errorf(TypeError, "__init__() should return None, not '%s'", TypeOf(r).name)
	}
	return x, nil
}

// abstractError is the TypeError for instantiating an abstract class.
func (c *Class) abstractError() error {
	quoted := make([]string, len(c.abstract))
	for i, n := range c.abstract {
		quoted[i] = "'" + n + "'"
	}
	return Errorf(TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %s",
		c.name, pluralS(len(quoted)), strings.Join(quoted, ", "))
}
