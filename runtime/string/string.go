// Package string is Python's module string: constants, capwords and Template.
package string

import (
	"strings"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// The constants of the module.
const (
	ASCIILowercase = "abcdefghijklmnopqrstuvwxyz"
	ASCIIUppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	ASCIILetters   = ASCIILowercase + ASCIIUppercase
	Digits         = "0123456789"
	HexDigits      = Digits + "abcdefABCDEF"
	OctDigits      = "01234567"
	Punctuation    = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
	Whitespace     = " \t\n\r\v\f"
	Printable      = Digits + ASCIILetters + Punctuation + Whitespace
)

// CapWords is string.capwords(s, sep); a nil sep is whitespace.
func CapWords(s string, sep *string) string {
	var words []string
	join := " "
	if sep == nil {
		words = strings.Fields(s)
	} else {
		words, join = strings.Split(s, *sep), *sep
	}
	for i, w := range words {
		words[i] = py.StrCapitalize(w)
	}
	return strings.Join(words, join)
}

// Template is string.Template.
type Template struct{ Template string }

// NewTemplate is Template(template).
func NewTemplate(template string) *Template { return &Template{template} }

// part is one piece of a template: literal text, or a placeholder.
type part struct {
	text  string // the text as it stands
	name  string // of a placeholder
	plain string // what the text stands for: "$" of "$$"
	bad   bool
	at    int
}

func isStart(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func ident(s string) int {
	if s == "" || !isStart(s[0]) {
		return 0
	}
	i := 1
	for i < len(s) && (isStart(s[i]) || s[i] >= '0' && s[i] <= '9') {
		i++
	}
	return i
}

// parts cuts the template at its dollar signs.
func (t *Template) parts() []part {
	s := t.Template
	var out []part
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '$')
		if j < 0 {
			return append(out, part{text: s[i:], plain: s[i:]})
		}
		if j > 0 {
			out = append(out, part{text: s[i : i+j], plain: s[i : i+j]})
		}
		i += j
		rest := s[i+1:]
		switch {
		case strings.HasPrefix(rest, "$"):
			out = append(out, part{text: "$$", plain: "$"})
			i += 2
			continue
		case strings.HasPrefix(rest, "{"):
			if n := ident(rest[1:]); n > 0 && len(rest) > n+1 && rest[n+1] == '}' {
				out = append(out, part{text: s[i : i+n+3], name: rest[1 : n+1]})
				i += n + 3
				continue
			}
		default:
			if n := ident(rest); n > 0 {
				out = append(out, part{text: s[i : i+n+1], name: rest[:n]})
				i += n + 1
				continue
			}
		}
		out = append(out, part{text: "$", plain: "$", bad: true, at: i})
		i++
	}
	return out
}

// value finds a placeholder's text in the keywords or the mapping.
func value(name string, mapping any, kws *py.Dict[string, any]) (string, bool) {
	if v, ok := kws.Lookup(name); ok {
		return py.Str(v), true
	}
	if mapping == nil {
		return "", false
	}
	if d, ok := mapping.(py.AnyDict); ok {
		v, ok := d.LookupAny(name)
		if !ok {
			return "", false
		}
		return py.Str(v), true
	}
	return py.Str(py.GetItem(mapping, name)), true
}

// Substitute is substitute(mapping, **kws); a nil mapping is none.
func (t *Template) Substitute(mapping any, kws *py.Dict[string, any]) (string, error) {
	var b strings.Builder
	for _, p := range t.parts() {
		switch {
		case p.bad:
			before := t.Template[:p.at]
			line := strings.Count(before, "\n") + 1
			col := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
			return "", py.Errorf(py.ValueError, "Invalid placeholder in string: line %d, col %d", line, col)
		case p.name == "":
			b.WriteString(p.plain)
		default:
			v, ok := value(p.name, mapping, kws)
			if !ok {
				return "", py.KeyError.New(p.name)
			}
			b.WriteString(v)
		}
	}
	return b.String(), nil
}

// SafeSubstitute is safe_substitute(mapping, **kws): what is missing stays.
func (t *Template) SafeSubstitute(mapping any, kws *py.Dict[string, any]) string {
	var b strings.Builder
	for _, p := range t.parts() {
		switch {
		case p.name == "":
			b.WriteString(p.plain)
		default:
			if v, ok := value(p.name, mapping, kws); ok {
				b.WriteString(v)
			} else {
				b.WriteString(p.text)
			}
		}
	}
	return b.String()
}

// IsValid is is_valid().
func (t *Template) IsValid() bool {
	for _, p := range t.parts() {
		if p.bad {
			return false
		}
	}
	return true
}

// GetIdentifiers is get_identifiers(): each name once.
func (t *Template) GetIdentifiers() *py.List[string] {
	out := py.NewList[string]()
	for _, p := range t.parts() {
		if p.name != "" && !out.Contains(p.name) {
			out.Append(p.name)
		}
	}
	return out
}
