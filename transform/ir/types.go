package ir

// Type is a Go type as the emitted program spells it.
type Type interface{ aType() }

// Builtin is a predeclared Go type: int, float64, string, bool, complex128,
// error, any.
type Builtin struct{ Name string }

// Named is a defined type: of a package (Pkg is its import path) or of the
// program itself (Decl set, Pkg empty). Args are its type arguments.
type Named struct {
	Pkg  string
	Name string
	Decl *TypeDecl
	Args []Type
}

// Pointer is *Elem.
type Pointer struct{ Elem Type }

// Slice is []Elem.
type Slice struct{ Elem Type }

// Map is map[Key]Elem.
type Map struct{ Key, Elem Type }

// FuncType is func(Params) Results. ParamNames may be empty; Variadic makes
// the last parameter ...T.
type FuncType struct {
	Params   []Type
	Results  []Type
	Variadic bool
}

func (*Builtin) aType()  {}
func (*Named) aType()    {}
func (*Pointer) aType()  {}
func (*Slice) aType()    {}
func (*Map) aType()      {}
func (*FuncType) aType() {}

// The predeclared types that lowering uses.
var (
	Int     = &Builtin{"int"}
	Float64 = &Builtin{"float64"}
	String  = &Builtin{"string"}
	Bool    = &Builtin{"bool"}
	Complex = &Builtin{"complex128"}
	Error   = &Builtin{"error"}
	Any     = &Builtin{"any"}
	Context = &Named{Pkg: "context", Name: "Context"}
)
