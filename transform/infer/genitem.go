package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
)

// index generates what stands between the brackets of a subscript.
func (w *walker) index(e ast.Expr) *node {
	if sl, ok := e.(*ast.Slice); ok {
		for _, x := range []ast.Expr{sl.Lower, sl.Upper, sl.Step} {
			if x != nil {
				w.gen(x)
			}
		}
		n := w.s.unknown
		if cls := w.builtinClass("slice"); cls != nil {
			n = w.s.with(w.libInstance(cls, nil))
		}
		w.expr[e] = n
		return n
	}
	return w.gen(e)
}

// subscript generates `value[slice]` where it is read.
func (w *walker) subscript(e *ast.Subscript) *node {
	switch w.ref(e.Value).(type) {
	case *ClassRef, *StubRef:
		// list[int], Queue[str]: the class; its arguments are types
		if n := w.gen(e.Value); n.has(opClass) || n.has(opLibClass) || n.has(opUnknown) {
			return n
		}
	}
	v, i := w.gen(e.Value), w.index(e.Slice)
	w.operate(v, "indexing", "")
	out := w.s.node()
	w.s.on(v, func(k *kind) { w.itemKind(k, i, e.Slice, out) })
	return out
}

// intConst is the value of an integer literal.
func intConst(e ast.Expr) (int, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		if v, ok := e.Value.(ast.Int); ok {
			return int(v), true
		}
	case *ast.UnaryOp:
		if v, ok := intConst(e.Operand); ok && e.Op == ast.USub {
			return -v, true
		}
	}
	return 0, false
}

func isSlice(e ast.Expr) bool {
	_, ok := e.(*ast.Slice)
	return ok
}

// itemKind lets k[i] arrive at out.
func (inf *inference) itemKind(k *kind, i *node, slice ast.Expr, out *node) {
	s := inf.s
	switch k.op {
	case opUnknown:
		s.escape(i)
		s.flow(s.unknown, out)
	case opList:
		switch {
		case isSlice(slice):
			elem := s.node()
			s.flow(k.args[0], elem)
			s.unify(elem, k.args[0])
			s.add(out, &kind{op: opList, args: []*node{k.args[0]}})
		default:
			s.on(i, func(x *kind) {
				if x.op == opLib || x.op == opUnknown {
					s.add(out, &kind{op: opList, args: []*node{k.args[0]}})
				}
			})
			s.flow(k.args[0], out)
		}
	case opVarTuple:
		if isSlice(slice) {
			s.add(out, k)
			return
		}
		s.flow(k.args[0], out)
	case opTuple:
		if sl, ok := slice.(*ast.Slice); ok {
			inf.sliceTuple(k, sl, out)
			return
		}
		if n, ok := intConst(slice); ok {
			if n < 0 {
				n += len(k.args)
			}
			if n >= 0 && n < len(k.args) {
				s.flow(k.args[n], out)
			}
			return
		}
		for _, a := range k.args {
			s.flow(a, out)
		}
	case opDict:
		s.flow(k.args[1], out)
	case opStr:
		s.add(out, k)
	case opBytes:
		if isSlice(slice) {
			s.add(out, k)
		} else {
			s.add(out, s.prim(opInt))
		}
	case opInst:
		if inf.callMethod(k, "__getitem__", []*node{i}, out) {
			return
		}
		if sl, ok := slice.(*ast.Slice); ok && k.class.Kind == NamedTupleClass {
			inf.sliceTuple(&kind{op: opTuple, args: copies(s, inf.fixedParts(k))}, sl, out)
			return
		}
		if k.class.Kind == NamedTupleClass {
			fields := k.class.InitFields()
			n, ok := intConst(slice)
			for j, f := range fields {
				if !ok || j == n || j == n+len(fields) {
					s.flow(inf.classes[f.Class].field(s, f.Name, f.Node), out)
				}
			}
			return
		}
		if !k.class.Typed {
			s.flow(s.unknown, out)
		}
	case opClass:
		if k.class.Kind == EnumClass {
			s.add(out, s.instance(k.class))
		} else {
			s.add(out, k)
		}
	case opLibClass:
		if k.lib.Enum {
			s.add(out, inf.libInstance(k.lib, nil))
		} else {
			s.add(out, k)
		}
	case opLib:
		if !inf.libMethod(k, "__getitem__", []*node{i}, out) && k.lib.Protocol && len(k.args) > 0 {
			s.flow(k.args[len(k.args)-1], out)
		}
	}
}

// sliceTuple is a slice of a tuple: a shorter tuple where the bounds are
// literals.
func (inf *inference) sliceTuple(k *kind, sl *ast.Slice, out *node) {
	n := len(k.args)
	bound := func(e ast.Expr, def int) (int, bool) {
		if e == nil {
			return def, true
		}
		v, ok := intConst(e)
		if v < 0 {
			v = max(v+n, 0)
		}
		return min(v, n), ok
	}
	lo, ok1 := bound(sl.Lower, 0)
	hi, ok2 := bound(sl.Upper, n)
	if ok1 && ok2 && sl.Step == nil {
		inf.s.add(out, &kind{op: opTuple, args: k.args[lo:max(lo, hi)]})
		return
	}
	elem := inf.s.node()
	for _, a := range k.args {
		inf.s.flow(a, elem)
	}
	inf.s.add(out, &kind{op: opVarTuple, args: []*node{elem}})
}

// storeItem generates `container[i] = v`.
func (inf *inference) storeItem(k *kind, i, v *node, slice ast.Expr) {
	s := inf.s
	switch k.op {
	case opUnknown:
		s.escape(i)
		s.escape(v)
	case opList:
		if isSlice(slice) {
			s.flow(inf.iterate(v), k.args[0])
		} else {
			s.flow(v, k.args[0])
		}
	case opDict:
		s.flow(i, k.args[0])
		s.flow(v, k.args[1])
	case opInst:
		inf.callMethod(k, "__setitem__", []*node{i, v}, s.node())
	case opLib:
		inf.libMethod(k, "__setitem__", []*node{i, v}, s.node())
	}
}
