package py

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// TestRunMain has the exit status, stdout and stderr of programs, as CPython
// gives them.
func TestRunMain(t *testing.T) {
	cases := []struct {
		name   string
		f      func(ctx context.Context) error
		status int
		out    string
		err    string // last lines of stderr
	}{
		{"ok", func(context.Context) error { Print("hi", 1, nil); return nil }, 0, "hi 1 None\n", ""},
		{"exception", func(context.Context) error { Print("before"); return ValueError.New("bad") }, 1, "before\n", "Traceback (most recent call last):\nValueError: bad\n"},
		{"fault", func(context.Context) error { TrueDiv(1, 0); return nil }, 1, "", "ZeroDivisionError: division by zero\n"},
		{"suggestion", func(context.Context) error {
			GetAttr(call(class("Dog", nil, "color", 1)), "colour")
			return nil
		}, 1, "", "AttributeError: 'Dog' object has no attribute 'colour'. Did you mean: 'color'?\n"},
		{"exit", func(context.Context) error { return SystemExit.New(3) }, 3, "", ""},
		{"exit none", func(context.Context) error { return SystemExit.New() }, 0, "", ""},
		{"exit text", func(context.Context) error { return SystemExit.New("usage") }, 1, "", "usage\n"},
		{"interrupt", func(context.Context) error { return KeyboardInterrupt.New() }, 130, "", "Traceback (most recent call last):\nKeyboardInterrupt\n"},
		{"generator left open", func(context.Context) error {
			g := NewGenerator("g", func(y *Yielder[any]) error {
				err := y.Yield(1)
				Print("cleanup")
				return err
			})
			Print(nextOf(g))
			return nil
		}, 0, "1\ncleanup\n", ""},
	}
	for _, c := range cases {
		var out, errOut bytes.Buffer
		restoreOut, restoreErr := Stdout.SetOutput(&out), Stderr.SetOutput(&errOut)
		status := RunMain(c.f)
		restoreOut()
		restoreErr()
		if status != c.status || out.String() != c.out || !strings.HasSuffix(errOut.String(), c.err) || c.err == "" && errOut.Len() > 0 {
			t.Errorf("%s: status %d, stdout %q, stderr %q", c.name, status, out.String(), errOut.String())
		}
	}
}

// TestSuggestions has the last lines of CPython's tracebacks.
func TestSuggestions(t *testing.T) {
	Dog := class("Dog", nil, "bark", def("bark", "self", func([]any) any { return nil }), "color", 1)
	dog := call(Dog)
	cases := []struct {
		obj        any
		attr, want string
	}{
		{dog, "brak", "'Dog' object has no attribute 'brak'"},
		{dog, "colour", "'Dog' object has no attribute 'colour'. Did you mean: 'color'?"},
		{"x", "uper", "'str' object has no attribute 'uper'. Did you mean: 'upper'?"},
		{list(), "apend", "'list' object has no attribute 'apend'. Did you mean: 'append'?"},
		{Dog, "bakr", "type object 'Dog' has no attribute 'bakr'"},
		{5, "zzz", "'int' object has no attribute 'zzz'"},
		{NewDict[any, any](), "key", "'dict' object has no attribute 'key'. Did you mean: 'keys'?"},
		{dog, "x", "'Dog' object has no attribute 'x'"},
		{list(), "add", "'list' object has no attribute 'add'"},
		{"", "decode", "'str' object has no attribute 'decode'. Did you mean: 'encode'?"},
		{tuple(), "append", "'tuple' object has no attribute 'append'"},
		{nil, "split", "'NoneType' object has no attribute 'split'"},
		{dog, "Bark", "'Dog' object has no attribute 'Bark'. Did you mean: 'bark'?"},
	}
	for _, c := range cases {
		_, err := GetAttrErr(c.obj, c.attr)
		if want := "AttributeError: " + c.want; err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
