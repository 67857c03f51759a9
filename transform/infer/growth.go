package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
)

// Which ints outgrow 64 bits: those that a loop, or a recursion, multiplies
// again and again, and those that are added to one another as in Fibonacci's
// row. What grows by a fixed step does not, in the time that a program has.

// grows reports whether `target op= value` in a loop multiplies without bound:
// a product of ints is then a big int.
func (w *walker) grows(s *ast.AugAssign) bool {
	if w.growing[s] {
		return true
	}
	return s.Op == ast.Mult && len(w.loops) > 0 && !isConstant(s.Value)
}

func isConstant(e ast.Expr) bool {
	_, ok := e.(*ast.Constant)
	return ok
}

// growth notes `x = x * y` in a loop, which is `x *= y`.
func (w *walker) growth(s *ast.Assign) {
	b, ok := s.Value.(*ast.BinOp)
	if !ok || b.Op != ast.Mult || len(w.loops) == 0 || len(s.Targets) != 1 {
		return
	}
	t, ok := s.Targets[0].(*ast.Name)
	if !ok {
		return
	}
	for i, side := range []ast.Expr{b.Left, b.Right} {
		other := []ast.Expr{b.Right, b.Left}[i]
		if n, ok := side.(*ast.Name); ok && n.Id == t.Id && !isConstant(other) {
			w.growing[b] = true
		}
	}
}

// recursion reports whether e multiplies the result of a call of the function
// that it stands in, as n * factorial(n - 1) does, or adds two of them where the
// function keeps its results: without that it would not come far.
func (w *walker) recursion(e *ast.BinOp) bool {
	if w.fn == nil {
		return false
	}
	l, r := w.callsItself(e.Left), w.callsItself(e.Right)
	switch e.Op {
	case ast.Mult:
		return l || r
	case ast.Add:
		return l && r && keepsResults(w.fn.fn)
	}
	return false
}

// callsItself reports whether e calls the function that it stands in, through
// a decorator perhaps.
func (w *walker) callsItself(e ast.Expr) bool {
	call, ok := e.(*ast.Call)
	if !ok {
		return false
	}
	fn := w.fn.fn
	switch f := call.Func.(type) {
	case *ast.Name:
		return f.Id == fn.Name && fn.Class == nil
	case *ast.Attribute:
		return f.Attr == fn.Name && fn.Class != nil
	}
	return false
}

// keepsResults reports whether a function may remember what it gave before: a
// decorator does, or it stores something under a key.
func keepsResults(fn *Func) bool {
	if len(decorators(fn.Node)) > 0 {
		return true
	}
	found := false
	ast.Walk(fn.Node, func(n ast.Node) bool {
		sub, ok := n.(*ast.Subscript)
		found = found || ok && sub.Ctx == ast.Store
		return !found
	})
	return found
}

// sums finds the additions of values that feed one another: in
// `a, b = b, a + b` within a loop both operands depend on the sum before.
func (w *walker) sums(body []ast.Stmt) {
	g := &sumGraph{w: w, from: map[place][]place{}}
	g.stmts(body, false)
	for _, s := range g.found {
		l, r := g.parts(s.left), g.parts(s.right)
		if g.cyclic(s.target, l) && g.cyclic(s.target, r) {
			w.growing[s.at] = true
		}
	}
}

// sumGraph says which variables of a body get their value from which others,
// by copies and sums.
type sumGraph struct {
	w     *walker
	from  map[place][]place
	found []foundSum
}

type foundSum struct {
	at          ast.Node // the BinOp or AugAssign
	target      place
	left, right ast.Expr
}

// stmts notes the assignments of a block; loop tells that it runs again and
// again.
func (g *sumGraph) stmts(body []ast.Stmt, loop bool) {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
		case *ast.Assign:
			for _, t := range s.Targets {
				g.assign(t, s.Value, loop)
			}
		case *ast.AugAssign:
			if p, lasting, ok := g.place(s.Target); ok && s.Op == ast.Add {
				g.from[p] = append(g.from[p], append(g.parts(s.Value), p)...)
				if loop || lasting {
					g.found = append(g.found, foundSum{s, p, s.Target, s.Value})
				}
			}
		case *ast.For:
			g.stmts(s.Body, true)
			g.stmts(s.Orelse, loop)
		case *ast.AsyncFor:
			g.stmts(s.Body, true)
			g.stmts(s.Orelse, loop)
		case *ast.While:
			g.stmts(s.Body, true)
			g.stmts(s.Orelse, loop)
		case *ast.If:
			g.stmts(s.Body, loop)
			g.stmts(s.Orelse, loop)
		case *ast.With:
			g.stmts(s.Body, loop)
		case *ast.AsyncWith:
			g.stmts(s.Body, loop)
		case *ast.Try:
			g.stmts(s.Body, loop)
			for _, h := range s.Handlers {
				g.stmts(h.Body, loop)
			}
			g.stmts(s.Orelse, loop)
			g.stmts(s.Finalbody, loop)
		}
	}
}

func (g *sumGraph) assign(t, value ast.Expr, loop bool) {
	if tuple, ok := t.(*ast.Tuple); ok {
		if v, ok := value.(*ast.Tuple); ok && len(v.Elts) == len(tuple.Elts) {
			for i, t := range tuple.Elts {
				g.assign(t, v.Elts[i], loop)
			}
		}
		return
	}
	p, lasting, ok := g.place(t)
	if !ok {
		return
	}
	g.from[p] = append(g.from[p], g.parts(value)...)
	if loop || lasting {
		g.note(p, value)
	}
}

// note keeps the additions that an assigned value consists of.
func (g *sumGraph) note(target place, e ast.Expr) {
	if b, ok := e.(*ast.BinOp); ok && b.Op == ast.Add {
		g.found = append(g.found, foundSum{b, target, b.Left, b.Right})
		g.note(target, b.Left)
		g.note(target, b.Right)
	}
}

// place is the variable that an expression is, if it is one; lasting tells
// that it outlives the call of the function.
func (g *sumGraph) place(e ast.Expr) (p place, lasting, ok bool) {
	switch e := e.(type) {
	case *ast.Name:
		if sym := g.w.symbolAt(e); sym != nil {
			return place{sym, ""}, sym.scope.kind == funcScope && sym.scope.fn != g.function(), true
		}
	case *ast.Attribute:
		if name, ok := e.Value.(*ast.Name); ok {
			if sym := g.w.symbolAt(name); sym != nil {
				return place{sym, e.Attr}, true, true
			}
		}
	}
	return place{}, false, false
}

func (g *sumGraph) function() *Func {
	if g.w.fn == nil {
		return nil
	}
	return g.w.fn.fn
}

// parts are the variables that a value is a copy or a sum of.
func (g *sumGraph) parts(e ast.Expr) []place {
	switch e := e.(type) {
	case *ast.Name, *ast.Attribute:
		if p, _, ok := g.place(e); ok {
			return []place{p}
		}
	case *ast.BinOp:
		if e.Op == ast.Add || e.Op == ast.Sub {
			return append(g.parts(e.Left), g.parts(e.Right)...)
		}
	case *ast.IfExp:
		return append(g.parts(e.Body), g.parts(e.Orelse)...)
	}
	return nil
}

// cyclic reports whether one of the places gets its value from target.
func (g *sumGraph) cyclic(target place, places []place) bool {
	seen := map[place]bool{}
	var reaches func(p place) bool
	reaches = func(p place) bool {
		if p == target {
			return true
		}
		if seen[p] {
			return false
		}
		seen[p] = true
		for _, q := range g.from[p] {
			if reaches(q) {
				return true
			}
		}
		return false
	}
	for _, p := range places {
		if reaches(p) {
			return true
		}
	}
	return false
}
