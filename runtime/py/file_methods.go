package py

import (
	"context"
	"io"
)

func init() {
	fileOf := func(self any) *File { return self.(*File) }
	for _, c := range []*Class{textFileType, binaryReadType, binaryFileType, randomFileType} {
		method := func(name string, params []Param, fn func(f *File, a []any) any) {
			c.addNative(name, params, func(self any, a []any) (any, error) { return fn(fileOf(self), a), nil })
		}
		size := []Param{PosOnly("size").Default(-1)}
		method("read", size, func(f *File, a []any) any {
			if a[0] == nil {
				return f.Read(-1)
			}
			return f.Read(AsInt(a[0]))
		})
		method("readline", size, func(f *File, a []any) any { return f.Readline() })
		method("readlines", []Param{PosOnly("hint").Default(-1)}, func(f *File, _ []any) any {
			l := NewList[any]()
			for v, ok := f.Next(); ok; v, ok = f.Next() {
				l.Append(v)
			}
			return l
		})
		method("write", []Param{PosOnly("text")}, func(f *File, a []any) any { return f.Write(a[0]) })
		method("writelines", []Param{PosOnly("lines")}, func(f *File, a []any) any {
			for v := range Each(a[0]) {
				f.Write(v)
			}
			return nil
		})
		method("close", nil, func(f *File, _ []any) any { f.Close(); return nil })
		method("flush", nil, func(f *File, _ []any) any {
			if f.closed {
				Throw(ValueError.New("I/O operation on closed file."))
			}
			f.flush()
			return nil
		})
		method("seek", []Param{PosOnly("cookie"), PosOnly("whence").Default(0)}, func(f *File, a []any) any {
			if f.closed {
				Throw(ValueError.New("I/O operation on closed file."))
			}
			return f.seek(int64(AsInt(a[0])), AsInt(a[1]))
		})
		method("tell", nil, func(f *File, _ []any) any { return f.Tell() })
		method("truncate", []Param{PosOnly("pos").Default(nil)}, func(f *File, a []any) any {
			f.check(true)
			f.flush()
			n := f.Tell()
			if a[0] != nil {
				n = AsInt(a[0])
			}
			Check(f.f.Truncate(int64(n)))
			return n
		})
		method("fileno", nil, func(f *File, _ []any) any { return int(f.f.Fd()) })
		method("isatty", nil, func(f *File, _ []any) any { return isTerminal(f.f) })
		method("readable", nil, func(f *File, _ []any) any { return f.readable })
		method("writable", nil, func(f *File, _ []any) any { return f.writable })
		method("seekable", nil, func(f *File, _ []any) any {
			_, err := f.f.Seek(0, io.SeekCurrent)
			return err == nil
		})
		method("__enter__", nil, func(f *File, _ []any) any {
			if f.closed {
				Throw(ValueError.New("I/O operation on closed file."))
			}
			return f
		})
		method("__exit__", []Param{VarArgs("args")}, func(f *File, _ []any) any { f.Close(); return nil })
		iteratorNatives(c)
		for name, get := range map[string]func(f *File) any{
			"name":     func(f *File) any { return f.name },
			"mode":     func(f *File) any { return f.mode },
			"closed":   func(f *File) any { return f.closed },
			"encoding": func(f *File) any { return f.encoding },
			"errors":   func(f *File) any { return f.errs },
		} {
			c.addGetSet(name, func(self any) (any, error) { return get(fileOf(self)), nil }, nil)
		}
	}
	addBuiltinErr("open", []Param{Pos("file"), Pos("mode").Default("r"), Pos("buffering").Default(-1), Pos("encoding").Default(nil), Pos("errors").Default(nil),
		Pos("newline").Default(nil), Pos("closefd").Default(true), Pos("opener").Default(nil)}, func(_ context.Context, a []any) (any, error) {
		return Open(a[0], AsString(a[1]), AsInt(a[2]), As[*string](a[3]), As[*string](a[4]), As[*string](a[5]), Truth(a[6]), a[7])
	})
}
