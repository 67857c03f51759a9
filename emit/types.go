package emit

import (
	"math/big"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// constType is the type of an untyped constant: what := would make of it.
type constType struct {
	ir.Type
}

// typesOf returns the Go types of the values of e, nil where they are not
// known. Untyped constants have a constType.
func typesOf(e ir.Expr) []ir.Type {
	call, ok := e.(*ir.Call)
	if !ok {
		if t := typeOf(e); t != nil {
			return []ir.Type{t}
		}
		return nil
	}
	if call.Types != nil {
		return call.Types
	}
	switch f := call.Fun.(type) {
	case *ir.FuncRef:
		return varTypes(f.Func.Results)
	case *ir.MethodRef:
		return varTypes(f.Func.Results)
	case *ir.FuncLit:
		return varTypes(f.Results)
	case *ir.TypeRef:
		return []ir.Type{f.Type}
	case *ir.PkgRef:
		if f.Pkg != "" {
			break
		}
		switch f.Name {
		case "len", "cap", "copy":
			return []ir.Type{ir.Int}
		case "append":
			if len(call.Args) > 0 {
				return typesOf(call.Args[0])
			}
		case "make":
			if t, ok := call.Args[0].(*ir.TypeRef); ok {
				return []ir.Type{t.Type}
			}
		case "new":
			if t, ok := call.Args[0].(*ir.TypeRef); ok {
				return []ir.Type{&ir.Pointer{Elem: t.Type}}
			}
		}
	default:
		if t, ok := typeOf(f).(*ir.FuncType); ok {
			return t.Results
		}
	}
	return nil
}

func varTypes(vs []*ir.Var) []ir.Type {
	out := make([]ir.Type, len(vs))
	for i, v := range vs {
		out[i] = v.Type
	}
	return out
}

func funcType(params, results []*ir.Var, variadic bool) *ir.FuncType {
	return &ir.FuncType{Params: varTypes(params), Results: varTypes(results), Variadic: variadic}
}

// typeOf returns the Go type of a single-valued expression, nil where it is
// not known or e is nil.
func typeOf(e ir.Expr) ir.Type {
	switch e := e.(type) {
	case *ir.Lit:
		switch e.Value.(type) {
		case int, int64, *big.Int:
			return constType{ir.Int}
		case float64:
			if needsMath(e) {
				return ir.Float64
			}
			return constType{ir.Float64}
		case string:
			return constType{ir.String}
		case bool:
			return constType{ir.Bool}
		}
	case *ir.Use:
		return e.Var.Type
	case *ir.FuncRef:
		return funcType(e.Func.Params, e.Func.Results, e.Func.Variadic)
	case *ir.MethodRef:
		return funcType(e.Func.Params, e.Func.Results, e.Func.Variadic)
	case *ir.FuncLit:
		return funcType(e.Params, e.Results, e.Variadic)
	case *ir.PkgRef:
		return e.Type
	case *ir.Select:
		return e.Type
	case *ir.FieldRef:
		return e.Field.Type
	case *ir.Call:
		if ts := typesOf(e); len(ts) == 1 {
			return ts[0]
		}
	case *ir.Binary:
		return binaryType(e)
	case *ir.Unary:
		t := typeOf(e.X)
		switch e.Op {
		case "*":
			if p, ok := t.(*ir.Pointer); ok {
				return p.Elem
			}
			return nil
		case "&":
			if t == nil {
				return nil
			}
			return &ir.Pointer{Elem: t}
		}
		return t
	case *ir.Index:
		if e.Type != nil {
			return e.Type
		}
		switch t := typeOf(e.X).(type) {
		case *ir.Slice:
			return t.Elem
		case *ir.Map:
			return t.Elem
		}
	case *ir.SliceExpr:
		if t := typeOf(e.X); t != nil {
			if c, ok := t.(constType); ok {
				return c.Type
			}
			return t
		}
	case *ir.TypeAssert:
		return e.Type
	case *ir.Convert:
		return e.Type
	case *ir.Composite:
		if e.Addr {
			return &ir.Pointer{Elem: e.Type}
		}
		return e.Type
	}
	return nil
}

func binaryType(e *ir.Binary) ir.Type {
	switch e.Op {
	case "==", "!=", "<", "<=", ">", ">=":
		return constType{ir.Bool}
	case "<<", ">>":
		return typeOf(e.X)
	}
	x := typeOf(e.X)
	if _, ok := x.(constType); !ok {
		return x
	}
	y := typeOf(e.Y)
	if c, ok := y.(constType); ok && x.(constType).Type == ir.Float64 && c.Type == ir.Int {
		return x
	}
	return y
}

// identical reports whether two Go types are the same.
func identical(x, y ir.Type) bool {
	switch x := x.(type) {
	case *ir.Builtin:
		y, ok := y.(*ir.Builtin)
		return ok && x.Name == y.Name
	case *ir.Named:
		y, ok := y.(*ir.Named)
		return ok && x.Decl == y.Decl && x.Pkg == y.Pkg && (x.Decl != nil || x.Name == y.Name) && allIdentical(x.Args, y.Args)
	case *ir.Pointer:
		y, ok := y.(*ir.Pointer)
		return ok && identical(x.Elem, y.Elem)
	case *ir.Slice:
		y, ok := y.(*ir.Slice)
		return ok && identical(x.Elem, y.Elem)
	case *ir.Map:
		y, ok := y.(*ir.Map)
		return ok && identical(x.Key, y.Key) && identical(x.Elem, y.Elem)
	case *ir.FuncType:
		y, ok := y.(*ir.FuncType)
		return ok && x.Variadic == y.Variadic && allIdentical(x.Params, y.Params) && allIdentical(x.Results, y.Results)
	}
	return false
}

func allIdentical(xs, ys []ir.Type) bool {
	if len(xs) != len(ys) {
		return false
	}
	for i := range xs {
		if !identical(xs[i], ys[i]) {
			return false
		}
	}
	return true
}

// isInterface reports whether t is known to be an interface that values of
// other types are assigned to: any, or an interface of the program. An error
// is not among them: calls whose type is not told return error itself.
func isInterface(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.Builtin:
		return t.Name == "any"
	case *ir.Named:
		return t.Decl != nil && t.Decl.Iface != nil
	}
	return false
}

// defines reports whether `v := e` gives v its own type, where t is the type
// of e or nil when it is not known.
func defines(v *ir.Var, e ir.Expr, t ir.Type) bool {
	if _, isNil := e.(*ir.Nil); isNil {
		return false
	}
	if v.Type == nil {
		return true
	}
	if c, ok := t.(constType); ok {
		t = c.Type
	}
	if t != nil {
		return identical(v.Type, t)
	}
	return !isInterface(v.Type)
}

// definesAll reports whether the := form of an assignment gives each of its
// variables that is in fresh its own type.
func definesAll(st *ir.Assign, fresh func(*ir.Var) bool) bool {
	all := true
	eachDefined(st, func(v *ir.Var, fits bool) {
		all = all && (fits || !fresh(v))
	})
	return all
}

// eachDefined calls f for each variable that st assigns as a whole, and tells
// whether := would give it its own type.
func eachDefined(st *ir.Assign, f func(v *ir.Var, fits bool)) {
	var types []ir.Type
	if len(st.Rhs) == 1 && len(st.Lhs) > 1 {
		types = commaOK(st.Rhs[0])
		if types == nil {
			types = typesOf(st.Rhs[0])
		}
	}
	for i, l := range st.Lhs {
		v := assigned(l)
		if v == nil {
			continue
		}
		var e ir.Expr
		var t ir.Type
		switch {
		case len(st.Rhs) == len(st.Lhs):
			e = st.Rhs[i]
			t = typeOf(e)
		case i < len(types):
			t = types[i]
		}
		f(v, defines(v, e, t))
	}
}

// commaOK returns the types of the two-valued form of a type assertion or map
// index, nil for other expressions.
func commaOK(e ir.Expr) []ir.Type {
	switch e.(type) {
	case *ir.TypeAssert, *ir.Index:
		return []ir.Type{typeOf(e), ir.Bool}
	}
	return nil
}
