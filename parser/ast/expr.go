package ast

// BoolOp is `Values[0] and Values[1] and ...`, or the same with or.
type BoolOp struct {
	Range
	Op     BoolOperator
	Values []Expr
}

// NamedExpr is `Target := Value`.
type NamedExpr struct {
	Range
	Target *Name
	Value  Expr
}

// BinOp is `Left Op Right`.
type BinOp struct {
	Range
	Left  Expr
	Op    Operator
	Right Expr
}

// UnaryOp is `Op Operand`.
type UnaryOp struct {
	Range
	Op      UnaryOperator
	Operand Expr
}

// Lambda is `lambda Args: Body`.
type Lambda struct {
	Range
	Args *Arguments
	Body Expr
}

// IfExp is `Body if Test else Orelse`.
type IfExp struct {
	Range
	Test   Expr
	Body   Expr
	Orelse Expr
}

// Dict is `{Keys[0]: Values[0], ...}`. The key of a `**mapping` is nil.
type Dict struct {
	Range
	Keys   []Expr
	Values []Expr
}

// Set is `{Elts}`.
type Set struct {
	Range
	Elts []Expr
}

// ListComp is `[Elt Generators]`.
type ListComp struct {
	Range
	Elt        Expr
	Generators []*Comprehension
}

// SetComp is `{Elt Generators}`.
type SetComp struct {
	Range
	Elt        Expr
	Generators []*Comprehension
}

// DictComp is `{Key: Value Generators}`.
type DictComp struct {
	Range
	Key        Expr
	Value      Expr
	Generators []*Comprehension
}

// GeneratorExp is `(Elt Generators)`.
type GeneratorExp struct {
	Range
	Elt        Expr
	Generators []*Comprehension
}

// Await is `await Value`.
type Await struct {
	Range
	Value Expr
}

// Yield is `yield Value`.
type Yield struct {
	Range
	Value Expr // nil if absent
}

// YieldFrom is `yield from Value`.
type YieldFrom struct {
	Range
	Value Expr
}

// Compare is `Left Ops[0] Comparators[0] Ops[1] Comparators[1] ...`.
type Compare struct {
	Range
	Left        Expr
	Ops         []CmpOperator
	Comparators []Expr
}

// Call is `Func(Args, Keywords)`. Args may hold [Starred]; a Keyword without
// Arg is `**mapping`.
type Call struct {
	Range
	Func     Expr
	Args     []Expr
	Keywords []*Keyword
}

// FormattedValue is a replacement field of an f-string:
// `{Value!Conversion:FormatSpec}`.
type FormattedValue struct {
	Range
	Value      Expr
	Conversion Conversion
	FormatSpec *JoinedStr // nil if absent
}

// Interpolation is a replacement field of a t-string; Str is the source text
// of Value.
type Interpolation struct {
	Range
	Value      Expr
	Str        string
	Conversion Conversion
	FormatSpec *JoinedStr // nil if absent
}

// JoinedStr is an f-string. Its Values are string [Constant]s and
// [FormattedValue]s.
type JoinedStr struct {
	Range
	Values []Expr
}

// TemplateStr is a t-string. Its Values are string [Constant]s and
// [Interpolation]s.
type TemplateStr struct {
	Range
	Values []Expr
}

// Constant is a literal: a number, string, bytes, True, False, None or `...`.
type Constant struct {
	Range
	Value Value
	// Unicode tells that a string was written with the prefix u; CPython has
	// kind='u' then.
	Unicode bool
}

// Attribute is `Value.Attr`.
type Attribute struct {
	Range
	Value Expr
	Attr  string
	Ctx   ExprContext
}

// Subscript is `Value[Slice]`.
type Subscript struct {
	Range
	Value Expr
	Slice Expr
	Ctx   ExprContext
}

// Starred is `*Value`, in a call, a display, an index or a target.
type Starred struct {
	Range
	Value Expr
	Ctx   ExprContext
}

// Name is an identifier in NFKC form.
type Name struct {
	Range
	Id  string
	Ctx ExprContext
}

// List is `[Elts]`.
type List struct {
	Range
	Elts []Expr
	Ctx  ExprContext
}

// Tuple is `(Elts)`, or the same without parentheses.
type Tuple struct {
	Range
	Elts []Expr
	Ctx  ExprContext
}

// Slice is `Lower:Upper:Step` in an index.
type Slice struct {
	Range
	Lower Expr // nil if absent
	Upper Expr // nil if absent
	Step  Expr // nil if absent
}

// Comprehension is one `for Target in Iter if Ifs[0] if Ifs[1]` of a
// comprehension.
type Comprehension struct {
	Range   // not in CPython's tree
	Target  Expr
	Iter    Expr
	Ifs     []Expr
	IsAsync bool
}

// Arguments are the parameters of a function. Defaults belong to the last
// parameters of Posonlyargs followed by Args; KwDefaults has one entry for
// each of Kwonlyargs, nil where there is no default.
type Arguments struct {
	Range       // not in CPython's tree; zero if there are no parameters
	Posonlyargs []*Arg
	Args        []*Arg
	Vararg      *Arg // nil if absent
	Kwonlyargs  []*Arg
	KwDefaults  []Expr
	Kwarg       *Arg // nil if absent
	Defaults    []Expr
}

// Arg is one parameter: `Arg: Annotation`.
type Arg struct {
	Range
	Arg        string
	Annotation Expr // nil if absent
}

// Keyword is `Arg=Value` in a call or class header; Arg is empty for `**Value`.
type Keyword struct {
	Range
	Arg   string
	Value Expr
}

// TypeVar is the type parameter `Name: Bound = DefaultValue`.
type TypeVar struct {
	Range
	Name         string
	Bound        Expr // nil if absent
	DefaultValue Expr // nil if absent
}

// ParamSpec is the type parameter `**Name = DefaultValue`.
type ParamSpec struct {
	Range
	Name         string
	DefaultValue Expr // nil if absent
}

// TypeVarTuple is the type parameter `*Name = DefaultValue`.
type TypeVarTuple struct {
	Range
	Name         string
	DefaultValue Expr // nil if absent
}

func (*BoolOp) exprNode()         {}
func (*NamedExpr) exprNode()      {}
func (*BinOp) exprNode()          {}
func (*UnaryOp) exprNode()        {}
func (*Lambda) exprNode()         {}
func (*IfExp) exprNode()          {}
func (*Dict) exprNode()           {}
func (*Set) exprNode()            {}
func (*ListComp) exprNode()       {}
func (*SetComp) exprNode()        {}
func (*DictComp) exprNode()       {}
func (*GeneratorExp) exprNode()   {}
func (*Await) exprNode()          {}
func (*Yield) exprNode()          {}
func (*YieldFrom) exprNode()      {}
func (*Compare) exprNode()        {}
func (*Call) exprNode()           {}
func (*FormattedValue) exprNode() {}
func (*Interpolation) exprNode()  {}
func (*JoinedStr) exprNode()      {}
func (*TemplateStr) exprNode()    {}
func (*Constant) exprNode()       {}
func (*Attribute) exprNode()      {}
func (*Subscript) exprNode()      {}
func (*Starred) exprNode()        {}
func (*Name) exprNode()           {}
func (*List) exprNode()           {}
func (*Tuple) exprNode()          {}
func (*Slice) exprNode()          {}

func (*TypeVar) typeParamNode()      {}
func (*ParamSpec) typeParamNode()    {}
func (*TypeVarTuple) typeParamNode() {}
