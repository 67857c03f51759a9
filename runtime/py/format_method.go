package py

import (
	"strconv"
	"strings"
)

// StrFormat is s.format(*args, **kwargs); kwargs may be nil.
func StrFormat(s string, args []any, kwargs *Dict[string, any]) string {
	f := &formatter{args: args}
	if kwargs != nil {
		f.lookup = func(name string) any {
			v, ok := kwargs.Lookup(name)
			if !ok {
				throwKey(name)
			}
			return v
		}
	} else {
		f.lookup = func(name string) any {
			throwKey(name)
			return nil
		}
	}
	return string(f.expand(nil, s, 2))
}

// StrFormatMap is s.format_map(mapping).
func StrFormatMap(s string, mapping any) string {
	f := &formatter{noArgs: true, lookup: func(name string) any { return GetItem(mapping, name) }}
	return string(f.expand(nil, s, 2))
}

// formatter is the state of one str.format call.
type formatter struct {
	args   []any
	noArgs bool // format_map: there are no positional fields
	lookup func(name string) any
	auto   int // the next automatic number; -1 once fields are numbered by hand
	manual bool
}

// expand replaces the fields of s; depth is how deep fields may nest.
func (f *formatter) expand(b []byte, s string, depth int) []byte {
	if depth <= 0 {
		Throw(ValueError.New("Max string recursion exceeded"))
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c != '{' && c != '}' {
			j := strings.IndexAny(s[i:], "{}")
			if j < 0 {
				return append(b, s[i:]...)
			}
			b = append(b, s[i:i+j]...)
			i += j
			continue
		}
		if i+1 < len(s) && s[i+1] == c {
			b = append(b, c)
			i += 2
			continue
		}
		if c == '}' {
			Throw(ValueError.New("Single '}' encountered in format string"))
		}
		if i+1 == len(s) {
			Throw(ValueError.New("Single '{' encountered in format string"))
		}
		b, i = f.field(b, s, i+1, depth)
	}
	return b
}

// field replaces the field that begins at i, after its brace; it returns the index after the closing brace.
func (f *formatter) field(b []byte, s string, i, depth int) ([]byte, int) {
	start := i
	bracket := false
	// The name ends at !, : or } outside of brackets.
scan:
	for ; i < len(s); i++ {
		switch s[i] {
		case '{':
			Throw(ValueError.New("unexpected '{' in field name"))
		case '[':
			bracket = true
		case ']':
			bracket = false
		case '}', ':', '!':
			if !bracket {
				break scan
			}
		}
	}
	name := s[start:i]
	if i == len(s) {
		Throw(ValueError.New("expected '}' before end of string"))
	}
	conversion := byte(0)
	if s[i] == '!' {
		i++
		if i == len(s) {
			Throw(ValueError.New("end of string while looking for conversion specifier"))
		}
		r, w := decodeRune(s[i:])
		i += w
		if i < len(s) && s[i] != ':' && s[i] != '}' {
			Throw(ValueError.New("expected ':' after conversion specifier"))
		}
		if i == len(s) {
			Throw(ValueError.New("unmatched '{' in format spec"))
		}
		if r != 'r' && r != 's' && r != 'a' {
			defer f.badConversion(name, r)
		}
		conversion = byte(r)
	}
	spec := ""
	if s[i] == ':' {
		i++
		start = i
		nested := 0
		for ; i < len(s); i++ {
			if s[i] == '{' {
				nested++
			} else if s[i] == '}' {
				if nested == 0 {
					break
				}
				nested--
			}
		}
		if i == len(s) {
			Throw(ValueError.New("unmatched '{' in format spec"))
		}
		spec = s[start:i]
	}
	i++
	x := f.value(name)
	switch conversion {
	case 'r':
		x = Repr(x)
	case 's':
		x = Str(x)
	case 'a':
		x = ASCII(x)
	}
	if strings.ContainsAny(spec, "{}") {
		spec = string(f.expand(nil, spec, depth-1))
	}
	return append(b, Format(x, spec)...), i
}

// badConversion raises for an unknown conversion, after the field's value was found.
func (f *formatter) badConversion(name string, r rune) {
	if r > 32 && r < 127 {
		Throwf(ValueError, "Unknown conversion specifier %c", r)
	}
	Throwf(ValueError, "Unknown conversion specifier \\x%x", r)
}

// value evaluates a field name: first.attr[index]...
func (f *formatter) value(name string) any {
	end := strings.IndexAny(name, ".[")
	first, rest := name, ""
	if end >= 0 {
		first, rest = name[:end], name[end:]
	}
	x := f.first(first)
	for rest != "" {
		if rest[0] == '.' {
			rest = rest[1:]
			end = strings.IndexAny(rest, ".[")
			if end < 0 {
				end = len(rest)
			}
			if end == 0 {
				Throw(ValueError.New("Empty attribute in format string"))
			}
			x = GetAttr(x, rest[:end])
			rest = rest[end:]
			continue
		}
		end = strings.IndexByte(rest, ']')
		if end < 0 {
			Throw(ValueError.New("Missing ']' in format string"))
		}
		key := rest[1:end]
		if key == "" {
			Throw(ValueError.New("Empty attribute in format string"))
		}
		if i, ok := fieldNumber(key); ok {
			x = GetItem(x, i)
		} else {
			x = GetItem(x, key)
		}
		rest = rest[end+1:]
		if rest != "" && rest[0] != '.' && rest[0] != '[' {
			Throw(ValueError.New("Only '.' or '[' may follow ']' in format field specifier"))
		}
	}
	return x
}

// fieldNumber reads an index made of decimal digits.
func fieldNumber(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if !isDigitByte(s[i]) {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		throwTooManyDigits()
	}
	return n, true
}

// first finds the argument that a field names.
func (f *formatter) first(name string) any {
	n, numbered := fieldNumber(name)
	switch {
	case name == "":
		if f.manual {
			Throw(ValueError.New("cannot switch from manual field specification to automatic field numbering"))
		}
		n = f.auto
		f.auto++
	case numbered:
		if f.auto > 0 {
			Throw(ValueError.New("cannot switch from automatic field numbering to manual field specification"))
		}
		f.manual = true
	default:
		return f.lookup(name)
	}
	if f.noArgs {
		Throw(ValueError.New("Format string contains positional fields"))
	}
	if n >= len(f.args) {
		Throwf(IndexError, "Replacement index %d out of range for positional args tuple", n)
	}
	return f.args[n]
}
