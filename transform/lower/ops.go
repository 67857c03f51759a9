package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/types"
)

// binOp lowers `left op right`.
func (b *body) binOp(e *ast.BinOp) val {
	if e.Op == ast.Mod {
		if c, ok := e.Left.(*ast.Constant); ok {
			if _, ok := c.Value.(ast.Str); ok {
				return b.percentFormat(e)
			}
		}
	}
	vs := b.operands(e.Left, e.Right)
	if v, ok := b.unchecked(e.Op, e.Left, e.Right, vs[0], vs[1]); ok {
		return v
	}
	return b.binary(e.Op, vs[0], vs[1], b.typeOf(e))
}

// goOps are the operators of ints that are Go's own where no check is needed.
var goOps = map[ast.Operator]string{ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "/", ast.Mod: "%"}

// unchecked gives an operation on ints that cannot overflow as Go's own.
func (b *body) unchecked(op ast.Operator, left, right ast.Expr, x, y val) (val, bool) {
	if x.t != types.Int || y.t != types.Int || goOps[op] == "" || !b.l.ints.fits(op, left, right) {
		return val{}, false
	}
	return val{binary(goOps[op], x.x, y.x), types.Int, max(x.o, y.o)}, true
}

// binary applies an operator to two values; want is the type that inference
// gives the result.
func (b *body) binary(op ast.Operator, x, y val, want types.Type) val {
	if want == types.BigInt && isIntLike(x.t) && isIntLike(y.t) {
		if v, ok := b.bigBinary(op, b.convert(x, types.BigInt), b.convert(y, types.BigInt)); ok {
			return v
		}
	}
	if want != types.Any || !b.mayOutgrow(op, x, y) {
		if v, ok := b.typedBinary(op, x, y); ok {
			return v
		}
	}
	if v, ok := b.operatorCall(op, x, y, false); ok {
		return v
	}
	return val{pyCall(dynamicOps[op], b.peek(x).x, b.peek(y).x), types.Any, acts}
}

// mayOutgrow reports whether the result of an operator on two ints may need
// more than 64 bits: nothing is known of a result that inference left open.
func (b *body) mayOutgrow(op ast.Operator, x, y val) bool {
	if !isIntOrBool(x.t) || !isIntOrBool(y.t) {
		return false
	}
	_, constX := intConst(x.x)
	_, constY := intConst(y.x)
	switch op {
	case ast.Add, ast.Sub, ast.Mult, ast.LShift, ast.Pow:
		return !constX || !constY
	}
	return false
}

var dynamicOps = map[ast.Operator]string{
	ast.Add: "Add", ast.Sub: "Sub", ast.Mult: "Mul", ast.MatMult: "MatMul", ast.Div: "TrueDiv",
	ast.Mod: "Mod", ast.Pow: "Pow", ast.LShift: "LShift", ast.RShift: "RShift", ast.BitOr: "Or",
	ast.BitXor: "Xor", ast.BitAnd: "And", ast.FloorDiv: "FloorDiv",
}

func isIntLike(t types.Type) bool { return t == types.Int || t == types.BigInt || t == types.Bool }

func isNumber(t types.Type) bool { return t == types.Int || t == types.Float || t == types.Bool }

// typedBinary gives the Go of an operator whose operands have static types;
// false where only the dynamic operation knows what to do.
func (b *body) typedBinary(op ast.Operator, x, y val) (val, bool) {
	if v, ok := b.flagBinary(op, x, y); ok {
		return v, true
	}
	x, y = b.data(x), b.data(y)
	o := max(x.o, y.o, reads)
	switch {
	case x.t == types.Bool && y.t == types.Bool && (op == ast.BitAnd || op == ast.BitOr || op == ast.BitXor):
		switch op {
		case ast.BitAnd:
			return val{binary("&&", x.x, b.spillIfActs(y).x), types.Bool, o}, y.o != acts
		case ast.BitOr:
			return val{binary("||", x.x, b.spillIfActs(y).x), types.Bool, o}, y.o != acts
		}
		return val{binary("!=", x.x, y.x), types.Bool, o}, true
	case isIntOrBool(x.t) && isIntOrBool(y.t):
		return b.intBinary(op, b.convert(x, types.Int), b.convert(y, types.Int), o)
	case isNumber(x.t) && isNumber(y.t):
		return b.floatBinary(op, b.convert(x, types.Float), b.convert(y, types.Float), o)
	case isIntLike(x.t) && isIntLike(y.t):
		return b.bigBinary(op, b.convert(x, types.BigInt), b.convert(y, types.BigInt))
	case x.t == types.Str && y.t == types.Str && op == ast.Add,
		x.t == types.Bytes && y.t == types.Bytes && op == ast.Add:
		return val{binary("+", x.x, y.x), x.t, o}, true
	case x.t == types.Str && y.t == types.Int && op == ast.Mult:
		return val{pyCall("RepeatStr", x.x, y.x), types.Str, o}, true
	case x.t == types.Int && y.t == types.Str && op == ast.Mult:
		return val{pyCall("RepeatStr", y.x, x.x), types.Str, o}, true
	}
	switch xt := x.t.(type) {
	case *types.List:
		if op == ast.Add && types.Identical(x.t, y.t) {
			return val{method(x.x, "Concat", y.x), xt, o}, true
		}
		if op == ast.Mult && y.t == types.Int {
			return val{method(x.x, "Repeat", y.x), xt, o}, true
		}
	case *types.Set:
		if yt, ok := y.t.(*types.Set); ok && types.Identical(xt.Elem, yt.Elem) {
			if name := setOps[op]; name != "" {
				return val{method(x.x, name, y.x), xt, o}, true
			}
		}
	case *types.Lib:
		direct, _, _ := special.Binary(op)
		return b.stubOperator(direct, x, y)
	}
	return val{}, false
}

var setOps = map[ast.Operator]string{
	ast.BitOr: "Union", ast.BitAnd: "Intersection", ast.Sub: "Difference", ast.BitXor: "SymmetricDifference",
}

// setUpdates are the methods of the in-place operators.
var setUpdates = map[ast.Operator]string{
	ast.BitOr: "Update", ast.BitAnd: "IntersectionUpdate", ast.Sub: "DifferenceUpdate", ast.BitXor: "SymmetricDifferenceUpdate",
}

func isIntOrBool(t types.Type) bool { return t == types.Int || t == types.Bool }

func (b *body) spillIfActs(v val) val {
	if v.o == acts {
		return b.spill(v, "value")
	}
	return v
}

var intOps = map[ast.Operator]string{
	ast.Add: "AddInt", ast.Sub: "SubInt", ast.Mult: "MulInt", ast.FloorDiv: "FloorDivInt",
	ast.Mod: "ModInt", ast.LShift: "ShlInt", ast.RShift: "ShrInt",
}

func (b *body) intBinary(op ast.Operator, x, y val, o order) (val, bool) {
	switch op {
	case ast.BitAnd:
		return val{binary("&", x.x, y.x), types.Int, o}, true
	case ast.BitOr:
		return val{binary("|", x.x, y.x), types.Int, o}, true
	case ast.BitXor:
		return val{binary("^", x.x, y.x), types.Int, o}, true
	case ast.Div:
		return val{pyCall("DivInt", x.x, y.x), types.Float, o}, true
	case ast.Pow:
		if n, ok := intConst(y.x); ok {
			if n >= 0 {
				return val{pyCall("PowInt", x.x, y.x), types.Int, o}, true
			}
			return val{pyCall("PowFloat", b.intToFloat(x).x, b.intToFloat(y).x), types.Float, o}, true
		}
		return val{}, false // the sign of the exponent decides between int and float
	}
	if name := intOps[op]; name != "" {
		return val{pyCall(name, x.x, y.x), types.Int, o}, true
	}
	return val{}, false
}

func intConst(x ir.Expr) (int64, bool) {
	l, ok := x.(*ir.Lit)
	if !ok {
		return 0, false
	}
	n, ok := l.Value.(int64)
	return n, ok
}

func (b *body) floatBinary(op ast.Operator, x, y val, o order) (val, bool) {
	out := func(e ir.Expr) (val, bool) { return val{e, types.Float, o}, true }
	if v, ok := foldFloats(op, x.x, y.x); ok {
		return lit(&ir.Lit{Value: v}, types.Float), true
	}
	switch op {
	case ast.Add:
		return out(binary("+", roundProduct(x.x), roundProduct(y.x)))
	case ast.Sub:
		return out(binary("-", roundProduct(x.x), roundProduct(y.x)))
	case ast.Mult:
		return out(binary("*", x.x, y.x))
	case ast.Div:
		if l, ok := y.x.(*ir.Lit); ok && l.Value != float64(0) {
			return out(binary("/", x.x, y.x))
		}
		return out(pyCall("DivFloat", x.x, y.x))
	case ast.FloorDiv:
		return out(pyCall("FloorDivFloat", x.x, y.x))
	case ast.Mod:
		return out(pyCall("ModFloat", x.x, y.x))
	}
	return val{}, false // a negative base may give a complex number
}

// roundProduct wraps a product that is about to be added in a conversion: Go
// may otherwise fuse the two, which rounds once where Python rounds twice.
func roundProduct(x ir.Expr) ir.Expr {
	if m, ok := x.(*ir.Binary); ok && m.Op == "*" {
		return &ir.Convert{Type: ir.Float64, X: x}
	}
	return x
}

var bigOps = map[ast.Operator]string{
	ast.Add: "AddBig", ast.Sub: "SubBig", ast.Mult: "MulBig", ast.FloorDiv: "FloorDivBig", ast.Mod: "ModBig",
	ast.BitAnd: "AndBig", ast.BitOr: "OrBig", ast.BitXor: "XorBig", ast.LShift: "ShlBig", ast.RShift: "ShrBig",
}

func (b *body) bigBinary(op ast.Operator, x, y val) (val, bool) {
	o := max(x.o, y.o, reads)
	switch op {
	case ast.Div:
		return val{pyCall("DivBig", x.x, y.x), types.Float, o}, true
	case ast.Pow:
		return val{pyCall("PowBig", x.x, y.x), types.BigInt, o}, true
	}
	if name := bigOps[op]; name != "" {
		return val{pyCall(name, x.x, y.x), types.BigInt, o}, true
	}
	return val{}, false
}

// unaryOp lowers -x, +x, ~x and not x.
func (b *body) unaryOp(e *ast.UnaryOp) val {
	if e.Op == ast.Not {
		return val{b.cond(e), types.Bool, acts}
	}
	v := b.expr(e.Operand)
	if c := enumOf(v.t); c != nil && c.Enum.Flag && e.Op == ast.Invert {
		return val{pyCall("FlagNot", v.x), v.t, max(v.o, reads)}
	}
	v = b.data(v)
	if v.t == types.Bool {
		v = b.convert(v, types.Int)
	}
	switch v.t {
	case types.Int:
		if n, ok := intConst(v.x); ok && e.Op == ast.USub {
			return lit(intLit(-n), types.Int)
		}
		switch e.Op {
		case ast.USub:
			return val{pyCall("NegInt", v.x), types.Int, v.o}
		case ast.UAdd:
			return v
		}
		return val{&ir.Unary{Op: "^", X: v.x}, types.Int, v.o}
	case types.Float:
		if l, ok := v.x.(*ir.Lit); ok && e.Op == ast.USub && l.Value != float64(0) {
			return lit(&ir.Lit{Value: -l.Value.(float64)}, types.Float)
		}
		switch e.Op {
		case ast.USub:
			if _, ok := v.x.(*ir.Lit); ok {
				return val{pyCall("NegFloat", v.x), types.Float, v.o} // Go's -0.0 is 0.0
			}
			return val{&ir.Unary{Op: "-", X: v.x}, types.Float, v.o}
		case ast.UAdd:
			return v
		}
	case types.BigInt:
		switch e.Op {
		case ast.USub:
			return val{pyCall("NegBig", v.x), types.BigInt, v.o}
		case ast.UAdd:
			return v
		}
	}
	dunder := special.Unary(e.Op)
	if t, ok := v.t.(*types.Instance); ok {
		if r, ok := b.dunder(v, t, dunder); ok {
			return r
		}
	}
	if r, ok := b.stubOperator(dunder, v); ok {
		return r
	}
	name := map[ast.UnaryOperator]string{ast.USub: "Neg", ast.UAdd: "Plus", ast.Invert: "Invert"}[e.Op]
	return val{pyCall(name, b.peek(v).x), types.Any, acts}
}

// compare lowers a chain of comparisons. All operands but the last are kept,
// so that each is evaluated once.
func (b *body) compare(e *ast.Compare) val {
	t := b.typeOf(e)
	if t == types.Bool {
		return b.compareBool(e)
	}
	vs := b.operands(e.Left, e.Comparators[0])
	if len(e.Ops) == 1 {
		return b.compareOp(e.Ops[0], vs[0], vs[1], true)
	}
	// The value of a chain is that of the first comparison which is false, or
	// of the last one.
	right := b.spillRead(vs[1])
	left := vs[0]
	if right.x != vs[1].x {
		left = b.spillRead(left)
	}
	result := b.temp("value", t)
	b.compareValues(e, 0, left, right, result, t)
	return lit(use(result), t)
}

func (b *body) compareValues(e *ast.Compare, i int, x, y val, result *ir.Var, t types.Type) {
	b.assignVar(result, b.convert(b.compareOp(e.Ops[i], x, y, true), t))
	if i == len(e.Ops)-1 {
		return
	}
	b.add(&ir.If{Cond: b.truth(lit(use(result), t)), Then: b.block(func() {
		next := b.expr(e.Comparators[i+1])
		if i+1 < len(e.Ops)-1 {
			next = b.spillRead(next)
		}
		b.compareValues(e, i+1, y, next, result, t)
	})})
}

// compareBool is compare where the truth of the result is enough.
func (b *body) compareBool(e *ast.Compare) val {
	if len(e.Ops) == 1 {
		vs := b.operands(e.Left, e.Comparators[0])
		return b.compareOp(e.Ops[0], vs[0], vs[1], false)
	}
	vs := b.operands(e.Left, e.Comparators[0])
	right := b.spillRead(vs[1])
	left := vs[0]
	if len(e.Ops) > 1 && right.x != vs[1].x {
		left = b.spillRead(left)
	}
	return b.compareChain(e, 0, left, right)
}

// spillRead keeps v unless it is a constant or a plain variable.
func (b *body) spillRead(v val) val { return b.spill(v, "operand") }

func (b *body) compareChain(e *ast.Compare, i int, x, y val) val {
	first := b.compareOp(e.Ops[i], x, y, false)
	if i == len(e.Ops)-1 {
		return first
	}
	var rest val
	pre := b.block(func() {
		next := b.expr(e.Comparators[i+1])
		if i+1 < len(e.Ops)-1 {
			next = b.spillRead(next)
		}
		rest = b.compareChain(e, i+1, y, next)
	})
	if len(pre) == 0 {
		return val{binary("&&", first.x, rest.x), types.Bool, max(first.o, rest.o)}
	}
	ok := b.tempOf("ok", ir.Bool)
	b.add(assign(use(ok), first.x))
	b.add(&ir.If{Cond: use(ok), Then: append(pre, assign(use(ok), rest.x))})
	return lit(use(ok), types.Bool)
}

var dynamicCompare = map[ast.CmpOperator]string{
	ast.Eq: "Eq", ast.NotEq: "Ne", ast.Lt: "Lt", ast.LtE: "Le", ast.Gt: "Gt", ast.GtE: "Ge",
}

var richOps = map[ast.CmpOperator]string{
	ast.Eq: "OpEq", ast.NotEq: "OpNe", ast.Lt: "OpLt", ast.LtE: "OpLe", ast.Gt: "OpGt", ast.GtE: "OpGe",
}

var goCompare = map[ast.CmpOperator]string{
	ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}

// compareOp lowers one comparison. With raw, the result of a rich comparison
// is wanted as it is, since it need not be a bool.
func (b *body) compareOp(op ast.CmpOperator, x, y val, raw bool) val {
	switch op {
	case ast.Is, ast.IsNot:
		v := b.identity(x, y)
		if op == ast.IsNot {
			v.x = negate(v.x)
		}
		return v
	case ast.In, ast.NotIn:
		v := b.contains(x, y)
		if op == ast.NotIn {
			v.x = negate(v.x)
		}
		return v
	}
	o := max(x.o, y.o, reads)
	if v, ok := b.typedCompare(op, x, y, o); ok {
		return v
	}
	if raw {
		return val{pyCall("RichCompare", pyRef(richOps[op]), b.look(x).x, b.look(y).x), types.Any, acts}
	}
	return val{pyCall(dynamicCompare[op], b.look(x).x, b.look(y).x), types.Bool, acts}
}

func negate(x ir.Expr) ir.Expr {
	switch x := x.(type) {
	case *ir.Binary:
		switch x.Op {
		case "==":
			return binary("!=", x.X, x.Y)
		case "!=":
			return binary("==", x.X, x.Y)
		}
	case *ir.Lit:
		if v, ok := x.Value.(bool); ok {
			return boolLit(!v)
		}
	}
	return not(x)
}

// typedCompare compares two values of static types with Go's operators where
// divisible is what the equality of x with zero needs of a remainder: Go's own
// has another sign, but is zero where Python's is.
func divisible(x, y ir.Expr) ir.Expr {
	c, ok := x.(*ir.Call)
	if !ok || len(c.Args) != 2 {
		return x
	}
	if r, ok := c.Fun.(*ir.PkgRef); !ok || r.Pkg != pyPath || r.Name != "ModInt" {
		return x
	}
	n, ok := intConst(c.Args[1])
	if zero, isLit := intConst(y); !ok || n == 0 || !isLit || zero != 0 {
		return x
	}
	return binary("%", c.Args[0], c.Args[1])
}

// these mean what Python's do.
func (b *body) typedCompare(op ast.CmpOperator, x, y val, o order) (val, bool) {
	goOp := goCompare[op]
	if a, ok := x.x.(*ir.Lit); ok {
		if c, ok := y.x.(*ir.Lit); ok && x.t == types.Str && y.t == types.Str && (op == ast.Eq || op == ast.NotEq) {
			return lit(boolLit((a.Value == c.Value) == (op == ast.Eq)), types.Bool), true
		}
	}
	out := func(e ir.Expr) (val, bool) { return val{e, types.Bool, o}, true }
	eq := op == ast.Eq || op == ast.NotEq
	if eq && sameEnum(x, y) {
		return val{binary(goOp, x.x, y.x), types.Bool, max(x.o, y.o)}, true
	}
	if c := enumOf(x.t); c == nil || c != enumOf(y.t) || !comparesItself(c, op) {
		x, y = b.data(x), b.data(y)
	}
	if x.t == types.Bool && y.t == types.Bool && eq {
		return out(binary(goOp, x.x, y.x))
	}
	plain := func(e ir.Expr) (val, bool) { return val{e, types.Bool, max(x.o, y.o)}, true }
	if isIntOrBool(x.t) && isIntOrBool(y.t) {
		left, right := b.convert(x, types.Int).x, b.convert(y, types.Int).x
		if eq {
			left = divisible(left, right)
		}
		return plain(binary(goOp, left, right))
	}
	if x.t == types.Float && y.t == types.Float {
		return plain(binary(goOp, x.x, y.x))
	}
	// An int beyond 2**53 has no exact float64: only literals compare as floats.
	if x.t == types.Float && y.t == types.Int {
		if _, ok := intConst(y.x); ok {
			return out(binary(goOp, x.x, b.intToFloat(y).x))
		}
	}
	if x.t == types.Int && y.t == types.Float {
		if _, ok := intConst(x.x); ok {
			return out(binary(goOp, b.intToFloat(x).x, y.x))
		}
	}
	if x.t == y.t && (x.t == types.Str || x.t == types.Bytes) {
		return plain(binary(goOp, x.x, y.x))
	}
	if isIntLike(x.t) && isIntLike(y.t) {
		c := method(b.convert(x, types.BigInt).x, "Cmp", b.convert(y, types.BigInt).x)
		return out(binary(goOp, c, intLit(0)))
	}
	if v, ok := b.optionalCompare(op, x, y, o); ok {
		return v, true
	}
	if !eq || !types.Identical(x.t, y.t) {
		return val{}, false
	}
	var e ir.Expr
	switch t := x.t.(type) {
	case *types.List, *types.Set, *types.Dict, *types.VarTuple:
		e = method(x.x, "Equal", b.look(y).x)
	case *types.Tuple:
		for _, elem := range t.Elems {
			if elem != types.Int && elem != types.Str && elem != types.Bool {
				return val{}, false
			}
		}
		return out(binary(goOp, x.x, y.x))
	case *types.Instance:
		if isIface(t) {
			if b.l.mayEqual(t.Class.(*infer.Class)) {
				return val{}, false
			}
			return out(binary(goOp, x.x, y.x))
		}
		switch {
		case recordOf(t) != nil:
			e = method(x.x, "EqualTo", y.x)
		case !b.l.hasEqual(t):
			return out(binary(goOp, x.x, y.x))
		default:
			e = method(x.x, "Equal", y.x)
		}
	default:
		return val{}, false
	}
	if op == ast.NotEq {
		e = not(e)
	}
	return out(e)
}

// optionalCompare compares a T | None with a T for equality.
func (b *body) optionalCompare(op ast.CmpOperator, x, y val, o order) (val, bool) {
	opt, ok := x.t.(*types.Optional)
	if !ok || (op != ast.Eq && op != ast.NotEq) || nilable(opt.Elem) || !types.Identical(opt.Elem, y.t) {
		return val{}, false
	}
	switch y.t {
	case types.Int, types.Str, types.Bool, types.Float:
	default:
		return val{}, false
	}
	x = b.spill(x, "value")
	deref := &ir.Unary{Op: "*", X: x.x}
	if op == ast.Eq {
		return val{binary("&&", notNil(x.x), binary("==", deref, y.x)), types.Bool, o}, true
	}
	return val{binary("||", binary("==", x.x, &ir.Nil{}), binary("!=", deref, y.x)), types.Bool, o}, true
}

// identity lowers `x is y`.
func (b *body) identity(x, y val) val {
	o := max(x.o, y.o)
	if x.t == types.None {
		x, y = y, x
	}
	if y.t == types.None {
		switch t := x.t.(type) {
		case types.Basic:
			if t == types.None {
				b.effect(x)
				return lit(boolLit(true), types.Bool)
			}
			if t == types.Any || t == types.Error {
				return val{binary("==", x.x, &ir.Nil{}), types.Bool, o}
			}
			b.effect(x)
			return lit(boolLit(false), types.Bool)
		case *types.Tuple:
			b.effect(x)
			return lit(boolLit(false), types.Bool)
		}
		return val{binary("==", x.x, &ir.Nil{}), types.Bool, o}
	}
	if sameEnum(x, y) {
		return val{binary("==", x.x, y.x), types.Bool, o}
	}
	if types.Identical(x.t, y.t) && recordOf(x.t) == nil {
		switch t := x.t.(type) {
		case *types.List, *types.Set, *types.Dict, *types.Instance, *types.Lib, *types.Coro:
			return val{binary("==", x.x, y.x), types.Bool, o}
		case types.Basic:
			if t == types.Bool {
				return val{binary("==", x.x, y.x), types.Bool, o}
			}
		}
	}
	return val{pyCall("Is", b.look(x).x, b.look(y).x), types.Bool, max(o, reads)}
}

// contains lowers `x in y`.
func (b *body) contains(x, y val) val {
	o := max(x.o, y.o, reads)
	out := func(e ir.Expr) val { return val{e, types.Bool, o} }
	if c := enumOf(y.t); c != nil && c.Enum.Flag && enumOf(x.t) == c && c.FindMethod("__contains__") == nil {
		return out(pyCall("FlagHas", y.x, x.x))
	}
	if y = b.data(y); y.t == types.Str {
		x = b.data(x)
	}
	switch t := y.t.(type) {
	case types.Basic:
		if t == types.Str && x.t == types.Str {
			return out(call(&ir.PkgRef{Pkg: "strings", Name: "Contains"}, y.x, x.x))
		}
	case *types.List:
		if fits(x.t, t.Elem) {
			return out(method(y.x, "Contains", b.convert(x, t.Elem).x))
		}
	case *types.Tuple:
		if e, ok := b.oneOf(x, y, t); ok {
			return out(e)
		}
	case *types.VarTuple:
		if fits(x.t, t.Elem) {
			return out(method(y.x, "Contains", b.convert(x, t.Elem).x))
		}
	case *types.Set:
		if fits(x.t, t.Elem) {
			return out(method(y.x, "Contains", b.convert(x, t.Elem).x))
		}
	case *types.Dict, *types.Lib:
		if d, ok := b.l.dictType(t); ok && fits(x.t, d.Key) {
			return out(method(y.x, "Contains", b.convert(x, d.Key).x))
		}
	}
	return val{pyCall("Contains", b.look(y).x, b.look(x).x), types.Bool, acts}
}

// maxEquals is how many values `x in (a, b)` compares one by one.
const maxEquals = 3

// oneOf lowers `x in (a, b)`, a tuple that is made on the spot of values whose
// equality is Go's.
func (b *body) oneOf(x, y val, t *types.Tuple) (ir.Expr, bool) {
	args := tupleArgs(y.x, len(t.Elems))
	if args == nil || y.o > reads {
		return nil, false
	}
	switch x.t {
	case types.Int, types.Str, types.Bool:
	default:
		if enumOf(x.t) == nil {
			return nil, false
		}
	}
	for i, e := range t.Elems {
		if elem := (val{args[i], e, y.o}); !types.Identical(e, x.t) || enumOf(e) != nil && !sameEnum(x, elem) {
			return nil, false
		}
	}
	if len(args) > maxEquals {
		list := &ir.Composite{Type: &ir.Slice{Elem: b.l.goType(x.t)}}
		for _, a := range args {
			list.Elts = append(list.Elts, ir.Elt{Value: a})
		}
		return call(&ir.PkgRef{Pkg: "slices", Name: "Contains"}, list, x.x), true
	}
	x = b.hold(x, "value")
	out := binary("==", x.x, args[0])
	for _, a := range args[1:] {
		out = binary("||", out, binary("==", x.x, a))
	}
	return out, true
}

// fits reports whether a value of type t can be given the type want without a
// check that could fail.
func fits(t, want types.Type) bool {
	if want == types.Any || types.Identical(t, want) {
		return true
	}
	if opt, ok := want.(*types.Optional); ok {
		return t == types.None || fits(t, opt.Elem)
	}
	return false
}

// sliceObject lowers a slice as a value (an index with steps or a dynamic one).
func (b *body) sliceObject(e *ast.Slice) val {
	part := func(x ast.Expr) func() val {
		return func() val {
			if x == nil {
				return lit(&ir.Nil{}, types.Any)
			}
			return b.box(b.expr(x))
		}
	}
	vs := b.sequence(part(e.Lower), part(e.Upper), part(e.Step))
	return val{pyCall("NewSlice", vs[0].x, vs[1].x, vs[2].x), types.Any, join(vs...)}
}

// augmented applies `x op= y` to values: in place for what can change.
func (b *body) augmented(op ast.Operator, x, y val, want types.Type) val {
	switch t := x.t.(type) {
	case *types.List:
		if op == ast.Add && types.Identical(x.t, y.t) {
			x = b.spill(x, "list")
			b.add(&ir.ExprStmt{X: method(x.x, "ExtendList", y.x)})
			return x
		}
	case *types.Set:
		other, ok := y.t.(*types.Set)
		if name := setUpdates[op]; name != "" && !t.Frozen && ok && types.Identical(t.Elem, other.Elem) {
			x = b.spill(x, "set")
			b.add(&ir.ExprStmt{X: method(x.x, name, y.x)})
			return x
		}
		if t.Frozen {
			return b.binary(op, x, y, want)
		}
	case *types.Instance:
		if v, ok := b.operatorCall(op, x, y, true); ok {
			return v
		}
		if enumOf(t) != nil {
			return b.binary(op, x, y, want)
		}
	case *types.Dict, *types.Lib:
	default:
		if loop, _ := b.loop(); loop != nil && op == ast.Add && x.t == types.Str && y.t == types.Str {
			// A text that grows in a loop: Go would copy it each time.
			return val{pyCall("Concat", x.x, y.x), types.Str, max(x.o, y.o)}
		}
		if x.t != types.Any {
			return b.binary(op, x, y, want)
		}
	}
	return val{pyCall(fmt.Sprintf("I%s", dynamicOps[op]), b.box(x).x, b.box(y).x), types.Any, acts}
}

// foldFloats computes an operation on two literals as Python does, in float64:
// Go's own constants are exact, and 0.1 + 0.2 would be 0.3.
func foldFloats(op ast.Operator, x, y ir.Expr) (float64, bool) {
	a, ok := floatConst(x)
	b, ok2 := floatConst(y)
	if !ok || !ok2 {
		return 0, false
	}
	switch op {
	case ast.Add:
		return a + b, true
	case ast.Sub:
		return a - b, true
	case ast.Mult:
		return a * b, true
	case ast.Div:
		if b != 0 {
			return a / b, true
		}
	}
	return 0, false
}

func floatConst(x ir.Expr) (float64, bool) {
	l, ok := x.(*ir.Lit)
	if !ok {
		return 0, false
	}
	f, ok := l.Value.(float64)
	return f, ok
}
