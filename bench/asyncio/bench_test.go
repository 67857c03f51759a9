//go:build unix

// Package asyncio measures the loop against CPython and against goroutines:
// compare.sh runs bench.py and these benchmarks and prints the ratios.
package asyncio

import (
	"context"
	"os"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
)

// TestMain sets what py.Main sets for every converted program.
func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	os.Exit(m.Run())
}

// cpuTime is the time that the process has spent on all processors, the
// garbage collector included: on a shared machine the only time that says
// something.
func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// reportCPU begins to measure and returns what reports it.
func reportCPU(b *testing.B) (end func()) {
	b.Helper()
	b.ReportAllocs()
	start := cpuTime(b)
	return func() { b.ReportMetric(float64(cpuTime(b)-start)/float64(b.N), "cpu-ns/op") }
}

func run(b *testing.B, body func(ctx context.Context) error) {
	b.Helper()
	if err := asyncio.RunVoid(context.Background(), func(ctx context.Context) error {
		defer reportCPU(b)()
		return body(ctx)
	}); err != nil {
		b.Fatal(err)
	}
}

func work(ctx context.Context, n int) (int, error) { return n, nil }

// BenchmarkAwait is `await f(x)` of a known async function.
func BenchmarkAwait(b *testing.B) {
	run(b, func(ctx context.Context) error {
		for i := range b.N {
			if _, err := work(ctx, i); err != nil {
				return err
			}
		}
		return nil
	})
}

func sleeper(ctx context.Context, n int) error {
	for range n {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkSleep0 is sleep(0) by ten tasks in turn.
func BenchmarkSleep0(b *testing.B) {
	run(b, func(ctx context.Context) error {
		var aws []asyncio.Awaitable[any]
		for range 10 {
			aws = append(aws, asyncio.BindVoid(sleeper, b.N/10+1))
		}
		_, err := asyncio.Gather(ctx, aws...)
		return err
	})
}

// BenchmarkCreateTask is create_task and await.
func BenchmarkCreateTask(b *testing.B) {
	run(b, func(ctx context.Context) error {
		for i := range b.N {
			if _, err := asyncio.CreateTask(ctx, asyncio.Bind(work, i)).Await(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkGather is gather of a hundred coroutines, for each.
func BenchmarkGather(b *testing.B) {
	run(b, func(ctx context.Context) error {
		for n := 0; n < b.N; n += 100 {
			aws := make([]asyncio.Awaitable[int], 100)
			for i := range aws {
				aws[i] = asyncio.Bind(work, i)
			}
			if _, err := asyncio.Gather(ctx, aws...); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkQueue is put and get through a queue of ten places.
func BenchmarkQueue(b *testing.B) {
	run(b, func(ctx context.Context) error {
		q := asyncio.NewQueue[int](10)
		producer := asyncio.CreateTask(ctx, asyncio.BindVoid0(func(ctx context.Context) error {
			for i := range b.N {
				if err := q.Put(ctx, i); err != nil {
					return err
				}
			}
			return nil
		}))
		for range b.N {
			if _, err := q.Get(ctx); err != nil {
				return err
			}
		}
		_, err := producer.Await(ctx)
		return err
	})
}

// BenchmarkLock is a lock that ten tasks hand over.
func BenchmarkLock(b *testing.B) {
	run(b, func(ctx context.Context) error {
		lock := asyncio.NewLock()
		var aws []asyncio.Awaitable[any]
		for range 10 {
			aws = append(aws, asyncio.BindVoid0(func(ctx context.Context) error {
				for range b.N/10 + 1 {
					if err := lock.AEnter(ctx); err != nil {
						return err
					}
					if err := asyncio.Sleep(ctx, 0); err != nil {
						return err
					}
					lock.Release()
				}
				return nil
			}))
		}
		_, err := asyncio.Gather(ctx, aws...)
		return err
	})
}

// BenchmarkCancel is a task that is created, suspended and cancelled.
func BenchmarkCancel(b *testing.B) {
	run(b, func(ctx context.Context) error {
		for range b.N {
			t := asyncio.CreateTask(ctx, asyncio.BindVoid(asyncio.Sleep, 3600.0))
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return err
			}
			t.Cancel()
			if _, err := t.Await(ctx); err == nil {
				b.Fatal("not cancelled")
			}
		}
		return nil
	})
}
