package ast

import "fmt"

func (d *dumper) expr(n Expr) {
	switch n := n.(type) {
	case *BoolOp:
		d.open("BoolOp", '(')
		d.enum("op", n.Op)
		dumpList(d, "values", n.Values)
		d.end(n.Range)
	case *NamedExpr:
		d.open("NamedExpr", '(')
		d.child("target", n.Target)
		d.child("value", n.Value)
		d.end(n.Range)
	case *BinOp:
		d.open("BinOp", '(')
		d.child("left", n.Left)
		d.enum("op", n.Op)
		d.child("right", n.Right)
		d.end(n.Range)
	case *UnaryOp:
		d.open("UnaryOp", '(')
		d.enum("op", n.Op)
		d.child("operand", n.Operand)
		d.end(n.Range)
	case *Lambda:
		d.open("Lambda", '(')
		d.child("args", n.Args)
		d.child("body", n.Body)
		d.end(n.Range)
	case *IfExp:
		d.open("IfExp", '(')
		d.child("test", n.Test)
		d.child("body", n.Body)
		d.child("orelse", n.Orelse)
		d.end(n.Range)
	case *Dict:
		d.open("Dict", '(')
		d.sparse("keys", n.Keys)
		dumpList(d, "values", n.Values)
		d.end(n.Range)
	case *Set:
		d.open("Set", '(')
		dumpList(d, "elts", n.Elts)
		d.end(n.Range)
	case *ListComp:
		d.open("ListComp", '(')
		d.child("elt", n.Elt)
		dumpList(d, "generators", n.Generators)
		d.end(n.Range)
	case *SetComp:
		d.open("SetComp", '(')
		d.child("elt", n.Elt)
		dumpList(d, "generators", n.Generators)
		d.end(n.Range)
	case *DictComp:
		d.open("DictComp", '(')
		d.child("key", n.Key)
		d.child("value", n.Value)
		dumpList(d, "generators", n.Generators)
		d.end(n.Range)
	case *GeneratorExp:
		d.open("GeneratorExp", '(')
		d.child("elt", n.Elt)
		dumpList(d, "generators", n.Generators)
		d.end(n.Range)
	case *Await:
		d.open("Await", '(')
		d.child("value", n.Value)
		d.end(n.Range)
	case *Yield:
		d.open("Yield", '(')
		d.opt("value", n.Value)
		d.end(n.Range)
	case *YieldFrom:
		d.open("YieldFrom", '(')
		d.child("value", n.Value)
		d.end(n.Range)
	case *Compare:
		d.open("Compare", '(')
		d.child("left", n.Left)
		dumpItems(d, "ops", n.Ops, func(op CmpOperator) { d.b = append(append(d.b, op.String()...), "()"...) })
		dumpList(d, "comparators", n.Comparators)
		d.end(n.Range)
	case *Call:
		d.open("Call", '(')
		d.child("func", n.Func)
		dumpList(d, "args", n.Args)
		dumpList(d, "keywords", n.Keywords)
		d.end(n.Range)
	case *FormattedValue:
		d.open("FormattedValue", '(')
		d.child("value", n.Value)
		d.intField("conversion", int(n.Conversion))
		if n.FormatSpec != nil {
			d.child("format_spec", n.FormatSpec)
		}
		d.end(n.Range)
	case *Interpolation:
		d.open("Interpolation", '(')
		d.child("value", n.Value)
		d.str("str", n.Str)
		d.intField("conversion", int(n.Conversion))
		if n.FormatSpec != nil {
			d.child("format_spec", n.FormatSpec)
		}
		d.end(n.Range)
	case *JoinedStr:
		d.open("JoinedStr", '(')
		dumpList(d, "values", n.Values)
		d.end(n.Range)
	case *TemplateStr:
		d.open("TemplateStr", '(')
		dumpList(d, "values", n.Values)
		d.end(n.Range)
	case *Constant:
		d.open("Constant", '(')
		d.field("value")
		d.b = appendValue(d.b, n.Value)
		if n.Unicode {
			d.str("kind", "u")
		}
		d.end(n.Range)
	case *Attribute:
		d.open("Attribute", '(')
		d.child("value", n.Value)
		d.str("attr", n.Attr)
		d.enum("ctx", n.Ctx)
		d.end(n.Range)
	case *Subscript:
		d.open("Subscript", '(')
		d.child("value", n.Value)
		d.child("slice", n.Slice)
		d.enum("ctx", n.Ctx)
		d.end(n.Range)
	case *Starred:
		d.open("Starred", '(')
		d.child("value", n.Value)
		d.enum("ctx", n.Ctx)
		d.end(n.Range)
	case *Name:
		d.open("Name", '(')
		d.str("id", n.Id)
		d.enum("ctx", n.Ctx)
		d.end(n.Range)
	case *List:
		d.open("List", '(')
		dumpList(d, "elts", n.Elts)
		d.enum("ctx", n.Ctx)
		d.end(n.Range)
	case *Tuple:
		d.open("Tuple", '(')
		dumpList(d, "elts", n.Elts)
		d.enum("ctx", n.Ctx)
		d.end(n.Range)
	case *Slice:
		d.open("Slice", '(')
		d.opt("lower", n.Lower)
		d.opt("upper", n.Upper)
		d.opt("step", n.Step)
		d.end(n.Range)
	default:
		panic(fmt.Sprintf("ast.Dump: unexpected %T", n))
	}
}
