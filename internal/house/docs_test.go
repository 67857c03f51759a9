package house

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
)

var update = flag.Bool("update", false, "rewrite the generated parts of README.md and docs")

const root = "../.."

// TestDiagnosticsDocument holds docs/diagnostics.md to the registry of codes.
func TestDiagnosticsDocument(t *testing.T) {
	compareDocument(t, root+"/docs/diagnostics.md", diagnosticsDocument())
}

func diagnosticsDocument() string {
	var out strings.Builder
	out.WriteString("# Diagnostics\n\n" +
		"<!-- Generated from the registry in package diag: go test ./internal/house -update -->\n\n" +
		"Every diagnostic has a code that never changes its meaning. `py2go-async explain CODE` prints the same text.\n")
	families := []struct{ prefix, title string }{
		{"PG00", "The tool itself"},
		{"PG01", "Files"},
		{"PG1", "Syntax"},
		{"PG2", "Constructs that cannot be converted"},
		{"PG3", "Types and names"},
		{"PG4", "Library modules and stubs"},
	}
	docs := diag.Docs()
	for _, family := range families {
		heading := "\n## " + family.title + "\n"
		for _, doc := range docs {
			if !strings.HasPrefix(string(doc.Code), family.prefix) {
				continue
			}
			fmt.Fprintf(&out, "%s\n### %s: %s\n\n%s\n", heading, doc.Code, doc.Title, strings.TrimSpace(doc.Text))
			heading = ""
			writeExample(&out, "", doc.Example)
			writeExample(&out, "Write instead:\n\n", doc.Instead)
		}
	}
	return out.String()
}

func writeExample(out *strings.Builder, title, code string) {
	if code == "" {
		return
	}
	const limit = 300 // an example about excess is not for reading
	if len(code) > limit {
		return
	}
	fmt.Fprintf(out, "\n%s```python\n%s\n```\n", title, strings.TrimRight(code, "\n"))
}

// compareDocument holds a file to its generated text, or rewrites it.
func compareDocument(t *testing.T, file, want string) {
	t.Helper()
	got, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if string(got) == want {
		return
	}
	if !*update {
		t.Errorf("%s is out of date: go test ./internal/house -update", file)
		return
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
