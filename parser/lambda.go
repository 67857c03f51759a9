package parser

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// lambda reads `lambda parameters: expression`.
func (p *parser) lambda() ast.Expr {
	start := p.i
	p.next()
	args := p.parameters(lambdaParameters)
	if p.kind != token.Colon {
		p.force(token.Colon)
	}
	p.checkFieldLambda(start)
	p.next()
	body := p.expression()
	return &ast.Lambda{Range: p.span(start), Args: args, Body: body}
}
