package ast

import (
	"fmt"
	"io"
	"strconv"
)

// Dump writes the tree below n in the format of CPython 3.13's
//
//	ast.dump(tree, indent=2, include_attributes=True)
//
// with a line break at the end. Comments and the positions that CPython's tree
// does not have are left out.
func Dump(w io.Writer, n Node) error {
	d := dumper{w: w}
	d.node(n)
	d.b = append(d.b, '\n')
	d.flush()
	return d.err
}

// dumper writes nodes as Python calls with one argument on each line.
type dumper struct {
	w     io.Writer
	b     []byte
	err   error
	level int
	empty bool // the innermost open bracket holds nothing yet
}

const dumpBuffer = 1 << 16

func (d *dumper) flush() {
	if d.err == nil {
		_, d.err = d.w.Write(d.b)
	}
	d.b = d.b[:0]
}

func (d *dumper) open(name string, bracket byte) {
	d.b = append(d.b, name...)
	d.b = append(d.b, bracket)
	d.level++
	d.empty = true
}

func (d *dumper) close(bracket byte) {
	d.b = append(d.b, bracket)
	d.level--
	d.empty = false
	if len(d.b) > dumpBuffer {
		d.flush()
	}
}

// item begins the next item of the innermost bracket.
func (d *dumper) item() {
	if !d.empty {
		d.b = append(d.b, ',')
	}
	d.empty = false
	d.b = append(d.b, '\n')
	for range d.level {
		d.b = append(d.b, "  "...)
	}
}

func (d *dumper) field(name string) {
	d.item()
	d.b = append(d.b, name...)
	d.b = append(d.b, '=')
}

func (d *dumper) raw(name, value string) {
	d.field(name)
	d.b = append(d.b, value...)
}

func (d *dumper) intField(name string, n int) {
	d.field(name)
	d.b = strconv.AppendInt(d.b, int64(n), 10)
}

func (d *dumper) boolField(name string, v bool) {
	if v {
		d.raw(name, "1")
	} else {
		d.raw(name, "0")
	}
}

func (d *dumper) str(name, s string) {
	d.field(name)
	d.b = appendStr(d.b, s)
}

// optStr is str for an optional field.
func (d *dumper) optStr(name, s string) {
	if s != "" {
		d.str(name, s)
	}
}

// enum writes an operator or context.
func (d *dumper) enum(name string, v fmt.Stringer) {
	d.field(name)
	d.b = append(d.b, v.String()...)
	d.b = append(d.b, "()"...)
}

func (d *dumper) child(name string, n Node) {
	d.field(name)
	d.node(n)
}

// opt is child for an optional expression.
func (d *dumper) opt(name string, e Expr) {
	if e != nil {
		d.child(name, e)
	}
}

// dumpList writes a list of nodes; an empty one is left out.
func dumpList[N Node](d *dumper, name string, nodes []N) {
	dumpItems(d, name, nodes, func(n N) { d.node(n) })
}

func dumpItems[T any](d *dumper, name string, items []T, write func(T)) {
	if len(items) == 0 {
		return
	}
	d.field(name)
	d.open("", '[')
	for _, v := range items {
		d.item()
		write(v)
	}
	d.close(']')
}

// sparse is dumpList for a list of expressions that may be nil.
func (d *dumper) sparse(name string, list []Expr) {
	dumpItems(d, name, list, func(e Expr) {
		if e == nil {
			d.b = append(d.b, "None"...)
			return
		}
		d.node(e)
	})
}

func (d *dumper) strs(name string, list []string) {
	dumpItems(d, name, list, func(s string) { d.b = appendStr(d.b, s) })
}

// end closes a node that has a position.
func (d *dumper) end(r Range) {
	d.intField("lineno", int(r.Line))
	d.intField("col_offset", int(r.Col))
	d.intField("end_lineno", int(r.EndLine))
	d.intField("end_col_offset", int(r.EndCol))
	d.close(')')
}

func (d *dumper) node(n Node) {
	switch n := n.(type) {
	case *Module:
		d.open("Module", '(')
		dumpList(d, "body", n.Body)
		d.close(')')
	case Stmt:
		d.stmt(n)
	case Expr:
		d.expr(n)
	case Pattern:
		d.pattern(n)
	case TypeParam:
		d.typeParam(n)
	default:
		d.helper(n)
	}
}

// helper writes the parts of statements and expressions that are neither.
func (d *dumper) helper(n Node) {
	switch n := n.(type) {
	case *Alias:
		d.open("alias", '(')
		d.str("name", n.Name)
		d.optStr("asname", n.Asname)
		d.end(n.Range)
	case *WithItem:
		d.open("withitem", '(')
		d.child("context_expr", n.ContextExpr)
		d.opt("optional_vars", n.OptionalVars)
		d.close(')')
	case *ExceptHandler:
		d.open("ExceptHandler", '(')
		d.opt("type", n.Type)
		d.optStr("name", n.Name)
		dumpList(d, "body", n.Body)
		d.end(n.Range)
	case *MatchCase:
		d.open("match_case", '(')
		d.child("pattern", n.Pattern)
		d.opt("guard", n.Guard)
		dumpList(d, "body", n.Body)
		d.close(')')
	case *Comprehension:
		d.open("comprehension", '(')
		d.child("target", n.Target)
		d.child("iter", n.Iter)
		dumpList(d, "ifs", n.Ifs)
		d.boolField("is_async", n.IsAsync)
		d.close(')')
	case *Arguments:
		d.arguments(n)
	case *Arg:
		d.open("arg", '(')
		d.str("arg", n.Arg)
		d.opt("annotation", n.Annotation)
		d.end(n.Range)
	case *Keyword:
		d.open("keyword", '(')
		d.optStr("arg", n.Arg)
		d.child("value", n.Value)
		d.end(n.Range)
	default:
		panic(fmt.Sprintf("ast.Dump: unexpected %T", n))
	}
}

func (d *dumper) arguments(n *Arguments) {
	d.open("arguments", '(')
	dumpList(d, "posonlyargs", n.Posonlyargs)
	dumpList(d, "args", n.Args)
	if n.Vararg != nil {
		d.child("vararg", n.Vararg)
	}
	dumpList(d, "kwonlyargs", n.Kwonlyargs)
	d.sparse("kw_defaults", n.KwDefaults)
	if n.Kwarg != nil {
		d.child("kwarg", n.Kwarg)
	}
	dumpList(d, "defaults", n.Defaults)
	d.close(')')
}

func (d *dumper) pattern(n Pattern) {
	switch n := n.(type) {
	case *MatchValue:
		d.open("MatchValue", '(')
		d.child("value", n.Value)
		d.end(n.Range)
	case *MatchSingleton:
		d.open("MatchSingleton", '(')
		d.field("value")
		d.b = appendValue(d.b, n.Value)
		d.end(n.Range)
	case *MatchSequence:
		d.open("MatchSequence", '(')
		dumpList(d, "patterns", n.Patterns)
		d.end(n.Range)
	case *MatchMapping:
		d.open("MatchMapping", '(')
		dumpList(d, "keys", n.Keys)
		dumpList(d, "patterns", n.Patterns)
		d.optStr("rest", n.Rest)
		d.end(n.Range)
	case *MatchClass:
		d.open("MatchClass", '(')
		d.child("cls", n.Cls)
		dumpList(d, "patterns", n.Patterns)
		d.strs("kwd_attrs", n.KwdAttrs)
		dumpList(d, "kwd_patterns", n.KwdPatterns)
		d.end(n.Range)
	case *MatchStar:
		d.open("MatchStar", '(')
		d.optStr("name", n.Name)
		d.end(n.Range)
	case *MatchAs:
		d.open("MatchAs", '(')
		if n.Pattern != nil {
			d.child("pattern", n.Pattern)
		}
		d.optStr("name", n.Name)
		d.end(n.Range)
	case *MatchOr:
		d.open("MatchOr", '(')
		dumpList(d, "patterns", n.Patterns)
		d.end(n.Range)
	default:
		panic(fmt.Sprintf("ast.Dump: unexpected %T", n))
	}
}

func (d *dumper) typeParam(n TypeParam) {
	switch n := n.(type) {
	case *TypeVar:
		d.open("TypeVar", '(')
		d.str("name", n.Name)
		d.opt("bound", n.Bound)
		d.opt("default_value", n.DefaultValue)
		d.end(n.Range)
	case *ParamSpec:
		d.open("ParamSpec", '(')
		d.str("name", n.Name)
		d.opt("default_value", n.DefaultValue)
		d.end(n.Range)
	case *TypeVarTuple:
		d.open("TypeVarTuple", '(')
		d.str("name", n.Name)
		d.opt("default_value", n.DefaultValue)
		d.end(n.Range)
	default:
		panic(fmt.Sprintf("ast.Dump: unexpected %T", n))
	}
}
