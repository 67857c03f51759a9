package check

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

func (c *checker) block(list []ast.Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *checker) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		c.function(s, functionScope, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.AsyncFunctionDef:
		c.function(s, asyncScope, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.ClassDef:
		c.class(s)
	case *ast.TypeAlias:
		c.typeAlias(s)
	case *ast.Return:
		c.returnStmt(s)
	case *ast.Delete:
		c.exprs(s.Targets)
	case *ast.Assign:
		for _, t := range s.Targets {
			c.target(t)
		}
		c.expr(s.Value)
	case *ast.AugAssign:
		if a, ok := s.Target.(*ast.Attribute); ok {
			c.expr(a.Value) // CPython lets x.__debug__ += 1 pass
		} else {
			c.target(s.Target)
		}
		c.expr(s.Value)
	case *ast.AnnAssign:
		c.annAssign(s)
	case *ast.For:
		c.loop(s, s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.AsyncFor:
		c.asyncOnly(s, "async for")
		c.loop(s, s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.While:
		c.expr(s.Test)
		c.loopBody(s, s.Body)
		c.block(s.Orelse)
	case *ast.If:
		c.expr(s.Test)
		c.block(s.Body)
		c.block(s.Orelse)
	case *ast.With:
		c.with(s.Items, s.Body)
	case *ast.AsyncWith:
		c.asyncOnly(s, "async with")
		c.with(s.Items, s.Body)
	case *ast.Match:
		c.match(s)
	case *ast.Raise:
		c.expr(s.Exc)
		c.expr(s.Cause)
	case *ast.Try:
		c.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody, false)
	case *ast.TryStar:
		c.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody, true)
	case *ast.Assert:
		c.expr(s.Test)
		c.expr(s.Msg)
	case *ast.Import:
		c.imports(s, s.Names)
	case *ast.ImportFrom:
		c.importFrom(s)
	case *ast.Global:
		c.declare(s, s.Names, global, "global")
	case *ast.Nonlocal:
		c.declare(s, s.Names, nonlocal, "nonlocal")
	case *ast.ExprStmt:
		c.expr(s.Value)
	case *ast.Break:
		c.breakStmt(s, "'break' outside loop")
	case *ast.Continue:
		c.breakStmt(s, "'continue' not properly in loop")
	case *ast.Pass:
	default:
		panic(fmt.Sprintf("check: unexpected statement %T", s))
	}
}

func (c *checker) annAssign(s *ast.AnnAssign) {
	n, ok := s.Target.(*ast.Name)
	if !ok {
		c.target(s.Target)
		if sub, ok := s.Target.(*ast.Subscript); ok && s.Value == nil {
			c.annotatedIndex(sub.Slice)
		}
		c.annotation(s.Annotation)
		c.expr(s.Value)
		return
	}
	f := c.flags(n.Id)
	if s.Simple && f&(global|nonlocal) != 0 && c.scope.kind != moduleScope {
		word := "global"
		if f&global == 0 {
			word = "nonlocal"
		}
		c.errorf(s, diag.BadScope, "annotated name '%s' can't be %s", n.Id, word)
		return
	}
	switch {
	case s.Value != nil:
		c.forbidden(n, n.Id)
	case s.Simple:
		c.forbidden(s, n.Id)
	}
	if s.Simple {
		c.note(n.Id, annotated|local)
	} else if s.Value != nil {
		c.note(n.Id, local)
	}
	c.annotation(s.Annotation)
	c.expr(s.Value)
}

// annotatedIndex handles the index of an annotated item that gets no value:
// CPython evaluates it piece by piece, where a star has no meaning.
func (c *checker) annotatedIndex(index ast.Expr) {
	t, ok := index.(*ast.Tuple)
	if !ok {
		return
	}
	for _, e := range t.Elts {
		if s, ok := e.(*ast.Starred); ok {
			c.errorf(s, diag.StarredMisuse, "can't use starred expression here")
		}
	}
}

// annotation handles an annotation. Without the future import it is an
// ordinary expression of the scope around it.
func (c *checker) annotation(e ast.Expr) {
	if e == nil {
		return
	}
	if !c.annotations {
		c.expr(e)
		return
	}
	c.enter(annotationScope).place = "an annotation"
	c.expr(e)
	c.leave()
}

func (c *checker) loop(s ast.Stmt, target, iter ast.Expr, body, orelse []ast.Stmt) {
	c.target(target)
	c.expr(iter)
	c.loopBody(s, body)
	c.block(orelse)
}

func (c *checker) loopBody(s ast.Stmt, body []ast.Stmt) {
	c.nested(s, 1, func() { c.framed(loopFrame, body) })
}

// framed checks statements inside a loop or an except* block.
func (c *checker) framed(f frame, body []ast.Stmt) {
	s := c.scope
	s.frames = append(s.frames, f)
	c.block(body)
	s.frames = s.frames[:len(s.frames)-1]
}

const inExceptStar = "'break', 'continue' and 'return' cannot appear in an except* block"

func (c *checker) breakStmt(s ast.Stmt, outside string) {
	frames := c.scope.frames
	switch {
	case len(frames) == 0:
		c.errorf(s, diag.OutsideLoop, "%s", outside)
	case frames[len(frames)-1] == exceptStarFrame:
		c.errorf(s, diag.OutsideLoop, inExceptStar)
	}
}

func (c *checker) returnStmt(s *ast.Return) {
	if !c.scope.kind.isFunction() {
		c.errorf(s, diag.OutsideFunction, "'return' outside function")
	} else {
		for _, f := range c.scope.frames {
			if f == exceptStarFrame {
				c.errorf(s, diag.OutsideLoop, inExceptStar)
				break
			}
		}
	}
	if s.Value != nil {
		c.scope.returns = append(c.scope.returns, s)
		c.expr(s.Value)
	}
}

// asyncOnly reports a statement outside of an async function.
func (c *checker) asyncOnly(s ast.Stmt, what string) {
	if c.scope.kind != asyncScope {
		c.errorf(s, diag.AsyncOutsideFunc, "'%s' outside async function", what)
	}
}

func (c *checker) with(items []*ast.WithItem, body []ast.Stmt) {
	if len(items) == 0 {
		c.block(body)
		return
	}
	item := items[0]
	c.expr(item.ContextExpr)
	c.nested(item.ContextExpr, 1, func() {
		if item.OptionalVars != nil {
			c.target(item.OptionalVars)
		}
		c.with(items[1:], body)
	})
}

func (c *checker) try(s ast.Stmt, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, finalbody []ast.Stmt, star bool) {
	if len(finalbody) == 0 {
		c.tryExcept(s, body, handlers, orelse, star)
		return
	}
	c.nested(s, 1, func() { c.tryExcept(s, body, handlers, orelse, star) })
	c.nested(s, 1, func() { c.block(finalbody) })
}

// tryExcept handles a try statement up to its finally clause.
func (c *checker) tryExcept(s ast.Stmt, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse []ast.Stmt, star bool) {
	if len(handlers) == 0 {
		c.block(body)
	} else {
		c.nested(s, 1, func() { c.block(body) })
	}
	for i, h := range handlers {
		if h.Type == nil && i < len(handlers)-1 {
			c.errorf(h, diag.UnreachableCase, "default 'except:' must be last")
		}
		c.expr(h.Type)
		if h.Name != "" {
			c.forbidden(h, h.Name)
			c.note(h.Name, local)
		}
		c.nested(h, 2, func() {
			if star {
				c.framed(exceptStarFrame, h.Body)
			} else {
				c.block(h.Body)
			}
		})
	}
	c.block(orelse)
}

// forbidden reports an assignment to a name that cannot be assigned to.
func (c *checker) forbidden(n ast.Node, name string) {
	if name == "__debug__" {
		c.errorf(n, diag.ForbiddenName, "cannot assign to __debug__")
	}
}
