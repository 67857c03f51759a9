// Package infer finds out what the program's values are: a whole-program flow
// analysis over the syntax tree and the stubs that gives every expression,
// variable, function and class its representation in Go. Lowering reads the
// side tables of [Info] and never asks the tree again.
package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Info is the result of inference.
type Info struct {
	Module *ast.Module

	// Types is the representation of each expression's value where it stands
	// (narrowing applied). Expressions that are not values (annotations,
	// names of modules in a.b) have none.
	Types map[ast.Expr]types.Type

	// Vars maps every occurrence of a variable (ast.Name, ast.Arg, handler,
	// alias, pattern, del, ...) to the Go variable that holds it there. A
	// Python variable that is rebound with another type is split in several.
	Vars map[ast.Node]*Var

	// Refs says what a Name or Attribute denotes when it is not a plain
	// variable or a dynamic attribute.
	Refs map[ast.Expr]Ref

	Funcs   map[ast.Node]*Func // FunctionDef, AsyncFunctionDef, Lambda
	Classes map[*ast.ClassDef]*Class
	Calls   map[*ast.Call]*Call

	// Augmented and Entered hold what has no expression of its own: the result of
	// an augmented assignment, and what a with statement's manager gives.
	Augmented map[*ast.AugAssign]*Augmented
	Entered   map[*ast.WithItem]types.Type

	// Imports says what each name of an import statement brings.
	Imports map[*ast.Alias]*Import
	// DeadHandlers are the ImportError handlers of try statements whose imports
	// are all known: they never run and must not be lowered.
	// Unbinds holds, for a del of a name and for an except clause with one, the
	// variables of that name that are checked before they are read.
	Unbinds map[ast.Node][]*Var
	// Unset holds the reads of variables that may have no value then: they need
	// the check that raises UnboundLocalError or NameError.
	Unset        map[ast.Node]bool
	DeadHandlers map[*ast.ExceptHandler]bool

	// FactoryCalls resolves the call of a dataclass field's default_factory.
	FactoryCalls map[*Field]*Call

	// FuncList and ClassList are in source order.
	FuncList  []*Func
	ClassList []*Class

	// Widen makes the containers that types came from hold any, and brings
	// Info up to date. It reports whether that changed anything. Lowering calls
	// it for containers that it found on the way into an any, or out of one,
	// where inference had not expected it; nil in dynamic mode.
	Widen func(origins []types.Origin) bool
}

// TypeOf returns the type of e where it stands, Any where none was found.
func (info *Info) TypeOf(e ast.Expr) types.Type {
	if t := info.Types[e]; t != nil {
		return t
	}
	return types.Any
}

// Augmented describes `target op= value`.
type Augmented struct {
	Result types.Type // of the operator
	From   *Var       // variable that is read, where it is not the one that is assigned
}

// Import is what one name of an import statement brings.
type Import struct {
	Module  *stubs.Module // of `import m` and `from m import x`; nil when unknown
	Symbol  stubs.Symbol  // of `from m import x`
	Missing bool          // guarded by `except ImportError` and unknown: raises ModuleNotFoundError
	Name    string        // dotted name of the module
}

// Var is one Go variable.
type Var struct {
	Name     string
	Type     types.Type
	MayUnset bool  // may be read before assignment: needs the UnboundLocalError/NameError check
	Global   bool  // of the module
	Captured bool  // used in a scope nested in the one that binds it
	Param    bool  // a parameter
	Func     *Func // the function that binds it; nil for the module and class bodies
	ClassVar bool  // a name of a class body
}

// Ref is what a name or attribute denotes: *FuncRef, *ClassRef, *StubRef,
// *ModuleRef, *FieldRef, *MethodRef, *PropertyRef, *ClassVarRef.
type Ref interface{ aRef() }

// FuncRef is a user function that is never rebound, known by name.
type FuncRef struct{ Func *Func }

// ClassRef is a user class that is never rebound, known by name.
type ClassRef struct{ Class *Class }

// ModuleRef is an imported library module.
type ModuleRef struct{ Module *stubs.Module }

// StubRef is a symbol of a library module or of the builtins.
type StubRef struct{ Symbol stubs.Symbol }

// FieldRef is a field of a typed class, reached through an instance.
type FieldRef struct {
	Class *Class
	Field *Field
}

// MethodRef is a method of a typed class taken from an instance (bound) or
// from the class (Bound false).
type MethodRef struct {
	Func  *Func
	Bound bool
}

// PropertyRef is a property of a typed class.
type PropertyRef struct{ Getter, Setter, Deleter *Func }

// ClassVarRef is a class attribute of a typed class.
type ClassVarRef struct {
	Class *Class
	Field *Field
}

// StubMemberRef is a member of a library object: x.attr with x of type Lib or
// of a builtin type.
type StubMemberRef struct {
	Recv   types.Type
	Symbol stubs.Symbol // *stubs.Func or *stubs.Var
}

func (*FuncRef) aRef()       {}
func (*ClassRef) aRef()      {}
func (*ModuleRef) aRef()     {}
func (*StubRef) aRef()       {}
func (*FieldRef) aRef()      {}
func (*MethodRef) aRef()     {}
func (*PropertyRef) aRef()   {}
func (*ClassVarRef) aRef()   {}
func (*StubMemberRef) aRef() {}

// FuncKind says how a function is bound.
type FuncKind int

// The function kinds.
const (
	PlainFunc FuncKind = iota
	LambdaFunc
	Method
	StaticMethod
	ClassMethod
	PropertyGetter
	PropertySetter
	PropertyDeleter
)

// Func is a user function, method or lambda.
type Func struct {
	Node   ast.Node
	Name   string
	Parent *Func  // enclosing function
	Class  *Class // for methods
	Kind   FuncKind
	Params []*Param

	Async     bool
	Generator bool       // has yield
	Yield     types.Type // element type of a generator
	Sent      types.Type // what a generator is sent; Any where nothing is
	Result    types.Type // return value; None for no value

	// Direct is set when some name always denotes exactly this function, so
	// that calls through it can be plain Go calls; false when decorated by
	// something that is not understood, or rebound.
	Direct bool
	// AsValue is set when the function is used other than as a direct callee;
	// ValueType is its type there: *types.Func (a Go func) or Any (*py.Func).
	AsValue   bool
	ValueType types.Type
	// Decorators that must be applied at run time, outermost first.
	Decorators []ast.Expr

	// Ctx and Err are its effects, filled in by the effects pass: whether the Go function
	// takes a context and returns an error.
	Ctx, Err bool

	// Manager is set for a generator function that a decorator turns into the
	// maker of context managers: the library class of those.
	Manager *stubs.Class

	// Placeholder is set for an abstract method whose body says nothing and
	// never runs.
	Placeholder bool

	Overrides  []*Func // methods of base classes that it overrides
	Overridden []*Func // methods of subclasses that override it
}

// Param is a parameter.
type Param struct {
	Name    string
	Kind    stubs.ParamKind
	Node    *ast.Arg
	Var     *Var
	Type    types.Type // of *args: the element type; of **kwargs: the value type
	Default ast.Expr
}

// ClassKind says which Go a typed class becomes.
type ClassKind int

// The class kinds.
const (
	PlainClass ClassKind = iota
	DataClass
	EnumClass
	NamedTupleClass
	ExceptionClass
	ProtocolClass
	TypedDictClass
)

// Class is a user class.
type Class struct {
	Node       *ast.ClassDef
	Name       string
	Kind       ClassKind
	Typed      bool   // a Go struct; otherwise built at run time (*py.Class)
	WhyDynamic string // reason when not Typed, for -v and --strict
	Parent     *Func  // enclosing function, nil at module level
	Outer      *Class // enclosing class
	Bases      []*Class
	StubBases  []*stubs.Class
	Subclasses []*Class
	Fields     []*Field // instance attributes, in order of first definition (dataclass: field order)
	ClassVars  []*Field
	Methods    []*Func
	Dataclass  DataclassOptions
	Direct     bool  // its name always denotes it
	AsValue    bool  // used as a value other than in calls, bases, isinstance, except
	Plain      bool  // an exception that adds nothing but a name
	Enum       *Enum // of an enum that can have a Go type
	Unfolded   bool  // a dataclass whose instances a library function takes apart

	inst    *kind // of its instances
	escaped bool
	exposed map[string]bool // attributes that the runtime must know; true: also set through it
}

// ClassName implements types.Class.
func (c *Class) ClassName() string { return c.Name }

// DataclassOptions are the arguments of the dataclass decorator.
type DataclassOptions struct {
	Init, Repr, Eq, Order, UnsafeHash, Frozen, KwOnly, Slots, MatchArgs bool
}

// Field is an attribute of a typed class.
type Field struct {
	Name     string
	Class    *Class // that defines it
	Type     types.Type
	Node     ast.Node // defining statement
	Default  ast.Expr // dataclass/NamedTuple default, class variable value
	Factory  ast.Expr // default_factory
	Init     bool
	Repr     bool
	Compare  bool
	KwOnly   bool
	HashOpt  *bool
	InitVar  bool
	MayUnset bool // may be read before any assignment: dynamic class required, or AttributeError check
}

// CallKind says what a call is.
type CallKind int

// The call kinds.
const (
	DynamicCall   CallKind = iota // py.Call and friends
	FuncCall                      // user function, known
	MethodCall                    // method of a typed user class, on Recv; virtual when overridden
	NewCall                       // constructor of a typed user class
	StubCall                      // library function, method (Recv) or constructor, Sig chosen
	FuncValueCall                 // call of a Go func value (types.Func)
	RoleCall                      // the transformer treats it itself: Sig.Role
)

// Call is a resolved call.
type Call struct {
	Kind     CallKind
	Func     *Func
	Class    *Class
	Sig      *stubs.Sig
	Recv     ast.Expr     // receiver of a method call; nil for functions
	Static   bool         // method called through the class or super(): no dynamic dispatch
	Args     []Arg        // one for each parameter of the target (Func.Params without self, Sig.Params, Init params), in order
	Types    []types.Type // instantiated parameter types, one for each Args element
	TypeArgs []types.Type // explicit Go type arguments that Go cannot infer (asyncio.NewQueue[T])
	Result   types.Type   // as the Go call returns it (before conversion to Info.Types of the call)
}

// Arg is what one parameter gets.
type Arg struct {
	Value   ast.Expr       // nil: Default or Rest
	Default ast.Expr       // the parameter's default is used
	Rest    []ast.Expr     // *args: the values, ast.Starred among them spreads
	KwRest  []*ast.Keyword // **kwargs
	IsRest  bool
}
