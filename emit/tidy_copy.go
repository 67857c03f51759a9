package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// dropErrCopies lets a handler speak of `err` itself: `exc := err` goes where
// nothing assigns err as long as exc is used, and no closure shares either.
func dropErrCopies(a *analysis) bool {
	if a.hasGoto {
		return false
	}
	return a.rewriteBlocks(func(sc *scope) bool {
		for k, s := range *sc.body {
			st, ok := s.(*ir.Assign)
			if !ok || st.Op != "" || len(st.Lhs) != 1 || len(st.Rhs) != 1 || hasComments(st) {
				continue
			}
			v, u := assigned(st.Lhs[0]), assigned(st.Rhs[0])
			if v == nil || u == nil || v == u || !u.Temp || !identical(u.Type, ir.Error) || !identical(v.Type, ir.Error) ||
				!a.copies(sc, k, v, u) {
				continue
			}
			b := *sc.body
			for _, s := range b[k+1:] {
				replaceVar(s, v, u)
			}
			*sc.body = append(b[:k:k], b[k+1:]...)
			return true // the positions below have changed
		}
		return false
	})
}

// copies reports whether v, assigned u at position k of sc, is the same as u
// wherever it is used.
func (a *analysis) copies(sc *scope, k int, v, u *ir.Var) bool {
	for _, x := range []*ir.Var{v, u} {
		if x.Global || a.bound[x] != nil || a.addrs[x] || a.anyCapture(x) {
			return false
		}
	}
	if !a.keeps(v) {
		return false
	}
	last := k
	for _, r := range a.refs[v] {
		if !r.scope.within(sc) || r.scope.position(r.at, sc) < k {
			return false
		}
		last = max(last, r.scope.position(r.at, sc))
	}
	for _, r := range a.refs[u] {
		if r.kind != readRef && r.scope.within(sc) {
			if at := r.scope.position(r.at, sc); at > k && at <= last {
				return false
			}
		}
	}
	return true
}
