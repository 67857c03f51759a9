package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// dunderMethods are the special methods that the runtime calls on a Go struct
// through an interface, with their Go names; see runtime/py/dunder.go.
var dunderMethods = map[string]string{
	"__repr__": "Repr", "__str__": "Str", "__eq__": "Equal", "__hash__": "Hash",
	"__lt__": "Less", "__le__": "LessEqual", "__gt__": "Greater", "__ge__": "GreaterEqual",
	"__len__": "Len", "__bool__": "Truth", "__contains__": "Contains",
}

// typedClass lowers a class that is a Go struct.
func (b *body) typedClass(c *infer.Class) {
	g := b.l.class(c)
	d := g.decl
	meta(&d.Meta, c.Node.Base())
	d.BlankBefore = false
	d.Doc = docLines(c.Node.Body)
	d.Struct = &ir.StructType{}
	if c.Kind == infer.ExceptionClass && len(c.Bases) == 0 {
		d.Struct.Fields = append(d.Struct.Fields, &ir.Field{Embedded: true, Type: pyNamed("Error")})
	}
	for _, base := range c.Bases {
		g.baseField = &ir.Field{Embedded: true, Type: &ir.Named{Decl: b.l.class(base).decl}}
		d.Struct.Fields = append(d.Struct.Fields, g.baseField)
	}
	for _, f := range c.Fields {
		if f.Class == c {
			d.Struct.Fields = append(d.Struct.Fields, b.l.field(f))
		}
	}
	b.l.prog.Decls = append(b.l.prog.Decls, d)
	for _, f := range c.ClassVars {
		v := b.l.classVar(f)
		b.l.declareGlobal(v)
		if f.Default != nil {
			b.add(assign(use(v), b.exprTo(f.Default, f.Type).x))
		}
	}
	for _, m := range c.Methods {
		b.evalDefaults(m)
	}
	b.constructor(c)
	for _, m := range c.Methods {
		if m.Name != "__init__" {
			b.typedMethod(c, m)
		}
	}
	if c.Kind == infer.DataClass {
		b.dataclassMethods(c)
	}
}

// field is the Go field of an attribute.
func (l *lowerer) field(f *infer.Field) *ir.Field {
	g := l.class(f.Class)
	if v, ok := g.fields[f]; ok {
		return v
	}
	v := &ir.Field{Name: f.Name, Type: l.goType(f.Type), Exported: exportedField(f.Name)}
	if f.Node != nil {
		if s, ok := f.Node.(ast.Stmt); ok && f.Class.Kind == infer.DataClass {
			meta(&v.Meta, s.Base())
		}
	}
	g.fields[f] = v
	return v
}

func exportedField(name string) bool { return name != "" && name[0] != '_' }

// classVar is the package-level variable of a class attribute.
func (l *lowerer) classVar(f *infer.Field) *ir.Var {
	if v, ok := l.classVars[f]; ok {
		return v
	}
	v := &ir.Var{Name: f.Class.Name + "_" + f.Name, Type: l.goType(f.Type), Global: true}
	l.classVars[f] = v
	return v
}

// dataFields are the fields of a dataclass's constructor, bases' first.
func dataFields(c *infer.Class) []*infer.Field {
	var out []*infer.Field
	for _, base := range c.Bases {
		out = append(out, dataFields(base)...)
	}
	for _, f := range c.Fields {
		if f.Class == c {
			out = append(out, f)
		}
	}
	return out
}

// constructor emits the Go function that makes an instance, where a composite
// literal does not do.
func (b *body) constructor(c *infer.Class) {
	init := findMethod(c, "__init__")
	if init == nil {
		return
	}
	g := b.l.function(init)
	if g.emitted || init.Class != c {
		return
	}
	g.emitted = true
	g.fn = &ir.Func{Name: "new_" + c.Name, Exported: b.l.exported(c.Name)}
	n := &body{l: b.l, f: init, canErr: b.l.fails(init), class: c, result: &types.Instance{Class: c}}
	self := b.l.goVar(init.Params[0].Var)
	self.Temp = false
	n.self = self
	if b.l.takesCtx(init) {
		n.ctx = &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
		g.fn.Params = append(g.fn.Params, n.ctx)
	}
	for _, p := range init.Params[1:] {
		v := b.l.goVar(p.Var)
		v.Param = true
		g.fn.Params = append(g.fn.Params, v)
	}
	n.ctor = self
	g.fn.Results = []*ir.Var{{Type: b.l.goType(n.result)}}
	if n.canErr {
		g.fn.Results = append(g.fn.Results, &ir.Var{Type: ir.Error})
	}
	stmts := n.block(func() {
		n.add(assign(use(self), &ir.Composite{Type: &ir.Named{Decl: b.l.class(c).decl}, Addr: true}))
		if c.Kind == infer.ExceptionClass {
			n.add(&ir.ExprStmt{X: pyCall("InitError", &ir.Use{Var: self}, use(b.l.class(c).value))})
		}
		n.stmts(funcBody(init.Node))
		if !endsFlow(*n.out) {
			n.ret(use(self))
		}
	})
	d := &ir.FuncDecl{Func: g.fn, Doc: docLines(funcBody(init.Node)), Body: stmts}
	meta(&d.Meta, init.Node.(ast.Stmt).Base())
	d.BlankBefore = false
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// typedMethod emits a method of a struct.
func (b *body) typedMethod(c *infer.Class, m *infer.Func) {
	g := b.l.function(m)
	if g.emitted {
		return
	}
	g.emitted = true
	if m.Kind == infer.StaticMethod || m.Kind == infer.ClassMethod {
		g.fn.Name = c.Name + "_" + m.Name
		params, results, stmts, _ := b.l.lowerFunc(m, nil)
		if m.Kind == infer.ClassMethod {
			params = dropCls(params, b.l.takesCtx(m))
		}
		b.methodDecl(g, m, params, results, stmts)
		return
	}
	if goName, ok := dunderMethods[m.Name]; ok && fixedSignature(m) {
		b.dunderMethod(c, m, g, goName)
		return
	}
	params, results, stmts, _ := b.l.lowerFunc(m, nil)
	i := 0
	if b.l.takesCtx(m) {
		i = 1
	}
	g.fn.Recv = params[i]
	g.fn.Recv.Param = true
	g.fn.RecvDecl = b.l.class(c).decl
	g.fn.Name = methodName(m)
	g.fn.Exported = b.l.exported(m.Name)
	rest := append(append([]*ir.Var{}, params[:i]...), params[i+1:]...)
	b.methodDecl(g, m, rest, results, stmts)
}

func dropCls(params []*ir.Var, ctx bool) []*ir.Var {
	i := 0
	if ctx {
		i = 1
	}
	return append(append([]*ir.Var{}, params[:i]...), params[i+1:]...)
}

func methodName(m *infer.Func) string {
	switch m.Kind {
	case infer.PropertySetter:
		return "set_" + m.Name
	case infer.PropertyDeleter:
		return "delete_" + m.Name
	}
	return m.Name
}

func (b *body) methodDecl(g *goFunc, m *infer.Func, params, results []*ir.Var, stmts []ir.Stmt) {
	g.fn.Params, g.fn.Results = params, results
	d := &ir.FuncDecl{Func: g.fn, Doc: docLines(funcBody(m.Node)), Body: stmts}
	if s, ok := m.Node.(ast.Stmt); ok {
		meta(&d.Meta, s.Base())
		d.BlankBefore = false
	}
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// dunderMethod emits a special method with the signature that the runtime
// knows: operands are any.
func (b *body) dunderMethod(c *infer.Class, m *infer.Func, g *goFunc, goName string) {
	g.fn.GoName = goName
	n := &body{l: b.l, f: m, class: c, result: m.Result}
	self := b.l.goVar(m.Params[0].Var)
	self.Param = true
	n.self = self
	g.fn.Recv, g.fn.RecvDecl = self, b.l.class(c).decl
	var params []*ir.Var
	for _, p := range m.Params[1:] {
		v := b.l.goVar(p.Var)
		if p.Var.Type == types.Any {
			v.Param = true
			params = append(params, v)
			continue
		}
		other := &ir.Var{Name: p.Name, Type: ir.Any, Param: true}
		params = append(params, other)
		n.pre = append(n.pre, func() {
			n.add(assign(use(v), n.unbox(val{use(other), types.Any, stable}, p.Var.Type).x))
		})
	}
	stmts := n.block(func() {
		for _, f := range n.pre {
			f()
		}
		n.funcStmts(m)
	})
	b.methodDecl(g, m, params, []*ir.Var{{Type: b.l.goType(m.Result)}}, stmts)
}

// hasEqual reports whether instances compare by an Equal method.
func (l *lowerer) hasEqual(t *types.Instance) bool {
	c := t.Class.(*infer.Class)
	return c.Kind == infer.DataClass && c.Dataclass.Eq || findMethod(c, "__eq__") != nil
}

// dataclassMethods emits Equal and Repr of a dataclass.
func (b *body) dataclassMethods(c *infer.Class) {
	fields := dataFields(c)
	if c.Dataclass.Repr && findMethod(c, "__repr__") == nil {
		b.dataclassRepr(c, fields)
	}
	if c.Dataclass.Eq && findMethod(c, "__eq__") == nil {
		b.dataclassEqual(c, fields)
	}
}

func (b *body) genMethod(c *infer.Class, name string, params []*ir.Var, result ir.Type, f func(n *body, self *ir.Var)) {
	self := &ir.Var{Name: "self", Type: b.l.instanceType(c), Param: true}
	n := &body{l: b.l, class: c, result: types.Any}
	fn := &ir.Func{Name: name, GoName: name, Recv: self, RecvDecl: b.l.class(c).decl, Params: params, Results: []*ir.Var{{Type: result}}}
	d := &ir.FuncDecl{Func: fn, Body: n.block(func() { f(n, self) })}
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

func (b *body) dataclassRepr(c *infer.Class, fields []*infer.Field) {
	b.genMethod(c, "Repr", nil, ir.String, func(n *body, self *ir.Var) {
		format := c.Name + "("
		var args []ir.Expr
		first := true
		for _, f := range fields {
			if !f.Repr {
				continue
			}
			if !first {
				format += ", "
			}
			first = false
			x := val{&ir.FieldRef{X: use(self), Field: b.l.field(f)}, f.Type, reads}
			if f.Type == types.Int {
				format += f.Name + "=%d"
				args = append(args, x.x)
				continue
			}
			format += f.Name + "=%s"
			args = append(args, pyCall("Repr", n.look(x).x))
		}
		format += ")"
		n.add(&ir.Return{Values: []ir.Expr{pyCall("Sprintf", append([]ir.Expr{str(format)}, args...)...)}})
	})
}

func (b *body) dataclassEqual(c *infer.Class, fields []*infer.Field) {
	other := &ir.Var{Name: "other", Type: ir.Any, Param: true}
	b.genMethod(c, "Equal", []*ir.Var{other}, ir.Bool, func(n *body, self *ir.Var) {
		o := n.tempOf("o", b.l.instanceType(c))
		ok := n.tempOf("ok", ir.Bool)
		n.add(assign2(use(o), use(ok), &ir.TypeAssert{X: use(other), Type: b.l.instanceType(c)}))
		out := ir.Expr(use(ok))
		for _, f := range fields {
			if !f.Compare {
				continue
			}
			x := val{&ir.FieldRef{X: use(self), Field: b.l.field(f)}, f.Type, stable}
			y := val{&ir.FieldRef{X: use(o), Field: b.l.field(f)}, f.Type, stable}
			out = binary("&&", out, n.compareOp(ast.Eq, x, y, false).x)
		}
		n.add(&ir.Return{Values: []ir.Expr{out}})
	})
}

// newCall lowers the construction of a typed class's instance.
func (b *body) newCall(e *ast.Call, c *infer.Call) val {
	t := &types.Instance{Class: c.Class}
	if init := findMethod(c.Class, "__init__"); init != nil {
		args := b.userArgs(c, init, init.Params[1:])
		if b.l.takesCtx(init) {
			args = append([]ir.Expr{b.context()}, args...)
		}
		b.initFunc(init)
		x := call(&ir.FuncRef{Func: b.l.function(init).fn}, args...)
		if b.l.fails(init) {
			return b.failing(x, t)
		}
		return val{x, t, acts}
	}
	named := &ir.Named{Decl: b.l.class(c.Class).decl}
	lit := &ir.Composite{Type: named, Addr: true, Multiline: multiline(e.Range)}
	if c.Class.Kind != infer.DataClass {
		return val{lit, t, acts}
	}
	fields := c.Class.InitFields()
	values := make([]ir.Expr, len(fields))
	var pieces []piece
	for i, f := range fields {
		if i >= len(c.Args) {
			break
		}
		a := c.Args[i]
		switch {
		case a.Value != nil:
			pieces = append(pieces, piece{a.Value, func() val { return b.exprTo(a.Value, f.Type) }, func(v val) { values[i] = v.x }})
		case f.Default != nil:
			values[i] = b.exprTo(f.Default, f.Type).x
		case f.Factory != nil:
			values[i] = b.factory(f).x
		}
	}
	b.inOrder(pieces)
	for i, f := range fields {
		if values[i] != nil {
			lit.Elts = append(lit.Elts, ir.Elt{Field: b.l.field(f), Value: values[i]})
		}
	}
	out := val{lit, t, acts}
	if post := findMethod(c.Class, "__post_init__"); post != nil {
		tmp := b.spill(out, "item")
		b.effectOf(b.invoke(post, &ir.MethodRef{X: tmp.x, Func: b.methodFunc(post)}, nil, false))
		return tmp
	}
	return out
}

func (b *body) effectOf(v val) { b.discard(v) }

// initFunc makes sure that the constructor of a class that is defined later is
// named.
func (b *body) initFunc(init *infer.Func) {
	g := b.l.function(init)
	if g.fn != nil && !g.emitted {
		g.fn.Name = "new_" + init.Class.Name
	}
}

func (b *body) methodFunc(m *infer.Func) *ir.Func { return b.l.function(m).fn }

// factory is the value of a default_factory.
func (b *body) factory(f *infer.Field) val {
	switch t := f.Type.(type) {
	case *types.List:
		return val{call(pyRef("NewList", b.l.goType(t.Elem))), t, acts}
	case *types.Dict:
		return val{call(pyRef("NewDict", b.l.goType(t.Key), b.l.goType(t.Value))), t, acts}
	case *types.Set:
		return val{call(pyRef("NewSet", b.l.goType(t.Elem))), t, acts}
	}
	c := &ast.Call{Range: rangeOf(f.Factory), Func: f.Factory}
	if k := b.l.info.FactoryCalls[f]; k != nil {
		b.l.info.Calls[c] = k
	}
	return b.convert(b.call(c), f.Type)
}

func rangeOf(n ast.Node) ast.Range {
	s := n.Span()
	return ast.Range{Line: int32(s.Start.Line), Col: int32(s.Start.Col), EndLine: int32(s.End.Line), EndCol: int32(s.End.Col)}
}

// readField lowers x.field of a struct.
func (b *body) readField(e *ast.Attribute, r *infer.FieldRef) val {
	v := val{b.fieldOf(b.expr(e.Value), r, e.Attr), r.Field.Type, reads}
	if t := b.typeOf(e); t != types.Any && !types.Identical(t, v.t) {
		return b.convert(v, t)
	}
	return v
}

// fieldOf is the Go field of a value, with the check that it is not None.
func (b *body) fieldOf(x val, r *infer.FieldRef, attr string) ir.Expr {
	x = b.instanceOf(x, attr)
	return &ir.FieldRef{X: x.x, Field: b.l.field(r.Field)}
}

// instanceOf takes an instance out of an optional.
func (b *body) instanceOf(x val, attr string) val {
	if opt, ok := x.t.(*types.Optional); ok {
		return b.notNone(x, opt, "AttributeError", fmt.Sprintf("'NoneType' object has no attribute '%s'", attr))
	}
	return x
}

func (b *body) readClassVar(e *ast.Attribute, r *infer.ClassVarRef) val {
	return val{use(b.l.classVar(r.Field)), r.Field.Type, reads}
}

func (b *body) readProperty(e *ast.Attribute, r *infer.PropertyRef) val {
	return b.getProperty(b.instanceOf(b.expr(e.Value), e.Attr), r)
}

func (b *body) getProperty(x val, r *infer.PropertyRef) val {
	return b.invoke(r.Getter, &ir.MethodRef{X: x.x, Func: b.methodFunc(r.Getter)}, nil, false)
}

func (b *body) setProperty(x val, r *infer.PropertyRef, v val) {
	v = b.convert(v, r.Setter.Params[1].Var.Type)
	b.effectOf(b.invoke(r.Setter, &ir.MethodRef{X: x.x, Func: b.methodFunc(r.Setter)}, []ir.Expr{v.x}, false))
}

func (b *body) deleteProperty(x val, r *infer.PropertyRef) {
	b.effectOf(b.invoke(r.Deleter, &ir.MethodRef{X: x.x, Func: b.methodFunc(r.Deleter)}, nil, false))
}

// methodValue is a bound method as a value.
func (b *body) methodValue(e *ast.Attribute, r *infer.MethodRef) val {
	x := b.spill(b.instanceOf(b.expr(e.Value), e.Attr), "receiver")
	if t, ok := b.typeOf(e).(*types.Func); ok {
		return val{b.goMethodValue(x, r.Func, t), t, acts}
	}
	params := r.Func.Params[1:]
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	args := &ir.Var{Name: "args", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: types.Any}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx, args}, Results: []*ir.Var{{Type: ir.Any}, {Type: ir.Error}}}
	fl.Body = inner.block(func() {
		var list []ir.Expr
		for i, p := range params {
			list = append(list, inner.fromArgs(val{&ir.Index{X: use(args), I: intLit(int64(i))}, types.Any, stable}, p).x)
		}
		inner.ret(inner.box(inner.invoke(r.Func, &ir.MethodRef{X: x.x, Func: b.methodFunc(r.Func)}, list, false)).x)
	})
	f := *r.Func
	f.Params = params
	return val{pyCall("NewFunc", str(r.Func.Name), b.l.params(b, &f), fl), types.Any, acts}
}

// goMethodValue is a bound method as a Go func value.
func (b *body) goMethodValue(x val, m *infer.Func, t *types.Func) ir.Expr {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: b.l.funcValueResult(t)}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}}
	fl.Body = inner.block(func() {
		var args []ir.Expr
		for i, p := range m.Params[1:] {
			if i >= len(t.Params) {
				args = append(args, inner.convert(inner.defaultValue(p), p.Var.Type).x)
				continue
			}
			v := &ir.Var{Name: p.Name, Type: b.l.goType(t.Params[i]), Param: true}
			fl.Params = append(fl.Params, v)
			args = append(args, inner.convert(lit(use(v), t.Params[i]), p.Var.Type).x)
		}
		v := inner.invoke(m, &ir.MethodRef{X: x.x, Func: b.methodFunc(m)}, args, false)
		if inner.result == types.None {
			inner.discard(v)
			inner.ret(nil)
			return
		}
		inner.ret(inner.convert(v, inner.result).x)
	})
	if inner.result != types.None {
		fl.Results = append(fl.Results, &ir.Var{Type: b.l.goType(inner.result)})
	}
	fl.Results = append(fl.Results, &ir.Var{Type: ir.Error})
	return fl
}

// methodCall lowers the call of a typed class's method.
func (b *body) methodCall(e *ast.Call, c *infer.Call, awaited bool) val {
	m := c.Func
	if m.Kind == infer.StaticMethod || m.Kind == infer.ClassMethod {
		params := m.Params
		if m.Kind == infer.ClassMethod {
			params = params[1:]
		}
		args := b.userArgs(c, m, params)
		return b.invoke(m, &ir.FuncRef{Func: b.methodFunc(m)}, args, awaited)
	}
	params := m.Params[1:]
	recvNode := ast.Node(c.Recv)
	if c.Recv == nil {
		recvNode = e.Func
	}
	recv := func() val {
		if c.Recv == nil {
			return val{use(b.self), b.l.info.FuncSelfType(b.f), stable}
		}
		return b.instanceOf(b.expr(c.Recv), m.Name)
	}
	self, args := b.userArgsWith(recvNode, recv, c, m, params)
	if m.Async && !awaited && !m.Generator {
		self = b.spill(val{self.x, self.t, reads}, "receiver")
	}
	g := b.methodFunc(m)
	if goName, ok := dunderMethods[m.Name]; ok && fixedSignature(m) {
		_ = goName
		for i, p := range params {
			args[i] = b.box(val{args[i], p.Var.Type, reads}).x
		}
	}
	saved := m.Params
	v := b.invokeParams(m, params, &ir.MethodRef{X: self.x, Func: g}, args, awaited)
	m.Params = saved
	return v
}

// invokeParams is invoke for a method: params are those without self.
func (b *body) invokeParams(m *infer.Func, params []*infer.Param, fun ir.Expr, args []ir.Expr, awaited bool) val {
	if m.Async && !m.Generator && !awaited {
		f := *m
		f.Params = params
		return b.coroutine(&f, fun, args)
	}
	return b.invoke(m, fun, args, awaited)
}

// dunder calls a special method of a typed instance for an operator.
func (b *body) dunder(x val, t *types.Instance, name string, args ...val) (val, bool) {
	m := findMethod(t.Class.(*infer.Class), name)
	if m == nil || len(m.Params) != len(args)+1 {
		return val{}, false
	}
	list := make([]ir.Expr, len(args))
	for i, a := range args {
		list[i] = b.convert(a, m.Params[i+1].Var.Type).x
	}
	return b.invoke(m, &ir.MethodRef{X: x.x, Func: b.methodFunc(m)}, list, false), true
}
