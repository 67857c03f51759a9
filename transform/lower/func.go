package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// goFunc is what a Python function becomes in Go.
type goFunc struct {
	fn      *ir.Func // package-level function or method
	local   *ir.Var  // closure variable of a nested function
	value   *ir.Var  // the function as a Python object (*py.Func)
	iface   *ir.Func // of a method: its place in an interface
	exit    *ir.Var  // of __exit__: the exception
	emitted bool
}

// function is the Go side of f, made at its first mention.
func (l *lowerer) function(f *infer.Func) *goFunc {
	if g, ok := l.funcs[f]; ok {
		return g
	}
	g := &goFunc{}
	l.funcs[f] = g
	name := plainName(f)
	if f.Class != nil && !f.Class.Typed {
		name = f.Class.Name + "_" + f.Name
	}
	if name == "main" {
		name = "run" // Go's main is the program's
	}
	if l.nested(f) {
		g.local = &ir.Var{Name: name, Type: l.signature(f), Captured: true, FuncScope: true}
		g.value = &ir.Var{Name: name + "_func", Type: ir.Any, Captured: true, FuncScope: true}
		return g
	}
	g.fn = &ir.Func{Name: name, Exported: l.exported(f.Name) && f.Class == nil}
	g.value = &ir.Var{Name: name + "_func", Type: ir.Any, Global: true}
	return g
}

// plainName is the name of f for Go: lambdas have none in Python.
func plainName(f *infer.Func) string {
	if f.Kind == infer.LambdaFunc {
		return "lambda"
	}
	return f.Name
}

// nested reports whether f is defined inside another function, so that it may
// use that function's variables; the methods of a Go struct do not.
func (l *lowerer) nested(f *infer.Func) bool {
	return f.Parent != nil && (f.Class == nil || !f.Class.Typed)
}

func (l *lowerer) exported(name string) bool {
	return l.opts.Package != "main" && name != "" && name[0] != '_'
}

// signature is the Go type of f's direct form.
func (l *lowerer) signature(f *infer.Func) *ir.FuncType {
	ft := &ir.FuncType{}
	if l.takesCtx(f) {
		ft.Params = append(ft.Params, ir.Context)
	}
	for _, p := range f.Params {
		ft.Params = append(ft.Params, l.goType(p.Var.Type))
	}
	for _, r := range l.results(f) {
		ft.Results = append(ft.Results, r.Type)
	}
	return ft
}

// takesCtx reports whether f's Go function has a context parameter.
func (l *lowerer) takesCtx(f *infer.Func) bool {
	if f.Generator {
		return f.Ctx && !f.Async
	}
	return f.Ctx || f.Async
}

// directResult is what a direct call of f gives before its error.
func (l *lowerer) directResult(f *infer.Func) types.Type {
	if f.Manager != nil {
		return &types.Lib{Module: f.Manager.Module.Name, Name: f.Manager.Name, Stub: f.Manager, Args: []types.Type{f.Yield}}
	}
	if f.Generator {
		if f.Async {
			return &types.AsyncGenerator{Elem: f.Yield}
		}
		return &types.Generator{Elem: f.Yield}
	}
	return f.Result
}

// fails reports whether f's Go function returns an error.
func (l *lowerer) fails(f *infer.Func) bool {
	return !f.Generator && (f.Err || f.Async)
}

func (l *lowerer) results(f *infer.Func) []*ir.Var {
	var out []*ir.Var
	if isExit(f) {
		return []*ir.Var{{Type: ir.Bool}, {Type: ir.Error}}
	}
	if r := l.directResult(f); r != types.None {
		out = append(out, &ir.Var{Type: l.goType(r)})
	}
	if l.fails(f) {
		out = append(out, &ir.Var{Type: ir.Error})
	}
	return out
}

// funcDef lowers a def statement.
func (b *body) funcDef(node ast.Stmt, f *infer.Func) {
	if b.classNS != nil {
		b.memberFunc(node, f)
		return
	}
	b.evalDefaults(f)
	b.defineFunc(f)
	if iv := b.l.info.Vars[node]; iv != nil && !f.Direct {
		// The name is an ordinary variable: decorated, or bound more than once.
		v := b.decorated(f, val{b.funcObject(f), types.Any, acts})
		b.storeVar(iv, v)
		return
	}
	if f.AsValue && f.ValueType == types.Any {
		g := b.l.function(f)
		b.declareGlobal(g.value)
		b.add(assign(use(g.value), b.funcObject(f)))
	}
}

// declareGlobal adds the package-level declaration of a variable once.
func (b *body) declareGlobal(v *ir.Var) { b.l.declareGlobal(v) }

func (l *lowerer) declareGlobal(v *ir.Var) {
	if !v.Global || l.declared[v] {
		return
	}
	l.declared[v] = true
	l.globals = append(l.globals, &ir.VarDecl{Var: v})
}

// defineFunc emits the Go function of f: at package level, or as a closure
// here.
func (b *body) defineFunc(f *infer.Func) {
	g := b.l.function(f)
	if g.emitted {
		return
	}
	g.emitted = true
	if g.fn != nil {
		b.l.packageFunc(f, g)
		return
	}
	params, results, stmts, tail := b.l.lowerFunc(f, b)
	lit := &ir.FuncLit{Params: params, Results: results, Body: append(stmts, tail...)}
	b.add(&ir.LocalFunc{Var: g.local, Lit: lit, Recursive: b.l.usage.callsItself(f), Doc: docLines(funcBody(f.Node))})
	if b.l.hasShownName(f) {
		b.add(b.l.nameFunc(f))
	}
}

// packageFunc emits f as a package-level declaration.
func (l *lowerer) packageFunc(f *infer.Func, g *goFunc) {
	params, results, stmts, tail := l.lowerFunc(f, nil)
	g.fn.Params, g.fn.Results = params, results
	d := &ir.FuncDecl{Func: g.fn, Doc: docLines(funcBody(f.Node)), Body: append(stmts, tail...)}
	if s, ok := f.Node.(ast.Stmt); ok {
		meta(&d.Meta, s.Base())
		d.BlankBefore = false
	}
	l.prog.Decls = append(l.prog.Decls, d)
	if l.hasShownName(f) && f.Class == nil {
		l.nameStmts = append(l.nameStmts, l.nameFunc(f))
	}
}

// lowerFunc lowers the parameters and the body of f.
func (l *lowerer) lowerFunc(f *infer.Func, outer *body) (params, results []*ir.Var, stmts, tail []ir.Stmt) {
	b := &body{l: l, f: f, result: f.Result, canErr: l.fails(f), class: f.Class}
	if isExit(f) {
		b.result = types.Bool
	}
	if outer != nil {
		b.ctx, b.cell, b.class = outer.ctx, outer.cell, outer.class
		if f.Class != nil {
			b.class = f.Class
		}
	}
	if f.Class != nil && !f.Class.Typed {
		b.cell = l.class(f.Class).value
	}
	if l.takesCtx(f) {
		b.ctx = &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
		params = append(params, b.ctx)
	}
	for _, p := range f.Params {
		v := l.goVar(p.Var)
		v.Param = true
		params = append(params, v)
	}
	if len(f.Params) > 0 && f.Class != nil {
		b.self = l.goVar(f.Params[0].Var)
	}
	if f.Generator {
		stmts = b.generatorBody(f)
		return params, l.results(f), stmts, nil
	}
	stmts = b.block(func() {
		for _, p := range f.Params {
			b.paramSet(p)
		}
		if isExit(f) {
			b.exitStart(f)
		}
		b.funcStmts(f)
	})
	return params, l.results(f), stmts, nil
}

// paramSet marks a parameter as assigned where the variable is checked.
func (b *body) paramSet(p *infer.Param) {
	if p.Var.MayUnset {
		b.add(assign(use(b.l.setFlag(p.Var)), boolLit(true)))
	}
}

// funcStmts lowers the statements of f's body, with the return at its end.
func (b *body) funcStmts(f *infer.Func) {
	if lam, ok := f.Node.(*ast.Lambda); ok {
		v := b.expr(lam.Body)
		if f.Generator {
			b.genValue(v)
			return
		}
		if b.result == types.None {
			b.discard(v)
			b.ret(nil)
			return
		}
		b.ret(b.convert(v, b.result).x)
		return
	}
	b.last = lastStmt(f)
	b.stmts(funcBody(f.Node))
	if endsFlow(*b.out) || b.result == types.None && !b.canErr {
		return
	}
	if b.result == types.None {
		b.add(&ir.Return{Values: []ir.Expr{&ir.Nil{}}})
		return
	}
	b.ret(b.convert(lit(&ir.Nil{}, types.None), b.result).x)
}

// lastStmt is the last statement of a function's body.
func lastStmt(f *infer.Func) ast.Stmt {
	list := funcBody(f.Node)
	if len(list) == 0 {
		return nil
	}
	return list[len(list)-1]
}

func funcBody(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.FunctionDef:
		return n.Body
	case *ast.AsyncFunctionDef:
		return n.Body
	}
	return nil
}

// evalDefaults evaluates the defaults that are not constants, once, where the
// def stands, as Python does.
func (b *body) evalDefaults(f *infer.Func) {
	for _, p := range f.Params {
		if p.Default == nil || isConstDefault(p.Default) {
			continue
		}
		if _, done := b.l.defaults[p]; done {
			continue
		}
		v := b.exprTo(p.Default, p.Var.Type)
		d := &ir.Var{Name: plainName(f) + "_default_" + p.Name, Type: b.l.goType(p.Var.Type), Captured: true, FuncScope: true}
		if b.f == nil && b.classNS == nil || b.f == nil {
			d.Global = true
			b.l.declareGlobal(d)
		}
		b.l.defaults[p] = d
		b.add(assign(use(d), v.x))
	}
}

// isConstDefault reports whether a default can be written at every call.
func isConstDefault(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.UnaryOp:
		return isConstDefault(e.Operand)
	case *ast.Tuple:
		return len(e.Elts) == 0
	}
	return false
}

// defaultValue is the default of a parameter at a call.
func (b *body) defaultValue(p *infer.Param) val {
	if d := b.l.defaults[p]; d != nil {
		return val{use(d), p.Var.Type, reads}
	}
	if !isConstDefault(p.Default) {
		// A call that stands before the def in the text runs after it.
		d := &ir.Var{Name: "default_" + p.Name, Type: b.l.goType(p.Var.Type), Global: true}
		b.l.declareGlobal(d)
		b.l.defaults[p] = d
		b.l.lateDefaults = append(b.l.lateDefaults, p)
		return val{use(d), p.Var.Type, reads}
	}
	return b.expr(p.Default)
}

// funcObject is the Python object of f: a *py.Func around the Go function.
func (b *body) funcObject(f *infer.Func) ir.Expr {
	lines := b.l.params(b, f)
	fnName, pkg := "NewFunc", pyRef
	if f.Async && !f.Generator {
		fnName, pkg = "NewCoroFunc", aioRef
	}
	c := call(pkg(fnName), str(b.objectName(f)), lines, b.adapter(f))
	var x ir.Expr = c
	if q := b.l.qualname(f); q != f.Name {
		x = method(x, "WithQualname", str(q))
	}
	if b.l.hasShownName(f) {
		x = method(x, "WithPlace", str(b.l.place(f)))
	}
	if doc := docText(funcBody(f.Node)); doc != "" {
		x = method(x, "WithDoc", str(doc))
	}
	if b.l.annotations {
		x = b.annotated(x, f)
	}
	return x
}

func (b *body) objectName(f *infer.Func) string {
	if f.Kind == infer.LambdaFunc {
		return "<lambda>"
	}
	return f.Name
}

// qualname is Python's __qualname__ of f.
func (l *lowerer) qualname(f *infer.Func) string {
	name := f.Name
	if f.Kind == infer.LambdaFunc {
		name = "<lambda>"
	}
	switch {
	case f.Class != nil:
		return l.classQualname(f.Class) + "." + name
	case f.Parent != nil:
		return l.qualname(f.Parent) + ".<locals>." + name
	}
	return name
}

// params is the parameter list of f for the runtime's argument binding.
func (l *lowerer) params(b *body, f *infer.Func) ir.Expr {
	if len(f.Params) == 0 {
		return &ir.Nil{}
	}
	c := &ir.Composite{Type: &ir.Slice{Elem: pyNamed("Param")}}
	for _, p := range f.Params {
		maker := map[stubs.ParamKind]string{
			stubs.PosOnly: "PosOnly", stubs.PosOrKw: "Pos", stubs.VarPos: "VarArgs",
			stubs.KwOnly: "KwOnly", stubs.VarKw: "VarKw",
		}[p.Kind]
		x := ir.Expr(pyCall(maker, str(p.Name)))
		if p.Default != nil {
			x = method(x, "Default", b.box(b.defaultValue(p)).x)
		}
		c.Elts = append(c.Elts, ir.Elt{Value: x})
	}
	return c
}

// adapter is the Go closure by which the runtime calls f: arguments come as a
// slice, one for each parameter.
func (b *body) adapter(f *infer.Func) ir.Expr {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	args := &ir.Var{Name: "args", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	a := &body{l: b.l, f: b.f, result: types.Any, canErr: true, ctx: ctx}
	stmts := a.block(func() {
		vs := make([]ir.Expr, 0, len(f.Params)+1)
		if b.l.takesCtx(f) {
			vs = append(vs, use(ctx))
		}
		for i, p := range f.Params {
			arg := val{&ir.Index{X: use(args), I: intLit(int64(i))}, types.Any, stable}
			vs = append(vs, a.fromArgs(arg, p).x)
		}
		c := call(b.l.direct(f), vs...)
		r := b.l.directResult(f)
		switch {
		case r == types.Any && b.l.fails(f):
			a.add(&ir.Return{Values: []ir.Expr{c}})
		case b.l.fails(f) && r == types.None:
			a.add(&ir.Return{Values: []ir.Expr{&ir.Nil{}, c}})
		case b.l.fails(f):
			out, err := a.temp("result", r), a.errVar()
			a.add(assign2(use(out), use(err), c))
			a.check(err)
			a.add(&ir.Return{Values: []ir.Expr{a.box(lit(use(out), r)).x, &ir.Nil{}}})
		case r == types.None:
			a.add(&ir.ExprStmt{X: c}, &ir.Return{Values: []ir.Expr{&ir.Nil{}, &ir.Nil{}}})
		default:
			a.add(&ir.Return{Values: []ir.Expr{a.box(val{c, r, acts}).x, &ir.Nil{}}})
		}
	})
	return &ir.FuncLit{
		Params:  []*ir.Var{ctx, args},
		Results: []*ir.Var{{Type: ir.Any}, {Type: ir.Error}},
		Body:    stmts,
	}
}

// fromArgs converts a bound argument to the type of its parameter.
func (b *body) fromArgs(arg val, p *infer.Param) val {
	if p.Var.Type == types.Any {
		return arg
	}
	switch p.Kind {
	case stubs.VarPos:
		if t, ok := p.Var.Type.(*types.VarTuple); ok {
			return val{call(pyRef("TupleAs", b.l.goType(t.Elem)), arg.x), t, acts}
		}
	case stubs.VarKw:
		if t, ok := p.Var.Type.(*types.Dict); ok {
			return val{call(pyRef("DictAs", b.l.goType(t.Key), b.l.goType(t.Value)), arg.x), t, acts}
		}
	}
	return b.unbox(arg, p.Var.Type)
}

// direct is the Go expression that calls of f name.
func (l *lowerer) direct(f *infer.Func) ir.Expr {
	g := l.function(f)
	if g.local != nil {
		return use(g.local)
	}
	return &ir.FuncRef{Func: g.fn}
}

// funcValue is a user function used as a value.
func (b *body) funcValue(f *infer.Func) val {
	if t, ok := f.ValueType.(*types.Func); ok {
		x := b.goFuncValue(f, t)
		b.l.valueOf[x] = f
		return val{x, t, fixed}
	}
	g := b.l.function(f)
	b.declareGlobal(g.value)
	if f.Parent == nil {
		return val{use(g.value), types.Any, stable}
	}
	return val{use(g.value), types.Any, reads}
}

// decorated applies decorators, innermost first, to the object of a function
// or class.
func (b *body) decorated(f *infer.Func, v val) val {
	if len(f.Decorators) > 1 {
		b.holdDecorators(f.Decorators)
	}
	for i := len(f.Decorators) - 1; i >= 0; i-- {
		v = b.decorate(f.Decorators[i], v)
	}
	return v
}

// holdDecorators makes the calls that give decorators, in the order in which
// they stand; they are applied in the other order.
func (b *body) holdDecorators(list []ast.Expr) {
	for _, d := range list {
		if b.l.roleDecorator(d) != "" {
			continue
		}
		if v := b.box(b.expr(d)); v.o == acts {
			b.l.given[d] = b.spill(v, "decorator")
		} else {
			b.l.given[d] = v
		}
	}
}

// decorate is `decorator(v)`.
func (b *body) decorate(d ast.Expr, v val) val {
	if maker := b.l.roleDecorator(d); maker != "" {
		return val{pyCall(maker, v.x), types.Any, acts}
	}
	vs := b.sequence(func() val { return b.box(b.expr(d)) }, func() val { return v })
	return b.failing(pyCall("Call", b.context(), vs[0].x, vs[1].x), types.Any)
}

// failing adds a call that returns (T, error), and the check of its error.
func (b *body) failing(c ir.Expr, t types.Type) val {
	err := b.errVar()
	if k, ok := c.(*ir.Call); ok && k.Types == nil {
		if t != types.None {
			k.Types = append(k.Types, b.l.goType(t))
		}
		k.Types = append(k.Types, ir.Error)
	}
	if t == types.None {
		b.add(assign(use(err), c))
		b.check(err)
		return lit(&ir.Nil{}, types.None)
	}
	tmp := b.temp("result", t)
	b.add(assign2(use(tmp), use(err), c))
	b.check(err)
	return lit(use(tmp), t)
}
