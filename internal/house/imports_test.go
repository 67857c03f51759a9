// Package house holds the tests about the shape of the whole repository.
package house

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/py2go-async/py2go-async/"

// room is a part of the house: packages that may import the same things.
type room struct {
	prefix string   // path below the module; its sub-packages belong to it
	own    []string // rooms that it may import besides itself
	others []string // modules that it may import
}

// rooms are matched in order, the first prefix wins. The arrows point one way:
// cmd -> driver -> translate -> emit -> transform -> parser -> diag. The runtime
// stands alone: it imports the standard library only, and nothing of the tool
// imports it.
var rooms = []room{
	{"runtime", nil, nil},
	{"diag", nil, nil},
	{"parser", []string{"diag"}, []string{"golang.org/x/text"}},
	{"transform", []string{"diag", "parser"}, []string{"github.com/go-python/gpython"}},
	{"emit", []string{"diag", "transform"}, []string{"github.com/dave/jennifer"}},
	{"translate", []string{"diag", "parser", "transform", "emit"}, nil},
	{"internal/driver", []string{"diag", "parser", "translate"}, nil},
	{"internal/golden", []string{"diag", "translate"}, nil},
	{"internal/progen", []string{"diag", "translate", "internal/golden"}, nil},
	{"internal/bindgen", []string{"diag", "parser", "transform", "emit"}, []string{"github.com/dave/jennifer"}},
	{"cmd", []string{"diag", "internal/driver", "translate"}, []string{"github.com/spf13/cobra", "github.com/spf13/pflag"}},
	{"internal", []string{"diag", "parser", "transform", "emit", "translate"}, nil},
	{"examples", []string{"runtime"}, nil},
	{"bench", []string{"runtime", "parser", "translate"}, nil},
}

func TestImportsPointOneWay(t *testing.T) {
	for _, pkg := range packages(t) {
		path := strings.TrimPrefix(pkg.ImportPath, module)
		if path == pkg.ImportPath {
			continue // the root: tests only
		}
		home := roomOf(path)
		if home == nil {
			t.Errorf("%s is in no room of the house: add it to the table here, and to docs/architecture.md", path)
			continue
		}
		for _, imported := range pkg.Imports {
			if reason := home.forbids(imported); reason != "" {
				t.Errorf("%s imports %s: %s", path, imported, reason)
			}
		}
	}
}

func roomOf(path string) *room {
	for i := range rooms {
		if within(path, rooms[i].prefix) {
			return &rooms[i]
		}
	}
	return nil
}

func (r *room) forbids(imported string) string {
	if path, ok := strings.CutPrefix(imported, module); ok {
		target := roomOf(path)
		if target == r {
			return ""
		}
		for _, name := range r.own {
			if target != nil && target.prefix == name {
				return ""
			}
		}
		return "the arrow points the other way"
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		return ""
	}
	for _, name := range r.others {
		if within(imported, name) {
			return ""
		}
	}
	return "that module has no business in this room"
}

func within(path, prefix string) bool {
	return path == prefix || strings.HasPrefix(path, prefix+"/")
}

type goPackage struct {
	ImportPath string
	Imports    []string // not those of tests
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	command := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...")
	command.Dir = "../.."
	output, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	var found []goPackage
	for decoder := json.NewDecoder(strings.NewReader(string(output))); ; {
		var pkg goPackage
		err := decoder.Decode(&pkg)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, pkg)
	}
	if len(found) < 5 {
		t.Fatalf("go list found only %d packages", len(found))
	}
	return found
}
