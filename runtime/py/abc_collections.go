package py

import (
	"cmp"
	"context"
	"sync"
)

// The abstract base classes of collections.abc and contextlib as run-time
// classes: what isinstance asks, and the mixin methods that programs inherit.

// abcSpec describes one abstract base class.
type abcSpec struct {
	name     string
	module   string // "" is collections.abc
	bases    []string
	abstract []string // methods that a subclass must define
	hook     []string // methods that make any class a subclass
	virtual  []*Class
	mixin    func(m mixin)
}

// abcSpecs are in the order of their dependencies.
func abcSpecs() []abcSpec {
	one := func(name, method string, bases ...string) abcSpec {
		return abcSpec{name: name, bases: bases, abstract: []string{method}, hook: []string{method}}
	}
	iterator := abcSpec{name: "Iterator", bases: []string{"Iterable"}, abstract: []string{"__next__"}, hook: []string{"__iter__", "__next__"}, mixin: func(m mixin) {
		m("__iter__", nil, func(_ context.Context, self any, _ []any) (any, error) { return self, nil })
	}}
	asyncIterator := abcSpec{name: "AsyncIterator", bases: []string{"AsyncIterable"}, abstract: []string{"__anext__"}, hook: []string{"__aiter__", "__anext__"}, mixin: func(m mixin) {
		m("__aiter__", nil, func(_ context.Context, self any, _ []any) (any, error) { return self, nil })
	}}
	return []abcSpec{
		{name: "AbstractContextManager", module: "contextlib", abstract: []string{"__exit__"}, hook: []string{"__enter__", "__exit__"}, mixin: func(m mixin) {
			m("__enter__", nil, func(_ context.Context, self any, _ []any) (any, error) { return self, nil })
		}},
		{name: "AbstractAsyncContextManager", module: "contextlib", abstract: []string{"__aexit__"}, hook: []string{"__aenter__", "__aexit__"}},
		{name: "Hashable", abstract: []string{"__hash__"}, hook: []string{"__hash__"}},
		one("Awaitable", "__await__"),
		{name: "Coroutine", bases: []string{"Awaitable"}, abstract: []string{"send", "throw"}, hook: []string{"__await__", "send", "throw", "close"}},
		one("AsyncIterable", "__aiter__"),
		asyncIterator,
		{name: "AsyncGenerator", bases: []string{"AsyncIterator"}, abstract: []string{"asend", "athrow"}, hook: []string{"__aiter__", "__anext__", "asend", "athrow", "aclose"}},
		one("Iterable", "__iter__"),
		iterator,
		{name: "Reversible", bases: []string{"Iterable"}, abstract: []string{"__reversed__"}, hook: []string{"__reversed__", "__iter__"}, virtual: dictViewTypes[:]},
		{name: "Generator", bases: []string{"Iterator"}, abstract: []string{"send", "throw"}, hook: []string{"__iter__", "__next__", "send", "throw", "close"}, virtual: []*Class{GeneratorType}},
		one("Sized", "__len__"),
		one("Container", "__contains__"),
		{name: "Collection", bases: []string{"Sized", "Iterable", "Container"}, hook: []string{"__len__", "__iter__", "__contains__"}},
		one("Callable", "__call__"),
		{name: "Set", bases: []string{"Collection"}, virtual: []*Class{FrozenSetType, dictViewTypes[0], dictViewTypes[2]}, mixin: setMixin},
		{name: "MutableSet", bases: []string{"Set"}, abstract: []string{"add", "discard"}, virtual: []*Class{SetType}, mixin: mutableSetMixin},
		{name: "Mapping", bases: []string{"Collection"}, abstract: []string{"__getitem__"}, virtual: []*Class{MappingProxyType}, mixin: mappingMixin},
		{name: "MutableMapping", bases: []string{"Mapping"}, abstract: []string{"__setitem__", "__delitem__"}, virtual: []*Class{DictType}, mixin: mutableMappingMixin},
		{name: "MappingView", bases: []string{"Sized"}, mixin: viewMixin},
		{name: "KeysView", bases: []string{"MappingView", "Set"}, virtual: []*Class{dictViewTypes[0]}, mixin: keysMixin},
		{name: "ItemsView", bases: []string{"MappingView", "Set"}, virtual: []*Class{dictViewTypes[2]}, mixin: itemsMixin},
		{name: "ValuesView", bases: []string{"MappingView", "Collection"}, virtual: []*Class{dictViewTypes[1]}, mixin: valuesMixin},
		{name: "Sequence", bases: []string{"Reversible", "Collection"}, abstract: []string{"__getitem__"}, virtual: []*Class{TupleType, StrType, RangeType, BytesType, MemoryViewType}, mixin: sequenceMixin},
		{name: "MutableSequence", bases: []string{"Sequence"}, abstract: []string{"__setitem__", "__delitem__", "insert"}, virtual: []*Class{ListType, ByteArrayType, DequeType}, mixin: mutableSequenceMixin},
	}
}

// mixin adds a method to the class that is being made.
type mixin func(name string, params []Param, f func(ctx context.Context, self any, a []any) (any, error))

// abcHooks are the methods that make any class a subclass of an abstract base
// class.
var abcHooks = map[*Class][]string{}

var (
	abstractOnce sync.Once
	abstractMade = map[string]*Class{}
)

// abstractClasses makes the classes at their first use.
func abstractClasses() map[string]*Class {
	abstractOnce.Do(makeAbstractClasses)
	return abstractMade
}

// AbstractClass is the class of that name in collections.abc.
func AbstractClass(name string) *Class { return abstractClasses()[name] }

func makeAbstractClasses() {
	made := abstractMade
	for _, i := range []int{0, 2} {
		dictViewTypes[i].dict.Set("__hash__", nil)
	}
	for _, s := range abcSpecs() {
		ns := NewNamespace()
		ns.Set("__module__", cmp.Or(s.module, "collections.abc"))
		var bases []any
		for _, b := range s.bases {
			bases = append(bases, made[b])
		}
		for _, n := range s.abstract {
			f := NewFunc(n, []Param{Pos("self"), VarArgs("args")}, func(context.Context, []any) (any, error) { return nil, NotImplementedError.New() })
			ns.Set(n, AbstractMethod(f))
		}
		if s.mixin != nil {
			s.mixin(func(name string, params []Param, f func(ctx context.Context, self any, a []any) (any, error)) {
				all := append([]Param{Pos("self")}, params...)
				ns.Set(name, NewFunc(name, all, func(ctx context.Context, a []any) (v any, err error) {
					defer catchTo(&v, &err)
					return f(ctx, a[0], a[1:])
				}).WithQualname(s.name+"."+name))
			})
		}
		if s.name == "Set" || s.name == "Mapping" {
			ns.Set("__hash__", nil)
		}
		c := Must(NewClass(context.Background(), s.name, bases, ns, []Kw{{Name: "metaclass", Value: ABCMeta}})).(*Class)
		c.dict.Set("__class_getitem__", aliasGetItem())
		c.virtual = append(c.virtual, s.virtual...)
		if s.hook != nil {
			abcHooks[c] = s.hook
		}
		made[s.name] = c
	}
}

// hasMethods reports whether a class has all these special methods, and not
// set to None.
func (c *Class) hasMethods(names []string) bool {
	for _, n := range names {
		if v, ok := c.search(n); !ok || v == nil {
			return false
		}
	}
	return true
}

// isIterator reports whether x is one of Go's iterators, whose classes have no
// methods of their own.
func isIterator(x any) bool {
	_, ok := x.(Iterator)
	return ok
}

func iteratorHook(names []string) bool {
	for _, n := range names {
		if n != "__iter__" && n != "__next__" {
			return false
		}
	}
	return true
}

func sequenceMixin(m mixin) {
	items := func(self any) *Generator[any] {
		return NewGenerator("__iter__", func(y *Yielder[any]) error {
			for i := 0; ; i++ {
				var v any
				err := Catch(func() error { v = GetItem(self, i); return nil })
				if err == nil {
					if err := y.Yield(v); err != nil {
						return err
					}
					continue
				}
				if IsInstance(err, IndexError) {
					return nil
				}
				return err
			}
		})
	}
	m("__iter__", nil, func(_ context.Context, self any, _ []any) (any, error) { return items(self), nil })
	m("__contains__", []Param{Pos("value")}, func(_ context.Context, self any, a []any) (any, error) {
		for v := range Each(self) {
			if Is(v, a[0]) || Eq(v, a[0]) {
				return true, nil
			}
		}
		return false, nil
	})
	m("__reversed__", nil, func(_ context.Context, self any, _ []any) (any, error) {
		return NewGenerator("__reversed__", func(y *Yielder[any]) error {
			for i := Len(self) - 1; i >= 0; i-- {
				if err := y.Yield(GetItem(self, i)); err != nil {
					return err
				}
			}
			return nil
		}), nil
	})
	m("index", []Param{Pos("value"), Pos("start").Default(0), Pos("stop").Default(nil)}, func(_ context.Context, self any, a []any) (any, error) {
		start, stop := AsInt(a[1]), Len(self)
		if start < 0 {
			start = max(Len(self)+start, 0)
		}
		if a[2] != nil {
			if stop = AsInt(a[2]); stop < 0 {
				stop += Len(self)
			}
		}
		for i := start; i < min(stop, Len(self)); i++ {
			if v := GetItem(self, i); Is(v, a[0]) || Eq(v, a[0]) {
				return i, nil
			}
		}
		return nil, ValueError.New()
	})
	m("count", []Param{Pos("value")}, func(_ context.Context, self any, a []any) (any, error) {
		n := 0
		for v := range Each(self) {
			if Is(v, a[0]) || Eq(v, a[0]) {
				n++
			}
		}
		return n, nil
	})
}

func mutableSequenceMixin(m mixin) {
	appendTo := func(ctx context.Context, self, v any) { Must(CallMethod(ctx, self, "insert", Len(self), v)) }
	extend := func(ctx context.Context, self, values any) {
		if Is(values, self) {
			values = ListOf(Each(values))
		}
		for v := range Each(values) {
			Must(CallMethod(ctx, self, "append", v))
		}
	}
	m("append", []Param{Pos("value")}, func(ctx context.Context, self any, a []any) (any, error) {
		appendTo(ctx, self, a[0])
		return nil, nil
	})
	m("extend", []Param{Pos("values")}, func(ctx context.Context, self any, a []any) (any, error) {
		extend(ctx, self, a[0])
		return nil, nil
	})
	m("__iadd__", []Param{Pos("values")}, func(ctx context.Context, self any, a []any) (any, error) {
		extend(ctx, self, a[0])
		return self, nil
	})
	m("clear", nil, func(ctx context.Context, self any, _ []any) (any, error) {
		for Len(self) > 0 {
			Must(CallMethod(ctx, self, "pop"))
		}
		return nil, nil
	})
	m("reverse", nil, func(_ context.Context, self any, _ []any) (any, error) {
		n := Len(self)
		for i := range n / 2 {
			a, b := GetItem(self, n-i-1), GetItem(self, i)
			SetItem(self, i, a)
			SetItem(self, n-i-1, b)
		}
		return nil, nil
	})
	m("pop", []Param{Pos("index").Default(-1)}, func(_ context.Context, self any, a []any) (any, error) {
		v := GetItem(self, a[0])
		DelItem(self, a[0])
		return v, nil
	})
	m("remove", []Param{Pos("value")}, func(ctx context.Context, self any, a []any) (any, error) {
		DelItem(self, Must(CallMethod(ctx, self, "index", a[0])))
		return nil, nil
	})
}
