package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// mentionsHandled finds out what the program can tell of exceptions beyond the
// one it catches: whether __context__ is ever looked at, and whether a library
// function may ask for the exception being handled (roles of stubs:
// "uses_handled"). Most programs do neither, and their handlers stay plain.
func mentionsHandled(info *infer.Info) (context, handled bool) {
	ast.Walk(info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Attribute:
			if strings.HasPrefix(n.Attr, "__context__") || n.Attr == "__suppress_context__" {
				context = true
			}
		case *ast.Raise:
			// A bare raise in a function called by a handler.
			handled = handled || n.Exc == nil && !insideHandler(info.Module, n)
		case *ast.Call:
			if c := info.Calls[n]; c != nil && callRole(c) == roleUsesHandled {
				handled = true
			}
		}
		if e, ok := n.(ast.Expr); ok {
			if r, ok := info.Refs[e].(*infer.StubRef); ok {
				if usesHandledModule(r.Symbol) {
					context, handled = true, true
				}
			}
			if r, ok := info.Refs[e].(*infer.ModuleRef); ok && r.Module.Symbols["__handled__"] != nil {
				context, handled = true, true
			}
		}
		return true
	})
	return context, handled
}

// roleUsesHandled marks functions that ask for the exception being handled.
const roleUsesHandled stubs.Role = "uses_handled"

// usesHandledModule reports whether a symbol's module says, by a name
// __handled__ in its stub, that it may ask for the exception being handled.
func usesHandledModule(s stubs.Symbol) bool {
	m := stubs.ModuleOf(s)
	return m != nil && m.Symbols["__handled__"] != nil
}

// insideHandler reports whether a bare raise stands in an except clause of its
// own function.
func insideHandler(mod *ast.Module, raise *ast.Raise) bool {
	found := false
	var visit func(n ast.Node, in bool)
	visit = func(n ast.Node, in bool) {
		first := true
		ast.Walk(n, func(c ast.Node) bool {
			if first {
				first = false
				return true
			}
			switch c := c.(type) {
			case *ast.Raise:
				if c == raise {
					found = in
				}
			case *ast.ExceptHandler:
				visit(c, true)
				return false
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
				visit(c, false)
				return false
			}
			return true
		})
	}
	visit(mod, false)
	return found
}
