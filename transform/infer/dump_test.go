package infer

import (
	"strings"
	"testing"
)

// TestDump holds the form of Dump, on which other tests stand.
func TestDump(t *testing.T) {
	info := analyzeSource(t, "prog.py", `class A:
    n = 0
    def f(self, *xs):
        return len(xs) + self.n
a = A()
print(a.f(1.5))
`, Options{})
	var out strings.Builder
	Dump(&out, info)
	want := `class A
  class var n: int
def A.f(self: A, *xs: float) -> int direct
2:5-6 n: var int
3:11-15 self: var A
3:18-20 xs: var tuple[float, ...]
4:16-19 len: Any; stub builtins.len
4:16-23 call: int; role Len(Any) role len -> int
4:16-32 BinOp: int
4:20-22 xs: tuple[float, ...]; var tuple[float, ...]
4:26-30 self: A; var A
4:26-32 .n: int; class var A.n
5:1-2 a: A; var A
5:5-6 A: Any; class A
5:5-8 call: A; new A -> A
6:1-6 print: Any; stub builtins.print
6:1-16 call: None; role Print(Any, str | None, str | None, Any, bool) role print -> None
6:7-8 a: A; var A
6:7-10 .f: Any; method A.f
6:7-15 call: int; method f -> int
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
