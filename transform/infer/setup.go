package infer

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// infer runs the whole analysis of a program with types.
func (c *checker) infer() {
	inf := &inference{
		checker: c, s: newSolver(), expr: map[ast.Expr]*node{}, fns: map[*Func]*fnFlow{}, classes: map[*Class]*classFlow{},
		syms: map[*symbol]*node{}, occ: map[ast.Node]*def{}, sites: map[*ast.Call]*callSite{},
		inplace: map[*ast.AugAssign]*node{}, augFrom: map[ast.Node]*def{}, withEnter: map[*ast.WithItem]*node{},
		growing: map[ast.Node]bool{}, unpacked: map[*ast.Call]bool{}, awaited: map[*ast.Call]bool{}, callees: map[ast.Expr]bool{},
		published: map[*attrSite]bool{}, mayDecline: map[*Func]bool{}, wide: map[*ast.Call]bool{}, oddResults: map[string]*node{}, iterated: map[ast.Expr]bool{},
	}
	inf.setup()
	inf.generate()
	inf.webs()
	inf.represent()
	inf.publish()
	inf.checkAnnotations()
	inf.info.Widen = inf.widenMixed
}

// setup makes the nodes of functions and classes.
func (inf *inference) setup() {
	s := inf.s
	for _, fn := range inf.info.FuncList {
		ff := &fnFlow{fn: fn, result: s.node(), yield: s.node(), sent: s.node()}
		for _, p := range fn.Params {
			n := s.node()
			elem := n
			switch p.Kind {
			case stubs.VarPos:
				elem = s.node()
				s.add(n, &kind{op: opVarTuple, args: []*node{elem}})
			case stubs.VarKw:
				elem = s.node()
				s.add(n, &kind{op: opDict, args: []*node{s.primNode(opStr), elem}})
			}
			ff.params = append(ff.params, n)
			ff.elems = append(ff.elems, elem)
		}
		inf.fns[fn] = ff
	}
	for _, cls := range inf.info.ClassList {
		inf.classes[cls] = &classFlow{
			cls: cls, fields: map[string]*node{}, vars: map[string]*node{}, site: map[string]ast.Node{},
			outer: map[string]bool{}, late: map[string]*node{}, odd: map[string]*node{}, initVars: map[string]*node{},
			values: s.node(),
		}
	}
	for _, cls := range inf.info.ClassList {
		inf.declareAttributes(cls)
	}
	for _, cls := range inf.info.ClassList {
		for _, m := range cls.Methods {
			inf.receiver(cls, m)
		}
	}
	inf.overrideFamilies()
	s.on(s.escaped, inf.escapedKind)
	for _, cls := range inf.info.ClassList {
		inf.calledByBase(cls)
	}
}

// calledByBase lets anything reach the special methods of a class that derives
// from a library class, and those that override: the library calls them.
func (inf *inference) calledByBase(cls *Class) {
	for _, c := range cls.MRO() {
		for _, base := range c.realStubBases() {
			if base.Exception || base.Enum || base.Role == "namedtuple" || base.Role == "typeddict" || cls.Typed {
				continue
			}
			for _, m := range cls.Methods {
				s, _ := base.Member(m.Name)
				special := strings.HasPrefix(m.Name, "__") && strings.HasSuffix(m.Name, "__") && m.Name != "__init__" && m.Name != "__new__"
				if m.Kind == Method && (s != nil && m.Name != "__init__" || special) {
					inf.escapeFunc(m, inf.s.node())
				}
			}
		}
	}
}

// declareAttributes finds the attributes that a class's own statements and
// methods define, so that a subclass shares those of its base.
func (inf *inference) declareAttributes(cls *Class) {
	cf := inf.classes[cls]
	for _, f := range cls.Fields {
		if !f.InitVar {
			cf.field(inf.s, f.Name, f.Node)
		}
	}
	for _, v := range cls.ClassVars {
		cf.classVar(inf.s, v.Name)
	}
	for _, m := range cls.Methods {
		if m.Kind != Method && m.Kind != PropertySetter && m.Kind != PropertyGetter || len(m.Params) == 0 {
			continue
		}
		self := inf.symbolAt(m.Params[0].Node)
		ast.Walk(m.Node, func(n ast.Node) bool {
			a, ok := n.(*ast.Attribute)
			if !ok || a.Ctx != ast.Store {
				return true
			}
			name, ok := a.Value.(*ast.Name)
			if !ok || inf.symbolAt(name) != self {
				return true
			}
			attr := mangle(inf.bind.scopes[m.Node], a.Attr)
			if inf.settable(cls, attr) && inf.fieldOf(cls, attr) == nil {
				cf.field(inf.s, attr, a)
			}
			return true
		})
	}
}

// settable reports whether an attribute of that name is stored in instances:
// it is no property.
func (inf *inference) settable(cls *Class, name string) bool {
	for _, c := range cls.MRO() {
		if c.method(name) != nil {
			return false
		}
	}
	return true
}

// anyParams are the methods that the runtime calls with whatever it has.
var anyParams = map[string]bool{
	"__eq__": true, "__ne__": true, "__lt__": true, "__le__": true, "__gt__": true, "__ge__": true, "__contains__": true,
	"__exit__": true, "__aexit__": true,
}

// receiver gives the first parameter of a method what it is bound to.
func (inf *inference) receiver(cls *Class, m *Func) {
	s, ff := inf.s, inf.fns[m]
	if sm := special.Lookup(m.Name); sm != nil && sm.Form == special.Comparison && len(m.Params) > 1 {
		// The runtime compares what lies in a container: its own kind, and
		// where the method asks, or does not say, anything at all.
		for _, k := range inf.info.ClassList {
			if k.IsSubclass(cls) {
				s.add(ff.elems[1], s.instance(k))
			}
		}
		if inf.asksKind(m) {
			s.flow(s.unknown, ff.elems[1])
		}
	} else if anyParams[m.Name] {
		for _, p := range ff.elems[min(1, len(ff.elems)):] {
			s.flow(s.unknown, p)
		}
	}
	if m.Name == "__format__" && len(ff.elems) > 1 {
		s.add(ff.elems[1], s.prim(opStr))
	}
	if len(ff.params) == 0 {
		return
	}
	for _, k := range inf.info.ClassList {
		if !k.IsSubclass(cls) {
			continue
		}
		switch m.Kind {
		case StaticMethod:
			if m.Name == "__new__" {
				s.add(ff.params[0], &kind{op: opClass, class: k})
			}
		case ClassMethod:
			// what it is called on tells which classes
		default:
			if k.FindMethod(m.Name) == m || k == cls {
				s.add(ff.params[0], s.instance(k))
			}
		}
	}
}

// asksKind reports whether a comparison method looks at what the other operand
// is, or says that it may be any object; otherwise it takes it for its own kind.
func (inf *inference) asksKind(m *Func) bool {
	other := m.Params[1]
	if e := other.Node.Annotation; e != nil {
		if r, ok := inf.annotated(e).(*ClassRef); !ok || !r.Class.IsSubclass(m.Class) && !m.Class.IsSubclass(r.Class) {
			return true
		}
	}
	asks := false
	sym := inf.symbolAt(other.Node)
	ast.Walk(m.Node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			for _, a := range n.Args {
				if x, ok := a.(*ast.Name); ok && inf.symbolAt(x) == sym {
					asks = true // isinstance, type, hasattr, or something that may ask
				}
			}
		case *ast.Name:
			asks = asks || inf.roleOf(n) == "notimplemented"
		case *ast.Try:
			asks = true
		}
		return !asks
	})
	return asks
}

// annotated is the class that an annotation names, as a name or in quotes.
func (inf *inference) annotated(e ast.Expr) Ref {
	if k, ok := e.(*ast.Constant); ok {
		if text, ok := k.Value.(ast.Str); ok {
			for _, cls := range inf.info.ClassList {
				if cls.Name == string(text) {
					return &ClassRef{cls}
				}
			}
			return nil
		}
	}
	return inf.ref(e)
}

// overrideFamilies gives a method and those that override it one signature:
// in Go they are one method of an interface.
func (inf *inference) overrideFamilies() {
	s := inf.s
	for _, cls := range inf.info.ClassList {
		for _, v := range cls.ClassVars {
			for _, b := range cls.MRO()[1:] {
				if b.ownClassVar(v.Name) != nil {
					s.unify(inf.classes[cls].classVar(s, v.Name), inf.classes[b].classVar(s, v.Name))
				}
			}
		}
	}
	for _, fn := range inf.info.FuncList {
		for _, base := range fn.Overrides {
			switch fn.Name {
			case "__init__", "__new__", "__post_init__":
				continue
			}
			a, b := inf.fns[fn], inf.fns[base]
			if len(fn.Params) != len(base.Params) || fn.Async != base.Async || fn.Generator != base.Generator {
				fn.Class.dynamic("its method " + fn.Name + " overrides one with another signature")
				base.Class.dynamic("its method " + fn.Name + " is overridden with another signature")
				continue
			}
			for i := range fn.Params {
				if i == 0 && fn.Kind != StaticMethod {
					continue
				}
				if fn.Params[i].Kind != base.Params[i].Kind || fn.Params[i].Name != base.Params[i].Name && fn.Params[i].Kind != stubs.PosOnly {
					fn.Class.dynamic("its method " + fn.Name + " overrides one with other parameters")
					base.Class.dynamic("its method " + fn.Name + " is overridden with other parameters")
					break
				}
				if !sameDefault(fn.Params[i], base.Params[i]) {
					// A call through the base does not know which one it gets.
					fn.Class.dynamic("its method " + fn.Name + " overrides one with other defaults")
					base.Class.dynamic("its method " + fn.Name + " is overridden with other defaults")
					break
				}
				s.unify(a.elems[i], b.elems[i])
				if a.params[i] != a.elems[i] {
					s.unify(a.params[i], b.params[i])
				}
			}
			s.unify(a.result, b.result)
			s.unify(a.yield, b.yield)
			s.unify(a.sent, b.sent)
		}
	}
}

// sameDefault reports whether two parameters have one constant as default, or
// none.
func sameDefault(a, b *Param) bool {
	if a.Default == nil || b.Default == nil {
		return a.Default == b.Default
	}
	return sameConstant(a.Default, b.Default)
}

func sameConstant(a, b ast.Expr) bool {
	switch a := a.(type) {
	case *ast.Constant:
		b, ok := b.(*ast.Constant)
		return ok && reflect.DeepEqual(a.Value, b.Value)
	case *ast.UnaryOp:
		b, ok := b.(*ast.UnaryOp)
		return ok && a.Op == b.Op && sameConstant(a.Operand, b.Operand)
	case *ast.Tuple:
		b, ok := b.(*ast.Tuple)
		return ok && len(a.Elts)+len(b.Elts) == 0
	}
	return false
}

// generate walks the module and all functions.
func (inf *inference) generate() {
	s := inf.s
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		if a, ok := n.(*ast.Attribute); ok {
			if call, ok := a.Value.(*ast.Call); ok && inf.roleOf(call) == "super" {
				inf.superAttrs = append(inf.superAttrs, a.Attr)
			}
		}
		return true
	})
	main := &walker{inference: inf, sc: inf.bind.scopes[inf.info.Module], env: newEnv()}
	main.sums(inf.info.Module.Body)
	main.block(inf.info.Module.Body)
	for _, fn := range inf.info.FuncList {
		var body []ast.Stmt
		switch n := fn.Node.(type) {
		case *ast.FunctionDef:
			body = n.Body
		case *ast.AsyncFunctionDef:
			body = n.Body
		case *ast.Lambda:
			continue // walked where it stands
		default:
			panic(fmt.Sprintf("infer: unexpected %T", n))
		}
		ff := inf.fns[fn]
		w := &walker{inference: inf, fn: ff, sc: inf.bind.scopes[fn.Node], env: newEnv(), cls: fn.Class}
		w.bindParams(ff)
		w.sums(body)
		w.block(body)
		fn.Placeholder = inf.placeholder(fn, body)
		if !w.env.dead && !fn.Placeholder {
			s.add(ff.result, s.prim(opNone))
		}
		if ann := returns(fn); ann != nil && !fn.Generator {
			inf.seeds = append(inf.seeds, seed{ff.result, ann, inf.bind.scopes[fn.Node]})
		}
	}
}

// placeholder reports whether the body of fn is nothing but `...` and never
// runs: an abstract method or a method of a protocol that no super() reaches.
func (inf *inference) placeholder(fn *Func, body []ast.Stmt) bool {
	if !inf.isAbstract(fn) {
		return false
	}
	for _, s := range body {
		switch s := s.(type) {
		case *ast.Pass:
		case *ast.ExprStmt:
			if _, ok := s.Value.(*ast.Constant); !ok {
				return false
			}
		default:
			return false
		}
	}
	reached := false
	for _, a := range inf.superAttrs {
		reached = reached || a == fn.Name
	}
	return !reached
}

// isAbstract reports whether fn is decorated with abstractmethod or belongs to
// a protocol.
func (inf *inference) isAbstract(fn *Func) bool {
	for _, d := range decorators(fn.Node) {
		if inf.roleOf(d) == "abstractmethod" {
			return true
		}
	}
	return fn.Class != nil && fn.Class.Kind == ProtocolClass
}

func returns(fn *Func) ast.Expr {
	switch n := fn.Node.(type) {
	case *ast.FunctionDef:
		return n.Returns
	case *ast.AsyncFunctionDef:
		return n.Returns
	}
	return nil
}

// bindParams defines the parameters at the start of a function.
func (w *walker) bindParams(ff *fnFlow) {
	for i, p := range ff.fn.Params {
		sym := w.symbolAt(p.Node)
		if !tracked(sym) {
			w.s.flow(ff.params[i], w.symNode(sym))
		} else {
			d := w.newDef(sym, ff.params[i])
			w.occ[p.Node] = d
			w.env.defs[sym] = d
		}
		if p.Node.Annotation != nil {
			w.inference.seeds = append(w.inference.seeds, seed{ff.elems[i], p.Node.Annotation, w.sc})
		}
	}
}

// hint notes an annotation for the empty containers that arrive at n.
func (w *walker) hint(n *node, ann ast.Expr) {
	w.inference.seeds = append(w.inference.seeds, seed{n, ann, w.sc})
}

// seed is hint for a place that holds the annotated type when nothing arrives.
func (w *walker) seed(n *node, ann ast.Expr) { w.hint(n, ann) }

// format notes that a value is formatted.
func (w *walker) format(n *node, spec *ast.JoinedStr) {
	if spec != nil {
		w.gen(spec)
	}
	w.s.on(n, func(k *kind) {
		if k.op != opInst {
			return
		}
		for _, name := range []string{"__format__", "__str__", "__repr__"} {
			if w.callMethod(k, name, []*node{w.s.primNode(opStr)}, w.s.node()) {
				return
			}
		}
	})
}

// escapedKind handles a value that code which the analysis cannot see may
// keep, change and call.
func (inf *inference) escapedKind(k *kind) {
	s := inf.s
	both := func(n *node) {
		s.flow(s.unknown, n)
		s.escape(n)
	}
	switch k.op {
	case opList, opSet, opFrozen, opDict, opLib, opIter:
		for _, a := range k.args {
			both(a)
		}
	case opTuple, opVarTuple, opCoro:
		for _, a := range k.args {
			s.escape(a)
		}
	case opGen, opAsyncGen:
		for i, a := range k.args {
			if i == 1 {
				s.flow(s.unknown, a) // what it is sent
				inf.sent = append(inf.sent, a)
				continue
			}
			s.escape(a)
		}
	case opFunc:
		inf.escapeFunc(k.fn, nil)
	case opBound:
		inf.escapeFunc(k.fn, k.self)
	case opInst:
		inf.escapeClass(k.class)
	case opClass:
		inf.escapeClass(k.class)
		if m := k.class.FindMethod("__init__"); m != nil {
			inf.escapeFunc(m, s.with(s.instance(k.class)))
		}
	case opSuper:
		s.escape(k.self)
	}
}

func (inf *inference) escapeFunc(fn *Func, self *node) {
	s, ff := inf.s, inf.fns[fn]
	if ff.dyn {
		return
	}
	ff.dyn, ff.called = true, true
	for i, e := range ff.elems {
		if i == 0 && self != nil {
			s.flow(self, ff.params[0])
			continue
		}
		s.flow(s.unknown, e)
	}
	s.escape(inf.resultOf(ff))
}

func (inf *inference) escapeClass(cls *Class) {
	for _, c := range cls.MRO() {
		if c.escaped {
			continue
		}
		c.escaped = true
		if c.Enum != nil || c.Record() && !c.HasStaticMethods() {
			continue // see enumClasses, recordClasses
		}
		inf.escapeMembers(c, "its instances reach code that is not seen")
	}
}

// escapeMembers makes a class dynamic whose members are reached by code that is
// not seen.
func (inf *inference) escapeMembers(c *Class, why string) {
	c.dynamic(why)
	cf := inf.classes[c]
	for _, name := range cf.names {
		inf.s.flow(inf.s.unknown, cf.fields[name])
		inf.s.escape(cf.fields[name])
	}
	for _, v := range c.ClassVars {
		inf.s.escape(cf.classVar(inf.s, v.Name))
	}
	for _, m := range c.Methods {
		var self *node
		if m.Kind != StaticMethod {
			self = inf.s.node()
		}
		inf.escapeFunc(m, self)
	}
}

// settle propagates, then fills what stays empty: arguments of functions that
// nobody calls, overloads that wait, containers whose annotation tells their
// content.
func (inf *inference) settle() {
	inf.s.run()
	for inf.decideOverloads() || inf.seedRoots() || inf.seedEmpty() {
		inf.s.run()
	}
}

func (inf *inference) decideOverloads() bool {
	changed := false
	inf.settling = true
	for i := 0; i < len(inf.stubs); i++ {
		if st := inf.stubs[i]; len(st.chosen) == 0 && len(st.fit) > 0 {
			st.choose()
			changed = changed || len(st.chosen) > 0
		}
	}
	inf.settling = false
	return changed
}

// seedRoots gives the parameters of functions that nobody calls what their
// annotations say.
func (inf *inference) seedRoots() bool {
	changed := false
	for _, fn := range inf.info.FuncList {
		ff := inf.fns[fn]
		public := inf.opts.Package && fn.Parent == nil && fn.Name[0] != '_'
		if ff.called && !public || ff.seeded {
			continue
		}
		ff.seeded, changed = true, true
		if fn.Kind == ClassMethod && len(ff.params) > 0 {
			inf.s.add(ff.params[0], &kind{op: opClass, class: fn.Class})
		}
		for i, p := range fn.Params {
			if i == 0 && fn.Class != nil && fn.Kind != StaticMethod {
				continue
			}
			if anyParams[fn.Name] {
				continue
			}
			env := &typeEnv{inf: inf, sc: inf.bind.scopes[fn.Node]}
			env.fill(p.Node.Annotation, ff.elems[i])
		}
	}
	return changed
}

// seedEmpty fills containers that nothing was put into from annotations.
func (inf *inference) seedEmpty() bool {
	changed := false
	for _, sd := range inf.seeds {
		env := &typeEnv{inf: inf, sc: sd.sc}
		changed = inf.seedNode(env, sd.n, sd.ann, 0) || changed
	}
	return changed
}

func (inf *inference) seedNode(env *typeEnv, n *node, ann ast.Expr, depth int) bool {
	if depth > 10 || ann == nil {
		return false
	}
	if c, ok := ann.(*ast.Constant); ok {
		if str, ok := c.Value.(ast.Str); ok {
			ann = parseAnnotation(string(str))
			return inf.seedNode(env, n, ann, depth+1)
		}
		return false
	}
	if b, ok := ann.(*ast.BinOp); ok {
		l := inf.seedNode(env, n, b.Left, depth+1)
		return inf.seedNode(env, n, b.Right, depth+1) || l
	}
	head, args, _ := env.split(ann)
	switch h := head.(type) {
	case *userAlias:
		return inf.seedNode(env, n, h.value, depth+1)
	case *stubs.Var:
		changed := false
		switch h.Role {
		case "type:Optional", "type:Union", "type:ClassVar", "type:Final", "type:Annotated":
			for _, a := range args {
				changed = inf.seedNode(env, n, a, depth+1) || changed
			}
		}
		return changed
	case *stubs.Alias:
		sub, x := env.alias(h, args)
		return inf.seedNode(sub, n, x, depth+1)
	case *stubs.Class:
		if len(args) == 0 {
			return false
		}
		changed := false
		for _, k := range append([]*kind(nil), n.find().kinds...) {
			for i, child := range containerParts(k, h) {
				if i >= len(args) {
					break
				}
				if len(child.find().kinds) == 0 {
					env.fill(args[i], child)
					changed = true
				} else {
					changed = inf.seedNode(env, child, args[i], depth+1) || changed
				}
			}
		}
		return changed
	}
	return false
}

// containerParts are the parts of k that the arguments of an annotation with
// class c describe.
func containerParts(k *kind, c *stubs.Class) []*node {
	if o, ok := opOf(c); ok {
		switch {
		case o == opTuple && k.op == opTuple:
			return k.args
		case o == opTuple && k.op == opVarTuple:
			return k.args
		case k.op == o:
			return k.args
		}
		return nil
	}
	switch c.Role {
	case "type:Sequence", "type:MutableSequence", "type:Iterable", "type:Collection", "type:AbstractSet", "type:MutableSet":
		if k.op == opList || isSet(k) || k.op == opVarTuple {
			return k.args
		}
	case "type:Mapping", "type:MutableMapping":
		if k.op == opDict {
			return k.args
		}
	}
	if k.op == opLib && k.lib == c {
		return k.args
	}
	return nil
}

// webs ties the definitions that share a Go variable together.
func (inf *inference) webs() {
	inf.webNode = map[*def]*node{}
	for _, d := range inf.defs {
		root := d.web()
		n := inf.webNode[root]
		if n == nil {
			n = inf.s.node()
			inf.webNode[root] = n
		}
		inf.s.flow(d.node, n)
	}
}
