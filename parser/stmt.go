package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// statement reads one compound statement or one line of simple statements and
// pushes what it read to p.stmts.
func (p *parser) statement() {
	switch p.kind {
	case token.If:
		p.stmts.push(p.ifStatement())
	case token.Def, token.At, token.Class:
		p.stmts.push(p.definition())
	case token.For:
		p.stmts.push(p.forStatement(p.i))
	case token.While:
		p.stmts.push(p.whileStatement())
	case token.With:
		p.stmts.push(p.withStatement(p.i))
	case token.Try:
		p.stmts.push(p.tryStatement())
	case token.Async:
		p.stmts.push(p.asyncStatement())
	case token.Name:
		if p.atMatch() {
			p.stmts.push(p.matchStatement())
			return
		}
		if p.explain {
			p.explainMatch()
		}
		p.simpleStatements()
	default:
		p.simpleStatements()
	}
}

// base returns the common part of the statement that began at token number
// start and ends with the last token read.
func (p *parser) base(start int) ast.StmtBase {
	return ast.StmtBase{Range: p.span(start), BlankBefore: p.toks[start].Flags&token.AfterBlank != 0}
}

// simpleStatements reads the simple statements of a line, up to its end.
func (p *parser) simpleStatements() {
	for {
		p.stmts.push(p.simpleStatement())
		if p.kind == token.Semi {
			p.next()
			if p.kind != token.Newline {
				continue
			}
		}
		p.expect(token.Newline)
		return
	}
}

// simpleStatement reads one simple statement without what ends it.
func (p *parser) simpleStatement() ast.Stmt {
	start := p.i
	switch p.kind {
	case token.Return:
		p.next()
		var value ast.Expr
		if startsExpr[p.kind] || p.kind == token.Star {
			value = p.starExpressions()
		}
		return p.returnStmt.put(ast.Return{StmtBase: p.base(start), Value: value})
	case token.Import:
		return p.importStatement()
	case token.From:
		return p.importFrom()
	case token.Raise:
		return p.raiseStatement()
	case token.Pass:
		p.next()
		return &ast.Pass{StmtBase: p.base(start)}
	case token.Break:
		p.next()
		return &ast.Break{StmtBase: p.base(start)}
	case token.Continue:
		p.next()
		return &ast.Continue{StmtBase: p.base(start)}
	case token.Del:
		return p.deleteStatement()
	case token.Assert:
		return p.assertStatement()
	case token.Global:
		p.next()
		names := p.names()
		return &ast.Global{StmtBase: p.base(start), Names: names}
	case token.Nonlocal:
		p.next()
		names := p.names()
		return &ast.Nonlocal{StmtBase: p.base(start), Names: names}
	case token.Yield:
		return p.yieldStatement()
	case token.Name:
		if p.peek() == token.Name && p.isWord("type") {
			return p.typeAlias()
		}
	}
	return p.expressionStatement()
}

// names reads the names of a global or nonlocal statement.
func (p *parser) names() []string {
	list := []string{p.identifier()}
	for p.accept(token.Comma) {
		list = append(list, p.identifier())
	}
	return list
}

// yieldStatement reads a yield expression that is a statement.
func (p *parser) yieldStatement() ast.Stmt {
	start := p.i
	value := p.yieldExpr()
	if p.kind == token.Equal {
		p.raise(value, diag.InvalidTarget, "assignment to yield expression not possible")
	}
	return p.exprStmt.put(ast.ExprStmt{StmtBase: p.base(start), Value: value})
}

// expressionStatement reads an expression statement or an assignment of any
// kind.
func (p *parser) expressionStatement() ast.Stmt {
	start := p.i
	e := p.starExpressions()
	switch {
	case p.kind == token.Equal:
		return p.assignment(start, e)
	case p.kind == token.Colon:
		return p.annotatedAssignment(start, e)
	case p.kind.IsAugmented():
		return p.augmentedAssignment(start, e)
	}
	p.checkStatementEnd(start, e)
	return p.exprStmt.put(ast.ExprStmt{StmtBase: p.base(start), Value: e})
}

// assignment reads the rest of `targets = value`.
func (p *parser) assignment(start int, e ast.Expr) ast.Stmt {
	mark := p.exprs.mark()
	for first := true; p.kind == token.Equal; first = false {
		if bad := invalidTarget(e, starTargets); bad != nil {
			p.badAssignment(start, e, bad, first)
		}
		setContext(e, ast.Store)
		p.exprs.push(e)
		p.next()
		if p.kind == token.Yield {
			e = p.yieldExpr()
			if p.kind == token.Equal {
				p.raise(e, diag.InvalidTarget, "assignment to yield expression not possible")
			}
			break
		}
		e = p.starExpressions()
	}
	if p.kind.IsAugmented() || p.kind == token.ColonEq || p.kind == token.Colon {
		p.fail()
	}
	return p.assign.put(ast.Assign{StmtBase: p.base(start), Targets: p.exprs.take(mark), Value: e})
}

// annotatedAssignment reads the rest of `target: annotation = value`.
func (p *parser) annotatedAssignment(start int, target ast.Expr) ast.Stmt {
	parenthesized := p.toks[start].Kind == token.LPar
	simple := false
	switch t := target.(type) {
	case *ast.Name:
		t.Ctx = ast.Store
		simple = !parenthesized
	case *ast.Attribute:
		t.Ctx = ast.Store
	case *ast.Subscript:
		t.Ctx = ast.Store
	default:
		p.badAnnotationTarget(target)
	}
	p.next()
	annotation := p.expression()
	var value ast.Expr
	if p.accept(token.Equal) {
		value = p.annotatedRHS()
	}
	return &ast.AnnAssign{
		StmtBase: p.base(start), Target: target, Annotation: annotation, Value: value, Simple: simple,
	}
}

var augmented = [256]ast.Operator{
	token.PlusEq: ast.Add, token.MinusEq: ast.Sub, token.StarEq: ast.Mult,
	token.SlashEq: ast.Div, token.DSlashEq: ast.FloorDiv, token.PercentEq: ast.Mod,
	token.AtEq: ast.MatMult, token.LShiftEq: ast.LShift, token.RShiftEq: ast.RShift,
	token.VBarEq: ast.BitOr, token.CaretEq: ast.BitXor, token.AmperEq: ast.BitAnd,
	token.DStarEq: ast.Pow,
}

// augmentedAssignment reads the rest of `target op= value`.
func (p *parser) augmentedAssignment(start int, target ast.Expr) ast.Stmt {
	switch t := target.(type) {
	case *ast.Name:
		t.Ctx = ast.Store
	case *ast.Attribute:
		t.Ctx = ast.Store
	case *ast.Subscript:
		t.Ctx = ast.Store
	default:
		p.raise(target, diag.InvalidTarget, "'%s' is an illegal expression for augmented assignment", describe(target))
	}
	op := augmented[p.kind]
	p.next()
	value := p.annotatedRHS()
	return &ast.AugAssign{StmtBase: p.base(start), Target: target, Op: op, Value: value}
}

// raiseStatement reads `raise exc from cause`.
func (p *parser) raiseStatement() ast.Stmt {
	start := p.i
	p.next()
	var exc, cause ast.Expr
	if startsExpr[p.kind] {
		exc = p.expression()
		if p.accept(token.From) {
			cause = p.expression()
		}
	}
	return &ast.Raise{StmtBase: p.base(start), Exc: exc, Cause: cause}
}

// assertStatement reads `assert test, msg`.
func (p *parser) assertStatement() ast.Stmt {
	start := p.i
	p.next()
	test := p.expression()
	var msg ast.Expr
	if p.accept(token.Comma) {
		msg = p.expression()
	}
	return &ast.Assert{StmtBase: p.base(start), Test: test, Msg: msg}
}

// deleteStatement reads `del targets`.
func (p *parser) deleteStatement() ast.Stmt {
	start := p.i
	p.next()
	first := p.i
	e := p.starExpressions()
	if bad := invalidTarget(e, delTargets); bad != nil {
		p.raise(bad, diag.InvalidTarget, "cannot delete %s", describe(bad))
	}
	if p.kind != token.Newline && p.kind != token.Semi {
		p.fail()
	}
	setContext(e, ast.Del)
	targets := p.exprs.one(e)
	if t, ok := e.(*ast.Tuple); ok && p.isBareTuple(first, t) {
		targets = t.Elts
	}
	return &ast.Delete{StmtBase: p.base(start), Targets: targets}
}

// isBareTuple reports whether t, which began at token number start, has no
// parentheses of its own.
func (p *parser) isBareTuple(start int, t *ast.Tuple) bool {
	if p.toks[start].Kind != token.LPar {
		return true
	}
	if len(t.Elts) == 0 {
		return false
	}
	// The parenthesis is the tuple's unless it belongs to the first element,
	// whose own range may begin behind it.
	end := p.matching(start)
	return end < p.i-1
}

// matching returns the number of the token that closes the bracket at token
// number open.
func (p *parser) matching(open int) int {
	depth := 0
	for i := open; ; i++ {
		switch p.toks[i].Kind {
		case token.LPar, token.LSqb, token.LBrace:
			depth++
		case token.RPar, token.RSqb, token.RBrace:
			depth--
			if depth == 0 {
				return i
			}
		case token.EndMarker:
			return i
		}
	}
}

// typeAlias reads `type Name[params] = value`.
func (p *parser) typeAlias() ast.Stmt {
	start := p.i
	p.next()
	name := p.nameExpr()
	name.Ctx = ast.Store
	params := p.typeParams()
	p.expect(token.Equal)
	value := p.expression()
	return &ast.TypeAlias{StmtBase: p.base(start), Name: name, TypeParams: params, Value: value}
}
