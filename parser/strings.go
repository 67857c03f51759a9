package parser

import (
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// strings reads a string with those that follow it, which are joined.
func (p *parser) strings() ast.Expr {
	if p.kind == token.String && !isString(p.peek()) {
		return p.plainString()
	}
	start := p.i
	j := stringJoiner{parser: p, start: start}
	for isString(p.kind) {
		j.add()
	}
	return j.join()
}

func isString(k token.Kind) bool {
	return k == token.String || k == token.FStringStart || k == token.TStringStart
}

// plainString reads one string or bytes literal.
func (p *parser) plainString() *ast.Constant {
	lit := p.text()
	q := strings.IndexAny(lit, `"'`)
	prefix, body := lit[:q], lit[q+1:len(lit)-1]
	if len(lit) >= q+6 && lit[q+1] == lit[q] && lit[q+2] == lit[q] {
		body = lit[q+3 : len(lit)-3]
	}
	raw, isBytes, isUnicode := false, false, false
	for i := range len(prefix) {
		switch prefix[i] | 0x20 {
		case 'r':
			raw = true
		case 'b':
			isBytes = true
		case 'u':
			isUnicode = prefix[i] == 'u' // CPython records only the small one
		}
	}
	var v ast.Value
	if isBytes {
		v = p.bytesValue(body, raw)
	} else {
		v = ast.Str(p.stringValue(body, raw))
	}
	p.next()
	return p.constant.put(ast.Constant{Range: p.span(p.i - 1), Value: v, Unicode: isUnicode})
}

// stringValue evaluates the escapes in the current token's text.
func (p *parser) stringValue(body string, raw bool) string {
	if raw || strings.IndexByte(body, '\\') < 0 {
		return body
	}
	s, err := unescape(body)
	if err != "" {
		p.raiseAt(p.i, diag.BadEscape, "(unicode error) %s", err)
	}
	return s
}

func (p *parser) bytesValue(body string, raw bool) ast.Value {
	if p.toks[p.i].Flags&token.NonASCII != 0 {
		p.raiseAt(p.i, diag.BadEscape, "bytes can only contain ASCII literal characters")
	}
	if raw || strings.IndexByte(body, '\\') < 0 {
		return ast.Bytes(body)
	}
	s, err := unescapeBytes(body)
	if err != "" {
		p.raiseAt(p.i, diag.BadEscape, "(value error) %s", err)
	}
	return ast.Bytes(s)
}

// stringJoiner joins adjacent literals to one node.
type stringJoiner struct {
	*parser
	start    int
	parts    []ast.Expr
	text     bool // a string or f-string is among them
	bytes    bool
	fstring  bool
	template bool
}

func (j *stringJoiner) add() {
	switch j.kind {
	case token.String:
		c := j.plainString()
		if _, ok := c.Value.(ast.Bytes); ok {
			j.bytes = true
		} else {
			j.text = true
		}
		j.parts = append(j.parts, c)
	case token.FStringStart:
		j.fstring = true
		j.parts = append(j.parts, j.fstringParts()...)
	case token.TStringStart:
		j.template = true
		j.parts = append(j.parts, j.fstringParts()...)
	}
}

func (j *stringJoiner) join() ast.Expr {
	if j.bytes && (j.text || j.fstring || j.template) {
		j.raiseAt(j.i, diag.InvalidSyntax, "cannot mix bytes and nonbytes literals")
	}
	if j.template && (j.text || j.fstring) {
		j.raiseRange(j.span(j.start), diag.InvalidSyntax, "cannot mix t-string literals with string or bytes literals")
	}
	r := j.span(j.start)
	if j.bytes {
		var b strings.Builder
		for _, p := range j.parts {
			b.WriteString(string(p.(*ast.Constant).Value.(ast.Bytes)))
		}
		return j.constant.put(ast.Constant{Range: r, Value: ast.Bytes(b.String())})
	}
	values := j.foldConstants(j.fstring || j.template)
	switch {
	case j.template:
		return &ast.TemplateStr{Range: r, Values: values}
	case j.fstring:
		return j.joined.put(ast.JoinedStr{Range: r, Values: values})
	}
	return values[0]
}

// foldConstants joins neighbouring constants and, in an f-string, drops empty
// ones.
func (j *stringJoiner) foldConstants(dropEmpty bool) []ast.Expr {
	mark := j.exprs.mark()
	for i := 0; i < len(j.parts); i++ {
		c, ok := j.parts[i].(*ast.Constant)
		if !ok {
			j.exprs.push(j.parts[i])
			continue
		}
		last := i
		for last+1 < len(j.parts) {
			if _, ok := j.parts[last+1].(*ast.Constant); !ok {
				break
			}
			last++
		}
		if last > i {
			var b strings.Builder
			for _, part := range j.parts[i : last+1] {
				b.WriteString(string(part.(*ast.Constant).Value.(ast.Str)))
			}
			c = j.constant.put(ast.Constant{
				Range: spanOf(c, j.parts[last]), Value: ast.Str(b.String()), Unicode: c.Unicode,
			})
			i = last
		}
		if dropEmpty && c.Value.(ast.Str) == "" {
			continue
		}
		j.exprs.push(c)
	}
	return j.exprs.take(mark)
}
