package itertools

import (
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Count is itertools.count(start, step) of ints.
func Count(start, step int) *py.Generator[int] {
	return generate("count", func(yield func(int) bool) {
		for n := start; yield(n); n = py.AddInt(n, step) {
		}
	})
}

// CountFloat is itertools.count(start, step) of floats.
func CountFloat(start, step float64) *py.Generator[float64] {
	return generate("count", func(yield func(float64) bool) {
		for n := start; yield(n); n += step {
		}
	})
}

// CountAny is itertools.count(start, step) of any numbers.
func CountAny(start, step any) *py.Generator[any] {
	return generate("count", func(yield func(any) bool) {
		for n := start; yield(n); n = py.Add(n, step) {
		}
	})
}

// Cycle is itertools.cycle(iterable).
func Cycle[T any](iterable iter.Seq[T]) *py.Generator[T] {
	return generate("cycle", func(yield func(T) bool) {
		var saved []T
		for v := range iterable {
			if !yield(v) {
				return
			}
			saved = append(saved, v)
		}
		for len(saved) > 0 {
			for _, v := range saved {
				if !yield(v) {
					return
				}
			}
		}
	})
}

// Repeat is itertools.repeat(object).
func Repeat[T any](object T) *py.Generator[T] {
	return generate("repeat", func(yield func(T) bool) {
		for yield(object) {
		}
	})
}

// RepeatN is itertools.repeat(object, times).
func RepeatN[T any](object T, times int) *py.Generator[T] {
	return generate("repeat", func(yield func(T) bool) {
		for range times {
			if !yield(object) {
				return
			}
		}
	})
}
