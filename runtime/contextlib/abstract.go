package contextlib

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

func init() {
	for _, name := range []string{"AbstractContextManager", "AbstractAsyncContextManager"} {
		Module.Set(name, py.AbstractClass(name))
	}
	enter := py.NewFunc("__aenter__", []py.Param{py.Pos("self")}, func(_ context.Context, a []any) (any, error) {
		return asyncio.NewCoro("__aenter__", func(context.Context) (any, error) { return a[0], nil }), nil
	}).AsCoroutine()
	py.SetAttr(py.AbstractClass("AbstractAsyncContextManager"), "__aenter__", enter.WithQualname("AbstractAsyncContextManager.__aenter__"))
}
