package driver

import (
	"io"

	"github.com/py2go-async/py2go-async/diag"
)

type TypesMode int

const (
	Inferred TypesMode = iota
	Dynamic
)

type Options struct {
	Package  string
	Types    TypesMode
	IntBig   bool
	Strict   bool
	Partial  bool
	StubDirs []string
	Trace    io.Writer
}

type Result struct {
	Go          []byte
	Diagnostics []diag.Diagnostic
	IsProgram   bool
}

// Translate is the translator of the tool.
func Translate(filename string, src []byte, opts Options) Result {
	return Result{Diagnostics: []diag.Diagnostic{{Code: diag.InternalError, File: filename, Message: "the translator has not landed yet"}}}
}
