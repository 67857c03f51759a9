package re

import (
	"context"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Compile is re.compile(pattern, flags): a str, bytes or a Pattern.
func Compile(pattern any, flags any) *Pattern {
	f := 0
	if flags != nil {
		f = py.AsInt(flags)
	}
	switch v := py.Base(pattern).(type) {
	case *Pattern:
		if f != 0 {
			py.Throw(py.ValueError.New("cannot process flags argument with a compiled pattern"))
		}
		return v
	case string:
		return compilePattern(v, f, false)
	case py.Bytes:
		runes := make([]rune, len(v))
		for i := range len(v) {
			runes[i] = rune(v[i])
		}
		return compilePattern(string(runes), f, true)
	}
	py.Throw(py.TypeError.New("first argument must be string or compiled pattern"))
	return nil
}

// region is the part of a text that pos and endpos leave.
func region(text []rune, pos int, endpos *int) (int, int) {
	end := len(text)
	if endpos != nil {
		end = max(0, min(*endpos, end))
	}
	return max(0, min(pos, len(text))), end
}

// Match is pattern.match(string, pos, endpos); nil for None.
func (p *Pattern) Match(s any, pos int, endpos *int) *Match {
	text := p.runesOf(s)
	i, end := region(text, pos, endpos)
	if i > end {
		return nil
	}
	return p.run(text, i, end, false, false).of(s)
}

// FullMatch is pattern.fullmatch(string, pos, endpos).
func (p *Pattern) FullMatch(s any, pos int, endpos *int) *Match {
	text := p.runesOf(s)
	i, end := region(text, pos, endpos)
	if i > end {
		return nil
	}
	return p.run(text, i, end, true, false).of(s)
}

// Search is pattern.search(string, pos, endpos).
func (p *Pattern) Search(s any, pos int, endpos *int) *Match {
	text := p.runesOf(s)
	i, end := region(text, pos, endpos)
	return p.find(text, i, end, false).of(s)
}

// FindIter is pattern.finditer(string, pos, endpos).
func (p *Pattern) FindIter(s any, pos int, endpos *int) *py.Generator[any] {
	text := p.runesOf(s)
	i, end := region(text, pos, endpos)
	return py.NewGenerator("callable_iterator", func(y *py.Yielder[any]) (err error) {
		p.each(text, i, end, func(m *Match) bool {
			err = y.Yield(m.of(s))
			return err == nil
		})
		return err
	})
}

// FindAll is pattern.findall(string, pos, endpos).
func (p *Pattern) FindAll(s any, pos int, endpos *int) *py.List[any] {
	text := p.runesOf(s)
	i, end := region(text, pos, endpos)
	out := py.NewList[any]()
	p.each(text, i, end, func(m *Match) bool {
		switch p.count {
		case 0:
			out.Append(m.piece(0, p.value(nil)))
		case 1:
			out.Append(m.piece(1, p.value(nil)))
		default:
			out.Append(m.Groups(p.value(nil)))
		}
		return true
	})
	return out
}

// Split is pattern.split(string, maxsplit).
func (p *Pattern) Split(s any, maxsplit int) *py.List[any] {
	text := p.runesOf(s)
	out := py.NewList[any]()
	last, n := 0, 0
	if maxsplit >= 0 {
		p.each(text, 0, len(text), func(m *Match) bool {
			if maxsplit > 0 && n >= maxsplit {
				return false
			}
			n++
			out.Append(p.value(text[last:m.groups[0]]))
			for g := 1; g <= p.count; g++ {
				out.Append(m.piece(g, nil))
			}
			last = m.groups[1]
			return true
		})
	}
	out.Append(p.value(text[last:]))
	return out
}

// SubN is pattern.subn(repl, string, count): the text and the number of
// replacements.
func (p *Pattern) SubN(ctx context.Context, repl, s any, count int) (*py.Tuple[any], error) {
	text := p.runesOf(s)
	expand, err := p.replacer(ctx, repl)
	if err != nil {
		return nil, err
	}
	var b []rune
	last, n := 0, 0
	p.each(text, 0, len(text), func(m *Match) bool {
		if count > 0 && n >= count {
			return false
		}
		n++
		b = append(b, text[last:m.groups[0]]...)
		var r []rune
		if r, err = expand(m.of(s)); err != nil {
			return false
		}
		b = append(b, r...)
		last = m.groups[1]
		return true
	})
	if err != nil {
		return nil, err
	}
	b = append(b, text[last:]...)
	return py.NewTuple[any](p.value(b), n), nil
}

// Sub is pattern.sub(repl, string, count).
func (p *Pattern) Sub(ctx context.Context, repl, s any, count int) (any, error) {
	t, err := p.SubN(ctx, repl, s, count)
	if err != nil {
		return nil, err
	}
	return t.Get(0), nil
}

// replacer makes the function that gives a match's replacement.
func (p *Pattern) replacer(ctx context.Context, repl any) (func(m *Match) ([]rune, error), error) {
	if py.IsCallable(repl) {
		return func(m *Match) ([]rune, error) {
			v, err := py.Call(ctx, repl, m)
			if err != nil {
				return nil, err
			}
			return p.runesOf(v), nil
		}, nil
	}
	var parts []any
	err := py.Catch(func() error { parts = p.template(p.runesOf(repl)); return nil })
	return func(m *Match) ([]rune, error) { return m.expand(parts), nil }, err
}

// template parses a replacement: []rune pieces and int groups.
func (p *Pattern) template(src []rune) []any {
	ps := &parser{src: src, text: string(src)}
	var out []any
	var lit []rune
	group := func(n, at int) {
		if n > p.count {
			ps.fail(at, "invalid group reference %d", n)
		}
		out = append(out, lit, n)
		lit = nil
	}
	for ps.more() {
		at := ps.i
		c := ps.peek()
		ps.i++
		if c != '\\' {
			lit = append(lit, c)
			continue
		}
		if !ps.more() {
			ps.fail(at, "bad escape (end of pattern)")
		}
		c = ps.peek()
		ps.i++
		switch {
		case c == 'g':
			if ps.peek() != '<' {
				ps.fail(ps.i, "missing <")
			}
			ps.i++
			from := ps.i
			name := ps.name('>')
			if n, err := strconv.Atoi(name); err == nil {
				group(n, from)
			} else if n, ok := p.names[name]; ok {
				group(n, from)
			} else if !isIdent(name) {
				ps.fail(from, "bad character in group name %s", py.Repr(name))
			} else {
				py.Throwf(py.IndexError, "unknown group name %s", py.Repr(name))
			}
		case c == '0':
			lit = append(lit, ps.octal(0, 2))
		case c >= '1' && c <= '9':
			n := int(c - '0')
			if d := ps.peek(); d >= '0' && d <= '9' {
				if c <= '3' && d <= '7' && ps.i+1 < len(src) && src[ps.i+1] >= '0' && src[ps.i+1] <= '7' {
					lit = append(lit, ps.octal(c-'0', 2))
					continue
				}
				n = n*10 + int(d-'0')
				ps.i++
			}
			group(n, at+1)
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			i := strings.IndexRune("abfnrtv", c)
			if i < 0 {
				ps.fail(at, "bad escape \\%c", c)
			}
			lit = append(lit, rune("\a\b\f\n\r\t\v"[i]))
		default:
			lit = append(lit, '\\', c)
			if c == '\\' {
				lit = lit[:len(lit)-1]
			}
		}
	}
	return append(out, lit)
}

func isIdent(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (i == 0 || r < '0' || r > '9') && r < 128 {
			return false
		}
	}
	return s != ""
}

// Pattern is the attribute pattern.
func (p *Pattern) Pattern() any { return p.value([]rune(p.pattern)) }

// Flags is the attribute flags.
func (p *Pattern) Flags() int {
	if p.isBytes {
		return p.flags &^ ASCII
	}
	return p.flags
}

// Groups is the attribute groups: how many there are.
func (p *Pattern) Groups() int { return p.count }

// GroupIndex is the attribute groupindex.
func (p *Pattern) GroupIndex() *py.MappingProxy {
	d := py.NewDict[any, any]()
	for _, n := range p.order {
		d.Set(n, p.names[n])
	}
	return py.NewMappingProxy(d)
}

// Equal is p == other.
func (p *Pattern) Equal(other any) bool {
	o, ok := other.(*Pattern)
	return ok && p.pattern == o.pattern && p.flags == o.flags && p.isBytes == o.isBytes
}

// Hash is hash(p).
func (p *Pattern) Hash() int { return py.NewTuple[any](p.pattern, p.flags).Hash() }

// Repr is repr(p).
func (p *Pattern) Repr() string {
	text := py.Repr(p.Pattern())
	var names []string
	for _, f := range []struct {
		bit  int
		name string
	}{{IgnoreCase, "IGNORECASE"}, {Locale, "LOCALE"}, {MultiLine, "MULTILINE"}, {DotAll, "DOTALL"}, {Verbose, "VERBOSE"}, {ASCII, "ASCII"}} {
		if p.Flags()&f.bit != 0 {
			names = append(names, "re."+f.name)
		}
	}
	if len(names) > 0 {
		text += ", " + strings.Join(names, "|")
	}
	return "re.compile(" + text + ")"
}

// MatchAt is re.match.
func MatchAt(pattern, s, flags any) *Match { return Compile(pattern, flags).Match(s, 0, nil) }

// FullMatch is re.fullmatch.
func FullMatch(pattern, s, flags any) *Match { return Compile(pattern, flags).FullMatch(s, 0, nil) }

// Search is re.search.
func Search(pattern, s, flags any) *Match { return Compile(pattern, flags).Search(s, 0, nil) }

// FindAll is re.findall.
func FindAll(pattern, s, flags any) *py.List[any] { return Compile(pattern, flags).FindAll(s, 0, nil) }

// FindIter is re.finditer.
func FindIter(pattern, s, flags any) *py.Generator[any] {
	return Compile(pattern, flags).FindIter(s, 0, nil)
}

// Split is re.split.
func Split(pattern, s any, maxsplit int, flags any) *py.List[any] {
	return Compile(pattern, flags).Split(s, maxsplit)
}

// Sub is re.sub.
func Sub(ctx context.Context, pattern, repl, s any, count int, flags any) (any, error) {
	return Compile(pattern, flags).Sub(ctx, repl, s, count)
}

// SubN is re.subn.
func SubN(ctx context.Context, pattern, repl, s any, count int, flags any) (*py.Tuple[any], error) {
	return Compile(pattern, flags).SubN(ctx, repl, s, count)
}

// Escape is re.escape.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Purge is re.purge().
func Purge() { clear(cache) }
