package py

import (
	"strings"
	"unicode/utf8"
)

// mapASCII applies f to each byte of an ASCII string.
func mapASCII(s string, f func(c byte) byte) string {
	b := make([]byte, len(s))
	for i := range b {
		b[i] = f(s[i])
	}
	return string(b)
}

// StrUpper is s.upper().
func StrUpper(s string) string {
	if isASCII(s) {
		return strings.ToUpper(s)
	}
	b := make([]byte, 0, len(s)+8)
	for _, r := range runesOf(s) {
		b = appendUpper(b, r)
	}
	return string(b)
}

// StrLower is s.lower().
func StrLower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	rs := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	for i := range rs {
		b = appendLower(b, rs, i)
	}
	return string(b)
}

// StrCasefold is s.casefold().
func StrCasefold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	rs := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	for i, r := range rs {
		if f, ok := foldFull[r]; ok {
			b = append(b, f...)
		} else if r == 'Σ' {
			b = append(b, "σ"...)
		} else {
			b = appendLower(b, rs, i)
		}
	}
	return string(b)
}

// StrSwapCase is s.swapcase().
func StrSwapCase(s string) string {
	rs := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	for i, r := range rs {
		switch {
		case isUpperRune(r):
			b = appendLower(b, rs, i)
		case isLowerRune(r):
			b = appendUpper(b, r)
		default:
			b = appendRune(b, r)
		}
	}
	return string(b)
}

// StrCapitalize is s.capitalize().
func StrCapitalize(s string) string {
	if s == "" {
		return ""
	}
	if isASCII(s) {
		return strings.ToUpper(s[:1]) + strings.ToLower(s[1:])
	}
	rs := runesOf(s)
	b := appendTitle(make([]byte, 0, len(s)+8), rs[0])
	for i := 1; i < len(rs); i++ {
		b = appendLower(b, rs, i)
	}
	return string(b)
}

// StrTitle is s.title().
func StrTitle(s string) string {
	rs := runesOf(s)
	b := make([]byte, 0, len(s)+8)
	cased := false
	for i, r := range rs {
		if cased {
			b = appendLower(b, rs, i)
		} else {
			b = appendTitle(b, r)
		}
		cased = isCased(r)
	}
	return string(b)
}

// all tells whether s is not empty and f holds for every character.
func allRunes(s string, f func(r rune) bool) bool {
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		if !f(r) {
			return false
		}
		i += w
	}
	return s != ""
}

// StrIsAlpha is s.isalpha().
func StrIsAlpha(s string) bool { return allRunes(s, isAlpha) }

// StrIsAlnum is s.isalnum().
func StrIsAlnum(s string) bool {
	return allRunes(s, func(r rune) bool { return isAlpha(r) || isNumeric(r) })
}

// StrIsDecimal is s.isdecimal().
func StrIsDecimal(s string) bool {
	return allRunes(s, func(r rune) bool { return decimalValue(r) >= 0 })
}

// StrIsDigit is s.isdigit().
func StrIsDigit(s string) bool { return allRunes(s, isDigit) }

// StrIsNumeric is s.isnumeric().
func StrIsNumeric(s string) bool { return allRunes(s, isNumeric) }

// StrIsSpace is s.isspace().
func StrIsSpace(s string) bool { return allRunes(s, isSpace) }

// StrIsPrintable is s.isprintable().
func StrIsPrintable(s string) bool { return s == "" || allRunes(s, isPrintable) }

// StrIsASCII is s.isascii().
func StrIsASCII(s string) bool { return isASCII(s) }

// StrIsIdentifier is s.isidentifier().
func StrIsIdentifier(s string) bool {
	first := true
	return allRunes(s, func(r rune) bool {
		if first {
			first = false
			return isIDStart(r)
		}
		return isIDContinue(r)
	})
}

// StrIsLower is s.islower().
func StrIsLower(s string) bool {
	cased := false
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		i += w
		if isUpperRune(r) || r >= utf8.RuneSelf && isTitleRune(r) {
			return false
		}
		cased = cased || isLowerRune(r)
	}
	return cased
}

// StrIsUpper is s.isupper().
func StrIsUpper(s string) bool {
	cased := false
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		i += w
		if isLowerRune(r) || r >= utf8.RuneSelf && isTitleRune(r) {
			return false
		}
		cased = cased || isUpperRune(r)
	}
	return cased
}

// StrIsTitle is s.istitle().
func StrIsTitle(s string) bool {
	cased, previous := false, false
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		i += w
		switch {
		case isUpperRune(r) || isTitleRune(r):
			if previous {
				return false
			}
			cased, previous = true, true
		case isLowerRune(r):
			if !previous {
				return false
			}
			cased, previous = true, true
		default:
			previous = false
		}
	}
	return cased
}
