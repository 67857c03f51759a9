package check

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

func (c *checker) function(n ast.Stmt, kind scopeKind, name string, args *ast.Arguments, body []ast.Stmt,
	decorators []ast.Expr, returns ast.Expr, params []ast.TypeParam) {
	c.forbidden(n, name)
	c.note(name, local)
	c.exprs(args.Defaults)
	c.exprs(args.KwDefaults)
	c.exprs(decorators)
	c.generic(params, func() {
		eachArg(args, func(a *ast.Arg) { c.argAnnotation(args, a) })
		c.annotation(returns)
		s := c.enter(kind)
		if kind == asyncScope {
			s.depth = 1 // the body of a coroutine is in a block of its own
		}
		c.params(args)
		c.block(body)
		c.leave()
		c.checkGeneratorDepth(s)
		if kind == asyncScope && s.yields {
			for _, r := range s.returns {
				c.errorf(r, diag.NotInThisScope, "'return' with value in async generator")
			}
		}
	})
}

// argAnnotation handles the annotation of a parameter; that of *args may be
// starred.
func (c *checker) argAnnotation(args *ast.Arguments, a *ast.Arg) {
	if s, ok := a.Annotation.(*ast.Starred); ok && a == args.Vararg {
		c.annotation(s.Value)
		return
	}
	c.annotation(a.Annotation)
}

func eachArg(a *ast.Arguments, f func(*ast.Arg)) {
	for _, p := range a.Posonlyargs {
		f(p)
	}
	for _, p := range a.Args {
		f(p)
	}
	if a.Vararg != nil {
		f(a.Vararg)
	}
	for _, p := range a.Kwonlyargs {
		f(p)
	}
	if a.Kwarg != nil {
		f(a.Kwarg)
	}
}

// params binds the parameters of the current scope, *args and **kwargs last,
// as CPython does.
func (c *checker) params(args *ast.Arguments) {
	var list []*ast.Arg
	list = append(list, args.Posonlyargs...)
	list = append(list, args.Args...)
	list = append(list, args.Kwonlyargs...)
	if args.Vararg != nil {
		list = append(list, args.Vararg)
	}
	if args.Kwarg != nil {
		list = append(list, args.Kwarg)
	}
	for _, a := range list {
		if c.flags(a.Arg)&param != 0 {
			c.errorf(a, diag.DuplicateName, "duplicate argument '%s' in function definition", a.Arg)
		}
		c.forbidden(a, a.Arg)
		c.note(a.Arg, param)
	}
}

func (c *checker) class(n *ast.ClassDef) {
	c.forbidden(n, n.Name)
	c.note(n.Name, local)
	c.exprs(n.DecoratorList)
	c.generic(n.TypeParams, func() {
		c.arguments(n.Bases, n.Keywords)
		c.enter(classScope).class = n.Name
		c.block(n.Body)
		c.leave()
	})
}

func (c *checker) typeAlias(n *ast.TypeAlias) {
	c.target(n.Name)
	c.generic(n.TypeParams, func() {
		c.enter(aliasScope).place = "a type alias"
		c.expr(n.Value)
		c.leave()
	})
}

// generic runs body in the scope of the type parameters, if there are any.
func (c *checker) generic(params []ast.TypeParam, body func()) {
	if len(params) == 0 {
		body()
		return
	}
	c.enter(genericScope).place = "the definition of a generic"
	var defaulted bool
	for _, p := range params {
		defaulted = c.typeParam(p, defaulted)
	}
	body()
	c.leave()
}

// typeParam handles one type parameter and reports whether it has a default,
// or one before it had.
func (c *checker) typeParam(p ast.TypeParam, defaulted bool) bool {
	var name, kind string
	var bound, value ast.Expr
	switch p := p.(type) {
	case *ast.TypeVar:
		name, kind, bound, value = p.Name, "a TypeVar", p.Bound, p.DefaultValue
	case *ast.ParamSpec:
		name, kind, value = p.Name, "a ParamSpec", p.DefaultValue
	case *ast.TypeVarTuple:
		name, kind, value = p.Name, "a TypeVarTuple", p.DefaultValue
	default:
		panic(fmt.Sprintf("check: unexpected type parameter %T", p))
	}
	if c.flags(name)&typeParam != 0 {
		c.errorf(p, diag.DuplicateName, "duplicate type parameter '%s'", name)
	}
	c.forbidden(p, name)
	c.note(name, typeParam|local)
	if bound != nil {
		place := kind + " bound"
		if _, ok := bound.(*ast.Tuple); ok {
			place = kind + " constraint"
		}
		c.lazily(place, bound)
	}
	if value != nil {
		c.lazily(kind+" default", value)
		return true
	}
	if defaulted {
		c.errorf(p, diag.BadTypeParam, "non-default type parameter '%s' follows default type parameter", name)
	}
	return defaulted
}

// lazily handles an expression that is evaluated when it is asked for.
func (c *checker) lazily(place string, e ast.Expr) {
	c.enter(typeVarScope).place = place
	if s, ok := e.(*ast.Starred); ok {
		e = s.Value // the default of a TypeVarTuple
	}
	c.expr(e)
	c.leave()
}
