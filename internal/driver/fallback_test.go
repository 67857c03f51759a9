package driver

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/translate"
)

// TestDynamicWhereTypedDoesNotBuild converts a program whose typed Go the
// compiler rejects.
func TestDynamicWhereTypedDoesNotBuild(t *testing.T) {
	const broken, good = "package main\n\nfunc main() { x }\n", "package main\n\nfunc main() {}\n"
	for _, test := range []struct {
		name           string
		typed, dynamic string
		written        string
		status         int
		stderr         string
	}{
		{"typed builds", good, broken, good, StatusOK, ""},
		{"dynamic builds", broken, good, good, StatusOK, "warning PG0003: the Go with inferred types does not build; dynamic types are used instead, as with --types=dynamic: undefined: x"},
		{"nothing builds", broken, broken, "", StatusNotConverted, "error PG0003: the converted program does not build:"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("PY2GO_ASYNC_CACHE", filepath.Join(t.TempDir(), "cache"))
			b := newBench(t, map[string]string{"a.py": "pass\n"})
			b.Compile = Compile
			b.Translate = func(_ string, _ []byte, opts translate.Options) translate.Result {
				if opts.Types == translate.Dynamic {
					return translate.Result{Go: []byte(test.dynamic), IsProgram: true}
				}
				return translate.Result{Go: []byte(test.typed), IsProgram: true}
			}
			if got := b.Convert([]string{"a.py"}, ""); got != test.status {
				t.Errorf("status %d, want %d", got, test.status)
			}
			written, _ := os.ReadFile("a.go")
			if string(written) != test.written {
				t.Errorf("written %q, want %q", written, test.written)
			}
			if got := b.stderr.String(); !strings.Contains(got, test.stderr) || test.stderr == "" && got != "" {
				t.Errorf("stderr %q, want %q", got, test.stderr)
			}
		})
	}
}
