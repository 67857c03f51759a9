package parser

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// targetKind is what an expression is to be used for.
type targetKind uint8

const (
	starTargets targetKind = iota
	forTargets
	delTargets
)

// invalidTarget returns the first part of e that cannot be assigned to (or
// deleted), nil if all can. With forTargets, it returns nil as well where e
// holds target and iterable.
func invalidTarget(e ast.Expr, kind targetKind) ast.Expr {
	switch e := e.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		return nil
	case *ast.List:
		return invalidElement(e.Elts, kind)
	case *ast.Tuple:
		return invalidElement(e.Elts, kind)
	case *ast.Starred:
		if kind == delTargets {
			return e
		}
		return invalidTarget(e.Value, kind)
	case *ast.Compare:
		// Without parentheses, `a in b` behind for is target and iterable.
		if kind == forTargets && e.Ops[0] == ast.In {
			return invalidTarget(e.Left, kind)
		}
		if kind == forTargets {
			return nil
		}
	}
	return e
}

func invalidElement(elts []ast.Expr, kind targetKind) ast.Expr {
	for _, e := range elts {
		if bad := invalidTarget(e, kind); bad != nil {
			return bad
		}
	}
	return nil
}

// setContext marks a valid target as assigned or deleted.
func setContext(e ast.Expr, ctx ast.ExprContext) {
	switch e := e.(type) {
	case *ast.Name:
		e.Ctx = ctx
	case *ast.Attribute:
		e.Ctx = ctx
	case *ast.Subscript:
		e.Ctx = ctx
	case *ast.Starred:
		e.Ctx = ctx
		setContext(e.Value, ctx)
	case *ast.List:
		e.Ctx = ctx
		for _, elt := range e.Elts {
			setContext(elt, ctx)
		}
	case *ast.Tuple:
		e.Ctx = ctx
		for _, elt := range e.Elts {
			setContext(elt, ctx)
		}
	default:
		panic(fmt.Sprintf("parser: unexpected target %T", e))
	}
}

// describe names the kind of e in messages.
func describe(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Attribute:
		return "attribute"
	case *ast.Subscript:
		return "subscript"
	case *ast.Starred:
		return "starred"
	case *ast.Name:
		return "name"
	case *ast.List:
		return "list"
	case *ast.Tuple:
		return "tuple"
	case *ast.Lambda:
		return "lambda"
	case *ast.Call:
		return "function call"
	case *ast.BoolOp, *ast.BinOp, *ast.UnaryOp:
		return "expression"
	case *ast.GeneratorExp:
		return "generator expression"
	case *ast.Yield, *ast.YieldFrom:
		return "yield expression"
	case *ast.Await:
		return "await expression"
	case *ast.ListComp:
		return "list comprehension"
	case *ast.SetComp:
		return "set comprehension"
	case *ast.DictComp:
		return "dict comprehension"
	case *ast.Dict:
		return "dict literal"
	case *ast.Set:
		return "set display"
	case *ast.JoinedStr, *ast.FormattedValue:
		return "f-string expression"
	case *ast.TemplateStr, *ast.Interpolation:
		return "t-string expression"
	case *ast.Constant:
		return describeValue(e.Value)
	case *ast.Compare:
		return "comparison"
	case *ast.IfExp:
		return "conditional expression"
	case *ast.NamedExpr:
		return "named expression"
	}
	panic(fmt.Sprintf("parser: unexpected expression %T", e))
}

func describeValue(v ast.Value) string {
	switch v := v.(type) {
	case ast.None:
		return "None"
	case ast.Bool:
		if v {
			return "True"
		}
		return "False"
	case ast.Ellipsis:
		return "ellipsis"
	}
	return "literal"
}
