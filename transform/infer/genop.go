package infer

import (
	"math/big"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

func (w *walker) binaryExpr(e *ast.BinOp, l, r *node) *node {
	if e.Op == ast.Pow {
		if n, ok := intConst(e.Right); ok {
			return w.power(l, r, n)
		}
	}
	return w.binary(e.Op, l, r, false, w.recursion(e) || w.growing[e])
}

// power is l ** n with a literal exponent: an int stays one unless n is
// negative.
func (w *walker) power(l, r *node, n int) *node {
	out := w.s.node()
	w.s.on(l, func(k *kind) {
		switch k.op {
		case opBool, opInt:
			switch {
			case n < 0:
				w.s.add(out, w.s.prim(opFloat))
			default:
				w.s.add(out, w.s.prim(opInt))
			}
		case opBig:
			if n < 0 {
				w.s.add(out, w.s.prim(opFloat))
			} else {
				w.s.add(out, k)
			}
		default:
			w.binaryKinds(ast.Pow, k, w.s.prim(opInt), r, out, false, false)
		}
	})
	return out
}

// binary generates l op r. grows tells that a product or a sum of ints is to be
// taken as unbounded.
func (w *walker) binary(op ast.Operator, l, r *node, inplace, grows bool) *node {
	out := w.s.node()
	w.operate(l, "operator "+op.Symbol(), "")
	w.operate(r, "operator "+op.Symbol(), "")
	w.s.on(l, func(lk *kind) {
		w.s.on(r, func(rk *kind) {
			w.binaryKinds(op, lk, rk, r, out, inplace, grows)
		})
	})
	return out
}

func rank(o op) int {
	switch o {
	case opBool:
		return 1
	case opInt:
		return 2
	case opBig:
		return 3
	case opFloat:
		return 4
	case opComplex:
		return 5
	}
	return 0
}

func (inf *inference) binaryKinds(op ast.Operator, l, r *kind, rn, out *node, inplace, grows bool) {
	s := inf.s
	if l.op == opInst || r.op == opInst {
		if inf.flagOp(op, l, r, out) {
			return
		}
		if x, y := inf.dataOf(l), inf.dataOf(r); x.op != opInst && y.op != opInst {
			inf.binaryKinds(op, x, y, inf.s.with(y), out, inplace, grows)
			return
		}
		inf.instanceOp(op, l, r, rn, out, inplace)
		return
	}
	if l.op == opUnknown || r.op == opUnknown {
		s.flow(s.unknown, out)
		return
	}
	if a, b := rank(l.op), rank(r.op); a > 0 && b > 0 {
		inf.numberOp(op, l.op, r.op, out, grows)
		return
	}
	switch op {
	case ast.Mod:
		if l.op == opStr || l.op == opBytes {
			s.add(out, l)
			return
		}
	case ast.Mult:
		if rank(l.op) > 0 {
			l, r = r, l
		}
		if rank(r.op) > 0 {
			switch l.op {
			case opStr, opBytes, opList, opVarTuple:
				s.add(out, l)
				return
			case opTuple:
				elem := s.node()
				for _, a := range l.args {
					s.flow(a, elem)
				}
				s.add(out, &kind{op: opVarTuple, args: []*node{elem}})
				return
			}
		}
	case ast.Add:
		if l.op == r.op {
			switch l.op {
			case opStr, opBytes:
				s.add(out, l)
				return
			case opList, opVarTuple:
				s.add(out, l)
				s.add(out, r)
				s.unify(l.args[0], r.args[0])
				return
			case opTuple:
				// A loop or a recursion can make ever longer ones.
				if len(l.args)+len(r.args) <= maxFixedTuple {
					s.add(out, &kind{op: opTuple, args: append(l.args[:len(l.args):len(l.args)], r.args...)})
					return
				}
			}
		}
		if inplace && l.op == opList {
			inf.iterateKind(r, l.args[0])
			s.add(out, l)
			return
		}
		if isTuple(l) && isTuple(r) {
			elem := s.node()
			inf.iterateKind(l, elem)
			inf.iterateKind(r, elem)
			s.add(out, &kind{op: opVarTuple, args: []*node{elem}})
			return
		}
	case ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor:
		if isSet(l) && isSet(r) {
			s.unify(l.args[0], r.args[0])
			s.add(out, l)
			return
		}
		if l.op == opDict && r.op == opDict && op == ast.BitOr {
			s.unify(l.args[0], r.args[0])
			s.unify(l.args[1], r.args[1])
			s.add(out, l)
			return
		}
	}
	direct, reflected, inPlace := special.Binary(op)
	switch {
	case inplace && inf.libOperator(l, inPlace, r, out):
	case inf.libOperator(l, direct, r, out):
	default:
		inf.libOperator(r, reflected, l, out)
	}
}

// libOperator calls an operator's method of a library object if it takes the
// other operand; otherwise the operator raises TypeError.
func (inf *inference) libOperator(k *kind, name string, other *kind, out *node) bool {
	m, owner := inf.libMember(k, name)
	f, ok := m.(*stubs.Func)
	if !ok {
		return false
	}
	env := inf.memberEnv(k, owner, f.Module)
	for _, sig := range f.Overloads {
		if len(sig.Params) > 0 && env.matches(other, sig.Params[0].Annotation) != fitNo {
			inf.callStubOn(f, owner, k, nodesOf([]*node{inf.s.with(other)}), out)
			return true
		}
	}
	return false
}

func isTuple(k *kind) bool { return k.op == opTuple || k.op == opVarTuple }
func isSet(k *kind) bool   { return k.op == opSet || k.op == opFrozen }

// instanceOp is an operator with an instance of a user class on a side.
func (inf *inference) instanceOp(op ast.Operator, l, r *kind, rn, out *node, inplace bool) {
	s := inf.s
	direct, reflected, inPlace := special.Binary(op)
	res := s.node()
	done := false
	if l.op == opInst {
		if inplace && inf.callMethod(l, inPlace, []*node{s.with(r)}, res) {
			done = true
		} else if inf.callMethod(l, direct, []*node{s.with(r)}, res) {
			done = true
		} else if !l.class.Typed {
			s.flow(s.unknown, out)
		}
	}
	if r.op == opInst {
		if inf.callMethod(r, reflected, []*node{s.with(l)}, res) {
			done = true
		}
	}
	if done {
		s.flowIf(res, out, func(k *kind) bool { return k.op != opNotImplemented })
	}
	if l.op == opLib {
		inf.libMethod(l, direct, []*node{rn}, out)
	}
	if l.op == opList && inplace && !done { // extends the list
		inf.iterateKind(r, l.args[0])
		s.add(out, l)
		r.class.dynamic("library code may use its special methods")
	}
}

// numberOp is arithmetic of two numbers.
func (inf *inference) numberOp(op ast.Operator, l, r op, out *node, grows bool) {
	s := inf.s
	top := l
	if rank(r) > rank(l) {
		top = r
	}
	if top == opBool {
		switch op {
		case ast.BitAnd, ast.BitOr, ast.BitXor:
			s.add(out, s.prim(opBool))
			return
		}
		top = opInt
	}
	switch op {
	case ast.Div:
		if top != opComplex {
			top = opFloat
		}
	case ast.Mult, ast.Add:
		if grows && top == opInt {
			top = opBig
		}
	case ast.Pow:
		switch {
		case top == opInt || top == opBig:
			// negative exponents give a float
			s.flow(s.unknown, out)
			return
		case top == opFloat:
			// a negative base with a fractional exponent gives a complex
			s.add(out, s.prim(opFloat))
			return
		}
	case ast.MatMult:
		return
	case ast.LShift, ast.RShift, ast.BitAnd, ast.BitOr, ast.BitXor:
		if top == opFloat || top == opComplex {
			return
		}
		if op == ast.RShift || op == ast.LShift {
			top = l
			if l == opBool {
				top = opInt
			}
		}
	}
	s.add(out, s.prim(top))
}

func (w *walker) unary(o ast.UnaryOperator, v *node) *node {
	out := w.s.node()
	name := special.Unary(o)
	w.s.on(v, func(k *kind) {
		switch k.op {
		case opBool:
			w.s.add(out, w.s.prim(opInt))
		case opInt, opBig, opFloat, opComplex:
			w.s.add(out, k)
		case opUnknown:
			w.s.flow(w.s.unknown, out)
		case opInst:
			switch e := k.class.Enum; {
			case e == nil:
				w.callMethod(k, name, nil, out)
			case e.Flag && o == ast.Invert:
				w.s.add(out, k)
			case e.Data == types.Int:
				w.s.add(out, w.dataOf(k))
			}
		case opLib:
			w.libMethod(k, name, nil, out)
		}
	})
	return out
}

// foldInt is the value of an expression of integer literals, nil where it is
// none or the result is small enough not to matter.
func foldInt(e ast.Expr) *big.Int {
	b, ok := e.(*ast.BinOp)
	if !ok {
		return nil
	}
	l, r := intOf(b.Left), intOf(b.Right)
	if l == nil || r == nil {
		return nil
	}
	switch b.Op {
	case ast.Add:
		return new(big.Int).Add(l, r)
	case ast.Sub:
		return new(big.Int).Sub(l, r)
	case ast.Mult:
		return new(big.Int).Mul(l, r)
	case ast.Pow:
		if r.Sign() < 0 || !r.IsInt64() || r.Int64() > 100000 {
			return nil
		}
		return new(big.Int).Exp(l, r, nil)
	case ast.LShift:
		if r.Sign() < 0 || !r.IsInt64() || r.Int64() > 100000 {
			return nil
		}
		return new(big.Int).Lsh(l, uint(r.Int64()))
	}
	return nil
}

func intOf(e ast.Expr) *big.Int {
	switch e := e.(type) {
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.Int:
			return big.NewInt(int64(v))
		case ast.BigInt:
			return v.Int
		}
	case *ast.UnaryOp:
		if v := intOf(e.Operand); v != nil && e.Op == ast.USub {
			return new(big.Int).Neg(v)
		}
	}
	return foldInt(e)
}
