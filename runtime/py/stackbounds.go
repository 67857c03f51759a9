//go:build amd64 || arm64

package py

// stackBounds returns the ends of the stack of the running goroutine: the first
// two words of the runtime's g, where they have been since Go 1.2.
func stackBounds() (lo, hi uintptr)
