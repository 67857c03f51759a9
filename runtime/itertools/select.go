package itertools

import (
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Chain is itertools.chain(*iterables).
func Chain[T any](iterables ...iter.Seq[T]) *py.Generator[T] {
	return generate("chain", func(yield func(T) bool) {
		for _, it := range iterables {
			for v := range it {
				if !yield(v) {
					return
				}
			}
		}
	})
}

// ChainFromIterable is itertools.chain.from_iterable of iterables that seqs
// yields as sequences.
func ChainFromIterable[T any](seqs iter.Seq[iter.Seq[T]]) *py.Generator[T] {
	return generate("chain", func(yield func(T) bool) {
		for it := range seqs {
			for v := range it {
				if !yield(v) {
					return
				}
			}
		}
	})
}

// ChainFromLists is itertools.chain.from_iterable of lists.
func ChainFromLists[T any](lists iter.Seq[*py.List[T]]) *py.Generator[T] {
	return ChainFromIterable(func(yield func(iter.Seq[T]) bool) {
		for l := range lists {
			if !yield(l.All()) {
				return
			}
		}
	})
}

// ChainFromAny is itertools.chain.from_iterable of any values.
func ChainFromAny(iterables iter.Seq[any]) *py.Generator[any] {
	return ChainFromIterable(func(yield func(iter.Seq[any]) bool) {
		for it := range iterables {
			if !yield(py.SeqOf(it)) {
				return
			}
		}
	})
}

// Compress is itertools.compress(data, selectors).
func Compress[T any](data iter.Seq[T], selectors iter.Seq[any]) *py.Generator[T] {
	return generate("compress", func(yield func(T) bool) {
		next, stop := iter.Pull(selectors)
		defer stop()
		for v := range data {
			sel, ok := next()
			if !ok || py.Truth(sel) && !yield(v) {
				return
			}
		}
	})
}

// DropWhile is itertools.dropwhile(predicate, iterable).
func DropWhile[T any](predicate func(T) bool, iterable iter.Seq[T]) *py.Generator[T] {
	return generate("dropwhile", func(yield func(T) bool) {
		dropping := true
		for v := range iterable {
			if dropping && predicate(v) {
				continue
			}
			dropping = false
			if !yield(v) {
				return
			}
		}
	})
}

// TakeWhile is itertools.takewhile(predicate, iterable).
func TakeWhile[T any](predicate func(T) bool, iterable iter.Seq[T]) *py.Generator[T] {
	return generate("takewhile", func(yield func(T) bool) {
		for v := range iterable {
			if !predicate(v) || !yield(v) {
				return
			}
		}
	})
}

// FilterFalse is itertools.filterfalse(predicate, iterable).
func FilterFalse[T any](predicate func(T) bool, iterable iter.Seq[T]) *py.Generator[T] {
	return generate("filterfalse", func(yield func(T) bool) {
		for v := range iterable {
			if !predicate(v) && !yield(v) {
				return
			}
		}
	})
}

// FilterFalseNone is itertools.filterfalse(None, iterable): the false values.
func FilterFalseNone[T any](iterable iter.Seq[T]) *py.Generator[T] {
	return FilterFalse(func(v T) bool { return py.Truth(py.Box(v)) }, iterable)
}

// Truthy makes a predicate of a function with a result of any type.
func Truthy[T any](predicate func(T) any) func(T) bool {
	return func(v T) bool { return py.Truth(predicate(v)) }
}

// DropWhileAny is DropWhile with a predicate of any result.
func DropWhileAny[T any](predicate func(T) any, iterable iter.Seq[T]) *py.Generator[T] {
	return DropWhile(Truthy(predicate), iterable)
}

// TakeWhileAny is TakeWhile with a predicate of any result.
func TakeWhileAny[T any](predicate func(T) any, iterable iter.Seq[T]) *py.Generator[T] {
	return TakeWhile(Truthy(predicate), iterable)
}

// FilterFalseAny is FilterFalse with a predicate of any result.
func FilterFalseAny[T any](predicate func(T) any, iterable iter.Seq[T]) *py.Generator[T] {
	return FilterFalse(Truthy(predicate), iterable)
}

// Islice is itertools.islice(iterable, stop).
func Islice[T any](iterable iter.Seq[T], stop *int) *py.Generator[T] {
	if stop != nil && *stop < 0 {
		py.Throw(py.ValueError.New("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."))
	}
	return islice(iterable, 0, stop, 1)
}

// IsliceRange is itertools.islice(iterable, start, stop, step).
func IsliceRange[T any](iterable iter.Seq[T], start, stop, step *int) *py.Generator[T] {
	first, by := 0, 1
	if start != nil {
		first = *start
	}
	if step != nil {
		by = *step
	}
	if first < 0 || stop != nil && *stop < 0 {
		py.Throw(py.ValueError.New("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."))
	}
	if by < 1 {
		py.Throw(py.ValueError.New("Step for islice() must be a positive integer or None."))
	}
	return islice(iterable, first, stop, by)
}

// islice takes no item more from the iterable than it must: it stops having
// seen item stop-1.
func islice[T any](iterable iter.Seq[T], start int, stop *int, step int) *py.Generator[T] {
	return generate("islice", func(yield func(T) bool) {
		if stop != nil && *stop <= 0 {
			return
		}
		i, want := 0, start
		for v := range iterable {
			if i == want && (stop == nil || i < *stop) {
				if !yield(v) {
					return
				}
				want += step
			}
			i++
			if stop != nil && i >= *stop {
				return
			}
		}
	})
}

// Pairwise is itertools.pairwise(iterable).
func Pairwise[T any](iterable iter.Seq[T]) *py.Generator[py.Tuple2[T, T]] {
	return generate("pairwise", func(yield func(py.Tuple2[T, T]) bool) {
		var last T
		first := true
		for v := range iterable {
			if !first && !yield(py.NewTuple2(last, v)) {
				return
			}
			last, first = v, false
		}
	})
}

// Batched is itertools.batched(iterable, n, strict=strict).
func Batched[T any](iterable iter.Seq[T], n int, strict bool) *py.Generator[*py.Tuple[T]] {
	if n < 1 {
		py.Throw(py.ValueError.New("n must be at least one"))
	}
	return generate("batched", func(yield func(*py.Tuple[T]) bool) {
		var batch []T
		for v := range iterable {
			batch = append(batch, v)
			if len(batch) == n {
				if !yield(py.NewTuple(batch...)) {
					return
				}
				batch = nil
			}
		}
		if len(batch) > 0 {
			if strict {
				py.Throw(py.ValueError.New("batched(): incomplete batch"))
			}
			yield(py.NewTuple(batch...))
		}
	})
}
