//go:build unix

package asyncio

import (
	"context"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
)

const sleepers = 100_000

// resident is the memory of the process that lies in RAM, in bytes.
func resident(b *testing.B) int {
	b.Helper()
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		b.Skip("no /proc: " + err.Error())
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	if err != nil {
		b.Fatal(err)
	}
	return pages * os.Getpagesize()
}

// growth reports by how much the process grew for each sleeper since before.
func growth(b *testing.B, before int) {
	b.Helper()
	b.ReportMetric(float64(resident(b)-before)/sleepers, "B/task")
}

// BenchmarkSleepers is the memory of tasks that sleep.
func BenchmarkSleepers(b *testing.B) {
	debug.FreeOSMemory()
	before := resident(b)
	run(b, func(ctx context.Context) error {
		tasks := make([]*asyncio.Task[any], sleepers)
		for i := range tasks {
			tasks[i] = asyncio.CreateTask(ctx, asyncio.BindVoid(asyncio.Sleep, 3600.0))
		}
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		growth(b, before)
		for _, t := range tasks {
			t.Cancel()
		}
		return nil
	})
}

// BenchmarkHandSleepers is the memory of goroutines that sleep.
func BenchmarkHandSleepers(b *testing.B) {
	debug.FreeOSMemory()
	before := resident(b)
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	began := make(chan struct{})
	for range sleepers {
		go func() {
			began <- struct{}{}
			select {
			case <-ctx.Done():
			case <-time.After(time.Hour):
			}
		}()
	}
	for range sleepers {
		<-began
	}
	growth(b, before)
}
