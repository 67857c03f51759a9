package py

import (
	"iter"
	"math/big"
	"strings"
)

// Bytes is Python's bytes.
type Bytes string

// ByteArray is Python's bytearray.
type ByteArray struct{ data []byte }

// NewByteArray makes a bytearray of a copy of the data.
func NewByteArray(data Bytes) *ByteArray { return &ByteArray{[]byte(data)} }

// ByteArrayOf makes a bytearray that takes over the slice.
func ByteArrayOf(data []byte) *ByteArray { return &ByteArray{data} }

// BytesOfInts is bytes(ints); ValueError for an int beyond 0..255.
func BytesOfInts(ints iter.Seq[int]) Bytes {
	var b []byte
	for i := range ints {
		if uint(i) > 255 {
			Throw(ValueError.New("bytes must be in range(0, 256)"))
		}
		b = append(b, byte(i))
	}
	return Bytes(b)
}

// ZeroBytes is bytes(n).
func ZeroBytes(n int) Bytes {
	if n < 0 {
		Throw(ValueError.New("negative count"))
	}
	return Bytes(make([]byte, n))
}

// ReprBytes is repr(b) of bytes.
func ReprBytes(b Bytes) string { return string(appendReprBytes(nil, string(b))) }

func appendReprBytes(b []byte, s string) []byte { return appendQuotedBytes(b, s, false) }

// appendReprByteArray is the part of a bytearray's repr in parentheses: CPython escapes each ' in it, also between ".
func appendReprByteArray(b []byte, s string) []byte { return appendQuotedBytes(b, s, true) }

func appendQuotedBytes(b []byte, s string, escapeSingle bool) []byte {
	quote := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		quote = '"'
	}
	b = append(b, 'b', quote)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == quote || c == '\\' || escapeSingle && c == '\'':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || c >= 0x7f:
			b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			b = append(b, c)
		}
	}
	return append(b, quote)
}

// Get returns b[i], an int; IndexError if there is no such byte.
func (b Bytes) Get(i int) int {
	if i < 0 {
		i += len(b)
	}
	if uint(i) >= uint(len(b)) {
		throwIndex("index out of range")
	}
	return int(b[i])
}

// Len is len(b).
func (b Bytes) Len() int { return len(b) }

// All iterates over the bytes as ints.
func (b Bytes) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < len(b); i++ {
			if !yield(int(b[i])) {
				return
			}
		}
	}
}

// Slice is b[lo:hi].
func (b Bytes) Slice(lo, hi int) Bytes {
	lo, hi = clampSlice(lo, hi, len(b))
	return b[lo:hi]
}

// SliceFrom is b[lo:].
func (b Bytes) SliceFrom(lo int) Bytes { return b.Slice(lo, len(b)) }

// SliceTo is b[:hi].
func (b Bytes) SliceTo(hi int) Bytes { return b.Slice(0, hi) }

// SliceStep is b[s] for any slice.
func (b Bytes) SliceStep(s *Slice) Bytes {
	start, _, step, n := s.Indices(len(b))
	if step == 1 {
		return b[start : start+n]
	}
	out := make([]byte, n)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return Bytes(out)
}

// Contains is i in b for a byte value; ValueError for an int beyond 0..255.
func (b Bytes) Contains(i int) bool {
	if uint(i) > 255 {
		Throw(ValueError.New("byte must be in range(0, 256)"))
	}
	return strings.IndexByte(string(b), byte(i)) >= 0
}

// ContainsBytes is sub in b.
func (b Bytes) ContainsBytes(sub Bytes) bool { return strings.Contains(string(b), string(sub)) }

// Repeat is b * n.
func (b Bytes) Repeat(n int) Bytes { return Bytes(RepeatStr(string(b), n)) }

// Hash is hash(b).
func (b Bytes) Hash() int { return HashBytes(b) }

// byteValue is an item for a bytearray; ValueError beyond 0..255.
func byteValue(x any) byte {
	v, ok := indexValue(x)
	if !ok {
		Throwf(TypeError, "'%s' object cannot be interpreted as an integer", typeName(x))
	}
	i, ok := v.(int)
	if !ok || uint(i) > 255 {
		Throw(ValueError.New("byte must be in range(0, 256)"))
	}
	return byte(i)
}

// bytesContains is x in b for an int or a bytes-like object in an any.
func bytesContains(b Bytes, x any) bool {
	if sub, ok := bytesLike(x); ok {
		return b.ContainsBytes(sub)
	}
	v, ok := indexValue(x)
	if !ok {
		Throwf(TypeError, "a bytes-like object is required, not '%s'", typeName(x))
	}
	if _, isBig := v.(*big.Int); isBig {
		Throw(ValueError.New("byte must be in range(0, 256)"))
	}
	return b.Contains(v.(int))
}

// bytesLike returns the content of a bytes, bytearray or memoryview.
func bytesLike(x any) (Bytes, bool) {
	switch v := x.(type) {
	case Bytes:
		return v, true
	case interface{ content() []byte }:
		return Bytes(v.content()), true
	case *Object:
		if v.base != nil {
			return bytesLike(v.base)
		}
	}
	return "", false
}

func (b Bytes) pyReversed() Iterator { return bytesIter(b.SliceStep(NewSlice(nil, nil, -1))) }

func bytesIter(b Bytes) Iterator { return &bytesIterator{data: b} }

type bytesIterator struct {
	data Bytes
	i    int
}

// Next returns the next byte as an int.
func (it *bytesIterator) Next() (any, bool) {
	if it.i >= len(it.data) {
		return nil, false
	}
	it.i++
	return int(it.data[it.i-1]), true
}

// ClassName is the name of the iterator's Python class.
func (it *bytesIterator) ClassName() string { return "bytes_iterator" }

// LengthHint is operator.length_hint(it).
func (it *bytesIterator) LengthHint() int { return len(it.data) - it.i }

// bytesGetItem is b[key] for an index or a slice held in an any.
func bytesGetItem(b Bytes, key any) any {
	if s, ok := key.(*Slice); ok {
		return b.SliceStep(s)
	}
	i, ok := itemIndex(key, len(b))
	if !ok {
		Throwf(TypeError, "byte indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(len(b)) {
		throwIndex("index out of range")
	}
	return int(b[i])
}
