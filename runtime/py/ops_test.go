package py

import (
	"math"
	"testing"
)

// vectorClass is a class with most operators.
func vectorClass() *Class {
	var V *Class
	n := func(x any) any { return GetAttr(x, "n") }
	V = class("V", nil,
		"__init__", def("__init__", "self n", func(a []any) any { SetAttr(a[0], "n", a[1]); return nil }),
		"__repr__", def("__repr__", "self", func(a []any) any { return "V(" + Str(n(a[0])) + ")" }),
		"__add__", def("__add__", "self o", func(a []any) any {
			if IsInstance(a[1], V) {
				return call(V, Add(n(a[0]), n(a[1])))
			}
			if IsInstance(a[1], IntType) {
				return call(V, Add(n(a[0]), a[1]))
			}
			return NotImplemented
		}),
		"__radd__", def("__radd__", "self o", func(a []any) any {
			if IsInstance(a[1], IntType) {
				return call(V, Add(Mul(a[1], 100), n(a[0])))
			}
			return NotImplemented
		}),
		"__mul__", def("__mul__", "self o", func(a []any) any { return NotImplemented }),
		"__rmul__", def("__rmul__", "self o", func(a []any) any { return tuple("rmul", a[1]) }),
		"__neg__", def("__neg__", "self", func(a []any) any { return call(V, Neg(n(a[0]))) }),
		"__eq__", def("__eq__", "self o", func(a []any) any { return IsInstance(a[1], V) && Eq(n(a[0]), n(a[1])) }),
		"__lt__", def("__lt__", "self o", func(a []any) any {
			if IsInstance(a[1], V) {
				return Lt(n(a[0]), n(a[1]))
			}
			return NotImplemented
		}),
		"__bool__", def("__bool__", "self", func(a []any) any { return Ne(n(a[0]), 0) }),
		"__getitem__", def("__getitem__", "self k", func(a []any) any { return tuple("item", a[1]) }),
		"__contains__", def("__contains__", "self k", func(a []any) any { return Eq(a[1], n(a[0])) }),
		"__index__", def("__index__", "self", func(a []any) any { return n(a[0]) }),
		"__iadd__", def("__iadd__", "self o", func(a []any) any { SetAttr(a[0], "n", IAdd(n(a[0]), 1000)); return a[0] }),
		"__matmul__", def("__matmul__", "self o", func(a []any) any { return "mat" }),
		"__len__", def("__len__", "self", func(a []any) any { return 3 }),
		"__int__", def("__int__", "self", func(a []any) any { return 77 }),
		"__float__", def("__float__", "self", func(a []any) any { return 7.5 }),
		"__abs__", def("__abs__", "self", func(a []any) any { return "abs" }),
		"__round__", def("__round__", "self n=None", func(a []any) any { return tuple("round", a[1]) }),
		"__divmod__", def("__divmod__", "self o", func(a []any) any { return tuple("dm", a[1]) }),
		"__pow__", def("__pow__", "self o m=None", func(a []any) any { return tuple("pow", a[1], a[2]) }),
	)
	return V
}

func TestOperators(t *testing.T) {
	checkProgram(t, func() {
		V := vectorClass()
		v := func(n any) any { return call(V, n) }
		a := v(3)
		Print(Add(a, v(4)), Add(a, 5), Add(6, a), Neg(a), Eq(a, v(3)), Ne(a, v(3)), Lt(a, v(9)), Gt(v(9), a), Truth(v(0)), MatMul(a, 1))
		failing(func() { Add(a, "x") })
		failing(func() { Add("x", a) })
		failing(func() { Mul(a, 2) })
		Print(Mul(2, a), Mul("ab", a))
		failing(func() { Lt(a, 3) })
		failing(func() { Gt(a, 3) })
		failing(func() { Sub(a, 1) })
		failing(func() { Invert(a) })
		failing(func() { Hash(a) })
		Print(GetItem(a, 1), GetItem(a, "k"), GetItem(a, NewSlice(1, 2, nil)), Contains(a, 3), Contains(a, 4), GetItem(list(10, 20, 30, 40), a), Len(a),
			call(IntType, a), call(FloatType, a), Abs(a), Round(a, nil), Round(a, 2), DivMod(a, 1), Pow(a, 2), Pow3(a, 2, 5), Pow(a, 4))
		b := a
		b = IAdd(b, 1)
		Print(Is(a, b), a)
		W := class("W", []any{V}, "__radd__", def("__radd__", "self o", func(a []any) any { return "W.radd" }))
		w := func(n any) any { return call(W, n) }
		Print(Add(v(1), w(2)), Add(w(2), v(1)), Add(1, w(1)))
	}, `
V(7) V(8) V(603) V(-3) True False True True False mat
TypeError: unsupported operand type(s) for +: 'V' and 'str'
TypeError: can only concatenate str (not "V") to str
TypeError: unsupported operand type(s) for *: 'V' and 'int'
('rmul', 2) ('rmul', 'ab')
TypeError: '<' not supported between instances of 'V' and 'int'
TypeError: '>' not supported between instances of 'V' and 'int'
TypeError: unsupported operand type(s) for -: 'V' and 'int'
TypeError: bad operand type for unary ~: 'V'
TypeError: unhashable type: 'V'
('item', 1) ('item', 'k') ('item', slice(1, 2, None)) True False 40 3 77 7.5 abs ('round', None) ('round', 2) ('dm', 1) ('pow', 2, None) ('pow', 2, 5) ('pow', 4, None)
True V(1003)
W.radd V(3) W.radd
`)
}

func TestOperatorErrors(t *testing.T) {
	cases := []struct {
		f    func()
		want string
	}{
		{func() { Add(1, "a") }, "TypeError: unsupported operand type(s) for +: 'int' and 'str'"},
		{func() { Add("a", 1) }, `TypeError: can only concatenate str (not "int") to str`},
		{func() { Add(list(1), tuple(2)) }, `TypeError: can only concatenate list (not "tuple") to list`},
		{func() { Add(nil, 1) }, "TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'"},
		{func() { Lt(1, "a") }, "TypeError: '<' not supported between instances of 'int' and 'str'"},
		{func() { Lt(list(), tuple()) }, "TypeError: '<' not supported between instances of 'list' and 'tuple'"},
		{func() { Lt(NewDict[any, any](), NewDict[any, any]()) }, "TypeError: '<' not supported between instances of 'dict' and 'dict'"},
		{func() { Neg("a") }, "TypeError: bad operand type for unary -: 'str'"},
		{func() { LShift(1, -1) }, "ValueError: negative shift count"},
		{func() { TrueDiv(1, 0) }, "ZeroDivisionError: division by zero"},
		{func() { FloorDiv(1, 0) }, "ZeroDivisionError: integer division or modulo by zero"},
		{func() { Mod(1, 0) }, "ZeroDivisionError: integer modulo by zero"},
		{func() { TrueDiv(1.0, 0) }, "ZeroDivisionError: float division by zero"},
		{func() { FloorDiv(5, 0.0) }, "ZeroDivisionError: float floor division by zero"},
		{func() { DivMod(1, 0) }, "ZeroDivisionError: integer division or modulo by zero"},
		{func() { Pow(0, -1) }, "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
		{func() { Mul("a", "b") }, "TypeError: can't multiply sequence by non-int of type 'str'"},
		{func() { Mul(list(1), 1.5) }, "TypeError: can't multiply sequence by non-int of type 'float'"},
		{func() { Mul(1.5, list(1)) }, "TypeError: can't multiply sequence by non-int of type 'float'"},
		{func() { MatMul(1, 2) }, "TypeError: unsupported operand type(s) for @: 'int' and 'int'"},
		{func() { And(1.5, 2) }, "TypeError: unsupported operand type(s) for &: 'float' and 'int'"},
		{func() { Pow(2, "a") }, "TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'"},
		{func() { DivMod(1, "a") }, "TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'"},
		{func() { IAdd(1, "a") }, "TypeError: unsupported operand type(s) for +=: 'int' and 'str'"},
		{func() { IPow(1, "a") }, "TypeError: unsupported operand type(s) for **=: 'int' and 'str'"},
		{func() { IAdd(list(1), 5) }, "TypeError: 'int' object is not iterable"},
		{func() { GetItem(5, 0) }, "TypeError: 'int' object is not subscriptable"},
		{func() { SetItem("a", 0, 1) }, "TypeError: 'str' object does not support item assignment"},
		{func() { DelItem(tuple(1), 0) }, "TypeError: 'tuple' object doesn't support item deletion"},
		{func() { Len(5) }, "TypeError: object of type 'int' has no len()"},
		{func() { Iter(5) }, "TypeError: 'int' object is not iterable"},
		{func() { Next(list()) }, "TypeError: 'list' object is not an iterator"},
		{func() { Contains(5, 1) }, "TypeError: argument of type 'int' is not iterable"},
		{func() { Contains("a", 1) }, "TypeError: 'in <string>' requires string as left operand, not int"},
		{func() { Unpack(list(1, 2, 3), 2) }, "ValueError: too many values to unpack (expected 2)"},
		{func() { Unpack(list(1), 2) }, "ValueError: not enough values to unpack (expected 2, got 1)"},
		{func() { UnpackStar(list(1), 1, 1) }, "ValueError: not enough values to unpack (expected at least 2, got 1)"},
		{func() { Unpack(5, 2) }, "TypeError: cannot unpack non-iterable int object"},
		{func() { SetAttr(5, "x", 1) }, "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"},
		{func() { SetAttr(IntType, "x", 1) }, "TypeError: cannot set 'x' attribute of immutable type 'int'"},
		{func() { SetAttr(Builtin("len"), "x", 1) }, "AttributeError: 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes"},
		{func() { Hash(list()) }, "TypeError: unhashable type: 'list'"},
		{func() { IsInstance(1, 2) }, "TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union"},
		{func() { IsSubclass(1, IntType) }, "TypeError: issubclass() arg 1 must be a class"},
		{func() { AsInt("a") }, "TypeError: 'str' object cannot be interpreted as an integer"},
	}
	for _, c := range cases {
		err := Catch(func() error { c.f(); return nil })
		if err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	checkProgram(t, func() {
		big := Pow(10, 20)
		Print(Pow(2, 100), Pow(2, 0.5), Pow(2, -1), FloorDiv(7, -2), Mod(-7, 3), FloorDiv(7.5, -2), Mod(-7.5, 2), DivMod(-7, 2), LShift(1, 70), RShift(-1, 3),
			Add(Sub(Pow(2, 64), Pow(2, 64)), 5), FloorDiv(big, 3), Add(math.MaxInt, 1), Sub(math.MinInt, 1), Mul(3037000500, 3037000500))
		Print(Add(true, true), And(true, false), Or(true, 2), Xor(true, true), Eq(1, 1.0), Eq(1<<53, math.Pow(2, 53)), Eq(1<<53+1, math.Pow(2, 53)), Lt(1, 1.5),
			Gt(Pow(10, 400), 1e300), Gt(math.Inf(1), Pow(10, 400)), Eq(1, complex(1, 0)), Lt("a", "b"), Lt(tuple(1, 2), tuple(1, 3)), Eq(list(1), list(1.0)), Mul(1i, 1i), Abs(3+4i))
		Print(Add(list(1, 2), list(3)), Add(tuple(1), tuple(2)), Mul("ab", 2), Mul(2, list(0)), Or(NewSet[any](1, 2), NewSet[any](3)), And(NewSet[any](1, 2), NewSet[any](2)), Add(Bytes("a"), Bytes("b")))
		Cmp := class("Cmp", nil,
			"__eq__", def("__eq__", "self o", func([]any) any { Print("eq"); return NotImplemented }),
			"__ne__", def("__ne__", "self o", func([]any) any { Print("ne"); return NotImplemented }))
		e := Eq(call(Cmp), 1)
		Print(e, Ne(call(Cmp), 1))
	}, `
1267650600228229401496703205376 1.4142135623730951 0.5 -4 2 -4.0 0.5 (-4, 1) 1180591620717411303424 -1 5 33333333333333333333 9223372036854775808 -9223372036854775809 9223372037000250000
2 False 3 False True True False True True True True True True True (-1+0j) 5.0
[1, 2, 3] (1, 2) abab [0, 0] {1, 2, 3} {2} b'ab'
eq
ne
False True
`)
}

func TestSubclassesOfBuiltins(t *testing.T) {
	checkProgram(t, func() {
		var L, D, I, S, F, T, St *Class
		L = class("L", []any{ListType},
			"__getitem__", def("__getitem__", "self i", func(a []any) any { return tuple("L", method(Super(L, a[0]), "__getitem__", a[1])) }),
			"total", def("total", "self", func(a []any) any { return SumOf(a[0], 0) }))
		l := call(L, list(1, 2, 3))
		l.(*Object).base.(*List[any]).Append(4)
		sum5 := Add(l, list(5))
		Print(l, GetItem(l, 0), Len(l), method(l, "total"), sum5, GetAttr(TypeOf(sum5), "__name__"), Eq(l, list(1, 2, 3, 4)), Contains(l, 2), call(ListType, l), SortedList(l, nil, true), IsInstance(l, ListType))
		SetItem(l, 1, 9)
		DelItem(l, 0)
		l = IAdd(l, list(7))
		Print(l, GetAttr(TypeOf(l), "__name__"), Truth(call(L)), GetAttr(l, "__dict__"))
		D = class("D", []any{DictType}, "__missing__", def("__missing__", "self k", func(a []any) any { return Mul(a[1], 2) }))
		d := callKw(D, nil, Kw{"a", 1})
		Print(GetItem(d, "a"), GetItem(d, "zz"), d, Len(d), Contains(d, "a"), call(DictType, d))
		I = class("I", []any{IntType},
			"__add__", def("__add__", "self o", func(a []any) any { return call(I, Add(Add(call(IntType, a[0]), call(IntType, a[1])), 1)) }),
			"__repr__", def("__repr__", "self", func(a []any) any { return "I(" + Str(call(IntType, a[0])) + ")" }))
		i := call(I, 5)
		Print(i, Add(i, 1), Sub(i, 1), Mul(i, 2), Add(1, i), Eq(i, 5), Hash(i) == Hash(5), Mul(list(0), i), Gt(i, 4), Str(i), IsInstance(i, IntType), GetAttr(TypeOf(Neg(i)), "__name__"))
		S = class("S", []any{StrType})
		s := call(S, "hey")
		Print(s, Repr(s), Add(s, "x"), GetAttr(TypeOf(Add(s, "x")), "__name__"), Len(s), GetItem(s, 0), Contains(s, "e"), Eq(s, "hey"))
		F = class("F", []any{FloatType})
		Print(call(F, 1.5), Add(call(F, 1.5), 1), call(F, "2.5"), Round(call(F, 2.567), 2))
		failing(func() { call(F, "x") })
		T = class("T", []any{TupleType},
			"__new__", def("__new__", "cls a b", func(a []any) any { return method(Super(T, a[0]), "__new__", a[0], tuple(a[1], a[2])) }),
			"first", NewProperty(def("first", "self", func(a []any) any { return GetItem(a[0], 0) }), nil, nil, nil))
		tt := call(T, 1, 2)
		Print(tt, GetAttr(tt, "first"), Eq(tt, tuple(1, 2)), Hash(tt) == Hash(tuple(1, 2)), Len(tt))
		u := Unpack(tt, 2)
		Print(u[0], u[1])
		St = class("St", []any{SetType})
		or := Or(call(St, list(1)), NewSet[any](2))
		Print(call(St, list(1, 2)), call(St), or, GetAttr(TypeOf(or), "__name__"))
	}, `
[1, 2, 3, 4] ('L', 1) 4 10 [1, 2, 3, 4, 5] list True True [1, 2, 3, 4] [4, 3, 2, 1] True
[9, 3, 4, 7] L False {}
1 zzzz {'a': 1} 1 True {'a': 1}
I(5) I(7) 4 10 6 True True [0, 0, 0, 0, 0] True I(5) True int
hey 'hey' heyx str 3 h True True
1.5 2.5 2.5 2.57
ValueError: could not convert string to float: 'x'
(1, 2) 1 True True 2
1 2
St({1, 2}) St() {1, 2} set
`)
}
