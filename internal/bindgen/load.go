package bindgen

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/py2go-async/py2go-async/transform/stubs"
)

// loader type-checks packages from source, once each, leaving the generated
// files out, so that a stale one cannot spoil the new one.
type loader struct {
	root string // of the repository
	fset *token.FileSet
	std  types.ImporterFrom
	pkgs map[string]*types.Package
}

const modulePath = "github.com/py2go-async/py2go-async"

func newLoader(root string) *loader {
	fset := token.NewFileSet()
	return &loader{root: root, fset: fset, std: importer.ForCompiler(fset, "source", nil).(types.ImporterFrom), pkgs: map[string]*types.Package{}}
}

// Import implements types.Importer.
func (l *loader) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p, ok := l.pkgs[path]; ok {
		return p, nil
	}
	rel, ours := strings.CutPrefix(path, modulePath+"/")
	if !ours {
		p, err := l.std.ImportFrom(path, l.root, 0)
		if err == nil {
			l.pkgs[path] = p
		}
		return p, err
	}
	dir := filepath.Join(l.root, filepath.FromSlash(rel))
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || name == fileName || !forThisSystem(name) {
			continue
		}
		f, err := parser.ParseFile(l.fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("bindgen: no Go files in %s", dir)
	}
	conf := types.Config{Importer: l, IgnoreFuncBodies: true, Error: func(error) {}}
	p, _ := conf.Check(path, l.fset, files, nil)
	l.pkgs[path] = p
	return p, nil
}

// forThisSystem leaves out files for systems other than Linux: the glue is
// the same for all.
func forThisSystem(name string) bool {
	base := strings.TrimSuffix(name, ".go")
	i := strings.LastIndexByte(base, '_')
	if i < 0 {
		return true
	}
	switch base[i+1:] {
	case "darwin", "windows", "freebsd", "other", "arm64", "bsd", "test":
		return false
	}
	return true
}

// modulesByPackage groups the stub modules by the runtime package that they
// name, sorted by package. Stubs that do not load are reported.
func modulesByPackage(lib *stubs.Library) (paths []string, mods map[string][]*stubs.Module, broken []string) {
	mods = map[string][]*stubs.Module{}
	for _, name := range lib.Names() {
		m, err := lib.Module(name)
		if err != nil {
			broken = append(broken, fmt.Sprintf("%s: %v", name, err))
			continue
		}
		if !strings.HasPrefix(m.GoPath, modulePath+"/runtime/") {
			continue
		}
		if mods[m.GoPath] == nil {
			paths = append(paths, m.GoPath)
		}
		mods[m.GoPath] = append(mods[m.GoPath], m)
	}
	sort.Strings(paths)
	return paths, mods, broken
}
