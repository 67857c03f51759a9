package py

import (
	"iter"
	"slices"
)

// CounterType is collections.Counter.
var CounterType = newClass("Counter", "collections", []*Class{DictType})

// Counter is collections.Counter[K]: a dict of counts, zero for what is
// missing.
type Counter[K any] struct{ Dict[K, int] }

// NewCounter is Counter(): empty.
func NewCounter[K any]() *Counter[K] { return &Counter[K]{} }

func (c *Counter[K]) embeddedBase() any { return &c.Dict }

// Get is c[k]: 0 for a missing key, which is not added.
func (c *Counter[K]) Get(k K) int {
	v, _ := c.Lookup(k)
	return v
}

// Ref is the place of c[k] for an assignment; a missing key is added.
func (c *Counter[K]) Ref(k K) *int {
	if !c.Contains(k) {
		c.Set(k, 0)
	}
	return c.Dict.Ref(k)
}

// Delete is del c[k]: no error when it is missing.
func (c *Counter[K]) Delete(k K) {
	if c.Contains(k) {
		c.Dict.Delete(k)
	}
}

// UpdateSeq is update(iterable): one more of each item.
func (c *Counter[K]) UpdateSeq(iterable iter.Seq[K]) {
	for k := range iterable {
		c.Add1(k, 1)
	}
}

// Add1 adds n to the count of k.
func (c *Counter[K]) Add1(k K, n int) {
	p := c.Ref(k)
	*p = AddInt(*p, n)
}

// UpdateCounts is update(mapping): the counts are added.
func (c *Counter[K]) UpdateCounts(counts *Dict[K, int]) {
	for k, n := range counts.Items() {
		c.Add1(k, n)
	}
}

// UpdateAny is update(x) with an iterable or a mapping of counts.
func (c *Counter[K]) UpdateAny(x any) { c.addAny(x, 1) }

// SubtractSeq is subtract(iterable).
func (c *Counter[K]) SubtractSeq(iterable iter.Seq[K]) {
	for k := range iterable {
		c.Add1(k, -1)
	}
}

// SubtractCounts is subtract(mapping).
func (c *Counter[K]) SubtractCounts(counts *Dict[K, int]) {
	for k, n := range counts.Items() {
		c.Add1(k, -n)
	}
}

// SubtractAny is subtract(x) with an iterable or a mapping of counts.
func (c *Counter[K]) SubtractAny(x any) { c.addAny(x, -1) }

func (c *Counter[K]) addAny(x any, sign int) {
	if x == nil {
		return
	}
	if d, ok := baseOf(x).(AnyDict); ok {
		d.EachItem(func(k, v any) bool {
			c.Add1(As[K](k), sign*AsInt(v))
			return true
		})
		return
	}
	for k := range SeqOf(x) {
		Hash(k)
		c.Add1(As[K](k), sign)
	}
}

// MostCommon is most_common(): all, the commonest first; equal counts stay in
// order.
func (c *Counter[K]) MostCommon() *List[Tuple2[K, int]] {
	items := make([]Tuple2[K, int], 0, c.Len())
	for k, n := range c.Items() {
		items = append(items, Tuple2[K, int]{k, n})
	}
	slices.SortStableFunc(items, func(a, b Tuple2[K, int]) int { return b.V1 - a.V1 })
	return NewList(items...)
}

// MostCommonN is most_common(n).
func (c *Counter[K]) MostCommonN(n int) *List[Tuple2[K, int]] {
	l := c.MostCommon()
	return NewList(l.items[:max(0, min(n, len(l.items)))]...)
}

// MostCommonOptional is most_common(n) where a nil n is all.
func (c *Counter[K]) MostCommonOptional(n *int) *List[Tuple2[K, int]] {
	if n == nil {
		return c.MostCommon()
	}
	return c.MostCommonN(*n)
}

// Elements is elements(): each key as often as its count.
func (c *Counter[K]) Elements() *Generator[K] {
	return NewGenerator("elements", func(y *Yielder[K]) error {
		for k, n := range c.Items() {
			for range n {
				if err := y.Yield(k); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// Total is total(): the sum of the counts.
func (c *Counter[K]) Total() int {
	sum := 0
	for n := range c.Values() {
		sum = AddInt(sum, n)
	}
	return sum
}

// Copy is copy().
func (c *Counter[K]) Copy() *Counter[K] { return &Counter[K]{*c.Dict.Copy()} }

// combine keeps the positive results of f over the keys of both.
func (c *Counter[K]) combine(o *Counter[K], f func(a, b int) int) *Counter[K] {
	out := NewCounter[K]()
	for k, n := range c.Items() {
		if r := f(n, o.Get(k)); r > 0 {
			out.Set(k, r)
		}
	}
	for k, n := range o.Items() {
		if !c.Contains(k) {
			if r := f(0, n); r > 0 {
				out.Set(k, r)
			}
		}
	}
	return out
}

// Add is c + other.
func (c *Counter[K]) Add(other *Counter[K]) *Counter[K] { return c.combine(other, AddInt) }

// Sub is c - other.
func (c *Counter[K]) Sub(other *Counter[K]) *Counter[K] { return c.combine(other, SubInt) }

// And is c & other: the smaller counts.
func (c *Counter[K]) And(other *Counter[K]) *Counter[K] {
	return c.combine(other, func(a, b int) int { return min(a, b) })
}

// Or is c | other: the larger counts.
func (c *Counter[K]) Or(other *Counter[K]) *Counter[K] {
	return c.combine(other, func(a, b int) int { return max(a, b) })
}

// Pos is +c: the positive counts.
func (c *Counter[K]) Pos() *Counter[K] { return c.combine(NewCounter[K](), AddInt) }

// Neg is -c: the negative counts, turned positive.
func (c *Counter[K]) Neg() *Counter[K] {
	return c.combine(NewCounter[K](), func(a, b int) int { return -a })
}

// allCounts reports whether f holds for every key of both counters.
func (c *Counter[K]) allCounts(o *Counter[K], f func(a, b int) bool) bool {
	for k, n := range c.Items() {
		if !f(n, o.Get(k)) {
			return false
		}
	}
	for k, n := range o.Items() {
		if !f(c.Get(k), n) {
			return false
		}
	}
	return true
}

// Equal is c == other: a missing key counts as zero.
func (c *Counter[K]) Equal(other any) bool {
	if o, ok := other.(*Counter[K]); ok {
		return c.allCounts(o, func(a, b int) bool { return a == b })
	}
	return c.Dict.Equal(other)
}

// Repr is repr(c): the commonest first.
func (c *Counter[K]) Repr() string { return string(c.appendRepr(nil)) }

func (c *Counter[K]) appendRepr(b []byte) []byte {
	if c.Len() == 0 {
		return append(b, "Counter()"...)
	}
	b = append(b, "Counter({"...)
	for i, it := range c.MostCommon().items {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendReprOf(b, it.V0)
		b = append(b, ": "...)
		b = append(b, Str(it.V1)...)
	}
	return append(b, "})"...)
}

func (c *Counter[K]) pyType() *Class { return CounterType }

func (c *Counter[K]) pyRepr() string { return c.Repr() }

func (c *Counter[K]) widen() any { return c }

func (c *Counter[K]) pyGetItem(key any) any {
	if v, ok := c.LookupAny(key); ok {
		return v
	}
	return 0
}

func (c *Counter[K]) pyDelItem(key any) { c.Delete(As[K](key)) }

func (c *Counter[K]) pyCompare(op CompareOp, other any) (result, ok bool) {
	o, ok := other.(*Counter[K])
	if !ok {
		if _, is := other.(AnyDict); is && (op == OpEq || op == OpNe) {
			return c.Dict.Equal(other) == (op == OpEq), true
		}
		return false, false
	}
	switch op {
	case OpEq, OpNe:
		return c.Equal(o) == (op == OpEq), true
	case OpLe:
		return c.allCounts(o, func(a, b int) bool { return a <= b }), true
	case OpGe:
		return c.allCounts(o, func(a, b int) bool { return a >= b }), true
	case OpLt:
		return c.allCounts(o, func(a, b int) bool { return a <= b }) && !c.Equal(o), true
	}
	return c.allCounts(o, func(a, b int) bool { return a >= b }) && !c.Equal(o), true
}

func (c *Counter[K]) pyBinaryOp(op BinOp, other any, reflected bool) (any, bool) {
	o, ok := other.(*Counter[K])
	if !ok || reflected {
		return nil, false
	}
	switch op {
	case OpAdd:
		return c.Add(o), true
	case OpSub:
		return c.Sub(o), true
	case OpAnd:
		return c.And(o), true
	case OpOr:
		return c.Or(o), true
	}
	return nil, false
}

func (c *Counter[K]) pyUnary(d dunder) (any, bool) {
	switch d {
	case dPos:
		return c.Pos(), true
	case dNeg:
		return c.Neg(), true
	}
	return nil, false
}

func (c *Counter[K]) pyInplaceOp(op BinOp, other any) (any, bool) {
	r, ok := c.pyBinaryOp(op, other, false)
	if !ok {
		return nil, false
	}
	c.Dict = r.(*Counter[K]).Dict
	return c, true
}
