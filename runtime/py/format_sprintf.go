package py

import "strconv"

// Sprintf builds the text of an f-string. The verbs are %s for a string, %v for format(x), %d for an int, %.Nf for a
// float with N digits, and %% for a percent sign; they take values as an any holds them.
func Sprintf(format string, args ...any) string {
	var buf [128]byte
	return string(AppendFormat(buf[:0], format, args...))
}

// AppendFormat appends what Sprintf returns.
func AppendFormat(b []byte, format string, args ...any) []byte {
	n := 0
	start := 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		b = append(b, format[start:i]...)
		i++
		switch c := format[i]; c {
		case '%':
			b = append(b, '%')
		case '.':
			digits := 0
			for i++; format[i] != 'f'; i++ {
				digits = digits*10 + int(format[i]-'0')
			}
			b = appendFloatText(b, args[n].(float64), 'f', digits, false, false)
			n++
		default:
			b = appendFormatted(b, args[n])
			n++
		}
		start = i + 1
	}
	return append(b, format[start:]...)
}

// appendFormatted appends format(x): str(x), unless its class says otherwise.
func appendFormatted(b []byte, x any) []byte {
	switch v := x.(type) {
	case string:
		return append(b, v...)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return appendReprFloat(b, v)
	case bool:
		return append(b, StrBool(v)...)
	}
	return append(b, Format(x, "")...)
}
