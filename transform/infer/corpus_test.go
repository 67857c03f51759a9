package infer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// TestGoldenPrograms analyses every golden program in both modes: no panic,
// and each call and each evaluated name is resolved.
func TestGoldenPrograms(t *testing.T) {
	var files []string
	err := filepath.Walk("../../testdata", func(path string, _ os.FileInfo, err error) error {
		if strings.HasSuffix(path, ".py") && !strings.Contains(path, "/parser/") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden programs: %v", err)
	}
	lib := stubs.NewLibrary()
	for _, f := range files {
		for _, dynamic := range []bool{false, true} {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			mod, ds := parser.Parse(f, src, parser.Options{})
			if len(ds) > 0 {
				continue
			}
			var diags diag.List
			info := Analyze(mod, Options{Filename: f, Stubs: lib, Dynamic: dynamic, Diags: &diags})
			if testing.Verbose() && !dynamic {
				for _, d := range diags.All() {
					t.Logf("%s:%d:%d %s %s %s", f, d.Range.Start.Line, d.Range.Start.Col+1, d.Severity, d.Code, d.Message)
				}
				for _, cls := range info.ClassList {
					if !cls.Typed {
						t.Logf("%s: class %s is dynamic: %s", f, cls.Name, cls.WhyDynamic)
					}
				}
			}
			ast.Walk(mod, func(n ast.Node) bool {
				if h, ok := n.(*ast.ExceptHandler); ok && info.DeadHandlers[h] {
					return false
				}
				if call, ok := n.(*ast.Call); ok && info.Calls[call] == nil {
					t.Errorf("%s:%d: call without resolution", f, call.Line)
				}
				return true
			})
		}
	}
}
