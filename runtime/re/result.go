package re

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Match is re.Match.
type Match struct {
	re     *Pattern
	str    any
	text   []rune
	groups []int
	last   int
	end    int
}

// of notes the string that was searched; it keeps None.
func (m *Match) of(s any) *Match {
	if m != nil {
		m.str = s
	}
	return m
}

// piece is the text of a group, or def.
func (m *Match) piece(g int, def any) any {
	if m.groups[2*g] < 0 || m.groups[2*g+1] < 0 {
		return def
	}
	return m.re.value(m.text[m.groups[2*g]:m.groups[2*g+1]])
}

// index finds a group by number or name.
func (m *Match) index(g any) int {
	switch v := g.(type) {
	case string:
		if n, ok := m.re.names[v]; ok {
			return n
		}
	default:
		if py.FitsInt(g) {
			if n := py.AsInt(g); n >= 0 && n <= m.re.count {
				return n
			}
		}
	}
	py.Throw(py.IndexError.New("no such group"))
	return 0
}

// Group is group(*groups).
func (m *Match) Group(groups ...any) any {
	switch len(groups) {
	case 0:
		return m.piece(0, nil)
	case 1:
		return m.piece(m.index(groups[0]), nil)
	}
	out := make([]any, len(groups))
	for i, g := range groups {
		out[i] = m.piece(m.index(g), nil)
	}
	return py.NewTuple(out...)
}

// GetItem is m[g].
func (m *Match) GetItem(g any) any { return m.piece(m.index(g), nil) }

// Groups is groups(default).
func (m *Match) Groups(def any) *py.Tuple[any] {
	out := make([]any, m.re.count)
	for i := range out {
		out[i] = m.piece(i+1, def)
	}
	return py.NewTuple(out...)
}

// GroupDict is groupdict(default).
func (m *Match) GroupDict(def any) *py.Dict[any, any] {
	d := py.NewDict[any, any]()
	for _, n := range m.re.order {
		d.Set(n, m.piece(m.re.names[n], def))
	}
	return d
}

// Start is start(group).
func (m *Match) Start(g any) int { return m.groups[2*m.index(g)] }

// End is end(group).
func (m *Match) End(g any) int { return m.groups[2*m.index(g)+1] }

// Span is span(group).
func (m *Match) Span(g any) py.Tuple2[int, int] { return py.NewTuple2(m.Start(g), m.End(g)) }

// expand puts groups into a parsed template; an unset group is empty.
func (m *Match) expand(parts []any) []rune {
	var out []rune
	for _, p := range parts {
		switch p := p.(type) {
		case []rune:
			out = append(out, p...)
		case int:
			if m.groups[2*p] >= 0 && m.groups[2*p+1] >= 0 {
				out = append(out, m.text[m.groups[2*p]:m.groups[2*p+1]]...)
			}
		}
	}
	return out
}

// Expand is expand(template).
func (m *Match) Expand(_ context.Context, template any) any {
	return m.re.value(m.expand(m.re.template(m.re.runesOf(template))))
}

// Re is the attribute re.
func (m *Match) Re() *Pattern { return m.re }

// String is the attribute string.
func (m *Match) String() any { return m.str }

// Pos is the attribute pos.
func (m *Match) Pos() int { return 0 }

// Endpos is the attribute endpos.
func (m *Match) Endpos() int { return m.end }

// LastIndex is the attribute lastindex; nil for None.
func (m *Match) LastIndex() *int {
	if m.last == 0 {
		return nil
	}
	return &m.last
}

// LastGroup is the attribute lastgroup; nil for None.
func (m *Match) LastGroup() *string {
	for n, i := range m.re.names {
		if i == m.last {
			return &n
		}
	}
	return nil
}

// Repr is repr(m).
func (m *Match) Repr() string {
	return "<re.Match object; span=(" + py.Str(m.groups[0]) + ", " + py.Str(m.groups[1]) + "), match=" + py.Repr(m.piece(0, nil)) + ">"
}
