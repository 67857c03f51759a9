package asyncio

import (
	"github.com/py2go-async/py2go-async/runtime/py"
)

// killMode says that the loop is ending its suspended tasks.
type killMode uint8

const (
	killNone  killMode = iota
	killExit           // suspended code gets GeneratorExit
	killPanic          // code that suspends once more is unwound by a panic
)

// unwind is the panic that ends code which ignored GeneratorExit.
type unwind struct{ _ byte }

// killed is what a suspended task receives while the loop is closing.
func (t *taskCore) killed() error {
	if t.loop.killing == killPanic {
		panic(&unwind{})
	}
	t.loop.killing = killPanic
	return py.GeneratorExit.New()
}

// kill ends every task that is still pending and the goroutines of the pool.
// The coroutine of a suspended task gets GeneratorExit, as when CPython
// collects it.
func (l *Loop) kill() {
	l.slow = true // no task hands over to another
	l.dying = true
	for l.tasks != nil {
		t := l.tasks
		if t.logDestroy && t.w != nil {
			l.callHandler("Task was destroyed but it is pending!", nil, "task", t.self)
		}
		l.removeTask(t)
		t.dropCallbacks()
		if t.w == nil { // never began
			t.state = cancelled
			t.coro().Discard()
			continue
		}
		l.killing = killExit
		t.wokenBy, t.mustCancel = nil, false
		if t.ext != nil {
			t.ext.throw = nil
		}
		l.step(t)
		l.killing = killNone
	}
	for _, k := range l.asyncgens.all() {
		k.gen.drop()
	}
	l.ntodo = 0
	for _, w := range l.pool {
		w.task = nil
	}
	for len(l.pool) > 0 {
		// The end of a worker's goroutine enters the worker that is parked in
		// its slot; so one transfer ends a cycle of them.
		w := l.pool[len(l.pool)-1]
		l.pool = l.pool[:len(l.pool)-1]
		if w.parkedIn != nil {
			l.transfer(&l.main, w)
		}
	}
	l.cur = &l.main
}
