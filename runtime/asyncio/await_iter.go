package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The iterators that __await__ of this package's awaitables returns. As in
// CPython they can be driven by hand: with next(), send(), throw() and close().

var (
	_ = py.RegisterType(&py.TypeInfo{
		Name: "coroutine_wrapper", Module: "builtins", Go: []any{(*coroIter)(nil)}, Methods: awaitIterMethods,
	})
	_ = py.RegisterType(&py.TypeInfo{
		Name: "FutureIter", Module: "_asyncio", Go: []any{(*futureIter)(nil)}, Methods: awaitIterMethods,
	})
)

// drivenIter is what those methods need.
type drivenIter interface {
	send(ctx context.Context, value any) (any, error)
	throw(ctx context.Context, exc any) (any, error)
	close(ctx context.Context) error
}

var awaitIterMethods = []py.Method{
	{Name: "__iter__", Fn: func(_ context.Context, self any, _ []any) (any, error) { return self, nil }},
	{Name: "__next__", Fn: func(ctx context.Context, self any, _ []any) (any, error) {
		return self.(drivenIter).send(ctx, nil)
	}},
	{Name: "send", Params: []py.Param{py.PosOnly("value")}, Fn: func(ctx context.Context, self any, a []any) (any, error) {
		return self.(drivenIter).send(ctx, a[0])
	}},
	{Name: "throw", Params: []py.Param{py.PosOnly("typ"), py.PosOnly("val").Default(nil), py.PosOnly("tb").Default(nil)},
		Fn: func(ctx context.Context, self any, a []any) (any, error) {
			if a[1] != nil {
				return self.(drivenIter).throw(ctx, a[1])
			}
			return self.(drivenIter).throw(ctx, a[0])
		}},
	{Name: "close", Fn: func(ctx context.Context, self any, _ []any) (any, error) {
		return nil, self.(drivenIter).close(ctx)
	}},
}

// drivenCoro is a coroutine of any type, driven by hand.
type drivenCoro interface {
	coroutineDriven
	anyAwaiter
	resume(ctx context.Context, sent any, throw error) (v any, done bool, err error)
}

// coroIter is a coroutine's __await__.
type coroIter struct {
	c   drivenCoro
	val any
}

// AwaitIter is __await__: an iterator that drives the coroutine.
func (c *Coro[T]) AwaitIter() py.Iterator { return &coroIter{c: c} }

// Next runs the coroutine until it suspends.
func (i *coroIter) Next() (any, bool) {
	v, done, err := i.c.resume(py.CurrentContext(), nil, nil)
	py.Check(err)
	if done {
		i.val = v
		return nil, false
	}
	return v, true
}

// Value is the coroutine's result.
func (i *coroIter) Value() any { return i.val }

func (i *coroIter) awaited() anyAwaiter { return i.c }

func (i *coroIter) send(ctx context.Context, v any) (any, error)  { return i.c.Send(ctx, v) }
func (i *coroIter) throw(ctx context.Context, e any) (any, error) { return i.c.Throw(ctx, e) }
func (i *coroIter) close(ctx context.Context) error               { return i.c.Close(ctx) }

// futureIter is a future's __await__: it yields the future until it is done.
type futureIter struct {
	f       *futureCore
	yielded bool
	val     any
}

// Next yields the future once; then the future must be done.
func (i *futureIter) Next() (any, bool) {
	if i.f.state == pending {
		if i.yielded {
			py.Throw(py.RuntimeError.New("await wasn't used with future"))
		}
		i.yielded = true
		return i.f.self, true
	}
	py.Check(i.f.outcome())
	i.val = i.f.self.resultAny()
	return nil, false
}

// Value is the result of the future.
func (i *futureIter) Value() any { return i.val }

func (i *futureIter) awaited() anyAwaiter { return i.f.self.(anyAwaiter) }

func (i *futureIter) send(context.Context, any) (v any, err error) {
	err = py.Catch(func() error {
		var ok bool
		if v, ok = i.Next(); !ok {
			return py.StopIteration.New(i.val)
		}
		return nil
	})
	return v, err
}

func (i *futureIter) throw(ctx context.Context, exc any) (any, error) {
	err, terr := thrown(ctx, exc)
	if terr != nil {
		return nil, terr
	}
	return nil, err
}

func (*futureIter) close(context.Context) error { return nil }
