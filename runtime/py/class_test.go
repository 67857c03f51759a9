package py

import (
	"strings"
	"testing"
)

func TestClasses(t *testing.T) {
	checkProgram(t, func() {
		var Animal, Dog *Class
		loud := NewProperty(
			def("loud", "self", func(a []any) any { return strings.ToUpper(AsString(GetAttr(a[0], "sound"))) }), nil, nil, nil).
			Setter(defErr("loud", "self v", func(a []any) (any, error) {
				s := Must(GetAttrErr(a[1], "lower"))
				SetAttr(a[0], "sound", call(s))
				return nil, nil
			}))
		Animal = class("Animal", nil,
			"count", 0,
			"__init__", def("__init__", "self name sound=...", func(a []any) any {
				SetAttr(a[0], "name", a[1])
				SetAttr(a[0], "sound", a[2])
				SetAttr(Animal, "count", IAdd(GetAttr(Animal, "count"), 1))
				return nil
			}),
			"speak", def("speak", "self", func(a []any) any {
				return Str(GetAttr(a[0], "name")) + " says " + Str(GetAttr(a[0], "sound"))
			}),
			"__repr__", def("__repr__", "self", func(a []any) any {
				return Str(GetAttr(TypeOf(a[0]), "__name__")) + "(" + Repr(GetAttr(a[0], "name")) + ")"
			}),
			"loud", loud,
			"kinds", NewStaticMethod(def("kinds", "", func(a []any) any { return list("cat", "dog") })),
			"make", NewClassMethod(def("make", "cls n", func(a []any) any { return call(a[0], a[1]) })),
		)
		Dog = class("Dog", []any{Animal},
			"__init__", def("__init__", "self name", func(a []any) any {
				method(Super(Dog, a[0]), "__init__", a[1], "woof")
				return nil
			}),
			"speak", def("speak", "self", func(a []any) any { return Add(method(Super(Dog, a[0]), "speak"), "!") }),
		)
		d := call(Dog, "Rex")
		Print(method(d, "speak"), d, GetAttr(Animal, "count"), GetAttr(Dog, "count"))
		Print(GetAttr(d, "loud"))
		SetAttr(d, "sound", "arf")
		Print(GetAttr(d, "sound"))
		Print(method(Dog, "kinds"), method(d, "kinds"), method(Dog, "make", "Bo"), method(Animal, "make", "Al"))
		Print(GetAttr(Dog, "__mro__"), GetAttr(Dog, "__bases__"), GetAttr(Dog, "__name__"), GetAttr(Dog, "__qualname__"), GetAttr(Dog, "__module__"))
		Print(IsInstance(d, Animal), IsSubclass(Dog, Animal), IsInstance(d, tuple(IntType, Dog)), IsInstance(3, Or(IntType, StrType)))
		Print(GetAttr(d, "__dict__"), method(Animal, "__subclasses__"))
		failing(func() { GetAttr(d, "nope") })
		failing(func() { GetAttr(Dog, "nope") })
		failing(func() { GetAttr(GetAttr(GetAttr(Animal, "loud"), "fget"), "x") })
		failing(func() { SetAttr(call(Animal, "q"), "loud", 3) })
		RO := class("RO", nil, "p", NewProperty(def("p", "self", func(a []any) any { return 1 }), nil, nil, nil))
		failing(func() { SetAttr(call(RO), "p", 3) })
		failing(func() { DelAttr(call(RO), "p") })
		failing(func() { call(Dog) })
		failing(func() { call(Dog, 1, 2) })
		failing(func() { callKw(Animal, nil, Kw{"foo", 1}) })
		failing(func() { callKw(Animal, []any{"a"}, Kw{"nam", 1}) })
		failing(func() { callKw(Animal, []any{"a"}, Kw{"soundd", 1}) })
		failing(func() { call(RO, 1) })
		m := GetAttr(d, "speak")
		Print(Is(GetAttr(m, "__self__"), d), Is(GetAttr(m, "__func__"), GetAttr(Dog, "speak")), Eq(m, GetAttr(d, "speak")), GetAttr(m, "__name__"), GetAttr(GetAttr(Dog, "speak"), "__qualname__"))
		SetAttr(d, "extra", 5)
		Print(Vars(d))
		DelAttr(d, "extra")
		failing(func() { DelAttr(d, "extra") })
		SetItem(GetAttr(d, "__dict__"), "dyn", 1)
		Print(GetAttr(d, "dyn"), HasAttr(d, "dyn"), GetAttrDefault(d, "zzz", "dflt"))
	}, `
Rex says woof! Dog('Rex') 1 1
WOOF
arf
['cat', 'dog'] ['cat', 'dog'] Dog('Bo') Animal('Al')
(<class '__main__.Dog'>, <class '__main__.Animal'>, <class 'object'>) (<class '__main__.Animal'>,) Dog Dog __main__
True True True True
{'name': 'Rex', 'sound': 'arf'} [<class '__main__.Dog'>]
AttributeError: 'Dog' object has no attribute 'nope'
AttributeError: type object 'Dog' has no attribute 'nope'
AttributeError: 'function' object has no attribute 'x'
AttributeError: 'int' object has no attribute 'lower'
AttributeError: property 'p' of 'RO' object has no setter
AttributeError: property 'p' of 'RO' object has no deleter
TypeError: Dog.__init__() missing 1 required positional argument: 'name'
TypeError: Dog.__init__() takes 2 positional arguments but 3 were given
TypeError: Animal.__init__() got an unexpected keyword argument 'foo'
TypeError: Animal.__init__() got an unexpected keyword argument 'nam'. Did you mean 'name'?
TypeError: Animal.__init__() got an unexpected keyword argument 'soundd'. Did you mean 'sound'?
TypeError: RO() takes no arguments
True True True speak Dog.speak
{'name': 'Rex', 'sound': 'arf', 'extra': 5}
AttributeError: 'Dog' object has no attribute 'extra'
1 True dflt
`)
}

func TestInheritance(t *testing.T) {
	checkProgram(t, func() {
		who := func(name string, cls **Class) *Func {
			return def("who", "self", func(a []any) any {
				if cls == nil {
					return name
				}
				return Add(name, method(Super(*cls, a[0]), "who"))
			})
		}
		var A, B, C, D *Class
		A = class("A", nil, "who", who("A", nil))
		B = class("B", []any{A}, "who", who("B", &B))
		C = class("C", []any{A}, "who", who("C", &C))
		D = class("D", []any{B, C}, "who", who("D", &D))
		names := list()
		for c := range Each(GetAttr(D, "__mro__")) {
			names.Append(GetAttr(c, "__name__"))
		}
		Print(method(call(D), "who"), names)
		failing(func() { call(TypeType, "X", tuple(A, B), NewDict[any, any]()) })
		d := NewDict[any, any]()
		d.Set("v", 3)
		d.Set("get", def("<lambda>", "self", func(a []any) any { return GetAttr(a[0], "v") }))
		X := call(TypeType, "X", tuple(A), d)
		Print(method(call(X), "get"), GetAttr(X, "__name__"), X)

		Reg := class("Reg", nil, "subs", list())
		SetAttr(Reg, "__init_subclass__", NewClassMethod(def("__init_subclass__", "cls tag=None **kw", func(a []any) any {
			Must(CallMethodKw(bg, Super(Reg, a[0]), "__init_subclass__", nil, StarKw(nil, nil, a[2])))
			GetAttr(Reg, "subs").(*List[any]).Append(tuple(GetAttr(a[0], "__name__"), a[1]))
			return nil
		})))
		R1 := classKw("R1", []any{Reg}, []Kw{{"tag", "one"}})
		class("R2", []any{R1})
		Print(GetAttr(Reg, "subs"))

		var Meta *Class
		Meta = class("Meta", []any{TypeType},
			"__new__", def("__new__", "mcs name bases ns **kw", func(a []any) any {
				SetItem(a[3], "added", strings.ToLower(AsString(a[1])))
				return method(Super(Meta, a[0]), "__new__", a[0], a[1], a[2], a[3])
			}),
			"__call__", def("__call__", "cls *a", func(a []any) any {
				Print("meta call", a[1])
				return call(GetAttr(Super(Meta, a[0]), "__call__"), StarArgs(nil, nil, a[1])...)
			}),
			"shout", NewProperty(def("shout", "cls", func(a []any) any { return strings.ToUpper(AsString(GetAttr(a[0], "__name__"))) }), nil, nil, nil),
		)
		WithMeta := classKw("WithMeta", nil, []Kw{{"metaclass", Meta}},
			"__init__", def("__init__", "self v", func(a []any) any { SetAttr(a[0], "v", a[1]); return nil }))
		w := call(WithMeta, 7)
		Print(GetAttr(w, "v"), GetAttr(w, "added"), GetAttr(WithMeta, "shout"), GetAttr(TypeOf(WithMeta), "__name__"))

		var Single *Class
		Single = class("Single", nil, "inst", nil,
			"__new__", def("__new__", "cls *a", func(a []any) any {
				if GetAttr(a[0], "inst") == nil {
					SetAttr(a[0], "inst", method(Super(Single, a[0]), "__new__", a[0]))
				}
				return GetAttr(a[0], "inst")
			}),
			"__init__", def("__init__", "self v", func(a []any) any { SetAttr(a[0], "v", a[1]); return nil }))
		Print(Is(call(Single, 1), call(Single, 2)), GetAttr(call(Single, 3), "v"))
		CG := class("CG", nil, "__class_getitem__", def("__class_getitem__", "cls k", func(a []any) any {
			return Str(GetAttr(a[0], "__name__")) + "[" + Str(a[1]) + "]"
		}))
		Print(GetItem(CG, "z"), GetItem(ListType, IntType), GetItem(DictType, tuple(StrType, IntType)), Or(IntType, nil))

		CallMe := class("CallMe", nil, "__call__", def("__call__", "self a * b=2", func(a []any) any { return Add(a[1], a[2]) }))
		Print(call(call(CallMe), 3), IsCallable(call(CallMe)), IsCallable(3))
		failing(func() { callKw(call(CallMe), []any{1}, Kw{"c", 3}) })
		failing(func() { call(5) })

		Shape := class("Shape", []any{ABC},
			"area", AbstractMethod(def("area", "self", func(a []any) any { return nil })),
			"name", NewProperty(AbstractMethod(def("name", "self", func(a []any) any { return nil })), nil, nil, nil))
		Sq := class("Sq", []any{Shape}, "area", def("area", "self", func(a []any) any { return 4 }))
		Sq2 := class("Sq2", []any{Sq}, "name", "sq")
		failing(func() { call(Shape) })
		failing(func() { call(Sq) })
		Print(method(call(Sq2), "area"), GetAttr(call(Sq2), "name"))
		Print(Repr(Sq2), TypeOf(A), Is(TypeOf(call(A)), A), GetAttr(ObjectType, "__name__"))
	}, `
DBCA ['D', 'B', 'C', 'A', 'object']
TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B
3 X <class '__main__.X'>
[('R1', 'one'), ('R2', None)]
meta call (7,)
7 withmeta WITHMETA Meta
True 3
CG[z] list[int] dict[str, int] int | None
5 True False
TypeError: CallMe.__call__() got an unexpected keyword argument 'c'
TypeError: 'int' object is not callable
TypeError: Can't instantiate abstract class Shape without an implementation for abstract methods 'area', 'name'
TypeError: Can't instantiate abstract class Sq without an implementation for abstract method 'name'
4 sq
<class '__main__.Sq2'> <class 'type'> True object
`)
}

func TestAttributeHooks(t *testing.T) {
	checkProgram(t, func() {
		var Hook, GA *Class
		Hook = class("Hook", nil,
			"__init__", def("__init__", "self", func(a []any) any {
				call(GetAttr(ObjectType, "__setattr__"), a[0], "log", list())
				return nil
			}),
			"__getattr__", defErr("__getattr__", "self n", func(a []any) (any, error) {
				if n := AsString(a[1]); strings.HasPrefix(n, "q") {
					return n + n, nil
				}
				return nil, Errorf(AttributeError, "no %s", a[1])
			}),
			"__setattr__", def("__setattr__", "self n v", func(a []any) any {
				GetAttr(a[0], "log").(*List[any]).Append(tuple(a[1], a[2]))
				return method(Super(Hook, a[0]), "__setattr__", a[1], a[2])
			}),
			"__delattr__", def("__delattr__", "self n", func(a []any) any {
				GetAttr(a[0], "log").(*List[any]).Append(a[1])
				return method(Super(Hook, a[0]), "__delattr__", a[1])
			}))
		h := call(Hook)
		SetAttr(h, "a", 1)
		SetAttr(h, "b", 2)
		DelAttr(h, "a")
		Print(GetAttr(h, "log"), GetAttr(h, "qx"), GetAttr(h, "b"), HasAttr(h, "zz"))
		failing(func() { GetAttr(h, "zz") })
		GA = class("GA", nil, "x", 1, "__getattribute__", def("__getattribute__", "self n", func(a []any) any {
			if a[1] == "magic" {
				return 42
			}
			return method(Super(GA, a[0]), "__getattribute__", a[1])
		}))
		Print(GetAttr(call(GA), "magic"), GetAttr(call(GA), "x"))
		failing(func() { GetAttr(call(GA), "nope") })
		Slots := class("Slots", nil, "__slots__", tuple("x", "y"),
			"__init__", def("__init__", "self", func(a []any) any { SetAttr(a[0], "x", 1); return nil }))
		s := call(Slots)
		Print(GetAttr(s, "x"), HasAttr(s, "y"), HasAttr(s, "__dict__"))
		failing(func() { GetAttr(s, "y") })
		failing(func() { SetAttr(s, "z", 1) })
		Sub := class("Sub", []any{Slots})
		q := call(Sub)
		SetAttr(q, "z", 4)
		Print(GetAttr(q, "x"), GetAttr(q, "z"), GetAttr(q, "__dict__"))
		Desc := class("Desc", nil,
			"__set_name__", def("__set_name__", "self owner name", func(a []any) any {
				SetAttr(a[0], "name", a[2])
				Print("set_name", GetAttr(a[1], "__name__"), a[2])
				return nil
			}),
			"__get__", def("__get__", "self obj typ=None", func(a []any) any {
				return tuple(GetAttr(a[0], "name"), a[1] == nil, GetAttr(a[2], "__name__"))
			}),
			"__set__", def("__set__", "self obj v", func(a []any) any { Print("set", a[2]); return nil }))
		UsesDesc := class("UsesDesc", nil, "d", call(Desc))
		u := call(UsesDesc)
		Print(GetAttr(u, "d"), GetAttr(UsesDesc, "d"))
		SetAttr(u, "d", 9)
		Print(GetAttr(u, "__dict__"))
	}, `
[('a', 1), ('b', 2), 'a'] qxqx 2 False
AttributeError: no zz
42 1
AttributeError: 'GA' object has no attribute 'nope'
1 False False
AttributeError: 'Slots' object has no attribute 'y'
AttributeError: 'Slots' object has no attribute 'z' and no __dict__ for setting new attributes
1 4 {'z': 4}
set_name UsesDesc d
('d', False, 'UsesDesc') ('d', True, 'UsesDesc')
set 9
{}
`)
}
