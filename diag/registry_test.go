package diag

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEveryCodeIsDocumented reads this package's own source: each constant of
// type Code has a long form, and each number is given once.
func TestEveryCodeIsDocumented(t *testing.T) {
	constants := declaredCodes(t)
	for code, names := range constants {
		if len(names) > 1 {
			t.Errorf("%s is the number of %s", code, strings.Join(names, " and "))
		}
		doc, ok := Explain(code)
		if !ok {
			t.Errorf("%s (%s) has no long form: register a Doc beside it", code, names[0])
			continue
		}
		if doc.Title == "" || doc.Text == "" {
			t.Errorf("%s: title or text is empty", code)
		}
		if strings.HasSuffix(doc.Title, ".") || strings.Contains(doc.Title, "\n") {
			t.Errorf("%s: the title is one line without a full stop: %q", code, doc.Title)
		}
	}
	for _, doc := range Docs() {
		if constants[doc.Code] == nil {
			t.Errorf("%s is documented, but no constant has it", doc.Code)
		}
	}
}

func declaredCodes(t *testing.T) map[Code][]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := make(map[Code][]string)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			spec, ok := node.(*ast.ValueSpec)
			if !ok {
				return true
			}
			if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "Code" {
				for i, value := range spec.Values {
					text, err := strconv.Unquote(value.(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					codes[Code(text)] = append(codes[Code(text)], spec.Names[i].Name)
				}
			}
			return true
		})
	}
	return codes
}

// TestNoCodeOutsideTheRegistry looks through the tool's source for codes that
// are written as text and not declared here.
func TestNoCodeOutsideTheRegistry(t *testing.T) {
	literal := regexp.MustCompile(`"(PG\d{4})"`)
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); name == "testdata" || name == "diag" || len(name) > 2 && (name[0] == '.' || name[0] == '_') {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, match := range literal.FindAllStringSubmatch(string(data), -1) {
			t.Errorf("%s: the code %s is written as text: use its constant", path, match[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
