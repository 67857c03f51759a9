package asyncio

import (
	"context"
	"iter"
	"math"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/py2go-async/py2go-async/runtime/concurrent/futures"
	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

const (
	// clockResolution is how much too early a timer may run, in seconds.
	clockResolution = 1e-9
	// maxSelectTimeout bounds one wait for events, in seconds.
	maxSelectTimeout = 24 * 3600
	// Cancelled timers are removed from the heap once there are more than
	// minScheduledTimers timers and more than half of them are cancelled.
	minScheduledTimers = 100
)

// Loop is the event loop: asyncio.SelectorEventLoop on Unix.
type Loop struct {
	ready   ring
	ntodo   int // entries of the current iteration that still have to run
	current *taskCore
	cur     *worker // whose goroutine runs
	first   *taskCore
	main    worker // stands for the goroutine that runs the loop
	pool    []*worker
	workers int

	visit       *visit
	cancelDepth int // of nested cancelWaiter calls

	lag float64 // seconds that the clock is behind, while timers are pending

	timers          timerHeap
	cancelledTimers int

	running, closed, stopping, dying bool

	slow    bool // every callback goes through the scheduler (debug, closing)
	killing killMode
	raised  error // a SystemExit or KeyboardInterrupt that leaves the loop
	fatal   *fatal

	outer context.Context // the context given to Run, else Background
	ctx   loopContext

	tasks  *taskCore // pending tasks, a ring; newest last
	failed []*futureCore

	posted    []func() // by other goroutines
	postedMu  sync.Mutex
	hasPosted atomic.Bool
	wake      chan struct{}
	timer     *time.Timer
	poller    poller
	virtual   *virtualClock

	asyncgens        asyncgenSet
	taskFactory      any
	signals          map[os.Signal]*signalHandler
	exceptionHandler exceptionHandler
	handlerAny       any
	executor         *futures.Executor
	executorShutdown bool
	blocked          sync.WaitGroup // calls of Go
	debug            debugState
}

// poller is what waits for I/O: nil while the program uses none.
type poller interface {
	// active reports whether something is being waited for.
	active() bool
	// poll waits at most d (no limit when negative) or until interrupt is
	// called, and schedules what is ready.
	poll(d time.Duration)
	// interrupt ends a poll; safe from any goroutine.
	interrupt()
	close()
}

// NewEventLoop is asyncio.new_event_loop().
func NewEventLoop() *Loop {
	l := &Loop{outer: context.Background(), wake: make(chan struct{}, 1)}
	l.ctx.l = l
	l.main.loop = l
	l.cur = &l.main
	l.debug.init()
	l.slow = l.debug.on
	py.LibraryLog(loggerName, py.LogDebug, "Using selector: EpollSelector", nil)
	return l
}

// clock is the base of loop.time(): CLOCK_MONOTONIC as CPython's
// time.monotonic() shows it.
var (
	clockStart = time.Now()
	clockBase  = monotonicBase()
)

func (l *Loop) now() float64 {
	if l.virtual != nil {
		return l.virtual.now
	}
	return float64(clockBase+int64(time.Since(clockStart)))/1e9 - l.lag
}

// maxOvershoot is by how much, in seconds, a wait may be too long without the
// loop's clock taking notice.
const maxOvershoot = 0.002

// virtualClock makes the time of a loop move only by its waits, in tests that
// must not depend on timing.
type virtualClock struct{ now float64 }

// Time is loop.time(): seconds of a monotonic clock.
func (l *Loop) Time() float64 { return l.now() }

// context returns the context for callbacks that take one.
func (l *Loop) context() context.Context { return &l.ctx }

// callCallback schedules a callback of this package. It checks for a closed
// loop as call_soon does.
func (l *Loop) callCallback(cb callback, f *futureCore) {
	if l.closed {
		l.checkClosed()
	}
	l.ready.push(cb, f)
}

func (l *Loop) checkClosed() {
	if l.closed {
		py.Throw(py.RuntimeError.New("Event loop is closed"))
	}
}

// runForever runs iterations until Stop, and returns the SystemExit or
// KeyboardInterrupt that left a callback or task.
func (l *Loop) runForever(ctx context.Context) error {
	if err := l.canRun(ctx); err != nil {
		return err
	}
	th, leave := gil.Enter()
	defer leave()
	oldVars := contextvars.Current()
	th.Loop = l
	l.running = true
	l.ntodo = 0
	defer func() {
		l.running, l.stopping = false, false
		l.current = nil
		th.Loop = nil
		contextvars.Enter(oldVars)
	}()
	l.schedule()
	l.checkFatal()
	err := l.raised
	l.raised = nil
	return err
}

// canRun checks that neither the loop nor another one runs here.
func (l *Loop) canRun(ctx context.Context) error {
	l.checkClosed()
	if l.running {
		return py.RuntimeError.New("This event loop is already running")
	}
	if o := runningLoop(ctx); o != nil && o.running {
		return py.RuntimeError.New("Cannot run the event loop while another loop is running")
	}
	return nil
}

// schedule is the scheduler: it runs on the stack of the goroutine that runs
// the loop, until Stop.
func (l *Loop) schedule() {
	for first := true; ; first = false {
		if l.ntodo == 0 && l.first == nil {
			if l.stopping && !first {
				return
			}
			l.poll()
		}
		for l.ntodo > 0 || l.first != nil {
			t := l.first
			l.first = nil
			if t == nil {
				l.ntodo--
				it := l.ready.pop()
				var isTask bool
				if t, isTask = it.cb.(*taskCore); !isTask {
					l.runCallback(it)
					if l.raised != nil {
						return
					}
					continue
				}
				t.wokenBy = it.f
			}
			l.step(t)
			if l.fatal != nil || l.raised != nil {
				return
			}
		}
	}
}

// step enters a task from the scheduler, until it or one it handed over to
// comes back.
func (l *Loop) step(t *taskCore) {
	if l.debug.on {
		defer l.debug.watch(l, time.Now(), t)
	}
	if t.w == nil {
		t.w = l.getWorker()
		t.w.task = t
	}
	l.transfer(&l.main, t.w)
	l.current = nil
}

// runCallback runs an entry of the ready queue that is no task.
func (l *Loop) runCallback(it item) {
	if l.debug.on {
		defer l.debug.watch(l, time.Now(), it.cb)
	}
	it.cb.run(l, it.f)
}

// poll waits for the next event and begins an iteration: due timers become
// ready.
func (l *Loop) poll() {
	l.dropCancelledTimers()
	if len(l.timers) == 0 {
		l.lag = 0
	}
	timeout := -1.0
	switch {
	case l.ready.len() > 0 || l.stopping || l.hasPosted.Load():
		timeout = 0
	case len(l.timers) > 0:
		timeout = min(max(0, l.timers[0].when-l.now()), maxSelectTimeout)
	}
	if timeout != 0 {
		l.idle(timeout)
	} else if l.poller != nil && l.poller.active() {
		l.poller.poll(0)
	}
	l.takePosted()
	if len(l.timers) > 0 {
		end := l.now() + clockResolution
		for len(l.timers) > 0 && l.timers[0].when < end {
			t := l.timers.pop()
			t.scheduled = false
			l.ready.push(t, nil)
		}
	}
	l.ntodo = l.ready.len()
}

func (l *Loop) dropCancelledTimers() {
	n := len(l.timers)
	if n > minScheduledTimers && float64(l.cancelledTimers)/float64(n) > 0.5 {
		kept := l.timers[:0]
		for _, t := range l.timers {
			if t.cancelled {
				t.scheduled = false
			} else {
				kept = append(kept, t)
			}
		}
		clear(l.timers[len(kept):])
		l.timers = kept
		l.timers.heapify()
		l.cancelledTimers = 0
		return
	}
	for len(l.timers) > 0 && l.timers[0].cancelled {
		l.cancelledTimers--
		l.timers.pop().scheduled = false
	}
}

// idle waits without the baton, at most timeout seconds, for ever when
// negative. As CPython's epoll selector it waits whole milliseconds, rounded
// up: timers that lie closer together than that run in the same iteration.
func (l *Loop) idle(timeout float64) {
	if timeout < 0 {
		l.debug.deadlock(l)
		timeout = maxSelectTimeout
	}
	ms := math.Ceil(timeout * 1e3)
	if l.virtual != nil {
		l.virtual.now += ms * 1e-3
		return
	}
	d := time.Duration(ms) * time.Millisecond
	th := gil.Release()
	defer gil.Acquire(th)
	if l.poller != nil {
		l.poller.poll(d)
		return
	}
	if l.timer == nil {
		l.timer = time.NewTimer(d)
	} else {
		l.timer.Reset(d)
	}
	end := l.now() + ms*1e-3
	select {
	case <-l.wake:
	case <-l.timer.C:
		// The machine was busy elsewhere: the loop's clock stands still
		// meanwhile, so that timers do not become due together that lie apart.
		if late := l.now() - end; late > maxOvershoot {
			l.lag += late
		}
	}
	l.timer.Stop()
}

// post schedules f to run in the loop's next iteration, before anything else
// of it. It is safe from any goroutine; f runs with the baton and must not
// block.
func (l *Loop) post(f func()) {
	l.postedMu.Lock()
	l.posted = append(l.posted, f)
	l.hasPosted.Store(true)
	l.postedMu.Unlock()
	l.interrupt()
}

// interrupt ends the loop's wait for events.
func (l *Loop) interrupt() {
	if p := l.poller; p != nil {
		p.interrupt()
		return
	}
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

func (l *Loop) takePosted() {
	if !l.hasPosted.Load() {
		return
	}
	l.postedMu.Lock()
	posted := l.posted
	l.posted = nil
	l.hasPosted.Store(false)
	l.postedMu.Unlock()
	for _, f := range posted {
		f()
	}
}

// RunForever is loop.run_forever(): it runs until Stop. The error is the
// SystemExit or KeyboardInterrupt that left a callback, or RuntimeError when
// the loop cannot run.
func (l *Loop) RunForever(ctx context.Context) error { return l.runForever(ctx) }

// RunUntilComplete is loop.run_until_complete(aw): it runs the loop until the
// awaitable is done and returns its result or exception.
func RunUntilComplete[T any](ctx context.Context, l *Loop, aw Awaitable[T]) (T, error) {
	var zero T
	if err := l.canRun(ctx); err != nil {
		return zero, err
	}
	_, leave := gil.Enter()
	defer leave()
	f := ensureFuture(l, aw)
	core, fresh := f.core(), false
	if _, isFuture := aw.(anyFuture); !isFuture {
		fresh = true
		core.self.(AnyTask).task().logDestroy = false
	}
	if err := l.runCore(ctx, core, fresh); err != nil {
		return zero, err
	}
	return f.Result()
}

// runCore runs the loop until f is done. fresh says that the caller has no
// other reference to it.
func (l *Loop) runCore(ctx context.Context, f *futureCore, fresh bool) error {
	stopper := &untilComplete{}
	f.addCallback(stopper)
	err := l.runForever(ctx)
	f.removeCallback(func(cb callback) bool { return cb == stopper })
	if err != nil {
		if fresh && f.done() && f.state != cancelled {
			f.logTraceback = false
		}
		return err
	}
	if !f.done() {
		return py.RuntimeError.New("Event loop stopped before Future completed.")
	}
	return nil
}

// untilComplete is the callback of RunUntilComplete.
type untilComplete struct{ _ byte }

func (*untilComplete) run(l *Loop, f *futureCore) {
	if f.state == finished && isExit(f.err) {
		return // the loop is leaving with this very exception
	}
	l.Stop()
}

func (*untilComplete) callbackRepr() string { return "_run_until_complete_cb()" }

// Stop is loop.stop(): the loop ends after the current iteration.
func (l *Loop) Stop() { l.stopping = true }

// IsRunning is loop.is_running().
func (l *Loop) IsRunning() bool { return l.running }

// IsClosed is loop.is_closed().
func (l *Loop) IsClosed() bool { return l.closed }

// Close is loop.close(). Tasks that are still suspended are told as CPython
// tells them when they are collected ("Task was destroyed but it is
// pending!"), their finally blocks run, and their goroutines end.
func (l *Loop) Close() {
	if l.running {
		py.Throw(py.RuntimeError.New("Cannot close a running event loop"))
	}
	if l.closed {
		return
	}
	if l.debug.on {
		py.LibraryLog(loggerName, py.LogDebug, "Close "+l.Repr(), nil)
	}
	l.kill()
	l.closed = true
	if l.executor != nil {
		l.executorShutdown = true
		l.executor.Shutdown(false, false)
	}
	gil.Blocking(l.blocked.Wait)
	l.ready = ring{}
	l.timers = nil
	for sig := range l.signals {
		l.removeSignal(sig)
	}
	if l.poller != nil {
		l.poller.close()
	}
	l.reportFailed()
}

// addTask puts a task at the end of the ring of pending tasks.
func (l *Loop) addTask(t *taskCore) {
	if l.tasks == nil {
		t.prev, t.next = t, t
		l.tasks = t
		return
	}
	first := l.tasks
	t.prev, t.next = first.prev, first
	first.prev.next = t
	first.prev = t
}

func (l *Loop) removeTask(t *taskCore) {
	if t.next == nil {
		return
	}
	if t.next == t {
		l.tasks = nil
	} else {
		t.prev.next, t.next.prev = t.next, t.prev
		if l.tasks == t {
			l.tasks = t.next
		}
	}
	t.prev, t.next = nil, nil
}

// allTasks iterates over the pending tasks, oldest first.
func (l *Loop) allTasks() iter.Seq[*taskCore] {
	return func(yield func(*taskCore) bool) {
		if l.tasks == nil {
			return
		}
		for t := l.tasks; ; t = t.next {
			if !yield(t) || t.next == l.tasks {
				return
			}
		}
	}
}
