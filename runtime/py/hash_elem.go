package py

import (
	"reflect"
	"sync"
)

// Element operations of the containers, as functions specialised for one static type. Fixed tuples build theirs out of
// those of their parts, so that a Dict[Tuple2[int, int], V] neither boxes nor reflects. They are made once per type.

type elemOps[T any] struct {
	eq   func(a, b T) bool
	hash func(a T) int
	less func(a, b T) bool
}

var elemOpsCache sync.Map // reflect.Type -> *elemOps[T]

func elemOpsOf[T any]() *elemOps[T] {
	typ := reflect.TypeFor[T]()
	if ops, ok := elemOpsCache.Load(typ); ok {
		return ops.(*elemOps[T])
	}
	ops := &elemOps[T]{eq: makeEq[T](), hash: makeHash[T](), less: makeLess[T]()}
	elemOpsCache.Store(typ, ops)
	return ops
}

func eqFuncOf[T any]() func(a, b T) bool   { return elemOpsOf[T]().eq }
func hashFuncOf[T any]() func(a T) int     { return elemOpsOf[T]().hash }
func lessFuncOf[T any]() func(a, b T) bool { return elemOpsOf[T]().less }

func makeEq[T any]() func(a, b T) bool {
	var zero *T
	switch any(zero).(type) {
	case *int:
		return any(func(a, b int) bool { return a == b }).(func(a, b T) bool)
	case *string:
		return any(func(a, b string) bool { return a == b }).(func(a, b T) bool)
	case *float64:
		return any(func(a, b float64) bool { return a == b || a != a && b != b }).(func(a, b T) bool)
	case *bool:
		return any(func(a, b bool) bool { return a == b }).(func(a, b T) bool)
	}
	var v T
	if t, ok := any(v).(interface{ eqFunc() any }); ok && !isNilPointer(t) {
		return t.eqFunc().(func(a, b T) bool)
	}
	return eqElem[T]
}

func makeHash[T any]() func(a T) int {
	var zero *T
	switch any(zero).(type) {
	case *int:
		return any(HashInt).(func(a T) int)
	case *string:
		return any(HashString).(func(a T) int)
	case *float64:
		return any(HashFloat).(func(a T) int)
	case *bool:
		return any(HashBool).(func(a T) int)
	case *any:
		return any(Hash).(func(a T) int)
	}
	var v T
	if t, ok := any(v).(interface{ hashFunc() any }); ok && !isNilPointer(t) {
		return t.hashFunc().(func(a T) int)
	}
	return hashAny[T]
}

func makeLess[T any]() func(a, b T) bool {
	var zero *T
	switch any(zero).(type) {
	case *int:
		return any(func(a, b int) bool { return a < b }).(func(a, b T) bool)
	case *string:
		return any(func(a, b string) bool { return a < b }).(func(a, b T) bool)
	case *float64:
		return any(func(a, b float64) bool { return a < b }).(func(a, b T) bool)
	case *any:
		return any(lessAny).(func(a, b T) bool)
	}
	var v T
	if t, ok := any(v).(interface{ lessFunc() any }); ok && !isNilPointer(t) {
		return t.lessFunc().(func(a, b T) bool)
	}
	return lessElem[T]
}

// lessAny is a < b of values in an any, with fast paths.
func lessAny(a, b any) bool {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return x < y
		}
	case string:
		if y, ok := b.(string); ok {
			return x < y
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x < y
		}
	}
	return Lt(a, b)
}

// lessElem is a < b of any static type.
func lessElem[T any](a, b T) bool {
	switch x := any(a).(type) {
	case int:
		if y, ok := any(b).(int); ok {
			return x < y
		}
	case string:
		if y, ok := any(b).(string); ok {
			return x < y
		}
	case float64:
		if y, ok := any(b).(float64); ok {
			return x < y
		}
	case interface{ Less(T) bool }:
		return x.Less(b)
	}
	return Lt(Box(a), Box(b))
}
