package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
)

// fakePrograms are what the fake translator converts the cases to.
var fakePrograms = map[string]string{
	"good.py":    "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"fine\\n\") }\n",
	"wrong.py":   "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"one\\ntwo\\n\") }\n",
	"status.py":  "package main\n\nimport \"os\"\n\nfunc main() { os.Stderr.WriteString(\"Traceback\\nValueError: no\\n\"); os.Exit(1) }\n",
	"args.py":    "package main\n\nimport (\n\t\"io\"\n\t\"os\"\n\t\"strings\"\n)\n\nfunc main() { io.Copy(os.Stdout, os.Stdin); os.Stdout.WriteString(strings.Join(os.Args, \"|\")) }\n",
	"broken.py":  "package main\n\nfunc main() { undefined() }\n",
	"noparse.py": "package main\n\nfunc main( {\n",
}

func fakeConvert(filename string, src []byte, mode Mode) ([]byte, []diag.Diagnostic) {
	if program, ok := fakePrograms[filename]; ok {
		return []byte(program), nil
	}
	if filename == "crash.py" {
		panic("bug")
	}
	place := diag.Range{Start: diag.Pos{Line: 3, Col: 4}}
	return nil, []diag.Diagnostic{{Code: "PG9999", File: filename, Message: "no such thing", Range: place}}
}

func TestCheckTellsEveryStage(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"good.py": "", "good.out": "fine\n",
		"wrong.py": "", "wrong.out": "one\n2\n",
		"status.py": "", "status.out": "", "status.status": "1\n", "status.err": "ValueError: no\n",
		"args.py": "", "args.out": "input\nargs.py|a b|c", "args.in": "input\n", "args.args": "a b\nc\n",
		"broken.py": "", "broken.out": "",
		"noparse.py": "", "noparse.out": "",
		"crash.py": "", "crash.out": "",
		"unsupported.py": "", "unsupported.out": "",
		"parser/other.py": "",
	} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cases, err := Load(folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	const mode = "fake"
	t.Cleanup(func() { os.RemoveAll(filepath.Join(root, buildFolder, mode)) })
	outcomes, err := Check(cases, mode, fakeConvert, Builder{ModuleRoot: root})
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ name, stage, detail string }{
		{"args", "passed", ""},
		{"broken", "build", "undefined: undefined"},
		{"crash", "convert", "panic: bug"},
		{"good", "passed", ""},
		{"noparse", "build", "case.go:3:"},
		{"status", "passed", ""},
		{"unsupported", "convert", "unsupported.py:3:5: PG9999: no such thing"},
		{"wrong", "run", "stdout line 2\n  want 2\n  got  two"},
	}
	if len(outcomes) != len(want) {
		t.Fatalf("got %d outcomes, want %d", len(outcomes), len(want))
	}
	for i, w := range want {
		got := outcomes[i]
		if got.Case.Name != w.name || string(got.Stage) != w.stage || !strings.Contains(got.Detail, w.detail) {
			t.Errorf("got %s %s %q, want %s %s %q", got.Case.Name, got.Stage, got.Detail, w.name, w.stage, w.detail)
		}
	}
}

func TestCompare(t *testing.T) {
	c := Case{Stdout: []byte("a\nb\n"), Status: 1, Stderr: "KeyError: 'x'"}
	for _, test := range []struct {
		name   string
		result Result
		want   string
	}{
		{"same", Result{[]byte("a\nb\n"), 1, "Traceback ...\nKeyError: 'x'\n"}, ""},
		{"shorter", Result{[]byte("a\n"), 1, "KeyError: 'x'"}, "(end of output)"},
		{"no newline", Result{[]byte("a\nb"), 1, "KeyError: 'x'"}, "b(no newline)"},
		{"status", Result{[]byte("a\nb\n"), 0, ""}, "exit status 0, want 1"},
		{"stderr", Result{[]byte("a\nb\n"), 1, "KeyError: 'y'"}, "last line of stderr"},
	} {
		got := c.compare(test.result)
		if test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestKnown(t *testing.T) {
	file := filepath.Join(t.TempDir(), "known.txt")
	text := "# comment\n\na/x typed wrong order\na/y convert no such thing\ngone dynamic was there\n"
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	known, err := LoadKnown(file)
	if err != nil {
		t.Fatal(err)
	}
	outcomes := []Outcome{
		{Case: Case{Name: "a/x"}, Mode: Typed, Stage: StagePassed},
		{Case: Case{Name: "a/x"}, Mode: Dynamic, Stage: StageBuild, Detail: "undefined: x\nmore"},
		{Case: Case{Name: "a/y"}, Mode: Typed, Stage: StageConvert},
		{Case: Case{Name: "a/y"}, Mode: Dynamic, Stage: StageConvert},
		{Case: Case{Name: "a/z"}, Mode: Typed, Stage: StageConvert, Detail: "no"},
		{Case: Case{Name: "a/z"}, Mode: Dynamic, Stage: StageConvert, Detail: "no"},
	}
	if got := known.Stale(outcomes); len(got) != 2 || got[0].Case != "a/x" || got[1].Case != "gone" {
		t.Errorf("stale: got %v", got)
	}
	if got := known.Unexpected(outcomes); len(got) != 3 {
		t.Errorf("unexpected: got %v", got)
	}
	known.Revise(outcomes)
	if err := known.Save(file); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := "a/x dynamic build: undefined: x more\na/y convert no such thing\na/z convert convert: no\n"
	if !strings.HasSuffix(string(data), ").\n"+want) {
		t.Errorf("saved:\n%s\nwant at the end:\n%s", data, want)
	}
}

func TestMeasure(t *testing.T) {
	source := "package main\n\nfunc main() {\n\tvar x any = func() any { return py.Add(1, 2) }()\n\tpy.Print(x)\n}\n"
	got, err := Measure([]byte(source), []byte("x = 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Quality{Lines: 6, Any: 2, Closures: 1, Py: 2}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
