package asyncio

import (
	"context"
	"iter"
	"runtime/debug"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// coroDriver runs a coroutine that is driven by hand (send, throw, close)
// instead of being awaited: what it awaits is yielded to the sender.
type coroDriver struct {
	env           // of the sender
	next          func() (any, bool)
	stop          func()
	yield         func(any) bool
	sent          any
	throw         error
	val           any
	err           error
	bug           *GoPanic
	running, done bool
}

// wait yields the future to the sender, as Future.__await__ does.
func (d *coroDriver) wait(f *futureCore) error {
	if _, err := d.yieldValue(f.self); err != nil {
		return err
	}
	if !f.done() {
		return py.RuntimeError.New("await wasn't used with future")
	}
	return f.outcome()
}

func (d *coroDriver) yieldNone() error {
	_, err := d.yieldValue(nil)
	return err
}

// yieldValue gives v to the sender and returns what is sent next.
func (d *coroDriver) yieldValue(v any) (any, error) {
	if !d.yield(v) {
		return nil, py.GeneratorExit.New()
	}
	sent, err := d.sent, d.throw
	d.sent, d.throw = nil, nil
	return sent, err
}

// Value finds the driver as the env of its contexts.
func (d *coroDriver) Value(key any) any {
	if key == (envKey{}) {
		return env(d)
	}
	return d.env.Value(key)
}

// resume continues the coroutine; done says that it has ended.
func (c *Coro[T]) resume(ctx context.Context, sent any, throw error) (v any, done bool, err error) {
	d := c.manual
	if d == nil {
		switch {
		case c.state == coroClosed:
			return nil, false, py.RuntimeError.New("cannot reuse already awaited coroutine")
		case c.state == coroRunning:
			return nil, false, py.ValueError.New("coroutine already executing")
		case throw != nil:
			c.close()
			return nil, false, throw
		}
		d = &coroDriver{}
		c.manual = d
		c.state = coroRunning
		d.next, d.stop = iter.Pull(func(yield func(any) bool) { c.runManual(d, yield) })
	}
	if d.done {
		return nil, false, py.RuntimeError.New("cannot reuse already awaited coroutine")
	}
	if d.running {
		return nil, false, py.ValueError.New("coroutine already executing")
	}
	d.env = envOr(ctx)
	d.sent, d.throw = sent, throw
	d.running = true
	v, ok := d.next()
	d.running = false
	if ok {
		return v, false, nil
	}
	d.done = true
	c.close()
	if d.bug != nil {
		panic(d.bug)
	}
	if isInstance(d.err, py.StopIteration) {
		bad := py.RuntimeError.New("coroutine raised StopIteration")
		d.err = py.WithContext(py.RaiseFrom(bad, d.err), d.err)
	}
	return d.val, true, d.err
}

func (c *Coro[T]) runManual(d *coroDriver, yield func(any) bool) {
	done := false
	defer func() {
		if r := recover(); r != nil && !done {
			err, isPython := recovered(r)
			if !isPython {
				d.bug = goPanic(r, debug.Stack())
				return
			}
			d.err = err
		}
	}()
	d.yield = yield
	v, err := c.body.run(d)
	d.val, d.err = py.Box(v), asException(err)
	done = true
}

// Send is coro.send(value): it runs the coroutine until it suspends and
// returns what it waits for; StopIteration with the result when it ends.
func (c *Coro[T]) Send(ctx context.Context, value any) (any, error) {
	if c.manual == nil && c.state == coroCreated && value != nil {
		return nil, py.TypeError.New("can't send non-None value to a just-started coroutine")
	}
	return c.stopIteration(c.resume(ctx, value, nil))
}

// Throw is coro.throw(exc).
func (c *Coro[T]) Throw(ctx context.Context, exc any) (any, error) {
	err, terr := thrown(ctx, exc)
	if terr != nil {
		return nil, terr
	}
	return c.stopIteration(c.resume(ctx, nil, err))
}

func (c *Coro[T]) stopIteration(v any, done bool, err error) (any, error) {
	if err != nil || !done {
		return v, err
	}
	if v == nil {
		return nil, py.StopIteration.New()
	}
	return nil, py.StopIteration.New(v)
}

// Close is coro.close(): GeneratorExit is thrown where the coroutine is
// suspended; one that never began is closed without running.
func (c *Coro[T]) Close(ctx context.Context) error {
	if c.manual == nil || c.manual.done {
		if c.state == coroCreated {
			c.close()
		}
		return nil
	}
	_, done, err := c.resume(ctx, nil, py.GeneratorExit.New())
	switch {
	case err == nil && !done:
		return py.RuntimeError.New("coroutine ignored GeneratorExit")
	case isInstance(err, py.GeneratorExit):
		return nil
	}
	return err
}

// CrRunning is cr_running: the coroutine's body is being executed.
func (c *Coro[T]) CrRunning() bool {
	return c.state == coroRunning && c.manual != nil && c.manual.running
}
