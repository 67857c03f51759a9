package itertools

import (
	"iter"
	"slices"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Product is itertools.product(*iterables, repeat=repeat).
func Product[T any](repeat int, iterables ...iter.Seq[T]) *py.Generator[*py.Tuple[T]] {
	if repeat < 0 {
		py.Throw(py.ValueError.New("repeat argument cannot be negative"))
	}
	pools := make([][]T, 0, len(iterables)*repeat)
	for _, it := range iterables {
		pools = append(pools, slices.Collect(it))
	}
	pools = slices.Repeat(pools, repeat)
	return generate("product", func(yield func(*py.Tuple[T]) bool) {
		at := make([]int, len(pools))
		for _, p := range pools {
			if len(p) == 0 {
				return
			}
		}
		for {
			row := make([]T, len(pools))
			for i, p := range pools {
				row[i] = p[at[i]]
			}
			if !yield(py.NewTuple(row...)) {
				return
			}
			i := len(at) - 1
			for ; i >= 0; i-- {
				at[i]++
				if at[i] < len(pools[i]) {
					break
				}
				at[i] = 0
			}
			if i < 0 {
				return
			}
		}
	})
}

// Product2 is itertools.product(a, b).
func Product2[A, B any](a iter.Seq[A], b iter.Seq[B]) *py.Generator[py.Tuple2[A, B]] {
	as, bs := slices.Collect(a), slices.Collect(b)
	return generate("product", func(yield func(py.Tuple2[A, B]) bool) {
		for _, x := range as {
			for _, y := range bs {
				if !yield(py.NewTuple2(x, y)) {
					return
				}
			}
		}
	})
}

// Product3 is itertools.product(a, b, c).
func Product3[A, B, C any](a iter.Seq[A], b iter.Seq[B], c iter.Seq[C]) *py.Generator[py.Tuple3[A, B, C]] {
	as, bs, cs := slices.Collect(a), slices.Collect(b), slices.Collect(c)
	return generate("product", func(yield func(py.Tuple3[A, B, C]) bool) {
		for _, x := range as {
			for _, y := range bs {
				for _, z := range cs {
					if !yield(py.NewTuple3(x, y, z)) {
						return
					}
				}
			}
		}
	})
}

// choose yields the index vectors of a combinatoric tool as tuples of pool.
func choose[T any](name string, pool []T, each func(r int, yield func([]int) bool), r int) *py.Generator[*py.Tuple[T]] {
	return generate(name, func(yield func(*py.Tuple[T]) bool) {
		each(r, func(at []int) bool {
			row := make([]T, len(at))
			for i, k := range at {
				row[i] = pool[k]
			}
			return yield(py.NewTuple(row...))
		})
	})
}

func checkR(r int) {
	if r < 0 {
		py.Throw(py.ValueError.New("r must be non-negative"))
	}
}

// Permutations is itertools.permutations(iterable, r); a nil r is the length.
func Permutations[T any](iterable iter.Seq[T], r *int) *py.Generator[*py.Tuple[T]] {
	pool := slices.Collect(iterable)
	k := len(pool)
	if r != nil {
		k = *r
		checkR(k)
	}
	return choose("permutations", pool, func(r int, yield func([]int) bool) {
		n := len(pool)
		if r > n {
			return
		}
		indices, cycles := make([]int, n), make([]int, r)
		for i := range indices {
			indices[i] = i
		}
		for i := range cycles {
			cycles[i] = n - i
		}
		if !yield(indices[:r]) {
			return
		}
		for {
			i := r - 1
			for ; i >= 0; i-- {
				cycles[i]--
				if cycles[i] > 0 {
					j := n - cycles[i]
					indices[i], indices[j] = indices[j], indices[i]
					break
				}
				first := indices[i]
				copy(indices[i:], indices[i+1:])
				indices[n-1] = first
				cycles[i] = n - i
			}
			if i < 0 || !yield(indices[:r]) {
				return
			}
		}
	}, k)
}

// Combinations is itertools.combinations(iterable, r).
func Combinations[T any](iterable iter.Seq[T], r int) *py.Generator[*py.Tuple[T]] {
	checkR(r)
	pool := slices.Collect(iterable)
	return choose("combinations", pool, func(r int, yield func([]int) bool) {
		n := len(pool)
		if r > n {
			return
		}
		at := make([]int, r)
		for i := range at {
			at[i] = i
		}
		for yield(at) {
			i := r - 1
			for i >= 0 && at[i] == i+n-r {
				i--
			}
			if i < 0 {
				return
			}
			at[i]++
			for j := i + 1; j < r; j++ {
				at[j] = at[j-1] + 1
			}
		}
	}, r)
}

// CombinationsWithReplacement is
// itertools.combinations_with_replacement(iterable, r).
func CombinationsWithReplacement[T any](iterable iter.Seq[T], r int) *py.Generator[*py.Tuple[T]] {
	checkR(r)
	pool := slices.Collect(iterable)
	return choose("combinations_with_replacement", pool, func(r int, yield func([]int) bool) {
		n := len(pool)
		if n == 0 && r > 0 {
			return
		}
		at := make([]int, r)
		for yield(at) {
			i := r - 1
			for i >= 0 && at[i] == n-1 {
				i--
			}
			if i < 0 {
				return
			}
			v := at[i] + 1
			for j := i; j < r; j++ {
				at[j] = v
			}
		}
	}, r)
}
