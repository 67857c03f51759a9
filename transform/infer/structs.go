package infer

// needsObject says why instances of a class cannot be plain Go structs, as far
// as that shows in the class itself; "" if they can.
func needsObject(cls *Class) string {
	switch {
	case cls.Kind == ExceptionClass:
		return "exception classes are made at run time"
	case len(cls.Bases) > 0:
		return "it derives from " + cls.Bases[0].Name
	case len(cls.Subclasses) > 0:
		return cls.Subclasses[0].Name + " derives from it"
	case cls.Kind != PlainClass && cls.Kind != DataClass:
		return "classes of its kind are made at run time"
	}
	if d := cls.Dataclass; cls.Kind == DataClass && (d.Order || d.UnsafeHash || d.Frozen || d.Slots) {
		return "its dataclass options need a Python object"
	}
	for _, m := range cls.Methods {
		if len(m.Name) > 4 && m.Name[:2] == "__" && m.Name[len(m.Name)-2:] == "__" && !structMethods[m.Name] {
			return "its method " + m.Name + " needs a Python object"
		}
	}
	return ""
}

// structMethods are the special methods that a Go struct can have.
var structMethods = map[string]bool{
	"__init__": true, "__post_init__": true, "__repr__": true, "__str__": true, "__eq__": true, "__hash__": true,
	"__lt__": true, "__le__": true, "__gt__": true, "__ge__": true, "__len__": true, "__bool__": true,
	"__contains__": true,
}
