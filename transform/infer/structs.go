package infer

import (
	"cmp"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// needsObject says why instances of a class cannot be plain Go structs, as far
// as that shows in the class itself; "" if they can.
func needsObject(cls *Class) string {
	switch {
	case cls.Kind == ExceptionClass && cls.keepsFields():
		return "it derives from an exception that keeps values of its own"
	case cls.Kind == ExceptionClass && cls.Dataclass.Init:
		return "it is an exception and a dataclass"
	case cls.Kind == DataClass && cls.plainSubclass():
		return "it is a dataclass with a subclass that is none"
	case cls.Enum != nil:
		return ""
	case cls.Kind == NamedTupleClass:
	case cls.Kind != PlainClass && cls.Kind != DataClass && cls.Kind != ExceptionClass:
		return "classes of its kind are made at run time"
	}
	for _, f := range cls.Fields {
		if f.InitVar {
			return "its field " + f.Name + " is only given to __post_init__"
		}
	}
	if !plainBody(cls.Node.Body) {
		return "its body computes something"
	}
	for _, m := range cls.Methods {
		if special.IsSpecial(m.Name) && special.Lookup(m.Name) == nil {
			return "its method " + m.Name + " needs a Python object"
		}
		if special.IsSpecial(m.Name) && (m.Kind == StaticMethod || m.Kind == ClassMethod) {
			return "its " + m.Name + " is no method of its instances"
		}
		if m.Kind != StaticMethod && (len(m.Params) == 0 || m.Params[0].Kind > stubs.PosOrKw) {
			return "its method " + m.Name + " has no parameter for the instance"
		}
	}
	for _, name := range []string{"__exit__", "__aexit__"} {
		if m := cls.method(name); m != nil && !exitShape(m.Params) {
			return "its " + name + " has not the three parameters"
		}
	}
	return mixedMembers(cls)
}

// exitShape reports whether an __exit__ takes the exception in three parameters
// or in one with a star.
func exitShape(params []*Param) bool {
	switch len(params) {
	case 2:
		return params[1].Kind == stubs.VarPos
	case 4:
		return params[1].Kind <= stubs.PosOrKw && params[3].Kind <= stubs.PosOrKw
	}
	return false
}

// plainSubclass reports whether a class without a dataclass decorator derives
// from cls: what the decorator made then depends on the class of the instance.
func (cls *Class) plainSubclass() bool {
	for _, k := range cls.Subclasses {
		if k.Kind != DataClass || k.plainSubclass() {
			return true
		}
	}
	return false
}

// keepsFields reports whether an exception class derives from one whose
// constructor does more than keep its arguments, as that of OSError does.
func (cls *Class) keepsFields() bool {
	for _, k := range cls.MRO() {
		for _, b := range k.StubBases {
			for _, c := range b.MRO() {
				if c.Exception && len(c.Members) > 0 && !rootException(c) {
					return true
				}
			}
		}
	}
	return false
}

// rootException reports whether c is the class that all exceptions share.
func rootException(c *stubs.Class) bool {
	for _, b := range c.BaseStubs {
		if b.Exception {
			return false
		}
	}
	return true
}

// mixedMembers says which name is one kind of attribute in a class and another
// in one of its bases: a Go type has one member of a name.
func mixedMembers(cls *Class) string {
	for _, b := range cls.MRO()[1:] {
		for _, m := range cls.Methods {
			if o := b.method(m.Name); o != nil && (o.Kind != m.Kind || m.Kind >= PropertyGetter && !sameAccessors(cls, b, m.Name)) {
				return "its " + m.Name + " is another kind of attribute than that of " + b.Name
			}
			if b.ownField(m.Name) != nil || b.ownClassVar(m.Name) != nil {
				return "its method " + m.Name + " is an attribute in " + b.Name
			}
		}
		for _, v := range cls.ClassVars {
			if b.method(v.Name) != nil || b.ownField(v.Name) != nil {
				return "its class variable " + v.Name + " is another kind of attribute in " + b.Name
			}
		}
		for _, f := range cls.Fields {
			if b.method(f.Name) != nil || b.ownClassVar(f.Name) != nil {
				return "its field " + f.Name + " is another kind of attribute in " + b.Name
			}
			if b.ownField(f.Name) != nil {
				return "its field " + f.Name + " is declared again"
			}
		}
	}
	return ""
}

// sameAccessors reports whether two classes define the same of getter, setter
// and deleter for a property.
func sameAccessors(a, b *Class, name string) bool {
	for _, k := range []FuncKind{PropertyGetter, PropertySetter, PropertyDeleter} {
		if (a.accessor(name, k) == nil) != (b.accessor(name, k) == nil) {
			return false
		}
	}
	return true
}

func (cls *Class) ownClassVar(name string) *Field {
	for _, f := range cls.ClassVars {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// answersNotImplemented reports whether a return statement of a special method
// says that the operand is of the wrong kind.
func (inf *inference) answersNotImplemented(fn *Func, e ast.Expr) bool {
	if fn.Class == nil || !special.Lookup(fn.Name).Declines() {
		return false
	}
	name, ok := e.(*ast.Name)
	return ok && inf.roleOf(name) == "notimplemented"
}

// HasStaticMethods reports whether a class, or one that it derives from, has
// special methods that the runtime does not know.
func (cls *Class) HasStaticMethods() bool {
	for _, k := range cls.MRO() {
		for _, m := range k.Methods {
			if sm := special.Lookup(m.Name); sm != nil && sm.Caller == special.Program {
				return true
			}
		}
	}
	return false
}

// libraryUse handles an argument of a library function: an instance with
// special methods that the runtime would have to call must be a Python object.
func (inf *inference) libraryUse(sig *stubs.Sig, env *typeEnv, a sigArg) {
	if a.expr != nil && env.goesThrough(a.p.Annotation) {
		inf.iterated[a.expr] = true
	}
	if sig.Looks || a.elem {
		return
	}
	if _, _, typeVar := env.split(a.p.Annotation); typeVar != "" {
		return
	}
	items := !wantsIterator[cmp.Or(sig.Role, sig.Func.Role)] && env.takesItems(a.p.Annotation)
	if items {
		inf.uses = append(inf.uses, opUse{n: a.n, what: "iteration", name: "__iter__"})
	}
	inf.s.on(a.n, func(k *kind) {
		if k.op == opInst && k.class.HasStaticMethods() && !(items && k.class.FindMethod("__iter__") != nil) {
			k.class.dynamic("the library function " + sig.Func.Name + " may use its special methods")
			inf.calledFromOutside(k.class)
		}
	})
}

// namesMembers reports whether the text that a method is called on may name
// attributes or items: only literals surely do not.
func (st *stubSite) namesMembers() bool {
	if st.a.site == nil {
		return true
	}
	attr, ok := st.a.site.call.Func.(*ast.Attribute)
	if !ok {
		return true
	}
	text, ok := attr.Value.(*ast.Constant)
	if !ok {
		return true
	}
	s, ok := text.Value.(ast.Str)
	return !ok || strings.ContainsAny(string(s), ".[")
}

// readMembers exposes the attributes of the instances that arrive at n, alone
// or in containers: they are read by names that a text has.
func (inf *inference) readMembers(n *node, seen map[*node]bool) {
	if n = n.find(); seen[n] {
		return
	}
	seen[n] = true
	inf.dynamicAttrs = append(inf.dynamicAttrs, &dynamicAttr{recv: n})
	inf.s.on(n, func(k *kind) {
		if k.op == opInst {
			for _, name := range inf.exposable(k.class) {
				inf.attrKind(k, name, inf.s.node())
			}
		}
		for _, a := range k.args {
			inf.readMembers(a, seen)
		}
	})
}

// calledFromOutside lets anything reach the special methods of a class that
// library code may call with values of its own choice.
func (inf *inference) calledFromOutside(cls *Class) {
	for _, k := range cls.MRO() {
		for _, m := range k.Methods {
			if sm := special.Lookup(m.Name); sm != nil && sm.Caller == special.Program && m.Kind == Method {
				inf.escapeFunc(m, inf.s.node())
			}
		}
	}
}

// wantsIterator are the roles of functions that ask an object for its iterator,
// or that iterator for an item, by themselves.
var wantsIterator = map[stubs.Role]bool{"iter": true, "next": true, "next_default": true, "reversed": true}

// takesItems reports whether a parameter takes a sequence of items, which
// lowering makes of any iterable.
func (t *typeEnv) takesItems(annotation ast.Expr) bool {
	head, _, _ := t.split(annotation)
	c, ok := head.(*stubs.Class)
	return ok && c.Role == "type:Iterable"
}

// oddReceiver says which method of a class is called, through the class, on
// something that is no instance of it.
func (inf *inference) oddReceiver(cls *Class) string {
	for _, m := range cls.Methods {
		if m.Kind != Method || len(m.Params) == 0 {
			continue
		}
		for _, k := range inf.fns[m].params[0].find().kinds {
			if k.op != opNone && (k.op != opInst || !k.class.IsSubclass(cls)) {
				return "its method " + m.Name + " is called on something else"
			}
		}
	}
	return ""
}

// oddResult says which special method of a class has a result that its Go form
// cannot have: Python finds that out, or accepts it, at run time.
func (inf *inference) oddResult(cls *Class) string {
	for _, m := range cls.Methods {
		sm := special.Lookup(m.Name)
		if sm == nil || sm.Result == nil && !sm.Item || m.Kind != Method || m.Placeholder {
			continue
		}
		got := inf.resultType(inf.fns[m])
		if sm.Item && got == types.None || sm.Result != nil && got != sm.Result {
			return "its " + m.Name + " gives " + got.String()
		}
	}
	return ""
}

// reflects says why the operator methods of a class cannot be static: which
// operand answers is found out at run time.
func (inf *inference) reflects(cls *Class) string {
	for _, m := range cls.Methods {
		sm := special.Lookup(m.Name)
		if !sm.Declines() || sm.Other == "" || !inf.mayDecline[m] {
			continue
		}
		for _, k := range inf.info.ClassList {
			if k.method(sm.Other) != nil && k != cls {
				return "another class may answer in place of its " + m.Name
			}
		}
	}
	return ""
}

// needsObject notes that an attribute of a function is used, which only the
// Python object of the function has.
func (inf *inference) needsObject(k *kind) {
	if k.op != opFunc && k.op != opBound {
		return
	}
	if ff := inf.fns[k.fn]; ff != nil && !ff.object {
		ff.object = true
		inf.changed = true
	}
}

// objectClasses are the classes whose Python object the program uses other
// than to make instances, and to ask whether something is one.
func (inf *inference) objectClasses() map[*Class]bool {
	out := map[*Class]bool{}
	exempt := inf.classTestNames()
	read := map[string]bool{}
	generic := func(e ast.Expr) { // C or C[T]
		exempt[e] = true
		if sub, ok := e.(*ast.Subscript); ok {
			exempt[sub.Value] = true
			markNames(sub.Slice, exempt)
		}
	}
	walkValues(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			generic(n.Func)
		case *ast.ClassDef:
			for _, b := range n.Bases {
				generic(b)
			}
		case *ast.Attribute:
			if _, ok := inf.info.Refs[n.Value].(*ClassRef); ok {
				exempt[n.Value] = true // Class.member is resolved statically
			}
		case *ast.Name:
			if n.Ctx == ast.Load {
				read[n.Id] = true
			}
		}
		return true
	})
	for _, s := range inf.info.Module.Body {
		if typeAlias(s, read) {
			markNames(s.(*ast.Assign).Value, exempt)
		}
	}
	walkValues(inf.info.Module, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok && !exempt[name] {
			if r, ok := inf.info.Refs[name].(*ClassRef); ok && r.Class.Enum == nil {
				out[r.Class] = true
			}
		}
		return true
	})
	return out
}

// typeAlias reports whether a statement gives a type a name that only
// annotations use: `Expr = Union[Num, Add]`.
func typeAlias(s ast.Stmt, read map[string]bool) bool {
	a, ok := s.(*ast.Assign)
	if !ok || len(a.Targets) != 1 {
		return false
	}
	name, ok := a.Targets[0].(*ast.Name)
	if !ok || read[name.Id] {
		return false
	}
	switch v := a.Value.(type) {
	case *ast.Subscript:
		return true
	case *ast.BinOp:
		return v.Op == ast.BitOr
	}
	return false
}

func markNames(e ast.Expr, out map[ast.Expr]bool) {
	ast.Walk(e, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok {
			out[name] = true
		}
		return true
	})
}

// walkValues is ast.Walk without the annotations.
func walkValues(n ast.Node, f func(ast.Node) bool) {
	each := func(list ...ast.Expr) {
		for _, e := range list {
			if e != nil {
				walkValues(e, f)
			}
		}
	}
	function := func(body []ast.Stmt, ds []ast.Expr, args *ast.Arguments) {
		each(ds...)
		each(args.Defaults...)
		each(args.KwDefaults...)
		for _, s := range body {
			walkValues(s, f)
		}
	}
	ast.Walk(n, func(x ast.Node) bool {
		if !f(x) {
			return false
		}
		switch x := x.(type) {
		case *ast.Arg:
			return false
		case *ast.AnnAssign:
			each(x.Target)
			each(x.Value)
			return false
		case *ast.FunctionDef:
			function(x.Body, x.DecoratorList, x.Args)
			return false
		case *ast.AsyncFunctionDef:
			function(x.Body, x.DecoratorList, x.Args)
			return false
		}
		return true
	})
}

// goesThrough reports whether a parameter takes something to go through, or to
// count.
func (t *typeEnv) goesThrough(annotation ast.Expr) bool {
	head, _, _ := t.split(annotation)
	c, ok := head.(*stubs.Class)
	return ok && (c.Role == "type:Iterable" || c.Role == "type:Sized" || c.Role == "type:Reversible")
}

// raisedBare makes classes dynamic that are raised without a call though
// making an instance takes a constructor: it would run, or fail, at run time.
func (inf *inference) raisedBare() {
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		if s, ok := n.(*ast.Raise); ok && s.Exc != nil {
			if r, ok := inf.ref(s.Exc).(*ClassRef); ok && r.Class.FindMethod("__init__") != nil {
				inf.makeDynamic(r.Class, "it is raised without being called")
			}
		}
		return true
	})
}

// superMembers makes classes dynamic that use super() for more than calls of
// methods that the program defines, and of the constructor.
func (inf *inference) superMembers() {
	for _, a := range inf.attrs {
		for _, k := range a.recv.find().kinds {
			if k.op != opSuper {
				continue
			}
			found := false
			for _, b := range k.class.MRO()[1:] {
				found = found || b.method(a.name) != nil && b.method(a.name).Kind < PropertyGetter
			}
			if !inf.callees[a.e] || !found && a.name != "__init__" {
				inf.makeDynamic(k.class, "super()."+a.name+" is not a method of the program")
			}
		}
	}
}

// frozenStores makes frozen dataclasses dynamic that the program tries to
// change, and classes whose properties it sets or deletes though they have only
// a getter: that is an exception of the run-time class.
func (inf *inference) frozenStores() {
	for _, a := range inf.attrs {
		if a.e.Ctx == ast.Load {
			continue
		}
		needs := PropertySetter
		if a.e.Ctx == ast.Del {
			needs = PropertyDeleter
		}
		for _, k := range a.recv.find().kinds {
			if k.op != opInst {
				continue
			}
			if a.e.Ctx == ast.Store && k.class.frozen() || k.class.Kind == NamedTupleClass {
				inf.makeDynamic(k.class, "it is frozen and assigned to")
			}
			if a.e.Ctx == ast.Store && k.class.FindMethod(a.name) == nil && !k.class.hasRoom(a.name) {
				inf.makeDynamic(k.class, "its __slots__ has no "+a.name+", which is assigned")
			}
			if m := k.class.FindMethod(a.name); m != nil && m.Kind >= PropertyGetter && k.class.accessorInMRO(a.name, needs) == nil {
				inf.makeDynamic(k.class, "its property "+a.name+" is changed, which it does not provide for")
			}
		}
	}
}

// hasRoom reports whether instances of cls can keep an attribute: those of
// classes with __slots__ only the attributes that it names.
func (cls *Class) hasRoom(name string) bool {
	for _, k := range cls.MRO() {
		slots := k.slots()
		if slots == nil || slots[name] || slots["__dict__"] || len(k.StubBases) > 0 || k.Dataclass.Init {
			return true
		}
	}
	return false
}

// slots are the names in the __slots__ of a class body, mangled; nil where there is
// none, or it is no literal.
func (cls *Class) slots() map[string]bool {
	for _, s := range cls.Node.Body {
		a, ok := s.(*ast.Assign)
		if !ok || len(a.Targets) != 1 {
			continue
		}
		if n, ok := a.Targets[0].(*ast.Name); !ok || n.Id != "__slots__" {
			continue
		}
		var items []ast.Expr
		switch v := a.Value.(type) {
		case *ast.Tuple:
			items = v.Elts
		case *ast.List:
			items = v.Elts
		default:
			items = []ast.Expr{v}
		}
		names := map[string]bool{}
		for _, e := range items {
			name, ok := constantName(e)
			if !ok {
				return nil
			}
			names[privateName(cls.Name, name)] = true
		}
		return names
	}
	return nil
}

// accessorInMRO is the function of a property that cls has or inherits; nil if
// the property lacks it.
func (cls *Class) accessorInMRO(name string, kind FuncKind) *Func {
	for _, k := range cls.MRO() {
		if m := k.accessor(name, kind); m != nil {
			return m
		}
	}
	return nil
}

// frozen reports whether a class is a dataclass whose fields cannot be set.
func (cls *Class) frozen() bool {
	for _, k := range cls.MRO() {
		if k.Kind == DataClass && k.Dataclass.Frozen {
			return true
		}
	}
	return false
}

// unboundMethods makes classes dynamic whose methods are taken from the class
// as values: only a static method is a function of its own.
func (inf *inference) unboundMethods() {
	for _, a := range inf.attrs {
		for _, k := range a.recv.find().kinds {
			if k.op != opClass || inf.callees[a.e] {
				continue
			}
			if m := k.class.FindMethod(a.name); m != nil && m.Kind != StaticMethod {
				inf.makeDynamic(k.class, "its method "+a.name+" is taken from the class as a value")
			}
		}
	}
}

// explicitExits makes classes dynamic whose __exit__ the program calls itself:
// its Go form takes the exception alone.
func (inf *inference) explicitExits() {
	for _, a := range inf.attrs {
		if a.name != "__exit__" && a.name != "__aexit__" {
			continue
		}
		for _, k := range a.recv.find().kinds {
			if k.op == opInst || k.op == opClass || k.op == opSuper {
				inf.makeDynamic(k.class, "its "+a.name+" is called by name")
			}
		}
	}
}

// incomplete says which abstract method a class that is instantiated, or that
// nothing derives from, lacks.
func (inf *inference) incomplete(cls *Class) string {
	made := false
	for _, site := range inf.calls {
		if r, ok := inf.ref(site.call.Func).(*ClassRef); ok && r.Class == cls {
			made = true
		}
	}
	if !made && len(cls.Subclasses) > 0 {
		return ""
	}
	for _, k := range cls.MRO() {
		for _, m := range k.Methods {
			if cls.FindMethod(m.Name) == m && k.Kind != ProtocolClass && inf.isAbstract(m) {
				return "it lacks the abstract method " + m.Name
			}
		}
	}
	return ""
}

// classTestNames are the names of classes that only tell what an object is:
// in isinstance, in an except clause, in a class pattern, after raise.
func (inf *inference) classTestNames() map[ast.Expr]bool {
	out := map[ast.Expr]bool{}
	var mark func(e ast.Expr)
	mark = func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.Name:
			out[e] = true
		case *ast.Tuple:
			for _, x := range e.Elts {
				mark(x)
			}
		case *ast.BinOp:
			if e.Op == ast.BitOr {
				mark(e.Left)
				mark(e.Right)
			}
		}
	}
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if inf.roleOf(n) == "isinstance" && len(n.Args) == 2 && len(n.Keywords) == 0 {
				mark(n.Args[1])
			}
		case *ast.ExceptHandler:
			mark(n.Type)
		case *ast.Raise:
			mark(n.Exc)
		case *ast.MatchClass:
			mark(n.Cls)
		}
		return true
	})
	return out
}

// plainBody reports whether a class body only defines methods and gives
// attributes literal values: what a Go declaration can say.
func plainBody(body []ast.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Pass:
		case *ast.ExprStmt:
			if _, ok := s.Value.(*ast.Constant); !ok {
				return false
			}
		case *ast.AnnAssign:
			if s.Value != nil && mentionsNames(s.Value, body) {
				return false
			}
		case *ast.Assign:
			if mentionsNames(s.Value, body) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// mentionsNames reports whether an expression uses a name that the class body
// binds, or has a scope of its own.
func mentionsNames(e ast.Expr, body []ast.Stmt) bool {
	bound := map[string]bool{}
	for _, s := range body {
		switch s := s.(type) {
		case *ast.AnnAssign:
			if n, ok := s.Target.(*ast.Name); ok {
				bound[n.Id] = true
			}
		case *ast.Assign:
			for _, t := range s.Targets {
				if n, ok := t.(*ast.Name); ok {
					bound[n.Id] = true
				} else {
					return true
				}
			}
		case *ast.FunctionDef:
			bound[s.Name] = true
		case *ast.AsyncFunctionDef:
			bound[s.Name] = true
		}
	}
	found := false
	ast.Walk(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			found = found || bound[n.Id]
		case *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp, *ast.Lambda:
			found = true
		}
		return !found
	})
	return found
}
