package asyncio

import "context"

// ShutdownDefaultExecutor is `await loop.shutdown_default_executor(timeout)`.
func (l *Loop) ShutdownDefaultExecutor(context.Context, *float64) error { return nil }
