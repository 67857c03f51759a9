// Package copy is Python's module copy.
package copy

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Error is copy.Error.
var Error = py.DefineException("copy", "Error", py.Exception)

// Copy is copy.copy(x).
func Copy(ctx context.Context, x any) (any, error) { return shallow(ctx, x) }

func shallow(ctx context.Context, x any) (any, error) {
	switch v := x.(type) {
	case nil, bool, int, float64, complex128, string, py.Bytes, *py.Class, *py.Func:
		return x, nil
	case *py.List[any]:
		return v.Copy(), nil
	case *py.Dict[any, any]:
		return v.Copy(), nil
	case *py.Set[any]:
		return v.Copy(), nil
	case py.AnyTuple, py.AnySet, *py.Range:
		return x, nil
	case *py.Object:
		return copyObject(ctx, v, nil)
	}
	if py.HasAttr(py.TypeOf(x), "__copy__") {
		return py.CallMethod(ctx, x, "__copy__")
	}
	if py.HasAttr(x, "copy") {
		return py.CallMethod(ctx, x, "copy")
	}
	return x, nil
}

// memory maps the objects that deepcopy has copied to their copies.
type memory struct{ seen *py.Dict[any, any] }

func (m *memory) get(x any) (any, bool) { return m.seen.Lookup(py.ID(x)) }

func (m *memory) put(x, y any) { m.seen.Set(py.ID(x), y) }

// DeepCopy is copy.deepcopy(x, memo); memo may be None.
func DeepCopy(ctx context.Context, x, memo any) (any, error) {
	m := &memory{py.NewDict[any, any]()}
	if d, ok := memo.(*py.Dict[any, any]); ok {
		m.seen = d
	}
	return m.deep(ctx, x)
}

func (m *memory) deep(ctx context.Context, x any) (any, error) {
	switch x.(type) {
	case nil, bool, int, float64, complex128, string, py.Bytes, *py.Class, *py.Func, *py.Range, *py.BoundMethod:
		return x, nil
	}
	if y, ok := m.get(x); ok {
		return y, nil
	}
	switch v := x.(type) {
	case *py.List[any]:
		out := py.NewList[any]()
		m.put(x, out)
		for i := 0; i < v.Len(); i++ {
			y, err := m.deep(ctx, v.Get(i))
			if err != nil {
				return nil, err
			}
			out.Append(y)
		}
		return out, nil
	case *py.Dict[any, any]:
		out := py.NewDict[any, any]()
		m.put(x, out)
		return out, m.fill(ctx, out, v)
	case *py.Tuple[any]:
		items := make([]any, v.Len())
		changed := false
		for i := range items {
			y, err := m.deep(ctx, v.Get(i))
			if err != nil {
				return nil, err
			}
			items[i] = y
			changed = changed || !py.Is(y, v.Get(i))
		}
		if y, ok := m.get(x); ok {
			return y, nil
		}
		if !changed {
			return x, nil
		}
		out := py.NewTuple(items...)
		m.put(x, out)
		return out, nil
	case *py.Set[any]:
		out := py.NewSet[any]()
		for e := range v.All() {
			y, err := m.deep(ctx, e)
			if err != nil {
				return nil, err
			}
			out.Add(y)
		}
		m.put(x, out)
		return out, nil
	case *py.Object:
		return copyObject(ctx, v, m)
	}
	if py.HasAttr(py.TypeOf(x), "__deepcopy__") {
		y, err := py.CallMethod(ctx, x, "__deepcopy__", m.seen)
		if err == nil {
			m.put(x, y)
		}
		return y, err
	}
	y, err := shallow(ctx, x)
	if err != nil {
		return nil, err
	}
	m.put(x, y)
	if d, ok := y.(py.AnyDict); ok && !py.Is(x, y) {
		var kerr error
		d.EachItem(func(k, v any) bool {
			var w any
			if w, kerr = m.deep(ctx, v); kerr != nil {
				return false
			}
			py.SetItem(y, k, w)
			return true
		})
		return y, kerr
	}
	return y, nil
}

func (m *memory) fill(ctx context.Context, out, from *py.Dict[any, any]) error {
	for k, v := range from.Copy().Items() {
		kc, err := m.deep(ctx, k)
		if err != nil {
			return err
		}
		vc, err := m.deep(ctx, v)
		if err != nil {
			return err
		}
		out.Set(kc, vc)
	}
	return nil
}

// copyObject copies an instance of a dynamic class; m is nil for a shallow
// copy.
func copyObject(ctx context.Context, o *py.Object, m *memory) (any, error) {
	c := o.Class()
	name, args := "__copy__", []any(nil)
	if m != nil {
		name, args = "__deepcopy__", []any{m.seen}
	}
	if py.HasAttr(c, name) {
		y, err := py.CallMethod(ctx, o, name, args...)
		if err == nil && m != nil {
			m.put(o, y)
		}
		return y, err
	}
	if py.TypeOf(c) != py.TypeType && py.HasAttr(c, "__members__") {
		return o, nil // members of an enum are copied as themselves
	}
	var y any
	var err error
	if base := o.Base(); base != nil {
		var inner any
		if m != nil {
			inner, err = m.deep(ctx, base)
		} else {
			inner, err = shallow(ctx, base)
		}
		if err != nil {
			return nil, err
		}
		args := []any{c, inner}
		if py.HasAttr(c, "__getnewargs__") {
			if args, err = newArgs(ctx, o, m); err != nil {
				return nil, err
			}
		}
		y, err = py.CallMethod(ctx, c, "__new__", args...)
		if err == nil {
			switch inner.(type) {
			case *py.List[any]:
				_, err = py.CallMethod(ctx, y, "extend", inner)
			case *py.Dict[any, any], *py.Set[any]:
				_, err = py.CallMethod(ctx, y, "update", inner)
			}
		}
	} else {
		y, err = py.Call(ctx, py.GetAttr(py.ObjectType, "__new__"), c)
	}
	if err != nil {
		return nil, err
	}
	if m != nil {
		m.put(o, y)
	}
	for _, n := range attributes(o) {
		v := py.GetAttr(o, n)
		if m != nil {
			if v, err = m.deep(ctx, v); err != nil {
				return nil, err
			}
		}
		if _, err := py.Call(ctx, py.GetAttr(py.ObjectType, "__setattr__"), y, n, v); err != nil {
			return nil, err
		}
	}
	return y, nil
}

// attributes are the names in the instance's __dict__ and its filled slots.
func attributes(o *py.Object) []string {
	var names []string
	if d, ok := py.GetAttrDefault(o, "__dict__", nil).(*py.Dict[any, any]); ok {
		for k := range d.Keys() {
			names = append(names, k.(string))
		}
	}
	for _, c := range o.Class().MRO() {
		slots, ok := ownAttr(c, "__slots__")
		if !ok {
			continue
		}
		if s, isStr := slots.(string); isStr {
			slots = py.NewTuple[any](s)
		}
		for s := range py.Each(slots) {
			if n := py.AsString(s); n != "__dict__" && n != "__weakref__" && py.HasAttr(o, n) {
				names = append(names, n)
			}
		}
	}
	return names
}

func ownAttr(c *py.Class, name string) (any, bool) {
	d := py.GetAttrDefault(c, "__dict__", nil)
	if d == nil || !py.Contains(d, name) {
		return nil, false
	}
	return py.GetItem(d, name), true
}

// Replace is copy.replace(obj, **changes).
func Replace(ctx context.Context, obj any, changes *py.Dict[string, any]) (any, error) {
	var kw []py.Kw
	for k, v := range changes.Items() {
		kw = append(kw, py.Kw{Name: k, Value: v})
	}
	if !py.HasAttr(py.TypeOf(obj), "__replace__") {
		if py.HasAttr(obj, "_replace") {
			return py.CallMethodKw(ctx, obj, "_replace", nil, kw)
		}
		return nil, py.Errorf(py.TypeError, "replace() does not support %s objects", py.TypeOf(obj).Name())
	}
	return py.CallMethodKw(ctx, obj, "__replace__", nil, kw)
}

// newArgs are the arguments with which the class's __new__ makes a copy of an
// object that says so.
func newArgs(ctx context.Context, o *py.Object, m *memory) ([]any, error) {
	items, err := py.CallMethod(ctx, o, "__getnewargs__")
	if err == nil && m != nil {
		items, err = m.deep(ctx, items)
	}
	if err != nil {
		return nil, err
	}
	return append([]any{o.Class()}, py.Spread(items)...), nil
}
