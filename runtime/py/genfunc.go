package py

import "context"

// NewGenFunc returns a generator function: a call binds the arguments and
// gives a generator whose body has not started.
func NewGenFunc(name string, params []Param, body func(ctx context.Context, args []any, y *Yielder[any]) error) *Func {
	var f *Func
	f = NewFunc(name, params, func(ctx context.Context, args []any) (any, error) {
		kept := append([]any(nil), args...)
		g := NewGenerator(f.name, func(y *Yielder[any]) error { return body(ctx, kept, y) })
		g.qualname = f.qualname
		return g, nil
	})
	f.IsGenerator = true
	return f
}
