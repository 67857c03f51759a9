// Package check finds the errors that CPython reports before it runs a program
// although its grammar accepts it: those of its symbol table and its compiler,
// such as a return outside of a function or two parameters of one name. The
// messages and positions are CPython's.
//
// The parser calls it for a module without syntax errors.
package check

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// Module returns the errors of m, in no particular order.
func Module(filename string, m *ast.Module) []diag.Diagnostic {
	c := &checker{filename: filename}
	c.future(m)
	c.enter(moduleScope)
	c.block(m.Body)
	c.leave()
	c.resolveNonlocals()
	return c.diags
}

// checker walks the tree in the order in which CPython's symbol table sees it.
type checker struct {
	filename    string
	diags       []diag.Diagnostic
	scope       *scope
	nonlocals   []directive
	annotations bool  // from __future__ import annotations: they are not evaluated
	futureLine  int32 // of the last of the leading future statements
}

// errorf reports an error about n.
func (c *checker) errorf(n ast.Node, code diag.Code, format string, args ...any) {
	c.diags = append(c.diags, diag.Diagnostic{
		Code: code, Severity: diag.Error, File: c.filename, Range: n.Span(),
		Message: fmt.Sprintf(format, args...),
	})
}
