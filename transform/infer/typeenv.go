package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// typeEnv evaluates type expressions to nodes: of a stub (module set) or of
// the program (sc set). Type variables stand for the nodes in vars.
type typeEnv struct {
	inf    *inference
	module *stubs.Module
	sc     *scope
	vars   map[string]*node
	self   *node // what Self stands for
	depth  int
}

func (t *typeEnv) resolve(e ast.Expr) any {
	a := annotation{c: t.inf.checker, module: t.module, sc: t.sc}
	return a.resolve(e)
}

// split takes a type expression apart: what its head denotes and its
// arguments. A type variable gives its name.
func (t *typeEnv) split(e ast.Expr) (head any, args []ast.Expr, typeVar string) {
	switch e := e.(type) {
	case *ast.Name:
		if _, ok := t.vars[e.Id]; ok {
			return nil, nil, e.Id
		}
		return t.resolve(e), nil, ""
	case *ast.Attribute:
		return t.resolve(e), nil, ""
	case *ast.Subscript:
		args = []ast.Expr{e.Slice}
		if tup, ok := e.Slice.(*ast.Tuple); ok {
			args = tup.Elts
		}
		return t.resolve(e.Value), args, ""
	}
	return nil, nil, ""
}

// alias is the environment and expression of a type alias with arguments.
func (t *typeEnv) alias(a *stubs.Alias, args []ast.Expr) (*typeEnv, ast.Expr) {
	vars := map[string]*node{}
	for i, n := range a.TypeParams {
		if i < len(args) {
			vars[n] = t.node(args[i])
		} else {
			vars[n] = t.inf.s.unknown
		}
	}
	return &typeEnv{inf: t.inf, module: a.Module, vars: vars, self: t.self, depth: t.depth + 1}, a.Expr
}

// node makes a node that holds the values of a type.
func (t *typeEnv) node(e ast.Expr) *node {
	n := t.inf.s.node()
	t.fill(e, n)
	return n
}

// fill lets the values of a type arrive at n.
func (t *typeEnv) fill(e ast.Expr, n *node) {
	s := t.inf.s
	if t.depth > 40 {
		s.flow(s.unknown, n)
		return
	}
	t.depth++
	defer func() { t.depth-- }()
	switch e := e.(type) {
	case nil:
		s.flow(s.unknown, n)
		return
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.None:
			s.add(n, s.prim(opNone))
			return
		case ast.Str:
			if x := parseAnnotation(string(v)); x != nil {
				t.fill(x, n)
				return
			}
		}
		s.flow(s.unknown, n)
		return
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			t.fill(e.Left, n)
			t.fill(e.Right, n)
			return
		}
	}
	head, args, tv := t.split(e)
	if tv != "" {
		s.flow(t.vars[tv], n)
		return
	}
	switch h := head.(type) {
	case *Class:
		switch h.Kind {
		case ProtocolClass:
			s.flow(s.unknown, n)
		case TypedDictClass:
			s.add(n, &kind{op: opDict, args: []*node{s.primNode(opStr), s.unknown}})
		default:
			for _, cls := range t.inf.info.ClassList {
				if cls.IsSubclass(h) {
					s.add(n, s.instance(cls))
				}
			}
		}
	case *userAlias:
		t.fill(h.value, n)
	case *stubs.Alias:
		sub, x := t.alias(h, args)
		sub.fill(x, n)
	case *stubs.Class:
		t.fillClass(h, args, n)
	case *stubs.Var:
		t.fillSpecial(h.Role, args, n)
	default:
		s.flow(s.unknown, n)
	}
}

func (t *typeEnv) arg(args []ast.Expr, i int) *node {
	if i < len(args) {
		return t.node(args[i])
	}
	n := t.inf.s.node()
	t.inf.s.flow(t.inf.s.unknown, n)
	return n
}

func (t *typeEnv) fillSpecial(role stubs.Role, args []ast.Expr, n *node) {
	s := t.inf.s
	switch role {
	case "type:Optional":
		s.add(n, s.prim(opNone))
		if len(args) > 0 {
			t.fill(args[0], n)
		}
	case "type:Union":
		for _, a := range args {
			t.fill(a, n)
		}
	case "type:Literal":
		for _, a := range args {
			if c, ok := a.(*ast.Constant); ok {
				s.flow((&walker{inference: t.inf}).constant(c.Value), n)
			} else {
				s.flow(s.unknown, n)
			}
		}
	case "type:LiteralString":
		s.add(n, s.prim(opStr))
	case "type:ClassVar", "type:Final", "type:Annotated":
		if len(args) > 0 {
			t.fill(args[0], n)
		}
	case "type:Never":
	case "type:bool":
		s.add(n, s.prim(opBool))
	case "type:bigint":
		s.add(n, s.prim(opBig))
	case "type:Self":
		if t.self != nil {
			s.flow(t.self, n)
		} else {
			s.flow(s.unknown, n)
		}
	case "type:Tuple":
		t.fillTuple(args, n)
	default:
		s.flow(s.unknown, n)
	}
}

func (t *typeEnv) fillTuple(args []ast.Expr, n *node) {
	s := t.inf.s
	if len(args) == 0 {
		s.add(n, &kind{op: opVarTuple, args: []*node{t.arg(nil, 0)}})
		return
	}
	if elem := varTupleElem(args); elem != nil {
		s.add(n, &kind{op: opVarTuple, args: []*node{t.node(elem)}})
		return
	}
	k := &kind{op: opTuple}
	for _, a := range args {
		k.args = append(k.args, t.node(a))
	}
	s.add(n, k)
}

// varTupleElem is T of tuple[T, ...], nil for other tuples.
func varTupleElem(args []ast.Expr) ast.Expr {
	if len(args) == 2 {
		if c, ok := args[1].(*ast.Constant); ok && c.Value == (ast.Ellipsis{}) {
			return args[0]
		}
	}
	return nil
}

// opOf is the kind of a builtin class; ok is false for classes that are
// library objects.
func opOf(c *stubs.Class) (o op, ok bool) {
	if c.Module.Name != "builtins" {
		return 0, false
	}
	o, ok = map[string]op{
		"bool": opBool, "int": opInt, "float": opFloat, "complex": opComplex, "str": opStr, "bytes": opBytes,
		"list": opList, "set": opSet, "frozenset": opFrozen, "dict": opDict, "tuple": opTuple,
	}[c.Name]
	return o, ok
}

func (t *typeEnv) fillClass(c *stubs.Class, args []ast.Expr, n *node) {
	s := t.inf.s
	if o, ok := opOf(c); ok {
		switch o {
		case opTuple:
			t.fillTuple(args, n)
		case opList, opSet, opFrozen:
			s.add(n, &kind{op: o, args: []*node{t.arg(args, 0)}})
		case opDict:
			s.add(n, &kind{op: o, args: []*node{t.arg(args, 0), t.arg(args, 1)}})
		default:
			s.add(n, s.prim(o))
		}
		return
	}
	switch {
	case !c.HasGo():
		s.flow(s.unknown, n)
	case c.Exception:
		s.add(n, &kind{op: opExc, lib: c})
		for _, cls := range t.inf.info.ClassList {
			if cls.DerivesFrom(c) {
				s.add(n, s.instance(cls))
			}
		}
	case c.Role == "type:NoneType":
		s.add(n, s.prim(opNone))
	case c.Role == "type:InitVar":
		s.flow(t.arg(args, 0), n)
	case c.Role == "type:Generator":
		s.add(n, &kind{op: opGen, args: []*node{t.arg(args, 0), t.arg(args, 1), t.arg(args, 2)}})
	case c.Role == "type:AsyncGenerator":
		s.add(n, &kind{op: opAsyncGen, args: []*node{t.arg(args, 0), t.arg(args, 1)}})
	case c.Role == "type:Coroutine":
		s.add(n, &kind{op: opCoro, args: []*node{t.arg(args, 2)}})
	case t.module == nil && c.Protocol:
		// an interface in the program's own annotations says nothing about
		// the representation
		s.flow(s.unknown, n)
	case c.Role != "" && c.Module.Name == "types":
		s.flow(s.unknown, n)
	default:
		k := t.inf.libInstance(c, nil)
		for i := range k.args {
			if i < len(args) {
				t.fill(args[i], k.args[i])
			} else {
				s.flow(s.unknown, k.args[i])
			}
		}
		s.add(n, k)
	}
}

// libInstance is the kind of an instance of a library class with fresh type
// arguments, or the given ones.
func (inf *inference) libInstance(c *stubs.Class, args []*node) *kind {
	if c.Exception {
		return &kind{op: opExc, lib: c}
	}
	k := &kind{op: opLib, lib: c}
	for i := range c.TypeParams {
		if i < len(args) {
			k.args = append(k.args, args[i])
		} else {
			k.args = append(k.args, inf.s.node())
		}
	}
	return k
}

// classOf is the stub class that describes the members of a kind, with the
// nodes of its type parameters.
func (inf *inference) classOf(k *kind) (*stubs.Class, []*node) {
	s := inf.s
	name := ""
	switch k.op {
	case opBool:
		name = "bool"
	case opInt, opBig:
		name = "int"
	case opFloat:
		name = "float"
	case opComplex:
		name = "complex"
	case opStr:
		name = "str"
	case opBytes:
		name = "bytes"
	case opList:
		name = "list"
	case opSet:
		name = "set"
	case opFrozen:
		name = "frozenset"
	case opDict:
		name = "dict"
	case opVarTuple:
		name = "tuple"
	case opTuple:
		elem := s.node()
		for _, a := range k.args {
			s.flow(a, elem)
		}
		return inf.builtinStub("tuple"), []*node{elem}
	case opLib, opExc:
		return k.lib, k.args
	case opGen:
		return inf.typingClass("Generator"), k.args
	case opAsyncGen:
		return inf.typingClass("AsyncGenerator"), k.args
	case opCoro:
		return inf.typingClass("Coroutine"), []*node{s.node(), s.node(), k.args[0]}
	case opIter:
		return inf.typingClass("Iterator"), k.args
	default:
		return nil, nil
	}
	return inf.builtinStub(name), k.args
}

func (inf *inference) builtinStub(name string) *stubs.Class {
	c, _ := inf.builtins.Symbols[name].(*stubs.Class)
	return c
}

func (inf *inference) typingClass(name string) *stubs.Class {
	m, err := inf.opts.Stubs.Module("typing")
	if err != nil {
		return nil
	}
	c, _ := m.Symbols[name].(*stubs.Class)
	return c
}

// libMember finds a member of a library or builtin object and the class that
// defines it.
func (inf *inference) libMember(k *kind, name string) (stubs.Symbol, *stubs.Class) {
	c, _ := inf.classOf(k)
	if c == nil {
		return nil, nil
	}
	return c.Member(name)
}

// memberEnv is the environment of a member that owner defines, seen from an
// object of kind k: the type parameters of owner are what k has for them.
func (inf *inference) memberEnv(k *kind, owner *stubs.Class, m *stubs.Module) *typeEnv {
	c, args := inf.classOf(k)
	env := &typeEnv{inf: inf, module: m, vars: map[string]*node{}, self: inf.s.with(k)}
	if c == nil {
		return env
	}
	for i, p := range c.TypeParams {
		if i < len(args) {
			env.vars[p] = args[i]
		} else {
			env.vars[p] = inf.s.node()
		}
	}
	inf.baseVars(c, owner, env, env.vars, 0)
	return env
}

// baseVars walks from c to its base owner and puts the type arguments that c
// gives to owner into env.
func (inf *inference) baseVars(c, owner *stubs.Class, env *typeEnv, vars map[string]*node, depth int) bool {
	if c == owner {
		if depth > 0 {
			env.vars = vars
			env.module = owner.Module
		}
		return true
	}
	if owner == nil || depth > 20 {
		return false
	}
	at := &typeEnv{inf: inf, module: c.Module, vars: vars, self: env.self}
	for _, b := range c.Bases {
		head, args, _ := at.split(b)
		base, ok := head.(*stubs.Class)
		if !ok || !base.IsSubclass(owner) {
			continue
		}
		sub := map[string]*node{}
		for i, p := range base.TypeParams {
			if i < len(args) {
				if name, ok := args[i].(*ast.Name); ok && vars[name.Id] != nil {
					sub[p] = vars[name.Id]
				} else {
					sub[p] = at.node(args[i])
				}
			} else {
				sub[p] = inf.s.unknown
			}
		}
		if inf.baseVars(base, owner, env, sub, depth+1) {
			return true
		}
	}
	return false
}

// accept lets an argument reach what the annotation of its parameter stands
// for: type variables, elements, callables.
func (t *typeEnv) accept(arg *node, e ast.Expr) {
	t.inf.s.on(arg, func(k *kind) { t.acceptKind(k, e) })
}

func (t *typeEnv) acceptKind(k *kind, e ast.Expr) {
	s := t.inf.s
	if t.depth > 40 {
		return
	}
	t.depth++
	defer func() { t.depth-- }()
	switch e := e.(type) {
	case nil:
		s.escape(s.with(k))
		return
	case *ast.Constant:
		if v, ok := e.Value.(ast.Str); ok {
			if x := parseAnnotation(string(v)); x != nil {
				t.acceptKind(k, x)
			}
		}
		return
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			t.acceptUnion(k, unionParts(e))
		}
		return
	}
	head, args, tv := t.split(e)
	if tv != "" {
		s.add(t.vars[tv], k)
		return
	}
	switch h := head.(type) {
	case *stubs.Alias:
		sub, x := t.alias(h, args)
		sub.acceptKind(k, x)
	case *stubs.Var:
		switch h.Role {
		case "type:Any":
			s.escape(s.with(k))
		case "type:Dataclass":
			t.inf.unfold(k)
		case "type:Optional":
			if k.op != opNone && len(args) > 0 {
				t.acceptKind(k, args[0])
			}
		case "type:Union":
			t.acceptUnion(k, args)
		case "type:ClassVar", "type:Final", "type:Annotated":
			if len(args) > 0 {
				t.acceptKind(k, args[0])
			}
		case "type:Callable":
			t.acceptCallable(k, args)
		case "type:Type":
			t.acceptType(k, args)
		case "type:Tuple":
			t.acceptTuple(k, args)
		}
	case *stubs.Class:
		t.acceptClass(k, h, args)
	case nil:
		if _, ok := e.(*ast.Name); ok && t.module != nil && t.module.IsTypeVar(e.(*ast.Name).Id) {
			s.escape(s.with(k))
		}
	}
}

func unionParts(e *ast.BinOp) []ast.Expr {
	if l, ok := e.Left.(*ast.BinOp); ok && l.Op == ast.BitOr {
		return append(unionParts(l), e.Right)
	}
	return []ast.Expr{e.Left, e.Right}
}

// acceptUnion lets k reach the first part of a union that takes it; type
// variables come last.
func (t *typeEnv) acceptUnion(k *kind, parts []ast.Expr) {
	var general ast.Expr
	for _, p := range parts {
		if _, _, tv := t.split(p); tv != "" {
			general = p
			continue
		}
		if t.matches(k, p) == fitYes {
			t.acceptKind(k, p)
			return
		}
	}
	if general != nil {
		t.acceptKind(k, general)
		return
	}
	for _, p := range parts {
		if t.matches(k, p) != fitNo {
			t.acceptKind(k, p)
			return
		}
	}
}

func (t *typeEnv) acceptCallable(k *kind, args []ast.Expr) {
	inf, s := t.inf, t.inf.s
	if len(args) != 2 {
		s.escape(s.with(k))
		return
	}
	var params []*node
	if list, ok := args[0].(*ast.List); ok {
		for _, p := range list.Elts {
			params = append(params, t.node(p))
		}
	} else {
		s.escape(s.with(k)) // called with arguments that the stub does not tell
		params = nil
	}
	res := s.node()
	inf.apply(k, nodesOf(params), res)
	t.accept(res, args[1])
}

func (t *typeEnv) acceptType(k *kind, args []ast.Expr) {
	s := t.inf.s
	if len(args) == 0 {
		return
	}
	switch k.op {
	case opClass:
		t.acceptKind(s.instance(k.class), args[0])
	case opLibClass:
		n := (&typeEnv{inf: t.inf, module: k.lib.Module}).classNode(k.lib)
		t.accept(n, args[0])
	case opUnknown:
		t.acceptKind(k, args[0])
	}
}

func (t *typeEnv) classNode(c *stubs.Class) *node {
	n := t.inf.s.node()
	t.fillClass(c, nil, n)
	return n
}

func (t *typeEnv) acceptTuple(k *kind, args []ast.Expr) {
	s := t.inf.s
	if elem := varTupleElem(args); elem != nil {
		out := s.node()
		t.inf.iterateKind(k, out)
		t.accept(out, elem)
		return
	}
	if k.op == opTuple && len(k.args) == len(args) {
		for i, a := range args {
			t.accept(k.args[i], a)
		}
		return
	}
	out := s.node()
	t.inf.iterateKind(k, out)
	for _, a := range args {
		t.accept(out, a)
	}
}

// typeVarOf is the node of an annotation that is a type variable.
func (t *typeEnv) typeVarOf(e ast.Expr) *node {
	if _, _, tv := t.split(e); tv != "" {
		return t.vars[tv]
	}
	return nil
}

// share ties a part of a container that can be changed to its annotation.
func (t *typeEnv) share(child *node, e ast.Expr) {
	if n := t.typeVarOf(e); n != nil {
		t.inf.s.unify(child, n)
		return
	}
	t.accept(child, e)
}

func (t *typeEnv) acceptClass(k *kind, c *stubs.Class, args []ast.Expr) {
	inf, s := t.inf, t.inf.s
	if len(args) == 0 {
		return
	}
	one := func(n *node, i int) {
		if i < len(args) {
			t.accept(n, args[i])
		}
	}
	if o, ok := opOf(c); ok {
		switch {
		case o == opTuple:
			t.acceptTuple(k, args)
		case k.op == o || o == opSet && k.op == opFrozen:
			for i, a := range k.args {
				if i < len(args) {
					t.share(a, args[i])
				}
			}
		case k.op == opUnknown:
			for _, a := range args {
				t.acceptKind(k, a)
			}
		case k.op == opLib && k.lib.IsSubclass(c):
			for i, n := range inf.baseArgs(k, c) {
				if i < len(args) {
					t.share(n, args[i])
				}
			}
		}
		return
	}
	switch c.Role {
	case "type:Iterable", "type:Iterator", "type:Reversible", "type:Collection", "type:Sequence", "type:AbstractSet", "type:MutableSequence",
		"type:MutableSet", "type:Container":
		out := s.node()
		inf.iterateKind(k, out)
		one(out, 0)
		return
	case "type:Mapping", "type:MutableMapping":
		switch {
		case k.op == opDict:
			one(k.args[0], 0)
			one(k.args[1], 1)
		case k.op == opUnknown:
			one(s.unknown, 0)
			one(s.unknown, 1)
		case k.op == opLib && k.lib.IsSubclass(inf.builtinStub("dict")):
			for i, n := range inf.baseArgs(k, inf.builtinStub("dict")) {
				one(n, i)
			}
		case k.op == opLib && len(k.args) > 1:
			one(k.args[0], 0)
			one(k.args[1], 1)
		}
		return
	case "type:Awaitable":
		one(inf.await(s.with(k)), 0)
		return
	case "type:Coroutine":
		one(inf.await(s.with(k)), 2)
		return
	case "type:Generator":
		if k.op == opGen {
			one(k.args[0], 0)
			one(k.args[2], 2)
			return
		}
		out := s.node()
		inf.iterateKind(k, out)
		one(out, 0)
		return
	case "type:AsyncIterable", "type:AsyncIterator", "type:AsyncGenerator":
		out := s.node()
		inf.asyncIterateKind(k, out)
		one(out, 0)
		return
	case "type:AbstractContextManager", "type:AbstractAsyncContextManager":
		async := c.Role == "type:AbstractAsyncContextManager"
		one((&walker{inference: inf}).enter(s.with(k), async), 0)
		return
	}
	if c.Module.Name == "builtins" && c.Name == "type" {
		t.acceptType(k, args)
		return
	}
	if k.op == opUnknown {
		for _, a := range args {
			t.acceptKind(k, a)
		}
		return
	}
	if k.op == opLib && k.lib.IsSubclass(c) {
		for i, n := range inf.baseArgs(k, c) {
			if i < len(args) && n != nil {
				t.share(n, args[i])
			}
		}
		return
	}
	if c.Protocol {
		t.acceptProtocol(k, c, args)
	}
}

// baseArgs are the type arguments that an instance of a library class has as
// an instance of its base c.
func (inf *inference) baseArgs(k *kind, c *stubs.Class) []*node {
	env := inf.memberEnv(k, c, c.Module)
	out := make([]*node, len(c.TypeParams))
	for i, p := range c.TypeParams {
		out[i] = env.vars[p]
	}
	return out
}

// acceptProtocol matches a value with a protocol that a stub defines: the
// results of its methods tell the protocol's type arguments.
func (t *typeEnv) acceptProtocol(k *kind, c *stubs.Class, args []ast.Expr) {
	inf, s := t.inf, t.inf.s
	for _, name := range c.Order {
		f, ok := c.Members[name].(*stubs.Func)
		if !ok || len(f.Overloads) == 0 {
			continue
		}
		sub := &typeEnv{inf: inf, module: c.Module, vars: map[string]*node{}, self: s.with(k)}
		for i, p := range c.TypeParams {
			sub.vars[p] = s.node()
			if i < len(args) {
				t.accept(sub.vars[p], args[i])
			}
		}
		member, res := s.node(), s.node()
		inf.attrKind(k, name, member)
		sig := f.Overloads[0]
		var params []*node
		for _, p := range sig.Params {
			params = append(params, sub.node(p.Annotation))
		}
		s.on(member, func(m *kind) { inf.apply(m, nodesOf(params), res) })
		if sig.Async {
			sub.accept(inf.await(res), sig.Result)
		} else {
			sub.accept(res, sig.Result)
		}
	}
}
