package bindgen

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestCurrent holds the generated files to what the stubs and packages give.
func TestCurrent(t *testing.T) {
	root := filepath.Join("..", "..")
	res, err := Generate(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Files) == 0 {
		t.Fatal("nothing generated")
	}
	for path, want := range res.Files {
		got, err := os.ReadFile(filepath.Join(root, path))
		if err != nil {
			t.Errorf("%v: run go generate ./internal/bindgen", err)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run go generate ./internal/bindgen", path)
		}
	}
}
