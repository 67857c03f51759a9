package py

import (
	"math"
	"math/big"
)

// NormBig returns x as an `any` holds it: an int when it fits 64 bits.
func NormBig(x *big.Int) any {
	if x.IsInt64() {
		return int(x.Int64())
	}
	return x
}

// Big returns a Python int held in an any (int, bool or *big.Int) as *big.Int; false for other values. The result must not be changed.
func Big(x any) (*big.Int, bool) {
	switch v := x.(type) {
	case int:
		return big.NewInt(int64(v)), true
	case *big.Int:
		return v, true
	case bool:
		return big.NewInt(int64(IntFromBool(v))), true
	}
	return nil, false
}

// BigInt converts an int to the big form.
func BigInt(x int) *big.Int { return big.NewInt(int64(x)) }

// BigLit makes a big int from decimal digits that the translator has checked.
func BigLit(digits string) *big.Int {
	x, ok := new(big.Int).SetString(digits, 0)
	if !ok {
		panic("py: bad big int literal " + digits)
	}
	return x
}

// IntFromBig converts a big int to 64 bits; OverflowError if it does not fit.
func IntFromBig(x *big.Int) int {
	if !x.IsInt64() {
		throwIntOverflow()
	}
	return int(x.Int64())
}

// AddBig returns a + b.
func AddBig(a, b *big.Int) *big.Int { return new(big.Int).Add(a, b) }

// SubBig returns a - b.
func SubBig(a, b *big.Int) *big.Int { return new(big.Int).Sub(a, b) }

// MulBig returns a * b.
func MulBig(a, b *big.Int) *big.Int { return new(big.Int).Mul(a, b) }

// NegBig returns -a.
func NegBig(a *big.Int) *big.Int { return new(big.Int).Neg(a) }

// AbsBig returns abs(a).
func AbsBig(a *big.Int) *big.Int { return new(big.Int).Abs(a) }

// InvertBig returns ~a.
func InvertBig(a *big.Int) *big.Int { return new(big.Int).Not(a) }

// AndBig returns a & b.
func AndBig(a, b *big.Int) *big.Int { return new(big.Int).And(a, b) }

// OrBig returns a | b.
func OrBig(a, b *big.Int) *big.Int { return new(big.Int).Or(a, b) }

// XorBig returns a ^ b.
func XorBig(a, b *big.Int) *big.Int { return new(big.Int).Xor(a, b) }

// DivModBig returns divmod(a, b): floor division and the remainder with b's sign.
func DivModBig(a, b *big.Int) (quotient, remainder *big.Int) {
	if b.Sign() == 0 {
		throwZeroDivision(textIntDivision)
	}
	q, r := new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 && r.Sign() != b.Sign() {
		q.Sub(q, bigOne)
		r.Add(r, b)
	}
	return q, r
}

var bigOne = big.NewInt(1)

// FloorDivBig returns a // b.
func FloorDivBig(a, b *big.Int) *big.Int {
	q, _ := DivModBig(a, b)
	return q
}

// ModBig returns a % b.
func ModBig(a, b *big.Int) *big.Int {
	if b.Sign() == 0 {
		throwZeroDivision(textIntModulo)
	}
	_, r := DivModBig(a, b)
	return r
}

// DivBig returns a / b, the correctly rounded float; OverflowError if it is too large.
func DivBig(a, b *big.Int) float64 {
	if b.Sign() == 0 {
		throwZeroDivision(textDivision)
	}
	return divBigFloat(a, b)
}

func divBigFloat(a, b *big.Int) float64 {
	if a.Sign() == 0 && b.Sign() < 0 {
		return math.Copysign(0, -1)
	}
	f, _ := new(big.Rat).SetFrac(a, b).Float64()
	if math.IsInf(f, 0) {
		Throw(OverflowError.New("integer division result too large for a float"))
	}
	return f
}

// PowBig returns a ** b for b >= 0.
func PowBig(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		Throw(OverflowError.New("negative exponent of an int power gives a float; use float(x) ** y"))
	}
	if a.IsInt64() {
		switch a.Int64() {
		case 0, 1:
			if b.Sign() == 0 {
				return big.NewInt(1)
			}
			return a
		case -1:
			if b.Bit(0) == 0 {
				return big.NewInt(1)
			}
			return a
		case 2:
			if b.IsInt64() {
				return new(big.Int).Lsh(bigOne, uint(b.Int64()))
			}
		}
	}
	if !b.IsInt64() {
		Throw(MemoryError.New())
	}
	return new(big.Int).Exp(a, b, nil)
}

// PowBigAny is a ** b of big ints in an any: a float for a negative exponent.
func PowBigAny(a, b *big.Int) any {
	if b.Sign() < 0 {
		return PowFloat(FloatFromBig(a), FloatFromBig(b))
	}
	return NormBig(PowBig(a, b))
}

// PowModBig is pow(base, exp, mod).
func PowModBig(base, exp, mod *big.Int) *big.Int {
	if mod.Sign() == 0 {
		Throw(ValueError.New("pow() 3rd argument cannot be 0"))
	}
	m := new(big.Int).Abs(mod)
	b, e := base, exp
	if exp.Sign() < 0 {
		inv := new(big.Int).ModInverse(base, m)
		if inv == nil {
			Throw(ValueError.New("base is not invertible for the given modulus"))
		}
		b, e = inv, new(big.Int).Neg(exp)
	}
	r := new(big.Int).Exp(b, e, m)
	if m.IsInt64() && m.Int64() == 1 {
		r.SetInt64(0)
	}
	if mod.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, mod)
	}
	return r
}

// AnyInt is an int of either size.
type AnyInt interface{ int | *big.Int }

// bigOf gives an int of either size the big form.
func bigOf[N AnyInt](n N) *big.Int {
	switch v := any(n).(type) {
	case int:
		return big.NewInt(int64(v))
	case *big.Int:
		return v
	}
	panic("py: neither int nor *big.Int")
}

// shiftCount checks the right operand of a shift.
func shiftCount[N AnyInt](n N) int {
	b := bigOf(n)
	if b.Sign() < 0 {
		Throw(ValueError.New(textNegativeShift))
	}
	if !b.IsInt64() {
		return math.MaxInt
	}
	return int(b.Int64())
}

// ShlBig returns a << n.
func ShlBig[N AnyInt](a *big.Int, n N) *big.Int {
	count := shiftCount(n)
	if a.Sign() == 0 {
		return new(big.Int)
	}
	if count > 1<<36 {
		Throw(OverflowError.New("too many digits in integer"))
	}
	return new(big.Int).Lsh(a, uint(count))
}

// ShrBig returns a >> n, rounded towards minus infinity.
func ShrBig[N AnyInt](a *big.Int, n N) *big.Int {
	return new(big.Int).Rsh(a, uint(min(shiftCount(n), a.BitLen()+1)))
}

// CompareBig returns -1, 0 or 1.
func CompareBig(a, b *big.Int) int { return a.Cmp(b) }

// BigFromFloat is int(x) of a float of any size; ValueError for NaN, OverflowError for infinity.
func BigFromFloat(x float64) *big.Int {
	if math.IsNaN(x) {
		Throw(ValueError.New("cannot convert float NaN to integer"))
	}
	if math.IsInf(x, 0) {
		Throw(OverflowError.New("cannot convert float infinity to integer"))
	}
	r, _ := new(big.Float).SetFloat64(x).Int(nil)
	return r
}

// IntAnyFromFloat is int(x) of a float, in the form an any holds.
func IntAnyFromFloat(x float64) any {
	if x >= -(1<<63) && x < 1<<63 {
		return int(x)
	}
	return NormBig(BigFromFloat(x))
}

// FloatFromBig is float(x) of an int: correctly rounded, OverflowError if too large.
func FloatFromBig(x *big.Int) float64 {
	f, _ := new(big.Float).SetInt(x).Float64()
	if math.IsInf(f, 0) {
		Throw(OverflowError.New("int too large to convert to float"))
	}
	return f
}

// BitCountBig is x.bit_count().
func BitCountBig(x *big.Int) int {
	n := 0
	for _, w := range x.Bits() {
		n += BitCount(int(w>>1)) + int(w&1)
	}
	return n
}

// RoundBig is round(x, ndigits) of an int: for negative ndigits to a power of ten, half to even.
func RoundBig(x *big.Int, ndigits int) *big.Int {
	if ndigits >= 0 {
		return x
	}
	if -ndigits > x.BitLen() {
		return new(big.Int) // 10**-ndigits is more than twice as large
	}
	pow := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-ndigits)), nil)
	q, r := DivModBig(x, pow)
	r.Lsh(r, 1)
	if c := r.Cmp(pow); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, bigOne)
	}
	return q.Mul(q, pow)
}

// BigStr is str(x). CPython's limit of 4300 digits (sys.set_int_max_str_digits) holds.
func BigStr(x *big.Int) string {
	if x.BitLen() > 14000 {
		checkIntDigits(x)
	}
	return x.String()
}

// MaxStrDigits is sys.get_int_max_str_digits(): the limit of int <-> decimal str conversion, 0 for none.
var MaxStrDigits = 4300

func checkIntDigits(x *big.Int) {
	if MaxStrDigits == 0 {
		return
	}
	limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(MaxStrDigits)), nil)
	if x.CmpAbs(limit) >= 0 {
		Throwf(ValueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", MaxStrDigits)
	}
}

// MulRange returns lo * (lo+1) * ... * hi, 1 if hi < lo: what math.factorial, comb and perm need. It multiplies in
// 64-bit chunks first, then in a balanced tree, which is several times faster than math/big's own.
func MulRange(lo, hi int) *big.Int {
	if lo > hi {
		return big.NewInt(1)
	}
	if lo <= 0 && hi >= 0 {
		return new(big.Int)
	}
	chunks := make([]*big.Int, 0, (hi-lo)/4+1)
	acc := lo
	for i := lo + 1; i <= hi; i++ {
		if c, ok := mulIntOK(acc, i); ok {
			acc = c
			continue
		}
		chunks = append(chunks, big.NewInt(int64(acc)))
		acc = i
	}
	chunks = append(chunks, big.NewInt(int64(acc)))
	for len(chunks) > 1 {
		half := chunks[:0]
		for i := 0; i+1 < len(chunks); i += 2 {
			half = append(half, chunks[i].Mul(chunks[i], chunks[i+1]))
		}
		if len(chunks)%2 == 1 {
			half = append(half, chunks[len(chunks)-1])
		}
		chunks = half
	}
	return chunks[0]
}
