package stubs

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// parseSource reads a stub with the ordinary parser.
func parseSource(file string, src []byte) (*ast.Module, error) {
	tree, diags := parser.Parse(file, src, parser.Options{SyntaxOnly: true})
	if len(diags) > 0 {
		d := diags[0]
		return nil, fmt.Errorf("%s:%d:%d: %s", file, d.Range.Start.Line, d.Range.Start.Col+1, d.Message)
	}
	return tree, nil
}
