package emit

import (
	"slices"

	"github.com/py2go-async/py2go-async/emit/names"
	"github.com/py2go-async/py2go-async/transform/ir"
)

// family is the set of names of fields and methods of types that are connected
// by embedding: there, one Go name must mean one thing.
type family struct {
	parent *family
	taken  map[string]bool
	fields map[string]string // Go names by Python name
}

func (f *family) root() *family {
	for f.parent != nil {
		f = f.parent
	}
	return f
}

// methodGroup is the methods that must have one Go name: those of one Python
// name, and those tied by a MethodName.
type methodGroup struct {
	parent   *methodGroup
	name     string
	fixed    string
	exported bool
	funcs    []*ir.Func
	families []*family
}

func (g *methodGroup) root() *methodGroup {
	for g.parent != nil {
		g = g.parent
	}
	return g
}

// promoted are names that an embedded runtime type brings along; a field or
// method of the same name would hide them.
var (
	promoted     = []string{"Error", "Exc", "Is", "As", "Unwrap"}
	promotedEnum = []string{"Name", "Value", "Hash", "Boxed"}
)

// canonical are methods whose signature go vet prescribes.
var canonical = map[string]bool{
	"GobDecode": true, "GobEncode": true, "MarshalJSON": true, "MarshalXML": true, "Peek": true,
	"ReadByte": true, "ReadRune": true, "UnmarshalJSON": true, "UnmarshalXML": true,
	"UnreadByte": true, "UnreadRune": true, "WriteByte": true,
}

// nameMembers names fields, then methods. Where a method would take the name
// of a field (Python's `_name` beside a property `name`), it is written with a
// capital, as accessors are in Go.
func (n *naming) nameMembers(p *ir.Program) {
	families := map[*ir.TypeDecl]*family{}
	var decls []*ir.TypeDecl
	for _, d := range p.Decls {
		if t, ok := d.(*ir.TypeDecl); ok {
			families[t] = &family{taken: map[string]bool{}, fields: map[string]string{}}
			decls = append(decls, t)
		}
	}
	for _, t := range decls {
		if t.Struct == nil {
			continue
		}
		for _, f := range t.Struct.Fields {
			if base := families[declOf(f.Type)]; f.Embedded && base != nil {
				if x, y := families[t].root(), base.root(); x != y {
					x.parent = y
				}
			}
		}
	}
	groups := n.methodGroups(p, families)
	for _, g := range groups {
		if g.fixed != "" {
			n.nameMethods(g, g.fixed)
		}
	}
	for _, t := range decls {
		n.fixedFields(t, families[t].root())
	}
	for _, t := range decls {
		n.nameFields(t, families[t].root())
	}
	var rest []*methodGroup
	natural := func(g *methodGroup) string { return spell(g.name, g.exported, "call") }
	for _, g := range groups {
		if g.fixed != "" {
			continue
		}
		if s := natural(g); g.free(s) {
			n.nameMethods(g, s)
		} else {
			rest = append(rest, g)
		}
	}
	for _, g := range rest {
		n.nameMethods(g, choose(g.free, names.Exported(natural(g)), natural(g)+"Method"))
	}
}

// declOf returns the declaration of a named type of the program or of a
// pointer to one, nil for other types.
func declOf(t ir.Type) *ir.TypeDecl {
	if p, ok := t.(*ir.Pointer); ok {
		t = p.Elem
	}
	if named, ok := t.(*ir.Named); ok {
		return named.Decl
	}
	return nil
}

// embeddedName is the field name that embedding t gives.
func (n *naming) embeddedName(t ir.Type) string {
	if d := declOf(t); d != nil {
		return n.syms[d]
	}
	if p, ok := t.(*ir.Pointer); ok {
		t = p.Elem
	}
	switch t := t.(type) {
	case *ir.Named:
		return t.Name
	case *ir.Builtin:
		return t.Name
	}
	return ""
}

func (n *naming) fixedFields(t *ir.TypeDecl, fam *family) {
	if t.Struct == nil {
		return
	}
	for _, f := range t.Struct.Fields {
		switch {
		case f.Embedded:
			n.fields[f] = n.embeddedName(f.Type)
			if declOf(f.Type) == nil {
				brings := promoted
				if t, ok := f.Type.(*ir.Named); ok && t.Name == "EnumMember" {
					brings = promotedEnum
				}
				for _, s := range brings {
					fam.taken[s] = true
				}
			}
		case f.GoName != "":
			n.fields[f] = f.GoName
		default:
			continue
		}
		fam.taken[n.fields[f]] = true
	}
}

func (n *naming) nameFields(t *ir.TypeDecl, fam *family) {
	if t.Struct == nil {
		return
	}
	free := func(s string) bool {
		return !fam.taken[s] && !names.IsKeyword(s) && s != "_"
	}
	for _, f := range t.Struct.Fields {
		if n.fields[f] != "" {
			continue
		}
		name := fam.fields[f.Name]
		if name == "" {
			s := spell(f.Name, f.Exported, "field")
			cands := append([]string{s}, names.Instead(s)...)
			name = choose(free, append(cands, s+"Value", s+"Field")...)
		}
		n.fields[f] = name
		fam.fields[f.Name] = name
		fam.taken[name] = true
	}
}

// methodGroups collects the methods of the program in the order of their
// declaration.
func (n *naming) methodGroups(p *ir.Program, families map[*ir.TypeDecl]*family) []*methodGroup {
	var groups []*methodGroup
	byName := map[string]*methodGroup{}
	byLink := map[*ir.MethodName]*methodGroup{}
	add := func(f *ir.Func, d *ir.TypeDecl) {
		g := byName[f.Name]
		if g == nil {
			g = &methodGroup{name: f.Name}
			byName[f.Name] = g
			groups = append(groups, g)
		}
		g = g.root()
		if f.Method != nil {
			if link := byLink[f.Method]; link == nil {
				byLink[f.Method] = g
			} else if link = link.root(); link != g {
				link.merge(g)
				g = link
			}
			if g.fixed == "" {
				g.fixed = f.Method.GoName
			}
		}
		if g.fixed == "" {
			g.fixed = f.GoName
		}
		g.exported = g.exported || f.Exported
		if !slices.Contains(g.funcs, f) {
			g.funcs = append(g.funcs, f)
		}
		if fam := families[d]; fam != nil && !slices.Contains(g.families, fam.root()) {
			g.families = append(g.families, fam.root())
		}
	}
	for _, d := range p.Decls {
		switch d := d.(type) {
		case *ir.FuncDecl:
			if d.Func.Recv != nil {
				t := d.Func.RecvDecl
				if t == nil {
					t = declOf(d.Func.Recv.Type)
				}
				add(d.Func, t)
			}
		case *ir.TypeDecl:
			if d.Iface != nil {
				for _, f := range d.Iface.Methods {
					add(f, d)
				}
			}
		}
	}
	return slices.DeleteFunc(groups, func(g *methodGroup) bool { return g.parent != nil })
}

func (g *methodGroup) merge(other *methodGroup) {
	other.parent = g
	if g.fixed == "" {
		g.fixed = other.fixed
	}
	g.exported = g.exported || other.exported
	g.funcs = append(g.funcs, other.funcs...)
	for _, f := range other.families {
		if !slices.Contains(g.families, f) {
			g.families = append(g.families, f)
		}
	}
}

func (g *methodGroup) free(s string) bool {
	if names.IsKeyword(s) || canonical[s] {
		return false
	}
	for _, f := range g.families {
		if f.taken[s] {
			return false
		}
	}
	return true
}

func (n *naming) nameMethods(g *methodGroup, name string) {
	for _, f := range g.funcs {
		n.syms[f] = name
		if f.GoName != "" {
			n.syms[f] = f.GoName
		}
	}
	for _, f := range g.families {
		f.taken[name] = true
	}
}
