package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// maxRounds is far more than any program needs: each round makes something
// dynamic that was not.
const maxRounds = 10000

// represent finds the Go type of every node. A node whose kinds have no common
// static type is Any; what is reached through it must be dynamic too: elements
// of containers, classes whose attributes are used. That goes round until
// nothing changes.
func (inf *inference) represent() {
	for {
		inf.settle()
		if inf.round++; inf.round > maxRounds {
			panic("infer: types do not settle")
		}
		inf.changed = false
		inf.boxed = map[*kind]bool{}
		for i := 0; i < len(inf.s.nodes); i++ {
			n := inf.s.nodes[i]
			if n.up != nil {
				continue
			}
			if inf.typeOf(n) == types.Any {
				for _, k := range n.kinds {
					inf.box(k, 0)
				}
			}
		}
		for _, n := range inf.sent {
			inf.forceAny(n)
		}
		inf.checkClasses()
		inf.checkUses()
		inf.checkDynamicAttrs()
		inf.checkUnfolded()
		inf.checkCalls()
		if !inf.changed && len(inf.s.queue) == 0 {
			return
		}
	}
}

// makeDynamic makes a class dynamic and goes round again.
func (inf *inference) makeDynamic(cls *Class, why string) {
	if cls.Typed {
		cls.dynamic(why)
		inf.changed = true
	}
}

func (inf *inference) forceAny(n *node) {
	n = n.find()
	if !n.force {
		n.force = true
		inf.changed = true
	}
}

// box widens what a value of kind k holds, because the value lies in an any.
func (inf *inference) box(k *kind, depth int) {
	if depth > 20 || inf.boxed[k] {
		return
	}
	inf.boxed[k] = true
	switch k.op {
	case opList, opSet, opFrozen, opDict, opVarTuple, opLib, opCoro, opAsyncGen, opIter, opGen:
		for _, a := range k.args {
			inf.forceAny(a)
		}
	case opTuple:
		for _, a := range k.args {
			for _, x := range a.find().kinds {
				inf.box(x, depth+1)
			}
		}
	case opInst:
		if k.class.Kind == NamedTupleClass {
			for _, a := range inf.fixedParts(k) {
				for _, x := range a.find().kinds {
					inf.box(x, depth+1)
				}
			}
		}
	}
}

// typeOf is the representation of what arrives at n.
func (inf *inference) typeOf(n *node) types.Type {
	n = n.find()
	if n.force {
		return types.Any
	}
	if n.round == inf.round && n.typ != nil {
		return n.typ
	}
	if n.busy {
		// a type that contains itself
		inf.forceAny(n)
		return types.Any
	}
	n.busy = true
	t := inf.typeOfKinds(n.kinds)
	n.busy = false
	if n.force {
		t = types.Any
	}
	n.typ, n.round = t, inf.round
	return t
}

func (inf *inference) typeOfKinds(kinds []*kind) types.Type {
	var none bool
	var rest []*kind
	for _, k := range kinds {
		switch k.op {
		case opNone:
			none = true
		case opUnknown, opModule, opLibClass, opLibFunc, opLibBound, opClass, opEllipsis, opNotImplemented, opSuper:
			return types.Any
		default:
			rest = append(rest, k)
		}
	}
	if len(rest) == 0 {
		if none {
			return types.None
		}
		return types.Any
	}
	t := inf.commonType(rest)
	if none {
		return optional(t)
	}
	return t
}

// commonType is the static type that all kinds have, Any if there is none.
func (inf *inference) commonType(kinds []*kind) types.Type {
	first := kinds[0]
	switch first.op {
	case opInst, opExc:
		return inf.instanceType(kinds)
	case opFunc, opBound:
		return inf.funcType(kinds)
	case opInt, opBig:
		t := types.Type(types.Int)
		for _, k := range kinds {
			switch k.op {
			case opBig:
				t = types.BigInt
			case opInt:
			default:
				return types.Any
			}
		}
		if inf.opts.IntBig {
			return types.BigInt
		}
		return t
	}
	if len(kinds) > 1 {
		return types.Any
	}
	arg := func(i int) types.Type { return inf.argType(first.args[i]) }
	switch first.op {
	case opBool:
		return types.Bool
	case opFloat:
		return types.Float
	case opComplex:
		return types.Complex
	case opStr:
		return types.Str
	case opBytes:
		return types.Bytes
	case opList:
		return &types.List{Elem: arg(0), Origin: first}
	case opSet:
		return &types.Set{Elem: arg(0), Origin: first}
	case opFrozen:
		return &types.Set{Elem: arg(0), Frozen: true, Origin: first}
	case opDict:
		return &types.Dict{Key: arg(0), Value: arg(1), Origin: first}
	case opVarTuple:
		return &types.VarTuple{Elem: arg(0), Origin: first}
	case opTuple:
		var elems []types.Type
		for i := range first.args {
			elems = append(elems, arg(i))
		}
		return fixedTuple(elems)
	case opCoro:
		return &types.Coro{Result: arg(0)}
	case opGen:
		return &types.Generator{Elem: arg(0), Origin: first}
	case opAsyncGen:
		return &types.AsyncGenerator{Elem: arg(0), Origin: first}
	case opLib:
		if first.lib.Role == "dynamic" {
			return types.Any
		}
		t := &types.Lib{Module: first.lib.Module.Name, Name: first.lib.Name, Stub: first.lib, Origin: first}
		for i := range first.args {
			t.Args = append(t.Args, arg(i))
		}
		return t
	}
	return types.Any
}

// argType is the type of what arrives at n as a type argument: an iterator that
// has no Go type of its own is kept in an any.
func (inf *inference) argType(n *node) types.Type {
	t := inf.typeOf(n)
	if lib, ok := withoutNone(t).(*types.Lib); ok {
		if c, ok := lib.Stub.(*stubs.Class); ok && c.Protocol {
			switch c.Role {
			case "type:Iterable", "type:Iterator":
				return types.Any
			}
		}
	}
	return t
}

// instanceType is the nearest common base of instances.
func (inf *inference) instanceType(kinds []*kind) types.Type {
	var base *Class
	allExc := true
	libExc := false
	for _, k := range kinds {
		switch k.op {
		case opExc:
			libExc = true
		case opInst:
			if k.class.Kind != ExceptionClass {
				allExc = false
			}
			if !k.class.Typed && k.class.Kind != ExceptionClass {
				return types.Any
			}
			if base == nil {
				base = k.class
			} else {
				base = commonBase(base, k.class)
				if base == nil && !allExc {
					return types.Any
				}
			}
		default:
			return types.Any
		}
	}
	switch {
	case libExc && allExc:
		return types.Error
	case libExc:
		return types.Any
	case base == nil && allExc:
		return types.Error
	case base == nil:
		return types.Any
	case !base.Typed:
		if base.Kind == ExceptionClass {
			return types.Error
		}
		return types.Any
	}
	return &types.Instance{Class: base}
}

// commonBase is the most derived class that a and b both are, nil if none.
func commonBase(a, b *Class) *Class {
	for _, k := range a.MRO() {
		if b.IsSubclass(k) {
			return k
		}
	}
	return nil
}

// funcType is the Go func type that functions of the program share.
func (inf *inference) funcType(kinds []*kind) types.Type {
	var out *types.Func
	for _, k := range kinds {
		if k.op != opFunc && k.op != opBound {
			return types.Any
		}
		t := inf.signature(k)
		if t == nil || out != nil && !types.Identical(out, t) {
			return types.Any
		}
		out = t
	}
	out.Origin = kinds
	return out
}

// signature is the Go func type of one function; nil where a plain func cannot
// be called as the function can.
func (inf *inference) signature(k *kind) *types.Func {
	ff := inf.fns[k.fn]
	if ff.dyn || ff.object || len(k.fn.Decorators) > 0 || k.fn.Kind == LambdaFunc && k.fn.Generator {
		return nil
	}
	if k.fn.Class != nil && (!k.fn.Class.Typed || k.op == opFunc && k.fn.Kind != StaticMethod) {
		return nil
	}
	t := &types.Func{Async: k.fn.Async && !k.fn.Generator}
	for i, p := range k.fn.Params {
		if k.op == opBound && i == 0 {
			continue
		}
		if p.Kind > stubs.PosOrKw || p.Default != nil {
			return nil
		}
		t.Params = append(t.Params, inf.typeOf(ff.params[i]))
	}
	switch {
	case k.fn.Manager != nil:
		t.Result = inf.managerType(ff)
	case k.fn.Async && k.fn.Generator:
		t.Result = &types.AsyncGenerator{Elem: inf.typeOf(ff.yield)}
	case k.fn.Generator:
		t.Result = &types.Generator{Elem: inf.typeOf(ff.yield)}
	default:
		t.Result = inf.resultType(ff)
	}
	return t
}

// resultType is what the function returns; None for one that never returns.
func (inf *inference) resultType(ff *fnFlow) types.Type {
	n := ff.result.find()
	if len(n.kinds) == 0 && !n.force {
		return types.None
	}
	return inf.typeOf(n)
}

// checkClasses makes classes dynamic whose shape a Go struct cannot have.
func (inf *inference) checkClasses() {
	if inf.asObject == nil {
		inf.asObject = inf.objectClasses()
		inf.raisedBare()
		inf.superMembers()
		inf.explicitExits()
		inf.unboundMethods()
		inf.frozenStores()
	}
	inf.enumClasses()
	inf.recordClasses()
	for _, cls := range inf.info.ClassList {
		if cls.Typed && inf.asObject[cls] && cls.Kind != ExceptionClass && !inf.opts.AllStructs {
			inf.makeDynamic(cls, "the class is used as a value")
		}
		if cls.Plain && !inf.opts.AllStructs {
			inf.makeDynamic(cls, "it is an exception that only has a name")
			continue
		}
		if !cls.Typed {
			// a dynamic class is dynamic with its whole hierarchy
			for _, b := range cls.MRO()[1:] {
				if !b.Plain {
					inf.makeDynamic(b, "its subclass "+cls.Name+" is dynamic")
				}
			}
			for _, k := range inf.info.ClassList {
				if k != cls && k.IsSubclass(cls) {
					inf.makeDynamic(k, "its base "+cls.Name+" is dynamic")
				}
			}
			inf.dynamicMembers(cls)
			continue
		}
		if why := inf.reflects(cls); why != "" && !inf.opts.AllStructs {
			inf.makeDynamic(cls, why)
			continue
		}
		if why := inf.oddReceiver(cls); why != "" {
			inf.makeDynamic(cls, why)
			continue
		}
		if why := inf.oddResult(cls); why != "" && !inf.opts.AllStructs {
			inf.makeDynamic(cls, why)
			continue
		}
		if why := inf.incomplete(cls); why != "" {
			inf.makeDynamic(cls, why)
			continue
		}
		if why := needsObject(cls); why != "" && !inf.opts.AllStructs {
			inf.makeDynamic(cls, why)
			continue
		}
		if cls.Enum != nil {
			if why := inf.enumReason(cls); why != "" {
				inf.makeDynamic(cls, why)
			}
			continue
		}
		cf := inf.classes[cls]
		for _, name := range cf.names {
			for _, k := range cls.MRO() {
				if inf.classes[k].vars[name] != nil {
					inf.makeDynamic(cls, "attribute "+name+" is both of the class and of its instances")
				}
			}
			if cf.outer[name] && cls.Kind != PlainClass && cls.ownField(name) == nil {
				inf.makeDynamic(cls, "attribute "+name+" is added to its instances")
			}
		}
		if cls.Kind == NamedTupleClass || cls.Kind == TypedDictClass {
			continue
		}
	}
}

// dynamicMembers gives all that a dynamic class has the type Any.
func (inf *inference) dynamicMembers(cls *Class) {
	cf := inf.classes[cls]
	for _, n := range cf.fields {
		inf.forceAny(n)
	}
	for _, n := range cf.vars {
		inf.forceAny(n)
	}
	for _, n := range cf.initVars {
		inf.forceAny(n)
	}
	for _, m := range cls.Methods {
		ff := inf.fns[m]
		for i := range ff.params {
			inf.forceAny(ff.elems[i])
			if m.Params[i].Kind != stubs.VarPos && m.Params[i].Kind != stubs.VarKw {
				inf.forceAny(ff.params[i])
			}
		}
		inf.forceAny(ff.result)
		if givesIterator[m.Name] {
			for _, k := range ff.result.find().kinds {
				if k.op == opInst && k.class.HasStaticMethods() {
					inf.makeDynamic(k.class, "the runtime iterates over it for "+cls.Name)
				}
			}
		}
		if m.Generator {
			inf.forceAny(ff.yield)
		}
	}
}

// givesIterator are the methods with results that the runtime asks for items.
var givesIterator = map[string]bool{"__iter__": true, "__aiter__": true, "__reversed__": true}

// classesIn lists the user classes of the instances that arrive at n.
func classesIn(n *node) []*Class {
	var out []*Class
	for _, k := range n.find().kinds {
		if k.op == opInst {
			out = append(out, k.class)
		}
	}
	return out
}

// checkUses makes classes dynamic whose instances are used where their type is
// not static.
func (inf *inference) checkUses() {
	for _, u := range inf.uses {
		classes := classesIn(u.n)
		if len(classes) == 0 {
			continue
		}
		t := inf.typeOf(u.n)
		inst, ok := withoutNone(t).(*types.Instance)
		if !ok {
			if t == types.Error && u.name == "" {
				continue
			}
			for _, cls := range classes {
				if cls.Enum == nil && !(cls.Record() && (u.name == "" && !cls.HasStaticMethods() || u.name != "" && cls.FindMethod(u.name) == nil)) {
					// members of enums and named tuples are objects there
					inf.makeDynamic(cls, u.what+" is used on a value without static type")
				}
			}
			continue
		}
		if u.name == "" || !inst.Class.(*Class).Typed {
			continue
		}
		if !inf.hasAttr(inst.Class.(*Class), u.name) {
			for _, cls := range classes {
				if cls != inst.Class && inf.hasAttr(cls, u.name) {
					inf.makeDynamic(cls, u.what+" is used through its base "+inst.Class.ClassName()+", which lacks it")
					inf.makeDynamic(inst.Class.(*Class), u.what+" is used on it and only defined in subclasses")
				}
			}
		}
	}
	for _, a := range inf.attrs {
		if _, ok := a.e.Value.(*ast.Call); ok {
			for _, k := range a.recv.find().kinds {
				if k.op == opClass {
					inf.makeDynamic(k.class, "attribute "+a.name+" of its class object is used")
				}
			}
		}
		classes := classesIn(a.recv)
		if len(classes) == 0 {
			continue
		}
		t := withoutNone(inf.typeOf(a.recv))
		inst, ok := t.(*types.Instance)
		if ok {
			cls := inst.Class.(*Class)
			if cls.Typed && !inf.hasAttr(cls, a.name) {
				inf.makeDynamic(cls, "attribute "+a.name+" is used and not defined in it")
			}
			continue
		}
		if t == types.Error && inf.excAttr(a.name) && inf.noneDefines(classes, a.name) {
			continue
		}
		for _, cls := range classes {
			switch {
			case cls.Enum != nil && enumAttrs[a.name] != "":
			case cls.Record() && (cls.ownField(a.name) != nil || tupleMembers[a.name]):
			case t == types.Any && a.e.Ctx != ast.Del && (cls.Enum == nil && !inf.hasAttr(cls, a.name) || inf.expose(cls, a.name, a.e.Ctx == ast.Store)):
			case t != types.Error || inf.hasAttr(cls, a.name):
				inf.makeDynamic(cls, "attribute "+a.name+" is used on a value without static type")
			}
		}
	}
}

// excAttr reports whether every exception has the attribute.
func (inf *inference) excAttr(name string) bool {
	c := inf.builtinStub("BaseException")
	if c == nil {
		return false
	}
	m, _ := c.Member(name)
	return m != nil
}

func (inf *inference) noneDefines(classes []*Class, name string) bool {
	for _, cls := range classes {
		if cls.FindMethod(name) != nil || inf.fieldOf(cls, name) != nil {
			return false
		}
	}
	return true
}

// hasAttr reports whether the struct of cls has an attribute or method.
func (inf *inference) hasAttr(cls *Class, name string) bool {
	if cls.FindMethod(name) != nil || inf.fieldOf(cls, name) != nil {
		return true
	}
	for _, k := range cls.MRO() {
		if inf.classes[k].vars[name] != nil {
			return true
		}
		for _, b := range k.StubBases {
			if m, _ := b.Member(name); m != nil {
				return true
			}
		}
	}
	return cls.Kind == NamedTupleClass && tupleMembers[name] || cls.Kind == EnumClass && enumAttrs[name] != "" || name == "__class__" || name == "__doc__"
}

// checkCalls boxes what dynamic calls take and give.
func (inf *inference) checkCalls() {
	inf.calleeNodes = map[*node]bool{}
	for _, site := range inf.calls {
		if site.args == nil || site.fun == nil {
			continue
		}
		call := inf.resolveCall(site)
		site.resolved = call
		if call.Kind != DynamicCall {
			if call.Kind != FuncValueCall {
				inf.calleeNodes[site.fun.find()] = true
			}
			continue
		}
		for _, a := range site.args.all() {
			for _, k := range a.n.find().kinds {
				inf.box(k, 0)
				if k.op == opInst && k.class.HasStaticMethods() && site.handsOver() {
					inf.makeDynamic(k.class, "library code may use its special methods")
				}
			}
		}
		for _, k := range site.result.find().kinds {
			inf.box(k, 0)
			if k.op == opLib && len(k.args) > 0 && !site.result.has(opUnknown) {
				// which Go type the library gives is only known at run time
				inf.s.flow(inf.s.unknown, site.result)
				inf.changed = true
			}
		}
		for _, k := range site.fun.find().kinds {
			switch k.op {
			case opClass:
				if k.class.Enum == nil {
					inf.makeDynamic(k.class, "it is called in a way that is only known at run time")
				}
			case opFunc, opBound:
				inf.boxSignature(k.fn)
			}
		}
	}
	// functions that are values without static type are called with any
	for _, n := range inf.s.nodes {
		if n.up != nil || inf.typeOf(n) != types.Any {
			continue
		}
		for _, k := range n.kinds {
			if (k.op == opFunc || k.op == opBound) && inf.isValue(n) {
				inf.boxSignature(k.fn)
			}
		}
	}
}

// handsOver reports whether a call gives its arguments to a library function
// that does more than look at them.
func (site *callSite) handsOver() bool {
	for _, st := range site.stubs {
		for _, f := range st.chosen {
			if !f.sig.Looks {
				return true
			}
		}
	}
	return false
}

// isValue reports whether a node is a place that keeps values, and not the
// name of a function as the callee of a call.
func (inf *inference) isValue(n *node) bool { return !inf.calleeNodes[n.find()] }

// boxSignature widens the containers that a function takes and gives, because
// dynamic code calls it.
func (inf *inference) boxSignature(fn *Func) {
	ff := inf.fns[fn]
	for _, p := range ff.elems {
		for _, k := range p.find().kinds {
			inf.box(k, 0)
		}
	}
	for _, n := range []*node{ff.result, ff.yield} {
		for _, k := range n.find().kinds {
			inf.box(k, 0)
		}
	}
}

// opUse is an operation whose meaning depends on the static type of an operand.
type opUse struct {
	n    *node
	what string
	name string // the method that it calls, "" where that is found in another way
}
