// Package parser reads Python source: the whole grammar of Python 3.14, with
// CPython's tree (package ast), its positions and its errors.
//
// It is the first stage of the translator and knows nothing of Go. Package
// token below it cuts the source into tokens; package scope, beside it, finds
// out what names mean.
//
// [Parse] reports every error that CPython finds before it runs a program, and
// more than one of them: after an error in a statement the next statement is
// read.
package parser

import (
	"sort"
	"sync"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/check"
	"github.com/py2go-async/py2go-async/parser/token"
)

// Options say how to read a file. The zero value reads Python 3.14.
type Options struct {
	// Minor is the version of Python 3 whose grammar holds, 13 or 14; 0 means
	// 14. All that 3.13 accepts means the same in 3.14.
	Minor int
	// SyntaxOnly leaves out the checks of the symbol table and the compiler,
	// such as a return outside of a function: as ast.parse does.
	SyntaxOnly bool
	// NoComments leaves the comments out of the tree.
	NoComments bool
}

// before reports whether the grammar is older than Python 3.minor.
func (o Options) before(minor int) bool { return o.Minor != 0 && o.Minor < minor }

// whenUsingAs completes the message about several exception types, which 3.14
// changed.
func (o Options) whenUsingAs() string {
	if o.before(14) {
		return ""
	}
	return " when using 'as'"
}

// files keeps the memory of token lists from one file to the next.
// A huge one is not worth keeping.
var files = sync.Pool{New: func() any { return new(token.File) }}

const maxKeptTokens = 1 << 20

// Parse reads a module. The filename is only for diagnostics. The errors are in
// source order; after a syntax error the module holds the statements that could
// be read, without comments. Stub files (.pyi) are modules too.
func Parse(filename string, src []byte, opts Options) (*ast.Module, []diag.Diagnostic) {
	p := &parser{opts: opts, filename: filename}
	text, bad := decode(src)
	if bad != nil {
		p.report(diag.BadEncoding, bad.rng, bad.msg)
		return &ast.Module{}, p.diags
	}
	if len(text) > maxSource {
		p.report(diag.TooComplex, ast.Range{}, "source is too large")
		return &ast.Module{}, p.diags
	}
	f := files.Get().(*token.File)
	defer func() {
		if cap(f.Tokens) <= maxKeptTokens {
			f.Src = ""
			files.Put(f)
		}
	}()
	token.Scan(text, f)
	p.file, p.toks = f, f.Tokens
	p.setIndex(0)
	m := p.module()
	for _, e := range f.Errors {
		p.report(scannerCodes[e.Kind], ast.Range{Line: e.Line, Col: e.Col, EndLine: e.EndLine, EndCol: e.EndCol}, e.Message)
	}
	if len(p.diags) == 0 {
		if !opts.NoComments {
			attachComments(m, f)
		}
		if !opts.SyntaxOnly {
			p.diags = check.Module(filename, m)
		}
	}
	sort.SliceStable(p.diags, func(i, j int) bool {
		return p.diags[i].Range.Start.Before(p.diags[j].Range.Start)
	})
	return m, p.diags
}

// module reads all statements of the file.
func (p *parser) module() *ast.Module {
	mark := p.stmts.mark()
	for {
		p.statements()
		if p.kind == token.EndMarker {
			break
		}
	}
	end := &p.toks[len(p.toks)-1]
	return &ast.Module{
		Range: ast.Range{Line: 1, EndLine: end.Line, EndCol: end.Col},
		Body:  p.stmts.take(mark),
	}
}
