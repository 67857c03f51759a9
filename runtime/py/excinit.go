package py

import (
	"context"
	"errors"
	"io"
	"strings"
	"syscall"
)

// field returns one of the values that the constructor of a builtin exception
// class keeps.
func (e *Error) field(name string) any {
	if e.fields == nil {
		return nil
	}
	v, _ := e.fields.Get(name)
	return v
}

// SetField sets a constructor-kept value, such as errno of an OSError.
func (e *Error) SetField(name string, v any) {
	if e.fields == nil {
		e.fields = &Namespace{}
	}
	e.fields.Set(name, v)
}

// Field returns a constructor-kept value, such as errno of an OSError.
func (e *Error) Field(name string) any { return e.field(name) }

// initBuiltinException does what the __new__ and __init__ of the builtin
// exception classes do beyond keeping args.
func initBuiltinException(e *Error) {
	if len(e.args) < 2 {
		if len(e.args) == 1 && e.class.IsSubclassOf(SyntaxError) {
			e.SetField("msg", e.args[0])
		}
		return
	}
	switch c := e.class; {
	case c.IsSubclassOf(OSError):
		e.initOSError()
	case c.IsSubclassOf(UnicodeDecodeError), c.IsSubclassOf(UnicodeEncodeError):
		if len(e.args) == 5 {
			e.setFields("encoding", "object", "start", "end", "reason")
		}
	case c.IsSubclassOf(UnicodeTranslateError):
		if len(e.args) == 4 {
			e.setFields("object", "start", "end", "reason")
		}
	case c.IsSubclassOf(SyntaxError):
		e.SetField("msg", e.args[0])
		if t, ok := e.args[1].(*Tuple[any]); ok && t.Len() >= 4 {
			for i, n := range []string{"filename", "lineno", "offset", "text"} {
				e.SetField(n, t.AtAny(i))
			}
		}
	}
}

func (e *Error) setFields(names ...string) {
	for i, n := range names {
		e.SetField(n, e.args[i])
	}
}

// argsByInit reports whether the class is a subclass of OSError whose instances
// get their args from __init__: OSError sets them in __new__, unless the
// program has an __init__ and no __new__ of its own.
func (c *Class) argsByInit() bool {
	return c.IsSubclassOf(OSError) && c.override(dInit) != nil && c.override(dNew) == nil
}

// initOSError keeps errno and the rest, and turns OSError(errno, ...) into the
// subclass that belongs to errno.
func (e *Error) initOSError() {
	if len(e.args) > 5 {
		return
	}
	e.SetField("errno", e.args[0])
	e.SetField("strerror", e.args[1])
	if len(e.args) >= 3 {
		e.SetField("filename", e.args[2])
	}
	if len(e.args) == 5 {
		e.SetField("filename2", e.args[4])
	}
	if len(e.args) > 2 && e.args[2] != nil {
		e.args = e.args[:2]
	}
	if no, ok := e.field("errno").(int); ok && e.class == OSError {
		if c, ok := errnoClass(syscall.Errno(no)); ok {
			e.class = c
		}
	}
}

// errnoClass maps errno to OSError's subclass.
func errnoClass(no syscall.Errno) (*Class, bool) {
	switch no {
	case syscall.ENOENT:
		return FileNotFoundError, true
	case syscall.EEXIST:
		return FileExistsError, true
	case syscall.EISDIR:
		return IsADirectoryError, true
	case syscall.ENOTDIR:
		return NotADirectoryError, true
	case syscall.EACCES, syscall.EPERM:
		return PermissionError, true
	case syscall.ECHILD:
		return ChildProcessError, true
	case syscall.ESRCH:
		return ProcessLookupError, true
	case syscall.ETIMEDOUT:
		return TimeoutError, true
	case syscall.EINTR:
		return InterruptedError, true
	case syscall.EAGAIN, syscall.EALREADY, syscall.EINPROGRESS:
		return BlockingIOError, true
	case syscall.EPIPE, syscall.ESHUTDOWN:
		return BrokenPipeError, true
	case syscall.ECONNABORTED:
		return ConnectionAbortedError, true
	case syscall.ECONNREFUSED:
		return ConnectionRefusedError, true
	case syscall.ECONNRESET:
		return ConnectionResetError, true
	}
	return nil, false
}

// GoErrorHook, when set, converts Go errors that this package does not know;
// nil leaves them to FromGo. runtime/asyncio maps context.Canceled with it.
var GoErrorHook func(err error) BaseException

// FromGo returns err as a Python exception: itself if it is one, else the
// nearest builtin: OSError subclasses for system errors, TimeoutError for
// context.DeadlineExceeded, EOFError for io.EOF, RuntimeError for the rest.
// errors.Is still finds the Go error.
func FromGo(err error) BaseException {
	if b, ok := err.(BaseException); ok {
		return b
	}
	if c, ok := err.(*Class); ok {
		exc, cerr := instantiateException(c)
		if cerr != nil {
			return FromGo(cerr)
		}
		return exc
	}
	var wrapped BaseException
	if errors.As(err, &wrapped) {
		return wrapped
	}
	if GoErrorHook != nil {
		if e := GoErrorHook(err); e != nil {
			return e
		}
	}
	var no syscall.Errno
	switch {
	case errors.As(err, &no):
		return OSErrorOf(no, goErrorPath(err)).WithGoError(err)
	case errors.Is(err, context.DeadlineExceeded):
		return TimeoutError.New().WithGoError(err)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return EOFError.New().WithGoError(err)
	}
	return RuntimeError.New(err.Error()).WithGoError(err)
}

// OSErrorOf returns the OSError of an errno, with the file name unless that
// is nil.
func OSErrorOf(no syscall.Errno, filename any) *Error {
	if filename == nil {
		return OSError.New(int(no), Strerror(no))
	}
	return OSError.New(int(no), Strerror(no), filename)
}

// Strerror is os.strerror(no).
func Strerror(no syscall.Errno) string {
	s := no.Error()
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// goErrorPath returns the file name in an *fs.PathError or the like.
func goErrorPath(err error) any {
	if p := pathOf(err); p != "" {
		return p
	}
	return nil
}

// instantiateException calls an exception class without arguments: raise C.
func instantiateException(c *Class) (BaseException, error) {
	if !c.IsSubclassOf(BaseException_) {
		return nil, TypeError.New("exceptions must derive from BaseException")
	}
	x, err := c.Call(CurrentContext(), nil, nil)
	if err != nil {
		return nil, err
	}
	e, ok := x.(BaseException)
	if !ok {
		return nil, Errorf(TypeError, "calling %s should have returned an instance of BaseException, not %s", Repr(c), Repr(TypeOf(x)))
	}
	return e, nil
}

// Raise is the statement `raise x` for a dynamic value: an instance or a
// class.
func Raise(x any) error {
	switch v := x.(type) {
	case *Class:
		e, err := instantiateException(v)
		if err != nil {
			return err
		}
		return e
	case BaseException:
		return v
	}
	return TypeError.New("exceptions must derive from BaseException")
}

// ExceptMatches is `except cls` for a dynamic class expression: a class or a
// tuple of classes.
func ExceptMatches(err error, cls any) bool {
	switch c := cls.(type) {
	case *Class:
		if c.IsSubclassOf(BaseException_) {
			return errors.Is(err, c)
		}
	case AnyTuple:
		for i := range c.Len() {
			if _, ok := c.AtAny(i).(*Class); !ok || !c.AtAny(i).(*Class).IsSubclassOf(BaseException_) {
				Throw(TypeError.New("catching classes that do not inherit from BaseException is not allowed"))
			}
		}
		for i := range c.Len() {
			if errors.Is(err, c.AtAny(i).(*Class)) {
				return true
			}
		}
		return false
	}
	Throw(TypeError.New("catching classes that do not inherit from BaseException is not allowed"))
	return false
}
