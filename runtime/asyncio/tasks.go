package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Task is asyncio.Task: a future that runs a coroutine.
type Task[T any] struct {
	taskCore
	coro *Coro[T]
	val  T
}

// AnyTask is a *Task of any result type.
type AnyTask interface {
	AnyFuture
	GetName() string
	SetName(name any)
	Cancelling() int
	Uncancel() int
	task() *taskCore
}

func (t *taskCore) task() *taskCore { return t }

// NewTask is asyncio.Task(coro, loop=l, name=name, context=vars,
// eager_start=eager): a task that begins in the next iteration of the loop,
// or at once when eager and the loop runs. name nil means "Task-N", vars nil
// a copy of the current context.
func NewTask[T any](aw Awaitable[T], l *Loop, name any, vars *contextvars.Context, eager bool) *Task[T] {
	t := &Task[T]{coro: toCoro(aw)}
	t.init(l, t, name, vars)
	t.coro.task = &t.taskCore
	if eager && l.running {
		l.startEager(&t.taskCore)
	} else {
		l.ready.push(&t.taskCore, nil)
	}
	return t
}

// CreateTask is asyncio.create_task(coro): the coroutine begins to run in the
// loop's next iteration.
func CreateTask[T any](ctx context.Context, aw Awaitable[T]) *Task[T] {
	return LoopCreateTask(mustLoop(ctx), aw, nil, nil)
}

// CreateTaskNamed is asyncio.create_task(coro, name=name).
func CreateTaskNamed[T any](ctx context.Context, aw Awaitable[T], name any) *Task[T] {
	return LoopCreateTask(mustLoop(ctx), aw, name, nil)
}

// CreateTaskIn is asyncio.create_task(coro, name=name, context=vars).
func CreateTaskIn[T any](ctx context.Context, aw Awaitable[T], name any, vars *contextvars.Context) *Task[T] {
	return LoopCreateTask(mustLoop(ctx), aw, name, vars)
}

// LoopCreateTask is loop.create_task(coro, name=name, context=vars).
func LoopCreateTask[T any](l *Loop, aw Awaitable[T], name any, vars *contextvars.Context) *Task[T] {
	l.checkClosed()
	if _, isFuture := aw.(anyFuture); isFuture {
		py.Throwf(py.TypeError, "a coroutine was expected, got %s", py.Repr(inner(aw)))
	}
	if l.taskFactory != nil {
		return factoryTask(l, aw, name, vars)
	}
	return NewTask(aw, l, name, vars, false)
}

func (t *Task[T]) exec() error {
	if t.mustCancel { // cancelled before the first step: the body never runs
		t.mustCancel = false
		err := t.makeCancelledError()
		if t.coro.early != nil {
			err = t.coro.early(t.ctx(), err)
		}
		t.coro.close()
		return err
	}
	if t.loop.killing != killNone {
		return t.killed()
	}
	v, err := t.coro.Await(t.ctx())
	if err != nil {
		return err
	}
	t.val = v
	return nil
}

func (t *Task[T]) coroutine() coroutineAny { return t.coro }
func (t *Task[T]) resultAny() any          { return py.Box(t.val) }
func (t *Task[T]) cancelWith(m any) bool   { return t.cancelTask(m) }
func (t *Task[T]) className() string       { return "Task" }
func (t *Task[T]) value() T                { return t.val }

// Done reports whether the task has ended.
func (t *Task[T]) Done() bool { return t.state != pending }

// Cancelled reports whether the task ended by cancellation.
func (t *Task[T]) Cancelled() bool { return t.state == cancelled }

// Result returns the result of the coroutine, or its exception, or
// CancelledError, or InvalidStateError when it has not ended.
func (t *Task[T]) Result() (T, error) {
	if err := t.resultError(); err != nil {
		var zero T
		return zero, err
	}
	return t.val, nil
}

// Exception returns the exception that ended the task, or nil; the error is
// CancelledError, or InvalidStateError when the task has not ended.
func (t *Task[T]) Exception() (error, error) { return t.exception() }

// SetResult is an error: the coroutine alone decides the result.
func (t *Task[T]) SetResult(T) error {
	return py.RuntimeError.New("Task does not support set_result operation")
}

func (t *Task[T]) setResultAny(any) error {
	var zero T
	return t.SetResult(zero)
}

// SetException is an error: the coroutine alone decides the outcome.
func (t *Task[T]) SetException(any) error {
	return py.RuntimeError.New("Task does not support set_exception operation")
}

// Cancel asks the task to end: CancelledError, with the optional message, is
// thrown into the coroutine in the next iteration. It returns false when the
// task has ended.
func (t *Task[T]) Cancel(msg ...any) bool { return t.cancelTask(optional(msg)) }

// Cancelling returns the number of pending cancellation requests.
func (t *Task[T]) Cancelling() int { return int(t.cancels) }

// Uncancel takes one cancellation request back and returns how many remain.
func (t *Task[T]) Uncancel() int {
	if t.cancels > 0 {
		t.cancels--
		if t.cancels == 0 {
			t.mustCancel = false
		}
	}
	return int(t.cancels)
}

// AddDoneCallback schedules fn with the task when it has ended.
func (t *Task[T]) AddDoneCallback(fn func(*Task[T])) {
	t.addCallback(&doneCallback{key: fn, vars: contextvars.Copy(), fn: func() { fn(t) }})
}

// AddDoneCallbackIn is AddDoneCallback with the context to run fn in.
func (t *Task[T]) AddDoneCallbackIn(fn func(*Task[T]), vars *contextvars.Context) {
	t.addCallback(&doneCallback{key: fn, vars: orCopy(vars), fn: func() { fn(t) }})
}

// AddDoneCallbackAny is AddDoneCallback for a callable that has no static type.
func (t *Task[T]) AddDoneCallbackAny(fn any, vars *contextvars.Context) {
	t.addCallback(newDoneCallback(t.loop, fn, t, vars))
}

// RemoveDoneCallback removes every callback that is fn and returns their number.
func (t *Task[T]) RemoveDoneCallback(fn any) int { return t.removeCallback(sameCallback(fn)) }

// GetLoop returns the task's loop.
func (t *Task[T]) GetLoop() *Loop { return t.loop }

// GetName returns the name.
func (t *Task[T]) GetName() string { return t.taskName() }

// SetName sets the name to str(name).
func (t *Task[T]) SetName(name any) { t.extra().name, t.number = py.Str(name), 0 }

// GetCoro returns the task's coroutine.
func (t *Task[T]) GetCoro() *Coro[T] { return t.coro }

// GetContext returns the contextvars context that the task runs in.
func (t *Task[T]) GetContext() *contextvars.Context { return t.vars }

// Await waits for the task and returns its result or exception.
func (t *Task[T]) Await(ctx context.Context) (T, error) {
	if err := awaitCore(ctx, &t.futureCore); err != nil {
		var zero T
		return zero, err
	}
	return t.val, nil
}

func (t *Task[T]) awaitAny(ctx context.Context) (any, error) {
	v, err := t.Await(ctx)
	return py.Box(v), err
}

// AwaitIter is __await__: an iterator that yields the task until it is done.
func (t *Task[T]) AwaitIter() py.Iterator { return &futureIter{f: &t.futureCore} }

// Repr is CPython's repr of a task.
func (t *Task[T]) Repr() string { return taskRepr(&t.taskCore) }

// ClassName is the Python name of the type.
func (t *Task[T]) ClassName() string { return "Task" }

// CurrentTask is asyncio.current_task(): the task that runs, nil when a
// callback runs.
func CurrentTask(ctx context.Context) AnyTask {
	l := mustLoop(ctx)
	if l.current == nil {
		return nil
	}
	return l.current.self.(AnyTask)
}

// LoopCurrentTask is asyncio.current_task(loop); nil is the running one.
func LoopCurrentTask(ctx context.Context, l *Loop) AnyTask {
	if l == nil {
		l = mustLoop(ctx)
	}
	if l.current == nil {
		return nil
	}
	return l.current.self.(AnyTask)
}

// AllTasks is asyncio.all_tasks(): the tasks of the running loop that have not
// ended, oldest first.
func AllTasks(ctx context.Context) *py.Set[any] { return LoopAllTasks(ctx, nil) }

// LoopAllTasks is asyncio.all_tasks(loop); nil is the running one.
func LoopAllTasks(ctx context.Context, l *Loop) *py.Set[any] {
	if l == nil {
		l = mustLoop(ctx)
	}
	s := py.NewSet[any]()
	for t := range l.allTasks() {
		s.Add(t.self)
	}
	return s
}
