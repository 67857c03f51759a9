package asyncio

import "github.com/py2go-async/py2go-async/runtime/contextvars"

// taskFactory is what set_task_factory was given.
type taskFactory func(l *Loop, coro coroutineAny, name any, vars *contextvars.Context) (any, error)

// startEager runs the first step of a task on behalf of the running code.
func (l *Loop) startEager(t *taskCore) {
	from, current, vars := l.cur, l.current, contextvars.Current()
	t.starter = from
	w := l.getWorker()
	t.w = w
	w.task = t
	l.transfer(from, w)
	l.current = current
	contextvars.Enter(vars)
}

// factoryTask makes a task by the loop's task factory.
func factoryTask[T any](l *Loop, aw Awaitable[T], name any, vars *contextvars.Context) *Task[T] {
	panic("unreachable")
}
