package infer

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// Exposed attributes: a Go struct keeps its static type where its instances
// also lie in values without one, as long as what is done to them there is to
// read, to set or to call attributes whose names the program tells. The
// struct then registers these attributes with the runtime.

// dynamicAttr is a getattr or hasattr of the program.
type dynamicAttr struct {
	recv *node
	name string // "" where it is only known at run time
}

// constantName is the value of a string constant, mangled names included;
// ok is false for other expressions.
func constantName(e ast.Expr) (name string, ok bool) {
	c, isConst := e.(*ast.Constant)
	if !isConst {
		return "", false
	}
	s, ok := c.Value.(ast.Str)
	return string(s), ok
}

// dynamicAttr handles getattr and hasattr.
func (w *walker) dynamicAttr(e *ast.Call, site *callSite) {
	recv := site.args.pos[0].n
	name, constant := constantName(e.Args[1])
	w.inference.dynamicAttrs = append(w.inference.dynamicAttrs, &dynamicAttr{recv, name})
	w.s.on(recv, func(k *kind) {
		switch {
		case k.op != opInst:
			w.s.escape(w.s.with(k))
		case constant:
			w.attrKind(k, name, site.result)
		default:
			for _, name := range w.exposable(k.class) {
				w.attrKind(k, name, site.result)
			}
		}
	})
}

// exposable lists the attributes of instances of cls that getattr with a
// computed name may find.
func (inf *inference) exposable(cls *Class) []string {
	var names []string
	seen := map[string]bool{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	for _, c := range cls.MRO() {
		for _, name := range inf.classes[c].names {
			add(name)
		}
		for _, m := range c.Methods {
			if !isDunder(m.Name) {
				add(m.Name)
			}
		}
	}
	return names
}

func isDunder(name string) bool {
	return len(name) > 4 && strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
}

// checkDynamicAttrs exposes what getattr and hasattr may find, and makes the
// classes dynamic that have more than can be exposed.
func (inf *inference) checkDynamicAttrs() {
	for _, d := range inf.dynamicAttrs {
		for _, cls := range classesIn(d.recv) {
			names := []string{d.name}
			if d.name == "" {
				names = inf.exposable(cls)
				if inf.hasClassVars(cls) {
					inf.makeDynamic(cls, "getattr with a computed name is used on it")
				}
			}
			for _, name := range names {
				if inf.hasAttr(cls, name) && !inf.expose(cls, name, false) {
					inf.makeDynamic(cls, "getattr or hasattr is used on it")
				}
			}
		}
	}
}

// replacedData lets the values of dataclasses.replace arrive at the fields. Classes
// whose constructor does more than to keep them are made at run time.
func (w *walker) replacedData(site *callSite) {
	if len(site.args.pos) == 0 {
		return
	}
	obj := site.args.pos[0].n
	w.operate(obj, "replace()", "")
	w.s.on(obj, func(k *kind) {
		if k.op != opInst {
			return
		}
		cls := k.class
		if cls.Kind != DataClass || !w.plainFields(cls) || len(cls.Subclasses) > 0 || len(site.args.pos) > 1 {
			cls.dynamic("replace() is used on it")
		}
		for _, kw := range site.args.kw {
			f := w.fieldOf(cls, kw.name)
			if f == nil {
				cls.dynamic("replace() is used on it")
				w.s.escape(kw.n)
				continue
			}
			w.s.flow(kw.n, f)
		}
	})
}

// plainFields reports whether the constructor of a dataclass takes each of its
// fields.
func (inf *inference) plainFields(cls *Class) bool {
	if !cls.Dataclass.Init || cls.FindMethod("__init__") != nil {
		return false
	}
	for _, c := range cls.MRO() {
		for _, f := range c.Fields {
			if f.InitVar || !f.Init {
				return false
			}
		}
	}
	return true
}

// unfold lets a library function read the fields of a dataclass instance,
// deeply, and copy what is no dataclass.
func (inf *inference) unfold(k *kind) {
	s := inf.s
	switch k.op {
	case opInst:
		cls := k.class
		if cls.Kind != DataClass {
			s.escape(s.with(k))
			return
		}
		if cls.Unfolded {
			return
		}
		for _, c := range cls.MRO() {
			c.Unfolded = true
			for _, name := range inf.classes[c].names {
				s.on(inf.classes[c].fields[name], inf.unfold)
			}
		}
	case opList, opSet, opFrozen, opDict, opTuple, opVarTuple:
		for _, a := range k.args {
			s.on(a, inf.unfold)
		}
	case opNone, opBool, opInt, opBig, opFloat, opComplex, opStr, opBytes, opUnknown:
	default:
		s.escape(s.with(k))
	}
}

// checkUnfolded exposes the fields of the dataclasses that are unfolded.
func (inf *inference) checkUnfolded() {
	for _, cls := range inf.info.ClassList {
		if !cls.Unfolded || !cls.Typed {
			continue
		}
		for _, c := range cls.MRO() {
			for _, name := range inf.classes[c].names {
				if !inf.expose(cls, name, false) {
					inf.makeDynamic(cls, "its fields are looked at")
				}
			}
		}
	}
}

func (inf *inference) hasClassVars(cls *Class) bool {
	for _, c := range cls.MRO() {
		if len(inf.classes[c].vars) > 0 {
			return true
		}
	}
	return false
}

// expose makes an attribute of the instances of cls known at run time. It
// reports false for what cannot be exposed.
func (inf *inference) expose(cls *Class, name string, stored bool) bool {
	if !cls.Typed || cls.Kind != PlainClass && cls.Kind != DataClass {
		return false
	}
	switch m := cls.FindMethod(name); {
	case isDunder(name):
		return false
	case m != nil:
		if stored || m.Kind != Method && m.Kind != PropertyGetter {
			return false
		}
	case inf.fieldOf(cls, name) == nil:
		return false
	default:
		for _, c := range cls.MRO() {
			if inf.classes[c].vars[name] != nil {
				return false
			}
		}
	}
	if cls.exposed == nil {
		cls.exposed = map[string]bool{}
	}
	cls.exposed[name] = cls.exposed[name] || stored
	return true
}

// Exposure is an attribute that a struct registers with the runtime.
type Exposure struct {
	Name   string
	Field  *Field // nil for methods and properties
	Method *Func
	Stored bool // the field is also set through the runtime
}

// Exposed lists what a typed class registers, in the order of the class.
func (c *Class) Exposed() []Exposure {
	var out []Exposure
	seen := map[string]bool{}
	add := func(name string, x Exposure) {
		stored, ok := c.exposed[name]
		if ok && !seen[name] {
			seen[name] = true
			x.Name, x.Stored = name, stored
			out = append(out, x)
		}
	}
	for _, k := range c.MRO() {
		for _, f := range k.Fields {
			add(f.Name, Exposure{Field: f})
		}
		for _, m := range k.Methods {
			add(m.Name, Exposure{Method: m})
		}
	}
	return out
}
