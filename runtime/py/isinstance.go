package py

// IsInstance is isinstance(x, cls): cls is a class, a tuple of classes
// (nested too) or a union.
func IsInstance(x any, cls any) bool {
	if c, ok := cls.(*Class); ok {
		xc := TypeOf(x)
		if xc == c {
			return true
		}
		if c.meta == nil {
			return xc.IsSubclassOf(c)
		}
		return isInstanceMeta(x, xc, c)
	}
	switch cls := cls.(type) {
	case AnyTuple:
		for i := range cls.Len() {
			if IsInstance(x, cls.AtAny(i)) {
				return true
			}
		}
		return false
	case *Union:
		for _, c := range cls.args {
			if c == nil {
				c = NoneType
			}
			if IsInstance(x, c) {
				return true
			}
		}
		return false
	}
	if m := TypeOf(cls).override(dInstancecheck); m != nil {
		r, err := callDunder(m, cls, x)
		Check(err)
		return Truth(r)
	}
	Throw(TypeError.New("isinstance() arg 2 must be a type, a tuple of types, or a union"))
	return false
}

// isInstanceMeta asks the metaclass: its __instancecheck__, or the subclass
// hook of an abstract base class.
func isInstanceMeta(x any, xc, c *Class) bool {
	if m := c.meta.override(dInstancecheck); m != nil {
		r, err := callDunder(m, c, x)
		Check(err)
		return Truth(r)
	}
	return c.abcSubclass(xc, x, true)
}

// IsSubclass is issubclass(x, cls).
func IsSubclass(x any, cls any) bool {
	xc, ok := x.(*Class)
	if !ok {
		Throw(TypeError.New("issubclass() arg 1 must be a class"))
	}
	switch cls := cls.(type) {
	case *Class:
		if cls.meta == nil {
			return xc.IsSubclassOf(cls)
		}
		if m := cls.meta.override(dSubclasscheck); m != nil {
			r, err := callDunder(m, cls, xc)
			Check(err)
			return Truth(r)
		}
		return cls.abcSubclass(xc, nil, false)
	case AnyTuple:
		for i := range cls.Len() {
			if IsSubclass(x, cls.AtAny(i)) {
				return true
			}
		}
		return false
	case *Union:
		for _, c := range cls.args {
			if c == nil {
				c = NoneType
			}
			if IsSubclass(x, c) {
				return true
			}
		}
		return false
	}
	if m := TypeOf(cls).override(dSubclasscheck); m != nil {
		r, err := callDunder(m, cls, xc)
		Check(err)
		return Truth(r)
	}
	Throw(TypeError.New("issubclass() arg 2 must be a class, a tuple of classes, or a union"))
	return false
}

// abcSubclass is ABCMeta.__subclasscheck__: real subclasses, what
// __subclasshook__ says, registered virtual subclasses. A runtime-checkable
// protocol looks at the members instead.
func (c *Class) abcSubclass(xc *Class, x any, hasX bool) bool {
	if xc.IsSubclassOf(c) {
		return true
	}
	if c.protocol != nil {
		return c.protocolCheck(xc, x, hasX)
	}
	if hook, ok := c.lookup("__subclasshook__"); ok {
		if f, native := hook.(*Func); !native || !f.native {
			bound, err := descrGet(hook, nil, false, c)
			Check(err)
			r := Must(Call(CurrentContext(), bound, xc))
			if r != NotImplemented {
				return Truth(r)
			}
		}
	}
	if hook := abcHooks[c]; hook != nil && (xc.hasMethods(hook) || hasX && isIterator(x) && iteratorHook(hook)) {
		return true
	}
	for _, v := range c.virtual {
		if xc.IsSubclassOf(v) || v.meta != nil && v.abcSubclass(xc, x, hasX) {
			return true
		}
	}
	for _, s := range c.subclasses {
		if s.abcSubclass(xc, x, hasX) {
			return true
		}
	}
	return false
}

// RegisterVirtual is cls.register(sub) of an abstract base class.
func (c *Class) RegisterVirtual(sub *Class) *Class {
	c.virtual = append(c.virtual, sub)
	return sub
}
