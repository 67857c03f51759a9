package py

import (
	"context"
	"reflect"
)

// EnumMember is what the Go type of an enum's members embeds: its name, its
// value, and the object that stands for it where its type is not static.
//
//	type Color struct{ py.EnumMember[int] }
//
//	var (
//		ColorRed  = py.NewMember[Color]("RED", 1)
//		ColorBlue = py.NewMember[Color]("BLUE", 2)
//		ColorEnum = py.DefineEnum("Color", py.Enum, ColorRed, ColorBlue)
//	)
type EnumMember[V any] struct {
	Name  string
	Value V
	head  memberHead
}

// memberHead is what a member knows of its class.
type memberHead struct {
	obj   *Object
	hash  int
	value any // as it is in an any
	enum  any // the *EnumOf
}

// typedMember is a pointer to a Go type that embeds EnumMember.
type typedMember interface {
	comparable
	goMember
}

// goMember is what EnumMember brings to the type that embeds it.
type goMember interface {
	enumHead() *memberHead
	enumName() string
	Boxed() any
}

func (m *EnumMember[V]) enumHead() *memberHead { return &m.head }
func (m *EnumMember[V]) enumName() string      { return m.Name }

func (m *EnumMember[V]) initMember(name string, value V) {
	m.Name, m.Value, m.head.value = name, value, Box(value)
}

// Boxed returns the member as it is in an any: the object of the class that
// CPython would have made.
func (m *EnumMember[V]) Boxed() any { return m.head.obj }

// Hash is hash(m).
func (m *EnumMember[V]) Hash() int { return m.head.hash }

// NewMember returns a member of an enum whose Go type is T.
func NewMember[T, V any, E interface {
	*T
	initMember(name string, value V)
}](name string, value V) *T {
	m := new(T)
	E(m).initMember(name, value)
	return m
}

// EnumBase is what an enum derives from: a class, or Bases.
type EnumBase interface{ enumBases() []any }

// Bases are several classes that an enum derives from.
type Bases []*Class

func (c *Class) enumBases() []any { return []any{c} }

func (b Bases) enumBases() []any {
	out := make([]any, len(b))
	for i, c := range b {
		out[i] = c
	}
	return out
}

// EnumOf is an enum whose members have the Go type E.
type EnumOf[E typedMember] struct {
	class   *Class
	members *Tuple[E]
	byName  map[string]E
	byObj   map[*Object]E
	byValue map[any]E // of values of Go's comparable types that are equal only to themselves
	flags   map[int]E
}

// DefineEnum makes the enum of the members given.
func DefineEnum[E typedMember](name string, base EnumBase, members ...E) *EnumOf[E] {
	ns := NewNamespace()
	ns.Set("__module__", "__main__")
	for _, m := range members {
		ns.Set(m.enumName(), m.enumHead().value)
	}
	made, err := NewClass(context.Background(), name, base.enumBases(), ns, nil)
	Check(err)
	e := &EnumOf[E]{
		class: made.(*Class), byName: map[string]E{}, byObj: map[*Object]E{}, byValue: map[any]E{}, flags: map[int]E{},
	}
	var listed []E
	for _, m := range members {
		o, _ := e.class.enum.members.Get(m.enumName())
		e.adopt(m, o.(*Object))
		e.byName[m.enumName()] = m
	}
	for _, n := range e.class.enum.names {
		listed = append(listed, e.byName[n])
	}
	e.members = NewTuple(listed...)
	e.class.enum.typed = func(o *Object) any { return e.of(o) }
	if len(members) > 0 {
		e.class.takeMethods(members[0], e.class.enum.typed)
	}
	return e
}

// adopt ties a member to its object.
func (e *EnumOf[E]) adopt(m E, o *Object) {
	h := m.enumHead()
	h.obj, h.enum = o, e
	h.hash = Hash(o)
	e.byObj[o] = m
	switch h.value.(type) {
	case string, int:
		e.byValue[h.value] = m
	}
}

// Alias gives a member another name.
func (e *EnumOf[E]) Alias(name string, m E) *EnumOf[E] {
	o := m.enumHead().obj
	e.byName[name] = m
	e.class.enum.members.Set(name, o)
	e.class.setDict(name, &enumItem{o})
	return e
}

// of is the member behind an object of the class; one of a combination of
// flags is made at its first use.
func (e *EnumOf[E]) of(o *Object) E {
	if m, ok := e.byObj[o]; ok {
		return m
	}
	m := reflect.New(reflect.TypeFor[E]().Elem()).Interface().(E)
	name, _ := o.enumName()
	bits, _ := o.enumValue().(int)
	any(m).(interface{ initMember(string, int) }).initMember(name, bits)
	e.adopt(m, o)
	return m
}

// behind is the value of a Go type that an object stands for: the member of an
// enum, or a named tuple. It is nil for any other value.
func behind(x any) any {
	o, ok := x.(*Object)
	switch {
	case !ok:
	case o.class.record != nil:
		return o.class.record(o)
	case o.class.enum != nil && o.class.enum.typed != nil:
		return o.class.enum.typed(o)
	}
	return nil
}

// isBehind reports whether an object stands for a value of the Go type T.
func isBehind[T any](x any) bool {
	o, ok := x.(*Object)
	if !ok || o.class.record == nil && (o.class.enum == nil || o.class.enum.typed == nil) {
		return false
	}
	_, ok = behind(x).(T)
	return ok
}

// stands is a Go value that an object of a class made at run time stands for
// in an any.
type stands interface{ Boxed() any }

// Class is the class as a Python value.
func (e *EnumOf[E]) Class() any { return e.class }

// Members are what iteration over the class gives.
func (e *EnumOf[E]) Members() *Tuple[E] { return e.members }

// Map is Color.__members__: the members by name, aliases among them.
func (e *EnumOf[E]) Map() *Dict[string, E] {
	out := NewDict[string, E]()
	for _, name := range e.class.enum.members.names {
		out.Set(name, e.byName[name])
	}
	return out
}

// ByName is Color["RED"]: KeyError if there is no such name.
func (e *EnumOf[E]) ByName(name string) E {
	m, ok := e.byName[name]
	if !ok {
		Throw(KeyError.New(name))
	}
	return m
}

// Of is Color(value): ValueError if no member has it.
func (e *EnumOf[E]) Of(value any) (E, error) {
	switch value.(type) {
	case string, int:
		if m, ok := e.byValue[value]; ok {
			return m, nil
		}
	}
	o, err := e.class.enumCall(CurrentContext(), []any{value}, nil)
	if err != nil {
		var none E
		return none, err
	}
	return e.of(o.(*Object)), nil
}

// flag is the flag with those bits.
func (e *EnumOf[E]) flag(bits int) E {
	if m, ok := e.flags[bits]; ok {
		return m
	}
	m := Must(e.Of(bits))
	e.flags[bits] = m
	return m
}

func flagOp[E typedMember](a E, bits int) E { return a.enumHead().enum.(*EnumOf[E]).flag(bits) }

func flagBits[E typedMember](m E) int {
	bits, _ := m.enumHead().value.(int)
	return bits
}

// FlagOr is a | b of flags.
func FlagOr[E typedMember](a, b E) E { return flagOp(a, flagBits(a)|flagBits(b)) }

// FlagAnd is a & b of flags.
func FlagAnd[E typedMember](a, b E) E { return flagOp(a, flagBits(a)&flagBits(b)) }

// FlagXor is a ^ b of flags.
func FlagXor[E typedMember](a, b E) E { return flagOp(a, flagBits(a)^flagBits(b)) }

// FlagNot is ~a of a flag.
func FlagNot[E typedMember](a E) E {
	return a.enumHead().enum.(*EnumOf[E]).of(Invert(a.Boxed()).(*Object))
}

// FlagHas is `part in whole` of flags.
func FlagHas[E typedMember](whole, part E) bool {
	return flagBits(whole)&flagBits(part) == flagBits(part)
}

// FlagParts are the flags that a flag is made of.
func FlagParts[E typedMember](m E) *Tuple[E] {
	e := m.enumHead().enum.(*EnumOf[E])
	var parts []E
	for o := range Each(m.Boxed()) {
		parts = append(parts, e.of(o.(*Object)))
	}
	return NewTuple(parts...)
}

// takeMethods gives a class object the special methods of the Go type behind
// it, which the runtime calls on the objects; sample is a value of the type, and
// typed gives the one that an object stands for.
func (c *Class) takeMethods(sample any, typed func(o *Object) any) {
	method := func(name string, params []Param, fn func(self any, args []any) (any, error)) {
		f := NewFunc(name, append([]Param{PosOnly("self")}, params...), func(_ context.Context, args []any) (any, error) {
			o, ok := args[0].(*Object)
			if !ok || o.class != c {
				return nil, Errorf(TypeError, "descriptor '%s' requires a '%s' object", name, c.name)
			}
			return catchValue(func(_ any, rest []any) (any, error) { return fn(typed(o), rest) }, args)
		})
		f.qualname = c.qualname + "." + name
		c.setDict(name, f)
	}
	if _, ok := sample.(Strer); ok {
		method("__str__", nil, func(m any, _ []any) (any, error) { return m.(Strer).Str(), nil })
	}
	if _, ok := sample.(Reprer); ok {
		method("__repr__", nil, func(m any, _ []any) (any, error) { return m.(Reprer).Repr(), nil })
	}
	if _, ok := sample.(Truther); ok {
		method("__bool__", nil, func(m any, _ []any) (any, error) { return m.(Truther).Truth(), nil })
	}
	if _, ok := sample.(Lener); ok {
		method("__len__", nil, func(m any, _ []any) (any, error) { return m.(Lener).Len(), nil })
	}
	for name, bound := range operandMethods {
		if bound(sample) != nil {
			method(name, []Param{PosOnly("other")}, func(m any, args []any) (any, error) { return bound(m)(args[0]), nil })
		}
	}
}

// operandMethods are the methods of Go structs with one operand, bound to one;
// nil where its type has none.
var operandMethods = map[string]func(m any) func(x any) bool{
	"__lt__": func(m any) func(any) bool {
		if t, ok := m.(Lesser); ok {
			return t.Less
		}
		return nil
	},
	"__le__": func(m any) func(any) bool {
		if t, ok := m.(LessEqualer); ok {
			return t.LessEqual
		}
		return nil
	},
	"__gt__": func(m any) func(any) bool {
		if t, ok := m.(Greaterer); ok {
			return t.Greater
		}
		return nil
	},
	"__ge__": func(m any) func(any) bool {
		if t, ok := m.(GreaterEqualer); ok {
			return t.GreaterEqual
		}
		return nil
	},
	"__contains__": func(m any) func(any) bool {
		if t, ok := m.(ContainsAny); ok {
			return t.Contains
		}
		return nil
	},
}
