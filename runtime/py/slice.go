package py

import "math/big"

// Slice is Python's slice object. Its fields hold ints, None (nil), or whatever the program gave.
type Slice struct {
	Start, Stop, Step any
}

// NewSlice is slice(start, stop, step); nil stands for an omitted part.
func NewSlice(start, stop, step any) *Slice { return &Slice{start, stop, step} }

// Indices is s.indices(length) for use in loops: n items at start, start+step, ... It raises what CPython raises for
// parts that are no ints and for a zero step.
func (s *Slice) Indices(length int) (start, stop, step, n int) {
	step = 1
	if s.Step != nil {
		step = sliceIndex(s.Step)
		if step == 0 {
			Throw(ValueError.New("slice step cannot be zero"))
		}
	}
	lower, upper := 0, length
	if step < 0 {
		lower, upper = -1, length-1
	}
	clamp := func(x any, def int) int {
		if x == nil {
			return def
		}
		i := sliceIndex(x)
		if i < 0 {
			return max(i+length, lower)
		}
		return min(i, upper)
	}
	if step < 0 {
		start, stop = clamp(s.Start, upper), clamp(s.Stop, lower)
		if stop < start {
			n = (start-stop-1)/-step + 1
		}
	} else {
		start, stop = clamp(s.Start, lower), clamp(s.Stop, upper)
		if start < stop {
			n = (stop-start-1)/step + 1
		}
	}
	return start, stop, step, n
}

// IndicesTuple is s.indices(length).
func (s *Slice) IndicesTuple(length int) Tuple3[int, int, int] {
	if length < 0 {
		Throw(ValueError.New("length should not be negative"))
	}
	start, stop, step, _ := s.Indices(length)
	return Tuple3[int, int, int]{start, stop, step}
}

// sliceIndex converts a part of a slice to an int, clamped to the int range as CPython does.
func sliceIndex(x any) int {
	const limit = 1<<63 - 1
	switch v := x.(type) {
	case int:
		if v == -limit-1 {
			return -limit
		}
		return v
	case bool:
		return IntFromBool(v)
	case *big.Int:
		return limit * v.Sign()
	}
	i, ok := indexValue(x)
	if !ok {
		Throw(TypeError.New("slice indices must be integers or None or have an __index__ method"))
	}
	return sliceIndex(i)
}

// clampSlice turns the bounds of a plain slice into offsets lo <= hi of a sequence of n items.
func clampSlice(lo, hi, n int) (int, int) {
	if lo < 0 {
		lo = max(lo+n, 0)
	} else if lo > n {
		lo = n
	}
	if hi < 0 {
		hi = max(hi+n, 0)
	} else if hi > n {
		hi = n
	}
	if hi < lo {
		hi = lo
	}
	return lo, hi
}

// Repr is repr(s).
func (s *Slice) Repr() string {
	return "slice(" + Repr(s.Start) + ", " + Repr(s.Stop) + ", " + Repr(s.Step) + ")"
}

func (s *Slice) tuple() *Tuple[any] { return NewTuple[any](s.Start, s.Stop, s.Step) }

// Equal compares the three parts.
func (s *Slice) Equal(other any) bool {
	o, ok := other.(*Slice)
	return ok && s.tuple().Equal(o.tuple())
}

// Hash is hash(s): slices are hashable since 3.12.
func (s *Slice) Hash() int {
	t := newTupleHasher()
	t.add(Hash(s.Start))
	t.add(Hash(s.Stop))
	t.add(Hash(s.Step))
	acc := t.acc
	if acc == 1<<64-1 {
		return 1546275796
	}
	return int(acc)
}

// itemIndex resolves a sequence index held in an any; ok is false if it is no integer. The result may be out of range.
func itemIndex(key any, n int) (i int, ok bool) {
	switch k := key.(type) {
	case int:
		i = k
	case bool:
		i = IntFromBool(k)
	case *big.Int:
		Throw(IndexError.New("cannot fit 'int' into an index-sized integer"))
	default:
		v, is := indexValue(key)
		if !is {
			return 0, false
		}
		if _, big := v.(*big.Int); big {
			Throwf(IndexError, "cannot fit '%s' into an index-sized integer", typeName(key))
		}
		i = v.(int)
	}
	if i < 0 {
		i += n
	}
	return i, true
}

func (s *Slice) pyType() *Class { return SliceType }
func (s *Slice) pyRepr() string { return s.Repr() }
func (s *Slice) pyHash() int    { return s.Hash() }

func (s *Slice) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(*Slice)
	if !ok {
		return false, false
	}
	return s.tuple().pyCompare(op, o.tuple())
}
