package ast

// Operator is a binary operator.
type Operator uint8

// The binary operators.
const (
	Add      Operator = iota // +
	Sub                      // -
	Mult                     // *
	MatMult                  // @
	Div                      // /
	Mod                      // %
	Pow                      // **
	LShift                   // <<
	RShift                   // >>
	BitOr                    // |
	BitXor                   // ^
	BitAnd                   // &
	FloorDiv                 // //
)

var operatorNames = [...][2]string{
	Add:      {"Add", "+"},
	Sub:      {"Sub", "-"},
	Mult:     {"Mult", "*"},
	MatMult:  {"MatMult", "@"},
	Div:      {"Div", "/"},
	Mod:      {"Mod", "%"},
	Pow:      {"Pow", "**"},
	LShift:   {"LShift", "<<"},
	RShift:   {"RShift", ">>"},
	BitOr:    {"BitOr", "|"},
	BitXor:   {"BitXor", "^"},
	BitAnd:   {"BitAnd", "&"},
	FloorDiv: {"FloorDiv", "//"},
}

// String returns CPython's class name: "Add".
func (op Operator) String() string { return operatorNames[op][0] }

// Symbol returns the Python spelling: "+".
func (op Operator) Symbol() string { return operatorNames[op][1] }

// BoolOperator is And or Or.
type BoolOperator uint8

// The boolean operators.
const (
	And BoolOperator = iota
	Or
)

var boolOperatorNames = [...][2]string{And: {"And", "and"}, Or: {"Or", "or"}}

// String returns CPython's class name: "And".
func (op BoolOperator) String() string { return boolOperatorNames[op][0] }

// Symbol returns the Python spelling: "and".
func (op BoolOperator) Symbol() string { return boolOperatorNames[op][1] }

// UnaryOperator is a prefix operator.
type UnaryOperator uint8

// The unary operators.
const (
	Invert UnaryOperator = iota // ~
	Not                         // not
	UAdd                        // +
	USub                        // -
)

var unaryOperatorNames = [...][2]string{
	Invert: {"Invert", "~"},
	Not:    {"Not", "not"},
	UAdd:   {"UAdd", "+"},
	USub:   {"USub", "-"},
}

// String returns CPython's class name: "USub".
func (op UnaryOperator) String() string { return unaryOperatorNames[op][0] }

// Symbol returns the Python spelling: "-".
func (op UnaryOperator) Symbol() string { return unaryOperatorNames[op][1] }

// CmpOperator is a comparison operator.
type CmpOperator uint8

// The comparison operators.
const (
	Eq    CmpOperator = iota // ==
	NotEq                    // !=
	Lt                       // <
	LtE                      // <=
	Gt                       // >
	GtE                      // >=
	Is                       // is
	IsNot                    // is not
	In                       // in
	NotIn                    // not in
)

var cmpOperatorNames = [...][2]string{
	Eq:    {"Eq", "=="},
	NotEq: {"NotEq", "!="},
	Lt:    {"Lt", "<"},
	LtE:   {"LtE", "<="},
	Gt:    {"Gt", ">"},
	GtE:   {"GtE", ">="},
	Is:    {"Is", "is"},
	IsNot: {"IsNot", "is not"},
	In:    {"In", "in"},
	NotIn: {"NotIn", "not in"},
}

// String returns CPython's class name: "NotIn".
func (op CmpOperator) String() string { return cmpOperatorNames[op][0] }

// Symbol returns the Python spelling: "not in".
func (op CmpOperator) Symbol() string { return cmpOperatorNames[op][1] }

// ExprContext tells whether an expression is read, assigned or deleted.
type ExprContext uint8

// The expression contexts.
const (
	Load ExprContext = iota
	Store
	Del
)

var exprContextNames = [...]string{Load: "Load", Store: "Store", Del: "Del"}

// String returns CPython's class name: "Load".
func (c ExprContext) String() string { return exprContextNames[c] }

// Conversion is the conversion of a replacement field; its value is CPython's.
type Conversion int8

// The conversions.
const (
	NoConversion    Conversion = -1
	ConversionStr   Conversion = 's'
	ConversionRepr  Conversion = 'r'
	ConversionASCII Conversion = 'a'
)
