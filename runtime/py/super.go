package py

// SuperObject is what super() gives: the attributes of the classes after cls
// in the MRO of the object's class, bound to the object.
type SuperObject struct {
	cls    *Class
	self   any
	selfCl *Class
	onType bool // self is a class: super() in a class method or __new__
}

// Super is super() in a method of cls with self as its first parameter, or
// super(cls, self).
func Super(cls *Class, self any) any {
	if c, ok := self.(*Class); ok && c.IsSubclassOf(cls) {
		return &SuperObject{cls, self, c, true}
	}
	c := TypeOf(self)
	if !c.IsSubclassOf(cls) {
		Throw(TypeError.New("super(type, obj): obj (" + instanceText(self) + ") is not an instance or subtype of type (" + cls.name + ")."))
	}
	return &SuperObject{cls, self, c, false}
}

// SuperOf is super(cls, self), with whatever the program gives for a class.
func SuperOf(cls, self any) any {
	c, ok := cls.(*Class)
	if !ok {
		Throwf(TypeError, "super() argument 1 must be a type, not %s", TypeOf(cls).name)
	}
	return Super(c, self)
}

func instanceText(x any) string {
	if c, ok := x.(*Class); ok {
		return "type " + c.name
	}
	return "instance of " + TypeOf(x).name
}

// find returns the raw attribute of the classes after cls.
func (s *SuperObject) find(name string) (any, bool) {
	mro := s.selfCl.mro
	for i, k := range mro {
		if k != s.cls {
			continue
		}
		for _, next := range mro[i+1:] {
			if v, ok := next.dict.Get(name); ok {
				return v, true
			}
		}
		break
	}
	return nil, false
}

// attr is the attribute protocol of super objects.
func (s *SuperObject) attr(name string) (any, error) {
	if name != "__class__" {
		if v, ok := s.find(name); ok {
			return descrGet(v, s.self, !s.onType, s.selfCl)
		}
	}
	return genericGetAttr(s, SuperType, name)
}

func (s *SuperObject) pyType() *Class { return SuperType }

func (s *SuperObject) pyRepr() string {
	return "<super: <class '" + s.cls.name + "'>, <" + s.selfCl.name + " object>>"
}
