package infer

import (
	"slices"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/types"
)

// widen sets type variables to Any where the type t, which a call's result has
// in the end, has Any in the place of the variable in the annotation: a Task[T]
// that is kept with others as Task[Any] must be made as one.
func widen(annotation ast.Expr, t types.Type, params []string, env map[string]types.Type) {
	switch e := annotation.(type) {
	case *ast.Name:
		if slices.Contains(params, e.Id) && t == types.Any {
			env[e.Id] = types.Any
		}
	case *ast.Subscript:
		args := []ast.Expr{e.Slice}
		if tuple, ok := e.Slice.(*ast.Tuple); ok {
			args = tuple.Elts
		}
		parts := partsOf(t)
		if len(parts) != len(args) {
			return
		}
		for i, a := range args {
			widen(a, parts[i], params, env)
		}
	case *ast.BinOp: // T | None
		if opt, ok := t.(*types.Optional); ok {
			widen(e.Left, opt.Elem, params, env)
		}
	}
}

// partsOf are the type arguments of t as an annotation writes them. New lists,
// sets and dicts are left out: lowering copies them into wider ones.
func partsOf(t types.Type) []types.Type {
	switch t := t.(type) {
	case *types.Tuple:
		return t.Elems
	case *types.Lib:
		return t.Args
	case *types.Coro:
		return []types.Type{types.Any, types.Any, t.Result}
	}
	return nil
}
