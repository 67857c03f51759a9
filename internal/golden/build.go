package golden

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"syscall"
)

const (
	modulePath = "github.com/py2go-async/py2go-async"
	// buildFolder is where the packages of the linked binary are written, below
	// the module's root. The go command ignores it in patterns, git too. The
	// place is always the same so that the build cache serves the next run.
	buildFolder = "internal/golden/_build"
	entryPoint  = "GoldenCaseMain"    // what a case's func main is renamed to
	caseEnv     = "PY2GO_GOLDEN_CASE" // tells the binary which case to be
)

// Builder builds cases into one binary.
type Builder struct {
	ModuleRoot string   // folder of go.mod
	BuildFlags []string // further flags of go build, "-race"
	Vet        bool     // also run go vet over the cases
}

// build turns the outcomes that stand at StageBuild into one binary, written to
// folder. An outcome whose Go does not compile keeps its stage and gets the
// compiler's words, the others advance to StageRun.
func (b Builder) build(outcomes []Outcome, mode Mode, folder string) (binary string, err error) {
	root := filepath.Join(b.ModuleRoot, buildFolder, string(mode))
	if err := os.MkdirAll(root, 0o755); err != nil {
		return "", err
	}
	unlock, err := lock(root + ".lock")
	if err != nil {
		return "", err
	}
	defer unlock()

	candidates := make(map[string]*Outcome)
	for i := range outcomes {
		outcome := &outcomes[i]
		if outcome.Stage != StageBuild {
			continue
		}
		source, err := asPackage(outcome.Go, outcome.Case.packageName())
		if err != nil {
			outcome.Detail = err.Error()
			continue
		}
		file := filepath.Join(root, outcome.Case.packageName(), "case.go")
		if err := writeIfChanged(file, source); err != nil {
			return "", err
		}
		candidates[outcome.Case.packageName()] = outcome
	}

	binary = filepath.Join(folder, "golden-"+string(mode))
	if b.Vet {
		if err := b.dropBroken(candidates, b.goCommand(candidates, mode, "vet")); err != nil {
			return "", err
		}
	}
	for len(candidates) > 0 {
		if err := writeIfChanged(filepath.Join(root, "main", "main.go"), dispatcher(candidates, mode)); err != nil {
			return "", err
		}
		command := exec.Command("go", append(append([]string{"build", "-o", binary}, b.BuildFlags...),
			"./"+path.Join(buildFolder, string(mode), "main"))...)
		before := len(candidates)
		if err := b.dropBroken(candidates, command); err != nil {
			return "", err
		}
		if len(candidates) == before {
			break
		}
	}
	for _, outcome := range candidates {
		outcome.Stage = StageRun
	}
	return binary, nil
}

func (b Builder) goCommand(candidates map[string]*Outcome, mode Mode, verb string) *exec.Cmd {
	args := []string{verb}
	for _, name := range sortedNames(candidates) {
		args = append(args, "./"+path.Join(buildFolder, string(mode), name))
	}
	return exec.Command("go", args...)
}

// dropBroken runs a go command and takes the candidates that it complains of
// out of the map, with the complaint as their detail. A failure that blames no
// candidate is an error.
func (b Builder) dropBroken(candidates map[string]*Outcome, command *exec.Cmd) error {
	command.Dir = b.ModuleRoot
	output, err := command.CombinedOutput()
	if err == nil {
		return nil
	}
	if _, failed := err.(*exec.ExitError); !failed {
		return err
	}
	blamed := complaints(string(output))
	before := len(candidates)
	for name, text := range blamed {
		if outcome := candidates[name]; outcome != nil {
			outcome.Detail = text
			delete(candidates, name)
		}
	}
	if len(candidates) == before {
		return fmt.Errorf("go %s: %w\n%s", command.Args[1], err, output)
	}
	return nil
}

var (
	complaintFile = regexp.MustCompile(`^(?:vet: )?(?:\./)?(?:\.\./)*` + regexp.QuoteMeta(buildFolder) + `/[a-z]+/(c_\w+)/(case\.go:.*)$`)
	complaintMore = regexp.MustCompile(`^\t`)
)

// complaints sorts the lines of a go command's output by the case they are
// about.
func complaints(output string) map[string]string {
	found := make(map[string]string)
	last := ""
	for line := range strings.Lines(output) {
		line = strings.TrimRight(line, "\n")
		if match := complaintFile.FindStringSubmatch(line); match != nil {
			last = match[1]
			found[last] += match[2] + "\n"
		} else if last != "" && complaintMore.MatchString(line) {
			found[last] += line + "\n"
		}
	}
	for name, text := range found {
		found[name] = strings.TrimRight(text, "\n")
	}
	return found
}

// asPackage turns a Go program into an importable package: the package clause
// gets the name, and main becomes the exported entry point.
func asPackage(source []byte, name string) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "case.go", source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	if file.Name.Name != "main" {
		return nil, fmt.Errorf("package is %s, want main", file.Name.Name)
	}
	for _, decl := range file.Decls {
		function, ok := decl.(*ast.FuncDecl)
		if !ok || function.Recv != nil || function.Name.Name != "main" {
			continue
		}
		packageAt := fset.Position(file.Name.Pos()).Offset
		mainAt := fset.Position(function.Name.Pos()).Offset
		var out bytes.Buffer
		out.Write(source[:packageAt])
		out.WriteString(name)
		out.Write(source[packageAt+len("main") : mainAt])
		out.WriteString(entryPoint)
		out.Write(source[mainAt+len("main"):])
		return out.Bytes(), nil
	}
	return nil, fmt.Errorf("the program has no func main")
}

// dispatcher is the source of the binary's package main.
func dispatcher(candidates map[string]*Outcome, mode Mode) []byte {
	var out bytes.Buffer
	out.WriteString("// Code generated by the golden harness. DO NOT EDIT.\n\npackage main\n\nimport (\n\t\"os\"\n\n")
	names := sortedNames(candidates)
	for _, name := range names {
		fmt.Fprintf(&out, "\t%q\n", path.Join(modulePath, buildFolder, string(mode), name))
	}
	out.WriteString(")\n\nvar cases = map[string]func(){\n")
	for _, name := range names {
		fmt.Fprintf(&out, "\t%q: %s.%s,\n", candidates[name].Case.Name, name, entryPoint)
	}
	fmt.Fprintf(&out, "}\n\nfunc main() { cases[os.Getenv(%q)]() }\n", caseEnv)
	source, err := format.Source(out.Bytes())
	if err != nil {
		panic(fmt.Sprintf("golden: the dispatcher is no Go: %v", err))
	}
	return source
}

func sortedNames(candidates map[string]*Outcome) []string {
	names := make([]string, 0, len(candidates))
	for name := range candidates {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func writeIfChanged(file string, data []byte) error {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// lock takes an exclusive lock, so that two runs do not write each other's
// packages.
func lock(file string) (unlock func(), err error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		f.Close()
		return nil, err
	}
	return func() { f.Close() }, nil
}
