package check

import (
	"bytes"
	"math/big"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// key identifies a constant key of a mapping pattern: constants that are equal
// in Python have the same key, whatever their types.
type key struct {
	kind       string // "number", or what the constant is
	text       string // of anything but a number
	real, imag string // exact values of a number
}

// keyOf returns the key of a literal, a negative one and a complex one
// included.
func keyOf(e ast.Expr) (key, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		re, im, ok := number(e.Value)
		if ok {
			return numberKey(re, im), true
		}
		return key{kind: kindOf(e.Value), text: repr(e.Value)}, true
	case *ast.UnaryOp, *ast.BinOp:
		re, im, ok := fold(e)
		return numberKey(re, im), ok
	}
	return key{}, false
}

func kindOf(v ast.Value) string {
	switch v.(type) {
	case ast.Str:
		return "str"
	case ast.Bytes:
		return "bytes"
	}
	return "constant"
}

func repr(v ast.Value) string {
	var b bytes.Buffer
	ast.Repr(&b, v)
	return b.String()
}

func numberKey(re, im *big.Float) key {
	if re == nil {
		return key{}
	}
	return key{kind: "number", real: exact(re), imag: exact(im)}
}

// exact writes a number so that equal ones, 0 and -0 among them, are written
// the same.
func exact(f *big.Float) string {
	if f.Sign() == 0 {
		return "0"
	}
	return f.Text('p', 0)
}

// show writes the key as CPython's message does: the value of e.
func (k key) show(e ast.Expr) string {
	if c, ok := e.(*ast.Constant); ok {
		return repr(c.Value)
	}
	re, _, _ := big.ParseFloat(k.real, 0, 64, big.ToNearestEven)
	im, _, _ := big.ParseFloat(k.imag, 0, 64, big.ToNearestEven)
	if u, ok := e.(*ast.UnaryOp); ok {
		if c, ok := u.Operand.(*ast.Constant); ok && c.Value == ast.Value(ast.Int(0)) {
			return "0"
		} else if ok {
			return "-" + repr(c.Value)
		}
	}
	x, _ := re.Float64()
	y, _ := im.Float64()
	real := strings.TrimSuffix(repr(ast.Float(x)), ".0")
	imag := repr(ast.Complex(complex(0, y)))
	if y >= 0 {
		imag = "+" + imag
	}
	return "(" + real + imag + ")"
}

// fold evaluates `-number` and `real + imaginary`.
func fold(e ast.Expr) (re, im *big.Float, ok bool) {
	switch e := e.(type) {
	case *ast.Constant:
		return number(e.Value)
	case *ast.UnaryOp:
		re, im, ok = fold(e.Operand)
		if !ok || e.Op != ast.USub {
			return nil, nil, false
		}
		return new(big.Float).Neg(re), new(big.Float).Neg(im), true
	case *ast.BinOp:
		re, im, ok = fold(e.Left)
		_, y, rightOK := fold(e.Right)
		if !ok || !rightOK {
			return nil, nil, false
		}
		if e.Op == ast.Sub {
			y = new(big.Float).Neg(y)
		}
		return re, new(big.Float).Add(im, y), true
	}
	return nil, nil, false
}

// number returns real and imaginary part of a number.
func number(v ast.Value) (re, im *big.Float, ok bool) {
	zero := new(big.Float)
	switch v := v.(type) {
	case ast.Bool:
		if v {
			return big.NewFloat(1), zero, true
		}
		return zero, zero, true
	case ast.Int:
		return new(big.Float).SetInt64(int64(v)), zero, true
	case ast.BigInt:
		return new(big.Float).SetInt(v.Int), zero, true
	case ast.Float:
		return big.NewFloat(float64(v)), zero, true
	case ast.Complex:
		return zero, big.NewFloat(imag(v)), true
	}
	return nil, nil, false
}
