package threading

import "github.com/py2go-async/py2go-async/runtime/py"

// NewTimer is threading.Timer(interval, function): a thread that calls the
// function after interval seconds unless it is cancelled.
func NewTimer(interval float64, function func()) *Timer {
	t := &Timer{cancelled: NewEvent()}
	t.Thread = NewThread(func() error {
		t.cancelled.Wait(&interval)
		if t.cancelled.IsSet() {
			return nil
		}
		t.cancelled.Set()
		function()
		return nil
	}, "", nil)
	return t
}

// Timer is threading.Timer.
type Timer struct {
	*Thread
	cancelled *Event
}

// Cancel keeps the function from being called.
func (t *Timer) Cancel() { t.cancelled.Set() }

// Local is threading.local(): attributes that each thread has for itself.
type Local struct {
	values map[*Thread]*py.Dict[string, any]
}

// NewLocal is threading.local().
func NewLocal() *Local { return &Local{values: map[*Thread]*py.Dict[string, any]{}} }

func (l *Local) dict() *py.Dict[string, any] {
	t := CurrentThread()
	if l.values[t] == nil {
		l.values[t] = py.NewDict[string, any]()
	}
	return l.values[t]
}

// GetAttr is local.name.
func (l *Local) GetAttr(name string) any {
	v, ok := l.dict().Lookup(name)
	if !ok {
		py.Throwf(py.AttributeError, "'_thread._local' object has no attribute '%s'", name)
	}
	return v
}

// SetAttr is local.name = v.
func (l *Local) SetAttr(name string, v any) { l.dict().Set(name, v) }

// DelAttr is del local.name.
func (l *Local) DelAttr(name string) {
	l.GetAttr(name)
	l.dict().Delete(name)
}

// BrokenBarrierError is raised by a broken Barrier.
var BrokenBarrierError = py.DefineException("threading", "BrokenBarrierError", py.RuntimeError)

type barrierState uint8

const (
	barrierFilling barrierState = iota
	barrierDraining
	barrierResetting
	barrierBroken
)

// Barrier is threading.Barrier: threads wait for each other until enough are
// there.
type Barrier struct {
	cond    *Condition
	parties int
	action  func()
	timeout *float64
	state   barrierState
	count   int
}

// NewBarrier is threading.Barrier(parties, action, timeout).
func NewBarrier(parties int, action func(), timeout *float64) *Barrier {
	if parties < 1 {
		py.Throw(py.ValueError.New("parties must be > 0"))
	}
	return &Barrier{cond: NewCondition(), parties: parties, action: action, timeout: timeout}
}

// Wait waits until all parties are there, at most timeout seconds, and returns
// the caller's number among them.
func (b *Barrier) Wait(timeout *float64) (int, error) {
	if timeout == nil {
		timeout = b.timeout
	}
	b.cond.Acquire()
	defer b.cond.Release()
	for b.state == barrierDraining || b.state == barrierResetting {
		b.cond.Wait(nil)
	}
	if b.state == barrierBroken {
		return 0, BrokenBarrierError.New()
	}
	index := b.count
	b.count++
	defer b.leave()
	if index+1 == b.parties {
		if b.action != nil {
			if err := py.Catch(func() error { b.action(); return nil }); err != nil {
				b.fail()
				return 0, err
			}
		}
		b.state = barrierDraining
		b.cond.NotifyAll()
		return index, nil
	}
	deadline := deadlineOf(seconds(timeout))
	for b.state == barrierFilling {
		if !b.cond.Wait(remaining(deadline)) {
			b.fail()
		}
	}
	if b.state == barrierBroken || b.state == barrierResetting {
		return 0, BrokenBarrierError.New()
	}
	return index, nil
}

func (b *Barrier) fail() {
	b.state = barrierBroken
	b.cond.NotifyAll()
}

func (b *Barrier) leave() {
	b.count--
	if b.count == 0 && (b.state == barrierResetting || b.state == barrierDraining) {
		b.state = barrierFilling
		b.cond.NotifyAll()
	}
}

// Reset lets those who wait fail and makes the barrier empty.
func (b *Barrier) Reset() {
	b.cond.Acquire()
	defer b.cond.Release()
	if b.count > 0 {
		b.state = barrierResetting
	} else {
		b.state = barrierFilling
	}
	b.cond.NotifyAll()
}

// Abort breaks the barrier for good.
func (b *Barrier) Abort() {
	b.cond.Acquire()
	defer b.cond.Release()
	b.fail()
}

// Parties is the number of threads that the barrier waits for.
func (b *Barrier) Parties() int { return b.parties }

// NWaiting is the number of threads that wait.
func (b *Barrier) NWaiting() int {
	if b.state == barrierFilling {
		return b.count
	}
	return 0
}

// Broken reports whether the barrier is broken.
func (b *Barrier) Broken() bool { return b.state == barrierBroken }

// TimeoutMax is threading.TIMEOUT_MAX, in seconds.
const TimeoutMax = 9223372036.0
