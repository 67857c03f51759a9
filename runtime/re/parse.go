package re

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The flags.
const (
	IgnoreCase = 2
	Locale     = 4
	MultiLine  = 8
	DotAll     = 16
	Unicode    = 32
	Verbose    = 64
	ASCII      = 256
)

// node is one element of a parsed pattern.
type node interface{}

type (
	char    struct{ c rune }
	anyChar struct{}
	class   struct {
		neg    bool
		ranges []rune // pairs
		kinds  []rune // d D w W s S
	}
	assert struct{ kind byte } // ^ $ A Z b B
	group  struct {
		index int // 0: not capturing
		body  node
		on    int // flags switched on and off inside
		off   int
	}
	backref struct{ index int }
	concat  []node
	choice  []node
	repeat  struct {
		body       node
		min, max   int // max -1: no limit
		lazy       bool
		possessive bool
	}
	look struct {
		body   node
		behind bool
		neg    bool
		width  int
	}
	cond struct {
		index   int
		yes, no node
	}
	atomic struct{ body node }
)

// PatternError is re.PatternError, with the attributes msg, pattern, pos,
// lineno and colno.
var PatternError = py.DefineException("re", "PatternError", py.Exception)

type parser struct {
	src    []rune
	text   string
	i      int
	flags  int
	groups int
	names  map[string]int
	order  []string
	open   []int
}

// fail raises PatternError at a position.
func (p *parser) fail(at int, format string, args ...any) {
	msg := py.Errorf(py.Exception, format, args...).Args()[0].(string)
	line, start := 1, 0
	for i := 0; i < at && i < len(p.src); i++ {
		if p.src[i] == '\n' {
			line++
			start = i + 1
		}
	}
	text := msg + " at position " + strconv.Itoa(at)
	if strings.ContainsRune(p.text, '\n') {
		text += " (line " + strconv.Itoa(line) + ", column " + strconv.Itoa(at-start+1) + ")"
	}
	e := PatternError.New(text)
	py.SetAttr(e, "msg", msg)
	py.SetAttr(e, "pattern", p.text)
	py.SetAttr(e, "pos", at)
	py.SetAttr(e, "lineno", line)
	py.SetAttr(e, "colno", at-start+1)
	py.Throw(e)
}

func (p *parser) more() bool { return p.i < len(p.src) }

func (p *parser) peek() rune {
	if p.i < len(p.src) {
		return p.src[p.i]
	}
	return -1
}

func (p *parser) accept(s string) bool {
	if strings.HasPrefix(string(p.src[p.i:min(p.i+len(s), len(p.src))]), s) {
		p.i += len(s)
		return true
	}
	return false
}

// skipSpace skips blanks and comments in verbose patterns.
func (p *parser) skipSpace() {
	for p.flags&Verbose != 0 && p.more() {
		switch c := p.peek(); {
		case c == '#':
			for p.more() && p.peek() != '\n' {
				p.i++
			}
		case c == ' ' || c >= '\t' && c <= '\r':
			p.i++
		default:
			return
		}
	}
}

func (p *parser) alternatives() node {
	var alts choice
	alts = append(alts, p.sequence())
	for p.peek() == '|' {
		p.i++
		alts = append(alts, p.sequence())
	}
	if len(alts) == 1 {
		return alts[0]
	}
	return alts
}

func (p *parser) sequence() node {
	var seq concat
	for {
		p.skipSpace()
		c := p.peek()
		if c < 0 || c == '|' || c == ')' {
			return seq
		}
		n := p.atom()
		if n == nil {
			continue
		}
		seq = append(seq, p.repeats(n))
	}
}

// repeats reads the quantifiers after an item.
func (p *parser) repeats(n node) node {
	for {
		p.skipSpace()
		at := p.i
		lo, hi := 0, -1
		switch p.peek() {
		case '*':
			p.i++
		case '+':
			lo = 1
			p.i++
		case '?':
			hi = 1
			p.i++
		case '{':
			var ok bool
			if lo, hi, ok = p.braces(); !ok {
				return n
			}
		default:
			return n
		}
		if _, ok := n.(repeat); ok {
			p.fail(at, "multiple repeat")
		}
		r := repeat{body: n, min: lo, max: hi}
		switch p.peek() {
		case '?':
			p.i++
			r.lazy = true
		case '+':
			p.i++
			r.possessive = true
		}
		n = r
		if c := p.peek(); c != '*' && c != '+' && c != '?' && c != '{' {
			return n
		}
	}
}

// braces reads {m}, {m,}, {,n} or {m,n}; false when it is literal text.
func (p *parser) braces() (lo, hi int, ok bool) {
	start := p.i
	p.i++
	number := func() (int, bool) {
		from := p.i
		for p.more() && p.peek() >= '0' && p.peek() <= '9' {
			p.i++
		}
		n, err := strconv.Atoi(string(p.src[from:p.i]))
		return n, err == nil
	}
	lo, hasLo := number()
	hi = lo
	hasHi := hasLo
	if p.peek() == ',' {
		p.i++
		if hi, hasHi = number(); !hasHi {
			hi = -1
		}
	} else if !hasLo {
		p.i = start
		return 0, 0, false
	}
	if p.peek() != '}' || p.i == start+1 {
		p.i = start
		return 0, 0, false
	}
	p.i++
	if hi >= 0 && hi < lo {
		p.fail(start+1, "min repeat greater than max repeat")
	}
	return lo, hi, true
}

func (p *parser) atom() node {
	at := p.i
	c := p.peek()
	p.i++
	switch c {
	case '.':
		return anyChar{}
	case '^':
		return assert{'^'}
	case '$':
		return assert{'$'}
	case '(':
		return p.group(at)
	case '[':
		return p.class(at)
	case '\\':
		return p.escape(at)
	case '*', '+', '?':
		p.fail(at, "nothing to repeat")
	case '{':
		p.i = at
		if _, _, ok := p.braces(); ok {
			p.fail(at, "nothing to repeat")
		}
		p.i = at + 1
	}
	return char{c}
}

// escape reads an escape outside a class.
func (p *parser) escape(at int) node {
	if !p.more() {
		p.fail(at, "bad escape (end of pattern)")
	}
	c := p.peek()
	p.i++
	switch c {
	case 'A', 'Z', 'b', 'B':
		return assert{byte(c)}
	case 'd', 'D', 'w', 'W', 's', 'S':
		return class{kinds: []rune{c}}
	case '0':
		return char{p.octal(0, 2)}
	}
	if c >= '1' && c <= '9' {
		n := int(c - '0')
		if d := p.peek(); d >= '0' && d <= '9' {
			if c <= '3' && d <= '7' && p.i+1 < len(p.src) && p.src[p.i+1] >= '0' && p.src[p.i+1] <= '7' {
				return char{p.octal(c-'0', 2)}
			}
			n = n*10 + int(d-'0')
			p.i++
		}
		if n > p.groups {
			p.fail(at+1, "invalid group reference %d", n)
		}
		for _, o := range p.open {
			if o == n {
				p.fail(at, "cannot refer to an open group")
			}
		}
		return backref{n}
	}
	return char{p.charEscape(c, at)}
}

func (p *parser) octal(v rune, more int) rune {
	for ; more > 0 && p.peek() >= '0' && p.peek() <= '7'; more-- {
		v = v*8 + p.peek() - '0'
		p.i++
	}
	return v
}

// charEscape is the character of an escape that stands for one.
func (p *parser) charEscape(c rune, at int) rune {
	switch c {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 'r':
		return '\r'
	case 'f':
		return '\f'
	case 'v':
		return '\v'
	case 'a':
		return '\a'
	case 'x', 'u', 'U':
		n := map[rune]int{'x': 2, 'u': 4, 'U': 8}[c]
		from := p.i
		for p.more() && p.i < from+n && strings.ContainsRune("0123456789abcdefABCDEF", p.peek()) {
			p.i++
		}
		v, err := strconv.ParseInt(string(p.src[from:p.i]), 16, 64)
		if err != nil || p.i != from+n {
			p.fail(at, "incomplete escape %s", string(p.src[at:p.i]))
		}
		return rune(v)
	}
	if c < 128 && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
		p.fail(at, "bad escape \\%c", c)
	}
	return c
}

// class reads a set after its opening bracket.
func (p *parser) class(at int) node {
	var s class
	if p.peek() == '^' {
		p.i++
		s.neg = true
	}
	for first := true; ; first = false {
		if !p.more() {
			p.fail(at, "unterminated character set")
		}
		start := p.i
		c := p.peek()
		if c == ']' && !first {
			p.i++
			return s
		}
		lo, kind := p.classItem()
		if p.peek() == '-' && p.i+1 < len(p.src) && p.src[p.i+1] != ']' {
			p.i++
			hi, kind2 := p.classItem()
			if kind || kind2 || hi < lo {
				p.fail(start, "bad character range %s", string(p.src[start:p.i]))
			}
			s.ranges = append(s.ranges, lo, hi)
			continue
		}
		if kind {
			s.kinds = append(s.kinds, lo)
		} else {
			s.ranges = append(s.ranges, lo, lo)
		}
	}
}

// classItem is a character, or a class letter (kind).
func (p *parser) classItem() (c rune, kind bool) {
	at := p.i
	c = p.peek()
	p.i++
	if c != '\\' {
		return c, false
	}
	if !p.more() {
		p.fail(at, "bad escape (end of pattern)")
	}
	c = p.peek()
	p.i++
	switch c {
	case 'd', 'D', 'w', 'W', 's', 'S':
		return c, true
	case 'b':
		return '\b', false
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return p.octal(c-'0', 2), false
	}
	return p.charEscape(c, at), false
}

func (p *parser) name(end rune) string {
	from := p.i
	for p.more() && p.peek() != end {
		p.i++
	}
	if !p.more() {
		p.fail(from, "missing %c, unterminated name", end)
	}
	n := string(p.src[from:p.i])
	p.i++
	if n == "" {
		p.fail(from, "missing group name")
	}
	return n
}

func (p *parser) close(at int) {
	if p.peek() != ')' {
		p.fail(at, "missing ), unterminated subpattern")
	}
	p.i++
}

// group reads what follows an opening parenthesis.
func (p *parser) group(at int) node {
	if !p.accept("?") {
		return p.capture(at, "")
	}
	switch {
	case p.accept("P<"):
		from := p.i
		n := p.name('>')
		for i, r := range n {
			if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
				p.fail(from, "bad character in group name %s", py.Repr(n))
			}
		}
		if old, ok := p.names[n]; ok {
			p.fail(from, "redefinition of group name %s as group %d; was group %d", py.Repr(n), p.groups+1, old)
		}
		return p.capture(at, n)
	case p.accept("P="):
		from := p.i
		n := p.name(')')
		idx, ok := p.names[n]
		if !ok {
			p.fail(from, "unknown group name %s", py.Repr(n))
		}
		return backref{idx}
	case p.accept(":"):
		return p.inner(at, func(b node) node { return group{body: b} })
	case p.accept(">"):
		return p.inner(at, func(b node) node { return atomic{b} })
	case p.accept("="):
		return p.inner(at, func(b node) node { return look{body: b} })
	case p.accept("!"):
		return p.inner(at, func(b node) node { return look{body: b, neg: true} })
	case p.accept("<="), p.accept("<!"):
		neg := p.src[p.i-1] == '!'
		return p.inner(at, func(b node) node {
			lo, hi := width(b)
			if lo != hi {
				e := PatternError.New("look-behind requires fixed-width pattern")
				py.SetAttr(e, "msg", "look-behind requires fixed-width pattern")
				py.Throw(e)
			}
			return look{body: b, behind: true, neg: neg, width: lo}
		})
	case p.accept("#"):
		for p.more() && p.peek() != ')' {
			p.i++
		}
		p.close(at)
		return nil
	case p.accept("("):
		from := p.i
		n := p.name(')')
		idx, ok := p.names[n]
		if v, err := strconv.Atoi(n); err == nil {
			idx, ok = v, true
		}
		if !ok {
			p.fail(from, "unknown group name %s", py.Repr(n))
		}
		yes := p.sequence()
		var no node = concat(nil)
		if p.peek() == '|' {
			p.i++
			no = p.sequence()
		}
		p.close(at)
		return cond{idx, yes, no}
	}
	return p.inlineFlags(at)
}

var flagLetters = map[rune]int{'i': IgnoreCase, 'L': Locale, 'm': MultiLine, 's': DotAll, 'u': Unicode, 'x': Verbose, 'a': ASCII}

func (p *parser) inlineFlags(at int) node {
	on, off, neg := 0, 0, false
	for {
		c := p.peek()
		p.i++
		switch {
		case flagLetters[c] != 0 && neg:
			off |= flagLetters[c]
		case flagLetters[c] != 0:
			on |= flagLetters[c]
		case c == '-' && !neg:
			neg = true
		case c == ')':
			if at != 0 {
				p.fail(at, "global flags not at the start of the expression")
			}
			p.flags |= on
			return nil
		case c == ':':
			old := p.flags
			p.flags = p.flags&^off | on
			n := p.inner(at, func(b node) node { return group{body: b, on: on, off: off} })
			p.flags = old
			return n
		case c < 0:
			p.fail(p.i-1, "unexpected end of pattern")
		default:
			p.fail(at+1, "unknown extension ?%c", c)
		}
	}
}

func (p *parser) inner(at int, make func(b node) node) node {
	b := p.alternatives()
	p.close(at)
	return make(b)
}

func (p *parser) capture(at int, name string) node {
	p.groups++
	idx := p.groups
	if name != "" {
		p.names[name] = idx
		p.order = append(p.order, name)
	}
	p.open = append(p.open, idx)
	b := p.alternatives()
	p.open = p.open[:len(p.open)-1]
	p.close(at)
	return group{index: idx, body: b}
}

// width is the least and greatest number of characters that a node matches;
// -1 is no limit.
func width(n node) (lo, hi int) {
	switch n := n.(type) {
	case char, anyChar, class:
		return 1, 1
	case assert, look:
		return 0, 0
	case backref:
		return 0, -1
	case group:
		return width(n.body)
	case atomic:
		return width(n.body)
	case concat:
		for _, x := range n {
			l, h := width(x)
			lo += l
			if h < 0 || hi < 0 {
				hi = -1
			} else {
				hi += h
			}
		}
		return lo, hi
	case choice:
		for i, x := range n {
			l, h := width(x)
			if i == 0 {
				lo, hi = l, h
				continue
			}
			lo = min(lo, l)
			if h < 0 || hi < 0 {
				hi = -1
			} else {
				hi = max(hi, h)
			}
		}
		return lo, hi
	case repeat:
		l, h := width(n.body)
		if n.max < 0 || h < 0 {
			return l * n.min, -1
		}
		return l * n.min, h * n.max
	case cond:
		return width(choice{n.yes, n.no})
	}
	panic("re: unexpected node")
}
