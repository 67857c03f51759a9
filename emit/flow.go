package emit

import (
	"fmt"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// flow is what running a piece of code does to one variable.
type flow struct {
	read     bool // its value may be read before the code assigns it
	assigned bool // it is assigned whenever the code runs to its end
	ends     bool // the code never runs to its end
}

// then is the flow of f followed by g.
func (f flow) then(g flow) flow {
	if f.read || f.assigned || f.ends {
		return f
	}
	return g
}

// or is the flow of either f or g.
func (f flow) or(g flow) flow {
	return flow{
		read:     f.read || g.read,
		assigned: (f.assigned || f.ends) && (g.assigned || g.ends),
		ends:     f.ends && g.ends,
	}
}

// flowOf tells what the statements do to v. Where it cannot tell simply it
// errs towards "may be read".
func flowOf(v *ir.Var, body []ir.Stmt) flow {
	var f flow
	for _, s := range body {
		f = f.then(stmtFlow(v, s))
		if f.read || f.assigned || f.ends {
			return f
		}
	}
	return f
}

func exprFlow(v *ir.Var, es ...ir.Expr) flow {
	for _, e := range es {
		if e != nil && reads(v, e) {
			return flow{read: true}
		}
	}
	return flow{}
}

// reads reports whether e reads v, closures made in it included.
func reads(v *ir.Var, e ir.Expr) bool {
	found := false
	visit := func(x *ir.Expr) bool {
		if u, ok := (*x).(*ir.Use); ok && u.Var == v {
			found = true
		}
		return !found
	}
	ir.WalkExpr(&e, func(x *ir.Expr) bool {
		if lit, ok := (*x).(*ir.FuncLit); ok {
			ir.Walk(lit.Body, func(s ir.Stmt) bool { return !found && !stmtReads(v, s, &found) }, visit)
			return false
		}
		return visit(x)
	})
	return found
}

// stmtReads sets found where s assigns to parts of v or reads it otherwise; it
// returns true where the caller's walk need not go below s. An assignment of
// v as a whole is no read.
func stmtReads(v *ir.Var, s ir.Stmt, found *bool) bool {
	st, ok := s.(*ir.Assign)
	if !ok || st.Op != "" {
		return false
	}
	for _, l := range st.Lhs {
		if l != nil && assigned(l) != v && reads(v, l) {
			*found = true
		}
	}
	for _, r := range st.Rhs {
		if reads(v, r) {
			*found = true
		}
	}
	return true
}

func stmtFlow(v *ir.Var, s ir.Stmt) flow {
	switch s := s.(type) {
	case nil, *ir.CommentStmt:
		return flow{}
	case *ir.Assign:
		f := exprFlow(v, s.Rhs...)
		writes := false
		for _, l := range s.Lhs {
			switch {
			case l == nil:
			case assigned(l) == v:
				writes = true
				if s.Op != "" {
					f.read = true
				}
			default:
				f = f.then(exprFlow(v, l))
			}
		}
		return f.then(flow{assigned: writes})
	case *ir.Declare:
		return flow{assigned: s.Var == v}
	case *ir.ExprStmt:
		f := exprFlow(v, s.X)
		f.ends = isPanic(s.X)
		return f
	case *ir.If:
		return optFlow(v, s.Init).then(exprFlow(v, s.Cond)).then(flowOf(v, s.Then).or(flowOf(v, s.Else)))
	case *ir.For:
		f := optFlow(v, s.Init).then(exprFlow(v, s.Cond))
		body := flowOf(v, s.Body)
		// A continue may lead to Post from anywhere in the body.
		body.read = body.read || optFlow(v, s.Post).read
		return f.then(flow{read: body.read, ends: terminates(s)})
	case *ir.Range:
		f := exprFlow(v, s.X)
		if s.Key == v || s.Value == v {
			return f
		}
		return f.then(flow{read: flowOf(v, s.Body).read})
	case *ir.Branch:
		return flow{ends: true}
	case *ir.Return:
		f := exprFlow(v, s.Values...)
		f.ends = true
		return f
	case *ir.Block:
		return flowOf(v, s.Body)
	case *ir.Switch:
		f := optFlow(v, s.Init).then(exprFlow(v, s.Tag))
		for _, c := range s.Cases {
			f = f.then(exprFlow(v, c.Exprs...))
		}
		return f.then(casesFlow(v, s.Cases))
	case *ir.TypeSwitch:
		return exprFlow(v, s.X).then(casesFlow(v, s.Cases))
	case *ir.Defer:
		return exprFlow(v, s.Call)
	case *ir.LocalFunc:
		if s.Var == v {
			return flow{assigned: true}
		}
		return exprFlow(v, s.Lit)
	}
	panic(fmt.Sprintf("emit: unexpected statement %T", s))
}

func optFlow(v *ir.Var, s ir.Stmt) flow {
	if s == nil {
		return flow{}
	}
	return stmtFlow(v, s)
}

// casesFlow joins the clauses of a switch. A clause left by break counts as
// one that assigns nothing.
func casesFlow(v *ir.Var, cases []*ir.Case) flow {
	all := flow{assigned: true, ends: true}
	exhaustive := false
	for _, c := range cases {
		exhaustive = exhaustive || isDefault(c)
		f := flowOf(v, c.Body)
		if hasBreak(c.Body) {
			f.assigned, f.ends = false, false
		}
		all = all.or(f)
	}
	if !exhaustive {
		all = all.or(flow{})
	}
	return all
}

func isDefault(c *ir.Case) bool { return len(c.Exprs) == 0 && len(c.Types) == 0 }

// hasBreak reports whether any break, of whatever target, stands in body
// outside of function literals.
func hasBreak(body []ir.Stmt) bool {
	found := false
	ir.Walk(body, func(s ir.Stmt) bool {
		if b, ok := s.(*ir.Branch); ok && b.Tok == "break" {
			found = true
		}
		return !found
	}, func(*ir.Expr) bool { return false })
	return found
}

// isPanic reports whether e is a call of Go's panic.
func isPanic(e ir.Expr) bool {
	call, ok := e.(*ir.Call)
	if !ok {
		return false
	}
	f, ok := call.Fun.(*ir.PkgRef)
	return ok && f.Pkg == "" && f.Name == "panic"
}

// terminates reports whether s is a terminating statement as the Go
// specification defines it: a function with results may end in it.
func terminates(s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.Return:
		return true
	case *ir.Branch:
		return s.Tok == "goto"
	case *ir.ExprStmt:
		return isPanic(s.X)
	case *ir.Block:
		return blockTerminates(s.Body)
	case *ir.If:
		return blockTerminates(s.Then) && blockTerminates(s.Else)
	case *ir.For:
		return s.Cond == nil && !breaksOut(s.Body, s.Label, true)
	case *ir.Switch:
		return casesTerminate(s.Cases, s.Label)
	case *ir.TypeSwitch:
		return casesTerminate(s.Cases, s.Label)
	}
	return false
}

func blockTerminates(body []ir.Stmt) bool {
	for i := len(body) - 1; i >= 0; i-- {
		switch body[i].(type) {
		case *ir.CommentStmt, *ir.Declare:
			continue
		}
		return terminates(body[i])
	}
	return false
}

func casesTerminate(cases []*ir.Case, label *ir.Label) bool {
	exhaustive := false
	for _, c := range cases {
		exhaustive = exhaustive || isDefault(c)
		if !blockTerminates(c.Body) || breaksOut(c.Body, label, true) {
			return false
		}
	}
	return exhaustive
}

// breaksOut reports whether body, of a loop or switch with the given label,
// contains a break that leaves it. inner is false below a nested loop or
// switch, where an unlabelled break means that one.
func breaksOut(body []ir.Stmt, label *ir.Label, inner bool) bool {
	for _, s := range body {
		if b, ok := s.(*ir.Branch); ok && b.Tok == "break" {
			if b.Label == nil && inner || b.Label != nil && b.Label == label {
				return true
			}
		}
		nested := inner && !breakable(s)
		found := false
		ir.Blocks(s, func(b *[]ir.Stmt) { found = found || breaksOut(*b, label, nested) })
		if found {
			return true
		}
	}
	return false
}

// breakable reports whether an unlabelled break inside s leaves s.
func breakable(s ir.Stmt) bool {
	switch s.(type) {
	case *ir.For, *ir.Range, *ir.Switch, *ir.TypeSwitch:
		return true
	}
	return false
}
