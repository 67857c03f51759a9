package py

import (
	"context"
	"math/big"
	"reflect"
)

// TypeInfo describes a Go type of a library package, or a builtin one, to
// dynamic code: its Python class, attributes and methods. bindgen generates
// such tables from the stubs.
type TypeInfo struct {
	// Class is an existing class that the tables are added to; nil makes one
	// from Name, Module, Bases and Doc.
	Class  *Class
	Name   string
	Module string
	Doc    string
	Bases  []*Class

	// Go holds a sample of each Go type whose values are instances: a nil
	// pointer will do ((*asyncio.Queue[any])(nil)).
	Go []any

	// New is the constructor: the parameters after the class, and the Go
	// function. nil: Python code cannot call the class.
	New *Method

	Methods []Method
	Attrs   []Attr
	// Consts are class attributes with fixed values.
	Consts []Const
}

// MethodKind says what the first argument of a method is.
type MethodKind uint8

// The kinds of methods.
const (
	InstanceMethod MethodKind = iota
	ClassMethodKind
	StaticMethodKind
)

// Method is one method of a TypeInfo. Params do not contain self; args has
// one slot per parameter, defaults filled in.
type Method struct {
	Name   string
	Params []Param
	Fn     func(ctx context.Context, self any, args []any) (any, error)
	Kind   MethodKind
	Doc    string
	// Async marks an async def: Fn returns the coroutine object.
	Async bool
}

// Attr is one attribute of a TypeInfo. Set nil makes it read-only. Faults may
// panic.
type Attr struct {
	Name string
	Get  func(self any) any
	Set  func(self, v any)
}

// Const is a class attribute with a fixed value.
type Const struct {
	Name  string
	Value any
}

// RegisterType makes Go types known to dynamic code and returns their class.
func RegisterType(info *TypeInfo) *Class {
	c := info.Class
	if c == nil {
		bases := info.Bases
		if len(bases) == 0 {
			bases = []*Class{ObjectType}
		}
		c = newClass(info.Name, info.Module, bases)
		if c.layout == layoutObject {
			c.layout = layoutOther
		}
	}
	if info.Doc != "" {
		c.dict.Set("__doc__", info.Doc)
	}
	for _, g := range info.Go {
		goClasses[reflect.TypeOf(g)] = c
	}
	for i := range info.Methods {
		m := &info.Methods[i]
		if _, own := c.dict.Get(m.Name); own && c == GeneratorType {
			continue // a library whose iterators are generators: what those do stays
		}
		c.dict.Set(m.Name, m.function(c))
	}
	for i := range info.Attrs {
		a := &info.Attrs[i]
		g := &GetSet{Name: a.Name, own: c, Get: func(self any) (any, error) { return catchAttr(a.Get, baseOf(self)) }}
		if a.Set != nil {
			g.Set = func(self, v any) error {
				return Catch(func() error { a.Set(baseOf(self), v); return nil })
			}
		}
		c.dict.Set(a.Name, g)
	}
	for _, k := range info.Consts {
		c.dict.Set(k.Name, k.Value)
	}
	if info.New != nil {
		ctor := NewBuiltin(c.name, info.New.Params, func(ctx context.Context, args []any) (any, error) {
			return info.New.Fn(ctx, c, args)
		})
		c.builtin = &builtinBehaviour{construct: func(ctx context.Context, args []any, kw []Kw) (any, error) {
			return ctor.Call(ctx, args, kw)
		}, late: info.New.Name == "__init__"}
	}
	c.modified("__new__")
	return c
}

func catchAttr(get func(any) any, self any) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			v, err = nil, Recovered(r)
		}
	}()
	return get(self), nil
}

// function makes the function object that lies in the class's dict.
func (m *Method) function(c *Class) any {
	if m.Kind == StaticMethodKind {
		f := NewBuiltin(m.Name, m.Params, func(ctx context.Context, args []any) (v any, err error) {
			defer catchTo(&v, &err)
			return m.Fn(ctx, nil, args)
		})
		f.qualname, f.IsCoroutine = c.name+"."+m.Name, m.Async
		return NewStaticMethod(f)
	}
	params := append([]Param{PosOnly("self")}, m.Params...)
	f := NewBuiltin(m.Name, params, func(ctx context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		return m.Fn(ctx, baseOf(args[0]), args[1:])
	})
	f.owner, f.qualname, f.IsCoroutine = c, c.name+"."+m.Name, m.Async
	if m.Doc != "" {
		f.doc = m.Doc
	}
	if m.Kind == ClassMethodKind {
		construct := f.fn
		f.fn = func(ctx context.Context, args []any) (any, error) {
			v, err := construct(ctx, args)
			if err != nil {
				return nil, err
			}
			return asInstanceOf(ctx, args[0], v)
		}
		return NewClassMethod(f)
	}
	return f
}

// asInstanceOf gives what an alternative constructor of a builtin type made the
// class that it was called on.
func asInstanceOf(ctx context.Context, cls, v any) (any, error) {
	c, ok := cls.(*Class)
	if own := TypeOf(v); !ok || c == own || !c.IsSubclassOf(own) {
		return v, nil
	}
	switch v := v.(type) {
	case *Dict[any, any]:
		d, err := Call(ctx, c)
		if err != nil {
			return nil, err
		}
		return d, Catch(func() error {
			for k, x := range v.Items() {
				SetItem(d, k, x)
			}
			return nil
		})
	case int, *big.Int, float64, Bytes, *ByteArray:
		return Call(ctx, c, v)
	}
	return v, nil
}

// catchTo turns a fault into the error result of the deferring function.
func catchTo(v *any, err *error) {
	if r := recover(); r != nil {
		*v, *err = nil, Recovered(r)
	}
}
