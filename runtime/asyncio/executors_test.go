// Threads and loops: who runs when, and how results and cancellation cross
// between them. The logs are CPython's.
package asyncio

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/py2go-async/py2go-async/runtime/concurrent/futures"
	"github.com/py2go-async/py2go-async/runtime/contextvars"
	"github.com/py2go-async/py2go-async/runtime/py"
	"github.com/py2go-async/py2go-async/runtime/threading"
)

// record collects a log.
type record []string

func (r *record) add(parts ...any) { *r = append(*r, strings.TrimSuffix(fmt.Sprintln(parts...), "\n")) }

func (r record) expect(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(r, want) {
		t.Errorf("got  %q\nwant %q", []string(r), want)
	}
}

// noLeak fails the test if goroutines are left when it ends.
func noLeak(t *testing.T) {
	t.Helper()
	ch := make(chan os.Signal, 1) // starts the goroutine of os/signal, which stays
	signal.Notify(ch, os.Interrupt)
	signal.Stop(ch)
	before := runtime.NumGoroutine()
	t.Cleanup(func() {
		for range 100 {
			if runtime.NumGoroutine() <= before {
				return
			}
			time.Sleep(time.Millisecond)
		}
		buf := make([]byte, 1<<16)
		t.Errorf("%d goroutines are left of %d:\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
	})
}

func TestRunInExecutor(t *testing.T) {
	noLeak(t)
	var log record
	v := contextvars.NewContextVarDefault("v", 0)
	_, err := Run(t.Context(), func(ctx context.Context) (int, error) {
		loop := GetRunningLoop(ctx)
		v.Set(5)
		leave := map[int]*threading.Event{1: threading.NewEvent(), 2: threading.NewEvent(), 3: threading.NewEvent()}
		leave[3].Set()
		block := func(n int) func() int {
			return func() int {
				log.add("in", n, threading.CurrentThread().Name(), v.Get())
				leave[n].Wait(nil)
				log.add("out", n)
				return n * 10
			}
		}
		f := RunInExecutor(loop, nil, block(1))
		log.add("submitted 1")
		g := RunInExecutor(loop, nil, block(2))
		log.add("submitted 2")
		leave[1].Set()
		a, err := f.Await(ctx)
		log.add(a, err)
		leave[2].Set()
		b, err := g.Await(ctx)
		log.add(b, err)
		c, err := ToThread(ctx, func() (int, error) { return block(3)(), nil })
		log.add(c, err)
		_, err = ToThread(ctx, func() (int, error) { return 0, py.ValueError.New("x") })
		log.add(err)
		_, err = ToThread(ctx, func() (int, error) { panic(error(py.KeyError.New("k"))) })
		log.add(err)
		return 0, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	log.expect(t, "in 1 asyncio_0 0", "submitted 1", "in 2 asyncio_1 0", "submitted 2", "out 1", "10 <nil>", "out 2", "20 <nil>",
		"in 3 asyncio_0 5", "out 3", "30 <nil>", "ValueError: x", "KeyError: 'k'")
}

func TestCancelThreads(t *testing.T) {
	noLeak(t)
	var log record
	err := RunVoid(t.Context(), func(ctx context.Context) error {
		loop := GetRunningLoop(ctx)
		leave := threading.NewEvent()
		task := CreateTask(ctx, Bind0(func(ctx context.Context) (int, error) {
			return ToThread(ctx, func() (int, error) { leave.Wait(nil); return 1, nil })
		}))
		if err := Sleep(ctx, 0.005); err != nil {
			return err
		}
		task.Cancel()
		_, err := task.Await(ctx)
		log.add(errors.Is(err, CancelledError))
		one := 1
		pool := futures.NewThreadPoolExecutor(&one, "", nil)
		a := RunInExecutor(loop, pool, func() string { leave.Wait(nil); return "a" })
		b := RunInExecutor(loop, pool, func() string { log.add("never"); return "b" })
		b.Cancel()
		leave.Set()
		v, err := a.Await(ctx)
		log.add(v, err, b.Repr())
		_, err = pool.Exit(nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	log.expect(t, "true", "a <nil> <Future cancelled>")
}

func TestRunCoroutineThreadsafe(t *testing.T) {
	noLeak(t)
	var log record
	coro := func(ctx context.Context, x int) (int, error) {
		log.add("coro", x)
		if err := Sleep(ctx, 0); err != nil {
			return 0, err
		}
		if x < 0 {
			return 0, py.ValueError.New("neg")
		}
		return x + 1, nil
	}
	err := RunVoid(t.Context(), func(ctx context.Context) error {
		loop := GetRunningLoop(ctx)
		_, err := ToThread(ctx, func() (int, error) {
			log.add(RunCoroutineThreadsafe(Bind(coro, 1), loop).Result(nil))
			log.add(RunCoroutineThreadsafe(Bind(coro, -1), loop).Result(nil))
			f := RunCoroutineThreadsafe(BindVoid(Sleep, 3600.0), loop)
			f.Cancel()
			log.add(f.Result(nil))
			return 0, nil
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	log.expect(t, "coro 1", "2 <nil>", "coro -1", "0 ValueError: neg", "<nil> concurrent.futures._base.CancelledError")
}

func TestRunInThreads(t *testing.T) {
	noLeak(t)
	var log record
	err := RunVoid(t.Context(), func(ctx context.Context) error {
		_, err := ToThread(ctx, func() (int, error) {
			return Run(context.Background(), func(ctx context.Context) (int, error) {
				log.add("inner", CurrentTask(ctx).GetName() != "", Sleep(ctx, 0.001))
				return 1, nil
			})
		})
		return err
	})
	log.add(err)
	log.expect(t, "inner true <nil>", "<nil>")
}

func TestConcurrentRuns(t *testing.T) {
	noLeak(t)
	results := make(chan int)
	shared := 0 // no lock: the baton guards it
	for i := range 8 {
		go func() {
			v, err := Run(context.Background(), func(ctx context.Context) (int, error) {
				for range 20 {
					shared++
					if err := Sleep(ctx, 0.0005); err != nil {
						return 0, err
					}
				}
				return i, nil
			})
			if err != nil {
				t.Error(err)
			}
			results <- v
		}()
	}
	sum := 0
	for range 8 {
		sum += <-results
	}
	if sum != 28 || shared != 160 {
		t.Errorf("sum %d, shared %d", sum, shared)
	}
}

func TestGo(t *testing.T) {
	noLeak(t)
	var log record
	err := RunVoid(t.Context(), func(ctx context.Context) error {
		ticks := 0
		ticker := CreateTask(ctx, BindVoid0(func(ctx context.Context) error {
			for {
				ticks++
				if err := Sleep(ctx, 0); err != nil {
					return err
				}
			}
		}))
		ch := make(chan string)
		v, err := Go(ctx, func(ctx context.Context) (string, error) {
			go func() { ch <- "hi" }()
			return <-ch, nil
		})
		log.add(v, err, ticks > 0)
		_, err = Go(ctx, func(context.Context) (string, error) { return "", errors.New("plain") })
		log.add(err)
		waiting := CreateTask(ctx, BindVoid0(func(ctx context.Context) error {
			return GoVoid(ctx, func(ctx context.Context) error {
				<-ctx.Done()
				return ctx.Err()
			})
		}))
		if err := Sleep(ctx, 0.001); err != nil {
			return err
		}
		waiting.Cancel()
		_, err = waiting.Await(ctx)
		log.add(errors.Is(err, context.Canceled), err)
		ticker.Cancel()
		return nil
	})
	log.add(err)
	log.expect(t, "hi <nil> true", "RuntimeError: plain", "true asyncio.exceptions.CancelledError", "<nil>")
}

func TestOuterContext(t *testing.T) {
	noLeak(t)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
	defer cancel()
	_, err := Run(ctx, func(ctx context.Context) (int, error) { return 1, Sleep(ctx, 3600) })
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, CancelledError) || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	stop := errors.New("stop")
	ctx, cause := context.WithCancelCause(t.Context())
	cause(stop)
	_, err = Run(ctx, func(ctx context.Context) (int, error) { return 1, Sleep(ctx, 3600) })
	if !errors.Is(err, stop) || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestGoBugs(t *testing.T) {
	defer func() {
		p, ok := recover().(*GoPanic)
		if !ok || p.Value != "boom" || !strings.Contains(p.Error(), "TestGoBugs") {
			t.Errorf("got %v", p)
		}
	}()
	_, err := Run(t.Context(), func(ctx context.Context) (int, error) {
		_, err := CreateTask(ctx, Bind0(func(context.Context) (int, error) { panic("boom") })).Await(ctx)
		return 0, err
	})
	t.Errorf("not reached: %v", err)
}

func TestTaskContextDone(t *testing.T) {
	noLeak(t)
	var log record
	err := RunVoid(t.Context(), func(ctx context.Context) error {
		task := CreateTask(ctx, BindVoid0(func(ctx context.Context) error {
			done := ctx.Done()
			sub, cancel := context.WithCancel(ctx)
			defer cancel()
			err := Sleep(ctx, 3600)
			<-done
			<-sub.Done()
			log.add(err, ctx.Err(), sub.Err())
			log.add(Sleep(ctx, 0)) // Python code may go on after a cancellation
			log.add(ctx.Err())
			return nil
		}))
		if err := Sleep(ctx, 0); err != nil {
			return err
		}
		task.Cancel("why")
		_, err := task.Await(ctx)
		log.add(err)
		return nil
	})
	log.add(err)
	log.expect(t, "asyncio.exceptions.CancelledError: why context canceled context canceled", "<nil>", "<nil>", "<nil>", "<nil>")
}
