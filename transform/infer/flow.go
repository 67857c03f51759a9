package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
)

// inference generates the constraints of a program and solves them.
type inference struct {
	*checker
	s        *solver
	expr     map[ast.Expr]*node
	asObject map[*Class]bool         // classes whose Python object is used
	maps     map[*ast.Attribute]bool // see memberMaps
	iterated map[ast.Expr]bool       // arguments of library functions that only go through their items
	fns      map[*Func]*fnFlow
	classes  map[*Class]*classFlow
	syms     map[*symbol]*node // names that are used across functions: one node each
	occ      map[ast.Node]*def // definition that an occurrence of a tracked name refers to
	defs     []*def
	attrs    []*attrSite
	calls    []*callSite
	sites    map[*ast.Call]*callSite
	stubs    []*stubSite
	seeds    []seed

	inplace   map[*ast.AugAssign]*node // results of augmented assignments
	augFrom   map[ast.Node]*def        // definition that an augmented assignment reads
	withEnter map[*ast.WithItem]*node
	growing   map[ast.Node]bool  // products and sums that grow without bound
	unpacked  map[*ast.Call]bool // calls whose awaited result is taken apart at once
	webNode   map[*def]*node

	oddResults map[string]*node // see oddComparison
	mayDecline map[*Func]bool   // special methods that return NotImplemented

	// of represent.go
	round        int
	changed      bool
	uses         []opUse
	dynamicAttrs []*dynamicAttr
	calleeNodes  map[*node]bool
	boxed        map[*kind]bool     // in this round
	awaited      map[*ast.Call]bool // calls that are awaited where they stand
	callees      map[ast.Expr]bool  // what calls call
	sent         []*node            // what generators are sent: it passes through an any
	superAttrs   []string           // attributes taken from super()
	settling     bool               // nothing more will arrive at what is empty now
	wide         map[*ast.Call]bool // calls whose containers must be made as their use wants them
	published    map[*attrSite]bool // of publishAttrs
}

// seed is an annotation that gives an otherwise empty place its content.
type seed struct {
	n   *node
	ann ast.Expr
	sc  *scope
}

// fnFlow holds the nodes of a function.
type fnFlow struct {
	fn     *Func
	params []*node // what each parameter's variable holds
	elems  []*node // of *args and **kwargs: what one argument is; otherwise params[i]
	result *node   // what return statements give
	yield  *node
	sent   *node
	called bool
	dyn    bool // called by code that the analysis cannot see
	object bool // its attributes are used: a Go func will not do
	seeded bool // its parameters have got what their annotations say
}

// classFlow holds the nodes of a class.
type classFlow struct {
	cls      *Class
	fields   map[string]*node // instance attributes, by name
	vars     map[string]*node // attributes of the class
	names    []string         // of fields, in order of first definition
	site     map[string]ast.Node
	outer    map[string]bool  // assigned from outside or after construction only
	late     map[string]*node // fields that were read before an assignment was seen
	odd      map[string]*node // methods that a decorator replaces
	hints    []fieldHint
	initVars map[string]*node
	values   *node // of an enum's members
}

// fieldHint is an annotation in a class body without a value.
type fieldHint struct {
	name string
	ann  ast.Expr
	sc   *scope
}

// def is one definition of a tracked variable: an assignment, or a place where
// several join.
type def struct {
	sym  *symbol
	node *node
	ops  []*def // of a join
	live bool
	up   *def // web
	v    *Var
}

func (d *def) web() *def {
	for d.up != nil {
		d = d.up
	}
	return d
}

// use marks d and the definitions that reach it through joins as read: they
// must share one Go variable.
func (d *def) use() {
	if d.live {
		return
	}
	d.live = true
	for _, o := range d.ops {
		o.use()
		d.share(o)
	}
}

func (d *def) share(o *def) {
	a, b := d.web(), o.web()
	if a != b {
		b.up = a
	}
}

// join adds another definition to a join.
func (d *def) join(o *def) {
	if o == d {
		return
	}
	for _, x := range d.ops {
		if x == o {
			return
		}
	}
	d.ops = append(d.ops, o)
	if d.live {
		o.use()
		d.share(o)
	}
}

// env is what is known at a point of a function: the current definition of
// each tracked variable, and what conditions have shown.
type env struct {
	defs   map[*symbol]*def
	narrow map[place]*node
	dead   bool
}

// place is a variable or an attribute path from one.
type place struct {
	base any // *def or *symbol
	path string
}

func newEnv() *env { return &env{defs: map[*symbol]*def{}, narrow: map[place]*node{}} }

func (e *env) copy() *env {
	c := &env{defs: make(map[*symbol]*def, len(e.defs)), narrow: make(map[place]*node, len(e.narrow)), dead: e.dead}
	for k, v := range e.defs {
		c.defs[k] = v
	}
	for k, v := range e.narrow {
		c.narrow[k] = v
	}
	return c
}

// walker generates the constraints of one function, or of the module.
type walker struct {
	*inference
	fn    *fnFlow // nil for the module
	sc    *scope
	env   *env
	loops []*loopFlow
	tries []*tryFlow
	cls   *Class // class whose method this is
}

type loopFlow struct {
	head   map[*symbol]*def
	breaks []*env
	tries  int
}

// tryFlow collects what a handler may see: every definition made in the body.
type tryFlow struct {
	entry *env
	phis  map[*symbol]*def
}

func (inf *inference) newDef(sym *symbol, n *node) *def {
	d := &def{sym: sym, node: n}
	inf.defs = append(inf.defs, d)
	return d
}

// tracked reports whether the flow decides what sym holds; other names have
// one node for all their values.
func tracked(sym *symbol) bool {
	return !sym.captured && sym.scope.kind != classScope && sym.scope.kind != typeScope && !sym.scope.usesLocals
}

func (inf *inference) symNode(sym *symbol) *node {
	n := inf.syms[sym]
	if n == nil {
		n = inf.s.node()
		inf.syms[sym] = n
	}
	return n
}

// merge joins environments in which control may arrive.
func (w *walker) merge(envs ...*env) *env {
	var in []*env
	for _, e := range envs {
		if e != nil && !e.dead {
			in = append(in, e)
		}
	}
	switch len(in) {
	case 0:
		return &env{defs: map[*symbol]*def{}, narrow: map[place]*node{}, dead: true}
	case 1:
		return in[0]
	}
	out := newEnv()
	done := map[*symbol]bool{}
	for _, e := range in {
		for sym := range e.defs {
			if !done[sym] {
				done[sym] = true
				out.defs[sym] = w.mergeDef(sym, in)
			}
		}
	}
	for p, n := range in[0].narrow {
		joined := w.s.node()
		same, all := true, true
		for _, e := range in {
			m := e.narrow[p]
			if m == nil {
				all = false
				break
			}
			same = same && m.find() == n.find()
		}
		if !all {
			continue
		}
		if d, ok := p.base.(*def); ok && out.defs[d.sym] != d {
			continue
		}
		if same {
			out.narrow[p] = n
			continue
		}
		for _, e := range in {
			w.s.flow(e.narrow[p], joined)
		}
		out.narrow[p] = joined
	}
	return out
}

func (w *walker) mergeDef(sym *symbol, in []*env) *def {
	var first *def
	same := true
	for _, e := range in {
		d := e.defs[sym]
		if d == nil {
			continue
		}
		if first == nil {
			first = d
		}
		same = same && d == first
	}
	if same {
		return first
	}
	phi := w.newDef(sym, w.s.node())
	for _, e := range in {
		if d := e.defs[sym]; d != nil {
			w.s.flow(w.current(e, d), phi.node)
			phi.join(d)
		}
	}
	return phi
}

// current is what definition d holds in e, conditions applied.
func (w *walker) current(e *env, d *def) *node {
	if n := e.narrow[place{d, ""}]; n != nil {
		return n
	}
	return d.node
}

// define makes a new definition of sym that holds what v holds.
func (w *walker) define(sym *symbol, at ast.Node, v *node) {
	if !tracked(sym) {
		w.s.flow(v, w.symNode(sym))
		w.forget(sym)
		w.env.narrow[place{sym, ""}] = v
		return
	}
	n := w.s.node()
	w.s.flow(v, n)
	d := w.newDef(sym, n)
	w.occ[at] = d
	w.env.defs[sym] = d
	for _, t := range w.tries {
		t.define(w, d)
	}
}

func (t *tryFlow) define(w *walker, d *def) {
	phi := t.phis[d.sym]
	if phi == nil {
		phi = w.newDef(d.sym, w.s.node())
		t.phis[d.sym] = phi
		if old := t.entry.defs[d.sym]; old != nil {
			w.s.flow(w.current(t.entry, old), phi.node)
			phi.join(old)
		}
	}
	w.s.flow(d.node, phi.node)
	phi.join(d)
}

// handlerEnv is what a handler or a finally block starts with.
func (t *tryFlow) handlerEnv() *env {
	e := newEnv()
	e.dead = t.entry.dead
	for sym, d := range t.entry.defs {
		e.defs[sym] = d
	}
	for sym, d := range t.phis {
		e.defs[sym] = d
	}
	for p, n := range t.entry.narrow {
		if d, ok := p.base.(*def); ok && p.path == "" && e.defs[d.sym] == d {
			e.narrow[p] = n
		}
	}
	return e
}

// forget drops what conditions have shown about a shared name.
func (w *walker) forget(sym *symbol) {
	for p := range w.env.narrow {
		if p.base == sym {
			delete(w.env.narrow, p)
		}
	}
}

// disturb drops what conditions have shown about places that code running now
// may change: attributes, and names that other functions rebind.
func (w *walker) disturb() {
	for p := range w.env.narrow {
		if p.path != "" {
			delete(w.env.narrow, p)
		} else if sym, ok := p.base.(*symbol); ok && len(sym.binds) > 1 {
			delete(w.env.narrow, p)
		}
	}
}

// disturbAttr drops what is known about an attribute of any object.
func (w *walker) disturbAttr(name string) {
	for p := range w.env.narrow {
		if p.path != "" && containsAttr(p.path, name) {
			delete(w.env.narrow, p)
		}
	}
}

func containsAttr(path, name string) bool {
	for path != "" {
		path = path[1:]
		i := 0
		for i < len(path) && path[i] != '.' {
			i++
		}
		if path[:i] == name {
			return true
		}
		path = path[i:]
	}
	return false
}

// placeOf is the place that an expression reads, if it is one whose contents
// conditions can show.
func (w *walker) placeOf(e ast.Expr) (place, bool) {
	switch e := e.(type) {
	case *ast.Name:
		sym := w.symbolAt(e)
		if sym == nil || w.static(sym) != nil {
			return place{}, false
		}
		if !tracked(sym) {
			return place{sym, ""}, true
		}
		d := w.env.defs[sym]
		return place{d, ""}, d != nil
	case *ast.Attribute:
		p, ok := w.placeOf(e.Value)
		p.path += "." + mangle(w.sc, e.Attr)
		return p, ok
	case *ast.NamedExpr:
		return w.placeOf(e.Target)
	}
	return place{}, false
}

// read is the node of a name that is read at e.
func (w *walker) read(e *ast.Name, sym *symbol) *node {
	if !tracked(sym) {
		if n := w.env.narrow[place{sym, ""}]; n != nil {
			return n
		}
		return w.symNode(sym)
	}
	d := w.env.defs[sym]
	if d == nil {
		return w.s.node() // read before any assignment: raises
	}
	d.use()
	w.occ[e] = d
	return w.current(w.env, d)
}
