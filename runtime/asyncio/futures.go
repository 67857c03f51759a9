package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

type futureState uint8

const (
	pending futureState = iota
	cancelled
	finished
)

// futureSelf is what differs between Future, Task and the futures of gather.
type futureSelf interface {
	// resultAny returns the result boxed for an any.
	resultAny() any
	// cancelWith is cancel(msg).
	cancelWith(msg any) bool
	// className is the Python name of the type.
	className() string
}

// futureCore is what futures of every result type share.
type futureCore struct {
	loop  *Loop
	self  futureSelf
	err   error    // the exception of a finished future; what ended a cancelled task, until someone gets it
	cb0   callback // the first done callback
	ext   *futureExt
	state futureState

	logTraceback bool // the exception was not retrieved yet
	isTask       bool

	// Of tasks; here they take no room of their own.
	mustCancel bool
	started    bool
	parked     bool // its coroutine is suspended
	logDestroy bool // "Task was destroyed but it is pending!"
}

// futureExt is what few futures need.
type futureExt struct {
	more      []callback // the done callbacks after the first
	throw     error      // the exception that a task's next step throws
	name      string     // of a task that was given one
	cancelMsg any
	gathering *gathering
	consumers [][]uintptr // the stacks that wait for async generators which the task runs
}

func (f *futureCore) extra() *futureExt {
	if f.ext == nil {
		f.ext = new(futureExt)
	}
	return f.ext
}

// more are the done callbacks after the first.
func (f *futureCore) more() []callback {
	if f.ext == nil {
		return nil
	}
	return f.ext.more
}

func (f *futureCore) dropCallbacks() {
	f.cb0 = nil
	if f.ext != nil {
		f.ext.more = nil
	}
}

func (f *futureCore) done() bool { return f.state != pending }

// makeCancelledError returns the exception that a waiter of the cancelled
// future gets: once the very one that ended the task, then new ones.
func (f *futureCore) makeCancelledError() error {
	if e := f.err; e != nil && f.state == cancelled {
		f.err = nil
		return e
	}
	if f.ext == nil {
		return CancelledError.New()
	}
	return newCancelledError(f.ext.cancelMsg)
}

// outcome returns the error that result() raises; the future must be done.
func (f *futureCore) outcome() error {
	if f.state == cancelled {
		return f.makeCancelledError()
	}
	f.logTraceback = false
	return f.err
}

// schedule puts the callbacks of the done future into the ready queue.
func (f *futureCore) schedule() {
	if f.cb0 == nil {
		return
	}
	f.loop.callCallback(f.cb0, f)
	f.cb0 = nil
	if f.ext == nil {
		return
	}
	for _, cb := range f.ext.more {
		f.loop.callCallback(cb, f)
	}
	f.ext.more = nil
}

// addCallback is add_done_callback for a callback of this package.
func (f *futureCore) addCallback(cb callback) {
	switch {
	case f.state != pending:
		f.loop.callCallback(cb, f)
	case f.cb0 == nil:
		f.cb0 = cb
	default:
		e := f.extra()
		e.more = append(e.more, cb)
	}
}

// removeCallback removes the callbacks for which match is true and returns
// their number.
func (f *futureCore) removeCallback(match func(callback) bool) int {
	if f.cb0 == nil {
		return 0
	}
	all := append([]callback{f.cb0}, f.more()...)
	kept := make([]callback, 0, len(all))
	for _, cb := range all {
		if !match(cb) {
			kept = append(kept, cb)
		}
	}
	f.dropCallbacks()
	for _, cb := range kept {
		f.addCallback(cb)
	}
	return len(all) - len(kept)
}

// cancelPlain is Future.cancel: the future itself becomes cancelled.
func (f *futureCore) cancelPlain(msg any) bool {
	f.logTraceback = false
	if f.state != pending {
		return false
	}
	f.state = cancelled
	if f.ext != nil || msg != nil {
		f.extra().cancelMsg = msg
	}
	f.schedule()
	return true
}

// fail finishes the pending future with an exception.
func (f *futureCore) fail(err error) {
	f.err = err
	f.state = finished
	f.logTraceback = true
	f.loop.trackFailed(f)
	f.schedule()
}

// succeed finishes the pending future; the result is stored by the caller.
func (f *futureCore) succeed() {
	f.state = finished
	f.schedule()
}

// setException is Future.set_exception.
func (f *futureCore) setException(exc any) error {
	if f.state != pending {
		return InvalidStateError.New("invalid state")
	}
	var err error
	switch exc := exc.(type) {
	case *py.Class:
		if !exc.IsSubclassOf(py.BaseException_) {
			return py.TypeError.New("invalid exception object")
		}
		inst, ierr := py.Call(f.loop.context(), exc)
		if ierr != nil {
			return ierr
		}
		err = inst.(error)
	case error:
		err = asException(exc)
	default:
		return py.Errorf(py.TypeError, "invalid exception object")
	}
	if isInstance(err, py.StopIteration) {
		bad := py.RuntimeError.New("StopIteration interacts badly with generators and cannot be raised into a Future")
		err = py.WithContext(py.RaiseFrom(bad, err), err)
	}
	f.fail(err)
	return nil
}

// resultError is the error of result(): not done, cancelled, or failed.
func (f *futureCore) resultError() error {
	if f.state == pending {
		return InvalidStateError.New("Result is not set.")
	}
	return f.outcome()
}

// exception is Future.exception.
func (f *futureCore) exception() (error, error) {
	switch f.state {
	case pending:
		return nil, InvalidStateError.New("Exception is not set.")
	case cancelled:
		return nil, f.makeCancelledError()
	case finished:
	}
	f.logTraceback = false
	return f.err, nil
}

// anyFuture is a Future, Task or gather future of any result type.
type anyFuture interface {
	core() *futureCore
}

func (f *futureCore) core() *futureCore { return f }

// AnyFuture is a *Future or *Task of any result type: the elements of Wait's
// sets and whatever else mixes result types.
type AnyFuture interface {
	anyFuture
	Done() bool
	Cancelled() bool
	Cancel(msg ...any) bool
}

// futureOf is a future or task with result type T.
type futureOf[T any] interface {
	anyFuture
	Result() (T, error)
	value() T
}

// ensureFuture returns the future that aw is, or a task that runs it.
func ensureFuture[T any](l *Loop, aw Awaitable[T]) futureOf[T] {
	if f, ok := aw.(futureOf[T]); ok {
		if f.core().loop != l {
			py.Throw(py.ValueError.New("The future belongs to a different loop than the one specified as the loop argument"))
		}
		return f
	}
	return LoopCreateTask(l, Awaitable[T](wrapAwaitable(aw)), nil, nil)
}

// Future is asyncio.Future: a result that will be there later.
type Future[T any] struct {
	futureCore
	val T
}

// NewFuture is asyncio.Future(): a future of the running loop, or of the one
// that get_event_loop() gives.
func NewFuture[T any](ctx context.Context) *Future[T] {
	return newFuture[T](GetEventLoop(ctx))
}

// LoopCreateFuture is loop.create_future().
func LoopCreateFuture[T any](l *Loop) *Future[T] { return newFuture[T](l) }

func newFuture[T any](l *Loop) *Future[T] {
	f := &Future[T]{}
	f.loop = l
	f.self = f
	return f
}

func (f *Future[T]) resultAny() any { return py.Box(f.val) }
func (f *Future[T]) value() T       { return f.val }

func (f *Future[T]) cancelWith(msg any) bool {
	if f.ext != nil && f.ext.gathering != nil {
		return f.ext.gathering.cancel(msg)
	}
	return f.cancelPlain(msg)
}

func (f *Future[T]) className() string {
	if f.ext != nil && f.ext.gathering != nil {
		return "_GatheringFuture"
	}
	return "Future"
}

// Done reports whether the future has a result, an exception, or is cancelled.
func (f *Future[T]) Done() bool { return f.state != pending }

// Cancelled reports whether the future was cancelled.
func (f *Future[T]) Cancelled() bool { return f.state == cancelled }

// Result returns the result, or the exception, or CancelledError, or
// InvalidStateError when the future is not done.
func (f *Future[T]) Result() (T, error) {
	if err := f.resultError(); err != nil {
		var zero T
		return zero, err
	}
	return f.val, nil
}

// Exception returns the exception that the future holds, or nil; the error is
// CancelledError, or InvalidStateError when the future is not done.
func (f *Future[T]) Exception() (error, error) { return f.exception() }

// SetResult marks the future done; the error is InvalidStateError when it is
// done already.
func (f *Future[T]) SetResult(v T) error {
	if f.state != pending {
		return InvalidStateError.New("invalid state")
	}
	f.val = v
	f.succeed()
	return nil
}

func (f *Future[T]) setResultAny(v any) error { return f.SetResult(py.As[T](v)) }

// SetException marks the future done with an exception: an error or an
// exception class.
func (f *Future[T]) SetException(exc any) error { return f.setException(exc) }

// Cancel cancels the future, with an optional message for the CancelledError,
// and schedules its callbacks. It returns false when the future is done.
func (f *Future[T]) Cancel(msg ...any) bool { return f.cancelWith(optional(msg)) }

// AddDoneCallback schedules fn with the future when it is done.
func (f *Future[T]) AddDoneCallback(fn func(*Future[T])) {
	f.addCallback(&doneCallback{key: fn, vars: contextvars.Copy(), fn: func() { fn(f) }})
}

// AddDoneCallbackIn is AddDoneCallback with the context to run fn in.
func (f *Future[T]) AddDoneCallbackIn(fn func(*Future[T]), vars *contextvars.Context) {
	f.addCallback(&doneCallback{key: fn, vars: orCopy(vars), fn: func() { fn(f) }})
}

// AddDoneCallbackAny is AddDoneCallback for a callable that has no static type.
func (f *Future[T]) AddDoneCallbackAny(fn any, vars *contextvars.Context) {
	f.addCallback(newDoneCallback(f.loop, fn, f, vars))
}

// RemoveDoneCallback removes every callback that is fn and returns their number.
func (f *Future[T]) RemoveDoneCallback(fn any) int { return f.removeCallback(sameCallback(fn)) }

// GetLoop returns the loop of the future.
func (f *Future[T]) GetLoop() *Loop { return f.loop }

// Await waits for the future and returns its result or exception.
func (f *Future[T]) Await(ctx context.Context) (T, error) {
	if err := awaitCore(ctx, &f.futureCore); err != nil {
		var zero T
		return zero, err
	}
	return f.val, nil
}

func (f *Future[T]) awaitAny(ctx context.Context) (any, error) {
	v, err := f.Await(ctx)
	return py.Box(v), err
}

// AwaitIter is __await__: an iterator that yields the future until it is done.
func (f *Future[T]) AwaitIter() py.Iterator { return &futureIter{f: &f.futureCore} }

// Repr is CPython's repr of a future.
func (f *Future[T]) Repr() string { return futureRepr(&f.futureCore) }

// ClassName is the Python name of the type.
func (f *Future[T]) ClassName() string { return f.className() }

// awaitCore waits until f is done and returns its error.
func awaitCore(ctx context.Context, f *futureCore) error {
	if f.state == pending {
		return waitFuture(ctx, f)
	}
	return f.outcome()
}

// optional returns the only element of an optional argument, or nil.
func optional(v []any) any {
	if len(v) == 0 {
		return nil
	}
	return v[0]
}
