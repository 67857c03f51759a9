package progen

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/internal/golden"
)

//go:embed runall.py
var runAll string

// recordAll writes the programs to the folder and runs them all in children of one CPython. A
// program that does not end, or that Python has no memory for, has no recording
// and is not among the cases.
func recordAll(programs []Program, folder, python string) ([]golden.Case, error) {
	var list strings.Builder
	for _, p := range programs {
		path := filepath.Join(folder, p.Name+".py")
		if err := os.WriteFile(path, []byte(p.Source()), 0o644); err != nil {
			return nil, err
		}
		list.WriteString(path + "\n")
	}
	command := exec.Command(python, "-X", "utf8", "-c", runAll)
	command.Env = append(os.Environ(), "PYTHONHASHSEED=0", "TZ=UTC", "PYTHONWARNINGS=ignore")
	command.Stdin = strings.NewReader(list.String())
	var stderr bytes.Buffer
	command.Stderr = &stderr
	statuses, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("python: %w\n%s", err, &stderr)
	}
	var cases []golden.Case
	for i, status := range strings.Fields(string(statuses)) {
		code, err := strconv.Atoi(status)
		if err != nil || code < 0 {
			continue
		}
		c := golden.Case{Name: programs[i].Name, Path: filepath.Join(folder, programs[i].Name+".py"), Status: code}
		if c.Stdout, err = os.ReadFile(filepath.Join(folder, programs[i].Name+".out")); err != nil {
			return nil, err
		}
		text, err := os.ReadFile(filepath.Join(folder, programs[i].Name+".err"))
		if err != nil {
			return nil, err
		}
		lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
		if c.Stderr = lines[len(lines)-1]; strings.HasPrefix(c.Stderr, "SyntaxError") {
			continue
		}
		cases = append(cases, c)
	}
	return cases, nil
}
