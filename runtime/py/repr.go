package py

import (
	"math/big"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// reprRunning are the containers whose repr is being made, for `[...]` in recursive ones.
var reprRunning struct {
	sync.Mutex
	stack []unsafe.Pointer
}

// reprEnter notes that the repr of x, a pointer, begins; false if it is running already.
func reprEnter(x any) bool {
	p := (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1]
	reprRunning.Lock()
	defer reprRunning.Unlock()
	for _, q := range reprRunning.stack {
		if p == q {
			return false
		}
	}
	reprRunning.stack = append(reprRunning.stack, p)
	return true
}

func reprLeave(x any) {
	p := (*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1]
	reprRunning.Lock()
	defer reprRunning.Unlock()
	for i := len(reprRunning.stack) - 1; i >= 0; i-- {
		if reprRunning.stack[i] == p {
			reprRunning.stack = append(reprRunning.stack[:i], reprRunning.stack[i+1:]...)
			return
		}
	}
}

// Repr is the builtin repr(x).
func Repr(x any) string {
	switch v := x.(type) {
	case string:
		return ReprString(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return ReprFloat(v)
	}
	return string(appendRepr(nil, x))
}

// appendRepr appends repr(x).
func appendRepr(b []byte, x any) []byte {
	switch v := x.(type) {
	case nil:
		return append(b, "None"...)
	case string:
		return appendReprString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return appendReprFloat(b, v)
	case bool:
		return append(b, StrBool(v)...)
	case *big.Int:
		return append(b, BigStr(v)...)
	case complex128:
		return append(b, ReprComplex(v)...)
	case Bytes:
		return append(b, ReprBytes(v)...)
	case interface{ appendRepr(b []byte) []byte }:
		return v.appendRepr(b)
	case stands:
		x = v.Boxed()
	}
	return append(b, reprObject(x)...)
}

// appendReprOf appends the repr of an element of any static type.
func appendReprOf[T any](b []byte, x T) []byte {
	switch v := any(x).(type) {
	case string:
		return appendReprString(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return appendReprFloat(b, v)
	case interface{ appendRepr(b []byte) []byte }:
		if !isNilPointer(v) {
			return v.appendRepr(b)
		}
	}
	return appendRepr(b, Box(x))
}

// ReprOf is repr(x) for a value of a static type that is not what an any holds: optional pointers, fixed tuples.
func ReprOf[T any](x T) string { return string(appendReprOf(nil, x)) }

// Str is the builtin str(x).
func Str(x any) string {
	switch v := x.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64, nil, bool, *big.Int, complex128, Bytes:
		return Repr(x)
	case interface{ appendRepr(b []byte) []byte }:
		return string(v.appendRepr(nil))
	case stands:
		x = v.Boxed()
	}
	return strObject(x)
}

// StrOf is str(x) for a value of a static type that is not what an any holds.
func StrOf[T any](x T) string { return Str(Box(x)) }

// StrBool is str(x) of a bool.
func StrBool(x bool) string {
	if x {
		return "True"
	}
	return "False"
}

// ASCII is the builtin ascii(x): repr with the characters beyond ASCII escaped.
func ASCII(x any) string { return asciiOf(Repr(x)) }

func asciiOf(s string) string {
	if isASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		i += w
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = appendEscapedRune(b, r)
		}
	}
	return string(b)
}

const hexDigits = "0123456789abcdef"

// appendEscapedRune appends \xhh, \uhhhh or \Uhhhhhhhh.
func appendEscapedRune(b []byte, r rune) []byte {
	digits := 8
	switch {
	case r < 0x100:
		b = append(b, `\x`...)
		digits = 2
	case r < 0x10000:
		b = append(b, `\u`...)
		digits = 4
	default:
		b = append(b, `\U`...)
	}
	for i := digits - 1; i >= 0; i-- {
		b = append(b, hexDigits[r>>(4*i)&15])
	}
	return b
}

// ReprString is repr(s) of a str.
func ReprString(s string) string {
	return string(appendReprString(make([]byte, 0, len(s)+2), s))
}

func appendReprString(b []byte, s string) []byte {
	quote := byte('\'')
	plain := true
	single, double := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\'':
			single = true
		case c == '"':
			double = true
		case c < ' ' || c >= 0x7f || c == '\\':
			plain = false
		}
	}
	if single && !double {
		quote = '"'
	}
	b = append(b, quote)
	if plain && !(single && double) {
		b = append(b, s...)
		return append(b, quote)
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == quote || c == '\\':
				b = append(b, '\\', c)
			case c == '\n':
				b = append(b, `\n`...)
			case c == '\r':
				b = append(b, `\r`...)
			case c == '\t':
				b = append(b, `\t`...)
			case c < ' ' || c == 0x7f:
				b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
			default:
				b = append(b, c)
			}
			continue
		}
		r, w := decodeRune(s[i:])
		if isPrintable(r) {
			b = append(b, s[i:i+w]...)
		} else {
			b = appendEscapedRune(b, r)
		}
		i += w
	}
	return append(b, quote)
}

// reprObject is repr(x) of what is no builtin value: instances of classes, functions, library objects.
func reprObject(x any) string {
	switch v := x.(type) {
	case *Object:
		if m := v.class.override(dRepr); m != nil {
			return stringResult("__repr__", m, x)
		}
		switch base := v.base.(type) {
		case nil:
			return defaultRepr(x)
		case AnySet:
			if base.Len() == 0 {
				return v.class.name + "()"
			}
			return v.class.name + "({" + string(reprItems(base)) + "})"
		case *ByteArray:
			return v.class.name + "(" + ReprBytes(base.Bytes()) + ")"
		}
		return subclassRepr(v)
	case *Class:
		if m := v.metaclass().override(dRepr); m != nil {
			return stringResult("__repr__", m, x)
		}
		return v.pyRepr()
	case BaseException:
		if m := v.Exc().Class().override(dRepr); m != nil {
			return stringResult("__repr__", m, x)
		}
	}
	switch v := x.(type) {
	case Reprer:
		return v.Repr()
	case pyReprer:
		return v.pyRepr()
	}
	if m := TypeOf(x).override(dRepr); m != nil {
		return stringResult("__repr__", m, x)
	}
	return defaultRepr(x)
}

// subclassRepr is the repr of the value inside an instance of a subclass: that of some classes shows the subclass's name.
func subclassRepr(o *Object) string {
	text := Repr(o.base)
	if t := TypeOf(o.base); t.module != "builtins" {
		if rest, ok := strings.CutPrefix(strings.TrimPrefix(text, t.module+"."), t.name+"("); ok {
			return o.class.name + "(" + rest
		}
	}
	return text
}

func reprItems(s AnySet) []byte {
	var b []byte
	it := s.pyIter()
	for i := 0; ; i++ {
		x, ok := it.Next()
		if !ok {
			return b
		}
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendRepr(b, x)
	}
}

// defaultRepr is object.__repr__.
func defaultRepr(x any) string {
	c := TypeOf(x)
	name := c.qualname
	if c.module != "builtins" && c.module != "" {
		name = c.module + "." + name
	}
	return "<" + name + " object" + at(x) + ">"
}

// stringResult calls a special method that must return a str.
func stringResult(name string, m, x any) string {
	r, err := callDunder(m, x)
	Check(err)
	s, ok := baseOf(r).(string)
	if !ok {
		Throwf(TypeError, "%s returned non-string (type %s)", name, typeName(r))
	}
	return s
}

// strObject is str(x) of what is no builtin value.
func strObject(x any) string {
	switch v := x.(type) {
	case *Object:
		if m := v.class.override(dStr); m != nil {
			return stringResult("__str__", m, x)
		}
		switch base := v.base.(type) {
		case string:
			return base
		case Strer:
			return base.Str()
		}
		if m := v.class.override(dRepr); m != nil {
			return stringResult("__str__", m, x)
		}
		return reprObject(x)
	case BaseException:
		if m := v.Exc().Class().override(dStr); m != nil {
			return stringResult("__str__", m, x)
		}
		return excStr(v)
	case *MappingProxy:
		return Str(v.d)
	case Strer:
		return v.Str()
	case Reprer, pyReprer:
		return reprObject(x)
	}
	if m := TypeOf(x).override(dStr); m != nil {
		return stringResult("__str__", m, x)
	}
	return reprObject(x)
}
