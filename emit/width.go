package emit

import (
	"unicode/utf8"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// lineWidth is the column at which lists of arguments and elements are broken
// into lines; tabWidth is what a tab counts.
const (
	lineWidth = 110
	tabWidth  = 4
)

// width estimates how many columns e takes on one line. Of a function literal
// only the first line counts, since its body has lines of its own.
func (p *printer) width(e ir.Expr) int {
	switch e := e.(type) {
	case nil:
		return 1
	case *ir.Lit:
		if needsMath(e) {
			return len("math.Inf(1)")
		}
		return utf8.RuneCountInString(litText(e))
	case *ir.Nil:
		return 3
	case *ir.Use:
		return len(p.varName(e.Var))
	case *ir.FuncRef:
		return len(p.names.syms[e.Func])
	case *ir.PkgRef:
		w := len(e.Name)
		if e.Pkg != "" {
			w += 1 + len(p.names.imports[e.Pkg])
		}
		return w + p.typesWidth(e.Args)
	case *ir.Call:
		return p.width(e.Fun) + 2 + p.list(e.Args)
	case *ir.Select:
		return p.width(e.X) + 1 + len(e.Name)
	case *ir.FieldRef:
		return p.width(e.X) + 1 + len(p.names.fields[e.Field])
	case *ir.MethodRef:
		return p.width(e.X) + 1 + len(p.names.syms[e.Func])
	case *ir.TypeRef:
		return p.typeWidth(e.Type)
	case *ir.Binary:
		return p.width(e.X) + p.width(e.Y) + 2 + len(e.Op)
	case *ir.Unary:
		return len(e.Op) + p.width(e.X)
	case *ir.Index:
		return p.width(e.X) + p.width(e.I) + 2
	case *ir.SliceExpr:
		return p.width(e.X) + p.width(e.Lo) + p.width(e.Hi) + 3
	case *ir.TypeAssert:
		return p.width(e.X) + p.typeWidth(e.Type) + 3
	case *ir.Convert:
		return p.width(e.X) + p.typeWidth(e.Type) + 2
	case *ir.Composite:
		w := p.typeWidth(e.Type) + 2
		for _, elt := range e.Elts {
			w += p.eltWidth(elt) + 2
		}
		return w
	case *ir.FuncLit:
		return p.funcLitWidth(e)
	}
	return 0
}

func (p *printer) eltWidth(e ir.Elt) int {
	w := p.width(e.Value)
	switch {
	case e.Field != nil:
		w += 2 + len(p.names.fields[e.Field])
	case e.Name != "":
		w += 2 + len(e.Name)
	case e.Key != nil:
		w += 2 + p.width(e.Key)
	}
	return w
}

// list is the width of expressions separated by commas.
func (p *printer) list(es []ir.Expr) int {
	w := 0
	for i, e := range es {
		if i > 0 {
			w += 2
		}
		w += p.width(e)
	}
	return w
}

func (p *printer) funcLitWidth(e *ir.FuncLit) int {
	w := p.funcHeadWidth(e)
	if r := oneLiner(e); r != nil && p.onOneLine(e, r) {
		w += p.list(r.Values) + len("return  }")
	}
	return w
}

func (p *printer) funcHeadWidth(e *ir.FuncLit) int {
	w := len("func() {")
	for _, v := range e.Params {
		w += len(p.varName(v)) + 3 + p.typeWidth(v.Type)
	}
	for _, v := range e.Results {
		w += 2 + p.typeWidth(v.Type)
	}
	return w
}

// onOneLine reports whether e, whose body is r alone, is short enough for one
// line.
func (p *printer) onOneLine(e *ir.FuncLit, r *ir.Return) bool {
	return len(p.place.before[r]) == 0 && p.funcHeadWidth(e)+p.list(r.Values)+len("return  }") <= oneLineFunc
}

// oneLineFunc is the greatest width of a function literal on one line.
const oneLineFunc = 60

// oneLiner returns the return statement that is the whole body of e, nil if
// the body is something else or has comments.
func oneLiner(e *ir.FuncLit) *ir.Return {
	if len(e.Body) != 1 {
		return nil
	}
	r, ok := e.Body[0].(*ir.Return)
	if !ok || len(r.Values) == 0 || len(r.Leading) > 0 || r.Trailing != "" {
		return nil
	}
	for _, v := range r.Values {
		lit := false
		ir.WalkExpr(&v, func(x *ir.Expr) bool {
			if _, ok := (*x).(*ir.FuncLit); ok {
				lit = true
			}
			return !lit
		})
		if lit {
			return nil
		}
	}
	return r
}

func (p *printer) typesWidth(ts []ir.Type) int {
	if len(ts) == 0 {
		return 0
	}
	w := 2
	for i, t := range ts {
		if i > 0 {
			w += 2
		}
		w += p.typeWidth(t)
	}
	return w
}

func (p *printer) typeWidth(t ir.Type) int {
	switch t := t.(type) {
	case *ir.Builtin:
		return len(t.Name)
	case *ir.Named:
		if t.Decl != nil {
			return len(p.names.syms[t.Decl]) + p.typesWidth(t.Args)
		}
		return len(p.names.imports[t.Pkg]) + 1 + len(t.Name) + p.typesWidth(t.Args)
	case *ir.Pointer:
		return 1 + p.typeWidth(t.Elem)
	case *ir.Slice:
		return 2 + p.typeWidth(t.Elem)
	case *ir.Map:
		return 5 + p.typeWidth(t.Key) + p.typeWidth(t.Elem)
	case *ir.FuncType:
		return 5 + p.typesWidth(t.Params) + p.typesWidth(t.Results)
	}
	return 0
}
