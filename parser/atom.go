package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// primary reads an atom with the attributes, calls and indexes that follow it.
func (p *parser) primary() ast.Expr {
	start := p.i
	siblings := p.height
	p.height = 0
	e := p.atom()
	for ; ; p.grow() {
		switch p.kind {
		case token.Dot:
			p.next()
			attr := p.identifier()
			e = p.attribute.put(ast.Attribute{Range: p.span(start), Value: e, Attr: attr})
		case token.LPar:
			e = p.callRest(start, e)
		case token.LSqb:
			p.next()
			index := p.slices()
			p.expect(token.RSqb)
			e = p.subscript.put(ast.Subscript{Range: p.span(start), Value: e, Slice: index})
		default:
			p.height = max(p.height, siblings)
			return e
		}
	}
}

// atom reads a name, a literal or something in brackets.
func (p *parser) atom() ast.Expr {
	start := p.i
	switch p.kind {
	case token.Name:
		return p.nameExpr()
	case token.Number:
		v := p.number()
		p.next()
		return p.constant.put(ast.Constant{Range: p.span(start), Value: v})
	case token.String, token.FStringStart, token.TStringStart:
		return p.strings()
	case token.LPar:
		return p.parenthesized()
	case token.LSqb:
		return p.listDisplay()
	case token.LBrace:
		return p.braceDisplay()
	case token.None:
		return p.literal(ast.None{})
	case token.True:
		return p.literal(ast.Bool(true))
	case token.False:
		return p.literal(ast.Bool(false))
	case token.Ellipsis:
		return p.literal(ast.Ellipsis{})
	}
	p.fail()
	panic("unreachable")
}

func (p *parser) literal(v ast.Value) ast.Expr {
	p.next()
	return p.constant.put(ast.Constant{Range: p.span(p.i - 1), Value: v})
}

func (p *parser) nameExpr() *ast.Name {
	id := p.identifier()
	return p.name.put(ast.Name{Range: p.span(p.i - 1), Id: id})
}

// slices reads what stands in the brackets of an index.
func (p *parser) slices() ast.Expr {
	start := p.i
	e := p.slice()
	if p.kind != token.Comma {
		if _, ok := e.(*ast.Starred); !ok {
			return e
		}
		return p.tuple.put(ast.Tuple{Range: p.span(start), Elts: p.exprs.one(e)})
	}
	mark := p.exprs.mark()
	p.exprs.push(e)
	for p.accept(token.Comma) && p.kind != token.RSqb {
		p.exprs.push(p.slice())
	}
	return p.tuple.put(ast.Tuple{Range: p.span(start), Elts: p.exprs.take(mark)})
}

// slice reads one index, slice or starred index.
func (p *parser) slice() ast.Expr {
	start := p.i
	var lower, upper, step ast.Expr
	switch p.kind {
	case token.Star:
		return p.starred()
	case token.Colon:
	default:
		lower = p.namedExpression()
		if p.isWalrus(start) || p.kind != token.Colon {
			return lower
		}
	}
	p.expect(token.Colon)
	if startsExpr[p.kind] {
		upper = p.expression()
	}
	if p.accept(token.Colon) && startsExpr[p.kind] {
		step = p.expression()
	}
	return &ast.Slice{Range: p.span(start), Lower: lower, Upper: upper, Step: step}
}

// isWalrus reports whether a bare assignment expression begins at token number
// start.
func (p *parser) isWalrus(start int) bool {
	return p.toks[start].Kind == token.Name && p.toks[start+1].Kind == token.ColonEq
}

// parenthesized reads a tuple, a group or a generator expression.
func (p *parser) parenthesized() ast.Expr {
	p.nest()
	start := p.i
	p.next()
	e := p.parenthesizedRest(start)
	p.depth--
	return e
}

func (p *parser) parenthesizedRest(start int) ast.Expr {
	switch p.kind {
	case token.RPar:
		p.next()
		return p.tuple.put(ast.Tuple{Range: p.span(start)})
	case token.Yield:
		e := p.yieldExpr()
		p.expect(token.RPar)
		return e
	case token.DStar:
		p.badDoubleStarGroup()
	}
	e := p.starNamedExpression()
	switch p.kind {
	case token.Comma:
		elts := p.elements(e, token.RPar)
		p.expect(token.RPar)
		return p.tuple.put(ast.Tuple{Range: p.span(start), Elts: elts})
	case token.For, token.Async:
		p.checkUnpackedElement(e)
		generators := p.comprehensions()
		p.expect(token.RPar)
		return &ast.GeneratorExp{Range: p.span(start), Elt: e, Generators: generators}
	}
	if s, ok := e.(*ast.Starred); ok && p.kind == token.RPar {
		p.raise(s, diag.StarredMisuse, "cannot use starred expression here")
	}
	p.expect(token.RPar)
	return e
}

// elements reads the rest of a comma-separated list up to the closing bracket,
// which is not read.
func (p *parser) elements(first ast.Expr, end token.Kind) []ast.Expr {
	mark := p.exprs.mark()
	p.exprs.push(first)
	for p.accept(token.Comma) && p.kind != end && p.kind != token.For && p.kind != token.Async {
		p.exprs.push(p.starNamedExpression())
	}
	return p.exprs.take(mark)
}

// listDisplay reads a list or a list comprehension.
func (p *parser) listDisplay() ast.Expr {
	p.nest()
	start := p.i
	p.next()
	var elts []ast.Expr
	if p.kind != token.RSqb {
		e := p.starNamedExpression()
		if p.kind == token.For || p.kind == token.Async {
			p.checkUnpackedElement(e)
			generators := p.comprehensions()
			p.expect(token.RSqb)
			p.depth--
			return &ast.ListComp{Range: p.span(start), Elt: e, Generators: generators}
		}
		elts = p.elements(e, token.RSqb)
		p.checkTargetList(elts)
	}
	p.expect(token.RSqb)
	p.depth--
	return p.listExpr.put(ast.List{Range: p.span(start), Elts: elts})
}

// braceDisplay reads a dict, a set or one of their comprehensions.
func (p *parser) braceDisplay() ast.Expr {
	p.nest()
	start := p.i
	p.next()
	var e ast.Expr
	switch p.kind {
	case token.RBrace:
		p.next()
		e = &ast.Dict{Range: p.span(start)}
	case token.DStar:
		e = p.dictRest(start, nil)
	default:
		first := p.starNamedExpression()
		switch p.kind {
		case token.Colon:
			e = p.dictRest(start, first)
		case token.For, token.Async:
			p.checkUnpackedElement(first)
			generators := p.comprehensions()
			p.expect(token.RBrace)
			e = &ast.SetComp{Range: p.span(start), Elt: first, Generators: generators}
		default:
			elts := p.elements(first, token.RBrace)
			p.checkTargetList(elts)
			p.expect(token.RBrace)
			e = &ast.Set{Range: p.span(start), Elts: elts}
		}
	}
	p.depth--
	return e
}

// dictRest reads a dict display or comprehension from behind its first key
// on, or from the ** of its first item if key is nil.
func (p *parser) dictRest(start int, key ast.Expr) ast.Expr {
	if key != nil && (p.toks[start+1].Kind == token.Star || p.isWalrus(start+1)) {
		p.fail()
	}
	mark := p.exprs.mark()
	p.dictItem(key)
	if p.kind == token.For || p.kind == token.Async {
		item := p.exprs.take(mark)
		if item[0] == nil {
			p.raiseAt(start+1, diag.BadComprehension, "dict unpacking cannot be used in dict comprehension")
		}
		generators := p.comprehensions()
		p.expect(token.RBrace)
		return &ast.DictComp{Range: p.span(start), Key: item[0], Value: item[1], Generators: generators}
	}
	for p.accept(token.Comma) && p.kind != token.RBrace {
		var key ast.Expr
		if p.kind != token.DStar {
			key = p.dictKey()
		}
		p.dictItem(key)
	}
	p.expect(token.RBrace)
	items := p.exprs.take(mark)
	n := len(items) / 2
	keys, values := make([]ast.Expr, n), make([]ast.Expr, n)
	for i := range n {
		keys[i], values[i] = items[2*i], items[2*i+1]
	}
	return &ast.Dict{Range: p.span(start), Keys: keys, Values: values}
}

// dictKey reads a key; a colon must follow.
func (p *parser) dictKey() ast.Expr {
	key := p.expression()
	if p.kind != token.Colon {
		p.missingDictColon()
	}
	return key
}

// dictItem pushes a key and the value that follows it.
func (p *parser) dictItem(key ast.Expr) {
	p.exprs.push(key)
	if key == nil {
		p.expect(token.DStar)
		p.exprs.push(p.bitwiseOr())
		return
	}
	p.expect(token.Colon)
	if !startsExpr[p.kind] {
		p.badDictValue()
	}
	p.exprs.push(p.expression())
}
