// Package types is the lattice of Go representations that a Python value can
// have in emitted code. Inference assigns one to every expression and
// variable; lowering reads them and converts at the borders.
package types

import (
	"fmt"
	"strings"
)

// Type is how a value is represented in the emitted Go.
type Type interface {
	// String is the type in Python's notation, for messages.
	String() string
	aType()
}

// Basic is a type without parts.
type Basic int

// The basic types.
const (
	Any     Basic = iota // dynamic: Go any
	Never                // no value reaches here
	None                 // only None: no Go value
	Bool                 // bool
	Int                  // int
	BigInt               // *big.Int
	Float                // float64
	Complex              // complex128
	Str                  // string
	Bytes                // py.Bytes
	Error                // an exception whose exact Go type is not static: Go error
)

var basicNames = [...]string{"Any", "Never", "None", "bool", "int", "big int", "float", "complex", "str", "bytes", "BaseException"}

func (b Basic) String() string { return basicNames[b] }

// Origin is what inference knows a container type from, so that lowering can
// say which containers must hold any. It is no part of the type's identity.
type Origin any

// List is *py.List[Elem].
type List struct {
	Elem   Type
	Origin Origin
}

// Set is *py.Set[Elem], or *py.FrozenSet[Elem].
type Set struct {
	Elem   Type
	Frozen bool
	Origin Origin
}

// Dict is *py.Dict[Key, Value].
type Dict struct {
	Key, Value Type
	Origin     Origin
}

// Tuple is py.TupleN[...] for 2 to 6 elements of fixed types.
type Tuple struct{ Elems []Type }

// VarTuple is *py.Tuple[Elem].
type VarTuple struct {
	Elem   Type
	Origin Origin
}

// Optional is a value or None: nil pointer where Elem is a pointer or
// interface in Go, *T where it is a value.
type Optional struct{ Elem Type }

// Class is a user class with a static Go struct; infer.Class implements it.
type Class interface {
	ClassName() string
}

// Instance is an instance of a user class (*T), or of any of its subclasses
// (the interface or base pointer that stands for the hierarchy).
type Instance struct{ Class Class }

// Lib is an instance of a stub's class with its type arguments.
type Lib struct {
	Module string // "asyncio"
	Name   string // "Queue"
	Args   []Type
	Stub   any // *stubs.Class; here as any to keep types below stubs
	Origin Origin
}

// Func is a Go func value.
type Func struct {
	Params []Type
	Result Type
	Ctx    bool // takes a context first
	Err    bool // returns an error last
	Async  bool // an async function: calling it gives a Coro
	Origin Origin
}

// Coro is *asyncio.Coro[Result], a coroutine not yet awaited.
type Coro struct{ Result Type }

// Generator is *py.Generator[Elem].
type Generator struct {
	Elem   Type
	Origin Origin
}

// AsyncGenerator is *asyncio.AsyncGenerator[Elem].
type AsyncGenerator struct {
	Elem   Type
	Origin Origin
}

func (Basic) aType()           {}
func (*List) aType()           {}
func (*Set) aType()            {}
func (*Dict) aType()           {}
func (*Tuple) aType()          {}
func (*VarTuple) aType()       {}
func (*Optional) aType()       {}
func (*Instance) aType()       {}
func (*Lib) aType()            {}
func (*Func) aType()           {}
func (*Coro) aType()           {}
func (*Generator) aType()      {}
func (*AsyncGenerator) aType() {}

func (t *List) String() string { return "list[" + t.Elem.String() + "]" }
func (t *Set) String() string {
	if t.Frozen {
		return "frozenset[" + t.Elem.String() + "]"
	}
	return "set[" + t.Elem.String() + "]"
}
func (t *Dict) String() string     { return "dict[" + t.Key.String() + ", " + t.Value.String() + "]" }
func (t *Tuple) String() string    { return "tuple[" + join(t.Elems) + "]" }
func (t *VarTuple) String() string { return "tuple[" + t.Elem.String() + ", ...]" }
func (t *Optional) String() string { return t.Elem.String() + " | None" }
func (t *Instance) String() string { return t.Class.ClassName() }
func (t *Lib) String() string {
	if len(t.Args) == 0 {
		return t.Name
	}
	return t.Name + "[" + join(t.Args) + "]"
}
func (t *Func) String() string {
	return fmt.Sprintf("Callable[[%s], %s]", join(t.Params), t.Result)
}
func (t *Coro) String() string           { return "Coroutine[Any, Any, " + t.Result.String() + "]" }
func (t *Generator) String() string      { return "Generator[" + t.Elem.String() + "]" }
func (t *AsyncGenerator) String() string { return "AsyncGenerator[" + t.Elem.String() + "]" }

func join(ts []Type) string {
	parts := make([]string, len(ts))
	for i, t := range ts {
		parts[i] = t.String()
	}
	return strings.Join(parts, ", ")
}

// Identical reports whether a and b have the same Go representation.
func Identical(a, b Type) bool {
	switch a := a.(type) {
	case Basic:
		b, ok := b.(Basic)
		return ok && a == b
	case *List:
		b, ok := b.(*List)
		return ok && Identical(a.Elem, b.Elem)
	case *Set:
		b, ok := b.(*Set)
		return ok && a.Frozen == b.Frozen && Identical(a.Elem, b.Elem)
	case *Dict:
		b, ok := b.(*Dict)
		return ok && Identical(a.Key, b.Key) && Identical(a.Value, b.Value)
	case *Tuple:
		b, ok := b.(*Tuple)
		return ok && identicalAll(a.Elems, b.Elems)
	case *VarTuple:
		b, ok := b.(*VarTuple)
		return ok && Identical(a.Elem, b.Elem)
	case *Optional:
		b, ok := b.(*Optional)
		return ok && Identical(a.Elem, b.Elem)
	case *Instance:
		b, ok := b.(*Instance)
		return ok && a.Class == b.Class
	case *Lib:
		b, ok := b.(*Lib)
		return ok && a.Module == b.Module && a.Name == b.Name && identicalAll(a.Args, b.Args)
	case *Func:
		b, ok := b.(*Func)
		return ok && a.Ctx == b.Ctx && a.Err == b.Err && a.Async == b.Async &&
			identicalAll(a.Params, b.Params) && Identical(a.Result, b.Result)
	case *Coro:
		b, ok := b.(*Coro)
		return ok && Identical(a.Result, b.Result)
	case *Generator:
		b, ok := b.(*Generator)
		return ok && Identical(a.Elem, b.Elem)
	case *AsyncGenerator:
		b, ok := b.(*AsyncGenerator)
		return ok && Identical(a.Elem, b.Elem)
	}
	panic(fmt.Sprintf("types: unexpected %T", a))
}

func identicalAll(a, b []Type) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !Identical(a[i], b[i]) {
			return false
		}
	}
	return true
}
