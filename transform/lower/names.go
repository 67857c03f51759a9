package lower

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// showsNames finds out whether the program can tell the Python names of its
// coroutines and callbacks. Most programs cannot, and their Go goes without.
func showsNames(info *infer.Info) bool {
	found := false
	ast.Walk(info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Attribute:
			if n.Attr == "__name__" || n.Attr == "__qualname__" {
				found = showsName(info.TypeOf(n.Value)) || mayGiveCoroutine(info, n.Value)
			}
		case *ast.FormattedValue:
			found = found || showsName(info.TypeOf(n.Value))
		case *ast.Call:
			c := info.Calls[n]
			if c == nil || c.Sig == nil {
				break
			}
			found = found || c.Sig.ShowsNames
			if c.Sig.Go.Pkg == pyPath { // repr, str, print and the like
				for _, a := range n.Args {
					found = found || showsName(info.TypeOf(a))
				}
			}
		}
		return !found
	})
	return found
}

// mayGiveCoroutine reports whether an expression without static type is a call
// other than type(x), which may give a coroutine.
func mayGiveCoroutine(info *infer.Info, e ast.Expr) bool {
	n, ok := e.(*ast.Call)
	if !ok || info.TypeOf(e) != types.Any {
		return false
	}
	c := info.Calls[n]
	return c == nil || c.Sig == nil || c.Sig.Go.Pkg != pyPath
}

// showsName reports whether the repr of a value holds the name of a function.
func showsName(t types.Type) bool {
	switch t := t.(type) {
	case *types.Coro, *types.AsyncGenerator:
		return true
	case *types.Optional:
		return showsName(t.Elem)
	case *types.Lib:
		c, ok := t.Stub.(*stubs.Class)
		return ok && c.ShowsNames
	}
	return false
}

// hasShownName reports whether the program may show the name of f.
func (l *lowerer) hasShownName(f *infer.Func) bool {
	return l.showsNames && (f.Async && !f.Generator || f.AsValue)
}

// nameFunc tells the runtime the Python name of a Go function, and where it
// stands.
func (l *lowerer) nameFunc(f *infer.Func) ir.Stmt {
	return &ir.ExprStmt{X: l.nameCall(l.direct(f), f)}
}

// nameCall tells that the Go function fn stands for f.
func (l *lowerer) nameCall(fn ir.Expr, f *infer.Func) ir.Expr {
	return pyCall("NameFunc", fn, str(l.qualname(f)), str(l.place(f)))
}

// place is where f stands in the source.
func (l *lowerer) place(f *infer.Func) string {
	return fmt.Sprintf("%s:%d", l.prog.Source, f.Node.Span().Start.Line)
}
