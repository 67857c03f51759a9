package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// spreadTo is `*x` for a Go variadic parameter of element type t: a Go slice.
func (b *body) spreadTo(e ast.Expr, t types.Type) val {
	switch e := e.(type) {
	case *ast.ListComp:
		if l, ok := b.typeOf(e).(*types.List); ok {
			return b.spreadLoop(e.Generators, e.Elt, l, t)
		}
	case *ast.GeneratorExp:
		if g, ok := b.typeOf(e).(*types.Generator); ok && !b.l.mayStop(e) {
			return b.spreadLoop(e.Generators, e.Elt, g, t)
		}
	}
	v := b.expr(e)
	if l, ok := v.t.(*types.List); ok && types.Identical(l.Elem, t) {
		return val{method(v.x, "Items"), v.t, acts}
	}
	seq, elem := b.iterate(v)
	if types.Identical(elem, t) {
		return val{call(&ir.PkgRef{Pkg: "slices", Name: "Collect"}, seq), v.t, acts}
	}
	item := b.temp("item", elem)
	var converted val
	stmts := b.block(func() { converted = b.toParam(lit(use(item), elem), t) })
	if u, ok := converted.x.(*ir.Use); ok && u.Var == item && len(stmts) == 0 {
		return val{call(pyRef("SliceOf", b.l.paramType(t)), seq), v.t, acts}
	}
	items := b.tempOf("items", &ir.Slice{Elem: b.l.paramType(t)})
	b.add(&ir.Declare{Var: items})
	b.add(&ir.Range{Key: item, X: seq, Body: append(stmts, appendTo(items, converted.x))})
	return lit(use(items), v.t)
}

// spreadLoop is `*(elt for ...)`: nothing but the call sees what the
// comprehension gives, so its elements go to the slice at once.
func (b *body) spreadLoop(gens []*ast.Comprehension, elt ast.Expr, of, t types.Type) val {
	items := b.tempOf("items", &ir.Slice{Elem: b.l.paramType(t)})
	first := b.firstIter(gens)
	b.add(&ir.Declare{Var: items})
	b.comprehension(gens, first, func() {
		b.add(appendTo(items, b.toParam(b.expr(elt), t).x))
	})
	return lit(use(items), of)
}

func appendTo(items *ir.Var, x ir.Expr) ir.Stmt {
	return assign(use(items), call(&ir.PkgRef{Name: "append"}, use(items), x))
}

// mayStop reports whether a StopIteration may come out of a generator
// expression's parts: the generator makes a RuntimeError of it, a loop does not.
func (l *lowerer) mayStop(e *ast.GeneratorExp) bool {
	found := false
	ast.Walk(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Await, *ast.Yield, *ast.YieldFrom, *ast.NamedExpr:
			found = true
		case *ast.Call:
			found = found || l.callStops(l.info.Calls[n])
		}
		return !found
	})
	return found
}

// callStops reports whether a StopIteration may come out of a call: the library
// raises it for next() alone.
func (l *lowerer) callStops(c *infer.Call) bool {
	switch {
	case c == nil:
		return l.stops()
	case c.Kind == infer.StubCall || c.Kind == infer.RoleCall:
		return callRole(c) == "next"
	case c.Kind == infer.FuncCall || c.Kind == infer.MethodCall:
		if c.Func.Async && !c.Func.Generator {
			return false // a coroutine makes a RuntimeError of it
		}
	}
	return l.stops()
}

// stops reports whether something in the program may raise StopIteration where
// no loop takes it: it is named, or an iterator is asked for its next value.
func (l *lowerer) stops() bool {
	if l.raisesStop == nil {
		found := l.identifier("StopIteration") || l.identifier("__next__") || l.identifier("next")
		l.raisesStop = &found
	}
	return *l.raisesStop
}
