package py

import "sync/atomic"

// Argument slices are cut from chunks: a call then costs no allocation of its
// own. A slice is never used twice, so a function may keep it.

const argChunkSize = 256

type argChunk struct {
	used atomic.Uint32
	vals [argChunkSize]any
}

var currentArgs atomic.Pointer[argChunk]

// newArgs returns n empty argument slots.
func newArgs(n int) []any {
	if c := currentArgs.Load(); c != nil && n <= 8 {
		if end := int(c.used.Add(uint32(n))); end <= argChunkSize {
			return c.vals[end-n : end : end]
		}
	}
	return newArgChunk(n)
}

func newArgChunk(n int) []any {
	if n > 8 {
		return make([]any, n)
	}
	c := new(argChunk)
	c.used.Store(uint32(n))
	currentArgs.Store(c)
	return c.vals[:n:n]
}

// copyArgs returns a copy of the arguments that may escape.
func copyArgs(args []any) []any {
	if len(args) == 0 {
		return nil
	}
	a := newArgs(len(args))
	copy(a, args)
	return a
}

// argsWith returns self followed by the arguments.
func argsWith(self any, args []any) []any {
	a := newArgs(len(args) + 1)
	a[0] = self
	copy(a[1:], args)
	return a
}
