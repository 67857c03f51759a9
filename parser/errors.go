package parser

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// syntaxError is what the parser panics with when it cannot go on.
type syntaxError struct {
	code  diag.Code
	rng   ast.Range
	token int    // where it was found
	msg   string // empty: the token fits no rule, and nothing better is known
}

// fail stops at the current token, which fits no rule.
func (p *parser) fail() { p.failAt(p.i) }

// failAt stops at token number i.
func (p *parser) failAt(i int) {
	panic(&syntaxError{token: i})
}

// raise stops with a message about node n.
func (p *parser) raise(n ast.Node, code diag.Code, format string, args ...any) {
	p.raiseRange(rangeOf(n), code, format, args...)
}

// raiseAt stops with a message about token number i.
func (p *parser) raiseAt(i int, code diag.Code, format string, args ...any) {
	p.raiseRange(p.place(i), code, format, args...)
}

// raiseRange stops with a message about a part of the source.
func (p *parser) raiseRange(r ast.Range, code diag.Code, format string, args ...any) {
	panic(&syntaxError{code: code, rng: r, token: p.i, msg: fmt.Sprintf(format, args...)})
}

// attempt calls read. If a token fits no rule there, it returns false and the
// parser is where it was before; an error that has a message goes on.
func attempt[T any](p *parser, read func(*parser) T) (result T, ok bool) {
	saved := p.save()
	defer func() {
		if r := recover(); r != nil {
			if e, isError := r.(*syntaxError); !isError || e.msg != "" {
				panic(r)
			}
			p.restore(saved)
			ok = false
		}
	}()
	return read(p), true
}

// state is what has to be undone when a rule is given up.
type state struct {
	i, depth                            int
	exprs, stmts, keywords, args, alias int
	ops                                 int
	inField                             string
}

func (p *parser) save() state {
	return state{
		i: p.i, depth: p.depth, inField: p.inField,
		exprs: p.exprs.mark(), stmts: p.stmts.mark(), keywords: p.keywords.mark(),
		args: p.args.mark(), alias: p.aliases.mark(), ops: p.ops.mark(),
	}
}

func (p *parser) restore(s state) {
	p.setIndex(s.i)
	p.depth = s.depth
	p.inField = s.inField
	p.exprs.cut(s.exprs)
	p.stmts.cut(s.stmts)
	p.keywords.cut(s.keywords)
	p.args.cut(s.args)
	p.aliases.cut(s.alias)
	p.ops.cut(s.ops)
}

// rangeOf returns the range of n as the tree has it.
func rangeOf(n ast.Node) ast.Range {
	s := n.Span()
	return ast.Range{
		Line: int32(s.Start.Line), Col: int32(s.Start.Col),
		EndLine: int32(s.End.Line), EndCol: int32(s.End.Col),
	}
}

// spanOf returns the range from the beginning of a to the end of b.
func spanOf(a, b ast.Node) ast.Range {
	r, e := rangeOf(a), rangeOf(b)
	r.EndLine, r.EndCol = e.EndLine, e.EndCol
	return r
}

// report adds a diagnostic, unless one about the same place is there.
func (p *parser) report(code diag.Code, r ast.Range, msg string) {
	span := r.Span()
	if p.reported[span] {
		return
	}
	if p.reported == nil {
		p.reported = map[diag.Range]bool{}
	}
	p.reported[span] = true
	p.diags = append(p.diags, diag.Diagnostic{
		Code: code, Severity: diag.Error, File: p.filename, Range: span, Message: msg,
	})
}

// scannerCodes gives the scanner's errors their codes.
var scannerCodes = [...]diag.Code{
	token.BadCharacter:    diag.BadCharacter,
	token.BadNumber:       diag.BadNumber,
	token.BadString:       diag.UnterminatedString,
	token.BadFString:      diag.BadFString,
	token.BadBracket:      diag.BadBracket,
	token.BadContinuation: diag.BadContinuation,
	token.TooDeep:         diag.TooComplex,
	token.BadIndent:       diag.BadIndent,
	token.BadTab:          diag.BadTab,
}
