package lower

import (
	"fmt"
	"slices"

	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// convert gives v the representation t: boxing into any, unboxing with a
// check, wrapping an optional, int to float for a library's parameter.
func (b *body) convert(v val, t types.Type) val {
	if types.Identical(v.t, t) {
		return v
	}
	switch {
	case t == types.None:
		b.effect(v)
		return lit(&ir.Nil{}, types.None)
	case v.t == types.Never:
		return val{v.x, t, v.o}
	case t == types.Any:
		return b.box(v)
	}
	if opt, ok := t.(*types.Optional); ok {
		return b.toOptional(v, opt)
	}
	if from, ok := v.t.(*types.Optional); ok {
		return b.convert(b.deref(v, from), t)
	}
	switch from := v.t.(type) {
	case types.Basic:
		switch from {
		case types.None:
			return lit(b.l.zero(t), t)
		case types.Any:
			return b.unbox(v, t)
		case types.Error:
			return val{&ir.TypeAssert{X: v.x, Type: b.l.goType(t)}, t, v.o}
		case types.Int:
			switch t {
			case types.Float:
				return b.intToFloat(v)
			case types.BigInt:
				return val{pyCall("BigInt", v.x), t, v.o}
			case types.Complex:
				return val{call(&ir.PkgRef{Name: "complex"}, b.intToFloat(v).x, intLit(0)), t, v.o}
			}
		case types.Bool:
			switch t {
			case types.Int:
				return val{pyCall("IntFromBool", v.x), t, v.o}
			case types.Float:
				return b.intToFloat(val{pyCall("IntFromBool", v.x), types.Int, v.o})
			}
		case types.Float:
			if t == types.Complex {
				return val{call(&ir.PkgRef{Name: "complex"}, v.x, intLit(0)), t, v.o}
			}
		case types.BigInt:
			switch t {
			case types.Int:
				return val{pyCall("IntFromBig", v.x), t, v.o}
			case types.Float:
				return val{pyCall("FloatFromBig", v.x), t, v.o}
			}
		}
	case *types.Tuple:
		return b.convertTuple(v, from, t)
	case *types.Instance:
		if to, ok := t.(*types.Instance); ok {
			return b.convertInstance(v, from.Class.(*infer.Class), to.Class.(*infer.Class), t)
		}
		if t == types.Error {
			return val{v.x, t, v.o}
		}
		if d := b.data(v); d.t != v.t {
			return b.convert(d, t)
		}
	case *types.Lib:
		if t == types.Error {
			return val{v.x, t, v.o}
		}
	case *types.Coro:
		if to, ok := t.(*types.Coro); ok && (to.Result == types.Any || to.Result == types.None) {
			if from.Result == types.Any || from.Result == types.None {
				return val{v.x, t, v.o}
			}
			return val{aioCall("AnyCoro", v.x), t, v.o}
		}
	}
	// Two representations without a direct way meet through any, which checks.
	return b.unbox(b.box(v), t)
}

func (b *body) intToFloat(v val) val {
	if l, ok := v.x.(*ir.Lit); ok {
		if n, ok := l.Value.(int64); ok && n > -1<<53 && n < 1<<53 {
			return val{&ir.Lit{Value: float64(n)}, types.Float, v.o}
		}
	}
	return val{&ir.Convert{Type: ir.Float64, X: v.x}, types.Float, v.o}
}

// box makes v an any, keeping the rules of what an any may hold.
func (b *body) box(v val) val {
	if orig, ok := b.l.unboxed[v.x]; ok {
		return orig
	}
	b.l.mixes(v.t)
	b.hinted(v) // as an any, nobody could tell its Go type
	out := func(x ir.Expr) val { return val{x, types.Any, v.o} }
	switch t := v.t.(type) {
	case types.Basic:
		switch t {
		case types.None:
			b.effect(v)
			return lit(&ir.Nil{}, types.Any)
		case types.BigInt:
			return out(pyCall("NormBig", v.x))
		case types.Error:
			return out(pyCall("BoxError", v.x))
		}
		return out(v.x)
	case *types.Instance:
		if c := recordOf(t); c != nil {
			for _, f := range c.Fields {
				b.l.mixes(f.Type)
			}
		}
		if standsFor(t) {
			return out(method(v.x, "Boxed"))
		}
	case *types.Tuple:
		for _, e := range t.Elems {
			if _, ok := e.(*types.Func); ok {
				// Go funcs are made Python objects one by one.
				return b.convertTuple(v, t, &types.VarTuple{Elem: types.Any})
			}
		}
		return out(method(v.x, "Boxed"))
	case *types.Optional:
		if _, ok := t.Elem.(*types.Tuple); ok {
			return out(pyCall("BoxTuplePtr", v.x))
		}
		if standsFor(t.Elem) {
			return out(pyCall("Box", v.x))
		}
		if nilable(t.Elem) {
			return out(pyCall("BoxPtr", v.x))
		}
		return out(pyCall("BoxOptional", v.x))
	case *types.Func:
		return out(b.boxFunc(v, t))
	case *types.Lib:
		if _, ok := isSeq(t); ok {
			if class := b.l.iterators[v.x]; class != "" {
				return out(pyCall("NamedIter", str(class), v.x))
			}
			return out(pyCall("IterOf", v.x))
		}
	}
	return out(v.x)
}

// unbox takes a value of representation t out of an any, with a check.
func (b *body) unbox(v val, t types.Type) val {
	b.l.mixes(t)
	out := func(x ir.Expr) val { return val{x, t, max(v.o, reads)} }
	switch t := t.(type) {
	case types.Basic:
		switch t {
		case types.Any:
			return v
		case types.Bool:
			return out(pyCall("AsBool", v.x))
		case types.Int:
			return out(pyCall("AsInt", v.x))
		case types.BigInt:
			return out(pyCall("AsBig", v.x))
		case types.Float:
			return out(pyCall("AsFloat", v.x))
		case types.Str:
			return out(pyCall("AsString", v.x))
		case types.Bytes:
			return out(pyCall("AsBytes", v.x))
		case types.Error:
			return out(pyCall("AsError", v.x))
		}
	case *types.Coro:
		if t.Result == types.Any || t.Result == types.None {
			return out(aioCall("CoroOf", v.x))
		}
		return out(call(aioRef("CoroAs", b.l.goType(t.Result)), v.x))
	case *types.VarTuple:
		if t.Elem != types.Any {
			return out(call(pyRef("TupleAs", b.l.goType(t.Elem)), v.x))
		}
	case *types.Func:
		return out(b.unboxFunc(v, t))
	case *types.Optional:
		if !nilable(t.Elem) {
			return out(call(pyRef("AsOptional", b.l.goType(t.Elem)), v.x))
		}
	}
	return out(call(pyRef("As", b.l.goType(t)), v.x))
}

// toOptional makes v a T | None.
func (b *body) toOptional(v val, t *types.Optional) val {
	if v.t == types.None {
		b.effect(v)
		return lit(&ir.Nil{}, t)
	}
	if from, ok := v.t.(*types.Optional); ok {
		if isIface(t) && !isIface(from) && from.Elem != types.Any {
			// A nil pointer in an interface would not be nil.
			return val{call(pyRef("Upcast", b.l.goType(t.Elem)), v.x), t, max(v.o, reads)}
		}
		if isIface(from) && !isIface(t) && t.Elem != types.Any {
			return b.unbox(b.box(v), t)
		}
		if nilable(from.Elem) && nilable(t.Elem) {
			return val{v.x, t, v.o}
		}
		return b.unbox(b.box(v), t)
	}
	if v.t == types.Any {
		return b.unbox(v, t)
	}
	v = b.convert(v, t.Elem)
	if nilable(t.Elem) {
		return val{v.x, t, v.o}
	}
	// new(expr) is Go's pointer to a fresh copy of the value.
	x := v.x
	if untyped(x, t.Elem) {
		x = &ir.Convert{Type: b.l.goType(t.Elem), X: x}
	}
	return val{call(&ir.PkgRef{Name: "new"}, x), t, max(v.o, reads)}
}

// untyped reports whether x is a literal whose Go type would not be that of a
// value of type t: the float 2.0 is written as an int.
func untyped(x ir.Expr, t types.Type) bool {
	l, ok := x.(*ir.Lit)
	if !ok {
		return false
	}
	switch l.Value.(type) {
	case string:
		return t != types.Str
	case bool:
		return t != types.Bool
	case int64:
		return t != types.Int
	}
	return true
}

// deref takes the value out of a T | None that is known, or must be checked,
// not to be None.
func (b *body) deref(v val, t *types.Optional) val {
	if nilable(t.Elem) {
		return val{v.x, t.Elem, v.o}
	}
	return val{&ir.Unary{Op: "*", X: v.x}, t.Elem, max(v.o, reads)}
}

func (b *body) convertTuple(v val, from *types.Tuple, t types.Type) val {
	switch to := t.(type) {
	case *types.Tuple:
		if len(to.Elems) != len(from.Elems) {
			break
		}
		return b.makeTuple(b.convertParts(v, from, to.Elems), to)
	case *types.VarTuple:
		elems := slices.Repeat([]types.Type{to.Elem}, len(from.Elems))
		return val{call(pyRef("NewTuple", b.l.goType(to.Elem)), exprs(b.convertParts(v, from, elems))...), to, stable}
	}
	return b.unbox(b.box(v), t)
}

// convertParts gives the elements of a tuple other types.
func (b *body) convertParts(v val, from *types.Tuple, to []types.Type) []val {
	parts := tupleArgs(v.x, len(from.Elems))
	if parts == nil {
		v = b.spill(v, "tuple")
		for i := range from.Elems {
			parts = append(parts, &ir.Select{X: v.x, Name: fmt.Sprintf("V%d", i)})
		}
		v.o = stable
	}
	fs := make([]func() val, len(parts))
	for i, x := range parts {
		fs[i] = func() val { return b.convert(val{x, from.Elems[i], v.o}, to[i]) }
	}
	return b.sequence(fs...)
}

// tupleArgs are the elements of a tuple of n that x makes on the spot.
func tupleArgs(x ir.Expr, n int) []ir.Expr {
	c, ok := x.(*ir.Call)
	if !ok {
		return nil
	}
	if f, ok := c.Fun.(*ir.PkgRef); ok && f.Pkg == pyPath && f.Name == fmt.Sprintf("NewTuple%d", n) && len(c.Args) == n {
		return slices.Clone(c.Args)
	}
	return nil
}

// convertInstance goes from a class to one of its bases, or takes a base's value
// as the subclass that a test has shown it to be.
func (b *body) convertInstance(v val, from, to *infer.Class, t types.Type) val {
	if from.IsSubclass(to) {
		if b.isStructSelf(v) {
			return val{&ir.Convert{Type: b.l.goType(t), X: v.x}, t, v.o}
		}
		return val{v.x, t, v.o}
	}
	if to.IsSubclass(from) {
		return val{&ir.TypeAssert{X: v.x, Type: b.l.goType(t)}, t, max(v.o, reads)}
	}
	return b.unbox(b.box(v), t)
}

// convertFresh gives a new object the representation t; a container is copied
// into one of other element types.
func (b *body) convertFresh(v val, t types.Type) val {
	if types.Identical(v.t, t) {
		return v
	}
	out := func(x ir.Expr) val { return val{x, t, acts} }
	typed := v.t != types.Any
	switch t := t.(type) {
	case *types.List:
		if typed || t.Elem != types.Any {
			return out(call(pyRef("ListAs", b.l.goType(t.Elem)), v.x))
		}
	case *types.Set:
		if typed || t.Elem != types.Any {
			name := "SetAs"
			if t.Frozen {
				name = "FrozenSetAs"
			}
			return out(call(pyRef(name, b.l.goType(t.Elem)), v.x))
		}
	case *types.Dict:
		if typed || t.Key != types.Any || t.Value != types.Any {
			return out(call(pyRef("DictAs", b.l.goType(t.Key), b.l.goType(t.Value)), v.x))
		}
	}
	if !typed && !heldByAny(t) {
		return v
	}
	return b.convert(v, t)
}
