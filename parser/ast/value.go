package ast

import "math/big"

// Value is the value of a [Constant]: [None], [Bool], [Int], [BigInt],
// [Float], [Complex], [Str], [Bytes] or [Ellipsis].
type Value interface{ value() }

// None is the value None.
type None struct{}

// Bool is True or False.
type Bool bool

// Int is an integer that fits 64 bits.
type Int int64

// BigInt is an integer that does not fit [Int]. It must not be changed.
type BigInt struct{ *big.Int }

// Float is a floating-point number.
type Float float64

// Complex is an imaginary literal; its real part is zero.
type Complex complex128

// Str is a string in UTF-8. A lone surrogate (from an escape such as
// "\ud800") is kept as the three bytes that UTF-8's scheme gives it.
type Str string

// Bytes is a bytes object.
type Bytes string

// Ellipsis is the value `...`.
type Ellipsis struct{}

func (None) value()     {}
func (Bool) value()     {}
func (Int) value()      {}
func (BigInt) value()   {}
func (Float) value()    {}
func (Complex) value()  {}
func (Str) value()      {}
func (Bytes) value()    {}
func (Ellipsis) value() {}
