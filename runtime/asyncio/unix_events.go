package asyncio

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// signalHandler is a handler of add_signal_handler.
type signalHandler struct {
	ch   chan os.Signal
	done chan struct{}
}

// numSignals is signal.NSIG.
const numSignals = 65

func checkSignal(sig int) syscall.Signal {
	if sig < 1 || sig >= numSignals {
		py.Throwf(py.ValueError, "invalid signal number %d", sig)
	}
	return syscall.Signal(sig)
}

// AddSignalHandler is loop.add_signal_handler(sig, callback, *args): the
// callback runs in the loop for each signal.
func (l *Loop) AddSignalHandler(sig int, callback any, args ...any) {
	l.checkClosed()
	s := checkSignal(sig)
	if s == syscall.SIGKILL || s == syscall.SIGSTOP {
		py.Throwf(py.RuntimeError, "sig %d cannot be caught", sig)
	}
	l.removeSignal(s)
	h := &signalHandler{ch: make(chan os.Signal, 16), done: make(chan struct{})}
	if l.signals == nil {
		l.signals = map[os.Signal]*signalHandler{}
	}
	l.signals[s] = h
	call, repr := l.bindCall(callback, args), l.callRepr(callback, nil)
	signal.Notify(h.ch, s)
	go func() {
		defer close(h.done)
		for range h.ch {
			l.post(func() {
				if l.signals[s] == h {
					handle := newHandle(l, call, nil)
					handle.repr = repr
					l.ready.push(handle, nil)
				}
			})
		}
	}()
}

// RemoveSignalHandler is loop.remove_signal_handler(sig): false if there was
// none.
func (l *Loop) RemoveSignalHandler(sig int) bool { return l.removeSignal(checkSignal(sig)) }

func (l *Loop) removeSignal(s os.Signal) bool {
	h := l.signals[s]
	if h == nil {
		return false
	}
	delete(l.signals, s)
	signal.Stop(h.ch)
	close(h.ch)
	<-h.done
	return true
}

// Repr is CPython's repr of the loop.
func (l *Loop) Repr() string {
	return fmt.Sprintf("<_UnixSelectorEventLoop running=%s closed=%s debug=%s>", py.Repr(l.running), py.Repr(l.closed), py.Repr(l.debug.on))
}

// ClassName is the Python name of the type.
func (l *Loop) ClassName() string { return "_UnixSelectorEventLoop" }
