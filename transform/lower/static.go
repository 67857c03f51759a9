package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// static gives a package-level variable its value where it is declared, and
// makes a constant of it where Go has one: the module assigns it once, and
// making the value does nothing else that the program could see.
func (b *body) static(target, value ast.Expr, s ast.Stmt) bool {
	name, ok := target.(*ast.Name)
	if !ok || b.f != nil || b.classNS != nil || b.out != b.l.top {
		return false
	}
	iv := b.l.info.Vars[name]
	if iv == nil || iv.MayUnset || iv.Type == types.Any || !iv.Global || !iv.Captured {
		return false
	}
	once := b.l.steady.boundOnce(iv)
	if !once && (b.l.started || b.l.statics[b.l.goVar(iv)]) {
		return false
	}
	start := len(*b.out)
	v := b.expr(value)
	b.hinted(v)
	v = b.convert(v, iv.Type)
	if len(*b.out) > start || !b.l.fixedValue(v.x) {
		b.storeVar(iv, v)
		return true
	}
	g := b.l.goVar(iv)
	d := b.l.globalOf(g)
	if d == nil || d.Value != nil {
		b.storeVar(iv, v)
		return true
	}
	d.Value = v.x
	if once {
		b.l.statics[g] = true
	}
	meta(&d.Meta, s.Base())
	if len(d.Leading) > 0 {
		d.BlankBefore = s.Base().BlankBefore
	}
	b.l.elsewhere[s] = true
	return true
}

// startsProgram reports whether a statement of the module may run functions of
// the program, which may assign its variables.
func (l *lowerer) startsProgram(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.Import, *ast.ImportFrom, *ast.Pass, *ast.TypeAlias:
		return false
	case *ast.FunctionDef:
		return len(s.DecoratorList) > 0 || callsSomething(s.Args)
	case *ast.AsyncFunctionDef:
		return len(s.DecoratorList) > 0 || callsSomething(s.Args)
	case *ast.ExprStmt:
		_, constant := s.Value.(*ast.Constant)
		return !constant
	}
	_, quiet := l.elsewhere[s]
	return !quiet
}

func callsSomething(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		if _, ok := n.(*ast.Call); ok {
			found = true
		}
		return !found
	})
	return found
}

// globalOf is the declaration of a package-level variable.
func (l *lowerer) globalOf(v *ir.Var) *ir.VarDecl {
	for _, d := range l.globals {
		if d.Var == v {
			return d
		}
	}
	return nil
}

// fixedValue reports whether making the value of x has no effect, cannot fail
// and needs no variable that is not made the same way.
func (l *lowerer) fixedValue(x ir.Expr) bool {
	switch x := x.(type) {
	case *ir.Lit, *ir.Nil:
		return true
	case *ir.Use:
		return l.statics[x.Var]
	case *ir.Convert:
		return l.fixedValue(x.X)
	case *ir.Unary:
		return x.Op == "-" && l.fixedValue(x.X)
	case *ir.Composite:
		for _, e := range x.Elts {
			if e.Key != nil || !l.fixedValue(e.Value) {
				return false
			}
		}
		return true
	case *ir.Call:
		r, ok := x.Fun.(*ir.PkgRef)
		if !ok || r.Pkg != pyPath || !makers[r.Name] {
			return false
		}
		for _, a := range x.Args {
			if !l.fixedValue(a) {
				return false
			}
		}
		return true
	}
	return false
}

// makers are the functions of the runtime that only make a value of their
// arguments.
var makers = map[string]bool{
	"NewList": true, "NewDict": true, "NewSet": true, "DictOf": true, "NewTuple": true,
	"NewTuple2": true, "NewTuple3": true, "NewTuple4": true, "NewTuple5": true, "NewTuple6": true,
}

// constDecl is the declaration of a package-level variable as a constant, where
// its value may be one. The arithmetic of float constants is not that of
// floats, so they stay variables.
func (l *lowerer) constDecl(d *ir.VarDecl) ir.Decl {
	lit, ok := d.Value.(*ir.Lit)
	if !ok || !l.statics[d.Var] {
		return d
	}
	switch lit.Value.(type) {
	case int64:
		ok = d.Var.Type == ir.Int
	case string:
		ok = d.Var.Type == ir.String
	case bool:
		ok = d.Var.Type == ir.Bool
	default:
		ok = false
	}
	if !ok {
		return d
	}
	return &ir.ConstDecl{Meta: d.Meta, Names: []*ir.Var{d.Var}, Values: []ir.Expr{lit}}
}

// boundOnce reports whether v is bound at one place, outside of loops.
func (s *steadiness) boundOnce(v *infer.Var) bool {
	list := s.bindings[v]
	return len(list) == 1 && !list[0].looped && list[0].in == v.Func
}

// onlyTypes reports whether a module's `name = value` says something to type
// checkers alone: a type variable or an alias, that no Go of the draft reads.
func (b *body) onlyTypes(target, value ast.Expr, s ast.Stmt) bool {
	name, ok := target.(*ast.Name)
	if !ok || b.out != b.l.top || b.l.opts.Package != "main" {
		return false
	}
	iv := b.l.info.Vars[name]
	if iv == nil || !b.l.unread[iv] || !b.isTypeVar(value) && !b.isTypeForm(value) {
		return false
	}
	b.l.elsewhere[s] = false
	return true
}

func (b *body) isTypeVar(e ast.Expr) bool {
	c, ok := e.(*ast.Call)
	if !ok {
		return false
	}
	r, ok := b.l.info.Refs[c.Func].(*infer.StubRef)
	if !ok {
		return false
	}
	f, ok := r.Symbol.(*stubs.Func)
	return ok && f.Role == "typevar"
}

// isTypeForm reports whether e can be nothing but a type that is put together
// of the library's and the program's: `Callable[[str], Awaitable[None]]`.
func (b *body) isTypeForm(e ast.Expr) bool {
	sub, ok := e.(*ast.Subscript)
	if !ok {
		return false
	}
	if r, ok := b.l.info.Refs[sub.Value].(*infer.StubRef); !ok || !isTypeSymbol(r.Symbol) {
		return false
	}
	plain := true
	ast.Walk(sub.Slice, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name, *ast.Attribute:
			x := n.(ast.Expr)
			switch b.l.info.Refs[x].(type) {
			case *infer.StubRef, *infer.ClassRef, *infer.ModuleRef:
			default:
				plain = false
			}
			return false
		case *ast.Subscript:
			if _, ok := b.l.info.Refs[n.Value].(*infer.ClassRef); ok {
				plain = false
			}
		case *ast.List, *ast.Tuple, *ast.Constant, *ast.BinOp:
		case ast.Expr:
			plain = false
		}
		return plain
	})
	return plain
}

func isTypeSymbol(s stubs.Symbol) bool {
	switch s := s.(type) {
	case *stubs.Class:
		return true
	case *stubs.Alias:
		return s.Target == nil || isTypeSymbol(s.Target)
	case *stubs.Var:
		return strings.HasPrefix(string(s.Role), "type:")
	}
	return false
}

// unreadVars are the module's variables that no Go of the draft reads.
func (l *lowerer) unreadVars() map[*infer.Var]bool {
	reads := map[*ir.Var]int{}
	note := func(e *ir.Expr) bool {
		if u, ok := (*e).(*ir.Use); ok {
			reads[u.Var]++
		}
		return true
	}
	for _, d := range l.prog.Decls {
		switch d := d.(type) {
		case *ir.FuncDecl:
			ir.Walk(d.Body, func(s ir.Stmt) bool {
				if a, ok := s.(*ir.Assign); ok && a.Op == "" {
					for _, target := range a.Lhs {
						if u, ok := target.(*ir.Use); ok {
							reads[u.Var]--
						}
					}
				}
				return true
			}, note)
		case *ir.VarDecl:
			if d.Value != nil {
				ir.WalkExpr(&d.Value, note)
			}
		}
	}
	out := map[*infer.Var]bool{}
	for iv, g := range l.vars {
		if iv.Func == nil && !iv.ClassVar && reads[g] == 0 {
			out[iv] = true
		}
	}
	return out
}
