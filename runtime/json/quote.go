package json

import "unicode/utf8"

const hexDigits = "0123456789abcdef"

// appendQuoted appends the JSON string of s. Lone surrogates (three-byte
// sequences of WTF-8) are escaped under ensureASCII and kept otherwise.
func appendQuoted(b []byte, s string, ensureASCII bool) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			if !ensureASCII {
				i++
				continue
			}
			b = append(b, s[start:i]...)
			r, n := decodeRune(s[i:])
			if r >= 0x10000 {
				r -= 0x10000
				b = appendEscape(b, 0xd800+r>>10)
				b = appendEscape(b, 0xdc00+r&0x3ff)
			} else {
				b = appendEscape(b, r)
			}
			i += n
			start = i
			continue
		}
		if c >= ' ' && c != '"' && c != '\\' && (c != 0x7f || !ensureASCII) {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		case '\f':
			b = append(b, '\\', 'f')
		case '\b':
			b = append(b, '\\', 'b')
		default:
			b = appendEscape(b, rune(c))
		}
		i++
		start = i
	}
	return append(append(b, s[start:]...), '"')
}

func appendEscape(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

// decodeRune decodes the first code point of WTF-8 text.
func decodeRune(s string) (rune, int) {
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n == 3 {
		return r, n
	}
	if len(s) >= 3 && s[0] == 0xed {
		return rune(s[0]&15)<<12 | rune(s[1]&63)<<6 | rune(s[2]&63), 3
	}
	return utf8.RuneError, 1
}

// appendRune appends the code point, surrogates in their three-byte form.
func appendRune(b []byte, r rune) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(b, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0xbf, 0x80|byte(r)&0xbf)
	}
	return utf8.AppendRune(b, r)
}
