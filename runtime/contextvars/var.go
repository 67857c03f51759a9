package contextvars

import (
	"fmt"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// ContextVar is a variable with a value in each context.
type ContextVar[T any] struct {
	name string
	def  *T
}

// NewContextVar is ContextVar(name).
func NewContextVar[T any](name string) *ContextVar[T] { return &ContextVar[T]{name: name} }

// NewContextVarDefault is ContextVar(name, default=def).
func NewContextVarDefault[T any](name string, def T) *ContextVar[T] {
	return &ContextVar[T]{name: name, def: &def}
}

// value unboxes a stored value; a nil interface is T's zero value.
func value[T any](x any) T {
	v, _ := x.(T)
	return v
}

// Name returns the name.
func (v *ContextVar[T]) Name() string { return v.name }

// Get returns the value in the current context, or the variable's default;
// without one it is a LookupError.
func (v *ContextVar[T]) Get() T {
	if n := current().find(v); n != nil {
		return value[T](n.val)
	}
	if v.def == nil {
		py.Throw(py.LookupError.New(v))
	}
	return *v.def
}

// GetOr is get(default): the variable's own default does not count.
func (v *ContextVar[T]) GetOr(def T) T {
	if n := current().find(v); n != nil {
		return value[T](n.val)
	}
	return def
}

// Set sets the value in the current context and returns the token that Reset
// takes.
func (v *ContextVar[T]) Set(val T) *Token[T] {
	c := current()
	t := &Token[T]{v: v, ctx: c}
	if n := c.find(v); n != nil {
		old := value[T](n.val)
		t.old = &old
	}
	c.set(v, val)
	return t
}

// Reset takes back what the Set that returned the token did.
func (v *ContextVar[T]) Reset(t *Token[T]) {
	c := current()
	switch {
	case t.used:
		py.Throwf(py.RuntimeError, "%s has already been used once", py.Repr(t))
	case t.v != v:
		py.Throwf(py.ValueError, "%s was created by a different ContextVar", py.Repr(t))
	case t.ctx != c:
		py.Throwf(py.ValueError, "%s was created in a different Context", py.Repr(t))
	}
	t.used = true
	if t.old == nil {
		c.remove(v)
	} else {
		c.set(v, *t.old)
	}
}

// Repr is CPython's repr of a context variable.
func (v *ContextVar[T]) Repr() string {
	if v.def == nil {
		return fmt.Sprintf("<ContextVar name=%s at %p>", py.Repr(v.name), v)
	}
	return fmt.Sprintf("<ContextVar name=%s default=%s at %p>", py.Repr(v.name), py.Repr(py.Box(*v.def)), v)
}

// ClassName is the Python name of the type.
func (v *ContextVar[T]) ClassName() string { return "ContextVar" }

// Missing is Token.MISSING.
var Missing any = &missing{}

type missing struct{ _ byte }

// Repr is CPython's repr of Token.MISSING.
func (*missing) Repr() string { return "<Token.MISSING>" }

// Token remembers the value that a Set replaced.
type Token[T any] struct {
	v    *ContextVar[T]
	ctx  *Context
	old  *T
	used bool
}

// Var returns the variable.
func (t *Token[T]) Var() *ContextVar[T] { return t.v }

// OldValue returns the value before the Set, or Missing.
func (t *Token[T]) OldValue() any {
	if t.old == nil {
		return Missing
	}
	return py.Box(*t.old)
}

// Repr is CPython's repr of a token.
func (t *Token[T]) Repr() string {
	used := ""
	if t.used {
		used = " used"
	}
	return fmt.Sprintf("<Token%s var=%s at %p>", used, t.v.Repr(), t)
}

// ClassName is the Python name of the type.
func (t *Token[T]) ClassName() string { return "Token" }
