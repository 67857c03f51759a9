package driver

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

const modulePath = "github.com/py2go-async/py2go-async"

// module is where converted programs get the runtime packages from: a folder
// with the tool's source, or a version of the published module.
type module struct {
	folder  string
	version string
}

// ownModule finds the module that this tool was built from. The source folder
// comes first: it is there after "go run" and "go build" in a checkout and
// after "go install" (in the module cache), and needs no network.
func ownModule() (module, error) {
	if _, file, _, ok := runtime.Caller(0); ok && filepath.IsAbs(file) {
		for folder := filepath.Dir(file); folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
			if data, err := os.ReadFile(filepath.Join(folder, "go.mod")); err == nil {
				if bytes.HasPrefix(data, []byte("module "+modulePath+"\n")) {
					return module{folder: folder}, nil
				}
				break
			}
		}
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range append([]*debug.Module{&info.Main}, info.Deps...) {
			if m.Path == modulePath && strings.HasPrefix(m.Version, "v") && !strings.Contains(m.Version, "+dirty") {
				return module{version: m.Version}, nil
			}
		}
	}
	return module{}, fmt.Errorf("the tool's own module is not found; install it by go install %s/cmd/py2go-async@latest", modulePath)
}

// goMod is the go.mod of a generated program.
func (m module) goMod() []byte {
	version := m.version
	if version == "" {
		version = "v0.0.0"
	}
	text := fmt.Sprintf("module program\n\ngo 1.26\n\nrequire %s %s\n", modulePath, version)
	if m.folder != "" {
		text += fmt.Sprintf("\nreplace %s => %s\n", modulePath, quoteModPath(m.folder))
	}
	return []byte(text)
}

// quoteModPath writes a path for go.mod.
func quoteModPath(path string) string {
	if strings.ContainsAny(path, " \t\"'`()[]{},") {
		return "`" + path + "`"
	}
	return path
}

// fingerprint identifies the runtime that a program is built with. For a folder
// it changes with any of its source files.
func (m module) fingerprint() (string, error) {
	if m.folder == "" {
		return m.version, nil
	}
	hash := sha256.New()
	fmt.Fprintln(hash, m.folder)
	err := filepath.WalkDir(filepath.Join(m.folder, "runtime"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		fmt.Fprintln(hash, path, info.Size(), info.ModTime().UnixNano())
		return nil
	})
	return hex.EncodeToString(hash.Sum(nil)), err
}

// Version is what "py2go-async version" prints: the module's version and the Go
// release the tool was built with.
func Version() string {
	version := "unknown version"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Path == modulePath && info.Main.Version != "" {
		version = info.Main.Version
	}
	return fmt.Sprintf("py2go-async %s (%s %s/%s)", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
