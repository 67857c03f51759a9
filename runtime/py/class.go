package py

import "sync/atomic"

// Class is a Python class object: builtin, of a library, or made at run time
// by NewClass. Exception classes are Go errors as well, so that
// errors.Is(err, py.ValueError) is Python's `except ValueError`.
type Class struct {
	name     string
	qualname string
	module   string
	bases    []*Class
	mro      []*Class
	dict     *Namespace
	meta     *Class // nil means type
	layout   layout
	heap     bool  // made by Python code: mutable
	goErr    error // a Go error that instances stand for

	subclasses []*Class
	version    atomic.Uint32
	slots      atomic.Pointer[slotTable]
	rootShape  atomic.Pointer[shape]
	sizeHint   atomic.Int32 // how many attributes instances have had
	noDict     bool         // instances have only the attributes of __slots__
	members    []string     // names of __slots__, inherited ones included
	abstract   []string     // names of the abstract methods, sorted
	virtual    []*Class     // registered virtual subclasses of an ABC
	builtin    *builtinBehaviour
	dataclass  *dataclassInfo
	protocol   []string // the members that a protocol asks for
	// runtimeProtocol marks @runtime_checkable.
	runtimeProtocol bool
	enum            *enumInfo
	record          func(o *Object) any // of a named tuple with a Go type: the value that an object stands for
}

// layout says which Go value an instance is: the builtin type whose storage
// a class inherits.
type layout uint8

const (
	layoutObject layout = iota
	layoutException
	layoutType
	layoutInt
	layoutFloat
	layoutComplex
	layoutStr
	layoutBytes
	layoutByteArray
	layoutList
	layoutDict
	layoutSet
	layoutFrozenSet
	layoutTuple
	layoutProperty
	layoutDeque
	layoutOther // a library's Go type or a builtin that cannot be a base
)

// ObjectType is the class object; TypeType is type.
var (
	ObjectType = newClass("object", "builtins", nil)
	TypeType   = newLayoutClass("type", layoutType, ObjectType)
)

// newClass makes a class with single- or multiple-inheritance MRO; the bases
// must be consistent.
func newClass(name, module string, bases []*Class) *Class {
	c := &Class{name: name, qualname: name, module: module, bases: bases, dict: &Namespace{}}
	c.version.Store(nextVersion())
	if len(bases) > 0 {
		c.layout = bases[0].layout
	}
	mro, ok := c3(c, bases)
	if !ok {
		panic("py: inconsistent bases of builtin class " + name)
	}
	c.mro = mro
	for _, b := range bases {
		b.subclasses = append(b.subclasses, c)
	}
	return c
}

// newLayoutClass makes a builtin class with storage of its own.
func newLayoutClass(name string, l layout, bases ...*Class) *Class {
	c := newClass(name, "builtins", bases)
	c.layout = l
	return c
}

// c3 computes the method resolution order of c with the given bases; false if
// there is none.
func c3(c *Class, bases []*Class) ([]*Class, bool) {
	seqs := make([][]*Class, 0, len(bases)+1)
	for _, b := range bases {
		seqs = append(seqs, b.mro)
	}
	seqs = append(seqs, bases)
	out := []*Class{c}
	for {
		var next *Class
		left := false
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			left = true
			if !inTail(seqs, s[0]) {
				next = s[0]
				break
			}
		}
		if !left {
			return out, true
		}
		if next == nil {
			return nil, false
		}
		out = append(out, next)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == next {
				seqs[i] = s[1:]
			}
		}
	}
}

// inTail reports whether c occurs after the head of one of the sequences.
func inTail(seqs [][]*Class, c *Class) bool {
	for _, s := range seqs {
		for i := 1; i < len(s); i++ {
			if s[i] == c {
				return true
			}
		}
	}
	return false
}

// Error makes *Class an error, for errors.Is; it is the class's name.
func (c *Class) Error() string { return c.name }

// Name returns __name__.
func (c *Class) Name() string { return c.name }

// QualName returns __qualname__.
func (c *Class) QualName() string { return c.qualname }

// Module returns __module__.
func (c *Class) Module() string { return c.module }

// MRO returns __mro__.
func (c *Class) MRO() []*Class { return c.mro }

// Bases returns __bases__.
func (c *Class) Bases() []*Class { return c.bases }

// WithGoError makes errors.Is(instance, err) true for every instance.
func (c *Class) WithGoError(err error) *Class {
	c.goErr = err
	return c
}

// IsSubclassOf reports whether other is in the MRO of c. It does not ask
// __subclasscheck__; see IsSubclass.
func (c *Class) IsSubclassOf(other *Class) bool {
	for _, k := range c.mro {
		if k == other {
			return true
		}
	}
	return false
}

// New makes an instance of a builtin or library exception class with the
// args given to its constructor. It does not run a dynamic class's __init__;
// call the class for that.
func (c *Class) New(args ...any) *Error {
	e := &Error{class: c, args: args}
	initBuiltinException(e)
	return e
}
