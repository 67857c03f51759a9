package py

import "reflect"

// Expose makes attributes of a struct of a converted program known to code
// that has its values in an any. sample is a nil pointer of the struct's type;
// name is that of its Python class.
func Expose(name string, sample any, members ...ClassMember) {
	t := reflect.TypeOf(sample)
	if _, done := goClasses[t]; done {
		return
	}
	c := RegisterType(&TypeInfo{Name: name, Module: "__main__", Go: []any{sample}})
	for _, m := range members {
		c.dict.Set(m.Name, m.Value)
	}
}

// ClassMember is an attribute that Expose adds to a class: a function is a method,
// a property or a Slot is asked for the value.
type ClassMember struct {
	Name  string
	Value any
}

// Slot describes a field of a struct by the functions that read and set it.
// set is nil where nothing sets the field through an any. Faults may panic.
func Slot[T any](name string, get func(self T) any, set func(self T, v any)) ClassMember {
	g := &GetSet{Name: name, Get: func(self any) (any, error) {
		return catchAttr(func(self any) any { return get(As[T](self)) }, self)
	}}
	if set != nil {
		g.Set = func(self, v any) error {
			return Catch(func() error { set(As[T](self), v); return nil })
		}
	}
	return ClassMember{name, g}
}
