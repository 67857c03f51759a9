package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// containerRole lowers the methods and constructors of containers whose Go
// depends on the element types, or that take any number of operands.
func (b *body) containerRole(role stubs.Role, e *ast.Call, c *infer.Call) (val, bool) {
	switch role {
	case "dict_get", "dict_pop_none":
		return b.dictLookup(role, c)
	case "dict_copy":
		v := b.expr(e.Args[0])
		if _, ok := v.t.(*types.Dict); ok {
			if t, ok := b.typeOf(e).(*types.Dict); ok && !types.Identical(t, v.t) {
				return val{call(pyRef("DictAs", b.l.goType(t.Key), b.l.goType(t.Value)), b.peek(v).x), t, acts}, true
			}
			return val{method(v.x, "Copy"), v.t, acts}, true
		}
		if from, ok := b.l.dictType(v.t); ok && types.Identical(from, b.typeOf(e)) {
			// the copy of a subclass's instance is a plain dict
			return val{method(&ir.Select{X: v.x, Name: "Dict"}, "Copy"), from, acts}, true
		}
	case "dict_kwargs":
		if t, ok := b.typeOf(e).(*types.Dict); ok {
			return b.restDictOf(e.Keywords, t), true
		}
	case "dict_any":
		if t, ok := b.typeOf(e).(*types.Dict); ok && t.Key != types.Any {
			v := b.dynamicCall(e)
			return val{call(pyRef("DictAs", b.l.goType(t.Key), b.l.goType(t.Value)), v.x), t, acts}, true
		}
	case "dict_update_kwargs":
		recv := b.receiver(c)
		if t, ok := recv.t.(*types.Dict); ok {
			recv = b.spill(recv, "dict")
			b.add(&ir.ExprStmt{X: method(recv.x, "Update", b.restDictOf(e.Keywords, t).x)})
			return lit(&ir.Nil{}, types.None), true
		}
	case "set_fold":
		return b.setFold(e, c)
	case "empty_tuple":
		return val{call(pyRef("NewTuple", ir.Any)), &types.VarTuple{Elem: types.Any}, stable}, true
	}
	return val{}, false
}

// dictLookup lowers d.get(k) and d.pop(k, None): a value type comes as a
// pointer, a pointer type as itself.
func (b *body) dictLookup(role stubs.Role, c *infer.Call) (val, bool) {
	if c.Recv == nil {
		return val{}, false
	}
	t, ok := b.l.dictType(b.typeOf(c.Recv))
	if !ok || !fits(b.typeOf(c.Args[0].Value), t.Key) && !b.constFits(c.Args[0].Value, t.Key) {
		return val{}, false
	}
	vs := b.sequence(
		func() val { return b.receiver(c) },
		func() val { return b.exprTo(c.Args[0].Value, t.Key) })
	names := map[stubs.Role][2]string{"dict_get": {"GetPtr", "GetOr"}, "dict_pop_none": {"PopPtr", "PopOr"}}[role]
	if t.Value == types.Any {
		return val{method(vs[0].x, names[1], vs[1].x, &ir.Nil{}), types.Any, acts}, true
	}
	value := t.Value
	if opt, ok := value.(*types.Optional); ok {
		value = opt.Elem
		return val{method(vs[0].x, names[1], vs[1].x, &ir.Nil{}), &types.Optional{Elem: value}, acts}, true
	}
	out := &types.Optional{Elem: value}
	if nilable(value) {
		return val{method(vs[0].x, names[1], vs[1].x, &ir.Nil{}), out, acts}, true
	}
	return val{method(vs[0].x, names[0], vs[1].x), out, acts}, true
}

// dictType is the dict that a type is: itself, or the base of a library's
// subclass.
func (l *lowerer) dictType(t types.Type) (*types.Dict, bool) {
	if d, ok := t.(*types.Dict); ok {
		return d, true
	}
	lib, ok := t.(*types.Lib)
	if !ok {
		return nil, false
	}
	c, ok := lib.Stub.(*stubs.Class)
	if !ok || !derivesDict(c) {
		return nil, false
	}
	sig := l.memberSig(lib, "__getitem__")
	if sig == nil || len(sig.Params) != 1 {
		return nil, false
	}
	return &types.Dict{Key: infer.MemberParam(lib, sig, 0), Value: infer.MemberResult(lib, sig)}, true
}

func derivesDict(c *stubs.Class) bool {
	for _, k := range c.MRO() {
		if k.Role == "type:dict" {
			return true
		}
	}
	return false
}

func (b *body) constFits(e ast.Expr, t types.Type) bool {
	c, ok := e.(*ast.Constant)
	return ok && types.Identical(b.constant(c).t, t)
}

// setFold lowers s.union(a, b, ...): one Go call for each operand.
func (b *body) setFold(e *ast.Call, c *infer.Call) (val, bool) {
	if c.Recv == nil || hasStar(e.Args) {
		return val{}, false
	}
	t, ok := b.typeOf(c.Recv).(*types.Set)
	if !ok {
		return val{}, false
	}
	vs := b.sequence(append([]func() val{func() val { return b.receiver(c) }}, b.boxers(e.Args)...)...)
	x := vs[0].x
	if c.Result == types.None {
		recv := b.spill(vs[0], "set")
		for _, a := range vs[1:] {
			b.add(&ir.ExprStmt{X: method(recv.x, c.Sig.Go.Name, a.x)})
		}
		return lit(&ir.Nil{}, types.None), true
	}
	if len(vs) == 1 {
		return val{method(x, "Copy"), t, acts}, true
	}
	for _, a := range vs[1:] {
		x = method(x, c.Sig.Go.Name, a.x)
	}
	return val{x, t, acts}, true
}

func (b *body) boxers(list []ast.Expr) []func() val {
	fs := make([]func() val, len(list))
	for i, e := range list {
		fs[i] = func() val { return b.box(b.expr(e)) }
	}
	return fs
}

// restDictOf is the dict of keyword arguments.
func (b *body) restDictOf(list []*ast.Keyword, t *types.Dict) val {
	d := &ast.Dict{}
	for _, k := range list {
		if k.Arg == "" {
			d.Keys = append(d.Keys, nil)
		} else {
			d.Keys = append(d.Keys, &ast.Constant{Range: k.Range, Value: ast.Str(k.Arg)})
		}
		d.Values = append(d.Values, k.Value)
	}
	return b.dictEntries(d, t)
}

// pairLoops are the Go functions that give a library iterable of pairs as a
// sequence of two values, by the name of the one that makes tuples.
var pairLoops = map[string]string{"EnumerateTuples": "EnumerateSeq", "Zip2": "ZipPairs"}

// loopCall is the iterable of a loop that is a call the loop can range over
// more directly than over its value: the items of a dict, enumerate, zip.
func (b *body) loopCall(e ast.Expr) (*ast.Call, *infer.Call, string) {
	ce, ok := e.(*ast.Call)
	if !ok {
		return nil, nil, ""
	}
	c := b.l.info.Calls[ce]
	if c == nil || c.Sig == nil {
		return nil, nil, ""
	}
	role := string(callRole(c))
	if len(role) > 5 && role[:5] == "iter:" && c.Recv != nil {
		if _, ok := b.typeOf(c.Recv).(*types.Dict); ok {
			return ce, c, role[5:]
		}
	}
	if name := pairLoops[c.Sig.Go.Name]; name != "" && b.fitsStatically(ce, c) {
		return ce, c, name
	}
	return nil, nil, ""
}

// rangeCall lowers a loop over such a call; false where the target does not
// take two values.
func (b *body) rangeCall(iter, target ast.Expr, loop *loopFrame, inner func()) bool {
	e, c, name := b.loopCall(iter)
	if e == nil {
		return false
	}
	if t, ok := b.typeOf(orSelf(c.Recv, e)).(*types.Dict); ok && c.Recv != nil {
		recv := b.receiver(c)
		seq := method(recv.x, name)
		switch name {
		case "Keys":
			b.eachInto(val{seq, seqType(t.Key), acts}, target, loop, inner)
			return true
		case "Values":
			b.eachInto(val{seq, seqType(t.Value), acts}, target, loop, inner)
			return true
		}
		pair, ok := b.pairTarget(target)
		if !ok {
			elem := &types.Tuple{Elems: []types.Type{t.Key, t.Value}}
			b.eachInto(val{seq, seqType(elem), acts}, target, loop, inner)
			return true
		}
		b.rangePair(method(recv.x, "Items"), t.Key, t.Value, pair, loop, inner)
		return true
	}
	pair, ok := b.pairTarget(target)
	elem, isPair := b.pairElem(c)
	if !ok || !isPair {
		return false
	}
	_, args := b.stubArgs(e, c)
	b.rangePair(pyCall(name, args...), elem.Elems[0], elem.Elems[1], pair, loop, inner)
	return true
}

func (b *body) pairElem(c *infer.Call) (*types.Tuple, bool) {
	elem, ok := seqElem(c.Result)
	if !ok {
		return nil, false
	}
	t, ok := elem.(*types.Tuple)
	return t, ok && len(t.Elems) == 2
}

func orSelf(a, b ast.Expr) ast.Expr {
	if a != nil {
		return a
	}
	return b
}
