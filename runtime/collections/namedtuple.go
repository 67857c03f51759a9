package collections

import (
	"context"
	"strconv"
	"strings"
	"unicode"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// NamedTuple is namedtuple(typename, field_names, rename=, defaults=,
// module=): a dynamic subclass of tuple.
func NamedTuple(ctx context.Context, typename string, fieldNames any, rename bool, defaults, module any) (any, error) {
	fields, err := fieldList(typename, fieldNames, rename)
	if err != nil {
		return nil, err
	}
	var defs []any
	if defaults != nil {
		for v := range py.Each(defaults) {
			defs = append(defs, v)
		}
	}
	if len(defs) > len(fields) {
		return nil, py.TypeError.New("Got more default values than field names")
	}
	return MakeNamedTuple(ctx, typename, fields, defs, module)
}

func fieldList(typename string, names any, rename bool) ([]string, error) {
	var fields []string
	if s, ok := names.(string); ok {
		fields = strings.Fields(strings.ReplaceAll(s, ",", " "))
	} else {
		for n := range py.Each(names) {
			fields = append(fields, py.Str(n))
		}
	}
	seen := map[string]bool{}
	if rename {
		for i, n := range fields {
			if !identifier(n) || keyword[n] || strings.HasPrefix(n, "_") || seen[n] {
				fields[i] = "_" + strconv.Itoa(i)
			}
			seen[n] = true
		}
	}
	for _, n := range append([]string{typename}, fields...) {
		if !identifier(n) {
			return nil, py.Errorf(py.ValueError, "Type names and field names must be valid identifiers: %s", py.Repr(n))
		}
		if keyword[n] {
			return nil, py.Errorf(py.ValueError, "Type names and field names cannot be a keyword: %s", py.Repr(n))
		}
	}
	seen = map[string]bool{}
	for _, n := range fields {
		if strings.HasPrefix(n, "_") && !rename {
			return nil, py.Errorf(py.ValueError, "Field names cannot start with an underscore: %s", py.Repr(n))
		}
		if seen[n] {
			return nil, py.Errorf(py.ValueError, "Encountered duplicate field name: %s", py.Repr(n))
		}
		seen[n] = true
	}
	return fields, nil
}

var keyword = func() map[string]bool {
	m := map[string]bool{}
	for _, k := range strings.Fields("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield") {
		m[k] = true
	}
	return m
}()

func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

// MakeNamedTuple makes the class of a named tuple with checked field names;
// defs are the defaults of the last fields.
func MakeNamedTuple(ctx context.Context, typename string, fields []string, defs []any, module any) (any, error) {
	names := make([]any, len(fields))
	for i, f := range fields {
		names[i] = f
	}
	fieldTuple := py.NewTuple(names...)
	ns := py.NewNamespace()
	if module == nil {
		module = "__main__"
	}
	ns.Set("__module__", module)
	ns.Set("__doc__", typename+"("+strings.Join(fields, ", ")+")")
	ns.Set("__slots__", py.NewTuple[any]())
	ns.Set("_fields", fieldTuple)
	ns.Set("__match_args__", fieldTuple)
	fieldDefaults := py.NewDict[any, any]()
	params := []py.Param{py.PosOnly("_cls")}
	first := len(fields) - len(defs)
	for i, f := range fields {
		p := py.Pos(f)
		if i >= first {
			p = p.Default(defs[i-first])
			fieldDefaults.Set(f, defs[i-first])
		}
		params = append(params, p)
	}
	ns.Set("_field_defaults", fieldDefaults)
	makeOf := func(ctx context.Context, cls any, values []any) (any, error) {
		return py.Call(ctx, py.GetAttr(py.TupleType, "__new__"), cls, py.NewTuple(values...))
	}
	ns.Set("__new__", py.NewFunc("__new__", params, func(ctx context.Context, a []any) (any, error) {
		return makeOf(ctx, a[0], append([]any(nil), a[1:]...))
	}).WithQualname(typename+".__new__"))
	ns.Set("_make", py.NewClassMethod(py.NewFunc("_make", []py.Param{py.Pos("cls"), py.Pos("iterable")}, func(ctx context.Context, a []any) (any, error) {
		var values []any
		for v := range py.Each(a[1]) {
			values = append(values, v)
		}
		if len(values) != len(fields) {
			return nil, py.Errorf(py.TypeError, "Expected %d arguments, got %d", len(fields), len(values))
		}
		return makeOf(ctx, a[0], values)
	}).WithQualname(typename+"._make")))
	ns.Set("_replace", py.NewFunc("_replace", []py.Param{py.PosOnly("self"), py.VarKw("kwds")}, func(ctx context.Context, a []any) (any, error) {
		kwds := a[1].(*py.Dict[any, any]).Copy()
		values := make([]any, len(fields))
		for i, f := range fields {
			values[i] = py.GetItem(a[0], i)
			if v, ok := kwds.Lookup(f); ok {
				values[i] = v
				kwds.Delete(f)
			}
		}
		if kwds.Len() > 0 {
			var bad []any
			for k := range kwds.Keys() {
				bad = append(bad, k)
			}
			return nil, py.Errorf(py.TypeError, "Got unexpected field names: %s", py.Repr(py.NewList(bad...)))
		}
		return makeOf(ctx, py.TypeOf(a[0]), values)
	}).WithQualname(typename+"._replace"))
	ns.Set("_asdict", py.NewFunc("_asdict", []py.Param{py.Pos("self")}, func(_ context.Context, a []any) (any, error) {
		d := py.NewDict[any, any]()
		for i, f := range fields {
			d.Set(f, py.GetItem(a[0], i))
		}
		return d, nil
	}).WithQualname(typename+"._asdict"))
	ns.Set("__repr__", py.NewFunc("__repr__", []py.Param{py.Pos("self")}, func(_ context.Context, a []any) (any, error) {
		parts := make([]string, len(fields))
		for i, f := range fields {
			parts[i] = f + "=" + py.Repr(py.GetItem(a[0], i))
		}
		return py.TypeOf(a[0]).Name() + "(" + strings.Join(parts, ", ") + ")", nil
	}).WithQualname(typename+".__repr__"))
	for i, f := range fields {
		get := py.NewFunc(f, []py.Param{py.Pos("self")}, func(_ context.Context, a []any) (any, error) {
			return py.Base(a[0]).(*py.Tuple[any]).Get(i), nil
		})
		ns.Set(f, py.NewProperty(get, nil, nil, "Alias for field number "+strconv.Itoa(i)))
	}
	return py.NewClass(ctx, typename, []any{py.TupleType}, ns, nil)
}
