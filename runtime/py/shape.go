package py

import (
	"sync"
	"sync/atomic"
)

// shape is the hidden class of dynamic instances: which attribute lies in
// which cell. Instances that get the same attributes in the same order share
// one, so that an instance is two words and its values.
type shape struct {
	class *Class
	names []string
	index map[string]int        // made beyond linearMax names
	last  atomic.Pointer[shape] // the latest transition, tried first
	mu    sync.Mutex
	next  map[string]*shape
	// plainAt is the class version at which no name of the shape was found
	// shadowed by a data descriptor: then instance attributes win unasked.
	plainAt atomic.Uint32
}

// root returns the shape of instances of c without attributes.
func (c *Class) root() *shape {
	if s := c.rootShape.Load(); s != nil {
		return s
	}
	c.rootShape.CompareAndSwap(nil, &shape{class: c})
	return c.rootShape.Load()
}

// find returns the cell of name, or -1.
func (s *shape) find(name string) int {
	if s.index != nil {
		if i, ok := s.index[name]; ok {
			return i
		}
		return -1
	}
	for i, n := range s.names {
		if n == name {
			return i
		}
	}
	return -1
}

// with returns the shape that has name as its last attribute.
func (s *shape) with(name string) *shape {
	if l := s.last.Load(); l != nil && l.names[len(l.names)-1] == name {
		return l
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if t, ok := s.next[name]; ok {
		s.last.Store(t)
		return t
	}
	t := &shape{class: s.class, names: append(s.names[:len(s.names):len(s.names)], name)}
	if len(t.names) > linearMax {
		t.index = make(map[string]int, len(t.names))
		for i, n := range t.names {
			t.index[n] = i
		}
	}
	if s.next == nil {
		s.next = map[string]*shape{}
	}
	s.next[name] = t
	s.last.Store(t)
	return t
}

// isPlain reports whether the class has no data descriptor under any of the
// shape's names.
func (s *shape) isPlain() bool {
	version := s.class.version.Load()
	if s.plainAt.Load() == version {
		return true
	}
	for _, n := range s.names {
		if v, ok := s.class.lookup(n); ok && isDataDescriptor(v) {
			return false
		}
	}
	s.plainAt.Store(version)
	return true
}
