// Package contextvars is Python's contextvars: variables whose values belong
// to a task instead of a thread. Package asyncio enters a task's context with
// each of its steps.
package contextvars

import (
	"fmt"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/gil"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// node is one binding of an immutable list of bindings, newest first. Most
// programs have few variables, so a list with one binding per variable beats
// a tree.
type node struct {
	v    varCore
	val  any
	next *node
}

// varCore is a *ContextVar of any type.
type varCore interface{ Name() string }

// Context is a set of values of context variables.
type Context struct {
	vars    *node
	entered bool
}

// main is the context of code that runs in no thread known to package gil, and
// of threads that have none of their own.
var main = &Context{}

// current returns the context of the running code.
func current() *Context {
	t := gil.Current()
	if t == nil || t.Vars == nil {
		return main
	}
	return t.Vars.(*Context)
}

// Enter makes c the current context of the running thread: a step of a task
// or a callback begins.
func Enter(c *Context) {
	if t := gil.Current(); t != nil {
		t.Vars = c
	} else {
		main = c
	}
}

// Current returns the current context itself.
func Current() *Context { return current() }

// Copy is contextvars.copy_context(): it costs the same for any size.
func Copy() *Context { return &Context{vars: current().vars} }

// CopyInto is Copy for a Context that is part of something larger.
func CopyInto(c *Context) { *c = Context{vars: current().vars} }

// NewContext is contextvars.Context(): an empty context.
func NewContext() *Context { return &Context{} }

// Copy is Context.copy().
func (c *Context) Copy() *Context { return &Context{vars: c.vars} }

// Run calls fn with c as the current context; the error is RuntimeError when c
// is entered already.
func (c *Context) Run(fn func() error) error {
	if c.entered {
		return py.Errorf(py.RuntimeError, "cannot enter context: %s is already entered", py.Repr(c))
	}
	old := current()
	c.entered = true
	Enter(c)
	defer func() {
		c.entered = false
		Enter(old)
	}()
	return fn()
}

// Call is Context.run(fn) with a result.
func Call[T any](c *Context, fn func() (T, error)) (v T, err error) {
	err = c.Run(func() error {
		v, err = fn()
		return err
	})
	return v, err
}

// CallAny is Context.run(fn, *args, **kwargs) for a callable without static
// type; an exception panics.
func (c *Context) CallAny(fn, kwargs any, args ...any) any {
	var kw []py.Kw
	if kwargs != nil {
		kw = py.StarKw(nil, fn, kwargs)
	}
	return py.Must(Call(c, func() (any, error) { return py.CallKw(py.CurrentContext(), fn, args, kw) }))
}

func (c *Context) find(v varCore) *node {
	for n := c.vars; n != nil; n = n.next {
		if n.v == v {
			return n
		}
	}
	return nil
}

func (c *Context) set(v varCore, val any) {
	c.remove(v)
	c.vars = &node{v, val, c.vars}
}

// remove takes a binding out; nodes are shared with copies and never changed.
func (c *Context) remove(v varCore) {
	n := c.find(v)
	if n == nil {
		return
	}
	rest := n.next
	var before []*node
	for m := c.vars; m != n; m = m.next {
		before = append(before, m)
	}
	for i := len(before) - 1; i >= 0; i-- {
		rest = &node{before[i].v, before[i].val, rest}
	}
	c.vars = rest
}

// Len is len(context).
func (c *Context) Len() int {
	k := 0
	for n := c.vars; n != nil; n = n.next {
		k++
	}
	return k
}

// Contains is `v in context`.
func (c *Context) Contains(v any) bool {
	k, ok := v.(varCore)
	if !ok {
		py.Throwf(py.TypeError, "a ContextVar key was expected, got %s", py.Repr(v))
	}
	return c.find(k) != nil
}

// GetItem is context[v]; a missing variable is a KeyError.
func (c *Context) GetItem(v any) any {
	if !c.Contains(v) {
		py.Throw(py.KeyError.New(v))
	}
	return py.Box(c.find(v.(varCore)).val)
}

// GetAny is context.get(v): nil without a value.
func (c *Context) GetAny(v any) any { return c.Get(v, nil) }

// Keys is context.keys().
func (c *Context) Keys() iter.Seq[any] { return c.All() }

// Values is context.values().
func (c *Context) Values() iter.Seq[any] {
	return func(yield func(any) bool) {
		for n := c.vars; n != nil && yield(py.Box(n.val)); n = n.next {
		}
	}
}

// Items is context.items().
func (c *Context) Items() iter.Seq[py.Tuple2[any, any]] {
	return func(yield func(py.Tuple2[any, any]) bool) {
		for n := c.vars; n != nil && yield(py.Tuple2[any, any]{V0: n.v, V1: py.Box(n.val)}); n = n.next {
		}
	}
}

// Get is context.get(v, default).
func (c *Context) Get(v, def any) any {
	if !c.Contains(v) {
		return def
	}
	return py.Box(c.find(v.(varCore)).val)
}

// All iterates over the variables, as iter(context).
func (c *Context) All() iter.Seq[any] {
	return func(yield func(any) bool) {
		for n := c.vars; n != nil; n = n.next {
			if !yield(n.v) {
				return
			}
		}
	}
}

// Repr is CPython's repr of a context.
func (c *Context) Repr() string { return fmt.Sprintf("<_contextvars.Context object at %p>", c) }

// ClassName is the Python name of the type.
func (c *Context) ClassName() string { return "Context" }
