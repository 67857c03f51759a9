package py

import (
	"math/big"
	"unsafe"
)

// isNilPointer tells whether x holds a nil pointer (or map, func, channel): its data word is zero only then.
func isNilPointer(x any) bool {
	return (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1] == nil
}

// Box converts a value of a static Go type into the form that it has in an `any`: fixed tuples become *Tuple[any],
// optional pointers their value or nil, a big int that fits 64 bits an int, nil pointers None.
func Box[T any](x T) any {
	switch v := any(x).(type) {
	case nil, int, string, float64, bool, complex128, Bytes:
		return v
	case *big.Int:
		if v == nil {
			return nil
		}
		return NormBig(v)
	case *int:
		return boxOptional(v)
	case *string:
		return boxOptional(v)
	case *float64:
		return boxOptional(v)
	case *bool:
		return boxOptional(v)
	case *complex128:
		return boxOptional(v)
	case *Bytes:
		return boxOptional(v)
	default:
		if isNilPointer(v) {
			return nil
		}
		if t, ok := v.(interface{ Boxed() *Tuple[any] }); ok {
			return t.Boxed()
		}
		if s, ok := v.(stands); ok {
			return s.Boxed()
		}
		return v
	}
}

func boxOptional[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// AsOptional is As for a type that may be None and whose Go form is a pointer then.
func AsOptional[T any](x any) *T {
	if x == nil {
		return nil
	}
	v := As[T](x)
	return &v
}

// BoxTuplePtr boxes an optional fixed tuple: None when it is nil.
func BoxTuplePtr[T interface{ Boxed() *Tuple[any] }](p *T) any {
	if p == nil {
		return nil
	}
	return (*p).Boxed()
}

// identical is Python's `is` shortcut of container comparisons: the same pointer or value, NaN included.
func identical(a, b any) bool {
	switch x := a.(type) {
	case float64:
		y, ok := b.(float64)
		return ok && (x == y || x != x && y != y)
	case string:
		y, ok := b.(string)
		return ok && x == y
	case int:
		y, ok := b.(int)
		return ok && x == y
	case bool:
		y, ok := b.(bool)
		return ok && x == y
	case nil:
		return b == nil
	}
	p, q := (*[2]unsafe.Pointer)(unsafe.Pointer(&a)), (*[2]unsafe.Pointer)(unsafe.Pointer(&b))
	return *p == *q
}

// eqElem is the comparison that containers make between elements: identity first, then Python's ==.
func eqElem[T any](a, b T) bool {
	switch x := any(a).(type) {
	case int:
		if y, ok := any(b).(int); ok {
			return x == y
		}
	case string:
		y, ok := any(b).(string)
		if ok {
			return x == y
		}
	case float64:
		if y, ok := any(b).(float64); ok {
			return x == y || x != x && y != y
		}
	case bool:
		if y, ok := any(b).(bool); ok {
			return x == y
		}
	case Bytes:
		if y, ok := any(b).(Bytes); ok {
			return x == y
		}
	case interface{ equalSame(T) bool }:
		return x.equalSame(b)
	case interface{ EqualTo(T) bool }:
		if !isNilPointer(x) && !isNilPointer(any(b)) {
			return x.EqualTo(b)
		}
	case goMember:
		if y, ok := any(b).(goMember); ok && !isNilPointer(x) && !isNilPointer(y) {
			return x.enumHead() == y.enumHead() // each member is there once
		}
	}
	x, y := Box(a), Box(b)
	return identical(x, y) || Eq(x, y)
}
