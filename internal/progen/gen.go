package progen

import (
	"math/rand/v2"
	"strings"
)

// gen is the state of the generation of one program.
type gen struct {
	rand     *rand.Rand
	annotate float64 // how often variables, parameters and results are annotated
	scope    []variable
	names    int
	stmts    *stmtGen // the function being generated, in statement kinds
}

// variable is a name that expressions may read.
type variable struct {
	name string
	typ  Type
}

func (g *gen) chance(p float64) bool { return g.rand.Float64() < p }

func (g *gen) annotated() bool { return g.chance(g.annotate) }

// int returns a number from low to high, both included.
func (g *gen) int(low, high int) int { return low + g.rand.IntN(high-low+1) }

func pick[T any](g *gen, items []T) T { return items[g.rand.IntN(len(items))] }

// word picks one of the words of a text.
func (g *gen) word(words string) string { return pick(g, strings.Fields(words)) }

// weighted picks an index by its weight.
func (g *gen) weighted(weights ...int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	n := g.rand.IntN(total)
	for i, w := range weights {
		if n < w {
			return i
		}
		n -= w
	}
	panic("progen: weights")
}

// fresh is a name that was not used in the program before.
func (g *gen) fresh(prefix string) string {
	g.names++
	return prefix + itoa(g.names)
}

// within runs f with further variables in scope.
func (g *gen) within(vars []variable, f func()) {
	size := len(g.scope)
	g.scope = append(g.scope, vars...)
	f()
	g.scope = g.scope[:size]
}

// named are the variables of a type.
func (g *gen) named(t Type) []variable {
	var found []variable
	for _, v := range g.scope {
		if v.typ.equal(t) {
			found = append(found, v)
		}
	}
	return found
}
