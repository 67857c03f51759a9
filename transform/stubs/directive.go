package stubs

import (
	"cmp"
	"strings"

	"github.com/py2go-async/py2go-async/parser/ast"
)

// RuntimePath is the import path below which the runtime's packages are.
const RuntimePath = "github.com/py2go-async/py2go-async/runtime"

// directive is a decorator or value that is meant for the tool.
type directive struct {
	name string
	arg  string
	imp  string
}

// directive recognises go("..."), raises, ctx, pure, raises_through, shows_names, reads_annotations, reads_members, looks, located, differs("..."), role("...")
// and the decorators of typeshed; it returns nil for anything else.
func (l *loader) directive(e ast.Expr) *directive {
	d := &directive{}
	call, isCall := e.(*ast.Call)
	if isCall {
		d.name = dottedName(call.Func)
		if len(call.Args) > 0 {
			if c, ok := call.Args[0].(*ast.Constant); ok {
				if s, ok := c.Value.(ast.Str); ok {
					d.arg = string(s)
				}
			}
		}
		for _, k := range call.Keywords {
			if c, ok := k.Value.(*ast.Constant); ok && k.Arg == "imports" {
				s, _ := c.Value.(ast.Str)
				d.imp = string(s)
			}
		}
	} else {
		d.name = dottedName(e)
	}
	d.name = strings.TrimPrefix(d.name, "py2go.")
	switch d.name {
	case "go", "role", "differs":
		if d.arg == "" {
			l.fail(e, "%s needs a string", d.name)
		}
		return d
	case "handled", "located":
		return d
	case "raises", "ctx", "pure", "raises_through", "shows_names", "reads_annotations", "reads_members", "looks":
		if isCall {
			l.fail(e, "%s takes no argument", d.name)
		}
		return d
	}
	return nil
}

// apply sets what go and role say.
func (l *loader) apply(d *directive, at ast.Node, ref *GoRef, role *Role) {
	switch d.name {
	case "role":
		*role = Role(d.arg)
	case "go":
		name := d.arg
		if rest, ok := strings.CutPrefix(name, "func:"); ok {
			ref.Self, ref.Method, ref.Field = ref.Self || ref.Method || ref.Field, false, false
			name = rest
		} else if rest, ok := strings.CutPrefix(name, "field:"); ok {
			ref.Field, ref.Method = true, false
			name = rest
		} else if rest, ok := strings.CutPrefix(name, "method:"); ok {
			ref.Method, ref.Field = true, false
			name = rest
		}
		if pkg, sel, ok := strings.Cut(name, "."); ok {
			name = sel
			switch {
			case d.imp != "":
				ref.Pkg = d.imp
			case pkg == "py":
				ref.Pkg = RuntimePath + "/py"
			case pkg == "asyncio":
				ref.Pkg = RuntimePath + "/asyncio"
			default:
				ref.Pkg = pkg
			}
		} else if d.imp != "" {
			ref.Pkg = d.imp
		}
		ref.Name = name
	default:
		l.fail(at, "%s does not belong here", d.name)
	}
}

// sig reads one def. setterOf is the property's name where it is decorated
// with @name.setter.
func (l *loader) sig(c *Class, s ast.Stmt) (sig *Sig, setterOf string) {
	sig = &Sig{Owner: c}
	var args *ast.Arguments
	var decorators []ast.Expr
	var tparams []ast.TypeParam
	var name string
	switch s := s.(type) {
	case *ast.FunctionDef:
		sig.Node, name, args, decorators, tparams, sig.Result = s, s.Name, s.Args, s.DecoratorList, s.TypeParams, s.Returns
	case *ast.AsyncFunctionDef:
		sig.AsyncNode, name, args, decorators, tparams, sig.Result = s, s.Name, s.Args, s.DecoratorList, s.TypeParams, s.Returns
		sig.Async, sig.Raises, sig.Ctx = true, true, true
	}
	sig.Func = &Func{Name: name, Module: l.m, Class: c}
	for _, p := range tparams {
		sig.TypeParams = append(sig.TypeParams, typeParamName(p))
	}
	var directives []*directive
	for _, dec := range decorators {
		if d := l.directive(dec); d != nil {
			directives = append(directives, d)
			continue
		}
		full := dottedName(dec)
		switch full[strings.LastIndex(full, ".")+1:] {
		case "staticmethod":
			sig.Static = true
		case "classmethod":
			sig.ClassMeth = true
		case "property", "cached_property":
			sig.Property = true
		case "setter":
			setterOf = strings.TrimSuffix(full, ".setter")
		case "getter", "deleter":
			l.fail(dec, "a stub's property has a setter at most")
		}
	}
	if name == "__new__" {
		sig.Static = false
		sig.ClassMeth = true
	}
	if name == "__class_getitem__" || name == "__init_subclass__" {
		sig.ClassMeth = true
	}
	sig.Go = l.defaultGo(c, name, sig, setterOf != "")
	for i, d := range directives {
		switch d.name {
		case "raises":
			sig.Raises = true
		case "ctx":
			sig.Ctx = true
		case "pure":
			sig.Pure = true
		case "raises_through":
			sig.RaisesThru, sig.Raises = true, true
		case "looks":
			sig.Looks = true
		case "shows_names":
			sig.ShowsNames = true
		case "reads_members":
			sig.ReadsMembers = true
		case "reads_annotations":
			sig.ReadsAnnotations = true
		case "handled":
			sig.Handled = cmp.Or(d.arg, name)
		case "located":
			sig.Located = cmp.Or(d.arg, name)
		default:
			l.apply(d, decorators[i], &sig.Go, &sig.Role)
		}
	}
	sig.Params = l.params(args)
	if c != nil && !sig.Static {
		if len(sig.Params) == 0 || sig.Params[0].Kind > PosOrKw {
			l.fail(s, "method %q without self", name)
		}
		sig.SelfType = sig.Params[0].Annotation
		sig.Params = sig.Params[1:]
	}
	return sig, setterOf
}

// defaultGo is the Go side where no @go says otherwise: a function of the
// module's package, a method of the receiver's type, New<Class> for the
// constructor, <Class><Method> for static and class methods.
func (l *loader) defaultGo(c *Class, name string, sig *Sig, setter bool) GoRef {
	ref := GoRef{Pkg: l.m.GoPath, Name: GoName(name)}
	switch {
	case c == nil:
	case name == "__init__" || name == "__new__":
		ref.Name = "New" + c.Go.Name
	case sig.Static || sig.ClassMeth:
		ref.Name = c.Go.Name + ref.Name
	case setter:
		ref.Method, ref.Name = true, "Set"+ref.Name
	default:
		ref.Method = true
	}
	return ref
}

func (l *loader) params(a *ast.Arguments) []*Param {
	var out []*Param
	positional := append(append([]*ast.Arg(nil), a.Posonlyargs...), a.Args...)
	firstDefault := len(positional) - len(a.Defaults)
	for i, arg := range positional {
		p := &Param{Name: arg.Arg, Kind: PosOrKw, Annotation: arg.Annotation}
		if i < len(a.Posonlyargs) || strings.HasPrefix(arg.Arg, "__") && !strings.HasSuffix(arg.Arg, "__") {
			p.Kind = PosOnly
		}
		if i >= firstDefault {
			p.Default = a.Defaults[i-firstDefault]
		}
		out = append(out, p)
	}
	if a.Vararg != nil {
		out = append(out, &Param{Name: a.Vararg.Arg, Kind: VarPos, Annotation: a.Vararg.Annotation})
	}
	for i, arg := range a.Kwonlyargs {
		out = append(out, &Param{Name: arg.Arg, Kind: KwOnly, Annotation: arg.Annotation, Default: a.KwDefaults[i]})
	}
	if a.Kwarg != nil {
		out = append(out, &Param{Name: a.Kwarg.Arg, Kind: VarKw, Annotation: a.Kwarg.Annotation})
	}
	return out
}
