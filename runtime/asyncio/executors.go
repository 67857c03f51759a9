package asyncio

import "context"

// executorState is the loop's default executor.
type executorState struct{}

// ShutdownDefaultExecutor is `await loop.shutdown_default_executor(timeout)`.
func (l *Loop) ShutdownDefaultExecutor(context.Context, *float64) error { return nil }
