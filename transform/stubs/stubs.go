// Package stubs reads the .pyi files that say what a Python library is: its
// functions, classes and constants, their types, and the Go that stands for
// them. The transformer knows libraries only through this package.
//
// A [Library] finds modules in the folders given by the user and then in the
// embedded ones, reads them on demand with the ordinary parser and gives each
// as a [Module] of symbols. Annotations stay syntax; inference evaluates them
// with [Module.Lookup].
package stubs

import (
	"go/token"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// IsAwaitMethod reports whether a signature is that of __await__, whose Go
// method is what an await runs and gives no iterator.
func IsAwaitMethod(s *Sig) bool { return s.Func != nil && s.Func.Name == "__await__" }

// IsNextMethod reports whether a signature is that of a __next__ whose Go
// method tells the end with a second result, as loops want it.
func IsNextMethod(s *Sig) bool { return s.Func != nil && s.Func.Name == "__next__" && s.Go.Method }

// Role names something that the transformer must understand beyond a call
// ("isinstance", "super", "print", ...). Python's names for it live in stubs.
type Role string

// Starts is, for the role `starts:Class` of an async function, the class of the
// object that a call gives unless it is awaited on the spot: such a function
// begins its work when it is called. An overload whose result is a tuple then
// stands for a list that is unpacked at once.
func (r Role) Starts() string {
	class, _ := strings.CutPrefix(string(r), "starts:")
	if class == string(r) {
		return ""
	}
	return class
}

// Module is one stub file.
type Module struct {
	Name    string // dotted Python name
	GoPath  string // Go import path of its package
	File    string // where the stub was read, for messages
	Symbols map[string]Symbol
	Order   []string // names in source order

	lib       *Library
	submods   map[string]bool   // names that `import a.b` makes attributes of a
	private   map[string]Symbol // names for annotations only, not seen by programs
	typeVars  map[string]bool   // names bound by TypeVar, ParamSpec, TypeVarTuple
	pending   []*pendingImport
	classes   []*Class
	resolving map[string]bool
	virtual   bool // a package without a stub of its own
	goSet     bool // __go__ was given
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
	Owner      *Class           // class whose body holds it; nil for functions
	Node       *ast.FunctionDef // or nil for async
	AsyncNode  *ast.AsyncFunctionDef
	Params     []*Param // self and cls left out
	SelfType   ast.Expr // annotation of self; usually nil
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
	ShowsNames bool // lets the program tell the Python names of its functions
	// ReadsAnnotations tells that it looks at __annotations__ of functions.
	ReadsAnnotations bool
	// ReadsMembers tells that it reads attributes and items of its arguments by
	// names that the text it is called on has.
	ReadsMembers bool
	// Looks tells that it asks of its arguments only what every object can do:
	// repr, hash, len, truth.
	Looks bool
	// Handled is the name by whose mention a program makes the function look at
	// the exception being handled: its own, or that of a parameter.
	Handled string
	// Located is the name by whose mention a program can tell the lines of its
	// source: that of the function, or of an argument, with a "=".
	Located string
	Role    Role
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

// FixedByLiteral reports whether a parameter only serves to choose the
// overload: its annotation allows one value, which Go's function implies and
// does not take.
func (p *Param) FixedByLiteral() bool {
	_, ok := p.Literal()
	return ok
}

// Literal is the one value that the annotation of the parameter allows.
func (p *Param) Literal() (ast.Expr, bool) {
	if c, ok := p.Annotation.(*ast.Constant); ok {
		_, none := c.Value.(ast.None)
		return c, none
	}
	s, ok := p.Annotation.(*ast.Subscript)
	if !ok {
		return nil, false
	}
	n, ok := s.Value.(*ast.Name)
	return s.Slice, ok && n.Id == "Literal"
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
	Protocol   bool // a structural type: no Go type of its own
	Enum       bool // members are constants of the class
	// Differs tells what the class does otherwise than CPython's.
	Differs    string
	ShowsNames bool // the repr of an instance holds the Python name of a function
	// ReadsAnnotations tells that it looks at __annotations__ of functions.
	ReadsAnnotations bool
	// ReadsMembers tells that it reads attributes and items of its arguments by
	// names that the text it is called on has.
	ReadsMembers bool

	node *ast.ClassDef
}

// Var is a constant or attribute.
type Var struct {
	Name       string
	Module     *Module
	Class      *Class
	Annotation ast.Expr
	Value      ast.Expr // what it is set to in the stub; nil if nothing
	Go         GoRef
	Role       Role
	ClassVar   bool // an attribute of the class itself
	ReadOnly   bool // Final
}

// Alias is another name for a symbol or a type expression.
type Alias struct {
	Name       string
	Module     *Module  // where Expr is to be evaluated
	Target     Symbol   // when it names a symbol
	Expr       ast.Expr // when it is a type expression
	TypeParams []string // of `type X[T] = ...`
}

func (*Func) aSymbol()   {}
func (*Class) aSymbol()  {}
func (*Var) aSymbol()    {}
func (*Alias) aSymbol()  {}
func (*Module) aSymbol() {}

// Member finds a member of the class or of its bases, in method resolution
// order, and the class that has it. The result is nil where there is none.
func (c *Class) Member(name string) (Symbol, *Class) {
	for _, k := range c.MRO() {
		if s := k.Members[name]; s != nil {
			return s, k
		}
	}
	return nil, nil
}

// MRO returns the class and all its stub bases, each once, a class before its
// bases and bases in the order they are written.
func (c *Class) MRO() []*Class {
	var out []*Class
	var visit func(k *Class)
	visit = func(k *Class) {
		for i, o := range out {
			if o == k {
				out = append(out[:i], out[i+1:]...)
				break
			}
		}
		out = append(out, k)
		for _, b := range k.BaseStubs {
			visit(b)
		}
	}
	visit(c)
	return out
}

// IsSubclass reports whether c is base or derives from it.
func (c *Class) IsSubclass(base *Class) bool {
	if c == base {
		return true
	}
	for _, b := range c.BaseStubs {
		if b.IsSubclass(base) {
			return true
		}
	}
	return false
}

// IsGroup reports whether c is a group of exceptions, as ExceptionGroup is.
func (c *Class) IsGroup() bool {
	for _, k := range c.MRO() {
		if _, ok := k.Members["exceptions"]; ok {
			return true
		}
	}
	return false
}

// HasGo reports whether instances of the class have a Go type of their own.
// Those of object, property or super are only known as Python objects.
func (c *Class) HasGo() bool { return token.IsExported(c.Go.Name) }

// QualName is "module.Name" of the class.
func (c *Class) QualName() string { return c.Module.Name + "." + c.Name }
