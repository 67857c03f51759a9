package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// fit tells how an argument fits a parameter.
type fit int

const (
	fitNo    fit = iota
	fitWait      // nothing is known of the argument yet
	fitMaybe     // what arrives is unknown and may fit
	fitSome      // some of what arrives fits
	fitYes       // all of what arrives fits
)

func (st *stubSite) argFits(env *typeEnv, a sigArg) fit {
	n := a.n
	if a.elem {
		n = st.inf.s.node()
		inf := st.inf
		inf.s.on(a.n, func(k *kind) { inf.iterateKind(k, n) })
		return fitYes
	}
	if lit := env.literalFit(a); lit != fitWait {
		return lit
	}
	return env.nodeFits(n, a.p.Annotation, st)
}

// literalFit matches an argument with Literal[...]: the argument must be that
// literal.
func (t *typeEnv) literalFit(a sigArg) fit {
	sub, ok := a.p.Annotation.(*ast.Subscript)
	if !ok {
		return fitWait
	}
	v, ok := t.resolve(sub.Value).(*stubs.Var)
	if !ok || v.Role != "type:Literal" {
		return fitWait
	}
	c, ok := a.expr.(*ast.Constant)
	if !ok {
		return fitNo
	}
	parts := []ast.Expr{sub.Slice}
	if tup, ok := sub.Slice.(*ast.Tuple); ok {
		parts = tup.Elts
	}
	for _, p := range parts {
		if l, ok := p.(*ast.Constant); ok && l.Value == c.Value {
			return fitYes
		}
	}
	return fitNo
}

// nodeFits matches all that has arrived at n.
func (t *typeEnv) nodeFits(n *node, e ast.Expr, st *stubSite) fit {
	if st != nil {
		st.watchNode(n)
	}
	n = n.find()
	if len(n.kinds) == 0 {
		return fitWait
	}
	var no, maybe, some, yes bool
	for _, k := range n.kinds {
		switch t.matchesIn(k, e, st) {
		case fitNo:
			no = true
		case fitMaybe:
			maybe = true
		case fitSome:
			some = true
		case fitYes:
			yes = true
		case fitWait:
			return fitWait
		}
	}
	switch {
	case yes && !no && !maybe && !some:
		return fitYes
	case yes || some:
		return fitSome
	case maybe:
		return fitMaybe
	}
	return fitNo
}

// watchNode chooses again when something arrives at n.
func (st *stubSite) watchNode(n *node) {
	n = n.find()
	if st.watch[n] {
		return
	}
	st.watch[n] = true
	st.inf.s.on(n, func(*kind) { st.choose() })
}

func (t *typeEnv) matches(k *kind, e ast.Expr) fit { return t.matchesIn(k, e, nil) }

// matchesIn reports whether a value of kind k fits a type.
func (t *typeEnv) matchesIn(k *kind, e ast.Expr, st *stubSite) fit {
	switch e := e.(type) {
	case nil:
		return fitYes
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.None:
			return yesNo(k.op == opNone)
		case ast.Str:
			if x := parseAnnotation(string(v)); x != nil {
				return t.matchesIn(k, x, st)
			}
		}
		return fitSome
	case *ast.BinOp:
		return t.matchesUnion(k, unionParts(e), st)
	}
	head, args, tv := t.split(e)
	if tv != "" {
		return fitYes
	}
	switch h := head.(type) {
	case *stubs.Alias:
		sub, x := t.alias(h, args)
		return sub.matchesIn(k, x, st)
	case *stubs.Var:
		switch h.Role {
		case "type:Optional":
			if k.op == opNone {
				return fitYes
			}
			return t.matchesIn(k, args[0], st)
		case "type:Union":
			return t.matchesUnion(k, args, st)
		case "type:Callable":
			switch k.op {
			case opFunc, opBound, opClass, opLibClass, opLibFunc, opLibBound:
				return fitYes
			case opUnknown:
				return fitMaybe
			case opInst:
				return yesNo(k.class.FindMethod("__call__") != nil)
			case opLib:
				m, _ := k.lib.Member("__call__")
				return yesNo(m != nil)
			}
			return fitNo
		case "type:Type":
			return yesNo(k.op == opClass || k.op == opLibClass || k.op == opUnknown)
		case "type:LiteralString":
			return yesNo(k.op == opStr)
		case "type:Literal":
			return fitMaybe
		case "type:ClassVar", "type:Final", "type:Annotated":
			return t.matchesIn(k, args[0], st)
		}
		return fitYes
	case *stubs.Class:
		return t.matchesClass(k, h, args, st)
	case *Class:
		return yesNo(k.op == opInst && k.class.IsSubclass(h))
	}
	return fitYes
}

func yesNo(b bool) fit {
	if b {
		return fitYes
	}
	return fitNo
}

func (t *typeEnv) matchesUnion(k *kind, parts []ast.Expr, st *stubSite) fit {
	out := fitNo
	for _, p := range parts {
		f := t.matchesIn(k, p, st)
		if f == fitYes {
			return fitYes
		}
		out = max(out, f)
	}
	return out
}

func (t *typeEnv) matchesClass(k *kind, c *stubs.Class, args []ast.Expr, st *stubSite) fit {
	if k.op == opUnknown {
		if c.Module.Name == "builtins" && c.Name == "object" {
			return fitYes
		}
		return fitMaybe
	}
	if o, ok := opOf(c); ok {
		k = t.inf.dataOf(k)
		switch o {
		case opFloat:
			return yesNo(rank(k.op) > 0 && k.op != opComplex)
		case opComplex:
			return yesNo(rank(k.op) > 0)
		case opInt:
			return yesNo(k.op == opInt || k.op == opBool || k.op == opBig)
		case opTuple:
			if !isTuple(k) {
				return fitNo
			}
			if elem := varTupleElem(args); elem != nil {
				return t.childrenFit(k.args, []ast.Expr{elem}, st)
			}
			if len(args) > 0 && (k.op != opTuple || len(k.args) != len(args)) {
				return fitNo
			}
			return t.childrenFit(k.args, args, st)
		}
		if k.op != o && !(o == opSet && k.op == opFrozen) {
			return fitNo
		}
		return t.childrenFit(k.args, args, st)
	}
	if c.Module.Name == "builtins" && c.Name == "object" {
		return fitYes
	}
	switch c.Role {
	case "type:Iterable", "type:Iterator", "type:Reversible", "type:Collection", "type:Sequence", "type:Container",
		"type:AbstractSet", "type:MutableSequence", "type:MutableSet":
		if !t.inf.iterable(k) || !seqRole(string(c.Role), k) {
			return fitNo
		}
		if len(args) == 0 {
			return fitYes
		}
		switch k.op {
		case opList, opSet, opFrozen, opDict, opVarTuple:
			return t.childrenFit(k.args[:1], args[:1], st)
		case opTuple:
			return t.childrenFit(k.args, args[:1], st)
		case opStr:
			return t.matchesIn(k, args[0], st)
		}
		if _, _, tv := t.split(args[0]); tv != "" {
			return fitYes
		}
		if st != nil {
			if st.elems == nil {
				st.elems = map[*kind]*node{}
			}
			if st.elems[k] == nil {
				st.elems[k] = t.inf.s.node()
				t.inf.iterateKind(k, st.elems[k])
			}
			return t.emptyFits(st.elems[k], args[0], st)
		}
		return fitYes
	case "type:Mapping", "type:MutableMapping":
		if k.op == opDict {
			return t.childrenFit(k.args, args, st)
		}
		return yesNo(k.op == opLib && (k.lib.IsSubclass(c) || k.lib.IsSubclass(t.inf.builtinStub("dict"))))
	case "type:Sized":
		switch k.op {
		case opStr, opBytes, opList, opSet, opFrozen, opDict, opTuple, opVarTuple:
			return fitYes
		case opInst:
			return yesNo(k.class.FindMethod("__len__") != nil || !k.class.Typed)
		case opClass:
			return yesNo(k.class.Kind == EnumClass)
		}
		m, _ := t.inf.libMember(k, "__len__")
		return yesNo(m != nil)
	case "type:Hashable":
		return fitYes
	case "type:Awaitable", "type:Coroutine":
		switch k.op {
		case opCoro:
			return fitYes
		case opLib:
			if c.Role == "type:Coroutine" {
				return yesNo(k.lib.Role == "type:Coroutine")
			}
			m, _ := k.lib.Member("__await__")
			return yesNo(m != nil)
		case opInst:
			return yesNo(c.Role == "type:Awaitable" && k.class.FindMethod("__await__") != nil)
		}
		return fitNo
	case "type:AsyncIterable", "type:AsyncIterator", "type:AsyncGenerator":
		switch k.op {
		case opAsyncGen:
			return fitYes
		case opInst:
			return yesNo(k.class.FindMethod("__aiter__") != nil)
		case opLib:
			m, _ := k.lib.Member("__aiter__")
			return yesNo(m != nil)
		}
		return fitNo
	case "type:Generator":
		return yesNo(k.op == opGen)
	}
	switch k.op {
	case opLib, opExc:
		if k.lib.IsSubclass(c) {
			return fitYes
		}
		if c.Protocol {
			return yesNo(t.inf.hasMembers(k, c))
		}
		return fitNo
	case opInst:
		if k.class.DerivesFrom(c) {
			return fitYes
		}
		if c.Protocol {
			for _, n := range c.Order {
				if k.class.FindMethod(n) == nil {
					return fitNo
				}
			}
			return fitYes
		}
		return fitNo
	case opClass, opLibClass:
		return yesNo(c.Module.Name == "builtins" && c.Name == "type")
	}
	if c.Protocol {
		return yesNo(t.inf.hasMembers(k, c))
	}
	return fitNo
}

// seqRole reports whether k can be what the protocol asks for beyond being
// iterable.
func seqRole(role string, k *kind) bool {
	switch role {
	case "type:Sequence", "type:Reversible":
		return k.op == opList || isTuple(k) || k.op == opStr || k.op == opBytes || k.op == opInst || k.op == opLib || k.op == opDict && role == "type:Reversible"
	case "type:MutableSequence":
		return k.op == opList || k.op == opInst || k.op == opLib
	case "type:AbstractSet", "type:MutableSet":
		return isSet(k) || k.op == opInst || k.op == opLib
	case "type:Iterator":
		return k.op == opGen || k.op == opIter || k.op == opInst || k.op == opLib
	}
	return true
}

func (inf *inference) hasMembers(k *kind, c *stubs.Class) bool {
	for _, n := range c.Order {
		if m, _ := inf.libMember(k, n); m == nil {
			return false
		}
	}
	return true
}

// iterable reports whether iteration over k is possible.
func (inf *inference) iterable(k *kind) bool {
	switch k.op {
	case opList, opSet, opFrozen, opVarTuple, opTuple, opDict, opGen, opIter, opStr, opBytes:
		return true
	case opClass:
		return k.class.Kind == EnumClass
	case opLibClass:
		return k.lib.Enum
	case opInst:
		return k.class.FindMethod("__iter__") != nil || k.class.FindMethod("__getitem__") != nil ||
			k.class.Kind == NamedTupleClass || !k.class.Typed
	case opLib:
		for _, n := range []string{"__iter__", "__next__", "__getitem__"} {
			if m, _ := k.lib.Member(n); m != nil {
				return true
			}
		}
	}
	return false
}

// childrenFit matches the parts of a container; empty ones fit everything.
func (t *typeEnv) childrenFit(children []*node, args []ast.Expr, st *stubSite) fit {
	out := fitYes
	for i, c := range children {
		if len(args) == 0 {
			break
		}
		e := args[min(i, len(args)-1)]
		out = min(out, t.emptyFits(c, e, st))
	}
	return out
}

func (t *typeEnv) emptyFits(c *node, e ast.Expr, st *stubSite) fit {
	f := t.nodeFits(c, e, st)
	if f == fitWait && t.inf.settling {
		return fitYes
	}
	return f
}
