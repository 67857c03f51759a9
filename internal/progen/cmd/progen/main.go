// Command progen generates random Python programs, runs them under CPython 3.13
// and converted, and tells where the two differ:
//
//	go run ./internal/progen/cmd/progen -kind expr -n 200 -seed 7 [-mode both] [-shrink] [-keep DIR]
//
// A program is named KIND_SEED_NUMBER and is the same in every run.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"github.com/py2go-async/py2go-async/internal/golden"
	"github.com/py2go-async/py2go-async/internal/progen"
)

// batch is how many programs are built as one binary.
const batch = 100

func main() {
	var (
		seed   = flag.Uint64("seed", 1, "seed of the programs")
		n      = flag.Int("n", 100, "how many programs of each kind")
		from   = flag.Int("from", 0, "number of the first program")
		kind   = flag.String("kind", "", "expr, stmt, class or async; empty for all")
		mode   = flag.String("mode", "both", "typed, dynamic or both")
		keep   = flag.String("keep", "", "write the programs that differ to this folder")
		shrink = flag.Bool("shrink", false, "also cut the programs that print something else down to what matters")
		show   = flag.Bool("show", false, "print the programs instead of running them")
	)
	flag.Parse()
	kinds := progen.Kinds
	if *kind != "" {
		kinds = []progen.Kind{progen.Kind(*kind)}
	}
	modes := golden.Modes
	if *mode != "both" {
		modes = []golden.Mode{golden.Mode(*mode)}
	}
	if *show {
		for _, k := range kinds {
			for i := range *n {
				p := progen.Generate(k, *seed, *from+i)
				fmt.Printf("# %s\n%s\n", p.Name, p.Source())
			}
		}
		return
	}
	python, err := golden.FindPython()
	if err != nil {
		fail(err)
	}
	checker := progen.Checker{ModuleRoot: moduleRoot(), Python: python}
	bad := 0
	for _, k := range kinds {
		bad += run(checker, k, modes, options{*seed, *from, *n, *keep, *shrink})
	}
	if bad > 0 {
		os.Exit(1)
	}
}

type options struct {
	seed    uint64
	from, n int
	keep    string
	shrink  bool
}

// run checks the programs of a kind in batches and returns how many are to be mended.
func run(checker progen.Checker, kind progen.Kind, modes []golden.Mode, o options) int {
	counts := make(map[golden.Mode]map[progen.Verdict]int)
	codes := make(map[string]int)
	bad := 0
	for _, m := range modes {
		counts[m] = make(map[progen.Verdict]int)
	}
	for start := o.from; start < o.from+o.n; start += batch {
		var programs []progen.Program
		for i := start; i < min(start+batch, o.from+o.n); i++ {
			programs = append(programs, progen.Generate(kind, o.seed, i))
		}
		findings, err := checker.Check(programs, modes...)
		if err != nil {
			fail(err)
		}
		for _, f := range findings {
			counts[f.Mode][f.Verdict]++
			if f.Verdict == progen.Refused {
				codes[code.FindString(f.Detail)]++
			}
		}
		for _, m := range modes {
			bad += report(checker, findings, m, o)
		}
	}
	for _, m := range modes {
		fmt.Printf("%s %s:", kind, m)
		for _, v := range progen.Verdicts {
			fmt.Printf(" %d %s", counts[m][v], v)
		}
		fmt.Println()
	}
	var names []string
	for c := range codes {
		names = append(names, c)
	}
	sort.Strings(names)
	for _, c := range names {
		fmt.Printf("  refused with %s: %d\n", c, codes[c])
	}
	return bad
}

var code = regexp.MustCompile(`PG\d{4}: .*`)

// report tells of the bad findings of a mode.
func report(checker progen.Checker, findings []progen.Finding, mode golden.Mode, o options) int {
	var bad []progen.Finding
	for _, f := range findings {
		if f.Mode == mode && f.Bad() {
			bad = append(bad, f)
		}
	}
	if len(bad) == 0 {
		return 0
	}
	count := len(bad)
	bad, err := checker.Isolate(bad, mode, 2)
	if err != nil {
		fail(err)
	}
	// What does not compile shrinks without a build, the rest when asked for.
	var crashed, differs []progen.Finding
	for _, f := range bad {
		if f.Verdict == progen.Crashed {
			crashed = append(crashed, f)
		} else {
			differs = append(differs, f)
		}
	}
	if crashed, err = checker.Shrink(crashed, mode, 12); err != nil {
		fail(err)
	}
	if o.shrink {
		if differs, err = checker.Shrink(differs, mode, 8); err != nil {
			fail(err)
		}
	}
	bad = append(crashed, differs...)
	for _, f := range bad {
		fmt.Printf("--- %s %s: %s\n%s\n", f.Program.Name, mode, f.Verdict, strings.TrimRight(clip(f.Detail), "\n"))
		if len(f.Program.Snippets) == 1 {
			fmt.Println("    " + strings.ReplaceAll(strings.TrimRight(f.Program.Source(), "\n"), "\n", "\n    "))
		}
		if o.keep != "" {
			if err := os.MkdirAll(o.keep, 0o755); err != nil {
				fail(err)
			}
			if err := os.WriteFile(filepath.Join(o.keep, f.Program.Name+"_"+string(mode)+".py"), []byte(f.Program.Source()), 0o644); err != nil {
				fail(err)
			}
		}
	}
	return count
}

func clip(s string) string {
	const limit = 1000
	if len(s) > limit {
		return s[:limit] + " ..."
	}
	return s
}

func moduleRoot() string {
	output, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		fail(err)
	}
	return filepath.Dir(strings.TrimSpace(string(output)))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "progen:", err)
	os.Exit(2)
}
