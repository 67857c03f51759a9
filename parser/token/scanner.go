package token

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// CPython's limits.
	maxBrackets = 200 // nested brackets
	maxIndent   = 100 // nested blocks
	maxFStrings = 150 // nested f-strings
	maxFields   = 3   // replacement fields nested in format specs

	tabSize     = 8
	firstTokens = 1024 // room for tokens to begin with
)

type bracket struct {
	open  byte
	token Token
}

type scanner struct {
	*File
	pos       int   // offset of the next byte
	line      int32 // 1-based
	lineStart int   // offset of the line's first byte

	indents    []indent
	brackets   []bracket
	fstrings   []fstring
	blank      bool // a blank line precedes the current line
	atLine     bool // at the beginning of a line
	afterToken bool // the current line has a token
}

// Scan cuts src into tokens. It never fails: what is no token becomes an
// [Illegal] one with an entry in Errors. Memory of an earlier result is reused
// if f holds one. Src must be valid UTF-8 without NUL bytes; a byte order mark
// must have been removed.
func Scan(src string, f *File) {
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	}
	n := len(src)
	*f = File{
		Src: src + "\x00\x00\x00\x00", Len: n,
		Tokens: f.Tokens[:0], Comments: f.Comments[:0], Errors: f.Errors[:0],
	}
	s := scanner{File: f, line: 1, atLine: true, indents: make([]indent, 1, 16)}
	s.scan()
}

// Rescan scans the rest of the file again from token number i, which must be
// the first one on its line, as if it began a logical line outside of all
// brackets. It is the way out of a bracket that is never closed. The numbers of
// the first tokens of the open blocks are given, the module's own first.
func Rescan(f *File, i int, blocks []int) {
	t := f.Tokens[i]
	s := scanner{File: f, indents: make([]indent, 1, 16), atLine: true}
	for _, first := range blocks[1:] {
		s.toLine(&f.Tokens[first])
		s.indents = append(s.indents, s.indentation())
	}
	s.toLine(&t)
	f.Tokens = f.Tokens[:i]
	for n := len(f.Comments); n > 0 && f.Comments[n-1].Start > t.Start; n-- {
		f.Comments = f.Comments[:n-1]
	}
	for n := len(f.Errors); n > 0 && f.Errors[n-1].Token >= i; n-- {
		f.Errors = f.Errors[:n-1]
	}
	f.Unclosed = nil
	s.scan()
}

// toLine moves to the beginning of the line that t is on.
func (s *scanner) toLine(t *Token) {
	s.line = t.Line
	s.lineStart = int(t.Start) - int(t.Col)
	s.pos = s.lineStart
}

func (s *scanner) scan() {
	for {
		if n := len(s.fstrings); n > 0 && s.fstrings[n-1].inText {
			s.fstringText()
			continue
		}
		if s.atLine {
			s.atLine = false
			s.startLine()
		}
		s.skipSpace()
		if s.pos >= s.Len {
			break
		}
		s.token()
	}
	s.finish()
}

// finish ends the last line and closes all blocks.
func (s *scanner) finish() {
	for _, b := range s.brackets {
		s.Unclosed = append(s.Unclosed, b.token)
	}
	switch {
	case len(s.brackets) > 0:
		// The end of the file does not end the line.
	case s.afterToken:
		s.emit(Newline, s.pos, s.pos)
		s.line++
	case s.pos > s.lineStart:
		s.line++ // a comment or white space without a line end
	}
	s.pos = s.Len
	s.lineStart = s.pos
	for len(s.indents) > 1 {
		s.indents = s.indents[:len(s.indents)-1]
		s.emit(Dedent, s.pos, s.pos)
	}
	s.emit(EndMarker, s.pos, s.pos)
}

func (s *scanner) emit(k Kind, start, end int) {
	t := Token{
		Kind: k, Start: uint32(start), End: uint32(end),
		Line: s.line, Col: int32(start - s.lineStart),
	}
	if s.blank {
		t.Flags = AfterBlank
		if k != Indent && k != Dedent {
			s.blank = false
		}
	}
	if len(s.brackets) > 0 {
		t.Flags |= Nested
	}
	if len(s.Tokens) == cap(s.Tokens) {
		s.Tokens = slices.Grow(s.Tokens, max(len(s.Tokens), firstTokens))
	}
	s.Tokens = append(s.Tokens, t)
	s.afterToken = true
}

// fail reports an error over src[start:end], both on the current line.
func (s *scanner) fail(k ErrorKind, start, end int, format string, args ...any) {
	s.Errors = append(s.Errors, Error{
		Kind: k, Line: s.line, Col: int32(start - s.lineStart),
		EndLine: s.line, EndCol: int32(end - s.lineStart),
		Token: len(s.Tokens), Message: fmt.Sprintf(format, args...),
	})
}

// illegal reports an error over src[start:end] and makes it a token.
func (s *scanner) illegal(k ErrorKind, start, end int, format string, args ...any) {
	s.fail(k, start, end, format, args...)
	s.emit(Illegal, start, end)
	s.pos = end
}

// newline counts the line break before s.pos.
func (s *scanner) newline() {
	s.line++
	s.lineStart = s.pos
}

// skipSpace skips white space, comments, line continuations and, inside
// brackets, line breaks; outside it turns a line break into a token.
func (s *scanner) skipSpace() {
	for {
		switch s.Src[s.pos] {
		case ' ', '\t', '\f':
			s.pos++
		case '#':
			s.comment(strings.TrimLeft(s.Src[s.lineStart:s.pos], " \t\f") == "")
		case '\\':
			if !s.continuation() {
				return
			}
		case '\n':
			if len(s.brackets) == 0 {
				return
			}
			s.pos++
			s.newline()
		default:
			return
		}
	}
}

// comment records the comment at s.pos.
func (s *scanner) comment(ownLine bool) {
	end := strings.IndexByte(s.Src[s.pos:s.Len], '\n')
	if end < 0 {
		end = s.Len
	} else {
		end += s.pos
	}
	s.Comments = append(s.Comments, Comment{
		Start: uint32(s.pos), End: uint32(end),
		Line: s.line, Col: int32(s.pos - s.lineStart),
		Token: int32(len(s.Tokens)), OwnLine: ownLine, AfterBlank: ownLine && s.blank,
	})
	s.pos = end
}

// continuation skips a backslash at a line's end. It reports whether there was
// one; otherwise s.pos is unchanged and token reports the error.
func (s *scanner) continuation() bool {
	if s.Src[s.pos+1] != '\n' || s.pos+2 >= s.Len {
		return false
	}
	s.pos += 2
	s.newline()
	return true
}

// token scans the token at s.pos, which is neither space nor the file's end.
func (s *scanner) token() {
	start := s.pos
	c := s.Src[start]
	switch class[c] {
	case classLetter:
		if k := s.stringPrefix(); k > 0 {
			s.str(start, start+k)
			return
		}
		s.name()
	case classDigit:
		s.number()
	case classQuote:
		s.str(start, start)
	case classHigh:
		s.name()
	case classNewline:
		s.emit(Newline, start, start+1)
		s.pos++
		s.newline()
		s.atLine = true
		s.afterToken = false
	case classOperator:
		if c == '.' && isDigit(s.Src[start+1]) {
			s.number()
			return
		}
		s.operator(c)
	default:
		s.strayByte(c)
	}
}

// strayByte reports a byte that starts no token.
func (s *scanner) strayByte(c byte) {
	start := s.pos
	switch {
	case c == '\\' && s.Src[start+1] == '\n', c == '\\' && start+1 >= s.Len:
		s.illegal(BadContinuation, start+1, s.Len, "unexpected EOF while parsing")
	case c == '\\':
		s.illegal(BadContinuation, start+1, start+1, "unexpected character after line continuation character")
		s.pos = start + 1
		s.skipLine()
	case c < 0x20 || c == 0x7f:
		s.illegal(BadCharacter, start, start+1, "invalid non-printable character U+%04X", c)
	default:
		s.pos++
		s.emit(Stray, start, s.pos)
	}
}

// skipLine moves to the end of the line.
func (s *scanner) skipLine() {
	for s.pos < s.Len && s.Src[s.pos] != '\n' {
		s.pos++
	}
}

// name scans an identifier or keyword.
func (s *scanner) name() {
	start := s.pos
	i := start
	for isNameByte[s.Src[i]] {
		i++
	}
	if s.Src[i] < utf8.RuneSelf {
		s.pos = i
		s.emit(Lookup(s.Src[start:i]), start, i)
		return
	}
	for isNameByte[s.Src[i]] || s.Src[i] >= utf8.RuneSelf {
		i++
	}
	if bad, r := invalidRune(s.Src[start:i]); bad >= 0 {
		s.badRune(start, start+bad, r)
		return
	}
	s.pos = i
	s.emit(Name, start, i)
	s.Tokens[len(s.Tokens)-1].Flags |= NonASCII
}

// badRune reports the rune at offset at, which cannot be part of the name that
// begins at start.
func (s *scanner) badRune(start, at int, r rune) {
	end := at + utf8.RuneLen(r)
	if unicode.IsPrint(r) {
		s.fail(BadCharacter, at, end, "invalid character '%c' (U+%04X)", r, r)
	} else {
		s.fail(BadCharacter, at, end, "invalid non-printable character U+%04X", r)
	}
	s.emit(Illegal, start, end)
	s.pos = end
}

// operator scans an operator or bracket that begins with c.
func (s *scanner) operator(c byte) {
	start := s.pos
	if len(s.fstrings) > 0 && s.fieldDelimiter(c) {
		return
	}
	switch c {
	case '(', '[', '{':
		s.open(c)
	case ')', ']', '}':
		s.close(c)
	default:
		k, n := operatorAt(s.Src[start : start+3])
		s.pos += n
		s.emit(k, start, s.pos)
		if k == NotEq && c == '<' {
			s.Tokens[len(s.Tokens)-1].Flags |= Flufl
		}
	}
}

func (s *scanner) open(c byte) {
	start := s.pos
	if len(s.brackets) >= maxBrackets {
		s.illegal(TooDeep, start, start+1, "too many nested parentheses")
		s.pos = s.Len // as deep as this, nothing sensible follows
		return
	}
	s.pos++
	s.emit(openKind[c], start, s.pos)
	s.brackets = append(s.brackets, bracket{c, s.Tokens[len(s.Tokens)-1]})
	if n := len(s.fstrings); n > 0 {
		s.fstrings[n-1].depth++
	}
}

func (s *scanner) close(c byte) {
	start := s.pos
	if n := len(s.fstrings); n > 0 {
		prefix := s.fstrings[n-1].prefix()
		if s.fstrings[n-1].depth == 0 && c == '}' {
			s.illegal(BadFString, start, start+1, "%ssingle '}' is not allowed", prefix)
			s.fstrings[n-1].inText = true
			return
		}
		if c != '}' && s.fstrings[n-1].depth == s.fstrings[n-1].fields {
			s.illegal(BadBracket, start, start+1, "%sunmatched '%c'", prefix, c)
			return
		}
	}
	n := len(s.brackets)
	if n == 0 {
		s.illegal(BadBracket, start, start+1, "unmatched '%c'", c)
		return
	}
	b := s.brackets[n-1]
	if closer[b.open] != c {
		where := ""
		if b.token.Line != s.line {
			where = fmt.Sprintf(" on line %d", b.token.Line)
		}
		s.illegal(BadBracket, start, start+1,
			"closing parenthesis '%c' does not match opening parenthesis '%c'%s", c, b.open, where)
		return
	}
	s.brackets = s.brackets[:n-1]
	s.pos++
	s.emit(closeKind[c], start, s.pos)
	if n := len(s.fstrings); n > 0 {
		s.fstrings[n-1].closeBracket(c)
	}
}
