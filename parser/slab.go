package parser

import "github.com/py2go-async/py2go-async/parser/ast"

// slab allocates nodes of one type in chunks: one allocation serves many
// nodes, and nodes that are read together lie together.
type slab[T any] struct{ free []T }

const (
	firstChunk = 8
	lastChunk  = 256
)

// put stores v and returns where.
func (s *slab[T]) put(v T) *T {
	if len(s.free) == cap(s.free) {
		s.free = make([]T, 0, min(max(2*cap(s.free), firstChunk), lastChunk))
	}
	s.free = append(s.free, v)
	return &s.free[len(s.free)-1]
}

// list is a stack on which the lists of nested nodes are gathered, and the
// memory that finished lists are cut from.
type list[T any] struct {
	stack []T
	free  []T
}

// mark returns the place where a new list begins.
func (l *list[T]) mark() int { return len(l.stack) }

func (l *list[T]) push(v T) { l.stack = append(l.stack, v) }

// since returns what was pushed since the mark, still on the stack.
func (l *list[T]) since(mark int) []T { return l.stack[mark:] }

// take removes what was pushed since the mark and returns it as a list, nil if
// it is empty.
func (l *list[T]) take(mark int) []T {
	n := len(l.stack) - mark
	if n == 0 {
		return nil
	}
	if cap(l.free)-len(l.free) < n {
		l.free = make([]T, 0, max(n, min(max(2*cap(l.free), 2*firstChunk), lastChunk)))
	}
	k := len(l.free)
	l.free = append(l.free, l.stack[mark:]...)
	clear(l.stack[mark:])
	l.stack = l.stack[:mark]
	return l.free[k : k+n : k+n]
}

// one returns a list of v alone.
func (l *list[T]) one(v T) []T {
	mark := l.mark()
	l.push(v)
	return l.take(mark)
}

// slabs holds the memory of the nodes of a tree, except for rare ones.
type slabs struct {
	name       slab[ast.Name]
	constant   slab[ast.Constant]
	attribute  slab[ast.Attribute]
	call       slab[ast.Call]
	subscript  slab[ast.Subscript]
	binOp      slab[ast.BinOp]
	unaryOp    slab[ast.UnaryOp]
	compare    slab[ast.Compare]
	boolOp     slab[ast.BoolOp]
	tuple      slab[ast.Tuple]
	listExpr   slab[ast.List]
	keyword    slab[ast.Keyword]
	formatted  slab[ast.FormattedValue]
	joined     slab[ast.JoinedStr]
	arg        slab[ast.Arg]
	arguments  slab[ast.Arguments]
	exprStmt   slab[ast.ExprStmt]
	assign     slab[ast.Assign]
	returnStmt slab[ast.Return]
	ifStmt     slab[ast.If]
	function   slab[ast.FunctionDef]
	withItem   slab[ast.WithItem]
	alias      slab[ast.Alias]

	exprs    list[ast.Expr]
	stmts    list[ast.Stmt]
	keywords list[*ast.Keyword]
	args     list[*ast.Arg]
	aliases  list[*ast.Alias]
	ops      list[ast.CmpOperator]
}

// cut drops what was pushed since the mark.
func (l *list[T]) cut(mark int) {
	clear(l.stack[mark:])
	l.stack = l.stack[:mark]
}
