package py

import (
	"math"
	"math/big"
	"math/bits"
)

// Overflow of a 64-bit int is an error that names the way out, never a wrong number.
const intOverflowText = "int result does not fit in 64 bits; convert with --int=big"

//go:noinline
func throwIntOverflow() { Throw(OverflowError.New(intOverflowText)) }

//go:noinline
func throwZeroDivision(text string) { Throw(ZeroDivisionError.New(text)) }

const (
	textIntDivision   = "integer division or modulo by zero"
	textIntModulo     = "integer modulo by zero"
	textDivision      = "division by zero"
	textZeroNegative  = "0.0 cannot be raised to a negative power"
	textNegativeShift = "negative shift count"
)

// AddInt returns a + b; OverflowError if it does not fit.
func AddInt(a, b int) int {
	c := a + b
	if (c^a)&(c^b) < 0 {
		throwIntOverflow()
	}
	return c
}

// SubInt returns a - b; OverflowError if it does not fit.
func SubInt(a, b int) int {
	c := a - b
	if (a^b)&(a^c) < 0 {
		throwIntOverflow()
	}
	return c
}

// MulInt returns a * b; OverflowError if it does not fit.
func MulInt(a, b int) int {
	if int(int32(a)) == a && int(int32(b)) == b {
		return a * b
	}
	return mulIntSlow(a, b)
}

func mulIntSlow(a, b int) int {
	c, ok := mulIntOK(a, b)
	if !ok {
		throwIntOverflow()
	}
	return c
}

// mulIntOK multiplies and tells whether the product fits.
func mulIntOK(a, b int) (int, bool) {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	h := int64(hi) - int64(a)>>63&int64(b) - int64(b)>>63&int64(a)
	return int(lo), h == int64(lo)>>63
}

// NegInt returns -a; OverflowError for the smallest int.
func NegInt(a int) int {
	if a == math.MinInt {
		throwIntOverflow()
	}
	return -a
}

// AbsInt returns abs(a); OverflowError for the smallest int.
func AbsInt(a int) int {
	if a < 0 {
		return NegInt(a)
	}
	return a
}

// FloorDivInt returns a // b, rounded towards minus infinity.
func FloorDivInt(a, b int) int {
	if b == 0 {
		throwZeroDivision(textIntDivision)
	}
	q := a / b
	if r := a - q*b; r != 0 && r^b < 0 {
		return q - 1
	}
	if q == math.MinInt && b == -1 {
		throwIntOverflow()
	}
	return q
}

// ModInt returns a % b, which has the sign of b.
func ModInt(a, b int) int {
	if b == 0 {
		throwZeroDivision(textIntModulo)
	}
	r := a % b
	if r != 0 && r^b < 0 {
		r += b
	}
	return r
}

// DivModInt returns divmod(a, b).
func DivModInt(a, b int) (quotient, remainder int) {
	if b == 0 {
		throwZeroDivision(textIntDivision)
	}
	return FloorDivInt(a, b), ModInt(a, b)
}

// DivModIntTuple returns divmod(a, b) as one value.
func DivModIntTuple(a, b int) Tuple2[int, int] {
	q, r := DivModInt(a, b)
	return Tuple2[int, int]{q, r}
}

// DivInt returns a / b, the correctly rounded quotient.
func DivInt(a, b int) float64 {
	if b == 0 {
		throwZeroDivision(textDivision)
	}
	const exact = 1 << 53
	if a >= -exact && a <= exact && b >= -exact && b <= exact {
		return float64(a) / float64(b)
	}
	return divBigFloat(big.NewInt(int64(a)), big.NewInt(int64(b)))
}

// PowInt returns a ** b for b >= 0. In Python a negative exponent gives a float, which this typed form cannot: it raises
// an OverflowError that says so.
func PowInt(a, b int) int {
	if b < 0 {
		Throw(OverflowError.New("negative exponent of an int power gives a float; use float(x) ** y"))
	}
	r := 1
	for {
		if b&1 != 0 {
			r = MulInt(r, a)
		}
		b >>= 1
		if b == 0 {
			return r
		}
		a = MulInt(a, a)
	}
}

// PowModInt is pow(base, exp, mod).
func PowModInt(base, exp, mod int) int {
	if mod == 0 {
		Throw(ValueError.New("pow() 3rd argument cannot be 0"))
	}
	m := uint64(mod)
	if mod < 0 {
		m = -m
	}
	if exp < 0 {
		r := PowModBig(big.NewInt(int64(base)), big.NewInt(int64(exp)), big.NewInt(int64(mod)))
		return int(r.Int64())
	}
	b := uint64(ModInt(base, absForMod(mod)))
	if m == 1<<63 {
		r := PowModBig(big.NewInt(int64(base)), big.NewInt(int64(exp)), big.NewInt(int64(mod)))
		return int(r.Int64())
	}
	r := uint64(1) % m
	for e := uint64(exp); e > 0; e >>= 1 {
		if e&1 != 0 {
			hi, lo := bits.Mul64(r, b)
			_, r = bits.Div64(hi, lo, m)
		}
		hi, lo := bits.Mul64(b, b)
		_, b = bits.Div64(hi, lo, m)
	}
	if mod < 0 && r != 0 {
		return int(r) + mod
	}
	return int(r)
}

func absForMod(m int) int {
	if m < 0 && m != math.MinInt {
		return -m
	}
	return m
}

// ShlInt returns a << n.
func ShlInt(a, n int) int {
	if n < 0 {
		Throw(ValueError.New(textNegativeShift))
	}
	if a == 0 {
		return 0
	}
	if n < 64 {
		if c := a << n; c>>n == a {
			return c
		}
	}
	throwIntOverflow()
	return 0
}

// ShrInt returns a >> n.
func ShrInt(a, n int) int {
	if n < 0 {
		Throw(ValueError.New(textNegativeShift))
	}
	if n > 63 {
		n = 63
	}
	return a >> n
}

// IntFromFloat is int(x) of a float that must fit 64 bits; ValueError for NaN, OverflowError for infinity or a value
// out of range.
func IntFromFloat(x float64) int {
	if x >= -(1<<63) && x < 1<<63 {
		return int(x)
	}
	BigFromFloat(x)
	throwIntOverflow()
	return 0
}

// IntFromBool is int(x) of a bool.
func IntFromBool(x bool) int {
	if x {
		return 1
	}
	return 0
}

// FloatFromBool is float(x) of a bool.
func FloatFromBool(x bool) float64 {
	if x {
		return 1
	}
	return 0
}

// BitLength is a.bit_length().
func BitLength[N AnyInt](a N) int {
	if i, ok := any(a).(int); ok {
		if i < 0 {
			return bits.Len64(uint64(-i))
		}
		return bits.Len64(uint64(i))
	}
	return bigOf(a).BitLen()
}

// BitCount is a.bit_count(): the ones of the absolute value.
func BitCount[N AnyInt](a N) int {
	if i, ok := any(a).(int); ok {
		if i < 0 {
			return bits.OnesCount64(uint64(-i))
		}
		return bits.OnesCount64(uint64(i))
	}
	return BitCountBig(bigOf(a))
}

// IntAsIntegerRatio is a.as_integer_ratio().
func IntAsIntegerRatio[N AnyInt](a N) Tuple2[N, int] { return Tuple2[N, int]{a, 1} }

// RoundInt is round(a, ndigits): to a power of ten, half to even, for negative ndigits.
func RoundInt(a, ndigits int) int {
	if ndigits >= 0 {
		return a
	}
	b := RoundBig(big.NewInt(int64(a)), ndigits)
	if !b.IsInt64() {
		throwIntOverflow()
	}
	return int(b.Int64())
}

// AddIntAny is a + b of Python's unbounded ints, for values in an any.
func AddIntAny(a, b int) any {
	c := a + b
	if (c^a)&(c^b) < 0 {
		return AddBig(big.NewInt(int64(a)), big.NewInt(int64(b)))
	}
	return c
}

// SubIntAny is a - b of unbounded ints.
func SubIntAny(a, b int) any {
	c := a - b
	if (a^b)&(a^c) < 0 {
		return SubBig(big.NewInt(int64(a)), big.NewInt(int64(b)))
	}
	return c
}

// MulIntAny is a * b of unbounded ints.
func MulIntAny(a, b int) any {
	c, ok := mulIntOK(a, b)
	if !ok {
		return MulBig(big.NewInt(int64(a)), big.NewInt(int64(b)))
	}
	return c
}

// ShlIntAny is a << n of unbounded ints.
func ShlIntAny(a, n int) any {
	if n >= 0 && n < 64 {
		if c := a << n; c>>n == a {
			return c
		}
	}
	return NormBig(ShlBig(big.NewInt(int64(a)), n))
}

// PowIntAny is a ** b of unbounded ints: a float for a negative exponent.
func PowIntAny(a, b int) any {
	if b < 0 {
		return PowFloat(float64(a), float64(b))
	}
	r, base := 1, a
	for e := b; ; {
		var ok bool
		if e&1 != 0 {
			if r, ok = mulIntOK(r, base); !ok {
				break
			}
		}
		if e >>= 1; e == 0 {
			return r
		}
		if base, ok = mulIntOK(base, base); !ok {
			break
		}
	}
	return NormBig(PowBig(big.NewInt(int64(a)), big.NewInt(int64(b))))
}
