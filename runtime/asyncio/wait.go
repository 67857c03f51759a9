package asyncio

import (
	"context"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The values of wait's return_when.
const (
	FirstCompleted = "FIRST_COMPLETED"
	FirstException = "FIRST_EXCEPTION"
	AllCompleted   = "ALL_COMPLETED"
)

// Wait is `await asyncio.wait(fs, timeout=timeout, return_when=...)`: it
// returns the sets of the done and of the pending ones. It cancels nothing.
func Wait[F any](ctx context.Context, fs iter.Seq[F], timeout *float64, returnWhen string) (py.Tuple2[*py.Set[F], *py.Set[F]], error) {
	var out py.Tuple2[*py.Set[F], *py.Set[F]]
	futs := py.NewSet[F]()
	for f := range fs {
		futs.Add(f)
	}
	if futs.Len() == 0 {
		return out, py.ValueError.New("Set of Tasks/Futures is empty.")
	}
	switch returnWhen {
	case FirstCompleted, FirstException, AllCompleted:
	default:
		return out, py.ValueError.New("Invalid return_when value: " + returnWhen)
	}
	all := make([]F, 0, futs.Len())
	cores := make([]*futureCore, 0, futs.Len())
	for f := range futs.All() {
		if IsCoroutine(f) {
			return out, py.TypeError.New("Passing coroutines is forbidden, use tasks explicitly.")
		}
		af, ok := any(f).(anyFuture)
		if !ok {
			return out, py.TypeError.New("An asyncio.Future, a coroutine or an awaitable is required")
		}
		all = append(all, f)
		cores = append(cores, af.core())
	}
	if err := waitCores(ctx, cores, timeout, returnWhen); err != nil {
		return out, err
	}
	out.V0, out.V1 = py.NewSet[F](), py.NewSet[F]()
	for i, f := range all {
		if cores[i].done() {
			out.V0.Add(f)
		} else {
			out.V1.Add(f)
		}
	}
	return out, nil
}

// waitState is the callback of a wait.
type waitState struct {
	waiter  *Future[any]
	timer   *TimerHandle
	counter int
	when    string
}

func waitCores(ctx context.Context, fs []*futureCore, timeout *float64, when string) error {
	l := mustLoop(ctx)
	w := &waitState{waiter: newFuture[any](l), counter: len(fs), when: when}
	if timeout != nil {
		w.timer = l.CallLater(*timeout, w.release)
	}
	for _, f := range fs {
		f.addCallback(w)
	}
	_, err := w.waiter.Await(ctx)
	if w.timer != nil {
		w.timer.Cancel()
	}
	for _, f := range fs {
		f.removeCallback(func(cb callback) bool { return cb == w })
	}
	return err
}

func (w *waitState) release() {
	if !w.waiter.done() {
		w.waiter.succeed()
	}
}

func (w *waitState) run(_ *Loop, f *futureCore) {
	w.counter--
	failed := false
	if w.when == FirstException && f.state == finished {
		f.logTraceback = false
		failed = f.err != nil
	}
	if w.counter <= 0 || w.when == FirstCompleted || failed {
		if w.timer != nil {
			w.timer.Cancel()
		}
		w.release()
	}
}

func (*waitState) callbackRepr() string { return "_wait.<locals>._on_completion()" }

// WaitFor is `await asyncio.wait_for(aw, timeout)`: it waits at most timeout
// seconds, then cancels aw and returns TimeoutError.
func WaitFor[T any](ctx context.Context, aw Awaitable[T], timeout float64) (T, error) {
	if timeout <= 0 {
		return waitForNow(ctx, aw)
	}
	return waitForTimeout(ctx, aw, TimeoutAfter(ctx, timeout))
}

// WaitForOptional is WaitFor with a timeout that may be None: no limit.
func WaitForOptional[T any](ctx context.Context, aw Awaitable[T], timeout *float64) (T, error) {
	if timeout != nil {
		return WaitFor(ctx, aw, *timeout)
	}
	return waitForTimeout(ctx, aw, NewTimeout(nil))
}

func waitForTimeout[T any](ctx context.Context, aw Awaitable[T], t *Timeout) (T, error) {
	var zero T
	if _, err := t.AEnter(ctx); err != nil {
		return zero, err
	}
	v, err := caught(func() (T, error) { return aw.Await(ctx) })
	if _, xerr := t.AExit(ctx, err); xerr != nil {
		return zero, xerr
	}
	return v, err
}

// caught returns what f returns, with a Python exception that it panics with
// as the error.
func caught[T any](f func() (T, error)) (v T, err error) {
	err = py.Catch(func() (err error) {
		v, err = f()
		return err
	})
	return v, asException(err)
}

// waitForNow is wait_for with a timeout that is over: what is not done
// already is cancelled.
func waitForNow[T any](ctx context.Context, aw Awaitable[T]) (T, error) {
	var zero T
	f := ensureFuture(mustLoop(ctx), aw)
	if f.core().done() {
		return f.Result()
	}
	if err := cancelAndWait(ctx, f.core()); err != nil {
		return zero, err
	}
	v, err := f.Result()
	if err != nil && isCancelled(err) {
		return zero, py.WithContext(py.RaiseFrom(newTimeoutError(), err), err)
	}
	return v, err
}

// cancelAndWait cancels f and waits until it is done, however it ends.
func cancelAndWait(ctx context.Context, f *futureCore) error {
	w := &waitState{waiter: newFuture[any](f.loop), counter: 1, when: AllCompleted}
	f.addCallback(w)
	f.self.cancelWith(nil)
	_, err := w.waiter.Await(ctx)
	f.removeCallback(func(cb callback) bool { return cb == w })
	return err
}
