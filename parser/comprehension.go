package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// comprehensions reads the for clauses of a comprehension.
func (p *parser) comprehensions() []*ast.Comprehension {
	var list []*ast.Comprehension
	for p.kind == token.For || p.kind == token.Async {
		list = append(list, p.comprehension())
	}
	return list
}

func (p *parser) comprehension() *ast.Comprehension {
	c := &ast.Comprehension{}
	start := p.i
	c.IsAsync = p.accept(token.Async)
	p.expect(token.For)
	c.Target = p.forTarget()
	if p.kind != token.In {
		p.missingIn()
	}
	p.next()
	c.Iter = p.disjunction()
	mark := p.exprs.mark()
	for p.accept(token.If) {
		p.exprs.push(p.disjunction())
	}
	c.Ifs = p.exprs.take(mark)
	c.Range = p.span(start)
	return c
}

// forTarget reads the targets between for and in.
func (p *parser) forTarget() ast.Expr {
	start := p.i
	e := p.forTargetElement()
	if p.kind == token.Comma {
		mark := p.exprs.mark()
		p.exprs.push(e)
		for p.accept(token.Comma) {
			if !startsExpr[p.kind] && p.kind != token.Star {
				break
			}
			p.exprs.push(p.forTargetElement())
		}
		e = p.tuple.put(ast.Tuple{Range: p.span(start), Elts: p.exprs.take(mark)})
	}
	if bad := invalidTarget(e, forTargets); bad != nil {
		p.badForTarget(start, bad)
	}
	setContext(e, ast.Store)
	return e
}

func (p *parser) forTargetElement() ast.Expr {
	if p.kind == token.Star {
		return p.starred()
	}
	return p.bitwiseOr()
}

// checkUnpackedElement rejects `[*x for x in y]`.
func (p *parser) checkUnpackedElement(e ast.Expr) {
	if s, ok := e.(*ast.Starred); ok {
		p.raise(s, diag.BadComprehension, "iterable unpacking cannot be used in comprehension")
	}
}

// checkTargetTuple is checkTargetList for an open parenthesis at token number
// start: there, CPython looks for a generator expression only in calls.
func (p *parser) checkTargetTuple(start int, elts []ast.Expr) {
	if p.kind == token.For || p.kind == token.Async {
		p.fail()
	}
}

// checkTargetList rejects `[x, y for x, y in z]`.
func (p *parser) checkTargetList(elts []ast.Expr) {
	if p.kind != token.For && p.kind != token.Async || len(elts) < 2 {
		return
	}
	p.raiseRange(spanOf(elts[0], elts[len(elts)-1]), diag.BadComprehension,
		"did you forget parentheses around the comprehension target?")
}
