package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/py2go-async/py2go-async/diag"
)

// Mode says how user code is typed in the conversion.
type Mode string

// The two modes that every case must pass in.
const (
	Typed   Mode = "typed"   // types inferred, as users get it
	Dynamic Mode = "dynamic" // --types=dynamic: everything by the fallback
)

// Modes lists the modes in the order they are tested.
var Modes = []Mode{Typed, Dynamic}

// Converter translates one Python program to a Go program of package main.
// Go is nil when a diagnostic is an error.
type Converter func(filename string, src []byte, mode Mode) (goSource []byte, diagnostics []diag.Diagnostic)

// Stage is a step of a case on its way to success.
type Stage string

// The stages in which a case can fail, in order.
const (
	StageConvert Stage = "convert" // the translator reported an error
	StageBuild   Stage = "build"   // the Go does not compile
	StageRun     Stage = "run"     // it prints or ends otherwise than CPython's
	StagePassed  Stage = "passed"
)

// Outcome is what became of a case in one mode.
type Outcome struct {
	Case   Case
	Mode   Mode
	Stage  Stage  // where it stopped
	Detail string // what was wrong there
	Go     []byte // the converted program, when there is one
	Result Result // what it did, when it ran
}

// Passed reports whether the case behaved as under CPython.
func (o Outcome) Passed() bool { return o.Stage == StagePassed }

// convertAll converts the cases, in parallel. A translator that hangs is left
// behind: its case fails, the others go on.
func convertAll(cases []Case, mode Mode, convert Converter) []Outcome {
	outcomes := make([]Outcome, len(cases))
	var group sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, c := range cases {
		group.Add(1)
		go func() {
			defer group.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			done := make(chan Outcome, 1)
			go func() { done <- convertOne(c, mode, convert) }()
			select {
			case outcomes[i] = <-done:
			case <-time.After(Timeout):
				outcomes[i] = Outcome{Case: c, Mode: mode, Stage: StageConvert,
					Detail: fmt.Sprintf("the translator is still at it after %v", Timeout)}
			}
		}()
	}
	group.Wait()
	return outcomes
}

func convertOne(c Case, mode Mode, convert Converter) (outcome Outcome) {
	outcome = Outcome{Case: c, Mode: mode, Stage: StageConvert}
	defer func() {
		if bug := recover(); bug != nil {
			outcome.Detail = fmt.Sprintf("panic: %v", bug)
		}
	}()
	src, err := os.ReadFile(c.Path)
	if err != nil {
		outcome.Detail = err.Error()
		return outcome
	}
	goSource, diagnostics := convert(filepath.Base(c.Path), src, mode)
	var errors []string
	for _, d := range diagnostics {
		if d.Severity == diag.Error {
			errors = append(errors, fmt.Sprintf("%s:%d:%d: %s: %s", d.File, d.Range.Start.Line, d.Range.Start.Col+1, d.Code, d.Message))
		}
	}
	switch {
	case len(errors) > 0:
		outcome.Detail = strings.Join(errors, "\n")
	case len(goSource) == 0:
		outcome.Detail = "no Go and no error"
	default:
		outcome.Go = goSource
		outcome.Stage = StageBuild
	}
	return outcome
}
