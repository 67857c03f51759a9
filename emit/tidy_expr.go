package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// tidyExprs simplifies expressions and assignments in place: `!(a == b)`,
// `!!a`, `a != nil && a != nil`, and `x = x + y` with Go's own operators.
func tidyExprs(body *[]ir.Stmt) {
	ir.Walk(*body, func(s ir.Stmt) bool {
		if a, ok := s.(*ir.Assign); ok {
			combine(a)
			floatLits(a)
		}
		return true
	}, func(e *ir.Expr) bool {
		if u, ok := (*e).(*ir.Unary); ok && u.Op == "!" {
			if _, still := negate(u.X).(*ir.Unary); !still || isNot(u.X) {
				*e = negate(u.X)
			}
		}
		if and, ok := (*e).(*ir.Binary); ok && and.Op == "&&" && sameTest(and.X, and.Y) {
			*e = and.X
		}
		return true
	})
}

func isNot(e ir.Expr) bool {
	u, ok := e.(*ir.Unary)
	return ok && u.Op == "!"
}

// sameTest reports whether two conditions compare the same variable with nil in
// the same way.
func sameTest(x, y ir.Expr) bool {
	a, ok := x.(*ir.Binary)
	b, ok2 := y.(*ir.Binary)
	if !ok || !ok2 || a.Op != b.Op || !equalPlaces(a.X, b.X) {
		return false
	}
	_, nil1 := a.Y.(*ir.Nil)
	_, nil2 := b.Y.(*ir.Nil)
	return nil1 && nil2
}

// combine turns `x = x op y` into `x op= y` where x is a variable, or a field
// or element that is found without calling anything.
func combine(s *ir.Assign) {
	if s.Op != "" || len(s.Lhs) != 1 || len(s.Rhs) != 1 {
		return
	}
	b, ok := s.Rhs[0].(*ir.Binary)
	if !ok || binaryPrec[b.Op] < 4 || !equalPlaces(s.Lhs[0], b.X) {
		return
	}
	s.Op = b.Op
	s.Rhs[0] = b.Y
}

// floatLits writes an integer literal assigned to a float64 as one, so that
// `x := 1.0` declares it.
func floatLits(s *ir.Assign) {
	if len(s.Lhs) != len(s.Rhs) {
		return
	}
	for i, r := range s.Rhs {
		l, ok := r.(*ir.Lit)
		v := assigned(s.Lhs[i])
		if !ok || v == nil || v.Type == nil || !identical(v.Type, ir.Float64) {
			continue
		}
		if n, ok := l.Value.(int64); ok && int64(float64(n)) == n && n > -1<<53 && n < 1<<53 {
			s.Rhs[i] = &ir.Lit{Value: float64(n)}
		}
	}
}
