// Command faultgen rewrites the table of what the runtime's functions throw:
//
//	go run ./internal/faultgen/cmd
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/py2go-async/py2go-async/internal/faultgen"
)

func main() {
	if len(os.Args) > 1 {
		text, err := faultgen.Trace(".", os.Args[1:])
		fmt.Print(text, err)
		return
	}
	text, err := faultgen.Table(".")
	if err == nil {
		err = os.WriteFile(filepath.Join("transform", "lower", "faults.txt"), []byte(text), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
