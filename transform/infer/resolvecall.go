package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// resolveCall decides how a call is made, by the types of this round.
func (inf *inference) resolveCall(site *callSite) *Call {
	e := site.call
	dyn := &Call{Kind: DynamicCall, Result: types.Any}
	if inf.roleOf(e) == "super" && len(e.Args) == 0 {
		return &Call{Kind: RoleCall, Result: types.Any, Sig: inf.superSig(e)}
	}
	switch r := inf.ref(e.Func).(type) {
	case *FuncRef:
		if r.Func.Direct {
			if c := inf.funcCall(r.Func, e, 0, FuncCall); c != nil {
				return c
			}
		}
		return dyn
	case *ClassRef:
		if c := inf.newCall(r.Class, site); c != nil {
			return c
		}
		return dyn
	case *StubRef:
		if c := inf.stubCall(site, nil); c != nil {
			return c
		}
		return dyn
	}
	switch f := e.Func.(type) {
	case *ast.Attribute:
		if c := inf.methodCall(f, site); c != nil {
			return c
		}
	case *ast.Subscript:
		switch r := inf.ref(f.Value).(type) {
		case *ClassRef:
			if c := inf.newCall(r.Class, site); c != nil {
				return c
			}
		case *StubRef:
			if c := inf.stubCall(site, nil); c != nil {
				return c
			}
		}
	}
	if cls := inf.onlyClass(e.Func); cls != nil {
		if c := inf.newCall(cls, site); c != nil {
			return c
		}
		return dyn
	}
	switch t := inf.typeOf(site.fun).(type) {
	case *types.Func:
		if len(e.Keywords) > 0 || len(e.Args) != len(t.Params) || hasStar(e) {
			return dyn
		}
		c := &Call{Kind: FuncValueCall, Types: t.Params, Result: t.Result}
		if t.Async {
			c.Result = &types.Coro{Result: t.Result}
		}
		for _, a := range e.Args {
			c.Args = append(c.Args, Arg{Value: a})
		}
		return c
	case *types.Instance:
		if m := t.Class.(*Class).FindMethod("__call__"); m != nil {
			if c := inf.funcCall(m, e, 1, MethodCall); c != nil {
				c.Recv = e.Func
				return c
			}
		}
	}
	return dyn
}

// onlyClass is the class that a variable always holds, as cls of a class
// method that is called on one class only; nil if there is none.
func (inf *inference) onlyClass(e ast.Expr) *Class {
	name, ok := e.(*ast.Name)
	if !ok || inf.expr[name] == nil {
		return nil
	}
	kinds := inf.expr[name].find().kinds
	if len(kinds) == 1 && kinds[0].op == opClass && kinds[0].class.Typed {
		return kinds[0].class
	}
	return nil
}

func hasStar(e *ast.Call) bool {
	for _, a := range e.Args {
		if _, ok := a.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

func (inf *inference) superSig(e *ast.Call) *stubs.Sig {
	if r, ok := inf.ref(e.Func).(*StubRef); ok {
		switch s := r.Symbol.(type) {
		case *stubs.Func:
			return s.Overloads[0]
		case *stubs.Class:
			if s.Init != nil {
				return s.Init.Overloads[0]
			}
		}
	}
	return nil
}

// funcCall binds the arguments of a call to a function of the program whose
// first skip parameters are given otherwise; nil where that is not static.
func (inf *inference) funcCall(fn *Func, e *ast.Call, skip int, how CallKind) *Call {
	if skip > len(fn.Params) {
		return nil
	}
	params := fn.Params[skip:]
	args, ok := bindArgs(formalsOf(params), e)
	if !ok || !inf.spreadsNames(e) {
		return nil
	}
	ff := inf.fns[fn]
	c := &Call{Kind: how, Func: fn, Args: args, Result: inf.callResult(ff)}
	for i := range params {
		c.Types = append(c.Types, inf.typeOf(ff.elems[i+skip]))
	}
	return c
}

// spreadsNames reports whether what a call spreads with ** surely is a dict with
// texts for keys.
func (inf *inference) spreadsNames(e *ast.Call) bool {
	for _, k := range e.Keywords {
		if k.Arg != "" {
			continue
		}
		if d, ok := inf.typeOf(inf.expr[k.Value]).(*types.Dict); !ok || d.Key != types.Str {
			return false
		}
	}
	return true
}

// callResult is what calling the function gives, before any await.
func (inf *inference) callResult(ff *fnFlow) types.Type {
	switch {
	case ff.fn.Manager != nil:
		return inf.managerType(ff)
	case ff.fn.Async && ff.fn.Generator:
		return &types.AsyncGenerator{Elem: inf.typeOf(ff.yield)}
	case ff.fn.Async:
		return &types.Coro{Result: inf.resultType(ff)}
	case ff.fn.Generator:
		return &types.Generator{Elem: inf.typeOf(ff.yield)}
	}
	return inf.resultType(ff)
}

// newCall is a constructor call of a typed class, nil where it is dynamic.
func (inf *inference) newCall(cls *Class, site *callSite) *Call {
	if !cls.Typed || cls.Kind == ProtocolClass || cls.Kind == TypedDictClass {
		return nil
	}
	c := &Call{Kind: NewCall, Class: cls, Result: &types.Instance{Class: cls}}
	if cls.Kind == EnumClass {
		args, ok := bindArgs([]formal{{name: "value", kind: stubs.PosOrKw}}, site.call)
		if !ok {
			return nil
		}
		c.Args = args
		c.Types = []types.Type{inf.typeOf(site.args.pos[0].n)}
		return c
	}
	if m := cls.FindMethod("__init__"); m != nil {
		init := inf.funcCall(m, site.call, 1, NewCall)
		if init == nil {
			return nil
		}
		c.Func, c.Args, c.Types = m, init.Args, init.Types
		return c
	}
	if cls.hasFields() {
		fields := cls.InitFields()
		formals := make([]formal, len(fields))
		for i, f := range fields {
			formals[i] = formal{name: f.Name, kind: stubs.PosOrKw, def: f.Default}
			if f.Factory != nil {
				formals[i].def = f.Factory
			}
			if f.KwOnly {
				formals[i].kind = stubs.KwOnly
			}
			c.Types = append(c.Types, inf.typeOf(inf.initNode(f)))
		}
		args, ok := bindArgs(formals, site.call)
		if !ok {
			return nil
		}
		c.Args = args
		return c
	}
	if cls.Kind == ExceptionClass {
		args, ok := bindArgs([]formal{{name: "args", kind: stubs.VarPos}}, site.call)
		if !ok {
			return nil
		}
		c.Args, c.Types = args, []types.Type{types.Any}
		return c
	}
	if len(site.call.Args)+len(site.call.Keywords) > 0 {
		return nil
	}
	return c
}

// initNode is the node of what a field's constructor parameter takes.
func (inf *inference) initNode(f *Field) *node {
	cf := inf.classes[f.Class]
	if f.InitVar {
		return cf.initVar(inf.s, f.Name)
	}
	return inf.fieldOf(f.Class, f.Name)
}

// methodCall resolves recv.name(...), nil where it is dynamic.
func (inf *inference) methodCall(f *ast.Attribute, site *callSite) *Call {
	name := mangle(site.sc, f.Attr)
	// super().m(...) and Base.m(self, ...)
	if call, ok := f.Value.(*ast.Call); ok && inf.roleOf(call) == "super" && len(call.Args) == 0 && site.cls != nil {
		if !site.cls.Typed {
			return nil
		}
		for _, k := range site.cls.MRO()[1:] {
			if m := k.method(name); m != nil {
				skip := 1
				if m.Kind == StaticMethod {
					skip = 0
				}
				if c := inf.funcCall(m, site.call, skip, MethodCall); c != nil {
					c.Recv, c.Static = call, true
					return c
				}
				return nil
			}
		}
		return nil
	}
	r, ok := inf.ref(f.Value).(*ClassRef)
	if cls := inf.onlyClass(f.Value); cls != nil && !ok {
		r, ok = &ClassRef{cls}, true
	}
	if ok {
		m := r.Class.FindMethod(name)
		if m == nil || !r.Class.Typed || len(m.Decorators) > 0 {
			return nil
		}
		switch m.Kind {
		case StaticMethod:
			return inf.funcCall(m, site.call, 0, FuncCall)
		case ClassMethod:
			if c := inf.funcCall(m, site.call, 1, FuncCall); c != nil {
				c.Class = r.Class
				return c
			}
			return nil
		}
		if len(site.call.Args) == 0 {
			return nil
		}
		// Base.m(self, ...): the receiver is the first argument
		rest := *site.call
		rest.Args = rest.Args[1:]
		if _, ok := withoutNone(inf.typeOf(site.args.pos[0].n)).(*types.Instance); !ok {
			return nil
		}
		if c := inf.funcCall(m, &rest, 1, MethodCall); c != nil {
			c.Recv, c.Static = site.call.Args[0], true
			return c
		}
		return nil
	}
	recv := inf.expr[f.Value]
	if recv == nil {
		return nil
	}
	switch t := withoutNone(inf.typeOf(recv)).(type) {
	case *types.Instance:
		cls := t.Class.(*Class)
		m := cls.FindMethod(name)
		if m == nil || len(m.Decorators) > 0 || m.Kind >= PropertyGetter {
			if m == nil && len(site.stubs) > 0 {
				return inf.stubCall(site, f.Value) // inherited from a library class
			}
			return nil
		}
		switch m.Kind {
		case StaticMethod:
			if c := inf.funcCall(m, site.call, 0, MethodCall); c != nil {
				c.Recv = f.Value
				return c
			}
			return nil
		}
		if c := inf.funcCall(m, site.call, 1, MethodCall); c != nil {
			c.Recv = f.Value
			return c
		}
		return nil
	default:
		if t == types.Any || t == types.None || isProtocol(t) {
			return nil
		}
		if m := special.Lookup(name); m != nil && m.Form == special.InPlace {
			return nil // what it gives is for an assignment: Go's method changes the receiver
		}
		return inf.stubCall(site, f.Value)
	}
}

// isProtocol reports whether values of a type are of any Go type that has the
// methods of a protocol.
func isProtocol(t types.Type) bool {
	lib, ok := t.(*types.Lib)
	if !ok {
		return false
	}
	c, ok := lib.Stub.(*stubs.Class)
	return ok && c.Protocol && c.Role != ""
}

// stubCall is a call of a library function with the overload that the
// arguments chose; nil where that is not one.
func (inf *inference) stubCall(site *callSite, recv ast.Expr) *Call {
	if len(site.stubs) == 0 {
		// an exception class or an enum of a library
		return nil
	}
	var best *sigFit
	var from *stubSite
	for _, st := range site.stubs {
		for _, f := range st.chosen {
			if best == nil {
				best, from = f, st
				continue
			}
			if f.sig == best.sig {
				continue
			}
			if st.covers(f) {
				best, from = f, st
			} else if !from.covers(best) {
				return nil
			}
		}
	}
	if best == nil || len(site.stubs) > 1 && recv != nil && !inf.sameReceiver(site) {
		return nil
	}
	if from.made != nil && from.made.lib != nil && from.made.lib.Role == "dynamic" {
		return nil // a class of the runtime's: no Go function makes its instances
	}
	call := site.call
	if f := best.sig.Func; recv == nil && from.recv != nil && from.made == nil && f.Class != nil && len(call.Args) > 0 {
		// str.upper(x): the receiver is the first argument
		rest := *call
		recv, rest.Args = call.Args[0], call.Args[1:]
		if call = &rest; inf.typeOf(inf.expr[recv]) == types.Any {
			return nil
		}
	}
	args, ok := bindArgs(stubFormals(best.sig), call)
	if !ok {
		return nil
	}
	for _, a := range best.args {
		if !a.elem && len(a.n.find().kinds) > 0 && best.env.literalFit(a) == fitWait &&
			best.env.nodeFits(a.n, a.p.Annotation, nil) == fitNo {
			return nil // TypeError, worded by the runtime
		}
	}
	c := &Call{Kind: StubCall, Sig: best.sig, Args: args, Recv: recv}
	if best.sig.Role != "" {
		c.Kind = RoleCall
	}
	env := map[string]types.Type{}
	for n, v := range best.env.vars {
		env[n] = inf.argType(v)
	}
	ev := &annotation{c: inf.checker, module: best.env.module, env: env}
	if from.recv != nil {
		ev.self = inf.typeOf(inf.s.with(from.recv))
	}
	params := best.sig.TypeParams
	if cls := best.sig.Func.Class; cls != nil && best.sig.Go.Self && len(params) > 0 && !best.sig.ClassMeth { // of the receiver, then of the call
		params = append(append([]string(nil), cls.TypeParams...), params...)
	}
	if from.made == nil && best.sig.Result != nil {
		// What became of the result may have widened its type arguments.
		result := inf.typeOf(inf.expr[site.call])
		if coro, ok := result.(*types.Coro); ok && best.sig.Async {
			result = coro.Result
		}
		widen(best.sig.Result, result, params, freeParams(best.sig), env, inf.wide[site.call])
	}
	for _, p := range best.sig.Params {
		c.Types = append(c.Types, ev.eval(p.Annotation))
	}
	switch {
	case from.made != nil:
		c.Result = inf.typeOf(inf.s.with(from.made))
		for _, a := range from.made.args {
			c.TypeArgs = append(c.TypeArgs, inf.typeOf(a))
		}
	default:
		c.Result = ev.resultOf(best.sig.Result)
		if best.sig.Async {
			c.Result = &types.Coro{Result: c.Result}
		}
		for _, n := range params {
			c.TypeArgs = append(c.TypeArgs, env[n])
		}
	}
	return c
}

// sameReceiver reports whether all receivers of a method call have one type.
func (inf *inference) sameReceiver(site *callSite) bool {
	f, ok := site.call.Func.(*ast.Attribute)
	if !ok {
		return true
	}
	return inf.typeOf(inf.expr[f.Value]) != types.Any
}

// covers reports whether an overload takes all that arrives.
func (st *stubSite) covers(f *sigFit) bool {
	for _, a := range f.args {
		if a.elem || f.env.literalFit(a) != fitWait {
			continue
		}
		switch fit := f.env.nodeFits(a.n, a.p.Annotation, nil); {
		case fit == fitYes:
		case fit > fitWait && st.inf.typeOf(a.n) == types.Any && takesAnyValue(st.inf.paramType(f, a.p)):
			// a value without static type is asked for its items at run time
		default:
			return false
		}
	}
	return true
}

// paramType is the type of a parameter with the type variables bound as far as
// they are.
func (inf *inference) paramType(f *sigFit, p *stubs.Param) types.Type {
	env := map[string]types.Type{}
	for n, v := range f.env.vars {
		env[n] = inf.argType(v)
	}
	ev := &annotation{c: inf.checker, module: f.env.module, env: env}
	return ev.eval(p.Annotation)
}
