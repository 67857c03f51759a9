package py

import "iter"

// AnySet is a *Set or *FrozenSet of any element type.
type AnySet interface {
	setLike
	isSet() (frozen bool)
}

var (
	_ AnySet = (*Set[int])(nil)
	_ AnySet = (*FrozenSet[int])(nil)
)

func (s *Set[T]) isSet() bool       { return false }
func (s *FrozenSet[T]) isSet() bool { return true }

// NewSetAny copies a set of any element type into a Set[any], boxed.
func NewSetAny(s AnySet) *Set[any] {
	out := NewSet[any]()
	out.UpdateAny(s)
	return out
}

// boxTable copies a table with boxed keys in the same slots.
func boxTable[T any](t *setTable[T]) setTable[any] {
	out := setTable[any]{fill: t.fill, used: t.used, finger: t.finger, ops: elemOpsOf[any]()}
	out.table = make([]setEntry[any], max(len(t.table), setMinSize))
	for i := range t.table {
		if e := &t.table[i]; e.state == slotUsed {
			out.table[i] = setEntry[any]{e.hash, slotUsed, Box(e.key)}
		} else {
			out.table[i] = setEntry[any]{hash: e.hash, state: e.state}
		}
	}
	return out
}

func (s *Set[T]) boxedTable() setTable[any]       { return boxTable(&s.t) }
func (s *FrozenSet[T]) boxedTable() setTable[any] { return boxTable(&s.t) }

// frozenItem is what a set looks up for an item: a set or an instance of a subclass is taken as if it were frozen, where
// its class does not define a hash.
func frozenItem(item any) any {
	inner, ok := baseOf(item).(*Set[any])
	if !ok {
		if s, isSet := item.(AnySet); isSet && !s.isSet() {
			return &FrozenSet[any]{s.(interface{ boxedTable() setTable[any] }).boxedTable()}
		}
		return item
	}
	if o, ok := item.(*Object); ok && o.class.override(dHash) != nil {
		return item
	}
	return &FrozenSet[any]{inner.boxedTable()}
}

// containsAny is item in s for a boxed item. Python looks a set up in a set as if it were frozen.
func (t *setTable[T]) containsAny(item any) bool {
	item = frozenItem(item)
	if k, ok := unboxKey[T](item); ok {
		return t.contains(k)
	}
	h := Hash(item)
	for i := range t.table {
		if e := &t.table[i]; e.state == slotUsed && e.hash == h {
			if k := Box(e.key); identical(k, item) || Eq(k, item) {
				return true
			}
		}
	}
	return false
}

// tableOf gives any iterable as a table of boxed keys: the set's own where it is one of [any].
func tableOf(x any) *setTable[any] {
	switch s := x.(type) {
	case SetLike[any]:
		return s.setTable()
	case interface{ boxedTable() setTable[any] }:
		t := s.boxedTable()
		return &t
	}
	out := NewSet[any]()
	out.UpdateAny(x)
	return &out.t
}

// UpdateAny is s.update(x) for any iterable in an any.
func (s *Set[T]) UpdateAny(x any) {
	switch o := x.(type) {
	case SetLike[T]:
		s.Update(o)
		return
	case AnyDict:
		s.t.presize(o.Len())
		o.EachItem(func(k, _ any) bool {
			s.Add(As[T](k))
			return true
		})
		return
	case interface{ boxedTable() setTable[any] }:
		if mine, ok := any(s).(*Set[any]); ok {
			t := o.boxedTable()
			mine.t.merge(&t)
			return
		}
	}
	seq, ok := eachAs[T](x)
	if !ok {
		Throwf(TypeError, "'%s' object is not iterable", typeName(x))
	}
	s.UpdateSeq(seq)
}

// seqOrTable sorts out what the methods do with an operand: a table for sets, else a sequence.
func seqOrTable(x any) (*setTable[any], iter.Seq[any]) {
	if _, ok := x.(AnySet); ok {
		return tableOf(x), nil
	}
	seq, ok := eachAs[any](x)
	if !ok {
		Throwf(TypeError, "'%s' object is not iterable", typeName(x))
	}
	return nil, seq
}

// The operations below are those of dynamic code: the set is one of [any], else a boxed copy takes its place.

func (s *Set[T]) asAny() *setTable[any] {
	if d, ok := any(s).(*Set[any]); ok {
		return &d.t
	}
	panic("py: a set of a static type is changed through an any")
}

func (s *Set[T]) differenceUpdateAny(x any) {
	t, seq := seqOrTable(x)
	if t != nil {
		s.asAny().differenceUpdate(t)
		return
	}
	s.asAny().differenceUpdateSeq(seq)
}

func (s *Set[T]) symmetricDifferenceUpdateAny(x any) {
	if d, ok := x.(AnyDict); ok {
		t := s.asAny()
		d.EachItem(func(k, _ any) bool {
			if h := t.hash(&k); !t.discard(&k, h) {
				t.add(k, h)
			}
			return true
		})
		return
	}
	s.asAny().symmetricDifferenceUpdate(tableOf(x))
}

func (s *Set[T]) intersectionUpdateAny(x any) {
	t, seq := seqOrTable(x)
	mine := s.asAny()
	if t != nil {
		*mine = mine.intersection(t)
		return
	}
	*mine = mine.intersectionSeq(seq)
}

// setUnion is s.union(*others) of dynamic code, in CPython's steps; setMethods wraps its kin.
func setUnion(t *setTable[any], others []any) setTable[any] {
	out := &Set[any]{t.copyTable()}
	for _, o := range others {
		out.UpdateAny(o)
	}
	return out.t
}

func setIntersection(t *setTable[any], others []any) setTable[any] {
	if len(others) == 0 {
		return t.copyTable()
	}
	out := &Set[any]{*t}
	for _, o := range others {
		out.intersectionUpdateAny(o)
	}
	return out.t
}

func setDifference(t *setTable[any], others []any) setTable[any] {
	if len(others) == 0 {
		return t.copyTable()
	}
	var out setTable[any]
	switch o := others[0].(type) {
	case AnySet:
		out = t.difference(tableOf(o))
	case AnyDict:
		if t.used>>2 > o.Len() {
			s := &Set[any]{t.copyTable()}
			s.differenceUpdateAny(o)
			out = s.t
			break
		}
		for i := range t.table {
			if e := &t.table[i]; e.state == slotUsed {
				if _, ok := o.LookupAny(e.key); !ok {
					out.add(e.key, e.hash)
				}
			}
		}
	default:
		s := &Set[any]{t.copyTable()}
		s.differenceUpdateAny(o)
		out = s.t
	}
	s := &Set[any]{out}
	for _, o := range others[1:] {
		s.differenceUpdateAny(o)
	}
	return s.t
}

func setSymmetricDifference(t *setTable[any], other any) setTable[any] {
	out := NewSet[any]()
	out.UpdateAny(other)
	out.t.symmetricDifferenceUpdate(t)
	return out.t
}

type setIter[T any] struct {
	t       *setTable[T]
	i, size int
}

func newSetIter[T any](t *setTable[T]) Iterator { return &setIter[T]{t: t, size: t.used} }

// Next returns the next element; RuntimeError if the set changed its size.
func (it *setIter[T]) Next() (any, bool) {
	if it.t == nil {
		return nil, false
	}
	if it.t.used != it.size {
		it.size = -1
		throwSetChanged()
	}
	for it.i < len(it.t.table) {
		e := &it.t.table[it.i]
		it.i++
		if e.state == slotUsed {
			return Box(e.key), true
		}
	}
	it.t = nil
	return nil, false
}

// ClassName is the name of the iterator's Python class.
func (it *setIter[T]) ClassName() string { return "set_iterator" }

// LengthHint is operator.length_hint(it).
func (it *setIter[T]) LengthHint() int {
	if it.t == nil || it.t.used != it.size {
		return 0
	}
	n := 0
	for i := it.i; i < len(it.t.table); i++ {
		if it.t.table[i].state == slotUsed {
			n++
		}
	}
	return n
}

func (s *Set[T]) pyHash() int {
	Throw(TypeError.New("unhashable type: 'set'"))
	return 0
}

func (s *FrozenSet[T]) pyHash() int { return s.Hash() }

// pyInplaceOp is s |= set and its kin.
func (s *Set[T]) pyInplaceOp(op BinOp, other any) (any, bool) {
	o, ok := other.(AnySet)
	if !ok {
		return nil, false
	}
	switch op {
	case OpOr:
		s.UpdateAny(o)
	case OpAnd:
		s.intersectionUpdateAny(o)
	case OpSub:
		s.differenceUpdateAny(o)
	case OpXor:
		s.symmetricDifferenceUpdateAny(o)
	default:
		return nil, false
	}
	return s, true
}

func (s *Set[T]) isSetLike() bool { return true }

func (s *Set[T]) pyType() *Class { return SetType }

func (s *Set[T]) pyRepr() string { return s.Repr() }

func (s *Set[T]) pyIter() Iterator { return newSetIter(&s.t) }

func (s *Set[T]) pyContains(item any) bool { return s.t.containsAny(item) }

func (s *Set[T]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(setLike)
	if !ok || !o.isSetLike() {
		return false, false
	}
	return compareSetLike(op, s, o), true
}

// pyBinaryOp is the set algebra with another set; the result has the type of the left operand.
func (s *Set[T]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	if reflected {
		return nil, false
	}
	o, ok := other.(AnySet)
	if !ok {
		return nil, false
	}
	if same, ok := o.(SetLike[T]); ok {
		switch op {
		case OpOr:
			return s.Union(same), true
		case OpAnd:
			return s.Intersection(same), true
		case OpSub:
			return s.Difference(same), true
		case OpXor:
			return s.SymmetricDifference(same), true
		}
		return nil, false
	}
	left, right := &Set[any]{boxTable(&s.t)}, NewSetAny(o)
	return left.pyBinaryOp(op, right, false)
}

func (s *FrozenSet[T]) isSetLike() bool { return true }

func (s *FrozenSet[T]) pyType() *Class { return FrozenSetType }

func (s *FrozenSet[T]) pyRepr() string { return s.Repr() }

func (s *FrozenSet[T]) pyIter() Iterator { return newSetIter(&s.t) }

func (s *FrozenSet[T]) pyContains(item any) bool { return s.t.containsAny(item) }

func (s *FrozenSet[T]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(setLike)
	if !ok || !o.isSetLike() {
		return false, false
	}
	return compareSetLike(op, s, o), true
}

// pyBinaryOp is the set algebra with another set; the result has the type of the left operand.
func (s *FrozenSet[T]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	if reflected {
		return nil, false
	}
	o, ok := other.(AnySet)
	if !ok {
		return nil, false
	}
	if same, ok := o.(SetLike[T]); ok {
		switch op {
		case OpOr:
			return s.Union(same), true
		case OpAnd:
			return s.Intersection(same), true
		case OpSub:
			return s.Difference(same), true
		case OpXor:
			return s.SymmetricDifference(same), true
		}
		return nil, false
	}
	left, right := &FrozenSet[any]{boxTable(&s.t)}, NewSetAny(o)
	return left.pyBinaryOp(op, right, false)
}
