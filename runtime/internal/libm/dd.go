// Package libm computes the elementary functions to about 70 bits and rounds
// once, so that results are the correctly rounded ones in all but about one
// case in ten thousand. Go's math differs from the C library that CPython
// calls in the last bit much more often, and a program that prints what
// math.sin or random.gauss returned would show it.
//
// It imports only the standard library, so that every package below runtime/
// can use it.
package libm

import "math"

// dd is an unevaluated sum hi + lo with |lo| <= ulp(hi)/2.
type dd struct{ hi, lo float64 }

// fastTwoSum adds |a| >= |b| exactly.
func fastTwoSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// twoSum adds exactly.
func twoSum(a, b float64) dd {
	s := a + b
	bb := s - a
	return dd{s, (a - (s - bb)) + (b - bb)}
}

// twoMul multiplies exactly.
func twoMul(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (x dd) add(y dd) dd {
	s := twoSum(x.hi, y.hi)
	return fastTwoSum(s.hi, s.lo+(x.lo+y.lo))
}

func (x dd) addF(y float64) dd {
	s := twoSum(x.hi, y)
	return fastTwoSum(s.hi, s.lo+x.lo)
}

func (x dd) mul(y dd) dd {
	p := twoMul(x.hi, y.hi)
	return fastTwoSum(p.hi, p.lo+(x.hi*y.lo+x.lo*y.hi))
}

func (x dd) mulF(y float64) dd {
	p := twoMul(x.hi, y)
	return fastTwoSum(p.hi, p.lo+x.lo*y)
}

func (x dd) div(y dd) dd {
	q := x.hi / y.hi
	p := y.mulF(q)
	r := (x.hi - p.hi) - p.lo + x.lo
	return fastTwoSum(q, r/y.hi)
}

func (x dd) neg() dd { return dd{-x.hi, -x.lo} }

func (x dd) sqrt() dd {
	s := math.Sqrt(x.hi)
	p := twoMul(s, s)
	return fastTwoSum(s, ((x.hi-p.hi)-p.lo+x.lo)/(2*s))
}

func (x dd) value() float64 { return x.hi + x.lo }
