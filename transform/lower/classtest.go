package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// typedTests splits what isinstance asks for into the classes that are Go
// types and the other expressions.
func (b *body) typedTests(e ast.Expr) (classes []*infer.Class, rest []ast.Expr) {
	switch e := e.(type) {
	case *ast.Tuple:
		for _, x := range e.Elts {
			c, r := b.typedTests(x)
			classes, rest = append(classes, c...), append(rest, r...)
		}
		return classes, rest
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			c, r := b.typedTests(e.Left)
			c2, r2 := b.typedTests(e.Right)
			return append(c, c2...), append(r, r2...)
		}
	}
	if r, ok := b.l.info.Refs[e].(*infer.ClassRef); ok && r.Class.Typed {
		return []*infer.Class{r.Class}, nil
	}
	return nil, []ast.Expr{e}
}

// typedTest is isinstance(x, ...) with classes that are Go types.
func (b *body) typedTest(x val, classes []*infer.Class, rest []ast.Expr) val {
	if len(classes)+len(rest) > 1 {
		x = b.spill(x, "value")
	}
	var out ir.Expr
	for _, c := range classes {
		test := b.isType(x, c)
		if out == nil {
			out = test
		} else {
			out = binary("||", out, test)
		}
	}
	for _, e := range rest {
		out = binary("||", out, pyCall("IsInstance", b.box(x).x, b.classesValue(e).x))
	}
	return val{out, types.Bool, max(x.o, reads)}
}

// isType is the Go condition that a value is an instance of a class that is a
// Go type.
func (b *body) isType(x val, c *infer.Class) ir.Expr {
	t := x.t
	if o, ok := t.(*types.Optional); ok {
		t = o.Elem
	}
	if i, ok := t.(*types.Instance); ok {
		switch from := i.Class.(*infer.Class); {
		case from.IsSubclass(c):
			if _, optional := x.t.(*types.Optional); optional {
				return notNil(x.x)
			}
			b.effect(x)
			return boolLit(true)
		case !c.IsSubclass(from):
			b.effect(x)
			return boolLit(false)
		}
	} else if t != types.Any && t != types.Error {
		b.effect(x)
		return boolLit(false)
	}
	if isOpen(c) {
		// Only what embeds the struct of c has this method.
		b.l.accessor(c)
	}
	return call(pyRef("IsType", b.l.instanceType(c)), b.plainBox(x).x)
}

// plainBox is x as an argument of type any: an interface of the program needs
// no conversion.
func (b *body) plainBox(x val) val {
	if isIface(x.t) || x.t == types.Error {
		return x
	}
	return b.box(x)
}

// typedPattern matches Cls(a, b, key=c) where the class is a Go struct.
func (b *body) typedPattern(p *ast.MatchClass, c *infer.Class, v val, then func()) {
	v = b.spill(v, "subject")
	t := &types.Instance{Class: c}
	if !standsFor(t) && (v.t == types.Any || v.t == types.Error || isIface(v.t)) {
		if test, ok := b.isType(v, c).(*ir.Call); ok {
			// x, ok := v.(*C)
			x, is := b.tempOf(c.Name, b.l.instanceType(c)), b.tempOf("ok", ir.Bool)
			if len(p.Patterns)+len(p.KwdPatterns) == 0 {
				b.test(test, then)
				return
			}
			b.add(assign2(use(x), use(is), &ir.TypeAssert{X: v.x, Type: b.l.instanceType(c)}))
			b.test(use(is), func() { b.typedParts(p, c, val{use(x), t, stable}, then) })
			return
		}
	}
	b.test(b.isType(v, c), func() { b.typedParts(p, c, b.spill(b.convert(v, t), c.Name), then) })
}

// typedParts matches the attributes of an instance with the parts of a class
// pattern.
func (b *body) typedParts(p *ast.MatchClass, c *infer.Class, x val, then func()) {
	all := append(append([]ast.Pattern{}, p.Patterns...), p.KwdPatterns...)
	var parts []val
	for i := range all {
		var name string
		if i < len(p.Patterns) {
			fields := c.InitFields()
			n := len(fields)
			if c.Kind != infer.DataClass && !c.Record() {
				n = 0
			}
			if len(p.Patterns) > n {
				b.raise(method(pyRef("TypeError"), "New", str(fmt.Sprintf("%s() accepts %d positional sub-patterns (%d given)", c.Name, n, len(p.Patterns)))))
				return
			}
			name = fields[i].Name
		} else {
			name = p.KwdAttrs[i-len(p.Patterns)]
		}
		part, ok := b.member(x, c, name)
		if !ok {
			return // no such attribute: no match
		}
		parts = append(parts, part)
	}
	b.matchParts(all, parts, then)
}

// member is the attribute of an instance, as a pattern reads it.
func (b *body) member(x val, c *infer.Class, name string) (val, bool) {
	for _, k := range c.MRO() {
		for _, m := range k.Methods {
			if m.Name == name && m.Kind == infer.PropertyGetter {
				return b.getProperty(x, &infer.PropertyRef{Getter: m}), true
			}
		}
		for _, f := range k.Fields {
			if f.Name == name {
				return val{&ir.FieldRef{X: b.part(x, f.Class), Field: b.l.field(f)}, f.Type, reads}, true
			}
		}
		for _, f := range k.ClassVars {
			if f.Name == name {
				return val{use(b.l.classVar(f)), f.Type, reads}, true
			}
		}
	}
	return val{}, false
}

func (b *body) matchParts(list []ast.Pattern, parts []val, then func()) {
	if len(list) == 0 {
		then()
		return
	}
	b.pattern(list[0], parts[0], func() { b.matchParts(list[1:], parts[1:], then) })
}
