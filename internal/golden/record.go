package golden

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// FindPython returns the path of a CPython 3.13: $PY2GO_PYTHON, python3.13 or
// python3 of the PATH, the first that is one.
func FindPython() (string, error) {
	for _, name := range []string{os.Getenv("PY2GO_PYTHON"), "python3.13", "python3"} {
		if name == "" {
			continue
		}
		// The interpreter's own path: a version manager's shim may choose another
		// version in another folder.
		script := "import sys; assert sys.version_info[:2] == (3, 13); print(sys.executable)"
		output, err := exec.Command(name, "-c", script).Output()
		if err == nil {
			return strings.TrimSpace(string(output)), nil
		}
	}
	return "", fmt.Errorf("no CPython 3.13 found (PY2GO_PYTHON, python3.13, python3)")
}

// Record runs the case under CPython and rewrites its .out, .status and .err.
// A case with imports that it forgot (NAME.imports) gets them for this run only.
func (c *Case) Record(python string) error {
	script := filepath.Base(c.Path)
	imports, err := os.ReadFile(c.beside(".imports"))
	if err == nil {
		folder, err := os.MkdirTemp("", "py2go-record-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		source, err := os.ReadFile(c.Path)
		if err != nil {
			return err
		}
		script = filepath.Join(folder, script)
		if err := os.WriteFile(script, append(imports, source...), 0o644); err != nil {
			return err
		}
	} else if !os.IsNotExist(err) {
		return err
	}
	result, err := execute(*c, python, append([]string{python, script}, c.Args...))
	if err != nil {
		return err
	}
	c.Stdout, c.Status, c.Stderr = result.Stdout, result.Status, ""
	if err := os.WriteFile(c.beside(".out"), c.Stdout, 0o644); err != nil {
		return err
	}
	if c.Status == 0 {
		return removeFiles(c.beside(".status"), c.beside(".err"))
	}
	c.Stderr = result.lastLine()
	if err := os.WriteFile(c.beside(".status"), fmt.Appendln(nil, c.Status), 0o644); err != nil {
		return err
	}
	return os.WriteFile(c.beside(".err"), []byte(c.Stderr+"\n"), 0o644)
}

func removeFiles(files ...string) error {
	for _, file := range files {
		if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}
