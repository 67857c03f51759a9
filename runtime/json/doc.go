// Package json is Python's module json. What it writes is byte for byte what
// CPython writes; what it rejects, it rejects with CPython's message and
// position.
package json

import (
	"strconv"
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// JSONDecodeError is the exception of Loads. Its instances have the
// attributes msg, doc, pos, lineno and colno.
var JSONDecodeError = py.DefineException("json.decoder", "JSONDecodeError", py.ValueError)

// newDecodeError makes the exception for the byte offset at of doc.
func newDecodeError(msg, doc string, at int) *py.Error {
	line, lineStart := 1, 0
	for i := 0; i < at && i < len(doc); i++ {
		if doc[i] == '\n' {
			line++
			lineStart = i + 1
		}
	}
	pos := utf8.RuneCountInString(doc[:at])
	col := utf8.RuneCountInString(doc[lineStart:at]) + 1
	e := JSONDecodeError.New(msg + ": line " + strconv.Itoa(line) + " column " + strconv.Itoa(col) + " (char " + strconv.Itoa(pos) + ")")
	py.SetAttr(e, "msg", msg)
	py.SetAttr(e, "doc", doc)
	py.SetAttr(e, "pos", pos)
	py.SetAttr(e, "lineno", line)
	py.SetAttr(e, "colno", col)
	return e
}
