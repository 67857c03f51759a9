package py

import (
	"iter"
	"strconv"
)

// MemoryView is a memoryview of bytes or a bytearray: a window that shares their memory.
type MemoryView struct {
	obj      any
	base     []byte
	start    int
	step     int
	n        int
	readonly bool
	released bool
}

// NewMemoryView is memoryview(obj); TypeError if obj is not bytes-like.
func NewMemoryView(obj any) *MemoryView {
	switch v := obj.(type) {
	case Bytes:
		return &MemoryView{obj: v, base: []byte(v), step: 1, n: len(v), readonly: true}
	case *ByteArray:
		return &MemoryView{obj: v, base: v.data, step: 1, n: len(v.data)}
	case *MemoryView:
		c := *v
		return &c
	}
	Throwf(TypeError, "memoryview: a bytes-like object is required, not '%s'", typeName(obj))
	return nil
}

func (m *MemoryView) check() {
	if m.released {
		Throw(ValueError.New("operation forbidden on released memoryview object"))
	}
}

func (m *MemoryView) content() []byte {
	m.check()
	if m.step == 1 {
		return m.base[m.start : m.start+m.n]
	}
	out := make([]byte, m.n)
	for i := range out {
		out[i] = m.base[m.start+i*m.step]
	}
	return out
}

// Obj is m.obj.
func (m *MemoryView) Obj() any { return m.obj }

// NBytes is m.nbytes.
func (m *MemoryView) NBytes() int { return m.n }

// ReadOnly is m.readonly.
func (m *MemoryView) ReadOnly() bool { return m.readonly }

// ItemSize is m.itemsize.
func (m *MemoryView) ItemSize() int { return 1 }

// ItemFormat is m.format.
func (m *MemoryView) ItemFormat() string { return "B" }

// NDim is m.ndim.
func (m *MemoryView) NDim() int { return 1 }

// Len is len(m).
func (m *MemoryView) Len() int {
	m.check()
	return m.n
}

// Bytes is m.tobytes().
func (m *MemoryView) Bytes() Bytes { return Bytes(m.content()) }

// Hex is m.hex().
func (m *MemoryView) Hex() string { return m.Bytes().Hex() }

// ToList is m.tolist().
func (m *MemoryView) ToList() *List[int] { return ListOf(m.All()) }

// Release is m.release().
func (m *MemoryView) Release() { m.released = true }

// Enter is m.__enter__().
func (m *MemoryView) Enter() (*MemoryView, error) {
	m.check()
	return m, nil
}

// Exit is m.__exit__(): it releases the view.
func (m *MemoryView) Exit(error) (bool, error) {
	m.Release()
	return false, nil
}

// ToReadOnly is m.toreadonly().
func (m *MemoryView) ToReadOnly() *MemoryView {
	c := *m
	c.readonly = true
	return &c
}

func (m *MemoryView) at(i int) int {
	m.check()
	if i < 0 {
		i += m.n
	}
	if uint(i) >= uint(m.n) {
		throwIndex("index out of bounds on dimension 1")
	}
	return m.start + i*m.step
}

// Get is m[i].
func (m *MemoryView) Get(i int) int { return int(m.base[m.at(i)]) }

// Set is m[i] = v.
func (m *MemoryView) Set(i, v int) {
	m.writable()
	at := m.at(i)
	if uint(v) > 255 {
		Throw(ValueError.New("memoryview: invalid value for format 'B'"))
	}
	m.base[at] = byte(v)
}

func (m *MemoryView) writable() {
	m.check()
	if m.readonly {
		Throw(TypeError.New("cannot modify read-only memory"))
	}
}

// SliceStep is m[s].
func (m *MemoryView) SliceStep(s *Slice) *MemoryView {
	m.check()
	start, _, step, n := s.Indices(m.n)
	c := *m
	c.start, c.step, c.n = m.start+start*m.step, m.step*step, n
	return &c
}

// SetSliceStep is m[s] = data of the same length.
func (m *MemoryView) SetSliceStep(s *Slice, data Bytes) {
	m.writable()
	w := m.SliceStep(s)
	if w.n != len(data) {
		Throw(ValueError.New("memoryview assignment: lvalue and rvalue have different structures"))
	}
	for i := range w.n {
		w.base[w.start+i*w.step] = data[i]
	}
}

// All iterates over the bytes as ints.
func (m *MemoryView) All() iter.Seq[int] { return m.Bytes().All() }

// Equal is m == other for any bytes-like object.
func (m *MemoryView) Equal(other any) bool {
	o, ok := bytesLike(other)
	return ok && o == m.Bytes()
}

// Repr is repr(m).
func (m *MemoryView) Repr() string {
	if m.released {
		return "<released memory at 0x" + strconv.FormatUint(uint64(address(m)), 16) + ">"
	}
	return "<memory at 0x" + strconv.FormatUint(uint64(address(m)), 16) + ">"
}

func (m *MemoryView) pyType() *Class   { return MemoryViewType }
func (m *MemoryView) pyRepr() string   { return m.Repr() }
func (m *MemoryView) pyIter() Iterator { return bytesIter(m.Bytes()) }

func (m *MemoryView) pyHash() int {
	if !m.readonly {
		Throw(ValueError.New("cannot hash writable memoryview object"))
	}
	return HashBytes(m.Bytes())
}

func (m *MemoryView) pyGetItem(key any) any {
	if s, ok := key.(*Slice); ok {
		return m.SliceStep(s)
	}
	i, ok := itemIndex(key, m.n)
	if !ok {
		Throw(TypeError.New("memoryview: invalid slice key"))
	}
	if i < 0 {
		i = m.n
	}
	return m.Get(i)
}

func (m *MemoryView) pySetItem(key, v any) {
	if s, ok := key.(*Slice); ok {
		data, ok := bytesLike(v)
		if !ok {
			Throwf(TypeError, "a bytes-like object is required, not '%s'", typeName(v))
		}
		m.SetSliceStep(s, data)
		return
	}
	i, ok := itemIndex(key, m.n)
	if !ok {
		Throw(TypeError.New("memoryview: invalid slice key"))
	}
	if i < 0 {
		i = m.n
	}
	n, ok := indexValue(v)
	if !ok {
		Throw(TypeError.New("memoryview: invalid type for format 'B'"))
	}
	m.Set(i, AsInt(n))
}

func (m *MemoryView) pyCompare(op CompareOp, other any) (result, ok bool) {
	switch op {
	case OpEq:
		return m.Equal(other), true
	case OpNe:
		return !m.Equal(other), true
	}
	return false, false
}
