package lower

import (
	"slices"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// startingCall lowers a call that begins its work at once: awaited on the spot,
// the results come as separate Go results; otherwise it is a future.
func (b *body) startingCall(e *ast.Call, c *infer.Call, awaited bool) val {
	sig := c.Sig
	if !sig.Async {
		return b.stubCall(e, c, awaited)
	}
	_, args := b.stubArgs(e, c)
	ref := &ir.PkgRef{Pkg: sig.Go.Pkg, Name: sig.Go.Name}
	if len(args) == 0 {
		ref.Args = b.l.goTypes(c.TypeArgs)
	}
	list := append([]ir.Expr{b.context()}, args...)
	if !awaited {
		if len(sig.Params) > 0 && sig.Params[0].Kind != stubs.VarPos {
			// Nobody takes the results apart: Python's list of them.
			ref.Name = plainSig(sig.Func).Go.Name
			list = append([]ir.Expr{b.context(), boolLit(false)}, args...)
			return val{spreadCall(ref, list), types.Any, acts}
		}
		ref.Name = sig.Go.Name + "Future"
		t, ok := b.typeOf(e).(*types.Lib)
		if !ok {
			return val{spreadCall(ref, list), types.Any, acts}
		}
		x := ir.Expr(spreadCall(ref, list))
		if t.Args[0] == types.Any {
			x = aioCall("WidenStarted", x)
		}
		return val{x, t, acts}
	}
	if len(sig.Params) == 0 || sig.Params[0].Kind == stubs.VarPos {
		return b.failing(spreadCall(ref, list), stubResult(c))
	}
	out := &ir.Assign{Rhs: []ir.Expr{call(ref, list...)}}
	parts := make([]val, len(sig.Params))
	for i := range sig.Params {
		t := types.Type(types.Any)
		if elem, ok := awaitElem(c.Types[i]); ok {
			t = plain(elem)
		}
		if t == types.None {
			out.Lhs = append(out.Lhs, nil)
			parts[i] = lit(&ir.Nil{}, types.None)
			continue
		}
		tmp := b.temp("result", t)
		out.Lhs = append(out.Lhs, use(tmp))
		parts[i] = lit(use(tmp), t)
	}
	err := b.errVar()
	out.Lhs = append(out.Lhs, use(err))
	b.add(out)
	b.check(err)
	return b.gathered(parts)
}

// gathered is the list of separate results, which is not made when they are
// unpacked at once.
func (b *body) gathered(parts []val) val {
	elem := parts[0].t
	for _, p := range parts[1:] {
		if !types.Identical(p.t, elem) {
			elem = types.Any
		}
	}
	if elem == types.None {
		elem = types.Any
	}
	list := make([]ir.Expr, len(parts))
	from := len(b.l.mixed)
	for i, p := range parts {
		list[i] = b.convert(p, elem).x
	}
	x := call(pyRef("NewList", b.l.goType(elem)), list...)
	b.l.parts[x] = exprParts{parts, from, len(b.l.mixed)}
	return val{x, &types.List{Elem: elem}, acts}
}

// plainSig is the overload of a function that is not async: it gives the future
// itself, whatever the arguments are.
func plainSig(f *stubs.Func) *stubs.Sig {
	i := slices.IndexFunc(f.Overloads, func(s *stubs.Sig) bool { return !s.Async })
	return f.Overloads[i]
}
