package infer

import (
	"github.com/py2go-async/py2go-async/diag"
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// Library functions and classes as arguments, as in map(int, words) and
// sorted(names, key=str.lower), are calls that have not been written down. They
// are written down, `lambda x: int(x)`, so that they have the static types of
// calls, where a stub says with how many arguments the function is called.

// expandCallables rewrites such arguments.
func expandCallables(mod *ast.Module, opts Options) {
	opts.Diags = &diag.List{}
	c := newChecker(mod, opts)
	c.resolve()
	ast.Walk(mod, func(n ast.Node) bool {
		call, ok := n.(*ast.Call)
		if !ok {
			return true
		}
		sigs := c.signatures(call.Func)
		for i, a := range call.Args {
			if n := callbackArity(sigs, call, a); n > 0 {
				call.Args[i] = c.expand(a, n, call)
			}
		}
		for _, k := range call.Keywords {
			if n := callbackArity(sigs, call, k.Value); n > 0 {
				k.Value = c.expand(k.Value, n, call)
			}
		}
		return true
	})
}

// signatures are those of the library function that is called; of a method,
// those of all builtin classes that have one of the name, if no class of the
// program has.
func (c *checker) signatures(f ast.Expr) []*stubs.Sig {
	if r, ok := c.ref(f).(*StubRef); ok {
		switch s := r.Symbol.(type) {
		case *stubs.Func:
			return s.Overloads
		case *stubs.Class:
			if s.Init != nil && !s.Exception {
				return s.Init.Overloads
			}
		}
		return nil
	}
	a, ok := f.(*ast.Attribute)
	if !ok || c.ref(f) != nil {
		return nil
	}
	for _, cls := range c.info.ClassList {
		if cls.method(a.Attr) != nil {
			return nil
		}
	}
	var out []*stubs.Sig
	for _, s := range c.builtins.Symbols {
		if cls, ok := s.(*stubs.Class); ok {
			if f, ok := cls.Members[a.Attr].(*stubs.Func); ok {
				out = append(out, f.Overloads...)
			}
		}
	}
	return out
}

// callbackArity is with how many arguments the library calls the argument x
// of a call; 0 if it does not, or if that depends.
func callbackArity(sigs []*stubs.Sig, call *ast.Call, x ast.Expr) int {
	arity := 0
	for _, sig := range sigs {
		args, ok := bindArgs(stubFormals(sig), call)
		if !ok {
			continue
		}
		for i, a := range args {
			if a.Value != x {
				continue
			}
			n := callableParams(sig.Params[i].Annotation)
			if n > 0 && arity > 0 && n != arity {
				return 0
			}
			arity = max(arity, n)
		}
	}
	return arity
}

// callableParams is the number of parameters of Callable[[...], R]; 0 for
// other annotations.
func callableParams(e ast.Expr) int {
	sub, ok := e.(*ast.Subscript)
	if !ok {
		return 0
	}
	if name, ok := sub.Value.(*ast.Name); !ok || name.Id != "Callable" {
		return 0
	}
	args, ok := sub.Slice.(*ast.Tuple)
	if !ok || len(args.Elts) != 2 {
		return 0
	}
	params, ok := args.Elts[0].(*ast.List)
	if !ok {
		return 0
	}
	return len(params.Elts)
}

// callbackParams are the names of the parameters of expanded functions.
var callbackParams = []string{"x", "y", "z"}

// expand is e as a lambda of n parameters that calls it; e itself where it is
// not known what it calls.
func (c *checker) expand(e ast.Expr, n int, call *ast.Call) ast.Expr {
	if n > len(callbackParams) {
		return e
	}
	span := e.Span()
	at := ast.Range{
		Line: int32(span.Start.Line), Col: int32(span.Start.Col),
		EndLine: int32(span.End.Line), EndCol: int32(span.End.Col),
	}
	args := &ast.Arguments{Range: at}
	var values []ast.Expr
	for _, name := range callbackParams[:n] {
		args.Args = append(args.Args, &ast.Arg{Range: at, Arg: name})
		values = append(values, &ast.Name{Range: at, Id: name, Ctx: ast.Load})
	}
	lambda := func(body ast.Expr) ast.Expr { return &ast.Lambda{Range: at, Args: args, Body: body} }
	switch {
	case c.expandable(e, n):
		return lambda(&ast.Call{Range: at, Func: e, Args: values})
	case n == 1 && c.looksUpItems(e, call):
		return lambda(&ast.Subscript{Range: at, Value: e.(*ast.Attribute).Value, Slice: values[0], Ctx: ast.Load})
	}
	return e
}

// expandable reports whether e is a library function that takes n arguments, a
// class, or a method taken from its class.
func (c *checker) expandable(e ast.Expr, n int) bool {
	if a, ok := e.(*ast.Attribute); ok {
		if r, ok := c.ref(a.Value).(*ClassRef); ok {
			m := r.Class.FindMethod(a.Attr)
			return m != nil && m.Kind == Method && len(m.Decorators) == 0
		}
	}
	switch r := c.ref(e).(type) {
	case *ClassRef:
		_, ok := e.(*ast.Name)
		return ok
	case *StubRef:
		switch s := r.Symbol.(type) {
		case *stubs.Class:
			return s.Init != nil && !s.Exception && !s.Enum && s.Name != "type"
		case *stubs.Func:
			switch s.Role {
			case "next", "next_default": // their StopIteration ends the iteration
				return false
			}
			if s.Class != nil {
				n-- // the receiver
			}
			for _, sig := range s.Overloads {
				if !sig.Async && takesPositional(sig, n) {
					return true
				}
			}
		}
	}
	return false
}

// takesPositional reports whether n positional arguments fit a signature.
func takesPositional(sig *stubs.Sig, n int) bool {
	for _, p := range sig.Params {
		switch p.Kind {
		case stubs.PosOnly, stubs.PosOrKw:
			if n > 0 {
				n--
			} else if p.Default == nil {
				return false
			}
		case stubs.VarPos:
			n = 0
		case stubs.KwOnly:
			if p.Default == nil {
				return false
			}
		}
	}
	return n == 0
}

// looksUpItems reports whether e is the lookup method of the very dict whose
// keys the call goes through, as in max(d, key=d.get): it always finds one.
func (c *checker) looksUpItems(e ast.Expr, call *ast.Call) bool {
	a, ok := e.(*ast.Attribute)
	if !ok || len(call.Args) != 1 {
		return false
	}
	d, ok := a.Value.(*ast.Name)
	source, same := call.Args[0].(*ast.Name)
	if !ok || !same || d.Id != source.Id {
		return false
	}
	dict, _ := c.builtins.Symbols["dict"].(*stubs.Class)
	f, ok := dict.Members[a.Attr].(*stubs.Func)
	if !ok {
		return false
	}
	for _, sig := range f.Overloads {
		if sig.Role == "dict_get" {
			return true
		}
	}
	return false
}
