// Package threading is Python's threading. A thread is a goroutine; the baton
// of package gil lets one of them run Python code at a time, so that threads
// of a converted program interleave only where one of them blocks.
package threading

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Thread is threading.Thread.
type Thread struct {
	name    string
	daemon  bool
	ident   int
	target  func() error
	started bool
	ended   bool
	done    chan struct{}
	state   *gil.Thread
	self    any // the instance of a subclass, whose run the thread executes
}

var (
	mu      sync.Mutex // guards what follows: threads may end without the baton
	counter int
	idents  int
	alive   []*Thread

	main = &Thread{name: "MainThread", ident: 1, started: true, done: make(chan struct{}), state: gil.MainThread}
)

func init() {
	idents = 1
	main.state.Info = main
	py.AtExit(joinAll)
}

// NewThread is threading.Thread(target=target, name=name, daemon=daemon); name
// "" means "Thread-N", daemon nil means that of the current thread.
func NewThread(target func() error, name string, daemon *bool) *Thread {
	mu.Lock()
	defer mu.Unlock()
	if name == "" {
		counter++
		name = fmt.Sprintf("Thread-%d", counter)
	}
	d := CurrentThread().daemon
	if daemon != nil {
		d = *daemon
	}
	return &Thread{name: name, daemon: d, target: target, done: make(chan struct{})}
}

// NewThreadCall is threading.Thread(group, target, name, args, kwargs, daemon)
// for a callable without static type.
func NewThreadCall(_ any, target any, name any, args, kwargs, daemon any) *Thread {
	n := ""
	if name != nil {
		n = py.Str(name)
	} else {
		mu.Lock()
		counter++
		n = fmt.Sprintf("Thread-%d", counter)
		mu.Unlock()
		if s, ok := py.GetAttrDefault(target, "__name__", nil).(string); ok {
			n += " (" + s + ")"
		}
	}
	var d *bool
	if daemon != nil {
		b := py.Truth(daemon)
		d = &b
	}
	t := NewThread(nil, n, d)
	t.target = func() error {
		if target == nil {
			return nil
		}
		var pos []any
		if args != nil {
			for v := range py.Each(args) {
				pos = append(pos, v)
			}
		}
		var kw []py.Kw
		if kwargs != nil {
			kw = py.StarKw(nil, target, kwargs)
		}
		_, err := py.CallKw(context.Background(), target, pos, kw)
		return err
	}
	return t
}

// Start begins the thread; RuntimeError when it was started before.
func (t *Thread) Start() {
	if t.started {
		py.Throw(py.RuntimeError.New("threads can only be started once"))
	}
	gil.Hold()
	mu.Lock()
	t.started = true
	idents++
	t.ident = idents
	alive = append(alive, t)
	mu.Unlock()
	t.state = &gil.Thread{Info: t, Vars: contextvars.NewContext()}
	gil.Start(t.state, t.run)
}

// Run is what the thread executes.
func (t *Thread) Run() error { return t.target() }

// SetSelf implements py.Subclassed.
func (t *Thread) SetSelf(self any) { t.self = self }

// run is the body of the thread's goroutine.
func (t *Thread) run() {
	defer t.end()
	err := py.Catch(func() error {
		if t.self == nil {
			return t.Run()
		}
		_, err := py.CallMethod(context.Background(), t.self, "run")
		return err
	})
	if err != nil {
		excepthook(t, err)
	}
}

// end marks the thread as ended and wakes those who join it.
func (t *Thread) end() {
	mu.Lock()
	t.ended = true
	for i, a := range alive {
		if a == t {
			alive = append(alive[:i:i], alive[i+1:]...)
			break
		}
	}
	mu.Unlock()
	close(t.done)
}

// excepthook prints an exception that left a thread, as threading.excepthook.
func excepthook(t *Thread, err error) {
	if e, ok := err.(py.BaseException); ok && e.Exc().Class().IsSubclassOf(py.SystemExit) {
		return
	}
	fmt.Fprintf(os.Stderr, "Exception in thread %s:\n%s", t.name, py.TracebackText(err))
}

// Join waits until the thread has ended.
func (t *Thread) Join() { t.JoinTimeout(nil) }

// JoinTimeout is join(timeout): it waits at most timeout seconds.
func (t *Thread) JoinTimeout(timeout *float64) {
	if !t.started {
		py.Throw(py.RuntimeError.New("cannot join thread before it is started"))
	}
	if t == CurrentThread() {
		py.Throw(py.RuntimeError.New("cannot join current thread"))
	}
	waitFor(t.done, timeout)
}

// waitFor waits for ch without the baton; false when the time is over.
func waitFor(ch <-chan struct{}, timeout *float64) bool {
	select {
	case <-ch:
		return true
	default:
	}
	ok := true
	gil.Blocking(func() {
		if timeout == nil || *timeout < 0 {
			<-ch
			return
		}
		timer := time.NewTimer(time.Duration(*timeout * float64(time.Second)))
		defer timer.Stop()
		select {
		case <-ch:
		case <-timer.C:
			ok = false
		}
	})
	return ok
}

// joinAll waits for the threads that are no daemons, at the program's end.
func joinAll() error {
	for {
		mu.Lock()
		var next *Thread
		for _, t := range alive {
			if !t.daemon {
				next = t
				break
			}
		}
		mu.Unlock()
		if next == nil {
			return nil
		}
		waitFor(next.done, nil)
	}
}

// IsAlive reports whether the thread runs.
func (t *Thread) IsAlive() bool {
	mu.Lock()
	defer mu.Unlock()
	return t.started && !t.ended
}

// Name is the thread's name.
func (t *Thread) Name() string { return t.name }

// SetName sets the name.
func (t *Thread) SetName(name string) { t.name = name }

// Daemon reports whether the program may end while the thread runs.
func (t *Thread) Daemon() bool { return t.daemon }

// SetDaemon sets the daemon flag of a thread that was not started.
func (t *Thread) SetDaemon(daemon bool) {
	if t.started {
		py.Throw(py.RuntimeError.New("cannot set daemon status of active thread"))
	}
	t.daemon = daemon
}

// Ident is the thread's number, nil before it was started.
func (t *Thread) Ident() *int {
	if !t.started {
		return nil
	}
	return &t.ident
}

// Repr is CPython's repr of a thread.
func (t *Thread) Repr() string {
	class, status := "Thread", "initial"
	if t == main {
		class = "_MainThread"
	}
	if t.started {
		status = "started"
	}
	if t.ended {
		status = "stopped"
	}
	if t.daemon {
		status += " daemon"
	}
	if t.started {
		status += fmt.Sprintf(" %d", t.ident)
	}
	return fmt.Sprintf("<%s(%s, %s)>", class, t.name, status)
}

// ClassName is the Python name of the type.
func (t *Thread) ClassName() string { return "Thread" }

// CurrentThread is threading.current_thread().
func CurrentThread() *Thread {
	if s := gil.Current(); s != nil {
		if t, ok := s.Info.(*Thread); ok {
			return t
		}
	}
	return main
}

// MainThread is threading.main_thread().
func MainThread() *Thread { return main }

// ActiveCount is threading.active_count().
func ActiveCount() int {
	mu.Lock()
	defer mu.Unlock()
	return len(alive) + 1
}

// Enumerate is threading.enumerate().
func Enumerate() *py.List[*Thread] {
	mu.Lock()
	defer mu.Unlock()
	return py.NewList(append([]*Thread{main}, alive...)...)
}

// GetIdent is threading.get_ident().
func GetIdent() int { return CurrentThread().ident }
