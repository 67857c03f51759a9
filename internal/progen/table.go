package progen

import "strings"

// production is one way to make an expression or a statement: a template with
// holes.
type production struct {
	result Type
	parts  []part
}

// part is literal text, or a hole. A hole {type} takes an expression, {var type} a
// variable, {@name} a literal of the word list literalWords or of a function of
// literalMakers.
type part struct {
	text      string
	hole      bool
	typ       Type
	variable  bool
	literal   string
	delimited bool // by brackets and commas: an expression needs no parentheses
}

// table is the productions by the name of the result type; those that make a
// type variable are under "*".
type table map[string][]production

// parseTable reads lines "TYPE ::= TEMPLATE". A template writes {{ and }} for braces.
func parseTable(texts ...string) table {
	t := make(table)
	for line := range strings.Lines(strings.Join(texts, "\n")) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		left, right, found := strings.Cut(line, " ::= ")
		if !found {
			panic("progen: production " + line)
		}
		p := production{result: parseType(strings.TrimSpace(left)), parts: parseTemplate(strings.TrimSpace(right))}
		key := p.result.Name
		if p.result.isVariable() {
			key = "*"
		}
		t[key] = append(t[key], p)
	}
	return t
}

func parseTemplate(text string) []part {
	var parts []part
	var literal strings.Builder
	flush := func() {
		if literal.Len() > 0 {
			parts = append(parts, part{text: literal.String()})
			literal.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], "{{"), strings.HasPrefix(text[i:], "}}"):
			literal.WriteByte(text[i])
			i++
		case text[i] == '{':
			end := strings.IndexByte(text[i:], '}')
			if end < 0 {
				panic("progen: template " + text)
			}
			end += i
			before := i == 0 || strings.IndexByte("([,{", lastNonSpace(text[:i])) >= 0
			after := end+1 == len(text) || strings.IndexByte(")],}", text[end+1]) >= 0
			flush()
			parts = append(parts, parseHole(text[i+1:end], before && after))
			i = end
		default:
			literal.WriteByte(text[i])
		}
	}
	flush()
	return parts
}

func lastNonSpace(text string) byte {
	text = strings.TrimRight(text, " ")
	if text == "" {
		return '('
	}
	return text[len(text)-1]
}

func parseHole(text string, delimited bool) part {
	if name, ok := strings.CutPrefix(text, "@"); ok {
		return part{hole: true, literal: name}
	}
	if name, ok := strings.CutPrefix(text, "var "); ok {
		return part{hole: true, variable: true, typ: parseType(name)}
	}
	return part{hole: true, typ: parseType(text), delimited: delimited}
}

// candidates are the productions that can make a type, each with what its type
// variables must stand for then.
func (t table) candidates(goal Type) []candidate {
	var found []candidate
	for _, key := range []string{goal.Name, "*"} {
		for _, p := range t[key] {
			b := make(binding)
			if b.unify(p.result, goal) {
				found = append(found, candidate{p, b})
			}
		}
	}
	return found
}

type candidate struct {
	production
	binding
}

// fill makes the text of a production. Statements that they need before are
// none: a variable hole without a variable in scope fails.
func (g *gen) fill(c candidate, depth int) (text string, ok bool) {
	var out strings.Builder
	for _, p := range c.parts {
		switch {
		case !p.hole:
			out.WriteString(p.text)
		case p.literal != "":
			out.WriteString(g.literal(p.literal))
		case p.variable:
			c.suggest(g, p.typ)
			t := c.resolve(g, p.typ)
			vars := g.named(t)
			if len(vars) == 0 {
				return "", false
			}
			out.WriteString(pick(g, vars).name)
		case p.typ.Name == "fn":
			out.WriteString(g.lambda(c.resolve(g, p.typ), depth))
		default:
			c.suggest(g, p.typ)
			e := g.expr(c.resolve(g, p.typ), depth)
			if !p.delimited && !isAtom(e) {
				e = "(" + e + ")"
			}
			out.WriteString(e)
		}
	}
	return out.String(), true
}

// isAtom reports whether an expression needs no parentheses beside an operator
// or a dot: a name, a string, a display, or a call or subscript of one.
func isAtom(e string) bool {
	if e[0] >= '0' && e[0] <= '9' || strings.HasPrefix(e, "lambda") {
		return false
	}
	depth := 0
	quote := byte(0)
	for i := 0; i < len(e); i++ {
		c := e[i]
		switch {
		case quote != 0:
			switch c {
			case '\\':
				i++
			case quote:
				quote = 0
			case '{', '}':
				return false // perhaps an f-string with nested quotes
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case depth == 0 && !(c == '.' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'):
			return false
		}
	}
	return true
}
