// Package golden is the harness of the golden and differential tests. A case
// is a Python program NAME.py below testdata with what CPython 3.13 made of
// it: NAME.out (stdout), NAME.status and NAME.err (exit status and last line of
// stderr, when it failed), and optionally NAME.in (stdin) and NAME.args (one
// argument a line). The harness converts every case, builds all of them as
// packages of one binary for each mode, runs each in its own process and
// compares. It knows nothing of how a program is converted: the translator is
// handed in as a [Converter].
package golden

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Case is one golden program.
type Case struct {
	Name   string   // slash-separated path below testdata without ".py": "async/hello"
	Path   string   // path of the .py file
	Args   []string // command line arguments
	Stdin  []byte
	Stdout []byte // what CPython printed; nil when it was never recorded
	Status int    // exit status
	Stderr string // last line that CPython wrote to stderr, when it failed
}

// notCases are the folders of testdata whose Python files belong to other
// tests.
var notCases = []string{"parser", "diagnostics", "cli", "stubs"}

// Load reads the cases below root whose name matches filter (nil: all), sorted
// by name.
func Load(root string, filter *regexp.Regexp) ([]Case, error) {
	var cases []Case
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if entry.IsDir() {
			for _, name := range notCases {
				if rel == name {
					return filepath.SkipDir
				}
			}
			return nil
		}
		name, isPython := strings.CutSuffix(rel, ".py")
		if !isPython || filter != nil && !filter.MatchString(name) {
			return nil
		}
		c, err := loadCase(name, path)
		if err != nil {
			return err
		}
		cases = append(cases, c)
		return nil
	})
	sort.Slice(cases, func(i, j int) bool { return cases[i].Name < cases[j].Name })
	return cases, err
}

func loadCase(name, path string) (Case, error) {
	c := Case{Name: name, Path: path}
	var err error
	read := func(ext string) []byte {
		data, readErr := os.ReadFile(c.beside(ext))
		if readErr != nil && !os.IsNotExist(readErr) {
			err = readErr
		}
		return data
	}
	c.Stdin = read(".in")
	c.Stdout = read(".out")
	c.Stderr = strings.TrimRight(string(read(".err")), "\n")
	if args := strings.TrimRight(string(read(".args")), "\n"); args != "" {
		c.Args = strings.Split(args, "\n")
	}
	if status := strings.TrimSpace(string(read(".status"))); status != "" {
		c.Status, err = strconv.Atoi(status)
		if err != nil {
			return c, fmt.Errorf("%s: %w", c.beside(".status"), err)
		}
	}
	return c, err
}

// beside returns the path of the case's file with the given extension.
func (c Case) beside(ext string) string {
	return strings.TrimSuffix(c.Path, ".py") + ext
}

// GoPath is where the Go that the case converts to is kept.
func (c Case) GoPath() string { return c.beside(".go") }

// packages is how many packages the cases are spread over.
const packages = 8

// packageName is the name of the Go package that the case is built in.
func (c Case) packageName() string { return fmt.Sprintf("p%d", c.hash()%packages) }

// fileName is the name of the case's file in its package.
func (c Case) fileName() string {
	return "c_" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, c.Name) + "_.go" // no _test, no name of a system at the end
}
