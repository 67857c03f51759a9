package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// goClass is what a Python class becomes: a Go struct (decl), with an interface
// above it where it has subclasses, or an object made at run time; value is the
// class as a Python object.
type goClass struct {
	decl      *ir.TypeDecl
	iface     *ir.TypeDecl
	accessor  *ir.Func // the interface's method that gives the struct
	ctor      *ir.Func
	value     *ir.Var
	baseField *ir.Field
	fields    map[*infer.Field]*ir.Field
}

// class is the Go side of c, made at its first mention.
func (l *lowerer) class(c *infer.Class) *goClass {
	if g, ok := l.classes[c]; ok {
		return g
	}
	g := &goClass{fields: map[*infer.Field]*ir.Field{}}
	l.classes[c] = g
	g.value = &ir.Var{Name: c.Name + "_class", Type: ir.Any, Global: true}
	if c.Parent != nil {
		g.value.Global, g.value.Captured, g.value.FuncScope = false, true, true
	}
	if c.Plain {
		g.value.Name, g.value.Type = c.Name, ptr(pyNamed("Class"))
		l.declared[g.value] = true
	}
	if !c.Typed {
		return g
	}
	if c.Kind == infer.ExceptionClass {
		g.value.Type, g.value.Global, g.value.Captured, g.value.FuncScope = ptr(pyNamed("Class")), true, false, false
		l.declared[g.value] = true
	}
	g.decl = &ir.TypeDecl{Name: c.Name, Exported: l.exported(c.Name)}
	if isOpen(c) {
		g.iface = &ir.TypeDecl{Name: c.Name, Exported: g.decl.Exported, Iface: &ir.InterfaceType{}}
		g.decl.Name += "_base"
		if b := typedBase(c); b != nil {
			g.iface.Iface.Embeds = append(g.iface.Iface.Embeds, &ir.Named{Decl: l.class(b).iface})
		} else if c.Kind == infer.ExceptionClass {
			g.iface.Iface.Embeds = append(g.iface.Iface.Embeds, pyNamed("BaseException"))
		}
	}
	return g
}

func (l *lowerer) classQualname(c *infer.Class) string {
	if c.Outer != nil {
		return l.classQualname(c.Outer) + "." + c.Name
	}
	if c.Parent != nil {
		return l.qualname(c.Parent) + ".<locals>." + c.Name
	}
	return c.Name
}

// classDef lowers a class statement.
func (b *body) classDef(s *ast.ClassDef) {
	c := b.l.info.Classes[s]
	if c.Plain {
		b.exceptionVar(s, c)
		return
	}
	if c.Typed {
		b.typedClass(c)
		return
	}
	b.dynamicClass(s, c)
}

// dynamicClass lowers a class that is made at run time: its body fills a
// namespace, from which the runtime makes the class as CPython does.
func (b *body) dynamicClass(s *ast.ClassDef, c *infer.Class) {
	g := b.l.class(c)
	b.declareGlobal(g.value)

	b.holdDecorators(s.DecoratorList)
	bases, kw := b.classArgs(s)
	ns := b.tempOf("ns", ptr(pyNamed("Namespace")))
	ns.Name = "ns"
	b.add(assign(use(ns), pyCall("NewNamespace")))
	set := func(name string, x ir.Expr) { b.add(&ir.ExprStmt{X: method(use(ns), "Set", str(name), x)}) }
	set("__module__", str("__main__"))
	if q := b.l.classQualname(c); q != c.Name {
		set("__qualname__", str(q))
	}
	if doc := docText(s.Body); doc != "" {
		set("__doc__", str(doc))
	}
	savedNS, savedClass, savedCell := b.classNS, b.class, b.cell
	b.classNS, b.class, b.cell = ns, c, g.value
	b.stmts(s.Body)
	b.classNS, b.class, b.cell = savedNS, savedClass, savedCell

	v := b.failing(pyCall("NewClass", b.context(), str(c.Name), bases, use(ns), kw), types.Any)
	b.add(assign(use(g.value), v.x))
	v = lit(use(g.value), types.Any)
	for i := len(s.DecoratorList) - 1; i >= 0; i-- {
		v = b.decorate(s.DecoratorList[i], v)
	}
	if iv := b.l.info.Vars[s]; iv != nil && (!c.Direct || iv.ClassVar) {
		b.storeVar(iv, v)
		return
	}
	if len(s.DecoratorList) > 0 {
		b.add(assign(use(g.value), v.x))
	}
	if b.classNS != nil {
		b.add(&ir.ExprStmt{X: method(use(b.classNS), "Set", str(c.Name), v.x)})
	}
}

// classArgs lowers the bases and keywords of a class statement.
func (b *body) classArgs(s *ast.ClassDef) (bases, kw ir.Expr) {
	var list []ast.Expr
	list = append(list, s.Bases...)
	_, bases, kw = b.spreadArgs(func() val { return lit(&ir.Nil{}, types.Any) },
		&ast.Call{Range: s.Range, Func: &ast.Constant{Range: s.Range, Value: ast.None{}}, Args: list, Keywords: s.Keywords})
	if len(s.TypeParams) > 0 {
		// class Box[T]: a generic class can be subscripted.
		if c, ok := bases.(*ir.Composite); ok {
			c.Elts = append(c.Elts, ir.Elt{Value: pyRef("Generic")})
		} else if _, none := bases.(*ir.Nil); none {
			bases = &ir.Composite{Type: &ir.Slice{Elem: ir.Any}, Elts: []ir.Elt{{Value: pyRef("Generic")}}}
		}
	}
	return bases, kw
}

// classValue is a user class used as a value.
func (b *body) classValue(c *infer.Class) val {
	g := b.l.class(c)
	b.declareGlobal(g.value)
	if c.Parent == nil {
		return val{use(g.value), types.Any, stable}
	}
	return val{use(g.value), types.Any, reads}
}

// inClassScope reports whether a variable is a name of a class body.
func (b *body) inClassScope(v *infer.Var) bool { return v.ClassVar }

// classAnnotation notes `name: annotation` in the class's __annotations__.
func (b *body) classAnnotation(s *ast.AnnAssign) {
	n := s.Target.(*ast.Name)
	b.add(&ir.ExprStmt{X: method(use(b.classNS), "Annotate", str(n.Id), str(b.l.sourceOf(s.Annotation)))})
}

// sourceOf is the text of a node, on one line.
func (l *lowerer) sourceOf(n ast.Node) string {
	r := n.Span()
	lines := l.lines
	if r.Start.Line < 1 || r.End.Line > len(lines) {
		return ""
	}
	var out []string
	for i := r.Start.Line; i <= r.End.Line; i++ {
		line := lines[i-1]
		end := len(line)
		if i == r.End.Line {
			end = min(r.End.Col, end)
		}
		start := 0
		if i == r.Start.Line {
			start = min(r.Start.Col, end)
		}
		out = append(out, strings.TrimSpace(line[start:end]))
	}
	return strings.Join(out, " ")
}

// member adds a function of a class body to the namespace.
func (b *body) memberFunc(node ast.Stmt, f *infer.Func) {
	b.evalDefaults(f)
	b.defineFunc(f)
	v := val{b.funcObject(f), types.Any, acts}
	var list []ast.Expr
	switch n := node.(type) {
	case *ast.FunctionDef:
		list = n.DecoratorList
	case *ast.AsyncFunctionDef:
		list = n.DecoratorList
	}
	if f.Manager != nil {
		list = nil // the function gives the managers itself
	}
	for i := len(list) - 1; i >= 0; i-- {
		v = b.decorate(list[i], v)
	}
	if iv := b.l.info.Vars[node]; iv != nil {
		b.storeVar(iv, v)
		return
	}
	b.add(&ir.ExprStmt{X: method(use(b.classNS), "Set", str(f.Name), v.x)})
}
