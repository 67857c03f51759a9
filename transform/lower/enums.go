package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/types"
)

// An enum is a Go struct with one instance for each member, in a package-level
// variable:
//
//	type Color struct{ py.EnumMember[int] }
//
//	var (
//		ColorRed  = py.NewMember[Color]("RED", 1)
//		colorEnum = py.DefineEnum("Color", py.Enum, ColorRed)
//	)
//
// Where its type is not static, a member is an object of the class that CPython
// would have made; Boxed gives it.

// enumOf is the enum that values of type t are members of, nil if they are not.
func enumOf(t types.Type) *infer.Class {
	if i, ok := t.(*types.Instance); ok {
		if c := i.Class.(*infer.Class); c.Typed && c.Enum != nil {
			return c
		}
	}
	return nil
}

// enumOrNone is enumOf for a type that may be optional.
func enumOrNone(t types.Type) *infer.Class {
	if o, ok := t.(*types.Optional); ok {
		t = o.Elem
	}
	return enumOf(t)
}

// enumVar is the variable of an enum's class.
func (l *lowerer) enumVar(c *infer.Class) *ir.Var {
	g := l.class(c)
	if !l.declared[g.value] {
		g.value.Name, g.value.Type = c.Name+"_enum", ptr(pyNamed("EnumOf", l.structType(c)))
		l.declared[g.value] = true
	}
	return g.value
}

// enumMembers emits the members of an enum, and runs its constructor for them.
func (b *body) enumMembers(c *infer.Class) {
	var list, aliases []*infer.EnumMember
	for _, m := range c.Enum.Members {
		if m.Alias != nil {
			aliases = append(aliases, m)
			continue
		}
		list = append(list, m)
	}
	args := []ir.Expr{str(c.Name), enumBases(c)}
	for _, m := range list {
		v := b.memberVar(m)
		made := pyRef("NewMember", &ir.Named{Decl: b.l.class(c).decl})
		switch c.Enum.Value {
		case types.Int, types.Str, types.Bool:
		default:
			made.Args = append(made.Args, b.l.goType(c.Enum.Value))
		}
		b.declareMember(v, call(made, str(m.Field.Name), b.memberValue(c, m)), m.Field)
		args = append(args, use(v))
	}
	def := pyCall("DefineEnum", args...)
	for _, m := range aliases {
		v := b.memberVar(m)
		b.declareMember(v, use(b.memberVar(m.Alias)), m.Field)
		def = method(def, "Alias", str(m.Field.Name), use(v))
	}
	b.l.prog.Decls = append(b.l.prog.Decls, &ir.VarDecl{Var: b.l.enumVar(c), Value: def})
	init := c.FindMethod("__init__")
	if init == nil {
		return
	}
	for _, m := range list {
		elts := []ast.Expr{m.Field.Default}
		if t, ok := m.Field.Default.(*ast.Tuple); ok {
			elts = t.Elts
		}
		var values []ir.Expr
		for i, p := range init.Params[1:] {
			values = append(values, b.exprTo(elts[i], p.Var.Type).x)
		}
		b.initCall(val{use(b.memberVar(m)), &types.Instance{Class: c}, fixed}, init, values)
	}
}

func (b *body) declareMember(v *ir.Var, value ir.Expr, f *infer.Field) {
	d := &ir.VarDecl{Var: v, Value: value}
	if s, ok := f.Node.(ast.Stmt); ok {
		meta(&d.Meta, s.Base())
	}
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

func (b *body) memberVar(m *infer.EnumMember) *ir.Var {
	v := b.l.classVar(m.Field)
	b.l.declared[v] = true
	return v
}

// memberValue is the value of a member.
func (b *body) memberValue(c *infer.Class, m *infer.EnumMember) ir.Expr {
	var v val
	switch k := m.Const.(type) {
	case int64:
		v = lit(intLit(k), types.Int)
	case string:
		v = lit(str(k), types.Str)
	default:
		return b.exprTo(m.Field.Default, c.Enum.Value).x
	}
	return b.convert(v, c.Enum.Value).x
}

// enumBases is what an enum derives from, for the runtime.
func enumBases(c *infer.Class) ir.Expr {
	last := c.StubBases[len(c.StubBases)-1]
	base := pyRef(last.Name)
	if len(c.StubBases) == 1 {
		return base
	}
	data := pyRef("IntType")
	if c.Enum.Data == types.Str {
		data = pyRef("StrType")
	}
	return &ir.Composite{Type: pyNamed("Bases"), Elts: []ir.Elt{{Value: data}, {Value: base}}}
}

// enumClassValue is the class of an enum: its members where it is gone through,
// else the class object.
func (b *body) enumClassValue(c *infer.Class, t types.Type) val {
	if vt, ok := t.(*types.VarTuple); ok && enumOf(vt.Elem) == c {
		return val{method(use(b.l.enumVar(c)), "Members"), vt, fixed}
	}
	return val{method(use(b.l.enumVar(c)), "Class"), types.Any, fixed}
}

// enumAttr is the name or the value of a member.
func (b *body) enumAttr(e *ast.Attribute, r *infer.EnumAttrRef) val {
	if r.Name == "__members__" {
		t := &types.Dict{Key: types.Str, Value: &types.Instance{Class: r.Class}}
		return val{method(use(b.l.enumVar(r.Class)), "Map"), t, reads}
	}
	x := b.instanceOf(b.expr(e.Value), e.Attr)
	if r.Name == "name" {
		return val{&ir.Select{X: x.x, Name: "Name", Type: ir.String}, types.Str, x.o}
	}
	t := r.Class.Enum.Value
	return val{&ir.Select{X: x.x, Name: "Value", Type: b.l.goType(t)}, t, x.o}
}

// enumItem is Color["RED"].
func (b *body) enumItem(e *ast.Subscript) (val, bool) {
	r, ok := b.l.info.Refs[e.Value].(*infer.ClassRef)
	if !ok || !r.Class.Typed || r.Class.Enum == nil {
		return val{}, false
	}
	name := b.expr(e.Slice)
	if name.t != types.Str {
		return val{}, false
	}
	return val{method(use(b.l.enumVar(r.Class)), "ByName", name.x), &types.Instance{Class: r.Class}, acts}, true
}

// data is the int or str that a member of IntEnum and the like is beside, v
// itself for other values.
func (b *body) data(v val) val {
	if c := enumOf(v.t); c != nil && c.Enum.Data != nil {
		return val{&ir.Select{X: v.x, Name: "Value", Type: b.l.goType(c.Enum.Data)}, c.Enum.Data, v.o}
	}
	return v
}

// shown is data for a value whose text is wanted.
func (b *body) shown(v val) val {
	if c := enumOf(v.t); c != nil && c.Enum.Plain && c.FindMethod("__str__") == nil {
		return b.data(v)
	}
	return v
}

// text is look for a value that becomes a text: the runtime knows members of
// enums and named tuples there.
func (b *body) text(v val) val {
	if standsFor(v.t) {
		return val{v.x, types.Any, v.o}
	}
	return b.look(v)
}

// flagNames are the functions of the runtime for operators on flags.
var flagNames = map[ast.Operator]string{ast.BitOr: "FlagOr", ast.BitAnd: "FlagAnd", ast.BitXor: "FlagXor"}

// flagBinary is an operator on two flags of a class.
func (b *body) flagBinary(op ast.Operator, x, y val) (val, bool) {
	c := enumOf(x.t)
	if c == nil || !c.Enum.Flag || enumOf(y.t) != c || flagNames[op] == "" {
		return val{}, false
	}
	return val{pyCall(flagNames[op], x.x, y.x), x.t, max(x.o, y.o, reads)}, true
}

// sameEnum reports whether two values are members of one enum, or None: those
// are the same where their pointers are.
func sameEnum(x, y val) bool {
	c := enumOrNone(x.t)
	return c != nil && enumOrNone(y.t) == c
}

// comparesItself reports whether an enum has the method of a comparison.
func comparesItself(c *infer.Class, op ast.CmpOperator) bool {
	name, other := special.Compare(op)
	return c.FindMethod(name) != nil || c.FindMethod(other) != nil
}

// memberOf reports whether an expression is Color.MEMBER of an enum.
func (b *body) memberOf(e ast.Expr, c *infer.Class) bool {
	a, ok := e.(*ast.Attribute)
	if !ok {
		return false
	}
	r, ok := b.l.info.Refs[a].(*infer.ClassVarRef)
	_, named := b.l.info.Refs[a.Value].(*infer.ClassRef)
	return ok && named && r.Class == c
}
