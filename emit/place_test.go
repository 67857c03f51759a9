package emit

import (
	"testing"

	"github.com/py2go-async/py2go-async/transform/ir"
)

func TestPlacement(t *testing.T) {
	inc := func(v *ir.Var) ir.Stmt { return let(v, bin("+", use(v), lit(1))) }
	for _, tc := range []struct {
		name string
		want string
		f    func(w *world) []ir.Stmt
	}{
		{"innermost block", `
if ok {
	v := get(n)
	fmt.Println(v, v)
}
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(iff(use(w.ok), body(let(v, call(fref(w.get), use(w.n))), show(use(v), use(v)))))
		}},
		{"assigned in branches", `
var v int
if ok {
	v = 1
} else {
	v = get(n)
}
fmt.Println(v)
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(iff(use(w.ok), body(let(v, lit(1))), let(v, call(fref(w.get), use(w.n)))), show(use(v)))
		}},
		{"carried round a loop", `
var last int
for _, x := range xs {
	fmt.Println(last)
	last = x
}
`, func(w *world) []ir.Stmt {
			v, x := vr("last", ir.Int), tmp("x", ir.Int)
			return body(forRange(nil, x, use(w.xs), show(use(v)), let(v, use(x))))
		}},
		{"carried round the outer loop only", `
var v int
for range xs {
	for range xs {
		if ok {
			v = 1
		}
		fmt.Println(v)
	}
}
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(forRange(nil, nil, use(w.xs), forRange(nil, nil, use(w.xs), iff(use(w.ok), body(let(v, lit(1)))), show(use(v)))))
		}},
		{"new in each iteration", `
for _, x := range xs {
	v := x * 2
	if ok {
		v = 0
	}
	fmt.Println(v)
}
`, func(w *world) []ir.Stmt {
			v, x := vr("v", ir.Int), tmp("x", ir.Int)
			return body(forRange(nil, x, use(w.xs), let(v, bin("*", use(x), lit(2))), iff(use(w.ok), body(let(v, lit(0)))), show(use(v))))
		}},
		{"a closure shares Python's one variable", `
var v int
var fs []func() int
for _, x := range xs {
	v = x
	fs = append(fs, func() int { return v })
}
fmt.Println(len(fs))
`, func(w *world) []ir.Stmt {
			v, x := vr("v", ir.Int), tmp("x", ir.Int)
			fs := vr("fs", slice(&ir.FuncType{Results: []ir.Type{ir.Int}}))
			return body(forRange(nil, x, use(w.xs), let(v, use(x)),
				let(fs, call(pkg("", "append"), use(fs), lambda(nil, results(ir.Int), ret(use(v)))))),
				show(call(pkg("", "len"), use(fs))))
		}},
		{"a closure shares a temporary of one iteration", `
var fs []func() int
for _, x := range xs {
	v := x
	v++
	fs = append(fs, func() int { return v })
}
fmt.Println(len(fs))
`, func(w *world) []ir.Stmt {
			v, x := tmp("v", ir.Int), tmp("x", ir.Int)
			fs := vr("fs", slice(&ir.FuncType{Results: []ir.Type{ir.Int}}))
			return body(forRange(nil, x, use(w.xs), let(v, use(x)), inc(v),
				let(fs, call(pkg("", "append"), use(fs), lambda(nil, results(ir.Int), ret(use(v)))))),
				show(call(pkg("", "len"), use(fs))))
		}},
		{"a range variable that lives on", `
var last int
for _, last = range xs {
	fmt.Println(last)
}
fmt.Println(last)
`, func(w *world) []ir.Stmt {
			x := vr("last", ir.Int)
			return body(forRange(nil, x, use(w.xs), show(use(x))), show(use(x)))
		}},
		{"a range variable that a closure shares", `
var last int
var fs []func() int
for _, last = range xs {
	fs = append(fs, func() int { return last })
}
fmt.Println(len(fs))
`, func(w *world) []ir.Stmt {
			x := vr("last", ir.Int)
			fs := vr("fs", slice(&ir.FuncType{Results: []ir.Type{ir.Int}}))
			return body(forRange(nil, x, use(w.xs), let(fs, call(pkg("", "append"), use(fs), lambda(nil, results(ir.Int), ret(use(x)))))),
				show(call(pkg("", "len"), use(fs))))
		}},
		{"an assigned range variable that stays inside", `
for i, x := range xs {
	fmt.Println(i, x)
}
`, func(w *world) []ir.Stmt {
			i, x := vr("i", ir.Int), vr("x", ir.Int)
			s := forRange(i, x, use(w.xs), show(use(i), use(x)))
			s.Assign = true
			return body(s)
		}},
		{"a loop variable that a closure shares", `
var i int
var fs []func() int
for i = 0; i < 3; i++ {
	fs = append(fs, func() int { return i })
}
fmt.Println(len(fs))
`, func(w *world) []ir.Stmt {
			i := vr("i", ir.Int)
			fs := vr("fs", slice(&ir.FuncType{Results: []ir.Type{ir.Int}}))
			return body(&ir.For{Init: let(i, lit(0)), Cond: bin("<", use(i), lit(3)), Post: inc(i),
				Body: body(let(fs, call(pkg("", "append"), use(fs), lambda(nil, results(ir.Int), ret(use(i))))))},
				show(call(pkg("", "len"), use(fs))))
		}},
		{"declared: new and zero each time", `
for range xs {
	var v int
	if ok {
		v = 1
	}
	fmt.Println(v)
}
`, func(w *world) []ir.Stmt {
			v := tmp("v", ir.Int)
			return body(forRange(nil, nil, use(w.xs), &ir.Declare{Var: v}, iff(use(w.ok), body(let(v, lit(1)))), show(use(v))))
		}},
		{"declared and assigned", `
v := 1
if ok {
	fmt.Println(v)
}
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(&ir.Declare{Var: v}, let(v, lit(1)), iff(use(w.ok), body(show(use(v)))))
		}},
		{"declared twice", `
if ok {
	v := get(n)
	fmt.Println(v, v)
} else {
	v := get(m)
	fmt.Println(v, v)
}
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			block := func(arg *ir.Var) []ir.Stmt {
				return body(&ir.Declare{Var: v}, let(v, call(fref(w.get), use(arg))), show(use(v), use(v)))
			}
			return body(iff(use(w.ok), block(w.n), block(w.m)...))
		}},
		{"types that := would not give", `
var a any = n
var b *int
var c error = os.ErrExist
d := 2.0
e := boxed()
var g any = len(xs)
fmt.Println(a, b, c, d, e, g, a, b, c, d, e, g)
a, b, c, d, e, g = nil, nil, nil, 1.0, nil, nil
fmt.Println(a, b, c, d, e, g)
`, func(w *world) []ir.Stmt {
			a, b, c, d, e, g := vr("a", ir.Any), vr("b", ptr(ir.Int)), vr("c", ir.Error), vr("d", ir.Float64), vr("e", ir.Any), vr("g", ir.Any)
			all := exprs(use(a), use(b), use(c), use(d), use(e), use(g))
			return body(let(a, use(w.n)), let(b, &ir.Nil{}),
				let(c, &ir.PkgRef{Pkg: "os", Name: "ErrExist", Type: ext("os", "X")}), let(d, lit(2)), let(e, call(fref(w.boxed))),
				let(g, call(pkg("", "len"), use(w.xs))),
				show(append(all, all...)...),
				setN(all, &ir.Nil{}, &ir.Nil{}, &ir.Nil{}, lit(1), &ir.Nil{}, &ir.Nil{}), show(all...))
		}},
		{"several at once", `
a, b := n, m
a, b = b, a
var c int
c, xs[0] = a, b
fmt.Println(a, b, c)
`, func(w *world) []ir.Stmt {
			a, b, c := vr("a", ir.Int), vr("b", ir.Int), vr("c", ir.Int)
			return body(setN(exprs(use(a), use(b)), use(w.n), use(w.m)), setN(exprs(use(a), use(b)), use(b), use(a)),
				setN(exprs(use(c), &ir.Index{X: use(w.xs), I: lit(0)}), use(a), use(b)), show(use(a), use(b), use(c)))
		}},
		{"results of unlike types", `
var v any
v, err := load(n)
fmt.Println(v, err)
`, func(w *world) []ir.Stmt {
			v, err := vr("v", ir.Any), tmp("err", ir.Error)
			return body(setN(exprs(use(v), use(err)), call(fref(w.load), use(w.n))), show(use(v), use(err)))
		}},
		{"recursive closure", `
var fact func(int) int
fact = func(i int) int {
	if i < 2 {
		return 1
	}
	return i * fact(i-1)
}
fmt.Println(fact(n))
`, func(w *world) []ir.Stmt {
			f, i := vr("fact", nil), par("i", ir.Int)
			l := lambda(params(i), results(ir.Int))
			f.Type = typeOf(l)
			l.Body = body(iff(bin("<", use(i), lit(2)), body(ret(lit(1)))),
				ret(bin("*", use(i), call(use(f), bin("-", use(i), lit(1))))))
			return body(&ir.LocalFunc{Var: f, Lit: l, Recursive: true}, show(call(use(f), use(w.n))))
		}},
		{"closure that uses a later variable", `
var later int
h := func() int { return later }
later = get(n)
fmt.Println(h(), later)
`, func(w *world) []ir.Stmt {
			h, v := vr("h", nil), vr("later", ir.Int)
			l := lambda(nil, results(ir.Int), ret(use(v)))
			h.Type = typeOf(l)
			return body(&ir.LocalFunc{Var: h, Lit: l}, let(v, call(fref(w.get), use(w.n))), show(call(use(h)), use(v)))
		}},
		{"init of an if", `
if v := get(n); v > 1 {
	fmt.Println(v)
} else {
	fmt.Println(-v)
}
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(&ir.If{Init: let(v, call(fref(w.get), use(w.n))), Cond: bin(">", use(v), lit(1)), Then: body(show(use(v))), Else: body(show(un("-", use(v))))})
		}},
		{"init of an if, used after", `
var v int
if v = get(n); v > 1 {
	fmt.Println(v)
}
fmt.Println(v)
`, func(w *world) []ir.Stmt {
			v := vr("v", ir.Int)
			return body(&ir.If{Init: let(v, call(fref(w.get), use(w.n))), Cond: bin(">", use(v), lit(1)), Then: body(show(use(v)))}, show(use(v)))
		}},
		{"type switch", `
switch v := x.(type) {
case int:
	fmt.Println(v + 1)
case string, nil:
	fmt.Println("?")
default:
	fmt.Println(v)
}
switch x.(type) {
case int:
	fmt.Println()
}
`, func(w *world) []ir.Stmt {
			v, i := vr("v", ir.Any), vr("v", ir.Int)
			return body(&ir.TypeSwitch{Bind: v, X: use(w.x), Cases: []*ir.Case{
				{Types: []ir.Type{ir.Int}, Bind: i, Body: body(show(bin("+", use(i), lit(1))))},
				{Types: []ir.Type{ir.String, nil}, Body: body(show(lit("?")))},
				{Body: body(show(use(v)))},
			}}, &ir.TypeSwitch{Bind: vr("v", ir.Any), X: use(w.x), Cases: []*ir.Case{{Types: []ir.Type{ir.Int}, Body: body(show())}}})
		}},
		{"goto declares at the top", `
var v, u int
again:
for range xs {
	v = get(n)
	if v > 1 {
		goto again
	}
	u = v
	fmt.Println(u)
}
`, func(w *world) []ir.Stmt {
			u, v := vr("u", ir.Int), vr("v", ir.Int)
			l := &ir.Label{Name: "again"}
			s := forRange(nil, nil, use(w.xs), let(v, call(fref(w.get), use(w.n))),
				iff(bin(">", use(v), lit(1)), body(&ir.Branch{Tok: "goto", Label: l})), let(u, use(v)), show(use(u)))
			s.Label = l
			return body(s)
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld()
			w.expect(t, tc.want, tc.f(w)...)
		})
	}
}

func TestNamedResults(t *testing.T) {
	res, err := vr("res", ir.Int), vr("err", ir.Error)
	f := &ir.Func{Name: "f", Params: params(par("n", ir.Int)), Results: []*ir.Var{res, err}, Named: true}
	load := fun("load", nil, results(ir.Int, ir.Error))
	expect(t, prog(
		def(load, ret(lit(1), &ir.Nil{})),
		def(f,
			&ir.Defer{Call: call(lambda(nil, nil, let(err, &ir.Nil{})))},
			setN(exprs(use(res), use(err)), call(fref(load))),
			ret(use(res), use(err)))), `
func load() (int, error) {
	return 1, nil
}

func f(n int) (res int, err error) {
	defer func() {
		err = nil
	}()
	res, err = load()
	return res, err
}
`)
}

func TestPackageVariables(t *testing.T) {
	g := func(name string, ty ir.Type, v ir.Expr) *ir.VarDecl {
		return &ir.VarDecl{Var: &ir.Var{Name: name, Type: ty, Global: true}, Value: v}
	}
	red, blue := &ir.Var{Name: "RED", Global: true}, &ir.Var{Name: "BLUE", Global: true}
	color := &ir.TypeDecl{Name: "Color", Alias: ir.Int}
	expect(t, prog(
		g("LIMIT", ir.Int, lit(3)),
		g("ratio", ir.Float64, lit(2)),
		g("box", ir.Any, lit(2)),
		g("cache", ptr(ir.Int), &ir.Nil{}),
		g("table", &ir.Map{Key: ir.String, Elem: ir.Int}, nil),
		g("double", &ir.FuncType{Params: []ir.Type{ir.Int}, Results: []ir.Type{ir.Int}},
			func() ir.Expr {
				x := par("x", ir.Int)
				return lambda(params(x), results(ir.Int), ret(bin("*", use(x), lit(2))))
			}()),
		color,
		&ir.ConstDecl{Names: []*ir.Var{red, blue}, Values: exprs(lit(1), lit(2)), Type: named(color)},
	), `
var limit = 3
var ratio float64 = 2
var box any = 2
var cache *int
var table map[string]int

var double = func(x int) int { return x * 2 }

type Color int

const (
	red  Color = 1
	blue Color = 2
)
`)
}
