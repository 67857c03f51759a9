package asyncio

import (
	"iter"
	"runtime"
	"runtime/debug"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// worker is a stackful coroutine that runs tasks, one after another. It is an
// iter.Pull coroutine; l.main stands for the goroutine that runs the loop.
//
// Transfer between workers is symmetric: a Pull coroutine is a slot in which
// one goroutine is parked, and entering the slot swaps the running goroutine
// with the parked one. So the goroutine of a worker may be parked in the slot
// of another; parkedIn says where. The documented asymmetric use would be
// next() by the scheduler and yield() by the task, at two switches for each
// hand-over instead of one.
type worker struct {
	loop     *Loop
	task     *taskCore // the fresh task to start, nil to quit
	next     func() (struct{}, bool)
	yield    func(struct{}) bool
	parkedIn *worker
	toggled  bool // the slot waits for a yield, not for a next
}

// GoPanic is what Run panics with when Go code in a task panicked with
// something that is no Python exception: a bug, not to be mistaken for one.
type GoPanic struct {
	Value any    // the value of the panic
	Stack []byte // the stack where it happened
}

// Error returns the panic's value and the stack where it happened.
func (p *GoPanic) Error() string {
	s := "asyncio: panic in a task: "
	switch v := p.Value.(type) {
	case error:
		s += v.Error()
	case string:
		s += v
	default:
		s += py.Repr(v)
	}
	return s + "\n\n" + string(p.Stack)
}

// getWorker returns an idle worker, or a new one.
func (l *Loop) getWorker() *worker {
	if n := len(l.pool); n > 0 {
		w := l.pool[n-1]
		l.pool[n-1] = nil
		l.pool = l.pool[:n-1]
		return w
	}
	w := &worker{loop: l}
	w.next, _ = iter.Pull(w.body)
	w.parkedIn = w
	l.workers++
	return w
}

// transfer parks the running goroutine, which belongs to from, and continues
// the one that belongs to to.
func (l *Loop) transfer(from, to *worker) {
	if slot := l.swap(from, to); slot.toggled {
		slot.next()
	} else {
		slot.yield(struct{}{})
	}
}

// swap notes that from and to change places and returns the slot that the
// goroutine of from must enter: by next when it is toggled, else by yield.
func (l *Loop) swap(from, to *worker) (slot *worker) {
	slot = to.parkedIn
	from.parkedIn = slot
	l.cur = to
	slot.toggled = !slot.toggled
	return slot
}

// body runs tasks until the loop tells the worker to quit.
func (w *worker) body(yield func(struct{}) bool) {
	w.yield = yield
	l := w.loop
	for w.task != nil {
		t := w.task
		w.task = nil
		t.begin()
		if !w.exec(t) {
			l.transfer(w, &l.main) // a Go panic: Run carries it on, nobody comes back
			continue
		}
		t.w = nil
		to := &l.main
		if t.starter != nil {
			to, t.starter = t.starter, nil
		} else if nt := l.nextTask(); nt != nil {
			if nt.w == nil {
				w.task, nt.w = nt, w
				continue
			}
			to = nt.w
		}
		l.pool = append(l.pool, w)
		l.transfer(w, to)
	}
	w.parkedIn = nil
	l.workers--
}

// exec runs the body of t to its end and completes t. It returns false after
// a Go panic or Goexit, which it leaves in l.fatal.
func (w *worker) exec(t *taskCore) (ok bool) {
	finished := false
	defer func() {
		if finished {
			return
		}
		r := recover()
		if r == nil { // t.FailNow and the like: the goroutine that runs the loop exits
			w.loop.fatal = &fatal{goexit: true}
			w.loop.transfer(w, &w.loop.main)
			return
		}
		if _, unwound := r.(*unwind); unwound && w.loop.killing != killNone {
			t.finish(nil)
			ok = true
			return
		}
		if err, isPython := recovered(r); isPython {
			t.finish(err)
			ok = true
			return
		}
		p, isGoPanic := r.(*GoPanic)
		if !isGoPanic {
			p = &GoPanic{Value: r, Stack: debug.Stack()}
		}
		w.loop.fatal = &fatal{panic: p}
	}()
	t.finish(t.self.(taskSelf).exec())
	finished = true
	return true
}

// fatal is what ends the loop from inside a task without being an exception.
type fatal struct {
	panic  *GoPanic
	goexit bool
}

// checkFatal panics on, or exits the goroutine, with what ended the loop.
func (l *Loop) checkFatal() {
	f := l.fatal
	if f == nil {
		return
	}
	if f.goexit {
		runtime.Goexit()
	}
	panic(f.panic)
}

// recovered returns the Python exception that r, a value of recover(),
// carries.
func recovered(r any) (err error, ok bool) {
	defer func() {
		if recover() != nil {
			err, ok = nil, false
		}
	}()
	return py.Recovered(r), true
}

// nextTask pops the next entry of the ready queue when it is a task that may
// run without the scheduler: then its worker is entered directly. Otherwise
// it returns nil, and the scheduler goes on.
func (l *Loop) nextTask() *taskCore {
	if l.ntodo == 0 {
		if l.raised != nil || l.slow || !l.nextBatch() {
			return nil
		}
	}
	if l.raised != nil {
		return nil
	}
	it := l.ready.front()
	t, ok := it.cb.(*taskCore)
	if !ok {
		return nil
	}
	t.wokenBy = it.f
	*it = item{}
	l.ready.head++
	l.ntodo--
	return t
}

// nextBatch begins the next iteration of the loop if there is something ready
// and nothing to poll: no timer due, nothing posted by other goroutines.
func (l *Loop) nextBatch() bool {
	n := l.ready.len()
	if n == 0 || l.stopping || l.hasPosted.Load() || l.poller != nil && l.poller.active() {
		return false
	}
	if len(l.timers) > 0 {
		l.dropCancelledTimers()
		if len(l.timers) > 0 && l.timers[0].when < l.now()+clockResolution {
			return false
		}
	}
	l.ntodo = n
	return true
}
