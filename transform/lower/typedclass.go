package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// typedClass lowers a class that is a Go struct.
func (b *body) typedClass(c *infer.Class) {
	g := b.l.class(c)
	top := g.decl
	if g.iface != nil {
		top = g.iface
		b.l.prog.Decls = append(b.l.prog.Decls, g.iface)
		b.ifaceMethods(c)
	}
	meta(&top.Meta, c.Node.Base())
	top.BlankBefore = false
	top.Doc = docLines(c.Node.Body)
	if b.l.isStruct(c) {
		b.structDecl(c, g)
	}
	if c.Kind == infer.ExceptionClass {
		b.exceptionVar(c.Node, c)
	}
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
	if b.l.hier.made[c] {
		b.constructor(c)
	}
	if b.l.namedByMethod(c) {
		b.genMethod(c, "ClassName", nil, ir.String, func(n *body, _ *ir.Var) {
			n.add(&ir.Return{Values: []ir.Expr{str(c.Name)}})
		})
	}
	for _, m := range c.Methods {
		switch {
		case m.Placeholder:
		case m.Name != "__init__":
			b.typedMethod(c, m)
		case b.l.ownInit(m):
			b.initMethod(c, m)
		}
	}
	if c.Kind == infer.DataClass {
		b.dataclassMethods(c)
	}
}

// structDecl emits the struct of a class.
func (b *body) structDecl(c *infer.Class, g *goClass) {
	d := g.decl
	d.Struct = &ir.StructType{}
	switch base := typedBase(c); {
	case base != nil && b.l.isStruct(base):
		d.Struct.Fields = append(d.Struct.Fields, b.l.base(c))
	case c.Kind == infer.ExceptionClass:
		d.Struct.Fields = append(d.Struct.Fields, &ir.Field{Embedded: true, Type: pyNamed("ErrorBase")})
	}
	for _, f := range c.Fields {
		if f.Class == c && !f.InitVar {
			d.Struct.Fields = append(d.Struct.Fields, b.l.field(f))
		}
	}
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// ifaceMethods lists, in the interface of a class, the methods that subclasses
// override.
func (b *body) ifaceMethods(c *infer.Class) {
	for _, m := range c.Methods {
		if hasSelf(m) && isOverridden(m) && root(m) == m && !isInit(m) && !fixedSignature(m) {
			b.l.ifaceMethod(m)
		}
	}
}

// namedByMethod reports whether instances must tell the name of their class,
// because Go's name for the struct, or for one that it embeds, is another.
func (l *lowerer) namedByMethod(c *infer.Class) bool {
	if c.Kind == infer.ExceptionClass || !l.isStruct(c) {
		return false
	}
	for k := c; k != nil; k = typedBase(k) {
		if isOpen(k) && l.hier.made[k] {
			return true
		}
	}
	return false
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

// ownInit reports whether the __init__ of a typed class is a Go method beside
// the constructor, because subclasses use it too.
func (l *lowerer) ownInit(init *infer.Func) bool {
	return isOpen(init.Class) || l.hier.reinit[init]
}

// constructor emits the Go function that makes an instance, where a composite
// literal does not do.
func (b *body) constructor(c *infer.Class) {
	init := c.FindMethod("__init__")
	if init == nil {
		return
	}
	fn := b.l.ctor(c)
	n := &body{l: b.l, f: init, canErr: b.l.fails(init), class: c, result: &types.Instance{Class: c}}
	var self *ir.Var
	if b.l.ownInit(init) || init.Class != c {
		self = &ir.Var{Name: "self", Type: b.l.structType(c)}
	} else {
		self = b.l.goVar(init.Params[0].Var)
	}
	self.Temp = false
	n.self = self
	if b.l.takesCtx(init) {
		n.ctx = &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
		fn.Params = append(fn.Params, n.ctx)
	}
	var params []val
	for _, p := range init.Params[1:] {
		v := b.l.goVar(p.Var)
		if b.l.ownInit(init) || init.Class != c {
			v = &ir.Var{Name: p.Name, Type: b.l.goType(p.Var.Type)}
		}
		v.Param = true
		fn.Params = append(fn.Params, v)
		params = append(params, val{use(v), p.Var.Type, stable})
	}
	n.ctor = self
	fn.Results = []*ir.Var{{Type: b.l.goType(n.result)}}
	if n.canErr {
		fn.Results = append(fn.Results, &ir.Var{Type: ir.Error})
	}
	own := init.Class == c && !b.l.ownInit(init)
	stmts := n.block(func() {
		lit := &ir.Composite{Type: &ir.Named{Decl: b.l.class(c).decl}, Addr: true}
		rest := funcBody(init.Node)
		if own && c.Kind != infer.ExceptionClass {
			rest = n.initLiteral(lit, rest, init.Params[0].Var)
		}
		if own && len(rest) == 0 {
			n.ret(lit)
			return
		}
		n.add(assign(use(self), lit))
		if c.Kind == infer.ExceptionClass && !n.initsFirst(init, c) {
			n.initialArgs(self, c, init, params)
		}
		if own {
			n.stmts(rest)
		} else {
			n.initCall(val{use(self), n.result, stable}, init, exprs(params))
		}
		if !endsFlow(*n.out) {
			n.ret(use(self))
		}
	})
	d := &ir.FuncDecl{Func: fn, Doc: docLines(funcBody(init.Node)), Body: stmts}
	if init.Class == c {
		meta(&d.Meta, init.Node.(ast.Stmt).Base())
	}
	d.BlankBefore = false
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// initLiteral moves the assignments of fields at the beginning of a constructor
// into the literal that makes the struct, and returns the other statements.
func (b *body) initLiteral(lit *ir.Composite, stmts []ast.Stmt, self *infer.Var) []ast.Stmt {
	if docText(stmts) != "" {
		stmts = stmts[1:]
	}
	var fields []*ir.Field
	var fs []func() val
	set := map[*infer.Field]bool{}
	for i, s := range stmts {
		f, value := b.fieldInit(s, self)
		if f == nil || set[f] || s.Base().Comments != nil {
			stmts = stmts[i:]
			return b.finishLiteral(lit, fields, fs, stmts)
		}
		set[f] = true
		fields = append(fields, b.l.field(f))
		fs = append(fs, func() val { return b.exprTo(value, f.Type) })
	}
	return b.finishLiteral(lit, fields, fs, nil)
}

func (b *body) finishLiteral(lit *ir.Composite, fields []*ir.Field, fs []func() val, rest []ast.Stmt) []ast.Stmt {
	for i, v := range b.sequence(fs...) {
		lit.Elts = append(lit.Elts, ir.Elt{Field: fields[i], Value: v.x})
	}
	lit.Multiline = len(lit.Elts) > 3
	return rest
}

// fieldInit returns the field and the value of `self.field = value`, where the
// value does not need the instance; nil for other statements.
func (b *body) fieldInit(s ast.Stmt, self *infer.Var) (*infer.Field, ast.Expr) {
	var target, value ast.Expr
	switch s := s.(type) {
	case *ast.Assign:
		if len(s.Targets) != 1 {
			return nil, nil
		}
		target, value = s.Targets[0], s.Value
	case *ast.AnnAssign:
		target, value = s.Target, s.Value
	}
	a, ok := target.(*ast.Attribute)
	if !ok || value == nil {
		return nil, nil
	}
	if x, ok := a.Value.(*ast.Name); !ok || b.l.info.Vars[x] != self {
		return nil, nil
	}
	r, ok := b.l.info.Refs[a].(*infer.FieldRef)
	if !ok || r.Field.Class != b.class {
		return nil, nil
	}
	uses := false
	ast.Walk(value, func(n ast.Node) bool {
		if x, ok := n.(*ast.Name); ok && b.l.info.Vars[x] == self {
			uses = true
		}
		return !uses
	})
	if uses {
		return nil, nil
	}
	return r.Field, value
}

// initCall runs the __init__ of a base on an instance that is being made.
func (b *body) initCall(self val, init *infer.Func, args []ir.Expr) {
	b.l.structSelf[self.x.(*ir.Use).Var] = true
	fun, pre := b.target(self, init, true)
	b.effectOf(b.invoke(init, fun, append(pre, args...), false))
}

// initMethod emits an __init__ that subclasses use as a method of its own.
func (b *body) initMethod(c *infer.Class, m *infer.Func) {
	b.typedMethod(c, m)
}

// ctor is the function that makes instances of a class.
func (l *lowerer) ctor(c *infer.Class) *ir.Func {
	g := l.class(c)
	if g.ctor == nil {
		g.ctor = &ir.Func{Name: "new_" + c.Name, Exported: l.exported(c.Name)}
	}
	return g.ctor
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
	whole := b.l.hier.whole[m]
	if !whole && isOpen(c) {
		b.l.receiver(m)
	}
	if sig := specialSig(m); sig != nil && sig.any {
		b.dunderMethod(c, m, g, sig.goName, whole)
		return
	}
	params, results, stmts, _ := b.l.lowerFunc(m, nil)
	if exitMethods[m.Name] {
		params = b.exitParams(m, params)
	}
	if whole {
		g.fn.Name = wholeName(m)
		b.methodDecl(g, m, params, results, stmts)
		b.forwarders(c, m, g)
		return
	}
	i := 0
	if b.l.takesCtx(m) {
		i = 1
	}
	g.fn.Recv = params[i]
	g.fn.Recv.Param = true
	g.fn.RecvDecl = b.l.class(c).decl
	g.fn.Name = methodName(m)
	g.fn.Exported = b.l.exported(m.Name)
	if sig := specialSig(m); sig != nil {
		g.fn.GoName = sig.goName
	}
	rest := append(append([]*ir.Var{}, params[:i]...), params[i+1:]...)
	b.methodDecl(g, m, rest, results, stmts)
}

// receiver makes self, in a method of a class with subclasses, the struct of
// the class.
func (l *lowerer) receiver(m *infer.Func) {
	v := m.Params[0].Var
	g := &ir.Var{Name: v.Name, Type: l.structType(m.Class), Captured: v.Captured, FuncScope: v.Captured}
	l.vars[v] = g
	l.structSelf[g] = true
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
	case infer.Method:
		if m.Name == "__init__" {
			return "init"
		}
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
func (b *body) dunderMethod(c *infer.Class, m *infer.Func, g *goFunc, goName string, whole bool) {
	n := &body{l: b.l, f: m, class: c, result: m.Result}
	self := b.l.goVar(m.Params[0].Var)
	self.Param = true
	n.self = self
	var params []*ir.Var
	if whole {
		g.fn.Name = wholeName(m)
		params = append(params, self)
	} else {
		g.fn.GoName = goName
		g.fn.Recv, g.fn.RecvDecl = self, b.l.class(c).decl
	}
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
	if whole {
		b.forwarders(c, m, g)
	}
}

// hasEqual reports whether instances compare by an Equal method.
func (l *lowerer) hasEqual(t *types.Instance) bool {
	c := t.Class.(*infer.Class)
	return c.Kind == infer.DataClass && c.Dataclass.Eq || findMethod(c, "__eq__") != nil
}

// mayEqual reports whether an instance of c or of a subclass may compare by an
// Equal method.
func (l *lowerer) mayEqual(c *infer.Class) bool {
	for _, k := range derived(c) {
		if l.hasEqual(&types.Instance{Class: k}) {
			return true
		}
	}
	return false
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
	d := c.Dataclass
	if (d.UnsafeHash || d.Eq && d.Frozen) && findMethod(c, "__hash__") == nil {
		b.dataclassHash(c, fields)
	}
	if d.Order {
		for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
			b.dataclassOrder(c, fields, name, declines[name])
		}
	}
}

// dataclassHash emits Hash: that of the tuple of the fields.
func (b *body) dataclassHash(c *infer.Class, fields []*infer.Field) {
	b.genMethod(c, "Hash", nil, ir.Int, func(n *body, self *ir.Var) {
		key := n.fieldTuple(self, fields, func(f *infer.Field) bool {
			if f.HashOpt != nil {
				return *f.HashOpt
			}
			return f.Compare
		})
		n.add(&ir.Return{Values: []ir.Expr{pyCall("Hash", key)}})
	})
}

// fieldTuple is the tuple of some fields of a dataclass's instance.
func (b *body) fieldTuple(x *ir.Var, fields []*infer.Field, want func(*infer.Field) bool) ir.Expr {
	t := call(pyRef("NewTuple", ir.Any))
	for _, f := range fields {
		if want(f) {
			t.Args = append(t.Args, b.box(val{&ir.FieldRef{X: use(x), Field: b.l.field(f)}, f.Type, reads}).x)
		}
	}
	return t
}

// dataclassOrder emits a comparison of a dataclass with order=True: that of the
// tuples of the fields, for instances of the same class.
func (b *body) dataclassOrder(c *infer.Class, fields []*infer.Field, name, symbol string) {
	other := &ir.Var{Name: "other", Type: ir.Any, Param: true}
	b.genMethod(c, specials[name].goName, []*ir.Var{other}, ir.Bool, func(n *body, self *ir.Var) {
		o := n.tempOf("o", b.l.structType(c))
		ok := n.tempOf("ok", ir.Bool)
		n.add(assign2(use(o), use(ok), &ir.TypeAssert{X: use(other), Type: b.l.structType(c)}))
		n.add(&ir.If{Cond: not(use(ok)), Then: []ir.Stmt{
			&ir.ExprStmt{X: pyCall("Throw", pyCall("NoOrder", str(symbol), use(self), use(other)))}}})
		compared := func(f *infer.Field) bool { return f.Compare }
		op := map[string]string{"<": "Lt", "<=": "Le", ">": "Gt", ">=": "Ge"}[symbol]
		n.add(&ir.Return{Values: []ir.Expr{pyCall(op, n.fieldTuple(self, fields, compared), n.fieldTuple(o, fields, compared))}})
	})
}

func (b *body) genMethod(c *infer.Class, name string, params []*ir.Var, result ir.Type, f func(n *body, self *ir.Var)) {
	self := &ir.Var{Name: "self", Type: b.l.structType(c), Param: true}
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
		o := n.tempOf("o", b.l.structType(c))
		ok := n.tempOf("ok", ir.Bool)
		n.add(assign2(use(o), use(ok), &ir.TypeAssert{X: use(other), Type: b.l.structType(c)}))
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
	if init := c.Class.FindMethod("__init__"); init != nil {
		args := b.userArgs(c, init, init.Params[1:])
		if b.l.takesCtx(init) {
			args = append([]ir.Expr{b.context()}, args...)
		}
		x := call(&ir.FuncRef{Func: b.l.ctor(c.Class)}, args...)
		if b.l.fails(init) {
			return b.failing(x, t)
		}
		return val{x, t, acts}
	}
	named := &ir.Named{Decl: b.l.class(c.Class).decl}
	lit := &ir.Composite{Type: named, Addr: true, Multiline: multiline(e.Range)}
	switch c.Class.Kind {
	case infer.ExceptionClass:
		args := append([]ir.Expr{lit, use(b.l.class(c.Class).value)}, exprs(b.boxedOperands(e.Args))...)
		return val{pyCall("NewException", args...), t, acts}
	case infer.DataClass:
	default:
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
	b.fillFields(lit, c.Class, fields, values)
	out := val{lit, t, acts}
	if post := c.Class.FindMethod("__post_init__"); post != nil {
		tmp := b.tempOf("item", b.l.structType(c.Class))
		b.l.structSelf[tmp] = true
		b.add(assign(use(tmp), lit))
		fun, self := b.target(val{use(tmp), t, stable}, post, true)
		b.effectOf(b.invoke(post, fun, self, false))
		return val{use(tmp), t, stable}
	}
	return out
}

// fillFields adds the values of fields to the literal of a struct; those of
// bases stand in the literals of the embedded structs.
func (b *body) fillFields(lit *ir.Composite, c *infer.Class, fields []*infer.Field, values []ir.Expr) {
	if base := typedBase(c); base != nil {
		inner := &ir.Composite{Type: &ir.Named{Decl: b.l.class(base).decl}}
		b.fillFields(inner, base, fields, values)
		if len(inner.Elts) > 0 {
			b.l.class(c)
			lit.Elts = append(lit.Elts, ir.Elt{Field: b.l.base(c), Value: inner})
		}
	}
	for i, f := range fields {
		if f.Class == c && values[i] != nil {
			lit.Elts = append(lit.Elts, ir.Elt{Field: b.l.field(f), Value: values[i]})
		}
	}
}

// base is the embedded field of a struct.
func (l *lowerer) base(c *infer.Class) *ir.Field {
	g := l.class(c)
	if g.baseField == nil {
		g.baseField = &ir.Field{Embedded: true, Type: &ir.Named{Decl: l.class(typedBase(c)).decl}}
	}
	return g.baseField
}

func (b *body) effectOf(v val) { b.discard(v) }

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
	return &ir.FieldRef{X: b.part(x, r.Field.Class), Field: b.l.field(r.Field)}
}

// instanceOf takes an instance out of an optional.
func (b *body) instanceOf(x val, attr string) val {
	if opt, ok := x.t.(*types.Optional); ok {
		return b.notNone(x, opt, "AttributeError", fmt.Sprintf("'NoneType' object has no attribute '%s'", attr))
	}
	return x
}

func (b *body) readClassVar(e *ast.Attribute, r *infer.ClassVarRef) val {
	if _, ok := b.l.info.Refs[e.Value].(*infer.ClassRef); !ok && varOverridden(r.Field) {
		x := b.instanceOf(b.expr(e.Value), e.Attr)
		if t, ok := x.t.(*types.Instance); ok && isOpen(t.Class.(*infer.Class)) {
			return val{call(&ir.MethodRef{X: x.x, Func: b.l.ifaceVar(r.Field)}), r.Field.Type, acts}
		}
	}
	return val{use(b.l.classVar(r.Field)), r.Field.Type, reads}
}

func (b *body) readProperty(e *ast.Attribute, r *infer.PropertyRef) val {
	return b.getProperty(b.instanceOf(b.expr(e.Value), e.Attr), r)
}

func (b *body) getProperty(x val, r *infer.PropertyRef) val {
	fun, self := b.target(x, r.Getter, false)
	return b.invoke(r.Getter, fun, self, false)
}

func (b *body) setProperty(x val, r *infer.PropertyRef, v val) {
	v = b.convert(v, r.Setter.Params[1].Var.Type)
	fun, self := b.target(x, r.Setter, false)
	b.effectOf(b.invoke(r.Setter, fun, append(self, v.x), false))
}

func (b *body) deleteProperty(x val, r *infer.PropertyRef) {
	fun, self := b.target(x, r.Deleter, false)
	b.effectOf(b.invoke(r.Deleter, fun, self, false))
}

// methodValue is a bound method as a value.
func (b *body) methodValue(e *ast.Attribute, r *infer.MethodRef) val {
	if r.Func.Kind == infer.StaticMethod {
		if _, ok := r.Func.ValueType.(*types.Func); ok {
			return b.funcValue(r.Func)
		}
		b.methodFunc(r.Func)
		return val{b.funcObject(r.Func), types.Any, acts}
	}
	if !r.Bound && r.Func.Kind == infer.Method {
		return b.unboundMethod(e, r.Func)
	}
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
		fun, self := inner.target(x, r.Func, false)
		inner.ret(inner.box(inner.invokeMethod(r.Func, self, fun, list, false)).x)
	})
	f := *r.Func
	f.Params = params
	return val{pyCall("NewFunc", str(r.Func.Name), b.l.params(b, &f), fl), types.Any, acts}
}

// unboundMethod is the function behind a method, which takes the instance
// first.
func (b *body) unboundMethod(e *ast.Attribute, f *infer.Func) val {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	args := &ir.Var{Name: "args", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: types.Any}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx, args}, Results: []*ir.Var{{Type: ir.Any}, {Type: ir.Error}}}
	fl.Body = inner.block(func() {
		list := make([]val, len(f.Params))
		for i, p := range f.Params {
			list[i] = inner.fromArgs(val{&ir.Index{X: use(args), I: intLit(int64(i))}, types.Any, stable}, p)
		}
		fun, self := inner.target(inner.spill(inner.instanceOf(list[0], e.Attr), "receiver"), f, false)
		inner.ret(inner.box(inner.invokeMethod(f, self, fun, exprs(list[1:]), false)).x)
	})
	return val{pyCall("NewFunc", str(f.Name), b.l.params(b, f), fl), types.Any, acts}
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
		fun, self := inner.target(x, m, false)
		v := inner.invokeMethod(m, self, fun, args, false)
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
		if c.Recv == nil || b.isSuper(c.Recv) {
			return val{use(b.self), &types.Instance{Class: b.class}, stable}
		}
		return b.instanceOf(b.expr(c.Recv), m.Name)
	}
	self, args := b.userArgsWith(recvNode, recv, c, m, params)
	if m.Async && !awaited && !m.Generator {
		self = b.spill(val{self.x, self.t, reads}, "receiver")
	}
	if sig := specialSig(m); sig != nil && sig.any {
		for i, p := range params {
			args[i] = b.box(val{args[i], p.Var.Type, reads}).x
		}
	}
	fun, whole := b.target(self, m, c.Static)
	return b.invokeMethod(m, whole, fun, args, awaited)
}

// invokeMethod is invoke for a method; self is the instance where the Go
// function takes it as an argument.
func (b *body) invokeMethod(m *infer.Func, self []ir.Expr, fun ir.Expr, args []ir.Expr, awaited bool) val {
	if m.Async && !m.Generator && !awaited {
		f := *m
		if len(self) == 0 {
			f.Params = m.Params[1:]
		}
		return b.coroutine(&f, fun, append(self, args...))
	}
	return b.invoke(m, fun, append(self, args...), awaited)
}

// dunder calls a special method of a typed instance for an operator.
func (b *body) dunder(x val, t *types.Instance, name string, args ...val) (val, bool) {
	m := t.Class.(*infer.Class).FindMethod(name)
	if m == nil || len(m.Params) < len(args)+1 {
		return val{}, false
	}
	list := make([]ir.Expr, 0, len(m.Params)-1)
	for i, p := range m.Params[1:] {
		switch {
		case i < len(args):
			list = append(list, b.convert(args[i], p.Var.Type).x)
		case p.Default != nil:
			list = append(list, b.convert(b.defaultValue(p), p.Var.Type).x)
		default:
			return val{}, false
		}
	}
	fun, self := b.target(x, m, false)
	return b.invoke(m, fun, append(self, list...), false), true
}
