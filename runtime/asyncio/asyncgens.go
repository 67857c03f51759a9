package asyncio

import (
	"context"
	"iter"
	"runtime/debug"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// AsyncGenerator is an async generator object that yields values of type T.
//
// Ranged over (All) it runs, where nothing can tell the difference, on the
// consumer's stack; advanced by ANext, ASend or AThrow it runs in a coroutine
// of its own.
type AsyncGenerator[T any] struct {
	link    genLink
	name    string
	body    func(ctx context.Context, y *AsyncYielder[T]) error
	plain   bool
	status  genStatus
	running bool // an anext, asend, athrow or aclose is under way
	told    bool // to end, by aclose
	ctx     genContext
	y       AsyncYielder[T]
	next    func() (T, bool)
	stop    func()
	err     error // how the body ended
	bug     *GoPanic
	unwound *unwind
}

type genStatus uint8

const (
	genFresh genStatus = iota
	genSuspended
	genClosed
)

// genContext is the context of a generator's body: that of whoever drives the
// generator at the moment.
type genContext struct{ env }

// AsyncYielder is the body's side of an async generator.
type AsyncYielder[T any] struct {
	pull   func(T) bool
	push   func(T, error) bool
	left   bool // the consumer's loop is over
	sent   any
	thrown error
}

// Yield is the statement `yield v`. It returns the exception that is thrown at
// this point: the body must return it, after its finally blocks.
func (y *AsyncYielder[T]) Yield(_ context.Context, v T) error {
	if y.push != nil {
		if y.left || !y.push(v, nil) {
			y.left = true
			return py.GeneratorExit.New()
		}
		return nil
	}
	y.sent = nil
	if !y.pull(v) {
		return py.GeneratorExit.New()
	}
	if err := y.thrown; err != nil {
		y.thrown = nil
		return err
	}
	return nil
}

// Send is the expression `yield v`: its value is what asend was given, None
// for a plain anext.
func (y *AsyncYielder[T]) Send(ctx context.Context, v T) (any, error) {
	if err := y.Yield(ctx, v); err != nil {
		return nil, err
	}
	s := y.sent
	y.sent = nil
	return s, nil
}

// NewAsyncGenerator returns an async generator; its body does not run before
// the first value is asked for.
func NewAsyncGenerator[T any](name string, body func(ctx context.Context, y *AsyncYielder[T]) error) *AsyncGenerator[T] {
	g := &AsyncGenerator[T]{name: name, body: body}
	g.link.gen = g
	return g
}

// NewPlainAsyncGenerator is NewAsyncGenerator for a body in which nothing runs
// when it is left at a yield: no yield within try or with. A loop over it
// then runs the body as a plain function.
func NewPlainAsyncGenerator[T any](name string, body func(ctx context.Context, y *AsyncYielder[T]) error) *AsyncGenerator[T] {
	g := NewAsyncGenerator(name, body)
	g.plain = true
	return g
}

// AIter is __aiter__: the generator itself.
func (g *AsyncGenerator[T]) AIter() *AsyncGenerator[T] { return g }

// ANext is `await g.__anext__()`; StopAsyncIteration at the end.
func (g *AsyncGenerator[T]) ANext(ctx context.Context) (T, error) {
	v, ok, err := g.resume(ctx, "anext", nil, nil)
	if err == nil && !ok {
		err = py.StopAsyncIteration.New()
	}
	return v, err
}

// ASend is `await g.asend(value)`.
func (g *AsyncGenerator[T]) ASend(ctx context.Context, value any) (T, error) {
	if g.status == genFresh && value != nil {
		var zero T
		return zero, py.TypeError.New("can't send non-None value to a just-started async generator")
	}
	v, ok, err := g.resume(ctx, "anext", value, nil) // so CPython names it
	if err == nil && !ok {
		err = py.StopAsyncIteration.New()
	}
	return v, err
}

// AThrow is `await g.athrow(exc)`: exc is an exception or an exception class. A
// generator that has ended takes no notice and gives None.
func (g *AsyncGenerator[T]) AThrow(ctx context.Context, exc any) (any, error) {
	err, terr := thrown(ctx, exc)
	if terr != nil {
		return nil, terr
	}
	switch {
	case g.status == genClosed:
		return nil, nil
	case g.told && !g.running:
		return nil, py.StopAsyncIteration.New()
	}
	v, ok, err := g.resume(ctx, "athrow", nil, err)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, py.StopAsyncIteration.New()
	}
	return py.Box(v), nil
}

// thrown is the exception that throw(exc) raises.
func thrown(ctx context.Context, exc any) (err, terr error) {
	switch exc := exc.(type) {
	case *py.Class:
		if exc.IsSubclassOf(py.BaseException_) {
			inst, err := py.Call(ctx, exc)
			if err != nil {
				return nil, err
			}
			return inst.(error), nil
		}
	case error:
		return asException(exc), nil
	}
	return nil, py.Errorf(py.TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", py.TypeOf(exc).Name())
}

// AClose is `await g.aclose()`: GeneratorExit is thrown at the yield where the
// generator is suspended.
func (g *AsyncGenerator[T]) AClose(ctx context.Context) error {
	if g.running {
		return py.RuntimeError.New("aclose(): asynchronous generator is already running")
	}
	switch g.status {
	case genFresh:
		g.end()
		return nil
	case genClosed:
		return nil
	case genSuspended:
		if g.told { // it went on nevertheless
			return py.StopAsyncIteration.New()
		}
	}
	g.told = true
	return g.closeWith(ctx, py.GeneratorExit.New())
}

// closing returns g.aclose() as a coroutine. Cancelled before it begins, it
// throws the cancellation into the generator.
func (g *AsyncGenerator[T]) closing() *Coro[any] {
	c := newCoroVoid("aclose", g.AClose)
	c.early = func(ctx context.Context, err error) error { return g.closeWith(ctx, err) }
	return c
}

// closeWith throws err into the suspended generator, which must end.
func (g *AsyncGenerator[T]) closeWith(ctx context.Context, err error) error {
	_, yielded, err := g.resume(ctx, "aclose", nil, err)
	switch {
	case yielded:
		return py.RuntimeError.New("async generator ignored GeneratorExit")
	case isInstance(err, py.GeneratorExit), isInstance(err, py.StopAsyncIteration):
		return nil
	}
	return err
}

// resume continues the body until it yields (ok), returns, or raises.
func (g *AsyncGenerator[T]) resume(ctx context.Context, method string, sent any, throw error) (v T, ok bool, err error) {
	if g.running {
		return v, false, py.Errorf(py.RuntimeError, "%s(): asynchronous generator is already running", method)
	}
	switch g.status {
	case genClosed:
		return v, false, nil
	case genFresh:
		if throw != nil {
			g.end()
			return v, false, throw
		}
		g.start(ctx)
	case genSuspended:
		g.y.sent, g.y.thrown = sent, throw
	}
	g.ctx.env = envOr(ctx)
	g.running = true
	if py.HasPositions() {
		defer consumed(ctx)()
	}
	v, ok = g.next()
	g.running = false
	if ok {
		return v, true, nil
	}
	return v, false, g.ended()
}

// envOr returns the env of a context, one that cannot wait if it has none.
func envOr(ctx context.Context) env {
	if e := envOf(ctx); e != nil {
		return e
	}
	return noEnv{ctx}
}

// noEnv is the env of code that runs outside any loop.
type noEnv struct{ context.Context }

func (noEnv) wait(*futureCore) error      { return errNoLoop() }
func (noEnv) yieldNone() error            { return errNoLoop() }
func (noEnv) yieldValue(any) (any, error) { return nil, errNoLoop() }
func (noEnv) runningLoop() *Loop          { return nil }

// start makes the coroutine and tells the loop of the generator.
func (g *AsyncGenerator[T]) start(ctx context.Context) {
	if l := runningLoop(ctx); l != nil {
		l.asyncgens.add(&g.link)
	}
	g.status = genSuspended
	g.next, g.stop = iter.Pull(g.run)
}

// run is the coroutine of the generator.
func (g *AsyncGenerator[T]) run(yield func(T) bool) {
	done := false
	defer func() {
		if done {
			return
		}
		if r := recover(); r != nil {
			if u, ok := r.(*unwind); ok {
				g.unwound = u
				return
			}
			err, isPython := recovered(r)
			if !isPython {
				g.bug = goPanic(r, debug.Stack())
				return
			}
			g.err = err
		}
	}()
	g.y.pull = yield
	g.err = g.body(&g.ctx, &g.y)
	done = true
}

func goPanic(r any, stack []byte) *GoPanic {
	if p, ok := r.(*GoPanic); ok {
		return p
	}
	return &GoPanic{Value: r, Stack: stack}
}

// ended closes the generator after its body and returns what it raised.
func (g *AsyncGenerator[T]) ended() error {
	g.end()
	if g.bug != nil {
		panic(g.bug)
	}
	if g.unwound != nil {
		panic(g.unwound)
	}
	err := asException(g.err)
	g.err = nil
	return generatorError(err)
}

// generatorError is what leaves an async generator for an exception of its
// body: an end of iteration would be taken for the generator's own.
func generatorError(err error) error {
	for _, c := range [...]*py.Class{py.StopAsyncIteration, py.StopIteration} {
		if err != nil && isInstance(err, c) {
			bad := py.RuntimeError.New("async generator raised " + c.Name())
			return py.WithContext(py.RaiseFrom(bad, err), err)
		}
	}
	return err
}

func (g *AsyncGenerator[T]) end() {
	g.status = genClosed
	g.body = nil
	g.link.remove()
}

// All ranges over the generator, as `async for` over a generator that nobody
// else refers to: leaving the loop early lets the loop close the generator,
// as CPython does when it is collected. An exception is the second value, once.
func (g *AsyncGenerator[T]) All(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if g.plain && g.status == genFresh {
			g.pushAll(ctx, yield)
			return
		}
		abandoned := true
		defer func() {
			if abandoned {
				g.Abandon(ctx)
			}
		}()
		g.pullAll(ctx, yield, &abandoned)
	}
}

// Iter is All for a generator that the program keeps a reference to: it can
// be continued after the loop was left.
func (g *AsyncGenerator[T]) Iter(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var abandoned bool
		g.pullAll(ctx, yield, &abandoned)
	}
}

func (g *AsyncGenerator[T]) pullAll(ctx context.Context, yield func(T, error) bool, abandoned *bool) {
	for {
		v, ok, err := g.resume(ctx, "anext", nil, nil)
		if !ok {
			*abandoned = false
			if err != nil {
				yield(v, err)
			}
			return
		}
		if !yield(v, nil) {
			return
		}
	}
}

// pushAll runs the body as a function that calls the consumer's loop body.
func (g *AsyncGenerator[T]) pushAll(ctx context.Context, yield func(T, error) bool) {
	body := g.body
	g.end()
	y := AsyncYielder[T]{push: yield}
	err := body(ctx, &y)
	if err != nil && !y.left {
		var zero T
		yield(zero, generatorError(asException(err)))
	}
}

// Abandon is what happens when the last reference to the generator goes away:
// the loop closes it in a task of its own.
func (g *AsyncGenerator[T]) Abandon(ctx context.Context) {
	if g.status != genSuspended {
		return
	}
	g.link.abandoned = true
	l := runningLoop(ctx)
	if l == nil || l.closed {
		return
	}
	l.CallSoon(func() { LoopCreateTask[any](l, g.closing(), nil, nil) })
}

// Repr is CPython's repr of an async generator.
func (g *AsyncGenerator[T]) Repr() string {
	return "<async_generator object " + g.name + " at " + addressOf(g) + ">"
}

// ClassName is the Python name of the type.
func (g *AsyncGenerator[T]) ClassName() string { return "async_generator" }

func (g *AsyncGenerator[T]) anextAny(ctx context.Context) (any, bool, error) {
	v, ok, err := g.resume(ctx, "anext", nil, nil)
	if !ok {
		return nil, false, err
	}
	return py.Box(v), true, nil
}

// drop ends the goroutine of a generator whose loop is closing.
func (g *AsyncGenerator[T]) drop() {
	g.ctx.env = noEnv{context.Background()}
	g.end()
	g.stop()
}

// asyncGenAny is an *AsyncGenerator of any type.
type asyncGenAny interface {
	closing() *Coro[any]
	Repr() string
	drop()
}

// genLink is a generator's place in the set of those that a loop has begun.
type genLink struct {
	gen        asyncGenAny
	prev, next *genLink
	abandoned  bool // a task closes it already
}

// asyncgenSet is the loop's set of begun generators, in order: a ring.
type asyncgenSet struct {
	root   genLink
	closed bool // shutdown_asyncgens was called
}

func (s *asyncgenSet) add(k *genLink) {
	if s.root.next == nil {
		s.root.prev, s.root.next = &s.root, &s.root
	}
	k.prev, k.next = s.root.prev, &s.root
	k.prev.next, s.root.prev = k, k
}

func (k *genLink) remove() {
	if k.next != nil {
		k.prev.next, k.next.prev = k.next, k.prev
		k.prev, k.next = nil, nil
	}
}

// all returns the generators of the set.
func (s *asyncgenSet) all() (gens []*genLink) {
	if s.root.next == nil {
		return nil
	}
	for k := s.root.next; k != &s.root; k = k.next {
		gens = append(gens, k)
	}
	return gens
}

// ShutdownAsyncgens is `await loop.shutdown_asyncgens()`: it closes every async
// generator that was begun and not finished.
func (l *Loop) ShutdownAsyncgens(ctx context.Context) error {
	l.asyncgens.closed = true
	var gens []asyncGenAny
	var closing []any
	for _, k := range l.asyncgens.all() {
		if !k.abandoned {
			k.abandoned = true
			gens = append(gens, k.gen)
			closing = append(closing, k.gen.closing())
		}
	}
	if len(gens) == 0 {
		return nil
	}
	results, err := GatherExceptions(ctx, closing...)
	if err != nil {
		return err
	}
	for i, r := range results.Items() {
		if exc, ok := r.(error); ok && isInstance(exc, py.Exception) {
			l.callHandler("an error occurred during closing of asynchronous generator "+gens[i].Repr(), exc, "asyncgen", gens[i])
		}
	}
	return nil
}
