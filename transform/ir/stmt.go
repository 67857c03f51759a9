package ir

// Stmt is a Go statement.
type Stmt interface {
	Base() *Meta
	aStmt()
}

// Assign is `lhs = rhs`; emit turns it into `:=` where it is the declaration
// of its variables. A nil Lhs element, or a Use of a Blank variable, is `_`.
// Op is "" or an operator for `lhs op= rhs` ("+" prints += or ++).
type Assign struct {
	Meta
	Lhs []Expr
	Op  string
	Rhs []Expr
}

// Declare is `var v T`: emit prints it only where the placement pass wants a
// separate declaration; lowering uses it to fix the block a variable belongs
// to (closure capture, zero value needed).
type Declare struct {
	Meta
	Var *Var
}

// ExprStmt is an expression for its effect.
type ExprStmt struct {
	Meta
	X Expr
}

// If is `if init; cond { then } else { else }`.
type If struct {
	Meta
	Init     Stmt
	Cond     Expr
	Then     []Stmt
	Else     []Stmt // a single *If prints as else if
	ThenTail []Comment
	ElseTail []Comment
}

// For is `for init; cond; post { body }`; all parts may be nil.
type For struct {
	Meta
	Label *Label
	Init  Stmt
	Cond  Expr
	Post  Stmt
	Body  []Stmt
	Tail  []Comment
}

// Range is `for key, value := range x { body }`. Key and Value are variables
// or nil; with Assign set they are existing variables (`=`), otherwise fresh.
type Range struct {
	Meta
	Label      *Label
	Key, Value *Var
	Assign     bool
	X          Expr
	Body       []Stmt
	Tail       []Comment
}

// Label is a loop or switch label; printed only when a branch names it.
type Label struct{ Name string }

// Branch is `break`, `continue` or `goto`, with a label when the target is
// not the innermost one (emit drops needless labels).
type Branch struct {
	Meta
	Tok   string
	Label *Label
}

// Return is `return values`.
type Return struct {
	Meta
	Values []Expr
}

// Block is `{ ... }`.
type Block struct {
	Meta
	Body []Stmt
}

// Switch is `switch init; tag { cases }`; a nil Tag is a boolean switch.
type Switch struct {
	Meta
	Label *Label
	Init  Stmt
	Tag   Expr
	Cases []*Case
}

// TypeSwitch is `switch bind := x.(type) { cases }`.
type TypeSwitch struct {
	Meta
	Label *Label
	Bind  *Var // may be nil
	X     Expr
	Cases []*Case
}

// Case is one clause; no Exprs and no Types is default.
type Case struct {
	Meta
	Exprs []Expr
	Types []Type
	Bind  *Var // in a type switch: the bound variable as this clause sees it
	Body  []Stmt
}

// Defer is `defer call`.
type Defer struct {
	Meta
	Call Expr
}

// CommentStmt is comments that stand alone (end of a block).
type CommentStmt struct {
	Meta
	Lines []Comment
}

// LocalFunc is a nested function: `name := func(...) {...}`, declared with
// `var name func(...)` first when Recursive.
type LocalFunc struct {
	Meta
	Var       *Var
	Lit       *FuncLit
	Recursive bool
	Doc       []string
}

func (*Assign) aStmt()      {}
func (*Declare) aStmt()     {}
func (*ExprStmt) aStmt()    {}
func (*If) aStmt()          {}
func (*For) aStmt()         {}
func (*Range) aStmt()       {}
func (*Branch) aStmt()      {}
func (*Return) aStmt()      {}
func (*Block) aStmt()       {}
func (*Switch) aStmt()      {}
func (*TypeSwitch) aStmt()  {}
func (*Defer) aStmt()       {}
func (*CommentStmt) aStmt() {}
func (*LocalFunc) aStmt()   {}
