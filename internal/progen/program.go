package progen

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"
)

// Kind is what a program is made of.
type Kind string

// The kinds of programs.
const (
	Expr  Kind = "expr"
	Stmt  Kind = "stmt"
	Class Kind = "class"
	Async Kind = "async"
)

// Kinds lists all kinds.
var Kinds = []Kind{Expr, Stmt, Class, Async}

var generators = map[Kind]func(*gen) Program{
	Expr:  exprProgram,
	Stmt:  stmtProgram,
	Class: classProgram,
	Async: asyncProgram,
}

// Program is a generated program.
type Program struct {
	Name     string // kind, seed and number
	Prelude  []Node // definitions that the snippets use
	Snippets []Snippet
}

// Snippet is a part of a program that needs no other snippet and runs itself.
// Every line that it prints starts with its label and a dot or space.
type Snippet struct {
	Label string
	Body  []Node
}

// Node is a statement: a simple one has no blocks.
type Node struct {
	Text   string // a simple statement
	Blocks []Block
}

// Block is a clause of a compound statement.
type Block struct {
	Head string // "if x:", "else:"
	Body []Node
}

// Generate makes the program of a kind with the number i of a seed.
func Generate(kind Kind, seed uint64, i int) Program {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s/%d", kind, i)
	g := &gen{rand: rand.New(rand.NewPCG(seed, h.Sum64()))}
	g.annotate = []float64{0, 1, 1, 0.5}[g.rand.IntN(4)]
	p := generators[kind](g)
	p.Name = fmt.Sprintf("%s_%d_%d", kind, seed, i)
	return p
}

// Source is the program's text.
func (p Program) Source() string {
	var out strings.Builder
	write(&out, p.Prelude, 0)
	for _, s := range p.Snippets {
		write(&out, s.Body, 0)
	}
	return out.String()
}

func write(out *strings.Builder, nodes []Node, depth int) {
	indent := strings.Repeat("    ", depth)
	for _, n := range nodes {
		if n.Blocks == nil {
			for line := range strings.Lines(n.Text) {
				out.WriteString(indent + strings.TrimRight(line, "\n") + "\n")
			}
			continue
		}
		for _, b := range n.Blocks {
			out.WriteString(indent + b.Head + "\n")
			if len(b.Body) == 0 {
				out.WriteString(indent + "    pass\n")
			}
			write(out, b.Body, depth+1)
		}
	}
}

func simple(format string, args ...any) Node {
	if len(args) == 0 {
		return Node{Text: format}
	}
	return Node{Text: fmt.Sprintf(format, args...)}
}

func compound(blocks ...Block) Node { return Node{Blocks: blocks} }

func block(head string, body ...Node) Block { return Block{Head: head, Body: body} }
