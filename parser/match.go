package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// atMatch reports whether the current token, a name, begins a match statement.
// The word match is a keyword only where its line ends with a colon, which no
// expression does.
func (p *parser) atMatch() bool {
	if !p.isWord("match") || !startsExpr[p.peek()] && p.peek() != token.Star {
		return false
	}
	i := p.i + 1
	for p.toks[i].Kind != token.Newline && p.toks[i].Kind != token.EndMarker {
		i++
	}
	return p.toks[i-1].Kind == token.Colon
}

// explainMatch reports a match statement without its colon.
func (p *parser) explainMatch() {
	if !p.isWord("match") || !startsExpr[p.peek()] && p.peek() != token.Star {
		return
	}
	here := p.save()
	p.next()
	if _, ok := p.fallible((*parser).matchSubject); ok && p.kind == token.Newline {
		p.colon()
	}
	p.restore(here)
}

// matchStatement reads a match statement.
func (p *parser) matchStatement() ast.Stmt {
	start := p.i
	p.next()
	n := &ast.Match{Subject: p.matchSubject()}
	p.colon()
	p.expect(token.Newline)
	if p.kind != token.Indent {
		p.missingBlock(start, "'match' statement")
	}
	p.next()
	p.blocks = append(p.blocks, p.i)
	for p.kind != token.Dedent && p.kind != token.EndMarker {
		p.guard(func(p *parser) { n.Cases = append(n.Cases, p.matchCase()) })
	}
	p.blocks = p.blocks[:len(p.blocks)-1]
	p.accept(token.Dedent)
	n.StmtBase = p.compound(start)
	return n
}

// matchSubject reads the subject: an expression or an open tuple.
func (p *parser) matchSubject() ast.Expr {
	start := p.i
	e := p.starNamedExpression()
	if p.kind != token.Comma {
		if _, ok := e.(*ast.Starred); ok {
			p.fail()
		}
		return e
	}
	elts := p.elements(e, token.Colon)
	return p.tuple.put(ast.Tuple{Range: p.span(start), Elts: elts})
}

// matchCase reads a case with its block.
func (p *parser) matchCase() *ast.MatchCase {
	start := p.i
	if !p.isWord("case") {
		p.fail()
	}
	p.next()
	c := &ast.MatchCase{Pattern: p.openPattern()}
	if p.accept(token.If) {
		c.Guard = p.namedExpression()
	}
	p.colon()
	c.Body = p.block(start, "'case' statement")
	c.Range = p.compound(start).Range
	return c
}

// openPattern reads a pattern or a sequence without brackets.
func (p *parser) openPattern() ast.Pattern {
	start := p.i
	first := p.maybeStarPattern()
	if p.kind != token.Comma {
		if _, ok := first.(*ast.MatchStar); ok {
			p.fail()
		}
		return first
	}
	list := p.patternsRest(first, token.Colon)
	return &ast.MatchSequence{Range: p.span(start), Patterns: list}
}

// patternsRest reads the rest of a comma-separated list of patterns up to the
// token that ends it; a guard may take its place.
func (p *parser) patternsRest(first ast.Pattern, end token.Kind) []ast.Pattern {
	list := []ast.Pattern{first}
	for p.accept(token.Comma) && p.kind != end && p.kind != token.If {
		list = append(list, p.maybeStarPattern())
	}
	return list
}

func (p *parser) maybeStarPattern() ast.Pattern {
	if p.kind != token.Star {
		return p.asPattern()
	}
	start := p.i
	p.next()
	name := p.identifier()
	if name == "_" {
		name = ""
	}
	return &ast.MatchStar{Range: p.span(start), Name: name}
}

// asPattern reads `pattern as name`.
func (p *parser) asPattern() ast.Pattern {
	p.nest()
	start := p.i
	pattern := p.orPattern()
	if p.accept(token.As) {
		name := p.captureTarget()
		pattern = &ast.MatchAs{Range: p.span(start), Pattern: pattern, Name: name}
	}
	p.depth--
	return pattern
}

// captureTarget reads the name that a pattern is bound to.
func (p *parser) captureTarget() string {
	start := p.i
	if p.isWord("_") && p.peek() != token.Dot && p.peek() != token.LPar {
		p.raiseRange(p.spanTo(start, start), diag.BadPattern, "cannot use '_' as a target")
	}
	if p.kind == token.Name {
		return p.identifier()
	}
	if !startsExpr[p.kind] {
		p.fail()
	}
	bad := p.expression()
	p.raise(bad, diag.BadPattern, "invalid pattern target")
	panic("unreachable")
}

// orPattern reads alternatives joined by |.
func (p *parser) orPattern() ast.Pattern {
	start := p.i
	first := p.closedPattern()
	if p.kind != token.VBar {
		return first
	}
	list := []ast.Pattern{first}
	for p.accept(token.VBar) {
		list = append(list, p.closedPattern())
	}
	return &ast.MatchOr{Range: p.span(start), Patterns: list}
}

func (p *parser) closedPattern() ast.Pattern {
	start := p.i
	switch p.kind {
	case token.Number, token.Minus:
		value := p.complexNumber()
		return &ast.MatchValue{Range: p.span(start), Value: value}
	case token.String, token.FStringStart, token.TStringStart:
		value := p.strings()
		return &ast.MatchValue{Range: p.span(start), Value: value}
	case token.None:
		p.next()
		return &ast.MatchSingleton{Range: p.span(start), Value: ast.None{}}
	case token.True:
		p.next()
		return &ast.MatchSingleton{Range: p.span(start), Value: ast.Bool(true)}
	case token.False:
		p.next()
		return &ast.MatchSingleton{Range: p.span(start), Value: ast.Bool(false)}
	case token.Name:
		return p.namePattern()
	case token.LPar:
		return p.groupPattern()
	case token.LSqb:
		p.next()
		var list []ast.Pattern
		if p.kind != token.RSqb {
			list = p.patternsRest(p.maybeStarPattern(), token.RSqb)
		}
		p.expect(token.RSqb)
		return &ast.MatchSequence{Range: p.span(start), Patterns: list}
	case token.LBrace:
		return p.mappingPattern()
	}
	p.fail()
	panic("unreachable")
}

// complexNumber reads a number, its negation, or `real + imaginary`.
func (p *parser) complexNumber() ast.Expr {
	start := p.i
	left := p.signedNumber()
	if p.kind != token.Plus && p.kind != token.Minus {
		return left
	}
	real := left
	if u, ok := left.(*ast.UnaryOp); ok {
		real = u.Operand
	}
	if isImaginary(real) {
		p.raise(real, diag.BadPattern, "real number required in complex literal")
	}
	op := ast.Add
	if p.kind == token.Minus {
		op = ast.Sub
	}
	p.next()
	if p.kind != token.Number {
		p.fail()
	}
	right := p.atom()
	if !isImaginary(right) {
		p.raise(right, diag.BadPattern, "imaginary number required in complex literal")
	}
	return p.binOp.put(ast.BinOp{Range: p.span(start), Left: left, Op: op, Right: right})
}

func (p *parser) signedNumber() ast.Expr {
	start := p.i
	negative := p.accept(token.Minus)
	if p.kind != token.Number {
		p.fail()
	}
	n := p.atom()
	if !negative {
		return n
	}
	return p.unaryOp.put(ast.UnaryOp{Range: p.span(start), Op: ast.USub, Operand: n})
}

func isImaginary(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	_, ok = c.Value.(ast.Complex)
	return ok
}

// namePattern reads a capture, a wildcard, a dotted name or a class pattern.
func (p *parser) namePattern() ast.Pattern {
	start := p.i
	switch p.peek() {
	case token.Dot, token.LPar:
	default:
		if p.peek() == token.Equal {
			p.fail()
		}
		name := p.identifier()
		if name == "_" {
			name = ""
		}
		return &ast.MatchAs{Range: p.span(start), Name: name}
	}
	value := p.dottedExpr()
	if p.kind == token.LPar {
		return p.classPattern(start, value)
	}
	if p.kind == token.Equal {
		p.fail()
	}
	return &ast.MatchValue{Range: p.span(start), Value: value}
}

// dottedExpr reads `a.b.c` as an expression.
func (p *parser) dottedExpr() ast.Expr {
	start := p.i
	p.height = 0
	var e ast.Expr = p.nameExpr()
	for ; p.accept(token.Dot); p.grow() {
		attr := p.identifier()
		e = p.attribute.put(ast.Attribute{Range: p.span(start), Value: e, Attr: attr})
	}
	return e
}

// groupPattern reads a pattern in parentheses or a sequence.
func (p *parser) groupPattern() ast.Pattern {
	start := p.i
	p.next()
	if p.accept(token.RPar) {
		return &ast.MatchSequence{Range: p.span(start)}
	}
	first := p.maybeStarPattern()
	if _, star := first.(*ast.MatchStar); !star && p.accept(token.RPar) {
		return first
	}
	if p.kind != token.Comma {
		p.fail()
	}
	list := p.patternsRest(first, token.RPar)
	p.expect(token.RPar)
	return &ast.MatchSequence{Range: p.span(start), Patterns: list}
}

// mappingPattern reads `{key: pattern, **rest}`.
func (p *parser) mappingPattern() ast.Pattern {
	start := p.i
	p.next()
	m := &ast.MatchMapping{}
	for p.kind != token.RBrace {
		if p.accept(token.DStar) {
			if p.isWord("_") {
				p.fail()
			}
			m.Rest = p.identifier()
			p.accept(token.Comma)
			break
		}
		m.Keys = append(m.Keys, p.mappingKey())
		p.expect(token.Colon)
		m.Patterns = append(m.Patterns, p.asPattern())
		if !p.accept(token.Comma) {
			break
		}
	}
	p.expect(token.RBrace)
	m.Range = p.span(start)
	return m
}

// mappingKey reads a literal or dotted name.
func (p *parser) mappingKey() ast.Expr {
	switch p.kind {
	case token.Number, token.Minus:
		return p.complexNumber()
	case token.String, token.FStringStart, token.TStringStart, token.None, token.True, token.False:
		return p.atom()
	case token.Name:
		if p.peek() != token.Dot {
			p.failAt(p.i + 1)
		}
		return p.dottedExpr()
	}
	p.fail()
	panic("unreachable")
}

// classPattern reads the rest of `cls(pattern, attr=pattern)`.
func (p *parser) classPattern(start int, cls ast.Expr) ast.Pattern {
	c := &ast.MatchClass{Cls: cls}
	p.next()
	var misplaced []int // tokens of positional patterns behind keywords
	for p.kind != token.RPar {
		first := p.i
		if p.kind == token.Name && p.peek() == token.Equal {
			c.KwdAttrs = append(c.KwdAttrs, p.identifier())
			p.next()
			c.KwdPatterns = append(c.KwdPatterns, p.asPattern())
		} else {
			c.Patterns = append(c.Patterns, p.asPattern())
			if len(c.KwdAttrs) > 0 {
				misplaced = append(misplaced, first, p.i-1)
			}
		}
		if !p.accept(token.Comma) {
			break
		}
	}
	p.expect(token.RPar)
	if misplaced != nil {
		p.raiseRange(p.spanTo(misplaced[0], misplaced[len(misplaced)-1]), diag.BadPattern,
			"positional patterns follow keyword patterns")
	}
	c.Range = p.span(start)
	return c
}
