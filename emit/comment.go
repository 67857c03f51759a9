package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// lines collects the lines of a block: statements, comments, and the blank
// lines between them, never two together and none at the start.
type lines struct {
	items    []jen.Code
	afterGap bool
}

func (l *lines) add(code jen.Code) {
	l.items = append(l.items, code)
	l.afterGap = false
}

func (l *lines) blank(want bool) {
	if want && len(l.items) > 0 && !l.afterGap {
		l.items = append(l.items, jen.Empty())
		l.afterGap = true
	}
}

func (l *lines) comments(cs []ir.Comment) {
	for _, c := range cs {
		l.blank(c.BlankBefore)
		l.add(jen.Comment(commentText(c.Text)))
	}
}

// commentText writes the text of a Python comment as a Go comment of one line.
// There is always a space after the slashes: `#go:embed` is no directive.
func commentText(s string) string {
	s = strings.TrimRight(oneLine(s), " \t")
	if s == "" {
		return "//"
	}
	if s[0] != ' ' && s[0] != '\t' {
		s = " " + s
	}
	return "//" + s
}

// docLine writes one line of a docstring as a line of a doc comment.
func docLine(s string) string {
	s = strings.TrimRight(oneLine(s), " \t")
	if s == "" {
		return "//"
	}
	return "// " + s
}

// oneLine replaces what would end a Go comment or is no valid source text.
func oneLine(s string) string {
	return strings.ToValidUTF8(strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\f', '\v', 0, '\uFEFF':
			return ' '
		}
		return r
	}, s), "?")
}
