// Package operator is Python's module operator. The plain operators are
// functions of package py; here are the getters and what has no operator.
package operator

import (
	"context"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// ItemGetter is operator.itemgetter.
type ItemGetter struct{ items []any }

// NewItemGetter is itemgetter(item, *items).
func NewItemGetter(item any, items ...any) *ItemGetter {
	return &ItemGetter{append([]any{item}, items...)}
}

// Call is g(obj).
func (g *ItemGetter) Call(_ context.Context, args []any, kw []py.Kw) (any, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, py.Errorf(py.TypeError, "itemgetter expected 1 argument, got %d", len(args))
	}
	return pick(g.items, func(k any) any { return py.GetItem(args[0], k) }), nil
}

// pick applies get to one key, or to several for a tuple.
func pick[T any](keys []T, get func(T) any) any {
	if len(keys) == 1 {
		return get(keys[0])
	}
	out := make([]any, len(keys))
	for i, k := range keys {
		out[i] = get(k)
	}
	return py.NewTuple(out...)
}

// Repr is repr(g).
func (g *ItemGetter) Repr() string {
	return "operator.itemgetter(" + reprs(g.items) + ")"
}

func reprs(items []any) string {
	parts := make([]string, len(items))
	for i, x := range items {
		parts[i] = py.Repr(x)
	}
	return strings.Join(parts, ", ")
}

// AttrGetter is operator.attrgetter.
type AttrGetter struct{ names []string }

// NewAttrGetter is attrgetter(attr, *attrs); dots go deeper.
func NewAttrGetter(attr string, attrs ...string) *AttrGetter {
	return &AttrGetter{append([]string{attr}, attrs...)}
}

// Call is g(obj).
func (g *AttrGetter) Call(_ context.Context, args []any, kw []py.Kw) (any, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, py.Errorf(py.TypeError, "attrgetter expected 1 argument, got %d", len(args))
	}
	return pick(g.names, func(name string) any {
		x := args[0]
		for _, part := range strings.Split(name, ".") {
			x = py.GetAttr(x, part)
		}
		return x
	}), nil
}

// Repr is repr(g).
func (g *AttrGetter) Repr() string {
	items := make([]any, len(g.names))
	for i, n := range g.names {
		items[i] = n
	}
	return "operator.attrgetter(" + reprs(items) + ")"
}

// MethodCaller is operator.methodcaller.
type MethodCaller struct {
	name string
	args []any
	kw   []py.Kw
}

// NewMethodCaller is methodcaller(name, *args, **kwargs).
func NewMethodCaller(name string, kwargs *py.Dict[string, any], args ...any) *MethodCaller {
	m := &MethodCaller{name: name, args: args}
	for k, v := range kwargs.Items() {
		m.kw = append(m.kw, py.Kw{Name: k, Value: v})
	}
	return m
}

// Call is m(obj).
func (m *MethodCaller) Call(ctx context.Context, args []any, kw []py.Kw) (any, error) {
	if len(args) != 1 || len(kw) > 0 {
		return nil, py.Errorf(py.TypeError, "methodcaller expected 1 argument, got %d", len(args))
	}
	return py.CallMethodKw(ctx, args[0], m.name, m.args, m.kw)
}

// Repr is repr(m).
func (m *MethodCaller) Repr() string {
	s := "operator.methodcaller(" + py.Repr(m.name)
	if len(m.args) > 0 {
		s += ", " + reprs(m.args)
	}
	for _, k := range m.kw {
		s += ", " + k.Name + "=" + py.Repr(k.Value)
	}
	return s + ")"
}

// Not is operator.not_.
func Not(x any) bool { return !py.Truth(x) }

// IsNot is operator.is_not.
func IsNot(a, b any) bool { return !py.Is(a, b) }

// CountOf is operator.countOf.
func CountOf(a, b any) int {
	n := 0
	for x := range py.SeqOf(a) {
		if py.Is(x, b) || py.Eq(x, b) {
			n++
		}
	}
	return n
}

// IndexOf is operator.indexOf.
func IndexOf(a, b any) int {
	i := 0
	for x := range py.SeqOf(a) {
		if py.Is(x, b) || py.Eq(x, b) {
			return i
		}
		i++
	}
	py.Throw(py.ValueError.New("sequence.index(x): x not in sequence"))
	return 0
}

// LengthHint is operator.length_hint.
func LengthHint(obj any, def int) int {
	if h, ok := obj.(interface{ LengthHint() int }); ok {
		return h.LengthHint()
	}
	if py.HasAttr(obj, "__len__") {
		return py.Len(obj)
	}
	if py.HasAttr(obj, "__length_hint__") {
		return py.AsInt(py.Must(py.CallMethod(py.CurrentContext(), obj, "__length_hint__")))
	}
	return def
}

// Call is operator.call(obj, *args, **kwargs).
func Call(ctx context.Context, obj any, kwargs *py.Dict[string, any], args ...any) (any, error) {
	var kw []py.Kw
	for k, v := range kwargs.Items() {
		kw = append(kw, py.Kw{Name: k, Value: v})
	}
	return py.CallKw(ctx, obj, args, kw)
}
