package py

// The exceptions being handled, innermost last: what sys.exc_info, a bare
// raise through a function, traceback and logging see. runtime/asyncio keeps
// one stack for each task by swapping it at a switch.

// HandledStack is the stack of exceptions being handled in one task.
type HandledStack struct{ errs []BaseException }

var handled = &HandledStack{}

// SwapHandled makes s the current stack and returns the former one. nil makes
// a new stack.
func SwapHandled(s *HandledStack) *HandledStack {
	old := handled
	if s == nil {
		s = &HandledStack{}
	}
	handled = s
	return old
}

// PushHandled notes that a handler of err begins.
func PushHandled(err error) { handled.errs = append(handled.errs, FromGo(err)) }

// PopHandled notes that the innermost handler ends.
func PopHandled() {
	if n := len(handled.errs); n > 0 {
		handled.errs = handled.errs[:n-1]
	}
}

// Handled returns the exception being handled, or nil.
func Handled() BaseException {
	if n := len(handled.errs); n > 0 {
		return handled.errs[n-1]
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
