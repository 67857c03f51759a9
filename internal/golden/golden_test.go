package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite NAME.go, and NAME.out, .err, .status where a CPython 3.13 is found")

const testdata = "../../testdata"

// TestGolden holds the promise: every program below testdata converts to
// exactly NAME.go, and behaves as CPython 3.13 does, typed and dynamic.
func TestGolden(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs every golden program")
	}
	cases, err := Load(testdata, nil)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		record(t, cases)
	}
	known, err := LoadKnown(filepath.Join(testdata, "known_failures.txt"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var all []Outcome
	for _, mode := range Modes {
		outcomes, err := Check(cases, mode, Translate, Builder{ModuleRoot: root})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, outcomes...)
	}
	for _, outcome := range all {
		t.Run(string(outcome.Mode)+"/"+outcome.Case.Name, func(t *testing.T) {
			if outcome.Case.Stdout == nil {
				t.Fatal("CPython's output was never recorded: run go test ./internal/golden -update")
			}
			if outcome.Mode == Typed {
				checkGo(t, outcome)
			}
			if _, listed := known.Expected(outcome.Case.Name, outcome.Mode); !outcome.Passed() && !listed {
				t.Errorf("failed at %s:\n%s", outcome.Stage, outcome.Detail)
			}
		})
	}
	for _, key := range known.Stale(all) {
		t.Errorf("known_failures.txt: %s %s is listed, but passes or is gone: take the line out", key.Case, key.Mode)
	}
	table, err := QualityTable(all)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", table)
	passed := make(map[Mode]int)
	for _, outcome := range all {
		if outcome.Passed() {
			passed[outcome.Mode]++
		}
	}
	t.Logf("%d cases: %d pass typed, %d dynamic", len(cases), passed[Typed], passed[Dynamic])
}

// checkGo compares the typed Go with the golden file.
func checkGo(t *testing.T, outcome Outcome) {
	file := outcome.Case.GoPath()
	if *update {
		var err error
		if outcome.Go == nil {
			err = removeFiles(file)
		} else {
			err = writeIfChanged(file, outcome.Go)
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if !bytes.Equal(outcome.Go, want) {
		t.Errorf("converts to other Go than %s (go test ./internal/golden -update rewrites it)\n%s",
			file, firstDifference(string(want), string(outcome.Go)))
	}
}

func record(t *testing.T, cases []Case) {
	python, err := FindPython()
	if err != nil {
		t.Logf("outputs are not recorded again: %v", err)
		return
	}
	for i := range cases {
		if err := cases[i].Record(python); err != nil {
			t.Fatal(err)
		}
	}
}
