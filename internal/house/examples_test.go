package house

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// convert translates a file of the repository; it must have no errors.
func convert(t *testing.T, file, pkg string) translate.Result {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	result := translate.Translate(filepath.Base(file), source, translate.Options{Package: pkg})
	for _, d := range result.Diagnostics {
		if d.Severity == diag.Error {
			t.Fatalf("%s: %+v", file, d)
		}
	}
	return result
}

// TestGeneratedExample holds examples/generate/service.go to what go generate
// writes.
func TestGeneratedExample(t *testing.T) {
	result := convert(t, "examples/generate/service.py", "shop")
	compareDocument(t, root+"/examples/generate/service.go", string(result.Go))
}

// TestPostExamples holds the examples to the golden programs, which are the
// post's own words.
func TestPostExamples(t *testing.T) {
	for _, name := range []string{"hello.py", "orders.py"} {
		example, err := os.ReadFile(filepath.Join(root, "examples/post", name))
		if err != nil {
			t.Fatal(err)
		}
		post, err := os.ReadFile(filepath.Join(root, "testdata/post", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(example, post) {
			t.Errorf("examples/post/%s is not the program of testdata/post", name)
		}
	}
}

// readmeBlock is a marked code block of the README: what it shows, of which
// file, and the code.
var readmeBlock = regexp.MustCompile("(?s)<!-- (python|go|diagnostics): (\\S+) -->\n```\\w+\n(.*?)```\n")

// TestReadme holds the README's programs to what the tool makes of them.
func TestReadme(t *testing.T) {
	file := root + "/README.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	want := readmeBlock.ReplaceAllStringFunc(string(data), func(block string) string {
		blocks++
		match := readmeBlock.FindStringSubmatchIndex(block)
		kind, source := block[match[2]:match[3]], block[match[4]:match[5]]
		return block[:match[6]] + readmeCode(t, kind, source) + block[match[7]:]
	})
	if blocks != 3 {
		t.Errorf("the README has %d marked blocks, want 3", blocks)
	}
	compareDocument(t, file, want)
}

func readmeCode(t *testing.T, kind, file string) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	result := convert(t, file, "main")
	switch kind {
	case "python":
		return string(source)
	case "go":
		return string(result.Go)
	case "diagnostics":
		var out strings.Builder
		lines := strings.Split(string(source), "\n")
		printer := diag.Printer{Out: &out, Lines: func(_ string, line int) (string, bool) {
			return lines[line-1], true
		}}
		for _, d := range result.Diagnostics {
			if err := printer.Print(d); err != nil {
				t.Fatal(err)
			}
		}
		return out.String()
	}
	panic(fmt.Sprintf("house: unexpected block %q", kind))
}
