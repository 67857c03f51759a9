// Package emit prints the IR as Go source, through jennifer. It decides how
// things are written, never what they mean: which block declares a variable,
// what everything is called, where parentheses, line breaks and comments
// stand.
//
// The passes run in the order of [Program]: check, tidy, place, name, print.
package emit

import (
	"bytes"
	"fmt"
	"go/format"
	"strings"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// Program returns the Go source of p: formatted, and the same bytes for the
// same input. It takes p over: the tidying passes change its statements.
//
// An error means that the output would not be Go; it shows the output with
// numbered lines. IR that no lowering may produce makes Program panic.
func Program(p *ir.Program) ([]byte, error) {
	check(p)
	tidy(p)
	return render(p, placeAll(p))
}

// render names and prints a program whose variables have been placed.
func render(p *ir.Program, units []unit) ([]byte, error) {
	names := nameAll(p, units)
	if p.Positions != nil {
		marked, err := printAll(p, units, names, true)
		if err != nil {
			return nil, err
		}
		p.Positions.Value = positions(marked)
	}
	return printAll(p, units, names, false)
}

// printAll prints a program; marks tells to put comments with the Python lines
// between the statements.
func printAll(p *ir.Program, units []unit, names *naming, marks bool) ([]byte, error) {
	pr := &printer{names: names, used: map[string]bool{}, marks: marks}
	var buf bytes.Buffer
	if err := pr.file(p, units).Render(&buf); err != nil {
		return nil, fmt.Errorf("printing %s: %w", p.Source, err)
	}
	out, err := format.Source(buf.Bytes())
	if err != nil {
		return nil, fmt.Errorf("the Go made from %s does not parse: %w\n%s", p.Source, err, numberLines(buf.String()))
	}
	return out, nil
}

// placeAll places the variables of each declaration that has code.
func placeAll(p *ir.Program) []unit {
	var units []unit
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		units = append(units, unit{d, place(params, body)})
	})
	return units
}

// eachBody calls f for each declaration with its variables and statements. The
// value of a package-level variable is given as a statement.
func eachBody(p *ir.Program, f func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt)) {
	for _, d := range p.Decls {
		switch d := d.(type) {
		case *ir.FuncDecl:
			f(d, funcVars(d.Func), &d.Body)
		case *ir.VarDecl:
			if d.Value != nil {
				f(d, nil, &[]ir.Stmt{&ir.ExprStmt{X: d.Value}})
			}
		case *ir.ConstDecl:
			f(d, nil, &[]ir.Stmt{&ir.Return{Values: d.Values}})
		}
	}
}

// funcVars returns the variables that f's signature declares.
func funcVars(f *ir.Func) []*ir.Var {
	var vs []*ir.Var
	if f.Recv != nil {
		vs = append(vs, f.Recv)
	}
	vs = append(vs, f.Params...)
	if f.Named {
		vs = append(vs, f.Results...)
	}
	return vs
}

func numberLines(s string) string {
	var b strings.Builder
	for i, line := range strings.Split(strings.TrimRight(s, "\n"), "\n") {
		fmt.Fprintf(&b, "%5d  %s\n", i+1, line)
	}
	return b.String()
}
