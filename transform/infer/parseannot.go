package infer

import "github.com/py2go-async/py2go-async/parser/ast"

// parseAnnotation reads an annotation that is written as a string; nil where
// it is no expression.
func parseAnnotation(src string) ast.Expr {
	return nil
}
