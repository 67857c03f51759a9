package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/special"
)

// compare generates a chain of comparisons: what it gives is the result of any
// of them.
func (w *walker) compare(e *ast.Compare) *node {
	out := w.s.node()
	left := w.gen(e.Left)
	for i, c := range e.Comparators {
		right := w.gen(c)
		w.compareNodes(e.Ops[i], left, right, out)
		left = right
	}
	return out
}

// compareNodes generates one comparison. It gives a bool, unless a special
// method of the program gives something else.
func (w *walker) compareNodes(op ast.CmpOperator, left, right, out *node) {
	w.s.add(out, w.s.prim(opBool))
	switch op {
	case ast.In, ast.NotIn:
		w.s.on(right, func(k *kind) {
			if k.op == opInst && !w.callMethod(k, "__contains__", []*node{left}, w.s.node()) && k.class.HasStaticMethods() &&
				k.class.Kind != NamedTupleClass {
				k.class.dynamic("a membership test goes through its items")
			}
		})
		w.compareElements(left, right)
	case ast.Is, ast.IsNot:
	default:
		method, other := special.Compare(op)
		res := w.s.node()
		w.s.flowIf(res, out, oddTruth)
		compared := func(k *kind, name string, with *node) {
			switch k.op {
			case opInst:
				w.callMethod(k, name, []*node{with}, res)
			case opUnknown:
				w.s.on(w.oddComparison(method), func(*kind) { w.s.flow(w.s.unknown, out) })
				w.s.on(w.oddComparison(other), func(*kind) { w.s.flow(w.s.unknown, out) })
			}
		}
		w.s.on(left, func(k *kind) {
			compared(k, method, right)
			if k.op == opInst && op == ast.NotEq { // the default __ne__ asks it, and gives a bool
				w.callMethod(k, "__eq__", []*node{right}, w.s.node())
			}
		})
		w.s.on(right, func(k *kind) { compared(k, other, left) })
	}
}

// oddTruth reports whether the result of a comparison is no bool.
func oddTruth(k *kind) bool { return k.op != opBool && k.op != opNotImplemented }

// oddComparison is where the results of all methods of the program arrive that
// are named name and give something else than a bool: a comparison of values
// that nothing is known of may give one.
func (inf *inference) oddComparison(name string) *node {
	n := inf.oddResults[name]
	if n == nil {
		n = inf.s.node()
		inf.oddResults[name] = n
		for _, cls := range inf.info.ClassList {
			if m := cls.method(name); m != nil {
				inf.s.flowIf(inf.fns[m].result, n, oddTruth)
			}
		}
	}
	return n
}

// compareElements lets __eq__ of the program's classes see what a membership
// test compares.
func (w *walker) compareElements(item, container *node) {
	w.s.on(container, func(k *kind) {
		switch k.op {
		case opList, opTuple, opVarTuple, opSet, opFrozen, opDict:
			for _, a := range k.args {
				w.s.on(a, func(e *kind) {
					if e.op == opInst {
						w.callMethod(e, "__eq__", []*node{item}, w.s.node())
					}
				})
			}
		}
	})
}
