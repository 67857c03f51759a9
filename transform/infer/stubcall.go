package infer

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// stubSite is a call of one library function from one place: which of its
// overloads may be meant, and what they make of the arguments.
type stubSite struct {
	inf    *inference
	f      *stubs.Func
	owner  *stubs.Class // class that defines it
	recv   *kind        // nil for functions and constructors
	made   *kind        // what a constructor makes
	a      *actuals
	out    *node
	fit    []*sigFit
	watch  map[*node]bool
	elems  map[*kind]*node // what iterating over an argument gives
	chosen []*sigFit
}

// sigFit is an overload that fits the call's shape.
type sigFit struct {
	sig    *stubs.Sig
	args   []sigArg
	env    *typeEnv
	active bool
	result *node
}

// sigArg is an argument with the parameter that takes it.
type sigArg struct {
	p    *stubs.Param
	n    *node
	expr ast.Expr
	elem bool // n is a container whose elements are the arguments
}

// callStub calls a library function; self is the receiver of a bound method.
func (inf *inference) callStub(f *stubs.Func, self *node, a *actuals, out *node) {
	if self != nil {
		inf.s.on(self, func(k *kind) {
			_, owner := inf.libMember(k, f.Name)
			inf.callStubOn(f, owner, k, a, out)
		})
		return
	}
	if f.Class != nil && !f.Overloads[0].Static && !f.Overloads[0].ClassMeth && f != f.Class.Init {
		// str.upper(x): the receiver is the first argument
		if len(a.pos) > 0 && !a.pos[0].star {
			rest := &actuals{pos: a.pos[1:], kw: a.kw, site: a.site}
			inf.callStub(f, a.pos[0].n, rest, out)
		}
		return
	}
	inf.callStubOn(f, f.Class, nil, a, out)
}

// callStubOn calls a library function on a receiver of kind recv, nil for
// plain functions.
func (inf *inference) callStubOn(f *stubs.Func, owner *stubs.Class, recv *kind, a *actuals, out *node) {
	site := &stubSite{inf: inf, f: f, owner: owner, recv: recv, a: a, out: out, watch: map[*node]bool{}}
	site.begin()
}

// constructLib makes an instance of a library class.
func (inf *inference) constructLib(k *kind, a *actuals, out *node) {
	c := k.lib
	if c.Exception {
		inf.s.add(out, &kind{op: opExc, lib: c})
		return
	}
	if strings.HasPrefix(string(c.Role), "enum") { // an enum that is made at run time
		inf.s.flow(inf.s.unknown, out)
		return
	}
	switch c.Role {
	case "property", "staticmethod", "classmethod": // an object that is a descriptor
		inf.applyUnknown(a, out)
		return
	}
	if c.Enum {
		inf.s.add(out, inf.libInstance(c, nil))
		return
	}
	if c.Module.Name == "builtins" && c.Name == "type" && len(a.pos) == 1 {
		inf.s.on(a.pos[0].n, func(k *kind) {
			switch k.op {
			case opInst:
				inf.s.add(out, &kind{op: opClass, class: k.class})
			case opExc, opLib:
				inf.s.add(out, &kind{op: opLibClass, lib: k.lib})
			default:
				inf.s.flow(inf.s.unknown, out)
			}
		})
		return
	}
	var made *kind
	if o, ok := opOf(c); ok {
		switch o {
		case opList, opSet, opFrozen:
			made = &kind{op: o, args: []*node{inf.s.node()}}
		case opTuple:
			made = &kind{op: opVarTuple, args: []*node{inf.s.node()}}
		case opDict:
			made = &kind{op: o, args: []*node{inf.s.node(), inf.s.node()}}
		default:
			made = inf.s.prim(o)
		}
	} else if !c.HasGo() {
		for _, x := range a.all() { // kept by an object that only runs
			inf.s.escape(x.n)
		}
		inf.s.flow(inf.s.unknown, out)
		return
	} else {
		made = inf.libInstance(c, nil)
	}
	if a.site != nil {
		inf.typeArguments(a.site, made)
	}
	if c.Init == nil {
		inf.s.add(out, made)
		return
	}
	site := &stubSite{inf: inf, f: c.Init, owner: c, recv: made, made: made, a: a, out: out, watch: map[*node]bool{}}
	if owner := c.Init.Overloads[0].Owner; owner != nil {
		site.owner = owner
	}
	site.begin()
}

// typeArguments takes the arguments of Queue[int]() as hints.
func (inf *inference) typeArguments(site *callSite, made *kind) {
	sub, ok := site.call.Func.(*ast.Subscript)
	if !ok {
		return
	}
	args := []ast.Expr{sub.Slice}
	if t, ok := sub.Slice.(*ast.Tuple); ok {
		args = t.Elts
	}
	for i, n := range made.args {
		if i < len(args) {
			inf.seeds = append(inf.seeds, seed{n, args[i], site.sc})
		}
	}
}

// begin finds the overloads that fit by shape and starts watching.
func (st *stubSite) begin() {
	inf := st.inf
	inf.stubs = append(inf.stubs, st)
	if st.a.site != nil {
		st.a.site.stubs = append(st.a.site.stubs, st)
	}
	for _, sig := range st.f.Overloads {
		if args, ok := bindActualsTo(sig, st.a); ok {
			st.fit = append(st.fit, &sigFit{sig: sig, args: args})
		}
	}
	st.preferVariadic()
	if k := st.recv; k != nil && (k.op == opGen && st.f.Name == "send" || k.op == opAsyncGen && st.f.Name == "asend") && len(st.a.pos) == 1 {
		inf.s.flow(st.a.pos[0].n, k.args[1])
		inf.sent = append(inf.sent, k.args[1])
	}
	st.choose()
}

// preferVariadic leaves only the overloads that take a spread argument as it
// is, where there are any: how many values *xs has is not known.
func (st *stubSite) preferVariadic() {
	var variadic []*sigFit
	for _, f := range st.fit {
		stars, absorbed := 0, 0
		for _, a := range f.args {
			if a.elem {
				stars++
				if a.p.Kind == stubs.VarPos || a.p.Kind == stubs.VarKw {
					absorbed++
				}
			}
		}
		if stars > 0 && stars == absorbed {
			variadic = append(variadic, f)
		}
	}
	if len(variadic) > 0 {
		st.fit = variadic
	}
}

// bindActualsTo binds arguments to the parameters of sig by shape.
func bindActualsTo(sig *stubs.Sig, a *actuals) ([]sigArg, bool) {
	var out []sigArg
	given := map[*stubs.Param]bool{}
	byName := map[string]*stubs.Param{}
	var pos []*stubs.Param
	var varPos, varKw *stubs.Param
	for _, p := range sig.Params {
		switch p.Kind {
		case stubs.PosOnly, stubs.PosOrKw:
			pos = append(pos, p)
		case stubs.VarPos:
			varPos = p
		case stubs.VarKw:
			varKw = p
		}
		if p.Kind == stubs.PosOrKw || p.Kind == stubs.KwOnly {
			byName[p.Name] = p
		}
	}
	spread := false
	for _, x := range a.pos {
		switch {
		case x.star && varPos != nil && len(pos) == 0:
			out = append(out, sigArg{varPos, x.n, x.expr, true})
		case x.star:
			spread = true
			for _, p := range pos {
				out = append(out, sigArg{p, x.n, x.expr, true})
				given[p] = true
			}
			if varPos != nil {
				out = append(out, sigArg{varPos, x.n, x.expr, true})
			}
			pos = nil
		case len(pos) > 0:
			out = append(out, sigArg{pos[0], x.n, x.expr, false})
			given[pos[0]] = true
			pos = pos[1:]
		case varPos != nil:
			out = append(out, sigArg{varPos, x.n, x.expr, false})
		default:
			return nil, false
		}
	}
	for _, x := range a.kw {
		p := byName[x.name]
		switch {
		case x.star:
			spread = true
			if varKw != nil {
				out = append(out, sigArg{varKw, x.n, x.expr, true})
			}
			for _, p := range byName {
				if !given[p] {
					out = append(out, sigArg{p, x.n, x.expr, true})
				}
			}
		case p != nil && !given[p]:
			out = append(out, sigArg{p, x.n, x.expr, false})
			given[p] = true
		case p == nil && varKw != nil:
			out = append(out, sigArg{varKw, x.n, x.expr, false})
		default:
			return nil, false
		}
	}
	if !spread {
		for _, p := range sig.Params {
			if !given[p] && p.Default == nil && p.Kind != stubs.VarPos && p.Kind != stubs.VarKw {
				return nil, false
			}
		}
	}
	return out, true
}

// choose activates the overloads that the arguments seen so far may mean. It
// runs again when more is known about them.
func (st *stubSite) choose() {
	if len(st.fit) == 1 {
		st.activate(st.fit[0])
		return
	}
	var partly []*sigFit
	var unsure []*sigFit
	for _, f := range st.fit {
		if st.unwanted(f.sig) {
			continue
		}
		env := f.env
		if env == nil {
			env = st.newEnv(f.sig)
			f.env = env
		}
		fit := fitYes
		for _, a := range f.args {
			fit = min(fit, st.argFits(env, a))
		}
		if st.recv != nil && f.sig.SelfType != nil {
			fit = min(fit, env.matches(st.recv, f.sig.SelfType))
		}
		switch fit {
		case fitWait:
			return
		case fitMaybe:
			unsure = append(unsure, f)
		case fitSome:
			partly = append(partly, f)
		case fitYes:
			for _, p := range partly {
				st.activate(p)
			}
			st.activate(f)
			return
		}
	}
	for _, f := range append(partly, unsure...) {
		st.activate(f)
	}
}

// unwanted reports whether an overload is out because of what becomes of the
// result: a tuple that stands for a list that is unpacked at once.
func (st *stubSite) unwanted(sig *stubs.Sig) bool {
	if sig.Role.Starts() == "" {
		return false
	}
	sub, ok := sig.Result.(*ast.Subscript)
	if !ok {
		return false
	}
	name, ok := sub.Value.(*ast.Name)
	return ok && name.Id == "tuple" && (st.a.site == nil || !st.inf.unpacked[st.a.site.call])
}

// newEnv binds the type variables of an overload and of its class.
func (st *stubSite) newEnv(sig *stubs.Sig) *typeEnv {
	var env *typeEnv
	switch {
	case st.recv != nil && st.owner != nil:
		env = st.inf.memberEnv(st.recv, st.owner, sig.Func.Module)
	default:
		env = &typeEnv{inf: st.inf, module: sig.Func.Module, vars: map[string]*node{}}
		if st.owner != nil {
			for _, p := range st.owner.TypeParams {
				env.vars[p] = st.inf.s.node()
			}
		}
	}
	vars := map[string]*node{}
	for n, v := range env.vars {
		vars[n] = v
	}
	for _, p := range sig.TypeParams {
		vars[p] = st.inf.s.node()
	}
	env.vars = vars
	return env
}

// activate lets the arguments reach the parameters of an overload and its
// result the call.
func (st *stubSite) activate(f *sigFit) {
	if f.active {
		return
	}
	f.active = true
	st.chosen = append(st.chosen, f)
	inf := st.inf
	if f.env == nil {
		f.env = st.newEnv(f.sig)
	}
	env := f.env
	if st.recv != nil && f.sig.SelfType != nil {
		if sub, ok := f.sig.SelfType.(*ast.Subscript); ok && st.made != nil {
			args := []ast.Expr{sub.Slice}
			if t, ok := sub.Slice.(*ast.Tuple); ok {
				args = t.Elts
			}
			for i, n := range st.made.args {
				if i < len(args) {
					env.fill(args[i], n)
				}
			}
		} else {
			env.acceptKind(st.recv, f.sig.SelfType)
		}
	}
	switch f.sig.Role {
	case "isinstance", "issubclass":
		inf.s.add(st.out, inf.s.prim(opBool))
		f.result = st.out
		return // the classes are only looked at
	}
	for _, a := range f.args {
		n := a.n
		if a.elem {
			n = inf.s.node()
			if a.p.Kind == stubs.VarKw || a.p.Kind == stubs.KwOnly {
				val := n
				inf.s.on(a.n, func(k *kind) {
					if k.op == opDict {
						inf.s.flow(k.args[1], val)
					} else {
						inf.s.flow(inf.s.unknown, val)
					}
				})
			} else {
				n = inf.iterate(a.n)
			}
		}
		inf.libraryUse(f.sig, env, a)
		if f.sig.ReadsMembers && st.namesMembers() {
			inf.readMembers(n, map[*node]bool{})
		}
		env.accept(n, a.p.Annotation)
	}
	for _, p := range f.sig.Params {
		if p.Default != nil && !f.given(p) && isNone(p.Default) {
			if tv := env.typeVarOf(p.Annotation); tv != nil {
				inf.s.add(tv, inf.s.prim(opNone))
			}
		}
	}
	if st.made != nil {
		inf.s.add(st.out, st.made)
		return
	}
	res := inf.s.node()
	env.fill(f.sig.Result, res)
	f.result = res
	switch {
	case stubs.IsAwaitMethod(f.sig) && st.a.site != nil: // called by hand: an iterator
		res = inf.s.unknown
	case f.sig.Async:
		k := &kind{op: opCoro, args: []*node{res}}
		if name := f.sig.Role.Starts(); name != "" && (st.a.site == nil || !inf.awaited[st.a.site.call]) {
			k = inf.libInstance(f.sig.Func.Module.Lookup(name).(*stubs.Class), []*node{res})
		}
		res = inf.s.with(k)
	}
	inf.s.flow(res, st.out)
}

func (f *sigFit) given(p *stubs.Param) bool {
	for _, a := range f.args {
		if a.p == p {
			return true
		}
	}
	return false
}
