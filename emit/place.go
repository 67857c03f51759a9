package emit

import (
	"slices"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// placement says where and how the local variables of one function (or
// package-level value) are declared.
//
// A variable is declared in the innermost block that contains all references,
// with these exceptions: a Declare statement fixes the block; a value that may
// be carried from one iteration of a loop to the next, and a variable of Python
// that a closure shares, are declared outside of the loop, since Python has one
// variable for the whole function.
type placement struct {
	*analysis
	homes  map[*ir.Var]*scope
	define map[ir.Stmt]bool        // the assignment is written with :=
	typed  map[ir.Stmt]bool        // the assignment is written var v T = x
	before map[ir.Stmt][]*ir.Var   // var v T lines before the statement
	unread map[*ir.Var]bool        // needs `_ = v` lest Go call it unused
	noInit map[*scope]bool         // headers whose Init cannot declare
	binds  map[*ir.TypeSwitch]bool // the switch binds its value
}

// place finds the declarations of a function body with these parameters.
func place(params []*ir.Var, body *[]ir.Stmt) *placement {
	a := analyze(params, body)
	for settleRanges(a) {
		a = analyze(params, body)
	}
	return placeIn(a)
}

func placeIn(a *analysis) *placement {
	p := &placement{
		analysis: a,
		homes:    map[*ir.Var]*scope{},
		define:   map[ir.Stmt]bool{},
		typed:    map[ir.Stmt]bool{},
		before:   map[ir.Stmt][]*ir.Var{},
		unread:   map[*ir.Var]bool{},
		noInit:   map[*scope]bool{},
		binds:    map[*ir.TypeSwitch]bool{},
	}
	p.findHomes()
	for _, v := range p.order {
		p.homes[v].vars = append(p.homes[v].vars, v)
	}
	for _, s := range p.scopes {
		p.declare(s)
	}
	return p
}

// settleRanges decides for each range statement whether it declares its
// variables or assigns existing ones, and drops those never referenced. It
// reports whether it changed anything.
func settleRanges(a *analysis) bool {
	changed := false
	for _, h := range a.scopes {
		st, ok := h.header.(*ir.Range)
		if !ok {
			continue
		}
		for _, slot := range []**ir.Var{&st.Key, &st.Value} {
			v := *slot
			if v == nil {
				continue
			}
			if v.Blank || !v.Global && len(a.refs[v]) == 1 && !a.param(v) {
				*slot = nil
				changed = true
			}
		}
		if st.Key == nil && st.Value == nil {
			st.Assign = false
			continue
		}
		fresh := true
		for _, v := range []*ir.Var{st.Key, st.Value} {
			if v != nil && !a.freshRange(v, h, st) {
				fresh = false
			}
		}
		if fresh == st.Assign {
			st.Assign = !fresh
			changed = true
		}
	}
	return changed
}

// param reports whether v is bound by something else than a range statement.
func (a *analysis) param(v *ir.Var) bool {
	s := a.bound[v]
	return s != nil && s.header == nil
}

// freshRange reports whether v can be a variable of its own in each iteration
// of st, whose header scope is h.
func (a *analysis) freshRange(v *ir.Var, h *scope, st *ir.Range) bool {
	if v.Global || a.pins[v] != nil || a.param(v) {
		return false
	}
	for _, r := range a.refs[v] {
		if !r.scope.within(h) {
			return false
		}
		if r.kind == writeRef && r.stmt != ir.Stmt(st) && r.stmt != nil {
			if other, ok := r.stmt.(*ir.Range); ok && other.Assign {
				return false
			}
		}
	}
	if a.shared(v, h) {
		return false
	}
	if !st.Assign {
		return true
	}
	return v.Type != nil && !isInterface(v.Type)
}

// shared reports whether a closure below home shares v and Python's meaning is
// one variable for the whole function.
func (a *analysis) shared(v *ir.Var, home *scope) bool {
	return (!v.Temp || v.FuncScope) && a.captured(v, home)
}

// captured reports whether a closure below home refers to v.
func (a *analysis) captured(v *ir.Var, home *scope) bool {
	for _, r := range a.refs[v] {
		if r.scope.fn != home.fn {
			return true
		}
	}
	return false
}

// findHomes computes the scope of every variable. A header is a home only when
// its Init statement can declare all that would live there, which depends on
// the homes of the others: repeat until nothing changes.
func (p *placement) findHomes() {
	for again := true; again; {
		again = false
		for _, v := range p.order {
			p.homes[v] = p.home(v)
		}
		for _, v := range p.order {
			h := p.homes[v]
			if h.header == nil || p.bound[v] != nil || p.noInit[h] || p.initDeclares(h) {
				continue
			}
			p.noInit[h] = true
			again = true
		}
	}
}

func (p *placement) home(v *ir.Var) *scope {
	if s := p.bound[v]; s != nil {
		return s
	}
	var s *scope
	for _, r := range p.refs[v] {
		if s == nil {
			s = r.scope
		} else {
			s = common(s, r.scope)
		}
	}
	if pin := p.pins[v]; pin != nil && s.within(pin) && !p.hasGoto {
		return pin
	}
	if p.hasGoto {
		// Go forbids a goto over a declaration.
		return s.fn
	}
	for {
		switch loop := s.loopAround(); {
		case s.header != nil && !p.canDeclare(v, s):
			s = s.parent
		case loop != nil && p.shared(v, s):
			s = loop.parent
		case loop != nil && s.header == nil && !p.captured(v, s) && flowOf(v, *s.body).read:
			s = loop.parent
		default:
			return s
		}
	}
}

// loopAround returns the innermost loop body of the same function that s is or
// lies in, nil if there is none.
func (s *scope) loopAround() *scope {
	for {
		if s.loop {
			return s
		}
		if s == s.fn {
			return nil
		}
		s = s.parent
	}
}

// canDeclare reports whether the Init statement of header h may declare v.
func (p *placement) canDeclare(v *ir.Var, h *scope) bool {
	if p.noInit[h] {
		return false
	}
	if _, loop := h.header.(*ir.For); loop && p.shared(v, h) {
		return false // a three-part loop makes a variable for each iteration
	}
	return initOf(h.header) != nil
}

// initOf returns the Init statement of st where it is a plain assignment.
func initOf(st ir.Stmt) *ir.Assign {
	var init ir.Stmt
	switch st := st.(type) {
	case *ir.If:
		init = st.Init
	case *ir.For:
		init = st.Init
	case *ir.Switch:
		init = st.Init
	}
	if a, ok := init.(*ir.Assign); ok && a.Op == "" {
		return a
	}
	return nil
}

// initDeclares reports whether the Init statement of h can be a := for exactly
// the variables at home in h.
func (p *placement) initDeclares(h *scope) bool {
	init := initOf(h.header)
	if init == nil {
		return false
	}
	lhs := map[*ir.Var]bool{}
	for _, l := range init.Lhs {
		v := assigned(l)
		switch {
		case v != nil && p.homes[v] == h && p.refsAt(v, h, atInit) == 1 && p.isRead(v):
			lhs[v] = true
		case v != nil || l != nil && !isBlank(l):
			return false
		}
	}
	for _, v := range p.order {
		if p.homes[v] == h && !lhs[v] {
			return false
		}
	}
	return definesAll(init, func(v *ir.Var) bool { return lhs[v] })
}

func isBlank(e ir.Expr) bool {
	if e == nil {
		return true
	}
	u, ok := e.(*ir.Use)
	return ok && u.Var.Blank
}

// refsAt counts the references to v at position at of s.
func (p *placement) refsAt(v *ir.Var, s *scope, at int) int {
	n := 0
	for _, r := range p.refs[v] {
		if r.scope.within(s) && r.scope.position(r.at, s) == at {
			n++
		}
	}
	return n
}

// declare decides the form of each declaration in s.
func (p *placement) declare(s *scope) {
	if s.header != nil {
		if init := initOf(s.header); init != nil && len(s.vars) > 0 && p.bound[s.vars[0]] == nil {
			p.define[init] = true
		}
		if st, ok := s.header.(*ir.TypeSwitch); ok {
			p.binds[st] = p.bindRead(st)
		}
		return
	}
	first := map[int][]*ir.Var{}
	for _, v := range s.vars {
		if p.bound[v] != nil {
			continue
		}
		at := -1
		read := false
		for _, r := range p.refs[v] {
			if pos := r.scope.position(r.at, s); at < 0 || pos < at {
				at = pos
			}
			read = read || r.kind == readRef
		}
		if p.hasGoto {
			at = 0
		}
		p.unread[v] = !read
		first[at] = append(first[at], v)
	}
	for i, st := range *s.body {
		if vs := first[i]; len(vs) > 0 {
			p.declareAt(s, i, st, vs)
		}
	}
}

func (p *placement) bindRead(st *ir.TypeSwitch) bool {
	read := func(v *ir.Var) bool {
		for _, r := range p.refs[v] {
			if r.kind == readRef {
				return true
			}
		}
		return false
	}
	if st.Bind != nil && read(st.Bind) {
		return true
	}
	for _, c := range st.Cases {
		if c.Bind != nil && read(c.Bind) {
			return true
		}
	}
	return false
}

// declareAt declares vs, which are first referenced in statement i of s.
func (p *placement) declareAt(s *scope, i int, st ir.Stmt, vs []*ir.Var) {
	switch st := st.(type) {
	case *ir.Assign:
		fresh := map[*ir.Var]bool{}
		for _, v := range vs {
			// Any second reference in the statement would read the variable
			// before its scope begins.
			fresh[v] = p.refsAt(v, s, i) == 1 && !p.hasGoto
		}
		ok := st.Op == ""
		for _, l := range st.Lhs {
			v := assigned(l)
			if v != nil && (v.Global || p.homes[v] != s) || v == nil && !isBlank(l) {
				ok = false
			}
		}
		if !ok {
			break
		}
		defined := map[*ir.Var]bool{}
		eachDefined(st, func(v *ir.Var, fits bool) {
			if fresh[v] && fits {
				defined[v] = true
			}
		})
		switch {
		case len(defined) > 0:
			p.define[st] = true
		case len(st.Lhs) == 1 && len(st.Rhs) == 1 && fresh[assigned(st.Lhs[0])]:
			p.typed[st] = true
			defined[assigned(st.Lhs[0])] = true
		}
		vs = slices.DeleteFunc(vs, func(v *ir.Var) bool { return defined[v] })
	case *ir.LocalFunc:
		if slices.Contains(vs, st.Var) && !p.hasGoto && p.refsAt(st.Var, s, i) == 1 {
			if defines(st.Var, st.Lit, typeOf(st.Lit)) {
				p.define[st] = true
			} else {
				p.typed[st] = true
			}
			vs = slices.DeleteFunc(vs, func(v *ir.Var) bool { return v == st.Var })
		}
	}
	p.before[st] = vs
}

func assigns(st *ir.Assign, v *ir.Var) bool {
	for _, l := range st.Lhs {
		if assigned(l) == v {
			return true
		}
	}
	return false
}
