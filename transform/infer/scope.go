package infer

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// scope is a namespace of the program: the module, a function, lambda, class
// body or comprehension, or the type parameters of a definition.
type scope struct {
	node       ast.Node
	parent     *scope
	kind       scopeKind
	syms       map[string]*symbol
	order      []*symbol
	globals    map[string]bool
	nonlocals  map[string]bool
	uses       []use
	children   []*scope
	class      *Class // the class whose body this is
	fn         *Func  // the function whose body this is
	usesLocals bool   // calls locals(), vars(), exec(), eval(): names can be reached by text
}

type scopeKind int

const (
	moduleScope scopeKind = iota
	funcScope
	classScope
	compScope
	typeScope
)

// symbol is a name of a scope.
type symbol struct {
	name     string
	scope    *scope
	binds    []binding
	captured bool // used or bound in a nested scope
	param    *Param
	static   Ref  // what the name always denotes, nil for variables; see checker.static
	decided  bool // static is final
	deciding bool
	isTypVar bool // a type parameter
	v        *Var // dynamic mode: the one variable
}

type bindKind int

const (
	bindAssign bindKind = iota
	bindAug
	bindAnn // annotation without value
	bindParam
	bindFor
	bindWith
	bindExcept
	bindWalrus
	bindPattern
	bindDel
	bindDef
	bindClass
	bindImport
	bindImportFrom
	bindTypeAlias
	bindTypeParam
)

// binding is a place where a name is bound.
type binding struct {
	kind  bindKind
	node  ast.Node // occurrence: Name, Arg, Alias, FunctionDef, ExceptHandler, pattern...
	stmt  ast.Node // the statement around it, where it matters
	from  *scope   // scope of the binding statement (differs for global, nonlocal)
	value ast.Expr // assigned value for simple assignments
}

// use is a place where a name is read.
type use struct {
	name string
	node ast.Node
}

// binder builds the scopes of a module.
type binder struct {
	sc      *scope
	scopes  map[ast.Node]*scope
	symOf   map[ast.Node]*symbol
	pending []pendingName
	all     []*scope
	dead    map[*ast.ExceptHandler]bool // handlers that never run
}

type pendingName struct {
	name string
	node ast.Node
	sc   *scope
	bind *binding // nil for a use
}

func newScope(kind scopeKind, n ast.Node, parent *scope) *scope {
	s := &scope{
		kind: kind, node: n, parent: parent, syms: map[string]*symbol{},
		globals: map[string]bool{}, nonlocals: map[string]bool{},
	}
	if parent != nil {
		parent.children = append(parent.children, s)
	}
	return s
}

// bindModule builds all scopes of mod.
func bindModule(mod *ast.Module, dead map[*ast.ExceptHandler]bool) *binder {
	b := &binder{dead: dead, scopes: map[ast.Node]*scope{}, symOf: map[ast.Node]*symbol{}}
	b.push(moduleScope, mod)
	b.block(mod.Body)
	b.finish()
	return b
}

func (b *binder) push(kind scopeKind, n ast.Node) *scope {
	b.sc = newScope(kind, n, b.sc)
	b.all = append(b.all, b.sc)
	if kind != typeScope {
		b.scopes[n] = b.sc
	}
	return b.sc
}

func (b *binder) pop() { b.sc = b.sc.parent }

func (b *binder) use(name string, n ast.Node) {
	b.sc.uses = append(b.sc.uses, use{name, n})
	b.pending = append(b.pending, pendingName{name, n, b.sc, nil})
}

func (b *binder) bind(name string, bd binding) {
	bd.from = b.sc
	sc := b.sc
	if bd.kind == bindWalrus {
		for sc.kind == compScope {
			sc = sc.parent
		}
	}
	name = mangle(sc, name)
	if !sc.globals[name] && !sc.nonlocals[name] {
		sc.local(name)
	}
	b.pending = append(b.pending, pendingName{name, bd.node, sc, &bd})
}

func (s *scope) local(name string) *symbol {
	sym := s.syms[name]
	if sym == nil {
		sym = &symbol{name: name, scope: s}
		s.syms[name] = sym
		s.order = append(s.order, sym)
	}
	return sym
}

// mangle gives private names of a class their real name.
func mangle(sc *scope, name string) string {
	for s := sc; s != nil; s = s.parent {
		if s.kind == classScope {
			return privateName(s.node.(*ast.ClassDef).Name, name)
		}
	}
	return name
}

// privateName is the real name of a name that stands in a class; class is ""
// outside of classes.
func privateName(class, name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	if class = strings.TrimLeft(class, "_"); class == "" {
		return name
	}
	return "_" + class + name
}

// module returns the module scope around s.
func (s *scope) module() *scope {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// function returns the nearest function or module scope, s included.
func (s *scope) function() *scope {
	for s.kind == compScope || s.kind == typeScope || s.kind == classScope {
		s = s.parent
	}
	return s
}

// lookup finds the symbol that name denotes in s, nil if no scope binds it.
func (s *scope) lookup(name string) *symbol {
	name = mangle(s, name)
	if s.globals[name] {
		return s.module().syms[name]
	}
	if sym := s.syms[name]; sym != nil && !s.nonlocals[name] {
		return sym
	}
	for p := s.parent; p != nil; p = p.parent {
		if p.kind == classScope {
			continue
		}
		if p.globals[name] {
			return s.module().syms[name]
		}
		if sym := p.syms[name]; sym != nil && !p.nonlocals[name] {
			return sym
		}
	}
	return nil
}

// finish ties all occurrences to their symbols.
func (b *binder) finish() {
	for _, p := range b.pending {
		if p.bind != nil && p.sc.globals[p.name] {
			p.sc.module().local(p.name)
		}
	}
	for _, p := range b.pending {
		sym := p.sc.lookup(p.name)
		if sym == nil {
			continue
		}
		b.symOf[p.node] = sym
		if crosses(p.sc, sym.scope) {
			sym.captured = true
		}
		if p.bind != nil {
			sym.binds = append(sym.binds, *p.bind)
		}
	}
}

// crosses reports whether code in inner runs at another time than that of
// outer, in which it is nested: a function lies between, or a generator.
func crosses(inner, outer *scope) bool {
	for s := inner; s != outer && s != nil; s = s.parent {
		if s.kind == funcScope {
			return true
		}
		if _, ok := s.node.(*ast.GeneratorExp); ok && s.kind == compScope {
			return true
		}
	}
	return false
}

func (b *binder) block(body []ast.Stmt) {
	for _, s := range body {
		b.stmt(s)
	}
}
