package lower

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// showsPositions finds out whether the program can tell the lines of its
// source: whether it mentions a function, or gives an argument, that its
// imported modules' stubs mark with @located. Most programs cannot.
func showsPositions(info *infer.Info) bool {
	names := markedNames(info, func(s *stubs.Sig) string { return s.Located })
	if len(names) == 0 {
		return false
	}
	found := false
	ast.Walk(info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Attribute:
			found = found || names[n.Attr]
		case *ast.Alias:
			found = found || names[n.Name]
		case *ast.Keyword:
			found = found || names[n.Arg+"="]
		}
		return !found
	})
	return found
}

// positionsCall tells the runtime where the Go comes from; emit fills the
// table of lines in.
func (l *lowerer) positionsCall() ir.Stmt {
	l.prog.Positions = &ir.Lit{Value: ""}
	var functions []string
	ast.Walk(l.info.Module, func(n ast.Node) bool {
		if f := l.info.Funcs[n]; f != nil && f.Kind != infer.LambdaFunc {
			span := n.Span()
			functions = append(functions, fmt.Sprintf("%s %d-%d", l.qualname(f), span.Start.Line, span.End.Line))
		}
		return true
	})
	return &ir.ExprStmt{X: pyCall("Positions", str(l.prog.Source), str(strings.Join(functions, ", ")), l.prog.Positions)}
}
