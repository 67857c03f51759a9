package logging

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// HandlerBase is the class logging.Handler, for programs that derive from it
// and define emit.
var HandlerBase = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "logging")
	method := func(name string, params []py.Param, f func(ctx context.Context, self any, a []any) (any, error)) {
		all := append([]py.Param{py.Pos("self")}, params...)
		ns.Set(name, py.NewFunc(name, all, func(ctx context.Context, a []any) (any, error) { return f(ctx, a[0], a[1:]) }).WithQualname("Handler."+name))
	}
	method("__init__", []py.Param{py.Pos("level").Default(NotSet)}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetAttr(self, "level", checkLevel(a[0]))
		py.SetAttr(self, "formatter", nil)
		py.SetAttr(self, "filters", py.NewList[any]())
		return nil, nil
	})
	method("setLevel", []py.Param{py.Pos("level")}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetAttr(self, "level", checkLevel(a[0]))
		return nil, nil
	})
	method("setFormatter", []py.Param{py.Pos("fmt")}, func(_ context.Context, self any, a []any) (any, error) {
		py.SetAttr(self, "formatter", a[0])
		return nil, nil
	})
	method("addFilter", []py.Param{py.Pos("filter")}, func(ctx context.Context, self any, a []any) (any, error) {
		return py.CallMethod(ctx, py.GetAttr(self, "filters"), "append", a[0])
	})
	method("removeFilter", []py.Param{py.Pos("filter")}, func(ctx context.Context, self any, a []any) (any, error) {
		return py.CallMethod(ctx, py.GetAttr(self, "filters"), "remove", a[0])
	})
	method("format", []py.Param{py.Pos("record")}, func(_ context.Context, self any, a []any) (any, error) {
		h := Handler{formatter: py.GetAttr(self, "formatter")}
		return h.Format(py.As[*LogRecord](a[0])), nil
	})
	method("handle", []py.Param{py.Pos("record")}, func(ctx context.Context, self any, a []any) (any, error) {
		var filters []any
		for f := range py.Each(py.GetAttr(self, "filters")) {
			filters = append(filters, f)
		}
		if !passes(filters, py.As[*LogRecord](a[0])) {
			return false, nil
		}
		_, err := py.CallMethod(ctx, self, "emit", a[0])
		return true, err
	})
	method("emit", []py.Param{py.Pos("record")}, func(context.Context, any, []any) (any, error) {
		return nil, py.NotImplementedError.New("emit must be implemented by Handler subclasses")
	})
	nothing := func(context.Context, any, []any) (any, error) { return nil, nil }
	method("flush", nil, nothing)
	method("close", nil, nothing)
	return py.Must(py.NewClass(context.Background(), "Handler", nil, ns, nil)).(*py.Class)
}()
