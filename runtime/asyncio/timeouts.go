package asyncio

import (
	"context"
	"fmt"
	"math"

	"github.com/py2go-async/py2go-async/runtime/py"
)

type timeoutState uint8

const (
	timeoutCreated timeoutState = iota
	timeoutEntered
	timeoutExpiring
	timeoutExpired
	timeoutExited
)

var timeoutStates = [...]string{"created", "active", "expiring", "expired", "finished"}

// Timeout is asyncio.Timeout: a block that is cancelled when its time is over,
// which then ends with TimeoutError.
type Timeout struct {
	state      timeoutState
	when       *float64
	task       *taskCore
	cancelling int
	timer      interface{ Cancel() }
}

// NewTimeout is asyncio.timeout_at(when): nil for no limit.
func NewTimeout(when *float64) *Timeout { return &Timeout{when: when} }

// TimeoutAt is asyncio.timeout_at(when), in the time of loop.time().
func TimeoutAt(when float64) *Timeout { return &Timeout{when: &when} }

// TimeoutAfter is asyncio.timeout(delay): delay in seconds.
func TimeoutAfter(ctx context.Context, delay float64) *Timeout {
	return TimeoutAt(mustLoop(ctx).now() + delay)
}

// TimeoutAfterOptional is asyncio.timeout(delay) with a delay that may be None.
func TimeoutAfterOptional(ctx context.Context, delay *float64) *Timeout {
	if delay == nil {
		mustLoop(ctx)
		return NewTimeout(nil)
	}
	return TimeoutAfter(ctx, *delay)
}

// When returns the time of the limit, nil for none.
func (t *Timeout) When() *float64 { return t.when }

// Expired reports whether the block was left because of the timeout.
func (t *Timeout) Expired() bool { return t.state == timeoutExpiring || t.state == timeoutExpired }

// Reschedule moves the limit.
func (t *Timeout) Reschedule(ctx context.Context, when float64) {
	t.RescheduleOptional(ctx, &when)
}

// RescheduleOptional moves the limit; nil takes it away.
func (t *Timeout) RescheduleOptional(ctx context.Context, when *float64) {
	switch t.state {
	case timeoutEntered:
	case timeoutCreated:
		py.Throw(py.RuntimeError.New("Timeout has not been entered"))
	case timeoutExpiring, timeoutExpired, timeoutExited:
		py.Throwf(py.RuntimeError, "Cannot change state of %s Timeout", timeoutStates[t.state])
	}
	t.when = when
	if t.timer != nil {
		t.timer.Cancel()
		t.timer = nil
	}
	if when == nil {
		return
	}
	l := mustLoop(ctx)
	if *when <= l.now() {
		t.timer = l.CallSoon(t.fire)
	} else {
		t.timer = l.CallAt(*when, t.fire)
	}
}

func (t *Timeout) fire() {
	t.task.cancelTask(nil)
	t.state = timeoutExpiring
	t.timer = nil
}

// AEnter is the begin of `async with`.
func (t *Timeout) AEnter(ctx context.Context) (*Timeout, error) {
	if t.state != timeoutCreated {
		return nil, py.RuntimeError.New("Timeout has already been entered")
	}
	l := runningLoop(ctx)
	if l == nil || l.current == nil {
		return nil, py.RuntimeError.New("Timeout should be used inside a task")
	}
	t.state = timeoutEntered
	t.task = l.current
	t.cancelling = int(t.task.cancels)
	t.RescheduleOptional(ctx, t.when)
	return t, nil
}

// AExit is the end of `async with`: it turns the cancellation that the
// timeout caused into TimeoutError.
func (t *Timeout) AExit(_ context.Context, err error) (bool, error) {
	if t.timer != nil {
		t.timer.Cancel()
		t.timer = nil
	}
	switch t.state {
	case timeoutExpiring:
		t.state = timeoutExpired
		if t.task.uncancel() <= t.cancelling && err != nil {
			if isCancelled(err) {
				return false, py.WithContext(py.RaiseFrom(newTimeoutError(), err), err)
			}
			insertTimeoutError(err)
			if group, ok := groupMembers(err); ok {
				for _, e := range group {
					insertTimeoutError(e)
				}
			}
		}
	case timeoutEntered:
		t.state = timeoutExited
	case timeoutCreated, timeoutExpired, timeoutExited:
	}
	return false, nil
}

// insertTimeoutError puts a TimeoutError before the first CancelledError in
// the chain of contexts of err.
func insertTimeoutError(err error) {
	for exc, ok := err.(py.BaseException); ok; {
		inner := exc.Exc().Context()
		if isCancelled(inner) {
			py.SetAttr(exc, "__context__", py.WithContext(py.RaiseFrom(newTimeoutError(), inner), inner))
			return
		}
		exc, ok = inner.(py.BaseException)
	}
}

// groupMembers returns the exceptions of an ExceptionGroup.
func groupMembers(err error) ([]error, bool) {
	exc, ok := err.(py.BaseException)
	if !ok || !isInstance(err, py.BaseExceptionGroup) {
		return nil, false
	}
	return exc.Exc().Exceptions(), true
}

// uncancel is Task.uncancel.
func (t *taskCore) uncancel() int {
	if t.cancels > 0 {
		t.cancels--
		if t.cancels == 0 {
			t.mustCancel = false
		}
	}
	return int(t.cancels)
}

// Repr is CPython's repr of a timeout.
func (t *Timeout) Repr() string {
	info := "[" + timeoutStates[t.state] + "]"
	if t.state == timeoutEntered {
		when := "None"
		if t.when != nil {
			when = py.Repr(math.RoundToEven(*t.when*1000) / 1000)
		}
		info += fmt.Sprintf(" when=%s", when)
	}
	return "<Timeout " + info + ">"
}

// ClassName is the Python name of the type.
func (t *Timeout) ClassName() string { return "Timeout" }
