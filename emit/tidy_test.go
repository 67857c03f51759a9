package emit

import (
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// world is a program of helpers that the bodies under test may call, and of
// parameters they may use.
type world struct {
	n, m     *ir.Var // int parameters
	s        *ir.Var // string parameter
	ok       *ir.Var // bool parameter
	x        *ir.Var // any parameter
	xs       *ir.Var // []int parameter
	get      *ir.Func
	load     *ir.Func // (int, error)
	run      *ir.Func // error
	boxed    *ir.Func // any
	total    *ir.Var  // package-level int that get assigns
	fixed    *ir.Var  // package-level int that nothing assigns
	resultTs []ir.Type
}

func newWorld() *world {
	w := &world{
		n: par("n", ir.Int), m: par("m", ir.Int), s: par("s", ir.String), ok: par("ok", ir.Bool), x: par("x", ir.Any), xs: par("xs", slice(ir.Int)),
		get:   fun("get", params(par("i", ir.Int)), results(ir.Int)),
		load:  fun("load", params(par("i", ir.Int)), results(ir.Int, ir.Error)),
		run:   fun("run", nil, results(ir.Error)),
		boxed: fun("boxed", nil, results(ir.Any)),
		total: &ir.Var{Name: "total", Type: ir.Int, Global: true},
		fixed: &ir.Var{Name: "fixed", Type: ir.Int, Global: true},
	}
	return w
}

// returning sets the results of the function under test.
func (w *world) returning(ts ...ir.Type) *world {
	w.resultTs = ts
	return w
}

// expect compares the emitted body of a function with want, and type-checks
// the whole.
func (w *world) expect(t *testing.T, want string, ss ...ir.Stmt) {
	t.Helper()
	f := fun("f", params(w.n, w.m, w.s, w.ok, w.x, w.xs), results(w.resultTs...))
	p := prog(
		&ir.VarDecl{Var: w.total},
		&ir.VarDecl{Var: w.fixed},
		def(w.get, let(w.total, use(w.get.Params[0])), ret(use(w.get.Params[0]))),
		def(w.load, ret(use(w.load.Params[0]), &ir.Nil{})),
		def(w.run, ret(&ir.Nil{})),
		def(w.boxed, ret(lit(1))),
		def(f, ss...))
	src, err := Program(p)
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(src), "func f(")
	_, text, _ = strings.Cut(text, "{\n")
	text = "\n" + strings.TrimSuffix(text, "}\n")
	text = strings.ReplaceAll(text, "\n\t", "\n")
	if want = strings.TrimLeft(want, "\n"); strings.TrimLeft(text, "\n") != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
	if err := typeCheck(src); err != nil {
		t.Errorf("does not type-check: %v\n%s", err, src)
	}
}

func TestErrorInit(t *testing.T) {
	w := newWorld().returning(ir.Error)
	e1, e2, e3 := tmp("err", ir.Error), tmp("err", ir.Error), tmp("err", ir.Error)
	v := vr("value", ir.Int)
	w.expect(t, `
if err := run(); err != nil {
	return err
}
value, err := load(n)
if err != nil {
	return err
}
_, err = load(value)
return err
`,
		let(e1, call(fref(w.run))),
		iff(notNil(e1), body(ret(use(e1)))),
		setN(exprs(use(v), use(e2)), call(fref(w.load), use(w.n))),
		iff(notNil(e2), body(ret(use(e2)))),
		setN(exprs(nil, use(e3)), call(fref(w.load), use(v))),
		iff(notNil(e3), body(ret(use(e3)))),
		ret(&ir.Nil{}))
}

func TestOneErrForAll(t *testing.T) {
	w := newWorld().returning(ir.Int, ir.Error)
	err := tmp("err", ir.Error)
	a, b := vr("a", ir.Int), vr("b", ir.Int)
	check := func() ir.Stmt { return iff(notNil(err), body(ret(lit(0), use(err)))) }
	w.expect(t, `
a, err := load(n)
if err != nil {
	return 0, err
}
if err := run(); err != nil {
	return 0, err
}
b, err := load(a)
if err != nil {
	return 0, err
}
return a + b, nil
`,
		setN(exprs(use(a), use(err)), call(fref(w.load), use(w.n))), check(),
		let(err, call(fref(w.run))), check(),
		setN(exprs(use(b), use(err)), call(fref(w.load), use(a))), check(),
		ret(bin("+", use(a), use(b)), &ir.Nil{}))
}

func TestErrKeptForLater(t *testing.T) {
	w := newWorld().returning(ir.Error)
	err := tmp("err", ir.Error)
	w.expect(t, `
_, err := load(n)
if err != nil {
	fmt.Println("gave up")
	err = nil
}
fmt.Println("done")
if err != nil {
	return err
}
return nil
`,
		setN(exprs(nil, use(err)), call(fref(w.load), use(w.n))),
		iff(notNil(err), body(show(lit("gave up")), let(err, &ir.Nil{}))),
		show(lit("done")),
		iff(notNil(err), body(ret(use(err)))),
		ret(&ir.Nil{}))
}

func TestControl(t *testing.T) {
	loopLabel := &ir.Label{Name: "outer"}
	i := vr("i", ir.Int)
	for _, tc := range []struct {
		name string
		want string
		f    func(w *world) []ir.Stmt
	}{
		{"else after return", `
if ok {
	return 1
}
fmt.Println(n)
return 2
`, func(w *world) []ir.Stmt {
			return body(iff(use(w.ok), body(ret(lit(1))), show(use(w.n)), ret(lit(2))))
		}},
		{"else-if chain of returns", `
if n == 1 {
	return 1
}
if n == 2 {
	return 2
}
return 3
`, func(w *world) []ir.Stmt {
			return body(iff(bin("==", use(w.n), lit(1)), body(ret(lit(1))),
				iff(bin("==", use(w.n), lit(2)), body(ret(lit(2))), ret(lit(3)))))
		}},
		{"else-if chain stays", `
if n == 1 {
	fmt.Println(1)
} else if n == 2 {
	return 2
} else {
	fmt.Println(3)
}
return 0
`, func(w *world) []ir.Stmt {
			return body(iff(bin("==", use(w.n), lit(1)), body(show(lit(1))),
				iff(bin("==", use(w.n), lit(2)), body(ret(lit(2))), show(lit(3)))), ret(lit(0)))
		}},
		{"empty then", `
if n != m {
	fmt.Println(n)
}
return 0
`, func(w *world) []ir.Stmt {
			return body(iff(bin("==", use(w.n), use(w.m)), nil, show(use(w.n))), ret(lit(0)))
		}},
		{"empty if keeps the call", `
get(n)
return 0
`, func(w *world) []ir.Stmt {
			return body(iff(bin("==", use(w.n), lit(1)), nil), iff(typed(call(fref(w.get), use(w.n)), ir.Bool), nil), ret(lit(0)))
		}},
		{"unreachable", `
for {
	fmt.Println(n)
}
`, func(w *world) []ir.Stmt {
			return body(loop(lit(true), show(use(w.n)), cont(nil)), show(lit("never")), ret(lit(0)))
		}},
		{"while with break first", `
for n != m {
	n++
}
return 0
`, func(w *world) []ir.Stmt {
			return body(loop(nil, iff(bin("==", use(w.n), use(w.m)), body(brk(nil))), let(w.n, bin("+", use(w.n), lit(1)))), ret(lit(0)))
		}},
		{"labels", `
outer:
for range xs {
	for range xs {
		if ok {
			break
		}
		if n == m {
			continue outer
		}
		switch n {
		case 1:
			break outer
		}
	}
	fmt.Println()
}
return 0
`, func(w *world) []ir.Stmt {
			inner := &ir.Label{Name: "inner"}
			in := forRange(nil, nil, use(w.xs),
				iff(use(w.ok), body(brk(inner))),
				iff(bin("==", use(w.n), use(w.m)), body(cont(loopLabel))),
				&ir.Switch{Tag: use(w.n), Cases: []*ir.Case{{Exprs: exprs(lit(1)), Body: body(brk(loopLabel))}}},
				cont(inner))
			in.Label = inner
			out := forRange(nil, nil, use(w.xs), in, show())
			out.Label = loopLabel
			return body(out, ret(lit(0)))
		}},
		{"bool returns", `
return n > 1 && ok
`, func(w *world) []ir.Stmt {
			w.returning(ir.Bool)
			return body(iff(bin("&&", bin(">", use(w.n), lit(1)), use(w.ok)), body(ret(lit(true)))), ret(lit(false)))
		}},
		{"bool returns, negated", `
return n <= 1
`, func(w *world) []ir.Stmt {
			w.returning(ir.Bool)
			return body(iff(bin(">", use(w.n), lit(1)), body(ret(lit(false))), ret(lit(true))))
		}},
		{"constant condition", `
fmt.Println(1)
return 0
`, func(w *world) []ir.Stmt {
			return body(iff(lit(true), body(show(lit(1)))), iff(lit(false), body(show(lit(2)))), ret(lit(0)))
		}},
		{"missing return", `
for range xs {
	return 1
}
panic("unreachable")
`, func(w *world) []ir.Stmt {
			return body(forRange(nil, nil, use(w.xs), ret(lit(1))))
		}},
		{"the same return twice", `
if ok {
	fmt.Println(n)
}
return 0
`, func(w *world) []ir.Stmt {
			return body(iff(use(w.ok), body(show(use(w.n)), ret(lit(0)))), ret(lit(0)))
		}},
		{"an if that only continues", `
for range xs {
	fmt.Println(n)
}
return 0
`, func(w *world) []ir.Stmt {
			return body(forRange(nil, nil, use(w.xs), show(use(w.n)), iff(use(w.ok), body(cont(nil)))), ret(lit(0)))
		}},
		{"repeated cases", `
switch n {
case 1, 2:
	fmt.Println(1)
case 3:
	fmt.Println(3)
}
switch x.(type) {
case int, nil:
	fmt.Println("int")
case string:
	fmt.Println("string")
}
return 0
`, func(w *world) []ir.Stmt {
			return body(&ir.Switch{Tag: use(w.n), Cases: []*ir.Case{
				{Exprs: exprs(lit(1), lit(2), lit(1.0)), Body: body(show(lit(1)))},
				{Exprs: exprs(lit(2)), Body: body(show(lit(2)))},
				{Exprs: exprs(lit(1), lit(3)), Body: body(show(lit(3)))},
			}}, &ir.TypeSwitch{X: use(w.x), Cases: []*ir.Case{
				{Types: []ir.Type{ir.Int, nil}, Body: body(show(lit("int")))},
				{Types: []ir.Type{nil}, Body: body(show(lit("none")))},
				{Types: []ir.Type{ir.Int, ir.String}, Body: body(show(lit("string")))},
			}}, ret(lit(0)))
		}},
		{"switch ends", `
switch n {
case 1:
	return 1
default:
	return 2
}
`, func(w *world) []ir.Stmt {
			return body(&ir.Switch{Tag: use(w.n), Cases: []*ir.Case{
				{Exprs: exprs(lit(1)), Body: body(ret(lit(1)))}, {Body: body(ret(lit(2)), show())}}})
		}},
		{"nested blocks", `
fmt.Println(1)
fmt.Println(2)
return 0
`, func(w *world) []ir.Stmt {
			return body(&ir.Block{Body: body(show(lit(1)), &ir.Block{Body: body(show(lit(2)))})}, ret(lit(0)))
		}},
		{"three-part loop", `
for i := 0; i < n; i++ {
	fmt.Println(i)
}
return 0
`, func(w *world) []ir.Stmt {
			return body(&ir.For{Init: let(i, lit(0)), Cond: bin("<", use(i), use(w.n)),
				Post: let(i, bin("+", use(i), lit(1))), Body: body(show(use(i)))}, ret(lit(0)))
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld().returning(ir.Int)
			w.expect(t, tc.want, tc.f(w)...)
		})
	}
}

func TestBareReturn(t *testing.T) {
	w := newWorld()
	w.expect(t, `
fmt.Println(n)
`, show(use(w.n)), ret())
}

func TestTemporaries(t *testing.T) {
	for _, tc := range []struct {
		name string
		want string
		f    func(w *world) []ir.Stmt
	}{
		{"inlined", `
fmt.Println(get(n))
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(let(v, call(fref(w.get), use(w.n))), show(use(v)))
		}},
		{"chain", `
fmt.Println(get(get(n) + 1))
`, func(w *world) []ir.Stmt {
			a, b := tmp("a", ir.Int), tmp("b", ir.Int)
			return body(let(a, call(fref(w.get), use(w.n))), let(b, call(fref(w.get), bin("+", use(a), lit(1)))), show(use(b)))
		}},
		{"a call before it stays before it", `
v := get(n)
fmt.Println(get(m), v)
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(let(v, call(fref(w.get), use(w.n))), show(call(fref(w.get), use(w.m)), use(v)))
		}},
		{"calls in order", `
fmt.Println(get(n), get(m))
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(let(v, call(fref(w.get), use(w.n))), show(use(v), call(fref(w.get), use(w.m))))
		}},
		{"a package variable is read when it was", `
v := total
fmt.Println(v, get(n))
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(let(v, use(w.total)), show(use(v), call(fref(w.get), use(w.n))))
		}},
		{"a package variable that only main assigns", `
fmt.Println(fixed, get(n))
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(let(v, use(w.fixed)), show(use(v), call(fref(w.get), use(w.n))))
		}},
		{"short circuit", `
v := get(n)
fmt.Println(ok && v == 1)
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(let(v, call(fref(w.get), use(w.n))), show(bin("&&", use(w.ok), bin("==", use(v), lit(1)))))
		}},
		{"constants are not folded by Go", `
v := 0.1
fmt.Println(v + 0.2)
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Float64)
			return body(let(v, lit(0.1)), show(bin("+", use(v), lit(0.2))))
		}},
		{"conversion to any stays", `
var v any = n
fmt.Println(v)
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Any)
			return body(let(v, use(w.n)), show(use(v)))
		}},
		{"not into a closure", `
v := total
h := func() int { return v }
fmt.Println(h())
`, func(w *world) []ir.Stmt {
			v, h := tmp("v", ir.Int), vr("h", nil)
			l := lambda(nil, results(ir.Int), ret(use(v)))
			h.Type = typeOf(l)
			return body(let(v, use(w.total)), &ir.LocalFunc{Var: h, Lit: l}, show(call(use(h))))
		}},
		{"not the author's own", `
v := get(n)
fmt.Println(v)
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(let(v, call(fref(w.get), use(w.n))), show(use(v)))
		}},
		{"into a condition and a range", `
if get(n) == 1 {
	fmt.Println()
}
for _, x := range xs[:n] {
	fmt.Println(x)
}
`, func(w *world) []ir.Stmt {
			v, r, x := tmp("v", ir.Int), tmp("r", slice(ir.Int)), tmp("x", ir.Int)
			return body(let(v, call(fref(w.get), use(w.n))), iff(bin("==", use(v), lit(1)), body(show())),
				let(r, &ir.SliceExpr{X: use(w.xs), Hi: use(w.n)}), forRange(nil, x, use(r), show(use(x))))
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld()
			w.expect(t, tc.want, tc.f(w)...)
		})
	}
}

func TestUnread(t *testing.T) {
	for _, tc := range []struct {
		name string
		want string
		f    func(w *world) []ir.Stmt
	}{
		{"pure", "fmt.Println()\n", func(w *world) []ir.Stmt {
			return body(let(vr("v", ir.Int), bin("+", use(w.n), lit(1))), show())
		}},
		{"call", "get(n)\n", func(w *world) []ir.Stmt {
			return body(let(vr("v", ir.Int), call(fref(w.get), use(w.n))))
		}},
		{"may panic", "_ = xs[n]\n", func(w *world) []ir.Stmt {
			return body(let(vr("v", ir.Int), &ir.Index{X: use(w.xs), I: use(w.n)}))
		}},
		{"one of two", "_, err := load(n)\nfmt.Println(err)\n", func(w *world) []ir.Stmt {
			err := vr("err", ir.Error)
			return body(setN(exprs(use(vr("v", ir.Int)), use(err)), call(fref(w.load), use(w.n))), show(use(err)))
		}},
		{"both", "load(n)\n", func(w *world) []ir.Stmt {
			return body(setN(exprs(use(vr("v", ir.Int)), use(vr("err", ir.Error))), call(fref(w.load), use(w.n))))
		}},
		{"chain", "fmt.Println()\n", func(w *world) []ir.Stmt {
			a, b := vr("a", ir.Int), vr("b", ir.Int)
			return body(let(a, lit(1)), let(b, use(a)), show())
		}},
		{"range", "for range xs {\n\tfmt.Println()\n}\nfor i := range xs {\n\tfmt.Println(i)\n}\n", func(w *world) []ir.Stmt {
			i := vr("i", ir.Int)
			return body(forRange(vr("i", ir.Int), vr("x", ir.Int), use(w.xs), show()), forRange(i, vr("x", ir.Int), use(w.xs), show(use(i))))
		}},
		{"local function", "fmt.Println()\n", func(w *world) []ir.Stmt {
			f := vr("f", &ir.FuncType{})
			return body(&ir.LocalFunc{Var: f, Lit: lambda(nil, nil, do(call(use(f)))), Recursive: true}, show())
		}},
		{"overwritten", "v := get(n)\nfmt.Println(v)\n", func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(let(v, lit(0)), let(v, call(fref(w.get), use(w.n))), show(use(v)))
		}},
		{"overwritten in both branches", "var v int\nif ok {\n\tv = 1\n} else {\n\tv = 2\n}\nfmt.Println(v)\n", func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(let(v, lit(0)), iff(use(w.ok), body(let(v, lit(1))), let(v, lit(2))), show(use(v)))
		}},
		{"overwritten in one branch", "v := 0\nif ok {\n\tv = 1\n}\nfmt.Println(v)\n", func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(let(v, lit(0)), iff(use(w.ok), body(let(v, lit(1)))), show(use(v)))
		}},
		{"self", "fmt.Println(n)\n", func(w *world) []ir.Stmt {
			return body(let(w.n, use(w.n)), show(use(w.n)))
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld()
			w.expect(t, tc.want, tc.f(w)...)
		})
	}
}

func TestOperators(t *testing.T) {
	w := newWorld()
	u, v := vr("u", ir.Int), vr("v", ir.Int)
	at := func() ir.Expr { return &ir.Index{X: use(w.xs), I: use(w.n)} }
	w.expect(t, `
u, v := 1, 2
u++
v -= u
v--
xs[n] *= 2
xs[get(n)] = xs[get(n)] + 1
s += "x"
fmt.Println(u != v, ok, u < v, 1.5)
`,
		setN(exprs(use(u), use(v)), lit(1), lit(2)),
		let(u, bin("+", use(u), lit(1))),
		let(v, bin("-", use(v), use(u))),
		&ir.Assign{Lhs: exprs(use(v)), Op: "-", Rhs: exprs(lit(1))},
		set(at(), bin("*", at(), lit(2))),
		set(&ir.Index{X: use(w.xs), I: call(fref(w.get), use(w.n))}, bin("+", &ir.Index{X: use(w.xs), I: call(fref(w.get), use(w.n))}, lit(1))),
		let(w.s, bin("+", use(w.s), lit("x"))),
		show(un("!", bin("==", use(u), use(v))), un("!", un("!", use(w.ok))), un("!", bin(">=", use(u), use(v))), lit(1.5)))
}

func TestNaNKeepsNot(t *testing.T) {
	w := newWorld()
	f := vr("f", ir.Float64)
	w.expect(t, `
f := 1.0
fmt.Println(!(f < 2.0))
`, let(f, lit(1)), show(un("!", bin("<", use(f), lit(2.0)))))
}

func TestClosures(t *testing.T) {
	w := newWorld().returning(ir.Int, ir.Error)
	v, k := vr("v", ir.Int), tmp("k", ir.Int)
	w.expect(t, `
k := get(n)
v := k + k
fmt.Println(v)
func() {
	defer fmt.Println("done")
	get(n)
}()
if ok {
	return 1, nil
}
return load(n)
`,
		let(v, call(lambda(nil, results(ir.Int), let(k, call(fref(w.get), use(w.n))), ret(bin("+", use(k), use(k)))))),
		show(use(v)),
		do(call(lambda(nil, nil, &ir.Defer{Call: call(pkg("fmt", "Println"), lit("done"))}, do(call(fref(w.get), use(w.n)))))),
		ret(call(lambda(nil, results(ir.Int, ir.Error), iff(use(w.ok), body(ret(lit(1), &ir.Nil{}))), ret(call(fref(w.load), use(w.n)))))))
}

func TestJoinReturn(t *testing.T) {
	w := newWorld().returning(ir.Int, ir.Error)
	v, err := tmp("v", ir.Int), tmp("err", ir.Error)
	w.expect(t, `
return load(n)
`, setN(exprs(use(v), use(err)), call(fref(w.load), use(w.n))), ret(use(v), use(err)))
}

func TestAdopted(t *testing.T) {
	for _, tc := range []struct {
		name string
		want string
		f    func(w *world, v, t, err *ir.Var) []ir.Stmt
	}{
		{"after a check", `
v, err := load(n)
if err != nil {
	return err
}
fmt.Println(v)
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			return body(setN(exprs(use(t), use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(ret(use(err)))),
				let(v, use(t)), show(use(v)), ret(&ir.Nil{}))
		}},
		{"used again", `
v, err := load(n)
if err != nil {
	return err
}
fmt.Println(v, v)
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			return body(setN(exprs(use(t), use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(ret(use(err)))),
				let(v, use(t)), show(use(v), use(t)), ret(&ir.Nil{}))
		}},
		{"used again after v has changed", `
t, err := load(n)
if err != nil {
	return err
}
v := t
v++
fmt.Println(v, t)
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			return body(setN(exprs(use(t), use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(ret(use(err)))),
				let(v, use(t)), let(v, bin("+", use(v), lit(1))), show(use(v), use(t)), ret(&ir.Nil{}))
		}},
		{"the old value is still seen", `
v := get(n)
for range xs {
	t, err := load(n)
	if err != nil {
		continue
	}
	v = t
}
fmt.Println(v)
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			return body(let(v, call(fref(w.get), use(w.n))),
				forRange(nil, nil, use(w.xs), setN(exprs(use(t), use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(cont(nil))),
					let(v, use(t))),
				show(use(v)), ret(&ir.Nil{}))
		}},
		{"read in between", `
v := get(n)
t, err := load(n)
if err != nil {
	fmt.Println(v)
	return err
}
v = t
fmt.Println(v)
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			return body(let(v, call(fref(w.get), use(w.n))), setN(exprs(use(t), use(err)), call(fref(w.load), use(w.n))),
				iff(notNil(err), body(show(use(v)), ret(use(err)))),
				let(v, use(t)), show(use(v)), ret(&ir.Nil{}))
		}},
		{"seen by a closure later on", `
v, err := load(n)
if err != nil {
	return err
}
h := func() int { return v }
fmt.Println(h())
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			h := vr("h", nil)
			l := lambda(nil, results(ir.Int), ret(use(v)))
			h.Type = typeOf(l)
			return body(setN(exprs(use(t), use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(ret(use(err)))),
				let(v, use(t)), &ir.LocalFunc{Var: h, Lit: l}, show(call(use(h))), ret(&ir.Nil{}))
		}},
		{"seen by a closure before", `
var v int
h := func() int { return v }
t, err := load(h())
if err != nil {
	return err
}
v = t
fmt.Println(h())
return nil
`, func(w *world, v, t, err *ir.Var) []ir.Stmt {
			h := vr("h", nil)
			l := lambda(nil, results(ir.Int), ret(use(v)))
			h.Type = typeOf(l)
			return body(&ir.LocalFunc{Var: h, Lit: l}, setN(exprs(use(t), use(err)), call(fref(w.load), call(use(h)))), iff(notNil(err), body(ret(use(err)))),
				let(v, use(t)), show(call(use(h))), ret(&ir.Nil{}))
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld().returning(ir.Error)
			w.expect(t, tc.want, tc.f(w, vr("v", ir.Int), tmp("t", ir.Int), tmp("err", ir.Error))...)
		})
	}
}

func TestHandedOnErrors(t *testing.T) {
	err, v := tmp("err", ir.Error), tmp("v", ir.Int)
	for _, tc := range []struct {
		name    string
		results []ir.Type
		want    string
		f       func(w *world) []ir.Stmt
	}{
		{"the same results", []ir.Type{ir.Int, ir.Error}, "return load(n)\n", func(w *world) []ir.Stmt {
			return body(setN(exprs(use(v), use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(ret(lit(0), use(err)))), ret(use(v), &ir.Nil{}))
		}},
		{"only the error", []ir.Type{ir.Error}, "return run()\n", func(w *world) []ir.Stmt {
			return body(let(err, call(fref(w.run))), iff(notNil(err), body(ret(use(err)))), ret(&ir.Nil{}))
		}},
		{"nothing beside the error", []ir.Type{ir.Any, ir.Error}, "return nil, run()\n", func(w *world) []ir.Stmt {
			return body(&ir.If{Init: let(err, call(fref(w.run))), Cond: notNil(err), Then: body(ret(&ir.Nil{}, use(err)))}, ret(&ir.Nil{}, &ir.Nil{}))
		}},
		{"a result dropped", []ir.Type{ir.Error}, "_, err := load(n)\nreturn err\n", func(w *world) []ir.Stmt {
			return body(setN(exprs(nil, use(err)), call(fref(w.load), use(w.n))), iff(notNil(err), body(ret(use(err)))), ret(&ir.Nil{}))
		}},
		{"another result", []ir.Type{ir.Int, ir.Error}, "if err := run(); err != nil {\n\treturn 0, err\n}\nreturn 1, nil\n", func(w *world) []ir.Stmt {
			return body(let(err, call(fref(w.run))), iff(notNil(err), body(ret(lit(0), use(err)))), ret(lit(1), &ir.Nil{}))
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld().returning(tc.results...)
			w.expect(t, tc.want, tc.f(w)...)
		})
	}
}

func TestCopiedParameters(t *testing.T) {
	w := newWorld()
	a, b, h, x := tmp("a", ir.Int), tmp("b", ir.Int), vr("h", nil), vr("last", ir.Int)
	fs, copied := vr("fs", slice(&ir.FuncType{Results: []ir.Type{ir.Int}})), tmp("copied", ir.Int)
	l := lambda(nil, results(ir.Int), ret(bin("+", use(a), use(b))))
	h.Type = typeOf(l)
	w.expect(t, `
m = get(n)
b := m
h := func() int { return n + b }
m = 2
fmt.Println(h(), m)
var fs []func() int
for _, last := range xs {
	copied := last
	fs = append(fs, func() int { return copied })
}
fmt.Println(len(fs))
`,
		let(w.m, call(fref(w.get), use(w.n))),
		let(a, use(w.n)), let(b, use(w.m)),
		&ir.LocalFunc{Var: h, Lit: l}, let(w.m, lit(2)), show(call(use(h)), use(w.m)),
		forRange(nil, x, use(w.xs), let(copied, use(x)),
			let(fs, call(pkg("", "append"), use(fs), lambda(nil, results(ir.Int), ret(use(copied)))))),
		show(call(pkg("", "len"), use(fs))))
}
