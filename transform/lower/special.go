package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// specialSig is the Go form of f if it is a special method of a typed class,
// nil otherwise.
func specialSig(f *infer.Func) *special.Method {
	if f.Class == nil || !f.Class.Typed || f.Kind != infer.Method {
		return nil
	}
	if sm := special.Lookup(f.Name); sm != nil && sm.Go != "" {
		return sm
	}
	return nil
}

// fixedSignature reports whether f is a special method of a typed class that
// the runtime calls through an interface: no context, errors are thrown.
func fixedSignature(f *infer.Func) bool {
	sig := specialSig(f)
	return sig != nil && sig.Caller == special.Runtime
}

// isExit reports whether f is an __exit__ or __aexit__ of a typed class.
func isExit(f *infer.Func) bool {
	sig := specialSig(f)
	return sig != nil && sig.Exit
}

// exitParams gives an __exit__ the Go form: the exception arrives as an error,
// and the method tells whether it is suppressed. Its three parameters in Python
// are made of the error at the start, as far as the body uses them.
func (b *body) exitParams(m *infer.Func, params []*ir.Var) []*ir.Var {
	n := len(params) - len(m.Params) + 1
	return append(params[:n:n], b.l.exitErr(m))
}

func (l *lowerer) exitErr(m *infer.Func) *ir.Var {
	g := l.function(m)
	if g.exit == nil {
		g.exit = &ir.Var{Name: "err", Type: ir.Error, Param: true}
	}
	return g.exit
}

// exitStart makes the three parameters of an __exit__.
func (b *body) exitStart(m *infer.Func) {
	err := b.l.exitErr(m)
	if p := m.Params[1]; p.Kind == stubs.VarPos {
		if b.l.usage.used(p.Var) {
			v := b.l.goVar(p.Var)
			v.Param = false
			parts := val{pyCall("ExcInfo", use(err)), &types.VarTuple{Elem: types.Any}, reads}
			b.add(assign(use(v), b.convert(parts, p.Var.Type).x))
		}
		return
	}
	for i, name := range []string{"ExcType", "ExcValue", "ExcTraceback"} {
		p := m.Params[i+1]
		if !b.l.usage.used(p.Var) {
			continue
		}
		v := b.l.goVar(p.Var)
		v.Param = false
		b.add(assign(use(v), b.convert(val{pyCall(name, use(err)), types.Any, reads}, p.Var.Type).x))
	}
}

// isNotImplemented reports whether a special method returns NotImplemented.
func (b *body) isNotImplemented(e ast.Expr) bool {
	r, ok := b.l.info.Refs[e].(*infer.StubRef)
	if !ok || symbolRole(r.Symbol) != "notimplemented" {
		return false
	}
	return special.Lookup(b.f.Name).Declines()
}

// notImplemented lowers `return NotImplemented` of a special method: where no
// other operand can answer, the operation fails as Python's does in the end.
func (b *body) notImplemented(m *infer.Func) {
	if m.Name == "__eq__" {
		b.ret(boolLit(false))
		return
	}
	self := b.box(val{use(b.self), &types.Instance{Class: m.Class}, stable}).x
	other := ir.Expr(&ir.Nil{})
	if len(m.Params) > 1 {
		other = b.box(b.readVar(m.Params[1].Var, nil)).x
	}
	switch sm := special.Lookup(m.Name); sm.Form {
	case special.Comparison:
		b.raise(pyCall("NoOrder", str(sm.Symbol), self, other))
	case special.Reflected:
		b.raise(pyCall("NoOperator", str(sm.Symbol), other, self))
	default:
		b.raise(pyCall("NoOperator", str(sm.Symbol), self, other))
	}
}

// operatorCall lowers an operator by the special method of an operand of a
// typed class; false if neither has one.
func (b *body) operatorCall(op ast.Operator, x, y val, inPlace bool) (val, bool) {
	direct, reflected, inPlaceName := special.Binary(op)
	if t, ok := x.t.(*types.Instance); ok {
		c := t.Class.(*infer.Class)
		if inPlace && c.FindMethod(inPlaceName) != nil {
			return b.dunder(x, t, inPlaceName, y)
		}
		if c.FindMethod(direct) != nil {
			return b.dunder(x, t, direct, y)
		}
	}
	if t, ok := y.t.(*types.Instance); ok && t.Class.(*infer.Class).FindMethod(reflected) != nil {
		vs := b.sequence(func() val { return x }, func() val { return y })
		return b.dunder(vs[1], t, reflected, b.spill(vs[0], "left"))
	}
	return val{}, false
}

// iterInstance ranges over an instance of a typed class that defines __iter__.
func (b *body) iterInstance(v val, t *types.Instance) (ir.Expr, types.Type, bool) {
	it, ok := b.dunder(v, t, "__iter__")
	if !ok {
		return nil, nil, false
	}
	if next, ok := it.t.(*types.Instance); ok {
		m := next.Class.(*infer.Class).FindMethod("__next__")
		if m == nil {
			return nil, nil, false
		}
		it = b.spill(it, "it")
		fun, whole := b.target(it, m, false)
		if len(whole) > 0 {
			fl := &ir.FuncLit{Results: []*ir.Var{{Type: b.l.goType(m.Result)}, {Type: ir.Error}}}
			fl.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call(fun, whole...)}}}
			fun = fl
		}
		return pyCall("Iterate", fun), m.Result, true
	}
	b.l.once[it.x] = true
	seq, elem := b.iterate(it)
	return seq, elem, true
}

// enterInstance is what the manager of a with statement gives, where it is an
// instance of a typed class.
func (b *body) enterInstance(t *types.Instance, enter string) (types.Type, bool) {
	c := t.Class.(*infer.Class)
	m := c.FindMethod(enter)
	if m == nil {
		return nil, false
	}
	if isOpen(c) {
		// The runtime calls them on the interface of the class.
		b.l.ifaceMethod(m)
		if exit := c.FindMethod(strings.Replace(enter, "enter", "exit", 1)); exit != nil {
			b.l.ifaceMethod(exit)
		}
	}
	return m.Result, true
}

// anextLoop gives the sequence of an asynchronous iterator of a typed class.
func (b *body) anextLoop(v val, t *types.Instance) (ir.Expr, types.Type) {
	m := t.Class.(*infer.Class).FindMethod("__anext__")
	if m == nil {
		return aioCall("Each", b.context(), b.box(v).x), types.Any
	}
	v = b.spill(v, "it")
	fun, whole := b.target(v, m, false)
	if len(whole) > 0 {
		ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
		fl := &ir.FuncLit{Params: []*ir.Var{ctx}, Results: []*ir.Var{{Type: b.l.goType(m.Result)}, {Type: ir.Error}}}
		fl.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{call(fun, append([]ir.Expr{use(ctx)}, whole...)...)}}}
		fun = fl
	}
	return aioCall("IterateAsync", b.context(), fun), m.Result
}
