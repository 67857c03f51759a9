package infer

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

func (w *walker) block(body []ast.Stmt) {
	for _, s := range body {
		w.stmt(s)
	}
}

// stmt generates the constraints of a statement.
func (w *walker) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		w.def(s, s.Args)
	case *ast.AsyncFunctionDef:
		w.def(s, s.Args)
	case *ast.ClassDef:
		w.class(s)
	case *ast.Return:
		if s.Value != nil {
			v := w.gen(s.Value)
			switch {
			case w.fn == nil:
			case w.answersNotImplemented(w.fn.fn, s.Value):
				w.mayDecline[w.fn.fn] = true
			default:
				w.s.flow(v, w.fn.result)
			}
		} else if w.fn != nil {
			w.s.add(w.fn.result, w.s.prim(opNone))
		}
		w.env.dead = true
	case *ast.Delete:
		for _, t := range s.Targets {
			w.del(t)
		}
	case *ast.Assign:
		w.growth(s)
		w.takenApart(s)
		v := w.gen(s.Value)
		for _, t := range s.Targets {
			w.assign(t, v, s.Value)
		}
	case *ast.TypeAlias:
	case *ast.AugAssign:
		w.augAssign(s)
	case *ast.AnnAssign:
		if s.Value != nil {
			v := w.gen(s.Value)
			w.hint(v, s.Annotation)
			w.assign(s.Target, v, s.Value)
		} else if n, ok := s.Target.(*ast.Name); ok {
			if sym := w.symbolAt(n); sym != nil && !tracked(sym) {
				w.hint(w.symNode(sym), s.Annotation)
			}
		}
	case *ast.For:
		it := w.gen(s.Iter)
		w.operate(it, "iteration", "")
		w.loop(s.Body, s.Orelse, nil, s.Target, func() { w.assign(s.Target, w.iterate(it), nil) })
	case *ast.AsyncFor:
		it := w.gen(s.Iter)
		w.operate(it, "iteration", "")
		w.disturb()
		w.loop(s.Body, s.Orelse, nil, s.Target, func() { w.assign(s.Target, w.asyncIterate(it), nil) })
	case *ast.While:
		w.loop(s.Body, s.Orelse, s.Test, nil, nil)
	case *ast.If:
		yes, no := w.cond(s.Test)
		w.env = yes
		w.block(s.Body)
		end := w.env
		w.env = no
		w.block(s.Orelse)
		w.env = w.merge(end, w.env)
	case *ast.With:
		w.with(s.Items, s.Body, false)
	case *ast.AsyncWith:
		w.with(s.Items, s.Body, true)
	case *ast.Match:
		w.match(s)
	case *ast.Raise:
		if s.Exc != nil {
			w.gen(s.Exc)
		}
		if s.Cause != nil {
			w.gen(s.Cause)
		}
		w.env.dead = true
	case *ast.Try:
		w.try(s.Body, s.Handlers, s.Orelse, s.Finalbody, false)
	case *ast.TryStar:
		w.try(s.Body, s.Handlers, s.Orelse, s.Finalbody, true)
	case *ast.Assert:
		yes, no := w.cond(s.Test)
		if s.Msg != nil {
			w.env = no
			w.gen(s.Msg)
		}
		w.env = yes
	case *ast.Import:
		for _, a := range s.Names {
			w.imported(a, bindImport)
		}
	case *ast.ImportFrom:
		for _, a := range s.Names {
			w.imported(a, bindImportFrom)
		}
	case *ast.ExprStmt:
		w.gen(s.Value)
		if call, ok := s.Value.(*ast.Call); ok && w.neverReturns(call) {
			w.env.dead = true
		}
	case *ast.Break:
		if n := len(w.loops); n > 0 {
			w.loops[n-1].breaks = append(w.loops[n-1].breaks, w.env.copy())
		}
		w.env.dead = true
	case *ast.Continue:
		if n := len(w.loops); n > 0 {
			w.backEdge(w.loops[n-1])
		}
		w.env.dead = true
	case *ast.Global, *ast.Nonlocal, *ast.Pass:
	default:
		panic(fmt.Sprintf("infer: unexpected %T", s))
	}
}

// imported binds an imported name that does not always denote one thing.
func (w *walker) imported(a *ast.Alias, kind bindKind) {
	sym := w.symbolAt(a)
	if sym == nil || w.static(sym) != nil {
		return
	}
	r := w.importRef(binding{kind: kind, node: a})
	v := w.s.unknown
	if r != nil {
		v = w.refNode(r)
	}
	w.define(sym, a, v)
}

// def handles a function definition where it stands; bodies are walked apart.
func (w *walker) def(n ast.Stmt, args *ast.Arguments) {
	fn := w.info.Funcs[n]
	w.defaults(fn)
	// A method is no value unless something takes it for one.
	var v *node
	if fn.Class == nil {
		v = w.s.with(&kind{op: opFunc, fn: fn})
	}
	odd := false
	ds := decorators(n)
	for i := len(ds) - 1; i >= 0; i-- {
		d := w.gen(ds[i])
		if !w.isKnownDecorator(n, ds[i]) && !w.ownAccessor(fn, ds[i]) {
			odd = true
			if v == nil {
				v = w.s.with(&kind{op: opFunc, fn: fn})
			}
			v = w.callNode(d, []*node{v})
		}
	}
	if fn.Class != nil {
		if odd {
			cf := w.classes[fn.Class]
			w.s.flow(v, cf.oddMember(w.s, fn.Name))
			fn.Class.dynamic("its method " + fn.Name + " is decorated by something that is not understood")
		}
		return
	}
	if sym := w.symbolAt(n); sym != nil {
		if w.static(sym) == nil {
			w.define(sym, n, v)
		}
	}
}

// ownAccessor reports whether a decorator is @name.setter or the like.
func (w *walker) ownAccessor(fn *Func, d ast.Expr) bool {
	return fn.Kind == PropertySetter || fn.Kind == PropertyDeleter
}

func (cf *classFlow) oddMember(s *solver, name string) *node {
	n := cf.odd[name]
	if n == nil {
		n = s.node()
		cf.odd[name] = n
	}
	return n
}

// defaults lets the default values reach the parameters.
func (w *walker) defaults(fn *Func) {
	ff := w.fns[fn]
	for i, p := range fn.Params {
		if p.Default != nil {
			w.s.flow(w.gen(p.Default), ff.params[i])
		}
	}
}

// class walks a class statement's body.
func (w *walker) class(s *ast.ClassDef) {
	cls := w.info.Classes[s]
	cf := w.classes[cls]
	var v *node
	for _, d := range s.DecoratorList {
		n := w.gen(d)
		if !w.isKnownDecorator(s, d) {
			if v == nil {
				v = w.s.with(&kind{op: opClass, class: cls})
			}
			v = w.callNode(n, []*node{v})
		}
	}
	for _, k := range s.Keywords {
		w.gen(k.Value)
	}
	for _, b := range s.Body {
		w.classStmt(cls, cf, b)
	}
	w.initMembers(cls)
	sym := w.symbolAt(s)
	if sym != nil && w.static(sym) == nil {
		if v == nil {
			v = w.s.with(&kind{op: opClass, class: cls})
		}
		w.define(sym, s, v)
	}
}

func (w *walker) classStmt(cls *Class, cf *classFlow, b ast.Stmt) {
	member := func(name string, at ast.Node, value ast.Expr) {
		v := w.gen(value)
		if cls.Kind == EnumClass {
			known := w.memberValue(cls, name, v)
			w.s.flow(known, cf.values)
			w.s.flow(known, cf.classVar(w.s, name))
			if sym := w.symbolAt(at); sym != nil {
				w.define(sym, at, v)
			}
			return
		}
		if f := cls.ownField(name); f != nil {
			w.s.flow(v, cf.field(w.s, name, at))
			return
		}
		w.s.flow(v, cf.classVar(w.s, name))
		w.s.on(v, func(k *kind) { w.descriptor(cls, name, k) })
		if sym := w.symbolAt(at); sym != nil {
			w.define(sym, at, v)
		}
	}
	switch b := b.(type) {
	case *ast.AnnAssign:
		name, ok := b.Target.(*ast.Name)
		if !ok {
			w.stmt(b)
			return
		}
		if f := cls.ownField(name.Id); f != nil {
			w.seed(cf.field(w.s, name.Id, b), b.Annotation)
			if f.Factory != nil {
				made := w.callNode(w.gen(f.Factory), nil)
				w.hint(made, b.Annotation)
				w.s.flow(made, cf.field(w.s, name.Id, b))
			}
			if f.Default != nil && b.Value != nil {
				v := w.gen(f.Default)
				w.hint(v, b.Annotation)
				w.s.flow(v, cf.field(w.s, name.Id, b))
			}
			if f.Default == nil && f.Factory == nil && b.Value != nil {
				w.gen(b.Value)
			}
			return
		}
		if b.Value != nil {
			member(name.Id, name, b.Value)
			w.hint(cf.classVar(w.s, name.Id), b.Annotation)
			return
		}
		cf.hints = append(cf.hints, fieldHint{name.Id, b.Annotation, w.bind.scopes[cls.Node]})
	case *ast.Assign:
		for _, t := range b.Targets {
			if name, ok := t.(*ast.Name); ok {
				if name.Id == "__slots__" {
					w.gen(b.Value)
					continue
				}
				member(name.Id, name, b.Value)
			} else {
				w.assign(t, w.gen(b.Value), nil)
			}
		}
	default:
		w.stmt(b)
	}
}

// descriptor makes a class dynamic whose attribute name is a descriptor, or may
// be one: its methods are called with instances and values that inference does
// not see.
func (inf *inference) descriptor(cls *Class, name string, k *kind) {
	if isDescriptor(k) || k.op == opUnknown && cls.Kind != EnumClass {
		cls.dynamic("its attribute " + name + " is, or may be, a descriptor")
		inf.s.escape(inf.s.with(k))
		inf.s.escape(inf.s.with(inf.s.instance(cls)))
	}
}

// isDescriptor reports whether a value of kind k, as an attribute of a class,
// decides itself what reading and assigning the attribute does.
func isDescriptor(k *kind) bool {
	if k.op != opInst {
		return false
	}
	for _, name := range []string{"__get__", "__set__", "__delete__", "__set_name__"} {
		if k.class.FindMethod(name) != nil {
			return true
		}
	}
	return false
}

func (cls *Class) ownField(name string) *Field {
	for _, f := range cls.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// augAssign handles `target op= value`.
func (w *walker) augAssign(s *ast.AugAssign) {
	old := w.genTarget(s.Target)
	v := w.gen(s.Value)
	res := w.binary(s.Op, old, v, true, w.grows(s))
	w.expr[s.Target] = old
	w.inplace[s] = res
	switch t := s.Target.(type) {
	case *ast.Name:
		sym := w.symbolAt(t)
		if sym == nil {
			return
		}
		prev := w.occ[t]
		w.define(sym, t, res)
		if prev != nil && w.occ[t] != prev {
			w.augFrom[t] = prev
		}
	default:
		w.store(s.Target, res)
	}
}

// takenApart notes `a, b = await f(...)`.
func (w *walker) takenApart(s *ast.Assign) {
	aw, ok := s.Value.(*ast.Await)
	if !ok || len(s.Targets) != 1 {
		return
	}
	call, ok := aw.Value.(*ast.Call)
	if !ok {
		return
	}
	var elts []ast.Expr
	switch t := s.Targets[0].(type) {
	case *ast.Tuple:
		elts = t.Elts
	case *ast.List:
		elts = t.Elts
	}
	for _, e := range elts {
		if _, ok := e.(*ast.Starred); ok {
			return
		}
	}
	w.unpacked[call] = len(elts) > 0 && len(elts) == len(call.Args)
}

// genTarget is the value of a target before an augmented assignment.
func (w *walker) genTarget(t ast.Expr) *node {
	switch t := t.(type) {
	case *ast.Name:
		sym := w.symbolAt(t)
		if sym == nil {
			return w.s.unknown
		}
		return w.read(t, sym)
	case *ast.Attribute:
		return w.attribute(t)
	case *ast.Subscript:
		return w.subscript(t)
	}
	panic(fmt.Sprintf("infer: unexpected target %T", t))
}

// assign lets v reach a target. value is the expression of a plain
// assignment, nil otherwise.
func (w *walker) assign(t ast.Expr, v *node, value ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		if sym := w.symbolAt(t); sym != nil {
			w.define(sym, t, v)
			if d := w.occ[t]; d != nil {
				w.expr[t] = d.node
			} else {
				w.expr[t] = w.symNode(sym)
			}
		}
	case *ast.Tuple:
		w.unpack(t.Elts, v, value)
		w.expr[t] = v
	case *ast.List:
		w.unpack(t.Elts, v, value)
		w.expr[t] = v
	case *ast.Starred:
		w.assign(t.Value, w.s.with(&kind{op: opList, args: []*node{v}}), nil)
	default:
		w.store(t, v)
	}
}

// unpack assigns the elements of v to the targets.
func (w *walker) unpack(targets []ast.Expr, v *node, value ast.Expr) {
	star := -1
	for i, t := range targets {
		if _, ok := t.(*ast.Starred); ok {
			star = i
		}
	}
	parts := make([]*node, len(targets))
	for i := range parts {
		parts[i] = w.s.node()
	}
	w.s.on(v, func(k *kind) {
		if fixed := w.fixedParts(k); fixed != nil {
			n := len(fixed)
			switch {
			case star < 0 && n == len(targets):
				for i, a := range fixed {
					w.s.flow(a, parts[i])
				}
			case star >= 0 && n >= len(targets)-1:
				after := len(targets) - star - 1
				for i, a := range fixed {
					switch {
					case i < star:
						w.s.flow(a, parts[i])
					case i >= n-after:
						w.s.flow(a, parts[len(targets)-(n-i)])
					default:
						w.s.flow(a, parts[star])
					}
				}
			}
			return
		}
		elem := w.s.node()
		w.iterateKind(k, elem)
		for _, p := range parts {
			w.s.flow(elem, p)
		}
	})
	for i, t := range targets {
		w.assign(t, parts[i], nil)
	}
}

// store lets v reach an attribute or an item.
func (w *walker) store(t ast.Expr, v *node) {
	switch t := t.(type) {
	case *ast.Attribute:
		w.storeAttr(t, v)
	case *ast.Subscript:
		c, i := w.gen(t.Value), w.index(t.Slice)
		w.operate(c, "item assignment", "__setitem__")
		w.expr[t] = v
		w.s.on(c, func(k *kind) { w.storeItem(k, i, v, t.Slice) })
	default:
		panic(fmt.Sprintf("infer: unexpected target %T", t))
	}
}

func (w *walker) del(t ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		if sym := w.symbolAt(t); sym != nil {
			w.expr[t] = w.read(t, sym)
			if tracked(sym) {
				delete(w.env.defs, sym)
			}
		}
	case *ast.Tuple:
		for _, e := range t.Elts {
			w.del(e)
		}
	case *ast.List:
		for _, e := range t.Elts {
			w.del(e)
		}
	case *ast.Attribute:
		recv := w.gen(t.Value)
		w.s.on(recv, func(k *kind) {
			if k.op == opInst {
				k.class.dynamic("attribute " + t.Attr + " is deleted")
			}
		})
	case *ast.Subscript:
		recv, key := w.gen(t.Value), w.index(t.Slice)
		w.s.on(recv, func(k *kind) {
			if k.op == opInst {
				w.callMethod(k, "__delitem__", []*node{key}, w.s.node())
			}
		})
	default:
		panic(fmt.Sprintf("infer: unexpected target %T", t))
	}
}

// loop walks a loop: test or bind says how an iteration begins.
func (w *walker) loop(body, orelse []ast.Stmt, test, target ast.Expr, bind func()) {
	l := &loopFlow{head: map[*symbol]*def{}, tries: len(w.tries)}
	for _, sym := range w.assignedIn(body, test, target) {
		old := w.env.defs[sym]
		phi := w.newDef(sym, w.s.node())
		if old != nil {
			w.s.flow(w.current(w.env, old), phi.node)
			phi.join(old)
		}
		l.head[sym] = phi
	}
	for p := range w.env.narrow {
		if d, ok := p.base.(*def); !ok || p.path != "" || l.head[d.sym] != nil {
			delete(w.env.narrow, p)
		}
	}
	for sym, phi := range l.head {
		w.env.defs[sym] = phi
	}
	enter, leave := w.env.copy(), w.env.copy()
	if test != nil {
		enter, leave = w.cond(test)
	}
	w.env = enter
	if bind != nil {
		bind()
	}
	w.loops = append(w.loops, l)
	w.block(body)
	w.backEdge(l)
	w.loops = w.loops[:len(w.loops)-1]
	if bind != nil {
		// a for loop ends at its head
		leave = w.headEnv(leave, l)
	}
	w.env = leave
	w.block(orelse)
	w.env = w.merge(append(l.breaks, w.env)...)
}

// headEnv is the state in which a for loop ends: what the head joins.
func (w *walker) headEnv(leave *env, l *loopFlow) *env {
	for sym, phi := range l.head {
		leave.defs[sym] = phi
	}
	return leave
}

// backEdge joins the present definitions into the head of the loop.
func (w *walker) backEdge(l *loopFlow) {
	if w.env.dead {
		return
	}
	for sym, phi := range l.head {
		if d := w.env.defs[sym]; d != nil && d != phi {
			w.s.flow(w.current(w.env, d), phi.node)
			phi.join(d)
		} else if d == phi {
			if n := w.current(w.env, d); n != phi.node {
				w.s.flow(n, phi.node)
			}
		}
	}
}

// assignedIn lists the tracked names that a loop's body binds, those of the
// loop's target included.
func (w *walker) assignedIn(body []ast.Stmt, extra ...ast.Expr) []*symbol {
	var out []*symbol
	seen := map[*symbol]bool{}
	visit := func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Lambda:
			return false
		case *ast.Attribute, *ast.Subscript:
			return true
		}
		switch x := n.(type) {
		case *ast.Name:
			if x.Ctx == ast.Load {
				return true
			}
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.ExceptHandler, *ast.Alias,
			*ast.MatchAs, *ast.MatchStar, *ast.MatchMapping:
		default:
			return true
		}
		if sym := w.symbolAt(n); sym != nil && tracked(sym) && !seen[sym] {
			seen[sym] = true
			out = append(out, sym)
		}
		switch n.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef:
			return false
		}
		return true
	}
	for _, s := range body {
		ast.Walk(s, visit)
	}
	for _, e := range extra {
		if e != nil {
			ast.Walk(e, visit)
		}
	}
	return out
}

func (w *walker) with(items []*ast.WithItem, body []ast.Stmt, async bool) {
	var before *env
	suppress := false
	for _, it := range items {
		m := w.gen(it.ContextExpr)
		v := w.enter(m, async)
		w.withEnter[it] = v
		if it.OptionalVars != nil {
			w.assign(it.OptionalVars, v, nil)
		}
		suppress = suppress || w.maySuppress(it.ContextExpr, async)
	}
	if async {
		w.disturb()
	}
	if !suppress {
		w.block(body)
		return
	}
	before = w.env.copy()
	t := &tryFlow{entry: before, phis: map[*symbol]*def{}}
	w.tries = append(w.tries, t)
	w.block(body)
	w.tries = w.tries[:len(w.tries)-1]
	w.env = w.merge(w.env, t.handlerEnv())
}

func (w *walker) try(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt, star bool) {
	outer := &tryFlow{entry: w.env.copy(), phis: map[*symbol]*def{}}
	breaks := make([]int, len(w.loops))
	for i, l := range w.loops {
		breaks[i] = len(l.breaks)
	}
	if len(final) > 0 {
		w.tries = append(w.tries, outer)
	}
	inner := &tryFlow{entry: w.env.copy(), phis: map[*symbol]*def{}}
	w.tries = append(w.tries, inner)
	w.block(body)
	w.tries = w.tries[:len(w.tries)-1]
	w.block(orelse)
	ends := []*env{w.env}
	for _, h := range handlers {
		if w.info.DeadHandlers[h] {
			continue
		}
		w.env = inner.handlerEnv()
		w.env.dead = false
		w.handler(h, star)
		ends = append(ends, w.env)
	}
	w.env = w.merge(ends...)
	if len(final) == 0 {
		return
	}
	w.tries = w.tries[:len(w.tries)-1]
	normal := w.env
	entry := outer.handlerEnv()
	entry.dead = false
	w.env = w.merge(entry, normal.copy())
	before := w.env.copy()
	w.block(final)
	w.finalJumps(before, breaks)
	if w.env.dead || normal.dead {
		w.env.dead = true
		return
	}
	// what the finally block leaves alone is as the normal way left it
	after := normal.copy()
	for sym, d := range w.env.defs {
		if before.defs[sym] != d {
			after.defs[sym] = d
		}
	}
	for sym := range after.defs {
		if w.env.defs[sym] == nil {
			delete(after.defs, sym)
		}
	}
	for p := range after.narrow {
		if p.path != "" {
			delete(after.narrow, p)
		}
	}
	w.env = after
}

// finalJumps lets what a finally block defines reach the breaks and continues
// that ran through it.
func (w *walker) finalJumps(before *env, breaks []int) {
	for sym, d := range w.env.defs {
		if before.defs[sym] == d {
			continue
		}
		for i, l := range w.loops {
			for _, e := range l.breaks[breaks[i]:] {
				if old := e.defs[sym]; old != nil && old != d {
					e.defs[sym] = w.mergeDef(sym, []*env{e, w.env})
				}
			}
			if phi := l.head[sym]; phi != nil {
				w.s.flow(d.node, phi.node)
				phi.join(d)
			}
		}
	}
}

func (w *walker) handler(h *ast.ExceptHandler, star bool) {
	exc := w.s.node()
	if h.Type == nil {
		w.s.add(exc, &kind{op: opExc, lib: w.builtinClass("BaseException")})
	} else {
		t := w.gen(h.Type)
		w.s.on(t, func(k *kind) {
			w.caught(k, exc)
		})
	}
	if star {
		group := w.builtinClass("ExceptionGroup")
		exc = w.s.unknown
		if group != nil {
			exc = w.s.with(&kind{op: opExc, lib: group})
		}
	}
	if h.Name != "" {
		if sym := w.symbolAt(h); sym != nil {
			w.define(sym, h, exc)
			w.block(h.Body)
			delete(w.env.defs, sym)
			return
		}
	}
	w.block(h.Body)
}

// caught gives what an except clause over class k binds.
func (w *walker) caught(k *kind, exc *node) {
	switch k.op {
	case opLibClass:
		w.s.add(exc, &kind{op: opExc, lib: k.lib})
		for _, cls := range w.info.ClassList {
			if cls.DerivesFrom(k.lib) {
				w.s.add(exc, w.s.instance(cls))
			}
		}
	case opClass:
		for _, cls := range w.info.ClassList {
			if cls.IsSubclass(k.class) {
				w.s.add(exc, w.s.instance(cls))
			}
		}
	case opTuple:
		for _, a := range k.args {
			w.s.on(a, func(k *kind) { w.caught(k, exc) })
		}
	case opVarTuple:
		w.s.on(k.args[0], func(k *kind) { w.caught(k, exc) })
	default:
		w.s.flow(w.s.unknown, exc)
	}
}

// DerivesFrom reports whether a user class has a library class among its bases.
func (cls *Class) DerivesFrom(lib *stubs.Class) bool {
	for _, k := range cls.MRO() {
		for _, b := range k.StubBases {
			if b.IsSubclass(lib) {
				return true
			}
		}
	}
	return false
}

func (w *walker) builtinClass(name string) *stubs.Class {
	c, _ := w.builtins.Symbols[name].(*stubs.Class)
	return c
}
