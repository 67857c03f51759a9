package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
)

// finalForm is how a finally clause is lowered.
type finalForm int

const (
	finalClosure finalForm = iota // after a closure that catches what the body throws
	finalDefer                    // a defer statement: the try is the end of the function
	finalAfter                    // after the body, before its error goes on
)

// finalDraft is a finally clause as the first run lowered it.
type finalDraft struct {
	lit   *ir.FuncLit // the statement without the clause
	final []ir.Stmt
	end   bool // nothing follows in the function
	times int
}

// draftFinal notes a finally clause in the first run.
func (b *body) draftFinal(s *ast.Try, lit *ir.FuncLit, final []ir.Stmt) {
	if b.l.finalDrafts == nil {
		return
	}
	d := b.l.finalDrafts[s]
	if d == nil {
		d = &finalDraft{}
		b.l.finalDrafts[s] = d
	}
	d.lit, d.final = lit, final
	d.end = len(b.frames) == 0 && b.last == ast.Stmt(s) && b.ctor == nil && b.classNS == nil
	d.times++
}

// finalForms judges the drafts of finally clauses.
func (l *lowerer) finalForms(g *faultGraph, forms map[*ast.Try]*tryForm) map[*ast.Try]finalForm {
	out := map[*ast.Try]finalForm{}
	for s, d := range l.finalDrafts {
		switch {
		case d.times != 1:
		case d.end && !leaves(d.final):
			// A deferred function runs however the body ends, a panic included;
			// its own error would be lost, so it may have none.
			out[s] = finalDefer
		case l.endsWithCheck(g, s, d, forms):
			out[s] = finalAfter
		}
	}
	return out
}

// leaves reports whether statements return or branch.
func leaves(body []ir.Stmt) bool {
	found := false
	ir.Walk(body, func(s ir.Stmt) bool {
		switch s := s.(type) {
		case *ir.Return:
			found = true
		case *ir.Branch:
			found = found || s.Tok == "goto"
		}
		return !found
	}, func(*ir.Expr) bool { return false })
	return found
}

// endsWithCheck reports whether the body of a try with finally ends with its
// one check of err (or two), throws nothing, and its handlers, if any, neither
// throw nor leave: then the clause simply follows.
func (l *lowerer) endsWithCheck(g *faultGraph, s *ast.Try, d *finalDraft, forms map[*ast.Try]*tryForm) bool {
	if len(s.Orelse) > 0 || len(g.of(d.lit.Body)) > 0 {
		return false
	}
	body := d.lit.Body
	if len(s.Handlers) > 0 {
		t := l.drafts[s]
		if forms[s] == nil || t == nil || returns(t.handlers) != defaults(s) || len(g.of(t.lit.Body)) > 0 {
			return false
		}
		body = t.lit.Body
	}
	n, plain := errChecks(body)
	if !plain || n == 0 || n > maxChecks || len(body) < 2 {
		return false
	}
	_, ret := body[len(body)-1].(*ir.Return)
	return ret && errCheck(body[len(body)-2]) != nil && returns(body) == n+1
}

// returns counts the return statements, and branches that are no loop's own.
func returns(body []ir.Stmt) int {
	n := 0
	ir.Walk(body, func(s ir.Stmt) bool {
		switch s.(type) {
		case *ir.Return:
			n++
		}
		return true
	}, func(*ir.Expr) bool { return false })
	return n
}

// defaults is how many returns the handlers of s have for what none takes.
func defaults(s *ast.Try) int {
	for _, h := range s.Handlers {
		if h.Type == nil {
			return 0
		}
	}
	return 1
}

// deferred is `defer func() { ... }()`.
func (b *body) deferred(list []ast.Stmt) ir.Stmt {
	lit := &ir.FuncLit{Body: b.stmtsBlock(list)}
	if c := b.deferredCall(list, lit.Body); c != nil {
		return &ir.Defer{Call: c}
	}
	return &ir.Defer{Call: call(lit)}
}

// deferredCall is the only call of a finally clause, where it may be deferred
// itself: a method without arguments of a parameter that is never assigned.
func (b *body) deferredCall(list []ast.Stmt, stmts []ir.Stmt) ir.Expr {
	if len(list) != 1 || len(stmts) != 1 {
		return nil
	}
	st, ok := stmts[0].(*ir.ExprStmt)
	if !ok {
		return nil
	}
	c, ok := st.X.(*ir.Call)
	e, ok2 := list[0].(*ast.ExprStmt)
	if !ok || !ok2 || len(c.Args) > 0 {
		return nil
	}
	call, ok := e.Value.(*ast.Call)
	if !ok {
		return nil
	}
	attr, ok := call.Func.(*ast.Attribute)
	if !ok {
		return nil
	}
	n, ok := attr.Value.(*ast.Name)
	if !ok {
		return nil
	}
	if iv := b.l.info.Vars[n]; iv == nil || !iv.Param || iv.Captured || b.l.usage.reassigned(iv) {
		return nil
	}
	return c
}

// finalAfter lowers try/except/finally where the clause follows the check:
//
//	err = f()
//	if errors.Is(err, X) { ...; err = nil }
//	...
//	if err != nil { return err }
func (b *body) finalAfter(s *ast.Try) {
	err := b.tryCalls(s)
	switch len(s.Handlers) {
	case 0:
	case 1:
		h := s.Handlers[0]
		cond := notNil(use(err))
		if h.Type != nil {
			cond = b.matches(h.Type, err)
		}
		b.add(&ir.If{Cond: cond, Then: b.cleared(h, err)})
	default:
		sw := &ir.Switch{Label: &ir.Label{Name: "handlers"}}
		for _, h := range s.Handlers {
			c := &ir.Case{Exprs: []ir.Expr{notNil(use(err))}}
			if h.Type != nil {
				c.Exprs[0] = b.matches(h.Type, err)
			}
			c.Body = b.cleared(h, err)
			sw.Cases = append(sw.Cases, c)
		}
		b.add(sw)
	}
	b.stmts(s.Finalbody)
	b.check(err)
}

// cleared is the body of a handler after which there is no error any more.
func (b *body) cleared(h *ast.ExceptHandler, err *ir.Var) []ir.Stmt {
	return b.block(func() {
		b.handler(h, err)
		b.add(assign(use(err), &ir.Nil{}))
	})
}
