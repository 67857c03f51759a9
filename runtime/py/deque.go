package py

import (
	"iter"
	"slices"
)

// DequeType is collections.deque.
var DequeType = func() *Class {
	c := newClass("deque", "collections", []*Class{ObjectType})
	c.layout = layoutDeque
	return c
}()

// Deque is collections.deque[T]: a ring buffer, with constant-time operations
// at both ends. The zero value is an empty deque without a limit.
type Deque[T any] struct {
	buf     []T // length is zero or a power of two
	head, n int
	maxlen  *int
	state   uint // counts changes, for iterators
}

// NewDeque is deque(iterable, maxlen); a nil iterable is empty, a nil maxlen
// is no limit.
func NewDeque[T any](iterable iter.Seq[T], maxlen *int) *Deque[T] {
	if maxlen != nil && *maxlen < 0 {
		Throw(ValueError.New("maxlen must be non-negative"))
	}
	d := &Deque[T]{maxlen: maxlen}
	if iterable != nil {
		d.Extend(iterable)
	}
	return d
}

func (d *Deque[T]) at(i int) *T { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

func (d *Deque[T]) grow() {
	buf := make([]T, max(8, 2*len(d.buf)))
	for i := range d.n {
		buf[i] = *d.at(i)
	}
	d.buf, d.head = buf, 0
}

// Append is append(x).
func (d *Deque[T]) Append(x T) {
	if d.maxlen != nil && d.n >= *d.maxlen {
		if d.n == 0 {
			return
		}
		d.PopLeft()
	}
	if d.n == len(d.buf) {
		d.grow()
	}
	*d.at(d.n) = x
	d.n++
	d.state++
}

// AppendLeft is appendleft(x).
func (d *Deque[T]) AppendLeft(x T) {
	if d.maxlen != nil && d.n >= *d.maxlen {
		if d.n == 0 {
			return
		}
		d.Pop()
	}
	if d.n == len(d.buf) {
		d.grow()
	}
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = x
	d.n++
	d.state++
}

// Pop is pop(); IndexError when it is empty.
func (d *Deque[T]) Pop() T {
	if d.n == 0 {
		Throw(IndexError.New("pop from an empty deque"))
	}
	var zero T
	p := d.at(d.n - 1)
	x := *p
	*p = zero
	d.n--
	d.state++
	return x
}

// PopLeft is popleft(); IndexError when it is empty.
func (d *Deque[T]) PopLeft() T {
	if d.n == 0 {
		Throw(IndexError.New("pop from an empty deque"))
	}
	var zero T
	p := &d.buf[d.head]
	x := *p
	*p = zero
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	d.state++
	return x
}

// Extend is extend(iterable).
func (d *Deque[T]) Extend(iterable iter.Seq[T]) {
	for _, x := range slices.Collect(iterable) {
		d.Append(x)
	}
}

// ExtendLeft is extendleft(iterable): the last item becomes the first.
func (d *Deque[T]) ExtendLeft(iterable iter.Seq[T]) {
	for _, x := range slices.Collect(iterable) {
		d.AppendLeft(x)
	}
}

// Rotate is rotate(n): to the right for a positive n.
func (d *Deque[T]) Rotate(n int) {
	if d.n < 2 {
		return
	}
	n = ModInt(n, d.n)
	if n <= d.n/2 {
		for range n {
			d.AppendLeft(d.Pop())
		}
		return
	}
	for range d.n - n {
		d.Append(d.PopLeft())
	}
}

// Clear is clear().
func (d *Deque[T]) Clear() {
	d.buf, d.head, d.n = nil, 0, 0
	d.state++
}

// Copy is copy().
func (d *Deque[T]) Copy() *Deque[T] { return NewDeque(d.All(), d.maxlen) }

// Maxlen is the attribute maxlen; nil is no limit.
func (d *Deque[T]) Maxlen() *int { return d.maxlen }

// Len is len(d).
func (d *Deque[T]) Len() int { return d.n }

// Truth is bool(d).
func (d *Deque[T]) Truth() bool { return d.n != 0 }

func (d *Deque[T]) place(i int) int {
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		Throw(IndexError.New("deque index out of range"))
	}
	return i
}

// Get is d[i].
func (d *Deque[T]) Get(i int) T { return *d.at(d.place(i)) }

// Set is d[i] = x.
func (d *Deque[T]) Set(i int, x T) { *d.at(d.place(i)) = x }

// Delete is del d[i].
func (d *Deque[T]) Delete(i int) {
	i = d.place(i)
	for ; i < d.n-1; i++ {
		*d.at(i) = *d.at(i + 1)
	}
	d.Pop()
}

// Insert is insert(i, x); IndexError when a limited deque is full.
func (d *Deque[T]) Insert(i int, x T) {
	if d.maxlen != nil && d.n >= *d.maxlen {
		Throw(IndexError.New("deque already at its maximum size"))
	}
	if i < 0 {
		i = max(i+d.n, 0)
	}
	d.Append(x)
	for j := d.n - 1; j > i; j-- {
		*d.at(j), *d.at(j - 1) = *d.at(j - 1), *d.at(j)
	}
}

func (d *Deque[T]) find(x T, lo, hi int) int {
	eq := eqFuncOf[T]()
	state := d.state
	for i := lo; i < hi && i < d.n; i++ {
		if eq(*d.at(i), x) {
			return i
		}
		d.check(state)
	}
	return -1
}

func (d *Deque[T]) check(state uint) {
	if d.state != state {
		Throw(RuntimeError.New("deque mutated during iteration"))
	}
}

// Remove is remove(x); ValueError when it is not there.
func (d *Deque[T]) Remove(x T) {
	i := d.find(x, 0, d.n)
	if i < 0 {
		Throwf(ValueError, "%s is not in deque", Repr(Box(x)))
	}
	d.Delete(i)
}

// Index is index(x).
func (d *Deque[T]) Index(x T) int { return d.IndexBetween(x, 0, d.n) }

// IndexFrom is index(x, start).
func (d *Deque[T]) IndexFrom(x T, start int) int { return d.IndexBetween(x, start, d.n) }

// IndexBetween is index(x, start, stop).
func (d *Deque[T]) IndexBetween(x T, start, stop int) int {
	lo, hi := clampSlice(start, stop, d.n)
	i := d.find(x, lo, hi)
	if i < 0 {
		Throwf(ValueError, "%s is not in deque", Repr(Box(x)))
	}
	return i
}

// Count is count(x).
func (d *Deque[T]) Count(x T) int {
	eq := eqFuncOf[T]()
	n := 0
	for v := range d.All() {
		if eq(v, x) {
			n++
		}
	}
	return n
}

// Contains is x in d.
func (d *Deque[T]) Contains(x T) bool { return d.find(x, 0, d.n) >= 0 }

// Reverse is reverse().
func (d *Deque[T]) Reverse() {
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		*d.at(i), *d.at(j) = *d.at(j), *d.at(i)
	}
}

// All iterates; RuntimeError when the deque changes meanwhile.
func (d *Deque[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		state := d.state
		for i := 0; i < d.n; i++ {
			if !yield(*d.at(i)) {
				return
			}
			d.check(state)
		}
	}
}

// Reversed is reversed(d).
func (d *Deque[T]) Reversed() iter.Seq[T] {
	return func(yield func(T) bool) {
		state := d.state
		for i := d.n - 1; i >= 0; i-- {
			if !yield(*d.at(i)) {
				return
			}
			d.check(state)
		}
	}
}

// Concat is d + other.
func (d *Deque[T]) Concat(other *Deque[T]) *Deque[T] {
	out := d.Copy()
	out.Extend(other.All())
	return out
}

// Repeat is d * n.
func (d *Deque[T]) Repeat(n int) *Deque[T] {
	out := &Deque[T]{maxlen: d.maxlen}
	for range n {
		out.Extend(d.All())
	}
	return out
}

// AtAny returns the boxed item i, 0 <= i < Len().
func (d *Deque[T]) AtAny(i int) any { return Box(*d.at(i)) }

// Equal is d == other.
func (d *Deque[T]) Equal(other any) bool {
	o, ok := other.(anyDeque)
	return ok && equalSequences(d, o)
}

// anyDeque is a *Deque of any element type.
type anyDeque interface {
	AnySequence
	isDeque()
}

func (d *Deque[T]) isDeque() {}

// Repr is repr(d).
func (d *Deque[T]) Repr() string { return string(d.appendRepr(nil)) }

func (d *Deque[T]) appendRepr(b []byte) []byte {
	if !reprEnter(d) {
		return append(b, "[...]"...)
	}
	defer reprLeave(d)
	b = append(b, "deque(["...)
	for i := 0; i < d.n; i++ {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendReprOf(b, *d.at(i))
	}
	b = append(b, ']')
	if d.maxlen != nil {
		b = append(b, ", maxlen="...)
		b = append(b, Str(*d.maxlen)...)
	}
	return append(b, ')')
}

func (d *Deque[T]) pyType() *Class { return DequeType }

func (d *Deque[T]) pyRepr() string { return d.Repr() }

func (d *Deque[T]) pyHash() int {
	Throw(TypeError.New("unhashable type: 'collections.deque'"))
	return 0
}

func (d *Deque[T]) pyContains(item any) bool {
	state := d.state
	for i := 0; i < d.n; i++ {
		v := Box(*d.at(i))
		if identical(v, item) || Eq(v, item) {
			return true
		}
		d.check(state)
	}
	return false
}

func (d *Deque[T]) pyGetItem(key any) any {
	if _, ok := key.(*Slice); ok {
		Throw(TypeError.New("sequence index must be integer, not 'slice'"))
	}
	return Box(d.Get(AsInt(key)))
}

func (d *Deque[T]) pySetItem(key, v any) { d.Set(AsInt(key), As[T](v)) }

func (d *Deque[T]) pyDelItem(key any) { d.Delete(AsInt(key)) }

func (d *Deque[T]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(anyDeque)
	if !ok {
		return false, false
	}
	return compareSequences(op, d, o), true
}

func (d *Deque[T]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	switch op {
	case OpAdd:
		if o, ok := other.(*Deque[T]); ok && !reflected {
			return d.Concat(o), true
		}
	case OpMul:
		if n, ok := repeatCount(other); ok {
			return d.Repeat(n), true
		}
	}
	return nil, false
}

func (d *Deque[T]) pyInplaceOp(op BinOp, other any) (any, bool) {
	if op != OpAdd {
		return nil, false
	}
	d.Extend(SeqMap(other, As[T]))
	return d, true
}

// dequeIter iterates over a deque.
type dequeIter[T any] struct {
	d       *Deque[T]
	i       int
	state   uint
	reverse bool
}

// Next returns the next item; RuntimeError if the deque changed.
func (it *dequeIter[T]) Next() (any, bool) {
	d := it.d
	if d == nil || it.i >= d.n && d.state == it.state {
		it.d = nil
		return nil, false
	}
	d.check(it.state)
	i := it.i
	it.i++
	if it.reverse {
		i = d.n - 1 - i
	}
	return Box(*d.at(i)), true
}

// ClassName is the name of the iterator's Python class.
func (it *dequeIter[T]) ClassName() string {
	if it.reverse {
		return "_collections._deque_reverse_iterator"
	}
	return "_collections._deque_iterator"
}

func (d *Deque[T]) pyIter() Iterator { return &dequeIter[T]{d: d, state: d.state} }

func (d *Deque[T]) pyReversed() Iterator {
	return &dequeIter[T]{d: d, state: d.state, reverse: true}
}
