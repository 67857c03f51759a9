package contextlib

import (
	"context"
	"errors"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// manager makes a generator function that yields once and keeps a log.
func manager(log *[]string, swallow error) any {
	return ContextManager(py.NewFunc("m", []py.Param{py.Pos("x")}, func(_ context.Context, a []any) (any, error) {
		x := a[0]
		return py.NewGenerator("m", func(y *py.Yielder[any]) error {
			*log = append(*log, "enter")
			err := y.Yield(x)
			*log = append(*log, "exit")
			if err != nil && swallow != nil && errors.Is(err, swallow) {
				return nil
			}
			return err
		}), nil
	}))
}

// with runs a block inside a dynamic manager as emitted code does.
func with(mgr any, block func(v any) error) error {
	ctx := context.Background()
	v, err := py.Enter(ctx, mgr)
	if err != nil {
		return err
	}
	err = block(v)
	suppress, xerr := py.Exit(ctx, mgr, err)
	if xerr != nil {
		return xerr
	}
	if suppress {
		return nil
	}
	return err
}

func TestContextManager(t *testing.T) {
	var log []string
	m := manager(&log, py.KeyError)
	make := func() any { return py.Must(py.Call(context.Background(), m, 5)) }
	if err := with(make(), func(v any) error { log = append(log, py.Repr(v)); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := with(make(), func(any) error { return py.KeyError.New("k") }); err != nil {
		t.Errorf("swallowed: %v", err)
	}
	if err := with(make(), func(any) error { return py.ValueError.New("v") }); err == nil || err.Error() != "ValueError: v" {
		t.Errorf("passed on: %v", err)
	}
	if got := len(log); got != 7 || log[1] != "5" {
		t.Errorf("log %v", log)
	}
}

func TestReadyMade(t *testing.T) {
	if err := with(NewSuppress(py.LookupError), func(any) error { return py.KeyError.New(1) }); err != nil {
		t.Errorf("suppress: %v", err)
	}
	if err := with(NewSuppress(py.LookupError), func(any) error { return py.ValueError.New(1) }); !errors.Is(err, py.ValueError) {
		t.Errorf("suppress of another: %v", err)
	}
	if err := with(NewNullContext(3), func(v any) error {
		if v != 3 {
			t.Errorf("nullcontext gives %v", v)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

func TestExitStack(t *testing.T) {
	var log []string
	ctx := context.Background()
	s := NewExitStack()
	say := func(text string) any {
		return py.NewFunc("say", nil, func(context.Context, []any) (any, error) { log = append(log, text); return nil, nil })
	}
	s.Callback(say("first"), py.NewDict[string, any]())
	if _, err := s.EnterContext(ctx, NewSuppress(py.ValueError)); err != nil {
		t.Fatal(err)
	}
	s.Callback(say("last"), py.NewDict[string, any]())
	if suppress, err := s.Exit(py.ValueError.New("x")); err != nil || !suppress {
		t.Errorf("suppress=%v err=%v", suppress, err)
	}
	if len(log) != 2 || log[0] != "last" {
		t.Errorf("log %v", log)
	}
}

func TestAsyncContextManager(t *testing.T) {
	m := AsyncContextManager(asyncio.NewAsyncGenFunc("m", nil, func(ctx context.Context, y *asyncio.AsyncYielder[any], _ []any) error {
		if err := y.Yield(ctx, "in"); err != nil && !errors.Is(err, py.KeyError) {
			return err
		}
		return nil
	}))
	_, err := asyncio.Run(context.Background(), func(ctx context.Context) (any, error) {
		mgr := py.Must(py.Call(ctx, m))
		v, err := asyncio.AEnter(ctx, mgr)
		if err != nil || v != "in" {
			t.Errorf("entered with %v, %v", v, err)
		}
		suppress, err := asyncio.AExit(ctx, mgr, py.KeyError.New("k"))
		if err != nil || !suppress {
			t.Errorf("suppress=%v err=%v", suppress, err)
		}
		return nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
