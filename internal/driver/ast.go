package driver

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// AST prints the syntax tree of a file in the format of CPython's
// ast.dump(tree, indent=2, include_attributes=True), and returns the exit
// status.
func (d *Driver) AST(input string) int {
	filename, src, ok := d.read(input)
	if !ok {
		return d.status()
	}
	d.remember(filename, src)
	module, diagnostics := parser.Parse(filename, src, parser.Options{})
	for _, diagnostic := range diagnostics {
		d.report(diagnostic)
	}
	if d.failed {
		return d.status()
	}
	if err := ast.Dump(d.Stdout, module); err != nil {
		d.errorf(diag.CannotWrite, "<stdout>", "", "cannot write: %v", err)
	}
	return d.status()
}
