package diag

import (
	"strings"
	"testing"
)

const source = "x = 1\n\tnaïve = f(ü, y)\nif x:\n"

func sourceLines(file string, line int) (string, bool) {
	lines := strings.Split(source, "\n")
	if file != "a.py" || line > len(lines) {
		return "", false
	}
	return lines[line-1], true
}

func span(line, col, endLine, endCol int) Range {
	return Range{Pos{line, col}, Pos{endLine, endCol}}
}

func TestPrint(t *testing.T) {
	for _, test := range []struct {
		name    string
		printer Printer
		d       Diagnostic
		want    string
	}{
		{
			"error with a caret", Printer{Lines: sourceLines},
			Diagnostic{Code: "PG1003", File: "a.py", Range: span(1, 4, 1, 5), Message: "bad number"},
			"a.py:1:5: error PG1003: bad number\n" +
				"    1 | x = 1\n" +
				"      |     ^\n",
		},
		{
			"columns are characters, tabs stay, hint and note", Printer{Lines: sourceLines},
			Diagnostic{
				Code: "PG3002", Severity: Warning, File: "a.py", Range: span(2, 11, 2, 16), Message: "not so",
				Hint:  "write\nthis",
				Notes: []Related{{span(1, 0, 1, 1), "it is so here"}},
			},
			"a.py:2:11: warning PG3002: not so\n" +
				"    2 | \tnaïve = f(ü, y)\n" +
				"      | \t         ^^^^\n" +
				"      hint: write\n" +
				"            this\n" +
				"a.py:1:1: note: it is so here\n" +
				"    1 | x = 1\n" +
				"      | ^\n",
		},
		{
			"several lines", Printer{Lines: sourceLines},
			Diagnostic{Code: "PG1001", File: "a.py", Range: span(3, 3, 4, 0), Message: "m"},
			"a.py:3:4: error PG1001: m\n    3 | if x:\n      |    ^^\n",
		},
		{
			"past the end of the line", Printer{Lines: sourceLines},
			Diagnostic{Code: "PG1001", File: "a.py", Range: span(1, 5, 1, 5), Message: "m"},
			"a.py:1:6: error PG1001: m\n    1 | x = 1\n      |      ^\n",
		},
		{
			"no source", Printer{},
			Diagnostic{Code: "PG1001", File: "a.py", Range: span(7, 2, 7, 3), Message: "m"},
			"a.py:7:3: error PG1001: m\n",
		},
		{
			"no place", Printer{Lines: sourceLines},
			Diagnostic{Code: "PG0101", File: "b.py", Message: "no such file"},
			"b.py: error PG0101: no such file\n",
		},
		{
			"colour", Printer{Color: true},
			Diagnostic{Code: "PG0001", Severity: Note, Message: "m"},
			"\x1b[1;36mnote\x1b[0m PG0001: \x1b[1mm\x1b[0m\n",
		},
		{
			"json", Printer{JSON: true, Lines: sourceLines},
			Diagnostic{
				Code: "PG3002", Severity: Warning, File: "a.py", Range: span(2, 11, 2, 16), Message: `say "x"`,
				Notes: []Related{{span(1, 0, 1, 1), "here"}},
			},
			`{"code":"PG3002","severity":"warning","file":"a.py","line":2,"column":11,"end_line":2,"end_column":15,` +
				`"message":"say \"x\"","source":"\tnaïve = f(ü, y)","notes":[{"line":1,"column":1,"message":"here"}]}` + "\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			test.printer.Out = &out
			if err := test.printer.Print(test.d); err != nil {
				t.Fatal(err)
			}
			if out.String() != test.want {
				t.Errorf("got\n%s\nwant\n%s", out.String(), test.want)
			}
		})
	}
}
