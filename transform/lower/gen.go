package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// generator is the state of a generator's body.
type generator struct {
	y     *ir.Var // the yielder
	elem  types.Type
	async bool
}

// generatorBody is the body of a generator function: it makes the generator
// object and returns it; the Python body is the closure that it runs.
func (b *body) generatorBody(f *infer.Func) []ir.Stmt {
	x := b.generatorObject(b.l.qualname(f), f.Yield, f.Async, func(g *body) {
		for _, p := range f.Params {
			g.paramSet(p)
		}
		g.f = f
		if f.Kind == infer.LambdaFunc {
			g.funcStmts(f)
			return
		}
		g.last = lastStmt(f)
		g.stmts(funcBody(f.Node))
	})
	if m := f.Manager; m != nil {
		init := m.Init.Overloads[0].Go
		x = call(&ir.PkgRef{Pkg: init.Pkg, Name: init.Name, Args: []ir.Type{b.l.goType(f.Yield)}}, x)
	}
	return []ir.Stmt{&ir.Return{Values: []ir.Expr{x}}}
}

// generatorObject makes a (sync or async) generator whose body run lowers.
func (b *body) generatorObject(name string, elem types.Type, async bool, run func(g *body)) ir.Expr {
	g := &body{
		l: b.l, f: b.f, ctx: b.ctx, result: types.None, canErr: true,
		class: b.class, cell: b.cell, self: b.self,
	}
	t := b.l.goType(elem)
	fl := &ir.FuncLit{Results: []*ir.Var{{Type: ir.Error}}}
	maker := pyRef("NewGenerator", t)
	yielder := pyNamed("Yielder", t)
	if async {
		g.ctx = &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
		fl.Params = append(fl.Params, g.ctx)
		maker = aioRef("NewAsyncGenerator", t)
		yielder = &ir.Named{Pkg: aioPath, Name: "AsyncYielder", Args: []ir.Type{t}}
	}
	g.gen = &generator{y: &ir.Var{Name: "y", Type: ptr(yielder), Param: true}, elem: elem, async: async}
	fl.Params = append(fl.Params, g.gen.y)
	fl.Body = g.block(func() { run(g) })
	if !endsFlow(fl.Body) {
		fl.Body = append(fl.Body, &ir.Return{Values: []ir.Expr{&ir.Nil{}}})
	}
	return call(maker, str(name), fl)
}

// yieldArgs is the arguments of the yielder's methods.
func (b *body) yieldArgs(v ir.Expr) []ir.Expr {
	if b.gen.async {
		return []ir.Expr{b.context(), v}
	}
	return []ir.Expr{v}
}

// yieldStmt lowers `yield v` whose result is not used.
func (b *body) yieldStmt(e *ast.Yield) {
	err := b.errVar()
	b.add(assign(use(err), method(use(b.gen.y), "Yield", b.yieldArgs(b.yielded(e))...)))
	b.check(err)
}

func (b *body) yielded(e *ast.Yield) ir.Expr {
	if e.Value == nil {
		return b.convert(lit(&ir.Nil{}, types.None), b.gen.elem).x
	}
	return b.exprTo(e.Value, b.gen.elem).x
}

// yield lowers `x = yield v`: the result is what send gives.
func (b *body) yield(e *ast.Yield) val {
	return b.failing(method(use(b.gen.y), "Send", b.yieldArgs(b.yielded(e))...), types.Any)
}

// yieldFrom lowers `yield from x`.
func (b *body) yieldFrom(e *ast.YieldFrom) val {
	v := b.expr(e.Value)
	if t, ok := v.t.(*types.Instance); ok {
		if it, ok := b.dunder(v, t, "__iter__"); ok {
			v = it
		}
	}
	v = b.peek(v)
	return b.failing(method(use(b.gen.y), "YieldFrom", v.x), types.Any)
}

// genReturn lowers return in a generator: its value travels in StopIteration.
func (b *body) genReturn(s *ast.Return) {
	if s.Value == nil || b.gen.async {
		b.ret(nil)
		return
	}
	b.genValue(b.expr(s.Value))
}

// genValue ends a generator with a value.
func (b *body) genValue(v val) {
	set := method(use(b.gen.y), "Return", b.box(v).x)
	if b.innerClosure() == nil {
		b.add(&ir.Return{Values: []ir.Expr{set}})
		return
	}
	b.add(&ir.Assign{Lhs: []ir.Expr{nil}, Rhs: []ir.Expr{set}})
	b.ret(nil)
}

// fixFirst evaluates what the first loop of a generator expression ranges over
// where the loop has no value for it: the bounds of a range, the asynchronous
// iterable.
func (b *body) fixFirst(g *ast.Comprehension) {
	parts := []ast.Expr{g.Iter}
	if !g.IsAsync {
		parts = g.Iter.(*ast.Call).Args
	}
	for _, e := range parts {
		if !b.staysSame(e) {
			v := b.expr(e)
			tmp := b.temp("source", v.t)
			b.add(assign(use(tmp), b.hinted(v)))
			b.l.given[e] = lit(use(tmp), v.t)
		}
	}
}

func isName(e ast.Expr) bool {
	_, ok := e.(*ast.Name)
	return ok
}

// staysSame reports whether e has the same value whenever it is evaluated: a
// constant, or a variable that is assigned once.
func (b *body) staysSame(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.UnaryOp:
		return b.staysSame(e.Operand)
	case *ast.Name:
		v := b.l.info.Vars[e]
		return v != nil && (!v.Param && b.l.usage.storedOnce(v) || v.Param && !b.l.usage.stored(v))
	}
	return false
}

// generatorExp lowers (elt for ...): the first iterable is evaluated now, the
// rest when the generator runs.
func (b *body) generatorExp(e *ast.GeneratorExp) val {
	var elem types.Type = types.Any
	async := false
	switch t := b.typeOf(e).(type) {
	case *types.Generator:
		elem = t.Elem
	case *types.AsyncGenerator:
		elem, async = t.Elem, true
	}
	async = async || infer.IsAsyncGenerator(e)
	first := b.firstSource(e)
	switch {
	case first == nil:
		b.fixFirst(e.Generators[0])
	case first.o == stable && !b.staysSame(e.Generators[0].Iter) && isName(e.Generators[0].Iter):
		first.o = reads
		*first = b.spill(*first, "source")
	}
	x := b.generatorObject("<genexpr>", elem, async, func(g *body) {
		g.comprehension(e.Generators, first, func() {
			err := g.errVar()
			v := g.exprTo(e.Elt, elem)
			g.add(assign(use(err), method(use(g.gen.y), "Yield", g.yieldArgs(v.x)...)))
			g.check(err)
		})
	})
	if async {
		return val{x, &types.AsyncGenerator{Elem: elem}, acts}
	}
	return val{x, &types.Generator{Elem: elem}, acts}
}
