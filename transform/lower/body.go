package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// body is the Go function under construction, with the Go closures inside it
// that belong to the same Python function (the body of a try, say).
type body struct {
	l      *lowerer
	f      *infer.Func // nil at module level
	ctx    *ir.Var     // the context in scope, nil if there is none
	result types.Type  // what `return` gives; types.None for nothing
	canErr bool        // the Go function returns an error last
	out    *[]ir.Stmt  // the block that statements are added to
	frames []frame     // loops and closures around the current statement
	last   ast.Stmt    // of the Python function, where nothing follows it in Go

	errs    map[*[]ir.Stmt]*ir.Var // the `err` of each block
	retVal  *ir.Var                // where a return inside a closure leaves its value
	handled []*ir.Var              // exceptions being handled, innermost last
	self    *ir.Var                // receiver, or first parameter of a method
	class   *infer.Class           // class whose method this is, for super()
	classNS *ir.Var                // namespace of the class body under construction
	cell    *ir.Var                // `__class__` of the class around, in dynamic classes

	gen  *generator // set in a generator's body
	ctor *ir.Var    // the instance under construction, in a constructor
	pre  []func()   // what comes before the body
}

// frame is a construct that break, continue, return or an error may leave.
type frame struct {
	loop    *loopFrame
	closure *closureFrame
	try     *tryFrame
}

// tryFrame is the body of a try statement that needs no closure: an error
// leads to the label, which restructuring the body replaces.
type tryFrame struct{ label *ir.Label }

// loopFrame is a loop of the Python program.
type loopFrame struct {
	label *ir.Label
	broke *ir.Var // set by break where the loop has an else
}

// closureFrame is a Go closure `func() error` inside the function.
type closureFrame struct {
	returned  *ir.Var // set when a path inside returns from the function
	breaks    map[*loopFrame]*ir.Var
	continues map[*loopFrame]*ir.Var
	order     []*loopFrame
}

func (b *body) add(s ...ir.Stmt) { *b.out = append(*b.out, s...) }

// block runs f with a fresh block and returns its statements.
func (b *body) block(f func()) []ir.Stmt {
	saved := b.out
	var stmts []ir.Stmt
	b.out = &stmts
	f()
	b.out = saved
	return stmts
}

// stmtsBlock lowers a Python block.
func (b *body) stmtsBlock(list []ast.Stmt) []ir.Stmt {
	return b.block(func() { b.stmts(list) })
}

// temp makes a temporary; the hint says what it holds.
func (b *body) temp(hint string, t types.Type) *ir.Var {
	return &ir.Var{Name: hint, Type: b.l.paramType(t), Temp: true}
}

func (b *body) tempOf(hint string, t ir.Type) *ir.Var {
	return &ir.Var{Name: hint, Type: t, Temp: true}
}

// errVar is the error variable of the current block: each block has its own,
// so that it can be declared where it is used.
func (b *body) errVar() *ir.Var {
	if b.errs == nil {
		b.errs = map[*[]ir.Stmt]*ir.Var{}
	}
	v := b.errs[b.out]
	if v == nil {
		v = &ir.Var{Name: "err", Type: ir.Error, Temp: true}
		b.errs[b.out] = v
	}
	return v
}

// innerClosure is the innermost Go closure around the current statement that
// belongs to this function, or nil.
func (b *body) innerClosure() *closureFrame {
	for i := len(b.frames) - 1; i >= 0; i-- {
		if c := b.frames[i].closure; c != nil {
			return c
		}
	}
	return nil
}

// propagate leaves the Go function with the error x.
func (b *body) propagate(x ir.Expr) ir.Stmt {
	for i := len(b.frames) - 1; i >= 0; i-- {
		if b.frames[i].closure != nil {
			return &ir.Return{Values: []ir.Expr{x}}
		}
		if t := b.frames[i].try; t != nil {
			return &ir.Branch{Tok: "goto", Label: t.label}
		}
	}
	if !b.canErr {
		return &ir.ExprStmt{X: pyCall("Throw", x)}
	}
	ret := &ir.Return{}
	if b.result != types.None {
		ret.Values = append(ret.Values, b.l.zero(b.result))
	}
	ret.Values = append(ret.Values, x)
	return ret
}

// raise ends the current path with the exception x.
func (b *body) raise(x ir.Expr) { b.add(b.propagate(x)) }

// check adds `if err != nil { return err }` for the error variable.
func (b *body) check(err *ir.Var) {
	b.add(&ir.If{Cond: notNil(use(err)), Then: []ir.Stmt{b.propagate(use(err))}})
}

// ret lowers `return v`; v.x is nil when the function gives nothing.
func (b *body) ret(v ir.Expr) {
	c := b.innerClosure()
	if c == nil {
		b.add(b.plainReturn(v))
		return
	}
	if v != nil && b.result != types.None {
		if u, ok := v.(*ir.Use); !ok || u.Var != b.retVal {
			b.add(assign(use(b.returnVar()), v))
		}
	}
	if c.returned == nil {
		c.returned = &ir.Var{Name: "returned", Type: ir.Bool, Temp: true}
	}
	b.add(assign(use(c.returned), boolLit(true)))
	b.add(&ir.Return{Values: []ir.Expr{&ir.Nil{}}})
}

// plainReturn is the Go return of the function itself.
func (b *body) plainReturn(v ir.Expr) ir.Stmt {
	r := &ir.Return{}
	if b.result != types.None {
		if v == nil {
			v = b.l.zero(b.result)
		}
		r.Values = append(r.Values, v)
	}
	if b.canErr {
		r.Values = append(r.Values, &ir.Nil{})
	}
	return r
}

func (b *body) returnVar() *ir.Var {
	if b.retVal == nil {
		b.retVal = &ir.Var{Name: "result", Type: b.l.goType(b.result), FuncScope: true}
	}
	return b.retVal
}

// loop finds the innermost loop.
func (b *body) loop() (*loopFrame, int) {
	for i := len(b.frames) - 1; i >= 0; i-- {
		if b.frames[i].loop != nil {
			return b.frames[i].loop, i
		}
	}
	return nil, -1
}

// branch lowers break and continue to the given loop.
func (b *body) branch(tok string, target *loopFrame) {
	var c *closureFrame
	for i := len(b.frames) - 1; i >= 0; i-- {
		if b.frames[i].loop == target {
			break
		}
		if b.frames[i].closure != nil {
			c = b.frames[i].closure
			break
		}
	}
	if c == nil {
		b.add(&ir.Branch{Tok: tok, Label: target.label})
		return
	}
	b.add(assign(use(c.flag(tok, target)), boolLit(true)))
	b.add(&ir.Return{Values: []ir.Expr{&ir.Nil{}}})
}

// flag is the variable by which a closure tells that it wants to break out of
// or continue a loop around it.
func (c *closureFrame) flag(tok string, target *loopFrame) *ir.Var {
	m, name := &c.breaks, "broke"
	if tok == "continue" {
		m, name = &c.continues, "continued"
	}
	if *m == nil {
		*m = map[*loopFrame]*ir.Var{}
	}
	v := (*m)[target]
	if v == nil {
		v = &ir.Var{Name: name, Type: ir.Bool, Temp: true}
		(*m)[target] = v
		c.order = append(c.order, target)
	}
	return v
}

// closure lowers f into `func() error { ... }`. The flags by which it tells of
// a return, break or continue inside are declared before it; the function
// that is returned adds, after the closure has been called, the statements
// that go on with them.
func (b *body) closure(f func()) (lit *ir.FuncLit, after func()) {
	c := &closureFrame{}
	b.frames = append(b.frames, frame{closure: c})
	stmts := b.block(f)
	if !endsFlow(stmts) {
		stmts = append(stmts, &ir.Return{Values: []ir.Expr{&ir.Nil{}}})
	}
	b.frames = b.frames[:len(b.frames)-1]
	lit = &ir.FuncLit{Results: []*ir.Var{{Type: ir.Error}}, Body: stmts}

	if c.returned != nil {
		b.add(&ir.Declare{Var: c.returned})
	}
	for _, target := range c.order {
		for _, v := range []*ir.Var{c.breaks[target], c.continues[target]} {
			if v != nil {
				b.add(&ir.Declare{Var: v})
			}
		}
	}
	return lit, func() { b.resume(c) }
}

// resume goes on, outside of the closure, with the return, break or continue
// that it told of.
func (b *body) resume(c *closureFrame) {
	if c.returned != nil {
		b.add(&ir.If{Cond: use(c.returned), Then: b.block(func() {
			if b.result != types.None {
				b.ret(use(b.returnVar()))
			} else {
				b.ret(nil)
			}
		})})
	}
	for _, target := range c.order {
		if v := c.breaks[target]; v != nil {
			b.add(&ir.If{Cond: use(v), Then: b.block(func() { b.branch("break", target) })})
		}
		if v := c.continues[target]; v != nil {
			b.add(&ir.If{Cond: use(v), Then: b.block(func() { b.branch("continue", target) })})
		}
	}
}

// endsFlow reports whether control cannot reach the end of the statements.
func endsFlow(stmts []ir.Stmt) bool {
	if len(stmts) == 0 {
		return false
	}
	switch s := stmts[len(stmts)-1].(type) {
	case *ir.Return, *ir.Branch:
		return true
	case *ir.ExprStmt:
		return isThrow(s.X)
	case *ir.If:
		return len(s.Else) > 0 && endsFlow(s.Then) && endsFlow(s.Else)
	case *ir.Block:
		return endsFlow(s.Body)
	case *ir.For:
		return s.Cond == nil && s.Init == nil && s.Post == nil && !breaksOut(s.Body, s.Label, true)
	case *ir.Switch:
		return casesEnd(s.Cases, s.Label)
	}
	return false
}

func casesEnd(cases []*ir.Case, label *ir.Label) bool {
	hasDefault := false
	for _, c := range cases {
		if len(c.Exprs) == 0 && len(c.Types) == 0 {
			hasDefault = true
		}
		if !endsFlow(c.Body) || breaksOut(c.Body, label, true) {
			return false
		}
	}
	return hasDefault
}

func isThrow(x ir.Expr) bool {
	c, ok := x.(*ir.Call)
	if !ok {
		return false
	}
	r, ok := c.Fun.(*ir.PkgRef)
	return ok && r.Pkg == pyPath && (r.Name == "Throw" || r.Name == "Throwf")
}

// breaksOut reports whether stmts hold a break of the loop with the label (or
// an unlabelled one at this level).
func breaksOut(stmts []ir.Stmt, label *ir.Label, level bool) bool {
	for _, s := range stmts {
		switch s := s.(type) {
		case *ir.Branch:
			if s.Tok == "break" && (s.Label != nil && s.Label == label || s.Label == nil && level) {
				return true
			}
		case *ir.If:
			if breaksOut(s.Then, label, level) || breaksOut(s.Else, label, level) {
				return true
			}
		case *ir.Block:
			if breaksOut(s.Body, label, level) {
				return true
			}
		case *ir.For:
			if breaksOut(s.Body, label, false) {
				return true
			}
		case *ir.Range:
			if breaksOut(s.Body, label, false) {
				return true
			}
		case *ir.Switch:
			for _, c := range s.Cases {
				if breaksOut(c.Body, label, false) {
					return true
				}
			}
		case *ir.TypeSwitch:
			for _, c := range s.Cases {
				if breaksOut(c.Body, label, false) {
					return true
				}
			}
		}
	}
	return false
}
