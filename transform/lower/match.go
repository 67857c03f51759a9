package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// matchStmt lowers match: the subject is evaluated once, and each case is a
// test followed by bindings, inside a block that the first match leaves.
func (b *body) matchStmt(s *ast.Match) {
	subject := b.expr(s.Subject)
	if _, ok := subject.t.(*types.Tuple); ok {
		subject = b.box(subject)
	}
	subject = b.spill(val{subject.x, subject.t, acts}, "subject")
	sw := &ir.Switch{Label: &ir.Label{Name: "match"}}
	if b.simpleMatch(s, subject, sw) {
		b.add(sw)
		return
	}
	// A case whose body does not leave the statement itself says that it
	// matched, so that the later ones are skipped.
	matched := b.tempOf("matched", ir.Bool)
	flagged := false
	var out []ir.Stmt
	for i, c := range s.Cases {
		goesOn := false
		stmts := b.block(func() {
			b.pattern(c.Pattern, subject, func() {
				b.guard(c.Guard, func() {
					body := b.stmtsBlock(c.Body)
					if i < len(s.Cases)-1 && !endsFlow(body) {
						b.add(assign(use(matched), boolLit(true)))
						goesOn = true
					}
					b.add(body...)
				})
			})
		})
		if flagged {
			stmts = []ir.Stmt{&ir.If{Cond: not(use(matched)), Then: stmts}}
		}
		out = append(out, stmts...)
		flagged = flagged || goesOn
	}
	if flagged {
		b.add(&ir.Declare{Var: matched})
	}
	b.add(out...)
}

func (b *body) guard(g ast.Expr, then func()) {
	if g == nil {
		then()
		return
	}
	cond := b.cond(g)
	b.add(&ir.If{Cond: cond, Then: b.block(then)})
}

// simpleMatch lowers a match whose patterns are values alone to a Go switch.
func (b *body) simpleMatch(s *ast.Match, subject val, sw *ir.Switch) bool {
	enum := enumOrNone(subject.t)
	switch subject.t {
	case types.Int, types.Str, types.Bool:
	default:
		if enum == nil {
			return false
		}
	}
	for i, c := range s.Cases {
		if c.Guard != nil {
			return false
		}
		if !b.switchPattern(c.Pattern, enum) && !(i == len(s.Cases)-1 && isWildcard(c.Pattern)) {
			return false
		}
	}
	sw.Tag = subject.x
	seen := map[any]bool{}
	for _, c := range s.Cases {
		out := &ir.Case{}
		for _, p := range patternValues(c.Pattern) {
			v := b.expr(p)
			if enum != nil {
				out.Exprs = append(out.Exprs, v.x)
				continue
			}
			l, ok := v.x.(*ir.Lit)
			if !ok || !types.Identical(v.t, subject.t) || seen[l.Value] {
				return false
			}
			seen[l.Value] = true
			out.Exprs = append(out.Exprs, v.x)
		}
		out.Body = b.stmtsBlock(c.Body)
		sw.Cases = append(sw.Cases, out)
	}
	return true
}

func isWildcard(p ast.Pattern) bool {
	a, ok := p.(*ast.MatchAs)
	return ok && a.Pattern == nil && a.Name == ""
}

// switchPattern reports whether a pattern can be a case of a Go switch: it
// consists of literals, or of the members of the enum that the subject is of.
func (b *body) switchPattern(p ast.Pattern, enum *infer.Class) bool {
	switch p := p.(type) {
	case *ast.MatchValue:
		if enum != nil {
			return b.memberOf(p.Value, enum)
		}
		_, ok := p.Value.(*ast.Constant)
		return ok
	case *ast.MatchSingleton:
		return enum != nil && p.Value == (ast.None{})
	case *ast.MatchOr:
		for _, q := range p.Patterns {
			if !b.switchPattern(q, enum) {
				return false
			}
		}
		return true
	}
	return false
}

func patternValues(p ast.Pattern) []ast.Expr {
	switch p := p.(type) {
	case *ast.MatchValue:
		return []ast.Expr{p.Value}
	case *ast.MatchSingleton:
		return []ast.Expr{&ast.Constant{Range: rangeOf(p), Value: p.Value}}
	case *ast.MatchOr:
		var out []ast.Expr
		for _, q := range p.Patterns {
			out = append(out, patternValues(q)...)
		}
		return out
	}
	return nil
}

// test adds `if cond { then }`, or just then when the condition is known.
func (b *body) test(cond ir.Expr, then func()) {
	if l, ok := cond.(*ir.Lit); ok {
		if l.Value == true {
			then()
		}
		return
	}
	b.add(&ir.If{Cond: cond, Then: b.block(then)})
}

// pattern lowers one pattern against a value: then runs when it matches, with
// its names bound.
func (b *body) pattern(p ast.Pattern, v val, then func()) {
	switch p := p.(type) {
	case *ast.MatchValue:
		b.test(b.compareOp(ast.Eq, v, b.expr(p.Value), false).x, then)
	case *ast.MatchSingleton:
		b.singleton(p, v, then)
	case *ast.MatchAs:
		bind := func() {
			if p.Name != "" {
				b.storeVar(b.patternVar(p), v)
			}
			then()
		}
		if p.Pattern == nil {
			bind()
			return
		}
		b.pattern(p.Pattern, v, bind)
	case *ast.MatchOr:
		b.orPattern(p, v, then)
	case *ast.MatchSequence:
		b.sequencePattern(p, v, then)
	case *ast.MatchMapping:
		b.mappingPattern(p, v, then)
	case *ast.MatchClass:
		b.classPattern(p, v, then)
	case *ast.MatchStar:
		if p.Name != "" {
			iv := b.patternVar(p)
			b.storeVar(iv, b.convertFresh(v, iv.Type))
		}
		then()
	default:
		panic(fmt.Sprintf("lower: unexpected pattern %T", p))
	}
}

func (b *body) patternVar(n ast.Node) *infer.Var {
	v := b.l.info.Vars[n]
	if v == nil {
		panic(fmt.Sprintf("lower: pattern at line %d has no variable", n.Span().Start.Line))
	}
	return v
}

func (b *body) singleton(p *ast.MatchSingleton, v val, then func()) {
	switch c := p.Value.(type) {
	case ast.None:
		b.test(b.identity(v, lit(&ir.Nil{}, types.None)).x, then)
	case ast.Bool:
		b.test(b.identity(v, lit(boolLit(bool(c)), types.Bool)).x, then)
	default:
		panic(fmt.Sprintf("lower: unexpected singleton %T", p.Value))
	}
}

// orPattern tries the alternatives; all bind the same names.
func (b *body) orPattern(p *ast.MatchOr, v val, then func()) {
	ok := b.tempOf("ok", ir.Bool)
	b.add(&ir.Declare{Var: ok})
	for i, q := range p.Patterns {
		stmts := b.block(func() {
			b.pattern(q, v, func() { b.add(assign(use(ok), boolLit(true))) })
		})
		if i == 0 {
			b.add(stmts...)
			continue
		}
		b.add(&ir.If{Cond: not(use(ok)), Then: stmts})
	}
	b.add(&ir.If{Cond: use(ok), Then: b.block(then)})
}

// sequencePattern matches lists and tuples element by element.
func (b *body) sequencePattern(p *ast.MatchSequence, v val, then func()) {
	star, form := -1, "MatchSequenceStar"
	for i, q := range p.Patterns {
		if s, ok := q.(*ast.MatchStar); ok {
			star = i
			if s.Name == "" {
				form = "MatchSequenceEnds"
			}
		}
	}
	items := b.tempOf("items", &ir.Slice{Elem: ir.Any})
	ok := b.tempOf("ok", ir.Bool)
	n := len(p.Patterns)
	if star < 0 {
		b.add(assign2(use(items), use(ok), pyCall("MatchSequence", b.peek(v).x, intLit(int64(n)))))
	} else {
		b.add(assign2(use(items), use(ok), pyCall(form, b.peek(v).x, intLit(int64(star)), intLit(int64(n-star-1)))))
	}
	b.add(&ir.If{Cond: use(ok), Then: b.block(func() { b.subPatterns(p.Patterns, items, 0, then) })})
}

// subPatterns matches the patterns one inside the other.
func (b *body) subPatterns(list []ast.Pattern, items *ir.Var, i int, then func()) {
	if i == len(list) {
		then()
		return
	}
	v := val{&ir.Index{X: use(items), I: intLit(int64(i))}, types.Any, stable}
	b.pattern(list[i], v, func() { b.subPatterns(list, items, i+1, then) })
}

// mappingPattern matches {key: pattern, **rest}.
func (b *body) mappingPattern(p *ast.MatchMapping, v val, then func()) {
	keys := make([]ir.Expr, len(p.Keys))
	for i, k := range p.Keys {
		keys[i] = b.box(b.expr(k)).x
	}
	items := b.tempOf("items", &ir.Slice{Elem: ir.Any})
	ok := b.tempOf("ok", ir.Bool)
	subject := b.box(v)
	b.add(assign2(use(items), use(ok), pyCall("MatchMapping", append([]ir.Expr{subject.x}, keys...)...)))
	b.add(&ir.If{Cond: use(ok), Then: b.block(func() {
		b.subPatterns(p.Patterns, items, 0, func() {
			if p.Rest != "" {
				rest := val{pyCall("MatchRest", append([]ir.Expr{subject.x}, keys...)...), types.Any, acts}
				b.storeVar(b.patternVar(p), rest)
			}
			then()
		})
	})})
}

// classPattern matches Cls(a, b, key=c).
func (b *body) classPattern(p *ast.MatchClass, v val, then func()) {
	if r, ok := b.l.info.Refs[p.Cls].(*infer.ClassRef); ok && r.Class.Typed {
		b.typedPattern(p, r.Class, v, then)
		return
	}
	args := []ir.Expr{b.box(v).x, b.box(b.expr(p.Cls)).x, intLit(int64(len(p.Patterns)))}
	for _, name := range p.KwdAttrs {
		args = append(args, str(name))
	}
	items := b.tempOf("items", &ir.Slice{Elem: ir.Any})
	ok := b.tempOf("ok", ir.Bool)
	b.add(assign2(use(items), use(ok), pyCall("MatchClass", args...)))
	all := append(append([]ast.Pattern{}, p.Patterns...), p.KwdPatterns...)
	b.add(&ir.If{Cond: use(ok), Then: b.block(func() { b.subPatterns(all, items, 0, then) })})
}
