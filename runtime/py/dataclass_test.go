package py

import "testing"

// ann is the __annotations__ of a class body.
func ann(pairs ...any) *Dict[any, any] {
	d := NewDict[any, any]()
	for i := 0; i < len(pairs); i += 2 {
		d.Set(pairs[i], pairs[i+1])
	}
	return d
}

func dataclass(c any, kw ...Kw) any { return Must(DecorateDataclass(bg, c, kw)) }

func field(kw ...Kw) any { return callKw(ModuleDataclasses.Get("field"), nil, kw...) }

func TestDataclass(t *testing.T) {
	m := func(name string) any { return ModuleDataclasses.Get(name) }
	factory := Kw{"default_factory", ListType}
	checkProgram(t, func() {
		P := dataclass(class("P", nil, "__annotations__", ann("x", "int", "y", "int", "tags", "list", "total", "ClassVar[int]", "hidden", "int"),
			"y", 2, "tags", field(factory), "total", 0, "hidden", field(Kw{"default", 5}, Kw{"repr", false}, Kw{"compare", false})))
		p, q := call(P, 1), call(P, 1)
		Print(p, Eq(p, q), Ne(p, call(P, 3)), Is(GetAttr(p, "tags"), GetAttr(q, "tags")), GetAttr(P, "total"), GetAttr(P, "__match_args__"), GetAttr(P, "y"), GetAttr(P, "__doc__"), HasAttr(P, "tags"))
		failing(func() { call(P) })
		failing(func() { call(P, 1, 2, list(), 3, 4) })
		failing(func() { callKw(P, nil, Kw{"z", 1}) })
		failing(func() { Lt(p, q) })
		failing(func() { Hash(p) })
		names := func(x any) any {
			l := list()
			for f := range Each(call(m("fields"), x)) {
				l.Append(GetAttr(f, "name"))
			}
			return l
		}
		Print(names(P), GetAttr(GetItem(call(m("fields"), p), 1), "default"), Is(GetAttr(GetItem(call(m("fields"), p), 0), "default"), m("MISSING")),
			call(m("asdict"), p), call(m("astuple"), p), callKw(m("replace"), []any{p}, Kw{"x", 9}), call(m("is_dataclass"), P), call(m("is_dataclass"), p), call(m("is_dataclass"), 3))
		F := dataclass(class("F", nil, "__annotations__", ann("a", "int", "b", "str"), "b", "z"), Kw{"order", true}, Kw{"frozen", true})
		f := call(F, 1)
		Print(f, Lt(call(F, 1, "a"), f), Ge(f, call(F, 0)), Hash(f) == Hash(call(F, 1)), SortedList(list(call(F, 2), call(F, 1, "b"), call(F, 1, "a")), nil, false))
		failing(func() { SetAttr(f, "a", 3) })
		failing(func() { DelAttr(f, "a") })
		failing(func() { SetAttr(f, "new", 3) })
		failing(func() { Lt(call(F, 1), 3) })
		Print(Eq(call(F, 1), tuple(1, "z")), callKw(m("replace"), []any{f}, Kw{"b", "q"}))
		Base := dataclass(class("Base", nil, "__annotations__", ann("i", "int", "j", "int"), "j", 10))
		Child := dataclass(class("Child", []any{Base}, "__annotations__", ann("k", "int", "i", "int"), "k", 20, "i", 5,
			"__post_init__", def("__post_init__", "self", func(a []any) any {
				SetAttr(a[0], "sum", Add(Add(GetAttr(a[0], "i"), GetAttr(a[0], "j")), GetAttr(a[0], "k")))
				return nil
			})))
		c := call(Child)
		Print(c, GetAttr(c, "sum"), call(Child, 1, 2, 3), names(Child))
		KwC := dataclass(class("Kw", nil, "__annotations__", ann("a", "int", "_", "KW_ONLY", "b", "int", "c", "int"), "b", 1))
		Print(callKw(KwC, []any{1}, Kw{"c", 3}), callKw(KwC, []any{1}, Kw{"b", 2}, Kw{"c", 3}))
		failing(func() { call(KwC, 1) })
		failing(func() { call(KwC, 1, 2, 3) })
		AllKw := dataclass(class("AllKw", nil, "__annotations__", ann("a", "int", "b", "int"), "b", 1), Kw{"kw_only", true})
		Print(callKw(AllKw, nil, Kw{"a", 3}))
		failing(func() { call(AllKw, 3) })
		IV := dataclass(class("IV", nil, "__annotations__", ann("a", "int", "scale", "InitVar[int]", "out", "int"), "scale", 2, "out", field(Kw{"init", false}),
			"__post_init__", def("__post_init__", "self scale", func(a []any) any { SetAttr(a[0], "out", Mul(GetAttr(a[0], "a"), a[1])); return nil })))
		Print(call(IV, 3), call(IV, 3, 5), names(IV))
		failing(func() { callKw(m("replace"), []any{call(IV, 3)}, Kw{"out", 1}) })
		S := dataclass(class("S", nil, "__annotations__", ann("a", "int", "b", "int"), "b", 7), Kw{"slots", true})
		s1 := call(S, 1)
		Print(s1, GetAttr(S, "__slots__"), HasAttr(s1, "__dict__"))
		failing(func() { SetAttr(s1, "zz", 1) })
		failing(func() { dataclass(class("M", nil, "__annotations__", ann("a", "int", "b", "int"), "a", 1)) })
		failing(func() { dataclass(class("M", nil, "__annotations__", ann("a", "list"), "a", list())) })
		failing(func() { dataclass(class("M", []any{F}, "__annotations__", ann("z", "int"), "z", 3)) })
		Node := dataclass(class("Node", nil, "__annotations__", ann("v", "int", "kids", "list", "meta", "dict"), "kids", field(factory), "meta", field(Kw{"default_factory", DictType})))
		n1 := call(Node, 1, list(call(Node, 2), call(Node, 3)), ann("k", call(Node, 4), "t", tuple(call(Node, 5))))
		Print(n1)
		Print(call(m("asdict"), n1))
		Print(call(m("astuple"), n1))
		GetAttr(n1, "kids").(*List[any]).Append(n1)
		Print(n1)
		NoEq := dataclass(class("NoEq", nil, "__annotations__", ann("a", "int")), Kw{"eq", false})
		Print(Eq(call(NoEq, 1), call(NoEq, 1)), Hash(call(NoEq, 1)) != 0)
		UH := dataclass(class("UH", nil, "__annotations__", ann("a", "int")), Kw{"unsafe_hash", true})
		u1, u2 := call(UH, 1), call(UH, 1)
		Print(Hash(u1) == Hash(u2))
		WithRepr := dataclass(class("WithRepr", nil, "__annotations__", ann("a", "int"),
			"__repr__", def("__repr__", "self", func([]any) any { return "custom" }),
			"__eq__", def("__eq__", "self o", func([]any) any { return true })))
		Print(call(WithRepr, 1), Eq(call(WithRepr, 1), call(WithRepr, 2)))
		Print(GetAttr(GetAttr(P, "__init__"), "__qualname__"), GetAttr(GetAttr(P, "__eq__"), "__name__"), call(ListType, GetAttr(P, "__dataclass_fields__")))
		failing(func() { call(m("asdict"), 3) })
		failing(func() { call(m("fields"), 3) })
		failing(func() { call(m("replace"), 3) })
		failing(func() { field(Kw{"default", 1}, factory) })
		matched, ok := MatchClass(p, P, 2)
		Print("matched", ok, matched[0], matched[1])
	}, `
P(x=1, y=2, tags=[]) True True False 0 ('x', 'y', 'tags', 'hidden') 2 P(x: int, y: int = 2, tags: list = <factory>, hidden: int = 5) False
TypeError: P.__init__() missing 1 required positional argument: 'x'
TypeError: P.__init__() takes from 2 to 5 positional arguments but 6 were given
TypeError: P.__init__() got an unexpected keyword argument 'z'
TypeError: '<' not supported between instances of 'P' and 'P'
TypeError: unhashable type: 'P'
['x', 'y', 'tags', 'hidden'] 2 True {'x': 1, 'y': 2, 'tags': [], 'hidden': 5} (1, 2, [], 5) P(x=9, y=2, tags=[]) True True False
F(a=1, b='z') True True True [F(a=1, b='a'), F(a=1, b='b'), F(a=2, b='z')]
FrozenInstanceError: cannot assign to field 'a'
FrozenInstanceError: cannot delete field 'a'
FrozenInstanceError: cannot assign to field 'new'
TypeError: '<' not supported between instances of 'F' and 'int'
False F(a=1, b='q')
Child(i=5, j=10, k=20) 35 Child(i=1, j=2, k=3) ['i', 'j', 'k']
Kw(a=1, b=1, c=3) Kw(a=1, b=2, c=3)
TypeError: Kw.__init__() missing 1 required keyword-only argument: 'c'
TypeError: Kw.__init__() takes 2 positional arguments but 4 were given
AllKw(a=3, b=1)
TypeError: AllKw.__init__() takes 1 positional argument but 2 were given
IV(a=3, out=6) IV(a=3, out=15) ['a', 'out']
TypeError: field out is declared with init=False, it cannot be specified with replace()
S(a=1, b=7) ('a', 'b') False
AttributeError: 'S' object has no attribute 'zz' and no __dict__ for setting new attributes
TypeError: non-default argument 'b' follows default argument 'a'
ValueError: mutable default <class 'list'> for field a is not allowed: use default_factory
TypeError: cannot inherit non-frozen dataclass from a frozen one
Node(v=1, kids=[Node(v=2, kids=[], meta={}), Node(v=3, kids=[], meta={})], meta={'k': Node(v=4, kids=[], meta={}), 't': (Node(v=5, kids=[], meta={}),)})
{'v': 1, 'kids': [{'v': 2, 'kids': [], 'meta': {}}, {'v': 3, 'kids': [], 'meta': {}}], 'meta': {'k': {'v': 4, 'kids': [], 'meta': {}}, 't': ({'v': 5, 'kids': [], 'meta': {}},)}}
(1, [(2, [], {}), (3, [], {})], {'k': (4, [], {}), 't': ((5, [], {}),)})
Node(v=1, kids=[Node(v=2, kids=[], meta={}), Node(v=3, kids=[], meta={}), ...], meta={'k': Node(v=4, kids=[], meta={}), 't': (Node(v=5, kids=[], meta={}),)})
False True
True
custom True
P.__init__ __eq__ ['x', 'y', 'tags', 'total', 'hidden']
TypeError: asdict() should be called on dataclass instances
TypeError: must be called with a dataclass type or instance
TypeError: replace() should be called on dataclass instances
ValueError: cannot specify both default and default_factory
matched True 1 2
`)
}
