package collections

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// userClass makes a class that wraps a builtin container in an attribute
// data, for programs to derive from.
func userClass(name, base string, add func(define)) *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "collections")
	add(func(method string, params []py.Param, f func(ctx context.Context, self any, a []any) (any, error)) {
		all := append([]py.Param{py.PosOnly("self")}, params...)
		ns.Set(method, py.NewFunc(method, all, func(ctx context.Context, a []any) (v any, err error) {
			err = py.Catch(func() (err error) { v, err = f(ctx, a[0], a[1:]); return err })
			return v, err
		}).WithQualname(name+"."+method))
	})
	var bases []any
	if base != "" {
		bases = append(bases, py.AbstractClass(base))
	}
	c := py.Must(py.NewClass(context.Background(), name, bases, ns, nil)).(*py.Class)
	userClasses = append(userClasses, c)
	return c
}

func init() {
	py.SetAttr(UserDict, "fromkeys", py.NewClassMethod(py.NewFunc("fromkeys", []py.Param{py.Pos("cls"), py.Pos("iterable"), py.Pos("value").Default(nil)},
		func(ctx context.Context, a []any) (any, error) {
			d, err := py.Call(ctx, a[0])
			if err != nil {
				return nil, err
			}
			return d, py.Catch(func() error {
				for k := range py.Each(a[1]) {
					py.SetItem(d, k, a[2])
				}
				return nil
			})
		})))
}

// NewUserDict is UserDict(dict, **kwargs).
func NewUserDict(dict any, kwargs *py.Dict[string, any]) any {
	var kw []py.Kw
	for k, v := range kwargs.Items() {
		kw = append(kw, py.Kw{Name: k, Value: v})
	}
	return py.Must(py.CallKw(py.CurrentContext(), UserDict, []any{dict}, kw))
}

// NewUserList is UserList(initlist).
func NewUserList(initlist any) any { return py.Must(py.Call(py.CurrentContext(), UserList, initlist)) }

// NewUserString is UserString(seq).
func NewUserString(seq any) any { return py.Must(py.Call(py.CurrentContext(), UserString, seq)) }

func data(self any) any { return py.GetAttr(self, "data") }

// plainData is the container that x wraps, or x itself.
func plainData(x any) any {
	for _, c := range userClasses {
		if py.IsInstance(x, c) {
			return data(x)
		}
	}
	return x
}

// userClasses are the classes that userClass made.
var userClasses []*py.Class

// define adds a method to a class that is being made.
type define func(name string, params []py.Param, f func(ctx context.Context, self any, a []any) (any, error))

// compareData adds the comparisons by the wrapped value.
func compareData(m define) {
	for op, name := range map[py.CompareOp]string{py.OpEq: "__eq__", py.OpLt: "__lt__", py.OpLe: "__le__", py.OpGt: "__gt__", py.OpGe: "__ge__"} {
		m(name, []py.Param{py.Pos("other")}, func(_ context.Context, self any, a []any) (any, error) {
			return py.RichCompare(op, data(self), plainData(a[0])), nil
		})
	}
}

// repeatData adds the multiplication from both sides.
func repeatData(m define) {
	for _, name := range []string{"__mul__", "__rmul__"} {
		m(name, []py.Param{py.Pos("n")}, func(ctx context.Context, self any, a []any) (any, error) {
			return py.Call(ctx, py.TypeOf(self), py.Mul(data(self), a[0]))
		})
	}
}

// UserDict is the class collections.UserDict.
var UserDict = userClass("UserDict", "MutableMapping", func(m define) {
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
	inner := func(x any) (any, bool) {
		x = plainData(x)
		return x, py.IsInstance(x, py.DictType)
	}
	m("__or__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		other, ok := inner(a[0])
		if !ok {
			return py.NotImplemented, nil
		}
		return py.Call(ctx, py.TypeOf(self), py.Or(data(self), other))
	})
	m("__ror__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		other, ok := inner(a[0])
		if !ok {
			return py.NotImplemented, nil
		}
		return py.Call(ctx, py.TypeOf(self), py.Or(other, data(self)))
	})
	m("__ior__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		other, _ := inner(a[0])
		py.SetAttr(self, "data", py.IOr(data(self), other))
		return self, nil
	})
})

// UserList is the class collections.UserList.
var UserList = userClass("UserList", "MutableSequence", func(m define) {
	m("__init__", []py.Param{py.Pos("initlist").Default(nil)}, func(_ context.Context, self any, a []any) (any, error) {
		l := py.NewList[any]()
		if a[0] != nil {
			l.Extend(py.Each(plainData(a[0])))
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
	compareData(m)
	m("__add__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		return py.Call(ctx, py.TypeOf(self), py.Add(data(self), py.ListOf(py.Each(a[0]))))
	})
	m("__radd__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		return py.Call(ctx, py.TypeOf(self), py.Add(py.ListOf(py.Each(a[0])), data(self)))
	})
	m("__iadd__", []py.Param{py.Pos("other")}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetAttr(self, "data", py.IAdd(data(self), plainData(a[0])))
		return self, nil
	})
	m("__imul__", []py.Param{py.Pos("n")}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetAttr(self, "data", py.IMul(data(self), a[0]))
		return self, nil
	})
	repeatData(m)
	for _, name := range []string{"append", "insert", "pop", "remove", "clear", "count", "index", "reverse", "sort", "extend"} {
		m(name, []py.Param{py.VarArgs("args"), py.VarKw("kwds")}, func(ctx context.Context, self any, a []any) (any, error) {
			args := py.Args(a[0])
			if name == "extend" && len(args) == 1 {
				args = []any{plainData(args[0])}
			}
			return py.CallMethodKw(ctx, data(self), name, args, py.StarKw(nil, nil, a[1]))
		})
	}
	m("copy", nil, func(ctx context.Context, self any, _ []any) (any, error) { return py.Call(ctx, py.TypeOf(self), self) })
})
