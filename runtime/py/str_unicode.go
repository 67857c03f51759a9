package py

import "unicode"

// isSpace is Python's str.isspace of one character: Go's White_Space plus the separators U+001C to U+001F.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r' || r >= 0x1c && r <= 0x1f
	}
	return unicode.Is(unicode.White_Space, r)
}

func isAlpha(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(newLetters, r)
}

func isDigit(r rune) bool { return unicode.Is(unicode.Nd, r) || unicode.Is(digitOnly, r) }

func isNumeric(r rune) bool { return isDigit(r) || unicode.Is(numericOnly, r) }

func isLowerRune(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z'
	}
	return unicode.In(r, unicode.Ll, unicode.Other_Lowercase)
}

func isUpperRune(r rune) bool {
	if r < 0x80 {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.In(r, unicode.Lu, unicode.Other_Uppercase)
}

func isTitleRune(r rune) bool { return unicode.Is(unicode.Lt, r) }

func isCased(r rune) bool { return isLowerRune(r) || isUpperRune(r) || isTitleRune(r) }

func isCaseIgnorable(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk, caseIgnorableMore)
}

// isPrintable is CPython's: not in the categories Cc, Cf, Cs, Co, Cn, Zl, Zp, Zs, but the space.
func isPrintable(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, newLetters, newSymbols)
}

func isIDStart(r rune) bool {
	if r < 0x80 {
		return r == '_' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start, newLetters) && !unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space, notIDStart)
}

func isIDContinue(r rune) bool {
	if r < 0x80 {
		return isIDStart(r) || r >= '0' && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start, newLetters, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) &&
		!unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space, notIDContinue)
}

// decimalValue is the value of a decimal digit of any script (category Nd), or -1.
func decimalValue(r rune) int {
	if r < 0x80 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	// Decimal digits come in runs of ten that begin with zero; some runs touch.
	start := r
	for unicode.Is(unicode.Nd, start-1) {
		start--
	}
	return int(r-start) % 10
}

func appendUpper(b []byte, r rune) []byte {
	if s, ok := upperFull[r]; ok {
		return append(b, s...)
	}
	return appendRune(b, unicode.ToUpper(r))
}

func appendTitle(b []byte, r rune) []byte {
	if s, ok := titleFull[r]; ok {
		return append(b, s...)
	}
	return appendRune(b, unicode.ToTitle(r))
}

// appendLower appends the lower case of rs[i]: a capital sigma at the end of a word becomes the final form.
func appendLower(b []byte, rs []rune, i int) []byte {
	switch r := rs[i]; r {
	case 'Σ':
		if finalSigma(rs, i) {
			return append(b, "ς"...)
		}
		return append(b, "σ"...)
	case 'İ':
		return append(b, "i̇"...)
	default:
		return appendRune(b, unicode.ToLower(r))
	}
}

func finalSigma(rs []rune, i int) bool {
	j := i - 1
	for j >= 0 && isCaseIgnorable(rs[j]) {
		j--
	}
	if j < 0 || !isCased(rs[j]) {
		return false
	}
	j = i + 1
	for j < len(rs) && isCaseIgnorable(rs[j]) {
		j++
	}
	return j == len(rs) || !isCased(rs[j])
}
