package asyncio

import (
	"context"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
)

// interrupts treats Ctrl-C as asyncio.run does: the first cancels the main
// task, the second ends the program.
type interrupts struct {
	n    atomic.Int32
	ch   chan os.Signal
	done sync.WaitGroup
}

// catchInterrupts begins to catch SIGINT for the main task t. A Go caller whose
// ctx can end has its own way to be interrupted.
func catchInterrupts(ctx context.Context, l *Loop, t AnyTask) *interrupts {
	i := &interrupts{ch: make(chan os.Signal, 1)}
	if ctx != nil && ctx.Done() != nil {
		return i
	}
	signal.Notify(i.ch, os.Interrupt)
	i.done.Go(func() {
		for range i.ch {
			if i.n.Add(1) == 1 {
				l.post(func() {
					if !t.Done() {
						t.Cancel()
					}
				})
				continue
			}
			os.Stderr.WriteString("KeyboardInterrupt\n")
			os.Exit(130)
		}
	})
	return i
}

func (i *interrupts) count() int { return int(i.n.Load()) }

// stop ends the catching; the goroutine has ended when it returns.
func (i *interrupts) stop() {
	signal.Stop(i.ch)
	close(i.ch)
	i.done.Wait()
}
