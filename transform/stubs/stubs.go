// Package stubs reads the .pyi files that say what a Python library is: its
// functions, classes and constants, their types, and the Go that stands for
// them. The transformer knows libraries only through this package.
package stubs

import "github.com/py2go-async/py2go-async/parser/ast"

// Role names something that the transformer must understand beyond a call
// ("isinstance", "super", "print", ...). Python's names for it live in stubs.
type Role string

// Module is one stub file.
type Module struct {
	Name    string // dotted Python name
	GoPath  string // Go import path of its package
	Symbols map[string]Symbol
	Order   []string // names in source order
}

// Symbol is what a name of a module stands for: *Func, *Class, *Var, *Alias
// (a type alias or re-export already resolved by the loader) or *Module.
type Symbol interface{ aSymbol() }

// Func is a function or method, with its overloads (at least one).
type Func struct {
	Name      string
	Module    *Module
	Class     *Class // for methods
	Overloads []*Sig
	Role      Role
}

// Sig is one overload.
type Sig struct {
	Func       *Func
	Node       *ast.FunctionDef // or nil for async
	AsyncNode  *ast.AsyncFunctionDef
	Params     []*Param // self and cls left out
	Result     ast.Expr // annotation; nil is Any
	TypeParams []string // TypeVars of the signature
	Go         GoRef
	Async      bool // ctx first, (R, error)
	Ctx        bool
	Raises     bool
	RaisesThru bool // callables among its parameters are func(..) (R, error)
	Static     bool
	ClassMeth  bool
	Property   bool
	Setter     *Sig
	Pure       bool // no effect, no fault: may be dropped or reordered
	Role       Role
}

// GoRef is the Go side of a symbol.
type GoRef struct {
	Pkg    string // import path
	Name   string
	Method bool // a method of the receiver's Go type; otherwise a function
	Field  bool // a struct field
	Self   bool // a function that takes the receiver first
}

// ParamKind is the kind of a parameter.
type ParamKind int

// The parameter kinds, in Python's order.
const (
	PosOnly ParamKind = iota
	PosOrKw
	VarPos
	KwOnly
	VarKw
)

// Param is a parameter of a stub's function.
type Param struct {
	Name       string
	Kind       ParamKind
	Annotation ast.Expr // nil is Any
	Default    ast.Expr // literal passed by the caller when not given; nil when required
}

// Class is a class of a library.
type Class struct {
	Name       string
	Module     *Module
	Bases      []ast.Expr
	BaseStubs  []*Class
	TypeParams []string
	Members    map[string]Symbol // *Func (methods, properties) or *Var
	Order      []string
	Go         GoRef // the Go type; instances are pointers to it
	Init       *Func // constructor function(s)
	Role       Role
	Exception  bool // derives from BaseException: Go side is a class variable
}

// Var is a constant or attribute.
type Var struct {
	Name       string
	Module     *Module
	Class      *Class
	Annotation ast.Expr
	Go         GoRef
	Role       Role
}

// Alias is another name for a symbol or a type expression.
type Alias struct {
	Name   string
	Target Symbol   // when it names a symbol
	Expr   ast.Expr // when it is a type expression
}

func (*Func) aSymbol()   {}
func (*Class) aSymbol()  {}
func (*Var) aSymbol()    {}
func (*Alias) aSymbol()  {}
func (*Module) aSymbol() {}
