package asyncio

import (
	"context"
	"math"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Sleep is asyncio.sleep(seconds). Zero or less lets the other ready tasks run
// once.
func Sleep(ctx context.Context, seconds float64) error {
	if seconds <= 0 {
		if c, ok := ctx.(*taskCtx); ok {
			t := c.task()
			t.loop.ready.push(t, nil)
			if slot := t.park(); slot != nil { // suspend, by hand
				handled := py.TakeHandled()
				if slot.toggled {
					slot.next()
				} else {
					slot.yield(struct{}{})
				}
				py.GiveHandled(handled)
			}
			return t.resumed()
		}
		e := envOf(ctx)
		if e == nil {
			return errNoLoop()
		}
		return e.yieldNone()
	}
	if math.IsNaN(seconds) {
		return py.ValueError.New("Invalid delay: NaN (not a number)")
	}
	l := runningLoop(ctx)
	if l == nil {
		return errNoLoop()
	}
	s := l.newSleeper(seconds)
	var err error
	if c, ok := ctx.(*taskCtx); ok {
		err = c.task().wait(&s.fut.futureCore)
	} else {
		err = waitFuture(ctx, &s.fut.futureCore)
	}
	s.timer.Cancel()
	return err
}

// newSleeper starts the timer of a sleep. It is a function of its own to keep
// the stacks of sleeping tasks small.
//
//go:noinline
func (l *Loop) newSleeper(seconds float64) *sleeper {
	s := &sleeper{}
	s.fut.loop = l
	s.fut.self = &s.fut
	s.timer = TimerHandle{Handle: Handle{loop: l, scheduled: true}, when: l.now() + seconds}
	s.timer.sleeper = s
	l.timers.push(&s.timer)
	return s
}

// SleepResult is asyncio.sleep(seconds, result).
func SleepResult[T any](ctx context.Context, seconds float64, result T) (T, error) {
	if err := Sleep(ctx, seconds); err != nil {
		var zero T
		return zero, err
	}
	return result, nil
}

// sleeper is the future and the timer of a sleep in one piece.
type sleeper struct {
	fut   Future[any]
	timer TimerHandle
}

func (s *sleeper) expire() {
	if s.fut.state == pending {
		s.fut.succeed()
	}
}
