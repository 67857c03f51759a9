package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// tidy rewrites the statements of p into those a Go programmer would write.
// Every rewrite tells the condition that makes it safe.
func tidy(p *ir.Program) {
	t := &tidier{steady: steadyGlobals(p)}
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		t.params, t.body = params, body
		t.run()
		if f, ok := d.(*ir.FuncDecl); ok {
			dropLastReturn(f.Func.Results, &f.Body)
			finish(f.Func.Results, f.Func.Named, &f.Body)
		}
		ir.Walk(*body, nil, func(e *ir.Expr) bool {
			if lit, ok := (*e).(*ir.FuncLit); ok {
				dropLastReturn(lit.Results, &lit.Body)
				finish(lit.Results, lit.Named, &lit.Body)
			}
			return true
		})
	})
}

// tidier rewrites one function after the other.
type tidier struct {
	steady map[*ir.Var]bool
	params []*ir.Var
	body   *[]ir.Stmt
}

// look analyzes the function as it stands.
func (t *tidier) look() *analysis {
	a := analyze(t.params, t.body)
	a.steady = t.steady
	return a
}

// run applies the rewrites until none has anything to do: each may open the
// way for another. Those that only choose between variables come last.
func (t *tidier) run() {
	rewrites := []func(a *analysis) bool{
		dropUnread,
		dropDeadStores,
		copyParams,
		inlineTemps,
		inlineClosures,
		adoptTemps,
		dropErrCopies,
		joinReturns,
	}
	splitTemps(t.look())
	for again := true; again; {
		again = false
		tidyControl(t.body)
		tidyExprs(t.body)
		for _, rewrite := range rewrites {
			for rewrite(t.look()) {
				again = true
			}
		}
	}
	splitTemps(t.look())
	for joinErrReturns(t.look()) {
	}
	joinInits(t.look())
	shareTemps(t.look())
	for dropUnread(t.look()) {
	}
}

// steadyGlobals returns the package-level variables that only func main
// assigns, which holds the module's own statements. While an expression is
// evaluated none of those runs, so whatever it calls, such a variable keeps its
// value.
func steadyGlobals(p *ir.Program) map[*ir.Var]bool {
	steady := map[*ir.Var]bool{}
	for _, d := range p.Decls {
		if v, ok := d.(*ir.VarDecl); ok {
			steady[v.Var] = true
		}
	}
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		if f, ok := d.(*ir.FuncDecl); ok && f.Func.Recv == nil && f.Func.GoName == "main" {
			return
		}
		ir.Walk(*body, func(s ir.Stmt) bool {
			switch s := s.(type) {
			case *ir.Assign:
				for _, l := range s.Lhs {
					delete(steady, assigned(l))
				}
			case *ir.Range:
				delete(steady, s.Key)
				delete(steady, s.Value)
			case *ir.LocalFunc:
				delete(steady, s.Var)
			}
			return true
		}, func(e *ir.Expr) bool {
			if u, ok := (*e).(*ir.Unary); ok && u.Op == "&" {
				delete(steady, assigned(u.X))
			}
			return true
		})
	})
	return steady
}

// finish gives a function with results the end that Go asks for. Lowering
// returns wherever Python does, so an end that Go cannot see to be unreachable
// is one.
func finish(results []*ir.Var, named bool, body *[]ir.Stmt) {
	switch {
	case len(results) == 0 || blockTerminates(*body):
	case named:
		*body = append(*body, &ir.Return{})
	default:
		*body = append(*body, &ir.ExprStmt{X: &ir.Call{
			Fun:  &ir.PkgRef{Name: "panic"},
			Args: []ir.Expr{&ir.Lit{Value: "unreachable"}},
		}})
	}
}

// dropLastReturn drops a bare return at the end of a function without results.
func dropLastReturn(results []*ir.Var, body *[]ir.Stmt) {
	if n := len(*body); n > 0 && len(results) == 0 {
		if r, ok := (*body)[n-1].(*ir.Return); ok && len(r.Values) == 0 {
			*body = append((*body)[:n-1:n-1], leftovers(r)...)
		}
	}
}

// leftovers returns what remains of a dropped statement: its comments.
func leftovers(ss ...ir.Stmt) []ir.Stmt {
	var out []ir.Stmt
	for _, s := range ss {
		m := s.Base()
		lines := m.Leading
		if m.Trailing != "" {
			lines = append(lines[:len(lines):len(lines)], ir.Comment{Text: m.Trailing, BlankBefore: m.BlankBefore && len(lines) == 0})
		}
		if c, ok := s.(*ir.CommentStmt); ok {
			lines = append(lines[:len(lines):len(lines)], c.Lines...)
		}
		if len(lines) > 0 {
			out = append(out, &ir.CommentStmt{Lines: lines})
		}
	}
	return out
}

// hasComments reports whether comments stand at s itself.
func hasComments(s ir.Stmt) bool {
	m := s.Base()
	return len(m.Leading) > 0 || m.Trailing != ""
}

// takeComments moves the comments, the blank line and the position of a dropped
// statement to the one that takes its place.
func takeComments(to, from ir.Stmt) {
	t, f := to.Base(), from.Base()
	if f.Line > 0 {
		t.Line = f.Line
	}
	t.Leading = append(f.Leading[:len(f.Leading):len(f.Leading)], t.Leading...)
	t.BlankBefore = f.BlankBefore
	switch {
	case t.Trailing == "":
		t.Trailing = f.Trailing
	case f.Trailing != "":
		t.Leading = append(t.Leading, ir.Comment{Text: f.Trailing})
	}
}
