package py

import (
	"errors"
	"strings"
)

// errNoAttr tells that an attribute is absent, before anybody needs the
// AttributeError.
var errNoAttr = errors.New("no attribute")

// GetAttr is x.name.
func GetAttr(x any, name string) any {
	if o, ok := x.(*Object); ok {
		if t := o.class.slotTable(); t.plainGet {
			if i := o.shape.find(name); i >= 0 {
				if o.shape.isPlain() {
					return o.vals[i]
				}
			} else if p, ok := o.class.propertyAt(name); ok && !t.hasGetattr {
				return Must(p.descrGet(o, true, o.class))
			}
		}
	}
	v, err := lookupAttr(x, name)
	if err != nil {
		if err == errNoAttr {
			err = noAttribute(x, name)
		}
		Throw(err)
	}
	return v
}

// propertyAt returns the class attribute name when it is a property.
func (c *Class) propertyAt(name string) (*Property, bool) {
	v, _ := c.lookup(name)
	p, ok := v.(*Property)
	return p, ok
}

// GetAttrErr is GetAttr with the exception returned.
func GetAttrErr(x any, name string) (any, error) {
	v, err := lookupAttr(x, name)
	if err == errNoAttr {
		return nil, noAttribute(x, name)
	}
	return v, err
}

// GetAttrDefault is getattr(x, name, def).
func GetAttrDefault(x any, name string, def any) any {
	v, ok := findAttr(x, name)
	if !ok {
		return def
	}
	return v
}

// HasAttr is hasattr(x, name).
func HasAttr(x any, name string) bool {
	_, ok := findAttr(x, name)
	return ok
}

// findAttr returns the attribute unless getting it raised AttributeError.
func findAttr(x any, name string) (v any, ok bool) {
	absent := false
	err := Catch(func() (err error) {
		if v, err = lookupAttr(x, name); err == errNoAttr {
			absent, err = true, nil // Catch would make it the context of what is being handled
		}
		return err
	})
	if err != nil && !errors.Is(err, AttributeError) {
		Throw(err)
	}
	return v, err == nil && !absent
}

// noAttribute is the AttributeError for a missing attribute.
func noAttribute(x any, name string) error {
	var e *Error
	if c, ok := x.(*Class); ok {
		e = Errorf(AttributeError, "type object '%s' has no attribute '%s'", c.name, name)
	} else if m, ok := x.(*Module); ok {
		e = Errorf(AttributeError, "module '%s' has no attribute '%s'", m.name, name)
	} else {
		e = Errorf(AttributeError, "'%s' object has no attribute '%s'", TypeOf(x).name, name)
	}
	e.SetField("name", name)
	e.SetField("obj", x)
	return e
}

// plainGet reports whether the class has no __getattribute__ of its own.
func (c *Class) plainGet() bool {
	return c.slotTable().plainGet
}

// lookupAttr is the whole attribute protocol; a missing attribute is
// errNoAttr.
func lookupAttr(x any, name string) (any, error) {
	if s, ok := x.(*SuperObject); ok {
		return s.attr(name)
	}
	c := TypeOf(x)
	t := c.slotTable()
	if t.plainGet && !t.hasGetattr {
		return genericGetAttr(x, c, name)
	}
	var val any
	var err error
	if hook := c.override(dGetattribute); hook != nil {
		val, err = callDunder(hook, x, name)
	} else {
		val, err = genericGetAttr(x, c, name)
	}
	if err != nil && t.hasGetattr && (err == errNoAttr || errors.Is(err, AttributeError)) {
		hook, _ := c.slot(dGetattr)
		return callDunder(hook, x, name)
	}
	return val, err
}

// genericGetAttr is object.__getattribute__, or type.__getattribute__ for a
// class.
func genericGetAttr(x any, c *Class, name string) (any, error) {
	meta, found := c.lookup(name)
	if found && isDataDescriptor(meta) {
		return descrGet(meta, x, true, c)
	}
	switch x := x.(type) {
	case *Object:
		if v, ok := x.getOwn(name); ok {
			return v, nil
		}
	case *Class:
		if v, ok := x.lookup(name); ok {
			return descrGet(v, nil, false, x)
		}
	case *BoundMethod:
		if !found {
			return lookupAttr(x.fn, name)
		}
	case attrHolder:
		if v, ok := x.attrTable().get(name); ok {
			return v, nil
		}
	case BaseException:
		if v, ok := x.Exc().attrs.get(name); ok {
			return v, nil
		}
	}
	if found {
		return descrGet(meta, x, true, c)
	}
	return nil, errNoAttr
}

// SetAttr is x.name = v.
func SetAttr(x any, name string, v any) {
	if o, ok := x.(*Object); ok && o.class.plainSet() {
		if i := o.shape.find(name); i >= 0 {
			if o.shape.isPlain() {
				o.vals[i] = v
				return
			}
		} else if o.dict == nil && !o.class.noDict {
			if s := o.shape.with(name); s.isPlain() {
				o.push(s, v)
				return
			}
		}
	}
	Check(SetAttrErr(x, name, v))
}

// plainSet reports whether the class has no __setattr__ of its own.
func (c *Class) plainSet() bool {
	return c.slotTable().plainSet
}

// SetAttrErr is SetAttr with the exception returned.
func SetAttrErr(x any, name string, v any) error {
	c := TypeOf(x)
	if hook := c.override(dSetattr); hook != nil {
		_, err := callDunder(hook, x, name, v)
		return err
	}
	return genericSetAttr(x, c, name, v)
}

// genericSetAttr is object.__setattr__, or type.__setattr__ for a class.
func genericSetAttr(x any, c *Class, name string, v any) error {
	meta, found := c.lookup(name)
	if found {
		if handled, err := descrSet(meta, x, v); handled {
			return err
		}
	}
	switch x := x.(type) {
	case *Object:
		if !x.class.noDict || x.class.isMember(name) {
			x.setOwn(name, v)
			return nil
		}
	case *Class:
		return x.setAttr(name, v)
	case attrHolder:
		if takesAttributes(x) {
			x.attrTable().set(name, v)
			return nil
		}
	case BaseException:
		x.Exc().attrs.set(name, v)
		return nil
	}
	return cannotSet(c, x, name, found)
}

// takesAttributes reports whether the holder has a __dict__: builtin
// functions have none.
func takesAttributes(h attrHolder) bool {
	f, ok := h.(*Func)
	return !ok || !f.native
}

func cannotSet(c *Class, x any, name string, found bool) error {
	var e *Error
	if found {
		e = Errorf(AttributeError, "'%s' object attribute '%s' is read-only", c.name, name)
	} else {
		e = Errorf(AttributeError, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", c.name, name)
	}
	e.SetField("name", name)
	e.SetField("obj", x)
	return e
}

// setAttr sets a class attribute.
func (c *Class) setAttr(name string, v any) error {
	if c.enum != nil {
		if _, ok := c.enum.members.Get(name); ok {
			return Errorf(AttributeError, "cannot reassign member '%s'", name)
		}
	}
	if !c.heap {
		return Errorf(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.name)
	}
	c.dict.Set(name, v)
	c.modified(name)
	if name == "__abstractmethods__" {
		c.abstract = nil
		for n := range Each(v) {
			c.abstract = append(c.abstract, AsString(n))
		}
	}
	return nil
}

// delAttr deletes a class attribute.
func (c *Class) delAttr(name string) error {
	if c.enum != nil {
		if _, ok := c.enum.members.Get(name); ok {
			return Errorf(AttributeError, "'%s' cannot delete member '%s'.", c.name, name)
		}
	}
	if !c.heap {
		return Errorf(TypeError, "cannot set '%s' attribute of immutable type '%s'", name, c.name)
	}
	if !c.dict.Del(name) {
		return noAttribute(c, name)
	}
	c.modified(name)
	return nil
}

// DelAttr is del x.name.
func DelAttr(x any, name string) { Check(DelAttrErr(x, name)) }

// DelAttrErr is DelAttr with the exception returned.
func DelAttrErr(x any, name string) error {
	c := TypeOf(x)
	if hook := c.override(dDelattr); hook != nil {
		_, err := callDunder(hook, x, name)
		return err
	}
	return genericDelAttr(x, c, name)
}

func genericDelAttr(x any, c *Class, name string) error {
	meta, found := c.lookup(name)
	if found {
		if handled, err := descrDelete(meta, x); handled {
			return err
		}
	}
	deleted := false
	switch x := x.(type) {
	case *Object:
		deleted = x.delOwn(name)
	case *Class:
		return x.delAttr(name)
	case attrHolder:
		deleted = x.attrTable().del(name)
	case BaseException:
		deleted = x.Exc().attrs.del(name)
	}
	if deleted {
		return nil
	}
	if found {
		return cannotSet(c, x, name, true)
	}
	return noAttribute(x, name)
}

// isMember reports whether name is one of the class's __slots__.
func (c *Class) isMember(name string) bool {
	for _, m := range c.members {
		if m == name {
			return true
		}
	}
	return false
}

// isDunder reports whether name is a special name.
func isDunder(name string) bool {
	return len(name) > 4 && strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
}

// mangle is the private name mangling of __name inside a class.
func mangle(class, name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}
