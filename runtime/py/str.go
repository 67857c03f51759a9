package py

import (
	"iter"
	"strings"
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// A Python str is a Go string in UTF-8, in which a lone surrogate has its three-byte form (WTF-8). Positions count code
// points. ASCII strings take short cuts everywhere.

// isASCII tells whether all bytes of s are below 0x80.
func isASCII(s string) bool {
	for len(s) >= 8 {
		w := *(*uint64)(unsafe.Pointer(unsafe.StringData(s)))
		if w&0x8080808080808080 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodeRune is utf8.DecodeRuneInString that knows surrogates.
func decodeRune(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if s[0] == 0xed && len(s) >= 3 && s[1] >= 0xa0 && s[1] < 0xc0 && s[2]&0xc0 == 0x80 {
		return 0xd000 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// appendRune is utf8.AppendRune that knows surrogates.
func appendRune(b []byte, r rune) []byte {
	if r >= 0xd800 && r < 0xe000 {
		return append(b, 0xed, 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(b, r)
}

// asciiStrings are the strings of one ASCII character.
var asciiStrings = func() (t [utf8.RuneSelf]string) {
	for i := range t {
		t[i] = string(rune(i))
	}
	return t
}()

// runeString is the string of one code point.
func runeString(r rune) string {
	if r < utf8.RuneSelf {
		return asciiStrings[r]
	}
	return string(appendRune(nil, r))
}

// runesOf returns the code points of s.
func runesOf(s string) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		r, w := decodeRune(s[i:])
		out = append(out, r)
		i += w
	}
	return out
}

// runeLen counts the code points: the bytes that do not continue one.
func runeLen(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		if s[i]&0xc0 == 0x80 {
			n--
		}
	}
	return n
}

// strIndexes remembers of the last long string that was indexed whether it is ASCII and where every 64th code point
// starts, so that a loop over positions is not quadratic.
type strIndexes struct {
	s     string
	ascii bool
	n     int
	marks []int32
}

var lastIndexed atomic.Pointer[strIndexes]

const (
	strShort    = 64
	strMarkStep = 64
)

func indexesOf(s string) *strIndexes {
	c := lastIndexed.Load()
	if c != nil && len(c.s) == len(s) && unsafe.StringData(c.s) == unsafe.StringData(s) {
		return c
	}
	c = &strIndexes{s: s}
	if isASCII(s) {
		c.ascii, c.n = true, len(s)
	} else {
		for i := 0; i < len(s); i++ {
			if s[i]&0xc0 != 0x80 {
				if c.n%strMarkStep == 0 {
					c.marks = append(c.marks, int32(i))
				}
				c.n++
			}
		}
	}
	lastIndexed.Store(c)
	return c
}

// StrLen is len(s).
func StrLen(s string) int {
	if len(s) >= strShort {
		return indexesOf(s).n
	}
	return runeLen(s)
}

// strOffset returns the byte offset of code point i, 0 <= i <= n.
func strOffset(s string, i int) int {
	off := 0
	if len(s) >= strShort {
		c := indexesOf(s)
		if c.ascii {
			return i
		}
		if i >= c.n {
			return len(s)
		}
		off = int(c.marks[i/strMarkStep])
		i %= strMarkStep
	}
	for ; i > 0; i-- {
		off++
		for off < len(s) && s[off]&0xc0 == 0x80 {
			off++
		}
	}
	return off
}

// StrAt is s[i]; IndexError if there is no such character.
func StrAt(s string, i int) string {
	n := StrLen(s)
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		throwIndex("string index out of range")
	}
	if n == len(s) {
		return asciiStrings[s[i]]
	}
	off := strOffset(s, i)
	_, w := decodeRune(s[off:])
	return s[off : off+w]
}

// StrSlice is s[lo:hi].
func StrSlice(s string, lo, hi int) string {
	n := StrLen(s)
	lo, hi = clampSlice(lo, hi, n)
	if n == len(s) {
		return s[lo:hi]
	}
	return s[strOffset(s, lo):strOffset(s, hi)]
}

// StrSliceFrom is s[lo:].
func StrSliceFrom(s string, lo int) string {
	if lo == 0 {
		return s
	}
	n := StrLen(s)
	lo, _ = clampSlice(lo, n, n)
	return s[strOffset(s, lo):]
}

// StrSliceTo is s[:hi].
func StrSliceTo(s string, hi int) string { return StrSlice(s, 0, hi) }

// StrSliceStep is s[slice] for any slice.
func StrSliceStep(s string, sl *Slice) string {
	n := StrLen(s)
	start, _, step, count := sl.Indices(n)
	if step == 1 {
		return StrSlice(s, start, start+count)
	}
	out := make([]byte, 0, count)
	if n == len(s) {
		for i := range count {
			out = append(out, s[start+i*step])
		}
		return string(out)
	}
	rs := runesOf(s)
	for i := range count {
		out = appendRune(out, rs[start+i*step])
	}
	return string(out)
}

// StrAll iterates over the characters of s.
func StrAll(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			if c := s[i]; c < utf8.RuneSelf {
				if !yield(asciiStrings[c]) {
					return
				}
				i++
				continue
			}
			_, w := decodeRune(s[i:])
			if !yield(s[i : i+w]) {
				return
			}
			i += w
		}
	}
}

// StrEnumerate iterates over the positions and characters of s, from 0.
func StrEnumerate(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for c := range StrAll(s) {
			if !yield(n, c) {
				return
			}
			n++
		}
	}
}

// StrReversed iterates over the characters of s from the last to the first.
func StrReversed(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := len(s); i > 0; {
			j := i - 1
			for j > 0 && s[j]&0xc0 == 0x80 {
				j--
			}
			if !yield(s[j:i]) {
				return
			}
			i = j
		}
	}
}

// RepeatStr is s * n.
func RepeatStr(s string, n int) string {
	if n <= 0 {
		return ""
	}
	return strings.Repeat(s, n)
}

// Ord is ord(s); TypeError unless s is one character.
func Ord(s string) int {
	if len(s) > 0 {
		if r, w := decodeRune(s); w == len(s) {
			return int(r)
		}
	}
	Throwf(TypeError, "ord() expected a character, but string of length %d found", StrLen(s))
	return 0
}

// Chr is chr(i); ValueError outside of Unicode.
func Chr(i int) string {
	if uint(i) > utf8.MaxRune {
		Throw(ValueError.New("chr() arg not in range(0x110000)"))
	}
	return runeString(rune(i))
}

// ChrAny is chr(x) for an int of any size.
func ChrAny(x any) string {
	if i, ok := Index(x).(int); ok {
		return Chr(i)
	}
	return Chr(-1)
}

// strIterator iterates over the characters of a string, boxed.
type strIterator struct{ rest string }

func strIter(s string) Iterator { return &strIterator{s} }

// Next returns the next character.
func (it *strIterator) Next() (any, bool) {
	if it.rest == "" {
		return nil, false
	}
	_, w := decodeRune(it.rest)
	c := it.rest[:w]
	it.rest = it.rest[w:]
	return c, true
}

// ClassName is the name of the iterator's Python class.
func (it *strIterator) ClassName() string { return "str_ascii_iterator" }

// LengthHint is operator.length_hint(it).
func (it *strIterator) LengthHint() int { return runeLen(it.rest) }

// strGetItem is s[key] for an index or a slice held in an any.
func strGetItem(s string, key any) any {
	switch k := key.(type) {
	case int:
		return StrAt(s, k)
	case *Slice:
		return StrSliceStep(s, k)
	}
	n := StrLen(s)
	i, ok := itemIndex(key, n)
	if !ok {
		Throwf(TypeError, "string indices must be integers, not '%s'", typeName(key))
	}
	if uint(i) >= uint(n) {
		throwIndex("string index out of range")
	}
	return StrAt(s, i)
}
