package faultgen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// parse reads a table into what each name throws.
func parse(text string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for line := range strings.Lines(text) {
		w := strings.Fields(line)
		if w[0] == "class" || w[0] == "alias" {
			continue
		}
		out[w[0]] = map[string]bool{}
		for _, f := range w[1:] {
			out[w[0]][f] = true
		}
	}
	return out
}

func table(t *testing.T) (fresh, stored map[string]map[string]bool) {
	t.Helper()
	root := filepath.Join("..", "..")
	text, err := Table(root)
	if err != nil {
		t.Fatal(err)
	}
	old, err := os.ReadFile(filepath.Join(root, "transform", "lower", "faults.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return parse(text), parse(string(old))
}

// The stored table may lack new functions, which count as throwing anything,
// but must not promise less than the runtime throws.
func TestTableIsSafe(t *testing.T) {
	fresh, stored := table(t)
	for name, faults := range fresh {
		known, ok := stored[name]
		if !ok || known[Anything] {
			continue
		}
		for f := range faults {
			if !strings.HasPrefix(f, "=") && !known[f] {
				t.Errorf("%s throws %s, which the table does not say: run go generate ./transform/lower", name, f)
			}
		}
	}
}

func TestFaults(t *testing.T) {
	fresh, _ := table(t)
	for name, want := range map[string]string{
		"py.AddInt":          "py.OverflowError",
		"py.List.Get":        "py.IndexError",
		"py.Dict.Get":        "py.KeyError",
		"py.FloorDivInt":     "py.ZeroDivisionError",
		"py.ListOf":          Argument,
		"py.Sprintf":         Dunder,
		"asyncio.CreateTask": Task,
		"py.Call":            Anything,
	} {
		if !fresh[name][want] {
			t.Errorf("%s throws %v, want %s among them", name, fresh[name], want)
		}
	}
	for _, name := range []string{"asyncio.Sleep", "py.List.Append", "asyncio.Bind0", "asyncio.Event.Clear"} {
		for f := range fresh[name] {
			if !strings.HasPrefix(f, "=") {
				t.Errorf("%s throws %s, want nothing", name, f)
			}
		}
	}
}
