package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// cond generates a condition and returns what is known where it is true and
// where it is false.
func (w *walker) cond(e ast.Expr) (yes, no *env) {
	switch e := e.(type) {
	case *ast.BoolOp:
		return w.condBool(e)
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			yes, no = w.cond(e.Operand)
			w.expr[e] = w.s.primNode(opBool)
			return no, yes
		}
	case *ast.Constant:
		w.gen(e)
		if truth, ok := constTruth(e); ok {
			dead := w.env.copy()
			dead.dead = true
			if truth {
				return w.env, dead
			}
			return dead, w.env
		}
		return w.env, w.env.copy()
	case *ast.Compare:
		w.gen(e)
		return w.condCompare(e)
	case *ast.Call:
		w.gen(e)
		if keep := w.typeTest(e); keep != nil {
			yes, no = w.env, w.env.copy()
			w.narrowIn(yes, e.Args[0], func(k *kind) bool { return keep(k) != testNo })
			w.narrowUnknown(yes, e)
			w.narrowIn(no, e.Args[0], func(k *kind) bool { return keep(k) != testYes })
			return yes, no
		}
		return w.env, w.env.copy()
	}
	w.gen(e)
	yes, no = w.env, w.env.copy()
	w.narrowIn(yes, e, mayBeTrue)
	w.narrowIn(no, e, mayBeFalse)
	return yes, no
}

func (w *walker) condBool(e *ast.BoolOp) (yes, no *env) {
	var early []*env
	out := w.s.node()
	for i, v := range e.Values {
		t, f := w.cond(v)
		n := w.expr[v]
		last := i == len(e.Values)-1
		if e.Op == ast.And {
			early = append(early, f)
			w.env = t
			if !last {
				w.s.flowIf(n, out, mayBeFalse)
			}
		} else {
			early = append(early, t)
			w.env = f
			if !last {
				w.s.flowIf(n, out, mayBeTrue)
			}
		}
		if last {
			w.s.flow(n, out)
		}
	}
	w.expr[e] = out
	if e.Op == ast.And {
		return w.env, w.merge(early...)
	}
	return w.merge(early...), w.env
}

// narrowIn records in e that the place x holds only what keep accepts.
func (w *walker) narrowIn(e *env, x ast.Expr, keep func(*kind) bool) {
	saved := w.env
	w.env = e
	defer func() { w.env = saved }()
	p, ok := w.placeOf(x)
	if !ok {
		return
	}
	from := e.narrow[p]
	if from == nil {
		from = w.expr[x]
		if ne, ok := x.(*ast.NamedExpr); ok {
			from = w.expr[ne.Value]
		}
	}
	if from == nil {
		return
	}
	n := w.s.node()
	w.s.flowIf(from, n, keep)
	e.narrow[p] = n
}

func (w *walker) condCompare(e *ast.Compare) (yes, no *env) {
	yes, no = w.env, w.env.copy()
	if len(e.Ops) != 1 {
		return yes, no
	}
	left, right := e.Left, e.Comparators[0]
	if isNone(left) {
		left, right = right, left
	}
	isNoneKind := func(k *kind) bool { return k.op == opNone || k.op == opUnknown }
	notNone := func(k *kind) bool { return k.op != opNone }
	switch {
	case isNone(right) && (e.Ops[0] == ast.Is || e.Ops[0] == ast.Eq):
		w.narrowIn(yes, left, isNoneKind)
		w.narrowIn(no, left, notNone)
	case isNone(right) && (e.Ops[0] == ast.IsNot || e.Ops[0] == ast.NotEq):
		w.narrowIn(yes, left, notNone)
		w.narrowIn(no, left, isNoneKind)
	case e.Ops[0] == ast.Eq:
		// equal to something that cannot be None: it is not None
		if c, ok := right.(*ast.Constant); ok && c != nil {
			w.narrowIn(yes, left, notNone)
		}
	case e.Ops[0] == ast.NotEq:
		if _, ok := right.(*ast.Constant); ok {
			w.narrowIn(no, left, notNone)
		}
	}
	return yes, no
}

func isNone(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	return ok && c.Value == (ast.None{})
}

type testResult int

const (
	testMaybe testResult = iota
	testYes
	testNo
)

// typeTest returns the test of an isinstance call whose classes are known by
// name; nil for other calls.
func (w *walker) typeTest(e *ast.Call) func(*kind) testResult {
	if w.roleOf(e) != "isinstance" || len(e.Args) != 2 {
		return nil
	}
	tests := w.classTests(e.Args[1])
	if tests == nil {
		return nil
	}
	return func(k *kind) testResult {
		res := testNo
		for _, t := range tests {
			switch t(k) {
			case testYes:
				return testYes
			case testMaybe:
				res = testMaybe
			}
		}
		return res
	}
}

// classTests lists the tests for a class or a tuple or union of classes.
func (w *walker) classTests(e ast.Expr) []func(*kind) testResult {
	switch e := e.(type) {
	case *ast.Tuple:
		var out []func(*kind) testResult
		for _, x := range e.Elts {
			t := w.classTests(x)
			if t == nil {
				return nil
			}
			out = append(out, t...)
		}
		return out
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			l, r := w.classTests(e.Left), w.classTests(e.Right)
			if l != nil && r != nil {
				return append(l, r...)
			}
		}
		return nil
	case *ast.Constant:
		if e.Value == (ast.None{}) {
			return []func(*kind) testResult{func(k *kind) testResult { return yesIf(k, k.op == opNone) }}
		}
	}
	switch r := w.ref(e).(type) {
	case *ClassRef:
		return []func(*kind) testResult{func(k *kind) testResult {
			switch k.op {
			case opInst:
				return yesIf(k, k.class.IsSubclass(r.Class))
			case opUnknown:
				return testMaybe
			case opExc:
				if r.Class.DerivesFrom(k.lib) {
					return testMaybe
				}
			}
			return testNo
		}}
	case *StubRef:
		if cls, ok := r.Symbol.(*stubs.Class); ok {
			return []func(*kind) testResult{func(k *kind) testResult { return libTest(k, cls) }}
		}
	}
	return nil
}

func yesIf(k *kind, yes bool) testResult {
	switch {
	case k.op == opUnknown:
		return testMaybe
	case yes:
		return testYes
	}
	return testNo
}

// builtinOps names the builtin classes of the kinds.
var builtinOps = map[op][]string{
	opBool: {"bool", "int"}, opInt: {"int"}, opBig: {"int"}, opFloat: {"float"}, opComplex: {"complex"}, opStr: {"str"},
	opBytes: {"bytes"}, opList: {"list"}, opSet: {"set"}, opFrozen: {"frozenset"}, opDict: {"dict"},
	opTuple: {"tuple"}, opVarTuple: {"tuple"},
}

// libTest is isinstance(k, cls) of a library class.
func libTest(k *kind, cls *stubs.Class) testResult {
	if k.op == opUnknown {
		return testMaybe
	}
	if cls.Module.Name == "builtins" {
		if cls.Name == "object" {
			return testYes
		}
		if names, ok := builtinOps[k.op]; ok {
			for _, n := range names {
				if n == cls.Name {
					return testYes
				}
			}
			return testNo
		}
	}
	switch k.op {
	case opNone:
		return yesIf(k, cls.Role == "type:NoneType")
	case opLib:
		if cls.Protocol {
			return testMaybe
		}
		switch {
		case k.lib.IsSubclass(cls):
			return testYes
		case cls.IsSubclass(k.lib):
			return testMaybe
		}
		return testNo
	case opExc:
		switch {
		case k.lib.IsSubclass(cls):
			return testYes
		case cls.IsSubclass(k.lib):
			return testMaybe
		}
		return testNo
	case opInst:
		if k.class.DerivesFrom(cls) || k.class.Kind == NamedTupleClass && cls.Module.Name == "builtins" && cls.Name == "tuple" {
			return testYes
		}
		if cls.Protocol || !k.class.Typed {
			return testMaybe
		}
		return testNo
	}
	if cls.Protocol || cls.Role != "" {
		return testMaybe
	}
	if cls.Module.Name == "builtins" {
		return testNo
	}
	return testMaybe
}

// narrowUnknown adds, where isinstance with a user class was true, the
// instances of that class: an unknown value is one of them.
func (w *walker) narrowUnknown(e *env, call *ast.Call) {
	r, ok := w.ref(call.Args[1]).(*ClassRef)
	if !ok {
		return
	}
	saved := w.env
	w.env = e
	p, ok := w.placeOf(call.Args[0])
	w.env = saved
	if !ok || e.narrow[p] == nil {
		return
	}
	from := e.narrow[p]
	n := w.s.node()
	w.s.on(from, func(k *kind) {
		if k.op != opUnknown {
			if k.op == opExc {
				for _, cls := range w.info.ClassList {
					if cls.IsSubclass(r.Class) {
						w.s.add(n, w.s.instance(cls))
					}
				}
				return
			}
			w.s.add(n, k)
			return
		}
		for _, cls := range w.info.ClassList {
			if cls.IsSubclass(r.Class) {
				w.s.add(n, w.s.instance(cls))
			}
		}
	})
	e.narrow[p] = n
}

// match generates a match statement.
func (w *walker) match(s *ast.Match) {
	subject := w.gen(s.Subject)
	var ends []*env
	for _, c := range s.Cases {
		before := w.env.copy()
		w.pattern(c.Pattern, subject, s.Subject)
		failed := before
		if keep := w.patternRest(c.Pattern); keep != nil && c.Guard == nil {
			rest := w.s.node()
			w.s.flowIf(subject, rest, keep)
			subject = rest
			if p, ok := w.placeOf(s.Subject); ok {
				failed.narrow[p] = rest
			}
		}
		if c.Guard != nil {
			yes, no := w.cond(c.Guard)
			w.env = yes
			failed = w.merge(before, no)
		} else if irrefutable(c.Pattern) {
			failed.dead = true
		}
		w.block(c.Body)
		ends = append(ends, w.env)
		w.env = failed
	}
	w.env = w.merge(append(ends, w.env)...)
}

// patternRest tells what a subject can still be after the pattern failed; nil
// where nothing is learnt.
func (w *walker) patternRest(p ast.Pattern) func(*kind) bool {
	switch p := p.(type) {
	case *ast.MatchSingleton:
		if p.Value == (ast.None{}) {
			return func(k *kind) bool { return k.op != opNone }
		}
	case *ast.MatchAs:
		if p.Pattern != nil {
			return w.patternRest(p.Pattern)
		}
	case *ast.MatchClass:
		if len(p.Patterns)+len(p.KwdPatterns) > 0 {
			return nil
		}
		tests := w.classTests(p.Cls)
		if len(tests) == 1 {
			return func(k *kind) bool { return tests[0](k) != testYes }
		}
	}
	return nil
}

// pattern binds the names of a pattern that subject is matched with. at is the
// subject's expression, nil for a part of it.
func (w *walker) pattern(p ast.Pattern, subject *node, at ast.Expr) {
	narrowed := func(keep func(*kind) bool) *node {
		n := w.s.node()
		w.s.flowIf(subject, n, keep)
		if at != nil {
			if pl, ok := w.placeOf(at); ok {
				w.env.narrow[pl] = n
			}
		}
		return n
	}
	switch p := p.(type) {
	case *ast.MatchValue:
		w.gen(p.Value)
		narrowed(func(k *kind) bool { return k.op != opNone })
	case *ast.MatchSingleton:
		if p.Value == (ast.None{}) {
			narrowed(func(k *kind) bool { return k.op == opNone || k.op == opUnknown })
		}
	case *ast.MatchSequence:
		w.sequencePattern(p, subject)
	case *ast.MatchMapping:
		w.genAll(p.Keys)
		val, rest := w.s.node(), w.s.node()
		w.s.on(subject, func(k *kind) {
			if k.op == opDict {
				w.s.flow(k.args[1], val)
				w.s.add(rest, &kind{op: opDict, args: []*node{k.args[0], k.args[1]}})
			} else if k.op == opUnknown || k.op == opInst || k.op == opLib {
				w.s.flow(w.s.unknown, val)
				w.s.flow(w.s.unknown, rest)
			}
		})
		for _, q := range p.Patterns {
			w.pattern(q, val, nil)
		}
		if p.Rest != "" {
			w.define(w.symbolAt(p), p, rest)
		}
	case *ast.MatchClass:
		w.classPattern(p, subject, narrowed)
	case *ast.MatchStar:
		if p.Name != "" {
			elem := w.iterate(subject)
			w.define(w.symbolAt(p), p, w.s.with(&kind{op: opList, args: []*node{elem}}))
		}
	case *ast.MatchAs:
		v := subject
		if p.Pattern != nil {
			w.pattern(p.Pattern, subject, at)
			if t := w.patternHolds(p.Pattern); t != nil {
				v = w.s.node()
				w.s.flowIf(subject, v, t)
			}
		}
		if p.Name != "" {
			w.define(w.symbolAt(p), p, v)
		}
	case *ast.MatchOr:
		saved := w.env
		var ends []*env
		for _, q := range p.Patterns {
			w.env = saved.copy()
			w.pattern(q, subject, at)
			ends = append(ends, w.env)
		}
		w.env = w.merge(ends...)
	}
}

// patternHolds tells what a subject is after the pattern matched; nil where
// nothing is learnt.
func (w *walker) patternHolds(p ast.Pattern) func(*kind) bool {
	switch p := p.(type) {
	case *ast.MatchClass:
		tests := w.classTests(p.Cls)
		if len(tests) == 1 {
			return func(k *kind) bool { return tests[0](k) != testNo }
		}
	case *ast.MatchValue:
		return func(k *kind) bool { return k.op != opNone }
	}
	return nil
}

func (w *walker) sequencePattern(p *ast.MatchSequence, subject *node) {
	star := -1
	for i, q := range p.Patterns {
		if _, ok := q.(*ast.MatchStar); ok {
			star = i
		}
	}
	parts := make([]*node, len(p.Patterns))
	for i := range parts {
		parts[i] = w.s.node()
	}
	w.s.on(subject, func(k *kind) {
		switch k.op {
		case opStr, opBytes, opDict, opSet, opFrozen, opNone:
			return
		}
		if fixed := w.fixedParts(k); fixed != nil {
			n := len(fixed)
			for i, a := range fixed {
				switch {
				case star < 0 && n == len(parts), star >= 0 && i < star && n >= len(parts)-1:
					w.s.flow(a, parts[i])
				case star >= 0 && n >= len(parts)-1 && i >= n-(len(parts)-star-1):
					w.s.flow(a, parts[len(parts)-(n-i)])
				case star >= 0 && n >= len(parts)-1:
					w.s.add(parts[star], &kind{op: opVarTuple, args: []*node{a}})
				}
			}
			return
		}
		elem := w.s.node()
		w.iterateKind(k, elem)
		for i := range parts {
			if i == star {
				w.s.add(parts[i], &kind{op: opVarTuple, args: []*node{elem}})
			} else {
				w.s.flow(elem, parts[i])
			}
		}
	})
	for i, q := range p.Patterns {
		w.pattern(q, parts[i], nil)
	}
}

func (w *walker) classPattern(p *ast.MatchClass, subject *node, narrowed func(func(*kind) bool) *node) {
	w.gen(p.Cls)
	tests := w.classTests(p.Cls)
	n := subject
	if len(tests) == 1 {
		n = narrowed(func(k *kind) bool { return tests[0](k) != testNo })
	}
	if r, ok := w.ref(p.Cls).(*ClassRef); ok {
		known := w.s.node()
		w.s.on(n, func(k *kind) {
			if k.op != opUnknown {
				w.s.add(known, k)
				return
			}
			for _, cls := range w.info.ClassList {
				if cls.IsSubclass(r.Class) {
					w.s.add(known, w.s.instance(cls))
				}
			}
		})
		n = known
	}
	attr := func(name string) *node {
		out := w.s.node()
		w.s.on(n, func(k *kind) { w.attrKind(k, name, out) })
		return out
	}
	for i, q := range p.Patterns {
		part := n // int(x): the subject itself
		if r, ok := w.ref(p.Cls).(*ClassRef); ok {
			part = w.s.unknown
			if fields := r.Class.InitFields(); r.Class.hasFields() && i < len(fields) {
				part = attr(fields[i].Name)
			}
		}
		w.pattern(q, part, nil)
	}
	for i, q := range p.KwdPatterns {
		w.pattern(q, attr(p.KwdAttrs[i]), nil)
	}
}
