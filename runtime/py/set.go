package py

import "iter"

// setTable is CPython's set: an open-addressed table whose order of slots is the order of iteration. Probing, growth and
// the treatment of deleted slots follow CPython exactly, so that programs print their sets as Python does.
type setTable[T any] struct {
	table  []setEntry[T]
	fill   int // slots that are or were in use
	used   int
	finger int // where pop looks next
	ops    *elemOps[T]
}

type setEntry[T any] struct {
	hash  int
	state uint8
	key   T
}

const (
	slotEmpty uint8 = iota
	slotUsed
	slotDummy
)

const (
	setMinSize   = 8
	linearProbes = 9
	perturbShift = 5
)

func (s *setTable[T]) init() {
	if s.table == nil {
		s.table = make([]setEntry[T], setMinSize)
		s.ops = elemOpsOf[T]()
	}
}

func (s *setTable[T]) hash(key *T) int {
	switch p := any(key).(type) {
	case *int:
		return HashInt(*p)
	case *string:
		return HashString(*p)
	}
	s.init()
	return s.ops.hash(*key)
}

// lookup returns the slot that holds the key, or -1.
func (s *setTable[T]) lookup(key *T, hash int) int {
start:
	if s.used == 0 {
		return -1
	}
	table := s.table
	mask := uint64(len(table) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for {
		probes := 0
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+uint64(probes); j++ {
			e := &table[j]
			if e.state == slotEmpty {
				return -1
			}
			if e.hash == hash && e.state == slotUsed {
				equal := s.ops.eq(e.key, *key)
				if s.changedSince(table, e) {
					goto start
				}
				if equal {
					return int(j)
				}
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// changedSince reports whether a comparison, which can be code of the program, changed the set: the search then starts
// again, as CPython's does.
func (s *setTable[T]) changedSince(table []setEntry[T], e *setEntry[T]) bool {
	return len(s.table) == 0 || &s.table[0] != &table[0] || e.state != slotUsed
}

// add inserts the key unless an equal one is there; it reports whether it did.
func (s *setTable[T]) add(key T, hash int) bool {
	s.init()
start:
	table := s.table
	mask := uint64(len(table) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	var free *setEntry[T]
	for {
		probes := 0
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+uint64(probes); j++ {
			e := &table[j]
			if e.state == slotEmpty {
				s.used++
				if free != nil {
					*free = setEntry[T]{hash, slotUsed, key}
					return true
				}
				*e = setEntry[T]{hash, slotUsed, key}
				s.fill++
				if uint64(s.fill)*5 >= mask*3 {
					s.grow()
				}
				return true
			}
			if e.state == slotDummy {
				free = e
			} else if e.hash == hash {
				equal := s.ops.eq(e.key, key)
				if s.changedSince(table, e) {
					goto start
				}
				if equal {
					return false
				}
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

func (s *setTable[T]) grow() {
	if s.used > 50000 {
		s.resize(s.used * 2)
	} else {
		s.resize(s.used * 4)
	}
}

// insertClean inserts a key that is known to be new into a table without deleted slots.
func (s *setTable[T]) insertClean(key T, hash int) {
	mask := uint64(len(s.table) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for {
		probes := 0
		if i+linearProbes <= mask {
			probes = linearProbes
		}
		for j := i; j <= i+uint64(probes); j++ {
			if e := &s.table[j]; e.state == slotEmpty {
				*e = setEntry[T]{hash, slotUsed, key}
				return
			}
		}
		perturb >>= perturbShift
		i = (i*5 + 1 + perturb) & mask
	}
}

// resize makes the smallest table of more than n slots and drops the deleted ones.
func (s *setTable[T]) resize(n int) {
	size := setMinSize
	for size <= n {
		size <<= 1
	}
	if size == setMinSize && len(s.table) == setMinSize && s.fill == s.used {
		return
	}
	old := s.table
	s.table = make([]setEntry[T], size)
	s.fill = s.used
	for i := range old {
		if old[i].state == slotUsed {
			s.insertClean(old[i].key, old[i].hash)
		}
	}
}

// discard removes the key; it reports whether it was there.
func (s *setTable[T]) discard(key *T, hash int) bool {
	i := s.lookup(key, hash)
	if i < 0 {
		return false
	}
	s.table[i] = setEntry[T]{hash: -1, state: slotDummy}
	s.used--
	return true
}

func (s *setTable[T]) contains(key T) bool { return s.lookup(&key, s.hash(&key)) >= 0 }

// merge adds all of another table.
func (s *setTable[T]) merge(o *setTable[T]) {
	if s == o || o.used == 0 {
		return
	}
	s.init()
	if (s.fill+o.used)*5 >= (len(s.table)-1)*3 {
		s.resize((s.used + o.used) * 2)
	}
	if s.fill == 0 {
		if len(s.table) == len(o.table) && o.fill == o.used {
			copy(s.table, o.table)
		} else {
			for i := range o.table {
				if o.table[i].state == slotUsed {
					s.insertClean(o.table[i].key, o.table[i].hash)
				}
			}
		}
		s.fill, s.used = o.used, o.used
		return
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.state == slotUsed {
			s.add(e.key, e.hash)
		}
	}
}

// presize makes room for n more keys, as CPython does before it adds those of a dict.
func (s *setTable[T]) presize(n int) {
	s.init()
	if (s.fill+n)*5 >= (len(s.table)-1)*3 {
		s.resize((s.used + n) * 2)
	}
}

func (s *setTable[T]) update(seq iter.Seq[T]) {
	for v := range seq {
		s.add(v, s.hash(&v))
	}
}

func (s *setTable[T]) clear() {
	s.table, s.fill, s.used, s.finger = make([]setEntry[T], setMinSize), 0, 0, 0
	s.ops = elemOpsOf[T]()
}

func (s *setTable[T]) copyTable() setTable[T] {
	var out setTable[T]
	out.merge(s)
	return out
}

func (s *setTable[T]) pop() T {
	if s.used == 0 {
		Throw(KeyError.New("pop from an empty set"))
	}
	mask := len(s.table) - 1
	i := s.finger & mask
	for s.table[i].state != slotUsed {
		i = (i + 1) & mask
	}
	key := s.table[i].key
	s.table[i] = setEntry[T]{hash: -1, state: slotDummy}
	s.used--
	s.finger = i + 1
	return key
}

// intersection walks the smaller of the two and keeps its keys.
func (s *setTable[T]) intersection(o *setTable[T]) setTable[T] {
	if s == o {
		return s.copyTable()
	}
	var out setTable[T]
	if o.used > s.used {
		s, o = o, s
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.state == slotUsed && s.lookup(&e.key, e.hash) >= 0 {
			out.add(e.key, e.hash)
		}
	}
	return out
}

func (s *setTable[T]) intersectionSeq(seq iter.Seq[T]) setTable[T] {
	var out setTable[T]
	for v := range seq {
		if h := s.hash(&v); s.lookup(&v, h) >= 0 {
			out.add(v, h)
		}
	}
	return out
}

func (s *setTable[T]) differenceUpdate(o *setTable[T]) {
	if s == o {
		s.clear()
		return
	}
	if o.used>>3 > s.used {
		common := s.intersection(o)
		o = &common
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.state == slotUsed {
			s.discard(&e.key, e.hash)
		}
	}
	s.dropDummies()
}

func (s *setTable[T]) differenceUpdateSeq(seq iter.Seq[T]) {
	for v := range seq {
		s.discard(&v, s.hash(&v))
	}
	s.dropDummies()
}

func (s *setTable[T]) dropDummies() {
	if s.fill-s.used > (len(s.table)-1)/4 {
		s.grow()
	}
}

func (s *setTable[T]) difference(o *setTable[T]) setTable[T] {
	if s.used>>2 > o.used {
		out := s.copyTable()
		out.differenceUpdate(o)
		return out
	}
	var out setTable[T]
	for i := 0; i < len(s.table); i++ {
		if e := s.table[i]; e.state == slotUsed && o.lookup(&e.key, e.hash) < 0 {
			out.add(e.key, e.hash)
		}
	}
	return out
}

func (s *setTable[T]) symmetricDifferenceUpdate(o *setTable[T]) {
	if s == o {
		s.clear()
		return
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.state == slotUsed && !s.discard(&e.key, e.hash) {
			s.add(e.key, e.hash)
		}
	}
}

// symmetricDifference starts, like CPython, from the other operand.
func (s *setTable[T]) symmetricDifference(o *setTable[T]) setTable[T] {
	out := o.copyTable()
	out.symmetricDifferenceUpdate(s)
	return out
}

func (s *setTable[T]) subset(o *setTable[T]) bool {
	if s.used > o.used {
		return false
	}
	for i := 0; i < len(s.table); i++ {
		if e := s.table[i]; e.state == slotUsed && o.lookup(&e.key, e.hash) < 0 {
			return false
		}
	}
	return true
}

func (s *setTable[T]) disjoint(o *setTable[T]) bool {
	if o.used > s.used {
		s, o = o, s
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; e.state == slotUsed && s.lookup(&e.key, e.hash) >= 0 {
			return false
		}
	}
	return true
}

func (s *setTable[T]) all() iter.Seq[T] {
	return func(yield func(T) bool) {
		n := s.used
		for i := 0; i < len(s.table); i++ {
			if s.table[i].state != slotUsed {
				continue
			}
			if !yield(s.table[i].key) {
				return
			}
			if s.used != n {
				throwSetChanged()
			}
		}
	}
}

//go:noinline
func throwSetChanged() { Throw(RuntimeError.New("Set changed size during iteration")) }

// frozenHash is hash(frozenset): it does not depend on the order.
func (s *setTable[T]) frozenHash() int {
	var h uint64
	shuffle := func(x uint64) uint64 { return ((x ^ 89869747) ^ (x << 16)) * 3644798167 }
	// CPython runs over all slots and takes the unused ones (hash 0) and the deleted ones (hash -1) out again.
	for i := range s.table {
		if s.table[i].state == slotUsed {
			h ^= shuffle(uint64(s.table[i].hash))
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		h = 590923713
	}
	return int(h)
}

func (s *setTable[T]) appendItems(b []byte) []byte {
	n := 0
	for i := range s.table {
		if s.table[i].state != slotUsed {
			continue
		}
		if n > 0 {
			b = append(b, ", "...)
		}
		n++
		b = appendReprOf(b, s.table[i].key)
	}
	return b
}
