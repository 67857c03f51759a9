package logging

import (
	"context"
	"testing"

	pyio "github.com/py2go-async/py2go-async/runtime/io"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// TestLogging runs the sequence below under CPython's names; the expected
// text is what CPython 3.13 writes for it.
func TestLogging(t *testing.T) {
	ctx := context.Background()
	out := pyio.NewStringIO(nil, nil)
	call := func(x any, name string, kw []py.Kw, args ...any) any {
		t.Helper()
		v, err := py.CallMethodKw(ctx, x, name, args, kw)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return v
	}
	module := func(name string, kw []py.Kw, args ...any) any {
		t.Helper()
		v, err := py.CallKw(ctx, Module.Get(name), args, kw)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return v
	}
	module("basicConfig", []py.Kw{{Name: "stream", Value: out}, {Name: "level", Value: Module.Get("INFO")}})
	log := module("getLogger", nil, "app.db")
	call(log, "debug", nil, "hidden")
	call(log, "info", nil, "got %d of %s", 3, "x")
	call(log, "warning", nil, "%(a)s!", func() any { d := py.NewDict[any, any](); d.Set("a", 1); return d }())
	h := module("StreamHandler", nil, out)
	call(h, "setFormatter", nil, module("Formatter", nil, "[%(levelname)-8s] %(name)s - %(message)s"))
	parent := module("getLogger", nil, "app")
	call(parent, "addHandler", nil, h)
	call(log, "error", nil, "bad")
	py.SetAttr(parent, "propagate", false)
	call(log, "critical", []py.Kw{{Name: "extra", Value: py.NewDict[any, any]()}}, "only once")
	call(log, "setLevel", nil, "ERROR")
	call(log, "warning", nil, "hidden too")
	py.PushHandled(py.ValueError.New("boom"))
	call(log, "exception", nil, "failed")
	py.PopHandled()
	want := "INFO:app.db:got 3 of x\nWARNING:app.db:1!\n[ERROR   ] app.db - bad\nERROR:app.db:bad\n" +
		"[CRITICAL] app.db - only once\n[ERROR   ] app.db - failed\nTraceback (most recent call last):\nValueError: boom\n"
	if got := out.GetValue(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := py.Repr(log); got != "<Logger app.db (ERROR)>" {
		t.Errorf("repr %s", got)
	}
	if got := module("getLevelName", nil, 35); got != "Level 35" {
		t.Errorf("level name %v", got)
	}
}

// TestPythonHandler derives from logging.Handler as a program does.
func TestPythonHandler(t *testing.T) {
	ctx := context.Background()
	var seen []string
	ns := py.NewNamespace()
	ns.Set("emit", py.NewFunc("emit", []py.Param{py.Pos("self"), py.Pos("record")}, func(ctx context.Context, a []any) (any, error) {
		s, err := py.CallMethod(ctx, a[0], "format", a[1])
		if err != nil {
			return nil, err
		}
		seen = append(seen, py.AsString(s)+"/"+py.AsString(py.GetAttr(a[1], "levelname")))
		return nil, nil
	}))
	cls, err := py.NewClass(ctx, "ListHandler", []any{Module.Get("Handler")}, ns, nil)
	if err != nil {
		t.Fatal(err)
	}
	h, err := py.Call(ctx, cls)
	if err != nil {
		t.Fatal(err)
	}
	name := "pyhandler"
	log := GetLogger(&name)
	log.Propagate = false
	log.SetLevel(Warning)
	log.AddHandler(h)
	log.Warning("x=%s", nil, nil, 1)
	log.Info("low", nil, nil)
	if len(seen) != 1 || seen[0] != "x=1/WARNING" {
		t.Errorf("seen %v", seen)
	}
}
