package asyncio

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Gather2 is `await asyncio.gather(...)` of 2 awaitables of different types.
func Gather2[A, B any](ctx context.Context, a Awaitable[A], b Awaitable[B]) (A, B, error) {
	v, err := GatherFuture2(ctx, a, b).Await(ctx)
	return v.V0, v.V1, err
}

// GatherFuture2 is asyncio.gather(...) of 2 awaitables, not awaited at once.
func GatherFuture2[A, B any](ctx context.Context, a Awaitable[A], b Awaitable[B]) *Future[py.Tuple2[A, B]] {
	out, g := newGathering[py.Tuple2[A, B]](ctx, 2, false)
	fa := gatherChild(g, a)
	fb := gatherChild(g, b)
	g.collect = func() { out.val = py.Tuple2[A, B]{V0: fa.value(), V1: fb.value()} }
	g.begin()
	return out
}

// Gather3 is `await asyncio.gather(...)` of 3 awaitables of different types.
func Gather3[A, B, C any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C]) (A, B, C, error) {
	v, err := GatherFuture3(ctx, a, b, c).Await(ctx)
	return v.V0, v.V1, v.V2, err
}

// GatherFuture3 is asyncio.gather(...) of 3 awaitables, not awaited at once.
func GatherFuture3[A, B, C any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C]) *Future[py.Tuple3[A, B, C]] {
	out, g := newGathering[py.Tuple3[A, B, C]](ctx, 3, false)
	fa := gatherChild(g, a)
	fb := gatherChild(g, b)
	fc := gatherChild(g, c)
	g.collect = func() { out.val = py.Tuple3[A, B, C]{V0: fa.value(), V1: fb.value(), V2: fc.value()} }
	g.begin()
	return out
}

// Gather4 is `await asyncio.gather(...)` of 4 awaitables of different types.
func Gather4[A, B, C, D any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C], d Awaitable[D]) (A, B, C, D, error) {
	v, err := GatherFuture4(ctx, a, b, c, d).Await(ctx)
	return v.V0, v.V1, v.V2, v.V3, err
}

// GatherFuture4 is asyncio.gather(...) of 4 awaitables, not awaited at once.
func GatherFuture4[A, B, C, D any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C], d Awaitable[D]) *Future[py.Tuple4[A, B, C, D]] {
	out, g := newGathering[py.Tuple4[A, B, C, D]](ctx, 4, false)
	fa := gatherChild(g, a)
	fb := gatherChild(g, b)
	fc := gatherChild(g, c)
	fd := gatherChild(g, d)
	g.collect = func() {
		out.val = py.Tuple4[A, B, C, D]{V0: fa.value(), V1: fb.value(), V2: fc.value(), V3: fd.value()}
	}
	g.begin()
	return out
}

// Gather5 is `await asyncio.gather(...)` of 5 awaitables of different types.
func Gather5[A, B, C, D, E any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C], d Awaitable[D], e Awaitable[E]) (A, B, C, D, E, error) {
	v, err := GatherFuture5(ctx, a, b, c, d, e).Await(ctx)
	return v.V0, v.V1, v.V2, v.V3, v.V4, err
}

// GatherFuture5 is asyncio.gather(...) of 5 awaitables, not awaited at once.
func GatherFuture5[A, B, C, D, E any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C], d Awaitable[D], e Awaitable[E]) *Future[py.Tuple5[A, B, C, D, E]] {
	out, g := newGathering[py.Tuple5[A, B, C, D, E]](ctx, 5, false)
	fa := gatherChild(g, a)
	fb := gatherChild(g, b)
	fc := gatherChild(g, c)
	fd := gatherChild(g, d)
	fe := gatherChild(g, e)
	g.collect = func() {
		out.val = py.Tuple5[A, B, C, D, E]{V0: fa.value(), V1: fb.value(), V2: fc.value(), V3: fd.value(), V4: fe.value()}
	}
	g.begin()
	return out
}

// Gather6 is `await asyncio.gather(...)` of 6 awaitables of different types.
func Gather6[A, B, C, D, E, F any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C], d Awaitable[D], e Awaitable[E], f Awaitable[F]) (A, B, C, D, E, F, error) {
	v, err := GatherFuture6(ctx, a, b, c, d, e, f).Await(ctx)
	return v.V0, v.V1, v.V2, v.V3, v.V4, v.V5, err
}

// GatherFuture6 is asyncio.gather(...) of 6 awaitables, not awaited at once.
func GatherFuture6[A, B, C, D, E, F any](ctx context.Context, a Awaitable[A], b Awaitable[B], c Awaitable[C], d Awaitable[D], e Awaitable[E], f Awaitable[F]) *Future[py.Tuple6[A, B, C, D, E, F]] {
	out, g := newGathering[py.Tuple6[A, B, C, D, E, F]](ctx, 6, false)
	fa := gatherChild(g, a)
	fb := gatherChild(g, b)
	fc := gatherChild(g, c)
	fd := gatherChild(g, d)
	fe := gatherChild(g, e)
	ff := gatherChild(g, f)
	g.collect = func() {
		out.val = py.Tuple6[A, B, C, D, E, F]{V0: fa.value(), V1: fb.value(), V2: fc.value(), V3: fd.value(), V4: fe.value(), V5: ff.value()}
	}
	g.begin()
	return out
}
