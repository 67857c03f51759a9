package lower

import (
	"slices"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// ownInit reports whether the __init__ of a typed class is a Go method beside
// the constructor, because subclasses use it too.
func (l *lowerer) ownInit(init *infer.Func) bool {
	return isOpen(init.Class) || l.hier.reinit[init]
}

// constructor emits the Go function that makes an instance, where a composite
// literal does not do.
func (b *body) constructor(c *infer.Class) {
	init := c.FindMethod("__init__")
	if init == nil {
		return
	}
	fn := b.l.ctor(c)
	n := &body{l: b.l, f: init, canErr: b.l.fails(init), class: c, result: &types.Instance{Class: c}}
	var self *ir.Var
	if b.l.ownInit(init) || init.Class != c {
		self = &ir.Var{Name: "self", Type: b.l.structType(c)}
	} else {
		self = b.l.goVar(init.Params[0].Var)
	}
	self.Temp = false
	n.self = self
	if b.l.takesCtx(init) {
		n.ctx = &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
		fn.Params = append(fn.Params, n.ctx)
	}
	var params []val
	for _, p := range init.Params[1:] {
		v := b.l.goVar(p.Var)
		if b.l.ownInit(init) || init.Class != c {
			v = &ir.Var{Name: p.Name, Type: b.l.goType(p.Var.Type)}
		}
		v.Param = true
		fn.Params = append(fn.Params, v)
		params = append(params, val{use(v), p.Var.Type, stable})
	}
	n.ctor = self
	fn.Results = []*ir.Var{{Type: b.l.goType(n.result)}}
	if n.canErr {
		fn.Results = append(fn.Results, &ir.Var{Type: ir.Error})
	}
	own := init.Class == c && !b.l.ownInit(init)
	stmts := n.block(func() {
		lit := &ir.Composite{Type: &ir.Named{Decl: b.l.class(c).decl}, Addr: true}
		rest := funcBody(init.Node)
		if own && c.Kind != infer.ExceptionClass {
			rest = n.initLiteral(lit, rest, init.Params[0].Var)
		}
		if own && len(rest) == 0 {
			n.ret(lit)
			return
		}
		n.add(assign(use(self), lit))
		if c.Kind == infer.ExceptionClass && !n.initsFirst(init, c) {
			n.initialArgs(self, c, init, params)
		}
		if own {
			n.stmts(rest)
		} else {
			n.initCall(val{use(self), n.result, stable}, init, exprs(params))
		}
		if !endsFlow(*n.out) {
			n.ret(use(self))
		}
	})
	d := &ir.FuncDecl{Func: fn, Doc: docLines(funcBody(init.Node)), Body: stmts}
	if init.Class == c {
		meta(&d.Meta, init.Node.(ast.Stmt).Base())
	}
	d.BlankBefore = false
	b.l.prog.Decls = append(b.l.prog.Decls, d)
}

// initLiteral moves the assignments of fields at the beginning of a constructor
// into the literal that makes the struct, and returns the other statements.
func (b *body) initLiteral(lit *ir.Composite, stmts []ast.Stmt, self *infer.Var) []ast.Stmt {
	if docText(stmts) != "" {
		stmts = stmts[1:]
	}
	var fields []*infer.Field
	var values []ast.Expr
	set := map[*infer.Field]bool{}
	for len(stmts) > 0 && stmts[0].Base().Comments == nil {
		fs, vs := b.fieldInits(stmts[0], self)
		again := false
		for _, f := range fs {
			again = again || set[f]
			set[f] = true
		}
		if len(fs) == 0 || again {
			break
		}
		fields, values = append(fields, fs...), append(values, vs...)
		stmts = stmts[1:]
	}
	fns := make([]func() val, len(fields))
	for i, f := range fields {
		fns[i] = func() val { return b.exprTo(values[i], f.Type) }
	}
	for i, v := range b.sequence(fns...) {
		lit.Elts = append(lit.Elts, ir.Elt{Field: b.l.field(fields[i]), Value: v.x})
	}
	lit.Multiline = len(lit.Elts) > 3
	return stmts
}

// fieldInits returns the fields and the values of `self.field = value`, of
// `self.a, self.b = x, y` and of `self.a = self.b = constant`, where no value
// needs the instance; nil for other statements.
func (b *body) fieldInits(s ast.Stmt, self *infer.Var) ([]*infer.Field, []ast.Expr) {
	var targets, values []ast.Expr
	switch s := s.(type) {
	case *ast.Assign:
		if tuple, ok := s.Value.(*ast.Tuple); ok && len(s.Targets) == 1 {
			if list, ok := targetList(s.Targets[0]); ok && len(list) == len(tuple.Elts) {
				targets, values = list, tuple.Elts
				break
			}
		}
		if _, ok := s.Value.(*ast.Constant); !ok && len(s.Targets) > 1 {
			return nil, nil
		}
		for _, t := range s.Targets {
			targets, values = append(targets, t), append(values, s.Value)
		}
	case *ast.AnnAssign:
		targets, values = []ast.Expr{s.Target}, []ast.Expr{s.Value}
	}
	var fields []*infer.Field
	for i, t := range targets {
		f := b.ownField(t, self)
		if f == nil || values[i] == nil || b.mentionsVar(values[i], self) {
			return nil, nil
		}
		fields = append(fields, f)
	}
	return fields, values
}

// ownField is the field that `self.field` names in the class under
// construction, or nil.
func (b *body) ownField(target ast.Expr, self *infer.Var) *infer.Field {
	a, ok := target.(*ast.Attribute)
	if !ok {
		return nil
	}
	if x, ok := a.Value.(*ast.Name); !ok || b.l.info.Vars[x] != self {
		return nil
	}
	r, ok := b.l.info.Refs[a].(*infer.FieldRef)
	if !ok || r.Field.Class != b.class {
		return nil
	}
	return r.Field
}

func (b *body) mentionsVar(e ast.Expr, v *infer.Var) bool {
	found := false
	ast.Walk(e, func(n ast.Node) bool {
		if x, ok := n.(*ast.Name); ok && b.l.info.Vars[x] == v {
			found = true
		}
		return !found
	})
	return found
}

// initCall runs the __init__ of a base on an instance that is being made.
func (b *body) initCall(self val, init *infer.Func, args []ir.Expr) {
	b.l.structSelf[self.x.(*ir.Use).Var] = true
	fun, pre := b.target(self, init, true)
	b.discard(b.invoke(init, fun, append(pre, args...), false))
}

// ctor is the function that makes instances of a class.
func (l *lowerer) ctor(c *infer.Class) *ir.Func {
	g := l.class(c)
	if g.ctor == nil {
		g.ctor = &ir.Func{Name: "new_" + c.Name, Exported: l.exported(c.Name)}
	}
	return g.ctor
}

// newCall lowers the construction of a typed class's instance.
func (b *body) newCall(e *ast.Call, c *infer.Call) val {
	t := &types.Instance{Class: c.Class}
	if c.Class.Enum != nil {
		return b.failing(method(use(b.l.enumVar(c.Class)), "Of", b.look(b.expr(c.Args[0].Value)).x), t)
	}
	if init := c.Class.FindMethod("__init__"); init != nil {
		args := b.userArgs(c, init, init.Params[1:])
		if b.l.takesCtx(init) {
			args = append([]ir.Expr{b.context()}, args...)
		}
		x := call(&ir.FuncRef{Func: b.l.ctor(c.Class)}, args...)
		if b.l.fails(init) {
			return b.failing(x, t)
		}
		return val{x, t, acts}
	}
	lit := b.structLiteral(c.Class, e)
	switch c.Class.Kind {
	case infer.ExceptionClass:
		args := append([]ir.Expr{lit, use(b.l.class(c.Class).value)}, exprs(b.boxedOperands(e.Args))...)
		return val{pyCall("NewException", args...), t, acts}
	case infer.DataClass, infer.NamedTupleClass:
	default:
		return val{lit, t, acts}
	}
	fields := c.Class.InitFields()
	values := make([]ir.Expr, len(fields))
	var pieces []piece
	for i, f := range fields {
		if i >= len(c.Args) {
			break
		}
		a := c.Args[i]
		switch {
		case a.Value != nil:
			pieces = append(pieces, piece{a.Value, func() val { return b.exprTo(a.Value, f.Type) }, func(v val) { values[i] = v.x }})
		case f.Default != nil:
			values[i] = b.exprTo(f.Default, f.Type).x
		case f.Factory != nil:
			values[i] = b.factory(f).x
		}
	}
	b.inOrder(pieces)
	b.fillFields(lit, c.Class, fields, values)
	return b.initialized(lit, t)
}

// structLiteral is the literal of a class's struct, still without fields.
func (b *body) structLiteral(c *infer.Class, e *ast.Call) *ir.Composite {
	return &ir.Composite{Type: &ir.Named{Decl: b.l.class(c).decl}, Addr: true, Multiline: multiline(e.Range)}
}

// initialized is the new instance of a dataclass, after its __post_init__.
func (b *body) initialized(lit *ir.Composite, t *types.Instance) val {
	c := t.Class.(*infer.Class)
	post := c.FindMethod("__post_init__")
	if post == nil {
		return val{lit, t, acts}
	}
	tmp := b.tempOf("item", b.l.structType(c))
	b.l.structSelf[tmp] = true
	b.add(assign(use(tmp), lit))
	fun, self := b.target(val{use(tmp), t, stable}, post, true)
	b.discard(b.invoke(post, fun, self, false))
	return val{use(tmp), t, stable}
}

// replaceCall lowers dataclasses.replace of an instance of a typed class: a
// new one of the fields that the call gives and those of the old.
func (b *body) replaceCall(e *ast.Call) (val, bool) {
	t, ok := b.typeOf(e).(*types.Instance)
	if !ok || t.Class.(*infer.Class).Kind != infer.DataClass || !types.Identical(b.typeOf(e.Args[0]), t) {
		return val{}, false
	}
	c := t.Class.(*infer.Class)
	old := b.spill(b.expr(e.Args[0]), "old")
	fields := c.InitFields()
	values := make([]ir.Expr, len(fields))
	for _, k := range e.Keywords {
		i := slices.IndexFunc(fields, func(f *infer.Field) bool { return f.Name == k.Arg })
		v := b.exprTo(k.Value, fields[i].Type)
		if v.o > stable {
			v = b.spill(v, k.Arg) // the old fields are read after the new values
		}
		values[i] = v.x
	}
	for i, f := range fields {
		if values[i] == nil {
			values[i] = b.fieldOf(old, &infer.FieldRef{Class: c, Field: f}, f.Name)
		}
	}
	lit := b.structLiteral(c, e)
	b.fillFields(lit, c, fields, values)
	return b.initialized(lit, t), true
}

// fillFields adds the values of fields to the literal of a struct; those of
// bases stand in the literals of the embedded structs.
func (b *body) fillFields(lit *ir.Composite, c *infer.Class, fields []*infer.Field, values []ir.Expr) {
	if base := typedBase(c); base != nil {
		inner := &ir.Composite{Type: &ir.Named{Decl: b.l.class(base).decl}}
		b.fillFields(inner, base, fields, values)
		if len(inner.Elts) > 0 {
			b.l.class(c)
			lit.Elts = append(lit.Elts, ir.Elt{Field: b.l.base(c), Value: inner})
		}
	}
	for i, f := range fields {
		if f.Class == c && values[i] != nil {
			lit.Elts = append(lit.Elts, ir.Elt{Field: b.l.field(f), Value: values[i]})
		}
	}
}

// base is the embedded field of a struct.
func (l *lowerer) base(c *infer.Class) *ir.Field {
	g := l.class(c)
	if g.baseField == nil {
		g.baseField = &ir.Field{Embedded: true, Type: &ir.Named{Decl: l.class(typedBase(c)).decl}}
	}
	return g.baseField
}
