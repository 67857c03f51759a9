package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
)

// TestSeveralErrors checks that one run tells all independent errors of a file,
// and none that only follows from another. An expectation is the line and the
// beginning of the message.
func TestSeveralErrors(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"statements", `
x = 1 2
y = )
z = 3
def f(a, a=): pass
w = 'open
v = 4
`, []string{
			"2: invalid syntax",
			"3: unmatched ')'",
			"5: expected default value expression",
			"6: unterminated string literal (detected at line 6)",
		}},
		{"blocks", `
def f():
    x = = 1
    return x y
class C
    def m(self):
        pass pass
if x:
    a b
else:
    c d
`, []string{
			"3: invalid syntax",
			"4: invalid syntax",
			"5: expected ':'",
			"7: invalid syntax",
			"9: invalid syntax",
			"11: invalid syntax",
		}},
		{"clauses of a bad header", `
if x y:
    a
elif z:
    b
else:
    c d
try
    a
except A:
    b
finally:
    c
while x y: pass
else: pass
`, []string{
			"2: invalid syntax",
			"7: invalid syntax",
			"8: expected ':'",
			"14: invalid syntax",
		}},
		{"unclosed bracket", `
def f():
    x = g(1,
    y = 2
    return z w
def h():
    return (
a b
`, []string{
			"3: '(' was never closed",
			"5: invalid syntax",
			"7: '(' was never closed",
			"8: invalid syntax",
		}},
		{"unclosed bracket in a class", `
class C:
    def a(self):
        return [1, 2
    def b(self):
        return {1: 2
    c = 3 4
d = 5
`, []string{
			"4: '[' was never closed",
			"6: '{' was never closed",
			"7: invalid syntax",
		}},
		{"indentation", `
x = 1
  y = 2
z = 3 4
if a:
b = 1
def f():
    c
  d = 1
e f
`, []string{
			"3: unexpected indent",
			"4: invalid syntax",
			"6: expected an indented block after 'if' statement on line 5",
			"9: unindent does not match any outer indentation level",
			"10: invalid syntax",
		}},
		{"f-strings", `
a = f"{}"
b = f"{x y}"
c = f"{z!}"
d = f"{w"
`, []string{
			"2: f-string: valid expression required before '}'",
			"3: invalid syntax. Perhaps you forgot a comma?",
			"4: f-string: missing conversion character",
			"5: f-string: expecting '}'",
		}},
		{"symbol table and compiler", `
def f(a, a):
    nonlocal b
    break
return 1
x = [await y for z in w]
from __future__ import annotations
class C:
    yield
async def g():
    yield 1
    return 2
`, []string{
			"2: duplicate argument 'a' in function definition",
			"3: no binding for nonlocal 'b' found",
			"4: 'break' outside loop",
			"5: 'return' outside function",
			"6: asynchronous comprehension outside of an asynchronous function",
			"7: from __future__ imports must occur at the beginning of the file",
			"9: 'yield' outside function",
			"12: 'return' with value in async generator",
		}},
		{"match", `
match x:
    case 1 2:
        pass
    case 3:
        y z
    cas 4:
        pass
w v
`, []string{
			"3: invalid syntax",
			"6: invalid syntax",
			"7: invalid syntax",
			"9: invalid syntax",
		}},
		{"decorators", `
@a b
def f():
    x y
@c
z = 1
`, []string{
			"2: invalid syntax",
			"4: invalid syntax",
			"6: invalid syntax",
		}},
		{"string to the end", "x = 1 2\ny = '''abc\nz = 3\n", []string{
			"1: invalid syntax",
			"2: unterminated triple-quoted string literal (detected at line 3)",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, diags := parser.Parse("x.py", []byte(test.src), parser.Options{})
			var got []string
			for _, d := range diags {
				got = append(got, fmt.Sprintf("%d: %s", d.Range.Start.Line, d.Message))
			}
			if g, w := strings.Join(got, "\n"), strings.Join(test.want, "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}
