package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// tryStmt lowers try/except/else/finally.
func (b *body) tryStmt(s *ast.Try) {
	if s = b.l.liveHandlers(s); len(s.Handlers) == 0 && len(s.Finalbody) == 0 {
		b.stmts(s.Body)
		b.stmts(s.Orelse)
		return
	}
	if len(s.Finalbody) == 0 {
		b.tryExcept(s)
		return
	}
	switch b.l.finals[s] {
	case finalDefer:
		b.add(b.deferred(s.Finalbody))
		b.tried(s)
		return
	case finalAfter:
		b.finalAfter(s)
		return
	}
	lit, after := b.closure(func() { b.tried(s) })
	err := b.caught()
	b.add(assign(use(err), pyCall("Catch", lit)))
	final := b.block(func() { b.handling(err, func() { b.stmts(s.Finalbody) }) })
	b.draftFinal(s, lit, final)
	b.add(final...)
	b.check(err)
	after()
}

// tried lowers a try statement without its finally clause.
func (b *body) tried(s *ast.Try) {
	if len(s.Handlers) == 0 {
		b.stmts(s.Body)
		b.stmts(s.Orelse)
		return
	}
	b.tryExcept(s)
}

// liveHandlers leaves out the handlers of imports that cannot fail.
func (l *lowerer) liveHandlers(s *ast.Try) *ast.Try {
	dead := false
	for _, h := range s.Handlers {
		dead = dead || l.info.DeadHandlers[h]
	}
	if !dead {
		return s
	}
	out := *s
	out.Handlers = nil
	for _, h := range s.Handlers {
		if !l.info.DeadHandlers[h] {
			out.Handlers = append(out.Handlers, h)
		}
	}
	return &out
}

// caught makes the variable that holds the exception of a try.
func (b *body) caught() *ir.Var { return &ir.Var{Name: "err", Type: ir.Error, Temp: true} }

// tryExcept lowers try/except/else.
func (b *body) tryExcept(s *ast.Try) {
	if f := b.l.forms[s]; f != nil && f.checks > 0 {
		b.tryChecked(s)
		return
	}
	lit, after := b.closure(func() { b.stmts(s.Body) })
	d := b.l.draft(s, lit)
	err := b.caught()
	b.add(assign(use(err), pyCall("Catch", lit)))
	st := &ir.If{Cond: notNil(use(err)), Then: b.block(func() { b.handlers(s.Handlers, err) })}
	if d != nil {
		d.handlers = st.Then
	}
	if len(s.Orelse) > 0 {
		st.Else = b.block(func() {
			after()
			b.stmts(s.Orelse)
		})
		b.add(st)
		return
	}
	b.add(st)
	after()
}

// handlers lowers the except clauses for the exception in err.
func (b *body) handlers(list []*ast.ExceptHandler, err *ir.Var) {
	if len(list) == 1 {
		h := list[0]
		if h.Type != nil {
			b.add(&ir.If{Cond: negate(b.matches(h.Type, err)), Then: []ir.Stmt{b.propagate(use(err))}})
		}
		b.handler(h, err)
		return
	}
	b.add(b.handlerSwitch(list, err))
}

// handlerSwitch is the switch over several except clauses.
func (b *body) handlerSwitch(list []*ast.ExceptHandler, err *ir.Var) *ir.Switch {
	sw := &ir.Switch{Label: &ir.Label{Name: "handlers"}}
	caughtAll := false
	for _, h := range list {
		c := &ir.Case{}
		if h.Type != nil {
			c.Exprs = []ir.Expr{b.matches(h.Type, err)}
		} else {
			caughtAll = true
		}
		c.Body = b.block(func() { b.handler(h, err) })
		sw.Cases = append(sw.Cases, c)
	}
	if !caughtAll {
		sw.Cases = append(sw.Cases, &ir.Case{Body: []ir.Stmt{b.propagate(use(err))}})
	}
	return sw
}

// matches is whether the exception in err is of the class, or one of the
// classes, that an except clause names.
func (b *body) matches(e ast.Expr, err *ir.Var) ir.Expr {
	if t, ok := e.(*ast.Tuple); ok && !hasStar(t.Elts) {
		var out ir.Expr
		for _, c := range t.Elts {
			m := b.matches(c, err)
			if out == nil {
				out = m
			} else {
				out = binary("||", out, m)
			}
		}
		if out == nil {
			return boolLit(false)
		}
		return out
	}
	if c := b.exceptionClass(e); c != nil {
		return call(&ir.PkgRef{Pkg: "errors", Name: "Is"}, use(err), c)
	}
	if r, ok := b.l.info.Refs[e].(*infer.ClassRef); ok && r.Class.Typed {
		return b.matchesTyped(r.Class, err)
	}
	return pyCall("ExceptMatches", use(err), b.box(b.expr(e)).x)
}

// stubException is the library's exception class that e names, or nil.
func (l *lowerer) stubException(e ast.Expr) *stubs.Class {
	r, ok := l.info.Refs[e].(*infer.StubRef)
	if !ok {
		return nil
	}
	s := r.Symbol
	for {
		a, ok := s.(*stubs.Alias)
		if !ok || a.Target == nil {
			break
		}
		s = a.Target
	}
	if c, ok := s.(*stubs.Class); ok && c.Exception {
		return c
	}
	return nil
}

// handler lowers the body of one except clause.
func (b *body) handler(h *ast.ExceptHandler, err *ir.Var) {
	if h.Name != "" {
		if iv := b.l.info.Vars[h]; iv != nil {
			b.storeVar(iv, b.bindException(h, err, iv))
		}
	}
	b.handling(err, func() { b.stmts(h.Body) })
	if h.Name != "" && !endsFlow(*b.out) {
		b.unbind(h)
	}
}

// unbind notes that the name which n binds has no value any more.
func (b *body) unbind(n ast.Node) {
	iv := b.l.info.Vars[n]
	if iv == nil {
		return
	}
	for _, v := range b.l.info.Unbinds[n] {
		b.add(assign(use(b.l.setFlag(v)), boolLit(false)))
	}
	if b.classNS != nil && b.inClassScope(iv) {
		b.add(&ir.ExprStmt{X: method(use(b.classNS), "Del", str(iv.Name))})
	}
}

// handling lowers f while the exception in err counts as being handled.
func (b *body) handling(err *ir.Var, f func()) {
	b.handled = append(b.handled, err)
	defer func() { b.handled = b.handled[:len(b.handled)-1] }()
	if !b.l.usesHandled {
		f()
		return
	}
	lit, after := b.closure(f)
	inner := b.caught()
	b.add(assign(use(inner), pyCall("Handling", use(err), lit)))
	b.check(inner)
	after()
}

// bindException is the value of `as name`.
func (b *body) bindException(h *ast.ExceptHandler, err *ir.Var, iv *infer.Var) val {
	if t, ok := iv.Type.(*types.Instance); ok {
		return val{&ir.TypeAssert{X: use(err), Type: b.l.goType(t)}, t, reads}
	}
	if iv.Type == types.Error {
		return val{use(err), types.Error, stable}
	}
	return val{pyCall("BoxError", use(err)), types.Any, reads}
}

// matchesTyped is the test for an exception class of the program that is a Go
// struct.
func (b *body) matchesTyped(c *infer.Class, err *ir.Var) ir.Expr {
	return call(&ir.PkgRef{Pkg: "errors", Name: "Is"}, use(err), use(b.l.class(c).value))
}

// tryStarStmt lowers try/except*: each clause takes its part of the group.
func (b *body) tryStarStmt(s *ast.TryStar) {
	if len(s.Finalbody) > 0 {
		lit, after := b.closure(func() { b.exceptStar(s) })
		err := b.caught()
		b.add(assign(use(err), pyCall("Catch", lit)))
		b.handling(err, func() { b.stmts(s.Finalbody) })
		b.check(err)
		after()
		return
	}
	b.exceptStar(s)
}

// exceptStar lowers the clauses: the group is split by each class in turn, a
// clause's own error is collected, and what is left is raised again.
func (b *body) exceptStar(s *ast.TryStar) {
	lit, after := b.closure(func() { b.stmts(s.Body) })
	err := b.caught()
	b.add(assign(use(err), pyCall("Catch", lit)))
	star := b.tempOf("group", ptr(pyNamed("ExceptStar")))
	st := &ir.If{Cond: notNil(use(err))}
	st.Then = b.block(func() {
		b.add(assign(use(star), pyCall("NewExceptStar", use(err))))
		for _, h := range s.Handlers {
			part := b.tempOf("part", ir.Error)
			b.add(assign(use(part), method(use(star), "Match", b.classOperand(h.Type))))
			b.add(&ir.If{Cond: notNil(use(part)), Then: b.block(func() {
				hl, hAfter := b.closure(func() { b.handler(h, part) })
				b.add(&ir.ExprStmt{X: method(use(star), "Done", use(part), pyCall("Catch", hl))})
				hAfter()
			})})
		}
		rest := b.caught()
		b.add(assign(use(rest), method(use(star), "End")))
		b.check(rest)
	})
	if len(s.Orelse) > 0 {
		st.Else = b.block(func() {
			after()
			b.stmts(s.Orelse)
		})
		b.add(st)
		return
	}
	b.add(st)
	after()
}

// classOperand is an expression that names classes, as a value for the runtime.
func (b *body) classOperand(e ast.Expr) ir.Expr { return b.box(b.expr(e)).x }
