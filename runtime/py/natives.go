package py

import (
	"context"
	"math"
	"math/big"
	"slices"
)

// The special methods and attributes that the builtin classes have in their
// own dicts: what super().__init__(), list.__repr__(x), object.__setattr__ and
// the like find. Operators do not go through them.

// nativeFn is the Go side of a builtin special method.
type nativeFn func(self any, args []any) (any, error)

// addNative puts a builtin method into the class's dict.
func (c *Class) addNative(name string, params []Param, fn nativeFn) {
	all := append([]Param{PosOnly("self")}, params...)
	f := NewBuiltin(name, all, func(_ context.Context, args []any) (any, error) { return catchValue(fn, args) })
	f.owner = c
	f.qualname = c.name + "." + name
	c.dict.Set(name, f)
}

// catchValue runs a builtin method and returns its faults.
func catchValue(fn nativeFn, args []any) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			v, err = nil, Recovered(r)
		}
	}()
	return fn(args[0], args[1:])
}

// addGetSet puts a computed attribute into the class's dict.
func (c *Class) addGetSet(name string, get func(self any) (any, error), set func(self, v any) error) {
	c.dict.Set(name, &GetSet{Name: name, Get: get, Set: set, own: c})
}

func init() {
	objectNatives()
	typeNatives()
	functionNatives()
	exceptionNatives()
	generatorNatives()
	valueNatives()
	for _, c := range []*Class{ObjectType, TypeType, BaseException_, IntType, FloatType, ComplexType, StrType, BytesType, ByteArrayType, ListType, TupleType, DictType, SetType, FrozenSetType, BoolType} {
		c.dict.Set("__new__", newNative(c))
	}
	for _, c := range []*Class{ObjectType, BaseException_, ListType, DictType, SetType, ByteArrayType} {
		f := NewBuiltin("__init__", []Param{PosOnly("self"), VarArgs("args"), VarKw("kwargs")}, func(ctx context.Context, args []any) (any, error) {
			x := args[0]
			return nil, nativeInit(ctx, x, TypeOf(x), args[1].(*Tuple[any]).Items(), kwOf(args[2]), true, true)
		})
		f.owner = c
		c.dict.Set("__init__", f)
	}
}

// newNative is the __new__ of a builtin class.
func newNative(c *Class) *Func {
	f := NewBuiltin("__new__", []Param{PosOnly("cls"), VarArgs("args"), VarKw("kwargs")}, func(ctx context.Context, args []any) (any, error) {
		cls, ok := args[0].(*Class)
		if !ok {
			return nil, Errorf(TypeError, "%s.__new__(X): X is not a type object (%s)", c.name, TypeOf(args[0]).name)
		}
		if !cls.IsSubclassOf(c) {
			return nil, Errorf(TypeError, "%s.__new__(%s): %s is not a subtype of %s", c.name, cls.name, cls.name, c.name)
		}
		if c == ObjectType && !cls.heap && cls != c && cls.layout != layoutObject {
			return nil, Errorf(TypeError, "object.__new__(%s) is not safe, use %s.__new__()", cls.name, cls.name)
		}
		rest, kw := args[1].(*Tuple[any]).Items(), kwOf(args[2])
		if c == ObjectType && cls.layout == layoutObject && (len(rest) > 0 || len(kw) > 0) {
			if cls.override(dNew) != nil {
				return nil, TypeError.New("object.__new__() takes exactly one argument (the type to instantiate)")
			}
			if cls.override(dInit) == nil {
				return nil, Errorf(TypeError, "%s() takes no arguments", cls.name)
			}
		}
		if !cls.heap {
			return cls.construct(ctx, rest, kw)
		}
		return cls.nativeNew(ctx, rest, kw)
	})
	f.qualname = c.name + ".__new__"
	return f
}

// kwOf turns a **kwargs dictionary back into keyword arguments.
func kwOf(d any) []Kw {
	var kw []Kw
	for k, v := range d.(*Dict[any, any]).Items() {
		kw = append(kw, Kw{k.(string), v})
	}
	return kw
}

func objectNatives() {
	o := ObjectType
	o.addNative("__repr__", nil, func(self any, _ []any) (any, error) { return defaultRepr(self), nil })
	o.addNative("__str__", nil, func(self any, _ []any) (any, error) { return Repr(self), nil })
	o.addNative("__hash__", nil, func(self any, _ []any) (any, error) { return hashAddress(address(self)), nil })
	o.addNative("__format__", []Param{PosOnly("spec")}, func(self any, args []any) (any, error) {
		if spec := AsString(args[0]); spec != "" {
			return nil, Errorf(TypeError, "unsupported format string passed to %s.__format__", TypeOf(self).name)
		}
		return Str(self), nil
	})
	o.addNative("__eq__", []Param{PosOnly("other")}, func(self any, args []any) (any, error) {
		if Is(self, args[0]) {
			return true, nil
		}
		return NotImplemented, nil
	})
	o.addNative("__ne__", []Param{PosOnly("other")}, func(self any, args []any) (any, error) {
		m, _ := TypeOf(self).slot(dEq)
		r, err := callDunder(m, self, args[0])
		if err != nil || r == NotImplemented {
			return r, err
		}
		return !Truth(r), nil
	})
	for _, op := range []CompareOp{OpLt, OpLe, OpGt, OpGe} {
		o.addNative(op.dunder().String(), []Param{PosOnly("other")}, func(any, []any) (any, error) { return NotImplemented, nil })
	}
	o.addNative("__getattribute__", []Param{PosOnly("name")}, func(self any, args []any) (any, error) {
		name := AsString(args[0])
		v, err := genericGetAttr(self, TypeOf(self), name)
		if err == errNoAttr {
			err = noAttribute(self, name)
		}
		return v, err
	})
	o.addNative("__setattr__", []Param{PosOnly("name"), PosOnly("value")}, func(self any, args []any) (any, error) {
		return nil, genericSetAttr(self, TypeOf(self), AsString(args[0]), args[1])
	})
	o.addNative("__delattr__", []Param{PosOnly("name")}, func(self any, args []any) (any, error) {
		return nil, genericDelAttr(self, TypeOf(self), AsString(args[0]))
	})
	o.addNative("__dir__", nil, func(self any, _ []any) (any, error) { return wide(NewList(dirNames(self)...)), nil })
	o.dict.Set("__init_subclass__", NewClassMethod(NewBuiltin("__init_subclass__", []Param{PosOnly("cls"), VarArgs("args"), VarKw("kwargs")}, func(_ context.Context, args []any) (any, error) {
		if args[2].(*Dict[any, any]).Len() > 0 {
			return nil, Errorf(TypeError, "%s.__init_subclass__() takes no keyword arguments", args[0].(*Class).name)
		}
		return nil, nil
	})))
	o.dict.Set("__subclasshook__", NewBuiltin("__subclasshook__", []Param{PosOnly("cls")}, func(context.Context, []any) (any, error) { return NotImplemented, nil }))
	o.addGetSet("__class__", func(self any) (any, error) { return TypeOf(self), nil }, func(self, v any) error {
		obj, ok := self.(*Object)
		c, isClass := v.(*Class)
		switch {
		case !isClass:
			return Errorf(TypeError, "__class__ must be set to a class, not '%s' object", TypeOf(v).name)
		case !ok || !c.heap:
			return TypeError.New("__class__ assignment only supported for mutable types or ModuleType subclasses")
		case c.layout != obj.class.layout:
			return Errorf(TypeError, "__class__ assignment: '%s' object layout differs from '%s'", c.name, obj.class.name)
		}
		obj.setClass(c)
		return nil
	})
	o.addGetSet("__dict__", instanceDict, func(self, v any) error {
		obj, ok := self.(*Object)
		d, isDict := v.(*Dict[any, any])
		switch {
		case !ok || obj.class.noDict:
			return errNoAttr
		case !isDict:
			return Errorf(TypeError, "__dict__ must be set to a dictionary, not a '%s'", TypeOf(v).name)
		}
		obj.Dict()
		obj.dict = d
		return nil
	})
	o.dict.Set("__doc__", "The base class of the class hierarchy.")
}

// instanceDict is x.__dict__.
func instanceDict(x any) (any, error) {
	switch v := x.(type) {
	case *Object:
		if !v.class.noDict {
			return v.Dict(), nil
		}
	case *Class:
		return v.dict.proxy(), nil
	case attrHolder:
		if takesAttributes(v) {
			return v.attrTable().Dict(), nil
		}
	}
	return nil, errNoAttr
}

// dirNames is dir(x), sorted.
func dirNames(x any) []string {
	seen := map[string]bool{}
	add := func(names []string) {
		for _, n := range names {
			seen[n] = true
		}
	}
	switch v := x.(type) {
	case *Class:
		for _, k := range v.mro {
			add(k.dict.names)
		}
	case *Object:
		add(v.attrNames())
	case attrHolder:
		for _, k := range v.attrTable().Dict().keysAny() {
			if s, ok := k.(string); ok {
				seen[s] = true
			}
		}
	}
	if _, ok := x.(*Class); !ok {
		for _, k := range TypeOf(x).mro {
			add(k.dict.names)
		}
	}
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func typeNatives() {
	t := TypeType
	t.dict.Set("__call__", func() *Func {
		f := NewBuiltin("__call__", []Param{PosOnly("self"), VarArgs("args"), VarKw("kwargs")}, func(ctx context.Context, args []any) (any, error) {
			return args[0].(*Class).instantiate(ctx, args[1].(*Tuple[any]).Items(), kwOf(args[2]))
		})
		f.owner = t
		return f
	}())
	t.dict.Set("__init__", func() *Func {
		f := NewBuiltin("__init__", []Param{PosOnly("self"), VarArgs("args"), VarKw("kwargs")}, func(context.Context, []any) (any, error) { return nil, nil })
		f.owner = t
		return f
	}())
	t.dict.Set("__prepare__", NewClassMethod(NewBuiltin("__prepare__", []Param{PosOnly("cls"), VarArgs("args"), VarKw("kwargs")}, func(context.Context, []any) (any, error) {
		return NewDict[any, any](), nil
	})))
	t.addNative("__repr__", nil, func(self any, _ []any) (any, error) { return self.(*Class).pyRepr(), nil })
	t.addNative("mro", nil, func(self any, _ []any) (any, error) { return NewList(classValues(self.(*Class).mro)...), nil })
	t.addNative("__subclasses__", nil, func(self any, _ []any) (any, error) { return NewList(classValues(self.(*Class).subclasses)...), nil })
	t.addNative("__instancecheck__", []Param{PosOnly("instance")}, func(self any, args []any) (any, error) {
		return TypeOf(args[0]).IsSubclassOf(self.(*Class)), nil
	})
	t.addNative("__subclasscheck__", []Param{PosOnly("subclass")}, func(self any, args []any) (any, error) {
		c, ok := args[0].(*Class)
		if !ok {
			return nil, TypeError.New("issubclass() arg 1 must be a class")
		}
		return c.IsSubclassOf(self.(*Class)), nil
	})
	t.addGetSet("__name__", func(self any) (any, error) { return self.(*Class).name, nil }, func(self, v any) error {
		return setClassText(self, "__name__", v, func(c *Class, s string) { c.name = s })
	})
	t.addGetSet("__qualname__", func(self any) (any, error) { return self.(*Class).qualname, nil }, func(self, v any) error {
		return setClassText(self, "__qualname__", v, func(c *Class, s string) { c.qualname = s })
	})
	t.addGetSet("__module__", func(self any) (any, error) {
		if v, ok := self.(*Class).dict.Get("__module__"); ok {
			return v, nil
		}
		return self.(*Class).module, nil
	}, func(self, v any) error {
		c := self.(*Class)
		if s, ok := v.(string); ok {
			c.module = s
		}
		c.dict.Set("__module__", v)
		c.modified("__module__")
		return nil
	})
	t.addGetSet("__doc__", func(self any) (any, error) {
		v, _ := self.(*Class).dict.Get("__doc__")
		return v, nil
	}, func(self, v any) error { return self.(*Class).setAttr("__doc__", v) })
	t.addGetSet("__mro__", func(self any) (any, error) { return NewTuple(classValues(self.(*Class).mro)...), nil }, nil)
	t.addGetSet("__bases__", func(self any) (any, error) { return NewTuple(classValues(self.(*Class).bases)...), nil }, nil)
	t.addGetSet("__base__", func(self any) (any, error) {
		if b := self.(*Class).bases; len(b) > 0 {
			return b[0], nil
		}
		return nil, nil
	}, nil)
	t.addGetSet("__abstractmethods__", func(self any) (any, error) {
		c := self.(*Class)
		if !c.metaclass().IsSubclassOf(ABCMeta) {
			return nil, errNoAttr
		}
		names := make([]any, len(c.abstract))
		for i, n := range c.abstract {
			names[i] = n
		}
		return NewFrozenSet(names...), nil
	}, func(self, v any) error { return self.(*Class).setAttr("__abstractmethods__", v) })
	t.addGetSet("__annotations__", func(self any) (any, error) {
		c := self.(*Class)
		if v, ok := c.dict.Get("__annotations__"); ok {
			return v, nil
		}
		if !c.heap {
			return nil, errNoAttr
		}
		d := NewDict[any, any]()
		c.dict.Set("__annotations__", d)
		return d, nil
	}, func(self, v any) error { return self.(*Class).setAttr("__annotations__", v) })
	t.addGetSet("__type_params__", func(self any) (any, error) {
		if v, ok := self.(*Class).dict.Get("__type_params__"); ok {
			return v, nil
		}
		return NewTuple[any](), nil
	}, func(self, v any) error { return self.(*Class).setAttr("__type_params__", v) })
}

func setClassText(self any, name string, v any, set func(*Class, string)) error {
	c := self.(*Class)
	if !c.heap {
		return Errorf(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.name)
	}
	s, ok := v.(string)
	if !ok {
		return Errorf(TypeError, "can only assign string to %s.%s, not '%s'", c.name, name, TypeOf(v).name)
	}
	set(c, s)
	return nil
}

func classValues(cs []*Class) []any {
	out := make([]any, len(cs))
	for i, c := range cs {
		out[i] = c
	}
	return out
}

// valueNatives gives the builtin value classes their special methods.
func valueNatives() {
	one := []Param{PosOnly("other")}
	compare := func(c *Class) {
		for op := OpEq; op <= OpGe; op++ {
			c.addNative(op.dunder().String(), one, func(self any, args []any) (any, error) {
				r, ok := builtinCompare(op, baseOf(self), baseOf(args[0]))
				if !ok {
					return NotImplemented, nil
				}
				return r, nil
			})
		}
	}
	operators := func(c *Class, ops ...BinOp) {
		for _, op := range ops {
			c.addNative(op.binary().String(), one, func(self any, args []any) (any, error) {
				r, ok := builtinBinary(op, baseOf(self), baseOf(args[0]))
				if !ok {
					return NotImplemented, nil
				}
				return r, nil
			})
			c.addNative(op.reflected().String(), one, func(self any, args []any) (any, error) {
				r, ok := builtinBinary(op, baseOf(args[0]), baseOf(self))
				if !ok {
					return NotImplemented, nil
				}
				return r, nil
			})
		}
	}
	unaries := func(c *Class, ds ...dunder) {
		for _, d := range ds {
			c.addNative(d.String(), nil, func(self any, _ []any) (any, error) {
				r, _ := numericUnary(d, baseOf(self))
				return r, nil
			})
		}
	}
	basics := func(c *Class) {
		compare(c)
		c.addNative("__repr__", nil, func(self any, _ []any) (any, error) { return nativeRepr(self), nil })
		if c.layout != layoutList && c.layout != layoutDict && c.layout != layoutSet && c.layout != layoutByteArray {
			c.addNative("__hash__", nil, func(self any, _ []any) (any, error) { return Hash(baseOf(self)), nil })
		} else {
			c.dict.Set("__hash__", nil)
		}
	}
	all := []BinOp{OpAdd, OpSub, OpMul, OpTrueDiv, OpFloorDiv, OpMod, OpDivMod, OpPow}
	for _, c := range []*Class{IntType, FloatType, ComplexType} {
		basics(c)
		operators(c, all...)
		unaries(c, dNeg, dPos, dAbs)
		c.addNative("__bool__", nil, func(self any, _ []any) (any, error) { return Truth(baseOf(self)), nil })
		c.addNative("__format__", one, func(self any, args []any) (any, error) { return formatBase(self, AsString(args[0])), nil })
	}
	operators(IntType, OpLShift, OpRShift, OpAnd, OpOr, OpXor)
	unaries(IntType, dInvert)
	for _, c := range []*Class{IntType, FloatType} {
		c.addNative("__int__", nil, func(self any, _ []any) (any, error) { return toInt(baseOf(self)) })
		c.addNative("__trunc__", nil, func(self any, _ []any) (any, error) { return toInt(baseOf(self)) })
		c.addNative("__floor__", nil, func(self any, _ []any) (any, error) { return roundedTo(math.Floor, baseOf(self)) })
		c.addNative("__ceil__", nil, func(self any, _ []any) (any, error) { return roundedTo(math.Ceil, baseOf(self)) })
		c.addNative("__float__", nil, func(self any, _ []any) (any, error) { return AsFloat(baseOf(self)), nil })
		c.addNative("__round__", []Param{PosOnly("ndigits").Default(nil)}, func(self any, args []any) (any, error) { return Round(baseOf(self), args[0]), nil })
	}
	IntType.addNative("__index__", nil, func(self any, _ []any) (any, error) { return Index(baseOf(self)), nil })
	for _, c := range []*Class{StrType, BytesType, ByteArrayType, ListType, TupleType, DictType, SetType, FrozenSetType, RangeType} {
		basics(c)
		c.addNative("__len__", nil, func(self any, _ []any) (any, error) { return Len(baseOf(self)), nil })
		c.addNative("__iter__", nil, func(self any, _ []any) (any, error) { return Iter(baseOf(self)), nil })
		c.addNative("__contains__", one, func(self any, args []any) (any, error) { return Contains(baseOf(self), args[0]), nil })
	}
	for _, c := range []*Class{StrType, BytesType, ByteArrayType, ListType, TupleType, DictType, RangeType} {
		c.addNative("__getitem__", one, func(self any, args []any) (any, error) {
			if o, ok := self.(*Object); ok {
				if d, ok := o.base.(*Dict[any, any]); ok {
					return dictItem(o, d, args[0]), nil
				}
			}
			return GetItem(baseOf(self), args[0]), nil
		})
	}
	for _, c := range []*Class{StrType, BytesType, ByteArrayType, ListType, TupleType} {
		operators(c, OpAdd, OpMul)
		c.dict.Del("__radd__")
	}
	operators(StrType, OpMod)
	StrType.addNative("__str__", nil, func(self any, _ []any) (any, error) { return baseOf(self), nil })
	StrType.addNative("__format__", one, func(self any, args []any) (any, error) { return formatBase(self, AsString(args[0])), nil })
	for _, c := range []*Class{SetType, FrozenSetType} {
		operators(c, OpAnd, OpOr, OpXor, OpSub)
	}
	operators(DictType, OpOr)
	for _, c := range []*Class{ByteArrayType, ListType, DictType} {
		c.addNative("__setitem__", []Param{PosOnly("key"), PosOnly("value")}, func(self any, args []any) (any, error) {
			SetItem(baseOf(self), args[0], args[1])
			return nil, nil
		})
		c.addNative("__delitem__", []Param{PosOnly("key")}, func(self any, args []any) (any, error) {
			DelItem(baseOf(self), args[0])
			return nil, nil
		})
	}
	for c, ops := range map[*Class][]BinOp{ListType: {OpAdd, OpMul}, ByteArrayType: {OpAdd, OpMul}, DictType: {OpOr}, SetType: {OpAnd, OpOr, OpXor, OpSub}} {
		for _, op := range ops {
			c.addNative(op.inplace().String(), one, func(self any, args []any) (any, error) {
				p, ok := baseOf(self).(pyInplace)
				if !ok {
					return NotImplemented, nil
				}
				if _, ok := p.pyInplaceOp(op, baseOf(args[0])); !ok {
					return NotImplemented, nil
				}
				return self, nil
			})
		}
	}
	for _, c := range []*Class{ListType, DictType, RangeType} {
		c.addNative("__reversed__", nil, func(self any, _ []any) (any, error) { return baseOf(self).(pyReversed).pyReversed(), nil })
	}
	for _, c := range []*Class{ListType, TupleType, DictType, SetType, FrozenSetType, TypeType} {
		c.dict.Set("__class_getitem__", NewClassMethod(NewBuiltin("__class_getitem__", []Param{PosOnly("cls"), PosOnly("item")}, func(_ context.Context, args []any) (any, error) {
			return NewAlias(args[0], args[1]), nil
		})))
	}
	for c, n := range map[*Class]string{IntType: "int([x]) -> integer\nint(x, base=10) -> integer", StrType: "str(object='') -> str", ListType: "Built-in mutable sequence."} {
		c.dict.Set("__doc__", n)
	}
}

// nativeRepr is the __repr__ of the builtin class that x's class derives
// from.
func nativeRepr(x any) string {
	if o, ok := x.(*Object); ok && o.base != nil {
		if s, ok := o.base.(AnySet); ok {
			if s.Len() == 0 {
				return o.class.name + "()"
			}
			return o.class.name + "({" + string(reprItems(s)) + "})"
		}
		return subclassRepr(o)
	}
	return Repr(x)
}

// roundedTo is __floor__ or __ceil__ of a number.
func roundedTo(round func(float64) float64, x any) (any, error) {
	if f, ok := x.(float64); ok {
		x = round(f)
	}
	return toInt(x)
}

// toInt is what int(x) gives for a number.
func toInt(x any) (any, error) {
	switch v := x.(type) {
	case int, *big.Int:
		return v, nil
	case bool:
		return IntFromBool(v), nil
	case float64:
		return IntAnyFromFloat(v), nil
	}
	return nil, Errorf(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", TypeOf(x).name)
}

// proxy returns the class dict as Python code sees it.
func (ns *Namespace) proxy() *MappingProxy {
	return &MappingProxy{d: ns.dictCopy()}
}
