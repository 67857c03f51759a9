package py

import (
	"context"
)

// SpecialForm is one of typing's names that only annotations use: ClassVar,
// Optional, Literal. A subscript makes an Alias.
type SpecialForm struct{ name string }

// NewSpecialForm returns the form typing.name.
func NewSpecialForm(name string) *SpecialForm { return &SpecialForm{name: name} }

// SpecialFormType is the class of special forms.
var SpecialFormType = newClass("_SpecialForm", "typing", []*Class{ObjectType})

func (s *SpecialForm) pyType() *Class { return SpecialFormType }
func (s *SpecialForm) pyRepr() string { return "typing." + s.name }

func (s *SpecialForm) pyGetItem(key any) any {
	switch s.name {
	case "Optional":
		return typingUnion(key, nil)
	case "Union":
		if t, ok := key.(AnyTuple); ok {
			return typingUnion(boxItems(t)...)
		}
		return typingUnion(key)
	}
	return NewAlias(s, key)
}

func typingUnion(types ...any) any {
	u := NewUnion(types...)
	if u, ok := u.(*Union); ok {
		u.typing = true
	}
	return u
}

// TypeVar is typing.TypeVar, ParamSpec or TypeVarTuple.
type TypeVar struct {
	name  string
	kind  *Class
	bound any
	cons  []any
}

// The classes of type variables, and of what NewType makes.
var (
	TypeVarType      = newClass("TypeVar", "typing", []*Class{ObjectType})
	ParamSpecType    = newClass("ParamSpec", "typing", []*Class{ObjectType})
	TypeVarTupleType = newClass("TypeVarTuple", "typing", []*Class{ObjectType})
	NewTypeType      = newClass("NewType", "typing", []*Class{ObjectType})
)

func (t *TypeVar) pyType() *Class { return t.kind }
func (t *TypeVar) pyRepr() string {
	if t.kind == TypeVarType {
		return "~" + t.name
	}
	return t.name
}

func (t *TypeVar) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	return unionOp(op, t, other, reflected)
}

// NewTypeVar is TypeVar(name, *constraints, bound=bound).
func NewTypeVar(name string, bound any, constraints ...any) *TypeVar {
	return &TypeVar{name: name, kind: TypeVarType, bound: bound, cons: constraints}
}

// NewTypeObject is what typing.NewType(name, tp) returns: calling it gives the
// argument.
type NewTypeObject struct {
	name  string
	super any
}

// Call returns the argument.
func (n *NewTypeObject) Call(_ context.Context, args []any, kw []Kw) (any, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, Errorf(TypeError, "NewType.__call__() takes 2 positional arguments but %d were given", len(args)+1)
	}
	return args[0], nil
}

func (n *NewTypeObject) pyType() *Class { return NewTypeType }
func (n *NewTypeObject) pyRepr() string { return "__main__." + n.name }

// Generic is typing.Generic; Protocol is typing.Protocol.
var (
	Generic       = newClass("Generic", "typing", []*Class{ObjectType})
	ProtocolMeta  = newClass("_ProtocolMeta", "typing", []*Class{ABCMeta})
	Protocol      = newMetaClass("Protocol", "typing", ProtocolMeta, Generic)
	anyType       = newClass("Any", "typing", []*Class{ObjectType})
	typedDictMeta = newClass("_TypedDictMeta", "typing", []*Class{TypeType})
	namedMeta     = newClass("NamedTupleMeta", "typing", []*Class{TypeType})
	// TypedDict and NamedTuple are the bases of the class forms.
	TypedDict  = newMetaClass("TypedDict", "typing", typedDictMeta, DictType)
	NamedTuple = newMetaClass("NamedTuple", "typing", namedMeta)
)

// classMaker makes the class of a class statement whose metaclass is Go code.
type classMaker func(ctx context.Context, meta *Class, name string, bases []any, ns *Namespace, kw []Kw) (any, error)

func init() {
	Generic.dict.Set("__class_getitem__", aliasGetItem())
	typedDictMeta.builtin = &builtinBehaviour{newClass: newTypedDict}
	namedMeta.builtin = &builtinBehaviour{newClass: newNamedTupleClass}
	ProtocolMeta.builtin = &builtinBehaviour{newClass: newProtocol}
	TypeVarType.addGetSet("__name__", func(self any) (any, error) { return self.(*TypeVar).name, nil }, nil)
	TypeVarType.addGetSet("__bound__", func(self any) (any, error) { return self.(*TypeVar).bound, nil }, nil)
	TypeVarType.addGetSet("__constraints__", func(self any) (any, error) { return NewTuple(self.(*TypeVar).cons...), nil }, nil)
	NewTypeType.addGetSet("__name__", func(self any) (any, error) { return self.(*NewTypeObject).name, nil }, nil)
	NewTypeType.addGetSet("__supertype__", func(self any) (any, error) { return self.(*NewTypeObject).super, nil }, nil)
}

// newTypedDict makes a TypedDict class: its instances are plain dicts.
func newTypedDict(ctx context.Context, meta *Class, name string, bases []any, ns *Namespace, kw []Kw) (any, error) {
	total := true
	for _, k := range kw {
		if k.Name != "total" {
			return nil, Errorf(TypeError, "%s.__init_subclass__() takes no keyword arguments", name)
		}
		total = Truth(k.Value)
	}
	all, required, optional := NewDict[any, any](), []any{}, []any{}
	for _, b := range bases {
		if c, ok := b.(*Class); ok && c != TypedDict && c.meta == typedDictMeta {
			inherited, _ := c.dict.Get("__annotations__")
			all.Update(inherited.(*Dict[any, any]))
			r, _ := c.dict.Get("__required_keys__")
			required = append(required, collect(r)...)
			o, _ := c.dict.Get("__optional_keys__")
			optional = append(optional, collect(o)...)
		}
	}
	if own, ok := ns.Get("__annotations__"); ok {
		for k, t := range own.(*Dict[any, any]).Items() {
			all.Set(k, t)
			switch {
			case isAnnotation(t, "NotRequired"), !total && !isAnnotation(t, "Required"):
				optional = append(optional, k)
			default:
				required = append(required, k)
			}
		}
	}
	ns.Set("__annotations__", all)
	ns.Set("__required_keys__", NewFrozenSet(required...))
	ns.Set("__optional_keys__", NewFrozenSet(optional...))
	ns.Set("__total__", total)
	made, err := typeNew(ctx, meta, name, []any{DictType}, ns, nil)
	if err != nil {
		return nil, err
	}
	c := made.(*Class)
	c.builtin = &builtinBehaviour{construct: func(ctx context.Context, args []any, kw []Kw) (any, error) {
		return DictType.construct(ctx, args, kw)
	}}
	return c, nil
}

// newProtocol makes a protocol, or a class that implements one.
func newProtocol(ctx context.Context, meta *Class, name string, bases []any, ns *Namespace, kw []Kw) (any, error) {
	made, err := typeNew(ctx, meta, name, bases, ns, kw)
	if err != nil {
		return nil, err
	}
	c := made.(*Class)
	isProtocol := false
	for _, b := range c.bases {
		isProtocol = isProtocol || b == Protocol
	}
	if isProtocol {
		c.protocol = protocolMembers(c)
		if c.protocol == nil {
			c.protocol = []string{}
		}
	}
	return c, nil
}

// protocolMembers are the names that a protocol class asks for.
func protocolMembers(c *Class) []string {
	var names []string
	seen := map[string]bool{}
	add := func(n string) {
		switch n {
		case "__module__", "__qualname__", "__doc__", "__annotations__", "__dict__", "__init__", "__slots__", "__abstractmethods__", "__orig_bases__", "__class_getitem__", "__init_subclass__", "_is_runtime_protocol":
			return
		}
		if !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	for _, k := range c.mro {
		if k.protocol == nil && k != c || k == Protocol || k == Generic || k == ObjectType {
			continue
		}
		for _, n := range k.dict.names {
			add(n)
		}
		if ann, ok := k.dict.Get("__annotations__"); ok {
			for _, n := range ann.(*Dict[any, any]).keysAny() {
				add(n.(string))
			}
		}
	}
	return names
}

// RuntimeCheckable is typing.runtime_checkable(cls).
func RuntimeCheckable(cls any) any {
	c, ok := cls.(*Class)
	if !ok || c.protocol == nil {
		Throwf(TypeError, "@runtime_checkable can be only applied to protocol classes, got %s", Repr(cls))
	}
	c.runtimeProtocol = true
	return c
}

// protocolCheck is isinstance or issubclass against a protocol.
func (c *Class) protocolCheck(xc *Class, x any, hasX bool) bool {
	if !c.runtimeProtocol {
		Throw(TypeError.New("Instance and class checks can only be used with @runtime_checkable protocols"))
	}
	for _, n := range c.protocol {
		if hasX {
			v, ok := findAttr(x, n)
			if !ok {
				return false
			}
			if own, _ := c.lookup(n); v == nil && own != nil && IsCallable(own) {
				return false
			}
			continue
		}
		if v, ok := xc.lookup(n); !ok || v == nil {
			return false
		}
	}
	return true
}
