package py

import (
	"errors"
	"iter"
	"runtime"
	"slices"
	"strings"
)

// genStatus is where a generator is in its life.
type genStatus uint8

const (
	genFresh genStatus = iota
	genSuspended
	genRunning
	genClosed
)

// Generator is a Python generator object that yields values of type T.
//
// Ranged over while fresh (All), the body runs as a plain Go push iterator.
// Advanced by Next, Send or Throw, it runs in a coroutine of its own.
type Generator[T any] struct {
	*genState[T]
	name     string
	qualname string
	once     bool
}

// Once marks a generator that only its consumer refers to, such as a
// generator expression written as an argument: leaving the loop over it
// closes it. It returns g.
func (g *Generator[T]) Once() *Generator[T] {
	g.once = true
	return g
}

// genState is what the body and the coroutine refer to: not the Generator,
// so that an abandoned one is collected and its body closed.
type genState[T any] struct {
	status genStatus
	body   func(y *Yielder[T]) error
	y      Yielder[T]
	next   func() (T, bool)
	stop   func()
	err    error // how the body ended, until it is delivered
	ret    any
	// handled are the exceptions being handled at the yield
	handled []BaseException
}

// Yielder is the body's side of a generator.
type Yielder[T any] struct {
	yield    func(T) bool
	pull     bool
	left     bool  // the consumer has left the loop: the body must end
	fault    any   // the panic of the consumer's loop body, to go on after the body's end
	sent     any   // the value of Send
	thrown   error // the exception of Throw or Close
	ret      any
	delegate any // what a yield from iterates over
}

// NewGenerator returns a generator whose body runs at the first Next or
// range. name is the function's __qualname__.
func NewGenerator[T any](name string, body func(y *Yielder[T]) error) *Generator[T] {
	return &Generator[T]{genState: &genState[T]{body: body}, name: plainName(name), qualname: name}
}

// plainName is the __name__ of what has the __qualname__.
func plainName(qualname string) string { return qualname[strings.LastIndexByte(qualname, '.')+1:] }

// Yield is the statement `yield v`. It returns the exception that the
// consumer raised at this point: GeneratorExit when it has left the loop. The
// body must return it, after its finally blocks.
func (y *Yielder[T]) Yield(v T) error {
	if y.pull {
		return y.yieldPull(v)
	}
	if y.left {
		return RuntimeError.New("generator ignored GeneratorExit")
	}
	if !y.pushed(v) {
		y.left = true
		return GeneratorExit.New()
	}
	return nil
}

// pushed hands v to the consumer's loop body, whose panics must not pass
// through the generator's own handlers.
func (y *Yielder[T]) pushed(v T) (more bool) {
	ok := false
	defer func() {
		if !ok {
			y.fault = recover()
			more = false
		}
	}()
	more = y.yield(v)
	ok = true
	return more
}

func (y *Yielder[T]) yieldPull(v T) error {
	y.sent = nil
	if !y.yield(v) {
		return GeneratorExit.New()
	}
	if err := y.thrown; err != nil {
		y.thrown = nil
		return err
	}
	return nil
}

// Send is the expression `yield v`: its value is what the consumer sends,
// None for a plain next.
func (y *Yielder[T]) Send(v T) (any, error) {
	if err := y.Yield(v); err != nil {
		return nil, err
	}
	s := y.sent
	y.sent = nil
	return s, nil
}

// Return sets the generator's return value; the body does `return y.Return(v)`.
func (y *Yielder[T]) Return(v any) error {
	y.ret = v
	return nil
}

// YieldFrom is `yield from sub`: sub is any iterable, a *Generator[T] or an
// iter.Seq[T]. Send, Throw and Close reach the sub-generator; its return value
// is the value of the expression.
func (y *Yielder[T]) YieldFrom(sub any) (any, error) {
	switch s := sub.(type) {
	case *Generator[T]:
		if s.status == genFresh && !y.pull {
			return s.runInside(y)
		}
		return y.delegateTo(s, nil)
	case iter.Seq[T]:
		for v := range s {
			if err := y.Yield(v); err != nil {
				return nil, err
			}
		}
		return nil, nil
	case func(func(T) bool):
		return y.YieldFrom(iter.Seq[T](s))
	}
	if g, ok := sub.(otherGenerator); ok {
		return y.delegateOther(g)
	}
	var it Iterator
	if err := Catch(func() error { it = Iter(sub); return nil }); err != nil {
		return nil, err
	}
	if g, ok := any(it).(*Generator[T]); ok {
		return y.delegateTo(g, nil)
	}
	return y.delegateTo(nil, it)
}

// runInside runs a fresh sub-generator's body within the outer one's push
// loop.
func (g *Generator[T]) runInside(y *Yielder[T]) (any, error) {
	s := g.genState
	s.status = genRunning
	s.y = Yielder[T]{yield: func(v T) bool { return y.Yield(v) == nil }}
	err := s.run()
	s.status = genClosed
	if y.left || y.fault != nil {
		if err == nil || errors.Is(err, GeneratorExit) {
			err = GeneratorExit.New()
		}
		return nil, err
	}
	return s.y.ret, err
}

// delegateTo is the loop of yield from over a generator or an iterator.
func (y *Yielder[T]) delegateTo(g *Generator[T], it Iterator) (any, error) {
	var sub any = it
	if g != nil {
		sub = g
	}
	y.delegate = iteratorValueOf(sub)
	defer func() { y.delegate = nil }()
	v, done, ret, err := subNext[T](g, it, nil)
	for {
		if err != nil {
			return nil, err
		}
		if done {
			return ret, nil
		}
		sent, yerr := y.Send(v)
		switch {
		case yerr == nil && sent == nil:
			v, done, ret, err = subNext[T](g, it, nil)
		case yerr == nil:
			v, done, ret, err = subSend[T](g, it, sent)
		case errors.Is(yerr, GeneratorExit):
			if cerr := subClose(g, it); cerr != nil {
				return nil, cerr
			}
			return nil, yerr
		default:
			v, done, ret, err = subThrow[T](g, it, yerr)
		}
	}
}

func iteratorValueOf(x any) any {
	if it, ok := x.(Iterator); ok {
		return iteratorValue(it)
	}
	return x
}

func subNext[T any](g *Generator[T], it Iterator, sent any) (v T, done bool, ret any, err error) {
	if g != nil {
		return g.step(sent, nil)
	}
	err = Catch(func() error {
		x, ok := it.Next()
		if ok {
			v = As[T](x)
		}
		done = !ok
		return nil
	})
	if done {
		ret = iteratorReturn(it)
	}
	return v, done, ret, err
}

// iteratorReturn is the value of the StopIteration that ended an iterator.
func iteratorReturn(it Iterator) any {
	switch it := it.(type) {
	case *objectIterator:
		return it.ret
	case interface{ Value() any }:
		return it.Value()
	}
	return nil
}

// subResult reads the outcome of a method of a foreign iterator.
func subResult[T any](x any, cerr error) (v T, done bool, ret any, err error) {
	if cerr != nil {
		if e, ok := cerr.(BaseException); ok && errors.Is(cerr, StopIteration) {
			return v, true, stopValue(e), nil
		}
		return v, false, nil, cerr
	}
	err = Catch(func() error { v = As[T](x); return nil })
	return v, false, nil, err
}

func subSend[T any](g *Generator[T], it Iterator, sent any) (T, bool, any, error) {
	if g != nil {
		return g.step(sent, nil)
	}
	return subResult[T](CallMethod(CurrentContext(), iteratorValue(it), "send", sent))
}

func subThrow[T any](g *Generator[T], it Iterator, thrown error) (v T, done bool, ret any, err error) {
	if g != nil {
		return g.step(nil, thrown)
	}
	throw, ok := findAttr(iteratorValue(it), "throw")
	if !ok {
		return v, false, nil, thrown
	}
	return subResult[T](Call(CurrentContext(), throw, thrown))
}

func subClose[T any](g *Generator[T], it Iterator) error {
	if g != nil {
		return g.Close()
	}
	closer, ok := findAttr(iteratorValue(it), "close")
	if !ok {
		return nil
	}
	_, err := Call(CurrentContext(), closer)
	return err
}

// run executes the body to its end and gives its error, faults included.
func (s *genState[T]) run() (err error) {
	err = Catch(func() error { return s.body(&s.y) })
	s.body = nil
	if err != nil && errors.Is(err, StopIteration) {
		e := RuntimeError.New("generator raised StopIteration")
		e.cause, e.context, e.suppress = err, err, true
		err = e
	}
	return err
}

// All ranges over the generator when nothing else refers to it: leaving the
// loop closes it, so that its finally blocks run. A fresh generator runs as a
// push iterator. Exceptions of the body panic.
func (g *Generator[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		s := g.genState
		if s.status != genFresh {
			for v := range g.Rest() {
				if !yield(v) {
					Check(g.Close())
					return
				}
			}
			return
		}
		Check(s.push(yield))
	}
}

// push runs a fresh body as a push iterator.
func (s *genState[T]) push(yield func(T) bool) error {
	s.status = genRunning
	s.y = Yielder[T]{yield: yield}
	err := s.run()
	s.status = genClosed
	s.ret = s.y.ret
	if f := s.y.fault; f != nil {
		if err != nil && !errors.Is(err, GeneratorExit) {
			return err
		}
		panic(f)
	}
	if s.y.left && errors.Is(err, GeneratorExit) {
		return nil
	}
	return err
}

// Rest ranges over what is left of the generator; leaving the loop does not
// close it, and it can be advanced again.
func (g *Generator[T]) Rest() iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			v, ok := g.Next()
			if !ok || !yield(v) {
				return
			}
		}
	}
}

// AllErr is All with the exception of the body as the last pair's error.
func (g *Generator[T]) AllErr() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		s := g.genState
		var zero T
		if s.status != genFresh {
			for {
				v, done, _, err := g.step(nil, nil)
				if err != nil {
					yield(zero, err)
					return
				}
				if done {
					return
				}
				if !yield(v, nil) {
					if err := g.Close(); err != nil {
						Throw(err)
					}
					return
				}
			}
		}
		left := false
		err := s.push(func(v T) bool {
			left = !yield(v, nil)
			return !left
		})
		switch {
		case err != nil && left:
			Throw(err)
		case err != nil:
			yield(zero, err)
		}
	}
}

// step advances the generator: with a sent value, or with an exception raised
// at the yield.
func (g *Generator[T]) step(sent any, thrown error) (v T, done bool, ret any, err error) {
	s := g.genState
	switch s.status {
	case genRunning:
		return v, false, nil, ValueError.New("generator already executing")
	case genClosed:
		return v, thrown == nil, nil, thrown
	case genFresh:
		if thrown != nil {
			s.status, s.body = genClosed, nil
			return v, false, nil, thrown
		}
		if sent != nil {
			return v, false, nil, TypeError.New("can't send non-None value to a just-started generator")
		}
		g.start()
	default:
		s.y.sent, s.y.thrown = sent, thrown
	}
	if nestedGens >= recursionLimit {
		return v, false, nil, RecursionError.New("maximum recursion depth exceeded")
	}
	s.status = genRunning
	depth := len(handled)
	handled = append(handled, s.handled...)
	nestedGens++
	v, ok := s.next()
	nestedGens--
	s.handled = nil
	if len(handled) > depth {
		s.handled = slices.Clone(handled[depth:])
		handled = handled[:depth]
	}
	if ok {
		s.status = genSuspended
		runtime.KeepAlive(g)
		return v, false, nil, nil
	}
	s.status = genClosed
	forgetPull(s)
	err, s.err = s.err, nil
	s.ret = s.y.ret
	return v, err == nil, s.y.ret, err
}

// nestedGens counts the generators that are being advanced by hand, one inside
// the other: each has a stack of its own.
var nestedGens int

// start makes the coroutine of a generator that is advanced by hand.
func (g *Generator[T]) start() {
	s := g.genState
	s.y = Yielder[T]{pull: true}
	s.next, s.stop = iter.Pull(func(yield func(T) bool) {
		s.y.yield = yield
		s.err = s.run()
	})
	rememberPull(s)
	runtime.AddCleanup(g, abandon, pendingClose(s))
}

// closePending closes an abandoned generator: its finally blocks run.
func (s *genState[T]) closePending() {
	if s.status != genSuspended {
		return
	}
	g := &Generator[T]{genState: s}
	_ = Catch(g.Close)
}

// Next advances the generator: false at its end. An exception of the body
// panics.
func (g *Generator[T]) Next() (T, bool) {
	v, done, _, err := g.step(nil, nil)
	if err != nil {
		Throw(err)
	}
	return v, !done
}

// NextOf is next(g): it throws StopIteration, with the return value, at the
// end.
func NextOf[T any](g *Generator[T]) T { return Must(g.result(g.step(nil, nil))) }

// NextOr is next(g, def).
func NextOr[T any](g *Generator[T], def T) T {
	if v, ok := g.Next(); ok {
		return v
	}
	return def
}

// NextPtr is next(g, None).
func NextPtr[T any](g *Generator[T]) *T {
	if v, ok := g.Next(); ok {
		return &v
	}
	return nil
}

// TryNext is Next with the exception returned.
func (g *Generator[T]) TryNext() (v T, ok bool, err error) {
	v, done, _, err := g.step(nil, nil)
	return v, !done && err == nil, err
}

// Send is g.send(v): StopIteration, with the return value, at the end.
func (g *Generator[T]) Send(v any) (T, error) { return g.result(g.step(v, nil)) }

// Throw is g.throw(err).
func (g *Generator[T]) Throw(err error) (T, error) { return g.result(g.step(nil, FromGo(err))) }

func (g *Generator[T]) result(v T, done bool, ret any, err error) (T, error) {
	switch {
	case err != nil:
		return v, err
	case done && ret != nil:
		return v, StopIteration.New(ret)
	case done:
		return v, StopIteration.New()
	}
	return v, nil
}

// Close is g.close(): GeneratorExit is raised at the yield.
func (g *Generator[T]) Close() error {
	_, err := g.CloseValue()
	return err
}

// CloseValue is g.close() with its value: what the body returned on
// GeneratorExit.
func (g *Generator[T]) CloseValue() (any, error) {
	switch g.status {
	case genFresh:
		g.status, g.body = genClosed, nil
		return nil, nil
	case genClosed:
		return nil, nil
	}
	_, done, ret, err := g.step(nil, GeneratorExit.New())
	switch {
	case err == nil && !done:
		return nil, RuntimeError.New("generator ignored GeneratorExit")
	case err == nil:
		return ret, nil
	case errors.Is(err, GeneratorExit), errors.Is(err, StopIteration):
		return nil, nil
	}
	return nil, err
}

// Value returns the value of the body's return statement, after the end.
func (g *Generator[T]) Value() any { return g.ret }

// pyIter gives the generator itself, for values of any type.
func (g *Generator[T]) pyIter() Iterator {
	if it, ok := any(g).(Iterator); ok {
		return it
	}
	return &boxedGenerator[T]{g}
}

// boxedGenerator iterates over a typed generator that sits in an any.
type boxedGenerator[T any] struct{ g *Generator[T] }

// Next returns the next value, boxed.
func (b *boxedGenerator[T]) Next() (any, bool) {
	v, ok := b.g.Next()
	if !ok {
		return nil, false
	}
	return Box(v), true
}

// fromGenerator is a generator of other static type seen as one of T; nil if x
// is no generator.
func (*Generator[T]) fromGenerator(x any) any {
	sub, ok := x.(otherGenerator)
	if !ok {
		return nil
	}
	return NewGenerator("generator", func(y *Yielder[T]) error {
		ret, err := y.YieldFrom(sub)
		if err != nil {
			return err
		}
		return y.Return(ret)
	})
}

func (g *Generator[T]) pyType() *Class { return GeneratorType }
func (g *Generator[T]) pyRepr() string { return "<generator object " + g.qualname + at(g) + ">" }

// anyGenerator is a generator of any element type, for dynamic code.
type anyGenerator interface {
	sendAny(v any) (any, error)
	throwAny(err error) (any, error)
	CloseValue() (any, error)
	genAttr(name string) (any, bool)
	setName(name string, qual bool)
}

func (g *Generator[T]) sendAny(v any) (any, error) {
	r, err := g.Send(v)
	return Box(r), err
}

func (g *Generator[T]) throwAny(e error) (any, error) {
	r, err := g.Throw(e)
	return Box(r), err
}

func (g *Generator[T]) setName(name string, qual bool) {
	if qual {
		g.qualname = name
	} else {
		g.name = name
	}
}

func (g *Generator[T]) genAttr(name string) (any, bool) {
	switch name {
	case "__name__":
		return g.name, true
	case "__qualname__":
		return g.qualname, true
	case "gi_running":
		return g.status == genRunning, true
	case "gi_suspended":
		return g.status == genSuspended, true
	case "gi_yieldfrom":
		return g.y.delegate, true
	case "gi_frame":
		if g.status == genClosed {
			return nil, true
		}
		return &genFrame{}, true
	}
	return nil, false
}

// genFrame stands for the frame of a generator that has not ended: all that a
// program can tell is that there is one.
type genFrame struct{ _ byte }

// ClassName is "frame".
func (*genFrame) ClassName() string { return "frame" }

// otherGenerator is a generator of another element type.
type otherGenerator interface {
	sendAny(v any) (any, error)
	throwAny(e error) (any, error)
	Close() error
}

// delegateOther is `yield from` a generator of another element type: values,
// exceptions and the end go through any.
func (y *Yielder[T]) delegateOther(g otherGenerator) (any, error) {
	y.delegate = g
	defer func() { y.delegate = nil }()
	v, err := g.sendAny(nil)
	for {
		if errors.Is(err, StopIteration) {
			return FromGo(err).Exc().Field("value"), nil
		}
		if err != nil {
			return nil, err
		}
		sent, yerr := y.Send(As[T](v))
		switch {
		case yerr == nil:
			v, err = g.sendAny(sent)
		case errors.Is(yerr, GeneratorExit):
			if cerr := g.Close(); cerr != nil {
				return nil, cerr
			}
			return nil, yerr
		default:
			v, err = g.throwAny(yerr)
		}
	}
}
