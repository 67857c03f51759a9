package py

import (
	"os"
	"testing"
)

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	p := dir + "/a.txt"
	t.Chdir(dir)
	open := func(mode string, kw ...Kw) any { return callKw(Builtin("open"), []any{"a.txt", mode}, kw...) }
	with := func(f any, body func(f any)) {
		Check(With(bg, f, func(x any) error { body(x); return nil }))
	}
	lines := func(f any) any {
		l := list()
		for v := range Each(f) {
			l.Append(method(v, "strip"))
		}
		return l
	}
	checkProgram(t, func() {
		f := open("w")
		with(f, func(f any) {
			Print(method(f, "write", "héllo\nworld\n"), method(f, "tell"), GetAttr(f, "mode"), GetAttr(f, "closed"), method(f, "writable"), method(f, "readable"))
			method(f, "writelines", list("x\n", "y"))
		})
		data, err := os.ReadFile(p)
		Check(err)
		Print(GetAttr(f, "closed"), len(data))
		with(open("r"), func(f any) {
			Print(method(f, "read", 3), Repr(method(f, "readline")), method(f, "readlines"), Repr(method(f, "read")))
		})
		with(open("r", Kw{"encoding", "utf-8"}), func(f any) { Print(lines(f)) })
		for l := range Each(open("r")) {
			PrintTo(nil, " ", "|", false, l)
		}
		method(open("a"), "write", "\r\nz\r")
		Print(Repr(method(open("r"), "read")), Repr(method(open("r", Kw{"newline", ""}), "read")), method(open("rb"), "read"))
		with(open("rb"), func(f any) {
			Print(method(f, "read", 2), method(f, "tell"), method(f, "seek", 0), method(f, "readline"), GetAttr(TypeOf(f), "__name__"))
		})
		with(open("r+"), func(f any) {
			method(f, "seek", 0)
			method(f, "write", "H")
			method(f, "seek", 0)
			Print(Repr(method(f, "readline")))
		})
		failing(func() { call(Builtin("open"), "nope.txt") })
		failing(func() { open("q") })
		failing(func() { open("rw") })
		failing(func() { open("x") })
		failing(func() { open("rb", Kw{"encoding", "utf-8"}) })
		failing(func() { method(open("rb"), "write", Bytes("x")) })
		failing(func() { method(open("w"), "read") })
		failing(func() { method(open("w"), "write", Bytes("x")) })
		failing(func() { method(open("wb"), "write", "x") })
		g := open("r")
		method(g, "close")
		failing(func() { method(g, "read") })
		failing(func() { call(Builtin("open"), 3.5) })
		failing(func() { call(Builtin("open"), "/") })
		with(open("wb"), func(f any) { method(f, "write", Bytes("\xff")) })
		failing(func() { method(open("r"), "read") })
		Print(method(open("r", Kw{"encoding", "latin-1"}), "read"), Repr(method(open("r", Kw{"errors", "replace"}), "read")))
		Print(Repr(open("r")), Repr(open("rb")))
	}, `
12 13 w False True False
True 16
hél 'lo\n' ['world\n', 'x\n', 'y'] ''
['héllo', 'world', 'x', 'y']
héllo
|world
|x
|y|'héllo\nworld\nx\ny\nz\n' 'héllo\nworld\nx\ny\r\nz\r' b'h\xc3\xa9llo\nworld\nx\ny\r\nz\r'
b'h\xc3' 2 0 b'h\xc3\xa9llo\n' BufferedReader
'Héllo\n'
FileNotFoundError: [Errno 2] No such file or directory: 'nope.txt'
ValueError: invalid mode: 'q'
ValueError: must have exactly one of create/read/write/append mode
FileExistsError: [Errno 17] File exists: 'a.txt'
ValueError: binary mode doesn't take an encoding argument
UnsupportedOperation: write
UnsupportedOperation: not readable
TypeError: write() argument must be str, not bytes
TypeError: a bytes-like object is required, not 'str'
ValueError: I/O operation on closed file.
TypeError: expected str, bytes or os.PathLike object, not float
IsADirectoryError: [Errno 21] Is a directory: '/'
UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
ÿ '�'
<_io.TextIOWrapper name='a.txt' mode='r' encoding='UTF-8'> <_io.BufferedReader name='a.txt'>
`)
}
