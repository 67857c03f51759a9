// Package token cuts Python source into tokens, as CPython's tokenizer does:
// with its indentation rules, its nested f-strings (PEP 701) and its errors.
//
// A file is scanned as a whole before it is parsed. The parser can then look
// ahead as far as it likes at no cost, and all errors of the scanner are known
// whatever the parser makes of the file.
package token

// Flags are facts about a token that the parser needs rarely.
type Flags uint8

const (
	// Multiline: the token's text contains a line break.
	Multiline Flags = 1 << iota
	// NonASCII: the token's text contains bytes above 0x7f.
	NonASCII
	// AfterBlank: at least one blank line precedes the token's line.
	AfterBlank
	// Nested: the token is inside brackets (a bracket itself counts where it
	// is inside others).
	Nested
	// Flufl: the token is <>.
	Flufl
	// DoubledBrace: the text of an f-string ends with {{ or }}, which stands
	// for a single brace.
	DoubledBrace
)

// Token is one token. Its text is src[Start:End].
type Token struct {
	Kind       Kind
	Flags      Flags
	Start, End uint32 // byte offsets into the source
	Line, Col  int32  // of the start: 1-based line, 0-based byte column
}

// Comment is a comment of the source, which is not a token.
type Comment struct {
	Start, End uint32
	Line, Col  int32
	Token      int32 // number of the token that follows
	OwnLine    bool  // nothing but white space precedes it on its line
	AfterBlank bool  // OwnLine, and a blank line precedes it
}

// ErrorKind is the class of exception that CPython raises for an error, and
// what the error is about.
type ErrorKind uint8

// The kinds of errors.
const (
	BadCharacter    ErrorKind = iota // SyntaxError: a character that starts no token
	BadNumber                        // SyntaxError: malformed number
	BadString                        // SyntaxError: unterminated string
	BadFString                       // SyntaxError: malformed replacement field
	BadBracket                       // SyntaxError: unmatched bracket
	BadContinuation                  // SyntaxError: misplaced backslash
	TooDeep                          // SyntaxError: nesting limit exceeded
	BadIndent                        // IndentationError
	BadTab                           // TabError
)

// Error is an error found by the scanner.
type Error struct {
	Kind            ErrorKind
	Line, Col       int32
	EndLine, EndCol int32
	Token           int // index of the Illegal token, or of the token that follows
	Message         string
}

// File is the result of scanning a source.
type File struct {
	// Src is the source with line ends translated to \n. A sentinel follows
	// its last byte: Src[:Len] is the source itself.
	Src      string
	Len      int
	Tokens   []Token
	Comments []Comment
	Errors   []Error
	// Unclosed are the brackets that are open at the end of the file, the
	// innermost last.
	Unclosed []Token
}

// Text returns the source text of t.
func (f *File) Text(t *Token) string { return f.Src[t.Start:t.End] }

// End returns line and column of the end of t.
func (f *File) End(t *Token) (line, col int32) {
	if t.Flags&Multiline == 0 {
		return t.Line, t.Col + int32(t.End-t.Start)
	}
	line = t.Line
	last := t.Start
	for i := t.Start; i < t.End; i++ {
		if f.Src[i] == '\n' {
			line++
			last = i + 1
		}
	}
	return line, int32(t.End - last)
}
