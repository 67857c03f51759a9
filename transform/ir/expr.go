package ir

// Expr is a Go expression. Parentheses are emit's, from precedence.
type Expr interface{ anExpr() }

// Lit is a literal in Go's spelling, or a value that emit spells: int64, *big.Int,
// float64, string, bool.
type Lit struct{ Value any }

// Nil is `nil`.
type Nil struct{}

// Use is a variable.
type Use struct{ Var *Var }

// FuncRef is a function of the program, as callee or value.
type FuncRef struct{ Func *Func }

// PkgRef is `pkg.Name` of an imported package (Pkg is the import path);
// an empty Pkg is a predeclared identifier (len, append, panic, new, ...).
type PkgRef struct {
	Pkg  string
	Name string
	Args []Type // explicit type arguments
	Type Type   // of a variable or constant, where lowering knows it; see Call.Types
}

// Call is `fun(args...)`.
type Call struct {
	Fun      Expr
	Args     []Expr
	Ellipsis bool // the last argument is spread: f(xs...)
	// Types are the Go types of the results, where lowering knows them and the
	// callee is not of the program (those emit knows by itself). Emit writes
	// `v := f()` only when that gives v its Var.Type. Where the type is not
	// told it is assumed to be the variable's, but an `any` or an interface of
	// the program is declared as `var v any = f()`, and no temporary of such a
	// type is inlined: tell the types of dynamic operations (py.Add: any).
	Types []Type
	// Multiline asks for one argument a line (long composite calls).
	Multiline bool
}

// Select is `x.Field` or `x.Method` by fixed Go name (runtime and library types).
type Select struct {
	X    Expr
	Name string
	Type Type // of a field, where lowering knows it; see Call.Types
}

// FieldRef is `x.field` of a struct of the program.
type FieldRef struct {
	X     Expr
	Field *Field
}

// MethodRef is `x.method` of a type of the program.
type MethodRef struct {
	X    Expr
	Func *Func
}

// TypeRef is a type in expression position (conversion callee, new(T)).
type TypeRef struct{ Type Type }

// Binary is `x op y`, op in Go's spelling.
type Binary struct {
	Op   string
	X, Y Expr
}

// Unary is `op x` for op in - ! ^ + and * (dereference), & (address).
type Unary struct {
	Op string
	X  Expr
}

// Index is `x[i]`.
type Index struct {
	X, I Expr
	Type Type // where lowering knows it and X is not a Slice or Map; see Call.Types
}

// SliceExpr is `x[lo:hi]`; nil bounds are left out.
type SliceExpr struct{ X, Lo, Hi Expr }

// TypeAssert is `x.(T)`.
type TypeAssert struct {
	X    Expr
	Type Type
}

// Convert is `T(x)`.
type Convert struct {
	Type Type
	X    Expr
}

// Composite is `T{...}`, or `&T{...}` with Addr.
type Composite struct {
	Type      Type
	Addr      bool
	Elts      []Elt
	Multiline bool
}

// Elt is an element of a composite literal: positional, `Field: v` or `key: v`.
type Elt struct {
	Field *Field
	Name  string // fixed Go field name
	Key   Expr
	Value Expr
}

// FuncLit is `func(params) results { body }`.
type FuncLit struct {
	Params   []*Var
	Variadic bool
	Results  []*Var
	Named    bool
	Body     []Stmt
}

func (*Lit) anExpr()        {}
func (*Nil) anExpr()        {}
func (*Use) anExpr()        {}
func (*FuncRef) anExpr()    {}
func (*PkgRef) anExpr()     {}
func (*Call) anExpr()       {}
func (*Select) anExpr()     {}
func (*FieldRef) anExpr()   {}
func (*MethodRef) anExpr()  {}
func (*TypeRef) anExpr()    {}
func (*Binary) anExpr()     {}
func (*Unary) anExpr()      {}
func (*Index) anExpr()      {}
func (*SliceExpr) anExpr()  {}
func (*TypeAssert) anExpr() {}
func (*Convert) anExpr()    {}
func (*Composite) anExpr()  {}
func (*FuncLit) anExpr()    {}
