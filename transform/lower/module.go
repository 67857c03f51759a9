package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/types"
)

// module lowers the statements of the module: functions and types become
// package-level declarations, the rest the body of main (of init in a library
// package).
func (l *lowerer) module(m *ast.Module) {
	b := &body{l: l, result: types.None, canErr: true}
	b.ctx = &ir.Var{Name: "ctx", Type: ir.Context, Param: true}
	l.prog.Doc = docLines(m.Body)
	stmts := b.block(func() {
		l.top = b.out
		for _, s := range m.Body {
			b.guarded(s)
			l.started = l.started || l.startsProgram(s)
		}
	})
	l.addGlobals()
	l.addMain(b, stmts)
}

// addGlobals puts the package-level variables before the other declarations.
func (l *lowerer) addGlobals() {
	decls := make([]ir.Decl, 0, len(l.globals)+len(l.prog.Decls))
	for _, g := range l.globals {
		decls = append(decls, l.constDecl(g))
	}
	for _, d := range append(l.prog.Decls, l.tail...) {
		decls = append(decls, d)
		decls = append(decls, l.after[d]...)
	}
	l.prog.Decls = decls
}

// addMain makes `func main() { py.Main(func(ctx) error { ... }) }`.
func (l *lowerer) addMain(b *body, stmts []ir.Stmt) {
	if len(stmts) == 0 && l.opts.Package != "main" {
		return
	}
	if !endsFlow(stmts) {
		stmts = append(stmts, &ir.Return{Values: []ir.Expr{&ir.Nil{}}})
	}
	if l.positions {
		l.nameStmts = append(l.nameStmts, l.positionsCall())
	}
	stmts = append(l.nameStmts, stmts...)
	run := &ir.FuncLit{Params: []*ir.Var{b.ctx}, Results: []*ir.Var{{Type: ir.Error}}, Body: stmts}
	name, runner := "main", "Main"
	if l.opts.Package != "main" {
		name, runner = "init", "Init"
	}
	l.prog.Decls = append(l.prog.Decls, &ir.FuncDecl{
		Func: &ir.Func{Name: name, GoName: name},
		Body: []ir.Stmt{&ir.ExprStmt{X: pyCall(runner, run)}},
	})
}

// importStmt lowers an import: modules have no run-time value of their own,
// and a name of one that is rebound is assigned like any variable.
func (b *body) importStmt(s ast.Stmt) {
	var names []*ast.Alias
	switch s := s.(type) {
	case *ast.Import:
		names = s.Names
	case *ast.ImportFrom:
		names = s.Names
	}
	for _, a := range names {
		imp := b.l.info.Imports[a]
		iv := b.l.info.Vars[a]
		switch {
		case imp != nil && imp.Missing:
			b.raise(method(pyRef("ModuleNotFoundError"), "New", str(fmt.Sprintf("No module named '%s'", imp.Name))))
		case iv == nil || !b.l.usage.used(iv):
		case imp != nil && imp.Symbol != nil:
			b.storeVar(iv, b.stubValue(imp.Symbol, nil))
		case imp != nil && imp.Module != nil:
			b.storeVar(iv, val{b.moduleObject(imp.Module), types.Any, stable})
		}
	}
}

// IsProgram reports whether the module does something when it runs, other than
// defining names.
func IsProgram(m *ast.Module) bool {
	for _, s := range m.Body {
		switch s := s.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.Import, *ast.ImportFrom,
			*ast.Assign, *ast.AnnAssign, *ast.TypeAlias, *ast.Pass:
		case *ast.ExprStmt:
			if _, doc := s.Value.(*ast.Constant); !doc {
				return true
			}
		default:
			return true
		}
	}
	return false
}
