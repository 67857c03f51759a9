package emit

import (
	"math"
	"slices"
	"strconv"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// tidyControl simplifies control flow that needs no knowledge of variables.
// Most rewrites go from the innermost statement outwards; it is run again as
// long as one has changed what lies further in.
func tidyControl(body *[]ir.Stmt) {
	for c := newControl(body); c.again; {
		c.again = false
		c.block(body, false)
	}
}

func newControl(body *[]ir.Stmt) *control {
	hasGoto := false
	ir.Walk(*body, func(s ir.Stmt) bool {
		if b, ok := s.(*ir.Branch); ok && b.Tok == "goto" {
			hasGoto = true
		}
		return true
	}, nil)
	return &control{hasGoto: hasGoto, again: true}
}

// target is a statement that a branch may name.
type target struct {
	label *ir.Label
	loop  bool
}

type control struct {
	hasGoto bool
	targets []target // innermost last
	again   bool
}

// block tidies the statements of a block, those nested first. elseIf tells
// that the block is an if alone after else, which should stay one.
func (c *control) block(body *[]ir.Stmt, elseIf bool) {
	var out []ir.Stmt
	for _, s := range *body {
		c.nested(s)
		out = append(out, c.stmt(s, elseIf)...)
	}
	if !c.hasGoto {
		out = dropUnreachable(out)
	}
	out = joinBoolReturns(out)
	*body = c.dropSameReturn(out)
}

// nested tidies what is below s.
func (c *control) nested(s ir.Stmt) {
	ir.StmtSlots(s, func(e *ir.Expr) { c.lits(e) })
	ir.SubStmts(s, func(sub *ir.Stmt) { ir.StmtSlots(*sub, func(e *ir.Expr) { c.lits(e) }) })
	n := len(c.targets)
	switch s := s.(type) {
	case *ir.For:
		c.targets = append(c.targets, target{s.Label, true})
	case *ir.Range:
		c.targets = append(c.targets, target{s.Label, true})
	case *ir.Switch:
		c.targets = append(c.targets, target{s.Label, false})
	case *ir.TypeSwitch:
		c.targets = append(c.targets, target{s.Label, false})
	}
	ir.Blocks(s, func(b *[]ir.Stmt) {
		elseIf := false
		if st, ok := s.(*ir.If); ok && b == &st.Else && len(*b) == 1 {
			_, elseIf = (*b)[0].(*ir.If)
		}
		c.block(b, elseIf)
	})
	c.targets = c.targets[:n]
}

// lits tidies the function literals in e; their loops are their own.
func (c *control) lits(e *ir.Expr) {
	ir.WalkExpr(e, func(x *ir.Expr) bool {
		if lit, ok := (*x).(*ir.FuncLit); ok {
			inner := &control{hasGoto: c.hasGoto}
			inner.block(&lit.Body, false)
			c.again = c.again || inner.again
			return false
		}
		return true
	})
}

// stmt returns what s becomes.
func (c *control) stmt(s ir.Stmt, elseIf bool) []ir.Stmt {
	switch s := s.(type) {
	case *ir.Branch:
		c.dropLabel(s)
	case *ir.If:
		return ifStmt(s, elseIf)
	case *ir.For:
		if isBool(s.Cond, true) {
			s.Cond = nil
		}
		if isBool(s.Cond, false) && s.Init == nil {
			return leftovers(s)
		}
		hoistCond(s)
		s.Body = c.dropLastContinue(s.Body)
	case *ir.Range:
		s.Body = c.dropLastContinue(s.Body)
	case *ir.Switch:
		dropLastBreaks(s.Cases)
		s.Cases = dropRepeatedValues(s.Cases)
	case *ir.TypeSwitch:
		dropLastBreaks(s.Cases)
		s.Cases = dropRepeatedTypes(s.Cases)
	case *ir.Block:
		// Variables are symbols: nothing clashes when the braces go.
		return append(leftovers(s), s.Body...)
	}
	return []ir.Stmt{s}
}

func isBool(e ir.Expr, value bool) bool {
	l, ok := e.(*ir.Lit)
	return ok && l.Value == value
}

// dropLabel drops a label that names what the bare branch would mean.
func (c *control) dropLabel(b *ir.Branch) {
	if b.Label == nil || b.Tok == "goto" {
		return
	}
	for i := len(c.targets) - 1; i >= 0; i-- {
		t := c.targets[i]
		if b.Tok == "continue" && !t.loop {
			continue
		}
		if t.label == b.Label {
			b.Label = nil
		}
		return
	}
}

// ifStmt drops constant conditions, empty branches, and the else after a
// branch that does not come back.
func ifStmt(s *ir.If, elseIf bool) []ir.Stmt {
	if s.Init == nil && (isBool(s.Cond, true) || isBool(s.Cond, false)) {
		taken, tail := s.Then, s.ThenTail
		if isBool(s.Cond, false) {
			taken, tail = s.Else, s.ElseTail
		}
		out := append(leftovers(s), taken...)
		if len(tail) > 0 {
			out = append(out, &ir.CommentStmt{Lines: tail})
		}
		return out
	}
	if len(s.Then) == 0 && len(s.ThenTail) == 0 {
		if len(s.Else) == 0 && len(s.ElseTail) == 0 {
			return emptyIf(s)
		}
		s.Cond = negate(s.Cond)
		s.Then, s.ThenTail, s.Else, s.ElseTail = s.Else, s.ElseTail, nil, nil
	}
	joinNested(s)
	// The variables of Init end with the if; the else may need them.
	if len(s.Else)+len(s.ElseTail) > 0 && s.Init == nil && !elseIf && deadEnd(s.Then) {
		els, tail := s.Else, s.ElseTail
		s.Else, s.ElseTail = nil, nil
		if len(els) == 1 {
			if next, ok := els[0].(*ir.If); ok {
				els = ifStmt(next, false)
			}
		}
		out := append([]ir.Stmt{s}, els...)
		if len(tail) > 0 {
			out = append(out, &ir.CommentStmt{Lines: tail})
		}
		return out
	}
	return []ir.Stmt{s}
}

// joinNested makes `if a { if b { ... } }` one condition, where the inner if is
// no statement of the source.
func joinNested(s *ir.If) {
	if s.Init != nil || len(s.Then) != 1 || len(s.Else)+len(s.ElseTail)+len(s.ThenTail) > 0 {
		return
	}
	in, ok := s.Then[0].(*ir.If)
	if !ok || in.Init != nil || len(in.Else)+len(in.ElseTail) > 0 || in.Pos.Line != 0 || hasComments(in) ||
		roughWidth([]ir.Expr{s.Cond, in.Cond}) > initWidth {
		return
	}
	s.Cond = &ir.Binary{Op: "&&", X: s.Cond, Y: in.Cond}
	s.Then, s.ThenTail = in.Then, in.ThenTail
}

// emptyIf keeps the effects of the condition of an if that does nothing.
func emptyIf(s *ir.If) []ir.Stmt {
	if s.Init != nil {
		return []ir.Stmt{s}
	}
	if canStand(s.Cond) {
		e := &ir.ExprStmt{X: s.Cond}
		takeComments(e, s)
		return []ir.Stmt{e}
	}
	e := &ir.Assign{Lhs: []ir.Expr{nil}, Rhs: []ir.Expr{s.Cond}}
	takeComments(e, s)
	return []ir.Stmt{e}
}

// deadEnd reports whether control never comes to the end of body.
func deadEnd(body []ir.Stmt) bool {
	for i := len(body) - 1; i >= 0; i-- {
		switch body[i].(type) {
		case *ir.CommentStmt, *ir.Declare:
			continue
		}
		return stmtDeadEnd(body[i])
	}
	return false
}

func stmtDeadEnd(s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.Branch:
		return true
	case *ir.If:
		return deadEnd(s.Then) && deadEnd(s.Else)
	case *ir.Switch:
		return casesDeadEnd(s.Cases, s.Label)
	case *ir.TypeSwitch:
		return casesDeadEnd(s.Cases, s.Label)
	}
	return terminates(s)
}

func casesDeadEnd(cases []*ir.Case, label *ir.Label) bool {
	exhaustive := false
	for _, c := range cases {
		exhaustive = exhaustive || isDefault(c)
		if !deadEnd(c.Body) || breaksOut(c.Body, label, true) {
			return false
		}
	}
	return exhaustive
}

// dropUnreachable drops what follows a statement that control never passes.
// Comments at the block's end stay.
func dropUnreachable(body []ir.Stmt) []ir.Stmt {
	for i, s := range body {
		if !stmtDeadEnd(s) {
			continue
		}
		out := body[: i+1 : i+1]
		for _, rest := range body[i+1:] {
			if c, ok := rest.(*ir.CommentStmt); ok {
				out = append(out, c)
			}
		}
		return out
	}
	return body
}

// hoistCond makes the condition of a loop of `for { if x { break }; ... }`.
func hoistCond(s *ir.For) {
	if s.Cond != nil || len(s.Body) == 0 {
		return
	}
	first, ok := s.Body[0].(*ir.If)
	if !ok || first.Init != nil || len(first.Else)+len(first.ElseTail)+len(first.ThenTail) > 0 || len(first.Then) != 1 || hasComments(first) {
		return
	}
	b, ok := first.Then[0].(*ir.Branch)
	if !ok || b.Tok != "break" || b.Label != nil || hasComments(b) {
		return
	}
	s.Cond = negate(first.Cond)
	s.Body = s.Body[1:]
}

// dropLastContinue drops a continue of the loop whose body this is where the
// body ends anyway.
func (c *control) dropLastContinue(body []ir.Stmt) []ir.Stmt {
	n := len(body)
	if n == 0 {
		return body
	}
	switch s := body[n-1].(type) {
	case *ir.Branch:
		if s.Tok == "continue" && s.Label == nil {
			c.again = true
			return append(body[:n-1:n-1], leftovers(s)...)
		}
	case *ir.If:
		s.Then = c.dropLastContinue(s.Then)
		s.Else = c.dropLastContinue(s.Else)
	}
	return body
}

// dropSameReturn drops a return of constants at the end of an if where the same
// return follows the if.
func (c *control) dropSameReturn(body []ir.Stmt) []ir.Stmt {
	n := len(body)
	if n < 2 {
		return body
	}
	last, ok := body[n-1].(*ir.Return)
	cond, ok2 := body[n-2].(*ir.If)
	if !ok || !ok2 || len(cond.Then) == 0 || len(cond.Else)+len(cond.ElseTail) > 0 {
		return body
	}
	k := len(cond.Then) - 1
	r, ok := cond.Then[k].(*ir.Return)
	if !ok || len(r.Values) != len(last.Values) || !sameConstants(r.Values, last.Values) {
		return body
	}
	cond.Then = append(cond.Then[:k:k], leftovers(r)...)
	c.again = true
	return body
}

// dropLastBreaks drops a break at the end of a clause, which ends there anyway.
func dropLastBreaks(cases []*ir.Case) {
	for _, c := range cases {
		if n := len(c.Body); n > 0 {
			if b, ok := c.Body[n-1].(*ir.Branch); ok && b.Tok == "break" && b.Label == nil {
				c.Body = append(c.Body[:n-1:n-1], leftovers(b)...)
			}
		}
	}
}

// joinBoolReturns writes `if x { return true }; return false` as `return x`.
func joinBoolReturns(body []ir.Stmt) []ir.Stmt {
	n := len(body)
	if n < 2 {
		return body
	}
	cond, ok := body[n-2].(*ir.If)
	last, ok2 := body[n-1].(*ir.Return)
	if !ok || !ok2 || cond.Init != nil || len(cond.Then) != 1 || len(cond.Else)+len(cond.ThenTail)+len(cond.ElseTail) > 0 || hasComments(last) {
		return body
	}
	then, ok := cond.Then[0].(*ir.Return)
	if !ok || hasComments(then) || len(then.Values) != len(last.Values) || len(then.Values) == 0 {
		return body
	}
	for i := range then.Values[1:] {
		_, nil1 := then.Values[i+1].(*ir.Nil)
		_, nil2 := last.Values[i+1].(*ir.Nil)
		if !nil1 || !nil2 {
			return body
		}
	}
	x := cond.Cond
	switch {
	case isBool(then.Values[0], true) && isBool(last.Values[0], false):
	case isBool(then.Values[0], false) && isBool(last.Values[0], true):
		x = negate(x)
	default:
		return body
	}
	r := &ir.Return{Values: append([]ir.Expr{x}, then.Values[1:]...)}
	r.Pos = cond.Pos
	takeComments(r, cond)
	return append(body[:n-2:n-2], r)
}

// dropRepeatedValues drops from the clauses of a switch the literals that an
// earlier clause has: they are never reached, and Go does not accept them.
func dropRepeatedValues(cases []*ir.Case) []*ir.Case {
	seen := map[string]bool{}
	return slices.DeleteFunc(cases, func(c *ir.Case) bool {
		n := len(c.Exprs)
		c.Exprs = slices.DeleteFunc(c.Exprs, func(e ir.Expr) bool {
			l, ok := e.(*ir.Lit)
			if !ok {
				return false
			}
			key := constKey(l)
			repeated := seen[key]
			seen[key] = true
			return repeated
		})
		return n > 0 && len(c.Exprs) == 0
	})
}

// constKey is the same text for literals that are the same constant to Go.
func constKey(l *ir.Lit) string {
	f, ok := l.Value.(float64)
	if ok && f == math.Trunc(f) && math.Abs(f) < 1<<53 {
		return strconv.FormatInt(int64(f), 10)
	}
	return litText(l)
}

// dropRepeatedTypes is dropRepeatedValues for a type switch.
func dropRepeatedTypes(cases []*ir.Case) []*ir.Case {
	var seen []ir.Type
	return slices.DeleteFunc(cases, func(c *ir.Case) bool {
		n := len(c.Types)
		c.Types = slices.DeleteFunc(c.Types, func(t ir.Type) bool {
			if slices.ContainsFunc(seen, func(u ir.Type) bool { return u == t || identical(u, t) }) {
				return true
			}
			seen = append(seen, t)
			return false
		})
		return n > 0 && len(c.Types) == 0
	})
}
