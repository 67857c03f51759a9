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
	target := p.i
	c.Target = p.forTarget()
	if p.kind != token.In {
		p.missingIn(target, true)
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
		p.badForTarget(bad)
	}
	if invalidTarget(e, starTargets) != nil {
		p.fail()
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

// checkTargetList rejects `[x, y for x, y in z]`.
func (p *parser) checkTargetList(elts []ast.Expr) {
	if p.kind != token.For && p.kind != token.Async {
		return
	}
	if len(elts) == 1 {
		r, comma := rangeOf(elts[0]), p.spanTo(p.i-1, p.i-1)
		r.EndLine, r.EndCol = comma.EndLine, comma.EndCol
		p.raiseRange(r, diag.BadComprehension, "did you forget parentheses around the comprehension target?")
	}
	p.raiseRange(spanOf(elts[0], elts[len(elts)-1]), diag.BadComprehension,
		"did you forget parentheses around the comprehension target?")
}
