package infer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/types"
)

// TestDiagnostics holds the problems that a program's names and annotations
// have: "line:column code text".
func TestDiagnostics(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"undefined", "print(totl)\ntotal = 1\n", `1:7 PG3001 name "totl" is not defined (did you mean total?)`},
		{"undefined in function", "def f():\n    return nope\nf()\n", `2:12 PG3001 name "nope" is not defined`},
		{"builtin", "print(len([1]))\n", ""},
		{"forgotten module", "asyncio.run(asyncio.sleep(0))\n", `1:1 PG3002 name "asyncio" is not imported; taken from module "asyncio" (CPython raises NameError) (add: import asyncio)`},
		{"forgotten decorator", "@dataclass\nclass A:\n    x: int\nprint(A(1))\n", `1:2 PG3002 name "dataclass" is not imported; taken from module "dataclasses" (CPython raises NameError) (add: from dataclasses import dataclass)`},
		{"unknown module", "import nosuch\nnosuch.f()\n", `1:8 PG4001 module "nosuch" is not known (write a stub nosuch.pyi that names its Go package and pass its folder with --stubs DIR)`},
		{"unknown from", "from nosuch import a, b\na(b)\n", `1:1 PG4001 module "nosuch" is not known (write a stub nosuch.pyi that names its Go package and pass its folder with --stubs DIR)`},
		{"optional module", "try:\n    import nosuch\nexcept ImportError:\n    nosuch = None\nprint(nosuch)\n", `2:12 PG4004 module "nosuch" is not known: the import is taken as failing (bind it with a stub (--stubs DIR) to use it)`},
		{"optional module of the standard library", "try:\n    import cmd\nexcept ImportError:\n    cmd = None\nprint(cmd)\n", `2:12 PG4001 module "cmd" is not known (write a stub cmd.pyi that names its Go package and pass its folder with --stubs DIR)`},
		{"optional name", "try:\n    from asyncio import nosuch\nexcept ImportError:\n    nosuch = None\nprint(nosuch)\n", `2:25 PG4004 module "asyncio" has no "nosuch" that is known here: the import is taken as failing (extend its stub, or bind your own with --stubs DIR)`},
		{"library class that differs", "from concurrent.futures import ProcessPoolExecutor\npool = ProcessPoolExecutor(2)\npool.shutdown()\n", `2:8 PG4005 ProcessPoolExecutor differs from CPython's: its workers are threads, which share globals and arguments with the program and take turns`},
		{"known optional module", "try:\n    import asyncio\nexcept ImportError:\n    asyncio = None\nprint(asyncio.Queue)\n", ""},
		{"unknown member", "import asyncio\nasyncio.slep(1)\n", `2:1 PG4002 module "asyncio" has no "slep" that is known here (did you mean sleep?)`},
		{"unknown name of module", "from asyncio import slep\nslep(1)\n", `1:21 PG4002 module "asyncio" has no "slep" that is known here (did you mean sleep?)`},
		{"result", "def f(x: int) -> str:\n    return x\nprint(f(1))\n", `1:18 PG3010 result of "f" is annotated "str" but returns "int" (the program is converted by what it does; correct the annotation)`},
		{"parameter", "def f(x: str):\n    return x\nprint(f(1))\n", `1:10 PG3010 parameter "x" is annotated "str" but gets "int" (the program is converted by what it does; correct the annotation)`},
		{"int for float", "def f(x: float):\n    return x\nprint(f(1))\n", ""},
		{"implied None", "def f(x: int = None):\n    return x\nprint(f(1))\n", ""},
		{"subclass", "class A: pass\nclass B(A): pass\ndef f(x: A) -> object:\n    return x\nprint(f(B()))\n", ""},
		{"relative import", "from . import x\nprint(x)\n", `1:1 PG4001 relative import of ".": a program is one file (put the code into one file, or bind the module with a stub (--stubs DIR))`},
		{"eval", "print(eval('1'))\n", `1:7 PG2090 "eval" needs a Python interpreter at run time (write the expression itself, or use ast.literal_eval or json for data)`},
		{"class private name", "class A:\n    def __init__(self):\n        self.__x = 1\n    def get(self):\n        return self.__x\nprint(A().get())\n", ""},
		{"module names", "print(__name__, __file__)\n", ""},
		{"comprehension scope", "print([i for i in range(3)])\nprint(i)\n", `2:7 PG3001 name "i" is not defined`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var diags diag.List
			analyzeSource(t, "prog.py", tt.src, Options{Diags: &diags})
			var lines []string
			for _, d := range diags.All() {
				line := fmt.Sprintf("%d:%d %s %s", d.Range.Start.Line, d.Range.Start.Col+1, d.Code, d.Message)
				if d.Hint != "" {
					line += " (" + d.Hint + ")"
				}
				lines = append(lines, line)
			}
			if got := strings.Join(lines, "\n"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestMayUnset names the reads that may come before an assignment: CPython
// raises UnboundLocalError or NameError there.
func TestMayUnset(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"straight", "x = 1\nprint(x)\n", ""},
		{"if", "if input():\n    x = 1\nprint(x)\n", "x@3"},
		{"if else", "if input():\n    x = 1\nelse:\n    x = 2\nprint(x)\n", ""},
		{"for", "for i in range(int(input())):\n    x = i\nprint(x)\n", "x@3"},
		{"for target", "for i in range(int(input())):\n    pass\nprint(i)\n", "i@3"},
		{"while true", "while True:\n    x = 1\n    break\nprint(x)\n", ""},
		{"try", "try:\n    x = int('1')\nexcept ValueError:\n    pass\nprint(x)\n", "x@5"},
		{"try raise", "try:\n    x = int('1')\nexcept ValueError:\n    raise\nprint(x)\n", ""},
		{"finally", "try:\n    x = int('1')\nfinally:\n    print(x)\n", "x@4"},
		{"handler name", "try:\n    int('x')\nexcept ValueError as e:\n    print(e)\nprint(e)\n", "e@5"},
		{"del", "x = 1\ndel x\nprint(x)\n", "x@3"},
		{"del in loop", "x = 1\nfor _ in range(2):\n    print(x)\n    del x\n", "x@3"},
		{"global used late", "def f():\n    return x\nx = 1\nprint(f())\n", ""},
		{"global used early", "def f():\n    return x\nprint(f())\nx = 1\n", "x@2"},
		{"through another function", "def f():\n    return g()\ndef g():\n    return x\nprint(f())\nx = 1\n", "x@4"},
		{"method", "class A:\n    def f(self):\n        return x\na = A()\nprint(a.f())\nx = 1\n", "x@3"},
		{"closure", "def f():\n    def g():\n        return y\n    y = 1\n    return g\nprint(f()())\n", ""},
		{"closure early", "def f():\n    def g():\n        return y\n    g()\n    y = 1\n    return g\nprint(f()())\n", "y@3"},
		{"walrus and", "if (a := input()) and (b := input()):\n    print(a, b)\nprint(a, b)\n", "b@3"},
		{"match", "match input():\n    case 'a':\n        x = 1\n    case _:\n        x = 2\nprint(x)\n", ""},
		{"match open", "match input():\n    case 'a':\n        x = 1\nprint(x)\n", "x@4"},
		{"exit", "if input():\n    x = 1\nelse:\n    exit()\nprint(x)\n", ""},
		{"with", "import asyncio\nasync def f(lock):\n    async with asyncio.Lock():\n        x = 1\n    return x\n", ""},
		{"with suppress", "class S:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\nwith S():\n    x = 1\nprint(x)\n", "x@6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, dynamic := range []bool{false, true} {
				var names []string
				c := unsetReads(t, tt.src, dynamic)
				ast.Walk(c.info.Module, func(n ast.Node) bool {
					if name, ok := n.(*ast.Name); ok && c.unset[n] {
						names = append(names, fmt.Sprintf("%s@%d", name.Id, name.Line))
						if !c.info.Vars[n].MayUnset {
							t.Errorf("variable of %s on line %d is not marked", name.Id, name.Line)
						}
					}
					return true
				})
				if got := strings.Join(names, " "); got != tt.want {
					t.Errorf("dynamic %v: got %q, want %q", dynamic, got, tt.want)
				}
			}
		})
	}
}

func unsetReads(t *testing.T, src string, dynamic bool) *checker {
	t.Helper()
	var c *checker
	observe = func(k *checker) { c = k }
	defer func() { observe = nil }()
	analyzeSource(t, "prog.py", src, Options{Dynamic: dynamic})
	return c
}

// TestDynamic: without types every value is Any, and names are still resolved.
func TestDynamic(t *testing.T) {
	info := analyzeSource(t, "prog.py", `
import asyncio
def f(a, b=2, *rest, c=3):
    return a
class C:
    def m(self):
        return self
async def main():
    await asyncio.sleep(1)
    print(f(1), f(1, c=2), f(*[1]))
    g = f
    C().m()
asyncio.run(main())
`, Options{Dynamic: true})
	var calls []string
	ast.Walk(info.Module, func(n ast.Node) bool {
		if call, ok := n.(*ast.Call); ok {
			calls = append(calls, callString(info.Calls[call]))
		}
		return true
	})
	want := []string{
		"stub Sleep(float) -> None", "role Print(Any, str | None, str | None, Any, bool) role print -> None",
		"func f -> Any", "func f -> Any", "dynamic -> Any", "dynamic -> Any", "dynamic -> Any",
		"role RunCoro(Coroutine[Any, Any, Any]) role run [Any] -> Any", "func main -> Any",
	}
	if got := strings.Join(calls, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("calls:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
	for n, v := range info.Vars {
		if v.Type != types.Any {
			t.Errorf("variable %s at %v has type %s", v.Name, n.Span(), v.Type)
		}
	}
	if f := info.FuncList[0]; !f.Direct || !f.AsValue {
		t.Errorf("f: direct %v, value %v; want both", f.Direct, f.AsValue)
	}
	if info.ClassList[0].Typed {
		t.Error("class C is typed")
	}
}
