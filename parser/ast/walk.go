package ast

import "fmt"

// Walk visits n and what is below it in CPython's field order, parents first.
// Where f returns false, the children of that node are left out. Nil nodes are
// not visited.
func Walk(n Node, f func(Node) bool) {
	if !f(n) {
		return
	}
	switch n := n.(type) {
	case *Module:
		walkList(n.Body, f)
	case *FunctionDef:
		Walk(n.Args, f)
		walkList(n.Body, f)
		walkList(n.DecoratorList, f)
		walkOpt(n.Returns, f)
		walkList(n.TypeParams, f)
	case *AsyncFunctionDef:
		Walk(n.Args, f)
		walkList(n.Body, f)
		walkList(n.DecoratorList, f)
		walkOpt(n.Returns, f)
		walkList(n.TypeParams, f)
	case *ClassDef:
		walkList(n.Bases, f)
		walkList(n.Keywords, f)
		walkList(n.Body, f)
		walkList(n.DecoratorList, f)
		walkList(n.TypeParams, f)
	case *Return:
		walkOpt(n.Value, f)
	case *Delete:
		walkList(n.Targets, f)
	case *Assign:
		walkList(n.Targets, f)
		Walk(n.Value, f)
	case *TypeAlias:
		Walk(n.Name, f)
		walkList(n.TypeParams, f)
		Walk(n.Value, f)
	case *AugAssign:
		Walk(n.Target, f)
		Walk(n.Value, f)
	case *AnnAssign:
		Walk(n.Target, f)
		Walk(n.Annotation, f)
		walkOpt(n.Value, f)
	case *For:
		Walk(n.Target, f)
		Walk(n.Iter, f)
		walkList(n.Body, f)
		walkList(n.Orelse, f)
	case *AsyncFor:
		Walk(n.Target, f)
		Walk(n.Iter, f)
		walkList(n.Body, f)
		walkList(n.Orelse, f)
	case *While:
		Walk(n.Test, f)
		walkList(n.Body, f)
		walkList(n.Orelse, f)
	case *If:
		Walk(n.Test, f)
		walkList(n.Body, f)
		walkList(n.Orelse, f)
	case *With:
		walkList(n.Items, f)
		walkList(n.Body, f)
	case *AsyncWith:
		walkList(n.Items, f)
		walkList(n.Body, f)
	case *Match:
		Walk(n.Subject, f)
		walkList(n.Cases, f)
	case *Raise:
		walkOpt(n.Exc, f)
		walkOpt(n.Cause, f)
	case *Try:
		walkList(n.Body, f)
		walkList(n.Handlers, f)
		walkList(n.Orelse, f)
		walkList(n.Finalbody, f)
	case *TryStar:
		walkList(n.Body, f)
		walkList(n.Handlers, f)
		walkList(n.Orelse, f)
		walkList(n.Finalbody, f)
	case *Assert:
		Walk(n.Test, f)
		walkOpt(n.Msg, f)
	case *Import:
		walkList(n.Names, f)
	case *ImportFrom:
		walkList(n.Names, f)
	case *ExprStmt:
		Walk(n.Value, f)
	case *WithItem:
		Walk(n.ContextExpr, f)
		walkOpt(n.OptionalVars, f)
	case *ExceptHandler:
		walkOpt(n.Type, f)
		walkList(n.Body, f)
	case *MatchCase:
		Walk(n.Pattern, f)
		walkOpt(n.Guard, f)
		walkList(n.Body, f)
	case *BoolOp:
		walkList(n.Values, f)
	case *NamedExpr:
		Walk(n.Target, f)
		Walk(n.Value, f)
	case *BinOp:
		Walk(n.Left, f)
		Walk(n.Right, f)
	case *UnaryOp:
		Walk(n.Operand, f)
	case *Lambda:
		Walk(n.Args, f)
		Walk(n.Body, f)
	case *IfExp:
		Walk(n.Test, f)
		Walk(n.Body, f)
		Walk(n.Orelse, f)
	case *Dict:
		walkSparse(n.Keys, f)
		walkList(n.Values, f)
	case *Set:
		walkList(n.Elts, f)
	case *ListComp:
		Walk(n.Elt, f)
		walkList(n.Generators, f)
	case *SetComp:
		Walk(n.Elt, f)
		walkList(n.Generators, f)
	case *DictComp:
		Walk(n.Key, f)
		Walk(n.Value, f)
		walkList(n.Generators, f)
	case *GeneratorExp:
		Walk(n.Elt, f)
		walkList(n.Generators, f)
	case *Await:
		Walk(n.Value, f)
	case *Yield:
		walkOpt(n.Value, f)
	case *YieldFrom:
		Walk(n.Value, f)
	case *Compare:
		Walk(n.Left, f)
		walkList(n.Comparators, f)
	case *Call:
		Walk(n.Func, f)
		walkList(n.Args, f)
		walkList(n.Keywords, f)
	case *FormattedValue:
		Walk(n.Value, f)
		if n.FormatSpec != nil {
			Walk(n.FormatSpec, f)
		}
	case *Interpolation:
		Walk(n.Value, f)
		if n.FormatSpec != nil {
			Walk(n.FormatSpec, f)
		}
	case *JoinedStr:
		walkList(n.Values, f)
	case *TemplateStr:
		walkList(n.Values, f)
	case *Attribute:
		Walk(n.Value, f)
	case *Subscript:
		Walk(n.Value, f)
		Walk(n.Slice, f)
	case *Starred:
		Walk(n.Value, f)
	case *List:
		walkList(n.Elts, f)
	case *Tuple:
		walkList(n.Elts, f)
	case *Slice:
		walkOpt(n.Lower, f)
		walkOpt(n.Upper, f)
		walkOpt(n.Step, f)
	case *Comprehension:
		Walk(n.Target, f)
		Walk(n.Iter, f)
		walkList(n.Ifs, f)
	case *Arguments:
		walkList(n.Posonlyargs, f)
		walkList(n.Args, f)
		if n.Vararg != nil {
			Walk(n.Vararg, f)
		}
		walkList(n.Kwonlyargs, f)
		walkSparse(n.KwDefaults, f)
		if n.Kwarg != nil {
			Walk(n.Kwarg, f)
		}
		walkList(n.Defaults, f)
	case *Arg:
		walkOpt(n.Annotation, f)
	case *Keyword:
		Walk(n.Value, f)
	case *TypeVar:
		walkOpt(n.Bound, f)
		walkOpt(n.DefaultValue, f)
	case *ParamSpec:
		walkOpt(n.DefaultValue, f)
	case *TypeVarTuple:
		walkOpt(n.DefaultValue, f)
	case *MatchValue:
		Walk(n.Value, f)
	case *MatchSequence:
		walkList(n.Patterns, f)
	case *MatchMapping:
		walkList(n.Keys, f)
		walkList(n.Patterns, f)
	case *MatchClass:
		Walk(n.Cls, f)
		walkList(n.Patterns, f)
		walkList(n.KwdPatterns, f)
	case *MatchAs:
		if n.Pattern != nil {
			Walk(n.Pattern, f)
		}
	case *MatchOr:
		walkList(n.Patterns, f)
	case *Global,
		*Nonlocal,
		*Pass,
		*Break,
		*Continue,
		*Alias,
		*Constant,
		*Name,
		*MatchSingleton,
		*MatchStar:
	default:
		panic(fmt.Sprintf("ast.Walk: unexpected %T", n))
	}
}

func walkOpt(n Expr, f func(Node) bool) {
	if n != nil {
		Walk(n, f)
	}
}

func walkList[N Node](list []N, f func(Node) bool) {
	for _, n := range list {
		Walk(n, f)
	}
}

// walkSparse walks a list that may have nil entries.
func walkSparse(list []Expr, f func(Node) bool) {
	for _, n := range list {
		walkOpt(n, f)
	}
}
