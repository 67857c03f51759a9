package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// tidy rewrites the statements of p into those a Go programmer would write.
// Each rewrite has the condition that makes it safe above it.
func tidy(p *ir.Program) {
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		if f, ok := d.(*ir.FuncDecl); ok {
			finish(f.Func.Results, f.Func.Named, &f.Body)
		}
		ir.Walk(*body, nil, func(e *ir.Expr) bool {
			if lit, ok := (*e).(*ir.FuncLit); ok {
				finish(lit.Results, lit.Named, &lit.Body)
			}
			return true
		})
	})
}

// finish gives a function with results the end that Go asks for. Lowering
// returns wherever Python does, so an end that Go cannot see to be unreachable
// is one.
func finish(results []*ir.Var, named bool, body *[]ir.Stmt) {
	switch {
	case len(results) == 0 || blockTerminates(*body):
	case named:
		*body = append(*body, &ir.Return{})
	default:
		*body = append(*body, &ir.ExprStmt{X: &ir.Call{
			Fun:  &ir.PkgRef{Name: "panic"},
			Args: []ir.Expr{&ir.Lit{Value: "unreachable"}},
		}})
	}
}
