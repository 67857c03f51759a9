package json

import (
	"context"
	"strings"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// DumpsPlain is json.dumps(obj) without options.
func DumpsPlain(ctx context.Context, obj any) (string, error) {
	return Encode(ctx, obj, &DefaultOptions)
}

// Dumps is json.dumps with all its options; nil stands for None.
func Dumps(ctx context.Context, obj any, skipkeys, ensureASCII, checkCircular, allowNaN bool, cls, indent, separators, def any, sortKeys bool, kw *py.Dict[string, any]) (string, error) {
	if cls == nil && kw.Len() == 0 {
		o, err := options(skipkeys, ensureASCII, checkCircular, allowNaN, indent, separators, def, sortKeys)
		if err != nil {
			return "", err
		}
		return Encode(ctx, obj, o)
	}
	var enc any = JSONEncoder
	if cls != nil {
		enc = cls
	}
	args := []py.Kw{
		{Name: "skipkeys", Value: skipkeys}, {Name: "ensure_ascii", Value: ensureASCII}, {Name: "check_circular", Value: checkCircular},
		{Name: "allow_nan", Value: allowNaN}, {Name: "indent", Value: indent}, {Name: "separators", Value: separators},
		{Name: "default", Value: def}, {Name: "sort_keys", Value: sortKeys},
	}
	for k, v := range kw.Items() {
		args = append(args, py.Kw{Name: k, Value: v})
	}
	inst, err := py.CallKw(ctx, enc, nil, args)
	if err != nil {
		return "", err
	}
	s, err := py.CallMethod(ctx, inst, "encode", obj)
	if err != nil {
		return "", err
	}
	return py.Str(s), nil
}

// options makes the Options of Python's arguments.
func options(skipkeys, ensureASCII, checkCircular, allowNaN bool, indent, separators, def any, sortKeys bool) (*Options, error) {
	o := &Options{SkipKeys: skipkeys, EnsureASCII: ensureASCII, CheckCircular: checkCircular, AllowNaN: allowNaN, SortKeys: sortKeys, ItemSep: ", ", KeySep: ": "}
	switch v := indent.(type) {
	case nil:
	case string:
		o.Indent, o.Pretty = v, true
	default:
		o.Indent, o.Pretty = strings.Repeat(" ", max(py.AsInt(v), 0)), true
	}
	if o.Pretty {
		o.ItemSep = ","
	}
	if separators != nil {
		err := py.Catch(func() error {
			pair := py.Unpack(separators, 2)
			o.ItemSep, o.KeySep = py.AsString(pair[0]), py.AsString(pair[1])
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if def != nil {
		o.Default = func(ctx context.Context, x any) (any, error) { return py.Call(ctx, def, x) }
	}
	return o, nil
}

// Dump is json.dump: Dumps written to a file.
func Dump(ctx context.Context, obj, fp any, skipkeys, ensureASCII, checkCircular, allowNaN bool, cls, indent, separators, def any, sortKeys bool, kw *py.Dict[string, any]) error {
	s, err := Dumps(ctx, obj, skipkeys, ensureASCII, checkCircular, allowNaN, cls, indent, separators, def, sortKeys, kw)
	if err != nil {
		return err
	}
	_, err = py.CallMethod(ctx, fp, "write", s)
	return err
}

// LoadsPlain is json.loads(s) of a string without options.
func LoadsPlain(ctx context.Context, s string) (any, error) { return Decode(ctx, s, &Hooks{}) }

// text is the text of loads' argument: a str, or UTF-8 bytes.
func text(s any) (string, error) {
	switch v := py.Base(s).(type) {
	case string:
		return v, nil
	case py.Bytes:
		return strings.TrimPrefix(string(v), "\ufeff"), nil
	case *py.ByteArray:
		return strings.TrimPrefix(string(v.Bytes()), "\ufeff"), nil
	}
	return "", py.Errorf(py.TypeError, "the JSON object must be str, bytes or bytearray, not %s", py.TypeOf(s).Name())
}

// Loads is json.loads with all its options; nil stands for None.
func Loads(ctx context.Context, s, cls, objectHook, parseFloat, parseInt, parseConstant, objectPairsHook any, strict bool) (any, error) {
	t, err := text(s)
	if err != nil {
		return nil, err
	}
	if cls != nil {
		inst, err := py.CallKw(ctx, cls, nil, hookArgs(objectHook, parseFloat, parseInt, parseConstant, objectPairsHook))
		if err != nil {
			return nil, err
		}
		return py.CallMethod(ctx, inst, "decode", t)
	}
	return Decode(ctx, t, hooks(objectHook, parseFloat, parseInt, parseConstant, objectPairsHook, strict))
}

func hookArgs(objectHook, parseFloat, parseInt, parseConstant, objectPairsHook any) []py.Kw {
	var kw []py.Kw
	for _, k := range []py.Kw{{Name: "object_hook", Value: objectHook}, {Name: "parse_float", Value: parseFloat}, {Name: "parse_int", Value: parseInt},
		{Name: "parse_constant", Value: parseConstant}, {Name: "object_pairs_hook", Value: objectPairsHook}} {
		if k.Value != nil {
			kw = append(kw, k)
		}
	}
	return kw
}

func hooks(objectHook, parseFloat, parseInt, parseConstant, objectPairsHook any, strict bool) *Hooks {
	h := &Hooks{AllowControls: !strict}
	if f := objectHook; f != nil {
		h.Object = func(ctx context.Context, d *py.Dict[any, any]) (any, error) { return py.Call(ctx, f, d) }
	}
	if f := objectPairsHook; f != nil {
		h.ObjectPairs = func(ctx context.Context, l *py.List[any]) (any, error) { return py.Call(ctx, f, l) }
	}
	h.Float, h.Int, h.Constant = textHook(parseFloat), textHook(parseInt), textHook(parseConstant)
	return h
}

func textHook(f any) func(ctx context.Context, s string) (any, error) {
	if f == nil {
		return nil
	}
	return func(ctx context.Context, s string) (any, error) { return py.Call(ctx, f, s) }
}

// Load is json.load: Loads of fp.read().
func Load(ctx context.Context, fp, cls, objectHook, parseFloat, parseInt, parseConstant, objectPairsHook any, strict bool) (any, error) {
	s, err := py.CallMethod(ctx, fp, "read")
	if err != nil {
		return nil, err
	}
	return Loads(ctx, s, cls, objectHook, parseFloat, parseInt, parseConstant, objectPairsHook, strict)
}
