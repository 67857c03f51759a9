package bindgen

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"

	"github.com/py2go-async/py2go-async/transform/stubs"
)

// boundClass is a stub class whose Go type was found.
type boundClass struct {
	stub  *stubs.Class
	typ   types.Type // of instances: *T[any], or string, int, ...
	class string     // Go expression of its *py.Class
	own   bool       // the class is made here, not an existing variable
	vari  string     // Go variable made here
	// foreign: the instances are values of another class's Go type; the class
	// has a constructor and class methods only.
	foreign bool
}

// members are the names of the class's own members and of those that it
// inherits from classes with another Go type: their glue takes that type.
func (b *boundClass) members() []string {
	names := append([]string(nil), b.stub.Order...)
	seen := map[string]bool{}
	for _, n := range names {
		seen[n] = true
	}
	for _, k := range b.stub.MRO()[1:] {
		if k.Module.Name == "builtins" && k.Name != "dict" || k.Module.GoPath != b.stub.Module.GoPath && k.Module.Name != "builtins" {
			continue
		}
		for _, n := range k.Order {
			if !seen[n] {
				seen[n] = true
				names = append(names, n)
			}
		}
	}
	return names
}

func (b *boundClass) member(name string) stubs.Symbol {
	s, _ := b.stub.Member(name)
	return s
}

// builtinClasses are the class variables of package py by role.
var builtinClasses = map[string]struct{ class, typ string }{
	"type:int": {"IntType", "int"}, "type:float": {"FloatType", "float64"}, "type:str": {"StrType", "string"},
	"type:complex": {"ComplexType", "complex128"}, "type:bytes": {"BytesType", "Bytes"}, "type:list": {"ListType", ""},
	"type:tuple": {"TupleType", ""}, "type:dict": {"DictType", ""}, "type:set": {"SetType", ""}, "type:frozenset": {"FrozenSetType", ""},
	"range": {"RangeType", ""}, "type:slice": {"SliceType", ""},
}

// builtinByName are those of the classes without a role.
var builtinByName = map[string]string{"bytearray": "ByteArrayType", "memoryview": "MemoryViewType"}

// classOrder finds the classes of the modules that have a Go struct in this
// package, bases first.
func (g *gen) classOrder(mods []*stubs.Module) []*boundClass {
	var out []*boundClass
	seen := map[*stubs.Class]bool{}
	types_ := map[string]bool{}
	var visit func(c *stubs.Class)
	visit = func(c *stubs.Class) {
		if seen[c] || c.Module.GoPath != g.pkg.Path() {
			return
		}
		seen[c] = true
		for _, b := range c.BaseStubs {
			visit(b)
		}
		g.try(c.QualName(), func() {
			b := g.bindClass(c)
			if key := b.typ.String(); b.own && types_[key] {
				b.foreign = true
			} else {
				types_[key] = true
			}
			out = append(out, b)
		})
	}
	for _, m := range mods {
		for _, n := range m.Order {
			if c, ok := m.Symbols[n].(*stubs.Class); ok && c.Module == m {
				visit(c)
			}
		}
	}
	return out
}

func (g *gen) bindClass(c *stubs.Class) *boundClass {
	if c.Protocol || c.Exception || strings.HasPrefix(string(c.Role), "type:") && builtinClasses[string(c.Role)].class == "" {
		g.unsupported("")
	}
	b := &boundClass{stub: c}
	if g.pkg.Path() == pyPath {
		known, ok := builtinClasses[string(c.Role)]
		if !ok {
			known.class, ok = builtinByName[c.Name]
		}
		if !ok {
			g.unsupported("")
		}
		b.class = known.class
		if known.typ != "" && known.typ != "Bytes" {
			b.typ = types.Universe.Lookup(known.typ).Type()
			return b
		}
	}
	if _, isVar := g.lookup(c.Go.Pkg, c.Go.Name).(*types.Var); isVar {
		g.unsupported("")
	}
	tn, ok := g.lookup(c.Go.Pkg, c.Go.Name).(*types.TypeName)
	b.foreign = c.Go.Pkg != g.pkg.Path() && ok && tellsClass(tn)
	if !ok {
		if c.Role != "" || c.Enum {
			g.unsupported("")
		}
		g.unsupported("no Go type %s", c.Go.Name)
	}
	t := instantiate(tn.Type())
	if _, isIface := t.Underlying().(*types.Interface); !isIface && c.Go.Name != "Bytes" {
		t = types.NewPointer(t)
	}
	b.typ = t
	if v, ok := tn.Pkg().Scope().Lookup(c.Go.Name + "Type").(*types.Var); ok && b.class == "" {
		b.class, b.foreign = g.qual(tn.Pkg().Path(), v.Name()), false
	}
	if b.class == "" {
		b.own = true
		b.vari = "class" + stubs.GoName(c.Name)
		b.class = b.vari
		if g.pkg.Scope().Lookup(c.Go.Name+"Class") != nil {
			b.class, b.own = c.Go.Name+"Class", false
		}
	}
	return b
}

// tellsClass reports whether the values of a Go type know their Python class
// already.
func tellsClass(tn *types.TypeName) bool {
	for _, name := range []string{"PyClass", "pyType"} {
		if obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, tn.Pkg(), name); obj != nil {
			return true
		}
	}
	return false
}

// instantiate gives a generic type any for each of its parameters.
func instantiate(t types.Type) types.Type {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.TypeParams().Len() == 0 {
		return t
	}
	args := make([]types.Type, n.TypeParams().Len())
	for i := range args {
		args[i] = types.Universe.Lookup("any").Type()
	}
	inst, err := types.Instantiate(nil, n.Origin(), args, false)
	if err != nil {
		panic(err)
	}
	return inst
}

// classVars declares the variables of the classes made here, and the method
// by which values of every instantiation tell their class.
func (g *gen) classVars(classes []*boundClass) {
	any_ := false
	for _, b := range classes {
		if b.own {
			if !any_ {
				g.printf("// The Python classes of this package's types.\nvar (\n")
				any_ = true
			}
			g.printf("%s *%sClass\n", b.vari, g.pyPrefix())
		}
	}
	if any_ {
		g.printf(")\n\n")
	}
	for _, b := range classes {
		p, ok := b.typ.(*types.Pointer)
		if !b.own || !ok || b.foreign {
			continue
		}
		if b.stub.Go.Pkg != g.pkg.Path() {
			continue
		}
		if obj, path, _ := types.LookupFieldOrMethod(b.typ, true, g.pkg, "PyClass"); obj != nil && len(path) == 1 {
			continue
		}
		n := types.Unalias(p.Elem()).(*types.Named)
		params := ""
		if k := n.TypeArgs().Len(); k > 0 {
			params = "[" + strings.TrimSuffix(strings.Repeat("_, ", k), ", ") + "]"
		}
		g.printf("// PyClass returns the Python class %s.\nfunc (*%s%s) PyClass() *%sClass { return %s }\n\n",
			b.stub.QualName(), n.Obj().Name(), params, g.pyPrefix(), b.vari)
	}
}

// class writes the RegisterType call of one class.
func (g *gen) class(b *boundClass) {
	py := g.pyPrefix()
	c := b.stub
	if b.own {
		g.printf("%s = ", b.vari)
	}
	g.printf("%sRegisterType(&%sTypeInfo{\n", py, py)
	if b.own {
		g.printf("Name: %s, Module: %s,\n", strconv.Quote(c.Name), strconv.Quote(pyModule(c)))
		if bases := g.baseClasses(c); bases != "" {
			g.printf("Bases: []*%sClass{%s},\n", py, bases)
		}
	} else {
		g.printf("Class: %s,\n", b.class)
	}
	if _, ok := b.typ.(*types.Pointer); ok && !b.foreign {
		g.printf("Go: []any{(%s)(nil)},\n", g.typ(b.typ))
	}
	if (b.own || g.pkg.Path() != pyPath) && c.Init != nil && !c.Enum {
		g.try(c.QualName()+".__init__", func() {
			g.printf("New: &%sMethod{Name: %s, ", py, strconv.Quote(c.Init.Name))
			g.methodBody(c.Init, b, true)
			g.printf("},\n")
		})
	}
	g.methods(b)
	g.attrs(b)
	g.printf("})\n")
}

// pyModule is the module that Python shows for a class.
func pyModule(c *stubs.Class) string {
	if m, ok := shownModules[c.QualName()]; ok {
		return m
	}
	return c.Module.Name
}

// shownModules are the classes whose __module__ is not where they are
// imported from.
var shownModules = map[string]string{
	"asyncio.Future": "_asyncio", "asyncio.Task": "_asyncio", "asyncio.Queue": "asyncio.queues", "asyncio.PriorityQueue": "asyncio.queues",
	"asyncio.LifoQueue": "asyncio.queues", "asyncio.Lock": "asyncio.locks", "asyncio.Event": "asyncio.locks",
	"asyncio.Condition": "asyncio.locks", "asyncio.Semaphore": "asyncio.locks", "asyncio.BoundedSemaphore": "asyncio.locks",
	"asyncio.Barrier": "asyncio.locks", "asyncio.TaskGroup": "asyncio.taskgroups", "asyncio.Timeout": "asyncio.timeouts",
	"asyncio.Runner": "asyncio.runners", "asyncio.Handle": "asyncio.events", "asyncio.TimerHandle": "asyncio.events",
}

func (g *gen) baseClasses(c *stubs.Class) string {
	var out []string
	for _, base := range c.BaseStubs {
		if expr := g.classExpr(base); expr != "" {
			out = append(out, expr)
		}
	}
	return strings.Join(out, ", ")
}

// classExpr is the Go expression of another class's object, where this
// package can name it.
func (g *gen) classExpr(c *stubs.Class) string {
	py := g.pyPrefix()
	if known, ok := builtinClasses[string(c.Role)]; ok && c.Module.Name == "builtins" {
		return py + known.class
	}
	if c.Module.GoPath != g.pkg.Path() || c.Module.Name == "builtins" {
		return ""
	}
	expr := ""
	g.try(c.QualName(), func() { expr = g.bindClass(c).class })
	return expr
}

// methods writes the Methods of a class.
func (g *gen) methods(b *boundClass) {
	open := false
	for _, name := range b.members() {
		f, ok := b.member(name).(*stubs.Func)
		if ok && b.foreign && !f.Overloads[0].ClassMeth && !f.Overloads[0].Static {
			continue
		}
		if !ok || f.Overloads[0].Property || name == "__init__" || name == "__new__" || !g.wantsMethod(b, name) {
			continue
		}
		g.try(b.stub.QualName()+"."+name, func() {
			py := g.pyPrefix()
			if !open {
				g.printf("Methods: []%sMethod{\n", py)
			}
			g.printf("{Name: %s, ", strconv.Quote(name))
			switch sig := f.Overloads[0]; {
			case sig.ClassMeth:
				g.printf("Kind: %sClassMethodKind, ", py)
			case sig.Static:
				g.printf("Kind: %sStaticMethodKind, ", py)
			case sig.Async:
				g.printf("Async: true, ")
			}
			g.methodBody(f, b, false)
			g.printf("},\n")
			open = true
		})
	}
	if open {
		g.printf("},\n")
	}
}

// wantsMethod leaves out the special methods of builtin classes: the object
// model has them, and its operators do not look them up.
func (g *gen) wantsMethod(b *boundClass, name string) bool {
	dunder := strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
	if !dunder {
		return true
	}
	return g.pkg.Path() != pyPath && name != "__await__" && name != "__class_getitem__"
}

// attrs writes the Attrs of a class: properties and fields.
func (g *gen) attrs(b *boundClass) {
	if b.foreign {
		return
	}
	open := false
	py := g.pyPrefix()
	begin := func() {
		if !open {
			g.printf("Attrs: []%sAttr{\n", py)
		}
	}
	for _, name := range b.members() {
		switch m := b.member(name).(type) {
		case *stubs.Func:
			sig := m.Overloads[0]
			if !sig.Property {
				continue
			}
			g.try(b.stub.QualName()+"."+name, func() {
				begin()
				get := g.getter(b, sig)
				g.printf("{Name: %s, Get: func(self any) any { %s }", strconv.Quote(name), get)
				if sig.Setter != nil {
					g.printf(", Set: func(self, v any) { %s }", g.setter(b, sig.Setter))
				}
				g.printf("},\n")
				open = true
			})
		case *stubs.Var:
			if m.ClassVar || !m.Go.Field || b.stub.Enum {
				continue
			}
			g.try(b.stub.QualName()+"."+name, func() {
				begin()
				t := g.field(b, m.Go.Name)
				self := g.self(b)
				g.printf("{Name: %s, Get: func(self any) any { return %s }", strconv.Quote(name), g.box(self+"."+m.Go.Name, t))
				if !m.ReadOnly {
					g.printf(", Set: func(self, v any) { %s.%s = %s }", self, m.Go.Name, g.unbox("v", t))
				}
				g.printf("},\n")
				open = true
			})
		}
	}
	if open {
		g.printf("},\n")
	}
	g.consts(b)
}

// consts writes the class attributes with fixed values.
func (g *gen) consts(b *boundClass) {
	open := false
	for _, name := range b.members() {
		m, ok := b.member(name).(*stubs.Var)
		if !ok || !m.ClassVar || m.Role != "" {
			continue
		}
		g.try(b.stub.QualName()+"."+name, func() {
			obj := g.lookup(m.Go.Pkg, m.Go.Name)
			if !open {
				g.printf("Consts: []%sConst{\n", g.pyPrefix())
			}
			g.printf("{Name: %s, Value: %s},\n", strconv.Quote(name), g.box(g.qual(m.Go.Pkg, m.Go.Name), obj.Type()))
			open = true
		})
	}
	if open {
		g.printf("},\n")
	}
}

func (g *gen) field(b *boundClass, name string) types.Type {
	obj, _, _ := types.LookupFieldOrMethod(b.typ, true, g.pkg, name)
	v, ok := obj.(*types.Var)
	if !ok {
		g.unsupported("no Go field %s", name)
	}
	return v.Type()
}

// self is the receiver's Go value out of the variable self.
func (g *gen) self(b *boundClass) string {
	if p, ok := b.typ.(*types.Pointer); ok {
		if _, named := types.Unalias(p.Elem()).(*types.Named); named {
			return fmt.Sprintf("%sAs[%s](self)", g.pyPrefix(), g.typ(b.typ))
		}
	}
	return g.unbox("self", b.typ)
}

func (g *gen) getter(b *boundClass, sig *stubs.Sig) string {
	switch role := string(sig.Role); {
	case role == "identity":
		return "return " + g.pyPrefix() + "Itself(self)"
	case strings.HasPrefix(role, "const:"):
		return "return " + constGo(strings.TrimPrefix(role, "const:"))
	}
	if sig.Go.Field {
		return "return " + g.box(g.self(b)+"."+sig.Go.Name, g.field(b, sig.Go.Name))
	}
	t := g.target(b, sig)
	if t.params.Len() > 0 {
		g.unsupported("property getter with parameters")
	}
	call := t.call(g, b, nil)
	switch {
	case t.err:
		return g.returnBoxed(t, call)
	case t.results.Len() != 1:
		g.unsupported("property getter without a result")
	}
	return "return " + g.box(call, t.results.At(0).Type())
}

func (g *gen) returnBoxed(t *target, call string) string {
	return fmt.Sprintf("return %s", g.box(g.pyPrefix()+"Must("+call+")", t.results.At(0).Type()))
}

func (g *gen) setter(b *boundClass, sig *stubs.Sig) string {
	t := g.target(b, sig)
	if t.params.Len() != 1 {
		g.unsupported("property setter with %d parameters", t.params.Len())
	}
	call := t.call(g, b, []string{g.unbox("v", t.params.At(0).Type())})
	if t.err {
		return g.pyPrefix() + "Check(" + call + ")"
	}
	return call
}

// constGo is the Go text of the value in a role const:...
func constGo(v string) string {
	switch v {
	case "True":
		return "true"
	case "False":
		return "false"
	case "None":
		return "nil"
	}
	return v
}
