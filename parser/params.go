package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// parameterStyle is where parameters stand.
type parameterStyle struct {
	end         token.Kind // token behind the parameters
	annotations bool
	function    string // for messages
}

var (
	functionParameters = parameterStyle{end: token.RPar, annotations: true, function: "Function"}
	lambdaParameters   = parameterStyle{end: token.Colon, function: "Lambda expression"}
)

// parameters reads the parameters of a function or lambda up to the token that
// ends them.
func (p *parser) parameters(style parameterStyle) *ast.Arguments {
	a := p.arguments.put(ast.Arguments{})
	if p.kind == style.end {
		return a
	}
	start := p.i
	r := paramReader{parser: p, style: style, a: a}
	r.read()
	a.Range = p.span(start)
	return a
}

// paramReader reads one parameter list.
type paramReader struct {
	*parser
	style       parameterStyle
	a           *ast.Arguments
	sawSlash    bool
	sawStar     bool
	needKeyword bool // after a bare *
	sawDefault  bool // before the star
}

func (r *paramReader) read() {
	p := r.parser
	mark := p.args.mark()
	dmark := p.exprs.mark()
	for p.kind != r.style.end {
		switch p.kind {
		case token.Name:
			r.plain()
		case token.Slash:
			r.slash(mark)
		case token.Star:
			if !r.sawStar {
				r.a.Args = p.args.take(mark)
				r.a.Defaults = p.exprs.take(dmark)
			}
			r.star()
		case token.DStar:
			r.doubleStar()
		case token.LPar:
			r.parenthesizedParameter()
		default:
			p.fail()
		}
		if !p.accept(token.Comma) {
			break
		}
		if r.a.Kwarg != nil && p.kind != r.style.end {
			r.afterKwarg()
		}
	}
	if r.needKeyword || p.kind != r.style.end {
		p.fail()
	}
	if r.sawStar {
		r.a.Kwonlyargs = p.args.take(mark)
		r.a.KwDefaults = p.exprs.take(dmark)
	} else {
		r.a.Args = p.args.take(mark)
		r.a.Defaults = p.exprs.take(dmark)
	}
}

// plain reads `name: annotation = default`.
func (r *paramReader) plain() {
	p := r.parser
	start := p.i
	p.args.push(r.parameter(false))
	r.needKeyword = false
	var value ast.Expr
	if p.accept(token.Equal) {
		value = r.defaultValue(p.i - 1)
	}
	switch {
	case r.sawStar:
		p.exprs.push(value) // one for each, nil where absent
	case value != nil:
		p.exprs.push(value)
		r.sawDefault = true
	case r.sawDefault:
		p.raiseRange(p.spanTo(start, start), diag.BadParameter,
			"parameter without a default follows parameter with a default")
	}
}

// parameter reads a name with its annotation, which may be starred.
func (r *paramReader) parameter(starAnnotation bool) *ast.Arg {
	p := r.parser
	start := p.i
	name := p.identifier()
	var annotation ast.Expr
	if r.style.annotations && p.accept(token.Colon) {
		if starAnnotation {
			annotation = p.starExpression()
		} else {
			annotation = p.expression()
		}
	}
	return p.arg.put(ast.Arg{Range: p.span(start), Arg: name, Annotation: annotation})
}

// defaultValue reads a default. The = is token number equal.
func (r *paramReader) defaultValue(equal int) ast.Expr {
	p := r.parser
	if p.kind == token.RPar || p.kind == token.Comma || p.kind == r.style.end {
		p.raiseAt(equal, diag.BadParameter, "expected default value expression")
	}
	return p.expression()
}

// slash reads the mark that ends the positional-only parameters.
func (r *paramReader) slash(mark int) {
	p := r.parser
	switch {
	case r.sawSlash:
		p.raiseAt(p.i, diag.BadParameter, "/ may appear only once")
	case r.sawStar:
		p.raiseAt(p.i, diag.BadParameter, "/ must be ahead of *")
	case len(p.args.since(mark)) == 0 && p.peek() != token.Comma:
		p.fail()
	case len(p.args.since(mark)) == 0:
		p.raiseAt(p.i, diag.BadParameter, "at least one argument must precede /")
	}
	r.sawSlash = true
	r.a.Posonlyargs = p.args.take(mark)
	p.next()
	if p.kind == token.Star {
		p.raiseAt(p.i, diag.BadParameter, "expected comma between / and *")
	}
}

// star reads `*args` or the bare `*`.
func (r *paramReader) star() {
	p := r.parser
	if r.sawStar && p.peek() != token.Name && p.peek() != token.Comma {
		p.fail()
	}
	if r.sawStar {
		p.raiseAt(p.i, diag.BadParameter, "* argument may appear only once")
	}
	r.sawStar = true
	p.next()
	if p.kind != token.Name {
		r.needKeyword = true
		if p.kind != token.Comma || p.peek() == r.style.end || p.peek() == token.DStar {
			r.bareStar(p.i - 1)
		}
		return
	}
	r.a.Vararg = r.parameter(true)
	if p.kind == token.Equal {
		p.raiseAt(p.i, diag.BadParameter, "var-positional argument cannot have default value")
	}
}

// bareStar reports a bare * with no parameter behind it. The star is token
// number star; CPython's position for a lambda is what it found instead.
func (r *paramReader) bareStar(star int) {
	p := r.parser
	if p.kind != token.Comma && p.kind != r.style.end {
		p.fail()
	}
	if r.style.end == token.Colon {
		star = p.i
		if p.kind == token.Comma {
			star++
		}
	}
	p.raiseAt(star, diag.BadParameter, "named arguments must follow bare *")
}

// doubleStar reads `**kwargs`.
func (r *paramReader) doubleStar() {
	p := r.parser
	if r.needKeyword {
		p.fail()
	}
	p.next()
	r.a.Kwarg = r.parameter(false)
	if p.kind == token.Equal {
		p.raiseAt(p.i, diag.BadParameter, "var-keyword argument cannot have default value")
	}
}

// afterKwarg reports a parameter behind `**kwargs,`.
func (r *paramReader) afterKwarg() {
	p := r.parser
	switch p.kind {
	case token.Name, token.Star, token.DStar, token.Slash:
		p.raiseAt(p.i, diag.BadParameter, "arguments cannot follow var-keyword argument")
	}
	p.fail()
}

// parenthesizedParameter reports Python 2's `def f((a, b))`.
func (r *paramReader) parenthesizedParameter() {
	p := r.parser
	start := p.i
	i := start + 1
	for p.toks[i].Kind == token.Name || p.toks[i].Kind == token.Comma {
		i++
	}
	if i == start+1 || p.toks[i].Kind != token.RPar || p.toks[start+1].Kind != token.Name {
		p.fail()
	}
	p.raiseRange(p.spanTo(start, i), diag.BadParameter, "%s parameters cannot be parenthesized", r.style.function)
}
