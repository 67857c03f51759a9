package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// computeEffects finds out which functions need a context and which return an
// error, over the call graph: a function has the effects of what it calls.
func computeEffects(info *infer.Info) {
	e := &effects{info: info, callees: map[*infer.Func][]*infer.Func{}}
	for _, f := range info.FuncList {
		e.direct(f)
		if f.Class != nil && f.Class.Typed && !isInit(f) {
			// an override has the signature of what it overrides
			e.callees[f] = append(append(e.callees[f], f.Overrides...), f.Overridden...)
		}
	}
	for changed := true; changed; {
		changed = false
		for _, f := range info.FuncList {
			if sig := specialSig(f); sig != nil {
				f.Ctx, f.Err = f.Async, f.Async || sig.Err
				continue
			}
			for _, c := range e.callees[f] {
				if c.Ctx && !f.Ctx {
					f.Ctx, changed = true, true
				}
				if c.Err && !c.Generator && !f.Err {
					f.Err, changed = true, true
				}
			}
		}
	}
	for _, f := range info.FuncList {
		if f.Async {
			f.Ctx, f.Err = true, true
		}
	}
}

// isInit reports whether f only runs when an instance is made, so that an
// override may have another signature.
func isInit(f *infer.Func) bool { return f.Name == "__init__" || f.Name == "__post_init__" }

type effects struct {
	info    *infer.Info
	callees map[*infer.Func][]*infer.Func
}

// direct finds the effects of f's own body and the functions that it calls.
func (e *effects) direct(f *infer.Func) {
	var list []ast.Node
	if l, ok := f.Node.(*ast.Lambda); ok {
		list = append(list, l.Body)
	} else {
		for _, s := range funcBody(f.Node) {
			list = append(list, s)
		}
	}
	for _, n := range list {
		ast.Walk(n, func(n ast.Node) bool { return e.node(f, n) })
	}
}

func (e *effects) node(f *infer.Func, n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FunctionDef:
		e.def(f, n, n.DecoratorList, n.Args)
		return false
	case *ast.AsyncFunctionDef:
		e.def(f, n, n.DecoratorList, n.Args)
		return false
	case *ast.Lambda:
		return false
	case *ast.ClassDef:
		if c := e.info.Classes[n]; c == nil || !c.Typed {
			f.Ctx, f.Err = true, true
		}
		return true
	case *ast.Raise, *ast.Assert:
		f.Err = true
	case *ast.Await, *ast.AsyncFor, *ast.AsyncWith:
		f.Ctx, f.Err = true, true
	case *ast.With, *ast.TryStar, *ast.YieldFrom:
		f.Ctx, f.Err = true, true
	case *ast.Try:
		// What the handlers do not take goes on as an error.
		f.Err = true
	case *ast.Comprehension:
		if n.IsAsync {
			f.Ctx, f.Err = true, true
		}
	case *ast.Call:
		e.call(f, n)
	case *ast.Attribute:
		if p, ok := e.info.Refs[n].(*infer.PropertyRef); ok {
			for _, g := range []*infer.Func{p.Getter, p.Setter, p.Deleter} {
				if g != nil {
					e.callees[f] = append(e.callees[f], g)
				}
			}
		}
	}
	return true
}

func (e *effects) def(f *infer.Func, n ast.Node, decorators []ast.Expr, args *ast.Arguments) {
	inner := e.info.Funcs[n]
	if inner != nil && len(inner.Decorators) > 0 {
		f.Ctx, f.Err = true, true
	}
	for _, d := range decorators {
		ast.Walk(d, func(n ast.Node) bool { return e.node(f, n) })
	}
	for _, d := range append(append([]ast.Expr{}, args.Defaults...), args.KwDefaults...) {
		if d != nil {
			ast.Walk(d, func(n ast.Node) bool { return e.node(f, n) })
		}
	}
}

func (e *effects) call(f *infer.Func, n *ast.Call) {
	if r, ok := e.info.Refs[n.Func].(*infer.StubRef); ok {
		if k, ok := r.Symbol.(*stubs.Class); ok && k.Exception && !k.IsGroup() {
			return // made by its class variable
		}
	}
	if r, ok := e.info.Refs[n.Func].(*infer.ClassRef); ok && r.Class.Kind == infer.ExceptionClass && len(r.Class.Methods) == 0 {
		return
	}
	if f.Class != nil && baseInit(e.info, n) {
		return
	}
	c := e.info.Calls[n]
	if c == nil {
		f.Ctx, f.Err = true, true
		return
	}
	switch c.Kind {
	case infer.FuncCall:
		if !c.Func.Async || c.Func.Generator {
			e.callees[f] = append(e.callees[f], c.Func)
		}
	case infer.MethodCall:
		if !c.Func.Async || c.Func.Generator {
			e.callees[f] = append(e.callees[f], c.Func)
			if !c.Static {
				e.callees[f] = append(e.callees[f], c.Func.Overridden...)
			}
		}
	case infer.NewCall:
		f.Err = f.Err || c.Class.Enum != nil
		for _, name := range []string{"__init__", "__post_init__"} {
			if m := c.Class.FindMethod(name); m != nil {
				e.callees[f] = append(e.callees[f], m)
			}
		}
	case infer.StubCall:
		if c.Sig.Ctx || c.Sig.Async {
			f.Ctx = true
		}
		if c.Sig.Raises || c.Sig.Async || c.Sig.RaisesThru && e.passesFunc(c) {
			f.Err = true
		}
	case infer.RoleCall:
		if role := callRole(c); dynamicRoles[role] || role.Starts() != "" {
			f.Ctx, f.Err = true, true
		}
	case infer.DynamicCall, infer.FuncValueCall:
		f.Ctx, f.Err = true, true
	}
}

func (e *effects) passesFunc(c *infer.Call) bool {
	for _, t := range c.Types {
		if _, ok := t.(*types.Func); ok {
			return true
		}
	}
	return false
}
