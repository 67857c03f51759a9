package py

import "unicode/utf8"

// formatSpec is a parsed format specification: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
type formatSpec struct {
	fill      rune
	align     byte // one of < > ^ =
	sign      byte // one of + - space, 0 if absent
	noNegZero bool
	alternate bool
	width     int  // -1 if absent
	grouping  byte // ',' or '_' or 0
	precision int  // -1 if absent
	typ       rune // 0 if absent
}

// maxFormatWidth is where memory for the padding could not be had.
const maxFormatWidth = 1 << 34

func isAlign(c rune) bool { return c == '<' || c == '>' || c == '^' || c == '=' }

// parseSpec reads a format specification for a value of the named type.
func parseSpec(spec string, typeName string, defaultType rune, defaultAlign byte) formatSpec {
	f := formatSpec{fill: ' ', align: defaultAlign, width: -1, precision: -1, typ: defaultType}
	rest := spec
	filled, aligned := false, false
	if rest != "" {
		r, w := decodeRune(rest)
		if len(rest) > w && isAlign(rune(rest[w])) {
			f.fill, f.align, filled, aligned = r, rest[w], true, true
			rest = rest[w+1:]
		} else if isAlign(r) {
			f.align, aligned = byte(r), true
			rest = rest[1:]
		}
	}
	next := func(c byte) bool {
		if rest != "" && rest[0] == c {
			rest = rest[1:]
			return true
		}
		return false
	}
	switch {
	case next('+'):
		f.sign = '+'
	case next('-'):
		f.sign = '-'
	case next(' '):
		f.sign = ' '
	}
	f.noNegZero = next('z')
	f.alternate = next('#')
	if !filled && next('0') {
		f.fill = '0'
		if !aligned && defaultAlign == '>' {
			f.align = '='
		}
	}
	var ok bool
	if f.width, rest, ok = specNumber(rest); !ok {
		throwTooManyDigits()
	}
	if f.width > maxFormatWidth {
		Throw(MemoryError.New())
	}
	if next(',') {
		f.grouping = ','
	}
	if next('_') {
		if f.grouping != 0 {
			Throw(ValueError.New("Cannot specify both ',' and '_'."))
		}
		f.grouping = '_'
	}
	if rest != "" && rest[0] == ',' {
		if f.grouping == '_' {
			Throw(ValueError.New("Cannot specify both ',' and '_'."))
		}
	}
	if next('.') {
		if f.precision, rest, ok = specNumber(rest); !ok {
			throwTooManyDigits()
		}
		if f.precision < 0 {
			Throw(ValueError.New("Format specifier missing precision"))
		}
	}
	if rest != "" {
		r, w := decodeRune(rest)
		if w < len(rest) {
			Throwf(ValueError, "Invalid format specifier '%s' for object of type '%s'", spec, typeName)
		}
		f.typ = r
	}
	if f.grouping != 0 {
		f.checkGrouping()
	}
	return f
}

func throwTooManyDigits() { Throw(ValueError.New("Too many decimal digits in format string")) }

// specNumber reads decimal digits; -1 if there are none, false if they overflow.
func specNumber(s string) (n int, rest string, ok bool) {
	n = -1
	for s != "" {
		r, w := decodeRune(s)
		d := decimalValue(r)
		if d < 0 {
			break
		}
		n = max(n, 0)
		if n > (1<<63-1-d)/10 {
			return 0, s, false
		}
		n = n*10 + d
		s = s[w:]
	}
	return n, s, true
}

func (f *formatSpec) checkGrouping() {
	switch f.typ {
	case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		return
	case 'b', 'o', 'x', 'X':
		if f.grouping == '_' {
			return
		}
	}
	if f.typ > 32 && f.typ < 128 {
		Throwf(ValueError, "Cannot specify '%c' with '%c'.", f.grouping, f.typ)
	}
	Throwf(ValueError, "Cannot specify '%c' with '\\x%x'.", f.grouping, f.typ)
}

// throwUnknownCode is the ValueError for a presentation type that the object's type does not know.
func throwUnknownCode(code rune, typeName string) {
	if code > 32 && code < 128 {
		Throwf(ValueError, "Unknown format code '%c' for object of type '%s'", code, typeName)
	}
	Throwf(ValueError, "Unknown format code '\\x%x' for object of type '%s'", code, typeName)
}

func appendFill(b []byte, r rune, n int) []byte {
	for ; n > 0; n-- {
		b = appendRune(b, r)
	}
	return b
}

// pad surrounds a text of n characters with fill up to the width.
func (f *formatSpec) pad(s string, n int) string {
	total := f.width - n
	if total <= 0 {
		return s
	}
	left := 0
	switch f.align {
	case '>':
		left = total
	case '^':
		left = total / 2
	}
	b := make([]byte, 0, len(s)+total*utf8.RuneLen(max(f.fill, 0)))
	b = appendFill(b, f.fill, left)
	b = append(b, s...)
	return string(appendFill(b, f.fill, total-left))
}

// numberParts is a number's text cut where padding and grouping go.
type numberParts struct {
	negative bool
	prefix   string // 0x and the like
	digits   string // of the integer part
	rest     string // decimal point, fraction, exponent, %
}

// layout builds the text of a number.
func (f *formatSpec) layout(p numberParts) string {
	sign := ""
	switch {
	case p.negative:
		sign = "-"
	case f.sign == '+':
		sign = "+"
	case f.sign == ' ':
		sign = " "
	}
	if f.width < 0 && f.grouping == 0 {
		return sign + p.prefix + p.digits + p.rest
	}
	digits := p.digits
	around := len(sign) + len(p.prefix) + len(p.rest)
	if f.grouping != 0 {
		size := 3
		if f.grouping == '_' && (f.typ == 'b' || f.typ == 'o' || f.typ == 'x' || f.typ == 'X') {
			size = 4
		}
		minWidth := 0
		if f.fill == '0' && f.align == '=' {
			minWidth = f.width - around
		}
		if digits != "" {
			digits = groupDigits(digits, f.grouping, size, minWidth)
		}
	}
	n := around + len(digits)
	if f.align != '=' {
		s := sign + p.prefix + digits + p.rest
		return f.pad(s, n)
	}
	b := make([]byte, 0, max(f.width, n))
	b = append(b, sign...)
	b = append(b, p.prefix...)
	b = appendFill(b, f.fill, f.width-n)
	b = append(b, digits...)
	return string(append(b, p.rest...))
}

// groupDigits puts separators between groups of digits and adds zeros in front up to minWidth.
func groupDigits(digits string, sep byte, size, minWidth int) string {
	if len(digits) <= size && minWidth <= len(digits) {
		return digits
	}
	var rev []byte
	left := len(digits)
	for {
		l := min(size, max(left, minWidth, 1))
		for i := 0; i < l; i++ {
			if left > 0 {
				left--
				rev = append(rev, digits[left])
			} else {
				rev = append(rev, '0')
			}
		}
		minWidth -= l
		if left <= 0 && minWidth <= 0 {
			break
		}
		rev = append(rev, sep)
		minWidth--
	}
	for i, j := 0, len(rev)-1; i < j; i, j = i+1, j-1 {
		rev[i], rev[j] = rev[j], rev[i]
	}
	return string(rev)
}
