package parser_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	gast "github.com/go-python/gpython/ast"
	gparser "github.com/go-python/gpython/parser"
	"github.com/go-python/gpython/py"

	"github.com/py2go-async/py2go-async/parser"
	"github.com/py2go-async/py2go-async/parser/ast"
)

// TestAgainstGpython compares our trees of programs in the grammar of Python
// 3.4 with those of gpython, an independent reader. Ours are first mapped to
// the tree that Python had then.
func TestAgainstGpython(t *testing.T) {
	files, err := filepath.Glob("../testdata/parser/py34/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			want, err := gpythonDump(string(src))
			if err != nil {
				t.Fatal("gpython: ", err)
			}
			m, diags := parser.Parse(name, src, asParse)
			if len(diags) > 0 {
				t.Fatal(diags[0].Message)
			}
			compareLines(t, breakDump(dump34(m)), breakDump(want))
		})
	}
}

// TestLibraryAgainstGpython does the same for the files of CPython's library
// that gpython can read. It runs where PY2GO_LIBRARY names the folder.
func TestLibraryAgainstGpython(t *testing.T) {
	root := os.Getenv("PY2GO_LIBRARY")
	if root == "" {
		t.Skip("PY2GO_LIBRARY is not set")
	}
	compared, differ := 0, 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".py") {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		m, diags := parser.Parse(name, src, asParse)
		if len(diags) > 0 || len(src) > 100_000 || bytes.Contains(src, []byte("\r")) || !utf8.Valid(src) {
			return nil
		}
		want, err := gpythonDump(string(src))
		if err != nil {
			return nil
		}
		compared++
		if got := dump34(m); got != want {
			differ++
			if gpythonGap.Match(src) {
				return nil
			}
			g, w := strings.Split(breakDump(got), "\n"), strings.Split(breakDump(want), "\n")
			for i := range min(len(g), len(w)) {
				if g[i] != w[i] {
					t.Errorf("%s:\n got %s\nwant %s", name, g[i], w[i])
					break
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files compared, %d differ in what gpython does not know", compared, differ)
	if compared < 100 {
		t.Error("too few files")
	}
}

// gpythonGap matches what gpython does not know: names of characters, lone
// surrogates and the normalization of identifiers.
var gpythonGap = regexp.MustCompile(`\\N\{|\\u[dD][89a-fA-F]|\\U0000[dD]|µ`)

// gpythonDump returns gpython's dump of a program.
func gpythonDump(src string) (dump string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	tree, err := gparser.ParseString(src, py.ExecMode)
	if err != nil {
		return "", err
	}
	return gast.Dump(tree), nil
}

// breakDump puts each node on a line of its own.
func breakDump(s string) string { return strings.ReplaceAll(s, "(", "(\n") }

// dump34 writes a tree in gpython's form.
func dump34(m *ast.Module) string {
	return call("Module", "body", stmts34(m.Body))
}

// call writes a node; fields are pairs of name and value.
func call(name string, fields ...string) string {
	var parts []string
	for i := 0; i < len(fields); i += 2 {
		parts = append(parts, fields[i]+"="+fields[i+1])
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

func list34[T any](list []T, f func(T) string) string {
	var parts []string
	for _, v := range list {
		parts = append(parts, f(v))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func id34(s string) string {
	if s == "" {
		return "None"
	}
	return "'" + s + "'"
}

func enum34(v fmt.Stringer) string { return v.String() + "()" }

func stmts34(list []ast.Stmt) string { return list34(list, stmt34) }

func exprs34(list []ast.Expr) string { return list34(list, expr34) }

func stmt34(s ast.Stmt) string {
	switch s := s.(type) {
	case *ast.FunctionDef:
		return call("FunctionDef", "name", id34(s.Name), "args", arguments34(s.Args), "body", stmts34(s.Body),
			"decorator_list", list34(s.DecoratorList, decorator34), "returns", expr34(s.Returns))
	case *ast.ClassDef:
		bases, starargs, keywords, kwargs := arguments34Call(s.Bases, s.Keywords)
		return call("ClassDef", "name", id34(s.Name), "bases", bases, "keywords", keywords,
			"starargs", starargs, "kwargs", kwargs, "body", stmts34(s.Body), "decorator_list", list34(s.DecoratorList, decorator34))
	case *ast.Return:
		return call("Return", "value", expr34(s.Value))
	case *ast.Delete:
		return call("Delete", "targets", exprs34(s.Targets))
	case *ast.Assign:
		return call("Assign", "targets", exprs34(s.Targets), "value", expr34(s.Value))
	case *ast.AugAssign:
		return call("AugAssign", "target", expr34(s.Target), "op", enum34(s.Op), "value", expr34(s.Value))
	case *ast.For:
		return call("For", "target", expr34(s.Target), "iter", expr34(s.Iter), "body", stmts34(s.Body), "orelse", stmts34(s.Orelse))
	case *ast.While:
		return call("While", "test", expr34(s.Test), "body", stmts34(s.Body), "orelse", stmts34(s.Orelse))
	case *ast.If:
		return call("If", "test", expr34(s.Test), "body", stmts34(s.Body), "orelse", stmts34(s.Orelse))
	case *ast.With:
		return call("With", "items", list34(s.Items, func(w *ast.WithItem) string {
			return call("withitem", "context_expr", expr34(w.ContextExpr), "optional_vars", expr34(w.OptionalVars))
		}), "body", stmts34(s.Body))
	case *ast.Raise:
		return call("Raise", "exc", expr34(s.Exc), "cause", expr34(s.Cause))
	case *ast.Try:
		return call("Try", "body", stmts34(s.Body), "handlers", list34(s.Handlers, func(h *ast.ExceptHandler) string {
			return call("ExceptHandler", "type", expr34(h.Type), "name", id34(h.Name), "body", stmts34(h.Body))
		}), "orelse", stmts34(s.Orelse), "finalbody", stmts34(s.Finalbody))
	case *ast.Assert:
		return call("Assert", "test", expr34(s.Test), "msg", expr34(s.Msg))
	case *ast.Import:
		return call("Import", "names", list34(s.Names, alias34))
	case *ast.ImportFrom:
		return call("ImportFrom", "module", id34(s.Module), "names", list34(s.Names, alias34), "level", fmt.Sprint(s.Level))
	case *ast.Global:
		return call("Global", "names", list34(s.Names, id34))
	case *ast.Nonlocal:
		return call("Nonlocal", "names", list34(s.Names, id34))
	case *ast.ExprStmt:
		return call("Expr", "value", expr34(s.Value))
	case *ast.Pass:
		return "Pass()"
	case *ast.Break:
		return "Break()"
	case *ast.Continue:
		return "Continue()"
	}
	return fmt.Sprintf("<%T>", s) // not of 3.4: gpython does not read it
}

// decorator34 writes a decorator: gpython takes a dotted name there for a plain
// one.
func decorator34(e ast.Expr) string {
	if c, ok := e.(*ast.Call); ok {
		args, starargs, keywords, kwargs := arguments34Call(c.Args, c.Keywords)
		return call("Call", "func", decorator34(c.Func), "args", args, "keywords", keywords, "starargs", starargs, "kwargs", kwargs)
	}
	if name := dotted(e); name != "" {
		return call("Name", "id", id34(name), "ctx", "Load()")
	}
	return expr34(e)
}

// dotted returns the text of a name with attributes, "" for anything else.
func dotted(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id
	case *ast.Attribute:
		if name := dotted(e.Value); name != "" {
			return name + "." + e.Attr
		}
	}
	return ""
}

func alias34(a *ast.Alias) string {
	return call("alias", "name", id34(a.Name), "asname", id34(a.Asname))
}

func arguments34(a *ast.Arguments) string {
	optional := func(p *ast.Arg) string {
		if p == nil {
			return "None"
		}
		return arg34(p)
	}
	var defaults []ast.Expr // gpython leaves the missing ones out
	for _, e := range a.KwDefaults {
		if e != nil {
			defaults = append(defaults, e)
		}
	}
	return call("arguments", "args", list34(a.Args, arg34), "vararg", optional(a.Vararg),
		"kwonlyargs", list34(a.Kwonlyargs, arg34), "kw_defaults", exprs34(defaults),
		"kwarg", optional(a.Kwarg), "defaults", exprs34(a.Defaults))
}

func arg34(p *ast.Arg) string {
	return call("arg", "arg", id34(p.Arg), "annotation", expr34(p.Annotation))
}

// arguments34Call separates *args and **kwargs from the other arguments.
func arguments34Call(args []ast.Expr, keywords []*ast.Keyword) (plain, starargs, named, kwargs string) {
	var others []ast.Expr
	var withName []*ast.Keyword
	starargs, kwargs = "None", "None"
	for _, e := range args {
		if s, ok := e.(*ast.Starred); ok {
			starargs = expr34(s.Value)
		} else {
			others = append(others, e)
		}
	}
	for _, k := range keywords {
		if k.Arg == "" {
			kwargs = expr34(k.Value)
		} else {
			withName = append(withName, k)
		}
	}
	named = list34(withName, func(k *ast.Keyword) string {
		return call("keyword", "arg", id34(k.Arg), "value", expr34(k.Value))
	})
	return exprs34(others), starargs, named, kwargs
}

func expr34(e ast.Expr) string {
	switch e := e.(type) {
	case nil:
		return "None"
	case *ast.BoolOp:
		return call("BoolOp", "op", enum34(e.Op), "values", exprs34(e.Values))
	case *ast.BinOp:
		return call("BinOp", "left", expr34(e.Left), "op", enum34(e.Op), "right", expr34(e.Right))
	case *ast.UnaryOp:
		return call("UnaryOp", "op", enum34(e.Op), "operand", expr34(e.Operand))
	case *ast.Lambda:
		return call("Lambda", "args", arguments34(e.Args), "body", expr34(e.Body))
	case *ast.IfExp:
		return call("IfExp", "test", expr34(e.Test), "body", expr34(e.Body), "orelse", expr34(e.Orelse))
	case *ast.Dict:
		return call("Dict", "keys", exprs34(e.Keys), "values", exprs34(e.Values))
	case *ast.Set:
		return call("Set", "elts", exprs34(e.Elts))
	case *ast.ListComp:
		return call("ListComp", "elt", expr34(e.Elt), "generators", list34(e.Generators, comprehension34))
	case *ast.SetComp:
		return call("SetComp", "elt", expr34(e.Elt), "generators", list34(e.Generators, comprehension34))
	case *ast.DictComp:
		return call("DictComp", "key", expr34(e.Key), "value", expr34(e.Value), "generators", list34(e.Generators, comprehension34))
	case *ast.GeneratorExp:
		return call("GeneratorExp", "elt", expr34(e.Elt), "generators", list34(e.Generators, comprehension34))
	case *ast.Yield:
		return call("Yield", "value", expr34(e.Value))
	case *ast.YieldFrom:
		return call("YieldFrom", "value", expr34(e.Value))
	case *ast.Compare:
		return call("Compare", "left", expr34(e.Left),
			"ops", list34(e.Ops, func(op ast.CmpOperator) string { return enum34(op) }), "comparators", exprs34(e.Comparators))
	case *ast.Call:
		args, starargs, keywords, kwargs := arguments34Call(e.Args, e.Keywords)
		return call("Call", "func", expr34(e.Func), "args", args, "keywords", keywords, "starargs", starargs, "kwargs", kwargs)
	case *ast.Constant:
		return constant34(e.Value)
	case *ast.Attribute:
		return call("Attribute", "value", expr34(e.Value), "attr", id34(e.Attr), "ctx", enum34(e.Ctx))
	case *ast.Subscript:
		return call("Subscript", "value", expr34(e.Value), "slice", slice34(e.Slice), "ctx", enum34(e.Ctx))
	case *ast.Starred:
		return call("Starred", "value", expr34(e.Value), "ctx", enum34(e.Ctx))
	case *ast.Name:
		return call("Name", "id", id34(e.Id), "ctx", enum34(e.Ctx))
	case *ast.List:
		return call("List", "elts", exprs34(e.Elts), "ctx", enum34(e.Ctx))
	case *ast.Tuple:
		return call("Tuple", "elts", exprs34(e.Elts), "ctx", enum34(e.Ctx))
	}
	return fmt.Sprintf("<%T>", e) // not of 3.4: gpython does not read it
}

func constant34(v ast.Value) string {
	switch v := v.(type) {
	case ast.Str:
		return call("Str", "s", "'"+string(v)+"'")
	case ast.Bytes:
		return call("Bytes", "s", "b'"+string(v)+"'")
	case ast.Ellipsis:
		return "Ellipsis()"
	case ast.None, ast.Bool:
		var b bytes.Buffer
		ast.Repr(&b, v)
		return call("NameConstant", "value", b.String())
	case ast.Float:
		return call("Num", "n", gpythonString(py.Float(v)))
	case ast.Complex:
		return call("Num", "n", gpythonString(py.Complex(v)))
	}
	var b bytes.Buffer
	ast.Repr(&b, v)
	return call("Num", "n", b.String())
}

// gpythonString lets gpython write a number: how it does is not our subject.
func gpythonString(v py.I__str__) string {
	s, err := v.M__str__()
	if err != nil {
		return err.Error()
	}
	return string(s.(py.String))
}

// slice34 maps an index to the classes Index, Slice and ExtSlice of 3.4.
func slice34(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Slice:
		return call("Slice", "lower", expr34(e.Lower), "upper", expr34(e.Upper), "step", expr34(e.Step))
	case *ast.Tuple:
		for _, elt := range e.Elts {
			if _, ok := elt.(*ast.Slice); ok {
				return call("ExtSlice", "dims", list34(e.Elts, slice34))
			}
		}
	}
	return call("Index", "value", expr34(e))
}

func comprehension34(c *ast.Comprehension) string {
	return call("comprehension", "target", expr34(c.Target), "iter", expr34(c.Iter), "ifs", exprs34(c.Ifs))
}
