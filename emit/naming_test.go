package emit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/transform/ir"
)

func fld(name string, t ir.Type) *ir.Field { return &ir.Field{Name: name, Type: t} }

func structDecl(name string, fields ...*ir.Field) *ir.TypeDecl {
	return &ir.TypeDecl{Name: name, Struct: &ir.StructType{Fields: fields}}
}

// method makes a method with a pointer receiver.
func method(d *ir.TypeDecl, name string, ps, rs []*ir.Var) *ir.Func {
	return &ir.Func{Name: name, Recv: par("self", ptr(named(d))), RecvDecl: d, Params: ps, Results: rs}
}

func TestTopLevelClashes(t *testing.T) {
	global := func(name string) *ir.VarDecl {
		return &ir.VarDecl{Var: &ir.Var{Name: name, Type: ir.Int, Global: true}}
	}
	noop := func(name string) *ir.FuncDecl { return def(fun(name, nil, nil)) }
	expect(t, prog(
		structDecl("User"), noop("user"), global("USER"),
		structDecl("_User"),
		noop("main"), noop("init"), noop("type"), noop("fmt"), noop("len"), noop("string"), noop("func"), noop("any"),
		global("range"), global("_x"), global("x"), global("__x"), global("nil"), noop("error"),
		mainDef(show(call(pkg("", "len"), lit("a"))), show(&ir.Nil{}), show(&ir.Convert{Type: ir.Any, X: lit(1)})),
	), `
type User struct{}

func userFunc() {}

var userValue int

type user struct{}

func run() {}

func initialize() {}

func typ() {}

func fmtFunc() {}

func length() {}

func string() {}

func fn() {}

func anyFunc() {}

var rng int
var x int
var xValue int
var xValue2 int
var nilValue int

func error() {}

func main() {
	fmt.Println(len("a"))
	fmt.Println(nil)
	fmt.Println(any(1))
}
`)
}

func TestLibraryNames(t *testing.T) {
	user := &ir.TypeDecl{Name: "User", Exported: true, Struct: &ir.StructType{Fields: []*ir.Field{
		{Name: "user_id", Exported: true, Type: ir.Int}, {Name: "_token", Type: ir.String}}}}
	hidden := structDecl("_Cache")
	fetch := fun("fetch_user", params(par("user_id", ir.Int)), results(ptr(named(user))))
	fetch.Exported = true
	helper := fun("main", nil, nil)
	same := &ir.Func{Name: "user", Exported: true}
	p := prog(user, hidden,
		def(fetch, ret(&ir.Composite{Type: named(user), Addr: true, Elts: []ir.Elt{{Field: user.Struct.Fields[0], Value: use(fetch.Params[0])}}})),
		def(helper), def(same),
		&ir.VarDecl{Var: &ir.Var{Name: "MAX_RETRIES", Type: ir.Int, Global: true, Exported: true}, Value: lit(3)})
	p.Package = "users"
	src, err := Program(p)
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(src), "package users\n\n")
	if want := `type User struct {
	UserID int
	token  string
}

type cache struct{}

func FetchUser(userID int) *User {
	return &User{UserID: userID}
}

func main() {}

func UserFunc() {}

var MaxRetries = 3
`; text != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
	if err := typeCheck(src); err != nil {
		t.Error(err)
	}
}

func TestMembers(t *testing.T) {
	// Python's `_name` beside a property `name`; a keyword; mangled names.
	name, typ, mangled, run := fld("_name", ir.String), fld("type", ir.Int), fld("__name", ir.Int), fld("run", ir.Bool)
	base := structDecl("Base", name, typ, mangled, run)
	child := structDecl("Child", &ir.Field{Embedded: true, Type: named(base)}, fld("name", ir.Int), fld("type", ir.Int))
	prop := method(base, "name", nil, results(ir.String))
	work := method(child, "run", nil, results(ir.Int))
	hidden := method(child, "_run", nil, nil)
	iface := &ir.TypeDecl{Name: "Runner", Iface: &ir.InterfaceType{Methods: []*ir.Func{{Name: "run", Results: results(ir.Int)}}}}
	expect(t, prog(base, child, iface,
		def(prop, ret(field(use(prop.Recv), name))),
		def(work, do(call(&ir.MethodRef{X: use(work.Recv), Func: hidden})),
			ret(field(use(work.Recv), child.Struct.Fields[1]))),
		def(hidden),
		&ir.VarDecl{Var: &ir.Var{Name: "r", Type: named(iface), Global: true}, Value: &ir.Composite{Type: named(child), Addr: true}},
	), `
type Base struct {
	name      string
	typ       int
	nameValue int
	run       bool
}

type Child struct {
	Base
	nameField int
	typ       int
}

type Runner interface {
	Run() int
}

func (b *Base) Name() string {
	return b.name
}

func (c *Child) Run() int {
	c.runMethod()
	return c.nameField
}

func (c *Child) runMethod() {}

var r Runner = &Child{}
`)
}

func TestTiedMethods(t *testing.T) {
	tie := &ir.MethodName{Name: "close"}
	a, b := structDecl("A", fld("close", ir.Int)), structDecl("B")
	one, two := method(a, "close", nil, nil), method(b, "shut", nil, nil)
	one.Method, two.Method = tie, tie
	fixed := method(b, "__str__", nil, results(ir.String))
	fixed.GoName = "String"
	expect(t, prog(a, b, def(one), def(two), def(fixed, ret(lit("b")))), `
type A struct {
	close int
}

type B struct{}

func (a *A) Close() {}

func (b *B) Close() {}

func (b *B) String() string {
	return "b"
}
`)
}

func TestReceivers(t *testing.T) {
	user := structDecl("User", fld("n", ir.Int))
	n := user.Struct.Fields[0]
	m := method(user, "add", params(par("u", ir.Int)), results(ir.Int))
	other := method(user, "get", params(par("us", ir.Int), par("u", ir.Int)), results(ir.Int))
	expect(t, prog(user,
		def(m, ret(bin("+", use(m.Params[0]), field(use(m.Recv), n)))),
		def(other, ret(bin("+", use(other.Params[0]), field(use(other.Recv), n))))), `
type User struct {
	n int
}

func (u2 *User) add(u int) int {
	return u + u2.n
}

func (u2 *User) get(us, u int) int {
	return us + u2.n
}
`)
}

func TestLocalClashes(t *testing.T) {
	user := structDecl("user")
	get := fun("get", params(par("fmt", ir.Int), par("type", ir.Int), par("len", ir.Int)), results(ir.Int))
	inner := vr("get", ir.Int)
	outer, shadow := vr("v", ir.Int), vr("v", ir.Int)
	u := vr("user", ptr(named(user)))
	expect(t, prog(user,
		def(get,
			// A parameter that hides the package it needs, and a call of the
			// function that a local has the name of.
			show(use(get.Params[0]), use(get.Params[1])),
			let(inner, call(fref(get), lit(1), lit(2), call(pkg("", "len"), lit("x")))),
			let(u, &ir.Composite{Type: named(user), Addr: true}),
			let(outer, use(get.Params[2])),
			iff(bin(">", use(outer), lit(1)), body(let(shadow, call(fref(get), lit(1), lit(2), lit(3))), show(use(shadow), use(shadow), use(u)))),
			iff(bin(">", use(outer), lit(2)), body(let(vr("v", ir.Int), lit(1)))),
			ret(use(inner)))), `
type user struct{}

func get(fmt2, typ, length int) int {
	fmt.Println(fmt2, typ)
	get2 := get(1, 2, len("x"))
	user2 := &user{}
	v := length
	if v > 1 {
		v := get(1, 2, 3)
		fmt.Println(v, v, user2)
	}
	return get2
}
`)
}

func TestImportClashes(t *testing.T) {
	f := fun("f", params(par("time", ir.Int)), nil)
	src, err := Program(prog(def(f,
		do(call(pkg("time", "Now"))),
		do(call(pkg("github.com/py2go-async/py2go-async/runtime/time", "Sleep"), use(f.Params[0]))),
		do(call(pkg("github.com/py2go-async/py2go-async/runtime/string", "Join"))),
		do(call(pkg("math/rand/v2", "Int"))),
		do(call(pkg("example.com/json", "Dumps"))))))
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(src), "package main\n\n")
	if want := `import (
	"math/rand/v2"
	"time"

	"example.com/json"
	pystring "github.com/py2go-async/py2go-async/runtime/string"
	pytime "github.com/py2go-async/py2go-async/runtime/time"
)

func f(time2 int) {
	time.Now()
	pytime.Sleep(time2)
	pystring.Join()
	rand.Int()
	json.Dumps()
}
`; text != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
}

// TestHostileNames declares everything under every awkward name at once.
func TestHostileNames(t *testing.T) {
	awkward := []string{
		"break", "case", "chan", "const", "default", "func", "go", "goto", "interface", "map", "package", "range",
		"select", "struct", "switch", "type", "var", "fallthrough", "defer",
		"len", "cap", "new", "make", "string", "int", "error", "any", "nil", "true", "false", "iota", "append", "copy",
		"max", "min", "print", "panic", "recover", "close", "clear", "delete", "complex", "real", "imag", "rune", "byte",
		"fmt", "strings", "main", "init", "_", "__", "_1", "x1", "x_1", "X1", "user_id", "userID", "userId", "UserID",
		"self", "err", "ctx", "变量", "é", "String", "Error", "v", "f", "T", "t", "String2", "string2", "fmt2", "ReadByte", "read_byte",
	}
	var decls []ir.Decl
	var fields []*ir.Field
	for _, n := range awkward {
		fields = append(fields, &ir.Field{Name: n, Type: ir.Int, Exported: n == "v" || n == "len"})
	}
	holder := structDecl("Holder", fields...)
	decls = append(decls, holder)
	for _, n := range awkward {
		g := &ir.Var{Name: n, Type: ir.Int, Global: true}
		d := structDecl(n, fld(n, ir.Int))
		f := fun(n, params(par(n, ir.Int), par("v", ir.Int)), results(ir.Int))
		m := method(holder, n, params(par(n, ir.Int)), results(ir.Int))
		local, second := vr(n, ir.Int), vr(n, ir.String)
		decls = append(decls, d, &ir.VarDecl{Var: g},
			def(m, ret(bin("+", use(m.Params[0]), call(&ir.MethodRef{X: use(m.Recv), Func: m}, lit(1))))),
			def(f,
				let(local, bin("+", use(f.Params[0]), use(g))),
				let(second, call(pkg("strings", "ToUpper"), call(pkg("fmt", "Sprint"), use(local), use(f.Params[1])))),
				show(&ir.Composite{Type: named(d), Elts: []ir.Elt{{Field: d.Struct.Fields[0], Value: use(local)}}}, call(pkg("", "len"), use(second)), &ir.Nil{}, lit(true),
					&ir.Convert{Type: ir.String, X: use(second)}, &ir.Convert{Type: ir.Any, X: use(second)}, call(pkg("", "new"), &ir.TypeRef{Type: ir.Error})),
				iff(bin("==", use(local), call(fref(f), lit(1), lit(2))), body(do(call(pkg("", "panic"), use(second))))),
				ret(bin("+", use(local), use(g)))))
	}
	src, err := Program(prog(append(decls, mainDef())...))
	if err != nil {
		t.Fatal(err)
	}
	if err := typeCheck(src); err != nil {
		t.Fatalf("%v\n%s", err, numberLines(string(src)))
	}
}

func TestLabelsOfOneName(t *testing.T) {
	w := newWorld()
	nest := func() ir.Stmt {
		l := &ir.Label{Name: "outer"}
		s := forRange(nil, nil, use(w.xs), forRange(nil, nil, use(w.xs), iff(use(w.ok), body(cont(l))), show()), show())
		s.Label = l
		return s
	}
	w.expect(t, `
outer:
for range xs {
	for range xs {
		if ok {
			continue outer
		}
		fmt.Println()
	}
	fmt.Println()
}
outer2:
for range xs {
	for range xs {
		if ok {
			continue outer2
		}
		fmt.Println()
	}
	fmt.Println()
}
`, nest(), nest())
}

// TestDeterministic: same input, same bytes.
func TestDeterministic(t *testing.T) {
	var first string
	for i := range 5 {
		src, err := Program(newGenerator(3).program(5))
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = string(src)
		} else if string(src) != first {
			t.Fatal("two runs differ")
		}
	}
}

func TestWrongIR(t *testing.T) {
	v := vr("v", ir.Int)
	g := &ir.Var{Name: "g", Type: ir.Int, Global: true}
	for _, tc := range []struct {
		want string
		body []ir.Stmt
	}{
		{`variable "v" has no type`, body(let(vr("v", nil), lit(1)))},
		{`package variable "g" is not declared`, body(show(use(g)))},
		{`function "f" is not declared`, body(show(call(fref(fun("f", nil, nil)))))},
		{`variable "v" is used outside of the block of its Declare`, body(&ir.Block{Body: body(&ir.Declare{Var: v})}, show(use(v)))},
		{`variable "v" is used before its Declare`, body(show(use(v)), &ir.Declare{Var: v})},
		{"nil expression", body(show(nil))},
		{"nil expression", body(&ir.ExprStmt{})},
		{"nil statement", body(nil)},
		{"assignment of 2 values to 1 places", body(setN(exprs(use(v)), lit(1), lit(2)))},
		{`unexpected branch "next"`, body(&ir.Branch{Tok: "next"})},
	} {
		func() {
			defer func() {
				if got := fmt.Sprint(recover()); !strings.Contains(got, tc.want) || !strings.Contains(got, "line 7") {
					t.Errorf("got %q, want %q", got, tc.want)
				}
			}()
			d := mainDef(tc.body...)
			d.Pos.Line = 7
			Program(prog(d))
		}()
	}
}
