package driver

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser"
)

// TestExamplesOfSyntaxCodes parses the example of every syntax code: it has
// that error, and what the long form says to write instead has none.
func TestExamplesOfSyntaxCodes(t *testing.T) {
	for _, doc := range diag.Docs() {
		if !isSyntaxCode(doc.Code) {
			continue
		}
		if doc.Example == "" {
			t.Errorf("%s has no example", doc.Code)
			continue
		}
		if got := syntaxCodes(doc.Example); !slices.Contains(got, doc.Code) {
			t.Errorf("the example of %s gives %v:\n%s", doc.Code, got, numbered(doc.Example))
		}
		if got := syntaxCodes(doc.Instead); len(got) > 0 {
			t.Errorf("what %s says to write instead gives %v:\n%s", doc.Code, got, numbered(doc.Instead))
		}
	}
}

func syntaxCodes(source string) []diag.Code {
	_, diagnostics := parser.Parse("example.py", []byte(source), parser.Options{})
	var codes []diag.Code
	for _, d := range diagnostics {
		codes = append(codes, d.Code)
	}
	return codes
}

func numbered(source string) string {
	var out strings.Builder
	number := 0
	for line := range strings.Lines(source) {
		number++
		fmt.Fprintf(&out, "%3d %s", number, line)
	}
	return out.String()
}
