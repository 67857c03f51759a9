package py

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
)

// File is what open() returns: a text or binary file.
type File struct {
	f        *os.File
	r        *bufio.Reader
	w        *bufio.Writer
	name     any
	mode     string
	text     bool
	readable bool
	writable bool
	encoding string
	errs     string
	newline  any // nil: universal newlines
	closed   bool
	lineBuf  bool
}

// The classes of files.
var (
	textFileType   = newClass("TextIOWrapper", "_io", []*Class{ObjectType})
	binaryReadType = newClass("BufferedReader", "_io", []*Class{ObjectType})
	binaryFileType = newClass("BufferedWriter", "_io", []*Class{ObjectType})
	randomFileType = newClass("BufferedRandom", "_io", []*Class{ObjectType})
	// UnsupportedOperation is io.UnsupportedOperation.
	UnsupportedOperation = DefineException("io", "UnsupportedOperation", OSError, ValueError)
)

// Open is the builtin open(). file is a path (str, bytes, or an object with
// __fspath__) or a descriptor.
func Open(file any, mode string, buffering int, encoding, errs, newline *string, closefd bool, opener any) (any, error) {
	flushFiles()
	flag, f, err := parseMode(mode)
	if err != nil {
		return nil, err
	}
	f.name, f.mode = file, mode
	switch {
	case !f.text && encoding != nil:
		return nil, ValueError.New("binary mode doesn't take an encoding argument")
	case !f.text && errs != nil:
		return nil, ValueError.New("binary mode doesn't take an errors argument")
	case !f.text && newline != nil:
		return nil, ValueError.New("binary mode doesn't take a newline argument")
	case f.text && buffering == 0:
		return nil, ValueError.New("can't have unbuffered text I/O")
	}
	f.encoding, f.errs, f.lineBuf = "UTF-8", "strict", buffering == 1
	if encoding != nil && *encoding != "" {
		f.encoding = *encoding
		if _, err := findCodec(f.encoding); err != nil {
			return nil, err
		}
	}
	if errs != nil {
		f.errs = *errs
	}
	if newline != nil {
		switch *newline {
		case "", "\n", "\r", "\r\n":
			f.newline = *newline
		default:
			return nil, Errorf(ValueError, "illegal newline value: %s", Repr(*newline))
		}
	}
	if fd, ok := baseOf(file).(int); ok {
		f.f = os.NewFile(uintptr(fd), "fd")
	} else {
		path, err := FSPath(file)
		if err != nil {
			return nil, err
		}
		if f.f, err = os.OpenFile(path, flag, 0o666); err != nil {
			return nil, openError(err, file)
		}
		if st, err := f.f.Stat(); err == nil && st.IsDir() {
			f.f.Close()
			return nil, OSErrorOf(syscall.EISDIR, file)
		}
	}
	if f.readable {
		f.r = bufio.NewReaderSize(f.f, 64<<10)
	}
	if f.writable {
		f.w = bufio.NewWriterSize(f.f, 64<<10)
	}
	return f, nil
}

func openError(err error, file any) error {
	var no syscall.Errno
	if errors.As(err, &no) {
		return OSErrorOf(no, file).WithGoError(err)
	}
	return FromGo(err)
}

// FSPath is os.fspath(x) as a Go string.
func FSPath(x any) (string, error) {
	switch v := baseOf(x).(type) {
	case string:
		return v, nil
	case Bytes:
		return string(v), nil
	}
	if _, ok := TypeOf(x).lookup("__fspath__"); ok {
		r, err := CallMethod(CurrentContext(), x, "__fspath__")
		if err != nil {
			return "", err
		}
		return FSPath(r)
	}
	return "", Errorf(TypeError, "expected str, bytes or os.PathLike object, not %s", TypeOf(x).name)
}

// parseMode reads the mode of open.
func parseMode(mode string) (flag int, f *File, err error) {
	f = &File{text: true}
	invalid := Errorf(ValueError, "invalid mode: %s", Repr(mode))
	kinds, plus, t, b := 0, false, false, false
	for i, c := range mode {
		if strings.ContainsRune(mode[:i], c) {
			return 0, nil, invalid
		}
		switch c {
		case 'r':
			kinds++
			f.readable = true
		case 'w':
			kinds++
			f.writable, flag = true, os.O_CREATE|os.O_TRUNC
		case 'a':
			kinds++
			f.writable, flag = true, os.O_CREATE|os.O_APPEND
		case 'x':
			kinds++
			f.writable, flag = true, os.O_CREATE|os.O_EXCL
		case '+':
			plus = true
		case 't':
			t = true
		case 'b':
			b = true
		default:
			return 0, nil, invalid
		}
	}
	switch {
	case t && b:
		return 0, nil, ValueError.New("can't have text and binary mode at once")
	case kinds != 1:
		return 0, nil, ValueError.New("must have exactly one of create/read/write/append mode")
	}
	f.text = !b
	if plus {
		f.readable, f.writable = true, true
	}
	switch {
	case f.readable && f.writable:
		flag |= os.O_RDWR
	case f.writable:
		flag |= os.O_WRONLY
	}
	return flag, f, nil
}

func (f *File) pyType() *Class {
	switch {
	case f.text:
		return textFileType
	case f.readable && f.writable:
		return randomFileType
	case f.writable:
		return binaryFileType
	}
	return binaryReadType
}

func (f *File) pyRepr() string {
	if f.text {
		return "<_io.TextIOWrapper name=" + Repr(f.name) + " mode=" + Repr(f.mode) + " encoding=" + Repr(f.encoding) + ">"
	}
	return "<_io." + f.pyType().name + " name=" + Repr(f.name) + ">"
}

// check throws when the file is closed or not open for the operation.
func (f *File) check(write bool) {
	if f.closed {
		Throw(ValueError.New("I/O operation on closed file."))
	}
	if write && !f.writable || !write && !f.readable {
		Throw(UnsupportedOperation.New(f.unsupported(write)))
	}
	if !write && f.w != nil {
		f.flush()
	}
}

// unsupported words what the file is not open for.
func (f *File) unsupported(write bool) string {
	switch {
	case f.text && write:
		return "not writable"
	case f.text:
		return "not readable"
	case write:
		return "write"
	}
	return "read"
}

// unflushed are the files with data that is not yet written: CPython writes
// it when the last reference to the file goes; here it is written before
// another file is opened, and at the end of the program.
var unflushed struct {
	sync.Mutex
	files map[*File]bool
}

func flushFiles() {
	unflushed.Lock()
	files := unflushed.files
	unflushed.files = nil
	unflushed.Unlock()
	for f := range files {
		if !f.closed {
			f.flush()
		}
	}
}

func (f *File) noteUnflushed() {
	unflushed.Lock()
	if unflushed.files == nil {
		unflushed.files = map[*File]bool{}
	}
	unflushed.files[f] = true
	unflushed.Unlock()
}

func (f *File) flush() {
	unflushed.Lock()
	delete(unflushed.files, f)
	unflushed.Unlock()
	if f.w != nil {
		if err := f.w.Flush(); err != nil {
			Throw(err)
		}
	}
}

// value makes what read operations return.
func (f *File) value(data []byte) any {
	if !f.text {
		return Bytes(data)
	}
	s, err := BytesDecode(Bytes(data), f.encoding, f.errs)
	Check(err)
	if f.newline == nil && strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

// Read is f.read(size); a negative size reads all.
func (f *File) Read(size int) any {
	f.check(false)
	if size < 0 {
		data, err := io.ReadAll(f.r)
		Check(err)
		return f.value(data)
	}
	if !f.text {
		buf := make([]byte, size)
		n, err := io.ReadFull(f.r, buf)
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			Throw(err)
		}
		return Bytes(buf[:n])
	}
	var b strings.Builder
	for range size {
		c, ok := f.char()
		if !ok {
			break
		}
		b.WriteString(c)
	}
	return b.String()
}

// char reads one character of a text file.
func (f *File) char() (string, bool) {
	var buf []byte
	for {
		c, err := f.r.ReadByte()
		if err == io.EOF {
			if buf == nil {
				return "", false
			}
			return f.value(buf).(string), true
		}
		Check(err)
		buf = append(buf, c)
		if c == '\r' && f.newline == nil {
			if next, err := f.r.Peek(1); err == nil && next[0] == '\n' {
				f.r.Discard(1)
			}
			return "\n", true
		}
		if s, err := BytesDecode(Bytes(buf), f.encoding, "strict"); err == nil && s != "" || len(buf) >= 4 {
			return f.value(buf).(string), true
		}
	}
}

// line reads the bytes of the next line, its end included.
func (f *File) line() []byte {
	end := byte('\n')
	if f.newline == "\r" {
		end = '\r'
	}
	data, err := f.r.ReadBytes(end)
	if err != nil && err != io.EOF {
		Throw(err)
	}
	if f.text && f.newline == nil {
		if i := strings.IndexByte(string(data), '\r'); i >= 0 && i+1 < len(data) && data[i+1] != '\n' {
			f.r = bufio.NewReaderSize(io.MultiReader(strings.NewReader(string(data[i+1:])), f.r), 64<<10)
			return append(data[:i:i], '\n')
		}
	}
	return data
}

// Readline is f.readline().
func (f *File) Readline() any {
	f.check(false)
	return f.value(f.line())
}

// Next gives the next line: iteration over the file.
func (f *File) Next() (any, bool) {
	f.check(false)
	data := f.line()
	if len(data) == 0 {
		return nil, false
	}
	return f.value(data), true
}

// Write is f.write(data): the number of characters or bytes.
func (f *File) Write(data any) int {
	f.check(true)
	if f.r != nil && f.r.Buffered() > 0 {
		f.seek(int64(-f.r.Buffered()), io.SeekCurrent)
	}
	if !f.text {
		b, ok := bytesLike(baseOf(data))
		if !ok {
			Throwf(TypeError, "a bytes-like object is required, not '%s'", TypeOf(data).name)
		}
		_, err := f.w.WriteString(string(b))
		Check(err)
		f.noteUnflushed()
		return len(b)
	}
	s, ok := baseOf(data).(string)
	if !ok {
		Throwf(TypeError, "write() argument must be str, not %s", TypeOf(data).name)
	}
	out := s
	if nl, ok := f.newline.(string); ok && nl != "" && nl != "\n" {
		out = strings.ReplaceAll(s, "\n", nl)
	}
	b, err := StrEncode(out, f.encoding, f.errs)
	Check(err)
	_, werr := f.w.WriteString(string(b))
	Check(werr)
	f.noteUnflushed()
	if f.lineBuf && strings.Contains(s, "\n") {
		f.flush()
	}
	return StrLen(s)
}

func (f *File) seek(offset int64, whence int) int {
	f.flush()
	n, err := f.f.Seek(offset, whence)
	Check(err)
	if f.r != nil {
		f.r.Reset(f.f)
	}
	return int(n)
}

// Tell is f.tell().
func (f *File) Tell() int {
	f.flush()
	n, err := f.f.Seek(0, io.SeekCurrent)
	Check(err)
	if f.r != nil {
		n -= int64(f.r.Buffered())
	}
	return int(n)
}

// Close is f.close().
func (f *File) Close() {
	if f.closed {
		return
	}
	f.closed = true
	f.flush()
	Check(f.f.Close())
}
