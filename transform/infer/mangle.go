package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
)

// manglePrivate gives the private attributes (x.__name) that the classes of a
// module mention the names that they have at run time, so that no later pass
// has to know in which class an attribute stands.
func manglePrivate(mod *ast.Module) { mangleIn(mod, "") }

func mangleIn(n ast.Node, class string) {
	ast.Walk(n, func(c ast.Node) bool {
		switch c := c.(type) {
		case *ast.ClassDef:
			if c == n {
				return true
			}
			for _, d := range c.DecoratorList {
				mangleIn(d, class)
			}
			for _, e := range c.Bases {
				mangleIn(e, class)
			}
			for _, k := range c.Keywords {
				mangleIn(k, class)
			}
			for _, s := range c.Body {
				mangleIn(s, c.Name)
			}
			return false
		case *ast.Attribute:
			c.Attr = privateName(class, c.Attr)
		case *ast.Keyword:
			c.Arg = privateName(class, c.Arg)
		}
		return true
	})
}
