package libm

import (
	"math"
	"math/big"
)

// reduce returns r = x - q*pi/2 with |r| <= pi/4 and q modulo 4.
func reduce(x float64) (dd, int) {
	if math.Abs(x) < 0.7853981633974483 {
		return dd{x, 0}, 0
	}
	if math.Abs(x) < 1e7 {
		n := math.Round(x / halfPiHi)
		r := twoSum(x-n*halfPiA, -n*halfPiB)
		t := twoMul(n, -halfPiC)
		r = r.add(t)
		return r.addF(-n * halfPiD), int(n) & 3
	}
	return reduceBig(x)
}

// reduceBig reduces a large argument with 1280 bits of 2/pi.
func reduceBig(x float64) (dd, int) {
	m, e := math.Frexp(math.Abs(x))
	mant := new(big.Int).SetInt64(int64(m * (1 << 53)))
	e -= 53
	inv := new(big.Int)
	for _, d := range twoByPi {
		inv.Lsh(inv, 32).Or(inv, big.NewInt(int64(d)))
	}
	// mant * 2**e * inv / 2**1280: keep the integer modulo 4 and the fraction.
	inv.Mul(inv, mant)
	frac := uint(1280 - e)
	q := new(big.Int).Rsh(inv, frac)
	rest := inv.Sub(inv, new(big.Int).Lsh(q, frac))
	if rest.Bit(int(frac)-1) == 1 {
		q.Add(q, big.NewInt(1))
		rest.Sub(rest, new(big.Int).Lsh(big.NewInt(1), frac))
	}
	f := new(big.Float).SetPrec(200).SetInt(rest)
	f.SetMantExp(f, -int(frac))
	hi, _ := f.Float64()
	lo, _ := new(big.Float).Sub(f, big.NewFloat(hi)).Float64()
	r := dd{hi, lo}.mul(dd{halfPiHi, halfPiLo})
	n := int(new(big.Int).And(q, big.NewInt(3)).Int64())
	if x < 0 {
		return r.neg(), -n & 3
	}
	return r, n
}

// sincosSmall returns sin(r) and cos(r) for |r| <= pi/4.
func sincosSmall(r dd) (s, c dd) {
	neg := r.hi < 0
	if neg {
		r = r.neg()
	}
	i := int(r.hi*64 + 0.5)
	b := r.addF(-float64(i) / 64)
	// |b| <= 2**-7: sin(b) = b - b**3/6 ..., cos(b) - 1 = -b**2/2 + ...
	x := b.hi
	x2 := x * x
	b2 := b.mul(b)
	b3 := b2.mul(b)
	sb := dd{-1.0 / 6, -9.25185853854297e-18}.mul(b3).addF(x2 * x2 * x * (1.0/120 - x2*(1.0/5040-x2*(1.0/362880))))
	sb = b.add(sb)
	cb := dd{-0.5 * b2.hi, -0.5 * b2.lo}.addF(x2 * x2 * (1.0/24 - x2*(1.0/720-x2*(1.0/40320))))
	if i == 0 {
		s, c = sb, dd{1, 0}.add(cb)
	} else {
		si, ci := sinTab[i], cosTab[i]
		s = si.add(ci.mul(sb).add(si.mul(cb)))
		c = ci.add(ci.mul(cb).add(si.mul(sb).neg()))
	}
	if neg {
		s = s.neg()
	}
	return s, c
}

func sincos(x float64) (s, c dd) {
	r, q := reduce(x)
	s, c = sincosSmall(r)
	switch q {
	case 1:
		s, c = c, s.neg()
	case 2:
		s, c = s.neg(), c.neg()
	case 3:
		s, c = c.neg(), s
	}
	return s, c
}

// tiny is the size below which sin, tan, atan, asin round to x.
const tiny = 0x1p-27

// Sin is the sine of x radians; NaN for infinities.
func Sin(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.NaN()
	}
	if math.Abs(x) < tiny {
		return x
	}
	s, _ := sincos(x)
	return s.value()
}

// Cos is the cosine of x radians; NaN for infinities.
func Cos(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.NaN()
	}
	_, c := sincos(x)
	return c.value()
}

// Tan is the tangent of x radians; NaN for infinities.
func Tan(x float64) float64 {
	if math.IsInf(x, 0) || x != x {
		return math.NaN()
	}
	if math.Abs(x) < tiny {
		return x
	}
	s, c := sincos(x)
	return s.div(c).value()
}

// atanUnit is atan(z) for 0 <= z <= 1.
func atanUnit(z dd) dd {
	i := int(z.hi*64 + 0.5)
	if i > 0 {
		c := float64(i) / 64
		z = z.addF(-c).div(z.mulF(c).addF(1))
	}
	x := z.hi
	x2 := x * x
	z3 := z.mul(z).mul(z)
	t := x2 * x2 * x * (1.0/5 - x2*(1.0/7-x2*(1.0/9-x2*(1.0/11))))
	a := z.add(third.neg().mul(z3).addF(t))
	if i > 0 {
		a = atanTab[i].add(a)
	}
	return a
}

// atanPos is atan(y/x) for y >= 0, x >= 0, not both zero.
func atanPos(y, x dd) dd {
	if y.hi <= x.hi {
		return atanUnit(y.div(x))
	}
	return dd{halfPiHi, halfPiLo}.add(atanUnit(x.div(y)).neg())
}

// Atan is the arc tangent in radians.
func Atan(x float64) float64 {
	switch {
	case x != x || math.Abs(x) < tiny:
		return x
	case math.Abs(x) > 1e300:
		return math.Copysign(halfPiHi, x)
	}
	return math.Copysign(atanPos(dd{math.Abs(x), 0}, dd{1, 0}).value(), x)
}

// Atan2 is the angle of the point (x, y) in radians, with the special cases
// of C99.
func Atan2(y, x float64) float64 {
	if x != x || y != y || x == 0 || y == 0 || math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Atan2(y, x)
	}
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	if d := ey - ex; d > 100 || d < -100 {
		return math.Atan2(y, x)
	}
	a := atanPos(dd{math.Abs(math.Ldexp(y, -ex)), 0}, dd{math.Abs(math.Ldexp(x, -ex)), 0})
	if x < 0 {
		a = dd{piHi, piLo}.add(a.neg())
	}
	return math.Copysign(a.value(), y)
}

// cosOfSin is sqrt(1 - x*x).
func cosOfSin(x float64) dd {
	p := twoMul(x, x)
	return dd{1, 0}.add(p.neg()).sqrt()
}

// Asin is the arc sine; NaN outside [-1, 1].
func Asin(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a <= 1):
		return math.NaN()
	case a < tiny:
		return x
	case a == 1:
		return math.Copysign(halfPiHi, x)
	}
	return math.Copysign(atanPos(dd{a, 0}, cosOfSin(a)).value(), x)
}

// Acos is the arc cosine; NaN outside [-1, 1].
func Acos(x float64) float64 {
	a := math.Abs(x)
	switch {
	case !(a <= 1):
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return piHi
	}
	v := atanPos(cosOfSin(a), dd{a, 0})
	if x < 0 {
		v = dd{piHi, piLo}.add(v.neg())
	}
	return v.value()
}
