package infer

import (
	"fmt"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// declare makes the Func and Class of each definition, in source order.
func (c *checker) declare() {
	var outer []*Func
	var class *Class // class whose body is being read, nil inside its methods
	var visit func(n ast.Node) bool
	nested := func(fn *Func, cls *Class, walk func()) {
		saved, savedClass := outer, class
		if fn != nil {
			outer = append(outer[:len(outer):len(outer)], fn)
		}
		class = cls
		walk()
		outer, class = saved, savedClass
	}
	parent := func() *Func {
		if len(outer) == 0 {
			return nil
		}
		return outer[len(outer)-1]
	}
	walk := func(nodes ...ast.Node) {
		for _, n := range nodes {
			ast.Walk(n, visit)
		}
	}
	def := func(n ast.Node, name string, args *ast.Arguments, body []ast.Stmt, async bool) {
		fn := &Func{Node: n, Name: name, Parent: parent(), Class: class, Async: async, Result: types.Any}
		if class != nil {
			fn.Kind = Method
			class.Methods = append(class.Methods, fn)
		}
		for _, s := range body {
			fn.Generator = fn.Generator || hasYield(s)
		}
		c.addFunc(fn, args)
		for _, d := range append(append([]ast.Expr(nil), args.Defaults...), args.KwDefaults...) {
			if d != nil {
				walk(d)
			}
		}
		for _, d := range decorators(n) {
			walk(d)
		}
		nested(fn, nil, func() {
			for _, s := range body {
				walk(s)
			}
		})
	}
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExceptHandler:
			return !c.info.DeadHandlers[n]
		case *ast.FunctionDef:
			def(n, n.Name, n.Args, n.Body, false)
			return false
		case *ast.AsyncFunctionDef:
			def(n, n.Name, n.Args, n.Body, true)
			return false
		case *ast.Lambda:
			fn := &Func{Node: n, Name: "<lambda>", Kind: LambdaFunc, Parent: parent(), Generator: hasYield(n.Body), Result: types.Any}
			c.addFunc(fn, n.Args)
			for _, d := range append(append([]ast.Expr(nil), n.Args.Defaults...), n.Args.KwDefaults...) {
				if d != nil {
					walk(d)
				}
			}
			nested(fn, nil, func() { walk(n.Body) })
			return false
		case *ast.ClassDef:
			cls := &Class{Node: n, Name: n.Name, Parent: parent(), Outer: class}
			c.info.Classes[n] = cls
			c.info.ClassList = append(c.info.ClassList, cls)
			sc := c.bind.scopes[n]
			sc.class = cls
			for _, d := range n.DecoratorList {
				walk(d)
			}
			for _, b := range n.Bases {
				walk(b)
			}
			for _, k := range n.Keywords {
				walk(k)
			}
			nested(nil, cls, func() {
				for _, s := range n.Body {
					walk(s)
				}
			})
			return false
		}
		return true
	}
	walk(c.info.Module)
}

func (c *checker) addFunc(fn *Func, args *ast.Arguments) {
	c.info.Funcs[fn.Node] = fn
	c.info.FuncList = append(c.info.FuncList, fn)
	c.bind.scopes[fn.Node].fn = fn
	fn.Params = params(args)
	for _, p := range fn.Params {
		p.Type = types.Any
		c.symbolAt(p.Node).param = p
	}
	if fn.Generator {
		fn.Yield = types.Any
	}
	fn.ValueType = types.Any
}

// params lists the parameters of a definition in Python's order.
func params(a *ast.Arguments) []*Param {
	var out []*Param
	firstDefault := len(a.Posonlyargs) + len(a.Args) - len(a.Defaults)
	add := func(n *ast.Arg, k stubs.ParamKind, def ast.Expr) {
		out = append(out, &Param{Name: n.Arg, Kind: k, Node: n, Default: def})
	}
	for i, n := range append(append([]*ast.Arg(nil), a.Posonlyargs...), a.Args...) {
		kind := stubs.PosOrKw
		if i < len(a.Posonlyargs) {
			kind = stubs.PosOnly
		}
		var def ast.Expr
		if i >= firstDefault {
			def = a.Defaults[i-firstDefault]
		}
		add(n, kind, def)
	}
	if a.Vararg != nil {
		add(a.Vararg, stubs.VarPos, nil)
	}
	for i, n := range a.Kwonlyargs {
		add(n, stubs.KwOnly, a.KwDefaults[i])
	}
	if a.Kwarg != nil {
		add(a.Kwarg, stubs.VarKw, nil)
	}
	return out
}

// hasYield reports whether n yields in its own function.
func hasYield(n ast.Node) bool {
	found := false
	ast.Walk(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Yield, *ast.YieldFrom:
			found = true
		case *ast.FunctionDef:
			found = found || yieldInHeader(n.Args, n.DecoratorList)
			return false
		case *ast.AsyncFunctionDef:
			found = found || yieldInHeader(n.Args, n.DecoratorList)
			return false
		case *ast.Lambda:
			found = found || yieldInHeader(n.Args, nil)
			return false
		case *ast.ClassDef:
			for _, e := range append(append([]ast.Expr(nil), n.DecoratorList...), n.Bases...) {
				found = found || hasYield(e)
			}
			return false
		}
		return !found
	})
	return found
}

func yieldInHeader(a *ast.Arguments, decorators []ast.Expr) bool {
	for _, e := range append(append([]ast.Expr(nil), decorators...), a.Defaults...) {
		if hasYield(e) {
			return true
		}
	}
	return false
}

// describe works out what the decorators and bases of all definitions say.
func (c *checker) describe() {
	for _, cls := range c.info.ClassList {
		c.describeClass(cls)
	}
	for _, cls := range c.info.ClassList {
		for _, b := range cls.Bases {
			b.Subclasses = append(b.Subclasses, cls)
		}
		c.inheritKind(cls)
	}
	for _, cls := range c.info.ClassList {
		if cls.Kind == EnumClass && cls.Typed {
			c.describeEnum(cls)
		}
		if cls.Kind == NamedTupleClass {
			c.describeRecord(cls)
		}
	}
	for _, fn := range c.info.FuncList {
		c.describeFunc(fn)
	}
	c.overrides()
}

// methodMaker are the roles of the decorators that make another kind of method.
var methodMaker = map[stubs.Role]bool{"staticmethod": true, "classmethod": true, "property": true}

// describeFunc finds the kind of fn and whether its name can stand for it.
func (c *checker) describeFunc(fn *Func) {
	if fn.Kind == LambdaFunc {
		return
	}
	fn.Direct = true
	for _, d := range decorators(fn.Node) {
		role := c.roleOf(d)
		if fn.Class == nil && methodMaker[role] { // an object like others
			fn.Direct = false
			fn.Decorators = append(fn.Decorators, d)
			continue
		}
		switch role {
		case "staticmethod":
			fn.Kind = StaticMethod
		case "classmethod":
			fn.Kind = ClassMethod
		case "property":
			fn.Kind = PropertyGetter
		case "abstractmethod", "identity", "overload":
		default:
			if fn.Manager = c.managerClass(fn.Node); fn.Manager != nil {
				continue
			}
			if a, ok := d.(*ast.Attribute); ok && fn.Class != nil {
				if n, ok := a.Value.(*ast.Name); ok && n.Id == fn.Name {
					switch a.Attr {
					case "setter":
						fn.Kind = PropertySetter
						continue
					case "deleter":
						fn.Kind = PropertyDeleter
						continue
					case "getter":
						fn.Kind = PropertyGetter
						continue
					}
				}
			}
			fn.Direct = false
			fn.Decorators = append(fn.Decorators, d)
		}
	}
	if fn.Class != nil {
		switch fn.Name {
		case "__new__":
			fn.Kind = StaticMethod
		case "__init_subclass__", "__class_getitem__":
			fn.Kind = ClassMethod
		}
		return
	}
	sym := c.symbolAt(fn.Node)
	r, ok := c.static(sym).(*FuncRef)
	if !ok || r.Func != fn {
		fn.Direct = false
	}
}

// overrides ties methods to those that they override.
func (c *checker) overrides() {
	for _, cls := range c.info.ClassList {
		for _, m := range cls.Methods {
			for _, b := range cls.MRO()[1:] {
				if o := b.method(m.Name); o != nil && o.Kind == m.Kind {
					m.Overrides = append(m.Overrides, o)
					o.Overridden = append(o.Overridden, m)
				}
			}
		}
	}
}

// MRO returns the class and its user bases, in method resolution order for
// single inheritance (depth first, the last occurrence of a class counts).
func (cls *Class) MRO() []*Class {
	var out []*Class
	var visit func(k *Class)
	depth := 0
	visit = func(k *Class) {
		if depth++; depth > 10000 {
			panic(fmt.Sprintf("infer: class %s derives from itself", cls.Name))
		}
		for i, o := range out {
			if o == k {
				out = append(out[:i], out[i+1:]...)
				break
			}
		}
		out = append(out, k)
		for _, b := range k.Bases {
			visit(b)
		}
	}
	visit(cls)
	return out
}

// method returns the method that cls itself defines, the last one of that
// name, nil if there is none.
func (cls *Class) method(name string) *Func {
	for i := len(cls.Methods) - 1; i >= 0; i-- {
		if cls.Methods[i].Name == name {
			return cls.Methods[i]
		}
	}
	return nil
}

// FindMethod returns the method that an instance of cls has under that name,
// its own or inherited from a user class; nil if there is none.
func (cls *Class) FindMethod(name string) *Func {
	for _, k := range cls.MRO() {
		if m := k.method(name); m != nil {
			return m
		}
	}
	return nil
}

// IsSubclass reports whether cls is base or derives from it.
func (cls *Class) IsSubclass(base *Class) bool {
	for _, k := range cls.MRO() {
		if k == base {
			return true
		}
	}
	return false
}
