package infer

import (
	"slices"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// widen sets type variables to Any where the type t, which a call's result has
// in the end, has Any in the place of the variable in the annotation: a Task[T]
// that is kept with others as Task[Any] must be made as one.
func widen(annotation ast.Expr, t types.Type, params []string, free map[string]bool, env map[string]types.Type, deep bool) {
	switch e := annotation.(type) {
	case *ast.Name:
		switch {
		case !slices.Contains(params, e.Id):
		case t == types.Any:
			env[e.Id] = types.Any
		case free[e.Id]:
			env[e.Id] = t // nothing but the use of the result says what it is
		}
	case *ast.Subscript:
		args := []ast.Expr{e.Slice}
		if tuple, ok := e.Slice.(*ast.Tuple); ok {
			args = tuple.Elts
		}
		parts := partsOf(t, deep)
		if len(parts) != len(args) {
			return
		}
		for i, a := range args {
			widen(a, parts[i], params, free, env, deep)
		}
	case *ast.BinOp: // T | None
		if opt, ok := t.(*types.Optional); ok {
			widen(e.Left, opt.Elem, params, free, env, deep)
		}
	}
}

// partsOf are the type arguments of t as an annotation writes them. New lists,
// sets and dicts are left out unless deep: lowering copies them into wider ones.
func partsOf(t types.Type, deep bool) []types.Type {
	if deep {
		switch t := t.(type) {
		case *types.List:
			return []types.Type{t.Elem}
		case *types.Set:
			return []types.Type{t.Elem}
		case *types.Dict:
			return []types.Type{t.Key, t.Value}
		}
	}
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

// freeParams are the type variables of a signature that no parameter mentions.
func freeParams(sig *stubs.Sig) map[string]bool {
	free := map[string]bool{}
	for _, name := range sig.TypeParams {
		free[name] = true
	}
	for _, p := range sig.Params {
		if p.Annotation == nil {
			continue
		}
		ast.Walk(p.Annotation, func(n ast.Node) bool {
			if id, ok := n.(*ast.Name); ok {
				delete(free, id.Id)
			}
			return true
		})
	}
	return free
}
