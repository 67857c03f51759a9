// Package asyncio is Python's asyncio at run time: the event loop with
// CPython 3.13's own scheduling, futures, tasks, coroutines, timeouts, task
// groups, locks, queues and async generators.
//
// Converted programs and hand-written Go use the same functions: typed and
// generic, ctx first, errors returned. Code that has no static types uses the
// any instantiations and the dynamic functions Await, AIter, ANext, AEnter and
// AExit.
//
// # Scheduling
//
// A Loop has a FIFO ready queue and a timer heap, and runs them as CPython's
// loop does: one iteration runs what was ready when it began. A future's
// callbacks are scheduled, never called; a task takes one step for each
// wake-up. The number of iterations of each operation is CPython's, so that
// programs interleave as they do there.
//
// A task is a stackful coroutine made by iter.Pull and kept in a pool. A
// suspended task hands over to the next ready task directly; timers, I/O and
// callbacks run on the scheduler's stack (worker.go).
//
// # Contexts
//
// The context.Context that a coroutine body receives carries its task. It is
// done when the task is cancelled, which includes the end of the context that
// was given to Run.
//
// Only the goroutine that holds the baton (package gil) may touch loops,
// futures and tasks, except where a function says that it is safe from any
// goroutine.
package asyncio
