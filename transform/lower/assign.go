package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// assign lowers `a = b = value`.
func (b *body) assign(s *ast.Assign) {
	if len(s.Targets) == 1 {
		if b.pairwise(s) || b.onlyTypes(s.Targets[0], s.Value, s) || b.static(s.Targets[0], s.Value, s) {
			return
		}
		b.assignTo(s.Targets[0], func() val { return b.expr(s.Value) })
		return
	}
	v := b.spill(b.expr(s.Value), "value")
	for _, t := range s.Targets {
		b.store(t, v)
	}
}

// assignTo evaluates a value and stores it.
func (b *body) assignTo(target ast.Expr, value func() val) { b.store(target, value()) }

func targetList(e ast.Expr) ([]ast.Expr, bool) {
	switch e := e.(type) {
	case *ast.Tuple:
		return e.Elts, true
	case *ast.List:
		return e.Elts, true
	}
	return nil, false
}

// store assigns v to a target.
func (b *body) store(target ast.Expr, v val) {
	switch t := target.(type) {
	case *ast.Name:
		b.storeName(t, v)
	case *ast.Attribute:
		b.storeAttr(t, v)
	case *ast.Subscript:
		b.storeItem(t, v)
	case *ast.Tuple:
		b.unpack(t.Elts, v)
	case *ast.List:
		b.unpack(t.Elts, v)
	case *ast.Starred:
		b.store(t.Value, v)
	default:
		panic(fmt.Sprintf("lower: unexpected target %T", target))
	}
}

func (b *body) storeName(n *ast.Name, v val) {
	iv := b.l.info.Vars[n]
	if iv == nil {
		b.unsupported(n, diag.Unsupported, fmt.Sprintf("assignment to %q is not supported here", n.Id), "")
	}
	b.storeVar(iv, v)
}

// storeVar assigns v to a variable, and to the class namespace in a class body.
func (b *body) storeVar(iv *infer.Var, v val) {
	g := b.l.goVar(iv)
	b.hinted(v)
	v = b.convert(v, iv.Type)
	if b.classNS != nil && b.inClassScope(iv) && !b.l.usage.read(iv) {
		b.add(&ir.ExprStmt{X: method(use(b.classNS), "Set", str(iv.Name), b.box(v).x)})
		return
	}
	b.add(assign(use(g), v.x))
	if iv.MayUnset {
		b.add(assign(use(b.l.setFlag(iv)), boolLit(true)))
	}
	if b.classNS != nil && b.inClassScope(iv) {
		b.add(&ir.ExprStmt{X: method(use(b.classNS), "Set", str(iv.Name), b.box(val{use(g), iv.Type, stable}).x)})
	}
}

func (b *body) storeAttr(t *ast.Attribute, v val) {
	switch r := b.l.info.Refs[t].(type) {
	case *infer.FieldRef:
		vs := b.sequence(func() val { return v }, func() val { return b.expr(t.Value) })
		x := b.fieldOf(vs[1], r, t.Attr)
		b.add(assign(x, b.convert(vs[0], r.Field.Type).x))
		return
	case *infer.ClassVarRef:
		b.add(assign(use(b.l.classVar(r.Field)), b.convert(v, r.Field.Type).x))
		return
	case *infer.PropertyRef:
		vs := b.sequence(func() val { return v }, func() val { return b.expr(t.Value) })
		b.setProperty(vs[1], r, vs[0])
		return
	case *infer.StubMemberRef:
		if !isException(b.typeOf(t.Value)) {
			b.setStubMember(t, r, v)
			return
		}
	case *infer.StubRef:
		b.unsupported(t, diag.Monkeypatch, fmt.Sprintf("assignment to %q of a library module", t.Attr),
			"compiled modules cannot be changed at run time; pass the value where it is needed")
	}
	vs := b.sequence(func() val { return b.box(v) }, func() val { return b.box(b.expr(t.Value)) })
	b.add(&ir.ExprStmt{X: pyCall("SetAttr", vs[1].x, str(t.Attr), vs[0].x)})
}

func (b *body) storeItem(t *ast.Subscript, v val) {
	vs := b.sequence(func() val { return v },
		func() val { return b.expr(t.Value) },
		func() val { return b.expr(t.Slice) })
	b.setItem(vs[1], vs[2], vs[0])
}

// unpack assigns the elements of v to the targets.
func (b *body) unpack(targets []ast.Expr, v val) {
	star := -1
	for i, t := range targets {
		if _, ok := t.(*ast.Starred); ok {
			star = i
		}
	}
	if parts := b.l.parts[v.x]; parts.vals != nil && star < 0 && len(parts.vals) == len(targets) {
		if len(b.l.mixed) == parts.to {
			b.l.mixed = b.l.mixed[:parts.from]
		}
		for i, target := range targets {
			b.store(target, parts.vals[i])
		}
		return
	}
	if t, ok := v.t.(*types.Tuple); ok && star < 0 && len(t.Elems) == len(targets) {
		v = b.spill(v, "pair")
		for i, target := range targets {
			b.store(target, val{&ir.Select{X: v.x, Name: fmt.Sprintf("V%d", i)}, t.Elems[i], stable})
		}
		return
	}
	if c := recordOf(v.t); c != nil && star < 0 && len(c.Fields) == len(targets) {
		for i, part := range b.recordParts(v) {
			b.store(targets[i], part)
		}
		return
	}
	var elem types.Type = types.Any
	if list, ok := v.t.(*types.List); ok {
		elem = list.Elem
	}
	if list, ok := v.t.(*types.VarTuple); ok {
		elem = list.Elem
	}
	parts := b.tempOf("parts", &ir.Slice{Elem: b.l.goType(elem)})
	n := int64(len(targets))
	switch {
	case elem != types.Any && star < 0:
		b.add(assign(use(parts), pyCall("UnpackSeq", v.x, intLit(n))))
	case star < 0:
		b.add(assign(use(parts), pyCall("Unpack", b.peek(v).x, intLit(n))))
	default:
		b.unpackStar(targets, star, v)
		return
	}
	for i, target := range targets {
		b.store(target, val{&ir.Index{X: use(parts), I: intLit(int64(i))}, elem, stable})
	}
}

// unpackStar assigns `a, *b, c = v`: the middle is a new list.
func (b *body) unpackStar(targets []ast.Expr, star int, v val) {
	before, after := int64(star), int64(len(targets)-star-1)
	middle := targets[star].(*ast.Starred).Value
	var list *types.List
	switch t := v.t.(type) {
	case *types.List:
		list = t
	case *types.VarTuple:
		list = &types.List{Elem: t.Elem}
	}
	if t, ok := b.typeOf(middle).(*types.List); list != nil && list.Elem != types.Any && ok && types.Identical(t.Elem, list.Elem) {
		head := b.tempOf("head", &ir.Slice{Elem: b.l.goType(list.Elem)})
		rest := b.temp("rest", list)
		tailVar := b.tempOf("tail", &ir.Slice{Elem: b.l.goType(list.Elem)})
		b.add(&ir.Assign{Lhs: []ir.Expr{use(head), use(rest), use(tailVar)},
			Rhs: []ir.Expr{pyCall("UnpackStarSeq", v.x, intLit(before), intLit(after))}})
		for i, t := range targets[:star] {
			b.store(t, val{&ir.Index{X: use(head), I: intLit(int64(i))}, list.Elem, stable})
		}
		b.store(middle, lit(use(rest), list))
		for i, t := range targets[star+1:] {
			b.store(t, val{&ir.Index{X: use(tailVar), I: intLit(int64(i))}, list.Elem, stable})
		}
		return
	}
	parts := b.tempOf("parts", &ir.Slice{Elem: ir.Any})
	b.add(assign(use(parts), pyCall("UnpackStar", b.peek(v).x, intLit(before), intLit(after))))
	for i, t := range targets {
		part := val{&ir.Index{X: use(parts), I: intLit(int64(i))}, types.Any, stable}
		if i == star {
			// The middle is a new list.
			b.store(middle, b.convertFresh(part, b.typeOf(middle)))
			continue
		}
		b.store(t, part)
	}
}

// annAssign lowers `x: T = value`; without a value it declares nothing in Go.
func (b *body) annAssign(s *ast.AnnAssign) {
	if b.classNS != nil && s.Simple {
		b.classAnnotation(s)
	}
	if s.Value != nil && !b.onlyTypes(s.Target, s.Value, s) && !b.static(s.Target, s.Value, s) {
		b.assignTo(s.Target, func() val { return b.expr(s.Value) })
	}
}

// augAssign lowers `target op= value`; the target's parts are evaluated once.
func (b *body) augAssign(s *ast.AugAssign) {
	want := b.typeOf(s.Target)
	var from *infer.Var
	if a := b.l.info.Augmented[s]; a != nil {
		want, from = a.Result, a.From
	}
	switch t := s.Target.(type) {
	case *ast.Name:
		read := func() val { return b.readTarget(t, from) }
		vs := b.sequence(read, func() val { return b.expr(s.Value) })
		v, ok := val{}, false
		if from == nil || from == b.l.info.Vars[t] {
			v, ok = b.unchecked(s.Op, t, s.Value, vs[0], vs[1])
		}
		if !ok {
			v = b.augmented(s.Op, vs[0], vs[1], want)
		}
		b.store(t, v)
	case *ast.Attribute:
		x := b.spillRead(b.expr(t.Value))
		get, set := b.attrAccess(t, x)
		vs := b.sequence(get, func() val { return b.expr(s.Value) })
		v, ok := b.unchecked(s.Op, t, s.Value, vs[0], vs[1])
		if !ok {
			v = b.augmented(s.Op, vs[0], vs[1], want)
		}
		set(v)
	case *ast.Subscript:
		vs := b.operands(t.Value, t.Slice)
		x, i := b.spillRead(vs[0]), b.spillRead(vs[1])
		if b.augItem(s.Op, x, i, s.Value, want) {
			return
		}
		ws := b.sequence(func() val { return b.getItem(x, i) }, func() val { return b.expr(s.Value) })
		b.setItem(x, i, b.augmented(s.Op, ws[0], ws[1], want))
	default:
		panic(fmt.Sprintf("lower: unexpected target %T", s.Target))
	}
}

// readTarget reads the variable that an augmented assignment changes.
func (b *body) readTarget(n *ast.Name, from *infer.Var) val {
	iv := b.l.info.Vars[n]
	if iv == nil {
		return b.name(n)
	}
	if from != nil {
		iv = from
	}
	g := b.l.goVar(iv)
	if b.l.info.Unset[n] {
		b.checkSet(iv)
	}
	return val{use(g), iv.Type, reads}
}

// attrAccess gives the read and the write of x.attr for a value x that is
// evaluated already.
func (b *body) attrAccess(t *ast.Attribute, x val) (func() val, func(val)) {
	switch r := b.l.info.Refs[t].(type) {
	case *infer.FieldRef:
		field := b.fieldOf(x, r, t.Attr)
		return func() val { return val{field, r.Field.Type, reads} },
			func(v val) { b.add(assign(field, b.convert(v, r.Field.Type).x)) }
	case *infer.ClassVarRef:
		cv := b.l.classVar(r.Field)
		return func() val { return val{use(cv), r.Field.Type, reads} },
			func(v val) { b.add(assign(use(cv), b.convert(v, r.Field.Type).x)) }
	case *infer.PropertyRef:
		return func() val { return b.getProperty(x, r) },
			func(v val) { b.setProperty(x, r, v) }
	}
	boxed := b.box(x)
	return func() val { return val{pyCall("GetAttr", boxed.x, str(t.Attr)), types.Any, acts} },
		func(v val) {
			b.add(&ir.ExprStmt{X: pyCall("SetAttr", boxed.x, str(t.Attr), b.box(v).x)})
		}
}

// delete lowers `del target`.
func (b *body) delete(t ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		iv := b.l.info.Vars[t]
		if iv == nil {
			return
		}
		if b.l.info.Unset[t] {
			b.checkSet(iv)
		}
		b.unbind(t)
	case *ast.Attribute:
		if r, ok := b.l.info.Refs[t].(*infer.PropertyRef); ok && r.Deleter != nil {
			b.deleteProperty(b.expr(t.Value), r)
			return
		}
		b.add(&ir.ExprStmt{X: pyCall("DelAttr", b.box(b.expr(t.Value)).x, str(t.Attr))})
	case *ast.Subscript:
		b.deleteItem(t)
	case *ast.Tuple:
		for _, e := range t.Elts {
			b.delete(e)
		}
	case *ast.List:
		for _, e := range t.Elts {
			b.delete(e)
		}
	default:
		panic(fmt.Sprintf("lower: unexpected del target %T", t))
	}
}
