package parser_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// commentList describes the comments of all statements of a program, in source
// order: line of the statement, place, text.
func commentList(m *ast.Module) []string {
	var list []string
	add := func(s ast.Stmt, place string, comments ...ast.Comment) {
		for _, c := range comments {
			text := fmt.Sprintf("%d %s %s", s.Base().Line, place, c.Text)
			if c.BlankBefore {
				text += " (blank before)"
			}
			list = append(list, text)
		}
	}
	ast.Walk(m, func(n ast.Node) bool {
		s, ok := n.(ast.Stmt)
		if !ok {
			return true
		}
		if s.Base().BlankBefore {
			list = append(list, fmt.Sprintf("%d blank", s.Base().Line))
		}
		if set := s.Base().Comments; set != nil {
			add(s, "leading", set.Leading...)
			add(s, "inner", set.Inner...)
			if set.Trailing != nil {
				add(s, "trailing", *set.Trailing)
			}
			add(s, "after", set.After...)
		}
		return true
	})
	return list
}

func TestComments(t *testing.T) {
	tests := []struct {
		name, src string
		want      string
	}{
		{"statement", `
			# a

			# b
			x = 1  # c

			y = 2`,
			"5 leading # a; 5 leading # b (blank before); 5 trailing # c; 7 blank"},
		{"inner", `
			x = [  # a
			    1,  # b
			    # c
			]  # d`,
			"2 inner # a; 2 inner # b; 2 inner # c; 2 trailing # d"},
		{"header", `
			def f(  # a
			    x,  # b
			):  # c
			    # d
			    return x  # e`,
			"2 inner # a; 2 inner # b; 2 trailing # c; 6 leading # d; 6 trailing # e"},
		{"end of block", `
			def f():
			    pass
			    # a

			    # b
			# c
			x = 1`,
			"3 after # a; 3 after # b (blank before); 8 leading # c"},
		{"nested ends", `
			while x:
			    if y:
			        pass
			        # a
			    # b
			# c
			z`,
			"3 after # b; 4 after # a; 8 leading # c"},
		{"clauses", `
			if x:
			    y
			    # a
			# b
			else:  # c
			    # d
			    z`,
			"3 after # a; 8 leading # b; 8 leading # c; 8 leading # d"},
		{"else", `
			if x:
			    y
			else:
			    # a
			    z
			    # b
			w
			    # c
			v`,
			"6 leading # a; 6 after # b; 10 leading # c"},
		{"semicolon", `
			if x:
			    y;
			    # a`,
			"3 after # a"},
		{"try", `
			try:  # a
			    x
			except A:  # b
			    y
			finally:  # c
			    z`,
			"2 trailing # a; 5 leading # b; 7 leading # c"},
		{"decorators", `
			# a
			@b  # c
			# d
			def f(): pass  # e`,
			"5 leading # a; 5 inner # c; 5 inner # d; 5 trailing # e"},
		{"end of file", `
			x = 1
			# a

			# b`,
			"2 after # a; 2 after # b (blank before)"},
		{"end of file behind a block", `
			if x:
			    y
			    # a
			# b`,
			"2 after # b; 3 after # a"},
		{"one line", `
			if x: y  # a
			z  # b`,
			"2 trailing # a; 3 trailing # b"},
		{"match", `
			match x:  # a
			    # b
			    case 1:  # c
			        y
			    # d
			    case 2:
			        z`,
			"2 trailing # a; 5 leading # b; 5 leading # c; 8 leading # d"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src := "0" + strings.ReplaceAll(test.src, "\n\t\t\t", "\n") // on line 1
			m, diags := parser.Parse("x.py", []byte(src), parser.Options{})
			if len(diags) > 0 {
				t.Fatal(diags[0].Message)
			}
			if got := strings.Join(commentList(m), "; "); got != test.want {
				t.Errorf("%s\n got %s\nwant %s", src, got, test.want)
			}
		})
	}
}

// TestNoCommentLost checks that each comment of our sample programs belongs to
// exactly one statement.
func TestNoCommentLost(t *testing.T) {
	for _, name := range []string{"comments", "fstrings", "literals", "whitespace", "latin1", "only_comment"} {
		src, err := os.ReadFile("../testdata/parser/dump/" + name + ".py")
		if err != nil {
			t.Fatal(err)
		}
		m, diags := parser.Parse(name, src, asParse)
		if len(diags) > 0 {
			t.Fatal(diags[0].Message)
		}
		checkComments(t, name, m)
	}
}

func checkComments(t testing.TB, name string, m *ast.Module) {
	t.Helper()
	seen := map[ast.Range]int{}
	for _, c := range m.Dangling {
		seen[c.Range]++
	}
	ast.Walk(m, func(n ast.Node) bool {
		s, ok := n.(ast.Stmt)
		if !ok || s.Base().Comments == nil {
			return true
		}
		set := s.Base().Comments
		for _, list := range [][]ast.Comment{set.Leading, set.Inner, set.After} {
			for _, c := range list {
				seen[c.Range]++
			}
		}
		if set.Trailing != nil {
			seen[set.Trailing.Range]++
		}
		return true
	})
	for _, c := range m.Comments {
		if seen[c.Range] != 1 {
			t.Errorf("%s:%d: comment %q is attached %d times", name, c.Line, c.Text, seen[c.Range])
		}
	}
}
