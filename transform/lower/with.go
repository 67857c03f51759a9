package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// withItems lowers `with a as x, b as y: body`, one closure for each manager.
func (b *body) withItems(items []*ast.WithItem, stmts []ast.Stmt, async bool) {
	if len(items) == 0 {
		b.stmts(stmts)
		return
	}
	item := items[0]
	switch b.l.guards[item] {
	case guardDefer:
		b.enterGuard(item, async, func(leave ir.Expr) {
			b.add(&ir.Defer{Call: leave})
			b.stmts(stmts)
		})
		return
	case guardAround:
		b.guardAround(item, stmts, async)
		return
	}
	mgr := b.expr(item.ContextExpr)
	entered, typed := b.enterType(mgr, async)
	if !typed {
		mgr = b.box(mgr)
	}
	mgr = b.spill(mgr, "manager")
	x := b.temp("value", entered)
	lit, after := b.closure(func() {
		if item.OptionalVars != nil {
			v := lit(use(x), entered)
			if entered == types.None {
				v = lit(&ir.Nil{}, types.None)
			}
			b.store(item.OptionalVars, v)
		}
		b.withItems(items[1:], stmts, async)
	})
	if item.OptionalVars == nil {
		x = &ir.Var{Blank: true, Type: b.l.goType(entered)}
	}
	b.draftGuard(item, items, stmts, mgr.t, async, lit)
	x.Param = true
	if entered != types.None {
		lit.Params = []*ir.Var{x}
	}
	err := b.errVar()
	var with ir.Expr
	switch {
	case typed && async:
		name := "WithManager"
		if entered == types.None {
			name = "WithGuard"
		}
		with = aioCall(name, b.context(), mgr.x, lit)
	case typed:
		name := "WithManager"
		if entered == types.None {
			name = "WithGuard"
		}
		with = pyCall(name, mgr.x, lit)
	case async:
		with = aioCall("With", b.context(), mgr.x, lit)
	default:
		with = pyCall("With", b.context(), mgr.x, lit)
	}
	b.add(assign(use(err), with))
	b.check(err)
	after()
}

// enterType is what entering a manager gives, and whether that is static.
func (b *body) enterType(mgr val, async bool) (types.Type, bool) {
	name := "__enter__"
	if async {
		name = "__aenter__"
	}
	switch t := mgr.t.(type) {
	case *types.Lib:
		if r, ok := b.l.stubResult(t, name); ok {
			if r == types.None && len(t.Args) > 0 {
				r = types.Any // None for a type parameter is a value in Go
			}
			return r, true
		}
	case *types.Instance:
		if r, ok := b.enterInstance(t, name); ok {
			return r, true
		}
	}
	return types.Any, false
}
