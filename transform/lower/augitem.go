package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// augItem lowers `x[i] op= value` of a list or dict of numbers to one access
// of the item: `*x.Ref(i) += value`. The value must not run anything that could
// change the container.
func (b *body) augItem(op ast.Operator, x, i val, value ast.Expr, want types.Type) bool {
	var key, elem types.Type
	switch t := x.t.(type) {
	case *types.List:
		key, elem = types.Int, t.Elem
	case *types.Dict:
		key, elem = t.Key, t.Value
	default:
		return false
	}
	if !fits(i.t, key) || b.typeOf(value) != elem || want != elem || !b.quiet(value) {
		return false
	}
	goOp, helper := map[ast.Operator]string{ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}[op], ""
	switch {
	case goOp == "":
		return false
	case elem == types.Int:
		helper = map[ast.Operator]string{ast.Add: "AddTo", ast.Sub: "SubFrom", ast.Mult: "MulTo"}[op]
	case elem != types.Float:
		return false
	}
	start := len(*b.out)
	v := b.expr(value)
	if len(*b.out) > start {
		*b.out = (*b.out)[:start]
		return false
	}
	ref := method(x.x, "Ref", b.convert(i, key).x)
	if helper != "" {
		b.add(&ir.ExprStmt{X: pyCall(helper, ref, v.x)})
		return true
	}
	b.add(&ir.Assign{Lhs: []ir.Expr{&ir.Unary{Op: "*", X: ref}}, Op: goOp, Rhs: []ir.Expr{roundProduct(v.x)}})
	return true
}

// quiet reports whether evaluating e runs nothing but reads of variables and
// fields, and arithmetic on them.
func (b *body) quiet(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.Name:
		v := b.l.info.Vars[e]
		return v != nil && !v.MayUnset
	case *ast.Attribute:
		_, field := b.l.info.Refs[e].(*infer.FieldRef)
		return field && b.quiet(e.Value)
	case *ast.UnaryOp:
		return e.Op == ast.USub && b.quiet(e.Operand)
	case *ast.BinOp:
		return isNumber(b.typeOf(e.Left)) && isNumber(b.typeOf(e.Right)) && b.quiet(e.Left) && b.quiet(e.Right)
	}
	return false
}
