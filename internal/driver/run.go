package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/translate"
)

// Run translates a Python file, builds it and runs it with the arguments. The
// program takes the tool's place: stdin, stdout, stderr and exit status are its
// own. Run returns only when there is no program to run, or where the system
// cannot replace a process; then with the exit status.
func (d *Driver) Run(input string, args []string) int {
	if isMarkdown(input) {
		d.errorf(diag.CannotRead, input, "convert it, and run the Go", "is a document, not a program")
		return d.status()
	}
	filename, src, ok := d.read(input)
	if !ok {
		return d.status()
	}
	result, ok := d.translate(filename, src, "main")
	if !ok {
		return d.status()
	}
	program, err := d.build(filename, result.Go)
	var failure *buildError
	if errors.As(err, &failure) && d.Options.Types != translate.Dynamic {
		if result, ok = d.dynamically(filename, src, "main", err); !ok {
			return d.status()
		}
		program, err = d.build(filename, result.Go)
	}
	if err != nil {
		d.buildFailed(filename, err)
		return d.status()
	}
	status, err := replaceProcess(program, append([]string{input}, args...), d)
	if err != nil {
		d.errorf(diag.BuildFailed, filename, "", "the program cannot be started: %v", err)
		return d.status()
	}
	return status
}

// programFile is the name of the binary in a program's cache folder.
func programFile() string {
	if runtime.GOOS == "windows" {
		return "program.exe"
	}
	return "program"
}

// build returns the binary for a Go program, from the cache when the same
// program was built with the same runtime before.
func (d *Driver) build(filename string, source []byte) (program string, err error) {
	own, err := ownModule()
	if err != nil {
		return "", err
	}
	fingerprint, err := own.fingerprint()
	if err != nil {
		return "", fmt.Errorf("the runtime cannot be read: %w", err)
	}
	cache, err := cacheFolder()
	if err != nil {
		return "", fmt.Errorf("there is no cache folder (set HOME or XDG_CACHE_HOME): %w", err)
	}
	hash := sha256.New()
	fmt.Fprintf(hash, "%s\n%s/%s\n", fingerprint, runtime.GOOS, runtime.GOARCH)
	hash.Write(source)
	folder := filepath.Join(cache, hex.EncodeToString(hash.Sum(nil))[:32])
	program = filepath.Join(folder, programFile())
	if _, err := os.Stat(program); err == nil {
		now := time.Now()
		_ = os.Chtimes(folder, now, now) // only spares it from being trimmed
		return program, nil
	}
	trimCache(cache)
	if err := buildInto(folder, own, source); err != nil {
		return "", err
	}
	return program, nil
}

func (d *Driver) buildFailed(filename string, err error) {
	var failure *buildError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		d.errorf(diag.GoMissing, filename, "install Go from https://go.dev/dl, or use convert", "the go command is not found")
	case errors.As(err, &failure):
		d.errorf(diag.BuildFailed, filename, "this is a bug of py2go-async: please report it with the program; --types=dynamic may avoid it",
			"the converted program does not build:\n%s", failure.output)
	default:
		d.errorf(diag.CannotWrite, filename, "", "the program cannot be built: %v", err)
	}
}

// buildError carries the words of the go command.
type buildError struct{ output string }

func (e *buildError) Error() string { return e.output }

// buildInto builds the program in a folder beside the final one and moves it
// there when it is complete, so that two runs at once do not disturb each
// other.
func buildInto(folder string, own module, source []byte) error {
	if err := os.MkdirAll(filepath.Dir(folder), 0o777); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(folder), "build-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for name, data := range map[string][]byte{"main.go": source, "go.mod": own.goMod()} {
		if err := os.WriteFile(filepath.Join(work, name), data, 0o666); err != nil {
			return err
		}
	}
	command := exec.Command("go", "build", "-mod=mod", "-trimpath", "-ldflags=-s -w", "-o", programFile(), ".")
	command.Dir = work
	command.Env = goEnv()
	output, err := command.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return &buildError{strings.TrimRight(string(output), "\n")}
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(work, 0o755); err != nil {
		return err
	}
	err = os.Rename(work, folder)
	if _, statErr := os.Stat(filepath.Join(folder, programFile())); statErr == nil {
		return nil // ours, or that of a run that was faster
	}
	return err
}
