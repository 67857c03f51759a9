package ast

// MatchValue is a pattern that compares: a literal or a dotted name.
type MatchValue struct {
	Range
	Value Expr
}

// MatchSingleton is the pattern None, True or False.
type MatchSingleton struct {
	Range
	Value Value // None or Bool
}

// MatchSequence is `[Patterns]` or `Patterns[0], Patterns[1]`.
type MatchSequence struct {
	Range
	Patterns []Pattern
}

// MatchMapping is `{Keys[0]: Patterns[0], ..., **Rest}`.
type MatchMapping struct {
	Range
	Keys     []Expr
	Patterns []Pattern
	Rest     string // empty if absent
}

// MatchClass is `Cls(Patterns, KwdAttrs[0]=KwdPatterns[0], ...)`.
type MatchClass struct {
	Range
	Cls         Expr
	Patterns    []Pattern
	KwdAttrs    []string
	KwdPatterns []Pattern
}

// MatchStar is `*Name`, or `*_` with an empty Name.
type MatchStar struct {
	Range
	Name string
}

// MatchAs is `Pattern as Name`; a capture has no Pattern, the wildcard `_`
// has neither.
type MatchAs struct {
	Range
	Pattern Pattern // nil if absent
	Name    string  // empty if absent
}

// MatchOr is `Patterns[0] | Patterns[1] | ...`.
type MatchOr struct {
	Range
	Patterns []Pattern
}

func (*MatchValue) patternNode()     {}
func (*MatchSingleton) patternNode() {}
func (*MatchSequence) patternNode()  {}
func (*MatchMapping) patternNode()   {}
func (*MatchClass) patternNode()     {}
func (*MatchStar) patternNode()      {}
func (*MatchAs) patternNode()        {}
func (*MatchOr) patternNode()        {}
