package scope

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// Analyze resolves all names of a module.
//
// It takes two steps. The first walks the tree, makes the scopes and notes
// which names each one binds or declares, and where names occur. What a name
// means can depend on a binding further down, so only the second step resolves
// the occurrences: first those that bind, then those that read, each in source
// order.
func Analyze(m *ast.Module) *Info {
	info, _ := analyze(m)
	return info
}

func analyze(m *ast.Module) (*Info, *builder) {
	info := &Info{
		ScopeOf:      map[ast.Node]*Scope{},
		TypeParamsOf: map[ast.Node]*Scope{},
		Mangled:      map[*ast.Attribute]string{},
		names:        map[*ast.Name]*Symbol{},
		bindings:     map[binding]*Symbol{},
	}
	info.Builtins = &Scope{Kind: Builtins, decls: map[string]*decl{}}
	b := &builder{info: info, scope: info.Builtins}
	info.Module = b.enter(Module, m)
	info.ScopeOf[m] = info.Module
	b.stmts(m.Body)
	for _, binds := range [...]bool{true, false} {
		for _, o := range b.occurrences {
			if o.binds == binds {
				info.resolve(o)
			}
		}
	}
	return info, b
}

// occurrence is a place where a name is used or bound.
type occurrence struct {
	scope *Scope
	node  ast.Node
	name  string // mangled
	text  string // as written
	binds bool
}

// builder is the first step.
type builder struct {
	info        *Info
	scope       *Scope
	occurrences []occurrence
}

// enter makes a scope inside the current one and makes it current.
func (b *builder) enter(kind Kind, node ast.Node) *Scope {
	s := &Scope{Kind: kind, Node: node, Parent: b.scope, decls: map[string]*decl{}, class: b.scope.class}
	b.scope.Children = append(b.scope.Children, s)
	b.scope = s
	return s
}

func (b *builder) leave() { b.scope = b.scope.Parent }

// within runs body in a new scope.
func (b *builder) within(kind Kind, node ast.Node, body func(*Scope)) {
	s := b.enter(kind, node)
	body(s)
	b.leave()
}

func (s *Scope) decl(name string) *decl {
	d := s.decls[name]
	if d == nil {
		d = new(decl)
		s.decls[name] = d
	}
	return d
}

// Mangle returns the name that a private name has in class, which may be empty.
func Mangle(class, name string) string {
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// bind notes that node binds name in the current scope.
func (b *builder) bind(node ast.Node, name string) {
	b.declare(b.scope, node, name)
	b.bound(b.scope, name)
}

// bound notes that name is bound in s.
func (b *builder) bound(s *Scope, name string) {
	mangled := Mangle(b.scope.class, name)
	d := s.decl(mangled)
	d.bound = true
	if d.global {
		b.info.Module.decl(mangled).bound = true
	}
}

// declare notes that node says something about name in scope s.
func (b *builder) declare(s *Scope, node ast.Node, name string) *decl {
	mangled := Mangle(b.scope.class, name)
	b.occurrences = append(b.occurrences, occurrence{scope: s, node: node, name: mangled, text: name, binds: true})
	return s.decl(mangled)
}

// use notes that a name is read in the current scope.
func (b *builder) use(n *ast.Name) {
	b.occurrences = append(b.occurrences, occurrence{
		scope: b.scope, node: n, name: Mangle(b.scope.class, n.Id), text: n.Id,
	})
}

// walrus binds the target of an assignment expression: comprehensions around
// it do not keep it.
func (b *builder) walrus(n *ast.Name) {
	home := b.scope
	for home.Kind == Comprehension {
		home = home.Parent
	}
	if home == b.scope {
		b.bind(n, n.Id)
		return
	}
	b.bound(home, n.Id)
	b.declare(b.scope, n, n.Id).nonlocal = true
}

// importName returns the name that an import statement binds.
func importName(a *ast.Alias) string {
	if a.Asname != "" {
		return a.Asname
	}
	name, _, _ := strings.Cut(a.Name, ".")
	return name
}

// resolve is the second step for one occurrence.
func (info *Info) resolve(o occurrence) {
	sym := info.find(o.scope, o.name)
	if n, ok := o.node.(*ast.Name); ok {
		info.names[n] = sym
		if !o.binds {
			sym.Uses = append(sym.Uses, n)
		}
	} else {
		info.bindings[binding{o.node, o.text}] = sym
	}
	if o.binds {
		switch o.node.(type) {
		case *ast.Global, *ast.Nonlocal:
		default:
			sym.Bindings = append(sym.Bindings, o.node)
		}
	}
}

// find returns the symbol that name refers to in scope s.
func (info *Info) find(s *Scope, name string) *Symbol {
	d := s.decls[name]
	switch {
	case d == nil:
		return info.findOutside(s, name)
	case d.global:
		return info.global(name)
	case d.nonlocal:
		return info.findOutside(s, name)
	case d.bound:
		sym := info.own(s, name)
		if s.Kind == Class && sym.Outer == nil {
			sym.Outer = info.findOutside(s, name)
		}
		return sym
	}
	return info.findOutside(s, name)
}

// findOutside looks for name in the scopes around s.
func (info *Info) findOutside(s *Scope, name string) *Symbol {
	seesClass := s.Kind == TypeParams || s.Kind == TypeAlias || s.Kind == TypeVar
	for outer := s.Parent; outer.Kind != Builtins; outer = outer.Parent {
		if outer.Kind == Module {
			return info.global(name)
		}
		if outer.Kind == Class && !seesClass {
			if name == "__class__" {
				return info.capture(s, info.implicitClass(outer))
			}
			continue
		}
		if outer.Kind != TypeParams && outer.Kind != TypeAlias && outer.Kind != TypeVar {
			seesClass = false
		}
		d := outer.decls[name]
		switch {
		case d == nil:
		case d.global:
			return info.global(name)
		case d.bound:
			return info.capture(s, info.find(outer, name))
		}
	}
	return info.global(name)
}

// global returns the symbol of a name of the module, or of a builtin if the
// module never binds it.
func (info *Info) global(name string) *Symbol {
	d := info.Module.decls[name]
	if d != nil && d.bound {
		return info.own(info.Module, name)
	}
	info.Builtins.decl(name)
	return info.own(info.Builtins, name)
}

// own returns the symbol of a name that lives in s.
func (info *Info) own(s *Scope, name string) *Symbol {
	d := s.decl(name)
	if d.symbol == nil {
		kind := Local
		switch s.Kind {
		case Module:
			kind = Global
		case Builtins:
			kind = Builtin
		}
		d.symbol = &Symbol{Name: name, Scope: s, Kind: kind, IsParam: d.param}
		s.Symbols = append(s.Symbols, d.symbol)
	}
	return d.symbol
}

// implicitClass returns the variable __class__ of a class.
func (info *Info) implicitClass(s *Scope) *Symbol {
	const name = "__class__"
	for _, sym := range s.Symbols {
		if sym.Implicit {
			return sym
		}
	}
	sym := &Symbol{Name: name, Scope: s, Kind: Local, Implicit: true}
	s.Symbols = append(s.Symbols, sym)
	return sym
}

// capture notes that scope s, inside the scope of sym, uses it.
func (info *Info) capture(s *Scope, sym *Symbol) *Symbol {
	if sym.Kind == Global || sym.Kind == Builtin || sym.Scope.Kind == Class && !sym.Implicit {
		return sym // no closure is needed: looked up where it is kept
	}
	for ; s != sym.Scope; s = s.Parent {
		if !contains(s.Free, sym) {
			s.Free = append(s.Free, sym)
		}
		if !runsInPlace(s) {
			sym.Captured = true
			sym.Kind = Cell
		}
	}
	return sym
}

func contains(list []*Symbol, sym *Symbol) bool {
	for _, s := range list {
		if s == sym {
			return true
		}
	}
	return false
}

// runsInPlace reports whether the code of s runs where it stands and nowhere
// else, so that it needs no closure.
func runsInPlace(s *Scope) bool {
	if s.Kind == TypeParams {
		return true
	}
	_, generator := s.Node.(*ast.GeneratorExp)
	return s.Kind == Comprehension && !generator
}
