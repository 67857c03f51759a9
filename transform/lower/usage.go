package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
)

// usage is what lowering has to know of how variables are used across the
// program: facts about the text, not about types.
type usage struct {
	info   *infer.Info
	uses   map[*infer.Var][]occurrence
	owners map[*infer.Var]*infer.Func
	calls  map[*infer.Func]bool // functions that mention themselves
}

// occurrence is one mention of a variable, with the loops around it.
type occurrence struct {
	loops  []ast.Node // For, AsyncFor, Comprehension; outermost first
	target ast.Node   // the loop whose target this is, or nil
	while  bool       // inside a while loop
	stored bool
}

func findUsage(info *infer.Info) *usage {
	u := &usage{
		info: info, uses: map[*infer.Var][]occurrence{},
		owners: map[*infer.Var]*infer.Func{}, calls: map[*infer.Func]bool{},
	}
	w := &usageWalk{u: u}
	for _, s := range info.Module.Body {
		w.walk(s)
	}
	return u
}

type usageWalk struct {
	u     *usage
	loops []ast.Node
	while int // while loops around
	funcs []*infer.Func
}

func (w *usageWalk) walk(n ast.Node) {
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.For:
			w.loop(n, n.Target, n.Iter, n.Body, nil, n.Orelse)
			return false
		case *ast.AsyncFor:
			w.loop(n, n.Target, n.Iter, n.Body, nil, n.Orelse)
			return false
		case *ast.While:
			w.while++
			w.walk(n.Test)
			for _, s := range n.Body {
				w.walk(s)
			}
			w.while--
			for _, s := range n.Orelse {
				w.walk(s)
			}
			return false
		case *ast.ListComp:
			w.comprehension(n.Generators, n.Elt)
			return false
		case *ast.SetComp:
			w.comprehension(n.Generators, n.Elt)
			return false
		case *ast.GeneratorExp:
			w.comprehension(n.Generators, n.Elt)
			return false
		case *ast.DictComp:
			w.comprehension(n.Generators, n.Key, n.Value)
			return false
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
			if f := w.u.info.Funcs[n]; f != nil {
				w.enter(f, n)
				return false
			}
		case *ast.Name:
			w.name(n, nil)
		}
		return true
	})
}

// enter walks a function's inside with the function noted.
func (w *usageWalk) enter(f *infer.Func, n ast.Node) {
	w.funcs = append(w.funcs, f)
	for _, p := range f.Params {
		if p.Var != nil {
			w.u.owners[p.Var] = f
		}
	}
	first := true
	ast.Walk(n, func(c ast.Node) bool {
		if first {
			first = false
			return true
		}
		w.walk(c)
		return false
	})
	w.funcs = w.funcs[:len(w.funcs)-1]
}

func (w *usageWalk) loop(node ast.Node, target, iter ast.Expr, body []ast.Stmt, exprs []ast.Expr, orelse []ast.Stmt) {
	if iter != nil {
		w.walk(iter)
	}
	w.loops = append(w.loops, node)
	w.target(target, node)
	for _, s := range body {
		w.walk(s)
	}
	for _, e := range exprs {
		w.walk(e)
	}
	w.loops = w.loops[:len(w.loops)-1]
	for _, s := range orelse {
		w.walk(s)
	}
}

func (w *usageWalk) comprehension(gens []*ast.Comprehension, elts ...ast.Expr) {
	g := gens[0]
	exprs := g.Ifs
	w.walk(g.Iter)
	w.loops = append(w.loops, g)
	w.target(g.Target, g)
	for _, e := range exprs {
		w.walk(e)
	}
	if len(gens) > 1 {
		w.comprehension(gens[1:], elts...)
	} else {
		for _, e := range elts {
			w.walk(e)
		}
	}
	w.loops = w.loops[:len(w.loops)-1]
}

// target notes the names of a loop's target as bound by the loop.
func (w *usageWalk) target(e ast.Expr, loop ast.Node) {
	ast.Walk(e, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok {
			w.name(name, loop)
		}
		return true
	})
}

func (w *usageWalk) name(n *ast.Name, target ast.Node) {
	v := w.u.info.Vars[n]
	if ref := w.u.info.Refs[n]; v == nil || ref != nil {
		if r, ok := ref.(*infer.FuncRef); ok {
			for _, f := range w.funcs {
				if f == r.Func {
					w.u.calls[f] = true
				}
			}
		}
		return
	}
	w.u.uses[v] = append(w.u.uses[v], occurrence{
		loops:  append([]ast.Node(nil), w.loops...),
		target: target,
		while:  w.while > 0,
		stored: n.Ctx != ast.Load,
	})
	if n.Ctx != ast.Load {
		if _, ok := w.u.owners[v]; !ok && len(w.funcs) > 0 {
			w.u.owners[v] = w.funcs[len(w.funcs)-1]
		}
	}
}

// loopOnly reports whether v is the variable of loops, none inside another, and
// is mentioned nowhere outside of them.
func (u *usage) loopOnly(v *infer.Var) bool {
	loops := map[ast.Node]bool{}
	for _, o := range u.uses[v] {
		if o.target != nil {
			loops[o.target] = true
		}
	}
	for _, o := range u.uses[v] {
		n := 0
		for _, l := range o.loops {
			if loops[l] {
				n++
			}
		}
		if n != 1 {
			return false
		}
	}
	return len(loops) > 0
}

// reassigned reports whether v is assigned other than as a loop's target.
func (u *usage) reassigned(v *infer.Var) bool {
	for _, o := range u.uses[v] {
		if o.stored && o.target == nil {
			return true
		}
	}
	return false
}

// stored reports whether v is assigned anywhere, loops included.
func (u *usage) stored(v *infer.Var) bool {
	for _, o := range u.uses[v] {
		if o.stored {
			return true
		}
	}
	return false
}

// storedOnce reports whether v is assigned at one place, outside of loops.
func (u *usage) storedOnce(v *infer.Var) bool {
	n := 0
	for _, o := range u.uses[v] {
		if o.stored {
			n++
			if o.target != nil || o.while || len(o.loops) > 0 {
				return false
			}
		}
	}
	return n == 1
}

// readOnce reports whether v, a parameter, is mentioned once, outside of loops.
func (u *usage) readOnce(v *infer.Var) bool {
	list := u.uses[v]
	return len(list) == 1 && !list[0].stored && len(list[0].loops) == 0
}

// read reports whether some name reads the variable v.
func (u *usage) read(v *infer.Var) bool {
	for _, o := range u.uses[v] {
		if !o.stored {
			return true
		}
	}
	return false
}

// used reports whether some name denotes the variable v.
func (u *usage) used(v *infer.Var) bool { return len(u.uses[v]) > 0 }

// callsItself reports whether f mentions its own name.
func (u *usage) callsItself(f *infer.Func) bool { return u.calls[f] }
