package parser_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// asParse are the options under which Parse does what CPython 3.13's ast.parse
// does.
var asParse = parser.Options{Minor: 13, SyntaxOnly: true}

// TestDumps compares the trees of our sample programs with the dumps that
// CPython 3.13 made of them (testdata/parser/record_dumps.py).
func TestDumps(t *testing.T) {
	files, err := filepath.Glob("../testdata/parser/dump/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(name, ".py") + ".dump")
			if err != nil {
				t.Fatal(err)
			}
			m, diags := parser.Parse(name, src, asParse)
			if len(diags) > 0 {
				t.Fatalf("%v: %s", diags[0].Range, diags[0].Message)
			}
			var got bytes.Buffer
			if err := ast.Dump(&got, m); err != nil {
				t.Fatal(err)
			}
			compareLines(t, got.String(), string(want))
		})
	}
}

// compareLines reports the first line that differs.
func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d: got %q, want %q; before it:\n%s", i+1, g[i], w[i], strings.Join(g[max(0, i-12):i], "\n"))
		}
	}
	if len(g) != len(w) {
		t.Fatalf("got %d lines, want %d", len(g), len(w))
	}
}

// TestLibrary compares the trees of all files of CPython's library with
// CPython's own, positions included. It runs where PY2GO_CPYTHON names an
// interpreter of CPython 3.13.
func TestLibrary(t *testing.T) {
	python := os.Getenv("PY2GO_CPYTHON")
	if python == "" {
		t.Skip("PY2GO_CPYTHON is not set")
	}
	cmd := exec.Command(python, "../testdata/parser/library.py")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	files, rejected := 0, 0
	for lines := bufio.NewScanner(out); lines.Scan(); files++ {
		want, name, _ := strings.Cut(lines.Text(), " ")
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m, diags := parser.Parse(name, src, asParse)
		switch {
		case want == "rejected":
			rejected++
			if len(diags) == 0 {
				t.Errorf("%s: accepted, CPython rejects it", name)
			}
		case len(diags) > 0:
			t.Errorf("%s:%d: %s", name, diags[0].Range.Start.Line, diags[0].Message)
		default:
			hash := sha256.New()
			if err := ast.Dump(hash, m); err != nil {
				t.Fatal(err)
			}
			if hex.EncodeToString(hash.Sum(nil)) != want {
				t.Errorf("%s: the tree differs", name)
			}
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files, %d of them rejected by CPython", files, rejected)
	if files < 1000 {
		t.Errorf("only %d files", files)
	}
}
