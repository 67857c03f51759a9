package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Awaitable is what can be awaited for a T: coroutines, futures, tasks, and
// user types with an __await__.
type Awaitable[T any] interface {
	Await(ctx context.Context) (T, error)
}

type coroState uint8

const (
	coroCreated coroState = iota
	coroRunning           // started and not ended; CPython tells running from suspended
	coroClosed
)

// Coro is a coroutine object: a call of an async function whose arguments are
// evaluated and whose body does not run until it is awaited or made a task.
type Coro[T any] struct {
	body   body[T]
	name   any // a string, or the Go function to take the name from
	manual *coroDriver
	task   *taskCore                                  // the task made of it, if any
	early  func(ctx context.Context, err error) error // what an exception thrown before the begin does
	state  coroState
}

// coroutineAny is a *Coro of any result type.
type coroutineAny interface {
	Name() string
	place() string
	coroState() coroState
	awaitAny(ctx context.Context) (any, error)
	Discard()
	newTask(l *Loop, name any, vars *contextvars.Context, eager bool) any
}

// NewCoro returns a coroutine with the Python name of its function.
func NewCoro[T any](name string, fn func(ctx context.Context) (T, error)) *Coro[T] {
	return &Coro[T]{body: funcBody[T](fn), name: name}
}

// NewCoroVoid is NewCoro for a function without a result: None.
func NewCoroVoid(name string, fn func(ctx context.Context) error) *Coro[any] {
	c := newCoroVoid(name, fn)
	track(c)
	return c
}

// newCoro is NewCoro for a coroutine of this package, of which nobody is
// warned.
func newCoro[T any](name string, fn func(ctx context.Context) (T, error)) *Coro[T] {
	return &Coro[T]{body: funcBody[T](fn), name: name}
}

func newCoroVoid(name string, fn func(ctx context.Context) error) *Coro[any] {
	return &Coro[any]{body: voidBody(fn), name: name}
}

// wrap returns a coroutine that stands for another one.
func wrap[T any](c coroutineAny, fn func(ctx context.Context) (T, error)) *Coro[T] {
	return &Coro[T]{body: &wrappedBody[T]{fn, c}, name: c.Name()}
}

type wrappedBody[T any] struct {
	funcBody[T]
	inner coroutineAny
}

// body is what a coroutine runs.
type body[T any] interface {
	run(ctx context.Context) (T, error)
}

// funcBody is a Go function as a coroutine's body, voidBody one without a
// result.
type (
	funcBody[T any] func(ctx context.Context) (T, error)
	voidBody        func(ctx context.Context) error
)

func (f funcBody[T]) run(ctx context.Context) (T, error) { return f(ctx) }
func (f voidBody) run(ctx context.Context) (any, error)  { return nil, f(ctx) }

// Name returns the name of the coroutine's function.
func (c *Coro[T]) Name() string {
	switch n := c.name.(type) {
	case string:
		return n
	case nil:
		return "<unknown>"
	case interface{ QualName() string }:
		return n.QualName()
	default:
		return py.FuncQualname(n)
	}
}

// Named sets the Python name of a coroutine made by Bind and returns it.
func (c *Coro[T]) Named(name string) *Coro[T] {
	c.name = name
	return c
}

// place is where the coroutine's function stands, "" when it is not known any
// more.
func (c *Coro[T]) place() string {
	switch n := c.name.(type) {
	case interface{ Place() string }:
		return n.Place()
	case string, nil:
		switch f := any(c.body).(type) {
		case funcBody[T]:
			return py.FuncPlace(f)
		case voidBody:
			return py.FuncPlace(f)
		}
		return ""
	default:
		return py.FuncPlace(n)
	}
}

func (c *Coro[T]) coroState() coroState { return c.state }

// Await runs the coroutine to its end on behalf of the caller, as `await`
// does: no task is made. A second await is a RuntimeError.
func (c *Coro[T]) Await(ctx context.Context) (T, error) {
	if c.state != coroCreated || c.manual != nil {
		return c.awaitAgain(ctx)
	}
	c.state = coroRunning
	defer c.close()
	return c.body.run(ctx)
}

func (c *Coro[T]) close() {
	c.state = coroClosed
	c.body = nil
}

func (c *Coro[T]) awaitAgain(ctx context.Context) (T, error) {
	var zero T
	if c.state == coroClosed {
		what := "coroutine"
		switch c.name {
		case asendName:
			what = "__anext__()/asend()"
		case athrowName:
			what = "aclose()/athrow()"
		}
		return zero, py.RuntimeError.New("cannot reuse already awaited " + what)
	}
	return zero, py.RuntimeError.New("coroutine is being awaited already")
}

func (c *Coro[T]) awaitAny(ctx context.Context) (any, error) {
	v, err := c.Await(ctx)
	return py.Box(v), err
}

// Repr is CPython's repr of a coroutine object.
func (c *Coro[T]) Repr() string { return "<coroutine object " + c.Name() + " at " + addressOf(c) + ">" }

// ClassName is the Python name of the type.
func (c *Coro[T]) ClassName() string { return "coroutine" }

// Discard is what happens to a coroutine that the program drops: if it was
// never awaited, CPython's warning is printed.
func (c *Coro[T]) Discard() {
	if c.state != coroCreated {
		return
	}
	w, wraps := c.body.(*wrappedBody[T])
	c.close()
	if wraps {
		w.inner.Discard()
		return
	}
	warnNeverAwaited(c.Name())
}

// toCoro returns the coroutine to run as a task.
func toCoro[T any](aw Awaitable[T]) *Coro[T] {
	switch c := aw.(type) {
	case *Coro[T]:
		return c
	case interface{ asCoro() *Coro[T] }:
		return c.asCoro()
	}
	py.Throwf(py.TypeError, "a coroutine was expected, got %s", py.Repr(inner(aw)))
	return nil
}

// wrapAwaitable returns a coroutine that awaits aw: what ensure_future makes of
// an object with __await__.
func wrapAwaitable[T any](aw Awaitable[T]) *Coro[T] {
	switch c := any(aw).(type) {
	case *Coro[T]:
		return c
	case interface{ asCoro() *Coro[T] }:
		return c.asCoro()
	}
	checkAwaitable(aw)
	return newCoro("_wrap_awaitable", aw.Await)
}

// checkAwaitable throws the TypeError for a value without static type that
// cannot be awaited.
func checkAwaitable(aw any) {
	if d, ok := aw.(*dynamicAwaitable); ok && !d.awaitable {
		py.Throw(py.TypeError.New("An asyncio.Future, a coroutine or an awaitable is required"))
	}
}

// IsCoroutine is asyncio.iscoroutine(x).
func IsCoroutine(x any) bool {
	_, ok := x.(coroutineAny)
	return ok || looksLikeCoroutine(x)
}

// IsFuture is asyncio.isfuture(x).
func IsFuture(x any) bool {
	_, ok := x.(anyFuture)
	return ok
}
