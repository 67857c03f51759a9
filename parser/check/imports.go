package check

import (
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// imports notes the names that an import statement binds. CPython does not
// count them as assignments when a global declaration follows.
func (c *checker) imports(s ast.Stmt, names []*ast.Alias) {
	for _, a := range names {
		name := a.Asname
		if name == "" {
			name, _, _ = strings.Cut(a.Name, ".")
		}
		c.forbidden(s, name)
	}
}

func (c *checker) importFrom(s *ast.ImportFrom) {
	for _, a := range s.Names {
		if a.Name == "*" && c.scope.kind != moduleScope {
			c.errorf(a, diag.BadImport, "import * only allowed at module level")
		}
	}
	c.imports(s, s.Names)
	if s.Module == "__future__" && s.Level == 0 && (s.Line > c.futureLine || c.scope.kind != moduleScope) {
		c.errorf(s, diag.LateFuture, "from __future__ imports must occur at the beginning of the file")
	}
}

// features are the names that __future__ has.
var features = map[string]bool{
	"nested_scopes": true, "generators": true, "division": true, "absolute_import": true,
	"with_statement": true, "print_function": true, "unicode_literals": true,
	"barry_as_FLUFL": true, "generator_stop": true, "annotations": true,
}

// future looks at the future statements at the beginning of the file: behind
// the docstring, before anything else.
func (c *checker) future(m *ast.Module) {
	for i, s := range m.Body {
		if i == 0 && isDocstring(s) {
			continue
		}
		from, ok := s.(*ast.ImportFrom)
		if !ok || from.Module != "__future__" || from.Level != 0 {
			return
		}
		c.futureLine = from.Line
		for _, a := range from.Names {
			switch {
			case a.Name == "braces":
				c.errorf(s, diag.LateFuture, "not a chance")
			case !features[a.Name]:
				c.errorf(s, diag.LateFuture, "future feature %s is not defined", a.Name)
			case a.Name == "annotations":
				c.annotations = true
			}
		}
	}
}

func isDocstring(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	v, ok := e.Value.(*ast.Constant)
	if !ok {
		return false
	}
	_, ok = v.Value.(ast.Str)
	return ok
}
