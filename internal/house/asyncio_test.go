package house

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/transform/stubs"
)

// The part of docs/asyncio.md that the checklist makes.
const (
	apiBegin = "<!-- Generated from the checklist of names: go test ./internal/house -update -->\n"
	apiEnd   = "<!-- End of the generated part -->\n"
)

// TestAsyncioNames holds docs/asyncio.md to what the stub has of the public
// names of asyncio. A name without a stub is diagnostic PG4002.
func TestAsyncioNames(t *testing.T) {
	const path = root + "/docs/asyncio.md"
	doc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(doc), apiBegin)
	_, after, ok2 := strings.Cut(rest, apiEnd)
	if !ok || !ok2 {
		t.Fatalf("%s has no generated part", path)
	}
	compareDocument(t, path, before+apiBegin+asyncioTable(t)+apiEnd+after)
}

func asyncioTable(t *testing.T) string {
	t.Helper()
	module, err := stubs.NewLibrary().Module("asyncio")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/asyncio-api.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.WriteString("| Names | There | Diagnostic PG4002 |\n|---|---|---|\n")
	for line := range strings.Lines(string(data)) {
		area, names, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		class, ofClass := strings.CutSuffix(area, ".")
		var there, missing []string
		for _, name := range strings.Fields(names) {
			has := module.Lookup(name) != nil
			if ofClass {
				c, isClass := module.Lookup(class).(*stubs.Class)
				if !isClass {
					t.Fatalf("asyncio.%s is no class of the stub", class)
				}
				m, _ := c.Member(name)
				has = m != nil
			}
			if text := "`" + name + "`"; has {
				there = append(there, text)
			} else {
				missing = append(missing, text)
			}
		}
		if ofClass {
			area = "`" + class + "`"
		}
		fmt.Fprintf(&out, "| %s | %s | %s |\n", area, strings.Join(there, " "), strings.Join(missing, " "))
	}
	return out.String()
}
