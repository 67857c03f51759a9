package progen

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/internal/golden"
)

// Verdict says what became of a program in one mode.
type Verdict string

// The verdicts. A refusal and an overflow that names --int=big are no
// differences: the user is told.
const (
	Same     Verdict = "same"     // as CPython
	Overflow Verdict = "overflow" // as CPython but for OverflowErrors that name --int=big
	Refused  Verdict = "refused"  // a diagnostic at conversion
	Crashed  Verdict = "crashed"  // the translator failed, or its Go does not compile
	Differs  Verdict = "differs"  // the Go does something else
)

// Verdicts lists all verdicts.
var Verdicts = []Verdict{Same, Overflow, Refused, Crashed, Differs}

// Finding is the outcome of a program.
type Finding struct {
	Program Program
	Mode    golden.Mode
	Verdict Verdict
	Detail  string   // the diagnostic, the complaint of the compiler, or the lines that differ
	Labels  []string // the snippets that differ
}

// Bad reports whether the finding is to be mended.
func (f Finding) Bad() bool { return f.Verdict == Crashed || f.Verdict == Differs }

// Checker runs programs.
type Checker struct {
	ModuleRoot string
	Python     string // a CPython 3.13
}

// buildFolder is beside that of the golden harness, so that neither run
// sweeps the other's packages away.
const buildFolder = "internal/progen/_build"

// Check runs the programs under CPython, and converted in the modes. A program that CPython
// itself cannot run has no finding.
func (c Checker) Check(programs []Program, modes ...golden.Mode) ([]Finding, error) {
	return c.check(programs, modes, func(cases []golden.Case, mode golden.Mode) ([]golden.Outcome, error) {
		return golden.Check(cases, mode, golden.Translate, c.builder())
	})
}

// compile is Check without building and running: what compiles is the Same.
func (c Checker) compile(programs []Program, mode golden.Mode) ([]Finding, error) {
	return c.check(programs, []golden.Mode{mode}, func(cases []golden.Case, mode golden.Mode) ([]golden.Outcome, error) {
		outcomes, err := c.builder().Compile(cases, mode, golden.Translate)
		for i := range outcomes {
			if outcomes[i].Stage == golden.StageRun {
				outcomes[i].Stage = golden.StagePassed
			}
		}
		return outcomes, err
	})
}

func (c Checker) builder() golden.Builder {
	return golden.Builder{ModuleRoot: c.ModuleRoot, Folder: buildFolder}
}

func (c Checker) check(programs []Program, modes []golden.Mode, run func([]golden.Case, golden.Mode) ([]golden.Outcome, error)) ([]Finding, error) {
	folder, err := os.MkdirTemp("", "py2go-progen-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	cases, err := recordAll(programs, folder, c.Python)
	if err != nil {
		return nil, err
	}
	byName := make(map[string]Program)
	for _, p := range programs {
		byName[p.Name] = p
	}
	var findings []Finding
	for _, mode := range modes {
		outcomes, err := run(cases, mode)
		if err != nil {
			return nil, err
		}
		for _, o := range outcomes {
			findings = append(findings, judge(byName[o.Case.Name], o))
		}
	}
	return findings, nil
}

// judge makes a finding of an outcome.
func judge(p Program, o golden.Outcome) Finding {
	f := Finding{Program: p, Mode: o.Mode, Detail: o.Detail}
	switch o.Stage {
	case golden.StagePassed:
		f.Verdict = Same
	case golden.StageConvert:
		f.Verdict = Refused
		if strings.Contains(o.Detail, string(diag.InternalError)) || !strings.Contains(o.Detail, ": PG") {
			f.Verdict = Crashed
		}
	case golden.StageBuild:
		f.Verdict = Crashed
	case golden.StageRun:
		f.Labels, f.Detail = differences(string(o.Case.Stdout), string(o.Result.Stdout))
		switch {
		case o.Result.Status != o.Case.Status:
			f.Verdict = Differs
			f.Detail += fmt.Sprintf("exit status %d, want %d\n%s", o.Result.Status, o.Case.Status, tail(o.Result.Stderr))
		case len(f.Labels) > 0:
			f.Verdict = Differs
		case o.Case.Status != 0:
			f.Verdict, f.Detail = Differs, o.Detail
		case o.Result.Stdout == nil:
			f.Verdict, f.Detail = Differs, o.Detail // it did not run to its end
		case strings.Contains(string(o.Result.Stdout), overflowFlag):
			f.Verdict = Overflow
		default:
			f.Verdict = Same
		}
	}
	return f
}

func tail(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	return strings.Join(lines[max(0, len(lines)-12):], "\n")
}

// overflowFlag is what an OverflowError of 64-bit ints names.
const overflowFlag = "--int=big"

// addresses differ from run to run.
var addresses = regexp.MustCompile(` at 0x[0-9a-f]+`)

var labelled = regexp.MustCompile(`^(\d+)[. ]`)

// segments cuts an output into what each snippet printed.
func segments(output string) (order []string, lines map[string][]string) {
	lines = make(map[string][]string)
	label := ""
	for line := range strings.Lines(addresses.ReplaceAllString(output, " at 0x")) {
		if m := labelled.FindStringSubmatch(line); m != nil {
			label = m[1]
		}
		if lines[label] == nil {
			order = append(order, label)
		}
		lines[label] = append(lines[label], strings.TrimSuffix(line, "\n"))
	}
	return order, lines
}

// differences are the labels of the snippets whose output differs, and the
// first lines that do. A snippet that overflowed loudly does not.
func differences(want, got string) (labels []string, detail string) {
	order, wanted := segments(want)
	more, given := segments(got)
	for _, label := range more {
		if wanted[label] == nil {
			order = append(order, label)
		}
	}
	var out strings.Builder
	for _, label := range order {
		w, g := wanted[label], given[label]
		if strings.Contains(strings.Join(g, "\n"), overflowFlag) {
			continue
		}
		for i := range max(len(w), len(g)) {
			wl, gl := at(w, i), at(g, i)
			if wl != gl {
				labels = append(labels, label)
				fmt.Fprintf(&out, "want %s\ngot  %s\n", wl, gl)
				break
			}
		}
	}
	return labels, out.String()
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
