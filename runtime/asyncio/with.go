package asyncio

import (
	"context"
	"errors"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// AsyncManager is an asynchronous context manager of a static type: what
// `async with` needs. AExit returns whether it suppresses the exception.
type AsyncManager[T any] interface {
	AEnter(ctx context.Context) (T, error)
	AExit(ctx context.Context, err error) (bool, error)
}

// WithManager runs body with what entering mgr gives, and leaves mgr
// afterwards whatever happened: `async with mgr as x: body`. An exception that
// mgr suppresses is not returned.
func WithManager[T any](ctx context.Context, mgr AsyncManager[T], body func(x T) error) error {
	x, err := mgr.AEnter(ctx)
	if err != nil {
		return err
	}
	err = py.Catch(func() error { return body(x) })
	return leave(err, func() (bool, error) { return mgr.AExit(ctx, err) })
}

// With is WithManager for a manager of any kind.
func With(ctx context.Context, mgr any, body func(x any) error) error {
	x, err := AEnter(ctx, mgr)
	if err != nil {
		return err
	}
	err = py.Catch(func() error { return body(x) })
	return leave(err, func() (bool, error) { return AExit(ctx, mgr, err) })
}

// leave is the end of a with statement: the exception that goes on, if any.
func leave(err error, exit func() (bool, error)) error {
	var suppress bool
	var exitErr error
	if err == nil {
		suppress, exitErr = exit()
	} else {
		exitErr = py.Catch(func() (e error) {
			suppress, e = exit()
			return e
		})
	}
	switch {
	case exitErr != nil:
		return py.WithContext(exitErr, err)
	case suppress:
		return nil
	}
	return err
}

// AsyncGuard is an asynchronous context manager that gives nothing to the
// block: a lock.
type AsyncGuard interface {
	AEnter(ctx context.Context) error
	AExit(ctx context.Context, err error) (bool, error)
}

// WithGuard is WithManager for a manager that gives nothing: `async with lock:
// body`.
func WithGuard(ctx context.Context, mgr AsyncGuard, body func() error) error {
	if err := mgr.AEnter(ctx); err != nil {
		return err
	}
	err := py.Catch(body)
	return leave(err, func() (bool, error) { return mgr.AExit(ctx, err) })
}

// IterateAsync ranges over what next returns, until it raises
// StopAsyncIteration: the __anext__ of a static type. The error of another
// exception is the last item.
func IterateAsync[T any](ctx context.Context, next func(ctx context.Context) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for {
			x, err := next(ctx)
			if errors.Is(err, py.StopAsyncIteration) {
				return
			}
			if !yield(x, err) || err != nil {
				return
			}
		}
	}
}

// ANextCoro is anext(it) or anext(it, default) that is not awaited at once.
func ANextCoro(it any, def ...any) any {
	return newCoro("anext", func(ctx context.Context) (any, error) {
		if len(def) > 0 {
			return ANextOr(ctx, it, def[0])
		}
		return ANextValue(ctx, it)
	})
}

// AwaitableAs is ToAwaitable for a result of the static type T; awaiting it
// fails with TypeError when the result does not fit.
func AwaitableAs[T any](x any) Awaitable[T] {
	if aw, ok := x.(Awaitable[T]); ok {
		return aw
	}
	switch x := x.(type) {
	case coroutineAny:
		return CoroAs[T](x)
	case interface {
		anyFuture
		anyAwaiter
	}:
		return &futureAs[T]{anyFutureAwaitable{x.core(), x}}
	}
	aw := ToAwaitable(x)
	return newCoro("await", func(ctx context.Context) (v T, err error) {
		r, err := aw.Await(ctx)
		if err != nil {
			return v, err
		}
		err = py.Catch(func() error { v = py.As[T](r); return nil })
		return v, err
	})
}

// futureAs is a future of some type as one of the static type T.
type futureAs[T any] struct{ anyFutureAwaitable }

func (a *futureAs[T]) Await(ctx context.Context) (v T, err error) {
	return a.as(a.aw.awaitAny(ctx))
}

// Result is the future's result, exception, or CancelledError.
func (a *futureAs[T]) Result() (T, error) { return a.as(a.anyFutureAwaitable.Result()) }

func (a *futureAs[T]) value() T { return py.As[T](a.self.resultAny()) }

func (*futureAs[T]) as(r any, err error) (v T, _ error) {
	if err != nil {
		return v, err
	}
	err = py.Catch(func() error { v = py.As[T](r); return nil })
	return v, err
}

// AnyCoro is a coroutine as one whose result is any.
func AnyCoro[T any](c *Coro[T]) *Coro[any] {
	if a, ok := any(c).(*Coro[any]); ok {
		return a
	}
	return wrap(c, func(ctx context.Context) (any, error) {
		v, err := c.Await(ctx)
		return py.Box(v), err
	})
}

// CoroOf returns a coroutine in an any as one whose result is any; TypeError
// when x is no coroutine.
func CoroOf(x any) *Coro[any] { return CoroAs[any](x) }

// CoroAs is CoroOf for a result of the static type T.
func CoroAs[T any](x any) *Coro[T] {
	if c, ok := x.(*Coro[T]); ok {
		return c
	}
	c, ok := x.(coroutineAny)
	if !ok {
		py.Throw(py.Errorf(py.TypeError, "a coroutine was expected, got %s", py.Repr(x)))
	}
	aw := ToAwaitable(x)
	return wrap(c, func(ctx context.Context) (v T, err error) {
		r, err := aw.Await(ctx)
		if err != nil {
			return v, err
		}
		err = py.Catch(func() error { v = py.As[T](r); return nil })
		return v, err
	})
}
