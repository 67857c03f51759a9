// Package translate is the front door of the translator: Python source in, Go
// source and diagnostics out. It lists the stages in order; each knows only
// the ones before it.
package translate

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"sort"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/emit"
	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/lower"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// TypesMode says where static types come from.
type TypesMode int

// The modes of types.
const (
	Inferred TypesMode = iota // whole-program inference
	Dynamic                   // none for user code: everything takes the fallback
)

// Options say how to translate. The zero value is the default.
type Options struct {
	Package  string    // Go package; "" is main
	Types    TypesMode // Inferred, or Dynamic to test the fallback
	IntBig   bool      // every int is a big.Int
	StubDirs []string  // folders of the user's own stubs
	Trace    io.Writer // what the stages did, for -v; nil for nothing
}

// Result is what became of a file. Go is nil when an error was reported.
type Result struct {
	Go          []byte
	Diagnostics []diag.Diagnostic
	IsProgram   bool // the module does something when it runs
}

// Translate turns the source of a Python module into a Go file. It never
// panics: a bug of the translator is reported as PG0001 with the place in the
// Python source that was being worked on.
func Translate(filename string, src []byte, opts Options) (res Result) {
	var diags diag.List
	at := diag.Range{Start: diag.Pos{Line: 1}, End: diag.Pos{Line: 1}}
	defer func() {
		if r := recover(); r != nil {
			res.Go = nil
			diags.Add(internal(filename, at, r, opts.Trace))
		}
		res.Diagnostics = sorted(diags.All())
	}()

	mod, problems := parser.Parse(filename, src, parser.Options{})
	for _, d := range problems {
		diags.Add(d)
	}
	if diags.HasErrors() {
		return res
	}
	library := stubs.NewLibrary()
	if len(opts.StubDirs) > 0 {
		library = stubs.NewLibrary(dirs(opts.StubDirs)...)
	}
	info := infer.Analyze(mod, infer.Options{
		Filename: filename,
		Dynamic:  opts.Types == Dynamic,
		IntBig:   opts.IntBig,
		Package:  opts.Package != "" && opts.Package != "main",
		Stubs:    library,
		Diags:    &diags,
	})
	if diags.HasErrors() {
		return res
	}
	pkg := opts.Package
	if pkg == "" {
		pkg = "main"
	}
	program := lower.Program(info, lower.Options{
		Filename: filename,
		Source:   src,
		Package:  pkg,
		Dynamic:  opts.Types == Dynamic,
		Diags:    &diags,
		At:       &at,
	})
	if opts.Trace != nil && opts.Types != Dynamic {
		traceClasses(opts.Trace, filename, info)
	}
	res.IsProgram = lower.IsProgram(mod)
	if diags.HasErrors() {
		return res
	}
	out, err := emit.Program(program)
	if err != nil {
		panic(err)
	}
	res.Go = out
	return res
}

// traceClasses tells which classes are no Go structs, and why.
func traceClasses(w io.Writer, filename string, info *infer.Info) {
	for _, c := range info.ClassList {
		if !c.Typed && !c.Plain {
			fmt.Fprintf(w, "%s:%d: class %s is built at run time: %s\n", filename, c.Node.Span().Start.Line, c.Name, c.WhyDynamic)
		}
	}
}

// internal is the diagnostic of a panic of the translator.
func internal(filename string, at diag.Range, r any, trace io.Writer) diag.Diagnostic {
	if trace != nil {
		fmt.Fprintf(trace, "%v\n%s", r, debug.Stack())
	}
	return diag.Diagnostic{
		Code: diag.InternalError, Severity: diag.Error, File: filename, Range: at,
		Message: fmt.Sprintf("internal error: %v", r),
		Hint:    "this is a bug of py2go-async: please report it with the source",
	}
}

// sorted puts diagnostics in source order.
func sorted(list []diag.Diagnostic) []diag.Diagnostic {
	sort.SliceStable(list, func(i, j int) bool {
		return list[i].Range.Start.Before(list[j].Range.Start)
	})
	return list
}

func dirs(names []string) []fs.FS {
	out := make([]fs.FS, len(names))
	for i, n := range names {
		out[i] = os.DirFS(n)
	}
	return out
}
