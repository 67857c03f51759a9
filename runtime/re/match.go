// Package re is Python's module re: a backtracking matcher with Python's
// syntax, back references, look-around, conditional groups and errors.
package re

import (
	"unicode"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// machine is one match attempt over the code points of a text.
type machine struct {
	text   []rune
	end    int
	groups []int // start and end of each group, -1 where unset
	last   int   // the last group closed
}

// step tries to match at i and calls next with the position behind; it is
// true when next was.
type step func(m *machine, i int, next func(int) bool) bool

// compiler turns nodes into steps.
type compiler struct{ flags int }

func (c *compiler) compile(n node) step {
	switch n := n.(type) {
	case char, anyChar, class:
		one := c.single(n)
		return func(m *machine, i int, next func(int) bool) bool {
			return i < m.end && one(m.text[i]) && next(i+1)
		}
	case assert:
		return c.assertion(n.kind)
	case group:
		return c.group(n)
	case backref:
		return c.backref(n.index)
	case concat:
		steps := make([]step, len(n))
		for k, x := range n {
			steps[k] = c.compile(x)
		}
		return sequence(steps)
	case choice:
		steps := make([]step, len(n))
		for k, x := range n {
			steps[k] = c.compile(x)
		}
		return func(m *machine, i int, next func(int) bool) bool {
			for _, s := range steps {
				if s(m, i, next) {
					return true
				}
			}
			return false
		}
	case repeat:
		return c.repeat(n)
	case atomic:
		return once(c.compile(n.body))
	case look:
		return c.look(n)
	case cond:
		yes, no := c.compile(n.yes), c.compile(n.no)
		return func(m *machine, i int, next func(int) bool) bool {
			if 2*n.index+1 < len(m.groups) && m.groups[2*n.index+1] >= 0 {
				return yes(m, i, next)
			}
			return no(m, i, next)
		}
	}
	panic("re: unexpected node")
}

func sequence(steps []step) step {
	switch len(steps) {
	case 0:
		return func(_ *machine, i int, next func(int) bool) bool { return next(i) }
	case 1:
		return steps[0]
	}
	first, rest := steps[0], sequence(steps[1:])
	return func(m *machine, i int, next func(int) bool) bool {
		return first(m, i, func(j int) bool { return rest(m, j, next) })
	}
}

// single is the test of one code point.
func (c *compiler) single(n node) func(rune) bool {
	fold := c.flags&IgnoreCase != 0
	switch n := n.(type) {
	case char:
		if fold {
			return func(r rune) bool { return sameFold(r, n.c) }
		}
		return func(r rune) bool { return r == n.c }
	case anyChar:
		if c.flags&DotAll != 0 {
			return func(rune) bool { return true }
		}
		return func(r rune) bool { return r != '\n' }
	case class:
		ascii := c.flags&ASCII != 0
		in := func(r rune) bool {
			for k := 0; k < len(n.ranges); k += 2 {
				if n.ranges[k] <= r && r <= n.ranges[k+1] {
					return true
				}
			}
			for _, k := range n.kinds {
				if ofKind(r, k, ascii) {
					return true
				}
			}
			return false
		}
		return func(r rune) bool {
			ok := in(r)
			if !ok && fold {
				for f := unicode.SimpleFold(r); f != r && !ok; f = unicode.SimpleFold(f) {
					ok = in(f)
				}
			}
			return ok != n.neg
		}
	}
	panic("re: not a single character")
}

func sameFold(a, b rune) bool {
	if a == b {
		return true
	}
	for f := unicode.SimpleFold(a); f != a; f = unicode.SimpleFold(f) {
		if f == b {
			return true
		}
	}
	return false
}

// ofKind reports whether r is of the class \d, \w, \s or a complement.
func ofKind(r, kind rune, ascii bool) bool {
	switch kind {
	case 'd':
		return r >= '0' && r <= '9' || !ascii && r > 127 && unicode.Is(unicode.Nd, r)
	case 'w':
		if r < 128 {
			return r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		}
		return !ascii && (unicode.IsLetter(r) || unicode.IsNumber(r))
	case 's':
		if r < 128 {
			return r == ' ' || r >= '\t' && r <= '\r' || !ascii && r >= 0x1c && r <= 0x1f
		}
		return !ascii && unicode.IsSpace(r)
	}
	return !ofKind(r, unicode.ToLower(kind), ascii)
}

func (c *compiler) assertion(kind byte) step {
	multi, ascii := c.flags&MultiLine != 0, c.flags&ASCII != 0
	word := func(m *machine, i int) bool { return i >= 0 && i < m.end && ofKind(m.text[i], 'w', ascii) }
	var test func(m *machine, i int) bool
	switch kind {
	case '^':
		test = func(m *machine, i int) bool { return i == 0 || multi && m.text[i-1] == '\n' }
	case '$':
		test = func(m *machine, i int) bool {
			return i == m.end || m.text[i] == '\n' && (multi || i == m.end-1)
		}
	case 'A':
		test = func(_ *machine, i int) bool { return i == 0 }
	case 'Z':
		test = func(m *machine, i int) bool { return i == m.end }
	case 'b':
		test = func(m *machine, i int) bool { return word(m, i-1) != word(m, i) }
	default:
		test = func(m *machine, i int) bool { return word(m, i-1) == word(m, i) }
	}
	return func(m *machine, i int, next func(int) bool) bool { return test(m, i) && next(i) }
}

func (c *compiler) group(n group) step {
	old := c.flags
	c.flags = c.flags&^n.off | n.on
	body := c.compile(n.body)
	c.flags = old
	if n.index == 0 {
		return body
	}
	at := 2 * n.index
	return func(m *machine, i int, next func(int) bool) bool {
		oldStart, oldEnd, oldLast := m.groups[at], m.groups[at+1], m.last
		if body(m, i, func(j int) bool {
			s, e, l := m.groups[at], m.groups[at+1], m.last
			m.groups[at], m.groups[at+1], m.last = i, j, n.index
			if next(j) {
				return true
			}
			m.groups[at], m.groups[at+1], m.last = s, e, l
			return false
		}) {
			return true
		}
		m.groups[at], m.groups[at+1], m.last = oldStart, oldEnd, oldLast
		return false
	}
}

func (c *compiler) backref(index int) step {
	fold := c.flags&IgnoreCase != 0
	return func(m *machine, i int, next func(int) bool) bool {
		s, e := m.groups[2*index], m.groups[2*index+1]
		if s < 0 || e < 0 || i+e-s > m.end {
			return false
		}
		for k := s; k < e; k++ {
			a, b := m.text[k], m.text[i+k-s]
			if a != b && !(fold && sameFold(a, b)) {
				return false
			}
		}
		return next(i + e - s)
	}
}

// once matches the body in its first way only.
func once(body step) step {
	return func(m *machine, i int, next func(int) bool) bool {
		end := -1
		saved := append([]int(nil), m.groups...)
		if !body(m, i, func(j int) bool { end = j; return true }) {
			return false
		}
		if next(end) {
			return true
		}
		copy(m.groups, saved)
		return false
	}
}

func (c *compiler) look(n look) step {
	body := c.compile(n.body)
	return func(m *machine, i int, next func(int) bool) bool {
		at := i - n.width
		saved := append([]int(nil), m.groups...)
		ok := at >= 0 && body(m, at, func(j int) bool { return !n.behind || j == i })
		if ok == n.neg {
			copy(m.groups, saved)
			return false
		}
		if n.neg {
			copy(m.groups, saved)
		}
		if next(i) {
			return true
		}
		copy(m.groups, saved)
		return false
	}
}

func (c *compiler) repeat(n repeat) step {
	if n.possessive {
		n.possessive = false
		return once(c.repeat(n))
	}
	switch n.body.(type) {
	case char, anyChar, class:
		return repeatSingle(c.single(n.body), n)
	}
	body := c.compile(n.body)
	// last is where the turn before began: a turn that would begin there again
	// matched nothing, and would go on for ever.
	var try func(m *machine, i, last, count int, next func(int) bool) bool
	try = func(m *machine, i, last, count int, next func(int) bool) bool {
		again := func() bool {
			if n.max >= 0 && count >= n.max || i == last && count >= n.min {
				return false
			}
			return body(m, i, func(j int) bool { return try(m, j, i, count+1, next) })
		}
		switch {
		case count < n.min:
			return again()
		case n.lazy:
			return next(i) || again()
		}
		return again() || next(i)
	}
	return func(m *machine, i int, next func(int) bool) bool { return try(m, i, -1, 0, next) }
}

// repeatSingle repeats a one-character test without recursion.
func repeatSingle(one func(rune) bool, n repeat) step {
	return func(m *machine, i int, next func(int) bool) bool {
		limit := m.end
		if n.max >= 0 && n.max < limit-i {
			limit = i + n.max
		}
		j := i
		if n.lazy {
			for ; j < i+n.min; j++ {
				if j >= limit || !one(m.text[j]) {
					return false
				}
			}
			for {
				if next(j) {
					return true
				}
				if j >= limit || !one(m.text[j]) {
					return false
				}
				j++
			}
		}
		for j < limit && one(m.text[j]) {
			j++
		}
		for ; j >= i+n.min; j-- {
			if next(j) {
				return true
			}
		}
		return false
	}
}

// Pattern is re.Pattern.
type Pattern struct {
	pattern string
	flags   int
	prog    step
	count   int
	names   map[string]int
	order   []string
	isBytes bool
}

var cache = map[string]*Pattern{}

// compilePattern parses and compiles, with a cache; a bad pattern panics with
// PatternError.
func compilePattern(pattern string, flags int, isBytes bool) *Pattern {
	key := string(rune(flags)) + pattern
	if isBytes {
		key = "b" + key
	}
	if p, ok := cache[key]; ok {
		return p
	}
	ps := &parser{src: []rune(pattern), text: pattern, flags: flags, names: map[string]int{}}
	n := ps.alternatives()
	if ps.more() {
		ps.fail(ps.i, "unbalanced parenthesis")
	}
	full := ps.flags
	if full&ASCII == 0 && !isBytes {
		full |= Unicode
	}
	if isBytes {
		full |= ASCII
	}
	c := &compiler{full}
	p := &Pattern{pattern: pattern, flags: full, prog: c.compile(n), count: ps.groups, names: ps.names, order: ps.order, isBytes: isBytes}
	if len(cache) >= 512 {
		clear(cache)
	}
	cache[key] = p
	return p
}

// run matches at exactly i; full wants the end of the region reached.
func (p *Pattern) run(text []rune, i, end int, full, notEmptyAt bool) *Match {
	m := &machine{text: text, end: end, groups: make([]int, 2*p.count+2)}
	for k := range m.groups {
		m.groups[k] = -1
	}
	if !p.prog(m, i, func(j int) bool {
		if full && j != end || notEmptyAt && j == i {
			return false
		}
		m.groups[0], m.groups[1] = i, j
		return true
	}) {
		return nil
	}
	return &Match{re: p, text: text, groups: m.groups, last: m.last, end: end}
}

// find searches from i on; an empty match at i is refused when noEmpty.
func (p *Pattern) find(text []rune, i, end int, noEmpty bool) *Match {
	for k := i; k <= end; k++ {
		if m := p.run(text, k, end, false, noEmpty && k == i); m != nil {
			return m
		}
	}
	return nil
}

// each yields the successive matches of a region, as finditer does.
func (p *Pattern) each(text []rune, pos, end int, yield func(*Match) bool) {
	noEmpty := false
	for pos <= end {
		m := p.find(text, pos, end, noEmpty)
		if m == nil || !yield(m) {
			return
		}
		pos = m.groups[1]
		noEmpty = m.groups[0] == pos
	}
}

// runesOf is the text as code points, one for each byte of bytes.
func (p *Pattern) runesOf(s any) []rune {
	switch v := py.Base(s).(type) {
	case string:
		if p.isBytes {
			py.Throw(py.TypeError.New("cannot use a bytes pattern on a string-like object"))
		}
		return []rune(v)
	case py.Bytes:
		if !p.isBytes {
			py.Throw(py.TypeError.New("cannot use a string pattern on a bytes-like object"))
		}
		out := make([]rune, len(v))
		for i := range len(v) {
			out[i] = rune(v[i])
		}
		return out
	}
	py.Throwf(py.TypeError, "expected string or bytes-like object, got '%s'", py.TypeOf(s).Name())
	return nil
}

// value is a piece of text as Python has it.
func (p *Pattern) value(r []rune) any {
	if !p.isBytes {
		return string(r)
	}
	b := make([]byte, len(r))
	for i, c := range r {
		b[i] = byte(c)
	}
	return py.Bytes(b)
}
