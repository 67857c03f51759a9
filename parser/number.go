package parser

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// maxDigits is the longest decimal integer literal that CPython converts.
const maxDigits = 4300

// number returns the value of the number token that is current.
func (p *parser) number() ast.Value {
	s := p.text()
	if len(s) < 10 && allDigits(s) {
		n := 0
		for i := range len(s) {
			n = n*10 + int(s[i]-'0')
		}
		return ast.Int(n)
	}
	if strings.IndexByte(s, '_') >= 0 {
		s = strings.ReplaceAll(s, "_", "")
	}
	if len(s) > 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'x':
			return integer(s[2:], 16)
		case 'o':
			return integer(s[2:], 8)
		case 'b':
			return integer(s[2:], 2)
		}
	}
	if c := s[len(s)-1]; c == 'j' || c == 'J' {
		return ast.Complex(complex(0, float(s[:len(s)-1])))
	}
	if strings.ContainsAny(s, ".eE") {
		return ast.Float(float(s))
	}
	if len(s) > maxDigits {
		p.raiseAt(p.i, diag.BadNumber, "Exceeds the limit (%d digits) for integer string conversion: "+
			"value has %d digits; use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
			maxDigits, len(s))
	}
	return integer(s, 10)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func integer(digits string, base int) ast.Value {
	if n, err := strconv.ParseInt(digits, base, 64); err == nil {
		return ast.Int(n)
	}
	n, ok := new(big.Int).SetString(digits, base)
	if !ok {
		panic("parser: scanner let a bad integer pass: " + digits)
	}
	return ast.BigInt{Int: n}
}

// float converts a decimal number; one that is too large is infinite.
func float(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64)
	return f
}
