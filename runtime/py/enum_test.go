package py

import (
	"strings"
	"testing"
)

// contains is x in container as a program's expression.
func contains(container, x any) any { return Contains(container, x) }

func TestEnum(t *testing.T) {
	checkProgram(t, func() {
		Color := class("Color", []any{Enum}, "RED", 1, "GREEN", 2, "BLUE", Auto(), "CRIMSON", 1,
			"describe", def("describe", "self", func(a []any) any { return Str(GetAttr(a[0], "name")) + "=" + Str(GetAttr(a[0], "value")) }),
			"up", NewProperty(def("up", "self", func(a []any) any { return strings.ToLower(AsString(GetAttr(a[0], "name"))) }), nil, nil, nil),
			"default", NewClassMethod(def("default", "cls", func(a []any) any { return GetAttr(a[0], "GREEN") })))
		red, green, blue := GetAttr(Color, "RED"), GetAttr(Color, "GREEN"), GetAttr(Color, "BLUE")
		Print(red, Repr(red), GetAttr(red, "name"), GetAttr(red, "value"), call(Color, 2), GetItem(Color, "BLUE"), GetAttr(Color, "CRIMSON"), Is(GetAttr(Color, "CRIMSON"), red), GetAttr(blue, "value"))
		members := GetAttr(Color, "__members__")
		Print(call(ListType, Color), Len(Color), contains(Color, red), contains(Color, 1), contains(Color, 9), call(ListType, members), GetItem(members, "RED"))
		Print(Color, TypeOf(Color), TypeOf(red), IsInstance(red, Color), Eq(red, 1), Eq(red, red), Ne(red, blue), Hash(red) == Hash("RED"))
		d := NewDict[any, any]()
		d.Set(red, 1)
		Print(method(red, "describe"), GetAttr(red, "up"), method(Color, "default"), Format(red, ""), Format(red, ">12")+"|", Str(red), d, GetAttr(red, "__class__"), GetAttr(Color, "__name__"), GetAttr(red, "GREEN"))
		failing(func() { call(Color, 9) })
		failing(func() { GetItem(Color, "X") })
		failing(func() { GetAttr(Color, "NOPE") })
		failing(func() { SetAttr(Color, "RED", 3) })
		failing(func() { Lt(red, green) })
		failing(func() { DelAttr(Color, "RED") })
		failing(func() { class("More", []any{Color}, "X", 1) })
		N := class("N", []any{IntEnum}, "A", 1, "B", 5, "C", Auto())
		na, nb, nc := GetAttr(N, "A"), GetAttr(N, "B"), GetAttr(N, "C")
		one := NewDict[any, any]()
		one.Set(1, "x")
		Print(na, Repr(na), Add(na, 1), Gt(nb, na), GetAttr(nc, "value"), call(N, 5), Format(nb, "03d"), GetItem(list(10, 20), na), Eq(na, 1), IsInstance(na, IntType), SortedList(list(nc, na), nil, false),
			call(Builtin("max"), N), call(IntType, nb), contains(tuple(1, 2), na), GetItem(one, na), Mod("%d", nb))
		S := class("S", []any{StrEnum}, "FOO", Auto(), "BAR", "b")
		foo, bar := GetAttr(S, "FOO"), GetAttr(S, "BAR")
		Print(foo, Repr(foo), Eq(foo, "foo"), method(bar, "upper"), call(S, "b"), Format(foo, "")+"!", Add(foo, "x"), IsInstance(foo, StrType), method(",", "join", S), Len(foo))
		Mixed := class("Mixed", []any{StrType, Enum}, "A", "a", "B", "b")
		ma := GetAttr(Mixed, "A")
		sd := NewDict[any, any]()
		sd.Set("a", 1)
		Print(ma, Repr(ma), Eq(ma, "a"), call(Mixed, "b"), Format(ma, ""), method(ma, "upper"), contains(sd, ma))
		Planet := class("Planet", []any{Enum}, "EARTH", tuple(5.97, 6.37), "MARS", tuple(0.64, 3.39),
			"__init__", def("__init__", "self mass radius", func(a []any) any { SetAttr(a[0], "mass", a[1]); SetAttr(a[0], "radius", a[2]); return nil }),
			"g", NewProperty(def("g", "self", func(a []any) any { return Round(TrueDiv(GetAttr(a[0], "mass"), GetAttr(a[0], "radius")), 3) }), nil, nil, nil))
		earth := GetAttr(Planet, "EARTH")
		Print(earth, GetAttr(earth, "value"), GetAttr(GetAttr(Planet, "MARS"), "mass"), GetAttr(earth, "g"), call(Planet, tuple(0.64, 3.39)), Repr(GetAttr(Planet, "MARS")))
		Coord := class("Coord", []any{BytesType, Enum},
			"__new__", def("__new__", "cls value label", func(a []any) any {
				o := method(BytesType, "__new__", a[0], list(a[1]))
				SetAttr(o, "_value_", a[1])
				SetAttr(o, "label", a[2])
				return o
			}), "PX", tuple(0, "P.X"), "PY", tuple(1, "P.Y"))
		Print(Str(GetAttr(Coord, "PY")), GetAttr(GetAttr(Coord, "PY"), "label"), GetAttr(call(Coord, 1), "value"))
		Auto2 := class("Auto2", []any{Enum},
			"_generate_next_value_", NewStaticMethod(def("_generate_next_value_", "name start count last", func(a []any) any { return strings.ToLower(AsString(a[0])) + Str(a[2]) })),
			"A", Auto(), "B", Auto())
		Print(call(ListType, Auto2))
		Miss := class("Miss", []any{Enum}, "A", "a", "_missing_", NewClassMethod(def("_missing_", "cls v", func(a []any) any {
			if s, ok := a[1].(string); ok && strings.ToLower(s) == "a" {
				return GetAttr(a[0], "A")
			}
			return nil
		})))
		Print(call(Miss, "A"))
		failing(func() { call(Miss, "q") })
		failing(func() { Must(Unique(class("U", []any{Enum}, "A", 1, "B", 1))) })
		failing(func() { class("U", []any{Enum}, "A", 1, "A", 2) })
		An := call(Enum, "An", "ANT BEE")
		Print(call(ListType, An), GetAttr(An, "BEE"), GetAttr(An, "__module__"))
		An2 := call(IntEnum, "An2", list(tuple("X", 3), tuple("Y", 4)))
		Print(call(ListType, An2), Add(GetAttr(An2, "X"), 1))
		Empty := class("Empty", []any{Enum}, "hello", def("hello", "self", func(a []any) any { return "hi " + Str(GetAttr(a[0], "name")) }))
		Sub := class("Sub", []any{Empty}, "A", 1)
		Print(method(GetAttr(Sub, "A"), "hello"), GetAttr(Sub, "A"), IsSubclass(Sub, Empty), IsSubclass(Color, Enum))
		L := class("L", []any{Enum}, "A", list(), "B", ann("k", 1))
		Print(GetAttr(L, "A"), call(L, list()), Repr(GetAttr(L, "B")))
		Print(Is(Copy(red), red), Is(GetItem(DeepCopy(list(red)), 0), red))
		Print(NewSet(red, green, blue), GetAttr(red, "__doc__"))
	}, `
Color.RED <Color.RED: 1> RED 1 Color.GREEN Color.BLUE Color.RED True 3
[<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 True True False ['RED', 'GREEN', 'BLUE', 'CRIMSON'] Color.RED
<enum 'Color'> <class 'enum.EnumType'> <enum 'Color'> True False True True True
RED=1 red Color.GREEN Color.RED    Color.RED| Color.RED {<Color.RED: 1>: 1} <enum 'Color'> Color Color.GREEN
ValueError: 9 is not a valid Color
KeyError: 'X'
AttributeError: type object 'Color' has no attribute 'NOPE'
AttributeError: cannot reassign member 'RED'
TypeError: '<' not supported between instances of 'Color' and 'Color'
AttributeError: 'Color' cannot delete member 'RED'.
TypeError: <enum 'More'> cannot extend <enum 'Color'>
1 <N.A: 1> 2 True 6 5 005 20 True True [<N.A: 1>, <N.C: 6>] 6 5 True x 5
foo <S.FOO: 'foo'> True B b foo! foox True foo,b 3
Mixed.A <Mixed.A: 'a'> True Mixed.B Mixed.A A True
Planet.EARTH (5.97, 6.37) 0.64 0.937 Planet.MARS <Planet.MARS: (0.64, 3.39)>
Coord.PY P.Y 1
[<Auto2.A: 'a0'>, <Auto2.B: 'b1'>]
Miss.A
ValueError: 'q' is not a valid Miss
ValueError: duplicate values found in <enum 'U'>: B -> A
TypeError: 'A' already defined as 1
[<An.ANT: 1>, <An.BEE: 2>] An.BEE __main__
[<An2.X: 3>, <An2.Y: 4>] 4
hi A Sub.A True True
L.A L.A <L.B: {'k': 1}>
True True
{<Color.GREEN: 2>, <Color.BLUE: 3>, <Color.RED: 1>} None
`)
}

func TestFlag(t *testing.T) {
	checkProgram(t, func() {
		Perm := class("Perm", []any{Flag}, "R", 1, "W", 2, "X", 4, "RW", 3)
		a := func(n string) any { return GetAttr(Perm, n) }
		Print(a("R"), Repr(a("R")), Or(a("R"), a("W")), Repr(Or(a("R"), a("X"))), a("RW"), Repr(a("RW")), contains(a("RW"), a("R")), contains(a("RW"), a("X")), call(ListType, Perm), call(ListType, a("RW")),
			call(Perm, 0), Repr(call(Perm, 0)), Truth(call(Perm, 0)), Invert(a("R")), Xor(a("R"), a("RW")), And(a("RW"), a("W")), GetAttr(a("X"), "value"), Len(a("RW")), Is(Or(a("R"), a("W")), a("RW")),
			call(Perm, 5), GetAttr(Or(a("R"), a("X")), "name"), GetAttr(Or(a("R"), a("X")), "value"))
		failing(func() { call(Perm, 8) })
		failing(func() { Or(a("R"), 1) })
		failing(func() { Contains(a("R"), 1) })
		fa, fb := Auto(), Auto()
		AutoFlag := class("AutoFlag", []any{Flag}, "A", fa, "B", fb, "C", Auto(), "AB", Or(fa, fb))
		Print(call(ListType, AutoFlag), GetAttr(AutoFlag, "AB"))
		IF := class("IF", []any{IntFlag}, "A", 1, "B", 2, "C", 4)
		i := func(n string) any { return GetAttr(IF, n) }
		Print(Or(i("A"), i("B")), Repr(Or(i("A"), i("B"))), Or(i("A"), 8), Repr(Or(i("A"), 8)), Add(i("A"), 1), call(IF, 3), Or(i("A"), 1), Invert(i("A")), Repr(Invert(i("A"))), contains(call(IF, 3), i("B")), IsInstance(i("A"), IntType), call(IntType, call(IF, 7)), Repr(call(IF, 0)))
	}, `
Perm.R <Perm.R: 1> Perm.RW <Perm.R|X: 5> Perm.RW <Perm.RW: 3> True False [<Perm.R: 1>, <Perm.W: 2>, <Perm.X: 4>] [<Perm.R: 1>, <Perm.W: 2>] Perm(0) <Perm: 0> False Perm.W|X Perm.W Perm.W 4 2 True Perm.R|X R|X 5
ValueError: <flag 'Perm'> invalid value 8
    given 0b0 1000
  allowed 0b0 0111
TypeError: unsupported operand type(s) for |: 'Perm' and 'int'
TypeError: unsupported operand type(s) for 'in': 'int' and 'Perm'
[<AutoFlag.A: 1>, <AutoFlag.B: 2>, <AutoFlag.C: 4>] AutoFlag.AB
3 <IF.A|B: 3> 9 <IF.A|8: 9> 2 3 1 6 <IF.B|C: 6> True True 7 <IF: 0>
`)
}
