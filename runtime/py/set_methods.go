package py

// The set methods that take any number of iterables of any type.

func unboxTable[T any](t setTable[any]) setTable[T] {
	if same, ok := any(t).(setTable[T]); ok {
		return same
	}
	out := setTable[T]{fill: t.fill, used: t.used, finger: t.finger, ops: elemOpsOf[T](), table: make([]setEntry[T], len(t.table))}
	for i, e := range t.table {
		out.table[i] = setEntry[T]{hash: e.hash, state: e.state}
		if e.state == slotUsed {
			out.table[i].key = As[T](e.key)
		}
	}
	return out
}

// UnionAny is s.union(*others).
func (s *Set[T]) UnionAny(others ...any) *Set[T] {
	return &Set[T]{unboxTable[T](setUnion(tableOf(s), others))}
}

// IntersectionAny is s.intersection(*others).
func (s *Set[T]) IntersectionAny(others ...any) *Set[T] {
	return &Set[T]{unboxTable[T](setIntersection(tableOf(s), others))}
}

// DifferenceAny is s.difference(*others).
func (s *Set[T]) DifferenceAny(others ...any) *Set[T] {
	return &Set[T]{unboxTable[T](setDifference(tableOf(s), others))}
}

// SymmetricDifferenceAny is s.symmetric_difference(other).
func (s *Set[T]) SymmetricDifferenceAny(other any) *Set[T] {
	return &Set[T]{unboxTable[T](setSymmetricDifference(tableOf(s), other))}
}

// UpdateAll is s.update(*others).
func (s *Set[T]) UpdateAll(others ...any) {
	for _, o := range others {
		s.UpdateAny(o)
	}
}

// IntersectionUpdateAll is s.intersection_update(*others).
func (s *Set[T]) IntersectionUpdateAll(others ...any) {
	s.t = unboxTable[T](setIntersection(tableOf(s), others))
}

// DifferenceUpdateAll is s.difference_update(*others).
func (s *Set[T]) DifferenceUpdateAll(others ...any) {
	b := boxedSet(s)
	for _, o := range others {
		b.differenceUpdateAny(o)
	}
	s.t = unboxTable[T](b.t)
}

// SymmetricDifferenceUpdateAny is s.symmetric_difference_update(other).
func (s *Set[T]) SymmetricDifferenceUpdateAny(other any) {
	b := boxedSet(s)
	b.symmetricDifferenceUpdateAny(other)
	s.t = unboxTable[T](b.t)
}

func boxedSet[T any](s *Set[T]) *Set[any] { return &Set[any]{*tableOf(s)} }

// IsDisjointAny is s.isdisjoint(other) for any iterable.
func (s *Set[T]) IsDisjointAny(other any) bool { return disjointAny(s, other) }

// IsSubsetAny is s.issubset(other) for any iterable.
func (s *Set[T]) IsSubsetAny(other any) bool { return subsetAny(s, other) }

// IsSupersetAny is s.issuperset(other) for any iterable.
func (s *Set[T]) IsSupersetAny(other any) bool { return supersetAny(s, other) }

// UnionAny is s.union(*others).
func (s *FrozenSet[T]) UnionAny(others ...any) *FrozenSet[T] {
	return &FrozenSet[T]{unboxTable[T](setUnion(tableOf(s), others))}
}

// IntersectionAny is s.intersection(*others).
func (s *FrozenSet[T]) IntersectionAny(others ...any) *FrozenSet[T] {
	return &FrozenSet[T]{unboxTable[T](setIntersection(tableOf(s), others))}
}

// DifferenceAny is s.difference(*others).
func (s *FrozenSet[T]) DifferenceAny(others ...any) *FrozenSet[T] {
	return &FrozenSet[T]{unboxTable[T](setDifference(tableOf(s), others))}
}

// SymmetricDifferenceAny is s.symmetric_difference(other).
func (s *FrozenSet[T]) SymmetricDifferenceAny(other any) *FrozenSet[T] {
	return &FrozenSet[T]{unboxTable[T](setSymmetricDifference(tableOf(s), other))}
}

// IsDisjointAny is s.isdisjoint(other) for any iterable.
func (s *FrozenSet[T]) IsDisjointAny(other any) bool { return disjointAny(s, other) }

// IsSubsetAny is s.issubset(other) for any iterable.
func (s *FrozenSet[T]) IsSubsetAny(other any) bool { return subsetAny(s, other) }

// IsSupersetAny is s.issuperset(other) for any iterable.
func (s *FrozenSet[T]) IsSupersetAny(other any) bool { return supersetAny(s, other) }

func disjointAny(s AnySet, other any) bool {
	for v := range Each(other) {
		if s.pyContains(v) {
			return false
		}
	}
	return true
}

func subsetAny(s AnySet, other any) bool {
	o, ok := other.(AnySet)
	if !ok {
		c := NewSet[any]()
		c.UpdateAny(other)
		o = c
	}
	return s.Len() <= o.Len() && subsetOf(s, o)
}

func supersetAny(s AnySet, other any) bool {
	for v := range Each(other) {
		if !s.pyContains(v) {
			return false
		}
	}
	return true
}

// fill is what set(x) and frozenset(x) do with an empty set.
func (s *Set[T]) fill(x any) {
	switch x.(type) {
	case AnySet, AnyDict:
		s.UpdateAny(x)
		return
	}
	for v := range EachOnce(x) {
		s.Add(As[T](v))
	}
}
