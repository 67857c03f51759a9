package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// publish writes what was found into Info.
func (inf *inference) publish() {
	info := inf.info
	for e, n := range inf.expr {
		if _, isSlice := e.(*ast.Slice); isSlice {
			continue
		}
		switch inf.ref(e).(type) {
		case *ModuleRef:
			continue
		}
		info.Types[e] = inf.typeOf(n)
	}
	inf.publishFuncs()
	inf.publishClasses()
	inf.publishVars()
	inf.publishAttrs()
	inf.publishEnums()
	for _, site := range inf.calls {
		if c := site.resolved; c != nil {
			info.Calls[site.call] = c
		}
	}
	for s, n := range inf.inplace {
		info.Augmented[s] = &Augmented{Result: inf.typeOf(n)}
		if d := inf.augFrom[s.Target]; d != nil {
			info.Augmented[s].From = d.web().v
		}
	}
	for it, n := range inf.withEnter {
		info.Entered[it] = inf.typeOf(n)
	}
	inf.valueUses()
	inf.publishUnwalked()
}

// publishUnwalked gives calls that no flow reached a dynamic form.
func (inf *inference) publishUnwalked() {
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExceptHandler:
			return !inf.info.DeadHandlers[n]
		case *ast.Call:
			if inf.info.Calls[n] == nil {
				inf.info.Calls[n] = inf.dynamicCall(n)
			}
		}
		return true
	})
}

func (inf *inference) publishFuncs() {
	for _, fn := range inf.info.FuncList {
		ff := inf.fns[fn]
		fn.Result = inf.resultType(ff)
		if fn.Generator {
			fn.Yield = inf.typeOf(ff.yield)
			fn.Sent = inf.typeOf(ff.sent)
		}
		for i, p := range fn.Params {
			p.Type = inf.typeOf(ff.elems[i])
		}
		if ff.dyn || fn.Kind == LambdaFunc || fn.Class == nil && !fn.Direct {
			fn.AsValue = true
		}
		k := &kind{op: opFunc, fn: fn}
		if fn.Class != nil && fn.Kind != StaticMethod {
			k.op = opBound
		}
		fn.ValueType = types.Any
		if t := inf.signature(k); t != nil {
			fn.ValueType = t
		}
	}
}

func (inf *inference) publishClasses() {
	for _, cls := range inf.info.ClassList {
		cf := inf.classes[cls]
		for _, f := range cls.Fields {
			n := inf.initNode(f)
			if n != nil {
				f.Type = inf.typeOf(n)
			}
		}
		for _, name := range cf.names {
			if cls.ownField(name) == nil && inf.fieldOf(cls, name) == cf.fields[name] {
				cls.Fields = append(cls.Fields, &Field{
					Name: name, Class: cls, Type: inf.typeOf(cf.fields[name]), Node: cf.site[name],
					MayUnset: !inf.setByInit(cls, name),
				})
			}
		}
		for _, v := range cls.ClassVars {
			v.Type = inf.typeOf(cf.classVar(inf.s, v.Name))
			if cls.Typed && cls.Enum != nil {
				v.Type = &types.Instance{Class: cls}
			}
		}
		if cls.Enum != nil {
			cls.Enum.Value = inf.typeOf(cf.values)
		}
	}
}

// setByInit reports whether the constructor surely assigns the attribute.
func (inf *inference) setByInit(cls *Class, name string) bool {
	init := cls.method("__init__")
	if init == nil {
		if cls.Kind == DataClass {
			init = cls.method("__post_init__")
		}
		if init == nil {
			return false
		}
	}
	def, ok := init.Node.(*ast.FunctionDef)
	if !ok || len(init.Params) == 0 {
		return false
	}
	return inf.surelySets(def.Body, inf.symbolAt(init.Params[0].Node), name)
}

// surelySets reports whether a block assigns self.name on every way through.
func (inf *inference) surelySets(body []ast.Stmt, self *symbol, name string) bool {
	is := func(e ast.Expr) bool {
		a, ok := e.(*ast.Attribute)
		if !ok || a.Attr != name && mangle(inf.bind.scopes[inf.info.Module], a.Attr) != name && !privateOf(a.Attr, name) {
			return false
		}
		n, ok := a.Value.(*ast.Name)
		return ok && inf.symbolAt(n) == self
	}
	for _, s := range body {
		switch s := s.(type) {
		case *ast.Assign:
			for _, t := range s.Targets {
				if is(t) {
					return true
				}
				if tup, ok := t.(*ast.Tuple); ok {
					for _, x := range tup.Elts {
						if is(x) {
							return true
						}
					}
				}
			}
		case *ast.AnnAssign:
			if s.Value != nil && is(s.Target) {
				return true
			}
		case *ast.If:
			if inf.surelySets(s.Body, self, name) && inf.surelySets(s.Orelse, self, name) {
				return true
			}
		case *ast.With:
			if inf.surelySets(s.Body, self, name) {
				return true
			}
		case *ast.Try:
			if inf.surelySets(s.Finalbody, self, name) {
				return true
			}
		case *ast.Return:
			return false
		}
	}
	return false
}

// privateOf reports whether mangled is the real name of the private attr.
func privateOf(attr, mangled string) bool {
	return len(attr) > 2 && attr[:2] == "__" && len(mangled) > len(attr) && mangled[len(mangled)-len(attr):] == attr
}

// publishVars makes the Go variables: one for each group of definitions that
// meet, and one for groups of a name that have the same type. What a loop or a
// handler alone binds has a variable of its own, as it would in Go.
func (inf *inference) publishVars() {
	info := inf.info
	byName := map[*symbol][]*Var{}
	own, alone := inf.ownWebs(), map[*Var]bool{}
	for _, d := range inf.defs {
		root := d.web()
		if root.v != nil {
			continue
		}
		t := inf.typeOf(inf.webNode[root])
		for _, v := range byName[d.sym] {
			if types.Identical(v.Type, t) && !own[root] && !alone[v] {
				root.v = v
			}
		}
		if root.v == nil {
			v := *d.sym.v
			v.Type, v.MayUnset = t, false
			root.v = &v
			alone[root.v] = own[root]
			byName[d.sym] = append(byName[d.sym], root.v)
		}
	}
	for n, d := range inf.occ {
		info.Vars[n] = d.web().v
	}
	for sym, n := range inf.syms {
		sym.v.Type = inf.typeOf(n)
		sym.v.MayUnset = false
	}
	for n, sym := range inf.bind.symOf {
		if tracked(sym) {
			if inf.occ[n] == nil && len(byName[sym]) > 0 {
				info.Vars[n] = byName[sym][0]
			}
		}
		if inf.unset[n] {
			info.Vars[n].MayUnset = true
		}
	}
	for n, sym := range inf.bind.symOf {
		if inf.unbinds(n) {
			for _, v := range append(byName[sym], sym.v) {
				if v.MayUnset {
					info.Unbinds[n] = append(info.Unbinds[n], v)
				}
			}
		}
	}
	inf.publishUnset()
	for _, fn := range info.FuncList {
		for _, p := range fn.Params {
			p.Var = info.Vars[p.Node]
		}
	}
}

// ownWebs finds the groups of definitions that consist of the target of a loop,
// or the name of a handler's exception.
func (inf *inference) ownWebs() map[*def]bool {
	targets := map[ast.Node]bool{}
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.For:
			addTargets(n.Target, targets)
		case *ast.AsyncFor:
			addTargets(n.Target, targets)
		case *ast.ExceptHandler:
			targets[n] = true
		}
		return true
	})
	bindings, own := map[*def]int{}, map[*def]bool{}
	for n, d := range inf.occ {
		if name, ok := n.(*ast.Name); ok && name.Ctx == ast.Load {
			continue
		}
		bindings[d.web()]++
		own[d.web()] = own[d.web()] || targets[n]
	}
	for d := range own {
		own[d] = own[d] && bindings[d] == 1
	}
	return own
}

func addTargets(target ast.Expr, set map[ast.Node]bool) {
	ast.Walk(target, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok && name.Ctx != ast.Load {
			set[n] = true
		}
		return true
	})
}

// publishAttrs says what attributes denote.
func (inf *inference) publishAttrs() {
	for _, a := range inf.attrs {
		if r := inf.attrRef(a); r != nil {
			inf.info.Refs[a.e] = r
			inf.published[a] = true
		}
	}
}

func (inf *inference) attrRef(a *attrSite) Ref {
	if r, ok := inf.ref(a.e.Value).(*ClassRef); ok {
		if !r.Class.Typed {
			return nil
		}
		if r.Class.Enum != nil && inf.memberMaps()[a.e] {
			return &EnumAttrRef{Class: r.Class, Name: "__members__"}
		}
		return inf.classMember(r.Class, a.name)
	}
	if cls := inf.onlyClass(a.e.Value); cls != nil {
		return inf.classMember(cls, a.name)
	}
	if call, ok := a.e.Value.(*ast.Call); ok && inf.roleOf(call) == "super" && len(call.Args) == 0 {
		for _, k := range a.recv.find().kinds {
			if k.op == opSuper && k.class.Typed {
				for _, c := range k.class.MRO()[1:] {
					if m := c.method(a.name); m != nil {
						return &MethodRef{Func: m, Bound: true}
					}
				}
			}
		}
		return nil
	}
	t := withoutNone(inf.typeOf(a.recv))
	switch t := t.(type) {
	case *types.Instance:
		return inf.instanceMember(t.Class.(*Class), a.name, t)
	case *types.Func:
		return nil
	default:
		if t == types.Any || t == types.None {
			return nil
		}
	}
	for _, k := range a.recv.find().kinds {
		if k.op == opNone {
			continue
		}
		if m, _ := inf.libMember(k, a.name); m != nil {
			return &StubMemberRef{Recv: t, Symbol: m}
		}
		if t == types.Error {
			if c := inf.builtinStub("BaseException"); c != nil {
				if m, _ := c.Member(a.name); m != nil {
					return &StubMemberRef{Recv: t, Symbol: m}
				}
			}
		}
		return nil
	}
	return nil
}

func (inf *inference) instanceMember(cls *Class, name string, t types.Type) Ref {
	for _, k := range cls.MRO() {
		if m := k.method(name); m != nil {
			switch m.Kind {
			case PropertyGetter, PropertySetter, PropertyDeleter:
				return &PropertyRef{
					Getter: k.accessor(name, PropertyGetter), Setter: k.accessor(name, PropertySetter),
					Deleter: k.accessor(name, PropertyDeleter),
				}
			}
			return &MethodRef{Func: m, Bound: true}
		}
		if f := k.ownField(name); f != nil {
			return &FieldRef{Class: k, Field: f}
		}
	}
	if cls.Enum != nil && enumAttrs[name] != "" {
		return &EnumAttrRef{Class: cls, Name: enumAttrs[name]}
	}
	for _, k := range cls.MRO() {
		for _, v := range k.ClassVars {
			if v.Name == name {
				return &ClassVarRef{Class: k, Field: v}
			}
		}
		for _, b := range k.StubBases {
			if m, _ := b.Member(name); m != nil {
				return &StubMemberRef{Recv: t, Symbol: m}
			}
		}
	}
	return nil
}

func (inf *inference) classMember(cls *Class, name string) Ref {
	for _, k := range cls.MRO() {
		if m := k.method(name); m != nil {
			return &MethodRef{Func: m}
		}
		for _, v := range k.ClassVars {
			if v.Name == name {
				return &ClassVarRef{Class: k, Field: v}
			}
		}
		for _, b := range k.StubBases {
			if m, _ := b.Member(name); m != nil {
				if f, ok := m.(*stubs.Func); ok && f.Name == "__init__" {
					return nil
				}
				return &StubRef{m}
			}
		}
	}
	return nil
}
