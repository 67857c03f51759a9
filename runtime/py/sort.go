package py

import (
	"iter"
	"slices"
)

// Sorting follows CPython's timsort step by step (run detection, binary insertion, powersort merges, galloping), so that
// also the calls of a program's own __lt__, the message of a failing comparison and the result for values that have no
// total order (NaN, sets) are CPython's.

// Sort is l.sort().
func (l *List[T]) Sort() { l.SortReverse(false) }

// SortReverse is l.sort(reverse=reverse).
func (l *List[T]) SortReverse(reverse bool) {
	l.whileSorting(func(items []T) { sortNatural(items, reverse) })
}

// whileSorting takes the items out for f to sort: as in CPython the list is empty meanwhile, and a change of it is a
// ValueError.
func (l *List[T]) whileSorting(f func(items []T)) {
	items := l.items
	l.items = nil
	done := false
	defer func() {
		changed := l.items != nil
		l.items = items
		if changed && done {
			Throw(ValueError.New("list modified during sort"))
		}
	}()
	f(items)
	done = true
}

func sortNatural[T any](items []T, reverse bool) {
	switch xs := any(items).(type) {
	case []int:
		slices.Sort(xs)
		if reverse {
			slices.Reverse(xs)
		}
		return
	case []string:
		slices.Sort(xs)
		if reverse {
			slices.Reverse(xs)
		}
		return
	}
	if reverse {
		slices.Reverse(items)
		defer slices.Reverse(items)
	}
	timsort[T, struct{}](items, nil, lessFuncOf[T]())
}

// SortBy is l.sort(key=key).
func SortBy[T, K any](l *List[T], key func(T) K) { SortByReverse(l, key, false) }

// SortByReverse is l.sort(key=key, reverse=reverse).
func SortByReverse[T, K any](l *List[T], key func(T) K, reverse bool) {
	l.whileSorting(func(items []T) {
		keys := make([]K, len(items))
		for i, v := range items {
			keys[i] = key(v)
		}
		sortKeyed(items, keys, reverse)
	})
}

// SortByErr is l.sort(key=key, reverse=reverse) for a key function that may raise.
func SortByErr[T, K any](l *List[T], key func(T) (K, error), reverse bool) (err error) {
	l.whileSorting(func(items []T) {
		keys := make([]K, len(items))
		for i, v := range items {
			if keys[i], err = key(v); err != nil {
				return
			}
		}
		sortKeyed(items, keys, reverse)
	})
	return err
}

func sortKeyed[T, K any](items []T, keys []K, reverse bool) {
	if reverse {
		slices.Reverse(items)
		slices.Reverse(keys)
		defer slices.Reverse(items)
	}
	timsort(keys, items, lessFuncOf[K]())
}

// Sorted is sorted(seq).
func Sorted[T any](seq iter.Seq[T]) *List[T] { return SortedReverse(seq, false) }

// SortedReverse is sorted(seq, reverse=reverse).
func SortedReverse[T any](seq iter.Seq[T], reverse bool) *List[T] {
	l := ListOf(seq)
	l.SortReverse(reverse)
	return l
}

// SortedBy is sorted(seq, key=key).
func SortedBy[T, K any](seq iter.Seq[T], key func(T) K) *List[T] {
	l := ListOf(seq)
	SortBy(l, key)
	return l
}

// SortedByReverse is sorted(seq, key=key, reverse=reverse).
func SortedByReverse[T, K any](seq iter.Seq[T], key func(T) K, reverse bool) *List[T] {
	l := ListOf(seq)
	SortByReverse(l, key, reverse)
	return l
}

// SortedByErr is sorted(seq, key=key, reverse=reverse) for a key function that may raise.
func SortedByErr[T, K any](seq iter.Seq[T], key func(T) (K, error), reverse bool) (*List[T], error) {
	l := ListOf(seq)
	return l, SortByErr(l, key, reverse)
}
