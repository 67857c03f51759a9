package lower

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// docText is the docstring of a body, cleaned of its indentation as
// inspect.cleandoc does.
func docText(list []ast.Stmt) string {
	if len(list) == 0 {
		return ""
	}
	e, ok := list[0].(*ast.ExprStmt)
	if !ok {
		return ""
	}
	c, ok := e.Value.(*ast.Constant)
	if !ok {
		return ""
	}
	s, ok := c.Value.(ast.Str)
	if !ok {
		return ""
	}
	return cleanDoc(string(s))
}

// docLines is the docstring as comment lines.
func docLines(list []ast.Stmt) []string {
	text := strings.TrimSpace(docText(list))
	if text == "" {
		return nil
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t")
	}
	return lines
}

// cleanDoc takes the common indentation off every line but the first. CPython
// 3.13's compiler does the same to what __doc__ gives.
func cleanDoc(s string) string {
	lines := strings.Split(s, "\n")
	margin := -1
	for _, l := range lines[1:] {
		trimmed := strings.TrimLeft(l, " ")
		if trimmed == "" {
			continue
		}
		if n := len(l) - len(trimmed); margin < 0 || n < margin {
			margin = n
		}
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i := 1; i < len(lines); i++ {
		if margin > 0 {
			lines[i] = strings.TrimPrefix(lines[i], strings.Repeat(" ", min(margin, len(lines[i])-len(strings.TrimLeft(lines[i], " ")))))
		}
	}
	return strings.Join(lines, "\n")
}
