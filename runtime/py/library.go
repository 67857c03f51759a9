package py

import (
	"context"
	"iter"
	"math/big"
)

// What the library packages below runtime/ need of this package's inside.

// Sequence is what a library function takes for a Sequence[T]: *List[T],
// *Tuple[T] and *Range (of int) implement it.
type Sequence[T any] interface {
	Len() int
	// Get returns item i, 0 <= i < Len().
	Get(i int) T
}

// LessFunc returns Python's < for values of the static type T.
func LessFunc[T any]() func(a, b T) bool { return lessFuncOf[T]() }

// EqFunc returns Python's == with the identity shortcut of containers.
func EqFunc[T any]() func(a, b T) bool { return eqFuncOf[T]() }

// HashFunc returns Python's hash.
func HashFunc[T any]() func(a T) int { return hashFuncOf[T]() }

// ParseBigAny is int(text) of decimal digits of any number.
func ParseBigAny(text string) (any, error) { return intFromText(text, text, 10) }

// Base returns the builtin value inside an instance of a user class that
// derives from a builtin class; any other value is returned as it is.
func Base(x any) any { return baseOf(x) }

// anySequence makes a Sequence of any object with a length and items.
type anySequence struct{ x any }

func (s anySequence) Len() int      { return Len(s.x) }
func (s anySequence) Get(i int) any { return GetItem(s.x, i) }

// boxedSequence makes one of a builtin sequence of another element type.
type boxedSequence struct{ AnySequence }

func (s boxedSequence) Get(i int) any { return s.AtAny(i) }

// SequenceOf returns x as a sequence; false if it is none: a set, a mapping,
// an iterator.
func SequenceOf(x any) (Sequence[any], bool) {
	switch v := baseOf(x).(type) {
	case *List[any]:
		return v, true
	case *Tuple[any]:
		return v, true
	case AnySequence:
		return boxedSequence{v}, true
	case string:
		items := make([]any, 0, len(v))
		for c := range Each(v) {
			items = append(items, c)
		}
		return NewTuple(items...), true
	case Bytes, *ByteArray, *Range:
		return anySequence{v}, true
	case AnyDict, AnySet, nil:
		return nil, false
	}
	c := TypeOf(x)
	if c.override(dGetitem) != nil && c.override(dLen) != nil && !c.IsSubclassOf(DictType) {
		return anySequence{x}, true
	}
	if _, ok := x.(ItemGetter); ok {
		if _, ok := x.(Lener); ok {
			return anySequence{x}, true
		}
	}
	return nil, false
}

// AsSequence is SequenceOf with a TypeError, as len() or subscription words
// it.
func AsSequence(x any) Sequence[any] {
	if s, ok := SequenceOf(x); ok {
		return s
	}
	switch baseOf(x).(type) {
	case AnySet:
		Throwf(TypeError, "'%s' object is not subscriptable", TypeOf(x).name)
	case AnyDict:
		return anySequence{x}
	}
	Throwf(TypeError, "object of type '%s' has no len()", TypeOf(x).name)
	return nil
}

// SeqOf iterates over x without closing it when the loop ends early.
func SeqOf(x any) iter.Seq[any] {
	if l, ok := x.(*List[any]); ok {
		return l.All()
	}
	it := Iter(x)
	return func(yield func(any) bool) {
		for v, ok := it.Next(); ok && yield(v); v, ok = it.Next() {
		}
	}
}

// SeqMap is SeqOf with a conversion of the items.
func SeqMap[T any](x any, conv func(any) T) iter.Seq[T] {
	seq := SeqOf(x)
	return func(yield func(T) bool) {
		for v := range seq {
			if !yield(conv(v)) {
				return
			}
		}
	}
}

// AsListOf returns x as a list of T, converted item by item unless it is one.
func AsListOf[T any](x any, conv func(any) T) *List[T] {
	if l, ok := baseOf(x).(*List[T]); ok {
		return l
	}
	if x == nil {
		return nil
	}
	if _, ok := baseOf(x).(AnyList); !ok {
		Throwf(TypeError, "expected list, got %s", TypeOf(x).name)
	}
	return ListOf(SeqMap(x, conv))
}

// AsDictOf returns x as a dict, converted item by item unless it is one of
// that type; None is nil.
func AsDictOf[K, V any](x any, key func(any) K, value func(any) V) *Dict[K, V] {
	base := baseOf(x)
	if e, ok := base.(embedsBase); ok {
		base = e.embeddedBase()
	}
	switch d := base.(type) {
	case nil:
		return nil
	case *Dict[K, V]:
		return d
	case AnyDict:
		out := NewDict[K, V]()
		d.EachItem(func(k, v any) bool {
			out.Set(key(k), value(v))
			return true
		})
		return out
	}
	Throwf(TypeError, "expected dict, got %s", TypeOf(x).name)
	return nil
}

// Args are the values of a *args slot.
func Args(slot any) []any { return slot.(*Tuple[any]).items }

// ArgsMap converts the values of a *args slot.
func ArgsMap[T any](slot any, conv func(any) T) []T {
	items := slot.(*Tuple[any]).items
	out := make([]T, len(items))
	for i, v := range items {
		out[i] = conv(v)
	}
	return out
}

// NoArgs reports whether a *args slot is empty.
func NoArgs(slot any) bool { return len(slot.(*Tuple[any]).items) == 0 }

// NoKwargs reports whether a **kwargs slot is empty.
func NoKwargs(slot any) bool { return slot.(*Dict[any, any]).Len() == 0 }

// OrDefault is x, or def when the argument was not given.
func OrDefault(x, def any) any {
	if x == NotGiven {
		return def
	}
	return x
}

// ExitError is the exception among the arguments of __exit__: (type, value,
// traceback), or the three in a *args slot. Nil when there is none.
func ExitError(args []any) error {
	if len(args) == 1 {
		args = Args(args[0])
	}
	if len(args) < 2 {
		return nil
	}
	err, _ := args[1].(error)
	return err
}

// BadArguments is the TypeError of a call that no overload takes.
func BadArguments(name string, args []any) error {
	for _, a := range args {
		if a != NotGiven {
			return Errorf(TypeError, "%s() does not take these arguments (%s)", name, TypeOf(a).name)
		}
	}
	return Errorf(TypeError, "%s() expected at least 1 argument, got 0", name)
}

// FitsInt reports whether AsInt takes x.
func FitsInt(x any) bool {
	if x == NotGiven {
		return false
	}
	_, ok := indexValue(x)
	return ok
}

// FitsFloat reports whether AsFloat takes x.
func FitsFloat(x any) bool {
	switch x.(type) {
	case float64, int, bool, *big.Int:
		return true
	case nil, string:
		return false
	}
	_, ok := floatValue(x)
	return ok
}

// FitsStr reports whether x is a str.
func FitsStr(x any) bool {
	_, ok := baseOf(x).(string)
	return ok
}

// FitsIterable reports whether x is iterable.
func FitsIterable(x any) bool {
	if x == NotGiven {
		return false
	}
	_, ok := tryIter(x)
	return ok
}

// FitsSequence reports whether SequenceOf takes x.
func FitsSequence(x any) bool {
	_, ok := SequenceOf(x)
	return ok
}

// FitsList reports whether x is a list.
func FitsList(x any) bool {
	_, ok := baseOf(x).(AnyList)
	return ok
}

// FitsDict reports whether x is a dict.
func FitsDict(x any) bool {
	_, ok := baseOf(x).(AnyDict)
	return ok
}

// Fits reports whether As[T] takes x; None fits optionals of basic types only.
func Fits[T any](x any) (ok bool) {
	if _, ok := x.(T); ok {
		return true
	}
	if x == NotGiven {
		return false
	}
	if x == nil {
		var zero T
		switch any(zero).(type) {
		case *int, *float64, *string, *bool, *Bytes:
			return true
		}
		return false
	}
	return Catch(func() error { As[T](x); return nil }) == nil
}

// widener is a container that can be copied into its [any] instantiation.
type widener interface{ widen() any }

// BoxWide is Box that also turns containers of a static element type into
// those of any: what dynamic code may change.
func BoxWide[T any](x T) any {
	if p, ok := any(x).(*any); ok {
		if p == nil {
			return nil
		}
		return *p
	}
	return wide(Box(x))
}

func wide(x any) any {
	if w, ok := x.(widener); ok {
		return w.widen()
	}
	return x
}

func (l *List[T]) widen() any {
	if _, ok := any(l).(*List[any]); ok {
		return l
	}
	out := make([]any, len(l.items))
	for i, v := range l.items {
		out[i] = BoxWide(v)
	}
	return &List[any]{items: out}
}

func (t *Tuple[T]) widen() any {
	out := make([]any, len(t.items))
	for i, v := range t.items {
		out[i] = BoxWide(v)
	}
	return &Tuple[any]{items: out}
}

func (d *Dict[K, V]) widen() any {
	if _, ok := any(d).(*Dict[any, any]); ok {
		return d
	}
	out := NewDict[any, any]()
	for k, v := range d.Items() {
		out.Set(BoxWide(k), BoxWide(v))
	}
	return out
}

func (s *Set[T]) widen() any {
	if _, ok := any(s).(*Set[any]); ok {
		return s
	}
	out := NewSet[any]()
	for v := range s.All() {
		out.Add(BoxWide(v))
	}
	return out
}

// Module is an imported library module as a Python value.
type Module struct {
	name  string
	fill  func(*Module)
	attrs attrTable
}

// ModuleClass is types.ModuleType.
var ModuleClass = newBuiltinClass("module")

// NewModule returns a module whose names fill sets at the first use.
func NewModule(name string, fill func(*Module)) *Module { return &Module{name: name, fill: fill} }

// Name returns __name__.
func (m *Module) Name() string { return m.name }

// Set binds a name of the module.
func (m *Module) Set(name string, v any) { m.attrs.set(name, v) }

// Func adds a function to the module.
func (m *Module) Func(name string, params []Param, fn func(ctx context.Context, args []any) (any, error)) *Func {
	f := NewBuiltin(name, params, func(ctx context.Context, args []any) (v any, err error) {
		defer catchTo(&v, &err)
		return fn(ctx, args)
	})
	f.module = m.name
	m.attrs.set(name, f)
	return f
}

// Get returns what a name of the module is bound to; AttributeError if
// nothing.
func (m *Module) Get(name string) any {
	v, ok := m.attrTable().get(name)
	if !ok {
		Throwf(AttributeError, "module '%s' has no attribute '%s'", m.name, name)
	}
	return v
}

func (m *Module) attrTable() *attrTable {
	if f := m.fill; f != nil {
		m.fill = nil
		m.attrs.set("__name__", m.name)
		f(m)
	}
	return &m.attrs
}

func (m *Module) pyType() *Class { return ModuleClass }
func (m *Module) pyRepr() string { return "<module '" + m.name + "' (built-in)>" }
