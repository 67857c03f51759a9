package py

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Format is the builtin format(x, spec).
func Format(x any, spec string) string {
	switch v := x.(type) {
	case string:
		return FormatStr(v, spec)
	case int:
		return FormatInt(v, spec)
	case float64:
		return FormatFloat(v, spec)
	case bool:
		if spec == "" {
			return StrBool(v)
		}
		return formatIntAs(IntFromBool(v), spec, "bool")
	case *big.Int:
		return FormatBig(v, spec)
	case complex128:
		return FormatComplex(v, spec)
	case *Object:
		if m := v.class.override(dFormat); m != nil {
			return formatResult(callDunder(m, x, spec))
		}
		if v.base != nil && hasFormat(v.base) {
			if spec == "" {
				return Str(x)
			}
			return Format(v.base, spec)
		}
	case Formatter:
		return v.Format(spec)
	case stands:
		return Format(v.Boxed(), spec)
	case *Class:
	case nil:
	default:
		if m := TypeOf(x).override(dFormat); m != nil {
			return formatResult(callDunder(m, x, spec))
		}
	}
	if spec != "" {
		Throwf(TypeError, "unsupported format string passed to %s.__format__", typeName(x))
	}
	return Str(x)
}

// formatBase is __format__ of int, float, complex and str, which subclasses
// inherit: without a format it is their own str.
func formatBase(self any, spec string) string {
	if spec == "" {
		return Str(self)
	}
	return Format(baseOf(self), spec)
}

// hasFormat tells whether a builtin type has a __format__ of its own.
func hasFormat(x any) bool {
	switch x.(type) {
	case string, int, float64, bool, *big.Int, complex128:
		return true
	}
	return false
}

func formatResult(r any, err error) string {
	Check(err)
	s, ok := baseOf(r).(string)
	if !ok {
		Throwf(TypeError, "__format__ must return a str, not %s", typeName(r))
	}
	return s
}

// FormatStr is format(s, spec) of a str.
func FormatStr(s, spec string) string {
	if spec == "" {
		return s
	}
	f := parseSpec(spec, "str", 's', '<')
	if f.typ != 's' {
		throwUnknownCode(f.typ, "str")
	}
	switch {
	case f.sign == ' ':
		Throw(ValueError.New("Space not allowed in string format specifier"))
	case f.sign != 0:
		Throw(ValueError.New("Sign not allowed in string format specifier"))
	case f.noNegZero:
		Throw(ValueError.New("Negative zero coercion (z) not allowed in string format specifier"))
	case f.alternate:
		Throw(ValueError.New("Alternate form (#) not allowed in string format specifier"))
	case f.align == '=':
		Throw(ValueError.New("'=' alignment not allowed in string format specifier"))
	}
	if f.precision >= 0 && f.precision < len(s) {
		s = StrSliceTo(s, f.precision)
	}
	if f.width <= 0 {
		return s
	}
	return f.pad(s, StrLen(s))
}

// FormatInt is format(x, spec) of an int.
func FormatInt(x int, spec string) string {
	if spec == "" || spec == "d" {
		return strconv.Itoa(x)
	}
	return formatIntAs(x, spec, "int")
}

func formatIntAs(x int, spec, typ string) string {
	f := parseSpec(spec, typ, 0, '>')
	base, prefix := f.intBase(typ)
	switch base {
	case 0:
		return f.float(float64(x))
	case 1:
		return f.char(x >= 0 && x <= 0x10ffff, rune(x))
	}
	var buf [65]byte
	digits := string(strconv.AppendInt(buf[:0], int64(x), base))
	negative := x < 0
	if negative {
		digits = digits[1:]
	}
	if f.typ == 'X' {
		digits = strings.ToUpper(digits)
	}
	return f.layout(numberParts{negative: negative, prefix: prefix, digits: digits})
}

// FormatBig is format(x, spec) of an int of any size.
func FormatBig(x *big.Int, spec string) string {
	f := parseSpec(spec, "int", 0, '>')
	base, prefix := f.intBase("int")
	switch base {
	case 0:
		return f.float(FloatFromBig(x))
	case 1:
		if !x.IsInt64() {
			Throw(OverflowError.New("Python int too large to convert to C long"))
		}
		return f.char(uint64(x.Int64()) <= 0x10ffff, rune(x.Int64()))
	case 10:
		checkIntDigits(x)
	}
	digits := x.Text(base)
	negative := x.Sign() < 0
	if negative {
		digits = digits[1:]
	}
	if f.typ == 'X' {
		digits = strings.ToUpper(digits)
	}
	return f.layout(numberParts{negative: negative, prefix: prefix, digits: digits})
}

// intBase gives the base of an integer presentation type: 0 stands for those of float, 1 for a character.
func (f *formatSpec) intBase(typ string) (base int, prefix string) {
	switch f.typ {
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		return 0, ""
	case 0, 'd', 'n':
		base = 10
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	case 'c':
		base = 1
	default:
		throwUnknownCode(f.typ, typ)
	}
	if f.precision >= 0 {
		Throw(ValueError.New("Precision not allowed in integer format specifier"))
	}
	if f.noNegZero {
		Throw(ValueError.New("Negative zero coercion (z) not allowed in integer format specifier"))
	}
	if f.typ == 'c' {
		if f.sign != 0 {
			Throw(ValueError.New("Sign not allowed with integer format specifier 'c'"))
		}
		if f.alternate {
			Throw(ValueError.New("Alternate form (#) not allowed with integer format specifier 'c'"))
		}
	}
	if !f.alternate {
		prefix = ""
	}
	return base, prefix
}

func (f *formatSpec) char(ok bool, r rune) string {
	if !ok {
		Throw(OverflowError.New("%c arg not in range(0x110000)"))
	}
	if f.align == '=' {
		f.align = '>'
	}
	return f.pad(runeString(r), 1)
}

// FormatFloat is format(x, spec) of a float.
func FormatFloat(x float64, spec string) string {
	switch {
	case spec == "":
		return ReprFloat(x)
	case len(spec) == 3 && spec[0] == '.' && spec[2] == 'f' && isDigitByte(spec[1]) && x-x == 0:
		var buf [64]byte
		return string(strconv.AppendFloat(buf[:0], x, 'f', int(spec[1]-'0'), 64))
	}
	f := parseSpec(spec, "float", 0, '>')
	switch f.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.float(x)
	}
	throwUnknownCode(f.typ, "float")
	return ""
}

func (f *formatSpec) float(x float64) string {
	text, percent := f.floatText(x)
	p := splitNumber(text)
	if percent {
		p.rest += "%"
	}
	return f.layout(p)
}

// splitNumber cuts the text of a float into sign, integer digits and the rest.
func splitNumber(text string) (p numberParts) {
	if text[0] == '-' {
		p.negative = true
		text = text[1:]
	}
	n := 0
	for n < len(text) && isDigitByte(text[n]) {
		n++
	}
	p.digits, p.rest = text[:n], text[n:]
	return p
}

// floatText is the unpadded text of a float by the type and precision of the spec.
func (f *formatSpec) floatText(x float64) (text string, percent bool) {
	typ, precision := byte('r'), f.precision
	if precision > math.MaxInt32 {
		Throw(ValueError.New("precision too big"))
	}
	switch {
	case f.typ == 0:
		if precision >= 0 {
			typ = 'g'
		}
	case f.typ == '%':
		typ, percent = 'f', true
		x *= 100
	case f.typ == 'n':
		typ = 'g'
	default:
		typ = byte(f.typ)
	}
	if precision < 0 {
		precision = 6
	}
	var buf [400]byte
	b := appendFloatText(buf[:0], x, typ, precision, f.alternate, f.typ == 0)
	if f.noNegZero && b[0] == '-' && isZeroText(b[1:]) {
		b = b[1:]
	}
	return string(b), percent
}

func isZeroText(b []byte) bool {
	for _, c := range b {
		switch {
		case c == 'e' || c == 'E':
			return true
		case c != '0' && c != '.':
			return false
		}
	}
	return true
}

// appendFloatText is CPython's double-to-string: typ is one of r e f g and their capitals; dotZero adds ".0" to what
// looks like an integer.
func appendFloatText(b []byte, x float64, typ byte, precision int, alternate, dotZero bool) []byte {
	upper := typ >= 'A' && typ <= 'Z'
	if upper {
		typ += 'a' - 'A'
	}
	start := len(b)
	switch {
	case math.IsNaN(x):
		b = append(b, "nan"...)
	case math.IsInf(x, 0):
		if x < 0 {
			b = append(b, '-')
		}
		b = append(b, "inf"...)
	case typ == 'f':
		b = strconv.AppendFloat(b, x, 'f', precision, 64)
		if alternate && precision == 0 {
			b = append(b, '.')
		}
	case typ == 'e':
		b = strconv.AppendFloat(b, x, 'e', precision, 64)
		if alternate && precision == 0 {
			b = insertDot(b, start)
		}
	case typ == 'r':
		b = appendReprFloat(b, x)
		if alternate && !hasDot(b[start:]) {
			b = insertDot(b, start)
		}
	default:
		b = appendGeneral(b, x, max(precision, 1), alternate, dotZero)
	}
	if upper {
		for i := start; i < len(b); i++ {
			if b[i] >= 'a' && b[i] <= 'z' {
				b[i] -= 'a' - 'A'
			}
		}
	}
	return b
}

func hasDot(b []byte) bool {
	for _, c := range b {
		if c == '.' {
			return true
		}
	}
	return false
}

// insertDot puts a decimal point before the exponent, or at the end.
func insertDot(b []byte, start int) []byte {
	i := start
	for i < len(b) && b[i] != 'e' {
		i++
	}
	b = append(b, 0)
	copy(b[i+1:], b[i:])
	b[i] = '.'
	return b
}

// appendGeneral is the 'g' format.
func appendGeneral(b []byte, x float64, precision int, alternate, dotZero bool) []byte {
	var buf [400]byte
	e := strconv.AppendFloat(buf[:0], math.Abs(x), 'e', precision-1, 64)
	// e is d.ddde±xx: take digits and exponent apart.
	i := len(e) - 1
	for e[i] != 'e' {
		i--
	}
	exp, _ := strconv.Atoi(string(e[i+1:]))
	digits := append(e[:1:1], e[min(2, i):i]...)
	if !alternate {
		for len(digits) > 1 && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
	}
	if math.Signbit(x) {
		b = append(b, '-')
	}
	limit := precision
	if dotZero {
		limit--
	}
	if x != 0 && (exp < -4 || exp+1 > limit) {
		b = append(b, digits[0])
		if len(digits) > 1 || alternate {
			b = append(b, '.')
			b = append(b, digits[1:]...)
		}
		b = append(b, 'e')
		sign := byte('+')
		if exp < 0 {
			sign, exp = '-', -exp
		}
		b = append(b, sign)
		if exp < 10 {
			b = append(b, '0')
		}
		return strconv.AppendInt(b, int64(exp), 10)
	}
	if exp < 0 {
		b = append(b, "0."...)
		for i := -1; i > exp; i-- {
			b = append(b, '0')
		}
		return append(b, digits...)
	}
	for len(digits) < exp+1 {
		digits = append(digits, '0')
	}
	b = append(b, digits[:exp+1]...)
	switch {
	case len(digits) > exp+1:
		b = append(b, '.')
		b = append(b, digits[exp+1:]...)
	case dotZero:
		b = append(b, ".0"...)
	case alternate:
		b = append(b, '.')
	}
	return b
}

// FormatComplex is format(z, spec) of a complex.
func FormatComplex(z complex128, spec string) string {
	if spec == "" {
		return ReprComplex(z)
	}
	f := parseSpec(spec, "complex", 0, '>')
	switch f.typ {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		throwUnknownCode(f.typ, "complex")
	}
	if f.fill == '0' {
		Throw(ValueError.New("Zero padding is not allowed in complex format specifier"))
	}
	if f.align == '=' {
		Throw(ValueError.New("'=' alignment flag is not allowed in complex format specifier"))
	}
	part := f
	part.width = -1
	part.align = '>'
	text := func(x float64) string {
		var buf [400]byte
		typ := byte(f.typ)
		precision := f.precision
		switch {
		case f.typ == 0 && precision < 0:
			typ = 'r'
		case f.typ == 0 || f.typ == 'n':
			typ = 'g'
		}
		if precision < 0 {
			precision = 6
		}
		b := appendFloatText(buf[:0], x, typ, precision, f.alternate, false)
		if typ == 'r' && strings.HasSuffix(string(b), ".0") && !f.alternate {
			b = b[:len(b)-2]
		} else if typ == 'r' && f.alternate && strings.HasSuffix(string(b), ".0") {
			b = b[:len(b)-1]
		}
		if f.noNegZero && b[0] == '-' && isZeroText(b[1:]) {
			b = b[1:]
		}
		return part.layout(splitNumber(string(b)))
	}
	re, im := real(z), imag(z)
	if f.typ == 0 && re == 0 && !math.Signbit(re) {
		s := text(im) + "j"
		return f.pad(s, len(s))
	}
	s := text(re)
	part.sign = '+'
	s += text(im) + "j"
	if f.typ == 0 {
		s = "(" + s + ")"
	}
	return f.pad(s, len(s))
}
