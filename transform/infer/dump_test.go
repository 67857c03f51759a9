package infer

import (
	"fmt"
	"os"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

func TestCmd(t *testing.T) {
	f := os.Getenv("INFER_FILE")
	if f == "" {
		t.Skip()
	}
	src, _ := os.ReadFile(f)
	mod, ds := parser.Parse(f, src, parser.Options{})
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	l := &diag.List{}
	lib := stubs.NewLibrary()
	if d := os.Getenv("INFER_STUBS"); d != "" {
		lib = stubs.NewLibrary(os.DirFS(d))
	}
	info := Analyze(mod, Options{Filename: f, Stubs: lib, Diags: l, Dynamic: os.Getenv("INFER_DYN") != ""})
	Dump(os.Stdout, info)
	for _, d := range l.All() {
		fmt.Println(d.Severity, d.Code, d.Range.Start.Line, d.Range.Start.Col+1, d.Message, "|", d.Hint)
	}
}
