package py

import (
	"math"
	"math/big"
)

// smallInts are the boxed ints that operations return without allocating.
var smallInts = func() (t [1029]any) {
	for i := range t {
		t[i] = i - 5
	}
	return t
}()

// BoxInt returns i in an any, from a table when it is small.
func BoxInt(i int) any {
	if uint(i+5) < uint(len(smallInts)) {
		return smallInts[i+5]
	}
	return i
}

// numKind orders the numeric types by width.
type numKind uint8

const (
	notNumber numKind = iota
	numInt
	numBig
	numFloat
	numComplex
)

// number is a numeric operand, with bool as int.
type number struct {
	kind numKind
	i    int
	b    *big.Int
	f    float64
	c    complex128
}

func numberOf(x any) number {
	switch x := x.(type) {
	case int:
		return number{kind: numInt, i: x}
	case bool:
		return number{kind: numInt, i: IntFromBool(x)}
	case *big.Int:
		return number{kind: numBig, b: x}
	case float64:
		return number{kind: numFloat, f: x}
	case complex128:
		return number{kind: numComplex, c: x}
	}
	return number{}
}

// big returns an int operand as a big.Int.
func (n number) big() *big.Int {
	if n.kind == numInt {
		return BigInt(n.i)
	}
	return n.b
}

// float returns the operand as a float; OverflowError if it is too large.
func (n number) float() float64 {
	switch n.kind {
	case numInt:
		return float64(n.i)
	case numBig:
		return FloatFromBig(n.b)
	}
	return n.f
}

func (n number) complex() complex128 {
	if n.kind == numComplex {
		return n.c
	}
	return complex(n.float(), 0)
}

// builtinBinary is a binary operator between two values of builtin types;
// false is NotImplemented on both sides.
func builtinBinary(op BinOp, a, b any) (any, bool) {
	x := numberOf(a)
	if x.kind != notNumber {
		if y := numberOf(b); y.kind != notNumber {
			return numericBinary(op, x, y, a, b)
		}
	}
	if r, ok := stringBinary(op, a, b); ok {
		return r, true
	}
	if p, ok := a.(pyBinary); ok {
		if r, ok := p.pyBinaryOp(op, b, false); ok {
			return r, true
		}
	}
	if p, ok := b.(pyBinary); ok {
		if r, ok := p.pyBinaryOp(op, a, true); ok {
			return r, true
		}
	}
	return nil, false
}

func isSequence(x any) bool {
	switch x.(type) {
	case string, Bytes, *ByteArray, AnySequence:
		return true
	}
	return false
}

func numericBinary(op BinOp, x, y number, a, b any) (any, bool) {
	switch max(x.kind, y.kind) {
	case numInt:
		if op >= OpAnd {
			p, isBool := a.(bool)
			q, both := b.(bool)
			if isBool && both {
				return boolBitwise(op, p, q), true
			}
		}
		return intBinary(op, x.i, y.i)
	case numBig:
		return bigBinary(op, x.big(), y.big())
	case numFloat:
		return floatBinary(op, x.float(), y.float())
	}
	return complexBinary(op, x.complex(), y.complex())
}

func boolBitwise(op BinOp, p, q bool) any {
	switch op {
	case OpAnd:
		return p && q
	case OpOr:
		return p || q
	}
	return p != q
}

func intBinary(op BinOp, x, y int) (any, bool) {
	switch op {
	case OpAdd:
		return AddIntAny(x, y), true
	case OpSub:
		return SubIntAny(x, y), true
	case OpMul:
		return MulIntAny(x, y), true
	case OpTrueDiv:
		return DivInt(x, y), true
	case OpFloorDiv, OpMod, OpDivMod:
		if x == math.MinInt && y == -1 {
			return bigBinary(op, BigInt(x), BigInt(y))
		}
		switch op {
		case OpFloorDiv:
			return BoxInt(FloorDivInt(x, y)), true
		case OpMod:
			return BoxInt(ModInt(x, y)), true
		}
		q, r := DivModInt(x, y)
		return NewTuple[any](q, r), true
	case OpPow:
		if y < 0 {
			return PowFloat(float64(x), float64(y)), true
		}
		return PowIntAny(x, y), true
	case OpLShift:
		return ShlIntAny(x, y), true
	case OpRShift:
		return BoxInt(ShrInt(x, y)), true
	case OpAnd:
		return BoxInt(x & y), true
	case OpOr:
		return BoxInt(x | y), true
	case OpXor:
		return BoxInt(x ^ y), true
	}
	return nil, false
}

func bigBinary(op BinOp, x, y *big.Int) (any, bool) {
	switch op {
	case OpAdd:
		return NormBig(AddBig(x, y)), true
	case OpSub:
		return NormBig(SubBig(x, y)), true
	case OpMul:
		return NormBig(MulBig(x, y)), true
	case OpTrueDiv:
		return DivBig(x, y), true
	case OpFloorDiv:
		return NormBig(FloorDivBig(x, y)), true
	case OpMod:
		return NormBig(ModBig(x, y)), true
	case OpDivMod:
		q, r := DivModBig(x, y)
		return NewTuple(NormBig(q), NormBig(r)), true
	case OpPow:
		if y.Sign() < 0 {
			return PowFloat(FloatFromBig(x), FloatFromBig(y)), true
		}
		return NormBig(PowBig(x, y)), true
	case OpLShift, OpRShift:
		return bigShift(op, x, y), true
	case OpAnd:
		return NormBig(AndBig(x, y)), true
	case OpOr:
		return NormBig(OrBig(x, y)), true
	case OpXor:
		return NormBig(XorBig(x, y)), true
	}
	return nil, false
}

func bigShift(op BinOp, x, y *big.Int) any {
	if !y.IsInt64() {
		switch {
		case y.Sign() < 0:
			Throw(ValueError.New("negative shift count"))
		case op == OpLShift && x.Sign() == 0:
			return 0
		case op == OpLShift:
			Throw(OverflowError.New("too many digits in integer"))
		case x.Sign() < 0:
			return -1
		}
		return 0
	}
	if op == OpLShift {
		return NormBig(ShlBig(x, int(y.Int64())))
	}
	return NormBig(ShrBig(x, int(y.Int64())))
}

func floatBinary(op BinOp, x, y float64) (any, bool) {
	switch op {
	case OpAdd:
		return x + y, true
	case OpSub:
		return x - y, true
	case OpMul:
		return x * y, true
	case OpTrueDiv:
		return DivFloat(x, y), true
	case OpFloorDiv:
		return FloorDivFloat(x, y), true
	case OpMod:
		return ModFloat(x, y), true
	case OpDivMod:
		q, r := DivModFloat(x, y)
		return NewTuple[any](q, r), true
	case OpPow:
		return PowFloatAny(x, y), true
	}
	return nil, false
}

func complexBinary(op BinOp, x, y complex128) (any, bool) {
	switch op {
	case OpAdd:
		return x + y, true
	case OpSub:
		return x - y, true
	case OpMul:
		return x * y, true
	case OpTrueDiv:
		return DivComplex(x, y), true
	case OpPow:
		return PowComplex(x, y), true
	case OpFloorDiv, OpMod, OpDivMod:
		return nil, false
	}
	return nil, false
}

// stringBinary is + * % of str and bytes; other sequences do their own.
func stringBinary(op BinOp, a, b any) (any, bool) {
	if s, ok := a.(string); ok {
		switch op {
		case OpAdd:
			t, ok := b.(string)
			if !ok {
				Throwf(TypeError, "can only concatenate str (not \"%s\") to str", TypeOf(b).name)
			}
			return s + t, true
		case OpMod:
			return FormatMod(s, b), true
		case OpMul:
			n, ok := repeatCount(b)
			if !ok {
				return nil, false
			}
			return RepeatStr(s, n), true
		}
		return nil, false
	}
	if s, ok := b.(string); ok && op == OpMul {
		if n, ok := repeatCount(a); ok {
			return RepeatStr(s, n), true
		}
	}
	if s, ok := a.(Bytes); ok {
		return bytesBinary(op, s, b)
	}
	if s, ok := b.(Bytes); ok && op == OpMul {
		if n, ok := repeatCount(a); ok {
			return s.Repeat(n), true
		}
	}
	return nil, false
}

// bytesBinary is + * % of bytes.
func bytesBinary(op BinOp, s Bytes, b any) (any, bool) {
	switch op {
	case OpAdd:
		t, ok := bytesLike(b)
		if !ok {
			Throwf(TypeError, "can't concat %s to bytes", TypeOf(b).name)
		}
		return s + t, true
	case OpMul:
		if n, ok := repeatCount(b); ok {
			return s.Repeat(n), true
		}
	case OpMod:
		return FormatMod(s, b), true
	}
	return nil, false
}

// numericUnary is - + ~ abs() of a builtin number.
func numericUnary(d dunder, a any) (any, bool) {
	if v, ok := a.(*autoValue); ok && d == dInvert {
		return &autoValue{a: v, neg: true}, true
	}
	x := numberOf(a)
	switch x.kind {
	case numInt:
		switch d {
		case dNeg:
			return SubIntAny(0, x.i), true
		case dPos:
			return BoxInt(x.i), true
		case dInvert:
			return BoxInt(^x.i), true
		case dAbs:
			if x.i < 0 {
				return SubIntAny(0, x.i), true
			}
			return BoxInt(x.i), true
		}
	case numBig:
		switch d {
		case dNeg:
			return NormBig(NegBig(x.b)), true
		case dPos:
			return x.b, true
		case dInvert:
			return NormBig(InvertBig(x.b)), true
		case dAbs:
			return NormBig(AbsBig(x.b)), true
		}
	case numFloat:
		switch d {
		case dNeg:
			return -x.f, true
		case dPos:
			return x.f, true
		case dAbs:
			return math.Abs(x.f), true
		}
	case numComplex:
		switch d {
		case dNeg:
			return -x.c, true
		case dPos:
			return x.c, true
		case dAbs:
			return AbsComplex(x.c), true
		}
	}
	return nil, false
}
