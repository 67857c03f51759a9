package asyncio

import (
	"context"
	"sync"
	"time"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// ctxLink is the context.Context state of a task, made when Go code first
// asks for it. Unlike the rest of the package it may be used from any
// goroutine.
type ctxLink struct {
	mu     sync.Mutex
	done   chan struct{}
	err    error
	after  map[*afterFunc]struct{}
	ended  bool
	caught bool // the task went on after the cancellation
}

type afterFunc struct{ f func() }

func (t *taskCore) ctxLink() *ctxLink {
	if k := t.link.Load(); k != nil {
		return k
	}
	t.link.CompareAndSwap(nil, &ctxLink{done: make(chan struct{})})
	return t.link.Load()
}

// close makes the context done with err and returns what must be called.
func (k *ctxLink) close(err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.err != nil {
		return
	}
	k.err = err
	close(k.done)
	for a := range k.after {
		go a.f()
	}
	k.after = nil
}

// cancel makes the context done: the task was cancelled.
func (k *ctxLink) cancel() { k.close(context.Canceled) }

// end makes the context done: the task ended.
func (k *ctxLink) end() {
	k.close(context.Canceled)
	k.mu.Lock()
	k.ended = true
	k.mu.Unlock()
}

// rearm begins a new context after the task suspended again although it was
// cancelled: Python code may catch a cancellation and go on.
func (k *ctxLink) rearm() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.err == nil || k.ended {
		return
	}
	if !k.caught {
		k.caught = true // this step delivers the cancellation
		return
	}
	k.err, k.caught = nil, false
	k.done = make(chan struct{})
}

// taskCtx is a task as the context.Context of the code that it runs.
type taskCtx taskCore

func (t *taskCore) ctx() *taskCtx  { return (*taskCtx)(t) }
func (c *taskCtx) task() *taskCore { return (*taskCore)(c) }

// Deadline is that of the context given to Run.
func (c *taskCtx) Deadline() (time.Time, bool) { return c.loop.outer.Deadline() }

// Done returns a channel that is closed when the task is cancelled or ends.
func (c *taskCtx) Done() <-chan struct{} {
	k := c.task().ctxLink()
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.done
}

// Err is context.Canceled when the task was cancelled or has ended.
func (c *taskCtx) Err() error {
	k := c.task().ctxLink()
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.err
}

// AfterFunc lets package context derive contexts without a goroutine each.
func (c *taskCtx) AfterFunc(f func()) (stop func() bool) {
	k := c.task().ctxLink()
	k.mu.Lock()
	defer k.mu.Unlock()
	a := &afterFunc{f}
	if k.err != nil {
		go f()
		return func() bool { return false }
	}
	if k.after == nil {
		k.after = map[*afterFunc]struct{}{}
	}
	k.after[a] = struct{}{}
	return func() bool {
		k.mu.Lock()
		defer k.mu.Unlock()
		_, waiting := k.after[a]
		delete(k.after, a)
		return waiting
	}
}

// envKey is the key under which a context finds its env.
type envKey struct{}

// Value finds the task itself and the values of the context given to Run.
func (c *taskCtx) Value(key any) any {
	if key == (envKey{}) {
		return env(c)
	}
	return c.loop.outer.Value(key)
}

// env is what runs the code that a context belongs to: a task, a coroutine or
// async generator driven by hand, or a callback of the loop.
type env interface {
	context.Context
	// wait suspends until f is done and returns the exception to raise.
	wait(f *futureCore) error
	// yieldNone suspends for one iteration.
	yieldNone() error
	// yieldValue suspends with something else than a future: only who drives a
	// coroutine by hand knows what to do with it.
	yieldValue(v any) (sent any, err error)
	// runningLoop returns the loop that runs, or nil.
	runningLoop() *Loop
}

func (c *taskCtx) wait(f *futureCore) error { return c.task().wait(f) }
func (c *taskCtx) yieldNone() error         { return c.task().yieldNone() }
func (c *taskCtx) yieldValue(v any) (any, error) {
	return nil, c.task().stepLater(py.Errorf(py.RuntimeError, "Task got bad yield: %s", py.Repr(v)))
}
func (c *taskCtx) runningLoop() *Loop { return c.loop }

// envOf returns the env of a context, nil when it has none.
func envOf(ctx context.Context) env {
	if e, ok := ctx.(env); ok {
		return e
	}
	if ctx == nil {
		return nil
	}
	e, _ := ctx.Value(envKey{}).(env)
	return e
}

// waitFuture suspends the code of ctx until f is done.
func waitFuture(ctx context.Context, f *futureCore) error {
	if c, ok := ctx.(*taskCtx); ok {
		return c.task().wait(f)
	}
	e := envOf(ctx)
	if e == nil {
		return errNoLoop()
	}
	return e.wait(f)
}

// loopContext is the context of callbacks, which run in no task.
type loopContext struct{ l *Loop }

func (c *loopContext) Deadline() (time.Time, bool) { return c.l.outer.Deadline() }
func (c *loopContext) Done() <-chan struct{}       { return c.l.outer.Done() }
func (c *loopContext) Err() error                  { return c.l.outer.Err() }
func (c *loopContext) Value(key any) any {
	if key == (envKey{}) {
		return env(c)
	}
	return c.l.outer.Value(key)
}
func (c *loopContext) wait(*futureCore) error      { return errNotInTask() }
func (c *loopContext) yieldNone() error            { return errNotInTask() }
func (c *loopContext) yieldValue(any) (any, error) { return nil, errNotInTask() }
func (c *loopContext) runningLoop() *Loop          { return c.l }
