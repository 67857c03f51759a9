package lower

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// stmts lowers statements one after the other; one that cannot be converted is
// reported, and the others still are looked at.
func (b *body) stmts(list []ast.Stmt) {
	for _, s := range list {
		b.guarded(s)
	}
}

// guarded lowers a statement and turns an unsupported construct in it into a
// diagnostic.
func (b *body) guarded(s ast.Stmt) {
	start := len(*b.out)
	out, frames := b.out, len(b.frames)
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		u, ok := r.(*unsupported)
		if !ok {
			panic(r)
		}
		b.l.report(u)
		b.out, b.frames = out, b.frames[:frames]
	}()
	b.stmt(s)
	b.annotate(s, start)
}

func (l *lowerer) report(u *unsupported) {
	l.opts.Diags.Add(diag.Diagnostic{
		Code: u.code, Severity: diag.Error, File: l.opts.Filename,
		Range: u.node.Span(), Message: u.message, Hint: u.hint,
	})
}

// annotate gives the first Go statement of a Python statement its place,
// blank line and comments.
func (b *body) annotate(s ast.Stmt, start int) {
	base := s.Base()
	if b.l.elsewhere[s] {
		if base.Comments != nil && len(base.Comments.After) > 0 {
			b.add(&ir.CommentStmt{Lines: comments(base.Comments.After)})
		}
		return
	}
	if len(*b.out) == start {
		if base.Comments == nil || len(base.Comments.Leading)+len(base.Comments.After) == 0 {
			return
		}
		b.add(&ir.CommentStmt{})
	}
	m := (*b.out)[start].Base()
	meta(m, base)
	for _, part := range (*b.out)[start:] {
		if p := part.Base(); p.Line == 0 {
			p.Line = m.Pos.Line
		}
	}
	if base.Comments != nil && len(base.Comments.After) > 0 {
		b.add(&ir.CommentStmt{Lines: comments(base.Comments.After)})
	}
}

// meta copies place and comments of a Python statement.
func meta(m *ir.Meta, base *ast.StmtBase) {
	m.Pos = base.Span().Start
	m.BlankBefore = base.BlankBefore
	c := base.Comments
	if c == nil {
		return
	}
	m.Leading = comments(c.Leading)
	if len(m.Leading) > 0 {
		m.BlankBefore = m.Leading[0].BlankBefore
	}
	for _, in := range c.Inner {
		m.Leading = append(m.Leading, comment(in))
	}
	if c.Trailing != nil {
		m.Trailing = comment(*c.Trailing).Text
	}
}

func comments(list []ast.Comment) []ir.Comment {
	out := make([]ir.Comment, 0, len(list))
	for _, c := range list {
		out = append(out, comment(c))
	}
	return out
}

func comment(c ast.Comment) ir.Comment {
	return ir.Comment{Text: strings.TrimPrefix(strings.TrimPrefix(c.Text, "#"), " "), BlankBefore: c.BlankBefore}
}

// stmt lowers one statement.
func (b *body) stmt(s ast.Stmt) {
	b.l.mark(s)
	switch s := s.(type) {
	case *ast.ExprStmt:
		b.exprStmt(s)
	case *ast.Assign:
		b.assign(s)
	case *ast.AnnAssign:
		b.annAssign(s)
	case *ast.AugAssign:
		b.augAssign(s)
	case *ast.Return:
		b.returnStmt(s)
	case *ast.If:
		b.ifStmt(s)
	case *ast.For:
		b.forStmt(s)
	case *ast.AsyncFor:
		b.asyncForStmt(s)
	case *ast.While:
		b.whileStmt(s)
	case *ast.Break:
		loop, _ := b.loop()
		if loop.broke != nil {
			b.add(assign(use(loop.broke), boolLit(true)))
		}
		b.branch("break", loop)
	case *ast.Continue:
		loop, _ := b.loop()
		b.branch("continue", loop)
	case *ast.Pass, *ast.Global, *ast.Nonlocal, *ast.TypeAlias:
	case *ast.Raise:
		b.raiseStmt(s)
	case *ast.Assert:
		b.assertStmt(s)
	case *ast.Try:
		b.tryStmt(s)
	case *ast.TryStar:
		b.tryStarStmt(s)
	case *ast.With:
		b.withItems(s.Items, s.Body, false)
	case *ast.AsyncWith:
		b.withItems(s.Items, s.Body, true)
	case *ast.FunctionDef:
		b.funcDef(s, b.l.info.Funcs[s])
	case *ast.AsyncFunctionDef:
		b.funcDef(s, b.l.info.Funcs[s])
	case *ast.ClassDef:
		b.classDef(s)
	case *ast.Delete:
		for _, t := range s.Targets {
			b.delete(t)
		}
	case *ast.Import, *ast.ImportFrom:
		b.importStmt(s)
	case *ast.Match:
		b.matchStmt(s)
	default:
		panic(fmt.Sprintf("lower: unexpected statement %T", s))
	}
}

// exprStmt lowers an expression statement. Docstrings of blocks are dropped:
// those of functions and classes are taken by their declarations.
func (b *body) exprStmt(s *ast.ExprStmt) {
	if c, ok := s.Value.(*ast.Constant); ok {
		_ = c
		return
	}
	if y, ok := s.Value.(*ast.Yield); ok {
		b.yieldStmt(y)
		return
	}
	b.discard(b.expr(s.Value))
}

// discard evaluates v for its effects, faults among them.
func (b *body) discard(v val) {
	switch x := v.x.(type) {
	case *ir.Call:
		if isMaker(x) {
			return
		}
		b.add(&ir.ExprStmt{X: v.x})
	case *ir.Use, *ir.Lit, *ir.Nil, *ir.PkgRef, *ir.FuncRef:
	default:
		if v.o > stable {
			b.add(&ir.Assign{Lhs: []ir.Expr{nil}, Rhs: []ir.Expr{v.x}})
		}
	}
}

// isMaker reports whether the call only makes a pointer to a value (`new`).
func isMaker(c *ir.Call) bool {
	r, ok := c.Fun.(*ir.PkgRef)
	return ok && r.Pkg == "" && r.Name == "new"
}

func (b *body) returnStmt(s *ast.Return) {
	if b.gen != nil {
		b.genReturn(s)
		return
	}
	if b.f != nil && specialSig(b.f) != nil {
		if b.isNotImplemented(s.Value) {
			b.notImplemented(b.f)
			return
		}
		if isExit(b.f) && s.Value != nil {
			b.ret(b.truth(b.expr(s.Value)))
			return
		}
	}
	if s.Value == nil {
		if b.result != types.None {
			b.ret(b.convert(lit(&ir.Nil{}, types.None), b.result).x)
			return
		}
		b.ret(nil)
		return
	}
	v := b.expr(s.Value)
	if b.result == types.None {
		b.discard(v)
		b.ret(nil)
		return
	}
	v = b.convert(v, b.result)
	b.ret(v.x)
}

func (b *body) ifStmt(s *ast.If) {
	cond := b.cond(s.Test)
	if l, ok := cond.(*ir.Lit); ok {
		// Known while converting: `if __name__ == "__main__"`.
		if l.Value == true {
			b.stmts(s.Body)
		} else {
			b.stmts(s.Orelse)
		}
		return
	}
	st := &ir.If{Cond: cond}
	st.Then = b.stmtsBlock(s.Body)
	if len(s.Orelse) > 0 {
		st.Else = b.stmtsBlock(s.Orelse)
	}
	b.add(st)
}

// assertStmt lowers `assert test, msg`.
func (b *body) assertStmt(s *ast.Assert) {
	cond := negate(b.cond(s.Test))
	b.add(&ir.If{Cond: cond, Then: b.block(func() {
		var args []ir.Expr
		if s.Msg != nil {
			args = append(args, b.box(b.expr(s.Msg)).x)
		}
		b.raise(method(pyRef("AssertionError"), "New", args...))
	})})
}

// checkSet adds the check that a variable has been assigned.
func (b *body) checkSet(v *infer.Var) {
	throw := "ThrowUnbound"
	switch {
	case v.Global:
		throw = "ThrowUndefined"
	case v.Captured && v.Func != b.f:
		throw = "ThrowFree"
	}
	b.add(&ir.If{Cond: not(use(b.l.setFlag(v))), Then: []ir.Stmt{&ir.ExprStmt{X: pyCall(throw, str(v.Name))}}})
}

// setFlag is the variable that tells whether v has been assigned.
func (l *lowerer) setFlag(v *infer.Var) *ir.Var {
	f := l.setFlags[v]
	if f == nil {
		g := l.goVar(v)
		f = &ir.Var{Name: v.Name + "_set", Type: ir.Bool, Global: g.Global, Captured: g.Captured, FuncScope: true}
		l.setFlags[v] = f
		if g.Global {
			l.tail = append(l.tail, &ir.VarDecl{Var: f})
		}
	}
	return f
}
