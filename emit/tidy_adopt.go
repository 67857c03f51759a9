package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// adoptTemps gives a temporary the name of the variable that it is assigned to
// later: `t, err = f(); if err != nil { return err }; v = t` becomes
// `v, err = f(); if err != nil { return err }`.
//
// Between the two assignments, both in one block, nothing may refer to v, and
// no branch may lead to a place where the old value of v is seen; a return
// leaves for good. The temporary must have no other assignment, and if it is
// used again, v must keep its value. A v that closures share must not be known
// to any of them yet.
func adoptTemps(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		for k := len(*sc.body) - 1; k > 0; k-- {
			st, ok := (*sc.body)[k].(*ir.Assign)
			if !ok || st.Op != "" || len(st.Lhs) != 1 || len(st.Rhs) != 1 {
				continue
			}
			v, t := assigned(st.Lhs[0]), assigned(st.Rhs[0])
			if v == nil || t == nil || v == t || !identical(v.Type, t.Type) {
				continue
			}
			i := a.adoptable(sc, k, v, t)
			if i < 0 {
				continue
			}
			b := *sc.body
			takeLater(b[i], st)
			for _, s := range b[i:] {
				replaceVar(s, t, v)
			}
			*sc.body = append(b[:k:k], b[k+1:]...)
			return true // the positions below have changed
		}
		return false
	})
}

// adoptable returns the position of the assignment of t that may assign v
// instead, -1 if there is none.
func (a *analysis) adoptable(sc *scope, k int, v, t *ir.Var) int {
	if !t.Temp || t.Global || a.bound[t] != nil || a.pins[t] != nil || a.addrs[t] || a.anyCapture(t) {
		return -1
	}
	if v.Global || a.bound[v] != nil || a.addrs[v] || a.hasGoto {
		return -1
	}
	i, last := -1, k
	for _, r := range a.refs[t] {
		if !r.scope.within(sc) {
			return -1
		}
		at := r.scope.position(r.at, sc)
		last = max(last, at)
		if r.kind == readRef {
			continue
		}
		if i >= 0 || r.scope != sc {
			return -1
		}
		i = at
	}
	if i < 0 || i >= k || !startsWith(t, (*sc.body)[i]) {
		return -1
	}
	for _, s := range (*sc.body)[i+1 : k] {
		if mentions(v, s) || branches(s) {
			return -1
		}
	}
	if assigns((*sc.body)[i].(*ir.Assign), v) || last > k && !a.keeps(v) {
		return -1
	}
	if pin := a.pins[v]; pin != nil && (pin != sc || declaredAt(v, *sc.body) > i) {
		return -1
	}
	if a.anyCapture(v) {
		if sc.loopAround() != nil || !a.keeps(v) {
			return -1
		}
		for _, r := range a.refs[v] {
			if !r.scope.within(sc) || r.scope.position(r.at, sc) < k {
				return -1
			}
		}
	}
	return i
}

// keeps reports whether v is assigned only once.
func (a *analysis) keeps(v *ir.Var) bool {
	n := 0
	for _, r := range a.refs[v] {
		if r.kind != readRef {
			n++
		}
	}
	return n == 1
}

// declaredAt returns the position of the Declare of v in body, or len(body).
func declaredAt(v *ir.Var, body []ir.Stmt) int {
	for i, s := range body {
		if d, ok := s.(*ir.Declare); ok && d.Var == v {
			return i
		}
	}
	return len(body)
}

// takeLater moves the comments of a dropped statement to an earlier one.
func takeLater(to, from ir.Stmt) {
	t, f := to.Base(), from.Base()
	t.Leading = append(t.Leading[:len(t.Leading):len(t.Leading)], f.Leading...)
	switch {
	case t.Trailing == "":
		t.Trailing = f.Trailing
	case f.Trailing != "":
		t.Leading = append(t.Leading, ir.Comment{Text: f.Trailing})
	}
}

// joinErrReturns shortens the end of a block that hands on an error:
//
//	v, err = f(); if err != nil { return 0, err }; return v, nil
//
// becomes `return f()`, and where the results are not those of the call
//
//	_, err = f(); if err != nil { return err }; return nil
//
// becomes `_, err = f(); return err`. Whoever gets an error does not look at
// the other results.
func joinErrReturns(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		b := *sc.body
		n := len(b)
		if n < 2 {
			return false
		}
		last, ok := b[n-1].(*ir.Return)
		check, ok2 := b[n-2].(*ir.If)
		if !ok || !ok2 || len(last.Values) == 0 || hasComments(check) || hasComments(last) {
			return false
		}
		from := n - 2
		st, ok := check.Init.(*ir.Assign)
		if check.Init == nil && n > 2 {
			st, ok = b[n-3].(*ir.Assign)
			from = n - 3
		}
		if !ok || !a.handsOn(st, check, last) {
			return false
		}
		e := len(last.Values) - 1
		switch {
		case len(st.Lhs) == len(last.Values) && sameVars(st.Lhs[:e], last.Values[:e]):
			r := &ir.Return{Meta: last.Meta, Values: st.Rhs}
			takeComments(r, st)
			*sc.body = append(b[:from:from], r)
		case !sameConstants(check.Then[0].(*ir.Return).Values[:e], last.Values[:e]):
			return false
		case len(st.Lhs) == 1:
			r := &ir.Return{Meta: last.Meta, Values: append(last.Values[:e:e], st.Rhs[0])}
			takeComments(r, st)
			*sc.body = append(b[:from:from], r)
		default:
			r := &ir.Return{Meta: last.Meta, Values: append(last.Values[:e:e], st.Lhs[len(st.Lhs)-1])}
			r.BlankBefore = false
			*sc.body = append(b[:from:from], st, r)
		}
		return true
	})
}

// handsOn reports whether st assigns locals of a call, the last of which is an
// error that check returns and last replaces by nil.
func (a *analysis) handsOn(st *ir.Assign, check *ir.If, last *ir.Return) bool {
	if st.Op != "" || len(st.Rhs) != 1 || len(check.Then) != 1 || len(check.Else)+len(check.ThenTail)+len(check.ElseTail) > 0 {
		return false
	}
	if _, call := st.Rhs[0].(*ir.Call); !call {
		return false
	}
	then, ok := check.Then[0].(*ir.Return)
	if !ok || hasComments(then) || len(then.Values) != len(last.Values) {
		return false
	}
	e := len(last.Values) - 1
	for _, v := range then.Values[:e] {
		if a.effectOf(v) != steady {
			return false
		}
	}
	err := assigned(st.Lhs[len(st.Lhs)-1])
	if err == nil || !identical(err.Type, ir.Error) || assigned(then.Values[e]) != err || !isNilTest(check.Cond, err) {
		return false
	}
	if _, isNil := last.Values[e].(*ir.Nil); !isNil {
		return false
	}
	for _, l := range st.Lhs {
		if isBlank(l) {
			continue
		}
		v := assigned(l)
		if v == nil || v.Global || a.bound[v] != nil || a.addrs[v] || a.anyCapture(v) {
			return false
		}
	}
	return true
}

// isNilTest reports whether cond is `err != nil`.
func isNilTest(cond ir.Expr, err *ir.Var) bool {
	b, ok := cond.(*ir.Binary)
	if !ok || b.Op != "!=" || assigned(b.X) != err {
		return false
	}
	_, isNil := b.Y.(*ir.Nil)
	return isNil
}

func sameVars(xs, ys []ir.Expr) bool {
	for i := range xs {
		if v := assigned(xs[i]); v == nil || assigned(ys[i]) != v {
			return false
		}
	}
	return true
}

// sameConstants reports whether xs and ys are the same literals and nils.
func sameConstants(xs, ys []ir.Expr) bool {
	for i := range xs {
		_, nil1 := xs[i].(*ir.Nil)
		_, nil2 := ys[i].(*ir.Nil)
		_, lit := xs[i].(*ir.Lit)
		if !(nil1 && nil2) && !(lit && equalPlaces(xs[i], ys[i])) {
			return false
		}
	}
	return true
}

// copyParams drops a temporary that only copies a parameter which nothing
// assigns: the two cannot be told apart, not even by closures. The variable of
// a range statement is such a parameter when it is a temporary itself; one of
// Python is shared by all iterations.
func copyParams(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		for i, s := range *sc.body {
			st, ok := s.(*ir.Assign)
			if !ok || st.Op != "" || len(st.Lhs) != 1 || len(st.Rhs) != 1 {
				continue
			}
			t, p := assigned(st.Lhs[0]), assigned(st.Rhs[0])
			if t == nil || p == nil || !t.Temp || t.Global || a.bound[t] != nil || a.pins[t] != nil || a.addrs[t] || !a.keeps(t) || !identical(t.Type, p.Type) {
				continue
			}
			home := a.bound[p]
			if home == nil || home.header != nil && !p.Temp || a.addrs[p] || !a.keeps(p) {
				continue
			}
			after := true
			for _, r := range a.refs[t] {
				after = after && r.scope.within(sc) && r.scope.position(r.at, sc) >= i
			}
			if !after {
				continue
			}
			b := *sc.body
			for _, rest := range b[i+1:] {
				replaceVar(rest, t, p)
			}
			*sc.body = append(append(b[:i:i], leftovers(st)...), b[i+1:]...)
			return true // the positions below have changed
		}
		return false
	})
}
