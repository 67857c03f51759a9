package infer

import (
	"fmt"
	"slices"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// Definite assignment: which reads may come before any assignment, and so
// need a check that raises UnboundLocalError or NameError. Each module,
// function and class body is walked once, in order of execution. A name of an
// outer scope is checked where a function that reads it can first run: where
// the outer scope's own code mentions the function.

// assigned is the set of names that are surely bound at a point.
type assigned struct {
	set  map[*symbol]bool
	dead bool // the point cannot be reached
}

func (s *assigned) copy() *assigned {
	c := &assigned{set: make(map[*symbol]bool, len(s.set)), dead: s.dead}
	for k := range s.set {
		c.set[k] = true
	}
	return c
}

// meet is what holds when control comes from any of the states.
func meet(states ...*assigned) *assigned {
	var out *assigned
	for _, s := range states {
		if s == nil || s.dead {
			continue
		}
		if out == nil {
			out = s.copy()
			continue
		}
		for k := range out.set {
			if !s.set[k] {
				delete(out.set, k)
			}
		}
	}
	if out == nil {
		out = &assigned{set: map[*symbol]bool{}, dead: true}
	}
	return out
}

// assigner walks one scope.
type assigner struct {
	c     *checker
	sc    *scope // scope whose names are tracked
	st    *assigned
	loops []*loopStates
	reach map[*scope]map[*symbol]bool // names that running a scope may read
}

// loopStates are the states in which a loop's body is left early.
type loopStates struct{ breaks, continues []*assigned }

// definiteAssignment fills c.unset.
func (c *checker) definiteAssignment() {
	c.reads = map[*symbol][]ast.Node{}
	for _, sc := range c.bind.all {
		for _, u := range sc.uses {
			if sym := c.symbolAt(u.node); sym != nil {
				c.reads[sym] = append(c.reads[sym], u.node)
			}
		}
		for _, sym := range sc.order {
			for _, bd := range sym.binds {
				if bd.kind == bindAug || bd.kind == bindDel {
					c.reads[sym] = append(c.reads[sym], bd.node)
				}
			}
		}
	}
	for sym, reads := range c.reads {
		c.deletedElsewhere(sym, reads)
	}
	reach := c.reachableReads()
	for _, sc := range c.bind.all {
		if sc.kind != moduleScope && sc.kind != funcScope {
			continue
		}
		a := &assigner{c: c, sc: sc, st: &assigned{set: map[*symbol]bool{}}, reach: reach}
		switch n := sc.node.(type) {
		case *ast.Module:
			a.block(n.Body)
		case *ast.FunctionDef:
			a.params(n.Args)
			a.block(n.Body)
		case *ast.AsyncFunctionDef:
			a.params(n.Args)
			a.block(n.Body)
		case *ast.Lambda:
			a.params(n.Args)
			a.expr(n.Body)
		default:
			panic(fmt.Sprintf("infer: unexpected %T", n))
		}
	}
	c.settled = true
}

// deletedElsewhere marks the reads of a name that a del statement unbinds: when
// another function deletes it, all of them, and otherwise those of the other
// functions, which may run at any time.
func (c *checker) deletedElsewhere(sym *symbol, reads []ast.Node) {
	for _, bd := range sym.binds {
		if bd.kind != bindDel {
			continue
		}
		for _, n := range reads {
			if bd.from.function() != sym.scope.function() {
				c.unset[n] = true
			} else {
				c.outerUnset(n, sym.scope.function())
			}
		}
	}
}

// reachableReads finds, for each scope, the outer names that running its code
// (and that of the functions it mentions) may read.
func (c *checker) reachableReads() map[*scope]map[*symbol]bool {
	direct := map[*scope]map[*symbol]bool{}
	var collect func(sc *scope, into map[*symbol]bool)
	collect = func(sc *scope, into map[*symbol]bool) {
		for _, u := range sc.uses {
			if sym := c.symbolAt(u.node); sym != nil {
				into[sym] = true
			}
		}
		for _, sym := range sc.order {
			for _, bd := range sym.binds {
				if bd.kind == bindAug {
					into[sym] = true
				}
			}
		}
		for _, k := range sc.children {
			collect(k, into)
		}
	}
	for _, sc := range c.bind.all {
		if sc.kind == funcScope || sc.kind == classScope {
			direct[sc] = map[*symbol]bool{}
			collect(sc, direct[sc])
		}
	}
	// augmented assignments to outer names are bindings of the outer symbol
	for _, sc := range c.bind.all {
		for _, sym := range sc.order {
			for _, bd := range sym.binds {
				if bd.kind == bindAug && bd.from != sc {
					for s := bd.from; s != nil && s != sc; s = s.parent {
						if direct[s] != nil {
							direct[s][sym] = true
						}
					}
				}
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, set := range direct {
			for sym := range set {
				for _, bd := range sym.binds {
					if bd.kind != bindDef && bd.kind != bindClass {
						continue
					}
					for s := range direct[c.bind.scopes[bd.node]] {
						if !set[s] {
							set[s] = true
							changed = true
						}
					}
				}
			}
		}
	}
	return direct
}

func (a *assigner) params(args *ast.Arguments) {
	for _, p := range allArgs(args) {
		a.st.set[a.c.symbolAt(p)] = true
	}
}

func (a *assigner) bind(n ast.Node) {
	if sym := a.c.symbolAt(n); sym != nil {
		a.st.set[sym] = true
	}
}

// tracked reports whether the flow of this walk decides about sym.
func (a *assigner) tracked(sym *symbol) bool {
	return sym.scope == a.sc || sym.scope.kind == classScope && sym.scope.function() == a.sc
}

// read checks a read of a name, and of what the function or class of that
// name may read.
func (a *assigner) read(n ast.Node) {
	sym := a.c.symbolAt(n)
	if sym == nil || a.st.dead {
		return
	}
	a.mention(n, sym)
	for _, bd := range sym.binds {
		if bd.kind == bindDef || bd.kind == bindClass {
			a.run(a.c.bind.scopes[bd.node])
		}
	}
}

// mention checks a read of a name alone. A read that does not fail tells that
// the name is bound.
func (a *assigner) mention(n ast.Node, sym *symbol) {
	if !a.st.dead && a.tracked(sym) && !a.st.set[sym] {
		a.c.unset[n] = true
		a.st.set[sym] = true
	}
}

// publishUnset says which reads are to be checked: those that the walk found,
// and all of a name that is unbound somewhere, since the order in which
// functions see that is not followed.
func (c *checker) publishUnset() {
	unbound := map[*Var]bool{}
	for _, vars := range c.info.Unbinds {
		for _, v := range vars {
			unbound[v] = true
		}
	}
	for n := range c.bind.symOf {
		if v := c.info.Vars[n]; v.MayUnset && (c.unset[n] || unbound[v]) {
			c.info.Unset[n] = true
		}
	}
}

// run notes that the code of sc may run from here on.
func (a *assigner) run(sc *scope) {
	if a.st.dead {
		return
	}
	for sym := range a.reach[sc] {
		if sym.scope == a.sc && !a.st.set[sym] {
			for _, n := range a.c.reads[sym] {
				a.c.outerUnset(n, a.sc)
			}
		}
	}
}

// outerUnset marks a read that stands in a scope nested in sc.
func (c *checker) outerUnset(n ast.Node, sc *scope) {
	if c.ownRead == nil {
		c.ownRead = map[ast.Node]*scope{}
		for _, s := range c.bind.all {
			for _, u := range s.uses {
				c.ownRead[u.node] = s
			}
			for _, sym := range s.order {
				for _, bd := range sym.binds {
					if bd.kind == bindAug || bd.kind == bindDel {
						c.ownRead[bd.node] = bd.from
					}
				}
			}
		}
	}
	if c.ownRead[n].function() != sc {
		c.unset[n] = true
	}
}

func (a *assigner) block(body []ast.Stmt) {
	for _, s := range body {
		a.stmt(s)
	}
}

func (a *assigner) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		a.def(s, s.Args, s.DecoratorList)
	case *ast.AsyncFunctionDef:
		a.def(s, s.Args, s.DecoratorList)
	case *ast.ClassDef:
		a.exprs(s.DecoratorList)
		if len(s.TypeParams) == 0 {
			a.exprs(s.Bases)
		}
		for _, k := range s.Keywords {
			a.expr(k.Value)
		}
		a.block(s.Body)
		a.bind(s)
		for _, d := range s.DecoratorList {
			if !knownDecorator(a.c.roleOf(d)) {
				a.run(a.c.bind.scopes[s])
			}
		}
	case *ast.Return:
		a.opt(s.Value)
		a.st.dead = true
	case *ast.Delete:
		for _, t := range s.Targets {
			a.del(t)
		}
	case *ast.Assign:
		if n, ok := s.Value.(*ast.Name); ok {
			if sym := a.c.symbolAt(n); sym != nil && sym.scope.kind == classScope {
				a.mention(n, sym) // __rmul__ = __mul__ does not run the method
			} else {
				a.expr(n)
			}
		} else {
			a.expr(s.Value)
		}
		for _, t := range s.Targets {
			a.target(t)
		}
	case *ast.TypeAlias:
		a.bind(s.Name)
	case *ast.AugAssign:
		if n, ok := s.Target.(*ast.Name); ok {
			a.read(n)
		} else {
			a.target(s.Target)
		}
		a.expr(s.Value)
		a.target(s.Target)
	case *ast.AnnAssign:
		if s.Value != nil {
			a.expr(s.Value)
			a.target(s.Target)
		}
	case *ast.For:
		a.expr(s.Iter)
		a.loop(nil, s.Target, neverEmpty(s.Iter) || a.c.countsUp(s.Iter), s.Body, s.Orelse)
	case *ast.AsyncFor:
		a.expr(s.Iter)
		a.loop(nil, s.Target, false, s.Body, s.Orelse)
	case *ast.While:
		a.loop(s.Test, nil, false, s.Body, s.Orelse)
	case *ast.If:
		yes, no := a.cond(s.Test)
		a.st = yes
		a.block(s.Body)
		end := a.st
		a.st = no
		a.block(s.Orelse)
		a.st = meet(end, a.st)
	case *ast.With:
		a.with(s.Items, s.Body, false)
	case *ast.AsyncWith:
		a.with(s.Items, s.Body, true)
	case *ast.Match:
		a.match(s)
	case *ast.Raise:
		a.opt(s.Exc)
		a.opt(s.Cause)
		a.st.dead = true
	case *ast.Try:
		a.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		a.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Assert:
		yes, no := a.cond(s.Test)
		a.st = no
		a.opt(s.Msg)
		a.st = yes
	case *ast.Import:
		for _, n := range s.Names {
			a.bind(n)
		}
	case *ast.ImportFrom:
		for _, n := range s.Names {
			a.bind(n)
		}
	case *ast.ExprStmt:
		a.expr(s.Value)
		if call, ok := s.Value.(*ast.Call); ok && a.c.neverReturns(call) {
			a.st.dead = true
		}
	case *ast.Break:
		if n := len(a.loops); n > 0 {
			l := a.loops[n-1]
			l.breaks = append(l.breaks, a.st.copy())
		}
		a.st.dead = true
	case *ast.Continue:
		if n := len(a.loops); n > 0 {
			l := a.loops[n-1]
			l.continues = append(l.continues, a.st.copy())
		}
		a.st.dead = true
	case *ast.Global, *ast.Nonlocal, *ast.Pass:
	default:
		panic(fmt.Sprintf("infer: unexpected %T", s))
	}
}

// knownDecorator reports whether a decorator of that role leaves alone what it
// decorates: it does not run it.
func knownDecorator(r stubs.Role) bool {
	switch r {
	case "dataclass", "property", "staticmethod", "classmethod", "abstractmethod", "overload", "identity", "enum.unique":
		return true
	}
	return false
}

func (a *assigner) def(n ast.Stmt, args *ast.Arguments, decorators []ast.Expr) {
	a.exprs(decorators)
	a.exprs(args.Defaults)
	for _, d := range args.KwDefaults {
		a.opt(d)
	}
	a.bind(n)
	for _, d := range decorators {
		if !knownDecorator(a.c.roleOf(d)) {
			a.run(a.c.bind.scopes[n])
		}
	}
}

// loop walks a loop; runs says that its body runs once at least.
func (a *assigner) loop(test ast.Expr, target ast.Expr, runs bool, body, orelse []ast.Stmt) {
	for _, sym := range a.c.deletedIn(body) {
		delete(a.st.set, sym)
	}
	enter, leave := a.st, a.st.copy()
	if test != nil {
		enter, leave = a.cond(test)
	}
	a.st = enter.copy()
	if target != nil {
		a.target(target)
	}
	a.loops = append(a.loops, &loopStates{})
	a.block(body)
	l := a.loops[len(a.loops)-1]
	a.loops = a.loops[:len(a.loops)-1]
	if runs {
		leave = meet(append(l.continues, a.st)...)
	}
	a.st = leave
	a.block(orelse)
	a.st = meet(append(l.breaks, a.st)...)
}

// neverEmpty reports whether an expression is a display with an element.
func neverEmpty(e ast.Expr) bool {
	var elts []ast.Expr
	switch e := e.(type) {
	case *ast.List:
		elts = e.Elts
	case *ast.Tuple:
		elts = e.Elts
	case *ast.Set:
		elts = e.Elts
	case *ast.Constant:
		s, ok := e.Value.(ast.Str)
		return ok && s != ""
	}
	return slices.ContainsFunc(elts, func(x ast.Expr) bool { _, star := x.(*ast.Starred); return !star })
}

// countsUp reports whether an expression is a range with literal bounds that
// has an element.
func (c *checker) countsUp(e ast.Expr) bool {
	call, ok := e.(*ast.Call)
	if !ok || c.roleOf(call.Func) != "range" || len(call.Keywords) > 0 {
		return false
	}
	var bounds []int
	for _, x := range call.Args {
		n, ok := intConst(x)
		if !ok {
			return false
		}
		bounds = append(bounds, n)
	}
	switch len(bounds) {
	case 1:
		return bounds[0] > 0
	case 2:
		return bounds[0] < bounds[1]
	}
	return false
}

// deletedIn lists the names that a block unbinds.
func (c *checker) deletedIn(body []ast.Stmt) []*symbol {
	var out []*symbol
	for _, s := range body {
		ast.Walk(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
				return false
			case *ast.ExceptHandler:
				if sym := c.symbolAt(n); sym != nil {
					out = append(out, sym)
				}
			case *ast.Delete:
				for _, t := range n.Targets {
					if sym := c.symbolAt(t); sym != nil {
						out = append(out, sym)
					}
				}
			}
			return true
		})
	}
	return out
}

func (a *assigner) with(items []*ast.WithItem, body []ast.Stmt, async bool) {
	suppress := false
	for _, it := range items {
		a.expr(it.ContextExpr)
		if it.OptionalVars != nil {
			a.target(it.OptionalVars)
		}
		suppress = suppress || a.c.maySuppress(it.ContextExpr, async)
	}
	before := a.st.copy()
	a.block(body)
	if suppress {
		for _, sym := range a.c.deletedIn(body) {
			delete(before.set, sym)
		}
		a.st = meet(a.st, before)
	}
}

func (a *assigner) match(s *ast.Match) {
	a.expr(s.Subject)
	var ends []*assigned
	for _, k := range s.Cases {
		before := a.st.copy()
		a.pattern(k.Pattern)
		failed := before
		if k.Guard != nil {
			yes, no := a.cond(k.Guard)
			failed = meet(before, no)
			a.st = yes
		} else if irrefutable(k.Pattern) {
			failed = &assigned{set: map[*symbol]bool{}, dead: true}
		}
		a.block(k.Body)
		ends = append(ends, a.st)
		a.st = failed
	}
	a.st = meet(append(ends, a.st)...)
}

func irrefutable(p ast.Pattern) bool {
	switch p := p.(type) {
	case *ast.MatchAs:
		return p.Pattern == nil || irrefutable(p.Pattern)
	case *ast.MatchOr:
		for _, q := range p.Patterns {
			if irrefutable(q) {
				return true
			}
		}
	}
	return false
}

func (a *assigner) pattern(p ast.Pattern) {
	ast.Walk(p, func(n ast.Node) bool {
		switch n := n.(type) {
		case ast.Expr:
			a.expr(n)
			return false
		case *ast.MatchAs:
			if n.Name != "" {
				a.bind(n)
			}
		case *ast.MatchStar:
			if n.Name != "" {
				a.bind(n)
			}
		case *ast.MatchMapping:
			if n.Rest != "" {
				a.bind(n)
			}
		}
		return true
	})
}

func (a *assigner) try(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	interrupted := a.st.copy()
	for _, sym := range a.c.deletedIn(body) {
		delete(interrupted.set, sym)
	}
	a.block(body)
	a.block(orelse)
	ends := []*assigned{a.st}
	for _, h := range handlers {
		if a.c.info.DeadHandlers[h] {
			continue
		}
		a.st = interrupted.copy()
		a.opt(h.Type)
		if h.Name != "" {
			a.bind(h)
		}
		a.block(h.Body)
		if h.Name != "" {
			delete(a.st.set, a.c.symbolAt(h))
		}
		ends = append(ends, a.st)
	}
	after := meet(ends...)
	if len(final) == 0 {
		a.st = after
		return
	}
	for _, h := range handlers {
		for _, sym := range a.c.deletedIn(h.Body) {
			delete(interrupted.set, sym)
		}
	}
	for _, sym := range a.c.deletedIn(orelse) {
		delete(interrupted.set, sym)
	}
	a.st = interrupted.copy()
	a.block(final)
	if a.st.dead {
		return
	}
	for sym := range a.st.set {
		after.set[sym] = true
	}
	for _, sym := range a.c.deletedIn(final) {
		if !a.st.set[sym] {
			delete(after.set, sym)
		}
	}
	a.st = after
}

func (a *assigner) target(t ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		a.bind(t)
	case *ast.Tuple:
		for _, e := range t.Elts {
			a.target(e)
		}
	case *ast.List:
		for _, e := range t.Elts {
			a.target(e)
		}
	case *ast.Starred:
		a.target(t.Value)
	case *ast.Attribute:
		a.expr(t.Value)
	case *ast.Subscript:
		a.expr(t.Value)
		a.expr(t.Slice)
	default:
		panic(fmt.Sprintf("infer: unexpected target %T", t))
	}
}

func (a *assigner) del(t ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		a.read(t)
		if sym := a.c.symbolAt(t); sym != nil {
			delete(a.st.set, sym)
		}
	case *ast.Tuple:
		for _, e := range t.Elts {
			a.del(e)
		}
	case *ast.List:
		for _, e := range t.Elts {
			a.del(e)
		}
	default:
		a.target(t)
	}
}

func (a *assigner) exprs(list []ast.Expr) {
	for _, e := range list {
		a.expr(e)
	}
}

func (a *assigner) opt(e ast.Expr) {
	if e != nil {
		a.expr(e)
	}
}

// cond evaluates a condition and returns the states in which it was true and
// false.
func (a *assigner) cond(e ast.Expr) (yes, no *assigned) {
	switch e := e.(type) {
	case *ast.BoolOp:
		var early []*assigned
		for _, v := range e.Values {
			t, f := a.cond(v)
			if e.Op == ast.And {
				early = append(early, f)
				a.st = t
			} else {
				early = append(early, t)
				a.st = f
			}
		}
		if e.Op == ast.And {
			return a.st, meet(early...)
		}
		return meet(early...), a.st
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			yes, no = a.cond(e.Operand)
			return no, yes
		}
	case *ast.Constant:
		never := &assigned{set: map[*symbol]bool{}, dead: true}
		if truth, ok := constTruth(e); ok {
			if truth {
				return a.st, never
			}
			return never, a.st
		}
	}
	a.expr(e)
	return a.st, a.st.copy()
}

// constTruth is the truth value of a literal.
func constTruth(k *ast.Constant) (truth, ok bool) {
	switch v := k.Value.(type) {
	case ast.Bool:
		return bool(v), true
	case ast.Int:
		return v != 0, true
	case ast.None:
		return false, true
	case ast.Str:
		return v != "", true
	}
	return false, false
}

// expr walks an expression in order of evaluation.
func (a *assigner) expr(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		if e.Ctx == ast.Load {
			a.read(e)
		}
	case *ast.NamedExpr:
		a.expr(e.Value)
		a.bind(e.Target)
	case *ast.BoolOp:
		yes, no := a.cond(e)
		a.st = meet(yes, no)
	case *ast.IfExp:
		yes, no := a.cond(e.Test)
		a.st = yes
		a.expr(e.Body)
		end := a.st
		a.st = no
		a.expr(e.Orelse)
		a.st = meet(end, a.st)
	case *ast.Compare:
		a.expr(e.Left)
		a.expr(e.Comparators[0])
		if len(e.Comparators) > 1 {
			before := a.st.copy()
			a.exprs(e.Comparators[1:])
			a.st = before
		}
	case *ast.Lambda:
		a.exprs(e.Args.Defaults)
		for _, d := range e.Args.KwDefaults {
			a.opt(d)
		}
		a.run(a.c.bind.scopes[e])
	case *ast.ListComp:
		a.comp(e.Generators, e.Elt)
	case *ast.SetComp:
		a.comp(e.Generators, e.Elt)
	case *ast.GeneratorExp:
		a.comp(e.Generators, e.Elt)
	case *ast.DictComp:
		a.comp(e.Generators, e.Key, e.Value)
	default:
		first := true
		ast.Walk(e, func(n ast.Node) bool {
			if first {
				first = false
				return true
			}
			if x, ok := n.(ast.Expr); ok {
				a.expr(x)
				return false
			}
			return true
		})
	}
}

func (a *assigner) comp(gens []*ast.Comprehension, elts ...ast.Expr) {
	a.expr(gens[0].Iter)
	before := a.st.copy()
	for i, g := range gens {
		if i > 0 {
			a.expr(g.Iter)
		}
		a.target(g.Target)
		for _, f := range g.Ifs {
			a.st, _ = a.cond(f)
		}
	}
	a.exprs(elts)
	a.st = before
}
