package random

import (
	"math"

	"github.com/py2go-async/py2go-async/runtime/internal/libm"
	pymath "github.com/py2go-async/py2go-async/runtime/math"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Products that are added are converted to float64 explicitly: Go may fuse
// them otherwise, and the last bit would differ from CPython's.

var (
	nvMagic = 4 * libm.Exp(-0.5) / math.Sqrt(2)
	log4    = libm.Log(4)
	sgMagic = 1 + libm.Log(4.5)
)

const twoPi = 2 * math.Pi

// Uniform is Random.uniform(a, b).
func (r *Random) Uniform(a, b float64) float64 { return a + float64((b-a)*r.Random()) }

// Triangular is Random.triangular(low, high, mode); a nil mode is the middle.
func (r *Random) Triangular(low, high float64, mode *float64) float64 {
	u := r.Random()
	c := 0.5
	if mode != nil {
		if high == low {
			return low
		}
		c = (*mode - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return low + float64((high-low)*math.Sqrt(u*c))
}

// NormalVariate is Random.normalvariate(mu, sigma).
func (r *Random) NormalVariate(mu, sigma float64) float64 {
	for {
		u1 := r.Random()
		u2 := 1 - r.Random()
		z := nvMagic * (u1 - 0.5) / u2
		if z*z/4 <= -pymath.Log(u2) {
			return mu + float64(z*sigma)
		}
	}
}

// Gauss is Random.gauss(mu, sigma).
func (r *Random) Gauss(mu, sigma float64) float64 {
	if r.hasGauss {
		r.hasGauss = false
		return mu + float64(r.gaussNext*sigma)
	}
	x := r.Random() * twoPi
	rad := math.Sqrt(-2 * libm.Log(1-r.Random()))
	r.gaussNext, r.hasGauss = libm.Sin(x)*rad, true
	return mu + float64(libm.Cos(x)*rad*sigma)
}

// LogNormVariate is Random.lognormvariate(mu, sigma).
func (r *Random) LogNormVariate(mu, sigma float64) float64 {
	return pymath.Exp(r.NormalVariate(mu, sigma))
}

// ExpoVariate is Random.expovariate(lambd).
func (r *Random) ExpoVariate(lambd float64) float64 {
	return divide(-libm.Log(1-r.Random()), lambd)
}

func divide(a, b float64) float64 {
	if b == 0 {
		py.Throw(py.ZeroDivisionError.New("float division by zero"))
	}
	return a / b
}

// VonMisesVariate is Random.vonmisesvariate(mu, kappa).
func (r *Random) VonMisesVariate(mu, kappa float64) float64 {
	if kappa <= 1e-6 {
		return twoPi * r.Random()
	}
	s := 0.5 / kappa
	rr := s + math.Sqrt(1+float64(s*s))
	var z float64
	for {
		z = libm.Cos(math.Pi * r.Random())
		d := z / (rr + z)
		u2 := r.Random()
		if u2 < 1-float64(d*d) || u2 <= (1-d)*libm.Exp(d) {
			break
		}
	}
	q := 1 / rr
	f := (q + z) / (1 + float64(q*z))
	if r.Random() > 0.5 {
		return py.ModFloat(mu+libm.Acos(f), twoPi)
	}
	return py.ModFloat(mu-libm.Acos(f), twoPi)
}

// GammaVariate is Random.gammavariate(alpha, beta).
func (r *Random) GammaVariate(alpha, beta float64) float64 {
	if alpha <= 0 || beta <= 0 {
		py.Throw(py.ValueError.New("gammavariate: alpha and beta must be > 0.0"))
	}
	switch {
	case alpha > 1:
		ainv := math.Sqrt(float64(2*alpha) - 1)
		bbb := alpha - log4
		ccc := alpha + ainv
		for {
			u1 := r.Random()
			if !(1e-7 < u1 && u1 < 0.9999999) {
				continue
			}
			u2 := 1 - r.Random()
			v := libm.Log(u1/(1-u1)) / ainv
			x := alpha * libm.Exp(v)
			z := u1 * u1 * u2
			t := bbb + float64(ccc*v) - x
			if t+sgMagic-float64(4.5*z) >= 0 || t >= libm.Log(z) {
				return x * beta
			}
		}
	case alpha == 1:
		return -libm.Log(1-r.Random()) * beta
	}
	var x float64
	for {
		u := r.Random()
		b := (math.E + alpha) / math.E
		p := b * u
		if p <= 1 {
			x = libm.Pow(p, 1/alpha)
		} else {
			x = -libm.Log((b - p) / alpha)
		}
		u1 := r.Random()
		if p > 1 {
			if u1 <= libm.Pow(x, alpha-1) {
				break
			}
		} else if u1 <= libm.Exp(-x) {
			break
		}
	}
	return x * beta
}

// BetaVariate is Random.betavariate(alpha, beta).
func (r *Random) BetaVariate(alpha, beta float64) float64 {
	y := r.GammaVariate(alpha, 1)
	if y == 0 {
		return 0
	}
	return y / (y + r.GammaVariate(beta, 1))
}

// ParetoVariate is Random.paretovariate(alpha).
func (r *Random) ParetoVariate(alpha float64) float64 {
	u := 1 - r.Random()
	return py.PowFloat(u, divide(-1, alpha))
}

// WeibullVariate is Random.weibullvariate(alpha, beta).
func (r *Random) WeibullVariate(alpha, beta float64) float64 {
	u := 1 - r.Random()
	return alpha * libm.Pow(-libm.Log(u), divide(1, beta))
}

// BinomialVariate is Random.binomialvariate(n, p).
func (r *Random) BinomialVariate(n int, p float64) int {
	if n < 0 {
		py.Throw(py.ValueError.New("n must be non-negative"))
	}
	if p <= 0 || p >= 1 {
		switch p {
		case 0:
			return 0
		case 1:
			return n
		}
		py.Throw(py.ValueError.New("p must be in the range 0.0 <= p <= 1.0"))
	}
	if n == 1 {
		if r.Random() < p {
			return 1
		}
		return 0
	}
	if p > 0.5 {
		return n - r.BinomialVariate(n, 1-p)
	}
	fn := float64(n)
	if fn*p < 10 {
		x, y := 0, 0
		c := libm.Log2(1 - p)
		if c == 0 {
			return 0
		}
		for {
			y += pymath.Floor(pymath.Log2(r.Random())/c) + 1
			if y > n {
				return x
			}
			x++
		}
	}
	return r.binomialLarge(fn, p)
}

// binomialLarge is the transformed rejection method for n*p >= 10.
func (r *Random) binomialLarge(n, p float64) int {
	spq := math.Sqrt(n * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(n*p) + 0.5
	vr := 0.92 - 4.2/b
	ready := false
	var alpha, lpq, m, h float64
	for {
		u := r.Random() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > n {
			continue
		}
		v := r.Random()
		if us >= 0.07 && v <= vr {
			return int(k)
		}
		if !ready {
			alpha = (2.83 + 5.1/b) * spq
			lpq = libm.Log(p / (1 - p))
			m = math.Floor((n + 1) * p)
			h = pymath.LGamma(m+1) + pymath.LGamma(n-m+1)
			ready = true
		}
		v *= alpha / (a/(us*us) + b)
		if libm.Log(v) <= h-pymath.LGamma(k+1)-pymath.LGamma(n-k+1)+float64((k-m)*lpq) {
			return int(k)
		}
	}
}
