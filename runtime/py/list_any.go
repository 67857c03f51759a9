package py

import (
	"iter"
	"math/big"
)

// AnySequence is what List and Tuple of every element type offer to code that holds them in an any.
type AnySequence interface {
	Len() int
	// AtAny returns the boxed item i, 0 <= i < Len().
	AtAny(i int) any
}

// AnyList is a *List of any element type.
type AnyList interface {
	AnySequence
	isList()
}

// AnyTuple is a *Tuple of any element type.
type AnyTuple interface {
	AnySequence
	isTuple()
}

var _ AnyList = (*List[int])(nil)

func (l *List[T]) isList() {}

// AtAny returns item i, boxed.
func (l *List[T]) AtAny(i int) any { return Box(l.items[i]) }

// pyIter is iter(l) over boxed items.
func (l *List[T]) pyIter() Iterator { return &listIter[T]{list: l} }

type listIter[T any] struct {
	list *List[T]
	i    int
}

// Next returns the next item.
func (it *listIter[T]) Next() (any, bool) {
	if it.list == nil || it.i >= len(it.list.items) {
		it.list = nil
		return nil, false
	}
	it.i++
	return Box(it.list.items[it.i-1]), true
}

// ClassName is the name of the iterator's Python class.
func (it *listIter[T]) ClassName() string { return "list_iterator" }

// LengthHint is operator.length_hint(it).
func (it *listIter[T]) LengthHint() int {
	if it.list == nil {
		return 0
	}
	return max(len(it.list.items)-it.i, 0)
}

// pyReversed is reversed(l) over boxed items.
func (l *List[T]) pyReversed() Iterator { return &listReverseIter[T]{list: l, i: len(l.items)} }

type listReverseIter[T any] struct {
	list *List[T]
	i    int
}

// Next returns the next item from the end.
func (it *listReverseIter[T]) Next() (any, bool) {
	if it.list == nil || it.i <= 0 || it.i > len(it.list.items) {
		it.list = nil
		return nil, false
	}
	it.i--
	return Box(it.list.items[it.i]), true
}

// ClassName is the name of the iterator's Python class.
func (it *listReverseIter[T]) ClassName() string { return "list_reverseiterator" }

// pyContains is item in l.
func (l *List[T]) pyContains(item any) bool {
	for i := 0; i < len(l.items); i++ {
		if v := Box(l.items[i]); identical(v, item) || Eq(v, item) {
			return true
		}
	}
	return false
}

// pyGetItem is l[key] for an index or a slice held in an any.
func (l *List[T]) pyGetItem(key any) any {
	if i, ok := key.(int); ok {
		return Box(l.Get(i))
	}
	if s, ok := key.(*Slice); ok {
		return l.SliceStep(s)
	}
	i, ok := itemIndex(key, len(l.items))
	if !ok {
		Throwf(TypeError, "list indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list index out of range")
	}
	return Box(l.items[i])
}

// pySetItem is l[key] = v for an index or a slice held in an any.
func (l *List[T]) pySetItem(key, v any) {
	if s, ok := key.(*Slice); ok {
		s.Indices(len(l.items))
		seq, ok := eachAs[T](v)
		if !ok {
			if s.Step != nil && sliceIndex(s.Step) != 1 {
				Throw(TypeError.New("must assign iterable to extended slice"))
			}
			Throw(TypeError.New("can only assign an iterable"))
		}
		l.SetSliceStep(s, seq)
		return
	}
	i, ok := itemIndex(key, len(l.items))
	if !ok {
		Throwf(TypeError, "list indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list assignment index out of range")
	}
	l.items[i] = As[T](v)
}

// pyDelItem is del l[key] for an index or a slice held in an any.
func (l *List[T]) pyDelItem(key any) {
	if s, ok := key.(*Slice); ok {
		l.DeleteSliceStep(s)
		return
	}
	i, ok := itemIndex(key, len(l.items))
	if !ok {
		Throwf(TypeError, "list indices must be integers or slices, not %s", typeName(key))
	}
	if uint(i) >= uint(len(l.items)) {
		throwIndex("list assignment index out of range")
	}
	l.Delete(i)
}

// eachAs iterates over an any as values of T; false if it is not iterable.
func eachAs[T any](x any) (iter.Seq[T], bool) {
	if l, ok := x.(*List[T]); ok {
		return l.All(), true
	}
	it, ok := tryIter(x)
	if !ok {
		return nil, false
	}
	return func(yield func(T) bool) {
		for {
			v, ok := it.Next()
			if !ok || !yield(As[T](v)) {
				return
			}
		}
	}, true
}

// equalSequences compares two sequences of different element types.
func equalSequences(a, b AnySequence) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := 0; i < a.Len() && i < b.Len(); i++ {
		x, y := a.AtAny(i), b.AtAny(i)
		if !identical(x, y) && !Eq(x, y) {
			return false
		}
	}
	return true
}

// compareSequences is the rich comparison of two lists or two tuples of any element types: the first unequal pair
// decides, else the lengths.
func compareSequences(op CompareOp, a, b AnySequence) bool {
	if (op == OpEq || op == OpNe) && a.Len() != b.Len() {
		return op == OpNe
	}
	for i := 0; i < a.Len() && i < b.Len(); i++ {
		x, y := a.AtAny(i), b.AtAny(i)
		if identical(x, y) || Eq(x, y) {
			continue
		}
		switch op {
		case OpEq:
			return false
		case OpNe:
			return true
		}
		return Truth(RichCompare(op, x, y))
	}
	return compareInts(op, a.Len(), b.Len())
}

func compareInts(op CompareOp, a, b int) bool {
	switch op {
	case OpEq:
		return a == b
	case OpNe:
		return a != b
	case OpLt:
		return a < b
	case OpLe:
		return a <= b
	case OpGt:
		return a > b
	case OpGe:
		return a >= b
	}
	panic("py: bad comparison operator")
}

func (l *List[T]) pyType() *Class { return ListType }

func (l *List[T]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(AnyList)
	if !ok {
		return false, false
	}
	return compareSequences(op, l, o), true
}

// pyBinaryOp is l + list and l * int.
func (l *List[T]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	switch op {
	case OpAdd:
		if reflected {
			return nil, false
		}
		o, ok := other.(AnyList)
		if !ok {
			Throwf(TypeError, `can only concatenate list (not "%s") to list`, typeName(other))
		}
		if same, ok := o.(*List[T]); ok {
			return l.Concat(same), true
		}
		return NewList(append(boxItems(l), boxItems(o)...)...), true
	case OpMul:
		n, ok := repeatCount(other)
		if !ok {
			return nil, false
		}
		return l.Repeat(n), true
	}
	return nil, false
}

// pyInplaceOp is l += iterable and l *= int.
func (l *List[T]) pyInplaceOp(op BinOp, other any) (any, bool) {
	switch op {
	case OpAdd:
		if same, ok := other.(*List[T]); ok {
			l.ExtendList(same)
			return l, true
		}
		seq, ok := eachAs[T](other)
		if !ok {
			Throwf(TypeError, "'%s' object is not iterable", typeName(other))
		}
		l.Extend(seq)
		return l, true
	case OpMul:
		n, ok := repeatCount(other)
		if !ok {
			return nil, false
		}
		l.IRepeat(n)
		return l, true
	}
	return nil, false
}

// boxItems returns the boxed items of a sequence.
func boxItems(s AnySequence) []any {
	out := make([]any, s.Len())
	for i := range out {
		out[i] = s.AtAny(i)
	}
	return out
}

// repeatCount is the right operand of sequence * int; false if it is no integer.
func repeatCount(x any) (int, bool) {
	switch v := x.(type) {
	case int:
		return v, true
	case bool:
		return IntFromBool(v), true
	case *big.Int:
		Throw(OverflowError.New("cannot fit 'int' into an index-sized integer"))
	}
	v, ok := indexValue(x)
	if !ok {
		return 0, false
	}
	return repeatCount(v)
}
