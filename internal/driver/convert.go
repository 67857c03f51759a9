package driver

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
)

// Convert translates the inputs (files, folders, Markdown documents, "-") and
// writes the Go files; it returns the exit status. out is where to: empty for
// beside each input, "-" for standard output, a name that ends in .go for a
// file, else a folder.
func (d *Driver) Convert(inputs []string, out string) int {
	inputs = d.expand(inputs)
	if len(inputs) > 1 && isGoFile(out) {
		d.errorf(diag.CannotWrite, out, "name a folder", "several inputs cannot go to one file")
		return d.status()
	}
	for _, input := range inputs {
		filename, src, ok := d.read(input)
		switch {
		case !ok:
		case isMarkdown(input):
			d.convertDocument(filename, src, out)
		default:
			d.convertFile(filename, src, out)
		}
	}
	return d.status()
}

// convertFile translates one Python file. Nothing is written when that fails.
func (d *Driver) convertFile(filename string, src []byte, out string) {
	target := outputFor(filename, out)
	pkg, ok := d.packageFor(target)
	if !ok {
		return
	}
	if pkg == "" {
		pkg = d.choosePackage(filename, src, target)
	}
	if result, ok := d.translateToBuild(filename, src, pkg); ok {
		d.write(target, result.Go)
	}
}

// choosePackage is the package of a file that nothing else decides: main for a
// program; for a module that only defines, the name of the target's folder, as
// Go has it.
func (d *Driver) choosePackage(filename string, src []byte, target string) string {
	const program = "main"
	options := d.Options
	options.Package, options.Trace = program, nil
	result := d.Translate(filename, src, options)
	if result.IsProgram || result.Go == nil {
		return program
	}
	name := strings.TrimSuffix(filepath.Base(filename), filepath.Ext(filename))
	if folder, err := filepath.Abs(filepath.Dir(target)); err == nil && target != stdinName {
		name = filepath.Base(folder)
	}
	name = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(name))
	name = strings.TrimLeft(name, "0123456789")
	if name == "" || token.IsKeyword(name) || name == program {
		return "python"
	}
	return name
}

// outputFor is the path that a file's Go goes to, or "-".
func outputFor(filename, out string) string {
	switch {
	case out == stdinName || isGoFile(out):
		return out
	case filename == stdinFile && out == "":
		return stdinName
	case filename == stdinFile:
		return filepath.Join(out, "stdin.go")
	}
	folder := filepath.Dir(filename)
	if out != "" {
		folder = out
	}
	return filepath.Join(folder, goName(filename))
}

func isGoFile(path string) bool { return strings.HasSuffix(path, ".go") }

// goName is the name of the Go file for a Python file: service.py becomes
// service.go. The go command ignores files that start with "_" or ".", and
// builds files that end in _test or in the name of a system only sometimes;
// such names are changed.
func goName(filename string) string {
	base := filepath.Base(filename)
	stem := strings.TrimLeft(strings.TrimSuffix(base, filepath.Ext(base)), "_.")
	if stem == "" {
		stem = "python"
	}
	if i := strings.LastIndex(stem, "_"); i >= 0 && meansSomething[stem[i+1:]] {
		stem += "_py"
	}
	return stem + ".go"
}

// meansSomething are the endings of file names that the go command acts on.
var meansSomething = func() map[string]bool {
	words := make(map[string]bool)
	for _, word := range strings.Fields(`test
		aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos
		386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm`) {
		words[word] = true
	}
	return words
}()

// packageFor is the package to convert a target to: the one the user asked for,
// $GOPACKAGE under go generate, or that of the Go files in the target's folder;
// empty when none of these says.
func (d *Driver) packageFor(target string) (pkg string, ok bool) {
	if d.Options.Package != "" {
		return d.Options.Package, true
	}
	if target == stdinName {
		return "", true
	}
	folder := filepath.Dir(target)
	if pkg := d.Getenv("GOPACKAGE"); pkg != "" && isWorkingFolder(folder) {
		return pkg, true
	}
	packages := packagesIn(folder, filepath.Base(target))
	switch len(packages) {
	case 0:
		return "", true
	case 1:
		return packages[0], true
	}
	d.errorf(diag.PackagesConflict, target, "choose one with --package",
		"the folder has files of the packages %s", strings.Join(packages, ", "))
	return "", false
}

func isWorkingFolder(folder string) bool {
	here, err := os.Stat(".")
	if err != nil {
		return false
	}
	there, err := os.Stat(folder)
	return err == nil && os.SameFile(here, there)
}
