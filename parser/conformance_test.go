package parser_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

func TestOne(t *testing.T) {
	root, want := os.Getenv("PYROOT"), os.Getenv("PYWANT")
	if root == "" {
		t.Skip()
	}
	n, bad := 0, 0
	filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
		if !strings.HasSuffix(name, ".py") {
			return nil
		}
		rel, _ := filepath.Rel(root, name)
		rel = strings.ReplaceAll(rel, "/", "__")
		src, _ := os.ReadFile(name)
		m, ds := parser.Parse(name, src, parser.Options{Minor: 13, SyntaxOnly: true})
		n++
		if e, err := os.ReadFile(filepath.Join(want, rel+".err")); err == nil {
			if len(ds) == 0 {
				t.Errorf("%s: accepted, want %s", name, e)
			} else {
				t.Logf("%s: %v, want %s", name, ds[0], e)
			}
			return nil
		}
		if len(ds) > 0 {
			t.Errorf("%s: %v %s", name, ds[0].Range, ds[0].Message)
			bad++
			return nil
		}
		h := sha256.New()
		ast.Dump(h, m)
		w, _ := os.ReadFile(filepath.Join(want, rel+".sha"))
		if hex.EncodeToString(h.Sum(nil)) != string(w) {
			t.Errorf("%s: differs", name)
			bad++
		}
		return nil
	})
	t.Logf("%d files, %d bad", n, bad)
}
