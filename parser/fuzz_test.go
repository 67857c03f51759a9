package parser_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/scope"
)

// addSeeds gives a fuzz target our sample programs, whole and, for those of the
// error tests, one by one.
func addSeeds(f *testing.F) {
	f.Helper()
	for _, pattern := range []string{"dump/*.py", "py34/*.py", "scope/*.py"} {
		names, err := filepath.Glob("../testdata/parser/" + pattern)
		if err != nil || len(names) == 0 {
			f.Fatal("no test data", err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(src)
		}
	}
	names, err := filepath.Glob("../testdata/parser/errors/*.txt")
	if err != nil || len(names) == 0 {
		f.Fatal("no test data", err)
	}
	for _, name := range names {
		for src := range errorCases(f, name) {
			f.Add([]byte(src))
		}
	}
}

// FuzzParse checks that the parser survives any input, that its diagnostics
// have a message and a place, and that what it accepts can be walked, dumped
// and resolved.
func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, minor := range []int{13, 14} {
			m, diags := parser.Parse("x.py", src, parser.Options{Minor: minor})
			for _, d := range diags {
				if d.Message == "" || d.Code == "" || d.Range.Start.Line < 0 || d.Range.Start.Col < 0 {
					t.Errorf("bad diagnostic: %+v", d)
				}
			}
			if err := ast.Dump(io.Discard, m); err != nil {
				t.Error(err)
			}
			if len(diags) == 0 {
				checkComments(t, "x.py", m)
				scope.Analyze(m)
			}
		}
	})
}
