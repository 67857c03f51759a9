package asyncio

import (
	"context"
	"fmt"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// TaskGroup is asyncio.TaskGroup: `async with` waits for the tasks of the
// group; when one fails the others are cancelled, and the failures leave as
// an ExceptionGroup.
type TaskGroup struct {
	entered, exiting, aborting bool
	parentCancelRequested      bool
	loop                       *Loop
	parent                     *taskCore
	tasks                      []*taskCore // in order of creation, nil for those that have ended
	pending                    int
	errors                     []error
	baseError                  error
	completed                  *waiter
}

// NewTaskGroup is asyncio.TaskGroup().
func NewTaskGroup() *TaskGroup { return &TaskGroup{} }

// AEnter is the begin of `async with`.
func (g *TaskGroup) AEnter(ctx context.Context) (*TaskGroup, error) {
	if g.entered {
		return nil, py.Errorf(py.RuntimeError, "TaskGroup %s has already been entered", g.Repr())
	}
	l := runningLoop(ctx)
	if l == nil {
		return nil, errNoLoop()
	}
	g.entered = true
	g.loop = l
	g.parent = l.current
	if g.parent == nil {
		return nil, py.Errorf(py.RuntimeError, "TaskGroup %s cannot determine the parent task", g.Repr())
	}
	return g, nil
}

// AExit is the end of `async with`: it waits for the tasks.
func (g *TaskGroup) AExit(ctx context.Context, err error) (bool, error) {
	defer func() { g.parent, g.errors, g.baseError = nil, nil, nil }()
	return false, g.exit(ctx, asException(err))
}

// exit waits for the tasks and returns the exception to raise in place of
// err, nil when err (if any) goes on.
func (g *TaskGroup) exit(ctx context.Context, err error) error {
	g.exiting = true
	if err != nil && isExit(err) && g.baseError == nil {
		g.baseError = err
	}
	var cancelled error
	if err != nil {
		if isCancelled(err) {
			cancelled = err
		}
		if !g.aborting {
			g.abort()
		}
	}
	for g.pending > 0 {
		if g.completed == nil {
			g.completed = newFuture[any](g.loop)
		}
		if werr := waitFuture(ctx, &g.completed.futureCore); werr != nil {
			if !isCancelled(werr) {
				return werr
			}
			if !g.aborting { // the parent is being cancelled, not by us
				cancelled = werr
				g.abort()
			}
		}
		g.completed = nil
	}
	if g.baseError != nil {
		return g.baseError
	}
	if g.parentCancelRequested && g.parent.uncancel() == 0 {
		cancelled = nil
	}
	if cancelled != nil && len(g.errors) == 0 {
		return cancelled
	}
	if err != nil && !isCancelled(err) {
		g.errors = append(g.errors, err)
	}
	if len(g.errors) == 0 {
		return nil
	}
	if g.parent.cancels > 0 {
		g.parent.uncancel()
		g.parent.cancelTask(nil)
	}
	group := py.RaiseFrom(py.NewExceptionGroup("unhandled errors in a TaskGroup", g.errors...), nil)
	return py.WithContext(group, err)
}

func (g *TaskGroup) abort() {
	g.aborting = true
	for _, t := range g.tasks {
		if t != nil && !t.done() {
			t.cancelTask(nil)
		}
	}
}

// run is the done callback of the group's tasks.
func (g *TaskGroup) run(_ *Loop, f *futureCore) { g.taskDone(f) }

func (*TaskGroup) callbackRepr() string { return "TaskGroup._on_task_done()" }

func (g *TaskGroup) taskDone(f *futureCore) {
	t := f.self.(AnyTask).task()
	if int(t.slot) < len(g.tasks) && g.tasks[t.slot] == t {
		g.tasks[t.slot] = nil
		g.pending--
	}
	if g.pending == 0 {
		g.tasks = g.tasks[:0]
	}
	if g.completed != nil && g.pending == 0 && !g.completed.done() {
		g.completed.succeed()
	}
	if f.state == cancelled {
		return
	}
	f.logTraceback = false
	if f.err == nil {
		return
	}
	g.errors = append(g.errors, f.err)
	if isExit(f.err) && g.baseError == nil {
		g.baseError = f.err
	}
	if g.parent.done() {
		g.loop.callHandler(fmt.Sprintf("Task %s has errored out but its parent task %s is already completed",
			reprOf(f), taskRepr(g.parent)), f.err, "task", f.self)
		return
	}
	if !g.aborting && !g.parentCancelRequested {
		g.abort()
		g.parentCancelRequested = true
		g.parent.cancelTask(nil)
	}
}

// Spawn is group.create_task(coro); RuntimeError when the group is not open.
func Spawn[T any](g *TaskGroup, coro Awaitable[T]) *Task[T] { return SpawnIn(g, coro, nil, nil) }

// SpawnNamed is group.create_task(coro, name=name).
func SpawnNamed[T any](g *TaskGroup, coro Awaitable[T], name any) *Task[T] {
	return SpawnIn(g, coro, name, nil)
}

// SpawnIn is group.create_task(coro, name=name, context=vars).
func SpawnIn[T any](g *TaskGroup, coro Awaitable[T], name any, vars *contextvars.Context) *Task[T] {
	problem := ""
	switch {
	case !g.entered:
		problem = "has not been entered"
	case g.exiting && g.pending == 0:
		problem = "is finished"
	case g.aborting:
		problem = "is shutting down"
	}
	if problem != "" {
		if c, ok := coro.(*Coro[T]); ok {
			c.close()
		}
		py.Throwf(py.RuntimeError, "TaskGroup %s %s", g.Repr(), problem)
	}
	t := LoopCreateTask(g.loop, coro, name, vars)
	if t.done() { // it began eagerly and never suspended
		g.taskDone(&t.futureCore)
	} else {
		t.slot = int32(len(g.tasks))
		g.tasks = append(g.tasks, &t.taskCore)
		g.pending++
		t.addCallback(g)
	}
	return t
}

// Repr is CPython's repr of a task group.
func (g *TaskGroup) Repr() string {
	s := "<TaskGroup"
	if n := g.pending; n > 0 {
		s += fmt.Sprintf(" tasks=%d", n)
	}
	if n := len(g.errors); n > 0 {
		s += fmt.Sprintf(" errors=%d", n)
	}
	switch {
	case g.aborting:
		s += " cancelling"
	case g.entered:
		s += " entered"
	}
	return s + ">"
}

// ClassName is the Python name of the type.
func (g *TaskGroup) ClassName() string { return "TaskGroup" }
