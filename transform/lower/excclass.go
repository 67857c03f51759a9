package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
)

// plainException reports whether a class is an exception that adds nothing but
// a name: `class NotFound(LookupError): pass`. Such a class is a package-level
// variable in Go, like the runtime's own exception classes.
func (l *lowerer) plainException(c *infer.Class) bool {
	s := c.Node
	if c.Kind != infer.ExceptionClass || !c.Direct || c.Parent != nil || c.Outer != nil ||
		len(s.DecoratorList)+len(s.Keywords)+len(s.TypeParams) > 0 || len(s.Bases) == 0 {
		return false
	}
	for _, st := range s.Body {
		switch st := st.(type) {
		case *ast.Pass:
		case *ast.ExprStmt:
			if _, ok := st.Value.(*ast.Constant); !ok {
				return false
			}
		default:
			return false
		}
	}
	for _, base := range s.Bases {
		if r, ok := l.info.Refs[base].(*infer.ClassRef); ok && l.plainException(r.Class) {
			continue
		}
		if k := l.stubException(base); k == nil || isGroup(k) {
			return false
		}
	}
	return true
}

// exceptionVar emits a plain exception class.
func (b *body) exceptionVar(s *ast.ClassDef, c *infer.Class) {
	args := []ir.Expr{str("__main__"), str(c.Name)}
	for _, base := range s.Bases {
		args = append(args, b.exceptionClass(base))
	}
	d := &ir.VarDecl{Var: b.l.class(c).value, Value: pyCall("DefineException", args...), Doc: docLines(s.Body)}
	meta(&d.Meta, s.Base())
	d.BlankBefore = false
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// exceptionClass is an exception class that is a Go variable, nil if e names
// none.
func (b *body) exceptionClass(e ast.Expr) ir.Expr {
	if k := b.l.stubException(e); k != nil {
		return &ir.PkgRef{Pkg: k.Go.Pkg, Name: k.Go.Name}
	}
	if r, ok := b.l.info.Refs[e].(*infer.ClassRef); ok && b.l.plainException(r.Class) {
		return use(b.l.class(r.Class).value)
	}
	return nil
}
