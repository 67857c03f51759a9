package emit

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// generator makes random programs of IR: nested control flow over variables of
// several types, with temporaries, closures, labels, switches, and calls whose
// order can be seen in the output.
type generator struct {
	r     *rand.Rand
	fuel  *ir.Var // package-level: bounds all loops of a run
	count *ir.Var // package-level: calls change it
	tick  *ir.Func
	show  *ir.Func // prints and returns an int
	fail  *ir.Func // returns an int and an error
	box   *ir.Func // returns an any

	vars   []*ir.Var // of the function being made
	labels []*ir.Label
	loops  int
	depth  int
	// private variables are not shared with closures.
	private []*ir.Var
}

func newGenerator(seed uint64) *generator {
	g := &generator{r: rand.New(rand.NewPCG(seed, 1))}
	g.fuel = &ir.Var{Name: "FUEL", Type: ir.Int, Global: true}
	g.count = &ir.Var{Name: "count", Type: ir.Int, Global: true}
	g.tick = fun("tick", nil, results(ir.Bool))
	g.show = fun("show", params(par("x", ir.Int)), results(ir.Int))
	g.fail = fun("fail", params(par("x", ir.Int)), results(ir.Int, ir.Error))
	g.box = fun("box", params(par("x", ir.Int)), results(ir.Any))
	return g
}

// program makes a program of n random functions and a main that runs them.
func (g *generator) program(n int) *ir.Program {
	x := g.show.Params[0]
	decls := []ir.Decl{
		&ir.VarDecl{Var: g.fuel, Value: lit(0)},
		&ir.VarDecl{Var: g.count},
		def(g.tick, &ir.Assign{Lhs: exprs(use(g.fuel)), Op: "-", Rhs: exprs(lit(1))}, ret(bin(">", use(g.fuel), lit(0)))),
		def(g.show, &ir.Assign{Lhs: exprs(use(g.count)), Op: "+", Rhs: exprs(lit(1))}, show(lit("show"), use(x)), ret(use(x))),
		def(g.fail,
			&ir.Assign{Lhs: exprs(use(g.count)), Op: "+", Rhs: exprs(lit(1))},
			show(lit("fail"), use(g.fail.Params[0])),
			iff(bin("==", bin("%", use(g.fail.Params[0]), lit(3)), lit(0)),
				body(ret(lit(0), call(pkg("fmt", "Errorf"), lit("failed %d"), use(g.fail.Params[0]))))),
			ret(bin("+", use(g.fail.Params[0]), lit(1)), &ir.Nil{})),
		def(g.box,
			iff(bin(">", use(g.box.Params[0]), lit(1)), body(ret(lit("big")))),
			ret(use(g.box.Params[0]))),
	}
	var run []ir.Stmt
	for i := range n {
		f := g.function(fmt.Sprintf("f_%d", i))
		decls = append(decls, f)
		run = append(run,
			show(lit(fmt.Sprintf("run %d", i))),
			let(g.fuel, lit(40)),
			let(g.count, lit(0)),
			show(call(fref(f.Func), lit(i%5))))
	}
	return prog(append(decls, mainDef(run...))...)
}

func (g *generator) function(name string) *ir.FuncDecl {
	f := fun(name, params(par("p", ir.Int)), results(ir.Int))
	g.vars = []*ir.Var{f.Params[0]}
	types := []ir.Type{ir.Int, ir.Int, ir.Int, ir.Bool, ir.String, ir.Error, ir.Any, ir.Float64}
	hints := []string{"x", "y", "err", "item", "len", "user_id", "type", "show", "count"}
	for range 4 + g.r.IntN(5) {
		g.vars = append(g.vars, &ir.Var{
			Name: hints[g.r.IntN(len(hints))],
			Type: types[g.r.IntN(len(types))],
			Temp: g.r.IntN(2) == 0,
		})
	}
	g.labels, g.loops, g.depth = nil, 0, 0
	b := g.block(4)
	return def(f, append(b, ret(g.expr(ir.Int, 2)))...)
}

func (g *generator) block(n int) []ir.Stmt {
	g.depth++
	defer func() { g.depth-- }()
	var out []ir.Stmt
	for range 1 + g.r.IntN(n) {
		out = append(out, g.stmts()...)
	}
	return out
}

func (g *generator) pick(t ir.Type) *ir.Var {
	var fit []*ir.Var
	for _, v := range g.vars {
		if v.Type == t {
			fit = append(fit, v)
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return fit[g.r.IntN(len(fit))]
}

// stmts makes one statement, or a few that belong together.
func (g *generator) stmts() []ir.Stmt {
	n := g.r.IntN(24)
	if g.depth > 4 && n > 9 {
		n = g.r.IntN(10)
	}
	switch n {
	case 0, 1, 2:
		v := g.vars[g.r.IntN(len(g.vars))]
		return body(let(v, g.expr(v.Type, 3)))
	case 3:
		return body(show(g.anyExpr(), g.anyExpr()))
	case 4:
		return body(do(call(fref(g.show), g.expr(ir.Int, 2))))
	case 5: // v, err = fail(x); if err != nil { ... }
		v, err := tmp("got", ir.Int), g.pick(ir.Error)
		if err == nil || g.r.IntN(2) == 0 {
			err = tmp("err", ir.Error)
		}
		g.vars = append(g.vars, v)
		return body(
			setN(exprs(use(v), use(err)), call(fref(g.fail), g.expr(ir.Int, 1))),
			iff(notNil(err), append(g.block(2), show(use(err)))))
	case 6: // a temporary used at once
		if g.r.IntN(3) == 0 { // a copy that a closure keeps
			from, c := g.pick(ir.Int), tmp("copied", ir.Int)
			g.vars = append(g.vars, c)
			fn := g.closure()
			g.forget(c)
			return body(let(c, use(from)), show(call(fn), use(c)))
		}
		t := []ir.Type{ir.Int, ir.String, ir.Any, ir.Bool}[g.r.IntN(4)]
		v := tmp("t", t)
		saved := len(g.vars)
		out := body(let(v, g.expr(t, 2)))
		g.vars = append(g.vars, v, v, v, v)
		out = append(out, show(g.anyExpr(), use(v), g.anyExpr()))
		g.vars = g.vars[:saved]
		return out
	case 7:
		a, b := g.pick(ir.Int), g.pick(ir.Int)
		if a != b {
			return body(setN(exprs(use(a), use(b)), g.expr(ir.Int, 1), g.expr(ir.Int, 1)))
		}
		return body(&ir.Assign{Lhs: exprs(use(a)), Op: "+", Rhs: exprs(g.expr(ir.Int, 1))})
	case 8:
		if g.loops > 0 && g.r.IntN(2) == 0 {
			var l *ir.Label
			if g.r.IntN(2) == 0 {
				l = g.labels[g.r.IntN(len(g.labels))]
			}
			return body(iff(g.expr(ir.Bool, 2), body(&ir.Branch{Tok: []string{"break", "continue"}[g.r.IntN(2)], Label: l})))
		}
		return body(iff(g.expr(ir.Bool, 2), body(ret(g.expr(ir.Int, 1)))))
	case 9: // x = x + e
		v := g.pick(ir.Int)
		return body(let(v, bin("+", use(v), g.expr(ir.Int, 1))))
	case 10, 11, 12:
		s := iff(g.expr(ir.Bool, 2), g.block(3))
		if g.r.IntN(2) == 0 {
			s.Else = g.block(3)
		}
		return body(s)
	case 13:
		l := g.enter()
		defer g.leave()
		s := loop(call(fref(g.tick)), g.block(3)...)
		s.Label = l
		return body(s)
	case 14:
		i := vr("i", ir.Int)
		l := g.enter()
		defer g.leave()
		g.vars = append(g.vars, i)
		return body(&ir.For{Label: l,
			Init: let(i, lit(0)), Cond: bin("&&", bin("<", use(i), lit(3)), call(fref(g.tick))),
			Post: &ir.Assign{Lhs: exprs(use(i)), Op: "+", Rhs: exprs(lit(1))},
			Body: g.block(3)})
	case 15:
		l := g.enter()
		defer g.leave()
		s := forRange(nil, nil, &ir.Composite{Type: slice(ir.Int), Elts: []ir.Elt{{Value: lit(4)}, {Value: lit(7)}, {Value: lit(9)}}})
		s.Label = l
		if g.r.IntN(2) == 0 {
			s.Key, s.Value, s.Assign = nil, g.pick(ir.Int), true
		} else {
			s.Key, s.Value = tmp("i", ir.Int), tmp("v", ir.Int)
			g.vars = append(g.vars, s.Key, s.Value)
			defer g.forget(s.Key, s.Value)
		}
		s.Body = g.block(3)
		return body(s)
	case 16:
		s := &ir.Switch{Tag: g.expr(ir.Int, 2)}
		for i := range 1 + g.r.IntN(3) {
			s.Cases = append(s.Cases, &ir.Case{Exprs: exprs(lit(i)), Body: g.block(2)})
		}
		if g.r.IntN(2) == 0 {
			s.Cases = append(s.Cases, &ir.Case{Body: g.block(2)})
		}
		return body(s)
	case 17:
		n, str := tmp("n", ir.Int), tmp("s", ir.String)
		s := &ir.TypeSwitch{X: call(fref(g.box), g.expr(ir.Int, 1))}
		g.vars = append(g.vars, n)
		ints := g.block(2)
		g.forget(n)
		g.vars = append(g.vars, str)
		strs := g.block(2)
		g.forget(str)
		s.Cases = []*ir.Case{{Types: []ir.Type{ir.Int}, Bind: n, Body: ints}, {Types: []ir.Type{ir.String}, Bind: str, Body: strs}}
		return body(s)
	case 18: // a local function, called at once and perhaps later
		f := vr("helper", nil)
		l := g.closure(par("a", ir.Int))
		f.Type = typeOf(l)
		return body(&ir.LocalFunc{Var: f, Lit: l}, show(call(use(f), g.expr(ir.Int, 1))))
	case 19: // closures called in place
		switch v := g.pick(ir.Int); g.r.IntN(6) {
		case 0:
			return body(do(call(g.closure())))
		case 1:
			return body(iff(g.expr(ir.Bool, 1), body(ret(call(g.closure())))))
		default:
			return body(let(v, call(g.closure())))
		}
	case 22: // a result that a variable takes over
		v, t, err := g.pick(ir.Int), tmp("t", ir.Int), tmp("err", ir.Error)
		leave := ir.Stmt(ret(g.expr(ir.Int, 1)))
		if g.loops > 0 && g.r.IntN(3) == 0 {
			leave = cont(nil)
		}
		out := body(setN(exprs(use(t), use(err)), call(fref(g.fail), g.expr(ir.Int, 1))), iff(notNil(err), body(leave)))
		if g.r.IntN(2) == 0 {
			out = append(out, g.stmts()...)
		}
		out = append(out, let(v, use(t)))
		if g.r.IntN(2) == 0 {
			out = append(out, show(use(t), use(v)))
		}
		return append(out, g.stmts()...)
	case 20, 21: // a variable that is new each time
		t := []ir.Type{ir.Int, ir.Bool, ir.String}[g.r.IntN(3)]
		v := tmp("fresh", t)
		g.vars = append(g.vars, v)
		g.private = append(g.private, v)
		defer g.forget(v)
		return append(body(&ir.Declare{Var: v}), append(g.block(3), show(use(v)))...)
	default:
		if g.r.IntN(2) == 0 {
			return body(&ir.Block{Body: g.block(3)})
		}
		return body(&ir.If{Init: let(tmp("k", ir.Int), g.expr(ir.Int, 1)), Cond: g.expr(ir.Bool, 1), Then: g.block(2)})
	}
}

// closure makes a function literal over the variables of the function.
func (g *generator) closure(ps ...*ir.Var) *ir.FuncLit {
	saved, labels, loops := g.vars, g.labels, g.loops
	g.forget(g.private...)
	g.vars = append(g.vars, ps...)
	for _, v := range g.vars {
		v.Captured, v.FuncScope = true, true
	}
	g.labels, g.loops = nil, 0
	inner := append(g.block(2), ret(g.expr(ir.Int, 2)))
	g.vars, g.labels, g.loops = saved, labels, loops
	return lambda(ps, results(ir.Int), inner...)
}

// forget ends the scope of variables.
func (g *generator) forget(gone ...*ir.Var) {
	g.vars = slices.DeleteFunc(slices.Clone(g.vars), func(v *ir.Var) bool { return slices.Contains(gone, v) })
}

func (g *generator) enter() *ir.Label {
	g.loops++
	l := &ir.Label{Name: "outer"}
	g.labels = append(g.labels, l)
	return l
}

func (g *generator) leave() {
	g.loops--
	g.labels = g.labels[:len(g.labels)-1]
}

func (g *generator) anyExpr() ir.Expr {
	return g.expr([]ir.Type{ir.Int, ir.Bool, ir.String, ir.Any, ir.Error}[g.r.IntN(5)], 2)
}

// expr makes an expression of type t.
func (g *generator) expr(t ir.Type, depth int) ir.Expr {
	if v := g.pick(t); v != nil && (depth == 0 || g.r.IntN(3) == 0) {
		return use(v)
	}
	deep := depth > 0 && g.r.IntN(3) > 0
	switch t {
	case ir.Int:
		switch n := g.r.IntN(5); {
		case deep && n == 0:
			return call(fref(g.show), g.expr(ir.Int, depth-1))
		case deep && n < 3:
			return bin([]string{"+", "-", "*", "&", "|"}[g.r.IntN(5)], g.expr(ir.Int, depth-1), un("-", use(g.pick(ir.Int))))
		case deep && n == 3:
			return un("-", g.expr(ir.Int, depth-1))
		case n == 4:
			return use(g.count)
		}
		return lit(g.r.IntN(5) - 1)
	case ir.Bool:
		if !deep {
			return bin("==", use(g.pick(ir.Int)), lit(g.r.IntN(3)))
		}
		switch g.r.IntN(4) {
		case 0:
			return bin([]string{"&&", "||"}[g.r.IntN(2)], g.expr(ir.Bool, depth-1), g.expr(ir.Bool, depth-1))
		case 1:
			return un("!", g.expr(ir.Bool, depth-1))
		case 2:
			return bin([]string{"<", ">=", "!="}[g.r.IntN(3)], g.expr(ir.Int, depth-1), use(g.pick(ir.Int)))
		}
		return call(fref(g.tick))
	case ir.String:
		if deep {
			return typed(call(pkg("fmt", "Sprint"), g.expr(ir.Int, depth-1)), ir.String)
		}
		return lit([]string{"", "a", "b\n", "say \"hi\" \\ there"}[g.r.IntN(4)])
	case ir.Float64:
		return lit([]float64{1, 0.5, -2}[g.r.IntN(3)])
	case ir.Error:
		if deep {
			return typed(call(pkg("fmt", "Errorf"), lit("e%d"), g.expr(ir.Int, depth-1)), ir.Error)
		}
		return &ir.Nil{}
	case ir.Any:
		switch g.r.IntN(3) {
		case 0:
			return g.expr(ir.Int, 0)
		case 1:
			return lit("any")
		}
		return call(fref(g.box), g.expr(ir.Int, 0))
	}
	panic(fmt.Sprintf("no expression of type %v", t))
}

// TestRandomTypeChecks: whatever the IR, the output is accepted by Go.
func TestRandomTypeChecks(t *testing.T) {
	for seed := range uint64(30) {
		src, err := Program(newGenerator(seed).program(6))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if err := typeCheck(src); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, numberLines(string(src)))
		}
	}
}

// plain emits p without tidying, but for unread variables that Go refuses, and
// with every variable declared at the top of its function: what the program
// means, written in the plainest way.
func plain(p *ir.Program) ([]byte, error) {
	var units []unit
	eachBody(p, func(d ir.Decl, params []*ir.Var, body *[]ir.Stmt) {
		analyze(params, body).rewrite(func(s ir.Stmt) ([]ir.Stmt, bool) {
			d, ok := s.(*ir.Declare)
			if !ok {
				return nil, false
			}
			zero := map[ir.Type]any{ir.Int: int64(0), ir.Bool: false, ir.String: ""}
			return []ir.Stmt{let(d.Var, &ir.Lit{Value: zero[d.Var.Type]})}, true
		})
		for dropUnread(analyze(params, body)) {
		}
		a := analyze(params, body)
		for settleRanges(a) {
			a = analyze(params, body)
		}
		a.hasGoto = true
		units = append(units, unit{d, placeIn(a)})
	})
	return render(p, units)
}

// TestRandomMeaning: tidying and placing do not change what a program does.
func TestRandomMeaning(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	seed, n := uint64(11), 100
	if s := os.Getenv("EMIT_SEED"); s != "" {
		fmt.Sscan(s, &seed)
	}
	want := runGo(t, plain, newGenerator(seed).program(n))
	got := runGo(t, Program, newGenerator(seed).program(n))
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	run := ""
	for i := range min(len(g), len(w)) {
		if strings.HasPrefix(w[i], "run ") {
			run = w[i]
		}
		if g[i] != w[i] {
			t.Fatalf("in %q, line %d: got %q, want %q", run, i+1, g[i], w[i])
		}
	}
	t.Fatalf("got %d lines, want %d", len(g), len(w))
}

// runGo emits, vets, builds and runs a program and returns its output.
func runGo(t *testing.T, emit func(*ir.Program) ([]byte, error), p *ir.Program) string {
	t.Helper()
	src, err := emit(p)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if keep := os.Getenv("EMIT_KEEP"); keep != "" {
		dir, err = os.MkdirTemp(keep, "emit")
		if err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(dir, "main.go")
	if err := os.WriteFile(file, src, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "run", file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// BenchmarkProgram emits a program of some 6,000 lines.
func BenchmarkProgram(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		p := newGenerator(5).program(150)
		b.StartTimer()
		src, err := Program(p)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(src)))
	}
}
