// Package bisect is Python's module bisect: binary search in a sorted
// sequence.
//
// The functions take lo and hi as Python's do; a nil hi is the length. The
// forms that end in By compare key(item) with x.
package bisect

import "github.com/py2go-async/py2go-async/runtime/py"

// bounds checks lo and resolves hi.
func bounds(lo int, hi *int, n int) (int, int) {
	if lo < 0 {
		py.Throw(py.ValueError.New("lo must be non-negative"))
	}
	if hi == nil || *hi == -1 {
		return lo, n
	}
	return lo, *hi
}

// Left is bisect.bisect_left(a, x, lo, hi): the first place for x.
func Left[T any](a py.Sequence[T], x T, lo int, hi *int) int {
	less := py.LessFunc[T]()
	l, h := bounds(lo, hi, a.Len())
	for l < h {
		mid := int(uint(l+h) >> 1)
		if less(a.Get(mid), x) {
			l = mid + 1
		} else {
			h = mid
		}
	}
	return l
}

// Right is bisect.bisect_right(a, x, lo, hi): the last place for x.
func Right[T any](a py.Sequence[T], x T, lo int, hi *int) int {
	less := py.LessFunc[T]()
	l, h := bounds(lo, hi, a.Len())
	for l < h {
		mid := int(uint(l+h) >> 1)
		if less(x, a.Get(mid)) {
			h = mid
		} else {
			l = mid + 1
		}
	}
	return l
}

// LeftBy is bisect.bisect_left(a, x, lo, hi, key=key).
func LeftBy[T, K any](a py.Sequence[T], x K, lo int, hi *int, key func(T) K) int {
	less := py.LessFunc[K]()
	l, h := bounds(lo, hi, a.Len())
	for l < h {
		mid := int(uint(l+h) >> 1)
		if less(key(a.Get(mid)), x) {
			l = mid + 1
		} else {
			h = mid
		}
	}
	return l
}

// RightBy is bisect.bisect_right(a, x, lo, hi, key=key).
func RightBy[T, K any](a py.Sequence[T], x K, lo int, hi *int, key func(T) K) int {
	less := py.LessFunc[K]()
	l, h := bounds(lo, hi, a.Len())
	for l < h {
		mid := int(uint(l+h) >> 1)
		if less(x, key(a.Get(mid))) {
			h = mid
		} else {
			l = mid + 1
		}
	}
	return l
}

// InsortLeft is bisect.insort_left(a, x, lo, hi).
func InsortLeft[T any](a *py.List[T], x T, lo int, hi *int) {
	a.Insert(Left(a, x, lo, hi), x)
}

// InsortRight is bisect.insort_right(a, x, lo, hi).
func InsortRight[T any](a *py.List[T], x T, lo int, hi *int) {
	a.Insert(Right(a, x, lo, hi), x)
}

// InsortLeftBy is bisect.insort_left(a, x, lo, hi, key=key).
func InsortLeftBy[T, K any](a *py.List[T], x T, lo int, hi *int, key func(T) K) {
	a.Insert(LeftBy(a, key(x), lo, hi, key), x)
}

// InsortRightBy is bisect.insort_right(a, x, lo, hi, key=key).
func InsortRightBy[T, K any](a *py.List[T], x T, lo int, hi *int, key func(T) K) {
	a.Insert(RightBy(a, key(x), lo, hi, key), x)
}

// LeftAny is bisect_left for dynamic code; a nil key is none.
func LeftAny(seq, x any, lo int, hi *int, key func(any) any) int {
	a := py.AsSequence(seq)
	if key == nil {
		return Left(a, x, lo, hi)
	}
	return LeftBy(a, x, lo, hi, key)
}

// RightAny is bisect_right for dynamic code; a nil key is none.
func RightAny(seq, x any, lo int, hi *int, key func(any) any) int {
	a := py.AsSequence(seq)
	if key == nil {
		return Right(a, x, lo, hi)
	}
	return RightBy(a, x, lo, hi, key)
}
