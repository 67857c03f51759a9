package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
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
	if c.Enum != nil {
		for _, m := range c.Methods {
			b.evalDefaults(m)
		}
		b.enumMembers(c)
		for _, m := range c.Methods {
			b.typedMethod(c, m)
		}
		return
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
			n.add(&ir.Return{Values: []ir.Expr{str(b.l.classQualname(c))}})
		})
	}
	for _, m := range c.Methods {
		switch {
		case m.Placeholder:
		case m.Name != "__init__" || b.l.ownInit(m):
			b.typedMethod(c, m)
		}
	}
	if c.Kind == infer.DataClass {
		b.dataclassMethods(c)
	}
	if c.Record() {
		b.recordMethods(c)
	}
	b.expose(c)
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
	case c.Record():
		d.Struct.Fields = append(d.Struct.Fields, &ir.Field{Embedded: true, Type: pyNamed("Record")})
	case c.Enum != nil:
		d.Struct.Fields = append(d.Struct.Fields, &ir.Field{Embedded: true, Type: pyNamed("EnumMember", b.l.goType(c.Enum.Value))})
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
	if c.Parent != nil {
		return true
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
		if s, ok := f.Node.(ast.Stmt); ok && (f.Class.Kind == infer.DataClass || f.Class.Record()) {
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
	if sig := specialSig(m); sig != nil && sig.Caller == special.Runtime {
		b.dunderMethod(c, m, g, sig.Go, whole)
		return
	}
	params, results, stmts, _ := b.l.lowerFunc(m, nil)
	if isExit(m) {
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
		g.fn.GoName = sig.Go
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
	return c.Kind == infer.DataClass && c.Dataclass.Eq || c.FindMethod("__eq__") != nil
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

func (b *body) methodFunc(m *infer.Func) *ir.Func { return b.l.function(m).fn }
