package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// startEager runs the first step of a task on behalf of the running code.
func (l *Loop) startEager(t *taskCore) {
	from, current, vars := l.cur, l.current, contextvars.Current()
	t.starter = from
	w := l.getWorker()
	t.w = w
	w.task = t
	handled := py.TakeHandled()
	l.transfer(from, w)
	py.GiveHandled(handled)
	l.current = current
	contextvars.Enter(vars)
}

// newTask makes a task of the coroutine, for task factories.
func (c *Coro[T]) newTask(l *Loop, name any, vars *contextvars.Context, eager bool) any {
	return NewTask[T](c, l, name, vars, eager)
}

// EagerTaskFactory is asyncio.eager_task_factory: a task factory whose tasks
// begin to run at once.
func EagerTaskFactory(l *Loop, coro any, name any, vars *contextvars.Context) any {
	c, ok := coro.(coroutineAny)
	if !ok {
		py.Throwf(py.TypeError, "a coroutine was expected, got %s", py.Repr(coro))
	}
	return c.newTask(l, name, vars, true)
}

// CreateEagerTaskFactory is asyncio.create_eager_task_factory(constructor).
func CreateEagerTaskFactory(constructor any) any {
	params := []py.Param{py.Pos("loop"), py.Pos("coro"), py.KwOnly("name").Default(nil), py.KwOnly("context").Default(nil)}
	return py.NewFunc("factory", params, func(ctx context.Context, args []any) (any, error) {
		return py.CallKw(ctx, constructor, args[1:2], []py.Kw{
			{Name: "loop", Value: args[0]}, {Name: "name", Value: args[2]}, {Name: "context", Value: args[3]},
			{Name: "eager_start", Value: true},
		})
	})
}

// SetTaskFactory is loop.set_task_factory(factory): a callable that takes the
// loop and a coroutine and returns a task, or nil for the default.
func (l *Loop) SetTaskFactory(factory any) {
	if factory != nil && !py.IsCallable(factory) {
		if _, ok := factory.(func(*Loop, any, any, *contextvars.Context) any); !ok {
			py.Throw(py.TypeError.New("task factory must be a callable or None"))
		}
	}
	l.taskFactory = factory
}

// GetTaskFactory is loop.get_task_factory().
func (l *Loop) GetTaskFactory() any { return l.taskFactory }

// factoryTask makes a task by the loop's task factory.
func factoryTask[T any](l *Loop, aw Awaitable[T], name any, vars *contextvars.Context) *Task[T] {
	var made any
	if f, ok := l.taskFactory.(func(*Loop, any, any, *contextvars.Context) any); ok {
		made = f(l, aw, name, vars)
	} else {
		var kw []py.Kw
		if vars != nil {
			kw = append(kw, py.Kw{Name: "context", Value: vars})
		}
		made = py.Must(py.CallKw(currentContext(), l.taskFactory, []any{l, aw}, kw))
	}
	if t, ok := made.(AnyTask); ok {
		t.SetName(name) // CPython 3.13.0 does so for None, too
	}
	t, ok := made.(*Task[T])
	if !ok {
		py.Throwf(py.TypeError, "the task factory returned %s, want a Task of the coroutine", py.Repr(made))
	}
	return t
}
