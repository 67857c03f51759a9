package py

import "iter"

// FrozenSet is Python's frozenset, iterated in CPython's order.
type FrozenSet[T any] struct{ t setTable[T] }

// NewFrozenSet is frozenset((items...)).
func NewFrozenSet[T any](items ...T) *FrozenSet[T] { return &FrozenSet[T]{NewSet(items...).t} }

// FrozenSetOf is frozenset(seq) of an iterable that is neither set nor dict.
func FrozenSetOf[T any](seq iter.Seq[T]) *FrozenSet[T] { return &FrozenSet[T]{SetOf(seq).t} }

// FrozenSetOfSet is frozenset(other); a frozenset is returned as it is.
func FrozenSetOfSet[T any](other SetLike[T]) *FrozenSet[T] {
	if f, ok := other.(*FrozenSet[T]); ok {
		return f
	}
	return &FrozenSet[T]{other.setTable().copyTable()}
}

// FrozenSetOfDict is frozenset(d): the keys of a dict.
func FrozenSetOfDict[K, V any](d *Dict[K, V]) *FrozenSet[K] { return &FrozenSet[K]{SetOfDict(d).t} }

// Hash is hash(s).
func (s *FrozenSet[T]) Hash() int { return s.t.frozenHash() }

func (s *FrozenSet[T]) appendRepr(b []byte) []byte {
	if s.t.used == 0 {
		return append(b, "frozenset()"...)
	}
	if !reprEnter(s) {
		return append(b, "frozenset(...)"...)
	}
	defer reprLeave(s)
	b = append(b, "frozenset({"...)
	return append(s.t.appendItems(b), "})"...)
}

// Len is len(s).
func (s *FrozenSet[T]) Len() int { return s.t.used }

// Truth is bool(s).
func (s *FrozenSet[T]) Truth() bool { return s.t.used != 0 }

// Contains is v in s.
func (s *FrozenSet[T]) Contains(v T) bool { return s.t.contains(searchKey(v)) }

// All iterates in CPython's order. A change of the set's size makes the next step a RuntimeError.
func (s *FrozenSet[T]) All() iter.Seq[T] { return s.t.all() }

// Copy is s.copy().
func (s *FrozenSet[T]) Copy() *FrozenSet[T] { return &FrozenSet[T]{s.t.copyTable()} }

// Union is s | other.
func (s *FrozenSet[T]) Union(other SetLike[T]) *FrozenSet[T] {
	out := s.Copy()
	out.t.merge(other.setTable())
	return out
}

// UnionSeq is s.union(seq).
func (s *FrozenSet[T]) UnionSeq(seq iter.Seq[T]) *FrozenSet[T] {
	out := s.Copy()
	out.t.update(seq)
	return out
}

// Intersection is s & other.
func (s *FrozenSet[T]) Intersection(other SetLike[T]) *FrozenSet[T] {
	return &FrozenSet[T]{s.t.intersection(other.setTable())}
}

// IntersectionSeq is s.intersection(seq).
func (s *FrozenSet[T]) IntersectionSeq(seq iter.Seq[T]) *FrozenSet[T] {
	return &FrozenSet[T]{s.t.intersectionSeq(seq)}
}

// Difference is s - other.
func (s *FrozenSet[T]) Difference(other SetLike[T]) *FrozenSet[T] {
	return &FrozenSet[T]{s.t.difference(other.setTable())}
}

// DifferenceSeq is s.difference(seq).
func (s *FrozenSet[T]) DifferenceSeq(seq iter.Seq[T]) *FrozenSet[T] {
	out := s.Copy()
	out.t.differenceUpdateSeq(seq)
	return out
}

// SymmetricDifference is s ^ other.
func (s *FrozenSet[T]) SymmetricDifference(other SetLike[T]) *FrozenSet[T] {
	return &FrozenSet[T]{s.t.symmetricDifference(other.setTable())}
}

// SymmetricDifferenceSeq is s.symmetric_difference(seq).
func (s *FrozenSet[T]) SymmetricDifferenceSeq(seq iter.Seq[T]) *FrozenSet[T] {
	out := &FrozenSet[T]{SetOf(seq).t}
	out.t.symmetricDifferenceUpdate(&s.t)
	return out
}

// IsSubset is s <= other and s.issubset(other).
func (s *FrozenSet[T]) IsSubset(other SetLike[T]) bool { return s.t.subset(other.setTable()) }

// IsSubsetSeq is s.issubset(seq).
func (s *FrozenSet[T]) IsSubsetSeq(seq iter.Seq[T]) bool { return s.IsSubset(SetOf(seq)) }

// IsSuperset is s >= other and s.issuperset(other).
func (s *FrozenSet[T]) IsSuperset(other SetLike[T]) bool { return other.setTable().subset(&s.t) }

// IsSupersetSeq is s.issuperset(seq).
func (s *FrozenSet[T]) IsSupersetSeq(seq iter.Seq[T]) bool {
	for v := range seq {
		if !s.t.contains(v) {
			return false
		}
	}
	return true
}

// IsProperSubset is s < other.
func (s *FrozenSet[T]) IsProperSubset(other SetLike[T]) bool {
	return s.t.used < other.Len() && s.IsSubset(other)
}

// IsProperSuperset is s > other.
func (s *FrozenSet[T]) IsProperSuperset(other SetLike[T]) bool {
	return other.Len() < s.t.used && s.IsSuperset(other)
}

// IsDisjoint is s.isdisjoint(other).
func (s *FrozenSet[T]) IsDisjoint(other SetLike[T]) bool { return s.t.disjoint(other.setTable()) }

// IsDisjointSeq is s.isdisjoint(seq).
func (s *FrozenSet[T]) IsDisjointSeq(seq iter.Seq[T]) bool {
	for v := range seq {
		if s.t.contains(v) {
			return false
		}
	}
	return true
}

// Equal is s == other: a set or frozenset with the same elements.
func (s *FrozenSet[T]) Equal(other any) bool {
	if o, ok := other.(SetLike[T]); ok {
		return s.t.used == o.Len() && s.t.subset(o.setTable())
	}
	o, ok := other.(AnySet)
	return ok && compareSetLike(OpEq, s, o)
}

// Repr is repr(s).
func (s *FrozenSet[T]) Repr() string { return string(s.appendRepr(nil)) }

func (s *FrozenSet[T]) setTable() *setTable[T] { return &s.t }
