package infer

import (
	"slices"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// variables makes one Var for each symbol of the program.
func (c *checker) variables() {
	for _, sc := range c.bind.all {
		for _, sym := range sc.order {
			v := &Var{
				Name: sym.name, Type: types.Any, Captured: sym.captured,
				Global:   sc.kind == moduleScope,
				ClassVar: sc.kind == classScope,
				Param:    sym.param != nil,
			}
			if fs := sc.function(); fs.kind == funcScope {
				v.Func = fs.fn
			}
			sym.v = v
			if sym.param != nil {
				sym.param.Var = v
			}
		}
	}
	for n, sym := range c.bind.symOf {
		c.info.Vars[n] = sym.v
		if c.unset[n] {
			sym.v.MayUnset = true
		}
	}
	for _, bd := range c.bind.all {
		for _, sym := range bd.order {
			if len(sym.binds) == 1 && sym.binds[0].kind == bindAnn {
				sym.v.MayUnset = true
			}
		}
	}
	for n, sym := range c.bind.symOf {
		if sym.v.MayUnset && c.unbinds(n) {
			c.info.Unbinds[n] = []*Var{sym.v}
		}
	}
	c.publishUnset()
}

// unbinds reports whether a name has no value after n: after its del, after
// the except clause that it is bound in.
func (c *checker) unbinds(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ExceptHandler:
		return true
	case *ast.Name:
		return n.Ctx == ast.Del
	}
	return false
}

// interpreterHints say what to write instead of the builtins that need a
// Python interpreter (role "unsupported").
var interpreterHints = map[string]string{
	"eval":       "write the expression itself, or use ast.literal_eval or json for data",
	"exec":       "write the statements themselves",
	"compile":    "write the code itself",
	"__import__": "use an import statement",
}

// refuse reports builtins that cannot be converted, and warns of library
// classes that do not all that CPython's do.
func (c *checker) refuse() {
	warned := map[*stubs.Class]bool{}
	ast.Walk(c.info.Module, func(n ast.Node) bool {
		if h, ok := n.(*ast.ExceptHandler); ok && c.info.DeadHandlers[h] {
			return false
		}
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if r, ok := c.info.Refs[e].(*StubRef); ok {
			if name := stubs.SymbolName(r.Symbol); symbolRole(r.Symbol) == "unsupported" {
				c.report(diag.Error, diag.UnsupportedBuiltin, n, interpreterHints[name], "%q needs a Python interpreter at run time", name)
			}
			if k, ok := r.Symbol.(*stubs.Class); ok && k.Differs != "" && !warned[k] {
				warned[k] = true
				c.report(diag.Warning, diag.LibraryDiffers, n, "", "%s differs from CPython's: %s", k.Name, k.Differs)
			}
		}
		return true
	})
}

// dynamic resolves calls by names alone: every value is Any.
func (c *checker) dynamic() {
	for _, cls := range c.info.ClassList {
		cls.dynamic("types are dynamic (--types=dynamic)")
	}
	ast.Walk(c.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExceptHandler:
			return !c.info.DeadHandlers[n]
		case *ast.Call:
			c.info.Calls[n] = c.dynamicCall(n)
		case *ast.BinOp:
			if v := foldInt(n); v != nil && !v.IsInt64() {
				c.info.Types[n] = types.BigInt
			}
		}
		return true
	})
	for _, fn := range c.info.FuncList {
		c.functionUse(fn)
	}
	c.valueUses()
}

// functionUse fills in what holds for a function in dynamic mode.
func (c *checker) functionUse(fn *Func) {
	for _, p := range fn.Params {
		p.Var = c.symbolAt(p.Node).v
	}
	if fn.Kind == LambdaFunc || fn.Class != nil || !fn.Direct {
		fn.AsValue = true
	}
}

// valueUses finds the functions and classes that are used other than as the
// callee of a resolved call.
func (c *checker) valueUses() {
	callees := map[ast.Expr]bool{}
	for call, info := range c.info.Calls {
		switch info.Kind {
		case FuncCall, NewCall, MethodCall:
			callees[call.Func] = true
		}
	}
	for e, r := range c.info.Refs {
		if callees[e] {
			continue
		}
		switch r := r.(type) {
		case *FuncRef:
			r.Func.AsValue = true
		case *ClassRef:
			r.Class.AsValue = true
		}
	}
}

func (c *checker) dynamicCall(call *ast.Call) *Call {
	dyn := &Call{Kind: DynamicCall, Result: types.Any}
	switch r := c.info.Refs[call.Func].(type) {
	case *FuncRef:
		args, ok := bindArgs(formalsOf(r.Func.Params), call)
		if !ok || !r.Func.Direct || slices.ContainsFunc(call.Keywords, func(k *ast.Keyword) bool { return k.Arg == "" }) {
			return dyn
		}
		out := &Call{Kind: FuncCall, Func: r.Func, Args: args, Result: types.Any}
		for range args {
			out.Types = append(out.Types, types.Any)
		}
		return out
	case *StubRef:
		switch s := r.Symbol.(type) {
		case *stubs.Func:
			if out := c.dynamicStubCall(s, call); out != nil {
				return out
			}
		case *stubs.Class:
			if s.Init != nil && !s.Exception {
				if out := c.dynamicStubCall(s.Init, call); out != nil {
					if s.Role != "" {
						out.Kind = RoleCall
					}
					return out
				}
			}
		}
	}
	return dyn
}

// dynamicStubCall chooses the overload for arguments of which only literals
// have a known type: the one whose parameters take any value. It returns nil
// where none is fit, or the choice depends on types.
func (c *checker) dynamicStubCall(f *stubs.Func, call *ast.Call) *Call {
	var fit []*Call
	var general []*Call
	for _, sig := range f.Overloads {
		if f.Class != nil && !sig.Static && !sig.ClassMeth && f != f.Class.Init {
			return nil
		}
		args, ok := bindArgs(stubFormals(sig), call)
		if !ok {
			continue
		}
		out, exact, possible := c.anyCall(sig, args)
		if !possible {
			continue
		}
		fit = append(fit, out)
		if exact {
			general = append(general, out)
		}
	}
	switch {
	case len(general) > 0:
		for _, out := range general {
			if f.Role == "" && takesOnlyAny(out) {
				return out // the form for values without static type
			}
		}
		return general[0]
	case len(fit) == 1:
		return fit[0]
	case len(fit) > 0 && f.Role != "":
		return fit[len(fit)-1]
	}
	return nil
}

// takesOnlyAny reports whether every argument of a call is for a parameter of
// type Any.
func takesOnlyAny(c *Call) bool {
	for i, a := range c.Args {
		if (a.Value != nil || len(a.Rest) > 0) && c.Types[i] != types.Any {
			return false
		}
	}
	return len(c.Args) > 0
}

// anyCall instantiates sig with Any. exact tells that every argument is taken
// as it is; possible that no literal contradicts its parameter.
func (c *checker) anyCall(sig *stubs.Sig, args []Arg) (out *Call, exact, possible bool) {
	ev := &annotation{c: c, module: sig.Func.Module, self: types.Any}
	out = &Call{Kind: StubCall, Sig: sig, Args: args, Result: ev.resultOf(sig.Result)}
	if sig.Result == nil {
		out.Result = types.Any
	}
	if sig.Role != "" {
		out.Kind = RoleCall
	}
	cls := sig.Func.Class
	if cls != nil && sig.Func == cls.Init {
		lib := &types.Lib{Module: cls.Module.Name, Name: cls.Name, Stub: cls}
		for range cls.TypeParams {
			lib.Args = append(lib.Args, types.Any)
			out.TypeArgs = append(out.TypeArgs, types.Any)
		}
		out.Result = lib
		if t := ev.stubClass(cls, nil); t != nil {
			out.Result = t
		}
	} else {
		for range sig.TypeParams {
			out.TypeArgs = append(out.TypeArgs, types.Any)
		}
	}
	exact, possible = true, true
	for i, p := range sig.Params {
		t := ev.eval(p.Annotation)
		out.Types = append(out.Types, t)
		if takesAnyValue(t) {
			continue
		}
		values := args[i].Rest
		if args[i].Value != nil {
			values = append(values, args[i].Value)
		}
		for _, v := range values {
			lit := literalType(v)
			switch {
			case t == types.Any || types.Identical(lit, t):
			case lit == types.None:
				if _, ok := t.(*types.Optional); !ok && t != types.None {
					possible = false
				}
			case lit == types.Int && (t == types.Float || isOptionalOf(t, types.Float)):
			case lit != types.Any && !isOptionalOf(t, lit) && isBasic(t):
				possible = false
			case isOptionalOf(t, lit):
			default:
				exact = false
			}
		}
	}
	return out, exact, possible
}

// takesAnyValue reports whether lowering gives a value of any type the form
// that a parameter of the protocol t has: sequences and awaitables.
func takesAnyValue(t types.Type) bool {
	lib, ok := t.(*types.Lib)
	if !ok {
		return false
	}
	c, ok := lib.Stub.(*stubs.Class)
	if !ok || !c.Protocol || c.Module.Name == "builtins" {
		return false
	}
	switch c.Role {
	case "type:Awaitable", "type:Coroutine":
		return true
	case "type:Iterable":
		return len(lib.Args) == 0 || lib.Args[0] == types.Any
	}
	return false
}

func isBasic(t types.Type) bool {
	b, ok := withoutNone(t).(types.Basic)
	return ok && b != types.Any && b != types.Error
}

func isOptionalOf(t, elem types.Type) bool {
	o, ok := t.(*types.Optional)
	return ok && types.Identical(o.Elem, elem)
}
