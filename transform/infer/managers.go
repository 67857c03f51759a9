package infer

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// managerClass is the library class of what a generator function makes that is
// decorated with contextmanager or asynccontextmanager alone; nil for other
// functions, and where the managers are used as decorators too: those must make
// the generator anew.
func (c *checker) managerClass(n ast.Node) *stubs.Class {
	fn := c.info.Funcs[n]
	ds := decorators(n)
	if fn == nil || !fn.Generator || len(ds) != 1 || c.opts.Dynamic || c.opts.AllStructs {
		return nil
	}
	switch c.roleOf(ds[0]) {
	case "contextmanager", "asynccontextmanager":
	default:
		return nil
	}
	if _, ok := ds[0].(*ast.Call); ok {
		return nil
	}
	r, ok := c.ref(ds[0]).(*StubRef)
	if !ok {
		return nil
	}
	f, ok := r.Symbol.(*stubs.Func)
	if !ok || c.decorates(fn.Name) {
		return nil
	}
	made, ok := f.Overloads[0].Result.(*ast.Subscript)
	if !ok {
		return nil
	}
	args, ok := made.Slice.(*ast.Tuple)
	if !ok || len(args.Elts) != 2 {
		return nil
	}
	sub, ok := args.Elts[1].(*ast.Subscript)
	if !ok {
		return nil
	}
	cls, _ := f.Module.LookupExpr(sub.Value).(*stubs.Class)
	return cls
}

// decorates reports whether a call of something of that name stands as a
// decorator anywhere.
func (c *checker) decorates(name string) bool {
	found := false
	ast.Walk(c.info.Module, func(n ast.Node) bool {
		for _, d := range decorators(n) {
			call, ok := d.(*ast.Call)
			if !ok {
				continue
			}
			switch f := call.Func.(type) {
			case *ast.Name:
				found = found || f.Id == name
			case *ast.Attribute:
				found = found || f.Attr == name
			}
		}
		return !found
	})
	return found
}

// isKnownDecorator reports whether a decorator of a definition leaves alone
// what its name denotes.
func (c *checker) isKnownDecorator(n ast.Node, d ast.Expr) bool {
	role := c.roleOf(d)
	if fn := c.info.Funcs[n]; fn != nil && fn.Class == nil && methodMaker[role] {
		return false
	}
	return knownDecorator(role) || c.managerClass(n) != nil
}

// managerType is the type of the managers that fn makes.
func (inf *inference) managerType(ff *fnFlow) types.Type {
	c := ff.fn.Manager
	return &types.Lib{Module: c.Module.Name, Name: c.Name, Stub: c, Args: []types.Type{inf.typeOf(ff.yield)}}
}
