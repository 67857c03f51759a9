package py

// The binary operators over dynamic values. Each first tries the pairs that
// occur most, then BinaryOp: Python's dispatch to the operands' classes.

// Add is a + b.
func Add(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			if s := x + y; (x^s)&(y^s) >= 0 {
				return BoxInt(s)
			}
			return AddIntAny(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x + y
		}
	case string:
		if y, ok := b.(string); ok {
			return x + y
		}
	}
	return BinaryOp(OpAdd, a, b)
}

// Sub is a - b.
func Sub(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			if s := x - y; (x^y)&(x^s) >= 0 {
				return BoxInt(s)
			}
			return SubIntAny(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x - y
		}
	}
	return BinaryOp(OpSub, a, b)
}

// Mul is a * b.
func Mul(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			if int(int32(x)) == x && int(int32(y)) == y {
				return BoxInt(x * y)
			}
			return MulIntAny(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x * y
		}
	}
	return BinaryOp(OpMul, a, b)
}

// TrueDiv is a / b.
func TrueDiv(a, b any) any {
	if x, ok := a.(float64); ok {
		if y, ok := b.(float64); ok && y != 0 {
			return x / y
		}
	}
	return BinaryOp(OpTrueDiv, a, b)
}

// FloorDiv is a // b.
func FloorDiv(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok && y > 0 {
			q := x / y
			if x%y < 0 {
				q--
			}
			return BoxInt(q)
		}
	}
	return BinaryOp(OpFloorDiv, a, b)
}

// Mod is a % b.
func Mod(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok && y > 0 {
			r := x % y
			if r < 0 {
				r += y
			}
			return BoxInt(r)
		}
	}
	return BinaryOp(OpMod, a, b)
}

// DivMod is divmod(a, b).
func DivMod(a, b any) any { return BinaryOp(OpDivMod, a, b) }

// Pow is a ** b.
func Pow(a, b any) any { return BinaryOp(OpPow, a, b) }

// PowInts is pow(a, b) of ints: a float where b is negative.
func PowInts(a, b int) any { return Pow(a, b) }

// MatMul is a @ b.
func MatMul(a, b any) any { return BinaryOp(OpMatMul, a, b) }

// LShift is a << b.
func LShift(a, b any) any { return BinaryOp(OpLShift, a, b) }

// RShift is a >> b.
func RShift(a, b any) any { return BinaryOp(OpRShift, a, b) }

// And is a & b.
func And(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return BoxInt(x & y)
		}
	}
	return BinaryOp(OpAnd, a, b)
}

// Or is a | b.
func Or(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return BoxInt(x | y)
		}
	}
	return BinaryOp(OpOr, a, b)
}

// Xor is a ^ b.
func Xor(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return BoxInt(x ^ y)
		}
	}
	return BinaryOp(OpXor, a, b)
}

// BinaryOp is the operator with Python's dispatch: the left operand's method,
// the right operand's reflected method, the latter first when the right
// operand's class derives from the left one's.
func BinaryOp(op BinOp, a, b any) any {
	r, ok := binaryDispatch(op, a, b)
	if !ok {
		Throw(unsupported(op.String(), a, b))
	}
	return r
}

func binaryDispatch(op BinOp, a, b any) (any, bool) {
	if isPlain(a) && isPlain(b) {
		return builtinBinary(op, a, b)
	}
	ca, cb := TypeOf(a), TypeOf(b)
	left, right := ca.operator(op.binary()), any(nil)
	if cb != ca {
		right = cb.operator(op.reflected())
	}
	if right != nil && right != ca.operator(op.reflected()) && cb.IsSubclassOf(ca) {
		if r, ok := tryBinary(right, b, a); ok {
			return r, true
		}
		right = nil
		if left == nil {
			return builtinFallback(op, a, b)
		}
	}
	if left != nil {
		if r, ok := tryBinary(left, a, b); ok {
			return r, true
		}
	} else if op == OpMod && isFormatString(a) {
		return builtinBinary(op, baseOf(a), b)
	}
	if right != nil {
		if r, ok := tryBinary(right, b, a); ok {
			return r, true
		}
	}
	if left != nil && right != nil {
		return nil, false
	}
	x, y := baseOf(a), baseOf(b)
	if isPlain(x) || isPlain(y) && op == OpMul && right == nil {
		return builtinBinary(op, x, y)
	}
	if p, ok := x.(pyBinary); ok && left == nil {
		if r, ok := p.pyBinaryOp(op, b, false); ok {
			return r, true
		}
	}
	if p, ok := y.(pyBinary); ok && right == nil {
		return p.pyBinaryOp(op, a, true)
	}
	return nil, false
}

// builtinFallback is the operator of the builtin values inside, after a
// subclass's own method gave NotImplemented.
func builtinFallback(op BinOp, a, b any) (any, bool) {
	if x := baseOf(a); isPlain(x) {
		return builtinBinary(op, x, baseOf(b))
	}
	return nil, false
}

// tryBinary calls an operator method; false is NotImplemented.
func tryBinary(m, self, other any) (any, bool) {
	r, err := callDunder(m, self, other)
	Check(err)
	return r, r != NotImplemented
}

// isPlain reports whether x is a value of a builtin type itself, whose
// operators are Go code.
func isPlain(x any) bool {
	switch x.(type) {
	case int, string, float64, bool, nil, Bytes, complex128, *List[any], *Dict[any, any], *Tuple[any], *Set[any]:
		return true
	case *Object:
		return false
	}
	return !TypeOf(x).heap && TypeOf(x).layout != layoutOther
}

func isFormatString(x any) bool {
	switch baseOf(x).(type) {
	case string, Bytes, *ByteArray:
		return true
	}
	return false
}

// unsupported is the TypeError of a binary operator.
func unsupported(symbol string, a, b any) error {
	if symbol == "*" || symbol == "*=" {
		switch {
		case isSequence(a):
			return Errorf(TypeError, "can't multiply sequence by non-int of type '%s'", TypeOf(b).name)
		case isSequence(b):
			return Errorf(TypeError, "can't multiply sequence by non-int of type '%s'", TypeOf(a).name)
		}
	}
	return Errorf(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, TypeOf(a).name, TypeOf(b).name)
}

// The in-place operators. A value that changes itself is returned; else the
// result is that of the binary operator.

// IAdd is a += b.
func IAdd(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			if s := x + y; (x^s)&(y^s) >= 0 {
				return BoxInt(s)
			}
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x + y
		}
	case string:
		if y, ok := b.(string); ok {
			return x + y
		}
	}
	return InplaceOp(OpAdd, a, b)
}

// ISub is a -= b.
func ISub(a, b any) any { return InplaceOp(OpSub, a, b) }

// IMul is a *= b.
func IMul(a, b any) any { return InplaceOp(OpMul, a, b) }

// ITrueDiv is a /= b.
func ITrueDiv(a, b any) any { return InplaceOp(OpTrueDiv, a, b) }

// IFloorDiv is a //= b.
func IFloorDiv(a, b any) any { return InplaceOp(OpFloorDiv, a, b) }

// IMod is a %= b.
func IMod(a, b any) any { return InplaceOp(OpMod, a, b) }

// IPow is a **= b.
func IPow(a, b any) any { return InplaceOp(OpPow, a, b) }

// IMatMul is a @= b.
func IMatMul(a, b any) any { return InplaceOp(OpMatMul, a, b) }

// ILShift is a <<= b.
func ILShift(a, b any) any { return InplaceOp(OpLShift, a, b) }

// IRShift is a >>= b.
func IRShift(a, b any) any { return InplaceOp(OpRShift, a, b) }

// IAnd is a &= b.
func IAnd(a, b any) any { return InplaceOp(OpAnd, a, b) }

// IOr is a |= b.
func IOr(a, b any) any { return InplaceOp(OpOr, a, b) }

// IXor is a ^= b.
func IXor(a, b any) any { return InplaceOp(OpXor, a, b) }

// InplaceOp is the in-place operator with Python's dispatch.
func InplaceOp(op BinOp, a, b any) any {
	switch x := a.(type) {
	case int, float64, string, bool, nil:
	case pyInplace:
		if r, ok := x.pyInplaceOp(op, b); ok {
			return r
		}
	default:
		if m := TypeOf(a).operator(op.inplace()); m != nil {
			if r, ok := tryBinary(m, a, b); ok {
				return r
			}
		} else if p, ok := baseOf(a).(pyInplace); ok && TypeOf(a).override(op.binary()) == nil {
			if _, ok := p.pyInplaceOp(op, baseOf(b)); ok {
				return a
			}
		}
	}
	if r, ok := binaryDispatch(op, a, b); ok {
		return r
	}
	symbol := op.String() + "="
	if op == OpPow {
		symbol = "**="
	}
	Throw(unsupported(symbol, a, b))
	return nil
}

// Neg is -a.
func Neg(a any) any {
	switch x := a.(type) {
	case int:
		if x != -x || x == 0 {
			return BoxInt(-x)
		}
	case float64:
		return -x
	}
	return unary(dNeg, "-", a)
}

// Plus is +a.
func Plus(a any) any {
	switch a.(type) {
	case int, float64:
		return a
	}
	return unary(dPos, "+", a)
}

// Invert is ~a.
func Invert(a any) any {
	if x, ok := a.(int); ok {
		return BoxInt(^x)
	}
	return unary(dInvert, "~", a)
}

// Abs is abs(a).
func Abs(a any) any { return unary(dAbs, "abs()", a) }

func unary(d dunder, symbol string, a any) any {
	if !isPlain(a) {
		if m := TypeOf(a).override(d); m != nil {
			r, err := callDunder(m, a)
			Check(err)
			return r
		}
	}
	base := baseOf(a)
	if r, ok := numericUnary(d, base); ok {
		return r
	}
	if u, ok := base.(interface{ pyUnary(d dunder) (any, bool) }); ok {
		if r, ok := u.pyUnary(d); ok {
			return r
		}
	}
	Throwf(TypeError, "bad operand type for %s: '%s'", unarySymbol(d, symbol), TypeOf(a).name)
	return nil
}

func unarySymbol(d dunder, symbol string) string {
	if d == dAbs {
		return symbol
	}
	return "unary " + symbol
}
