package py

import (
	"fmt"
	"math"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fault runs f and returns the text of the exception that it panics with.
func fault(f func()) string {
	err := Catch(func() error {
		f()
		return nil
	})
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestCheckedInts(t *testing.T) {
	const most, least = math.MaxInt, math.MinInt
	overflow := "OverflowError: " + intOverflowText
	for _, c := range []struct {
		name string
		got  func() int
		want int
		err  string
	}{
		{"add", func() int { return AddInt(most, -1) }, most - 1, ""},
		{"add overflow", func() int { return AddInt(most, 1) }, 0, overflow},
		{"add underflow", func() int { return AddInt(least, -1) }, 0, overflow},
		{"sub", func() int { return SubInt(least, 1) }, 0, overflow},
		{"mul", func() int { return MulInt(-3037000499, 3037000499) }, -9223372030926249001, ""},
		{"mul overflow", func() int { return MulInt(1<<32, 1<<31) }, 0, overflow},
		{"mul least", func() int { return MulInt(1<<32, -1<<31) }, least, ""},
		{"neg", func() int { return NegInt(least) }, 0, overflow},
		{"floordiv", func() int { return FloorDivInt(-7, 2) }, -4, ""},
		{"floordiv least", func() int { return FloorDivInt(least, -1) }, 0, overflow},
		{"floordiv zero", func() int { return FloorDivInt(1, 0) }, 0, "ZeroDivisionError: integer division or modulo by zero"},
		{"mod", func() int { return ModInt(-7, 3) }, 2, ""},
		{"mod negative", func() int { return ModInt(7, -3) }, -2, ""},
		{"mod zero", func() int { return ModInt(1, 0) }, 0, "ZeroDivisionError: integer modulo by zero"},
		{"pow", func() int { return PowInt(-3, 5) }, -243, ""},
		{"pow overflow", func() int { return PowInt(2, 63) }, 0, overflow},
		{"powmod", func() int { return PowModInt(3, 1<<40, 1000003) }, 378344, ""},
		{"shl", func() int { return ShlInt(1, 62) }, 1 << 62, ""},
		{"shl overflow", func() int { return ShlInt(1, 63) }, 0, overflow},
		{"shl negative", func() int { return ShlInt(1, -1) }, 0, "ValueError: negative shift count"},
		{"shr", func() int { return ShrInt(-5, 100) }, -1, ""},
		{"int of float", func() int { return IntFromFloat(-2.9) }, -2, ""},
		{"int of nan", func() int { return IntFromFloat(math.NaN()) }, 0, "ValueError: cannot convert float NaN to integer"},
		{"round", func() int { return RoundFloat(2.5) }, 2, ""},
		{"bit length", func() int { return BitLength(BigLit("0x10000000000000000")) }, 65, ""},
	} {
		var got int
		if err := fault(func() { got = c.got() }); err != c.err {
			t.Errorf("%s: error %q, want %q", c.name, err, c.err)
		} else if got != c.want {
			t.Errorf("%s = %d, want %d", c.name, got, c.want)
		}
	}
}

func TestMulRange(t *testing.T) {
	for _, n := range []int{0, 1, 2, 20, 21, 100, 500} {
		want := new(big.Int).MulRange(1, int64(n))
		if got := MulRange(1, n); got.Cmp(want) != 0 {
			t.Errorf("%d! = %s, want %s", n, got, want)
		}
	}
}

// TestDictModel compares Dict with a plain model under random changes, for every kind of key.
func TestDictModel(t *testing.T) {
	testDict(t, "int", func(i int) int { return i * 7919 })
	testDict(t, "string", func(i int) string { return fmt.Sprint("key", i) })
	testDict(t, "tuple", func(i int) Tuple2[int, string] { return NewTuple2(i, "x") })
	testDict(t, "any", func(i int) any { return []any{i, fmt.Sprint(i), float64(i) + 0.5}[i%3] })
}

func testDict[K any](t *testing.T, name string, key func(i int) K) {
	d := NewDict[K, int]()
	var order []int
	model := map[int]int{}
	seed := uint32(1)
	for step := range 5000 {
		seed = seed*1664525 + 1013904223
		i := int(seed>>16) % 60
		_, there := model[i]
		switch op := seed >> 8 & 7; {
		case op < 4:
			d.Set(key(i), step)
			if !there {
				order = append(order, i)
			}
			model[i] = step
		case op < 6:
			if there != (fault(func() { d.Delete(key(i)) }) == "") {
				t.Fatalf("%s: deletion of %d disagrees", name, i)
			}
			if there {
				delete(model, i)
				order = slices.DeleteFunc(order, func(j int) bool { return i == j })
			}
		case op == 6 && len(order) > 0:
			if got, want := d.PopFirst().V1, model[order[0]]; got != want {
				t.Fatalf("%s: first value %d, want %d", name, got, want)
			}
			delete(model, order[0])
			order = order[1:]
		default:
			if v, ok := d.Lookup(key(i)); ok != there || v != model[i] {
				t.Fatalf("%s: lookup of %d = %d, %t", name, i, v, ok)
			}
		}
		var got, want []int
		for v := range d.Values() {
			got = append(got, v)
		}
		for _, i := range order {
			want = append(want, model[i])
		}
		if !slices.Equal(got, want) || d.Len() != len(order) {
			t.Fatalf("%s, step %d: values %v, want %v", name, step, got, want)
		}
	}
}

func TestDictNumericKeys(t *testing.T) {
	d := NewDict[any, any]()
	d.Set(1, "int")
	d.Set(1.0, "float")
	d.Set(true, "bool")
	d.Set(BigLit("100000000000000000000"), "big")
	d.Set(1e20, "big float")
	if got, want := d.Repr(), "{1: 'bool', 100000000000000000000: 'big float'}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestChangeDuringIteration(t *testing.T) {
	d := DictOf(Entry[string, int]{"a", 1}, Entry[string, int]{"b", 2})
	if got, want := fault(func() {
		for k := range d.Keys() {
			d.Set(k+"x", 0)
		}
	}), "RuntimeError: dictionary changed size during iteration"; got != want {
		t.Errorf("dict: %q, want %q", got, want)
	}
	s := NewSet(1, 2, 3)
	if got, want := fault(func() {
		for v := range s.All() {
			s.Add(v + 10)
		}
	}), "RuntimeError: Set changed size during iteration"; got != want {
		t.Errorf("set: %q, want %q", got, want)
	}
	l, n := NewList(1, 2, 3), 0
	for v := range l.All() {
		if n++; v < 3 {
			l.Append(v + 1)
		}
	}
	if n != 6 {
		t.Errorf("the loop saw %d items, want 6", n)
	}
}

func TestTypedReprs(t *testing.T) {
	one := 1
	l := NewList[any](1, "a")
	l.Append(l)
	d := NewDict[string, any]()
	d.Set("self", d)
	for _, c := range []struct{ got, want string }{
		{l.Repr(), "[1, 'a', [...]]"},
		{d.Repr(), "{'self': {...}}"},
		{NewList(&one, nil).Repr(), "[1, None]"},
		{NewList(NewTuple2(1, 2.0), NewTuple2(3, 4.5)).Repr(), "[(1, 2.0), (3, 4.5)]"},
		{NewTuple("x").Repr(), "('x',)"},
		{NewList(BigLit("5"), BigLit("100000000000000000000")).Repr(), "[5, 100000000000000000000]"},
		{NewFrozenSet[int]().Repr(), "frozenset()"},
		{DictOf(Entry[Tuple2[int, int], []int]{}).KeysView().Repr(), "dict_keys([(0, 0)])"},
		{NewSet("spam", "egg", "ham", "bacon", "x").Repr(), "{'x', 'egg', 'ham', 'bacon', 'spam'}"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestCrossTypeEquality(t *testing.T) {
	for _, c := range []struct {
		a, b any
		want bool
	}{
		{NewList(1, 2), NewList(1.0, 2.0), true},
		{NewList(1, 2), NewList[any](1, true), false},
		{NewTuple(1, 2), NewTuple2(1, 2).Boxed(), true},
		{NewSet(1, 2), NewFrozenSet[any](2.0, 1), true},
		{DictOf(Entry[int, string]{1, "a"}), DictOf(Entry[any, any]{1.0, "a"}), true},
		{NewList("a"), NewTuple("a"), false},
	} {
		if got := Eq(c.a, c.b); got != c.want {
			t.Errorf("%s == %s: %t", Repr(c.a), Repr(c.b), got)
		}
	}
	if a, b := Hash(NewTuple(1, 2)), NewTuple2[int, any](1, 2.0).Hash(); a != b {
		t.Errorf("hash of (1, 2) %d, of (1, 2.0) %d", a, b)
	}
}

func TestStringIndexing(t *testing.T) {
	long := strings.Repeat("aé日😀", 200)
	runes := []rune(long)
	for i := -len(runes); i < len(runes); i += 7 {
		if got, want := StrAt(long, i), string(runes[(i+len(runes))%len(runes)]); got != want {
			t.Fatalf("character %d is %q, want %q", i, got, want)
		}
	}
	if got, want := StrSlice(long, 5, -3), string(runes[5:len(runes)-3]); got != want {
		t.Error("slice of a long string differs")
	}
	if got := StrFind(long[1:], "a"); got != 3 {
		t.Errorf("find in a long string = %d, want 3", got)
	}
	if got, want := fault(func() { StrAt("abc", 3) }), "IndexError: string index out of range"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSprintf(t *testing.T) {
	got := Sprintf("%s=%d %v %v %.2f%%|%v", "x", 5, 1.0, true, 2.675, NewList("é"))
	if want := "x=5 1.0 True 2.67%|['é']"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSeqFunctions(t *testing.T) {
	xs := NewList(3, 1, 2)
	for _, c := range []struct{ got, want any }{
		{SumInt(xs.All(), 10), 16},
		{SumFloat(NewList(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7).All(), 0), 2.8},
		{MinSeq(xs.All()), 1},
		{MaxSeqBy(NewList("a", "ccc", "bb", "ddd").All(), StrLen), "ccc"},
		{MaxSeqOr(NewList[int]().All(), -1), -1},
		{Max("b", "a", "c"), "c"},
		{AnyTrue(NewList("", "x").All()), true},
		{AllTrue(NewList(1, 0).All()), false},
		{ListOf(Zip2(xs.All(), StrAll("ab"))).Repr(), "[(3, 'a'), (1, 'b')]"},
		{SortedByReverse(xs.All(), func(x int) int { return x % 3 }, true).Repr(), "[2, 1, 3]"},
		{fault(func() { MinSeq(NewList[int]().All()) }), "ValueError: min() iterable argument is empty"},
		{fault(func() { ListOf(ZipStrict(xs.All(), StrAll("ab"), true)) }), "ValueError: zip() argument 2 is shorter than argument 1"},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

var longNumber = regexp.MustCompile(`[0-9]{5}`)

// FuzzFormat: a format specification gives a text or an exception, never a Go panic.
func FuzzFormat(f *testing.F) {
	for _, s := range []string{"", "d", ">10", "08.3f", "+,", "_x", "^z#012.3g", "%"} {
		f.Add(s, 12.5, -7)
	}
	f.Fuzz(func(t *testing.T, spec string, x float64, i int) {
		if len(spec) > 12 || strings.ContainsFunc(spec, func(r rune) bool { return r > 127 }) || longNumber.MatchString(spec) {
			return // widths that only eat memory
		}
		for _, v := range []any{x, i, "text", complex(x, float64(i))} {
			fault(func() { Format(v, spec) })
			fault(func() { StrMod("%"+spec, NewTuple(v)) })
		}
	})
}

func BenchmarkDictInt(b *testing.B) {
	d := NewDict[int, int]()
	for i := 0; b.Loop(); i++ {
		k := i * 7919 & 0xffff
		d.Set(k, d.GetOr(k, 0)+1)
	}
}

func BenchmarkDictString(b *testing.B) {
	keys := make([]string, 1024)
	for i := range keys {
		keys[i] = fmt.Sprint("key", i)
	}
	d := NewDict[string, int]()
	for i := 0; b.Loop(); i++ {
		k := keys[i&1023]
		d.Set(k, d.GetOr(k, 0)+1)
	}
}

func BenchmarkDictTuple(b *testing.B) {
	d := NewDict[Tuple2[int, int], int]()
	for i := 0; b.Loop(); i++ {
		d.Set(NewTuple2(i&63, i>>6&63), i)
	}
}

func BenchmarkSprintf(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		Sprintf("user-%d: %s %.2f", i, "name", 1.5)
	}
}

func BenchmarkSortKey(b *testing.B) {
	for b.Loop() {
		l := NewListCap[int](1000)
		for i := range 1000 {
			l.Append(i * 7919 % 1009)
		}
		SortBy(l, func(x int) int { return -x })
	}
}
