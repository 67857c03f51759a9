package asyncio

import (
	"strconv"
	"sync/atomic"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// taskSelf is what differs between tasks of different result types.
type taskSelf interface {
	futureSelf
	// exec runs the coroutine to its end, keeps the result and returns the
	// error.
	exec() error
	// coroutine is the task's coroutine.
	coroutine() coroutineAny
}

// taskCore is what tasks of every result type share. Its taskCtx is
// the context.Context of the code that the task runs (task_context.go).
type taskCore struct {
	futureCore
	w          *worker     // where the body is suspended, nil before it begins
	waiter     *futureCore // the future that the task waits for: _fut_waiter
	wokenBy    *futureCore // the future that scheduled the next step
	starter    *worker     // who started the task eagerly, until its first suspension
	vars       *contextvars.Context
	own        contextvars.Context // what vars is, unless it was given
	number     int                 // of the name "Task-N", 0 for another name
	cancels    int32               // num_cancels_requested
	slot       int32               // where the task's group keeps it
	prev, next *taskCore
	link       atomic.Pointer[ctxLink] // the state of the context.Context, made on demand
}

// lastTask numbers the tasks of the process.
var lastTask int

// init prepares a new task and puts it among the loop's pending ones. vars nil
// means a copy of the current context.
func (t *taskCore) init(l *Loop, self taskSelf, name any, vars *contextvars.Context) {
	t.loop = l
	t.self = self
	t.isTask = true
	t.logDestroy = true
	if t.vars = vars; vars == nil {
		contextvars.CopyInto(&t.own)
		t.vars = &t.own
	}
	if name == nil {
		lastTask++
		t.number = lastTask
	} else {
		t.extra().name = py.Str(name)
	}
	l.addTask(t)
}

// coro returns the task's coroutine.
func (t *taskCore) coro() coroutineAny { return t.self.(taskSelf).coroutine() }

// taskName returns the name, "Task-N" unless one was set.
func (t *taskCore) taskName() string {
	if t.number != 0 {
		return "Task-" + strconv.Itoa(t.number)
	}
	return t.ext.name
}

// run is a task in the ready queue: only the scheduler's loop enters tasks,
// never through the callback interface.
func (t *taskCore) run(*Loop, *futureCore) { panic("asyncio: task run as a callback") }

// begin makes t the current task, when its body starts.
func (t *taskCore) begin() {
	t.enter()
	t.started = true
}

// enter makes t the current task.
func (t *taskCore) enter() {
	t.loop.current = t
	contextvars.Enter(t.vars)
}

// wait suspends the task until f is done: what the task does with a future
// that its coroutine yields. It returns the exception that the step throws
// into the coroutine.
func (t *taskCore) wait(f *futureCore) error {
	if f.loop != t.loop || f == &t.futureCore {
		return t.stepLater(t.badWait(f))
	}
	f.addCallback(t)
	t.waiter = f
	if t.mustCancel && f.self.cancelWith(t.cancelMsg()) {
		t.mustCancel = false
	}
	return t.suspend()
}

// badWait is the exception for a future that the task cannot wait for.
//
//go:noinline
func (t *taskCore) badWait(f *futureCore) error {
	if f.loop != t.loop {
		return py.Errorf(py.RuntimeError, "Task %s got Future %s attached to a different loop", taskRepr(t), reprOf(f))
	}
	return py.Errorf(py.RuntimeError, "Task cannot await on itself: %s", taskRepr(t))
}

// yieldNone suspends the task for one iteration: a bare yield.
func (t *taskCore) yieldNone() error {
	t.loop.ready.push(t, nil)
	return t.suspend()
}

// stepLater suspends the task and throws err in its next step.
func (t *taskCore) stepLater(err error) error {
	t.extra().throw = err
	t.loop.ready.push(t, nil)
	return t.suspend()
}

func (t *taskCore) cancelMsg() any {
	if t.ext == nil {
		return nil
	}
	return t.ext.cancelMsg
}

// suspend parks the task until its next step and returns the exception that
// the step throws. Sleep contains the same lines: after a switch the processor
// foresees no return, so each call between the switch and the program costs.
func (t *taskCore) suspend() error {
	if slot := t.park(); slot != nil {
		handled := py.TakeHandled()
		if slot.toggled {
			slot.next()
		} else {
			slot.yield(struct{}{})
		}
		py.GiveHandled(handled)
	}
	return t.resumed()
}

// park chooses what runs while the task is suspended and returns the slot to
// enter, or nil when the task itself is next.
func (t *taskCore) park() (slot *worker) {
	l := t.loop
	if l.killing != killNone {
		return nil
	}
	w := l.cur
	t.w = w
	to := &l.main
	if t.starter != nil {
		to, t.starter = t.starter, nil
	} else if nt := l.nextTask(); nt == t {
		return nil
	} else if nt != nil {
		if nt.w == nil {
			if n := len(l.pool); n > 0 {
				nt.w = l.getWorker()
				nt.w.task = nt
				to = nt.w
			} else {
				l.first = nt // the scheduler makes the coroutine, on its own stack
			}
		} else {
			to = nt.w
		}
	}
	t.parked = true
	return l.swap(w, to)
}

// resumed is the begin of a step: it finds the exception to throw.
func (t *taskCore) resumed() error {
	for t.loop.visit != nil {
		t.visited()
	}
	t.parked = false
	t.enter()
	var err error
	if f := t.wokenBy; f != nil {
		t.wokenBy = nil
		err = f.outcome()
	} else if t.ext != nil {
		err, t.ext.throw = t.ext.throw, nil
	}
	if t.mustCancel {
		t.mustCancel = false
		if !isCancelled(err) {
			err = t.makeCancelledError()
		}
	}
	t.waiter = nil
	if k := t.link.Load(); k != nil {
		k.rearm()
	}
	if t.loop.killing != killNone {
		return t.killed()
	}
	return err
}

// finish completes the task whose body ended with err.
func (t *taskCore) finish(err error) {
	t.w = nil
	t.loop.current = nil
	t.loop.removeTask(t)
	if k := t.link.Load(); k != nil {
		k.end()
	}
	switch {
	case t.loop.killing != killNone:
		t.state = cancelled
	case err == nil:
		if t.mustCancel {
			t.mustCancel = false
			t.cancelPlain(t.cancelMsg())
			return
		}
		t.succeed()
	default:
		err = asException(err)
		switch {
		case isCancelled(err):
			t.err = err
			t.cancelPlain(nil)
		case isExit(err):
			t.fail(err)
			t.loop.raised = err
		case isInstance(err, py.StopIteration):
			bad := py.RuntimeError.New("coroutine raised StopIteration")
			t.fail(py.WithContext(py.RaiseFrom(bad, err), err))
		default:
			t.fail(err)
		}
	}
}

// cancelTask is Task.cancel.
func (t *taskCore) cancelTask(msg any) bool {
	t.logTraceback = false
	if t.state != pending {
		return false
	}
	t.cancels++
	if k := t.link.Load(); k != nil {
		k.cancel()
	}
	if t.waiter != nil && t.cancelWaiter(msg) {
		return true
	}
	t.mustCancel = true
	t.extra().cancelMsg = msg
	return true
}

// maxCancelDepth is how long a chain of tasks that wait for each other may be.
const maxCancelDepth = 10000

// cancelWaiter cancels what the task waits for. Tasks that wait for each other
// in a circle are a RecursionError, as in CPython.
func (t *taskCore) cancelWaiter(msg any) bool {
	l := t.loop
	if l.cancelDepth++; l.cancelDepth > maxCancelDepth {
		l.cancelDepth = 0
		py.Throw(py.RecursionError.New("maximum recursion depth exceeded"))
	}
	ok := t.waiter.self.cancelWith(msg)
	l.cancelDepth = max(0, l.cancelDepth-1)
	return ok
}
