package py

import "context"

// addPython adds a method that operators treat as one of Python code: the
// methods of Enum override those of the types mixed in.
func (c *Class) addPython(name string, params []Param, fn nativeFn) {
	f := NewFunc(name, append([]Param{PosOnly("self")}, params...), func(_ context.Context, args []any) (any, error) { return catchValue(fn, args) })
	f.qualname, f.module = c.name+"."+name, c.module
	c.dict.Set(name, f)
}

func init() {
	EnumMeta.builtin = &builtinBehaviour{newClass: newEnum}
	for _, c := range []*Class{Enum, ReprEnum, IntEnum, StrEnum, Flag, IntFlag} {
		c.enum = &enumInfo{members: &Namespace{}, byValue: NewDict[any, any](), flag: c.IsSubclassOf(Flag), mask: 0}
		c.builtin = enumBehaviour(c)
	}
	Enum.addPython("__repr__", nil, func(self any, _ []any) (any, error) {
		o := self.(*Object)
		n, _ := o.enumName()
		return "<" + o.class.name + "." + n + ": " + Repr(o.enumValue()) + ">", nil
	})
	Enum.addPython("__str__", nil, func(self any, _ []any) (any, error) {
		o := self.(*Object)
		n, _ := o.enumName()
		return o.class.name + "." + n, nil
	})
	Enum.addPython("__hash__", nil, func(self any, _ []any) (any, error) {
		n, _ := self.(*Object).getOwn("_name_")
		return Hash(n), nil
	})
	Enum.addPython("__format__", []Param{PosOnly("spec")}, func(self any, args []any) (any, error) {
		return Format(Str(self), AsString(args[0])), nil
	})
	Enum.addPython("__reduce_ex__", []Param{PosOnly("proto")}, func(self any, _ []any) (any, error) {
		return NewTuple[any](TypeOf(self), NewTuple(self.(*Object).enumValue())), nil
	})
	for n, get := range map[string]func(o *Object) any{
		"name":  func(o *Object) any { v, _ := o.getOwn("_name_"); return v },
		"value": (*Object).enumValue,
	} {
		Enum.dict.Set(n, &enumProperty{n, get})
	}
	ReprEnum.addPython("__str__", nil, func(self any, _ []any) (any, error) { return Str(baseOf(self)), nil })
	ReprEnum.addPython("__format__", []Param{PosOnly("spec")}, func(self any, args []any) (any, error) {
		return formatBase(self, AsString(args[0])), nil
	})
	for _, c := range []*Class{IntEnum, StrEnum, IntFlag} {
		str, _ := ReprEnum.dict.Get("__str__")
		format, _ := ReprEnum.dict.Get("__format__")
		c.dict.Set("__str__", str)
		c.dict.Set("__format__", format)
		repr, _ := Enum.dict.Get("__repr__")
		c.dict.Set("__repr__", repr)
	}
	flagNatives()
	repr, _ := Flag.dict.Get("__repr__")
	IntFlag.dict.Set("__repr__", repr)
	m := EnumMeta
	m.addNative("__repr__", nil, func(self any, _ []any) (any, error) { return self.(*Class).pyRepr(), nil })
	m.addGetSet("__members__", func(self any) (any, error) {
		return self.(*Class).enum.members.proxy(), nil
	}, nil)
}

// enumProperty is the name and value of members: on the class, a member of
// that name is found instead.
type enumProperty struct {
	name string
	get  func(o *Object) any
}

func (p *enumProperty) descrGet(obj any, hasObj bool, cls *Class) (any, error) {
	o, ok := obj.(*Object)
	if !hasObj || !ok {
		if cls.enum != nil {
			if m, ok := cls.enum.members.Get(p.name); ok {
				return m, nil
			}
		}
		return nil, errNoAttr
	}
	return p.get(o), nil
}

func (p *enumProperty) descrSet(_, _ any) error {
	return Errorf(AttributeError, "<enum 'Enum'> cannot set attribute '%s'", p.name)
}

func (p *enumProperty) descrDelete(any) error {
	return Errorf(AttributeError, "<enum 'Enum'> cannot delete attribute '%s'", p.name)
}

// ModuleEnum is the module enum for dynamic code.
var ModuleEnum = NewModule("enum", func(m *Module) {
	for _, c := range []*Class{Enum, ReprEnum, IntEnum, StrEnum, Flag, IntFlag} {
		m.Set(c.name, c)
	}
	m.Set("EnumMeta", EnumMeta)
	m.Set("EnumType", EnumMeta)
	m.Func("auto", nil, func(context.Context, []any) (any, error) { return Auto(), nil })
	m.Func("unique", []Param{PosOnly("enumeration")}, func(_ context.Context, a []any) (any, error) { return Unique(a[0]) })
	m.Func("member", []Param{PosOnly("value")}, func(_ context.Context, a []any) (any, error) { return &enumMember{a[0]}, nil })
	m.Func("nonmember", []Param{PosOnly("value")}, func(_ context.Context, a []any) (any, error) { return &enumNonMember{a[0]}, nil })
	m.Func("property", []Param{PosOnly("fget")}, func(_ context.Context, a []any) (any, error) { return NewProperty(a[0], nil, nil, nil), nil })
})
