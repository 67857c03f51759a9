package py

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/internal/libm"
)

// ReprFloat is repr(x): the shortest digits that read back as x, in CPython's choice of notation.
func ReprFloat(x float64) string {
	var buf [32]byte
	return string(appendReprFloat(buf[:0], x))
}

func appendReprFloat(b []byte, x float64) []byte {
	switch {
	case math.IsNaN(x):
		return append(b, "nan"...)
	case math.IsInf(x, 1):
		return append(b, "inf"...)
	case math.IsInf(x, -1):
		return append(b, "-inf"...)
	}
	if a := math.Abs(x); a == 0 || a >= 1e-4 && a < 1e16 {
		start := len(b)
		b = strconv.AppendFloat(b, x, 'f', -1, 64)
		for _, c := range b[start:] {
			if c == '.' {
				return b
			}
		}
		return append(b, ".0"...)
	}
	return strconv.AppendFloat(b, x, 'e', -1, 64)
}

// NegFloat is -x: of a constant zero too, where Go's own minus gives 0.0.
func NegFloat(x float64) float64 { return -x }

// DivFloat is a / b; ZeroDivisionError for b == 0.
func DivFloat(a, b float64) float64 {
	if b == 0 {
		throwZeroDivision("float division by zero")
	}
	return a / b
}

// DivModFloat is divmod(a, b), as CPython computes it.
func DivModFloat(a, b float64) (quotient, remainder float64) {
	if b == 0 {
		throwZeroDivision("float divmod()")
	}
	mod := math.Mod(a, b)
	div := (a - mod) / b
	if mod != 0 {
		if (b < 0) != (mod < 0) {
			mod += b
			div--
		}
	} else {
		mod = math.Copysign(0, b)
	}
	if div == 0 {
		return math.Copysign(0, a/b), mod
	}
	floor := math.Floor(div)
	if div-floor > 0.5 {
		floor++
	}
	return floor, mod
}

// DivModFloatTuple is divmod(a, b) as one value.
func DivModFloatTuple(a, b float64) Tuple2[float64, float64] {
	q, r := DivModFloat(a, b)
	return Tuple2[float64, float64]{q, r}
}

// FloorDivFloat is a // b.
func FloorDivFloat(a, b float64) float64 {
	if b == 0 {
		throwZeroDivision("float floor division by zero")
	}
	q, _ := DivModFloat(a, b)
	return q
}

// ModFloat is a % b, which has the sign of b.
func ModFloat(a, b float64) float64 {
	if b == 0 {
		throwZeroDivision("float modulo by zero")
	}
	mod := math.Mod(a, b)
	if mod == 0 {
		return math.Copysign(0, b)
	}
	if (b < 0) != (mod < 0) {
		mod += b
	}
	return mod
}

// PowFloat is a ** b where the result is a float: OverflowError if it is too large, ZeroDivisionError for 0.0 to a
// negative power. A negative base with a fractional exponent gives a complex in Python; see PowFloatAny. Here it is a
// ValueError.
func PowFloat(a, b float64) float64 {
	if a < 0 && b != math.Floor(b) && !math.IsInf(b, 0) && !math.IsNaN(b) && !math.IsInf(a, 0) {
		Throw(ValueError.New("negative number to a fractional power gives a complex; use complex(x) ** y"))
	}
	if a == 0 && b < 0 && !math.IsInf(b, 0) {
		throwZeroDivision(textZeroNegative)
	}
	r := libm.Pow(a, b)
	if math.IsInf(r, 0) && !math.IsInf(a, 0) && !math.IsInf(b, 0) {
		Throw(OverflowError.New(34, "Numerical result out of range"))
	}
	return r
}

// PowFloatAny is a ** b of floats in an any: complex for a negative base with a fractional exponent.
func PowFloatAny(a, b float64) any {
	if a < 0 && b != math.Floor(b) && !math.IsInf(b, 0) && !math.IsNaN(b) && !math.IsInf(a, 0) {
		return PowComplex(complex(a, 0), complex(b, 0))
	}
	return PowFloat(a, b)
}

// RoundFloat is round(x): to the nearest int, halves to even. ValueError for NaN, OverflowError for infinity or a result
// beyond 64 bits.
func RoundFloat(x float64) int { return IntFromFloat(math.RoundToEven(x)) }

// RoundFloatBig is round(x) as an int of any size, in an any.
func RoundFloatBig(x float64) any { return IntAnyFromFloat(math.RoundToEven(x)) }

// RoundDigits is round(x, ndigits): correctly rounded from the exact value of x, halves to even.
func RoundDigits(x float64, ndigits int) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) || x == 0 {
		return x
	}
	const maxDigits, minDigits = 323, -308
	if ndigits > maxDigits {
		return x
	}
	if ndigits < minDigits {
		return math.Copysign(0, x)
	}
	var buf [400]byte
	if ndigits >= 0 {
		r, err := strconv.ParseFloat(string(strconv.AppendFloat(buf[:0], x, 'f', ndigits, 64)), 64)
		if err != nil {
			Throw(OverflowError.New("rounded value too large to represent"))
		}
		return r
	}
	return roundTens(x, -ndigits)
}

// roundTens rounds to a multiple of 10**n, halves to even, exactly.
func roundTens(x float64, n int) float64 {
	exact := new(big.Rat)
	exact.SetFloat64(x)
	pow := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
	q := new(big.Rat).Quo(exact, new(big.Rat).SetInt(pow))
	whole, rem := DivModBig(q.Num(), q.Denom())
	rem.Lsh(rem, 1)
	if c := rem.Cmp(q.Denom()); c > 0 || c == 0 && whole.Bit(0) == 1 {
		whole.Add(whole, bigOne)
	}
	f, _ := new(big.Float).SetInt(whole.Mul(whole, pow)).Float64()
	if math.IsInf(f, 0) {
		Throw(OverflowError.New("rounded value too large to represent"))
	}
	if f == 0 {
		return math.Copysign(0, x)
	}
	return f
}

// FloatIsInteger is x.is_integer().
func FloatIsInteger(x float64) bool { return !math.IsInf(x, 0) && x == math.Floor(x) }

// FloatAsIntegerRatio is x.as_integer_ratio(), as ints of any size.
func FloatAsIntegerRatio(x float64) Tuple2[*big.Int, *big.Int] {
	if math.IsNaN(x) {
		Throw(ValueError.New("cannot convert NaN to integer ratio"))
	}
	if math.IsInf(x, 0) {
		Throw(OverflowError.New("cannot convert Infinity to integer ratio"))
	}
	r := new(big.Rat)
	r.SetFloat64(x)
	return Tuple2[*big.Int, *big.Int]{new(big.Int).Set(r.Num()), new(big.Int).Set(r.Denom())}
}

// FloatHex is x.hex().
func FloatHex(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ReprFloat(x)
	}
	bits := math.Float64bits(x)
	exp := int(bits >> 52 & 0x7ff)
	mant := bits & (1<<52 - 1)
	lead := byte('1')
	if exp == 0 {
		lead = '0'
		if mant != 0 {
			exp = 1
		}
	}
	e := exp - 1023
	if x == 0 {
		e = 0
	}
	b := make([]byte, 0, 24)
	if bits>>63 != 0 {
		b = append(b, '-')
	}
	b = append(b, '0', 'x', lead, '.')
	if x == 0 {
		b = append(b, '0')
	} else {
		for i := 48; i >= 0; i -= 4 {
			b = append(b, hexDigits[mant>>i&15])
		}
	}
	b = append(b, 'p')
	if e >= 0 {
		b = append(b, '+')
	}
	return string(strconv.AppendInt(b, int64(e), 10))
}

// FloatFromHex is float.fromhex(s).
func FloatFromHex(s string) float64 {
	bad := func() float64 {
		Throw(ValueError.New("invalid hexadecimal floating-point string"))
		return 0
	}
	t := strings.ToLower(strings.Trim(s, " \t\n\v\f\r"))
	sign := 1.0
	if t != "" && (t[0] == '-' || t[0] == '+') {
		if t[0] == '-' {
			sign = -1
		}
		t = t[1:]
	}
	switch t {
	case "inf", "infinity":
		return sign * math.Inf(1)
	case "nan":
		return math.NaN()
	}
	t = strings.TrimPrefix(t, "0x")
	mant, exp, hasExp := strings.Cut(t, "p")
	if hasExp && (exp == "" || strings.Trim(exp, "0123456789+-") != "") {
		return bad()
	}
	if !hasExp {
		exp = "0"
	}
	if strings.Trim(mant, "0123456789abcdef.") != "" || strings.Trim(mant, ".") == "" {
		return bad()
	}
	f, err := strconv.ParseFloat("0x"+mant+"p"+exp, 64)
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok && e.Err == strconv.ErrRange {
			Throw(OverflowError.New("hexadecimal value too large to represent as a float"))
		}
		return bad()
	}
	return sign * f
}

// ParseFloat is float(s) of a str; ValueError worded as CPython.
func ParseFloat(s string) (float64, error) {
	if f, ok := parseFloatText(s); ok {
		return f, nil
	}
	return 0, ValueError.New("could not convert string to float: " + ReprString(s))
}

// parseFloatText reads a float as Python's float() does: surrounding whitespace, underscores between digits, inf and nan
// in any case, decimal digits of every script.
func parseFloatText(s string) (float64, bool) {
	t := strings.TrimFunc(s, isSpace)
	if !isASCII(t) {
		t = asciiDigits(t)
	}
	if t == "" {
		return 0, false
	}
	underscores := false
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case c >= '0' && c <= '9', c == '.', c == 'e', c == 'E', c == '+', c == '-':
		case c == '_':
			if i == 0 || i+1 == len(t) || !isDigitByte(t[i-1]) || !isDigitByte(t[i+1]) {
				return 0, false
			}
			underscores = true
		default:
			return parseSpecialFloat(t)
		}
	}
	if underscores {
		t = strings.ReplaceAll(t, "_", "")
	}
	f, err := strconv.ParseFloat(t, 64)
	if err != nil {
		e, ok := err.(*strconv.NumError)
		return f, ok && e.Err == strconv.ErrRange
	}
	return f, true
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

func parseSpecialFloat(t string) (float64, bool) {
	sign := 1.0
	if t[0] == '-' || t[0] == '+' {
		if t[0] == '-' {
			sign = -1
		}
		t = t[1:]
	}
	switch strings.ToLower(t) {
	case "inf", "infinity":
		return math.Inf(int(sign)), true
	case "nan":
		return math.Copysign(math.NaN(), sign), true
	}
	return 0, false
}

// asciiDigits replaces the decimal digits of other scripts by 0-9, and spaces by ' '.
func asciiDigits(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		switch d := decimalValue(r); {
		case d >= 0:
			b = append(b, byte('0'+d))
		case isSpace(r):
			b = append(b, ' ')
		default:
			b = append(b, s[i:i+w]...)
		}
		i += w
	}
	return string(b)
}
