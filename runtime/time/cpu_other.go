//go:build !unix

package time

import "time"

// ProcessTimeNs is time.process_time_ns(), here the time since the start.
func ProcessTimeNs() int { return int(time.Since(start)) }
