package lower

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// A set display of constants is a frozenset that CPython's compiler makes, and
// makes again of its own items when it merges equal constants, and once more
// when it replaces strings by interned ones. Each time the items may come in
// another order, which the program can see.

//go:embed interned.txt
var internedNames string

// interned are the strings that CPython 3.13 has interned before it compiles a
// program: the names of builtins and of the modules that start with it.
var interned = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq(internedNames) {
		m[name] = true
	}
	return m
})

// setLiteral is the runtime function that makes a set display of constants.
// The display of a loop is the frozenset itself, others are copies of it.
func (b *body) setLiteral(elts []ast.Expr, loop bool) string {
	name := "SetLit"
	if loop {
		name = "FrozenLit"
	}
	for _, e := range elts {
		c, ok := e.(*ast.Constant)
		if !ok {
			continue
		}
		if s, ok := c.Value.(ast.Str); ok && len(s) > 1 && (interned()[string(s)] || b.l.identifier(string(s))) {
			return name + "Interned"
		}
	}
	return name
}

// identifier reports whether the source has s as a name: the parser interns
// those.
func (l *lowerer) identifier(s string) bool {
	if l.identifiers == nil {
		l.identifiers = map[string]bool{}
		ast.Walk(l.info.Module, func(n ast.Node) bool {
			for _, name := range namesIn(n) {
				l.identifiers[name] = true
			}
			return true
		})
	}
	return l.identifiers[s]
}

// namesIn are the identifiers that a node itself holds.
func namesIn(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.Name:
		return []string{n.Id}
	case *ast.Attribute:
		return []string{n.Attr}
	case *ast.Arg:
		return []string{n.Arg}
	case *ast.Keyword:
		return []string{n.Arg}
	case *ast.FunctionDef:
		return []string{n.Name}
	case *ast.AsyncFunctionDef:
		return []string{n.Name}
	case *ast.ClassDef:
		return []string{n.Name}
	case *ast.ExceptHandler:
		return []string{n.Name}
	case *ast.Alias:
		return append(strings.Split(n.Name, "."), n.Name, n.Asname)
	case *ast.ImportFrom:
		return append(strings.Split(n.Module, "."), n.Module)
	case *ast.Global:
		return n.Names
	case *ast.Nonlocal:
		return n.Names
	case *ast.MatchAs:
		return []string{n.Name}
	case *ast.MatchStar:
		return []string{n.Name}
	case *ast.MatchMapping:
		return []string{n.Rest}
	case *ast.MatchClass:
		return n.KwdAttrs
	}
	return nil
}

// allConstant reports whether CPython's compiler computes all the elements.
func allConstant(elts []ast.Expr) bool {
	for _, e := range elts {
		switch e := e.(type) {
		case *ast.Constant:
		case *ast.UnaryOp:
			if e.Op == ast.Not || !allConstant([]ast.Expr{e.Operand}) {
				return false
			}
		case *ast.BinOp:
			if !foldsNumbers(e) {
				return false
			}
		case *ast.Tuple:
			if !allConstant(e.Elts) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// foldsNumbers reports whether CPython's compiler replaces an operation by its
// result: of numbers, and not one of a kind that grows large.
func foldsNumbers(e *ast.BinOp) bool {
	number := func(x ast.Expr) bool {
		switch x := x.(type) {
		case *ast.Constant:
			switch x.Value.(type) {
			case ast.Int, ast.BigInt, ast.Float, ast.Complex, ast.Bool:
				return true
			}
		case *ast.UnaryOp:
			return x.Op != ast.Not && allConstant([]ast.Expr{x.Operand})
		case *ast.BinOp:
			return foldsNumbers(x)
		}
		return false
	}
	if !number(e.Left) || !number(e.Right) {
		return false
	}
	switch e.Op {
	case ast.Add, ast.Sub, ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor:
		return true
	case ast.Pow:
		base, ok := e.Left.(*ast.Constant)
		exp, ok2 := e.Right.(*ast.Constant)
		if !ok || !ok2 {
			return false
		}
		b, isInt := base.Value.(ast.Int)
		n, isInt2 := exp.Value.(ast.Int)
		return isInt && isInt2 && n >= 0 && bits.Len64(uint64(b))*int(n) <= maxFoldedBits
	}
	return false
}

// maxFoldedBits bounds the powers that CPython's compiler evaluates.
const maxFoldedBits = 128
