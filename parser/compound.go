package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// block reads the body of a compound statement, whose header began at token
// number head and is called what in the message if the body is missing.
func (p *parser) block(head int, what string) []ast.Stmt {
	mark := p.stmts.mark()
	if p.kind != token.Newline {
		p.simpleStatements()
		return p.stmts.take(mark)
	}
	p.next()
	if p.kind != token.Indent {
		p.missingBlock(head, what)
	}
	p.next()
	p.statements()
	return p.stmts.take(mark)
}

// colon moves over the colon that ends a header. If the line ends instead,
// CPython tells what it expected.
func (p *parser) colon() {
	if p.kind == token.Newline {
		p.raiseAt(p.i, diag.ExpectedToken, "expected ':'")
	}
	p.expect(token.Colon)
}

// ifStatement reads an if or elif with all that follows.
func (p *parser) ifStatement() ast.Stmt {
	p.nest()
	start := p.i
	what := "'if' statement"
	if p.kind == token.Elif {
		what = "'elif' statement"
	}
	p.next()
	test := p.namedExpression()
	p.colon()
	n := p.ifStmt.put(ast.If{Test: test})
	n.Body = p.block(start, what)
	switch p.kind {
	case token.Elif:
		n.Orelse = p.stmts.one(p.ifStatement())
	case token.Else:
		n.Orelse = p.elseBlock()
	}
	n.StmtBase = p.compound(start)
	p.depth--
	return n
}

// compound is base for a compound statement: the statement ends with the last
// one in it, not with the tokens that end the block.
func (p *parser) compound(start int) ast.StmtBase {
	end := p.i - 1
	for p.toks[end].Kind == token.Dedent || p.toks[end].Kind == token.Newline {
		end--
	}
	return ast.StmtBase{Range: p.spanTo(start, end), BlankBefore: p.toks[start].Flags&token.AfterBlank != 0}
}

// elseBlock reads the else clause of any statement.
func (p *parser) elseBlock() []ast.Stmt {
	head := p.i
	p.next()
	p.force(token.Colon)
	return p.block(head, "'else' statement")
}

// optionalElse reads an else clause if there is one.
func (p *parser) optionalElse() []ast.Stmt {
	if p.kind != token.Else {
		return nil
	}
	return p.elseBlock()
}

// whileStatement reads a while loop.
func (p *parser) whileStatement() ast.Stmt {
	start := p.i
	p.next()
	n := &ast.While{Test: p.namedExpression()}
	p.colon()
	n.Body = p.block(start, "'while' statement")
	n.Orelse = p.optionalElse()
	n.StmtBase = p.compound(start)
	return n
}

// asyncStatement reads async def, async for or async with.
func (p *parser) asyncStatement() ast.Stmt {
	start := p.i
	switch p.peek() {
	case token.Def:
		return p.definition()
	case token.For:
		p.next()
		return p.forStatement(start)
	case token.With:
		p.next()
		return p.withStatement(start)
	}
	p.next()
	p.fail()
	panic("unreachable")
}

// forStatement reads a for loop; start is the number of its first token, which
// may be async.
func (p *parser) forStatement(start int) ast.Stmt {
	head := p.i
	p.next()
	target := p.forTarget()
	if p.kind != token.In {
		p.missingIn(head+1, false)
	}
	p.next()
	iter := p.starExpressions()
	p.colon()
	body := p.block(head, "'for' statement")
	orelse := p.optionalElse()
	if start != head {
		return &ast.AsyncFor{StmtBase: p.compound(start), Target: target, Iter: iter, Body: body, Orelse: orelse}
	}
	return &ast.For{StmtBase: p.compound(start), Target: target, Iter: iter, Body: body, Orelse: orelse}
}

// withStatement reads a with statement; start is the number of its first token,
// which may be async.
func (p *parser) withStatement(start int) ast.Stmt {
	head := p.i
	p.next()
	items := p.withItems()
	p.colon()
	body := p.block(head, "'with' statement")
	if start != head {
		return &ast.AsyncWith{StmtBase: p.compound(start), Items: items, Body: body}
	}
	return &ast.With{StmtBase: p.compound(start), Items: items, Body: body}
}

// withItems reads the items of a with statement. Parentheses around all of
// them are no part of an expression if what they hold reads as items.
func (p *parser) withItems() []*ast.WithItem {
	if p.kind == token.LPar {
		if p.endsHeader(p.matching(p.i)) {
			if items, ok := attempt(p, (*parser).parenthesizedWithItems); ok {
				return items
			}
		}
	}
	items := []*ast.WithItem{p.oneWithItem()}
	for p.accept(token.Comma) {
		items = append(items, p.oneWithItem())
	}
	return items
}

func (p *parser) parenthesizedWithItems() []*ast.WithItem {
	p.expect(token.LPar)
	items := []*ast.WithItem{p.oneWithItem()}
	for p.accept(token.Comma) && p.kind != token.RPar {
		items = append(items, p.oneWithItem())
	}
	p.expect(token.RPar)
	return items
}

// endsHeader reports whether the parenthesis at token number i is the last
// thing in the header of a statement, where the colon may be missing.
func (p *parser) endsHeader(i int) bool {
	if p.toks[i].Kind != token.RPar {
		return false
	}
	next := p.toks[i+1].Kind
	return next == token.Colon || next == token.Newline
}

// oneWithItem reads `expression as target`.
func (p *parser) oneWithItem() *ast.WithItem {
	start := p.i
	item := p.withItem.put(ast.WithItem{ContextExpr: p.expression()})
	if p.accept(token.As) {
		item.OptionalVars = p.withTarget()
	}
	item.Range = p.span(start)
	return item
}

// withTarget reads the target behind as.
func (p *parser) withTarget() ast.Expr {
	e := p.starExpression()
	switch p.kind {
	case token.Comma, token.RPar, token.Colon, token.Newline:
	default:
		p.fail()
	}
	if bad := invalidTarget(e, starTargets); bad != nil {
		p.raise(bad, diag.InvalidTarget, "cannot assign to %s", describe(bad))
	}
	setContext(e, ast.Store)
	return e
}

// tryStatement reads a try statement.
func (p *parser) tryStatement() ast.Stmt {
	start := p.i
	p.next()
	p.force(token.Colon)
	body := p.block(start, "'try' statement")
	var handlers []*ast.ExceptHandler
	star := false
	for p.kind == token.Except {
		isStar := p.peek() == token.Star
		if len(handlers) > 0 && isStar != star {
			p.raiseAt(p.i, diag.BadExcept, "cannot have both 'except' and 'except*' on the same 'try'")
		}
		star = isStar
		handlers = append(handlers, p.exceptHandler())
	}
	var orelse, finalbody []ast.Stmt
	if len(handlers) > 0 {
		orelse = p.optionalElse()
	}
	if p.kind == token.Finally {
		head := p.i
		p.next()
		p.force(token.Colon)
		finalbody = p.block(head, "'finally' statement")
	}
	if handlers == nil && finalbody == nil {
		p.raiseAt(p.i, diag.BadExcept, "expected 'except' or 'finally' block")
	}
	if star {
		return &ast.TryStar{
			StmtBase: p.compound(start), Body: body, Handlers: handlers, Orelse: orelse, Finalbody: finalbody,
		}
	}
	return &ast.Try{
		StmtBase: p.compound(start), Body: body, Handlers: handlers, Orelse: orelse, Finalbody: finalbody,
	}
}

// exceptHandler reads an except clause.
func (p *parser) exceptHandler() *ast.ExceptHandler {
	start := p.i
	p.next()
	what := "'except' statement"
	star := p.accept(token.Star)
	if star {
		what = "'except*' statement"
	}
	h := &ast.ExceptHandler{}
	if star && (p.kind == token.Newline || p.kind == token.Colon) {
		p.raiseAt(p.i, diag.BadExcept, "expected one or more exception types")
	}
	if p.kind != token.Colon && p.kind != token.Newline {
		h.Type = p.exceptType()
		if p.accept(token.As) {
			h.Name = p.identifier()
		}
	}
	p.colon()
	h.Body = p.block(start, what)
	h.Range = p.compound(start).Range
	return h
}

// exceptType reads the exception types: one expression or, since 3.14, several
// without parentheses if no name follows.
func (p *parser) exceptType() ast.Expr {
	start := p.i
	e := p.expression()
	if p.kind != token.Comma {
		return e
	}
	mark := p.exprs.mark()
	p.exprs.push(e)
	for p.accept(token.Comma) && startsExpr[p.kind] {
		p.exprs.push(p.expression())
	}
	e = p.tuple.put(ast.Tuple{Range: p.span(start), Elts: p.exprs.take(mark)})
	if p.opts.before(14) || p.kind == token.As {
		p.raise(e, diag.BadExcept, "multiple exception types must be parenthesized%s", p.opts.whenUsingAs())
	}
	return e
}
