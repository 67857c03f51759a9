package ir

import "fmt"

// ExprSlots calls f with the address of each direct operand of e, in the order
// in which they stand. The body of a FuncLit is not an operand.
func ExprSlots(e Expr, f func(*Expr)) {
	opt := func(x *Expr) {
		if *x != nil {
			f(x)
		}
	}
	switch e := e.(type) {
	case *Lit, *Nil, *Use, *FuncRef, *PkgRef, *TypeRef, *FuncLit:
	case *Call:
		f(&e.Fun)
		for i := range e.Args {
			f(&e.Args[i])
		}
	case *Select:
		f(&e.X)
	case *FieldRef:
		f(&e.X)
	case *MethodRef:
		f(&e.X)
	case *Binary:
		f(&e.X)
		f(&e.Y)
	case *Unary:
		f(&e.X)
	case *Index:
		f(&e.X)
		f(&e.I)
	case *SliceExpr:
		f(&e.X)
		opt(&e.Lo)
		opt(&e.Hi)
	case *TypeAssert:
		f(&e.X)
	case *Convert:
		f(&e.X)
	case *Composite:
		for i := range e.Elts {
			opt(&e.Elts[i].Key)
			f(&e.Elts[i].Value)
		}
	default:
		panic(fmt.Sprintf("ir: unexpected expression %T", e))
	}
}

// StmtSlots calls f with the address of each expression that belongs to s
// itself, in the order in which they stand: not those of nested blocks, nor of
// the Init and Post statements. A nil left-hand side (the blank identifier) is
// left out. A LocalFunc's literal is passed by a copy of the slot.
func StmtSlots(s Stmt, f func(*Expr)) {
	opt := func(x *Expr) {
		if *x != nil {
			f(x)
		}
	}
	switch s := s.(type) {
	case *Assign:
		for i := range s.Lhs {
			opt(&s.Lhs[i])
		}
		for i := range s.Rhs {
			f(&s.Rhs[i])
		}
	case *ExprStmt:
		f(&s.X)
	case *If:
		f(&s.Cond)
	case *For:
		opt(&s.Cond)
	case *Range:
		f(&s.X)
	case *Return:
		for i := range s.Values {
			f(&s.Values[i])
		}
	case *Switch:
		opt(&s.Tag)
		for _, c := range s.Cases {
			for i := range c.Exprs {
				f(&c.Exprs[i])
			}
		}
	case *TypeSwitch:
		f(&s.X)
	case *Defer:
		f(&s.Call)
	case *LocalFunc:
		var lit Expr = s.Lit
		f(&lit)
	case *Declare, *Branch, *Block, *CommentStmt:
	default:
		panic(fmt.Sprintf("ir: unexpected statement %T", s))
	}
}

// SubStmts calls f with the address of each Init and Post statement of s.
func SubStmts(s Stmt, f func(*Stmt)) {
	opt := func(x *Stmt) {
		if *x != nil {
			f(x)
		}
	}
	switch s := s.(type) {
	case *If:
		opt(&s.Init)
	case *For:
		opt(&s.Init)
		opt(&s.Post)
	case *Switch:
		opt(&s.Init)
	}
}

// Blocks calls f with the address of each block nested directly in s, in the
// order in which they stand; not the bodies of function literals.
func Blocks(s Stmt, f func(*[]Stmt)) {
	switch s := s.(type) {
	case *If:
		f(&s.Then)
		f(&s.Else)
	case *For:
		f(&s.Body)
	case *Range:
		f(&s.Body)
	case *Block:
		f(&s.Body)
	case *Switch:
		for _, c := range s.Cases {
			f(&c.Body)
		}
	case *TypeSwitch:
		for _, c := range s.Cases {
			f(&c.Body)
		}
	}
}

// WalkExpr calls f for e and all expressions below it, parents first, with the
// address of each; it does not go below an expression for which f returns
// false. The bodies of function literals are left to f.
func WalkExpr(e *Expr, f func(*Expr) bool) {
	if !f(e) {
		return
	}
	ExprSlots(*e, func(x *Expr) { WalkExpr(x, f) })
}

// Walk calls stmt for each statement below body and expr for each expression,
// in the order in which they stand, function literals included; either
// function may be nil. Where stmt or expr returns false, what is below is left
// out.
func Walk(body []Stmt, stmt func(Stmt) bool, expr func(*Expr) bool) {
	for _, s := range body {
		WalkStmt(s, stmt, expr)
	}
}

// WalkStmt is Walk for one statement.
func WalkStmt(s Stmt, stmt func(Stmt) bool, expr func(*Expr) bool) {
	if stmt != nil && !stmt(s) {
		return
	}
	SubStmts(s, func(sub *Stmt) { WalkStmt(*sub, stmt, expr) })
	StmtSlots(s, func(e *Expr) {
		WalkExpr(e, func(x *Expr) bool {
			if expr != nil && !expr(x) {
				return false
			}
			if lit, ok := (*x).(*FuncLit); ok {
				Walk(lit.Body, stmt, expr)
			}
			return true
		})
	})
	Blocks(s, func(b *[]Stmt) { Walk(*b, stmt, expr) })
}
