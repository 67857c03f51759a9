package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// A named tuple is a Go struct. Where its type is not static it is the tuple
// that CPython would have made: Boxed gives it.

// recordOf is the named tuple class that values of type t are instances of, nil
// if they are of none.
func recordOf(t types.Type) *infer.Class {
	if i, ok := t.(*types.Instance); ok {
		if c := i.Class.(*infer.Class); c.Record() {
			return c
		}
	}
	return nil
}

// standsFor reports whether values of type t are objects of a class made at run
// time where they lie in an any.
func standsFor(t types.Type) bool { return enumOf(t) != nil || recordOf(t) != nil }

// recordVar is the variable of a named tuple's class.
func (l *lowerer) recordVar(c *infer.Class) *ir.Var {
	g := l.class(c)
	if !l.declared[g.value] {
		g.value.Name, g.value.Type = c.Name+"_tuple", ptr(pyNamed("NamedTupleOf", l.structType(c)))
		l.declared[g.value] = true
	}
	return g.value
}

// recordMethods emits what makes a struct a named tuple.
func (b *body) recordMethods(c *infer.Class) {
	n := &body{l: b.l, class: c, result: types.Any, canErr: true}
	items := &ir.Var{Name: "items", Type: &ir.Slice{Elem: ir.Any}, Param: true}
	maker := &ir.FuncLit{Params: []*ir.Var{items}, Results: []*ir.Var{{Type: b.l.structType(c)}}}
	maker.Body = n.block(func() {
		made := &ir.Composite{Type: &ir.Named{Decl: b.l.class(c).decl}, Addr: true}
		for i, f := range c.Fields {
			item := val{&ir.Index{X: use(items), I: intLit(int64(i))}, types.Any, stable}
			made.Elts = append(made.Elts, ir.Elt{Field: b.l.field(f), Value: n.unboxed(item, f.Type).x})
		}
		n.add(&ir.Return{Values: []ir.Expr{made}})
	})
	names := &ir.Composite{Type: &ir.Slice{Elem: ir.String}}
	var defaults []ir.Expr
	for _, f := range c.Fields {
		names.Elts = append(names.Elts, ir.Elt{Value: str(f.Name)})
		if f.Default != nil {
			defaults = append(defaults, n.box(n.expr(f.Default)).x)
		}
	}
	def := pyCall("DefineNamedTuple", append([]ir.Expr{str(c.Name), names, maker}, defaults...)...)
	b.l.prog.Decls = append(b.l.prog.Decls, &ir.VarDecl{Var: b.l.recordVar(c), Value: def})

	b.genMethod(c, "Boxed", nil, ir.Any, func(n *body, self *ir.Var) {
		args := []ir.Expr{use(self)}
		for _, f := range c.Fields {
			args = append(args, n.box(val{&ir.FieldRef{X: use(self), Field: b.l.field(f)}, f.Type, reads}).x)
		}
		n.add(&ir.Return{Values: []ir.Expr{method(use(b.l.recordVar(c)), "Box", args...)}})
	})
	other := &ir.Var{Name: "other", Type: b.l.structType(c), Param: true}
	b.genMethod(c, "EqualTo", []*ir.Var{other}, ir.Bool, func(n *body, self *ir.Var) {
		var out ir.Expr
		for _, f := range c.Fields {
			x := val{&ir.FieldRef{X: use(self), Field: b.l.field(f)}, f.Type, stable}
			y := val{&ir.FieldRef{X: use(other), Field: b.l.field(f)}, f.Type, stable}
			same := n.compareOp(ast.Eq, x, y, false).x
			if f.Type == types.Float {
				same = pyCall("SameFloat", x.x, y.x) // the items of tuples are compared for identity first
			}
			if out == nil {
				out = same
			} else {
				out = binary("&&", out, same)
			}
		}
		n.add(&ir.Return{Values: []ir.Expr{out}})
	})
	b.genMethod(c, "Hash", nil, ir.Int, func(n *body, self *ir.Var) {
		key := n.fieldTuple(self, c.Fields, func(*infer.Field) bool { return true })
		n.add(&ir.Return{Values: []ir.Expr{pyCall("Hash", key)}})
	})
}

// unboxed is unbox for a type that may be Any.
func (b *body) unboxed(v val, t types.Type) val {
	if t == types.Any {
		return v
	}
	return b.unbox(v, t)
}

// recordParts are the fields of a named tuple as values.
func (b *body) recordParts(v val) []val {
	c := recordOf(v.t)
	if c == nil {
		return nil
	}
	v = b.spill(v, c.Name)
	out := make([]val, len(c.Fields))
	for i, f := range c.Fields {
		out[i] = val{&ir.FieldRef{X: v.x, Field: b.l.field(f)}, f.Type, stable}
	}
	return out
}

// recordItems is a named tuple whose fields have one type as a tuple of those.
func (b *body) recordItems(v val) (val, bool) {
	c := recordOf(v.t)
	if c == nil || c.Fields[0].Type == types.Any {
		return val{}, false
	}
	t := c.Fields[0].Type
	for _, f := range c.Fields {
		if !types.Identical(f.Type, t) {
			return val{}, false
		}
	}
	return val{call(pyRef("NewTuple", b.l.goType(t)), exprs(b.recordParts(v))...), &types.VarTuple{Elem: t}, stable}, true
}
