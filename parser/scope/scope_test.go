package scope_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/parser/scope"
)

func parse(t *testing.T, src string) *ast.Module {
	t.Helper()
	m, diags := parser.Parse("x.py", []byte(src), parser.Options{})
	if len(diags) > 0 {
		t.Fatalf("%v: %s", diags[0].Range, diags[0].Message)
	}
	return m
}

// TestAgainstSymtable compares the scopes of sample programs with what
// CPython's symtable module says (testdata/parser/record_scopes.py).
func TestAgainstSymtable(t *testing.T) {
	files, err := filepath.Glob("../../testdata/parser/scope/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(name, ".py") + ".scopes")
			if err != nil {
				t.Fatal(err)
			}
			got := describe(parse(t, string(src)))
			for i, line := range strings.Split(strings.TrimSpace(string(want)), "\n") {
				if i >= len(got) || got[i] != line {
					t.Errorf("line %d:\n got %s\nwant %s", i+1, got[min(i, len(got)-1)], line)
				}
			}
		})
	}
}

// describe lists the scopes of a module in the form of record_scopes.py.
func describe(m *ast.Module) []string {
	info, occurrences := scope.Occurrences(m)
	names := map[*scope.Scope]map[string]string{}
	for _, o := range occurrences {
		s := inlined(o.Scope)
		if names[s] == nil {
			names[s] = map[string]string{}
		}
		names[s][o.Symbol.Name] = word(s, o.Symbol)
	}
	addPassing(info.Module, names)
	var lines []string
	var visit func(s *scope.Scope, path string)
	visit = func(s *scope.Scope, path string) {
		if s == inlined(s) {
			lines = append(lines, strings.TrimSpace(path+": "+strings.Join(sorted(names[s]), " ")))
		}
		for _, c := range s.Children {
			if c == inlined(c) {
				visit(c, path+"/"+title(c))
			} else {
				visit(c, path)
			}
		}
	}
	visit(info.Module, "top")
	return lines
}

// addPassing adds the names that only scopes inside a scope use: those that it
// holds, and those that it passes on from outside.
func addPassing(s *scope.Scope, names map[*scope.Scope]map[string]string) {
	for _, sym := range append(s.Symbols[:len(s.Symbols):len(s.Symbols)], s.Free...) {
		if sym.Implicit && sym.Scope == s {
			continue
		}
		to := inlined(s)
		if names[to] == nil {
			names[to] = map[string]string{}
		}
		if names[to][sym.Name] == "" {
			names[to][sym.Name] = word(to, sym)
		}
	}
	for _, c := range s.Children {
		addPassing(c, names)
	}
}

// inlined returns the scope that CPython's symtable shows for s.
func inlined(s *scope.Scope) *scope.Scope {
	for s.Kind == scope.Comprehension {
		if _, ok := s.Node.(*ast.GeneratorExp); ok {
			break
		}
		s = s.Parent
	}
	return s
}

func word(s *scope.Scope, sym *scope.Symbol) string {
	home := inlined(sym.Scope)
	switch {
	case home.Kind == scope.Module || home.Kind == scope.Builtins:
		return "global"
	case home != s && home.Kind == scope.Class && !sym.Implicit:
		return "global" // CPython looks the class up by another way
	case home != s:
		return "free"
	case sym.IsParam:
		return sym.Kind.String() + "+param"
	}
	return sym.Kind.String()
}

func sorted(m map[string]string) []string {
	var list []string
	for name, word := range m {
		list = append(list, name+":"+word)
	}
	sort.Slice(list, func(i, j int) bool {
		a, _, _ := strings.Cut(list[i], ":")
		b, _, _ := strings.Cut(list[j], ":")
		return a < b
	})
	return list
}

// title is the name that CPython gives a scope.
func title(s *scope.Scope) string {
	switch n := s.Node.(type) {
	case *ast.FunctionDef:
		return n.Name
	case *ast.AsyncFunctionDef:
		return n.Name
	case *ast.ClassDef:
		return n.Name
	case *ast.Lambda:
		return "lambda"
	case *ast.GeneratorExp:
		return "genexpr"
	case *ast.TypeAlias:
		return n.Name.Id
	case *ast.TypeVar:
		return n.Name
	}
	panic(fmt.Sprintf("unexpected %T", s.Node))
}

const sample = `
import a.b, c.d as e
def f(x, *args):
    def inner():
        nonlocal y
        y = len(x)
    y = __z
    return inner
class C:
    x = x
    def __init__(self):
        self.__private = 1
try: pass
except E as err: pass
match e:
    case [first, *rest]: pass
    case {'k': v, **others}: pass
`

// TestSideTables looks names up the way the translator does.
func TestSideTables(t *testing.T) {
	m := parse(t, sample)
	info := scope.Analyze(m)

	imports := m.Body[0].(*ast.Import)
	a := info.Binding(imports.Names[0], "a")
	if a == nil || a.Kind != scope.Global || a.Scope != info.Module {
		t.Errorf("a is %v, want a global", a)
	}
	if e := info.Binding(imports.Names[1], "e"); e == nil || len(e.Uses) != 1 {
		t.Errorf("e is %v, want a symbol with one use", e)
	}

	f := m.Body[1].(*ast.FunctionDef)
	fs := info.ScopeOf[f]
	if fs.Kind != scope.Function || fs.Parent != info.Module {
		t.Fatalf("scope of f is a %v", fs.Kind)
	}
	var names []string
	for _, s := range fs.Symbols {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "x args inner y" {
		t.Errorf("symbols of f: %s", got)
	}
	x := info.Binding(f.Args.Args[0], "x")
	if !x.IsParam || !x.Captured || x.Kind != scope.Cell {
		t.Errorf("x is %v (param %v, captured %v)", x, x.IsParam, x.Captured)
	}
	inner := f.Body[0].(*ast.FunctionDef)
	y := fs.Lookup("y")
	if got := info.Binding(inner.Body[0], "y"); got != y {
		t.Errorf("nonlocal y is %v, want that of f", got)
	}
	if len(y.Bindings) != 2 {
		t.Errorf("y has %d bindings, want 2", len(y.Bindings))
	}
	call := inner.Body[1].(*ast.Assign).Value.(*ast.Call)
	if s := info.SymbolOf(call.Func.(*ast.Name)); s.Kind != scope.Builtin || s.Scope != info.Builtins {
		t.Errorf("len is %v", s)
	}
	if free := info.ScopeOf[inner].Free; len(free) != 2 {
		t.Errorf("free in inner: %v, want y and x", free)
	}

	c := m.Body[2].(*ast.ClassDef)
	own := info.ScopeOf[c].Lookup("x")
	if own == nil || own.Outer == nil || own.Outer.Kind != scope.Builtin {
		t.Errorf("x of C is %v, its outer meaning %v", own, own.Outer)
	}
	init := c.Body[1].(*ast.FunctionDef)
	attr := init.Body[0].(*ast.Assign).Targets[0].(*ast.Attribute)
	if got := info.Mangled[attr]; got != "_C__private" {
		t.Errorf("self.__private is %q", got)
	}

	handler := m.Body[3].(*ast.Try).Handlers[0]
	if info.Binding(handler, "err") == nil {
		t.Error("err is not bound")
	}
	cases := m.Body[4].(*ast.Match).Cases
	sequence := cases[0].Pattern.(*ast.MatchSequence)
	mapping := cases[1].Pattern.(*ast.MatchMapping)
	for name, n := range map[string]ast.Node{
		"first": sequence.Patterns[0], "rest": sequence.Patterns[1], "v": mapping.Patterns[0], "others": mapping,
	} {
		if s := info.Binding(n, name); s == nil || s.Name != name {
			t.Errorf("%s is %v", name, s)
		}
	}
}

func TestMangle(t *testing.T) {
	tests := []struct{ class, name, want string }{
		{"C", "__x", "_C__x"},
		{"_C", "__x", "_C__x"},
		{"__C", "__x", "_C__x"},
		{"C", "_x", "_x"},
		{"C", "x", "x"},
		{"C", "__x__", "__x__"},
		{"C", "__x_", "_C__x_"},
		{"___", "__x", "__x"},
		{"", "__x", "__x"},
		{"C", "__x.y", "__x.y"},
	}
	for _, test := range tests {
		if got := scope.Mangle(test.class, test.name); got != test.want {
			t.Errorf("Mangle(%q, %q) = %q, want %q", test.class, test.name, got, test.want)
		}
	}
}
