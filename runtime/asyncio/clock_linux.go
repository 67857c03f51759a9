package asyncio

import (
	"syscall"
	"time"
	"unsafe"
)

// monotonicBase is what CLOCK_MONOTONIC showed at clockStart, in nanoseconds.
func monotonicBase() int64 {
	const clockMonotonic = 1
	var ts syscall.Timespec
	syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clockMonotonic, uintptr(unsafe.Pointer(&ts)), 0)
	return ts.Nano() - int64(time.Since(clockStart))
}
