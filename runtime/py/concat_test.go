package py

import (
	"strings"
	"testing"
)

// Texts that grow from one another in all orders keep their own contents.
func TestConcat(t *testing.T) {
	pieces := []string{"", "a", "bc", strings.Repeat("x", 100), "é", strings.Repeat("long ", 60)}
	var got, want []string
	got, want = append(got, ""), append(want, "")
	for i := range 2000 {
		from := i * 7919 % len(got)
		if i%3 > 0 {
			from = len(got) - 1 // mostly the one made last
		}
		p := pieces[i%len(pieces)]
		if len(want[from]) > 20000 {
			from = 0
		}
		got = append(got, Concat(got[from], p))
		want = append(want, want[from]+p)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("text %d is %d bytes, want %d, or has other contents", i, len(got[i]), len(want[i]))
		}
	}
}

func TestConcatIsLinear(t *testing.T) {
	s := ""
	allocs := testing.AllocsPerRun(1, func() {
		s = ""
		for range 100_000 {
			s = Concat(s, "abc")
		}
	})
	if len(s) != 300_000 || allocs > 1000 {
		t.Errorf("%d bytes took %v allocations", len(s), allocs)
	}
}
