package py

import (
	"iter"
	"math/big"
	"strconv"
)

// Range is Python's range object.
type Range struct{ Start, Stop, Step int }

// NewRange is range(start, stop, step); ValueError for a zero step.
func NewRange(start, stop, step int) *Range {
	if step == 0 {
		Throw(ValueError.New("range() arg 3 must not be zero"))
	}
	return &Range{start, stop, step}
}

// RangeTo is range(stop).
func RangeTo(stop int) *Range { return &Range{0, stop, 1} }

// RangeBetween is range(start, stop).
func RangeBetween(start, stop int) *Range { return &Range{start, stop, 1} }

// Len is len(r).
func (r *Range) Len() int {
	if r.Step > 0 {
		if r.Start >= r.Stop {
			return 0
		}
		return int((uint(r.Stop)-uint(r.Start)-1)/uint(r.Step) + 1)
	}
	if r.Start <= r.Stop {
		return 0
	}
	return int((uint(r.Start)-uint(r.Stop)-1)/uint(-r.Step) + 1)
}

// Truth is bool(r).
func (r *Range) Truth() bool { return r.Len() != 0 }

// Get returns r[i]; IndexError if there is no such item.
func (r *Range) Get(i int) int {
	n := r.Len()
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		throwIndex("range object index out of range")
	}
	return r.Start + i*r.Step
}

// All iterates over the ints.
func (r *Range) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		i := r.Start
		for n := r.Len(); n > 0; n-- {
			if !yield(i) {
				return
			}
			i += r.Step
		}
	}
}

// Reversed iterates from the last int to the first.
func (r *Range) Reversed() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := r.Len() - 1; i >= 0; i-- {
			if !yield(r.Start + i*r.Step) {
				return
			}
		}
	}
}

// RangeStep is range(start, stop, step) as a plain sequence for loops.
func RangeStep(start, stop, step int) iter.Seq[int] { return NewRange(start, stop, step).All() }

// Contains is x in r.
func (r *Range) Contains(x int) bool {
	if r.Step > 0 {
		if x < r.Start || x >= r.Stop {
			return false
		}
	} else if x > r.Start || x <= r.Stop {
		return false
	}
	return (x-r.Start)%r.Step == 0
}

// Index is r.index(x); ValueError if x is not there.
func (r *Range) Index(x int) int {
	if !r.Contains(x) {
		Throw(ValueError.New(strconv.Itoa(x) + " is not in range"))
	}
	return (x - r.Start) / r.Step
}

// Count is r.count(x).
func (r *Range) Count(x int) int { return IntFromBool(r.Contains(x)) }

// SliceStep is r[s].
func (r *Range) SliceStep(s *Slice) *Range {
	start, stop, step, _ := s.Indices(r.Len())
	return &Range{r.Start + start*r.Step, r.Start + stop*r.Step, r.Step * step}
}

// Slice is r[lo:hi].
func (r *Range) Slice(lo, hi int) *Range {
	n := r.Len()
	lo, hi = clampSlice(lo, hi, n)
	return &Range{r.Start + lo*r.Step, r.Start + hi*r.Step, r.Step}
}

// SliceFrom is r[lo:].
func (r *Range) SliceFrom(lo int) *Range { return r.Slice(lo, r.Len()) }

// SliceTo is r[:hi].
func (r *Range) SliceTo(hi int) *Range { return r.Slice(0, hi) }

// Equal is r == other: the same ints.
func (r *Range) Equal(other any) bool {
	o, ok := other.(*Range)
	if !ok {
		return false
	}
	n := r.Len()
	if n != o.Len() {
		return false
	}
	return n == 0 || r.Start == o.Start && (n == 1 || r.Step == o.Step)
}

// Hash is hash(r).
func (r *Range) Hash() int {
	t := newTupleHasher()
	n := r.Len()
	t.add(HashInt(n))
	if n > 0 {
		t.add(HashInt(r.Start))
	} else {
		t.add(hashNone)
	}
	if n > 1 {
		t.add(HashInt(r.Step))
	} else {
		t.add(hashNone)
	}
	return t.sum()
}

// Repr is repr(r).
func (r *Range) Repr() string {
	s := "range(" + strconv.Itoa(r.Start) + ", " + strconv.Itoa(r.Stop)
	if r.Step != 1 {
		s += ", " + strconv.Itoa(r.Step)
	}
	return s + ")"
}

func (r *Range) pyType() *Class   { return RangeType }
func (r *Range) pyRepr() string   { return r.Repr() }
func (r *Range) pyHash() int      { return r.Hash() }
func (r *Range) pyIter() Iterator { return &rangeIter{r.Start, r.Step, r.Len()} }

func (r *Range) pyReversed() Iterator {
	n := r.Len()
	return &rangeIter{r.Start + (n-1)*r.Step, -r.Step, n}
}

type rangeIter struct{ next, step, left int }

// Next returns the next int.
func (it *rangeIter) Next() (any, bool) {
	if it.left == 0 {
		return nil, false
	}
	v := it.next
	it.next += it.step
	it.left--
	return v, true
}

// ClassName is the name of the iterator's Python class.
func (it *rangeIter) ClassName() string { return "range_iterator" }

// LengthHint is operator.length_hint(it).
func (it *rangeIter) LengthHint() int { return it.left }

func (r *Range) pyContains(item any) bool {
	if i, ok := exactInt(item); ok {
		return r.Contains(i)
	}
	switch item.(type) {
	case string, nil, float64, Bytes:
		return false
	}
	for v := range r.All() {
		if Eq(v, item) {
			return true
		}
	}
	return false
}

func (r *Range) pyGetItem(key any) any {
	if s, ok := key.(*Slice); ok {
		return r.SliceStep(s)
	}
	if _, isBig := key.(*big.Int); isBig {
		throwIndex("range object index out of range")
	}
	i, ok := itemIndex(key, r.Len())
	if !ok {
		Throwf(TypeError, "range indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(r.Len()) {
		throwIndex("range object index out of range")
	}
	return r.Start + i*r.Step
}

func (r *Range) pyCompare(op CompareOp, other any) (result, ok bool) {
	if _, is := other.(*Range); !is {
		return false, false
	}
	switch op {
	case OpEq:
		return r.Equal(other), true
	case OpNe:
		return !r.Equal(other), true
	}
	return false, false
}
