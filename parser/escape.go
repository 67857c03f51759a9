package parser

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// simpleEscapes are the escape sequences of one character.
var simpleEscapes = [256]byte{
	'\\': '\\', '\'': '\'', '"': '"', 'a': '\a', 'b': '\b', 'f': '\f',
	'n': '\n', 'r': '\r', 't': '\t', 'v': '\v',
}

// unescape evaluates the escape sequences of a string. The error is CPython's
// message of the codec.
func unescape(s string) (string, string) {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' {
			b = append(b, c)
			i++
			continue
		}
		if i+1 == len(s) {
			b = append(b, c) // before a brace of an f-string
			break
		}
		next := s[i+1]
		switch {
		case next == '\n':
			i += 2
		case simpleEscapes[next] != 0:
			b = append(b, simpleEscapes[next])
			i += 2
		case '0' <= next && next <= '7':
			n, v := octal(s[i+1:])
			b = appendRune(b, v)
			i += 1 + n
		case next == 'x', next == 'u', next == 'U':
			n, v, err := hexEscape(s, i)
			if err != "" {
				return "", err
			}
			b = appendRune(b, v)
			i += n
		case next == 'N':
			n, v, err := namedEscape(s, i)
			if err != "" {
				return "", err
			}
			b = append(b, v...)
			i += n
		default:
			b = append(b, '\\') // unknown escapes stay as they are
			i++
		}
	}
	return string(b), ""
}

// octal reads up to three octal digits.
func octal(s string) (n int, v rune) {
	for n < 3 && n < len(s) && '0' <= s[n] && s[n] <= '7' {
		v = v*8 + rune(s[n]-'0')
		n++
	}
	return n, v
}

// hexEscape reads \x, \u or \U at s[i:] and returns its length and value.
func hexEscape(s string, i int) (int, rune, string) {
	digits, form := 2, `\xXX`
	switch s[i+1] {
	case 'u':
		digits, form = 4, `\uXXXX`
	case 'U':
		digits, form = 8, `\UXXXXXXXX`
	}
	n, v := hexDigits(s[i+2:], digits)
	if n < digits {
		return 0, 0, codecError(s, i, i+1+n, "truncated "+form+" escape")
	}
	if v > utf8.MaxRune {
		return 0, 0, codecError(s, i, i+9, "illegal Unicode character")
	}
	return 2 + digits, rune(v), ""
}

func hexDigits(s string, limit int) (n int, v uint32) {
	for n < limit && n < len(s) {
		c := s[n]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return n, v
		}
		v = v<<4 | uint32(c)
		n++
	}
	return n, v
}

// codecError is the message of CPython's decoder about s[from:to+1]. Its
// positions count the bytes of what the decoder is given, in which a character
// outside ASCII has become an escape of ten.
func codecError(s string, from, to int, reason string) string {
	return fmt.Sprintf("'unicodeescape' codec can't decode bytes in position %d-%d: %s",
		codecOffset(s, from), codecOffset(s, to), reason)
}

func codecOffset(s string, i int) int {
	n := 0
	for at, r := range s {
		if at >= i {
			break
		}
		if r >= utf8.RuneSelf {
			n += 10
		} else {
			n++
		}
	}
	return n
}

// namedEscape reads \N{name} at s[i:].
func namedEscape(s string, i int) (int, string, string) {
	if i+2 >= len(s) || s[i+2] != '{' {
		return 0, "", codecError(s, i, i+1, `malformed \N character escape`)
	}
	end := strings.IndexByte(s[i:], '}')
	if end <= 3 {
		to := len(s) - 1
		if end > 0 {
			to = i + 2
		}
		return 0, "", codecError(s, i, to, `malformed \N character escape`)
	}
	v, ok := runesByName(s[i+3 : i+end])
	if !ok {
		return 0, "", codecError(s, i, i+end, "unknown Unicode character name")
	}
	return end + 1, v, ""
}

// unescapeBytes evaluates the escape sequences of a bytes literal.
func unescapeBytes(s string) (string, string) {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' {
			b = append(b, c)
			i++
			continue
		}
		next := s[i+1]
		switch {
		case next == '\n':
			i += 2
		case simpleEscapes[next] != 0:
			b = append(b, simpleEscapes[next])
			i += 2
		case '0' <= next && next <= '7':
			n, v := octal(s[i+1:])
			b = append(b, byte(v))
			i += 1 + n
		case next == 'x':
			n, v := hexDigits(s[i+2:], 2)
			if n < 2 {
				return "", fmt.Sprintf(`invalid \x escape at position %d`, i)
			}
			b = append(b, byte(v))
			i += 4
		default:
			b = append(b, '\\')
			i++
		}
	}
	return string(b), ""
}
