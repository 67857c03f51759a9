package asyncio

import "context"

// Bind is the call f(a) of an async function as a coroutine object: the
// argument is evaluated, the body does not run yet. Bind0 to Bind6 are the
// same for other numbers of arguments, BindVoid0 to BindVoid6 for functions
// without a result.
func Bind[A, T any](fn func(ctx context.Context, a A) (T, error), a A) *Coro[T] {
	return &Coro[T]{name: fn, fn: func(ctx context.Context) (T, error) { return fn(ctx, a) }}
}

// BindVoid is Bind for a function without a result: the coroutine gives None.
func BindVoid[A any](fn func(ctx context.Context, a A) error, a A) *Coro[any] {
	return &Coro[any]{name: fn, fn: func(ctx context.Context) (any, error) { return nil, fn(ctx, a) }}
}

// Bind0 is the call f() as a coroutine object; see Bind.
func Bind0[T any](fn func(ctx context.Context) (T, error)) *Coro[T] {
	return &Coro[T]{name: fn, fn: fn}
}

// BindVoid0 is the call f() as a coroutine object; see BindVoid.
func BindVoid0(fn func(ctx context.Context) error) *Coro[any] {
	return &Coro[any]{name: fn, fn: void(fn)}
}

// Bind2 is Bind for 2 arguments.
func Bind2[A, B, T any](fn func(ctx context.Context, a A, b B) (T, error), a A, b B) *Coro[T] {
	return &Coro[T]{name: fn, fn: func(ctx context.Context) (T, error) { return fn(ctx, a, b) }}
}

// BindVoid2 is BindVoid for 2 arguments.
func BindVoid2[A, B any](fn func(ctx context.Context, a A, b B) error, a A, b B) *Coro[any] {
	return &Coro[any]{name: fn, fn: func(ctx context.Context) (any, error) { return nil, fn(ctx, a, b) }}
}

// Bind3 is Bind for 3 arguments.
func Bind3[A, B, C, T any](fn func(ctx context.Context, a A, b B, c C) (T, error), a A, b B, c C) *Coro[T] {
	return &Coro[T]{name: fn, fn: func(ctx context.Context) (T, error) { return fn(ctx, a, b, c) }}
}

// BindVoid3 is BindVoid for 3 arguments.
func BindVoid3[A, B, C any](fn func(ctx context.Context, a A, b B, c C) error, a A, b B, c C) *Coro[any] {
	return &Coro[any]{name: fn, fn: func(ctx context.Context) (any, error) { return nil, fn(ctx, a, b, c) }}
}

// Bind4 is Bind for 4 arguments.
func Bind4[A, B, C, D, T any](fn func(ctx context.Context, a A, b B, c C, d D) (T, error), a A, b B, c C, d D) *Coro[T] {
	return &Coro[T]{name: fn, fn: func(ctx context.Context) (T, error) { return fn(ctx, a, b, c, d) }}
}

// BindVoid4 is BindVoid for 4 arguments.
func BindVoid4[A, B, C, D any](fn func(ctx context.Context, a A, b B, c C, d D) error, a A, b B, c C, d D) *Coro[any] {
	return &Coro[any]{name: fn, fn: func(ctx context.Context) (any, error) { return nil, fn(ctx, a, b, c, d) }}
}

// Bind5 is Bind for 5 arguments.
func Bind5[A, B, C, D, E, T any](fn func(ctx context.Context, a A, b B, c C, d D, e E) (T, error), a A, b B, c C, d D, e E) *Coro[T] {
	return &Coro[T]{name: fn, fn: func(ctx context.Context) (T, error) { return fn(ctx, a, b, c, d, e) }}
}

// BindVoid5 is BindVoid for 5 arguments.
func BindVoid5[A, B, C, D, E any](fn func(ctx context.Context, a A, b B, c C, d D, e E) error, a A, b B, c C, d D, e E) *Coro[any] {
	return &Coro[any]{name: fn, fn: func(ctx context.Context) (any, error) { return nil, fn(ctx, a, b, c, d, e) }}
}

// Bind6 is Bind for 6 arguments.
func Bind6[A, B, C, D, E, F, T any](fn func(ctx context.Context, a A, b B, c C, d D, e E, f F) (T, error), a A, b B, c C, d D, e E, f F) *Coro[T] {
	return &Coro[T]{name: fn, fn: func(ctx context.Context) (T, error) { return fn(ctx, a, b, c, d, e, f) }}
}

// BindVoid6 is BindVoid for 6 arguments.
func BindVoid6[A, B, C, D, E, F any](fn func(ctx context.Context, a A, b B, c C, d D, e E, f F) error, a A, b B, c C, d D, e E, f F) *Coro[any] {
	return &Coro[any]{name: fn, fn: func(ctx context.Context) (any, error) { return nil, fn(ctx, a, b, c, d, e, f) }}
}
