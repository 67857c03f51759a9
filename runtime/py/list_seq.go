package py

import (
	"iter"
	"math/big"
)

// The builtin functions over sequences of a static type. Their counterparts for values in an any have names of their
// own: SumOf, MinOf, Zip, ...

// truthOf is bool(x) of any static type.
func truthOf[T any](x T) bool {
	switch v := any(x).(type) {
	case bool:
		return v
	case int:
		return v != 0
	case string:
		return v != ""
	case float64:
		return v != 0
	}
	return Truth(Box(x))
}

// AnyTrue is any(seq).
func AnyTrue[T any](seq iter.Seq[T]) bool {
	for v := range seq {
		if truthOf(v) {
			return true
		}
	}
	return false
}

// AllTrue is all(seq).
func AllTrue[T any](seq iter.Seq[T]) bool {
	for v := range seq {
		if !truthOf(v) {
			return false
		}
	}
	return true
}

// SumInt is sum(seq, start) of ints; OverflowError if a partial sum does not fit.
func SumInt(seq iter.Seq[int], start int) int {
	for v := range seq {
		start = AddInt(start, v)
	}
	return start
}

// SumBig is sum(seq, start) of ints of any size.
func SumBig(seq iter.Seq[*big.Int], start *big.Int) *big.Int {
	total := new(big.Int).Set(start)
	for v := range seq {
		total.Add(total, v)
	}
	return total
}

// CountTrue is sum(seq) of bools.
func CountTrue(seq iter.Seq[bool]) int {
	n := 0
	for v := range seq {
		if v {
			n++
		}
	}
	return n
}

// SumFloat is sum(seq, start) of floats, with the compensated summation of CPython 3.12 and later.
func SumFloat(seq iter.Seq[float64], start float64) float64 {
	s := floatSum{hi: start}
	for v := range seq {
		s.add(v)
	}
	return s.total()
}

// floatSum is Neumaier's summation.
type floatSum struct{ hi, lo float64 }

func (s *floatSum) add(x float64) {
	t := s.hi + x
	if abs(s.hi) >= abs(x) {
		s.lo += (s.hi - t) + x
	} else {
		s.lo += (x - t) + s.hi
	}
	s.hi = t
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func (s *floatSum) total() float64 {
	if s.lo != 0 && s.lo-s.lo == 0 {
		return s.hi + s.lo
	}
	return s.hi
}

// SumLists is sum(lists, start) of lists.
func SumLists[T any](seq iter.Seq[*List[T]], start *List[T]) *List[T] {
	out := start.Copy()
	for l := range seq {
		out.ExtendList(l)
	}
	return out
}

// Min is min(a, b, ...).
func Min[T any](first T, rest ...T) T {
	less := lessFuncOf[T]()
	for _, v := range rest {
		if less(v, first) {
			first = v
		}
	}
	return first
}

// Max is max(a, b, ...).
func Max[T any](first T, rest ...T) T {
	less := lessFuncOf[T]()
	for _, v := range rest {
		if less(first, v) {
			first = v
		}
	}
	return first
}

// MinBy is min(a, b, ..., key=key).
func MinBy[T, K any](key func(T) K, values ...T) T { return MinSeqBy(NewList(values...).All(), key) }

// MaxBy is max(a, b, ..., key=key).
func MaxBy[T, K any](key func(T) K, values ...T) T { return MaxSeqBy(NewList(values...).All(), key) }

func bestOf[T, K any](seq iter.Seq[T], key func(T) K, better func(a, b K) bool) (best T, ok bool) {
	var bestKey K
	for v := range seq {
		k := key(v)
		if !ok || better(k, bestKey) {
			best, bestKey, ok = v, k, true
		}
	}
	return best, ok
}

func greaterFuncOf[T any]() func(a, b T) bool {
	less := lessFuncOf[T]()
	return func(a, b T) bool { return less(b, a) }
}

func itself[T any](x T) T { return x }

func throwEmpty(name string) {
	Throw(ValueError.New(name + "() iterable argument is empty"))
}

// MinSeq is min(seq); ValueError if it is empty.
func MinSeq[T any](seq iter.Seq[T]) T { return MinSeqBy(seq, itself[T]) }

// MaxSeq is max(seq); ValueError if it is empty.
func MaxSeq[T any](seq iter.Seq[T]) T { return MaxSeqBy(seq, itself[T]) }

// MinSeqBy is min(seq, key=key).
func MinSeqBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	v, ok := bestOf(seq, key, lessFuncOf[K]())
	if !ok {
		throwEmpty("min")
	}
	return v
}

// MaxSeqBy is max(seq, key=key).
func MaxSeqBy[T, K any](seq iter.Seq[T], key func(T) K) T {
	v, ok := bestOf(seq, key, greaterFuncOf[K]())
	if !ok {
		throwEmpty("max")
	}
	return v
}

// MinSeqOr is min(seq, default=def).
func MinSeqOr[T any](seq iter.Seq[T], def T) T { return MinSeqByOr(seq, itself[T], def) }

// MaxSeqOr is max(seq, default=def).
func MaxSeqOr[T any](seq iter.Seq[T], def T) T { return MaxSeqByOr(seq, itself[T], def) }

// MinSeqByOr is min(seq, key=key, default=def).
func MinSeqByOr[T, K any](seq iter.Seq[T], key func(T) K, def T) T {
	if v, ok := bestOf(seq, key, lessFuncOf[K]()); ok {
		return v
	}
	return def
}

// MaxSeqByOr is max(seq, key=key, default=def).
func MaxSeqByOr[T, K any](seq iter.Seq[T], key func(T) K, def T) T {
	if v, ok := bestOf(seq, key, greaterFuncOf[K]()); ok {
		return v
	}
	return def
}

// EnumerateSeq is enumerate(seq, start) for a loop over index and item.
func EnumerateSeq[T any](seq iter.Seq[T], start int) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := start
		for v := range seq {
			if !yield(i, v) {
				return
			}
			i++
		}
	}
}

// EnumerateTuples is enumerate(seq, start) as tuples.
func EnumerateTuples[T any](seq iter.Seq[T], start int) iter.Seq[Tuple2[int, T]] {
	return tuples2(EnumerateSeq(seq, start))
}

func tuples2[A, B any](seq iter.Seq2[A, B]) iter.Seq[Tuple2[A, B]] {
	return func(yield func(Tuple2[A, B]) bool) {
		for a, b := range seq {
			if !yield(Tuple2[A, B]{a, b}) {
				return
			}
		}
	}
}

// ZipPairs is zip(a, b) for a loop over two items: it ends with the shorter one.
func ZipPairs[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

// Zip2 is zip(a, b) as tuples.
func Zip2[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq[Tuple2[A, B]] {
	return tuples2(ZipPairs(a, b))
}

// Zip3 is zip(a, b, c).
func Zip3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) iter.Seq[Tuple3[A, B, C]] {
	return func(yield func(Tuple3[A, B, C]) bool) {
		next, stop := iter.Pull(c)
		defer stop()
		for x, y := range ZipPairs(a, b) {
			z, ok := next()
			if !ok || !yield(Tuple3[A, B, C]{x, y, z}) {
				return
			}
		}
	}
}

// Zip4 is zip(a, b, c, d).
func Zip4[A, B, C, D any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C], d iter.Seq[D]) iter.Seq[Tuple4[A, B, C, D]] {
	return func(yield func(Tuple4[A, B, C, D]) bool) {
		next, stop := iter.Pull(d)
		defer stop()
		for t := range Zip3(a, b, c) {
			w, ok := next()
			if !ok || !yield(Tuple4[A, B, C, D]{t.V0, t.V1, t.V2, w}) {
				return
			}
		}
	}
}

// ZipStrict is zip(a, b, strict=strict): ValueError if the lengths differ.
func ZipStrict[A, B any](a iter.Seq[A], b iter.Seq[B], strict bool) iter.Seq[Tuple2[A, B]] {
	if !strict {
		return Zip2(a, b)
	}
	return func(yield func(Tuple2[A, B]) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok {
				Throw(ValueError.New("zip() argument 2 is shorter than argument 1"))
			}
			if !yield(Tuple2[A, B]{x, y}) {
				return
			}
		}
		if _, ok := next(); ok {
			Throw(ValueError.New("zip() argument 2 is longer than argument 1"))
		}
	}
}

// MapSeq is map(f, seq).
func MapSeq[T, R any](f func(T) R, seq iter.Seq[T]) iter.Seq[R] {
	return func(yield func(R) bool) {
		for v := range seq {
			if !yield(f(v)) {
				return
			}
		}
	}
}

// MapSeq2 is map(f, a, b).
func MapSeq2[A, B, R any](f func(A, B) R, a iter.Seq[A], b iter.Seq[B]) iter.Seq[R] {
	return func(yield func(R) bool) {
		for x, y := range ZipPairs(a, b) {
			if !yield(f(x, y)) {
				return
			}
		}
	}
}

// MapSeq3 is map(f, a, b, c).
func MapSeq3[A, B, C, R any](f func(A, B, C) R, a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) iter.Seq[R] {
	return func(yield func(R) bool) {
		for t := range Zip3(a, b, c) {
			if !yield(f(t.V0, t.V1, t.V2)) {
				return
			}
		}
	}
}

// FilterSeq is filter(f, seq).
func FilterSeq[T, R any](f func(T) R, seq iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if truthOf(f(v)) && !yield(v) {
				return
			}
		}
	}
}

// FilterTrue is filter(None, seq).
func FilterTrue[T any](seq iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range seq {
			if truthOf(v) && !yield(v) {
				return
			}
		}
	}
}
