package emit

import (
	"fmt"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// scope is a Go block: a function body, a nested block, a clause, or the
// implicit block around the header of an if, for, range or switch.
type scope struct {
	parent *scope
	fn     *scope // the function body it belongs to; itself for one
	at     int    // position in parent of the statement that holds it
	depth  int
	body   *[]ir.Stmt // nil for a header
	header ir.Stmt    // the statement whose implicit block this is
	lit    *ir.FuncLit
	loop   bool // the body of a loop: entered once for each iteration

	// Set by placement and used by naming.
	vars []*ir.Var    // declared here, in the order of first reference
	uses map[any]bool // symbols referenced here or below
}

// Positions within a header scope.
const (
	atInit = iota
	atCond
	atBlocks
	atPost
)

// refKind tells how a variable is referenced.
type refKind int

const (
	readRef  refKind = iota // its value or address is used
	writeRef                // it is assigned as a whole
	bindRef                 // its declaration is written by the construct: parameter, range or switch variable
)

// ref is one reference to a variable.
type ref struct {
	scope *scope
	at    int // position in scope
	kind  refKind
	stmt  ir.Stmt // the innermost statement; nil for parameters
}

// analysis is what one function (or package-level value) says about its
// variables. It is recomputed after each pass that changes statements.
type analysis struct {
	root    *scope
	refs    map[*ir.Var][]ref
	order   []*ir.Var // local variables in the order of first reference
	bound   map[*ir.Var]*scope
	pins    map[*ir.Var]*scope
	bodies  map[*[]ir.Stmt]*scope
	headers map[ir.Stmt]*scope
	lits    map[*ir.FuncLit]*scope
	scopes  []*scope         // parents first
	addrs   map[*ir.Var]bool // variables whose address is taken
	steady  map[*ir.Var]bool // package-level variables that keep their value
	hasGoto bool
}

// analyze builds the scopes and references of a function body. The parameters
// belong to the body's scope, as in Go.
func analyze(params []*ir.Var, body *[]ir.Stmt) *analysis {
	a := &analysis{
		refs:    map[*ir.Var][]ref{},
		bound:   map[*ir.Var]*scope{},
		pins:    map[*ir.Var]*scope{},
		bodies:  map[*[]ir.Stmt]*scope{},
		headers: map[ir.Stmt]*scope{},
		lits:    map[*ir.FuncLit]*scope{},
		addrs:   map[*ir.Var]bool{},
	}
	a.root = a.newScope(nil, 0)
	a.root.fn = a.root
	a.root.body = body
	a.bodies[body] = a.root
	for _, p := range params {
		a.bind(p, a.root, nil)
	}
	a.stmts(a.root, *body)
	return a
}

func (a *analysis) newScope(parent *scope, at int) *scope {
	s := &scope{parent: parent, at: at, uses: map[any]bool{}}
	if parent != nil {
		s.fn = parent.fn
		s.depth = parent.depth + 1
	}
	a.scopes = append(a.scopes, s)
	return s
}

func (a *analysis) bind(v *ir.Var, s *scope, stmt ir.Stmt) {
	if v == nil || v.Blank {
		return
	}
	a.bound[v] = s
	a.ref(v, s, 0, bindRef, stmt)
}

func (a *analysis) ref(v *ir.Var, s *scope, at int, kind refKind, stmt ir.Stmt) {
	if v.Blank {
		return
	}
	if !v.Global {
		if _, seen := a.refs[v]; !seen {
			a.order = append(a.order, v)
		}
		a.refs[v] = append(a.refs[v], ref{s, at, kind, stmt})
	}
	a.use(v, s)
	if kind != readRef {
		a.typeUses(v.Type, s)
	}
}

// use notes that symbol sym is referenced in s.
func (a *analysis) use(sym any, s *scope) {
	for ; s != nil && !s.uses[sym]; s = s.parent {
		s.uses[sym] = true
	}
}

func (a *analysis) nested(parent *scope, at int, body *[]ir.Stmt) *scope {
	s := a.newScope(parent, at)
	s.body = body
	a.bodies[body] = s
	a.stmts(s, *body)
	return s
}

func (a *analysis) stmts(s *scope, body []ir.Stmt) {
	for i, st := range body {
		a.stmt(s, i, st)
	}
}

func (a *analysis) headerScope(s *scope, at int, st ir.Stmt) *scope {
	h := a.newScope(s, at)
	h.header = st
	a.headers[st] = h
	return h
}

func (a *analysis) stmt(s *scope, at int, st ir.Stmt) {
	switch st := st.(type) {
	case *ir.Assign:
		for _, r := range st.Rhs {
			a.expr(s, at, r, st)
		}
		for _, l := range st.Lhs {
			if v := assigned(l); v != nil {
				if st.Op != "" {
					a.ref(v, s, at, readRef, st)
				}
				a.ref(v, s, at, writeRef, st)
			} else if l != nil {
				a.expr(s, at, l, st)
			}
		}
	case *ir.Declare:
		a.pins[st.Var] = s
		a.typeUses(st.Var.Type, s)
	case *ir.ExprStmt:
		a.expr(s, at, st.X, st)
	case *ir.If:
		h := a.headerScope(s, at, st)
		if st.Init != nil {
			a.stmt(h, atInit, st.Init)
		}
		a.expr(h, atCond, st.Cond, st)
		a.nested(h, atBlocks, &st.Then)
		a.nested(h, atBlocks, &st.Else)
	case *ir.For:
		h := a.headerScope(s, at, st)
		if st.Init != nil {
			a.stmt(h, atInit, st.Init)
		}
		if st.Cond != nil {
			a.expr(h, atCond, st.Cond, st)
		}
		b := a.newScope(h, atBlocks)
		b.body, b.loop = &st.Body, true
		a.bodies[&st.Body] = b
		a.stmts(b, st.Body)
		if st.Post != nil {
			a.stmt(h, atPost, st.Post)
		}
	case *ir.Range:
		a.expr(s, at, st.X, st)
		h := a.headerScope(s, at, st)
		for _, v := range []*ir.Var{st.Key, st.Value} {
			if v == nil {
				continue
			}
			if st.Assign {
				a.ref(v, h, atInit, writeRef, st)
			} else {
				a.bind(v, h, st)
			}
		}
		b := a.newScope(h, atBlocks)
		b.body, b.loop = &st.Body, true
		a.bodies[&st.Body] = b
		a.stmts(b, st.Body)
	case *ir.Branch:
		if st.Tok == "goto" {
			a.hasGoto = true
		}
	case *ir.Return:
		for _, e := range st.Values {
			a.expr(s, at, e, st)
		}
	case *ir.Block:
		a.nested(s, at, &st.Body)
	case *ir.Switch:
		h := a.headerScope(s, at, st)
		if st.Init != nil {
			a.stmt(h, atInit, st.Init)
		}
		if st.Tag != nil {
			a.expr(h, atCond, st.Tag, st)
		}
		for _, c := range st.Cases {
			for _, e := range c.Exprs {
				a.expr(h, atCond, e, st)
			}
		}
		for _, c := range st.Cases {
			a.nested(h, atBlocks, &c.Body)
		}
	case *ir.TypeSwitch:
		h := a.headerScope(s, at, st)
		a.expr(h, atCond, st.X, st)
		a.bind(st.Bind, h, st)
		for _, c := range st.Cases {
			for _, t := range c.Types {
				a.typeUses(t, h)
			}
			a.bind(c.Bind, h, st)
		}
		for _, c := range st.Cases {
			a.nested(h, atBlocks, &c.Body)
		}
	case *ir.Defer:
		a.expr(s, at, st.Call, st)
	case *ir.LocalFunc:
		if st.Recursive {
			a.ref(st.Var, s, at, writeRef, st)
			a.expr(s, at, st.Lit, st)
		} else {
			a.expr(s, at, st.Lit, st)
			a.ref(st.Var, s, at, writeRef, st)
		}
	case *ir.CommentStmt:
	default:
		panic(fmt.Sprintf("emit: unexpected statement %T", st))
	}
}

// assigned returns the variable that an assignment to e replaces as a whole,
// nil where e is another place or blank.
func assigned(e ir.Expr) *ir.Var {
	if u, ok := e.(*ir.Use); ok && !u.Var.Blank {
		return u.Var
	}
	return nil
}

func (a *analysis) expr(s *scope, at int, e ir.Expr, st ir.Stmt) {
	switch e := e.(type) {
	case *ir.Use:
		a.ref(e.Var, s, at, readRef, st)
		return
	case *ir.FuncRef:
		a.use(e.Func, s)
	case *ir.PkgRef:
		if e.Pkg == "" {
			a.use(predeclared(e.Name), s)
		} else {
			a.use(importPath(e.Pkg), s)
		}
		for _, t := range e.Args {
			a.typeUses(t, s)
		}
	case *ir.Nil:
		a.use(predeclared("nil"), s)
	case *ir.Lit:
		if b, ok := e.Value.(bool); ok {
			a.use(predeclared(fmt.Sprint(b)), s)
		}
		if needsMath(e) {
			a.use(importPath("math"), s)
		}
	case *ir.Unary:
		if u, ok := e.X.(*ir.Use); ok && e.Op == "&" {
			a.addrs[u.Var] = true
		}
	case *ir.TypeRef:
		a.typeUses(e.Type, s)
	case *ir.TypeAssert:
		a.typeUses(e.Type, s)
	case *ir.Convert:
		a.typeUses(e.Type, s)
	case *ir.Composite:
		a.typeUses(e.Type, s)
	case *ir.FuncLit:
		b := a.newScope(s, at)
		b.fn, b.body, b.lit = b, &e.Body, e
		a.lits[e] = b
		a.bodies[&e.Body] = b
		for _, p := range e.Params {
			a.typeUses(p.Type, b)
			a.bind(p, b, nil)
		}
		for _, r := range e.Results {
			a.typeUses(r.Type, b)
			if e.Named {
				a.bind(r, b, nil)
			}
		}
		a.stmts(b, e.Body)
		return
	}
	ir.ExprSlots(e, func(x *ir.Expr) { a.expr(s, at, *x, st) })
}

// predeclared and importPath are the symbols of names that are not declared in
// the file.
type (
	predeclared string
	importPath  string
)

func (a *analysis) typeUses(t ir.Type, s *scope) {
	eachName(t, func(sym any) { a.use(sym, s) })
}

// eachName calls f for each symbol that the spelling of t contains: a
// *ir.TypeDecl, an importPath or a predeclared name.
func eachName(t ir.Type, f func(sym any)) {
	switch t := t.(type) {
	case nil:
	case *ir.Builtin:
		f(predeclared(t.Name))
	case *ir.Named:
		switch {
		case t.Decl != nil:
			f(t.Decl)
		case t.Pkg != "":
			f(importPath(t.Pkg))
		}
		for _, x := range t.Args {
			eachName(x, f)
		}
	case *ir.Pointer:
		eachName(t.Elem, f)
	case *ir.Slice:
		eachName(t.Elem, f)
	case *ir.Map:
		eachName(t.Key, f)
		eachName(t.Elem, f)
	case *ir.FuncType:
		for _, x := range t.Params {
			eachName(x, f)
		}
		for _, x := range t.Results {
			eachName(x, f)
		}
	default:
		panic(fmt.Sprintf("emit: unexpected type %T", t))
	}
}

// common returns the innermost scope that contains both.
func common(x, y *scope) *scope {
	for x != y {
		if x.depth >= y.depth {
			x = x.parent
		} else {
			y = y.parent
		}
	}
	return x
}

// within reports whether s is outer or lies below it.
func (s *scope) within(outer *scope) bool {
	for ; s != nil; s = s.parent {
		if s == outer {
			return true
		}
	}
	return false
}

// position returns where, among the statements of outer, a reference at
// position at of s lies.
func (s *scope) position(at int, outer *scope) int {
	for s != outer {
		at = s.at
		s = s.parent
	}
	return at
}
