package parser

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

func check(filename string, m *ast.Module) []diag.Diagnostic { return nil }
