//go:build !unix

package driver

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
)

// replaceProcess runs the program as a child and returns its exit status.
// Interrupts reach it through the console; this process waits for it.
func replaceProcess(program string, argv []string, d *Driver) (status int, err error) {
	signal.Ignore(os.Interrupt)
	command := exec.Command(program)
	command.Args = argv
	command.Stdin, command.Stdout, command.Stderr = d.Stdin, d.Stdout, d.Stderr
	err = command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	return StatusOK, err
}
