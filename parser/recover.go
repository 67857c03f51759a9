package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// statements reads statements up to the end of the block and pushes them to
// p.stmts. A statement that cannot be read is reported and skipped, so that
// the next one can be checked as well.
func (p *parser) statements() {
	p.blocks = append(p.blocks, p.i)
	for p.kind != token.Dedent && p.kind != token.EndMarker {
		p.guard((*parser).statement)
	}
	p.blocks = p.blocks[:len(p.blocks)-1]
	p.accept(token.Dedent)
}

// guard calls read, which reads a statement or another part of a block. If that
// fails, the error is reported and the part skipped.
func (p *parser) guard(read func(*parser)) {
	start := p.i
	if err := p.try(read); err != nil {
		p.recover(start, err, read)
	}
}

// try calls read. If that fails, the parser is where it was before.
func (p *parser) try(read func(*parser)) (err *syntaxError) {
	saved := p.save()
	blocks := len(p.blocks)
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*syntaxError)
			if !ok {
				panic(r)
			}
			p.restore(saved)
			p.blocks = p.blocks[:blocks]
			err = e
		}
	}()
	p.height = 0
	read(p)
	return nil
}

// recover reports why the statement at token number start could not be read
// and moves behind it.
func (p *parser) recover(start int, err *syntaxError, read func(*parser)) {
	failed := err.token
	if err.msg == "" && !p.explain {
		p.explain = true
		if better := p.try(read); better != nil && better.msg != "" {
			err = better
		}
		p.explain = false
	}
	p.reportError(start, failed, err)
	p.skip(start, max(failed, err.token))
}

// reportError reports err, which stopped the statement at token number start.
// An error of the scanner in that statement has been reported already, and is
// the likely reason.
func (p *parser) reportError(start, failed int, err *syntaxError) {
	if p.toks[failed].Kind == token.Indent && err.msg == "" {
		p.report(diag.BadIndent, p.place(failed), "unexpected indent")
		return
	}
	if p.scannerError(start, failed) {
		return
	}
	if u := p.unclosed(start, failed); u != nil {
		far := &p.toks[max(failed, err.token)]
		if far.Line > u.Line || int(far.Start) >= p.file.Len {
			p.reportUnclosed(u)
			return
		}
	}
	if err.msg != "" {
		p.report(err.code, err.rng, err.msg)
		return
	}
	switch t := &p.toks[failed]; t.Kind {
	case token.Dedent:
		p.report(diag.BadIndent, p.place(failed), "unexpected unindent")
	case token.EndMarker:
		r := p.place(failed)
		r.Col = 0
		p.report(diag.InvalidSyntax, r, "invalid syntax")
	default:
		p.report(diag.InvalidSyntax, p.spanTo(failed, failed), "invalid syntax")
	}
}

// unclosed returns the innermost bracket that is never closed in the statement
// from token number start to token number failed, nil if there is none.
func (p *parser) unclosed(start, failed int) *token.Token {
	list := p.file.Unclosed
	for i := len(list) - 1; i >= 0; i-- {
		if u := &list[i]; u.Start <= p.toks[failed].Start && u.Start >= p.toks[start].Start {
			return u
		}
	}
	return nil
}

func (p *parser) reportUnclosed(u *token.Token) {
	r := ast.Range{Line: u.Line, Col: u.Col, EndLine: u.Line, EndCol: u.Col + 1}
	p.report(diag.UnclosedBracket, r, "'"+p.file.Text(u)+"' was never closed")
}

// scannerError reports whether the scanner found an error from token number
// start to the end of the line that token number failed is on.
func (p *parser) scannerError(start, failed int) bool {
	for i := start; i < len(p.toks); i++ {
		switch p.toks[i].Kind {
		case token.Illegal:
			return true
		case token.Newline:
			if i >= failed {
				return false
			}
		}
	}
	return false
}

// maxRescans bounds how often the rest of a file is scanned again.
const maxRescans = 100

// skip moves behind the statement that began at token number start and failed
// at token number failed.
func (p *parser) skip(start, failed int) {
	if p.unclosedIn(start, failed) {
		if i := p.restartPoint(start); i > 0 && p.rescans < maxRescans {
			p.rescans++
			token.Rescan(p.file, i, p.blocks)
			p.toks = p.file.Tokens
			p.setIndex(i)
			return
		}
	}
	p.setIndex(failed)
	p.skipLine()
	p.skipBlock()
	p.skipClauses(start)
	if p.i == start {
		p.next() // a stray token alone on its line, such as an indent
	}
}

// skipLine moves behind the end of the line.
func (p *parser) skipLine() {
	if p.kind == token.Dedent || p.kind == token.Indent {
		return
	}
	for p.kind != token.Newline && p.kind != token.EndMarker {
		p.next()
	}
	p.accept(token.Newline)
}

// skipBlock checks the statements of a block whose header was wrong, or that
// nothing announced. Its statements are dropped.
func (p *parser) skipBlock() {
	if p.kind != token.Indent {
		return
	}
	mark := p.stmts.mark()
	p.next()
	p.statements()
	p.stmts.cut(mark)
}

// skipClauses skips what belongs to a statement whose first line was wrong:
// else, except and so on, which fit nothing now.
func (p *parser) skipClauses(start int) {
	for {
		switch p.kind {
		case token.Elif, token.Else, token.Except, token.Finally:
		default:
			return
		}
		if p.toks[start].Kind == p.kind {
			return // the clause itself was the error
		}
		p.skipLine()
		p.skipBlock()
	}
}

// unclosedIn reports whether the statement from token number start on runs
// into a bracket that the file never closes.
func (p *parser) unclosedIn(start, failed int) bool {
	if len(p.file.Unclosed) == 0 {
		return false
	}
	u := p.file.Unclosed[0].Start
	if u < p.toks[start].Start {
		return true
	}
	for i := failed; i < len(p.toks) && p.toks[i].Kind != token.Newline; i++ {
		if p.toks[i].Start >= u {
			return true
		}
	}
	return p.toks[failed].Start >= u
}

// restartPoint returns the number of the first token below the bracket that is
// never closed that is likely to begin a statement, or 0: a word, the first on
// its line, and indented like the statement, which begins at token number
// start, or a block around it.
func (p *parser) restartPoint(start int) int {
	limit := p.toks[start].Col
	above := max(p.toks[start].Line, p.file.Unclosed[0].Line)
	for i := start + 1; i < len(p.toks); i++ {
		t := &p.toks[i]
		if t.Line <= above {
			continue
		}
		if line, _ := p.file.End(&p.toks[i-1]); line == t.Line {
			continue
		}
		if p.isBlockColumn(t.Col) && t.Col <= limit && (t.Kind == token.Name || t.Kind.IsKeyword() || t.Kind == token.At) {
			return i
		}
	}
	return 0
}

// isBlockColumn reports whether an open block is indented to col.
func (p *parser) isBlockColumn(col int32) bool {
	for _, first := range p.blocks {
		if p.toks[first].Col == col {
			return true
		}
	}
	return false
}
