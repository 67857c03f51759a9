package asyncio

import (
	"context"
	"testing"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// TestBindings runs a small program through the generated bindings alone.
func TestBindings(t *testing.T) {
	call := func(ctx context.Context, x any, name string, args ...any) any {
		if m, ok := x.(*py.Module); ok {
			return py.Must(py.Call(ctx, m.Get(name), args...))
		}
		return py.Must(py.CallMethod(ctx, x, name, args...))
	}
	await := func(ctx context.Context, x any) any { return py.Must(Await(ctx, x)) }
	work := NewCoroFunc("work", []py.Param{py.Pos("q"), py.Pos("n")}, func(ctx context.Context, a []any) (any, error) {
		await(ctx, call(ctx, Module, "sleep", 0))
		await(ctx, call(ctx, a[0], "put", a[1]))
		return py.Mul(a[1], 2), nil
	})
	main := NewCoroFunc("main", nil, func(ctx context.Context, _ []any) (any, error) {
		q := call(ctx, Module, "Queue", 5)
		r := await(ctx, call(ctx, Module, "gather", py.Must(py.Call(ctx, work, q, 1)), py.Must(py.Call(ctx, work, q, 2))))
		task := call(ctx, Module, "create_task", py.Must(py.Call(ctx, work, q, 3)))
		v := await(ctx, task)
		return py.NewTuple[any](r, v, call(ctx, q, "qsize"), await(ctx, call(ctx, q, "get")), call(ctx, task, "done"), py.GetAttr(q, "maxsize")), nil
	})
	got, err := py.Call(context.Background(), Module.Get("run"), py.Must(py.Call(context.Background(), main)))
	if err != nil {
		t.Fatal(err)
	}
	if s := py.Repr(got); s != "([2, 4], 6, 3, 1, True, 5)" {
		t.Errorf("got %s", s)
	}
	if s := py.Repr(Module.Get("Queue")); s != "<class 'asyncio.queues.Queue'>" {
		t.Errorf("class: %s", s)
	}
}
