package parser_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// TestHostile feeds the parser what would break a careless one. It must report
// an error (or none), without a panic or an overflow of the stack, and in time.
// With PY2GO_LARGE set, the large files have 50 MB.
func TestHostile(t *testing.T) {
	const deep = 10_000
	large := 1_000_000
	if os.Getenv("PY2GO_LARGE") != "" {
		large = 50_000_000
	}
	tests := []struct {
		name, src string
		want      string // in the first message; empty if the program is fine
	}{
		{"brackets", strings.Repeat("(", deep), "too many nested parentheses"},
		{"closed brackets", strings.Repeat("[", deep) + strings.Repeat("]", deep), "too many nested parentheses"},
		{"200 brackets", strings.Repeat("(", 200) + strings.Repeat(")", 200), ""},
		{"201 brackets", strings.Repeat("(", 201) + strings.Repeat(")", 201), "too many nested parentheses"},
		{"calls", strings.Repeat("f(", deep) + "1" + strings.Repeat(")", deep), "too many nested parentheses"},
		{"minus", strings.Repeat("-", 200_000) + "1", "Parser stack overflowed"},
		{"not", strings.Repeat("not ", 200_000) + "x", "Parser stack overflowed"},
		{"lambda", strings.Repeat("lambda: ", 200_000) + "x", "Parser stack overflowed"},
		{"conditional", strings.Repeat("a if b else ", 200_000) + "x", "Parser stack overflowed"},
		{"power", "a" + strings.Repeat("**a", 200_000), "Parser stack overflowed"},
		{"await", strings.Repeat("await ", 200_000) + "x", "invalid syntax"},
		{"sum", "a" + strings.Repeat("+a", 200_000), "maximum recursion depth exceeded"},
		{"9000 terms", "a" + strings.Repeat("+a", 9000), ""},
		{"chains in brackets", strings.Repeat("(", 150) + "a" + strings.Repeat(strings.Repeat(".x", 9000)+")", 150), "maximum recursion depth exceeded"},
		{"many chains", strings.Repeat("a"+strings.Repeat(".b", 100)+"+", 1000) + "[" + strings.Repeat("c+d.e,", 20_000) + "]", ""},
		{"attributes", "a" + strings.Repeat(".a", 200_000), "maximum recursion depth exceeded"},
		{"items", "a" + strings.Repeat("[0]", 200_000), "maximum recursion depth exceeded"},
		{"assignments", strings.Repeat("a=", 200_000) + "1", ""},
		{"comparisons", "a" + strings.Repeat("<a", 200_000), ""},
		{"elif", "if a: pass\n" + strings.Repeat("elif a: pass\n", 100_000), "Parser stack overflowed"},
		{"blocks", blocks(deep), "too many levels of indentation"},
		{"f-strings", strings.Repeat(`f"{`, deep), "too many nested f-strings"},
		{"fields", `f"` + strings.Repeat("{a:", deep) + `"`, "expressions nested too deeply"},
		{"patterns", "match x:\n case " + strings.Repeat("[", deep) + ": pass", "too many nested parentheses"},
		{"large line", "x = [" + strings.Repeat("1,", large/2) + "]", ""},
		{"large bad line", "x = [" + strings.Repeat("1 ", large/2) + "]", "Perhaps you forgot a comma"},
		{"large name", strings.Repeat("x", large), ""},
		{"large string", "'" + strings.Repeat("x", large), "unterminated string literal"},
		{"large comment", "#" + strings.Repeat("x", large), ""},
		{"digits", "x = " + strings.Repeat("1", 4301), "Exceeds the limit (4300 digits)"},
		{"nulls", strings.Repeat("\x00", 200_000), "null bytes"},
		{"backslashes", strings.Repeat("\\\n", 200_000), "unexpected EOF while parsing"},
		{"line ends", strings.Repeat("\n", 200_000), ""},
		{"semicolons", strings.Repeat("x;", 200_000), ""},
		{"errors", strings.Repeat("x y\n", 100_000), "invalid syntax"},
		{"unclosed", strings.Repeat("f(\nx = 1\n", 20_000), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			m, diags := parser.Parse("x.py", []byte(test.src), parser.Options{})
			t.Logf("%v, %d errors", time.Since(start), len(diags))
			switch {
			case test.name == "unclosed":
				if len(diags) == 0 {
					t.Error("no error")
				}
			case test.want == "" && len(diags) > 0:
				t.Errorf("unexpected error: %s", diags[0].Message)
			case test.want != "" && (len(diags) == 0 || !strings.Contains(diags[0].Message, test.want)):
				t.Errorf("got %.1v, want an error with %q", diags, test.want)
			}
			if test.name != "9000 terms" { // the indentation alone would be 80 MB
				if err := ast.Dump(io.Discard, m); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// blocks returns n blocks, one inside the other.
func blocks(n int) string {
	var b bytes.Buffer
	for i := range n {
		b.WriteString(strings.Repeat(" ", i))
		b.WriteString("if x:\n")
	}
	return b.String()
}
