package asyncio

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// addressOf is the address as reprs show it.
func addressOf(p any) string { return fmt.Sprintf("%p", p) }

var stateNames = [...]string{pending: "pending", cancelled: "cancelled", finished: "finished"}

// futureInfo lists the parts of a future's repr.
func futureInfo(f *futureCore) []string {
	info := []string{stateNames[f.state]}
	if f.state == finished {
		if f.err != nil {
			info = append(info, "exception="+py.Repr(f.err))
		} else {
			info = append(info, "result="+shortRepr(f.self.resultAny()))
		}
	}
	if cb := callbacksText(f); cb != "" {
		info = append(info, cb)
	}
	return info
}

// futureRepr is repr(future).
func futureRepr(f *futureCore) string {
	return "<" + f.self.className() + " " + strings.Join(futureInfo(f), " ") + ">"
}

// taskRepr is repr(task).
func taskRepr(t *taskCore) string {
	info := futureInfo(&t.futureCore)
	if t.cancels > 0 && t.state == pending {
		info[0] = "cancelling"
	}
	head := []string{info[0], "name=" + py.Repr(t.taskName())}
	head = append(head, "coro=<"+coroutineText(t.coro(), t)+">")
	if t.waiter != nil {
		head = append(head, "wait_for="+py.Repr(t.waiter.self))
	}
	return "<" + t.self.className() + " " + strings.Join(append(head, info[1:]...), " ") + ">"
}

// coroutineText is a coroutine in a task's repr: with the line where it is
// suspended if the program told its positions, else that of its function.
func coroutineText(c coroutineAny, t *taskCore) string {
	state, where := "() running", " at "
	if t.state != pending {
		state, where = "() done", ", defined at "
	}
	place := c.place()
	if frames := t.stack(); len(frames) > 0 && t.started {
		place = frames[len(frames)-1].FileLine()
	}
	if place == "" {
		where = ""
	}
	return c.Name() + state + where + place
}

// callbacksText lists the done callbacks as CPython does: at most the first
// and the last.
func callbacksText(f *futureCore) string {
	if f.cb0 == nil {
		return ""
	}
	switch n := len(f.more()); n {
	case 0:
		return "cb=[" + callbackText(f.cb0) + "]"
	case 1:
		return "cb=[" + callbackText(f.cb0) + ", " + callbackText(f.more()[0]) + "]"
	default:
		return fmt.Sprintf("cb=[%s, <%d more>, %s]", callbackText(f.cb0), n-1, callbackText(f.more()[n-1]))
	}
}

// callbackText names one callback.
func callbackText(cb any) string {
	switch cb := cb.(type) {
	case *taskCore:
		return "Task.task_wakeup()"
	case *doneCallback:
		return cb.text()
	case *Handle:
		return cb.text()
	case *TimerHandle:
		return cb.text()
	case interface{ callbackRepr() string }:
		return cb.callbackRepr()
	}
	return "callback()"
}

// text shows the handle's callback.
func (h *Handle) text() string {
	switch {
	case h.repr != nil:
		return h.repr()
	case h.fn != nil:
		return goCallText(h.fn)
	}
	return "callback()"
}

// text shows the callback.
func (d *doneCallback) text() string {
	if d.repr != nil {
		return d.repr()
	}
	return goCallText(d.key)
}

// goCallText shows a call of a Go function as "name() at FILE:LINE".
func goCallText(fn any) string { return py.FuncQualname(fn) + "() at " + py.FuncPlace(fn) }

// callRepr returns a function that shows the call of a callable, in debug mode
// with its arguments, and where it stands if that is known.
func (l *Loop) callRepr(fn any, args []any) func() string {
	if !l.debug.on {
		args = nil
	}
	return func() string {
		name, ok := py.GetAttrDefault(fn, "__qualname__", nil).(string)
		if !ok {
			name = py.Repr(fn)
		}
		parts := make([]string, len(args))
		for i, a := range args {
			parts[i] = shortRepr(a)
		}
		name += "(" + strings.Join(parts, ", ") + ")"
		if p, ok := fn.(interface{ Place() string }); ok && p.Place() != "" {
			name += " at " + p.Place()
		}
		return name
	}
}

// handleRepr is repr of a handle; when is the time of a timer.
func handleRepr(name string, h *Handle, when string) string {
	s := "<" + name
	if h.cancelled {
		s += " cancelled"
	}
	s += when
	if !h.cancelled {
		s += " " + h.text()
	}
	return s + ">"
}

// Repr shows the callback as the handle of call_soon that runs it.
func (d *doneCallback) Repr() string { return "<Handle " + d.text() + ">" }

// The limits of reprlib.repr, which futures and handles show values with.
const (
	maxString = 30
	maxLong   = 40
	maxOther  = 30
)

// shortRepr is reprlib.repr(x): long values are cut in the middle.
func shortRepr(x any) string {
	s := py.Repr(x)
	limit := maxOther
	switch x.(type) {
	case string, py.Bytes:
		limit = maxString
	case int:
		limit = maxLong
	case nil, bool, float64:
		return s
	}
	r := []rune(s)
	if len(r) <= limit {
		return s
	}
	i := max(0, (limit-3)/2)
	j := max(0, limit-3-i)
	return string(r[:i]) + "..." + string(r[len(r)-j:])
}
