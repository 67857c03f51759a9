package asyncio

import (
	"context"
	"runtime/debug"
)

// Go awaits fn, plain Go code that may block, without blocking the loop: fn
// runs in a goroutine of its own, without the baton, so it must not touch
// Python values that other code uses. Its ctx is done when the await is
// cancelled, which does not wait for fn; the end of Run does.
func Go[T any](ctx context.Context, fn func(ctx context.Context) (T, error)) (T, error) {
	var zero T
	l := runningLoop(ctx)
	if l == nil {
		return zero, errNoLoop()
	}
	inner, cancel := context.WithCancel(outside{ctx})
	defer cancel()
	f := newFuture[T](l)
	l.blocked.Go(func() {
		var r blockedResult[T]
		defer func() {
			r.caught(recover())
			l.post(func() { r.settle(f) })
		}()
		r.v, r.err = fn(inner)
	})
	return f.Await(ctx)
}

// GoVoid is Go for a function without a result.
func GoVoid(ctx context.Context, fn func(ctx context.Context) error) error {
	_, err := Go(ctx, func(ctx context.Context) (struct{}, error) { return struct{}{}, fn(ctx) })
	return err
}

// blockedResult is the outcome of a call of Go.
type blockedResult[T any] struct {
	v   T
	err error
	bug *GoPanic
}

func (r *blockedResult[T]) caught(p any) {
	if p == nil {
		return
	}
	if err, ok := recovered(p); ok {
		r.err = err
		return
	}
	r.bug = goPanic(p, debug.Stack())
}

// settle ends the future, in the loop.
func (r *blockedResult[T]) settle(f *Future[T]) {
	switch {
	case r.bug != nil:
		panic(r.bug)
	case f.done():
	case r.err != nil:
		f.fail(asException(r.err))
	default:
		f.val = r.v
		f.succeed()
	}
}

// outside is the context of Go code that runs beside the loop: it is done when
// the task's is, but it is no task's.
type outside struct{ context.Context }

// Value hides the task.
func (o outside) Value(key any) any {
	if key == (envKey{}) {
		return nil
	}
	return o.Context.Value(key)
}
