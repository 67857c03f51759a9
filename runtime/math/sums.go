package math

import (
	"iter"
	"math"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Fsum is math.fsum: the exact sum, rounded once.
func Fsum(seq iter.Seq[float64]) float64 {
	var partials []float64
	special, infs := 0.0, 0.0
	for x := range seq {
		orig := x
		n := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			lo := y - (hi - x)
			if lo != 0 {
				partials[n] = lo
				n++
			}
			x = hi
		}
		partials = partials[:n]
		if x != 0 {
			if !IsFinite(x) {
				if IsFinite(orig) {
					py.Throw(py.OverflowError.New("intermediate overflow in fsum"))
				}
				if math.IsInf(orig, 0) {
					infs += orig
				}
				special += orig
				partials = partials[:0]
			} else {
				partials = append(partials, x)
			}
		}
	}
	if special != 0 {
		if math.IsNaN(infs) {
			py.Throw(py.ValueError.New("-inf + inf in fsum"))
		}
		return special
	}
	n := len(partials)
	if n == 0 {
		return 0
	}
	n--
	hi, lo := partials[n], 0.0
	for n > 0 {
		x := hi
		n--
		y := partials[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	// Round half to even over all partials, not over the last two alone.
	if n > 0 && (lo < 0 && partials[n-1] < 0 || lo > 0 && partials[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi
}

// tripleLength is an unevaluated sum of three parts, for sums with extra
// precision.
type tripleLength struct{ hi, lo, tiny float64 }

func (t *tripleLength) addExact(x float64) {
	s := t.hi + x
	bb := s - t.hi
	e := (t.hi - (s - bb)) + (x - bb)
	l := t.lo + e
	lb := l - t.lo
	t.tiny += (t.lo - (l - lb)) + (e - lb)
	t.hi, t.lo = s, l
}

func (t *tripleLength) addProduct(x, y float64) {
	p := x * y
	e := math.FMA(x, y, -p)
	t.addExact(p)
	l := t.lo + e
	lb := l - t.lo
	t.tiny += (t.lo - (l - lb)) + (e - lb)
	t.lo = l
}

func (t *tripleLength) value() float64 { return t.hi + (t.lo + t.tiny) }

// norm is the Euclidean length of a vector, nearly always correctly rounded.
func norm(v []float64) float64 {
	top := 0.0
	nan := false
	for _, x := range v {
		x = math.Abs(x)
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		if math.IsNaN(x) {
			nan = true
		} else if x > top {
			top = x
		}
	}
	if nan {
		return math.NaN()
	}
	if top == 0 {
		return 0
	}
	_, e := math.Frexp(top)
	var sum tripleLength
	for _, x := range v {
		x = math.Ldexp(x, -e)
		sum.addProduct(x, x)
	}
	h := math.Sqrt(sum.value())
	p := h * h
	rest := tripleLength{hi: sum.hi, lo: sum.lo, tiny: sum.tiny}
	rest.addExact(-p)
	rest.addExact(-math.FMA(h, h, -p))
	h += rest.value() / (2 * h)
	return math.Ldexp(h, e)
}

// Hypot is math.hypot.
func Hypot(coordinates ...float64) float64 { return norm(coordinates) }

// Dist is math.dist.
func Dist(p, q iter.Seq[float64]) float64 {
	var d []float64
	for x := range p {
		d = append(d, x)
	}
	i := 0
	for y := range q {
		if i < len(d) {
			d[i] -= y
		}
		i++
	}
	if i != len(d) {
		py.Throw(py.ValueError.New("both points must have the same number of dimensions"))
	}
	return norm(d)
}

// SumProdFloat is math.sumprod of floats.
func SumProdFloat(p, q iter.Seq[float64]) float64 {
	var sum tripleLength
	plain := 0.0
	zip(p, q, func(x, y float64) {
		sum.addProduct(x, y)
		plain += x * y
	})
	if !IsFinite(sum.hi) || !IsFinite(sum.lo) {
		return plain
	}
	return sum.value()
}

// SumProdInt is math.sumprod of ints.
func SumProdInt(p, q iter.Seq[int]) int {
	sum := 0
	zip(p, q, func(x, y int) { sum = py.AddInt(sum, py.MulInt(x, y)) })
	return sum
}

func zip[T any](p, q iter.Seq[T], f func(x, y T)) {
	next, stop := iter.Pull(q)
	defer stop()
	for x := range p {
		y, ok := next()
		if !ok {
			py.Throw(py.ValueError.New("Inputs are not the same length"))
		}
		f(x, y)
	}
	if _, ok := next(); ok {
		py.Throw(py.ValueError.New("Inputs are not the same length"))
	}
}

// ProdInt is math.prod of ints with an int start.
func ProdInt(seq iter.Seq[int], start int) int {
	for x := range seq {
		start = py.MulInt(start, x)
	}
	return start
}

// ProdFloat is math.prod of floats.
func ProdFloat(seq iter.Seq[float64], start float64) float64 {
	for x := range seq {
		start *= x
	}
	return start
}

// ProdAny is math.prod of values of any kind.
func ProdAny(seq iter.Seq[any], start any) any {
	for x := range seq {
		start = py.Mul(start, x)
	}
	return start
}
