// Package statistics is Python's module statistics. Sums are exact fractions,
// as CPython's are, and rounded once at the end.
package statistics

import (
	"math"
	"math/big"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// StatisticsError is raised for data that has no such statistic.
var StatisticsError = py.DefineException("statistics", "StatisticsError", py.ValueError)

// sample is data as exact fractions; ints tells that there is no float.
type sample struct {
	values []*big.Rat
	ints   bool
}

func read(data any) sample {
	s := sample{ints: true}
	for v := range py.Each(data) {
		r := new(big.Rat)
		switch x := py.Base(v).(type) {
		case int:
			r.SetInt64(int64(x))
		case bool:
			if x {
				r.SetInt64(1)
			}
		case *big.Int:
			r.SetInt(x)
		case float64:
			s.ints = false
			if math.IsNaN(x) || math.IsInf(x, 0) {
				py.Throw(py.Errorf(py.ValueError, "cannot convert %s to an exact fraction", py.Repr(x)))
			}
			r.SetFloat64(x)
		default:
			py.Throw(py.Errorf(py.TypeError, "can't convert type '%s' to numerator/denominator", py.TypeOf(v).Name()))
		}
		s.values = append(s.values, r)
	}
	return s
}

func (s sample) need(n int, text string) {
	if len(s.values) < n {
		py.Throw(StatisticsError.New(text))
	}
}

func (s sample) sum() *big.Rat {
	total := new(big.Rat)
	for _, v := range s.values {
		total.Add(total, v)
	}
	return total
}

func (s sample) over(r *big.Rat, n int) *big.Rat {
	return new(big.Rat).Quo(r, new(big.Rat).SetInt64(int64(n)))
}

// result is the int that a fraction of ints is, or the nearest float.
func (s sample) result(r *big.Rat) any {
	if s.ints && r.IsInt() {
		return py.NormBig(new(big.Int).Set(r.Num()))
	}
	f, _ := r.Float64()
	return f
}

// Mean is mean(data).
func Mean(data any) any {
	s := read(data)
	s.need(1, "mean requires at least one data point")
	return s.result(s.over(s.sum(), len(s.values)))
}

// FMean is fmean(data).
func FMean(data any) float64 {
	s := read(data)
	s.need(1, "fmean requires at least one data point")
	sum, _ := s.sum().Float64() // fsum rounds once
	return sum / float64(len(s.values))
}

// squares is the sum of the squared distances from the mean.
func (s sample) squares() *big.Rat {
	mean := s.over(s.sum(), len(s.values))
	total := new(big.Rat)
	for _, v := range s.values {
		d := new(big.Rat).Sub(v, mean)
		total.Add(total, d.Mul(d, d))
	}
	return total
}

// Variance is variance(data), of a sample.
func Variance(data any) any {
	s := read(data)
	s.need(2, "variance requires at least two data points")
	return s.result(s.over(s.squares(), len(s.values)-1))
}

// PVariance is pvariance(data), of a whole population.
func PVariance(data any) any {
	s := read(data)
	s.need(1, "pvariance requires at least one data point")
	return s.result(s.over(s.squares(), len(s.values)))
}

// root is the square root of a fraction, rounded once.
func root(r *big.Rat) float64 {
	f := new(big.Float).SetPrec(300).SetRat(r)
	v, _ := f.Sqrt(f).Float64()
	return v
}

// StDev is stdev(data), of a sample.
func StDev(data any) float64 {
	s := read(data)
	s.need(2, "stdev requires at least two data points")
	return root(s.over(s.squares(), len(s.values)-1))
}

// PStDev is pstdev(data), of a whole population.
func PStDev(data any) float64 {
	s := read(data)
	s.need(1, "pstdev requires at least one data point")
	return root(s.over(s.squares(), len(s.values)))
}

func sorted(data any) []any {
	l := py.ListOf(py.Each(data))
	py.Must(py.CallMethod(py.CurrentContext(), l, "sort"))
	items := l.Items()
	if len(items) == 0 {
		py.Throw(StatisticsError.New("no median for empty data"))
	}
	return items
}

// Median is median(data).
func Median(data any) any {
	items := sorted(data)
	n := len(items)
	if n%2 == 1 {
		return items[n/2]
	}
	return py.TrueDiv(py.Add(items[n/2-1], items[n/2]), 2)
}

// MedianLow is median_low(data).
func MedianLow(data any) any {
	items := sorted(data)
	return items[(len(items)-1)/2]
}

// MedianHigh is median_high(data).
func MedianHigh(data any) any {
	items := sorted(data)
	return items[len(items)/2]
}

// MultiMode is multimode(data): the commonest values in the order of their
// first appearance.
func MultiMode(data any) *py.List[any] {
	counts := py.NewDict[any, int]()
	most := 0
	for v := range py.Each(data) {
		n := counts.GetOr(v, 0) + 1
		counts.Set(v, n)
		most = max(most, n)
	}
	out := py.NewList[any]()
	for v, n := range counts.Items() {
		if n == most {
			out.Append(v)
		}
	}
	return out
}

// Mode is mode(data).
func Mode(data any) any {
	modes := MultiMode(data)
	if modes.Len() == 0 {
		py.Throw(StatisticsError.New("no mode for empty data"))
	}
	return modes.Get(0)
}

// Quantiles is quantiles(data, n=n, method=method).
func Quantiles(data any, n int, method string) *py.List[any] {
	if n < 1 {
		py.Throw(StatisticsError.New("n must be at least 1"))
	}
	l := py.ListOf(py.Each(data))
	py.Must(py.CallMethod(py.CurrentContext(), l, "sort"))
	items := l.Items()
	ld := len(items)
	out := py.NewList[any]()
	if ld < 2 {
		if ld == 1 {
			for range n - 1 {
				out.Append(items[0])
			}
			return out
		}
		py.Throw(StatisticsError.New("must have at least one data point"))
	}
	between := func(a, b any, delta int) any {
		return py.TrueDiv(py.Add(py.Mul(a, n-delta), py.Mul(b, delta)), n)
	}
	for i := 1; i < n; i++ {
		switch method {
		case "inclusive":
			m := ld - 1
			j, delta := i*m/n, i*m%n
			out.Append(between(items[j], items[j+1], delta))
		case "exclusive":
			m := ld + 1
			j := min(max(i*m/n, 1), ld-1)
			out.Append(between(items[j-1], items[j], i*m-j*n))
		default:
			py.Throw(py.Errorf(py.ValueError, "Unknown method: %s", py.Repr(method)))
		}
	}
	return out
}

// HarmonicMean is harmonic_mean(data).
func HarmonicMean(data any) any {
	s := read(data)
	s.need(1, "harmonic_mean requires at least one data point")
	total := new(big.Rat)
	for _, v := range s.values {
		switch v.Sign() {
		case 0:
			return 0
		case -1:
			py.Throw(StatisticsError.New("harmonic mean does not support negative values"))
		}
		f, _ := v.Float64()
		total.Add(total, new(big.Rat).SetFloat64(1/f)) // of rounded reciprocals, as CPython
	}
	n := new(big.Rat).SetInt64(int64(len(s.values)))
	f, _ := n.Quo(n, total).Float64()
	return f
}
