package py

import (
	"errors"
	"iter"
)

// Iter is iter(x).
func Iter(x any) Iterator {
	it, ok := tryIter(x)
	if !ok {
		Throwf(TypeError, "'%s' object is not iterable", TypeOf(x).name)
	}
	return it
}

// tryIter is iter(x); false if x is not iterable.
func tryIter(x any) (Iterator, bool) {
	switch v := x.(type) {
	case pyIterable:
		return v.pyIter(), true
	case string:
		return strIter(v), true
	case Bytes:
		return bytesIter(v), true
	case *Object:
		return objectIter(v)
	case Iterator:
		return v, true
	case Ranger:
		return newSeqIter(v.All()), true
	}
	return classIter(x, TypeOf(x))
}

func objectIter(o *Object) (Iterator, bool) {
	m, ok := o.class.slot(dIter)
	if ok && m == nil {
		return nil, false
	}
	if o.base != nil && o.class.override(dIter) == nil {
		return tryIter(o.base)
	}
	return classIter(o, o.class)
}

// classIter uses __iter__ of the class, or __getitem__ with 0, 1, 2, ...
func classIter(x any, c *Class) (Iterator, bool) {
	if m := c.override(dIter); m != nil {
		r, err := callDunder(m, x)
		Check(err)
		if o, ok := r.(*Object); ok {
			next, ok := o.class.slot(dNext)
			if !ok {
				Throwf(TypeError, "iter() returned non-iterator of type '%s'", o.class.name)
			}
			return &objectIterator{obj: o, next: next}, true
		}
		if it, ok := r.(Iterator); ok {
			return it, true
		}
		if next := TypeOf(r).override(dNext); next != nil {
			return &objectIterator{obj: r, next: next}, true
		}
		Throwf(TypeError, "iter() returned non-iterator of type '%s'", TypeOf(r).name)
	}
	if c.override(dGetitem) != nil {
		return &indexIterator{obj: x}, true
	}
	if mc, ok := x.(*Class); ok && mc.builtin != nil && mc.builtin.iter != nil {
		return mc.builtin.iter(mc), true
	}
	return nil, false
}

// objectIterator is an instance whose class has __next__.
type objectIterator struct {
	obj  any
	next any
	ret  any // value of the StopIteration that ended it
}

// Next calls __next__.
func (it *objectIterator) Next() (any, bool) {
	v, err := callDunder(it.next, it.obj)
	if err != nil {
		if e, ok := err.(BaseException); ok && errors.Is(err, StopIteration) {
			it.ret = stopValue(e)
			return nil, false
		}
		Throw(err)
	}
	return v, true
}

// indexIterator iterates over an object that has only __getitem__.
type indexIterator struct {
	obj any
	i   int
}

// Next gets the next item; IndexError and StopIteration end it.
func (it *indexIterator) Next() (v any, ok bool) {
	if it.obj == nil {
		return nil, false
	}
	err := Catch(func() error {
		v = GetItem(it.obj, it.i)
		return nil
	})
	if err != nil {
		if errors.Is(err, IndexError) || errors.Is(err, StopIteration) {
			it.obj = nil
			return nil, false
		}
		Throw(err)
	}
	it.i++
	return v, true
}

func (it *indexIterator) pyType() *Class { return SequenceIteratorType }

// iteratorValue is the value that Python code sees for iter(x): the object
// itself rather than the Go adapter around it.
func iteratorValue(it Iterator) any {
	if o, ok := it.(*objectIterator); ok {
		return o.obj
	}
	return it
}

// IterValue is iter(x) as a value.
func IterValue(x any) any { return iteratorValue(Iter(x)) }

// Each iterates over x: for v := range py.Each(x). Leaving the loop leaves a
// generator suspended, as when the program still refers to it.
func Each(x any) iter.Seq[any] { return each(x, false) }

// EachOnce iterates over x when nothing else refers to it, as in
// `for v in gen():`. Leaving the loop closes a generator, and a fresh one runs
// as a plain push iterator: much faster than Each.
func EachOnce(x any) iter.Seq[any] { return each(x, true) }

func each(x any, once bool) iter.Seq[any] {
	return func(yield func(any) bool) {
		if l, ok := x.(*List[any]); ok {
			for i := 0; i < len(l.items); i++ {
				if !yield(l.items[i]) {
					return
				}
			}
			return
		}
		if g, ok := x.(*Generator[any]); ok && (once || g.once) {
			g.All()(yield)
			return
		}
		it := Iter(x)
		for {
			v, ok := it.Next()
			if !ok || !yield(v) {
				return
			}
		}
	}
}

// Next is next(it): false at the end. TypeError if it is no iterator.
func Next(it any) (any, bool) {
	switch v := it.(type) {
	case Iterator:
		return v.Next()
	case *Object:
		if m, ok := v.class.slot(dNext); ok {
			return (&objectIterator{obj: v, next: m}).Next()
		}
	}
	if m := TypeOf(it).override(dNext); m != nil {
		return (&objectIterator{obj: it, next: m}).Next()
	}
	Throwf(TypeError, "'%s' object is not an iterator", TypeOf(it).name)
	return nil, false
}

// seqIter pulls from a Go sequence. The sequence's goroutine ends with the
// sequence, or when the iterator is collected.
type seqIter struct {
	pull  *puller[any]
	class string
}

func newSeqIter(seq iter.Seq[any]) Iterator {
	return &seqIter{pull: newPuller(seq), class: "iterator"}
}

// Next returns the next value of the sequence.
func (s *seqIter) Next() (any, bool) { return s.pull.next() }

// ClassName is the name of the iterator's Python class.
func (s *seqIter) ClassName() string { return s.class }

// NamedIter is IterOf for an iterator of the Python class of that name, as map
// and zip give.
func NamedIter[T any](class string, seq iter.Seq[T]) Iterator {
	it := IterOf(seq)
	it.(*seqIter).class = class
	return it
}

// IterOf makes a Python iterator of a Go sequence.
func IterOf[T any](seq iter.Seq[T]) Iterator {
	return newSeqIter(func(yield func(any) bool) {
		for v := range seq {
			if !yield(Box(v)) {
				return
			}
		}
	})
}

// Unpack is the assignment a, b, c = x: exactly n values.
func Unpack(x any, n int) []any {
	switch v := x.(type) {
	case *Tuple[any]:
		if len(v.items) == n {
			return v.items
		}
	case *List[any]:
		if len(v.items) == n {
			return append([]any(nil), v.items...)
		}
	}
	it, ok := tryIter(x)
	if !ok {
		Throwf(TypeError, "cannot unpack non-iterable %s object", TypeOf(x).name)
	}
	out := make([]any, 0, n)
	for range n {
		v, ok := it.Next()
		if !ok {
			Throwf(ValueError, "not enough values to unpack (expected %d, got %d)", n, len(out))
		}
		out = append(out, v)
	}
	if _, more := it.Next(); more {
		Throwf(ValueError, "too many values to unpack (expected %d)", n)
	}
	return out
}

// UnpackStar is the assignment a, *b, c = x: before values, a list, after
// values.
func UnpackStar(x any, before, after int) []any {
	it, ok := tryIter(x)
	if !ok {
		Throwf(TypeError, "cannot unpack non-iterable %s object", TypeOf(x).name)
	}
	var all []any
	for {
		v, ok := it.Next()
		if !ok {
			break
		}
		all = append(all, v)
	}
	if len(all) < before+after {
		Throwf(ValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(all))
	}
	out := make([]any, 0, before+1+after)
	out = append(out, all[:before]...)
	middle := all[before : len(all)-after]
	out = append(out, NewList(append([]any(nil), middle...)...))
	return append(out, all[len(all)-after:]...)
}

// collect returns the items of an iterable.
func collect(x any) []any {
	if s, ok := x.(AnySequence); ok {
		return boxItems(s)
	}
	var out []any
	for v := range EachOnce(x) {
		out = append(out, v)
	}
	return out
}
