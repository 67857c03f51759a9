package lower

import (
	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/infer"
	"github.com/py2go-async/py2go-async/transform/ir"
	"github.com/py2go-async/py2go-async/transform/special"
	"github.com/py2go-async/py2go-async/transform/types"
)

// A typed class without subclasses is a Go struct. One that has some is an
// interface, which its instances and those of the subclasses satisfy, and a
// struct with what they share, which the subclasses embed:
//
//	type Shape interface {
//		Area() float64
//		shapeBase() *ShapeBase
//	}
//
//	type ShapeBase struct{ Name string }
//
//	type Circle struct {
//		ShapeBase
//		Radius float64
//	}
//
// A method of the base that needs the whole instance, because it calls what a
// subclass overrides or hands self on, is a function of the interface.

// hierarchy is what is known of the typed classes and their methods.
type hierarchy struct {
	info *infer.Info
	made map[*infer.Class]bool // classes that the program instantiates
	// whole are the methods of classes with subclasses that need the instance
	// as its interface.
	whole map[*infer.Func]bool
	// tested are the classes that isinstance and class patterns ask for.
	tested map[*infer.Class]bool
	// reinit are the __init__ methods that are called other than by making an
	// instance.
	reinit map[*infer.Func]bool
}

func newHierarchy(info *infer.Info) *hierarchy {
	h := &hierarchy{
		info: info, made: map[*infer.Class]bool{}, whole: map[*infer.Func]bool{}, reinit: map[*infer.Func]bool{},
		tested: map[*infer.Class]bool{},
	}
	h.findTests()
	for _, c := range info.Calls {
		switch {
		case c.Kind == infer.NewCall && c.Class.Enum != nil:
			// finds a member
		case c.Kind == infer.NewCall:
			h.made[c.Class] = true
		case c.Kind == infer.MethodCall && c.Func.Name == "__init__":
			h.reinit[c.Func] = true
		}
	}
	for _, c := range info.ClassList {
		if c.Kind == infer.ExceptionClass {
			h.made[c] = true // `raise C`
		}
		if init := c.FindMethod("__init__"); c.Enum != nil && init != nil {
			h.reinit[init] = true
		}
	}
	for changed := true; changed; {
		changed = false
		for _, c := range info.ClassList {
			if !isOpen(c) {
				continue
			}
			for _, m := range c.Methods {
				if hasSelf(m) && !h.whole[m] && h.needsWhole(m) {
					h.whole[m] = true
					changed = true
				}
			}
		}
	}
	return h
}

// findTests finds the classes that the program asks for.
func (h *hierarchy) findTests() {
	mark := func(e ast.Expr) {
		ast.Walk(e, func(n ast.Node) bool {
			if x, ok := n.(ast.Expr); ok {
				if r, ok := h.info.Refs[x].(*infer.ClassRef); ok {
					h.tested[r.Class] = true
				}
			}
			return true
		})
	}
	ast.Walk(h.info.Module, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.MatchClass:
			mark(n.Cls)
		case *ast.Call:
			r, ok := h.info.Refs[n.Func].(*infer.StubRef)
			if ok && symbolRole(r.Symbol) == roleIsInstance && len(n.Args) == 2 {
				mark(n.Args[1])
			}
		}
		return true
	})
}

// isOpen reports whether a typed class has subclasses that are typed.
func isOpen(c *infer.Class) bool {
	if !c.Typed {
		return false
	}
	for _, k := range c.Subclasses {
		if k.Typed {
			return true
		}
	}
	return false
}

// typedBase is the base of a struct that is a struct too, nil if there is none.
func typedBase(c *infer.Class) *infer.Class {
	for _, b := range c.Bases {
		if b.Typed {
			return b
		}
	}
	return nil
}

// derived lists the typed classes that are c or derive from it.
func derived(c *infer.Class) []*infer.Class {
	out := []*infer.Class{c}
	for _, k := range c.Subclasses {
		if k.Typed {
			out = append(out, derived(k)...)
		}
	}
	return out
}

func hasSelf(m *infer.Func) bool {
	return len(m.Params) > 0 && m.Kind != infer.StaticMethod && m.Kind != infer.ClassMethod
}

// isOverridden reports whether a subclass has another method in place of m.
func isOverridden(m *infer.Func) bool {
	for _, o := range m.Overridden {
		if o.Class.Typed {
			return true
		}
	}
	return false
}

// root is the topmost method that m overrides, m itself if there is none.
func root(m *infer.Func) *infer.Func {
	for i := len(m.Overrides) - 1; i >= 0; i-- {
		if m.Overrides[i].Class.Typed {
			return m.Overrides[i]
		}
	}
	return m
}

// inFamily reports whether m has the same meaning in several classes, so that
// the object decides which is called.
func inFamily(m *infer.Func) bool { return isOverridden(m) || root(m) != m }

// varOverridden reports whether a subclass has a class variable of its own in
// place of f.
func varOverridden(f *infer.Field) bool {
	for _, k := range derived(f.Class)[1:] {
		for _, v := range k.ClassVars {
			if v.Name == f.Name {
				return true
			}
		}
	}
	return false
}

// defines reports whether c or a subclass defines a method of that name: what
// an instance whose static type is c may have.
func mayDefine(c *infer.Class, name string) bool {
	for _, k := range derived(c) {
		if k.FindMethod(name) != nil {
			return true
		}
	}
	return false
}

// needsWhole reports whether the body of m, a method of a class with
// subclasses, uses self for more than what the struct of its class has.
func (h *hierarchy) needsWhole(m *infer.Func) bool {
	self := m.Params[0].Var
	own := map[ast.Expr]bool{}
	needs := false
	for _, s := range funcBody(m.Node) {
		ast.Walk(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Attribute:
				if x, ok := n.Value.(*ast.Name); ok && h.info.Vars[x] == self {
					own[x] = true
					needs = needs || h.memberNeedsWhole(h.info.Refs[n])
				}
			case *ast.Name:
				needs = needs || h.info.Vars[n] == self && !own[n]
			case *ast.Call:
				c := h.info.Calls[n]
				needs = needs || c != nil && c.Kind == infer.MethodCall && c.Static && h.whole[c.Func]
			}
			return !needs
		})
	}
	return needs
}

func (h *hierarchy) memberNeedsWhole(r infer.Ref) bool {
	call := func(m *infer.Func) bool { return m != nil && hasSelf(m) && (isOverridden(m) || h.whole[m]) }
	switch r := r.(type) {
	case *infer.FieldRef, *infer.StubMemberRef:
		return false
	case *infer.ClassVarRef:
		return varOverridden(r.Field)
	case *infer.MethodRef:
		return call(r.Func)
	case *infer.PropertyRef:
		return call(r.Getter) || call(r.Setter) || call(r.Deleter)
	}
	return true
}

// isStruct reports whether c has a struct in Go: an abstract class without
// state is an interface alone.
func (l *lowerer) isStruct(c *infer.Class) bool {
	if !isOpen(c) || c.Kind == infer.ExceptionClass || l.hier.made[c] || l.hier.tested[c] || len(c.Fields) > 0 {
		return true
	}
	if b := typedBase(c); b != nil && l.isStruct(b) {
		return true
	}
	for _, m := range c.Methods {
		if !m.Placeholder && !l.hier.whole[m] && hasSelf(m) {
			return true
		}
	}
	return false
}

// structType is the struct of a class, behind a pointer.
func (l *lowerer) structType(c *infer.Class) ir.Type {
	return ptr(&ir.Named{Decl: l.class(c).decl})
}

// instanceType is the Go type of the instances of a typed class.
func (l *lowerer) instanceType(c *infer.Class) ir.Type {
	if g := l.class(c); g.iface != nil {
		return &ir.Named{Decl: g.iface}
	}
	return l.structType(c)
}

// isIface reports whether the Go type of t is an interface of the program.
func isIface(t types.Type) bool {
	if o, ok := t.(*types.Optional); ok {
		t = o.Elem
	}
	i, ok := t.(*types.Instance)
	return ok && isOpen(i.Class.(*infer.Class))
}

// wholeName is the name of the function that a method of a class with
// subclasses becomes.
func wholeName(m *infer.Func) string {
	switch m.Name {
	case "__init__":
		return "init_" + m.Class.Name
	}
	return m.Class.Name + "_" + methodName(m)
}

// isStructSelf reports whether x is the receiver of a method of a class with
// subclasses: its Go type is the struct of the class and not the interface.
func (b *body) isStructSelf(x val) bool {
	u, ok := x.x.(*ir.Use)
	return ok && b.l.structSelf[u.Var]
}

// part is the struct of class c within x, an instance of c or of a subclass.
func (b *body) part(x val, c *infer.Class) ir.Expr {
	t, ok := x.t.(*types.Instance)
	if !ok || !isOpen(c) {
		return x.x
	}
	from := t.Class.(*infer.Class)
	if isOpen(from) && !b.isStructSelf(x) {
		return call(&ir.MethodRef{X: x.x, Func: b.l.accessor(c)})
	}
	return x.x
}

// embedded is the struct of base that x embeds, spelled out: where the method
// of a base is meant and not that of x.
func (b *body) embedded(x val, base *infer.Class) ir.Expr {
	from := x.t.(*types.Instance).Class.(*infer.Class)
	if isOpen(from) && !b.isStructSelf(x) {
		return call(&ir.MethodRef{X: x.x, Func: b.l.accessor(base)})
	}
	out := x.x
	for k := from; k != base; k = typedBase(k) {
		f := b.l.class(k).baseField
		if f == nil {
			break
		}
		out = &ir.FieldRef{X: out, Field: f}
	}
	return out
}

// accessor is the method of c's interface that gives the struct of c.
func (l *lowerer) accessor(c *infer.Class) *ir.Func {
	g := l.class(c)
	if g.accessor != nil {
		return g.accessor
	}
	name := c.Name + "_base"
	result := []*ir.Var{{Type: l.structType(c)}}
	self := &ir.Var{Name: "self", Type: l.structType(c), Param: true}
	fn := &ir.Func{Name: name, Recv: self, RecvDecl: g.decl, Results: result}
	l.after[g.decl] = append(l.after[g.decl], &ir.FuncDecl{Func: fn, Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{use(self)}}}})
	g.accessor = &ir.Func{Name: name, Results: result}
	g.iface.Iface.Methods = append(g.iface.Iface.Methods, g.accessor)
	return g.accessor
}

// ifaceMethod is the method of an interface by which the object decides what
// is called for m.
func (l *lowerer) ifaceMethod(m *infer.Func) *ir.Func {
	m = root(m)
	g := l.function(m)
	if g.iface != nil {
		return g.iface
	}
	f := &ir.Func{Name: methodName(m), Exported: l.exported(m.Name)}
	sig := specialSig(m)
	if sig != nil {
		f.GoName = sig.Go
	}
	if sig != nil && sig.Caller == special.Runtime {
		for _, p := range m.Params[1:] {
			f.Params = append(f.Params, &ir.Var{Name: p.Name, Type: ir.Any, Param: true})
		}
		f.Results = []*ir.Var{{Type: l.goType(m.Result)}}
	} else {
		if l.takesCtx(m) {
			f.Params = append(f.Params, &ir.Var{Name: "ctx", Type: ir.Context, Param: true})
		}
		if isExit(m) {
			f.Params = append(f.Params, &ir.Var{Name: "err", Type: ir.Error, Param: true})
		} else {
			for _, p := range m.Params[1:] {
				f.Params = append(f.Params, &ir.Var{Name: p.Name, Type: l.goType(p.Var.Type), Param: true})
			}
		}
		f.Results = l.results(m)
	}
	g.iface = f
	iface := l.class(m.Class).iface
	iface.Iface.Methods = append(iface.Iface.Methods, f)
	return f
}

// ifaceVar is the method of an interface that gives a class variable which
// subclasses override.
func (l *lowerer) ifaceVar(f *infer.Field) *ir.Func {
	top := f
	for k := typedBase(f.Class); k != nil; k = typedBase(k) {
		for _, v := range k.ClassVars {
			if v.Name == f.Name {
				top = v
			}
		}
	}
	if fn, ok := l.varGetters[top]; ok {
		return fn
	}
	fn := &ir.Func{Name: f.Name, Exported: l.exported(f.Name), Results: []*ir.Var{{Type: l.goType(top.Type)}}}
	l.varGetters[top] = fn
	iface := l.class(top.Class).iface
	iface.Iface.Methods = append(iface.Iface.Methods, fn)
	for _, k := range derived(top.Class) {
		for _, v := range k.ClassVars {
			if v.Name == f.Name && l.isStruct(k) {
				self := &ir.Var{Name: "self", Type: l.structType(k), Param: true}
				get := &ir.Func{Name: f.Name, Exported: fn.Exported, Recv: self, RecvDecl: l.class(k).decl, Results: fn.Results}
				l.tail = append(l.tail, &ir.FuncDecl{Func: get, Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{use(l.classVar(v))}}}})
			}
		}
	}
	return fn
}

// target is how method m is called on x: the Go function, and x where that
// takes the instance as an argument. With static, m itself is meant and not
// what a subclass has in its place.
func (b *body) target(x val, m *infer.Func, static bool) (fun ir.Expr, self []ir.Expr) {
	if b.l.hier.whole[m] && (static || !isOverridden(m)) {
		return &ir.FuncRef{Func: b.methodFunc(m)}, []ir.Expr{x.x}
	}
	t, ok := x.t.(*types.Instance)
	if !ok {
		return &ir.MethodRef{X: x.x, Func: b.methodFunc(m)}, nil
	}
	c := t.Class.(*infer.Class)
	switch {
	case static && isOpen(m.Class):
		return &ir.MethodRef{X: b.embedded(x, m.Class), Func: b.methodFunc(m)}, nil
	case isOpen(c) && !b.isStructSelf(x):
		return &ir.MethodRef{X: x.x, Func: b.l.ifaceMethod(m)}, nil
	}
	return &ir.MethodRef{X: x.x, Func: b.methodFunc(m)}, nil
}

// forwarders emits, for a method that is a function because it needs the whole
// instance, the methods by which the classes that have it satisfy their
// interface.
func (b *body) forwarders(c *infer.Class, m *infer.Func, g *goFunc) {
	sig := specialSig(m)
	if m.Name == "__init__" || !inFamily(m) && sig == nil {
		return
	}
	for _, k := range derived(c) {
		if k.FindMethod(m.Name) != m || !b.l.isStruct(k) || isOpen(k) && !b.l.hier.made[k] {
			continue
		}
		self := &ir.Var{Name: "self", Type: b.l.structType(k), Param: true}
		fn := &ir.Func{Name: methodName(m), Exported: b.l.exported(m.Name), Recv: self, RecvDecl: b.l.class(k).decl}
		if sig != nil {
			fn.GoName = sig.Go
		}
		var args []ir.Expr
		i := 0
		if b.l.takesCtx(m) {
			fn.Params = append(fn.Params, g.fn.Params[0])
			args = append(args, use(g.fn.Params[0]))
			i = 1
		}
		args = append(args, use(self))
		for _, p := range g.fn.Params[i+1:] {
			fn.Params = append(fn.Params, p)
			args = append(args, use(p))
		}
		fn.Results = g.fn.Results
		x := call(&ir.FuncRef{Func: g.fn}, args...)
		var st ir.Stmt = &ir.Return{Values: []ir.Expr{x}}
		if len(fn.Results) == 0 {
			st = &ir.ExprStmt{X: x}
		}
		own := b.l.class(k).decl
		b.l.after[own] = append(b.l.after[own], &ir.FuncDecl{Func: fn, Body: []ir.Stmt{st}})
	}
}
