package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// waiter is the future that a task waits for in a lock or queue.
type waiter = Future[any]

// waiters is a deque of waiting futures, first come first served.
type waiters struct {
	q    []*waiter
	head int
}

func (d *waiters) len() int { return len(d.q) - d.head }

func (d *waiters) push(f *waiter) { d.q = append(d.q, f) }

// all returns the waiting futures, first come first.
func (d *waiters) all() []*waiter { return d.q[d.head:] }

func (d *waiters) popFront() *waiter {
	f := d.q[d.head]
	d.q[d.head] = nil
	d.head++
	switch {
	case d.head == len(d.q):
		d.q, d.head = d.q[:0], 0
	case d.head > 64 && 2*d.head > len(d.q):
		n := copy(d.q, d.q[d.head:])
		clear(d.q[n:])
		d.q, d.head = d.q[:n], 0
	}
	return f
}

// remove takes f out, if it is there.
func (d *waiters) remove(f *waiter) {
	for i, g := range d.all() {
		if g != f {
			continue
		}
		if i == 0 {
			d.popFront()
			return
		}
		i += d.head
		copy(d.q[i:], d.q[i+1:])
		d.q[len(d.q)-1] = nil
		d.q = d.q[:len(d.q)-1]
		return
	}
}

// wakeNext takes futures out until it finds one that still waits, and wakes it.
func (d *waiters) wakeNext() {
	for d.len() > 0 {
		if f := d.popFront(); !f.done() {
			f.succeed()
			return
		}
	}
}

// wakeAll takes all futures out and wakes those that still wait.
func (d *waiters) wakeAll() {
	for d.len() > 0 {
		if f := d.popFront(); !f.done() {
			f.succeed()
		}
	}
}

// loopBound is what locks and queues inherit: they belong to the loop in which
// a task first waited for them.
type loopBound struct{ loop *Loop }

// newWaiter returns a future of the running loop, which must be the one of
// owner.
func (b *loopBound) newWaiter(ctx context.Context, owner any) (*waiter, error) {
	l := runningLoop(ctx)
	if l == nil {
		return nil, errNoLoop()
	}
	if b.loop == nil {
		b.loop = l
	}
	if l != b.loop {
		return nil, py.Errorf(py.RuntimeError, "%s is bound to a different event loop", py.Repr(owner))
	}
	return newFuture[any](l), nil
}
