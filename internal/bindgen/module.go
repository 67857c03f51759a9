package bindgen

import (
	"go/types"
	"strconv"

	"github.com/py2go-async/py2go-async/transform/stubs"
)

// module writes the module object: its functions, classes and constants as
// Python values.
func (g *gen) module(m *stubs.Module) {
	py := g.pyPrefix()
	name := stubs.ModuleVar(m)
	if name == "" || g.pkg.Scope().Lookup(name) != nil {
		return // the builtins have none; some are written by hand
	}
	g.printf("// %s is the module %s as a Python value.\nvar %s = %sNewModule(%s, func(m *%sModule) {\n", name, m.Name, name, py, strconv.Quote(m.Name), py)
	for _, n := range m.Order {
		switch s := m.Symbols[n].(type) {
		case *stubs.Func:
			if s.Module == m {
				g.try(m.Name+"."+n, func() { g.moduleFunc(s) })
			}
		case *stubs.Class:
			g.try(m.Name+"."+n, func() { g.moduleClass(n, s) })
		case *stubs.Var:
			if s.Module == m && s.Role == "" && s.Class == nil {
				g.try(m.Name+"."+n, func() { g.moduleVar(n, s) })
			}
		case *stubs.Alias:
			switch t := s.Target.(type) {
			case *stubs.Class:
				g.try(m.Name+"."+n, func() { g.moduleClass(n, t) })
			case *stubs.Func:
				if t.Module.GoPath == g.pkg.Path() {
					g.try(m.Name+"."+n, func() { g.moduleFuncAs(n, t) })
				}
			}
		}
	}
	g.printf("})\n\n")
}

func (g *gen) moduleFunc(f *stubs.Func) { g.moduleFuncAs(f.Name, f) }

func (g *gen) moduleFuncAs(name string, f *stubs.Func) {
	os := g.candidates(f, nil)
	slots := merge(os)
	py := g.pyPrefix()
	g.printf("m.Func(%s, []%sParam{%s}, func(ctx context.Context, a []any) (any, error) {\n", strconv.Quote(name), py, g.params(slots, len(os) > 1))
	g.body(f, nil, os, slots, false)
	g.printf("})")
	if f.Overloads[0].Async {
		g.printf(".AsCoroutine()")
	}
	g.printf("\n")
}

func (g *gen) moduleClass(name string, c *stubs.Class) {
	expr := ""
	if v, ok := g.classVariable(c); ok {
		expr = v
	} else {
		expr = g.classExpr(c)
	}
	if expr == "" {
		g.unsupported("")
	}
	g.printf("m.Set(%s, %s)\n", strconv.Quote(name), expr)
}

// classVariable is the Go variable of a class that has no Go type: an
// exception, or a class made at run time.
func (g *gen) classVariable(c *stubs.Class) (string, bool) {
	p, err := g.load.Import(c.Go.Pkg)
	if err != nil {
		return "", false
	}
	if _, ok := p.Scope().Lookup(c.Go.Name).(*types.Var); !ok {
		if c.Exception {
			g.unsupported("no class variable %s", c.Go.Name)
		}
		return "", false
	}
	return g.qual(c.Go.Pkg, c.Go.Name), true
}

func (g *gen) moduleVar(name string, v *stubs.Var) {
	obj := g.lookup(v.Go.Pkg, v.Go.Name)
	switch obj.(type) {
	case *types.Var, *types.Const:
	default:
		g.unsupported("%s is no Go variable", v.Go.Name)
	}
	t := obj.Type()
	expr := g.qual(v.Go.Pkg, v.Go.Name)
	if b, ok := t.(*types.Basic); ok && b.Info()&types.IsUntyped != 0 {
		t = types.Default(t)
		expr = g.typ(t) + "(" + expr + ")"
	}
	g.printf("m.Set(%s, %s)\n", strconv.Quote(name), g.box(expr, t))
}
