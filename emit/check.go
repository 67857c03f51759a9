package emit

import (
	"fmt"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// check panics where the IR breaks a rule that the later passes rely on. Its
// text says which, and where.
func check(p *ir.Program) {
	if p.Package == "" {
		panic("emit: the program has no package name")
	}
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		for _, v := range params {
			if v.Type == nil && !v.Blank {
				panic(fmt.Sprintf("emit: parameter %q at line %d has no type", v.Name, d.Base().Pos.Line))
			}
		}
	})
}
