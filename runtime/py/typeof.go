package py

import (
	"math/big"
	"reflect"
	"slices"
)

// The builtin classes.
var (
	NoneType    = newClass("NoneType", "builtins", []*Class{ObjectType})
	IntType     = newLayoutClass("int", layoutInt, ObjectType)
	BoolType    = newClass("bool", "builtins", []*Class{IntType})
	FloatType   = newLayoutClass("float", layoutFloat, ObjectType)
	ComplexType = newLayoutClass("complex", layoutComplex, ObjectType)
	StrType     = newLayoutClass("str", layoutStr, ObjectType)
	BytesType   = newLayoutClass("bytes", layoutBytes, ObjectType)

	ByteArrayType = newLayoutClass("bytearray", layoutByteArray, ObjectType)
	ListType      = newLayoutClass("list", layoutList, ObjectType)
	TupleType     = newLayoutClass("tuple", layoutTuple, ObjectType)
	DictType      = newLayoutClass("dict", layoutDict, ObjectType)
	SetType       = newLayoutClass("set", layoutSet, ObjectType)
	FrozenSetType = newLayoutClass("frozenset", layoutFrozenSet, ObjectType)
	RangeType     = newBuiltinClass("range")
	SliceType     = newBuiltinClass("slice")

	MemoryViewType       = newBuiltinClass("memoryview")
	FunctionType         = newBuiltinClass("function")
	BuiltinFunctionType  = newBuiltinClass("builtin_function_or_method")
	MethodType           = newBuiltinClass("method")
	MethodDescriptorType = newBuiltinClass("method_descriptor")
	PropertyType         = newLayoutClass("property", layoutProperty, ObjectType)
	StaticMethodType     = newBuiltinClass("staticmethod")
	ClassMethodType      = newBuiltinClass("classmethod")
	GetSetType           = newBuiltinClass("getset_descriptor")
	MemberType           = newBuiltinClass("member_descriptor")
	SuperType            = newBuiltinClass("super")
	GeneratorType        = newBuiltinClass("generator")
	MappingProxyType     = newBuiltinClass("mappingproxy")
	EllipsisClass        = newBuiltinClass("ellipsis")
	NotImplementedClass  = newBuiltinClass("NotImplementedType")

	EnumerateType = newBuiltinClass("enumerate")
	ZipType       = newBuiltinClass("zip")
	MapType       = newBuiltinClass("map")
	FilterType    = newBuiltinClass("filter")
	ReversedType  = newBuiltinClass("reversed")

	CallableIteratorType = newBuiltinClass("callable_iterator")
	SequenceIteratorType = newBuiltinClass("iterator")
)

// namedClasses are the builtin classes that values name by ClassName and
// that have no variable of their own: iterators, views.
var namedClasses = map[string]*Class{}

// goClasses are the Python classes of the Go types that RegisterType knows.
var goClasses = map[reflect.Type]*Class{}

func newBuiltinClass(name string) *Class {
	return newClass(name, "builtins", []*Class{ObjectType})
}

// TypeOf is type(x).
func TypeOf(x any) *Class {
	switch v := x.(type) {
	case *Object:
		return v.class
	case int:
		return IntType
	case string:
		return StrType
	case nil:
		return NoneType
	case bool:
		return BoolType
	case float64:
		return FloatType
	case *big.Int:
		return IntType
	case *Class:
		return v.metaclass()
	case *Error:
		return v.Class()
	case complex128:
		return ComplexType
	case Bytes:
		return BytesType
	case PyTyped:
		return v.PyClass() // before pyTyped, which a type that embeds a dict has too
	case pyTyped:
		return v.pyType()
	case BaseException:
		return v.Exc().Class()
	}
	return goClass(x)
}

// metaclass returns type(c).
func (c *Class) metaclass() *Class {
	if c.meta != nil {
		return c.meta
	}
	return TypeType
}

// goClass finds the class of a Go type that does not tell it itself.
func goClass(x any) *Class {
	t := reflect.TypeOf(x)
	if c, ok := goClasses[t]; ok {
		return c
	}
	var c *Class
	if n, ok := x.(ClassNamer); ok {
		c = classNamed(n.ClassName(), reflectModule(t))
		if _, ok := x.(Iterator); ok && c.module == "builtins" {
			if _, done := c.dict.Get("__next__"); !done {
				iteratorNatives(c)
			}
		}
	} else {
		name := t.String()
		if t.Kind() == reflect.Pointer {
			name = t.Elem().Name()
		}
		c = newClass(name, "__main__", []*Class{ObjectType})
		c.layout = layoutOther
		goClasses[t] = c
	}
	return c
}

// classNamed returns the class of that __qualname__, made at the first use.
func classNamed(name, module string) *Class {
	key := module + "." + name
	c, ok := namedClasses[key]
	if !ok {
		c = newClass(plainName(name), module, []*Class{ObjectType})
		c.qualname = name
		if module != "builtins" {
			c.layout = layoutOther
		}
		namedClasses[key] = c
	}
	return c
}

// reflectModule is the Python module of a Go type: types of this package are
// builtins, others belong to the program.
func reflectModule(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.PkgPath() == reflect.TypeFor[Object]().PkgPath() {
		return "builtins"
	}
	return "__main__"
}

// typeName is type(x).__name__.
func typeName(x any) string { return TypeOf(x).name }

func (*notImplementedType) pyType() *Class { return NotImplementedClass }
func (*ellipsisType) pyType() *Class       { return EllipsisClass }

func (c *Class) pyRepr() string {
	if c.enum != nil {
		if c.flagLike() {
			return "<flag '" + c.name + "'>"
		}
		return "<enum '" + c.name + "'>"
	}
	if c.module == "builtins" || c.module == "" {
		return "<class '" + c.qualname + "'>"
	}
	return "<class '" + c.module + "." + c.qualname + "'>"
}

func (c *Class) flagLike() bool { return c.enum.flag && c != Flag && c != IntFlag }

// SubclassesOf returns cls.__subclasses__().
func (c *Class) SubclassesOf() []*Class { return slices.Clone(c.subclasses) }
