package futures

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync/atomic"

	"github.com/py2go-async/py2go-async/runtime/py"
	"github.com/py2go-async/py2go-async/runtime/threading"
)

// Executor runs calls asynchronously in a pool of threads: ThreadPoolExecutor
// or ProcessPoolExecutor.
type Executor struct {
	p     pool
	class string
}

// pool is a pool of threads that take calls from a queue.
type pool struct {
	prefix     string
	max        int
	init       func()
	threads    []*threading.Thread
	queue      []work
	idle       int // threads that wait for a call and are not spoken for
	free       []*threading.Event
	isShutdown bool
}

// work is a submitted call.
type work struct {
	run    func()
	cancel func() bool
}

// defaultWorkers is the number of threads of an executor that was given none.
func defaultWorkers() int { return min(32, runtime.NumCPU()+4) }

// submit queues a call and starts a thread for it if none is idle.
func (p *pool) submit(w work) {
	if p.isShutdown {
		py.Throw(py.RuntimeError.New("cannot schedule new futures after shutdown"))
	}
	p.queue = append(p.queue, w)
	if p.idle > 0 {
		p.idle--
		p.wake()
		return
	}
	if len(p.threads) >= p.max {
		return
	}
	t := threading.NewThread(p.work, fmt.Sprintf("%s_%d", p.prefix, len(p.threads)), nil)
	p.threads = append(p.threads, t)
	t.Start()
}

// wake wakes the thread that has been idle the longest.
func (p *pool) wake() {
	if len(p.free) > 0 {
		p.free[0].Set()
		p.free = p.free[1:]
	}
}

// work is the body of a pool's thread.
func (p *pool) work() error {
	if p.init != nil {
		p.init()
	}
	for {
		if len(p.queue) == 0 {
			if p.isShutdown {
				return nil
			}
			p.idle++
			e := threading.NewEvent()
			p.free = append(p.free, e)
			e.Wait(nil)
			continue
		}
		w := p.queue[0]
		p.queue = p.queue[1:]
		w.run()
	}
}

func (p *pool) shutdown(wait, cancel bool) {
	p.isShutdown = true
	if cancel {
		queue := p.queue
		p.queue = nil
		for _, w := range queue {
			w.cancel()
		}
	}
	for len(p.free) > 0 {
		p.wake()
	}
	if wait {
		for _, t := range p.threads {
			t.Join()
		}
	}
}

// Submit is executor.submit(fn): a future for the result of fn, which runs in
// a thread of the pool. An exception that it panics with is the future's.
func Submit[T any](e *Executor, fn func() T) *Future[T] {
	f := NewFuture[T]()
	e.p.submit(work{cancel: f.Cancel, run: func() {
		if !f.SetRunningOrNotifyCancel() {
			return
		}
		var v T
		err := py.Catch(func() error { v = fn(); return nil })
		if err != nil {
			py.Check(f.SetException(err))
		} else {
			py.Check(f.SetResult(v))
		}
	}})
	return f
}

// SubmitArgs is executor.submit(fn, *args, **kwargs) for a callable without
// static type.
func SubmitArgs(e *Executor, fn, kwargs any, args ...any) *Future[any] {
	var kw []py.Kw
	if kwargs != nil {
		kw = py.StarKw(nil, fn, kwargs)
	}
	return Submit(e, func() any { return py.Must(py.CallKw(context.Background(), fn, args, kw)) })
}

// Map is executor.map(fn, items, timeout=timeout): the results in the order of
// the items. The calls are submitted at once; an exception panics.
func Map[A, T any](e *Executor, fn func(A) T, items iter.Seq[A], timeout *float64) iter.Seq[T] {
	var fs []*Future[T]
	for a := range items {
		fs = append(fs, Submit(e, func() T { return fn(a) }))
	}
	return func(yield func(T) bool) {
		defer func() {
			for _, f := range fs {
				f.Cancel()
			}
		}()
		for _, f := range fs {
			if !yield(py.Must(f.Result(timeout))) {
				return
			}
		}
	}
}

// MapAny is executor.map(fn, items) of values without static type.
func MapAny(e *Executor, fn any, items any, timeout *float64) iter.Seq[any] {
	call := func(x any) any { return py.Must(py.Call(context.Background(), fn, x)) }
	return Map(e, call, py.Each(items), timeout)
}

// poolNumber numbers the pools that were given no name.
var poolNumber atomic.Int32

// NewThreadPoolExecutor is ThreadPoolExecutor(max_workers, prefix, init); nil
// is the default number, "" the default prefix.
func NewThreadPoolExecutor(maxWorkers *int, prefix string, init func()) *Executor {
	if prefix == "" {
		prefix = fmt.Sprintf("ThreadPoolExecutor-%d", poolNumber.Add(1)-1)
	}
	e := newExecutor("ThreadPoolExecutor", maxWorkers, defaultWorkers(), prefix)
	e.p.init = init
	return e
}

// NewProcessPoolExecutor is ProcessPoolExecutor(max_workers); nil is the
// number of processors. Its calls run in threads of this process: they see its
// globals, and the baton lets one of them run at a time.
func NewProcessPoolExecutor(maxWorkers *int) *Executor {
	return newExecutor("ProcessPoolExecutor", maxWorkers, runtime.NumCPU(), "ProcessPoolExecutor")
}

func newExecutor(class string, maxWorkers *int, n int, prefix string) *Executor {
	if maxWorkers != nil {
		n = *maxWorkers
	}
	if n <= 0 {
		py.Throw(py.ValueError.New("max_workers must be greater than 0"))
	}
	return &Executor{pool{max: n, prefix: prefix}, class}
}

// Shutdown is shutdown(wait, cancel_futures): no new calls are let in; with
// wait it returns when the running ones have ended, with cancel those that
// have not begun are cancelled.
func (e *Executor) Shutdown(wait, cancel bool) { e.p.shutdown(wait, cancel) }

// Enter is the begin of `with executor`.
func (e *Executor) Enter() (*Executor, error) { return e, nil }

// Exit is the end of `with executor`: it waits for the calls.
func (e *Executor) Exit(error) (bool, error) {
	e.p.shutdown(true, false)
	return false, nil
}

// ClassName is the Python name of the type.
func (e *Executor) ClassName() string { return e.class }
