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
	return c.suppresses(manager, async, 0)
}

func (c *checker) suppresses(manager ast.Expr, async bool, depth int) bool {
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
		case *FuncRef:
			if r.Func.Manager != nil {
				return c.yieldInTry(r.Func.Node, depth)
			}
		}
		if a, ok := call.Func.(*ast.Attribute); ok {
			if known, may := c.managersNamed(a.Attr, depth); known {
				return may
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
			found = found || c.yieldInTry(fn.Node, 0)
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

// yieldInTry reports whether a generator yields within a try that may keep an
// exception: a handler that does not raise, or a finally that leaves.
func (c *checker) yieldInTry(fn ast.Node, depth int) bool {
	found := false
	ast.Walk(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Try:
			if !swallows(n) {
				return true
			}
			for _, s := range n.Body {
				found = found || hasYield(s)
			}
		case *ast.TryStar:
			for _, s := range n.Body {
				found = found || hasYield(s)
			}
		case *ast.With:
			found = found || c.yieldIn(n.Items, n.Body, false, depth)
		case *ast.AsyncWith:
			found = found || c.yieldIn(n.Items, n.Body, true, depth)
		}
		return !found
	})
	return found
}

// yieldIn reports whether a generator yields within a with statement whose
// managers may keep an exception.
func (c *checker) yieldIn(items []*ast.WithItem, body []ast.Stmt, async bool, depth int) bool {
	yields := false
	for _, s := range body {
		yields = yields || hasYield(s)
	}
	if !yields {
		return false
	}
	for _, it := range items {
		if depth > 10 || c.suppresses(it.ContextExpr, async, depth+1) {
			return true
		}
	}
	return false
}

// swallows reports whether a try may end normally after an exception.
func swallows(t *ast.Try) bool {
	for _, h := range t.Handlers {
		if len(h.Body) == 0 {
			return true
		}
		if _, raises := h.Body[len(h.Body)-1].(*ast.Raise); !raises || leaves(h.Body) {
			return true
		}
	}
	return leaves(t.Finalbody)
}

// leaves reports whether a block has a statement that goes on elsewhere without
// raising.
func leaves(body []ast.Stmt) bool {
	found := false
	for _, s := range body {
		ast.Walk(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.Return, *ast.Break, *ast.Continue:
				found = true
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
				return false
			}
			return !found
		})
	}
	return found
}

// managersNamed reports whether functions of that name make context managers,
// and whether one of those may swallow an exception.
func (c *checker) managersNamed(name string, depth int) (known, may bool) {
	for _, fn := range c.info.FuncList {
		if fn.Name != name {
			continue
		}
		if fn.Manager == nil {
			return false, false
		}
		known = true
		may = may || c.yieldInTry(fn.Node, depth)
	}
	return known, may
}
