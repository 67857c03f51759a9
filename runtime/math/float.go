package math

import (
	"math"

	"github.com/py2go-async/py2go-async/runtime/internal/libm"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Sqrt is math.sqrt.
func Sqrt(x float64) float64 {
	if x < 0 {
		domainError()
	}
	return math.Sqrt(x)
}

// Cbrt is math.cbrt, the correctly rounded cube root (the C library's may be
// off by one in the last place).
func Cbrt(x float64) float64 { return math.Cbrt(x) }

// Exp is math.exp.
func Exp(x float64) float64 { return checked(x, libm.Exp(x), true) }

// Exp2 is math.exp2.
func Exp2(x float64) float64 { return checked(x, libm.Exp2(x), true) }

// Expm1 is math.expm1.
func Expm1(x float64) float64 { return checked(x, math.Expm1(x), true) }

// Log is math.log(x) with one argument.
func Log(x float64) float64 {
	if x <= 0 {
		domainError()
	}
	return libm.Log(x)
}

// LogBase is math.log(x, base).
func LogBase(x, base float64) float64 {
	num, den := Log(x), Log(base)
	if den == 0 {
		py.Throw(py.ZeroDivisionError.New("float division by zero"))
	}
	return num / den
}

// Log2 is math.log2.
func Log2(x float64) float64 {
	if x <= 0 {
		domainError()
	}
	return libm.Log2(x)
}

// Log10 is math.log10.
func Log10(x float64) float64 {
	if x <= 0 {
		domainError()
	}
	return libm.Log10(x)
}

// Log1p is math.log1p.
func Log1p(x float64) float64 { return checked(x, math.Log1p(x), false) }

// Sin is math.sin.
func Sin(x float64) float64 { return checked(x, libm.Sin(x), false) }

// Cos is math.cos.
func Cos(x float64) float64 { return checked(x, libm.Cos(x), false) }

// Tan is math.tan.
func Tan(x float64) float64 { return checked(x, libm.Tan(x), false) }

// Asin is math.asin.
func Asin(x float64) float64 { return checked(x, libm.Asin(x), false) }

// Acos is math.acos.
func Acos(x float64) float64 { return checked(x, libm.Acos(x), false) }

// Atan is math.atan.
func Atan(x float64) float64 { return libm.Atan(x) }

// Atan2 is math.atan2.
func Atan2(y, x float64) float64 { return libm.Atan2(y, x) }

// Sinh is math.sinh.
func Sinh(x float64) float64 { return checked(x, libm.Sinh(x), true) }

// Cosh is math.cosh.
func Cosh(x float64) float64 { return checked(x, libm.Cosh(x), true) }

// Tanh is math.tanh.
func Tanh(x float64) float64 { return libm.Tanh(x) }

// Asinh is math.asinh.
func Asinh(x float64) float64 { return libm.Asinh(x) }

// Acosh is math.acosh.
func Acosh(x float64) float64 { return checked(x, libm.Acosh(x), false) }

// Atanh is math.atanh.
func Atanh(x float64) float64 { return checked(x, math.Atanh(x), false) }

// Erf is math.erf.
func Erf(x float64) float64 { return math.Erf(x) }

// Erfc is math.erfc.
func Erfc(x float64) float64 { return math.Erfc(x) }

// Degrees converts an angle from radians.
func Degrees(x float64) float64 { return x * (180 / math.Pi) }

// Radians converts an angle from degrees.
func Radians(x float64) float64 { return x * (math.Pi / 180) }

// Fabs is math.fabs.
func Fabs(x float64) float64 { return math.Abs(x) }

// Copysign is math.copysign.
func Copysign(x, y float64) float64 { return math.Copysign(x, y) }

// IsFinite is math.isfinite.
func IsFinite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

// IsInf is math.isinf.
func IsInf(x float64) bool { return math.IsInf(x, 0) }

// IsNaN is math.isnan.
func IsNaN(x float64) bool { return math.IsNaN(x) }

// IsClose is math.isclose.
func IsClose(a, b, relTol, absTol float64) bool {
	if relTol < 0 || absTol < 0 {
		py.Throw(py.ValueError.New("tolerances must be non-negative"))
	}
	if a == b {
		return true
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return false
	}
	diff := math.Abs(b - a)
	return diff <= math.Abs(relTol*b) || diff <= math.Abs(relTol*a) || diff <= absTol
}

// Fmod is math.fmod.
func Fmod(x, y float64) float64 {
	if math.IsInf(y, 0) && IsFinite(x) {
		return x
	}
	r := math.Mod(x, y)
	if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
		domainError()
	}
	return r
}

// Remainder is math.remainder (IEEE 754).
func Remainder(x, y float64) float64 {
	r := math.Remainder(x, y)
	if math.IsNaN(r) && !math.IsNaN(x) && !math.IsNaN(y) {
		domainError()
	}
	return r
}

// Pow is math.pow.
func Pow(x, y float64) float64 {
	r := libm.Pow(x, y)
	if !IsFinite(r) && IsFinite(x) && IsFinite(y) {
		if math.IsNaN(r) || x == 0 {
			domainError()
		}
		rangeError()
	}
	return r
}

// FMA is math.fma.
func FMA(x, y, z float64) float64 {
	r := math.FMA(x, y, z)
	if IsFinite(r) {
		return r
	}
	if math.IsNaN(r) {
		if !math.IsNaN(x) && !math.IsNaN(y) && !math.IsNaN(z) {
			py.Throw(py.ValueError.New("invalid operation in fma"))
		}
	} else if IsFinite(x) && IsFinite(y) && IsFinite(z) {
		py.Throw(py.OverflowError.New("overflow in fma"))
	}
	return r
}

// Frexp is math.frexp: mantissa and exponent.
func Frexp(x float64) py.Tuple2[float64, int] {
	m, e := math.Frexp(x)
	return py.Tuple2[float64, int]{V0: m, V1: e}
}

// Ldexp is math.ldexp: x * 2**i.
func Ldexp(x float64, i int) float64 {
	r := math.Ldexp(x, i)
	if math.IsInf(r, 0) && IsFinite(x) {
		rangeError()
	}
	return r
}

// Modf is math.modf: fractional and integer part, both with the sign of x.
func Modf(x float64) py.Tuple2[float64, float64] {
	if math.IsInf(x, 0) {
		return py.Tuple2[float64, float64]{V0: math.Copysign(0, x), V1: x}
	}
	i, f := math.Modf(x)
	return py.Tuple2[float64, float64]{V0: math.Copysign(f, x), V1: i}
}

// NextAfter is math.nextafter.
func NextAfter(x, y float64) float64 { return math.Nextafter(x, y) }

// NextAfterSteps is math.nextafter with steps.
func NextAfterSteps(x, y float64, steps int) float64 {
	if steps < 0 {
		py.Throw(py.ValueError.New("steps must be a non-negative integer"))
	}
	if math.IsNaN(x) || math.IsNaN(y) {
		return math.NaN()
	}
	a, b := ordered(x), ordered(y)
	if a <= b {
		if uint64(b-a) <= uint64(steps) {
			return y
		}
		return unordered(a+int64(steps), x)
	}
	if uint64(a-b) <= uint64(steps) {
		return y
	}
	return unordered(a-int64(steps), x)
}

// ordered maps floats to integers that keep their order; both zeros are 0.
func ordered(x float64) int64 {
	b := int64(math.Float64bits(x))
	if b < 0 {
		return -(b & math.MaxInt64)
	}
	return b
}

func unordered(i int64, from float64) float64 {
	switch {
	case i < 0:
		return -math.Float64frombits(uint64(-i))
	case i == 0:
		return math.Copysign(0, from)
	}
	return math.Float64frombits(uint64(i))
}

// Ulp is math.ulp.
func Ulp(x float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	x = math.Abs(x)
	if math.IsInf(x, 0) {
		return x
	}
	next := math.Nextafter(x, math.Inf(1))
	if math.IsInf(next, 0) {
		return x - math.Nextafter(x, math.Inf(-1))
	}
	return next - x
}
