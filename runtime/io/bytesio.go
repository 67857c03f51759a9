package io

import (
	"bytes"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// BytesIO is io.BytesIO: a binary file in memory.
type BytesIO struct {
	buf    []byte
	pos    int
	closed bool
}

// NewBytesIO is BytesIO(initial_bytes).
func NewBytesIO(initial *py.Bytes) *BytesIO {
	b := &BytesIO{}
	if initial != nil {
		b.buf = []byte(*initial)
	}
	return b
}

func (b *BytesIO) check() {
	if b.closed {
		py.Throw(py.ValueError.New("I/O operation on closed file."))
	}
}

// Write is write(data): the number of bytes.
func (b *BytesIO) Write(data py.Bytes) int {
	b.check()
	for len(b.buf) < b.pos {
		b.buf = append(b.buf, 0)
	}
	n := copy(b.buf[b.pos:], data)
	b.buf = append(b.buf, data[n:]...)
	b.pos += len(data)
	return len(data)
}

// GetValue is getvalue().
func (b *BytesIO) GetValue() py.Bytes {
	b.check()
	return py.Bytes(b.buf)
}

// Read is read(size); nil or a negative size is all.
func (b *BytesIO) Read(size *int) py.Bytes {
	b.check()
	if b.pos >= len(b.buf) {
		return ""
	}
	rest := b.buf[b.pos:]
	if size != nil && *size >= 0 && *size < len(rest) {
		rest = rest[:*size]
	}
	b.pos += len(rest)
	return py.Bytes(rest)
}

// ReadLine is readline(size).
func (b *BytesIO) ReadLine(size *int) py.Bytes {
	b.check()
	if b.pos >= len(b.buf) {
		return ""
	}
	n := bytes.IndexByte(b.buf[b.pos:], '\n') + 1
	if n == 0 {
		n = len(b.buf) - b.pos
	}
	if size != nil && *size >= 0 {
		n = min(n, *size)
	}
	return b.Read(&n)
}

// ReadLines is readlines().
func (b *BytesIO) ReadLines() *py.List[py.Bytes] { return py.ListOf(b.All()) }

// All iterates over the remaining lines.
func (b *BytesIO) All() iter.Seq[py.Bytes] {
	return func(yield func(py.Bytes) bool) {
		for {
			l := b.ReadLine(nil)
			if l == "" || !yield(l) {
				return
			}
		}
	}
}

// Next is next(b): false at the end.
func (b *BytesIO) Next() (any, bool) {
	l := b.ReadLine(nil)
	return l, l != ""
}

// Seek is seek(offset, whence).
func (b *BytesIO) Seek(offset, whence int) int {
	b.check()
	switch whence {
	case 0:
		if offset < 0 {
			py.Throwf(py.ValueError, "negative seek value %d", offset)
		}
	case 1:
		offset += b.pos
	case 2:
		offset += len(b.buf)
	default:
		py.Throwf(py.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	b.pos = max(offset, 0)
	return b.pos
}

// Tell is tell().
func (b *BytesIO) Tell() int { b.check(); return b.pos }

// Truncate is truncate(size); nil is the current position.
func (b *BytesIO) Truncate(size *int) int {
	b.check()
	n := b.pos
	if size != nil {
		n = *size
	}
	if n < 0 {
		py.Throwf(py.ValueError, "negative size value %d", n)
	}
	if n < len(b.buf) {
		b.buf = b.buf[:n]
	}
	return n
}

// Close is close().
func (b *BytesIO) Close() { b.closed, b.buf = true, nil }

// Closed is the attribute closed.
func (b *BytesIO) Closed() bool { return b.closed }

// Flush is flush().
func (b *BytesIO) Flush() { b.check() }

// Enter is __enter__.
func (b *BytesIO) Enter() (*BytesIO, error) { b.check(); return b, nil }

// Exit is __exit__: it closes.
func (b *BytesIO) Exit(error) (bool, error) { b.Close(); return false, nil }
