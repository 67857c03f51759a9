package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
)

// steadiness knows which variables and fields keep their value while an
// expression is evaluated, whatever it calls: their reads need no temporaries
// to stand in Python's order.
type steadiness struct {
	info *infer.Info
	// changed are the fields that something else than a constructor assigns.
	changed map[*infer.Field]bool
	// bindings are the places that bind a variable.
	bindings map[*infer.Var][]binding
	// walrus are the places at which an assignment expression binds a variable,
	// with the statement around each.
	walrus map[*infer.Var][]walrusAt

	inits bool // an __init__ is called other than to make an instance
}

type binding struct {
	in     *infer.Func // the function that runs it, nil at module level
	looped bool        // it may run again while the variable lives
}

type walrusAt struct{ stmt, target ast.Node }

func findSteady(info *infer.Info) *steadiness {
	s := &steadiness{
		info: info, changed: map[*infer.Field]bool{},
		bindings: map[*infer.Var][]binding{}, walrus: map[*infer.Var][]walrusAt{},
	}
	w := &steadyWalk{s: s}
	for _, st := range info.Module.Body {
		w.walk(st)
	}
	return s
}

// steadyWalk goes through the program with what is around a node.
type steadyWalk struct {
	s      *steadiness
	fn     *infer.Func
	stmt   ast.Stmt
	looped bool
}

func (w *steadyWalk) walk(n ast.Node) {
	ast.Walk(n, func(n ast.Node) bool { return w.node(n) })
}

func (w *steadyWalk) node(n ast.Node) bool {
	if v := w.s.info.Vars[n]; v != nil && binds(n) {
		w.s.bindings[v] = append(w.s.bindings[v], binding{w.fn, w.looped})
	}
	switch n := n.(type) {
	case *ast.Attribute:
		w.attribute(n)
	case *ast.NamedExpr:
		if v := w.s.info.Vars[n.Target]; v != nil {
			w.s.walrus[v] = append(w.s.walrus[v], walrusAt{w.stmt, n.Target})
		}
	case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
		w.function(n)
		return false
	case *ast.For, *ast.AsyncFor, *ast.While, *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
		if !w.looped {
			inner := *w
			inner.looped = true
			if s, ok := n.(ast.Stmt); ok {
				inner.stmt = s
			}
			ast.Walk(n, func(c ast.Node) bool { return c == n || inner.node(c) })
			return false
		}
	}
	if s, ok := n.(ast.Stmt); ok && s != w.stmt {
		inner := *w
		inner.stmt = s
		ast.Walk(n, func(c ast.Node) bool { return c == n || inner.node(c) })
		return false
	}
	return true
}

// function walks a function's inside. Its defaults and decorators count as of
// it, which can only make its variables look less steady.
func (w *steadyWalk) function(n ast.Node) {
	inner := &steadyWalk{s: w.s, fn: w.s.info.Funcs[n], stmt: w.stmt}
	if s, ok := n.(ast.Stmt); ok {
		inner.stmt = s
	}
	ast.Walk(n, func(c ast.Node) bool { return c == n || inner.node(c) })
}

// attribute notes the assignment of a field that is not the making of an
// instance.
func (w *steadyWalk) attribute(a *ast.Attribute) {
	if a.Ctx == ast.Load {
		if a.Attr == "__init__" && (w.fn == nil || !isInit(w.fn)) {
			w.s.inits = true
		}
		return
	}
	r, ok := w.s.info.Refs[a].(*infer.FieldRef)
	if !ok {
		return
	}
	if w.fn != nil && isInit(w.fn) && len(w.fn.Params) > 0 {
		if x, ok := a.Value.(*ast.Name); ok && w.s.info.Vars[x] == w.fn.Params[0].Var {
			return
		}
	}
	w.s.changed[r.Field] = true
}

// binds reports whether a node that stands for a variable assigns it.
func binds(n ast.Node) bool {
	name, ok := n.(*ast.Name)
	return !ok || name.Ctx != ast.Load
}

// field is the order of a field's read by f, where the instance is fixed.
func (s *steadiness) field(f *infer.Func, field *infer.Field) order {
	if s.changed[field] || s.inits || f != nil && isInit(f) {
		return reads
	}
	return stable
}

// variable is the order of a variable's read by f at e, which is nil where the
// source has no such expression.
func (s *steadiness) variable(f *infer.Func, v *infer.Var, e ast.Expr) order {
	for _, w := range s.walrus[v] {
		if e == nil || within(e, w.stmt) && before(e, w.target) {
			return reads
		}
	}
	list := s.bindings[v]
	if len(list) == 1 && !list[0].looped && list[0].in == v.Func {
		return fixed
	}
	if !v.Captured {
		return stable
	}
	for _, b := range list {
		if b.in != v.Func {
			return reads
		}
	}
	if len(list) > 0 && f == v.Func {
		return stable
	}
	return reads
}

func within(n, outer ast.Node) bool {
	if outer == nil {
		return true
	}
	return !before(n, outer) && !before(outer, n)
}

// before reports whether a ends where b begins, or earlier.
func before(a, b ast.Node) bool {
	end, start := a.Span().End, b.Span().Start
	return end.Line < start.Line || end.Line == start.Line && end.Col <= start.Col
}
