package py

// AnyDict is a *Dict of any key and value types.
type AnyDict interface {
	Len() int
	// LookupAny returns the boxed value of a boxed key.
	LookupAny(key any) (any, bool)
	// EachItem calls f with each boxed key and value until it returns false.
	EachItem(f func(key, value any) bool)
	isDict()
}

var _ AnyDict = (*Dict[string, int])(nil)

func (d *Dict[K, V]) isDict() {}

// unboxKey converts a boxed key to K; false if no key of type K can equal it.
func unboxKey[K any](key any) (k K, ok bool) {
	switch p := any(&k).(type) {
	case *any:
		*p = key
		return k, true
	case *int:
		i, ok := exactInt(key)
		*p = i
		return k, ok
	case *float64:
		f, ok := exactFloat(key)
		*p = f
		return k, ok
	case *bool:
		i, ok := exactInt(key)
		*p = i == 1
		return k, ok && (i == 0 || i == 1)
	}
	if v, ok := key.(K); ok {
		return v, true
	}
	return k, false
}

// exactInt returns the 64-bit int that a number equals; unhashable keys raise.
func exactInt(x any) (int, bool) {
	switch v := x.(type) {
	case int:
		return v, true
	case bool:
		return IntFromBool(v), true
	case float64:
		i := int(v)
		return i, float64(i) == v && v < 1<<63
	case complex128:
		if imag(v) == 0 {
			return exactInt(real(v))
		}
	}
	return 0, false
}

func exactFloat(x any) (float64, bool) {
	switch v := x.(type) {
	case float64:
		return v, true
	case int:
		f := float64(v)
		return f, int(f) == v
	case bool:
		return FloatFromBool(v), true
	}
	return 0, false
}

// LookupAny returns the boxed value of a boxed key. Keys of fixed tuple type and others that do not unbox are compared
// one by one.
func (d *Dict[K, V]) LookupAny(key any) (any, bool) {
	if k, ok := unboxKey[K](key); ok {
		i, _ := d.find(&k)
		if i < 0 {
			return nil, false
		}
		return Box(d.entries[i].val), true
	}
	h := Hash(key)
	for i := d.first; i < len(d.entries); i++ {
		if e := &d.entries[i]; e.hash != 0 {
			if k := Box(e.key); Hash(k) == h && (identical(k, key) || Eq(k, key)) {
				return Box(e.val), true
			}
		}
	}
	return nil, false
}

// EachItem calls f with each boxed key and value until it returns false.
func (d *Dict[K, V]) EachItem(f func(key, value any) bool) {
	for k, v := range d.Items() {
		if !f(Box(k), Box(v)) {
			return
		}
	}
}

// keysAny returns the boxed keys.
func (d *Dict[K, V]) keysAny() []any {
	out := make([]any, 0, d.live)
	for k := range d.Keys() {
		out = append(out, Box(k))
	}
	return out
}

var dictViewTypes = [...]*Class{
	newClass("dict_keys", "builtins", []*Class{ObjectType}),
	newClass("dict_values", "builtins", []*Class{ObjectType}),
	newClass("dict_items", "builtins", []*Class{ObjectType}),
}

func equalMappings(a, b AnyDict) bool {
	if a.Len() != b.Len() {
		return false
	}
	equal := true
	a.EachItem(func(k, v any) bool {
		w, ok := b.LookupAny(k)
		equal = ok && (identical(v, w) || Eq(v, w))
		return equal
	})
	return equal
}

func (d *Dict[K, V]) pyType() *Class { return DictType }

func (d *Dict[K, V]) pyRepr() string { return d.Repr() }

func (d *Dict[K, V]) pyHash() int {
	Throw(TypeError.New("unhashable type: 'dict'"))
	return 0
}

func (d *Dict[K, V]) pyContains(item any) bool {
	_, ok := d.LookupAny(item)
	return ok
}

func (d *Dict[K, V]) pyGetItem(key any) any {
	v, ok := d.LookupAny(key)
	if !ok {
		throwKey(key)
	}
	return v
}

func (d *Dict[K, V]) pySetItem(key, v any) { d.Set(As[K](key), As[V](v)) }

func (d *Dict[K, V]) pyDelItem(key any) {
	k, ok := unboxKey[K](key)
	if !ok {
		throwKey(key)
	}
	d.Delete(k)
}

func (d *Dict[K, V]) pyCompare(op CompareOp, other any) (result, ok bool) {
	if _, is := other.(AnyDict); !is {
		return false, false
	}
	switch op {
	case OpEq:
		return d.Equal(other), true
	case OpNe:
		return !d.Equal(other), true
	}
	return false, false
}

// pyBinaryOp is d | dict.
func (d *Dict[K, V]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	o, ok := other.(AnyDict)
	if op != OpOr || !ok || reflected {
		return nil, false
	}
	if _, derived := other.(embedsBase); derived {
		return nil, false // the right operand's class derives from dict: its own operator goes first
	}
	if same, ok := o.(*Dict[K, V]); ok {
		return d.Union(same), true
	}
	out := NewDict[any, any]()
	set := func(k, v any) bool {
		out.Set(k, v)
		return true
	}
	d.EachItem(set)
	o.EachItem(set)
	return out, true
}

// pyInplaceOp is d |= mapping or iterable of pairs.
func (d *Dict[K, V]) pyInplaceOp(op BinOp, other any) (any, bool) {
	if op != OpOr {
		return nil, false
	}
	d.UpdateAny(other)
	return d, true
}

// UpdateAny is d.update(x) for a mapping or an iterable of pairs in an any.
func (d *Dict[K, V]) UpdateAny(x any) {
	switch o := x.(type) {
	case *Dict[K, V]:
		d.Update(o)
		return
	case AnyDict:
		o.EachItem(func(k, v any) bool {
			d.pySetItem(k, v)
			return true
		})
		return
	}
	if HasAttr(x, "keys") {
		keys := Must(CallMethod(CurrentContext(), x, "keys"))
		for k := range Each(keys) {
			d.pySetItem(k, GetItem(x, k))
		}
		return
	}
	i := 0
	for item := range Each(x) {
		it, ok := tryIter(item)
		if !ok {
			Throwf(TypeError, "cannot convert dictionary update sequence element #%d to a sequence", i)
		}
		var pair []any
		for v, ok := it.Next(); ok; v, ok = it.Next() {
			pair = append(pair, v)
		}
		if len(pair) != 2 {
			Throwf(ValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		d.pySetItem(pair[0], pair[1])
		i++
	}
}

// UpdateArgs is d.update(x, **kwargs).
func (d *Dict[K, V]) UpdateArgs(x any, kwargs *Dict[string, any]) {
	d.UpdateAny(x)
	kwargs.EachItem(func(k, v any) bool {
		d.pySetItem(k, v)
		return true
	})
}

type dictPart uint8

const (
	partKeys dictPart = iota
	partValues
	partItems
)

var dictPartNames = [...]string{"keys", "values", "items"}

// dictIter iterates over a part of a dict.
type dictIter[K, V any] struct {
	dict    *Dict[K, V]
	i, size int
	yielded int
	part    dictPart
	reverse bool
}

// Next returns the next key, value or item; RuntimeError if the dict changed its size.
func (it *dictIter[K, V]) Next() (any, bool) {
	d := it.dict
	if d == nil {
		return nil, false
	}
	if d.live != it.size {
		it.size = -1
		throwDictChanged()
	}
	for {
		if it.reverse && it.i < 0 || !it.reverse && it.i >= len(d.entries) {
			it.dict = nil
			return nil, false
		}
		i := min(it.i, len(d.entries)-1)
		if it.reverse {
			it.i = i - 1
		} else {
			it.i++
		}
		if e := &d.entries[i]; e.hash != 0 {
			if !it.reverse && it.yielded == it.size {
				it.dict = nil
				throwDictKeysChanged()
			}
			it.yielded++
			switch it.part {
			case partKeys:
				return Box(e.key), true
			case partValues:
				return Box(e.val), true
			}
			return NewTuple(Box(e.key), Box(e.val)), true
		}
	}
}

// ClassName is the name of the iterator's Python class.
func (it *dictIter[K, V]) ClassName() string {
	name := [...]string{"key", "value", "item"}[it.part]
	if it.reverse {
		return "dict_reverse" + name + "iterator"
	}
	return "dict_" + name + "iterator"
}

// LengthHint is operator.length_hint(it).
func (it *dictIter[K, V]) LengthHint() int {
	if it.dict == nil || it.size != it.dict.live {
		return 0
	}
	n := 0
	for i := it.i; i >= 0 && i < len(it.dict.entries); {
		if it.dict.entries[i].hash != 0 {
			n++
		}
		if it.reverse {
			i--
		} else {
			i++
		}
	}
	return n
}

func (d *Dict[K, V]) iterator(part dictPart) Iterator {
	return &dictIter[K, V]{dict: d, i: d.first, size: d.live, part: part}
}

func (d *Dict[K, V]) reverseIterator(part dictPart) Iterator {
	return &dictIter[K, V]{dict: d, i: len(d.entries) - 1, size: d.live, part: part, reverse: true}
}

func (d *Dict[K, V]) pyIter() Iterator { return d.iterator(partKeys) }

func (d *Dict[K, V]) pyReversed() Iterator { return d.reverseIterator(partKeys) }

// anyView is what the dict views have in common for code that holds them in an any.
type anyView interface {
	Len() int
	pyIter() Iterator
	pyContains(item any) bool
}

// DictView is the object that d.keys(), d.values() and d.items() return where a program keeps it: it shows the dict as
// it is now. T is the type of its elements.
type DictView[T any] struct {
	dict interface {
		Len() int
		iterator(part dictPart) Iterator
		reverseIterator(part dictPart) Iterator
		LookupAny(key any) (any, bool)
		anyMapping() any
	}
	seq  func(yield func(T) bool)
	part dictPart
}

func (d *Dict[K, V]) anyMapping() any { return d }

// KeysView is d.keys() as an object.
func (d *Dict[K, V]) KeysView() *DictView[K] {
	return &DictView[K]{dict: d, seq: d.Keys(), part: partKeys}
}

// ValuesView is d.values() as an object.
func (d *Dict[K, V]) ValuesView() *DictView[V] {
	return &DictView[V]{dict: d, seq: d.Values(), part: partValues}
}

// ItemsView is d.items() as an object.
func (d *Dict[K, V]) ItemsView() *DictView[Tuple2[K, V]] {
	return &DictView[Tuple2[K, V]]{dict: d, seq: d.Pairs(), part: partItems}
}

// ItemsViewAny is d.items() as an object whose items are boxed: what dynamic code gets.
func (d *Dict[K, V]) ItemsViewAny() *DictView[any] {
	return &DictView[any]{dict: d, part: partItems, seq: func(yield func(any) bool) {
		for k, v := range d.Items() {
			if !yield(NewTuple(Box(k), Box(v))) {
				return
			}
		}
	}}
}

// Hash is hash(v): keys and items compare as sets, and have none.
func (v *DictView[T]) Hash() int {
	if v.part != partValues {
		Throwf(TypeError, "unhashable type: 'dict_%s'", dictPartNames[v.part])
	}
	return hashAddress(address(v))
}

// Len is len(v).
func (v *DictView[T]) Len() int { return v.dict.Len() }

// Truth is bool(v).
func (v *DictView[T]) Truth() bool { return v.dict.Len() != 0 }

// All iterates over the elements.
func (v *DictView[T]) All() func(yield func(T) bool) { return v.seq }

// Mapping is v.mapping.
func (v *DictView[T]) Mapping() any { return v.dict.anyMapping() }

// Contains is x in v.
func (v *DictView[T]) Contains(x T) bool { return v.pyContains(Box(x)) }

// Repr is repr(v): dict_keys([...]).
func (v *DictView[T]) Repr() string {
	name := "dict_" + dictPartNames[v.part]
	if !reprEnter(v.dict.anyMapping()) {
		return "..."
	}
	defer reprLeave(v.dict.anyMapping())
	b := append([]byte(name), "(["...)
	it := v.dict.iterator(v.part)
	for i := 0; ; i++ {
		x, ok := it.Next()
		if !ok {
			return string(append(b, "])"...))
		}
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendRepr(b, x)
	}
}

func (v *DictView[T]) pyRepr() string { return v.Repr() }

func (v *DictView[T]) pyType() *Class { return dictViewTypes[v.part] }

func (v *DictView[T]) pyIter() Iterator { return v.dict.iterator(v.part) }

func (v *DictView[T]) pyReversed() Iterator { return v.dict.reverseIterator(v.part) }

func (v *DictView[T]) pyContains(item any) bool {
	switch v.part {
	case partKeys:
		_, ok := v.dict.LookupAny(item)
		return ok
	case partItems:
		t, ok := item.(AnyTuple)
		if !ok || t.Len() != 2 {
			return false
		}
		x, ok := v.dict.LookupAny(t.AtAny(0))
		y := t.AtAny(1)
		return ok && (identical(x, y) || Eq(x, y))
	}
	for it := v.pyIter(); ; {
		x, ok := it.Next()
		if !ok {
			return false
		}
		if identical(x, item) || Eq(x, item) {
			return true
		}
	}
}

func (v *DictView[T]) isSetLike() bool { return v.part != partValues }

// setLike is a keys or items view, or a set.
type setLike interface {
	anyView
	isSetLike() bool
}

func (v *DictView[T]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(setLike)
	if !ok || v.part == partValues || !o.isSetLike() {
		return false, false
	}
	return compareSetLike(op, v, o), true
}

// compareSetLike compares two sets or set-like views: <= is "is a subset of".
func compareSetLike(op CompareOp, a, b setLike) bool {
	switch op {
	case OpEq:
		return a.Len() == b.Len() && subsetOf(a, b)
	case OpNe:
		return a.Len() != b.Len() || !subsetOf(a, b)
	case OpLt:
		return a.Len() < b.Len() && subsetOf(a, b)
	case OpLe:
		return a.Len() <= b.Len() && subsetOf(a, b)
	case OpGt:
		return b.Len() < a.Len() && subsetOf(b, a)
	case OpGe:
		return b.Len() <= a.Len() && subsetOf(b, a)
	}
	panic("py: bad comparison operator")
}

func subsetOf(a, b setLike) bool {
	for it := a.pyIter(); ; {
		x, ok := it.Next()
		if !ok {
			return true
		}
		if !b.pyContains(x) {
			return false
		}
	}
}

// pyBinaryOp is the set algebra of keys and items views with any iterable; the result is a set.
func (v *DictView[T]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	if v.part == partValues {
		return nil, false
	}
	switch op {
	case OpAnd, OpOr, OpSub, OpXor:
	default:
		return nil, false
	}
	if _, ok := tryIter(other); !ok {
		if reflected {
			return nil, false
		}
		Throwf(TypeError, "'%s' object is not iterable", typeName(other))
	}
	left, right := any(v), other
	if reflected {
		left, right = other, v
	}
	if op == OpAnd {
		// CPython collects the items of the other operand that are in the view, the longer one if it is a view too.
		if reflected {
			left, right = right, left
		}
		if o, ok := right.(anyView); ok && o.Len() > left.(anyView).Len() {
			if _, isView := right.(setLike); isView {
				left, right = right, left
			}
		}
		out := NewSet[any]()
		for x := range Each(right) {
			if left.(anyView).pyContains(x) {
				out.Add(x)
			}
		}
		return out, true
	}
	out := NewSet[any]()
	out.UpdateAny(left)
	switch op {
	case OpOr:
		out.UpdateAny(right)
	case OpSub:
		out.differenceUpdateAny(right)
	case OpXor:
		out.symmetricDifferenceUpdateAny(right)
	}
	return out, true
}

// IsDisjoint is v.isdisjoint(other).
func (v *DictView[T]) IsDisjoint(other any) bool {
	for x := range Each(other) {
		if v.pyContains(x) {
			return false
		}
	}
	return true
}
