package lower

import (
	"slices"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// cond lowers an expression whose truth alone is wanted to a Go bool.
func (b *body) cond(e ast.Expr) ir.Expr {
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			return not(b.cond(e.Operand))
		}
	case *ast.BoolOp:
		return b.condChain(e.Op, e.Values)
	case *ast.Compare:
		return b.compareBool(e).x
	}
	return b.truth(b.expr(e))
}

// condChain lowers the operands of and/or as Go's && and ||, as long as the
// later ones need no statements before them.
func (b *body) condChain(op ast.BoolOperator, values []ast.Expr) ir.Expr {
	first := b.cond(values[0])
	if len(values) == 1 {
		return first
	}
	var rest ir.Expr
	pre := b.block(func() { rest = b.condChain(op, values[1:]) })
	goOp := "&&"
	if op == ast.Or {
		goOp = "||"
	}
	if len(pre) == 0 {
		return binary(goOp, first, rest)
	}
	// `a and b` where b needs statements: ok := a; if ok { ...; ok = b }
	ok := b.tempOf("ok", ir.Bool)
	b.add(assign(use(ok), first))
	test := ir.Expr(use(ok))
	if op == ast.Or {
		test = not(test)
	}
	b.add(&ir.If{Cond: test, Then: append(pre, assign(use(ok), rest))})
	return use(ok)
}

// truth is Python's truth of a value.
func (b *body) truth(v val) ir.Expr {
	switch t := v.t.(type) {
	case types.Basic:
		switch t {
		case types.Bool:
			return v.x
		case types.Int, types.Float:
			return binary("!=", v.x, intLit(0))
		case types.Complex:
			return binary("!=", v.x, intLit(0))
		case types.Str, types.Bytes:
			return binary("!=", v.x, str(""))
		case types.BigInt:
			return binary("!=", method(v.x, "Sign"), intLit(0))
		case types.None:
			b.effect(v)
			return boolLit(false)
		case types.Error:
			return notNil(v.x)
		}
		return pyCall("Truth", v.x)
	case *types.List, *types.Set, *types.Dict, *types.VarTuple:
		return binary(">", method(v.x, "Len"), intLit(0))
	case *types.Tuple:
		b.effect(v)
		return boolLit(true)
	case *types.Optional:
		return b.optionalTruth(v, t)
	case *types.Func, *types.Coro, *types.Generator, *types.AsyncGenerator:
		return notNil(v.x)
	case *types.Instance:
		c := t.Class.(*infer.Class)
		if isOpen(c) && (mayDefine(c, "__bool__") || mayDefine(c, "__len__")) {
			return pyCall("Truth", b.box(v).x)
		}
		if m := c.FindMethod("__bool__"); m != nil {
			return method(v.x, "Truth")
		}
		if m := c.FindMethod("__len__"); m != nil {
			return binary(">", method(v.x, "Len"), intLit(0))
		}
		if d := b.data(v); d.t != v.t {
			return b.truth(d)
		}
		if e := enumOf(t); e != nil && e.Enum.Flag {
			return binary("!=", &ir.Select{X: v.x, Name: "Value", Type: ir.Int}, intLit(0))
		}
		return notNil(v.x)
	case *types.Lib:
		if x, ok := b.stubDunder(v, "__bool__"); ok && x.t == types.Bool {
			return x.x
		}
		if n, ok := b.stubDunder(v, "__len__"); ok && n.t == types.Int {
			return binary(">", n.x, intLit(0))
		}
	}
	return pyCall("Truth", b.look(v).x)
}

func (b *body) optionalTruth(v val, t *types.Optional) ir.Expr {
	v = b.spill(v, "value")
	inner := b.truth(b.deref(v, t))
	if b.alwaysTrue(t.Elem) {
		return notNil(v.x)
	}
	return binary("&&", notNil(v.x), inner)
}

// alwaysTrue reports whether no value of the type is false in Python.
func (b *body) alwaysTrue(t types.Type) bool {
	switch t := t.(type) {
	case types.Basic:
		return t == types.Error
	case *types.Func, *types.Coro, *types.Generator, *types.AsyncGenerator, *types.Tuple:
		return true
	case *types.Instance:
		c := t.Class.(*infer.Class)
		if e := enumOf(t); e != nil && (e.Enum.Data != nil || e.Enum.Flag) {
			return false
		}
		return !mayDefine(c, "__bool__") && !mayDefine(c, "__len__")
	case *types.Lib:
		c, ok := t.Stub.(*stubs.Class)
		return ok && !c.Protocol && c.Role == "" && !b.libMayDefine(c, "__bool__") && !b.libMayDefine(c, "__len__")
	}
	return false
}

// libMayDefine reports whether a library class, one of its bases, or a class
// of the program that derives from it defines a method of that name.
func (b *body) libMayDefine(c *stubs.Class, name string) bool {
	if m, _ := c.Member(name); m != nil {
		return true
	}
	return slices.ContainsFunc(b.l.info.ClassList, func(k *infer.Class) bool {
		return k.FindMethod(name) != nil && k.DerivesFrom(c)
	})
}
