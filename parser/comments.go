package parser

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// attachComments gives the comments of the file to its statements.
func attachComments(m *ast.Module, f *token.File) {
	if len(f.Comments) == 0 {
		return
	}
	m.Comments = make([]ast.Comment, len(f.Comments))
	for i, c := range f.Comments {
		m.Comments[i] = ast.Comment{
			Range:   ast.Range{Line: c.Line, Col: c.Col, EndLine: c.Line, EndCol: c.Col + int32(c.End-c.Start)},
			Text:    f.Src[c.Start:c.End],
			OwnLine: c.OwnLine, BlankBefore: c.AfterBlank,
		}
	}
	a := attacher{file: f, rest: m.Comments}
	if len(m.Body) == 0 {
		m.Dangling = m.Comments
		return
	}
	a.block(m.Body)
	if len(a.rest) > 0 {
		last := comments(m.Body[len(m.Body)-1])
		last.After = append(last.After, a.rest...)
	}
}

// attacher walks the statements in source order and takes the comments off
// the front of rest as their places come by.
type attacher struct {
	file *token.File
	rest []ast.Comment
}

// comments returns the comment set of s, made if need be.
func comments(s ast.Stmt) *ast.CommentSet {
	b := s.Base()
	if b.Comments == nil {
		b.Comments = new(ast.CommentSet)
	}
	return b.Comments
}

// before takes the comments that begin before the given place.
func (a *attacher) before(line, col int32) []ast.Comment {
	n := 0
	for n < len(a.rest) && (a.rest[n].Line < line || a.rest[n].Line == line && a.rest[n].Col < col) {
		n++
	}
	taken := a.rest[:n:n]
	a.rest = a.rest[n:]
	return taken
}

// block attaches the comments in and around the statements of a block.
func (a *attacher) block(body []ast.Stmt) {
	for _, s := range body {
		if len(a.rest) == 0 {
			return
		}
		line, col := start(s)
		if leading := a.before(line, col); len(leading) > 0 {
			comments(s).Leading = leading
		}
		a.statement(s)
	}
	// What follows with the block's indentation belongs to its end.
	indent := body[0].Base().Col
	last := body[len(body)-1]
	n := 0
	for n < len(a.rest) && a.rest[n].OwnLine && a.rest[n].Col >= indent && indent > 0 && a.follows(n, last) {
		n++
	}
	if n > 0 {
		c := comments(last)
		c.After = append(c.After, a.rest[:n]...)
		a.rest = a.rest[n:]
	}
}

// follows reports whether nothing but comments stands between statement s and
// comment number n of the rest.
func (a *attacher) follows(n int, s ast.Stmt) bool {
	c := &a.file.Comments[len(a.file.Comments)-len(a.rest)+n]
	i := int(c.Token) - 1
	for i > 0 {
		switch a.file.Tokens[i].Kind {
		case token.Newline, token.Indent, token.Dedent, token.Semi:
			i--
			continue
		}
		break
	}
	t, b := &a.file.Tokens[i], s.Base()
	return t.Line < b.EndLine || t.Line == b.EndLine && t.Col < b.EndCol
}

// start returns where a statement begins, decorators included.
func start(s ast.Stmt) (line, col int32) {
	var decorators []ast.Expr
	switch s := s.(type) {
	case *ast.FunctionDef:
		decorators = s.DecoratorList
	case *ast.AsyncFunctionDef:
		decorators = s.DecoratorList
	case *ast.ClassDef:
		decorators = s.DecoratorList
	}
	b := s.Base()
	if len(decorators) > 0 {
		return rangeOf(decorators[0]).Line, b.Col
	}
	return b.Line, b.Col
}

// statement attaches the comments inside and on the line of s.
func (a *attacher) statement(s ast.Stmt) {
	blocks := blocksOf(s)
	if len(blocks) == 0 {
		b := s.Base()
		a.inner(s, b.EndLine, b.EndCol)
		a.trailing(s, b.EndLine)
		return
	}
	line, col := start(blocks[0][0])
	if m, ok := s.(*ast.Match); ok {
		line, col = m.Cases[0].Line, m.Cases[0].Col
	}
	a.header(s, line, col)
	for _, b := range blocks {
		a.block(b)
	}
}

// inner takes the comments of s that stand before the given place.
func (a *attacher) inner(s ast.Stmt, line, col int32) {
	if c := a.before(line, col); len(c) > 0 {
		set := comments(s)
		set.Inner = append(set.Inner, c...)
	}
}

// trailing takes the comment on the given line behind s.
func (a *attacher) trailing(s ast.Stmt, line int32) {
	if len(a.rest) > 0 && a.rest[0].Line == line {
		comments(s).Trailing = &a.rest[0]
		a.rest = a.rest[1:]
	}
}

// header takes the comments in the header of s, whose first inner statement (or
// first case) begins at the given place. The last one not on a line of its own stands
// behind the colon; those below it lead the inner statement.
func (a *attacher) header(s ast.Stmt, line, col int32) {
	a.inner(s, s.Base().Line, s.Base().Col) // among the decorators
	n := 0
	for n < len(a.rest) && (a.rest[n].Line < line || a.rest[n].Line == line && a.rest[n].Col < col) {
		n++
	}
	last := -1
	for i := range n {
		if !a.rest[i].OwnLine {
			last = i
		}
	}
	if last < 0 {
		return
	}
	set := comments(s)
	set.Inner = append(set.Inner, a.rest[:last]...)
	set.Trailing = &a.rest[last]
	a.rest = a.rest[last+1:]
}

// blocksOf returns the blocks of a compound statement in source order.
func blocksOf(s ast.Stmt) [][]ast.Stmt {
	switch s := s.(type) {
	case *ast.FunctionDef:
		return [][]ast.Stmt{s.Body}
	case *ast.AsyncFunctionDef:
		return [][]ast.Stmt{s.Body}
	case *ast.ClassDef:
		return [][]ast.Stmt{s.Body}
	case *ast.For:
		return nonEmpty(s.Body, s.Orelse)
	case *ast.AsyncFor:
		return nonEmpty(s.Body, s.Orelse)
	case *ast.While:
		return nonEmpty(s.Body, s.Orelse)
	case *ast.If:
		return nonEmpty(s.Body, s.Orelse)
	case *ast.With:
		return [][]ast.Stmt{s.Body}
	case *ast.AsyncWith:
		return [][]ast.Stmt{s.Body}
	case *ast.Match:
		var blocks [][]ast.Stmt
		for _, c := range s.Cases {
			blocks = append(blocks, c.Body)
		}
		return blocks
	case *ast.Try:
		return tryBlocks(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		return tryBlocks(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Return, *ast.Delete, *ast.Assign, *ast.TypeAlias, *ast.AugAssign, *ast.AnnAssign,
		*ast.Raise, *ast.Assert, *ast.Import, *ast.ImportFrom, *ast.Global, *ast.Nonlocal,
		*ast.ExprStmt, *ast.Pass, *ast.Break, *ast.Continue:
		return nil
	}
	panic(fmt.Sprintf("parser: unexpected statement %T", s))
}

func tryBlocks(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, finalbody []ast.Stmt) [][]ast.Stmt {
	blocks := [][]ast.Stmt{body}
	for _, h := range handlers {
		blocks = append(blocks, h.Body)
	}
	return append(blocks, nonEmpty(orelse, finalbody)...)
}

func nonEmpty(blocks ...[]ast.Stmt) [][]ast.Stmt {
	var list [][]ast.Stmt
	for _, b := range blocks {
		if len(b) > 0 {
			list = append(list, b)
		}
	}
	return list
}
