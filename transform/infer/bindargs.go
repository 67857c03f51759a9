package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// formal is a parameter to which a call's arguments are bound.
type formal struct {
	name string
	kind stubs.ParamKind
	def  ast.Expr
}

func formalsOf(params []*Param) []formal {
	out := make([]formal, len(params))
	for i, p := range params {
		out[i] = formal{p.Name, p.Kind, p.Default}
	}
	return out
}

func stubFormals(sig *stubs.Sig) []formal {
	out := make([]formal, len(sig.Params))
	for i, p := range sig.Params {
		out[i] = formal{p.Name, p.Kind, p.Default}
	}
	return out
}

// bindArgs gives each parameter its arguments by Python's rules. It fails where
// the call does not fit (CPython raises TypeError), or where that is only
// known at run time: *args or **kwargs that may fill named parameters, or give
// a keyword twice.
func bindArgs(params []formal, call *ast.Call) ([]Arg, bool) {
	out := make([]Arg, len(params))
	given := make([]bool, len(params))
	varPos, varKw := -1, -1
	var positional []int
	for i, p := range params {
		switch p.kind {
		case stubs.PosOnly, stubs.PosOrKw:
			positional = append(positional, i)
		case stubs.VarPos:
			varPos = i
			out[i].IsRest = true
		case stubs.VarKw:
			varKw = i
			out[i].IsRest = true
		}
	}
	n := 0
	for _, a := range call.Args {
		_, star := a.(*ast.Starred)
		switch {
		case n < len(positional):
			if star {
				return nil, false
			}
			out[positional[n]].Value = a
			given[positional[n]] = true
			n++
		case varPos >= 0:
			out[varPos].Rest = append(out[varPos].Rest, a)
		default:
			return nil, false
		}
	}
	for _, k := range call.Keywords {
		if k.Arg == "" {
			if varKw < 0 || len(call.Keywords) > 1 || hasNamed(params) {
				return nil, false
			}
			out[varKw].KwRest = append(out[varKw].KwRest, k)
			continue
		}
		i := paramNamed(params, k.Arg)
		switch {
		case i >= 0 && given[i]:
			return nil, false
		case i >= 0:
			out[i].Value = k.Value
			given[i] = true
		case varKw >= 0:
			out[varKw].KwRest = append(out[varKw].KwRest, k)
		default:
			return nil, false
		}
	}
	for i, p := range params {
		if given[i] || i == varPos || i == varKw {
			continue
		}
		if p.def == nil {
			return nil, false
		}
		out[i].Default = p.def
	}
	return out, true
}

// hasNamed reports whether a **mapping could fill a named parameter, or clash
// with an argument that fills it.
func hasNamed(params []formal) bool {
	for _, p := range params {
		if p.kind == stubs.PosOrKw || p.kind == stubs.KwOnly {
			return true
		}
	}
	return false
}

func paramNamed(params []formal, name string) int {
	for i, p := range params {
		if p.name == name && (p.kind == stubs.PosOrKw || p.kind == stubs.KwOnly) {
			return i
		}
	}
	return -1
}
