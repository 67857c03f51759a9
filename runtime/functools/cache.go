package functools

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/collections"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// cacheInfoClass is the named tuple CacheInfo.
var cacheInfoClass = py.Must(collections.MakeNamedTuple(context.Background(), "CacheInfo", []string{"hits", "misses", "maxsize", "currsize"}, nil, "functools"))

// cacheKey is the key of a call: the argument itself when there is one of
// type str or int, a tuple otherwise.
func cacheKey(args []any, kw []py.Kw, typed bool) any {
	if len(kw) == 0 && !typed && len(args) == 1 {
		switch args[0].(type) {
		case string, int:
			return args[0]
		}
	}
	key := append([]any(nil), args...)
	if len(kw) > 0 {
		key = append(key, any(py.Ellipsis))
		for _, k := range kw {
			key = append(key, k.Name, k.Value)
		}
	}
	if typed {
		for _, a := range args {
			key = append(key, py.TypeOf(a))
		}
		for _, k := range kw {
			key = append(key, py.TypeOf(k.Value))
		}
	}
	return py.NewTuple(key...)
}

// cached makes the caching function in front of fn; maxsize is None (no
// limit) or an int.
func cached(fn any, maxsize any, typed bool) any {
	limit := -1
	if maxsize != nil {
		limit = max(py.AsInt(maxsize), 0)
		maxsize = limit
	}
	store := py.NewDict[any, any]()
	hits, misses := 0, 0
	w := wrapper("wrapper", func(ctx context.Context, args []any, kw []py.Kw) (any, error) {
		if limit == 0 {
			misses++
			return py.CallKw(ctx, fn, args, kw)
		}
		key := cacheKey(args, kw, typed)
		if v, ok := store.Lookup(key); ok {
			hits++
			if limit > 0 {
				store.MoveToEnd(key, true)
			}
			return v, nil
		}
		misses++
		v, err := py.CallKw(ctx, fn, args, kw)
		if err != nil {
			return nil, err
		}
		if limit > 0 && !store.Contains(key) && store.Len() >= limit {
			store.PopFirst()
		}
		store.Set(key, v)
		return v, nil
	})
	UpdateWrapper(w, fn, nil, nil)
	attach(w, "cache_info", func() (any, error) {
		return py.Call(context.Background(), cacheInfoClass, hits, misses, maxsize, store.Len())
	})
	attach(w, "cache_clear", func() (any, error) {
		store.Clear()
		hits, misses = 0, 0
		return nil, nil
	})
	attach(w, "cache_parameters", func() (any, error) {
		d := py.NewDict[any, any]()
		d.Set("maxsize", maxsize)
		d.Set("typed", typed)
		return d, nil
	})
	return w
}

// attach gives a function object a method without parameters.
func attach(w any, name string, f func() (any, error)) {
	py.SetAttr(w, name, py.NewFunc(name, nil, func(context.Context, []any) (any, error) { return f() }))
}

// Cache is functools.cache(f).
func Cache(f any) any { return cached(f, nil, false) }

// LRUCache is functools.lru_cache(maxsize, typed), with or without a call.
func LRUCache(maxsize any, typed bool) any {
	if py.IsCallable(maxsize) {
		return cached(maxsize, 128, false)
	}
	if maxsize != nil && !py.FitsInt(maxsize) {
		py.Throw(py.TypeError.New("Expected first argument to be an integer, a callable, or None"))
	}
	return py.NewFunc("decorating_function", []py.Param{py.Pos("user_function")}, func(_ context.Context, a []any) (any, error) {
		return cached(a[0], maxsize, typed), nil
	})
}
