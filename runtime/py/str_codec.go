package py

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// codec names after Python's normalisation.
type codecKind uint8

const (
	codecUTF8 codecKind = iota
	codecUTF8Sig
	codecASCII
	codecLatin1
	codecUTF16
	codecUTF16LE
	codecUTF16BE
	codecUTF32
	codecUTF32LE
	codecUTF32BE
	codecCP1252
)

var codecNames = map[string]codecKind{
	"utf_8": codecUTF8, "utf8": codecUTF8, "u8": codecUTF8, "utf": codecUTF8, "cp65001": codecUTF8, "utf_8_sig": codecUTF8Sig,
	"ascii": codecASCII, "us_ascii": codecASCII, "646": codecASCII,
	"latin_1": codecLatin1, "latin1": codecLatin1, "latin": codecLatin1, "l1": codecLatin1, "iso_8859_1": codecLatin1, "iso8859_1": codecLatin1, "8859": codecLatin1, "cp819": codecLatin1,
	"utf_16": codecUTF16, "utf16": codecUTF16, "u16": codecUTF16, "utf_16_le": codecUTF16LE, "utf_16le": codecUTF16LE, "utf_16_be": codecUTF16BE, "utf_16be": codecUTF16BE,
	"utf_32": codecUTF32, "utf32": codecUTF32, "u32": codecUTF32, "utf_32_le": codecUTF32LE, "utf_32le": codecUTF32LE, "utf_32_be": codecUTF32BE, "utf_32be": codecUTF32BE,
	"cp1252": codecCP1252, "windows_1252": codecCP1252, "1252": codecCP1252,
}

// codecShown are the names in error messages.
var codecShown = map[codecKind]string{
	codecUTF8: "utf-8", codecUTF8Sig: "utf-8", codecASCII: "ascii", codecLatin1: "latin-1", codecUTF16: "utf-16", codecUTF16LE: "utf-16-le",
	codecUTF16BE: "utf-16-be", codecUTF32: "utf-32", codecUTF32LE: "utf-32-le", codecUTF32BE: "utf-32-be", codecCP1252: "charmap",
}

func findCodec(encoding string) (codecKind, error) {
	var b []byte
	gap := false
	for i := 0; i < len(encoding); i++ {
		c := encoding[i]
		if isASCIIAlpha(c) || isDigitByte(c) || c == '.' {
			if gap && len(b) > 0 {
				b = append(b, '_')
			}
			gap = false
			if isASCIIUpper(c) {
				c |= 0x20
			}
			b = append(b, c)
		} else {
			gap = true
		}
	}
	k, ok := codecNames[string(b)]
	if !ok {
		return 0, LookupError.New("unknown encoding: " + encoding)
	}
	return k, nil
}

func unknownHandler(errors string) error {
	return LookupError.New("unknown error handler name '" + errors + "'")
}

// StrEncode is s.encode(encoding, errors).
func StrEncode(s, encoding, errors string) (Bytes, error) {
	k := codecUTF8
	if encoding != "utf-8" && encoding != "" {
		var err error
		if k, err = findCodec(encoding); err != nil {
			return "", err
		}
	}
	if k == codecUTF8 && utf8.ValidString(s) || isASCII(s) && (k == codecASCII || k == codecLatin1 || k == codecCP1252) {
		return Bytes(s), nil
	}
	e := &encoder{kind: k, text: runesOf(s), s: s, errors: errors}
	switch k {
	case codecUTF8Sig:
		e.out = append(e.out, "\ufeff"...)
	case codecUTF16:
		e.out = append(e.out, 0xff, 0xfe)
	case codecUTF32:
		e.out = append(e.out, 0xff, 0xfe, 0, 0)
	}
	for e.i < len(e.text) {
		if e.one(e.text[e.i]) {
			e.i++
			continue
		}
		if err := e.failed(); err != nil {
			return "", err
		}
	}
	return Bytes(e.out), nil
}

type encoder struct {
	kind   codecKind
	text   []rune
	s      string
	errors string
	i      int
	out    []byte
}

// one appends the code of r; false if it has none.
func (e *encoder) one(r rune) bool {
	surrogate := r >= 0xd800 && r < 0xe000
	switch e.kind {
	case codecUTF8, codecUTF8Sig:
		if !surrogate {
			e.out = utf8.AppendRune(e.out, r)
		}
		return !surrogate
	case codecASCII, codecLatin1:
		limit := rune(0x100)
		if e.kind == codecASCII {
			limit = 0x80
		}
		if r >= limit {
			return false
		}
		e.out = append(e.out, byte(r))
		return true
	case codecCP1252:
		c, ok := cp1252Code(r)
		if ok {
			e.out = append(e.out, c)
		}
		return ok
	case codecUTF16, codecUTF16LE, codecUTF16BE:
		if surrogate {
			return false
		}
		e.unit(r)
		return true
	}
	if surrogate {
		return false
	}
	e.unit(r)
	return true
}

// unit appends r in UTF-16 or UTF-32.
func (e *encoder) unit(r rune) {
	big := e.kind == codecUTF16BE || e.kind == codecUTF32BE
	put := func(v uint32, n int) {
		for i := range n {
			shift := 8 * i
			if big {
				shift = 8 * (n - 1 - i)
			}
			e.out = append(e.out, byte(v>>shift))
		}
	}
	switch e.kind {
	case codecUTF32, codecUTF32LE, codecUTF32BE:
		put(uint32(r), 4)
		return
	}
	if r >= 0x10000 {
		hi, lo := utf16.EncodeRune(r)
		put(uint32(hi), 2)
		put(uint32(lo), 2)
		return
	}
	put(uint32(r), 2)
}

func (e *encoder) reason() string {
	switch e.kind {
	case codecASCII:
		return "ordinal not in range(128)"
	case codecLatin1:
		return "ordinal not in range(256)"
	case codecCP1252:
		return "character maps to <undefined>"
	}
	return "surrogates not allowed"
}

// failed deals with the characters from e.i on that have no code.
func (e *encoder) failed() error {
	end := e.i + 1
	probe := &encoder{kind: e.kind}
	for end < len(e.text) && !probe.one(e.text[end]) {
		end++
	}
	bad := e.text[e.i:end]
	var repl []byte
	switch e.errors {
	case "strict", "":
		return UnicodeEncodeError.New(codecShown[e.kind], e.s, e.i, end, e.reason())
	case "ignore":
	case "replace":
		for range bad {
			repl = append(repl, '?')
		}
	case "backslashreplace":
		for _, r := range bad {
			repl = appendEscapedRune(repl, r)
		}
	case "xmlcharrefreplace":
		for _, r := range bad {
			repl = append(strconv.AppendInt(append(repl, "&#"...), int64(r), 10), ';')
		}
	case "surrogateescape":
		for j, r := range bad {
			if r < 0xdc80 || r > 0xdcff {
				return UnicodeEncodeError.New(codecShown[e.kind], e.s, e.i+j, end, e.reason())
			}
			e.out = append(e.out, byte(r))
		}
		e.i = end
		return nil
	case "surrogatepass":
		for j, r := range bad {
			if r < 0xd800 || r > 0xdfff || e.kind == codecASCII || e.kind == codecLatin1 || e.kind == codecCP1252 {
				return UnicodeEncodeError.New(codecShown[e.kind], e.s, e.i+j, end, e.reason())
			}
			if e.kind <= codecUTF8Sig {
				e.out = appendRune(e.out, r)
			} else {
				e.unit(r)
			}
		}
		e.i = end
		return nil
	default:
		return unknownHandler(e.errors)
	}
	for _, c := range repl {
		if !e.one(rune(c)) {
			return UnicodeEncodeError.New(codecShown[e.kind], e.s, e.i, end, e.reason())
		}
	}
	e.i = end
	return nil
}

// BytesDecode is str(b, encoding, errors).
func BytesDecode(b Bytes, encoding, errors string) (string, error) {
	return b.Decode(encoding, errors)
}

// Decode is b.decode(encoding, errors).
func (b Bytes) Decode(encoding, errors string) (string, error) {
	k := codecUTF8
	if encoding != "utf-8" && encoding != "" {
		var err error
		if k, err = findCodec(encoding); err != nil {
			return "", err
		}
	}
	if k == codecUTF8Sig {
		b = Bytes(strings.TrimPrefix(string(b), "\ufeff"))
		k = codecUTF8
	}
	if k == codecUTF8 && utf8.ValidString(string(b)) || isASCII(string(b)) && (k == codecASCII || k == codecLatin1 || k == codecCP1252) {
		return string(b), nil
	}
	d := &decoder{kind: k, data: b, errors: errors}
	d.byteOrder()
	for d.i < len(b) {
		r, n, reason := d.one()
		if reason == "" {
			d.out = appendRune(d.out, r)
			d.i += n
			continue
		}
		if err := d.failed(n, reason); err != nil {
			return "", err
		}
	}
	return string(d.out), nil
}

type decoder struct {
	kind   codecKind
	data   Bytes
	errors string
	i      int
	big    bool
	out    []byte
}

// byteOrder reads the mark of UTF-16 and UTF-32.
func (d *decoder) byteOrder() {
	switch d.kind {
	case codecUTF16BE, codecUTF32BE:
		d.big = true
	case codecUTF16:
		if strings.HasPrefix(string(d.data), "\xff\xfe") {
			d.i = 2
		} else if strings.HasPrefix(string(d.data), "\xfe\xff") {
			d.i, d.big = 2, true
		}
	case codecUTF32:
		if strings.HasPrefix(string(d.data), "\xff\xfe\x00\x00") {
			d.i = 4
		} else if strings.HasPrefix(string(d.data), "\x00\x00\xfe\xff") {
			d.i, d.big = 4, true
		}
	}
}

// one decodes the next character: its length, or the length of the bad stretch and the reason.
func (d *decoder) one() (r rune, n int, reason string) {
	rest := d.data[d.i:]
	c := rest[0]
	switch d.kind {
	case codecUTF8:
		return decodeUTF8(string(rest))
	case codecASCII:
		if c >= 0x80 {
			return 0, 1, "ordinal not in range(128)"
		}
		return rune(c), 1, ""
	case codecLatin1:
		return rune(c), 1, ""
	case codecCP1252:
		if r := cp1252Rune(c); r >= 0 {
			return r, 1, ""
		}
		return 0, 1, "character maps to <undefined>"
	case codecUTF16, codecUTF16LE, codecUTF16BE:
		return d.one16(rest)
	}
	if len(rest) < 4 {
		return 0, len(rest), "truncated data"
	}
	v := d.unit(rest, 4)
	switch {
	case v >= 0xd800 && v < 0xe000:
		return 0, 4, "code point in surrogate code point range(0xd800, 0xe000)"
	case v > utf8.MaxRune:
		return 0, 4, "code point not in range(0x110000)"
	}
	return rune(v), 4, ""
}

func (d *decoder) unit(b Bytes, n int) uint32 {
	var v uint32
	for i := range n {
		shift := 8 * i
		if d.big {
			shift = 8 * (n - 1 - i)
		}
		v |= uint32(b[i]) << shift
	}
	return v
}

func (d *decoder) one16(rest Bytes) (r rune, n int, reason string) {
	if len(rest) < 2 {
		return 0, 1, "truncated data"
	}
	u := rune(d.unit(rest, 2))
	switch {
	case u < 0xd800 || u >= 0xe000:
		return u, 2, ""
	case u >= 0xdc00:
		return 0, 2, "illegal encoding"
	case len(rest) < 4:
		return 0, len(rest), "unexpected end of data"
	}
	lo := rune(d.unit(rest[2:], 2))
	if lo < 0xdc00 || lo >= 0xe000 {
		return 0, 2, "illegal UTF-16 surrogate"
	}
	return utf16.DecodeRune(u, lo), 4, ""
}

// decodeUTF8 decodes strictly, with CPython's reasons and lengths of bad stretches.
func decodeUTF8(s string) (r rune, n int, reason string) {
	if r, n := utf8.DecodeRuneInString(s); r != utf8.RuneError || n > 1 {
		return r, n, ""
	}
	c := s[0]
	need := 0
	lo, hi := byte(0x80), byte(0xbf)
	switch {
	case c >= 0xc2 && c <= 0xdf:
		need = 1
	case c >= 0xe0 && c <= 0xef:
		need = 2
		if c == 0xe0 {
			lo = 0xa0
		} else if c == 0xed {
			hi = 0x9f
		}
	case c >= 0xf0 && c <= 0xf4:
		need = 3
		if c == 0xf0 {
			lo = 0x90
		} else if c == 0xf4 {
			hi = 0x8f
		}
	default:
		return 0, 1, "invalid start byte"
	}
	for i := 1; i <= need; i++ {
		if i >= len(s) {
			return 0, i, "unexpected end of data"
		}
		if s[i] < lo || s[i] > hi {
			return 0, i, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xbf
	}
	return 0, 1, "invalid start byte"
}

// failed deals with n bad bytes.
func (d *decoder) failed(n int, reason string) error {
	switch d.errors {
	case "strict", "":
		return d.decodeError(n, reason)
	case "ignore":
	case "replace":
		d.out = append(d.out, "\ufffd"...)
	case "backslashreplace":
		for _, c := range []byte(d.data[d.i : d.i+n]) {
			d.out = append(d.out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
	case "surrogateescape":
		for _, c := range []byte(d.data[d.i : d.i+n]) {
			if c < 0x80 {
				return d.decodeError(n, reason)
			}
			d.out = appendRune(d.out, 0xdc00+rune(c))
		}
	case "surrogatepass":
		rest := string(d.data[d.i:])
		if d.kind == codecUTF8 && len(rest) >= 3 {
			if r, w := decodeRune(rest); w == 3 && r >= 0xd800 && r < 0xe000 {
				d.out = appendRune(d.out, r)
				d.i += 3
				return nil
			}
		}
		if d.kind >= codecUTF16 && d.kind <= codecUTF16BE && len(rest) >= 2 {
			d.out = appendRune(d.out, rune(d.unit(Bytes(rest), 2)))
			d.i += 2
			return nil
		}
		return d.decodeError(n, reason)
	default:
		return unknownHandler(d.errors)
	}
	d.i += n
	return nil
}

func (d *decoder) decodeError(n int, reason string) error {
	name := codecShown[d.kind]
	if d.kind == codecUTF16 {
		name = "utf-16-le"
		if d.big {
			name = "utf-16-be"
		}
	}
	if d.kind == codecUTF32 {
		name = "utf-32-le"
		if d.big {
			name = "utf-32-be"
		}
	}
	return UnicodeDecodeError.New(name, d.data, d.i, d.i+n, reason)
}

// cp1252High are the characters of the codes 0x80 to 0x9f of Windows-1252; -1 where there is none.
var cp1252High = [32]rune{
	0x20ac, -1, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, -1, 0x017d, -1,
	-1, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, -1, 0x017e, 0x0178,
}

func cp1252Rune(c byte) rune {
	if c >= 0x80 && c < 0xa0 {
		return cp1252High[c-0x80]
	}
	return rune(c)
}

func cp1252Code(r rune) (byte, bool) {
	if r < 0x80 || r >= 0xa0 && r < 0x100 {
		return byte(r), true
	}
	for i, h := range cp1252High {
		if h == r {
			return byte(0x80 + i), true
		}
	}
	return 0, false
}
