package py

import "context"

// ModuleTyping is the module typing for dynamic code.
var ModuleTyping = NewModule("typing", func(m *Module) {
	for _, n := range []string{"Union", "Optional", "Literal", "ClassVar", "Final", "Annotated", "NoReturn", "Never", "Self", "TypeAlias", "TypeGuard",
		"TypeIs", "Concatenate", "Unpack", "Required", "NotRequired", "ReadOnly", "LiteralString",
		"SupportsInt", "SupportsFloat", "SupportsIndex", "SupportsAbs", "SupportsRound", "SupportsBytes", "SupportsComplex", "AnyStr", "IO", "TextIO", "BinaryIO", "Pattern", "Match", "DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap"} {
		m.Set(n, NewSpecialForm(n))
	}
	for n, c := range abstractClasses() {
		m.Set(n, c)
	}
	for alias, n := range map[string]string{"AbstractSet": "Set", "ContextManager": "AbstractContextManager", "AsyncContextManager": "AbstractAsyncContextManager"} {
		m.Set(alias, abstractClasses()[n])
	}
	for n, c := range map[string]*Class{"List": ListType, "Dict": DictType, "Set": SetType, "FrozenSet": FrozenSetType, "Tuple": TupleType, "Type": TypeType, "Text": StrType,
		"Any": anyType, "Generic": Generic, "Protocol": Protocol, "TypedDict": TypedDict, "NamedTuple": NamedTuple} {
		m.Set(n, c)
	}
	m.Set("TYPE_CHECKING", false)
	typeVar := func(name string, kind *Class) {
		m.Func(name, []Param{Pos("name"), VarArgs("constraints"), KwOnly("bound").Default(nil), VarKw("options")}, func(_ context.Context, a []any) (any, error) {
			return &TypeVar{name: AsString(a[0]), kind: kind, bound: a[2], cons: a[1].(*Tuple[any]).items}, nil
		})
	}
	typeVar("TypeVar", TypeVarType)
	typeVar("ParamSpec", ParamSpecType)
	typeVar("TypeVarTuple", TypeVarTupleType)
	m.Func("NewType", []Param{Pos("name"), Pos("tp")}, func(_ context.Context, a []any) (any, error) {
		return &NewTypeObject{name: AsString(a[0]), super: a[1]}, nil
	})
	m.Func("cast", []Param{Pos("typ"), Pos("val")}, func(_ context.Context, a []any) (any, error) { return a[1], nil })
	for _, n := range []string{"overload", "final", "no_type_check", "override"} {
		m.Func(n, []Param{PosOnly("f")}, func(_ context.Context, a []any) (any, error) { return a[0], nil })
	}
	m.Func("runtime_checkable", []Param{PosOnly("cls")}, func(_ context.Context, a []any) (any, error) { return RuntimeCheckable(a[0]), nil })
	m.Func("assert_never", []Param{PosOnly("arg")}, func(_ context.Context, a []any) (any, error) {
		return nil, Errorf(AssertionError, "Expected code to be unreachable, but got: %s", Repr(a[0]))
	})
	m.Func("reveal_type", []Param{PosOnly("obj")}, func(_ context.Context, a []any) (any, error) { return a[0], nil })
	m.Func("get_origin", []Param{PosOnly("tp")}, func(_ context.Context, a []any) (any, error) {
		switch t := a[0].(type) {
		case *Alias:
			return t.origin, nil
		case *Union:
			return UnionType, nil
		}
		return nil, nil
	})
	m.Func("get_args", []Param{PosOnly("tp")}, func(_ context.Context, a []any) (any, error) {
		switch t := a[0].(type) {
		case *Alias:
			return NewTuple(t.args...), nil
		case *Union:
			return NewTuple(t.Args()...), nil
		}
		return NewTuple[any](), nil
	})
})

// ModuleAbc is the module abc for dynamic code.
var ModuleAbc = NewModule("abc", func(m *Module) {
	m.Set("ABC", ABC)
	m.Set("ABCMeta", ABCMeta)
	m.Func("abstractmethod", []Param{Pos("funcobj")}, func(_ context.Context, a []any) (any, error) { return AbstractMethod(a[0]), nil })
})
