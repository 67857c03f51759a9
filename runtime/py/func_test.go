package py

import "testing"

func TestFunctions(t *testing.T) {
	f := def("f", "a b=2 / c=3 *args d e=5 **kw", func(a []any) any { return tuple(a...) })
	g := def("g", "a b c=3", func(a []any) any { return tuple(a...) })
	h := def("h", "", func(a []any) any { return nil })
	k := def("k", "* x y z", func(a []any) any { return nil })
	p := def("p", "a b /", func(a []any) any { return nil })
	two := def("two", "a b=1 * k=0", func(a []any) any { return nil })
	many := def("many", "a b c d", func(a []any) any { return nil })
	kv := func(pairs ...any) *Dict[any, any] {
		d := NewDict[any, any]()
		for i := 0; i < len(pairs); i += 2 {
			d.Set(pairs[i], pairs[i+1])
		}
		return d
	}
	checkProgram(t, func() {
		Print(callKw(f, []any{1}, Kw{"d", 4}), callKw(f, []any{1, 9, 8, 7, 6}, Kw{"d", 0}, Kw{"z", 1}, Kw{"e", 2}), callKw(f, []any{1}, Kw{"d", 4}, Kw{"b", 7}))
		for _, bad := range []func(){
			func() { call(f) },
			func() { callKw(f, nil, Kw{"d", 1}) },
			func() { call(f, 1) },
			func() { call(g) },
			func() { call(g, 1) },
			func() { call(g, 1, 2, 3, 4) },
			func() { callKw(g, []any{1, 2}, Kw{"b", 3}) },
			func() { callKw(g, []any{1, 2}, Kw{"x", 3}) },
			func() { callKw(g, []any{1, 2, 3, 4, 5}, Kw{"c", 1}) },
			func() { call(h, 1) },
			func() { call(h, 1, 2) },
			func() { callKw(h, nil, Kw{"x", 1}) },
			func() { call(k) },
			func() { callKw(k, nil, Kw{"x", 1}) },
			func() { callKw(k, []any{1}, Kw{"x", 1}, Kw{"y", 2}, Kw{"z", 3}) },
			func() { call(k, 1, 2) },
			func() { callKw(p, nil, Kw{"a", 1}, Kw{"b", 2}) },
			func() { callKw(p, []any{1}, Kw{"b", 2}) },
			func() { call(p, 1) },
			func() { callKw(two, []any{1, 2, 3}, Kw{"k", 1}) },
			func() { call(two, 1, 2, 3) },
			func() { call(many, 1) },
			func() { call(many) },
			func() { StarArgs(nil, g, 5) },
			func() { StarKw(nil, g, 5) },
			func() { StarKw(nil, g, kv(1, 2)) },
			func() { callKw(g, []any{1}, Kw{"b", 2}, Kw{"b", 3}) },
		} {
			failing(bad)
		}
		Print(call(g, StarArgs(StarArgs(nil, g, list(1)), g, tuple(2, 3))...), callKw(g, nil, append(StarKw(nil, g, kv("a", 1)), Kw{"b", 2})...), callKw(g, []any{1, 2}, Kw{"c", 9}))
		Print(GetAttr(f, "__defaults__"), GetAttr(f, "__kwdefaults__"), GetAttr(g, "__defaults__"), GetAttr(h, "__defaults__"), GetAttr(f, "__name__"), GetAttr(f, "__qualname__"), GetAttr(f, "__doc__"), GetAttr(f, "__dict__"))
		SetAttr(g, "__defaults__", tuple(20, 30))
		Print(call(g, 1))
		SetAttr(g, "attr", 5)
		Print(GetAttr(g, "attr"), GetAttr(g, "__dict__"), HasAttr(g, "zz"))
		failing(func() { GetAttr(g, "zz") })
		SetAttr(g, "__name__", "gg")
		SetAttr(g, "__doc__", "doc")
		Print(GetAttr(g, "__name__"), GetAttr(g, "__doc__"), GetAttr(g, "__qualname__"))
		length := Builtin("len")
		Print(length, GetAttr(Builtin("print"), "__name__"), IsCallable(length), TypeOf(length), TypeOf(g), TypeOf(method(f, "__get__", 1)))
	}, `
(1, 2, 3, (), 4, 5, {}) (1, 9, 8, (7, 6), 0, 2, {'z': 1}) (1, 2, 3, (), 4, 5, {'b': 7})
TypeError: f() missing 1 required positional argument: 'a'
TypeError: f() missing 1 required positional argument: 'a'
TypeError: f() missing 1 required keyword-only argument: 'd'
TypeError: g() missing 2 required positional arguments: 'a' and 'b'
TypeError: g() missing 1 required positional argument: 'b'
TypeError: g() takes from 2 to 3 positional arguments but 4 were given
TypeError: g() got multiple values for argument 'b'
TypeError: g() got an unexpected keyword argument 'x'
TypeError: g() got multiple values for argument 'c'
TypeError: h() takes 0 positional arguments but 1 was given
TypeError: h() takes 0 positional arguments but 2 were given
TypeError: h() got an unexpected keyword argument 'x'
TypeError: k() missing 3 required keyword-only arguments: 'x', 'y', and 'z'
TypeError: k() missing 2 required keyword-only arguments: 'y' and 'z'
TypeError: k() takes 0 positional arguments but 1 positional argument (and 3 keyword-only arguments) were given
TypeError: k() takes 0 positional arguments but 2 were given
TypeError: p() got some positional-only arguments passed as keyword arguments: 'a, b'
TypeError: p() got some positional-only arguments passed as keyword arguments: 'b'
TypeError: p() missing 1 required positional argument: 'b'
TypeError: two() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
TypeError: two() takes from 1 to 2 positional arguments but 3 were given
TypeError: many() missing 3 required positional arguments: 'b', 'c', and 'd'
TypeError: many() missing 4 required positional arguments: 'a', 'b', 'c', and 'd'
TypeError: __main__.g() argument after * must be an iterable, not int
TypeError: __main__.g() argument after ** must be a mapping, not int
TypeError: keywords must be strings
TypeError: __main__.g() got multiple values for keyword argument 'b'
(1, 2, 3) (1, 2, 3) (1, 2, 9)
(2, 3) {'e': 5} (3,) None f f None {}
(1, 20, 30)
5 {'attr': 5} False
AttributeError: 'function' object has no attribute 'zz'
gg doc g
<built-in function len> print True <class 'builtin_function_or_method'> <class 'function'> <class 'method'>
`)
}

func TestBuiltinErrors(t *testing.T) {
	b := Builtin
	cases := []struct {
		f    any
		args []any
		kw   []Kw
		want string
	}{
		{b("len"), nil, nil, "TypeError: len() takes exactly one argument (0 given)"},
		{b("len"), []any{1, 2}, nil, "TypeError: len() takes exactly one argument (2 given)"},
		{b("len"), nil, []Kw{{"x", 1}}, "TypeError: len() takes no keyword arguments"},
		{b("sorted"), []any{list(1)}, []Kw{{"foo", 1}}, "TypeError: sort() got an unexpected keyword argument 'foo'"},
		{b("abs"), []any{"a"}, nil, "TypeError: bad operand type for abs(): 'str'"},
		{b("isinstance"), []any{1}, nil, "TypeError: isinstance expected 2 arguments, got 1"},
		{b("getattr"), []any{1}, nil, "TypeError: getattr expected at least 2 arguments, got 1"},
		{b("round"), []any{"a"}, nil, "TypeError: type str doesn't define __round__ method"},
		{b("round"), nil, nil, "TypeError: round() missing required argument 'number' (pos 1)"},
		{b("ord"), []any{"ab"}, nil, "TypeError: ord() expected a character, but string of length 2 found"},
		{b("chr"), []any{-1}, nil, "ValueError: chr() arg not in range(0x110000)"},
		{b("int"), []any{"x"}, nil, "ValueError: invalid literal for int() with base 10: 'x'"},
		{b("int"), []any{"9", 8}, nil, "ValueError: invalid literal for int() with base 8: '9'"},
		{b("int"), []any{list()}, nil, "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'"},
		{b("int"), []any{"1", 1}, nil, "ValueError: int() base must be >= 2 and <= 36, or 0"},
		{b("int"), []any{1, 2, 3}, nil, "TypeError: int expected at most 2 arguments, got 3"},
		{b("float"), []any{list()}, nil, "TypeError: float() argument must be a string or a real number, not 'list'"},
		{b("float"), []any{1, 2}, nil, "TypeError: float expected at most 1 argument, got 2"},
		{b("list"), []any{5}, nil, "TypeError: 'int' object is not iterable"},
		{b("list"), nil, []Kw{{"x", 1}}, "TypeError: list() takes no keyword arguments"},
		{b("dict"), []any{list(1)}, nil, "TypeError: cannot convert dictionary update sequence element #0 to a sequence"},
		{b("dict"), []any{1, 2}, nil, "TypeError: dict expected at most 1 argument, got 2"},
		{b("print"), nil, []Kw{{"sep", 1}}, "TypeError: sep must be None or a string, not int"},
		{b("print"), nil, []Kw{{"foo", 1}}, "TypeError: print() got an unexpected keyword argument 'foo'"},
		{b("hash"), []any{list()}, nil, "TypeError: unhashable type: 'list'"},
		{b("next"), []any{5}, nil, "TypeError: 'int' object is not an iterator"},
		{b("iter"), []any{5}, nil, "TypeError: 'int' object is not iterable"},
		{b("object"), []any{1}, nil, "TypeError: object() takes no arguments"},
		{b("type"), []any{"a", "b"}, nil, "TypeError: type() takes 1 or 3 arguments"},
		{b("range"), []any{1.5}, nil, "TypeError: 'float' object cannot be interpreted as an integer"},
		{b("range"), []any{1, 2, 0}, nil, "ValueError: range() arg 3 must not be zero"},
		{b("range"), nil, nil, "TypeError: range expected at least 1 argument, got 0"},
		{b("bytes"), []any{"a"}, nil, "TypeError: string argument without an encoding"},
		{b("pow"), []any{2, -1, 4}, nil, "ValueError: base is not invertible for the given modulus"},
		{b("complex"), []any{"a"}, nil, "ValueError: complex() arg is a malformed string"},
		{b("super"), []any{IntType, "a"}, nil, "TypeError: super(type, obj): obj (instance of str) is not an instance or subtype of type (int)."},
		{b("max"), nil, nil, "TypeError: max expected at least 1 argument, got 0"},
		{b("sorted"), nil, nil, "TypeError: sorted expected 1 argument, got 0"},
		{b("sum"), nil, nil, "TypeError: sum() takes at least 1 positional argument (0 given)"},
		{b("enumerate"), nil, nil, "TypeError: enumerate() missing required argument 'iterable'"},
	}
	for _, c := range cases {
		_, err := CallKw(bg, c.f, c.args, c.kw)
		if err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestBuiltinCalls(t *testing.T) {
	b := Builtin
	checkProgram(t, func() {
		Print(call(b("int"), "0x1f", 16), call(b("int"), " 12_3 "), call(b("int"), "-0b11", 0), call(b("int"), 3.9), call(b("int"), "10", 2), call(b("int"), true), call(b("int")),
			call(b("float"), "1e3"), call(b("float")), call(b("float"), "inf"), call(b("str")), call(b("str"), 1.0), call(b("bool"), list()), call(b("bool"), "a"), call(b("complex"), 1, 2), call(b("complex"), "1+2j"),
			call(b("list"), "ab"), call(b("tuple"), list(1)), call(b("set"), list(1)), call(b("frozenset"), list(2)), callKw(b("dict"), nil, Kw{"a", 1}), call(b("dict"), list(tuple(1, 2))),
			call(b("range"), 3), call(b("bytes"), 2), call(b("bytes"), list(65)), call(b("bytearray"), Bytes("x")), call(b("slice"), 1, 2))
		Print(call(b("abs"), -3), call(b("abs"), -2.5), call(b("divmod"), 7, 2), call(b("pow"), 2, 10), call(b("pow"), 3, 4, 5), call(b("round"), 2.5), call(b("round"), 3.567, 2), call(b("round"), 1234, -2),
			call(b("bin"), 5), call(b("oct"), 8), call(b("hex"), -255), call(b("chr"), 97), call(b("ord"), "a"), call(b("ascii"), "é"), call(b("repr"), "a"), call(b("callable"), b("print")), Eq(call(b("id"), 1), call(b("id"), 1)))
		CM := class("CM", nil,
			"__init__", def("__init__", "self sup", func(a []any) any { SetAttr(a[0], "sup", a[1]); return nil }),
			"__enter__", def("__enter__", "self", func(a []any) any { Print("enter"); return "v" }),
			"__exit__", def("__exit__", "self t v tb", func(a []any) any { Print("exit", a[1], a[2]); return GetAttr(a[0], "sup") }))
		with := func(mgr any, body func(v any) error) error {
			v, err := Enter(bg, mgr)
			if err != nil {
				return err
			}
			err = Catch(func() error { return body(v) })
			suppress, xerr := Exit(bg, mgr, err)
			if xerr != nil {
				return xerr
			}
			if suppress {
				return nil
			}
			return err
		}
		Check(with(call(CM, false), func(v any) error { Print(v); return nil }))
		Check(with(call(CM, true), func(any) error { return ValueError.New("swallowed") }))
		failing(func() { Check(with(call(CM, false), func(any) error { return KeyError.New("out") })) })
		failing(func() { Check(with(5, nil)) })
		OnlyEnter := class("OnlyEnter", nil, "__enter__", def("__enter__", "self", func([]any) any { return nil }))
		failing(func() { Check(with(call(OnlyEnter), nil)) })
	}, `
31 123 -3 3 2 1 0 1000.0 0.0 inf  1.0 False True (1+2j) (1+2j) ['a', 'b'] (1,) {1} frozenset({2}) {'a': 1} {1: 2} range(0, 3) b'\x00\x00' b'A' bytearray(b'x') slice(1, 2, None)
3 2.5 (3, 1) 1024 1 2 3.57 1200 0b101 0o10 -0xff a 97 '\xe9' 'a' True True
enter
v
exit None None
enter
exit <class 'ValueError'> swallowed
enter
exit <class 'KeyError'> 'out'
KeyError: 'out'
TypeError: 'int' object does not support the context manager protocol
TypeError: 'OnlyEnter' object does not support the context manager protocol (missed __exit__ method)
`)
}
