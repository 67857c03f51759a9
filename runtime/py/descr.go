package py

import (
	"context"
)

// descriptor is a builtin value that binds when it is found on a class;
// dataDescriptor also takes part in assignment.
type (
	descriptor interface {
		descrGet(obj any, hasObj bool, cls *Class) (any, error)
	}
	dataDescriptor interface {
		descriptor
		descrSet(obj, v any) error
		descrDelete(obj any) error
	}
)

// isDataDescriptor reports whether v, found on a class, goes before instance
// attributes.
func isDataDescriptor(v any) bool {
	switch v := v.(type) {
	case nil, *Func, string, int, *StaticMethod, *ClassMethod:
		return false
	case *Member:
		return false // it stands for the instance attribute itself
	case dataDescriptor:
		return true
	case *Object:
		_, set := v.class.slot(dSet)
		_, del := v.class.slot(dDelete)
		return set || del
	}
	return false
}

// descrGet gives what the class attribute v is on the instance obj (or on the
// class alone).
func descrGet(v, obj any, hasObj bool, cls *Class) (any, error) {
	switch d := v.(type) {
	case *Func:
		if hasObj && (!d.native || d.owner != nil) {
			return &BoundMethod{self: obj, fn: d}, nil
		}
		return d, nil
	case descriptor:
		return d.descrGet(obj, hasObj, cls)
	case *Object:
		if get, ok := d.class.slot(dGet); ok {
			return callDunder(get, d, obj, cls)
		}
	}
	return v, nil
}

// descrSet assigns through the class attribute d if it is a data descriptor.
func descrSet(d, obj, v any) (handled bool, err error) {
	switch d := d.(type) {
	case *Func:
		return false, nil
	case dataDescriptor:
		return true, d.descrSet(obj, v)
	case *Object:
		if set, ok := d.class.slot(dSet); ok {
			_, err := callDunder(set, d, obj, v)
			return true, err
		}
		if _, ok := d.class.slot(dDelete); ok {
			return true, AttributeError.New("__set__")
		}
	}
	return false, nil
}

// descrDelete deletes through the class attribute d if it is a data
// descriptor.
func descrDelete(d, obj any) (handled bool, err error) {
	switch d := d.(type) {
	case dataDescriptor:
		return true, d.descrDelete(obj)
	case *Object:
		if del, ok := d.class.slot(dDelete); ok {
			_, err := callDunder(del, d, obj)
			return true, err
		}
		if _, ok := d.class.slot(dSet); ok {
			return true, AttributeError.New("__delete__")
		}
	}
	return false, nil
}

// callDunder calls a special method found on the class of self, as the
// operators do: without ctx of their own.
func callDunder(method, self any, args ...any) (any, error) {
	ctx := CurrentContext()
	if f, ok := method.(*Func); ok {
		return f.Call(ctx, argsWith(self, args), nil)
	}
	bound, err := descrGet(method, self, true, TypeOf(self))
	if err != nil {
		return nil, err
	}
	return callSlice(ctx, bound, copyArgs(args), nil)
}

// Property is a property object.
type Property struct {
	fget, fset, fdel any
	doc              any
	name             string
	attrs            attrTable
}

// NewProperty is property(fget, fset, fdel, doc); nil leaves one out.
func NewProperty(fget, fset, fdel, doc any) *Property {
	if doc == nil && fget != nil {
		doc = GetAttrDefault(fget, "__doc__", nil)
	}
	p := &Property{fget: fget, fset: fset, fdel: fdel, doc: doc}
	if f, ok := fget.(*Func); ok {
		p.name = f.name
	}
	return p
}

// Getter returns a copy with another getter: the decorator @p.getter.
func (p *Property) Getter(f any) *Property {
	q := *p
	q.fget = f
	return &q
}

// Setter returns a copy with another setter: the decorator @p.setter.
func (p *Property) Setter(f any) *Property {
	q := *p
	q.fset = f
	return &q
}

// Deleter returns a copy with another deleter: the decorator @p.deleter.
func (p *Property) Deleter(f any) *Property {
	q := *p
	q.fdel = f
	return &q
}

func (p *Property) attrTable() *attrTable { return &p.attrs }

func (p *Property) descrGet(obj any, hasObj bool, _ *Class) (any, error) {
	if !hasObj {
		return p, nil
	}
	if f, ok := p.fget.(*Func); ok {
		args := newArgs(1)
		args[0] = obj
		return f.Call(CurrentContext(), args, nil)
	}
	if p.fget == nil {
		return nil, p.lacks(obj, "getter")
	}
	return Call(CurrentContext(), p.fget, obj)
}

func (p *Property) descrSet(obj, v any) error {
	if p.fset == nil {
		return p.lacks(obj, "setter")
	}
	_, err := Call(CurrentContext(), p.fset, obj, v)
	return err
}

func (p *Property) descrDelete(obj any) error {
	if p.fdel == nil {
		return p.lacks(obj, "deleter")
	}
	_, err := Call(CurrentContext(), p.fdel, obj)
	return err
}

func (p *Property) lacks(obj any, what string) error {
	if p.name == "" {
		return Errorf(AttributeError, "property of '%s' object has no %s", TypeOf(obj).qualname, what)
	}
	return Errorf(AttributeError, "property '%s' of '%s' object has no %s", p.name, TypeOf(obj).qualname, what)
}

func (p *Property) pyType() *Class { return PropertyType }

// propertyOf is the property that self is, or that an instance of a subclass holds.
func propertyOf(self any) *Property { return baseOf(self).(*Property) }

// propertyNatives gives the class property its attributes and methods.
func propertyNatives() {
	c := PropertyType
	decorator := func(name string, with func(*Property, any) *Property) {
		c.addNative(name, []Param{PosOnly("f")}, func(self any, args []any) (any, error) {
			p := with(propertyOf(self), args[0])
			if o, ok := self.(*Object); ok {
				return Call(CurrentContext(), o.class, p.fget, p.fset, p.fdel, p.doc)
			}
			return p, nil
		})
	}
	decorator("getter", (*Property).Getter)
	decorator("setter", (*Property).Setter)
	decorator("deleter", (*Property).Deleter)
	c.addGetSet("fget", func(self any) (any, error) { return propertyOf(self).fget, nil }, nil)
	c.addGetSet("fset", func(self any) (any, error) { return propertyOf(self).fset, nil }, nil)
	c.addGetSet("fdel", func(self any) (any, error) { return propertyOf(self).fdel, nil }, nil)
	c.addGetSet("__doc__", func(self any) (any, error) { return propertyOf(self).doc, nil }, func(self, v any) error {
		propertyOf(self).doc = v
		return nil
	})
	c.addGetSet("__name__", func(self any) (any, error) { return propertyOf(self).name, nil }, nil)
	c.addGetSet("__isabstractmethod__", func(self any) (any, error) { return isAbstract(propertyOf(self)), nil }, nil)
	c.addNative("__get__", []Param{PosOnly("instance"), PosOnly("owner").Default(nil)}, func(self any, args []any) (any, error) {
		if args[0] == nil {
			return self, nil
		}
		return propertyOf(self).descrGet(args[0], true, nil)
	})
	c.addNative("__set__", []Param{PosOnly("instance"), PosOnly("value")}, func(self any, args []any) (any, error) {
		return nil, propertyOf(self).descrSet(args[0], args[1])
	})
	c.addNative("__delete__", []Param{PosOnly("instance")}, func(self any, args []any) (any, error) {
		return nil, propertyOf(self).descrDelete(args[0])
	})
	c.addNative("__set_name__", []Param{PosOnly("owner"), PosOnly("name")}, func(self any, args []any) (any, error) {
		if name, ok := args[1].(string); ok {
			propertyOf(self).name = name
		}
		return nil, nil
	})
}

// StaticMethod is a staticmethod object.
type StaticMethod struct {
	fn    any
	attrs attrTable
}

// NewStaticMethod is staticmethod(fn).
func NewStaticMethod(fn any) *StaticMethod { return &StaticMethod{fn: fn} }

// Call calls the function.
func (s *StaticMethod) Call(ctx context.Context, args []any, kw []Kw) (any, error) {
	return callSlice(ctx, s.fn, args, kw)
}

func (s *StaticMethod) attrTable() *attrTable                   { return &s.attrs }
func (s *StaticMethod) descrGet(any, bool, *Class) (any, error) { return s.fn, nil }
func (s *StaticMethod) pyType() *Class                          { return StaticMethodType }
func (s *StaticMethod) pyRepr() string                          { return "<staticmethod(" + Repr(s.fn) + ")>" }

// ClassMethod is a classmethod object.
type ClassMethod struct {
	fn    any
	attrs attrTable
}

// NewClassMethod is classmethod(fn).
func NewClassMethod(fn any) *ClassMethod { return &ClassMethod{fn: fn} }

func (c *ClassMethod) attrTable() *attrTable { return &c.attrs }

func (c *ClassMethod) descrGet(obj any, hasObj bool, cls *Class) (any, error) {
	return &BoundMethod{self: cls, fn: c.fn}, nil
}

func (c *ClassMethod) pyType() *Class { return ClassMethodType }
func (c *ClassMethod) pyRepr() string { return "<classmethod(" + Repr(c.fn) + ")>" }

// GetSet is an attribute of a builtin or library type that Go code computes.
// Get and Set raise by returning an error; a nil Set makes it read-only.
type GetSet struct {
	Name string
	Get  func(self any) (any, error)
	Set  func(self, v any) error
	Del  func(self any) error
	own  *Class
}

func (g *GetSet) descrGet(obj any, hasObj bool, _ *Class) (any, error) {
	if !hasObj {
		return g, nil
	}
	return g.Get(obj)
}

func (g *GetSet) descrSet(obj, v any) error {
	if g.Set == nil {
		return Errorf(AttributeError, "attribute '%s' of '%s' objects is not writable", g.Name, g.own.name)
	}
	return g.Set(obj, v)
}

func (g *GetSet) descrDelete(obj any) error {
	if g.Del == nil {
		return Errorf(AttributeError, "attribute '%s' of '%s' objects is not writable", g.Name, g.own.name)
	}
	return g.Del(obj)
}

func (g *GetSet) pyType() *Class { return GetSetType }
func (g *GetSet) pyRepr() string {
	return "<attribute '" + g.Name + "' of '" + g.own.name + "' objects>"
}

// Member is the descriptor of a name in __slots__. The value lies with the
// instance's other attributes.
type Member struct {
	name string
	own  *Class
}

func (m *Member) descrGet(obj any, hasObj bool, _ *Class) (any, error) {
	if !hasObj {
		return m, nil
	}
	if o, ok := obj.(*Object); ok {
		if v, ok := o.getOwn(m.name); ok {
			return v, nil
		}
	}
	return nil, errNoAttr
}

func (m *Member) descrSet(obj, v any) error {
	o, ok := obj.(*Object)
	if !ok || !o.class.IsSubclassOf(m.own) {
		return Errorf(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name, m.own.name, TypeOf(obj).name)
	}
	o.setOwn(m.name, v)
	return nil
}

func (m *Member) descrDelete(obj any) error {
	if o, ok := obj.(*Object); ok && o.delOwn(m.name) {
		return nil
	}
	return noAttribute(obj, m.name)
}

func (m *Member) pyType() *Class { return MemberType }
func (m *Member) pyRepr() string {
	return "<member '" + m.name + "' of '" + m.own.name + "' objects>"
}
