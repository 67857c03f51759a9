package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// goType is the Go spelling of a representation.
func (l *lowerer) goType(t types.Type) ir.Type {
	switch t := t.(type) {
	case types.Basic:
		return basicType(t)
	case *types.List:
		return ptr(pyNamed("List", l.goType(t.Elem)))
	case *types.Set:
		if t.Frozen {
			return ptr(pyNamed("FrozenSet", l.goType(t.Elem)))
		}
		return ptr(pyNamed("Set", l.goType(t.Elem)))
	case *types.Dict:
		return ptr(pyNamed("Dict", l.goType(t.Key), l.goType(t.Value)))
	case *types.Tuple:
		return pyNamed(fmt.Sprintf("Tuple%d", len(t.Elems)), l.goTypes(t.Elems)...)
	case *types.VarTuple:
		return ptr(pyNamed("Tuple", l.goType(t.Elem)))
	case *types.Optional:
		if nilable(t.Elem) {
			return l.goType(t.Elem)
		}
		return ptr(l.goType(t.Elem))
	case *types.Instance:
		return l.instanceType(t.Class.(*infer.Class))
	case *types.Lib:
		if elem, ok := isSeq(t); ok {
			return &ir.Named{Pkg: "iter", Name: "Seq", Args: []ir.Type{l.goType(elem)}}
		}
		if protocolRole(t) != "" {
			return ir.Any
		}
		return ptr(l.libNamed(t))
	case *types.Func:
		return l.funcType(t)
	case *types.Coro:
		return ptr(&ir.Named{Pkg: aioPath, Name: "Coro", Args: []ir.Type{l.goType(t.Result)}})
	case *types.Generator:
		return ptr(pyNamed("Generator", l.goType(t.Elem)))
	case *types.AsyncGenerator:
		return ptr(&ir.Named{Pkg: aioPath, Name: "AsyncGenerator", Args: []ir.Type{l.goType(t.Elem)}})
	}
	panic(fmt.Sprintf("lower: unexpected type %T", t))
}

func (l *lowerer) goTypes(ts []types.Type) []ir.Type {
	out := make([]ir.Type, len(ts))
	for i, t := range ts {
		out[i] = l.goType(t)
	}
	return out
}

func basicType(t types.Basic) ir.Type {
	switch t {
	case types.Bool:
		return ir.Bool
	case types.Int:
		return ir.Int
	case types.BigInt:
		return ptr(&ir.Named{Pkg: "math/big", Name: "Int"})
	case types.Float:
		return ir.Float64
	case types.Complex:
		return ir.Complex
	case types.Str:
		return ir.String
	case types.Bytes:
		return pyNamed("Bytes")
	case types.Error:
		return ir.Error
	}
	return ir.Any
}

// libNamed is the Go type of a library class without the pointer.
func (l *lowerer) libNamed(t *types.Lib) *ir.Named {
	c, ok := t.Stub.(*stubs.Class)
	if !ok {
		panic(fmt.Sprintf("lower: library type %s.%s has no stub", t.Module, t.Name))
	}
	return &ir.Named{Pkg: c.Go.Pkg, Name: c.Go.Name, Args: l.goTypes(t.Args)}
}

// funcType is the Go type of a function value. All function values have one
// shape, context first and error last, so that any function fits.
func (l *lowerer) funcType(t *types.Func) *ir.FuncType {
	ft := &ir.FuncType{Params: append([]ir.Type{ir.Context}, l.goTypes(t.Params)...)}
	if r := l.funcValueResult(t); r != types.None {
		ft.Results = append(ft.Results, l.goType(r))
	}
	ft.Results = append(ft.Results, ir.Error)
	return ft
}

// funcValueResult is what a call of the function value gives before its error.
func (l *lowerer) funcValueResult(t *types.Func) types.Type {
	if t.Async {
		return &types.Coro{Result: t.Result}
	}
	return t.Result
}
