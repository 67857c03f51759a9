package py

import (
	"iter"
	"slices"
)

// SetLike is a *Set[T] or a *FrozenSet[T].
type SetLike[T any] interface {
	Len() int
	setTable() *setTable[T]
}

// Set is Python's set, iterated in CPython's order (that of PYTHONHASHSEED=0).
type Set[T any] struct{ t setTable[T] }

// NewSet makes a set of the items, added one by one as a set display with non-constant items does.
func NewSet[T any](items ...T) *Set[T] {
	s := &Set[T]{}
	for i := range items {
		s.t.add(items[i], s.t.hash(&items[i]))
	}
	return s
}

// SetLit is a set display of constants, at least three: CPython makes a frozenset of them at compile time, which it
// makes again of its own items, and merges that into an empty set. Each step can give another order.
func SetLit[T any](items ...T) *Set[T] { return FrozenLit(items...).Copy() }

// SetLitInterned is SetLit where the compiler replaces one of the strings by an interned one.
func SetLitInterned[T any](items ...T) *Set[T] { return FrozenLitInterned(items...).Copy() }

// FrozenLit is the frozenset behind SetLit: what a loop over a display of constants runs over.
func FrozenLit[T any](items ...T) *Set[T] { return NewSet(slices.Collect(NewSet(items...).All())...) }

// FrozenLitInterned is the frozenset behind SetLitInterned.
func FrozenLitInterned[T any](items ...T) *Set[T] {
	return NewSet(slices.Collect(FrozenLit(items...).All())...)
}

// SetOf is set(seq) of an iterable that is neither set nor dict.
func SetOf[T any](seq iter.Seq[T]) *Set[T] {
	s := &Set[T]{}
	s.t.update(seq)
	return s
}

// SetOfSet is set(other).
func SetOfSet[T any](other SetLike[T]) *Set[T] { return &Set[T]{other.setTable().copyTable()} }

// SetOfDict is set(d): the keys of a dict.
func SetOfDict[K, V any](d *Dict[K, V]) *Set[K] {
	s := &Set[K]{}
	s.t.presize(d.Len())
	s.t.update(d.Keys())
	return s
}

// Add is s.add(v).
func (s *Set[T]) Add(v T) { s.t.add(v, s.t.hash(&v)) }

// Discard is s.discard(v).
func (s *Set[T]) Discard(v T) {
	k := searchKey(v)
	s.t.discard(&k, s.t.hash(&k))
}

// Remove is s.remove(v); KeyError if v is not there.
func (s *Set[T]) Remove(v T) {
	if k := searchKey(v); !s.t.discard(&k, s.t.hash(&k)) {
		throwKey(v)
	}
}

// searchKey is the key to look for where v is to be removed.
func searchKey[T any](v T) T {
	if p, ok := any(&v).(*any); ok {
		*p = frozenItem(*p)
	}
	return v
}

// Pop is s.pop(): the element that CPython would pop; KeyError if the set is empty.
func (s *Set[T]) Pop() T { return s.t.pop() }

// Clear is s.clear().
func (s *Set[T]) Clear() { s.t.clear() }

// Update is s |= other and s.update(other).
func (s *Set[T]) Update(other SetLike[T]) { s.t.merge(other.setTable()) }

// UpdateSeq is s.update(seq).
func (s *Set[T]) UpdateSeq(seq iter.Seq[T]) { s.t.update(seq) }

// IntersectionUpdate is s &= other.
func (s *Set[T]) IntersectionUpdate(other SetLike[T]) { s.t = s.t.intersection(other.setTable()) }

// IntersectionUpdateSeq is s.intersection_update(seq).
func (s *Set[T]) IntersectionUpdateSeq(seq iter.Seq[T]) { s.t = s.t.intersectionSeq(seq) }

// DifferenceUpdate is s -= other.
func (s *Set[T]) DifferenceUpdate(other SetLike[T]) { s.t.differenceUpdate(other.setTable()) }

// DifferenceUpdateSeq is s.difference_update(seq).
func (s *Set[T]) DifferenceUpdateSeq(seq iter.Seq[T]) { s.t.differenceUpdateSeq(seq) }

// SymmetricDifferenceUpdate is s ^= other.
func (s *Set[T]) SymmetricDifferenceUpdate(other SetLike[T]) {
	s.t.symmetricDifferenceUpdate(other.setTable())
}

// SymmetricDifferenceUpdateSeq is s.symmetric_difference_update(seq).
func (s *Set[T]) SymmetricDifferenceUpdateSeq(seq iter.Seq[T]) {
	s.SymmetricDifferenceUpdate(SetOf(seq))
}

func (s *Set[T]) appendRepr(b []byte) []byte {
	if s.t.used == 0 {
		return append(b, "set()"...)
	}
	if !reprEnter(s) {
		return append(b, "set(...)"...)
	}
	defer reprLeave(s)
	b = append(b, '{')
	return append(s.t.appendItems(b), '}')
}

// Len is len(s).
func (s *Set[T]) Len() int { return s.t.used }

// Truth is bool(s).
func (s *Set[T]) Truth() bool { return s.t.used != 0 }

// Contains is v in s.
func (s *Set[T]) Contains(v T) bool { return s.t.contains(searchKey(v)) }

// All iterates in CPython's order. A change of the set's size makes the next step a RuntimeError.
func (s *Set[T]) All() iter.Seq[T] { return s.t.all() }

// Copy is s.copy().
func (s *Set[T]) Copy() *Set[T] { return &Set[T]{s.t.copyTable()} }

// Union is s | other.
func (s *Set[T]) Union(other SetLike[T]) *Set[T] {
	out := s.Copy()
	out.t.merge(other.setTable())
	return out
}

// UnionSeq is s.union(seq).
func (s *Set[T]) UnionSeq(seq iter.Seq[T]) *Set[T] {
	out := s.Copy()
	out.t.update(seq)
	return out
}

// Intersection is s & other.
func (s *Set[T]) Intersection(other SetLike[T]) *Set[T] {
	return &Set[T]{s.t.intersection(other.setTable())}
}

// IntersectionSeq is s.intersection(seq).
func (s *Set[T]) IntersectionSeq(seq iter.Seq[T]) *Set[T] {
	return &Set[T]{s.t.intersectionSeq(seq)}
}

// Difference is s - other.
func (s *Set[T]) Difference(other SetLike[T]) *Set[T] {
	return &Set[T]{s.t.difference(other.setTable())}
}

// DifferenceSeq is s.difference(seq).
func (s *Set[T]) DifferenceSeq(seq iter.Seq[T]) *Set[T] {
	out := s.Copy()
	out.t.differenceUpdateSeq(seq)
	return out
}

// SymmetricDifference is s ^ other.
func (s *Set[T]) SymmetricDifference(other SetLike[T]) *Set[T] {
	return &Set[T]{s.t.symmetricDifference(other.setTable())}
}

// SymmetricDifferenceSeq is s.symmetric_difference(seq).
func (s *Set[T]) SymmetricDifferenceSeq(seq iter.Seq[T]) *Set[T] {
	out := &Set[T]{SetOf(seq).t}
	out.t.symmetricDifferenceUpdate(&s.t)
	return out
}

// IsSubset is s <= other and s.issubset(other).
func (s *Set[T]) IsSubset(other SetLike[T]) bool { return s.t.subset(other.setTable()) }

// IsSubsetSeq is s.issubset(seq).
func (s *Set[T]) IsSubsetSeq(seq iter.Seq[T]) bool { return s.IsSubset(SetOf(seq)) }

// IsSuperset is s >= other and s.issuperset(other).
func (s *Set[T]) IsSuperset(other SetLike[T]) bool { return other.setTable().subset(&s.t) }

// IsSupersetSeq is s.issuperset(seq).
func (s *Set[T]) IsSupersetSeq(seq iter.Seq[T]) bool {
	for v := range seq {
		if !s.t.contains(v) {
			return false
		}
	}
	return true
}

// IsProperSubset is s < other.
func (s *Set[T]) IsProperSubset(other SetLike[T]) bool {
	return s.t.used < other.Len() && s.IsSubset(other)
}

// IsProperSuperset is s > other.
func (s *Set[T]) IsProperSuperset(other SetLike[T]) bool {
	return other.Len() < s.t.used && s.IsSuperset(other)
}

// IsDisjoint is s.isdisjoint(other).
func (s *Set[T]) IsDisjoint(other SetLike[T]) bool { return s.t.disjoint(other.setTable()) }

// IsDisjointSeq is s.isdisjoint(seq).
func (s *Set[T]) IsDisjointSeq(seq iter.Seq[T]) bool {
	for v := range seq {
		if s.t.contains(v) {
			return false
		}
	}
	return true
}

// Equal is s == other: a set or frozenset with the same elements.
func (s *Set[T]) Equal(other any) bool {
	if o, ok := other.(SetLike[T]); ok {
		return s.t.used == o.Len() && s.t.subset(o.setTable())
	}
	o, ok := other.(AnySet)
	return ok && compareSetLike(OpEq, s, o)
}

// Repr is repr(s).
func (s *Set[T]) Repr() string { return string(s.appendRepr(nil)) }

func (s *Set[T]) setTable() *setTable[T] { return &s.t }
