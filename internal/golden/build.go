package golden

import (
	"bytes"
	"fmt"
	"go/format"
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
	Folder     string   // where the packages are written, below ModuleRoot; buildFolder when empty
}

// folder is where the packages are written, relative to the module's root.
func (b Builder) folder() string {
	if b.Folder != "" {
		return b.Folder
	}
	return buildFolder
}

// build turns the outcomes that stand at StageBuild into one binary, written to
// folder. An outcome whose Go does not compile keeps its stage and gets the
// compiler's words, the others advance to StageRun.
func (b Builder) build(outcomes []Outcome, mode Mode, folder string) (binary string, err error) {
	root := filepath.Join(b.ModuleRoot, b.folder(), string(mode))
	if err := os.MkdirAll(root, 0o755); err != nil {
		return "", err
	}
	unlock, err := lock(root + ".lock")
	if err != nil {
		return "", err
	}
	defer unlock()

	units := parseUnits(outcomes)
	importer, err := b.exportData(imports(units))
	if err != nil {
		return "", err
	}
	candidates := make(map[string]*Outcome)
	for _, u := range units {
		c := u.outcome.Case
		source, err := u.isolate(c.packageName(), importer)
		if err != nil {
			u.outcome.Detail = err.Error()
			continue
		}
		if err := writeIfChanged(filepath.Join(root, c.packageName(), c.fileName()), source); err != nil {
			return "", err
		}
		candidates[c.fileName()] = u.outcome
	}
	if err := sweep(root, candidates); err != nil {
		return "", err
	}

	binary = filepath.Join(folder, "golden-"+string(mode))
	if b.Vet {
		if err := b.dropBroken(root, candidates, b.vet(candidates, mode)); err != nil {
			return "", err
		}
	}
	for len(candidates) > 0 {
		if err := writeIfChanged(filepath.Join(root, "main", "main.go"), b.dispatcher(candidates, mode)); err != nil {
			return "", err
		}
		// Without paths in the objects, all checkouts share the build cache.
		args := []string{"build", "-trimpath", "-o", binary, "-gcflags=" + path.Join(modulePath, b.folder()) + "/...=-l"}
		command := exec.Command("go", append(append(args, b.BuildFlags...), "./"+path.Join(b.folder(), string(mode), "main"))...)
		before := len(candidates)
		if err := b.dropBroken(root, candidates, command); err != nil {
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

// Compile converts the cases and type-checks their Go, without building it: what
// passes stands at StageRun.
func (b Builder) Compile(cases []Case, mode Mode, convert Converter) ([]Outcome, error) {
	outcomes := convertAll(cases, mode, convert)
	units := parseUnits(outcomes)
	importer, err := b.exportData(imports(units))
	if err != nil {
		return nil, err
	}
	for _, u := range units {
		if _, err := u.isolate(u.outcome.Case.packageName(), importer); err != nil {
			u.outcome.Detail = err.Error()
			continue
		}
		u.outcome.Stage = StageRun
	}
	return outcomes, nil
}

// sweep removes the files of cases that are not built this time.
func sweep(root string, candidates map[string]*Outcome) error {
	files, err := filepath.Glob(filepath.Join(root, "p*", "*.go"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if candidates[filepath.Base(file)] == nil {
			if err := os.Remove(file); err != nil {
				return err
			}
		}
	}
	return nil
}

// vet is the command that vets the packages of the candidates.
func (b Builder) vet(candidates map[string]*Outcome, mode Mode) *exec.Cmd {
	args := []string{"vet"}
	for _, pkg := range packageNames(candidates) {
		args = append(args, "./"+path.Join(b.folder(), string(mode), pkg))
	}
	return exec.Command("go", args...)
}

// dropBroken runs a go command and takes the candidates that it complains of
// out of the map, with the complaint as their detail. A failure that blames no
// candidate is an error.
func (b Builder) dropBroken(root string, candidates map[string]*Outcome, command *exec.Cmd) error {
	command.Dir = b.ModuleRoot
	output, err := command.CombinedOutput()
	if err == nil {
		return nil
	}
	if _, failed := err.(*exec.ExitError); !failed {
		return err
	}
	blamed := b.complaints(string(output))
	before := len(candidates)
	for name, text := range blamed {
		if outcome := candidates[name]; outcome != nil {
			outcome.Detail = text
			delete(candidates, name)
		}
	}
	if err := sweep(root, candidates); err != nil {
		return err
	}
	if len(candidates) == before {
		return fmt.Errorf("go %s: %w\n%s", command.Args[1], err, output)
	}
	return nil
}

var (
	complaintFile = regexp.MustCompile(`^(?:vet: )?(\S*)/[a-z]+/p\d+/((c_\w+)\.go:.*)$`)
	complaintMore = regexp.MustCompile(`^\t`)
)

// complaints sorts the lines of a go command's output by the case they are
// about.
func (b Builder) complaints(output string) map[string]string {
	found := make(map[string]string)
	last := ""
	for line := range strings.Lines(output) {
		line = strings.TrimRight(line, "\n")
		if match := complaintFile.FindStringSubmatch(line); match != nil && strings.HasSuffix(match[1], b.folder()) {
			last = match[3] + ".go"
			found[last] += suffixes.ReplaceAllString(match[2], "") + "\n"
		} else if last != "" && complaintMore.MatchString(line) {
			found[last] += line + "\n"
		}
	}
	for name, text := range found {
		found[name] = strings.TrimRight(text, "\n")
	}
	return found
}

// dispatcher is the source of the binary's package main.
func (b Builder) dispatcher(candidates map[string]*Outcome, mode Mode) []byte {
	var out bytes.Buffer
	out.WriteString("// Code generated by the golden harness. DO NOT EDIT.\n\npackage main\n\nimport (\n\t\"os\"\n\n")
	for _, pkg := range packageNames(candidates) {
		fmt.Fprintf(&out, "\t%q\n", path.Join(modulePath, b.folder(), string(mode), pkg))
	}
	out.WriteString(")\n\nvar cases = map[string]func(){\n")
	for _, name := range sortedNames(candidates) {
		c := candidates[name].Case
		fmt.Fprintf(&out, "\t%q: %s.%s%s,\n", c.Name, c.packageName(), entryPoint, c.suffix())
	}
	fmt.Fprintf(&out, "}\n\nfunc main() { cases[os.Getenv(%q)]() }\n", caseEnv)
	source, err := format.Source(out.Bytes())
	if err != nil {
		panic(fmt.Sprintf("golden: the dispatcher is no Go: %v", err))
	}
	return source
}

// packageNames are the packages that hold the candidates, sorted.
func packageNames(candidates map[string]*Outcome) []string {
	seen := make(map[string]bool)
	var names []string
	for _, outcome := range candidates {
		if name := outcome.Case.packageName(); !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
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
