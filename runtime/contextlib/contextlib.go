// Package contextlib is Python's module contextlib: context managers made of
// generators and the ready-made ones.
package contextlib

import (
	"context"
	"errors"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// GeneratorManager is what a function decorated with contextmanager returns.
type GeneratorManager[T any] struct {
	gen  any
	make func() (any, error) // makes the generator anew, for use as a decorator
}

// same reports whether two errors are the same exception.
func same(a, b error) bool {
	return a != nil && b != nil && py.FromGo(a).Exc() == py.FromGo(b).Exc()
}

// wrapperOf makes the function that a decorator puts in front of f.
func wrapperOf(f any, build func(makeGen func() (any, error)) (any, error)) any {
	name := py.Str(py.GetAttrDefault(f, "__name__", "helper"))
	w := py.NewFunc(name, []py.Param{py.VarArgs("args"), py.VarKw("kwds")}, func(ctx context.Context, a []any) (any, error) {
		args := append([]any(nil), py.Args(a[0])...)
		var kw []py.Kw
		for k, v := range a[1].(*py.Dict[any, any]).Items() {
			kw = append(kw, py.Kw{Name: k.(string), Value: v})
		}
		return build(func() (any, error) { return py.CallKw(ctx, f, args, kw) })
	})
	copyNames(w, f)
	return w
}

// copyNames makes the wrapper w look like the function f.
func copyNames(w, f any) {
	for _, n := range []string{"__module__", "__qualname__", "__doc__"} {
		if v := py.GetAttrDefault(f, n, py.NotGiven); v != py.NotGiven {
			_ = py.SetAttrErr(w, n, v)
		}
	}
	_ = py.SetAttrErr(w, "__wrapped__", f)
}

// ContextManager is the decorator contextlib.contextmanager.
func ContextManager(f any) any {
	return wrapperOf(f, func(makeGen func() (any, error)) (any, error) {
		gen, err := makeGen()
		if err != nil {
			return nil, err
		}
		return &GeneratorManager[any]{gen, makeGen}, nil
	})
}

// NewGeneratorManager makes a manager of a generator whose single value is
// what the with statement binds.
func NewGeneratorManager[T any](gen any) *GeneratorManager[T] { return &GeneratorManager[T]{gen: gen} }

// Enter runs the generator up to its yield.
func (m *GeneratorManager[T]) Enter() (v T, err error) {
	err = py.Catch(func() error {
		x, ok := py.Next(py.IterValue(m.gen))
		if !ok {
			return py.RuntimeError.New("generator didn't yield")
		}
		v = py.As[T](x)
		return nil
	})
	return v, err
}

// Exit runs the generator to its end, with the exception of the block raised
// at the yield.
func (m *GeneratorManager[T]) Exit(exc error) (suppress bool, err error) {
	if exc == nil {
		more := false
		err = py.Catch(func() error { _, more = py.Next(py.IterValue(m.gen)); return nil })
		if err == nil && more {
			err = py.RuntimeError.New("generator didn't stop")
		}
		return false, err
	}
	_, err = py.CallMethod(py.CurrentContext(), m.gen, "throw", py.FromGo(exc))
	switch {
	case err == nil:
		return false, py.RuntimeError.New("generator didn't stop after throw()")
	case same(err, exc):
		return false, nil
	case errors.Is(err, py.StopIteration):
		return true, nil
	}
	if e := py.FromGo(err).Exc(); errors.Is(err, py.RuntimeError) && errors.Is(exc, py.StopIteration) && same(e.Cause(), exc) {
		return false, nil
	}
	return false, err
}

// Call uses the manager as a decorator: the function runs inside a fresh one.
func (m *GeneratorManager[T]) Call(_ context.Context, args []any, _ []py.Kw) (any, error) {
	if len(args) != 1 {
		return nil, py.TypeError.New("a context manager used as a decorator takes one function")
	}
	f := args[0]
	return wrapperOf(f, func(call func() (any, error)) (any, error) {
		gen, err := m.make()
		if err != nil {
			return nil, err
		}
		inner := &GeneratorManager[any]{gen, m.make}
		if _, err := inner.Enter(); err != nil {
			return nil, err
		}
		v, err := call()
		suppress, xerr := inner.Exit(err)
		if xerr != nil {
			return nil, xerr
		}
		if suppress {
			return nil, nil
		}
		return v, err
	}), nil
}

// AsyncGeneratorManager is what a function decorated with
// asynccontextmanager returns.
type AsyncGeneratorManager[T any] struct{ gen any }

// AsyncContextManager is the decorator contextlib.asynccontextmanager.
func AsyncContextManager(f any) any {
	return wrapperOf(f, func(makeGen func() (any, error)) (any, error) {
		gen, err := makeGen()
		if err != nil {
			return nil, err
		}
		return &AsyncGeneratorManager[any]{gen}, nil
	})
}

// NewAsyncGeneratorManager makes a manager of an async generator.
func NewAsyncGeneratorManager[T any](gen any) *AsyncGeneratorManager[T] {
	return &AsyncGeneratorManager[T]{gen}
}

// AEnter runs the generator up to its yield.
func (m *AsyncGeneratorManager[T]) AEnter(ctx context.Context) (v T, err error) {
	x, ok, err := asyncio.ANext(ctx, m.gen)
	if err != nil {
		return v, err
	}
	if !ok {
		return v, py.RuntimeError.New("generator didn't yield")
	}
	err = py.Catch(func() error { v = py.As[T](x); return nil })
	return v, err
}

// AExit runs the generator to its end, with the exception of the block raised
// at the yield.
func (m *AsyncGeneratorManager[T]) AExit(ctx context.Context, exc error) (suppress bool, err error) {
	if exc == nil {
		_, ok, err := asyncio.ANext(ctx, m.gen)
		if err == nil && ok {
			if _, cerr := awaitMethod(ctx, m.gen, "aclose"); cerr != nil {
				return false, cerr
			}
			err = py.RuntimeError.New("generator didn't stop")
		}
		return false, err
	}
	_, err = awaitMethod(ctx, m.gen, "athrow", py.FromGo(exc))
	switch {
	case err == nil:
		if _, cerr := awaitMethod(ctx, m.gen, "aclose"); cerr != nil {
			return false, cerr
		}
		return false, py.RuntimeError.New("generator didn't stop after athrow()")
	case same(err, exc):
		return false, nil
	case errors.Is(err, py.StopAsyncIteration):
		return true, nil
	}
	if errors.Is(err, py.RuntimeError) && same(py.FromGo(err).Exc().Cause(), exc) && (errors.Is(exc, py.StopIteration) || errors.Is(exc, py.StopAsyncIteration)) {
		return false, nil
	}
	return false, err
}

// awaitMethod is `await x.name(args)`.
func awaitMethod(ctx context.Context, x any, name string, args ...any) (any, error) {
	aw, err := py.CallMethod(ctx, x, name, args...)
	if err != nil {
		return nil, err
	}
	return asyncio.Await(ctx, aw)
}

// ContextDecorator is the class contextlib.ContextDecorator, for programs
// that derive from it.
var ContextDecorator = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "contextlib")
	ns.Set("_recreate_cm", py.NewFunc("_recreate_cm", []py.Param{py.Pos("self")}, func(_ context.Context, a []any) (any, error) {
		return a[0], nil
	}))
	ns.Set("__call__", py.NewFunc("__call__", []py.Param{py.Pos("self"), py.Pos("func")}, func(_ context.Context, a []any) (any, error) {
		self := a[0]
		return wrapperOf(a[1], func(call func() (any, error)) (any, error) {
			ctx := py.CurrentContext()
			cm, err := py.CallMethod(ctx, self, "_recreate_cm")
			if err != nil {
				return nil, err
			}
			if _, err := py.Enter(ctx, cm); err != nil {
				return nil, err
			}
			v, err := call()
			suppress, xerr := py.Exit(ctx, cm, err)
			if xerr != nil {
				return nil, xerr
			}
			if suppress {
				return nil, nil
			}
			return v, err
		}), nil
	}))
	return py.Must(py.NewClass(context.Background(), "ContextDecorator", nil, ns, nil)).(*py.Class)
}()
