package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// protocolRole is the role of a protocol of typing, which has no Go type of
// its own; "" for anything else.
func protocolRole(t types.Type) stubs.Role {
	lib, ok := t.(*types.Lib)
	if !ok {
		return ""
	}
	c, ok := lib.Stub.(*stubs.Class)
	if !ok || !c.Protocol {
		return ""
	}
	return c.Role
}

// seqType is the type of a Go sequence (iter.Seq) of items: what library
// functions that return iterators give. It only lives in an expression; kept
// in a variable it becomes an iterator object.
func seqType(elem types.Type) types.Type { return &types.Lib{Name: "Seq", Args: []types.Type{elem}} }

func isSeq(t types.Type) (types.Type, bool) {
	lib, ok := t.(*types.Lib)
	if !ok || lib.Stub != nil || lib.Name != "Seq" {
		return nil, false
	}
	return lib.Args[0], true
}

// seqElem is the element type of a protocol whose Go side is an iter.Seq.
func seqElem(t types.Type) (types.Type, bool) {
	switch protocolRole(t) {
	case "type:Iterable", "type:Iterator", "type:Reversible", "type:Collection", "type:AbstractSet", "type:MutableSet",
		"type:Container":
		lib := t.(*types.Lib)
		if len(lib.Args) > 0 {
			return lib.Args[0], true
		}
		return types.Any, true
	}
	return nil, false
}

// awaitElem is the result type of a protocol that can be awaited.
func awaitElem(t types.Type) (types.Type, bool) {
	lib, ok := t.(*types.Lib)
	if !ok {
		return nil, false
	}
	switch protocolRole(t) {
	case "type:Awaitable":
		if len(lib.Args) > 0 {
			return lib.Args[0], true
		}
		return types.Any, true
	case "type:Coroutine":
		if len(lib.Args) > 2 {
			return lib.Args[2], true
		}
		return types.Any, true
	}
	return nil, false
}

// toParam gives v the form that a library's parameter of type t takes.
func (b *body) toParam(v val, t types.Type) val {
	if elem, ok := seqElem(t); ok {
		seq, got := b.iterate(v)
		if types.Identical(got, elem) {
			return val{seq, t, acts}
		}
		return val{b.convertSeq(seq, got, elem), t, acts}
	}
	if elem, ok := awaitElem(t); ok {
		return b.toAwaitable(v, elem, t)
	}
	switch protocolRole(t) {
	case "":
	case "type:Sequence", "type:MutableSequence":
		return b.toSequence(v, t)
	default:
		return b.box(v)
	}
	return b.convert(v, t)
}

// toSequence gives v the form of a py.Sequence parameter.
func (b *body) toSequence(v val, t types.Type) val {
	elem := t.(*types.Lib).Args[0]
	switch v.t.(type) {
	case *types.List, *types.VarTuple:
		if types.Identical(b.elemType(v.t), elem) {
			return val{v.x, t, v.o}
		}
	}
	return val{pyCall("AsSequence", b.peek(v).x), t, acts}
}

// convertSeq converts the items of a sequence one by one.
func (b *body) convertSeq(seq ir.Expr, from, to types.Type) ir.Expr {
	if elem, ok := awaitElem(to); ok && b.awaits(from, elem) {
		return seq // the items are awaitables of the type already
	}
	item := &ir.Var{Name: "item", Type: b.l.goType(from), Param: true}
	inner := &body{l: b.l, f: b.f, ctx: b.ctx, result: to}
	fl := &ir.FuncLit{Params: []*ir.Var{item}, Results: []*ir.Var{{Type: b.l.paramType(to)}}}
	fl.Body = inner.block(func() { inner.ret(inner.toParam(lit(use(item), from), to).x) })
	return pyCall("MapSeq", fl, seq)
}

// awaits reports whether values of type t are Go awaitables with the result
// type elem.
func (b *body) awaits(t, elem types.Type) bool {
	switch t := t.(type) {
	case *types.Coro:
		return types.Identical(t.Result, elem) || t.Result == types.None && elem == types.Any
	case *types.Lib:
		r, ok := b.l.stubResult(t, "__await__")
		return ok && types.Identical(r, elem)
	}
	return false
}

// toAwaitable makes v an asyncio.Awaitable.
func (b *body) toAwaitable(v val, elem, t types.Type) val {
	if b.awaits(v.t, elem) {
		return val{v.x, t, v.o}
	}
	if elem != types.Any {
		return val{call(aioRef("AwaitableAs", b.l.goType(elem)), b.box(v).x), t, acts}
	}
	return val{aioCall("ToAwaitable", b.box(v).x), t, acts}
}

// memberSig finds a method of a library type.
func (l *lowerer) memberSig(t *types.Lib, name string) *stubs.Sig {
	c, ok := t.Stub.(*stubs.Class)
	if !ok || c.Protocol {
		return nil
	}
	s, _ := c.Member(name)
	f, ok := s.(*stubs.Func)
	if !ok || len(f.Overloads) == 0 {
		return nil
	}
	return f.Overloads[0]
}

// stubResult is the result type of a library type's special method.
func (l *lowerer) stubResult(t *types.Lib, name string) (types.Type, bool) {
	sig := l.memberSig(t, name)
	if sig == nil {
		return nil, false
	}
	return infer.MemberResult(t, sig), true
}

// stubElem is the type of the items of a library iterable.
func (l *lowerer) stubElem(t *types.Lib) (types.Type, bool) {
	if elem, ok := isSeq(t); ok {
		return elem, true
	}
	r, ok := l.stubResult(t, "__iter__")
	if !ok {
		return nil, false
	}
	return seqElem(r)
}

// stubIter is the iter.Seq of a library iterable.
func (b *body) stubIter(v val, t *types.Lib) (ir.Expr, types.Type, bool) {
	if elem, ok := isSeq(t); ok {
		return v.x, elem, true
	}
	elem, ok := b.l.stubElem(t)
	if !ok {
		return nil, nil, false
	}
	sig := b.l.memberSig(t, "__iter__")
	if sig.Go.Method {
		return method(v.x, sig.Go.Name), elem, true
	}
	return call(&ir.PkgRef{Pkg: sig.Go.Pkg, Name: sig.Go.Name}, v.x), elem, true
}

// stubDunder calls a library type's special method for an operator.
func (b *body) stubDunder(x val, name string, args ...val) (val, bool) {
	t := x.t.(*types.Lib)
	sig := b.l.memberSig(t, name)
	if sig == nil || len(sig.Func.Overloads) != 1 || len(sig.Params) != len(args) {
		return val{}, false
	}
	list := make([]ir.Expr, len(args))
	for i, a := range args {
		want := infer.MemberParam(t, sig, i)
		if a.t == types.Any && want != types.Any {
			return val{}, false // it may be a slice
		}
		list[i] = b.toParam(a, want).x
	}
	c := &infer.Call{Sig: sig, Result: infer.MemberResult(t, sig)}
	return b.invokeStub(c, x, list), true
}

// dictEntries lowers a dict display with plain keys.
func (b *body) dictEntries(e *ast.Dict, t *types.Dict) val {
	saved := b.l.info.Types[e]
	b.l.info.Types[e] = t
	v := b.dictDisplay(e)
	if saved == nil {
		delete(b.l.info.Types, e)
	}
	return v
}

// paramType is the Go type of a library parameter of type t.
func (l *lowerer) paramType(t types.Type) ir.Type {
	if elem, ok := seqElem(t); ok {
		return &ir.Named{Pkg: "iter", Name: "Seq", Args: []ir.Type{l.goType(elem)}}
	}
	switch protocolRole(t) {
	case "type:Sequence", "type:MutableSequence":
		return pyNamed("Sequence", l.goType(t.(*types.Lib).Args[0]))
	}
	if elem, ok := awaitElem(t); ok {
		return &ir.Named{Pkg: aioPath, Name: "Awaitable", Args: []ir.Type{l.goType(elem)}}
	}
	return l.goType(t)
}
