// Package special is the table of Python's special methods: which of them a Go
// struct can have, how they are called there, and which operator they serve.
// Inference asks it whether a class can be a struct, lowering what its Go
// methods are named.
package special

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/types"
)

// Caller tells who calls a special method of a Go struct.
type Caller int

const (
	// Maker is the constructor: the method is part of making an instance.
	Maker Caller = iota
	// Runtime is runtime/py, through an interface of its own: the method takes
	// operands as any, and throws what it raises.
	Runtime
	// Program is the emitted code alone: the runtime does not know the method.
	Program
)

// Form tells which operand a method of a binary operator belongs to.
type Form int

const (
	// None is the form of methods that serve no binary operator.
	None Form = iota
	// Direct methods are those of the left operand.
	Direct
	// Reflected methods are those of the right operand, tried last.
	Reflected
	// InPlace methods are those of the target of an augmented assignment.
	InPlace
	// Comparison methods are those of the orderings and of equality.
	Comparison
)

// Method is a special method that a Go struct can have.
type Method struct {
	// Name is Python's: "__add__".
	Name string
	// Go is the name of the struct's method; "" where it has none of its own.
	Go string
	// Caller tells who calls it.
	Caller Caller
	// Err says that the Go method returns an error beside its result.
	Err bool
	// Exit says that it takes an exception: in three parts in Python, as an
	// error in Go.
	Exit bool
	// Result is what it must give, since the runtime calls it; nil where its
	// own result will do.
	Result types.Type
	// Item says that its result is an item of an iteration: None is a value there.
	Item bool
	// Form and Symbol tell the operator it serves: "+" for __add__ and
	// __radd__, "+=" for __iadd__. Symbol is as error messages have it.
	Form   Form
	Symbol string
	// Other is the method that Python tries on the other operand when this one
	// declines; "" if there is none, or if it is the same for any class
	// (__eq__).
	Other string
}

// Declines reports whether the method may answer NotImplemented.
func (m *Method) Declines() bool { return m != nil && m.Form != None }

// operator is a binary operator: the stem of its methods' names, the Go name
// of the direct one, and its symbol.
type operator struct{ stem, goName, symbol string }

var operators = map[ast.Operator]operator{
	ast.Add: {"add", "Add", "+"}, ast.Sub: {"sub", "Sub", "-"}, ast.Mult: {"mul", "Mul", "*"},
	ast.MatMult: {"matmul", "MatMul", "@"}, ast.Div: {"truediv", "Div", "/"}, ast.Mod: {"mod", "Mod", "%"},
	ast.Pow: {"pow", "Pow", "** or pow()"}, ast.LShift: {"lshift", "Lsh", "<<"}, ast.RShift: {"rshift", "Rsh", ">>"},
	ast.BitOr: {"or", "Or", "|"}, ast.BitXor: {"xor", "Xor", "^"}, ast.BitAnd: {"and", "And", "&"},
	ast.FloorDiv: {"floordiv", "FloorDiv", "//"},
}

var unary = map[ast.UnaryOperator]string{ast.USub: "__neg__", ast.UAdd: "__pos__", ast.Invert: "__invert__"}

// comparisons are the methods of the comparisons, and of their reflection.
var comparisons = map[ast.CmpOperator][2]string{
	ast.Eq: {"__eq__", "__eq__"}, ast.NotEq: {"__ne__", "__ne__"}, ast.Lt: {"__lt__", "__gt__"},
	ast.LtE: {"__le__", "__ge__"}, ast.Gt: {"__gt__", "__lt__"}, ast.GtE: {"__ge__", "__le__"},
}

// methods is the table; init adds those of the binary operators.
var methods = map[string]*Method{}

func init() {
	for _, m := range []*Method{
		{Name: "__init__", Caller: Maker}, {Name: "__post_init__", Caller: Maker},

		{Name: "__repr__", Go: "Repr", Caller: Runtime, Result: types.Str},
		{Name: "__str__", Go: "Str", Caller: Runtime, Result: types.Str},
		{Name: "__hash__", Go: "Hash", Caller: Runtime, Result: types.Int},
		{Name: "__len__", Go: "Len", Caller: Runtime, Result: types.Int},
		{Name: "__bool__", Go: "Truth", Caller: Runtime, Result: types.Bool},
		{Name: "__contains__", Go: "Contains", Caller: Runtime, Result: types.Bool},
		{Name: "__eq__", Go: "Equal", Caller: Runtime, Result: types.Bool, Form: Comparison, Symbol: "=="},
		{Name: "__lt__", Go: "Less", Caller: Runtime, Result: types.Bool, Form: Comparison, Symbol: "<", Other: "__gt__"},
		{Name: "__le__", Go: "LessEqual", Caller: Runtime, Result: types.Bool, Form: Comparison, Symbol: "<=", Other: "__ge__"},
		{Name: "__gt__", Go: "Greater", Caller: Runtime, Result: types.Bool, Form: Comparison, Symbol: ">", Other: "__lt__"},
		{Name: "__ge__", Go: "GreaterEqual", Caller: Runtime, Result: types.Bool, Form: Comparison, Symbol: ">=", Other: "__le__"},

		{Name: "__enter__", Go: "Enter", Caller: Program, Err: true},
		{Name: "__exit__", Go: "Exit", Caller: Program, Err: true, Exit: true},
		{Name: "__aenter__", Go: "AEnter", Caller: Program, Err: true},
		{Name: "__aexit__", Go: "AExit", Caller: Program, Err: true, Exit: true},
		{Name: "__iter__", Go: "Iter", Caller: Program},
		{Name: "__next__", Go: "Next", Caller: Program, Err: true, Item: true},
		{Name: "__aiter__", Go: "AIter", Caller: Program},
		{Name: "__anext__", Go: "ANext", Caller: Program, Err: true, Item: true},
		{Name: "__getitem__", Go: "Item", Caller: Program},
		{Name: "__setitem__", Go: "SetItem", Caller: Program},
		{Name: "__delitem__", Go: "DelItem", Caller: Program},
		{Name: "__call__", Caller: Program},
		{Name: "__neg__", Go: "Neg", Caller: Program},
		{Name: "__pos__", Go: "Pos", Caller: Program},
		{Name: "__invert__", Go: "Invert", Caller: Program},
	} {
		methods[m.Name] = m
	}
	for op, o := range operators {
		direct, reflected, inPlace := Binary(op)
		for _, m := range []*Method{
			{Name: direct, Go: o.goName, Form: Direct, Symbol: o.symbol, Other: reflected},
			{Name: reflected, Go: "R" + o.goName, Form: Reflected, Symbol: o.symbol},
			{Name: inPlace, Go: "I" + o.goName, Form: InPlace, Symbol: o.symbol + "="},
		} {
			m.Caller = Program
			methods[m.Name] = m
		}
	}
}

// Lookup is the special method of that name that a Go struct can have, nil if
// there is none.
func Lookup(name string) *Method { return methods[name] }

// IsSpecial reports whether a name has the form of a special method's.
func IsSpecial(name string) bool {
	return len(name) > 4 && name[:2] == "__" && name[len(name)-2:] == "__"
}

// Binary is the names of the methods of a binary operator: "__add__",
// "__radd__" and "__iadd__".
func Binary(op ast.Operator) (direct, reflected, inPlace string) {
	stem := operators[op].stem + "__"
	return "__" + stem, "__r" + stem, "__i" + stem
}

// Unary is the name of the method of a unary operator; "" for `not`.
func Unary(op ast.UnaryOperator) string { return unary[op] }

// Compare is the names of the method of a comparison and of the one that is
// tried on the other operand; "" for the tests of identity and membership.
func Compare(op ast.CmpOperator) (method, other string) {
	return comparisons[op][0], comparisons[op][1]
}
