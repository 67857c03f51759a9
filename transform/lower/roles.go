package lower

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// The roles that stubs give to what is more than a call. Python's names for
// them are the stubs' business.
const (
	roleRange      stubs.Role = "range"
	rolePrint      stubs.Role = "print"
	roleSuper      stubs.Role = "super"
	roleIsInstance stubs.Role = "isinstance"
	roleIsSubclass stubs.Role = "issubclass"
	roleRun        stubs.Role = "run"
	roleCast       stubs.Role = "cast"
	roleIdentity   stubs.Role = "identity"
)

// dynamicRoles are those whose Go may call Python code that fails or suspends.
var dynamicRoles = map[stubs.Role]bool{
	roleSuper: true, roleRun: true, "dataclass": true, "type": true,
}

// roleCall lowers a call that the transformer treats itself.
func (b *body) roleCall(e *ast.Call, c *infer.Call) val {
	role := callRole(c)
	if role.Starts() != "" {
		return b.startingCall(e, c, false)
	}
	switch role {
	case rolePrint:
		return b.printCall(e, c)
	case roleSuper:
		return b.superCall(e)
	case roleIsInstance, roleIsSubclass:
		return b.instanceTest(e, role)
	case roleRange:
		return b.rangeValue(e)
	case roleRun:
		return b.runCall(e, c)
	case roleCast:
		vs := b.operands(e.Args...)
		return vs[len(vs)-1]
	case roleIdentity:
		if c.Recv != nil && len(e.Args) == 0 && len(e.Keywords) == 0 && b.typeOf(c.Recv) != types.Any {
			return b.itself(b.receiver(c), c.Result)
		}
		if len(e.Args) == 1 && len(e.Keywords) == 0 {
			switch got := b.typeOf(e.Args[0]); {
			case types.Identical(got, c.Result):
				return b.expr(e.Args[0])
			case got == types.Bool && c.Result == types.Int:
				return b.itself(b.expr(e.Args[0]), c.Result)
			case c.Sig.Func.Class == nil && !isNumber(c.Result):
				return b.expr(e.Args[0])
			}
		}
		return b.dynamicCall(e)
	case "globals", "locals":
		b.unsupported(e, diag.Unsupported, "the namespace as a dict is not supported", "keep the values in a dict of your own")
	case "aiter":
		return b.failing(aioCall("AIter", b.peek(b.expr(e.Args[0])).x), types.Any)
	case "anext":
		vs := b.peeked(e.Args)
		return val{aioCall("ANextCoro", exprs(vs)...), types.Any, acts}
	case "typevar", "newtype":
		return b.dynamicCall(e)
	}
	if v, ok := b.valueRole(role, e); ok {
		return v
	}
	if v, ok := b.nextRole(role, e, c); ok {
		return v
	}
	if role == "dataclass.replace" {
		if v, ok := b.replaceCall(e); ok {
			return v
		}
	}
	if v, ok := b.containerRole(role, e, c); ok {
		return v
	}
	if c.Sig != nil && (goRoles[role] || strings.HasPrefix(string(role), "iter:")) && b.fitsStatically(e, c) {
		return b.stubCall(e, c, false)
	}
	return b.dynamicCall(e)
}

// goRoles are the roles whose stub names Go that means the same for arguments
// of static types.
var goRoles = map[stubs.Role]bool{
	"": true, "getattr": true, "setattr": true, "hasattr": true, "delattr": true, "callable": true, "dir": true,
	"id": true, "enumerate": true, "zip": true, "map": true, "filter": true, "filter_none": true, "reversed": true,
	"zip_strict": true, "pow": true, "exit": true,
}

// valueRole lowers the constructors of builtin types that only convert.
func (b *body) valueRole(role stubs.Role, e *ast.Call) (val, bool) {
	if len(e.Keywords) > 0 || hasStar(e.Args) {
		return val{}, false
	}
	if text, ok := strings.CutPrefix(string(role), "const:"); ok && len(e.Args) == 0 {
		if c := b.l.info.Calls[e]; c != nil && c.Recv != nil {
			b.effect(b.expr(c.Recv))
		}
		return b.constRole(text), true
	}
	if len(e.Args) != 1 {
		return val{}, false
	}
	arg := e.Args[0]
	switch role {
	case "type_of":
		return val{pyCall("TypeOf", b.look(b.expr(arg)).x), types.Any, reads}, true
	case "truth":
		return val{b.cond(arg), types.Bool, acts}, true
	case "str":
		v := b.shown(b.expr(arg))
		switch v.t {
		case types.Str:
			return v, true
		case types.Int:
			return val{call(&ir.PkgRef{Pkg: "strconv", Name: "Itoa"}, v.x), types.Str, v.o}, true
		}
		return val{pyCall("Str", b.text(v).x), types.Str, acts}, true
	case "len":
		v := b.expr(arg)
		if d := b.data(v); d.t == types.Str { // that of a flag is how many bits it has
			v = d
		}
		switch v.t.(type) {
		case *types.List, *types.Dict, *types.Set, *types.VarTuple:
			return val{method(v.x, "Len"), types.Int, reads}, true
		case *types.Lib:
			if n, ok := b.stubDunder(v, "__len__"); ok && n.t == types.Int {
				return n, true
			}
		}
		if v.t == types.Str {
			return val{pyCall("StrLen", v.x), types.Int, v.o}, true
		}
		return val{pyCall("Len", b.look(v).x), types.Int, acts}, true
	case "int_to_float":
		if t := b.typeOf(arg); isIntOrBool(t) {
			return b.convert(b.expr(arg), types.Float), true
		}
	}
	return val{}, false
}

// fitsStatically reports whether the static types of the arguments are what
// the parameters of the chosen signature take, so that its Go function may be
// called. Otherwise the builtin's dynamic form checks them at run time.
func (b *body) fitsStatically(e *ast.Call, c *infer.Call) bool {
	if c.Sig.Go.Pkg != pyPath {
		return !b.losesCallback(c)
	}
	if c.Result == types.Any && c.Sig.Role == "" && c.Recv == nil {
		return false
	}
	if elem, ok := seqElem(c.Result); ok && elem == types.Any && len(c.Types) > 0 && c.Types[0] == types.Any {
		return false // the dynamic form, which gives an iterator object
	}
	for i, a := range c.Args {
		if i >= len(c.Types) {
			break
		}
		list := a.Rest
		if a.Value != nil {
			list = append([]ast.Expr{a.Value}, list...)
		}
		if len(a.KwRest) > 0 {
			return false
		}
		for _, x := range list {
			if _, star := x.(*ast.Starred); star || !b.fitsParam(x, c.Types[i]) {
				return false
			}
			if c.Types[i] == types.Any && isSetUnion(c.Sig.Params[i].Annotation) && !b.fitsSet(x, c) {
				return false
			}
		}
	}
	return true
}

// losesCallback reports whether a method would get a new Go func in place of a
// callable without static type: what registers and forgets callbacks compares
// them.
func (b *body) losesCallback(c *infer.Call) bool {
	if c.Recv == nil || c.Result != types.None || c.Sig.Async {
		return false
	}
	for i, a := range c.Args {
		if a.Value == nil || i >= len(c.Types) {
			continue
		}
		if _, ok := c.Types[i].(*types.Func); ok && b.typeOf(a.Value) == types.Any {
			return true
		}
	}
	return false
}

// isSetUnion reports whether a parameter takes any kind of set: in Go an interface that
// says the type of the elements.
func isSetUnion(annotation ast.Expr) bool {
	switch e := annotation.(type) {
	case *ast.BinOp:
		return isSetUnion(e.Left) && isSetUnion(e.Right)
	case *ast.Subscript:
		name, ok := e.Value.(*ast.Name)
		return ok && (name.Id == "set" || name.Id == "frozenset")
	}
	return false
}

// fitsSet reports whether an argument is a set with the elements of the receiver,
// or of the set that the call makes.
func (b *body) fitsSet(x ast.Expr, c *infer.Call) bool {
	got, ok := b.typeOf(x).(*types.Set)
	if !ok {
		return false
	}
	want, ok := c.Result.(*types.Set)
	if c.Recv != nil {
		want, ok = b.typeOf(c.Recv).(*types.Set)
	}
	return ok && types.Identical(got.Elem, want.Elem)
}

func (b *body) fitsParam(x ast.Expr, t types.Type) bool {
	if t == types.Any || protocolRole(t) == "type:Sized" {
		return true
	}
	got := b.typeOf(x)
	if c, ok := x.(*ast.Constant); ok && got == types.Any {
		got = b.constant(c).t
	}
	if _, ok := t.(*types.Func); ok {
		return got != types.Any
	}
	if elem, ok := seqElem(t); ok {
		item := b.elemType(got)
		if got == types.Any {
			if item, ok = b.seqCall(x); !ok {
				return false
			}
		}
		return elem == types.Any || types.Identical(item, elem)
	}
	return fits(got, t) || t == types.Float && got == types.Int
}

// seqCall reports whether x is a call that gives a Go iterator, as map(f, xs)
// does, and its items: as a value it would be an iterator object.
func (b *body) seqCall(x ast.Expr) (types.Type, bool) {
	e, ok := x.(*ast.Call)
	if !ok {
		return nil, false
	}
	c := b.l.info.Calls[e]
	if c == nil || c.Sig == nil || c.Kind == infer.RoleCall && !goRoles[callRole(c)] {
		return nil, false
	}
	elem, ok := seqElem(c.Result)
	return elem, ok && b.fitsStatically(e, c)
}

// callRole is the role of what a call calls.
func callRole(c *infer.Call) stubs.Role {
	if c.Sig == nil {
		return ""
	}
	if c.Sig.Role != "" {
		return c.Sig.Role
	}
	if f := c.Sig.Func; f != nil {
		if f.Class != nil && f == f.Class.Init {
			return f.Class.Role
		}
		if len(f.Overloads) == 1 {
			return f.Role
		}
	}
	return ""
}

// printCall lowers print.
func (b *body) printCall(e *ast.Call, c *infer.Call) val {
	if len(e.Keywords) == 0 && !hasStar(e.Args) {
		fs := make([]func() val, len(e.Args))
		for i, a := range e.Args {
			fs[i] = func() val { return b.text(b.expr(a)) }
		}
		b.add(&ir.ExprStmt{X: pyCall("Print", exprs(b.sequence(fs...))...)})
		return lit(&ir.Nil{}, types.None)
	}
	opts := map[string]ir.Expr{"sep": &ir.Nil{}, "end": &ir.Nil{}, "file": &ir.Nil{}, "flush": &ir.Nil{}}
	for _, k := range e.Keywords {
		if _, ok := opts[k.Arg]; !ok {
			return b.dynamicCall(e)
		}
	}
	parts := make([]argPart, len(e.Args))
	var pieces []piece
	for i, a := range e.Args {
		value := a
		if s, ok := a.(*ast.Starred); ok {
			value, parts[i].star = s.Value, true
		}
		pieces = append(pieces, piece{a, func() val {
			v := b.look(b.expr(value))
			if parts[i].star {
				items := b.tempOf("items", &ir.Slice{Elem: ir.Any})
				b.add(assign(use(items), pyCall("Spread", v.x)))
				v = lit(use(items), types.Any)
			}
			return v
		}, func(v val) { parts[i].x = v.x }})
	}
	for _, k := range e.Keywords {
		pieces = append(pieces, piece{k, func() val { return b.box(b.expr(k.Value)) }, func(v val) { opts[k.Arg] = v.x }})
	}
	b.inOrder(pieces)
	var list ir.Expr
	call := &ir.Call{Fun: pyRef("PrintWith"), Args: []ir.Expr{opts["file"], opts["sep"], opts["end"], opts["flush"]}}
	if hasStar(e.Args) {
		list = appendParts(parts, ir.Any)
		call.Args = append(call.Args, list)
		call.Ellipsis = true
	} else {
		for _, p := range parts {
			call.Args = append(call.Args, p.x)
		}
	}
	b.add(&ir.ExprStmt{X: call})
	return lit(&ir.Nil{}, types.None)
}

// superCall lowers super() and super(C, self).
func (b *body) superCall(e *ast.Call) val {
	if len(e.Args) == 2 {
		vs := b.boxedOperands(e.Args)
		return val{pyCall("SuperOf", vs[0].x, vs[1].x), types.Any, acts}
	}
	if len(e.Args)+len(e.Keywords) > 0 {
		return b.dynamicCall(e)
	}
	if b.cell == nil || b.self == nil {
		b.unsupported(e, diag.Unsupported, "super() outside of a method", "call it in a method of the class")
	}
	self := b.box(val{use(b.self), b.l.info.FuncSelfType(b.f), reads})
	return val{pyCall("Super", call(pyRef("As", ptr(pyNamed("Class"))), use(b.cell)), self.x), types.Any, acts}
}

// instanceTest lowers isinstance and issubclass.
func (b *body) instanceTest(e *ast.Call, role stubs.Role) val {
	name := "IsInstance"
	if role == roleIsSubclass {
		name = "IsSubclass"
	}
	if len(e.Args) != 2 || len(e.Keywords) > 0 {
		return b.dynamicCall(e)
	}
	if classes, rest := b.typedTests(e.Args[1]); len(classes) > 0 && role == roleIsInstance {
		return b.typedTest(b.expr(e.Args[0]), classes, rest)
	}
	vs := b.sequence(
		func() val { return b.look(b.expr(e.Args[0])) },
		func() val { return b.classesValue(e.Args[1]) })
	return val{pyCall(name, vs[0].x, vs[1].x), types.Bool, reads}
}

// classesValue is a class, a tuple of classes or a union as a Python value.
func (b *body) classesValue(e ast.Expr) val {
	switch e := e.(type) {
	case *ast.Tuple:
		fs := make([]func() val, len(e.Elts))
		for i, x := range e.Elts {
			fs[i] = func() val { return b.classesValue(x) }
		}
		vs := b.sequence(fs...)
		return val{call(pyRef("NewTuple", ir.Any), exprs(vs)...), types.Any, join(vs...)}
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			vs := b.sequence(func() val { return b.classesValue(e.Left) }, func() val { return b.classesValue(e.Right) })
			return val{call(pyRef("NewTuple", ir.Any), exprs(vs)...), types.Any, join(vs...)}
		}
	}
	return b.box(b.expr(e))
}

// rangeValue lowers range(...) outside of a for.
func (b *body) rangeValue(e *ast.Call) val {
	vs := b.boxedOperands(e.Args)
	return val{pyCall("RangeOf", exprs(vs)...), types.Any, acts}
}

// runCall lowers asyncio.run(main()).
func (b *body) runCall(e *ast.Call, c *infer.Call) val {
	if ce, ok := e.Args[0].(*ast.Call); ok && len(e.Args) == 1 && len(e.Keywords) == 0 {
		inner := b.l.info.Calls[ce]
		if inner != nil && inner.Kind == infer.FuncCall && inner.Func.Async && !inner.Func.Generator && len(inner.Func.Params) == 0 {
			f := inner.Func
			if f.Result == types.None {
				return b.failing(aioCall("RunVoid", b.context(), b.l.direct(f)), types.None)
			}
			return b.failing(aioCall("Run", b.context(), b.l.direct(f)), f.Result)
		}
	}
	return b.stubCall(e, c, false)
}

// spreadCall is a call whose last argument may be a spread slice.
func spreadCall(fun ir.Expr, args []ir.Expr) *ir.Call {
	c := call(fun, args...)
	if n := len(args); n > 0 {
		if s, ok := args[n-1].(*spreadArg); ok {
			c.Args[n-1] = s.Expr
			c.Ellipsis = true
		}
	}
	return c
}

// spreadArg marks the slice of a variadic argument.
type spreadArg struct{ ir.Expr }

// roleDecorator is the runtime function of a decorator with a role of its own.
func (l *lowerer) roleDecorator(d ast.Expr) string {
	r, ok := l.info.Refs[d].(*infer.StubRef)
	if !ok {
		return ""
	}
	switch symbolRole(r.Symbol) {
	case "property":
		return "PropertyOf"
	case "staticmethod":
		return "StaticMethodOf"
	case "classmethod":
		return "ClassMethodOf"
	case "abstractmethod":
		return "AbstractMethod"
	case "overload", roleIdentity:
		return "Identity"
	}
	return ""
}

func symbolRole(s stubs.Symbol) stubs.Role {
	switch s := s.(type) {
	case *stubs.Func:
		if s.Role == "" && len(s.Overloads) > 0 {
			return s.Overloads[0].Role
		}
		return s.Role
	case *stubs.Class:
		return s.Role
	case *stubs.Var:
		return s.Role
	case *stubs.Alias:
		if s.Target != nil {
			return symbolRole(s.Target)
		}
	}
	return ""
}

// roleVar is a library constant that the transformer knows itself.
func (b *body) roleVar(v *stubs.Var) (val, bool) {
	role := string(v.Role)
	if text, ok := strings.CutPrefix(role, "const:"); ok {
		return b.constRole(text), true
	}
	if strings.HasPrefix(role, "type:") {
		return b.libraryValue(v.Module, v.Name), true
	}
	switch role {
	case "module_name":
		name := "__main__"
		if b.l.opts.Package != "main" {
			name = b.l.opts.Package
		}
		return lit(str(name), types.Str), true
	case "module_file":
		return lit(str(b.l.opts.Filename), types.Str), true
	case "module_doc":
		if doc := docText(b.l.info.Module.Body); doc != "" {
			return lit(str(doc), types.Str), true
		}
		return lit(&ir.Nil{}, types.None), true
	case "ellipsis":
		return lit(pyRef("Ellipsis"), types.Any), true
	case "notimplemented":
		return lit(pyRef("NotImplemented"), types.Any), true
	case "type_checking":
		return lit(boolLit(false), types.Bool), true
	}
	return val{}, false
}

// constRole is the value that a role "const:..." writes in Python.
func (b *body) constRole(text string) val {
	switch text {
	case "True", "False":
		return lit(boolLit(text == "True"), types.Bool)
	case "0", "1":
		n, _ := strconv.ParseInt(text, 10, 64)
		return lit(intLit(n), types.Int)
	case "0.0":
		return lit(&ir.Lit{Value: 0.0}, types.Float)
	case "b''":
		return lit(&ir.Convert{Type: pyNamed("Bytes"), X: str("")}, types.Bytes)
	}
	panic(fmt.Sprintf("lower: unexpected constant role %q", text))
}
