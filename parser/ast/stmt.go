package ast

// FunctionDef is a function or method definition.
//
//	@decorator
//	def Name[TypeParams](Args) -> Returns:
//	    Body
type FunctionDef struct {
	StmtBase
	Name          string
	Args          *Arguments
	Body          []Stmt
	DecoratorList []Expr
	Returns       Expr // nil if absent
	TypeParams    []TypeParam
}

// AsyncFunctionDef is a coroutine function or async generator definition.
//
//	async def Name[TypeParams](Args) -> Returns:
//	    Body
type AsyncFunctionDef struct {
	StmtBase
	Name          string
	Args          *Arguments
	Body          []Stmt
	DecoratorList []Expr
	Returns       Expr // nil if absent
	TypeParams    []TypeParam
}

// ClassDef is a class definition.
//
//	class Name[TypeParams](Bases, Keywords):
//	    Body
type ClassDef struct {
	StmtBase
	Name          string
	Bases         []Expr
	Keywords      []*Keyword
	Body          []Stmt
	DecoratorList []Expr
	TypeParams    []TypeParam
}

// Return is `return Value`.
type Return struct {
	StmtBase
	Value Expr // nil if absent
}

// Delete is `del Targets`.
type Delete struct {
	StmtBase
	Targets []Expr
}

// Assign is `Targets[0] = Targets[1] = Value`.
type Assign struct {
	StmtBase
	Targets []Expr
	Value   Expr
}

// TypeAlias is `type Name[TypeParams] = Value`.
type TypeAlias struct {
	StmtBase
	Name       *Name
	TypeParams []TypeParam
	Value      Expr
}

// AugAssign is `Target Op= Value`.
type AugAssign struct {
	StmtBase
	Target Expr
	Op     Operator
	Value  Expr
}

// AnnAssign is `Target: Annotation = Value`.
type AnnAssign struct {
	StmtBase
	Target     Expr // *Name, *Attribute or *Subscript
	Annotation Expr
	Value      Expr // nil if absent
	Simple     bool // Target is a name without parentheses
}

// For is a for loop.
//
//	for Target in Iter:
//	    Body
//	else:
//	    Orelse
type For struct {
	StmtBase
	Target Expr
	Iter   Expr
	Body   []Stmt
	Orelse []Stmt
}

// AsyncFor is `async for Target in Iter: Body else: Orelse`.
type AsyncFor struct {
	StmtBase
	Target Expr
	Iter   Expr
	Body   []Stmt
	Orelse []Stmt
}

// While is `while Test: Body else: Orelse`.
type While struct {
	StmtBase
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

// If is `if Test: Body else: Orelse`; an elif is an If alone in Orelse, whose
// range begins at the word elif.
type If struct {
	StmtBase
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

// With is `with Items: Body`.
type With struct {
	StmtBase
	Items []*WithItem
	Body  []Stmt
}

// AsyncWith is `async with Items: Body`.
type AsyncWith struct {
	StmtBase
	Items []*WithItem
	Body  []Stmt
}

// Match is `match Subject:` followed by its cases.
type Match struct {
	StmtBase
	Subject Expr
	Cases   []*MatchCase
}

// Raise is `raise Exc from Cause`.
type Raise struct {
	StmtBase
	Exc   Expr // nil for a bare raise
	Cause Expr // nil if absent
}

// Try is a try statement whose handlers are `except`.
type Try struct {
	StmtBase
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

// TryStar is a try statement whose handlers are `except*`.
type TryStar struct {
	StmtBase
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

// Assert is `assert Test, Msg`.
type Assert struct {
	StmtBase
	Test Expr
	Msg  Expr // nil if absent
}

// Import is `import Names`.
type Import struct {
	StmtBase
	Names []*Alias
}

// ImportFrom is `from ..Module import Names`, with Level dots.
type ImportFrom struct {
	StmtBase
	Module string // empty for `from . import x`
	Names  []*Alias
	Level  int
}

// Global is `global Names`.
type Global struct {
	StmtBase
	Names []string
}

// Nonlocal is `nonlocal Names`.
type Nonlocal struct {
	StmtBase
	Names []string
}

// ExprStmt is an expression used as a statement; CPython calls it Expr.
type ExprStmt struct {
	StmtBase
	Value Expr
}

// Pass is `pass`.
type Pass struct{ StmtBase }

// Break is `break`.
type Break struct{ StmtBase }

// Continue is `continue`.
type Continue struct{ StmtBase }

// Alias is one name of an import: `Name as Asname`. Name is "*" in
// `from m import *`.
type Alias struct {
	Range
	Name   string // dotted in an [Import]
	Asname string // empty if absent
}

// WithItem is `ContextExpr as OptionalVars`.
type WithItem struct {
	Range        // not in CPython's tree
	ContextExpr  Expr
	OptionalVars Expr // nil if absent
}

// ExceptHandler is `except Type as Name: Body`.
type ExceptHandler struct {
	Range
	Type Expr   // nil for a bare except
	Name string // empty if absent
	Body []Stmt
}

// MatchCase is `case Pattern if Guard: Body`.
type MatchCase struct {
	Range   // not in CPython's tree
	Pattern Pattern
	Guard   Expr // nil if absent
	Body    []Stmt
}
