package check

import (
	"fmt"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
)

func (c *checker) match(s *ast.Match) {
	c.expr(s.Subject)
	for i, mc := range s.Cases {
		p := patternChecker{checker: c, irrefutable: mc.Guard != nil || i == len(s.Cases)-1}
		p.pattern(mc.Pattern)
		c.expr(mc.Guard)
		c.block(mc.Body)
	}
}

// patternChecker checks the pattern of one case.
type patternChecker struct {
	*checker
	irrefutable bool // a pattern that always matches may stand here
	names       []string
}

func (p *patternChecker) pattern(n ast.Pattern) {
	switch n := n.(type) {
	case *ast.MatchValue:
		p.value(n, n.Value, "patterns may only match literals and attribute lookups")
	case *ast.MatchSingleton:
	case *ast.MatchSequence:
		p.sequence(n)
	case *ast.MatchMapping:
		p.mapping(n)
	case *ast.MatchClass:
		p.class(n)
	case *ast.MatchStar:
		p.capture(n, n.Name)
	case *ast.MatchAs:
		p.as(n)
	case *ast.MatchOr:
		p.or(n)
	default:
		panic(fmt.Sprintf("check: unexpected pattern %T", n))
	}
}

// value handles what a pattern compares with.
func (p *patternChecker) value(n ast.Pattern, e ast.Expr, message string) {
	switch e.(type) {
	case *ast.Constant, *ast.Attribute, *ast.UnaryOp, *ast.BinOp:
		p.expr(e)
	default:
		p.errorf(n, diag.BadPattern, "%s", message)
	}
}

// sub checks a pattern inside another one: there, any may match always.
func (p *patternChecker) sub(n ast.Pattern) {
	saved := p.irrefutable
	p.irrefutable = true
	p.pattern(n)
	p.irrefutable = saved
}

// capture handles the binding of a name; an empty one is the wildcard.
func (p *patternChecker) capture(n ast.Node, name string) {
	if name == "" {
		return
	}
	p.forbidden(n, name)
	for _, other := range p.names {
		if other == name {
			p.errorf(n, diag.DuplicateName, "multiple assignments to name '%s' in pattern", name)
			return
		}
	}
	p.names = append(p.names, name)
	p.note(name, local)
}

func (p *patternChecker) as(n *ast.MatchAs) {
	if n.Pattern != nil {
		p.pattern(n.Pattern)
	} else if !p.irrefutable {
		if n.Name == "" {
			p.errorf(n, diag.UnreachableCase, "wildcard makes remaining patterns unreachable")
		} else {
			p.errorf(n, diag.UnreachableCase, "name capture '%s' makes remaining patterns unreachable", n.Name)
		}
	}
	p.capture(n, n.Name)
}

func (p *patternChecker) or(n *ast.MatchOr) {
	last, outer := p.irrefutable, p.names
	var first []string
	for i, alternative := range n.Patterns {
		p.irrefutable = last && i == len(n.Patterns)-1
		p.names = outer[:len(outer):len(outer)]
		p.pattern(alternative)
		names := p.names[len(outer):]
		if i == 0 {
			first = names
		} else if !sameSet(first, names) {
			p.errorf(n, diag.BadPattern, "alternative patterns bind different names")
			break
		}
	}
	p.irrefutable = last
}

func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	in := map[string]bool{}
	for _, s := range a {
		in[s] = true
	}
	for _, s := range b {
		if !in[s] {
			return false
		}
	}
	return true
}

func (p *patternChecker) sequence(n *ast.MatchSequence) {
	stars := 0
	for _, e := range n.Patterns {
		if _, ok := e.(*ast.MatchStar); ok {
			stars++
		}
	}
	if stars > 1 {
		p.errorf(n, diag.BadPattern, "multiple starred names in sequence pattern")
	}
	for _, e := range n.Patterns {
		p.sub(e)
	}
}

func (p *patternChecker) mapping(n *ast.MatchMapping) {
	for i, key := range n.Keys {
		p.value(n, key, "mapping pattern keys may only match literals and attribute lookups")
		k, ok := keyOf(key)
		if !ok {
			continue
		}
		for _, before := range n.Keys[:i] {
			if b, ok := keyOf(before); ok && b == k {
				p.errorf(n, diag.DuplicateName, "mapping pattern checks duplicate key (%s)", k.show(key))
				break
			}
		}
	}
	for _, e := range n.Patterns {
		p.sub(e)
	}
	p.capture(n, n.Rest)
}

func (p *patternChecker) class(n *ast.MatchClass) {
	p.expr(n.Cls)
	for _, e := range n.Patterns {
		p.sub(e)
	}
	for i, name := range n.KwdAttrs {
		p.forbidden(n.KwdPatterns[i], name)
		for _, before := range n.KwdAttrs[:i] {
			if before == name {
				p.errorf(n.KwdPatterns[i], diag.DuplicateName, "attribute name repeated in class pattern: %s", name)
				break
			}
		}
	}
	for _, e := range n.KwdPatterns {
		p.sub(e)
	}
}
