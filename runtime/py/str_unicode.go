package py

import "unicode"

// isSpace is Python's str.isspace of one character: Go's White_Space plus the separators U+001C to U+001F.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= '\t' && r <= '\r' || r >= 0x1c && r <= 0x1f
	}
	return unicode.Is(unicode.White_Space, r)
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
	// Decimal digits come in runs of ten that begin with zero; the mathematical ones are five runs in a row.
	if r >= 0x1d7ce && r <= 0x1d7ff {
		return int(r-0x1d7ce) % 10
	}
	d := 0
	for d < 9 && unicode.Is(unicode.Nd, r-rune(d)-1) {
		d++
	}
	return digitRunOffset(r, d)
}

// digitRunOffset resolves runs of ten that touch each other: their starts are multiples of ten apart.
func digitRunOffset(r rune, d int) int {
	start := r
	for unicode.Is(unicode.Nd, start-1) {
		start--
	}
	return int(r-start) % 10
}
