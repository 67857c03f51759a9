package logging

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// LoggerAdapter is the class logging.LoggerAdapter: a logger with a context
// that it adds to what it logs, by a method that subclasses override. It is a
// class as programs make them, so that they can derive from it.
var LoggerAdapter = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "logging")
	method := func(name string, params []py.Param, f func(ctx context.Context, a []any) (any, error)) {
		ns.Set(name, py.NewFunc(name, append([]py.Param{py.Pos("self")}, params...), f).WithQualname("LoggerAdapter."+name))
	}
	method("__init__", []py.Param{py.Pos("logger"), py.Pos("extra").Default(nil), py.Pos("merge_extra").Default(false)}, func(_ context.Context, a []any) (any, error) {
		py.SetAttr(a[0], "logger", a[1])
		py.SetAttr(a[0], "extra", a[2])
		py.SetAttr(a[0], "merge_extra", a[3])
		return nil, nil
	})
	method("process", []py.Param{py.Pos("msg"), py.Pos("kwargs")}, func(ctx context.Context, a []any) (any, error) {
		extra := py.GetAttr(a[0], "extra")
		if py.Truth(py.GetAttr(a[0], "merge_extra")) && py.Contains(a[2], "extra") {
			extra = py.Or(extra, py.GetItem(a[2], "extra"))
		}
		py.SetItem(a[2], "extra", extra)
		return py.NewTuple(a[1], a[2]), nil
	})
	message := []py.Param{py.Pos("msg"), py.VarArgs("args"), py.VarKw("kwargs")}
	for name, level := range map[string]int{"debug": Debug, "info": Info, "warning": Warning, "error": Error, "exception": Error, "critical": Critical} {
		method(name, message, func(ctx context.Context, a []any) (any, error) {
			kw := keywords(a[3])
			if name == "exception" && !py.Contains(a[3], "exc_info") {
				kw = append(kw, py.Kw{Name: "exc_info", Value: true})
			}
			return py.CallMethodKw(ctx, a[0], "log", append([]any{level, a[1]}, a[2].(*py.Tuple[any]).Items()...), kw)
		})
	}
	method("log", append([]py.Param{py.Pos("level")}, message...), func(ctx context.Context, a []any) (any, error) {
		on, err := py.CallMethod(ctx, a[0], "isEnabledFor", a[1])
		if err != nil || !py.Truth(on) {
			return nil, err
		}
		made, err := py.CallMethod(ctx, a[0], "process", a[2], a[4])
		if err != nil {
			return nil, err
		}
		parts := py.Unpack(made, 2)
		args := append([]any{a[1], parts[0]}, a[3].(*py.Tuple[any]).Items()...)
		return py.CallMethodKw(ctx, py.GetAttr(a[0], "logger"), "log", args, keywords(parts[1]))
	})
	for _, name := range []string{"isEnabledFor", "setLevel"} {
		method(name, []py.Param{py.Pos("level")}, func(ctx context.Context, a []any) (any, error) {
			return py.CallMethod(ctx, py.GetAttr(a[0], "logger"), name, a[1])
		})
	}
	for _, name := range []string{"getEffectiveLevel", "hasHandlers"} {
		method(name, nil, func(ctx context.Context, a []any) (any, error) {
			return py.CallMethod(ctx, py.GetAttr(a[0], "logger"), name)
		})
	}
	method("__repr__", nil, func(ctx context.Context, a []any) (any, error) {
		l := py.GetAttr(a[0], "logger")
		level, err := py.CallMethod(ctx, l, "getEffectiveLevel")
		if err != nil {
			return nil, err
		}
		return "<" + py.TypeOf(a[0]).Name() + " " + py.Str(py.GetAttr(l, "name")) + " (" + py.Str(GetLevelName(level)) + ")>", nil
	})
	return py.Must(py.NewClass(context.Background(), "LoggerAdapter", nil, ns, nil)).(*py.Class)
}()

// keywords are the items of a dict as keyword arguments.
func keywords(dict any) []py.Kw {
	var out []py.Kw
	for name := range py.Each(dict) {
		out = append(out, py.Kw{Name: py.AsString(name), Value: py.GetItem(dict, name)})
	}
	return out
}
