package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// faultGraph finds out which exceptions the Go of a program may throw as
// panics: those of the runtime functions that it calls, over the call graph.
type faultGraph struct {
	table   *faultTable
	funcs   map[*ir.Func]*faultNode
	names   map[string][]*faultNode // methods of the program by name
	locals  map[*ir.Var]*faultNode  // nested functions
	values  *faultNode              // all functions that are used as values
	dunders *faultNode              // methods that the runtime knows by name
	nodes   []*faultNode
	big     bool // the program has big ints
	takes   func(body *ir.FuncLit) func(fault string) bool
}

// faultNode is a function, or a part of one.
type faultNode struct {
	faults faults
	deps   map[*faultNode]bool
	takes  func(fault string) bool // of a try's body: what its handlers keep from the function
}

// newFaultGraph looks at a whole program.
func newFaultGraph(p *ir.Program, big bool, takes func(*ir.FuncLit) func(string) bool) *faultGraph {
	g := &faultGraph{
		table: loadFaults(), funcs: map[*ir.Func]*faultNode{}, names: map[string][]*faultNode{},
		locals: map[*ir.Var]*faultNode{}, big: big, takes: takes,
	}
	g.values, g.dunders = g.node(), g.node()
	g.values.deps[g.dunders] = true
	for _, d := range p.Decls {
		if f, ok := d.(*ir.FuncDecl); ok {
			n := g.node()
			g.funcs[f.Func] = n
			if f.Func.Recv != nil {
				g.names[f.Func.Name] = append(g.names[f.Func.Name], n)
				if f.Func.GoName != "" {
					g.dunders.deps[n] = true
				}
			}
			g.findLocals(f.Body)
		}
	}
	for _, d := range p.Decls {
		switch d := d.(type) {
		case *ir.FuncDecl:
			g.scan(g.funcs[d.Func], d.Body)
		case *ir.VarDecl:
			if d.Value != nil {
				g.scan(g.node(), []ir.Stmt{&ir.ExprStmt{X: d.Value}})
			}
		}
	}
	g.solve()
	return g
}

func (g *faultGraph) node() *faultNode {
	n := &faultNode{faults: faults{}, deps: map[*faultNode]bool{}}
	g.nodes = append(g.nodes, n)
	return n
}

// findLocals makes nodes for nested functions, which may be called before the
// text reaches them.
func (g *faultGraph) findLocals(body []ir.Stmt) {
	ir.Walk(body, func(s ir.Stmt) bool {
		if f, ok := s.(*ir.LocalFunc); ok {
			g.locals[f.Var] = g.node()
		}
		return true
	}, nil)
}

// of gives the faults of statements of the program.
func (g *faultGraph) of(body []ir.Stmt) faults {
	n := g.node()
	g.scan(n, body)
	g.solve()
	return n.faults
}

func (g *faultGraph) solve() {
	for changed := true; changed; {
		changed = false
		for _, n := range g.nodes {
			for d := range n.deps {
				if n.faults.merge(d.outside()) {
					changed = true
				}
			}
		}
	}
}

// outside is what a node throws to those that run it.
func (n *faultNode) outside() faults {
	if n.takes == nil {
		return n.faults
	}
	out := faults{}
	for f := range n.faults {
		if f != anyFault && !n.takes(f) {
			out[f] = true
		}
	}
	return out
}

// scan adds what statements may throw to n.
func (g *faultGraph) scan(n *faultNode, body []ir.Stmt) {
	for _, s := range body {
		g.stmt(n, s)
	}
}

func (g *faultGraph) stmt(n *faultNode, s ir.Stmt) {
	ir.SubStmts(s, func(sub *ir.Stmt) { g.stmt(n, *sub) })
	switch s := s.(type) {
	case *ir.LocalFunc:
		g.scan(g.locals[s.Var], s.Lit.Body)
		return
	case *ir.Range:
		if u, ok := s.X.(*ir.Use); ok {
			if _, isInt := u.Var.Type.(*ir.Builtin); !isInt {
				n.deps[g.values] = true // a sequence made elsewhere
			}
		}
	}
	ir.StmtSlots(s, func(e *ir.Expr) { g.expr(n, *e, false) })
	ir.Blocks(s, func(b *[]ir.Stmt) { g.scan(n, *b) })
}

// expr adds what evaluating e may throw. A function that is only mentioned may
// be called by whoever gets it.
func (g *faultGraph) expr(n *faultNode, e ir.Expr, callee bool) {
	switch x := e.(type) {
	case *ir.FuncRef:
		if !callee {
			g.values.deps[g.fn(x.Func)] = true
		}
	case *ir.MethodRef:
		if !callee {
			for _, m := range g.method(x.Func) {
				g.values.deps[m] = true
			}
		}
	case *ir.FuncLit:
		inner := g.node()
		g.scan(inner, x.Body)
		if callee {
			n.deps[inner] = true
		} else {
			g.values.deps[inner] = true
		}
		return
	case *ir.Use:
		if l := g.locals[x.Var]; l != nil && !callee {
			g.values.deps[l] = true
		}
	case *ir.Call:
		g.call(n, x)
		return
	}
	ir.ExprSlots(e, func(x *ir.Expr) { g.expr(n, *x, false) })
}

func (g *faultGraph) fn(f *ir.Func) *faultNode {
	n := g.funcs[f]
	if n == nil {
		n = g.node()
		n.faults[anyFault] = true
		g.funcs[f] = n
	}
	return n
}

// method gives the methods that a call of f may run: those of its name.
func (g *faultGraph) method(f *ir.Func) []*faultNode {
	if list := g.names[f.Name]; len(list) > 0 {
		return list
	}
	return []*faultNode{g.fn(f)}
}

func (g *faultGraph) call(n *faultNode, c *ir.Call) {
	if r, ok := c.Fun.(*ir.PkgRef); ok && r.Pkg == pyPath {
		switch r.Name {
		case "Main":
			if lit, ok := c.Args[0].(*ir.FuncLit); ok {
				g.scan(g.node(), lit.Body)
				return
			}
		case "Catch":
			// What a handler takes goes no further. What none takes does, where
			// the try becomes a plain check; with an exception of any class it
			// does not.
			if lit, ok := c.Args[0].(*ir.FuncLit); ok {
				inner := g.node()
				inner.takes = g.takes(lit)
				g.scan(inner, lit.Body)
				n.deps[inner] = true
				return
			}
		case "Throw", "Throwf":
			g.arguments(n, c, false)
			n.faults[thrownClass(c)] = true
			return
		case "NotNone":
			n.faults[className(c.Args[1])] = true
			g.expr(n, c.Args[0], false)
			return
		case "NewClass":
			g.dunders.deps[g.values] = true // its methods are function values
		case "Must":
			n.faults[anyFault] = true
		}
	}
	if r, ok := c.Fun.(*ir.PkgRef); ok && withCalls[r.Name] && (r.Pkg == pyPath || r.Pkg == aioPath) {
		g.with(n, c)
		return
	}
	switch f := c.Fun.(type) {
	case *ir.FuncRef:
		n.deps[g.fn(f.Func)] = true
	case *ir.MethodRef:
		for _, m := range g.method(f.Func) {
			n.deps[m] = true
		}
		g.expr(n, f.X, false)
	case *ir.PkgRef:
		if f.Pkg != "" {
			g.runtime(n, c, g.function(f))
			return
		}
	case *ir.Select:
		g.runtime(n, c, g.selected(f))
		g.expr(n, f.X, false)
		return
	case *ir.FuncLit:
		g.expr(n, f, true)
	case *ir.Use:
		if l := g.locals[f.Var]; l != nil {
			n.deps[l] = true
		} else {
			n.deps[g.values] = true
		}
	case *ir.TypeRef:
	default:
		n.deps[g.values] = true
		g.expr(n, f, true)
	}
	g.arguments(n, c, false)
}

// runtime adds the faults of a library function, and of those that it calls
// back.
func (g *faultGraph) runtime(n *faultNode, c *ir.Call, fs faults) {
	calls := fs[argumentFault] || fs[callbackFault]
	for f := range fs {
		switch f {
		case argumentFault, taskFault:
		case dunderFault:
			n.deps[g.dunders] = true
		case callbackFault:
			n.deps[g.values] = true
		case bigFault:
			if g.big {
				n.faults["py.ValueError"] = true
			}
		default:
			n.faults[f] = true
		}
	}
	if fs[taskFault] && !calls && !fs[anyFault] {
		g.tasks(n, c)
		return
	}
	g.arguments(n, c, calls)
}

// withCalls are the runtime's functions that run a function in a manager of a
// library type: With...(ctx, manager, body).
var withCalls = map[string]bool{"WithGuard": true, "WithManager": true}

// with adds what entering and leaving the manager throws, and the body.
func (g *faultGraph) with(n *faultNode, c *ir.Call) {
	mgr := c.Args[len(c.Args)-2]
	for _, name := range []string{"Enter", "Exit", "AEnter", "AExit"} {
		sel := &ir.Select{X: mgr, Name: name}
		if aio := c.Fun.(*ir.PkgRef).Pkg == aioPath; aio == (name[0] == 'A') {
			g.runtime(n, &ir.Call{Fun: sel}, g.selected(sel))
		}
	}
	g.expr(n, mgr, false)
	g.expr(n, c.Args[len(c.Args)-1], true)
}

// tasks adds what the arguments of a call throw, but not what the functions
// among them do: those run as tasks.
func (g *faultGraph) tasks(n *faultNode, c *ir.Call) {
	for _, a := range c.Args {
		ir.WalkExpr(&a, func(x *ir.Expr) bool {
			switch x := (*x).(type) {
			case *ir.FuncLit:
				g.scan(g.node(), x.Body)
				return false
			case *ir.Call:
				if r, ok := x.Fun.(*ir.PkgRef); ok {
					if fs := g.function(r); len(fs) == 0 || fs[argumentFault] {
						return true // it makes the coroutine
					}
				}
				g.call(n, x)
				return false
			}
			return true
		})
	}
}

// arguments adds what the arguments throw; with called, what the functions
// among them throw as well.
func (g *faultGraph) arguments(n *faultNode, c *ir.Call, called bool) {
	for _, a := range c.Args {
		if called {
			g.functions(n, a)
		}
		g.expr(n, a, false)
	}
}

// functions adds the functions that stand in e as values.
func (g *faultGraph) functions(n *faultNode, e ir.Expr) {
	ir.WalkExpr(&e, func(x *ir.Expr) bool {
		switch x := (*x).(type) {
		case *ir.FuncRef:
			n.deps[g.fn(x.Func)] = true
		case *ir.MethodRef:
			for _, m := range g.method(x.Func) {
				n.deps[m] = true
			}
		case *ir.FuncLit:
			g.expr(n, x, true)
		case *ir.Use:
			if l := g.locals[x.Var]; l != nil {
				n.deps[l] = true
			} else if runsCode(x.Var.Type) {
				n.deps[g.values] = true
			}
		}
		return true
	})
}

// runsCode reports whether a value of the type may run functions of the
// program when it is used: a function, or an object that may hold one.
func runsCode(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.FuncType:
		return true
	case *ir.Builtin:
		return t == ir.Any
	case *ir.Pointer:
		named, ok := t.Elem.(*ir.Named)
		return ok && named.Decl == nil && named.Pkg == aioPath
	case *ir.Named:
		return t.Pkg == aioPath || t.Pkg == "iter"
	}
	return false
}

// function gives the entry of a package's function.
func (g *faultGraph) function(f *ir.PkgRef) faults {
	short, ok := strings.CutPrefix(f.Pkg, runtimePath)
	if !ok {
		if strings.Contains(f.Pkg, ".") {
			return faults{anyFault: true} // a binding of the user's
		}
		return nil // the standard library throws no Python exception
	}
	if fs, ok := g.table.funcs[short+"."+f.Name]; ok {
		return fs
	}
	return faults{anyFault: true}
}

// selected gives the entry of a method of the runtime: of its type where that
// is known, else of all methods of the name.
func (g *faultGraph) selected(f *ir.Select) faults {
	if t := g.typeName(f.X); t != "" {
		if fs, ok := g.table.funcs[t+"."+f.Name]; ok {
			return fs
		}
	}
	if fs, ok := g.table.methods[f.Name]; ok {
		return fs
	}
	return faults{anyFault: true}
}

// typeName is the name in the table of the runtime's type that e is, or points
// to; "" where that is not plain to see.
func (g *faultGraph) typeName(e ir.Expr) string {
	t := exprType(e)
	if p, ok := t.(*ir.Pointer); ok {
		t = p.Elem
	}
	if named, ok := t.(*ir.Named); ok {
		name, _ := runtimeName(named.Pkg, named.Name)
		return name
	}
	c, ok := e.(*ir.Call)
	if !ok || t != nil {
		return ""
	}
	switch f := c.Fun.(type) {
	case *ir.PkgRef:
		name, _ := runtimeName(f.Pkg, f.Name)
		return g.table.results[name]
	case *ir.Select:
		if t := g.typeName(f.X); t != "" {
			return g.table.results[t+"."+f.Name]
		}
	}
	return ""
}

// exprType is the Go type of an expression as far as it is plain to see.
func exprType(e ir.Expr) ir.Type {
	switch e := e.(type) {
	case *ir.Use:
		return e.Var.Type
	case *ir.FieldRef:
		return e.Field.Type
	case *ir.Select:
		return e.Type
	case *ir.PkgRef:
		return e.Type
	case *ir.Call:
		if len(e.Types) > 0 {
			return e.Types[0]
		}
		switch f := e.Fun.(type) {
		case *ir.FuncRef:
			if len(f.Func.Results) > 0 {
				return f.Func.Results[0].Type
			}
		case *ir.MethodRef:
			if len(f.Func.Results) > 0 {
				return f.Func.Results[0].Type
			}
		}
	case *ir.TypeAssert:
		return e.Type
	}
	return nil
}

// thrownClass is the class of a thrown exception.
func thrownClass(c *ir.Call) string {
	if k, ok := c.Args[0].(*ir.Call); ok {
		if s, ok := k.Fun.(*ir.Select); ok && s.Name == "New" {
			return className(s.X)
		}
	}
	return className(c.Args[0])
}

// className is the name of the exception class that e is, a variable of the
// runtime.
func className(e ir.Expr) string {
	if r, ok := e.(*ir.PkgRef); ok {
		if name, ok := runtimeName(r.Pkg, r.Name); ok {
			return name
		}
	}
	return anyFault
}
