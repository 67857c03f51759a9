// Command faultgen rewrites the table of what the runtime's functions throw:
//
//	go run ./internal/faultgen/cmd
//
// With names of functions it says instead where their faults come from.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/py2go-async/py2go-async/internal/faultgen"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(names []string) error {
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return err
	}
	root := filepath.Dir(strings.TrimSpace(string(mod)))
	if len(names) > 0 {
		text, err := faultgen.Trace(root, names)
		fmt.Print(text)
		return err
	}
	text, err := faultgen.Table(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "transform", "lower", "faults.txt"), []byte(text), 0o644)
}
