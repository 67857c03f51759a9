package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// fstringReader reads one f-string or t-string.
type fstringReader struct {
	*parser
	prefix   string // of messages
	raw      bool
	template bool
}

// fstringParts reads an f-string or t-string and returns its values: constants
// and replacement fields.
func (p *parser) fstringParts() []ast.Expr {
	p.nest()
	text := p.text()
	r := fstringReader{parser: p, raw: strings.ContainsAny(text, "rR"), prefix: "f-string: "}
	if p.kind == token.TStringStart {
		r.template = true
		r.prefix = "t-string: "
	}
	p.next()
	var parts []ast.Expr
	for p.kind != token.FStringEnd {
		parts = r.part(parts)
	}
	p.next()
	p.depth--
	return parts
}

// part reads a piece of text or a replacement field, and adds it to parts.
func (r *fstringReader) part(parts []ast.Expr) []ast.Expr {
	switch r.kind {
	case token.FStringMiddle:
		text := r.text()
		if r.toks[r.i].Flags&token.DoubledBrace != 0 {
			text = text[:len(text)-1]
		}
		value := r.stringValue(text, r.raw)
		r.next()
		return append(parts, r.constant.put(ast.Constant{Range: r.span(r.i - 1), Value: ast.Str(value)}))
	case token.LBrace:
		return r.field(parts)
	}
	r.fail()
	panic("unreachable")
}

// field reads a replacement field. One with = gives two parts.
func (r *fstringReader) field(parts []ast.Expr) []ast.Expr {
	start := r.i
	outer := r.inField
	r.inField = r.prefix
	r.next()
	value := r.value()
	exprEnd := r.toks[r.i].Start
	debug := r.accept(token.Equal)
	if debug && r.explain {
		r.checkAfterEqual()
	}
	conversion := r.conversion()
	delimiter := r.i // what ends the text that = shows
	if conversion != ast.NoConversion {
		delimiter = r.i - 2
	}
	var spec *ast.JoinedStr
	if r.kind == token.Colon {
		spec = r.formatSpec()
	} else if r.kind != token.RBrace {
		r.badFieldEnd(debug, conversion)
	}
	r.inField = outer
	r.expectBrace(spec)
	rng := r.span(start)
	if debug {
		if conversion == ast.NoConversion && spec == nil {
			conversion = ast.ConversionRepr
		}
		parts = append(parts, r.debugText(start, delimiter))
	}
	if r.template {
		first := r.toks[start].End
		return append(parts, &ast.Interpolation{
			Range: rng, Value: value, Conversion: conversion, FormatSpec: spec,
			Str: strings.TrimRight(r.file.Src[first:exprEnd], " \t\n\f"),
		})
	}
	return append(parts, r.formatted.put(ast.FormattedValue{
		Range: rng, Value: value, Conversion: conversion, FormatSpec: spec,
	}))
}

// value reads the expression of a replacement field.
func (r *fstringReader) value() ast.Expr {
	switch r.kind {
	case token.Equal, token.Exclam, token.Colon, token.RBrace:
		r.raiseAt(r.i, diag.BadFString, "%svalid expression required before '%s'", r.prefix, r.kind)
	}
	if r.explain {
		if !startsExpr[r.kind] && r.kind != token.Star && r.kind != token.Yield {
			r.raiseAt(r.i, diag.BadFString, "%sexpecting a valid expression after '{'", r.prefix)
		}
		e := r.valuePrefix()
		switch r.kind {
		case token.Equal, token.Exclam, token.Colon, token.RBrace:
		default:
			r.raiseAt(r.i, diag.BadFString, "%sexpecting '=', or '!', or ':', or '}'", r.prefix)
		}
		return e
	}
	return r.annotatedRHS()
}

// valuePrefix reads the expression of a replacement field. If an operand is
// missing, it stops before the operator.
func (r *fstringReader) valuePrefix() (e ast.Expr) {
	start := r.i
	defer func() {
		if x := recover(); x != nil {
			err, ok := x.(*syntaxError)
			if !ok || err.msg != "" {
				panic(x)
			}
			if first := r.toks[start].Kind; err.token-1 <= start || first == token.Star || first == token.Lambda {
				r.raiseAt(start, diag.BadFString, "%sexpecting a valid expression after '{'", r.prefix)
			}
			r.setIndex(err.token - 1)
		}
	}()
	return r.annotatedRHS()
}

// checkAfterEqual looks at what follows the = of a field.
func (r *fstringReader) checkAfterEqual() {
	switch r.kind {
	case token.Exclam, token.Colon, token.RBrace:
		return
	}
	r.raiseAt(r.i, diag.BadFString, "%sexpecting '!', or ':', or '}'", r.prefix)
}

// conversion reads `!r` and its like.
func (r *fstringReader) conversion() ast.Conversion {
	if r.kind != token.Exclam {
		return ast.NoConversion
	}
	mark := r.i
	r.next()
	if r.kind != token.Name {
		if r.kind == token.Colon || r.kind == token.RBrace {
			r.raiseAt(r.i, diag.BadFString, "%smissing conversion character", r.prefix)
		}
		r.raiseAt(r.i, diag.BadFString, "%sinvalid conversion character", r.prefix)
	}
	if r.toks[mark].End != r.toks[r.i].Start {
		r.raiseRange(r.spanTo(mark, r.i), diag.BadFString,
			"%sconversion type must come right after the exclamation mark", r.prefix)
	}
	switch name := r.text(); name {
	case "s", "r", "a":
		r.next()
		return ast.Conversion(name[0])
	default:
		r.raiseAt(r.i, diag.BadFString, "%sinvalid conversion character '%s': expected 's', 'r', or 'a'", r.prefix, name)
	}
	panic("unreachable")
}

// formatSpec reads the format spec from its colon on.
func (r *fstringReader) formatSpec() *ast.JoinedStr {
	r.nest()
	start := r.i
	r.next()
	template := r.template
	r.template = false // a format spec is an f-string even in a t-string
	var parts []ast.Expr
	for r.kind != token.RBrace && r.kind != token.FStringEnd {
		switch r.kind {
		case token.FStringMiddle, token.LBrace:
			parts = r.part(parts)
			continue
		}
		break
	}
	j := stringJoiner{parser: r.parser, parts: parts}
	r.template = template
	r.depth--
	return r.joined.put(ast.JoinedStr{Range: r.span(start), Values: j.foldConstants(true)})
}

// badFieldEnd reports what follows a field's expression and fits not.
func (r *fstringReader) badFieldEnd(debug bool, conversion ast.Conversion) {
	if r.explain {
		if conversion != ast.NoConversion {
			r.raiseAt(r.i, diag.BadFString, "%sexpecting ':' or '}'", r.prefix)
		}
		if debug {
			r.checkAfterEqual()
		}
	}
	r.fail()
}

// expectBrace moves over the brace that ends a field.
func (r *fstringReader) expectBrace(spec *ast.JoinedStr) {
	if r.kind == token.RBrace {
		r.next()
		return
	}
	if spec != nil {
		r.raiseAt(r.i, diag.BadFString, "%sexpecting '}', or format specs", r.prefix)
	}
	r.raiseAt(r.i, diag.BadFString, "%sexpecting '}'", r.prefix)
}

// debugText returns the constant that `{expr=}` shows before the value: the
// source from the brace, token number start, to token number end.
func (r *fstringReader) debugText(start, end int) *ast.Constant {
	from, to := &r.toks[start], &r.toks[end]
	text := r.file.Src[from.End:to.Start]
	if strings.IndexByte(text, '#') >= 0 {
		text = r.withoutComments(int(from.End), int(to.Start))
	}
	return r.constant.put(ast.Constant{
		Range: ast.Range{Line: from.Line, Col: from.Col + 1, EndLine: to.Line, EndCol: to.Col},
		Value: ast.Str(r.stringValue(text, r.raw)),
	})
}

// withoutComments returns src[start:end] without the comments in it.
func (r *fstringReader) withoutComments(start, end int) string {
	var b strings.Builder
	for _, c := range r.file.Comments {
		if int(c.Start) >= start && int(c.End) <= end {
			b.WriteString(r.file.Src[start:c.Start])
			start = int(c.End)
		}
	}
	b.WriteString(r.file.Src[start:end])
	return b.String()
}

// appendRune appends the UTF-8 form of c, or the same scheme's three bytes for
// a surrogate.
func appendRune(b []byte, c rune) []byte {
	if 0xd800 <= c && c <= 0xdfff {
		return append(b, 0xe0|byte(c>>12), 0x80|byte(c>>6)&0x3f, 0x80|byte(c)&0x3f)
	}
	return utf8.AppendRune(b, c)
}
