package py

// Namespace is an ordered table of names: the body of a class under
// construction, a class's attributes, the attributes of an exception.
type Namespace struct {
	names []string
	vals  []any
	index map[string]int // made when the table outgrows a linear search
	body  bool           // of a class statement: enums want to know what is bound twice
	again []rebound      // names of a body bound more than once, with their former values
}

type rebound struct {
	name string
	old  any
}

// linearMax is the size up to which a linear search over names is faster than
// a map.
const linearMax = 8

// NewNamespace returns an empty namespace for a class body.
func NewNamespace() *Namespace { return &Namespace{body: true} }

// find returns the position of name, or -1.
func (ns *Namespace) find(name string) int {
	if ns.index != nil {
		if i, ok := ns.index[name]; ok {
			return i
		}
		return -1
	}
	for i, n := range ns.names {
		if n == name {
			return i
		}
	}
	return -1
}

// Get returns the value of name and whether it is there.
func (ns *Namespace) Get(name string) (any, bool) {
	if i := ns.find(name); i >= 0 {
		return ns.vals[i], true
	}
	return nil, false
}

// Set binds name to v; a new name is the last in order.
func (ns *Namespace) Set(name string, v any) {
	if i := ns.find(name); i >= 0 {
		if ns.body {
			ns.again = append(ns.again, rebound{name, ns.vals[i]})
		}
		ns.vals[i] = v
		return
	}
	ns.names = append(ns.names, name)
	ns.vals = append(ns.vals, v)
	if ns.index != nil {
		ns.index[name] = len(ns.names) - 1
	} else if len(ns.names) > linearMax {
		ns.reindex()
	}
}

// Del removes name and reports whether it was there.
func (ns *Namespace) Del(name string) bool {
	i := ns.find(name)
	if i < 0 {
		return false
	}
	ns.names = append(ns.names[:i:i], ns.names[i+1:]...)
	ns.vals = append(ns.vals[:i:i], ns.vals[i+1:]...)
	if ns.index != nil {
		ns.reindex()
	}
	return true
}

func (ns *Namespace) reindex() {
	ns.index = make(map[string]int, len(ns.names)+1)
	for i, n := range ns.names {
		ns.index[n] = i
	}
}

// Len returns the number of names.
func (ns *Namespace) Len() int { return len(ns.names) }

// Names returns the names in order. The slice must not be changed.
func (ns *Namespace) Names() []string { return ns.names }
