package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// inLoop lowers a loop and its else clause; run lowers the loop itself.
func (b *body) inLoop(orelse []ast.Stmt, run func(loop *loopFrame)) {
	loop := &loopFrame{label: &ir.Label{Name: "loop"}}
	if len(orelse) > 0 {
		loop.broke = b.tempOf("broke", ir.Bool)
		b.add(&ir.Declare{Var: loop.broke})
	}
	b.frames = append(b.frames, frame{loop: loop})
	run(loop)
	b.frames = b.frames[:len(b.frames)-1]
	if len(orelse) > 0 {
		b.add(&ir.If{Cond: not(use(loop.broke)), Then: b.stmtsBlock(orelse)})
	}
}

func (b *body) whileStmt(s *ast.While) {
	b.inLoop(s.Orelse, func(loop *loopFrame) {
		var cond ir.Expr
		pre := b.block(func() { cond = b.cond(s.Test) })
		if l, ok := cond.(*ir.Lit); ok && l.Value == true {
			cond = nil
		}
		body := b.stmtsBlock(s.Body)
		if len(pre) > 0 {
			// The condition needs statements: for { pre; if !cond { break }; body }
			head := append(pre, &ir.If{Cond: negate(cond), Then: []ir.Stmt{&ir.Branch{Tok: "break", Label: loop.label}}})
			b.add(&ir.For{Label: loop.label, Body: append(head, body...)})
			return
		}
		b.add(&ir.For{Label: loop.label, Cond: cond, Body: body})
	})
}

func (b *body) forStmt(s *ast.For) {
	b.inLoop(s.Orelse, func(loop *loopFrame) {
		b.forLoop(s.Iter, s.Target, loop, func() { b.stmts(s.Body) })
	})
}

// loopsItself reports whether the loop treats the iterable without making it
// a value: range.
func (b *body) loopsItself(e ast.Expr) bool {
	c, ok := e.(*ast.Call)
	if !ok {
		return false
	}
	call := b.l.info.Calls[c]
	return call != nil && callRole(call) == roleRange && len(c.Keywords) == 0 && !hasStar(c.Args) &&
		len(c.Args) >= 1 && len(c.Args) <= 3
}

// forLoop lowers `for target in iter`.
func (b *body) forLoop(iter, target ast.Expr, loop *loopFrame, inner func()) {
	if b.loopsItself(iter) && b.rangeLoop(iter.(*ast.Call), target, loop, inner) {
		return
	}
	if b.rangeCall(iter, target, loop, inner) {
		return
	}
	if x, elem, ok := b.literalItems(iter); ok {
		b.rangeInto(x, elem, true, target, loop, inner)
		return
	}
	b.eachInto(b.source(iter), target, loop, inner)
}

// literalItems makes a Go slice of the items of a list or tuple that is
// written where a loop begins: nothing else can see it.
func (b *body) literalItems(iter ast.Expr) (ir.Expr, types.Type, bool) {
	var elts []ast.Expr
	var elem types.Type
	switch e := iter.(type) {
	case *ast.List:
		t, ok := b.typeOf(e).(*types.List)
		if !ok {
			return nil, nil, false
		}
		elts, elem = e.Elts, t.Elem
	case *ast.Tuple:
		t, ok := b.typeOf(e).(*types.Tuple)
		if !ok {
			return nil, nil, false
		}
		elts, elem = e.Elts, t.Elems[0]
		for _, other := range t.Elems {
			if !types.Identical(elem, other) {
				return nil, nil, false
			}
		}
	}
	if len(elts) == 0 || hasStar(elts) || elem == types.Any || elem == types.None {
		return nil, nil, false
	}
	fs := make([]func() val, len(elts))
	for i, x := range elts {
		fs[i] = func() val { return b.exprTo(x, elem) }
	}
	list := &ir.Composite{Type: &ir.Slice{Elem: b.l.goType(elem)}}
	for _, v := range b.sequence(fs...) {
		list.Elts = append(list.Elts, ir.Elt{Value: v.x})
	}
	return list, elem, true
}

// source lowers the iterable of a loop, and notes whether the loop alone has
// it: a generator that nothing else refers to runs without a switch, and is
// closed when the loop is left.
func (b *body) source(iter ast.Expr) val {
	if s, ok := iter.(*ast.Set); ok && !hasStar(s.Elts) {
		return b.setDisplayFor(s, true)
	}
	v := b.expr(iter)
	switch iter := iter.(type) {
	case *ast.GeneratorExp, *ast.Call:
		b.l.once[v.x] = true
	case *ast.Name:
		if iv := b.l.info.Vars[iter]; iv != nil && b.l.runsOut(iv) {
			b.l.once[v.x] = true
		}
	}
	return v
}

// eachInto ranges over a value, storing each item in the target.
func (b *body) eachInto(v val, target ast.Expr, loop *loopFrame, inner func()) {
	seq, elem := b.iterate(v)
	b.rangeInto(seq, elem, false, target, loop, inner)
}

// rangeInto ranges over an iter.Seq, or a slice, storing each item in the
// target.
func (b *body) rangeInto(x ir.Expr, elem types.Type, slice bool, target ast.Expr, loop *loopFrame, inner func()) {
	st := &ir.Range{Label: loop.label, X: x}
	var item *ir.Var
	store := func() {}
	if n, ok := target.(*ast.Name); ok {
		iv := b.l.info.Vars[n]
		if iv != nil && types.Identical(iv.Type, elem) && b.loopVarIsPrivate(iv) {
			item = b.l.goVar(iv)
		}
	}
	if item == nil {
		item = b.temp("item", elem)
		store = func() { b.store(target, lit(use(item), elem)) }
	}
	if slice {
		st.Key, st.Value = &ir.Var{Blank: true, Type: ir.Int}, item
	} else {
		st.Key = item
	}
	st.Body = b.block(func() {
		store()
		inner()
	})
	b.add(st)
}

// loopVarIsPrivate reports whether the variable of a loop may be a fresh Go
// variable for each turn: nothing sees it after the loop, nor in a closure.
// Emit knows the uses after the loop; what lowering knows is said here. Of
// several loops over one Python variable each gets its own.
func (b *body) loopVarIsPrivate(iv *infer.Var) bool {
	g := b.l.goVar(iv)
	if g.Captured || g.Global || iv.MayUnset || !b.l.usage.loopOnly(iv) || b.classNS != nil && b.inClassScope(iv) {
		return false
	}
	if b.l.looped[g] {
		own := *g
		b.l.vars[iv] = &own
		g = &own
	}
	b.l.looped[g] = true
	return true
}

// pairTarget is the targets of `for a, b in ...` when both are plain names.
func (b *body) pairTarget(target ast.Expr) ([2]ast.Expr, bool) {
	elts, ok := targetList(target)
	if !ok || len(elts) != 2 || hasStar(elts) {
		return [2]ast.Expr{}, false
	}
	return [2]ast.Expr{elts[0], elts[1]}, true
}

// rangePair ranges over a sequence of two values, storing each in its target.
func (b *body) rangePair(seq ir.Expr, kt, vt types.Type, pair [2]ast.Expr, loop *loopFrame, inner func()) {
	var vars [2]*ir.Var
	var later []func()
	for i, t := range []types.Type{kt, vt} {
		if n, ok := pair[i].(*ast.Name); ok {
			iv := b.l.info.Vars[n]
			if iv != nil && types.Identical(iv.Type, t) && b.loopVarIsPrivate(iv) {
				vars[i] = b.l.goVar(iv)
				continue
			}
		}
		vars[i] = b.temp([]string{"key", "value"}[i], t)
		later = append(later, func() { b.store(pair[i], lit(use(vars[i]), t)) })
	}
	b.add(&ir.Range{Label: loop.label, Key: vars[0], Value: vars[1], X: seq, Body: b.block(func() {
		for _, f := range later {
			f()
		}
		inner()
	})})
}

// each ranges over a value for lowering's own purposes.
func (b *body) each(v val, hint string, inner func(item val)) {
	seq, elem := b.iterate(v)
	item := b.temp(hint, elem)
	b.add(&ir.Range{Key: item, X: seq, Body: b.block(func() { inner(lit(use(item), elem)) })})
}

// iterate gives the iter.Seq of a value and the type of its items.
func (b *body) iterate(v val) (ir.Expr, types.Type) {
	switch t := v.t.(type) {
	case types.Basic:
		if t == types.Str {
			return pyCall("StrAll", v.x), types.Str
		}
	case *types.List:
		return method(v.x, "All"), t.Elem
	case *types.VarTuple:
		return method(v.x, "All"), t.Elem
	case *types.Set:
		return method(v.x, "All"), t.Elem
	case *types.Dict:
		return method(v.x, "All"), t.Key
	case *types.Generator:
		if !b.l.once[v.x] {
			return method(v.x, "Rest"), t.Elem
		}
		return method(v.x, "All"), t.Elem
	case *types.Lib:
		if seq, elem, ok := b.stubIter(v, t); ok {
			return seq, elem
		}
	case *types.Instance:
		if seq, elem, ok := b.iterInstance(v, t); ok {
			return seq, elem
		}
		if c := enumOf(t); c != nil && c.Enum.Flag {
			return method(pyCall("FlagParts", v.x), "All"), t
		}
		if items, ok := b.recordItems(v); ok {
			return method(items.x, "All"), items.t.(*types.VarTuple).Elem
		}
	}
	name := "Each"
	if b.l.once[v.x] {
		name = "EachOnce"
	}
	return pyCall(name, b.peek(v).x), types.Any
}

// elemType is the type of the items that iterate gives.
func (b *body) elemType(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.List:
		return t.Elem
	case *types.VarTuple:
		return t.Elem
	case *types.Set:
		return t.Elem
	case *types.Dict:
		return t.Key
	case *types.Generator:
		return t.Elem
	case *types.Lib:
		if elem, ok := seqElem(t); ok {
			return elem
		}
		if elem, ok := b.l.stubElem(t); ok {
			return elem
		}
	case *types.Instance:
		if c := enumOf(t); c != nil && c.Enum.Flag {
			return t
		}
		if c := recordOf(t); c != nil {
			elem := c.Fields[0].Type
			for _, f := range c.Fields {
				if !types.Identical(f.Type, elem) {
					return types.Any
				}
			}
			return elem
		}
		if m := t.Class.(*infer.Class).FindMethod("__iter__"); m != nil && m.Class.Typed {
			if m.Generator {
				return m.Yield
			}
			if next, ok := m.Result.(*types.Instance); ok {
				if n := next.Class.(*infer.Class).FindMethod("__next__"); n != nil {
					return n.Result
				}
				return types.Any
			}
			return b.elemType(m.Result)
		}
	}
	return types.Any
}

// rangeLoop lowers `for target in range(...)` to a Go loop over ints.
func (b *body) rangeLoop(c *ast.Call, target ast.Expr, loop *loopFrame, inner func()) bool {
	step := int64(1)
	if len(c.Args) == 3 {
		n, ok := constInt(c.Args[2])
		if !ok || n == 0 {
			return b.rangeValueLoop(c, target, loop, inner)
		}
		step = n
	}
	vs := b.operands(c.Args[:min(2, len(c.Args))]...)
	for i := range vs {
		if vs[i].t != types.Any && !isIntOrBool(vs[i].t) {
			return b.rangeValueOf(vs, c, target, loop, inner)
		}
		vs[i] = b.convert(vs[i], types.Int)
	}
	start, stop := intLit(0), vs[len(vs)-1]
	startExpr := ir.Expr(start)
	if len(vs) == 2 {
		startExpr = vs[0].x
	}
	counter, store := b.rangeVar(target)
	body := func() []ir.Stmt {
		return b.block(func() {
			store()
			inner()
		})
	}
	if len(vs) == 1 && step == 1 {
		b.add(&ir.Range{Label: loop.label, Key: counter, X: stop.x, Body: body()})
		return true
	}
	// The bound is fixed before the loop starts.
	if _, isLit := intConst(stop.x); !isLit {
		stop = b.spillBound(stop)
	}
	op, post := "<", ir.Stmt(&ir.Assign{Lhs: []ir.Expr{use(counter)}, Op: "+", Rhs: []ir.Expr{intLit(step)}})
	if step < 0 {
		op, post = ">", &ir.Assign{Lhs: []ir.Expr{use(counter)}, Op: "-", Rhs: []ir.Expr{intLit(-step)}}
	}
	b.add(&ir.For{
		Label: loop.label,
		Init:  assign(use(counter), startExpr),
		Cond:  binary(op, use(counter), stop.x),
		Post:  post,
		Body:  body(),
	})
	return true
}

// spillBound keeps the bound of a loop, which the body might change.
func (b *body) spillBound(v val) val {
	if u, ok := v.x.(*ir.Use); ok && u.Var.Temp {
		return v
	}
	tmp := b.temp("stop", types.Int)
	b.add(assign(use(tmp), v.x))
	return lit(use(tmp), types.Int)
}

// rangeVar gives the Go counter of a range loop, and the statement that copies
// it to the Python variable where the two must differ: where the body assigns
// the variable, a closure holds it, or it lives on after the loop.
func (b *body) rangeVar(target ast.Expr) (*ir.Var, func()) {
	if n, ok := target.(*ast.Name); ok {
		iv := b.l.info.Vars[n]
		if iv != nil && iv.Type == types.Int && b.loopVarIsPrivate(iv) && !b.l.usage.reassigned(iv) {
			return b.l.goVar(iv), func() {}
		}
	}
	counter := b.temp("i", types.Int)
	return counter, func() { b.store(target, lit(use(counter), types.Int)) }
}

func (b *body) rangeValueLoop(c *ast.Call, target ast.Expr, loop *loopFrame, inner func()) bool {
	return b.rangeValueOf(b.operands(c.Args...), c, target, loop, inner)
}

// rangeValueOf loops over a range object, which checks its arguments itself.
func (b *body) rangeValueOf(vs []val, c *ast.Call, target ast.Expr, loop *loopFrame, inner func()) bool {
	for len(vs) < len(c.Args) {
		vs = append(vs, b.expr(c.Args[len(vs)]))
	}
	args := make([]ir.Expr, len(vs))
	if len(vs) == 3 && isIntOrBool(vs[0].t) && isIntOrBool(vs[1].t) && isIntOrBool(vs[2].t) {
		for i, v := range vs {
			args[i] = b.convert(v, types.Int).x
		}
		b.rangeInto(pyCall("RangeStep", args...), types.Int, false, target, loop, inner)
		return true
	}
	for i, v := range vs {
		args[i] = b.box(v).x
	}
	b.eachInto(val{pyCall("RangeOf", args...), types.Any, acts}, target, loop, inner)
	return true
}

func constInt(e ast.Expr) (int64, bool) {
	neg := false
	if u, ok := e.(*ast.UnaryOp); ok && u.Op == ast.USub {
		neg, e = true, u.Operand
	}
	c, ok := e.(*ast.Constant)
	if !ok {
		return 0, false
	}
	n, ok := c.Value.(ast.Int)
	if neg {
		n = -n
	}
	return int64(n), ok
}

// asyncForStmt lowers `async for`.
func (b *body) asyncForStmt(s *ast.AsyncFor) {
	b.inLoop(s.Orelse, func(loop *loopFrame) {
		b.asyncForLoop(s.Iter, s.Target, loop, func() { b.stmts(s.Body) })
	})
}

// asyncForLoop ranges over an asynchronous iterable: each turn may suspend or
// fail.
func (b *body) asyncForLoop(iter, target ast.Expr, loop *loopFrame, inner func()) {
	v := b.expr(iter)
	var seq ir.Expr
	var elem types.Type = types.Any
	if t, ok := v.t.(*types.Instance); ok {
		if it, ok := b.dunder(v, t, "__aiter__"); ok {
			v = it
		}
	}
	switch t := v.t.(type) {
	case *types.Instance:
		seq, elem = b.anextLoop(v, t)
	case *types.AsyncGenerator:
		seq, elem = method(v.x, "All", b.context()), t.Elem
	default:
		seq = aioCall("Each", b.context(), b.box(v).x)
	}
	item, err := b.temp("item", elem), b.tempOf("err", ir.Error)
	store := func() { b.store(target, lit(use(item), elem)) }
	if n, ok := target.(*ast.Name); ok {
		iv := b.l.info.Vars[n]
		if iv != nil && types.Identical(iv.Type, elem) && b.loopVarIsPrivate(iv) {
			item, store = b.l.goVar(iv), func() {}
		}
	}
	b.add(&ir.Range{Label: loop.label, Key: item, Value: err, X: seq, Body: b.block(func() {
		b.check(err)
		store()
		inner()
	})})
}

// context is the ctx in scope.
func (b *body) context() ir.Expr {
	if b.ctx != nil {
		return use(b.ctx)
	}
	return pyCall("CurrentContext")
}
