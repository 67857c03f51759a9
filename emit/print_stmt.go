package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// block prints `{ ... }` with the comment, if any, that stood on the line of
// the opening brace.
func (p *printer) block(body []ir.Stmt, tail []ir.Comment, trailing string) *jen.Statement {
	items := p.stmts(body, tail)
	open := "{"
	switch {
	case trailing != "" && len(items) == 0:
		items = append(items, jen.Comment(commentText(trailing)))
	case trailing != "":
		open += " " + commentText(trailing)
	case len(items) == 0:
		return jen.Block()
	}
	return jen.Custom(jen.Options{Open: open, Close: "}", Multi: true}, items...)
}

// stmts prints the statements of a block one level deeper.
func (p *printer) stmts(body []ir.Stmt, tail []ir.Comment) []jen.Code {
	defer p.indent()()
	l := &lines{}
	around := p.line
	for _, s := range body {
		p.stmt(l, s)
	}
	p.line = around
	l.comments(tail)
	return l.items
}

// stmt prints s with its comments and the declarations that placement puts
// before it.
func (p *printer) stmt(l *lines, s ir.Stmt) {
	m := s.Base()
	if m.Line > 0 {
		p.line = m.Line
	}
	switch s := s.(type) {
	case *ir.Declare:
		l.comments(m.Leading)
		return
	case *ir.CommentStmt:
		l.comments(m.Leading)
		l.blank(m.BlankBefore)
		l.comments(s.Lines)
		return
	case *ir.LocalFunc:
		l.comments(m.Leading)
		l.blank(m.BlankBefore)
		for _, line := range s.Doc {
			l.add(jen.Comment(docLine(line)))
		}
	default:
		l.comments(m.Leading)
		l.blank(m.BlankBefore)
	}
	p.room = lineWidth - tabWidth*p.depth
	p.mark(l)
	p.varLines(l, p.place.before[s])
	code, open := p.stmtCode(s)
	if m.Trailing != "" && !open {
		code.Comment(commentText(m.Trailing))
	}
	if label := p.labelOf(s); label != "" {
		code = jen.Id(label).Op(":").Line().Add(code)
	}
	l.add(code)
	if p.place.define[s] || p.place.typed[s] {
		switch s := s.(type) {
		case *ir.Assign:
			for _, e := range s.Lhs {
				if v := assigned(e); v != nil {
					p.useUnread(l, v)
				}
			}
		case *ir.LocalFunc:
			p.useUnread(l, s.Var)
		}
	}
}

// varLines prints `var v T` for each of vs, neighbours of one type together.
func (p *printer) varLines(l *lines, vs []*ir.Var) {
	for i := 0; i < len(vs); {
		var ids []jen.Code
		j := i
		for ; j < len(vs) && (j == i || identical(vs[i].Type, vs[j].Type)); j++ {
			ids = append(ids, jen.Id(p.varName(vs[j])))
		}
		l.add(jen.Var().Add(jen.List(ids...)).Add(p.typ(vs[i].Type)))
		for _, v := range vs[i:j] {
			p.useUnread(l, v)
		}
		i = j
	}
}

// useUnread adds `_ = v` for a variable that nothing reads.
func (p *printer) useUnread(l *lines, v *ir.Var) {
	if p.place.unread[v] {
		l.add(jen.Id("_").Op("=").Id(p.varName(v)))
		delete(p.place.unread, v)
	}
}

func (p *printer) labelOf(s ir.Stmt) string {
	var l *ir.Label
	switch s := s.(type) {
	case *ir.For:
		l = s.Label
	case *ir.Range:
		l = s.Label
	case *ir.Switch:
		l = s.Label
	case *ir.TypeSwitch:
		l = s.Label
	}
	if l == nil {
		return ""
	}
	return p.names.labels[l]
}

// stmtCode prints a statement without comments around it; open tells that its
// trailing comment has been put after its opening brace.
func (p *printer) stmtCode(s ir.Stmt) (code *jen.Statement, open bool) {
	trailing := s.Base().Trailing
	switch s := s.(type) {
	case *ir.Assign:
		return p.assign(s), false
	case *ir.ExprStmt:
		return p.expr(s.X, precLowest), false
	case *ir.If:
		return p.ifStmt(s, nil), true
	case *ir.For:
		return jen.For(p.forHeader(s)...).Add(p.block(s.Body, s.Tail, trailing)), true
	case *ir.Range:
		return jen.For(p.rangeHeader(s)).Add(p.block(s.Body, s.Tail, trailing)), true
	case *ir.Branch:
		code := jen.Op(s.Tok)
		if s.Label != nil {
			code.Id(p.names.labels[s.Label])
		}
		return code, false
	case *ir.Return:
		if len(s.Values) == 0 {
			return jen.Return(), false
		}
		p.room -= len("return ")
		return jen.Return(p.exprs(s.Values)), false
	case *ir.Block:
		return p.block(s.Body, nil, trailing), true
	case *ir.Switch:
		return p.switchStmt(s, trailing), true
	case *ir.TypeSwitch:
		return p.typeSwitch(s, trailing), true
	case *ir.Defer:
		p.room -= len("defer ")
		return jen.Defer().Add(p.expr(s.Call, precLowest)), false
	case *ir.LocalFunc:
		name := p.varName(s.Var)
		switch {
		case p.place.define[s]:
			return jen.Id(name).Op(":=").Add(p.funcLit(s.Lit)), false
		case p.place.typed[s]:
			return jen.Var().Id(name).Add(p.typ(s.Var.Type)).Op("=").Add(p.funcLit(s.Lit)), false
		}
		return jen.Id(name).Op("=").Add(p.funcLit(s.Lit)), false
	}
	panic(fmt.Sprintf("emit: unexpected statement %T", s))
}

// exprs prints expressions separated by commas, sharing the room on the line.
func (p *printer) exprs(es []ir.Expr) *jen.Statement {
	codes := make([]jen.Code, len(es))
	total := p.list(es)
	saved := p.room
	for i, e := range es {
		p.room = saved - (total - p.width(e))
		if e == nil {
			codes[i] = jen.Id("_")
		} else {
			codes[i] = p.expr(e, precLowest)
		}
	}
	p.room = saved
	return jen.List(codes...)
}

func (p *printer) assign(s *ir.Assign) *jen.Statement {
	lhs := p.exprs(s.Lhs)
	if s.Op != "" {
		if l, ok := s.Rhs[0].(*ir.Lit); ok && (s.Op == "+" || s.Op == "-") && litText(l) == "1" {
			return lhs.Op(s.Op + s.Op)
		}
		p.room -= p.list(s.Lhs) + 4
		return lhs.Op(s.Op + "=").Add(p.exprs(s.Rhs))
	}
	p.room -= p.list(s.Lhs) + 4
	switch {
	case p.place.typed[s]:
		v := assigned(s.Lhs[0])
		p.room -= p.typeWidth(v.Type) + 4
		code := jen.Var().Add(lhs).Add(p.typ(v.Type))
		if _, isNil := s.Rhs[0].(*ir.Nil); isNil {
			return code
		}
		return code.Op("=").Add(p.exprs(s.Rhs))
	case p.place.define[s]:
		return lhs.Op(":=").Add(p.exprs(s.Rhs))
	}
	return lhs.Op("=").Add(p.exprs(s.Rhs))
}

// simple prints a statement in a header.
func (p *printer) simple(s ir.Stmt) *jen.Statement {
	saved := p.header
	p.header = true
	code, _ := p.stmtCode(s)
	p.header = saved
	return code
}

// ifStmt prints an if with the else-if chain below it. lead are comments of an
// else if, which go to the top of its block.
func (p *printer) ifStmt(s *ir.If, lead []ir.Comment) *jen.Statement {
	var header []jen.Code
	if s.Init != nil {
		header = append(header, p.simple(s.Init))
	}
	header = append(header, p.headerExpr(s.Cond))
	then := s.Then
	if len(lead) > 0 {
		then = append([]ir.Stmt{&ir.CommentStmt{Lines: lead}}, then...)
	}
	code := jen.If(header...).Add(p.block(then, s.ThenTail, s.Trailing))
	if len(s.Else) == 0 && len(s.ElseTail) == 0 {
		return code
	}
	code.Else()
	if len(s.Else) == 1 && len(s.ElseTail) == 0 {
		if next, ok := s.Else[0].(*ir.If); ok && len(p.place.before[next]) == 0 {
			return code.Add(p.ifStmt(next, next.Leading))
		}
	}
	return code.Add(p.block(s.Else, s.ElseTail, ""))
}

func (p *printer) forHeader(s *ir.For) []jen.Code {
	if s.Init == nil && s.Post == nil {
		if s.Cond == nil {
			return nil
		}
		return []jen.Code{p.headerExpr(s.Cond)}
	}
	parts := []jen.Code{jen.Empty(), jen.Empty(), jen.Empty()}
	if s.Init != nil {
		parts[0] = p.simple(s.Init)
	}
	if s.Cond != nil {
		parts[1] = p.headerExpr(s.Cond)
	}
	if s.Post != nil {
		parts[2] = p.simple(s.Post)
	}
	return parts
}

func (p *printer) rangeHeader(s *ir.Range) *jen.Statement {
	p.room -= len("for k, v := range  {")
	x := p.headerExpr(s.X)
	if s.Key == nil && s.Value == nil {
		return jen.Range().Add(x)
	}
	name := func(v *ir.Var) jen.Code {
		if v == nil {
			return jen.Id("_")
		}
		return jen.Id(p.varName(v))
	}
	vars := []jen.Code{name(s.Key)}
	if s.Value != nil {
		vars = append(vars, name(s.Value))
	}
	op := ":="
	if s.Assign {
		op = "="
	}
	return jen.List(vars...).Op(op).Range().Add(x)
}

func (p *printer) switchStmt(s *ir.Switch, trailing string) *jen.Statement {
	code := jen.Op("switch")
	if s.Init != nil {
		code.Add(p.simple(s.Init)).Op(";")
	}
	if s.Tag != nil {
		code.Add(p.headerExpr(s.Tag))
	}
	return code.Add(p.cases(s.Cases, trailing))
}

func (p *printer) typeSwitch(s *ir.TypeSwitch, trailing string) *jen.Statement {
	code := jen.Op("switch")
	if p.place.binds[s] {
		bind := s.Bind
		for _, c := range s.Cases {
			if bind == nil {
				bind = c.Bind
			}
		}
		code.Id(p.varName(bind)).Op(":=")
	}
	saved := p.header
	p.header = true
	code.Add(p.expr(s.X, precPrimary)).Assert(jen.Type())
	p.header = saved
	return code.Add(p.cases(s.Cases, trailing))
}

func (p *printer) cases(cases []*ir.Case, trailing string) *jen.Statement {
	open := "{"
	if trailing != "" {
		open += " " + commentText(trailing)
	}
	l := &lines{}
	for _, c := range cases {
		l.comments(c.Leading)
		l.blank(c.BlankBefore)
		var code *jen.Statement
		switch {
		case len(c.Exprs) > 0:
			code = jen.Case(p.exprs(c.Exprs))
		case len(c.Types) > 0:
			code = jen.Case(p.caseTypes(c.Types)...)
		default:
			code = jen.Op("default:")
		}
		if c.Trailing != "" {
			code.Comment(commentText(c.Trailing))
		}
		code.Add(jen.Custom(jen.Options{Multi: true}, p.stmts(c.Body, nil)...))
		l.add(code)
	}
	return jen.Custom(jen.Options{Open: open, Close: "}", Multi: true}, l.items...)
}

// caseTypes prints the types of a clause; a nil type is `nil`.
func (p *printer) caseTypes(ts []ir.Type) []jen.Code {
	out := make([]jen.Code, len(ts))
	for i, t := range ts {
		if t == nil {
			out[i] = jen.Nil()
		} else {
			out[i] = p.typ(t)
		}
	}
	return out
}
