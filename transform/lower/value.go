package lower

import (
	"regexp"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// order says how an expression stands to the evaluation order of Python, which
// Go leaves open between reads of variables and calls.
type order int

const (
	fixed  order = iota // literals, variables that never change: the same in a closure that runs later
	stable              // variables and fields that nothing changes while an expression is evaluated
	reads               // reads memory that a later call may change
	acts                // calls something that may have effects
)

// val is a lowered expression with the representation of its value.
type val struct {
	x ir.Expr
	t types.Type
	o order
}

func lit(x ir.Expr, t types.Type) val { return val{x, t, fixed} }

// spill keeps v in a temporary, so that it is evaluated here, before what comes
// later in the same statement.
func (b *body) spill(v val, hint string) val {
	if v.o <= stable {
		return v
	}
	return b.hold(v, hint)
}

// hold is spill for a value that is used in a closure which runs later.
func (b *body) hold(v val, hint string) val {
	if v.o == fixed {
		return v
	}
	if v.t == types.None {
		b.effect(v)
		return lit(&ir.Nil{}, types.None)
	}
	tmp := b.temp(hint, v.t)
	b.add(assign(use(tmp), b.hinted(v)))
	return lit(use(tmp), v.t)
}

// effect evaluates v for its effects alone: what it calls, and what reading it
// may raise.
func (b *body) effect(v val) {
	c, ok := v.x.(*ir.Call)
	if v.o == acts || ok && v.o == reads && !predeclared(c) {
		b.add(&ir.ExprStmt{X: v.x})
	}
}

// predeclared reports whether a call is of one of Go's own functions, which
// raise nothing, or a conversion.
func predeclared(c *ir.Call) bool {
	r, ok := c.Fun.(*ir.PkgRef)
	return ok && r.Pkg == ""
}

// operands lowers expressions that are evaluated one after the other. Where a
// later one needs statements of its own, or calls something that could change
// what an earlier one read, the earlier ones are kept in temporaries.
func (b *body) operands(list ...ast.Expr) []val {
	fs := make([]func() val, len(list))
	for i, e := range list {
		fs[i] = func() val { return b.expr(e) }
	}
	return b.sequence(fs...)
}

// sequence is operands for expressions that are lowered by functions.
func (b *body) sequence(fs ...func() val) []val {
	vals := make([]val, len(fs))
	for i, f := range fs {
		start := len(*b.out)
		vals[i] = f()
		if len(*b.out) > start {
			// Statements were added: what came before must stand before them.
			tail := append([]ir.Stmt(nil), (*b.out)[start:]...)
			*b.out = (*b.out)[:start]
			for j := range i {
				vals[j] = b.spill(vals[j], meaning(vals[j].x))
			}
			b.add(tail...)
			continue
		}
		if vals[i].o == acts {
			// What an earlier one reads is read before, and before that what
			// stands before it is done.
			last := i - 1
			for last >= 0 && (vals[last].o != reads || ordered(vals[last].x)) {
				last--
			}
			for j := range last + 1 {
				vals[j] = b.spill(vals[j], meaning(vals[j].x))
			}
		}
	}
	return vals
}

// meaning is a name for a temporary: that of the field, attribute or key that
// it holds.
func meaning(x ir.Expr) string {
	name := ""
	switch x := x.(type) {
	case *ir.FieldRef:
		name = x.Field.Name
	case *ir.Call:
		var key ir.Expr
		switch f := x.Fun.(type) {
		case *ir.PkgRef:
			if f.Name == "GetAttr" && len(x.Args) == 2 {
				key = x.Args[1]
			}
		case *ir.Select:
			switch {
			case f.Name == "Len":
				name = "length"
			case f.Name == "Get" && len(x.Args) == 1:
				key = x.Args[0]
			}
		}
		if l, ok := key.(*ir.Lit); ok {
			name, _ = l.Value.(string)
		}
	}
	name = strings.Trim(name, "_")
	if !temporaryName.MatchString(name) {
		return "arg"
	}
	return name
}

var temporaryName = regexp.MustCompile(`^[a-z][a-z0-9_]*[a-z]$`)

// ordered reports whether all that an expression reads is read by calls, or
// before them: Go makes calls from left to right.
func ordered(x ir.Expr) bool {
	switch x := x.(type) {
	case *ir.Lit, *ir.Nil, *ir.FuncRef, *ir.PkgRef, *ir.TypeRef:
		return true
	case *ir.Use:
		return x.Var.Temp
	case *ir.Call:
		return !predeclared(x)
	case *ir.Convert:
		return ordered(x.X)
	case *ir.Unary:
		return (x.Op == "-" || x.Op == "!") && ordered(x.X)
	case *ir.Binary:
		return x.Op != "&&" && x.Op != "||" && ordered(x.X) && ordered(x.Y)
	}
	return false
}

// join is the order of an expression made of the parts.
func join(vals ...val) order {
	o := fixed
	for _, v := range vals {
		o = max(o, v.o)
	}
	return o
}

// hinted tells emit the Go type of the expression, where it could not know. A
// call that gives an any or an error may in truth give a pointer type, unless
// it is a dynamic operation.
func (b *body) hinted(v val) ir.Expr {
	exact := v.t != types.Any && v.t != types.Error && protocolRole(v.t) == ""
	t := b.l.paramType(v.t)
	switch x := v.x.(type) {
	case *ir.Call:
		if x.Types == nil && (exact || givesAny(x.Fun)) {
			x.Types = []ir.Type{t}
		}
	case *ir.PkgRef:
		if x.Type == nil && exact {
			x.Type = t
		}
	case *ir.Select:
		if x.Type == nil {
			x.Type = t
		}
	case *ir.Index:
		if x.Type == nil {
			x.Type = t
		}
	}
	return v.x
}

// givesAny reports whether a function of the runtime has the result type any.
func givesAny(fun ir.Expr) bool {
	r, ok := fun.(*ir.PkgRef)
	return ok && r.Pkg == pyPath && anyResults[r.Name]
}

// anyResults are the dynamic operations of runtime/py whose Go result is any.
var anyResults = map[string]bool{
	"GetAttr": true, "GetItem": true, "RichCompare": true, "BoxError": true, "BoxPtr": true, "BoxOptional": true,
	"Neg": true, "Plus": true, "Invert": true, "Builtin": true, "Super": true, "SuperOf": true, "PropertyOf": true,
	"StaticMethodOf": true, "ClassMethodOf": true, "Identity": true, "AbstractMethod": true, "UndefinedName": true,
}

func init() {
	for _, name := range dynamicOps {
		anyResults[name] = true
		anyResults["I"+name] = true
	}
}

// isErrorVar reports whether a Go expression is a variable of type error.
func isErrorVar(x ir.Expr) bool {
	u, ok := x.(*ir.Use)
	return ok && u.Var.Type == ir.Error
}

// isAnyExpr reports whether a Go expression surely has the type any, or is an
// untyped constant that takes it.
func isAnyExpr(x ir.Expr) bool {
	switch x := x.(type) {
	case *ir.Lit, *ir.Nil:
		return true
	case *ir.Use:
		b, ok := x.Var.Type.(*ir.Builtin)
		return ok && b.Name == "any"
	case *ir.Call:
		return givesAny(x.Fun)
	}
	return false
}
