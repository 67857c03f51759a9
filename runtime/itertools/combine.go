package itertools

import (
	"iter"
	"slices"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// AccumulateInt is itertools.accumulate(iterable) of ints.
func AccumulateInt(iterable iter.Seq[int]) *py.Generator[int] {
	return Accumulate(iterable, py.AddInt)
}

// AccumulateFloat is itertools.accumulate(iterable) of floats.
func AccumulateFloat(iterable iter.Seq[float64]) *py.Generator[float64] {
	return Accumulate(iterable, func(a, b float64) float64 { return a + b })
}

// AccumulateString is itertools.accumulate(iterable) of strings.
func AccumulateString(iterable iter.Seq[string]) *py.Generator[string] {
	return Accumulate(iterable, func(a, b string) string { return a + b })
}

// Accumulate is itertools.accumulate(iterable, function).
func Accumulate[T any](iterable iter.Seq[T], function func(total, item T) T) *py.Generator[T] {
	return generate("accumulate", func(yield func(T) bool) {
		var total T
		first := true
		for v := range iterable {
			if first {
				total, first = v, false
			} else {
				total = function(total, v)
			}
			if !yield(total) {
				return
			}
		}
	})
}

// AccumulateFrom is itertools.accumulate(iterable, function, initial=initial).
func AccumulateFrom[A, T any](iterable iter.Seq[T], function func(total A, item T) A, initial A) *py.Generator[A] {
	return generate("accumulate", func(yield func(A) bool) {
		if !yield(initial) {
			return
		}
		total := initial
		for v := range iterable {
			total = function(total, v)
			if !yield(total) {
				return
			}
		}
	})
}

// AccumulateAny is itertools.accumulate(iterable, function, initial=initial)
// for dynamic code: function is None or a callable, initial may be
// py.NotGiven or None.
func AccumulateAny(iterable iter.Seq[any], function, initial any) *py.Generator[any] {
	f := py.Add
	if function != nil {
		f = func(a, b any) any { return py.Must(py.Call(py.CurrentContext(), function, a, b)) }
	}
	if initial == nil {
		return Accumulate(iterable, f)
	}
	return AccumulateFrom(iterable, f, initial)
}

// Starmap2 is itertools.starmap(function, iterable) of pairs.
func Starmap2[A, B, R any](function func(A, B) R, iterable iter.Seq[py.Tuple2[A, B]]) *py.Generator[R] {
	return generate("starmap", func(yield func(R) bool) {
		for t := range iterable {
			if !yield(function(t.V0, t.V1)) {
				return
			}
		}
	})
}

// Starmap3 is itertools.starmap(function, iterable) of triples.
func Starmap3[A, B, C, R any](function func(A, B, C) R, iterable iter.Seq[py.Tuple3[A, B, C]]) *py.Generator[R] {
	return generate("starmap", func(yield func(R) bool) {
		for t := range iterable {
			if !yield(function(t.V0, t.V1, t.V2)) {
				return
			}
		}
	})
}

// StarmapAny is itertools.starmap(function, iterable) for dynamic code.
func StarmapAny(function any, iterable iter.Seq[any]) *py.Generator[any] {
	return generate("starmap", func(yield func(any) bool) {
		for t := range iterable {
			args := slices.Collect(py.Each(t))
			if !yield(py.Must(py.CallKw(py.CurrentContext(), function, args, nil))) {
				return
			}
		}
	})
}

// GroupBy is itertools.groupby(iterable).
func GroupBy[T any](iterable iter.Seq[T]) *py.Generator[py.Tuple2[T, *py.Generator[T]]] {
	return GroupByKey(iterable, func(v T) T { return v })
}

// GroupByAny is itertools.groupby(iterable, key) for dynamic code: key is None
// or a callable.
func GroupByAny(iterable iter.Seq[any], key any) *py.Generator[py.Tuple2[any, any]] {
	f := func(v any) any { return v }
	if key != nil {
		f = func(v any) any { return py.Must(py.Call(py.CurrentContext(), key, v)) }
	}
	groups := GroupByKey(iterable, f)
	return generate("groupby", func(yield func(py.Tuple2[any, any]) bool) {
		for g := range groups.All() {
			if !yield(py.NewTuple2[any, any](g.V0, g.V1)) {
				return
			}
		}
	})
}

// GroupByKey is itertools.groupby(iterable, key). As in Python a group is
// gone once the next one is asked for.
func GroupByKey[T, K any](iterable iter.Seq[T], key func(T) K) *py.Generator[py.Tuple2[K, *py.Generator[T]]] {
	return generate("groupby", func(yield func(py.Tuple2[K, *py.Generator[T]]) bool) {
		next, stop := iter.Pull(iterable)
		defer stop()
		equal := py.EqFunc[K]()
		var cur T
		var curKey K
		var ok bool
		advance := func() {
			if cur, ok = next(); ok {
				curKey = key(cur)
			}
		}
		advance()
		current := 0
		for ok {
			current++
			target, id := curKey, current
			items := generate("_grouper", func(give func(T) bool) {
				for current == id && ok && equal(target, curKey) {
					v := cur
					advance()
					if !give(v) {
						return
					}
				}
			})
			if !yield(py.NewTuple2(target, items)) {
				return
			}
			for ok && equal(target, curKey) {
				advance()
			}
		}
	})
}

// Tee is itertools.tee(iterable, n).
func Tee[T any](iterable iter.Seq[T], n int) *py.Tuple[*py.Generator[T]] {
	if n < 0 {
		py.Throw(py.ValueError.New("n must be >= 0"))
	}
	type node struct {
		value T
		next  *node
	}
	next, stop := iter.Pull(iterable)
	tail := &node{}
	copies := make([]*py.Generator[T], n)
	for i := range copies {
		at := tail
		copies[i] = generate("tee", func(yield func(T) bool) {
			for {
				if at.next == nil {
					v, ok := next()
					if !ok {
						stop()
						return
					}
					at.next = &node{value: v}
				}
				at = at.next
				if !yield(at.value) {
					return
				}
			}
		})
	}
	return py.NewTuple(copies...)
}

// ZipLongest is itertools.zip_longest(*iterables, fillvalue=fill).
func ZipLongest[T any](fill T, iterables ...iter.Seq[T]) *py.Generator[*py.Tuple[T]] {
	return generate("zip_longest", func(yield func(*py.Tuple[T]) bool) {
		nexts := make([]func() (T, bool), len(iterables))
		for i, it := range iterables {
			next, stop := iter.Pull(it)
			defer stop()
			nexts[i] = next
		}
		live := len(nexts)
		for live > 0 {
			row := make([]T, len(nexts))
			for i, next := range nexts {
				row[i] = fill
				if next == nil {
					continue
				}
				v, ok := next()
				if !ok {
					nexts[i] = nil
					live--
					continue
				}
				row[i] = v
			}
			if live == 0 || !yield(py.NewTuple(row...)) {
				return
			}
		}
	})
}

// ZipLongest2 is itertools.zip_longest(a, b, fillvalue=fill) of one type.
func ZipLongest2[T any](a, b iter.Seq[T], fill T) *py.Generator[py.Tuple2[T, T]] {
	return generate("zip_longest", func(yield func(py.Tuple2[T, T]) bool) {
		for t := range ZipLongest(fill, a, b).All() {
			if !yield(py.NewTuple2(t.Get(0), t.Get(1))) {
				return
			}
		}
	})
}
