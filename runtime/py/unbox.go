package py

import (
	"fmt"
	"math/big"
	"reflect"
)

// AsInt returns the int that x holds: an int, a bool, or what __index__
// gives. TypeError if it is none, OverflowError if it does not fit 64 bits.
func AsInt(x any) int {
	if i, ok := x.(int); ok {
		return i
	}
	v, ok := indexValue(x)
	if !ok {
		Throwf(TypeError, "'%s' object cannot be interpreted as an integer", TypeOf(x).name)
	}
	i, ok := v.(int)
	if !ok {
		Throw(OverflowError.New("int value does not fit in 64 bits; convert with --int=big"))
	}
	return i
}

// indexValue is operator.index(x) as an int or *big.Int; false if x has no
// __index__.
func indexValue(x any) (any, bool) {
	switch v := x.(type) {
	case int, *big.Int:
		return v, true
	case bool:
		return IntFromBool(v), true
	case *Object:
		// The value of an int subclass counts, whatever its __index__ says.
		if v.base != nil {
			if i, ok := indexValue(v.base); ok {
				return i, true
			}
		}
		if m := v.class.override(dIndex); m != nil {
			return indexResult(callDunder(m, v)), true
		}
		return nil, false
	case string, float64, nil:
		return nil, false
	}
	if m := TypeOf(x).override(dIndex); m != nil {
		return indexResult(callDunder(m, x)), true
	}
	return nil, false
}

func indexResult(r any, err error) any {
	Check(err)
	switch v := baseOf(r).(type) {
	case int, *big.Int:
		return v
	case bool:
		return IntFromBool(v)
	}
	Throwf(TypeError, "__index__ returned non-int (type %s)", TypeOf(r).name)
	return nil
}

// Index is operator.index(x): TypeError if x is no integer.
func Index(x any) any {
	v, ok := indexValue(x)
	if !ok {
		Throwf(TypeError, "'%s' object cannot be interpreted as an integer", TypeOf(x).name)
	}
	return v
}

// AsBig returns the integer that x holds, of any size.
func AsBig(x any) *big.Int {
	switch v := Index(x).(type) {
	case int:
		return BigInt(v)
	case *big.Int:
		return v
	}
	return nil
}

// AsFloat returns the float that x holds: a float, an int, a bool, or what
// __float__ or __index__ gives.
func AsFloat(x any) float64 {
	switch v := x.(type) {
	case float64:
		return v
	case int:
		return float64(v)
	case bool:
		return FloatFromBool(v)
	case *big.Int:
		return FloatFromBig(v)
	}
	if f, ok := floatValue(x); ok {
		return f
	}
	Throwf(TypeError, "must be real number, not %s", TypeOf(x).name)
	return 0
}

// floatValue is what __float__ or __index__ gives.
func floatValue(x any) (float64, bool) {
	if m := TypeOf(x).override(dFloat); m != nil {
		r, err := callDunder(m, x)
		Check(err)
		f, ok := baseOf(r).(float64)
		if !ok {
			Throwf(TypeError, "%s.__float__() must return a float, not %s", TypeOf(x).name, TypeOf(r).name)
		}
		return f, true
	}
	switch v := baseOf(x).(type) {
	case float64:
		return v, true
	}
	if v, ok := indexValue(x); ok {
		return AsFloat(v), true
	}
	return 0, false
}

// AsString returns the str that x holds.
func AsString(x any) string {
	if s, ok := x.(string); ok {
		return s
	}
	s, ok := baseOf(x).(string)
	if !ok {
		Throwf(TypeError, "expected str, got %s", TypeOf(x).name)
	}
	return s
}

// AsBool returns the bool that x holds.
func AsBool(x any) bool {
	b, ok := x.(bool)
	if !ok {
		Throwf(TypeError, "expected bool, got %s", TypeOf(x).name)
	}
	return b
}

// AsBytes returns the bytes that x holds: bytes, or a copy of another buffer, which Python's functions take as well.
func AsBytes(x any) Bytes {
	if b, ok := x.(Bytes); ok {
		return b
	}
	b, ok := bytesLike(baseOf(x))
	if !ok {
		Throwf(TypeError, "a bytes-like object is required, not '%s'", TypeOf(x).name)
	}
	return b
}

// As returns x as a value of the static type T. An optional (*int, *string,
// ...) takes None as nil; an int goes into a float; a *Tuple[any] goes into a
// fixed tuple. TypeError when it does not fit.
func As[T any](x any) T {
	if v, ok := x.(T); ok {
		return v
	}
	var zero T
	switch p := any(&zero).(type) {
	case *int:
		*p = AsInt(x)
	case *float64:
		*p = AsFloat(x)
	case *string:
		*p = AsString(x)
	case *Bytes:
		*p = AsBytes(x)
	case **big.Int:
		if x != nil {
			*p = AsBig(x)
		}
	case **int:
		setOptional(p, x, AsInt)
	case **float64:
		setOptional(p, x, AsFloat)
	case **string:
		setOptional(p, x, AsString)
	case **bool:
		setOptional(p, x, AsBool)
	case **Bytes:
		setOptional(p, x, AsBytes)
	case *any:
		*p = x
	case interface{ unboxFrom(x any) bool }:
		if !p.unboxFrom(x) {
			throwAs(x, zero)
		}
	default:
		if v, ok := behind(x).(T); ok {
			return v
		}
		if v, ok := baseOf(x).(T); ok {
			return v
		}
		if e, ok := x.(embedsBase); ok {
			if v, ok := e.embeddedBase().(T); ok {
				return v
			}
		}
		if x == nil && nilable(reflect.TypeFor[T]()) {
			return zero
		}
		if g, ok := any(zero).(interface{ fromGenerator(x any) any }); ok {
			if v, ok := g.fromGenerator(x).(T); ok {
				return v
			}
		}
		if v, ok := unboxPointer(reflect.TypeFor[T](), x).(T); ok {
			return v
		}
		throwAs(x, zero)
	}
	return zero
}

// unboxPointer makes an optional fixed tuple, *Tuple3, of a tuple; nil if t is
// no such type or x does not fit.
func unboxPointer(t reflect.Type, x any) any {
	if t.Kind() != reflect.Pointer {
		return nil
	}
	p := reflect.New(t.Elem()).Interface()
	if u, ok := p.(interface{ unboxFrom(x any) bool }); ok && u.unboxFrom(x) {
		return p
	}
	return nil
}

func setOptional[T any](p **T, x any, as func(any) T) {
	if x != nil {
		v := as(x)
		*p = &v
	}
}

func nilable(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Func, reflect.Map, reflect.Slice:
		return true
	}
	return false
}

func throwAs(x, zero any) {
	want := fmt.Sprintf("%T", zero)
	if t, ok := zero.(pyTyped); ok && !isNilPointer(zero) {
		want = t.pyType().name
	}
	Throwf(TypeError, "expected %s, got %s", want, TypeOf(x).name)
}
