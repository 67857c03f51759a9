package py

import (
	"context"
	"strings"
)

// NewNamedTuple is collections.namedtuple(name, fields, defaults=..., rename=...)
// or the class of a NamedTuple statement: a subclass of tuple with named
// items.
func NewNamedTuple(ctx context.Context, name string, fields []string, defaults []any, ns *Namespace) (*Class, error) {
	if ns == nil {
		ns = NewNamespace()
	}
	if len(defaults) > len(fields) {
		return nil, TypeError.New("Got more default values than field names")
	}
	firstDefault := len(fields) - len(defaults)
	names := make([]any, len(fields))
	defMap := NewDict[any, any]()
	params := []Param{PosOnly("_cls")}
	for i, f := range fields {
		names[i] = f
		p := Pos(f)
		if i >= firstDefault {
			p = p.Default(defaults[i-firstDefault])
			defMap.Set(f, defaults[i-firstDefault])
		}
		params = append(params, p)
	}
	set := func(n string, v any) {
		if _, own := ns.Get(n); !own {
			ns.Set(n, v)
		}
	}
	set("__slots__", NewTuple[any]())
	set("_fields", NewTuple(names...))
	set("_field_defaults", defMap)
	set("__match_args__", NewTuple(names...))
	set("__doc__", name+"("+strings.Join(fields, ", ")+")")
	for i, f := range fields {
		ns.Set(f, &tupleItem{index: i, doc: "Alias for field number " + Str(i)})
	}
	construct := NewFunc("__new__", params, func(_ context.Context, args []any) (any, error) {
		return newObjectOf(args[0].(*Class), NewTuple(append([]any(nil), args[1:]...)...)), nil
	})
	construct.qualname = name + ".__new__"
	set("__new__", construct)
	method := func(n string, params []Param, fn func(ctx context.Context, args []any) (any, error)) {
		f := NewFunc(n, append([]Param{Pos("self")}, params...), func(ctx context.Context, args []any) (v any, err error) {
			defer catchTo(&v, &err)
			return fn(ctx, args)
		})
		f.qualname = name + "." + n
		set(n, f)
	}
	method("__repr__", nil, func(_ context.Context, args []any) (any, error) {
		var b strings.Builder
		b.WriteString(TypeOf(args[0]).name)
		b.WriteByte('(')
		for i, f := range fields {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(f + "=" + Repr(baseOf(args[0]).(*Tuple[any]).items[i]))
		}
		b.WriteByte(')')
		return b.String(), nil
	})
	asDict := func(x any) *Dict[any, any] {
		d := NewDict[any, any]()
		for i, f := range fields {
			d.Set(f, baseOf(x).(*Tuple[any]).items[i])
		}
		return d
	}
	method("_asdict", nil, func(_ context.Context, args []any) (any, error) { return asDict(args[0]), nil })
	replace := func(_ context.Context, args []any) (any, error) {
		d := asDict(args[0])
		var unknown []any
		for k, v := range args[1].(*Dict[any, any]).Items() {
			if _, ok := d.Lookup(k); !ok {
				unknown = append(unknown, k)
				continue
			}
			d.Set(k, v)
		}
		if unknown != nil {
			return nil, Errorf(TypeError, "Got unexpected field names: %s", Repr(NewList(unknown...)))
		}
		var items []any
		for _, v := range d.Items() {
			items = append(items, v)
		}
		return newObjectOf(TypeOf(args[0]), NewTuple(items...)), nil
	}
	method("_replace", []Param{VarKw("kwds")}, replace)
	method("__replace__", []Param{VarKw("kwds")}, replace)
	method("__getnewargs__", nil, func(_ context.Context, args []any) (any, error) { return baseOf(args[0]), nil })
	set("_make", NewClassMethod(NewFunc("_make", []Param{Pos("cls"), Pos("iterable")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		items := copyItems(args[1])
		if len(items) != len(fields) {
			return nil, Errorf(TypeError, "Expected %d arguments, got %d", len(fields), len(items))
		}
		return newObjectOf(args[0].(*Class), NewTuple(items...)), nil
	})))
	c, err := typeNew(ctx, TypeType, name, []any{TupleType}, ns, nil)
	if err != nil {
		return nil, err
	}
	return c.(*Class), nil
}

// tupleItem is the descriptor of a named item.
type tupleItem struct {
	index int
	doc   string
}

func (t *tupleItem) descrGet(obj any, hasObj bool, _ *Class) (any, error) {
	if !hasObj {
		return t, nil
	}
	return baseOf(obj).(*Tuple[any]).items[t.index], nil
}

func (t *tupleItem) descrSet(any, any) error { return AttributeError.New("can't set attribute") }
func (t *tupleItem) descrDelete(any) error   { return AttributeError.New("can't delete attribute") }
func (t *tupleItem) pyRepr() string          { return "_tuplegetter(" + Str(t.index) + ", " + Repr(t.doc) + ")" }

// newNamedTupleClass makes the class of `class P(NamedTuple): ...`, or of a
// class that derives from one.
func newNamedTupleClass(ctx context.Context, _ *Class, name string, bases []any, ns *Namespace, _ []Kw) (any, error) {
	for _, b := range bases {
		if b != any(NamedTuple) && b != any(Generic) {
			return nil, TypeError.New("can only inherit from a NamedTuple type and Generic")
		}
	}
	var fields []string
	var defaults []any
	ann, _ := ns.Get("__annotations__")
	d, _ := ann.(*Dict[any, any])
	if d == nil {
		d = NewDict[any, any]()
	}
	for k := range d.Items() {
		f := k.(string)
		if strings.HasPrefix(f, "_") {
			return nil, Errorf(ValueError, "Field names cannot start with an underscore: %s", Repr(f))
		}
		if v, ok := ns.Get(f); ok {
			defaults = append(defaults, v)
			ns.Del(f)
		} else if len(defaults) > 0 {
			last := fields[len(fields)-len(defaults):]
			return nil, Errorf(TypeError, "non-default namedtuple field %s cannot follow default field%s %s", f, pluralS(len(last)), strings.Join(last, ", "))
		}
		fields = append(fields, f)
	}
	c, err := NewNamedTuple(ctx, name, fields, defaults, ns)
	if err != nil {
		return nil, err
	}
	c.dict.Set("__orig_bases__", NewTuple(bases...))
	return c, nil
}

// NamedTupleFields turns the field argument of namedtuple into names: a
// sequence, or a str with commas or spaces. With rename, invalid names become
// _0, _1, ...
func NamedTupleFields(spec any, rename bool) ([]string, error) {
	var fields []string
	if s, ok := spec.(string); ok {
		fields = strings.Fields(strings.ReplaceAll(s, ",", " "))
	} else {
		for v := range Each(spec) {
			fields = append(fields, Str(v))
		}
	}
	seen := map[string]bool{}
	for i, f := range fields {
		bad := ""
		switch {
		case !StrIsIdentifier(f):
			bad = "Type names and field names must be valid identifiers: "
		case pyKeywords[f]:
			bad = "Type names and field names cannot be a keyword: "
		case strings.HasPrefix(f, "_"):
			bad = "Field names cannot start with an underscore: "
		case seen[f]:
			bad = "Encountered duplicate field name: "
		}
		if bad != "" {
			if !rename {
				return nil, ValueError.New(bad + Repr(f))
			}
			fields[i] = "_" + Str(i)
		}
		seen[f] = true
	}
	return fields, nil
}

// pyKeywords are the reserved words.
var pyKeywords = func() map[string]bool {
	m := map[string]bool{}
	for _, k := range strings.Fields("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield") {
		m[k] = true
	}
	return m
}()
