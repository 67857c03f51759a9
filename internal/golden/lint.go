package golden

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// lintFolder is where the programs are written for linters, below the builder's
// folder.
const lintFolder = "lint"

var generatedHeader = regexp.MustCompile(`^// Code generated .*\n\n?`)

// Lint writes the Go of the outcomes that compiles to packages, without the
// header for which linters would skip it, runs a command over them ("go", "vet"
// or "staticcheck") and returns what it said of each case.
func (b Builder) Lint(outcomes []Outcome, command ...string) (map[string]string, error) {
	root := path.Join(b.folder(), lintFolder)
	if err := os.RemoveAll(filepath.Join(b.ModuleRoot, root)); err != nil {
		return nil, err
	}
	for i := range outcomes {
		if outcomes[i].Go != nil {
			outcomes[i].Stage = StageBuild
		}
	}
	units := parseUnits(outcomes)
	importer, err := b.exportData(imports(units))
	if err != nil {
		return nil, err
	}
	candidates := make(map[string]*Outcome)
	for _, u := range units {
		c := u.outcome.Case
		source, err := u.isolate(c.packageName(), importer)
		if err != nil {
			continue // it does not compile: the golden test tells
		}
		file := filepath.Join(b.ModuleRoot, root, c.packageName(), c.fileName())
		if err := writeIfChanged(file, generatedHeader.ReplaceAll(source, nil)); err != nil {
			return nil, err
		}
		candidates[c.fileName()] = u.outcome
	}
	args := command[1:len(command):len(command)]
	for _, pkg := range packageNames(candidates) {
		args = append(args, "./"+path.Join(root, pkg))
	}
	run := exec.Command(command[0], args...)
	run.Dir = b.ModuleRoot
	output, err := run.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("%s: %w", command[0], err)
	}
	found := make(map[string]string)
	for line := range strings.Lines(string(output)) {
		if match := complaintFile.FindStringSubmatch(strings.TrimRight(line, "\n")); match != nil && candidates[match[3]+".go"] != nil {
			_, place, _ := strings.Cut(match[2], ":")
			name := candidates[match[3]+".go"].Case.Name
			found[name] += suffixes.ReplaceAllString(place, "") + "\n"
		}
	}
	return found, nil
}
