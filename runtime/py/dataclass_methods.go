package py

import (
	"context"
	"strings"
)

// reprMethod generates __repr__.
func reprMethod(fields []*Field) *Func {
	return NewFunc("__repr__", []Param{Pos("self")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		self := args[0]
		if !reprEnter(self) {
			return "...", nil
		}
		defer reprLeave(self)
		var b strings.Builder
		b.WriteString(TypeOf(self).qualname)
		b.WriteByte('(')
		first := true
		for _, f := range fields {
			if !f.repr {
				continue
			}
			if !first {
				b.WriteString(", ")
			}
			first = false
			b.WriteString(f.name)
			b.WriteByte('=')
			b.WriteString(Repr(GetAttr(self, f.name)))
		}
		b.WriteByte(')')
		return b.String(), nil
	})
}

// eqMethod generates __eq__: field by field, for two instances of the same
// class.
func eqMethod(_ *Class, fields []*Field) *Func {
	return NewFunc("__eq__", []Param{Pos("self"), Pos("other")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		a, b := args[0], args[1]
		if identical(a, b) {
			return true, nil
		}
		if TypeOf(a) != TypeOf(b) {
			return NotImplemented, nil
		}
		for _, f := range fields {
			if f.compare && !Eq(GetAttr(a, f.name), GetAttr(b, f.name)) {
				return false, nil
			}
		}
		return true, nil
	})
}

// compareTuple is the tuple of the fields that take part in comparisons.
func compareTuple(x any, fields []*Field) *Tuple[any] {
	var vals []any
	for _, f := range fields {
		if f.compare {
			vals = append(vals, GetAttr(x, f.name))
		}
	}
	return NewTuple(vals...)
}

// orderMethod generates __lt__ and the like.
func orderMethod(op CompareOp, fields []*Field) *Func {
	return NewFunc(op.dunder().String(), []Param{Pos("self"), Pos("other")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		a, b := args[0], args[1]
		if TypeOf(a) != TypeOf(b) {
			return NotImplemented, nil
		}
		return RichCompare(op, compareTuple(a, fields), compareTuple(b, fields)), nil
	})
}

// frozenMethod generates the __setattr__ or __delattr__ of a frozen class.
func frozenMethod(c *Class, name string, fields []*Field) *Func {
	set := name == "__setattr__"
	params := []Param{Pos("self"), Pos("name")}
	verb := "delete"
	if set {
		params = append(params, Pos("value"))
		verb = "assign to"
	}
	return NewFunc(name, params, func(ctx context.Context, args []any) (any, error) {
		n := Str(args[1])
		refused := TypeOf(args[0]) == c
		for _, f := range fields {
			refused = refused || f.name == n
		}
		if refused {
			return nil, Errorf(FrozenInstanceError, "cannot %s field %s", verb, Repr(n))
		}
		return CallMethod(ctx, Super(c, args[0]), name, args[1:]...)
	})
}

// setHash decides on __hash__ as the table in CPython's documentation says.
func (o dataclassOptions) setHash(c *Class, fields []*Field) error {
	own, has := c.dict.Get("__hash__")
	explicit := has && !(own == nil && c.hasOwn("__eq__"))
	switch {
	case o.unsafeHash:
		if explicit {
			return Errorf(TypeError, "Cannot overwrite attribute __hash__ in class %s", c.name)
		}
	case !o.eq || explicit:
		return nil
	case !o.frozen:
		c.setDict("__hash__", nil)
		return nil
	}
	c.defineMethod("__hash__", NewFunc("__hash__", []Param{Pos("self")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		var vals []any
		for _, f := range fields {
			if f.hash == nil && f.compare || f.hash != nil && Truth(f.hash) {
				vals = append(vals, GetAttr(args[0], f.name))
			}
		}
		return Hash(NewTuple(vals...)), nil
	}))
	return nil
}

// withSlots makes the class again with __slots__.
func (o dataclassOptions) withSlots(ctx context.Context, c *Class, fields []*Field) (any, error) {
	if c.hasOwn("__slots__") {
		return nil, Errorf(TypeError, "%s already specifies __slots__", c.name)
	}
	inherited := map[string]bool{}
	for _, m := range c.members {
		inherited[m] = true
	}
	ns := NewNamespace()
	isField := map[string]bool{}
	var slots []any
	for _, f := range fields {
		isField[f.name] = true
		if !inherited[f.name] {
			slots = append(slots, f.name)
		}
	}
	for i, n := range c.dict.names {
		if !isField[n] && n != "__dict__" {
			ns.Set(n, c.dict.vals[i])
		}
	}
	ns.Set("__slots__", NewTuple(slots...))
	ns.Set("__qualname__", c.qualname)
	for _, b := range c.bases {
		for i, s := range b.subclasses {
			if s == c {
				b.subclasses = append(b.subclasses[:i:i], b.subclasses[i+1:]...)
				break
			}
		}
	}
	made, err := typeNew(ctx, c.metaclass(), c.name, classValues(c.bases), ns, nil)
	if err != nil {
		return nil, err
	}
	n := made.(*Class)
	n.dataclass = c.dataclass
	if o.frozen {
		for _, name := range []string{"__setattr__", "__delattr__"} {
			n.defineMethod(name, frozenMethod(n, name, fields))
		}
	}
	return n, nil
}

// dataclassOf returns what the class of x, or x itself, is as a dataclass.
func dataclassOf(x any) *dataclassInfo {
	c, ok := x.(*Class)
	if !ok {
		c = TypeOf(x)
	}
	for _, k := range c.mro {
		if k.dataclass != nil {
			return k.dataclass
		}
	}
	return nil
}

// IsDataclass is dataclasses.is_dataclass(x).
func IsDataclass(x any) bool { return dataclassOf(x) != nil || typedFields(x) != nil }

// DataFielder is a typed dataclass: a struct that lists its fields in order
// for asdict, astuple, fields and replace.
type DataFielder interface {
	DataFields() []string
}

// typedFields are the fields of a typed dataclass, or nil.
func typedFields(x any) []string {
	if d, ok := x.(DataFielder); ok {
		return d.DataFields()
	}
	return nil
}

// fieldNames are the names of the fields of a dataclass instance.
func fieldNames(x any) ([]string, bool) {
	if names := typedFields(x); names != nil {
		return names, true
	}
	if _, isClass := x.(*Class); isClass {
		return nil, false
	}
	d := dataclassOf(x)
	if d == nil {
		return nil, false
	}
	var names []string
	for _, f := range instanceFields(d.fields) {
		names = append(names, f.name)
	}
	return names, true
}

// Fields is dataclasses.fields(x).
func Fields(x any) (*Tuple[any], error) {
	d := dataclassOf(x)
	if d == nil {
		return nil, TypeError.New("must be called with a dataclass type or instance")
	}
	var out []any
	for _, f := range instanceFields(d.fields) {
		out = append(out, f)
	}
	return NewTuple(out...), nil
}

// AsDict is dataclasses.asdict(x, dict_factory=factory); a nil factory is
// dict.
func AsDict(ctx context.Context, x, factory any) (any, error) {
	if _, ok := fieldNames(x); !ok {
		return nil, TypeError.New("asdict() should be called on dataclass instances")
	}
	return unfold(ctx, x, func(names []string, vals []any) (any, error) {
		if factory == nil {
			d := NewDict[any, any]()
			for i, n := range names {
				d.Set(n, vals[i])
			}
			return d, nil
		}
		pairs := make([]any, len(names))
		for i, n := range names {
			pairs[i] = NewTuple[any](n, vals[i])
		}
		return Call(ctx, factory, NewList(pairs...))
	})
}

// AsTuple is dataclasses.astuple(x, tuple_factory=factory); a nil factory is
// tuple.
func AsTuple(ctx context.Context, x, factory any) (any, error) {
	if _, ok := fieldNames(x); !ok {
		return nil, TypeError.New("astuple() should be called on dataclass instances")
	}
	return unfold(ctx, x, func(_ []string, vals []any) (any, error) {
		if factory == nil {
			return NewTuple(vals...), nil
		}
		return Call(ctx, factory, NewList(vals...))
	})
}

// unfold copies a value deeply, with dataclass instances turned into what
// combine makes of their fields.
func unfold(ctx context.Context, x any, combine func(names []string, vals []any) (any, error)) (any, error) {
	if names, ok := fieldNames(x); ok {
		vals := make([]any, len(names))
		for i, n := range names {
			a, err := GetAttrErr(x, n)
			if err != nil {
				return nil, err
			}
			if vals[i], err = unfold(ctx, a, combine); err != nil {
				return nil, err
			}
		}
		return combine(names, vals)
	}
	each := func(items []any) ([]any, error) {
		out := make([]any, len(items))
		for i, v := range items {
			var err error
			if out[i], err = unfold(ctx, v, combine); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch v := baseOf(x).(type) {
	case AnyList:
		items, err := each(boxItems(v))
		return rewrap(x, NewList(items...)), err
	case AnyTuple:
		items, err := each(boxItems(v))
		return rewrap(x, NewTuple(items...)), err
	case AnyDict:
		d := NewDict[any, any]()
		var err error
		v.EachItem(func(k, val any) bool {
			var nk, nv any
			if nk, err = unfold(ctx, k, combine); err != nil {
				return false
			}
			if nv, err = unfold(ctx, val, combine); err != nil {
				return false
			}
			d.Set(nk, nv)
			return true
		})
		return rewrap(x, d), err
	}
	return DeepCopy(x), nil
}

// rewrap gives a new value of a builtin type the class that the original has.
func rewrap(x, base any) any {
	if o, ok := x.(*Object); ok && o.base != nil {
		return newObjectOf(o.class, base)
	}
	return base
}

// Replace is dataclasses.replace(x, **changes).
func Replace(ctx context.Context, x any, changes []Kw) (any, error) {
	d := dataclassOf(x)
	if _, isClass := x.(*Class); d == nil || isClass {
		if o, ok := x.(*Object); ok {
			if m, ok := o.class.lookup("__replace__"); ok {
				bound, err := descrGet(m, x, true, o.class)
				if err != nil {
					return nil, err
				}
				return CallKw(ctx, bound, nil, changes)
			}
		}
		return nil, TypeError.New("replace() should be called on dataclass instances")
	}
	given := map[string]bool{}
	for _, k := range changes {
		given[k.Name] = true
	}
	kw := append([]Kw(nil), changes...)
	for _, f := range d.fields {
		switch {
		case f.kind == fieldClassVar:
		case !f.init:
			if given[f.name] {
				return nil, Errorf(TypeError, "field %s is declared with init=False, it cannot be specified with replace()", f.name)
			}
		case given[f.name]:
		case f.kind == fieldInitVar && f.def == Missing:
			return nil, Errorf(TypeError, "InitVar %s must be specified with replace()", Repr(f.name))
		case f.kind == fieldInitVar:
		default:
			v, err := GetAttrErr(x, f.name)
			if err != nil {
				return nil, err
			}
			kw = append(kw, Kw{f.name, v})
		}
	}
	return CallKw(ctx, TypeOf(x), nil, kw)
}
