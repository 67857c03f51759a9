package asyncio_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/py2go-async/py2go-async/runtime/asyncio"
	"github.com/py2go-async/py2go-async/runtime/py"
)

// fetch stands for a converted async function.
func fetch(ctx context.Context, id int) (string, error) {
	if err := asyncio.Sleep(ctx, 0.001); err != nil {
		return "", err
	}
	if id < 0 {
		return "", py.KeyError.New(id)
	}
	return fmt.Sprintf("user%d", id), nil
}

// Run runs an async function in an event loop of its own.
func ExampleRun() {
	name, err := asyncio.Run(context.Background(), func(ctx context.Context) (string, error) {
		return fetch(ctx, 7)
	})
	fmt.Println(name, err)
	// Output: user7 <nil>
}

// The end of the outer context cancels the main task, and arrives as such.
func ExampleRun_deadline() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	err := asyncio.RunVoid(ctx, func(ctx context.Context) error {
		err := asyncio.Sleep(ctx, 60)
		fmt.Println("main task:", errors.Is(err, asyncio.CancelledError))
		return err
	})
	fmt.Println(errors.Is(err, context.DeadlineExceeded), errors.Is(err, asyncio.CancelledError))
	// Output:
	// main task: true
	// true true
}

// Cancelling the outer context is a cancellation of the main task.
func ExampleRun_cancel() {
	ctx, cancel := context.WithCancel(context.Background())
	err := asyncio.RunVoid(ctx, func(ctx context.Context) error {
		cancel()
		return asyncio.Sleep(ctx, 60)
	})
	fmt.Println(errors.Is(err, context.Canceled))
	// Output: true
}

// Python exceptions are errors: classes are matched with errors.Is, subclasses
// included, and the instance is found with errors.As.
func ExampleRun_exception() {
	_, err := asyncio.Run(context.Background(), func(ctx context.Context) (string, error) { return fetch(ctx, -1) })
	var exc *py.Error
	fmt.Println(errors.Is(err, py.LookupError), errors.As(err, &exc), exc)
	// Output: true true KeyError: -1
}

// Go awaits plain Go code that blocks, while the loop goes on.
func ExampleGo() {
	err := asyncio.RunVoid(context.Background(), func(ctx context.Context) error {
		ready := make(chan string)
		asyncio.CreateTask(ctx, asyncio.BindVoid0(func(ctx context.Context) error {
			if err := asyncio.Sleep(ctx, 0.001); err != nil {
				return err
			}
			ready <- "sent by a task"
			return nil
		}))
		text, err := asyncio.Go(ctx, func(ctx context.Context) (string, error) { return <-ready, nil })
		fmt.Println(text)
		return err
	})
	fmt.Println(err)
	// Output:
	// sent by a task
	// <nil>
}

// The context of Go is done when the await is cancelled.
func ExampleGo_cancel() {
	err := asyncio.RunVoid(context.Background(), func(ctx context.Context) error {
		scope := asyncio.TimeoutAfter(ctx, 0.001)
		if _, err := scope.AEnter(ctx); err != nil {
			return err
		}
		_, err := asyncio.Go(ctx, func(ctx context.Context) (int, error) {
			<-ctx.Done()
			return 0, ctx.Err()
		})
		_, err = scope.AExit(ctx, err)
		return err
	})
	fmt.Println(errors.Is(err, asyncio.TimeoutError), errors.Is(err, context.DeadlineExceeded))
	// Output: true true
}

// Gather runs awaitables concurrently and returns their results in order.
func ExampleGather() {
	names, err := asyncio.Run(context.Background(), func(ctx context.Context) (*py.List[string], error) {
		return asyncio.Gather(ctx, asyncio.Awaitable[string](asyncio.Bind(fetch, 1)), asyncio.Bind(fetch, 2))
	})
	fmt.Println(py.Repr(names), err)
	// Output: ['user1', 'user2'] <nil>
}

// A TaskGroup waits for its tasks; errors come as an exception group.
func ExampleTaskGroup() {
	err := asyncio.RunVoid(context.Background(), func(ctx context.Context) error {
		group := asyncio.NewTaskGroup()
		if _, err := group.AEnter(ctx); err != nil {
			return err
		}
		good := asyncio.Spawn(group, asyncio.Bind(fetch, 3))
		_, err := group.AExit(ctx, nil)
		fmt.Println(good.Done(), err)

		group = asyncio.NewTaskGroup()
		if _, err := group.AEnter(ctx); err != nil {
			return err
		}
		asyncio.Spawn(group, asyncio.Bind(fetch, -1))
		_, err = group.AExit(ctx, nil)
		return err
	})
	fmt.Println(err)
	// Output:
	// true <nil>
	// ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
}

// Tasks hand items to each other through a Queue.
func ExampleQueue() {
	err := asyncio.RunVoid(context.Background(), func(ctx context.Context) error {
		queue := asyncio.NewQueue[int](1)
		producer := asyncio.CreateTask(ctx, asyncio.BindVoid0(func(ctx context.Context) error {
			for i := range 3 {
				if err := queue.Put(ctx, i); err != nil {
					return err
				}
			}
			queue.Shutdown(false)
			return nil
		}))
		for {
			item, err := queue.Get(ctx)
			if errors.Is(err, asyncio.QueueShutDown) {
				break
			}
			if err != nil {
				return err
			}
			fmt.Println(item)
		}
		_, err := producer.Await(ctx)
		return err
	})
	fmt.Println(err)
	// Output:
	// 0
	// 1
	// 2
	// <nil>
}

// WaitFor cancels what takes too long.
func ExampleWaitFor() {
	_, err := asyncio.Run(context.Background(), func(ctx context.Context) (any, error) {
		return asyncio.WaitFor(ctx, asyncio.Awaitable[any](asyncio.BindVoid(asyncio.Sleep, 60.0)), 0.001)
	})
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	// Output: true
}
