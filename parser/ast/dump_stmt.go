package ast

import "fmt"

func (d *dumper) stmt(n Stmt) {
	switch n := n.(type) {
	case *FunctionDef:
		d.open("FunctionDef", '(')
		d.str("name", n.Name)
		d.child("args", n.Args)
		dumpList(d, "body", n.Body)
		dumpList(d, "decorator_list", n.DecoratorList)
		d.opt("returns", n.Returns)
		dumpList(d, "type_params", n.TypeParams)
		d.end(n.Range)
	case *AsyncFunctionDef:
		d.open("AsyncFunctionDef", '(')
		d.str("name", n.Name)
		d.child("args", n.Args)
		dumpList(d, "body", n.Body)
		dumpList(d, "decorator_list", n.DecoratorList)
		d.opt("returns", n.Returns)
		dumpList(d, "type_params", n.TypeParams)
		d.end(n.Range)
	case *ClassDef:
		d.open("ClassDef", '(')
		d.str("name", n.Name)
		dumpList(d, "bases", n.Bases)
		dumpList(d, "keywords", n.Keywords)
		dumpList(d, "body", n.Body)
		dumpList(d, "decorator_list", n.DecoratorList)
		dumpList(d, "type_params", n.TypeParams)
		d.end(n.Range)
	case *Return:
		d.open("Return", '(')
		d.opt("value", n.Value)
		d.end(n.Range)
	case *Delete:
		d.open("Delete", '(')
		dumpList(d, "targets", n.Targets)
		d.end(n.Range)
	case *Assign:
		d.open("Assign", '(')
		dumpList(d, "targets", n.Targets)
		d.child("value", n.Value)
		d.end(n.Range)
	case *TypeAlias:
		d.open("TypeAlias", '(')
		d.child("name", n.Name)
		dumpList(d, "type_params", n.TypeParams)
		d.child("value", n.Value)
		d.end(n.Range)
	case *AugAssign:
		d.open("AugAssign", '(')
		d.child("target", n.Target)
		d.enum("op", n.Op)
		d.child("value", n.Value)
		d.end(n.Range)
	case *AnnAssign:
		d.open("AnnAssign", '(')
		d.child("target", n.Target)
		d.child("annotation", n.Annotation)
		d.opt("value", n.Value)
		d.boolField("simple", n.Simple)
		d.end(n.Range)
	case *For:
		d.open("For", '(')
		d.child("target", n.Target)
		d.child("iter", n.Iter)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
		d.end(n.Range)
	case *AsyncFor:
		d.open("AsyncFor", '(')
		d.child("target", n.Target)
		d.child("iter", n.Iter)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
		d.end(n.Range)
	case *While:
		d.open("While", '(')
		d.child("test", n.Test)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
		d.end(n.Range)
	case *If:
		d.open("If", '(')
		d.child("test", n.Test)
		dumpList(d, "body", n.Body)
		dumpList(d, "orelse", n.Orelse)
		d.end(n.Range)
	case *With:
		d.open("With", '(')
		dumpList(d, "items", n.Items)
		dumpList(d, "body", n.Body)
		d.end(n.Range)
	case *AsyncWith:
		d.open("AsyncWith", '(')
		dumpList(d, "items", n.Items)
		dumpList(d, "body", n.Body)
		d.end(n.Range)
	case *Match:
		d.open("Match", '(')
		d.child("subject", n.Subject)
		dumpList(d, "cases", n.Cases)
		d.end(n.Range)
	case *Raise:
		d.open("Raise", '(')
		d.opt("exc", n.Exc)
		d.opt("cause", n.Cause)
		d.end(n.Range)
	case *Try:
		d.open("Try", '(')
		dumpList(d, "body", n.Body)
		dumpList(d, "handlers", n.Handlers)
		dumpList(d, "orelse", n.Orelse)
		dumpList(d, "finalbody", n.Finalbody)
		d.end(n.Range)
	case *TryStar:
		d.open("TryStar", '(')
		dumpList(d, "body", n.Body)
		dumpList(d, "handlers", n.Handlers)
		dumpList(d, "orelse", n.Orelse)
		dumpList(d, "finalbody", n.Finalbody)
		d.end(n.Range)
	case *Assert:
		d.open("Assert", '(')
		d.child("test", n.Test)
		d.opt("msg", n.Msg)
		d.end(n.Range)
	case *Import:
		d.open("Import", '(')
		dumpList(d, "names", n.Names)
		d.end(n.Range)
	case *ImportFrom:
		d.open("ImportFrom", '(')
		d.optStr("module", n.Module)
		dumpList(d, "names", n.Names)
		d.intField("level", n.Level)
		d.end(n.Range)
	case *Global:
		d.open("Global", '(')
		d.strs("names", n.Names)
		d.end(n.Range)
	case *Nonlocal:
		d.open("Nonlocal", '(')
		d.strs("names", n.Names)
		d.end(n.Range)
	case *ExprStmt:
		d.open("Expr", '(')
		d.child("value", n.Value)
		d.end(n.Range)
	case *Pass:
		d.open("Pass", '(')
		d.end(n.Range)
	case *Break:
		d.open("Break", '(')
		d.end(n.Range)
	case *Continue:
		d.open("Continue", '(')
		d.end(n.Range)
	default:
		panic(fmt.Sprintf("ast.Dump: unexpected %T", n))
	}
}
