package py

import (
	"iter"
	"slices"
)

// Tuple is Python's tuple with items of one static type and any length. It never changes.
type Tuple[T any] struct{ items []T }

// NewTuple makes a tuple of the items; a slice passed with ... becomes the tuple's own.
func NewTuple[T any](items ...T) *Tuple[T] { return &Tuple[T]{items: items} }

// TupleOf is tuple(seq).
func TupleOf[T any](seq iter.Seq[T]) *Tuple[T] { return &Tuple[T]{items: slices.Collect(seq)} }

// Get returns t[i]; IndexError if there is no such item.
func (t *Tuple[T]) Get(i int) T {
	if i < 0 {
		i += len(t.items)
	}
	if uint(i) >= uint(len(t.items)) {
		throwIndex("tuple index out of range")
	}
	return t.items[i]
}

// Len is len(t).
func (t *Tuple[T]) Len() int { return len(t.items) }

// Truth is bool(t).
func (t *Tuple[T]) Truth() bool { return len(t.items) != 0 }

// Items returns the items; the slice must not be changed.
func (t *Tuple[T]) Items() []T { return t.items }

// All iterates over the items.
func (t *Tuple[T]) All() iter.Seq[T] { return slices.Values(t.items) }

// Enumerate iterates over the indexes and items, from 0.
func (t *Tuple[T]) Enumerate() iter.Seq2[int, T] { return slices.All(t.items) }

// Reversed iterates from the last item to the first.
func (t *Tuple[T]) Reversed() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := len(t.items) - 1; i >= 0; i-- {
			if !yield(t.items[i]) {
				return
			}
		}
	}
}

func (t *Tuple[T]) find(v T, lo, hi int) int {
	for i := lo; i < hi; i++ {
		if eqElem(t.items[i], v) {
			return i
		}
	}
	return -1
}

// Index is t.index(v); ValueError if v is not there.
func (t *Tuple[T]) Index(v T) int { return t.IndexBetween(v, 0, len(t.items)) }

// IndexFrom is t.index(v, start).
func (t *Tuple[T]) IndexFrom(v T, start int) int { return t.IndexBetween(v, start, len(t.items)) }

// IndexBetween is t.index(v, start, stop).
func (t *Tuple[T]) IndexBetween(v T, start, stop int) int {
	lo, hi := clampSlice(start, stop, len(t.items))
	i := t.find(v, lo, hi)
	if i < 0 {
		Throw(ValueError.New("tuple.index(x): x not in tuple"))
	}
	return i
}

// Count is t.count(v).
func (t *Tuple[T]) Count(v T) int {
	n := 0
	for _, x := range t.items {
		if eqElem(x, v) {
			n++
		}
	}
	return n
}

// Contains is v in t.
func (t *Tuple[T]) Contains(v T) bool { return t.find(v, 0, len(t.items)) >= 0 }

// Concat is t + other.
func (t *Tuple[T]) Concat(other *Tuple[T]) *Tuple[T] {
	if len(t.items) == 0 {
		return other
	}
	if len(other.items) == 0 {
		return t
	}
	return &Tuple[T]{items: slices.Concat(t.items, other.items)}
}

// Repeat is t * n.
func (t *Tuple[T]) Repeat(n int) *Tuple[T] {
	return &Tuple[T]{items: slices.Repeat(t.items, max(n, 0))}
}

// Slice is t[lo:hi].
func (t *Tuple[T]) Slice(lo, hi int) *Tuple[T] {
	lo, hi = clampSlice(lo, hi, len(t.items))
	return &Tuple[T]{items: t.items[lo:hi:hi]}
}

// SliceFrom is t[lo:].
func (t *Tuple[T]) SliceFrom(lo int) *Tuple[T] { return t.Slice(lo, len(t.items)) }

// SliceTo is t[:hi].
func (t *Tuple[T]) SliceTo(hi int) *Tuple[T] { return t.Slice(0, hi) }

// SliceStep is t[s] for any slice.
func (t *Tuple[T]) SliceStep(s *Slice) *Tuple[T] { return &Tuple[T]{items: sliceItems(t.items, s)} }

// Equal is t == other: another tuple with equal items.
func (t *Tuple[T]) Equal(other any) bool {
	if o, ok := other.(*Tuple[T]); ok {
		return equalItems(t.items, o.items)
	}
	o, ok := other.(AnyTuple)
	return ok && equalSequences(t, o)
}

// Hash is hash(t).
func (t *Tuple[T]) Hash() int {
	h := newTupleHasher()
	for _, v := range t.items {
		h.add(hashAny(v))
	}
	return h.sum()
}

// Repr is repr(t).
func (t *Tuple[T]) Repr() string { return string(t.appendRepr(nil)) }

func (t *Tuple[T]) appendRepr(b []byte) []byte {
	if !reprEnter(t) {
		return append(b, "(...)"...)
	}
	defer reprLeave(t)
	b = append(b, '(')
	for i, v := range t.items {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendReprOf(b, v)
	}
	if len(t.items) == 1 {
		b = append(b, ',')
	}
	return append(b, ')')
}

func (t *Tuple[T]) isTuple() {}

// AtAny returns item i, boxed.
func (t *Tuple[T]) AtAny(i int) any { return Box(t.items[i]) }

func (t *Tuple[T]) pyType() *Class { return TupleType }

func (t *Tuple[T]) pyHash() int { return t.Hash() }

func (t *Tuple[T]) pyRepr() string { return t.Repr() }

// Boxed returns the tuple with its items boxed: what an any holds.
func (t *Tuple[T]) Boxed() *Tuple[any] {
	if b, ok := any(t).(*Tuple[any]); ok {
		return b
	}
	return &Tuple[any]{items: boxItems(t)}
}

// pyIter is iter(t) over boxed items.
func (t *Tuple[T]) pyIter() Iterator { return &tupleIter[T]{tuple: t} }

// pyReversed is reversed(t) over boxed items.
func (t *Tuple[T]) pyReversed() Iterator {
	items := slices.Clone(t.items)
	slices.Reverse(items)
	return &tupleIter[T]{tuple: &Tuple[T]{items: items}, name: "reversed"}
}

type tupleIter[T any] struct {
	tuple *Tuple[T]
	i     int
	name  string
}

// Next returns the next item.
func (it *tupleIter[T]) Next() (any, bool) {
	if it.i >= len(it.tuple.items) {
		return nil, false
	}
	it.i++
	return Box(it.tuple.items[it.i-1]), true
}

// ClassName is the name of the iterator's Python class.
func (it *tupleIter[T]) ClassName() string {
	if it.name != "" {
		return it.name
	}
	return "tuple_iterator"
}

// LengthHint is operator.length_hint(it).
func (it *tupleIter[T]) LengthHint() int { return len(it.tuple.items) - it.i }

// pyContains is item in t.
func (t *Tuple[T]) pyContains(item any) bool {
	for i := range t.items {
		if v := Box(t.items[i]); identical(v, item) || Eq(v, item) {
			return true
		}
	}
	return false
}

// pyGetItem is t[key] for an index or a slice held in an any.
func (t *Tuple[T]) pyGetItem(key any) any {
	if s, ok := key.(*Slice); ok {
		return t.SliceStep(s)
	}
	i, ok := itemIndex(key, len(t.items))
	if !ok {
		Throwf(TypeError, "tuple indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(len(t.items)) {
		throwIndex("tuple index out of range")
	}
	return Box(t.items[i])
}

func (t *Tuple[T]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(AnyTuple)
	if !ok {
		return false, false
	}
	return compareSequences(op, t, o), true
}

// pyBinaryOp is t + tuple and t * int.
func (t *Tuple[T]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	switch op {
	case OpAdd:
		if reflected {
			return nil, false
		}
		o, ok := other.(AnyTuple)
		if !ok {
			Throwf(TypeError, `can only concatenate tuple (not "%s") to tuple`, typeName(other))
		}
		if same, ok := o.(*Tuple[T]); ok {
			return t.Concat(same), true
		}
		return NewTuple(append(boxItems(t), boxItems(o)...)...), true
	case OpMul:
		n, ok := repeatCount(other)
		if !ok {
			return nil, false
		}
		return t.Repeat(n), true
	}
	return nil, false
}
