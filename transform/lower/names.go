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
			switch n.Attr {
			case "__name__", "__qualname__":
				switch info.TypeOf(n.Value).(type) {
				case *types.Coro, *types.AsyncGenerator:
					found = true
				}
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
	return &ir.ExprStmt{X: pyCall("NameFunc", l.direct(f), str(l.qualname(f)), str(l.place(f)))}
}

// place is where f stands in the source.
func (l *lowerer) place(f *infer.Func) string {
	return fmt.Sprintf("%s:%d", l.prog.Source, f.Node.Span().Start.Line)
}
