package py

import (
	"math"
	"math/cmplx"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/internal/libm"
)

// ReprComplex is repr(z) and str(z).
func ReprComplex(z complex128) string {
	re, im := real(z), imag(z)
	part := func(x float64) string { return strings.TrimSuffix(ReprFloat(x), ".0") }
	if re == 0 && !math.Signbit(re) {
		return part(im) + "j"
	}
	sep := ""
	if !math.Signbit(im) || math.IsNaN(im) {
		sep = "+"
	}
	return "(" + part(re) + sep + part(im) + "j)"
}

// NewComplex is complex(re, im).
func NewComplex(re, im float64) complex128 { return complex(re, im) }

// MulComplex is a * b, computed as CPython does.
func MulComplex(a, b complex128) complex128 {
	return complex(real(a)*real(b)-imag(a)*imag(b), real(a)*imag(b)+imag(a)*real(b))
}

// DivComplex is a / b; ZeroDivisionError for b == 0. It scales by the larger part of b, as CPython does.
func DivComplex(a, b complex128) complex128 {
	br, bi := math.Abs(real(b)), math.Abs(imag(b))
	switch {
	case br >= bi:
		if br == 0 {
			throwZeroDivision("complex division by zero")
		}
		ratio := imag(b) / real(b)
		denom := real(b) + imag(b)*ratio
		return complex((real(a)+imag(a)*ratio)/denom, (imag(a)-real(a)*ratio)/denom)
	case bi >= br:
		ratio := real(b) / imag(b)
		denom := real(b)*ratio + imag(b)
		return complex((real(a)*ratio+imag(a))/denom, (imag(a)*ratio-real(a))/denom)
	}
	return complex(math.NaN(), math.NaN())
}

// PowComplex is a ** b. Small integral exponents multiply, others go through polar coordinates, as in CPython.
func PowComplex(a, b complex128) complex128 {
	if n := real(b); imag(b) == 0 && n == math.Floor(n) && math.Abs(n) <= 100 {
		r := powComplexInt(a, int(n))
		checkComplex(r)
		return r
	}
	if b == 0 {
		return 1
	}
	if a == 0 {
		if imag(b) != 0 || real(b) < 0 {
			throwZeroDivision("0.0 to a negative or complex power")
		}
		return 0
	}
	vabs := hypot(real(a), imag(a))
	length := libm.Pow(vabs, real(b))
	at := libm.Atan2(imag(a), real(a))
	phase := at * real(b)
	if imag(b) != 0 {
		length *= libm.Exp(-at * imag(b))
		phase += imag(b) * libm.Log(vabs)
	}
	r := complex(length*libm.Cos(phase), length*libm.Sin(phase))
	checkComplex(r)
	return r
}

func checkComplex(r complex128) {
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		Throw(OverflowError.New("complex exponentiation"))
	}
}

func powComplexInt(a complex128, n int) complex128 {
	if n <= 0 {
		if n == 0 {
			return 1
		}
		if a == 0 {
			throwZeroDivision("0.0 to a negative or complex power")
		}
		return DivComplex(1, powComplexInt(a, -n))
	}
	r, p := complex128(1), a
	for mask := 1; mask <= n; mask <<= 1 {
		if n&mask != 0 {
			r = MulComplex(r, p)
		}
		p = MulComplex(p, p)
	}
	return r
}

// AbsComplex is abs(z); OverflowError if it is too large.
func AbsComplex(z complex128) float64 {
	r := hypot(real(z), imag(z))
	if math.IsInf(r, 0) && !cmplx.IsInf(z) {
		Throw(OverflowError.New("absolute value too large"))
	}
	return r
}

// hypot is the length of (x, y), correctly rounded but for the rarest cases: the square root of the exact sum of
// squares, with one step of correction.
func hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if math.IsInf(x, 1) || math.IsInf(y, 1) {
		return math.Inf(1)
	}
	if x != x || y != y {
		return math.NaN()
	}
	if x < y {
		x, y = y, x
	}
	if y == 0 {
		return x
	}
	const tiny, scale = 0x1p-459, 0x1p600
	switch {
	case y <= x*0x1p-54:
		return x + y
	case x > 0x1p511:
		return hypotOf(x/scale, y/scale) * scale
	case y < tiny:
		return hypotOf(x*scale, y*scale) / scale
	}
	return hypotOf(x, y)
}

// hypotOf is the square root of x*x + y*y, x >= y > 0, with Borges' correction
// of its rounding ("An Improved Algorithm for hypot(a,b)"), without fused
// operations as the C library that CPython calls does it.
func hypotOf(x, y float64) float64 {
	h := math.Sqrt(float64(x*x) + float64(y*y))
	var high, low float64
	if h <= 2*y {
		d := h - y
		high = x * (float64(2*d) - x)
		low = (d - float64(2*(x-y))) * d
	} else {
		d := h - x
		high = 2 * d * (x - float64(2*y))
		low = float64((float64(4*d)-y)*y) + float64(d*d)
	}
	return h - (high+low)/(2*h)
}

// ComplexConjugate is z.conjugate().
func ComplexConjugate(z complex128) complex128 { return complex(real(z), -imag(z)) }

// ComplexReal is z.real.
func ComplexReal(z complex128) float64 { return real(z) }

// ComplexImag is z.imag.
func ComplexImag(z complex128) float64 { return imag(z) }

// ParseComplex is complex(s) of a str.
func ParseComplex(s string) (complex128, error) {
	bad := ValueError.New("complex() arg is a malformed string")
	if strings.Contains(s, "_") && !underscoresFit(s) {
		bad = ValueError.New("could not convert string to complex: " + ReprString(s))
	}
	t := strings.TrimFunc(s, isSpace)
	if !isASCII(t) {
		t = asciiDigits(t)
	}
	if strings.HasPrefix(t, "(") {
		if !strings.HasSuffix(t, ")") {
			return 0, bad
		}
		t = strings.TrimFunc(t[1:len(t)-1], isSpace)
	}
	if t == "" {
		return 0, bad
	}
	last := t[len(t)-1]
	if last != 'j' && last != 'J' {
		f, ok := parseComplexPart(t)
		if !ok {
			return 0, bad
		}
		return complex(f, 0), nil
	}
	t = t[:len(t)-1]
	// The imaginary part starts at the last sign that does not belong to an exponent.
	split := 0
	for i := len(t) - 1; i > 0; i-- {
		if (t[i] == '+' || t[i] == '-') && t[i-1] != 'e' && t[i-1] != 'E' {
			split = i
			break
		}
	}
	re, ok := 0.0, true
	if split > 0 {
		if re, ok = parseComplexPart(t[:split]); !ok {
			return 0, bad
		}
	}
	im := 1.0
	switch part := t[split:]; part {
	case "", "+":
	case "-":
		im = -1
	default:
		if im, ok = parseComplexPart(part); !ok {
			return 0, bad
		}
	}
	return complex(re, im), nil
}

// underscoresFit tells whether each underscore stands between digits.
func underscoresFit(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || !isDigitByte(s[i-1]) || !isDigitByte(s[i+1])) {
			return false
		}
	}
	return true
}

// parseComplexPart reads a float without surrounding space.
func parseComplexPart(s string) (float64, bool) {
	if s == "" || strings.ContainsFunc(s, isSpace) {
		return 0, false
	}
	return parseFloatText(s)
}
