package stubs

import (
	"errors"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// parseSource reads a stub with the ordinary parser.
func parseSource(file string, src []byte) (*ast.Module, error) {
	return nil, errors.New("no parser")
}
