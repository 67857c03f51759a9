package parser_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
)

// mutant is one line of mutants.py's output.
type mutant struct {
	Src       string
	OK        bool
	Line, Col int
	Msg       string
}

// TestMutants compares our verdict on damaged programs with that of CPython
// 3.13. It runs where PY2GO_MUTANTS names a Python interpreter, or a file with
// the output of testdata/parser/mutants.py.
func TestMutants(t *testing.T) {
	source := os.Getenv("PY2GO_MUTANTS")
	if source == "" {
		t.Skip("PY2GO_MUTANTS is not set")
	}
	in, done := mutantsFrom(t, source)
	defer done()
	var total, agree, rejected, sameLine, sameMsg int
	lines := bufio.NewReaderSize(in, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		var m mutant
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatal(err)
		}
		total++
		_, diags := parser.Parse("x.py", []byte(m.Src), parser.Options{Minor: 13})
		if m.OK != (len(diags) == 0) {
			got := ""
			if len(diags) > 0 {
				got = diags[0].Message
			}
			t.Logf("VERDICT ours %q, CPython %d:%d %q:\n%s", got, m.Line, m.Col, m.Msg, m.Src)
			continue
		}
		agree++
		if m.OK {
			continue
		}
		rejected++
		d := diags[0]
		if d.Range.Start.Line == m.Line {
			sameLine++
		} else if testing.Verbose() {
			t.Logf("LINE ours %d:%d %q, CPython %d:%d %q:\n%s", d.Range.Start.Line, d.Range.Start.Col+1, d.Message, m.Line, m.Col, m.Msg, m.Src)
		}
		if d.Message == m.Msg {
			sameMsg++
		} else if testing.Verbose() {
			t.Logf("MSG ours %d:%d %q, CPython %d:%d %q: %s", d.Range.Start.Line, d.Range.Start.Col+1, d.Message, m.Line, m.Col, m.Msg, sourceLine(m.Src, m.Line))
		}
	}
	t.Logf("%d mutants, verdict agrees on %d (%.2f%%); of %d rejected by both the line agrees on %d (%.2f%%), the message on %d (%.2f%%)",
		total, agree, percent(agree, total), rejected, sameLine, percent(sameLine, rejected), sameMsg, percent(sameMsg, rejected))
	if percent(agree, total) < 99.9 || percent(sameLine, rejected) < 90 {
		t.Error("too little agreement")
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// sourceLine returns line n of src, counted from 1.
func sourceLine(src string, n int) string {
	lines := strings.Split(src, "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}

// mutantsFrom returns mutants from a file, or made by a Python interpreter.
func mutantsFrom(t *testing.T, source string) (io.Reader, func()) {
	t.Helper()
	if strings.HasSuffix(source, ".jsonl") {
		f, err := os.Open(source)
		if err != nil {
			t.Fatal(err)
		}
		return f, func() { f.Close() }
	}
	cmd := exec.Command(source, "../testdata/parser/mutants.py", "20000", "1")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return out, func() {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
}
