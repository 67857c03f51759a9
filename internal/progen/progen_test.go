package progen

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/internal/golden"
)

var update = flag.Bool("update", false, "record testdata with CPython 3.13")

const seed = 1

// recorded are programs of seed 1 that testdata tells CPython's output of.
var recorded = map[Kind][]int{Expr: {0, 2}, Stmt: {0, 1}, Class: {0, 2}, Async: {0, 1}}

// TestRecordedPrograms converts generated programs, typed and dynamic, and
// compares them with what CPython 3.13 printed. It needs no Python.
func TestRecordedPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var cases []golden.Case
	byName := make(map[string]Program)
	for _, kind := range Kinds {
		for _, i := range recorded[kind] {
			p := Generate(kind, seed, i)
			byName[p.Name] = p
			c := golden.Case{Name: p.Name, Path: filepath.Join(folder, p.Name+".py")}
			if err := os.WriteFile(c.Path, []byte(p.Source()), 0o644); err != nil {
				t.Fatal(err)
			}
			cases = append(cases, c)
		}
	}
	if *update {
		record(t, cases)
	}
	for i := range cases {
		if cases[i].Stdout, err = os.ReadFile(recording(cases[i])); err != nil {
			t.Fatal(err)
		}
	}
	for _, mode := range golden.Modes {
		outcomes, err := golden.Check(cases, mode, golden.Translate, golden.Builder{ModuleRoot: root, Folder: buildFolder})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range outcomes {
			if f := judge(byName[o.Case.Name], o); f.Verdict != Same {
				t.Errorf("%s %s: %s\n%s", o.Case.Name, mode, f.Verdict, f.Detail)
			}
		}
	}
}

func recording(c golden.Case) string { return filepath.Join("testdata", c.Name+".out") }

func record(t *testing.T, cases []golden.Case) {
	t.Helper()
	python, err := golden.FindPython()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if err := c.Record(python); err != nil {
			t.Fatal(err)
		}
		if c.Status != 0 {
			t.Errorf("%s ends with status %d: %s", c.Name, c.Status, c.Stderr)
		}
		if err := os.WriteFile(recording(c), c.Stdout, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestGenerateRepeats holds that a program depends on kind, seed and number only.
func TestGenerateRepeats(t *testing.T) {
	for _, kind := range Kinds {
		first, again := Generate(kind, 7, 3), Generate(kind, 7, 3)
		if first.Source() != again.Source() {
			t.Errorf("%s: the same seed and number give another program", kind)
		}
		if first.Source() == Generate(kind, 7, 4).Source() || first.Source() == Generate(kind, 8, 3).Source() {
			t.Errorf("%s: another number or seed gives the same program", kind)
		}
	}
}

func TestDifferences(t *testing.T) {
	want := "1.1 a\n1.2 b\nmore\n2.1 <X object at 0x7f>\n3.1 7\n"
	tests := []struct{ name, got, labels, detail string }{
		{"same but for an address", "1.1 a\n1.2 b\nmore\n2.1 <X object at 0xc000>\n3.1 7\n", "", ""},
		{"one line", "1.1 a\n1.2 B\nmore\n2.1 <X object at 0x7f>\n3.1 7\n", "1", "want 1.2 b\ngot  1.2 B\n"},
		{"a line that belongs to the one before", "1.1 a\n1.2 b\nless\n2.1 <X object at 0x7f>\n3.1 7\n", "1", "want more\ngot  less\n"},
		{"ended early", "1.1 a\n1.2 b\nmore\n", "2 3", "want 2.1 <X object at 0x>\ngot  (end)\nwant 3.1 7\ngot  (end)\n"},
		{"loud overflow", "1.1 a\n1.2 b\nmore\n2.1 <X object at 0x7f>\n3 OverflowError use --int=big\n", "", ""},
	}
	for _, test := range tests {
		labels, detail := differences(want, test.got)
		if strings.Join(labels, " ") != test.labels || detail != test.detail {
			t.Errorf("%s: labels %q, detail %q", test.name, labels, detail)
		}
	}
}

func TestReductionsAreSmaller(t *testing.T) {
	p := Generate(Stmt, seed, 0)
	all := reductions(p)
	if len(all) < 20 {
		t.Fatalf("only %d reductions", len(all))
	}
	for _, r := range all {
		if len(r.Source()) >= len(p.Source()) {
			t.Fatalf("a reduction is not smaller:\n%s", r.Source())
		}
	}
}
