package lower

import (
	"math/big"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// intRanges knows between which bounds the ints of a program stay, over all
// its assignments and calls: an operation whose result fits in 64 bits for all
// of them needs no check for overflow.
//
// A variable that only ever changes by small steps counts as staying within
// 2**61 of its other values: to leave that range it would have to count for
// years.
type intRanges struct {
	info    *infer.Info
	values  map[any][]ast.Expr // what is assigned to a variable, field or result
	full    map[any]bool       // what may hold any int
	ranges  map[any]*interval
	sources map[ast.Expr]rangeSource

	anyField bool // fields may be set by a name that is computed
}

// interval is the ints from lo to hi; nil is no int at all.
type interval struct{ lo, hi *big.Int }

// rangeSource stands for the ints that a loop hands to its target: those of
// range(args), or with none the positions of enumerate.
type rangeSource struct{ args []ast.Expr }

var (
	minInt64  = new(big.Int).Lsh(big.NewInt(-1), 63)
	maxInt64  = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 63), big.NewInt(1))
	wholeInt  = &interval{minInt64, maxInt64}
	smallStep = big.NewInt(1 << 10)
	counted   = new(big.Int).Lsh(big.NewInt(1), 61)
	sizes     = &interval{new(big.Int), new(big.Int).Lsh(big.NewInt(1), 48)} // of what fits in memory
)

// rounds is how often the ranges may grow before they count as unbounded.
const rounds = 12

func findIntRanges(info *infer.Info) *intRanges {
	r := &intRanges{
		info: info, values: map[any][]ast.Expr{}, full: map[any]bool{}, ranges: map[any]*interval{},
		sources: map[ast.Expr]rangeSource{},
	}
	handled := map[ast.Node]bool{}
	ast.Walk(info.Module, func(n ast.Node) bool {
		r.node(n, handled)
		return true
	})
	r.params(handled)
	for n, v := range info.Vars {
		if name, ok := n.(*ast.Name); ok && name.Ctx == ast.Load || handled[n] {
			continue
		}
		r.full[v] = true
	}
	r.solve()
	return r
}

// node collects what one construct assigns.
func (r *intRanges) node(n ast.Node, handled map[ast.Node]bool) {
	switch n := n.(type) {
	case *ast.Assign:
		for _, t := range n.Targets {
			r.assign(t, n.Value, handled)
		}
	case *ast.AnnAssign:
		if n.Value == nil {
			handled[n.Target] = true
		} else {
			r.assign(n.Target, n.Value, handled)
		}
	case *ast.AugAssign:
		if a := r.info.Augmented[n]; a != nil && a.From != nil && a.From != r.info.Vars[n.Target] {
			return // it reads another variable
		}
		r.assign(n.Target, &ast.BinOp{Left: n.Target, Op: n.Op, Right: n.Value}, handled)
	case *ast.NamedExpr:
		r.assign(n.Target, n.Value, handled)
	case *ast.For:
		r.loop(n.Target, n.Iter, handled)
	case *ast.Comprehension:
		if !n.IsAsync {
			r.loop(n.Target, n.Iter, handled)
		}
	case *ast.Name:
		if ref, ok := r.info.Refs[n].(*infer.StubRef); ok {
			switch symbolRole(ref.Symbol) {
			case "setattr", "vars":
				r.anyField = true
			}
		}
	case *ast.Attribute:
		if n.Ctx != ast.Load && !handled[n] {
			if f := r.field(n); f != nil {
				r.full[f] = true
			} else {
				r.full[attrName(n.Attr)] = true
			}
		}
	}
}

// attrName stands for all fields of a name, where it is not known whose.
type attrName string

func (r *intRanges) field(n *ast.Attribute) any {
	if ref, ok := r.info.Refs[n].(*infer.FieldRef); ok {
		return ref.Field
	}
	return nil
}

func (r *intRanges) assign(target, value ast.Expr, handled map[ast.Node]bool) {
	switch t := target.(type) {
	case *ast.Name:
		handled[t] = true
		if v := r.info.Vars[t]; v != nil {
			r.values[v] = append(r.values[v], value)
		}
	case *ast.Attribute:
		handled[t] = true
		if f := r.field(t); f != nil {
			r.values[f] = append(r.values[f], value)
		} else {
			r.full[attrName(t.Attr)] = true
		}
	case *ast.Tuple, *ast.List:
		elts, _ := targetList(t)
		values, ok := targetList(value)
		if !ok || len(values) != len(elts) || hasStar(elts) || hasStar(values) {
			return
		}
		for i, e := range elts {
			r.assign(e, values[i], handled)
		}
	}
}

// loop notes what a loop assigns to its target.
func (r *intRanges) loop(target, iter ast.Expr, handled map[ast.Node]bool) {
	c, ok := iter.(*ast.Call)
	if !ok || len(c.Keywords) > 0 || hasStar(c.Args) || len(c.Args) == 0 || r.info.Calls[c] == nil {
		return
	}
	switch callRole(r.info.Calls[c]) {
	case roleRange:
		if n, ok := target.(*ast.Name); ok {
			r.source(n, rangeSource{c.Args}, handled)
		}
	case "enumerate":
		if elts, ok := targetList(target); ok && len(elts) == 2 && len(c.Args) == 1 {
			if n, ok := elts[0].(*ast.Name); ok {
				r.source(n, rangeSource{}, handled)
			}
		}
	}
}

func (r *intRanges) source(n *ast.Name, s rangeSource, handled map[ast.Node]bool) {
	handled[n] = true
	if v := r.info.Vars[n]; v != nil {
		r.values[v] = append(r.values[v], n)
		r.sources[n] = s
	}
}

// params collects the arguments of functions that are only called by name, and
// the values they return.
func (r *intRanges) params(handled map[ast.Node]bool) {
	known := map[*infer.Func]bool{}
	for _, f := range r.info.FuncList {
		known[f] = f.Direct && !f.AsValue && len(f.Overrides)+len(f.Overridden)+len(f.Decorators) == 0 &&
			(f.Class == nil || f.Class.Typed && f.Kind == infer.Method)
		if !known[f] || f.Generator {
			r.full[f] = true
			continue
		}
		for _, s := range funcBody(f.Node) {
			ast.Walk(s, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
					return false
				case *ast.Return:
					if n.Value != nil {
						r.values[f] = append(r.values[f], n.Value)
					}
				}
				return true
			})
		}
	}
	called := map[*infer.Func]bool{}
	for _, c := range r.info.Calls {
		f := c.Func
		if f == nil || !known[f] || f.Class != nil {
			continue
		}
		called[f] = true
		for i, p := range f.Params {
			switch {
			case p.Kind == stubs.VarPos || p.Kind == stubs.VarKw || i >= len(c.Args):
			case c.Args[i].Value != nil:
				r.values[p.Var] = append(r.values[p.Var], c.Args[i].Value)
				continue
			case p.Default != nil:
				r.values[p.Var] = append(r.values[p.Var], p.Default)
				continue
			}
			r.full[p.Var] = true
		}
	}
	for f := range called {
		for _, p := range f.Params {
			if p.Node != nil {
				handled[p.Node] = true
			}
		}
	}
	for _, c := range r.info.ClassList {
		for _, f := range c.Fields {
			switch {
			case c.Kind != infer.PlainClass || len(c.Bases)+len(c.StubBases)+len(c.Subclasses) > 0 || f.MayUnset ||
				r.anyField || r.full[attrName(f.Name)]:
				r.full[f] = true
			case f.Default != nil:
				r.values[f] = append(r.values[f], f.Default)
			}
		}
	}
}

// solve grows the ranges until they hold all that is assigned.
func (r *intRanges) solve() {
	for round := 0; ; round++ {
		var grown []any
		for key, list := range r.values {
			if r.full[key] {
				continue
			}
			var base *interval
			steps := false
			for _, e := range list {
				if r.isStep(key, e) {
					steps = true
				} else {
					base = union(base, r.of(e))
				}
			}
			if steps && base != nil {
				base = &interval{new(big.Int).Sub(base.lo, counted), new(big.Int).Add(base.hi, counted)}
			}
			all := r.ranges[key]
			next := clamp(union(base, all))
			if !same(next, all) {
				r.ranges[key] = next
				grown = append(grown, key)
			}
		}
		if len(grown) == 0 {
			return
		}
		if round >= rounds {
			for _, key := range grown {
				r.full[key] = true
			}
		}
	}
}

// isStep reports whether e is the variable itself plus or minus something
// small.
func (r *intRanges) isStep(key any, e ast.Expr) bool {
	b, ok := e.(*ast.BinOp)
	if !ok || b.Op != ast.Add && b.Op != ast.Sub || r.key(b.Left) != key {
		return false
	}
	step := r.of(b.Right)
	return step == nil || step.lo.CmpAbs(smallStep) <= 0 && step.hi.CmpAbs(smallStep) <= 0
}

// key is the variable or field that e reads.
func (r *intRanges) key(e ast.Expr) any {
	switch e := e.(type) {
	case *ast.Name:
		if v := r.info.Vars[e]; v != nil && r.info.Refs[e] == nil {
			return v
		}
	case *ast.Attribute:
		return r.field(e)
	}
	return nil
}

// of is the range of an int expression.
func (r *intRanges) of(e ast.Expr) *interval {
	if s, ok := r.sources[e]; ok {
		return r.target(s)
	}
	if key := r.key(e); key != nil {
		if v, ok := key.(*infer.Var); ok && v.Type != types.Int {
			return wholeInt
		}
		if f, ok := key.(*infer.Field); ok && f.Type != types.Int {
			return wholeInt
		}
		if r.full[key] || r.values[key] == nil {
			return wholeInt
		}
		return r.ranges[key]
	}
	switch e := e.(type) {
	case *ast.Constant:
		if n, ok := e.Value.(ast.Int); ok {
			return &interval{big.NewInt(int64(n)), big.NewInt(int64(n))}
		}
	case *ast.BinOp:
		x, exact := r.exact(e.Op, e.Left, e.Right)
		if exact {
			return clamp(x)
		}
	case *ast.UnaryOp:
		if x := r.of(e.Operand); e.Op == ast.USub {
			if x == nil {
				return nil
			}
			return clamp(&interval{new(big.Int).Neg(x.hi), new(big.Int).Neg(x.lo)})
		}
	case *ast.IfExp:
		return union(r.of(e.Body), r.of(e.Orelse))
	case *ast.NamedExpr:
		return r.of(e.Value)
	case *ast.Await:
		return r.of(e.Value)
	case *ast.Call:
		c := r.info.Calls[e]
		switch {
		case c == nil:
		case c.Func != nil && (c.Kind == infer.FuncCall || c.Kind == infer.MethodCall) && c.Func.Result == types.Int:
			if !r.full[c.Func] {
				return r.ranges[c.Func]
			}
		case callRole(c) == "len" && len(e.Args) == 1 && inMemory(r.info.TypeOf(e.Args[0])):
			return sizes
		}
	}
	return wholeInt
}

// inMemory reports whether a value of type t has its items in memory.
func inMemory(t types.Type) bool {
	switch t := t.(type) {
	case types.Basic:
		return t == types.Str || t == types.Bytes
	case *types.List, *types.Set, *types.Dict, *types.VarTuple, *types.Tuple:
		return true
	}
	return false
}

// target is the range of what a loop hands out.
func (r *intRanges) target(s rangeSource) *interval {
	if len(s.args) == 0 {
		return &interval{new(big.Int), counted}
	}
	start := &interval{new(big.Int), new(big.Int)}
	stop := r.of(s.args[0])
	if len(s.args) > 1 {
		start, stop = stop, r.of(s.args[1])
	}
	if start == nil || stop == nil {
		return nil
	}
	one := big.NewInt(1)
	step := int64(1)
	if len(s.args) == 3 {
		n, ok := constInt(s.args[2])
		if !ok {
			return union(start, stop)
		}
		step = n
	}
	if step > 0 {
		return &interval{start.lo, maxOf(start.lo, new(big.Int).Sub(stop.hi, one))}
	}
	return &interval{minOf(start.hi, new(big.Int).Add(stop.lo, one)), start.hi}
}

// exact is the range of an operation's results, not cut to 64 bits; false for
// operations that are not followed.
func (r *intRanges) exact(op ast.Operator, left, right ast.Expr) (*interval, bool) {
	x, y := r.of(left), r.of(right)
	if x == nil || y == nil {
		return nil, true
	}
	switch op {
	case ast.Add:
		return &interval{new(big.Int).Add(x.lo, y.lo), new(big.Int).Add(x.hi, y.hi)}, true
	case ast.Sub:
		return &interval{new(big.Int).Sub(x.lo, y.hi), new(big.Int).Sub(x.hi, y.lo)}, true
	case ast.Mult:
		var out *interval
		for _, a := range []*big.Int{x.lo, x.hi} {
			for _, b := range []*big.Int{y.lo, y.hi} {
				p := new(big.Int).Mul(a, b)
				out = union(out, &interval{p, p})
			}
		}
		return out, true
	case ast.Mod:
		if y.lo.Sign() > 0 {
			hi := new(big.Int).Sub(y.hi, big.NewInt(1))
			if x.lo.Sign() >= 0 {
				hi = minOf(hi, x.hi)
			}
			return &interval{new(big.Int), hi}, true
		}
	case ast.FloorDiv:
		if y.lo.Sign() > 0 {
			return &interval{minOf(x.lo, new(big.Int)), maxOf(x.hi, new(big.Int))}, true
		}
	}
	return nil, false
}

// fits reports whether an operation can be Go's own: its result fits for all
// operands, and Go rounds as Python does.
func (r *intRanges) fits(op ast.Operator, left, right ast.Expr) bool {
	out, ok := r.exact(op, left, right)
	if !ok || out == nil {
		return false
	}
	switch op {
	case ast.Add, ast.Sub, ast.Mult:
		return out.lo.Cmp(minInt64) >= 0 && out.hi.Cmp(maxInt64) <= 0
	case ast.Mod, ast.FloorDiv:
		return r.of(left).lo.Sign() >= 0 && r.of(right).lo.Sign() > 0
	}
	return false
}

func clamp(x *interval) *interval {
	if x == nil {
		return nil
	}
	return &interval{maxOf(x.lo, minInt64), minOf(x.hi, maxInt64)}
}

func union(a, b *interval) *interval {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return &interval{minOf(a.lo, b.lo), maxOf(a.hi, b.hi)}
}

func same(a, b *interval) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.lo.Cmp(b.lo) == 0 && a.hi.Cmp(b.hi) == 0
}

func minOf(a, b *big.Int) *big.Int {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func maxOf(a, b *big.Int) *big.Int {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}
