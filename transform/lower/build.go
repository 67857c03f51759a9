package lower

import (
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Import paths of the runtime that the language itself needs. Libraries are
// reached through their stubs alone.
const (
	runtimePath = "github.com/py2go-async/py2go-async/runtime/"
	pyPath      = runtimePath + "py"
	aioPath     = runtimePath + "asyncio"
)

func pyRef(name string, args ...ir.Type) *ir.PkgRef {
	return &ir.PkgRef{Pkg: pyPath, Name: name, Args: args}
}

func aioRef(name string, args ...ir.Type) *ir.PkgRef {
	return &ir.PkgRef{Pkg: aioPath, Name: name, Args: args}
}

func call(fun ir.Expr, args ...ir.Expr) *ir.Call { return &ir.Call{Fun: fun, Args: args} }

func pyCall(name string, args ...ir.Expr) *ir.Call { return call(pyRef(name), args...) }

func aioCall(name string, args ...ir.Expr) *ir.Call { return call(aioRef(name), args...) }

// method is `x.name(args...)` with a fixed Go name.
func method(x ir.Expr, name string, args ...ir.Expr) *ir.Call {
	return call(&ir.Select{X: x, Name: name}, args...)
}

func use(v *ir.Var) *ir.Use { return &ir.Use{Var: v} }

func str(s string) *ir.Lit { return &ir.Lit{Value: s} }

func intLit(n int64) *ir.Lit { return &ir.Lit{Value: n} }

func boolLit(b bool) *ir.Lit { return &ir.Lit{Value: b} }

func not(x ir.Expr) ir.Expr {
	switch x := x.(type) {
	case *ir.Unary:
		if x.Op == "!" {
			return x.X
		}
	case *ir.Lit:
		if v, ok := x.Value.(bool); ok {
			return boolLit(!v)
		}
	}
	return &ir.Unary{Op: "!", X: x}
}

func binary(op string, x, y ir.Expr) *ir.Binary { return &ir.Binary{Op: op, X: x, Y: y} }

func assign(lhs, rhs ir.Expr) *ir.Assign {
	return &ir.Assign{Lhs: []ir.Expr{lhs}, Rhs: []ir.Expr{rhs}}
}

func assign2(a, b, rhs ir.Expr) *ir.Assign {
	return &ir.Assign{Lhs: []ir.Expr{a, b}, Rhs: []ir.Expr{rhs}}
}

// notNil is `x != nil`.
func notNil(x ir.Expr) ir.Expr { return binary("!=", x, &ir.Nil{}) }

func pyNamed(name string, args ...ir.Type) *ir.Named {
	return &ir.Named{Pkg: pyPath, Name: name, Args: args}
}

func ptr(t ir.Type) *ir.Pointer { return &ir.Pointer{Elem: t} }

// nilable reports whether the Go representation of t has a nil of its own, so
// that T | None needs no pointer.
func nilable(t types.Type) bool {
	switch t := t.(type) {
	case types.Basic:
		return t == types.Any || t == types.None || t == types.BigInt || t == types.Error
	case *types.Tuple:
		return false
	}
	return true
}

// zero is the zero value of t in Go.
func (l *lowerer) zero(t types.Type) ir.Expr {
	switch t := t.(type) {
	case types.Basic:
		switch t {
		case types.Bool:
			return boolLit(false)
		case types.Int:
			return intLit(0)
		case types.Float:
			return intLit(0)
		case types.Complex:
			return intLit(0)
		case types.Str, types.Bytes:
			return str("")
		}
	case *types.Tuple:
		return &ir.Composite{Type: l.goType(t)}
	}
	return &ir.Nil{}
}
