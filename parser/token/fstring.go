package token

import (
	"strconv"
	"strings"
)

// fstring is the state of an f-string or t-string that is being scanned.
type fstring struct {
	token    Token
	quote    byte
	triple   bool
	raw      bool
	template bool // t-string
	depth    int  // open brackets in the expression parts
	fields   int  // open replacement fields; format specs nest them
	inText   bool // in literal text, not in an expression
	inSpec   bool // the text is a format spec
	brackets int  // brackets that were open where the string began
}

// prefix is what CPython's messages about the string begin with.
func (f *fstring) prefix() string {
	if f.template {
		return "t-string: "
	}
	return "f-string: "
}

// name is the string's name in messages.
func (f *fstring) name() string { return strings.TrimSuffix(f.prefix(), ": ") }

func (s *scanner) startFString(start, quote int, triple bool) {
	if len(s.fstrings) >= maxFStrings {
		s.illegal(TooDeep, start, quote+1, "too many nested f-strings")
		s.pos = s.Len
		return
	}
	prefix := s.Src[start:quote]
	f := fstring{
		quote: s.Src[quote], triple: triple, inText: true,
		raw:      strings.ContainsAny(prefix, "rR"),
		template: strings.ContainsAny(prefix, "tT"),
		brackets: len(s.brackets),
	}
	s.pos = quote + 1
	if triple {
		s.pos = quote + 3
	}
	k := FStringStart
	if f.template {
		k = TStringStart
	}
	s.emit(k, start, s.pos)
	f.token = s.Tokens[len(s.Tokens)-1]
	s.fstrings = append(s.fstrings, f)
}

// closeBracket notes a closing bracket in an expression part.
func (f *fstring) closeBracket(c byte) {
	f.depth--
	if c == '}' && f.depth == f.fields-1 {
		f.fields--
		f.inText = true
		f.inSpec = f.fields > 0
	}
}

// fieldDelimiter handles the colon that begins a format spec. It reports
// whether c is one.
func (s *scanner) fieldDelimiter(c byte) bool {
	f := &s.fstrings[len(s.fstrings)-1]
	if c != ':' || f.depth != f.fields {
		return false
	}
	s.pos++
	s.emit(Colon, s.pos-1, s.pos)
	f.inText = true
	f.inSpec = true
	return true
}

// fstringText scans literal text up to the next field, the end of the format
// spec or the end of the string.
func (s *scanner) fstringText() {
	f := &s.fstrings[len(s.fstrings)-1]
	start := s.pos
	line, lineStart := s.line, s.lineStart
	for i := start; ; i++ {
		if i >= s.Len {
			s.pos = s.Len
			s.unterminatedFString(f)
			return
		}
		switch c := s.Src[i]; c {
		case f.quote:
			if f.triple && (s.Src[i+1] != c || s.Src[i+2] != c) {
				continue
			}
			s.text(start, i, line, lineStart)
			if f.inSpec {
				// The field is not closed; the parser says so.
				s.brackets = s.brackets[:f.brackets]
			}
			n := 1
			if f.triple {
				n = 3
			}
			s.pos = i + n
			s.emit(FStringEnd, i, s.pos)
			s.fstrings = s.fstrings[:len(s.fstrings)-1]
			return
		case '\n':
			if !f.triple {
				if f.inSpec {
					// CPython 3.13 lets a line end stand before the brace.
					s.text(start, i, line, lineStart)
					s.pos = i
					f.inText = false
					return
				}
				s.pos = i
				s.unterminatedFString(f)
				return
			}
			s.line++
			s.lineStart = i + 1
		case '{':
			if s.Src[i+1] == '{' && !f.inSpec {
				s.textTo(start, i+2, line, lineStart)
				return
			}
			s.text(start, i, line, lineStart)
			s.pos = i
			s.startField(f)
			return
		case '}':
			if s.Src[i+1] == '}' && !f.inSpec {
				s.textTo(start, i+2, line, lineStart)
				return
			}
			s.text(start, i, line, lineStart)
			s.pos = i
			f.inText = false
			return
		case '\\':
			i = s.fstringEscape(f, i)
		}
	}
}

// fstringEscape returns the offset of the last byte of the escape sequence at
// i, as far as it must not be taken for something else.
func (s *scanner) fstringEscape(f *fstring, i int) int {
	switch c := s.Src[i+1]; {
	case c == '{' || c == '}':
		return i // the brace keeps its meaning
	case c == '\n':
		s.line++
		s.lineStart = i + 2
	case c == 'N' && !f.raw && s.Src[i+2] == '{':
		end := strings.IndexAny(s.Src[i:s.Len], "}\n\"'")
		if end > 0 && s.Src[i+end] == '}' {
			return i + end
		}
	}
	return i + 1
}

// text emits the literal text src[start:end], which began on the given line.
func (s *scanner) text(start, end int, line int32, lineStart int) {
	if end == start {
		return
	}
	nowLine, nowStart := s.line, s.lineStart
	s.line, s.lineStart = line, lineStart
	s.emit(FStringMiddle, start, end)
	s.line, s.lineStart = nowLine, nowStart
	if nowLine != line {
		s.Tokens[len(s.Tokens)-1].Flags |= Multiline
	}
}

// textTo emits the literal text src[start:end], which ends with a doubled
// brace.
func (s *scanner) textTo(start, end int, line int32, lineStart int) {
	s.text(start, end, line, lineStart)
	s.Tokens[len(s.Tokens)-1].Flags |= DoubledBrace
	s.pos = end
}

// startField begins a replacement field at the brace at s.pos.
func (s *scanner) startField(f *fstring) {
	if f.fields >= maxFields {
		s.fail(BadFString, s.pos-1, s.pos, "%sexpressions nested too deeply", f.prefix())
		s.dropFString()
		return
	}
	f.fields++
	f.inText = false
	s.open('{')
}

// missingBrace handles quotes in a replacement field that begin a string without
// end: if they are the quotes of the f-string itself, they were meant to end it.
func (s *scanner) missingBrace(quote byte, triple bool, start int) bool {
	n := len(s.fstrings)
	if n == 0 || s.fstrings[n-1].quote != quote || s.fstrings[n-1].triple != triple {
		return false
	}
	s.fail(BadFString, start, start, "%sexpecting '}'", s.fstrings[n-1].prefix())
	s.dropFString()
	return true
}

func (s *scanner) unterminatedFString(f *fstring) {
	triple, line := "", int(s.line)
	if f.triple {
		triple, line = "triple-quoted ", s.lastLine()
	}
	t := f.token
	s.Errors = append(s.Errors, Error{
		Kind: BadString, Line: t.Line, Col: t.Col, EndLine: t.Line, EndCol: t.Col, Token: len(s.Tokens),
		Message: "unterminated " + triple + f.name() + " literal (detected at line " + strconv.Itoa(line) + ")",
	})
	s.dropFString()
}

// dropFString gives up on the innermost f-string: the rest of its line is
// skipped.
func (s *scanner) dropFString() {
	f := s.fstrings[len(s.fstrings)-1]
	start := s.pos
	s.skipLine()
	s.emit(Illegal, start, s.pos)
	s.brackets = s.brackets[:f.brackets]
	s.fstrings = s.fstrings[:len(s.fstrings)-1]
}
