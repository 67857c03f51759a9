package py

import (
	"math/big"
	"strings"
)

// FormatMod is format % args, for a str or bytes format.
func FormatMod(format, args any) any {
	switch f := format.(type) {
	case string:
		return StrMod(f, args)
	case Bytes:
		return BytesMod(f, args)
	}
	panic("py: FormatMod of neither str nor bytes")
}

// StrMod is format % args for a str; args as an any holds them: a tuple, a mapping, or one value.
func StrMod(format string, args any) string {
	p := newPercent(format, args, false)
	return string(p.run())
}

// BytesMod is format % args for bytes.
func BytesMod(format Bytes, args any) Bytes {
	p := newPercent(string(format), args, true)
	return Bytes(p.run())
}

// percent is the state of one %-formatting.
type percent struct {
	format  string
	i       int
	tuple   AnyTuple // the arguments, or nil: then single is the only one
	single  any
	next    int // index of the next argument
	count   int // number of arguments; 1 for a single one
	mapping any // what %(key)s looks up, or nil
	bytes   bool
	out     []byte
}

// conversion is one parsed conversion specification.
type conversion struct {
	left, plus, space, alternate, zero bool
	width, precision                   int // -1 if absent
	verb                               rune
	at                                 int // index of the verb in code points
}

func newPercent(format string, args any, isBytes bool) *percent {
	p := &percent{format: format, single: args, count: 1, bytes: isBytes}
	switch a := args.(type) {
	case AnyTuple:
		p.tuple, p.count = a, a.Len()
	case string:
	case Bytes:
		if !isBytes {
			p.mapping = a
		}
	case *Object:
		if t, ok := a.base.(AnyTuple); ok {
			p.tuple, p.count = t, t.Len()
			break
		}
		if _, isStr := a.base.(string); !isStr && hasGetItem(a) {
			p.mapping = a
		}
	case nil, bool, int, float64, complex128, *big.Int, AnySet:
	default:
		if hasGetItem(args) {
			p.mapping = args
		}
	}
	return p
}

func hasGetItem(x any) bool {
	switch v := x.(type) {
	case *Object:
		if v.class.override(dGetitem) != nil {
			return true
		}
		return v.base != nil && hasGetItem(v.base)
	case pyGetItem, ItemGetter:
		return true
	}
	return false
}

func (p *percent) run() []byte {
	for p.i < len(p.format) {
		j := strings.IndexByte(p.format[p.i:], '%')
		if j < 0 {
			p.out = append(p.out, p.format[p.i:]...)
			break
		}
		p.out = append(p.out, p.format[p.i:p.i+j]...)
		p.i += j + 1
		p.one()
	}
	if p.next < p.count && p.mapping == nil {
		kind := "string"
		if p.bytes {
			kind = "bytes"
		}
		Throwf(TypeError, "not all arguments converted during %s formatting", kind)
	}
	return p.out
}

func (p *percent) peek() rune {
	if p.i >= len(p.format) {
		Throw(ValueError.New("incomplete format"))
	}
	if p.bytes {
		return rune(p.format[p.i])
	}
	r, _ := decodeRune(p.format[p.i:])
	return r
}

func (p *percent) arg() any {
	if p.next >= p.count {
		Throw(TypeError.New("not enough arguments for format string"))
	}
	p.next++
	if p.tuple != nil {
		return p.tuple.AtAny(p.next - 1)
	}
	return p.single
}

// one reads and converts one specification; the format stands after the percent sign.
func (p *percent) one() {
	c := conversion{width: -1, precision: -1}
	if p.peek() == '%' {
		p.i++
		p.out = append(p.out, '%')
		return
	}
	if p.peek() == '(' {
		p.key()
	}
flags:
	for {
		switch p.peek() {
		case '-':
			c.left = true
		case '+':
			c.plus = true
		case ' ':
			c.space = true
		case '#':
			c.alternate = true
		case '0':
			c.zero = true
		default:
			break flags
		}
		p.i++
	}
	c.width = p.number("width")
	if c.width < -1 {
		c.left = true
		c.width = -(c.width + 2)
	}
	if p.peek() == '.' {
		p.i++
		c.precision = max(p.number("precision"), 0)
	}
	if r := p.peek(); r == 'h' || r == 'l' || r == 'L' {
		p.i++
	}
	c.verb = p.peek()
	c.at = p.i
	if c.verb < 0x80 || p.bytes {
		p.i++
	} else {
		_, w := decodeRune(p.format[p.i:])
		p.i += w
	}
	p.convert(&c)
}

// key reads (name) and makes its value the argument.
func (p *percent) key() {
	if p.mapping == nil {
		Throw(TypeError.New("format requires a mapping"))
	}
	start := p.i + 1
	depth := 1
	i := start
	for ; i < len(p.format) && depth > 0; i++ {
		switch p.format[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	if depth > 0 {
		Throw(ValueError.New("incomplete format key"))
	}
	name := p.format[start : i-1]
	p.i = i
	if p.bytes {
		p.single = GetItem(p.mapping, Bytes(name))
	} else {
		p.single = GetItem(p.mapping, name)
	}
	p.tuple, p.next, p.count = nil, 0, 1
}

// number reads digits or *; -1 if there are none. A negative * width n comes back as -n-2.
func (p *percent) number(what string) int {
	if p.peek() == '*' {
		p.i++
		n, ok := p.arg().(int)
		if !ok {
			Throw(TypeError.New("* wants int"))
		}
		if n < 0 {
			if what == "precision" {
				return 0
			}
			return n - 2
		}
		return n
	}
	n := -1
	for r := p.peek(); r >= '0' && r <= '9'; r = p.peek() {
		n = max(n, 0)*10 + int(r-'0')
		if n > 1<<31-1 {
			Throw(ValueError.New(what + " too big"))
		}
		p.i++
	}
	return n
}

func (p *percent) convert(c *conversion) {
	switch c.verb {
	case 's', 'r', 'a', 'b':
		if c.verb == 'b' && !p.bytes {
			break
		}
		p.text(c, p.arg())
		return
	case 'c':
		p.char(c, p.arg())
		return
	case 'd', 'i', 'u', 'o', 'x', 'X':
		p.integer(c, p.arg())
		return
	case 'e', 'E', 'f', 'F', 'g', 'G':
		p.float(c, p.arg())
		return
	}
	at := c.at
	if !p.bytes {
		p.arg()
		at = runeLen(p.format[:c.at])
	}
	shown := c.verb
	if shown < 32 || shown > 126 && !p.bytes {
		shown = '?'
	}
	Throwf(ValueError, "unsupported format character '%c' (0x%x) at index %d", shown, c.verb, at)
}

// put writes a text of n characters, padded with blanks.
func (p *percent) put(c *conversion, s string, n int) {
	pad := c.width - n
	if !c.left {
		p.out = appendFill(p.out, ' ', pad)
	}
	p.out = append(p.out, s...)
	if c.left {
		p.out = appendFill(p.out, ' ', pad)
	}
}

func (p *percent) text(c *conversion, x any) {
	var s string
	switch {
	case p.bytes && (c.verb == 's' || c.verb == 'b'):
		s = string(bytesArg(x))
		if c.precision >= 0 && c.precision < len(s) {
			s = s[:c.precision]
		}
		p.put(c, s, len(s))
		return
	case c.verb == 's':
		s = Str(x)
	case c.verb == 'a' || p.bytes:
		s = ASCII(x)
	default:
		s = Repr(x)
	}
	if c.precision >= 0 && c.precision < len(s) {
		s = StrSliceTo(s, c.precision)
	}
	p.put(c, s, StrLen(s))
}

// bytesArg is the argument of %b: a bytes-like object or one with __bytes__.
func bytesArg(x any) Bytes {
	if b, ok := bytesLike(x); ok {
		return b
	}
	if m := TypeOf(x).override(dBytes); m != nil {
		r, err := callDunder(m, x)
		Check(err)
		if b, ok := r.(Bytes); ok {
			return b
		}
		Throwf(TypeError, "__bytes__ returned non-bytes (type %s)", typeName(r))
	}
	Throwf(TypeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", typeName(x))
	return ""
}

func (p *percent) char(c *conversion, x any) {
	if p.bytes {
		if b, ok := bytesLike(x); ok && len(b) == 1 {
			p.put(c, string(b), 1)
			return
		}
		v, ok := indexValue(x)
		if !ok {
			if b, ok := bytesLike(x); ok {
				Throwf(TypeError, "%%c requires an integer in range(256) or a single byte, not a bytes object of length %d", len(b))
			}
			Throw(TypeError.New("%c requires an integer in range(256) or a single byte"))
		}
		i, ok := v.(int)
		if !ok || uint(i) > 255 {
			Throw(OverflowError.New("%c arg not in range(256)"))
		}
		p.put(c, string([]byte{byte(i)}), 1)
		return
	}
	if s, ok := baseOf(x).(string); ok {
		if StrLen(s) != 1 {
			Throw(TypeError.New("%c requires int or char"))
		}
		p.put(c, s, 1)
		return
	}
	v, ok := indexValue(x)
	if !ok {
		Throw(TypeError.New("%c requires int or char"))
	}
	i, ok := v.(int)
	if !ok || uint(i) > 0x10ffff {
		Throw(OverflowError.New("%c arg not in range(0x110000)"))
	}
	p.put(c, runeString(rune(i)), 1)
}

func (p *percent) integer(c *conversion, x any) {
	verb := c.verb
	if verb == 'i' || verb == 'u' {
		verb = 'd'
	}
	var n *big.Int
	switch v := baseOf(x).(type) {
	case int, bool, *big.Int:
		n, _ = Big(v)
	case float64:
		if verb != 'd' {
			Throwf(TypeError, "%%%c format: an integer is required, not float", c.verb)
		}
		n = BigFromFloat(v)
	default:
		ok := false
		if verb == 'd' {
			n, ok = percentInt(x)
		} else if i, is := indexValue(x); is {
			n, ok = Big(i)
		}
		if !ok {
			need := "an integer"
			if verb == 'd' {
				need = "a real number"
			}
			Throwf(TypeError, "%%%c format: %s is required, not %s", c.verb, need, typeName(x))
		}
	}
	base, prefix := 10, ""
	switch verb {
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	if !c.alternate {
		prefix = ""
	}
	if base == 10 {
		checkIntDigits(n)
	}
	digits := n.Text(base)
	negative := n.Sign() < 0
	digits = strings.TrimPrefix(digits, "-")
	if verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	digits = RepeatStr("0", c.precision-len(digits)) + digits
	p.numeric(c, numberParts{negative: negative, prefix: prefix, digits: digits})
}

// percentInt is what %d makes of an object that is no builtin number: the result of __int__ or __index__.
func percentInt(x any) (*big.Int, bool) {
	if i, ok := indexValue(x); ok {
		return Big(i)
	}
	if m := TypeOf(x).override(dInt); m != nil {
		r, err := callDunder(m, x)
		Check(err)
		return Big(r)
	}
	return nil, false
}

func (p *percent) float(c *conversion, x any) {
	precision := c.precision
	if precision < 0 {
		precision = 6
	}
	var buf [400]byte
	text := appendFloatText(buf[:0], AsFloat(x), byte(c.verb), precision, c.alternate, false)
	p.numeric(c, splitNumber(string(text)))
}

// numeric writes a number with sign and padding.
func (p *percent) numeric(c *conversion, n numberParts) {
	sign := ""
	switch {
	case n.negative:
		sign = "-"
	case c.plus:
		sign = "+"
	case c.space:
		sign = " "
	}
	head := sign + n.prefix
	body := n.digits + n.rest
	if c.zero && !c.left {
		p.out = append(p.out, head...)
		p.out = appendFill(p.out, '0', c.width-len(head)-len(body))
		p.out = append(p.out, body...)
		return
	}
	p.put(c, head+body, len(head)+len(body))
}
