package infer

import "github.com/py2go-async/py2go-async/parser/ast"

// needsObject says why instances of a class cannot be plain Go structs, as far
// as that shows in the class itself; "" if they can.
func needsObject(cls *Class) string {
	switch {
	case cls.Kind == ExceptionClass:
		return "exception classes are made at run time"
	case len(cls.Bases) > 0:
		return "it derives from " + cls.Bases[0].Name
	case len(cls.Subclasses) > 0:
		return cls.Subclasses[0].Name + " derives from it"
	case cls.Kind != PlainClass && cls.Kind != DataClass:
		return "classes of its kind are made at run time"
	}
	if d := cls.Dataclass; cls.Kind == DataClass && (d.Order || d.UnsafeHash || d.Frozen || d.Slots) {
		return "its dataclass options need a Python object"
	}
	if !plainBody(cls.Node.Body) {
		return "its body computes something"
	}
	for _, m := range cls.Methods {
		if len(m.Name) > 4 && m.Name[:2] == "__" && m.Name[len(m.Name)-2:] == "__" && !structMethods[m.Name] {
			return "its method " + m.Name + " needs a Python object"
		}
	}
	return ""
}

// structMethods are the special methods that a Go struct can have.
var structMethods = map[string]bool{
	"__init__": true, "__post_init__": true, "__repr__": true, "__str__": true, "__eq__": true, "__hash__": true,
	"__lt__": true, "__le__": true, "__gt__": true, "__ge__": true, "__len__": true, "__bool__": true,
	"__contains__": true,
}

// needsObject notes that an attribute of a function is used, which only the
// Python object of the function has.
func (inf *inference) needsObject(k *kind) {
	if k.op != opFunc && k.op != opBound {
		return
	}
	if ff := inf.fns[k.fn]; ff != nil && !ff.object {
		ff.object = true
		inf.changed = true
	}
}

// objectClasses are the classes whose Python object the program uses other
// than to make instances: in a pattern, as a value.
func (inf *inference) objectClasses() map[*Class]bool {
	out := map[*Class]bool{}
	callee := map[ast.Expr]bool{}
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			callee[n.Func] = true
		case *ast.AnnAssign:
			callee[n.Annotation] = true
		}
		return true
	})
	ast.Walk(inf.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.MatchClass:
			if r, ok := inf.info.Refs[n.Cls].(*ClassRef); ok {
				out[r.Class] = true
			}
		case *ast.Arg:
			return false // annotations
		case *ast.AnnAssign:
			if n.Value != nil {
				ast.Walk(n.Value, func(c ast.Node) bool { return inf.noteClass(c, callee, out) })
			}
			return false
		case *ast.FunctionDef:
			inf.noteBody(n.Body, n.DecoratorList, n.Args, callee, out)
			return false
		case *ast.AsyncFunctionDef:
			inf.noteBody(n.Body, n.DecoratorList, n.Args, callee, out)
			return false
		}
		return inf.noteClass(n, callee, out)
	})
	return out
}

func (inf *inference) noteBody(body []ast.Stmt, decorators []ast.Expr, args *ast.Arguments, callee map[ast.Expr]bool, out map[*Class]bool) {
	visit := func(n ast.Node) {
		ast.Walk(n, func(c ast.Node) bool {
			switch c := c.(type) {
			case *ast.MatchClass:
				if r, ok := inf.info.Refs[c.Cls].(*ClassRef); ok {
					out[r.Class] = true
				}
			case *ast.Arg:
				return false
			case *ast.AnnAssign:
				if c.Value != nil {
					ast.Walk(c.Value, func(d ast.Node) bool { return inf.noteClass(d, callee, out) })
				}
				return false
			case *ast.FunctionDef:
				inf.noteBody(c.Body, c.DecoratorList, c.Args, callee, out)
				return false
			case *ast.AsyncFunctionDef:
				inf.noteBody(c.Body, c.DecoratorList, c.Args, callee, out)
				return false
			}
			return inf.noteClass(c, callee, out)
		})
	}
	for _, s := range body {
		visit(s)
	}
	for _, d := range decorators {
		visit(d)
	}
	for _, d := range append(append([]ast.Expr{}, args.Defaults...), args.KwDefaults...) {
		if d != nil {
			visit(d)
		}
	}
}

func (inf *inference) noteClass(n ast.Node, callee map[ast.Expr]bool, out map[*Class]bool) bool {
	if name, ok := n.(*ast.Name); ok && !callee[name] {
		if r, ok := inf.info.Refs[name].(*ClassRef); ok {
			out[r.Class] = true
		}
	}
	if a, ok := n.(*ast.Attribute); ok {
		if _, ok := inf.info.Refs[a.Value].(*ClassRef); ok {
			callee[a.Value] = true // Class.member is resolved statically
		}
	}
	return true
}

// plainBody reports whether a class body only defines methods and gives
// attributes literal values: what a Go declaration can say.
func plainBody(body []ast.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Pass:
		case *ast.ExprStmt:
			if _, ok := s.Value.(*ast.Constant); !ok {
				return false
			}
		case *ast.AnnAssign:
			if s.Value != nil && mentionsNames(s.Value, body) {
				return false
			}
		case *ast.Assign:
			if mentionsNames(s.Value, body) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// mentionsNames reports whether an expression uses a name that the class body
// binds, or has a scope of its own.
func mentionsNames(e ast.Expr, body []ast.Stmt) bool {
	bound := map[string]bool{}
	for _, s := range body {
		switch s := s.(type) {
		case *ast.AnnAssign:
			if n, ok := s.Target.(*ast.Name); ok {
				bound[n.Id] = true
			}
		case *ast.Assign:
			for _, t := range s.Targets {
				if n, ok := t.(*ast.Name); ok {
					bound[n.Id] = true
				} else {
					return true
				}
			}
		case *ast.FunctionDef:
			bound[s.Name] = true
		case *ast.AsyncFunctionDef:
			bound[s.Name] = true
		}
	}
	found := false
	ast.Walk(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			found = found || bound[n.Id]
		case *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp, *ast.Lambda:
			found = true
		}
		return !found
	})
	return found
}
