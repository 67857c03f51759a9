// Package signal is Python's module signal: the numbers of the signals, for
// the loop's add_signal_handler.
package signal

import (
	"context"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// Signals is the enum signal.Signals.
var Signals = func() any {
	members := py.NewDict[any, any]()
	for _, s := range []struct {
		name string
		n    int
	}{
		{"SIGHUP", 1}, {"SIGINT", 2}, {"SIGQUIT", 3}, {"SIGILL", 4}, {"SIGTRAP", 5}, {"SIGABRT", 6}, {"SIGBUS", 7}, {"SIGFPE", 8},
		{"SIGKILL", 9}, {"SIGUSR1", 10}, {"SIGSEGV", 11}, {"SIGUSR2", 12}, {"SIGPIPE", 13}, {"SIGALRM", 14}, {"SIGTERM", 15},
		{"SIGCHLD", 17}, {"SIGCONT", 18}, {"SIGSTOP", 19}, {"SIGTSTP", 20}, {"SIGTTIN", 21}, {"SIGTTOU", 22}, {"SIGWINCH", 28},
	} {
		members.Set(s.name, s.n)
	}
	return py.Must(py.CallKw(context.Background(), py.IntEnum, []any{"Signals", members}, []py.Kw{{Name: "module", Value: "signal"}}))
}()

func member(name string) any { return py.GetAttr(Signals, name) }

// The signals that programs handle.
var (
	SIGHUP  = member("SIGHUP")
	SIGINT  = member("SIGINT")
	SIGQUIT = member("SIGQUIT")
	SIGABRT = member("SIGABRT")
	SIGKILL = member("SIGKILL")
	SIGUSR1 = member("SIGUSR1")
	SIGUSR2 = member("SIGUSR2")
	SIGPIPE = member("SIGPIPE")
	SIGALRM = member("SIGALRM")
	SIGTERM = member("SIGTERM")
	SIGCHLD = member("SIGCHLD")
	SIGCONT = member("SIGCONT")
	SIGSTOP = member("SIGSTOP")
	SIGTSTP = member("SIGTSTP")
)
