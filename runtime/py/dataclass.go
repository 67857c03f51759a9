package py

import (
	"context"
	"strings"
)

// Dataclasses for classes made at run time: what @dataclass does in CPython,
// with the generated methods as Go functions.

// Missing is dataclasses.MISSING; KwOnlyMarker is dataclasses.KW_ONLY;
// InitVarMarker is dataclasses.InitVar.
var (
	Missing       any = &marker{"dataclasses._MISSING_TYPE"}
	KwOnlyMarker  any = &marker{"dataclasses._KW_ONLY_TYPE"}
	hasFactory    any = &marker{}
	InitVarMarker     = newClass("InitVar", "dataclasses", []*Class{ObjectType})
)

// FrozenInstanceError is dataclasses.FrozenInstanceError.
var FrozenInstanceError = DefineException("dataclasses", "FrozenInstanceError", AttributeError)

// marker is a unique value; class is empty for the default of a parameter
// that a factory fills.
type marker struct{ class string }

func (m *marker) pyRepr() string {
	if m.class == "" {
		return "<factory>"
	}
	return "<" + m.class + " object" + at(m) + ">"
}

// fieldKind tells the fields of instances from the pseudo-fields.
type fieldKind uint8

const (
	fieldInstance fieldKind = iota
	fieldClassVar
	fieldInitVar
)

// Field is a dataclasses.Field object: what field() returns, and what fields()
// lists.
type Field struct {
	name     string
	typ      any
	def      any // Missing when absent
	factory  any // Missing when absent
	init     bool
	repr     bool
	compare  bool
	hash     any // nil: as compare
	kwOnly   any // Missing until the class decides
	metadata any
	kind     fieldKind
}

// NewField is field() without arguments.
func NewField() *Field {
	return &Field{def: Missing, factory: Missing, init: true, repr: true, compare: true, kwOnly: Missing}
}

// Name returns the field's name.
func (f *Field) Name() string { return f.name }

func (f *Field) pyType() *Class { return FieldType }

func (f *Field) pyRepr() string {
	kw := f.kwOnly
	return "Field(name=" + Repr(f.name) + ",type=" + Repr(f.typ) + ",default=" + Repr(f.def) + ",default_factory=" + Repr(f.factory) +
		",init=" + StrBool(f.init) + ",repr=" + StrBool(f.repr) + ",hash=" + Repr(f.hash) + ",compare=" + StrBool(f.compare) +
		",metadata=" + Repr(f.meta()) + ",kw_only=" + Repr(kw) + ",_field_type=_FIELD)"
}

func (f *Field) meta() any {
	if f.metadata == nil {
		return NewMappingProxy(NewDict[any, any]())
	}
	if d, ok := f.metadata.(*Dict[any, any]); ok {
		return NewMappingProxy(d)
	}
	return f.metadata
}

// FieldType is dataclasses.Field.
var FieldType = newClass("Field", "dataclasses", []*Class{ObjectType})

// dataclassOptions are the arguments of @dataclass.
type dataclassOptions struct {
	init, repr, eq, order, unsafeHash, frozen, matchArgs, kwOnly, slots bool
}

// dataclassInfo is what a processed class keeps for its subclasses.
type dataclassInfo struct {
	options dataclassOptions
	fields  []*Field
}

// Dataclass is dataclass(cls, **options) for a class made at run time; it
// returns the class, a new one with slots=True.
func Dataclass(ctx context.Context, cls *Class, kw ...Kw) (any, error) {
	o := dataclassOptions{init: true, repr: true, eq: true, matchArgs: true}
	for _, k := range kw {
		p := o.option(k.Name)
		if p == nil {
			return nil, Errorf(TypeError, "dataclass() got an unexpected keyword argument '%s'", k.Name)
		}
		*p = Truth(k.Value)
	}
	var out any
	err := Catch(func() (err error) {
		out, err = o.process(ctx, cls)
		return err
	})
	return out, err
}

func (o *dataclassOptions) option(name string) *bool {
	switch name {
	case "init":
		return &o.init
	case "repr":
		return &o.repr
	case "eq":
		return &o.eq
	case "order":
		return &o.order
	case "unsafe_hash":
		return &o.unsafeHash
	case "frozen":
		return &o.frozen
	case "match_args":
		return &o.matchArgs
	case "kw_only":
		return &o.kwOnly
	case "slots":
		return &o.slots
	case "weakref_slot":
		return new(bool)
	}
	return nil
}

func (o dataclassOptions) process(ctx context.Context, c *Class) (any, error) {
	fields, err := o.collect(c)
	if err != nil {
		return nil, err
	}
	if o.order && !o.eq {
		return nil, ValueError.New("eq must be true if order is true")
	}
	c.dataclass = &dataclassInfo{options: o, fields: fields}
	byName := NewDict[any, any]()
	for _, f := range fields {
		byName.Set(f.name, f)
	}
	c.setDict("__dataclass_fields__", byName)
	if o.init {
		fn, err := o.initMethod(ctx, c, fields)
		if err != nil {
			return nil, err
		}
		c.defineMethod("__init__", fn)
	}
	real := instanceFields(fields)
	if o.repr && !c.hasOwn("__repr__") {
		c.defineMethod("__repr__", reprMethod(real))
	}
	if o.eq && !c.hasOwn("__eq__") {
		c.defineMethod("__eq__", eqMethod(c, real))
	}
	if o.order {
		for _, op := range []CompareOp{OpLt, OpLe, OpGt, OpGe} {
			name := op.dunder().String()
			if c.hasOwn(name) {
				return nil, Errorf(TypeError, "Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering", name, c.name)
			}
			c.defineMethod(name, orderMethod(op, real))
		}
	}
	if o.frozen {
		for _, name := range []string{"__setattr__", "__delattr__"} {
			if c.hasOwn(name) {
				return nil, Errorf(TypeError, "Cannot overwrite attribute %s in class %s", name, c.name)
			}
			c.defineMethod(name, frozenMethod(c, name, real))
		}
	}
	if err := o.setHash(c, real); err != nil {
		return nil, err
	}
	if doc, ok := c.dict.Get("__doc__"); !ok || doc == nil {
		c.setDict("__doc__", c.name+o.signature(fields))
	}
	if o.matchArgs && !c.hasOwn("__match_args__") {
		var names []any
		for _, f := range initFields(fields) {
			if f.kwOnly != true {
				names = append(names, f.name)
			}
		}
		c.setDict("__match_args__", NewTuple(names...))
	}
	if o.slots {
		return o.withSlots(ctx, c, real)
	}
	return c, nil
}

// hasOwn reports whether the class itself defines name.
func (c *Class) hasOwn(name string) bool {
	v, ok := c.dict.Get(name)
	return ok && (v != nil || name != "__hash__")
}

// defineMethod adds a generated method.
func (c *Class) defineMethod(name string, f *Func) {
	f.name, f.qualname, f.module = name, c.qualname+"."+name, c.module
	c.setDict(name, f)
}

// collect gathers the fields: those of the bases, then the class's own
// annotations.
func (o dataclassOptions) collect(c *Class) ([]*Field, error) {
	var fields []*Field
	anyFrozen, allFrozen, hasBase := false, true, false
	add := func(f *Field) {
		for i, g := range fields {
			if g.name == f.name {
				fields[i] = f
				return
			}
		}
		fields = append(fields, f)
	}
	for i := len(c.mro) - 1; i > 0; i-- {
		if d := c.mro[i].dataclass; d != nil {
			hasBase = true
			anyFrozen = anyFrozen || d.options.frozen
			allFrozen = allFrozen && d.options.frozen
			for _, f := range d.fields {
				add(f)
			}
		}
	}
	ann, _ := c.dict.Get("__annotations__")
	d, _ := ann.(*Dict[any, any])
	kwOnly := o.kwOnly
	seenMarker := false
	if d == nil {
		d = NewDict[any, any]()
	}
	for k, typ := range d.Items() {
		name := k.(string)
		if isKwOnlyMarker(typ) {
			if seenMarker {
				return nil, Errorf(TypeError, "%s is KW_ONLY, but KW_ONLY has already been specified", Repr(name))
			}
			seenMarker, kwOnly = true, true
			continue
		}
		f, err := makeField(c, name, typ, kwOnly)
		if err != nil {
			return nil, err
		}
		add(f)
	}
	for i, n := range c.dict.names {
		if _, ok := c.dict.vals[i].(*Field); ok {
			if _, annotated := d.Lookup(n); !annotated {
				return nil, Errorf(TypeError, "%s is a field but has no type annotation", Repr(n))
			}
		}
	}
	if err := settleDefaults(c, d); err != nil {
		return nil, err
	}
	if hasBase {
		if anyFrozen && !o.frozen {
			return nil, TypeError.New("cannot inherit non-frozen dataclass from a frozen one")
		}
		if !allFrozen && o.frozen {
			return nil, TypeError.New("cannot inherit frozen dataclass from a non-frozen one")
		}
	}
	return fields, nil
}

// makeField makes the field of one annotation.
func makeField(c *Class, name string, typ any, kwOnly bool) (*Field, error) {
	def, has := c.dict.Get(name)
	f, ok := def.(*Field)
	if !ok {
		f = NewField()
		if _, member := def.(*Member); has && !member {
			f.def = def
		}
	}
	f.name, f.typ = name, typ
	switch {
	case isAnnotation(typ, "ClassVar"):
		f.kind = fieldClassVar
	case isAnnotation(typ, "InitVar"):
		f.kind = fieldInitVar
	}
	if f.kind != fieldInstance && f.factory != Missing {
		return nil, Errorf(TypeError, "field %s cannot have a default factory", name)
	}
	if f.kind == fieldClassVar {
		if f.kwOnly != Missing {
			return nil, Errorf(TypeError, "field %s is a ClassVar but specifies kw_only", name)
		}
	} else if f.kwOnly == Missing {
		f.kwOnly = kwOnly
	}
	if f.kind == fieldInstance && f.def != Missing {
		if v, ok := TypeOf(f.def).slot(dHash); ok && v == nil {
			return nil, Errorf(ValueError, "mutable default %s for field %s is not allowed: use default_factory", Repr(TypeOf(f.def)), name)
		}
	}
	return f, nil
}

// settleDefaults leaves on the class only what remains of field objects:
// their defaults.
func settleDefaults(c *Class, ann *Dict[any, any]) error {
	for k := range ann.Items() {
		name := k.(string)
		v, _ := c.dict.Get(name)
		f, ok := v.(*Field)
		if !ok {
			continue
		}
		if f.def == Missing {
			c.dict.Del(name)
			c.modified(name)
		} else {
			c.setDict(name, f.def)
		}
	}
	return nil
}

// isAnnotation reports whether an annotation, a type object or its source
// text, is the special form or a subscript of it.
func isAnnotation(typ any, form string) bool {
	switch t := typ.(type) {
	case string:
		t = strings.TrimSpace(t)
		head, _, _ := strings.Cut(t, "[")
		return head[strings.LastIndexByte(head, '.')+1:] == form
	case *Alias:
		return isAnnotation(t.origin, form)
	case *SpecialForm:
		return t.name == form
	case *Class:
		return t == InitVarMarker && form == "InitVar"
	}
	return false
}

func isKwOnlyMarker(typ any) bool {
	if typ == KwOnlyMarker {
		return true
	}
	s, ok := typ.(string)
	return ok && s[strings.LastIndexByte(s, '.')+1:] == "KW_ONLY"
}

// instanceFields are the fields proper: no ClassVar, no InitVar.
func instanceFields(fields []*Field) []*Field {
	var out []*Field
	for _, f := range fields {
		if f.kind == fieldInstance {
			out = append(out, f)
		}
	}
	return out
}

// initFields are the parameters of __init__ in order: keyword-only ones last.
func initFields(fields []*Field) []*Field {
	var pos, kw []*Field
	for _, f := range fields {
		switch {
		case f.kind == fieldClassVar || !f.init:
		case f.kwOnly == true:
			kw = append(kw, f)
		default:
			pos = append(pos, f)
		}
	}
	return append(pos, kw...)
}

// initMethod generates __init__.
func (o dataclassOptions) initMethod(ctx context.Context, c *Class, fields []*Field) (*Func, error) {
	params := []Param{Pos("self")}
	lastDefault := ""
	inits := initFields(fields)
	for _, f := range inits {
		p := Pos(f.name)
		if f.kwOnly == true {
			p = KwOnly(f.name)
		}
		switch {
		case f.def != Missing:
			p = p.Default(f.def)
		case f.factory != Missing:
			p = p.Default(hasFactory)
		case p.Kind == PosOrKw && lastDefault != "":
			return nil, Errorf(TypeError, "non-default argument '%s' follows default argument '%s'", f.name, lastDefault)
		}
		if p.HasDef && p.Kind == PosOrKw {
			lastDefault = f.name
		}
		params = append(params, p)
	}
	slot := map[*Field]int{}
	for i, f := range inits {
		slot[f] = i + 1
	}
	var initVars []*Field
	for _, f := range fields {
		if f.kind == fieldInitVar {
			initVars = append(initVars, f)
		}
	}
	frozen := o.frozen
	return NewFunc("__init__", params, func(ctx context.Context, args []any) (any, error) {
		self := args[0]
		for _, f := range fields {
			if f.kind != fieldInstance {
				continue
			}
			var v any
			i, given := slot[f]
			switch {
			case given && args[i] != hasFactory:
				v = args[i]
			case f.factory != Missing:
				made, err := Call(ctx, f.factory)
				if err != nil {
					return nil, err
				}
				v = made
			case given, f.def != Missing && o.slots:
				v = f.def
			default:
				continue
			}
			if frozen {
				if err := genericSetAttr(self, TypeOf(self), f.name, v); err != nil {
					return nil, err
				}
				continue
			}
			SetAttr(self, f.name, v)
		}
		if _, ok := TypeOf(self).lookup("__post_init__"); !ok {
			return nil, nil
		}
		var extra []any
		for _, f := range initVars {
			extra = append(extra, args[slot[f]])
		}
		_, err := CallMethod(ctx, self, "__post_init__", extra...)
		return nil, err
	}), nil
}

// signature is the text of __init__'s parameters in the generated __doc__.
func (o dataclassOptions) signature(fields []*Field) string {
	var parts []string
	star := false
	for _, f := range initFields(fields) {
		if f.kwOnly == true && !star {
			parts = append(parts, "*")
			star = true
		}
		p := f.name + ": " + annotationText(f.typ)
		switch {
		case f.def != Missing:
			p += " = " + Repr(f.def)
		case f.factory != Missing:
			p += " = <factory>"
		}
		parts = append(parts, p)
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func annotationText(typ any) string {
	if s, ok := typ.(string); ok {
		return s
	}
	return typeText(typ)
}
