// Package os is Python's module os: environment, processes and files, as far
// as programs without file objects need it. Failures are OSErrors with
// CPython's texts.
package os

import (
	"errors"
	"os"
	"runtime"
	"sort"
	"strings"
	"syscall"

	crand "crypto/rand"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The constants of the module.
const (
	Name    = "posix"
	Sep     = "/"
	Linesep = "\n"
	Pathsep = ":"
	Curdir  = "."
	Pardir  = ".."
	Devnull = "/dev/null"
)

// Environ is os.environ: a dict that sets the process's environment.
var Environ = newEnviron()

// Env is the type of os.environ.
type Env struct{ py.Dict[string, string] }

func newEnviron() *Env {
	e := &Env{}
	for _, kv := range os.Environ() {
		k, v, _ := strings.Cut(kv, "=")
		e.Dict.Set(k, v)
	}
	return e
}

// Set is environ[k] = v.
func (e *Env) Set(k, v string) {
	py.Check(os.Setenv(k, v))
	e.Dict.Set(k, v)
}

// Delete is del environ[k].
func (e *Env) Delete(k string) {
	e.Dict.Delete(k)
	py.Check(os.Unsetenv(k))
}

// GetAny is environ.get(key, default).
func (e *Env) GetAny(key string, def any) any {
	if v, ok := e.Lookup(key); ok {
		return v
	}
	return def
}

// Update is environ.update(values).
func (e *Env) Update(values *py.Dict[string, string]) {
	for k, v := range values.Items() {
		e.Set(k, v)
	}
}

// SetDefault is environ.setdefault(key, value).
func (e *Env) SetDefault(key, value string) string {
	if v, ok := e.Lookup(key); ok {
		return v
	}
	e.Set(key, value)
	return value
}

// Pop is environ.pop(key).
func (e *Env) Pop(key string) string {
	v := e.Get(key)
	e.Delete(key)
	return v
}

// PopOr is environ.pop(key, default).
func (e *Env) PopOr(key, def string) string {
	if !e.Contains(key) {
		return def
	}
	return e.Pop(key)
}

// GetItem is environ[key].
func (e *Env) GetItem(key any) any { return e.Get(py.AsString(key)) }

// SetItem is environ[key] = value.
func (e *Env) SetItem(key, value any) { e.Set(py.AsString(key), py.AsString(value)) }

// DelItem is del environ[key].
func (e *Env) DelItem(key any) { e.Delete(py.AsString(key)) }

// GetEnv is os.getenv(key): nil when it is not set.
func GetEnv(key string) *string { return Environ.GetPtr(key) }

// GetEnvOr is os.getenv(key, default).
func GetEnvOr(key, def string) string { return Environ.GetOr(key, def) }

// GetEnvAny is os.getenv for dynamic code.
func GetEnvAny(key string, def any) any {
	if v, ok := Environ.Lookup(key); ok {
		return v
	}
	return def
}

// PutEnv is os.putenv(key, value).
func PutEnv(key, value string) { py.Check(os.Setenv(key, value)) }

// osError turns a Go error about a path into Python's OSError.
func osError(err error, path string) error {
	if err == nil {
		return nil
	}
	var no syscall.Errno
	if errors.As(err, &no) {
		text := no.Error()
		return py.OSError.New(int(no), strings.ToUpper(text[:1])+text[1:], path)
	}
	return py.FromGo(err)
}

// GetCwd is os.getcwd().
func GetCwd() (string, error) {
	s, err := os.Getwd()
	return s, osError(err, "")
}

// ChDir is os.chdir(path).
func ChDir(path string) error { return osError(os.Chdir(path), path) }

// ListDir is os.listdir(path), sorted.
func ListDir(path string) (*py.List[string], error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, osError(err, path)
	}
	out := py.NewList[string]()
	for _, e := range entries {
		out.Append(e.Name())
	}
	sort.Strings(out.Items())
	return out, nil
}

// MkDir is os.mkdir(path, mode).
func MkDir(path string, mode int) error { return osError(os.Mkdir(path, os.FileMode(mode)), path) }

// MakeDirs is os.makedirs(path, mode, exist_ok).
func MakeDirs(path string, mode int, existOK bool) error {
	if st, err := os.Stat(path); err == nil && (!existOK || !st.IsDir()) {
		return osError(syscall.EEXIST, path)
	}
	return osError(os.MkdirAll(path, os.FileMode(mode)), path)
}

// Remove is os.remove(path).
func Remove(path string) error {
	if st, err := os.Lstat(path); err == nil && st.IsDir() {
		return osError(syscall.EISDIR, path)
	}
	return osError(os.Remove(path), path)
}

// RmDir is os.rmdir(path).
func RmDir(path string) error { return osError(syscall.Rmdir(path), path) }

// Rename is os.rename(src, dst).
func Rename(src, dst string) error { return osError(os.Rename(src, dst), src) }

// GetPID is os.getpid().
func GetPID() int { return os.Getpid() }

// GetPPID is os.getppid().
func GetPPID() int { return os.Getppid() }

// CPUCount is os.cpu_count().
func CPUCount() int { return runtime.NumCPU() }

// URandom is os.urandom(size).
func URandom(size int) py.Bytes {
	b := make([]byte, size)
	crand.Read(b)
	return py.Bytes(b)
}

// FSPath is os.fspath(path).
func FSPath(path any) any {
	switch py.Base(path).(type) {
	case string, py.Bytes:
		return path
	}
	if !py.HasAttr(path, "__fspath__") {
		py.Throwf(py.TypeError, "expected str, bytes or os.PathLike object, not %s", py.TypeOf(path).Name())
	}
	return py.Must(py.CallMethod(py.CurrentContext(), path, "__fspath__"))
}

// Kill is os.kill(pid, sig): it sends a signal to a process.
func Kill(pid int, sig any) error {
	p, err := os.FindProcess(pid)
	if err == nil {
		err = p.Signal(syscall.Signal(py.AsInt(sig)))
	}
	if errors.Is(err, os.ErrProcessDone) {
		return py.OSError.New(int(syscall.ESRCH), "No such process")
	}
	var no syscall.Errno
	if errors.As(err, &no) {
		text := no.Error()
		return py.OSError.New(int(no), strings.ToUpper(text[:1])+text[1:])
	}
	return err
}
