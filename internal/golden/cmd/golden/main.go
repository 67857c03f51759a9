// Command golden converts, builds and runs the golden programs and says which
// of them behave as under CPython. It is the developer's view of the golden
// test:
//
//	go run ./internal/golden/cmd/golden [-dynamic] [-v] [-run REGEXP]
//	go run ./internal/golden/cmd/golden [-quality] [-lint COMMAND] [-write FOLDER] [-run REGEXP]
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
)

func main() {
	var (
		dynamic    = flag.Bool("dynamic", false, "convert with --types=dynamic")
		both       = flag.Bool("both", false, "check typed and dynamic conversion")
		verbose    = flag.Bool("v", false, "also name the cases that pass")
		run        = flag.String("run", "", "check only the cases whose name matches `REGEXP`")
		show       = flag.Bool("go", false, "print the converted Go of each case")
		vet        = flag.Bool("vet", false, "run go vet over the converted cases")
		race       = flag.Bool("race", false, "build with the race detector")
		dir        = flag.String("dir", "", "check the programs below `FOLDER`, which has their .out files (or -record makes them), instead of testdata")
		record     = flag.Bool("record", false, "record .out, .err and .status with CPython 3.13 first")
		writeKnown = flag.Bool("write-known", false, "rewrite testdata/known_failures.txt (implies -both, excludes -run)")
		reasons    = flag.Bool("reasons", false, "print how often each reason of failure occurs, not the cases")
		quality    = flag.Bool("quality", false, "print the table of any, temporaries, closures and py. calls; nothing is built")
		lint       = flag.String("lint", "", "run a `COMMAND` over the typed Go of each case as a package (\"go vet\", staticcheck); nothing is built")
		write      = flag.String("write", "", "write the typed Go of each case below `FOLDER`; nothing is built")
	)
	flag.Parse()
	if *writeKnown && *run != "" {
		fail(fmt.Errorf("-write-known needs all cases, not -run"))
	}
	var filter *regexp.Regexp
	if *run != "" {
		var err error
		if filter, err = regexp.Compile(*run); err != nil {
			fail(err)
		}
	}
	if *writeKnown && *dir != "" {
		fail(fmt.Errorf("-write-known needs the cases of testdata, not -dir"))
	}
	root := moduleRoot()
	folder := filepath.Join(root, "testdata")
	if *dir != "" {
		folder = *dir
	}
	cases, err := golden.Load(folder, filter)
	if err != nil {
		fail(err)
	}
	if *record {
		recordAll(cases)
	}
	knownFile := filepath.Join(root, "testdata", "known_failures.txt")
	known := golden.Known{}
	if *dir == "" {
		if known, err = golden.LoadKnown(knownFile); err != nil {
			fail(err)
		}
	}
	modes := []golden.Mode{golden.Typed}
	if *dynamic {
		modes = []golden.Mode{golden.Dynamic}
	}
	if *both || *writeKnown {
		modes = golden.Modes
	}
	builder := golden.Builder{ModuleRoot: root, Vet: *vet}
	if *quality || *lint != "" || *write != "" {
		if err := read(cases, builder, *quality, strings.Fields(*lint), *write); err != nil {
			fail(err)
		}
		return
	}
	if *race {
		builder.BuildFlags = append(builder.BuildFlags, "-race")
	}

	var all []golden.Outcome
	for _, mode := range modes {
		outcomes, err := golden.Check(cases, mode, golden.Translate, builder)
		if err != nil {
			fail(err)
		}
		if *reasons {
			printReasons(outcomes)
		} else {
			report(outcomes, known, *verbose, *show)
		}
		printCounts(outcomes)
		all = append(all, outcomes...)
	}
	if *writeKnown {
		known.Revise(all)
		if err := known.Save(knownFile); err != nil {
			fail(err)
		}
	}
	if len(known.Unexpected(all)) > 0 {
		os.Exit(1)
	}
}

// read converts the cases for a reader or a linter of their Go.
func read(cases []golden.Case, builder golden.Builder, quality bool, lint []string, folder string) error {
	outcomes, err := builder.Compile(cases, golden.Typed, golden.Translate)
	if err != nil {
		return err
	}
	for _, outcome := range outcomes {
		if outcome.Stage == golden.StageBuild {
			fmt.Printf("%s does not compile: %s\n", outcome.Case.Name, outcome.Detail)
		}
	}
	if folder != "" {
		for _, outcome := range outcomes {
			file := filepath.Join(folder, outcome.Case.Name+".go")
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(file, outcome.Go, 0o644); err != nil {
				return err
			}
		}
	}
	if len(lint) > 0 {
		said, err := builder.Lint(outcomes, lint...)
		if err != nil {
			return err
		}
		for _, outcome := range outcomes {
			for line := range strings.Lines(said[outcome.Case.Name]) {
				fmt.Printf("%s.go:%s", outcome.Case.Name, line)
			}
		}
	}
	if quality {
		table, err := golden.QualityTable(outcomes)
		if err != nil {
			return err
		}
		fmt.Print(table)
	}
	return nil
}

// report prints what failed.
func report(outcomes []golden.Outcome, known golden.Known, verbose, show bool) {
	for _, outcome := range outcomes {
		_, listed := known.Expected(outcome.Case.Name, outcome.Mode)
		switch {
		case !outcome.Passed():
			word := "FAIL"
			if listed {
				word = "known"
			}
			fmt.Printf("%-5s %s (%s, %s)\n", word, outcome.Case.Name, outcome.Mode, outcome.Stage)
			fmt.Println("      " + strings.ReplaceAll(outcome.Detail, "\n", "\n      "))
		case listed:
			fmt.Printf("pass  %s (%s), though listed in known_failures.txt\n", outcome.Case.Name, outcome.Mode)
		case verbose:
			fmt.Printf("pass  %s (%s)\n", outcome.Case.Name, outcome.Mode)
		}
		if show && outcome.Go != nil {
			fmt.Printf("%s\n", outcome.Go)
		}
	}
}

var place = regexp.MustCompile(`^(?:\w+\.(?:go|py):\d+:\d+: )?`)

// printReasons prints the first lines of the failures without their places, the
// most frequent first, with a case for each.
func printReasons(outcomes []golden.Outcome) {
	count := make(map[string]int)
	example := make(map[string]string)
	var order []string
	for _, outcome := range outcomes {
		if outcome.Passed() {
			continue
		}
		first, _, _ := strings.Cut(outcome.Detail, "\n")
		reason := string(outcome.Stage) + ": " + place.ReplaceAllString(first, "")
		if outcome.Stage == golden.StageRun {
			reason = "run: " + strings.Join(strings.Fields(outcome.Detail), " ")
			reason = reason[:min(len(reason), 160)]
		}
		if count[reason] == 0 {
			example[reason] = outcome.Case.Name
			order = append(order, reason)
		}
		count[reason]++
	}
	sort.SliceStable(order, func(i, j int) bool { return count[order[i]] > count[order[j]] })
	for _, reason := range order {
		fmt.Printf("%4d  %s (%s)\n", count[reason], reason, example[reason])
	}
}

// printCounts prints how many cases came how far.
func printCounts(outcomes []golden.Outcome) {
	if len(outcomes) == 0 {
		fmt.Println("no case matches")
		return
	}
	counts := make(map[golden.Stage]int)
	for _, outcome := range outcomes {
		counts[outcome.Stage]++
	}
	fmt.Printf("%s: %d of %d pass; failed at convert %d, build %d, run %d\n", outcomes[0].Mode,
		counts[golden.StagePassed], len(outcomes),
		counts[golden.StageConvert], counts[golden.StageBuild], counts[golden.StageRun])
}

func recordAll(cases []golden.Case) {
	python, err := golden.FindPython()
	if err != nil {
		fail(err)
	}
	for i := range cases {
		if err := cases[i].Record(python); err != nil {
			fail(fmt.Errorf("%s: %w", cases[i].Name, err))
		}
	}
}

func moduleRoot() string {
	output, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		fail(err)
	}
	return filepath.Dir(strings.TrimSpace(string(output)))
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "golden:", err)
	os.Exit(2)
}
