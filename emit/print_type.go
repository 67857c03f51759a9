package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// typ prints a type.
func (p *printer) typ(t ir.Type) *jen.Statement {
	switch t := t.(type) {
	case *ir.Builtin:
		return jen.Id(t.Name)
	case *ir.Named:
		var code *jen.Statement
		switch {
		case t.Decl != nil:
			code = jen.Id(p.symName(t.Decl, t.Decl.Name))
		case t.Pkg != "":
			code = jen.Id(p.pkg(t.Pkg)).Dot(t.Name)
		default:
			code = jen.Id(t.Name)
		}
		if len(t.Args) > 0 {
			code.Types(p.typeCodes(t.Args)...)
		}
		return code
	case *ir.Pointer:
		return jen.Op("*").Add(p.typ(t.Elem))
	case *ir.Slice:
		return jen.Index().Add(p.typ(t.Elem))
	case *ir.Map:
		return jen.Map(p.typ(t.Key)).Add(p.typ(t.Elem))
	case *ir.FuncType:
		params := p.typeCodes(t.Params)
		if t.Variadic {
			params[len(params)-1] = p.variadic(t.Params[len(t.Params)-1])
		}
		code := jen.Func().Params(params...)
		p.resultTypes(code, t.Results)
		return code
	}
	panic(fmt.Sprintf("emit: unexpected type %T", t))
}

func (p *printer) typeCodes(ts []ir.Type) []jen.Code {
	out := make([]jen.Code, len(ts))
	for i, t := range ts {
		out[i] = p.typ(t)
	}
	return out
}

// variadic prints the type of a last parameter ...T, whose variable is a []T.
func (p *printer) variadic(t ir.Type) *jen.Statement {
	if s, ok := t.(*ir.Slice); ok {
		t = s.Elem
	}
	return jen.Op("...").Add(p.typ(t))
}

// convType prints a type as the callee of a conversion or call, in parentheses
// where Go would otherwise read it differently.
func (p *printer) convType(t ir.Type) *jen.Statement {
	switch t.(type) {
	case *ir.Pointer, *ir.FuncType:
		return jen.Parens(p.typ(t))
	}
	return p.typ(t)
}

// params prints parameters, neighbours of one type together.
func (p *printer) params(vs []*ir.Var, variadic bool) []jen.Code {
	var out []jen.Code
	for i := 0; i < len(vs); {
		j := i + 1
		for j < len(vs) && identical(vs[i].Type, vs[j].Type) && !(variadic && j == len(vs)-1) {
			j++
		}
		var ids []jen.Code
		for _, v := range vs[i:j] {
			ids = append(ids, jen.Id(p.varName(v)))
		}
		typ := p.typ(vs[i].Type)
		if variadic && i == len(vs)-1 {
			typ = p.variadic(vs[i].Type)
		}
		out = append(out, jen.List(ids...).Add(typ))
		i = j
	}
	return out
}

// results appends a function's results to code.
func (p *printer) results(code *jen.Statement, vs []*ir.Var, named bool) {
	if named && len(vs) > 0 {
		code.Params(p.params(vs, false)...)
		return
	}
	p.resultTypes(code, varTypes(vs))
}

func (p *printer) resultTypes(code *jen.Statement, ts []ir.Type) {
	switch len(ts) {
	case 0:
	case 1:
		code.Add(p.typ(ts[0]))
	default:
		code.Params(p.typeCodes(ts)...)
	}
}
