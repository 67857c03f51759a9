package collections

import (
	"iter"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// ChainMap is collections.ChainMap[K, V]: several dicts seen as one.
type ChainMap[K, V any] struct{ maps *py.List[*py.Dict[K, V]] }

// NewChainMap is ChainMap(*maps).
func NewChainMap[K, V any](maps ...*py.Dict[K, V]) *ChainMap[K, V] {
	if len(maps) == 0 {
		maps = []*py.Dict[K, V]{py.NewDict[K, V]()}
	}
	return &ChainMap[K, V]{py.NewList(maps...)}
}

// Maps is the attribute maps.
func (c *ChainMap[K, V]) Maps() *py.List[*py.Dict[K, V]] { return c.maps }

// Parents is the attribute parents: without the first map.
func (c *ChainMap[K, V]) Parents() *ChainMap[K, V] {
	return NewChainMap(append([]*py.Dict[K, V](nil), c.maps.Items()[1:]...)...)
}

// NewChild is new_child(m); a nil m is an empty dict.
func (c *ChainMap[K, V]) NewChild(m *py.Dict[K, V]) *ChainMap[K, V] {
	if m == nil {
		m = py.NewDict[K, V]()
	}
	return NewChainMap(append([]*py.Dict[K, V]{m}, c.maps.Items()...)...)
}

// merged is the union of the maps in ChainMap's order of iteration.
func (c *ChainMap[K, V]) merged() *py.Dict[K, V] {
	out := py.NewDict[K, V]()
	items := c.maps.Items()
	for i := len(items) - 1; i >= 0; i-- {
		out.Update(items[i])
	}
	return out
}

// Lookup returns the value of k in the first map that has it.
func (c *ChainMap[K, V]) Lookup(k K) (V, bool) {
	for m := range c.maps.All() {
		if v, ok := m.Lookup(k); ok {
			return v, true
		}
	}
	var zero V
	return zero, false
}

// Get is c[k].
func (c *ChainMap[K, V]) Get(k K) V {
	v, ok := c.Lookup(k)
	if !ok {
		py.Throw(py.KeyError.New(py.Box(k)))
	}
	return v
}

// GetPtr is c.get(k): nil for None.
func (c *ChainMap[K, V]) GetPtr(k K) *V {
	if v, ok := c.Lookup(k); ok {
		return &v
	}
	return nil
}

// GetOr is c.get(k, default).
func (c *ChainMap[K, V]) GetOr(k K, def V) V {
	if v, ok := c.Lookup(k); ok {
		return v
	}
	return def
}

// Set is c[k] = v: in the first map.
func (c *ChainMap[K, V]) Set(k K, v V) { c.maps.Get(0).Set(k, v) }

// Delete is del c[k]: of the first map.
func (c *ChainMap[K, V]) Delete(k K) {
	if !c.maps.Get(0).Contains(k) {
		py.Throwf(py.KeyError, "Key not found in the first mapping: %s", py.Repr(py.Box(k)))
	}
	c.maps.Get(0).Delete(k)
}

// Pop is c.pop(k): of the first map.
func (c *ChainMap[K, V]) Pop(k K) V {
	v, ok := c.maps.Get(0).Lookup(k)
	if !ok {
		py.Throwf(py.KeyError, "Key not found in the first mapping: %s", py.Repr(py.Box(k)))
	}
	c.maps.Get(0).Delete(k)
	return v
}

// Clear is c.clear(): of the first map.
func (c *ChainMap[K, V]) Clear() { c.maps.Get(0).Clear() }

// Update is c.update(mapping): of the first map.
func (c *ChainMap[K, V]) Update(m *py.Dict[K, V]) { c.maps.Get(0).Update(m) }

// ContainsKey is k in c.
func (c *ChainMap[K, V]) ContainsKey(k K) bool {
	_, ok := c.Lookup(k)
	return ok
}

// Len is len(c).
func (c *ChainMap[K, V]) Len() int { return c.merged().Len() }

// Truth is bool(c).
func (c *ChainMap[K, V]) Truth() bool { return c.Len() > 0 }

// All iterates over the keys.
func (c *ChainMap[K, V]) All() iter.Seq[K] { return c.merged().Keys() }

// Keys is c.keys().
func (c *ChainMap[K, V]) Keys() *py.DictView[K] { return c.merged().KeysView() }

// Values is c.values().
func (c *ChainMap[K, V]) Values() *py.DictView[V] { return c.merged().ValuesView() }

// Items is c.items().
func (c *ChainMap[K, V]) Items() *py.DictView[py.Tuple2[K, V]] { return c.merged().ItemsView() }

// Equal is c == other.
func (c *ChainMap[K, V]) Equal(other any) bool {
	if o, ok := other.(*ChainMap[K, V]); ok {
		other = o.merged()
	}
	return c.merged().Equal(other)
}

// Repr is repr(c).
func (c *ChainMap[K, V]) Repr() string {
	var parts []string
	for m := range c.maps.All() {
		parts = append(parts, m.Repr())
	}
	return "ChainMap(" + strings.Join(parts, ", ") + ")"
}
