package emit

import (
	"strings"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// dropUnread drops assignments to local variables that nothing reads, keeping
// what their values do. Go does not accept such variables.
func dropUnread(a *analysis) bool {
	dead := map[*ir.Var]bool{}
	for _, v := range a.order {
		// Parameters may stay unread; the variables of range and switch may not.
		if s := a.bound[v]; (s == nil || s.header != nil) && !a.isRead(v) {
			dead[v] = true
		}
	}
	return a.rewrite(func(s ir.Stmt) ([]ir.Stmt, bool) {
		switch s := s.(type) {
		case *ir.Declare:
			if len(a.refs[s.Var]) == 0 || dead[s.Var] {
				return leftovers(s), true
			}
		case *ir.LocalFunc:
			if dead[s.Var] {
				return leftovers(s), true
			}
		case *ir.Range:
			if s.Key != nil && dead[s.Key] || s.Value != nil && dead[s.Value] {
				if s.Key != nil && dead[s.Key] {
					s.Key = nil
				}
				if s.Value != nil && dead[s.Value] {
					s.Value = nil
				}
				return []ir.Stmt{s}, true
			}
		case *ir.Assign:
			return a.dropAssign(s, dead)
		case *ir.ExprStmt:
			if canStand(s.X) {
				break
			}
			if a.effectOf(s.X) == steady {
				return leftovers(s), true
			}
			e := &ir.Assign{Meta: s.Meta, Lhs: []ir.Expr{nil}, Rhs: []ir.Expr{s.X}}
			return []ir.Stmt{e}, true
		}
		return nil, false
	})
}

// isRead reports whether anything reads v. What a local function does in its
// own body does not count: nobody else calls it.
func (a *analysis) isRead(v *ir.Var) bool {
	var own *scope
	for _, r := range a.refs[v] {
		if f, ok := r.stmt.(*ir.LocalFunc); ok && f.Var == v {
			own = a.lits[f.Lit]
		}
	}
	for _, r := range a.refs[v] {
		if r.kind == readRef && (own == nil || !r.scope.within(own)) {
			return true
		}
	}
	return false
}

// dropAssign takes the dead variables out of an assignment.
func (a *analysis) dropAssign(s *ir.Assign, dead map[*ir.Var]bool) ([]ir.Stmt, bool) {
	if s.Op != "" {
		return nil, false
	}
	blanks, changed := 0, false
	for i, l := range s.Lhs {
		v := assigned(l)
		// Go's vet does not accept x = x.
		same := len(s.Rhs) == len(s.Lhs) && l != nil && equalPlaces(l, s.Rhs[i]) && (v == nil || !a.changeable(v))
		if v != nil && dead[v] || same {
			s.Lhs[i] = nil
			changed = true
		}
		if isBlank(s.Lhs[i]) {
			blanks++
		}
	}
	if blanks == len(s.Lhs) && len(s.Rhs) == 1 && canStand(s.Rhs[0]) {
		e := &ir.ExprStmt{X: s.Rhs[0]}
		e.Pos = s.Pos
		takeComments(e, s)
		return []ir.Stmt{e}, true
	}
	if len(s.Lhs) != len(s.Rhs) {
		return []ir.Stmt{s}, changed
	}
	var lhs, rhs []ir.Expr
	for i, l := range s.Lhs {
		if isBlank(l) && (a.effectOf(s.Rhs[i]) == steady || partOf(s.Rhs[i])) {
			continue
		}
		lhs = append(lhs, l)
		rhs = append(rhs, s.Rhs[i])
	}
	switch {
	case len(lhs) == 0:
		return leftovers(s), true
	case len(lhs) < len(s.Lhs):
		s.Lhs, s.Rhs = lhs, rhs
		changed = true
	}
	return []ir.Stmt{s}, changed
}

// partOf reports whether e is a field of a local struct, which reading cannot
// make panic.
func partOf(e ir.Expr) bool {
	sel, ok := e.(*ir.Select)
	if !ok {
		return false
	}
	u, ok := sel.X.(*ir.Use)
	if !ok || u.Var.Global {
		return false
	}
	t, ok := u.Var.Type.(*ir.Named)
	return ok && t.Decl == nil && strings.HasPrefix(t.Name, "Tuple")
}

// rewrite replaces statements: f returns what a statement becomes, and whether
// that is a change. Statements of Init and Post keep their place: what f
// returns for them must be one statement, or is put before the whole.
func (a *analysis) rewrite(f func(ir.Stmt) ([]ir.Stmt, bool)) bool {
	changed := false
	for _, sc := range a.scopes {
		if sc.body == nil {
			continue
		}
		var out []ir.Stmt
		for _, s := range *sc.body {
			ir.SubStmts(s, func(sub *ir.Stmt) {
				if ss, ok := f(*sub); ok {
					changed = true
					*sub = nil
					if len(ss) == 1 {
						if _, comment := ss[0].(*ir.CommentStmt); !comment {
							*sub = ss[0]
						}
					}
				}
			})
			ss, ok := f(s)
			if !ok {
				ss = []ir.Stmt{s}
			}
			changed = changed || ok
			out = append(out, ss...)
		}
		*sc.body = out
	}
	return changed
}

// dropDeadStores drops an assignment of a steady value to a local that is
// assigned again before anything can read it: in the same block, with no
// branch between that might lead to a reader, and no closure that shares it.
func dropDeadStores(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		changed := false
		for i := 0; i < len(*sc.body); i++ {
			st, ok := (*sc.body)[i].(*ir.Assign)
			if !ok || st.Op != "" || len(st.Lhs) != 1 || len(st.Rhs) != 1 {
				continue
			}
			v := assigned(st.Lhs[0])
			if v == nil || v.Global || a.bound[v] != nil || a.addrs[v] || a.effectOf(st.Rhs[0]) != steady || a.anyCapture(v) {
				continue
			}
			rest := (*sc.body)[i+1:]
			j := 0
			for j < len(rest) && !mentions(v, rest[j]) && !branches(rest[j]) {
				j++
			}
			if j == len(rest) || branches(rest[j]) {
				continue
			}
			if f := stmtFlow(v, rest[j]); f.read || !f.assigned {
				continue
			}
			*sc.body = append(append((*sc.body)[:i:i], leftovers(st)...), rest...)
			changed = true
		}
		return changed
	})
}

// rewriteBlocks calls f for each block and reports whether any has changed. f
// may rely on what the analysis says of variables, but not on positions once
// it has changed statements before them.
func (a *analysis) rewriteBlocks(f func(*scope) bool) bool {
	changed := false
	for _, sc := range a.scopes {
		if sc.body != nil && f(sc) {
			changed = true
		}
	}
	return changed
}

// anyCapture reports whether v is used in more than one function.
func (a *analysis) anyCapture(v *ir.Var) bool {
	refs := a.refs[v]
	for _, r := range refs {
		if r.scope.fn != refs[0].scope.fn {
			return true
		}
	}
	return false
}

// mentions reports whether s, or anything below it, refers to v.
func mentions(v *ir.Var, s ir.Stmt) bool {
	found := false
	ir.WalkStmt(s, func(s ir.Stmt) bool {
		switch s := s.(type) {
		case *ir.Range:
			found = found || s.Key == v || s.Value == v
		case *ir.LocalFunc:
			found = found || s.Var == v
		case *ir.Declare:
			found = found || s.Var == v
		}
		return !found
	}, func(e *ir.Expr) bool {
		if u, ok := (*e).(*ir.Use); ok && u.Var == v {
			found = true
		}
		return !found
	})
	return found
}

// branches reports whether s contains a break, continue or goto.
func branches(s ir.Stmt) bool {
	found := false
	ir.WalkStmt(s, func(s ir.Stmt) bool {
		if _, ok := s.(*ir.Branch); ok {
			found = true
		}
		return !found
	}, func(*ir.Expr) bool { return false })
	return found
}

// joinReturns writes `v, err = f(); return v, err` as `return f()`, where the
// variables are locals that no closure shares and v is not one that the
// program's author named alone.
func joinReturns(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		b := *sc.body
		n := len(b)
		if n < 2 {
			return false
		}
		st, ok := b[n-2].(*ir.Assign)
		r, ok2 := b[n-1].(*ir.Return)
		if !ok || !ok2 || st.Op != "" || len(st.Rhs) != 1 || len(st.Lhs) < 2 || len(st.Lhs) != len(r.Values) {
			return false
		}
		if _, call := st.Rhs[0].(*ir.Call); !call {
			return false
		}
		for i, l := range st.Lhs {
			v := assigned(l)
			if v == nil || v.Global || a.bound[v] != nil || a.anyCapture(v) || assigned(r.Values[i]) != v {
				return false
			}
		}
		j := &ir.Return{Values: st.Rhs}
		j.Pos = r.Pos
		takeComments(j, r)
		takeComments(j, st)
		*sc.body = append(b[:n-2:n-2], j)
		return true
	})
}
