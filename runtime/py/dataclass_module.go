package py

import "context"

// ModuleDataclasses is the module dataclasses for dynamic code.
var ModuleDataclasses = NewModule("dataclasses", func(m *Module) {
	m.Set("MISSING", Missing)
	m.Set("KW_ONLY", KwOnlyMarker)
	m.Set("InitVar", InitVarMarker)
	m.Set("Field", FieldType)
	m.Set("FrozenInstanceError", FrozenInstanceError)
	m.Func("dataclass", []Param{PosOnly("cls").Default(nil), VarKw("options")}, func(ctx context.Context, a []any) (any, error) {
		return DecorateDataclass(ctx, a[0], kwOf(a[1]))
	})
	m.Func("field", []Param{KwOnly("default").Default(Missing), KwOnly("default_factory").Default(Missing), KwOnly("init").Default(true), KwOnly("repr").Default(true),
		KwOnly("hash").Default(nil), KwOnly("compare").Default(true), KwOnly("metadata").Default(nil), KwOnly("kw_only").Default(Missing)}, func(_ context.Context, a []any) (any, error) {
		if a[0] != Missing && a[1] != Missing {
			return nil, ValueError.New("cannot specify both default and default_factory")
		}
		kwOnly := a[7]
		if kwOnly != Missing {
			kwOnly = Truth(kwOnly)
		}
		return &Field{def: a[0], factory: a[1], init: Truth(a[2]), repr: Truth(a[3]), hash: a[4], compare: Truth(a[5]), metadata: a[6], kwOnly: kwOnly}, nil
	})
	m.Func("fields", []Param{Pos("class_or_instance")}, func(_ context.Context, a []any) (any, error) {
		t, err := Fields(a[0])
		if err != nil {
			return nil, err
		}
		return t, nil
	})
	m.Func("is_dataclass", []Param{Pos("obj")}, func(_ context.Context, a []any) (any, error) { return IsDataclass(a[0]), nil })
	m.Func("asdict", []Param{Pos("obj"), KwOnly("dict_factory").Default(nil)}, func(ctx context.Context, a []any) (any, error) {
		return AsDict(ctx, a[0], a[1])
	})
	m.Func("astuple", []Param{Pos("obj"), KwOnly("tuple_factory").Default(nil)}, func(ctx context.Context, a []any) (any, error) {
		return AsTuple(ctx, a[0], a[1])
	})
	m.Func("replace", []Param{PosOnly("obj"), VarKw("changes")}, func(ctx context.Context, a []any) (any, error) {
		return Replace(ctx, a[0], kwOf(a[1]))
	})
	m.Func("make_dataclass", []Param{Pos("cls_name"), Pos("fields"), KwOnly("bases").Default(NewTuple[any]()), KwOnly("namespace").Default(nil), VarKw("options")}, func(ctx context.Context, a []any) (any, error) {
		return makeDataclass(ctx, AsString(a[0]), a[1], a[2], a[3], kwOf(a[4]))
	})
})

// DecorateDataclass is dataclass used as a decorator: with a nil cls it
// returns the decorator.
func DecorateDataclass(ctx context.Context, cls any, options []Kw) (any, error) {
	if cls == nil {
		return NewBuiltin("wrap", []Param{PosOnly("cls")}, func(ctx context.Context, a []any) (any, error) {
			return DecorateDataclass(ctx, a[0], options)
		}), nil
	}
	c, ok := cls.(*Class)
	if !ok {
		return nil, Errorf(TypeError, "dataclass() should be applied to a class, not %s", TypeOf(cls).name)
	}
	return Dataclass(ctx, c, options...)
}

// makeDataclass is make_dataclass: a class from a list of names, pairs and
// triples.
func makeDataclass(ctx context.Context, name string, fields, bases, namespace any, options []Kw) (any, error) {
	ns := NewNamespace()
	if d, ok := namespace.(*Dict[any, any]); ok {
		ns = namespaceOf(d)
	}
	ann := NewDict[any, any]()
	for item := range Each(fields) {
		if s, ok := item.(string); ok {
			ann.Set(s, "typing.Any")
			continue
		}
		parts := collect(item)
		switch len(parts) {
		case 2:
			ann.Set(parts[0], parts[1])
		case 3:
			ann.Set(parts[0], parts[1])
			ns.Set(AsString(parts[0]), parts[2])
		default:
			return nil, Errorf(TypeError, "Invalid field: %s", Repr(item))
		}
	}
	ns.Set("__annotations__", ann)
	c, err := NewClass(ctx, name, collect(bases), ns, nil)
	if err != nil {
		return nil, err
	}
	return DecorateDataclass(ctx, c, options)
}

func init() {
	attr := func(name string, get func(f *Field) any) {
		FieldType.addGetSet(name, func(self any) (any, error) { return get(self.(*Field)), nil }, nil)
	}
	attr("name", func(f *Field) any { return f.name })
	attr("type", func(f *Field) any { return f.typ })
	attr("default", func(f *Field) any { return f.def })
	attr("default_factory", func(f *Field) any { return f.factory })
	attr("init", func(f *Field) any { return f.init })
	attr("repr", func(f *Field) any { return f.repr })
	attr("hash", func(f *Field) any { return f.hash })
	attr("compare", func(f *Field) any { return f.compare })
	attr("kw_only", func(f *Field) any { return f.kwOnly })
	attr("metadata", func(f *Field) any { return f.meta() })
	InitVarMarker.dict.Set("__class_getitem__", aliasGetItem())
}

// aliasGetItem is a __class_getitem__ that makes an Alias.
func aliasGetItem() *ClassMethod {
	return NewClassMethod(NewBuiltin("__class_getitem__", []Param{PosOnly("cls"), PosOnly("item")}, func(_ context.Context, args []any) (any, error) {
		return NewAlias(args[0], args[1]), nil
	}))
}
