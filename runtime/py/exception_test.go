package py

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

func TestExceptions(t *testing.T) {
	checkProgram(t, func() {
		var AppError *Class
		AppError = class("AppError", []any{Exception}, "__init__", def("__init__", "self msg code=7", func(a []any) any {
			method(Super(AppError, a[0]), "__init__", a[1])
			SetAttr(a[0], "code", a[2])
			return nil
		}))
		Quiet := class("Quiet", []any{AppError}, "__str__", def("__str__", "self", func(a []any) any {
			return "Q<" + Str(GetItem(GetAttr(a[0], "args"), 0)) + "|" + Str(GetAttr(a[0], "code")) + ">"
		}))
		Bare := class("Bare", []any{Exception})
		NoSuper := class("NoSuper", []any{Exception}, "__init__", def("__init__", "self a b", func(a []any) any { SetAttr(a[0], "a", a[1]); return nil }))
		e := call(Quiet, "m")
		Print(e, Repr(e), GetAttr(e, "args"), GetAttr(e, "code"), IsInstance(e, AppError), Str(call(Bare)), Repr(call(Bare, 1, 2)), Str(call(Bare, 1, 2)), GetAttr(call(NoSuper, 1, 2), "args"), Repr(call(NoSuper, 1, 2)))
		Print(Str(call(KeyError, "k")), Str(call(KeyError)), Str(call(KeyError, 1, 2)), Repr(call(KeyError, "k")), Str(call(ValueError, nil)), Str(call(ValueError, "")), Repr(call(ValueError, "it's")))
		o := call(OSError, 2, "No such file", "x.txt")
		Print(GetAttr(TypeOf(o), "__name__"), o, GetAttr(o, "errno"), GetAttr(o, "strerror"), GetAttr(o, "filename"), GetAttr(o, "args"), Repr(o))
		Print(call(OSError, "plain"), GetAttr(TypeOf(call(OSError, 13, "denied")), "__name__"), call(OSError, 999, "w"), GetAttr(call(OSError), "args"), call(FileNotFoundError, 1, "a"), call(TimeoutError), call(ConnectionResetError, 104, "reset"))
		two := call(OSError, 2, "a", "f1", nil, "f2")
		Print(two, Repr(two))
		MyOS := class("MyOS", []any{OSError})
		Print(Repr(call(MyOS, 2, "x")), GetAttr(call(MyOS, 2, "x"), "errno"))
		text := "aé€😀"
		Print(call(UnicodeDecodeError, "utf-8", Bytes("ab\xff"), 2, 3, "invalid start byte"), call(UnicodeDecodeError, "utf-8", Bytes("abc"), 0, 2, "r"),
			call(UnicodeEncodeError, "ascii", text, 1, 2, "no"), call(UnicodeEncodeError, "ascii", text, 2, 3, "no"), call(UnicodeEncodeError, "ascii", text, 1, 4, "no"))
		Print(GetAttr(call(StopIteration, 5), "value"), GetAttr(call(StopIteration), "value"), GetAttr(call(SystemExit), "code"), GetAttr(call(SystemExit, 3), "code"), GetAttr(call(SystemExit, 1, 2), "code"))
		i := callKw(ImportError, []any{"no mod"}, Kw{"name", "foo"}, Kw{"path", "p"})
		Print(i, GetAttr(i, "name"), GetAttr(i, "path"), Repr(i))
		a := callKw(AttributeError, []any{"msg"}, Kw{"name", "n"}, Kw{"obj", 3})
		Print(GetAttr(a, "name"), GetAttr(a, "obj"))
		failing(func() { callKw(ValueError, nil, Kw{"x", 1}) })
		failing(func() { callKw(AttributeError, []any{"a"}, Kw{"z", 1}) })
		n := call(ValueError, "v")
		method(n, "add_note", "n1")
		method(n, "add_note", "n2")
		Print(GetAttr(n, "__notes__"))
		failing(func() { method(n, "add_note", 1) })
		show := func(err error) {
			v := FromGo(err)
			Print(Repr(GetAttr(v, "__cause__")), Repr(GetAttr(v, "__context__")), GetAttr(v, "__suppress_context__"))
		}
		inner := KeyError.New("inner")
		show(WithContext(RaiseFrom(ValueError.New("outer"), inner), inner))
		show(WithContext(ValueError.New("outer"), inner))
		v := FromGo(RaiseFrom(ValueError.New("x"), nil))
		Print(GetAttr(v, "__cause__"), GetAttr(v, "__suppress_context__"))
		failing(func() { SetAttr(call(ValueError), "__cause__", 3) })
		failing(func() { Throw(Raise(ValueError)) })
		failing(func() { Throw(Raise(5)) })
		failing(func() { Throw(Raise(IntType)) })
		failing(func() { Throw(RaiseFrom(ValueError.New("x"), 5)) })
		failing(func() { ExceptMatches(ValueError.New(), 5) })
		x := call(ValueError, 1)
		SetAttr(x, "foo", 2)
		Print(GetAttr(x, "foo"), GetAttr(x, "__dict__"), GetAttr(x, "__class__"), GetAttr(x, "args"))
		SetAttr(x, "args", tuple(9))
		Print(x)
		Multi := class("Multi", []any{KeyError, AppError})
		Print(Repr(call(Multi, "z")), call(Multi, "z"))
		failing(func() { method(BaseException_, "__new__", IntType) })
		tt := call(TypeError, "tt")
		Print(Is(method(tt, "with_traceback", nil), tt), GetAttr(tt, "__traceback__"))
	}, `
Q<m|7> Quiet('m') ('m',) 7 True  Bare(1, 2) (1, 2) (1, 2) NoSuper(1, 2)
'k'  (1, 2) KeyError('k') None  ValueError("it's")
FileNotFoundError [Errno 2] No such file: 'x.txt' 2 No such file x.txt (2, 'No such file') FileNotFoundError(2, 'No such file')
plain PermissionError [Errno 999] w () [Errno 1] a  [Errno 104] reset
[Errno 2] a: 'f1' -> 'f2' FileNotFoundError(2, 'a')
MyOS(2, 'x') 2
'utf-8' codec can't decode byte 0xff in position 2: invalid start byte 'utf-8' codec can't decode bytes in position 0-1: r 'ascii' codec can't encode character '\xe9' in position 1: no 'ascii' codec can't encode character '\u20ac' in position 2: no 'ascii' codec can't encode characters in position 1-3: no
5 None None 3 (1, 2)
no mod foo p ImportError('no mod')
n 3
TypeError: ValueError() takes no keyword arguments
TypeError: AttributeError() got an unexpected keyword argument 'z'
['n1', 'n2']
TypeError: note must be a str, not 'int'
KeyError('inner') KeyError('inner') True
None KeyError('inner') False
None True
TypeError: exception cause must be None or derive from BaseException
ValueError: 
TypeError: exceptions must derive from BaseException
TypeError: exceptions must derive from BaseException
TypeError: exception causes must derive from BaseException
TypeError: catching classes that do not inherit from BaseException is not allowed
2 {'foo': 2} <class 'ValueError'> (1,)
9
Multi('z') 'z'
TypeError: BaseException.__new__(int): int is not a subtype of BaseException
True None
`)
}

// star is the recorded function star: except* clauses over an exception.
func star(exc error, raising string) {
	err := exc
	s := NewExceptStar(err)
	if m := s.Match(ValueError); m != nil {
		Print("V", Repr(m))
		s.Done(m, nil)
	}
	if m := s.Match(KeyError); m != nil {
		Print("K", Repr(m))
		switch raising {
		case "new":
			s.Done(m, OSError.New("new"))
		case "same":
			s.Done(m, m)
		default:
			s.Done(m, nil)
		}
	}
	err = s.End()
	if err == nil {
		Print("after")
		return
	}
	Print("left", Repr(err))
}

func TestExceptionGroups(t *testing.T) {
	checkProgram(t, func() {
		g := call(ExceptionGroup, "grp", list(call(ValueError, 1), call(KeyError, "k"), call(ExceptionGroup, "in", list(call(TypeError, "t"), call(ValueError, 2)))))
		Print(g, Repr(g), GetAttr(g, "message"), GetAttr(g, "exceptions"), Len(GetAttr(g, "exceptions")), GetAttr(TypeOf(g), "__mro__"))
		Print(method(g, "split", ValueError))
		Print(method(g, "subgroup", def("<lambda>", "e", func(a []any) any { return IsInstance(a[0], KeyError) })), method(g, "subgroup", OSError), method(g, "split", tuple(TypeError, KeyError)))
		Print(GetAttr(TypeOf(call(BaseExceptionGroup, "b", list(call(ValueError, 1)))), "__name__"), GetAttr(TypeOf(call(BaseExceptionGroup, "b", list(call(KeyboardInterrupt)))), "__name__"))
		failing(func() { call(ExceptionGroup, "g", list()) })
		failing(func() { call(ExceptionGroup, "g", list(1)) })
		failing(func() { call(ExceptionGroup, "g", list(call(KeyboardInterrupt))) })
		failing(func() { call(ExceptionGroup, "x") })
		failing(func() { call(ExceptionGroup, 1, list(call(ValueError))) })
		failing(func() { call(ExceptionGroup, "a", 5) })
		failing(func() { method(g, "split", 5) })
		var MyG *Class
		MyG = class("MyG", []any{ExceptionGroup}, "derive", def("derive", "self excs", func(a []any) any { return call(MyG, GetAttr(a[0], "message"), a[1]) }))
		Print(Repr(method(call(MyG, "m", list(call(ValueError, 1), call(KeyError, 2))), "subgroup", KeyError)))
		star(g.(error), "")
		star(NewExceptionGroup("a", ValueError.New(1)), "")
		star(ValueError.New("naked"), "")
		star(TypeError.New("naked"), "")
		star(g.(error), "new")
		star(g.(error), "same")
		only := NewExceptionGroup("g", KeyError.New("k"))
		s := NewExceptStar(only)
		m := s.Match(KeyError)
		s.Done(m, RuntimeError.New("from handler"))
		left := s.End()
		Print(Repr(left), Repr(GetAttr(left, "__context__")))
	}, `
grp (3 sub-exceptions) ExceptionGroup('grp', [ValueError(1), KeyError('k'), ExceptionGroup('in', [TypeError('t'), ValueError(2)])]) grp (ValueError(1), KeyError('k'), ExceptionGroup('in', [TypeError('t'), ValueError(2)])) 3 (<class 'ExceptionGroup'>, <class 'BaseExceptionGroup'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
(ExceptionGroup('grp', [ValueError(1), ExceptionGroup('in', [ValueError(2)])]), ExceptionGroup('grp', [KeyError('k'), ExceptionGroup('in', [TypeError('t')])]))
grp (1 sub-exception) None (ExceptionGroup('grp', [KeyError('k'), ExceptionGroup('in', [TypeError('t')])]), ExceptionGroup('grp', [ValueError(1), ExceptionGroup('in', [ValueError(2)])]))
ExceptionGroup BaseExceptionGroup
ValueError: second argument (exceptions) must be a non-empty sequence
ValueError: Item 0 of second argument (exceptions) is not an exception
TypeError: Cannot nest BaseExceptions in an ExceptionGroup
TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
TypeError: second argument (exceptions) must be a sequence
TypeError: expected an exception type, a tuple of exception types, or a callable (other than a class)
MyG('m', [KeyError(2)])
V ExceptionGroup('grp', [ValueError(1), ExceptionGroup('in', [ValueError(2)])])
K ExceptionGroup('grp', [KeyError('k')])
left ExceptionGroup('grp', [ExceptionGroup('in', [TypeError('t')])])
V ExceptionGroup('a', [ValueError(1)])
after
V ExceptionGroup('', (ValueError('naked'),))
after
left TypeError('naked')
V ExceptionGroup('grp', [ValueError(1), ExceptionGroup('in', [ValueError(2)])])
K ExceptionGroup('grp', [KeyError('k')])
left ExceptionGroup('', [OSError('new'), ExceptionGroup('grp', [ExceptionGroup('in', [TypeError('t')])])])
V ExceptionGroup('grp', [ValueError(1), ExceptionGroup('in', [ValueError(2)])])
K ExceptionGroup('grp', [KeyError('k')])
left ExceptionGroup('grp', [KeyError('k'), ExceptionGroup('in', [TypeError('t')])])
RuntimeError('from handler') ExceptionGroup('g', [KeyError('k')])
`)
}

// typedError is a user exception as typed code declares it.
type typedError struct {
	ErrorBase
	Code int
}

var typedErrorClass = DefineException("__main__", "TypedError", ValueError)

func newTypedError(msg string, code int) *typedError {
	e := &typedError{Code: code}
	InitError(e, typedErrorClass, msg)
	return e
}

type shoutingError struct{ ErrorBase }

// Str is __str__.
func (e *shoutingError) Str() string { return "LOUD" }

// TestTypedExceptions covers errors.Is over classes and Go errors, texts, and
// the conversion of Go errors.
func TestTypedExceptions(t *testing.T) {
	var err error = newTypedError("bad", 3)
	if !errors.Is(err, typedErrorClass) || !errors.Is(err, ValueError) || !errors.Is(err, Exception) || errors.Is(err, KeyError) {
		t.Error("errors.Is does not follow the MRO")
	}
	var as *typedError
	if !errors.As(err, &as) || as.Code != 3 {
		t.Error("errors.As does not find the struct")
	}
	loud := &shoutingError{}
	InitError(loud, typedErrorClass, "quiet")
	lib := DefineException("asyncio.exceptions", "CancelledError", BaseException_).WithGoError(context.Canceled)
	texts := []struct {
		err  error
		want string
	}{
		{err, "TypedError: bad"},
		{loud, "TypedError: LOUD"},
		{KeyError.New("k"), "KeyError: 'k'"},
		{ValueError.New(), "ValueError"},
		{lib.New(), "asyncio.exceptions.CancelledError"},
		{FromGo(context.DeadlineExceeded), "TimeoutError"},
		{FromGo(&fs.PathError{Op: "open", Path: "nope", Err: syscall.ENOENT}), "FileNotFoundError: [Errno 2] No such file or directory: 'nope'"},
		{FromGo(errors.New("plain")), "RuntimeError: plain"},
		{FromGo(ValueError), "ValueError"},
	}
	for _, c := range texts {
		if c.err.Error() != c.want {
			t.Errorf("Error() = %q, want %q", c.err.Error(), c.want)
		}
	}
	if !errors.Is(lib.New(), context.Canceled) || !errors.Is(FromGo(context.DeadlineExceeded), context.DeadlineExceeded) {
		t.Error("Go errors are not found")
	}
	_, operr := os.Open("/nonexistent/file")
	if !errors.Is(FromGo(operr), FileNotFoundError) || !errors.Is(FromGo(operr), fs.ErrNotExist) {
		t.Error("os errors are not mapped")
	}
	var p *typedError
	got := Catch(func() error { p.Code = 1; return nil })
	if !errors.Is(got, AttributeError) {
		t.Errorf("nil dereference gave %v", got)
	}
}

// TestTracebackText has the chains and groups of CPython's traceback, without
// the frames.
func TestTracebackText(t *testing.T) {
	inner := KeyError.New("inner")
	chained := RaiseFrom(ValueError.New("outer"), inner)
	during := WithContext(ValueError.New("second"), inner)
	noted := ValueError.New("n")
	noted.AddNote("see here")
	group := NewExceptionGroup("grp", ValueError.New(1), NewExceptionGroup("in", TypeError.New("t")), KeyError.New("k"))
	cases := []struct {
		err  error
		want string
	}{
		{chained, "Traceback (most recent call last):\nKeyError: 'inner'\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\nValueError: outer\n"},
		{during, "Traceback (most recent call last):\nKeyError: 'inner'\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\nValueError: second\n"},
		{noted, "Traceback (most recent call last):\nValueError: n\nsee here\n"},
		{group, `  + Exception Group Traceback (most recent call last):
  | ExceptionGroup: grp (3 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: 1
    +---------------- 2 ----------------
    | ExceptionGroup: in (1 sub-exception)
    +-+---------------- 1 ----------------
      | TypeError: t
      +------------------------------------
    +---------------- 3 ----------------
    | KeyError: 'k'
    +------------------------------------
`},
	}
	for _, c := range cases {
		if got := TracebackText(c.err); got != c.want {
			t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
		}
	}
}
