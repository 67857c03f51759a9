package ast

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Repr writes Python's repr of v.
func Repr(w io.Writer, v Value) error {
	_, err := w.Write(appendValue(nil, v))
	return err
}

// appendValue appends Python's repr of v.
func appendValue(b []byte, v Value) []byte {
	switch v := v.(type) {
	case None:
		return append(b, "None"...)
	case Bool:
		if v {
			return append(b, "True"...)
		}
		return append(b, "False"...)
	case Int:
		return strconv.AppendInt(b, int64(v), 10)
	case BigInt:
		return v.Append(b, 10)
	case Float:
		return appendFloat(b, float64(v), true)
	case Complex:
		return append(appendFloat(b, imag(v), false), 'j')
	case Str:
		return appendStr(b, string(v))
	case Bytes:
		return appendBytes(b, string(v))
	case Ellipsis:
		return append(b, "Ellipsis"...)
	}
	panic(fmt.Sprintf("ast: unexpected value %T", v))
}

// appendFloat appends the shortest decimal that gives f again, as Python
// writes it. A whole number gets a fraction if point is set.
func appendFloat(b []byte, f float64, point bool) []byte {
	if math.IsInf(f, 0) {
		return append(b, "inf"...)
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.AppendFloat(b, f, 'e', -1, 64)
	}
	n := len(b)
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	if point && !strings.Contains(string(b[n:]), ".") {
		b = append(b, ".0"...)
	}
	return b
}

// quoteFor returns the quote that repr puts around s.
func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// unicode151 are the printable characters of Unicode 15.1, which CPython 3.13
// has, that Go's Unicode 15.0 lacks.
var unicode151 = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x2ffc, Hi: 0x2fff, Stride: 1}, {Lo: 0x31ef, Hi: 0x31ef, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0x2ebf0, Hi: 0x2ee5d, Stride: 1}},
}

func appendStr(b []byte, s string) []byte {
	quote := quoteFor(s)
	b = append(b, quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			b = appendASCII(b, c, quote)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			// A lone surrogate in three bytes.
			r = rune(c&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			n = 3
			b = fmt.Appendf(b, `\u%04x`, r)
		case unicode.IsPrint(r), unicode.Is(unicode151, r):
			b = append(b, s[i:i+n]...)
		case r < 0x100:
			b = fmt.Appendf(b, `\x%02x`, r)
		case r < 0x10000:
			b = fmt.Appendf(b, `\u%04x`, r)
		default:
			b = fmt.Appendf(b, `\U%08x`, r)
		}
		i += n
	}
	return append(b, quote)
}

func appendBytes(b []byte, s string) []byte {
	quote := quoteFor(s)
	b = append(b, 'b', quote)
	for i := range len(s) {
		if s[i] < utf8.RuneSelf {
			b = appendASCII(b, s[i], quote)
		} else {
			b = fmt.Appendf(b, `\x%02x`, s[i])
		}
	}
	return append(b, quote)
}

func appendASCII(b []byte, c, quote byte) []byte {
	switch {
	case c == quote || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, `\n`...)
	case c == '\r':
		return append(b, `\r`...)
	case c == '\t':
		return append(b, `\t`...)
	case c < ' ' || c == 0x7f:
		return fmt.Appendf(b, `\x%02x`, c)
	}
	return append(b, c)
}
