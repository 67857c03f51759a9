package threading

import (
	"fmt"
	"time"

	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// waiters are threads that wait, first come first served. The baton guards it.
type waiters []chan struct{}

// wait adds the running thread and waits until it is woken; false when the
// time is over.
func (w *waiters) wait(timeout *float64) bool {
	ch := make(chan struct{})
	*w = append(*w, ch)
	if waitFor(ch, timeout) {
		return true
	}
	for i, c := range *w {
		if c == ch {
			*w = append((*w)[:i:i], (*w)[i+1:]...)
			return false
		}
	}
	return true // woken after the time was over
}

// wake wakes the first n.
func (w *waiters) wake(n int) {
	for ; n > 0 && len(*w) > 0; n-- {
		close((*w)[0])
		*w = (*w)[1:]
	}
}

// Lock is threading.Lock.
type Lock struct {
	locked  bool
	waiters waiters
}

// NewLock is threading.Lock().
func NewLock() *Lock { return &Lock{} }

// Acquire takes the lock, waiting for it.
func (k *Lock) Acquire() bool { return k.AcquireTimeout(true, -1) }

// AcquireTimeout is acquire(blocking, timeout): a negative timeout waits for
// ever.
func (k *Lock) AcquireTimeout(blocking bool, timeout float64) bool {
	deadline := deadlineOf(timeout)
	for k.locked {
		if !blocking || !k.waiters.wait(remaining(deadline)) {
			return false
		}
	}
	k.locked = true
	return true
}

// deadlineOf is the time after a number of seconds; zero for a negative one.
func deadlineOf(seconds float64) time.Time {
	if seconds < 0 {
		return time.Time{}
	}
	return time.Now().Add(time.Duration(seconds * float64(time.Second)))
}

func remaining(deadline time.Time) *float64 {
	if deadline.IsZero() {
		return nil
	}
	s := max(0, time.Until(deadline).Seconds())
	return &s
}

// seconds is an optional timeout as a number, -1 for none.
func seconds(timeout *float64) float64 {
	if timeout == nil {
		return -1
	}
	return max(0, *timeout)
}

// Release gives the lock up; RuntimeError when it is not held.
func (k *Lock) Release() {
	if !k.locked {
		py.Throw(py.RuntimeError.New("release unlocked lock"))
	}
	k.locked = false
	k.waiters.wake(1)
}

// Locked reports whether the lock is held.
func (k *Lock) Locked() bool { return k.locked }

// Enter is the begin of `with lock`.
func (k *Lock) Enter() (bool, error) { return k.Acquire(), nil }

// Exit is the end of `with lock`.
func (k *Lock) Exit(error) (bool, error) {
	k.Release()
	return false, nil
}

// Repr is CPython's repr of a lock.
func (k *Lock) Repr() string {
	state := "unlocked"
	if k.locked {
		state = "locked"
	}
	return fmt.Sprintf("<%s _thread.lock object at %p>", state, k)
}

// RLock is threading.RLock: its holder may take it again.
type RLock struct {
	lock  Lock
	owner *gil.Thread
	count int
}

// NewRLock is threading.RLock().
func NewRLock() *RLock { return &RLock{} }

// Acquire takes the lock, waiting for it.
func (k *RLock) Acquire() bool { return k.AcquireTimeout(true, -1) }

// AcquireTimeout is acquire(blocking, timeout).
func (k *RLock) AcquireTimeout(blocking bool, timeout float64) bool {
	if k.count > 0 && k.owner == gil.Current() {
		k.count++
		return true
	}
	if !k.lock.AcquireTimeout(blocking, timeout) {
		return false
	}
	k.owner, k.count = gil.Current(), 1
	return true
}

// Release gives the lock up once; RuntimeError when another holds it.
func (k *RLock) Release() {
	if k.count == 0 || k.owner != gil.Current() {
		py.Throw(py.RuntimeError.New("cannot release un-acquired lock"))
	}
	k.count--
	if k.count == 0 {
		k.owner = nil
		k.lock.Release()
	}
}

// Enter is the begin of `with lock`.
func (k *RLock) Enter() (bool, error) { return k.Acquire(), nil }

// Exit is the end of `with lock`.
func (k *RLock) Exit(error) (bool, error) {
	k.Release()
	return false, nil
}

// Event is threading.Event.
type Event struct {
	set     bool
	waiters waiters
}

// NewEvent is threading.Event().
func NewEvent() *Event { return &Event{} }

// IsSet reports whether the flag is set.
func (e *Event) IsSet() bool { return e.set }

// Set sets the flag and wakes all who wait.
func (e *Event) Set() {
	e.set = true
	e.waiters.wake(len(e.waiters))
}

// Clear takes the flag back.
func (e *Event) Clear() { e.set = false }

// Wait waits until the flag is set, at most timeout seconds; it reports
// whether it is.
func (e *Event) Wait(timeout *float64) bool {
	if !e.set {
		e.waiters.wait(timeout)
	}
	return e.set
}

// Condition is threading.Condition over an RLock.
type Condition struct {
	lock    *RLock
	waiters waiters
}

// NewCondition is threading.Condition().
func NewCondition() *Condition { return &Condition{lock: NewRLock()} }

// Acquire takes the lock.
func (c *Condition) Acquire() bool { return c.lock.Acquire() }

// Release gives the lock up.
func (c *Condition) Release() { c.lock.Release() }

// Enter is the begin of `with condition`.
func (c *Condition) Enter() (bool, error) { return c.lock.Acquire(), nil }

// Exit is the end of `with condition`.
func (c *Condition) Exit(error) (bool, error) {
	c.lock.Release()
	return false, nil
}

// Wait gives the lock up, waits for a notification at most timeout seconds,
// and takes the lock again; false when the time was over.
func (c *Condition) Wait(timeout *float64) bool {
	c.check("cannot wait on un-acquired lock")
	n := c.lock.count
	c.lock.count, c.lock.owner = 0, nil
	c.lock.lock.Release()
	ok := c.waiters.wait(timeout)
	c.lock.Acquire()
	c.lock.count = n
	return ok
}

// WaitFor waits until predicate is true, at most timeout seconds.
func (c *Condition) WaitFor(predicate func() (bool, error), timeout *float64) (bool, error) {
	deadline := deadlineOf(seconds(timeout))
	for {
		ok, err := predicate()
		if ok || err != nil {
			return ok, err
		}
		if !c.Wait(remaining(deadline)) {
			return predicate()
		}
	}
}

func (c *Condition) check(text string) {
	if c.lock.count == 0 || c.lock.owner != gil.Current() {
		py.Throw(py.RuntimeError.New(text))
	}
}

// Notify wakes n of those who wait.
func (c *Condition) Notify(n int) {
	c.check("cannot notify on un-acquired lock")
	c.waiters.wake(n)
}

// NotifyAll wakes all who wait.
func (c *Condition) NotifyAll() { c.Notify(len(c.waiters)) }

// Semaphore is threading.Semaphore or BoundedSemaphore.
type Semaphore struct {
	value   int
	bound   int // of a bounded one, else -1
	waiters waiters
}

// NewSemaphore is threading.Semaphore(value).
func NewSemaphore(value int) *Semaphore {
	if value < 0 {
		py.Throw(py.ValueError.New("semaphore initial value must be >= 0"))
	}
	return &Semaphore{value: value, bound: -1}
}

// NewBoundedSemaphore is threading.BoundedSemaphore(value): releasing it more
// often than it was acquired is a ValueError.
func NewBoundedSemaphore(value int) *Semaphore {
	s := NewSemaphore(value)
	s.bound = value
	return s
}

// Acquire takes a place, waiting for it.
func (s *Semaphore) Acquire() bool { return s.AcquireTimeout(true, nil) }

// AcquireTimeout is acquire(blocking, timeout).
func (s *Semaphore) AcquireTimeout(blocking bool, timeout *float64) bool {
	deadline := deadlineOf(seconds(timeout))
	for s.value == 0 {
		if !blocking || !s.waiters.wait(remaining(deadline)) {
			return false
		}
	}
	s.value--
	return true
}

// Release frees n places.
func (s *Semaphore) Release(n int) {
	if n < 1 {
		py.Throw(py.ValueError.New("n must be one or more"))
	}
	if s.bound >= 0 && s.value+n > s.bound {
		py.Throw(py.ValueError.New("Semaphore released too many times"))
	}
	s.value += n
	s.waiters.wake(n)
}

// Enter is the begin of `with semaphore`.
func (s *Semaphore) Enter() (bool, error) { return s.Acquire(), nil }

// Exit is the end of `with semaphore`.
func (s *Semaphore) Exit(error) (bool, error) {
	s.Release(1)
	return false, nil
}
