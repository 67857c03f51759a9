package libm

import "math"

// third is 1/3.
var third = dd{1.0 / 3, 1.850371707708594e-17}

// log1pSmall is log(1+r) for |r| < 2**-6.8, to about 80 bits relative.
func log1pSmall(r dd) dd {
	x := r.hi
	// The tail from r**5 on is below 2**-27 of the result: plain arithmetic.
	t := x * x * x * x * x * (1.0/5 - x*(1.0/6-x*(1.0/7-x*(1.0/8-x*(1.0/9-x*(1.0/10-x*(1.0/11-x*(1.0/12))))))))
	r2 := r.mul(r)
	r3 := r2.mul(r)
	r4 := r2.mul(r2)
	s := r3.mul(third).add(dd{-0.25 * r4.hi, -0.25 * r4.lo}).addF(t)
	s = dd{-0.5 * r2.hi, -0.5 * r2.lo}.add(s)
	return r.add(s)
}

// logDD is log(x) of a finite x > 0.
func logDD(x float64) dd {
	m, k := math.Frexp(x) // m in [0.5, 1)
	if m < 0.75 {
		m *= 2
		k--
	}
	i := int((m - 0.75) * 128)
	c := logInv[i]
	p := twoMul(m, c)
	l := log1pSmall(fastTwoSum(p.hi-1, p.lo))
	if c != 1 {
		l = logTab[i].add(l)
	}
	if k != 0 {
		l = dd{ln2Hi, ln2Lo}.mulF(float64(k)).add(l)
	}
	return l
}

// Log is the natural logarithm; NaN below zero, -Inf at zero.
func Log(x float64) float64 {
	switch {
	case x < 0 || x != x:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case math.IsInf(x, 1):
		return x
	}
	return logDD(x).value()
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return Log(x)
	}
	if m, e := math.Frexp(x); m == 0.5 {
		return float64(e - 1)
	}
	return logDD(x).mul(dd{invLn2Hi, invLn2Lo}).value()
}

// Log10 is the logarithm to base 10, by the formula of the C library, whose
// result is not always the nearest one.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return Log(x)
	}
	const (
		invLn10  = 4.34294481903251816668e-01
		log10of2 = 3.01029995663611771306e-01
		log10lo  = 3.69423907715893078616e-13
	)
	_, e := math.Frexp(x)
	k := e - 1
	i := 0
	if k < 0 {
		i = 1
	}
	y := float64(k + i)
	z := y*log10lo + float64(invLn10*Log(math.Ldexp(x, -k-i)))
	return z + float64(y*log10of2)
}

// expDD is exp(x.hi + x.lo) as a double-double and a power of two.
func expDD(x dd) (dd, int) {
	n := math.Round(x.hi * (128 * invLn2Hi))
	r := twoSum(x.hi-n*ln2By128A, -n*ln2By128B)
	r = fastTwoSum(r.hi, r.lo+(x.lo-n*ln2By128C))
	k := int(n)
	j := k & 127
	y := r.hi
	t := y * y * y * (1.0/6 + y*(1.0/24+y*(1.0/120+y*(1.0/720+y*(1.0/5040)))))
	r2 := r.mul(r)
	p := r.add(dd{0.5 * r2.hi, 0.5 * r2.lo}.addF(t))
	return expTab[j].add(expTab[j].mul(p)), (k - j) >> 7
}

// scale rounds v * 2**k once.
func scale(v dd, k int) float64 {
	if k > -1000 && k < 1000 {
		return math.Ldexp(v.value(), k)
	}
	if k <= -1000 {
		// The result may be subnormal: round hi + lo at the final precision.
		h := math.Ldexp(v.hi, k)
		rest := math.Ldexp((v.hi-math.Ldexp(h, -k))+v.lo, 200)
		return h + math.Ldexp(rest, k-200)
	}
	return math.Ldexp(v.value(), k)
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x > 709.79:
		return math.Inf(1)
	case x < -745.2:
		return 0
	case math.Abs(x) < 0x1p-54:
		return 1 + x
	}
	v, k := expDD(dd{x, 0})
	return scale(v, k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x >= 1024:
		return math.Inf(1)
	case x < -1080:
		return 0
	}
	n := math.Round(x)
	v, k := expDD(dd{ln2Hi, ln2Lo}.mulF(x - n))
	return scale(v, k+int(n))
}

// Pow is x**y with the special cases of C99.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y || x == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	case y == 1:
		return x
	case y == 2:
		return x * x
	case y == 0.5:
		return math.Sqrt(x)
	}
	sign := 1.0
	if x < 0 {
		if y != math.Trunc(y) {
			return math.NaN()
		}
		if math.Mod(y, 2) != 0 {
			sign = -1
		}
		x = -x
	}
	l := logDD(x)
	if e := l.hi * y; e > 710 {
		return sign * math.Inf(1)
	} else if e < -746 {
		return math.Copysign(0, sign)
	}
	v, k := expDD(l.mulF(y))
	return sign * scale(v, k)
}
