package py

import (
	"bufio"
	"context"
	"io"
	"os"
	"strings"
)

// Stream is a text stream of the process: sys.stdout, sys.stderr.
type Stream struct {
	w    *bufio.Writer
	f    *os.File
	line bool // flush at each newline
	name string
}

// Stdout and Stderr are the process's streams. Stdout is buffered: it is
// flushed at the end, on flush=True, and per line on a terminal.
var (
	Stdout = &Stream{w: bufio.NewWriterSize(os.Stdout, 64<<10), f: os.Stdout, line: isTerminal(os.Stdout), name: "<stdout>"}
	Stderr = &Stream{w: bufio.NewWriterSize(os.Stderr, 4<<10), f: os.Stderr, line: true, name: "<stderr>"}
)

// StreamType is the class of the process's streams.
var StreamType = newClass("TextIOWrapper", "_io", []*Class{ObjectType})

func (s *Stream) pyType() *Class { return StreamType }

func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

// WriteString writes text; errors are OSErrors.
func (s *Stream) WriteString(text string) (int, error) {
	n, err := s.w.WriteString(text)
	if err == nil && s.line && strings.Contains(text, "\n") {
		err = s.w.Flush()
	}
	if err != nil {
		return n, FromGo(err)
	}
	return n, nil
}

// Flush writes what is buffered.
func (s *Stream) Flush() error {
	if err := s.w.Flush(); err != nil {
		return FromGo(err)
	}
	return nil
}

// Fileno is s.fileno().
func (s *Stream) Fileno() int { return int(s.f.Fd()) }

// Isatty is s.isatty().
func (s *Stream) Isatty() bool { return isTerminal(s.f) }

// Writer returns the buffered writer, for Go code that shares the stream.
func (s *Stream) Writer() io.Writer { return s.w }

// SetOutput replaces what the stream writes to, for tests, and returns a
// function that puts the former writer back.
func (s *Stream) SetOutput(w io.Writer) (restore func()) {
	old := s.w
	s.w = bufio.NewWriter(w)
	return func() {
		s.w.Flush()
		s.w = old
	}
}

func (s *Stream) pyRepr() string {
	return "<_io.TextIOWrapper name='" + s.name + "' mode='w' encoding='utf-8'>"
}

// CurrentStdout is where print writes: sys.stdout, nil for the process's own.
// Programs replace it (contextlib.redirect_stdout).
var CurrentStdout any

// Print is print(*args).
func Print(args ...any) {
	if CurrentStdout != nil {
		PrintTo(CurrentStdout, " ", "\n", false, args...)
		return
	}
	for i, a := range args {
		if i > 0 {
			Stdout.w.WriteByte(' ')
		}
		if s, ok := a.(string); ok {
			Stdout.w.WriteString(s)
		} else {
			Stdout.w.WriteString(Str(a))
		}
	}
	Stdout.w.WriteByte('\n')
	if Stdout.line {
		Check(Stdout.Flush())
	}
}

// PrintTo is print(*args, sep=sep, end=end, file=file, flush=flush). A nil
// file is sys.stdout; another is a *Stream or anything with write().
func PrintTo(file any, sep, end string, flush bool, args ...any) {
	if file == nil {
		file = CurrentStdout
	}
	if file == nil {
		file = Stdout
	}
	ctx := CurrentContext()
	write := func(s string) {
		if t, ok := file.(interface {
			WriteString(s string) (int, error)
		}); ok {
			_, err := t.WriteString(s)
			Check(err)
			return
		}
		_, err := CallMethod(ctx, file, "write", s)
		Check(err)
	}
	for i, a := range args {
		if i > 0 && sep != "" {
			write(sep)
		}
		write(Str(a))
	}
	if end != "" {
		write(end)
	}
	if flush {
		flushFile(ctx, file)
	}
}

func flushFile(ctx context.Context, file any) {
	if t, ok := file.(interface{ Flush() error }); ok {
		Check(t.Flush())
		return
	}
	_, err := CallMethod(ctx, file, "flush")
	Check(err)
}
