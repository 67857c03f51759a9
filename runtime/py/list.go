package py

import (
	"iter"
	"slices"
)

// List is Python's list. The zero value is an empty list. Negative indexes count from the end, as in Python.
type List[T any] struct{ items []T }

// NewList makes a list of the items; a slice passed with ... becomes the list's own.
func NewList[T any](items ...T) *List[T] { return &List[T]{items: items} }

// NewListCap makes an empty list with room for n items.
func NewListCap[T any](n int) *List[T] { return &List[T]{items: make([]T, 0, n)} }

// ListOf is list(seq).
func ListOf[T any](seq iter.Seq[T]) *List[T] { return &List[T]{items: slices.Collect(seq)} }

// RepeatedList is [item] * n.
func RepeatedList[T any](item T, n int) *List[T] {
	items := make([]T, max(n, 0))
	for i := range items {
		items[i] = item
	}
	return &List[T]{items: items}
}

//go:noinline
func throwIndex(text string) { Throw(IndexError.New(text)) }

// Get returns l[i]; IndexError if there is no such item.
func (l *List[T]) Get(i int) T {
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list index out of range")
	}
	return l.items[i]
}

// Set is l[i] = v; IndexError if there is no such item.
func (l *List[T]) Set(i int, v T) {
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list assignment index out of range")
	}
	l.items[i] = v
}

// Swap is l[i], l[j] = l[j], l[i]; IndexError if there is no such item.
func (l *List[T]) Swap(i, j int) {
	y, x := l.Ref(j), l.Ref(i)
	*x, *y = *y, *x
}

// Ref returns the address of l[i], for in-place operators; it is valid until the list changes its length.
func (l *List[T]) Ref(i int) *T {
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list index out of range")
	}
	return &l.items[i]
}

// Len is len(l).
func (l *List[T]) Len() int { return len(l.items) }

// Truth is bool(l).
func (l *List[T]) Truth() bool { return len(l.items) != 0 }

// Items returns the items as a slice that shares the list's memory until the list changes its length.
func (l *List[T]) Items() []T { return l.items }

// All iterates over the items. As in Python, the loop sees items that are appended while it runs.
func (l *List[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := 0; i < len(l.items); i++ {
			if !yield(l.items[i]) {
				return
			}
		}
	}
}

// Enumerate iterates over the indexes and items, from 0.
func (l *List[T]) Enumerate() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := 0; i < len(l.items); i++ {
			if !yield(i, l.items[i]) {
				return
			}
		}
	}
}

// Reversed iterates from the last item to the first.
func (l *List[T]) Reversed() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := len(l.items) - 1; i >= 0; i-- {
			if i < len(l.items) && !yield(l.items[i]) {
				return
			}
		}
	}
}

// Append is l.append(v).
func (l *List[T]) Append(v T) { l.items = append(l.items, v) }

// Extend is l.extend(seq).
func (l *List[T]) Extend(seq iter.Seq[T]) {
	for v := range seq {
		l.items = append(l.items, v)
	}
}

// ExtendList is l.extend(other) and l += other for a list, which may be l itself.
func (l *List[T]) ExtendList(other *List[T]) { l.items = append(l.items, other.items...) }

// Insert is l.insert(i, v): an index out of range means the nearer end.
func (l *List[T]) Insert(i int, v T) {
	i, _ = clampSlice(i, i, len(l.items))
	l.items = slices.Insert(l.items, i, v)
}

// Pop is l.pop(); IndexError if the list is empty.
func (l *List[T]) Pop() T {
	n := len(l.items) - 1
	if n < 0 {
		throwIndex("pop from empty list")
	}
	v := l.items[n]
	var zero T
	l.items[n] = zero
	l.items = l.items[:n]
	return v
}

// PopAt is l.pop(i); IndexError if there is no such item.
func (l *List[T]) PopAt(i int) T {
	if len(l.items) == 0 {
		throwIndex("pop from empty list")
	}
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("pop index out of range")
	}
	v := l.items[i]
	if i == 0 {
		// Popping the front is common in queues: move the window instead of the items.
		var zero T
		l.items[0] = zero
		l.items = l.items[1:]
		return v
	}
	l.items = slices.Delete(l.items, i, i+1)
	return v
}

// Delete is del l[i]; IndexError if there is no such item.
func (l *List[T]) Delete(i int) {
	if i < 0 {
		i += len(l.items)
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list assignment index out of range")
	}
	l.items = slices.Delete(l.items, i, i+1)
}

// Remove is l.remove(v); ValueError if v is not there.
func (l *List[T]) Remove(v T) {
	i := l.find(v, 0, len(l.items))
	if i < 0 {
		Throw(ValueError.New("list.remove(x): x not in list"))
	}
	l.items = slices.Delete(l.items, i, i+1)
}

func (l *List[T]) find(v T, lo, hi int) int {
	if p, ok := any(&v).(*int); ok {
		for i, x := range any(l.items[lo:hi]).([]int) {
			if x == *p {
				return lo + i
			}
		}
		return -1
	}
	for i := lo; i < hi && i < len(l.items); i++ {
		if eqElem(l.items[i], v) {
			return i
		}
	}
	return -1
}

// Index is l.index(v); ValueError if v is not there.
func (l *List[T]) Index(v T) int { return l.IndexBetween(v, 0, len(l.items)) }

// IndexFrom is l.index(v, start).
func (l *List[T]) IndexFrom(v T, start int) int { return l.IndexBetween(v, start, len(l.items)) }

// IndexBetween is l.index(v, start, stop).
func (l *List[T]) IndexBetween(v T, start, stop int) int {
	lo, hi := clampSlice(start, stop, len(l.items))
	i := l.find(v, lo, hi)
	if i < 0 {
		Throw(ValueError.New(Repr(Box(v)) + " is not in list"))
	}
	return i
}

// Count is l.count(v).
func (l *List[T]) Count(v T) int {
	n := 0
	for i := 0; i < len(l.items); i++ {
		if eqElem(l.items[i], v) {
			n++
		}
	}
	return n
}

// Contains is v in l.
func (l *List[T]) Contains(v T) bool { return l.find(v, 0, len(l.items)) >= 0 }

// Reverse is l.reverse().
func (l *List[T]) Reverse() { slices.Reverse(l.items) }

// Clear is l.clear().
func (l *List[T]) Clear() { l.items = nil }

// Copy is l.copy() and l[:].
func (l *List[T]) Copy() *List[T] { return &List[T]{items: slices.Clone(l.items)} }

// Concat is l + other.
func (l *List[T]) Concat(other *List[T]) *List[T] {
	return &List[T]{items: slices.Concat(l.items, other.items)}
}

// Repeat is l * n.
func (l *List[T]) Repeat(n int) *List[T] {
	return &List[T]{items: slices.Repeat(l.items, max(n, 0))}
}

// IRepeat is l *= n.
func (l *List[T]) IRepeat(n int) { l.items = slices.Repeat(l.items, max(n, 0)) }

// Slice is l[lo:hi].
func (l *List[T]) Slice(lo, hi int) *List[T] {
	lo, hi = clampSlice(lo, hi, len(l.items))
	return &List[T]{items: slices.Clone(l.items[lo:hi])}
}

// SliceFrom is l[lo:].
func (l *List[T]) SliceFrom(lo int) *List[T] { return l.Slice(lo, len(l.items)) }

// SliceTo is l[:hi].
func (l *List[T]) SliceTo(hi int) *List[T] { return l.Slice(0, hi) }

// SliceStep is l[s] for any slice.
func (l *List[T]) SliceStep(s *Slice) *List[T] { return &List[T]{items: sliceItems(l.items, s)} }

// sliceItems copies the items that s selects.
func sliceItems[T any](items []T, s *Slice) []T {
	start, _, step, n := s.Indices(len(items))
	if step == 1 {
		return slices.Clone(items[start : start+n])
	}
	out := make([]T, n)
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out
}

// SetSlice is l[lo:hi] = seq.
func (l *List[T]) SetSlice(lo, hi int, seq iter.Seq[T]) {
	items := slices.Collect(seq)
	lo, hi = clampSlice(lo, hi, len(l.items))
	l.items = slices.Replace(l.items, lo, hi, items...)
}

// SetSliceFrom is l[lo:] = seq.
func (l *List[T]) SetSliceFrom(lo int, seq iter.Seq[T]) {
	items := slices.Collect(seq)
	l.items = slices.Replace(l.items, l.from(lo), len(l.items), items...)
}

// SetSliceTo is l[:hi] = seq.
func (l *List[T]) SetSliceTo(hi int, seq iter.Seq[T]) { l.SetSlice(0, hi, seq) }

// SetSliceStep is l[s] = seq; ValueError if an extended slice has another length than seq.
func (l *List[T]) SetSliceStep(s *Slice, seq iter.Seq[T]) {
	items := slices.Collect(seq)
	start, stop, step, n := s.Indices(len(l.items))
	if step == 1 {
		l.items = slices.Replace(l.items, start, max(start, stop), items...)
		return
	}
	if len(items) != n {
		Throwf(ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
	}
	for i, v := range items {
		l.items[start+i*step] = v
	}
}

func (l *List[T]) from(lo int) int {
	lo, _ = clampSlice(lo, len(l.items), len(l.items))
	return lo
}

// DeleteSlice is del l[lo:hi].
func (l *List[T]) DeleteSlice(lo, hi int) {
	lo, hi = clampSlice(lo, hi, len(l.items))
	l.items = slices.Delete(l.items, lo, hi)
}

// DeleteSliceFrom is del l[lo:].
func (l *List[T]) DeleteSliceFrom(lo int) { l.items = slices.Delete(l.items, l.from(lo), len(l.items)) }

// DeleteSliceStep is del l[s].
func (l *List[T]) DeleteSliceStep(s *Slice) {
	start, stop, step, n := s.Indices(len(l.items))
	if n == 0 {
		return
	}
	if step == 1 {
		l.items = slices.Delete(l.items, start, stop)
		return
	}
	if step < 0 {
		start, step = start+(n-1)*step, -step
	}
	out := l.items[:start]
	for i := start; i < len(l.items); i++ {
		if k := i - start; k%step != 0 || k/step >= n {
			out = append(out, l.items[i])
		}
	}
	clear(l.items[len(out):])
	l.items = out
}

// Equal is l == other: another list with equal items.
func (l *List[T]) Equal(other any) bool {
	if o, ok := other.(*List[T]); ok {
		return equalItems(l.items, o.items)
	}
	o, ok := other.(AnyList)
	return ok && equalSequences(l, o)
}

func equalItems[T any](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a) && i < len(b); i++ {
		if !eqElem(a[i], b[i]) {
			return false
		}
	}
	return true
}

// Hash raises TypeError: lists are unhashable.
func (l *List[T]) Hash() int {
	Throw(TypeError.New("unhashable type: 'list'"))
	return 0
}

// Repr is repr(l); a list within itself shows as [...].
func (l *List[T]) Repr() string { return string(l.appendRepr(nil)) }

func (l *List[T]) pyRepr() string { return l.Repr() }

func (l *List[T]) pyHash() int { return l.Hash() }

func (l *List[T]) appendRepr(b []byte) []byte {
	if !reprEnter(l) {
		return append(b, "[...]"...)
	}
	defer reprLeave(l)
	b = append(b, '[')
	for i := 0; i < len(l.items); i++ {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendReprOf(b, l.items[i])
	}
	return append(b, ']')
}
