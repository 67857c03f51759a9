package emit

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// exprText prints e as the only argument of a call.
func exprText(t *testing.T, e ir.Expr, ps ...*ir.Var) string {
	t.Helper()
	f := fun("f", ps, nil)
	src, err := Program(prog(def(f, do(call(pkg("fmt", "Println"), e)))))
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(src), "fmt.Println(")
	text, _, _ = strings.Cut(text, ")\n}")
	return text
}

func TestPrecedence(t *testing.T) {
	a, b, c := par("a", ir.Int), par("b", ir.Int), par("c", ir.Int)
	p := par("p", ptr(ir.Int))
	x, y, z := use(a), use(b), use(c)
	for _, tc := range []struct {
		e    ir.Expr
		want string
	}{
		{bin("*", x, bin("+", y, z)), "a * (b + c)"},
		{bin("*", bin("+", x, y), z), "(a + b) * c"},
		{bin("+", x, bin("*", y, z)), "a + b*c"},
		{bin("-", x, bin("-", y, z)), "a - (b - c)"},
		{bin("-", bin("-", x, y), z), "a - b - c"},
		{bin("/", x, bin("*", y, z)), "a / (b * c)"},
		{bin("&", x, bin("==", y, z)), "a & (b == c)"},
		{bin("==", bin("<", x, y), bin("<", y, z)), "a < b == (b < c)"},
		{bin("&&", bin("||", x, y), z), "(a || b) && c"},
		{bin("||", bin("&&", x, y), z), "a && b || c"},
		{bin("<<", bin("+", x, y), z), "(a + b) << c"},
		{un("-", bin("+", x, y)), "-(a + b)"},
		{un("-", un("-", x)), "-(-a)"},
		{un("-", lit(-1)), "-(-1)"},
		{un("!", bin("&&", x, y)), "!(a && b)"},
		{bin("-", x, lit(-1)), "a - -1"},
		{bin("*", un("-", x), y), "-a * b"},
		{un("*", use(p)), "*p"},
		{bin("*", x, un("*", use(p))), "a * *p"},
		{&ir.Index{X: un("*", use(p)), I: x}, "(*p)[a]"},
		{sel(un("&", x), "F"), "(&a).F"},
		{sel(lit(1), "String"), "(1).String"},
		{call(sel(bin("+", x, y), "F")), "(a + b).F()"},
		{un("-", call(use(a), y)), "-a(b)"},
		{&ir.SliceExpr{X: x, Lo: y, Hi: bin("+", y, lit(1))}, "a[b : b+1]"},
		{&ir.SliceExpr{X: x}, "a[:]"},
		{&ir.TypeAssert{X: bin("+", x, y), Type: ptr(ir.Int)}, "(a + b).(*int)"},
		{&ir.Convert{Type: ir.Float64, X: bin("+", x, y)}, "float64(a + b)"},
		{&ir.Convert{Type: ptr(ir.Int), X: &ir.Nil{}}, "(*int)(nil)"},
		{&ir.Convert{Type: slice(ir.Int), X: x}, "[]int(a)"},
		{&ir.Convert{Type: &ir.FuncType{}, X: &ir.Nil{}}, "(func())(nil)"},
		{&ir.Call{Fun: x, Args: exprs(y, z), Ellipsis: true}, "a(b, c...)"},
		{call(&ir.PkgRef{Name: "make"}, &ir.TypeRef{Type: &ir.Map{Key: ir.String, Elem: ir.Any}}), "make(map[string]any)"},
		{call(&ir.PkgRef{Pkg: "slices", Name: "Collect", Args: []ir.Type{ir.Int}}, x), "slices.Collect[int](a)"},
		{&ir.Composite{Type: slice(ir.Int), Elts: []ir.Elt{{Value: lit(1)}, {Key: lit(5), Value: x}}}, "[]int{1, 5: a}"},
		{lambda(params(par("n", ir.Int), par("m", ir.Int)), results(ir.Int, ir.Error), ret(x, &ir.Nil{})),
			"func(n, m int) (int, error) { return a, nil }"},
		{lambda(nil, nil, do(call(x))), "func() {\n\t\ta()\n\t}"},
	} {
		if got := exprText(t, tc.e, a, b, c, p); got != tc.want {
			t.Errorf("got %s, want %s", got, tc.want)
		}
	}
}

func TestHeaderComposite(t *testing.T) {
	point := &ir.TypeDecl{Name: "Point", Struct: &ir.StructType{}}
	p := par("p", named(point))
	list := par("xs", slice(ir.Int))
	f := fun("f", params(p, list), nil)
	lit := func() ir.Expr { return &ir.Composite{Type: named(point)} }
	expect(t, prog(point, def(f,
		iff(bin("==", use(p), lit()), body(show(lit()))),
		iff(call(lambda(params(par("q", named(point))), results(ir.Bool), ret(bin("==", use(p), lit()))), lit()), body(show())),
		forRange(nil, nil, &ir.Composite{Type: slice(ir.Int), Addr: false}, show()),
		&ir.Switch{Tag: lit(), Cases: []*ir.Case{{Exprs: exprs(use(p)), Body: body(show())}}},
	)), `
type Point struct{}

func f(p Point, xs []int) {
	if p == (Point{}) {
		fmt.Println(Point{})
	}
	if func(q Point) bool { return p == Point{} }(Point{}) {
		fmt.Println()
	}
	for range []int{} {
		fmt.Println()
	}
	switch (Point{}) {
	case p:
		fmt.Println()
	}
}
`)
}

func TestLiterals(t *testing.T) {
	huge, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	for _, tc := range []struct {
		v    any
		want string
	}{
		{42, "42"}, {int64(math.MinInt64), "-9223372036854775808"}, {huge, "123456789012345678901234567890"},
		{true, "true"}, {1.0, "1.0"}, {0.1, "0.1"}, {1e16, "1e+16"}, {1e15, "1000000000000000.0"}, {1.5e-5, "1.5e-05"},
		{0.0001, "0.0001"}, {5e-324, "5e-324"}, {math.MaxFloat64, "1.7976931348623157e+308"}, {-2.5, "-2.5"}, {0.0, "0.0"},
		{math.Inf(1), "math.Inf(1)"}, {math.Inf(-1), "math.Inf(-1)"}, {math.NaN(), "math.NaN()"},
		{math.Copysign(0, -1), "math.Copysign(0, -1)"},
		{"", `""`}, {"a", `"a"`}, {"it's", `"it's"`}, {"a\nb", `"a\nb"`}, {"tab\t", `"tab\t"`},
		{`say "hi"`, "`say \"hi\"`"}, {`C:\dir`, `"C:\\dir"`}, {`^\d+\s*$`, "`^\\d+\\s*$`"}, {"a`\"\"", "\"a`\\\"\\\"\""},
		{"first line\nsecond line\nthird\n", "`first line\nsecond line\nthird\n`"},
		{"a \nb\nc\n", `"a \nb\nc\n"`}, {"größe ✓", `"größe ✓"`}, {"\xed\xa0\x80", `"\xed\xa0\x80"`}, {"\x00\u200b", `"\x00\u200b"`},
	} {
		if got := exprText(t, &ir.Lit{Value: intLit(tc.v)}); got != tc.want {
			t.Errorf("%v: got %s, want %s", tc.v, got, tc.want)
		}
	}
}

func intLit(v any) any {
	if i, ok := v.(int); ok {
		return int64(i)
	}
	return v
}

func TestLongLists(t *testing.T) {
	f := fun("f", params(par("first_argument", ir.String), par("second_argument", ir.String)), results(ir.String))
	a, b := f.Params[0], f.Params[1]
	long := call(pkg("fmt", "Sprint"), use(a), use(b), lit("a text of some length that fills the line well"), use(a), use(b))
	kv := &ir.Composite{Type: &ir.Map{Key: ir.String, Elem: ir.String}, Elts: []ir.Elt{
		{Key: lit("the first key of them all"), Value: use(a)},
		{Key: lit("the second key of them all"), Value: use(b)},
		{Key: lit("the third"), Value: long},
	}}
	var nums []ir.Elt
	for i := range 40 {
		nums = append(nums, ir.Elt{Value: lit(i * 1000)})
	}
	x := fld("x", ir.Int)
	point := structDecl("Point", x)
	expect(t, prog(point, def(f,
		show(kv),
		show(&ir.Composite{Type: slice(ir.Int), Elts: nums}),
		&ir.ExprStmt{X: &ir.Call{Fun: pkg("fmt", "Println"), Args: exprs(use(a), use(b)), Multiline: true}},
		show(use(a), use(b), lit("a text that is so long that it takes a line for itself, and then some more")),
		show(&ir.Composite{Type: slice(named(point)), Elts: []ir.Elt{{Value: &ir.Composite{Type: named(point), Elts: []ir.Elt{{Field: x, Value: lit(1)}}}}}}),
		ret(long))), `
type Point struct {
	x int
}

func f(firstArgument, secondArgument string) string {
	fmt.Println(map[string]string{
		"the first key of them all":  firstArgument,
		"the second key of them all": secondArgument,
		"the third": fmt.Sprint(firstArgument, secondArgument,
			"a text of some length that fills the line well",
			firstArgument,
			secondArgument,
		),
	})
	fmt.Println([]int{
		0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 11000, 12000, 13000, 14000, 15000,
		16000, 17000, 18000, 19000, 20000, 21000, 22000, 23000, 24000, 25000, 26000, 27000, 28000, 29000,
		30000, 31000, 32000, 33000, 34000, 35000, 36000, 37000, 38000, 39000,
	})
	fmt.Println(
		firstArgument,
		secondArgument,
	)
	fmt.Println(firstArgument, secondArgument,
		"a text that is so long that it takes a line for itself, and then some more")
	fmt.Println([]Point{{x: 1}})
	return fmt.Sprint(firstArgument, secondArgument,
		"a text of some length that fills the line well",
		firstArgument,
		secondArgument,
	)
}
`)
}
