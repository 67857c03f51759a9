package infer

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// dumpLine is a line of Dump about a place: line, name and what is known.
var dumpLine = regexp.MustCompile(`^(\d+):\d+-\d+ (\S+): (.*)$`)

// TestTypes checks the comments `#: name type; ...` of the programs in
// testdata against what inference finds on that line:
//
//	name T      an expression of that name has type T (narrowing applied)
//	var name T  the Go variable has type T
//	-> T        the function defined there returns T
//	yields T    it is a generator of T
//	call kind   some call there is of that kind (func, method, new, stub, role, dynamic)
func TestTypes(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".py"), func(t *testing.T) { checkTypes(t, f) })
	}
}

func checkTypes(t *testing.T, file string) {
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	info := analyzeSource(t, file, string(src), Options{AllStructs: true})
	var out strings.Builder
	Dump(&out, info)
	places := map[int][]string{} // line -> "name text"
	for _, line := range strings.Split(out.String(), "\n") {
		if m := dumpLine.FindStringSubmatch(line); m != nil {
			n, _ := strconv.Atoi(m[1])
			for _, part := range strings.Split(m[3], "; ") {
				places[n] = append(places[n], m[2]+" "+part)
			}
		}
	}
	for _, fn := range info.FuncList {
		n := fn.Node.Span().Start.Line
		places[n] = append(places[n], "-> "+fn.Result.String())
		if fn.Generator {
			places[n] = append(places[n], "yields "+fn.Yield.String())
		}
		for _, p := range fn.Params {
			places[n] = append(places[n], p.Name+" "+p.Type.String())
		}
	}
	for i, line := range strings.Split(string(src), "\n") {
		_, want, ok := strings.Cut(line, "#: ")
		if !ok {
			continue
		}
		for _, w := range strings.Split(want, "; ") {
			if rest, isVar := strings.CutPrefix(w, "var "); isVar {
				name, typ, _ := strings.Cut(rest, " ")
				w = name + " var " + typ
			}
			if !holds(places[i+1], w) {
				t.Errorf("%s:%d: want %q, have:\n\t%s", file, i+1, w, strings.Join(places[i+1], "\n\t"))
			}
		}
	}
}

func holds(have []string, want string) bool {
	isCall := strings.HasPrefix(want, "call ")
	for _, h := range have {
		if h == want || isCall && strings.HasPrefix(h, want) {
			return true
		}
	}
	return false
}

func analyzeSource(t *testing.T, name, src string, opts Options) *Info {
	t.Helper()
	mod, ds := parser.Parse(name, []byte(src), parser.Options{})
	if len(ds) > 0 {
		t.Fatalf("%s: %v", name, ds)
	}
	opts.Filename = name
	if opts.Stubs == nil {
		opts.Stubs = stubs.NewLibrary()
	}
	if opts.Diags == nil {
		opts.Diags = &diag.List{}
	}
	return Analyze(mod, opts)
}
