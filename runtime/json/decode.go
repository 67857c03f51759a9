package json

import (
	"context"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Hooks are the callbacks of json.loads; nil ones do nothing.
type Hooks struct {
	Object        func(ctx context.Context, d *py.Dict[any, any]) (any, error)
	ObjectPairs   func(ctx context.Context, pairs *py.List[any]) (any, error)
	Float         func(ctx context.Context, text string) (any, error)
	Int           func(ctx context.Context, text string) (any, error)
	Constant      func(ctx context.Context, text string) (any, error)
	AllowControls bool // strict=False
}

// Decode returns the value of a JSON text: dicts, lists, strings, ints (of
// any size), floats, bools and None. Errors are JSONDecodeError.
func Decode(ctx context.Context, text string, h *Hooks) (any, error) {
	d := decoder{ctx: ctx, s: text, hooks: h}
	if strings.HasPrefix(text, "\ufeff") {
		return nil, newDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0)
	}
	d.space()
	v, err := d.value()
	if err != nil {
		return nil, err
	}
	d.space()
	if d.i != len(text) {
		return nil, d.fail("Extra data", d.i)
	}
	return v, nil
}

// DecodePrefix decodes the value that text starts with at byte offset i and
// returns the offset after it: JSONDecoder.raw_decode.
func DecodePrefix(ctx context.Context, text string, i int, h *Hooks) (any, int, error) {
	d := decoder{ctx: ctx, s: text, i: i, hooks: h}
	v, err := d.value()
	return v, d.i, err
}

type decoder struct {
	ctx   context.Context
	s     string
	i     int
	hooks *Hooks
	keys  map[string]any // boxed keys, shared as CPython's memo does
}

func (d *decoder) fail(msg string, at int) error { return newDecodeError(msg, d.s, at) }

func (d *decoder) space() {
	for d.i < len(d.s) {
		switch d.s[d.i] {
		case ' ', '\t', '\n', '\r':
			d.i++
		default:
			return
		}
	}
}

func (d *decoder) peek() byte {
	if d.i < len(d.s) {
		return d.s[d.i]
	}
	return 0
}

func (d *decoder) literal(word string) bool {
	if strings.HasPrefix(d.s[d.i:], word) {
		d.i += len(word)
		return true
	}
	return false
}

func (d *decoder) constant(word string, v float64) (any, error) {
	if d.hooks.Constant != nil {
		return d.hooks.Constant(d.ctx, word)
	}
	return v, nil
}

func (d *decoder) value() (any, error) {
	switch d.peek() {
	case '"':
		d.i++
		return d.str()
	case '{':
		d.i++
		return d.object()
	case '[':
		d.i++
		return d.array()
	case 'n':
		if d.literal("null") {
			return nil, nil
		}
	case 't':
		if d.literal("true") {
			return true, nil
		}
	case 'f':
		if d.literal("false") {
			return false, nil
		}
	case 'N':
		if d.literal("NaN") {
			return d.constant("NaN", math.NaN())
		}
	case 'I':
		if d.literal("Infinity") {
			return d.constant("Infinity", math.Inf(1))
		}
	case '-':
		if d.literal("-Infinity") {
			return d.constant("-Infinity", math.Inf(-1))
		}
		return d.number()
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return d.number()
	}
	return nil, d.fail("Expecting value", d.i)
}

func (d *decoder) digits() bool {
	from := d.i
	for d.i < len(d.s) && d.s[d.i] >= '0' && d.s[d.i] <= '9' {
		d.i++
	}
	return d.i > from
}

func (d *decoder) number() (any, error) {
	start := d.i
	if d.s[d.i] == '-' {
		d.i++
	}
	if d.peek() == '0' && d.i < len(d.s) {
		d.i++
	} else if !d.digits() {
		d.i = start
		return nil, d.fail("Expecting value", start)
	}
	isFloat := false
	if end := d.i; d.peek() == '.' {
		d.i++
		if d.digits() {
			isFloat = true
		} else {
			d.i = end
		}
	}
	if end := d.i; d.peek() == 'e' || d.peek() == 'E' {
		d.i++
		if d.peek() == '+' || d.peek() == '-' {
			d.i++
		}
		if d.digits() {
			isFloat = true
		} else {
			d.i = end
		}
	}
	text := d.s[start:d.i]
	if isFloat {
		if d.hooks.Float != nil {
			return d.hooks.Float(d.ctx, text)
		}
		f, _ := strconv.ParseFloat(text, 64)
		return f, nil
	}
	if d.hooks.Int != nil {
		return d.hooks.Int(d.ctx, text)
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n, nil
	}
	return py.ParseBigAny(text)
}

func (d *decoder) array() (any, error) {
	items := []any{}
	d.space()
	if d.peek() == ']' {
		d.i++
		return py.NewList(items...), nil
	}
	for {
		v, err := d.value()
		if err != nil {
			return nil, err
		}
		items = append(items, v)
		d.space()
		switch d.peek() {
		case ']':
			d.i++
			return py.NewList(items...), nil
		case ',':
		default:
			return nil, d.fail("Expecting ',' delimiter", d.i)
		}
		comma := d.i
		d.i++
		d.space()
		if d.peek() == ']' {
			return nil, d.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

func (d *decoder) object() (any, error) {
	var dict *py.Dict[any, any]
	var pairs []any
	usePairs := d.hooks.ObjectPairs != nil
	if !usePairs {
		dict = py.NewDict[any, any]()
	}
	d.space()
	if d.peek() == '}' {
		d.i++
		return d.finish(dict, pairs)
	}
	for {
		if d.peek() != '"' {
			return nil, d.fail("Expecting property name enclosed in double quotes", d.i)
		}
		d.i++
		k, err := d.str()
		if err != nil {
			return nil, err
		}
		key := d.key(k)
		d.space()
		if d.peek() != ':' {
			return nil, d.fail("Expecting ':' delimiter", d.i)
		}
		d.i++
		d.space()
		v, err := d.value()
		if err != nil {
			return nil, err
		}
		if usePairs {
			pairs = append(pairs, py.NewTuple(key, v))
		} else {
			dict.Set(key, v)
		}
		d.space()
		switch d.peek() {
		case '}':
			d.i++
			return d.finish(dict, pairs)
		case ',':
		default:
			return nil, d.fail("Expecting ',' delimiter", d.i)
		}
		comma := d.i
		d.i++
		d.space()
		if d.peek() == '}' {
			return nil, d.fail("Illegal trailing comma before end of object", comma)
		}
	}
}

// key boxes a key once for the whole text.
func (d *decoder) key(k any) any {
	s := k.(string)
	if d.keys == nil {
		d.keys = map[string]any{}
	}
	if b, ok := d.keys[s]; ok {
		return b
	}
	d.keys[s] = k
	return k
}

func (d *decoder) finish(dict *py.Dict[any, any], pairs []any) (any, error) {
	if d.hooks.ObjectPairs != nil {
		return d.hooks.ObjectPairs(d.ctx, py.NewList(pairs...))
	}
	if d.hooks.Object != nil {
		return d.hooks.Object(d.ctx, dict)
	}
	return dict, nil
}

// str decodes a string after its opening quote.
func (d *decoder) str() (any, error) {
	begin := d.i - 1
	from := d.i
	var buf []byte
	for {
		if d.i >= len(d.s) {
			return nil, d.fail("Unterminated string starting at", begin)
		}
		c := d.s[d.i]
		switch {
		case c == '"':
			s := d.s[from:d.i]
			d.i++
			if buf != nil {
				s = string(append(buf, s...))
			}
			return s, nil
		case c == '\\':
			buf = append(buf, d.s[from:d.i]...)
			r, err := d.escape(begin)
			if err != nil {
				return nil, err
			}
			buf = appendRune(buf, r)
			from = d.i
		case c < ' ' && !d.hooks.AllowControls:
			return nil, d.fail("Invalid control character at", d.i)
		default:
			d.i++
		}
	}
}

// escape decodes the escape sequence at the backslash.
func (d *decoder) escape(begin int) (rune, error) {
	at := d.i
	d.i++
	if d.i >= len(d.s) {
		return 0, d.fail("Unterminated string starting at", begin)
	}
	c := d.s[d.i]
	d.i++
	switch c {
	case '"', '\\', '/':
		return rune(c), nil
	case 'b':
		return '\b', nil
	case 'f':
		return '\f', nil
	case 'n':
		return '\n', nil
	case 'r':
		return '\r', nil
	case 't':
		return '\t', nil
	case 'u':
		r, ok := d.hex4()
		if !ok {
			return 0, d.fail("Invalid \\uXXXX escape", at+1)
		}
		if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(d.s[d.i:], `\u`) {
			save := d.i
			d.i += 2
			if lo, ok := d.hex4(); ok && lo >= 0xdc00 && lo < 0xe000 {
				return 0x10000 + (r-0xd800)<<10 + lo - 0xdc00, nil
			}
			d.i = save
		}
		return r, nil
	}
	if c >= utf8.RuneSelf {
		_, n := decodeRune(d.s[d.i-1:])
		d.i += n - 1
	}
	return 0, d.fail("Invalid \\escape", at)
}

func (d *decoder) hex4() (rune, bool) {
	if d.i+4 > len(d.s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(d.s[d.i : d.i+4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'a' && c <= 'f':
			r = r<<4 | rune(c-'a'+10)
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	d.i += 4
	return r, true
}
