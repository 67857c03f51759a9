package emit

import "github.com/py2go-async/py2go-async/transform/ir"

// Short constructors for IR, so that a test reads like the Go it stands for.

const (
	pyPkg      = "github.com/py2go-async/py2go-async/runtime/py"
	asyncioPkg = "github.com/py2go-async/py2go-async/runtime/asyncio"
)

func prog(decls ...ir.Decl) *ir.Program {
	return &ir.Program{Package: "main", Source: "test.py", Decls: decls}
}

func vr(name string, t ir.Type) *ir.Var  { return &ir.Var{Name: name, Type: t} }
func tmp(name string, t ir.Type) *ir.Var { return &ir.Var{Name: name, Type: t, Temp: true} }
func par(name string, t ir.Type) *ir.Var { return &ir.Var{Name: name, Type: t, Param: true} }

func params(vs ...*ir.Var) []*ir.Var { return vs }

func results(ts ...ir.Type) []*ir.Var {
	out := make([]*ir.Var, len(ts))
	for i, t := range ts {
		out[i] = &ir.Var{Type: t}
	}
	return out
}

func fun(name string, ps, rs []*ir.Var) *ir.Func {
	return &ir.Func{Name: name, Params: ps, Results: rs}
}

func def(f *ir.Func, body ...ir.Stmt) *ir.FuncDecl { return &ir.FuncDecl{Func: f, Body: body} }

// mainDef is the program's func main.
func mainDef(body ...ir.Stmt) *ir.FuncDecl {
	return def(&ir.Func{Name: "<main>", GoName: "main"}, body...)
}

func lit(v any) ir.Expr {
	if i, ok := v.(int); ok {
		v = int64(i)
	}
	return &ir.Lit{Value: v}
}

func use(v *ir.Var) ir.Expr               { return &ir.Use{Var: v} }
func fref(f *ir.Func) ir.Expr             { return &ir.FuncRef{Func: f} }
func pkg(path, name string) ir.Expr       { return &ir.PkgRef{Pkg: path, Name: name} }
func bin(op string, x, y ir.Expr) ir.Expr { return &ir.Binary{Op: op, X: x, Y: y} }
func un(op string, x ir.Expr) ir.Expr     { return &ir.Unary{Op: op, X: x} }
func sel(x ir.Expr, name string) ir.Expr  { return &ir.Select{X: x, Name: name} }
func field(x ir.Expr, f *ir.Field) ir.Expr {
	return &ir.FieldRef{X: x, Field: f}
}

func call(f ir.Expr, args ...ir.Expr) *ir.Call { return &ir.Call{Fun: f, Args: args} }

// typed tells the result types of a call.
func typed(c *ir.Call, ts ...ir.Type) *ir.Call {
	c.Types = ts
	return c
}

func set(l, r ir.Expr) *ir.Assign { return &ir.Assign{Lhs: []ir.Expr{l}, Rhs: []ir.Expr{r}} }

func let(v *ir.Var, r ir.Expr) *ir.Assign { return set(use(v), r) }

func setN(lhs []ir.Expr, rhs ...ir.Expr) *ir.Assign { return &ir.Assign{Lhs: lhs, Rhs: rhs} }

func exprs(es ...ir.Expr) []ir.Expr { return es }

func do(e ir.Expr) *ir.ExprStmt { return &ir.ExprStmt{X: e} }

func ret(vs ...ir.Expr) *ir.Return { return &ir.Return{Values: vs} }

func iff(cond ir.Expr, then []ir.Stmt, els ...ir.Stmt) *ir.If {
	return &ir.If{Cond: cond, Then: then, Else: els}
}

func body(ss ...ir.Stmt) []ir.Stmt { return ss }

func loop(cond ir.Expr, ss ...ir.Stmt) *ir.For { return &ir.For{Cond: cond, Body: ss} }

func forRange(k, v *ir.Var, x ir.Expr, ss ...ir.Stmt) *ir.Range {
	return &ir.Range{Key: k, Value: v, X: x, Body: ss}
}

func brk(l *ir.Label) *ir.Branch  { return &ir.Branch{Tok: "break", Label: l} }
func cont(l *ir.Label) *ir.Branch { return &ir.Branch{Tok: "continue", Label: l} }

func lambda(ps, rs []*ir.Var, ss ...ir.Stmt) *ir.FuncLit {
	return &ir.FuncLit{Params: ps, Results: rs, Body: ss}
}

func ptr(t ir.Type) ir.Type         { return &ir.Pointer{Elem: t} }
func slice(t ir.Type) ir.Type       { return &ir.Slice{Elem: t} }
func named(d *ir.TypeDecl) ir.Type  { return &ir.Named{Decl: d} }
func ext(path, name string) ir.Type { return &ir.Named{Pkg: path, Name: name} }

// show stands for a use of values that the tests do not care about: it is the
// standard library's fmt.Println, so that results compile without our runtime.
func show(args ...ir.Expr) *ir.ExprStmt { return do(call(pkg("fmt", "Println"), args...)) }

func notNil(v *ir.Var) ir.Expr { return bin("!=", use(v), &ir.Nil{}) }

func comments(lines ...string) []ir.Comment {
	out := make([]ir.Comment, len(lines))
	for i, l := range lines {
		out[i].Text = l
	}
	return out
}
