package infer

import (
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// describeClass reads the header and the body of a class statement.
func (c *checker) describeClass(cls *Class) {
	n := cls.Node
	sym := c.symbolAt(n)
	if r, ok := c.static(sym).(*ClassRef); ok && r.Class == cls {
		cls.Direct = true
	} else {
		cls.dynamic("its name is bound more than once or may be read before")
	}
	cls.Typed = cls.WhyDynamic == ""
	for _, b := range n.Bases {
		c.describeBase(cls, b)
	}
	for _, k := range n.Keywords {
		switch k.Arg {
		case "total":
		case "metaclass":
			if c.roleOf(k.Value) != "abcmeta" {
				cls.dynamic("it has a metaclass")
			}
		default:
			cls.dynamic("its header has keyword arguments")
		}
	}
	for _, d := range n.DecoratorList {
		switch role := c.roleOf(d); role {
		case "dataclass":
			cls.Kind = DataClass
			c.dataclassOptions(cls, d)
		case "identity", "enum.unique":
		default:
			cls.Direct = false
			cls.dynamic("it has a decorator that is not understood")
		}
	}
	c.classBody(cls)
}

// dynamic makes the class one that is built at run time.
func (cls *Class) dynamic(why string) {
	if cls.WhyDynamic == "" {
		cls.WhyDynamic = why
	}
	cls.Typed = false
}

func (c *checker) describeBase(cls *Class, b ast.Expr) {
	head := b
	if sub, ok := b.(*ast.Subscript); ok {
		head = sub.Value
	}
	if call, ok := b.(*ast.Call); ok && c.roleOf(call) == "namedtuple" {
		cls.dynamic("its base is computed")
		return
	}
	switch r := c.ref(head).(type) {
	case *ClassRef:
		cls.Bases = append(cls.Bases, r.Class)
		if r.Class == cls {
			cls.Bases = nil
		}
	case *StubRef:
		k, ok := r.Symbol.(*stubs.Class)
		if !ok {
			if symbolRole(r.Symbol) == "typeddict" {
				cls.Kind = TypedDictClass
				return
			}
			cls.dynamic("its base is not a class")
			return
		}
		cls.StubBases = append(cls.StubBases, k)
		switch role := k.Role; {
		case role == "type:Generic" || role == "abc" || k.Module.Name == "builtins" && k.Name == "object":
		case role == "type:Protocol" || k.Protocol:
			if role == "type:Protocol" {
				cls.Kind = ProtocolClass
			} else {
				cls.dynamic("it takes methods from " + k.Name)
			}
		case role == "namedtuple":
			cls.Kind = NamedTupleClass
		case role == "typeddict":
			cls.Kind = TypedDictClass
		case strings.HasPrefix(string(role), "enum"):
			cls.Kind = EnumClass
		case k.Exception:
			cls.Kind = ExceptionClass
		case c.mixedIntoEnum(cls):
		default:
			cls.dynamic("it derives from " + k.Name)
		}
	default:
		cls.dynamic("its base is computed")
	}
}

// inheritKind gives a class the kind of its bases where that is inherited.
func (c *checker) inheritKind(cls *Class) {
	for _, b := range cls.MRO()[1:] {
		switch b.Kind {
		case EnumClass, NamedTupleClass, ExceptionClass, TypedDictClass:
			if cls.Kind == PlainClass || cls.Kind == DataClass && b.Kind == ExceptionClass {
				cls.Kind = b.Kind
			}
		}
	}
	if len(cls.Bases)+len(cls.realStubBases()) > 1 && cls.Kind != EnumClass {
		cls.dynamic("it has several bases")
	}
	cls.Plain = c.plainException(cls)
	for _, b := range cls.MRO()[1:] {
		if !b.Typed && !c.plainException(b) {
			cls.dynamic("its base " + b.Name + " is dynamic")
		}
	}
}

// plainException reports whether a class is an exception that adds nothing but
// a name: `class NotFound(LookupError): pass`. In Go it is a variable, as the
// runtime's own exception classes are.
func (c *checker) plainException(cls *Class) bool {
	s := cls.Node
	if cls.Kind != ExceptionClass || !cls.Direct || cls.Parent != nil || cls.Outer != nil ||
		len(s.DecoratorList)+len(s.Keywords)+len(s.TypeParams) > 0 || len(s.Bases) == 0 {
		return false
	}
	for _, st := range s.Body {
		switch st := st.(type) {
		case *ast.Pass:
		case *ast.ExprStmt:
			if _, ok := st.Value.(*ast.Constant); !ok {
				return false
			}
		default:
			return false
		}
	}
	if len(cls.Bases)+len(cls.StubBases) != len(s.Bases) {
		return false
	}
	for _, b := range cls.Bases {
		if !c.plainException(b) {
			return false
		}
	}
	for _, k := range cls.StubBases {
		if !k.Exception || k.IsGroup() {
			return false
		}
	}
	return true
}

// realStubBases are the library bases that are more than a marker.
func (cls *Class) realStubBases() []*stubs.Class {
	var out []*stubs.Class
	for _, k := range cls.StubBases {
		switch {
		case k.Role == "type:Generic", k.Role == "abc", k.Protocol, k.Role == "type:Protocol",
			k.Module.Name == "builtins" && k.Name == "object":
		default:
			out = append(out, k)
		}
	}
	return out
}

func (c *checker) dataclassOptions(cls *Class, d ast.Expr) {
	o := &cls.Dataclass
	*o = DataclassOptions{Init: true, Repr: true, Eq: true, MatchArgs: true}
	call, ok := d.(*ast.Call)
	if !ok {
		return
	}
	for _, k := range call.Keywords {
		v, ok := boolConst(k.Value)
		if !ok {
			cls.dynamic("an option of its dataclass decorator is computed")
			continue
		}
		switch k.Arg {
		case "init":
			o.Init = v
		case "repr":
			o.Repr = v
		case "eq":
			o.Eq = v
		case "order":
			o.Order = v
		case "unsafe_hash":
			o.UnsafeHash = v
		case "frozen":
			o.Frozen = v
		case "kw_only":
			o.KwOnly = v
		case "slots":
			o.Slots = v
		case "match_args":
			o.MatchArgs = v
		}
	}
}

func boolConst(e ast.Expr) (v, ok bool) {
	if k, is := e.(*ast.Constant); is {
		if b, is := k.Value.(ast.Bool); is {
			return bool(b), true
		}
	}
	return false, false
}

// classBody collects fields and class variables from the class statement.
func (c *checker) classBody(cls *Class) {
	kwOnly := cls.Dataclass.KwOnly
	for _, s := range cls.Node.Body {
		switch s := s.(type) {
		case *ast.AnnAssign:
			name, ok := s.Target.(*ast.Name)
			if !ok {
				cls.dynamic("its body assigns to something that is no name")
				continue
			}
			switch {
			case c.annotationRole(s.Annotation) == "dataclass.KW_ONLY":
				kwOnly = true
			case c.annotationRole(s.Annotation) == "type:ClassVar", cls.Kind == PlainClass && s.Value != nil, cls.Kind == EnumClass, cls.Kind == ExceptionClass && s.Value != nil:
				if s.Value != nil {
					cls.classVar(name.Id, s, s.Value)
				}
			case cls.Kind == PlainClass, cls.Kind == ProtocolClass, cls.Kind == ExceptionClass, cls.Kind == EnumClass:
				// a declaration without a value makes no attribute
			default:
				f := &Field{Name: name.Id, Class: cls, Type: types.Any, Node: s, Default: s.Value, Init: true, Repr: true, Compare: true, KwOnly: kwOnly}
				f.InitVar = c.annotationRole(s.Annotation) == "type:InitVar"
				if call, ok := s.Value.(*ast.Call); ok && c.roleOf(call) == "dataclass.field" {
					c.fieldOptions(cls, f, call)
				}
				cls.Fields = append(cls.Fields, f)
			}
		case *ast.Assign:
			for _, t := range s.Targets {
				name, ok := t.(*ast.Name)
				switch {
				case !ok:
					cls.dynamic("its body assigns to something that is no name")
				case name.Id == "__slots__":
				case name.Id == "__hash__" || name.Id == "__eq__" || name.Id == "__match_args__" || isNone(s.Value) && strings.HasPrefix(name.Id, "__"):
					cls.dynamic("its body sets " + name.Id)
				default:
					cls.classVar(name.Id, s, s.Value)
				}
			}
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Pass:
		case *ast.ExprStmt:
			if k, ok := s.Value.(*ast.Constant); !ok || k.Value == nil {
				cls.dynamic("its body runs code")
			}
		case *ast.ClassDef:
			cls.dynamic("a class is nested in it")
		default:
			cls.dynamic("its body runs code")
		}
	}
	for _, m := range cls.Methods {
		switch m.Name {
		case "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__new__", "__init_subclass__",
			"__class_getitem__", "__set_name__", "__get__", "__set__", "__del__":
			cls.dynamic("it defines " + m.Name)
		}
	}
	if name := c.closesOver(cls); name != "" {
		cls.dynamic("it uses " + name + " of the function around it")
	}
}

// closesOver is a variable or function of a function around the class that the
// class's body or methods use; "" where there is none.
func (c *checker) closesOver(cls *Class) string {
	if cls.Parent == nil {
		return ""
	}
	around := map[*scope]bool{}
	for s := c.bind.scopes[cls.Node].parent; s != nil; s = s.parent {
		around[s] = s.kind == funcScope
	}
	found := ""
	for _, s := range cls.Node.Body {
		ast.Walk(s, func(n ast.Node) bool {
			name, ok := n.(*ast.Name)
			if !ok {
				return found == ""
			}
			sym := c.symbolAt(name)
			if sym == nil || !around[sym.scope] {
				return true
			}
			switch c.ref(name).(type) {
			case *ClassRef, *StubRef, *ModuleRef:
			default:
				found = name.Id
			}
			return true
		})
	}
	return found
}

func (cls *Class) classVar(name string, n ast.Node, value ast.Expr) {
	for _, f := range cls.ClassVars {
		if f.Name == name {
			cls.dynamic("its body binds " + name + " twice")
			return
		}
	}
	cls.ClassVars = append(cls.ClassVars, &Field{Name: name, Class: cls, Type: types.Any, Node: n, Default: value})
}

func (c *checker) fieldOptions(cls *Class, f *Field, call *ast.Call) {
	f.Default = nil
	for _, k := range call.Keywords {
		switch k.Arg {
		case "default":
			f.Default = k.Value
		case "default_factory":
			f.Factory = k.Value
		case "metadata":
		default:
			v, ok := boolConst(k.Value)
			if !ok {
				if n, is := k.Value.(*ast.Constant); is && n.Value == (ast.None{}) {
					continue
				}
				cls.dynamic("an option of field " + f.Name + " is computed")
				continue
			}
			switch k.Arg {
			case "init":
				f.Init = v
			case "repr":
				f.Repr = v
			case "compare":
				f.Compare = v
			case "kw_only":
				f.KwOnly = v
			case "hash":
				f.HashOpt = &v
			}
		}
	}
}

// annotationRole is the role of what an annotation begins with: ClassVar[int]
// has "type:ClassVar".
func (c *checker) annotationRole(e ast.Expr) stubs.Role {
	if sub, ok := e.(*ast.Subscript); ok {
		e = sub.Value
	}
	if k, ok := e.(*ast.Constant); ok {
		if s, ok := k.Value.(ast.Str); ok {
			head, _, _ := strings.Cut(string(s), "[")
			if strings.HasSuffix(head, "ClassVar") {
				return "type:ClassVar"
			}
		}
	}
	return c.roleOf(e)
}
