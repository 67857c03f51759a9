package py

import "testing"

func TestNamedTuple(t *testing.T) {
	checkProgram(t, func() {
		P := class("P", []any{NamedTuple}, "__annotations__", ann("x", "int", "y", "int"), "y", 2,
			"dist", def("dist", "self", func(a []any) any { return Add(GetAttr(a[0], "x"), GetAttr(a[0], "y")) }))
		p := call(P, 1)
		Print(p, GetAttr(p, "x"), GetItem(p, 1), method(p, "dist"), Eq(p, tuple(1, 2)), Len(p), GetAttr(P, "_fields"), method(p, "_asdict"), Must(CallMethodKw(bg, p, "_replace", nil, []Kw{{"x", 9}})), method(P, "_make", list(5, 6)),
			GetAttr(P, "_field_defaults"), IsInstance(p, TupleType), GetAttr(P, "__doc__"), Hash(p) == Hash(tuple(1, 2)), Add(p, tuple(3)), call(ListType, p), GetAttr(P, "__match_args__"))
		failing(func() { call(P) })
		failing(func() { call(P, 1, 2, 3) })
		failing(func() { Must(CallMethodKw(bg, p, "_replace", nil, []Kw{{"q", 1}})) })
		failing(func() { SetAttr(p, "x", 3) })
		failing(func() { method(P, "_make", list(1)) })
		failing(func() { GetAttr(p, "nope") })
		xy := Unpack(p, 2)
		d := NewDict[any, any]()
		d.Set(p, 1)
		Print(xy[0], xy[1], GetItem(d, tuple(1, 2)), SortedList(list(call(P, 2), call(P, 1, 5), call(P, 1)), nil, false))
		Sub := class("Sub", []any{P}, "z", def("z", "self", func([]any) any { return "z" }))
		Print(call(Sub, 1), method(call(Sub, 3), "z"), GetAttr(TypeOf(Must(CallMethodKw(bg, call(Sub, 1), "_replace", nil, []Kw{{"x", 2}}))), "__name__"))
	}, `
P(x=1, y=2) 1 2 3 True 2 ('x', 'y') {'x': 1, 'y': 2} P(x=9, y=2) P(x=5, y=6) {'y': 2} True P(x, y) True (1, 2, 3) [1, 2] ('x', 'y')
TypeError: P.__new__() missing 1 required positional argument: 'x'
TypeError: P.__new__() takes from 2 to 3 positional arguments but 4 were given
TypeError: Got unexpected field names: ['q']
AttributeError: can't set attribute
TypeError: Expected 2 arguments, got 1
AttributeError: 'P' object has no attribute 'nope'
1 2 1 [P(x=1, y=2), P(x=1, y=5), P(x=2, y=2)]
Sub(x=1, y=2) z Sub
`)
}

func TestTyping(t *testing.T) {
	typing := func(n string) any { return ModuleTyping.Get(n) }
	checkProgram(t, func() {
		TD := classKw("TD", []any{TypedDict}, []Kw{{"total", false}}, "__annotations__", ann("a", "int", "b", "str"))
		td := callKw(TD, nil, Kw{"a", 1}, Kw{"b", "x"})
		Print(td, GetAttr(TypeOf(td), "__name__"), GetItem(td, "a"), GetAttr(TD, "__total__"))
		run := func(v any) *Func { return def("run", "self", func([]any) any { return v }) }
		Proto := class("Proto", []any{Protocol}, "run", run(nil))
		RP := class("RP", []any{Protocol}, "__annotations__", ann("name", "str"), "run", run(nil))
		RuntimeCheckable(RP)
		Impl := class("Impl", nil, "name", "n", "run", run(1))
		NotImpl := class("NotImpl", nil)
		Print(IsInstance(call(Impl), RP), IsInstance(call(NotImpl), RP))
		failing(func() { IsInstance(call(Impl), Proto) })
		failing(func() { call(Proto) })
		Expl := class("Expl", []any{RP}, "name", "e", "run", run(2))
		Print(method(call(Expl), "run"), IsInstance(call(Expl), RP))
		T := call(typing("TypeVar"), "T")
		Box := class("Box", []any{GetItem(Generic, T)}, "__init__", def("__init__", "self v", func(a []any) any { SetAttr(a[0], "v", a[1]); return nil }))
		Print(GetAttr(call(Box, 1), "v"), GetAttr(call(GetItem(Box, IntType), 2), "v"), GetItem(Box, IntType), T, GetAttr(Box, "__mro__"), GetItem(typing("Optional"), IntType), GetItem(typing("Union"), tuple(IntType, StrType)))
		V := TotalOrdering(class("V", nil,
			"__init__", def("__init__", "self n", func(a []any) any { SetAttr(a[0], "n", a[1]); return nil }),
			"__eq__", def("__eq__", "self o", func(a []any) any { return Eq(GetAttr(a[0], "n"), GetAttr(a[1], "n")) }),
			"__lt__", def("__lt__", "self o", func(a []any) any { return Lt(GetAttr(a[0], "n"), GetAttr(a[1], "n")) })))
		v := func(n int) any { return call(V, n) }
		Print(Le(v(1), v(1)), Gt(v(2), v(1)), Ge(v(1), v(2)), Le(v(1), v(2)), Gt(v(1), v(1)), Ge(v(1), v(1)), Lt(v(1), v(2)))
		CP := class("CP", nil, "calls", 0)
		cached := class("CP2", []any{CP}, "v", NewCachedProperty(def("v", "self", func([]any) any { SetAttr(CP, "calls", Add(GetAttr(CP, "calls"), 1)); return 42 })))
		c := call(cached)
		Print(GetAttr(c, "v"), GetAttr(c, "v"), GetAttr(CP, "calls"), GetAttr(c, "__dict__"))
		DelAttr(c, "v")
		Print(GetAttr(c, "v"), GetAttr(CP, "calls"))
		ns := callKw(SimpleNamespace, nil, Kw{"a", 1}, Kw{"b", "x"})
		SetAttr(ns, "c", list(1))
		Print(ns, GetAttr(ns, "a"), Eq(ns, callKw(SimpleNamespace, nil, Kw{"a", 1}, Kw{"b", "x"}, Kw{"c", list(1)})))
		DelAttr(ns, "a")
		Print(ns)
	}, `
{'a': 1, 'b': 'x'} dict 1 False
True False
TypeError: Instance and class checks can only be used with @runtime_checkable protocols
TypeError: Protocols cannot be instantiated
2 True
1 2 __main__.Box[int] ~T (<class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>) typing.Optional[int] typing.Union[int, str]
True True False True False True True
42 42 1 {'v': 42}
42 2
namespace(a=1, b='x', c=[1]) 1 True
namespace(b='x', c=[1])
`)
}

func TestCopy(t *testing.T) {
	checkProgram(t, func() {
		a := list(1, list(2, 3), ann("k", list(4)), tuple(5, list(6)))
		b, c := DeepCopy(a), Copy(a)
		GetItem(a, 1).(*List[any]).Append(9)
		GetItem(GetItem(a, 2), "k").(*List[any]).Append(8)
		GetItem(GetItem(a, 3), 1).(*List[any]).Append(7)
		Print(a, b, c)
		O := class("O", nil, "__init__", def("__init__", "self", func(a []any) any {
			SetAttr(a[0], "l", list(1))
			SetAttr(a[0], "me", a[0])
			return nil
		}))
		o := call(O)
		o2 := DeepCopy(o)
		GetAttr(o, "l").(*List[any]).Append(2)
		Print(GetAttr(o2, "l"), Is(GetAttr(o2, "me"), o2), Is(GetAttr(Copy(o), "l"), GetAttr(o, "l")))
		r := list(1)
		r.Append(r)
		Print(DeepCopy(r))
	}, `
[1, [2, 3, 9], {'k': [4, 8]}, (5, [6, 7])] [1, [2, 3], {'k': [4]}, (5, [6])] [1, [2, 3, 9], {'k': [4, 8]}, (5, [6, 7])]
[1] True True
[1, [...]]
`)
}
