// Package sys is Python's module sys, as far as compiled programs have it.
package sys

import (
	"bufio"
	"errors"
	"io"
	"math"
	"os"
	"runtime"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Constants of the interpreter that programs ask for.
const (
	MaxSize    = math.MaxInt64
	MaxUnicode = 0x10ffff
	Byteorder  = "little"
	Version    = "3.13.0 (py2go-async)"
	Executable = ""
)

// Argv is sys.argv: the program's name and its arguments.
var Argv = func() *py.List[string] { return py.NewList(append([]string(nil), os.Args...)...) }()

// Platform is sys.platform.
var Platform = runtime.GOOS

// VersionInfo is sys.version_info.
var VersionInfo = &Info{3, 13, 0, "final", 0}

// Info is the type of sys.version_info.
type Info struct {
	major, minor, micro int
	level               string
	serial              int
}

// Major is version_info.major.
func (v *Info) Major() int { return v.major }

// Minor is version_info.minor.
func (v *Info) Minor() int { return v.minor }

// Micro is version_info.micro.
func (v *Info) Micro() int { return v.micro }

// ReleaseLevel is version_info.releaselevel.
func (v *Info) ReleaseLevel() string { return v.level }

// Serial is version_info.serial.
func (v *Info) Serial() int { return v.serial }

func (v *Info) tuple() *py.Tuple[any] {
	return py.NewTuple[any](v.major, v.minor, v.micro, v.level, v.serial)
}

// Len is len(version_info).
func (v *Info) Len() int { return 5 }

// GetItem is version_info[key].
func (v *Info) GetItem(key any) any { return py.GetItem(v.tuple(), key) }

// Equal is version_info == other.
func (v *Info) Equal(other any) bool { return v.tuple().Equal(other) }

// Less is version_info < other.
func (v *Info) Less(other any) bool { return py.Lt(v.tuple(), other) }

// LessEqual is version_info <= other.
func (v *Info) LessEqual(other any) bool { return py.Le(v.tuple(), other) }

// Greater is version_info > other.
func (v *Info) Greater(other any) bool { return py.Gt(v.tuple(), other) }

// GreaterEqual is version_info >= other.
func (v *Info) GreaterEqual(other any) bool { return py.Ge(v.tuple(), other) }

// Repr is repr(version_info).
func (v *Info) Repr() string {
	return "sys.version_info(major=3, minor=13, micro=0, releaselevel='final', serial=0)"
}

// Stdin is sys.stdin.
var Stdin = &Input{r: bufio.NewReader(os.Stdin)}

// Input is the type of sys.stdin: text lines.
type Input struct{ r *bufio.Reader }

// ReadLine is readline(): with its newline; empty at the end.
func (i *Input) ReadLine() (string, error) {
	s, err := i.r.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", py.FromGo(err)
	}
	return s, nil
}

// Read is read(): the rest.
func (i *Input) Read() (string, error) {
	b, err := io.ReadAll(i.r)
	if err != nil {
		return "", py.FromGo(err)
	}
	return string(b), nil
}

// ReadLines is readlines().
func (i *Input) ReadLines() (*py.List[string], error) {
	out := py.NewList[string]()
	for {
		s, err := i.ReadLine()
		if err != nil {
			return nil, err
		}
		if s == "" {
			return out, nil
		}
		out.Append(s)
	}
}

// Repr is repr(stdin).
func (*Input) Repr() string { return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>" }

// Next is next(stdin): a line; false at the end.
func (i *Input) Next() (any, bool) {
	s := py.Must(i.ReadLine())
	return s, s != ""
}

// Isatty is isatty().
func (i *Input) Isatty() bool {
	st, err := os.Stdin.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

// GetStdout returns sys.stdout: what print writes to.
func GetStdout() any {
	if py.CurrentStdout != nil {
		return py.CurrentStdout
	}
	return py.Stdout
}

// SetStdout sets sys.stdout.
func SetStdout(f any) { py.CurrentStdout = f }

// Stderr is sys.stderr.
var Stderr = py.Stderr

// Stdout is sys.stdout as the process has it at the start.
var Stdout = py.Stdout

// Exit is sys.exit(arg): SystemExit.
func Exit(arg any) error {
	if arg == nil {
		return py.SystemExit.New()
	}
	return py.SystemExit.New(arg)
}

// ExcInfo is sys.exc_info(): class, exception and traceback of what is being
// handled, or three Nones.
func ExcInfo() py.Tuple3[any, any, any] {
	e := py.Handled()
	if e == nil {
		return py.Tuple3[any, any, any]{}
	}
	return py.NewTuple3[any, any, any](py.TypeOf(e), e, py.GetAttrDefault(e, "__traceback__", nil))
}

// Exception is sys.exception(): what is being handled, or nil.
func Exception() error {
	if e := py.Handled(); e != nil {
		return e
	}
	return nil
}

// GetRecursionLimit is sys.getrecursionlimit().
func GetRecursionLimit() int { return py.RecursionLimit() }

// SetRecursionLimit is sys.setrecursionlimit(n). A stack of 400 MB is the end
// whatever the limit is.
func SetRecursionLimit(n int) {
	if n < 1 {
		py.Throw(py.ValueError.New("recursion limit must be greater or equal than 1"))
	}
	py.SetRecursionLimit(n)
}

// Intern is sys.intern(s).
func Intern(s string) string { return s }

// GetSizeOf is sys.getsizeof(x): a rough size of a Go value, not CPython's.
func GetSizeOf(any, int) int { return 64 }

// GetRefCount is sys.getrefcount(x): Go does not count.
func GetRefCount(any) int { return 2 }

// GetDefaultEncoding is sys.getdefaultencoding().
func GetDefaultEncoding() string { return "utf-8" }
