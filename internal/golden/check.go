package golden

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
	"hash/fnv"
	"io"
	"os"
	"os/exec"
	"regexp"
	"sort"
	"strings"
)

// Many cases share a package, because the Go compiler compiles the methods of
// the runtime's generic types again for every package that uses them: that
// costs a second for each, whatever its size. So that the cases do not collide,
// each one's package-level names get a suffix. It starts and ends with a letter
// that occurs nowhere else, and is taken out of what the program prints, should
// it print the name of a Go type or function.
const marker = "ꓸ"

var suffixes = regexp.MustCompile(marker + "[0-9a-f]+" + marker)

// suffix is what the names of the case get. It depends on the case's name only,
// so that the build cache serves the next run.
func (c Case) suffix() string { return fmt.Sprintf("%s%x%s", marker, c.hash(), marker) }

func (c Case) hash() uint32 {
	h := fnv.New32a()
	io.WriteString(h, c.Name)
	return h.Sum32()
}

// unit is a case's Go source on its way into a package.
type unit struct {
	outcome *Outcome
	fset    *token.FileSet
	file    *ast.File
	source  []byte
}

// parseUnits parses the outcomes that stand at StageBuild; those that do not
// parse get the error as their detail.
func parseUnits(outcomes []Outcome) []unit {
	var units []unit
	for i := range outcomes {
		outcome := &outcomes[i]
		if outcome.Stage != StageBuild {
			continue
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "case.go", outcome.Go, parser.SkipObjectResolution)
		if err == nil && file.Name.Name != "main" {
			err = fmt.Errorf("package is %s, want main", file.Name.Name)
		}
		if err != nil {
			outcome.Detail = err.Error()
			continue
		}
		units = append(units, unit{outcome, fset, file, outcome.Go})
	}
	return units
}

// imports are the packages that the units import, sorted.
func imports(units []unit) []string {
	seen := make(map[string]bool)
	var paths []string
	for _, u := range units {
		for _, spec := range u.file.Imports {
			if path := strings.Trim(spec.Path.Value, `"`); !seen[path] {
				seen[path] = true
				paths = append(paths, path)
			}
		}
	}
	sort.Strings(paths)
	return paths
}

// exportData builds the packages and returns an importer of them. A package
// that does not build is missing in it.
func (b Builder) exportData(paths []string) (types.Importer, error) {
	command := exec.Command("go", append([]string{"list", "-e", "-export", "-deps", "-json=ImportPath,Export"}, paths...)...)
	command.Dir = b.ModuleRoot
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, &stderr)
	}
	files := make(map[string]string)
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var pkg struct{ ImportPath, Export string }
		err := decoder.Decode(&pkg)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		files[pkg.ImportPath] = pkg.Export
	}
	lookup := func(path string) (io.ReadCloser, error) {
		if files[path] == "" {
			return nil, fmt.Errorf("package %s is not there or does not build", path)
		}
		return os.Open(files[path])
	}
	return importer.ForCompiler(token.NewFileSet(), "gc", lookup), nil
}

// isolate type-checks a unit and returns its source as a file of the package,
// with the suffix at its package-level names and main as the entry point.
func (u unit) isolate(pkg string, importer types.Importer) ([]byte, error) {
	var complaints []string
	config := types.Config{
		Importer: importer,
		Error:    func(err error) { complaints = append(complaints, err.Error()) },
	}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object)}
	checked, err := config.Check("main", u.fset, []*ast.File{u.file}, info)
	if err != nil {
		return nil, errors.New(strings.Join(complaints[:min(len(complaints), 8)], "\n"))
	}
	if checked.Scope().Lookup("main") == nil {
		return nil, errors.New("the program has no func main")
	}
	suffix := u.outcome.Case.suffix()
	renamed := map[int]string{u.offset(u.file.Name): pkg}
	for _, names := range []map[*ast.Ident]types.Object{info.Defs, info.Uses} {
		for ident, object := range names {
			if takesSuffix(object, checked) {
				name := ident.Name
				if name == "main" {
					name = entryPoint
				}
				renamed[u.offset(ident)] = name + suffix
			}
		}
	}
	return u.rewrite(renamed), nil
}

// takesSuffix reports whether an object is a package-level one of the package,
// or an embedded field of such a type, which has the type's name.
func takesSuffix(object types.Object, pkg *types.Package) bool {
	if object == nil || object.Pkg() != pkg {
		return false
	}
	if field, ok := object.(*types.Var); ok && field.Embedded() {
		embedded := field.Type()
		if pointer, ok := embedded.(*types.Pointer); ok {
			embedded = pointer.Elem()
		}
		switch embedded := embedded.(type) {
		case *types.Named:
			return embedded.Obj().Pkg() == pkg
		case *types.Alias:
			return embedded.Obj().Pkg() == pkg
		}
		return false
	}
	if function, ok := object.(*types.Func); ok && function.Name() == "init" {
		return false
	}
	return object.Parent() == pkg.Scope()
}

func (u unit) offset(ident *ast.Ident) int { return u.fset.Position(ident.Pos()).Offset }

// rewrite replaces the identifiers at the offsets.
func (u unit) rewrite(renamed map[int]string) []byte {
	offsets := make([]int, 0, len(renamed))
	for offset := range renamed {
		offsets = append(offsets, offset)
	}
	sort.Ints(offsets)
	var out bytes.Buffer
	done := 0
	for _, offset := range offsets {
		out.Write(u.source[done:offset])
		out.WriteString(renamed[offset])
		done = offset + identifierLength(u.source[offset:])
	}
	out.Write(u.source[done:])
	return out.Bytes()
}

func identifierLength(source []byte) int {
	for i, r := range string(source) {
		if !(r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80) {
			return i
		}
	}
	return len(source)
}
