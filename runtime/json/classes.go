package json

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

var encoderOptions = []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent", "separators"}

// JSONEncoder is the class json.JSONEncoder, for programs that derive from it
// and override default.
var JSONEncoder = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "json.encoder")
	ns.Set("item_separator", ", ")
	ns.Set("key_separator", ": ")
	params := []py.Param{py.Pos("self"), py.KwOnly("skipkeys").Default(false), py.KwOnly("ensure_ascii").Default(true), py.KwOnly("check_circular").Default(true),
		py.KwOnly("allow_nan").Default(true), py.KwOnly("sort_keys").Default(false), py.KwOnly("indent").Default(nil),
		py.KwOnly("separators").Default(nil), py.KwOnly("default").Default(nil)}
	ns.Set("__init__", py.NewFunc("__init__", params, func(_ context.Context, a []any) (any, error) {
		for i, n := range encoderOptions {
			if n != "separators" {
				py.SetAttr(a[0], n, a[i+1])
			}
		}
		o, err := options(false, true, true, true, a[6], a[7], nil, false)
		if err != nil {
			return nil, err
		}
		if a[6] != nil || a[7] != nil {
			py.SetAttr(a[0], "item_separator", o.ItemSep)
			py.SetAttr(a[0], "key_separator", o.KeySep)
		}
		if a[8] != nil {
			py.SetAttr(a[0], "default", a[8])
		}
		return nil, nil
	}).WithQualname("JSONEncoder.__init__"))
	ns.Set("default", py.NewFunc("default", []py.Param{py.Pos("self"), py.Pos("o")}, func(_ context.Context, a []any) (any, error) {
		return nil, notSerializable(a[1])
	}).WithQualname("JSONEncoder.default"))
	encode := func(ctx context.Context, self, obj any) (string, error) {
		sep := py.NewTuple[any](py.GetAttr(self, "item_separator"), py.GetAttr(self, "key_separator"))
		flag := func(name string) bool { return py.Truth(py.GetAttr(self, name)) }
		o, err := options(flag("skipkeys"), flag("ensure_ascii"), flag("check_circular"), flag("allow_nan"), py.GetAttr(self, "indent"), sep, nil, flag("sort_keys"))
		if err != nil {
			return "", err
		}
		o.Default = func(ctx context.Context, x any) (any, error) { return py.CallMethod(ctx, self, "default", x) }
		return Encode(ctx, obj, o)
	}
	ns.Set("encode", py.NewFunc("encode", []py.Param{py.Pos("self"), py.Pos("o")}, func(ctx context.Context, a []any) (any, error) {
		return encode(ctx, a[0], a[1])
	}).WithQualname("JSONEncoder.encode"))
	ns.Set("iterencode", py.NewFunc("iterencode", []py.Param{py.Pos("self"), py.Pos("o")}, func(ctx context.Context, a []any) (any, error) {
		s, err := encode(ctx, a[0], a[1])
		if err != nil {
			return nil, err
		}
		return py.IterValue(py.NewList[any](s)), nil
	}).WithQualname("JSONEncoder.iterencode"))
	return py.Must(py.NewClass(context.Background(), "JSONEncoder", nil, ns, nil)).(*py.Class)
}()

// JSONDecoder is the class json.JSONDecoder.
var JSONDecoder = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "json.decoder")
	names := []string{"object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"}
	params := []py.Param{py.Pos("self")}
	for _, n := range names {
		params = append(params, py.KwOnly(n).Default(nil))
	}
	params = append(params, py.KwOnly("strict").Default(true))
	ns.Set("__init__", py.NewFunc("__init__", params, func(_ context.Context, a []any) (any, error) {
		for i, n := range names {
			py.SetAttr(a[0], n, a[i+1])
		}
		py.SetAttr(a[0], "strict", a[6])
		return nil, nil
	}).WithQualname("JSONDecoder.__init__"))
	of := func(self any) *Hooks {
		get := func(n string) any { return py.GetAttr(self, n) }
		return hooks(get("object_hook"), get("parse_float"), get("parse_int"), get("parse_constant"), get("object_pairs_hook"), py.Truth(get("strict")))
	}
	ns.Set("decode", py.NewFunc("decode", []py.Param{py.Pos("self"), py.Pos("s")}, func(ctx context.Context, a []any) (any, error) {
		t, err := text(a[1])
		if err != nil {
			return nil, err
		}
		return Decode(ctx, t, of(a[0]))
	}).WithQualname("JSONDecoder.decode"))
	ns.Set("raw_decode", py.NewFunc("raw_decode", []py.Param{py.Pos("self"), py.Pos("s"), py.Pos("idx").Default(0)}, func(ctx context.Context, a []any) (any, error) {
		s := py.AsString(a[1])
		at := byteOffset(s, py.AsInt(a[2]))
		v, end, err := DecodePrefix(ctx, s, at, of(a[0]))
		if err != nil {
			return nil, err
		}
		return py.NewTuple[any](v, py.StrLen(s[:end])), nil
	}).WithQualname("JSONDecoder.raw_decode"))
	return py.Must(py.NewClass(context.Background(), "JSONDecoder", nil, ns, nil)).(*py.Class)
}()

// byteOffset is the byte offset of code point i.
func byteOffset(s string, i int) int {
	for at := range s {
		if i == 0 {
			return at
		}
		i--
	}
	return len(s)
}
