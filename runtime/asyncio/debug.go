package asyncio

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// debugState is the debug mode of a loop.
type debugState struct {
	on           bool
	slowDuration float64 // seconds that a callback may take without a warning
}

func (d *debugState) init() {
	d.slowDuration = 0.1
	d.on = os.Getenv("PYTHONASYNCIODEBUG") != ""
}

// GetDebug is loop.get_debug().
func (l *Loop) GetDebug() bool { return l.debug.on }

// SetDebug is loop.set_debug(on): callbacks that take longer than
// slow_callback_duration are told on stderr, and a loop that can never
// continue says which tasks wait for what.
func (l *Loop) SetDebug(on bool) {
	l.debug.on = on
	l.slow = on
}

// SlowCallbackDuration is the attribute slow_callback_duration, in seconds.
func (l *Loop) SlowCallbackDuration() float64 { return l.debug.slowDuration }

// SetSlowCallbackDuration sets slow_callback_duration.
func (l *Loop) SetSlowCallbackDuration(seconds float64) { l.debug.slowDuration = seconds }

// watch tells of a callback or step that began at start and took too long.
func (d *debugState) watch(_ *Loop, start time.Time, cb callback) {
	took := time.Since(start).Seconds()
	if took < d.slowDuration {
		return
	}
	text := "<Handle>"
	switch cb := cb.(type) {
	case *taskCore:
		text = taskRepr(cb)
	case interface{ Repr() string }:
		text = cb.Repr()
	}
	py.LibraryLog(loggerName, py.LogWarning, fmt.Sprintf("Executing %s took %.3f seconds", text, took), nil)
}

// deadlock tells, in debug mode, that nothing of the program can wake the loop
// any more except other threads and signals.
func (d *debugState) deadlock(l *Loop) {
	if !d.on || l.tasks == nil {
		return
	}
	var b strings.Builder
	b.WriteString("nothing is ready and no timer is pending; waiting tasks:\n")
	for t := range l.allTasks() {
		b.WriteString("  " + taskRepr(t) + "\n")
		for _, f := range slices.Backward(t.stack()) {
			b.WriteString("    " + f.Place() + "\n")
		}
	}
	py.LibraryLog(loggerName, py.LogWarning, strings.TrimSuffix(b.String(), "\n"), nil)
}

// checkCallback is the check of debug mode for what is given to the method.
func (l *Loop) checkCallback(fn any, method string) {
	switch {
	case !l.debug.on:
	case IsCoroutine(fn), IsCoroutineFunction(fn):
		py.Throwf(py.TypeError, "coroutines cannot be used with %s()", method)
	case !py.IsCallable(fn):
		py.Throwf(py.TypeError, "a callable object was expected by %s(), got %s", method, py.Repr(fn))
	}
}

// checkThread is the check of debug mode that the loop's own thread calls.
func (l *Loop) checkThread() {
	if !l.debug.on || !l.running {
		return
	}
	if th := gil.Current(); th == nil || th.Loop != l {
		py.Throw(py.RuntimeError.New("Non-thread-safe operation invoked on an event loop other than the current one"))
	}
}

// reprOf is repr(f) of a future of any type.
func reprOf(f *futureCore) string { return py.Repr(f.self) }
