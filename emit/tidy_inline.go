package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// inlineTemps puts the value of a temporary where its only use is, when that
// is in the next statement and nothing else is evaluated in another order for
// it.
func inlineTemps(a *analysis) bool {
	return a.rewriteBlocks(func(sc *scope) bool {
		changed := false
		for i := 0; i+1 < len(*sc.body); i++ {
			st, ok := (*sc.body)[i].(*ir.Assign)
			if !ok || st.Op != "" || len(st.Lhs) != 1 || len(st.Rhs) != 1 {
				continue
			}
			v := assigned(st.Lhs[0])
			if v == nil || !v.Temp || v.Global || a.bound[v] != nil || a.pins[v] != nil || len(a.refs[v]) != 2 {
				continue
			}
			next := (*sc.body)[i+1]
			if !a.inlineInto(next, v, st.Rhs[0]) {
				continue
			}
			takeComments(next, st)
			*sc.body = append((*sc.body)[:i:i], (*sc.body)[i+1:]...)
			changed = true
			i = max(i-2, -1) // the one before may go into the same statement now
		}
		return changed
	})
}

// inlineInto replaces the use of v in s by x, if that is safe.
func (a *analysis) inlineInto(s ir.Stmt, v *ir.Var, x ir.Expr) bool {
	if !defines(v, x, typeOf(x)) {
		return false // the variable converts the value
	}
	var slots []*ir.Expr
	switch s := s.(type) {
	case *ir.Assign:
		if s.Op != "" {
			slots = append(slots, &s.Lhs[0])
		} else {
			for i, l := range s.Lhs {
				if l != nil && assigned(l) == nil {
					// The place is found before the value is known, but only
					// stored to after it.
					slots = append(slots, placeOperands(&s.Lhs[i])...)
				}
			}
		}
		for i := range s.Rhs {
			slots = append(slots, &s.Rhs[i])
		}
	case *ir.ExprStmt:
		slots = []*ir.Expr{&s.X}
	case *ir.Return:
		for i := range s.Values {
			slots = append(slots, &s.Values[i])
		}
	case *ir.If:
		if s.Init != nil {
			return a.inlineInto(s.Init, v, x)
		}
		slots = []*ir.Expr{&s.Cond}
	case *ir.Switch:
		if s.Init != nil || s.Tag == nil {
			return false
		}
		slots = []*ir.Expr{&s.Tag}
	case *ir.TypeSwitch:
		slots = []*ir.Expr{&s.X}
	case *ir.Range:
		slots = []*ir.Expr{&s.X}
	case *ir.Defer:
		call, ok := s.Call.(*ir.Call)
		if !ok {
			return false
		}
		for i := range call.Args {
			slots = append(slots, &call.Args[i])
		}
	default:
		return false
	}
	switch s.(type) {
	case *ir.If, *ir.Switch, *ir.TypeSwitch, *ir.Range:
		if _, isFunc := x.(*ir.FuncLit); isFunc {
			return false
		}
	}
	m := &mover{a: a, v: v, x: x, effect: a.effectOf(x)}
	for _, slot := range slots {
		m.visit(slot, nil)
	}
	if m.slot == nil || m.refused {
		return false
	}
	*m.slot = x
	return true
}

// placeOperands returns the operands of the place that *e is.
func placeOperands(e *ir.Expr) []*ir.Expr {
	var out []*ir.Expr
	ir.ExprSlots(*e, func(x *ir.Expr) { out = append(out, x) })
	return out
}

// mover looks for the use of v in the parts of a statement, in the order of
// their evaluation, and judges whether x may take its place.
type mover struct {
	a       *analysis
	v       *ir.Var
	x       ir.Expr
	effect  effect
	slot    *ir.Expr
	before  effect // of what is evaluated before the slot
	refused bool
}

func (m *mover) visit(e *ir.Expr, parent ir.Expr) {
	if u, ok := (*e).(*ir.Use); ok && u.Var == m.v {
		m.found(e, parent)
		return
	}
	if !m.contains(*e) {
		m.pass(m.a.effectOf(*e))
		return
	}
	switch x := (*e).(type) {
	case *ir.FuncLit:
		m.refused = true // evaluated at another time
	case *ir.Binary:
		if x.Op == "&&" || x.Op == "||" {
			m.visit(&x.X, x)
			if m.slot == nil && m.effect != steady {
				m.refused = true // evaluated only sometimes
			}
			m.visit(&x.Y, x)
			return
		}
		m.visit(&x.X, x)
		m.visit(&x.Y, x)
	default:
		ir.ExprSlots(*e, func(sub *ir.Expr) { m.visit(sub, *e) })
	}
}

func (m *mover) contains(e ir.Expr) bool {
	found := false
	ir.WalkExpr(&e, func(x *ir.Expr) bool {
		if u, ok := (*x).(*ir.Use); ok && u.Var == m.v {
			found = true
		}
		if lit, ok := (*x).(*ir.FuncLit); ok {
			for _, s := range lit.Body {
				found = found || mentions(m.v, s)
			}
		}
		return !found
	})
	return found
}

// pass notes an operand without the use. One that is evaluated after the slot
// was evaluated after x before; Go does not order the reading of variables and
// calls in one statement, so x must not read what such an operand may change.
func (m *mover) pass(e effect) {
	if m.slot == nil {
		m.before = max(m.before, e)
	} else if m.effect == reading && e == acting {
		m.refused = true
	}
}

func (m *mover) found(e *ir.Expr, parent ir.Expr) {
	m.slot = e
	if m.effect != steady && m.before != steady {
		m.refused = true
	}
	_, isLit := m.x.(*ir.Lit)
	switch p := parent.(type) {
	case *ir.Unary:
		// The address of a value cannot be taken; arithmetic of constants is
		// done by the compiler, with other precision.
		if p.Op == "&" || isLit {
			m.refused = true
		}
	case *ir.Binary:
		if isLit {
			m.refused = true
		}
	case *ir.Select, *ir.FieldRef, *ir.MethodRef, *ir.SliceExpr:
		// A method with a pointer receiver needs a variable.
		if t, ok := m.v.Type.(*ir.Named); isLit || ok && t.Decl == nil {
			m.refused = true
		}
	case *ir.Index:
		if isLit && p.X == *e {
			m.refused = true
		}
	case *ir.Call:
		if _, isFunc := m.x.(*ir.FuncLit); isFunc && p.Fun == *e {
			m.refused = true // a closure called in place reads worse
		}
	case *ir.TypeAssert:
		if isLit {
			m.refused = true
		}
	}
}
