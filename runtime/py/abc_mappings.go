package py

import "context"

// The mixin methods of the abstract mappings and sets, and the views of
// mappings.

func mappingMixin(m mixin) {
	// item looks a key up; false is a KeyError.
	item := func(self, key any) (v any, ok bool) {
		err := Catch(func() error { v = GetItem(self, key); return nil })
		if err != nil {
			if !IsInstance(err, KeyError) {
				Throw(err)
			}
			return nil, false
		}
		return v, true
	}
	m("get", []Param{Pos("key"), Pos("default").Default(nil)}, func(_ context.Context, self any, a []any) (any, error) {
		if v, ok := item(self, a[0]); ok {
			return v, nil
		}
		return a[1], nil
	})
	m("__contains__", []Param{Pos("key")}, func(_ context.Context, self any, a []any) (any, error) {
		_, ok := item(self, a[0])
		return ok, nil
	})
	for name, class := range map[string]string{"keys": "KeysView", "items": "ItemsView", "values": "ValuesView"} {
		m(name, nil, func(ctx context.Context, self any, _ []any) (any, error) {
			return Call(ctx, abstractClasses()[class], self)
		})
	}
	m("__eq__", []Param{Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
		if !IsInstance(a[0], abstractClasses()["Mapping"]) {
			return NotImplemented, nil
		}
		left := Must(Call(ctx, DictType, Must(CallMethod(ctx, self, "items"))))
		return Eq(left, Must(Call(ctx, DictType, Must(CallMethod(ctx, a[0], "items"))))), nil
	})
}

func mutableMappingMixin(m mixin) {
	missing := new(int)
	m("pop", []Param{Pos("key"), Pos("default").Default(missing)}, func(_ context.Context, self any, a []any) (any, error) {
		var v any
		err := Catch(func() error { v = GetItem(self, a[0]); return nil })
		if err != nil {
			if a[1] != any(missing) && IsInstance(err, KeyError) {
				return a[1], nil
			}
			return nil, err
		}
		DelItem(self, a[0])
		return v, nil
	})
	m("popitem", nil, func(_ context.Context, self any, _ []any) (any, error) {
		key, ok := Next(Iter(self))
		if !ok {
			return nil, KeyError.New()
		}
		v := GetItem(self, key)
		DelItem(self, key)
		return NewTuple(key, v), nil
	})
	m("clear", nil, func(ctx context.Context, self any, _ []any) (any, error) {
		for Len(self) > 0 {
			Must(CallMethod(ctx, self, "popitem"))
		}
		return nil, nil
	})
	m("update", []Param{PosOnly("other").Default(NewTuple[any]()), VarKw("kwds")}, func(ctx context.Context, self any, a []any) (any, error) {
		given := Must(Call(ctx, DictType, a[0])).(*Dict[any, any])
		for k, v := range given.Items() {
			SetItem(self, k, v)
		}
		for k, v := range a[1].(*Dict[any, any]).Items() {
			SetItem(self, k, v)
		}
		return nil, nil
	})
	m("setdefault", []Param{Pos("key"), Pos("default").Default(nil)}, func(_ context.Context, self any, a []any) (any, error) {
		var v any
		err := Catch(func() error { v = GetItem(self, a[0]); return nil })
		if err == nil {
			return v, nil
		}
		if !IsInstance(err, KeyError) {
			return nil, err
		}
		SetItem(self, a[0], a[1])
		return a[1], nil
	})
}

func viewMixin(m mixin) {
	m("__init__", []Param{Pos("mapping")}, func(_ context.Context, self any, a []any) (any, error) {
		SetAttr(self, "_mapping", a[0])
		return nil, nil
	})
	m("__len__", nil, func(_ context.Context, self any, _ []any) (any, error) { return Len(GetAttr(self, "_mapping")), nil })
	m("__repr__", nil, func(_ context.Context, self any, _ []any) (any, error) {
		return TypeOf(self).name + "(" + Repr(GetAttr(self, "_mapping")) + ")", nil
	})
}

// mappedMixin is the iteration of a view: what of gives for each key.
func mappedMixin(m mixin, of func(mapping, key any) any) {
	m("__iter__", nil, func(_ context.Context, self any, _ []any) (any, error) {
		mapping := GetAttr(self, "_mapping")
		return NewGenerator("__iter__", func(y *Yielder[any]) error {
			for k := range Each(mapping) {
				if err := y.Yield(of(mapping, k)); err != nil {
					return err
				}
			}
			return nil
		}), nil
	})
}

func fromIterable(m mixin) {
	m("_from_iterable", []Param{Pos("it")}, func(_ context.Context, _ any, a []any) (any, error) { return SetOf(Each(a[0])), nil })
}

func keysMixin(m mixin) {
	mappedMixin(m, func(_, k any) any { return k })
	fromIterable(m)
	m("__contains__", []Param{Pos("key")}, func(_ context.Context, self any, a []any) (any, error) {
		return Contains(GetAttr(self, "_mapping"), a[0]), nil
	})
}

func itemsMixin(m mixin) {
	mappedMixin(m, func(mapping, k any) any { return NewTuple(k, GetItem(mapping, k)) })
	fromIterable(m)
	m("__contains__", []Param{Pos("item")}, func(_ context.Context, self any, a []any) (any, error) {
		kv := Unpack(a[0], 2)
		var v any
		err := Catch(func() error { v = GetItem(GetAttr(self, "_mapping"), kv[0]); return nil })
		return err == nil && (Is(v, kv[1]) || Eq(v, kv[1])), nil
	})
}

func valuesMixin(m mixin) {
	mappedMixin(m, func(mapping, k any) any { return GetItem(mapping, k) })
	m("__contains__", []Param{Pos("value")}, func(_ context.Context, self any, a []any) (any, error) {
		for v := range Each(self) {
			if Is(v, a[0]) || Eq(v, a[0]) {
				return true, nil
			}
		}
		return false, nil
	})
}

// madeSet is a set of the class of self with these items.
func madeSet(ctx context.Context, self any, items []any) (any, error) {
	return CallMethod(ctx, self, "_from_iterable", NewList(items...))
}

func setMixin(m mixin) {
	isSet := func(x any) bool { return IsInstance(x, abstractClasses()["Set"]) }
	within := func(a, b any) bool {
		for v := range Each(a) {
			if !Contains(b, v) {
				return false
			}
		}
		return true
	}
	compare := map[string]func(a, b any) bool{
		"__le__": func(a, b any) bool { return Len(a) <= Len(b) && within(a, b) },
		"__lt__": func(a, b any) bool { return Len(a) < Len(b) && within(a, b) },
		"__ge__": func(a, b any) bool { return Len(a) >= Len(b) && within(b, a) },
		"__gt__": func(a, b any) bool { return Len(a) > Len(b) && within(b, a) },
		"__eq__": func(a, b any) bool { return Len(a) == Len(b) && within(a, b) },
	}
	for name, f := range compare {
		m(name, []Param{Pos("other")}, func(_ context.Context, self any, a []any) (any, error) {
			if !isSet(a[0]) {
				return NotImplemented, nil
			}
			return f(self, a[0]), nil
		})
	}
	m("_from_iterable", []Param{Pos("it")}, func(ctx context.Context, self any, a []any) (any, error) { return Call(ctx, TypeOf(self), a[0]) })
	m("isdisjoint", []Param{Pos("other")}, func(_ context.Context, self any, a []any) (any, error) {
		for v := range Each(a[0]) {
			if Contains(self, v) {
				return false, nil
			}
		}
		return true, nil
	})
	operator := func(names []string, pick func(self, other any) []any) {
		for _, name := range names {
			m(name, []Param{Pos("other")}, func(ctx context.Context, self any, a []any) (any, error) {
				if _, ok := tryIter(a[0]); !ok {
					return NotImplemented, nil
				}
				if !isSet(a[0]) {
					a[0] = SetOf(Each(a[0]))
				}
				return madeSet(ctx, self, pick(self, a[0]))
			})
		}
	}
	filter := func(of, in any, keep bool) []any {
		var out []any
		for v := range Each(of) {
			if Contains(in, v) == keep {
				out = append(out, v)
			}
		}
		return out
	}
	operator([]string{"__and__", "__rand__"}, func(self, other any) []any { return filter(other, self, true) })
	operator([]string{"__or__", "__ror__"}, func(self, other any) []any { return append(collect(self), collect(other)...) })
	operator([]string{"__sub__"}, func(self, other any) []any { return filter(self, other, false) })
	operator([]string{"__rsub__"}, func(self, other any) []any { return filter(other, self, false) })
	operator([]string{"__xor__", "__rxor__"}, func(self, other any) []any {
		return append(filter(self, other, false), filter(other, self, false)...)
	})
}

func mutableSetMixin(m mixin) {
	each := func(ctx context.Context, self any, method string, values []any) (any, error) {
		for _, v := range values {
			if _, err := CallMethod(ctx, self, method, v); err != nil {
				return nil, err
			}
		}
		return self, nil
	}
	m("remove", []Param{Pos("value")}, func(ctx context.Context, self any, a []any) (any, error) {
		if !Contains(self, a[0]) {
			return nil, KeyError.New(a[0])
		}
		return CallMethod(ctx, self, "discard", a[0])
	})
	m("pop", nil, func(ctx context.Context, self any, _ []any) (any, error) {
		v, ok := Next(Iter(self))
		if !ok {
			return nil, KeyError.New()
		}
		_, err := CallMethod(ctx, self, "discard", v)
		return v, err
	})
	m("clear", nil, func(ctx context.Context, self any, _ []any) (any, error) {
		_, err := each(ctx, self, "discard", collect(self))
		return nil, err
	})
	m("__ior__", []Param{Pos("it")}, func(ctx context.Context, self any, a []any) (any, error) {
		return each(ctx, self, "add", collect(a[0]))
	})
	m("__isub__", []Param{Pos("it")}, func(ctx context.Context, self any, a []any) (any, error) {
		return each(ctx, self, "discard", collect(a[0]))
	})
	m("__iand__", []Param{Pos("it")}, func(ctx context.Context, self any, a []any) (any, error) {
		return each(ctx, self, "discard", collect(Sub(self, a[0])))
	})
	m("__ixor__", []Param{Pos("it")}, func(ctx context.Context, self any, a []any) (any, error) {
		for _, v := range collect(a[0]) {
			method := "add"
			if Contains(self, v) {
				method = "discard"
			}
			if _, err := CallMethod(ctx, self, method, v); err != nil {
				return nil, err
			}
		}
		return self, nil
	})
}
