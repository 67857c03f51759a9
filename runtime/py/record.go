package py

import (
	"context"
	"reflect"
)

// Record is what the Go type of a named tuple embeds: the tuple that stands for
// it where its type is not static.
//
//	type Point struct {
//		py.Record
//		X int
//		Y int
//	}
//
//	var pointTuple = py.DefineNamedTuple("Point", []string{"x", "y"}, func(items []any) *Point {
//		return &Point{X: py.AsInt(items[0]), Y: py.AsInt(items[1])}
//	})
//
//	func (p *Point) Boxed() any { return pointTuple.Box(p, p.X, p.Y) }
type Record struct{ obj *Object }

func (r *Record) record() *Record { return r }

// goRecord is a pointer to a Go type that embeds Record.
type goRecord interface {
	record() *Record
	Boxed() any
}

// NamedTupleOf is a named tuple class whose instances have the Go type E.
type NamedTupleOf[E goRecord] struct {
	class *Class
	make  func(items []any) E
}

// DefineNamedTuple makes the class of a named tuple; defaults are those of its
// last fields, and make makes an instance of the items of a tuple.
func DefineNamedTuple[E goRecord](name string, fields []string, make func(items []any) E, defaults ...any) *NamedTupleOf[E] {
	ns := NewNamespace()
	ns.Set("__module__", "__main__")
	c := Must(NewNamedTuple(context.Background(), name, fields, defaults, ns))
	n := &NamedTupleOf[E]{class: c, make: make}
	c.record = func(o *Object) any {
		e := n.make(o.base.(*Tuple[any]).items)
		e.record().obj = o
		return e
	}
	c.takeMethods(reflect.Zero(reflect.TypeFor[E]()).Interface(), c.record)
	return n
}

// Box returns an instance as it is in an any: a tuple of the class that CPython
// would have made, always the same one.
func (n *NamedTupleOf[E]) Box(e E, items ...any) any {
	r := e.record()
	if r.obj == nil {
		r.obj = newObjectOf(n.class, NewTuple(items...))
	}
	return r.obj
}

// SameFloat reports whether two items of tuples are equal: as in containers, a
// NaN is equal to a NaN.
func SameFloat(a, b float64) bool { return a == b || a != a && b != b }

// Class is the class as a Python value.
func (n *NamedTupleOf[E]) Class() any { return n.class }
