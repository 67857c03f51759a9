package lower

import (
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// expose registers the attributes of a struct that code reaches through
// values without static type.
func (b *body) expose(c *infer.Class) {
	list := c.Exposed()
	if len(list) == 0 || !b.l.isStruct(c) {
		return
	}
	args := []ir.Expr{str(c.Name), &ir.Convert{Type: b.l.structType(c), X: &ir.Nil{}}}
	for _, x := range list {
		args = append(args, b.exposed(c, x))
	}
	b.add(&ir.ExprStmt{X: pyCall("Expose", args...)})
}

func (b *body) exposed(c *infer.Class, x infer.Exposure) ir.Expr {
	if x.Field != nil {
		var set ir.Expr = &ir.Nil{}
		if x.Stored {
			set = b.slotSetter(c, x.Field)
		}
		return pyCall("Slot", str(x.Name), b.slotGetter(c, x.Field), set)
	}
	v := method(b.unboundMethod(x.Name, x.Method).x, "WithQualname", str(b.l.qualname(x.Method)))
	if x.Method.Kind == infer.PropertyGetter {
		v = pyCall("PropertyOf", v)
	}
	return &ir.Composite{Type: pyNamed("ClassMember"), Elts: []ir.Elt{{Name: "Name", Value: str(x.Name)}, {Name: "Value", Value: v}}}
}

// slotSelf is the parameter of a slot's functions: the struct itself.
func (b *body) slotSelf(c *infer.Class) (*ir.Var, val) {
	self := &ir.Var{Name: "self", Type: b.l.structType(c), Param: true}
	b.l.structSelf[self] = true
	return self, val{use(self), &types.Instance{Class: c}, stable}
}

func (b *body) slotGetter(c *infer.Class, f *infer.Field) ir.Expr {
	self, x := b.slotSelf(c)
	inner := &body{l: b.l, f: b.f, result: types.Any}
	fl := &ir.FuncLit{Params: []*ir.Var{self}, Results: []*ir.Var{{Type: ir.Any}}}
	fl.Body = inner.block(func() {
		v := val{inner.fieldOf(x, &infer.FieldRef{Class: c, Field: f}, f.Name), f.Type, reads}
		inner.add(&ir.Return{Values: []ir.Expr{inner.box(v).x}})
	})
	return fl
}

func (b *body) slotSetter(c *infer.Class, f *infer.Field) ir.Expr {
	self, x := b.slotSelf(c)
	v := &ir.Var{Name: "v", Type: ir.Any, Param: true}
	inner := &body{l: b.l, f: b.f}
	fl := &ir.FuncLit{Params: []*ir.Var{self, v}}
	fl.Body = inner.block(func() {
		value := inner.convert(val{use(v), types.Any, stable}, f.Type)
		inner.add(assign(inner.fieldOf(x, &infer.FieldRef{Class: c, Field: f}, f.Name), value.x))
	})
	return fl
}
