package lower

import (
	"fmt"
	"sort"
	"strconv"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// call lowers a call.
func (b *body) call(e *ast.Call) val {
	if x, ok := b.newException(e); ok {
		t := types.Type(types.Any)
		if b.typeOf(e) == types.Error {
			t = types.Error
		}
		return val{x, t, acts}
	}
	if b.class != nil && b.class.Typed && baseInit(b.l.info, e) {
		return b.baseInitCall(e)
	}
	c := b.l.info.Calls[e]
	if r, ok := b.l.info.Refs[e.Func].(*infer.StubRef); ok && symbolRole(r.Symbol) == roleSuper {
		return b.superCall(e)
	}
	if c == nil {
		return b.dynamicCall(e)
	}
	switch c.Kind {
	case infer.DynamicCall:
		return b.dynamicCall(e)
	case infer.FuncCall:
		return b.funcCall(c, false)
	case infer.MethodCall:
		return b.methodCall(e, c, false)
	case infer.NewCall:
		return b.newCall(e, c)
	case infer.StubCall:
		if b.callsDynamically(c) || !b.fitsStatically(e, c) {
			return b.dynamicCall(e)
		}
		return b.stubCall(e, c, false)
	case infer.FuncValueCall:
		return b.funcValueCall(e, c)
	case infer.RoleCall:
		return b.roleCall(e, c)
	}
	panic(fmt.Sprintf("lower: unexpected call kind %d", c.Kind))
}

// callsDynamically reports whether a library method has no Go form for its receiver: an
// exception, which is an error in Go, a Go type without methods, an explicit __await__.
func (b *body) callsDynamically(c *infer.Call) bool {
	if stubs.IsAwaitMethod(c.Sig) || stubs.IsNextMethod(c.Sig) {
		return true
	}
	if c.Recv == nil {
		return false
	}
	t := b.typeOf(c.Recv)
	if _, ok := t.(*types.Tuple); ok && special.IsSpecial(c.Sig.Func.Name) {
		return true // what a tuple of a fixed shape gives, the operators know
	}
	return isException(t) || c.Sig.Go.Method && hasNoMethods(t)
}

// hasNoMethods reports whether the Go type is one of Go's own, so that a method whose
// stub names no function, like (5).__add__, has no Go.
func hasNoMethods(t types.Type) bool {
	switch t {
	case types.Int, types.BigInt, types.Float, types.Bool, types.Str, types.Complex:
		return true
	}
	return false
}

// await lowers `await x`. Awaiting a call of a coroutine function that is
// known is a plain Go call.
func (b *body) await(e *ast.Await) val {
	if ce, ok := e.Value.(*ast.Call); ok {
		if c := b.l.info.Calls[ce]; c != nil {
			switch {
			case c.Kind == infer.FuncCall && c.Func.Async && !c.Func.Generator:
				return b.funcCall(c, true)
			case c.Kind == infer.MethodCall && c.Func.Async && !c.Func.Generator:
				return b.methodCall(ce, c, true)
			case c.Kind == infer.RoleCall && callRole(c).Starts() != "":
				if c.Sig.Async {
					return b.startingCall(ce, c, true)
				}
			case c.Kind == infer.RoleCall && callRole(c) == "anext" && len(ce.Keywords) == 0:
				vs := b.peeked(ce.Args)
				name := "ANextValue"
				if len(vs) == 2 {
					name = "ANextOr"
				}
				return b.failing(aioCall(name, append([]ir.Expr{b.context()}, exprs(vs)...)...), types.Any)
			case c.Kind == infer.StubCall && c.Sig.Async:
				return b.stubCall(ce, c, true)
			}
		}
	}
	v := b.expr(e.Value)
	switch t := v.t.(type) {
	case *types.Coro:
		return b.awaitResult(method(v.x, "Await", b.context()), t.Result)
	case *types.Lib:
		if r, ok := b.l.stubResult(t, "__await__"); ok {
			return b.awaitResult(method(v.x, "Await", b.context()), r)
		}
	}
	return b.failing(aioCall("Await", b.context(), b.box(v).x), types.Any)
}

// awaitResult is the result of a Go Await method, which always has a value.
func (b *body) awaitResult(c ir.Expr, t types.Type) val {
	if t != types.None {
		return b.failing(c, t)
	}
	err := b.errVar()
	b.add(assign2(nil, use(err), c))
	b.check(err)
	return lit(&ir.Nil{}, types.None)
}

// piece is an argument in source order.
type piece struct {
	at    ast.Node
	lower func() val
	put   func(val)
}

// inOrder lowers the pieces in the order of the source.
func (b *body) inOrder(pieces []piece) {
	before := func(i, j int) bool {
		return pieces[i].at.Span().Start.Before(pieces[j].at.Span().Start)
	}
	// Keywords in another order than the parameters: Go would evaluate the
	// arguments in the order of the parameters.
	reordered := !sort.SliceIsSorted(pieces, before)
	sort.SliceStable(pieces, before)
	fs := make([]func() val, len(pieces))
	for i, p := range pieces {
		fs[i] = p.lower
		if reordered {
			fs[i] = func() val { return b.spill(p.lower(), "arg") }
		}
	}
	for i, v := range b.sequence(fs...) {
		pieces[i].put(v)
	}
}

// userArgs lowers the arguments of a call of f, one for each parameter.
func (b *body) userArgs(c *infer.Call, f *infer.Func, params []*infer.Param) []ir.Expr {
	_, args := b.userArgsWith(nil, nil, c, f, params)
	return args
}

// userArgsWith is userArgs for a call whose receiver is evaluated first.
func (b *body) userArgsWith(recvNode ast.Node, recv func() val, c *infer.Call, f *infer.Func, params []*infer.Param) (val, []ir.Expr) {
	args := make([]ir.Expr, len(params))
	var pieces []piece
	var self val
	if recv != nil {
		pieces = append(pieces, piece{recvNode, recv, func(v val) { self = v }})
	}
	for i, p := range params {
		a := c.Args[i]
		put := func(v val) { args[i] = v.x }
		switch {
		case p.Kind == stubs.VarPos:
			if len(a.Rest) == 0 {
				args[i] = b.restTuple(nil, p).x
				continue
			}
			pieces = append(pieces, piece{a.Rest[0], func() val { return b.restTuple(a.Rest, p) }, put})
		case p.Kind == stubs.VarKw:
			if len(a.KwRest) == 0 {
				args[i] = b.restDict(nil, p).x
				continue
			}
			pieces = append(pieces, piece{a.KwRest[0], func() val { return b.restDict(a.KwRest, p) }, put})
		case a.Value != nil:
			pieces = append(pieces, piece{a.Value, func() val { return b.exprTo(a.Value, p.Var.Type) }, put})
		default:
			args[i] = b.convert(b.defaultValue(p), p.Var.Type).x
		}
	}
	b.inOrder(pieces)
	return self, args
}

// restTuple is the tuple of a *args parameter.
func (b *body) restTuple(rest []ast.Expr, p *infer.Param) val {
	t, ok := p.Var.Type.(*types.VarTuple)
	if !ok {
		t = &types.VarTuple{Elem: types.Any}
	}
	return b.tupleOf(rest, t)
}

// restDict is the dict of a **kwargs parameter.
func (b *body) restDict(rest []*ast.Keyword, p *infer.Param) val {
	t, ok := p.Var.Type.(*types.Dict)
	if !ok {
		t = &types.Dict{Key: types.Any, Value: types.Any}
	}
	return b.restDictOf(rest, t)
}

// funcCall lowers the call of a user function by its name. With awaited, it is
// the operand of await: the coroutine function is called at once.
func (b *body) funcCall(c *infer.Call, awaited bool) val {
	params := c.Func.Params
	if c.Func.Kind == infer.ClassMethod && c.Func.Class.Typed {
		params = params[1:]
	}
	args := b.userArgs(c, c.Func, params)
	f := *c.Func
	f.Params = params
	if c.Func.Async && !c.Func.Generator && !awaited {
		return b.coroutine(&f, b.l.direct(c.Func), args)
	}
	return b.invoke(c.Func, b.l.direct(c.Func), args, awaited)
}

// invoke calls a user function: fun is its Go function, args its arguments
// without context.
func (b *body) invoke(f *infer.Func, fun ir.Expr, args []ir.Expr, awaited bool) val {
	if f.Async && !f.Generator && !awaited {
		return b.coroutine(f, fun, args)
	}
	if b.l.takesCtx(f) {
		args = append([]ir.Expr{b.context()}, args...)
	}
	r := b.l.directResult(f)
	c := call(fun, args...)
	if b.l.fails(f) {
		return b.failing(c, r)
	}
	if r == types.None {
		b.add(&ir.ExprStmt{X: c})
		return lit(&ir.Nil{}, types.None)
	}
	return val{c, r, acts}
}

// coroutine is the coroutine object of a call that is not awaited at once: the
// arguments are evaluated now, the body runs later.
func (b *body) coroutine(f *infer.Func, fun ir.Expr, args []ir.Expr) val {
	name := "Bind"
	if f.Result == types.None {
		name = "BindVoid"
	}
	t := &types.Coro{Result: f.Result}
	if len(args) <= 6 {
		for i, a := range args {
			if i >= len(f.Params) {
				continue
			}
			t := f.Params[i].Var.Type
			if t == types.Any && !isAnyExpr(a) || b.l.goType(t) == ir.Error && !isErrorVar(a) || isIface(t) {
				args[i] = &ir.Convert{Type: b.l.goType(t), X: a}
			}
		}
		if n := len(args); n != 1 {
			name += strconv.Itoa(n)
		}
		x := aioCall(name, append([]ir.Expr{fun}, args...)...)
		if f.Name == "main" {
			x = method(x, "Named", str("main")) // Go's main is the program's
		}
		return val{x, t, acts}
	}
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	for i, a := range args {
		args[i] = b.keep(a, f.Params, i)
	}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}, Results: []*ir.Var{{Type: ir.Error}}}
	maker := "NewCoroVoid"
	if f.Result != types.None {
		maker = "NewCoro"
		fl.Results = []*ir.Var{{Type: b.l.goType(f.Result)}, {Type: ir.Error}}
	}
	fl.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call(fun, append([]ir.Expr{use(ctx)}, args...)...)}}}
	return val{aioCall(maker, str(b.l.qualname(f)), fl), t, acts}
}

// keep evaluates an argument now for a closure that runs later.
func (b *body) keep(x ir.Expr, params []*infer.Param, i int) ir.Expr {
	switch x := x.(type) {
	case *ir.Lit, *ir.Nil, *ir.FuncRef, *ir.PkgRef:
		return x
	case *ir.Use:
		if x.Var.Temp {
			return x
		}
	}
	if i < len(params) {
		v := b.tempOf(params[i].Name, b.l.goType(params[i].Var.Type))
		b.add(assign(use(v), x))
		return use(v)
	}
	return x
}

// dynamicCall calls a value that is only known at run time.
func (b *body) dynamicCall(e *ast.Call) val {
	b.givesInstances(e)
	simple := len(e.Keywords) == 0 && !hasStar(e.Args)
	if a, ok := e.Func.(*ast.Attribute); ok && b.isDynamicAttr(a) {
		return b.dynamicMethodCall(e, a, simple)
	}
	if simple {
		fs := []func() val{func() val { return b.box(b.expr(e.Func)) }}
		for i, a := range e.Args {
			fs = append(fs, func() val { return b.callArg(e, a, i, "") })
		}
		args := append([]ir.Expr{b.context()}, exprs(b.sequence(fs...))...)
		return b.failing(pyCall("Call", args...), types.Any)
	}
	f, args, kw := b.spreadArgs(func() val { return b.box(b.expr(e.Func)) }, e)
	return b.failing(pyCall("CallKw", b.context(), f.x, args, kw), types.Any)
}

// isDynamicAttr reports whether x.attr is looked up at run time.
func (b *body) isDynamicAttr(a *ast.Attribute) bool {
	r, known := b.l.info.Refs[a]
	if _, member := r.(*infer.StubMemberRef); member && isException(b.typeOf(a.Value)) {
		return true
	}
	return !known
}

func (b *body) dynamicMethodCall(e *ast.Call, a *ast.Attribute, simple bool) val {
	if simple {
		vs := b.boxedOperands(append([]ast.Expr{a.Value}, e.Args...))
		args := append([]ir.Expr{b.context(), vs[0].x, str(a.Attr)}, exprs(vs[1:])...)
		return b.failing(pyCall("CallMethod", args...), types.Any)
	}
	x, args, kw := b.spreadArgs(func() val { return b.box(b.expr(a.Value)) }, e)
	return b.failing(pyCall("CallMethodKw", b.context(), x.x, str(a.Attr), args, kw), types.Any)
}

func (b *body) boxedOperands(list []ast.Expr) []val {
	fs := make([]func() val, len(list))
	for i, e := range list {
		fs[i] = func() val { return b.box(b.expr(e)) }
	}
	return b.sequence(fs...)
}

// spreadArgs lowers arguments with stars and keywords to []any and []py.Kw.
func (b *body) spreadArgs(fun func() val, e *ast.Call) (f val, args, kw ir.Expr) {
	pos := make([]argPart, len(e.Args))
	kws := make([]argPart, len(e.Keywords))
	pieces := []piece{{e.Func, fun, func(v val) { f = v }}}
	for i, a := range e.Args {
		value := a
		if s, ok := a.(*ast.Starred); ok {
			value, pos[i].star = s.Value, true
		}
		at := i
		if hasStar(e.Args[:i+1]) {
			at = -1
		}
		pieces = append(pieces, piece{a, func() val { return b.callArg(e, value, at, "") }, func(v val) { pos[i].x = v.x }})
	}
	for i, k := range e.Keywords {
		at := i
		if kws[i].star = k.Arg == ""; kws[i].star {
			at = -1
		}
		pieces = append(pieces, piece{k, func() val { return b.callArg(e, k.Value, at, k.Arg) }, func(v val) {
			kws[i].x = v.x
			if k.Arg != "" {
				kws[i].x = &ir.Composite{Type: pyNamed("Kw"), Elts: []ir.Elt{
					{Name: "Name", Value: str(k.Arg)}, {Name: "Value", Value: v.x}}}
			}
		}})
	}
	b.inOrder(pieces)
	for _, p := range append(append([]argPart{}, pos...), kws...) {
		if p.star {
			f = b.spill(f, "fn")
			break
		}
	}
	return f, joinArgs(pos, ir.Any, "StarArgs", f.x), joinArgs(kws, pyNamed("Kw"), "StarKw", f.x)
}

type argPart struct {
	x    ir.Expr
	star bool
}

// joinArgs builds the slice of the arguments: those with a star are added by
// the runtime function that spreads them.
func joinArgs(parts []argPart, elem ir.Type, spread string, f ir.Expr) ir.Expr {
	var out ir.Expr = &ir.Nil{}
	run := &ir.Composite{Type: &ir.Slice{Elem: elem}}
	flush := func() {
		if len(run.Elts) == 0 {
			return
		}
		if _, empty := out.(*ir.Nil); empty {
			out = run
		} else {
			c := &ir.Call{Fun: &ir.PkgRef{Name: "append"}, Args: []ir.Expr{out}}
			for _, e := range run.Elts {
				c.Args = append(c.Args, e.Value)
			}
			out = c
		}
		run = &ir.Composite{Type: &ir.Slice{Elem: elem}}
	}
	for _, p := range parts {
		if !p.star {
			run.Elts = append(run.Elts, ir.Elt{Value: p.x})
			continue
		}
		flush()
		out = pyCall(spread, out, f, p.x)
	}
	flush()
	return out
}

// appendParts builds a Go slice from single values and slices.
func appendParts(parts []argPart, elem ir.Type) ir.Expr {
	var out ir.Expr = &ir.Nil{}
	for _, p := range parts {
		_, empty := out.(*ir.Nil)
		switch {
		case p.star && empty && len(parts) == 1:
			out = p.x
		case p.star && empty:
			out = &ir.Call{Fun: &ir.PkgRef{Name: "append"}, Args: []ir.Expr{&ir.Composite{Type: &ir.Slice{Elem: elem}}, p.x}, Ellipsis: true}
		case p.star:
			out = &ir.Call{Fun: &ir.PkgRef{Name: "append"}, Args: []ir.Expr{out, p.x}, Ellipsis: true}
		case empty:
			out = &ir.Composite{Type: &ir.Slice{Elem: elem}, Elts: []ir.Elt{{Value: p.x}}}
		default:
			if c, ok := out.(*ir.Composite); ok {
				c.Elts = append(c.Elts, ir.Elt{Value: p.x})
			} else {
				out = call(&ir.PkgRef{Name: "append"}, out, p.x)
			}
		}
	}
	return out
}

// funcValueCall calls a Go func value.
func (b *body) funcValueCall(e *ast.Call, c *infer.Call) val {
	t, ok := b.typeOf(e.Func).(*types.Func)
	if !ok {
		return b.dynamicCall(e)
	}
	var f val
	pieces := []piece{{e.Func, func() val { return b.exprTo(e.Func, t) }, func(v val) { f = v }}}
	args := make([]ir.Expr, len(t.Params))
	for i, a := range e.Args {
		pieces = append(pieces, piece{a, func() val { return b.exprTo(a, t.Params[i]) }, func(v val) { args[i] = v.x }})
	}
	b.inOrder(pieces)
	r := b.l.funcValueResult(t)
	return b.failing(call(f.x, append([]ir.Expr{b.context()}, args...)...), r)
}

// lambda lowers a lambda expression.
func (b *body) lambda(e *ast.Lambda) val {
	f := b.l.info.Funcs[e]
	if f == nil {
		b.unsupported(e, diag.Unsupported, "lambda is not supported here", "")
	}
	b.evalDefaults(f)
	if t, ok := b.typeOf(e).(*types.Func); ok {
		return val{b.goLambda(f, t), t, acts}
	}
	// The Go function is a closure in place.
	g := b.l.function(f)
	if g.local == nil {
		g.local = &ir.Var{Name: "lambda", Type: b.l.signature(f), Temp: true}
		g.fn = nil
	} else {
		g.local.Name = "lambda"
		g.local.Temp = true
		g.local.FuncScope = false
	}
	params, results, stmts, _ := b.l.lowerFunc(f, b)
	b.add(&ir.LocalFunc{Var: g.local, Lit: &ir.FuncLit{Params: params, Results: results, Body: stmts}})
	return val{b.funcObject(f), types.Any, acts}
}

// goLambda is a lambda as a Go func of the one shape of function values.
func (b *body) goLambda(f *infer.Func, t *types.Func) ir.Expr {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	inner := &body{l: b.l, f: f, ctx: ctx, canErr: true, result: b.l.funcValueResult(t), class: b.class, cell: b.cell, self: b.self}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}}
	for _, p := range f.Params {
		v := b.l.goVar(p.Var)
		v.Param = true
		fl.Params = append(fl.Params, v)
	}
	if inner.result != types.None {
		fl.Results = append(fl.Results, &ir.Var{Type: b.l.goType(inner.result)})
	}
	fl.Results = append(fl.Results, &ir.Var{Type: ir.Error})
	fl.Body = inner.block(func() {
		inner.funcStmts(f)
		if inner.result == types.None && !endsFlow(*inner.out) {
			inner.ret(nil)
		}
	})
	return fl
}

// goFuncValue is a user function as a Go func of the one shape of function
// values; a function that has the shape already is named directly.
func (b *body) goFuncValue(f *infer.Func, t *types.Func) ir.Expr {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: b.l.funcValueResult(t)}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}}
	var args []ir.Expr
	same := b.l.takesCtx(f) && b.l.fails(f) && !f.Async && len(f.Params) == len(t.Params)
	for i, p := range f.Params {
		if i >= len(t.Params) {
			same = false
			args = append(args, inner.convert(inner.defaultValue(p), p.Var.Type).x)
			continue
		}
		v := &ir.Var{Name: p.Name, Type: b.l.goType(t.Params[i]), Param: true}
		fl.Params = append(fl.Params, v)
		same = same && types.Identical(t.Params[i], p.Var.Type)
		args = append(args, inner.convert(lit(use(v), t.Params[i]), p.Var.Type).x)
	}
	if same && types.Identical(b.l.directResult(f), inner.result) {
		return b.l.direct(f)
	}
	if inner.result != types.None {
		fl.Results = append(fl.Results, &ir.Var{Type: b.l.goType(inner.result)})
	}
	fl.Results = append(fl.Results, &ir.Var{Type: ir.Error})
	fl.Body = inner.block(func() {
		v := inner.invoke(f, b.l.direct(f), args, false)
		if inner.result == types.None {
			inner.discard(v)
			inner.ret(nil)
			return
		}
		inner.ret(inner.convert(v, inner.result).x)
	})
	return fl
}

// boxFunc makes a Python object of a Go func value.
func (b *body) boxFunc(v val, t *types.Func) ir.Expr {
	if f := b.l.valueOf[v.x]; f != nil {
		return b.funcObject(f)
	}
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	args := &ir.Var{Name: "args", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	v = b.hold(v, "fn")
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: types.Any}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx, args}, Results: []*ir.Var{{Type: ir.Any}, {Type: ir.Error}}}
	params := &ir.Composite{Type: &ir.Slice{Elem: pyNamed("Param")}}
	fl.Body = inner.block(func() {
		list := []ir.Expr{use(ctx)}
		for i, p := range t.Params {
			params.Elts = append(params.Elts, ir.Elt{Value: pyCall("PosOnly", str(fmt.Sprintf("arg%d", i)))})
			list = append(list, inner.unbox(val{&ir.Index{X: use(args), I: intLit(int64(i))}, types.Any, stable}, p).x)
		}
		r := inner.failing(call(v.x, list...), inner.l.funcValueResult(t))
		inner.ret(inner.box(r).x)
	})
	x := pyCall("NewFunc", str("function"), params, fl)
	if t.Async {
		return method(x, "AsCoroutine")
	}
	return x
}

// unboxFunc makes a Go func of a Python callable.
func (b *body) unboxFunc(v val, t *types.Func) ir.Expr {
	v = b.hold(v, "fn")
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: b.l.funcValueResult(t)}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}}
	fl.Body = inner.block(func() {
		args := []ir.Expr{use(ctx), v.x}
		for i, p := range t.Params {
			pv := &ir.Var{Name: fmt.Sprintf("arg%d", i), Type: b.l.goType(p), Param: true}
			fl.Params = append(fl.Params, pv)
			args = append(args, inner.box(lit(use(pv), p)).x)
		}
		r := inner.failing(pyCall("Call", args...), types.Any)
		if inner.result == types.None {
			inner.ret(nil)
			return
		}
		inner.ret(inner.convert(r, inner.result).x)
	})
	if inner.result != types.None {
		fl.Results = append(fl.Results, &ir.Var{Type: b.l.goType(inner.result)})
	}
	fl.Results = append(fl.Results, &ir.Var{Type: ir.Error})
	return fl
}
