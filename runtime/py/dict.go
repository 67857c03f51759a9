package py

import (
	"hash/maphash"
	"iter"
	"math/bits"
	"unsafe"
)

// Dict is Python's dict: it keeps insertion order and compares keys as Python does (1, 1.0 and True are one key of a
// Dict[any, V]). Entries lie in a slice; an open-addressed index of their positions is built from the ninth entry on.
type Dict[K, V any] struct {
	entries []dictEntry[K, V]
	index   []uint32 // position+1 of the entry in each slot, 0 for none; nil while the dict is small
	live    int      // entries that are not deleted
	first   int      // the entries before are deleted
	shift   uint8    // a hash's top 64-shift bits choose the slot
	ops     *elemOps[K]
}

type dictEntry[K, V any] struct {
	hash uint64 // mixed hash, odd; 0 marks a deleted entry
	key  K
	val  V
}

// Entry is a key with its value, as DictOf takes them.
type Entry[K, V any] struct {
	Key   K
	Value V
}

const (
	dictSmall = 8
	fibonacci = 0x9E3779B97F4A7C15
)

var (
	dictSeed = maphash.MakeSeed()
	dictMix  = maphash.Comparable(dictSeed, 0) // so that nobody can choose keys that collide
)

// NewDict makes an empty dict.
func NewDict[K, V any]() *Dict[K, V] { return &Dict[K, V]{} }

// DictOf makes a dict of the entries; later values replace those of equal earlier keys.
func DictOf[K, V any](entries ...Entry[K, V]) *Dict[K, V] {
	d := &Dict[K, V]{entries: make([]dictEntry[K, V], 0, len(entries))}
	for _, e := range entries {
		d.Set(e.Key, e.Value)
	}
	return d
}

// DictFromPairs is dict(pairs).
func DictFromPairs[K, V any](pairs iter.Seq[Tuple2[K, V]]) *Dict[K, V] {
	d := NewDict[K, V]()
	for p := range pairs {
		d.Set(p.V0, p.V1)
	}
	return d
}

// DictFromSeq2 is dict() of Go key and value pairs.
func DictFromSeq2[K, V any](pairs iter.Seq2[K, V]) *Dict[K, V] {
	d := NewDict[K, V]()
	for k, v := range pairs {
		d.Set(k, v)
	}
	return d
}

// DictFromKeys is dict.fromkeys(keys, value).
func DictFromKeys[K, V any](keys iter.Seq[K], value V) *Dict[K, V] {
	d := NewDict[K, V]()
	for k := range keys {
		d.Set(k, value)
	}
	return d
}

// hashText is the mixed hash of a text, which is odd. Most keys are short: their
// bytes fit two words, and one multiplication mixes those.
func hashText(s string) uint64 {
	n := len(s)
	p := unsafe.Pointer(unsafe.StringData(s))
	var a, b uint64
	switch {
	case n > 16:
		return maphash.String(dictSeed, s) | 1
	case n >= 8:
		a = *(*uint64)(p)
		b = *(*uint64)(unsafe.Add(p, n-8))
	case n >= 4:
		a = uint64(*(*uint32)(p))
		b = uint64(*(*uint32)(unsafe.Add(p, n-4)))
	case n > 0:
		a = uint64(s[0]) | uint64(s[n>>1])<<8 | uint64(s[n-1])<<16
	}
	hi, lo := bits.Mul64(a^dictMix, b^fibonacci^uint64(n))
	return hi ^ lo | 1
}

// hashKey mixes the key's hash into 64 bits.
func (d *Dict[K, V]) hashKey(k *K) uint64 {
	switch p := any(k).(type) {
	case *int:
		return uint64(*p)*fibonacci | 1
	case *string:
		return hashText(*p)
	}
	if d.ops == nil {
		d.ops = elemOpsOf[K]()
	}
	return uint64(d.ops.hash(*k))*fibonacci | 1
}

// find returns the position of the key's entry, or -1, and the key's mixed hash where it was computed (indexed dicts,
// and keys that are neither int nor string).
func (d *Dict[K, V]) find(k *K) (int, uint64) {
	switch p := any(k).(type) {
	case *int:
		return d.findInt(*p)
	case *string:
		return d.findString(*p)
	}
	return d.findOther(k)
}

func (d *Dict[K, V]) findInt(k int) (int, uint64) {
	if d.index == nil {
		for i := d.first; i < len(d.entries); i++ {
			if e := &d.entries[i]; *(*int)(unsafe.Pointer(&e.key)) == k && e.hash != 0 {
				return i, 0
			}
		}
		return -1, 0
	}
	h := uint64(k)*fibonacci | 1
	mask := uint64(len(d.index) - 1)
	for i := h >> d.shift; ; i++ {
		n := d.index[i&mask]
		if n == 0 {
			return -1, h
		}
		if e := &d.entries[n-1]; *(*int)(unsafe.Pointer(&e.key)) == k && e.hash != 0 {
			return int(n - 1), h
		}
	}
}

func (d *Dict[K, V]) findString(k string) (int, uint64) {
	if d.index == nil {
		for i := d.first; i < len(d.entries); i++ {
			if e := &d.entries[i]; *(*string)(unsafe.Pointer(&e.key)) == k && e.hash != 0 {
				return i, 0
			}
		}
		return -1, 0
	}
	h := hashText(k)
	mask := uint64(len(d.index) - 1)
	for i := h >> d.shift; ; i++ {
		n := d.index[i&mask]
		if n == 0 {
			return -1, h
		}
		if e := &d.entries[n-1]; e.hash == h && *(*string)(unsafe.Pointer(&e.key)) == k {
			return int(n - 1), h
		}
	}
}

func (d *Dict[K, V]) findOther(k *K) (int, uint64) {
	h := d.hashKey(k)
	if d.index == nil {
		for i := d.first; i < len(d.entries); i++ {
			if e := &d.entries[i]; e.hash == h && d.ops.eq(e.key, *k) {
				return i, h
			}
		}
		return -1, h
	}
	mask := uint64(len(d.index) - 1)
	for i := h >> d.shift; ; i++ {
		n := d.index[i&mask]
		if n == 0 {
			return -1, h
		}
		if e := &d.entries[n-1]; e.hash == h && d.ops.eq(e.key, *k) {
			return int(n - 1), h
		}
	}
}

// insert appends an entry for a key that is not there. h is what find returned.
func (d *Dict[K, V]) insert(k K, v V, h uint64) {
	if h == 0 {
		h = d.hashKey(&k)
	}
	if d.index == nil {
		if len(d.entries) >= dictSmall {
			if d.live < dictSmall/2 {
				d.compact()
			} else {
				d.rebuild(d.live + 1)
			}
		}
	} else if (len(d.entries)+1)*3 > len(d.index)*2 {
		d.rebuild(d.live + 1)
	}
	d.entries = append(d.entries, dictEntry[K, V]{h, k, v})
	d.live++
	if d.index != nil {
		d.addSlot(h, len(d.entries))
	}
}

func (d *Dict[K, V]) addSlot(h uint64, n int) {
	mask := uint64(len(d.index) - 1)
	i := h >> d.shift
	for d.index[i&mask] != 0 {
		i++
	}
	d.index[i&mask] = uint32(n)
}

// compact drops the deleted entries.
func (d *Dict[K, V]) compact() {
	if d.live == len(d.entries) {
		return
	}
	out := d.entries[:0]
	for i := d.first; i < len(d.entries); i++ {
		if d.entries[i].hash != 0 {
			out = append(out, d.entries[i])
		}
	}
	clear(d.entries[len(out):])
	d.entries, d.first = out, 0
}

// rebuild compacts and makes an index for n entries and as many again.
func (d *Dict[K, V]) rebuild(n int) {
	d.compact()
	size := 1 << bits.Len(uint(n*3-1))
	d.index = make([]uint32, size)
	d.shift = uint8(64 - bits.Len(uint(size-1)))
	for i := range d.entries {
		d.addSlot(d.entries[i].hash, i+1)
	}
}

//go:noinline
func throwKey[K any](k K) { Throw(KeyError.New(Box(k))) }

// Get returns d[k]; KeyError if it is not there.
func (d *Dict[K, V]) Get(k K) V {
	i, _ := d.find(&k)
	if i < 0 {
		throwKey(k)
	}
	return d.entries[i].val
}

// Lookup returns d[k] and whether it is there.
func (d *Dict[K, V]) Lookup(k K) (V, bool) {
	i, _ := d.find(&k)
	if i < 0 {
		var zero V
		return zero, false
	}
	return d.entries[i].val, true
}

// GetOr is d.get(k, def).
func (d *Dict[K, V]) GetOr(k K, def V) V {
	i, _ := d.find(&k)
	if i < 0 {
		return def
	}
	return d.entries[i].val
}

// Ref returns the address of d[k], for in-place operators (d[k] += 1); KeyError if it is not there. It is valid until
// the dict changes.
func (d *Dict[K, V]) Ref(k K) *V {
	i, _ := d.find(&k)
	if i < 0 {
		throwKey(k)
	}
	return &d.entries[i].val
}

// GetPtr is d.get(k) where the values are no pointers: nil if it is not there, else a copy of the value.
func (d *Dict[K, V]) GetPtr(k K) *V {
	i, _ := d.find(&k)
	if i < 0 {
		return nil
	}
	v := d.entries[i].val
	return &v
}

// Set is d[k] = v. An equal key that is there keeps its place and its form.
func (d *Dict[K, V]) Set(k K, v V) {
	i, h := d.find(&k)
	if i >= 0 {
		d.entries[i].val = v
		return
	}
	d.insert(k, v, h)
}

// Contains is k in d.
func (d *Dict[K, V]) Contains(k K) bool {
	i, _ := d.find(&k)
	return i >= 0
}

// Len is len(d).
func (d *Dict[K, V]) Len() int { return d.live }

// Truth is bool(d).
func (d *Dict[K, V]) Truth() bool { return d.live != 0 }

// remove deletes entry i. A slot of the index keeps pointing at it: a deleted entry continues the probe.
func (d *Dict[K, V]) remove(i int) {
	d.entries[i] = dictEntry[K, V]{}
	d.live--
	if d.live == 0 {
		d.entries, d.first, d.index = d.entries[:0], 0, nil
		return
	}
	for d.entries[d.first].hash == 0 {
		d.first++
	}
	if d.index == nil {
		for n := len(d.entries); d.entries[n-1].hash == 0; n-- {
			d.entries = d.entries[:n-1]
		}
	}
}

// Delete is del d[k]; KeyError if it is not there.
func (d *Dict[K, V]) Delete(k K) {
	i, _ := d.find(&k)
	if i < 0 {
		throwKey(k)
	}
	d.remove(i)
}

// Pop is d.pop(k); KeyError if it is not there.
func (d *Dict[K, V]) Pop(k K) V {
	i, _ := d.find(&k)
	if i < 0 {
		throwKey(k)
	}
	v := d.entries[i].val
	d.remove(i)
	return v
}

// PopOr is d.pop(k, def).
func (d *Dict[K, V]) PopOr(k K, def V) V {
	i, _ := d.find(&k)
	if i < 0 {
		return def
	}
	v := d.entries[i].val
	d.remove(i)
	return v
}

// PopPtr is d.pop(k, None) where the values are no pointers: nil if it is not there.
func (d *Dict[K, V]) PopPtr(k K) *V {
	i, _ := d.find(&k)
	if i < 0 {
		return nil
	}
	v := d.entries[i].val
	d.remove(i)
	return &v
}

// PopItem is d.popitem(): the last entry; KeyError if the dict is empty.
func (d *Dict[K, V]) PopItem() Tuple2[K, V] {
	if d.live == 0 {
		Throw(KeyError.New("popitem(): dictionary is empty"))
	}
	i := len(d.entries) - 1
	for d.entries[i].hash == 0 {
		i--
	}
	return d.popAt(i)
}

// PopFirst removes and returns the first entry: OrderedDict.popitem(last=False).
func (d *Dict[K, V]) PopFirst() Tuple2[K, V] {
	if d.live == 0 {
		Throw(KeyError.New("dictionary is empty"))
	}
	i := d.first
	for d.entries[i].hash == 0 {
		i++
	}
	return d.popAt(i)
}

func (d *Dict[K, V]) popAt(i int) Tuple2[K, V] {
	e := &d.entries[i]
	t := Tuple2[K, V]{e.key, e.val}
	d.remove(i)
	return t
}

// SetDefault is d.setdefault(k, def).
func (d *Dict[K, V]) SetDefault(k K, def V) V {
	i, h := d.find(&k)
	if i >= 0 {
		return d.entries[i].val
	}
	d.insert(k, def, h)
	return def
}

// Update is d.update(other), and d |= other.
func (d *Dict[K, V]) Update(other *Dict[K, V]) {
	if d == other {
		return
	}
	for i := other.first; i < len(other.entries); i++ {
		if e := &other.entries[i]; e.hash != 0 {
			d.Set(e.key, e.val)
		}
	}
}

// UpdatePairs is d.update(pairs).
func (d *Dict[K, V]) UpdatePairs(pairs iter.Seq[Tuple2[K, V]]) {
	for p := range pairs {
		d.Set(p.V0, p.V1)
	}
}

// Union is d | other.
func (d *Dict[K, V]) Union(other *Dict[K, V]) *Dict[K, V] {
	out := d.Copy()
	out.Update(other)
	return out
}

// Clear is d.clear().
func (d *Dict[K, V]) Clear() { *d = Dict[K, V]{ops: d.ops} }

// Copy is d.copy() and dict(d).
func (d *Dict[K, V]) Copy() *Dict[K, V] {
	out := &Dict[K, V]{
		entries: append(make([]dictEntry[K, V], 0, len(d.entries)), d.entries...),
		live:    d.live, first: d.first, shift: d.shift, ops: d.ops,
	}
	if d.index != nil {
		out.index = append(make([]uint32, 0, len(d.index)), d.index...)
	}
	return out
}

//go:noinline
func throwDictChanged() {
	Throw(RuntimeError.New("dictionary changed size during iteration"))
}

//go:noinline
func throwDictKeysChanged() {
	Throw(RuntimeError.New("dictionary keys changed during iteration"))
}

// Items iterates over keys and values: for k, v in d.items(). A change of the dict's size makes the next step a RuntimeError,
// and so does a key that comes after as many as there were at the start.
func (d *Dict[K, V]) Items() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		n := d.live
		left := n
		for i := d.first; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.hash == 0 {
				continue
			}
			if left == 0 {
				throwDictKeysChanged()
			}
			left--
			if !yield(e.key, e.val) {
				return
			}
			if d.live != n {
				throwDictChanged()
			}
		}
	}
}

// Keys iterates over the keys: for k in d.
func (d *Dict[K, V]) Keys() iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range d.Items() {
			if !yield(k) {
				return
			}
		}
	}
}

// All iterates over the keys, as Python's iter(d) does.
func (d *Dict[K, V]) All() iter.Seq[K] { return d.Keys() }

// Values iterates over the values.
func (d *Dict[K, V]) Values() iter.Seq[V] {
	return func(yield func(V) bool) {
		for _, v := range d.Items() {
			if !yield(v) {
				return
			}
		}
	}
}

// Pairs iterates over d.items() as tuples.
func (d *Dict[K, V]) Pairs() iter.Seq[Tuple2[K, V]] {
	return func(yield func(Tuple2[K, V]) bool) {
		for k, v := range d.Items() {
			if !yield(Tuple2[K, V]{k, v}) {
				return
			}
		}
	}
}

// ItemsReversed iterates over keys and values from the last entry to the first.
func (d *Dict[K, V]) ItemsReversed() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		n := d.live
		for i := len(d.entries) - 1; i >= d.first; i-- {
			e := &d.entries[i]
			if e.hash == 0 {
				continue
			}
			if !yield(e.key, e.val) {
				return
			}
			if d.live != n {
				throwDictChanged()
			}
		}
	}
}

// Reversed is reversed(d): the keys from the last to the first.
func (d *Dict[K, V]) Reversed() iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range d.ItemsReversed() {
			if !yield(k) {
				return
			}
		}
	}
}

// MoveToEnd moves the key's entry to the end, or to the front: OrderedDict.move_to_end. KeyError if it is not there.
func (d *Dict[K, V]) MoveToEnd(k K, last bool) {
	i, _ := d.find(&k)
	if i < 0 {
		throwKey(k)
	}
	e := d.entries[i]
	d.remove(i)
	if last {
		d.insert(e.key, e.val, 0)
		return
	}
	d.compact()
	d.entries = append(d.entries, dictEntry[K, V]{})
	copy(d.entries[1:], d.entries)
	d.entries[0] = e
	d.live++
	d.first = 0
	if d.index != nil {
		d.rebuild(d.live)
	}
}

// Equal is d == other: the same keys with equal values, in any order.
func (d *Dict[K, V]) Equal(other any) bool {
	if o, ok := other.(*Dict[K, V]); ok {
		if d.live != o.live {
			return false
		}
		for i := d.first; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.hash == 0 {
				continue
			}
			j, _ := o.find(&e.key)
			if j < 0 || !eqElem(e.val, o.entries[j].val) {
				return false
			}
		}
		return true
	}
	o, ok := other.(AnyDict)
	return ok && equalMappings(d, o)
}

// Repr is repr(d); a dict within itself shows as {...}.
func (d *Dict[K, V]) Repr() string { return string(d.appendRepr(nil)) }

func (d *Dict[K, V]) appendRepr(b []byte) []byte {
	if !reprEnter(d) {
		return append(b, "{...}"...)
	}
	defer reprLeave(d)
	return d.appendItems(b)
}

// appendItems appends the repr of the items in braces.
func (d *Dict[K, V]) appendItems(b []byte) []byte {
	b = append(b, '{')
	n := 0
	for i := d.first; i < len(d.entries); i++ {
		if d.entries[i].hash == 0 {
			continue
		}
		if n > 0 {
			b = append(b, ", "...)
		}
		n++
		b = appendReprOf(b, d.entries[i].key)
		b = append(b, ": "...)
		b = appendReprOf(b, d.entries[i].val)
	}
	return append(b, '}')
}
