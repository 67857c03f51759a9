package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// annotation evaluates type expressions, of the program or of a stub.
type annotation struct {
	c      *checker
	module *stubs.Module         // of a stub; nil for the program
	sc     *scope                // of the program
	env    map[string]types.Type // type variables; those without an entry are Any
	self   types.Type
	depth  int
	result bool // what a library gives: its coroutines are coroutine objects
}

// resultOf evaluates the annotation of a library function's result.
func (a *annotation) resultOf(e ast.Expr) types.Type {
	r := *a
	r.result = true
	return r.eval(e)
}

// resolve returns what a type expression's name denotes: a *Class, a
// stubs.Symbol, or nil.
func (a *annotation) resolve(e ast.Expr) any {
	if a.module != nil {
		if s := a.module.LookupExpr(e); s != nil {
			return s
		}
		return nil
	}
	var r Ref
	switch e := e.(type) {
	case *ast.Name:
		sym := a.c.symbolAt(e)
		if sym == nil && a.sc != nil {
			sym = a.sc.lookup(e.Id)
		}
		if sym != nil {
			if r = a.c.static(sym); r == nil && len(sym.binds) == 1 {
				return a.aliased(sym)
			}
		} else {
			r = a.c.ref(e)
		}
	default:
		r = a.c.ref(e)
	}
	switch r := r.(type) {
	case *ClassRef:
		return r.Class
	case *StubRef:
		return r.Symbol
	}
	return nil
}

// userAlias is a type alias of the program.
type userAlias struct{ value ast.Expr }

// aliased is the value of a name that is assigned once at most: a type alias.
func (a *annotation) aliased(sym *symbol) any {
	bd := sym.binds[0]
	if bd.value == nil || bd.kind != bindAssign && bd.kind != bindTypeAlias {
		return nil
	}
	return &userAlias{bd.value}
}

// eval is the representation that a type expression stands for; Any where it
// is not understood.
func (a *annotation) eval(e ast.Expr) types.Type {
	if a.depth > 50 {
		return types.Any
	}
	a.depth++
	defer func() { a.depth-- }()
	switch e := e.(type) {
	case nil:
		return types.Any
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.None:
			return types.None
		case ast.Str:
			if x := parseAnnotation(string(v)); x != nil {
				return a.eval(x)
			}
		}
		return types.Any
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			return union(a.eval(e.Left), a.eval(e.Right))
		}
		return types.Any
	case *ast.Name:
		if t, ok := a.env[e.Id]; ok {
			return t
		}
		return a.named(a.resolve(e), nil)
	case *ast.Attribute:
		return a.named(a.resolve(e), nil)
	case *ast.Subscript:
		args := []ast.Expr{e.Slice}
		if t, ok := e.Slice.(*ast.Tuple); ok {
			args = t.Elts
		}
		return a.named(a.resolve(e.Value), args)
	}
	return types.Any
}

// named is the type of a class or special form with its arguments.
func (a *annotation) named(target any, args []ast.Expr) types.Type {
	switch s := target.(type) {
	case *Class:
		if s.Kind == ProtocolClass || s.Kind == TypedDictClass {
			return types.Any
		}
		return &types.Instance{Class: s}
	case *userAlias:
		return a.eval(s.value)
	case *stubs.Alias:
		env := map[string]types.Type{}
		for i, n := range s.TypeParams {
			env[n] = a.arg(args, i)
		}
		return (&annotation{c: a.c, module: s.Module, env: env, self: a.self, depth: a.depth}).eval(s.Expr)
	case *stubs.Class:
		return a.stubClass(s, args)
	case *stubs.Var:
		return a.special(s.Role, args)
	}
	return types.Any
}

func (a *annotation) arg(args []ast.Expr, i int) types.Type {
	if i < len(args) {
		return a.eval(args[i])
	}
	return types.Any
}

// special is the type of a form of typing.
func (a *annotation) special(role stubs.Role, args []ast.Expr) types.Type {
	switch role {
	case "type:Optional":
		return union(a.arg(args, 0), types.None)
	case "type:Union":
		out := types.Type(types.Never)
		for _, x := range args {
			out = union(out, a.eval(x))
		}
		return out
	case "type:Literal":
		out := types.Type(types.Never)
		for _, x := range args {
			out = union(out, literalType(x))
		}
		return out
	case "type:LiteralString":
		return types.Str
	case "type:ClassVar", "type:Final", "type:Annotated":
		return a.arg(args, 0)
	case "type:Never":
		return types.Never
	case "type:bool":
		return types.Bool
	case "type:bigint":
		return types.BigInt
	case "type:Self":
		if a.self != nil {
			return a.self
		}
	case "type:Tuple":
		return a.tuple(args)
	case "type:Callable":
		f := &types.Func{Result: a.arg(args, 1)}
		if len(args) != 2 {
			return types.Any
		}
		list, ok := args[0].(*ast.List)
		if !ok {
			return types.Any
		}
		for _, p := range list.Elts {
			f.Params = append(f.Params, a.eval(p))
		}
		return f
	}
	return types.Any
}

// literalType is the type of a literal, Any for what is none.
func literalType(e ast.Expr) types.Type {
	switch e := e.(type) {
	case *ast.Constant:
		switch e.Value.(type) {
		case ast.None:
			return types.None
		case ast.Bool:
			return types.Bool
		case ast.Int:
			return types.Int
		case ast.BigInt:
			return types.BigInt
		case ast.Float:
			return types.Float
		case ast.Complex:
			return types.Complex
		case ast.Str:
			return types.Str
		case ast.Bytes:
			return types.Bytes
		}
	case *ast.UnaryOp:
		if e.Op == ast.USub {
			return literalType(e.Operand)
		}
	}
	return types.Any
}

func (a *annotation) tuple(args []ast.Expr) types.Type {
	if len(args) == 0 {
		return &types.VarTuple{Elem: types.Any}
	}
	if len(args) == 2 {
		if k, ok := args[1].(*ast.Constant); ok && k.Value == (ast.Ellipsis{}) {
			return &types.VarTuple{Elem: a.eval(args[0])}
		}
	}
	t := &types.Tuple{}
	for _, x := range args {
		t.Elems = append(t.Elems, a.eval(x))
	}
	return fixedTuple(t.Elems)
}

// maxFixedTuple is the length of the longest tuple that is a Go struct.
const maxFixedTuple = 6

// fixedTuple is the type of a tuple display of these elements: a Go struct for
// 2 to 6, otherwise a slice of what they have in common.
func fixedTuple(elems []types.Type) types.Type {
	if len(elems) >= 2 && len(elems) <= maxFixedTuple {
		return &types.Tuple{Elems: elems}
	}
	elem := types.Type(types.Never)
	for _, e := range elems {
		elem = union(elem, e)
	}
	if elem == types.Never {
		elem = types.Any
	}
	return &types.VarTuple{Elem: elem}
}

// stubClass is the type of an instance of a library class.
func (a *annotation) stubClass(k *stubs.Class, args []ast.Expr) types.Type {
	if a.result && k.Role == "type:Coroutine" {
		return &types.Coro{Result: a.arg(args, 2)}
	}
	if k.Module.Name == "builtins" {
		switch k.Name {
		case "int":
			if a.c.opts.IntBig {
				return types.BigInt
			}
			return types.Int
		case "float":
			return types.Float
		case "complex":
			return types.Complex
		case "bool":
			return types.Bool
		case "str":
			return types.Str
		case "bytes":
			return types.Bytes
		case "object", "type":
			return types.Any
		case "list":
			return &types.List{Elem: a.arg(args, 0)}
		case "set":
			return &types.Set{Elem: a.arg(args, 0)}
		case "frozenset":
			return &types.Set{Elem: a.arg(args, 0), Frozen: true}
		case "dict":
			return &types.Dict{Key: a.arg(args, 0), Value: a.arg(args, 1)}
		case "tuple":
			return a.tuple(args)
		}
	}
	switch k.Role {
	case "type:Generator":
		return &types.Generator{Elem: a.arg(args, 0)}
	case "type:AsyncGenerator":
		return &types.AsyncGenerator{Elem: a.arg(args, 0)}
	case "type:NoneType":
		return types.None
	case "type:InitVar":
		return a.arg(args, 0)
	}
	if k.Exception {
		return types.Error
	}
	if k.Role == "dynamic" {
		return types.Any
	}
	t := &types.Lib{Module: k.Module.Name, Name: k.Name, Stub: k}
	for i := range k.TypeParams {
		t.Args = append(t.Args, a.arg(args, i))
	}
	return t
}

// union is the representation of a value that is an a or a b.
func union(a, b types.Type) types.Type {
	switch {
	case a == types.Never:
		return b
	case b == types.Never, types.Identical(a, b):
		return a
	case a == types.Any || b == types.Any:
		return types.Any
	case b == types.None:
		return optional(a)
	case a == types.None:
		return optional(b)
	}
	if o, ok := a.(*types.Optional); ok {
		return optional(union(o.Elem, withoutNone(b)))
	}
	if o, ok := b.(*types.Optional); ok {
		return optional(union(a, o.Elem))
	}
	return types.Any
}

func optional(t types.Type) types.Type {
	switch t := t.(type) {
	case types.Basic:
		if t == types.Any || t == types.None || t == types.Never {
			return t
		}
	case *types.Optional:
		return t
	}
	return &types.Optional{Elem: t}
}

func withoutNone(t types.Type) types.Type {
	if o, ok := t.(*types.Optional); ok {
		return o.Elem
	}
	return t
}
