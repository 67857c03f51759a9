package asyncio

import (
	"context"
	"fmt"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Condition is asyncio.Condition: tasks wait under a lock for a notification.
type Condition struct {
	loopBound
	lock    *Lock
	waiters waiters
}

// NewCondition is asyncio.Condition().
func NewCondition() *Condition { return &Condition{lock: NewLock()} }

// NewConditionLock is asyncio.Condition(lock); nil makes a lock.
func NewConditionLock(lock *Lock) *Condition {
	if lock == nil {
		return NewCondition()
	}
	return &Condition{lock: lock}
}

// Locked reports whether the lock is held.
func (c *Condition) Locked() bool { return c.lock.locked }

// Acquire takes the lock.
func (c *Condition) Acquire(ctx context.Context) (bool, error) { return c.lock.Acquire(ctx) }

// Release gives the lock up.
func (c *Condition) Release() { c.lock.Release() }

// AEnter is the begin of `async with condition`.
func (c *Condition) AEnter(ctx context.Context) error { return c.lock.AEnter(ctx) }

// AExit is the end of `async with condition`.
func (c *Condition) AExit(context.Context, error) (bool, error) {
	c.lock.Release()
	return false, nil
}

// Wait gives the lock up, waits for a notification and takes the lock again,
// also when it is cancelled meanwhile; it returns true.
func (c *Condition) Wait(ctx context.Context) (bool, error) {
	if !c.Locked() {
		return false, py.RuntimeError.New("cannot wait on un-acquired lock")
	}
	f, err := c.newWaiter(ctx, c)
	if err != nil {
		return false, err
	}
	c.lock.Release()
	c.waiters.push(f)
	err = waitFuture(ctx, &f.futureCore)
	c.waiters.remove(f)
	for {
		_, aerr := c.lock.Acquire(ctx)
		if aerr == nil {
			break
		}
		if err != nil {
			aerr = py.WithContext(aerr, err)
		}
		err = aerr
		if !isCancelled(aerr) {
			break
		}
	}
	if err != nil {
		c.notify(1) // the notification that we may have got is another's
		return false, err
	}
	return true, nil
}

// ConditionWaitFor waits until predicate is true and returns its value.
func ConditionWaitFor[T any](ctx context.Context, c *Condition, predicate func() (T, error)) (T, error) {
	for {
		v, err := predicate()
		if err != nil || py.Truth(py.Box(v)) {
			return v, err
		}
		if _, err := c.Wait(ctx); err != nil {
			return v, err
		}
	}
}

// Notify wakes n of those who wait; the lock must be held.
func (c *Condition) Notify(n int) {
	if !c.Locked() {
		py.Throw(py.RuntimeError.New("cannot notify on un-acquired lock"))
	}
	c.notify(n)
}

func (c *Condition) notify(n int) {
	for _, f := range c.waiters.all() {
		if n <= 0 {
			return
		}
		if !f.done() {
			n--
			f.succeed()
		}
	}
}

// NotifyAll wakes all who wait; the lock must be held.
func (c *Condition) NotifyAll() { c.Notify(c.waiters.len()) }

// Repr is CPython's repr of a condition.
func (c *Condition) Repr() string {
	return lockRepr(c, "Condition", lockState(c.Locked()), c.waiters.len())
}

// ClassName is the Python name of the type.
func (c *Condition) ClassName() string { return "Condition" }

type barrierState uint8

const (
	barrierFilling barrierState = iota
	barrierDraining
	barrierResetting
	barrierBroken
)

var barrierStates = [...]string{"filling", "draining", "resetting", "broken"}

// Barrier is asyncio.Barrier: tasks wait for each other until enough are
// there.
type Barrier struct {
	cond    *Condition
	parties int
	state   barrierState
	count   int
}

// NewBarrier is asyncio.Barrier(parties); less than one is a ValueError.
func NewBarrier(parties int) *Barrier {
	if parties < 1 {
		py.Throw(py.ValueError.New("parties must be > 0"))
	}
	return &Barrier{cond: NewCondition(), parties: parties}
}

// Wait waits until all parties are there and returns the caller's number
// among them.
func (b *Barrier) Wait(ctx context.Context) (int, error) {
	if err := b.cond.AEnter(ctx); err != nil {
		return 0, err
	}
	defer b.cond.Release()
	if err := b.waitWhile(ctx, func() bool { return b.state == barrierDraining || b.state == barrierResetting }); err != nil {
		return 0, err
	}
	if b.state == barrierBroken {
		return 0, BrokenBarrierError.New("Barrier aborted")
	}
	index := b.count
	b.count++
	defer b.leave()
	if index+1 == b.parties {
		b.state = barrierDraining
		b.cond.NotifyAll()
		return index, nil
	}
	if err := b.waitWhile(ctx, func() bool { return b.state == barrierFilling }); err != nil {
		return 0, err
	}
	if b.state == barrierBroken || b.state == barrierResetting {
		return 0, BrokenBarrierError.New("Abort or reset of barrier")
	}
	return index, nil
}

func (b *Barrier) waitWhile(ctx context.Context, wait func() bool) error {
	for wait() {
		if _, err := b.cond.Wait(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (b *Barrier) leave() {
	b.count--
	if b.count == 0 {
		if b.state == barrierResetting || b.state == barrierDraining {
			b.state = barrierFilling
		}
		b.cond.NotifyAll()
	}
}

// Reset lets those who wait fail with BrokenBarrierError and makes the barrier
// empty.
func (b *Barrier) Reset(ctx context.Context) error {
	if err := b.cond.AEnter(ctx); err != nil {
		return err
	}
	defer b.cond.Release()
	if b.count > 0 {
		b.state = barrierResetting
	} else {
		b.state = barrierFilling
	}
	b.cond.NotifyAll()
	return nil
}

// Abort breaks the barrier for good.
func (b *Barrier) Abort(ctx context.Context) error {
	if err := b.cond.AEnter(ctx); err != nil {
		return err
	}
	defer b.cond.Release()
	b.state = barrierBroken
	b.cond.NotifyAll()
	return nil
}

// Parties is the number of tasks that the barrier waits for.
func (b *Barrier) Parties() int { return b.parties }

// NWaiting is the number of tasks that wait.
func (b *Barrier) NWaiting() int {
	if b.state == barrierFilling {
		return b.count
	}
	return 0
}

// Broken reports whether the barrier was aborted.
func (b *Barrier) Broken() bool { return b.state == barrierBroken }

// AEnter is the begin of `async with barrier`.
func (b *Barrier) AEnter(ctx context.Context) (int, error) { return b.Wait(ctx) }

// AExit is the end of `async with barrier`.
func (b *Barrier) AExit(context.Context, error) (bool, error) { return false, nil }

// Repr is CPython's repr of a barrier.
func (b *Barrier) Repr() string {
	state := barrierStates[b.state]
	if b.state != barrierBroken {
		state += fmt.Sprintf(", waiters:%d/%d", b.NWaiting(), b.parties)
	}
	return fmt.Sprintf("<asyncio.locks.Barrier object at %p [%s]>", b, state)
}

// ClassName is the Python name of the type.
func (b *Barrier) ClassName() string { return "Barrier" }
