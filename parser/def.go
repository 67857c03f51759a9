package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// definition reads a function or class with its decorators.
func (p *parser) definition() ast.Stmt {
	first := p.i
	mark := p.exprs.mark()
	for p.accept(token.At) {
		p.exprs.push(p.namedExpression())
		p.expect(token.Newline)
	}
	decorators := p.exprs.take(mark)
	var s ast.Stmt
	switch p.kind {
	case token.Class:
		s = p.classDef(decorators)
	case token.Def:
		s = p.functionDef(p.i, decorators)
	case token.Async:
		start := p.i
		p.next()
		if p.kind != token.Def {
			p.fail()
		}
		s = p.functionDef(start, decorators)
	default:
		p.fail()
	}
	s.Base().BlankBefore = p.toks[first].Flags&token.AfterBlank != 0
	return s
}

// functionDef reads a function; start is the number of its first token, which
// may be async.
func (p *parser) functionDef(start int, decorators []ast.Expr) ast.Stmt {
	head := p.i
	p.next()
	name := p.identifier()
	typeParams := p.typeParams()
	p.force(token.LPar)
	args := p.parameters(functionParameters)
	p.expect(token.RPar)
	var returns ast.Expr
	if p.accept(token.Arrow) {
		if !startsExpr[p.kind] {
			p.setIndex(p.i - 1)
			p.force(token.Colon)
		}
		returns = p.expression()
	}
	p.force(token.Colon)
	body := p.block(head, "function definition")
	if start != head {
		return &ast.AsyncFunctionDef{
			StmtBase: p.compound(start), Name: name, Args: args, Body: body,
			DecoratorList: decorators, Returns: returns, TypeParams: typeParams,
		}
	}
	return p.function.put(ast.FunctionDef{
		StmtBase: p.compound(start), Name: name, Args: args, Body: body,
		DecoratorList: decorators, Returns: returns, TypeParams: typeParams,
	})
}

// classDef reads a class.
func (p *parser) classDef(decorators []ast.Expr) ast.Stmt {
	start := p.i
	p.next()
	n := &ast.ClassDef{Name: p.identifier(), DecoratorList: decorators}
	n.TypeParams = p.typeParams()
	if p.kind == token.LPar {
		open := p.i
		p.next()
		n.Bases, n.Keywords = p.callArguments(open, false)
		p.expect(token.RPar)
	}
	p.colon()
	n.Body = p.block(start, "class definition")
	n.StmtBase = p.compound(start)
	return n
}

// typeParams reads `[T, *Ts, **P]` if it is there.
func (p *parser) typeParams() []ast.TypeParam {
	if p.kind != token.LSqb {
		return nil
	}
	p.next()
	if p.kind == token.RSqb {
		p.raiseAt(p.i, diag.BadTypeParam, "Type parameter list cannot be empty")
	}
	list := []ast.TypeParam{p.typeParam()}
	for p.accept(token.Comma) && p.kind != token.RSqb {
		list = append(list, p.typeParam())
	}
	p.expect(token.RSqb)
	return list
}

func (p *parser) typeParam() ast.TypeParam {
	start := p.i
	switch p.kind {
	case token.Star:
		p.next()
		name := p.identifier()
		p.noBound("TypeVarTuple")
		var value ast.Expr
		if p.accept(token.Equal) {
			value = p.starExpression()
		}
		return &ast.TypeVarTuple{Range: p.span(start), Name: name, DefaultValue: value}
	case token.DStar:
		p.next()
		name := p.identifier()
		p.noBound("ParamSpec")
		value := p.typeParamDefault()
		return &ast.ParamSpec{Range: p.span(start), Name: name, DefaultValue: value}
	}
	name := p.identifier()
	var bound ast.Expr
	if p.accept(token.Colon) {
		bound = p.expression()
	}
	value := p.typeParamDefault()
	return &ast.TypeVar{Range: p.span(start), Name: name, Bound: bound, DefaultValue: value}
}

func (p *parser) typeParamDefault() ast.Expr {
	if !p.accept(token.Equal) {
		return nil
	}
	return p.expression()
}

// noBound reports a bound where none can be.
func (p *parser) noBound(kind string) {
	if p.kind != token.Colon {
		return
	}
	colon := p.i
	p.next()
	what := "bound"
	if _, tuple := p.expression().(*ast.Tuple); tuple {
		what = "constraints"
	}
	p.raiseAt(colon, diag.BadTypeParam, "cannot use %s with %s", what, kind)
}
