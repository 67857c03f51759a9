package random

import (
	"iter"
	"math"

	"github.com/py2go-async/py2go-async/runtime/internal/libm"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// Choice is random.choice(seq); IndexError when it is empty.
func Choice[T any](seq py.Sequence[T]) T { return ChoiceFrom(shared, seq) }

// ChoiceFrom is Random.choice(seq).
func ChoiceFrom[T any](r *Random, seq py.Sequence[T]) T {
	n := seq.Len()
	if n == 0 {
		py.Throw(py.IndexError.New("Cannot choose from an empty sequence"))
	}
	return seq.Get(r.below(n))
}

// ChoiceStr is random.choice of a string: a character.
func ChoiceStr(s string) string { return ChoiceStrFrom(shared, s) }

// ChoiceStrFrom is Random.choice of a string.
func ChoiceStrFrom(r *Random, s string) string {
	return py.AsString(ChoiceFrom(r, py.AsSequence(s)))
}

// ChoiceAny is Random.choice for dynamic code.
func ChoiceAny(r *Random, seq any) any { return ChoiceFrom(r, py.AsSequence(seq)) }

// ChoiceShared is random.choice for dynamic code.
func ChoiceShared(seq any) any { return ChoiceAny(shared, seq) }

// Shuffle is random.shuffle(x): in place.
func Shuffle[T any](x *py.List[T]) { ShuffleFrom(shared, x) }

// ShuffleFrom is Random.shuffle(x).
func ShuffleFrom[T any](r *Random, x *py.List[T]) {
	items := x.Items()
	for i := len(items) - 1; i > 0; i-- {
		j := r.below(i + 1)
		items[i], items[j] = items[j], items[i]
	}
}

// ShuffleAny is Random.shuffle(x) of any mutable sequence.
func ShuffleAny(r *Random, x any) {
	if l, ok := x.(*py.List[any]); ok {
		ShuffleFrom(r, l)
		return
	}
	for i := py.Len(x) - 1; i > 0; i-- {
		j := r.below(i + 1)
		a, b := py.GetItem(x, i), py.GetItem(x, j)
		py.SetItem(x, i, b)
		py.SetItem(x, j, a)
	}
}

// Sample is random.sample(population, k).
func Sample[T any](population py.Sequence[T], k int) *py.List[T] {
	return SampleFrom(shared, population, k)
}

// SampleFrom is Random.sample(population, k): k different positions.
func SampleFrom[T any](r *Random, population py.Sequence[T], k int) *py.List[T] {
	n := population.Len()
	result := make([]T, 0, max(k, 0))
	r.sample(n, k, func(j int) { result = append(result, population.Get(j)) })
	return py.NewList(result...)
}

// sample yields k different numbers below n in CPython's order of draws.
func (r *Random) sample(n, k int, yield func(j int)) {
	if k < 0 || k > n {
		py.Throw(py.ValueError.New("Sample larger than population or is negative"))
	}
	setSize := 21.0
	if k > 5 {
		setSize += math.Pow(4, math.Ceil(libm.Log(float64(k*3))/libm.Log(4)))
	}
	if float64(n) <= setSize {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range k {
			j := r.below(n - i)
			yield(pool[j])
			pool[j] = pool[n-i-1]
		}
		return
	}
	selected := make(map[int]bool, k)
	for range k {
		j := r.below(n)
		for selected[j] {
			j = r.below(n)
		}
		selected[j] = true
		yield(j)
	}
}

// SampleCounts is random.sample(population, k, counts=counts).
func SampleCounts[T any](population py.Sequence[T], k int, counts iter.Seq[int]) *py.List[T] {
	return SampleCountsFrom(shared, population, k, counts)
}

// SampleCountsFrom is Random.sample(population, k, counts=counts): as if
// every element were there as often as counts says.
func SampleCountsFrom[T any](r *Random, population py.Sequence[T], k int, counts iter.Seq[int]) *py.List[T] {
	var cum []int
	total := 0
	for c := range counts {
		total = py.AddInt(total, c)
		cum = append(cum, total)
	}
	if len(cum) != population.Len() {
		py.Throw(py.ValueError.New("The number of counts does not match the population"))
	}
	if total < 0 {
		py.Throw(py.ValueError.New("Counts must be non-negative"))
	}
	result := make([]T, 0, max(k, 0))
	r.sample(total, k, func(s int) {
		lo, hi := 0, len(cum)-1
		for lo < hi {
			mid := (lo + hi) / 2
			if s < cum[mid] {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		result = append(result, population.Get(lo))
	})
	return py.NewList(result...)
}

// Choices is random.choices(population, k=k).
func Choices[T any](population py.Sequence[T], k int) *py.List[T] {
	return ChoicesFrom(shared, population, k)
}

// ChoicesFrom is Random.choices(population, k=k), with replacement.
func ChoicesFrom[T any](r *Random, population py.Sequence[T], k int) *py.List[T] {
	n := float64(population.Len())
	result := make([]T, 0, max(k, 0))
	for range k {
		result = append(result, population.Get(int(math.Floor(r.Random()*n))))
	}
	return py.NewList(result...)
}

// ChoicesWeighted is random.choices(population, weights, k=k).
func ChoicesWeighted[T any](population py.Sequence[T], weights iter.Seq[float64], k int) *py.List[T] {
	return ChoicesWeightedFrom(shared, population, weights, k)
}

// ChoicesWeightedFrom is Random.choices(population, weights, k=k).
func ChoicesWeightedFrom[T any](r *Random, population py.Sequence[T], weights iter.Seq[float64], k int) *py.List[T] {
	return ChoicesCumulativeFrom(r, population, func(yield func(float64) bool) {
		sum := 0.0
		for w := range weights {
			sum += w
			if !yield(sum) {
				return
			}
		}
	}, k)
}

// ChoicesCumulative is random.choices(population, cum_weights=cum, k=k).
func ChoicesCumulative[T any](population py.Sequence[T], cum iter.Seq[float64], k int) *py.List[T] {
	return ChoicesCumulativeFrom(shared, population, cum, k)
}

// ChoicesCumulativeFrom is Random.choices(population, cum_weights=cum, k=k).
func ChoicesCumulativeFrom[T any](r *Random, population py.Sequence[T], cum iter.Seq[float64], k int) *py.List[T] {
	var sums []float64
	for w := range cum {
		sums = append(sums, w)
	}
	n := population.Len()
	if len(sums) != n {
		py.Throw(py.ValueError.New("The number of weights does not match the population"))
	}
	if n == 0 {
		py.Throw(py.IndexError.New("list index out of range"))
	}
	total := sums[n-1]
	if total <= 0 {
		py.Throw(py.ValueError.New("Total of weights must be greater than zero"))
	}
	if math.IsInf(total, 0) || math.IsNaN(total) {
		py.Throw(py.ValueError.New("Total of weights must be finite"))
	}
	result := make([]T, 0, max(k, 0))
	for range k {
		x := r.Random() * total
		lo, hi := 0, n-1
		for lo < hi {
			mid := (lo + hi) / 2
			if x < sums[mid] {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		result = append(result, population.Get(lo))
	}
	return py.NewList(result...)
}

// ChoicesAny is Random.choices(population, weights, cum_weights=cum, k=k) for
// dynamic code: weights and cum are None or iterables of numbers.
func ChoicesAny(r *Random, from, weights, cum any, k int) *py.List[any] {
	population := py.AsSequence(from)
	switch {
	case weights != nil && cum != nil:
		py.Throw(py.TypeError.New("Cannot specify both weights and cumulative weights"))
	case cum != nil:
		return ChoicesCumulativeFrom(r, population, floats(cum), k)
	case weights != nil:
		if n, ok := weights.(int); ok {
			py.Throwf(py.TypeError, "The number of choices must be a keyword argument: k=%d", n)
		}
		return ChoicesWeightedFrom(r, population, floats(weights), k)
	}
	return ChoicesFrom(r, population, k)
}

// SampleAny is Random.sample(population, k, counts=counts) for dynamic code.
func SampleAny(r *Random, population any, k int, counts any) *py.List[any] {
	seq, ok := py.SequenceOf(population)
	if !ok {
		py.Throw(py.TypeError.New("Population must be a sequence.  For dicts or sets, use sorted(d)."))
	}
	if counts == nil {
		return SampleFrom(r, seq, k)
	}
	return SampleCountsFrom(r, seq, k, func(yield func(int) bool) {
		for c := range py.Each(counts) {
			if !yield(py.AsInt(c)) {
				return
			}
		}
	})
}

func floats(x any) iter.Seq[float64] {
	return func(yield func(float64) bool) {
		for v := range py.Each(x) {
			if !yield(py.AsFloat(v)) {
				return
			}
		}
	}
}

// ShuffleShared is random.shuffle(x) for dynamic code.
func ShuffleShared(x any) { ShuffleAny(shared, x) }

// SampleShared is random.sample for dynamic code.
func SampleShared(population any, k int, counts any) *py.List[any] {
	return SampleAny(shared, population, k, counts)
}

// ChoicesShared is random.choices for dynamic code.
func ChoicesShared(population, weights, cum any, k int) *py.List[any] {
	return ChoicesAny(shared, population, weights, cum, k)
}
