// Package functools is Python's module functools. Decorators take and return
// Python values: the transformer applies them to function objects. reduce and
// cmp_to_key also have typed forms.
package functools

import (
	"context"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Reduce is functools.reduce(function, iterable).
func Reduce[T any](function func(T, T) T, iterable iter.Seq[T]) T {
	var acc T
	first := true
	for x := range iterable {
		if first {
			acc, first = x, false
			continue
		}
		acc = function(acc, x)
	}
	if first {
		py.Throw(py.TypeError.New("reduce() of empty iterable with no initial value"))
	}
	return acc
}

// ReduceFrom is functools.reduce(function, iterable, initial).
func ReduceFrom[A, T any](function func(A, T) A, iterable iter.Seq[T], initial A) A {
	for x := range iterable {
		initial = function(initial, x)
	}
	return initial
}

// CmpKey is what cmp_to_key(f)(x) gives: x, ordered by f.
type CmpKey[T any] struct {
	Obj T
	cmp func(a, b T) int
}

// CmpToKey is functools.cmp_to_key(f).
func CmpToKey[T any](mycmp func(a, b T) int) func(T) *CmpKey[T] {
	return func(x T) *CmpKey[T] { return &CmpKey[T]{x, mycmp} }
}

func (k *CmpKey[T]) compare(other any) int {
	o, ok := other.(*CmpKey[T])
	if !ok {
		py.Throw(py.TypeError.New("other argument must be K instance"))
	}
	return k.cmp(k.Obj, o.Obj)
}

// Equal is k == other.
func (k *CmpKey[T]) Equal(other any) bool { return k.compare(other) == 0 }

// Less is k < other.
func (k *CmpKey[T]) Less(other any) bool { return k.compare(other) < 0 }

// LessEqual is k <= other.
func (k *CmpKey[T]) LessEqual(other any) bool { return k.compare(other) <= 0 }

// Greater is k > other.
func (k *CmpKey[T]) Greater(other any) bool { return k.compare(other) > 0 }

// GreaterEqual is k >= other.
func (k *CmpKey[T]) GreaterEqual(other any) bool { return k.compare(other) >= 0 }

// ClassName is the name of the Python class.
func (k *CmpKey[T]) ClassName() string { return "KeyWrapper" }

// CmpToKeyAny is functools.cmp_to_key(f) for dynamic code.
func CmpToKeyAny(mycmp any) any {
	key := CmpToKey(func(a, b any) int { return py.AsInt(py.Must(py.Call(py.CurrentContext(), mycmp, a, b))) })
	return py.NewFunc("cmp_to_key", []py.Param{py.Pos("obj")}, func(_ context.Context, a []any) (any, error) {
		return key(a[0]), nil
	})
}

// wrapper makes the function object that stands in front of another:
// fn(*args, **kwargs).
func wrapper(name string, fn func(ctx context.Context, args []any, kw []py.Kw) (any, error)) *py.Func {
	return py.NewFunc(name, []py.Param{py.VarArgs("args"), py.VarKw("kwargs")}, func(ctx context.Context, a []any) (any, error) {
		return fn(ctx, py.Args(a[0]), kwargs(a[1]))
	})
}

// kwargs turns a **kwargs slot into keyword arguments.
func kwargs(slot any) []py.Kw {
	d := slot.(*py.Dict[any, any])
	if d.Len() == 0 {
		return nil
	}
	kw := make([]py.Kw, 0, d.Len())
	for k, v := range d.Items() {
		kw = append(kw, py.Kw{Name: k.(string), Value: v})
	}
	return kw
}

// The attributes that wraps copies.
var (
	WrapperAssignments = py.NewTuple("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
	WrapperUpdates     = py.NewTuple("__dict__")
)

// UpdateWrapper is functools.update_wrapper(wrapper, wrapped, assigned,
// updated); nil for the defaults.
func UpdateWrapper(wrapper, wrapped, assigned, updated any) any {
	if assigned == nil {
		assigned = WrapperAssignments
	}
	if updated == nil {
		updated = WrapperUpdates
	}
	for n := range py.Each(assigned) {
		name := py.AsString(n)
		v := py.GetAttrDefault(wrapped, name, py.NotGiven)
		if v == py.NotGiven {
			continue
		}
		// Some attributes of function objects cannot be set here; they are not
		// worth an error that CPython does not raise.
		_ = py.SetAttrErr(wrapper, name, v)
	}
	for n := range py.Each(updated) {
		target := py.GetAttr(wrapper, py.AsString(n))
		d := py.GetAttrDefault(wrapped, py.AsString(n), nil)
		if d == nil {
			continue
		}
		for k := range py.Each(d) { // of a class, a read-only mapping
			py.SetItem(target, k, py.GetItem(d, k))
		}
	}
	py.SetAttr(wrapper, "__wrapped__", wrapped)
	return wrapper
}

// Wraps is functools.wraps(wrapped, assigned, updated).
func Wraps(wrapped, assigned, updated any) any {
	return py.NewFunc("wraps", []py.Param{py.Pos("wrapper")}, func(_ context.Context, a []any) (any, error) {
		return UpdateWrapper(a[0], wrapped, assigned, updated), nil
	})
}
