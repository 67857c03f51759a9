package math

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Floor is math.floor of a float; OverflowError beyond 64 bits.
func Floor(x float64) int { return py.IntFromFloat(math.Floor(x)) }

// Ceil is math.ceil of a float; OverflowError beyond 64 bits.
func Ceil(x float64) int { return py.IntFromFloat(math.Ceil(x)) }

// Trunc is math.trunc of a float; OverflowError beyond 64 bits.
func Trunc(x float64) int { return py.IntFromFloat(x) }

// IntIdentity is floor, ceil and trunc of an int.
func IntIdentity(x int) int { return x }

// FactorialBig is math.factorial(n).
func FactorialBig(n int) *big.Int {
	if n < 0 {
		py.Throw(py.ValueError.New("factorial() not defined for negative values"))
	}
	return py.MulRange(1, n)
}

// CombBig is math.comb(n, k).
func CombBig(n, k int) *big.Int {
	if n < 0 {
		py.Throw(py.ValueError.New("n must be a non-negative integer"))
	}
	if k < 0 {
		py.Throw(py.ValueError.New("k must be a non-negative integer"))
	}
	if k > n {
		return new(big.Int)
	}
	k = min(k, n-k)
	r := py.MulRange(n-k+1, n)
	return r.Quo(r, py.MulRange(1, k))
}

// PermBig is math.perm(n, k).
func PermBig(n, k int) *big.Int {
	if n < 0 {
		py.Throw(py.ValueError.New("n must be a non-negative integer"))
	}
	if k < 0 {
		py.Throw(py.ValueError.New("k must be a non-negative integer"))
	}
	if k > n {
		return new(big.Int)
	}
	return py.MulRange(n-k+1, n)
}

// Gcd is math.gcd(*integers).
func Gcd(integers ...int) int {
	r := uint64(0)
	for _, x := range integers {
		r = gcd(r, magnitude(x))
	}
	return fromMagnitude(r)
}

// Lcm is math.lcm(*integers).
func Lcm(integers ...int) int {
	r := uint64(1)
	for _, x := range integers {
		a := magnitude(x)
		if a == 0 {
			return 0
		}
		hi, lo := bits.Mul64(r/gcd(r, a), a)
		if hi != 0 {
			lo = math.MaxUint64
		}
		r = lo
		fromMagnitude(r)
	}
	return fromMagnitude(r)
}

func magnitude(x int) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// fromMagnitude converts back; OverflowError when it does not fit.
func fromMagnitude(x uint64) int {
	if x > math.MaxInt64 {
		return py.IntFromBig(new(big.Int).SetUint64(x))
	}
	return int(x)
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// GcdBig is math.gcd of big ints.
func GcdBig(integers ...*big.Int) *big.Int {
	r := new(big.Int)
	for _, x := range integers {
		r.GCD(nil, nil, r, new(big.Int).Abs(x))
	}
	return r
}

// LcmBig is math.lcm of big ints.
func LcmBig(integers ...*big.Int) *big.Int {
	r := big.NewInt(1)
	for _, x := range integers {
		if x.Sign() == 0 {
			return new(big.Int)
		}
		a := new(big.Int).Abs(x)
		g := new(big.Int).GCD(nil, nil, r, a)
		r = r.Mul(r.Quo(r, g), a)
	}
	return r
}

// Isqrt is math.isqrt(n).
func Isqrt(n int) int {
	if n < 0 {
		py.Throw(py.ValueError.New("isqrt() argument must be nonnegative"))
	}
	r := int(math.Sqrt(float64(n)))
	for r > 3037000499 || r*r > n {
		r--
	}
	for r < 3037000499 && (r+1)*(r+1) <= n {
		r++
	}
	return r
}

// IsqrtBig is math.isqrt(n).
func IsqrtBig(n *big.Int) *big.Int {
	if n.Sign() < 0 {
		py.Throw(py.ValueError.New("isqrt() argument must be nonnegative"))
	}
	return new(big.Int).Sqrt(n)
}
