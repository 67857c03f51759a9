package asyncio

import (
	"context"
	"runtime"
	"slices"

	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// A suspended task is asked for its stack by entering its coroutine, which
// looks at its own stack and comes back at once: that costs nothing as long as
// nobody asks.

// visit is a wish to see the stack of a suspended task.
type visit struct {
	from *worker
	pcs  []uintptr
}

// maxStack is how many Go frames of a stack are looked at.
const maxStack = 256

// stack returns the frames of the program in which t is suspended or running,
// innermost first.
func (t *taskCore) stack() []*py.Frame {
	l := t.loop
	switch {
	case t.state != pending || !py.HasPositions():
		return nil
	case !t.started:
		if f := py.FirstFrame(t.coro().Name()); f != nil {
			return []*py.Frame{f}
		}
		return nil
	case t == l.current:
		return py.Frames(callers())
	case !t.parked || !l.isOurs():
		return nil
	}
	v := &visit{from: l.cur}
	handled := py.TakeHandled()
	l.visit = v
	l.transfer(v.from, t.w)
	py.GiveHandled(handled)
	frames := py.Frames(v.pcs)
	if t.ext != nil {
		for _, pcs := range slices.Backward(t.ext.consumers) {
			frames = append(frames, py.Frames(pcs)...)
		}
	}
	return frames
}

// consumed notes the stack that an async generator, which has one of its own,
// is resumed from, until the generator comes back.
func consumed(ctx context.Context) (back func()) {
	l := runningLoop(ctx)
	if l == nil || l.current == nil {
		return func() {}
	}
	e := l.current.extra()
	e.consumers = append(e.consumers, callers())
	return func() { e.consumers = e.consumers[:len(e.consumers)-1] }
}

// isOurs reports whether the calling thread is the one that runs the loop, or
// none does.
func (l *Loop) isOurs() bool {
	th := gil.Current()
	return !l.running || th != nil && th.Loop == l
}

// visited answers a visit, on the task's own stack.
func (t *taskCore) visited() {
	l := t.loop
	v := l.visit
	l.visit = nil
	v.pcs = callers()
	handled := py.TakeHandled()
	l.transfer(t.w, v.from)
	py.GiveHandled(handled)
}

func callers() []uintptr {
	pcs := make([]uintptr, maxStack)
	return pcs[:runtime.Callers(2, pcs)]
}

// GetStack is task.get_stack(limit=limit): the frame of the coroutine, as far
// as the program told its positions. Frames of tracebacks are not kept, so it
// is empty for a task that failed.
func (t *Task[T]) GetStack(limit *int) *py.List[*py.Frame] {
	frames := t.stack()
	if len(frames) == 0 || limit != nil && *limit <= 0 {
		return py.NewList[*py.Frame]()
	}
	return py.NewList(frames[len(frames)-1])
}

// PrintStack is task.print_stack(limit=limit, file=file).
func (t *Task[T]) PrintStack(limit *int, file any) {
	if file == nil {
		file = py.Stderr
	}
	line := func(text string) { py.PrintTo(file, " ", "\n", false, text) }
	frames := t.GetStack(limit)
	switch {
	case t.err != nil && t.state == finished:
		line("Traceback for " + t.Repr() + " (most recent call last):")
		line(t.err.Error())
	case frames.Len() == 0:
		line("No stack for " + t.Repr())
	default:
		line("Stack for " + t.Repr() + " (most recent call last):")
		for f := range frames.All() {
			line(f.TracebackLine())
		}
	}
}
