package asyncio

import (
	"context"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// The classes of coroutines and async generators, and the methods of futures,
// for code without static types. They take futures of every result type, which
// the generated tables cannot.

var (
	classCoroutine = py.RegisterType(&py.TypeInfo{
		Name: "coroutine", Module: "builtins", Go: []any{(*Coro[any])(nil)}, Methods: coroutineMethods, Attrs: coroutineAttrs,
	})
	classAsyncGenerator = py.RegisterType(&py.TypeInfo{
		Name: "async_generator", Module: "builtins", Go: []any{(*AsyncGenerator[any])(nil)},
		Methods: asyncGeneratorMethods, Attrs: asyncGeneratorAttrs,
	})
)

// PyClass returns the Python class coroutine.
func (*Coro[_]) PyClass() *py.Class { return classCoroutine }

// PyClass returns the Python class async_generator.
func (*AsyncGenerator[_]) PyClass() *py.Class { return classAsyncGenerator }

// classGatheringFuture is the class of what gather returns.
var classGatheringFuture *py.Class

// PyClass returns the Python class of the future: that of gather's has its own.
func (f *Future[T]) PyClass() *py.Class {
	if f.ext != nil && f.ext.gathering != nil {
		return classGatheringFuture
	}
	return classFuture
}

// PyClass returns the Python class of the queue, which depends on its order.
func (q *Queue[T]) PyClass() *py.Class { return *queueClasses[q.class] }

var queueClasses = map[string]**py.Class{
	"Queue": &classQueue, "PriorityQueue": &classPriorityQueue, "LifoQueue": &classLifoQueue,
}

// PyClass returns the Python class of the semaphore.
func (s *Semaphore) PyClass() *py.Class {
	if s.bound >= 0 {
		return classBoundedSemaphore
	}
	return classSemaphore
}

// coroutineDriven is what a coroutine of every type can be asked.
type coroutineDriven interface {
	coroutineAny
	Send(ctx context.Context, value any) (any, error)
	Throw(ctx context.Context, exc any) (any, error)
	Close(ctx context.Context) error
	CrRunning() bool
	AwaitIter() py.Iterator
}

var coroutineMethods = []py.Method{
	{Name: "send", Params: []py.Param{py.PosOnly("value")}, Fn: func(ctx context.Context, self any, a []any) (any, error) {
		return self.(coroutineDriven).Send(ctx, a[0])
	}},
	{Name: "throw", Params: []py.Param{py.PosOnly("typ"), py.PosOnly("val").Default(nil), py.PosOnly("tb").Default(nil)},
		Fn: func(ctx context.Context, self any, a []any) (any, error) {
			if a[1] != nil {
				return self.(coroutineDriven).Throw(ctx, a[1])
			}
			return self.(coroutineDriven).Throw(ctx, a[0])
		}},
	{Name: "close", Fn: func(ctx context.Context, self any, _ []any) (any, error) {
		return nil, self.(coroutineDriven).Close(ctx)
	}},
	{Name: "__await__", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		return self.(coroutineDriven).AwaitIter(), nil
	}},
}

// plainName is __name__ for a qualified name.
func plainName(qualname string) string { return qualname[strings.LastIndexByte(qualname, '.')+1:] }

var coroutineAttrs = []py.Attr{
	{Name: "__name__", Get: func(self any) any { return plainName(self.(coroutineDriven).Name()) }},
	{Name: "__qualname__", Get: func(self any) any { return self.(coroutineDriven).Name() }},
	{Name: "cr_running", Get: func(self any) any { return self.(coroutineDriven).CrRunning() }},
	{Name: "cr_await", Get: func(any) any { return nil }},
	{Name: "cr_frame", Get: func(any) any { return nil }},
}

// generatorDriven is what an async generator of every type can be asked.
type generatorDriven interface {
	Name() string
	anextCoro() *Coro[any]
	asendCoro(v any) *Coro[any]
	athrowCoro(exc any) *Coro[any]
	closing() *Coro[any]
	isRunning() bool
}

var asyncGeneratorMethods = []py.Method{
	{Name: "__aiter__", Fn: func(_ context.Context, self any, _ []any) (any, error) { return self, nil }},
	{Name: "__anext__", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		return self.(generatorDriven).anextCoro(), nil
	}},
	{Name: "asend", Params: []py.Param{py.PosOnly("value")}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		return self.(generatorDriven).asendCoro(a[0]), nil
	}},
	{Name: "athrow", Params: []py.Param{py.PosOnly("typ"), py.PosOnly("val").Default(nil), py.PosOnly("tb").Default(nil)},
		Fn: func(_ context.Context, self any, a []any) (any, error) {
			if a[1] != nil {
				return self.(generatorDriven).athrowCoro(a[1]), nil
			}
			return self.(generatorDriven).athrowCoro(a[0]), nil
		}},
	{Name: "aclose", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		return self.(generatorDriven).closing(), nil
	}},
}

var asyncGeneratorAttrs = []py.Attr{
	{Name: "__name__", Get: func(self any) any { return plainName(self.(generatorDriven).Name()) }},
	{Name: "__qualname__", Get: func(self any) any { return self.(generatorDriven).Name() }},
	{Name: "ag_running", Get: func(self any) any { return self.(generatorDriven).isRunning() }},
	{Name: "ag_frame", Get: func(any) any { return nil }},
}

// Name returns the name of the generator's function.
func (g *AsyncGenerator[T]) Name() string { return g.name }

func (g *AsyncGenerator[T]) isRunning() bool { return g.running }

func (g *AsyncGenerator[T]) anextCoro() *Coro[any] {
	return boxedCoro(asendName, g.ANext)
}

func (g *AsyncGenerator[T]) asendCoro(v any) *Coro[any] {
	return boxedCoro(asendName, func(ctx context.Context) (T, error) { return g.ASend(ctx, v) })
}

func (g *AsyncGenerator[T]) athrowCoro(exc any) *Coro[any] {
	return boxedCoro(athrowName, func(ctx context.Context) (any, error) { return g.AThrow(ctx, exc) })
}

// The names of the coroutines that an async generator's methods give.
const (
	asendName  = "async_generator_asend"
	athrowName = "async_generator_athrow"
)

// boxedCoro is a coroutine that boxes its result for an any.
func boxedCoro[T any](name string, fn func(context.Context) (T, error)) *Coro[any] {
	return newCoro(name, func(ctx context.Context) (any, error) {
		v, err := fn(ctx)
		if err != nil {
			return nil, err
		}
		return py.Box(v), nil
	})
}

// future returns the core of a future of any type.
func future(self any) *futureCore { return self.(anyFuture).core() }

func varsArg(x any) *contextvars.Context {
	if x == nil {
		return nil
	}
	return py.As[*contextvars.Context](x)
}

var futureMethods = []py.Method{
	{Name: "result", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		f := future(self)
		if err := f.resultError(); err != nil {
			return nil, err
		}
		return f.self.resultAny(), nil
	}},
	{Name: "exception", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		exc, err := future(self).exception()
		if exc == nil {
			return nil, err
		}
		return exc, err
	}},
	{Name: "cancel", Params: []py.Param{py.Pos("msg").Default(nil)}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		return future(self).self.cancelWith(a[0]), nil
	}},
	{Name: "set_result", Params: []py.Param{py.PosOnly("result")}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		return nil, self.(interface{ setResultAny(v any) error }).setResultAny(a[0])
	}},
	{Name: "set_exception", Params: []py.Param{py.PosOnly("exception")}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		return nil, self.(interface{ SetException(exc any) error }).SetException(a[0])
	}},
	{Name: "done", Fn: func(_ context.Context, self any, _ []any) (any, error) { return future(self).done(), nil }},
	{Name: "cancelled", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		return future(self).state == cancelled, nil
	}},
	{Name: "add_done_callback", Params: []py.Param{py.PosOnly("fn"), py.KwOnly("context").Default(nil)},
		Fn: func(_ context.Context, self any, a []any) (any, error) {
			f := future(self)
			f.addCallback(newDoneCallback(f.loop, a[0], self, varsArg(a[1])))
			return nil, nil
		}},
	{Name: "remove_done_callback", Params: []py.Param{py.PosOnly("fn")}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		return future(self).removeCallback(sameCallback(a[0])), nil
	}},
	{Name: "get_loop", Fn: func(_ context.Context, self any, _ []any) (any, error) { return future(self).loop, nil }},
	{Name: "__await__", Fn: awaitMethod},
	{Name: "__iter__", Fn: awaitMethod},
}

func awaitMethod(_ context.Context, self any, _ []any) (any, error) {
	return &futureIter{f: future(self)}, nil
}

// taskDriven is what a task of every type can be asked.
type taskDriven interface {
	AnyTask
	GetContext() *contextvars.Context
	GetStack(limit *int) *py.List[*py.Frame]
	PrintStack(limit *int, file any)
}

// limitArg is the argument limit of get_stack.
func limitArg(x any) *int {
	if x == nil {
		return nil
	}
	n := py.AsInt(x)
	return &n
}

var taskMethods = []py.Method{
	{Name: "get_name", Fn: func(_ context.Context, self any, _ []any) (any, error) { return self.(taskDriven).GetName(), nil }},
	{Name: "set_name", Params: []py.Param{py.PosOnly("value")}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		self.(taskDriven).SetName(a[0])
		return nil, nil
	}},
	{Name: "get_coro", Fn: func(_ context.Context, self any, _ []any) (any, error) {
		return self.(taskDriven).task().coro(), nil
	}},
	{Name: "get_context", Fn: func(_ context.Context, self any, _ []any) (any, error) { return self.(taskDriven).GetContext(), nil }},
	{Name: "cancelling", Fn: func(_ context.Context, self any, _ []any) (any, error) { return self.(taskDriven).Cancelling(), nil }},
	{Name: "uncancel", Fn: func(_ context.Context, self any, _ []any) (any, error) { return self.(taskDriven).Uncancel(), nil }},
	{Name: "get_stack", Params: []py.Param{py.KwOnly("limit").Default(nil)}, Fn: func(_ context.Context, self any, a []any) (any, error) {
		return py.BoxWide(self.(taskDriven).GetStack(limitArg(a[0]))), nil
	}},
	{Name: "print_stack", Params: []py.Param{py.KwOnly("limit").Default(nil), py.KwOnly("file").Default(nil)},
		Fn: func(_ context.Context, self any, a []any) (any, error) {
			self.(taskDriven).PrintStack(limitArg(a[0]), a[1])
			return nil, nil
		}},
}

func init() {
	py.ModuleTypes.Set("CoroutineType", classCoroutine)
	py.ModuleTypes.Set("AsyncGeneratorType", classAsyncGenerator)
	py.RegisterType(&py.TypeInfo{Class: classFuture, Methods: futureMethods})
	classGatheringFuture = py.RegisterType(&py.TypeInfo{
		Name: "_GatheringFuture", Module: "asyncio.tasks", Bases: []*py.Class{classFuture},
	})
	py.RegisterType(&py.TypeInfo{Class: classTask, Methods: append(futureMethods[:len(futureMethods):len(futureMethods)], taskMethods...)})
	py.RegisterBuiltin(py.NewFunc("aiter", []py.Param{py.PosOnly("async_iterable")}, func(_ context.Context, a []any) (any, error) {
		return AIter(a[0])
	}))
	py.RegisterBuiltin(py.NewFunc("anext", []py.Param{py.PosOnly("aiterator"), py.PosOnly("default").Optional()},
		func(_ context.Context, a []any) (any, error) {
			return newCoro("anext", func(ctx context.Context) (any, error) {
				if a[1] == py.NotGiven {
					return ANextValue(ctx, a[0])
				}
				return ANextOr(ctx, a[0], a[1])
			}), nil
		}))
}
