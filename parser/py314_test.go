package parser_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// dumpWithoutPositions returns the dump of a program on one line, without the
// attributes.
func dumpWithoutPositions(t *testing.T, src string) string {
	t.Helper()
	m, diags := parser.Parse("x.py", []byte(src), parser.Options{})
	if len(diags) > 0 {
		t.Fatalf("%s: %s", src, diags[0].Message)
	}
	var b bytes.Buffer
	if err := ast.Dump(&b, m); err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, line := range strings.Split(b.String(), "\n") {
		line = strings.TrimSpace(line)
		tail := strings.TrimLeft(line, "abcdefghijklmnopqrstuvwxyz_=0123456789,")
		if strings.HasPrefix(line, "lineno=") || strings.HasPrefix(line, "col_offset=") || strings.HasPrefix(line, "end_") {
			if n := len(words); n > 0 {
				words[n-1] = strings.TrimSuffix(words[n-1], ",")
			}
			words = append(words, tail)
			if strings.HasSuffix(line, ",") && tail != "" && !strings.HasSuffix(tail, ",") {
				words = append(words, ",")
			}
			continue
		}
		words = append(words, line)
	}
	return strings.ReplaceAll(strings.Join(words, ""), ",", ", ")
}

// TestPython314 checks what 3.14 added to the grammar. The expectations are
// written by hand, from the language reference and PEPs 750 and 758.
func TestPython314(t *testing.T) {
	tests := []struct{ src, want string }{
		{
			"t'a{b}c'",
			"TemplateStr(values=[Constant(value='a'), Interpolation(value=Name(id='b', ctx=Load()), str='b', conversion=-1), Constant(value='c')])",
		},
		{
			"t'{ a.b !r:>{c}}'",
			"TemplateStr(values=[Interpolation(value=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load()), str=' a.b', conversion=114, " +
				"format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='c', ctx=Load()), conversion=-1)]))])",
		},
		{
			"t'{a=}'",
			"TemplateStr(values=[Constant(value='a='), Interpolation(value=Name(id='a', ctx=Load()), str='a', conversion=114)])",
		},
		{"t''", "TemplateStr()"},
		{
			`rt'\n{a}' T"b"`,
			`TemplateStr(values=[Constant(value='\\n'), Interpolation(value=Name(id='a', ctx=Load()), str='a', conversion=-1), Constant(value='b')])`,
		},
	}
	for _, test := range tests {
		got := dumpWithoutPositions(t, test.src)
		want := "Module(body=[Expr(value=" + test.want + ")])"
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", test.src, got, want)
		}
	}

	accepted := []string{
		"try: pass\nexcept A, B: pass",
		"try: pass\nexcept A, B, C: pass",
		"try: pass\nexcept* A, B: pass",
	}
	for _, src := range accepted {
		m, diags := parser.Parse("x.py", []byte(src), parser.Options{})
		if len(diags) > 0 {
			t.Errorf("%s: %s", src, diags[0].Message)
			continue
		}
		var handler *ast.ExceptHandler
		ast.Walk(m, func(n ast.Node) bool {
			if h, ok := n.(*ast.ExceptHandler); ok {
				handler = h
			}
			return true
		})
		if _, ok := handler.Type.(*ast.Tuple); !ok {
			t.Errorf("%s: the type is a %T, want a tuple", src, handler.Type)
		}
	}

	rejected := []struct{ src, want string }{
		{"try: pass\nexcept A, B as c: pass", "multiple exception types must be parenthesized when using 'as'"},
		{"t'a' 'b'", "cannot mix t-string literals with string or bytes literals"},
		{"f'a' t'b'", "cannot mix t-string literals with string or bytes literals"},
		{"t'{}'", "t-string: valid expression required before '}'"},
		{"t'}'", "t-string: single '}' is not allowed"},
		{"t'{a'", "t-string: expecting '}'"},
		{"t'a", "unterminated t-string literal (detected at line 1)"},
	}
	for _, test := range rejected {
		_, diags := parser.Parse("x.py", []byte(test.src), parser.Options{})
		if len(diags) == 0 || diags[0].Message != test.want {
			t.Errorf("%s: got %v, want %q", test.src, diags, test.want)
		}
	}
}
