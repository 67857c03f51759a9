package py

import (
	"iter"
	"strings"
)

// The methods of bytes treat the bytes as ASCII text.

func isASCIISpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func isASCIILower(c byte) bool { return c >= 'a' && c <= 'z' }

func isASCIIUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isASCIIAlpha(c byte) bool { return isASCIILower(c | 0x20) }

func mapBytes(b Bytes, f func(c byte) byte) Bytes { return Bytes(mapASCII(string(b), f)) }

// Upper is b.upper().
func (b Bytes) Upper() Bytes {
	return mapBytes(b, func(c byte) byte {
		if isASCIILower(c) {
			c -= 0x20
		}
		return c
	})
}

// Lower is b.lower().
func (b Bytes) Lower() Bytes {
	return mapBytes(b, func(c byte) byte {
		if isASCIIUpper(c) {
			c += 0x20
		}
		return c
	})
}

// SwapCase is b.swapcase().
func (b Bytes) SwapCase() Bytes {
	return mapBytes(b, func(c byte) byte {
		if isASCIIAlpha(c) {
			c ^= 0x20
		}
		return c
	})
}

// Capitalize is b.capitalize().
func (b Bytes) Capitalize() Bytes {
	if b == "" {
		return b
	}
	return b[:1].Upper() + b[1:].Lower()
}

// Title is b.title().
func (b Bytes) Title() Bytes {
	out := []byte(b)
	cased := false
	for i, c := range out {
		if isASCIIAlpha(c) {
			if cased {
				out[i] = c | 0x20
			} else {
				out[i] = c &^ 0x20
			}
			cased = true
		} else {
			cased = false
		}
	}
	return Bytes(out)
}

func (b Bytes) all(f func(c byte) bool) bool {
	for i := 0; i < len(b); i++ {
		if !f(b[i]) {
			return false
		}
	}
	return b != ""
}

// IsAlpha is b.isalpha().
func (b Bytes) IsAlpha() bool { return b.all(isASCIIAlpha) }

// IsDigit is b.isdigit().
func (b Bytes) IsDigit() bool { return b.all(isDigitByte) }

// IsAlnum is b.isalnum().
func (b Bytes) IsAlnum() bool {
	return b.all(func(c byte) bool { return isASCIIAlpha(c) || isDigitByte(c) })
}

// IsSpace is b.isspace().
func (b Bytes) IsSpace() bool { return b.all(isASCIISpace) }

// IsASCII is b.isascii().
func (b Bytes) IsASCII() bool { return isASCII(string(b)) }

// IsLower is b.islower().
func (b Bytes) IsLower() bool {
	return b.Upper() != b && b.Lower() == b
}

// IsUpper is b.isupper().
func (b Bytes) IsUpper() bool {
	return b.Lower() != b && b.Upper() == b
}

// IsTitle is b.istitle().
func (b Bytes) IsTitle() bool {
	return b.Title() == b && (b.Upper() != b || b.Lower() != b)
}

// Strip is b.strip().
func (b Bytes) Strip() Bytes { return b.LStrip().RStrip() }

// LStrip is b.lstrip().
func (b Bytes) LStrip() Bytes {
	for b != "" && isASCIISpace(b[0]) {
		b = b[1:]
	}
	return b
}

// RStrip is b.rstrip().
func (b Bytes) RStrip() Bytes {
	for b != "" && isASCIISpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// StripChars is b.strip(chars).
func (b Bytes) StripChars(chars Bytes) Bytes { return b.LStripChars(chars).RStripChars(chars) }

// LStripChars is b.lstrip(chars).
func (b Bytes) LStripChars(chars Bytes) Bytes {
	for b != "" && strings.IndexByte(string(chars), b[0]) >= 0 {
		b = b[1:]
	}
	return b
}

// RStripChars is b.rstrip(chars).
func (b Bytes) RStripChars(chars Bytes) Bytes {
	for b != "" && strings.IndexByte(string(chars), b[len(b)-1]) >= 0 {
		b = b[:len(b)-1]
	}
	return b
}

// RemovePrefix is b.removeprefix(prefix).
func (b Bytes) RemovePrefix(prefix Bytes) Bytes {
	return Bytes(strings.TrimPrefix(string(b), string(prefix)))
}

// RemoveSuffix is b.removesuffix(suffix).
func (b Bytes) RemoveSuffix(suffix Bytes) Bytes {
	return Bytes(strings.TrimSuffix(string(b), string(suffix)))
}

// Replace is b.replace(old, new, count).
func (b Bytes) Replace(old, new Bytes, count int) Bytes {
	if old != "" {
		return Bytes(strings.Replace(string(b), string(old), string(new), count))
	}
	// Between bytes, not between code points as strings.Replace does.
	var out []byte
	for i := 0; i <= len(b); i++ {
		if count != 0 {
			out = append(out, new...)
			count--
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return Bytes(out)
}

func bytesList(parts []string) *List[Bytes] {
	out := make([]Bytes, len(parts))
	for i, p := range parts {
		out[i] = Bytes(p)
	}
	return &List[Bytes]{items: out}
}

// Split is b.split(sep, maxsplit); ValueError for an empty sep.
func (b Bytes) Split(sep Bytes, maxsplit int) *List[Bytes] {
	if sep == "" {
		Throw(ValueError.New("empty separator"))
	}
	if maxsplit >= 0 {
		maxsplit++
	}
	return bytesList(strings.SplitN(string(b), string(sep), maxsplit))
}

// Fields is b.split(maxsplit=maxsplit): the words between white space.
func (b Bytes) Fields(maxsplit int) *List[Bytes] {
	var out []Bytes
	b = b.LStrip()
	for ; b != "" && maxsplit != 0; maxsplit-- {
		i := 0
		for i < len(b) && !isASCIISpace(b[i]) {
			i++
		}
		out = append(out, b[:i])
		b = b[i:].LStrip()
	}
	if b != "" {
		out = append(out, b)
	}
	return &List[Bytes]{items: out}
}

// RSplit is b.rsplit(sep, maxsplit).
func (b Bytes) RSplit(sep Bytes, maxsplit int) *List[Bytes] {
	return bytesList(StrRSplitN(string(b), string(sep), maxsplit).items)
}

// RFields is b.rsplit(maxsplit=maxsplit).
func (b Bytes) RFields(maxsplit int) *List[Bytes] {
	var out []Bytes
	b = b.RStrip()
	for ; b != "" && maxsplit != 0; maxsplit-- {
		i := len(b)
		for i > 0 && !isASCIISpace(b[i-1]) {
			i--
		}
		out = append(out, b[i:])
		b = b[:i].RStrip()
	}
	if b != "" {
		out = append(out, b)
	}
	l := &List[Bytes]{items: out}
	l.Reverse()
	return l
}

// SplitLines is b.splitlines(keepends).
func (b Bytes) SplitLines(keepends bool) *List[Bytes] {
	var out []Bytes
	for b != "" {
		i := 0
		for i < len(b) && b[i] != '\n' && b[i] != '\r' {
			i++
		}
		end := i
		if i < len(b) {
			if b[i] == '\r' && i+1 < len(b) && b[i+1] == '\n' {
				i++
			}
			i++
		}
		if keepends {
			end = i
		}
		out = append(out, b[:end])
		b = b[i:]
	}
	return &List[Bytes]{items: out}
}

// Partition is b.partition(sep).
func (b Bytes) Partition(sep Bytes) Tuple3[Bytes, Bytes, Bytes] {
	t := StrPartition(string(b), string(sep))
	return Tuple3[Bytes, Bytes, Bytes]{Bytes(t.V0), Bytes(t.V1), Bytes(t.V2)}
}

// RPartition is b.rpartition(sep).
func (b Bytes) RPartition(sep Bytes) Tuple3[Bytes, Bytes, Bytes] {
	t := StrRPartition(string(b), string(sep))
	return Tuple3[Bytes, Bytes, Bytes]{Bytes(t.V0), Bytes(t.V1), Bytes(t.V2)}
}

// Join is b.join(seq).
func (b Bytes) Join(seq iter.Seq[Bytes]) Bytes {
	var out []byte
	first := true
	for s := range seq {
		if !first {
			out = append(out, b...)
		}
		first = false
		out = append(out, s...)
	}
	return Bytes(out)
}

// JoinAny is b.join(x) for an iterable in an any.
func (b Bytes) JoinAny(x any) Bytes {
	it, ok := tryIter(x)
	if !ok {
		Throw(TypeError.New("can only join an iterable"))
	}
	var out []byte
	for i := 0; ; i++ {
		v, ok := it.Next()
		if !ok {
			return Bytes(out)
		}
		s, ok := bytesLike(v)
		if !ok {
			Throwf(TypeError, "sequence item %d: expected a bytes-like object, %s found", i, typeName(v))
		}
		if i > 0 {
			out = append(out, b...)
		}
		out = append(out, s...)
	}
}

func fillByte(name string, fill Bytes) string {
	if len(fill) != 1 {
		Throwf(TypeError, "%s() argument 2 must be a byte string of length 1, not a bytes object of length %d", name, len(fill))
	}
	return string(fill)
}

// LJust is b.ljust(width, fill).
func (b Bytes) LJust(width int, fill Bytes) Bytes {
	return b + Bytes(RepeatStr(fillByte("ljust", fill), width-len(b)))
}

// RJust is b.rjust(width, fill).
func (b Bytes) RJust(width int, fill Bytes) Bytes {
	return Bytes(RepeatStr(fillByte("rjust", fill), width-len(b))) + b
}

// Center is b.center(width, fill).
func (b Bytes) Center(width int, fill Bytes) Bytes {
	c := fillByte("center", fill)
	pad := max(width-len(b), 0)
	left := pad/2 + pad&width&1
	return Bytes(RepeatStr(c, left)) + b + Bytes(RepeatStr(c, pad-left))
}

// ZFill is b.zfill(width).
func (b Bytes) ZFill(width int) Bytes {
	pad := Bytes(RepeatStr("0", width-len(b)))
	if b != "" && (b[0] == '+' || b[0] == '-') {
		return b[:1] + pad + b[1:]
	}
	return pad + b
}

// ExpandTabs is b.expandtabs(tabsize).
func (b Bytes) ExpandTabs(tabsize int) Bytes {
	var out []byte
	col := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c != '\t':
			out = append(out, c)
			col++
			if c == '\n' || c == '\r' {
				col = 0
			}
		case tabsize > 0:
			n := tabsize - col%tabsize
			col += n
			out = append(out, RepeatStr(" ", n)...)
		}
	}
	return Bytes(out)
}

// Translate is b.translate(table, delete=delete); nil for no table.
func (b Bytes) Translate(table *Bytes, del Bytes) Bytes {
	if table != nil && len(*table) != 256 {
		Throw(ValueError.New("translation table must be 256 characters long"))
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if strings.IndexByte(string(del), c) >= 0 {
			continue
		}
		if table != nil {
			c = (*table)[c]
		}
		out = append(out, c)
	}
	return Bytes(out)
}

// BytesMakeTrans is bytes.maketrans(frm, to).
func BytesMakeTrans(frm, to Bytes) Bytes {
	if len(frm) != len(to) {
		Throw(ValueError.New("maketrans arguments must have same length"))
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i := 0; i < len(frm); i++ {
		table[frm[i]] = to[i]
	}
	return Bytes(table)
}

// subBytes is the operand of find and its kin: bytes-like, or one byte as an int.
func subBytes(sub any) string {
	if s, ok := bytesLike(sub); ok {
		return string(s)
	}
	v, ok := indexValue(sub)
	if !ok {
		Throwf(TypeError, "argument should be integer or bytes-like object, not '%s'", typeName(sub))
	}
	i, ok := v.(int)
	if !ok || uint(i) > 255 {
		Throw(ValueError.New("byte must be in range(0, 256)"))
	}
	return string([]byte{byte(i)})
}

// window cuts b to b[start:end]; ok is false where start lies beyond the end.
func (b Bytes) window(from, end *int) (lo int, s string, ok bool) {
	start, hi := 0, len(b)
	if from != nil {
		start = *from
	}
	if end != nil {
		hi = *end
	}
	if start > len(b) {
		return 0, "", false
	}
	if hi < 0 {
		hi = max(hi+len(b), 0)
	}
	hi = min(hi, len(b))
	if start < 0 {
		start = max(start+len(b), 0)
	}
	if start > hi {
		return 0, "", false
	}
	return start, string(b[start:hi]), true
}

func (b Bytes) search(sub any, start, end *int, index func(s, sub string) int) int {
	text := subBytes(sub)
	lo, s, ok := b.window(start, end)
	if !ok {
		return -1
	}
	if i := index(s, text); i >= 0 {
		return lo + i
	}
	return -1
}

// FindAny is b.find(sub, start, end).
func (b Bytes) FindAny(sub any, start, end *int) int {
	return b.search(sub, start, end, strings.Index)
}

// RFindAny is b.rfind(sub, start, end).
func (b Bytes) RFindAny(sub any, start, end *int) int {
	return b.search(sub, start, end, strings.LastIndex)
}

func foundBytes(i int) int {
	if i < 0 {
		Throw(ValueError.New("subsection not found"))
	}
	return i
}

// IndexAny is b.index(sub, start, end).
func (b Bytes) IndexAny(sub any, start, end *int) int {
	return foundBytes(b.FindAny(sub, start, end))
}

// RIndexAny is b.rindex(sub, start, end).
func (b Bytes) RIndexAny(sub any, start, end *int) int {
	return foundBytes(b.RFindAny(sub, start, end))
}

// CountAny is b.count(sub, start, end).
func (b Bytes) CountAny(sub any, start, end *int) int {
	text := subBytes(sub)
	_, s, ok := b.window(start, end)
	if !ok {
		return 0
	}
	if text == "" {
		return len(s) + 1
	}
	return strings.Count(s, text)
}

// affix is startswith and endswith: x is bytes-like or a tuple of such.
func (b Bytes) affix(name string, x any, start, end *int, has func(s, affix string) bool) bool {
	_, s, ok := b.window(start, end)
	if t, isTuple := x.(AnyTuple); isTuple {
		for i := range t.Len() {
			item, is := bytesLike(t.AtAny(i))
			if !is {
				Throwf(TypeError, "a bytes-like object is required, not '%s'", typeName(t.AtAny(i)))
			}
			if ok && has(s, string(item)) {
				return true
			}
		}
		return false
	}
	p, is := bytesLike(x)
	if !is {
		Throwf(TypeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, typeName(x))
	}
	return ok && has(s, string(p))
}

// HasPrefix is b.startswith(prefix).
func (b Bytes) HasPrefix(prefix Bytes) bool { return strings.HasPrefix(string(b), string(prefix)) }

// HasSuffix is b.endswith(suffix).
func (b Bytes) HasSuffix(suffix Bytes) bool { return strings.HasSuffix(string(b), string(suffix)) }

// StartsWithAny is b.startswith(prefix, start, end).
func (b Bytes) StartsWithAny(prefix any, start, end *int) bool {
	return b.affix("startswith", prefix, start, end, strings.HasPrefix)
}

// EndsWithAny is b.endswith(suffix, start, end).
func (b Bytes) EndsWithAny(suffix any, start, end *int) bool {
	return b.affix("endswith", suffix, start, end, strings.HasSuffix)
}

// Hex is b.hex().
func (b Bytes) Hex() string {
	out := make([]byte, 0, 2*len(b))
	for i := 0; i < len(b); i++ {
		out = append(out, hexDigits[b[i]>>4], hexDigits[b[i]&15])
	}
	return string(out)
}

// HexSep is b.hex(sep, bytesPerSep): groups counted from the right, from the left for a negative number.
func (b Bytes) HexSep(sep string, bytesPerSep int) string {
	if StrLen(sep) != 1 {
		Throw(ValueError.New("sep must be length 1."))
	}
	if !isASCII(sep) {
		Throw(ValueError.New("sep must be ASCII."))
	}
	if bytesPerSep == 0 {
		return b.Hex()
	}
	var out []byte
	for i := 0; i < len(b); i++ {
		if i > 0 && (bytesPerSep > 0 && (len(b)-i)%bytesPerSep == 0 || bytesPerSep < 0 && i%-bytesPerSep == 0) {
			out = append(out, sep[0])
		}
		out = append(out, hexDigits[b[i]>>4], hexDigits[b[i]&15])
	}
	return string(out)
}

// HexSepBytes is b.hex(sep, bytesPerSep) with a separator of bytes.
func (b Bytes) HexSepBytes(sep Bytes, bytesPerSep int) string {
	return b.HexSep(string(sep), bytesPerSep)
}

// BytesFromHex is bytes.fromhex(s): pairs of hexadecimal digits, with white space between.
func BytesFromHex(s string) Bytes {
	var out []byte
	for i := 0; i < len(s); {
		if isASCIISpace(s[i]) {
			i++
			continue
		}
		for j := i; j < i+2; j++ {
			if j >= len(s) || digitValue(s[j]) > 15 {
				if j < len(s) {
					j = runeLen(s[:j])
				}
				Throwf(ValueError, "non-hexadecimal number found in fromhex() arg at position %d", j)
			}
		}
		out = append(out, byte(digitValue(s[i])<<4|digitValue(s[i+1])))
		i += 2
	}
	return Bytes(out)
}

// OrdBytes is ord(b) of one byte.
func OrdBytes(b Bytes) int {
	if len(b) != 1 {
		Throwf(TypeError, "ord() expected a character, but string of length %d found", len(b))
	}
	return int(b[0])
}
