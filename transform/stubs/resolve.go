package stubs

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// pendingImport is an import of a stub that is not resolved yet.
type pendingImport struct {
	module string
	name   string // of `from module import name`; "*" for all
	as     string
	whole  bool // `import module`
	public bool // a re-export in typeshed's sense
	mod    *Module
}

// quietModules are those whose names a stub imports to write annotations;
// importing from them makes no re-export unless spelled `as`.
var quietModules = map[string]bool{
	"typing": true, "typing_extensions": true, "collections.abc": true, "types": true, "abc": true, "enum": true,
	"builtins": true, "dataclasses": true,
}

// loadImports reads the modules that m imports.
func (m *Module) loadImports() error {
	for _, p := range m.pending {
		mod, err := m.lib.load(p.module)
		if err == ErrNotFound {
			// what comes from there is Any in annotations
			m.lib.problems = append(m.lib.problems, fmt.Sprintf("%s: imports %q, which has no stub", m.File, p.module))
			continue
		}
		if err != nil {
			return err
		}
		p.mod = mod
	}
	return nil
}

// resolveImports turns the imports of m into symbols.
func (m *Module) resolveImports() {
	for _, p := range m.pending {
		if p.mod == nil {
			continue
		}
		switch {
		case p.whole && p.as != "":
			m.bind(p.as, p.mod, p.public)
		case p.whole:
			first, _, _ := strings.Cut(p.module, ".")
			if top, err := m.lib.load(first); err == nil {
				m.private[first] = top
			}
		case p.name == "*":
			for _, n := range p.mod.Order {
				if s := p.mod.find(n); s != nil && !strings.HasPrefix(n, "_") {
					m.bind(n, s, true)
				}
			}
		default:
			if s := p.mod.find(p.name); s != nil {
				m.bind(p.as, s, p.public || !quietModules[p.module])
			} else if sub, err := m.lib.load(p.module + "." + p.name); err == nil {
				m.bind(p.as, sub, p.public)
			} else if p.mod.typeVars[p.name] {
				m.typeVars[p.as] = true
			} else {
				m.lib.problems = append(m.lib.problems, fmt.Sprintf("%s: imports %q from %q, which does not have it", m.File, p.name, p.module))
			}
		}
	}
}

func (m *Module) bind(name string, s Symbol, public bool) {
	m.private[name] = s
	if public && m.Symbols[name] == nil {
		m.define(name, s)
	}
}

// find is the symbol that name has in m, following imports that are still to
// be resolved.
func (m *Module) find(name string) Symbol {
	if s := m.Symbols[name]; s != nil {
		return s
	}
	if s := m.private[name]; s != nil {
		return s
	}
	if m.resolving[name] {
		return nil
	}
	m.resolving[name] = true
	defer delete(m.resolving, name)
	for _, p := range m.pending {
		if p.mod == nil || p.whole {
			continue
		}
		if p.as == name && p.name != "*" {
			if s := p.mod.find(p.name); s != nil {
				return s
			}
		}
		if p.name == "*" && !strings.HasPrefix(name, "_") {
			if s := p.mod.Symbols[name]; s != nil {
				return s
			}
			if s := p.mod.find(name); s != nil && p.mod.exports(name) {
				return s
			}
		}
	}
	return nil
}

// exports reports whether an import of m makes name visible to importers.
func (m *Module) exports(name string) bool {
	for _, p := range m.pending {
		if p.as == name && p.public || p.name == "*" {
			return true
		}
	}
	return false
}

// Symbol returns what a program gets as module.name: a symbol, or the module's
// submodule of that name; nil if there is none.
func (m *Module) Symbol(name string) Symbol {
	if s := m.Symbols[name]; s != nil {
		if a, ok := s.(*Alias); ok && a.Target != nil {
			return a.Target
		}
		return s
	}
	if sub, err := m.lib.Module(m.Name + "." + name); err == nil {
		return sub
	}
	return nil
}

// Lookup returns what a name means in an annotation of this module: its own
// names and imports, then the builtins; nil for type variables and unknown
// names.
func (m *Module) Lookup(name string) Symbol {
	s := m.find(name)
	if s == nil && m.Name != "builtins" {
		if m.typeVars[name] {
			return nil
		}
		s = m.lib.Builtins().find(name)
	}
	if a, ok := s.(*Alias); ok && a.Target != nil {
		return a.Target
	}
	return s
}

// LookupExpr is Lookup for a name or a dotted name.
func (m *Module) LookupExpr(e ast.Expr) Symbol {
	switch e := e.(type) {
	case *ast.Name:
		return m.Lookup(e.Id)
	case *ast.Attribute:
		switch left := m.LookupExpr(e.Value).(type) {
		case *Module:
			return left.Symbol(e.Attr)
		case *Class:
			if s, _ := left.Member(e.Attr); s != nil {
				return s
			}
		}
	}
	return nil
}

// IsTypeVar reports whether name is bound to a type variable in this module.
func (m *Module) IsTypeVar(name string) bool { return m.typeVars[name] }

// resolveBases finds the stub classes that c derives from.
func (c *Class) resolveBases() {
	if c.BaseStubs != nil {
		return
	}
	for _, b := range c.Bases {
		head := b
		if sub, ok := b.(*ast.Subscript); ok {
			head = sub.Value
		}
		base, _ := c.Module.target(head).(*Class)
		if base == nil {
			continue
		}
		base.resolveBases()
		switch base.Role {
		case "type:Protocol":
			c.Protocol = true
		case "type:Generic":
		default:
			c.BaseStubs = append(c.BaseStubs, base)
		}
		if base.Exception || base.Module.Name == "builtins" && base.Name == "BaseException" {
			c.Exception = true
		}
		if base.Enum || strings.HasPrefix(string(base.Role), "enum") {
			c.Enum = true
		}
	}
	if c.Module.Name == "builtins" && c.Name == "BaseException" {
		c.Exception = true
	}
	if len(c.TypeParams) == 0 {
		c.TypeParams = c.Module.freeTypeVars(c.declaredParams()...)
	}
}

// declaredParams is what a class's type parameters are read from: Generic[...]
// or Protocol[...] where there is one, all bases otherwise.
func (c *Class) declaredParams() []ast.Expr {
	for _, b := range c.Bases {
		if sub, ok := b.(*ast.Subscript); ok {
			if k, ok := c.Module.target(sub.Value).(*Class); ok && (k.Role == "type:Generic" || k.Role == "type:Protocol") {
				return []ast.Expr{sub}
			}
		}
	}
	return c.Bases
}

// target is LookupExpr that follows aliases of names.
func (m *Module) target(e ast.Expr) Symbol {
	s := m.LookupExpr(e)
	for i := 0; i < 8; i++ {
		a, ok := s.(*Alias)
		if !ok {
			return s
		}
		if a.Target != nil {
			return a.Target
		}
		s = a.Module.LookupExpr(a.Expr)
	}
	return s
}

// freeTypeVars returns the type variables in the expressions, each once, in
// order of appearance.
func (m *Module) freeTypeVars(exprs ...ast.Expr) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range exprs {
		if e == nil {
			continue
		}
		ast.Walk(e, func(n ast.Node) bool {
			if name, ok := n.(*ast.Name); ok && m.typeVars[name.Id] && !seen[name.Id] {
				seen[name.Id] = true
				out = append(out, name.Id)
			}
			return true
		})
	}
	return out
}

// complete fills in what depends on the bases: aliases, type parameters of
// signatures and inherited constructors.
func (m *Module) complete() {
	for _, n := range m.Order {
		if a, ok := m.Symbols[n].(*Alias); ok && a.Target == nil && len(a.TypeParams) == 0 {
			switch a.Expr.(type) {
			case *ast.Name, *ast.Attribute:
				a.Target = m.target(a.Expr)
			}
			if a.Target == nil {
				a.TypeParams = m.freeTypeVars(a.Expr)
			}
		}
		if f, ok := m.Symbols[n].(*Func); ok && f.Module == m {
			f.complete(nil)
		}
	}
	for _, c := range m.classes {
		for _, n := range c.Order {
			if f, ok := c.Members[n].(*Func); ok && f.Class == c {
				f.complete(c)
			}
		}
		c.constructor()
	}
}

func (f *Func) complete(c *Class) {
	for _, sig := range f.Overloads {
		sig.findTypeParams(c)
		if sig.Setter != nil {
			sig.Setter.findTypeParams(c)
		}
	}
}

func (sig *Sig) findTypeParams(c *Class) {
	exprs := []ast.Expr{sig.SelfType}
	for _, p := range sig.Params {
		exprs = append(exprs, p.Annotation)
	}
	exprs = append(exprs, sig.Result)
	own := map[string]bool{}
	for _, n := range sig.TypeParams {
		own[n] = true
	}
	if c != nil && (!sig.ClassMeth || sig.Func.Name == "__new__") { // a class method makes an instance with arguments of its own
		for _, n := range c.TypeParams {
			own[n] = true
		}
	}
	for _, n := range sig.Func.Module.freeTypeVars(exprs...) {
		if !own[n] {
			sig.TypeParams = append(sig.TypeParams, n)
		}
	}
}

// constructor sets c.Init: its own __init__ or __new__, or the one of the
// nearest base, whose Go side is then New<Class>.
func (c *Class) constructor() {
	if c.Init != nil {
		return
	}
	for _, k := range c.MRO() {
		for _, name := range []string{"__init__", "__new__"} {
			f, ok := k.Members[name].(*Func)
			if !ok {
				continue
			}
			if k == c {
				c.Init = f
				return
			}
			if c.Exception || k.Module.Name == "builtins" && k.Name == "object" {
				return
			}
			init := &Func{Name: f.Name, Module: f.Module, Class: c, Role: f.Role}
			for _, sig := range f.Overloads {
				own := *sig
				own.Go = GoRef{Pkg: c.Go.Pkg, Name: "New" + c.Go.Name}
				init.add(&own)
			}
			c.Init = init
			return
		}
	}
}
