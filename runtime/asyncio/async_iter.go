package asyncio

import (
	"context"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// asyncIterator is an async iterator of this package, for code without static
// types: ok is false at the end.
type asyncIterator interface {
	anextAny(ctx context.Context) (v any, ok bool, err error)
}

// AIter is aiter(x): the async iterator of a value without static type.
func AIter(x any) (any, error) {
	if _, ok := x.(asyncIterator); ok {
		return x, nil
	}
	class := py.TypeOf(x)
	if !py.HasAttr(class, "__aiter__") {
		return nil, py.Errorf(py.TypeError, "'async for' requires an object with __aiter__ method, got %s", class.Name())
	}
	it, err := py.CallMethod(py.CurrentContext(), x, "__aiter__")
	if err != nil {
		return nil, err
	}
	if _, ok := it.(asyncIterator); ok {
		return it, nil
	}
	if class := py.TypeOf(it); !py.HasAttr(class, "__anext__") {
		return nil, py.Errorf(py.TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %s", class.Name())
	}
	return it, nil
}

// ANext is one step of `async for`: the next value, or ok false at the end.
func ANext(ctx context.Context, it any) (v any, ok bool, err error) {
	if it, isOurs := it.(asyncIterator); isOurs {
		return it.anextAny(ctx)
	}
	aw, err := py.CallMethod(ctx, it, "__anext__")
	if err != nil {
		return nil, false, endOfIteration(err)
	}
	if !canAwait(aw) {
		return nil, false, py.Errorf(py.TypeError, "'async for' received an invalid object from __anext__: %s", py.TypeOf(aw).Name())
	}
	v, err = Await(ctx, aw)
	if err != nil {
		return nil, false, endOfIteration(err)
	}
	return v, true, nil
}

// endOfIteration drops a StopAsyncIteration.
func endOfIteration(err error) error {
	if isInstance(err, py.StopAsyncIteration) {
		return nil
	}
	return err
}

// Each is `async for v in x` over a value without static type. An exception
// is the second value, once.
func Each(ctx context.Context, x any) iter.Seq2[any, error] {
	return each(ctx, x, false)
}

// EachOnce is Each where x is a temporary that nobody else refers to: an async
// generator is closed by the loop when it is left early.
func EachOnce(ctx context.Context, x any) iter.Seq2[any, error] {
	return each(ctx, x, true)
}

func each(ctx context.Context, x any, once bool) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		it, err := AIter(x)
		if err != nil {
			yield(nil, err)
			return
		}
		if g, ok := it.(interface{ Abandon(context.Context) }); ok && once {
			defer g.Abandon(ctx) // nothing to do for one that has ended
		}
		for {
			v, ok, err := ANext(ctx, it)
			if err != nil {
				yield(nil, err)
				return
			}
			if !ok || !yield(v, nil) {
				return
			}
		}
	}
}

// ANextValue is anext(x): StopAsyncIteration at the end.
func ANextValue(ctx context.Context, it any) (any, error) {
	v, ok, err := ANext(ctx, it)
	if err == nil && !ok {
		err = py.StopAsyncIteration.New()
	}
	return v, err
}

// ANextOr is anext(x, def).
func ANextOr(ctx context.Context, it, def any) (any, error) {
	v, ok, err := ANext(ctx, it)
	if err == nil && !ok {
		v = def
	}
	return v, err
}

// AEnter is `await mgr.__aenter__()` of a value without static type.
func AEnter(ctx context.Context, mgr any) (any, error) {
	class := py.TypeOf(mgr)
	for _, name := range [...]string{"__aenter__", "__aexit__"} {
		if py.HasAttr(class, name) {
			continue
		}
		text := "'%s' object does not support the asynchronous context manager protocol"
		if name == "__aexit__" {
			text += " (missed __aexit__ method)"
		}
		return nil, py.Errorf(py.TypeError, text, class.Name())
	}
	aw, err := py.CallMethod(ctx, mgr, "__aenter__")
	if err != nil {
		return nil, err
	}
	if err := checkManager(aw, "__aenter__"); err != nil {
		return nil, err
	}
	return Await(ctx, aw)
}

// checkManager is the TypeError for a method of a manager that gave nothing
// to await.
func checkManager(aw any, method string) error {
	if canAwait(aw) {
		return nil
	}
	return py.Errorf(py.TypeError, "'async with' received an object from %s that does not implement __await__: %s", method, py.TypeOf(aw).Name())
}

// AExit is `await mgr.__aexit__(...)` after a block that ended with err, nil
// for none. It reports whether the exception is suppressed.
func AExit(ctx context.Context, mgr any, err error) (bool, error) {
	args := []any{nil, nil, nil}
	if err != nil {
		exc := asException(err)
		args = []any{py.TypeOf(exc), exc, nil}
	}
	aw, cerr := py.CallMethod(ctx, mgr, "__aexit__", args...)
	if cerr == nil {
		cerr = checkManager(aw, "__aexit__")
	}
	if cerr != nil {
		return false, cerr
	}
	v, cerr := Await(ctx, aw)
	if cerr != nil {
		return false, cerr
	}
	return err != nil && py.Truth(v), nil
}
