package py

// The dict classes of module collections.
var (
	DefaultDictType = newClass("defaultdict", "collections", []*Class{DictType})
	OrderedDictType = newClass("OrderedDict", "collections", []*Class{DictType})
)

// embedsBase is a Go type that embeds a builtin container: As finds it.
type embedsBase interface{ embeddedBase() any }

// DefaultDict is collections.defaultdict[K, V].
type DefaultDict[K, V any] struct {
	Dict[K, V]
	factory func() V
	shown   any // the factory as Python sees it
}

// NewDefaultDict is defaultdict(factory); a nil factory is None. shown is the
// factory as a Python value, for repr and default_factory.
func NewDefaultDict[K, V any](factory func() V, shown any) *DefaultDict[K, V] {
	return &DefaultDict[K, V]{factory: factory, shown: shown}
}

func (d *DefaultDict[K, V]) embeddedBase() any { return &d.Dict }

// Get is d[k]: a missing key is made by the factory.
func (d *DefaultDict[K, V]) Get(k K) V {
	if v, ok := d.Lookup(k); ok {
		return v
	}
	return d.Missing(k)
}

// Ref is the place of d[k], which is made by the factory if it is missing.
func (d *DefaultDict[K, V]) Ref(k K) *V {
	if !d.Contains(k) {
		d.Missing(k)
	}
	return d.Dict.Ref(k)
}

// Missing is __missing__(k).
func (d *DefaultDict[K, V]) Missing(k K) V {
	if d.factory == nil {
		throwKey(k)
	}
	v := d.factory()
	d.Set(k, v)
	return v
}

// DefaultFactory is the attribute default_factory.
func (d *DefaultDict[K, V]) DefaultFactory() any { return d.shown }

// SetDefaultFactory sets default_factory: a callable or None.
func (d *DefaultDict[K, V]) SetDefaultFactory(f any) {
	d.shown, d.factory = f, nil
	if f != nil {
		d.factory = func() V { return As[V](Must(Call(CurrentContext(), f))) }
	}
}

// Copy is copy().
func (d *DefaultDict[K, V]) Copy() *DefaultDict[K, V] {
	return &DefaultDict[K, V]{Dict: *d.Dict.Copy(), factory: d.factory, shown: d.shown}
}

// Union is d | other.
func (d *DefaultDict[K, V]) Union(other *Dict[K, V]) *DefaultDict[K, V] {
	out := d.Copy()
	out.Update(other)
	return out
}

// Repr is repr(d).
func (d *DefaultDict[K, V]) Repr() string { return string(d.appendRepr(nil)) }

func (d *DefaultDict[K, V]) appendRepr(b []byte) []byte {
	b = append(b, "defaultdict("...)
	b = append(b, Repr(d.shown)...)
	b = append(b, ", "...)
	return append(d.Dict.appendRepr(b), ')')
}

func (d *DefaultDict[K, V]) pyType() *Class { return DefaultDictType }

func (d *DefaultDict[K, V]) pyRepr() string { return d.Repr() }

func (d *DefaultDict[K, V]) widen() any { return d }

func (d *DefaultDict[K, V]) pyGetItem(key any) any {
	if v, ok := d.LookupAny(key); ok {
		return v
	}
	return Box(d.Missing(As[K](key)))
}

func (d *DefaultDict[K, V]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	o, ok := other.(AnyDict)
	if op != OpOr || !ok {
		return nil, false
	}
	out := d.Copy()
	if reflected {
		out.Clear()
		out.UpdateAny(o)
		out.Update(&d.Dict)
		return out, true
	}
	out.UpdateAny(o)
	return out, true
}

func (d *DefaultDict[K, V]) pyInplaceOp(op BinOp, other any) (any, bool) {
	if op != OpOr {
		return nil, false
	}
	d.UpdateAny(other)
	return d, true
}

// OrderedDict is collections.OrderedDict[K, V].
type OrderedDict[K, V any] struct{ Dict[K, V] }

// NewOrderedDict is OrderedDict().
func NewOrderedDict[K, V any]() *OrderedDict[K, V] { return &OrderedDict[K, V]{} }

func (d *OrderedDict[K, V]) embeddedBase() any { return &d.Dict }

// PopItem is popitem(last).
func (d *OrderedDict[K, V]) PopItem(last bool) Tuple2[K, V] {
	if d.Len() == 0 {
		Throw(KeyError.New("dictionary is empty"))
	}
	if last {
		return d.Dict.PopItem()
	}
	return d.PopFirst()
}

// Copy is copy().
func (d *OrderedDict[K, V]) Copy() *OrderedDict[K, V] {
	return &OrderedDict[K, V]{Dict: *d.Dict.Copy()}
}

// Union is d | other.
func (d *OrderedDict[K, V]) Union(other *Dict[K, V]) *OrderedDict[K, V] {
	out := d.Copy()
	out.Update(other)
	return out
}

// Equal is d == other: with another OrderedDict the order counts.
func (d *OrderedDict[K, V]) Equal(other any) bool {
	if !d.Dict.Equal(other) {
		return false
	}
	o, ok := other.(interface{ orderedKeys() []any })
	if !ok {
		return true
	}
	theirs := o.orderedKeys()
	for i, k := range d.orderedKeys() {
		if !Eq(k, theirs[i]) {
			return false
		}
	}
	return true
}

func (d *OrderedDict[K, V]) orderedKeys() []any { return d.keysAny() }

// Repr is repr(d).
func (d *OrderedDict[K, V]) Repr() string { return string(d.appendRepr(nil)) }

func (d *OrderedDict[K, V]) appendRepr(b []byte) []byte {
	if !reprEnter(d) {
		return append(b, "..."...)
	}
	defer reprLeave(d)
	b = append(b, "OrderedDict("...)
	if d.Len() > 0 {
		b = d.Dict.appendItems(b)
	}
	return append(b, ')')
}

func (d *OrderedDict[K, V]) pyType() *Class { return OrderedDictType }

func (d *OrderedDict[K, V]) pyRepr() string { return d.Repr() }

func (d *OrderedDict[K, V]) widen() any { return d }

func (d *OrderedDict[K, V]) pyCompare(op CompareOp, other any) (result, ok bool) {
	if _, is := other.(AnyDict); !is || op != OpEq && op != OpNe {
		return false, false
	}
	return d.Equal(other) == (op == OpEq), true
}

func (d *OrderedDict[K, V]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	o, ok := other.(AnyDict)
	if op != OpOr || !ok {
		return nil, false
	}
	out := d.Copy()
	if reflected {
		out.Clear()
		out.UpdateAny(o)
		out.Update(&d.Dict)
		return out, true
	}
	out.UpdateAny(o)
	return out, true
}

func (d *OrderedDict[K, V]) pyInplaceOp(op BinOp, other any) (any, bool) {
	if op != OpOr {
		return nil, false
	}
	d.UpdateAny(other)
	return d, true
}
