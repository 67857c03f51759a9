package py

import (
	"math/big"
	"strings"
)

// Len is len(x).
func Len(x any) int {
	switch v := x.(type) {
	case *List[any]:
		return len(v.items)
	case string:
		return StrLen(v)
	case Bytes:
		return len(v)
	case *Object:
		if m := v.class.override(dLen); m != nil {
			return lenResult(callDunder(m, v))
		}
		if v.base != nil && !isNumber(v.base) {
			return Len(v.base)
		}
	case *Class:
		if v.builtin != nil && v.builtin.len != nil {
			return v.builtin.len(v)
		}
		if m := v.metaclass().override(dLen); m != nil {
			return lenResult(callDunder(m, v))
		}
	case pySized:
		return v.Len()
	default:
		if m := TypeOf(x).override(dLen); m != nil {
			return lenResult(callDunder(m, x))
		}
	}
	Throwf(TypeError, "object of type '%s' has no len()", TypeOf(x).name)
	return 0
}

// isNumber reports whether the value behind an instance of a subclass has
// neither length nor items.
func isNumber(base any) bool {
	switch base.(type) {
	case int, bool, float64, complex128, *big.Int:
		return true
	}
	return false
}

// lenResult checks what __len__ returned.
func lenResult(r any, err error) int {
	Check(err)
	v, ok := indexValue(r)
	if !ok {
		Throwf(TypeError, "'%s' object cannot be interpreted as an integer", TypeOf(r).name)
	}
	switch n := v.(type) {
	case int:
		if n < 0 {
			Throw(ValueError.New("__len__() should return >= 0"))
		}
		return n
	case *big.Int:
		if n.Sign() < 0 {
			Throw(ValueError.New("__len__() should return >= 0"))
		}
	}
	Throw(OverflowError.New("cannot fit 'int' into an index-sized integer"))
	return 0
}

// GetItem is x[key]. key may be a *Slice.
func GetItem(x, key any) any {
	switch v := x.(type) {
	case *List[any]:
		if i, ok := key.(int); ok {
			if i < 0 {
				i += len(v.items)
			}
			if uint(i) < uint(len(v.items)) {
				return v.items[i]
			}
		}
		return v.pyGetItem(key)
	case *Dict[any, any]:
		return v.Get(key)
	case pyGetItem:
		return v.pyGetItem(key)
	case string:
		return strGetItem(v, key)
	case Bytes:
		return bytesGetItem(v, key)
	case *Object:
		return objectItem(v, key)
	case *Class:
		return classItem(v, key)
	case ItemGetter:
		return v.GetItem(key)
	}
	if m := TypeOf(x).override(dGetitem); m != nil {
		r, err := callDunder(m, x, key)
		Check(err)
		return r
	}
	Throwf(TypeError, "'%s' object is not subscriptable", TypeOf(x).name)
	return nil
}

func objectItem(o *Object, key any) any {
	if m := o.class.override(dGetitem); m != nil {
		r, err := callDunder(m, o, key)
		Check(err)
		return r
	}
	if d, ok := o.base.(*Dict[any, any]); ok {
		return dictItem(o, d, key)
	}
	if _, set := o.base.(AnySet); o.base != nil && !isNumber(o.base) && !set {
		return GetItem(o.base, key)
	}
	Throwf(TypeError, "'%s' object is not subscriptable", o.class.name)
	return nil
}

// dictItem is the lookup in a subclass of dict, with __missing__.
func dictItem(o *Object, d *Dict[any, any], key any) any {
	if v, ok := d.Lookup(key); ok {
		return v
	}
	if m := o.class.override(dMissing); m != nil {
		r, err := callDunder(m, o, key)
		Check(err)
		return r
	}
	Throw(KeyError.New(key))
	return nil
}

// classItem is cls[key]: of the metaclass, of an enum, or a generic alias.
func classItem(c *Class, key any) any {
	if m := c.metaclass().override(dGetitem); m != nil {
		r, err := callDunder(m, c, key)
		Check(err)
		return r
	}
	if c.builtin != nil && c.builtin.item != nil {
		return c.builtin.item(c, key)
	}
	if m, ok := c.lookup("__class_getitem__"); ok {
		bound, err := descrGet(m, nil, false, c)
		Check(err)
		if b, ok := bound.(*BoundMethod); ok {
			b.self = c
		}
		return Must(Call(CurrentContext(), bound, key))
	}
	Throwf(TypeError, "type '%s' is not subscriptable", c.name)
	return nil
}

// SetItem is x[key] = v.
func SetItem(x, key, v any) {
	switch t := x.(type) {
	case *List[any]:
		if i, ok := key.(int); ok {
			if i < 0 {
				i += len(t.items)
			}
			if uint(i) < uint(len(t.items)) {
				t.items[i] = v
				return
			}
		}
		t.pySetItem(key, v)
		return
	case *Dict[any, any]:
		t.Set(key, v)
		return
	case pySetItem:
		t.pySetItem(key, v)
		return
	case *Object:
		if m := t.class.override(dSetitem); m != nil {
			_, err := callDunder(m, t, key, v)
			Check(err)
			return
		}
		if t.base != nil {
			SetItem(t.base, key, v)
			return
		}
	case ItemSetter:
		t.SetItem(key, v)
		return
	default:
		if m := TypeOf(x).override(dSetitem); m != nil {
			_, err := callDunder(m, x, key, v)
			Check(err)
			return
		}
	}
	Throwf(TypeError, "'%s' object does not support item assignment", TypeOf(x).name)
}

// DelItem is del x[key].
func DelItem(x, key any) {
	switch t := x.(type) {
	case *Dict[any, any]:
		t.Delete(key)
		return
	case pyDelItem:
		t.pyDelItem(key)
		return
	case *Object:
		if m := t.class.override(dDelitem); m != nil {
			_, err := callDunder(m, t, key)
			Check(err)
			return
		}
		if t.base != nil {
			DelItem(t.base, key)
			return
		}
	case ItemDeleter:
		t.DelItem(key)
		return
	default:
		if m := TypeOf(x).override(dDelitem); m != nil {
			_, err := callDunder(m, x, key)
			Check(err)
			return
		}
	}
	Throwf(TypeError, "'%s' object doesn't support item deletion", TypeOf(x).name)
}

// Contains is item in container.
func Contains(container, item any) bool {
	switch c := container.(type) {
	case *Dict[any, any]:
		return c.Contains(item)
	case pyContainer:
		return c.pyContains(item)
	case string:
		s, ok := baseOf(item).(string)
		if !ok {
			Throwf(TypeError, "'in <string>' requires string as left operand, not %s", TypeOf(item).name)
		}
		return strings.Contains(c, s)
	case Bytes:
		return bytesContains(c, item)
	case *Object:
		return objectContains(c, item)
	case ContainsAny:
		return c.Contains(item)
	case *Class:
		if c.builtin != nil && c.builtin.contains != nil {
			return c.builtin.contains(c, item)
		}
	}
	return classContains(container, TypeOf(container), item)
}

func objectContains(o *Object, item any) bool {
	if o.base != nil && !isNumber(o.base) && o.class.override(dContains) == nil {
		if v, ok := o.class.slot(dContains); !ok || v != nil {
			return Contains(o.base, item)
		}
	}
	return classContains(o, o.class, item)
}

func classContains(x any, c *Class, item any) bool {
	if v, ok := c.slot(dContains); ok {
		if v == nil {
			Throwf(TypeError, "'%s' object is not a container", c.name)
		}
		if m := c.override(dContains); m != nil {
			r, err := callDunder(m, x, item)
			Check(err)
			return Truth(r)
		}
	}
	it, ok := tryIter(x)
	if !ok {
		Throwf(TypeError, "argument of type '%s' is not iterable", c.name)
	}
	for {
		v, ok := it.Next()
		if !ok {
			return false
		}
		if identical(v, item) || Eq(v, item) {
			return true
		}
	}
}
