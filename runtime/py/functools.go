package py

import "context"

// CachedProperty is functools.cached_property: the first get computes the
// value and keeps it in the instance's __dict__.
type CachedProperty struct {
	fn   any
	name string
	doc  any
}

// CachedPropertyType is functools.cached_property.
var CachedPropertyType = newClass("cached_property", "functools", []*Class{ObjectType})

// NewCachedProperty is cached_property(fn).
func NewCachedProperty(fn any) *CachedProperty {
	return &CachedProperty{fn: fn, doc: GetAttrDefault(fn, "__doc__", nil)}
}

func (p *CachedProperty) setName(_ *Class, name string) { p.name = name }

func (p *CachedProperty) descrGet(obj any, hasObj bool, _ *Class) (any, error) {
	if !hasObj {
		return p, nil
	}
	if p.name == "" {
		return nil, TypeError.New("Cannot use cached_property instance without calling __set_name__ on it.")
	}
	o, ok := obj.(*Object)
	if !ok || o.class.noDict {
		return nil, Errorf(TypeError, "No '__dict__' attribute on %s instance to cache '%s' property.", Repr(TypeOf(obj).name), p.name)
	}
	v, err := Call(CurrentContext(), p.fn, obj)
	if err == nil {
		o.setOwn(p.name, v)
	}
	return v, err
}

func (p *CachedProperty) pyType() *Class { return CachedPropertyType }

// TotalOrdering is functools.total_ordering(cls): it derives the missing
// orderings from the one that the class defines and from __eq__.
func TotalOrdering(cls any) any {
	c, ok := cls.(*Class)
	if !ok {
		Throwf(TypeError, "total_ordering expects a class, not %s", TypeOf(cls).name)
	}
	root := OpEq
	for _, op := range []CompareOp{OpLt, OpLe, OpGt, OpGe} {
		if c.override(op.dunder()) != nil && (root == OpEq || op == OpLt) {
			root = op
		}
	}
	if root == OpEq {
		Throw(ValueError.New("must define at least one ordering operation: < > <= >="))
	}
	for _, op := range []CompareOp{OpLt, OpLe, OpGt, OpGe} {
		if op != root && c.override(op.dunder()) == nil {
			c.defineMethod(op.dunder().String(), derivedOrder(root, op))
		}
	}
	return c
}

// derivedOrder computes one ordering by another: a > b is not a < b and a != b.
func derivedOrder(root, op CompareOp) *Func {
	return NewFunc("", []Param{Pos("self"), Pos("other")}, func(_ context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		a, b := args[0], args[1]
		m, _ := TypeOf(a).slot(root.dunder())
		r := Must(callDunder(m, a, b))
		if r == NotImplemented {
			return NotImplemented, nil
		}
		less := Truth(r)
		strict := root == OpLt || root == OpGt
		switch {
		case op == root.swapped() && strict: // a > b from a < b
			return !less && Ne(a, b), nil
		case op == root.swapped(): // a >= b from a <= b
			return !less || Eq(a, b), nil
		case strict && (op == OpLe) == (root == OpLt): // a <= b from a < b
			return less || Eq(a, b), nil
		case strict: // a >= b from a < b
			return !less, nil
		case (op == OpLt) == (root == OpLe): // a < b from a <= b
			return less && Ne(a, b), nil
		}
		return !less, nil // a > b from a <= b
	})
}

func init() {
	CachedPropertyType.builtin = &builtinBehaviour{construct: simple("cached_property", nil, func(x any) any { return NewCachedProperty(x) })}
	CachedPropertyType.addGetSet("__doc__", func(self any) (any, error) { return self.(*CachedProperty).doc, nil }, nil)
	CachedPropertyType.addGetSet("func", func(self any) (any, error) { return self.(*CachedProperty).fn, nil }, nil)
	CachedPropertyType.addGetSet("attrname", func(self any) (any, error) { return self.(*CachedProperty).name, nil }, nil)
}
