package lower

import (
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// plainTypes replaces the protocols of typing, which have no Go type of their
// own, in everything that is stored: what is only known to be iterable or
// awaitable is kept as any.
func plainTypes(info *infer.Info) {
	for e, t := range info.Types {
		info.Types[e] = plain(t)
	}
	seen := map[*infer.Var]bool{}
	fix := func(v *infer.Var) {
		if v != nil && !seen[v] {
			seen[v] = true
			v.Type = plain(v.Type)
		}
	}
	for _, v := range info.Vars {
		fix(v)
	}
	for _, f := range info.FuncList {
		f.Result = plain(f.Result)
		f.Yield = plain(f.Yield)
		f.ValueType = plain(f.ValueType)
		for _, p := range f.Params {
			p.Type = plain(p.Type)
			fix(p.Var)
		}
	}
	for _, c := range info.ClassList {
		for _, f := range append(append([]*infer.Field{}, c.Fields...), c.ClassVars...) {
			f.Type = plain(f.Type)
		}
	}
}

// plain is t with its protocols replaced.
func plain(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.List:
		return &types.List{Elem: plain(t.Elem), Origin: t.Origin}
	case *types.Set:
		return &types.Set{Elem: plain(t.Elem), Frozen: t.Frozen, Origin: t.Origin}
	case *types.Dict:
		return &types.Dict{Key: plain(t.Key), Value: plain(t.Value), Origin: t.Origin}
	case *types.Tuple:
		return &types.Tuple{Elems: plainAll(t.Elems)}
	case *types.VarTuple:
		return &types.VarTuple{Elem: plain(t.Elem), Origin: t.Origin}
	case *types.Optional:
		if e := plain(t.Elem); e != types.Any {
			return &types.Optional{Elem: e}
		}
		return types.Any
	case *types.Lib:
		if protocolRole(t) != "" {
			return types.Any
		}
		if c, ok := t.Stub.(*stubs.Class); ok && c.Exception {
			return types.Error
		}
		if len(t.Args) == 0 {
			return t
		}
		out := *t
		out.Args = plainAll(t.Args)
		return &out
	case *types.Func:
		out := *t
		out.Params, out.Result = plainAll(t.Params), plain(t.Result)
		return &out
	case *types.Coro:
		return &types.Coro{Result: plain(t.Result)}
	case *types.Generator:
		return &types.Generator{Elem: plain(t.Elem), Origin: t.Origin}
	case *types.AsyncGenerator:
		return &types.AsyncGenerator{Elem: plain(t.Elem), Origin: t.Origin}
	}
	return t
}

func plainAll(ts []types.Type) []types.Type {
	out := make([]types.Type, len(ts))
	for i, t := range ts {
		out[i] = plain(t)
	}
	return out
}
