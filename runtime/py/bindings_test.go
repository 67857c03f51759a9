package py

import (
	"context"
	"testing"
)

// TestBuiltinBindings calls generated methods on values in an any. The
// expectations are CPython's.
func TestBuiltinBindings(t *testing.T) {
	ctx := context.Background()
	call := func(x any, name string, args ...any) any {
		t.Helper()
		v, err := CallMethod(ctx, x, name, args...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return v
	}
	l := NewList[any](3, 1, 2)
	call(l, "append", 5)
	call(l, "sort")
	if got := Repr(l); got != "[1, 2, 3, 5]" {
		t.Errorf("after append and sort: %s", got)
	}
	if got := call(l, "pop"); got != 5 {
		t.Errorf("pop() = %v", got)
	}
	if got := call(l, "pop", 0); got != 1 {
		t.Errorf("pop(0) = %v", got)
	}
	call(l, "extend", NewTuple[any]("a", nil))
	if got := Repr(l); got != "[2, 3, 'a', None]" {
		t.Errorf("after extend: %s", got)
	}
	d := NewDict[any, any]()
	if got := call(d, "setdefault", "k", NewList[any]()); Repr(got) != "[]" {
		t.Errorf("setdefault: %v", Repr(got))
	}
	if got := call(d, "get", "absent"); got != nil {
		t.Errorf("get of an absent key: %v", got)
	}
	if got := call(d, "get", "absent", 7); got != 7 {
		t.Errorf("get with default: %v", got)
	}
	if got := Repr(call(d, "items")); got != "dict_items([('k', [])])" {
		t.Errorf("items: %s", got)
	}
	if got := call("a,b", "replace", ",", ";"); got != "a;b" {
		t.Errorf("replace: %v", got)
	}
	s := NewSet[any]()
	call(s, "add", 1)
	if got := Repr(call(s, "union", NewList[any](2))); got != "{1, 2}" {
		t.Errorf("union: %s", got)
	}
	if _, err := CallMethod(ctx, l, "append"); err == nil || err.Error() != "TypeError: list.append() takes exactly one argument (0 given)" {
		t.Errorf("append(): %v", err)
	}
	key := NewFunc("k", []Param{Pos("x")}, func(_ context.Context, a []any) (any, error) { return Neg(a[0]), nil })
	n := NewList[any](1, 3, 2)
	if _, err := CallMethodKw(ctx, n, "sort", nil, []Kw{{"key", key}}); err != nil || Repr(n) != "[3, 2, 1]" {
		t.Errorf("sort(key): %v %s", err, Repr(n))
	}
	if _, err := CallMethodKw(ctx, n, "sort", nil, []Kw{{"key", nil}, {"reverse", true}}); err != nil || Repr(n) != "[3, 2, 1]" {
		t.Errorf("sort(reverse): %v %s", err, Repr(n))
	}
}
