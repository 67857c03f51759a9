//go:build unix

package time

import "syscall"

// ProcessTimeNs is time.process_time_ns().
func ProcessTimeNs() int {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return int(u.Utime.Nano() + u.Stime.Nano())
}
