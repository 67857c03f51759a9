package py

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

// BaseException is any Python exception instance as a Go error: *Error
// itself, or a pointer to a struct that embeds ErrorBase.
type BaseException interface {
	error
	// Exc returns the embedded Error.
	Exc() *Error
}

// Error is the struct behind every exception instance. Builtin exceptions and
// instances of dynamic classes are *Error; a typed user exception is a struct
// that embeds it by the name ErrorBase.
type Error struct {
	class    *Class
	args     []any
	cause    error
	context  error
	suppress bool
	outer    BaseException // the struct that embeds this Error, when known
	goErr    error         // a Go error that errors.Is also finds
	fields   *Namespace    // what the constructors of some builtin classes keep: errno, value, ...
	attrs    attrTable     // attributes set on the instance, __notes__ included
	tb       any           // __traceback__
}

// ErrorBase is Error under the name by which a struct embeds it:
//
//	type AppError struct {
//		py.ErrorBase
//		Code int
//	}
//
// An embedded field named Error would hide the promoted method Error.
type ErrorBase = Error

// Exc returns e: it makes *Error, and whatever embeds it, a BaseException.
func (e *Error) Exc() *Error { return e }

// self returns the value that Python code sees: the embedding struct if known.
func (e *Error) self() BaseException {
	if e.outer != nil {
		return e.outer
	}
	return e
}

// Class returns the exception's class, type(e).
func (e *Error) Class() *Class {
	if e.class == nil {
		return Exception
	}
	return e.class
}

func (e *Error) attrTable() *attrTable { return &e.attrs }

// Args returns e.args.
func (e *Error) Args() []any { return e.args }

// SetArgs sets e.args.
func (e *Error) SetArgs(args []any) { e.args = args }

// Is reports whether target is a Python class that e is an instance of, as
// `except target` decides, or a Go error that e stands for
// (context.Canceled for asyncio.CancelledError).
func (e *Error) Is(target error) bool {
	if c, ok := target.(*Class); ok {
		return e.Class().IsSubclassOf(c)
	}
	if e.goErr != nil && errors.Is(e.goErr, target) {
		return true
	}
	for _, c := range e.Class().mro {
		if c.goErr != nil && errors.Is(c.goErr, target) {
			return true
		}
	}
	return false
}

// WithGoError makes errors.Is(e, err) true: the Go error that e came from.
func (e *Error) WithGoError(err error) *Error {
	e.goErr = err
	return e
}

// GoError returns the Go error that e came from, or nil.
func (e *Error) GoError() error { return e.goErr }

// Error returns the last line of CPython's traceback for the exception:
// "ValueError: bad", "KeyError: 'k'", "ValueError" when str(e) is empty.
// Classes outside builtins and __main__ are qualified by their module.
func (e *Error) Error() string { return ErrorText(e.self()) }

// ErrorText is the text of err.Error() for a struct that embeds Error: it
// finds the outer type's Str.
func ErrorText(err BaseException) string {
	c := err.Exc().Class()
	name := c.qualname
	if c.module != "builtins" && c.module != "__main__" && c.module != "" {
		name = c.module + "." + name
	}
	s := excStrSafe(err)
	if s == "" {
		return name
	}
	return name + ": " + s + didYouMean(err.Exc())
}

// didYouMean is the suggestion that the traceback adds to the AttributeError
// for a misspelt attribute.
func didYouMean(e *Error) string {
	wrong, ok := e.field("name").(string)
	obj, hasObj := e.fieldSet("obj")
	if !ok || wrong == "" || !hasObj || !e.Class().IsSubclassOf(AttributeError) {
		return ""
	}
	var names []string
	if Catch(func() error {
		for n := range Each(Dir(obj)) {
			if s, ok := n.(string); ok && (wrong[:1] == "_" || s[:1] != "_") {
				names = append(names, s)
			}
		}
		return nil
	}) != nil {
		return ""
	}
	if s := suggest(wrong, names); s != "" {
		return ". Did you mean: '" + s + "'?"
	}
	return ""
}

// excStrSafe is str(err) as the traceback prints it: a failing __str__ gives
// CPython's placeholder.
func excStrSafe(err BaseException) (s string) {
	if Catch(func() error { s = excStr(err); return nil }) != nil {
		return "<exception str() failed>"
	}
	return s
}

// InitError initialises the Error embedded in a user exception with its class
// and args. e is the exception itself (then its own Str is found) or the
// address of its Error.
func InitError(e BaseException, class *Class, args ...any) {
	exc := e.Exc()
	exc.class = class
	exc.args = args
	if BaseException(exc) != e {
		exc.outer = e
	}
}

// Throw panics with err as a Python exception: the channel of faults. A Go
// error that is no Python exception is converted by FromGo.
func Throw(err error) {
	panic(error(FromGo(err)))
}

// Throwf panics with a new exception of the class with a formatted message.
func Throwf(class *Class, format string, args ...any) {
	panic(error(class.New(fmt.Sprintf(format, args...))))
}

// Errorf returns a new exception of the class with a formatted message.
func Errorf(class *Class, format string, args ...any) *Error {
	return class.New(fmt.Sprintf(format, args...))
}

// Must returns v, or panics with err: the call of a function that returns an
// error, where the signature has no place for one.
func Must[T any](v T, err error) T {
	if err != nil {
		Throw(err)
	}
	return v
}

// Check panics with err unless it is nil.
func Check(err error) {
	if err != nil {
		Throw(err)
	}
}

// Catch runs f and returns its error, or the Python exception that f panicked
// with. A Go nil dereference is Python's AttributeError on None; other Go
// runtime errors are bugs and panic on.
func Catch(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = Recovered(r)
		}
		if err != nil && len(handled) > 0 {
			err = WithContext(err, handled[len(handled)-1])
		}
	}()
	return f()
}

// Recovered turns the value of recover() into the Python exception that it
// carries; it panics on with what is none.
func Recovered(r any) error {
	switch r := r.(type) {
	case BaseException:
		return r
	case runtime.Error:
		if strings.Contains(r.Error(), "nil pointer dereference") {
			return AttributeError.New("'NoneType' object has no attribute")
		}
	}
	panic(r)
}

// RaiseFrom is `raise err from cause`: it sets __cause__ (an exception, an
// exception class, or nil) and returns err.
func RaiseFrom(err error, cause any) error {
	exc := FromGo(err)
	e := exc.Exc()
	e.suppress = true
	switch c := cause.(type) {
	case nil:
		e.cause = nil
	case *Class:
		inst, ierr := instantiateException(c)
		if ierr != nil {
			return ierr
		}
		e.cause = inst
	case error:
		e.cause = FromGo(c)
	default:
		return TypeError.New("exception causes must derive from BaseException")
	}
	return exc
}

// WithContext sets err.__context__ to the exception being handled, unless it
// has one or is that exception itself, breaks cycles as CPython does, and
// returns err.
func WithContext(err, handled error) error {
	if err == nil || handled == nil {
		return err
	}
	exc, h := FromGo(err), FromGo(handled)
	e, he := exc.Exc(), h.Exc()
	if e == he {
		return exc
	}
	for o := he; o.context != nil; {
		next := o.context.(BaseException).Exc()
		if next == e {
			o.context = nil
			break
		}
		o = next
	}
	if e.context == nil {
		e.context = h
	}
	return exc
}

// Cause returns __cause__, or nil.
func (e *Error) Cause() error { return e.cause }

// Context returns __context__, or nil.
func (e *Error) Context() error { return e.context }

// SuppressContext returns __suppress_context__.
func (e *Error) SuppressContext() bool { return e.suppress }
