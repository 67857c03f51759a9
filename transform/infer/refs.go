package infer

import (
	"sort"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// moduleNames are the names that every module has without binding them.
var moduleNames = map[string]bool{
	"__name__": true, "__file__": true, "__doc__": true, "__package__": true, "__spec__": true,
	"__loader__": true, "__builtins__": true, "__annotations__": true, "__dict__": true, "__debug__": true,
	"__path__": true, "__cached__": true,
}

// ModuleName reports whether every module has the name without binding it.
func ModuleName(name string) bool { return moduleNames[name] }

// classNames are the names that a class body has without binding them.
var classNames = map[string]bool{"__module__": true, "__qualname__": true, "__class__": true}

// static is what sym always denotes: a name that is bound once, by a
// definition or an import, and never read before.
func (c *checker) static(sym *symbol) Ref {
	if !sym.decided {
		if sym.deciding {
			return nil
		}
		sym.deciding = true
		sym.static = c.staticRef(sym)
		sym.deciding = false
		sym.decided = c.settled
	}
	return sym.static
}

// staticRef is what the bindings of sym agree on, nil for a variable.
func (c *checker) staticRef(sym *symbol) Ref {
	var ref Ref
	n := 0
	for _, bd := range sym.binds {
		if c.unset[bd.node] || bd.kind == bindDel {
			return nil
		}
		var r Ref
		switch bd.kind {
		case bindAnn:
			continue
		case bindDef:
			fn := c.info.Funcs[bd.node]
			if c.isOverloadStub(bd.node) {
				continue
			}
			if sym.scope.kind == classScope || c.oddlyDecorated(bd.node) {
				return nil // methods are found through their class
			}
			r = &FuncRef{fn}
		case bindClass:
			if sym.scope.kind == classScope || c.oddlyDecorated(bd.node) {
				return nil
			}
			r = &ClassRef{c.info.Classes[bd.node.(*ast.ClassDef)]}
		case bindImport, bindImportFrom:
			r = c.importRef(bd)
		}
		if r == nil {
			return nil
		}
		if n++; n > 1 && !sameRef(ref, r) {
			return nil
		}
		ref = r
	}
	for _, u := range c.reads[sym] {
		if c.unset[u] {
			return nil
		}
	}
	return ref
}

// oddlyDecorated reports whether a decorator may replace the definition.
func (c *checker) oddlyDecorated(n ast.Node) bool {
	for _, d := range decorators(n) {
		if !c.isKnownDecorator(n, d) {
			return true
		}
	}
	return false
}

// isOverloadStub reports whether a definition is decorated with
// typing.overload: it only declares types.
func (c *checker) isOverloadStub(n ast.Node) bool {
	for _, d := range decorators(n) {
		if c.roleOf(d) == "overload" {
			return true
		}
	}
	return false
}

func decorators(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.FunctionDef:
		return n.DecoratorList
	case *ast.AsyncFunctionDef:
		return n.DecoratorList
	case *ast.ClassDef:
		return n.DecoratorList
	}
	return nil
}

// resolveNames fills Refs for all names and module attributes that are read.
func (c *checker) resolveNames() {
	var unbound []pendingName
	for _, sc := range c.bind.all {
		for _, u := range sc.uses {
			name := u.node.(*ast.Name)
			if r := c.ref(name); r != nil {
				c.info.Refs[name] = r
			}
			if c.symbolAt(name) == nil && c.starImport(name.Id) == nil && c.builtins.Symbols[name.Id] == nil {
				unbound = append(unbound, pendingName{node: name, name: name.Id, sc: sc})
			}
		}
	}
	sort.Slice(unbound, func(i, j int) bool {
		return unbound[i].node.Span().Start.Before(unbound[j].node.Span().Start)
	})
	told := map[string]bool{}
	for _, u := range unbound {
		if !told[u.name] {
			told[u.name] = true
			c.undefined(u.sc, u.node.(*ast.Name))
		}
	}
	ast.Walk(c.info.Module, func(n ast.Node) bool {
		if h, ok := n.(*ast.ExceptHandler); ok && c.info.DeadHandlers[h] {
			return false
		}
		if a, ok := n.(*ast.Attribute); ok {
			if r := c.ref(a); r != nil {
				c.info.Refs[a] = r
			} else if m, ok := c.ref(a.Value).(*ModuleRef); ok && a.Ctx == ast.Load {
				c.unknownMember(a, m.Module, a.Attr)
			}
		}
		return true
	})
}

// ref is what an expression always denotes, nil if it is computed.
func (c *checker) ref(e ast.Expr) Ref {
	switch e := e.(type) {
	case *ast.Name:
		if sym := c.symbolAt(e); sym != nil {
			return c.static(sym)
		}
		if s := c.starImport(e.Id); s != nil {
			return symbolRef(s)
		}
		if s := c.builtins.Symbols[e.Id]; s != nil {
			return symbolRef(s)
		}
		return c.forgottenRef(e.Id)
	case *ast.Attribute:
		switch left := c.ref(e.Value).(type) {
		case *ModuleRef:
			return symbolRef(left.Module.Symbol(e.Attr))
		case *StubRef:
			cls, ok := left.Symbol.(*stubs.Class)
			if !ok {
				return nil
			}
			if s, owner := cls.Member(e.Attr); s != nil && !makesOther(s, cls, owner) {
				return symbolRef(s)
			}
		}
	}
	return nil
}

// makesOther reports whether a member that cls inherits from owner is a class
// method: what the stub says of it, and its Go, are about instances of owner.
func makesOther(member stubs.Symbol, cls, owner *stubs.Class) bool {
	f, ok := member.(*stubs.Func)
	return ok && owner != cls && f.Overloads[0].ClassMeth
}

// starImport finds a name that `from m import *` brings.
func (c *checker) starImport(name string) stubs.Symbol {
	for i := len(c.stars) - 1; i >= 0; i-- {
		if s := c.stars[i].Symbols[name]; s != nil && name[0] != '_' {
			return c.stars[i].Symbol(name)
		}
	}
	return nil
}

// undefined handles a name that nothing binds: it may stand for something
// that the program forgot to import.
func (c *checker) undefined(sc *scope, name *ast.Name) {
	if moduleNames[name.Id] || sc.kind == classScope && classNames[name.Id] || name.Id == "__class__" {
		return
	}
	found := c.opts.Stubs.Exported(name.Id)
	if len(found) == 1 {
		r, m := c.forgottenRef(name.Id), stubs.ModuleOf(found[0])
		line := "from " + m.Name + " import " + name.Id
		if _, ok := r.(*ModuleRef); ok {
			line = "import " + name.Id
		}
		c.report(diag.Warning, diag.ForgottenImport, name, "add: "+line,
			"name %q is not imported; taken from module %q (CPython raises NameError)", name.Id, m.Name)
		return
	}
	hint := ""
	if len(found) > 1 {
		hint = "import it: it could mean"
		for i, s := range found {
			if i > 0 {
				hint += " or"
			}
			m := stubs.ModuleOf(s)
			if m == s {
				hint += " module " + m.Name
			} else {
				hint += " " + m.Name + "." + name.Id
			}
		}
	} else if near := nearest(name.Id, c.visible(sc)); near != "" {
		hint = "did you mean " + near + "?"
	}
	c.report(diag.Warning, diag.UndefinedName, name, hint, "name %q is not defined", name.Id)
}

// forgottenRef is what a name that nothing binds stands for where exactly one
// library module has it.
func (c *checker) forgottenRef(name string) Ref {
	if moduleNames[name] || classNames[name] {
		return nil
	}
	r, known := c.forgotten[name]
	if !known {
		if found := c.opts.Stubs.Exported(name); len(found) == 1 {
			r = symbolRef(found[0])
		}
		c.forgotten[name] = r
	}
	return r
}

// visible lists the names that can be used in sc, for suggestions.
func (c *checker) visible(sc *scope) []string {
	var out []string
	for s := sc; s != nil; s = s.parent {
		for _, sym := range s.order {
			out = append(out, sym.name)
		}
	}
	return append(out, c.builtins.Order...)
}

// roleOf is the role of the stub symbol that e denotes, "" if it denotes none.
// A call is looked through: @dataclass(frozen=True).
func (c *checker) roleOf(e ast.Expr) stubs.Role {
	if call, ok := e.(*ast.Call); ok {
		e = call.Func
	}
	if r, ok := c.ref(e).(*StubRef); ok {
		return symbolRole(r.Symbol)
	}
	return ""
}

func symbolRole(s stubs.Symbol) stubs.Role {
	switch s := s.(type) {
	case *stubs.Func:
		return s.Role
	case *stubs.Class:
		return s.Role
	case *stubs.Var:
		return s.Role
	}
	return ""
}
