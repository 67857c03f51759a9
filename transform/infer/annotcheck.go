package infer

import (
	"slices"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// checkAnnotations warns where what flows contradicts an annotation.
func (inf *inference) checkAnnotations() {
	for _, fn := range inf.info.FuncList {
		ff := inf.fns[fn]
		sc := inf.bind.scopes[fn.Node]
		for i, p := range fn.Params {
			if p.Node.Annotation != nil {
				inf.checkAnnotation(p.Node.Annotation, sc, ff.elems[i], "parameter \""+p.Name+"\"", "gets")
			}
		}
		if ann := returns(fn); ann != nil && !fn.Generator && !inf.abstract(fn) {
			inf.checkAnnotation(ann, sc, ff.result, "result of \""+fn.Name+"\"", "returns")
		}
	}
	for _, cls := range inf.info.ClassList {
		for _, f := range cls.Fields {
			if s, ok := f.Node.(*ast.AnnAssign); ok {
				if n := inf.initNode(f); n != nil {
					inf.checkAnnotation(s.Annotation, inf.bind.scopes[cls.Node], n, "field \""+f.Name+"\"", "gets")
				}
			}
		}
	}
}

// abstract reports whether the body of fn is only a placeholder.
func (inf *inference) abstract(fn *Func) bool {
	for _, d := range decorators(fn.Node) {
		if r := inf.roleOf(d); r == "abstractmethod" || r == "overload" {
			return true
		}
	}
	return fn.Class != nil && fn.Class.Kind == ProtocolClass || len(fn.Overridden) > 0
}

// checkAnnotation warns of an annotation that nothing which arrives agrees
// with; where something does, the rest may come from where kinds are told apart
// badly.
func (inf *inference) checkAnnotation(ann ast.Expr, sc *scope, n *node, what, verb string) {
	n = n.find()
	env := &typeEnv{inf: inf, sc: sc}
	if len(n.kinds) == 0 || slices.ContainsFunc(n.kinds, func(k *kind) bool {
		return k.op == opUnknown || inf.agrees(env, k, ann, 0)
	}) {
		return
	}
	have := inf.typeOf(inf.s.with(n.kinds[0])).String()
	if n.kinds[0].op == opNone {
		have = "None"
	}
	want := (&annotation{c: inf.checker, sc: sc}).eval(ann).String()
	if c, ok := ann.(*ast.Name); ok {
		want = c.Id
	}
	inf.report(diag.Warning, diag.WrongAnnotation, ann, "the program is converted by what it does; correct the annotation",
		"%s is annotated %q but %s %q", what, want, verb, have)
}

// agrees reports whether a value of kind k may be what the annotation says.
func (inf *inference) agrees(env *typeEnv, k *kind, ann ast.Expr, depth int) bool {
	if depth > 10 {
		return true
	}
	switch e := ann.(type) {
	case *ast.Constant:
		switch v := e.Value.(type) {
		case ast.None:
			return k.op == opNone
		case ast.Str:
			if x := parseAnnotation(string(v)); x != nil {
				return inf.agrees(env, k, x, depth+1)
			}
		}
		return true
	case *ast.BinOp:
		return inf.agrees(env, k, e.Left, depth+1) || inf.agrees(env, k, e.Right, depth+1)
	}
	head, args, _ := env.split(ann)
	switch h := head.(type) {
	case *userAlias:
		return inf.agrees(env, k, h.value, depth+1)
	case *Class:
		if h.Kind == ProtocolClass || h.Kind == TypedDictClass {
			return true
		}
		return k.op == opInst && k.class.IsSubclass(h)
	case *stubs.Alias:
		sub, x := env.alias(h, args)
		return inf.agrees(sub, k, x, depth+1)
	case *stubs.Var:
		switch h.Role {
		case "type:Optional":
			if k.op == opNone {
				return true
			}
			return inf.agreesAny(env, k, args, depth)
		case "type:Union", "type:ClassVar", "type:Final":
			return inf.agreesAny(env, k, args, depth)
		case "type:Annotated":
			return inf.agreesAny(env, k, args[:min(1, len(args))], depth)
		case "type:LiteralString":
			return k.op == opStr
		case "type:Never":
			return false
		case "type:Callable":
			switch k.op {
			case opNone, opBool, opInt, opBig, opFloat, opStr, opBytes, opList, opDict, opSet, opTuple:
				return false
			}
		}
		return true
	case *stubs.Class:
		if k.op == opInst && !k.class.Typed && h.Module.Name != "builtins" {
			return true
		}
		if o, ok := opOf(h); ok {
			switch {
			case o == opTuple && isTuple(k):
				return true
			case o == opFloat && rank(k.op) > 0 && k.op != opComplex:
				return true
			case o == opComplex && rank(k.op) > 0:
				return true
			case o == opInt && (k.op == opBool || k.op == opBig):
				return true
			case k.op == opInst:
				return k.class.DerivesFrom(h) || !k.class.Typed
			case k.op == opLib:
				return k.lib.IsSubclass(h)
			}
			if k.op != o {
				return false
			}
			for i, a := range k.args {
				if i >= len(args) {
					break
				}
				for _, x := range a.find().kinds {
					if x.op != opUnknown && !inf.agrees(env, x, args[i], depth+1) {
						return false
					}
				}
			}
			return true
		}
		if k.op == opExc && h.Exception {
			return k.lib.IsSubclass(h) || h.IsSubclass(k.lib)
		}
		if k.op == opCoro || k.op == opGen || k.op == opAsyncGen || k.op == opIter || k.op == opFunc || k.op == opBound ||
			k.op == opClass || k.op == opLibClass || k.op == opLibFunc || k.op == opLibBound {
			return true
		}
		return env.matches(k, ann) != fitNo || h.Role != "" && k.op != opNone || h.Module.Name == "builtins" && h.Name == "type"
	}
	return true
}

func (inf *inference) agreesAny(env *typeEnv, k *kind, list []ast.Expr, depth int) bool {
	for _, a := range list {
		if inf.agrees(env, k, a, depth+1) {
			return true
		}
	}
	return len(list) == 0
}
