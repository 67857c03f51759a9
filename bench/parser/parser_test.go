// Package parser measures the parser against Go's own, each over the library of
// its language, in one run:
//
//	PY2GO_LIBRARY=~/.pyenv/versions/3.13.0/lib/python3.13 go test -bench . ./bench/parser
//
// MB/s is the number to compare.
package parser

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	pyparser "github.com/py2go-async/py2go-async/parser"
)

// load reads the files below root with the given ending.
func load(b *testing.B, root, ending string) [][]byte {
	b.Helper()
	var files [][]byte
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "site-packages") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ending) {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files = append(files, src)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return files
}

func size(files [][]byte) int64 {
	n := int64(0)
	for _, f := range files {
		n += int64(len(f))
	}
	return n
}

func library(b *testing.B) [][]byte {
	root := os.Getenv("PY2GO_LIBRARY")
	if root == "" {
		b.Skip("PY2GO_LIBRARY is not set")
	}
	return load(b, root, ".py")
}

// BenchmarkGoParser is go/parser with comments over Go's src.
func BenchmarkGoParser(b *testing.B) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		b.Skip("no go command: ", err)
	}
	files := load(b, filepath.Join(strings.TrimSpace(string(root)), "src"), ".go")
	b.SetBytes(size(files))
	b.ReportAllocs()
	for b.Loop() {
		for _, src := range files {
			parser.ParseFile(token.NewFileSet(), "x.go", src, parser.ParseComments)
		}
	}
}

// BenchmarkParse builds the tree, as ast.parse does.
func BenchmarkParse(b *testing.B) {
	benchmark(b, pyparser.Options{SyntaxOnly: true})
}

// BenchmarkCheck builds the tree and looks for the errors of symbol table and
// compiler.
func BenchmarkCheck(b *testing.B) {
	benchmark(b, pyparser.Options{})
}

func benchmark(b *testing.B, opts pyparser.Options) {
	files := library(b)
	b.SetBytes(size(files))
	b.ReportAllocs()
	for b.Loop() {
		for _, src := range files {
			pyparser.Parse("x.py", src, opts)
		}
	}
}
