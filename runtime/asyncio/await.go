package asyncio

import (
	"context"
	"reflect"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// anyAwaiter is what this package's awaitables implement for every result
// type, so that code without static types can await them.
type anyAwaiter interface {
	awaitAny(ctx context.Context) (any, error)
}

// Await is `await x` for a value without static type: a coroutine, a future, a
// task, or an object with __await__.
func Await(ctx context.Context, x any) (any, error) {
	switch x := x.(type) {
	case anyAwaiter:
		return x.awaitAny(ctx)
	case Awaitable[any]:
		return x.Await(ctx)
	}
	if m := typedAwait(x); m.IsValid() {
		out := m.Call([]reflect.Value{reflect.ValueOf(ctx)})
		err, _ := out[len(out)-1].Interface().(error)
		if len(out) == 1 {
			return nil, err
		}
		return py.Box(out[0].Interface()), err
	}
	return awaitDunder(ctx, x)
}

// canAwait reports whether Await knows what to do with x.
func canAwait(x any) bool {
	switch x.(type) {
	case anyAwaiter, Awaitable[any]:
		return true
	}
	return typedAwait(x).IsValid() || py.HasAttr(py.TypeOf(x), "__await__")
}

// typedAwait finds the method Await of a typed struct that gives something
// else than any.
func typedAwait(x any) reflect.Value {
	if x == nil {
		return reflect.Value{}
	}
	m := reflect.ValueOf(x).MethodByName("Await")
	if !m.IsValid() {
		return m
	}
	t := m.Type()
	if t.NumIn() != 1 || t.In(0) != reflect.TypeFor[context.Context]() || t.NumOut() == 0 || t.Out(t.NumOut()-1) != reflect.TypeFor[error]() {
		return reflect.Value{}
	}
	return m
}

// AwaitT is `await aw` for a typed awaitable.
func AwaitT[T any](ctx context.Context, aw Awaitable[T]) (T, error) { return aw.Await(ctx) }

// awaitDunder awaits an object by its __await__.
func awaitDunder(ctx context.Context, x any) (any, error) {
	class := py.TypeOf(x)
	if !py.HasAttr(class, "__await__") {
		return nil, py.Errorf(py.TypeError, "object %s can't be used in 'await' expression", class.Name())
	}
	it, err := py.CallMethod(ctx, x, "__await__")
	if err != nil {
		return nil, err
	}
	return awaitIterator(ctx, it)
}

// awaitIterator drives what an __await__ returned, as a task drives the
// coroutine that yields from it.
func awaitIterator(ctx context.Context, it any) (any, error) {
	switch it := it.(type) {
	case interface{ awaited() anyAwaiter }: // the __await__ of our own awaitables
		return it.awaited().awaitAny(ctx)
	case anyAwaiter:
		return nil, py.TypeError.New("__await__() returned a coroutine")
	case *py.Generator[any]:
		return awaitGenerator(ctx, it)
	case py.Iterator:
		return awaitPlain(ctx, it)
	}
	class := py.TypeOf(it)
	if !py.HasAttr(class, "__next__") {
		return nil, py.Errorf(py.TypeError, "__await__() returned non-iterator of type '%s'", class.Name())
	}
	return awaitObject(ctx, it, "__next__")
}

// awaitObject drives an object of the program: an iterator by its __next__, or
// what behaves as a coroutine by send(None). What is sent or thrown goes to its
// send() or throw().
func awaitObject(ctx context.Context, it any, next string) (any, error) {
	advance := func(sent any) (any, error) {
		if sent == nil && next != "send" {
			return py.CallMethod(ctx, it, next)
		}
		return py.CallMethod(ctx, it, "send", sent)
	}
	v, err := advance(nil)
	for err == nil {
		sent, throw := yieldToTask(ctx, v)
		switch {
		case throw == nil:
			v, err = advance(sent)
		case py.HasAttr(it, "throw"):
			v, err = py.CallMethod(ctx, it, "throw", throw)
		default:
			return nil, throw
		}
	}
	if isInstance(err, py.StopIteration) {
		return py.GetAttr(err, "value"), nil
	}
	return nil, err
}

// awaitGenerator passes what the generator yields to the task, and what the
// task throws to the generator.
func awaitGenerator(ctx context.Context, g *py.Generator[any]) (any, error) {
	v, ok, err := g.TryNext()
	for ok && err == nil {
		sent, throw := yieldToTask(ctx, v)
		switch {
		case throw != nil:
			v, err = g.Throw(throw)
		case sent != nil:
			v, err = g.Send(sent)
		default:
			v, ok, err = g.TryNext()
		}
		if isInstance(err, py.StopIteration) {
			ok, err = false, nil
		}
	}
	if err != nil {
		return nil, err
	}
	return g.Value(), nil
}

// awaitPlain drives an iterator without throw(): an exception leaves at once.
func awaitPlain(ctx context.Context, it py.Iterator) (any, error) {
	for {
		v, ok := it.Next()
		if !ok {
			return iteratorValue(it), nil
		}
		if _, err := yieldToTask(ctx, v); err != nil {
			return nil, err
		}
	}
}

// iteratorValue is the value of the StopIteration that ended it.
func iteratorValue(it py.Iterator) any {
	if v, ok := it.(interface{ Value() any }); ok {
		return v.Value()
	}
	return nil
}

// yieldToTask does what a task does with a value that its coroutine yields. A
// coroutine that is driven by hand gives it to the sender.
func yieldToTask(ctx context.Context, v any) (sent any, err error) {
	e := envOf(ctx)
	if e == nil {
		return nil, errNoLoop()
	}
	if v == nil {
		return nil, e.yieldNone()
	}
	if f, ok := v.(anyFuture); ok {
		return nil, e.wait(f.core())
	}
	return e.yieldValue(v)
}

// ToAwaitable turns a value without static type into an Awaitable.
func ToAwaitable(x any) Awaitable[any] {
	if aw, ok := x.(Awaitable[any]); ok {
		return aw
	}
	switch x := x.(type) {
	case coroutineAny:
		return wrap(x, x.awaitAny)
	case interface {
		anyFuture
		anyAwaiter
	}:
		return &anyFutureAwaitable{x.core(), x}
	}
	if looksLikeCoroutine(x) {
		return newCoro(py.TypeOf(x).Name(), func(ctx context.Context) (any, error) { return awaitObject(ctx, x, "send") })
	}
	return &dynamicAwaitable{x, typedAwait(x).IsValid() || py.HasAttr(py.TypeOf(x), "__await__")}
}

// looksLikeCoroutine reports whether an instance of a class of the program is
// what collections.abc.Coroutine takes for a coroutine.
func looksLikeCoroutine(x any) bool {
	o, ok := x.(*py.Object)
	if !ok {
		return false
	}
	for _, name := range []string{"__await__", "send", "throw", "close"} {
		if !py.HasAttr(py.TypeOf(o), name) {
			return false
		}
	}
	return true
}

// inner is the Python value that an Awaitable made by ToAwaitable stands for.
func inner(aw any) any {
	switch aw := aw.(type) {
	case *dynamicAwaitable:
		return aw.x
	case interface{ origin() any }:
		return aw.origin()
	}
	return aw
}

// anyFutureAwaitable is a future of some type as an awaitable of any.
type anyFutureAwaitable struct {
	*futureCore
	aw anyAwaiter
}

func (a *anyFutureAwaitable) Await(ctx context.Context) (any, error) { return a.aw.awaitAny(ctx) }

// dynamicAwaitable is a value without static type: an object with __await__, or
// something that was given where an awaitable is wanted.
type dynamicAwaitable struct {
	x         any
	awaitable bool
}

func (a *dynamicAwaitable) Await(ctx context.Context) (any, error) { return Await(ctx, a.x) }

func (a *anyFutureAwaitable) origin() any { return a.self }

func (a *anyFutureAwaitable) value() any { return a.self.resultAny() }

// Result is the future's result, exception, or CancelledError.
func (a *anyFutureAwaitable) Result() (any, error) {
	if err := a.resultError(); err != nil {
		return nil, err
	}
	return a.value(), nil
}
