package lower

import (
	"slices"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// limitRecursion makes the functions that can call themselves, directly or
// through others, raise RecursionError where CPython would, before Go's stack
// ends the process. Calls that go through the runtime are checked there.
func limitRecursion(p *ir.Program) {
	g := &callGraph{index: map[any]*callNode{}, methods: map[string][]*callNode{}}
	for _, d := range p.Decls {
		if f, ok := d.(*ir.FuncDecl); ok {
			n := g.node(f.Func)
			n.body = &f.Body
			if f.Func.Recv != nil {
				g.methods[f.Func.Name] = append(g.methods[f.Func.Name], n)
			}
		}
	}
	for _, d := range p.Decls {
		if f, ok := d.(*ir.FuncDecl); ok {
			g.scan(g.node(f.Func), f.Body)
		}
	}
	for _, n := range g.nodes {
		if n.body != nil && n.inCycle() {
			checked := generatorClosure(n.body)
			*checked = append([]ir.Stmt{&ir.ExprStmt{X: pyCall("CheckRecursion")}}, *checked...)
		}
	}
}

// callGraph has a node for each function of the program and each variable that
// holds a closure.
type callGraph struct {
	nodes   []*callNode
	index   map[any]*callNode // by *ir.Func or *ir.Var
	methods map[string][]*callNode
}

type callNode struct {
	body  *[]ir.Stmt // nil for a variable that holds no closure
	calls []*callNode
}

func (g *callGraph) node(key any) *callNode {
	n := g.index[key]
	if n == nil {
		n = &callNode{}
		g.index[key] = n
		g.nodes = append(g.nodes, n)
	}
	return n
}

// scan notes what the statements of a function mention: who mentions a
// function may call it.
func (g *callGraph) scan(n *callNode, body []ir.Stmt) {
	closure := func(v *ir.Var, lit *ir.FuncLit) {
		inner := g.node(v)
		inner.body = &lit.Body
		g.scan(inner, lit.Body)
	}
	ir.Walk(body, func(s ir.Stmt) bool {
		switch s := s.(type) {
		case *ir.LocalFunc:
			closure(s.Var, s.Lit)
			return false
		case *ir.Assign:
			if len(s.Lhs) == 1 && len(s.Rhs) == 1 {
				v, isVar := s.Lhs[0].(*ir.Use)
				lit, isLit := s.Rhs[0].(*ir.FuncLit)
				if isVar && isLit {
					closure(v.Var, lit)
					return false
				}
			}
		}
		return true
	}, func(e *ir.Expr) bool {
		switch e := (*e).(type) {
		case *ir.FuncRef:
			n.calls = append(n.calls, g.node(e.Func))
		case *ir.MethodRef:
			n.calls = append(n.calls, g.methods[e.Func.Name]...)
		case *ir.Use:
			if _, isFunc := e.Var.Type.(*ir.FuncType); isFunc {
				n.calls = append(n.calls, g.node(e.Var))
			}
		}
		return true
	})
}

// inCycle reports whether a call of n can lead to another call of n.
func (n *callNode) inCycle() bool {
	seen := map[*callNode]bool{}
	var reach func(m *callNode) bool
	reach = func(m *callNode) bool {
		for _, c := range m.calls {
			if c == n {
				return true
			}
			if !seen[c] {
				seen[c] = true
				if reach(c) {
					return true
				}
			}
		}
		return false
	}
	return reach(n)
}

// generatorClosure is the body of the closure that runs a generator where body
// does nothing but make one, else body itself.
func generatorClosure(body *[]ir.Stmt) *[]ir.Stmt {
	if len(*body) != 1 {
		return body
	}
	ret, ok := (*body)[0].(*ir.Return)
	if !ok || len(ret.Values) != 1 {
		return body
	}
	c, ok := ret.Values[0].(*ir.Call)
	if !ok || len(c.Args) == 0 {
		return body
	}
	f, ok := c.Fun.(*ir.PkgRef)
	if !ok || !slices.Contains([]string{"NewGenerator", "NewAsyncGenerator"}, f.Name) {
		return body
	}
	if lit, ok := c.Args[len(c.Args)-1].(*ir.FuncLit); ok {
		return &lit.Body
	}
	return body
}
