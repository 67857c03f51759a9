package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// readField lowers x.field of a struct.
func (b *body) readField(e *ast.Attribute, r *infer.FieldRef) val {
	x := b.expr(e.Value)
	v := val{b.fieldOf(x, r, e.Attr), r.Field.Type, max(x.o, b.l.steady.field(b.f, r.Field))}
	if t := b.typeOf(e); t != types.Any && !types.Identical(t, v.t) {
		return b.convert(v, t)
	}
	return v
}

// fieldOf is the Go field of a value, with the check that it is not None.
func (b *body) fieldOf(x val, r *infer.FieldRef, attr string) ir.Expr {
	x = b.instanceOf(x, attr)
	return &ir.FieldRef{X: b.part(x, r.Field.Class), Field: b.l.field(r.Field)}
}

// instanceOf takes an instance out of an optional.
func (b *body) instanceOf(x val, attr string) val {
	if opt, ok := x.t.(*types.Optional); ok {
		return b.notNone(x, opt, "AttributeError", fmt.Sprintf("'NoneType' object has no attribute '%s'", attr))
	}
	return x
}

func (b *body) readClassVar(e *ast.Attribute, r *infer.ClassVarRef) val {
	if _, ok := b.l.info.Refs[e.Value].(*infer.ClassRef); !ok && varOverridden(r.Field) {
		x := b.instanceOf(b.expr(e.Value), e.Attr)
		if t, ok := x.t.(*types.Instance); ok && isOpen(t.Class.(*infer.Class)) {
			return val{call(&ir.MethodRef{X: x.x, Func: b.l.ifaceVar(r.Field)}), r.Field.Type, acts}
		}
	}
	return val{use(b.l.classVar(r.Field)), r.Field.Type, reads}
}

func (b *body) readProperty(e *ast.Attribute, r *infer.PropertyRef) val {
	return b.getProperty(b.instanceOf(b.expr(e.Value), e.Attr), r)
}

func (b *body) getProperty(x val, r *infer.PropertyRef) val {
	fun, self := b.target(x, r.Getter, false)
	return b.invoke(r.Getter, fun, self, false)
}

func (b *body) setProperty(x val, r *infer.PropertyRef, v val) {
	v = b.convert(v, r.Setter.Params[1].Var.Type)
	fun, self := b.target(x, r.Setter, false)
	b.discard(b.invoke(r.Setter, fun, append(self, v.x), false))
}

func (b *body) deleteProperty(x val, r *infer.PropertyRef) {
	fun, self := b.target(x, r.Deleter, false)
	b.discard(b.invoke(r.Deleter, fun, self, false))
}

// methodValue is a bound method as a value.
func (b *body) methodValue(e *ast.Attribute, r *infer.MethodRef) val {
	if r.Func.Kind == infer.StaticMethod {
		if _, ok := r.Func.ValueType.(*types.Func); ok {
			return b.funcValue(r.Func)
		}
		b.methodFunc(r.Func)
		return val{b.funcObject(r.Func), types.Any, acts}
	}
	if !r.Bound && r.Func.Kind == infer.Method {
		return b.unboundMethod(e.Attr, r.Func)
	}
	x := b.hold(b.instanceOf(b.expr(e.Value), e.Attr), "receiver")
	if t, ok := b.typeOf(e).(*types.Func); ok {
		return val{b.goMethodValue(x, r.Func, t), t, acts}
	}
	params := r.Func.Params[1:]
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	args := &ir.Var{Name: "args", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: types.Any}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx, args}, Results: []*ir.Var{{Type: ir.Any}, {Type: ir.Error}}}
	fl.Body = inner.block(func() {
		var list []ir.Expr
		for i, p := range params {
			list = append(list, inner.fromArgs(val{&ir.Index{X: use(args), I: intLit(int64(i))}, types.Any, stable}, p).x)
		}
		fun, self := inner.target(x, r.Func, false)
		inner.ret(inner.box(inner.invokeMethod(r.Func, self, fun, list, false)).x)
	})
	f := *r.Func
	f.Params = params
	return val{pyCall("NewFunc", str(r.Func.Name), b.l.params(b, &f), fl), types.Any, acts}
}

// unboundMethod is the function behind a method, which takes the instance
// first.
func (b *body) unboundMethod(attr string, f *infer.Func) val {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	args := &ir.Var{Name: "args", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: types.Any}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx, args}, Results: []*ir.Var{{Type: ir.Any}, {Type: ir.Error}}}
	fl.Body = inner.block(func() {
		list := make([]val, len(f.Params))
		for i, p := range f.Params {
			list[i] = inner.fromArgs(val{&ir.Index{X: use(args), I: intLit(int64(i))}, types.Any, stable}, p)
		}
		fun, self := inner.target(inner.spill(inner.instanceOf(list[0], attr), "receiver"), f, false)
		inner.ret(inner.box(inner.invokeMethod(f, self, fun, exprs(list[1:]), false)).x)
	})
	return val{pyCall("NewFunc", str(f.Name), b.l.params(b, f), fl), types.Any, acts}
}

// goMethodValue is a bound method as a Go func value.
func (b *body) goMethodValue(x val, m *infer.Func, t *types.Func) ir.Expr {
	ctx := &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	inner := &body{l: b.l, f: b.f, ctx: ctx, canErr: true, result: b.l.funcValueResult(t)}
	fl := &ir.FuncLit{Params: []*ir.Var{ctx}}
	fl.Body = inner.block(func() {
		var args []ir.Expr
		for i, p := range m.Params[1:] {
			if i >= len(t.Params) {
				args = append(args, inner.convert(inner.defaultValue(p), p.Var.Type).x)
				continue
			}
			v := &ir.Var{Name: p.Name, Type: b.l.goType(t.Params[i]), Param: true}
			fl.Params = append(fl.Params, v)
			args = append(args, inner.convert(lit(use(v), t.Params[i]), p.Var.Type).x)
		}
		fun, self := inner.target(x, m, false)
		v := inner.invokeMethod(m, self, fun, args, false)
		if inner.result == types.None {
			inner.discard(v)
			inner.ret(nil)
			return
		}
		inner.ret(inner.convert(v, inner.result).x)
	})
	if inner.result != types.None {
		fl.Results = append(fl.Results, &ir.Var{Type: b.l.goType(inner.result)})
	}
	fl.Results = append(fl.Results, &ir.Var{Type: ir.Error})
	return fl
}

// methodCall lowers the call of a typed class's method.
func (b *body) methodCall(e *ast.Call, c *infer.Call, awaited bool) val {
	m := c.Func
	if m.Kind == infer.StaticMethod || m.Kind == infer.ClassMethod {
		params := m.Params
		if m.Kind == infer.ClassMethod {
			params = params[1:]
		}
		args := b.userArgs(c, m, params)
		return b.invoke(m, &ir.FuncRef{Func: b.methodFunc(m)}, args, awaited)
	}
	params := m.Params[1:]
	recvNode := ast.Node(c.Recv)
	if c.Recv == nil {
		recvNode = e.Func
	}
	recv := func() val {
		if c.Recv == nil || b.isSuper(c.Recv) {
			return val{use(b.self), &types.Instance{Class: b.class}, stable}
		}
		return b.instanceOf(b.expr(c.Recv), m.Name)
	}
	self, args := b.userArgsWith(recvNode, recv, c, m, params)
	if m.Async && !awaited && !m.Generator {
		self = b.spill(val{self.x, self.t, reads}, "receiver")
	}
	if fixedSignature(m) {
		for i, p := range params {
			args[i] = b.box(val{args[i], p.Var.Type, reads}).x
		}
	}
	fun, whole := b.target(self, m, c.Static)
	return b.invokeMethod(m, whole, fun, args, awaited)
}

// invokeMethod is invoke for a method; self is the instance where the Go
// function takes it as an argument.
func (b *body) invokeMethod(m *infer.Func, self []ir.Expr, fun ir.Expr, args []ir.Expr, awaited bool) val {
	if m.Async && !m.Generator && !awaited {
		f := *m
		if len(self) == 0 {
			f.Params = m.Params[1:]
		}
		return b.coroutine(&f, fun, append(self, args...))
	}
	return b.invoke(m, fun, append(self, args...), awaited)
}

// dunder calls a special method of a typed instance for an operator.
func (b *body) dunder(x val, t *types.Instance, name string, args ...val) (val, bool) {
	m := t.Class.(*infer.Class).FindMethod(name)
	if m == nil || len(m.Params) < len(args)+1 {
		return val{}, false
	}
	list := make([]ir.Expr, 0, len(m.Params)-1)
	for i, p := range m.Params[1:] {
		switch {
		case i < len(args):
			list = append(list, b.convert(args[i], p.Var.Type).x)
		case p.Default != nil:
			list = append(list, b.convert(b.defaultValue(p), p.Var.Type).x)
		default:
			return val{}, false
		}
	}
	fun, self := b.target(x, m, false)
	return b.invoke(m, fun, append(self, list...), false), true
}
