package parser

import (
	"sort"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// This file holds the checks for likely mistakes. A token that fits no rule
// says little about what is wrong, so the statement that failed is read once
// more with p.explain set, and these checks look for known patterns on the
// way. They mirror the invalid_ rules of CPython's grammar: same order, same
// words, same ranges. The first that matches ends the reading.

// fallible runs read with the checks off and reports whether it succeeded.
func (p *parser) fallible(read func(*parser) ast.Expr) (ast.Expr, bool) {
	saved := p.explain
	p.explain = false
	e, ok := attempt(p, func(p *parser) (result ast.Expr) {
		defer func() {
			if r := recover(); r != nil {
				if _, isError := r.(*syntaxError); !isError {
					panic(r)
				}
				p.fail()
			}
		}()
		return read(p)
	})
	p.explain = saved
	return e, ok
}

// explainExpression looks at what follows the disjunction e, which began at
// token number start.
func (p *parser) explainExpression(start int, e ast.Expr) {
	if !startsExpr[p.kind] && p.kind != token.Star {
		return
	}
	legacy := p.isLegacy(start, e)
	if startsExpr[p.kind] && !legacy && !p.isPrefixOrSoftKeyword(start) {
		here := p.save()
		if b, ok := p.fallible((*parser).expression); ok {
			nested := p.toks[p.i-1].Flags&token.Nested != 0
			if nested {
				p.raiseRange(spanOf(e, b), diag.InvalidSyntax, "invalid syntax. Perhaps you forgot a comma?")
			}
			p.restore(here)
		}
	}
	if legacy {
		here := p.save()
		if b, ok := attempt(p, (*parser).starExpressions); ok {
			name := e.(*ast.Name).Id
			p.raiseRange(spanOf(e, b), diag.InvalidSyntax,
				"Missing parentheses in call to '%s'. Did you mean %s(...)?", name, name)
		}
		p.restore(here)
	}
}

// isLegacy reports whether e, at token number start, is the name of one of
// Python 2's statements.
func (p *parser) isLegacy(start int, e ast.Expr) bool {
	n, ok := e.(*ast.Name)
	return ok && p.toks[start].Kind == token.Name && (n.Id == "print" || n.Id == "exec")
}

// isPrefixOrSoftKeyword reports whether token number i is a name before a
// string (a wrong prefix, perhaps) or a word that may be a keyword.
func (p *parser) isPrefixOrSoftKeyword(i int) bool {
	if p.toks[i].Kind != token.Name {
		return false
	}
	if p.toks[i+1].Kind == token.String {
		return true
	}
	switch p.textAt(i) {
	case "match", "case", "type", "_":
		return true
	}
	return false
}

// badWalrus reports := behind something that is not a plain name.
func (p *parser) badWalrus(e ast.Expr) {
	if !p.explain {
		p.fail()
	}
	here := p.save()
	p.next()
	if _, ok := attempt(p, (*parser).expression); ok {
		p.raise(e, diag.InvalidTarget, "cannot use assignment expressions with %s", describe(e))
	}
	p.restore(here)
	p.fail()
}

// explainEqual looks at a = behind e where only an expression can stand.
func (p *parser) explainEqual(start int, e ast.Expr) {
	name, plain := e.(*ast.Name)
	plain = plain && p.toks[start].Kind == token.Name
	if !plain && !isBitwiseOr(e) {
		return
	}
	if !plain && p.startsDisplay(start) {
		return
	}
	here := p.save()
	p.next()
	b, ok := attempt(p, (*parser).bitwiseOr)
	if !ok || p.kind == token.Equal || p.kind == token.ColonEq {
		p.restore(here)
		return
	}
	if plain {
		p.raiseRange(spanOf(name, b), diag.InvalidTarget,
			"invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	p.raise(e, diag.InvalidTarget,
		"cannot assign to %s here. Maybe you meant '==' instead of '='?", describe(e))
}

// isBitwiseOr reports whether e can be an operand of a comparison.
func isBitwiseOr(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Compare, *ast.BoolOp, *ast.IfExp, *ast.Lambda, *ast.NamedExpr:
		return false
	case *ast.UnaryOp:
		return e.Op != ast.Not
	}
	return true
}

// startsDisplay reports whether a list, a tuple, a generator expression or a
// constant name begins at token number start.
func (p *parser) startsDisplay(start int) bool {
	switch p.toks[start].Kind {
	case token.True, token.False, token.None:
		return true
	case token.LPar, token.LSqb:
		here := p.save()
		p.setIndex(start)
		e, ok := p.fallible((*parser).atom)
		p.restore(here)
		if !ok {
			return false
		}
		switch e := e.(type) {
		case *ast.List:
			return true
		case *ast.Tuple:
			return e.Col == p.toks[start].Col
		case *ast.GeneratorExp:
			return e.Col == p.toks[start].Col
		}
	}
	return false
}

// missingElse reports `a if b` without else; a began at token number start.
func (p *parser) missingElse(start int) {
	if p.explain && p.kind != token.Colon {
		p.raiseRange(p.span(start), diag.InvalidSyntax, "expected 'else' after 'if' expression")
	}
	p.fail()
}

// missingIn reports a for without in; what follows for is token number start.
func (p *parser) missingIn(start int, comprehension bool) {
	if !p.explain {
		p.fail()
	}
	here := p.save()
	p.setIndex(start)
	e, ok := attempt(p, (*parser).starExpressions)
	if ok {
		if bad := invalidTarget(e, forTargets); bad != nil {
			p.badForTarget(bad)
		}
	}
	p.restore(here)
	if comprehension {
		p.raiseAt(p.i, diag.BadComprehension, "'in' expected after for-loop variables")
	}
	p.fail()
}

// badForTarget reports what cannot be assigned to behind for.
func (p *parser) badForTarget(bad ast.Expr) {
	p.raise(bad, diag.InvalidTarget, "cannot assign to %s", describe(bad))
}

// badDoubleStarGroup reports `(**x)`.
func (p *parser) badDoubleStarGroup() {
	star := p.i
	p.next()
	if _, ok := p.fallible((*parser).expression); ok && p.kind == token.RPar {
		p.raiseAt(star, diag.StarredMisuse, "cannot use double starred expression here")
	}
	p.setIndex(star)
	p.fail()
}

// missingDictColon reports a dict item without a colon behind its key.
func (p *parser) missingDictColon() {
	if p.explain {
		r := p.spanTo(p.i-1, p.i-1)
		r.Line = r.EndLine
		r.Col = r.EndCol - 1
		p.raiseRange(r, diag.ExpectedToken, "':' expected after dictionary key")
	}
	p.fail()
}

// badDictValue reports a dict item without a value.
func (p *parser) badDictValue() {
	switch p.kind {
	case token.Star:
		star := p.i
		p.next()
		if _, ok := p.fallible((*parser).bitwiseOr); ok {
			p.raiseAt(star, diag.StarredMisuse, "cannot use a starred expression in a dictionary value")
		}
		p.setIndex(star)
	case token.RBrace, token.Comma:
		p.raiseAt(p.i-1, diag.ExpectedToken, "expression expected after dictionary key and ':'")
	}
	p.fail()
}

// checkUnpackingEqual reports `f(**x=y)`; the stars are token number start.
func (p *parser) checkUnpackingEqual(start int) {
	if p.kind != token.Equal {
		return
	}
	if p.explain {
		p.next()
		if _, ok := attempt(p, (*parser).expression); ok {
			p.raiseRange(p.span(start), diag.BadArgument, "cannot assign to keyword argument unpacking")
		}
	}
	p.fail()
}

// badKeywordName reports `f(e=...)` where e, at token number start, is no name.
func (p *parser) badKeywordName(start int, e ast.Expr) {
	if !p.explain || p.isWalrus(start) {
		p.fail()
	}
	r := rangeOf(e)
	equal := p.spanTo(p.i, p.i)
	r.EndLine, r.EndCol = equal.EndLine, equal.EndCol
	switch p.toks[start].Kind {
	case token.True, token.False, token.None:
		if p.i == start+1 {
			p.raiseRange(r, diag.BadArgument, "cannot assign to %s", describe(e))
		}
	}
	p.raiseRange(r, diag.BadArgument, "expression cannot contain assignment, perhaps you meant \"==\"?")
}

// checkPositional reports a positional argument behind a keyword argument.
func (p *parser) checkPositional(start, kwMark int, sawUnpacking bool) {
	if len(p.keywords.since(kwMark)) == 0 {
		return
	}
	if !p.explain {
		p.fail()
	}
	p.skipArguments()
	what := ""
	if sawUnpacking {
		what = " unpacking"
	}
	p.raiseAt(p.i, diag.BadArgument, "positional argument follows keyword argument%s", what)
}

// skipArguments reads as many more arguments as it can: CPython's position is
// behind them.
func (p *parser) skipArguments() {
	for p.kind == token.Comma {
		here := p.save()
		p.next()
		switch {
		case p.kind == token.Star || p.kind == token.DStar:
			p.next()
		case p.kind == token.Name && p.peek() == token.Equal:
			p.next()
			p.next()
		}
		if _, ok := attempt(p, (*parser).argument); !ok {
			p.restore(here)
			return
		}
	}
}

// argument reads a positional argument or an assignment expression.
func (p *parser) argument() ast.Expr {
	if p.kind == token.Name && p.peek() == token.ColonEq {
		return p.namedExpression()
	}
	return p.expression()
}

// checkLoneGenerator reports a bare generator expression beside other
// arguments.
func (p *parser) checkLoneGenerator(elt ast.Expr, generators []*ast.Comprehension, before int) {
	if before == 0 && p.peek() == token.RPar && !p.explain {
		p.fail()
	}
	last := generators[len(generators)-1]
	p.raiseRange(spanOf(elt, last), diag.BadArgument, "Generator expression must be parenthesized")
}

// keywordGenerator reports `f(a=x for x in y)`; a is token number start.
func (p *parser) keywordGenerator(start int) {
	if p.explain {
		p.raiseRange(p.spanTo(start, start+1), diag.BadArgument,
			"invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	p.fail()
}

// badAssignment reports an assignment to e, whose part bad is no target.
// If it is the first target, the = may be meant as a comparison.
func (p *parser) badAssignment(start int, e, bad ast.Expr, first bool) {
	if !p.explain {
		p.fail()
	}
	if first {
		p.explainLastTarget(start, e)
	}
	p.raise(bad, diag.InvalidTarget, "cannot assign to %s", describe(bad))
}

// explainLastTarget calls explainEqual for what stands before the =: e, which
// began at token number start, or the last part of a bare tuple.
func (p *parser) explainLastTarget(start int, e ast.Expr) {
	if t, ok := e.(*ast.Tuple); ok && len(t.Elts) > 0 && p.toks[p.i-1].Kind != token.Comma {
		if last := t.Elts[len(t.Elts)-1]; p.span(start) == rangeOf(t) && rangeOf(last).EndCol == t.EndCol {
			start, e = p.tokenAt(rangeOf(last)), last
		}
	}
	if _, ok := e.(*ast.Starred); !ok {
		p.explainEqual(start, e)
	}
}

// tokenAt returns the number of the token that r begins with.
func (p *parser) tokenAt(r ast.Range) int {
	return sort.Search(p.i, func(i int) bool {
		t := &p.toks[i]
		return t.Line > r.Line || t.Line == r.Line && t.Col >= r.Col
	})
}

// badAnnotationTarget reports an annotation of something that is no target.
func (p *parser) badAnnotationTarget(target ast.Expr) {
	if _, ok := target.(*ast.Starred); !ok && p.explain {
		p.next()
		if _, ok := attempt(p, (*parser).expression); ok {
			switch t := target.(type) {
			case *ast.List:
				p.raise(target, diag.InvalidTarget, "only single target (not list) can be annotated")
			case *ast.Tuple:
				var at ast.Expr = target
				if len(t.Elts) > 0 && t.Col == rangeOf(t.Elts[0]).Col {
					at = t.Elts[0]
				}
				p.raise(at, diag.InvalidTarget, "only single target (not tuple) can be annotated")
			default:
				p.raise(target, diag.InvalidTarget, "illegal target for annotation")
			}
		}
	}
	p.fail()
}

// checkStatementEnd looks at what follows an expression statement.
func (p *parser) checkStatementEnd(start int, e ast.Expr) {
	if p.kind != token.ColonEq || !p.explain {
		return
	}
	if _, ok := e.(*ast.Name); ok && p.i == start+1 {
		return
	}
	p.badWalrus(e)
}

// checkFieldLambda reports a lambda in a replacement field, where the colon
// begins the format spec.
func (p *parser) checkFieldLambda(start int) {
	if p.inField == "" || p.peek() != token.FStringMiddle && p.peek() != token.RBrace {
		return
	}
	if p.toks[p.i+1].Start != p.toks[p.i].End {
		return
	}
	p.raiseRange(p.spanTo(start, p.i), diag.BadFString,
		"%slambda expressions are not allowed without parentheses", p.inField)
}

// missingBlock reports a header without a body.
func (p *parser) missingBlock(head int, what string) {
	p.raiseAt(p.i, diag.MissingBlock, "expected an indented block after %s on line %d", what, p.toks[head].Line)
}
