package math

import (
	"math"
	"math/big"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// roundingDunder applies floor, ceil or trunc to a value of any kind: numbers
// directly, others by their special method.
func roundingDunder(x any, name string, f func(float64) float64) any {
	switch v := x.(type) {
	case float64:
		return py.IntAnyFromFloat(f(v))
	case int, *big.Int:
		return v
	case bool:
		return py.IntFromBool(v)
	}
	if py.HasAttr(x, name) {
		return py.Must(py.CallMethod(py.CurrentContext(), x, name))
	}
	if name == "__trunc__" {
		py.Throwf(py.TypeError, "type %s doesn't define __trunc__ method", py.TypeOf(x).Name())
	}
	return py.IntAnyFromFloat(f(py.AsFloat(x)))
}

// FloorAny is math.floor(x) of any value.
func FloorAny(x any) any { return roundingDunder(x, "__floor__", math.Floor) }

// CeilAny is math.ceil(x) of any value.
func CeilAny(x any) any { return roundingDunder(x, "__ceil__", math.Ceil) }

// TruncAny is math.trunc(x) of any value.
func TruncAny(x any) any { return roundingDunder(x, "__trunc__", math.Trunc) }

// asBig is operator.index(x).
func asBig(x any) *big.Int {
	if n, ok := py.Big(x); ok {
		return n
	}
	return big.NewInt(int64(py.AsInt(x)))
}

// FactorialAny is math.factorial(n) of any int.
func FactorialAny(n any) any {
	x := asBig(n)
	if !x.IsInt64() {
		if x.Sign() < 0 {
			py.Throw(py.ValueError.New("factorial() not defined for negative values"))
		}
		py.Throwf(py.OverflowError, "factorial() argument should not exceed %d", math.MaxInt64)
	}
	return py.NormBig(FactorialBig(int(x.Int64())))
}

// CombAny is math.comb(n, k) of any ints.
func CombAny(n, k any) any { return combPerm(n, k, true) }

// PermAny is math.perm(n, k) of any ints; k may be None.
func PermAny(n, k any) any {
	if k == nil {
		return FactorialAny(n)
	}
	return combPerm(n, k, false)
}

func combPerm(n, k any, comb bool) any {
	a, b := asBig(n), asBig(k)
	if a.Sign() < 0 {
		py.Throw(py.ValueError.New("n must be a non-negative integer"))
	}
	if b.Sign() < 0 {
		py.Throw(py.ValueError.New("k must be a non-negative integer"))
	}
	if b.Cmp(a) > 0 {
		return 0
	}
	if a.IsInt64() {
		if comb {
			return py.NormBig(CombBig(int(a.Int64()), int(b.Int64())))
		}
		return py.NormBig(PermBig(int(a.Int64()), int(b.Int64())))
	}
	if comb {
		if rest := new(big.Int).Sub(a, b); rest.Cmp(b) < 0 {
			b = rest
		}
	}
	if !b.IsInt64() || b.Int64() > math.MaxInt32 {
		py.Throwf(py.OverflowError, "min(n - k, k) must not exceed %d", math.MaxInt64)
	}
	r := big.NewInt(1)
	for i := range b.Int64() {
		r.Mul(r, new(big.Int).Sub(a, big.NewInt(i)))
	}
	if comb {
		r.Quo(r, py.MulRange(1, int(b.Int64())))
	}
	return py.NormBig(r)
}

// GcdAny is math.gcd of any ints.
func GcdAny(integers ...any) any { return py.NormBig(GcdBig(bigs(integers)...)) }

// LcmAny is math.lcm of any ints.
func LcmAny(integers ...any) any { return py.NormBig(LcmBig(bigs(integers)...)) }

func bigs(xs []any) []*big.Int {
	out := make([]*big.Int, len(xs))
	for i, x := range xs {
		out[i] = asBig(x)
	}
	return out
}

// IsqrtAny is math.isqrt of any int.
func IsqrtAny(n any) any { return py.NormBig(IsqrtBig(asBig(n))) }

// logOf applies a logarithm to any number: a big int need not fit a float.
func logOf(x any, f func(float64) float64) float64 {
	n, ok := x.(*big.Int)
	if !ok {
		return f(py.AsFloat(x))
	}
	if n.Sign() <= 0 {
		domainError()
	}
	v, _ := new(big.Float).SetInt(n).Float64()
	if !math.IsInf(v, 0) {
		return f(v)
	}
	m := new(big.Float).SetInt(n)
	e := m.MantExp(m)
	mant, _ := m.Float64()
	return f(mant) + float64(f(2)*float64(e))
}

// LogAny is math.log(x, base) of any numbers; base may be None.
func LogAny(x, base any) float64 {
	num := logOf(x, Log)
	if base == nil {
		return num
	}
	den := logOf(base, Log)
	if den == 0 {
		py.Throw(py.ZeroDivisionError.New("float division by zero"))
	}
	return num / den
}

// Log2Any is math.log2 of any number.
func Log2Any(x any) float64 { return logOf(x, Log2) }

// Log10Any is math.log10 of any number.
func Log10Any(x any) float64 { return logOf(x, Log10) }

// LdexpAny is math.ldexp(x, i) with an exponent of any size.
func LdexpAny(x float64, i any) float64 {
	n := asBig(i)
	if n.IsInt64() {
		return Ldexp(x, int(max(min(n.Int64(), 1<<40), -1<<40)))
	}
	if n.Sign() < 0 {
		return Ldexp(x, -1<<40)
	}
	return Ldexp(x, 1<<40)
}

// SumProdAny is math.sumprod of values of any kind.
func SumProdAny(p, q any) any {
	var total any = 0
	var floats tripleLength
	plain, used := 0.0, false
	next, stop := py.Iter(q), false
	for x := range py.Each(p) {
		y, ok := next.Next()
		if !ok {
			stop = true
			break
		}
		fx, xok := asPlainFloat(x)
		fy, yok := asPlainFloat(y)
		_, xf := x.(float64)
		_, yf := y.(float64)
		if xok && yok && (xf || yf) {
			floats.addProduct(fx, fy)
			plain += fx * fy
			used = true
			continue
		}
		total = py.Add(total, py.Mul(x, y))
	}
	if !stop {
		_, stop = next.Next()
	}
	if stop {
		py.Throw(py.ValueError.New("Inputs are not the same length"))
	}
	if !used {
		return total
	}
	sum := floats.value()
	if !IsFinite(sum) {
		sum = plain
	}
	return py.Add(total, sum)
}

func asPlainFloat(x any) (float64, bool) {
	switch v := x.(type) {
	case float64:
		return v, true
	case int:
		return float64(v), true
	}
	return 0, false
}
