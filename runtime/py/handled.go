package py

import "github.com/py2go-async/py2go-async/runtime/gil"

// The exceptions being handled, innermost last: what sys.exc_info, a bare
// raise through a function, traceback and logging see. Tasks, generators and
// threads take theirs with them when they are suspended.

// handled are the exceptions being handled by the running code, innermost
// last.
var handled []BaseException

// TakeHandled empties the stack of exceptions being handled and returns it:
// what a task keeps to itself while it is suspended.
func TakeHandled() []BaseException {
	old := handled
	handled = nil
	return old
}

// GiveHandled makes s the stack again when the task goes on.
func GiveHandled(s []BaseException) { handled = s }

func init() {
	gil.Save = func() any {
		if len(handled) == 0 {
			return nil
		}
		return TakeHandled()
	}
	gil.Restore = func(s any) { handled, _ = s.([]BaseException) }
}

// PushHandled notes that a handler of err begins.
func PushHandled(err error) { handled = append(handled, FromGo(err)) }

// PopHandled notes that the innermost handler ends.
func PopHandled() {
	if n := len(handled); n > 0 {
		handled = handled[:n-1]
	}
}

// Handled returns the exception being handled, or nil.
func Handled() BaseException {
	if n := len(handled); n > 0 {
		return handled[n-1]
	}
	return nil
}

// Reraise is a bare `raise` outside the lexical handler.
func Reraise() error {
	if e := Handled(); e != nil {
		return e
	}
	return RuntimeError.New("No active exception to reraise")
}
