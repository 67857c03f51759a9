package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// readsAnnotations reports whether the program looks at the annotations of its
// functions, itself or through the library: only then do they have any.
func readsAnnotations(info *infer.Info) bool {
	for e, r := range info.Refs {
		if a, ok := e.(*ast.Attribute); ok && a.Attr == "__annotations__" {
			return true
		}
		ref, ok := r.(*infer.StubRef)
		if !ok {
			continue
		}
		switch s := ref.Symbol.(type) {
		case *stubs.Func:
			if s.Overloads[0].ReadsAnnotations {
				return true
			}
		case *stubs.Class:
			if s.ReadsAnnotations {
				return true
			}
		}
	}
	found := false
	ast.Walk(info.Module, func(n ast.Node) bool {
		a, ok := n.(*ast.Attribute)
		found = found || ok && a.Attr == "__annotations__"
		return !found
	})
	return found
}

// postponed reports whether annotations are kept as their texts.
func postponed(m *ast.Module) bool {
	for _, s := range m.Body {
		if from, ok := s.(*ast.ImportFrom); ok && from.Module == "__future__" {
			for _, a := range from.Names {
				if a.Name == "annotations" {
					return true
				}
			}
		}
	}
	return false
}

// annotated gives a function object its annotations.
func (b *body) annotated(x ir.Expr, f *infer.Func) ir.Expr {
	var pairs []ir.Expr
	later := &body{l: b.l, f: b.f, result: types.Any}
	hints := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
	lit := &ir.FuncLit{Results: []*ir.Var{{Type: hints.Type}}}
	later.out = &lit.Body
	add := func(name string, e ast.Expr) {
		switch {
		case e == nil:
		case b.l.postponed:
			pairs = append(pairs, str(name), str(b.l.sourceOf(e)))
			hints.Elts = append(hints.Elts, ir.Elt{Value: str(name)}, ir.Elt{Value: later.annotation(e)})
		default:
			pairs = append(pairs, str(name), b.annotation(e))
		}
	}
	for _, p := range f.Params {
		add(p.Name, p.Node.Annotation)
	}
	switch n := f.Node.(type) {
	case *ast.FunctionDef:
		add("return", n.Returns)
	case *ast.AsyncFunctionDef:
		add("return", n.Returns)
	}
	if len(pairs) == 0 {
		return x
	}
	x = method(x, "WithAnnotations", pairs...)
	if len(hints.Elts) > 0 {
		later.add(&ir.Return{Values: []ir.Expr{hints}})
		x = method(x, "WithTypeHints", lit)
	}
	return x
}

// annotation is the value of an annotation; its text where the value is not to
// be had: of classes that are Go types.
func (b *body) annotation(e ast.Expr) ir.Expr {
	text := str(b.l.sourceOf(e))
	switch e := e.(type) {
	case *ast.Constant:
		if _, ok := e.Value.(ast.None); ok {
			return &ir.Nil{}
		}
		return b.box(b.expr(e)).x
	case *ast.Name:
		switch r := b.l.info.Refs[e].(type) {
		case *infer.ClassRef:
			if !r.Class.Typed {
				return b.box(b.expr(e)).x
			}
		case *infer.StubRef:
			return b.box(b.expr(e)).x
		}
	case *ast.Attribute:
		if _, ok := b.l.info.Refs[e].(*infer.StubRef); ok {
			return b.box(b.expr(e)).x
		}
	case *ast.BinOp:
		if e.Op == ast.BitOr {
			return pyCall("Or", b.annotation(e.Left), b.annotation(e.Right))
		}
	case *ast.Subscript:
		args := []ast.Expr{e.Slice}
		if t, ok := e.Slice.(*ast.Tuple); ok {
			args = t.Elts
		}
		list := make([]ir.Expr, len(args))
		for i, a := range args {
			list[i] = b.annotation(a)
		}
		key := list[0]
		if len(list) > 1 {
			key = call(pyRef("NewTuple", b.l.goType(types.Any)), list...)
		}
		return pyCall("GetItem", b.annotation(e.Value), key)
	}
	return text
}
