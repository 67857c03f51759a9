package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// inlineClosures puts the body of a function literal that is called where it
// stands in place of the call, when it is the whole value of a statement.
//
// The literal must have no parameters, no named results and no defer, which
// would run at another time. Its variables are new at each call: one that may
// be read before it is assigned keeps the closure. Under return the body may
// return anywhere; elsewhere at its end only.
func inlineClosures(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		for i, s := range *sc.body {
			out, ok := a.unwrap(s)
			if !ok {
				continue
			}
			switch len(out) {
			case 0:
				out = leftovers(s)
			case 1:
				takeComments(out[0], s)
			default:
				m := out[0].Base()
				m.Leading = append(leading(s), m.Leading...)
				m.BlankBefore = s.Base().BlankBefore
			}
			b := *sc.body
			*sc.body = append(append(b[:i:i], out...), b[i+1:]...)
			return true
		}
		return false
	})
}

// leading returns the comments of a statement that is replaced by others.
func leading(s ir.Stmt) []ir.Comment {
	m := s.Base()
	out := append([]ir.Comment(nil), m.Leading...)
	if m.Trailing != "" {
		out = append(out, ir.Comment{Text: m.Trailing})
	}
	return out
}

func (a *analysis) unwrap(s ir.Stmt) ([]ir.Stmt, bool) {
	switch s := s.(type) {
	case *ir.ExprStmt:
		lit := a.closure(s.X)
		if lit == nil || !returnsAtEnd(lit.Body) {
			return nil, false
		}
		body, r := cutReturn(lit.Body)
		if r == nil || len(r.Values) == 0 {
			return body, true
		}
		blanks := make([]ir.Expr, len(lit.Results))
		return append(body, &ir.Assign{Lhs: blanks, Rhs: r.Values}), true
	case *ir.Assign:
		if s.Op != "" || len(s.Rhs) != 1 {
			return nil, false
		}
		lit := a.closure(s.Rhs[0])
		if lit == nil || !returnsAtEnd(lit.Body) || len(lit.Results) != len(s.Lhs) {
			return nil, false
		}
		for i, l := range s.Lhs {
			if isBlank(l) {
				continue
			}
			if v := assigned(l); v == nil || !identical(v.Type, lit.Results[i].Type) {
				return nil, false
			}
		}
		body, r := cutReturn(lit.Body)
		if r == nil || len(r.Values) == 0 {
			return nil, false
		}
		return append(body, &ir.Assign{Lhs: s.Lhs, Rhs: r.Values}), true
	case *ir.Return:
		if len(s.Values) != 1 {
			return nil, false
		}
		lit := a.closure(s.Values[0])
		if lit == nil || !blockTerminates(lit.Body) {
			return nil, false
		}
		return lit.Body, true
	}
	return nil, false
}

// closure returns the literal that e calls, if it can be unwrapped at all.
func (a *analysis) closure(e ir.Expr) *ir.FuncLit {
	call, ok := e.(*ir.Call)
	if !ok || len(call.Args) > 0 {
		return nil
	}
	lit, ok := call.Fun.(*ir.FuncLit)
	if !ok || len(lit.Params) > 0 || lit.Named || len(lit.Body) == 0 {
		return nil
	}
	ok = true
	ir.Walk(lit.Body, func(s ir.Stmt) bool {
		if _, isDefer := s.(*ir.Defer); isDefer {
			ok = false
		}
		return ok
	}, func(e *ir.Expr) bool {
		if f, isPkg := (*e).(*ir.PkgRef); isPkg && f.Pkg == "" && f.Name == "recover" {
			ok = false
		}
		_, inner := (*e).(*ir.FuncLit)
		return !inner
	})
	if !ok {
		return nil
	}
	own := a.lits[lit]
	for _, v := range a.order {
		inside := a.bound[v] == nil
		captured := false
		for _, r := range a.refs[v] {
			inside = inside && r.scope.within(own)
			captured = captured || r.scope.fn != own
		}
		if inside && a.pins[v] == nil && (captured || flowOf(v, lit.Body).read) {
			return nil
		}
	}
	return lit
}

// returnsAtEnd reports whether the only return in body, if any, is its last
// statement.
func returnsAtEnd(body []ir.Stmt) bool {
	n := 0
	ir.Walk(body, func(s ir.Stmt) bool {
		if _, ok := s.(*ir.Return); ok {
			n++
		}
		return true
	}, func(*ir.Expr) bool { return false })
	if n == 0 {
		return true
	}
	_, last := body[len(body)-1].(*ir.Return)
	return n == 1 && last
}

// cutReturn splits off the return at the end of body.
func cutReturn(body []ir.Stmt) ([]ir.Stmt, *ir.Return) {
	n := len(body)
	if r, ok := body[n-1].(*ir.Return); ok {
		return append(body[:n-1:n-1], leftovers(r)...), r
	}
	return body[:n:n], nil
}

// splitDeclared gives each Declare of one variable a variable of its own: it
// covers the statements after it in its block.
func splitDeclared(body *[]ir.Stmt) {
	seen := map[*ir.Var]bool{}
	var block func(b []ir.Stmt)
	block = func(b []ir.Stmt) {
		for i, s := range b {
			if d, ok := s.(*ir.Declare); ok {
				if v := d.Var; seen[v] {
					w := *v
					for _, rest := range b[i:] {
						replaceVar(rest, v, &w)
					}
				}
				seen[d.Var] = true
			}
			ir.StmtSlots(s, func(e *ir.Expr) {
				ir.WalkExpr(e, func(x *ir.Expr) bool {
					if lit, ok := (*x).(*ir.FuncLit); ok {
						block(lit.Body)
					}
					return true
				})
			})
			ir.Blocks(s, func(nested *[]ir.Stmt) { block(*nested) })
		}
	}
	block(*body)
}
