package py

import "iter"

// Python's special methods, as Go sees them. Two families:
//
//   - the exported interfaces are what a typed user struct, or a type of a
//     library package, implements to take part in dynamic operations: plain
//     Go methods, named after the dunder;
//   - the unexported ones are implemented by the builtin containers and
//     values of this package, every instantiation of them, so that an
//     operation on an any needs no reflection.

// Iterator is Python's iterator protocol: Next returns the next value, or
// false at the end. Exceptions panic.
type Iterator interface {
	Next() (any, bool)
}

// The dunder interfaces of typed structs.
type (
	// Reprer is __repr__.
	Reprer interface{ Repr() string }
	// Strer is __str__.
	Strer interface{ Str() string }
	// Formatter is __format__.
	Formatter interface{ Format(spec string) string }
	// Equaler is __eq__ (and __ne__ as its negation).
	Equaler interface{ Equal(other any) bool }
	// Hasher is __hash__.
	Hasher interface{ Hash() int }
	// Lesser is __lt__.
	Lesser interface{ Less(other any) bool }
	// LessEqualer is __le__.
	LessEqualer interface{ LessEqual(other any) bool }
	// Greaterer is __gt__.
	Greaterer interface{ Greater(other any) bool }
	// GreaterEqualer is __ge__.
	GreaterEqualer interface{ GreaterEqual(other any) bool }
	// Lener is __len__.
	Lener interface{ Len() int }
	// Truther is __bool__.
	Truther interface{ Truth() bool }
	// ContainsAny is __contains__.
	ContainsAny interface{ Contains(item any) bool }
	// ItemGetter is __getitem__.
	ItemGetter interface{ GetItem(key any) any }
	// ItemSetter is __setitem__.
	ItemSetter interface{ SetItem(key, value any) }
	// ItemDeleter is __delitem__.
	ItemDeleter interface{ DelItem(key any) }
	// Ranger is __iter__.
	Ranger interface{ All() iter.Seq[any] }
	// ClassNamer names the Python class of a struct that was not registered
	// with RegisterType: "User", of module __main__.
	ClassNamer interface{ ClassName() string }
	// PyTyped gives the Python class of a struct.
	PyTyped interface{ PyClass() *Class }
)

// The protocol of the builtin values of this package.
type (
	pyTyped     interface{ pyType() *Class }
	pyReprer    interface{ pyRepr() string }
	pyHasher    interface{ pyHash() int } // panics TypeError when unhashable
	pySized     interface{ Len() int }
	pyIterable  interface{ pyIter() Iterator }
	pyReversed  interface{ pyReversed() Iterator }
	pyContainer interface{ pyContains(item any) bool }
	pyGetItem   interface{ pyGetItem(key any) any } // key: index, *Slice or dict key
	pySetItem   interface{ pySetItem(key, v any) }
	pyDelItem   interface{ pyDelItem(key any) }
	// pyComparer is the rich comparison with another builtin value: ok is
	// false for NotImplemented.
	pyComparer interface {
		pyCompare(op CompareOp, other any) (result, ok bool)
	}
	// pyBinary is a binary operator with the value on the left (or on the
	// right when reflected): ok is false for NotImplemented.
	pyBinary interface {
		pyBinaryOp(op BinOp, other any, reflected bool) (result any, ok bool)
	}
	// pyInplace is an in-place operator that changes the value itself.
	pyInplace interface {
		pyInplaceOp(op BinOp, other any) (result any, ok bool)
	}
)

// CompareOp is a rich comparison.
type CompareOp uint8

// The six comparisons.
const (
	OpEq CompareOp = iota
	OpNe
	OpLt
	OpLe
	OpGt
	OpGe
)

var compareSymbols = [...]string{"==", "!=", "<", "<=", ">", ">="}

// String returns the operator's symbol.
func (op CompareOp) String() string { return compareSymbols[op] }

// swapped is the operator with its operands exchanged.
func (op CompareOp) swapped() CompareOp {
	switch op {
	case OpLt:
		return OpGt
	case OpLe:
		return OpGe
	case OpGt:
		return OpLt
	case OpGe:
		return OpLe
	}
	return op
}

// BinOp is a binary arithmetic or bitwise operator.
type BinOp uint8

// The binary operators.
const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpDivMod
	OpPow
	OpMatMul
	OpLShift
	OpRShift
	OpAnd
	OpOr
	OpXor
)

var binSymbols = [...]string{"+", "-", "*", "/", "//", "%", "divmod()", "** or pow()", "@", "<<", ">>", "&", "|", "^"}

// String returns the operator as CPython's TypeErrors name it.
func (op BinOp) String() string { return binSymbols[op] }
