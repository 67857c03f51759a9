package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// listComp lowers [elt for ...] to a loop that appends.
func (b *body) listComp(e *ast.ListComp) val {
	t, ok := b.typeOf(e).(*types.List)
	if !ok {
		t = &types.List{Elem: types.Any}
	}
	list := b.temp("items", t)
	first := b.firstIter(e.Generators)
	b.add(assign(use(list), call(b.generic("NewList", true, t.Elem))))
	b.comprehension(e.Generators, first, func() {
		b.add(&ir.ExprStmt{X: method(use(list), "Append", b.exprTo(e.Elt, t.Elem).x)})
	})
	return lit(use(list), t)
}

// setComp lowers {elt for ...}.
func (b *body) setComp(e *ast.SetComp) val {
	t, ok := b.typeOf(e).(*types.Set)
	if !ok {
		t = &types.Set{Elem: types.Any}
	}
	set := b.temp("items", t)
	first := b.firstIter(e.Generators)
	b.add(assign(use(set), call(b.generic("NewSet", true, t.Elem))))
	b.comprehension(e.Generators, first, func() {
		b.add(&ir.ExprStmt{X: method(use(set), "Add", b.exprTo(e.Elt, t.Elem).x)})
	})
	return lit(use(set), t)
}

// dictComp lowers {key: value for ...}.
func (b *body) dictComp(e *ast.DictComp) val {
	t, ok := b.typeOf(e).(*types.Dict)
	if !ok {
		t = &types.Dict{Key: types.Any, Value: types.Any}
	}
	dict := b.temp("items", t)
	first := b.firstIter(e.Generators)
	b.add(assign(use(dict), call(b.generic("NewDict", true, t.Key, t.Value))))
	b.comprehension(e.Generators, first, func() {
		vs := b.sequence(
			func() val { return b.exprTo(e.Key, t.Key) },
			func() val { return b.exprTo(e.Value, t.Value) })
		b.add(&ir.ExprStmt{X: method(use(dict), "Set", vs[0].x, vs[1].x)})
	})
	return lit(use(dict), t)
}

// firstIter lowers the iterable of the first for, which Python evaluates before
// anything else of the comprehension; only the making of the empty container
// may come before it, which does nothing else. A call that the loop treats
// itself (range) is left to the loop.
func (b *body) firstIter(gens []*ast.Comprehension) *val {
	if e, _, _ := b.loopCall(gens[0].Iter); e != nil || b.loopsItself(gens[0].Iter) || gens[0].IsAsync {
		return nil
	}
	v := b.source(gens[0].Iter)
	return &v
}

// comprehension lowers the loops and conditions around the element.
func (b *body) comprehension(gens []*ast.Comprehension, first *val, elt func()) {
	g := gens[0]
	inner := func() {
		b.conditions(g.Ifs, func() {
			if len(gens) > 1 {
				b.comprehension(gens[1:], nil, elt)
			} else {
				elt()
			}
		})
	}
	loop := &loopFrame{label: &ir.Label{Name: "loop"}}
	b.frames = append(b.frames, frame{loop: loop})
	defer func() { b.frames = b.frames[:len(b.frames)-1] }()
	switch {
	case g.IsAsync:
		b.asyncForLoop(g.Iter, g.Target, loop, inner)
	case first != nil:
		b.eachInto(*first, g.Target, loop, inner)
	default:
		b.forLoop(g.Iter, g.Target, loop, inner)
	}
}

func (b *body) conditions(ifs []ast.Expr, then func()) {
	if len(ifs) == 0 {
		then()
		return
	}
	cond := b.cond(ifs[0])
	b.add(&ir.If{Cond: cond, Then: b.block(func() { b.conditions(ifs[1:], then) })})
}
