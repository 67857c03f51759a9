package driver

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// TestExamples converts the example of every code: it has that diagnostic, and
// what the long form says to write instead has no error.
func TestExamples(t *testing.T) {
	for _, doc := range diag.Docs() {
		if isSyntaxCode(doc.Code) && doc.Example == "" {
			t.Errorf("%s has no example", doc.Code)
		}
		if doc.Example != "" {
			if got := diagnose(doc.Example); !slices.ContainsFunc(got, func(d diag.Diagnostic) bool { return d.Code == doc.Code }) {
				t.Errorf("the example of %s gives %v:\n%s", doc.Code, got, numbered(doc.Example))
			}
		}
		for _, d := range diagnose(doc.Instead) {
			if d.Severity == diag.Error || d.Code == doc.Code {
				t.Errorf("what %s says to write instead gives %v:\n%s", doc.Code, d, numbered(doc.Instead))
			}
		}
	}
}

func diagnose(source string) []diag.Diagnostic {
	return translate.Translate("example.py", []byte(source), translate.Options{Package: "main"}).Diagnostics
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
