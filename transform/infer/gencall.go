package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// actuals are the arguments of a call.
type actuals struct {
	pos  []actual
	kw   []actual // name empty: **mapping
	site *callSite
}

type actual struct {
	n    *node
	name string
	star bool // *n
	expr ast.Expr
}

// callSite is a call expression of the program.
type callSite struct {
	call   *ast.Call
	fun    *node
	args   *actuals
	result *node
	sc     *scope
	cls    *Class
	stubs  []*stubSite // of the library functions that it may call

	resolved *Call
}

// all returns every argument.
func (a *actuals) all() []actual { return append(a.pos[:len(a.pos):len(a.pos)], a.kw...) }

func nodesOf(list []*node) *actuals {
	a := &actuals{}
	for _, n := range list {
		a.pos = append(a.pos, actual{n: n})
	}
	return a
}

// call generates a call expression.
func (w *walker) call(e *ast.Call) *node {
	role := w.roleOf(e)
	site := &callSite{call: e, result: w.s.node(), sc: w.sc, cls: w.cls}
	if role == "super" && len(e.Args) == 0 {
		return w.superObject(e, site)
	}
	w.callees[e.Func] = true
	site.fun = w.gen(e.Func)
	site.args = &actuals{site: site}
	for _, a := range e.Args {
		if st, ok := a.(*ast.Starred); ok {
			n := w.gen(st.Value)
			w.expr[st] = n
			site.args.pos = append(site.args.pos, actual{n: n, star: true, expr: st.Value})
			continue
		}
		site.args.pos = append(site.args.pos, actual{n: w.gen(a), expr: a})
	}
	for _, k := range e.Keywords {
		n := w.gen(k.Value)
		if k.Arg == "" {
			w.spreadMapping(n)
		}
		site.args.kw = append(site.args.kw, actual{n: n, name: k.Arg, star: k.Arg == "", expr: k.Value})
	}
	w.inference.calls = append(w.inference.calls, site)
	w.sites[e] = site
	if _, ok := w.ref(e.Func).(*StubRef); !ok {
		w.disturb()
	}
	w.operate(site.fun, "calling", "__call__")
	w.s.on(site.fun, func(k *kind) { w.inference.apply(k, site.args, site.result) })
	w.replaced(e, site)
	return w.roleCall(role, e, site)
}

// operate notes an operation on n that calls a special method.
func (inf *inference) operate(n *node, what, method string) {
	inf.uses = append(inf.uses, opUse{n, what, method})
}

// roleCall gives calls with a meaning of their own their result.
func (w *walker) roleCall(role stubs.Role, e *ast.Call, site *callSite) *node {
	switch role {
	case "cast":
		if len(e.Args) == 2 {
			return w.expr[e.Args[1]]
		}
	case "globals", "locals", "vars", "dir":
		if len(e.Args) == 0 {
			w.sc.function().usesLocals = true
			break
		}
		w.s.on(site.args.pos[0].n, func(k *kind) {
			if k.op == opInst || k.op == opClass {
				k.class.dynamic("its attributes are listed")
			}
		})
	case "setattr", "delattr":
		w.s.on(site.args.pos[0].n, func(k *kind) {
			if k.op == opInst || k.op == opClass {
				k.class.dynamic("setattr is used on it")
			}
		})
		w.s.escape(site.args.pos[0].n)
	case "dataclass.replace":
		w.replacedData(site)
	case "getattr", "hasattr":
		if len(site.args.pos) >= 2 {
			w.dynamicAttr(e, site)
		}
	}
	return site.result
}

// superObject is the node of super().
func (w *walker) superObject(e *ast.Call, site *callSite) *node {
	w.gen(e.Func)
	site.fun = w.expr[e.Func]
	site.args = &actuals{site: site}
	w.inference.calls = append(w.inference.calls, site)
	w.sites[e] = site
	if w.cls == nil || w.fn == nil || len(w.fn.params) == 0 {
		return w.s.unknown
	}
	w.s.add(site.result, &kind{op: opSuper, class: w.cls, self: w.fn.params[0]})
	return site.result
}

// callNode calls whatever arrives at f with positional arguments.
func (inf *inference) callNode(f *node, args []*node) *node {
	out := inf.s.node()
	a := nodesOf(args)
	inf.s.on(f, func(k *kind) { inf.apply(k, a, out) })
	return out
}

// apply calls a value of kind k.
func (inf *inference) apply(k *kind, a *actuals, out *node) {
	switch k.op {
	case opFunc:
		inf.invoke(k.fn, nil, a, out)
	case opBound:
		inf.invoke(k.fn, k.self, a, out)
	case opClass:
		inf.construct(k.class, a, out)
	case opLibClass:
		inf.constructLib(k, a, out)
	case opLibFunc:
		inf.callStub(k.sym.(*stubs.Func), nil, a, out)
	case opLibBound:
		inf.callStub(k.sym.(*stubs.Func), k.self, a, out)
	case opInst:
		inf.callMethodArgs(k, "__call__", a, out)
	case opUnknown:
		inf.applyUnknown(a, out)
	case opLib:
		if m, owner := k.lib.Member("__call__"); m != nil {
			if f, ok := m.(*stubs.Func); ok {
				inf.callStubOn(f, owner, k, a, out)
				return
			}
		}
		inf.applyUnknown(a, out)
	}
}

// applyUnknown calls what may do anything with its arguments.
func (inf *inference) applyUnknown(a *actuals, out *node) {
	for _, x := range a.all() {
		inf.s.escape(x.n)
	}
	inf.s.flow(inf.s.unknown, out)
}

// invoke calls a function of the program.
func (inf *inference) invoke(fn *Func, self *node, a *actuals, out *node) {
	ff := inf.fns[fn]
	ff.called = true
	elems, names := ff.elems, fn.Params
	if self != nil && len(ff.params) > 0 && names[0].Kind <= stubs.PosOrKw {
		inf.s.flow(self, ff.params[0])
		elems, names = elems[1:], names[1:]
	}
	inf.bindActuals(names, elems, a)
	inf.s.flow(inf.resultOf(ff), out)
}

// bindActuals lets arguments reach parameters.
func (inf *inference) bindActuals(names []*Param, params []*node, a *actuals) {
	s := inf.s
	next := 0
	var varPos, varKw *node
	byName := map[string]int{}
	for i, p := range names {
		switch p.Kind {
		case stubs.VarPos:
			varPos = params[i]
		case stubs.VarKw:
			varKw = params[i]
		case stubs.PosOrKw, stubs.KwOnly:
			byName[p.Name] = i
		}
	}
	for _, x := range a.pos {
		if x.star {
			from := next
			s.on(x.n, func(k *kind) {
				if k.op == opTuple && from >= 0 {
					for j, a := range k.args {
						if i := from + j; i < len(names) && names[i].Kind <= stubs.PosOrKw {
							s.flow(a, params[i])
						} else if varPos != nil {
							s.flow(a, varPos)
						}
					}
					return
				}
				elem := s.node()
				inf.iterateKind(k, elem)
				for i := max(from, 0); i < len(names) && names[i].Kind <= stubs.PosOrKw; i++ {
					s.flow(elem, params[i])
				}
				if varPos != nil {
					s.flow(elem, varPos)
				}
			})
			next = -1
			continue
		}
		if next < 0 {
			// after a *args: it may be any of the parameters
			for i, p := range names {
				if p.Kind <= stubs.PosOrKw {
					s.flow(x.n, params[i])
				}
			}
			if varPos != nil {
				s.flow(x.n, varPos)
			}
			continue
		}
		switch {
		case next < len(names) && names[next].Kind <= stubs.PosOrKw:
			s.flow(x.n, params[next])
			next++
		case varPos != nil:
			s.flow(x.n, varPos)
		}
	}
	for _, x := range a.kw {
		if x.star {
			val := s.node()
			s.on(x.n, func(k *kind) {
				if k.op == opDict {
					s.flow(k.args[1], val)
				} else {
					s.flow(s.unknown, val)
				}
			})
			for _, i := range byName {
				s.flow(val, params[i])
			}
			if varKw != nil {
				s.flow(val, varKw)
			}
			continue
		}
		if i, ok := byName[x.name]; ok {
			s.flow(x.n, params[i])
		} else if varKw != nil {
			s.flow(x.n, varKw)
		}
	}
}

// resultOf is what a call of the function gives.
func (inf *inference) resultOf(ff *fnFlow) *node {
	s := inf.s
	switch {
	case ff.fn.Manager != nil:
		return s.with(inf.libInstance(ff.fn.Manager, []*node{ff.yield}))
	case ff.fn.Async && ff.fn.Generator:
		return s.with(&kind{op: opAsyncGen, args: []*node{ff.yield, ff.sent}})
	case ff.fn.Async:
		res := s.node()
		s.flow(ff.result, res)
		return s.with(&kind{op: opCoro, args: []*node{res}})
	case ff.fn.Generator:
		return s.with(&kind{op: opGen, args: []*node{ff.yield, ff.sent, ff.result}})
	}
	return ff.result
}

// instance is the one kind of the instances of cls.
func (s *solver) instance(cls *Class) *kind {
	if cls.inst == nil {
		cls.inst = &kind{op: opInst, class: cls}
	}
	return cls.inst
}

// construct makes an instance of a user class.
func (inf *inference) construct(cls *Class, a *actuals, out *node) {
	s := inf.s
	if cls.Kind == EnumClass {
		s.add(out, s.instance(cls))
		return
	}
	if cls.Kind == TypedDictClass {
		val := s.node()
		for _, x := range a.all() {
			if x.name != "" {
				s.flow(x.n, val)
			} else {
				s.flow(s.unknown, val)
			}
		}
		s.add(out, &kind{op: opDict, args: []*node{s.primNode(opStr), val}})
		return
	}
	k := s.instance(cls)
	s.add(out, k)
	self := s.with(k)
	if m := cls.FindMethod("__new__"); m != nil {
		inf.invoke(m, s.with(&kind{op: opClass, class: cls}), a, s.node())
	}
	if m := cls.FindMethod("__init__"); m != nil {
		inf.invoke(m, self, a, s.node())
		return
	}
	if cls.hasFields() {
		var names []*Param
		var params []*node
		var post []*node
		for _, f := range cls.InitFields() {
			cf := inf.classes[f.Class]
			kind := stubs.PosOrKw
			if f.KwOnly {
				kind = stubs.KwOnly
			}
			n := cf.field(s, f.Name, f.Node)
			if f.InitVar {
				n = cf.initVar(s, f.Name)
				post = append(post, n)
			}
			names = append(names, &Param{Name: f.Name, Kind: kind})
			params = append(params, n)
		}
		inf.bindActuals(names, params, a)
		if m := cls.FindMethod("__post_init__"); m != nil {
			inf.invoke(m, self, nodesOf(post), s.node())
		}
		return
	}
	if cls.Kind == ExceptionClass {
		return // the arguments are kept as args: an object to look at
	}
	for _, x := range a.all() {
		s.escape(x.n)
	}
}

// hasFields reports whether the constructor is made from the fields.
func (cls *Class) hasFields() bool {
	for _, k := range cls.MRO() {
		if k.Kind == DataClass || k.Kind == NamedTupleClass {
			return true
		}
	}
	return false
}

// InitFields lists the fields that the generated constructor takes, in order:
// those of the bases first, an override in its base's place, keyword-only ones
// last.
func (cls *Class) InitFields() []*Field {
	var out []*Field
	mro := cls.MRO()
	for i := len(mro) - 1; i >= 0; i-- {
		for _, f := range mro[i].Fields {
			replaced := false
			for j, o := range out {
				if o.Name == f.Name {
					out[j] = f
					replaced = true
				}
			}
			if !replaced {
				out = append(out, f)
			}
		}
	}
	var pos, kw []*Field
	for _, f := range out {
		switch {
		case !f.Init:
		case f.KwOnly:
			kw = append(kw, f)
		default:
			pos = append(pos, f)
		}
	}
	return append(pos, kw...)
}

// callMethod calls a special method of an instance, if its class has it.
func (inf *inference) callMethod(k *kind, name string, args []*node, out *node) bool {
	return inf.callMethodArgs(k, name, nodesOf(args), out)
}

func (inf *inference) callMethodArgs(k *kind, name string, a *actuals, out *node) bool {
	m := k.class.FindMethod(name)
	if m == nil {
		return false
	}
	switch m.Kind {
	case StaticMethod:
		inf.invoke(m, nil, a, out)
	case ClassMethod:
		inf.invoke(m, inf.s.with(&kind{op: opClass, class: k.class}), a, out)
	default:
		inf.invoke(m, inf.s.with(k), a, out)
	}
	return true
}

// enter is what a with statement binds.
func (w *walker) enter(m *node, async bool) *node {
	s := w.s
	out := s.node()
	enter, exit := "__enter__", "__exit__"
	if async {
		enter, exit = "__aenter__", "__aexit__"
	}
	w.operate(m, "a with statement", enter)
	s.on(m, func(k *kind) {
		res := s.node()
		switch k.op {
		case opInst:
			w.callMethod(k, enter, nil, res)
			w.callMethod(k, exit, []*node{s.unknown, s.unknown, s.unknown}, s.node())
		case opLib, opExc:
			w.libMethod(k, enter, nil, res)
		case opUnknown:
			s.flow(s.unknown, res)
		}
		if async {
			res = w.await(res)
		}
		s.flow(res, out)
	})
	return out
}

// libMethod calls a method of a library object.
func (inf *inference) libMethod(k *kind, name string, args []*node, out *node) bool {
	m, owner := inf.libMember(k, name)
	f, ok := m.(*stubs.Func)
	if !ok {
		return false
	}
	inf.callStubOn(f, owner, k, nodesOf(args), out)
	return true
}

// await is the result of awaiting v.
func (inf *inference) await(v *node) *node {
	s := inf.s
	out := s.node()
	s.on(v, func(k *kind) {
		switch k.op {
		case opCoro:
			s.flow(k.args[0], out)
		case opUnknown:
			s.flow(s.unknown, out)
		case opInst:
			res := s.node()
			inf.callMethod(k, "__await__", nil, res)
			s.on(res, func(g *kind) {
				if g.op != opGen {
					s.flow(s.unknown, out)
					return
				}
				s.flow(g.args[2], out)
				s.flow(s.unknown, g.args[1]) // who drives the coroutine by hand sends what they like
				inf.sent = append(inf.sent, g.args[1])
			})
		case opLib:
			switch k.lib.Role {
			case "type:Awaitable":
				s.flow(k.args[0], out)
				return
			case "type:Coroutine":
				s.flow(k.args[len(k.args)-1], out)
				return
			}
			res := s.node()
			if inf.libMethod(k, "__await__", nil, res) {
				s.on(res, func(g *kind) {
					switch g.op {
					case opCoro:
						s.flow(g.args[0], out)
					case opGen:
						s.flow(g.args[2], out)
					}
				})
			}
		}
	})
	return out
}

func (w *walker) yieldFrom(v *node) *node {
	out := w.s.node()
	w.s.flow(w.iterate(v), w.fn.yield)
	w.operate(v, "yield from", "__iter__")
	w.s.on(v, func(k *kind) {
		if k.op == opInst {
			w.delegated(k)
		}
		switch k.op {
		case opGen:
			w.s.flow(k.args[2], out)
			w.s.flow(w.fn.sent, k.args[1])
		case opUnknown, opInst, opLib, opIter: // the value of the StopIteration that ends it
			w.s.flow(w.s.unknown, out)
			if k.op == opLib {
				if m, _ := k.lib.Member("__iter__"); m == nil {
					w.s.flow(w.s.unknown, w.fn.yield) // a future
				}
			}
		default:
			w.s.add(out, w.s.prim(opNone))
		}
	})
	return out
}

// delegated handles an instance that a generator delegates to: the runtime
// drives its iterator, with next, send, throw and close.
func (inf *inference) delegated(k *kind) {
	iterator := inf.s.node()
	if !inf.callMethod(k, "__iter__", nil, iterator) {
		k.class.dynamic("yield from goes through its items")
	}
	inf.s.on(iterator, func(it *kind) {
		if it.op == opInst {
			it.class.dynamic("yield from drives it")
			inf.s.escape(inf.s.with(it))
		}
	})
}

// iterate is what iteration over v gives.
func (inf *inference) iterate(v *node) *node {
	out := inf.s.node()
	inf.s.on(v, func(k *kind) { inf.iterateKind(k, out) })
	return out
}

func (inf *inference) iterateKind(k *kind, out *node) {
	s := inf.s
	switch k.op {
	case opList, opSet, opFrozen, opVarTuple, opDict, opGen, opIter:
		s.flow(k.args[0], out)
	case opTuple:
		for _, a := range k.args {
			s.flow(a, out)
		}
	case opStr:
		s.add(out, s.prim(opStr))
	case opBytes:
		s.add(out, s.prim(opInt))
	case opUnknown:
		s.flow(s.unknown, out)
	case opClass:
		if k.class.Kind == EnumClass {
			s.add(out, s.instance(k.class))
		} else {
			s.flow(s.unknown, out)
		}
	case opLibClass:
		if k.lib.Enum {
			s.add(out, inf.libInstance(k.lib, nil))
		}
	case opInst:
		res := s.node()
		switch {
		case inf.callMethod(k, "__iter__", nil, res):
			s.on(res, func(r *kind) {
				if r.op == opInst {
					inf.callMethod(r, "__next__", nil, out)
				} else {
					inf.iterateKind(r, out)
				}
			})
		case inf.callMethod(k, "__getitem__", []*node{s.primNode(opInt)}, out):
		case k.class.Enum != nil && k.class.Enum.Flag:
			s.add(out, k)
		case k.class.Kind == NamedTupleClass:
			for _, part := range inf.fixedParts(k) {
				s.flow(part, out)
			}
		default:
			if !k.class.Typed {
				s.flow(s.unknown, out)
			}
		}
	case opLib:
		switch k.lib.Role {
		case "type:Iterable", "type:Iterator", "type:Reversible", "type:Collection", "type:Sequence", "type:MutableSequence",
			"type:AbstractSet", "type:MutableSet", "type:Mapping", "type:MutableMapping":
			s.flow(k.args[0], out)
			return
		}
		res := s.node()
		if inf.libMethod(k, "__iter__", nil, res) {
			s.on(res, func(r *kind) {
				if r.op == opLib && r.lib == k.lib {
					inf.libMethod(k, "__next__", nil, out)
					return
				}
				inf.iterateKind(r, out)
			})
		} else if !inf.libMethod(k, "__next__", nil, out) {
			inf.libMethod(k, "__getitem__", []*node{s.primNode(opInt)}, out)
		}
	}
}

// fixedParts are the elements of a tuple whose number is known, a named one
// included; nil for other values.
func (inf *inference) fixedParts(k *kind) []*node {
	switch {
	case k.op == opTuple:
		return k.args
	case k.op == opInst && k.class.Kind == NamedTupleClass && k.class.FindMethod("__iter__") == nil:
		var out []*node
		for _, f := range k.class.InitFields() {
			out = append(out, inf.classes[f.Class].field(inf.s, f.Name, f.Node))
		}
		return out
	}
	return nil
}

// asyncIterate is what an async for over v gives.
func (inf *inference) asyncIterate(v *node) *node {
	s := inf.s
	out := s.node()
	s.on(v, func(k *kind) { inf.asyncIterateKind(k, out) })
	return out
}

func (inf *inference) asyncIterateKind(k *kind, out *node) {
	s := inf.s
	next := func(k *kind) {
		res := s.node()
		if k.op == opInst {
			inf.callMethod(k, "__anext__", nil, res)
		} else {
			inf.libMethod(k, "__anext__", nil, res)
		}
		s.flow(inf.await(res), out)
	}
	switch k.op {
	case opAsyncGen:
		s.flow(k.args[0], out)
	case opUnknown:
		s.flow(s.unknown, out)
	case opInst:
		res := s.node()
		inf.callMethod(k, "__aiter__", nil, res)
		s.on(res, func(r *kind) {
			if r.op == opInst {
				next(r)
			} else {
				inf.asyncIterateKind(r, out)
			}
		})
	case opLib:
		switch k.lib.Role {
		case "type:AsyncIterable", "type:AsyncIterator":
			s.flow(k.args[0], out)
			return
		}
		res := s.node()
		if !inf.libMethod(k, "__aiter__", nil, res) {
			next(k)
			return
		}
		s.on(res, func(r *kind) {
			if r.op == opLib && r.lib == k.lib {
				next(r)
			} else {
				inf.asyncIterateKind(r, out)
			}
		})
	}
}
