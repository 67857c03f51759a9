package py

import "testing"

type testPoint struct {
	Record
	X, Y int
}

var testPoints *NamedTupleOf[*testPoint]

func init() {
	testPoints = DefineNamedTuple("Point", []string{"x", "y"}, func(items []any) *testPoint {
		return &testPoint{X: AsInt(items[0]), Y: AsInt(items[1])}
	}, 0)
}

func (p *testPoint) Boxed() any                { return testPoints.Box(p, p.X, p.Y) }
func (p *testPoint) EqualTo(o *testPoint) bool { return p.X == o.X && p.Y == o.Y }
func (p *testPoint) Hash() int                 { return Hash(NewTuple[any](p.X, p.Y)) }
func (p *testPoint) Str() string               { return "at " + Str(p.X) }

// What CPython 3.13 prints for the same named tuples.
func TestRecord(t *testing.T) {
	p, q := &testPoint{X: 1, Y: 2}, &testPoint{X: 1, Y: 2}
	d := NewDict[*testPoint, string]()
	d.Set(p, "here")
	for _, c := range []struct {
		got  any
		want string
	}{
		{Str(p), "at 1"},
		{Repr(p), "Point(x=1, y=2)"},
		{Repr(NewList(p)), "[Point(x=1, y=2)]"},
		{Eq(p.Boxed(), NewTuple[any](1, 2)), "True"},
		{Is(p.Boxed(), p.Boxed()), "True"},
		{Is(p.Boxed(), q.Boxed()), "False"},
		{NewList(p).Contains(q), "True"},
		{d.Get(q), "here"},
		{Hash(p.Boxed()) == p.Hash(), "True"},
		{Lt(p.Boxed(), NewTuple[any](1, 3)), "True"},
		{IsInstance(p.Boxed(), TupleType), "True"},
		{GetAttr(p.Boxed(), "y"), "2"},
		{As[*testPoint](p.Boxed()).Y, "2"},
		{IsType[*testPoint](p.Boxed()), "True"},
		{IsType[*testPoint](NewTuple[any](1, 2)), "False"},
		{Repr(call(testPoints.Class(), 7)), "Point(x=7, y=0)"},
		{Repr(As[*testPoint](call(testPoints.Class(), 7))), "Point(x=7, y=0)"},
	} {
		if got := Str(c.got); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
