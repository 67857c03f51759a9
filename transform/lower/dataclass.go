package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/types"
)

// dataFields are the fields of a dataclass's constructor, bases' first.
func dataFields(c *infer.Class) []*infer.Field {
	var out []*infer.Field
	for _, base := range c.Bases {
		out = append(out, dataFields(base)...)
	}
	for _, f := range c.Fields {
		if f.Class == c {
			out = append(out, f)
		}
	}
	return out
}

// dataclassMethods emits Equal and Repr of a dataclass.
func (b *body) dataclassMethods(c *infer.Class) {
	fields := dataFields(c)
	if c.Dataclass.Repr && c.FindMethod("__repr__") == nil {
		b.dataclassRepr(c, fields)
	}
	if c.Dataclass.Eq && c.FindMethod("__eq__") == nil {
		b.dataclassEqual(c, fields)
	}
	if c.Unfolded {
		b.dataFieldNames(c, fields)
	}
	d := c.Dataclass
	if (d.UnsafeHash || d.Eq && d.Frozen) && c.FindMethod("__hash__") == nil {
		b.dataclassHash(c, fields)
	}
	if d.Order {
		for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
			b.dataclassOrder(c, fields, special.Lookup(name))
		}
	}
}

// dataFieldNames emits DataFields: the names of the fields, in order.
func (b *body) dataFieldNames(c *infer.Class, fields []*infer.Field) {
	names := &ir.Slice{Elem: ir.String}
	b.genMethod(c, "DataFields", nil, names, func(n *body, _ *ir.Var) {
		list := &ir.Composite{Type: names}
		for _, f := range fields {
			if !f.InitVar {
				list.Elts = append(list.Elts, ir.Elt{Value: str(f.Name)})
			}
		}
		n.add(&ir.Return{Values: []ir.Expr{list}})
	})
}

// dataclassHash emits Hash: that of the tuple of the fields.
func (b *body) dataclassHash(c *infer.Class, fields []*infer.Field) {
	b.genMethod(c, "Hash", nil, ir.Int, func(n *body, self *ir.Var) {
		key := n.fieldTuple(self, fields, func(f *infer.Field) bool {
			if f.HashOpt != nil {
				return *f.HashOpt
			}
			return f.Compare
		})
		n.add(&ir.Return{Values: []ir.Expr{pyCall("Hash", key)}})
	})
}

// fieldTuple is the tuple of some fields of a dataclass's instance.
func (b *body) fieldTuple(x *ir.Var, fields []*infer.Field, want func(*infer.Field) bool) ir.Expr {
	t := call(pyRef("NewTuple", ir.Any))
	for _, f := range fields {
		if want(f) {
			t.Args = append(t.Args, b.box(val{&ir.FieldRef{X: use(x), Field: b.l.field(f)}, f.Type, reads}).x)
		}
	}
	return t
}

// dataclassOrder emits a comparison of a dataclass with order=True: that of the
// tuples of the fields, for instances of the same class.
func (b *body) dataclassOrder(c *infer.Class, fields []*infer.Field, sm *special.Method) {
	other := &ir.Var{Name: "other", Type: ir.Any, Param: true}
	b.genMethod(c, sm.Go, []*ir.Var{other}, ir.Bool, func(n *body, self *ir.Var) {
		o := n.tempOf("o", b.l.structType(c))
		ok := n.tempOf("ok", ir.Bool)
		n.add(assign2(use(o), use(ok), &ir.TypeAssert{X: use(other), Type: b.l.structType(c)}))
		n.add(&ir.If{Cond: not(use(ok)), Then: []ir.Stmt{
			&ir.ExprStmt{X: pyCall("Throw", pyCall("NoOrder", str(sm.Symbol), use(self), use(other)))}}})
		compared := func(f *infer.Field) bool { return f.Compare }
		op := map[string]string{"<": "Lt", "<=": "Le", ">": "Gt", ">=": "Ge"}[sm.Symbol]
		n.add(&ir.Return{Values: []ir.Expr{pyCall(op, n.fieldTuple(self, fields, compared), n.fieldTuple(o, fields, compared))}})
	})
}

func (b *body) genMethod(c *infer.Class, name string, params []*ir.Var, result ir.Type, f func(n *body, self *ir.Var)) {
	self := &ir.Var{Name: "self", Type: b.l.structType(c), Param: true}
	n := &body{l: b.l, class: c, result: types.Any}
	fn := &ir.Func{Name: name, GoName: name, Recv: self, RecvDecl: b.l.class(c).decl, Params: params, Results: []*ir.Var{{Type: result}}}
	d := &ir.FuncDecl{Func: fn, Body: n.block(func() { f(n, self) })}
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

func (b *body) dataclassRepr(c *infer.Class, fields []*infer.Field) {
	b.genMethod(c, "Repr", nil, ir.String, func(n *body, self *ir.Var) {
		format := b.l.classQualname(c) + "("
		var args []ir.Expr
		first := true
		for _, f := range fields {
			if !f.Repr {
				continue
			}
			if !first {
				format += ", "
			}
			first = false
			x := val{&ir.FieldRef{X: use(self), Field: b.l.field(f)}, f.Type, reads}
			if f.Type == types.Int {
				format += f.Name + "=%d"
				args = append(args, x.x)
				continue
			}
			format += f.Name + "=%s"
			args = append(args, pyCall("Repr", n.look(x).x))
		}
		format += ")"
		n.add(&ir.Return{Values: []ir.Expr{pyCall("Sprintf", append([]ir.Expr{str(format)}, args...)...)}})
	})
}

func (b *body) dataclassEqual(c *infer.Class, fields []*infer.Field) {
	other := &ir.Var{Name: "other", Type: ir.Any, Param: true}
	b.genMethod(c, "Equal", []*ir.Var{other}, ir.Bool, func(n *body, self *ir.Var) {
		o := n.tempOf("o", b.l.structType(c))
		ok := n.tempOf("ok", ir.Bool)
		n.add(assign2(use(o), use(ok), &ir.TypeAssert{X: use(other), Type: b.l.structType(c)}))
		out := ir.Expr(use(ok))
		for _, f := range fields {
			if !f.Compare {
				continue
			}
			x := val{&ir.FieldRef{X: use(self), Field: b.l.field(f)}, f.Type, stable}
			y := val{&ir.FieldRef{X: use(o), Field: b.l.field(f)}, f.Type, stable}
			out = binary("&&", out, n.compareOp(ast.Eq, x, y, false).x)
		}
		n.add(&ir.Return{Values: []ir.Expr{out}})
	})
}

// factory is the value of a default_factory.
func (b *body) factory(f *infer.Field) val {
	switch t := f.Type.(type) {
	case *types.List:
		return val{call(pyRef("NewList", b.l.goType(t.Elem))), t, acts}
	case *types.Dict:
		return val{call(pyRef("NewDict", b.l.goType(t.Key), b.l.goType(t.Value))), t, acts}
	case *types.Set:
		return val{call(pyRef("NewSet", b.l.goType(t.Elem))), t, acts}
	}
	c := &ast.Call{Range: rangeOf(f.Factory), Func: f.Factory}
	if k := b.l.info.FactoryCalls[f]; k != nil {
		b.l.info.Calls[c] = k
	}
	return b.convert(b.call(c), f.Type)
}

func rangeOf(n ast.Node) ast.Range {
	s := n.Span()
	return ast.Range{Line: int32(s.Start.Line), Col: int32(s.Start.Col), EndLine: int32(s.End.Line), EndCol: int32(s.End.Col)}
}
