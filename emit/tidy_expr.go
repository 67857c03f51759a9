package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// tidyExprs simplifies expressions and assignments in place: `!(a == b)`,
// `!!a`, and `x = x + y` with Go's own operators.
func tidyExprs(body *[]ir.Stmt) {
	ir.Walk(*body, func(s ir.Stmt) bool {
		if a, ok := s.(*ir.Assign); ok {
			combine(a)
		}
		return true
	}, func(e *ir.Expr) bool {
		if u, ok := (*e).(*ir.Unary); ok && u.Op == "!" {
			if _, still := negate(u.X).(*ir.Unary); !still || isNot(u.X) {
				*e = negate(u.X)
			}
		}
		return true
	})
}

func isNot(e ir.Expr) bool {
	u, ok := e.(*ir.Unary)
	return ok && u.Op == "!"
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
