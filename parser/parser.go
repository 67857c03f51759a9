package parser

import (
	"math"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/token"
)

// parser reads the tokens of one file.
//
// Its functions follow the rules of Python's grammar. On the first token that
// fits no rule they stop with a panic of [syntaxError], which the statement
// loop catches (see recover.go): no function has to look at the success of
// another, and the plain path stays plain.
type parser struct {
	file *token.File
	toks []token.Token
	i    int        // index of the current token
	kind token.Kind // its kind
	slabs

	opts     Options
	filename string
	depth    int // of recursion, see nest
	// height is how often the highest of the expressions read so far grew by
	// iteration, see grow. What reads an operand sets it to 0 before, and
	// to the maximum of both after.
	height int

	// explain is set while a statement that has failed is read again, now
	// with the checks that find out what is wrong with it (see explain.go).
	explain bool
	// flufl is set behind `from __future__ import barry_as_FLUFL`, where <>
	// takes the place of !=.
	flufl bool
	// inField is the prefix for messages inside a replacement field of an
	// f-string, else empty.
	inField string

	diags    []diag.Diagnostic
	reported map[diag.Range]bool
	rescans  int
	blocks   []int // first tokens of the open blocks, for recovery
}

func (p *parser) setIndex(i int) {
	p.i = i
	p.kind = p.toks[i].Kind
}

// next moves to the next token. The end marker is never passed.
func (p *parser) next() {
	p.i++
	p.kind = p.toks[p.i].Kind
}

// peek returns the kind of the token after the current one.
func (p *parser) peek() token.Kind { return p.peekAt(1) }

func (p *parser) peekAt(n int) token.Kind {
	if p.i+n >= len(p.toks) {
		return token.EndMarker
	}
	return p.toks[p.i+n].Kind
}

// accept moves over the current token if it is of kind k.
func (p *parser) accept(k token.Kind) bool {
	if p.kind != k {
		return false
	}
	p.next()
	return true
}

// expect moves over the current token, which must be of kind k.
func (p *parser) expect(k token.Kind) {
	if p.kind != k {
		p.fail()
	}
	p.next()
}

// force moves over the current token, which must be of kind k: where the
// grammar allows nothing else, CPython says so.
func (p *parser) force(k token.Kind) {
	if p.kind != k {
		p.raiseAt(p.i, diag.ExpectedToken, "expected '%s'", k)
	}
	p.next()
}

// text returns the source text of the current token.
func (p *parser) text() string { return p.textAt(p.i) }

func (p *parser) textAt(i int) string {
	t := &p.toks[i]
	return p.file.Src[t.Start:t.End]
}

// isWord reports whether the current token is the given soft keyword.
func (p *parser) isWord(word string) bool {
	return p.kind == token.Name && p.text() == word
}

// span returns the range from token number start to the last token read.
func (p *parser) span(start int) ast.Range {
	return p.spanTo(start, p.i-1)
}

// place returns the range of token number i as errors have it: tokens without
// text stand where CPython's tokenizer is when it makes them.
func (p *parser) place(i int) ast.Range {
	r := p.spanTo(i, i)
	switch t := &p.toks[i]; {
	case int(t.Start) < p.file.Len && (t.Kind == token.Indent || t.Kind == token.Dedent):
		r.Col = max(r.Col-1, 0)
	case int(t.Start) >= p.file.Len && (t.Kind == token.EndMarker || t.Kind == token.Dedent):
		text := strings.TrimSuffix(p.file.Src[:p.file.Len], "\n")
		r.Line = int32(1 + strings.Count(text, "\n"))
		r.Col = int32(len(text) - strings.LastIndexByte(text, '\n') - 1)
		r.EndLine, r.EndCol = r.Line, r.Col
	}
	return r
}

// spanTo returns the range from token number start to token number end.
func (p *parser) spanTo(start, end int) ast.Range {
	s, e := &p.toks[start], &p.toks[end]
	r := ast.Range{Line: s.Line, Col: s.Col, EndLine: e.Line, EndCol: e.Col + int32(e.End-e.Start)}
	if e.Flags&token.Multiline != 0 {
		r.EndLine, r.EndCol = p.file.End(e)
	}
	return r
}

// identifier reads a name and returns it.
func (p *parser) identifier() string {
	if p.kind != token.Name {
		p.fail()
	}
	id := p.nameAt(p.i)
	p.next()
	return id
}

// nameAt returns the identifier that token number i spells.
func (p *parser) nameAt(i int) string {
	if p.toks[i].Flags&token.NonASCII != 0 {
		return token.Normalize(p.textAt(i))
	}
	return p.textAt(i)
}

// maxDepth bounds the recursion of the parser. CPython's own limit depends on
// the rules involved; this is where it stops at a chain of unary operators.
const maxDepth = 5968

// maxHeight bounds the height of trees that are built by iteration, such as
// a.b.c.d or a+b+c+d, as CPython's recursion limit does.
const maxHeight = 9994

// nest enters one level of recursion; the caller leaves it with p.depth--.
func (p *parser) nest() {
	p.depth++
	if p.depth > maxDepth {
		p.raiseAt(p.i, diag.TooComplex, "Parser stack overflowed - Python source too complex to parse")
	}
}

// grow counts one more level of a tree that iteration builds.
func (p *parser) grow() {
	p.height++
	if p.height > maxHeight {
		p.raiseAt(p.i, diag.TooComplex, "maximum recursion depth exceeded during compilation")
	}
}

// maxSource is the size up to which positions fit.
const maxSource = math.MaxInt32
