package collections

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// userClass makes a class that wraps a builtin container in an attribute
// data, for programs to derive from.
func userClass(name, base string, add func(method func(name string, params []py.Param, f func(ctx context.Context, self any, a []any) (any, error)))) *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "collections")
	add(func(method string, params []py.Param, f func(ctx context.Context, self any, a []any) (any, error)) {
		all := append([]py.Param{py.Pos("self")}, params...)
		ns.Set(method, py.NewFunc(method, all, func(ctx context.Context, a []any) (v any, err error) {
			err = py.Catch(func() (err error) { v, err = f(ctx, a[0], a[1:]); return err })
			return v, err
		}).WithQualname(name+"."+method))
	})
	return py.Must(py.NewClass(context.Background(), name, []any{py.AbstractClass(base)}, ns, nil)).(*py.Class)
}

func data(self any) any { return py.GetAttr(self, "data") }

// UserDict is the class collections.UserDict.
var UserDict = userClass("UserDict", "MutableMapping", func(m func(string, []py.Param, func(context.Context, any, []any) (any, error))) {
	m("__init__", []py.Param{py.PosOnly("dict").Default(nil), py.VarKw("kwargs")}, func(ctx context.Context, self any, a []any) (any, error) {
		py.SetAttr(self, "data", py.NewDict[any, any]())
		if a[0] != nil {
			py.Must(py.CallMethod(ctx, self, "update", a[0]))
		}
		if py.Truth(a[1]) {
			py.Must(py.CallMethod(ctx, self, "update", a[1]))
		}
		return nil, nil
	})
	m("__len__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Len(data(self)), nil })
	m("__getitem__", []py.Param{py.Pos("key")}, func(ctx context.Context, self any, a []any) (any, error) {
		if !py.Contains(data(self), a[0]) && py.HasAttr(py.TypeOf(self), "__missing__") {
			return py.CallMethod(ctx, self, "__missing__", a[0])
		}
		return py.GetItem(data(self), a[0]), nil
	})
	m("__setitem__", []py.Param{py.Pos("key"), py.Pos("item")}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetItem(data(self), a[0], a[1])
		return nil, nil
	})
	m("__delitem__", []py.Param{py.Pos("key")}, func(_ context.Context, self any, a []any) (any, error) {
		py.DelItem(data(self), a[0])
		return nil, nil
	})
	m("__iter__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Iter(data(self)), nil })
	m("__contains__", []py.Param{py.Pos("key")}, func(_ context.Context, self any, a []any) (any, error) {
		return py.Contains(data(self), a[0]), nil
	})
	m("get", []py.Param{py.Pos("key"), py.Pos("default").Default(nil)}, func(_ context.Context, self any, a []any) (any, error) {
		if py.Contains(self, a[0]) {
			return py.GetItem(self, a[0]), nil
		}
		return a[1], nil
	})
	m("__repr__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Repr(data(self)), nil })
	m("copy", nil, func(ctx context.Context, self any, _ []any) (any, error) {
		return py.Call(ctx, py.TypeOf(self), data(self))
	})
	m("__or__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		other := a[0]
		if py.IsInstance(other, py.TypeOf(self)) {
			other = data(other)
		}
		return py.Call(ctx, py.TypeOf(self), py.Or(data(self), other))
	})
})

// UserList is the class collections.UserList.
var UserList = userClass("UserList", "MutableSequence", func(m func(string, []py.Param, func(context.Context, any, []any) (any, error))) {
	plain := func(x any) any {
		if py.HasAttr(x, "data") {
			return data(x)
		}
		return x
	}
	m("__init__", []py.Param{py.Pos("initlist").Default(nil)}, func(_ context.Context, self any, a []any) (any, error) {
		l := py.NewList[any]()
		if a[0] != nil {
			l.Extend(py.Each(plain(a[0])))
		}
		py.SetAttr(self, "data", l)
		return nil, nil
	})
	m("__len__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Len(data(self)), nil })
	m("__getitem__", []py.Param{py.Pos("i")}, func(ctx context.Context, self any, a []any) (any, error) {
		v := py.GetItem(data(self), a[0])
		if _, ok := a[0].(*py.Slice); ok {
			return py.Call(ctx, py.TypeOf(self), v)
		}
		return v, nil
	})
	m("__setitem__", []py.Param{py.Pos("i"), py.Pos("item")}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetItem(data(self), a[0], a[1])
		return nil, nil
	})
	m("__delitem__", []py.Param{py.Pos("i")}, func(_ context.Context, self any, a []any) (any, error) {
		py.DelItem(data(self), a[0])
		return nil, nil
	})
	m("__repr__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Repr(data(self)), nil })
	m("__contains__", []py.Param{py.Pos("item")}, func(_ context.Context, self any, a []any) (any, error) {
		return py.Contains(data(self), a[0]), nil
	})
	m("__eq__", []py.Param{py.Pos("other")}, func(_ context.Context, self any, a []any) (any, error) {
		return py.Eq(data(self), plain(a[0])), nil
	})
	m("__add__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		return py.Call(ctx, py.TypeOf(self), py.Add(data(self), py.ListOf(py.Each(a[0]))))
	})
	m("__mul__", []py.Param{py.Pos("n")}, func(ctx context.Context, self any, a []any) (any, error) {
		return py.Call(ctx, py.TypeOf(self), py.Mul(data(self), a[0]))
	})
	for _, name := range []string{"append", "insert", "pop", "remove", "clear", "count", "index", "reverse", "sort", "extend"} {
		m(name, []py.Param{py.VarArgs("args"), py.VarKw("kwds")}, func(ctx context.Context, self any, a []any) (any, error) {
			return py.CallMethodKw(ctx, data(self), name, py.Args(a[0]), py.StarKw(nil, nil, a[1]))
		})
	}
	m("copy", nil, func(ctx context.Context, self any, _ []any) (any, error) { return py.Call(ctx, py.TypeOf(self), self) })
})
