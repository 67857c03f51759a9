package infer

import (
	"errors"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// guard says what becomes of an import of an unknown module.
type guard int

const (
	unguarded guard = iota // an error
	caught                 // an ImportError that the program handles
	unused                 // of a block that only type checkers read
)

// resolveImports finds the module or symbol behind each imported name.
func (c *checker) resolveImports() {
	guarded := map[ast.Stmt]guard{}
	ast.Walk(c.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExceptHandler:
			return !c.info.DeadHandlers[n]
		case *ast.Try:
			if c.importGuard(n.Handlers) != nil {
				for _, s := range n.Body {
					guarded[s] = max(guarded[s], caught)
				}
			}
		case *ast.If:
			if c.forCheckersOnly(n.Test) {
				for _, s := range n.Body {
					ast.Walk(s, func(n ast.Node) bool {
						if s, ok := n.(ast.Stmt); ok {
							guarded[s] = unused
						}
						return true
					})
				}
			}
		case *ast.Import:
			for _, a := range n.Names {
				c.info.Imports[a] = c.importModule(a, a.Name, guarded[n])
			}
		case *ast.ImportFrom:
			c.importFrom(n, guarded[n])
		}
		return true
	})
}

// forCheckersOnly reports whether e is the constant that only type checkers
// take for true.
func (c *checker) forCheckersOnly(e ast.Expr) bool {
	found := false
	is := func(s stubs.Symbol) bool {
		v, ok := s.(*stubs.Var)
		return ok && v.Role == "type_checking"
	}
	for a, imp := range c.info.Imports {
		bound := a.Name
		if a.Asname != "" {
			bound = a.Asname
		}
		switch e := e.(type) {
		case *ast.Name:
			found = found || e.Id == bound && is(imp.Symbol)
		case *ast.Attribute:
			n, ok := e.Value.(*ast.Name)
			found = found || ok && n.Id == bound && imp.Symbol == nil && imp.Module != nil && is(imp.Module.Symbol(e.Attr))
		}
	}
	return found
}

// importGuard returns the handler that catches a failing import, if any.
func (c *checker) importGuard(handlers []*ast.ExceptHandler) *ast.ExceptHandler {
	for _, h := range handlers {
		var names []ast.Expr
		switch t := h.Type.(type) {
		case nil:
			return h
		case *ast.Tuple:
			names = t.Elts
		default:
			names = []ast.Expr{t}
		}
		for _, e := range names {
			if n, ok := e.(*ast.Name); ok {
				switch n.Id {
				case "ImportError", "ModuleNotFoundError", "Exception", "BaseException":
					return h
				}
			}
		}
	}
	return nil
}

// deadImports notes the ImportError handlers that never run: those of try
// statements that hold nothing but imports of known modules. It must run
// before the scopes are built, so that what such a handler binds does not
// count.
func (c *checker) deadImports(mod *ast.Module) {
	ast.Walk(mod, func(n ast.Node) bool {
		t, ok := n.(*ast.Try)
		if !ok {
			return true
		}
		for _, s := range t.Body {
			if !c.knownImport(s) {
				return true
			}
		}
		for _, h := range t.Handlers {
			c.info.DeadHandlers[h] = true
		}
		return true
	})
}

func (c *checker) knownImport(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.Import:
		for _, a := range s.Names {
			if _, err := c.opts.Stubs.Module(a.Name); err != nil {
				return false
			}
		}
		return true
	case *ast.ImportFrom:
		if s.Level > 0 {
			return false
		}
		m, err := c.opts.Stubs.Module(s.Module)
		if err != nil {
			return false
		}
		for _, a := range s.Names {
			if a.Name != "*" && m.Symbol(a.Name) == nil {
				return false
			}
		}
		return true
	}
	return false
}

func (c *checker) importModule(at ast.Node, name string, how guard) *Import {
	imp := &Import{Name: name}
	m, err := c.opts.Stubs.Module(name)
	switch {
	case err == nil:
		imp.Module = m
	case !errors.Is(err, stubs.ErrNotFound):
		c.report(diag.Error, diag.BrokenStub, at, "", "stub of module %q cannot be read: %v", name, err)
	case how == unused:
		imp.Missing = true
	case how == caught && !c.opts.Stubs.Lacks(name):
		imp.Missing = true
		c.report(diag.Warning, diag.MissingModule, at, "bind it with a stub (--stubs DIR) to use it",
			"module %q is not known: the import is taken as failing", name)
	default:
		c.report(diag.Error, diag.UnknownModule, at,
			"write a stub "+name+".pyi that names its Go package and pass its folder with --stubs DIR",
			"module %q is not known", name)
	}
	return imp
}

func (c *checker) importFrom(s *ast.ImportFrom, how guard) {
	if s.Level > 0 && how == unused {
		for _, a := range s.Names {
			c.info.Imports[a] = &Import{Name: s.Module, Missing: true}
		}
		return
	}
	if s.Level > 0 {
		c.report(diag.Error, diag.UnknownModule, s, "put the code into one file, or bind the module with a stub (--stubs DIR)",
			"relative import of %q: a program is one file", strings.Repeat(".", s.Level)+s.Module)
		for _, a := range s.Names {
			c.info.Imports[a] = &Import{Name: s.Module}
		}
		return
	}
	base := c.importModule(s, s.Module, how)
	for _, a := range s.Names {
		imp := *base
		c.info.Imports[a] = &imp
		if base.Module == nil {
			continue
		}
		if a.Name == "*" {
			c.stars = append(c.stars, base.Module)
			continue
		}
		imp.Symbol = base.Module.Symbol(a.Name)
		if imp.Symbol != nil {
			continue
		}
		switch how {
		case unguarded:
			c.unknownMember(a, base.Module, a.Name)
			continue
		case caught:
			c.report(diag.Warning, diag.MissingModule, a, "extend its stub, or bind your own with --stubs DIR",
				"module %q has no %q that is known here: the import is taken as failing", base.Name, a.Name)
		}
		imp.Missing = true
	}
}

func (c *checker) unknownMember(at ast.Node, m *stubs.Module, name string) {
	hint := "extend its stub, or bind your own with --stubs DIR"
	if near := nearest(name, m.Order); near != "" {
		hint = "did you mean " + near + "?"
	}
	c.report(diag.Error, diag.UnknownMember, at, hint, "module %q has no %q that is known here", m.Name, name)
}

// importRef is what a single imported name denotes.
func (c *checker) importRef(bd binding) Ref {
	a := bd.node.(*ast.Alias)
	imp := c.info.Imports[a]
	if imp == nil || imp.Module == nil {
		return nil
	}
	if bd.kind == bindImportFrom {
		return symbolRef(imp.Symbol)
	}
	if a.Asname == "" {
		first, _, _ := strings.Cut(a.Name, ".")
		top, err := c.opts.Stubs.Module(first)
		if err != nil {
			return nil
		}
		return &ModuleRef{top}
	}
	return &ModuleRef{imp.Module}
}

func symbolRef(s stubs.Symbol) Ref {
	switch s := s.(type) {
	case nil:
		return nil
	case *stubs.Module:
		return &ModuleRef{s}
	case *stubs.Alias:
		if s.Target != nil {
			return symbolRef(s.Target)
		}
	}
	return &StubRef{s}
}

func sameRef(a, b Ref) bool {
	switch a := a.(type) {
	case *ModuleRef:
		b, ok := b.(*ModuleRef)
		return ok && a.Module == b.Module
	case *StubRef:
		b, ok := b.(*StubRef)
		return ok && a.Symbol == b.Symbol
	}
	return false
}

// nearest returns the name of the list that is spelled most like name, or "".
func nearest(name string, list []string) string {
	best, bestDist := "", len(name)/3+1
	for _, s := range list {
		if d := editDistance(strings.ToLower(name), strings.ToLower(s)); d < bestDist {
			best, bestDist = s, d
		}
	}
	return best
}

func editDistance(a, b string) int {
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur := make([]int, len(b)+1)
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
		}
		prev = cur
	}
	return prev[len(b)]
}
