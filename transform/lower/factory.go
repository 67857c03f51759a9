package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// classCall is the call without arguments of the class that e names, where
// that makes a value of the static type t: what a factory does.
func (b *body) classCall(e ast.Expr, t types.Type) (val, bool) {
	head := e
	if sub, ok := e.(*ast.Subscript); ok {
		head = sub.Value
	}
	switch r := b.l.info.Refs[head].(type) {
	case *infer.StubRef:
		if c, ok := r.Symbol.(*stubs.Class); ok {
			return b.emptyOf(c, t)
		}
	case *infer.ClassRef:
		inst, ok := t.(*types.Instance)
		if !ok || inst.Class != r.Class || !r.Class.Typed {
			return val{}, false
		}
		c := &infer.Call{Kind: infer.NewCall, Class: r.Class, Result: t}
		if init := r.Class.FindMethod("__init__"); init != nil {
			c.Func = init
			for _, p := range init.Params[1:] {
				c.Args = append(c.Args, infer.Arg{Default: p.Default, IsRest: p.Kind == stubs.VarPos || p.Kind == stubs.VarKw})
				c.Types = append(c.Types, p.Type)
				if p.Default == nil && p.Kind != stubs.VarPos && p.Kind != stubs.VarKw {
					return val{}, false
				}
			}
		} else if r.Class.Kind == infer.DataClass || r.Class.Record() {
			for _, f := range r.Class.InitFields() {
				if f.Default == nil && f.Factory == nil {
					return val{}, false
				}
				c.Args = append(c.Args, infer.Arg{})
				c.Types = append(c.Types, f.Type)
			}
		} else if r.Class.Kind != infer.PlainClass {
			return val{}, false
		}
		return b.newCall(&ast.Call{Range: rangeOf(e), Func: e}, c), true
	}
	return val{}, false
}

// emptyOf is what the library class c makes without arguments, of type t.
func (b *body) emptyOf(c *stubs.Class, t types.Type) (val, bool) {
	is := func(role string) bool { return string(c.Role) == "type:"+role }
	switch t := t.(type) {
	case *types.List:
		if is("list") {
			return val{call(pyRef("NewList", b.l.goType(t.Elem))), t, acts}, true
		}
	case *types.Dict:
		if is("dict") {
			return val{call(pyRef("NewDict", b.l.goType(t.Key), b.l.goType(t.Value))), t, acts}, true
		}
	case *types.Set:
		if is("set") && !t.Frozen {
			return val{call(pyRef("NewSet", b.l.goType(t.Elem))), t, acts}, true
		}
	case *types.Lib:
		if t.Stub != c || c.Init == nil {
			return val{}, false
		}
		for _, sig := range c.Init.Overloads {
			k := &infer.Call{Kind: infer.StubCall, Sig: sig, Result: t, TypeArgs: t.Args, Args: make([]infer.Arg, len(sig.Params))}
			required := false
			for _, p := range sig.Params {
				required = required || p.Default == nil && p.Kind != stubs.VarPos && p.Kind != stubs.VarKw
				k.Types = append(k.Types, infer.MemberParam(t, sig, len(k.Types)))
			}
			if !required && sig.Role == "" && c.Role == "" {
				return b.stubCall(&ast.Call{}, k, false), true
			}
		}
	case types.Basic:
		if t == types.Int && is("int") || t == types.Float && is("float") || t == types.Str && is("str") || t == types.Bool && is("bool") {
			return val{b.l.zero(t), t, stable}, true
		}
	}
	return val{}, false
}

// shownArgument is the value of a parameter whose default names another one:
// the argument of that one as Python shows it, None where it is no class.
func (b *body) shownArgument(c *infer.Call, p *stubs.Param) (ir.Expr, bool) {
	n, ok := p.Default.(*ast.Name)
	if !ok {
		return nil, false
	}
	for i, q := range c.Sig.Params {
		if q.Name != n.Id || i >= len(c.Args) {
			continue
		}
		if r, ok := b.l.info.Refs[c.Args[i].Value].(*infer.StubRef); ok {
			if k, ok := r.Symbol.(*stubs.Class); ok {
				return b.stubClassValue(k, c.Args[i].Value).x, true
			}
		}
		return &ir.Nil{}, true
	}
	return nil, false
}
