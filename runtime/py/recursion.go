package py

import (
	"runtime"
	"strings"
	"unsafe"
)

// RecursionError. CPython counts the frames of Python functions. Counting them
// here would cost every call of a recursive function two writes to memory.
// Instead such a function compares the address of a local variable with the
// window of stack that is known to be shallow enough; only outside of it are
// the frames counted, by walking the stack, and the window is made larger as
// far as the limit surely is not reached. A stack that Go has moved, or that of
// another goroutine, is outside of the window as well.
//
// Only the holder of the baton runs Python code, so the window needs no lock.

const (
	leastFrame = 64        // bytes of stack that a Python function takes at least
	mostStack  = 400 << 20 // bytes of stack after which recursion ends whatever the limit; Go's own limit kills the process
)

var (
	recursionLimit = 1000
	windowLo       uintptr // the shallow part of the stack begins here
	windowSize     uintptr
)

// RecursionLimit is sys.getrecursionlimit().
func RecursionLimit() int { return recursionLimit }

// SetRecursionLimit is sys.setrecursionlimit(n), for n > 0.
func SetRecursionLimit(n int) {
	recursionLimit = n
	windowSize = 0
}

// CheckRecursion raises RecursionError when the calls of Python functions are
// nested deeper than sys.getrecursionlimit(). Functions that can call
// themselves begin with it.
func CheckRecursion() {
	var here byte
	if at := uintptr(unsafe.Pointer(&here)); at-windowLo >= windowSize {
		checkDepth(at)
	}
}

// checkDepth moves the window to the stack of the running goroutine, at least
// as deep as the address at.
func checkDepth(at uintptr) {
	lo, hi := stackBounds()
	if at < lo || at >= hi {
		windowLo, windowSize = 0, ^uintptr(0) // not known here
		return
	}
	used := hi - at
	deep := uintptr(min(recursionLimit, mostStack/leastFrame)) * leastFrame
	if used > deep {
		depth := 1 + pythonFrames(used)
		if depth > recursionLimit || used > mostStack {
			windowSize = 0
			Throw(RecursionError.New("maximum recursion depth exceeded"))
		}
		// Half of what the frames that are left will take if they are as
		// large as those so far.
		deep = min(used+uintptr(recursionLimit-depth)*(used/uintptr(depth))/2, mostStack)
	}
	windowLo, windowSize = hi-deep, deep
}

// The part that a Go function plays on the stack.
type frameRole uint8

const (
	pythonFrame  frameRole = iota + 1 // a function of the program
	closureFrame                      // a closure of the program: an adapter or a try body where the runtime calls it
	runtimeFrame
	generatorFrame // what runs the body of a generator, a closure
)

// frameRoles remembers the role of the functions at a return address,
// innermost first: recursion meets the same ones again and again.
var frameRoles = map[uintptr][]frameRole{}

// pythonFrames counts the Python functions on the stack, which takes used bytes.
func pythonFrames(used uintptr) int {
	pcs := make([]uintptr, min(int(used/32), 1<<20)+64)
	pcs = pcs[:runtime.Callers(3, pcs)]
	count := 0
	inner := frameRole(0)
	for _, pc := range pcs {
		roles, ok := frameRoles[pc]
		if !ok {
			roles = rolesAt(pc)
			frameRoles[pc] = roles
		}
		for _, r := range roles {
			// A closure counts when a function of the program calls it, or as
			// the body of a generator.
			if inner == pythonFrame || inner == closureFrame && r != runtimeFrame {
				count++
			}
			inner = r
		}
	}
	return count
}

func rolesAt(pc uintptr) []frameRole {
	var out []frameRole
	frames := runtime.CallersFrames([]uintptr{pc})
	for {
		f, more := frames.Next()
		out = append(out, roleOfFrame(f.Function))
		if !more {
			return out
		}
	}
}

// roleOfFrame tells by its name what a Go function is.
func roleOfFrame(name string) frameRole {
	const own = "github.com/py2go-async/py2go-async/runtime/"
	first, _, path := strings.Cut(name, "/")
	if strings.Contains(name, ".(*genState[") {
		return generatorFrame
	}
	if strings.HasPrefix(name, own) || !path && !strings.HasPrefix(name, "main.") || path && !strings.Contains(first, ".") {
		return runtimeFrame
	}
	if strings.Contains(name[strings.LastIndexByte(name, '/')+1:], ".func") {
		return closureFrame
	}
	return pythonFrame
}
