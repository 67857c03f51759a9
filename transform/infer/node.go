package infer

import (
	"github.com/py2go-async/py2go-async/transform/stubs"
	"github.com/py2go-async/py2go-async/transform/types"
)

// The solver. Every expression, variable, field, parameter, result and
// container element has a node; a node holds the kinds of value that can
// arrive there. Edges carry kinds from node to node; watchers act on each kind
// that arrives (an attribute access, a call, an operator). Containers that can
// be changed keep one child node for all places that share them: where two
// meet, their children become one node.

// op is the constructor of a kind.
type op int

const (
	opUnknown op = iota // any value at all: it came from where the analysis cannot see
	opNone
	opBool
	opInt
	opBig
	opFloat
	opComplex
	opStr
	opBytes
	opNotImplemented
	opEllipsis
	opList     // args: element
	opSet      // args: element
	opFrozen   // args: element
	opDict     // args: key, value
	opTuple    // args: elements
	opVarTuple // args: element
	opInst     // instance of exactly class
	opClass    // the class object
	opFunc     // a function of the program
	opBound    // a method bound to self
	opLib      // instance of a stub's class; args: its type arguments
	opLibClass // a stub's class object
	opLibFunc  // a function of a stub
	opLibBound // a method of a library or builtin object
	opExc      // an instance of an exception class of a library
	opModule
	opCoro     // args: result
	opGen      // args: element, sent value, result
	opAsyncGen // args: element
	opSuper    // super(): class is where the search begins after, self the instance
	opIter     // an iterator over something; args: element
)

// kind is one kind of value.
type kind struct {
	op    op
	args  []*node
	class *Class
	fn    *Func
	self  *node        // of opBound, opLibBound, opSuper
	sym   stubs.Symbol // of opLibFunc, opLibBound
	lib   *stubs.Class // of opLib, opLibClass, opExc
	mod   *stubs.Module
	owner *node // of a tuple made by join
}

// key identifies kinds that are merged where they meet.
type key struct {
	op op
	p  any
	n  int
}

func (k *kind) key() key {
	switch k.op {
	case opTuple:
		return key{opTuple, nil, len(k.args)}
	case opInst, opClass:
		return key{k.op, k.class, 0}
	case opSuper:
		return key{k.op, k.class, 0}
	case opFunc:
		return key{k.op, k.fn, 0}
	case opBound:
		return key{k.op, k.fn, 0}
	case opLib, opLibClass, opExc:
		return key{k.op, k.lib, 0}
	case opLibFunc, opLibBound:
		return key{k.op, k.sym, 0}
	case opModule:
		return key{k.op, k.mod, 0}
	}
	return key{op: k.op}
}

// node is a place where values arrive.
type node struct {
	up    *node // union-find; nil at the representative
	kinds []*kind
	byKey map[key]*kind
	out   []*edge
	watch []*watcher
	depth int // of tuples within tuples

	// representation, see represent.go
	force bool // the place must be Any
	round int  // of representation in which typ was found
	busy  bool
	typ   types.Type
}

type edge struct {
	to   *node
	keep func(*kind) bool // nil: all
	seen map[*kind]bool
}

type watcher struct {
	f    func(*kind)
	seen map[*kind]bool
}

type event struct {
	k *kind
	e *edge
	w *watcher
}

// solver runs the propagation.
type solver struct {
	queue   []event
	nodes   []*node
	escaped *node // values that code which the analysis cannot see may keep
	unknown *node // holds opUnknown
	basic   map[op]*kind
}

func newSolver() *solver {
	s := &solver{basic: map[op]*kind{}}
	s.escaped = s.node()
	s.unknown = s.node()
	s.add(s.unknown, s.prim(opUnknown))
	return s
}

func (s *solver) node() *node {
	n := &node{byKey: map[key]*kind{}}
	s.nodes = append(s.nodes, n)
	return n
}

// prim returns the kind of a constructor without parts.
func (s *solver) prim(o op) *kind {
	k := s.basic[o]
	if k == nil {
		k = &kind{op: o}
		s.basic[o] = k
	}
	return k
}

func (n *node) find() *node {
	for n.up != nil {
		if n.up.up != nil {
			n.up = n.up.up
		}
		n = n.up
	}
	return n
}

// with returns a new node that holds one kind.
func (s *solver) with(k *kind) *node {
	n := s.node()
	s.add(n, k)
	return n
}

func (s *solver) primNode(o op) *node { return s.with(s.prim(o)) }

// add lets a kind arrive at n.
func (s *solver) add(n *node, k *kind) {
	n = n.find()
	ck := k.key()
	old := n.byKey[ck]
	if old == k {
		return
	}
	if old != nil {
		s.merge(n, old, k)
		return
	}
	n.byKey[ck] = k
	s.arrive(n, k)
}

func (s *solver) arrive(n *node, k *kind) {
	n.kinds = append(n.kinds, k)
	for _, e := range n.out {
		s.queue = append(s.queue, event{k: k, e: e})
	}
	for _, w := range n.watch {
		s.queue = append(s.queue, event{k: k, w: w})
	}
}

// maxTupleDepth bounds tuples within tuples that are made by joins.
const maxTupleDepth = 4

// merge lets k, which has the constructor of old, arrive at n.
func (s *solver) merge(n *node, old, k *kind) {
	if old.self != nil && k.self != nil {
		s.flow(k.self, old.self)
	}
	if old.op == opTuple && n.depth < maxTupleDepth {
		if old.owner != n {
			joined := &kind{op: opTuple, owner: n, args: make([]*node, len(old.args))}
			for i := range joined.args {
				joined.args[i] = s.node()
				joined.args[i].depth = n.depth + 1
				s.flow(old.args[i], joined.args[i])
			}
			n.byKey[old.key()] = joined
			for i, x := range n.kinds {
				if x == old {
					n.kinds = append(n.kinds[:i], n.kinds[i+1:]...)
					break
				}
			}
			s.arrive(n, joined)
			old = joined
		}
		for i := range old.args {
			s.flow(k.args[i], old.args[i])
		}
		return
	}
	for i := range old.args {
		s.unify(old.args[i], k.args[i])
	}
}

// flow lets what arrives at a arrive at b.
func (s *solver) flow(a, b *node) { s.flowIf(a, b, nil) }

// flowIf is flow for the kinds that keep accepts.
func (s *solver) flowIf(a, b *node, keep func(*kind) bool) {
	a, b = a.find(), b.find()
	if a == b {
		return
	}
	if keep == nil {
		for _, e := range a.out {
			if e.keep == nil && e.to.find() == b {
				return
			}
		}
	}
	e := &edge{to: b, keep: keep, seen: map[*kind]bool{}}
	a.out = append(a.out, e)
	for _, k := range a.kinds {
		s.queue = append(s.queue, event{k: k, e: e})
	}
}

// on calls f once for each kind that arrives at n.
func (s *solver) on(n *node, f func(*kind)) {
	n = n.find()
	w := &watcher{f: f, seen: map[*kind]bool{}}
	n.watch = append(n.watch, w)
	for _, k := range n.kinds {
		s.queue = append(s.queue, event{k: k, w: w})
	}
}

// unify makes a and b one node.
func (s *solver) unify(a, b *node) {
	a, b = a.find(), b.find()
	if a == b {
		return
	}
	b.up = a
	a.force = a.force || b.force
	if b.depth > a.depth {
		a.depth = b.depth
	}
	for _, k := range a.kinds {
		for _, e := range b.out {
			s.queue = append(s.queue, event{k: k, e: e})
		}
		for _, w := range b.watch {
			s.queue = append(s.queue, event{k: k, w: w})
		}
	}
	a.out = append(a.out, b.out...)
	a.watch = append(a.watch, b.watch...)
	for _, k := range b.kinds {
		s.add(a, k)
	}
	b.out, b.watch, b.kinds, b.byKey = nil, nil, nil, nil
}

// run propagates until nothing changes.
func (s *solver) run() {
	for len(s.queue) > 0 {
		ev := s.queue[0]
		s.queue = s.queue[1:]
		if ev.e != nil {
			if ev.e.seen[ev.k] {
				continue
			}
			ev.e.seen[ev.k] = true
			if ev.e.keep == nil || ev.e.keep(ev.k) {
				s.add(ev.e.to, ev.k)
			}
			continue
		}
		if !ev.w.seen[ev.k] {
			ev.w.seen[ev.k] = true
			ev.w.f(ev.k)
		}
	}
}

// escape lets the values of n reach code that the analysis cannot see.
func (s *solver) escape(n *node) { s.flow(n, s.escaped) }

// has reports whether a kind with that constructor has arrived.
func (n *node) has(o op) bool {
	for _, k := range n.find().kinds {
		if k.op == o {
			return true
		}
	}
	return false
}
