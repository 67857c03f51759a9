package infer

import (
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// MemberResult is the result type of a method of the library type t, with the
// type arguments of t put in.
func MemberResult(t *types.Lib, sig *stubs.Sig) types.Type {
	return memberEval(t, sig).resultOf(sig.Result)
}

// MemberParam is the type of the i-th parameter of a method of t.
func MemberParam(t *types.Lib, sig *stubs.Sig, i int) types.Type {
	return memberEval(t, sig).eval(sig.Params[i].Annotation)
}

func memberEval(t *types.Lib, sig *stubs.Sig) *annotation {
	env := map[string]types.Type{}
	owner := sig.Owner
	if owner == nil {
		owner = sig.Func.Class
	}
	if owner != nil {
		for i, p := range owner.TypeParams {
			if i < len(t.Args) {
				env[p] = t.Args[i]
			}
		}
	}
	return &annotation{c: &checker{}, module: sig.Func.Module, env: env, self: t}
}

// FuncSelfType is the type of the first parameter of a method.
func (info *Info) FuncSelfType(f *Func) types.Type {
	if f == nil || len(f.Params) == 0 || f.Params[0].Var == nil {
		return types.Any
	}
	return f.Params[0].Var.Type
}
