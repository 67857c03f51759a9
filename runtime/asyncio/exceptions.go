package asyncio

import (
	"context"
	"errors"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The exception classes of asyncio. TimeoutError is the builtin.
var (
	// CancelledError is asyncio.CancelledError; its instances are
	// context.Canceled under errors.Is.
	CancelledError = py.DefineException("asyncio.exceptions", "CancelledError", py.BaseException_).WithGoError(context.Canceled)
	// TimeoutError is the builtin TimeoutError; those raised here are
	// context.DeadlineExceeded under errors.Is.
	TimeoutError = py.TimeoutError
	// InvalidStateError says that a future is not in the state needed.
	InvalidStateError = py.DefineException("asyncio.exceptions", "InvalidStateError", py.Exception)
	// SendfileNotAvailableError is raised where sendfile cannot work.
	SendfileNotAvailableError = py.DefineException("asyncio.exceptions", "SendfileNotAvailableError", py.RuntimeError)
	// BrokenBarrierError is raised by a broken Barrier.
	BrokenBarrierError = py.DefineException("asyncio.exceptions", "BrokenBarrierError", py.RuntimeError)
	// QueueEmpty is raised by GetNowait on an empty queue.
	QueueEmpty = py.DefineException("asyncio.queues", "QueueEmpty", py.Exception)
	// QueueFull is raised by PutNowait on a full queue.
	QueueFull = py.DefineException("asyncio.queues", "QueueFull", py.Exception)
	// QueueShutDown is raised by a queue after Shutdown.
	QueueShutDown = py.DefineException("asyncio.queues", "QueueShutDown", py.Exception)
)

// newTimeoutError makes the TimeoutError of timeout and wait_for.
func newTimeoutError() *py.Error {
	return TimeoutError.New().WithGoError(context.DeadlineExceeded)
}

// newCancelledError makes the error that cancel(msg) delivers; msg nil is None.
func newCancelledError(msg any) *py.Error {
	if msg == nil {
		return CancelledError.New()
	}
	return CancelledError.New(msg)
}

// isCancelled reports whether err is an instance of CancelledError.
func isCancelled(err error) bool { return isInstance(err, CancelledError) }

// isInstance reports whether err is a Python exception of the class.
func isInstance(err error, class *py.Class) bool {
	e, ok := err.(py.BaseException)
	return ok && e.Exc().Class().IsSubclassOf(class)
}

// isExit reports whether err is a SystemExit or KeyboardInterrupt, which
// leave the loop at once.
func isExit(err error) bool {
	return isInstance(err, py.SystemExit) || isInstance(err, py.KeyboardInterrupt)
}

// asException returns err as a Python exception. A Go error that wraps one
// (fmt.Errorf with %w) stays itself for errors.Is by way of its Go error; the
// ends of contexts become what Python calls them.
func asException(err error) error {
	switch err := err.(type) {
	case nil:
		return nil
	case py.BaseException:
		return err
	}
	var inner py.BaseException
	switch {
	case errors.As(err, &inner) && isCancelled(inner), errors.Is(err, context.Canceled):
		return CancelledError.New().WithGoError(err)
	case errors.Is(err, context.DeadlineExceeded):
		return TimeoutError.New().WithGoError(err)
	}
	return py.FromGo(err)
}
