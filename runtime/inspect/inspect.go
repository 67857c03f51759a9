// Package inspect is Python's module inspect, as far as it asks what a value
// is.
package inspect

import (
	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// function is the function object behind f, nil where there is none.
func function(f any) *py.Func {
	if m, ok := f.(*py.BoundMethod); ok {
		f = m.Func()
	}
	fn, _ := f.(*py.Func)
	return fn
}

// IsCoroutineFunction is iscoroutinefunction(f).
func IsCoroutineFunction(f any) bool { return asyncio.IsCoroutineFunction(f) }

// IsCoroutine is iscoroutine(x).
func IsCoroutine(x any) bool { return asyncio.IsCoroutine(x) }

// IsAwaitable is isawaitable(x).
func IsAwaitable(x any) bool {
	return asyncio.IsCoroutine(x) || asyncio.IsFuture(x) || py.HasAttr(py.TypeOf(x), "__await__")
}

// IsGeneratorFunction is isgeneratorfunction(f).
func IsGeneratorFunction(f any) bool {
	fn := function(f)
	return fn != nil && fn.IsGenerator
}

// IsAsyncGenFunction is isasyncgenfunction(f).
func IsAsyncGenFunction(f any) bool {
	fn := function(f)
	return fn != nil && fn.IsAsyncGen
}

// IsGenerator is isgenerator(x).
func IsGenerator(x any) bool { return py.TypeOf(x) == py.GeneratorType }

// IsAsyncGen is isasyncgen(x).
func IsAsyncGen(x any) bool { return py.TypeOf(x).Name() == "async_generator" }

// IsClass is isclass(x).
func IsClass(x any) bool {
	_, ok := x.(*py.Class)
	return ok
}

// IsFunction is isfunction(x).
func IsFunction(x any) bool { return py.TypeOf(x) == py.FunctionType }

// IsMethod is ismethod(x).
func IsMethod(x any) bool { return py.TypeOf(x) == py.MethodType }

// IsModule is ismodule(x).
func IsModule(x any) bool {
	_, ok := x.(*py.Module)
	return ok
}
