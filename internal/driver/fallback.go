package driver

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// Go that does not build is never handed out: where the Go with inferred types
// does not, the program is converted with dynamic types, which say less and
// hold more, and the user is told.

// translateToBuild is translate for Go that the compiler has seen.
func (d *Driver) translateToBuild(filename string, src []byte, pkg string) (result translate.Result, ok bool) {
	result, ok = d.translate(filename, src, pkg)
	if !ok || d.Compile == nil || len(d.Options.StubDirs) > 0 {
		return result, ok // the user's own packages are not there to compile with
	}
	err := d.Compile(result.Go)
	if err == nil {
		return result, true
	}
	if d.Options.Types != translate.Dynamic {
		if result, ok = d.dynamically(filename, src, pkg, err); !ok {
			return result, false
		}
		if err = d.Compile(result.Go); err == nil {
			return result, true
		}
	}
	d.buildFailed(filename, err)
	return result, false
}

// dynamically converts a program whose typed Go does not build.
func (d *Driver) dynamically(filename string, src []byte, pkg string, cause error) (result translate.Result, ok bool) {
	d.report(diag.Diagnostic{
		Code: diag.BuildFailed, Severity: diag.Warning, File: filename,
		Message: "the Go with inferred types does not build; dynamic types are used instead, as with --types=dynamic: " + firstComplaint(cause),
		Hint:    "the program behaves the same, but is slower and harder to read: please report it",
	})
	options := d.Options
	options.Package, options.Types = pkg, translate.Dynamic
	result = d.Translate(filename, src, options)
	ok = result.Go != nil
	for _, diagnostic := range result.Diagnostics {
		if diagnostic.Severity == diag.Error {
			d.report(diagnostic)
			ok = false
		}
	}
	return result, ok
}

// complaint is the line of the go command's output that says what is wrong.
var complaint = regexp.MustCompile(`(?m)^\S*\.go:\d+:\d+: (.*)$`)

func firstComplaint(err error) string {
	if m := complaint.FindStringSubmatch(err.Error()); m != nil {
		return m[1]
	}
	return err.Error()
}

var packageClause = regexp.MustCompile(`(?m)^package \w+$`)

// Compile compiles the source of a Go package against the runtime, without
// linking, and returns what the compiler has against it. Where that cannot be
// found out, because there is no go command or no module of the tool, there is
// nothing to say.
func Compile(source []byte) error {
	own, err := ownModule()
	if err != nil {
		return nil
	}
	cache, err := cacheFolder()
	if err != nil || os.MkdirAll(cache, 0o777) != nil {
		return nil
	}
	work, err := os.MkdirTemp(cache, "compile-")
	if err != nil {
		return nil
	}
	defer os.RemoveAll(work)
	at := packageClause.FindIndex(source)
	if at == nil {
		return nil
	}
	// A package main would be linked.
	source = []byte(fmt.Sprintf("%spackage program%s", source[:at[0]], source[at[1]:]))
	for name, data := range map[string][]byte{"main.go": source, "go.mod": own.goMod()} {
		if err := os.WriteFile(filepath.Join(work, name), data, 0o666); err != nil {
			return nil
		}
	}
	command := exec.Command("go", "build", "-mod=mod", ".")
	command.Dir = work
	command.Env = goEnv()
	output, err := command.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && complaint.Match(output) {
		return &buildError{strings.TrimRight(string(output), "\n")}
	}
	return nil
}

// goEnv is the environment of the go command: the user's, without what would
// make it build something else.
func goEnv() []string { return append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GO111MODULE=on") }
