// Package ast declares the syntax tree of a Python module.
//
// Nodes and fields carry the names of CPython's ast module in Go spelling
// (decorator_list is DecoratorList, posonlyargs is Posonlyargs), so its
// documentation holds here too. The exceptions are forced by Go: ast.Expr is
// the interface of all expressions and [ExprStmt] the statement that CPython
// calls Expr; helper classes that CPython writes in lower case are exported
// ([Arguments], [Arg], [Keyword], [Alias], [WithItem], [MatchCase],
// [Comprehension]); [Constant] holds a typed [Value].
//
// Beyond CPython's tree, statements keep the comments and blank lines around
// them, and helper nodes that CPython gives no position have one.
//
// Nodes are always handled by pointer. A pointer is the node's identity: later
// stages keep what they find out in maps keyed by it.
package ast

import "github.com/py2go-async/py2go-async/diag"

// Node is implemented by every node of the tree.
type Node interface {
	// Span returns the part of the source that the node covers.
	Span() diag.Range
	node()
}

// Stmt is implemented by every statement node.
type Stmt interface {
	Node
	// Base returns the parts that all statements share.
	Base() *StmtBase
}

// Expr is implemented by every expression node.
type Expr interface {
	Node
	exprNode()
}

// Pattern is implemented by every pattern node of a match statement.
type Pattern interface {
	Node
	patternNode()
}

// TypeParam is implemented by [TypeVar], [ParamSpec] and [TypeVarTuple].
type TypeParam interface {
	Node
	typeParamNode()
}

// Range is the place of a node, with CPython's meaning: lines are 1-based,
// columns are 0-based offsets in UTF-8 bytes, and the end is exclusive. The
// fields are lineno, col_offset, end_lineno and end_col_offset.
type Range struct {
	Line, Col       int32
	EndLine, EndCol int32
}

// Span returns r as the diagnostics' range.
func (r Range) Span() diag.Range {
	return diag.Range{
		Start: diag.Pos{Line: int(r.Line), Col: int(r.Col)},
		End:   diag.Pos{Line: int(r.EndLine), Col: int(r.EndCol)},
	}
}

func (Range) node() {}

// StmtBase holds what all statements have.
type StmtBase struct {
	Range
	// BlankBefore tells that at least one blank line precedes the statement
	// (its first decorator, if any), after its leading comments.
	BlankBefore bool
	// Comments are the comments of the statement, nil if it has none.
	Comments *CommentSet
}

// Base returns b itself.
func (b *StmtBase) Base() *StmtBase { return b }

// Module is a whole file.
type Module struct {
	Range
	Body []Stmt
	// Comments are all comments of the file in source order, those inside
	// expressions included.
	Comments []Comment
	// Dangling are the comments of a file without statements.
	Dangling []Comment
}
