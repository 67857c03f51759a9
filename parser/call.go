package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// callRest reads the arguments of a call of function, which began at token
// number start.
func (p *parser) callRest(start int, function ast.Expr) ast.Expr {
	open := p.i
	p.next()
	args, keywords := p.callArguments(open, true)
	p.expect(token.RPar)
	return p.call.put(ast.Call{Range: p.span(start), Func: function, Args: args, Keywords: keywords})
}

// callArguments reads the arguments of a call or class header up to the closing
// parenthesis. The opening one is token number open. A generator expression
// without parentheses of its own can only stand in a call.
func (p *parser) callArguments(open int, generator bool) ([]ast.Expr, []*ast.Keyword) {
	mark, kwMark := p.exprs.mark(), p.keywords.mark()
	sawUnpacking := false // a ** argument
	for p.kind != token.RPar {
		start := p.i
		switch {
		case p.kind == token.Star:
			if sawUnpacking {
				p.raiseAt(start-1, diag.BadArgument,
					"iterable argument unpacking follows keyword argument unpacking")
			}
			p.next()
			if p.explain && !startsExpr[p.kind] {
				p.raiseAt(p.i, diag.StarredMisuse, "Invalid star expression")
			}
			value := p.expression()
			s := &ast.Starred{Range: p.span(start), Value: value}
			if start == open+1 && (p.kind == token.For || p.kind == token.Async) {
				p.checkUnpackedElement(s)
			}
			p.exprs.push(s)
		case p.kind == token.DStar:
			p.next()
			value := p.expression()
			p.checkUnpackingEqual(start)
			p.keywords.push(p.keyword.put(ast.Keyword{Range: p.span(start), Value: value}))
			sawUnpacking = true
		case p.kind == token.Name && p.peek() == token.Equal:
			p.keywords.push(p.keywordArgument())
		default:
			e := p.argument()
			switch p.kind {
			case token.Equal:
				p.badKeywordName(start, e)
			case token.For, token.Async:
				if !generator {
					p.fail()
				}
				e = p.generatorArgument(open, e, len(p.exprs.since(mark))+len(p.keywords.since(kwMark)))
			}
			p.exprs.push(e)
			p.checkPositional(start, kwMark, sawUnpacking)
		}
		if p.kind != token.Comma {
			break
		}
		p.next()
	}
	return p.exprs.take(mark), p.keywords.take(kwMark)
}

// keywordArgument reads `name=expression`.
func (p *parser) keywordArgument() *ast.Keyword {
	start := p.i
	name := p.identifier()
	p.next()
	if p.kind == token.Comma || p.kind == token.RPar {
		p.raiseRange(p.spanTo(start, start+1), diag.BadArgument, "expected argument value expression")
	}
	value := p.expression()
	if p.kind == token.For || p.kind == token.Async {
		p.keywordGenerator(start)
	}
	return p.keyword.put(ast.Keyword{Range: p.span(start), Arg: name, Value: value})
}

// generatorArgument reads the rest of a generator expression that is an
// argument without parentheses of its own: it must be the only argument. Its
// range is that of the call's parentheses.
func (p *parser) generatorArgument(open int, elt ast.Expr, before int) ast.Expr {
	generators := p.comprehensions()
	if before > 0 || p.kind == token.Comma {
		p.checkLoneGenerator(elt, generators, before)
	}
	if p.kind != token.RPar {
		p.fail()
	}
	return &ast.GeneratorExp{Range: p.spanTo(open, p.i), Elt: elt, Generators: generators}
}
