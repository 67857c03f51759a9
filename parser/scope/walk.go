package scope

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
)

func (b *builder) stmts(list []ast.Stmt) {
	for _, s := range list {
		b.stmt(s)
	}
}

func (b *builder) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		b.function(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.AsyncFunctionDef:
		b.function(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.ClassDef:
		b.class(s)
	case *ast.TypeAlias:
		b.typeAlias(s)
	case *ast.Import:
		for _, a := range s.Names {
			b.bind(a, importName(a))
		}
	case *ast.ImportFrom:
		b.importFrom(s)
	case *ast.Global:
		for _, name := range s.Names {
			if d := b.declare(b.scope, s, name); b.scope.Kind != Module {
				d.global = true
			}
		}
	case *ast.Nonlocal:
		for _, name := range s.Names {
			b.declare(b.scope, s, name).nonlocal = true
		}
	case *ast.AnnAssign:
		b.annAssign(s)
	case *ast.AugAssign:
		b.expr(s.Target)
		b.expr(s.Value)
	case *ast.Assign:
		b.expr(s.Value)
		b.exprs(s.Targets)
	case *ast.For:
		b.loop(s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.AsyncFor:
		b.loop(s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.While:
		b.expr(s.Test)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *ast.If:
		b.expr(s.Test)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *ast.With:
		b.with(s.Items, s.Body)
	case *ast.AsyncWith:
		b.with(s.Items, s.Body)
	case *ast.Match:
		b.expr(s.Subject)
		for _, c := range s.Cases {
			b.pattern(c.Pattern)
			b.expr(c.Guard)
			b.stmts(c.Body)
		}
	case *ast.Try:
		b.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		b.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Return:
		b.expr(s.Value)
	case *ast.Delete:
		b.exprs(s.Targets)
	case *ast.Raise:
		b.expr(s.Exc)
		b.expr(s.Cause)
	case *ast.Assert:
		b.expr(s.Test)
		b.expr(s.Msg)
	case *ast.ExprStmt:
		b.expr(s.Value)
	case *ast.Pass, *ast.Break, *ast.Continue:
	default:
		panic(fmt.Sprintf("scope: unexpected statement %T", s))
	}
}

func (b *builder) importFrom(s *ast.ImportFrom) {
	for _, a := range s.Names {
		if a.Name == "*" {
			b.scope.StarImport = true
			continue
		}
		b.bind(a, importName(a))
	}
}

func (b *builder) annAssign(s *ast.AnnAssign) {
	b.expr(s.Value)
	b.expr(s.Annotation)
	if n, ok := s.Target.(*ast.Name); ok && s.Value == nil && !s.Simple {
		b.use(n) // `(x): int` says nothing about x
		return
	}
	b.expr(s.Target)
}

func (b *builder) loop(target, iter ast.Expr, body, orelse []ast.Stmt) {
	b.expr(iter)
	b.expr(target)
	b.stmts(body)
	b.stmts(orelse)
}

func (b *builder) with(items []*ast.WithItem, body []ast.Stmt) {
	for _, item := range items {
		b.expr(item.ContextExpr)
		b.expr(item.OptionalVars)
	}
	b.stmts(body)
}

func (b *builder) try(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, finalbody []ast.Stmt) {
	b.stmts(body)
	for _, h := range handlers {
		b.expr(h.Type)
		if h.Name != "" {
			b.bind(h, h.Name)
		}
		b.stmts(h.Body)
	}
	b.stmts(orelse)
	b.stmts(finalbody)
}

// function handles a function definition. Decorators and defaults are
// evaluated outside, annotations too unless there are type parameters.
func (b *builder) function(n ast.Stmt, name string, args *ast.Arguments, body []ast.Stmt,
	decorators []ast.Expr, returns ast.Expr, params []ast.TypeParam) {
	b.exprs(decorators)
	b.defaults(args)
	b.bind(n, name)
	b.generic(n, params, func() {
		b.annotations(args)
		b.expr(returns)
		b.within(Function, n, func(s *Scope) {
			b.info.ScopeOf[n] = s
			b.params(args)
			b.stmts(body)
		})
	})
}

// class handles a class definition.
func (b *builder) class(n *ast.ClassDef) {
	b.exprs(n.DecoratorList)
	b.bind(n, n.Name)
	b.generic(n, n.TypeParams, func() {
		b.exprs(n.Bases)
		for _, k := range n.Keywords {
			b.expr(k.Value)
		}
		b.within(Class, n, func(s *Scope) {
			s.class = n.Name
			b.info.ScopeOf[n] = s
			b.stmts(n.Body)
		})
	})
}

// generic runs body in the scope of the type parameters, if there are any.
func (b *builder) generic(n ast.Node, params []ast.TypeParam, body func()) {
	if len(params) == 0 {
		body()
		return
	}
	b.within(TypeParams, n, func(s *Scope) {
		b.info.TypeParamsOf[n] = s
		for _, p := range params {
			b.typeParam(p)
		}
		body()
	})
}

func (b *builder) typeParam(p ast.TypeParam) {
	switch p := p.(type) {
	case *ast.TypeVar:
		b.bind(p, p.Name)
		b.lazily(TypeVar, p, p.Bound)
		b.lazily(TypeVar, p, p.DefaultValue)
	case *ast.ParamSpec:
		b.bind(p, p.Name)
		b.lazily(TypeVar, p, p.DefaultValue)
	case *ast.TypeVarTuple:
		b.bind(p, p.Name)
		b.lazily(TypeVar, p, p.DefaultValue)
	default:
		panic(fmt.Sprintf("scope: unexpected type parameter %T", p))
	}
}

// lazily handles an expression that is evaluated when it is asked for.
func (b *builder) lazily(kind Kind, n ast.Node, e ast.Expr) {
	if e != nil {
		b.within(kind, n, func(*Scope) { b.expr(e) })
	}
}

func (b *builder) typeAlias(s *ast.TypeAlias) {
	b.expr(s.Name)
	b.generic(s, s.TypeParams, func() { b.lazily(TypeAlias, s, s.Value) })
}

// eachArg calls f for all parameters in the order of the signature.
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

func (b *builder) defaults(a *ast.Arguments) {
	b.exprs(a.Defaults)
	b.exprs(a.KwDefaults)
}

func (b *builder) annotations(a *ast.Arguments) {
	eachArg(a, func(p *ast.Arg) { b.expr(p.Annotation) })
}

func (b *builder) params(a *ast.Arguments) {
	eachArg(a, func(p *ast.Arg) {
		b.bind(p, p.Arg)
		b.scope.decl(Mangle(b.scope.class, p.Arg)).param = true
	})
}

func (b *builder) exprs(list []ast.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

// expr handles an expression or target; nil is none.
func (b *builder) expr(e ast.Expr) {
	if e == nil {
		return
	}
	ast.Walk(e, b.visit)
}

// visit handles the expressions that bind names or have a scope.
func (b *builder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.Name:
		if n.Ctx == ast.Load {
			b.use(n)
		} else {
			b.bind(n, n.Id)
		}
	case *ast.NamedExpr:
		b.expr(n.Value)
		b.walrus(n.Target)
		return false
	case *ast.Attribute:
		if mangled := Mangle(b.scope.class, n.Attr); mangled != n.Attr {
			b.info.Mangled[n] = mangled
		}
	case *ast.Lambda:
		b.defaults(n.Args)
		b.within(Lambda, n, func(s *Scope) {
			b.info.ScopeOf[n] = s
			b.params(n.Args)
			b.expr(n.Body)
		})
		return false
	case *ast.ListComp:
		b.comprehension(n, n.Generators, n.Elt)
		return false
	case *ast.SetComp:
		b.comprehension(n, n.Generators, n.Elt)
		return false
	case *ast.GeneratorExp:
		b.comprehension(n, n.Generators, n.Elt)
		return false
	case *ast.DictComp:
		b.comprehension(n, n.Generators, n.Key, n.Value)
		return false
	}
	return true
}

// comprehension handles a comprehension: its first iterable is evaluated
// outside, all else in a scope of its own.
func (b *builder) comprehension(n ast.Expr, generators []*ast.Comprehension, results ...ast.Expr) {
	b.expr(generators[0].Iter)
	b.within(Comprehension, n, func(s *Scope) {
		b.info.ScopeOf[n] = s
		for i, g := range generators {
			if i > 0 {
				b.expr(g.Iter)
			}
			b.expr(g.Target)
			b.exprs(g.Ifs)
		}
		b.exprs(results)
	})
}

// pattern handles the names that a pattern binds.
func (b *builder) pattern(p ast.Pattern) {
	ast.Walk(p, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.MatchAs:
			if n.Pattern != nil {
				b.pattern(n.Pattern)
			}
			if n.Name != "" {
				b.bind(n, n.Name)
			}
			return false
		case *ast.MatchStar:
			if n.Name != "" {
				b.bind(n, n.Name)
			}
		case *ast.MatchMapping:
			for i, key := range n.Keys {
				b.expr(key)
				b.pattern(n.Patterns[i])
			}
			if n.Rest != "" {
				b.bind(n, n.Rest)
			}
			return false
		case ast.Expr:
			b.expr(n)
			return false
		}
		return true
	})
}
