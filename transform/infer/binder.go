package infer

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// stmt collects the names of a statement.
func (b *binder) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		b.funcDef(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.AsyncFunctionDef:
		b.funcDef(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.ClassDef:
		b.exprs(s.DecoratorList)
		b.bind(s.Name, binding{kind: bindClass, node: s, stmt: s})
		b.typeParams(s, s.TypeParams, func() {
			b.exprs(s.Bases)
			for _, k := range s.Keywords {
				b.expr(k.Value)
			}
			b.push(classScope, s)
			b.block(s.Body)
			b.pop()
		})
	case *ast.Return:
		b.opt(s.Value)
	case *ast.Delete:
		for _, t := range s.Targets {
			b.target(t, bindDel, s, nil)
		}
	case *ast.Assign:
		b.expr(s.Value)
		for _, t := range s.Targets {
			b.target(t, bindAssign, s, s.Value)
		}
	case *ast.TypeAlias:
		b.bind(s.Name.Id, binding{kind: bindTypeAlias, node: s.Name, stmt: s, value: s.Value})
		b.typeParams(s, s.TypeParams, func() { b.expr(s.Value) })
	case *ast.AugAssign:
		b.expr(s.Value)
		if n, ok := s.Target.(*ast.Name); ok {
			b.bind(n.Id, binding{kind: bindAug, node: n, stmt: s})
		} else {
			b.target(s.Target, bindAug, s, nil)
		}
	case *ast.AnnAssign:
		b.expr(s.Annotation)
		b.opt(s.Value)
		if s.Value == nil {
			if n, ok := s.Target.(*ast.Name); ok {
				b.bind(n.Id, binding{kind: bindAnn, node: n, stmt: s})
				return
			}
		}
		b.target(s.Target, bindAssign, s, s.Value)
	case *ast.For:
		b.expr(s.Iter)
		b.target(s.Target, bindFor, s, nil)
		b.block(s.Body)
		b.block(s.Orelse)
	case *ast.AsyncFor:
		b.expr(s.Iter)
		b.target(s.Target, bindFor, s, nil)
		b.block(s.Body)
		b.block(s.Orelse)
	case *ast.While:
		b.expr(s.Test)
		b.block(s.Body)
		b.block(s.Orelse)
	case *ast.If:
		b.expr(s.Test)
		b.block(s.Body)
		b.block(s.Orelse)
	case *ast.With:
		b.with(s, s.Items, s.Body)
	case *ast.AsyncWith:
		b.with(s, s.Items, s.Body)
	case *ast.Match:
		b.expr(s.Subject)
		for _, c := range s.Cases {
			b.pattern(c.Pattern)
			b.opt(c.Guard)
			b.block(c.Body)
		}
	case *ast.Raise:
		b.opt(s.Exc)
		b.opt(s.Cause)
	case *ast.Try:
		b.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		b.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Assert:
		b.expr(s.Test)
		b.opt(s.Msg)
	case *ast.Import:
		for _, a := range s.Names {
			name := a.Asname
			if name == "" {
				name, _, _ = strings.Cut(a.Name, ".")
			}
			b.bind(name, binding{kind: bindImport, node: a, stmt: s})
		}
	case *ast.ImportFrom:
		for _, a := range s.Names {
			if a.Name == "*" {
				continue
			}
			name := a.Asname
			if name == "" {
				name = a.Name
			}
			b.bind(name, binding{kind: bindImportFrom, node: a, stmt: s})
		}
	case *ast.Global:
		for _, n := range s.Names {
			b.sc.globals[n] = true
		}
	case *ast.Nonlocal:
		for _, n := range s.Names {
			b.sc.nonlocals[n] = true
		}
	case *ast.ExprStmt:
		b.expr(s.Value)
	case *ast.Pass, *ast.Break, *ast.Continue:
	default:
		panic(fmt.Sprintf("infer: unexpected %T", s))
	}
}

// typeParams runs f in a scope that holds the type parameters, if any.
func (b *binder) typeParams(n ast.Node, params []ast.TypeParam, f func()) {
	if len(params) == 0 {
		f()
		return
	}
	b.push(typeScope, n)
	for _, p := range params {
		var name string
		switch p := p.(type) {
		case *ast.TypeVar:
			name = p.Name
			b.opt(p.Bound)
			b.opt(p.DefaultValue)
		case *ast.ParamSpec:
			name = p.Name
			b.opt(p.DefaultValue)
		case *ast.TypeVarTuple:
			name = p.Name
			b.opt(p.DefaultValue)
		default:
			panic(fmt.Sprintf("infer: unexpected %T", p))
		}
		b.bind(name, binding{kind: bindTypeParam, node: p})
		b.sc.syms[mangle(b.sc, name)].isTypVar = true
	}
	f()
	b.pop()
}

func (b *binder) funcDef(n ast.Stmt, name string, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr, returns ast.Expr, tparams []ast.TypeParam) {
	b.exprs(decorators)
	b.defaults(args)
	b.bind(name, binding{kind: bindDef, node: n, stmt: n})
	b.typeParams(n, tparams, func() {
		for _, a := range allArgs(args) {
			b.opt(a.Annotation)
		}
		b.opt(returns)
		b.push(funcScope, n)
		b.params(args)
		b.preScan(body)
		b.block(body)
		b.pop()
	})
}

// preScan registers global and nonlocal declarations before anything else:
// they hold for the whole scope.
func (b *binder) preScan(body []ast.Stmt) {
	for _, s := range body {
		ast.Walk(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.Lambda:
				return false
			case *ast.Global:
				for _, name := range n.Names {
					b.sc.globals[name] = true
				}
			case *ast.Nonlocal:
				for _, name := range n.Names {
					b.sc.nonlocals[name] = true
				}
			}
			return true
		})
	}
}

func allArgs(a *ast.Arguments) []*ast.Arg {
	var out []*ast.Arg
	out = append(out, a.Posonlyargs...)
	out = append(out, a.Args...)
	if a.Vararg != nil {
		out = append(out, a.Vararg)
	}
	out = append(out, a.Kwonlyargs...)
	if a.Kwarg != nil {
		out = append(out, a.Kwarg)
	}
	return out
}

func (b *binder) params(args *ast.Arguments) {
	for _, a := range allArgs(args) {
		b.bind(a.Arg, binding{kind: bindParam, node: a})
	}
}

func (b *binder) defaults(args *ast.Arguments) {
	b.exprs(args.Defaults)
	for _, d := range args.KwDefaults {
		b.opt(d)
	}
}

func (b *binder) with(s ast.Stmt, items []*ast.WithItem, body []ast.Stmt) {
	for _, it := range items {
		b.expr(it.ContextExpr)
		if it.OptionalVars != nil {
			b.target(it.OptionalVars, bindWith, s, nil)
		}
	}
	b.block(body)
}

func (b *binder) try(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	b.block(body)
	for _, h := range handlers {
		if b.dead[h] {
			continue
		}
		b.opt(h.Type)
		if h.Name != "" {
			b.bind(h.Name, binding{kind: bindExcept, node: h})
		}
		b.block(h.Body)
	}
	b.block(orelse)
	b.block(final)
}

// target collects the names that an assignment to t binds.
func (b *binder) target(t ast.Expr, kind bindKind, s ast.Node, value ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		b.bind(t.Id, binding{kind: kind, node: t, stmt: s, value: value})
	case *ast.Tuple:
		for _, e := range t.Elts {
			b.target(e, kind, s, nil)
		}
	case *ast.List:
		for _, e := range t.Elts {
			b.target(e, kind, s, nil)
		}
	case *ast.Starred:
		b.target(t.Value, kind, s, nil)
	case *ast.Attribute:
		b.expr(t.Value)
	case *ast.Subscript:
		b.expr(t.Value)
		b.expr(t.Slice)
	default:
		panic(fmt.Sprintf("infer: unexpected target %T", t))
	}
}

func (b *binder) pattern(p ast.Pattern) {
	switch p := p.(type) {
	case *ast.MatchValue:
		b.expr(p.Value)
	case *ast.MatchSingleton:
	case *ast.MatchSequence:
		for _, q := range p.Patterns {
			b.pattern(q)
		}
	case *ast.MatchMapping:
		b.exprs(p.Keys)
		for _, q := range p.Patterns {
			b.pattern(q)
		}
		if p.Rest != "" {
			b.bind(p.Rest, binding{kind: bindPattern, node: p})
		}
	case *ast.MatchClass:
		b.expr(p.Cls)
		for _, q := range p.Patterns {
			b.pattern(q)
		}
		for _, q := range p.KwdPatterns {
			b.pattern(q)
		}
	case *ast.MatchStar:
		if p.Name != "" {
			b.bind(p.Name, binding{kind: bindPattern, node: p})
		}
	case *ast.MatchAs:
		if p.Pattern != nil {
			b.pattern(p.Pattern)
		}
		if p.Name != "" {
			b.bind(p.Name, binding{kind: bindPattern, node: p})
		}
	case *ast.MatchOr:
		for _, q := range p.Patterns {
			b.pattern(q)
		}
	default:
		panic(fmt.Sprintf("infer: unexpected %T", p))
	}
}

func (b *binder) exprs(list []ast.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

func (b *binder) opt(e ast.Expr) {
	if e != nil {
		b.expr(e)
	}
}

// expr collects the names of an expression.
func (b *binder) expr(e ast.Expr) {
	ast.Walk(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			b.use(n.Id, n)
		case *ast.NamedExpr:
			b.expr(n.Value)
			b.bind(n.Target.Id, binding{kind: bindWalrus, node: n.Target, stmt: n, value: n.Value})
			return false
		case *ast.Lambda:
			b.defaults(n.Args)
			b.push(funcScope, n)
			b.params(n.Args)
			b.expr(n.Body)
			b.pop()
			return false
		case *ast.ListComp:
			b.comp(n, n.Generators, n.Elt)
			return false
		case *ast.SetComp:
			b.comp(n, n.Generators, n.Elt)
			return false
		case *ast.GeneratorExp:
			b.comp(n, n.Generators, n.Elt)
			return false
		case *ast.DictComp:
			b.comp(n, n.Generators, n.Key, n.Value)
			return false
		}
		return true
	})
}

func (b *binder) comp(n ast.Expr, gens []*ast.Comprehension, elts ...ast.Expr) {
	b.expr(gens[0].Iter)
	b.push(compScope, n)
	for i, g := range gens {
		if i > 0 {
			b.expr(g.Iter)
		}
		b.target(g.Target, bindFor, g, nil)
		b.exprs(g.Ifs)
	}
	b.exprs(elts)
	b.pop()
}
