package token

import "strings"

// stringPrefix returns the length of the string prefix at s.pos, or 0 if the
// letters there are no prefix of a string.
func (s *scanner) stringPrefix() int {
	a, b, c := s.Src[s.pos]|0x20, s.Src[s.pos+1], s.Src[s.pos+2]
	switch a {
	case 'r', 'b', 'f', 't', 'u':
	default:
		return 0
	}
	if b == '"' || b == '\'' {
		return 1
	}
	if c != '"' && c != '\'' {
		return 0
	}
	b |= 0x20
	raw, other := a == 'r', b
	if b == 'r' {
		raw, other = true, a
	}
	if raw && (other == 'b' || other == 'f' || other == 't') {
		return 2
	}
	return 0
}

// str scans the string whose prefix begins at start and whose quotes begin at
// quote.
func (s *scanner) str(start, quote int) {
	q := s.Src[quote]
	triple := s.Src[quote+1] == q && s.Src[quote+2] == q
	if prefix := s.Src[start:quote]; strings.ContainsAny(prefix, "fFtT") {
		s.startFString(start, quote, triple)
		return
	}
	if triple {
		s.tripleString(start, quote)
		return
	}
	i := quote + 1
	multi, escapedQuote, high := false, false, byte(0)
	for {
		c := s.Src[i]
		switch c {
		case q:
			s.pos = i + 1
			s.emitString(start, multi, high)
			if multi {
				s.countLines(start, s.pos)
			}
			return
		case '\\':
			if s.Src[i+1] == '\n' {
				multi = true
			}
			if s.Src[i+1] == q {
				escapedQuote = true
			}
			i++
		case '\n', 0:
			i = min(i, s.Len) // a backslash may be the last byte
			hint := ""
			if escapedQuote {
				hint = "; perhaps you escaped the end quote?"
			}
			line := s.line + int32(strings.Count(s.Src[start:i], "\n"))
			if s.missingBrace(q, false, start) {
				return
			}
			s.fail(BadString, start, start, "unterminated string literal (detected at line %d)%s", line, hint)
			s.emit(Illegal, start, i)
			s.countLines(start, i)
			s.pos = i
			return
		}
		high |= c
		i++
	}
}

func (s *scanner) emitString(start int, multi bool, high byte) {
	s.emit(String, start, s.pos)
	t := &s.Tokens[len(s.Tokens)-1]
	if multi {
		t.Flags |= Multiline
	}
	if high >= 0x80 {
		t.Flags |= NonASCII
	}
}

// tripleString scans a triple-quoted string.
func (s *scanner) tripleString(start, quote int) {
	q := s.Src[quote]
	i := quote + 3
	multi, high := false, byte(0)
	for i < s.Len {
		c := s.Src[i]
		switch c {
		case '\\':
			i++
			if s.Src[i] == '\n' {
				multi = true
			}
		case '\n':
			multi = true
		case q:
			if s.Src[i+1] == q && s.Src[i+2] == q {
				s.pos = i + 3
				s.emitString(start, multi, high)
				if multi {
					s.countLines(start, s.pos)
				}
				return
			}
		}
		high |= c
		i++
	}
	if s.missingBrace(q, true, start) {
		return
	}
	s.fail(BadString, start, start, "unterminated triple-quoted string literal (detected at line %d)", s.lastLine())
	s.emit(Illegal, start, s.Len)
	s.pos = s.Len
	s.countLines(start, s.Len)
}

// lastLine returns the number of the last line that is not empty at the file's
// end.
func (s *scanner) lastLine() int {
	return 1 + strings.Count(strings.TrimSuffix(s.Src[:s.Len], "\n"), "\n")
}

// countLines moves line and lineStart over the line breaks in src[start:end].
func (s *scanner) countLines(start, end int) {
	for {
		n := strings.IndexByte(s.Src[start:end], '\n')
		if n < 0 {
			return
		}
		start += n + 1
		s.line++
		s.lineStart = start
	}
}
