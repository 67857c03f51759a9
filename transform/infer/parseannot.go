package infer

import (
	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// parseAnnotation reads an annotation that is written as a string; nil where
// it is no expression.
func parseAnnotation(src string) ast.Expr {
	mod, diags := parser.Parse("", []byte("("+src+")"), parser.Options{SyntaxOnly: true})
	if len(diags) > 0 || len(mod.Body) != 1 {
		return nil
	}
	if s, ok := mod.Body[0].(*ast.ExprStmt); ok {
		return s.Value
	}
	return nil
}
