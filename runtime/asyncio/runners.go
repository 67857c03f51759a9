package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Run is asyncio.run(main()) for a Go function: it runs main as a task in a
// new event loop, then cancels what is left, closes async generators and the
// loop, and returns the result. The end of ctx cancels the main task; the
// error is then CancelledError and, under errors.Is, the cause of ctx.
//
// Several goroutines may call Run; the baton lets one of their loops run at a
// time.
func Run[T any](ctx context.Context, main func(ctx context.Context) (T, error)) (T, error) {
	return RunCoro[T](ctx, &Coro[T]{body: funcBody[T](main), name: main})
}

// RunVoid is Run for a function without a result.
func RunVoid(ctx context.Context, main func(ctx context.Context) error) error {
	_, err := RunCoro[any](ctx, &Coro[any]{body: voidBody(main), name: main})
	return err
}

// RunCoro is asyncio.run(coro).
func RunCoro[T any](ctx context.Context, coro Awaitable[T]) (T, error) {
	return RunCoroWith(ctx, coro, nil, nil)
}

// RunCoroWith is asyncio.run(coro, debug=debug, loop_factory=factory); nil
// stands for None.
func RunCoroWith[T any](ctx context.Context, coro Awaitable[T], debug *bool, factory func() *Loop) (_ T, err error) {
	if l := runningLoop(ctx); l != nil && l.running {
		var zero T
		return zero, py.RuntimeError.New("asyncio.run() cannot be called from a running event loop")
	}
	r := NewRunner(debug, factory)
	defer func() {
		if cerr := r.close(ctx); cerr != nil {
			err = cerr
		}
	}()
	return RunnerRun(ctx, r, coro, nil)
}

// Runner is asyncio.Runner: an event loop for several calls of Run.
type Runner struct {
	debug   *bool
	factory func() *Loop
	loop    *Loop
	vars    *contextvars.Context
	closed  bool
	setLoop bool
	sigint  *interrupts
}

// NewRunner is asyncio.Runner(debug=debug, loop_factory=factory).
func NewRunner(debug *bool, factory func() *Loop) *Runner {
	return &Runner{debug: debug, factory: factory}
}

func (r *Runner) init() error {
	if r.closed {
		return py.RuntimeError.New("Runner is closed")
	}
	if r.loop != nil {
		return nil
	}
	if r.factory == nil {
		r.loop = NewEventLoop()
		if !r.setLoop {
			SetEventLoop(r.loop)
			r.setLoop = true
		}
	} else {
		if err := py.Catch(func() error { r.loop = r.factory(); return nil }); err != nil {
			return err
		}
	}
	if r.debug != nil {
		r.loop.SetDebug(*r.debug)
	}
	r.vars = contextvars.Copy()
	return nil
}

// Enter is the begin of `with asyncio.Runner() as r`.
func (r *Runner) Enter() (*Runner, error) { return r, r.init() }

// Exit is the end of `with asyncio.Runner() as r`.
func (r *Runner) Exit(error) (bool, error) { return false, r.Close() }

// GetLoop is runner.get_loop().
func (r *Runner) GetLoop() (*Loop, error) { return r.loop, r.init() }

// RunnerRun is runner.run(coro, context=vars).
func RunnerRun[T any](ctx context.Context, r *Runner, coro Awaitable[T], vars *contextvars.Context) (T, error) {
	var zero T
	if _, isCoro := coro.(coroutineAny); !isCoro {
		return zero, py.Errorf(py.ValueError, "a coroutine was expected, got %s", py.Repr(inner(coro)))
	}
	if l := runningLoop(ctx); l != nil && l.running {
		return zero, py.RuntimeError.New("Runner.run() cannot be called from a running event loop")
	}
	_, leave := gil.Enter()
	defer leave()
	if err := r.init(); err != nil {
		return zero, err
	}
	if vars == nil {
		vars = r.vars
	}
	if ctx != nil {
		r.loop.outer = ctx
	}
	task := LoopCreateTask(r.loop, coro, nil, vars)
	stop := cancelWith(ctx, r.loop, task)
	defer stop()
	r.sigint = catchInterrupts(ctx, r.loop, task)
	defer r.sigint.stop()
	v, err := RunUntilComplete[T](ctx, r.loop, task)
	if err != nil && isExit(err) {
		task.logTraceback = false // the exit holds the task in CPython
	}
	if err != nil && isCancelled(err) {
		if r.sigint.count() > 0 && task.Uncancel() == 0 {
			return zero, py.KeyboardInterrupt.New()
		}
		if ctx != nil && ctx.Err() != nil {
			err = &endedError{err.(py.BaseException), context.Cause(ctx)}
		}
	}
	return v, err
}

// cancelWith cancels the task when ctx ends, at once if it has ended.
func cancelWith(ctx context.Context, l *Loop, t AnyTask) (stop func()) {
	if ctx == nil || ctx.Done() == nil {
		return func() {}
	}
	if ctx.Err() != nil {
		t.Cancel()
		return func() {}
	}
	undo := context.AfterFunc(ctx, func() { l.post(func() { t.Cancel() }) })
	return func() { undo() }
}

// endedError is the CancelledError of a main task whose outer context ended:
// errors.Is finds the cause as well.
type endedError struct {
	py.BaseException
	cause error
}

func (e *endedError) Unwrap() []error { return []error{e.BaseException, e.cause} }

// Close is runner.close(): it cancels the remaining tasks, closes async
// generators and the default executor, and the loop.
func (r *Runner) Close() error { return r.close(context.Background()) }

func (r *Runner) close(ctx context.Context) error {
	if r.loop == nil || r.closed {
		return nil
	}
	_, leave := gil.Enter()
	defer leave()
	l := r.loop
	defer func() {
		if r.setLoop {
			SetEventLoop(nil)
		}
		if l.fatal == nil {
			l.Close()
			checkLeaks()
		}
		r.loop = nil
		r.closed = true
	}()
	if l.fatal != nil {
		return nil
	}
	if err := cancelAllTasks(ctx, l); err != nil {
		return err
	}
	if _, err := RunUntilComplete[any](ctx, l, newCoroVoid("BaseEventLoop.shutdown_asyncgens", l.ShutdownAsyncgens)); err != nil {
		return err
	}
	timeout := threadJoinTimeout
	_, err := RunUntilComplete[any](ctx, l, newCoroVoid("BaseEventLoop.shutdown_default_executor", func(ctx context.Context) error {
		return l.ShutdownDefaultExecutor(ctx, &timeout)
	}))
	return err
}

// threadJoinTimeout is how long Run waits for the threads of the default
// executor, in seconds.
const threadJoinTimeout float64 = 300

// cancelAllTasks cancels the pending tasks and waits for them.
func cancelAllTasks(ctx context.Context, l *Loop) error {
	var tasks []any
	for t := range l.allTasks() {
		tasks = append(tasks, t.self)
	}
	if len(tasks) == 0 {
		return nil
	}
	for _, t := range tasks {
		t.(AnyTask).Cancel()
	}
	if _, err := RunUntilComplete[*py.List[any]](ctx, l, GatherAny(&l.ctx, true, tasks...)); err != nil {
		return err
	}
	for _, x := range tasks {
		t := x.(AnyTask).task()
		if t.state == finished && t.err != nil {
			l.callHandler("unhandled exception during asyncio.run() shutdown", t.err, "task", x)
		}
	}
	return nil
}
