package py

import (
	"fmt"
	"unsafe"
)

// Object is an instance of a class made at run time. An instance of a
// subclass of a builtin (class Stack(list)) holds the builtin value in base;
// operations that the class does not override work on it.
type Object struct {
	class *Class
	shape *shape
	vals  []any
	base  any
	dict  *Dict[any, any] // the instance's __dict__, once a program has asked for it; then it holds the attributes
}

// Instances are allocated together with room for as many attributes as those
// of their class have had.
type (
	object2 struct {
		Object
		room [2]any
	}
	object4 struct {
		Object
		room [4]any
	}
	object8 struct {
		Object
		room [8]any
	}
)

// NewObject returns an instance of c without attributes; it runs no
// constructor.
func NewObject(c *Class) *Object {
	var o *Object
	switch n := c.sizeHint.Load(); {
	case n == 0:
		o = new(Object)
	case n <= 2:
		o2 := new(object2)
		o, o2.vals = &o2.Object, o2.room[:0]
	case n <= 4:
		o4 := new(object4)
		o, o4.vals = &o4.Object, o4.room[:0]
	case n <= 8:
		o8 := new(object8)
		o, o8.vals = &o8.Object, o8.room[:0]
	default:
		o = &Object{vals: make([]any, 0, n)}
	}
	o.class, o.shape = c, c.root()
	return o
}

// newObjectOf returns an instance of a subclass of a builtin with its value.
func newObjectOf(c *Class, base any) *Object {
	o := &Object{class: c, shape: c.root()}
	o.setBase(base)
	return o
}

// setBase makes base the builtin or library value inside o.
func (o *Object) setBase(base any) {
	o.base = base
	if s, ok := base.(Subclassed); ok {
		s.SetSelf(o)
	}
}

// Class returns type(o).
func (o *Object) Class() *Class { return o.class }

// Base returns the builtin value of an instance of a subclass of a builtin,
// or nil.
func (o *Object) Base() any { return o.base }

// getOwn returns the instance attribute name.
func (o *Object) getOwn(name string) (any, bool) {
	if i := o.shape.find(name); i >= 0 {
		return o.vals[i], true
	}
	if o.dict != nil {
		return o.dict.Lookup(name)
	}
	return nil, false
}

// setOwn sets the instance attribute name.
func (o *Object) setOwn(name string, v any) {
	if i := o.shape.find(name); i >= 0 {
		o.vals[i] = v
		return
	}
	if o.dict != nil && !o.class.isMember(name) {
		o.dict.Set(name, v)
		return
	}
	o.push(o.shape.with(name), v)
}

// push adds the value of the shape's last attribute.
func (o *Object) push(s *shape, v any) {
	o.shape = s
	o.vals = append(o.vals, v)
	if n := int32(len(o.vals)); n > o.class.sizeHint.Load() {
		o.class.sizeHint.Store(n)
	}
}

// delOwn removes the instance attribute name and reports whether it was there.
func (o *Object) delOwn(name string) bool {
	i := o.shape.find(name)
	if i < 0 {
		if o.dict != nil {
			if _, ok := o.dict.Lookup(name); ok {
				o.dict.Delete(name)
				return true
			}
		}
		return false
	}
	s := o.class.root()
	for j, n := range o.shape.names {
		if j != i {
			s = s.with(n)
		}
	}
	o.vals = append(o.vals[:i:i], o.vals[i+1:]...)
	o.shape = s
	return true
}

// Dict returns the instance's __dict__: a live dictionary. From the first
// call on, it holds the attributes other than those of __slots__.
func (o *Object) Dict() *Dict[any, any] {
	if o.dict == nil {
		d := NewDict[any, any]()
		s := o.class.root()
		var kept []any
		for i, n := range o.shape.names {
			if o.class.isMember(n) {
				s = s.with(n)
				kept = append(kept, o.vals[i])
			} else {
				d.Set(n, o.vals[i])
			}
		}
		o.dict, o.vals, o.shape = d, kept, s
	}
	return o.dict
}

// setClass is the assignment to __class__.
func (o *Object) setClass(c *Class) {
	s := c.root()
	for _, n := range o.shape.names {
		s = s.with(n)
	}
	o.class, o.shape = c, s
}

// attrNames returns the names of the instance attributes in order, those of
// __slots__ left out.
func (o *Object) attrNames() []string {
	var names []string
	for _, n := range o.shape.names {
		if !o.class.isMember(n) {
			names = append(names, n)
		}
	}
	if o.dict != nil {
		for _, k := range o.dict.keysAny() {
			if s, ok := k.(string); ok {
				names = append(names, s)
			}
		}
	}
	return names
}

// attrTable holds the attributes that Python code sets on a function, an
// exception or another value of a fixed Go type.
type attrTable struct {
	ns   *Namespace
	dict *Dict[any, any] // once a program has asked for __dict__
}

func (t *attrTable) get(name string) (any, bool) {
	if t.dict != nil {
		return t.dict.Lookup(name)
	}
	if t.ns != nil {
		return t.ns.Get(name)
	}
	return nil, false
}

func (t *attrTable) set(name string, v any) {
	if t.dict != nil {
		t.dict.Set(name, v)
		return
	}
	if t.ns == nil {
		t.ns = &Namespace{}
	}
	t.ns.Set(name, v)
}

func (t *attrTable) del(name string) bool {
	if t.dict != nil {
		if _, ok := t.dict.Lookup(name); !ok {
			return false
		}
		t.dict.Delete(name)
		return true
	}
	return t.ns != nil && t.ns.Del(name)
}

// Dict returns the attributes as a live dictionary.
func (t *attrTable) Dict() *Dict[any, any] {
	if t.dict == nil {
		t.dict = NewDict[any, any]()
		if t.ns != nil {
			for i, n := range t.ns.names {
				t.dict.Set(n, t.ns.vals[i])
			}
			t.ns = nil
		}
	}
	return t.dict
}

// attrHolder is a value of a fixed Go type that takes attributes.
type attrHolder interface{ attrTable() *attrTable }

// address is the number that id() and default reprs show.
func address(x any) uintptr {
	return uintptr((*[2]unsafe.Pointer)(unsafe.Pointer(&x))[1])
}

// at is the " at 0x..." of default reprs.
func at(x any) string { return fmt.Sprintf(" at 0x%x", address(x)) }

// notImplementedType and ellipsisType are the types of the two singletons.
type (
	notImplementedType struct{ _ byte }
	ellipsisType       struct{ _ byte }
	notGivenType       struct{ _ byte }
)

// NotImplemented is what an operator method returns to let the other operand
// try. Ellipsis is `...`. NotGiven is the value of an optional parameter
// without a default that the caller left out.
var (
	NotImplemented any = &notImplementedType{}
	Ellipsis       any = &ellipsisType{}
	NotGiven       any = &notGivenType{}
)

func (*notImplementedType) pyRepr() string { return "NotImplemented" }
func (*ellipsisType) pyRepr() string       { return "Ellipsis" }
func (*notGivenType) pyRepr() string       { return "<not given>" }
