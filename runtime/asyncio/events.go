package asyncio

import (
	"context"
	"reflect"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

func init() {
	py.CurrentContext = currentContext
	py.CurrentTaskName = currentTaskName
}

// currentTaskName is the name of the task that runs, None where none does.
func currentTaskName() any {
	if th := gil.Current(); th != nil && th.Loop != nil {
		if t := th.Loop.(*Loop).current; t != nil {
			return t.taskName()
		}
	}
	return nil
}

// currentContext is the context of the code that runs now: the current task's,
// a callback's, or Background outside any loop.
func currentContext() context.Context {
	th := gil.Current()
	if th == nil || th.Loop == nil {
		return context.Background()
	}
	l := th.Loop.(*Loop)
	if l.current != nil {
		return l.current.ctx()
	}
	return &l.ctx
}

func errNoLoop() error    { return py.RuntimeError.New("no running event loop") }
func errNotInTask() error { return py.RuntimeError.New("await outside a task") }

// runningLoop returns the loop of ctx, nil if there is none.
func runningLoop(ctx context.Context) *Loop {
	if c, ok := ctx.(*taskCtx); ok {
		return c.loop
	}
	e := envOf(ctx)
	if e == nil {
		return nil
	}
	return e.runningLoop()
}

// mustLoop returns the loop of ctx and panics with RuntimeError without one.
func mustLoop(ctx context.Context) *Loop {
	l := runningLoop(ctx)
	if l == nil {
		py.Throw(errNoLoop())
	}
	return l
}

// GetRunningLoop is asyncio.get_running_loop(); RuntimeError outside a loop.
func GetRunningLoop(ctx context.Context) *Loop { return mustLoop(ctx) }

// GetEventLoop is asyncio.get_event_loop(): the running loop, or the one that
// SetEventLoop gave the thread; RuntimeError if there is neither.
func GetEventLoop(ctx context.Context) *Loop {
	if l := runningLoop(ctx); l != nil {
		return l
	}
	th := gil.Current()
	if th == nil {
		th = gil.MainThread
	}
	if th.Loop != nil {
		return th.Loop.(*Loop)
	}
	if l, ok := th.SetLoop.(*Loop); ok && l != nil {
		return l
	}
	if th.SetLoop == nil && (th == gil.MainThread || th.Main) {
		l := NewEventLoop() // CPython 3.13 makes one, with a DeprecationWarning that is off by default
		th.SetLoop = l
		return l
	}
	py.Throwf(py.RuntimeError, "There is no current event loop in thread '%s'.", threadName(th))
	return nil
}

// loopFor is the loop for an awaitable that is given without one: that of a
// future, else GetEventLoop's.
func loopFor(ctx context.Context, aw any) *Loop {
	if f, ok := aw.(anyFuture); ok {
		return f.core().loop
	}
	return GetEventLoop(ctx)
}

func threadName(th *gil.Thread) string {
	if th.Main {
		return "MainThread"
	}
	if n, ok := th.Info.(interface{ Name() string }); ok {
		return n.Name()
	}
	return "Dummy"
}

// SetEventLoop is asyncio.set_event_loop(loop); nil takes the loop away.
func SetEventLoop(l *Loop) {
	th := gil.Current()
	if th == nil {
		th = gil.MainThread
	}
	th.SetLoop = l
}

// Handle is what call_soon returns: a scheduled callback that can be cancelled.
type Handle struct {
	loop      *Loop
	fn        func()
	repr      func() string
	vars      *contextvars.Context
	cancelled bool
	scheduled bool // a timer in the loop's heap
}

// newHandle makes a handle; vars nil means a copy of the current context.
func newHandle(l *Loop, fn func(), vars *contextvars.Context) *Handle {
	return &Handle{loop: l, fn: fn, vars: orCopy(vars)}
}

func orCopy(vars *contextvars.Context) *contextvars.Context {
	if vars == nil {
		return contextvars.Copy()
	}
	return vars
}

func (h *Handle) run(l *Loop, _ *futureCore) {
	if h.cancelled {
		return
	}
	fn := h.fn
	if err := l.guard(h.vars, fn); err != nil {
		l.callbackFailed(err, "handle", h)
	}
}

// guard runs fn in vars and returns its error or the exception it panicked
// with.
func (l *Loop) guard(vars *contextvars.Context, fn func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			e, isPython := recovered(r)
			if !isPython {
				panic(r)
			}
			err = e
		}
	}()
	l.current = nil
	contextvars.Enter(vars)
	fn()
	return nil
}

// Cancel keeps the callback from running.
func (h *Handle) Cancel() {
	if !h.cancelled {
		h.cancelled = true
		h.fn = nil
	}
}

// Cancelled reports whether the handle was cancelled.
func (h *Handle) Cancelled() bool { return h.cancelled }

// GetContext returns the context that the callback runs in.
func (h *Handle) GetContext() *contextvars.Context { return h.vars }

// Repr is CPython's repr of a handle.
func (h *Handle) Repr() string { return handleRepr("Handle", h, "") }

// ClassName is the Python name of the type.
func (h *Handle) ClassName() string { return "Handle" }

// TimerHandle is what call_later and call_at return.
type TimerHandle struct {
	Handle
	when    float64
	sleeper *sleeper // of a sleep, in place of a callback
}

func (t *TimerHandle) run(l *Loop, f *futureCore) {
	switch {
	case t.cancelled:
	case t.sleeper != nil:
		t.sleeper.expire()
	default:
		t.Handle.run(l, f)
	}
}

// When returns the time of the callback, in the loop's clock.
func (t *TimerHandle) When() float64 { return t.when }

// Cancel keeps the callback from running.
func (t *TimerHandle) Cancel() {
	if !t.cancelled {
		if t.scheduled {
			t.loop.cancelledTimers++
		}
		t.Handle.Cancel()
	}
}

// Repr is CPython's repr of a timer handle.
func (t *TimerHandle) Repr() string {
	return handleRepr("TimerHandle", &t.Handle, " when="+py.Repr(t.when))
}

// ClassName is the Python name of the type.
func (t *TimerHandle) ClassName() string { return "TimerHandle" }

// CallSoon is loop.call_soon(fn): fn runs in the next iteration, in a copy of
// the current context. An exception goes to the loop's exception handler.
func (l *Loop) CallSoon(fn func()) *Handle { return l.CallSoonIn(fn, nil) }

// CallSoonIn is call_soon(fn, context=vars).
func (l *Loop) CallSoonIn(fn func(), vars *contextvars.Context) *Handle {
	l.checkThread()
	return l.callSoon(fn, vars)
}

func (l *Loop) callSoon(fn func(), vars *contextvars.Context) *Handle {
	l.checkClosed()
	h := newHandle(l, fn, vars)
	l.ready.push(h, nil)
	return h
}

// CallSoonThreadsafe is loop.call_soon_threadsafe(fn), for code that holds the
// baton in another thread or in a signal handler. Go code without the baton
// uses Post.
func (l *Loop) CallSoonThreadsafe(fn func()) *Handle {
	h := l.callSoon(fn, nil)
	l.interrupt()
	return h
}

// Post schedules fn from any goroutine: it runs in the loop, as with call_soon.
func (l *Loop) Post(fn func()) {
	l.post(func() { l.ready.push(newHandle(l, fn, nil), nil) })
}

// CallLater is loop.call_later(delay, fn): delay in seconds.
func (l *Loop) CallLater(delay float64, fn func()) *TimerHandle {
	return l.CallAtIn(l.now()+delay, fn, nil)
}

// CallLaterIn is call_later(delay, fn, context=vars).
func (l *Loop) CallLaterIn(delay float64, fn func(), vars *contextvars.Context) *TimerHandle {
	return l.CallAtIn(l.now()+delay, fn, vars)
}

// CallAt is loop.call_at(when, fn): when in the time of loop.time().
func (l *Loop) CallAt(when float64, fn func()) *TimerHandle {
	return l.CallAtIn(when, fn, nil)
}

// CallAtIn is call_at(when, fn, context=vars).
func (l *Loop) CallAtIn(when float64, fn func(), vars *contextvars.Context) *TimerHandle {
	l.checkClosed()
	l.checkThread()
	t := &TimerHandle{Handle: Handle{loop: l, fn: fn, vars: orCopy(vars), scheduled: true}, when: when}
	l.timers.push(t)
	return t
}

// CallSoonArgs is call_soon(fn, *args, context=vars) for a callable without
// static type.
func (l *Loop) CallSoonArgs(fn any, vars *contextvars.Context, args ...any) *Handle {
	l.checkThread()
	l.checkCallback(fn, "call_soon")
	return l.callSoonArgs(fn, vars, args)
}

func (l *Loop) callSoonArgs(fn any, vars *contextvars.Context, args []any) *Handle {
	h := l.callSoon(l.bindCall(fn, args), vars)
	h.repr = l.callRepr(fn, args)
	return h
}

// CallSoonThreadsafeArgs is call_soon_threadsafe(fn, *args, context=vars).
func (l *Loop) CallSoonThreadsafeArgs(fn any, vars *contextvars.Context, args ...any) *Handle {
	l.checkCallback(fn, "call_soon_threadsafe")
	h := l.callSoonArgs(fn, vars, args)
	l.interrupt()
	return h
}

// CallLaterArgs is call_later(delay, fn, *args, context=vars).
func (l *Loop) CallLaterArgs(delay float64, fn any, vars *contextvars.Context, args ...any) *TimerHandle {
	return l.CallAtArgs(l.now()+delay, fn, vars, args...)
}

// CallAtArgs is call_at(when, fn, *args, context=vars).
func (l *Loop) CallAtArgs(when float64, fn any, vars *contextvars.Context, args ...any) *TimerHandle {
	l.checkCallback(fn, "call_at")
	t := l.CallAtIn(when, l.bindCall(fn, args), vars)
	t.repr = l.callRepr(fn, args)
	return t
}

func (l *Loop) bindCall(fn any, args []any) func() {
	return func() { py.Must(py.Call(&l.ctx, fn, args...)) }
}

// doneCallback is a callback of add_done_callback.
type doneCallback struct {
	key  any // what remove_done_callback compares
	fn   func()
	vars *contextvars.Context
	repr func() string
}

func newDoneCallback(l *Loop, fn, fut any, vars *contextvars.Context) *doneCallback {
	return &doneCallback{
		key:  fn,
		vars: orCopy(vars),
		repr: l.callRepr(fn, nil),
		fn:   func() { py.Must(py.Call(&l.ctx, fn, fut)) },
	}
}

func (d *doneCallback) run(l *Loop, f *futureCore) {
	if err := l.guard(d.vars, d.fn); err != nil {
		l.callbackFailed(err, "handle", d)
	}
}

// sameCallback returns a test for callbacks that were added with key.
func sameCallback(key any) func(callback) bool {
	return func(cb callback) bool {
		d, ok := cb.(*doneCallback)
		return ok && sameFunc(d.key, key)
	}
}

// sameFunc compares two callables: Go functions by identity of the closure,
// others as Python does.
func sameFunc(a, b any) bool {
	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
	if va.Kind() == reflect.Func || vb.Kind() == reflect.Func {
		return va.Kind() == vb.Kind() && va.UnsafePointer() == vb.UnsafePointer()
	}
	return py.Eq(a, b)
}
