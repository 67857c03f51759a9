package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/concurrent/futures"
	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
	"github.com/py2go-async/py2go-async/runtime/threading"
)

// ToThread is `await asyncio.to_thread(fn)`: fn runs in a thread of the
// default executor, in a copy of the current context, while the loop goes on.
func ToThread[T any](ctx context.Context, fn func() (T, error)) (T, error) {
	vars := contextvars.Copy()
	return RunInExecutor(mustLoop(ctx), nil, func() T { return py.Must(contextvars.Call(vars, fn)) }).Await(ctx)
}

// ToThreadArgs is `await asyncio.to_thread(fn, *args, **kwargs)` for a callable
// without static type.
func ToThreadArgs(ctx context.Context, fn, kwargs any, args ...any) (any, error) {
	return ToThread(ctx, func() (any, error) { return py.CallKw(context.Background(), fn, args, keywords(fn, kwargs)) })
}

// keywords are the keyword arguments that a mapping, or nil, stands for.
func keywords(fn, kwargs any) []py.Kw {
	if kwargs == nil {
		return nil
	}
	return py.StarKw(nil, fn, kwargs)
}

// RunInExecutor is loop.run_in_executor(executor, fn); nil is the default
// executor. An exception that fn panics with is the future's.
func RunInExecutor[T any](l *Loop, executor *futures.Executor, fn func() T) *Future[T] {
	l.checkClosed()
	if executor == nil {
		executor = l.defaultExecutor()
	}
	return wrapFuture(l, futures.Submit(executor, fn))
}

// RunInExecutorArgs is loop.run_in_executor(executor, fn, *args) for a callable
// without static type.
func (l *Loop) RunInExecutorArgs(executor *futures.Executor, fn any, args ...any) *Future[any] {
	return RunInExecutor(l, executor, func() any { return py.Must(py.Call(context.Background(), fn, args...)) })
}

// defaultExecutor returns the loop's executor, making it if needed.
func (l *Loop) defaultExecutor() *futures.Executor {
	if l.executorShutdown {
		py.Throw(py.RuntimeError.New("Executor shutdown has been called"))
	}
	if l.executor == nil {
		l.executor = futures.NewThreadPoolExecutor(nil, "asyncio", nil)
	}
	return l.executor
}

// SetDefaultExecutor is loop.set_default_executor(executor).
func (l *Loop) SetDefaultExecutor(executor *futures.Executor) {
	if executor.ClassName() != "ThreadPoolExecutor" {
		py.Throw(py.TypeError.New("executor must be ThreadPoolExecutor instance"))
	}
	l.executor = executor
}

// ShutdownDefaultExecutor is `await loop.shutdown_default_executor(timeout)`:
// it waits for the executor's threads, at most timeout seconds.
func (l *Loop) ShutdownDefaultExecutor(ctx context.Context, timeout *float64) error {
	l.executorShutdown = true
	if l.executor == nil {
		return nil
	}
	done := newFuture[any](l)
	t := threading.NewThread(func() error {
		l.executor.Shutdown(true, false)
		if !l.closed {
			l.CallSoonThreadsafe(func() {
				if !done.done() {
					done.succeed()
				}
			})
		}
		return nil
	}, "", nil)
	t.Start()
	_, err := waitForTimeout(ctx, Awaitable[any](done), TimeoutAfterOptional(ctx, timeout))
	if isInstance(err, TimeoutError) {
		warn("The executor did not finishing joining its threads within " + py.Repr(*timeout) + " seconds.")
		l.executor.Shutdown(false, false)
		return nil
	}
	if err == nil {
		t.Join()
	}
	return err
}

// WrapFuture is asyncio.wrap_future(f).
func WrapFuture[T any](ctx context.Context, f *futures.Future[T]) *Future[T] {
	return wrapFuture(GetEventLoop(ctx), f)
}

// WrapFutureIn is asyncio.wrap_future(f, loop=l).
func WrapFutureIn[T any](f *futures.Future[T], l *Loop) *Future[T] { return wrapFuture(l, f) }

// WrapFutureAny is asyncio.wrap_future(x, loop=l) of a value without static
// type: a future of a loop is given back as it is.
func WrapFutureAny(ctx context.Context, x any, l *Loop) any {
	if IsFuture(x) {
		return x
	}
	f, ok := x.(*futures.Future[any])
	if !ok {
		py.Throwf(py.AssertionError, "concurrent.futures.Future is expected, got %s", py.Repr(x))
	}
	if l == nil {
		l = GetEventLoop(ctx)
	}
	return wrapFuture(l, f)
}

// wrapFuture returns a future of the loop that gets the outcome of f;
// cancelling it cancels f.
func wrapFuture[T any](l *Loop, f *futures.Future[T]) *Future[T] {
	out := newFuture[T](l)
	out.addCallback(&cancelSource{f})
	f.OnDone(func() {
		if l.closed {
			return
		}
		l.CallSoonThreadsafe(func() { copyState(f, out) })
	})
	return out
}

// cancelSource cancels a thread's future when the loop's future was cancelled.
type cancelSource struct{ f interface{ Cancel() bool } }

func (c *cancelSource) run(_ *Loop, f *futureCore) {
	if f.state == cancelled {
		c.f.Cancel()
	}
}

func (*cancelSource) callbackRepr() string { return "_chain_future.<locals>._call_check_cancel()" }

// copyState gives the outcome of a thread's future to a loop's.
func copyState[T any](f *futures.Future[T], out *Future[T]) {
	if out.done() {
		return
	}
	v, err := f.Result(nil)
	switch {
	case f.Cancelled():
		out.cancelPlain(nil)
	case err != nil:
		out.fail(convertFromThread(err))
	default:
		out.val = v
		out.succeed()
	}
}

// convertFromThread turns the exceptions of concurrent.futures into the
// loop's.
func convertFromThread(err error) error {
	if e, ok := err.(py.BaseException); ok {
		switch e.Exc().Class() {
		case futures.CancelledError:
			return CancelledError.New(e.Exc().Args()...)
		case futures.InvalidStateError:
			return InvalidStateError.New(e.Exc().Args()...)
		}
	}
	return err
}

// RunCoroutineThreadsafe is asyncio.run_coroutine_threadsafe(coro, loop), for
// another thread than the loop's: a future that the thread can wait for.
func RunCoroutineThreadsafe[T any](coro Awaitable[T], l *Loop) *futures.Future[T] {
	if _, isFuture := coro.(anyFuture); isFuture {
		py.Throw(py.TypeError.New("A coroutine object is required"))
	}
	out := futures.NewFuture[T]()
	l.CallSoonThreadsafe(func() {
		err := py.Catch(func() error {
			chainToThread(ensureFuture(l, coro), out)
			return nil
		})
		if err != nil && !isExit(err) && out.SetRunningOrNotifyCancel() {
			py.Check(out.SetException(err))
		}
		py.Check(err)
	})
	return out
}

// chainToThread gives the outcome of a loop's future to a thread's, and
// cancels the former when the latter is.
func chainToThread[T any](f futureOf[T], out *futures.Future[T]) {
	c := f.core()
	out.OnDone(func() {
		if out.Cancelled() && !c.loop.closed {
			c.loop.CallSoonThreadsafe(func() { c.self.cancelWith(nil) })
		}
	})
	c.addCallback(&threadResult[T]{f, out})
}

// threadResult is the callback that ends the thread's future.
type threadResult[T any] struct {
	f   futureOf[T]
	out *futures.Future[T]
}

func (r *threadResult[T]) run(_ *Loop, c *futureCore) {
	if r.out.Cancelled() {
		return
	}
	if c.state == cancelled {
		r.out.Cancel()
	}
	if !r.out.SetRunningOrNotifyCancel() {
		return
	}
	if c.err != nil {
		c.logTraceback = false
		py.Check(r.out.SetException(convertForThread(c.err)))
		return
	}
	py.Check(r.out.SetResult(r.f.value()))
}

func (*threadResult[T]) callbackRepr() string { return "_chain_future.<locals>._call_set_state()" }

// convertForThread turns the loop's exceptions into those of
// concurrent.futures.
func convertForThread(err error) error {
	if e, ok := err.(py.BaseException); ok {
		switch e.Exc().Class() {
		case CancelledError:
			return futures.CancelledError.New(e.Exc().Args()...)
		case InvalidStateError:
			return futures.InvalidStateError.New(e.Exc().Args()...)
		}
	}
	return err
}
