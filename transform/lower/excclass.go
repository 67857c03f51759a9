package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// exceptionVar emits a plain exception class.
func (b *body) exceptionVar(s *ast.ClassDef, c *infer.Class) {
	args := []ir.Expr{str("__main__"), str(b.l.classQualname(c))}
	for _, base := range s.Bases {
		args = append(args, b.exceptionClass(base))
	}
	d := &ir.VarDecl{Var: b.l.class(c).value, Value: pyCall("DefineException", args...)}
	if !c.Typed {
		d.Doc = docLines(s.Body)
		meta(&d.Meta, s.Base())
	}
	d.BlankBefore = false
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// exceptionClass is an exception class that is a Go variable, nil if e names
// none.
func (b *body) exceptionClass(e ast.Expr) ir.Expr {
	if k := b.l.stubException(e); k != nil {
		return &ir.PkgRef{Pkg: k.Go.Pkg, Name: k.Go.Name}
	}
	if r, ok := b.l.info.Refs[e].(*infer.ClassRef); ok && (r.Class.Plain || r.Class.Typed && r.Class.Kind == infer.ExceptionClass) {
		return use(b.l.class(r.Class).value)
	}
	return nil
}

// baseInit reports whether a call is super().__init__(...) where the base is a
// class of the library: object, or an exception that keeps its arguments.
func baseInit(info *infer.Info, e *ast.Call) bool {
	a, ok := e.Func.(*ast.Attribute)
	if !ok || a.Attr != "__init__" {
		return false
	}
	c := info.Calls[e]
	return isSuper(info, a.Value) && (c == nil || c.Kind != infer.MethodCall)
}

// isSuper reports whether an expression is super().
func isSuper(info *infer.Info, e ast.Expr) bool {
	c, ok := e.(*ast.Call)
	if !ok || len(c.Args) > 0 {
		return false
	}
	r, ok := info.Refs[c.Func].(*infer.StubRef)
	return ok && symbolRole(r.Symbol) == roleSuper
}

func (b *body) isSuper(e ast.Expr) bool {
	return isSuper(b.l.info, e) && b.self != nil && b.class != nil
}

// baseInitCall lowers super().__init__(...) of a class without a base in the
// program: an exception keeps the arguments.
func (b *body) baseInitCall(e *ast.Call) val {
	none := lit(&ir.Nil{}, types.None)
	if b.class.Kind != infer.ExceptionClass || b.self == nil {
		return none
	}
	if len(e.Keywords) > 0 {
		b.raise(method(pyRef("TypeError"), "New", str(b.class.Name+"() takes no keyword arguments")))
		return none
	}
	if hasStar(e.Args) {
		_, list, _ := b.spreadArgs(func() val { return lit(&ir.Nil{}, types.Any) }, e)
		b.add(&ir.ExprStmt{X: method(use(b.self), "SetArgs", list)})
		return none
	}
	args := exprs(b.boxedOperands(e.Args))
	if b.ctor != nil {
		args = append([]ir.Expr{use(b.self), use(b.l.class(b.class).value)}, args...)
		b.add(&ir.ExprStmt{X: pyCall("InitError", args...)})
		return none
	}
	self := b.part(val{use(b.self), &types.Instance{Class: b.class}, stable}, b.class)
	list := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
	for _, a := range args {
		list.Elts = append(list.Elts, ir.Elt{Value: a})
	}
	b.add(&ir.ExprStmt{X: method(self, "SetArgs", list)})
	return none
}

// initialArgs gives an exception that is being made the arguments of its
// constructor, which it has until the constructor says otherwise.
func (b *body) initialArgs(self *ir.Var, c *infer.Class, init *infer.Func, params []val) {
	args := []ir.Expr{use(self), use(b.l.class(c).value)}
	var rest *val
	for i, p := range init.Params[1:] {
		switch p.Kind {
		case stubs.PosOnly, stubs.PosOrKw:
			args = append(args, b.box(params[i]).x)
		case stubs.VarPos:
			rest = &params[i]
		}
	}
	if rest != nil {
		list := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
		for _, a := range args[2:] {
			list.Elts = append(list.Elts, ir.Elt{Value: a})
		}
		args = append(args[:2], pyCall("StarArgs", list, &ir.Nil{}, b.box(*rest).x))
	}
	b.add(&ir.ExprStmt{X: &ir.Call{Fun: pyRef("InitError"), Args: args, Ellipsis: rest != nil}})
}

// initsFirst reports whether the constructor of an exception begins by giving
// it its arguments.
func (b *body) initsFirst(init *infer.Func, c *infer.Class) bool {
	if init.Class != c || b.l.ownInit(init) {
		return false
	}
	for _, s := range funcBody(init.Node) {
		x, ok := s.(*ast.ExprStmt)
		if !ok {
			return false
		}
		if call, ok := x.Value.(*ast.Call); ok {
			return baseInit(b.l.info, call) && len(call.Keywords) == 0 && !hasStar(call.Args)
		}
	}
	return false
}

// isException reports whether values of type t are exceptions, whose library
// attributes are found at run time.
func isException(t types.Type) bool {
	if o, ok := t.(*types.Optional); ok {
		t = o.Elem
	}
	if i, ok := t.(*types.Instance); ok {
		return i.Class.(*infer.Class).Kind == infer.ExceptionClass
	}
	return t == types.Error
}
