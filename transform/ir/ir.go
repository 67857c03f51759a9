// Package ir is what transform hands to emit: a typed tree close to Go, in
// which every decision about Python's meaning has been taken. Names are
// symbols, not strings (emit chooses the Go spelling in one pass), imports
// follow from use, and where a variable is declared (`:=` or `var`) is worked
// out by emit from its uses.
//
// The Go form that a node stands for is written above it.
package ir

import "github.com/py2go-async/py2go-async/diag"

// Program is one Go file.
type Program struct {
	Package string
	Source  string   // base name of the Python file, for the header
	Doc     []string // package comment, one entry a line, from the module docstring
	Decls   []Decl
	Tail    []Comment // comments after the last declaration
	// Positions, if not nil, is a literal of the program that emit sets to the
	// table of Go lines and the Python lines they come from: "17:4 20:6".
	Positions *Lit
}

// Comment is one line of Python comment without the leading '#'.
type Comment struct {
	Text        string
	BlankBefore bool // a blank line stood before it
}

// Meta is embedded in declarations and statements.
type Meta struct {
	Pos         diag.Pos  // of the Python source; zero where made up
	Line        int       // of the Python statement that it is a part of; 0 if that is the one before or around it
	Leading     []Comment // own-line comments before it
	Trailing    string    // comment on the same line, without '#'; empty if none
	BlankBefore bool      // the source had a blank line before it
}

// Base returns the embedded Meta.
func (m *Meta) Base() *Meta { return m }

// Decl is a package-level declaration.
type Decl interface {
	Base() *Meta
	aDecl()
}

// Var is a variable: package-level, parameter, result or local. Emit names it.
type Var struct {
	Name     string // Python's name, or a hint for a temporary ("err", "ok", "items"); already Go-like hints are kept
	Type     Type
	Global   bool
	Exported bool // package-level in a library package and public
	Param    bool
	Temp     bool // made by lowering; may be renamed or inlined freely
	Captured bool // shared with a closure that may outlive the block: declare it in the function's or loop body's block as Scope says
	// PerIteration is set when a closure captures the variable and Python's
	// meaning is one variable for the whole function: emit must not let a
	// loop make a fresh one. It is false for temporaries inside loops.
	FuncScope bool
	Blank     bool // the blank identifier _
}

// Func is a package-level function or method; calls refer to it by pointer.
type Func struct {
	Name     string // Python's name
	GoName   string // a fixed Go name ("main", "String"), or "" for emit to choose
	Exported bool
	Method   *MethodName // ties a method to those that must have the same Go name; methods of one Python name are tied anyway
	Recv     *Var        // receiver variable (nil for functions)
	RecvDecl *TypeDecl
	Params   []*Var
	Variadic bool
	Results  []*Var // named only when Named is set; otherwise only types count
	Named    bool   // print result names
}

// FuncDecl is `func name(params) results { body }`.
type FuncDecl struct {
	Meta
	Func *Func
	Doc  []string // docstring lines
	Body []Stmt
	Tail []Comment
}

// VarDecl is a package-level `var name T = value`, type left out where the
// value gives it.
type VarDecl struct {
	Meta
	Var   *Var
	Value Expr // may be nil: zero value
	Doc   []string
}

// ConstDecl is a package-level `const` group (enum values).
type ConstDecl struct {
	Meta
	Names  []*Var
	Values []Expr
	Type   Type // of all, may be nil
	Doc    []string
}

// TypeDecl is `type Name struct {...}`, an interface, or another type.
type TypeDecl struct {
	Meta
	Name     string // Python's name
	GoName   string // fixed, or ""
	Exported bool
	Doc      []string
	Struct   *StructType    // one of Struct,
	Iface    *InterfaceType // Iface,
	Alias    Type           // Alias (type N T)
}

// StructType is the body of a struct.
type StructType struct{ Fields []*Field }

// Field is a struct field; Embedded fields have no name of their own.
type Field struct {
	Meta
	Name     string // Python's name
	GoName   string // fixed, or ""
	Exported bool
	Type     Type
	Embedded bool
	Doc      []string
}

// InterfaceType is the body of an interface.
type InterfaceType struct {
	Embeds  []Type
	Methods []*Func // only the signature is printed; share Name/GoName with implementing methods through MethodName
}

// MethodName ties methods of different types that must have one Go name
// (an override, an interface method).
type MethodName struct {
	Name   string
	GoName string // fixed, or ""
}

func (*FuncDecl) aDecl()  {}
func (*VarDecl) aDecl()   {}
func (*ConstDecl) aDecl() {}
func (*TypeDecl) aDecl()  {}
