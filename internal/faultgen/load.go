package faultgen

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// modulePath is the import path below which the runtime's packages are.
const runtimePath = "github.com/py2go-async/py2go-async/runtime/"

// pkg is a package of the runtime, type-checked.
type pkg struct {
	path  string
	files []*ast.File
	info  *types.Info
	types *types.Package
}

// load type-checks the packages of the runtime, in the order of their
// imports; the standard library comes as export data.
func load(root string) ([]*pkg, error) {
	cmd := exec.Command("go", "list", "-deps", "-export", "-json=ImportPath,Export,Dir,GoFiles,Standard", "./runtime/...")
	cmd.Dir = root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, stderr.String())
	}
	fset := token.NewFileSet()
	exports := map[string]string{}
	done := map[string]*types.Package{}
	std := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if exports[path] == "" {
			return nil, fmt.Errorf("no export data of %s", path)
		}
		return os.Open(exports[path])
	})
	var list []*pkg
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		var p struct {
			ImportPath, Export, Dir string
			GoFiles                 []string
			Standard                bool
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		exports[p.ImportPath] = p.Export
		if !strings.HasPrefix(p.ImportPath, runtimePath) {
			continue
		}
		k := &pkg{path: p.ImportPath, info: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{},
			Defs: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		}}
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			k.files = append(k.files, f)
		}
		conf := types.Config{Importer: importerFunc(func(path string) (*types.Package, error) {
			if t := done[path]; t != nil {
				return t, nil
			}
			return std.Import(path)
		})}
		if k.types, err = conf.Check(p.ImportPath, fset, k.files, k.info); err != nil {
			return nil, err
		}
		done[p.ImportPath] = k.types
		list = append(list, k)
	}
	return list, nil
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }
