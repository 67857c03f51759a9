// Command cmd rewrites the generated bindings of the runtime.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/py2go-async/py2go-async/internal/bindgen"
)

func main() {
	root := flag.String("root", "../..", "root of the repository")
	verbose := flag.Bool("v", false, "list the members without glue")
	flag.Parse()
	res, err := bindgen.Generate(*root)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for path, src := range res.Files {
		if err := os.WriteFile(filepath.Join(*root, path), src, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	stale, _ := filepath.Glob(filepath.Join(*root, "runtime", "*", "bindings_gen.go"))
	for _, path := range stale {
		rel, err := filepath.Rel(*root, path)
		if err == nil && res.Files[filepath.ToSlash(rel)] == nil {
			os.Remove(path)
		}
	}
	if *verbose {
		for _, s := range res.Skipped {
			fmt.Println(s)
		}
	}
}
