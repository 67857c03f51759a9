package functools

import (
	"context"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Partial is functools.partial.
type Partial struct {
	fn   any
	args []any
	kw   []py.Kw
}

// NewPartial is partial(func, *args, **keywords).
func NewPartial(fn any, keywords *py.Dict[string, any], args ...any) *Partial {
	if !py.IsCallable(fn) {
		py.Throw(py.TypeError.New("the first argument must be callable"))
	}
	p := &Partial{fn: fn, args: args, kw: keywordsOf(keywords)}
	if inner, ok := fn.(*Partial); ok {
		p.fn = inner.fn
		p.args = append(append([]any(nil), inner.args...), args...)
		p.kw = mergeKw(inner.kw, p.kw)
	}
	return p
}

// keywordsOf turns a **keywords parameter into keyword arguments.
func keywordsOf(d *py.Dict[string, any]) []py.Kw {
	var kw []py.Kw
	for k, v := range d.Items() {
		kw = append(kw, py.Kw{Name: k, Value: v})
	}
	return kw
}

// mergeKw adds keywords, later ones replacing earlier ones in place.
func mergeKw(a, b []py.Kw) []py.Kw {
	out := append([]py.Kw(nil), a...)
next:
	for _, k := range b {
		for i := range out {
			if out[i].Name == k.Name {
				out[i].Value = k.Value
				continue next
			}
		}
		out = append(out, k)
	}
	return out
}

// Call is p(*args, **kwargs).
func (p *Partial) Call(ctx context.Context, args []any, kw []py.Kw) (any, error) {
	all := append(append(make([]any, 0, len(p.args)+len(args)), p.args...), args...)
	return py.CallKw(ctx, p.fn, all, mergeKw(p.kw, kw))
}

// Func is the attribute func.
func (p *Partial) Func() any { return p.fn }

// Args is the attribute args.
func (p *Partial) Args() *py.Tuple[any] { return py.NewTuple(p.args...) }

// Keywords is the attribute keywords.
func (p *Partial) Keywords() *py.Dict[any, any] {
	d := py.NewDict[any, any]()
	for _, k := range p.kw {
		d.Set(k.Name, k.Value)
	}
	return d
}

// Repr is repr(p).
func (p *Partial) Repr() string {
	parts := []string{py.Repr(p.fn)}
	for _, a := range p.args {
		parts = append(parts, py.Repr(a))
	}
	for _, k := range p.kw {
		parts = append(parts, k.Name+"="+py.Repr(k.Value))
	}
	return "functools.partial(" + strings.Join(parts, ", ") + ")"
}
