package check

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

func (c *checker) exprs(list []ast.Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

// expr handles an expression; nil is none.
func (c *checker) expr(e ast.Expr) {
	if e != nil {
		ast.Walk(e, c.visit)
	}
}

// visit handles the expressions that the rules are about.
func (c *checker) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Name:
		c.name(n)
	case *ast.Starred:
		c.errorf(n, diag.StarredMisuse, "can't use starred expression here")
	case *ast.List:
		c.elements(n.Elts)
		return false
	case *ast.Tuple:
		c.elements(n.Elts)
		return false
	case *ast.Set:
		c.elements(n.Elts)
		return false
	case *ast.Call:
		c.expr(n.Func)
		c.arguments(n.Args, n.Keywords)
		return false
	case *ast.Await:
		c.await(n)
	case *ast.Yield:
		c.yield(n, "yield")
	case *ast.YieldFrom:
		c.yield(n, "yield from")
	case *ast.NamedExpr:
		c.namedExpr(n)
		return false
	case *ast.Lambda:
		c.lambda(n)
		return false
	case *ast.ListComp:
		c.comprehension(n, "list comprehension", n.Generators, n.Elt)
		return false
	case *ast.SetComp:
		c.comprehension(n, "set comprehension", n.Generators, n.Elt)
		return false
	case *ast.DictComp:
		c.comprehension(n, "dict comprehension", n.Generators, n.Key, n.Value)
		return false
	case *ast.GeneratorExp:
		c.comprehension(n, "generator expression", n.Generators, n.Elt)
		return false
	}
	return true
}

func (c *checker) name(n *ast.Name) {
	switch n.Ctx {
	case ast.Load:
		c.note(n.Id, used)
		return
	case ast.Store:
		c.forbidden(n, n.Id)
		if c.scope.inTarget && c.flags(n.Id)&(global|nonlocal) != 0 {
			c.errorf(n, diag.BadScope, "comprehension inner loop cannot rebind assignment expression target '%s'", n.Id)
		}
	case ast.Del:
		if n.Id == "__debug__" {
			c.errorf(n, diag.ForbiddenName, "cannot delete __debug__")
		}
	}
	c.note(n.Id, local)
}

// elements handles the elements of a display, which may be starred.
func (c *checker) elements(elts []ast.Expr) {
	for _, e := range elts {
		if s, ok := e.(*ast.Starred); ok {
			e = s.Value
		}
		c.expr(e)
	}
}

// arguments handles the arguments of a call or the bases of a class.
func (c *checker) arguments(args []ast.Expr, keywords []*ast.Keyword) {
	c.elements(args)
	for i, k := range keywords {
		if k.Arg != "" {
			c.forbidden(k, k.Arg)
			for _, before := range keywords[:i] {
				if before.Arg == k.Arg {
					c.errorf(k, diag.DuplicateName, "keyword argument repeated: %s", k.Arg)
					break
				}
			}
		}
		c.expr(k.Value)
	}
}

// inGeneric reports an expression that cannot stand in code that is evaluated
// later or never: annotations, type parameters and type aliases.
func (c *checker) inGeneric(n ast.Node, what string) bool {
	if c.scope.place == "" {
		return false
	}
	c.errorf(n, diag.NotInThisScope, "%s cannot be used within %s", what, c.scope.place)
	return true
}

func (c *checker) await(n *ast.Await) {
	if c.inGeneric(n, "await expression") {
		return
	}
	switch k := c.scope.kind; {
	case k == comprehensionScope:
		c.scope.async = true
	case !k.isFunction():
		c.errorf(n, diag.OutsideFunction, "'await' outside function")
	case k != asyncScope:
		c.errorf(n, diag.AsyncOutsideFunc, "'await' outside async function")
	}
}

func (c *checker) yield(n ast.Expr, word string) {
	if c.inGeneric(n, "yield expression") {
		return
	}
	c.scope.yields = true
	switch k := c.scope.kind; {
	case k == comprehensionScope:
		c.errorf(n, diag.NotInThisScope, "'yield' inside %s", c.scope.comprehension)
	case !k.isFunction():
		c.errorf(n, diag.OutsideFunction, "'%s' outside function", word)
	case k == asyncScope && word == "yield from":
		c.errorf(n, diag.NotInThisScope, "'yield from' inside async function")
	}
}

func (c *checker) lambda(n *ast.Lambda) {
	c.exprs(n.Args.Defaults)
	c.exprs(n.Args.KwDefaults)
	c.enter(lambdaScope)
	c.params(n.Args)
	c.expr(n.Body)
	c.leave()
}

// comprehension handles a comprehension: its first iterable belongs to the
// scope around it.
func (c *checker) comprehension(n ast.Expr, kind string, generators []*ast.Comprehension, results ...ast.Expr) {
	c.iterable(generators[0].Iter)
	s := c.enter(comprehensionScope)
	s.comprehension = kind
	for i, g := range generators {
		if i > 0 {
			c.iterable(g.Iter)
		}
		s.inTarget = true
		c.target(g.Target)
		s.inTarget = false
		c.exprs(g.Ifs)
		s.async = s.async || g.IsAsync
	}
	c.exprs(results)
	c.leave()
	if _, generator := n.(*ast.GeneratorExp); generator || !s.async {
		return
	}
	switch c.scope.kind {
	case asyncScope:
	case comprehensionScope:
		c.scope.async = true
	default:
		c.errorf(n, diag.AsyncOutsideFunc, "asynchronous comprehension outside of an asynchronous function")
	}
}

func (c *checker) iterable(e ast.Expr) {
	s := c.scope
	s.inIterable++
	c.expr(e)
	s.inIterable--
}

// namedExpr handles an assignment expression. In a comprehension it binds the
// name in the function around it.
func (c *checker) namedExpr(n *ast.NamedExpr) {
	switch {
	case c.inGeneric(n, "named expression"):
		return
	case c.scope.inIterable > 0:
		c.errorf(n, diag.NotInThisScope, "assignment expression cannot be used in a comprehension iterable expression")
		return
	case c.scope.kind == comprehensionScope:
		if !c.bindOutside(n.Target) {
			return
		}
	}
	c.expr(n.Value)
	if c.scope.kind == comprehensionScope {
		c.forbidden(n.Target, n.Target.Id)
		return
	}
	c.name(n.Target)
}

// bindOutside binds the target of an assignment expression in the scope around
// the comprehensions that it is in. It reports whether that is possible.
func (c *checker) bindOutside(target *ast.Name) bool {
	name := c.mangle(target.Id)
	s := c.scope
	for ; s.kind == comprehensionScope; s = s.parent {
		if s.names[name]&iterationVar != 0 {
			c.errorf(target, diag.BadScope,
				"assignment expression cannot rebind comprehension iteration variable '%s'", target.Id)
			return false
		}
	}
	const within = "assignment expression within a comprehension cannot be used "
	switch s.kind {
	case classScope:
		c.errorf(target, diag.NotInThisScope, within+"in a class body")
		return false
	case genericScope:
		c.errorf(target, diag.NotInThisScope, within+"within the definition of a generic")
		return false
	case aliasScope, typeVarScope:
		c.errorf(target, diag.NotInThisScope, within+"in %s", s.place)
		return false
	}
	s.names[name] |= local
	c.scope.names[name] |= nonlocal
	return true
}
