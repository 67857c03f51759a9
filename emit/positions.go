package emit

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
)

// The table of Go and Python lines is read off the program printed with marks:
// a comment on a line of its own before each statement, with its Python line.

// markPrefix begins a mark. No comment of a program begins so: they all have a
// space after the slashes.
const markPrefix = "//py:"

// mark notes where the next statement stands in the Python source. One that was
// made up belongs to the one before it, or to the one around it.
func (p *printer) mark(l *lines) {
	if p.marks && p.line > 0 {
		l.items = append(l.items, jen.Comment(fmt.Sprint(markPrefix, p.line)))
	}
}

// positions makes the table out of a marked program: "GO:PYTHON" for each Go
// line from which on another Python line holds.
func positions(marked []byte) string {
	var b strings.Builder
	goLine, last := 1, ""
	for text := range strings.Lines(string(marked)) {
		text = strings.TrimSpace(text)
		line, isMark := strings.CutPrefix(text, markPrefix)
		if !isMark {
			goLine++
			continue
		}
		if line == last {
			continue
		}
		last = line
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d:%s", goLine, line)
	}
	return b.String()
}
