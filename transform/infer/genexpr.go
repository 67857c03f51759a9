package infer

import (
	"strings"

	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// gen generates the constraints of an expression and returns its node.
func (w *walker) gen(e ast.Expr) *node {
	n := w.genExpr(e)
	w.expr[e] = n
	return n
}

func (w *walker) genAll(list []ast.Expr) []*node {
	out := make([]*node, len(list))
	for i, e := range list {
		out[i] = w.gen(e)
	}
	return out
}

func (w *walker) genExpr(e ast.Expr) *node {
	switch e := e.(type) {
	case *ast.Constant:
		return w.constant(e.Value)
	case *ast.Name:
		return w.name(e)
	case *ast.NamedExpr:
		v := w.gen(e.Value)
		w.assign(e.Target, v, e.Value)
		return v
	case *ast.BoolOp:
		return w.boolOp(e)
	case *ast.BinOp:
		if v := foldInt(e); v != nil {
			w.gen(e.Left)
			w.gen(e.Right)
			if v.IsInt64() {
				return w.s.primNode(opInt)
			}
			return w.s.primNode(opBig)
		}
		l, r := w.gen(e.Left), w.gen(e.Right)
		return w.binaryExpr(e, l, r)
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			w.gen(e.Operand)
			return w.s.primNode(opBool)
		}
		return w.unary(e.Op, w.gen(e.Operand))
	case *ast.Lambda:
		fn := w.info.Funcs[e]
		w.defaults(fn)
		w.lambda(fn, e)
		return w.s.with(&kind{op: opFunc, fn: fn})
	case *ast.IfExp:
		yes, no := w.cond(e.Test)
		w.env = yes
		out := w.s.node()
		w.s.flow(w.gen(e.Body), out)
		end := w.env
		w.env = no
		w.s.flow(w.gen(e.Orelse), out)
		w.env = w.merge(end, w.env)
		return out
	case *ast.List:
		return w.s.with(&kind{op: opList, args: []*node{w.elements(e.Elts)}})
	case *ast.Set:
		return w.s.with(&kind{op: opSet, args: []*node{w.elements(e.Elts)}})
	case *ast.Tuple:
		return w.tuple(e)
	case *ast.Dict:
		return w.dict(e)
	case *ast.ListComp:
		elem := w.s.node()
		w.comp(e, e.Generators, func() { w.s.flow(w.gen(e.Elt), elem) })
		return w.s.with(&kind{op: opList, args: []*node{elem}})
	case *ast.SetComp:
		elem := w.s.node()
		w.comp(e, e.Generators, func() { w.s.flow(w.gen(e.Elt), elem) })
		return w.s.with(&kind{op: opSet, args: []*node{elem}})
	case *ast.DictComp:
		key, val := w.s.node(), w.s.node()
		w.comp(e, e.Generators, func() {
			w.s.flow(w.gen(e.Key), key)
			w.s.flow(w.gen(e.Value), val)
		})
		return w.s.with(&kind{op: opDict, args: []*node{key, val}})
	case *ast.GeneratorExp:
		elem := w.s.node()
		w.comp(e, e.Generators, func() { w.s.flow(w.gen(e.Elt), elem) })
		if IsAsyncGenerator(e) {
			return w.s.with(&kind{op: opAsyncGen, args: []*node{elem, w.s.node()}})
		}
		return w.s.with(&kind{op: opGen, args: []*node{elem, w.s.node(), w.s.node()}})
	case *ast.Await:
		if call, ok := e.Value.(*ast.Call); ok {
			w.awaited[call] = true
		}
		v := w.gen(e.Value)
		w.operate(v, "await", "")
		w.disturb()
		return w.await(v)
	case *ast.Yield:
		if e.Value != nil {
			w.s.flow(w.gen(e.Value), w.fn.yield)
		} else {
			w.s.add(w.fn.yield, w.s.prim(opNone))
		}
		w.disturb()
		out := w.s.node()
		w.s.flow(w.fn.sent, out)
		w.s.add(out, w.s.prim(opNone))
		return out
	case *ast.YieldFrom:
		return w.yieldFrom(w.gen(e.Value))
	case *ast.Compare:
		return w.compare(e)
	case *ast.Call:
		return w.call(e)
	case *ast.FormattedValue:
		w.format(w.gen(e.Value), e.FormatSpec)
		return w.s.primNode(opStr)
	case *ast.Interpolation:
		w.gen(e.Value)
		return w.s.unknown
	case *ast.JoinedStr:
		w.genAll(e.Values)
		return w.s.primNode(opStr)
	case *ast.TemplateStr:
		w.genAll(e.Values)
		return w.s.unknown
	case *ast.Attribute:
		return w.attribute(e)
	case *ast.Subscript:
		return w.subscript(e)
	case *ast.Starred:
		return w.gen(e.Value)
	case *ast.Slice:
		return w.index(e)
	}
	panic(fmt.Sprintf("infer: unexpected %T", e))
}

func (w *walker) constant(v ast.Value) *node {
	switch v.(type) {
	case ast.None:
		return w.s.primNode(opNone)
	case ast.Bool:
		return w.s.primNode(opBool)
	case ast.Int:
		return w.s.primNode(opInt)
	case ast.BigInt:
		return w.s.primNode(opBig)
	case ast.Float:
		return w.s.primNode(opFloat)
	case ast.Complex:
		return w.s.primNode(opComplex)
	case ast.Str:
		return w.s.primNode(opStr)
	case ast.Bytes:
		return w.s.primNode(opBytes)
	case ast.Ellipsis:
		return w.s.primNode(opEllipsis)
	}
	panic(fmt.Sprintf("infer: unexpected %T", v))
}

func (w *walker) name(e *ast.Name) *node {
	if r := w.ref(e); r != nil {
		return w.refNode(r)
	}
	sym := w.symbolAt(e)
	if sym == nil {
		switch e.Id {
		case "__name__", "__file__", "__qualname__", "__module__":
			return w.s.primNode(opStr)
		case "__debug__":
			return w.s.primNode(opBool)
		}
		return w.s.unknown
	}
	return w.read(e, sym)
}

// refNode is the node of something that is known by name.
func (inf *inference) refNode(r Ref) *node {
	s := inf.s
	switch r := r.(type) {
	case *FuncRef:
		return s.with(&kind{op: opFunc, fn: r.Func})
	case *ClassRef:
		return s.with(&kind{op: opClass, class: r.Class})
	case *ModuleRef:
		return s.with(&kind{op: opModule, mod: r.Module})
	case *StubRef:
		return inf.symbolNode(r.Symbol)
	}
	panic(fmt.Sprintf("infer: unexpected %T", r))
}

// symbolNode is the value of a library's symbol.
func (inf *inference) symbolNode(sym stubs.Symbol) *node {
	s := inf.s
	switch sym := sym.(type) {
	case *stubs.Func:
		return s.with(&kind{op: opLibFunc, sym: sym})
	case *stubs.Class:
		return s.with(&kind{op: opLibClass, lib: sym})
	case *stubs.Module:
		return s.with(&kind{op: opModule, mod: sym})
	case *stubs.Var:
		if sym.Role == "type_checking" {
			return s.primNode(opBool)
		}
		if strings.HasPrefix(string(sym.Role), "type:") {
			return s.unknown // a form of typing: an object that only Python code looks into
		}
		if sym.Annotation == nil {
			if sym.Class != nil && sym.Class.Enum {
				return s.with(inf.libInstance(sym.Class, nil))
			}
			if k, ok := sym.Value.(*ast.Constant); ok {
				return (&walker{inference: inf}).constant(k.Value)
			}
			return s.unknown
		}
		return (&typeEnv{inf: inf, module: sym.Module}).node(sym.Annotation)
	}
	return s.unknown
}

func (w *walker) boolOp(e *ast.BoolOp) *node {
	out := w.s.node()
	var ends []*env
	for i, v := range e.Values {
		if i == len(e.Values)-1 {
			w.s.flow(w.gen(v), out)
			break
		}
		yes, no := w.cond(v)
		n := w.expr[v]
		if e.Op == ast.And {
			w.s.flowIf(n, out, mayBeFalse)
			ends = append(ends, no)
			w.env = yes
		} else {
			w.s.flowIf(n, out, mayBeTrue)
			ends = append(ends, yes)
			w.env = no
		}
	}
	w.env = w.merge(append(ends, w.env)...)
	return out
}

// mayBeTrue reports whether a value of that kind can be true.
func mayBeTrue(k *kind) bool { return k.op != opNone }

// mayBeFalse reports whether a value of that kind can be false.
func mayBeFalse(k *kind) bool {
	switch k.op {
	case opClass, opFunc, opBound, opLibClass, opLibFunc, opLibBound, opModule, opCoro, opGen, opAsyncGen, opExc, opEllipsis:
		return false
	case opTuple:
		return len(k.args) == 0
	case opInst:
		return k.class.FindMethod("__bool__") != nil || k.class.FindMethod("__len__") != nil || !k.class.Typed ||
			k.class.Kind == EnumClass && (k.class.Enum == nil || k.class.Enum.Data != nil || k.class.Enum.Flag)
	}
	return true
}

func (w *walker) elements(elts []ast.Expr) *node {
	elem := w.s.node()
	for _, x := range elts {
		if st, ok := x.(*ast.Starred); ok {
			n := w.gen(st.Value)
			w.expr[st] = n
			w.s.flow(w.iterate(n), elem)
			continue
		}
		w.s.flow(w.gen(x), elem)
	}
	return elem
}

func (w *walker) tuple(e *ast.Tuple) *node {
	for _, x := range e.Elts {
		if _, ok := x.(*ast.Starred); ok {
			return w.s.with(&kind{op: opVarTuple, args: []*node{w.elements(e.Elts)}})
		}
	}
	return w.s.with(&kind{op: opTuple, args: copies(w.s, w.genAll(e.Elts))})
}

// copies gives each node a node of its own that receives from it, so that what
// arrives at the copy does not reach the original.
func copies(s *solver, list []*node) []*node {
	out := make([]*node, len(list))
	for i, n := range list {
		out[i] = s.node()
		s.flow(n, out[i])
	}
	return out
}

func (w *walker) dict(e *ast.Dict) *node {
	key, val := w.s.node(), w.s.node()
	for i, k := range e.Keys {
		v := w.gen(e.Values[i])
		if k == nil {
			w.spreadMapping(v)
			w.s.on(v, func(k *kind) {
				if k.op == opDict {
					w.s.flow(k.args[0], key)
					w.s.flow(k.args[1], val)
					return
				}
				w.s.flow(w.s.unknown, key)
				w.s.flow(w.s.unknown, val)
			})
			continue
		}
		w.s.flow(w.gen(k), key)
		w.s.flow(v, val)
	}
	return w.s.with(&kind{op: opDict, args: []*node{key, val}})
}

// spreadMapping handles what stands after two stars: the runtime asks an
// instance for its keys and items.
func (w *walker) spreadMapping(n *node) {
	w.s.on(n, func(k *kind) {
		if k.op == opInst {
			k.class.dynamic("an instance is spread with **")
			w.s.escape(w.s.with(k))
		}
	})
}

func (w *walker) comp(e ast.Expr, gens []*ast.Comprehension, body func()) {
	saved, savedEnv := w.sc, w.env
	first := w.gen(gens[0].Iter)
	w.env = w.env.copy()
	if _, ok := e.(*ast.GeneratorExp); ok {
		w.disturb()
	}
	for i, g := range gens {
		it := first
		if i > 0 {
			it = w.gen(g.Iter)
		}
		w.sc = w.bind.scopes[e]
		if g.IsAsync {
			w.disturb()
			w.assign(g.Target, w.asyncIterate(it), nil)
		} else {
			w.assign(g.Target, w.iterate(it), nil)
		}
		for _, f := range g.Ifs {
			w.env, _ = w.cond(f)
		}
	}
	w.sc = w.bind.scopes[e]
	body()
	inner := w.env
	w.sc = saved
	w.env = savedEnv
	// a walrus in the comprehension binds outside of it
	for sym, d := range inner.defs {
		if sym.scope.kind != compScope && savedEnv.defs[sym] != d {
			w.env.defs[sym] = w.mergeDef(sym, []*env{savedEnv, inner})
		}
	}
}

// IsAsyncGenerator reports whether a generator expression gives an
// asynchronous generator: it iterates with `async for`, or awaits, or contains
// another asynchronous comprehension.
func IsAsyncGenerator(e *ast.GeneratorExp) bool {
	found := false
	for i, g := range e.Generators {
		if g.IsAsync {
			return true
		}
		if i > 0 {
			found = found || hasAwait(g.Iter)
		}
		for _, f := range g.Ifs {
			found = found || hasAwait(f)
		}
	}
	return found || hasAwait(e.Elt)
}

func hasAwait(e ast.Expr) bool {
	found := false
	ast.Walk(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Await:
			found = true
		case *ast.Comprehension:
			found = found || n.IsAsync
		case *ast.GeneratorExp:
			found = found || hasAwait(n.Generators[0].Iter)
			return false
		case *ast.Lambda:
			return false
		}
		return !found
	})
	return found
}

// lambda walks a lambda's body.
func (w *walker) lambda(fn *Func, e *ast.Lambda) {
	ff := w.fns[fn]
	sub := &walker{inference: w.inference, fn: ff, sc: w.bind.scopes[e], env: newEnv(), cls: w.cls}
	sub.bindParams(ff)
	w.s.flow(sub.gen(e.Body), ff.result)
}
