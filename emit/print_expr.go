package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/py2go-async/py2go-async/transform/ir"
)

// Precedence levels: Go's binary operators have 1 to 5.
const (
	precLowest  = 0
	precUnary   = 6
	precPrimary = 7
)

var binaryPrec = map[string]int{
	"||": 1, "&&": 2,
	"==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3,
	"+": 4, "-": 4, "|": 4, "^": 4,
	"*": 5, "/": 5, "%": 5, "<<": 5, ">>": 5, "&": 5, "&^": 5,
}

// expr prints e where an expression of precedence min or higher may stand:
// the only place where parentheses are made.
func (p *printer) expr(e ir.Expr, min int) *jen.Statement {
	code, prec := p.bare(e)
	if prec < min {
		return jen.Parens(code)
	}
	return code
}

// free prints e inside brackets of some kind, where no header restricts it.
func (p *printer) free(e ir.Expr) *jen.Statement {
	saved := p.header
	p.header = false
	code := p.expr(e, precLowest)
	p.header = saved
	return code
}

// headerExpr prints e in the header of an if, for or switch, where a composite
// literal needs parentheses.
func (p *printer) headerExpr(e ir.Expr) *jen.Statement {
	saved := p.header
	p.header = true
	code := p.expr(e, precLowest)
	p.header = saved
	return code
}

// bare prints e without parentheses and tells its precedence.
func (p *printer) bare(e ir.Expr) (*jen.Statement, int) {
	switch e := e.(type) {
	case *ir.Lit:
		return p.lit(e)
	case *ir.Nil:
		return jen.Nil(), precPrimary
	case *ir.Use:
		return jen.Id(p.varName(e.Var)), precPrimary
	case *ir.FuncRef:
		return jen.Id(p.symName(e.Func, e.Func.Name)), precPrimary
	case *ir.PkgRef:
		code := jen.Id(e.Name)
		if e.Pkg != "" {
			code = jen.Id(p.pkg(e.Pkg)).Dot(e.Name)
		}
		if len(e.Args) > 0 {
			code.Types(p.typeCodes(e.Args)...)
		}
		return code, precPrimary
	case *ir.Call:
		return p.call(e), precPrimary
	case *ir.Select:
		return p.base(e.X).Dot(e.Name), precPrimary
	case *ir.FieldRef:
		return p.base(e.X).Dot(p.fieldName(e.Field)), precPrimary
	case *ir.MethodRef:
		return p.base(e.X).Dot(p.symName(e.Func, e.Func.Name)), precPrimary
	case *ir.TypeRef:
		return p.convType(e.Type), precPrimary
	case *ir.Binary:
		prec := binaryPrec[e.Op]
		if prec == 0 {
			panic(fmt.Sprintf("emit: unexpected binary operator %q", e.Op))
		}
		return p.expr(e.X, prec).Op(e.Op).Add(p.expr(e.Y, prec+1)), prec
	case *ir.Unary:
		return p.unary(e), precUnary
	case *ir.Index:
		return p.expr(e.X, precPrimary).Index(p.free(e.I)), precPrimary
	case *ir.SliceExpr:
		bounds := []jen.Code{jen.Empty(), jen.Empty()}
		if e.Lo != nil {
			bounds[0] = p.free(e.Lo)
		}
		if e.Hi != nil {
			bounds[1] = p.free(e.Hi)
		}
		return p.expr(e.X, precPrimary).Index(bounds...), precPrimary
	case *ir.TypeAssert:
		return p.expr(e.X, precPrimary).Assert(p.typ(e.Type)), precPrimary
	case *ir.Convert:
		return p.convType(e.Type).Call(p.free(e.X)), precPrimary
	case *ir.Composite:
		return p.composite(e)
	case *ir.FuncLit:
		return p.funcLit(e), precPrimary
	}
	panic(fmt.Sprintf("emit: unexpected expression %T", e))
}

// base prints what stands before a dot: a number needs parentheses there.
func (p *printer) base(e ir.Expr) *jen.Statement {
	if l, ok := e.(*ir.Lit); ok {
		if _, isString := l.Value.(string); !isString {
			return jen.Parens(p.free(e))
		}
	}
	return p.expr(e, precPrimary)
}

// unary prints a prefix operator. An operand that begins with an operator is
// put in parentheses, since `--x` and `&&x` read as other tokens.
func (p *printer) unary(e *ir.Unary) *jen.Statement {
	min := precUnary
	switch x := e.X.(type) {
	case *ir.Unary:
		if x.Op == e.Op && e.Op != "!" && e.Op != "*" {
			min = precPrimary
		}
	case *ir.Lit:
		if e.Op == "-" {
			min = precPrimary
		}
	}
	return jen.Op(e.Op).Add(p.expr(e.X, min))
}

func (p *printer) call(e *ir.Call) *jen.Statement {
	var fun *jen.Statement
	if lit, ok := e.Fun.(*ir.FuncLit); ok {
		fun = p.funcLit(lit)
	} else {
		fun = p.expr(e.Fun, precPrimary)
	}
	switch {
	case e.Multiline && len(e.Args) > 0:
		return fun.Add(p.lines("(", ")", e.Args, e.Ellipsis))
	case len(e.Args) > 1 && p.width(e) > p.room:
		return fun.Add(p.brokenArgs(e))
	}
	saved := p.room
	p.room -= p.width(e.Fun) + 2
	args := make([]jen.Code, len(e.Args))
	for i, a := range e.Args {
		args[i] = p.arg(e, i, a)
	}
	p.room = saved
	return fun.Call(args...)
}

func (p *printer) arg(e *ir.Call, i int, a ir.Expr) *jen.Statement {
	code := p.free(a)
	if e.Ellipsis && i == len(e.Args)-1 {
		code.Op("...")
	}
	return code
}

// brokenArgs prints arguments that do not fit on the line: the short ones at
// the beginning (ctx, a name) stay, the others follow one a line.
func (p *printer) brokenArgs(e *ir.Call) *jen.Statement {
	head := 0
	room := p.room - p.width(e.Fun) - 2
	for ; head < len(e.Args)-1 && p.isShort(e.Args[head]); head++ {
		if room -= p.width(e.Args[head]) + 2; room < 0 {
			break
		}
	}
	if head == 0 {
		return p.lines("(", ")", e.Args, e.Ellipsis)
	}
	codes := make([]jen.Code, 0, len(e.Args))
	for i, a := range e.Args[:head] {
		codes = append(codes, p.arg(e, i, a))
	}
	if last := len(e.Args) - 1; head == last && breaks(e.Args[last]) && p.width(e.Args[last]) > lineWidth-tabWidth*(p.depth+1) {
		// It takes several lines in any case: they begin on this one.
		p.room = room
		return jen.Op("(").List(append(codes, p.arg(e, last, e.Args[last]))...).Op(")")
	}
	defer p.indent()()
	rest := make([]jen.Code, 0, len(e.Args))
	for i, a := range e.Args[head:] {
		rest = append(rest, p.arg(e, head+i, a))
	}
	code := jen.Op("(").List(codes...).Op(",")
	if len(rest) == 1 {
		return code.Line().Add(rest[0]).Op(")")
	}
	return code.Add(jen.Custom(jen.Options{Close: ")", Separator: ",", Multi: true}, rest...))
}

// breaks reports whether e can be printed on several lines.
func breaks(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Call:
		return len(e.Args) > 1
	case *ir.Composite:
		return len(e.Elts) > 1
	}
	return false
}

// isShort reports whether e reads well at the end of a broken line.
func (p *printer) isShort(e ir.Expr) bool {
	switch e.(type) {
	case *ir.FuncLit, *ir.Composite:
		return false
	}
	return p.width(e) <= 28
}

// lines prints a list of expressions one a line, or as many literals a line as
// there is room for.
func (p *printer) lines(open, end string, es []ir.Expr, ellipsis bool) *jen.Statement {
	defer p.indent()()
	var rows []jen.Code
	if allLits(es) && !ellipsis {
		var row []jen.Code
		room := p.room
		for _, e := range es {
			w := p.width(e) + 2
			if len(row) > 0 && w > room {
				rows = append(rows, jen.List(row...))
				row, room = nil, p.room
			}
			room -= w
			row = append(row, p.free(e))
		}
		rows = append(rows, jen.List(row...))
	} else {
		for i, e := range es {
			code := p.free(e)
			if ellipsis && i == len(es)-1 {
				code.Op("...")
			}
			rows = append(rows, code)
		}
	}
	return jen.Custom(jen.Options{Open: open, Close: end, Separator: ",", Multi: true}, rows...)
}

// indent enters a deeper level of indentation until the returned function is
// called.
func (p *printer) indent() func() {
	saved := p.room
	p.depth++
	p.room = lineWidth - tabWidth*p.depth
	return func() {
		p.depth--
		p.room = saved
	}
}

func allLits(es []ir.Expr) bool {
	for _, e := range es {
		if _, ok := e.(*ir.Lit); !ok {
			return false
		}
	}
	return len(es) > 3
}

func (p *printer) composite(e *ir.Composite) (*jen.Statement, int) {
	code := p.typ(e.Type)
	multi := e.Multiline && len(e.Elts) > 0 || len(e.Elts) > 1 && p.width(e) > p.room
	if values, ok := positional(e.Elts); ok && multi && allLits(values) {
		code.Add(p.lines("{", "}", values, false))
	} else {
		code.Add(p.elements(e, multi))
	}
	if e.Addr {
		code = jen.Op("&").Add(code)
	}
	if p.header {
		return jen.Parens(code), precPrimary
	}
	if e.Addr {
		return code, precUnary
	}
	return code, precPrimary
}

func positional(elts []ir.Elt) ([]ir.Expr, bool) {
	var out []ir.Expr
	for _, e := range elts {
		if e.Field != nil || e.Name != "" || e.Key != nil {
			return nil, false
		}
		out = append(out, e.Value)
	}
	return out, true
}

func (p *printer) elements(e *ir.Composite, multi bool) *jen.Statement {
	if multi {
		defer p.indent()()
	} else {
		saved := p.room
		p.room -= p.typeWidth(e.Type) + 2
		defer func() { p.room = saved }()
	}
	elts := make([]jen.Code, len(e.Elts))
	for i, elt := range e.Elts {
		value := p.element(e.Type, elt.Value)
		switch {
		case elt.Field != nil:
			elts[i] = jen.Id(p.fieldName(elt.Field)).Op(":").Add(value)
		case elt.Name != "":
			elts[i] = jen.Id(elt.Name).Op(":").Add(value)
		case elt.Key != nil:
			elts[i] = p.free(elt.Key).Op(":").Add(value)
		default:
			elts[i] = value
		}
	}
	return jen.Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: multi}, elts...)
}

// element prints an element of a composite literal of type t, without its type
// where gofmt -s would drop it.
func (p *printer) element(t ir.Type, e ir.Expr) *jen.Statement {
	var elem ir.Type
	switch t := t.(type) {
	case *ir.Slice:
		elem = t.Elem
	case *ir.Map:
		elem = t.Elem
	}
	c, ok := e.(*ir.Composite)
	if ok && elem != nil && identical(elem, typeOf(c)) {
		saved := p.header
		p.header = false
		defer func() { p.header = saved }()
		return p.elements(c, c.Multiline && len(c.Elts) > 0 || len(c.Elts) > 1 && p.width(c) > p.room)
	}
	return p.free(e)
}

// funcLit prints a function literal, on one line where it is a short return.
func (p *printer) funcLit(e *ir.FuncLit) *jen.Statement {
	saved, room := p.header, p.room
	p.header = false
	defer func() { p.header, p.room = saved, room }()
	code := jen.Func().Params(p.params(e.Params, e.Variadic)...)
	p.results(code, e.Results, e.Named)
	if r := oneLiner(e); r != nil && p.onOneLine(e, r) {
		values := make([]jen.Code, len(r.Values))
		for i, v := range r.Values {
			values[i] = p.expr(v, precLowest)
		}
		return code.Op("{").Return(jen.List(values...)).Op("}")
	}
	return code.Add(p.block(e.Body, nil, ""))
}
