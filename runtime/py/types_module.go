package py

import (
	"context"
	"strings"
)

// SimpleNamespace is types.SimpleNamespace.
var SimpleNamespace = newClass("SimpleNamespace", "types", []*Class{ObjectType})

func init() {
	c := SimpleNamespace
	c.heap = true
	init := NewFunc("__init__", []Param{PosOnly("self"), PosOnly("mapping_or_iterable").Default(nil), VarKw("kwargs")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		if args[1] != nil {
			d := NewDict[any, any]()
			d.UpdateAny(args[1])
			for k, v := range d.Items() {
				SetAttr(args[0], keywordName(k), v)
			}
		}
		for k, v := range args[2].(*Dict[any, any]).Items() {
			SetAttr(args[0], k.(string), v)
		}
		return nil, nil
	})
	init.qualname, init.module = "SimpleNamespace.__init__", "types"
	c.dict.Set("__init__", init)
	c.addPython("__repr__", nil, func(self any, _ []any) (any, error) {
		o := self.(*Object)
		name := "namespace"
		if o.class != SimpleNamespace {
			name = o.class.name
		}
		if !reprEnter(self) {
			return name + "(...)", nil
		}
		defer reprLeave(self)
		var parts []string
		for _, n := range o.attrNames() {
			v, _ := o.getOwn(n)
			parts = append(parts, n+"="+Repr(v))
		}
		return name + "(" + strings.Join(parts, ", ") + ")", nil
	})
	c.addPython("__eq__", []Param{PosOnly("other")}, func(self any, args []any) (any, error) {
		a, ok := self.(*Object)
		b, ok2 := args[0].(*Object)
		if !ok || !ok2 || !b.class.IsSubclassOf(SimpleNamespace) {
			return NotImplemented, nil
		}
		return Eq(a.Dict(), b.Dict()), nil
	})
	c.dict.Set("__hash__", nil)
}

// ModuleTypes is the module types for dynamic code.
var ModuleTypes = NewModule("types", func(m *Module) {
	for n, c := range map[string]*Class{"FunctionType": FunctionType, "LambdaType": FunctionType, "MethodType": MethodType, "BuiltinFunctionType": BuiltinFunctionType,
		"BuiltinMethodType": BuiltinFunctionType, "GeneratorType": GeneratorType, "NoneType": NoneType, "EllipsisType": EllipsisClass, "NotImplementedType": NotImplementedClass,
		"MappingProxyType": MappingProxyType, "SimpleNamespace": SimpleNamespace, "GenericAlias": AliasType, "UnionType": UnionType, "ModuleType": ModuleClass} {
		m.Set(n, c)
	}
	m.Func("new_class", []Param{Pos("name"), Pos("bases").Default(NewTuple[any]()), Pos("kwds").Default(nil), Pos("exec_body").Default(nil)}, func(ctx context.Context, a []any) (any, error) {
		d := NewDict[any, any]()
		if a[3] != nil {
			if _, err := Call(ctx, a[3], d); err != nil {
				return nil, err
			}
		}
		var kw []Kw
		if a[2] != nil {
			kw = StarKw(nil, nil, a[2])
		}
		return NewClass(ctx, AsString(a[0]), collect(a[1]), namespaceOf(d), kw)
	})
})
