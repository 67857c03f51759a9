// Package heapq is Python's module heapq: a list kept as a binary heap, with
// CPython's order of comparisons, so that the list looks the same after every
// operation.
package heapq

import (
	"iter"
	"slices"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// siftDown moves the item at pos up towards start.
func siftDown[T any](h []T, start, pos int, less func(a, b T) bool) {
	item := h[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		if !less(item, h[parent]) {
			break
		}
		h[pos] = h[parent]
		pos = parent
	}
	h[pos] = item
}

// siftUp moves the item at pos down to a leaf along the smaller children, and
// from there up to its place.
func siftUp[T any](h []T, pos int, less func(a, b T) bool) {
	start, item := pos, h[pos]
	for child := 2*pos + 1; child < len(h); child = 2*pos + 1 {
		if right := child + 1; right < len(h) && !less(h[child], h[right]) {
			child = right
		}
		h[pos] = h[child]
		pos = child
	}
	h[pos] = item
	siftDown(h, start, pos, less)
}

// HeapPush is heapq.heappush(heap, item).
func HeapPush[T any](heap *py.List[T], item T) {
	heap.Append(item)
	siftDown(heap.Items(), 0, heap.Len()-1, py.LessFunc[T]())
}

// HeapPop is heapq.heappop(heap); IndexError when it is empty.
func HeapPop[T any](heap *py.List[T]) T {
	n := heap.Len()
	if n == 0 {
		py.Throw(py.IndexError.New("index out of range"))
	}
	last := heap.PopAt(n - 1)
	if n == 1 {
		return last
	}
	h := heap.Items()
	top := h[0]
	h[0] = last
	siftUp(h, 0, py.LessFunc[T]())
	return top
}

// HeapReplace is heapq.heapreplace(heap, item): pop, then push.
func HeapReplace[T any](heap *py.List[T], item T) T {
	h := heap.Items()
	if len(h) == 0 {
		py.Throw(py.IndexError.New("index out of range"))
	}
	top := h[0]
	h[0] = item
	siftUp(h, 0, py.LessFunc[T]())
	return top
}

// HeapPushPop is heapq.heappushpop(heap, item): push, then pop.
func HeapPushPop[T any](heap *py.List[T], item T) T {
	less := py.LessFunc[T]()
	h := heap.Items()
	if len(h) > 0 && less(h[0], item) {
		item, h[0] = h[0], item
		siftUp(h, 0, less)
	}
	return item
}

// Heapify is heapq.heapify(x).
func Heapify[T any](x *py.List[T]) {
	h := x.Items()
	less := py.LessFunc[T]()
	for i := len(h)/2 - 1; i >= 0; i-- {
		siftUp(h, i, less)
	}
}

// keyed is an element with its sort key and its place in the input.
type keyed[T, K any] struct {
	key   K
	order int
	item  T
}

// smallest is sorted(iterable, key=key, reverse=reverse)[:n].
func smallest[T, K any](n int, seq iter.Seq[T], key func(T) K, reverse bool) *py.List[T] {
	var all []keyed[T, K]
	for x := range seq {
		all = append(all, keyed[T, K]{key(x), len(all), x})
	}
	less := py.LessFunc[K]()
	slices.SortStableFunc(all, func(a, b keyed[T, K]) int {
		if reverse {
			a, b = b, a
		}
		switch {
		case less(a.key, b.key):
			return -1
		case less(b.key, a.key):
			return 1
		}
		return 0
	})
	out := make([]T, 0, max(0, min(n, len(all))))
	for i := 0; i < n && i < len(all); i++ {
		out = append(out, all[i].item)
	}
	return py.NewList(out...)
}

func itself[T any](x T) T { return x }

// NSmallest is heapq.nsmallest(n, iterable).
func NSmallest[T any](n int, iterable iter.Seq[T]) *py.List[T] {
	return smallest(n, iterable, itself[T], false)
}

// NSmallestBy is heapq.nsmallest(n, iterable, key).
func NSmallestBy[T, K any](n int, iterable iter.Seq[T], key func(T) K) *py.List[T] {
	return smallest(n, iterable, key, false)
}

// NLargest is heapq.nlargest(n, iterable).
func NLargest[T any](n int, iterable iter.Seq[T]) *py.List[T] {
	return smallest(n, iterable, itself[T], true)
}

// NLargestBy is heapq.nlargest(n, iterable, key).
func NLargestBy[T, K any](n int, iterable iter.Seq[T], key func(T) K) *py.List[T] {
	return smallest(n, iterable, key, true)
}

// Merge is heapq.merge(*iterables, reverse=reverse): lazy, stable.
func Merge[T any](reverse bool, iterables ...iter.Seq[T]) *py.Generator[T] {
	return MergeBy(itself[T], reverse, iterables...)
}

// MergeBy is heapq.merge(*iterables, key=key, reverse=reverse).
func MergeBy[T, K any](key func(T) K, reverse bool, iterables ...iter.Seq[T]) *py.Generator[T] {
	return py.NewGenerator("merge", func(y *py.Yielder[T]) error {
		type source struct {
			keyed[T, K]
			next func() (T, bool)
		}
		less := py.LessFunc[K]()
		before := func(a, b *source) bool {
			x, y := a.key, b.key
			if reverse {
				x, y = y, x
			}
			if less(x, y) {
				return true
			}
			return a.order < b.order && !less(y, x)
		}
		var h []*source
		for i, it := range iterables {
			next, stop := iter.Pull(it)
			defer stop()
			if x, ok := next(); ok {
				h = append(h, &source{keyed[T, K]{key(x), i, x}, next})
			}
		}
		for i := len(h)/2 - 1; i >= 0; i-- {
			siftUp(h, i, before)
		}
		for len(h) > 0 {
			s := h[0]
			if err := y.Yield(s.item); err != nil {
				return err
			}
			x, ok := s.next()
			if ok {
				s.item, s.key = x, key(x)
			} else {
				h[0] = h[len(h)-1]
				h = h[:len(h)-1]
				if len(h) == 0 {
					return nil
				}
			}
			siftUp(h, 0, before)
		}
		return nil
	})
}
