package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// neverReturns reports whether a call is of a library function that always
// raises: its result is NoReturn.
func (c *checker) neverReturns(call *ast.Call) bool {
	r, ok := c.ref(call.Func).(*StubRef)
	if !ok {
		return false
	}
	f, ok := r.Symbol.(*stubs.Func)
	if !ok {
		return false
	}
	if f.Role == "exit" {
		return true
	}
	for _, sig := range f.Overloads {
		v, ok := f.Module.LookupExpr(sig.Result).(*stubs.Var)
		if !ok || v.Role != "type:Never" {
			return false
		}
	}
	return true
}

// maySuppress reports whether a with statement over this manager may swallow
// an exception, so that what follows it runs after a part of its body only.
// Where the manager's class is not plain to see, it may if any manager that
// the program mentions does.
func (c *checker) maySuppress(manager ast.Expr, async bool) bool {
	call, ok := manager.(*ast.Call)
	if ok {
		switch r := c.ref(call.Func).(type) {
		case *StubRef:
			if known, may := stubSuppresses(r.Symbol, async); known {
				return may
			}
		case *ClassRef:
			if m := r.Class.FindMethod(exitName(async)); m != nil {
				return returnsValue(m.Node)
			}
		}
	}
	if c.suppressors == nil {
		found := c.anySuppressor()
		c.suppressors = &found
	}
	return *c.suppressors
}

func exitName(async bool) string {
	if async {
		return "__aexit__"
	}
	return "__exit__"
}

// stubSuppresses looks at the result of the manager's exit method: None and
// Literal[False] cannot suppress, anything else may.
func stubSuppresses(s stubs.Symbol, async bool) (known, may bool) {
	cls, ok := s.(*stubs.Class)
	if !ok {
		f, isFunc := s.(*stubs.Func)
		if !isFunc || len(f.Overloads) == 0 {
			return false, false
		}
		cls, ok = f.Module.LookupExpr(f.Overloads[0].Result).(*stubs.Class)
		if !ok {
			return false, false
		}
	}
	m, _ := cls.Member(exitName(async))
	exit, ok := m.(*stubs.Func)
	if !ok {
		return false, false
	}
	for _, sig := range exit.Overloads {
		if !neverTrue(sig.Result) {
			return true, true
		}
	}
	return true, false
}

// neverTrue reports whether an annotation is None or Literal[False].
func neverTrue(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return e.Value == (ast.None{})
	case *ast.Subscript:
		name, isName := e.Value.(*ast.Name)
		k, isConst := e.Slice.(*ast.Constant)
		return isName && isConst && name.Id == "Literal" && k.Value == ast.Bool(false)
	}
	return false
}

// anySuppressor looks for a manager in the whole program that may suppress.
func (c *checker) anySuppressor() bool {
	found := false
	for _, fn := range c.info.FuncList {
		if fn.Name == "__exit__" || fn.Name == "__aexit__" {
			found = found || returnsValue(fn.Node)
		} else if fn.Generator && len(decorators(fn.Node)) > 0 {
			found = found || yieldInTry(fn.Node)
		}
	}
	mention := func(e ast.Expr) {
		if r, ok := c.ref(e).(*StubRef); ok {
			for _, async := range []bool{false, true} {
				_, may := stubSuppresses(r.Symbol, async)
				found = found || may
			}
		}
	}
	ast.Walk(c.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			mention(n)
		case *ast.Attribute:
			mention(n)
		}
		return !found
	})
	return found
}

// returnsValue reports whether a function may return something true.
func returnsValue(fn ast.Node) bool {
	found := false
	ast.Walk(fn, func(n ast.Node) bool {
		if r, ok := n.(*ast.Return); ok && r.Value != nil {
			if k, ok := r.Value.(*ast.Constant); ok {
				if truth, known := constTruth(k); known && !truth {
					return true
				}
			}
			found = true
		}
		return !found
	})
	return found
}

// yieldInTry reports whether a generator yields within a try that has handlers.
func yieldInTry(fn ast.Node) bool {
	found := false
	ast.Walk(fn, func(n ast.Node) bool {
		if t, ok := n.(*ast.Try); ok && len(t.Handlers) > 0 {
			for _, s := range t.Body {
				found = found || hasYield(s)
			}
		}
		return !found
	})
	return found
}
