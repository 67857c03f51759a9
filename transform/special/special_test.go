package special

import (
	"testing"

	"github.com/py2go-async/py2go-async/parser/ast"
)

func TestBinary(t *testing.T) {
	for op := ast.Add; op <= ast.FloorDiv; op++ {
		direct, reflected, inPlace := Binary(op)
		d, r, i := Lookup(direct), Lookup(reflected), Lookup(inPlace)
		if d == nil || r == nil || i == nil {
			t.Errorf("%s: %q, %q, %q are not all in the table", op.Symbol(), direct, reflected, inPlace)
			continue
		}
		if d.Other != reflected || r.Other != "" || i.Other != "" {
			t.Errorf("%s: methods tried next are %q, %q, %q", op.Symbol(), d.Other, r.Other, i.Other)
		}
		if d.Form != Direct || r.Form != Reflected || i.Form != InPlace {
			t.Errorf("%s: forms %d, %d, %d", op.Symbol(), d.Form, r.Form, i.Form)
		}
		if want := d.Symbol + "="; i.Symbol != want {
			t.Errorf("%s: in-place symbol %q, want %q", op.Symbol(), i.Symbol, want)
		}
	}
}

func TestCompare(t *testing.T) {
	for op, want := range map[ast.CmpOperator][2]string{
		ast.Lt: {"__lt__", "__gt__"}, ast.GtE: {"__ge__", "__le__"}, ast.Eq: {"__eq__", "__eq__"}, ast.In: {},
	} {
		if m, o := Compare(op); m != want[0] || o != want[1] {
			t.Errorf("Compare(%s) = %q, %q, want %q", op.Symbol(), m, o, want)
		}
	}
	if m := Lookup("__lt__"); !m.Declines() || m.Other != "__gt__" {
		t.Errorf("__lt__: declines %v, then %q", m.Declines(), m.Other)
	}
}

// What the runtime calls through an interface has a result that the interface
// fixes.
func TestRuntimeResults(t *testing.T) {
	for name, m := range methods {
		if (m.Caller == Runtime) != (m.Result != nil) {
			t.Errorf("%s: caller %d, result %v", name, m.Caller, m.Result)
		}
		if !IsSpecial(name) || m.Name != name {
			t.Errorf("%s is filed as %s", m.Name, name)
		}
	}
	if Lookup("__nothing__").Declines() || IsSpecial("_x_") {
		t.Error("an unknown name is taken for a special method")
	}
}
