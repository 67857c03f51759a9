package emit

import (
	"fmt"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// check panics where the IR breaks a rule that the later passes rely on. Its
// text says which, and where in the Python source.
func check(p *ir.Program) {
	if p.Package == "" {
		panic("emit: the program has no package name")
	}
	c := checker{funcs: map[*ir.Func]bool{}, globals: map[*ir.Var]bool{}}
	for _, d := range p.Decls {
		switch d := d.(type) {
		case *ir.FuncDecl:
			c.funcs[d.Func] = true
		case *ir.VarDecl:
			c.globals[d.Var] = true
			c.typed("package variable", d.Var)
		case *ir.ConstDecl:
			if len(d.Names) != len(d.Values) {
				c.fail("%d constants with %d values", len(d.Names), len(d.Values))
			}
			for _, v := range d.Names {
				c.globals[v] = true
			}
		case *ir.TypeDecl:
			if d.Iface != nil {
				for _, f := range d.Iface.Methods {
					c.funcs[f] = true
				}
			}
		}
	}
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		c.line = d.Base().Pos.Line
		for _, v := range params {
			c.typed("parameter", v)
		}
		ir.Walk(*body, c.stmt, c.expr)
		c.variables(params, body)
	})
}

type checker struct {
	funcs   map[*ir.Func]bool
	globals map[*ir.Var]bool
	line    int
}

func (c *checker) fail(format string, args ...any) {
	panic(fmt.Sprintf("emit: wrong IR near line %d: ", c.line) + fmt.Sprintf(format, args...))
}

func (c *checker) typed(what string, v *ir.Var) {
	if v.Type == nil && !v.Blank {
		c.fail("%s %q has no type", what, v.Name)
	}
}

func (c *checker) stmt(s ir.Stmt) bool {
	if s == nil {
		c.fail("nil statement")
	}
	if line := s.Base().Pos.Line; line > 0 {
		c.line = line
	}
	switch s := s.(type) {
	case *ir.Assign:
		switch {
		case len(s.Lhs) == 0 || len(s.Rhs) == 0:
			c.fail("assignment of %d values to %d places", len(s.Rhs), len(s.Lhs))
		case len(s.Rhs) > 1 && len(s.Rhs) != len(s.Lhs):
			c.fail("assignment of %d values to %d places", len(s.Rhs), len(s.Lhs))
		case s.Op != "" && (len(s.Lhs) != 1 || len(s.Rhs) != 1 || isBlank(s.Lhs[0])):
			c.fail("assignment with %s= needs one place and one value", s.Op)
		}
		c.notNil(s.Rhs...)
	case *ir.ExprStmt:
		c.notNil(s.X)
	case *ir.If:
		c.notNil(s.Cond)
	case *ir.Range:
		c.notNil(s.X)
	case *ir.Return:
		c.notNil(s.Values...)
	case *ir.Defer:
		c.notNil(s.Call)
	case *ir.TypeSwitch:
		c.notNil(s.X)
	case *ir.Declare:
		c.typed("variable", s.Var)
	case *ir.LocalFunc:
		if s.Lit == nil || s.Var == nil {
			c.fail("local function without variable or literal")
		}
		if s.Var.Type == nil {
			s.Var.Type = typeOf(s.Lit)
		}
	case *ir.Branch:
		switch s.Tok {
		case "break", "continue":
		case "goto":
			if s.Label == nil {
				c.fail("goto without a label")
			}
		default:
			c.fail("unexpected branch %q", s.Tok)
		}
	}
	return true
}

func (c *checker) notNil(es ...ir.Expr) {
	for _, e := range es {
		if e == nil {
			c.fail("nil expression in a statement")
		}
	}
}

func (c *checker) expr(e *ir.Expr) bool {
	switch e := (*e).(type) {
	case nil:
		c.fail("nil expression")
	case *ir.Use:
		switch {
		case e.Var == nil:
			c.fail("use of a nil variable")
		case e.Var.Global && !c.globals[e.Var]:
			c.fail("package variable %q is not declared", e.Var.Name)
		}
	case *ir.FuncRef:
		if !c.funcs[e.Func] {
			c.fail("function %q is not declared", e.Func.Name)
		}
	case *ir.MethodRef:
		c.notNil(e.X)
		if !c.funcs[e.Func] {
			c.fail("method %q is not declared", e.Func.Name)
		}
	case *ir.Call:
		c.notNil(e.Fun)
		c.notNil(e.Args...)
	case *ir.Binary:
		c.notNil(e.X, e.Y)
	case *ir.Unary:
		c.notNil(e.X)
	case *ir.Select:
		c.notNil(e.X)
	case *ir.FieldRef:
		c.notNil(e.X)
	case *ir.Index:
		c.notNil(e.X, e.I)
	case *ir.SliceExpr:
		c.notNil(e.X)
	case *ir.TypeAssert:
		c.notNil(e.X)
	case *ir.Convert:
		c.notNil(e.X)
	case *ir.Composite:
		for _, elt := range e.Elts {
			c.notNil(elt.Value)
		}
	case *ir.FuncLit:
		for _, v := range e.Params {
			c.typed("parameter", v)
		}
	}
	return true
}

// variables checks that each local has a type, and that one with a Declare is
// referenced only in its block and after it.
func (c *checker) variables(params []*ir.Var, body *[]ir.Stmt) {
	splitDeclared(body)
	a := analyze(params, body)
	for _, v := range a.order {
		c.typed("variable", v)
		pin := a.pins[v]
		if pin == nil {
			continue
		}
		at := 0
		for i, s := range *pin.body {
			if d, ok := s.(*ir.Declare); ok && d.Var == v {
				at = i
			}
		}
		for _, r := range a.refs[v] {
			if !r.scope.within(pin) {
				c.at(r)
				c.fail("variable %q is used outside of the block of its Declare", v.Name)
			}
			if r.scope.position(r.at, pin) < at {
				c.at(r)
				c.fail("variable %q is used before its Declare", v.Name)
			}
		}
	}
}

func (c *checker) at(r ref) {
	if r.stmt != nil && r.stmt.Base().Pos.Line > 0 {
		c.line = r.stmt.Base().Pos.Line
	}
}
