package py

import (
	"context"
	"strings"
)

// builtinBehaviour is what a class does that ordinary classes do not: how the
// builtin ones are called, and what enum classes are as values.
type builtinBehaviour struct {
	// construct is the call of the builtin class itself.
	construct func(ctx context.Context, args []any, kw []Kw) (any, error)
	// empty makes the value inside an instance of a subclass before
	// fill, the __init__, gets the arguments; nil for immutable values,
	// which construct makes.
	empty func() any
	fill  func(base any, args []any, kw []Kw) error

	iter     func(c *Class) Iterator
	len      func(c *Class) int
	item     func(c *Class, key any) any
	contains func(c *Class, item any) bool
	newClass classMaker

	// late marks a library class whose __init__, not __new__, takes the
	// arguments: the value inside an instance of a subclass is made when the
	// subclass calls super().__init__.
	late bool
}

// Subclassed is implemented by the Go types of library classes that call
// methods which a subclass may override: SetSelf gives them the instance.
type Subclassed interface{ SetSelf(self any) }

// construct calls a class that Go code defines.
func (c *Class) construct(ctx context.Context, args []any, kw []Kw) (v any, err error) {
	if c.layout == layoutException {
		return c.newException(args, kw)
	}
	if c.builtin == nil || c.builtin.construct == nil {
		if f, ok := c.dict.Get("__new__"); ok && c != ObjectType {
			return callSlice(ctx, f, append([]any{c}, args...), kw)
		}
		return nil, Errorf(TypeError, "cannot create '%s' instances", c.name)
	}
	defer func() {
		if r := recover(); r != nil {
			v, err = nil, Recovered(r)
		}
	}()
	return c.builtin.construct(ctx, args, kw)
}

// newException is the construction of a builtin exception class, or of a
// subclass before its __init__.
func (c *Class) newException(args []any, kw []Kw) (any, error) {
	if c.IsSubclassOf(BaseExceptionGroup) {
		if len(args) != 2 {
			return nil, Errorf(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
		}
		return groupValue(makeGroup(c, args[0], args[1]))
	}
	if c.argsByInit() {
		return &Error{class: c}, nil
	}
	e := &Error{class: c, args: append([]any(nil), args...)}
	if len(kw) > 0 {
		if err := e.setKeywords(kw); err != nil {
			return nil, err
		}
	}
	initBuiltinException(e)
	if c.IsSubclassOf(ImportError) && len(args) == 1 {
		e.SetField("msg", args[0])
	}
	return e, nil
}

func groupValue(e *Error, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	return e, nil
}

// setKeywords handles the keyword arguments that some builtin exceptions
// take.
func (e *Error) setKeywords(kw []Kw) error {
	allowed := ""
	switch c := e.class; {
	case c.heap:
		return nil
	case c.IsSubclassOf(ImportError):
		allowed = " name path name_from "
	case c.IsSubclassOf(AttributeError):
		allowed = " name obj "
	case c.IsSubclassOf(NameError):
		allowed = " name "
	}
	for _, k := range kw {
		if allowed == "" {
			return Errorf(TypeError, "%s() takes no keyword arguments", e.class.name)
		}
		if !strings.Contains(allowed, " "+k.Name+" ") {
			return Errorf(TypeError, "%s() got an unexpected keyword argument '%s'", e.class.name, k.Name)
		}
		e.SetField(k.Name, k.Value)
	}
	return nil
}

// layoutRoot is the builtin class whose value instances of c hold.
func (c *Class) layoutRoot() *Class {
	root := ObjectType
	for _, k := range c.mro {
		if !k.heap && k.layout == c.layout {
			if root = k; c.layout == layoutOther || k.builtin != nil && k.builtin.late {
				break // the most derived of those that Go code makes
			}
		}
	}
	return root
}

// nativeNew makes an instance of a heap class without calling Python code.
func (c *Class) nativeNew(ctx context.Context, args []any, kw []Kw) (any, error) {
	if c.protocol != nil {
		return nil, TypeError.New("Protocols cannot be instantiated")
	}
	if len(c.abstract) > 0 {
		return nil, c.abstractError()
	}
	switch c.layout {
	case layoutObject:
		return NewObject(c), nil
	case layoutException:
		return c.newException(args, kw)
	case layoutType:
		return c.newByMeta(ctx, args, kw)
	}
	root := c.layoutRoot()
	if root.builtin == nil {
		return nil, Errorf(TypeError, "cannot create '%s' instances", c.name)
	}
	if root.builtin.empty != nil {
		return newObjectOf(c, root.builtin.empty()), nil
	}
	if root.builtin.late && root.layout != layoutOther {
		v, err := root.construct(ctx, nil, nil) // filled by __init__
		if err != nil {
			return nil, err
		}
		return newObjectOf(c, baseOf(v)), nil
	}
	if c.override(dInit) != nil && (root == ObjectType || root.builtin.late) {
		return NewObject(c), nil
	}
	v, err := root.construct(ctx, args, kw)
	if err != nil {
		return nil, err
	}
	return newObjectOf(c, baseOf(v)), nil
}

// newByMeta is type.__new__(meta, name, bases, namespace).
func (c *Class) newByMeta(ctx context.Context, args []any, kw []Kw) (any, error) {
	if len(args) != 3 {
		return nil, Errorf(TypeError, "type.__new__() takes exactly 3 arguments (%d given)", len(args))
	}
	name, ok := args[0].(string)
	if !ok {
		return nil, Errorf(TypeError, "type.__new__() argument 1 must be str, not %s", TypeOf(args[0]).name)
	}
	bases, ok := baseOf(args[1]).(AnyTuple)
	if !ok {
		return nil, Errorf(TypeError, "type.__new__() argument 2 must be tuple, not %s", TypeOf(args[1]).name)
	}
	d, ok := baseOf(args[2]).(*Dict[any, any])
	if !ok {
		return nil, Errorf(TypeError, "type.__new__() argument 3 must be dict, not %s", TypeOf(args[2]).name)
	}
	meta, err := winner(c, boxItems(bases))
	if err != nil {
		return nil, err
	}
	return meta.makeClass(ctx, name, boxItems(bases), namespaceOf(d), kw)
}

func namespaceOf(d *Dict[any, any]) *Namespace {
	ns := NewNamespace()
	for k, v := range d.Items() {
		ns.Set(AsString(k), v)
	}
	return ns
}

// nativeInit is the __init__ of the builtin class below x's class. explicit
// tells that Python code called it by super().
func nativeInit(ctx context.Context, x any, xc *Class, args []any, kw []Kw, userNew, explicit bool) (err error) {
	switch xc.layout {
	case layoutObject:
		if len(args) == 0 && len(kw) == 0 {
			return nil
		}
		if explicit && xc.override(dInit) != nil {
			return TypeError.New("object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if !userNew {
			return Errorf(TypeError, "%s() takes no arguments", xc.name)
		}
		return nil
	case layoutException:
		e := x.(BaseException).Exc()
		if len(kw) > 0 && xc.heap {
			return Errorf(TypeError, "%s() takes no keyword arguments", xc.name)
		}
		if explicit && (!xc.IsSubclassOf(OSError) || xc.argsByInit()) && !xc.IsSubclassOf(BaseExceptionGroup) {
			e.args = append([]any(nil), args...)
			initBuiltinException(e)
		}
		return nil
	}
	o, ok := x.(*Object)
	root := xc.layoutRoot()
	if ok && root.builtin != nil && root.builtin.late && (explicit || root.layout != layoutOther) {
		v, err := root.construct(ctx, args, kw)
		if err == nil {
			o.setBase(baseOf(v))
		}
		return err
	}
	if root.builtin == nil || root.builtin.fill == nil {
		return nil
	}
	defer func() {
		if r := recover(); r != nil {
			err = Recovered(r)
		}
	}()
	if ok {
		return root.builtin.fill(o.base, args, kw)
	}
	return root.builtin.fill(x, args, kw)
}

// atMost checks the number of arguments of a builtin class.
func atMost(name string, args []any, kw []Kw, most int) error {
	if len(kw) > 0 {
		return Errorf(TypeError, "%s() takes no keyword arguments", name)
	}
	if len(args) > most {
		return Errorf(TypeError, "%s expected at most %d argument%s, got %d", name, most, pluralS(most), len(args))
	}
	return nil
}

// simple makes the constructor of a class that takes at most one positional
// argument.
func simple(name string, none any, one func(x any) any) func(context.Context, []any, []Kw) (any, error) {
	return func(_ context.Context, args []any, kw []Kw) (any, error) {
		if err := atMost(name, args, kw, 1); err != nil {
			return nil, err
		}
		if len(args) == 0 {
			return none, nil
		}
		return one(args[0]), nil
	}
}

func init() {
	ObjectType.builtin = &builtinBehaviour{construct: func(_ context.Context, args []any, kw []Kw) (any, error) {
		if len(args)+len(kw) > 0 {
			return nil, TypeError.New("object() takes no arguments")
		}
		return NewObject(ObjectType), nil
	}}
	TypeType.builtin = &builtinBehaviour{construct: func(ctx context.Context, args []any, kw []Kw) (any, error) {
		if len(args) == 1 && len(kw) == 0 {
			return TypeOf(args[0]), nil
		}
		if len(args) != 3 {
			return nil, TypeError.New("type() takes 1 or 3 arguments")
		}
		return TypeType.newByMeta(ctx, args, kw)
	}}
	NoneType.builtin = &builtinBehaviour{construct: simple("NoneType", nil, func(any) any { return nil })}
	BoolType.builtin = &builtinBehaviour{construct: simple("bool", false, func(x any) any { return Truth(x) })}
	IntType.builtin = &builtinBehaviour{construct: intNew}
	FloatType.builtin = &builtinBehaviour{construct: simple("float", 0.0, func(x any) any { return Must(ToFloat(x)) })}
	ComplexType.builtin = &builtinBehaviour{construct: complexNew}
	StrType.builtin = &builtinBehaviour{construct: strNew}
	BytesType.builtin = &builtinBehaviour{construct: func(_ context.Context, args []any, kw []Kw) (any, error) { return bytesNew("bytes", args, kw) }}
	TupleType.builtin = &builtinBehaviour{construct: simple("tuple", NewTuple[any](), func(x any) any {
		if t, ok := x.(*Tuple[any]); ok {
			return t
		}
		return NewTuple(copyItems(x)...)
	})}
	FrozenSetType.builtin = &builtinBehaviour{construct: simple("frozenset", NewFrozenSet[any](), func(x any) any {
		if s, ok := x.(*FrozenSet[any]); ok {
			return s
		}
		s := NewSet[any]()
		s.fill(x)
		return &FrozenSet[any]{s.t}
	})}
	container(ListType, func() any { return NewList[any]() }, func(base any, args []any, kw []Kw) error {
		if err := atMost("list", args, kw, 1); err != nil {
			return err
		}
		l := base.(*List[any])
		l.Clear()
		if len(args) == 1 {
			l.items = copyItems(args[0])
		}
		return nil
	})
	container(SetType, func() any { return NewSet[any]() }, func(base any, args []any, kw []Kw) error {
		if err := atMost("set", args, kw, 1); err != nil {
			return err
		}
		s := base.(*Set[any])
		s.Clear()
		if len(args) == 1 {
			s.fill(args[0])
		}
		return nil
	})
	container(DictType, func() any { return NewDict[any, any]() }, func(base any, args []any, kw []Kw) error {
		if len(args) > 1 {
			return Errorf(TypeError, "dict expected at most 1 argument, got %d", len(args))
		}
		d := base.(*Dict[any, any])
		if len(args) == 1 {
			src := args[0]
			if o, ok := src.(*Object); ok && o.class.layout == layoutDict && o.class.override(dIter) == nil {
				src = o.base
			}
			d.UpdateAny(src)
		}
		for _, k := range kw {
			d.Set(k.Name, k.Value)
		}
		return nil
	})
	container(ByteArrayType, func() any { return NewByteArray("") }, func(base any, args []any, kw []Kw) error {
		b, err := bytesNew("bytearray", args, kw)
		if err != nil {
			return err
		}
		*base.(*ByteArray) = *NewByteArray(b.(Bytes))
		return nil
	})
	RangeType.builtin = &builtinBehaviour{construct: rangeNew}
	SliceType.builtin = &builtinBehaviour{construct: func(_ context.Context, args []any, kw []Kw) (any, error) {
		if len(args) == 0 || len(args) > 3 {
			return nil, nativeArity("slice", len(args), 1, 3)
		}
		if len(args) == 1 {
			return NewSlice(nil, args[0], nil), nil
		}
		return NewSlice(args[0], args[1], append(args, nil)[2]), nil
	}}
	container(PropertyType, func() any { return &Property{} }, propertyInit)
	StaticMethodType.builtin = &builtinBehaviour{construct: simple("staticmethod", nil, func(x any) any { return NewStaticMethod(x) })}
	ClassMethodType.builtin = &builtinBehaviour{construct: simple("classmethod", nil, func(x any) any { return NewClassMethod(x) })}
	SuperType.builtin = &builtinBehaviour{construct: func(_ context.Context, args []any, kw []Kw) (any, error) {
		if len(args) != 2 {
			return nil, RuntimeError.New("super(): no arguments")
		}
		c, ok := args[0].(*Class)
		if !ok {
			return nil, Errorf(TypeError, "super() argument 1 must be a type, not %s", TypeOf(args[0]).name)
		}
		return Super(c, args[1]), nil
	}}
	MethodType.builtin = &builtinBehaviour{construct: func(_ context.Context, args []any, kw []Kw) (any, error) {
		if len(args) != 2 {
			return nil, nativeArity("method", len(args), 2, 2)
		}
		return Bind(args[0], args[1]), nil
	}}
	MappingProxyType.builtin = &builtinBehaviour{construct: simple("mappingproxy", nil, func(x any) any {
		return MappingProxyOf(x)
	})}
}

// container gives a mutable builtin class its construction: empty, then
// filled.
func container(c *Class, empty func() any, fill func(base any, args []any, kw []Kw) error) {
	c.builtin = &builtinBehaviour{empty: empty, fill: fill, construct: func(_ context.Context, args []any, kw []Kw) (any, error) {
		v := empty()
		return v, fill(v, args, kw)
	}}
}

// copyItems returns a fresh slice of the items of an iterable.
func copyItems(x any) []any {
	switch v := x.(type) {
	case *List[any]:
		return append([]any(nil), v.items...)
	case *Tuple[any]:
		return append([]any(nil), v.items...)
	}
	return collect(x)
}

// propertyInit is property.__init__(fget, fset, fdel, doc).
func propertyInit(base any, args []any, kw []Kw) error {
	slots := []any{nil, nil, nil, nil}
	if len(args) > 4 {
		return Errorf(TypeError, "property() takes at most 4 arguments (%d given)", len(args))
	}
	copy(slots, args)
	for _, k := range kw {
		switch k.Name {
		case "fget":
			slots[0] = k.Value
		case "fset":
			slots[1] = k.Value
		case "fdel":
			slots[2] = k.Value
		case "doc":
			slots[3] = k.Value
		default:
			return Errorf(TypeError, "property() got an unexpected keyword argument '%s'", k.Name)
		}
	}
	made := NewProperty(slots[0], slots[1], slots[2], slots[3])
	p := base.(*Property)
	p.fget, p.fset, p.fdel, p.doc = made.fget, made.fset, made.fdel, made.doc
	return nil
}

func rangeNew(_ context.Context, args []any, kw []Kw) (any, error) {
	if len(kw) > 0 {
		return nil, TypeError.New("range() takes no keyword arguments")
	}
	switch len(args) {
	case 1:
		return NewRange(0, AsInt(args[0]), 1), nil
	case 2:
		return NewRange(AsInt(args[0]), AsInt(args[1]), 1), nil
	case 3:
		return NewRange(AsInt(args[0]), AsInt(args[1]), AsInt(args[2])), nil
	}
	return nil, nativeArity("range", len(args), 1, 3)
}
