package parser

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// startsExpr tells which tokens can begin an expression.
var startsExpr = [256]bool{
	token.Name: true, token.Number: true, token.String: true, token.FStringStart: true,
	token.TStringStart: true, token.LPar: true, token.LSqb: true, token.LBrace: true,
	token.Minus: true, token.Plus: true, token.Tilde: true, token.Not: true,
	token.Lambda: true, token.Await: true, token.None: true, token.True: true,
	token.False: true, token.Ellipsis: true,
}

// starExpressions reads one expression or an unparenthesized tuple, of which
// any part may be starred.
func (p *parser) starExpressions() ast.Expr {
	start := p.i
	e := p.starExpression()
	if p.kind != token.Comma {
		return e
	}
	mark := p.exprs.mark()
	p.exprs.push(e)
	for p.accept(token.Comma) {
		if !startsExpr[p.kind] && p.kind != token.Star {
			break
		}
		p.exprs.push(p.starExpression())
	}
	return p.tuple.put(ast.Tuple{Range: p.span(start), Elts: p.exprs.take(mark)})
}

// starExpression reads an expression or `*bitwise_or`.
func (p *parser) starExpression() ast.Expr {
	if p.kind == token.Star {
		return p.starred()
	}
	return p.expression()
}

// starred reads `*bitwise_or`.
func (p *parser) starred() ast.Expr {
	start := p.i
	p.expect(token.Star)
	value := p.bitwiseOr()
	return &ast.Starred{Range: p.span(start), Value: value}
}

// starNamedExpression reads an element of a display: an assignment expression
// or `*bitwise_or`.
func (p *parser) starNamedExpression() ast.Expr {
	if p.kind == token.Star {
		return p.starred()
	}
	return p.namedExpression()
}

// namedExpression reads an expression or `name := expression`.
func (p *parser) namedExpression() ast.Expr {
	start := p.i
	if p.kind == token.Name && p.peek() == token.ColonEq {
		target := p.nameExpr()
		target.Ctx = ast.Store
		p.next()
		value := p.expression()
		return &ast.NamedExpr{Range: p.span(start), Target: target, Value: value}
	}
	e := p.expression()
	if p.kind == token.ColonEq {
		p.badWalrus(e)
	}
	if p.explain && p.kind == token.Equal {
		p.explainEqual(start, e)
	}
	return e
}

// expression reads a lambda, a conditional expression or a disjunction.
func (p *parser) expression() ast.Expr {
	p.nest()
	start := p.i
	if p.kind == token.Lambda {
		e := p.lambda()
		p.depth--
		return e
	}
	e := p.disjunction()
	if p.explain {
		p.explainExpression(start, e)
	}
	if p.kind == token.If {
		e = p.conditional(start, e)
	}
	p.depth--
	return e
}

// conditional reads the rest of `body if test else orelse`.
func (p *parser) conditional(start int, body ast.Expr) ast.Expr {
	p.expect(token.If)
	test := p.disjunction()
	if p.kind != token.Else {
		p.missingElse(start)
	}
	p.next()
	orelse := p.expression()
	return &ast.IfExp{Range: p.span(start), Test: test, Body: body, Orelse: orelse}
}

// disjunction reads operands joined by or.
func (p *parser) disjunction() ast.Expr {
	start := p.i
	e := p.conjunction()
	if p.kind != token.Or {
		return e
	}
	mark := p.exprs.mark()
	p.exprs.push(e)
	for p.accept(token.Or) {
		p.exprs.push(p.conjunction())
	}
	return p.boolOp.put(ast.BoolOp{Range: p.span(start), Op: ast.Or, Values: p.exprs.take(mark)})
}

// conjunction reads operands joined by and.
func (p *parser) conjunction() ast.Expr {
	start := p.i
	e := p.inversion()
	if p.kind != token.And {
		return e
	}
	mark := p.exprs.mark()
	p.exprs.push(e)
	for p.accept(token.And) {
		p.exprs.push(p.inversion())
	}
	return p.boolOp.put(ast.BoolOp{Range: p.span(start), Op: ast.And, Values: p.exprs.take(mark)})
}

// inversion reads a comparison or its negation.
func (p *parser) inversion() ast.Expr {
	if p.kind != token.Not {
		return p.comparison()
	}
	p.nest()
	start := p.i
	p.next()
	operand := p.inversion()
	p.depth--
	return p.unaryOp.put(ast.UnaryOp{Range: p.span(start), Op: ast.Not, Operand: operand})
}

// comparison reads operands joined by comparison operators.
func (p *parser) comparison() ast.Expr {
	start := p.i
	left := p.bitwiseOr()
	op, ok := p.cmpOperator()
	if !ok {
		return left
	}
	mark, opMark := p.exprs.mark(), p.ops.mark()
	for ok {
		p.ops.push(op)
		p.exprs.push(p.bitwiseOr())
		op, ok = p.cmpOperator()
	}
	return p.compare.put(ast.Compare{
		Range: p.span(start), Left: left, Ops: p.ops.take(opMark), Comparators: p.exprs.take(mark),
	})
}

// cmpOperator moves over a comparison operator, if there is one.
func (p *parser) cmpOperator() (ast.CmpOperator, bool) {
	var op ast.CmpOperator
	switch p.kind {
	case token.EqEq:
		op = ast.Eq
	case token.NotEq:
		if p.toks[p.i].Flags&token.Flufl != 0 != p.flufl {
			p.fail()
		}
		op = ast.NotEq
	case token.Less:
		op = ast.Lt
	case token.LessEq:
		op = ast.LtE
	case token.Greater:
		op = ast.Gt
	case token.GreaterEq:
		op = ast.GtE
	case token.In:
		op = ast.In
	case token.Not:
		if p.peek() != token.In {
			p.failAt(p.i + 1)
		}
		p.next()
		op = ast.NotIn
	case token.Is:
		op = ast.Is
		if p.peek() == token.Not {
			p.next()
			op = ast.IsNot
		}
	default:
		return 0, false
	}
	p.next()
	return op, true
}

// binary describes the binary operators below comparisons.
type binary struct {
	level uint8 // 1 binds loosest, 0 is no operator
	op    ast.Operator
}

var binaries = [256]binary{
	token.VBar:    {1, ast.BitOr},
	token.Caret:   {2, ast.BitXor},
	token.Amper:   {3, ast.BitAnd},
	token.LShift:  {4, ast.LShift},
	token.RShift:  {4, ast.RShift},
	token.Plus:    {5, ast.Add},
	token.Minus:   {5, ast.Sub},
	token.Star:    {6, ast.Mult},
	token.Slash:   {6, ast.Div},
	token.DSlash:  {6, ast.FloorDiv},
	token.Percent: {6, ast.Mod},
	token.At:      {6, ast.MatMult},
}

// bitwiseOr reads an expression of binary operators without comparisons.
func (p *parser) bitwiseOr() ast.Expr {
	start := p.i
	siblings := p.height
	p.height = 0
	e := p.factor()
	if binaries[p.kind].level > 0 {
		e = p.binaryRest(start, e, 1)
	}
	p.height = max(p.height, siblings)
	return e
}

// binaryRest reads the operators of at least the given level that follow left,
// which began at token number start.
func (p *parser) binaryRest(start int, left ast.Expr, level uint8) ast.Expr {
	for {
		b := binaries[p.kind]
		if b.level == 0 || b.level < level {
			return left
		}
		p.next()
		rightStart := p.i
		right := p.factor()
		if binaries[p.kind].level > b.level {
			right = p.binaryRest(rightStart, right, b.level+1)
		}
		p.grow()
		left = p.binOp.put(ast.BinOp{Range: p.span(start), Left: left, Op: b.op, Right: right})
	}
}

// factor reads a power or its negation, sign or inverse.
func (p *parser) factor() ast.Expr {
	var op ast.UnaryOperator
	switch p.kind {
	case token.Minus:
		op = ast.USub
	case token.Plus:
		op = ast.UAdd
	case token.Tilde:
		op = ast.Invert
	default:
		return p.power()
	}
	p.nest()
	start := p.i
	p.next()
	operand := p.factor()
	p.depth--
	return p.unaryOp.put(ast.UnaryOp{Range: p.span(start), Op: op, Operand: operand})
}

// power reads `primary ** factor`, with await before the primary.
func (p *parser) power() ast.Expr {
	start := p.i
	var e ast.Expr
	if p.kind == token.Await {
		p.next()
		value := p.primary()
		e = &ast.Await{Range: p.span(start), Value: value}
	} else {
		e = p.primary()
	}
	if p.kind != token.DStar {
		return e
	}
	p.nest()
	p.next()
	right := p.factor()
	p.depth--
	return p.binOp.put(ast.BinOp{Range: p.span(start), Left: e, Op: ast.Pow, Right: right})
}

// yieldExpr reads `yield`, `yield values` or `yield from value`.
func (p *parser) yieldExpr() ast.Expr {
	start := p.i
	p.expect(token.Yield)
	if p.accept(token.From) {
		value := p.expression()
		return &ast.YieldFrom{Range: p.span(start), Value: value}
	}
	var value ast.Expr
	if startsExpr[p.kind] || p.kind == token.Star {
		value = p.starExpressions()
	}
	return &ast.Yield{Range: p.span(start), Value: value}
}

// annotatedRHS reads what may stand right of an assignment.
func (p *parser) annotatedRHS() ast.Expr {
	if p.kind == token.Yield {
		return p.yieldExpr()
	}
	return p.starExpressions()
}
