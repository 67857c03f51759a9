package token_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser/token"
)

// kinds lists the tokens of a source: names and literals by their text, others
// by their kind.
func kinds(src string) string {
	var f token.File
	token.Scan(src, &f)
	var list []string
	for i := range f.Tokens {
		switch tok := &f.Tokens[i]; tok.Kind {
		case token.Newline:
			list = append(list, "NL")
		case token.Indent:
			list = append(list, "{{")
		case token.Dedent:
			list = append(list, "}}")
		case token.EndMarker:
		case token.Illegal:
			list = append(list, "ILLEGAL")
		default:
			list = append(list, f.Text(tok))
		}
	}
	return strings.Join(list, " ")
}

func TestScan(t *testing.T) {
	tests := []struct{ src, want string }{
		{"", ""},
		{"\n\n  \n# c\n", ""},
		{"x", "x NL"},
		{"x\n", "x NL"},
		{"x # c", "x NL"},
		{"a+=b**c//d", "a += b ** c // d NL"},
		{"a<<=b>>=c", "a <<= b >>= c NL"},
		{"a->b:=c...d..e", "a -> b := c ... d . . e NL"},
		{"a!=b<>c==d=e", "a != b <> c == d = e NL"},
		{"a@=b~c", "a @= b ~ c NL"},
		{"if a:\n  b\nc", "if a : NL {{ b NL }} c NL"},
		{"if a:\n  if b:\n    c", "if a : NL {{ if b : NL {{ c NL }} }}"},
		{"if a:\n\tb\n        c", "if a : NL {{ b NL ILLEGAL c NL }}"},
		{"if a:\n  b\n # c\nd", "if a : NL {{ b NL }} d NL"},
		{"(a\n,\n# c\nb)\n", "( a , b ) NL"},
		{"a\\\n  b", "a b NL"},
		{"a\r\nb\rc", "a NL b NL c NL"},
		{"\fa\n\f b\n", "a NL {{ b NL }}"},
		{"1.5e3j.5 1..a 0x_fF 0b1 0o7 1_0", "1.5e3j .5 1. . a 0x_fF 0b1 0o7 1_0 NL"},
		{"1if 2else 3or 0xfor 1e5in", "1 if 2 else 3 or 0xf or 1e5 in NL"},
		{"r'\\'' b\"a\" Rb'' u'' f'' ur''", "r'\\'' b\"a\" Rb'' u'' f' ' ur '' NL"},
		{"'''a\n'b'''", "'''a\n'b''' NL"},
		{"f'a{b}c'", "f' a { b } c ' NL"},
		{"f'{a:{b}c}'", "f' { a : { b } c } ' NL"},
		{"f'{{a}}'", "f' {{ a}} ' NL"},
		{"f'{a[b:c]:d}'", "f' { a [ b : c ] : d } ' NL"},
		{"f'{f\"{a}\"}'", "f' { f\" { a } \" } ' NL"},
		{"f'{a!r}{b!=c}{d=}'", "f' { a ! r } { b != c } { d = } ' NL"},
		{"f'''{\na\n}'''", "f''' { a } ''' NL"},
		{"f'\\N{DASH}\\{a}'", "f' \\N{DASH}\\ { a } ' NL"},
		{"t'{a}'", "t' { a } ' NL"},
		{"é = ªb", "é = ªb NL"},
		{"a $ b", "a $ b NL"},
		{"'abc\nd", "ILLEGAL NL d NL"},
		{"1a", "ILLEGAL NL"},
		{"a)b", "a ILLEGAL b NL"},
	}
	for _, test := range tests {
		if got := kinds(test.src); got != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.src, got, test.want)
		}
	}
}

func TestPositions(t *testing.T) {
	const src = "if é:\n\tx = '''a\nb''' + y\n"
	var f token.File
	token.Scan(src, &f)
	var got []string
	for i := range f.Tokens {
		tok := &f.Tokens[i]
		line, col := f.End(tok)
		got = append(got, fmt.Sprintf("%d:%d-%d:%d", tok.Line, tok.Col, line, col))
	}
	want := "1:0-1:2 1:3-1:5 1:5-1:6 1:6-1:7 2:1-2:1 2:1-2:2 2:3-2:4 2:5-3:4 3:5-3:6 3:7-3:8 3:8-3:9 4:0-4:0 4:0-4:0"
	if g := strings.Join(got, " "); g != want {
		t.Errorf(" got %s\nwant %s", g, want)
	}
}

func TestComments(t *testing.T) {
	const src = "# a\n\n# b\nx = (1, # c\n # d\n2)\n"
	var f token.File
	token.Scan(src, &f)
	var got []string
	for _, c := range f.Comments {
		got = append(got, fmt.Sprintf("%d:%d %s own=%v blank=%v", c.Line, c.Col, f.Src[c.Start:c.End], c.OwnLine, c.AfterBlank))
	}
	want := []string{
		"1:0 # a own=true blank=false",
		"3:0 # b own=true blank=true",
		"4:8 # c own=false blank=false",
		"5:1 # d own=true blank=false",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLookup(t *testing.T) {
	for k := token.False; k <= token.Yield; k++ {
		if got := token.Lookup(k.String()); got != k {
			t.Errorf("Lookup(%q) = %v", k, got)
		}
	}
	for _, name := range []string{"x", "match", "case", "type", "_", "print", "nonlocals", "IF"} {
		if got := token.Lookup(name); got != token.Name {
			t.Errorf("Lookup(%q) = %v, want a name", name, got)
		}
	}
}
