// Package math is Python's module math: the functions of the C standard, with
// Python's errors, plus exact integer functions.
//
// Domain errors ("math domain error", ValueError) and range errors ("math
// range error", OverflowError) are panics that carry the exception. Functions
// on integers come in a 64-bit form, a *big.Int form (suffix Big) and, for
// dynamic code, a form on any (suffix Any).
package math

import (
	"math"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The constants of the module.
const (
	Pi  = math.Pi
	E   = math.E
	Tau = 2 * math.Pi
)

// Inf is positive infinity, NaN the quiet not-a-number.
var (
	Inf = math.Inf(1)
	NaN = math.NaN()
)

func domainError() { py.Throw(py.ValueError.New("math domain error")) }

func rangeError() { py.Throw(py.OverflowError.New("math range error")) }

// checked raises what a result says about its finite argument: NaN is a
// domain error, infinity a domain error too unless the function can overflow.
func checked(x, r float64, canOverflow bool) float64 {
	if math.IsNaN(r) && !math.IsNaN(x) {
		domainError()
	}
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsNaN(x) {
		if canOverflow {
			rangeError()
		}
		domainError()
	}
	return r
}
