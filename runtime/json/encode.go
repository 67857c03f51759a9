package json

import (
	"context"
	"math"
	"math/big"
	"sort"
	"strconv"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Options are the keyword arguments of json.dumps. The zero value is not the
// default; see DefaultOptions.
type Options struct {
	SkipKeys      bool
	EnsureASCII   bool
	CheckCircular bool
	AllowNaN      bool
	Indent        string // one level of indentation
	Pretty        bool   // indent is not None
	ItemSep       string
	KeySep        string
	SortKeys      bool
	Default       func(ctx context.Context, x any) (any, error) // nil: TypeError
}

// DefaultOptions are the defaults of json.dumps.
var DefaultOptions = Options{EnsureASCII: true, CheckCircular: true, AllowNaN: true, ItemSep: ", ", KeySep: ": "}

// Encode returns the JSON text of x.
func Encode(ctx context.Context, x any, o *Options) (string, error) {
	e := encoder{ctx: ctx, opts: o}
	err := py.Catch(func() error { return e.value(x, 0) })
	if err != nil {
		return "", err
	}
	return string(e.buf), nil
}

type encoder struct {
	ctx    context.Context
	opts   *Options
	buf    []byte
	active []any // containers being written, for the circularity check
}

// based is an instance of a user class that derives from a builtin one.
type based interface{ Base() any }

func (e *encoder) value(x any, depth int) error {
	switch v := x.(type) {
	case nil:
		e.buf = append(e.buf, "null"...)
		return nil
	case bool:
		e.buf = strconv.AppendBool(e.buf, v)
		return nil
	case int:
		e.buf = strconv.AppendInt(e.buf, int64(v), 10)
		return nil
	case *big.Int:
		e.buf = append(e.buf, py.Str(v)...)
		return nil
	case float64:
		return e.float(v)
	case string:
		e.buf = appendQuoted(e.buf, v, e.opts.EnsureASCII)
		return nil
	case py.AnyDict:
		return e.nested(x, func() error { return e.dict(v, depth) })
	case py.AnyList:
		return e.nested(x, func() error { return e.list(v, depth) })
	case py.AnyTuple:
		return e.nested(x, func() error { return e.list(v, depth) })
	case based:
		switch b := v.Base().(type) {
		case nil:
		case py.AnyDict:
			return e.nested(x, func() error { return e.dict(b, depth) })
		case py.AnySequence:
			return e.nested(x, func() error { return e.list(b, depth) })
		case string, int, *big.Int, float64:
			return e.value(b, depth)
		}
	}
	return e.other(x, depth)
}

// other asks default for a replacement.
func (e *encoder) other(x any, depth int) error {
	if e.opts.Default == nil {
		return notSerializable(x)
	}
	return e.nested(x, func() error {
		v, err := e.opts.Default(e.ctx, x)
		if err != nil {
			return err
		}
		return e.value(v, depth)
	})
}

func notSerializable(x any) error {
	return py.Errorf(py.TypeError, "Object of type %s is not JSON serializable", py.TypeOf(x).Name())
}

// nested writes a container, once at a time.
func (e *encoder) nested(x any, write func() error) error {
	if e.opts.CheckCircular {
		for _, a := range e.active {
			if py.Is(a, x) {
				return py.ValueError.New("Circular reference detected")
			}
		}
		e.active = append(e.active, x)
		defer func() { e.active = e.active[:len(e.active)-1] }()
	}
	return write()
}

func (e *encoder) float(f float64) error {
	s, err := floatText(f, e.opts.AllowNaN)
	e.buf = append(e.buf, s...)
	return err
}

func floatText(f float64, allowNaN bool) (string, error) {
	var s string
	switch {
	case math.IsNaN(f):
		s = "NaN"
	case math.IsInf(f, 1):
		s = "Infinity"
	case math.IsInf(f, -1):
		s = "-Infinity"
	default:
		return py.Repr(f), nil
	}
	if !allowNaN {
		return "", py.Errorf(py.ValueError, "Out of range float values are not JSON compliant: %s", py.Repr(f))
	}
	return s, nil
}

func (e *encoder) newline(depth int) {
	if !e.opts.Pretty {
		return
	}
	e.buf = append(e.buf, '\n')
	for range depth {
		e.buf = append(e.buf, e.opts.Indent...)
	}
}

func (e *encoder) list(l py.AnySequence, depth int) error {
	if l.Len() == 0 {
		e.buf = append(e.buf, "[]"...)
		return nil
	}
	e.buf = append(e.buf, '[')
	for i := 0; i < l.Len(); i++ {
		if i > 0 {
			e.buf = append(e.buf, e.opts.ItemSep...)
		}
		e.newline(depth + 1)
		if err := e.value(l.AtAny(i), depth+1); err != nil {
			return err
		}
	}
	e.newline(depth)
	e.buf = append(e.buf, ']')
	return nil
}

func (e *encoder) dict(d py.AnyDict, depth int) error {
	if d.Len() == 0 {
		e.buf = append(e.buf, "{}"...)
		return nil
	}
	e.buf = append(e.buf, '{')
	first := true
	item := func(k, v any) error {
		key, ok, err := e.key(k)
		if !ok || err != nil {
			return err
		}
		if !first {
			e.buf = append(e.buf, e.opts.ItemSep...)
		}
		first = false
		e.newline(depth + 1)
		e.buf = appendQuoted(e.buf, key, e.opts.EnsureASCII)
		e.buf = append(e.buf, e.opts.KeySep...)
		return e.value(v, depth+1)
	}
	var err error
	if e.opts.SortKeys {
		err = sortedItems(d, item)
	} else {
		d.EachItem(func(k, v any) bool {
			err = item(k, v)
			return err == nil
		})
	}
	if err != nil {
		return err
	}
	if !first {
		e.newline(depth)
	}
	e.buf = append(e.buf, '}')
	return nil
}

func sortedItems(d py.AnyDict, f func(k, v any) error) error {
	type pair struct{ k, v any }
	var items []pair
	d.EachItem(func(k, v any) bool {
		items = append(items, pair{k, v})
		return true
	})
	sort.SliceStable(items, func(i, j int) bool { return py.Lt(items[i].k, items[j].k) })
	for _, it := range items {
		if err := f(it.k, it.v); err != nil {
			return err
		}
	}
	return nil
}

// key is the JSON key of a dict key; false to skip the item.
func (e *encoder) key(k any) (string, bool, error) {
	switch v := k.(type) {
	case string:
		return v, true, nil
	case nil:
		return "null", true, nil
	case bool:
		return strconv.FormatBool(v), true, nil
	case int, *big.Int:
		return py.Str(v), true, nil
	case float64:
		s, err := floatText(v, e.opts.AllowNaN)
		return s, true, err
	case based:
		switch b := v.Base().(type) {
		case string, int, *big.Int, float64:
			return e.key(b)
		}
	}
	if e.opts.SkipKeys {
		return "", false, nil
	}
	return "", false, py.Errorf(py.TypeError, "keys must be str, int, float, bool or None, not %s", py.TypeOf(k).Name())
}
