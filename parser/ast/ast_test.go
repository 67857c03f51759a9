package ast_test

import (
	"bytes"
	"fmt"
	goast "go/ast"
	goparser "go/parser"
	gotoken "go/token"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// nodeTypes lists the node types that the package declares: the structs that
// embed Range or StmtBase.
func nodeTypes(t *testing.T) map[string]bool {
	t.Helper()
	types := map[string]bool{}
	for _, name := range []string{"ast.go", "stmt.go", "expr.go", "pattern.go"} {
		file, err := goparser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		goast.Inspect(file, func(n goast.Node) bool {
			spec, ok := n.(*goast.TypeSpec)
			if !ok {
				return true
			}
			s, ok := spec.Type.(*goast.StructType)
			if !ok || spec.Name.Name == "StmtBase" {
				return true
			}
			for _, f := range s.Fields.List {
				if id, ok := f.Type.(*goast.Ident); ok && f.Names == nil && (id.Name == "Range" || id.Name == "StmtBase") {
					types[spec.Name.Name] = true
				}
			}
			return true
		})
	}
	return types
}

// TestWalk checks that Walk and Dump know every node type, on programs that
// have all of them.
func TestWalk(t *testing.T) {
	missing := nodeTypes(t)
	if len(missing) < 77 {
		t.Fatalf("found only %d node types", len(missing))
	}
	files, err := filepath.Glob("../../testdata/parser/dump/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	sources := []string{"t'a{b}'"}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, string(src))
	}
	for _, src := range sources {
		m, diags := parser.Parse("x.py", []byte(src), parser.Options{SyntaxOnly: true})
		if len(diags) > 0 {
			t.Fatal(diags[0].Message)
		}
		var dump bytes.Buffer
		if err := ast.Dump(&dump, m); err != nil {
			t.Fatal(err)
		}
		visited := 0
		ast.Walk(m, func(n ast.Node) bool {
			visited++
			delete(missing, strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast."))
			return true
		})
		// A node is a call in the dump, with arguments unless it is a list of no
		// parameters. So the other calls are operators and contexts.
		dumped := strings.Count(dump.String(), "(\n") + strings.Count(dump.String(), "=arguments()")
		if m.Body != nil && dumped != visited {
			t.Errorf("%.40q: Walk visits %d nodes, Dump writes %d", src, visited, dumped)
		}
	}
	for name := range missing {
		t.Errorf("no %s was visited", name)
	}
}

// TestWalkSkips checks that Walk leaves out what it is told to.
func TestWalkSkips(t *testing.T) {
	m, _ := parser.Parse("x.py", []byte("f(a, b)\ng(c)\n"), parser.Options{})
	var names []string
	ast.Walk(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			names = append(names, n.Id)
		case *ast.Call:
			return n.Func.(*ast.Name).Id == "f"
		}
		return true
	})
	if got := strings.Join(names, " "); got != "f a b" {
		t.Errorf("visited %s, want f a b", got)
	}
}

func TestRepr(t *testing.T) {
	huge, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	tests := []struct {
		value ast.Value
		want  string
	}{
		{ast.None{}, "None"},
		{ast.Bool(true), "True"},
		{ast.Bool(false), "False"},
		{ast.Ellipsis{}, "Ellipsis"},
		{ast.Int(-5), "-5"},
		{ast.BigInt{Int: huge}, "123456789012345678901234567890"},
		{ast.Float(1), "1.0"},
		{ast.Float(0.1), "0.1"},
		{ast.Float(1e15), "1000000000000000.0"},
		{ast.Float(1e16), "1e+16"},
		{ast.Float(1e22), "1e+22"},
		{ast.Float(0.0001), "0.0001"},
		{ast.Float(0.00001), "1e-05"},
		{ast.Float(math.Inf(1)), "inf"},
		{ast.Complex(complex(0, 1)), "1j"},
		{ast.Complex(complex(0, 1.5)), "1.5j"},
		{ast.Complex(complex(0, 1e20)), "1e+20j"},
		{ast.Str(""), "''"},
		{ast.Str("it's"), `"it's"`},
		{ast.Str(`both ' and "`), `'both \' and "'`},
		{ast.Str("\n\t\r\\\x00\x7f"), `'\n\t\r\\\x00\x7f'`},
		{ast.Str("é€😀"), "'é€😀'"},
		{ast.Str("\u00a0\u200b\u2028\U000e0001"), `'\xa0\u200b\u2028\U000e0001'`},
		{ast.Str("a\xed\xa0\x80b"), `'a\ud800b'`},
		{ast.Bytes("a\xff'\n"), `b"a\xff'\n"`},
	}
	for _, test := range tests {
		var b bytes.Buffer
		if err := ast.Repr(&b, test.value); err != nil {
			t.Fatal(err)
		}
		if b.String() != test.want {
			t.Errorf("got %s, want %s", b.String(), test.want)
		}
	}
}
