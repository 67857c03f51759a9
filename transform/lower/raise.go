package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// raiseStmt lowers `raise`, `raise exc` and `raise exc from cause`.
func (b *body) raiseStmt(s *ast.Raise) {
	if s.Exc == nil {
		if len(b.handled) == 0 {
			b.raise(pyCall("Reraise"))
			return
		}
		b.raise(use(b.handled[len(b.handled)-1]))
		return
	}
	exc := b.exception(s.Exc)
	if s.Cause != nil {
		vs := b.sequence(func() val { return lit(exc, types.Error) }, func() val {
			return b.box(b.expr(s.Cause))
		})
		exc = pyCall("RaiseFrom", exc, vs[1].x)
	}
	b.raise(exc)
}

// exception lowers the operand of raise to a Go error: an instance, or a class
// that is instantiated.
func (b *body) exception(e ast.Expr) ir.Expr {
	if r, ok := b.l.info.Refs[e].(*infer.ClassRef); ok && r.Class.Typed {
		return b.newCall(&ast.Call{Range: rangeOf(e), Func: e}, &infer.Call{Kind: infer.NewCall, Class: r.Class}).x
	}
	if c := b.exceptionClass(e); c != nil {
		return method(c, "New")
	}
	if c, ok := e.(*ast.Call); ok {
		if x, ok := b.newException(c); ok {
			return x
		}
	}
	v := b.expr(e)
	switch v.t.(type) {
	case *types.Instance:
		return v.x
	}
	if v.t == types.Error {
		return v.x
	}
	return pyCall("Raise", b.box(v).x)
}

// newException lowers the construction of a library exception. Groups check
// their members and are made like any other object.
func (b *body) newException(e *ast.Call) (ir.Expr, bool) {
	if r, ok := b.l.info.Refs[e.Func].(*infer.ClassRef); ok && r.Class.Typed {
		return nil, false
	}
	c := b.exceptionClass(e.Func)
	if k := b.l.stubException(e.Func); c == nil || k != nil && k.IsGroup() || len(e.Keywords) > 0 || hasStar(e.Args) {
		return nil, false
	}
	vs := b.boxedOperands(e.Args)
	return method(c, "New", exprs(vs)...), true
}
