package lower

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// stubCall lowers the call of a library function, method or constructor to
// the Go that its stub names.
func (b *body) stubCall(e *ast.Call, c *infer.Call, awaited bool) val {
	sig := c.Sig
	if sig.Async && !awaited {
		return b.stubCoroutine(e, c)
	}
	recv, args := b.stubArgs(e, c)
	return b.invokeStub(c, recv, args)
}

// invokeStub calls the Go of a stub's signature with lowered arguments.
func (b *body) invokeStub(c *infer.Call, recv val, args []ir.Expr) val {
	sig := c.Sig
	result := stubResult(c)
	var fun ir.Expr
	typeArgs := b.typeArgs(c)
	switch {
	case sig.Go.Method && recv.x != nil:
		fun = &ir.Select{X: recv.x, Name: sig.Go.Name}
	case sig.Go.Method && len(args) > 0:
		fun, args = &ir.Select{X: args[0], Name: sig.Go.Name}, args[1:]
	default:
		fun = &ir.PkgRef{Pkg: sig.Go.Pkg, Name: sig.Go.Name, Args: typeArgs}
		if sig.Go.Self && recv.x != nil {
			args = append([]ir.Expr{recv.x}, args...)
		}
	}
	if sig.Ctx || sig.Async {
		args = append([]ir.Expr{b.context()}, args...)
	}
	x := spreadCall(fun, args)
	if sig.Async || sig.Raises || sig.RaisesThru && hasFuncType(c.Types) {
		if result == types.None && !givesNone(sig) {
			return b.awaitResult(x, result) // the result of a type variable: Go has a value there
		}
		return b.failing(x, result)
	}
	if result == types.None {
		b.add(&ir.ExprStmt{X: x})
		return lit(&ir.Nil{}, types.None)
	}
	if elem, ok := seqElem(result); ok {
		if sig.Func.Class == nil {
			b.l.iterators[x] = sig.Func.Name
		}
		return val{x, seqType(elem), acts}
	}
	o := acts
	if sig.Pure {
		o = reads
	}
	return val{x, result, o}
}

// givesNone reports whether a signature is annotated to return None, so that
// its Go function has no result beside the error.
func givesNone(sig *stubs.Sig) bool {
	c, ok := sig.Result.(*ast.Constant)
	if !ok {
		return false
	}
	_, none := c.Value.(ast.None)
	return none
}

// stubResult is what the Go call of a signature gives: of a coroutine
// function, the result of awaiting it.
func stubResult(c *infer.Call) types.Type {
	if coro, ok := c.Result.(*types.Coro); ok && c.Sig.Async {
		return coro.Result
	}
	return c.Result
}

// typeArgs are the type arguments to write at a call: none where Go infers the
// same from the arguments.
func (b *body) typeArgs(c *infer.Call) []ir.Type {
	if len(c.TypeArgs) == 0 {
		return nil
	}
	inferred := len(c.Sig.TypeParams) > 0
	for i, name := range c.Sig.TypeParams {
		found := false
		for j, p := range c.Sig.Params {
			given := j < len(c.Args) && (c.Args[j].Value != nil || len(c.Args[j].Rest) > 0)
			if !given || !mentionsName(p.Annotation, name) {
				continue
			}
			found = true
			if explicit(c.TypeArgs[i]) && !isCallable(p.Annotation) {
				return b.l.goTypes(c.TypeArgs) // a func literal tells its types, other values may not
			}
		}
		inferred = inferred && found
	}
	if inferred {
		return nil
	}
	return b.l.goTypes(c.TypeArgs)
}

// isCallable reports whether an annotation is Callable[...].
func isCallable(e ast.Expr) bool {
	s, ok := e.(*ast.Subscript)
	if !ok {
		return false
	}
	n, ok := s.Value.(*ast.Name)
	return ok && n.Id == "Callable"
}

func mentionsName(e ast.Expr, name string) bool {
	found := false
	if e != nil {
		ast.Walk(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Name); ok && id.Id == name {
				found = true
			}
			return !found
		})
	}
	return found
}

func hasFuncType(ts []types.Type) bool {
	for _, t := range ts {
		if _, ok := t.(*types.Func); ok {
			return true
		}
	}
	return false
}

// stubArgs lowers receiver and arguments in source order, one for each
// parameter of the signature; *args become Go variadic arguments.
func (b *body) stubArgs(e *ast.Call, c *infer.Call) (val, []ir.Expr) {
	sig := c.Sig
	groups := make([][]ir.Expr, len(sig.Params))
	var recv val
	var pieces []piece
	if c.Recv != nil && (sig.Go.Method || sig.Go.Self) {
		pieces = append(pieces, piece{c.Recv, func() val { return b.receiver(c) }, func(v val) { recv = v }})
	}
	for i, p := range sig.Params {
		a := c.Args[i]
		t := types.Type(types.Any)
		if i < len(c.Types) {
			t = c.Types[i]
		}
		switch {
		case p.FixedByLiteral():
		case p.Kind == stubs.VarPos:
			groups[i] = make([]ir.Expr, len(a.Rest))
			for j, r := range a.Rest {
				if s, ok := r.(*ast.Starred); ok {
					pieces = append(pieces, piece{r, func() val { return b.spreadTo(s.Value, t) }, func(v val) { groups[i][j] = v.x }})
					continue
				}
				pieces = append(pieces, piece{r, func() val { return b.stubArg(r, t, c, p) }, func(v val) { groups[i][j] = v.x }})
			}
		case p.Kind == stubs.VarKw:
			groups[i] = make([]ir.Expr, 1)
			at := ast.Node(e)
			if len(a.KwRest) > 0 {
				at = a.KwRest[0]
			}
			pieces = append(pieces, piece{at, func() val { return b.stubKwRest(a.KwRest, t) }, func(v val) { groups[i][0] = v.x }})
		case a.Value != nil:
			groups[i] = make([]ir.Expr, 1)
			pieces = append(pieces, piece{a.Value, func() val { return b.stubArg(a.Value, t, c, p) }, func(v val) { groups[i][0] = v.x }})
		default:
			x, ok := b.shownArgument(c, p)
			if !ok {
				x = b.stubDefault(p, t)
			}
			groups[i] = []ir.Expr{x}
		}
	}
	b.inOrder(pieces)
	var args, rest []ir.Expr
	for i, g := range groups {
		switch {
		case sig.Params[i].Kind != stubs.VarPos:
			args = append(args, g...)
		case hasStar(c.Args[i].Rest):
			rest = []ir.Expr{b.variadic(c.Args[i].Rest, g, c.Types[i])}
		default:
			rest = g
		}
	}
	// A variadic parameter is the last one in Go.
	return recv, append(args, rest...)
}

// receiver is the receiver of a stub's method.
func (b *body) receiver(c *infer.Call) val {
	v := b.expr(c.Recv)
	if opt, ok := v.t.(*types.Optional); ok {
		return b.notNone(v, opt, "AttributeError", fmt.Sprintf("'NoneType' object has no attribute '%s'", c.Sig.Func.Name))
	}
	return b.data(v)
}

// stubArg lowers one argument to what a library's parameter takes.
func (b *body) stubArg(e ast.Expr, t types.Type, c *infer.Call, p *stubs.Param) val {
	if ft, ok := t.(*types.Func); ok && p != nil && mentionsName(p.Annotation, "Callable") {
		if ft.Result == types.None && resultIsVariable(p.Annotation) {
			generic := *ft // Go has a value for the type variable
			generic.Result = types.Any
			ft = &generic
		}
		return val{b.callable(e, ft, c.Sig.RaisesThru), t, stable} // a func literal
	}
	if elem, ok := seqElem(t); ok && eager(stubResult(c)) {
		return b.toParam(b.consumed(e, elem), t)
	}
	v := b.expr(e)
	if _, ok := v.t.(*types.Set); ok && t == types.Any && p != nil && isSetUnion(p.Annotation) {
		return v
	}
	if t == types.Any && p != nil && readOnlyParam(p.Annotation) {
		return b.peek(v)
	}
	return b.toParam(v, t)
}

// resultIsVariable reports whether an annotation is Callable[[...], T] with a
// result that is not None.
func resultIsVariable(annotation ast.Expr) bool {
	sub, ok := annotation.(*ast.Subscript)
	if !ok {
		return false
	}
	args, ok := sub.Slice.(*ast.Tuple)
	if !ok || len(args.Elts) != 2 {
		return false
	}
	c, ok := args.Elts[1].(*ast.Constant)
	if !ok {
		return true
	}
	_, none := c.Value.(ast.None)
	return !none
}

// stubDefault is the default of a stub's parameter, which is a literal.
func (b *body) stubDefault(p *stubs.Param, t types.Type) ir.Expr {
	if p.Default == nil {
		return b.l.zero(t)
	}
	if c, ok := p.Default.(*ast.Constant); ok {
		if _, ok := c.Value.(ast.Ellipsis); ok {
			return b.l.zero(t)
		}
	}
	if n, ok := p.Default.(*ast.Name); ok && n.Id == "None" {
		return b.l.zero(t)
	}
	return b.convert(b.expr(p.Default), t).x
}

// variadic is a slice of arguments some of which are spread.
func (b *body) variadic(rest []ast.Expr, xs []ir.Expr, t types.Type) ir.Expr {
	parts := make([]argPart, len(rest))
	for i, r := range rest {
		_, star := r.(*ast.Starred)
		parts[i] = argPart{xs[i], star}
	}
	return &spreadArg{appendParts(parts, b.l.paramType(t))}
}

// stubKwRest is the value of a **kwargs parameter of a library function.
func (b *body) stubKwRest(rest []*ast.Keyword, t types.Type) val {
	return b.restDictOf(rest, &types.Dict{Key: types.Str, Value: t})
}

// stubCoroutine is a library's coroutine as a value.
func (b *body) stubCoroutine(e *ast.Call, c *infer.Call) val {
	recv, args := b.stubArgs(e, c)
	if recv.x != nil {
		recv = b.spill(val{recv.x, recv.t, acts}, "receiver")
	}
	for i, a := range args {
		if i < len(c.Types) && len(args) == len(c.Types) {
			args[i] = b.spill(val{a, c.Types[i], keepOrder(a)}, "arg").x
		}
	}
	result := stubResult(c)
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: result}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}, Results: []*ir.Var{{Type: ir.Error}}}
	maker := "NewCoroVoid"
	if result != types.None {
		maker = "NewCoro"
		fl.Results = []*ir.Var{{Type: b.l.goType(result)}, {Type: ir.Error}}
	}
	fl.Body = inner.block(func() {
		v := inner.invokeStub(c, recv, args)
		if result == types.None {
			inner.discard(v)
			inner.ret(nil)
			return
		}
		inner.ret(v.x)
	})
	return val{aioCall(maker, str(c.Sig.Func.Name), fl), &types.Coro{Result: result}, acts}
}

func keepOrder(x ir.Expr) order {
	switch x := x.(type) {
	case *ir.Lit, *ir.Nil, *ir.FuncRef, *ir.PkgRef, *ir.FuncLit:
		return fixed
	case *ir.Use:
		if x.Var.Temp {
			return fixed
		}
	}
	return reads
}

// callable lowers a function argument to a Go func without context: with an
// error result where the library hands errors through, throwing otherwise.
func (b *body) callable(e ast.Expr, t *types.Func, raises bool) ir.Expr {
	fl := &ir.FuncLit{}
	inner := &body{l: b.l, f: b.f, ctx: b.ctx, canErr: raises, result: b.l.funcValueResult(t), class: b.class, cell: b.cell, self: b.self}
	var lam *infer.Func
	if n, ok := e.(*ast.Lambda); ok {
		lam = b.l.info.Funcs[n]
	}
	if lam != nil && len(lam.Params) == len(t.Params) && sameParams(lam, t) {
		for _, p := range lam.Params {
			v := b.l.goVar(p.Var)
			v.Param = true
			fl.Params = append(fl.Params, v)
		}
		inner.f = lam
		fl.Results = b.callableResults(inner.result, raises)
		fl.Body = inner.block(func() {
			if inner.result == types.Bool { // a predicate: any value will do
				inner.ret(inner.cond(lam.Node.(*ast.Lambda).Body))
				return
			}
			inner.funcStmts(lam)
			if inner.result == types.None && raises && !endsFlow(*inner.out) {
				inner.ret(nil)
			}
		})
		return fl
	}
	if len(t.Params) == 0 {
		fl.Results = b.callableResults(inner.result, raises)
		made := false
		fl.Body = inner.block(func() {
			v, ok := inner.classCall(e, inner.result)
			if made = ok; ok {
				inner.ret(v.x)
			}
		})
		if made {
			return fl
		}
	}
	var f *infer.Func
	if r, ok := b.l.info.Refs[e].(*infer.FuncRef); ok {
		f = r.Func
	}
	var value val
	if f == nil {
		value = b.hold(b.expr(e), "fn")
	}
	fl.Results = b.callableResults(inner.result, raises)
	fl.Body = inner.block(func() {
		args := make([]val, len(t.Params))
		for i, p := range t.Params {
			pv := &ir.Var{Name: fmt.Sprintf("arg%d", i), Type: b.l.goType(p), Param: true}
			fl.Params = append(fl.Params, pv)
			args[i] = lit(use(pv), p)
		}
		v := inner.applyFunc(f, value, args)
		if inner.result == types.Bool {
			inner.ret(inner.truth(v))
			return
		}
		if inner.result == types.None {
			inner.discard(v)
			if raises {
				inner.ret(nil)
			}
			return
		}
		inner.ret(inner.convert(v, inner.result).x)
	})
	if f != nil && b.l.hasShownName(f) {
		callback := &ir.Var{Name: "callback", Type: litType(fl)}
		b.add(assign(use(callback), fl), &ir.ExprStmt{X: b.l.nameCall(use(callback), f)})
		return use(callback)
	}
	return fl
}

// litType is the type of a function literal.
func litType(fl *ir.FuncLit) *ir.FuncType {
	t := &ir.FuncType{}
	for _, p := range fl.Params {
		t.Params = append(t.Params, p.Type)
	}
	for _, r := range fl.Results {
		t.Results = append(t.Results, r.Type)
	}
	return t
}

func sameParams(f *infer.Func, t *types.Func) bool {
	for i, p := range f.Params {
		if !types.Identical(p.Var.Type, t.Params[i]) || p.Kind == stubs.VarPos || p.Kind == stubs.VarKw {
			return false
		}
	}
	return true
}

func (b *body) callableResults(r types.Type, raises bool) []*ir.Var {
	var out []*ir.Var
	if r != types.None {
		out = append(out, &ir.Var{Type: b.l.goType(r)})
	}
	if raises {
		out = append(out, &ir.Var{Type: ir.Error})
	}
	return out
}

// applyFunc calls a user function known by name, or a function value.
func (b *body) applyFunc(f *infer.Func, value val, args []val) val {
	if f != nil {
		list := make([]ir.Expr, 0, len(f.Params))
		for i, p := range f.Params {
			if i < len(args) {
				list = append(list, b.convert(args[i], p.Var.Type).x)
			} else {
				list = append(list, b.convert(b.defaultValue(p), p.Var.Type).x)
			}
		}
		return b.invoke(f, b.l.direct(f), list, false)
	}
	if t, ok := value.t.(*types.Func); ok {
		list := []ir.Expr{b.context()}
		for i, p := range t.Params {
			list = append(list, b.convert(args[i], p).x)
		}
		return b.failing(call(value.x, list...), b.l.funcValueResult(t))
	}
	list := []ir.Expr{b.context(), b.box(value).x}
	for _, a := range args {
		list = append(list, b.box(a).x)
	}
	return b.failing(pyCall("Call", list...), types.Any)
}

// stubFuncValue is a library function as a Python object.
func (b *body) stubFuncValue(s *stubs.Func, e ast.Expr) val {
	if s.Class != nil {
		cls := b.stubClassValue(s.Class, e)
		return val{pyCall("GetAttr", cls.x, str(s.Name)), types.Any, reads}
	}
	return b.libraryValue(s.Module, s.Name)
}

// stubClassValue is a library class as a Python object.
func (b *body) stubClassValue(c *stubs.Class, e ast.Expr) val {
	if c.Exception {
		return val{&ir.PkgRef{Pkg: c.Go.Pkg, Name: c.Go.Name}, types.Any, fixed}
	}
	return b.libraryValue(c.Module, c.Name)
}

// libraryValue is a name of a module, looked up in the module's object.
func (b *body) libraryValue(m *stubs.Module, name string) val {
	if m.GoPath == pyPath && stubs.ModuleVar(m) == "" {
		return val{pyCall("Builtin", str(name)), types.Any, fixed}
	}
	return val{pyCall("GetAttr", b.moduleObject(m), str(name)), types.Any, reads}
}

// moduleObject is a library module as a Python object.
func (b *body) moduleObject(m *stubs.Module) ir.Expr {
	return &ir.PkgRef{Pkg: m.GoPath, Name: stubs.ModuleVar(m), Type: ir.Any}
}

// stubMember is x.attr of a library object.
func (b *body) stubMember(e *ast.Attribute, r *infer.StubMemberRef) val {
	switch s := r.Symbol.(type) {
	case *stubs.Var:
		x := b.expr(e.Value)
		if s.Go.Method {
			return val{method(x.x, s.Go.Name), b.typeOf(e), reads}
		}
		return val{&ir.Select{X: x.x, Name: s.Go.Name}, b.typeOf(e), reads}
	case *stubs.Func:
		sig := s.Overloads[0]
		if sig.Property {
			x := b.expr(e.Value)
			if text, ok := strings.CutPrefix(string(sig.Role), "const:"); ok {
				b.effect(x)
				return b.constRole(text)
			}
			if sig.Role == roleIdentity {
				return b.itself(x, b.typeOf(e))
			}
			if sig.Go.Field {
				return val{&ir.Select{X: x.x, Name: sig.Go.Name}, b.typeOf(e), reads}
			}
			c := &infer.Call{Sig: sig, Result: b.typeOf(e)}
			return b.invokeStub(c, x, nil)
		}
		return b.boundStubMethod(e, s)
	}
	b.unsupported(e, diag.Unsupported, fmt.Sprintf("attribute %q is not supported", e.Attr), "")
	panic("unreachable")
}

// itself is the result of a number's method that returns the number: a bool
// gives an int.
func (b *body) itself(x val, t types.Type) val {
	if x.t == types.Bool {
		x = b.convert(x, types.Int)
	}
	return b.convert(x, t)
}

// boundStubMethod is a library object's method as a value.
func (b *body) boundStubMethod(e *ast.Attribute, s *stubs.Func) val {
	x := b.box(b.expr(e.Value))
	v := val{pyCall("GetAttr", x.x, str(e.Attr)), types.Any, acts}
	if t, ok := b.typeOf(e).(*types.Func); ok {
		return val{b.unboxFunc(v, t), t, acts}
	}
	return v
}

// setStubMember assigns an attribute of a library object.
func (b *body) setStubMember(t *ast.Attribute, r *infer.StubMemberRef, v val) {
	switch s := r.Symbol.(type) {
	case *stubs.Var:
		if !s.Go.Method {
			x := b.expr(t.Value)
			b.add(assign(&ir.Select{X: x.x, Name: s.Go.Name}, v.x))
			return
		}
	case *stubs.Func:
		if sig := s.Overloads[0]; sig.Setter != nil {
			x := b.expr(t.Value)
			b.add(&ir.ExprStmt{X: method(x.x, sig.Setter.Go.Name, v.x)})
			return
		}
	}
	b.add(&ir.ExprStmt{X: pyCall("SetAttr", b.box(b.expr(t.Value)).x, str(t.Attr), b.box(v).x)})
}
