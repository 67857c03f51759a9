// Package names spells Python names the way Go does: snake_case becomes
// camelCase, with the initialisms that Go keeps in capitals. It knows words
// only; which name is free in which scope is the naming pass of package emit.
package names

import (
	"strings"
	"unicode"
)

// initialisms are written in capitals throughout, as Go's style guide has it.
var initialisms = map[string]bool{
	"acl": true, "api": true, "ascii": true, "cpu": true, "css": true, "dns": true, "eof": true,
	"guid": true, "html": true, "http": true, "https": true, "id": true, "ip": true, "json": true,
	"lhs": true, "os": true, "qps": true, "ram": true, "rhs": true, "rpc": true, "sla": true, "smtp": true,
	"sql": true, "ssh": true, "ssl": true, "tcp": true, "tls": true, "ttl": true, "udp": true,
	"ui": true, "uid": true, "uri": true, "url": true, "utf8": true, "uuid": true, "vm": true,
	"xml": true, "csv": true, "jwt": true, "fifo": true, "lifo": true, "lru": true, "io": true,
}

// Local returns the unexported Go spelling of a Python name: user_id becomes
// userID, MAX_RETRIES maxRetries, HTTPServer httpServer, __x x. It returns ""
// for a name without letters or digits.
func Local(name string) string { return join(words(name), false) }

// Exported returns the exported Go spelling of a Python name: fetch_url
// becomes FetchURL, HTTPServer stays.
func Exported(name string) string { return join(words(name), true) }

// words cuts a name at underscores and at changes of case.
func words(name string) []string {
	var out []string
	name = strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) {
			return r
		}
		return -1 // Python allows more in a name than Go does
	}, name)
	for part := range strings.SplitSeq(name, "_") {
		if part == "" {
			continue
		}
		out = append(out, humps(part)...)
	}
	return out
}

// humps cuts a part without underscores at changes of case: HTTPServer is
// HTTP and Server, userId is user and Id; a plural of capitals (URLs) is one
// word, and so is a part of capitals and digits.
func humps(part string) []string {
	rs := []rune(part)
	var out []string
	start := 0
	for i := 1; i < len(rs); i++ {
		cut := false
		switch {
		case unicode.IsUpper(rs[i]) && !unicode.IsUpper(rs[i-1]):
			cut = unicode.IsLower(rs[i-1]) || unicode.IsDigit(rs[i-1]) && hasLower(rs[start:i])
		case unicode.IsLower(rs[i]) && unicode.IsUpper(rs[i-1]) && i-1 > start:
			if plural := rs[i] == 's' && (i+1 == len(rs) || unicode.IsUpper(rs[i+1])); !plural {
				out = append(out, string(rs[start:i-1]))
				start = i - 1
			}
		}
		if cut {
			out = append(out, string(rs[start:i]))
			start = i
		}
	}
	return append(out, string(rs[start:]))
}

func hasLower(rs []rune) bool {
	for _, r := range rs {
		if unicode.IsLower(r) {
			return true
		}
	}
	return false
}

func join(ws []string, exported bool) string {
	var b strings.Builder
	for i, w := range ws {
		if i == 0 && !exported {
			b.WriteString(strings.ToLower(w))
			continue
		}
		b.WriteString(title(strings.ToLower(w)))
	}
	s := b.String()
	if s == "" {
		return s
	}
	if r := []rune(s)[0]; exported && !unicode.IsUpper(r) {
		return "X" + s
	} else if unicode.IsDigit(r) {
		return "x" + s
	}
	return s
}

// title writes one lower-case word as a later word of a Go name.
func title(w string) string {
	if initialisms[w] {
		return strings.ToUpper(w)
	}
	if one, plural := strings.CutSuffix(w, "s"); plural && initialisms[one] {
		return strings.ToUpper(one) + "s"
	}
	rs := []rune(w)
	rs[0] = unicode.ToUpper(rs[0])
	return string(rs)
}

// Receiver returns candidates for the receiver name of a type, best first:
// the first letter, then the initials, then the first two letters.
func Receiver(typ string) []string {
	var initials strings.Builder
	for _, w := range words(typ) {
		initials.WriteString(strings.ToLower(string([]rune(w)[:1])))
	}
	rs := []rune(strings.ToLower(join(words(typ), false)))
	if len(rs) == 0 {
		return []string{"x"}
	}
	out := []string{string(rs[:1])}
	if n := initials.String(); len(n) == 2 {
		out = append(out, n)
	}
	if len(rs) > 1 {
		out = append(out, string(rs[:2]))
	}
	return out
}

// keywords are Go's keywords, each with the words that people write instead.
var keywords = map[string][]string{
	"break": nil, "case": {"branch"}, "chan": {"ch"}, "const": {"constant"}, "continue": nil,
	"default": {"def"}, "defer": nil, "else": nil, "fallthrough": nil, "for": nil,
	"func": {"fn"}, "go": nil, "goto": nil, "if": nil, "import": nil, "interface": {"iface"},
	"map": {"mapping"}, "package": {"pkg"}, "range": {"rng"}, "return": nil, "select": {"sel"},
	"struct": {"record"}, "switch": {"sw"}, "type": {"typ"}, "var": {"variable"},
}

// IsKeyword reports whether name is a Go keyword.
func IsKeyword(name string) bool {
	_, ok := keywords[name]
	return ok
}

// predeclared are Go's predeclared identifiers, with words to write instead.
var predeclared = map[string][]string{
	"any": nil, "bool": {"flag"}, "byte": {"b"}, "comparable": nil, "complex64": nil,
	"complex128": nil, "error": {"err", "exc"}, "float32": nil, "float64": nil, "int": {"num"}, "int8": nil,
	"int16": nil, "int32": nil, "int64": nil, "rune": {"r"}, "string": {"str"}, "uint": nil,
	"uint8": nil, "uint16": nil, "uint32": nil, "uint64": nil, "uintptr": nil, "true": nil,
	"false": nil, "iota": nil, "nil": nil, "append": nil, "cap": {"capacity"}, "clear": nil,
	"close": nil, "complex": nil, "copy": {"dup"}, "delete": nil, "imag": nil, "len": {"length"},
	"make": nil, "max": {"maximum"}, "min": {"minimum"}, "new": {"fresh"}, "panic": nil,
	"print": nil, "println": nil, "real": nil, "recover": nil,
}

// IsPredeclared reports whether name is predeclared in Go.
func IsPredeclared(name string) bool {
	_, ok := predeclared[name]
	return ok
}

// Instead returns the words that people write where a keyword or predeclared
// identifier is the natural name: typ for type, length for len.
func Instead(name string) []string {
	if w, ok := keywords[name]; ok {
		return w
	}
	return predeclared[name]
}
