package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// splitTemps gives each part of a block that begins by assigning a temporary
// anew a variable of its own, so that every `err` can be declared where it is
// used. shareTemps joins again those that end up in one block.
//
// A temporary is split at assignments in the block that contains all its
// references, when no closure shares it. Its first reference there must be
// such an assignment too if the block is inside a loop: else a value could
// come round from the end of the block.
func splitTemps(a *analysis) {
	if a.hasGoto {
		return
	}
	for _, v := range a.order {
		if v.Temp && !v.Global && a.bound[v] == nil && a.pins[v] == nil && !a.anyCapture(v) && !a.addrs[v] {
			a.split(v, a.refs[v])
		}
	}
}

// split divides refs, all that concern v, at the assignments in their block.
func (a *analysis) split(v *ir.Var, refs []ref) {
	home := refs[0].scope
	for _, r := range refs {
		home = common(home, r.scope)
	}
	if home.body == nil {
		return
	}
	var parts [][]ref
	last := -1
	for _, r := range refs {
		at := r.scope.position(r.at, home)
		fresh := at != last && startsWith(v, (*home.body)[at])
		if len(parts) == 0 {
			if !fresh && home.loopAround() != nil {
				return
			}
			parts = append(parts, nil)
		} else if fresh {
			parts = append(parts, nil)
		}
		last = at
		n := len(parts) - 1
		parts[n] = append(parts[n], r)
	}
	if len(parts) == 1 {
		return
	}
	for i, part := range parts {
		w := v
		if i > 0 {
			c := *v
			w = &c
			from := part[0].scope.position(part[0].at, home)
			to := part[len(part)-1].scope.position(part[len(part)-1].at, home)
			for _, s := range (*home.body)[from : to+1] {
				replaceVar(s, v, w)
			}
		}
		a.split(w, part)
	}
}

// startsWith reports whether s is an assignment of v that does not read it.
func startsWith(v *ir.Var, s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.Assign:
		f := stmtFlow(v, s)
		return !f.read && f.assigned
	case *ir.If:
		if s.Init != nil {
			f := stmtFlow(v, s.Init)
			return !f.read && f.assigned
		}
	}
	return false
}

// replaceVar makes every reference to v in s one to w.
func replaceVar(s ir.Stmt, v, w *ir.Var) {
	ir.WalkStmt(s, func(s ir.Stmt) bool {
		switch s := s.(type) {
		case *ir.Range:
			if s.Key == v {
				s.Key = w
			}
			if s.Value == v {
				s.Value = w
			}
		case *ir.LocalFunc:
			if s.Var == v {
				s.Var = w
			}
		case *ir.Declare:
			if s.Var == v {
				s.Var = w
			}
		}
		return true
	}, func(e *ir.Expr) bool {
		if u, ok := (*e).(*ir.Use); ok && u.Var == v {
			*e = &ir.Use{Var: w}
		}
		return true
	})
}

// initWidth is the greatest number of columns of a statement before the
// condition of an if; names are not chosen yet, so it is a guess.
const initWidth = 66

// joinInits moves an assignment of temporaries that only the following if
// uses into its header: `if err := f(); err != nil`.
func joinInits(a *analysis) {
	a.rewriteBlocks(func(sc *scope) bool {
		changed := false
		// Backwards: the positions before a joined pair stay what they were.
		for i := len(*sc.body) - 2; i >= 0; i-- {
			st, ok := (*sc.body)[i].(*ir.Assign)
			next, ok2 := (*sc.body)[i+1].(*ir.If)
			if !ok || !ok2 || st.Op != "" || next.Init != nil || hasComments(st) || !a.onlyFor(st, sc, i) {
				continue
			}
			if roughWidth(st.Rhs) > initWidth || multiLine(st.Rhs) {
				continue
			}
			fresh := map[*ir.Var]bool{}
			for _, l := range st.Lhs {
				fresh[assigned(l)] = true
			}
			if !definesAll(st, func(v *ir.Var) bool { return fresh[v] }) {
				continue
			}
			next.Init = st
			blank := st.BlankBefore
			takeComments(next, st)
			next.BlankBefore = blank
			*sc.body = append((*sc.body)[:i:i], (*sc.body)[i+1:]...)
			changed = true
		}
		return changed
	})
}

// onlyFor reports whether st, statement i of sc, assigns temporaries that are
// used in the following if only, some of them in its condition.
func (a *analysis) onlyFor(st *ir.Assign, sc *scope, i int) bool {
	some := false
	cond := (*sc.body)[i+1].(*ir.If).Cond
	for _, l := range st.Lhs {
		if isBlank(l) {
			continue
		}
		v := assigned(l)
		if v == nil || !v.Temp || v.Global || a.bound[v] != nil || a.pins[v] != nil || a.anyCapture(v) {
			return false
		}
		n := 0
		for _, r := range a.refs[v] {
			if !r.scope.within(sc) {
				return false
			}
			switch at := r.scope.position(r.at, sc); at {
			case i:
				n++
			case i + 1:
				some = some || reads(v, cond)
			default:
				return false
			}
		}
		if n != 1 {
			return false
		}
	}
	return some
}

// roughWidth counts the names and literals of expressions, before names are
// chosen.
func roughWidth(es []ir.Expr) int {
	n := 0
	for _, e := range es {
		ir.WalkExpr(&e, func(x *ir.Expr) bool {
			switch x := (*x).(type) {
			case *ir.Lit:
				n += len(litText(x))
			case *ir.Use:
				n += len(x.Var.Name) + 2
			case *ir.FuncRef:
				n += len(x.Func.Name) + 2
			case *ir.MethodRef:
				n += len(x.Func.Name) + 1
			case *ir.FieldRef:
				n += len(x.Field.Name) + 1
			case *ir.Select:
				n += len(x.Name) + 1
			case *ir.PkgRef:
				n += len(importName(x.Pkg)) + len(x.Name) + 2
			default:
				n += 2
			}
			return true
		})
	}
	return n
}

// multiLine reports whether printing es takes more than a line for sure.
func multiLine(es []ir.Expr) bool {
	found := false
	for _, e := range es {
		ir.WalkExpr(&e, func(x *ir.Expr) bool {
			switch x := (*x).(type) {
			case *ir.FuncLit:
				found = true
			case *ir.Call:
				found = found || x.Multiline
			case *ir.Composite:
				found = found || x.Multiline
			}
			return !found
		})
	}
	return found
}

// shareTemps lets temporaries of one name and type that would be declared in
// one block be one variable, where the references of the first all come before
// those of the second and the second begins with an assignment: the reader
// sees err again, not err2.
func shareTemps(a *analysis) {
	if a.hasGoto {
		return
	}
	type key struct {
		home *scope
		name string
	}
	p := &placement{analysis: a, homes: map[*ir.Var]*scope{}, noInit: map[*scope]bool{}}
	p.findHomes()
	firsts := map[key][]*ir.Var{}
next:
	for _, v := range a.order {
		if !v.Temp || v.Global || a.bound[v] != nil || a.pins[v] != nil || a.anyCapture(v) || p.homes[v].body == nil {
			continue
		}
		k := key{p.homes[v], v.Name}
		for _, u := range firsts[k] {
			if identical(u.Type, v.Type) && a.follows(u, v, k.home) {
				from, to := a.span(v, k.home)
				for _, s := range (*k.home.body)[from : to+1] {
					replaceVar(s, v, u)
				}
				a.refs[u] = append(a.refs[u], a.refs[v]...)
				continue next
			}
		}
		firsts[k] = append(firsts[k], v)
	}
}

// follows reports whether v, at home in s like u, begins after the end of u
// with an assignment.
func (a *analysis) follows(u, v *ir.Var, s *scope) bool {
	_, end := a.span(u, s)
	begin, _ := a.span(v, s)
	if begin < end {
		return false
	}
	st, ok := (*s.body)[begin].(*ir.Assign)
	if !ok || !startsWith(v, st) {
		return false
	}
	// In one statement, the value of u is read before v is assigned.
	return begin > end || !assigns(st, u)
}

// span returns the positions in s of the first and the last reference to v.
func (a *analysis) span(v *ir.Var, s *scope) (first, last int) {
	first, last = len(*s.body), -1
	for _, r := range a.refs[v] {
		at := r.scope.position(r.at, s)
		first, last = min(first, at), max(last, at)
	}
	return first, last
}
