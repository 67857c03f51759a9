// Package futures is Python's concurrent.futures: futures that threads wait
// for, and executors that run calls in a pool of threads.
package futures

import (
	"context"
	"fmt"
	"iter"
	"os"
	"time"

	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// The exception classes of the module. TimeoutError is the builtin.
var (
	// Error is the base of the module's exceptions.
	Error = py.DefineException("concurrent.futures._base", "Error", py.Exception)
	// CancelledError is raised by a future that was cancelled.
	CancelledError = py.DefineException("concurrent.futures._base", "CancelledError", Error).WithGoError(context.Canceled)
	// InvalidStateError says that a future is not in the state needed.
	InvalidStateError = py.DefineException("concurrent.futures._base", "InvalidStateError", Error)
	// BrokenExecutor says that an executor can no longer work.
	BrokenExecutor = py.DefineException("concurrent.futures._base", "BrokenExecutor", py.RuntimeError)
	// TimeoutError is the builtin TimeoutError.
	TimeoutError = py.TimeoutError
)

// State is the state of a future.
type State uint8

const (
	pending State = iota
	running
	cancelled
	notified // cancelled, and those who wait were told
	finished
)

var stateNames = [...]string{"pending", "running", "cancelled", "cancelled", "finished"}

// Future is concurrent.futures.Future. The baton guards it.
type Future[T any] struct {
	state     State
	val       T
	err       error
	done      chan struct{}
	callbacks []func()
}

// NewFuture is concurrent.futures.Future().
func NewFuture[T any]() *Future[T] { return &Future[T]{done: make(chan struct{})} }

// Cancel cancels a call that has not begun; false otherwise.
func (f *Future[T]) Cancel() bool {
	switch f.state {
	case running, finished:
		return false
	case cancelled, notified:
		return true
	case pending:
	}
	f.state = cancelled
	f.finish()
	return true
}

// finish wakes those who wait and calls the callbacks.
func (f *Future[T]) finish() {
	close(f.done)
	callbacks := f.callbacks
	f.callbacks = nil
	for _, fn := range callbacks {
		f.callback(fn)
	}
}

func (f *Future[T]) callback(fn func()) {
	err := py.Catch(func() error { fn(); return nil })
	if err != nil {
		fmt.Fprintf(os.Stderr, "exception calling callback for %s\n%s", f.Repr(), py.TracebackText(err))
	}
}

// Cancelled reports whether the call was cancelled.
func (f *Future[T]) Cancelled() bool { return f.state == cancelled || f.state == notified }

// Running reports whether the call is being executed.
func (f *Future[T]) Running() bool { return f.state == running }

// Done reports whether the call ended or was cancelled.
func (f *Future[T]) Done() bool { return f.state >= cancelled }

// DoneChan is closed when the future is done; Go code without the baton may
// wait for it.
func (f *Future[T]) DoneChan() <-chan struct{} { return f.done }

// Result waits for the call, at most timeout seconds (nil: for ever), and
// returns its result or exception; CancelledError, TimeoutError.
func (f *Future[T]) Result(timeout *float64) (T, error) {
	var zero T
	if !f.wait(timeout) {
		return zero, TimeoutError.New()
	}
	if f.Cancelled() {
		return zero, CancelledError.New()
	}
	return f.val, f.err
}

// Exception waits for the call as Result does and returns its exception, nil
// if there is none.
func (f *Future[T]) Exception(timeout *float64) (exc, err error) {
	if !f.wait(timeout) {
		return nil, TimeoutError.New()
	}
	if f.Cancelled() {
		return nil, CancelledError.New()
	}
	return f.err, nil
}

func (f *Future[T]) wait(timeout *float64) bool {
	if f.Done() {
		return true
	}
	waitAny(timeout, f.done)
	return f.Done()
}

// waitAny waits for ch without the baton, at most timeout seconds.
func waitAny(timeout *float64, ch <-chan struct{}) {
	gil.Blocking(func() {
		if timeout == nil {
			<-ch
			return
		}
		t := time.NewTimer(time.Duration(*timeout * float64(time.Second)))
		defer t.Stop()
		select {
		case <-ch:
		case <-t.C:
		}
	})
}

// AddDoneCallback calls fn with the future when it is done, in the thread that
// ends it; at once if it is done.
func (f *Future[T]) AddDoneCallback(fn func(*Future[T])) {
	f.OnDone(func() { fn(f) })
}

// OnDone is AddDoneCallback for code that does not know the type.
func (f *Future[T]) OnDone(fn func()) {
	if f.Done() {
		f.callback(fn)
		return
	}
	f.callbacks = append(f.callbacks, fn)
}

// SetRunningOrNotifyCancel is called before a call is executed: false when it
// was cancelled.
func (f *Future[T]) SetRunningOrNotifyCancel() bool {
	switch f.state {
	case cancelled:
		f.state = notified
		return false
	case pending:
		f.state = running
		return true
	case running, notified, finished:
	}
	py.Throwf(py.RuntimeError, "Future in unexpected state")
	return false
}

// SetResult marks the future done.
func (f *Future[T]) SetResult(v T) error {
	if f.Done() {
		return f.invalid()
	}
	f.val, f.state = v, finished
	f.finish()
	return nil
}

// SetException marks the future done with an exception.
func (f *Future[T]) SetException(err error) error {
	if f.Done() {
		return f.invalid()
	}
	f.err, f.state = py.FromGo(err), finished
	f.finish()
	return nil
}

func (f *Future[T]) invalid() error {
	return InvalidStateError.New(fmt.Sprintf("%s: %s", f.stateName(), f.Repr()))
}

func (f *Future[T]) stateName() string {
	return [...]string{"PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"}[f.state]
}

// Value returns the result of a finished future, boxed.
func (f *Future[T]) Value() any { return py.Box(f.val) }

// Repr is CPython's repr of a future.
func (f *Future[T]) Repr() string {
	s := fmt.Sprintf("<Future at %p state=%s", f, stateNames[f.state])
	if f.state == finished {
		if f.err != nil {
			s += " raised " + py.TypeOf(f.err).Name()
		} else {
			s += " returned " + py.TypeOf(py.Box(f.val)).Name()
		}
	}
	return s + ">"
}

// ClassName is the Python name of the type.
func (f *Future[T]) ClassName() string { return "Future" }

// The values of Wait's return_when.
const (
	FirstCompleted = "FIRST_COMPLETED"
	FirstException = "FIRST_EXCEPTION"
	AllCompleted   = "ALL_COMPLETED"
)

// Wait is concurrent.futures.wait(fs, timeout, return_when): the sets of the
// futures that are done and that are not.
func Wait[T any](fs iter.Seq[*Future[T]], timeout *float64, returnWhen string) py.Tuple2[*py.Set[*Future[T]], *py.Set[*Future[T]]] {
	all := py.NewSet[*Future[T]]()
	for f := range fs {
		all.Add(f)
	}
	wake := make(chan struct{}, 1)
	enough := func() bool {
		left := 0
		for f := range all.All() {
			switch {
			case !f.Done():
				left++
			case returnWhen == FirstCompleted, returnWhen == FirstException && f.err != nil:
				return true
			}
		}
		return left == 0
	}
	for f := range all.All() {
		f.OnDone(func() {
			select {
			case wake <- struct{}{}:
			default:
			}
		})
	}
	deadline := time.Time{}
	if timeout != nil {
		deadline = time.Now().Add(time.Duration(*timeout * float64(time.Second)))
	}
	for !enough() {
		left := timeout
		if timeout != nil {
			s := time.Until(deadline).Seconds()
			if s <= 0 {
				break
			}
			left = &s
		}
		waitAny(left, wake)
	}
	out := py.Tuple2[*py.Set[*Future[T]], *py.Set[*Future[T]]]{V0: py.NewSet[*Future[T]](), V1: py.NewSet[*Future[T]]()}
	for f := range all.All() {
		if f.Done() {
			out.V0.Add(f)
		} else {
			out.V1.Add(f)
		}
	}
	return out
}

// AsCompleted is concurrent.futures.as_completed(fs, timeout): it ranges over
// the futures in the order in which they end; TimeoutError panics.
func AsCompleted[T any](fs iter.Seq[*Future[T]], timeout *float64) iter.Seq[*Future[T]] {
	return func(yield func(*Future[T]) bool) {
		var order []*Future[T]
		total := py.NewSet[*Future[T]]()
		wake := make(chan struct{}, 1)
		for f := range fs {
			total.Add(f)
		}
		for f := range total.All() {
			f.OnDone(func() {
				order = append(order, f)
				select {
				case wake <- struct{}{}:
				default:
				}
			})
		}
		deadline := time.Time{}
		if timeout != nil {
			deadline = time.Now().Add(time.Duration(*timeout * float64(time.Second)))
		}
		for n := 0; n < total.Len(); {
			if n < len(order) {
				if !yield(order[n]) {
					return
				}
				n++
				continue
			}
			left := timeout
			if timeout != nil {
				s := time.Until(deadline).Seconds()
				if s <= 0 {
					py.Throwf(TimeoutError, "%d (of %d) futures unfinished", total.Len()-n, total.Len())
				}
				left = &s
			}
			waitAny(left, wake)
		}
	}
}
