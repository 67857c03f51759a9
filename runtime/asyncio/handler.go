package asyncio

import (
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// exceptionHandler is what set_exception_handler was given.
type exceptionHandler func(l *Loop, info *py.Dict[any, any]) error

// SetExceptionHandler is loop.set_exception_handler(fn); nil restores the
// default. fn gets the loop and a dict with the keys "message", "exception",
// "future", "task", "handle", ... as CPython documents them.
func (l *Loop) SetExceptionHandler(fn func(l *Loop, info *py.Dict[any, any]) error) {
	l.exceptionHandler = fn
}

// SetExceptionHandlerAny is SetExceptionHandler for a callable without static
// type, or None.
func (l *Loop) SetExceptionHandlerAny(fn any) {
	if fn == nil {
		l.exceptionHandler, l.handlerAny = nil, nil
		return
	}
	if !py.IsCallable(fn) {
		py.Throwf(py.TypeError, "A callable object or None is expected, got %s", py.Repr(fn))
	}
	l.handlerAny = fn
	l.exceptionHandler = func(l *Loop, info *py.Dict[any, any]) error {
		_, err := py.Call(&l.ctx, fn, l, info)
		return err
	}
}

// GetExceptionHandler is loop.get_exception_handler(): what
// SetExceptionHandlerAny was given, or nil.
func (l *Loop) GetExceptionHandler() any { return l.handlerAny }

// callHandler calls the exception handler with a message, the exception if
// there is one, and one more entry of the context.
func (l *Loop) callHandler(message string, exc error, key string, value any) {
	info := py.NewDict[any, any]()
	info.Set("message", message)
	if exc != nil {
		info.Set("exception", exc)
	}
	if key != "" {
		info.Set(key, value)
	}
	l.CallExceptionHandler(info)
}

// CallExceptionHandler is loop.call_exception_handler(context).
func (l *Loop) CallExceptionHandler(info *py.Dict[any, any]) {
	if l.exceptionHandler == nil {
		l.DefaultExceptionHandler(info)
		return
	}
	handler := l.exceptionHandler
	err := py.Catch(func() error { return handler(l, info) })
	switch {
	case err == nil:
	case isExit(err):
		l.raised = asException(err)
	default:
		bad := py.NewDict[any, any]()
		bad.Set("message", "Unhandled error in exception handler")
		bad.Set("exception", asException(err))
		bad.Set("context", info)
		l.DefaultExceptionHandler(bad)
	}
}

// DefaultExceptionHandler is loop.default_exception_handler(context): it logs
// the context as CPython's does.
func (l *Loop) DefaultExceptionHandler(info *py.Dict[any, any]) {
	var b strings.Builder
	message := "Unhandled exception in event loop"
	if m, ok := info.Lookup("message"); ok && py.Truth(m) {
		message = py.Str(m)
	}
	b.WriteString(message)
	for k := range py.SortedList(info, nil, false).All() {
		if k != "message" && k != "exception" {
			b.WriteString("\n" + py.Str(k) + ": " + py.Repr(info.Get(k)))
		}
	}
	exc, _ := info.GetOr("exception", nil).(error)
	py.LibraryLog(loggerName, py.LogError, b.String(), exc)
}

// loggerName is that of asyncio's logger.
const loggerName = "asyncio"

// callbackFailed handles an exception that left a callback.
func (l *Loop) callbackFailed(err error, key string, h interface{ Repr() string }) {
	if isExit(err) {
		l.raised = err
		return
	}
	l.callHandler("Exception in callback "+callbackText(h), err, key, h)
}

// trackFailed remembers a future that holds an exception, to tell of it when
// nobody asked for it until the loop closes.
func (l *Loop) trackFailed(f *futureCore) {
	if n := len(l.failed); n == cap(l.failed) && n > 0 { // before it grows: drop the retrieved ones
		kept := l.failed[:0]
		for _, g := range l.failed {
			if g.logTraceback {
				kept = append(kept, g)
			}
		}
		clear(l.failed[len(kept):])
		l.failed = kept
	}
	l.failed = append(l.failed, f)
}

// reportFailed tells of every exception that was never retrieved.
func (l *Loop) reportFailed() {
	failed := l.failed
	l.failed = nil
	for _, f := range failed {
		if f.logTraceback {
			f.logTraceback = false
			l.callHandler(f.self.className()+" exception was never retrieved", f.err, "future", f.self)
		}
	}
}

// warn prints a RuntimeWarning that belongs to no line of the program.
func warn(text string) {
	py.Stderr.WriteString("sys:1: RuntimeWarning: " + text + "\n")
	py.Stderr.Flush()
}
