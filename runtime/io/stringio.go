// Package io is Python's module io, as far as memory streams go.
package io

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// UnsupportedOperation is io.UnsupportedOperation.
var UnsupportedOperation = py.DefineException("io", "UnsupportedOperation", py.OSError, py.ValueError)

// StringIO is io.StringIO: a text file in memory. Positions count code
// points.
type StringIO struct {
	buf    []byte
	pos    int // byte offset
	closed bool
}

// NewStringIO is StringIO(initial_value, newline).
func NewStringIO(initial, newline *string) *StringIO {
	s := &StringIO{}
	if initial != nil {
		text := *initial
		if newline == nil {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		}
		s.buf = []byte(text)
	}
	return s
}

func (s *StringIO) check() {
	if s.closed {
		py.Throw(py.ValueError.New("I/O operation on closed file"))
	}
}

// Write is write(text): the number of characters.
func (s *StringIO) Write(text string) int {
	s.check()
	if s.pos == len(s.buf) {
		s.buf = append(s.buf, text...)
		s.pos = len(s.buf)
		return utf8.RuneCountInString(text)
	}
	n := utf8.RuneCountInString(text)
	end := s.pos
	for range n {
		if end >= len(s.buf) {
			break
		}
		_, w := utf8.DecodeRune(s.buf[end:])
		end += w
	}
	s.buf = append(s.buf[:s.pos:s.pos], append([]byte(text), s.buf[end:]...)...)
	s.pos += len(text)
	return n
}

// WriteString is Write for print.
func (s *StringIO) WriteString(text string) (int, error) { return s.Write(text), nil }

// WriteLines is writelines(lines).
func (s *StringIO) WriteLines(lines iter.Seq[string]) {
	for l := range lines {
		s.Write(l)
	}
}

// GetValue is getvalue().
func (s *StringIO) GetValue() string {
	s.check()
	return string(s.buf)
}

// Read is read(size); nil or a negative size is all.
func (s *StringIO) Read(size *int) string {
	s.check()
	if s.pos >= len(s.buf) {
		return ""
	}
	rest := s.buf[s.pos:]
	if size != nil && *size >= 0 {
		n := 0
		for range *size {
			if n >= len(rest) {
				break
			}
			_, w := utf8.DecodeRune(rest[n:])
			n += w
		}
		rest = rest[:n]
	}
	s.pos += len(rest)
	return string(rest)
}

// ReadLine is readline(size).
func (s *StringIO) ReadLine(size *int) string {
	s.check()
	if s.pos >= len(s.buf) {
		return ""
	}
	line := s.buf[s.pos:]
	if i := strings.IndexByte(string(line), '\n'); i >= 0 {
		line = line[:i+1]
	}
	if size != nil && *size >= 0 && *size < utf8.RuneCount(line) {
		return s.Read(size)
	}
	s.pos += len(line)
	return string(line)
}

// ReadLines is readlines().
func (s *StringIO) ReadLines() *py.List[string] {
	out := py.NewList[string]()
	for l := range s.All() {
		out.Append(l)
	}
	return out
}

// All iterates over the remaining lines.
func (s *StringIO) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			l := s.ReadLine(nil)
			if l == "" || !yield(l) {
				return
			}
		}
	}
}

// Next is next(s): false at the end.
func (s *StringIO) Next() (any, bool) {
	l := s.ReadLine(nil)
	return l, l != ""
}

// Seek is seek(offset, whence).
func (s *StringIO) Seek(offset, whence int) int {
	s.check()
	switch whence {
	case 0:
		if offset < 0 {
			py.Throwf(py.ValueError, "Negative seek position %d", offset)
		}
		s.pos = 0
		for range offset {
			if s.pos >= len(s.buf) {
				break
			}
			_, w := utf8.DecodeRune(s.buf[s.pos:])
			s.pos += w
		}
	case 1, 2:
		if offset != 0 {
			py.Throw(py.OSError.New("Can't do nonzero cur-relative seeks"))
		}
		if whence == 2 {
			s.pos = len(s.buf)
		}
	default:
		py.Throwf(py.ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	return s.Tell()
}

// Tell is tell().
func (s *StringIO) Tell() int {
	s.check()
	return utf8.RuneCount(s.buf[:s.pos])
}

// Truncate is truncate(pos); nil is the current position.
func (s *StringIO) Truncate(pos *int) int {
	s.check()
	n := s.Tell()
	if pos != nil {
		n = *pos
	}
	if n < 0 {
		py.Throwf(py.ValueError, "Negative size value %d", n)
	}
	at := 0
	for range n {
		if at >= len(s.buf) {
			break
		}
		_, w := utf8.DecodeRune(s.buf[at:])
		at += w
	}
	s.buf = s.buf[:at]
	return n
}

// Close is close().
func (s *StringIO) Close() { s.closed, s.buf, s.pos = true, nil, 0 }

// Closed is the attribute closed.
func (s *StringIO) Closed() bool { return s.closed }

// Flush is flush().
func (s *StringIO) Flush() { s.check() }

// Readable, Writable and Seekable are true.
func (s *StringIO) Readable() bool { s.check(); return true }

// Writable is writable().
func (s *StringIO) Writable() bool { s.check(); return true }

// Seekable is seekable().
func (s *StringIO) Seekable() bool { s.check(); return true }

// Isatty is isatty().
func (s *StringIO) Isatty() bool { s.check(); return false }

// Enter is __enter__.
func (s *StringIO) Enter() (*StringIO, error) { s.check(); return s, nil }

// Exit is __exit__: it closes.
func (s *StringIO) Exit(error) (bool, error) { s.Close(); return false, nil }
