package parser

import (
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// importStatement reads `import a.b as c, d`.
func (p *parser) importStatement() ast.Stmt {
	start := p.i
	p.next()
	if p.kind == token.Newline {
		p.raiseAt(p.i, diag.BadImport, "Expected one or more names after 'import'")
	}
	mark := p.aliases.mark()
	for {
		first := p.i
		name := p.dottedName()
		asname := ""
		if p.accept(token.As) {
			asname = p.identifier()
		}
		p.aliases.push(p.alias.put(ast.Alias{Range: p.span(first), Name: name, Asname: asname}))
		if !p.accept(token.Comma) {
			break
		}
	}
	if p.kind == token.From {
		p.importBeforeFrom(start)
	}
	return &ast.Import{StmtBase: p.base(start), Names: p.aliases.take(mark)}
}

// importBeforeFrom reports JavaScript's `import a from b`.
func (p *parser) importBeforeFrom(start int) {
	for i := start; i < p.i; i++ {
		if p.toks[i].Kind == token.As {
			p.fail()
		}
	}
	p.next()
	p.dottedName()
	p.raiseRange(p.spanTo(start, start), diag.BadImport, "Did you mean to use 'from ... import ...' instead?")
}

// dottedName reads `a.b.c`.
func (p *parser) dottedName() string {
	name := p.identifier()
	if p.kind != token.Dot {
		return name
	}
	var b strings.Builder
	b.WriteString(name)
	for p.accept(token.Dot) {
		b.WriteByte('.')
		b.WriteString(p.identifier())
	}
	return b.String()
}

// importFrom reads `from ..a.b import c as d, e`.
func (p *parser) importFrom() ast.Stmt {
	start := p.i
	p.next()
	n := &ast.ImportFrom{}
	for p.kind == token.Dot || p.kind == token.Ellipsis {
		n.Level++
		if p.kind == token.Ellipsis {
			n.Level += 2
		}
		p.next()
	}
	if n.Level == 0 || p.kind == token.Name {
		n.Module = p.dottedName()
	}
	p.expect(token.Import)
	n.Names = p.importFromTargets()
	n.StmtBase = p.base(start)
	if n.Module == "__future__" && n.Level == 0 {
		p.future(n)
	}
	return n
}

func (p *parser) importFromTargets() []*ast.Alias {
	mark := p.aliases.mark()
	switch p.kind {
	case token.Star:
		p.next()
		p.aliases.push(p.alias.put(ast.Alias{Range: p.span(p.i - 1), Name: "*"}))
	case token.LPar:
		p.next()
		p.aliases.push(p.importFromName())
		for p.accept(token.Comma) && p.kind != token.RPar {
			p.aliases.push(p.importFromName())
		}
		p.expect(token.RPar)
	case token.Newline:
		p.raiseAt(p.i, diag.BadImport, "Expected one or more names after 'import'")
	default:
		p.aliases.push(p.importFromName())
		for p.accept(token.Comma) {
			if p.kind == token.Newline {
				p.raiseAt(p.i, diag.BadImport, "trailing comma not allowed without surrounding parentheses")
			}
			p.aliases.push(p.importFromName())
		}
	}
	return p.aliases.take(mark)
}

func (p *parser) importFromName() *ast.Alias {
	start := p.i
	name := p.identifier()
	asname := ""
	if p.accept(token.As) {
		asname = p.identifier()
	}
	return p.alias.put(ast.Alias{Range: p.span(start), Name: name, Asname: asname})
}

// future notes the one future statement that changes the grammar: the April
// fool of PEP 401, under which <> replaces !=.
func (p *parser) future(n *ast.ImportFrom) {
	for _, a := range n.Names {
		if a.Name == "barry_as_FLUFL" {
			p.flufl = true
		}
	}
}
