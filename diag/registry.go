package diag

import (
	"fmt"
	"sort"
)

// Doc is the long form of a code: what "py2go-async explain" prints and
// docs/diagnostics.md lists.
type Doc struct {
	Code  Code
	Title string // one line: what is wrong, no full stop
	Text  string // why, and what to do; paragraphs separated by an empty line
	// Example is a Python program that gives the diagnostic. A test converts
	// every example. It is empty for codes that are not about a program's text.
	Example string
	// Instead is a Python program that means the same and is converted; may be
	// empty.
	Instead string
}

var registry = make(map[Code]Doc)

// register adds the long forms of codes. Each codes_*.go file calls it once for
// its codes, in a package variable beside the constants:
//
//	var _ = register(Doc{Code: NoSuchFile, Title: "...", Text: "..."})
func register(docs ...Doc) bool {
	for _, doc := range docs {
		if _, twice := registry[doc.Code]; twice {
			panic(fmt.Sprintf("diag: code %s is documented twice", doc.Code))
		}
		registry[doc.Code] = doc
	}
	return true
}

// Explain returns the long form of a code.
func Explain(code Code) (Doc, bool) {
	doc, ok := registry[code]
	return doc, ok
}

// Docs returns the long forms of all codes, in the order of the codes.
func Docs() []Doc {
	docs := make([]Doc, 0, len(registry))
	for _, doc := range registry {
		docs = append(docs, doc)
	}
	sort.Slice(docs, func(i, j int) bool { return docs[i].Code < docs[j].Code })
	return docs
}
