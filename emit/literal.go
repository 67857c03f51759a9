package emit

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// needsMath reports whether the literal is a float that Go has no literal for:
// an infinity, a NaN or negative zero.
func needsMath(e *ir.Lit) bool {
	f, ok := e.Value.(float64)
	return ok && (math.IsInf(f, 0) || math.IsNaN(f) || f == 0 && math.Signbit(f))
}

// lit returns the Go form of a literal and its precedence: a negative number
// binds like a unary expression.
func (p *printer) lit(e *ir.Lit) (*jen.Statement, int) {
	if needsMath(e) {
		pkg := jen.Id(p.pkg("math"))
		switch f := e.Value.(float64); {
		case math.IsNaN(f):
			return pkg.Dot("NaN").Call(), precPrimary
		case f == 0:
			return pkg.Dot("Copysign").Call(jen.Lit(0), jen.Op("-").Lit(1)), precPrimary
		default:
			sign := jen.Lit(1)
			if f < 0 {
				sign = jen.Op("-").Lit(1)
			}
			return pkg.Dot("Inf").Call(sign), precPrimary
		}
	}
	text := litText(e)
	if strings.HasPrefix(text, "-") {
		return jen.Op(text), precUnary
	}
	return jen.Op(text), precPrimary
}

// litText spells a literal that needs no package.
func litText(e *ir.Lit) string {
	switch v := e.Value.(type) {
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case *big.Int:
		return v.String()
	case float64:
		return floatText(v)
	case string:
		return stringText(v)
	}
	panic(fmt.Sprintf("emit: unexpected literal %T", e.Value))
}

// floatText is the shortest text that reads back as f, with a point or an
// exponent, in the notation that Python's repr chooses.
func floatText(f float64) string {
	format := byte('f')
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		format = 'e'
	}
	s := strconv.FormatFloat(f, format, -1, 64)
	if !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}

// stringText quotes s: as a raw string where that saves the reader escapes and
// shows the text as it is, else as an interpreted one.
func stringText(s string) string {
	if rawIsNicer(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

func rawIsNicer(s string) bool {
	if !utf8.ValidString(s) || strings.Contains(s, "`") {
		return false
	}
	escapes, lines := 0, 0
	for i, r := range s {
		switch {
		case r == '\n':
			lines++
			if i > 0 && (s[i-1] == ' ' || s[i-1] == '\t') {
				return false // invisible at the line's end
			}
		case r == '\t' && lines > 0:
		case r == '"' || r == '\\':
			escapes++
		case r == '\uFEFF' || !unicode.IsPrint(r):
			return false
		}
	}
	if lines > 0 {
		return lines >= 2 && len(s) > 2*lines
	}
	return escapes >= 2
}
