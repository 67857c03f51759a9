package emit

import (
	"testing"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// with sets comments of a statement or declaration.
func with[T interface{ Base() *ir.Meta }](s T, blank bool, trailing string, leading ...string) T {
	m := s.Base()
	m.BlankBefore = blank
	m.Trailing = trailing
	m.Leading = comments(leading...)
	return s
}

func TestComments(t *testing.T) {
	n := par("n", ir.Int)
	f := fun("f", params(n), results(ir.Int))
	v := vr("v", ir.Int)
	x := tmp("x", ir.Int)
	els := iff(bin("==", use(n), lit(2)), body(show(lit(2))))
	els.Leading = comments(" the second case")
	d := def(f,
		with(let(v, lit(1)), true, " one", " first", "", "go:embed is no directive"),
		with(show(use(v)), true, "", " set off"),
		with(iff(bin("==", use(n), lit(1)),
			body(with(show(lit(1)), true, " shown")), els), false, " which"),
		with(loop(bin("<", use(n), lit(3)),
			&ir.Assign{Lhs: exprs(use(n)), Op: "+", Rhs: exprs(lit(1))}), true, " count"),
		with(forRange(nil, x, &ir.Composite{Type: slice(ir.Int)}, show(use(x))), false, " each"),
		&ir.Switch{Tag: use(n), Cases: []*ir.Case{
			{Meta: ir.Meta{Leading: comments(" a case"), Trailing: " one"}, Exprs: exprs(lit(1)), Body: body(show())},
			{Meta: ir.Meta{BlankBefore: true}, Body: body(&ir.CommentStmt{Lines: comments(" nothing")})},
		}},
		with(let(vr("unused", ir.Int), lit(1)), true, " for later", " not needed"),
		with(ret(use(v)), true, "", " the end"))
	d.Tail = []ir.Comment{{Text: " after"}, {Text: " all", BlankBefore: true}}
	d.Doc = []string{"f does things.", "", "    indented", "\twith\ta\ttab  "}
	d.Leading = comments(" above the docstring")
	p := prog(d, with(def(fun("g", nil, nil)), true, " empty", " far away"))
	p.Tail = comments(" the file ends")
	i := d.Body[2].(*ir.If)
	i.ThenTail, els.ThenTail = comments(" then tail"), comments(" second tail")
	expect(t, p, `
// above the docstring
// f does things.
//
//	    indented
//		with	a	tab
func f(n int) int {
	// first
	//
	// go:embed is no directive

	v := 1 // one
	// set off

	fmt.Println(v)
	if n == 1 { // which
		fmt.Println(1) // shown
		// then tail
	} else if n == 2 {
		// the second case
		fmt.Println(2)
		// second tail
	}

	for n < 3 { // count
		n++
	}
	for _, x := range []int{} { // each
		fmt.Println(x)
	}
	switch n {
	// a case
	case 1: // one
		fmt.Println()

	default:
		// nothing
	}
	// not needed
	// for later
	// the end

	return v
	// after

	// all
}

// far away

func g() {
	// empty
}

// the file ends
`)
}

func TestStructComments(t *testing.T) {
	a := &ir.Field{Meta: ir.Meta{Trailing: " the a"}, Name: "a", Type: ir.Int}
	b := &ir.Field{Meta: ir.Meta{BlankBefore: true}, Name: "long_name", Type: ir.String, Doc: []string{"longName is b."}}
	d := with(structDecl("T", a, b), false, " trailing", " above")
	d.Doc = []string{"T is a type."}
	empty := with(&ir.TypeDecl{Name: "I", Iface: &ir.InterfaceType{}}, false, " any")
	expect(t, prog(d, empty, with(&ir.VarDecl{Var: &ir.Var{Name: "x", Type: ir.Int, Global: true}, Value: lit(1)}, false, " one")), `
// above
// T is a type.
type T struct { // trailing
	a int // the a

	// longName is b.
	longName string
}

type I interface{} // any

var x = 1 // one
`)
}

// TestCommentsSurviveTidying: a statement that goes leaves its comments.
func TestCommentsSurviveTidying(t *testing.T) {
	w := newWorld().returning(ir.Int)
	v, err := tmp("v", ir.Int), tmp("err", ir.Error)
	w.expect(t, `
// load it
fmt.Println(get(n)) // shown
// try
if run() != nil {
	// give up
	return 1
}
// joined
return get(m) // here
`,
		with(let(v, call(fref(w.get), use(w.n))), false, "", " load it"),
		with(show(use(v)), true, " shown"),
		let(err, call(fref(w.run))),
		with(iff(notNil(err), body(with(ret(lit(1)), false, "", " give up"))), false, "", " try"),
		with(ret(call(lambda(nil, results(ir.Int), ret(call(fref(w.get), use(w.m)))))), false, " here", " joined"))
}

// TestHostileComments: whatever a comment says, the output is Go.
func TestHostileComments(t *testing.T) {
	for _, c := range []string{"*/", "//", "/*", "line\nbreak", "\r", "\x00", "\ufeff", "\xff", "+build ignore", "go:build ignore", "line foo.go:1", "export x", "\u2028", "  "} {
		d := with(mainDef(with(show(), true, c, c)), true, c, c)
		d.Doc = []string{c}
		d.Tail = comments(c)
		p := prog(d)
		p.Doc = []string{c}
		p.Tail = comments(c)
		p.Source = c
		src, err := Program(p)
		if err != nil {
			t.Errorf("%q: %v", c, err)
			continue
		}
		if err := typeCheck(src); err != nil {
			t.Errorf("%q: %v\n%s", c, err, src)
		}
	}
}
