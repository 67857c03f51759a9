package check

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// target handles an expression that is assigned to.
func (c *checker) target(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Starred:
		c.errorf(e, diag.StarredMisuse, "starred assignment target must be in a list or tuple")
		c.target(e.Value)
	case *ast.Tuple:
		c.unpack(e, e.Elts)
	case *ast.List:
		c.unpack(e, e.Elts)
	case *ast.Attribute:
		c.forbidden(e, e.Attr)
		c.expr(e.Value)
	default:
		c.expr(e)
	}
}

// maxBeforeStar is how many targets can stand before a starred one.
const maxBeforeStar = 256

// unpack handles the targets of a list or tuple.
func (c *checker) unpack(n ast.Expr, elts []ast.Expr) {
	starred := false
	for i, e := range elts {
		s, ok := e.(*ast.Starred)
		if !ok {
			c.target(e)
			continue
		}
		switch {
		case starred:
			c.errorf(n, diag.StarredMisuse, "multiple starred expressions in assignment")
		case i >= maxBeforeStar:
			c.errorf(n, diag.StarredMisuse, "too many expressions in star-unpacking assignment")
		}
		starred = true
		c.target(s.Value)
	}
}
