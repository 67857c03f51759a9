package py

import (
	"context"
	"errors"
	"runtime"
	"testing"
)

// failingArgs prints the exception of f with its args.
func failingArgs(f func()) {
	err := Catch(func() error { f(); return nil })
	if err == nil {
		Print("no exception")
		return
	}
	e := FromGo(err)
	Print(e.Exc().Class().name+":", Str(e), NewTuple(e.Exc().Args()...))
}

func nextOf(g any) any { return Must(NextErr(g)) }

// countFunc is the generator function count of the recorded program.
func countFunc() *Func {
	return NewGenFunc("count", []Param{Pos("n")}, func(_ context.Context, args []any, y *Yielder[any]) error {
		n := args[0]
		err := func() error {
			err := Catch(func() error {
				for i := range Each(NewRange(0, AsInt(n), 1)) {
					got, err := y.Send(i)
					if err != nil {
						return err
					}
					if got != nil {
						Print("got", got)
					}
				}
				return y.Return("done")
			})
			if errors.Is(err, ValueError) {
				Print("caught", err.(BaseException))
				err = y.Yield("recovered")
			}
			return err
		}()
		Print("finally")
		return err
	})
}

func TestGenerators(t *testing.T) {
	count := countFunc()
	genOf := func(n int) *Generator[any] { return call(count, n).(*Generator[any]) }
	checkProgram(t, func() {
		g := genOf(2)
		Print(nextOf(g), Must(g.Send("hi")))
		failingArgs(func() { nextOf(g) })
		failingArgs(func() { nextOf(g) })
		Print(call(ListType, genOf(3)))
		for x := range EachOnce(genOf(3)) {
			Print("loop", x)
			if x == 1 {
				break
			}
		}
		g = genOf(5)
		nextOf(g)
		Print(method(g, "throw", ValueError.New("bad")))
		failingArgs(func() { nextOf(g) })
		g = genOf(5)
		nextOf(g)
		Print(method(g, "close"))
		failingArgs(func() { nextOf(g) })
		Print(method(g, "close"))
		g = genOf(5)
		failingArgs(func() { method(g, "send", 1) })
		failingArgs(func() { method(g, "throw", call(KeyError, "k")) })
		failingArgs(func() { nextOf(g) })

		sub := NewGenFunc("sub", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
			r, err := y.YieldFrom(call(count, 1))
			if err != nil {
				return err
			}
			Print("sub result", r)
			r, err = y.YieldFrom(list(10, 20))
			if err != nil {
				return err
			}
			Print("list result", r)
			return y.Return(5)
		})
		Print(call(ListType, call(sub)))
		outer := NewGenFunc("outer", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
			x, err := y.YieldFrom(call(sub))
			if err != nil {
				return err
			}
			Print("x", x)
			return nil
		})
		og := call(outer)
		Print(nextOf(og))
		Print(method(og, "send", "deep"))
		Print(nextOf(og))
		failingArgs(func() { nextOf(og) })
		og = call(outer)
		nextOf(og)
		Print(method(og, "throw", ValueError.New("thru")))
		method(og, "close")
		bad := NewGenFunc("bad", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
			if err := y.Yield(1); errors.Is(err, GeneratorExit) {
				return y.Yield(2)
			}
			return nil
		})
		bg := call(bad)
		nextOf(bg)
		failingArgs(func() { method(bg, "close") })
		failingArgs(func() {
			for range EachOnce(call(bad)) {
				break
			}
		})
		stop := NewGenFunc("stop", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
			if err := y.Yield(1); err != nil {
				return err
			}
			return StopIteration.New("x")
		})
		failingArgs(func() { call(ListType, call(stop)) })
		var me any
		selfrun := NewGenFunc("selfrun", nil, func(_ context.Context, _ []any, y *Yielder[any]) error { return y.Yield(nextOf(me)) })
		me = call(selfrun)
		failingArgs(func() { nextOf(me) })
		noisy := NewGenFunc("noisy", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
			err := y.Yield(1)
			if errors.Is(err, ValueError) {
				Print("WRONG")
			}
			Print("cleanup")
			return err
		})
		failingArgs(func() {
			for range EachOnce(call(noisy)) {
				Throw(ValueError.New("consumer"))
			}
		})
		retval := NewGenFunc("retval", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
			if err := y.Yield(1); errors.Is(err, GeneratorExit) {
				return y.Return(99)
			}
			return nil
		})
		rg := call(retval)
		nextOf(rg)
		Print(method(rg, "close"))
		failingArgs(func() {
			call(ListType, call(NewGenFunc("gen_exc", nil, func(_ context.Context, _ []any, y *Yielder[any]) error {
				if err := y.Yield(1); err != nil {
					return err
				}
				TrueDiv(1, 0)
				return nil
			})))
		})
		Print(genOf(1), GetAttr(genOf(1), "__name__"), GetAttr(TypeOf(genOf(1)), "__name__"))
	}, `
got hi
0 1
finally
StopIteration: done ('done',)
StopIteration:  ()
finally
[0, 1, 2]
loop 0
loop 1
finally
caught bad
recovered
finally
StopIteration:  ()
finally
None
StopIteration:  ()
None
TypeError: can't send non-None value to a just-started generator ("can't send non-None value to a just-started generator",)
KeyError: 'k' ('k',)
StopIteration:  ()
finally
sub result done
list result None
[0, 10, 20]
0
got deep
finally
sub result done
10
20
list result None
x 5
StopIteration:  ()
caught thru
recovered
finally
RuntimeError: generator ignored GeneratorExit ('generator ignored GeneratorExit',)
RuntimeError: generator ignored GeneratorExit ('generator ignored GeneratorExit',)
RuntimeError: generator raised StopIteration ('generator raised StopIteration',)
ValueError: generator already executing ('generator already executing',)
cleanup
ValueError: consumer ('consumer',)
99
ZeroDivisionError: division by zero ('division by zero',)
<generator object count at 0x> count generator
`)
}

func TestIteration(t *testing.T) {
	checkProgram(t, func() {
		sq := NewGenExpr(func(y *Yielder[any]) error {
			for x := range Each(NewRange(0, 4, 1)) {
				if err := y.Yield(Mul(x, x)); err != nil {
					return err
				}
			}
			return nil
		})
		Print(nextOf(sq), call(ListType, sq), GetAttr(sq, "__name__"))
		next := Builtin("next")
		it := call(Builtin("iter"), list(1, 2))
		Print(call(next, it), call(next, it, "dflt"), call(next, it, "dflt"))
		failingArgs(func() { call(next, it) })
		add := def("<lambda>", "a b", func(a []any) any { return Add(a[0], a[1]) })
		Print(call(ListType, call(EnumerateType, "ab", 1)), call(ListType, call(ZipType, list(1, 2), "abc")), call(ListType, call(MapType, add, list(1, 2), list(3, 4))),
			call(ListType, call(FilterType, nil, list(0, 1, 2))), call(ListType, call(ReversedType, list(1, 2))))
		strict := func(xs ...any) { call(ListType, callKw(ZipType, xs, Kw{"strict", true})) }
		failingArgs(func() { strict(list(1), list(1, 2)) })
		failingArgs(func() { strict(list(1, 2), list(1)) })
		failingArgs(func() { strict(list(1), list(1), list(1, 2)) })
		neg := def("<lambda>", "x", func(a []any) any { return Neg(a[0]) })
		negOrd := def("<lambda>", "c", func(a []any) any { return Neg(Ord(AsString(a[0]))) })
		min, max, sum, sorted := Builtin("min"), Builtin("max"), Builtin("sum"), Builtin("sorted")
		Print(call(sum, list(1, 2)), call(sum, Mul(list(0.1), 10)), call(sum, list(list(1), list(2)), list()), call(min, list(3, 1)), callKw(max, []any{"abc"}, Kw{"key", negOrd}),
			callKw(min, []any{list()}, Kw{"default", 7}), call(max, 1, 5, 3), callKw(sorted, []any{list(3, 1, 2)}, Kw{"key", neg}), call(Builtin("any"), list(0, 1)), call(Builtin("all"), list()))
		failingArgs(func() { call(min, list()) })
		failingArgs(func() { callKw(max, []any{1, 2}, Kw{"default", 3}) })
		failingArgs(func() { call(sum, list("a"), "") })
		failingArgs(func() { call(sum, list(1, "a")) })
		It := class("It", nil,
			"__init__", def("__init__", "self", func(a []any) any { SetAttr(a[0], "i", 0); return nil }),
			"__iter__", def("__iter__", "self", func(a []any) any { return a[0] }),
			"__next__", defErr("__next__", "self", func(a []any) (any, error) {
				SetAttr(a[0], "i", IAdd(GetAttr(a[0], "i"), 1))
				if Gt(GetAttr(a[0], "i"), 3) {
					return nil, Raise(StopIteration)
				}
				return GetAttr(a[0], "i"), nil
			}))
		comp := list()
		for x := range Each(call(It)) {
			comp.Append(x)
		}
		Print(call(ListType, call(It)), comp, Contains(call(It), 2), call(sum, call(It)), call(TupleType, call(It)))
		ab := UnpackStar(call(It), 1, 0)
		Print(ab[0], ab[1])
		GI := class("GI", nil, "__getitem__", defErr("__getitem__", "self i", func(a []any) (any, error) {
			if Gt(a[1], 2) {
				return nil, Raise(IndexError)
			}
			return Mul(a[1], 10), nil
		}))
		Print(call(ListType, call(GI)), Contains(call(GI), 20), call(ListType, call(ZipType, call(GI), call(GI))))
		NoIter := class("NoIter", nil, "__iter__", def("__iter__", "self", func([]any) any { return 5 }))
		failingArgs(func() { Iter(call(NoIter)) })
		vals := Iter(list(1, 2, 0, 3))
		Print(call(ListType, call(Builtin("iter"), def("<lambda>", "", func([]any) any { return nextOf(vals) }), 0)))
		Rev := class("Rev", nil,
			"__len__", def("__len__", "self", func([]any) any { return 3 }),
			"__getitem__", def("__getitem__", "self i", func(a []any) any { return a[1] }))
		Print(call(ListType, call(ReversedType, call(Rev))))
		failingArgs(func() { ReversedIter(5) })
		failingArgs(func() { ReversedIter(NewSet[any](1)) })
	}, `
0 [1, 4, 9] <genexpr>
1 2 dflt
StopIteration:  ()
[(1, 'a'), (2, 'b')] [(1, 'a'), (2, 'b')] [4, 6] [1, 2] [2, 1]
ValueError: zip() argument 2 is longer than argument 1 ('zip() argument 2 is longer than argument 1',)
ValueError: zip() argument 2 is shorter than argument 1 ('zip() argument 2 is shorter than argument 1',)
ValueError: zip() argument 3 is longer than arguments 1-2 ('zip() argument 3 is longer than arguments 1-2',)
3 1.0 [1, 2] 1 a 7 5 [3, 2, 1] True True
ValueError: min() iterable argument is empty ('min() iterable argument is empty',)
TypeError: Cannot specify a default for max() with multiple positional arguments ('Cannot specify a default for max() with multiple positional arguments',)
TypeError: sum() can't sum strings [use ''.join(seq) instead] ("sum() can't sum strings [use ''.join(seq) instead]",)
TypeError: unsupported operand type(s) for +: 'int' and 'str' ("unsupported operand type(s) for +: 'int' and 'str'",)
[1, 2, 3] [1, 2, 3] True 6 (1, 2, 3)
1 [2, 3]
[0, 10, 20] True [(0, 0), (10, 10), (20, 20)]
TypeError: iter() returned non-iterator of type 'int' ("iter() returned non-iterator of type 'int'",)
[1, 2]
[2, 1, 0]
TypeError: 'int' object is not reversible ("'int' object is not reversible",)
TypeError: 'set' object is not reversible ("'set' object is not reversible",)
`)
}

// TestAbandonedGenerators checks that dropped generators are closed at the
// next safe point, and that the rest is closed at the program's end.
func TestAbandonedGenerators(t *testing.T) {
	closed := 0
	start := func() {
		g := NewGenerator("g", func(y *Yielder[int]) error {
			defer func() { closed++ }()
			for i := 0; ; i++ {
				if err := y.Yield(i); err != nil {
					return err
				}
			}
		})
		if v, ok := g.Next(); !ok || v != 0 {
			t.Errorf("Next = %d, %t", v, ok)
		}
	}
	before := runtime.NumGoroutine()
	for range 50 {
		start()
	}
	for i := 0; i < 100 && closed < 50; i++ {
		runtime.GC()
		runtime.Gosched()
		CloseAbandoned()
	}
	if closed != 50 {
		t.Errorf("%d of 50 abandoned generators closed", closed)
	}
	keep := NewGenerator("g", func(y *Yielder[int]) error {
		defer func() { closed++ }()
		return y.Yield(1)
	})
	keep.Next()
	closeAllPulls()
	if closed != 51 {
		t.Error("a live generator was not closed at the end")
	}
	runtime.KeepAlive(keep)
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines left, %d before", n, before)
	}
}

// TestTypedGenerator covers the typed forms: push, pull, errors as values.
func TestTypedGenerator(t *testing.T) {
	newGen := func() *Generator[int] {
		return NewGenerator("g", func(y *Yielder[int]) error {
			for i := range 3 {
				if err := y.Yield(i); err != nil {
					return err
				}
			}
			return KeyError.New("end")
		})
	}
	var got []int
	var last error
	for v, err := range newGen().AllErr() {
		if err != nil {
			last = err
			break
		}
		got = append(got, v)
	}
	if len(got) != 3 || !errors.Is(last, KeyError) {
		t.Errorf("AllErr gave %v, %v", got, last)
	}
	g := newGen()
	g.Next()
	rest := 0
	for range g.Rest() {
		rest++
		if rest == 1 {
			break
		}
	}
	if v, ok, err := g.TryNext(); v != 2 || !ok || err != nil {
		t.Errorf("after a broken Rest: %d %t %v", v, ok, err)
	}
	if _, _, err := g.TryNext(); !errors.Is(err, KeyError) {
		t.Errorf("end: %v", err)
	}
	if _, ok := g.Next(); ok {
		t.Error("a failed generator goes on")
	}
}
