package py

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
)

// atExit are the functions that run before the process ends, last first.
var atExit []func() error

// AtExit registers f to run at the end of the program: atexit.register.
func AtExit(f func() error) { atExit = append(atExit, f) }

// Main is the body of func main of a converted program: it runs f, prints an
// uncaught exception to stderr as CPython does, flushes, and exits with
// CPython's status: 0, 1 after an exception, SystemExit's code, 130 after
// KeyboardInterrupt.
func Main(f func(ctx context.Context) error) {
	os.Exit(RunMain(f))
}

// InProgram says that a converted program runs, not Go code that uses its
// packages.
var InProgram bool

// RunMain is Main without the exit: it returns the status.
func RunMain(f func(ctx context.Context) error) int {
	InProgram = true
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	err := Catch(func() error { return f(CurrentContext()) })
	status := 0
	if err != nil {
		status = reportUncaught(err)
	}
	for i := len(atExit) - 1; i >= 0; i-- {
		if err := Catch(atExit[i]); err != nil {
			Stdout.Flush()
			Stderr.WriteString("Exception ignored in atexit callback:\n" + TracebackText(err))
		}
	}
	if err := Catch(func() error { closeAllPulls(); flushFiles(); return nil }); err != nil {
		reportUncaught(err)
	}
	if err := Stdout.Flush(); err != nil && status == 0 {
		Stderr.WriteString("Exception ignored in: " + Stdout.pyRepr() + "\n" + err.Error() + "\n")
		status = 120
	}
	Stderr.Flush()
	return status
}

// reportUncaught prints an exception that left the program and gives the exit
// status.
func reportUncaught(err error) int {
	e := FromGo(err)
	Stdout.Flush()
	if errors.Is(e, SystemExit) {
		return exitStatus(e)
	}
	Stderr.WriteString(TracebackText(e))
	Stderr.Flush()
	if errors.Is(e, KeyboardInterrupt) {
		return 130
	}
	return 1
}

// exitStatus is the status of sys.exit(code): a text is printed and gives 1.
func exitStatus(e BaseException) int {
	code := any(nil)
	switch args := e.Exc().args; len(args) {
	case 0:
	case 1:
		code = args[0]
	default:
		code = NewTuple(args...)
	}
	if v, ok := e.Exc().fieldSet("code"); ok {
		code = v
	}
	switch c := code.(type) {
	case nil:
		return 0
	case int:
		return c & 0xff
	case bool:
		return IntFromBool(c)
	}
	Stderr.WriteString(Str(code) + "\n")
	return 1
}

// TracebackText is what CPython prints for an exception, without the frames:
// the chain of causes and contexts, the last line, the notes, and the members
// of a group.
func TracebackText(err error) string {
	var b strings.Builder
	writeTraceback(&b, FromGo(err), map[*Error]bool{})
	return b.String()
}

const (
	causeText   = "\nThe above exception was the direct cause of the following exception:\n\n"
	contextText = "\nDuring handling of the above exception, another exception occurred:\n\n"
)

func writeTraceback(b *strings.Builder, e BaseException, seen map[*Error]bool) {
	seen[e.Exc()] = true
	x := e.Exc()
	switch {
	case x.cause != nil && !seen[FromGo(x.cause).Exc()]:
		writeTraceback(b, FromGo(x.cause), seen)
		b.WriteString(causeText)
	case x.cause == nil && x.context != nil && !x.suppress && !seen[FromGo(x.context).Exc()]:
		writeTraceback(b, FromGo(x.context), seen)
		b.WriteString(contextText)
	}
	if members := x.groupMembers(); members != nil {
		writeGroup(b, e, members, 0)
		return
	}
	b.WriteString("Traceback (most recent call last):\n")
	b.WriteString(lastLines(e))
}

// lastLines is the exception's own line and its notes.
func lastLines(e BaseException) string {
	s := e.Error() + "\n"
	for _, n := range e.Exc().Notes() {
		s += n + "\n"
	}
	return s
}

// writeGroup prints an exception group with its members, indented as CPython
// does.
func writeGroup(b *strings.Builder, e BaseException, members []any, depth int) {
	if depth == 0 {
		b.WriteString("  + Exception Group Traceback (most recent call last):\n")
		depth = 1
	}
	indent := strings.Repeat("  ", depth)
	writeIndented(b, indent+"| ", lastLines(e))
	deeper := indent + "  "
	for i, m := range members {
		lead := "  "
		if i == 0 {
			lead = "+-"
		}
		b.WriteString(indent + lead + "+---------------- " + strconv.Itoa(i+1) + " ----------------\n")
		sub := m.(BaseException)
		if inner := sub.Exc().groupMembers(); inner != nil {
			writeGroup(b, sub, inner, depth+1)
			continue
		}
		writeIndented(b, deeper+"| ", lastLines(sub))
		if i == len(members)-1 {
			b.WriteString(deeper + "+------------------------------------\n")
		}
	}
}

func writeIndented(b *strings.Builder, prefix, text string) {
	for l := range strings.Lines(text) {
		b.WriteString(prefix + l)
	}
}

// NotifyInterrupt makes SIGINT raise KeyboardInterrupt in a program without an
// event loop: the process prints and exits as CPython would, from wherever it
// is. runtime/asyncio replaces it while a loop runs.
func NotifyInterrupt() (stop func()) {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGINT)
	done := make(chan struct{})
	go func() {
		select {
		case <-ch:
			Stdout.Flush()
			Stderr.WriteString("Traceback (most recent call last):\nKeyboardInterrupt\n")
			Stderr.Flush()
			os.Exit(130)
		case <-done:
		}
	}()
	return func() {
		signal.Stop(ch)
		close(done)
	}
}
