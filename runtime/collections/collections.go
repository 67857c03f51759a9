// Package collections is Python's module collections. The containers
// themselves are in package py, beside the builtin ones; here are their
// constructors, ChainMap, namedtuple and the User classes.
package collections

import (
	"context"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// NewDeque is deque().
func NewDeque[T any]() *py.Deque[T] { return py.NewDeque[T](nil, nil) }

// DequeOf is deque(iterable).
func DequeOf[T any](iterable iter.Seq[T]) *py.Deque[T] { return py.NewDeque(iterable, nil) }

// DequeMax is deque(maxlen=maxlen).
func DequeMax[T any](maxlen *int) *py.Deque[T] { return py.NewDeque[T](nil, maxlen) }

// DequeOfMax is deque(iterable, maxlen).
func DequeOfMax[T any](iterable iter.Seq[T], maxlen *int) *py.Deque[T] {
	return py.NewDeque(iterable, maxlen)
}

// NewDefaultDict is defaultdict(factory) in typed code. shown is the factory as
// Python shows it, where that is a class.
func NewDefaultDict[K, V any](factory func() V, shown any) *py.DefaultDict[K, V] {
	if shown == nil {
		shown = py.NewFunc("<lambda>", nil, func(context.Context, []any) (any, error) { return py.Box(factory()), nil })
	}
	return py.NewDefaultDict[K](factory, shown)
}

// PlainDefaultDict is defaultdict(): without a factory.
func PlainDefaultDict[K, V any]() *py.DefaultDict[K, V] { return py.NewDefaultDict[K, V](nil, nil) }

// DefaultDictFrom is defaultdict(factory, mapping).
func DefaultDictFrom[K, V any](factory func() V, mapping *py.Dict[K, V], shown any) *py.DefaultDict[K, V] {
	d := NewDefaultDict[K](factory, shown)
	d.Update(mapping)
	return d
}

// DefaultDictAny is defaultdict(*args, **kwargs) for dynamic code.
func DefaultDictAny[K, V any](factory any, init any, kwargs *py.Dict[string, any]) *py.DefaultDict[K, V] {
	if factory != nil && !py.IsCallable(factory) {
		py.Throw(py.TypeError.New("first argument must be callable or None"))
	}
	d := py.NewDefaultDict[K, V](nil, nil)
	d.SetDefaultFactory(factory)
	if init != nil {
		d.UpdateAny(init)
	}
	d.UpdateAny(kwargs)
	return d
}

// NewOrderedDict is OrderedDict().
func NewOrderedDict[K, V any]() *py.OrderedDict[K, V] { return py.NewOrderedDict[K, V]() }

// OrderedDictOf is OrderedDict(mapping).
func OrderedDictOf[K, V any](mapping *py.Dict[K, V]) *py.OrderedDict[K, V] {
	d := py.NewOrderedDict[K, V]()
	d.Update(mapping)
	return d
}

// OrderedDictFromPairs is OrderedDict(pairs).
func OrderedDictFromPairs[K, V any](pairs iter.Seq[py.Tuple2[K, V]]) *py.OrderedDict[K, V] {
	d := py.NewOrderedDict[K, V]()
	d.UpdatePairs(pairs)
	return d
}

// OrderedDictAny is OrderedDict(x, **kwargs) for dynamic code.
func OrderedDictAny[K, V any](x any, kwargs *py.Dict[string, any]) *py.OrderedDict[K, V] {
	d := py.NewOrderedDict[K, V]()
	if x != nil {
		d.UpdateAny(x)
	}
	d.UpdateAny(kwargs)
	return d
}

// NewCounter is Counter().
func NewCounter[K any]() *py.Counter[K] { return py.NewCounter[K]() }

// CounterOf is Counter(iterable).
func CounterOf[K any](iterable iter.Seq[K]) *py.Counter[K] {
	c := py.NewCounter[K]()
	c.UpdateSeq(iterable)
	return c
}

// CounterOfCounts is Counter(mapping).
func CounterOfCounts[K any](counts *py.Dict[K, int]) *py.Counter[K] {
	c := py.NewCounter[K]()
	c.UpdateCounts(counts)
	return c
}

// CounterOfMapping is Counter(mapping) for a mapping that is no plain dict.
func CounterOfMapping[K any](mapping any) *py.Counter[K] {
	c := py.NewCounter[K]()
	c.UpdateAny(mapping)
	return c
}

// CounterKw is Counter(**counts).
func CounterKw[K any](counts *py.Dict[string, int]) *py.Counter[K] {
	c := py.NewCounter[K]()
	for k, n := range counts.Items() {
		c.Set(py.As[K](k), n)
	}
	return c
}

// OrderedDictFromKeys is OrderedDict.fromkeys(keys, value).
func OrderedDictFromKeys[K, V any](keys iter.Seq[K], value V) *py.OrderedDict[K, V] {
	d := NewOrderedDict[K, V]()
	for k := range keys {
		d.Set(k, value)
	}
	return d
}

// OrderedDictKw is OrderedDict(**values).
func OrderedDictKw[K, V any](values *py.Dict[string, V]) *py.OrderedDict[K, V] {
	d := NewOrderedDict[K, V]()
	for k, v := range values.Items() {
		d.Set(py.As[K](k), v)
	}
	return d
}

// CounterFromKeys is Counter.fromkeys, which does not exist: a count for all
// of them would be a mistake.
func CounterFromKeys(_, _ any) (any, error) {
	return nil, py.NotImplementedError.New("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
}

// CounterAny is Counter(x, **counts) for dynamic code.
func CounterAny[K any](x any, counts *py.Dict[string, any]) *py.Counter[K] {
	c := py.NewCounter[K]()
	c.UpdateAny(x)
	c.UpdateAny(counts)
	return c
}
