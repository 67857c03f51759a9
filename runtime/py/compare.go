package py

import (
	"math"
	"math/big"
)

// Eq is the truth of a == b.
func Eq(a, b any) bool {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return x == y
		}
	case string:
		if y, ok := b.(string); ok {
			return x == y
		}
	case nil:
		if b == nil {
			return true
		}
	}
	return compareTruth(OpEq, a, b)
}

// Ne is the truth of a != b.
func Ne(a, b any) bool {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return x != y
		}
	case string:
		if y, ok := b.(string); ok {
			return x != y
		}
	case nil:
		if b == nil {
			return false
		}
	}
	return compareTruth(OpNe, a, b)
}

// Lt is the truth of a < b.
func Lt(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x < y
		}
	}
	return compareTruth(OpLt, a, b)
}

// Le is the truth of a <= b.
func Le(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x <= y
		}
	}
	return compareTruth(OpLe, a, b)
}

// Gt is the truth of a > b.
func Gt(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x > y
		}
	}
	return compareTruth(OpGt, a, b)
}

// Ge is the truth of a >= b.
func Ge(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x >= y
		}
	}
	return compareTruth(OpGe, a, b)
}

func compareTruth(op CompareOp, a, b any) bool {
	r := RichCompare(op, a, b)
	if t, ok := r.(bool); ok {
		return t
	}
	return Truth(r)
}

// RichCompare is the comparison with its raw result, which need not be a
// bool.
func RichCompare(op CompareOp, a, b any) any {
	if isPlain(a) && isPlain(b) {
		if r, ok := builtinCompare(op, a, b); ok {
			return r
		}
		if r, ok := builtinCompare(op.swapped(), b, a); ok {
			return r
		}
		return compareDefault(op, a, b)
	}
	ca, cb := TypeOf(a), TypeOf(b)
	swapped := false
	if ca != cb && cb.IsSubclassOf(ca) && cb.hasCompare(op.swapped()) {
		swapped = true
		if r, ok := compareSlot(op.swapped(), b, a, cb); ok {
			return r
		}
	}
	// A library class knows nothing of the program's own classes: Python's would give NotImplemented.
	if !swapped && ca.library() && !ca.heap && cb.heap && cb.hasCompare(op.swapped()) {
		swapped = true
		if r, ok := compareSlot(op.swapped(), b, a, cb); ok {
			return r
		}
	}
	if r, ok := compareSlot(op, a, b, ca); ok {
		return r
	}
	if !swapped {
		if r, ok := compareSlot(op.swapped(), b, a, cb); ok {
			return r
		}
	}
	return compareDefault(op, a, b)
}

// hasCompare reports whether Python code defines the comparison for the class.
func (c *Class) hasCompare(op CompareOp) bool {
	return c.operator(op.dunder()) != nil || op == OpNe && c.override(dEq) != nil
}

// compareSlot asks the class of a; false is NotImplemented.
func compareSlot(op CompareOp, a, b any, ca *Class) (any, bool) {
	if m := ca.operator(op.dunder()); m != nil {
		return tryBinary(m, a, b)
	}
	if o, ok := a.(*Object); ok {
		if o.base != nil {
			return boolResult(builtinCompare(op, o.base, baseOf(b)))
		}
		if op != OpNe {
			return nil, false
		}
	}
	if op == OpNe {
		if eq := ca.override(dEq); eq != nil {
			r, ok := tryBinary(eq, a, b)
			if !ok {
				return nil, false
			}
			return !Truth(r), true
		}
	}
	return boolResult(builtinCompare(op, a, baseOf(b)))
}

func boolResult(r, ok bool) (any, bool) { return r, ok }

// compareDefault is identity for == and !=, and TypeError for an order.
func compareDefault(op CompareOp, a, b any) any {
	switch op {
	case OpEq:
		return Is(a, b)
	case OpNe:
		return !Is(a, b)
	}
	Throwf(TypeError, "'%s' not supported between instances of '%s' and '%s'", op, TypeOf(a).name, TypeOf(b).name)
	return nil
}

// builtinCompare compares a value of a Go type with another; false is
// NotImplemented.
func builtinCompare(op CompareOp, a, b any) (result, ok bool) {
	switch x := a.(type) {
	case string:
		y, ok := b.(string)
		return ok && compareOrdered(op, x, y), ok
	case int, bool, *big.Int, float64, complex128:
		y := numberOf(b)
		if y.kind == notNumber {
			return false, false
		}
		return compareNumbers(op, numberOf(a), y)
	case Bytes:
		if y, ok := b.(Bytes); ok {
			return compareOrdered(op, string(x), string(y)), true
		}
		if y, ok := b.(pyComparer); ok {
			return y.pyCompare(op.swapped(), a)
		}
		return false, false
	case nil:
		return false, false
	case pyComparer:
		return x.pyCompare(op, b)
	}
	return structCompare(op, a, b)
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

// structCompare compares through the dunder interfaces of a typed struct.
func structCompare(op CompareOp, a, b any) (result, ok bool) {
	switch op {
	case OpEq:
		if x, ok := a.(Equaler); ok {
			return x.Equal(b), true
		}
	case OpNe:
		if x, ok := a.(Equaler); ok {
			return !x.Equal(b), true
		}
	case OpLt:
		if x, ok := a.(Lesser); ok {
			return x.Less(b), true
		}
	case OpLe:
		if x, ok := a.(LessEqualer); ok {
			return x.LessEqual(b), true
		}
	case OpGt:
		if x, ok := a.(Greaterer); ok {
			return x.Greater(b), true
		}
	case OpGe:
		if x, ok := a.(GreaterEqualer); ok {
			return x.GreaterEqual(b), true
		}
	}
	return false, false
}

// compareNumbers compares exactly, whatever the two types.
func compareNumbers(op CompareOp, x, y number) (result, ok bool) {
	switch max(x.kind, y.kind) {
	case numInt:
		return compareOrdered(op, x.i, y.i), true
	case numBig:
		return compareOrdered(op, x.big().Cmp(y.big()), 0), true
	case numComplex:
		if op > OpNe {
			return false, false
		}
		return complexEqual(x, y) == (op == OpEq), true
	}
	if x.kind == numFloat && y.kind == numFloat {
		return compareOrdered(op, x.f, y.f), true
	}
	if x.kind == numFloat {
		return compareFloatInt(op, x.f, y), true
	}
	return compareFloatInt(op.swapped(), y.f, x), true
}

func complexEqual(x, y number) bool {
	if x.kind == numComplex && y.kind == numComplex {
		return x.c == y.c
	}
	if y.kind == numComplex {
		x, y = y, x
	}
	if imag(x.c) != 0 {
		return false
	}
	eq, _ := compareNumbers(OpEq, number{kind: numFloat, f: real(x.c)}, y)
	return eq
}

// compareFloatInt compares a float with an int of any size, exactly.
func compareFloatInt(op CompareOp, f float64, n number) bool {
	switch {
	case math.IsNaN(f):
		return op == OpNe
	case math.IsInf(f, 1):
		return compareOrdered(op, 1, 0)
	case math.IsInf(f, -1):
		return compareOrdered(op, -1, 0)
	}
	if n.kind == numInt && n.i >= -1<<53 && n.i <= 1<<53 {
		return compareOrdered(op, f, float64(n.i))
	}
	whole := math.Floor(f)
	i, _ := big.NewFloat(whole).Int(nil)
	c := i.Cmp(n.big())
	if c == 0 && f != whole {
		c = 1
	}
	return compareOrdered(op, c, 0)
}

// Is is a is b. Ints, strings and the like are equal by value and type: which
// of them share an object in CPython is not observable here.
func Is(a, b any) bool { return identical(a, b) }

// Truth is bool(x).
func Truth(x any) bool {
	switch v := x.(type) {
	case bool:
		return v
	case nil:
		return false
	case int:
		return v != 0
	case string:
		return v != ""
	case float64:
		return v != 0
	case complex128:
		return v != 0
	case *big.Int:
		return true
	case Bytes:
		return v != ""
	case *Object:
		return objectTruth(v)
	case *Class, *Func:
		return true
	case Truther:
		return v.Truth()
	case pySized:
		return v.Len() != 0
	}
	return classTruth(x, TypeOf(x))
}

func objectTruth(o *Object) bool {
	if o.class.override(dBool) == nil && o.class.override(dLen) == nil && o.base != nil {
		return Truth(o.base)
	}
	return classTruth(o, o.class)
}

func classTruth(x any, c *Class) bool {
	if m := c.override(dBool); m != nil {
		r, err := callDunder(m, x)
		Check(err)
		b, ok := r.(bool)
		if !ok {
			Throwf(TypeError, "__bool__ should return bool, returned %s", TypeOf(r).name)
		}
		return b
	}
	if m := c.override(dLen); m != nil {
		return lenResult(callDunder(m, x)) != 0
	}
	return true
}
