package emit

import (
	"path"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/emit/names"
	"github.com/py2go-async/py2go-async/transform/ir"
)

// naming holds the Go name of every symbol of the file. It is complete before
// anything is printed.
//
// A symbol's natural name is Python's in Go's spelling. Where that is taken, a
// name that says what the thing is comes next (typ, userFunc, nameValue), and
// a number last. Symbols whose natural name is free get it before any other
// looks for a substitute.
type naming struct {
	pkg     string
	imports map[string]string // path to name
	syms    map[any]string    // *ir.Var, *ir.Func (functions and methods), *ir.TypeDecl
	fields  map[*ir.Field]string
	labels  map[*ir.Label]string
	// reserved are the names no declaration may take: keywords apart, the
	// predeclared identifiers that the file uses and the names of its imports.
	reserved map[string]bool
}

// unit is a part of the program with local variables of its own: a function,
// or the value of a package-level variable.
type unit struct {
	decl  ir.Decl
	place *placement
}

// nameAll chooses the names of the program whose units have been placed.
func nameAll(p *ir.Program, units []unit) *naming {
	n := &naming{
		pkg:      p.Package,
		imports:  map[string]string{},
		syms:     map[any]string{},
		fields:   map[*ir.Field]string{},
		labels:   map[*ir.Label]string{},
		reserved: map[string]bool{},
	}
	n.nameImports(symbolsOf(p, units))
	n.nameTop(p)
	n.nameMembers(p)
	n.nameReceivers(units)
	for _, u := range units {
		n.nameLocals(u)
	}
	return n
}

// symbolsOf returns all symbols that the file refers to.
func symbolsOf(p *ir.Program, units []unit) map[any]bool {
	all := map[any]bool{}
	note := func(sym any) { all[sym] = true }
	for _, u := range units {
		for sym := range u.place.root.uses {
			note(sym)
		}
	}
	sig := func(f *ir.Func) {
		for _, v := range slices.Concat(f.Params, f.Results) {
			eachName(v.Type, note)
		}
	}
	for _, d := range p.Decls {
		switch d := d.(type) {
		case *ir.FuncDecl:
			sig(d.Func)
		case *ir.VarDecl:
			eachName(d.Var.Type, note)
		case *ir.ConstDecl:
			eachName(d.Type, note)
		case *ir.TypeDecl:
			eachName(d.Alias, note)
			if d.Struct != nil {
				for _, f := range d.Struct.Fields {
					eachName(f.Type, note)
				}
			}
			if d.Iface != nil {
				for _, t := range d.Iface.Embeds {
					eachName(t, note)
				}
				for _, f := range d.Iface.Methods {
					sig(f)
				}
			}
		}
	}
	return all
}

var versionElem = regexp.MustCompile(`^v[0-9]+$`)

// importName is the name that a package has by itself.
func importName(p string) string {
	base := path.Base(p)
	if versionElem.MatchString(base) {
		base = path.Base(path.Dir(p))
	}
	return base
}

// isStd reports whether p is a package of Go's standard library.
func isStd(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".")
}

// nameImports names the imports, those of the standard library first: they
// keep their names, another package of the same name is told apart by "py".
func (n *naming) nameImports(symbols map[any]bool) {
	var paths []string
	for sym := range symbols {
		switch sym := sym.(type) {
		case importPath:
			paths = append(paths, string(sym))
		case predeclared:
			n.reserved[string(sym)] = true
		}
	}
	sort.Slice(paths, func(i, j int) bool {
		if si, sj := isStd(paths[i]), isStd(paths[j]); si != sj {
			return si
		}
		return paths[i] < paths[j]
	})
	for _, p := range paths {
		base := importName(p)
		free := func(s string) bool {
			return !n.reserved[s] && !names.IsPredeclared(s) && !names.IsKeyword(s)
		}
		name := base
		if !free(name) {
			name = numbered("py"+base, free)
		}
		n.imports[p] = name
		n.reserved[name] = true
	}
}

// numbered returns base, or base with the first number from 2 that is free.
func numbered(base string, free func(string) bool) string {
	if free(base) {
		return base
	}
	sep := ""
	if c := base[len(base)-1]; c >= '0' && c <= '9' {
		sep = "n"
	}
	for i := 2; ; i++ {
		if s := base + sep + strconv.Itoa(i); free(s) {
			return s
		}
	}
}

// choose returns the first candidate that is free, else a numbered one.
func choose(free func(string) bool, candidates ...string) string {
	for _, c := range candidates {
		if free(c) {
			return c
		}
	}
	return numbered(candidates[0], free)
}

// top is a package-level symbol to be named.
type top struct {
	sym      any
	fixed    string
	natural  string
	suffix   string // says what it is, for a substitute
	exported bool
}

// nameTop names the package-level declarations: fixed names, then types,
// functions, constants, variables.
func (n *naming) nameTop(p *ir.Program) {
	var types, funcs, vars []top
	value := func(v *ir.Var) {
		vars = append(vars, top{v, "", spell(v.Name, v.Exported, "value"), "Value", v.Exported})
	}
	for _, d := range p.Decls {
		switch d := d.(type) {
		case *ir.TypeDecl:
			types = append(types, top{d, d.GoName, n.typeName(d), "Type", d.Exported})
		case *ir.FuncDecl:
			if d.Func.Recv == nil {
				funcs = append(funcs, top{d.Func, d.Func.GoName, spell(d.Func.Name, d.Func.Exported, "fn"), "Func", d.Func.Exported})
			}
		case *ir.ConstDecl:
			for _, v := range d.Names {
				value(v)
			}
		case *ir.VarDecl:
			value(d.Var)
		}
	}
	taken := map[string]bool{"init": true, "_": true}
	if n.pkg == "main" {
		taken["main"] = true
	}
	free := func(s string) bool {
		return !taken[s] && !n.reserved[s] && !names.IsKeyword(s)
	}
	all := slices.Concat(types, funcs, vars)
	name := func(t top, s string) {
		n.syms[t.sym] = s
		taken[s] = true
	}
	for _, t := range all {
		if t.fixed != "" && t.fixed != "_" {
			name(t, t.fixed)
		}
	}
	var rest []top
	for _, t := range all {
		switch {
		case t.fixed != "":
		case isBlankTop(t.sym):
			n.syms[t.sym] = "_"
		case free(t.natural):
			name(t, t.natural)
		default:
			rest = append(rest, t)
		}
	}
	for _, t := range rest {
		cands := append([]string{}, names.Instead(t.natural)...)
		switch t.natural {
		case "main":
			cands = append(cands, "run", "runMain")
		case "init":
			cands = append(cands, "initialize")
		}
		cands = append(cands, t.natural+t.suffix)
		name(t, choose(free, cands...))
	}
}

func isBlankTop(sym any) bool {
	v, ok := sym.(*ir.Var)
	return ok && v.Blank
}

// spell returns the Go spelling of a Python name, or instead for a name that
// has no letters.
func spell(name string, exported bool, instead string) string {
	s := names.Local(name)
	if s == "" {
		s = instead
	}
	if exported {
		if s = names.Exported(name); s == "" {
			s = names.Exported(instead)
		}
	}
	return s
}

// typeName returns a type's natural name. A program's classes keep their
// capital: nothing is exported from package main, and a lower-case type would
// take the name that its variables want.
func (n *naming) typeName(d *ir.TypeDecl) string {
	keep := n.pkg == "main" && !strings.HasPrefix(d.Name, "_") && d.Name != strings.ToLower(d.Name)
	return spell(d.Name, d.Exported || keep, "object")
}

// nameLocals names the local variables and labels of a unit, outer scopes
// before inner ones. A name is free in a scope when no symbol that the scope
// refers to has it: an outer name that is not used within may be shadowed.
func (n *naming) nameLocals(u unit) {
	pl := u.place
	var recv *ir.Var
	if d, ok := u.decl.(*ir.FuncDecl); ok {
		recv = d.Func.Recv
		n.nameLabels(d.Body)
	}
	for _, s := range pl.scopes {
		taken := map[string]bool{"_": true}
		for sym := range s.uses {
			if name := n.nameOf(sym); name != "" {
				taken[name] = true
			}
		}
		free := func(c string) bool {
			return !taken[c] && !names.IsKeyword(c) && !(names.IsPredeclared(c) && n.reserved[c])
		}
		name := func(v *ir.Var, c string) {
			n.syms[v] = c
			taken[c] = true
		}
		if recv != nil && s == pl.root {
			name(recv, n.syms[recv])
		}
		var rest []*ir.Var
		binds := bindsOf(s)
		for _, v := range s.vars {
			if v == recv || v.Global || slices.Contains(binds, v) {
				continue
			}
			if c := spell(v.Name, false, "value"); free(c) {
				name(v, c)
			} else {
				rest = append(rest, v)
			}
		}
		for _, v := range rest {
			c := spell(v.Name, false, "value")
			name(v, choose(free, localCandidates(v, c)...))
		}
		if len(binds) > 0 {
			c := spell(binds[0].Name, false, "value")
			c = choose(free, localCandidates(binds[0], c)...)
			for _, v := range binds {
				name(v, c)
			}
		}
	}
}

// localCandidates returns the names to try for a local whose natural name is c.
func localCandidates(v *ir.Var, c string) []string {
	cands := append([]string{c}, names.Instead(c)...)
	if v.Temp {
		return cands
	}
	if _, fn := v.Type.(*ir.FuncType); fn {
		return append(cands, c+"Func")
	}
	return cands
}

// bindsOf returns the variables of a type switch whose header is s: one for
// Go, whatever its type in each clause.
func bindsOf(s *scope) []*ir.Var {
	st, ok := s.header.(*ir.TypeSwitch)
	if !ok {
		return nil
	}
	var out []*ir.Var
	add := func(v *ir.Var) {
		if v != nil && !v.Blank && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	add(st.Bind)
	for _, c := range st.Cases {
		add(c.Bind)
	}
	return out
}

// nameReceivers names the receivers: one name for all methods of a type, which
// nothing in any of them would have.
func (n *naming) nameReceivers(units []unit) {
	taken := map[string]map[string]bool{}
	var order []string
	recvs := map[string][]*ir.Var{}
	for _, u := range units {
		d, ok := u.decl.(*ir.FuncDecl)
		if !ok || d.Func.Recv == nil {
			continue
		}
		typ := n.recvName(d.Func.Recv)
		if taken[typ] == nil {
			taken[typ] = map[string]bool{"_": true}
			order = append(order, typ)
		}
		recvs[typ] = append(recvs[typ], d.Func.Recv)
		for _, v := range u.place.order {
			if v != d.Func.Recv {
				taken[typ][spell(v.Name, false, "value")] = true
			}
		}
		for sym := range u.place.root.uses {
			if name := n.nameOf(sym); name != "" {
				taken[typ][name] = true
			}
		}
	}
	for _, typ := range order {
		free := func(c string) bool {
			return !taken[typ][c] && !names.IsKeyword(c) && !(names.IsPredeclared(c) && n.reserved[c])
		}
		name := choose(free, names.Receiver(typ)...)
		for _, v := range recvs[typ] {
			n.syms[v] = name
		}
	}
}

// recvName returns the Go name of a receiver's type.
func (n *naming) recvName(recv *ir.Var) string {
	t := recv.Type
	if p, ok := t.(*ir.Pointer); ok {
		t = p.Elem
	}
	if named, ok := t.(*ir.Named); ok {
		if named.Decl != nil {
			return n.syms[named.Decl]
		}
		return named.Name
	}
	return "x"
}

// nameOf returns the name that sym has so far, "" if none.
func (n *naming) nameOf(sym any) string {
	switch sym := sym.(type) {
	case importPath:
		return n.imports[string(sym)]
	case predeclared:
		return string(sym)
	}
	return n.syms[sym]
}

// nameLabels names the labels that branches of a function name.
func (n *naming) nameLabels(body []ir.Stmt) {
	taken := map[string]bool{}
	ir.Walk(body, func(s ir.Stmt) bool {
		b, ok := s.(*ir.Branch)
		if !ok || b.Label == nil || n.labels[b.Label] != "" {
			return true
		}
		free := func(s string) bool { return !taken[s] && !names.IsKeyword(s) }
		l := choose(free, spell(b.Label.Name, false, "loop"), "outer")
		n.labels[b.Label] = l
		taken[l] = true
		return true
	}, nil)
}
