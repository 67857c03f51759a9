package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// expr lowers an expression to its value, adding the statements that must run
// before it to the current block.
func (b *body) expr(e ast.Expr) val {
	if v, ok := b.l.given[e]; ok {
		return v
	}
	b.l.mark(e)
	v := b.rawExpr(e)
	if v.t != types.Any {
		t := b.typeOf(e)
		switch {
		case types.Identical(v.t, t):
			v.t = t // inference knows where it comes from
		case !sameContainer(v.t, t):
		case b.fresh(e):
			return b.convertFresh(v, t)
		default:
			b.l.widenCall(e)
		}
		return v
	}
	// A dynamic operation whose result inference knows.
	t := b.typeOf(e)
	if _, fn := t.(*types.Func); fn || t == types.Any || t == types.None || t == types.Never {
		return v
	}
	out := val{t: types.Any}
	if b.fresh(e) {
		out = b.convertFresh(v, t)
	} else if !heldByAny(t) {
		b.l.mixes(t)
		return v
	} else {
		out = b.convert(v, t)
	}
	b.l.unboxed[out.x] = v
	return out
}

// fresh reports whether an expression gives a new object, which nothing else
// refers to yet.
func (b *body) fresh(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Call:
		return b.l.makesContainer(e)
	case *ast.Await:
		return b.fresh(e.Value)
	case *ast.BinOp:
		return true
	}
	return false
}

// sameContainer reports whether both types are lists, sets or dicts.
func sameContainer(a, b types.Type) bool {
	switch a.(type) {
	case *types.List:
		_, ok := b.(*types.List)
		return ok
	case *types.Set:
		_, ok := b.(*types.Set)
		return ok
	case *types.Dict:
		_, ok := b.(*types.Dict)
		return ok
	}
	return false
}

// heldByAny reports whether a value in an any has the representation t as it
// is: containers in an any hold any.
func heldByAny(t types.Type) bool {
	switch t := t.(type) {
	case *types.List:
		return t.Elem == types.Any
	case *types.Set:
		return t.Elem == types.Any
	case *types.Dict:
		return t.Key == types.Any && t.Value == types.Any
	case *types.VarTuple, *types.Tuple:
		return true
	case *types.Optional:
		return heldByAny(t.Elem)
	case *types.Coro:
		return t.Result == types.Any || t.Result == types.None
	case *types.Generator:
		return t.Elem == types.Any
	case *types.AsyncGenerator:
		return t.Elem == types.Any
	case *types.Lib:
		for _, a := range t.Args {
			if a != types.Any && a != types.None {
				return false
			}
		}
	}
	return true
}

func (b *body) rawExpr(e ast.Expr) val {
	switch e := e.(type) {
	case *ast.Constant:
		return b.constant(e)
	case *ast.Name:
		return b.name(e)
	case *ast.Attribute:
		return b.attribute(e)
	case *ast.Subscript:
		return b.subscript(e)
	case *ast.Call:
		return b.call(e)
	case *ast.BinOp:
		return b.binOp(e)
	case *ast.UnaryOp:
		return b.unaryOp(e)
	case *ast.BoolOp:
		return b.boolOp(e)
	case *ast.Compare:
		return b.compare(e)
	case *ast.IfExp:
		return b.ifExp(e)
	case *ast.NamedExpr:
		return b.namedExpr(e)
	case *ast.JoinedStr:
		return b.joinedStr(e)
	case *ast.List:
		return b.listDisplay(e)
	case *ast.Tuple:
		return b.tupleDisplay(e)
	case *ast.Set:
		return b.setDisplay(e)
	case *ast.Dict:
		return b.dictDisplay(e)
	case *ast.ListComp:
		return b.listComp(e)
	case *ast.SetComp:
		return b.setComp(e)
	case *ast.DictComp:
		return b.dictComp(e)
	case *ast.GeneratorExp:
		return b.generatorExp(e)
	case *ast.Lambda:
		return b.lambda(e)
	case *ast.Await:
		return b.await(e)
	case *ast.Yield:
		return b.yield(e)
	case *ast.YieldFrom:
		return b.yieldFrom(e)
	case *ast.Slice:
		return b.sliceObject(e)
	case *ast.Starred:
		b.unsupported(e, diag.Unsupported, "starred expression here is not supported", "")
	case *ast.TemplateStr:
		b.unsupported(e, diag.Unsupported, "template strings are not supported", "use an f-string")
	}
	panic(fmt.Sprintf("lower: unexpected expression %T", e))
}

// exprTo lowers e and gives it the representation t.
func (b *body) exprTo(e ast.Expr, t types.Type) val { return b.convert(b.expr(e), t) }

// typeOf is what inference says of e; Any where it says nothing.
func (b *body) typeOf(e ast.Expr) types.Type {
	if t, ok := b.l.info.Types[e]; ok && t != nil {
		return t
	}
	return types.Any
}

func (b *body) constant(e *ast.Constant) val {
	switch v := e.Value.(type) {
	case ast.None:
		return lit(&ir.Nil{}, types.None)
	case ast.Bool:
		return lit(boolLit(bool(v)), types.Bool)
	case ast.Int:
		if b.typeOf(e) == types.BigInt {
			return lit(pyCall("BigInt", intLit(int64(v))), types.BigInt)
		}
		return lit(intLit(int64(v)), types.Int)
	case ast.BigInt:
		return lit(pyCall("BigLit", str(v.String())), types.BigInt)
	case ast.Float:
		return lit(&ir.Lit{Value: float64(v)}, types.Float)
	case ast.Complex:
		return lit(call(&ir.PkgRef{Name: "complex"}, &ir.Lit{Value: real(complex128(v))}, &ir.Lit{Value: imag(complex128(v))}), types.Complex)
	case ast.Str:
		return lit(str(string(v)), types.Str)
	case ast.Bytes:
		return lit(&ir.Convert{Type: pyNamed("Bytes"), X: str(string(v))}, types.Bytes)
	case ast.Ellipsis:
		return lit(pyRef("Ellipsis"), types.Any)
	}
	panic(fmt.Sprintf("lower: unexpected constant %T", e.Value))
}

// name lowers the read of a name.
func (b *body) name(e *ast.Name) val {
	switch r := b.l.info.Refs[e].(type) {
	case *infer.FuncRef:
		return b.funcValue(r.Func)
	case *infer.ClassRef:
		if r.Class.Typed && r.Class.Enum != nil {
			return b.enumClassValue(r.Class, b.typeOf(e))
		}
		if r.Class.Record() {
			return val{method(use(b.l.recordVar(r.Class)), "Class"), types.Any, fixed}
		}
		return b.classValue(r.Class)
	case *infer.StubRef:
		return b.stubValue(r.Symbol, e)
	case *infer.ModuleRef:
		return val{b.moduleObject(r.Module), types.Any, fixed}
	}
	if v := b.l.info.Vars[e]; v != nil {
		return b.readVar(v, e)
	}
	if infer.ModuleName(e.Id) {
		b.unsupported(e, diag.Unsupported, fmt.Sprintf("the module attribute %q is not known", e.Id), "")
	}
	return val{pyCall("UndefinedName", str(e.Id)), types.Any, acts}
}

// readVar reads a variable, with the check that it is set where it may not be,
// and as the narrower type that holds at this place.
func (b *body) readVar(v *infer.Var, e ast.Expr) val {
	g := b.l.goVar(v)
	o := b.l.steady.variable(b.f, v, e)
	if v.MayUnset && (e == nil || b.l.info.Unset[e]) {
		b.checkSet(v)
	}
	out := val{use(g), v.Type, o}
	if e != nil {
		if t, ok := b.l.info.Types[e]; ok && t != types.Never && t != types.None && !types.Identical(t, v.Type) {
			return b.convert(out, t)
		}
	}
	return out
}

// attribute lowers the read of x.attr.
func (b *body) attribute(e *ast.Attribute) val {
	switch r := b.l.info.Refs[e].(type) {
	case *infer.FuncRef:
		return b.funcValue(r.Func)
	case *infer.ClassRef:
		return b.classValue(r.Class)
	case *infer.StubRef:
		return b.stubValue(r.Symbol, e)
	case *infer.StubMemberRef:
		if !isException(b.typeOf(e.Value)) {
			return b.stubMember(e, r)
		}
	case *infer.FieldRef:
		return b.readField(e, r)
	case *infer.EnumAttrRef:
		return b.enumAttr(e, r)
	case *infer.PropertyRef:
		return b.readProperty(e, r)
	case *infer.MethodRef:
		return b.methodValue(e, r)
	case *infer.ClassVarRef:
		return b.readClassVar(e, r)
	case *infer.ModuleRef:
		return val{b.moduleObject(r.Module), types.Any, fixed}
	}
	if x := infer.ClassNameOf(b.l.info, e); x != nil {
		return val{pyCall("TypeName", b.plainBox(b.expr(x)).x), types.Str, reads}
	}
	x := b.box(b.expr(e.Value))
	if d, ok := b.typeOf(e).(*types.Dict); ok && infer.IsMemberMap(b.l.info, e) {
		// a mapping proxy, which is only looked into
		return val{call(pyRef("DictAs", b.l.goType(d.Key), b.l.goType(d.Value)), pyCall("GetAttr", x.x, str(e.Attr))), d, acts}
	}
	return val{pyCall("GetAttr", x.x, str(e.Attr)), types.Any, acts}
}

// stubValue is a library's function, class or constant as a value.
func (b *body) stubValue(s stubs.Symbol, e ast.Expr) val {
	switch s := s.(type) {
	case *stubs.Var:
		if v, ok := b.roleVar(s); ok {
			return v
		}
		ref := &ir.PkgRef{Pkg: s.Go.Pkg, Name: s.Go.Name}
		return val{ref, b.typeOf(e), reads}
	case *stubs.Func:
		return b.stubFuncValue(s, e)
	case *stubs.Class:
		return b.stubClassValue(s, e)
	case *stubs.Alias:
		if s.Target != nil {
			return b.stubValue(s.Target, e)
		}
		return lit(&ir.Nil{}, types.None)
	}
	if m, ok := s.(*stubs.Module); ok {
		return val{b.moduleObject(m), types.Any, fixed}
	}
	panic(fmt.Sprintf("lower: unexpected symbol %T", s))
}

// ifExp lowers `a if c else b`.
func (b *body) ifExp(e *ast.IfExp) val {
	t := b.typeOf(e)
	cond := b.cond(e.Test)
	tmp := b.temp("value", t)
	b.add(&ir.If{
		Cond: cond,
		Then: b.block(func() { b.assignVar(tmp, b.exprTo(e.Body, t)) }),
		Else: b.block(func() { b.assignVar(tmp, b.exprTo(e.Orelse, t)) }),
	})
	return lit(use(tmp), t)
}

func (b *body) assignVar(v *ir.Var, x val) { b.add(assign(use(v), b.hinted(x))) }

// boolOp lowers `a and b`, `a or b` as a value.
func (b *body) boolOp(e *ast.BoolOp) val {
	t := b.typeOf(e)
	if t == types.Bool {
		return b.boolOpCond(e)
	}
	tmp := b.temp("value", t)
	b.boolOpChain(e, e.Values, tmp, t)
	return lit(use(tmp), t)
}

func (b *body) boolOpChain(e *ast.BoolOp, values []ast.Expr, tmp *ir.Var, t types.Type) {
	v := b.expr(values[0])
	if len(values) == 1 {
		b.assignVar(tmp, b.convert(v, t))
		return
	}
	v = b.spill(v, "value")
	test := b.truth(v)
	if e.Op == ast.Or {
		test = not(test)
	}
	short := b.block(func() { b.assignVar(tmp, b.convertShort(v, t)) })
	rest := b.block(func() { b.boolOpChain(e, values[1:], tmp, t) })
	b.add(&ir.If{Cond: test, Then: rest, Else: short})
}

// convertShort converts the value by which `or` ends early: it is true, so an
// optional is not None.
func (b *body) convertShort(v val, t types.Type) val { return b.convert(v, t) }

// boolOpCond lowers `a and b` whose operands are bools.
func (b *body) boolOpCond(e *ast.BoolOp) val {
	return val{b.cond(e), types.Bool, acts}
}

// namedExpr lowers `(x := value)`.
func (b *body) namedExpr(e *ast.NamedExpr) val {
	v := b.expr(e.Value)
	b.store(e.Target, v)
	return b.name(e.Target)
}
