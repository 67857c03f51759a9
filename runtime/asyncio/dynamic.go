package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// NewCoroFunc returns an async function without static types: calling it binds
// the arguments and returns a *Coro[any]. name is the qualified name.
func NewCoroFunc(name string, params []py.Param, fn func(ctx context.Context, args []any) (any, error)) *py.Func {
	var f *py.Func
	f = py.NewFunc(name, params, func(_ context.Context, args []any) (any, error) {
		c := &Coro[any]{name: f, body: funcBody[any](func(ctx context.Context) (any, error) { return fn(ctx, args) })}
		track(c)
		return c, nil
	})
	return f.AsCoroutine()
}

// NewAsyncGenFunc returns an async generator function without static types:
// calling it returns an *AsyncGenerator[any].
func NewAsyncGenFunc(name string, params []py.Param, fn func(ctx context.Context, y *AsyncYielder[any], args []any) error) *py.Func {
	var f *py.Func
	f = py.NewFunc(name, params, func(_ context.Context, args []any) (any, error) {
		return NewAsyncGenerator(f.QualName(), func(ctx context.Context, y *AsyncYielder[any]) error {
			return fn(ctx, y, args)
		}), nil
	})
	return f.AsAsyncGen()
}

// IsCoroutineFunction is asyncio.iscoroutinefunction(f).
func IsCoroutineFunction(f any) bool {
	if m, ok := f.(*py.BoundMethod); ok {
		f = m.Func()
	}
	fn, ok := f.(*py.Func)
	return ok && fn.IsCoroutine
}
