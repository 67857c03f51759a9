package py

import (
	"context"
	"slices"
	"strings"
)

// NewClass runs a class statement: the bases' metaclass (or the one of
// metaclass= among kw) makes the class from the body's namespace; then come
// __set_name__ of its attributes and __init_subclass__ of its parent.
func NewClass(ctx context.Context, name string, bases []any, ns *Namespace, kw []Kw) (any, error) {
	bases, err := resolveBases(ctx, bases, ns)
	if err != nil {
		return nil, err
	}
	var meta any
	rest := make([]Kw, 0, len(kw))
	for _, k := range kw {
		if k.Name == "metaclass" {
			meta = k.Value
		} else {
			rest = append(rest, k)
		}
	}
	if meta == nil {
		meta = TypeType
		if len(bases) > 0 {
			meta = TypeOf(bases[0])
		}
	}
	mc, ok := meta.(*Class)
	if !ok {
		return callSlice(ctx, meta, []any{name, NewTuple(bases...), ns.dictCopy()}, rest)
	}
	if mc, err = winner(mc, bases); err != nil {
		return nil, err
	}
	if _, ok := ns.Get("__module__"); !ok {
		ns.Set("__module__", "__main__")
	}
	var mapping any
	if f, ok := mc.lookup("__prepare__"); ok && mc.heap && !isNative(f) {
		if mapping, ns, err = mc.prepare(ctx, name, bases, ns, rest); err != nil {
			return nil, err
		}
	} else {
		mapping = ns.dictCopy()
	}
	if mc.heap && (mc.override(dNew) != nil || mc.override(dInit) != nil || mc.meta != nil && mc.meta.override(dCall) != nil) {
		return mc.Call(ctx, []any{name, NewTuple(bases...), mapping}, rest)
	}
	return mc.makeClass(ctx, name, bases, ns, rest)
}

func isNative(f any) bool {
	fn, ok := f.(*Func)
	return ok && fn.native
}

// prepare puts the names of a class body into the mapping that the
// metaclass's __prepare__ gives, and returns both as a namespace. The body has
// run already.
func (c *Class) prepare(ctx context.Context, name string, bases []any, ns *Namespace, kw []Kw) (any, *Namespace, error) {
	mapping, err := CallMethodKw(ctx, c, "__prepare__", []any{name, NewTuple(bases...)}, kw)
	if err != nil {
		return nil, nil, err
	}
	err = Catch(func() error {
		for _, n := range ns.Names() {
			v, _ := ns.Get(n)
			SetItem(mapping, n, v)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	d, ok := baseOf(mapping).(AnyDict)
	if !ok {
		return nil, nil, Errorf(TypeError, "%s.__prepare__() must return a mapping, not %s", c.name, TypeOf(mapping).name)
	}
	all := NewNamespace()
	d.EachItem(func(k, v any) bool {
		if s, ok := k.(string); ok {
			all.Set(s, v)
		}
		return true
	})
	return mapping, all, nil
}

// makeClass makes a class with the metaclass's own Go code, if it or one of
// its bases has some.
func (c *Class) makeClass(ctx context.Context, name string, bases []any, ns *Namespace, kw []Kw) (any, error) {
	for _, k := range c.mro {
		if k.builtin != nil && k.builtin.newClass != nil {
			return k.builtin.newClass(ctx, c, name, bases, ns, kw)
		}
	}
	return typeNew(ctx, c, name, bases, ns, kw)
}

// resolveBases replaces bases that are no classes by what __mro_entries__
// gives: Generic[T] is Generic.
func resolveBases(ctx context.Context, bases []any, ns *Namespace) ([]any, error) {
	var out []any
	for i, b := range bases {
		if _, ok := b.(*Class); ok {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		entries, ok := findAttr(b, "__mro_entries__")
		if !ok {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		if out == nil {
			out = append(make([]any, 0, len(bases)), bases[:i]...)
			ns.Set("__orig_bases__", NewTuple(slices.Clone(bases)...))
		}
		r, err := Call(ctx, entries, NewTuple(bases...))
		if err != nil {
			return nil, err
		}
		for v := range Each(r) {
			out = append(out, v)
		}
	}
	if out == nil {
		return bases, nil
	}
	return out, nil
}

// winner is the most derived metaclass of mc and those of the bases.
func winner(mc *Class, bases []any) (*Class, error) {
	for _, b := range bases {
		bm := TypeOf(b)
		switch {
		case mc.IsSubclassOf(bm):
		case bm.IsSubclassOf(mc):
			mc = bm
		default:
			return nil, TypeError.New("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return mc, nil
}

// dictCopy returns the namespace as a dictionary.
func (ns *Namespace) dictCopy() *Dict[any, any] {
	d := NewDict[any, any]()
	for i, n := range ns.names {
		d.Set(n, ns.vals[i])
	}
	return d
}

// typeNew is type.__new__.
func typeNew(ctx context.Context, meta *Class, name string, baseVals []any, ns *Namespace, kw []Kw) (any, error) {
	bases := make([]*Class, len(baseVals))
	for i, b := range baseVals {
		c, ok := b.(*Class)
		if !ok {
			if TypeOf(b).name == "function" || meta == TypeType {
				return nil, TypeError.New("bases must be types")
			}
			return nil, TypeError.New("bases must be types")
		}
		if c.final() {
			return nil, Errorf(TypeError, "type '%s' is not an acceptable base type", c.name)
		}
		if slices.Contains(bases[:i], c) {
			return nil, Errorf(TypeError, "duplicate base class %s", c.name)
		}
		bases[i] = c
	}
	if len(bases) == 0 {
		bases = []*Class{ObjectType}
	}
	c := &Class{name: name, qualname: name, module: "__main__", bases: bases, dict: &Namespace{}, heap: true}
	c.version.Store(nextVersion())
	if meta != TypeType {
		c.meta = meta
	}
	mro, ok := c3(c, bases)
	if !ok {
		return nil, mroConflict(bases)
	}
	c.mro = mro
	if err := c.setLayout(); err != nil {
		return nil, err
	}
	for i, n := range ns.names {
		v := ns.vals[i]
		switch n {
		case "__qualname__":
			s, ok := v.(string)
			if !ok {
				return nil, Errorf(TypeError, "type __qualname__ must be a str, not %s", TypeOf(v).name)
			}
			c.qualname = s
			continue
		case "__module__":
			if s, ok := v.(string); ok {
				c.module = s
			}
		case "__new__":
			if f, ok := v.(*Func); ok {
				v = NewStaticMethod(f)
			}
		case "__init_subclass__", "__class_getitem__":
			if f, ok := v.(*Func); ok {
				v = NewClassMethod(f)
			}
		}
		c.dict.Set(n, v)
	}
	if _, ok := c.dict.Get("__doc__"); !ok {
		c.dict.Set("__doc__", nil)
	}
	if _, ok := c.dict.Get("__eq__"); ok {
		if _, ok := c.dict.Get("__hash__"); !ok {
			c.dict.Set("__hash__", nil)
		}
	}
	if err := c.makeSlots(); err != nil {
		return nil, err
	}
	for _, b := range bases {
		b.subclasses = append(b.subclasses, c)
	}
	if meta.IsSubclassOf(ABCMeta) {
		c.findAbstract()
	}
	if err := c.setNames(ctx); err != nil {
		return nil, err
	}
	return c, c.initSubclass(ctx, kw)
}

func mroConflict(bases []*Class) error {
	names := make([]string, len(bases))
	for i, b := range bases {
		names[i] = b.name
	}
	return TypeError.New("Cannot create a consistent method resolution order (MRO) for bases " + strings.Join(names, ", "))
}

// final reports whether Python code must not derive from the class.
func (c *Class) final() bool {
	switch c {
	case BoolType, NoneType, FunctionType, MethodType, RangeType, SliceType, BuiltinFunctionType, EllipsisClass, NotImplementedClass, GeneratorType:
		return true
	}
	return false
}

// setLayout takes the storage of the one base that has storage of its own.
func (c *Class) setLayout() error {
	c.layout = layoutObject
	for _, b := range c.bases {
		switch {
		case b.layout == layoutObject || b.layout == c.layout:
		case c.layout == layoutObject:
			c.layout = b.layout
		default:
			return TypeError.New("multiple bases have instance lay-out conflict")
		}
	}
	return nil
}

// makeSlots handles __slots__.
func (c *Class) makeSlots() error {
	inheritDict := false
	for _, k := range c.mro[1:] {
		for _, m := range k.members {
			if !c.isMember(m) {
				c.members = append(c.members, m)
			}
		}
		if k.heap && !k.noDict {
			inheritDict = true
		}
	}
	if c.layout == layoutException || c.layout == layoutType {
		inheritDict = true
	}
	slots, ok := c.dict.Get("__slots__")
	if !ok {
		return nil
	}
	c.noDict = !inheritDict
	var names []any
	if s, ok := slots.(string); ok {
		names = []any{s}
	} else {
		for v := range Each(slots) {
			names = append(names, v)
		}
	}
	for _, v := range names {
		n, ok := v.(string)
		if !ok {
			return Errorf(TypeError, "__slots__ items must be strings, not '%s'", TypeOf(v).name)
		}
		switch n {
		case "__dict__":
			c.noDict = false
			continue
		case "__weakref__":
			continue
		}
		if _, clash := c.dict.Get(n); clash {
			return Errorf(ValueError, "'%s' in __slots__ conflicts with class variable", n)
		}
		n = mangle(c.name, n)
		c.dict.Set(n, &Member{name: n, own: c})
		if !c.isMember(n) {
			c.members = append(c.members, n)
		}
	}
	return nil
}

// findAbstract collects the names of the abstract methods that the class does
// not implement.
func (c *Class) findAbstract() {
	c.abstract = nil
	seen := map[string]bool{}
	for _, n := range c.dict.names {
		v, _ := c.dict.Get(n)
		if isAbstract(v) {
			c.abstract = append(c.abstract, n)
		}
		seen[n] = true
	}
	for _, b := range c.bases {
		for _, n := range b.abstract {
			if seen[n] {
				continue
			}
			seen[n] = true
			if v, ok := c.lookup(n); ok && isAbstract(v) {
				c.abstract = append(c.abstract, n)
			}
		}
	}
	slices.Sort(c.abstract)
}

// isAbstract reports whether v is marked by @abstractmethod, or is a property
// or method object around something so marked.
func isAbstract(v any) bool {
	switch v := v.(type) {
	case *Property:
		return v.fget != nil && isAbstract(v.fget) || v.fset != nil && isAbstract(v.fset) || v.fdel != nil && isAbstract(v.fdel)
	case *StaticMethod:
		return isAbstract(v.fn)
	case *ClassMethod:
		return isAbstract(v.fn)
	case attrHolder:
		m, ok := v.attrTable().get("__isabstractmethod__")
		return ok && Truth(m)
	case *Object:
		return Truth(GetAttrDefault(v, "__isabstractmethod__", false))
	}
	return false
}

// AbstractMethod is the decorator @abstractmethod.
func AbstractMethod(f any) any {
	SetAttr(f, "__isabstractmethod__", true)
	return f
}

// setNames calls __set_name__ of the attributes that have one.
func (c *Class) setNames(ctx context.Context) error {
	names := slices.Clone(c.dict.names)
	values := make([]any, len(names)) // as the body left them: a __set_name__ may change the class
	for i, n := range names {
		values[i], _ = c.dict.Get(n)
	}
	for i, n := range names {
		switch d := values[i].(type) {
		case *Property:
			d.name = n
		case namedDescriptor:
			d.setName(c, n)
		case *Object:
			m, ok := d.class.lookup("__set_name__")
			if !ok {
				continue
			}
			bound, err := descrGet(m, d, true, d.class)
			if err == nil {
				_, err = Call(ctx, bound, c, n)
			}
			if err != nil {
				if e, ok := err.(BaseException); ok {
					e.Exc().AddNote("Error calling __set_name__ on '" + d.class.name + "' instance '" + n + "' in '" + c.name + "'")
				}
				return err
			}
		}
	}
	return nil
}

// namedDescriptor is a builtin descriptor that wants to know its name.
type namedDescriptor interface{ setName(c *Class, name string) }

// initSubclass calls super(c, c).__init_subclass__(**kw).
func (c *Class) initSubclass(ctx context.Context, kw []Kw) error {
	for _, k := range c.mro[1:] {
		v, ok := k.dict.Get("__init_subclass__")
		if !ok {
			continue
		}
		bound, err := descrGet(v, nil, false, c)
		if err != nil {
			return err
		}
		if m, ok := bound.(*BoundMethod); ok {
			m.self = c
		}
		_, err = callSlice(ctx, bound, nil, kw)
		return err
	}
	return nil
}
