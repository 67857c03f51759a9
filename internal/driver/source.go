package driver

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
)

// stdinName is the argument that stands for standard input, and stdinFile what
// CPython calls a program from there.
const (
	stdinName = "-"
	stdinFile = "<stdin>"
)

// expand replaces the folders among the inputs by the Python files in them.
func (d *Driver) expand(inputs []string) []string {
	var files []string
	for _, input := range inputs {
		info, err := os.Stat(input)
		if input == stdinName || err != nil || !info.IsDir() {
			files = append(files, input)
			continue
		}
		found, err := filepath.Glob(filepath.Join(globEscape(input), "*.py"))
		if err != nil || len(found) == 0 {
			d.errorf(diag.NoPython, input, "name the files, or another folder; subfolders are not searched",
				"the folder has no Python file")
			continue
		}
		sort.Strings(found)
		files = append(files, found...)
	}
	return files
}

// globEscape quotes the characters of a path that filepath.Glob reads as a
// pattern.
func globEscape(path string) string {
	if filepath.Separator == '\\' {
		return path // no escape there
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// read returns a source and the name to call it by in diagnostics.
func (d *Driver) read(input string) (filename string, src []byte, ok bool) {
	if input == stdinName {
		src, err := io.ReadAll(d.Stdin)
		if err != nil {
			d.errorf(diag.CannotRead, stdinFile, "", "cannot read standard input: %v", err)
			return "", nil, false
		}
		return stdinFile, src, true
	}
	src, err := os.ReadFile(input)
	if err == nil {
		return input, src, true
	}
	hint := ""
	reason := err
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		reason = pathError.Err
	}
	info, statErr := os.Stat(input)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(input + ".py"); err == nil {
			hint = "did you mean " + input + ".py?"
		}
		d.errorf(diag.CannotRead, input, hint, "no such file")
	case statErr == nil && info.IsDir():
		d.errorf(diag.CannotRead, input, "name a file in it", "is a folder")
	default:
		d.errorf(diag.CannotRead, input, hint, "cannot be read: %v", reason)
	}
	return "", nil, false
}

// isMarkdown reports whether an input is a document with code blocks.
func isMarkdown(input string) bool {
	ext := strings.ToLower(filepath.Ext(input))
	return ext == ".md" || ext == ".markdown"
}
