package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// explicit reports whether Go would infer another type argument than t from
// an argument of representation t, so that it has to be written.
func explicit(ts ...types.Type) bool {
	for _, t := range ts {
		switch t := t.(type) {
		case types.Basic:
			if t == types.Any || t == types.None || t == types.Error {
				return true
			}
		case *types.Optional, *types.Func:
			return true
		case *types.Instance:
			if isIface(t) {
				return true
			}
		case *types.Tuple:
			if explicit(t.Elems...) {
				return true
			}
		}
	}
	return false
}

func (b *body) generic(name string, force bool, ts ...types.Type) *ir.PkgRef {
	if force || explicit(ts...) {
		return pyRef(name, b.l.goTypes(ts)...)
	}
	return pyRef(name)
}

// elements lowers the elements of a display, giving each the type t.
func (b *body) elements(elts []ast.Expr, t types.Type) []val {
	fs := make([]func() val, len(elts))
	for i, e := range elts {
		fs[i] = func() val { return b.exprTo(e, t) }
	}
	return b.sequence(fs...)
}

func exprs(vs []val) []ir.Expr {
	out := make([]ir.Expr, len(vs))
	for i, v := range vs {
		out[i] = v.x
	}
	return out
}

func hasStar(elts []ast.Expr) bool {
	for _, e := range elts {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

// listDisplay lowers [a, b, *c].
func (b *body) listDisplay(e *ast.List) val {
	t, ok := b.typeOf(e).(*types.List)
	if !ok {
		t = &types.List{Elem: types.Any}
	}
	return b.listOf(e.Elts, t)
}

func (b *body) listOf(elts []ast.Expr, t *types.List) val {
	if hasStar(elts) {
		list := b.temp("items", t)
		b.add(assign(use(list), call(b.generic("NewList", true, t.Elem))))
		b.fill(elts, t.Elem, func(x ir.Expr) { b.add(&ir.ExprStmt{X: method(use(list), "Append", x)}) })
		return lit(use(list), t)
	}
	vs := b.elements(elts, t.Elem)
	return val{call(b.generic("NewList", len(vs) == 0, t.Elem), exprs(vs)...), t, acts}
}

// fill evaluates the elements of a list or tuple display with stars and hands
// them on one by one.
func (b *body) fill(elts []ast.Expr, t types.Type, add func(x ir.Expr)) {
	for _, e := range elts {
		s, ok := e.(*ast.Starred)
		if !ok {
			add(b.exprTo(e, t).x)
			continue
		}
		items := b.expr(s.Value)
		if items.t == types.Any {
			items.x = pyCall("Starred", items.x) // words the error of what is no iterable
		}
		b.each(items, "item", func(item val) { add(b.convert(item, t).x) })
	}
}

// tupleDisplay lowers (a, b).
func (b *body) tupleDisplay(e *ast.Tuple) val {
	switch t := b.typeOf(e).(type) {
	case *types.Tuple:
		if len(t.Elems) == len(e.Elts) && !hasStar(e.Elts) {
			fs := make([]func() val, len(e.Elts))
			for i, x := range e.Elts {
				fs[i] = func() val { return b.exprTo(x, t.Elems[i]) }
			}
			return b.makeTuple(b.sequence(fs...), t)
		}
	case *types.VarTuple:
		return b.tupleOf(e.Elts, t)
	}
	return b.tupleOf(e.Elts, &types.VarTuple{Elem: types.Any})
}

func (b *body) makeTuple(vs []val, t *types.Tuple) val {
	name := fmt.Sprintf("NewTuple%d", len(t.Elems))
	return val{call(b.generic(name, false, t.Elems...), exprs(vs)...), t, join(vs...)}
}

// tupleOf makes a tuple of any length.
func (b *body) tupleOf(elts []ast.Expr, t *types.VarTuple) val {
	if hasStar(elts) {
		list := b.listOf(elts, &types.List{Elem: t.Elem})
		return val{call(b.generic("TupleOf", false), method(list.x, "All")), t, acts}
	}
	vs := b.elements(elts, t.Elem)
	return val{call(b.generic("NewTuple", len(vs) == 0, t.Elem), exprs(vs)...), t, join(vs...)}
}

// setDisplay lowers {a, b}.
func (b *body) setDisplay(e *ast.Set) val { return b.setDisplayFor(e, false) }

// setDisplayFor is setDisplay, or the display that a loop runs over.
func (b *body) setDisplayFor(e *ast.Set, loop bool) val {
	t, ok := b.typeOf(e).(*types.Set)
	if !ok {
		t = &types.Set{Elem: types.Any}
	}
	if hasStar(e.Elts) {
		set := b.temp("items", t)
		b.add(assign(use(set), call(b.generic("NewSet", true, t.Elem))))
		b.fillSet(use(set), e.Elts, t)
		return lit(use(set), t)
	}
	vs := b.elements(e.Elts, t.Elem)
	name := "NewSet"
	if (loop || len(vs) >= 3) && allConstant(e.Elts) {
		name = b.setLiteral(e.Elts, loop)
	}
	return val{call(b.generic(name, false, t.Elem), exprs(vs)...), t, acts}
}

// fillSet adds the elements of a display with stars to a set. A set with a star
// is merged as a whole, which may order the items otherwise than adding them.
func (b *body) fillSet(set ir.Expr, elts []ast.Expr, t *types.Set) {
	for _, e := range elts {
		s, ok := e.(*ast.Starred)
		if !ok {
			b.add(&ir.ExprStmt{X: method(set, "Add", b.exprTo(e, t.Elem).x)})
			continue
		}
		items := b.expr(s.Value)
		from, isSet := items.t.(*types.Set)
		switch {
		case items.t == types.Any:
			b.add(&ir.ExprStmt{X: method(set, "UpdateAny", items.x)})
		case isSet && types.Identical(from.Elem, t.Elem):
			b.add(&ir.ExprStmt{X: method(set, "Update", items.x)})
		default:
			b.each(items, "item", func(item val) { b.add(&ir.ExprStmt{X: method(set, "Add", b.convert(item, t.Elem).x)}) })
		}
	}
}

// dictDisplay lowers {k: v, **m}.
func (b *body) dictDisplay(e *ast.Dict) val {
	t, ok := b.typeOf(e).(*types.Dict)
	if !ok {
		t = &types.Dict{Key: types.Any, Value: types.Any}
	}
	spread := false
	for _, k := range e.Keys {
		spread = spread || k == nil
	}
	if spread {
		return b.dictWithSpread(e, t)
	}
	if len(e.Keys) == 0 {
		return val{call(b.generic("NewDict", true, t.Key, t.Value)), t, acts}
	}
	var fs []func() val
	for i := range e.Keys {
		fs = append(fs,
			func() val { return b.exprTo(e.Keys[i], t.Key) },
			func() val { return b.exprTo(e.Values[i], t.Value) })
	}
	vs := b.sequence(fs...)
	d := &ir.Call{Fun: b.generic("DictOf", false, t.Key, t.Value), Multiline: multiline(e.Range)}
	entry := pyNamed("Entry", b.l.goType(t.Key), b.l.goType(t.Value))
	for i := 0; i < len(vs); i += 2 {
		d.Args = append(d.Args, &ir.Composite{Type: entry, Elts: []ir.Elt{
			{Name: "Key", Value: vs[i].x}, {Name: "Value", Value: vs[i+1].x},
		}})
	}
	return val{d, t, acts}
}

func multiline(r ast.Range) bool { return r.EndLine > r.Line }

func (b *body) dictWithSpread(e *ast.Dict, t *types.Dict) val {
	d := b.temp("items", t)
	b.add(assign(use(d), call(b.generic("NewDict", true, t.Key, t.Value))))
	for i, k := range e.Keys {
		if k != nil {
			vs := b.sequence(
				func() val { return b.exprTo(k, t.Key) },
				func() val { return b.exprTo(e.Values[i], t.Value) })
			b.add(&ir.ExprStmt{X: method(use(d), "Set", vs[0].x, vs[1].x)})
			continue
		}
		m := b.expr(e.Values[i])
		if types.Identical(m.t, t) {
			b.add(&ir.ExprStmt{X: method(use(d), "Update", m.x)})
			continue
		}
		b.add(&ir.ExprStmt{X: pyCall("UpdateDict", use(d), b.peek(m).x)})
	}
	return lit(use(d), t)
}
