//go:build unix

package driver

import (
	"os"
	"syscall"
)

// replaceProcess makes this process the program: signals, the terminal and the
// exit status need no forwarding. It returns only when that fails.
func replaceProcess(program string, argv []string, _ *Driver) (status int, err error) {
	return 0, syscall.Exec(program, argv, os.Environ())
}
