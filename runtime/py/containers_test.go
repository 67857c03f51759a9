package py

import "testing"

func TestSmokeContainers(t *testing.T) {
	l := NewList(3, 1, 2)
	l.Sort()
	if got := l.Repr(); got != "[1, 2, 3]" {
		t.Errorf("sorted list = %s", got)
	}
	d := NewDict[string, int]()
	for i, k := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		d.Set(k, i)
	}
	d.Delete("c")
	if got, want := d.Repr(), "{'a': 0, 'b': 1, 'd': 3, 'e': 4, 'f': 5, 'g': 6, 'h': 7, 'i': 8, 'j': 9}"; got != want {
		t.Errorf("dict = %s, want %s", got, want)
	}
	s := NewSet("spam", "egg", "ham", "bacon", "x")
	if got, want := s.Repr(), setSample; got != want {
		t.Errorf("set = %s, want %s", got, want)
	}
	x := NewTuple2("a", 1)
	if got, want := x.Hash(), tupleSampleHash; got != want {
		t.Errorf("hash = %d, want %d", got, want)
	}
}

const (
	setSample       = "{'x', 'egg', 'ham', 'bacon', 'spam'}"
	tupleSampleHash = 6955645834154447545
)
