package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// A try statement is a plain check of err where
//   - no exception that one of its handlers takes can come as a panic out of
//     its body, and
//   - errors arise at one place, or at two, among the statements of the body
//     itself.
//
// Both are seen in the Go of the body as a closure, which the first run makes.
// A panic that no handler takes passes the check as it passes the closure.

// tryDraft is a try statement as the first run lowered it.
type tryDraft struct {
	lit      *ir.FuncLit
	handlers []ir.Stmt
	times    int // how often the statement was lowered
}

// tryForm is what the second run knows of a try statement.
type tryForm struct {
	checks int // the places where the body checks err, if it needs no closure
}

// maxChecks is how many places of a try's body may check err before a closure
// reads better.
const maxChecks = 2

// draft notes the closure of a try statement in the first run.
func (l *lowerer) draft(s *ast.Try, lit *ir.FuncLit) *tryDraft {
	if l.drafts == nil {
		return nil
	}
	d := l.drafts[s]
	if d == nil {
		d = &tryDraft{}
		l.drafts[s] = d
	}
	d.lit = lit
	d.times++
	return d
}

// plainForms judges the drafts of the first run.
func (l *lowerer) plainForms() (map[*ast.Try]*tryForm, map[*ast.Try]finalForm, map[*ast.WithItem]guardForm) {
	if l.usesHandled || len(l.drafts)+len(l.finalDrafts)+len(l.guardDrafts) == 0 {
		return nil, nil, nil // a closure knows which exception is being handled
	}
	handled := map[*ir.FuncLit]*ast.Try{}
	for s, d := range l.drafts {
		handled[d.lit] = s
	}
	g := newFaultGraph(l.prog, usesBigInt(l.info), func(lit *ir.FuncLit) func(string) bool {
		s := handled[lit]
		if s == nil {
			return nil
		}
		return func(fault string) bool { return l.takes(s, fault) }
	})
	forms := map[*ast.Try]*tryForm{}
	for s, d := range l.drafts {
		if d.times != 1 {
			continue
		}
		n, plain := errChecks(d.lit.Body)
		if !plain || n == 0 || n > maxChecks || l.takesFault(s, g.of(d.lit.Body)) {
			continue
		}
		forms[s] = &tryForm{checks: n}
	}
	return forms, l.finalForms(g, forms), l.guardForms(g)
}

// takesFault reports whether a handler of s takes one of the exceptions.
func (l *lowerer) takesFault(s *ast.Try, fs faults) bool {
	for f := range fs {
		if f == anyFault || l.takes(s, f) {
			return true
		}
	}
	return false
}

func (l *lowerer) takes(s *ast.Try, fault string) bool {
	for _, h := range s.Handlers {
		if l.handlerTakes(h.Type, fault) {
			return true
		}
	}
	return false
}

// handlerTakes reports whether an except clause for the class, or one of the
// classes, that e names may take an exception of the class fault.
func (l *lowerer) handlerTakes(e ast.Expr, fault string) bool {
	if e == nil {
		return true
	}
	if t, ok := e.(*ast.Tuple); ok {
		for _, c := range t.Elts {
			if l.handlerTakes(c, fault) {
				return true
			}
		}
		return false
	}
	if k := l.stubException(e); k != nil {
		name, ok := runtimeName(k.Go.Pkg, k.Go.Name)
		return !ok || loadFaults().matches(fault, name)
	}
	// The runtime's exceptions are of no class of the program.
	_, own := l.info.Refs[e].(*infer.ClassRef)
	return !own
}

// usesBigInt reports whether the program has ints of any size.
func usesBigInt(info *infer.Info) bool {
	for e, t := range info.Types {
		if _, op := e.(*ast.BinOp); t == types.BigInt || op && t == types.Any {
			return true
		}
	}
	return false
}

// errChecks counts the statements `if err != nil { return err }` of a closure's
// body; plain is false where an error returns in another way or elsewhere.
func errChecks(body []ir.Stmt) (n int, plain bool) {
	for _, s := range body {
		if errCheck(s) != nil {
			n++
			continue
		}
		plain := true
		ir.WalkStmt(s, func(s ir.Stmt) bool {
			if r, ok := s.(*ir.Return); ok {
				_, isNil := r.Values[len(r.Values)-1].(*ir.Nil)
				plain = plain && isNil
			}
			return plain
		}, func(*ir.Expr) bool { return false })
		if !plain {
			return n, false
		}
	}
	return n, true
}

// errCheck returns the variable of `if err != nil { return err }`, or of the
// same with the branch of a tryFrame, nil for other statements.
func errCheck(s ir.Stmt) *ir.Var {
	st, ok := s.(*ir.If)
	if !ok || st.Init != nil || len(st.Then) != 1 || len(st.Else) > 0 {
		return nil
	}
	cond, ok := st.Cond.(*ir.Binary)
	if !ok || cond.Op != "!=" {
		return nil
	}
	err, ok := cond.X.(*ir.Use)
	if !ok || err.Var.Type != ir.Error {
		return nil
	}
	if _, isNil := cond.Y.(*ir.Nil); !isNil {
		return nil
	}
	switch then := st.Then[0].(type) {
	case *ir.Return:
		if u, ok := then.Values[len(then.Values)-1].(*ir.Use); ok && len(then.Values) == 1 && u.Var == err.Var {
			return err.Var
		}
	case *ir.Branch:
		if then.Tok == "goto" {
			return err.Var
		}
	}
	return nil
}

// tryChecked lowers try/except/else without a closure: the statements up to
// the failing call, the handlers under `if err != nil`, and the rest.
func (b *body) tryChecked(s *ast.Try) {
	stmts, at := b.tryBody(s)
	err := b.tryUpTo(stmts, at)
	rest := append([]ir.Stmt{}, stmts[at[len(at)-1]+1:]...)
	rest = append(rest, b.stmtsBlock(s.Orelse)...)
	b.checkedHandlers(s, err, rest)
}

// tryCalls lowers the body of a try that ends with its last check, up to it,
// and returns the variable of the error.
func (b *body) tryCalls(s *ast.Try) *ir.Var {
	stmts, at := b.tryBody(s)
	return b.tryUpTo(stmts, at)
}

// tryBody lowers the body, and tells where it checks an error.
func (b *body) tryBody(s *ast.Try) (stmts []ir.Stmt, at []int) {
	frames := b.frames
	b.frames = append(b.frames, frame{try: &tryFrame{label: &ir.Label{Name: "handlers"}}})
	stmts = b.stmtsBlock(s.Body)
	b.frames = frames
	for i, st := range stmts {
		if errCheck(st) != nil {
			at = append(at, i)
		}
	}
	return stmts, at
}

// tryUpTo adds the statements before the last check: a second call is made
// only when the first gave no error.
func (b *body) tryUpTo(stmts []ir.Stmt, at []int) *ir.Var {
	err := errCheck(stmts[at[0]])
	b.add(stmts[:at[0]]...)
	if len(at) == 2 {
		b.add(&ir.If{Cond: binary("==", use(err), &ir.Nil{}), Then: stmts[at[0]+1 : at[1]]})
	}
	return err
}

// checkedHandlers adds the handlers for the error in err, and what follows
// where there is none.
func (b *body) checkedHandlers(s *ast.Try, err *ir.Var, rest []ir.Stmt) {
	if len(s.Handlers) > 1 && len(rest) > 0 {
		sw := b.handlerSwitch(s.Handlers, err)
		sw.Cases = append([]*ir.Case{{Exprs: []ir.Expr{binary("==", use(err), &ir.Nil{})}, Body: rest}}, sw.Cases...)
		b.add(sw)
		return
	}
	then := b.block(func() { b.handlers(s.Handlers, err) })
	st := &ir.If{Cond: notNil(use(err)), Then: then}
	b.add(st)
	if endsFlow(then) {
		b.add(rest...)
	} else {
		st.Else = rest
	}
}
