package bindgen

import (
	"go/types"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// unify compares annotations with Go types. What it cannot know (Self, type
// variables, classes without a Go type) fits everything.
type unify struct {
	sig     *stubs.Sig
	generic bool // the Go function has type parameters: any stands for them
}

// basicOf are the Go types of the plain builtins.
var basicOf = map[string]types.BasicKind{"int": types.Int, "float": types.Float64, "str": types.String, "bool": types.Bool, "complex": types.Complex128}

// containers are the generic types of package py by Python name.
var containers = map[string]string{"list": "List", "dict": "Dict", "set": "Set", "frozenset": "FrozenSet"}

func (u *unify) fits(e ast.Expr, got types.Type) bool {
	m := u.sig.Func.Module
	got = types.Unalias(got)
	if u.generic && isAny(got) {
		return true
	}
	switch e := e.(type) {
	case nil:
		return isAny(got)
	case *ast.Constant:
		if _, none := e.Value.(ast.None); none {
			return isAny(got)
		}
		return true
	case *ast.BinOp:
		return u.union(e, got)
	case *ast.Subscript:
		return u.subscript(m.LookupExpr(e.Value), e, got)
	case *ast.Name, *ast.Attribute:
		if n, ok := e.(*ast.Name); ok && m.IsTypeVar(n.Id) {
			return true
		}
		return u.symbol(m.LookupExpr(e), got)
	}
	return true
}

// boxes reports whether a result of type any may be used as it is.
func (u *unify) boxes(e ast.Expr, got types.Type) bool {
	if !u.widens(e) {
		return false
	}
	switch got := types.Unalias(got).Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Pointer:
		_, isStruct := got.Elem().Underlying().(*types.Struct)
		return isStruct
	case *types.Interface:
		return true
	}
	return false
}

// union checks X | None, which is a nil pointer or interface, and unions of
// other types, which are any.
func (u *unify) union(e *ast.BinOp, got types.Type) bool {
	left, right := e.Left, e.Right
	if isNone(left) {
		left, right = right, left
	}
	if isAny(got) {
		return u.widens(left) || !isNone(right)
	}
	if !isNone(right) {
		return false
	}
	if u.fits(left, got) {
		_, basic := got.(*types.Basic)
		return !basic
	}
	p, ok := got.(*types.Pointer)
	return ok && u.fits(left, p.Elem())
}

// widens reports whether a type is any in Go.
func (u *unify) widens(e ast.Expr) bool {
	if b, ok := e.(*ast.BinOp); ok {
		return !isNone(b.Left) || !isNone(b.Right)
	}
	return u.fits(e, types.Universe.Lookup("any").Type())
}

func isNone(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	_, none := c.Value.(ast.None)
	return none
}

func (u *unify) symbol(s stubs.Symbol, got types.Type) bool {
	c, ok := s.(*stubs.Class)
	if !ok {
		if v, ok := s.(*stubs.Var); ok && v.Role == "type:Any" {
			return isAny(got)
		}
		return true
	}
	if c.Module.Name == "builtins" {
		if kind, ok := basicOf[c.Name]; ok {
			b, ok := got.(*types.Basic)
			return ok && b.Kind() == kind
		}
		switch c.Name {
		case "object", "type":
			return isAny(got)
		case "bytes":
			pkg, name, ptr := named(got)
			return pkg == pyPath && name == "Bytes" && !ptr
		}
	}
	if c.Exception {
		return isError(got) || isAny(got)
	}
	if c.Protocol || c.Role != "" || c.Enum || len(c.TypeParams) > 0 {
		return true
	}
	pkg, name, _ := named(got)
	if pkg == pyPath && name == "Sequence" {
		return true
	}
	return pkg == c.Go.Pkg && name == c.Go.Name
}

func (u *unify) subscript(s stubs.Symbol, e *ast.Subscript, got types.Type) bool {
	args := []ast.Expr{e.Slice}
	if t, ok := e.Slice.(*ast.Tuple); ok {
		args = t.Elts
	}
	c, ok := s.(*stubs.Class)
	if !ok {
		return true
	}
	pkg, name, ptr := named(got)
	if pkg == pyPath && name == "Sequence" && c.Module.Name == "builtins" {
		return true // lists, tuples and ranges are sequences
	}
	if want, ok := containers[c.Name]; ok && c.Module.Name == "builtins" {
		if pkg != pyPath || name != want || !ptr {
			return false
		}
		for i, a := range args {
			if !u.fits(a, typeArg(got, i)) {
				return false
			}
		}
		return true
	}
	switch c.Role {
	case "type:Iterable", "type:Iterator":
		elem := seqElem(got)
		return elem != nil && u.fits(args[0], elem)
	case "type:Sequence", "type:MutableSequence":
		return pkg == pyPath && name == "Sequence" && u.fits(args[0], typeArg(got, 0))
	case "type:Awaitable":
		return pkg == asyncioPath && name == "Awaitable"
	case "type:Generator":
		return pkg == pyPath && name == "Generator" && u.fits(args[0], typeArg(got, 0))
	}
	return true
}
