package asyncio

import (
	"slices"

	"github.com/py2go-async/py2go-async/runtime/py"
)

// CPython warns of a coroutine object that is dropped without having been
// awaited when it collects it. Go cannot tell when that is; here the converted
// program does so at its end, for those that the converter did not see
// dropped.

// created are the coroutine objects that may not have begun yet, looked through
// whenever the list is full. Only in converted programs: there the baton guards
// it.
var created []coroutineAny

const minCreated = 256

func init() {
	py.AtExit(func() error {
		for _, c := range created {
			c.Discard()
		}
		return nil
	})
}

// track remembers a new coroutine object of the program.
func track(c coroutineAny) {
	if !py.InProgram {
		return
	}
	if len(created) == cap(created) {
		created = slices.DeleteFunc(created, func(c coroutineAny) bool { return c.coroState() != coroCreated })
		if 2*len(created) >= cap(created) {
			created = slices.Grow(created, len(created)+minCreated)
		}
	}
	created = append(created, c)
}

// warned are the names of the coroutines that were told of: Python shows a
// warning once.
var warned = map[string]bool{}

// warnNeverAwaited prints CPython's warning of a coroutine that was dropped.
func warnNeverAwaited(name string) {
	if warned[name] {
		return
	}
	warned[name] = true
	warn("coroutine '" + name + "' was never awaited")
	py.Stderr.WriteString("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n")
	py.Stderr.Flush()
}
