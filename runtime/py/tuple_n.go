package py

import "iter"

// Tuples of a fixed shape are structs, compared and hashed like Python's. In an any they are *Tuple[any]: see Boxed.

// Tuple2 is a tuple of 2 items of known types.
type Tuple2[A, B any] struct {
	V0 A
	V1 B
}

// NewTuple2 makes a tuple of 2 items.
func NewTuple2[A, B any](v0 A, v1 B) Tuple2[A, B] {
	return Tuple2[A, B]{v0, v1}
}

// Unpack returns the items.
func (t Tuple2[A, B]) Unpack() (A, B) {
	return t.V0, t.V1
}

// Boxed returns the tuple as an any holds it.
func (t Tuple2[A, B]) Boxed() *Tuple[any] {
	return &Tuple[any]{items: []any{Box(t.V0), Box(t.V1)}}
}

// Len is len(t).
func (t Tuple2[A, B]) Len() int { return 2 }

// Equal is t == other.
func (t Tuple2[A, B]) Equal(other Tuple2[A, B]) bool {
	return eqElem(t.V0, other.V0) && eqElem(t.V1, other.V1)
}

func (t Tuple2[A, B]) equalSame(other Tuple2[A, B]) bool { return t.Equal(other) }

// Less is t < other: the first unequal items decide.
func (t Tuple2[A, B]) Less(other Tuple2[A, B]) bool {
	if !eqElem(t.V0, other.V0) {
		return lessElem(t.V0, other.V0)
	}
	return !eqElem(t.V1, other.V1) && lessElem(t.V1, other.V1)
}

// LessEqual is t <= other.
func (t Tuple2[A, B]) LessEqual(other Tuple2[A, B]) bool { return t.Less(other) || t.Equal(other) }

// Greater is t > other.
func (t Tuple2[A, B]) Greater(other Tuple2[A, B]) bool { return other.Less(t) }

// GreaterEqual is t >= other.
func (t Tuple2[A, B]) GreaterEqual(other Tuple2[A, B]) bool { return other.Less(t) || t.Equal(other) }

// Hash is hash(t).
func (t Tuple2[A, B]) Hash() int {
	h := newTupleHasher()
	h.add(hashAny(t.V0))
	h.add(hashAny(t.V1))
	return h.sum()
}

// Repr is repr(t).
func (t Tuple2[A, B]) Repr() string { return string(t.appendRepr(nil)) }

func (t Tuple2[A, B]) appendRepr(b []byte) []byte {
	b = append(b, '(')
	b = appendReprOf(b, t.V0)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V1)
	return append(b, ')')
}

func (t Tuple2[A, B]) eqFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	return func(a, b Tuple2[A, B]) bool {
		return eq0(a.V0, b.V0) && eq1(a.V1, b.V1)
	}
}

func (t Tuple2[A, B]) hashFunc() any {
	hash0 := hashFuncOf[A]()
	hash1 := hashFuncOf[B]()
	return func(a Tuple2[A, B]) int {
		h := newTupleHasher()
		h.add(hash0(a.V0))
		h.add(hash1(a.V1))
		return h.sum()
	}
}

func (t Tuple2[A, B]) lessFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	less0 := lessFuncOf[A]()
	less1 := lessFuncOf[B]()
	return func(a, b Tuple2[A, B]) bool {
		if !eq0(a.V0, b.V0) {
			return less0(a.V0, b.V0)
		}
		return !eq1(a.V1, b.V1) && less1(a.V1, b.V1)
	}
}

// Tuple3 is a tuple of 3 items of known types.
type Tuple3[A, B, C any] struct {
	V0 A
	V1 B
	V2 C
}

// NewTuple3 makes a tuple of 3 items.
func NewTuple3[A, B, C any](v0 A, v1 B, v2 C) Tuple3[A, B, C] {
	return Tuple3[A, B, C]{v0, v1, v2}
}

// Unpack returns the items.
func (t Tuple3[A, B, C]) Unpack() (A, B, C) {
	return t.V0, t.V1, t.V2
}

// Boxed returns the tuple as an any holds it.
func (t Tuple3[A, B, C]) Boxed() *Tuple[any] {
	return &Tuple[any]{items: []any{Box(t.V0), Box(t.V1), Box(t.V2)}}
}

// Len is len(t).
func (t Tuple3[A, B, C]) Len() int { return 3 }

// Equal is t == other.
func (t Tuple3[A, B, C]) Equal(other Tuple3[A, B, C]) bool {
	return eqElem(t.V0, other.V0) && eqElem(t.V1, other.V1) && eqElem(t.V2, other.V2)
}

func (t Tuple3[A, B, C]) equalSame(other Tuple3[A, B, C]) bool { return t.Equal(other) }

// Less is t < other: the first unequal items decide.
func (t Tuple3[A, B, C]) Less(other Tuple3[A, B, C]) bool {
	if !eqElem(t.V0, other.V0) {
		return lessElem(t.V0, other.V0)
	}
	if !eqElem(t.V1, other.V1) {
		return lessElem(t.V1, other.V1)
	}
	return !eqElem(t.V2, other.V2) && lessElem(t.V2, other.V2)
}

// LessEqual is t <= other.
func (t Tuple3[A, B, C]) LessEqual(other Tuple3[A, B, C]) bool {
	return t.Less(other) || t.Equal(other)
}

// Greater is t > other.
func (t Tuple3[A, B, C]) Greater(other Tuple3[A, B, C]) bool { return other.Less(t) }

// GreaterEqual is t >= other.
func (t Tuple3[A, B, C]) GreaterEqual(other Tuple3[A, B, C]) bool {
	return other.Less(t) || t.Equal(other)
}

// Hash is hash(t).
func (t Tuple3[A, B, C]) Hash() int {
	h := newTupleHasher()
	h.add(hashAny(t.V0))
	h.add(hashAny(t.V1))
	h.add(hashAny(t.V2))
	return h.sum()
}

// Repr is repr(t).
func (t Tuple3[A, B, C]) Repr() string { return string(t.appendRepr(nil)) }

func (t Tuple3[A, B, C]) appendRepr(b []byte) []byte {
	b = append(b, '(')
	b = appendReprOf(b, t.V0)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V1)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V2)
	return append(b, ')')
}

func (t Tuple3[A, B, C]) eqFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	return func(a, b Tuple3[A, B, C]) bool {
		return eq0(a.V0, b.V0) && eq1(a.V1, b.V1) && eq2(a.V2, b.V2)
	}
}

func (t Tuple3[A, B, C]) hashFunc() any {
	hash0 := hashFuncOf[A]()
	hash1 := hashFuncOf[B]()
	hash2 := hashFuncOf[C]()
	return func(a Tuple3[A, B, C]) int {
		h := newTupleHasher()
		h.add(hash0(a.V0))
		h.add(hash1(a.V1))
		h.add(hash2(a.V2))
		return h.sum()
	}
}

func (t Tuple3[A, B, C]) lessFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	less0 := lessFuncOf[A]()
	less1 := lessFuncOf[B]()
	less2 := lessFuncOf[C]()
	return func(a, b Tuple3[A, B, C]) bool {
		if !eq0(a.V0, b.V0) {
			return less0(a.V0, b.V0)
		}
		if !eq1(a.V1, b.V1) {
			return less1(a.V1, b.V1)
		}
		return !eq2(a.V2, b.V2) && less2(a.V2, b.V2)
	}
}

// Tuple4 is a tuple of 4 items of known types.
type Tuple4[A, B, C, D any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
}

// NewTuple4 makes a tuple of 4 items.
func NewTuple4[A, B, C, D any](v0 A, v1 B, v2 C, v3 D) Tuple4[A, B, C, D] {
	return Tuple4[A, B, C, D]{v0, v1, v2, v3}
}

// Unpack returns the items.
func (t Tuple4[A, B, C, D]) Unpack() (A, B, C, D) {
	return t.V0, t.V1, t.V2, t.V3
}

// Boxed returns the tuple as an any holds it.
func (t Tuple4[A, B, C, D]) Boxed() *Tuple[any] {
	return &Tuple[any]{items: []any{Box(t.V0), Box(t.V1), Box(t.V2), Box(t.V3)}}
}

// Len is len(t).
func (t Tuple4[A, B, C, D]) Len() int { return 4 }

// Equal is t == other.
func (t Tuple4[A, B, C, D]) Equal(other Tuple4[A, B, C, D]) bool {
	return eqElem(t.V0, other.V0) && eqElem(t.V1, other.V1) && eqElem(t.V2, other.V2) && eqElem(t.V3, other.V3)
}

func (t Tuple4[A, B, C, D]) equalSame(other Tuple4[A, B, C, D]) bool { return t.Equal(other) }

// Less is t < other: the first unequal items decide.
func (t Tuple4[A, B, C, D]) Less(other Tuple4[A, B, C, D]) bool {
	if !eqElem(t.V0, other.V0) {
		return lessElem(t.V0, other.V0)
	}
	if !eqElem(t.V1, other.V1) {
		return lessElem(t.V1, other.V1)
	}
	if !eqElem(t.V2, other.V2) {
		return lessElem(t.V2, other.V2)
	}
	return !eqElem(t.V3, other.V3) && lessElem(t.V3, other.V3)
}

// LessEqual is t <= other.
func (t Tuple4[A, B, C, D]) LessEqual(other Tuple4[A, B, C, D]) bool {
	return t.Less(other) || t.Equal(other)
}

// Greater is t > other.
func (t Tuple4[A, B, C, D]) Greater(other Tuple4[A, B, C, D]) bool { return other.Less(t) }

// GreaterEqual is t >= other.
func (t Tuple4[A, B, C, D]) GreaterEqual(other Tuple4[A, B, C, D]) bool {
	return other.Less(t) || t.Equal(other)
}

// Hash is hash(t).
func (t Tuple4[A, B, C, D]) Hash() int {
	h := newTupleHasher()
	h.add(hashAny(t.V0))
	h.add(hashAny(t.V1))
	h.add(hashAny(t.V2))
	h.add(hashAny(t.V3))
	return h.sum()
}

// Repr is repr(t).
func (t Tuple4[A, B, C, D]) Repr() string { return string(t.appendRepr(nil)) }

func (t Tuple4[A, B, C, D]) appendRepr(b []byte) []byte {
	b = append(b, '(')
	b = appendReprOf(b, t.V0)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V1)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V2)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V3)
	return append(b, ')')
}

func (t Tuple4[A, B, C, D]) eqFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	eq3 := eqFuncOf[D]()
	return func(a, b Tuple4[A, B, C, D]) bool {
		return eq0(a.V0, b.V0) && eq1(a.V1, b.V1) && eq2(a.V2, b.V2) && eq3(a.V3, b.V3)
	}
}

func (t Tuple4[A, B, C, D]) hashFunc() any {
	hash0 := hashFuncOf[A]()
	hash1 := hashFuncOf[B]()
	hash2 := hashFuncOf[C]()
	hash3 := hashFuncOf[D]()
	return func(a Tuple4[A, B, C, D]) int {
		h := newTupleHasher()
		h.add(hash0(a.V0))
		h.add(hash1(a.V1))
		h.add(hash2(a.V2))
		h.add(hash3(a.V3))
		return h.sum()
	}
}

func (t Tuple4[A, B, C, D]) lessFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	eq3 := eqFuncOf[D]()
	less0 := lessFuncOf[A]()
	less1 := lessFuncOf[B]()
	less2 := lessFuncOf[C]()
	less3 := lessFuncOf[D]()
	return func(a, b Tuple4[A, B, C, D]) bool {
		if !eq0(a.V0, b.V0) {
			return less0(a.V0, b.V0)
		}
		if !eq1(a.V1, b.V1) {
			return less1(a.V1, b.V1)
		}
		if !eq2(a.V2, b.V2) {
			return less2(a.V2, b.V2)
		}
		return !eq3(a.V3, b.V3) && less3(a.V3, b.V3)
	}
}

// Tuple5 is a tuple of 5 items of known types.
type Tuple5[A, B, C, D, E any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
}

// NewTuple5 makes a tuple of 5 items.
func NewTuple5[A, B, C, D, E any](v0 A, v1 B, v2 C, v3 D, v4 E) Tuple5[A, B, C, D, E] {
	return Tuple5[A, B, C, D, E]{v0, v1, v2, v3, v4}
}

// Unpack returns the items.
func (t Tuple5[A, B, C, D, E]) Unpack() (A, B, C, D, E) {
	return t.V0, t.V1, t.V2, t.V3, t.V4
}

// Boxed returns the tuple as an any holds it.
func (t Tuple5[A, B, C, D, E]) Boxed() *Tuple[any] {
	return &Tuple[any]{items: []any{Box(t.V0), Box(t.V1), Box(t.V2), Box(t.V3), Box(t.V4)}}
}

// Len is len(t).
func (t Tuple5[A, B, C, D, E]) Len() int { return 5 }

// Equal is t == other.
func (t Tuple5[A, B, C, D, E]) Equal(other Tuple5[A, B, C, D, E]) bool {
	return eqElem(t.V0, other.V0) && eqElem(t.V1, other.V1) && eqElem(t.V2, other.V2) && eqElem(t.V3, other.V3) && eqElem(t.V4, other.V4)
}

func (t Tuple5[A, B, C, D, E]) equalSame(other Tuple5[A, B, C, D, E]) bool { return t.Equal(other) }

// Less is t < other: the first unequal items decide.
func (t Tuple5[A, B, C, D, E]) Less(other Tuple5[A, B, C, D, E]) bool {
	if !eqElem(t.V0, other.V0) {
		return lessElem(t.V0, other.V0)
	}
	if !eqElem(t.V1, other.V1) {
		return lessElem(t.V1, other.V1)
	}
	if !eqElem(t.V2, other.V2) {
		return lessElem(t.V2, other.V2)
	}
	if !eqElem(t.V3, other.V3) {
		return lessElem(t.V3, other.V3)
	}
	return !eqElem(t.V4, other.V4) && lessElem(t.V4, other.V4)
}

// LessEqual is t <= other.
func (t Tuple5[A, B, C, D, E]) LessEqual(other Tuple5[A, B, C, D, E]) bool {
	return t.Less(other) || t.Equal(other)
}

// Greater is t > other.
func (t Tuple5[A, B, C, D, E]) Greater(other Tuple5[A, B, C, D, E]) bool { return other.Less(t) }

// GreaterEqual is t >= other.
func (t Tuple5[A, B, C, D, E]) GreaterEqual(other Tuple5[A, B, C, D, E]) bool {
	return other.Less(t) || t.Equal(other)
}

// Hash is hash(t).
func (t Tuple5[A, B, C, D, E]) Hash() int {
	h := newTupleHasher()
	h.add(hashAny(t.V0))
	h.add(hashAny(t.V1))
	h.add(hashAny(t.V2))
	h.add(hashAny(t.V3))
	h.add(hashAny(t.V4))
	return h.sum()
}

// Repr is repr(t).
func (t Tuple5[A, B, C, D, E]) Repr() string { return string(t.appendRepr(nil)) }

func (t Tuple5[A, B, C, D, E]) appendRepr(b []byte) []byte {
	b = append(b, '(')
	b = appendReprOf(b, t.V0)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V1)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V2)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V3)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V4)
	return append(b, ')')
}

func (t Tuple5[A, B, C, D, E]) eqFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	eq3 := eqFuncOf[D]()
	eq4 := eqFuncOf[E]()
	return func(a, b Tuple5[A, B, C, D, E]) bool {
		return eq0(a.V0, b.V0) && eq1(a.V1, b.V1) && eq2(a.V2, b.V2) && eq3(a.V3, b.V3) && eq4(a.V4, b.V4)
	}
}

func (t Tuple5[A, B, C, D, E]) hashFunc() any {
	hash0 := hashFuncOf[A]()
	hash1 := hashFuncOf[B]()
	hash2 := hashFuncOf[C]()
	hash3 := hashFuncOf[D]()
	hash4 := hashFuncOf[E]()
	return func(a Tuple5[A, B, C, D, E]) int {
		h := newTupleHasher()
		h.add(hash0(a.V0))
		h.add(hash1(a.V1))
		h.add(hash2(a.V2))
		h.add(hash3(a.V3))
		h.add(hash4(a.V4))
		return h.sum()
	}
}

func (t Tuple5[A, B, C, D, E]) lessFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	eq3 := eqFuncOf[D]()
	eq4 := eqFuncOf[E]()
	less0 := lessFuncOf[A]()
	less1 := lessFuncOf[B]()
	less2 := lessFuncOf[C]()
	less3 := lessFuncOf[D]()
	less4 := lessFuncOf[E]()
	return func(a, b Tuple5[A, B, C, D, E]) bool {
		if !eq0(a.V0, b.V0) {
			return less0(a.V0, b.V0)
		}
		if !eq1(a.V1, b.V1) {
			return less1(a.V1, b.V1)
		}
		if !eq2(a.V2, b.V2) {
			return less2(a.V2, b.V2)
		}
		if !eq3(a.V3, b.V3) {
			return less3(a.V3, b.V3)
		}
		return !eq4(a.V4, b.V4) && less4(a.V4, b.V4)
	}
}

// Tuple6 is a tuple of 6 items of known types.
type Tuple6[A, B, C, D, E, F any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
}

// NewTuple6 makes a tuple of 6 items.
func NewTuple6[A, B, C, D, E, F any](v0 A, v1 B, v2 C, v3 D, v4 E, v5 F) Tuple6[A, B, C, D, E, F] {
	return Tuple6[A, B, C, D, E, F]{v0, v1, v2, v3, v4, v5}
}

// Unpack returns the items.
func (t Tuple6[A, B, C, D, E, F]) Unpack() (A, B, C, D, E, F) {
	return t.V0, t.V1, t.V2, t.V3, t.V4, t.V5
}

// Boxed returns the tuple as an any holds it.
func (t Tuple6[A, B, C, D, E, F]) Boxed() *Tuple[any] {
	return &Tuple[any]{items: []any{Box(t.V0), Box(t.V1), Box(t.V2), Box(t.V3), Box(t.V4), Box(t.V5)}}
}

// Len is len(t).
func (t Tuple6[A, B, C, D, E, F]) Len() int { return 6 }

// Equal is t == other.
func (t Tuple6[A, B, C, D, E, F]) Equal(other Tuple6[A, B, C, D, E, F]) bool {
	return eqElem(t.V0, other.V0) && eqElem(t.V1, other.V1) && eqElem(t.V2, other.V2) && eqElem(t.V3, other.V3) && eqElem(t.V4, other.V4) && eqElem(t.V5, other.V5)
}

func (t Tuple6[A, B, C, D, E, F]) equalSame(other Tuple6[A, B, C, D, E, F]) bool {
	return t.Equal(other)
}

// Less is t < other: the first unequal items decide.
func (t Tuple6[A, B, C, D, E, F]) Less(other Tuple6[A, B, C, D, E, F]) bool {
	if !eqElem(t.V0, other.V0) {
		return lessElem(t.V0, other.V0)
	}
	if !eqElem(t.V1, other.V1) {
		return lessElem(t.V1, other.V1)
	}
	if !eqElem(t.V2, other.V2) {
		return lessElem(t.V2, other.V2)
	}
	if !eqElem(t.V3, other.V3) {
		return lessElem(t.V3, other.V3)
	}
	if !eqElem(t.V4, other.V4) {
		return lessElem(t.V4, other.V4)
	}
	return !eqElem(t.V5, other.V5) && lessElem(t.V5, other.V5)
}

// LessEqual is t <= other.
func (t Tuple6[A, B, C, D, E, F]) LessEqual(other Tuple6[A, B, C, D, E, F]) bool {
	return t.Less(other) || t.Equal(other)
}

// Greater is t > other.
func (t Tuple6[A, B, C, D, E, F]) Greater(other Tuple6[A, B, C, D, E, F]) bool { return other.Less(t) }

// GreaterEqual is t >= other.
func (t Tuple6[A, B, C, D, E, F]) GreaterEqual(other Tuple6[A, B, C, D, E, F]) bool {
	return other.Less(t) || t.Equal(other)
}

// Hash is hash(t).
func (t Tuple6[A, B, C, D, E, F]) Hash() int {
	h := newTupleHasher()
	h.add(hashAny(t.V0))
	h.add(hashAny(t.V1))
	h.add(hashAny(t.V2))
	h.add(hashAny(t.V3))
	h.add(hashAny(t.V4))
	h.add(hashAny(t.V5))
	return h.sum()
}

// Repr is repr(t).
func (t Tuple6[A, B, C, D, E, F]) Repr() string { return string(t.appendRepr(nil)) }

func (t Tuple6[A, B, C, D, E, F]) appendRepr(b []byte) []byte {
	b = append(b, '(')
	b = appendReprOf(b, t.V0)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V1)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V2)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V3)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V4)
	b = append(b, ", "...)
	b = appendReprOf(b, t.V5)
	return append(b, ')')
}

func (t Tuple6[A, B, C, D, E, F]) eqFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	eq3 := eqFuncOf[D]()
	eq4 := eqFuncOf[E]()
	eq5 := eqFuncOf[F]()
	return func(a, b Tuple6[A, B, C, D, E, F]) bool {
		return eq0(a.V0, b.V0) && eq1(a.V1, b.V1) && eq2(a.V2, b.V2) && eq3(a.V3, b.V3) && eq4(a.V4, b.V4) && eq5(a.V5, b.V5)
	}
}

func (t Tuple6[A, B, C, D, E, F]) hashFunc() any {
	hash0 := hashFuncOf[A]()
	hash1 := hashFuncOf[B]()
	hash2 := hashFuncOf[C]()
	hash3 := hashFuncOf[D]()
	hash4 := hashFuncOf[E]()
	hash5 := hashFuncOf[F]()
	return func(a Tuple6[A, B, C, D, E, F]) int {
		h := newTupleHasher()
		h.add(hash0(a.V0))
		h.add(hash1(a.V1))
		h.add(hash2(a.V2))
		h.add(hash3(a.V3))
		h.add(hash4(a.V4))
		h.add(hash5(a.V5))
		return h.sum()
	}
}

func (t Tuple6[A, B, C, D, E, F]) lessFunc() any {
	eq0 := eqFuncOf[A]()
	eq1 := eqFuncOf[B]()
	eq2 := eqFuncOf[C]()
	eq3 := eqFuncOf[D]()
	eq4 := eqFuncOf[E]()
	eq5 := eqFuncOf[F]()
	less0 := lessFuncOf[A]()
	less1 := lessFuncOf[B]()
	less2 := lessFuncOf[C]()
	less3 := lessFuncOf[D]()
	less4 := lessFuncOf[E]()
	less5 := lessFuncOf[F]()
	return func(a, b Tuple6[A, B, C, D, E, F]) bool {
		if !eq0(a.V0, b.V0) {
			return less0(a.V0, b.V0)
		}
		if !eq1(a.V1, b.V1) {
			return less1(a.V1, b.V1)
		}
		if !eq2(a.V2, b.V2) {
			return less2(a.V2, b.V2)
		}
		if !eq3(a.V3, b.V3) {
			return less3(a.V3, b.V3)
		}
		if !eq4(a.V4, b.V4) {
			return less4(a.V4, b.V4)
		}
		return !eq5(a.V5, b.V5) && less5(a.V5, b.V5)
	}
}

// unboxFrom sets t from a tuple of 2 items in an any.
func (t *Tuple2[A, B]) unboxFrom(x any) bool {
	o, ok := x.(AnyTuple)
	if !ok || o.Len() != 2 {
		return false
	}
	*t = Tuple2[A, B]{As[A](o.AtAny(0)), As[B](o.AtAny(1))}
	return true
}

// unboxFrom sets t from a tuple of 3 items in an any.
func (t *Tuple3[A, B, C]) unboxFrom(x any) bool {
	o, ok := x.(AnyTuple)
	if !ok || o.Len() != 3 {
		return false
	}
	*t = Tuple3[A, B, C]{As[A](o.AtAny(0)), As[B](o.AtAny(1)), As[C](o.AtAny(2))}
	return true
}

// unboxFrom sets t from a tuple of 4 items in an any.
func (t *Tuple4[A, B, C, D]) unboxFrom(x any) bool {
	o, ok := x.(AnyTuple)
	if !ok || o.Len() != 4 {
		return false
	}
	*t = Tuple4[A, B, C, D]{As[A](o.AtAny(0)), As[B](o.AtAny(1)), As[C](o.AtAny(2)), As[D](o.AtAny(3))}
	return true
}

// unboxFrom sets t from a tuple of 5 items in an any.
func (t *Tuple5[A, B, C, D, E]) unboxFrom(x any) bool {
	o, ok := x.(AnyTuple)
	if !ok || o.Len() != 5 {
		return false
	}
	*t = Tuple5[A, B, C, D, E]{As[A](o.AtAny(0)), As[B](o.AtAny(1)), As[C](o.AtAny(2)), As[D](o.AtAny(3)), As[E](o.AtAny(4))}
	return true
}

// unboxFrom sets t from a tuple of 6 items in an any.
func (t *Tuple6[A, B, C, D, E, F]) unboxFrom(x any) bool {
	o, ok := x.(AnyTuple)
	if !ok || o.Len() != 6 {
		return false
	}
	*t = Tuple6[A, B, C, D, E, F]{As[A](o.AtAny(0)), As[B](o.AtAny(1)), As[C](o.AtAny(2)), As[D](o.AtAny(3)), As[E](o.AtAny(4)), As[F](o.AtAny(5))}
	return true
}

// All iterates over the items, boxed.
func (t Tuple2[A, B]) All() iter.Seq[any] { return t.Boxed().All() }

// Get returns t[i], boxed, for an index that is not constant.
func (t Tuple2[A, B]) Get(i int) any { return t.Boxed().Get(i) }

// Index is t.index(v).
func (t Tuple2[A, B]) Index(v any) int { return t.Boxed().Index(v) }

// IndexFrom is t.index(v, start).
func (t Tuple2[A, B]) IndexFrom(v any, start int) int { return t.Boxed().IndexFrom(v, start) }

// IndexBetween is t.index(v, start, stop).
func (t Tuple2[A, B]) IndexBetween(v any, start, stop int) int {
	return t.Boxed().IndexBetween(v, start, stop)
}

// Count is t.count(v).
func (t Tuple2[A, B]) Count(v any) int { return t.Boxed().Count(v) }

// Contains is v in t.
func (t Tuple2[A, B]) Contains(v any) bool { return t.Boxed().Contains(v) }

// SliceStep is t[s] for any slice.
func (t Tuple2[A, B]) SliceStep(s *Slice) *Tuple[any] { return t.Boxed().SliceStep(s) }

// All iterates over the items, boxed.
func (t Tuple3[A, B, C]) All() iter.Seq[any] { return t.Boxed().All() }

// Get returns t[i], boxed, for an index that is not constant.
func (t Tuple3[A, B, C]) Get(i int) any { return t.Boxed().Get(i) }

// Index is t.index(v).
func (t Tuple3[A, B, C]) Index(v any) int { return t.Boxed().Index(v) }

// IndexFrom is t.index(v, start).
func (t Tuple3[A, B, C]) IndexFrom(v any, start int) int { return t.Boxed().IndexFrom(v, start) }

// IndexBetween is t.index(v, start, stop).
func (t Tuple3[A, B, C]) IndexBetween(v any, start, stop int) int {
	return t.Boxed().IndexBetween(v, start, stop)
}

// Count is t.count(v).
func (t Tuple3[A, B, C]) Count(v any) int { return t.Boxed().Count(v) }

// Contains is v in t.
func (t Tuple3[A, B, C]) Contains(v any) bool { return t.Boxed().Contains(v) }

// SliceStep is t[s] for any slice.
func (t Tuple3[A, B, C]) SliceStep(s *Slice) *Tuple[any] { return t.Boxed().SliceStep(s) }

// All iterates over the items, boxed.
func (t Tuple4[A, B, C, D]) All() iter.Seq[any] { return t.Boxed().All() }

// Get returns t[i], boxed, for an index that is not constant.
func (t Tuple4[A, B, C, D]) Get(i int) any { return t.Boxed().Get(i) }

// Index is t.index(v).
func (t Tuple4[A, B, C, D]) Index(v any) int { return t.Boxed().Index(v) }

// IndexFrom is t.index(v, start).
func (t Tuple4[A, B, C, D]) IndexFrom(v any, start int) int { return t.Boxed().IndexFrom(v, start) }

// IndexBetween is t.index(v, start, stop).
func (t Tuple4[A, B, C, D]) IndexBetween(v any, start, stop int) int {
	return t.Boxed().IndexBetween(v, start, stop)
}

// Count is t.count(v).
func (t Tuple4[A, B, C, D]) Count(v any) int { return t.Boxed().Count(v) }

// Contains is v in t.
func (t Tuple4[A, B, C, D]) Contains(v any) bool { return t.Boxed().Contains(v) }

// SliceStep is t[s] for any slice.
func (t Tuple4[A, B, C, D]) SliceStep(s *Slice) *Tuple[any] { return t.Boxed().SliceStep(s) }

// All iterates over the items, boxed.
func (t Tuple5[A, B, C, D, E]) All() iter.Seq[any] { return t.Boxed().All() }

// Get returns t[i], boxed, for an index that is not constant.
func (t Tuple5[A, B, C, D, E]) Get(i int) any { return t.Boxed().Get(i) }

// Index is t.index(v).
func (t Tuple5[A, B, C, D, E]) Index(v any) int { return t.Boxed().Index(v) }

// IndexFrom is t.index(v, start).
func (t Tuple5[A, B, C, D, E]) IndexFrom(v any, start int) int { return t.Boxed().IndexFrom(v, start) }

// IndexBetween is t.index(v, start, stop).
func (t Tuple5[A, B, C, D, E]) IndexBetween(v any, start, stop int) int {
	return t.Boxed().IndexBetween(v, start, stop)
}

// Count is t.count(v).
func (t Tuple5[A, B, C, D, E]) Count(v any) int { return t.Boxed().Count(v) }

// Contains is v in t.
func (t Tuple5[A, B, C, D, E]) Contains(v any) bool { return t.Boxed().Contains(v) }

// SliceStep is t[s] for any slice.
func (t Tuple5[A, B, C, D, E]) SliceStep(s *Slice) *Tuple[any] { return t.Boxed().SliceStep(s) }

// All iterates over the items, boxed.
func (t Tuple6[A, B, C, D, E, F]) All() iter.Seq[any] { return t.Boxed().All() }

// Get returns t[i], boxed, for an index that is not constant.
func (t Tuple6[A, B, C, D, E, F]) Get(i int) any { return t.Boxed().Get(i) }

// Index is t.index(v).
func (t Tuple6[A, B, C, D, E, F]) Index(v any) int { return t.Boxed().Index(v) }

// IndexFrom is t.index(v, start).
func (t Tuple6[A, B, C, D, E, F]) IndexFrom(v any, start int) int {
	return t.Boxed().IndexFrom(v, start)
}

// IndexBetween is t.index(v, start, stop).
func (t Tuple6[A, B, C, D, E, F]) IndexBetween(v any, start, stop int) int {
	return t.Boxed().IndexBetween(v, start, stop)
}

// Count is t.count(v).
func (t Tuple6[A, B, C, D, E, F]) Count(v any) int { return t.Boxed().Count(v) }

// Contains is v in t.
func (t Tuple6[A, B, C, D, E, F]) Contains(v any) bool { return t.Boxed().Contains(v) }

// SliceStep is t[s] for any slice.
func (t Tuple6[A, B, C, D, E, F]) SliceStep(s *Slice) *Tuple[any] { return t.Boxed().SliceStep(s) }
