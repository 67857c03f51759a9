package functools

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

func param(names ...string) []py.Param {
	out := make([]py.Param, len(names))
	for i, n := range names {
		out[i] = py.Pos(n)
	}
	return out
}

// CachedProperty is the class functools.cached_property: a descriptor that
// keeps its value in the instance's __dict__.
var CachedProperty = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "functools")
	ns.Set("__init__", py.NewFunc("__init__", param("self", "func"), func(_ context.Context, a []any) (any, error) {
		py.SetAttr(a[0], "func", a[1])
		py.SetAttr(a[0], "attrname", nil)
		py.SetAttr(a[0], "__doc__", py.GetAttrDefault(a[1], "__doc__", nil))
		return nil, nil
	}))
	ns.Set("__set_name__", py.NewFunc("__set_name__", param("self", "owner", "name"), func(_ context.Context, a []any) (any, error) {
		py.SetAttr(a[0], "attrname", a[2])
		return nil, nil
	}))
	get := py.NewFunc("__get__", []py.Param{py.Pos("self"), py.Pos("instance"), py.Pos("owner").Default(nil)}, func(ctx context.Context, a []any) (any, error) {
		if a[1] == nil {
			return a[0], nil
		}
		name := py.GetAttr(a[0], "attrname")
		if name == nil {
			return nil, py.TypeError.New("Cannot use cached_property instance without calling __set_name__ on it.")
		}
		dict := py.GetAttrDefault(a[1], "__dict__", nil)
		if dict == nil {
			return nil, py.Errorf(py.TypeError, "No '__dict__' attribute on %s instance to cache %s property.", py.Repr(py.TypeOf(a[1]).Name()), py.Repr(name))
		}
		v, err := py.Call(ctx, py.GetAttr(a[0], "func"), a[1])
		if err != nil {
			return nil, err
		}
		py.SetItem(dict, name, v)
		return v, nil
	})
	ns.Set("__get__", get)
	return py.Must(py.NewClass(context.Background(), "cached_property", nil, ns, nil)).(*py.Class)
}()

// orderings lists, for each comparison that a class may define, how the
// others follow from it: the root's result combined with == or not.
var orderings = map[string][]derived{
	"__lt__": {{"__gt__", true, "ne-and"}, {"__le__", false, "or-eq"}, {"__ge__", true, ""}},
	"__le__": {{"__ge__", true, "or-eq"}, {"__lt__", false, "and-ne"}, {"__gt__", true, ""}},
	"__gt__": {{"__lt__", true, "ne-and"}, {"__ge__", false, "or-eq"}, {"__le__", true, ""}},
	"__ge__": {{"__le__", true, "or-eq"}, {"__gt__", false, "and-ne"}, {"__lt__", true, ""}},
}

// derived is a comparison made from the root: negated or not, and joined with
// equality.
type derived struct {
	name   string
	negate bool
	join   string
}

// TotalOrdering is functools.total_ordering(cls): a class decorator.
func TotalOrdering(cls any) any {
	c, ok := cls.(*py.Class)
	if !ok {
		py.Throw(py.TypeError.New("total_ordering() argument must be a class"))
	}
	root := ""
	for _, n := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
		if own := py.GetAttrDefault(c, n, nil); own != nil && own != py.GetAttr(py.ObjectType, n) {
			root = n
			break
		}
	}
	if root == "" {
		py.Throw(py.ValueError.New("must define at least one ordering operation: < > <= >="))
	}
	for _, d := range orderings[root] {
		if own := py.GetAttrDefault(c, d.name, nil); own != nil && own != py.GetAttr(py.ObjectType, d.name) {
			continue
		}
		f := py.NewFunc(d.name, param("self", "other"), func(ctx context.Context, a []any) (any, error) {
			r, err := py.CallMethod(ctx, py.TypeOf(a[0]), root, a[0], a[1])
			if err != nil || r == any(py.NotImplemented) {
				return r, err
			}
			v := py.Truth(r)
			switch d.join {
			case "ne-and": // not root and self != other
				return !v && py.Ne(a[0], a[1]), nil
			case "or-eq":
				if d.negate {
					return !v || py.Eq(a[0], a[1]), nil
				}
				return v || py.Eq(a[0], a[1]), nil
			case "and-ne":
				return v && py.Ne(a[0], a[1]), nil
			}
			return !v, nil
		})
		py.SetAttr(c, d.name, f)
	}
	return c
}

// SingleDispatch is functools.singledispatch(f).
func SingleDispatch(f any) any {
	registry := py.NewDict[any, any]()
	registry.Set(any(py.ObjectType), f)
	dispatch := func(c *py.Class) any {
		for _, k := range c.MRO() {
			if impl, ok := registry.Lookup(any(k)); ok && k != py.ObjectType {
				return impl
			}
		}
		// Abstract classes that c is one of: the most special of them.
		var best *py.Class
		found, _ := registry.Lookup(any(py.ObjectType))
		for k, impl := range registry.Items() {
			kc, ok := k.(*py.Class)
			if !ok || kc == py.ObjectType || !py.IsSubclass(c, kc) {
				continue
			}
			if best == nil || py.IsSubclass(kc, best) {
				best, found = kc, impl
			}
		}
		return found
	}
	name := py.AsString(py.GetAttrDefault(f, "__name__", "singledispatch function"))
	w := wrapper(name, func(ctx context.Context, args []any, kw []py.Kw) (any, error) {
		if len(args) == 0 {
			return nil, py.Errorf(py.TypeError, "%s requires at least 1 positional argument", name)
		}
		return py.CallKw(ctx, dispatch(py.TypeOf(args[0])), args, kw)
	})
	UpdateWrapper(w, f, nil, nil)
	py.SetAttr(w, "registry", registry)
	py.SetAttr(w, "dispatch", py.NewFunc("dispatch", param("cls"), func(_ context.Context, a []any) (any, error) {
		return dispatch(a[0].(*py.Class)), nil
	}))
	py.SetAttr(w, "register", py.NewFunc("register", []py.Param{py.Pos("cls"), py.Pos("func").Default(nil)}, func(_ context.Context, a []any) (any, error) {
		return register(registry, a[0], a[1])
	}))
	return w
}

// register is the register attribute of a single-dispatch function.
func register(registry *py.Dict[any, any], cls, fn any) (any, error) {
	if _, isClass := cls.(*py.Class); !isClass && fn == nil && py.HasAttr(cls, "__annotations__") {
		fn = cls
		ann := py.TypeHints(fn)
		if ann == nil || ann.Len() == 0 {
			return nil, py.Errorf(py.TypeError, "Invalid first argument to `register()`: %s. Use either `@register(some_class)` or plain `@register` on an annotated function.", py.Repr(fn))
		}
		for _, v := range ann.Items() {
			cls = v
			break
		}
	}
	classes := []any{cls}
	if args := py.GetAttrDefault(cls, "__args__", nil); args != nil {
		classes = nil
		for c := range py.Each(args) {
			classes = append(classes, c)
		}
	}
	if fn == nil {
		return py.NewFunc("<lambda>", param("f"), func(_ context.Context, a []any) (any, error) {
			return register(registry, cls, a[0])
		}), nil
	}
	for _, c := range classes {
		if c == nil {
			c = py.NoneType
		}
		registry.Set(c, fn)
	}
	return fn, nil
}

// PartialMethod is the class functools.partialmethod: a descriptor that binds
// the function to the instance and the arguments that it was made with.
var PartialMethod = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "functools")
	ns.Set("__init__", py.NewFunc("__init__", []py.Param{py.PosOnly("self"), py.PosOnly("func"), py.VarArgs("args"), py.VarKw("keywords")}, func(_ context.Context, a []any) (any, error) {
		if _, ok := a[1].(py.Callable); !ok && !py.HasAttr(a[1], "__get__") {
			return nil, py.Errorf(py.TypeError, "%s is not callable or a descriptor", py.Repr(a[1]))
		}
		py.SetAttr(a[0], "func", a[1])
		py.SetAttr(a[0], "args", a[2])
		py.SetAttr(a[0], "keywords", a[3])
		return nil, nil
	}))
	ns.Set("__get__", py.NewFunc("__get__", []py.Param{py.Pos("self"), py.Pos("obj"), py.Pos("cls").Default(nil)}, func(ctx context.Context, a []any) (any, error) {
		self, obj, cls := a[0], a[1], a[2]
		f := py.GetAttr(self, "func")
		if get := py.GetAttrDefault(f, "__get__", nil); get != nil {
			bound, err := py.Call(ctx, get, obj, cls)
			if err != nil {
				return nil, err
			}
			f = bound
		}
		first := append([]any(nil), py.GetAttr(self, "args").(*py.Tuple[any]).Items()...)
		given := py.GetAttr(self, "keywords")
		return wrapper("_method", func(ctx context.Context, args []any, kw []py.Kw) (any, error) {
			all := append([]any(nil), first...)
			if obj == nil && len(args) > 0 { // taken from the class: self comes first
				all = append([]any{args[0]}, all...)
				args = args[1:]
			}
			named := map[string]bool{}
			for _, k := range kw {
				named[k.Name] = true
			}
			for name := range py.Each(given) {
				if n := py.AsString(name); !named[n] {
					kw = append(kw, py.Kw{Name: n, Value: py.GetItem(given, name)})
				}
			}
			return py.CallKw(ctx, f, append(all, args...), kw)
		}), nil
	}))
	return py.Must(py.NewClass(context.Background(), "partialmethod", nil, ns, nil)).(*py.Class)
}()

// SingleDispatchMethod is the class functools.singledispatchmethod: a
// descriptor that dispatches on the first argument after self.
var SingleDispatchMethod = func() *py.Class {
	ns := py.NewNamespace()
	ns.Set("__module__", "functools")
	ns.Set("__init__", py.NewFunc("__init__", param("self", "func"), func(_ context.Context, a []any) (any, error) {
		py.SetAttr(a[0], "func", a[1])
		py.SetAttr(a[0], "dispatcher", SingleDispatch(a[1]))
		return nil, nil
	}))
	ns.Set("register", py.NewFunc("register", []py.Param{py.Pos("self"), py.Pos("cls"), py.Pos("method").Default(nil)}, func(ctx context.Context, a []any) (any, error) {
		return py.Call(ctx, py.GetAttr(py.GetAttr(a[0], "dispatcher"), "register"), a[1], a[2])
	}))
	ns.Set("__get__", py.NewFunc("__get__", []py.Param{py.Pos("self"), py.Pos("obj"), py.Pos("cls").Default(nil)}, func(_ context.Context, a []any) (any, error) {
		self, obj := a[0], a[1]
		w := wrapper("_method", func(ctx context.Context, args []any, kw []py.Kw) (any, error) {
			if len(args) == 0 {
				return nil, py.Errorf(py.TypeError, "%s requires at least 1 positional argument", py.Str(py.GetAttrDefault(py.GetAttr(self, "func"), "__name__", "singledispatchmethod method")))
			}
			impl, err := py.Call(ctx, py.GetAttr(py.GetAttr(self, "dispatcher"), "dispatch"), py.TypeOf(args[0]))
			if err != nil {
				return nil, err
			}
			if obj != nil {
				args = append([]any{obj}, args...)
			}
			return py.CallKw(ctx, impl, args, kw)
		})
		UpdateWrapper(w, py.GetAttr(self, "func"), nil, nil)
		return w, nil
	}))
	return py.Must(py.NewClass(context.Background(), "singledispatchmethod", nil, ns, nil)).(*py.Class)
}()
