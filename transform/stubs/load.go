package stubs

import (
	"fmt"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// loader collects the symbols of one stub file.
type loader struct {
	m *Module
}

// stubError is what the loader panics with; parse turns it into an error.
type stubError struct{ msg string }

func (l *loader) fail(n ast.Node, format string, args ...any) {
	pos := n.Span().Start
	panic(stubError{fmt.Sprintf("%s:%d:%d: %s", l.m.File, pos.Line, pos.Col+1, fmt.Sprintf(format, args...))})
}

// parse reads the source of m and collects its symbols.
func (m *Module) parse(src []byte) (err error) {
	tree, err := parseSource(m.File, src)
	if err != nil {
		return err
	}
	defer func() {
		if e := recover(); e != nil {
			se, ok := e.(stubError)
			if !ok {
				panic(e)
			}
			err = fmt.Errorf("%s", se.msg)
		}
	}()
	l := &loader{m}
	l.block(tree.Body)
	return nil
}

func (l *loader) block(body []ast.Stmt) {
	for _, s := range body {
		l.stmt(s)
	}
}

func (l *loader) stmt(s ast.Stmt) {
	m := l.m
	switch s := s.(type) {
	case *ast.Import:
		for _, a := range s.Names {
			if a.Name == "sys" && a.Asname == "" {
				continue // only for version checks
			}
			p := &pendingImport{module: a.Name, as: a.Asname, whole: true}
			p.public = a.Asname == a.Name
			m.pending = append(m.pending, p)
		}
	case *ast.ImportFrom:
		mod := m.absolute(s.Module, s.Level)
		if mod == "py2go" || mod == "__future__" {
			return
		}
		for _, a := range s.Names {
			p := &pendingImport{module: mod, name: a.Name, as: a.Asname}
			if p.as == "" {
				p.as = a.Name
			}
			p.public = a.Asname != "" && a.Asname == a.Name || a.Name == "*"
			m.pending = append(m.pending, p)
		}
	case *ast.Assign:
		for _, t := range s.Targets {
			if name, ok := t.(*ast.Name); ok {
				l.assign(name.Id, s.Value)
			}
		}
	case *ast.AnnAssign:
		if name, ok := s.Target.(*ast.Name); ok {
			m.define(name.Id, l.variable(nil, name.Id, s))
		}
	case *ast.TypeAlias:
		a := &Alias{Name: s.Name.Id, Module: m, Expr: s.Value}
		for _, p := range s.TypeParams {
			a.TypeParams = append(a.TypeParams, typeParamName(p))
		}
		m.define(s.Name.Id, a)
	case *ast.FunctionDef, *ast.AsyncFunctionDef:
		sig, setterOf := l.sig(nil, s)
		if setterOf != "" {
			l.fail(s, "a setter outside a class")
		}
		f, _ := m.Symbols[sig.Func.Name].(*Func)
		if f == nil || f.Class != nil {
			f = sig.Func
			m.define(f.Name, f)
		}
		f.add(sig)
	case *ast.ClassDef:
		c := l.class(nil, s)
		m.define(c.Name, c)
	case *ast.If:
		if l.condition(s.Test) {
			l.block(s.Body)
		} else {
			l.block(s.Orelse)
		}
	case *ast.ExprStmt, *ast.Pass:
	default:
		l.fail(s, "a stub cannot contain %T", s)
	}
}

// define makes name a symbol of the module; a later definition wins, as when
// a stub binds a name twice.
func (m *Module) define(name string, s Symbol) {
	if _, ok := m.Symbols[name]; !ok {
		m.Order = append(m.Order, name)
	}
	m.Symbols[name] = s
}

// absolute is the dotted name of a relative import.
func (m *Module) absolute(name string, level int) string {
	if level == 0 {
		return name
	}
	parts := strings.Split(m.Name, ".")
	if !strings.HasSuffix(m.File, "__init__.pyi") {
		parts = parts[:len(parts)-1]
	}
	for i := 1; i < level && len(parts) > 0; i++ {
		parts = parts[:len(parts)-1]
	}
	if name != "" {
		parts = append(parts, name)
	}
	return strings.Join(parts, ".")
}

// assign handles `name = value` in the module's body.
func (l *loader) assign(name string, value ast.Expr) {
	m := l.m
	switch v := value.(type) {
	case *ast.Constant:
		if str, ok := v.Value.(ast.Str); ok && name == "__go__" {
			m.GoPath = string(str)
			m.goSet = true
			return
		}
	case *ast.Call:
		fn := dottedName(v.Func)
		switch fn[strings.LastIndex(fn, ".")+1:] {
		case "TypeVar", "ParamSpec", "TypeVarTuple":
			m.typeVars[name] = true
			return
		case "NewType":
			if len(v.Args) == 2 {
				m.define(name, &Alias{Name: name, Module: m, Expr: v.Args[1]})
				return
			}
		}
	case *ast.Name, *ast.Attribute, *ast.Subscript, *ast.BinOp:
		m.define(name, &Alias{Name: name, Module: m, Expr: v})
		return
	}
	if name == "__all__" {
		return
	}
	m.define(name, l.variableValue(nil, name, nil, value))
}

// variable makes the Var of `name: T` or `name: T = value`.
func (l *loader) variable(c *Class, name string, s *ast.AnnAssign) *Var {
	return l.variableValue(c, name, s.Annotation, s.Value)
}

func (l *loader) variableValue(c *Class, name string, annotation, value ast.Expr) *Var {
	v := &Var{Name: name, Module: l.m, Class: c, Annotation: annotation}
	v.Go = GoRef{Pkg: l.m.GoPath, Name: GoName(name), Field: c != nil}
	if call, ok := value.(*ast.Call); ok {
		d := l.directive(call)
		if d == nil {
			v.Value = value
		} else {
			l.apply(d, call, &v.Go, &v.Role)
		}
	} else if con, ok := value.(*ast.Constant); !ok || con.Value != (ast.Ellipsis{}) {
		v.Value = value
	}
	if sub, ok := annotation.(*ast.Subscript); ok {
		switch n := dottedName(sub.Value); n[strings.LastIndex(n, ".")+1:] {
		case "ClassVar":
			v.ClassVar, v.Annotation = true, sub.Slice
		case "Final":
			v.ReadOnly, v.Annotation = true, sub.Slice
		}
	}
	if c != nil && (v.ClassVar || v.Value != nil && annotation == nil) {
		v.ClassVar = true
		v.Go.Field = false
		if v.Go.Name == GoName(name) {
			v.Go.Name = c.Name + GoName(name)
		}
	}
	return v
}

// class reads a class statement; outer is the class around it, or nil.
func (l *loader) class(outer *Class, s *ast.ClassDef) *Class {
	c := &Class{Name: s.Name, Module: l.m, Bases: s.Bases, Members: map[string]Symbol{}, node: s}
	c.Go = GoRef{Pkg: l.m.GoPath, Name: s.Name}
	if outer != nil {
		c.Name = outer.Name + "." + s.Name
		c.Go.Name = outer.Name + s.Name
	}
	for _, p := range s.TypeParams {
		c.TypeParams = append(c.TypeParams, typeParamName(p))
	}
	for _, dec := range s.DecoratorList {
		if d := l.directive(dec); d != nil {
			switch d.name {
			case "shows_names":
				c.ShowsNames = true
				continue
			case "reads_annotations":
				c.ReadsAnnotations = true
				continue
			case "differs":
				c.Differs = d.arg
				continue
			}
			l.apply(d, dec, &c.Go, &c.Role)
		}
	}
	l.m.classes = append(l.m.classes, c)
	l.classBody(c, s.Body)
	return c
}

func (c *Class) define(name string, s Symbol) {
	if _, ok := c.Members[name]; !ok {
		c.Order = append(c.Order, name)
	}
	c.Members[name] = s
}

func (l *loader) classBody(c *Class, body []ast.Stmt) {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.AnnAssign:
			if name, ok := s.Target.(*ast.Name); ok {
				c.define(name.Id, l.variable(c, name.Id, s))
			}
		case *ast.Assign:
			for _, t := range s.Targets {
				name, ok := t.(*ast.Name)
				if !ok || name.Id == "__slots__" || name.Id == "__match_args__" {
					continue
				}
				if from, ok := s.Value.(*ast.Name); ok && c.Members[from.Id] != nil {
					c.define(name.Id, c.Members[from.Id])
					continue
				}
				c.define(name.Id, l.variableValue(c, name.Id, nil, s.Value))
			}
		case *ast.FunctionDef, *ast.AsyncFunctionDef:
			sig, setterOf := l.sig(c, s)
			f, _ := c.Members[sig.Func.Name].(*Func)
			if setterOf != "" {
				if f == nil || len(f.Overloads) == 0 || !f.Overloads[0].Property {
					l.fail(s, "setter of %q, which is no property", setterOf)
				}
				f.Overloads[0].Setter = sig
				sig.Func = f
				continue
			}
			if f == nil {
				f = sig.Func
				c.define(f.Name, f)
			}
			f.add(sig)
		case *ast.ClassDef:
			c.define(s.Name, l.class(c, s))
		case *ast.If:
			if l.condition(s.Test) {
				l.classBody(c, s.Body)
			} else {
				l.classBody(c, s.Orelse)
			}
		case *ast.ExprStmt, *ast.Pass:
		default:
			l.fail(s, "a stub's class cannot contain %T", s)
		}
	}
}

func (f *Func) add(sig *Sig) {
	sig.Func = f
	f.Overloads = append(f.Overloads, sig)
	if sig.Role != "" && !sig.Role.ofOverload() {
		f.Role = sig.Role
	}
}

// ofOverload reports whether the role says what one overload's result is and
// so does not hold for its siblings: int(x) of an int is x, int() is 0.
func (r Role) ofOverload() bool {
	return r == "identity" || strings.HasPrefix(string(r), "const:")
}

// condition decides `if sys.version_info >= (3, 13)` and its like: stubs are
// read as CPython 3.13 on Linux sees them.
func (l *loader) condition(test ast.Expr) bool {
	switch t := test.(type) {
	case *ast.BoolOp:
		for _, v := range t.Values {
			if l.condition(v) != (t.Op == ast.And) {
				return t.Op == ast.Or
			}
		}
		return t.Op == ast.And
	case *ast.UnaryOp:
		if t.Op == ast.Not {
			return !l.condition(t.Operand)
		}
	case *ast.Name:
		if t.Id == "TYPE_CHECKING" {
			return true
		}
	case *ast.Compare:
		if len(t.Ops) != 1 {
			break
		}
		switch dottedName(t.Left) {
		case "sys.platform":
			if c, ok := t.Comparators[0].(*ast.Constant); ok {
				return (c.Value == ast.Str("linux")) == (t.Ops[0] == ast.Eq)
			}
		case "sys.version_info":
			if tup, ok := t.Comparators[0].(*ast.Tuple); ok {
				return compareVersion(t.Ops[0], tup)
			}
		}
	}
	l.fail(test, "condition that the stub reader does not know")
	return false
}

func compareVersion(op ast.CmpOperator, want *ast.Tuple) bool {
	have := []int64{3, 13}
	c := 0
	for i, e := range want.Elts {
		n, ok := e.(*ast.Constant)
		if !ok || i >= len(have) {
			break
		}
		v, _ := n.Value.(ast.Int)
		if have[i] != int64(v) {
			c = 1
			if have[i] < int64(v) {
				c = -1
			}
			break
		}
	}
	switch op {
	case ast.GtE:
		return c >= 0
	case ast.Gt:
		return c > 0
	case ast.Lt:
		return c < 0
	case ast.LtE:
		return c <= 0
	case ast.Eq:
		return c == 0
	}
	return c != 0
}

// dottedName is "a.b.c" for a chain of names, "" for other expressions.
func dottedName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id
	case *ast.Attribute:
		if left := dottedName(e.Value); left != "" {
			return left + "." + e.Attr
		}
	}
	return ""
}

func typeParamName(p ast.TypeParam) string {
	switch p := p.(type) {
	case *ast.TypeVar:
		return p.Name
	case *ast.ParamSpec:
		return p.Name
	case *ast.TypeVarTuple:
		return p.Name
	}
	panic(fmt.Sprintf("stubs: unexpected %T", p))
}
