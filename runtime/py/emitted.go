package py

// What emitted code calls beside Python's own operations: boxing at the border
// between static types and any, unpacking, with statements.

import (
	"context"
	"errors"
	"iter"
)

// BoxError returns an exception as a Python value; nil for none.
func BoxError(err error) any {
	if err == nil {
		return nil
	}
	return FromGo(err)
}

// AsError returns x, which must be an exception, as an error; nil for None.
func AsError(x any) error {
	if x == nil {
		return nil
	}
	e, ok := x.(BaseException)
	if !ok {
		Throwf(TypeError, "exceptions must derive from BaseException")
	}
	return e
}

// BoxPtr returns a pointer as a Python value: None when it is nil.
func BoxPtr[T comparable](p T) any {
	var none T
	if p == none {
		return nil
	}
	return p
}

// BoxOptional returns what p points to as a Python value: None when it is nil.
func BoxOptional[T any](p *T) any {
	if p == nil {
		return nil
	}
	return Box(*p)
}

// NotNone returns p, or throws the AttributeError or TypeError with the message
// given when it is nil.
func NotNone[T any](p *T, class *Class, message string) *T {
	if p == nil {
		Throw(class.New(message))
	}
	return p
}

// NotNil is NotNone for a value whose Go type is an interface.
func NotNil[T comparable](x T, class *Class, message string) T {
	var none T
	if x == none {
		Throw(class.New(message))
	}
	return x
}

// Upcast returns p as a value of the interface I, which *T implements: a nil
// pointer, None, becomes a nil interface.
func Upcast[I, T any](p *T) I {
	if p == nil {
		var none I
		return none
	}
	return any(p).(I)
}

// IsType reports whether x holds a T: isinstance(x, C) where C is a Go type.
func IsType[T any](x any) bool {
	if _, ok := x.(T); ok {
		return true
	}
	return isBehind[T](x)
}

// TypeName returns type(x).__name__.
func TypeName(x any) string {
	switch e := x.(type) {
	case *Class: // an error for errors.Is alone
	case error:
		x = BoxError(e)
	}
	return TypeOf(x).name
}

// NewException initialises a new exception of a class of the program with its
// arguments, and returns it.
func NewException[T BaseException](e T, class *Class, args ...any) T {
	InitError(e, class, args...)
	return e
}

// UnpackSeq returns the n items of a sequence; ValueError when there are more
// or fewer. It is `a, b = xs`.
func UnpackSeq[T any](xs interface {
	Len() int
	All() iter.Seq[T]
}, n int) []T {
	out := make([]T, 0, n)
	for x := range xs.All() {
		if len(out) == n {
			Throwf(ValueError, "too many values to unpack (expected %d)", n)
		}
		out = append(out, x)
	}
	if len(out) < n {
		Throwf(ValueError, "not enough values to unpack (expected %d, got %d)", n, len(out))
	}
	return out
}

// UnpackStarSeq is `a, *b, c = xs`: the first items, the list of the middle
// ones, the last items.
func UnpackStarSeq[T any](xs interface {
	Len() int
	All() iter.Seq[T]
}, before, after int) ([]T, *List[T], []T) {
	items := make([]T, 0, xs.Len())
	for x := range xs.All() {
		items = append(items, x)
	}
	if len(items) < before+after {
		Throwf(ValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	end := len(items) - after
	return items[:before], NewList(append([]T(nil), items[before:end]...)...), items[end:]
}

// Spread returns the items of an iterable as a Go slice: `*x` among arguments.
func Spread(x any) []any {
	var out []any
	for v := range Each(x) {
		out = append(out, v)
	}
	return out
}

// Starred is the iterable of [*x] and (*x,): TypeError if x is none.
func Starred(x any) any {
	it, ok := tryIter(x)
	if !ok {
		Throwf(TypeError, "Value after * must be an iterable, not %s", TypeOf(x).name)
	}
	return it
}

// With runs body with what entering mgr gives, and leaves mgr afterwards
// whatever happened: `with mgr as x: body`. An exception that mgr suppresses is
// not returned.
func With(ctx context.Context, mgr any, body func(x any) error) error {
	x, err := Enter(ctx, mgr)
	if err != nil {
		return err
	}
	err = Catch(func() error { return body(x) })
	return leave(err, func() (bool, error) { return Exit(ctx, mgr, err) })
}

// leave is the end of a with statement: the exception that goes on, if any.
// One that exit raises has the one of the block as its context.
func leave(err error, exit func() (bool, error)) error {
	var suppress bool
	var exitErr error
	if err == nil {
		suppress, exitErr = exit()
	} else {
		exitErr = Catch(func() (e error) {
			suppress, e = exit()
			return e
		})
	}
	switch {
	case exitErr != nil:
		return WithContext(exitErr, err)
	case suppress:
		return nil
	}
	return err
}

// Handling runs body while err is the exception being handled, as
// sys.exc_info, traceback and logging see it.
func Handling(err error, body func() error) error {
	if err == nil {
		return Catch(body)
	}
	PushHandled(err)
	defer PopHandled()
	if raised := Catch(body); raised != nil {
		return WithContext(raised, err)
	}
	return nil
}

// Annotate notes an annotation of a class body in __annotations__.
func (ns *Namespace) Annotate(name string, annotation any) {
	v, ok := ns.Get("__annotations__")
	d, isDict := v.(*Dict[any, any])
	if !ok || !isDict {
		d = NewDict[any, any]()
		ns.Set("__annotations__", d)
	}
	d.Set(name, annotation)
}

// TupleAs returns a tuple with its items as values of the static type T.
func TupleAs[T any](x any) *Tuple[T] {
	var items []T
	for v := range Each(x) {
		items = append(items, As[T](v))
	}
	return NewTuple(items...)
}

// DictAs returns a dict with keys and values of static types.
func DictAs[K, V any](x any) *Dict[K, V] {
	if d, ok := x.(*Dict[K, V]); ok {
		return d
	}
	out := NewDict[K, V]()
	for k := range Each(x) {
		out.Set(As[K](k), As[V](GetItem(x, k)))
	}
	return out
}

// RangeOf is range(args...) for values without static types.
func RangeOf(args ...any) *Range {
	n := make([]int, len(args))
	for i, a := range args {
		n[i] = AsInt(Index(a))
	}
	switch len(n) {
	case 1:
		return NewRange(0, n[0], 1)
	case 2:
		return NewRange(n[0], n[1], 1)
	}
	return NewRange(n[0], n[1], n[2])
}

// PrintWith is print with its keyword arguments; nil stands for the default of
// each.
func PrintWith(file, sep, end, flush any, args ...any) {
	s, e := " ", "\n"
	if sep != nil {
		s = stringOption("sep", sep)
	}
	if end != nil {
		e = stringOption("end", end)
	}
	PrintTo(file, s, e, flush != nil && Truth(flush), args...)
}

func stringOption(name string, x any) string {
	s, ok := x.(string)
	if !ok {
		Throwf(TypeError, "%s must be None or a string, not %s", name, TypeOf(x).name)
	}
	return s
}

// UpdateDict adds the items of any mapping to d: `{**x}`.
func UpdateDict[K, V any](d *Dict[K, V], x any) {
	if m, ok := baseOf(x).(AnyDict); ok {
		m.EachItem(func(k, v any) bool {
			d.Set(As[K](k), As[V](v))
			return true
		})
		return
	}
	if !HasAttr(x, "keys") {
		Throwf(TypeError, "'%s' object is not a mapping", TypeOf(x).name)
	}
	for k := range Each(Must(CallMethod(CurrentContext(), x, "keys"))) {
		d.Set(As[K](k), As[V](GetItem(x, k)))
	}
}

// PropertyOf, StaticMethodOf and ClassMethodOf apply the decorators of these
// names; Identity is a decorator that changes nothing.
func PropertyOf(f any) any     { return NewProperty(f, nil, nil, nil) }
func StaticMethodOf(f any) any { return NewStaticMethod(f) }
func ClassMethodOf(f any) any  { return NewClassMethod(f) }
func Identity(f any) any       { return f }

// MatchSequence matches a sequence pattern of n items without a star.
func MatchSequence(x any, n int) ([]any, bool) {
	if !isPatternSequence(x) || Len(x) != n {
		return nil, false
	}
	return Unpack(x, n), true
}

// MatchSequenceStar matches a sequence pattern with a star: the item at the
// star's place is a list.
func MatchSequenceStar(x any, before, after int) ([]any, bool) {
	if !isPatternSequence(x) || Len(x) < before+after {
		return nil, false
	}
	return UnpackStar(x, before, after), true
}

// MatchSequenceEnds matches a sequence pattern with a star that has no name:
// the other items are taken by index, and nil stands at the star's place.
func MatchSequenceEnds(x any, before, after int) ([]any, bool) {
	if !isPatternSequence(x) {
		return nil, false
	}
	n := Len(x)
	if n < before+after {
		return nil, false
	}
	out := make([]any, 0, before+1+after)
	for i := range before {
		out = append(out, GetItem(x, i))
	}
	out = append(out, nil)
	for i := range after {
		out = append(out, GetItem(x, n-after+i))
	}
	return out, true
}

func isPatternSequence(x any) bool {
	switch baseOf(x).(type) {
	case AnyList, AnyTuple, *Range:
		return true
	case string, Bytes, *ByteArray, int, float64, bool, AnyDict, AnySet:
		return false
	}
	return IsInstance(x, AbstractClass("Sequence"))
}

// MatchMapping matches a mapping pattern: the values of the keys.
func MatchMapping(x any, keys ...any) ([]any, bool) {
	if _, ok := baseOf(x).(AnyDict); !ok && !IsInstance(x, AbstractClass("Mapping")) {
		return nil, false
	}
	out := make([]any, len(keys))
	for i, k := range keys {
		if !Contains(x, k) {
			return nil, false
		}
		out[i] = GetItem(x, k)
	}
	return out, true
}

// MatchRest is the dict of `**rest` in a mapping pattern.
func MatchRest(x any, keys ...any) any {
	out := NewDict[any, any]()
	UpdateDict(out, x)
	for _, k := range keys {
		out.Delete(k)
	}
	return out
}

// MatchClass matches a class pattern with n positional sub-patterns and
// keyword ones: the values of the attributes.
func MatchClass(x, cls any, n int, names ...string) ([]any, bool) {
	c, ok := cls.(*Class)
	if !ok {
		Throwf(TypeError, "called match pattern must be a class")
	}
	if !IsInstance(x, c) {
		return nil, false
	}
	var out []any
	if n > 0 {
		if _, own := c.lookup("__match_args__"); !own && c.matchesSelf() {
			if n > 1 {
				Throwf(TypeError, "%s() accepts 1 positional sub-pattern (%d given)", c.name, n)
			}
			out = append(out, x)
		} else {
			args := GetAttrDefault(c, "__match_args__", NewTuple[any]())
			if Len(args) < n {
				Throwf(TypeError, "%s() accepts %d positional sub-pattern%s (%d given)", c.name, Len(args), pluralS(Len(args)), n)
			}
			for i := range n {
				name := AsString(GetItem(args, i))
				if !HasAttr(x, name) {
					return nil, false
				}
				out = append(out, GetAttr(x, name))
			}
		}
	}
	for _, name := range names {
		if !HasAttr(x, name) {
			return nil, false
		}
		out = append(out, GetAttr(x, name))
	}
	return out, true
}

// matchesSelf reports whether the class's one positional sub-pattern is
// matched against the value itself.
func (c *Class) matchesSelf() bool {
	switch c.layout {
	case layoutInt, layoutFloat, layoutStr, layoutBytes, layoutByteArray, layoutList, layoutDict, layoutSet,
		layoutFrozenSet, layoutTuple:
		return true
	}
	return false
}

// Init runs the statements of a library package's module when it is
// initialised; an exception is fatal.
func Init(f func(ctx context.Context) error) {
	if err := Catch(func() error { return f(CurrentContext()) }); err != nil {
		panic(err)
	}
}

// Manager is a context manager of a static type: what `with` needs. Exit
// returns whether it suppresses the exception.
type Manager[T any] interface {
	Enter() (T, error)
	Exit(err error) (bool, error)
}

// WithManager is With for a manager of a static type.
func WithManager[T any](mgr Manager[T], body func(x T) error) error {
	x, err := mgr.Enter()
	if err != nil {
		return err
	}
	err = Catch(func() error { return body(x) })
	return leave(err, func() (bool, error) { return mgr.Exit(err) })
}

// Guard is a context manager of a static type that gives nothing to the block.
type Guard interface {
	Enter() error
	Exit(err error) (bool, error)
}

// WithGuard is WithManager for a manager that gives nothing.
func WithGuard(mgr Guard, body func() error) error {
	if err := mgr.Enter(); err != nil {
		return err
	}
	err := Catch(body)
	return leave(err, func() (bool, error) { return mgr.Exit(err) })
}

// ExcType is the first argument of __exit__: the class of the exception that
// leaves the block, None if there is none.
func ExcType(err error) any {
	if err == nil {
		return nil
	}
	return TypeOf(BoxError(err))
}

// ExcValue is the second argument of __exit__.
func ExcValue(err error) any { return BoxError(err) }

// ExcTraceback is the third argument of __exit__.
func ExcTraceback(err error) any {
	if err == nil {
		return nil
	}
	return GetAttr(BoxError(err), "__traceback__")
}

// ExcInfo is the arguments of an __exit__ that takes them as one tuple.
func ExcInfo(err error) *Tuple[any] {
	return NewTuple(ExcType(err), ExcValue(err), ExcTraceback(err))
}

// NoOperator is the TypeError of a binary operator that neither operand knows.
func NoOperator(symbol string, a, b any) error { return unsupported(symbol, a, b) }

// NoOrder is the TypeError of a comparison that neither operand knows.
func NoOrder(symbol string, a, b any) error {
	return Errorf(TypeError, "'%s' not supported between instances of '%s' and '%s'", symbol, TypeOf(a).name, TypeOf(b).name)
}

// Iterate ranges over what next returns, until it raises StopIteration: the
// __next__ of a static type. Other exceptions are thrown.
func Iterate[T any](next func() (T, error)) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			x, err := next()
			if err != nil {
				if errors.Is(err, StopIteration) {
					return
				}
				Throw(err)
			}
			if !yield(x) {
				return
			}
		}
	}
}

// SliceOf returns the values of seq, all of which are of the interface type T,
// as a slice: for Go's variadic parameters.
func SliceOf[T, E any](seq iter.Seq[E]) []T {
	var out []T
	for v := range seq {
		t, _ := any(v).(T) // nil stays nil
		out = append(out, t)
	}
	return out
}

// ListAs returns a new list of a dynamic operation with its items as values of
// the static type T.
func ListAs[T any](x any) *List[T] {
	if l, ok := x.(*List[T]); ok {
		return l
	}
	l, ok := x.(AnyList)
	if !ok {
		Throwf(TypeError, "expected list, got %s", TypeOf(x).name)
	}
	out := NewListCap[T](l.Len())
	for v := range Each(x) {
		out.Append(As[T](v))
	}
	return out
}

// SetAs is ListAs for a set: its keys stay in their slots.
func SetAs[T any](x any) *Set[T] {
	if s, ok := x.(*Set[T]); ok {
		return s
	}
	return &Set[T]{tableAs[T](x)}
}

// FrozenSetAs is ListAs for a frozenset.
func FrozenSetAs[T any](x any) *FrozenSet[T] {
	if s, ok := x.(*FrozenSet[T]); ok {
		return s
	}
	return &FrozenSet[T]{tableAs[T](x)}
}

func tableAs[T any](x any) setTable[T] {
	s, ok := x.(interface{ boxedTable() setTable[any] })
	if !ok {
		Throwf(TypeError, "expected set, got %s", TypeOf(x).name)
	}
	from := s.boxedTable()
	to := setTable[T]{fill: from.fill, used: from.used, finger: from.finger, ops: elemOpsOf[T]()}
	to.table = make([]setEntry[T], len(from.table))
	for i := range from.table {
		e := &from.table[i]
		to.table[i].hash, to.table[i].state = e.hash, e.state
		if e.state == slotUsed {
			to.table[i].key = As[T](e.key)
		}
	}
	return to
}
