package golden

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// Timeout is how long the conversion of a case and its run may take, each. It is
// far above what any case needs, so that a loaded machine does not fail one.
const Timeout = 60 * time.Second

// Check converts, builds and runs the cases in one mode and returns an outcome
// for each, in order. The error tells of a failure of the harness itself.
func Check(cases []Case, mode Mode, convert Converter, builder Builder) ([]Outcome, error) {
	outcomes := convertAll(cases, mode, convert)
	folder, err := os.MkdirTemp("", "py2go-golden-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	binary, err := builder.build(outcomes, mode, folder)
	if err != nil {
		return outcomes, err
	}
	var group sync.WaitGroup
	// Cases sleep more than they compute: run more of them than there are CPUs.
	slots := make(chan struct{}, 3*runtime.GOMAXPROCS(0))
	for i := range outcomes {
		if outcomes[i].Stage != StageRun {
			continue
		}
		group.Add(1)
		go func() {
			defer group.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			runOne(&outcomes[i], binary)
		}()
	}
	group.Wait()
	// A program that failed beside others runs again by itself: the order of
	// two short sleeps must not be decided by how loaded the machine was.
	for i := range outcomes {
		for try := 0; try < 2 && outcomes[i].Stage == StageRun; try++ {
			runOne(&outcomes[i], binary)
		}
	}
	return outcomes, nil
}

// Result is how a program ended.
type Result struct {
	Stdout []byte
	Status int
	Stderr string // all of it
}

// lastLine is the last line of stderr that is not empty.
func (r Result) lastLine() string {
	lines := strings.Split(strings.TrimRight(r.Stderr, "\n"), "\n")
	return lines[len(lines)-1]
}

func runOne(outcome *Outcome, binary string) {
	c := outcome.Case
	result, err := execute(c, binary, append([]string{filepath.Base(c.Path)}, c.Args...), caseEnv+"="+c.Name)
	if err != nil {
		outcome.Detail = err.Error()
		return
	}
	result.Stdout = suffixes.ReplaceAll(result.Stdout, nil)
	result.Stderr = suffixes.ReplaceAllString(result.Stderr, "")
	outcome.Result = result
	if detail := c.compare(result); detail != "" {
		outcome.Detail = detail
		return
	}
	outcome.Stage, outcome.Detail = StagePassed, ""
}

// execute runs a program in the folder of the case with its input. argv[0] is
// what the program sees as its own name.
func execute(c Case, program string, argv []string, env ...string) (Result, error) {
	ctx, cancel := context.WithTimeout(context.Background(), Timeout)
	defer cancel()
	command := exec.CommandContext(ctx, program)
	command.Args = argv
	command.Dir = filepath.Dir(c.Path)
	command.Env = append(os.Environ(), "PYTHONHASHSEED=0", "PY2GO_LEAKCHECK=1", "PYTHONDONTWRITEBYTECODE=1", "TZ=UTC", "LC_ALL=C.UTF-8")
	command.Env = append(command.Env, env...)
	command.Stdin = bytes.NewReader(c.Stdin)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	command.WaitDelay = time.Second
	err := command.Run()
	if ctx.Err() != nil {
		return Result{}, fmt.Errorf("still running after %v\nstdout: %s\nstderr: %s", Timeout, clip(stdout.String()), clip(stderr.String()))
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return Result{}, err
	}
	return Result{Stdout: stdout.Bytes(), Status: command.ProcessState.ExitCode(), Stderr: stderr.String()}, nil
}

// compare tells the first difference between what the case expects and a
// result; empty when they agree.
func (c Case) compare(got Result) string {
	if difference := firstDifference(string(c.Stdout), string(got.Stdout)); difference != "" {
		if got.Status != c.Status {
			difference += fmt.Sprintf("\nexit status %d, want %d; stderr: %s", got.Status, c.Status, clip(got.Stderr))
		}
		return difference
	}
	if got.Status != c.Status {
		return fmt.Sprintf("exit status %d, want %d; stderr: %s", got.Status, c.Status, clip(got.Stderr))
	}
	if c.Status != 0 && got.lastLine() != c.Stderr {
		return fmt.Sprintf("last line of stderr\n  want %s\n  got  %s", c.Stderr, clip(got.Stderr))
	}
	return ""
}

// firstDifference shows the first line in which two outputs differ.
func firstDifference(want, got string) string {
	if want == got {
		return ""
	}
	wantLines, gotLines := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	for i := range max(len(wantLines), len(gotLines)) {
		w, g := "", ""
		if i < len(wantLines) {
			w = wantLines[i]
		}
		if i < len(gotLines) {
			g = gotLines[i]
		}
		if w != g {
			return fmt.Sprintf("stdout line %d\n  want %s\n  got  %s", i+1, line(w), line(g))
		}
	}
	panic("golden: outputs differ in no line")
}

func line(s string) string {
	if s == "" {
		return "(end of output)"
	}
	if text, ok := strings.CutSuffix(s, "\n"); ok {
		return text
	}
	return s + "(no newline)"
}

// clip keeps the end of a long text, where the reason stands.
func clip(s string) string {
	const limit = 2000
	s = strings.TrimRight(s, "\n")
	if len(s) > limit {
		return "..." + s[len(s)-limit:]
	}
	return s
}
