package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// pairwise lowers `a, b = x, y` without making the tuple: all values are
// evaluated, then each is stored, from left to right.
func (b *body) pairwise(s *ast.Assign) bool {
	targets, ok := targetList(s.Targets[0])
	value, isTuple := s.Value.(*ast.Tuple)
	if !ok || !isTuple || len(targets) == 0 || len(targets) != len(value.Elts) || hasStar(targets) || hasStar(value.Elts) {
		return false
	}
	if b.swapItems(targets, value.Elts) {
		return true
	}
	if b.allPlaces(targets) {
		b.parallel(targets, b.operands(value.Elts...))
		return true
	}
	vs := b.operands(value.Elts...)
	for i := range vs {
		vs[i] = b.hold(vs[i], "value")
	}
	for i, t := range targets {
		b.store(t, vs[i])
	}
	return true
}

// parallel assigns values to places that are found without running anything.
// In a constructor, what does not depend on the order is one assignment after
// the other, as literals are made of those.
func (b *body) parallel(targets []ast.Expr, vs []val) {
	if b.ctor != nil && independent(vs) {
		for i, t := range targets {
			b.store(t, vs[i])
		}
		return
	}
	a := &ir.Assign{}
	for i, t := range targets {
		var place ir.Expr
		var of types.Type
		switch t := t.(type) {
		case *ast.Name:
			v := b.l.info.Vars[t]
			place, of = use(b.l.goVar(v)), v.Type
		case *ast.Attribute:
			r := b.l.info.Refs[t].(*infer.FieldRef)
			place, of = b.fieldOf(b.expr(t.Value), r, t.Attr), r.Field.Type
		}
		b.hinted(vs[i])
		vs[i] = b.convert(vs[i], of)
		a.Lhs = append(a.Lhs, place)
		a.Rhs = append(a.Rhs, vs[i].x)
	}
	b.add(a)
}

// independent reports whether the values are the same whenever they are
// evaluated.
func independent(vs []val) bool {
	for _, v := range vs {
		if v.o != fixed {
			return false
		}
	}
	return true
}

// allPlaces reports whether all targets are plain variables or fields of
// variables, so that Go's own assignment does what Python's does.
func (b *body) allPlaces(targets []ast.Expr) bool {
	for _, t := range targets {
		switch t := t.(type) {
		case *ast.Name:
			if v := b.l.info.Vars[t]; v == nil || v.MayUnset || b.classNS != nil {
				return false
			}
		case *ast.Attribute:
			if _, ok := b.l.info.Refs[t].(*infer.FieldRef); !ok || !b.plainInstance(t.Value, targets) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// plainInstance reports whether e is a variable that holds an instance, and is
// none of the targets.
func (b *body) plainInstance(e ast.Expr, targets []ast.Expr) bool {
	name, ok := e.(*ast.Name)
	if !ok {
		return false
	}
	v := b.l.info.Vars[name]
	if v == nil || v.MayUnset {
		return false
	}
	if _, ok := b.typeOf(e).(*types.Instance); !ok || !types.Identical(b.typeOf(e), v.Type) {
		return false
	}
	for _, t := range targets {
		if n, ok := t.(*ast.Name); ok && b.l.info.Vars[n] == v {
			return false
		}
	}
	return true
}

// swapItems lowers `x[i], x[j] = x[j], x[i]` of a list.
func (b *body) swapItems(targets, values []ast.Expr) bool {
	if len(targets) != 2 {
		return false
	}
	t0, ok0 := targets[0].(*ast.Subscript)
	t1, ok1 := targets[1].(*ast.Subscript)
	v0, ok2 := values[0].(*ast.Subscript)
	v1, ok3 := values[1].(*ast.Subscript)
	if !ok0 || !ok1 || !ok2 || !ok3 {
		return false
	}
	if _, ok := b.typeOf(t0.Value).(*types.List); !ok || b.typeOf(t0.Slice) != types.Int || b.typeOf(t1.Slice) != types.Int {
		return false
	}
	for _, pair := range [][2]ast.Expr{{t0.Value, t1.Value}, {t0.Value, v0.Value}, {t0.Value, v1.Value}, {t0.Slice, v1.Slice}, {t1.Slice, v0.Slice}} {
		if !b.samePlain(pair[0], pair[1]) {
			return false
		}
	}
	vs := b.operands(t0.Value, t1.Slice, t0.Slice)
	b.add(&ir.ExprStmt{X: method(vs[0].x, "Swap", vs[2].x, vs[1].x)})
	return true
}

// samePlain reports whether two expressions are written alike and give the same
// value, with nothing but variables, fields, int literals and sums in them.
func (b *body) samePlain(x, y ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Name:
		y, ok := y.(*ast.Name)
		return ok && b.l.info.Vars[x] != nil && b.l.info.Vars[x] == b.l.info.Vars[y]
	case *ast.Constant:
		y, ok := y.(*ast.Constant)
		return ok && x.Value == y.Value
	case *ast.Attribute:
		y, ok := y.(*ast.Attribute)
		_, field := b.l.info.Refs[x].(*infer.FieldRef)
		return ok && field && x.Attr == y.Attr && b.samePlain(x.Value, y.Value)
	case *ast.BinOp:
		y, ok := y.(*ast.BinOp)
		return ok && x.Op == y.Op && (x.Op == ast.Add || x.Op == ast.Sub) && b.typeOf(x) == types.Int &&
			b.samePlain(x.Left, y.Left) && b.samePlain(x.Right, y.Right)
	}
	return false
}
