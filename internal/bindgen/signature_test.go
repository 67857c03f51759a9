package bindgen

import (
	"fmt"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"github.com/py2go-async/py2go-async/parser/ast"
	"github.com/py2go-async/py2go-async/transform/stubs"
)

// TestSignatures holds every entry of the stubs to the Go that it names: what
// the translator emits for a call follows from the stub alone, so a difference
// would be a program that does not build.
func TestSignatures(t *testing.T) {
	lib := stubs.NewLibrary()
	load := newLoader(filepath.Join("..", ".."))
	c := &sigCheck{t: t, g: &gen{load: load, lib: lib, imports: map[string]string{}, res: &Result{}}}
	for _, name := range lib.Names() {
		m, err := lib.Module(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, n := range m.Order {
			switch s := m.Symbols[n].(type) {
			case *stubs.Func:
				if s.Module == m {
					c.function(s, nil)
				}
			case *stubs.Class:
				if s.Module == m {
					c.class(s)
				}
			}
		}
	}
	if c.checked < 1200 {
		t.Errorf("only %d signatures checked", c.checked)
	}
}

type sigCheck struct {
	t       *testing.T
	g       *gen
	checked int
}

func (c *sigCheck) class(cls *stubs.Class) {
	if cls.Protocol || cls.Exception || cls.Enum || strings.HasPrefix(string(cls.Role), "type:") && cls.Module.Name != "builtins" {
		return
	}
	var b *boundClass
	c.g.try(cls.QualName(), func() {
		p, err := c.g.load.Import(cls.Go.Pkg)
		if err != nil {
			c.g.unsupported("%v", err)
		}
		c.g.pkg = p
		b = c.g.bindClass(cls)
	})
	if cls.Role == "dynamic" {
		return
	}
	for _, n := range cls.Order {
		if f, ok := cls.Members[n].(*stubs.Func); ok && f.Class == cls {
			c.function(f, b)
		}
	}
}

// function checks all overloads whose Go the translator may call.
func (c *sigCheck) function(f *stubs.Func, b *boundClass) {
	for _, sig := range f.Overloads {
		role := string(sig.Role)
		if f.Class != nil {
			role += string(f.Class.Role)
		}
		switch f.Name {
		case "__iadd__", "__isub__", "__imul__", "__iand__", "__ior__", "__ixor__":
			continue // a statement, which needs no result
		}
		if sig.Go.Method && (b == nil || b.foreign) || sig.Go.Field || treatedByRole(role) {
			continue
		}
		where := f.Module.Name + "."
		if f.Class != nil {
			where += f.Class.Name + "."
		}
		where += f.Name
		var target *target
		problem := ""
		if !c.g.try(where, func() { target = c.g.target(b, sig) }) {
			skipped := c.g.res.Skipped
			if problem = skipped[len(skipped)-1]; strings.Contains(problem, "does not satisfy") {
				problem = "" // any is no type argument there
			}
		} else if !target.method || target.expr != "PyClass" {
			problem = c.compare(sig, target)
		}
		c.checked++
		if problem != "" {
			c.t.Errorf("%s (%s): %s", where, sig.Go.Name, problem)
		}
		if sig.Setter != nil && !sig.Setter.Go.Field {
			if !c.g.try(where, func() { target = c.g.target(b, sig.Setter) }) {
				c.t.Errorf("%s: setter %s is not there", where, sig.Setter.Go.Name)
			}
		}
	}
}

// treatedByRole reports whether the transformer itself knows what a call
// with that role means, without the Go function of the stub.
func treatedByRole(role string) bool {
	if role == "" || strings.HasPrefix(role, "iter:") {
		return false
	}
	return true
}

// compare tells how the Go function differs from what a call would need.
func (c *sigCheck) compare(sig *stubs.Sig, t *target) string {
	if want := sig.Ctx || sig.Async; t.ctx != want {
		return fmt.Sprintf("takes a context: %v, the stub says %v", t.ctx, want)
	}
	if sig.Async || sig.Raises {
		if !t.err {
			return "returns no error"
		}
	} else if t.err {
		return "returns an error, the stub does not say so"
	}
	none := false
	if k, ok := sig.Result.(*ast.Constant); ok {
		_, none = k.Value.(ast.None)
	}
	init := sig.Func.Name == "__init__" || sig.Func.Name == "__new__"
	switch n := t.results.Len(); {
	case init && n != 1, !init && none && n != 0, !init && !none && n != 1 && sig.Func.Name != "__next__":
		return fmt.Sprintf("has %d results", n)
	}
	u := &unify{sig: sig, generic: strings.Contains(t.expr, "[")}
	if !init && !none && t.results.Len() == 1 {
		if got := t.results.At(0).Type(); !u.fits(sig.Result, got) && !u.boxes(sig.Result, got) {
			return fmt.Sprintf("returns %s", got)
		}
	}
	params := vars(t.params)
	if exit := sig.Func.Name; (exit == "__exit__" || exit == "__aexit__") && len(params) == 1 && isError(params[0].Type()) {
		return ""
	}
	var variadic *stubs.Param
	i := 0
	for _, p := range sig.Params {
		if p.FixedByLiteral() {
			continue
		}
		if p.Kind == stubs.VarPos {
			variadic = p
			continue
		}
		if t.variadic && variadic == nil && i >= len(params)-1 {
			if got := params[len(params)-1].Type().(*types.Slice).Elem(); !u.fits(p.Annotation, got) {
				return fmt.Sprintf("variadic parameter of %s", got)
			}
			continue
		}
		if i >= len(params) {
			return "has fewer parameters than the stub"
		}
		got := params[i].Type()
		i++
		ok := u.fits(p.Annotation, got)
		if p.Kind == stubs.VarKw {
			pkg, name, _ := named(got)
			key, isString := typeArg(got, 0).(*types.Basic)
			ok = isAny(got) || pkg == pyPath && name == "Dict" && isString && key.Kind() == types.String && u.fits(p.Annotation, typeArg(got, 1))
		}
		if !ok {
			return fmt.Sprintf("parameter %s is a %s", p.Name, got)
		}
	}
	if variadic != nil && !t.variadic {
		return "is not variadic"
	}
	if variadic != nil {
		if got := params[len(params)-1].Type().(*types.Slice).Elem(); !u.fits(variadic.Annotation, got) {
			return fmt.Sprintf("variadic parameter of %s", got)
		}
	}
	if t.variadic {
		i = max(i, len(params)-1) + 1
	}
	if i != len(params) {
		return "has more parameters than the stub"
	}
	return ""
}
