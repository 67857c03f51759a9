package py

import (
	"context"
)

// functionNatives gives function and method objects their attributes.
func functionNatives() {
	for _, c := range []*Class{FunctionType, BuiltinFunctionType, MethodDescriptorType} {
		c.addGetSet("__name__", func(self any) (any, error) {
			if m, ok := self.(*BoundMethod); ok {
				return GetAttrErr(m.fn, "__name__")
			}
			return self.(*Func).name, nil
		}, func(self, v any) error {
			return setFuncText(self, "__name__", v, func(f *Func, s string) { f.name = s })
		})
		c.addGetSet("__qualname__", func(self any) (any, error) {
			if m, ok := self.(*BoundMethod); ok {
				return GetAttrErr(m.fn, "__qualname__")
			}
			return self.(*Func).qualname, nil
		}, func(self, v any) error {
			return setFuncText(self, "__qualname__", v, func(f *Func, s string) { f.qualname = s })
		})
		c.addGetSet("__doc__", func(self any) (any, error) {
			if f, ok := self.(*Func); ok {
				return f.doc, nil
			}
			return nil, nil
		}, func(self, v any) error {
			self.(*Func).doc = v
			return nil
		})
		c.addGetSet("__module__", func(self any) (any, error) {
			if f, ok := self.(*Func); ok {
				return f.module, nil
			}
			return nil, nil
		}, func(self, v any) error {
			self.(*Func).module = v
			return nil
		})
		c.dict.Set("__call__", callNative(c))
	}
	BuiltinFunctionType.addGetSet("__self__", func(self any) (any, error) {
		if m, ok := self.(*BoundMethod); ok {
			return m.self, nil
		}
		return nil, nil
	}, nil)
	MethodDescriptorType.addGetSet("__objclass__", func(self any) (any, error) { return self.(*Func).owner, nil }, nil)
	f := FunctionType
	f.addNative("__get__", []Param{PosOnly("instance"), PosOnly("owner").Default(nil)}, func(self any, args []any) (any, error) {
		if args[0] == nil {
			return self, nil
		}
		return Bind(self, args[0]), nil
	})
	f.addGetSet("__defaults__", func(self any) (any, error) {
		var defs []any
		for _, p := range self.(*Func).params {
			if (p.Kind == PosOrKw || p.Kind == PosOnlyArg) && p.HasDef {
				defs = append(defs, p.Def)
			}
		}
		if defs == nil {
			return nil, nil
		}
		return NewTuple(defs...), nil
	}, setDefaults)
	f.addGetSet("__kwdefaults__", func(self any) (any, error) {
		d := NewDict[any, any]()
		for _, p := range self.(*Func).params {
			if p.Kind == KwOnlyArg && p.HasDef {
				d.Set(p.Name, p.Def)
			}
		}
		if d.Len() == 0 {
			return nil, nil
		}
		return d, nil
	}, func(self, v any) error {
		fn := self.(*Func)
		fn.params = append([]Param(nil), fn.params...)
		for i := range fn.params {
			if p := &fn.params[i]; p.Kind == KwOnlyArg {
				p.HasDef, p.Def = false, nil
				if d, ok := v.(*Dict[any, any]); ok {
					p.Def, p.HasDef = d.Lookup(p.Name)
				}
			}
		}
		fn.index()
		return nil
	})
	f.addGetSet("__annotations__", func(self any) (any, error) {
		fn := self.(*Func)
		if fn.annotations == nil {
			fn.annotations = NewDict[any, any]()
		}
		return fn.annotations, nil
	}, func(self, v any) error {
		d, ok := v.(*Dict[any, any])
		if !ok && v != nil {
			return TypeError.New("__annotations__ must be set to a dict object")
		}
		self.(*Func).annotations = d
		return nil
	})
	f.addGetSet("__type_params__", func(any) (any, error) { return NewTuple[any](), nil }, nil)

	m := MethodType
	m.addGetSet("__self__", func(self any) (any, error) { return self.(*BoundMethod).self, nil }, nil)
	m.addGetSet("__func__", func(self any) (any, error) { return self.(*BoundMethod).fn, nil }, nil)
	m.addGetSet("__doc__", func(self any) (any, error) { return GetAttrErr(self.(*BoundMethod).fn, "__doc__") }, nil)
	m.dict.Set("__call__", callNative(m))

	propertyNatives()
	wrapped := func(self any) (any, error) {
		switch s := self.(type) {
		case *StaticMethod:
			return s.fn, nil
		case *ClassMethod:
			return s.fn, nil
		}
		return nil, errNoAttr
	}
	for _, c := range []*Class{StaticMethodType, ClassMethodType} {
		c.addGetSet("__func__", wrapped, nil)
		c.addGetSet("__wrapped__", wrapped, nil)
		for _, n := range []string{"__name__", "__qualname__", "__doc__", "__module__"} {
			c.addGetSet(n, func(self any) (any, error) {
				fn, err := wrapped(self)
				if err != nil {
					return nil, err
				}
				return lookupAttr(fn, n)
			}, nil)
		}
		c.addNative("__get__", []Param{PosOnly("instance"), PosOnly("owner").Default(nil)}, func(self any, args []any) (any, error) {
			cls, _ := args[1].(*Class)
			if cls == nil {
				cls = TypeOf(args[0])
			}
			return descrGet(self, args[0], args[0] != nil, cls)
		})
	}
	for _, c := range []*Class{GetSetType, MemberType} {
		c.addGetSet("__name__", func(self any) (any, error) {
			if g, ok := self.(*GetSet); ok {
				return g.Name, nil
			}
			return self.(*Member).name, nil
		}, nil)
	}
	SuperType.addGetSet("__thisclass__", func(self any) (any, error) { return self.(*SuperObject).cls, nil }, nil)
	SuperType.addGetSet("__self__", func(self any) (any, error) { return self.(*SuperObject).self, nil }, nil)
}

// callNative is the __call__ of functions and methods.
func callNative(c *Class) *Func {
	f := NewBuiltin("__call__", []Param{PosOnly("self"), VarArgs("args"), VarKw("kwargs")}, func(ctx context.Context, args []any) (any, error) {
		return callSlice(ctx, args[0], args[1].(*Tuple[any]).Items(), kwOf(args[2]))
	})
	f.owner = c
	return f
}

func setFuncText(self any, name string, v any, set func(*Func, string)) error {
	f, ok := self.(*Func)
	if !ok || f.native {
		return Errorf(AttributeError, "attribute '%s' of '%s' objects is not writable", name, TypeOf(self).name)
	}
	s, ok := v.(string)
	if !ok {
		return Errorf(TypeError, "%s must be set to a string object", name)
	}
	set(f, s)
	return nil
}

// setDefaults is the assignment to __defaults__: they belong to the last
// positional parameters.
func setDefaults(self, v any) error {
	var defs []any
	if v != nil {
		t, ok := v.(*Tuple[any])
		if !ok {
			return TypeError.New("__defaults__ must be set to a tuple object")
		}
		defs = t.Items()
	}
	fn := self.(*Func)
	fn.params = append([]Param(nil), fn.params...)
	first := fn.npos - len(defs)
	n := 0
	for i := range fn.params {
		p := &fn.params[i]
		if p.Kind != PosOrKw && p.Kind != PosOnlyArg {
			continue
		}
		p.HasDef, p.Def = n >= first, nil
		if p.HasDef && n-first >= 0 {
			p.Def = defs[n-first]
		}
		n++
	}
	fn.index()
	return nil
}

// generatorNatives gives generators their methods.
func generatorNatives() {
	g := GeneratorType
	g.addNative("__iter__", nil, func(self any, _ []any) (any, error) { return self, nil })
	g.addNative("__next__", nil, func(self any, _ []any) (any, error) { return self.(anyGenerator).sendAny(nil) })
	g.addNative("send", []Param{PosOnly("value")}, func(self any, args []any) (any, error) { return self.(anyGenerator).sendAny(args[0]) })
	g.addNative("throw", []Param{PosOnly("type"), PosOnly("value").Default(nil), PosOnly("traceback").Default(nil)}, func(self any, args []any) (any, error) {
		exc := args[0]
		if c, ok := exc.(*Class); ok && args[1] != nil {
			if e, ok := args[1].(BaseException); ok {
				exc = e
			} else {
				v, err := Call(CurrentContext(), c, args[1])
				if err != nil {
					return nil, err
				}
				exc = v
			}
		}
		return self.(anyGenerator).throwAny(Raise(exc))
	})
	g.addNative("close", nil, func(self any, _ []any) (any, error) { return self.(anyGenerator).CloseValue() })
	for _, n := range []string{"__name__", "__qualname__"} {
		g.addGetSet(n, func(self any) (any, error) {
			v, _ := self.(anyGenerator).genAttr(n)
			return v, nil
		}, func(self, v any) error {
			s, ok := v.(string)
			if !ok {
				return Errorf(TypeError, "%s must be set to a string object", n)
			}
			self.(anyGenerator).setName(s, n == "__qualname__")
			return nil
		})
	}
	for _, n := range []string{"gi_running", "gi_suspended", "gi_yieldfrom", "gi_frame"} {
		g.addGetSet(n, func(self any) (any, error) {
			v, _ := self.(anyGenerator).genAttr(n)
			return v, nil
		}, nil)
	}
	for _, c := range []*Class{EnumerateType, ZipType, MapType, FilterType, ReversedType, CallableIteratorType, SequenceIteratorType} {
		iteratorNatives(c)
	}
}

// iteratorNatives gives the class of a Go iterator __iter__ and __next__.
func iteratorNatives(c *Class) {
	c.addNative("__iter__", nil, func(self any, _ []any) (any, error) { return self, nil })
	c.addNative("__next__", nil, func(self any, _ []any) (any, error) {
		v, ok := self.(Iterator).Next()
		if !ok {
			return nil, StopIteration.New()
		}
		return v, nil
	})
	c.addNative("__length_hint__", nil, func(self any, _ []any) (any, error) {
		if h, ok := self.(interface{ LengthHint() int }); ok {
			return h.LengthHint(), nil
		}
		return NotImplemented, nil
	})
}

// exceptionNatives gives the exception classes their attributes and methods.
func exceptionNatives() {
	b := BaseException_
	exc := func(self any) *Error { return self.(BaseException).Exc() }
	b.addNative("__str__", nil, func(self any, _ []any) (any, error) { return nativeExcStr(self.(BaseException)), nil })
	b.addNative("__repr__", nil, func(self any, _ []any) (any, error) {
		if r, ok := self.(Reprer); ok {
			return r.Repr(), nil
		}
		return exc(self).Repr(), nil
	})
	b.addNative("add_note", []Param{PosOnly("note")}, func(self any, args []any) (any, error) {
		s, ok := args[0].(string)
		if !ok {
			return nil, Errorf(TypeError, "note must be a str, not '%s'", TypeOf(args[0]).name)
		}
		exc(self).AddNote(s)
		return nil, nil
	})
	b.addNative("with_traceback", []Param{PosOnly("tb")}, func(self any, args []any) (any, error) {
		exc(self).tb = args[0]
		return self, nil
	})
	b.addGetSet("args", func(self any) (any, error) { return NewTuple(exc(self).args...), nil }, func(self, v any) error {
		exc(self).args = append([]any(nil), collect(v)...)
		return nil
	})
	b.addGetSet("__traceback__", func(self any) (any, error) { return exc(self).tb, nil }, func(self, v any) error {
		exc(self).tb = v
		return nil
	})
	b.addGetSet("__cause__", func(self any) (any, error) { return errorValue(exc(self).cause), nil }, func(self, v any) error {
		e, ok := v.(BaseException)
		if !ok && v != nil {
			return TypeError.New("exception cause must be None or derive from BaseException")
		}
		exc(self).suppress = true
		exc(self).cause = nil
		if ok {
			exc(self).cause = e
		}
		return nil
	})
	b.addGetSet("__context__", func(self any) (any, error) { return errorValue(exc(self).context), nil }, func(self, v any) error {
		e, ok := v.(BaseException)
		if !ok && v != nil {
			return TypeError.New("exception context must be None or derive from BaseException")
		}
		exc(self).context = nil
		if ok {
			exc(self).context = e
		}
		return nil
	})
	b.addGetSet("__suppress_context__", func(self any) (any, error) { return exc(self).suppress, nil }, func(self, v any) error {
		exc(self).suppress = Truth(v)
		return nil
	})
	field := func(c *Class, names ...string) {
		for _, n := range names {
			c.addGetSet(n, func(self any) (any, error) { return exc(self).field(n), nil }, func(self, v any) error {
				exc(self).SetField(n, v)
				return nil
			})
		}
	}
	field(OSError, "errno", "strerror", "filename", "filename2")
	field(UnicodeDecodeError, "encoding", "object", "start", "end", "reason")
	field(UnicodeEncodeError, "encoding", "object", "start", "end", "reason")
	field(UnicodeTranslateError, "object", "start", "end", "reason")
	field(ImportError, "name", "path", "msg")
	field(AttributeError, "name", "obj")
	field(NameError, "name")
	field(SyntaxError, "msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset")
	field(BaseExceptionGroup, "message", "exceptions")
	argField := func(c *Class, n string) {
		c.addGetSet(n, func(self any) (any, error) {
			e := exc(self)
			if v, ok := e.fieldSet(n); ok {
				return v, nil
			}
			switch len(e.args) {
			case 0:
				return nil, nil
			case 1:
				return e.args[0], nil
			}
			if c == StopIteration || c == StopAsyncIteration {
				return e.args[0], nil
			}
			return NewTuple(e.args...), nil
		}, func(self, v any) error {
			exc(self).SetField(n, v)
			return nil
		})
	}
	argField(StopIteration, "value")
	argField(SystemExit, "code")

	grp := BaseExceptionGroup
	grp.addNative("derive", []Param{PosOnly("excs")}, func(self any, args []any) (any, error) {
		return makeGroup(BaseExceptionGroup, exc(self).field("message"), args[0])
	})
	grp.addNative("split", []Param{PosOnly("condition")}, func(self any, args []any) (any, error) {
		match, err := groupMatcher(args[0])
		if err != nil {
			return nil, err
		}
		yes, no, err := splitGroup(self.(BaseException), match)
		return NewTuple(excValue(yes), excValue(no)), err
	})
	grp.addNative("subgroup", []Param{PosOnly("condition")}, func(self any, args []any) (any, error) {
		match, err := groupMatcher(args[0])
		if err != nil {
			return nil, err
		}
		yes, _, err := splitGroup(self.(BaseException), match)
		return excValue(yes), err
	})
	grp.dict.Set("__class_getitem__", NewClassMethod(NewBuiltin("__class_getitem__", []Param{PosOnly("cls"), PosOnly("item")}, func(_ context.Context, args []any) (any, error) {
		return NewAlias(args[0], args[1]), nil
	})))
}

// nativeExcStr is the __str__ of the builtin class of an exception.
func nativeExcStr(e BaseException) string {
	if s, ok := e.(Strer); ok {
		return s.Str()
	}
	return e.Exc().Str()
}

// excValue and errorValue turn an absent exception into None.
func excValue(e BaseException) any {
	if e == nil {
		return nil
	}
	return e
}

func errorValue(e error) any {
	if e == nil {
		return nil
	}
	return e
}
