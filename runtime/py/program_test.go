package py

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"
)

// Dynamic programs written by hand against the runtime's API, as the
// transformer emits them; what CPython 3.13 prints for the same program is
// recorded beside them.

var bg = context.Background()

// checkProgram runs the program and compares its output with CPython's.
func checkProgram(t *testing.T, program func(), want string) {
	t.Helper()
	var out bytes.Buffer
	restore := Stdout.SetOutput(&out)
	err := Catch(func() error { program(); return nil })
	restore()
	if err != nil {
		t.Errorf("uncaught %v", err)
	}
	got := regexp.MustCompile(` at 0x[0-9a-f]+`).ReplaceAllString(out.String(), " at 0x")
	want = strings.TrimPrefix(want, "\n")
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i, wrong := 0, 0; (i < len(g) || i < len(w)) && wrong < 6; i++ {
		gl, wl := "<end>", "<end>"
		if i < len(g) {
			gl = g[i]
		}
		if i < len(w) {
			wl = w[i]
		}
		if gl != wl {
			wrong++
			t.Errorf("line %d:\n got %s\nwant %s", i+1, gl, wl)
		}
	}
}

// def makes a function whose faults panic and whose arguments follow the
// spec: "a b=1 / c *args k= k2=2 **kw", defaults as ints or None.
func def(name, spec string, body func(a []any) any) *Func {
	return defErr(name, spec, func(a []any) (any, error) { return body(a), nil })
}

func defErr(name, spec string, body func(a []any) (any, error)) *Func {
	f := NewFunc(name, paramsOf(spec), func(_ context.Context, args []any) (any, error) { return body(args) })
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		f.name = name[i+1:]
	}
	return f
}

func paramsOf(spec string) []Param {
	var params []Param
	kwOnly := false
	for _, w := range strings.Fields(spec) {
		name, def, hasDef := strings.Cut(w, "=")
		var p Param
		switch {
		case w == "/":
			for i := range params {
				params[i].Kind = PosOnlyArg
			}
			continue
		case w == "*":
			kwOnly = true
			continue
		case strings.HasPrefix(w, "**"):
			p = VarKw(w[2:])
		case strings.HasPrefix(w, "*"):
			p, kwOnly = VarArgs(w[1:]), true
		case kwOnly:
			p = KwOnly(name)
		default:
			p = Pos(name)
		}
		if hasDef && def == "None" {
			p = p.Default(nil)
		} else if hasDef {
			v, err := intFromText(def, def, 10)
			if err != nil {
				p = p.Default(def)
			} else {
				p = p.Default(v)
			}
		}
		params = append(params, p)
	}
	return params
}

// class makes a class from names and values; functions get qualified names.
func class(name string, bases []any, kv ...any) *Class { return classKw(name, bases, nil, kv...) }

func classKw(name string, bases []any, kw []Kw, kv ...any) *Class {
	ns := NewNamespace()
	for i := 0; i < len(kv); i += 2 {
		qualify(name, kv[i+1])
		ns.Set(kv[i].(string), kv[i+1])
	}
	c, err := NewClass(bg, name, bases, ns, kw)
	if err != nil {
		Throw(err)
	}
	return c.(*Class)
}

func qualify(class string, v any) {
	switch v := v.(type) {
	case *Func:
		if !v.native {
			v.qualname = class + "." + v.name
		}
	case *StaticMethod:
		qualify(class, v.fn)
	case *ClassMethod:
		qualify(class, v.fn)
	case *Property:
		for _, f := range []any{v.fget, v.fset, v.fdel} {
			qualify(class, f)
		}
	}
}

// call calls f and panics with its exception.
func call(f any, args ...any) any { return Must(Call(bg, f, args...)) }

func callKw(f any, args []any, kw ...Kw) any { return Must(CallKw(bg, f, args, kw)) }

// method is x.name(args).
func method(x any, name string, args ...any) any { return Must(CallMethod(bg, x, name, args...)) }

// failing prints the exception that f raises, as the recorded programs do.
func failing(f func()) {
	err := Catch(func() error { f(); return nil })
	if err == nil {
		Print("no exception")
		return
	}
	e := FromGo(err)
	Print(e.Exc().Class().name+":", Str(e))
}

func tuple(xs ...any) *Tuple[any] { return NewTuple(xs...) }
func list(xs ...any) *List[any]   { return NewList(xs...) }
