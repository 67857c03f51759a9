package asyncio

import (
	"context"
	"iter"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// gathering is the state of a gather: the callback of its children.
type gathering struct {
	outer            *futureCore
	children         []*futureCore // one per argument, also when one is given twice
	done             []*futureCore // those that were done at the call
	finished, total  int
	returnExceptions bool
	cancelRequested  bool
	collect          func() // stores the results in the outer future
}

// newGathering returns the outer future of a gather of up to n awaitables.
// Outside a running loop it gets the loop of its first child.
func newGathering[R any](ctx context.Context, n int, returnExceptions bool) (*Future[R], *gathering) {
	f := newFuture[R](runningLoop(ctx))
	g := &gathering{outer: &f.futureCore, returnExceptions: returnExceptions, children: make([]*futureCore, 0, n)}
	f.ext = &futureExt{gathering: g}
	return f, g
}

// gatherChild adds one awaitable.
func gatherChild[T any](g *gathering, aw Awaitable[T]) futureOf[T] {
	if c, ok := aw.(*Coro[T]); ok && c.task != nil && c.task.hasCallback(g) {
		g.children = append(g.children, &c.task.futureCore) // the same coroutine again
		return c.task.futureCore.self.(futureOf[T])
	}
	if g.outer.loop == nil {
		g.outer.loop = loopFor(context.Background(), aw)
	}
	f := ensureFuture(g.outer.loop, aw)
	c := f.core()
	g.children = append(g.children, c)
	if _, given := aw.(anyFuture); !given {
		c.self.(AnyTask).task().logDestroy = false
	}
	switch {
	case c.done():
		g.total++
		g.done = append(g.done, c)
	case !c.hasCallback(g):
		g.total++
		c.addCallback(g)
	}
	return f
}

func (f *futureCore) hasCallback(cb callback) bool {
	if f.cb0 == cb {
		return true
	}
	for _, c := range f.more() {
		if c == cb {
			return true
		}
	}
	return false
}

// begin counts the children that were done before.
func (g *gathering) begin() {
	for _, c := range g.done {
		g.childDone(c)
	}
	g.done = nil
	if len(g.children) == 0 {
		if g.outer.loop == nil {
			g.outer.loop = GetEventLoop(context.Background())
		}
		g.collect()
		g.outer.succeed()
	}
}

func (g *gathering) run(_ *Loop, f *futureCore) { g.childDone(f) }

func (g *gathering) callbackRepr() string { return "gather.<locals>._done_callback()" }

func (g *gathering) childDone(f *futureCore) {
	g.finished++
	o := g.outer
	if o.done() {
		f.logTraceback = false
		return
	}
	if !g.returnExceptions {
		if err := f.outcome(); err != nil {
			o.fail(err)
			return
		}
	}
	if g.finished < g.total {
		return
	}
	if g.returnExceptions {
		for _, c := range g.children {
			c.logTraceback = false
		}
	}
	if g.cancelRequested {
		o.fail(g.children[len(g.children)-1].makeCancelledError())
		return
	}
	g.collect()
	o.succeed()
}

// cancel is cancel(msg) of the outer future: it cancels the children, and the
// outer future ends when they have.
func (g *gathering) cancel(msg any) bool {
	if g.outer.done() {
		return false
	}
	any := false
	for _, c := range g.children {
		if c.self.cancelWith(msg) {
			any = true
		}
	}
	if any {
		g.cancelRequested = true
	}
	return any
}

// outcomeAny is the child's result or, as gather with return_exceptions puts
// it into its list, its exception.
func outcomeAny(f *futureCore) any {
	switch {
	case f.state == cancelled:
		msg := any("")
		if f.ext != nil && f.ext.cancelMsg != nil {
			msg = f.ext.cancelMsg
		}
		return CancelledError.New(msg)
	case f.err != nil:
		return f.err
	}
	return f.self.resultAny()
}

// Gather is `await asyncio.gather(a, b, ...)` of awaitables of one type: it
// runs them concurrently and returns their results in the order given. The
// first exception is returned at once; the others go on.
func Gather[T any](ctx context.Context, aws ...Awaitable[T]) (*py.List[T], error) {
	return GatherFuture(ctx, aws...).Await(ctx)
}

// GatherFuture is asyncio.gather(...) that is not awaited at once.
func GatherFuture[T any](ctx context.Context, aws ...Awaitable[T]) *Future[*py.List[T]] {
	return gatherSeq(ctx, len(aws), func(yield func(Awaitable[T]) bool) {
		for _, aw := range aws {
			if !yield(aw) {
				return
			}
		}
	})
}

// GatherAll is `await asyncio.gather(*aws)`.
func GatherAll[T any, A Awaitable[T]](ctx context.Context, aws iter.Seq[A]) (*py.List[T], error) {
	return GatherAllFuture(ctx, aws).Await(ctx)
}

// GatherAllFuture is asyncio.gather(*aws) that is not awaited at once.
func GatherAllFuture[T any, A Awaitable[T]](ctx context.Context, aws iter.Seq[A]) *Future[*py.List[T]] {
	return gatherSeq(ctx, 0, func(yield func(Awaitable[T]) bool) {
		for aw := range aws {
			if !yield(aw) {
				return
			}
		}
	})
}

func gatherSeq[T any](ctx context.Context, n int, aws iter.Seq[Awaitable[T]]) *Future[*py.List[T]] {
	out, g := newGathering[*py.List[T]](ctx, n, false)
	futs := make([]futureOf[T], 0, n)
	for aw := range aws {
		futs = append(futs, gatherChild(g, aw))
	}
	g.collect = func() {
		vals := make([]T, len(futs))
		for i, f := range futs {
			vals[i] = f.value()
		}
		out.val = py.NewList(vals...)
	}
	g.begin()
	return out
}

// WidenStarted turns a future that gather just returned into one whose result
// has no static type.
func WidenStarted[T any](f *Future[T]) *Future[any] {
	out := newFuture[any](f.loop)
	g := f.ext.gathering
	out.ext, out.state, out.err, out.logTraceback = f.ext, f.state, f.err, f.logTraceback
	if f.logTraceback {
		f.logTraceback = false
		f.loop.trackFailed(&out.futureCore)
	}
	collect := g.collect
	g.outer = &out.futureCore
	g.collect = func() {
		collect()
		out.val = py.Box(f.val)
	}
	if f.done() {
		out.val = py.Box(f.val)
	}
	return out
}

// GatherExceptions is `await asyncio.gather(..., return_exceptions=True)`: the
// list holds the result or the exception of each awaitable.
func GatherExceptions(ctx context.Context, aws ...any) (*py.List[any], error) {
	return GatherAny(ctx, true, aws...).Await(ctx)
}

// GatherAny is asyncio.gather(*aws, return_exceptions=...) of values without
// static type, not awaited at once.
func GatherAny(ctx context.Context, returnExceptions bool, aws ...any) *Future[*py.List[any]] {
	out, g := newGathering[*py.List[any]](ctx, len(aws), returnExceptions)
	seen := map[any]Awaitable[any]{} // a wrapper of an argument must be the same each time
	for _, x := range aws {
		aw, ok := x.(Awaitable[any])
		if !ok {
			if aw = seen[x]; aw == nil {
				aw = ToAwaitable(x)
				seen[x] = aw
			}
		}
		gatherChild(g, aw)
	}
	g.collect = func() {
		vals := make([]any, len(g.children))
		for i, c := range g.children {
			vals[i] = outcomeAny(c)
		}
		out.val = py.NewList(vals...)
	}
	g.begin()
	return out
}
