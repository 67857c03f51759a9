//go:build ignore

package main

import (
	"fmt"
	"os"

	"github.com/py2go-async/py2go-async/translate"
)

func main() {
	mode := translate.Inferred
	if os.Args[1] == "-d" {
		mode = translate.Dynamic
		os.Args = os.Args[1:]
	}
	src, _ := os.ReadFile(os.Args[1])
	r := translate.Translate(os.Args[1], src, translate.Options{Types: mode, Trace: os.Stderr})
	for _, d := range r.Diagnostics {
		fmt.Fprintf(os.Stderr, "%s:%d:%d: %s %s: %s\n", d.File, d.Range.Start.Line, d.Range.Start.Col, d.Severity, d.Code, d.Message)
	}
	os.Stdout.Write(r.Go)
}
