package asyncio

import (
	"context"
	"fmt"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// lockRepr is the repr of a synchronization primitive.
func lockRepr(x any, name, state string, waiting int) string {
	if waiting > 0 {
		state += fmt.Sprintf(", waiters:%d", waiting)
	}
	return fmt.Sprintf("<asyncio.locks.%s object at %p [%s]>", name, x, state)
}

// Lock is asyncio.Lock: a mutual exclusion for tasks, fair.
type Lock struct {
	loopBound
	waiters waiters
	locked  bool
}

// NewLock is asyncio.Lock().
func NewLock() *Lock { return &Lock{} }

// Locked reports whether the lock is held.
func (k *Lock) Locked() bool { return k.locked }

// Acquire waits until the lock is free and takes it; it returns true.
func (k *Lock) Acquire(ctx context.Context) (bool, error) {
	if !k.locked && k.nobodyWaits() {
		k.locked = true
		return true, nil
	}
	f, err := k.newWaiter(ctx, k)
	if err != nil {
		return false, err
	}
	k.waiters.push(f)
	err = waitFuture(ctx, &f.futureCore)
	k.waiters.remove(f)
	if err != nil {
		if isCancelled(err) && !k.locked {
			k.wakeFirst()
		}
		return false, err
	}
	k.locked = true
	return true, nil
}

func (k *Lock) nobodyWaits() bool {
	for _, f := range k.waiters.all() {
		if !f.Cancelled() {
			return false
		}
	}
	return true
}

// Release gives the lock up and wakes the first waiter; a lock that is not
// held is a RuntimeError.
func (k *Lock) Release() {
	if !k.locked {
		py.Throw(py.RuntimeError.New("Lock is not acquired."))
	}
	k.locked = false
	k.wakeFirst()
}

func (k *Lock) wakeFirst() {
	if k.waiters.len() == 0 {
		return
	}
	if f := k.waiters.all()[0]; !f.done() {
		f.succeed()
	}
}

// AEnter is the begin of `async with lock`.
func (k *Lock) AEnter(ctx context.Context) error {
	_, err := k.Acquire(ctx)
	return err
}

// AExit is the end of `async with lock`.
func (k *Lock) AExit(context.Context, error) (bool, error) {
	k.Release()
	return false, nil
}

// Repr is CPython's repr of a lock.
func (k *Lock) Repr() string { return lockRepr(k, "Lock", lockState(k.locked), k.waiters.len()) }

// ClassName is the Python name of the type.
func (k *Lock) ClassName() string { return "Lock" }

func lockState(locked bool) string {
	if locked {
		return "locked"
	}
	return "unlocked"
}

// Event is asyncio.Event: a flag that tasks can wait for.
type Event struct {
	loopBound
	waiters waiters
	set     bool
}

// NewEvent is asyncio.Event().
func NewEvent() *Event { return &Event{} }

// IsSet reports whether the flag is set.
func (e *Event) IsSet() bool { return e.set }

// Set sets the flag and wakes all who wait for it.
func (e *Event) Set() {
	if e.set {
		return
	}
	e.set = true
	for _, f := range e.waiters.all() {
		if !f.done() {
			f.succeed()
		}
	}
}

// Clear takes the flag back.
func (e *Event) Clear() { e.set = false }

// Wait waits until the flag is set; it returns true.
func (e *Event) Wait(ctx context.Context) (bool, error) {
	if e.set {
		return true, nil
	}
	f, err := e.newWaiter(ctx, e)
	if err != nil {
		return false, err
	}
	e.waiters.push(f)
	err = waitFuture(ctx, &f.futureCore)
	e.waiters.remove(f)
	return err == nil, err
}

// Repr is CPython's repr of an event.
func (e *Event) Repr() string {
	state := "unset"
	if e.set {
		state = "set"
	}
	return lockRepr(e, "Event", state, e.waiters.len())
}

// ClassName is the Python name of the type.
func (e *Event) ClassName() string { return "Event" }

// Semaphore is asyncio.Semaphore or BoundedSemaphore: a counter of free places,
// fair.
type Semaphore struct {
	loopBound
	waiters waiters
	value   int
	bound   int // of a BoundedSemaphore, else -1
}

// NewSemaphore is asyncio.Semaphore(value); a negative value is a ValueError.
func NewSemaphore(value int) *Semaphore {
	if value < 0 {
		py.Throw(py.ValueError.New("Semaphore initial value must be >= 0"))
	}
	return &Semaphore{value: value, bound: -1}
}

// NewBoundedSemaphore is asyncio.BoundedSemaphore(value): releasing it more
// often than it was acquired is a ValueError.
func NewBoundedSemaphore(value int) *Semaphore {
	s := NewSemaphore(value)
	s.bound = value
	return s
}

// Locked reports whether Acquire would wait.
func (s *Semaphore) Locked() bool {
	if s.value == 0 {
		return true
	}
	for _, f := range s.waiters.all() {
		if !f.Cancelled() {
			return true
		}
	}
	return false
}

// Acquire waits for a place and takes it; it returns true.
func (s *Semaphore) Acquire(ctx context.Context) (bool, error) {
	if !s.Locked() {
		s.value--
		return true, nil
	}
	f, err := s.newWaiter(ctx, s)
	if err != nil {
		return false, err
	}
	s.waiters.push(f)
	err = waitFuture(ctx, &f.futureCore)
	s.waiters.remove(f)
	if err != nil && isCancelled(err) && f.done() && !f.Cancelled() {
		s.value++ // the place was given to us before the cancellation
	}
	for s.value > 0 && s.wakeNext() {
	}
	return err == nil, err
}

// Release frees a place and wakes the first waiter.
func (s *Semaphore) Release() {
	if s.bound >= 0 && s.value >= s.bound {
		py.Throw(py.ValueError.New("BoundedSemaphore released too many times"))
	}
	s.value++
	s.wakeNext()
}

// wakeNext gives a place to the first who waits; false if nobody does.
func (s *Semaphore) wakeNext() bool {
	for _, f := range s.waiters.all() {
		if !f.done() {
			s.value--
			f.succeed()
			return true
		}
	}
	return false
}

// AEnter is the begin of `async with semaphore`.
func (s *Semaphore) AEnter(ctx context.Context) error {
	_, err := s.Acquire(ctx)
	return err
}

// AExit is the end of `async with semaphore`.
func (s *Semaphore) AExit(context.Context, error) (bool, error) {
	s.Release()
	return false, nil
}

// Repr is CPython's repr of a semaphore.
func (s *Semaphore) Repr() string {
	state := "locked"
	if !s.Locked() {
		state = fmt.Sprintf("unlocked, value:%d", s.value)
	}
	return lockRepr(s, s.ClassName(), state, s.waiters.len())
}

// ClassName is the Python name of the type.
func (s *Semaphore) ClassName() string {
	if s.bound >= 0 {
		return "BoundedSemaphore"
	}
	return "Semaphore"
}
