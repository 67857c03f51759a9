package contextvars

import "github.com/py2go-async/py2go-async/runtime/py"

func init() {
	py.RegisterType(&py.TypeInfo{Class: classToken, Consts: []py.Const{{Name: "MISSING", Value: Missing}}})
}
