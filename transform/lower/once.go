package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// A generator that only its consumer refers to runs as a plain push iterator:
// its All closes it when the loop is left, as Python's reference count does.

// eager reports whether a library function with the result t is done with its
// iterables when it returns: it gives no iterator that could still hold one.
func eager(t types.Type) bool {
	switch t := t.(type) {
	case types.Basic:
		return t != types.Any && t != types.Never
	case *types.List, *types.Set, *types.Dict, *types.VarTuple:
		return true
	case *types.Optional:
		return eager(t.Elem)
	}
	return false
}

// consumed lowers an argument that a library function ranges over before it
// returns, as an iter.Seq of elem where it is a generator that nothing else
// refers to.
func (b *body) consumed(e ast.Expr, elem types.Type) val {
	if g, ok := e.(*ast.GeneratorExp); ok {
		if v, ok := b.generatorSeq(g, elem); ok {
			return v
		}
	}
	if _, ok := e.(*ast.Set); ok {
		return b.expr(e) // only a loop runs over the frozenset of a display
	}
	return b.source(e)
}

// generatorSeq lowers a generator expression to a Go iterator, `func(yield
// func(T) bool)`. What its parts raise must come as panics: an error could not
// leave the iterator.
func (b *body) generatorSeq(e *ast.GeneratorExp, elem types.Type) (val, bool) {
	t, ok := b.typeOf(e).(*types.Generator)
	if !ok || !types.Identical(t.Elem, elem) || b.l.returnsError(e) || b.l.mayStop(e) {
		return val{}, false
	}
	first := b.firstSource(e)
	yield := &ir.Var{Name: "yield", Param: true, Type: &ir.FuncType{Params: []ir.Type{b.l.goType(elem)}, Results: []ir.Type{ir.Bool}}}
	g := &body{l: b.l, f: b.f, ctx: b.ctx, result: types.None, class: b.class, cell: b.cell, self: b.self}
	stmts := g.block(func() {
		g.comprehension(e.Generators, first, func() {
			v := g.exprTo(e.Elt, elem)
			g.add(&ir.If{Cond: not(call(use(yield), v.x)), Then: []ir.Stmt{&ir.Return{}}})
		})
	})
	return val{&ir.FuncLit{Params: []*ir.Var{yield}, Body: stmts}, seqType(elem), acts}, true
}

// firstSource evaluates the first iterable of a generator expression, which
// Python does at once; nil where the loop has nothing to evaluate before.
func (b *body) firstSource(e *ast.GeneratorExp) *val {
	if e.Generators[0].IsAsync || b.loopsItself(e.Generators[0].Iter) {
		return nil
	}
	v := b.source(e.Generators[0].Iter)
	once := b.l.once[v.x]
	v = b.hold(v, "source")
	b.l.once[v.x] = once
	return &v
}

// returnsError reports whether something in e may return a Go error.
func (l *lowerer) returnsError(e ast.Expr) bool {
	probe := &infer.Func{}
	eff := &effects{info: l.info, callees: map[*infer.Func][]*infer.Func{}}
	ast.Walk(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Lambda, *ast.Yield, *ast.YieldFrom, *ast.NamedExpr:
			probe.Err = true
		}
		return eff.node(probe, n)
	})
	for _, f := range eff.callees[probe] {
		probe.Err = probe.Err || l.fails(f)
	}
	return probe.Err
}

// runsOut reports whether the generator in the variable v is used by one loop
// alone, so that it may run as that loop's iterator. It is not known then when
// the variable lets go of it: no generator of the program may have something
// to do when it is closed.
func (l *lowerer) runsOut(v *infer.Var) bool {
	if _, ok := v.Type.(*types.Generator); !ok || v.Captured || v.Global || !l.usage.readOnce(v) || l.cleanups() || !v.Param {
		return false
	}
	f := l.usage.owners[v]
	if f == nil || !f.Direct || f.AsValue || len(f.Overrides)+len(f.Overridden) > 0 {
		return false
	}
	for i, p := range f.Params {
		if p.Var == v {
			return p.Default == nil && l.freshArgs(f, i)
		}
	}
	return false
}

// freshArgs reports whether each call of f makes the generator that it passes
// for parameter i.
func (l *lowerer) freshArgs(f *infer.Func, i int) bool {
	found := false
	for _, c := range l.info.Calls {
		if c.Func != f {
			continue
		}
		found = true
		if i >= len(c.Args) {
			return false
		}
		switch c.Args[i].Value.(type) {
		case *ast.Call, *ast.GeneratorExp:
		default:
			return false
		}
	}
	return found
}

// cleanups reports whether a generator of the program has statements that run
// when it is closed: a yield inside try or with.
func (l *lowerer) cleanups() bool {
	if l.hasCleanups == nil {
		found := false
		var visit func(n ast.Node, guarded bool)
		visit = func(n ast.Node, guarded bool) {
			first := true
			ast.Walk(n, func(c ast.Node) bool {
				if first {
					first = false
					return true
				}
				switch c.(type) {
				case *ast.Yield, *ast.YieldFrom:
					found = found || guarded
				case *ast.Try, *ast.TryStar, *ast.With, *ast.AsyncWith:
					visit(c, true)
					return false
				case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
					visit(c, false)
					return false
				}
				return true
			})
		}
		visit(l.info.Module, false)
		l.hasCleanups = &found
	}
	return *l.hasCleanups
}
