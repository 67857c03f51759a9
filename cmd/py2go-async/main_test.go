package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"py2go-async": main})
}

// TestScript runs the command line as a user does. Programs are built in a
// cache of the test's own, with the build cache of the go command.
func TestScript(t *testing.T) {
	buildCache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("no build cache for go: %v", err)
	}
	if dir := os.Getenv("GOCACHE"); dir != "" {
		buildCache = dir
	} else {
		buildCache = filepath.Join(buildCache, "go-build")
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("GOCACHE", buildCache)
			env.Setenv("GOPACKAGE", "")
			env.Setenv("PY2GO_ASYNC_CACHE", filepath.Join(env.WorkDir, ".cache"))
			return nil
		},
	})
}
