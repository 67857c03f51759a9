package asyncio

import "context"

// Bind is the call f(a) of an async function as a coroutine object: the
// argument is evaluated, the body does not run yet. Bind0 to Bind6 are the
// same for other numbers of arguments, BindVoid0 to BindVoid6 for functions
// without a result.
func Bind[A, T any](fn func(ctx context.Context, a A) (T, error), a A) *Coro[T] {
	k := &bound[A, T]{fn: fn, a: a}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// bound is a coroutine and the call that it runs, in one piece.
type bound[A, T any] struct {
	Coro[T]
	fn func(ctx context.Context, a A) (T, error)
	a  A
}

func (b *bound[A, T]) run(ctx context.Context) (T, error) { return b.fn(ctx, b.a) }

// BindVoid is Bind for a function without a result: the coroutine gives None.
func BindVoid[A any](fn func(ctx context.Context, a A) error, a A) *Coro[any] {
	k := &boundVoid[A]{fn: fn, a: a}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// boundVoid is a coroutine and the call that it runs, in one piece.
type boundVoid[A any] struct {
	Coro[any]
	fn func(ctx context.Context, a A) error
	a  A
}

func (b *boundVoid[A]) run(ctx context.Context) (any, error) { return nil, b.fn(ctx, b.a) }

// Bind0 is the call f() as a coroutine object; see Bind.
func Bind0[T any](fn func(ctx context.Context) (T, error)) *Coro[T] {
	c := &Coro[T]{name: fn, body: funcBody[T](fn)}
	track(c)
	return c
}

// BindVoid0 is the call f() as a coroutine object; see BindVoid.
func BindVoid0(fn func(ctx context.Context) error) *Coro[any] {
	c := &Coro[any]{name: fn, body: voidBody(fn)}
	track(c)
	return c
}

// Bind2 is Bind for 2 arguments.
func Bind2[A, B, T any](fn func(ctx context.Context, a A, b B) (T, error), a A, b B) *Coro[T] {
	k := &bound2[A, B, T]{fn: fn, a: a, b: b}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// bound2 is a coroutine and the call that it runs, in one piece.
type bound2[A, B, T any] struct {
	Coro[T]
	fn func(ctx context.Context, a A, b B) (T, error)
	a  A
	b  B
}

func (b *bound2[A, B, T]) run(ctx context.Context) (T, error) { return b.fn(ctx, b.a, b.b) }

// BindVoid2 is BindVoid for 2 arguments.
func BindVoid2[A, B any](fn func(ctx context.Context, a A, b B) error, a A, b B) *Coro[any] {
	k := &boundVoid2[A, B]{fn: fn, a: a, b: b}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// boundVoid2 is a coroutine and the call that it runs, in one piece.
type boundVoid2[A, B any] struct {
	Coro[any]
	fn func(ctx context.Context, a A, b B) error
	a  A
	b  B
}

func (b *boundVoid2[A, B]) run(ctx context.Context) (any, error) { return nil, b.fn(ctx, b.a, b.b) }

// Bind3 is Bind for 3 arguments.
func Bind3[A, B, C, T any](fn func(ctx context.Context, a A, b B, c C) (T, error), a A, b B, c C) *Coro[T] {
	k := &bound3[A, B, C, T]{fn: fn, a: a, b: b, c: c}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// bound3 is a coroutine and the call that it runs, in one piece.
type bound3[A, B, C, T any] struct {
	Coro[T]
	fn func(ctx context.Context, a A, b B, c C) (T, error)
	a  A
	b  B
	c  C
}

func (b *bound3[A, B, C, T]) run(ctx context.Context) (T, error) { return b.fn(ctx, b.a, b.b, b.c) }

// BindVoid3 is BindVoid for 3 arguments.
func BindVoid3[A, B, C any](fn func(ctx context.Context, a A, b B, c C) error, a A, b B, c C) *Coro[any] {
	k := &boundVoid3[A, B, C]{fn: fn, a: a, b: b, c: c}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// boundVoid3 is a coroutine and the call that it runs, in one piece.
type boundVoid3[A, B, C any] struct {
	Coro[any]
	fn func(ctx context.Context, a A, b B, c C) error
	a  A
	b  B
	c  C
}

func (b *boundVoid3[A, B, C]) run(ctx context.Context) (any, error) {
	return nil, b.fn(ctx, b.a, b.b, b.c)
}

// Bind4 is Bind for 4 arguments.
func Bind4[A, B, C, D, T any](fn func(ctx context.Context, a A, b B, c C, d D) (T, error), a A, b B, c C, d D) *Coro[T] {
	k := &bound4[A, B, C, D, T]{fn: fn, a: a, b: b, c: c, d: d}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// bound4 is a coroutine and the call that it runs, in one piece.
type bound4[A, B, C, D, T any] struct {
	Coro[T]
	fn func(ctx context.Context, a A, b B, c C, d D) (T, error)
	a  A
	b  B
	c  C
	d  D
}

func (b *bound4[A, B, C, D, T]) run(ctx context.Context) (T, error) {
	return b.fn(ctx, b.a, b.b, b.c, b.d)
}

// BindVoid4 is BindVoid for 4 arguments.
func BindVoid4[A, B, C, D any](fn func(ctx context.Context, a A, b B, c C, d D) error, a A, b B, c C, d D) *Coro[any] {
	k := &boundVoid4[A, B, C, D]{fn: fn, a: a, b: b, c: c, d: d}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// boundVoid4 is a coroutine and the call that it runs, in one piece.
type boundVoid4[A, B, C, D any] struct {
	Coro[any]
	fn func(ctx context.Context, a A, b B, c C, d D) error
	a  A
	b  B
	c  C
	d  D
}

func (b *boundVoid4[A, B, C, D]) run(ctx context.Context) (any, error) {
	return nil, b.fn(ctx, b.a, b.b, b.c, b.d)
}

// Bind5 is Bind for 5 arguments.
func Bind5[A, B, C, D, E, T any](fn func(ctx context.Context, a A, b B, c C, d D, e E) (T, error), a A, b B, c C, d D, e E) *Coro[T] {
	k := &bound5[A, B, C, D, E, T]{fn: fn, a: a, b: b, c: c, d: d, e: e}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// bound5 is a coroutine and the call that it runs, in one piece.
type bound5[A, B, C, D, E, T any] struct {
	Coro[T]
	fn func(ctx context.Context, a A, b B, c C, d D, e E) (T, error)
	a  A
	b  B
	c  C
	d  D
	e  E
}

func (b *bound5[A, B, C, D, E, T]) run(ctx context.Context) (T, error) {
	return b.fn(ctx, b.a, b.b, b.c, b.d, b.e)
}

// BindVoid5 is BindVoid for 5 arguments.
func BindVoid5[A, B, C, D, E any](fn func(ctx context.Context, a A, b B, c C, d D, e E) error, a A, b B, c C, d D, e E) *Coro[any] {
	k := &boundVoid5[A, B, C, D, E]{fn: fn, a: a, b: b, c: c, d: d, e: e}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// boundVoid5 is a coroutine and the call that it runs, in one piece.
type boundVoid5[A, B, C, D, E any] struct {
	Coro[any]
	fn func(ctx context.Context, a A, b B, c C, d D, e E) error
	a  A
	b  B
	c  C
	d  D
	e  E
}

func (b *boundVoid5[A, B, C, D, E]) run(ctx context.Context) (any, error) {
	return nil, b.fn(ctx, b.a, b.b, b.c, b.d, b.e)
}

// Bind6 is Bind for 6 arguments.
func Bind6[A, B, C, D, E, F, T any](fn func(ctx context.Context, a A, b B, c C, d D, e E, f F) (T, error), a A, b B, c C, d D, e E, f F) *Coro[T] {
	k := &bound6[A, B, C, D, E, F, T]{fn: fn, a: a, b: b, c: c, d: d, e: e, f: f}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// bound6 is a coroutine and the call that it runs, in one piece.
type bound6[A, B, C, D, E, F, T any] struct {
	Coro[T]
	fn func(ctx context.Context, a A, b B, c C, d D, e E, f F) (T, error)
	a  A
	b  B
	c  C
	d  D
	e  E
	f  F
}

func (b *bound6[A, B, C, D, E, F, T]) run(ctx context.Context) (T, error) {
	return b.fn(ctx, b.a, b.b, b.c, b.d, b.e, b.f)
}

// BindVoid6 is BindVoid for 6 arguments.
func BindVoid6[A, B, C, D, E, F any](fn func(ctx context.Context, a A, b B, c C, d D, e E, f F) error, a A, b B, c C, d D, e E, f F) *Coro[any] {
	k := &boundVoid6[A, B, C, D, E, F]{fn: fn, a: a, b: b, c: c, d: d, e: e, f: f}
	k.name, k.body = fn, k
	track(&k.Coro)
	return &k.Coro
}

// boundVoid6 is a coroutine and the call that it runs, in one piece.
type boundVoid6[A, B, C, D, E, F any] struct {
	Coro[any]
	fn func(ctx context.Context, a A, b B, c C, d D, e E, f F) error
	a  A
	b  B
	c  C
	d  D
	e  E
	f  F
}

func (b *boundVoid6[A, B, C, D, E, F]) run(ctx context.Context) (any, error) {
	return nil, b.fn(ctx, b.a, b.b, b.c, b.d, b.e, b.f)
}
