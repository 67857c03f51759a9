//go:build unix

package asyncio

import (
	"context"
	"runtime"
	"sync"
	"testing"
	"time"
)

// The same as goroutines and channels, as one writes it by hand in Go. It runs
// on all processors, and promises nothing of the order of things.

func BenchmarkHandAwait(b *testing.B) {
	defer reportCPU(b)()
	for i := range b.N {
		if _, err := work(b.Context(), i); err != nil {
			b.Fatal(err)
		}
	}
}

// inTen runs body in ten goroutines.
func inTen(body func()) {
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(body)
	}
	wg.Wait()
}

func BenchmarkHandSleep0(b *testing.B) {
	defer reportCPU(b)()
	inTen(func() {
		for range b.N/10 + 1 {
			runtime.Gosched()
		}
	})
}

func BenchmarkHandCreateTask(b *testing.B) {
	defer reportCPU(b)()
	for i := range b.N {
		done := make(chan int, 1)
		go func() {
			v, _ := work(b.Context(), i)
			done <- v
		}()
		<-done
	}
}

func BenchmarkHandGather(b *testing.B) {
	defer reportCPU(b)()
	for n := 0; n < b.N; n += 100 {
		results := make([]int, 100)
		var wg sync.WaitGroup
		for i := range results {
			wg.Go(func() { results[i], _ = work(b.Context(), i) })
		}
		wg.Wait()
	}
}

func BenchmarkHandQueue(b *testing.B) {
	defer reportCPU(b)()
	q := make(chan int, 10)
	go func() {
		for i := range b.N {
			q <- i
		}
	}()
	for range b.N {
		<-q
	}
}

func BenchmarkHandLock(b *testing.B) {
	defer reportCPU(b)()
	var lock sync.Mutex
	inTen(func() {
		for range b.N/10 + 1 {
			lock.Lock()
			runtime.Gosched()
			lock.Unlock()
		}
	})
}

func BenchmarkHandCancel(b *testing.B) {
	defer reportCPU(b)()
	for range b.N {
		ctx, cancel := context.WithCancel(b.Context())
		done := make(chan error, 1)
		go func() {
			select {
			case <-ctx.Done():
				done <- ctx.Err()
			case <-time.After(time.Hour):
				done <- nil
			}
		}()
		runtime.Gosched()
		cancel()
		if <-done == nil {
			b.Fatal("not cancelled")
		}
	}
}
