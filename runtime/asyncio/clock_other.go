//go:build !linux

package asyncio

// monotonicBase is 0: the clock counts from the start of the program.
func monotonicBase() int64 { return 0 }
