package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// attrSite is an attribute of the program that is read or assigned.
type attrSite struct {
	e     *ast.Attribute
	name  string // mangled
	recv  *node
	value *node
	sc    *scope
}

// attribute generates `value.attr` where it is read.
func (w *walker) attribute(e *ast.Attribute) *node {
	if r := w.ref(e); r != nil {
		w.genModulePath(e.Value)
		return w.refNode(r)
	}
	if x := ClassNameOf(w.info, e); x != nil {
		w.gen(x)
		return w.s.primNode(opStr)
	}
	recv := w.gen(e.Value)
	site := &attrSite{e: e, name: mangle(w.sc, e.Attr), recv: recv, value: w.s.node(), sc: w.sc}
	w.inference.attrs = append(w.inference.attrs, site)
	w.s.on(recv, func(k *kind) {
		if k.op == opClass && k.class.Enum != nil && w.memberMaps()[e] {
			names, members := w.s.primNode(opStr), w.s.with(w.s.instance(k.class))
			w.s.add(site.value, &kind{op: opDict, args: []*node{names, members}})
			return
		}
		w.attrKind(k, site.name, site.value)
	})
	if !w.callees[e] {
		// A method of a library object as a value is a dynamic one, and what it
		// belongs to is reached through it.
		w.s.on(site.value, func(k *kind) {
			if k.op == opLibBound {
				w.s.escape(k.self)
			}
		})
	}
	if p, ok := w.placeOf(e); ok {
		if n := w.env.narrow[p]; n != nil {
			return n
		}
	}
	return site.value
}

// ClassNameOf returns the x of type(x).__name__ and x.__class__.__name__: the
// name of a class alone needs no object for the class. It is nil for other
// expressions.
func ClassNameOf(info *Info, e *ast.Attribute) ast.Expr {
	if e.Attr != "__name__" || e.Ctx != ast.Load {
		return nil
	}
	switch c := e.Value.(type) {
	case *ast.Attribute:
		if c.Attr == "__class__" && info.Refs[c] == nil {
			return c.Value
		}
	case *ast.Call:
		r, ok := info.Refs[c.Func].(*StubRef)
		if ok && symbolRole(r.Symbol) == "type" && len(c.Args) == 1 && len(c.Keywords) == 0 {
			if _, star := c.Args[0].(*ast.Starred); !star {
				return c.Args[0]
			}
		}
	}
	return nil
}

// genModulePath gives the names on the way to a library symbol a node.
func (w *walker) genModulePath(e ast.Expr) {
	if r := w.ref(e); r != nil {
		w.expr[e] = w.refNode(r)
		if a, ok := e.(*ast.Attribute); ok {
			w.genModulePath(a.Value)
		}
		return
	}
	w.gen(e)
}

// attrKind lets attribute name of a value of kind k arrive at out.
func (inf *inference) attrKind(k *kind, name string, out *node) {
	s := inf.s
	switch k.op {
	case opUnknown:
		s.flow(s.unknown, out)
	case opInst:
		inf.instanceAttr(k.class, k, name, out, k.class.MRO())
	case opSuper:
		mro := k.class.MRO()
		s.on(k.self, func(self *kind) {
			if self.op == opInst {
				inf.instanceAttr(k.class, self, name, out, mro[1:])
			} else if self.op == opClass {
				inf.classAttr(self.class, name, out, mro[1:])
			}
		})
	case opClass:
		inf.classAttr(k.class, name, out, k.class.MRO())
	case opModule:
		if sym := k.mod.Symbol(name); sym != nil {
			s.flow(inf.refNode(symbolRef(sym)), out)
		}
	case opLibClass:
		if m, owner := k.lib.Member(name); m != nil && makesOther(m, k.lib, owner) {
			s.flow(s.unknown, out)
		} else if m != nil {
			s.flow(inf.symbolNode(m), out)
		} else if name == "__name__" || name == "__qualname__" || name == "__doc__" {
			s.add(out, s.prim(opStr))
		}
	case opFunc, opBound, opLibFunc, opLibBound:
		inf.needsObject(k)
		switch name {
		case "__name__", "__qualname__", "__module__":
			s.add(out, s.prim(opStr))
		default:
			s.flow(s.unknown, out)
		}
	case opNone, opNotImplemented, opEllipsis:
	default:
		inf.libAttr(k, name, out)
	}
}

// libAttr is an attribute of a library or builtin object.
func (inf *inference) libAttr(k *kind, name string, out *node) {
	s := inf.s
	m, owner := inf.libMember(k, name)
	switch m := m.(type) {
	case *stubs.Func:
		if cls, _ := inf.classOf(k); makesOther(m, cls, owner) {
			s.flow(s.unknown, out)
			return
		}
		if m.Overloads[0].Property {
			inf.callStubOn(m, owner, k, &actuals{}, out)
			return
		}
		if m.Overloads[0].Static {
			s.add(out, &kind{op: opLibFunc, sym: m})
			return
		}
		s.add(out, &kind{op: opLibBound, sym: m, self: s.with(k)})
	case *stubs.Var:
		env := inf.memberEnv(k, owner, m.Module)
		if m.Annotation == nil {
			s.flow(inf.symbolNode(m), out)
			return
		}
		s.flow(env.node(m.Annotation), out)
	case nil:
		if name == "__class__" || name == "__doc__" || name == "__dict__" {
			s.flow(s.unknown, out)
		}
	}
}

// instanceAttr finds name on an instance: in the classes of mro.
func (inf *inference) instanceAttr(cls *Class, k *kind, name string, out *node, mro []*Class) {
	s := inf.s
	for _, c := range mro {
		cf := inf.classes[c]
		if n := cf.odd[name]; n != nil {
			s.flow(s.unknown, out)
			s.escape(s.with(k))
			return
		}
		if m := c.method(name); m != nil {
			if m.Kind == PropertySetter || m.Kind == PropertyDeleter || m.Kind == PropertyGetter {
				if g := c.accessor(name, PropertyGetter); g != nil {
					inf.invoke(g, s.with(k), &actuals{}, out)
				}
				return
			}
			s.add(out, inf.boundMethod(m, k))
			return
		}
	}
	if cls.Kind == EnumClass {
		switch name {
		case "name", "_name_":
			s.add(out, s.prim(opStr))
			return
		case "value", "_value_":
			for _, c := range mro {
				s.flow(inf.classes[c].values, out)
			}
			return
		}
	}
	if cls.Kind == NamedTupleClass && tupleMembers[name] {
		if name != "_replace" {
			s.flow(s.unknown, out)
		}
		return
	}
	found := false
	for _, c := range mro {
		cf := inf.classes[c]
		if n := cf.vars[name]; n != nil {
			found = true
			if cls.Kind == EnumClass {
				continue
			}
			if inf.fieldOf(cls, name) != nil {
				s.flow(n, out)
				continue
			}
			s.flowIf(n, out, func(v *kind) bool { return v.op != opFunc })
			s.on(n, func(v *kind) {
				switch {
				case v.op == opFunc: // a function becomes a method, wherever it was defined
					s.add(out, inf.boundMethod(v.fn, k))
					cls.dynamic("a function in its class variable " + name + " is used as a method")
				case isDescriptor(v): // what it gives is for __get__ to say
					s.flow(s.unknown, out)
				}
			})
		}
	}
	if f := inf.fieldOf(cls, name); f != nil {
		s.flow(f, out)
		return
	}
	if found {
		if cls.Kind == EnumClass {
			s.add(out, s.instance(cls))
		}
		return
	}
	switch name {
	case "__class__":
		s.add(out, &kind{op: opClass, class: cls})
		cls.dynamic("its __class__ is looked at")
		return
	case "__dict__":
		s.flow(s.unknown, out)
		cls.dynamic("its __dict__ is looked at")
		return
	case "__doc__", "__module__":
		s.flow(s.unknown, out)
		return
	}
	for _, c := range mro {
		for _, b := range c.StubBases {
			if m, _ := b.Member(name); m != nil {
				lib := &kind{op: opExc, lib: b}
				if !b.Exception {
					lib = inf.libInstance(b, nil)
				}
				inf.libAttr(lib, name, out)
				return
			}
		}
	}
	// a field that is set later, or never: AttributeError
	s.flow(inf.classes[cls].lateField(s, name), out)
}

func (cls *Class) accessor(name string, kind FuncKind) *Func {
	for i := len(cls.Methods) - 1; i >= 0; i-- {
		if m := cls.Methods[i]; m.Name == name && m.Kind == kind {
			return m
		}
	}
	return nil
}

// boundMethod is what taking a method from an instance gives.
func (inf *inference) boundMethod(m *Func, k *kind) *kind {
	switch m.Kind {
	case StaticMethod:
		return &kind{op: opFunc, fn: m}
	case ClassMethod:
		return &kind{op: opBound, fn: m, self: inf.s.with(&kind{op: opClass, class: k.class})}
	}
	return &kind{op: opBound, fn: m, self: inf.s.with(k)}
}

// classAttr is an attribute of a class object.
func (inf *inference) classAttr(cls *Class, name string, out *node, mro []*Class) {
	s := inf.s
	for _, c := range mro {
		cf := inf.classes[c]
		if cf.odd[name] != nil {
			s.flow(s.unknown, out)
			return
		}
		if m := c.method(name); m != nil {
			switch m.Kind {
			case ClassMethod:
				s.add(out, &kind{op: opBound, fn: m, self: s.with(&kind{op: opClass, class: cls})})
			case PropertyGetter, PropertySetter, PropertyDeleter:
				s.flow(s.unknown, out)
				cls.dynamic("property " + name + " is taken from the class")
			default:
				s.add(out, &kind{op: opFunc, fn: m})
			}
			return
		}
		if n := cf.vars[name]; n != nil {
			if c.Kind == EnumClass {
				s.add(out, s.instance(cls))
			} else {
				s.flow(n, out)
			}
			return
		}
	}
	switch name {
	case "__name__", "__qualname__", "__module__":
		if cls.Kind == PlainClass || cls.Kind == DataClass { // other kinds have a Python class beside their Go type
			cls.dynamic("its " + name + " is looked at")
		}
		s.add(out, s.prim(opStr))
		return
	case "_fields", "_make", "_field_defaults":
		if cls.Kind == NamedTupleClass {
			s.flow(s.unknown, out)
			return
		}
	case "__members__":
		if cls.Kind == EnumClass {
			s.flow(s.unknown, out)
			return
		}
	}
	cls.dynamic("attribute " + name + " of the class is not defined in it")
	s.flow(s.unknown, out)
}

// fieldOf is the node of an instance attribute: that of the topmost class of
// the hierarchy which has it. It is nil where no class has it.
func (inf *inference) fieldOf(cls *Class, name string) *node {
	mro := cls.MRO()
	for i := len(mro) - 1; i >= 0; i-- {
		if n := inf.classes[mro[i]].fields[name]; n != nil {
			return n
		}
	}
	return nil
}

// field is the node of an attribute that cls itself defines.
func (cf *classFlow) field(s *solver, name string, at ast.Node) *node {
	n := cf.fields[name]
	if n == nil {
		if late := cf.late[name]; late != nil {
			n = late
		} else {
			n = s.node()
		}
		cf.fields[name] = n
		cf.names = append(cf.names, name)
		cf.site[name] = at
	}
	return n
}

// lateField is a field that was read before any assignment to it was seen.
func (cf *classFlow) lateField(s *solver, name string) *node {
	n := cf.late[name]
	if n == nil {
		n = s.node()
		cf.late[name] = n
	}
	return n
}

func (cf *classFlow) classVar(s *solver, name string) *node {
	n := cf.vars[name]
	if n == nil {
		n = s.node()
		cf.vars[name] = n
	}
	return n
}

func (cf *classFlow) initVar(s *solver, name string) *node {
	n := cf.initVars[name]
	if n == nil {
		n = s.node()
		cf.initVars[name] = n
	}
	return n
}

// storeAttr generates `value.attr = v`.
func (w *walker) storeAttr(t *ast.Attribute, v *node) {
	recv := w.gen(t.Value)
	name := mangle(w.sc, t.Attr)
	site := &attrSite{e: t, name: name, recv: recv, value: v, sc: w.sc}
	w.inference.attrs = append(w.inference.attrs, site)
	w.s.on(recv, func(k *kind) { w.setAttr(k, name, v, t) })
	w.disturbAttr(name)
	w.expr[t] = v
	if p, ok := w.placeOf(t); ok {
		w.env.narrow[p] = v
	}
}

// setAttr lets v arrive at an attribute of a value of kind k.
func (inf *inference) setAttr(k *kind, name string, v *node, at *ast.Attribute) {
	s := inf.s
	switch k.op {
	case opUnknown:
		s.escape(v)
	case opInst:
		cls := k.class
		if name == "__dict__" || name == "__class__" {
			cls.dynamic("its " + name + " is assigned")
			s.escape(v)
			return
		}
		for _, c := range cls.MRO() {
			if g := c.accessor(name, PropertySetter); g != nil {
				inf.invoke(g, s.with(k), nodesOf([]*node{v}), s.node())
				return
			}
			if c.accessor(name, PropertyGetter) != nil {
				return // no setter: AttributeError
			}
			if c.method(name) != nil {
				cls.dynamic("its method " + name + " is assigned")
				inf.classes[c].oddMember(s, name)
				s.escape(v)
				return
			}
		}
		for _, c := range cls.MRO() {
			if n := inf.classes[c].vars[name]; n != nil {
				s.on(n, func(d *kind) {
					if isDescriptor(d) { // its __set__ is given the value
						s.escape(v)
					}
				})
			}
		}
		if f := inf.fieldOf(cls, name); f != nil {
			s.flow(v, f)
			return
		}
		s.flow(v, inf.classes[cls].field(s, name, at))
		inf.classes[cls].outer[name] = true
	case opClass:
		for _, c := range k.class.MRO() {
			if n := inf.classes[c].vars[name]; n != nil {
				s.flow(v, n)
				if c != k.class {
					c.dynamic("its class variable " + name + " is assigned through a subclass")
					k.class.dynamic("its class variable " + name + " shadows that of " + c.Name)
				}
				return
			}
		}
		k.class.dynamic("attribute " + name + " of the class is assigned")
		s.flow(v, inf.classes[k.class].classVar(s, name))
		s.escape(v)
	case opLib, opExc:
		m, owner := inf.libMember(k, name)
		switch m := m.(type) {
		case *stubs.Func:
			if set := m.Overloads[0].Setter; set != nil && len(set.Params) == 1 {
				inf.memberEnv(k, owner, m.Module).accept(v, set.Params[0].Annotation)
			}
		case *stubs.Var:
			inf.memberEnv(k, owner, m.Module).accept(v, m.Annotation)
		default:
			s.escape(v)
		}
	case opFunc, opBound, opModule:
		inf.needsObject(k)
		s.escape(v)
		if k.op == opBound && k.self != nil {
			s.on(k.self, func(self *kind) {
				if self.op == opInst {
					self.class.dynamic("an attribute of a method of an instance is assigned")
				}
			})
		}
	}
}
