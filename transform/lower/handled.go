package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// mentionsHandled finds out whether the program can tell of exceptions beyond
// the one it catches: whether it looks at __context__, re-raises in a function
// called by a handler, or mentions what its imported modules say may ask for
// the exception being handled. Most programs do not, and their handlers stay
// plain.
func mentionsHandled(info *infer.Info) bool {
	names := markedNames(info, func(s *stubs.Sig) string { return s.Handled })
	found := false
	ast.Walk(info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Attribute:
			found = found || n.Attr == "__context__" || n.Attr == "__suppress_context__" || names[n.Attr]
		case *ast.Name:
			found = found || names[n.Id]
		case *ast.Alias:
			found = found || names[n.Name]
		case *ast.Keyword:
			found = found || names[n.Arg]
		case *ast.Raise:
			found = found || n.Exc == nil && !insideHandler(info.Module, n)
		}
		return !found
	})
	return found
}

// markedNames are the names that the imported modules' stubs mark with a
// directive like @handled.
func markedNames(info *infer.Info, mark func(*stubs.Sig) string) map[string]bool {
	names := map[string]bool{}
	function := func(s stubs.Symbol) {
		if f, ok := s.(*stubs.Func); ok {
			for _, sig := range f.Overloads {
				if name := mark(sig); name != "" {
					names[name] = true
				}
			}
		}
	}
	for _, imp := range info.Imports {
		if imp.Module == nil {
			continue
		}
		for _, s := range imp.Module.Symbols {
			function(s)
			if c, ok := s.(*stubs.Class); ok {
				for _, m := range c.Members {
					function(m)
				}
			}
		}
	}
	return names
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
