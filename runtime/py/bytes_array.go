package py

import (
	"iter"
	"slices"
)

// Bytes returns bytes(b): a copy of the content.
func (b *ByteArray) Bytes() Bytes { return Bytes(b.data) }

// Data returns the content itself.
func (b *ByteArray) Data() []byte { return b.data }

func (b *ByteArray) content() []byte { return b.data }

// Len is len(b).
func (b *ByteArray) Len() int { return len(b.data) }

// Truth is bool(b).
func (b *ByteArray) Truth() bool { return len(b.data) != 0 }

// Get returns b[i]; IndexError if there is no such byte.
func (b *ByteArray) Get(i int) int {
	if i < 0 {
		i += len(b.data)
	}
	if uint(i) >= uint(len(b.data)) {
		throwIndex("bytearray index out of range")
	}
	return int(b.data[i])
}

// Set is b[i] = v; ValueError for v beyond 0..255.
func (b *ByteArray) Set(i, v int) {
	value := byteValue(v) // before the index is checked, as in CPython
	if i < 0 {
		i += len(b.data)
	}
	if uint(i) >= uint(len(b.data)) {
		throwIndex("bytearray index out of range")
	}
	b.data[i] = value
}

// All iterates over the bytes as ints.
func (b *ByteArray) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < len(b.data); i++ {
			if !yield(int(b.data[i])) {
				return
			}
		}
	}
}

// Slice is b[lo:hi].
func (b *ByteArray) Slice(lo, hi int) *ByteArray {
	lo, hi = clampSlice(lo, hi, len(b.data))
	return &ByteArray{slices.Clone(b.data[lo:hi])}
}

// SliceFrom is b[lo:].
func (b *ByteArray) SliceFrom(lo int) *ByteArray { return b.Slice(lo, len(b.data)) }

// SliceTo is b[:hi].
func (b *ByteArray) SliceTo(hi int) *ByteArray { return b.Slice(0, hi) }

// SliceStep is b[s] for any slice.
func (b *ByteArray) SliceStep(s *Slice) *ByteArray { return &ByteArray{sliceItems(b.data, s)} }

// SetSlice is b[lo:hi] = data.
func (b *ByteArray) SetSlice(lo, hi int, data Bytes) {
	lo, hi = clampSlice(lo, hi, len(b.data))
	b.data = slices.Replace(b.data, lo, hi, []byte(data)...)
}

// Append is b.append(v).
func (b *ByteArray) Append(v int) { b.data = append(b.data, byteValue(v)) }

// Extend is b.extend(data) and b += data.
func (b *ByteArray) Extend(data Bytes) { b.data = append(b.data, data...) }

// ExtendInts is b.extend(ints).
func (b *ByteArray) ExtendInts(ints iter.Seq[int]) {
	var data []byte // the items may be those of b
	for v := range ints {
		data = append(data, byteValue(v))
	}
	b.data = append(b.data, data...)
}

// Insert is b.insert(i, v).
func (b *ByteArray) Insert(i, v int) {
	i, _ = clampSlice(i, i, len(b.data))
	b.data = slices.Insert(b.data, i, byteValue(v))
}

// Pop is b.pop(); IndexError if b is empty.
func (b *ByteArray) Pop() int { return b.PopAt(-1) }

// PopAt is b.pop(i).
func (b *ByteArray) PopAt(i int) int {
	if len(b.data) == 0 {
		throwIndex("pop from empty bytearray")
	}
	if i < 0 {
		i += len(b.data)
	}
	if uint(i) >= uint(len(b.data)) {
		throwIndex("pop index out of range")
	}
	v := b.data[i]
	b.data = slices.Delete(b.data, i, i+1)
	return int(v)
}

// Remove is b.remove(v); ValueError if v is not there.
func (b *ByteArray) Remove(v int) {
	i := slices.Index(b.data, byteValue(v))
	if i < 0 {
		Throw(ValueError.New("value not found in bytearray"))
	}
	b.data = slices.Delete(b.data, i, i+1)
}

// Reverse is b.reverse().
func (b *ByteArray) Reverse() { slices.Reverse(b.data) }

// Clear is b.clear().
func (b *ByteArray) Clear() { b.data = nil }

// Copy is b.copy().
func (b *ByteArray) Copy() *ByteArray { return &ByteArray{slices.Clone(b.data)} }

// Delete is del b[i].
func (b *ByteArray) Delete(i int) {
	if i < 0 {
		i += len(b.data)
	}
	if uint(i) >= uint(len(b.data)) {
		throwIndex("bytearray index out of range")
	}
	b.data = slices.Delete(b.data, i, i+1)
}

// DeleteSliceStep is del b[s].
func (b *ByteArray) DeleteSliceStep(s *Slice) {
	l := List[byte]{items: b.data}
	l.DeleteSliceStep(s)
	b.data = l.items
}

// Contains is v in b for a byte value.
func (b *ByteArray) Contains(v int) bool { return b.Bytes().Contains(v) }

// ContainsBytes is sub in b.
func (b *ByteArray) ContainsBytes(sub Bytes) bool { return b.Bytes().ContainsBytes(sub) }

// Concat is b + data.
func (b *ByteArray) Concat(data Bytes) *ByteArray {
	return &ByteArray{append(slices.Clone(b.data), data...)}
}

// Repeat is b * n.
func (b *ByteArray) Repeat(n int) *ByteArray { return &ByteArray{slices.Repeat(b.data, max(n, 0))} }

// Equal is b == other for any bytes-like object.
func (b *ByteArray) Equal(other any) bool {
	o, ok := bytesLike(other)
	return ok && string(o) == string(b.data)
}

// Repr is repr(b).
func (b *ByteArray) Repr() string {
	return string(append(appendReprByteArray([]byte("bytearray("), string(b.data)), ')'))
}

func (b *ByteArray) pyType() *Class   { return ByteArrayType }
func (b *ByteArray) pyRepr() string   { return b.Repr() }
func (b *ByteArray) pyIter() Iterator { return &byteArrayIter{b: b} }

func (b *ByteArray) pyReversed() Iterator { return b.Bytes().pyReversed() }

func (b *ByteArray) pyHash() int {
	Throw(TypeError.New("unhashable type: 'bytearray'"))
	return 0
}

type byteArrayIter struct {
	b *ByteArray
	i int
}

// Next returns the next byte as an int.
func (it *byteArrayIter) Next() (any, bool) {
	if it.b == nil || it.i >= len(it.b.data) {
		it.b = nil
		return nil, false
	}
	it.i++
	return int(it.b.data[it.i-1]), true
}

// ClassName is the name of the iterator's Python class.
func (it *byteArrayIter) ClassName() string { return "bytearray_iterator" }

func (b *ByteArray) pyContains(item any) bool { return bytesContains(b.Bytes(), item) }

func (b *ByteArray) pyGetItem(key any) any {
	if s, ok := key.(*Slice); ok {
		return b.SliceStep(s)
	}
	return int(b.data[b.index(key)])
}

func (b *ByteArray) index(key any) int {
	i, ok := itemIndex(key, len(b.data))
	if !ok {
		Throwf(TypeError, "bytearray indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(len(b.data)) {
		throwIndex("bytearray index out of range")
	}
	return i
}

func (b *ByteArray) pySetItem(key, v any) {
	s, ok := key.(*Slice)
	if !ok {
		if _, isIndex := itemIndex(key, len(b.data)); isIndex {
			v = int(byteValue(v)) // before the index is checked, as in CPython
		}
		b.data[b.index(key)] = byteValue(v)
		return
	}
	s.Indices(len(b.data))
	data, ok := bytesLike(v)
	if !ok {
		if _, isInt := v.(int); isInt {
			Throw(TypeError.New("can assign only bytes, buffers, or iterables of ints in range(0, 256)"))
		}
		for x := range Each(v) {
			data += Bytes([]byte{byteValue(x)})
		}
	}
	start, stop, step, n := s.Indices(len(b.data))
	if step == 1 {
		b.data = slices.Replace(b.data, start, max(start, stop), []byte(data)...)
		return
	}
	if len(data) == 0 {
		b.DeleteSliceStep(s)
		return
	}
	if len(data) != n {
		Throwf(ValueError, "attempt to assign bytes of size %d to extended slice of size %d", len(data), n)
	}
	for i := range n {
		b.data[start+i*step] = data[i]
	}
}

func (b *ByteArray) pyDelItem(key any) {
	if s, ok := key.(*Slice); ok {
		b.DeleteSliceStep(s)
		return
	}
	b.Delete(b.index(key))
}

func (b *ByteArray) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := bytesLike(other)
	if !ok {
		return false, false
	}
	return compareOrdered(op, string(b.data), string(o)), true
}

// pyBinaryOp is b + bytes, b * int, and b % values.
func (b *ByteArray) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	switch op {
	case OpAdd:
		o, ok := bytesLike(other)
		if !ok {
			if !reflected {
				Throwf(TypeError, "can't concat %s to bytearray", typeName(other))
			}
			return nil, false
		}
		if reflected {
			return o + b.Bytes(), true
		}
		return b.Concat(o), true
	case OpMul:
		n, ok := repeatCount(other)
		if !ok {
			return nil, false
		}
		return b.Repeat(n), true
	case OpMod:
		if reflected {
			return nil, false
		}
		return NewByteArray(FormatMod(b.Bytes(), other).(Bytes)), true
	}
	return nil, false
}

// pyInplaceOp is b += bytes and b *= int.
func (b *ByteArray) pyInplaceOp(op BinOp, other any) (any, bool) {
	switch op {
	case OpAdd:
		o, ok := bytesLike(other)
		if !ok {
			Throwf(TypeError, "can't concat %s to bytearray", typeName(other))
		}
		b.Extend(o)
		return b, true
	case OpMul:
		n, ok := repeatCount(other)
		if !ok {
			return nil, false
		}
		b.data = slices.Repeat(b.data, max(n, 0))
		return b, true
	}
	return nil, false
}
