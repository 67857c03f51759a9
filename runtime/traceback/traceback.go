// Package traceback is Python's module traceback, without frames: compiled
// code keeps none, so the texts have the header, the chain of causes, the last
// lines and the notes.
package traceback

import (
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// lines cuts a text after its newlines.
func lines(s string) *py.List[string] {
	out := py.NewList[string]()
	for s != "" {
		i := strings.IndexByte(s, '\n') + 1
		if i == 0 {
			i = len(s)
		}
		out.Append(s[:i])
		s = s[i:]
	}
	return out
}

// exception picks the exception out of the arguments (exc) or (type, value,
// traceback).
func exception(exc, value any) py.BaseException {
	if e, ok := value.(error); ok {
		return py.FromGo(e)
	}
	if e, ok := exc.(error); ok {
		if _, isClass := exc.(*py.Class); !isClass {
			return py.FromGo(e)
		}
	}
	return nil
}

// FormatException is format_exception(exc, value, tb).
func FormatException(exc, value, _ any, _ *int, _ bool) *py.List[string] {
	e := exception(exc, value)
	if e == nil {
		return py.NewList("NoneType: None\n")
	}
	return lines(py.TracebackText(e))
}

// FormatExceptionOnly is format_exception_only(exc, value).
func FormatExceptionOnly(exc, value any) *py.List[string] {
	e := exception(exc, value)
	if e == nil {
		return py.NewList("NoneType: None\n")
	}
	out := py.NewList(e.Error() + "\n")
	for _, n := range e.Exc().Notes() {
		for _, l := range strings.Split(n, "\n") {
			out.Append(l + "\n")
		}
	}
	return out
}

// FormatExc is format_exc(): of the exception being handled.
func FormatExc(_ *int, _ bool) string {
	e := py.Handled()
	if e == nil {
		return "NoneType: None\n"
	}
	return py.TracebackText(e)
}

// write prints to a file; None is sys.stderr.
func write(file any, text string) {
	if file == nil {
		_, err := py.Stderr.WriteString(text)
		py.Check(err)
		return
	}
	py.PrintTo(file, "", "", false, text)
}

// PrintExc is print_exc(limit, file, chain).
func PrintExc(limit *int, file any, chain bool) { write(file, FormatExc(limit, chain)) }

// PrintException is print_exception(exc, value, tb, limit, file, chain).
func PrintException(exc, value, tb any, limit *int, file any, chain bool) {
	write(file, strings.Join(FormatException(exc, value, tb, limit, chain).Items(), ""))
}

// FormatTB is format_tb(tb): empty.
func FormatTB(any, *int) *py.List[string] { return py.NewList[string]() }

// FormatStack is format_stack(): empty.
func FormatStack() *py.List[string] { return py.NewList[string]() }

// PrintStack is print_stack(): nothing is known.
func PrintStack() {}
