package token

import "strings"

// indent is the indentation of an open block: its column with tabs of eight
// and, to find mixtures whose meaning depends on the width of tabs, with tabs
// of one.
type indent struct{ col, alt int }

// startLine skips blank lines and lines with a comment alone, then compares
// the indentation with that of the open blocks.
func (s *scanner) startLine() {
	for {
		in := s.indentation()
		switch s.Src[s.pos] {
		case '#':
			s.comment(true)
			s.blank = false
			if s.pos < s.Len {
				s.pos++
				s.newline()
				continue
			}
			return
		case '\n':
			s.pos++
			s.newline()
			s.blank = true
			continue
		}
		if s.pos < s.Len && len(s.brackets) == 0 {
			s.indentTo(in)
			s.afterToken = true
		}
		return
	}
}

// indentation measures the white space at the line's start.
func (s *scanner) indentation() indent {
	var in indent
	continued := false
	for {
		switch s.Src[s.pos] {
		case ' ':
			if !continued {
				in.col++
				in.alt++
			}
		case '\t':
			if !continued {
				in.col = (in.col/tabSize + 1) * tabSize
				in.alt++
			}
		case '\f':
			if !continued {
				in = indent{}
			}
		case '\\':
			if s.Src[s.pos+1] != '\n' || s.pos+2 >= s.Len {
				return in
			}
			// The indentation is that before the first backslash, if any.
			continued = in.col > 0 || continued
			s.pos += 2
			s.newline()
			continue
		default:
			return in
		}
		s.pos++
	}
}

// indentTo emits Indent or Dedent tokens for a line that is indented by in.
func (s *scanner) indentTo(in indent) {
	top := s.indents[len(s.indents)-1]
	switch {
	case in.col == top.col:
		s.checkTabs(in.alt == top.alt)
	case in.col > top.col:
		if len(s.indents) >= maxIndent {
			s.fail(BadIndent, s.pos, s.pos, "too many levels of indentation")
			s.emit(Illegal, s.pos, s.pos)
			s.pos = s.Len
			return
		}
		s.checkTabs(in.alt > top.alt)
		s.indents = append(s.indents, in)
		s.emit(Indent, s.pos, s.pos)
	default:
		for in.col < s.indents[len(s.indents)-1].col {
			s.indents = s.indents[:len(s.indents)-1]
			s.emit(Dedent, s.pos, s.pos)
		}
		top = s.indents[len(s.indents)-1]
		if in.col != top.col {
			end := s.pos + max(strings.IndexByte(s.Src[s.pos:], '\n'), 0)
			s.fail(BadIndent, end, end, "unindent does not match any outer indentation level")
			s.emit(Illegal, s.pos, s.pos)
			return
		}
		s.checkTabs(in.alt == top.alt)
	}
}

func (s *scanner) checkTabs(consistent bool) {
	if !consistent {
		s.fail(BadTab, s.lineStart, s.pos, "inconsistent use of tabs and spaces in indentation")
		s.emit(Illegal, s.pos, s.pos)
	}
}
