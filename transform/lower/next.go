package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// nextRole lowers next() and iter() of a generator whose items have a static
// type.
func (b *body) nextRole(role stubs.Role, e *ast.Call, c *infer.Call) (val, bool) {
	if role == "iter" && len(e.Args) == 1 && len(e.Keywords) == 0 && !hasStar(e.Args) {
		if _, ok := b.typeOf(e.Args[0]).(*types.Generator); ok {
			return b.expr(e.Args[0]), true // a generator is its own iterator
		}
		return val{}, false
	}
	if role != "next" && role != "next_default" || len(e.Keywords) > 0 || hasStar(e.Args) {
		return val{}, false
	}
	t, ok := b.typeOf(e.Args[0]).(*types.Generator)
	if !ok || t.Elem == types.None {
		return val{}, false
	}
	if role == "next" {
		return val{pyCall("NextOf", b.expr(e.Args[0]).x), t.Elem, acts}, true
	}
	if types.Identical(c.Result, t.Elem) {
		vs := b.operands(e.Args...)
		return val{pyCall("NextOr", vs[0].x, b.convert(vs[1], t.Elem).x), t.Elem, acts}, true
	}
	opt, ok := c.Result.(*types.Optional)
	if !ok || !types.Identical(opt.Elem, t.Elem) || b.typeOf(e.Args[1]) != types.None {
		return val{}, false
	}
	vs := b.operands(e.Args...)
	if nilable(t.Elem) {
		return val{pyCall("NextOr", vs[0].x, &ir.Nil{}), opt, acts}, true
	}
	return val{pyCall("NextPtr", vs[0].x), opt, acts}, true
}
