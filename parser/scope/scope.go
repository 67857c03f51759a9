// Package scope finds out what each name of a module means: which scope it
// lives in, whether it is a parameter, and whether inner functions use it. It
// follows the rules of CPython 3.13's symbol table.
//
// It stands between the parser and the translator. Nothing is stored in the
// tree: [Analyze] returns side tables keyed by its nodes. It expects a module
// that the parser found no error in.
package scope

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// Kind is the kind of a scope.
type Kind uint8

// The kinds of scopes.
const (
	Builtins      Kind = iota // the names that the module does not bind
	Module                    // Node is *ast.Module
	Class                     // Node is *ast.ClassDef
	Function                  // Node is *ast.FunctionDef or *ast.AsyncFunctionDef
	Lambda                    // Node is *ast.Lambda
	Comprehension             // Node is *ast.ListComp, *ast.SetComp, *ast.DictComp or *ast.GeneratorExp
	// TypeParams is the scope between a generic function, class or type alias
	// and what surrounds it; it holds the type parameters. Annotations of a
	// generic function and bases of a generic class are evaluated in it. Node
	// is the definition.
	TypeParams
	// TypeAlias is the scope in which the value of a type statement is
	// evaluated, when it is asked for. Node is *ast.TypeAlias.
	TypeAlias
	// TypeVar is the scope in which bound or default of a type parameter is
	// evaluated, when it is asked for. Node is the ast.TypeParam.
	TypeVar
)

var kindNames = [...]string{
	Builtins: "builtins", Module: "module", Class: "class", Function: "function", Lambda: "lambda",
	Comprehension: "comprehension", TypeParams: "type parameters", TypeAlias: "type alias",
	TypeVar: "type variable",
}

// String returns the kind in words.
func (k Kind) String() string { return kindNames[k] }

// Scope is a region of the program with names of its own.
type Scope struct {
	Kind   Kind
	Node   ast.Node // nil for Builtins
	Parent *Scope   // the scope around it; nil for Builtins
	// Children are the scopes directly inside, in source order.
	Children []*Scope
	// Symbols are the names that live here, in the order of their first
	// binding.
	Symbols []*Symbol
	// Free are the symbols of enclosing functions that this scope or one inside
	// it uses.
	Free []*Symbol
	// StarImport tells that the scope has a `from m import *`: it may hold
	// names that nobody can list.
	StarImport bool

	class string           // innermost class around it, for private names
	decls map[string]*decl // what the scope's own statements say about names
}

// Lookup returns the symbol called name that lives in s, or nil.
func (s *Scope) Lookup(name string) *Symbol {
	if d := s.decls[name]; d != nil {
		return d.symbol
	}
	return nil
}

// Enclosing returns the innermost function, lambda, class or module that s is
// in or is; comprehensions and the scopes of type parameters are passed over.
func (s *Scope) Enclosing() *Scope {
	for s.Kind >= Comprehension {
		s = s.Parent
	}
	return s
}

// decl is what the statements of one scope say about a name.
type decl struct {
	bound    bool
	param    bool
	global   bool
	nonlocal bool
	symbol   *Symbol // made when first needed
}

// SymbolKind tells how a name is accessed.
type SymbolKind uint8

// The kinds of symbols.
const (
	Local   SymbolKind = iota // lives in a function, comprehension or class
	Cell                      // local, and used by an inner function
	Global                    // lives in the module
	Builtin                   // never bound in the module
)

var symbolKindNames = [...]string{Local: "local", Cell: "cell", Global: "global", Builtin: "builtin"}

// String returns the kind in words.
func (k SymbolKind) String() string { return symbolKindNames[k] }

// Symbol is one variable of the program.
type Symbol struct {
	// Name is the variable's name; a private name of a class is mangled, as
	// CPython has it: _Class__name.
	Name  string
	Scope *Scope // where it lives
	Kind  SymbolKind
	// IsParam tells that it is a parameter.
	IsParam bool
	// Captured tells that a function, lambda, generator expression or class
	// inside its scope uses it. Comprehensions of other kinds run in place and
	// do not count.
	Captured bool
	// Bindings are the nodes that give it a value or delete it, in source
	// order: *ast.Name (Store or Del), *ast.Arg, *ast.Alias, *ast.FunctionDef,
	// *ast.AsyncFunctionDef, *ast.ClassDef, *ast.ExceptHandler, *ast.MatchAs,
	// *ast.MatchStar, *ast.MatchMapping or an ast.TypeParam.
	Bindings []ast.Node
	// Uses are the names that read it, in source order.
	Uses []*ast.Name
	// Outer is set for a symbol of a class: what the name means in the class
	// body as long as the class has not bound it.
	Outer *Symbol
	// Implicit tells that the symbol is the variable __class__ that methods
	// see and nobody binds.
	Implicit bool
}

// String returns the symbol for debugging: its name and where it lives.
func (s *Symbol) String() string {
	return fmt.Sprintf("%s (%s of %s)", s.Name, s.Kind, s.Scope.Kind)
}

// Info holds what Analyze found out.
type Info struct {
	Module   *Scope
	Builtins *Scope
	// ScopeOf gives the scope of a module, class, function, lambda or
	// comprehension.
	ScopeOf map[ast.Node]*Scope
	// TypeParamsOf gives the scope of the type parameters of a generic
	// function, class or type alias.
	TypeParamsOf map[ast.Node]*Scope
	// Mangled gives the names of attributes that are private names of a class:
	// self.__x in class C is self._C__x.
	Mangled map[*ast.Attribute]string

	names    map[*ast.Name]*Symbol
	bindings map[binding]*Symbol
}

type binding struct {
	node ast.Node
	name string
}

// SymbolOf returns the symbol that a name in an expression or target refers to.
func (i *Info) SymbolOf(name *ast.Name) *Symbol { return i.names[name] }

// Binding returns the symbol that node binds under name as it is written in the
// node: node is a function or class, parameter, alias, except handler, pattern,
// type parameter, or a global or nonlocal statement. For `import a.b` the name
// is "a".
func (i *Info) Binding(node ast.Node, name string) *Symbol {
	return i.bindings[binding{node, name}]
}
