package py

import (
	"context"
	"fmt"
	"iter"
	"math/big"
)

// What the object model (pycore) brings with its next landing. Delete this file then.

const pendingText = "py: the object model has not landed yet"

// Object is an instance of a class made at run time.
type Object struct {
	class *Class
	base  any
}

type dunder int

const (
	dHash dunder = iota
	dRepr
	dStr
)

// The builtin classes of containers.
var (
	ByteArrayType = newClass("bytearray", "builtins", []*Class{ObjectType})
	DictType      = newClass("dict", "builtins", []*Class{ObjectType})
	FrozenSetType = newClass("frozenset", "builtins", []*Class{ObjectType})
	ListType      = newClass("list", "builtins", []*Class{ObjectType})
	RangeType     = newClass("range", "builtins", []*Class{ObjectType})
	SetType       = newClass("set", "builtins", []*Class{ObjectType})
	SliceType     = newClass("slice", "builtins", []*Class{ObjectType})
	TupleType     = newClass("tuple", "builtins", []*Class{ObjectType})
)

func (c *Class) metaclass() *Class            { return TypeType }
func (c *Class) override(d dunder) any        { return nil }
func (c *Class) slot(d dunder) (any, bool)    { return nil, false }
func (c *Class) pyRepr() string               { return "<class '" + c.name + "'>" }
func address(x any) uintptr                   { return 0 }
func at(x any) string                         { return "" }
func baseOf(x any) any                        { return x }
func callDunder(m any, a ...any) (any, error) { panic(pendingText) }
func typeName(x any) string                   { return TypeOf(x).name }

// As unboxes.
func As[T any](x any) T {
	v, _ := x.(T)
	return v
}

// CallMethod calls a method.
func CallMethod(ctx context.Context, x any, name string, args ...any) (any, error) {
	panic(pendingText)
}

// CurrentContext is the context of the running task.
func CurrentContext() context.Context { return context.Background() }

// Each iterates.
func Each(x any) iter.Seq[any] {
	return func(yield func(any) bool) {
		it, _ := tryIter(x)
		for v, ok := it.Next(); ok && yield(v); v, ok = it.Next() {
		}
	}
}

// GetItem is x[key].
func GetItem(x, key any) any { return x.(pyGetItem).pyGetItem(key) }

// HasAttr is hasattr.
func HasAttr(x any, name string) bool { return false }

// Eq is ==.
func Eq(a, b any) bool { return RichCompare(OpEq, a, b) == true }

// Lt is <.
func Lt(a, b any) bool { return RichCompare(OpLt, a, b) == true }

// RichCompare compares.
func RichCompare(op CompareOp, a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return compareOrdered(op, x, y)
		}
	case string:
		if y, ok := b.(string); ok {
			return compareOrdered(op, x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return compareOrdered(op, x, y)
		}
	case pyComparer:
		if r, ok := x.pyCompare(op, b); ok {
			return r
		}
	}
	if op == OpEq || op == OpNe {
		return identical(a, b) == (op == OpEq)
	}
	Throwf(TypeError, "'%s' not supported between instances of '%s' and '%s'", op, typeName(a), typeName(b))
	return nil
}

// Truth is bool(x).
func Truth(x any) bool { return x == true }

// TypeOf is type(x).
func TypeOf(x any) *Class {
	if t, ok := x.(pyTyped); ok {
		return t.pyType()
	}
	return newClass(fmt.Sprintf("%T", x), "builtins", []*Class{ObjectType})
}

func compareOrdered[T string | int | float64](op CompareOp, x, y T) bool {
	switch op {
	case OpEq:
		return x == y
	case OpNe:
		return x != y
	case OpLt:
		return x < y
	case OpLe:
		return x <= y
	case OpGt:
		return x > y
	}
	return x >= y
}

func indexValue(x any) (any, bool) {
	switch v := x.(type) {
	case int, *big.Int:
		return v, true
	}
	return nil, false
}

func tryIter(x any) (Iterator, bool) {
	switch v := x.(type) {
	case pyIterable:
		return v.pyIter(), true
	case string:
		return strIter(v), true
	case Iterator:
		return v, true
	}
	return nil, false
}

// FormatMod is format % args.
func FormatMod(format, args any) any { panic(pendingText) }
