package asyncio

import (
	"context"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// EnsureFuture is asyncio.ensure_future(f) of a future: f itself.
func EnsureFuture[T any](_ context.Context, f *Future[T]) *Future[T] { return f }

// EnsureFutureTask is asyncio.ensure_future(t) of a task: t itself.
func EnsureFutureTask[T any](_ context.Context, t *Task[T]) *Task[T] { return t }

// EnsureTask is asyncio.ensure_future(aw) of a coroutine or another awaitable:
// a task that awaits it.
func EnsureTask[T any](ctx context.Context, aw Awaitable[T]) *Task[T] {
	return EnsureTaskIn(aw, GetEventLoop(ctx))
}

// EnsureTaskIn is asyncio.ensure_future(aw, loop=l).
func EnsureTaskIn[T any](aw Awaitable[T], l *Loop) *Task[T] {
	return LoopCreateTask(l, Awaitable[T](wrapAwaitable(aw)), nil, nil)
}

// EnsureFutureAny is asyncio.ensure_future(x, loop=l) of a value without
// static type; l nil is that of GetEventLoop.
func EnsureFutureAny(ctx context.Context, x any, l *Loop) any {
	if f, ok := x.(anyFuture); ok {
		if l != nil && l != f.core().loop {
			py.Throw(py.ValueError.New("The future belongs to a different loop than the one specified as the loop argument"))
		}
		return x
	}
	aw := ToAwaitable(x)
	checkAwaitable(aw)
	if l == nil {
		l = GetEventLoop(ctx)
	}
	return EnsureTaskIn(aw, l)
}

// shielding is the callback of shield on the inner future.
type shielding[T any] struct {
	inner futureOf[T]
	outer *Future[T]
}

// Shield is asyncio.shield(aw): a future that gives aw's outcome, whose
// cancellation does not cancel aw.
func Shield[T any](ctx context.Context, aw Awaitable[T]) *Future[T] {
	inner := ensureFuture(loopFor(ctx, aw), aw)
	c := inner.core()
	outer := newFuture[T](c.loop)
	if c.done() { // CPython returns the inner future itself
		outer.val = inner.value()
		outer.state, outer.err, outer.ext = c.state, c.err, c.extra()
		return outer
	}
	s := &shielding[T]{inner, outer}
	c.addCallback(s)
	outer.addCallback((*unshield[T])(s))
	return outer
}

func (s *shielding[T]) run(*Loop, *futureCore) {
	c := s.inner.core()
	if s.outer.Cancelled() {
		c.logTraceback = false
		return
	}
	switch {
	case c.state == cancelled:
		s.outer.cancelPlain(nil)
	case c.err != nil:
		c.logTraceback = false
		s.outer.fail(c.err)
	default:
		s.outer.val = s.inner.value()
		s.outer.succeed()
	}
}

func (*shielding[T]) callbackRepr() string { return "shield.<locals>._inner_done_callback()" }

// unshield is the callback of shield on the outer future.
type unshield[T any] shielding[T]

func (u *unshield[T]) run(*Loop, *futureCore) {
	s := (*shielding[T])(u)
	if c := s.inner.core(); !c.done() {
		c.removeCallback(func(cb callback) bool { return cb == s })
	}
}

func (*unshield[T]) callbackRepr() string { return "shield.<locals>._outer_done_callback()" }

// AsCompletedIterator is what asyncio.as_completed returns: iterated plainly it
// gives coroutines, each of which waits for the next result; iterated with
// `async for` it gives the futures in the order in which they end.
type AsCompletedIterator[T any] struct {
	todo  map[*futureCore]struct{}
	done  *Queue[futureOf[T]]
	futs  map[*futureCore]futureOf[T]
	order []*futureCore
	left  int
	timer *TimerHandle
}

// AsCompleted is asyncio.as_completed(aws, timeout=timeout).
func AsCompleted[T any, A Awaitable[T]](ctx context.Context, aws iter.Seq[A], timeout *float64) *AsCompletedIterator[T] {
	l := GetEventLoop(ctx)
	a := &AsCompletedIterator[T]{
		todo: map[*futureCore]struct{}{},
		futs: map[*futureCore]futureOf[T]{},
		done: NewQueue[futureOf[T]](0),
	}
	seen := map[any]bool{}
	for aw := range aws {
		if seen[aw] {
			continue
		}
		seen[aw] = true
		f := ensureFuture(l, Awaitable[T](aw))
		c := f.core()
		if _, twice := a.futs[c]; !twice {
			a.futs[c] = f
			a.todo[c] = struct{}{}
			a.order = append(a.order, c)
		}
	}
	a.left = len(a.order)
	if timeout != nil && a.left > 0 {
		a.timer = l.CallLater(*timeout, a.expire)
	}
	for _, c := range a.order {
		c.addCallback(a)
	}
	return a
}

// AsCompletedAny is asyncio.as_completed of values without static type.
func AsCompletedAny(ctx context.Context, aws any, timeout *float64) *AsCompletedIterator[any] {
	if IsFuture(aws) || IsCoroutine(aws) {
		py.Throwf(py.TypeError, "expect an iterable of futures, not %s", py.TypeOf(aws).Name())
	}
	return AsCompleted(ctx, func(yield func(Awaitable[any]) bool) {
		seen := map[any]Awaitable[any]{}
		for x := range py.Each(aws) {
			if seen[x] == nil {
				seen[x] = ToAwaitable(x)
			}
			if !yield(seen[x]) {
				return
			}
		}
	}, timeout)
}

func (a *AsCompletedIterator[T]) expire() {
	for _, c := range a.order {
		if _, waiting := a.todo[c]; waiting {
			c.removeCallback(func(cb callback) bool { return cb == a })
			a.done.store.put(nil)
			a.done.getters.wakeNext()
		}
	}
	clear(a.todo)
}

func (a *AsCompletedIterator[T]) run(_ *Loop, c *futureCore) {
	if len(a.todo) == 0 {
		return
	}
	delete(a.todo, c)
	py.Check(a.done.PutNowait(a.futs[c]))
	if len(a.todo) == 0 && a.timer != nil {
		a.timer.Cancel()
	}
}

func (*AsCompletedIterator[T]) callbackRepr() string {
	return "_AsCompletedIterator._handle_completion()"
}

// nextFuture waits for the next future that ends.
func (a *AsCompletedIterator[T]) nextFuture(ctx context.Context) (futureOf[T], error) {
	f, err := a.done.Get(ctx)
	if err == nil && f == nil {
		err = newTimeoutError()
	}
	return f, err
}

// NextCoro is next(it): a coroutine that waits for the next result; false at
// the end.
func (a *AsCompletedIterator[T]) NextCoro() (*Coro[T], bool) {
	if a.left == 0 {
		return nil, false
	}
	a.left--
	return newCoro("_AsCompletedIterator._wait_for_one", func(ctx context.Context) (T, error) {
		f, err := a.nextFuture(ctx)
		if err != nil {
			var zero T
			return zero, err
		}
		return f.Result()
	}), true
}

// Next is next(it) for code without static types.
func (a *AsCompletedIterator[T]) Next() (any, bool) {
	c, ok := a.NextCoro()
	if !ok {
		return nil, false
	}
	return c, true
}

// All ranges over the coroutines: `for coro in asyncio.as_completed(...)`.
func (a *AsCompletedIterator[T]) All() iter.Seq[*Coro[T]] {
	return func(yield func(*Coro[T]) bool) {
		for c, ok := a.NextCoro(); ok && yield(c); c, ok = a.NextCoro() {
		}
	}
}

// AIter is __aiter__.
func (a *AsCompletedIterator[T]) AIter() *AsCompletedIterator[T] { return a }

// ANext is __anext__: the next future that ended; StopAsyncIteration at the
// end.
func (a *AsCompletedIterator[T]) ANext(ctx context.Context) (Awaitable[T], error) {
	if a.left == 0 {
		return nil, py.StopAsyncIteration.New()
	}
	a.left--
	f, err := a.nextFuture(ctx)
	if err != nil {
		return nil, err
	}
	return f.core().self.(Awaitable[T]), nil
}

// AllFutures ranges over the futures: `async for f in asyncio.as_completed(...)`.
func (a *AsCompletedIterator[T]) AllFutures(ctx context.Context) iter.Seq2[Awaitable[T], error] {
	return func(yield func(Awaitable[T], error) bool) {
		for a.left > 0 {
			f, err := a.ANext(ctx)
			if !yield(f, err) || err != nil {
				return
			}
		}
	}
}

func (a *AsCompletedIterator[T]) anextAny(ctx context.Context) (any, bool, error) {
	if a.left == 0 {
		return nil, false, nil
	}
	f, err := a.ANext(ctx)
	return f, err == nil, err
}
