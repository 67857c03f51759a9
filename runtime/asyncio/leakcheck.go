package asyncio

import (
	"bytes"
	"os"
	"runtime"
	"time"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// leakCheck makes the end of every run look for goroutines of this package
// that are still there; the golden tests set it.
var leakCheck = os.Getenv("PY2GO_LEAKCHECK") != ""

// leakPatience is how long goroutines may take to end after they were told to.
const leakPatience = 2 * time.Second

// checkLeaks ends the process with status 86 and the stacks when goroutines of
// this package are left after a loop was closed.
func checkLeaks() {
	if !leakCheck {
		return
	}
	var left []byte
	for end := time.Now().Add(leakPatience); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if left = leftGoroutines(); len(left) == 0 {
			return
		}
	}
	py.Stdout.Flush()
	os.Stderr.WriteString("asyncio: goroutines are left after the run:\n\n")
	os.Stderr.Write(left)
	os.Stderr.WriteString("\n")
	os.Exit(leakStatus)
}

// leakStatus is the exit status of a process with a leak.
const leakStatus = 86

// leftGoroutines returns the stacks of the goroutines, other than the calling
// one, that this package has to do with, those of other running loops aside.
func leftGoroutines() []byte {
	buf := make([]byte, 1<<20)
	stacks := bytes.Split(buf[:runtime.Stack(buf, true)], []byte("\n\n"))
	var left [][]byte
	for _, s := range stacks[1:] {
		if bytes.Contains(s, []byte("py2go-async/runtime/asyncio.")) && !bytes.Contains(s, []byte("asyncio.(*Loop).schedule")) {
			left = append(left, s)
		}
	}
	return bytes.Join(left, []byte("\n\n"))
}
