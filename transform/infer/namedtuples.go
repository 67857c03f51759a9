package infer

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/special"
)

// A named tuple is a Go struct where its fields and methods are all that the
// program uses of it by name. Where its type is not static, it is the tuple
// that CPython would have made.

// Record reports whether instances of the class are Go structs that stand for
// named tuples.
func (cls *Class) Record() bool { return cls.Typed && cls.Kind == NamedTupleClass }

// tupleMembers are the attributes that every named tuple has.
var tupleMembers = map[string]bool{"_replace": true, "_asdict": true, "_fields": true, "count": true, "index": true}

// recordMethods are the special methods that the Go type of a named tuple can
// have: those that tuples have not, or that give texts.
func recordMethod(name string) bool {
	if !special.IsSpecial(name) || name == "__str__" || name == "__repr__" {
		return true
	}
	m := special.Lookup(name)
	return m != nil && (m.Form == special.Direct || m.Form == special.Reflected || name == "__call__" ||
		m.Name == "__neg__" || m.Name == "__pos__" || m.Name == "__invert__")
}

// describeRecord says why a named tuple is made at run time, as far as that
// shows in the class itself.
func (c *checker) describeRecord(cls *Class) {
	switch {
	case cls.Parent != nil || cls.Outer != nil:
		cls.dynamic("it is a named tuple inside of a function or class")
	case len(cls.Bases)+len(cls.StubBases) != 1 || len(cls.Node.Bases) != 1 || len(cls.Subclasses) > 0:
		cls.dynamic("it is a named tuple with other bases or subclasses")
	case len(cls.Fields) == 0:
		cls.dynamic("it is a named tuple without fields")
	}
	optional := false
	for _, f := range cls.Fields {
		_, constant := f.Default.(*ast.Constant)
		switch {
		case strings.HasPrefix(f.Name, "_") || tupleMembers[f.Name]:
			cls.dynamic("it has a field " + f.Name)
		case f.Default != nil && !constant && !isEmptyTuple(f.Default):
			cls.dynamic("the default of its field " + f.Name + " is computed")
		case f.Default == nil && optional:
			cls.dynamic("a field without a default follows one with a default")
		}
		optional = optional || f.Default != nil
	}
	for _, m := range cls.Methods {
		if !recordMethod(m.Name) || tupleMembers[m.Name] || cls.ownField(m.Name) != nil {
			cls.dynamic("it defines " + m.Name)
		}
	}
}

func isEmptyTuple(e ast.Expr) bool {
	t, ok := e.(*ast.Tuple)
	return ok && len(t.Elts) == 0
}

// recordClasses makes named tuples dynamic whose methods the program may use on
// values without static type.
func (inf *inference) recordClasses() {
	for _, a := range inf.attrs {
		if !a.recv.has(opUnknown) {
			continue
		}
		for _, cls := range inf.info.ClassList {
			if cls.Record() && cls.escaped && cls.method(a.name) != nil {
				inf.escapeMembers(cls, "its "+a.name+" may be used on a value without static type")
				inf.changed = true
			}
		}
	}
}

// replaced lets the arguments of p._replace(...) reach the fields.
func (w *walker) replaced(e *ast.Call, site *callSite) {
	f, ok := e.Func.(*ast.Attribute)
	if !ok || f.Attr != "_replace" || w.expr[f.Value] == nil {
		return
	}
	w.s.on(w.expr[f.Value], func(k *kind) {
		if k.op != opInst || k.class.Kind != NamedTupleClass {
			return
		}
		w.s.add(site.result, w.s.instance(k.class))
		for _, a := range site.args.kw {
			for _, field := range k.class.Fields {
				if a.star {
					w.s.flow(w.s.unknown, w.classes[k.class].field(w.s, field.Name, field.Node))
				} else if a.name == field.Name {
					w.s.flow(a.n, w.classes[k.class].field(w.s, field.Name, field.Node))
				}
			}
		}
	})
}
