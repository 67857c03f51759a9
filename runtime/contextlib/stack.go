package contextlib

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// exit is one callback of a stack: it is told the exception and may swallow
// it.
type exit func(ctx context.Context, err error) (bool, error)

// unwind runs the callbacks, last first. An exception of a callback replaces
// the one before.
func unwind(ctx context.Context, exits []exit, exc error) (suppress bool, err error) {
	cur := exc
	for i := len(exits) - 1; i >= 0; i-- {
		sup, xerr := exits[i](ctx, cur)
		switch {
		case xerr != nil:
			if cur != nil && !same(xerr, cur) {
				xerr = py.WithContext(xerr, cur)
			}
			cur = xerr
		case sup:
			cur = nil
		}
	}
	switch {
	case cur == nil:
		return exc != nil, nil
	case same(cur, exc):
		return false, nil
	}
	return false, cur
}

// ExitStack is contextlib.ExitStack.
type ExitStack struct{ exits []exit }

// NewExitStack is ExitStack().
func NewExitStack() *ExitStack { return &ExitStack{} }

// EnterContext is enter_context(cm).
func (s *ExitStack) EnterContext(ctx context.Context, cm any) (any, error) {
	v, err := py.Enter(ctx, cm)
	if err != nil {
		return nil, err
	}
	s.exits = append(s.exits, func(ctx context.Context, err error) (bool, error) { return py.Exit(ctx, cm, err) })
	return v, nil
}

// Push is push(exit): a manager's __exit__, or a function like it.
func (s *ExitStack) Push(x any) any {
	if py.HasAttr(py.TypeOf(x), "__exit__") {
		s.exits = append(s.exits, func(ctx context.Context, err error) (bool, error) { return py.Exit(ctx, x, err) })
		return x
	}
	s.exits = append(s.exits, func(ctx context.Context, err error) (bool, error) {
		r, xerr := py.Call(ctx, x, details(err)...)
		if xerr != nil {
			return false, xerr
		}
		return py.Truth(r), nil
	})
	return x
}

// details are the three arguments of an exit function.
func details(err error) []any {
	if err == nil {
		return []any{nil, nil, nil}
	}
	exc := py.FromGo(err)
	return []any{py.TypeOf(exc), exc, py.GetAttrDefault(exc, "__traceback__", nil)}
}

// Callback is callback(f, *args, **kwds).
func (s *ExitStack) Callback(f any, kwds *py.Dict[string, any], args ...any) any {
	kw := keywords(kwds)
	s.exits = append(s.exits, func(ctx context.Context, _ error) (bool, error) {
		_, err := py.CallKw(ctx, f, args, kw)
		return false, err
	})
	return f
}

func keywords(d *py.Dict[string, any]) []py.Kw {
	var kw []py.Kw
	for k, v := range d.Items() {
		kw = append(kw, py.Kw{Name: k, Value: v})
	}
	return kw
}

// PopAll is pop_all(): a new stack with the callbacks.
func (s *ExitStack) PopAll() *ExitStack {
	out := &ExitStack{s.exits}
	s.exits = nil
	return out
}

// Close is close().
func (s *ExitStack) Close(ctx context.Context) error {
	_, err := s.unwind(ctx, nil)
	return err
}

// Enter is __enter__.
func (s *ExitStack) Enter() (*ExitStack, error) { return s, nil }

// Exit is __exit__.
func (s *ExitStack) Exit(err error) (bool, error) { return s.unwind(py.CurrentContext(), err) }

// unwind empties the stack and runs its callbacks.
func (s *ExitStack) unwind(ctx context.Context, err error) (bool, error) {
	exits := s.exits
	s.exits = nil
	return unwind(ctx, exits, err)
}

// AsyncExitStack is contextlib.AsyncExitStack.
type AsyncExitStack struct{ ExitStack }

// NewAsyncExitStack is AsyncExitStack().
func NewAsyncExitStack() *AsyncExitStack { return &AsyncExitStack{} }

// EnterAsyncContext is `await enter_async_context(cm)`.
func (s *AsyncExitStack) EnterAsyncContext(ctx context.Context, cm any) (any, error) {
	v, err := asyncio.AEnter(ctx, cm)
	if err != nil {
		return nil, err
	}
	s.exits = append(s.exits, func(ctx context.Context, err error) (bool, error) { return asyncio.AExit(ctx, cm, err) })
	return v, nil
}

// PushAsyncExit is push_async_exit(exit).
func (s *AsyncExitStack) PushAsyncExit(x any) any {
	if py.HasAttr(py.TypeOf(x), "__aexit__") {
		s.exits = append(s.exits, func(ctx context.Context, err error) (bool, error) { return asyncio.AExit(ctx, x, err) })
		return x
	}
	s.exits = append(s.exits, func(ctx context.Context, err error) (bool, error) {
		aw, xerr := py.Call(ctx, x, details(err)...)
		if xerr != nil {
			return false, xerr
		}
		r, xerr := asyncio.Await(ctx, aw)
		if xerr != nil {
			return false, xerr
		}
		return py.Truth(r), nil
	})
	return x
}

// PushAsyncCallback is push_async_callback(f, *args, **kwds).
func (s *AsyncExitStack) PushAsyncCallback(f any, kwds *py.Dict[string, any], args ...any) any {
	kw := keywords(kwds)
	s.exits = append(s.exits, func(ctx context.Context, _ error) (bool, error) {
		aw, err := py.CallKw(ctx, f, args, kw)
		if err != nil {
			return false, err
		}
		_, err = asyncio.Await(ctx, aw)
		return false, err
	})
	return f
}

// PopAll is pop_all().
func (s *AsyncExitStack) PopAll() *AsyncExitStack {
	return &AsyncExitStack{*s.ExitStack.PopAll()}
}

// AClose is `await aclose()`.
func (s *AsyncExitStack) AClose(ctx context.Context) error {
	_, err := s.AExit(ctx, nil)
	return err
}

// AEnter is __aenter__.
func (s *AsyncExitStack) AEnter(context.Context) (*AsyncExitStack, error) { return s, nil }

// AExit is __aexit__.
func (s *AsyncExitStack) AExit(ctx context.Context, err error) (bool, error) {
	return s.unwind(ctx, err)
}
