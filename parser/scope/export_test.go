package scope

import "github.com/py2go-async/py2go-async/parser/ast"

// Occurrence is a name in a scope, for the tests.
type Occurrence struct {
	Scope  *Scope
	Symbol *Symbol
}

// Occurrences returns all places of the module where a name occurs.
func Occurrences(m *ast.Module) (*Info, []Occurrence) {
	info, b := analyze(m)
	var list []Occurrence
	for _, o := range b.occurrences {
		list = append(list, Occurrence{o.scope, info.find(o.scope, o.name)})
	}
	return info, list
}
