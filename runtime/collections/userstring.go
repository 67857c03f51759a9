package collections

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// textMethods are the methods of str whose result is a str: those of
// UserString give an instance of its class.
var textMethods = []string{
	"capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix", "removesuffix",
	"replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill",
}

// tellingMethods are the methods of str that UserString hands on.
var tellingMethods = []string{
	"count", "encode", "endswith", "find", "format", "format_map", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
	"isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "partition",
	"rfind", "rindex", "rpartition", "rsplit", "split", "splitlines", "startswith",
}

// UserString is the class collections.UserString.
var UserString = makeUserString()

func makeUserString() *py.Class {
	return userClass("UserString", "Sequence", func(m define) {
		m("__init__", []py.Param{py.Pos("seq")}, func(_ context.Context, self any, a []any) (any, error) {
			py.SetAttr(self, "data", py.Str(plainData(a[0])))
			return nil, nil
		})
		m("__str__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Str(data(self)), nil })
		m("__repr__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Repr(data(self)), nil })
		m("__hash__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Hash(data(self)), nil })
		m("__len__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.Len(data(self)), nil })
		m("__int__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.ToInt(data(self)) })
		m("__float__", nil, func(_ context.Context, self any, _ []any) (any, error) { return py.ToFloat(data(self)) })
		m("__contains__", []py.Param{py.Pos("char")}, func(_ context.Context, self any, a []any) (any, error) {
			return py.Contains(data(self), plainData(a[0])), nil
		})
		wrap := func(ctx context.Context, self, v any) (any, error) { return py.Call(ctx, py.TypeOf(self), v) }
		m("__getitem__", []py.Param{py.Pos("index")}, func(ctx context.Context, self any, a []any) (any, error) {
			return wrap(ctx, self, py.GetItem(data(self), a[0]))
		})
		m("__add__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
			return wrap(ctx, self, py.Add(data(self), py.Str(plainData(a[0]))))
		})
		m("__radd__", []py.Param{py.Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
			return wrap(ctx, self, py.Add(py.Str(a[0]), data(self)))
		})
		m("__mod__", []py.Param{py.Pos("args")}, func(ctx context.Context, self any, a []any) (any, error) {
			return wrap(ctx, self, py.Mod(data(self), plainData(a[0])))
		})
		m("__rmod__", []py.Param{py.Pos("template")}, func(ctx context.Context, self any, a []any) (any, error) {
			return wrap(ctx, self, py.Mod(py.Str(a[0]), data(self)))
		})
		compareData(m)
		repeatData(m)
		forward := func(ctx context.Context, self any, name string, a []any) (any, error) {
			args := append([]any(nil), py.Args(a[0])...)
			for i := range args {
				args[i] = plainData(args[i])
			}
			return py.CallMethodKw(ctx, data(self), name, args, py.StarKw(nil, nil, a[1]))
		}
		params := []py.Param{py.VarArgs("args"), py.VarKw("kwds")}
		for _, name := range textMethods {
			m(name, params, func(ctx context.Context, self any, a []any) (any, error) {
				v, err := forward(ctx, self, name, a)
				if err != nil {
					return nil, err
				}
				return wrap(ctx, self, v)
			})
		}
		for _, name := range tellingMethods {
			m(name, params, func(ctx context.Context, self any, a []any) (any, error) { return forward(ctx, self, name, a) })
		}
	})
}
