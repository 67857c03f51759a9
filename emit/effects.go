package emit

import (
	"strings"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// effect says what evaluating an expression may do; later ones include the
// earlier.
type effect int

const (
	steady  effect = iota // gives the same value whenever it is evaluated, and cannot panic
	reading               // reads what others may change, or may panic; changes nothing
	acting                // calls something
)

// effectOf classifies e. a knows which variables closures share.
func (a *analysis) effectOf(e ir.Expr) effect {
	own := steady
	switch e := e.(type) {
	case nil:
		return steady
	case *ir.Lit, *ir.Nil, *ir.FuncRef, *ir.TypeRef, *ir.FuncLit:
		return steady
	case *ir.PkgRef:
		return steady // library functions and constants; its variables do not change
	case *ir.Use:
		if a.changeable(e.Var) {
			return reading
		}
		return steady
	case *ir.Call:
		if !pureBuiltin(e) {
			return acting
		}
	case *ir.Select, *ir.FieldRef, *ir.MethodRef, *ir.Index, *ir.SliceExpr, *ir.TypeAssert:
		own = reading
	case *ir.Unary:
		if e.Op == "*" {
			own = reading
		}
	case *ir.Binary:
		if mayPanic(e) {
			own = reading
		}
	}
	ir.ExprSlots(e, func(x *ir.Expr) { own = max(own, a.effectOf(*x)) })
	return own
}

// mayPanic reports whether the operation itself may: an integer division, a
// shift, a comparison of interfaces.
func mayPanic(e *ir.Binary) bool {
	switch e.Op {
	case "/", "%":
		l, ok := e.Y.(*ir.Lit)
		return !ok || litText(l) == "0"
	case "<<", ">>":
		_, ok := e.Y.(*ir.Lit)
		return !ok
	case "==", "!=":
		for _, x := range []ir.Expr{e.X, e.Y} {
			if _, isNil := x.(*ir.Nil); isNil {
				return false
			}
		}
		for _, x := range []ir.Expr{e.X, e.Y} {
			t := typeOf(x)
			if _, ok := t.(constType); ok {
				continue
			}
			if b, ok := t.(*ir.Builtin); !ok || b.Name == "any" || b.Name == "error" {
				return true
			}
		}
	}
	return false
}

// pureBuiltin reports whether e is a conversion or a builtin function without
// effects.
func pureBuiltin(e *ir.Call) bool {
	switch f := e.Fun.(type) {
	case *ir.TypeRef:
		return true
	case *ir.PkgRef:
		if f.Pkg == "" {
			switch f.Name {
			case "len", "cap", "new", "min", "max", "complex", "real", "imag":
				return true
			}
		}
	}
	return false
}

// changeable reports whether v may change while an expression is evaluated:
// package-level variables, locals whose address is taken, and locals that a
// closure shares, unless they are assigned once only, before all other
// references: then whoever can see the variable sees that value.
func (a *analysis) changeable(v *ir.Var) bool {
	if v.Global {
		return !a.steady[v]
	}
	if a.addrs[v] {
		return true
	}
	if !a.anyCapture(v) {
		return false
	}
	if !a.keeps(v) {
		return true
	}
	if a.bound[v] != nil {
		return false
	}
	first := a.refs[v][0]
	if first.kind != writeRef || first.scope.loopAround() != nil && a.shared(v, first.scope) {
		return true
	}
	for _, r := range a.refs[v] {
		if !r.scope.within(first.scope) {
			return true
		}
	}
	return false
}

// canStand reports whether e may be a statement of its own.
func canStand(e ir.Expr) bool {
	call, ok := e.(*ir.Call)
	if !ok {
		return false
	}
	switch f := call.Fun.(type) {
	case *ir.TypeRef:
		return false
	case *ir.PkgRef:
		if f.Pkg != "" {
			return true
		}
		switch f.Name {
		case "panic", "print", "println", "copy", "delete", "close", "clear", "recover":
			return true
		}
		return false
	}
	return true
}

// equalPlaces reports whether x and y are the same variable, or the same
// field or element of one, without calls in them.
func equalPlaces(x, y ir.Expr) bool {
	switch x := x.(type) {
	case *ir.Use:
		y, ok := y.(*ir.Use)
		return ok && x.Var == y.Var && !x.Var.Blank
	case *ir.FieldRef:
		y, ok := y.(*ir.FieldRef)
		return ok && x.Field == y.Field && equalPlaces(x.X, y.X)
	case *ir.Select:
		y, ok := y.(*ir.Select)
		return ok && x.Name == y.Name && equalPlaces(x.X, y.X)
	case *ir.Index:
		y, ok := y.(*ir.Index)
		return ok && equalPlaces(x.X, y.X) && equalPlaces(x.I, y.I)
	case *ir.Unary:
		y, ok := y.(*ir.Unary)
		return ok && x.Op == "*" && y.Op == "*" && equalPlaces(x.X, y.X)
	case *ir.Lit:
		y, ok := y.(*ir.Lit)
		return ok && litText(x) == litText(y)
	}
	return false
}

// negate returns the opposite of a condition, without a double negation.
func negate(e ir.Expr) ir.Expr {
	switch e := e.(type) {
	case *ir.Unary:
		if e.Op == "!" {
			return e.X
		}
	case *ir.Lit:
		if b, ok := e.Value.(bool); ok {
			return &ir.Lit{Value: !b}
		}
	case *ir.Binary:
		if op := opposite(e); op != "" {
			return &ir.Binary{Op: op, X: e.X, Y: e.Y}
		}
	}
	return &ir.Unary{Op: "!", X: e}
}

// opposite returns the operator that gives the opposite result for the same
// operands, "" if there is none: an order of floats has none, because of NaN.
func opposite(e *ir.Binary) string {
	if l, ok := e.Y.(*ir.Lit); ok && l.Value == int64(0) && isLength(e.X) {
		switch e.Op {
		case ">":
			return "=="
		case "==":
			return ">"
		}
	}
	switch e.Op {
	case "==":
		return "!="
	case "!=":
		return "=="
	}
	if !isOrdered(e.X) && !isOrdered(e.Y) {
		return ""
	}
	switch e.Op {
	case "<":
		return ">="
	case "<=":
		return ">"
	case ">":
		return "<="
	case ">=":
		return "<"
	}
	return ""
}

// isLength reports whether e is a length, which is never negative.
func isLength(e ir.Expr) bool {
	c, ok := e.(*ir.Call)
	if !ok {
		return false
	}
	switch f := c.Fun.(type) {
	case *ir.Select:
		return f.Name == "Len"
	case *ir.PkgRef:
		return f.Pkg == "" && f.Name == "len" || strings.HasSuffix(f.Pkg, "/runtime/py") && (f.Name == "Len" || f.Name == "StrLen")
	}
	return false
}

// isOrdered reports whether e is known to be of a type without NaN.
func isOrdered(e ir.Expr) bool {
	b, ok := typeOf(e).(*ir.Builtin)
	return ok && (b.Name == "int" || b.Name == "string")
}
