package py

import (
	"context"
	"slices"
	"strings"
)

// enumInfo is what an enum class keeps about its members.
type enumInfo struct {
	names   []string // in definition order, aliases left out
	members *Namespace
	byValue *Dict[any, any]
	extra   []*Object // members with unhashable values
	flag    bool
	mask    any                 // of a flag: all bits of its members
	typed   func(o *Object) any // of an enum with a Go type: the member behind its object
}

// EnumMeta is enum.EnumType, the metaclass of enums. Enum, IntEnum, StrEnum,
// Flag and IntFlag are the classes that programs derive from.
var (
	EnumMeta    = newClass("EnumType", "enum", []*Class{TypeType})
	Enum        = enumBase("Enum")
	ReprEnum    = enumBase("ReprEnum", Enum)
	IntEnum     = enumBase("IntEnum", IntType, ReprEnum)
	StrEnum     = enumBase("StrEnum", StrType, ReprEnum)
	Flag        = enumBase("Flag", Enum)
	IntFlag     = enumBase("IntFlag", IntType, ReprEnum, Flag)
	enumAutoTag = newClass("auto", "enum", []*Class{ObjectType})
)

func enumBase(name string, bases ...*Class) *Class {
	c := newMetaClass(name, "enum", EnumMeta, bases...)
	if bases != nil {
		c.layout = bases[0].layout
	}
	return c
}

// enumMember and enumNonMember are what member() and nonmember() wrap.
type (
	enumMember    struct{ v any }
	enumNonMember struct{ v any }
)

// newEnum is EnumType.__new__: it makes the members from the body's names.
func newEnum(ctx context.Context, meta *Class, name string, bases []any, ns *Namespace, kw []Kw) (any, error) {
	for _, b := range bases {
		if c, ok := b.(*Class); ok && c.enum != nil && len(c.enum.names) > 0 {
			return nil, Errorf(TypeError, "<enum '%s'> cannot extend %s", name, Repr(c))
		}
	}
	for _, r := range ns.again {
		if isEnumMember(name, r.name, r.old) {
			return nil, Errorf(TypeError, "'%s' already defined as %s", r.name, Repr(r.old))
		}
	}
	body, members := &Namespace{}, &Namespace{}
	ignored := enumIgnored(ns)
	for i, n := range ns.names {
		v := ns.vals[i]
		if slices.Contains(ignored, n) || n == "_ignore_" {
			continue
		}
		if m, ok := v.(*enumMember); ok {
			members.Set(n, m.v)
			continue
		}
		if m, ok := v.(*enumNonMember); ok {
			body.Set(n, m.v)
			continue
		}
		if isEnumMember(name, n, v) {
			if n == "mro" {
				return nil, ValueError.New("invalid enum member name(s) 'mro'")
			}
			members.Set(n, v)
		} else {
			body.Set(n, v)
		}
	}
	made, err := typeNew(ctx, meta, name, bases, body, kw)
	if err != nil {
		return nil, err
	}
	c := made.(*Class)
	c.enum = &enumInfo{members: &Namespace{}, byValue: NewDict[any, any](), flag: c.IsSubclassOf(Flag), mask: 0}
	c.builtin = enumBehaviour(c)
	c.preferEnumMethods()
	var values []any
	for i, n := range members.names {
		v := members.vals[i]
		if v, err = c.autoValues(ctx, n, v, values); err != nil {
			return nil, err
		}
		m, err := c.addMember(ctx, n, v)
		if err != nil {
			return nil, err
		}
		values = append(values, m.enumValue())
	}
	return c, nil
}

// preferEnumMethods lets the texts of Enum win over those of the data type
// that stands before it among the bases.
func (c *Class) preferEnumMethods() {
	first := c.bases[len(c.bases)-1]
	for _, n := range []string{"__repr__", "__str__", "__format__"} {
		v, _ := c.lookup(n)
		if f, ok := v.(*Func); !ok || !f.native {
			continue
		}
		if m, ok := first.lookup(n); ok {
			c.setDict(n, m)
		}
	}
}

func enumIgnored(ns *Namespace) []string {
	v, ok := ns.Get("_ignore_")
	if !ok {
		return nil
	}
	if s, ok := v.(string); ok {
		return strings.Fields(strings.ReplaceAll(s, ",", " "))
	}
	var out []string
	for n := range Each(v) {
		out = append(out, Str(n))
	}
	return out
}

// isEnumMember tells the members from the other names of an enum's body.
func isEnumMember(class, n string, v any) bool {
	if isDunder(n) || len(n) > 2 && n[0] == '_' && n[len(n)-1] == '_' {
		return false
	}
	if strings.HasPrefix(n, "_"+strings.TrimLeft(class, "_")+"__") {
		return false
	}
	switch v := v.(type) {
	case *Func, *Property, *StaticMethod, *ClassMethod, *Class:
		return false
	case *Object:
		for _, d := range []dunder{dGet, dSet, dDelete} {
			if _, ok := v.class.slot(d); ok {
				return false
			}
		}
	case descriptor:
		return false
	}
	return true
}

// autoValues replaces auto() in a member's value.
func (c *Class) autoValues(ctx context.Context, name string, v any, last []any) (any, error) {
	switch t := v.(type) {
	case *autoValue:
		return t.resolve(ctx, c, name, last)
	case *Tuple[any]:
		if !slices.ContainsFunc(t.items, func(x any) bool { _, ok := x.(*autoValue); return ok }) {
			return v, nil
		}
		items := slices.Clone(t.items)
		for i, x := range items {
			if a, ok := x.(*autoValue); ok {
				n, err := a.resolve(ctx, c, name, last)
				if err != nil {
					return nil, err
				}
				items[i] = n
			}
		}
		return NewTuple(items...), nil
	}
	return v, nil
}

// nextValue is _generate_next_value_.
func (c *Class) nextValue(ctx context.Context, name string, last []any) (any, error) {
	if gen, ok := c.lookup("_generate_next_value_"); ok {
		if s, ok := gen.(*StaticMethod); ok {
			gen = s.fn
		}
		return Call(ctx, gen, name, 1, len(last), NewList(last...))
	}
	switch {
	case c.IsSubclassOf(StrEnum):
		return Must(CallMethod(ctx, name, "lower")), nil
	case c.enum.flag:
		high := 0
		for _, v := range last {
			i, ok := baseOf(v).(int)
			if !ok {
				return nil, Errorf(TypeError, "invalid flag value %s", Repr(v))
			}
			high = max(high, i)
		}
		bit := 1
		for bit <= high {
			bit <<= 1
		}
		return bit, nil
	}
	if len(last) == 0 {
		return 1, nil
	}
	var best any
	for _, v := range last {
		if numberOf(baseOf(v)).kind == notNumber {
			return nil, TypeError.New("unable to sort non-numeric values")
		}
		if best == nil || Gt(v, best) {
			best = v
		}
	}
	return Add(baseOf(best), 1), nil
}

// addMember makes the member and binds its name; an equal value makes an
// alias.
func (c *Class) addMember(ctx context.Context, name string, v any) (*Object, error) {
	if _, dup := c.enum.members.Get(name); dup {
		return nil, Errorf(TypeError, "'%s' already defined as %s", name, Repr(v))
	}
	args := []any{v}
	if t, ok := v.(*Tuple[any]); ok && c.layout != layoutTuple {
		args = t.items
	}
	m, err := c.makeMember(ctx, v, args)
	if err != nil {
		return nil, err
	}
	if c.override(dInit) != nil {
		if _, err := CallMethod(ctx, m, "__init__", args...); err != nil {
			return nil, err
		}
	}
	value := m.enumValue()
	if old, ok := c.memberByValue(value); ok {
		c.enum.members.Set(name, old)
		c.setDict(name, &enumItem{old})
		return old, nil
	}
	m.setOwn("_name_", name)
	m.setOwn("__objclass__", c)
	m.setOwn("_sort_order_", len(c.enum.names))
	c.enum.members.Set(name, m)
	c.remember(value, m)
	if c.enum.flag {
		c.enum.mask = Or(c.enum.mask, value)
		if i, ok := baseOf(value).(int); ok && (i <= 0 || i&(i-1) != 0) {
			c.setDict(name, &enumItem{m})
			return m, nil // composite flags and zero are no canonical members
		}
	}
	c.enum.names = append(c.enum.names, name)
	c.setDict(name, &enumItem{m})
	return m, nil
}

// enumItem is how a member lies in the class: found on the class and on
// members, out of reach of assignment.
type enumItem struct{ m *Object }

func (e *enumItem) descrGet(any, bool, *Class) (any, error) { return e.m, nil }

// remember makes the member findable by its value.
func (c *Class) remember(value any, m *Object) {
	if Catch(func() error { c.enum.byValue.Set(value, m); return nil }) != nil {
		c.enum.extra = append(c.enum.extra, m)
	}
}

// makeMember makes the object: by __new__ of the class, or with the value
// of the data type that is mixed in.
func (c *Class) makeMember(ctx context.Context, v any, args []any) (*Object, error) {
	if fn := c.override(dNew); fn != nil {
		if s, ok := fn.(*StaticMethod); ok {
			fn = s.fn
		}
		x, err := callSlice(ctx, fn, argsWith(c, args), nil)
		if err != nil {
			return nil, err
		}
		m, ok := x.(*Object)
		if !ok {
			return nil, Errorf(TypeError, "%s.__new__ must return an instance of the enum", c.name)
		}
		if _, ok := m.getOwn("_value_"); !ok {
			value := v
			if m.base != nil {
				value = m.base
			}
			m.setOwn("_value_", value)
		}
		return m, nil
	}
	m := NewObject(c)
	value := v
	if c.layout != layoutObject {
		if c.IsSubclassOf(StrEnum) {
			for i, a := range args {
				if _, ok := baseOf(a).(string); !ok && i == 0 {
					return nil, Errorf(TypeError, "%s is not a string", Repr(a))
				}
			}
		}
		base, err := c.layoutRoot().construct(ctx, args, nil)
		if err != nil {
			return nil, err
		}
		m.base = base
		value = base
		if c.layout == layoutTuple {
			value = v
		}
	}
	m.setOwn("_value_", value)
	return m, nil
}

func (m *Object) enumValue() any {
	v, _ := m.getOwn("_value_")
	return v
}

func (m *Object) enumName() (string, bool) {
	v, _ := m.getOwn("_name_")
	s, ok := v.(string)
	return s, ok
}

// memberByValue finds the member with an equal value.
func (c *Class) memberByValue(v any) (m *Object, ok bool) {
	if err := Catch(func() error {
		if found, has := c.enum.byValue.Lookup(v); has {
			m, ok = found.(*Object), true
		}
		return nil
	}); err == nil && ok {
		return m, true
	}
	for _, e := range c.enum.extra {
		if Eq(e.enumValue(), v) {
			return e, true
		}
	}
	return nil, false
}

// enumBehaviour is what the class object of an enum does: call, iteration,
// subscription, membership.
func enumBehaviour(c *Class) *builtinBehaviour {
	return &builtinBehaviour{
		construct: func(ctx context.Context, args []any, kw []Kw) (any, error) { return c.enumCall(ctx, args, kw) },
		iter: func(c *Class) Iterator {
			i := 0
			return &goIter{GeneratorType, func() (any, bool) {
				if i >= len(c.enum.names) {
					return nil, false
				}
				m, _ := c.enum.members.Get(c.enum.names[i])
				i++
				return m, true
			}}
		},
		len: func(c *Class) int { return len(c.enum.names) },
		item: func(c *Class, key any) any {
			s, ok := key.(string)
			if ok {
				if m, ok := c.enum.members.Get(s); ok {
					return m
				}
			}
			Throw(KeyError.New(key))
			return nil
		},
		contains: func(c *Class, x any) bool {
			if o, ok := x.(*Object); ok && o.class == c {
				return true
			}
			_, ok := c.memberByValue(x)
			return ok
		},
	}
}

// reversedMembers is reversed(Color).
func (c *Class) reversedMembers() Iterator {
	i := len(c.enum.names)
	return &goIter{GeneratorType, func() (any, bool) {
		if i == 0 {
			return nil, false
		}
		i--
		m, _ := c.enum.members.Get(c.enum.names[i])
		return m, true
	}}
}

// enumCall is Color(value): the member with the value; or the functional form
// Enum("Color", "RED GREEN").
func (c *Class) enumCall(ctx context.Context, args []any, kw []Kw) (any, error) {
	if len(c.enum.names) == 0 && len(args) >= 2 {
		return enumFunctional(ctx, c, args, kw)
	}
	if len(args) != 1 {
		if len(args) == 0 {
			return nil, Errorf(TypeError, "EnumType.__call__() missing 1 required positional argument: 'value'")
		}
		args = []any{NewTuple(args...)}
	}
	v := args[0]
	if o, ok := v.(*Object); ok && o.class == c {
		return o, nil
	}
	if m, ok := c.memberByValue(v); ok {
		return m, nil
	}
	if hook, ok := c.lookup("_missing_"); ok {
		bound, err := descrGet(hook, nil, false, c)
		if err != nil {
			return nil, err
		}
		r, err := Call(ctx, bound, v)
		if err != nil {
			return nil, err
		}
		if o, ok := r.(*Object); ok && o.class.IsSubclassOf(c) {
			return o, nil
		}
		if r != nil {
			return nil, Errorf(TypeError, "error in %s._missing_: returned %s instead of None or a valid member", c.name, Repr(r))
		}
	}
	if c.enum.flag {
		if m, ok, err := c.flagOf(v); ok || err != nil {
			return m, err
		}
	}
	return nil, Errorf(ValueError, "%s is not a valid %s", Repr(v), c.qualname)
}

// enumFunctional is Enum("Color", names): names as a str, a sequence, pairs or
// a mapping.
func enumFunctional(ctx context.Context, c *Class, args []any, kw []Kw) (any, error) {
	ns := NewNamespace()
	start := any(1)
	for _, k := range kw {
		switch k.Name {
		case "start":
			start = k.Value
		case "module":
			ns.Set("__module__", k.Value)
		}
	}
	if s, ok := args[1].(string); ok {
		args[1] = NewList(collect(Must(CallMethod(ctx, strings.ReplaceAll(s, ",", " "), "split")))...)
	}
	n := start
	items := args[1]
	if d, ok := items.(*Dict[any, any]); ok {
		for k, v := range d.Items() {
			ns.Set(AsString(k), v)
		}
	} else {
		for x := range Each(items) {
			if pair, ok := x.(*Tuple[any]); ok && pair.Len() == 2 {
				ns.Set(AsString(pair.items[0]), pair.items[1])
				continue
			}
			switch {
			case c.IsSubclassOf(Flag), c.IsSubclassOf(StrEnum):
				ns.Set(AsString(x), Auto())
			default:
				ns.Set(AsString(x), n)
				n = Add(n, 1)
			}
		}
	}
	return NewClass(ctx, AsString(args[0]), []any{c}, ns, nil)
}

// Unique is the decorator enum.unique.
func Unique(cls any) (any, error) {
	c, ok := cls.(*Class)
	if !ok || c.enum == nil {
		return nil, TypeError.New("unique() should be applied to an enum class")
	}
	var dups []string
	for i, n := range c.enum.members.names {
		if own, _ := c.enum.members.vals[i].(*Object).enumName(); own != n {
			dups = append(dups, n+" -> "+own)
		}
	}
	if dups != nil {
		return nil, Errorf(ValueError, "duplicate values found in %s: %s", Repr(c), strings.Join(dups, ", "))
	}
	return c, nil
}
