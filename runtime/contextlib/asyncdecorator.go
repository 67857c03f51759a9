package contextlib

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// AsyncContextDecorator is the class contextlib.AsyncContextDecorator, for
// programs that derive from it: its instances decorate async functions.
var AsyncContextDecorator = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "contextlib")
	ns.Set("_recreate_cm", py.NewFunc("_recreate_cm", []py.Param{py.Pos("self")}, func(_ context.Context, a []any) (any, error) {
		return a[0], nil
	}))
	ns.Set("__call__", py.NewFunc("__call__", []py.Param{py.Pos("self"), py.Pos("func")}, func(_ context.Context, a []any) (any, error) {
		self, f := a[0], a[1]
		w := asyncio.NewCoroFunc(py.Str(py.GetAttrDefault(f, "__name__", "inner")), []py.Param{py.VarArgs("args"), py.VarKw("kwds")},
			func(ctx context.Context, a []any) (any, error) {
				cm, err := py.CallMethod(ctx, self, "_recreate_cm")
				if err != nil {
					return nil, err
				}
				if _, err := asyncio.AEnter(ctx, cm); err != nil {
					return nil, err
				}
				v, err := callAsync(ctx, f, a[0], a[1])
				suppress, xerr := asyncio.AExit(ctx, cm, err)
				if xerr != nil {
					return nil, xerr
				}
				if suppress {
					return nil, nil
				}
				return v, err
			})
		copyNames(w, f)
		return w, nil
	}))
	return py.Must(py.NewClass(context.Background(), "AsyncContextDecorator", nil, ns, nil)).(*py.Class)
}()

// callAsync is `await f(*args, **kwds)`.
func callAsync(ctx context.Context, f, args, kwds any) (any, error) {
	var kw []py.Kw
	for k, v := range kwds.(*py.Dict[any, any]).Items() {
		kw = append(kw, py.Kw{Name: k.(string), Value: v})
	}
	aw, err := py.CallKw(ctx, f, py.Args(args), kw)
	if err != nil {
		return nil, err
	}
	return asyncio.Await(ctx, aw)
}
