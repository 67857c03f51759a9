package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// roleGuard marks the exit method, in a stub, of a manager that is entered and
// left by two plain methods, whatever the body did: `guard:Acquire,Release`.
// The one may wait or fail as the stub says of it, the other does neither.
const roleGuard = "guard:"

// guardForm is how a with statement over a guard is lowered.
type guardForm int

const (
	guardClosure guardForm = iota // a closure that the runtime runs
	guardDefer                    // enter, defer leave: the end of the function
	guardAround                   // enter, the body, leave
)

// guardDraft is a with statement as the first run lowered it.
type guardDraft struct {
	lit   *ir.FuncLit
	end   bool // nothing follows in the function
	times int
}

// guardMethods are the names of the Go methods that enter and leave a guard.
func (l *lowerer) guardMethods(t types.Type, async bool) (enter, leave string, ok bool) {
	name := "__exit__"
	if async {
		name = "__aexit__"
	}
	lib, ok := t.(*types.Lib)
	if !ok {
		return "", "", false
	}
	sig := l.memberSig(lib, name)
	if sig == nil {
		return "", "", false
	}
	role := sig.Role
	if role == "" {
		role = sig.Func.Role
	}
	methods, ok := strings.CutPrefix(string(role), roleGuard)
	enter, leave, _ = strings.Cut(methods, ",")
	return enter, leave, ok
}

// draftGuard notes a with statement over a guard in the first run.
func (b *body) draftGuard(item *ast.WithItem, items []*ast.WithItem, stmts []ast.Stmt, mgr types.Type, async bool, lit *ir.FuncLit) {
	_, _, ok := b.l.guardMethods(mgr, async)
	if b.l.guardDrafts == nil || !ok || item.OptionalVars != nil || len(items) > 1 {
		return
	}
	d := b.l.guardDrafts[item]
	if d == nil {
		d = &guardDraft{}
		b.l.guardDrafts[item] = d
	}
	d.lit = lit
	d.end = len(b.frames) == 0 && b.endsWith(item) && b.ctor == nil && b.classNS == nil
	d.times++
}

// endsWith reports whether the with statement of item is the last one of the
// function.
func (b *body) endsWith(item *ast.WithItem) bool {
	switch s := b.last.(type) {
	case *ast.With:
		return s.Items[0] == item
	case *ast.AsyncWith:
		return s.Items[0] == item
	}
	return false
}

// guardForms judges the drafts.
func (l *lowerer) guardForms(g *faultGraph) map[*ast.WithItem]guardForm {
	out := map[*ast.WithItem]guardForm{}
	for item, d := range l.guardDrafts {
		switch {
		case d.times != 1 || !l.steadyManager(item.ContextExpr):
		case d.end:
			out[item] = guardDefer
		case len(g.of(d.lit.Body)) == 0 && endsSoon(d.lit.Body):
			out[item] = guardAround
		}
	}
	return out
}

// endsSoon reports whether a closure's body checks err once at most, and then
// does nothing but keep the result.
func endsSoon(body []ir.Stmt) bool {
	n, plain := errChecks(body)
	if !plain || n > 1 || returns(body) != n+1 {
		return false
	}
	after := false
	for _, s := range body[:len(body)-1] {
		if errCheck(s) != nil {
			after = true
			continue
		}
		if st, ok := s.(*ir.Assign); after && (!ok || !keepsResult(st)) {
			return false
		}
	}
	return true
}

// keepsResult reports whether st copies one variable to another.
func keepsResult(st *ir.Assign) bool {
	if st.Op != "" || len(st.Lhs) != 1 || len(st.Rhs) != 1 {
		return false
	}
	to, ok := st.Lhs[0].(*ir.Use)
	_, ok2 := st.Rhs[0].(*ir.Use)
	return ok && ok2 && !to.Var.Global && !to.Var.Captured
}

// steadyManager reports whether e gives the same object when it is evaluated
// again: a variable that is assigned once, or an attribute that only __init__
// sets.
func (l *lowerer) steadyManager(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name:
		v := l.info.Vars[e]
		return v != nil && l.info.Refs[e] == nil && !v.MayUnset && (v.Param && !l.usage.reassigned(v) || l.usage.storedOnce(v))
	case *ast.Attribute:
		_, field := l.info.Refs[e].(*infer.FieldRef)
		return field && l.steadyManager(e.Value) && l.setByInit(e.Attr)
	}
	return false
}

// setByInit reports whether no function but __init__ assigns an attribute of
// the name.
func (l *lowerer) setByInit(attr string) bool {
	found := false
	for _, f := range l.info.FuncList {
		if f.Class != nil && f.Name == "__init__" {
			continue
		}
		for _, s := range funcBody(f.Node) {
			ast.Walk(s, func(n ast.Node) bool {
				if a, ok := n.(*ast.Attribute); ok && a.Attr == attr && a.Ctx != ast.Load {
					found = true
				}
				return !found
			})
		}
	}
	for _, s := range l.info.Module.Body {
		ast.Walk(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef:
				return false
			case *ast.Attribute:
				found = found || n.Attr == attr && n.Ctx != ast.Load
			}
			return !found
		})
	}
	return !found
}

// enterGuard enters the manager and runs then, with the call that leaves it.
func (b *body) enterGuard(item *ast.WithItem, async bool, then func(leave ir.Expr)) {
	mgr := b.expr(item.ContextExpr)
	enter, leave, _ := b.l.guardMethods(mgr.t, async)
	sig := b.enterSig(mgr.t.(*types.Lib), enter)
	c := method(mgr.x, enter)
	if async {
		c.Args = []ir.Expr{b.context()}
	}
	switch {
	case sig != nil && (sig.Async || sig.Raises):
		err := b.errVar()
		b.add(assign2(nil, use(err), c))
		b.check(err)
	default:
		b.add(&ir.ExprStmt{X: c})
	}
	then(method(b.expr(item.ContextExpr).x, leave))
}

// enterSig is the signature of the Python method behind a Go name.
func (b *body) enterSig(t *types.Lib, goName string) *stubs.Sig {
	return b.l.memberSig(t, strings.ToLower(goName))
}

// guardAround lowers a with statement whose body throws nothing and ends with
// its only check of err: the guard is left before the error goes on.
func (b *body) guardAround(item *ast.WithItem, list []ast.Stmt, async bool) {
	b.enterGuard(item, async, func(leave ir.Expr) {
		frames := b.frames
		b.frames = append(b.frames, frame{try: &tryFrame{label: &ir.Label{Name: "leave"}}})
		stmts := b.stmtsBlock(list)
		b.frames = frames
		for i, s := range stmts {
			if err := errCheck(s); err != nil {
				b.add(stmts[:i]...)
				b.add(&ir.ExprStmt{X: leave})
				b.check(err)
				b.add(stmts[i+1:]...)
				return
			}
		}
		b.add(stmts...)
		b.add(&ir.ExprStmt{X: leave})
	})
}
